//! Where a comma divides a list, and where it belongs to an item: in a citation, a choice, a sentence.

use super::ast::{Item, ItemForm, Joint};
use super::keys::Key;
use super::prose::Prose;
use crate::text::{begins_level, begins_with, is_if};
use std::ops::Range;

/// `Pemerintah Kabupaten Sejahtera, Dinas Kesehatan`: levels of an agency, where behind every comma one begins. The name
/// of one agency may hold commas, too.
pub(super) fn levels(prose: &Prose<'_>) -> Option<Vec<Item>> {
    let begins = |range: &Range<usize>| {
        begins_level(prose.text[range.clone()].split_whitespace().next().unwrap_or_default())
    };
    let levels: Vec<_> = comma_parts(prose, 0).collect();
    let item = |range| Item { comments: Vec::new(), text: prose.part(range), form: ItemForm::Dash };
    (levels.len() > 1 && levels.iter().all(begins)).then(|| levels.into_iter().map(item).collect())
}

/// The ranges between commas, from a place on. A comma between digits (`1,5 rim`) separates nothing.
pub(super) fn comma_parts<'p>(prose: &'p Prose<'_>, from: usize) -> impl Iterator<Item = Range<usize>> + 'p {
    let bytes = prose.text.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let separates = move |at: &usize| !(digit(at.checked_sub(1)) && digit(Some(at + 1)));
    let mut commas = memchr::memchr_iter(b',', bytes).filter(separates);
    let mut start = Some(from);
    std::iter::from_fn(move || {
        let from = start?;
        let comma = commas.next();
        start = comma.map(|at| at + 1);
        Some(from..comma.unwrap_or(bytes.len()))
    })
}

/// Whether a warning goes on behind this comma: `Apabila terlambat, usulan ditunda`.
fn is_clause(words: &str) -> bool {
    let words = words.trim_start();
    let opens =
        words.split_once(' ').is_some_and(|(first, _)| is_if(first)) || begins_with(words, "dalam hal ");
    opens && !concludes(words)
}

/// Whether what stands behind a comma goes on with the citation before it: with how it was amended, or with its title, which
/// no rule begins and which has no number.
fn goes_on_with(citation: &str, words: &str) -> bool {
    const AMENDS: [&str; 6] = [
        "sebagaimana ",
        "lembaran negara",
        "tambahan lembaran",
        "berita negara",
        "beserta perubahan",
        "serta perubahan",
    ];
    const RULES: [&str; 26] = [
        "uu",
        "uud",
        "undang",
        "perpu",
        "perppu",
        "pp",
        "peraturan",
        "per",
        "perpres",
        "perda",
        "perdes",
        "qanun",
        "keputusan",
        "kepres",
        "keppres",
        "ketetapan",
        "tap",
        "instruksi",
        "inpres",
        "surat",
        "se",
        "sk",
        "pedoman",
        "petunjuk",
        "juknis",
        "sop",
    ];
    const SHORTENED: [&str; 9] =
        ["permen", "perme", "pergub", "perb", "perwa", "perk", "perma", "kepmen", "kepb"];
    let words = words.trim_start();
    let begins = |begin: &&str| begins_with(words, begin);
    if AMENDS.iter().any(&begins) {
        return true;
    }
    let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let rule = RULES.iter().any(|rule| rule.eq_ignore_ascii_case(first)) || SHORTENED.iter().any(begins);
    let figures = words.bytes().any(|byte| byte.is_ascii_digit());
    !rule && !figures && !first.is_empty() && citation.contains(" tentang ")
}

/// `S1 Hukum, Ekonomi, atau Administrasi`: the parts of one choice behind its first, by where they begin.
fn choice(prose: &Prose<'_>, from: usize) -> Option<Range<usize>> {
    const SHORT: usize = 2;
    let parts: Vec<_> = comma_parts(prose, from).collect();
    let words = |at: usize| prose.text[parts[at].clone()].trim();
    let is_last = |at: &usize| begins_with(words(*at), "atau ");
    let last = (1..parts.len()).find(is_last)?;
    // `S1 Hukum`, `Pendidikan minimal SMA`; but `Ekonomi`, `D3`.
    let begins = |at: &usize| {
        let count = words(*at).split(' ').count();
        count > SHORT || (count == SHORT && words(*at).bytes().any(|byte| byte.is_ascii_digit()))
    };
    let head = (0..last).rev().find(begins).unwrap_or(0);
    Some(parts[head + 1].start..parts[last].end)
}

/// Whether a part of a warning says `maka`.
fn concludes(words: &str) -> bool {
    words.split(' ').any(|word| word.eq_ignore_ascii_case("maka"))
}

/// The items between commas, from a place in the text on.
pub(super) fn comma_items(prose: &Prose<'_>, from: usize, key: Key) -> Vec<Item> {
    let words = || comma_parts(prose, from).map(|part| prose.trimmed(part)).filter(|part| !part.is_empty());
    let papers = matches!(key, Key::Kelengkapan | Key::Output);
    if memchr::memchr(b',', &prose.text.as_bytes()[from..]).is_none() {
        let all = prose.trimmed(from..prose.text.len());
        return if all.is_empty() { Vec::new() } else { vec![comma_item(prose, all, ItemForm::Comma)] };
    }
    let typed = |part: &Range<usize>| &prose.text[part.clone()];
    let parts = match key {
        Key::KualifikasiPelaksana => {
            let choice = choice(prose, from).unwrap_or_default();
            joined(words(), |_, part| choice.contains(&part.start))
        }
        Key::DasarHukum => joined(words(), |before, part| goes_on_with(typed(before), typed(part))),
        Key::Peringatan => {
            let mut goes_on = words().next().is_some_and(|first| is_clause(typed(&first)));
            joined(words(), |_, part| {
                let next = if goes_on { !concludes(typed(part)) } else { is_clause(typed(part)) };
                std::mem::replace(&mut goes_on, next)
            })
        }
        _ => return read_parts(prose, words().map(|part| (part, ItemForm::Comma)), papers),
    };
    read_parts(prose, parts.into_iter(), papers)
}

fn comma_item(prose: &Prose<'_>, part: Range<usize>, form: ItemForm) -> Item {
    Item { comments: Vec::new(), text: prose.part(part), form }
}

/// The items that parts are, the last one without the word before it.
fn read_parts(
    prose: &Prose<'_>,
    parts: impl Iterator<Item = (Range<usize>, ItemForm)>,
    papers: bool,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut parts = parts.peekable();
    while let Some((mut part, mut form)) = parts.next() {
        if parts.peek().is_none()
            && !items.is_empty()
            && let Some((joint, _)) = Joint::split(&prose.text[part.clone()])
            // In the identity, where each item is printed by itself, a choice would be lost with its word.
            && (papers || !joint.is_choice())
        {
            part.start += joint.word().len() + 1;
            form = ItemForm::CommaJoined(joint);
        }
        items.push(comma_item(prose, part, form));
    }
    items
}

/// Parts of a text between commas, and how they will be written. Where some go on with the part before them, such an item
/// holds a comma, and can only stand on a line of its own.
fn joined(
    parts: impl Iterator<Item = Range<usize>>,
    mut goes_on: impl FnMut(&Range<usize>, &Range<usize>) -> bool,
) -> Vec<(Range<usize>, ItemForm)> {
    let mut all: Vec<(Range<usize>, ItemForm)> = Vec::new();
    for part in parts {
        match all.last_mut() {
            Some((last, form)) if goes_on(last, &part) => (last.end, *form) = (part.end, ItemForm::Dash),
            _ => all.push((part, ItemForm::Comma)),
        }
    }
    all
}
