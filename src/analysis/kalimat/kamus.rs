//! The verbs of activity sentences, from `data/kata-kerja.txt`, and what their forms tell of words not listed there. All
//! that is known of a word, the lists of small words included, is found by one look into one table.

use super::kata::{Lists, Piece, WordList, small_words};
use super::verb::{VerbClass, Voice};
use crate::lookup::{Lookup, Mark};
use crate::regulation::Office;
use crate::text::letters;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::LazyLock;

/// A verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub class: VerbClass,
    pub voice: Voice,
    /// The active form, where it is listed.
    pub active: Option<&'static str>,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    pub lists: Lists,
    pub verb: Option<Entry>,
    /// `memberi`, `melakukan`: its noun says what is done.
    pub carrier: Option<Voice>,
    /// `perintah`, `tanda tangan`: with `memberi`, `membubuhkan` and the like before it a verb.
    pub carried: Option<VerbClass>,
}

/// A word of a sentence with what is known of it; or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub piece: Piece<'t>,
    /// For looking the word up in other tables.
    pub mark: Mark,
    pub known: Known,
}

impl<'t> Deref for Token<'t> {
    type Target = Piece<'t>;

    fn deref(&self) -> &Piece<'t> {
        &self.piece
    }
}

impl Token<'_> {
    /// Whether it stands in a list.
    pub fn is(&self, list: WordList) -> bool {
        self.known.lists.has(list)
    }

    /// The voice of a verb; also of one that only its form tells.
    pub fn voice(&self) -> Option<Voice> {
        self.known.verb.map(|verb| verb.voice).or(self.known.carrier).or_else(|| guess(self.word))
    }
}

/// Whether a word stands in a list; asked of a [`Token`] without looking it up again.
pub(super) fn is(list: WordList, word: &str) -> bool {
    LISTED.words.get(word).is_some_and(|known| known.lists.has(list))
}

/// The words of a procedure's sentences: those that come with the program, and the verbs of its office, which go first.
#[derive(Clone, Copy)]
pub(super) struct Kamus<'a> {
    listed: &'static Listed,
    own: &'a BTreeMap<String, String>,
}

impl<'a> Kamus<'a> {
    pub fn of(office: &'a Office) -> Kamus<'a> {
        Kamus { listed: &LISTED, own: &office.verbs }
    }

    /// What is known of a word. It is the same verb with `-nya` or `-lah` at its end.
    fn know(self, word: &str, mark: Mark) -> Known {
        let mut known = self.exactly(word, mark);
        if let Some(root) = stripped(word) {
            let root = self.exactly(root, Mark::of(root));
            known.verb = known.verb.or(root.verb);
            known.carrier = known.carrier.or(root.carrier);
            known.carried = known.carried.or(root.carried);
        }
        known
    }

    fn exactly(self, word: &str, mark: Mark) -> Known {
        let mut known = self.listed.words.get_marked(word, mark).copied().unwrap_or_default();
        if let Some(class) = self.own.get(word).and_then(|name| VerbClass::named(name)) {
            known.verb = Some(Entry { class, voice: voice(word), active: None });
        }
        known
    }

    pub fn token<'t>(self, piece: Piece<'t>) -> Token<'t> {
        let mark = Mark::of(piece.word);
        Token { piece, mark, known: self.know(piece.word, mark) }
    }
}

impl Deref for Kamus<'_> {
    type Target = Listed;

    fn deref(&self) -> &Listed {
        self.listed
    }
}

/// The words that come with the program.
pub(super) struct Listed {
    words: Lookup<Known, &'static str>,
    /// The forms of the verbs that move work: a typing error in one of them is worth a second look.
    movers: Vec<(u32, &'static str)>,
    /// How their forms end.
    endings: Lookup<(), &'static str>,
}

static LISTED: LazyLock<Listed> =
    LazyLock::new(|| Listed::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/kata-kerja.txt"))));

/// Only a longer word is taken for a verb with a slip in it.
const LONG: usize = 9;
/// What a slip at the beginning of such a word leaves as it is.
const ENDING: usize = 5;

impl Listed {
    fn read(text: &'static str) -> Listed {
        // Ten letters a word, and the small words.
        let words = Lookup::with_room(text.len() / 10 + 500);
        let mut listed = Listed { words, movers: Vec::new(), endings: Lookup::default() };
        for (word, list) in small_words() {
            listed.word(word).lists.add(list);
        }
        let mut class = None;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                class = VerbClass::named(name);
                assert!(class.is_some() || name == "pengantar", "bug: no kind of verb `{name}`");
                continue;
            }
            match (class, line.strip_prefix('+')) {
                (Some(class), Some(noun)) => listed.word(noun).carried = Some(class),
                (Some(class), None) => listed.verb(class, line),
                (None, _) => {
                    let forms = line.split_whitespace().filter(|form| *form != "-");
                    forms.for_each(|form| listed.word(form).carrier = Some(voice(form)));
                }
            }
        }
        listed
    }

    fn word(&mut self, word: &'static str) -> &mut Known {
        self.words.entry(word, Known::default)
    }

    fn verb(&mut self, class: VerbClass, line: &'static str) {
        let active = line.split(' ').next().unwrap_or_default();
        for (at, form) in line.split(' ').enumerate().filter(|(_, form)| *form != "-") {
            let voice = if at == 2 { Voice::Nominal } else { voice(form) };
            self.word(form).verb.get_or_insert(Entry { class, voice, active: Some(active) });
            if class.moves() && matches!(voice, Voice::Active | Voice::Passive) && form.len() + 1 >= LONG {
                self.movers.push((letters(form), form));
                self.endings.entry(&form[form.len() - ENDING..], || ());
            }
        }
    }

    /// What a noun makes of the carrying verb before it; `next` is the word after it.
    pub fn carried(&self, carrier: &str, noun: &Token, next: &str) -> Option<VerbClass> {
        let class = if noun.word == "tanda" && next.starts_with("tangan") {
            self.words.get("tanda tangan").and_then(|known| known.carried)
        } else {
            noun.known.carried
        }?;
        // `memberi pembinaan`, `menyampaikan informasi`, but `melaksanakan pembinaan`, `menyampaikan disposisi`;
        // `mengambil keputusan`, but `mengambil nomor`; `mengirim notifikasi`, but `mengirim bantuan`.
        const TELLS: [&str; 4] = ["notifikasi", "pemberitahuan", "informasi", "pengumuman"];
        let is = |stem| carrier.contains(stem);
        let fits = match class {
            VerbClass::Inform if is("irim") => TELLS.contains(&noun.word),
            VerbClass::Inform => is("beri") || is("sampai"),
            VerbClass::Decide => !is("sampai") && !is("irim"),
            _ => !is("sampai") && !is("ambil") && !is("irim"),
        };
        fits.then_some(class)
    }

    /// The verb that moves work that a word not listed was probably meant to be: one slip away, in a long word.
    pub fn slip(&self, word: &str) -> Option<Entry> {
        let word = stripped(word).unwrap_or(word);
        if word.len() < LONG || !word.is_ascii() {
            return None;
        }
        // A slip behind the first two letters leaves `me`, `be` or `di`, any other the ending.
        let begins = matches!(word.as_bytes(), [b'm' | b'b', b'e', ..] | [b'd', b'i', ..]);
        if !begins && self.endings.get(&word[word.len() - ENDING..]).is_none() {
            return None;
        }
        // A slip takes one letter away and brings another at most.
        let own = letters(word);
        let without_one = |bits: u32| bits & bits.wrapping_sub(1);
        let near = |(mask, form): &&(u32, &str)| {
            form.len().abs_diff(word.len()) <= 1
                && without_one(without_one(mask ^ own)) == 0
                && one_slip(form, word)
        };
        let (_, form) = self.movers.iter().find(near)?;
        self.words.get(form)?.verb
    }
}

fn voice(form: &str) -> Voice {
    if form.starts_with("me") || form.starts_with("ber") {
        Voice::Active
    } else if form.starts_with("di") {
        Voice::Passive
    } else {
        Voice::Bare
    }
}

/// A word without `-nya` or `-lah` at its end.
fn stripped(word: &str) -> Option<&str> {
    match word.as_bytes() {
        [root @ .., b'n', b'y', b'a'] | [root @ .., b'l', b'a', b'h'] => Some(&word[..root.len()]),
        _ => None,
    }
}

/// The voice of a verb that is not listed, by its form alone.
pub(super) fn guess(word: &str) -> Option<Voice> {
    // `membelah` ends in its root.
    let word = stripped(word).filter(|word| word.len() >= 6).unwrap_or(word);
    let voice = match word.as_bytes() {
        [b'm', b'e', b'm' | b'n' | b'l' | b'r' | b'w' | b'y', ..] | [b'b', b'e', b'r', ..] => Voice::Active,
        [b'd', b'i', .., b'k', b'a', b'n'] => Voice::Passive,
        // `penyusunan`, `perbaikan`.
        [b'p' | b'k', b'e', .., b'a', b'n'] if word.len() > 7 => Voice::Nominal,
        _ => return None,
    };
    (word.len() >= 6 && !word.contains('-') && !is(WordList::LookAlike, word)).then_some(voice)
}

/// Whether one insertion, deletion, replacement or swap of neighbours makes one word of the other.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => a == &b[1..],
        std::cmp::Ordering::Greater => &a[1..] == b,
        std::cmp::Ordering::Equal => {
            a.is_empty()
                || a[1..] == b[1..]
                || (a.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::regulation::VERB_KINDS;

    fn found(word: &str, office: &Office) -> Option<(VerbClass, Voice)> {
        let known = Kamus::of(office).know(word, Mark::of(word));
        known.verb.map(|entry| (entry.class, entry.voice))
    }

    #[test]
    fn an_office_may_name_every_kind() {
        assert_eq!(VerbClass::ALL.map(|(name, _)| name), VERB_KINDS);
    }

    #[test]
    fn an_office_has_verbs_of_its_own() {
        let mut office = Office::default();
        assert_eq!(found("mengeposkan", &office), None);
        office.does("Mengeposkan", "menyerahkan");
        office.does("diposkan", "menyerahkan");
        office.does("menyusun", "mencatat");
        assert_eq!(found("mengeposkannya", &office), Some((VerbClass::HandOver, Voice::Active)));
        assert_eq!(found("diposkan", &office), Some((VerbClass::HandOver, Voice::Passive)));
        assert_eq!(found("menyusun", &office), Some((VerbClass::Record, Voice::Active)));
        assert_eq!(found("penyusunan", &office), Some((VerbClass::Draft, Voice::Nominal)));
    }

    #[test]
    fn a_verb_is_known_in_all_its_forms() {
        let found = |word| found(word, &Office::default());
        assert_eq!(found("menyampaikannya"), Some((VerbClass::HandOver, Voice::Active)));
        assert_eq!(found("dikembalikan"), Some((VerbClass::Return, Voice::Passive)));
        assert_eq!(found("penyusunan"), Some((VerbClass::Draft, Voice::Nominal)));
        assert_eq!(found("laporan"), None);
    }

    #[test]
    fn every_listed_form_has_the_prefix_of_its_voice() {
        let verbs = || LISTED.words.iter().filter_map(|(form, known)| Some((form, known.verb?)));
        for (form, entry) in verbs() {
            match entry.voice {
                Voice::Active => assert!(form.starts_with("me") || form.starts_with("be"), "{form}"),
                Voice::Passive => assert!(form.starts_with("di"), "{form}"),
                Voice::Nominal => assert!(form.starts_with('p') && form.ends_with("an"), "{form}"),
                Voice::Bare => assert!(!form.starts_with("me"), "{form}"),
            }
        }
        assert!(verbs().count() > 500);
    }

    #[test]
    fn a_slip_of_the_keys_is_seen_through_in_long_words_only() {
        let slip = |word| LISTED.slip(word).and_then(|entry| entry.active);
        assert_eq!(slip("menyampaiakn"), Some("menyampaikan"));
        assert_eq!(slip("mengembalkan"), Some("mengembalikan"));
        assert_eq!(slip("memerlakukan"), None);
        assert_eq!(slip("memimta"), None);
        for (typed, meant, near) in [
            ("disampaikam", "disampaikan", true),
            ("disampaiakn", "disampaikan", true),
            ("disampikan", "disampaikan", true),
            ("disampaikkan", "disampaikan", true),
            ("disampaikan", "disampaikan", true),
            // Two letters changed, also where one of them is the other's neighbour.
            ("disampaixy", "disampaizw", false),
            ("disampaikx", "disampaiyk", false),
            ("disampaipk", "disampaikq", false),
            ("disampai", "disampaikan", false),
        ] {
            assert_eq!(one_slip(typed, meant), near, "{typed} {meant}");
        }
    }

    #[test]
    fn words_not_listed_are_judged_by_their_form() {
        assert_eq!(guess("melaunch"), Some(Voice::Active));
        assert_eq!(guess("dimusyawarahkan"), Some(Voice::Passive));
        assert_eq!(guess("berkas"), None);
        assert_eq!(guess("mekanisme"), None);
        assert_eq!(guess("disposisi"), None);
        assert_eq!(guess("pemutakhiran"), Some(Voice::Nominal));
        assert_eq!(guess("kejaksaan"), Some(Voice::Nominal));
        for noun in ["pejabat", "bangunan", "keramik", "perlengkap", "pesanan"] {
            assert_eq!(guess(noun), None, "{noun}");
        }
    }
}
