//! Who a sentence names: lanes by all their names and in part, and offices that have no lane.

use super::kamus::{Kamus, Voice, guess};
use super::kata::{Token, WordList, tokens};
use crate::config::Jabatan;
use crate::lookup::Lookup;
use crate::model::{PelaksanaId, Sop};
use std::ops::Range;
use std::sync::LazyLock;

/// Somebody named in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The lanes that it may mean: none for an office without a lane, several where the name alone does not tell.
    pub lanes: Vec<PelaksanaId>,
    /// Whether the name tells all: `Kabid Anu` may or may not be the lane `Kabid`.
    pub sure: bool,
    /// Where it stands in the sentence, in bytes.
    pub range: Range<usize>,
}

/// A name, cut into words.
struct Name {
    words: Vec<String>,
    /// `None`: an office that has no lane here.
    lane: Option<PelaksanaId>,
    /// How many words are enough to mean it.
    enough: usize,
    /// A general word that need not mean one certain office.
    general: bool,
}

/// The names of lanes and of the office's register that a sentence may hold, by first word, lanes first.
pub(super) struct Names(Lookup<Vec<Name>>);

/// The titles of `data/jabatan.txt`: long form and short forms, and whether a unit follows.
struct Title {
    /// A general word (`petugas`) that need not mean one certain office.
    general: bool,
    long: Vec<String>,
    short: Vec<Vec<String>>,
}

static TITLES: LazyLock<Vec<Title>> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/jabatan.txt"));
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let title = |line: &str| {
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

/// The offices of `data/jabatan.txt`, by first word.
static OFFICES: LazyLock<Lookup<Vec<Name>>> = LazyLock::new(|| {
    let mut names: Lookup<Vec<Name>> = Lookup::default();
    for title in TITLES.iter() {
        for words in std::iter::once(&title.long).chain(&title.short) {
            let name = Name { words: words.clone(), lane: None, enough: words.len(), general: title.general };
            names.entry(&words[0], Vec::new).push(name);
        }
    }
    names
});

/// A title and one of its forms.
type Form = (&'static Title, &'static [String]);

/// The forms of the titles, by first word.
static FORMS: LazyLock<Lookup<Vec<Form>>> = LazyLock::new(|| {
    let mut forms: Lookup<Vec<Form>> = Lookup::default();
    for title in TITLES.iter() {
        for form in std::iter::once(&title.long).chain(&title.short) {
            forms.entry(&form[0], Vec::new).push((title, form.as_slice()));
        }
    }
    forms
});

/// Whether an office of `data/jabatan.txt` begins with this word, in small letters.
pub fn begins_office(word: &str) -> bool {
    FORMS.get(word).is_some()
}

fn words(name: &str) -> Vec<String> {
    let lower = name.to_ascii_lowercase();
    tokens(name, &lower).iter().map(|token| token.word.to_owned()).collect()
}

/// A name with the long form of its title in place of the short one, and the other way round.
fn variants(name: &[String]) -> Vec<(Vec<String>, usize)> {
    let forms = name.first().and_then(|first| FORMS.get(first));
    let starting = forms.into_iter().flatten().filter(|(_, form)| name.starts_with(form));
    let Some((title, form)) = starting.max_by_key(|(_, form)| form.len()) else {
        // Two words of a long name are enough, if they are not all of a shorter one.
        return vec![(name.to_vec(), name.len().min(2))];
    };
    let rest = &name[form.len()..];
    let forms = std::iter::once(&title.long).chain(&title.short);
    forms.map(|form| ([form.as_slice(), rest].concat(), form.len())).collect()
}

impl Names {
    /// The names of a procedure's lanes, and those of the office's register that have none.
    pub fn of(sop: &Sop, register: &[Jabatan]) -> Names {
        let mut names = Names(Lookup::default());
        for (at, lane) in sop.pelaksana.iter().enumerate() {
            let lane_of = Some(PelaksanaId::from_index(at));
            for name in std::iter::once(&lane.pendek).chain(&lane.nama_lain).chain(&lane.panjang) {
                for (words, enough) in variants(&words(name)) {
                    names.add(Name { words, lane: lane_of, enough, general: false });
                }
            }
        }
        for name in register
            .iter()
            .flat_map(|role| std::iter::once(&role.pendek).chain(&role.nama_lain).chain(&role.panjang))
        {
            let words = words(name);
            names.add(Name { enough: words.len(), words, lane: None, general: false });
        }
        names
    }

    fn add(&mut self, name: Name) {
        if let Some(first) = name.words.first() {
            self.0.entry(first, Vec::new).push(name);
        }
    }

    /// Who is named at a word, and how many words name them.
    pub fn at(&self, tokens: &[Token], kamus: Kamus) -> Option<(Party, usize)> {
        let first = tokens.first()?;
        let mut longest = 0;
        let mut whole = false;
        let mut lanes: Vec<PelaksanaId> = Vec::new();
        let mut title_only = false;
        let mut general = false;
        for names in [self.0.get(first.word), OFFICES.get(first.word)] {
            for name in names.into_iter().flatten() {
                let same =
                    name.words.iter().zip(tokens).take_while(|(word, token)| *word == token.word).count();
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
        let extra = extension(&tokens[longest..], kamus);
        if lanes.is_empty() && extra == 0 {
            // `Sekretaris`, where the only lane of that title is `Sekretaris Badan`.
            let starts =
                |name: &&Name| name.words.iter().zip(tokens).take(longest).all(|(a, b)| *a == b.word);
            for name in self.0.get(first.word).into_iter().flatten().filter(starts) {
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
fn extension(tokens: &[Token], kamus: Kamus) -> usize {
    let mut count = 0;
    while let Some(token) = tokens.get(count) {
        let joins = token.word == "dan"
            && count > 0
            && tokens.get(count + 1).is_some_and(|next| names_unit(next, kamus));
        if !joins && !names_unit(token, kamus) {
            break;
        }
        count += 1;
    }
    count
}

fn names_unit(token: &Token, kamus: Kamus) -> bool {
    let known = kamus.find(token.word).map(|entry| entry.voice).or_else(|| kamus.carrier(token.word));
    let verb = matches!(known.or_else(|| guess(token.word)), Some(Voice::Active | Voice::Passive));
    !token.is_mark() && !token.is(WordList::EndsName) && !verb
}
