//! A table from words to what is known of them, read once and asked very often: one hash and mostly one comparison a
//! question, no copy. It is walked in the order in which it was filled, never in that of hashes.

use xxhash_rust::xxh3::xxh3_64;

/// Words, each once, and a value for each. The words are copied, or, as `Lookup<V, &'static str>`, those of the program.
#[derive(Debug)]
pub struct Lookup<V, W = Box<str>> {
    entries: Vec<(W, V)>,
    /// As many as a power of two, at most half of them taken.
    slots: Vec<Slot>,
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
        Lookup { entries: Vec::new(), slots: vec![Slot::default(); 16] }
    }
}

impl<V, W: AsRef<str>> Lookup<V, W> {
    /// An empty one with room for so many words.
    pub fn with_room(words: usize) -> Lookup<V, W> {
        let slots = vec![Slot::default(); (words * 2).next_power_of_two().max(16)];
        Lookup { entries: Vec::with_capacity(words), slots }
    }

    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.get_marked(word, Mark::of(word))
    }

    /// What is known of a word that is looked up in several tables.
    pub fn get_marked(&self, word: &str, mark: Mark) -> Option<&V> {
        let at = self.slots[self.slot(word, mark)].at as usize;
        at.checked_sub(1).map(|at| &self.entries[at].1)
    }

    /// What is known of a word, to be changed; `fresh` where nothing was.
    pub fn entry(&mut self, word: impl AsRef<str> + Into<W>, fresh: impl FnOnce() -> V) -> &mut V {
        let mark = Mark::of(word.as_ref());
        let slot = self.slot(word.as_ref(), mark);
        let at = match self.slots[slot].at {
            0 => {
                self.entries.push((word.into(), fresh()));
                let at = u32::try_from(self.entries.len()).expect("bug: a table of words overflows");
                self.slots[slot] = Slot { mark, at };
                if self.entries.len() * 2 > self.slots.len() {
                    self.grow();
                }
                at
            }
            at => at,
        };
        &mut self.entries[at as usize - 1].1
    }

    /// The words, in the order in which they came.
    pub fn into_words(self) -> impl Iterator<Item = W> {
        self.entries.into_iter().map(|(word, _)| word)
    }

    /// All of it, in the order in which it came.
    #[cfg(test)]
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.entries.iter().map(|(word, value)| (word.as_ref(), value))
    }

    /// Where a word stands, or would.
    fn slot(&self, word: &str, mark: Mark) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = mark.0 as usize & mask;
        loop {
            let found = self.slots[slot];
            let Some(at) = (found.at as usize).checked_sub(1) else { return slot };
            if found.mark == mark && self.entries[at].0.as_ref() == word {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
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
}

#[cfg(test)]
mod tests {
    use super::Lookup;

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
}
