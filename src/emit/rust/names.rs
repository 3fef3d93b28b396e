//! Names for generated Rust: recognisable, unique, valid, whatever the text holds.

use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// Not longer than this, so that lines of the generated file stay within a page.
const LONGEST: usize = 44;

/// Words that no name ends with, because it would promise more.
const LINKS: &[&str] = &[
    "Dan", "Atau", "Serta", "Yang", "Untuk", "Kepada", "Ke", "Dari", "Di", "Pada", "Oleh", "Bagi", "Dengan",
    "Untuk",
];

/// A thing to name: its texts in order of preference, and what to call it when they give nothing.
pub(super) struct Wish {
    /// Tried one after the other; each is shortened to a few words first.
    pub texts: Vec<String>,
    /// Stands at the end of every name: the actor of one symbol among several.
    pub suffix: String,
    /// Stands at the end where the texts alone do not keep two things apart.
    pub apart: String,
    /// When no text holds a letter: the row's number, the place in the list.
    pub fallback: String,
}

/// Gives every wish a name of its own, in `UpperCamelCase`.
///
/// A name comes from its own text alone; only where two would be the same, both take more words, then the actor, and
/// at last a number. So a row that is inserted elsewhere changes no name.
pub(super) fn names(kind: &str, wishes: &[Wish], reserved: &[&str]) -> Vec<String> {
    let ladders: Vec<Vec<String>> = wishes.iter().map(|wish| ladder(kind, wish)).collect();
    let mut level = vec![0usize; wishes.len()];
    let at = |level: &[usize], index: usize| ladders[index][level[index]].clone();
    loop {
        let mut users: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in 0..wishes.len() {
            users.entry(at(&level, index)).or_default().push(index);
        }
        let mut moved = false;
        for (name, users) in &users {
            if users.len() > 1 || reserved.contains(&name.as_str()) {
                for &index in users {
                    if level[index] + 1 < ladders[index].len() {
                        level[index] += 1;
                        moved = true;
                    }
                }
            }
        }
        if !moved {
            break;
        }
    }
    let chosen: BTreeSet<String> = (0..wishes.len()).map(|index| at(&level, index)).collect();
    let mut taken: BTreeSet<String> = reserved.iter().map(|&name| name.to_owned()).collect();
    // Numbers are asked for once: what was not free stays so.
    let mut next: BTreeMap<String, u32> = BTreeMap::new();
    let mut numbered = |name: String, taken: &BTreeSet<String>| {
        let number = next.entry(name.clone()).or_insert(2);
        loop {
            let candidate = format!("{name}{number}");
            *number += 1;
            if !taken.contains(&candidate) && !chosen.contains(&candidate) {
                return candidate;
            }
        }
    };
    (0..wishes.len())
        .map(|index| {
            let name = at(&level, index);
            let name = if taken.contains(&name) { numbered(name, &taken) } else { name };
            taken.insert(name.clone());
            name
        })
        .collect()
}

/// The names of one thing, from the shortest to the fullest.
fn ladder(kind: &str, wish: &Wish) -> Vec<String> {
    let suffix = words(&wish.suffix);
    let mut ladder: Vec<String> = Vec::new();
    for text in &wish.texts {
        let words = words(text);
        for count in [4, 6, 9, usize::MAX] {
            let name = valid(kind, &join(&words, count, &suffix));
            if !words.is_empty() && !ladder.contains(&name) {
                ladder.push(name);
            }
        }
    }
    for text in &wish.texts {
        let (words, apart) = (words(text), words(&wish.apart));
        if !words.is_empty() && !apart.is_empty() {
            ladder.push(valid(kind, &join(&words, 4, &apart)));
        }
    }
    if ladder.is_empty() {
        let mut parts = words(&wish.fallback);
        parts.extend(suffix);
        ladder.push(format!("{kind}{}", parts.concat()));
    }
    ladder
}

/// The first words, as many as are asked for and fit, and the suffix.
fn join(words: &[String], count: usize, suffix: &[String]) -> String {
    let suffix: String = suffix.concat().chars().take(LONGEST / 2).collect();
    let mut room = LONGEST - suffix.len();
    let mut taken: Vec<&str> = Vec::new();
    for word in words.iter().take(count) {
        if word.len() > room {
            break;
        }
        room -= word.len();
        taken.push(word);
    }
    while taken.len() > 1 && taken.last().is_some_and(|last| LINKS.contains(last)) {
        taken.pop();
    }
    match (taken.is_empty(), words.first()) {
        (true, Some(long)) => long.chars().take(room).collect::<String>() + &suffix,
        _ => taken.concat() + &suffix,
    }
}

/// A name that begins with a digit, is one letter or a keyword says first what kind of thing it is.
fn valid(kind: &str, name: &str) -> String {
    if name.len() < 2 || name.starts_with(|c: char| c.is_ascii_digit()) || name == "Self" {
        format!("{kind}{name}")
    } else {
        name.to_owned()
    }
}

/// The words of a text in plain letters, each beginning with a capital: `SK-Tim é` gives `Sk`, `Tim`, `E`.
fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
    plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let (first, rest) = word.split_at(1);
            first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(text: &str) -> Wish {
        Wish {
            texts: vec![text.to_owned()],
            suffix: String::new(),
            apart: String::new(),
            fallback: "7".to_owned(),
        }
    }

    fn name(text: &str) -> String {
        names("Langkah", &[wish(text)], &[]).remove(0)
    }

    #[test]
    fn a_name_is_the_first_words_of_the_text() {
        assert_eq!(name("Mengajukan usulan penyelenggaraan dan evaluasi"), "MengajukanUsulanPenyelenggaraan");
        assert_eq!(name("PPNS"), "Ppns");
        assert_eq!(name("Kasubbag  Umum/Sekretaris"), "KasubbagUmumSekretaris");
    }

    #[test]
    fn every_text_gives_a_valid_name() {
        assert_eq!(name("self"), "LangkahSelf");
        assert_eq!(name("3 lembar"), "Langkah3Lembar");
        assert_eq!(name("!!! 🎉"), "Langkah7");
        assert_eq!(name(""), "Langkah7");
        assert_eq!(name("Café"), "Cafe");
        assert_eq!(name("*/ ]]> {{ x }} \""), "LangkahX");
        assert_eq!(name(&"a".repeat(200)).len(), LONGEST);
    }

    #[test]
    fn names_that_would_be_the_same_take_more_words_and_at_last_a_number() {
        let texts = ["a b c d lima", "a b c d enam", "ya", "ya", "Ya!", "Ya 2"];
        let wishes: Vec<Wish> = texts.iter().map(|text| wish(text)).collect();
        assert_eq!(
            names("Hasil", &wishes, &["Selesai"]),
            ["ABCDLima", "ABCDEnam", "Ya", "Ya3", "Ya4", "Ya2"]
        );
        assert_eq!(names("Hasil", &[wish("selesai")], &["Selesai"]), ["Selesai2"]);
    }

    #[test]
    fn rows_of_the_same_text_are_told_apart_by_their_actors() {
        let row = |actor: &str| Wish { apart: actor.to_owned(), ..wish("Menelaah usulan") };
        assert_eq!(
            names("Langkah", &[row("Kabid"), row("Kadis")], &[]),
            ["MenelaahUsulanKabid", "MenelaahUsulanKadis"]
        );
        assert_eq!(names("Langkah", &[row("Kabid")], &[]), ["MenelaahUsulan"]);
    }

    #[test]
    fn a_row_inserted_elsewhere_changes_no_name() {
        let before = [wish("Menelaah usulan"), wish("Menyusun laporan"), wish("Menyusun laporan")];
        let after =
            [wish("Memeriksa"), wish("Menelaah usulan"), wish("Menyusun laporan"), wish("Menyusun laporan")];
        assert_eq!(names("Langkah", &before, &[]), names("Langkah", &after, &[])[1..]);
    }
}
