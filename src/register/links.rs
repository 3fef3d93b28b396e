//! Which SOP names which: names that are none, names of its own, one-way links, rings of references.

use super::entry::{Entry, Link};
use super::faults::{ADD_TITLE, CYCLE, NEAR_NAME, ONE_WAY_LINK, SELF_REFERENCE, UNKNOWN_SOP, WRITE_TITLE};
use crate::diag::{Diagnostic, Fix, Sink};
use crate::regulation::{title_key, without_prefix};
use crate::source::Span;
use crate::text::distance;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The keys of all titles, and the words that titles have in common.
struct Titles<'k> {
    keys: &'k [String],
    by_key: BTreeMap<&'k str, Vec<usize>>,
    by_word: BTreeMap<&'k str, Vec<usize>>,
}

impl<'k> Titles<'k> {
    fn of(keys: &'k [String]) -> Titles<'k> {
        let mut titles = Titles { keys, by_key: BTreeMap::new(), by_word: BTreeMap::new() };
        for (at, key) in keys.iter().enumerate() {
            for word in words(key) {
                titles.by_word.entry(word).or_default().push(at);
            }
            titles.by_key.entry(key).or_default().push(at);
        }
        titles
    }

    /// The title that may have been meant: most words the same, and few letters different.
    fn near(&self, name: &str) -> Option<usize> {
        // Words that stand in very many titles tell nothing, and would cost much.
        const MOST: usize = 200;
        let mut shared: BTreeSet<usize> = BTreeSet::new();
        for with in words(name).filter_map(|word| self.by_word.get(word)).filter(|with| with.len() <= MOST) {
            shared.extend(with);
        }
        let few = self.keys.len() <= MOST;
        let candidates = if few { (0..self.keys.len()).collect() } else { shared };
        let near = candidates.into_iter().filter_map(|at| {
            let title = &self.keys[at];
            let apart = distance(name, title);
            (apart * 6 <= name.chars().count() && may_mean(name, title)).then_some((apart, at))
        });
        near.min().map(|(_, at)| at)
    }
}

/// Whether one title may be the other misspelt: never with another figure, or another word in place of one. `Laporan
/// Triwulan I` is not `Laporan Triwulan II`, and `Surat Masuk` not `Surat Keluar`.
fn may_mean(name: &str, title: &str) -> bool {
    let figure = |word: &&str| word.contains(|c: char| c.is_ascii_digit()) || is_roman(word);
    let (mut one, mut other) = (name.split(' '), title.split(' '));
    if !one.clone().filter(figure).eq(other.clone().filter(figure)) {
        return false;
    }
    let letters = |word: &str| word.chars().count();
    one.clone().count() != other.clone().count()
        || one.by_ref().zip(other.by_ref()).all(|(one, other)| distance(one, other) * 2 <= letters(one))
}

/// Figures as titles write them, up to some tens.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|letter| matches!(letter, b'i' | b'v' | b'x'))
}

fn words(key: &str) -> impl Iterator<Item = &str> {
    key.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3)
}

pub(super) fn check(entries: &[Entry], found: &mut [Sink]) {
    let keys: Vec<String> = entries.iter().map(|entry| title_key(&entry.judul)).collect();
    let titles = Titles::of(&keys);
    // By entry: whom it names in `keterkaitan`, and in `merujuk`.
    let mut related: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); entries.len()];
    let mut refers: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); entries.len()];
    for (at, entry) in entries.iter().enumerate() {
        let mut unknown: Vec<(String, Span)> = Vec::new();
        for link in &entry.links {
            let name = title_key(&link.text);
            if name == keys[at] {
                let finding = Diagnostic::at(&SELF_REFERENCE, link.place);
                found[at].push(finding.with("nama", link.text.as_str()));
            } else if let Some(known) = titles.by_key.get(name.as_str()) {
                let into = if link.row { &mut refers[at] } else { &mut related[at] };
                into.extend(known.iter().filter(|other| **other != at));
            } else if entries.len() > 1 {
                match titles.near(&name).filter(|other| *other != at) {
                    Some(other) => {
                        found[at].push(near_name(link, &entries[other].judul));
                        // Mended, it will be named.
                        if !link.row {
                            related[at].insert(other);
                        }
                    }
                    None if unknown.iter().any(|(text, _)| *text == link.text) => {}
                    None => unknown.push((link.text.clone(), link.place)),
                }
            }
        }
        if let Some((_, first)) = unknown.first() {
            let finding = Diagnostic::at(&UNKNOWN_SOP, *first);
            let names: Vec<String> = unknown.iter().map(|(text, _)| format!("`{text}`")).collect();
            found[at].push(finding.with("daftar", names));
        }
    }
    one_way(entries, &related, found);
    for ring in rings(&refers) {
        let first = ring[0];
        let next = &keys[ring[1 % ring.len()]];
        let place = entries[first]
            .links
            .iter()
            .find(|link| link.row && title_key(&link.text) == *next)
            .map_or(entries[first].places.sop, |link| link.place);
        let names: Vec<&str> = ring.iter().chain([&first]).map(|at| entries[*at].judul.as_str()).collect();
        found[first].push(Diagnostic::at(&CYCLE, place).with("jalan", names.join(" → ")));
    }
}

fn near_name(link: &Link, title: &str) -> Diagnostic {
    let finding = Diagnostic::at(&NEAR_NAME, link.place);
    let finding = finding.with("nama", link.text.as_str()).with("dekat", title);
    let prefix = &link.text[..without_prefix(&link.text)];
    let edits = vec![(link.place, format!("{prefix}{title}"))];
    finding.fix(Fix { title: &WRITE_TITLE, edits, safe: false })
}

/// `keterkaitan` goes both ways; who leaves it out altogether is told so elsewhere.
fn one_way(entries: &[Entry], related: &[BTreeSet<usize>], found: &mut [Sink]) {
    let mut named_by: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); entries.len()];
    for (at, others) in related.iter().enumerate() {
        for other in others {
            named_by[*other].insert(at);
        }
    }
    for (at, by) in named_by.iter().enumerate() {
        let missing: Vec<String> =
            by.difference(&related[at]).map(|other| entries[*other].called()).collect();
        if let (Some(place), false) = (entries[at].places.keterkaitan, missing.is_empty()) {
            let mut finding = Diagnostic::at(&ONE_WAY_LINK, place).with("daftar", missing);
            if entries[at].places.items {
                let titles = by.difference(&related[at]).map(|other| &entries[*other].judul);
                let items: String =
                    titles.map(|title| format!("\n  - SOP {}", &title[without_prefix(title)..])).collect();
                let end = Span { start: place.end, end: place.end };
                finding = finding.fix(Fix { title: &ADD_TITLE, edits: vec![(end, items)], safe: false });
            }
            found[at].push(finding);
        }
    }
}

/// Each ring once, from its first entry on: the shortest way back to it that meets no earlier entry.
fn rings(refers: &[BTreeSet<usize>]) -> Vec<Vec<usize>> {
    let mut rings = Vec::new();
    let mut told = vec![false; refers.len()];
    for start in 0..refers.len() {
        if told[start] || refers[start].is_empty() {
            continue;
        }
        let mut before: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(at) = queue.pop_front() {
            if refers[at].contains(&start) {
                let mut ring = vec![at];
                while let Some(from) = ring.last().filter(|at| **at != start).and_then(|at| before.get(at)) {
                    ring.push(*from);
                }
                ring.reverse();
                ring.iter().for_each(|at| told[*at] = true);
                rings.push(ring);
                break;
            }
            for next in refers[at].range(start + 1..) {
                if !before.contains_key(next) {
                    before.insert(*next, at);
                    queue.push_back(*next);
                }
            }
        }
    }
    rings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_figure_or_word_is_another_title() {
        let same = |name: &str, title: &str| may_mean(&title_key(name), &title_key(title));
        assert!(same("Pengarsipan Lapran", "Pengarsipan Laporan"));
        assert!(same("Pengarsipan Laporan Triwulan II", "Pengarsipan Lapran Triwulan II"));
        assert!(same("Penyusunan Laporan Bulanan", "Penyusunan LaporanBulanan"));
        assert!(!same("Laporan Triwulan I", "Laporan Triwulan II"));
        assert!(!same("Laporan Tahun 2024", "Laporan Tahun 2025"));
        assert!(!same("Pengelolaan Surat Masuk Kabupaten", "Pengelolaan Surat Keluar Kabupaten"));
    }

    #[test]
    fn a_ring_is_told_once_from_its_first_entry() {
        let graph =
            |edges: &[&[usize]]| edges.iter().map(|to| to.iter().copied().collect()).collect::<Vec<_>>();
        assert_eq!(rings(&graph(&[&[1], &[2], &[0]])), [vec![0, 1, 2]]);
        assert_eq!(rings(&graph(&[&[1], &[2, 3], &[], &[1]])), [vec![1, 3]]);
        assert!(rings(&graph(&[&[1, 2], &[2], &[]])).is_empty());
    }
}
