//! Who a sentence names: lanes by all their names and in part, and offices that have no lane.

use super::kamus::Token;
use super::kata::{WordList, cut};
use super::verb::Voice;
use crate::config::Jabatan;
use crate::few::Few;
use crate::lookup::Lookup;
use crate::model::{PelaksanaId, Sop};
use std::ops::Range;
use std::sync::LazyLock;

/// Somebody named in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The lanes that it may mean: none for an office without a lane, several where the name alone does not tell.
    pub lanes: Few<PelaksanaId>,
    /// Whether the name tells all: `Kabid Anu` may or may not be the lane `Kabid`.
    pub sure: bool,
    /// Where it stands in the sentence, in bytes.
    pub range: Range<usize>,
}

/// A name, cut into words.
struct Name<'a> {
    words: Vec<&'a str>,
    /// `None`: an office that has no lane here.
    lane: Option<PelaksanaId>,
    /// How many words are enough to mean it.
    enough: usize,
    /// A general word that need not mean one certain office.
    general: bool,
}

/// Names by first word.
type ByFirst<'a, V> = Lookup<Vec<V>, &'a str>;

/// Where more names than that begin with one word, the word names nobody.
const MOST_NAMES: usize = 500;

/// The names of lanes and of the office's register that a sentence may hold, lanes first.
pub(super) struct Names<'a>(ByFirst<'a, Name<'a>>);

/// The titles of `data/jabatan.txt`: long form and short forms, and whether a unit follows.
struct Title {
    /// A general word (`petugas`) that need not mean one certain office.
    general: bool,
    long: Vec<&'static str>,
    short: Vec<Vec<&'static str>>,
}

impl Title {
    fn forms(&self) -> impl Iterator<Item = &Vec<&'static str>> {
        std::iter::once(&self.long).chain(&self.short)
    }
}

static TITLES: LazyLock<Vec<Title>> = LazyLock::new(|| {
    // All of it is in small letters.
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/jabatan.txt"));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let title = |line: &'static str| {
        let (long, short) = line.split_once('=').unwrap_or((line, ""));
        let (general, long) = long.strip_prefix('~').map_or((false, long), |long| (true, long));
        Title {
            general,
            long: words(long.trim_end_matches([' ', '…'])),
            short: short.split(',').map(words).filter(|words| !words.is_empty()).collect(),
        }
    };
    lines.map(title).collect()
});

/// The offices of `data/jabatan.txt`.
static OFFICES: LazyLock<ByFirst<Name>> = LazyLock::new(|| {
    let mut names = Lookup::default();
    for title in TITLES.iter() {
        for words in title.forms() {
            let name = Name { words: words.clone(), lane: None, enough: words.len(), general: title.general };
            names.entry(words[0], Vec::new).push(name);
        }
    }
    names
});

/// A title and one of its forms.
type Form = (&'static Title, &'static [&'static str]);

/// The forms of the titles.
static FORMS: LazyLock<ByFirst<Form>> = LazyLock::new(|| {
    let mut forms = Lookup::default();
    for title in TITLES.iter() {
        for form in title.forms() {
            forms.entry(form[0], Vec::new).push((title, form.as_slice()));
        }
    }
    forms
});

/// Whether an office of `data/jabatan.txt` begins with this word, in small letters.
pub fn begins_office(word: &str) -> bool {
    FORMS.get(word).is_some()
}

/// The words of a text in small letters.
fn words(lower: &str) -> Vec<&str> {
    let mut words = Vec::new();
    cut(lower, lower, |piece| words.push(piece.word));
    words
}

/// The names of a procedure's lanes, and those of the office's register, which have none.
fn names<'a>(sop: &'a Sop, register: &'a [Jabatan]) -> impl Iterator<Item = (&'a str, Option<PelaksanaId>)> {
    let lanes = sop.pelaksana.iter().enumerate().flat_map(|(at, lane)| {
        let names = lane.names();
        names.map(move |name| (name.as_str(), Some(PelaksanaId::from_index(at))))
    });
    let roles = register.iter().flat_map(|role| role.names());
    lanes.chain(roles.map(|name| (name.as_str(), None)))
}

/// All names one after the other, as [`Names::of`] wants them.
pub(super) fn in_small_letters(sop: &Sop, register: &[Jabatan]) -> String {
    let mut lower = String::with_capacity(names(sop, register).map(|(name, _)| name.len()).sum());
    names(sop, register).for_each(|(name, _)| lower += name);
    lower.make_ascii_lowercase();
    lower
}

impl<'a> Names<'a> {
    /// The names of a procedure's lanes, and those of the office's register that have none.
    pub fn of(sop: &Sop, register: &[Jabatan], lower: &'a str) -> Names<'a> {
        let mut found = Names(Lookup::default());
        let mut rest = lower;
        for (name, lane) in names(sop, register) {
            let (own, others) = rest.split_at(name.len());
            rest = others;
            let words = words(own);
            match lane {
                Some(_) => found.lane(words, lane),
                None => found.add(Name { enough: words.len(), words, lane, general: false }),
            }
        }
        found
    }

    /// A lane's name, also with the long form of its title in place of the short one, and the other way round.
    fn lane(&mut self, words: Vec<&'a str>, lane: Option<PelaksanaId>) {
        let forms = words.first().and_then(|first| FORMS.get(first));
        let starting = forms.into_iter().flatten().filter(|(_, form)| words.starts_with(form));
        let Some((title, form)) = starting.max_by_key(|(_, form)| form.len()) else {
            // Two words of a long name are enough, if they are not all of a shorter one.
            return self.add(Name { enough: words.len().min(2), words, lane, general: false });
        };
        let rest = &words[form.len()..];
        for form in title.forms() {
            let words = [form.as_slice(), rest].concat();
            self.add(Name { words, lane, enough: form.len(), general: false });
        }
    }

    fn add(&mut self, name: Name<'a>) {
        if let Some(&first) = name.words.first() {
            self.0.entry(first, Vec::new).push(name);
        }
    }

    /// Whether a name may stand at the beginning of a text in small letters.
    pub fn may_begin(&self, lower: &str) -> bool {
        let mut first = None;
        let end = lower.find(' ').unwrap_or(lower.len());
        cut(&lower[..end], &lower[..end], |piece| first = first.or(Some(piece.word)));
        first.is_some_and(|word| self.0.get(word).is_some())
    }

    /// Who is named at a word, and how many words name them.
    pub fn at(&self, tokens: &[Token]) -> Option<(Party, usize)> {
        let first = tokens.first()?;
        let own = self.0.get_marked(first.word, first.mark);
        let offices = OFFICES.get_marked(first.word, first.mark);
        if own.is_none() && offices.is_none() || own.is_some_and(|names| names.len() > MOST_NAMES) {
            return None;
        }
        let mut longest = 0;
        let mut whole = false;
        let mut lanes: Few<PelaksanaId> = Few::new();
        let mut title_only = false;
        let mut general = false;
        for names in [own, offices] {
            for name in names.into_iter().flatten() {
                let same =
                    name.words.iter().zip(tokens).take_while(|(word, token)| **word == token.word).count();
                let complete = same == name.words.len();
                let ends_well = complete || !tokens[same - 1].is(WordList::EndsName);
                if same < name.enough || !ends_well || (same, complete) < (longest, whole) {
                    continue;
                }
                // An office is a name of nobody's when a lane has the same words.
                if (same, complete) == (longest, whole) && name.lane.is_none() {
                    continue;
                }
                if (same, complete) > (longest, whole) {
                    (longest, whole) = (same, complete);
                    lanes.clear();
                    title_only = !complete && same == name.enough;
                    general = name.general;
                }
                if let Some(lane) = name.lane
                    && !lanes.contains(&lane)
                {
                    lanes.push(lane);
                }
            }
        }
        if longest == 0 {
            return None;
        }
        let extra = extension(&tokens[longest..]);
        if lanes.is_empty() && extra == 0 {
            // `Sekretaris`, where the only lane of that title is `Sekretaris Badan`.
            let starts =
                |name: &&Name| name.words.iter().zip(tokens).take(longest).all(|(a, b)| *a == b.word);
            for name in own.into_iter().flatten().filter(starts) {
                lanes.extend(name.lane.filter(|lane| !lanes.contains(lane)));
            }
        }
        // `Kepala Bidang Perencanaan` is not the lane `Kepala Bidang Rehabilitasi Sosial`.
        let other = title_only && extra > 0;
        if other {
            lanes.clear();
        }
        let end = tokens[longest + extra - 1].end;
        let sure = if lanes.is_empty() { !general } else { extra == 0 };
        Some((Party { lanes, sure, range: first.start..end }, longest + extra))
    }
}

/// How many words go on naming the unit of an office: `Kepala Dinas` *Pekerjaan Umum dan Tata Ruang*.
fn extension(tokens: &[Token]) -> usize {
    let mut count = 0;
    while let Some(token) = tokens.get(count) {
        let joins = token.word == "dan" && count > 0 && tokens.get(count + 1).is_some_and(names_unit);
        if !joins && !names_unit(token) {
            break;
        }
        count += 1;
    }
    count
}

fn names_unit(token: &Token) -> bool {
    let verb = || matches!(token.voice(), Some(Voice::Active | Voice::Passive));
    !token.is_mark() && !token.is(WordList::EndsName) && !verb()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_listed_in_small_letters() {
        assert!(!TITLES.is_empty());
        assert!(TITLES.iter().flat_map(Title::forms).flatten().all(|word| *word == word.to_lowercase()));
    }
}
