//! A table from words to what is known of them, read once and asked very often: one hash and mostly one comparison a
//! question, no copy. It is walked in the order in which it was filled, never in that of hashes.

use xxhash_rust::xxh3::xxh3_64;

/// Words, each once, and a value for each. The words are copied, or, as `Lookup<V, &'static str>`, those of the program.
#[derive(Debug)]
pub struct Lookup<V, W = Box<str>> {
    entries: Vec<(W, V)>,
    places: Places,
}

/// Where entries stand that are kept elsewhere, in a list to which they are only added: each is found by its mark.
#[derive(Debug)]
pub struct Places {
    /// As many as a power of two, at most half of them taken.
    slots: Vec<Slot>,
    taken: usize,
}

/// Where the next entry is to be noted: see [`Places::find`].
#[derive(Clone, Copy, Debug)]
pub struct Free {
    slot: usize,
    mark: Mark,
}

/// Where a word may be found.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    mark: Mark,
    /// Index of an entry and 1 more; 0 where there is none.
    at: u32,
}

/// Half of a word's hash: of two words in neighbouring places one look tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark(u32);

impl<V, W> Default for Lookup<V, W> {
    fn default() -> Lookup<V, W> {
        Lookup { entries: Vec::new(), places: Places::with_room(0) }
    }
}

impl<V, W: AsRef<str>> Lookup<V, W> {
    /// An empty one with room for so many words.
    pub fn with_room(words: usize) -> Lookup<V, W> {
        Lookup { entries: Vec::with_capacity(words), places: Places::with_room(words) }
    }

    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.get_marked(word, Mark::of(word))
    }

    /// What is known of a word that is looked up in several tables.
    pub fn get_marked(&self, word: &str, mark: Mark) -> Option<&V> {
        self.find(word, mark).ok().map(|at| &self.entries[at].1)
    }

    /// What is known of a word, to be changed; `fresh` where nothing was.
    pub fn entry(&mut self, word: impl AsRef<str> + Into<W>, fresh: impl FnOnce() -> V) -> &mut V {
        let at = self.find(word.as_ref(), Mark::of(word.as_ref())).unwrap_or_else(|free| {
            self.entries.push((word.into(), fresh()));
            self.places.take(free)
        });
        &mut self.entries[at].1
    }

    fn find(&self, word: &str, mark: Mark) -> Result<usize, Free> {
        self.places.find(mark, |at| self.entries[at].0.as_ref() == word)
    }

    /// All of it, in the order in which it came.
    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.entries.iter().map(|(word, value)| (word.as_ref(), value))
    }
}

impl Places {
    /// None yet, and room for so many.
    pub fn with_room(entries: usize) -> Places {
        Places { slots: vec![Slot::default(); (entries * 2).next_power_of_two().max(16)], taken: 0 }
    }

    /// The index of an entry; where there is none, the place to note it. Of those with this mark `is_it` tells which.
    pub fn find(&self, mark: Mark, is_it: impl Fn(usize) -> bool) -> Result<usize, Free> {
        let mask = self.slots.len() - 1;
        let mut slot = mark.0 as usize & mask;
        loop {
            let found = self.slots[slot];
            let Some(at) = (found.at as usize).checked_sub(1) else { return Err(Free { slot, mark }) };
            if found.mark == mark && is_it(at) {
                return Ok(at);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Notes the entry that is added to the list as its last; returns its index.
    pub fn take(&mut self, Free { slot, mark }: Free) -> usize {
        let index = self.taken;
        self.taken += 1;
        let at = u32::try_from(self.taken).expect("bug: a table of words overflows");
        self.slots[slot] = Slot { mark, at };
        if self.taken * 2 > self.slots.len() {
            self.grow();
        }
        index
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let taken = std::mem::replace(&mut self.slots, vec![Slot::default(); mask + 1]);
        for taken in taken.into_iter().filter(|slot| slot.at != 0) {
            let mut slot = taken.mark.0 as usize & mask;
            while self.slots[slot].at != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = taken;
        }
    }
}

impl Mark {
    /// The same for the same word in every table.
    pub fn of(word: &str) -> Mark {
        Mark(xxh3_64(word.as_bytes()) as u32)
    }

    /// The same also for words that differ in the case of ASCII letters only, without a copy in small letters.
    pub fn of_any_case(word: &str) -> Mark {
        /// Sets the bit that tells a small letter from a large one, and drops few others.
        const SMALL: u64 = 0x2020_2020_2020_2020;
        // The first lacks that bit somewhere, so that a factor is never nothing.
        const SALT: [u64; 2] = [0x9E37_79B9_5F4A_5C15, 0x517C_C1B7_0702_0A95];
        let mix = |hash: u64, one: [u8; 8], other: [u8; 8]| {
            let [one, other] = [one, other].map(|eight| u64::from_le_bytes(eight) | SMALL);
            let product = u128::from(one ^ SALT[0]) * u128::from((other ^ SALT[1]).wrapping_add(hash));
            product as u64 ^ (product >> 64) as u64
        };
        let bytes = word.as_bytes();
        let mut hash = bytes.len() as u64;
        let Some(last) = bytes.last_chunk::<8>() else {
            let mut all = [0; 8];
            all[..bytes.len()].copy_from_slice(bytes);
            return Mark((mix(hash, all, all) >> 32) as u32);
        };
        // Sixteen at a time; the end may be looked at twice.
        let mut rest = bytes;
        while let Some((one, more)) = rest.split_first_chunk()
            && let Some((other, more)) = more.split_first_chunk()
            && !more.is_empty()
        {
            hash = mix(hash, *one, *other);
            rest = more;
        }
        Mark((mix(hash, *rest.first_chunk().unwrap_or(last), *last) >> 32) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lookup, Mark};

    #[test]
    fn words_that_differ_in_case_only_have_one_mark() {
        let text = "Laporan Pelaksanaan Monitoring Dan Evaluasi 12/B";
        let mut marks = Vec::new();
        for end in 0..=text.len() {
            let word = &text[..end];
            let mark = Mark::of_any_case(word);
            assert_eq!(mark, Mark::of_any_case(&word.to_lowercase()), "{word}");
            assert_eq!(mark, Mark::of_any_case(&word.to_uppercase()), "{word}");
            marks.push(mark.0);
            marks.extend((0..end).map(|at| {
                let mut other = word.as_bytes().to_vec();
                other[at] = b'#';
                Mark::of_any_case(std::str::from_utf8(&other).unwrap()).0
            }));
        }
        let all = marks.len();
        marks.sort_unstable();
        marks.dedup();
        assert_eq!(marks.len(), all, "every other word has another");
    }

    #[test]
    fn a_table_says_what_a_sorted_map_says() {
        let mut map = std::collections::BTreeMap::new();
        let mut table: Lookup<u32> = Lookup::default();
        for n in 0..3000u32 {
            let word = format!("kata{}", n * n % 1009);
            *map.entry(word.clone()).or_insert(0) += n;
            *table.entry(word.as_str(), || 0) += n;
        }
        for n in 0..2000u32 {
            let word = format!("kata{n}");
            assert_eq!(table.get(&word), map.get(&word), "{word}");
        }
        assert_eq!(table.iter().count(), map.len());
        assert_eq!(table.iter().next(), Some(("kata0", &map["kata0"])));
    }
    #[test]
    fn two_words_with_one_mark_are_two() {
        let words = ["kata45820", "kata48184", "kata71656", "kata135094"];
        let mut table: Lookup<usize> = Lookup::default();
        for (at, word) in words.into_iter().enumerate() {
            assert_eq!(Mark::of(word), Mark::of(words[at ^ 1]), "they were looked for among many");
            assert_eq!(table.get(word), None, "{word}");
            assert_eq!(*table.entry(word, || at), at, "{word}");
        }
        assert_eq!(words.map(|word| table.get(word)), [0, 1, 2, 3].each_ref().map(Some));
    }
}
