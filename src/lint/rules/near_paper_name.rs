//! `SOP405` near-paper-name: one paper under two names.

use crate::analysis::Procedure;
use crate::analysis::dokumen::{Asal, Paper};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Butir, DokumenId, KegiatanId, Sop};
use crate::page;
use crate::sorting;
use crate::source::Span;
use crate::text::{Text, is_if};
use std::collections::BTreeMap;
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP405",
    name: "near-paper-name",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} menyebut {dokumen}; kegiatan {lain} menyebutnya {nama}",
        en: "row {nomor} speaks of {dokumen}; row {lain} calls it {nama}",
    },
    help: Some(Text { id: "pakailah satu nama untuk satu dokumen", en: "use one name for one paper" }),
    basis: Some("R82"),
    page: page!("SOP405"),
};

static USE_ONE_NAME: Text = Text { id: "tulis dengan nama yang sama", en: "write the same name" };
static HOW_MANY_BESIDE: Text = Text {
    id: "jumlah dan syaratnya bukan bagian nama: tulis `{sama}`, dan `{ket}`",
    en: "how many there are, and when, is no part of the name: write `{sama}`, and `{ket}`",
};
static OTHER_NAME: Text = Text { id: "nama yang lain", en: "the other name" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, papers) = (&procedure.sop, procedure.papers());
    let mut others = alike(procedure);
    add_meant(procedure, &mut others);
    for (id, others) in others {
        // Two that it could be: then nobody can say which.
        let [other] = others[..] else { continue };
        let paper = &papers[id];
        let Some((row, butir)) = mentions(sop, paper, id).next() else { continue };
        let Some((first, at)) = mentions(sop, &papers[other], other).next() else { continue };
        let named = |from: DokumenId, to: DokumenId| -> Vec<(Span, String)> {
            let places = mentions(sop, &papers[from], from).map(|(_, butir)| butir.span);
            places.map(|place| (place, sop[to].nama.to_string())).collect()
        };
        let found = Diagnostic::at(&RULE, butir.span)
            .with("nomor", sop[row].nomor.to_string())
            .with("dokumen", format!("`{}`", butir.teks))
            .with("lain", sop[first].nomor.to_string())
            .with("nama", format!("`{}`", at.teks))
            .related(at.span, &OTHER_NAME);
        let counted = |(long, short, row): (DokumenId, DokumenId, KegiatanId)| {
            let how = sop[long].kunci().strip_prefix(sop[short].kunci()).filter(|how| is_no_name(how))?;
            Some((long, short, row, how.trim().trim_matches(['(', ')'])))
        };
        let Some((long, short, row, how)) = counted((id, other, row)).or_else(|| counted((other, id, first)))
        else {
            sink.push(found.fix(Fix { title: &USE_ONE_NAME, edits: named(id, other), safe: false }));
            continue;
        };
        // What is no part of the name is kept as a remark.
        let (nama, mut edits) = (sop[short].nama.as_str(), named(long, short));
        let line = format!("keterangan: {nama} {how}");
        let alone = edits.len() == 1 && sop[row].keterangan.is_none();
        edits.extend(Fix::add_to_row(&USE_ONE_NAME, sop[row].span, &line).edits);
        let found = found.with("sama", nama).with("ket", line).help(&HOW_MANY_BESIDE);
        sink.push(match alone {
            true => found.fix(Fix { title: &USE_ONE_NAME, edits, safe: false }),
            false => found,
        });
    }
}

/// ` (rangkap 3)`, ` (bila ada)`, ` rangkap dua` behind a name: how many there are of the paper, or when it is there.
fn is_no_name(how: &str) -> bool {
    let lower = how.to_lowercase();
    let words = lower.trim().trim_start_matches('(').trim_start();
    let bracket = lower.trim().starts_with('(') && lower.ends_with(')');
    const SAYS: [&str; 3] = ["rangkap", "opsional", "asli dan"];
    let counted = || words.starts_with(|c: char| c.is_ascii_digit());
    let says = || SAYS.iter().any(|word| words.starts_with(word));
    let conditional = || words.split_once(' ').is_some_and(|(first, _)| is_if(first));
    words.starts_with("rangkap ") || (bracket && (counted() || says() || conditional()))
}

/// By paper: those that it may be.
type Others = BTreeMap<DokumenId, Vec<DokumenId>>;

/// All mentions of a paper, in order of the rows.
fn mentions<'a>(
    sop: &'a Sop,
    paper: &'a Paper,
    id: DokumenId,
) -> impl Iterator<Item = (KegiatanId, &'a Butir)> {
    let mut rows: Vec<KegiatanId> = paper.made.iter().chain(&paper.needed).copied().collect();
    rows.sort_unstable();
    rows.dedup();
    rows.into_iter().flat_map(move |row| {
        let all = sop[row].mutu_baku.kelengkapan.iter().chain(&sop[row].mutu_baku.output);
        all.filter(move |butir| butir.dokumen == id).map(move |butir| (row, butir))
    })
}

/// By paper: earlier ones whose names differ from its own by one letter of one long word. `Berkas A` and `Berkas B` are
/// two papers, and so are two that are both made.
fn alike(procedure: &Procedure) -> Others {
    const LONG: usize = 6;
    // A text of thousands of words, taken for a name, would be hashed once for each of them.
    const LONGEST_NAME: usize = 1000;
    // Of so many names that differ in one word only, each would be held against each.
    const MOST_ALIKE: usize = 500;
    let (sop, papers) = (&procedure.sop, procedure.papers());
    let names = || sop.dokumen.iter().map(|dokumen| dokumen.kunci());
    let is_long = |word: &str| word.len() >= LONG && (word.is_ascii() || word.chars().count() >= LONG);
    // The first letter is the same, and not both are made here.
    let begins = |name: &str| 1u64 << (name.bytes().next().unwrap_or_default() % 64);
    let (mut once, mut twice, mut unmade) = (0, 0, 0);
    for (name, paper) in names().zip(&papers.list) {
        let letter = begins(name);
        twice |= once & letter;
        once |= letter;
        unmade |= if paper.made.is_empty() { letter } else { 0 };
    }
    let may_be = |name: &str| begins(name) & twice & unmade != 0 && name.len() <= LONGEST_NAME;
    // Names with one word left out: only those that agree in all others are compared. They are brought together by
    // hash, because hardly any agree.
    let mut seen: Vec<(u64, DokumenId, Range<usize>)> = Vec::with_capacity(2 * papers.list.len());
    let all = papers.papers().map(|(id, _)| (id, sop[id].kunci()));
    for (id, name) in all.filter(|(_, name)| may_be(name)) {
        let (mut end, mut all, own) = (0, 0u64, seen.len());
        for (nth, word) in (0u64..).zip(name.split(' ')) {
            let at = end..end + word.len();
            end = at.end + 1;
            let hash = xxh3_64(word.as_bytes()).wrapping_mul(2 * nth + 1);
            all = all.wrapping_add(hash);
            if is_long(word) && !word.bytes().any(|byte| byte.is_ascii_digit()) {
                seen.push((hash, id, at));
            }
        }
        for (hash, ..) in &mut seen[own..] {
            *hash = all.wrapping_sub(*hash);
        }
    }
    seen.sort_unstable_by_key(|(hash, ..)| *hash);
    let mut pairs: Vec<(DokumenId, usize, DokumenId)> = Vec::new();
    for alike in seen.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() <= MOST_ALIKE) {
        for (nth, (_, one, at)) in alike.iter().enumerate().skip(1) {
            let (before, word, after) = around(sop[*one].kunci(), at);
            let near = alike[..nth].iter().filter(|(_, other, at)| {
                let both_made = !papers[*other].made.is_empty() && !papers[*one].made.is_empty();
                let (known_before, known, known_after) = around(sop[*other].kunci(), at);
                (known_before, known_after) == (before, after)
                    && !both_made
                    && known.chars().next() == word.chars().next()
                    && is_one_edit(known, word)
            });
            pairs.extend(near.map(|(_, other, _)| (*one.max(other), before.len(), *one.min(other))));
        }
    }
    sorting::by(&mut pairs, Ord::cmp);
    let mut found = Others::new();
    for (id, _, other) in pairs {
        found.entry(id).or_default().push(other);
    }
    found
}

/// Whether one letter more, less or another, or two neighbours swapped, make one word of the other. Of two that agree
/// in nothing else it costs little to say so: a sheet may name thousands of papers.
fn is_one_edit(one: &str, other: &str) -> bool {
    let same = |(one, other): &(char, char)| one == other;
    let front = one.chars().zip(other.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (one, other) = (&one[front..], &other[front..]);
    let back: usize =
        one.chars().rev().zip(other.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let first = |word: &str| {
        let mut letters = word[..word.len() - back].chars();
        [letters.next(), letters.next(), letters.next()]
    };
    match (first(one), first(other)) {
        ([_, None, _], [_, None, _]) => !(one.len() == back && other.len() == back),
        ([Some(a), Some(b), None], [Some(c), Some(d), None]) => (a, b) == (d, c),
        _ => false,
    }
}

/// What stands before a word of a name, the word, and what stands behind it.
fn around<'n>(name: &'n str, word: &Range<usize>) -> (&'n str, &'n str, &'n str) {
    (&name[..word.start], &name[word.clone()], &name[word.end..])
}

/// Adds papers whose names say more than that of one which comes from nowhere, or less: two at most.
fn add_meant(procedure: &Procedure, others: &mut Others) {
    let (sop, papers) = (&procedure.sop, procedure.papers());
    let lost = |paper: &Paper| paper.asal == Asal::TakDiketahui;
    let may_be = |paper: &Paper| lost(paper) || left_in(paper).is_some();
    if !papers.list.iter().any(lost) {
        return;
    }
    let names = papers.papers().filter(|(_, paper)| may_be(paper));
    let mut names: Vec<(&str, DokumenId)> = names.map(|(id, _)| (sop[id].kunci(), id)).collect();
    // `SIC` after `Surat Izin Cuti (SIC)`
    let known = names.iter().filter(|(_, id)| left_in(&papers[*id]).is_some());
    let in_brackets: BTreeMap<&str, DokumenId> =
        known.filter_map(|(name, id)| Some((name.split_once('(')?.1.split_once(')')?.0, *id))).collect();
    for (name, id) in names.iter().filter(|(_, id)| lost(&papers[*id])) {
        let other = in_brackets.get(name).filter(|other| {
            let (first, source) = (papers[*id].needed.first(), left_in(&papers[**other]));
            first.zip(source).is_some_and(|(first, source)| source < *first)
        });
        if let Some(other) = other {
            others.entry(*id).or_default().push(*other);
        }
    }
    add_worded_otherwise(procedure, &names, others);
    // Those that begin with a name stand behind it.
    names.sort_unstable_by_key(|(name, _)| *name);
    for (at, one) in names.iter().enumerate() {
        for two in names[at + 1..].iter().take_while(|(long, _)| long.starts_with(one.0)) {
            for ((name, id), (other, known)) in [(*one, *two), (*two, *one)] {
                let said = (name, &papers[id]);
                let full = others.get(&id).is_some_and(|known| known.len() > 1);
                if lost(&papers[id]) && !full && is_meant_by(said, (other, &papers[known])) {
                    let found = others.entry(id).or_default();
                    if !found.contains(&known) {
                        found.push(known);
                    }
                }
            }
        }
    }
}

/// Adds papers whose names differ only by words that say no more of them: `Berita acara negosiasi` after `Berita acara hasil
/// negosiasi`.
fn add_worded_otherwise(procedure: &Procedure, names: &[(&str, DokumenId)], others: &mut Others) {
    const NO_MORE: [&str; 7] = ["hasil", "tentang", "atas", "untuk", "dari", "kegiatan", "pelaksanaan"];
    // Each of them is held against all names.
    const MOST_WORDED: usize = 100;
    fn words(name: &str) -> impl Iterator<Item = &str> {
        name.split(' ').filter(|word| !NO_MORE.contains(word))
    }
    let papers = procedure.papers();
    let is_worded = |(name, _): &&(&str, DokumenId)| name.split(' ').any(|word| NO_MORE.contains(&word));
    let worded = names.iter().filter(is_worded).filter(|(name, _)| words(name).nth(1).is_some());
    for (worded, one) in worded.take(MOST_WORDED) {
        let same = |(name, id): &&(&str, DokumenId)| {
            *id != *one
                && name.as_bytes().first() == worded.as_bytes().first()
                && words(name).eq(words(worded))
        };
        let mut alike = names.iter().filter(same);
        let (Some((_, two)), None) = (alike.next(), alike.next()) else { continue };
        for (id, known) in [(*one, *two), (*two, *one)] {
            let lost = papers[id].asal == Asal::TakDiketahui;
            let source = left_in(&papers[known]).zip(papers[id].needed.first());
            let same = papers[known].keadaan == papers[id].keadaan;
            let found = others.get(&id).is_some_and(|found| found.contains(&known));
            if lost && same && !found && source.is_some_and(|(source, first)| source < *first) {
                others.entry(id).or_default().push(known);
            }
        }
    }
}

/// The row that a paper comes from, if no later one needs it.
fn left_in(known: &Paper) -> Option<KegiatanId> {
    let source = match known.asal {
        Asal::Dibuat => *known.made.first()?,
        Asal::Luar => *known.needed.first()?,
        Asal::Alat | Asal::TakDiketahui => return None,
    };
    known.needed.iter().all(|row| *row <= source).then_some(source)
}

/// `Konsep SK` after `Konsep SK Tim`, or the other way round: needed and from nowhere, while the other is there and needed no more.
fn is_meant_by((name, paper): (&str, &Paper), (other, known): (&str, &Paper)) -> bool {
    let Some(first) = paper.needed.first() else { return false };
    // `Konsep SK berparaf` says what was done with it; it is another paper, or the same in another state.
    let names_more = |rest: &str| {
        // `Konsep SK dan register` are two papers.
        let states = [
            " ber", " ter", " di", " yang ", " telah ", " sudah ", " dan ", " serta ", " atau ", " & ",
            " + ", " / ", " 2. ",
        ];
        // How many there are makes no other paper, a word more may do of one that has only one.
        let counted = [" rangkap ", " ("].iter().any(|count| rest.starts_with(count));
        (counted || (name.contains(' ') && other.contains(' ')))
            && rest.starts_with(' ')
            && !states.iter().any(|state| rest.starts_with(state))
    };
    known.keadaan == paper.keadaan
        && left_in(known).is_some_and(|source| source < *first)
        && [other.strip_prefix(name), name.strip_prefix(other)].into_iter().flatten().any(names_more)
}

#[cfg(test)]
mod tests {
    use super::{is_no_name, is_one_edit};
    use crate::text::distance;

    #[test]
    fn how_many_there_are_and_when_is_no_part_of_a_name() {
        for how in
            [" (rangkap 3)", " rangkap dua", " (2 lembar)", " (bila ada)", " (manakala ada)", " (Opsional)"]
        {
            assert!(is_no_name(how), "{how}");
        }
        for how in [" (KTP)", " bila ada", " (jikalau)", " berparaf"] {
            assert!(!is_no_name(how), "{how}");
        }
    }

    #[test]
    fn one_edit_is_what_the_distance_says() {
        let letters = ["", "a", "b", "é"];
        let words: Vec<String> = (0..256)
            .map(|n: usize| (0..4).map(|at| letters[n >> (2 * at) & 3]).collect::<Vec<_>>().concat())
            .collect();
        for one in &words {
            for other in &words {
                assert_eq!(is_one_edit(one, other), distance(one, other) == 1, "{one} {other}");
            }
        }
    }
}
