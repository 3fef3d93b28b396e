//! Where a comma divides a list, and where it belongs to an item: in a citation, a choice, a sentence.

use super::ast::{Item, ItemForm, Joint};
use super::keys::Key;
use super::prose::Prose;
use crate::text::begins_with;

/// Whether a level of an agency begins with a word: `Dinas`, `Puskesmas`.
pub(super) fn begins_level(word: &str) -> bool {
    const BEGIN: [&str; 36] = [
        "pemerintah",
        "kementerian",
        "sekretariat",
        "inspektorat",
        "direktorat",
        "dinas",
        "badan",
        "kantor",
        "satuan",
        "kecamatan",
        "kelurahan",
        "desa",
        "nagari",
        "uptd",
        "upt",
        "puskesmas",
        "rsud",
        "bagian",
        "bidang",
        "biro",
        "balai",
        "unit",
        "subbagian",
        "seksi",
        "cabang",
        "sekolah",
        "sd",
        "sdn",
        "smp",
        "smpn",
        "sma",
        "sman",
        "smk",
        "smkn",
        "rumah",
        "politeknik",
    ];
    BEGIN.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// `Pemerintah Kabupaten Sejahtera, Dinas Kesehatan`: levels of an agency, where behind every comma one begins. The name
/// of one agency may hold commas, too.
pub(super) fn levels(prose: &Prose<'_>) -> Option<Vec<Item>> {
    let begins = |range: &std::ops::Range<usize>| {
        begins_level(prose.text[range.clone()].split_whitespace().next().unwrap_or_default())
    };
    let levels: Vec<_> = comma_parts(prose, 0).collect();
    let item = |range| Item { comments: Vec::new(), text: prose.part(range), form: ItemForm::Dash };
    (levels.len() > 1 && levels.iter().all(begins)).then(|| levels.into_iter().map(item).collect())
}

/// The ranges between commas, from a place on. A comma between digits (`1,5 rim`) separates nothing.
pub(super) fn comma_parts<'p>(
    prose: &'p Prose<'_>,
    from: usize,
) -> impl Iterator<Item = std::ops::Range<usize>> + 'p {
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
    const BEGIN: [&str; 7] = ["jika", "apabila", "bila", "bilamana", "kalau", "jikalau", "dalam hal"];
    let words = words.trim_start().to_lowercase();
    BEGIN.iter().any(|begin| words.strip_prefix(begin).is_some_and(|rest| rest.starts_with(' ')))
        && !concludes(&words)
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
fn choice(prose: &Prose<'_>, from: usize) -> Option<std::ops::Range<usize>> {
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

/// Whether what follows the first blank says `maka`.
fn concludes(words: &str) -> bool {
    words.to_lowercase().split(' ').skip(1).any(|word| word == "maka")
}

/// The items between commas, from a place in the text on.
pub(super) fn comma_items(prose: &Prose<'_>, from: usize, key: Key) -> Vec<Item> {
    let sentences = key == Key::Peringatan;
    let mut parts = comma_parts(prose, from).filter(|part| !prose.trimmed(part.clone()).is_empty());
    let commas = prose.text.bytes().filter(|byte| *byte == b',').count();
    let mut items = Vec::with_capacity(1 + commas);
    let mut take = |part, form| items.push(Item { comments: Vec::new(), text: prose.part(part), form });
    let Some(mut last) = parts.next() else { return items };
    let (mut alone, mut form) = (true, ItemForm::Comma);
    let mut goes_on = sentences && is_clause(&prose.text[last.clone()]);
    let choice = if key == Key::KualifikasiPelaksana && commas > 0 { choice(prose, from) } else { None };
    let of_choice =
        |range: &std::ops::Range<usize>| choice.as_ref().is_some_and(|it| it.contains(&range.start));
    for part in parts {
        let cited =
            key == Key::DasarHukum && goes_on_with(&prose.text[last.clone()], &prose.text[part.clone()]);
        if cited || of_choice(&part) {
            form = ItemForm::Dash;
            last.end = part.end;
        } else if goes_on {
            // It holds a comma, and can only stand on a line of its own.
            form = ItemForm::Dash;
            goes_on = !concludes(&prose.text[part.clone()]);
            last.end = part.end;
        } else {
            take(last, form);
            goes_on = sentences && is_clause(&prose.text[part.clone()]);
            (alone, last, form) = (false, part, ItemForm::Comma);
        }
    }
    let words = prose.trimmed(last.clone());
    let papers = matches!(key, Key::Kelengkapan | Key::Output);
    if let Some((joint, _)) = Joint::split(&prose.text[words.clone()]).filter(|_| !alone) {
        // In the identity, where each item is printed by itself, a choice would be lost with its word.
        if papers || !joint.is_choice() {
            last.start = words.start + joint.word().len() + 1;
            form = ItemForm::CommaJoined(joint);
        }
    }
    take(last, form);
    items
}
