//! A table from words to what is known of them, read once and asked very often: one hash and mostly one comparison a
//! question, no copy. It is walked in the order in which it was filled, never in that of hashes.

use xxhash_rust::xxh3::xxh3_64;

/// Words, each once, and a value for each.
#[derive(Debug)]
pub struct Lookup<V> {
    entries: Vec<(Box<str>, V)>,
    /// Index of an entry and 1 more; 0 where there is none. A power of two, at most half full.
    slots: Vec<u32>,
}

impl<V> Default for Lookup<V> {
    fn default() -> Lookup<V> {
        Lookup { entries: Vec::new(), slots: vec![0; 16] }
    }
}

impl<V> Lookup<V> {
    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<&V> {
        let at = self.slots[self.slot(word)] as usize;
        at.checked_sub(1).map(|at| &self.entries[at].1)
    }

    /// What is known of a word, to be changed; `fresh` where nothing was.
    pub fn entry(&mut self, word: &str, fresh: impl FnOnce() -> V) -> &mut V {
        let mut slot = self.slot(word);
        if self.slots[slot] == 0 {
            if self.entries.len() * 2 >= self.slots.len() {
                self.grow();
                slot = self.slot(word);
            }
            self.entries.push((word.into(), fresh()));
            self.slots[slot] = u32::try_from(self.entries.len()).expect("bug: a table of words overflows");
        }
        &mut self.entries[self.slots[slot] as usize - 1].1
    }

    /// All of it, in the order in which it came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.entries.iter().map(|(word, value)| (&**word, value))
    }

    /// Where a word stands, or would.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = xxh3_64(word.as_bytes()) as usize & mask;
        loop {
            match (self.slots[slot] as usize).checked_sub(1) {
                Some(at) if *self.entries[at].0 != *word => slot = (slot + 1) & mask,
                _ => return slot,
            }
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for at in 0..self.entries.len() {
            let slot = self.slot(&self.entries[at].0);
            self.slots[slot] = at as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lookup;

    #[test]
    fn a_table_says_what_a_sorted_map_says() {
        let mut map = std::collections::BTreeMap::new();
        let mut table = Lookup::default();
        for n in 0..3000u32 {
            let word = format!("kata{}", n * n % 1009);
            *map.entry(word.clone()).or_insert(0) += n;
            *table.entry(&word, || 0) += n;
        }
        for n in 0..2000u32 {
            let word = format!("kata{n}");
            assert_eq!(table.get(&word), map.get(&word), "{word}");
        }
        assert_eq!(table.iter().count(), map.len());
        assert_eq!(table.iter().next(), Some(("kata0", &map["kata0"])));
    }
}
