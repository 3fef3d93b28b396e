//! Names, to be asked which of them hold another name or stand in it, word by word.

use super::holds;
use crate::text::letters;
use std::collections::BTreeMap;

/// Fewer are simply gone through.
const FEW: usize = 64;

/// Folded names, each with its letters and with what it belongs to.
pub(super) struct Names<'a, T> {
    list: Vec<(T, &'a str, u32)>,
    /// By word; empty where there are few names.
    words: BTreeMap<&'a str, Places>,
}

/// Places in the list.
#[derive(Default)]
struct Places {
    /// Of the names that have the word.
    having: Vec<u32>,
    /// Of those that have no rarer one: who holds such a name has this word.
    rarest: Vec<u32>,
}

impl<'a, T: Copy> Names<'a, T> {
    pub(super) fn of(names: impl Iterator<Item = (T, &'a str)>) -> Names<'a, T> {
        let list: Vec<(T, &str, u32)> = names.map(|(it, name)| (it, name, letters(name))).collect();
        let mut words: BTreeMap<&str, Places> = BTreeMap::new();
        if list.len() > FEW {
            for (at, (_, name, _)) in (0u32..).zip(&list) {
                for word in name.split(' ') {
                    let having = &mut words.entry(word).or_default().having;
                    if having.last() != Some(&at) {
                        having.push(at);
                    }
                }
            }
            for (at, (_, name, _)) in (0u32..).zip(&list) {
                if let Some(word) = name.split(' ').min_by_key(|word| words[word].having.len())
                    && let Some(places) = words.get_mut(word)
                {
                    places.rarest.push(at);
                }
            }
        }
        Names { list, words }
    }

    /// Whether one that holds this name, or stands in it, is such a one.
    pub(super) fn any_kin(&self, name: &str, mut is: impl FnMut(T, &'a str) -> bool) -> bool {
        let own = letters(name);
        let mut meets = |&(it, other, its): &(T, &'a str, u32)| {
            // Most names are told apart by a letter that only one of them has.
            let kin = (own & !its == 0 && holds(other, name)) || (its & !own == 0 && holds(name, other));
            kin && is(it, other)
        };
        if self.list.len() <= FEW {
            return self.list.iter().any(meets);
        }
        let none = Places::default();
        let places = |word: &str| self.words.get(word).unwrap_or(&none);
        let within = name.split(' ').flat_map(|word| &places(word).rarest);
        let rarest = name.split(' ').map(places).min_by_key(|places| places.having.len());
        let around = rarest.into_iter().flat_map(|places| &places.having);
        within.chain(around).any(|at| meets(&self.list[*at as usize]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_names_answer_as_few_do() {
        let many: Vec<String> = (0..200)
            .map(|at| ["surat", "surat tugas", "nota", ""][at % 4].to_owned() + &format!(" {}", at / 8))
            .chain(["sk".to_owned(), "konsep sk tim".to_owned()])
            .collect();
        let names = Names::of(many.iter().map(|name| (name.as_str(), name.as_str())));
        assert!(!names.words.is_empty());
        for name in
            many.iter().map(String::as_str).chain(["sk tim", "tim sk", "surat", "", "nota 3 x", "urat"])
        {
            let plain: Vec<&str> =
                many.iter().map(String::as_str).filter(|it| holds(it, name) || holds(name, it)).collect();
            let mut found = Vec::new();
            names.any_kin(name, |it, _| {
                found.push(it);
                false
            });
            found.sort_unstable();
            found.dedup();
            let mut plain = plain;
            plain.sort_unstable();
            plain.dedup();
            assert_eq!(found, plain, "{name}");
        }
    }
}
