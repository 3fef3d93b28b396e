//! The verbs of activity sentences, from `data/kata-kerja.txt`, and what their forms tell of words not listed there.

use super::kata::{WordList, is};
use crate::lookup::Lookup;
use crate::regulation::Office;
use crate::text::letters;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::LazyLock;

/// What a verb does with the work. Each is called by a verb of its kind, as in `data/kata-kerja.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerbClass {
    /// `mengajukan`: up, for somebody's decision.
    Submit,
    /// `menyerahkan`: on, to somebody.
    HandOver,
    /// `memerintahkan`: down; also asking somebody for something.
    Order,
    /// `mengembalikan`: back.
    Return,
    /// `menerima`
    Receive,
    /// `memeriksa`
    Check,
    /// `memutuskan`
    Decide,
    /// `menandatangani`: a paper takes effect.
    Sign,
    /// `memaraf`
    Initial,
    /// `menyusun`
    Draft,
    /// `memperbaiki`
    Correct,
    /// `mencatat`
    Record,
    /// `mengarsipkan`
    File,
    /// `memberitahukan`: somebody is told, and the work stays.
    Inform,
    /// `melaksanakan`: anything else that is done.
    CarryOut,
    /// `memenuhi`: what something is like, nothing that is done.
    State,
}

impl VerbClass {
    /// All, with the verb that names each in the data.
    pub const ALL: [(&'static str, VerbClass); 16] = [
        ("mengajukan", VerbClass::Submit),
        ("menyerahkan", VerbClass::HandOver),
        ("memerintahkan", VerbClass::Order),
        ("mengembalikan", VerbClass::Return),
        ("menerima", VerbClass::Receive),
        ("memeriksa", VerbClass::Check),
        ("memutuskan", VerbClass::Decide),
        ("menandatangani", VerbClass::Sign),
        ("memaraf", VerbClass::Initial),
        ("menyusun", VerbClass::Draft),
        ("memperbaiki", VerbClass::Correct),
        ("mencatat", VerbClass::Record),
        ("mengarsipkan", VerbClass::File),
        ("memberitahukan", VerbClass::Inform),
        ("melaksanakan", VerbClass::CarryOut),
        ("keadaan", VerbClass::State),
    ];

    fn named(name: &str) -> Option<VerbClass> {
        VerbClass::ALL.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// The verb that names it.
    pub fn name(self) -> &'static str {
        VerbClass::ALL.iter().find(|(_, class)| *class == self).map_or("", |(name, _)| name)
    }

    /// Whether the work moves to somebody.
    pub fn moves(self) -> bool {
        matches!(self, VerbClass::Submit | VerbClass::HandOver | VerbClass::Order | VerbClass::Return)
    }
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// `menyusun`, `berkoordinasi`
    Active,
    /// `disusun`
    Passive,
    /// `penyusunan`
    Nominal,
    /// `susun`; in the middle of a sentence such a word is mostly a noun (`paraf`).
    Bare,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub class: VerbClass,
    pub voice: Voice,
    /// The active form, where it is listed.
    pub active: Option<&'static str>,
}

/// The verbs of a procedure's sentences: those that come with the program, and those of its office, which go first.
#[derive(Clone, Copy)]
pub(super) struct Kamus<'a> {
    listed: &'static Listed,
    own: &'a BTreeMap<String, String>,
}

impl<'a> Kamus<'a> {
    pub fn of(office: &'a Office) -> Kamus<'a> {
        Kamus { listed: &LISTED, own: &office.verbs }
    }

    /// What a word is, without `-nya`, `-lah` and `-kan`'s like at its end.
    pub fn find(self, word: &str) -> Option<Entry> {
        let own = |word: &str| {
            let class = VerbClass::named(self.own.get(word)?)?;
            Some(Entry { class, voice: voice(word), active: None })
        };
        let find = |word| self.listed.words.get(word).copied();
        let find = |word| (!self.own.is_empty()).then(|| own(word)).flatten().or_else(|| find(word));
        find(word).or_else(|| stripped(word).and_then(find))
    }
}

impl Deref for Kamus<'_> {
    type Target = Listed;

    fn deref(&self) -> &Listed {
        self.listed
    }
}

/// The verbs that come with the program.
pub(super) struct Listed {
    words: Lookup<Entry, &'static str>,
    /// `perintah`, `tanda tangan`: with `memberi`, `membubuhkan` and the like before them a verb.
    carried: Lookup<VerbClass, &'static str>,
    /// `memberi`, `melakukan`: their noun says what is done.
    carriers: Lookup<Voice, &'static str>,
    /// The forms of the verbs that move work: a typing error in one of them is worth a second look.
    movers: Vec<(u32, &'static str)>,
}

static LISTED: LazyLock<Listed> =
    LazyLock::new(|| Listed::read(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/kata-kerja.txt"))));

impl Listed {
    fn read(text: &'static str) -> Listed {
        let mut kamus = Listed {
            // Ten letters a word.
            words: Lookup::with_room(text.len() / 10),
            carried: Lookup::default(),
            carriers: Lookup::default(),
            movers: Vec::new(),
        };
        let mut class = None;
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                class = VerbClass::named(name);
                assert!(class.is_some() || name == "pengantar", "bug: no kind of verb `{name}`");
                continue;
            }
            match (class, line.strip_prefix('+')) {
                (Some(class), Some(noun)) => {
                    *kamus.carried.entry(noun, || class) = class;
                }
                (Some(class), None) => kamus.verb(class, line),
                (None, _) => {
                    let forms = line.split_whitespace().filter(|form| *form != "-");
                    forms.for_each(|form| *kamus.carriers.entry(form, || voice(form)) = voice(form));
                }
            }
        }
        kamus
    }

    fn verb(&mut self, class: VerbClass, line: &'static str) {
        let active = line.split(' ').next().unwrap_or_default();
        for (at, form) in line.split(' ').enumerate().filter(|(_, form)| *form != "-") {
            let voice = if at == 2 { Voice::Nominal } else { voice(form) };
            self.words.entry(form, || Entry { class, voice, active: Some(active) });
            if class.moves() && matches!(voice, Voice::Active | Voice::Passive) {
                self.movers.push((letters(form), form));
            }
        }
    }

    /// Whether its noun says what is done.
    pub fn carrier(&self, word: &str) -> Option<Voice> {
        self.carriers.get(word).or_else(|| self.carriers.get(stripped(word)?)).copied()
    }

    /// What a noun makes of the carrying verb before it; `next` is the word after it.
    pub fn carried(&self, carrier: &str, noun: &str, next: &str) -> Option<VerbClass> {
        let found = if noun == "tanda" && next.starts_with("tangan") {
            self.carried.get("tanda tangan")
        } else {
            self.carried.get(noun).or_else(|| self.carried.get(stripped(noun)?))
        };
        let class = *found?;
        // `memberi pembinaan`, `menyampaikan informasi`, but `melaksanakan pembinaan`, `menyampaikan disposisi`;
        // `mengambil keputusan`, but `mengambil nomor`.
        let is = |stem| carrier.contains(stem);
        let fits = match class {
            VerbClass::Inform => is("beri") || is("sampai"),
            VerbClass::Decide => !is("sampai"),
            _ => !is("sampai") && !is("ambil"),
        };
        fits.then_some(class)
    }

    /// The verb that moves work that a word not listed was probably meant to be: one slip away, in a long word.
    pub fn slip(&self, word: &str) -> Option<Entry> {
        const LONG: usize = 9;
        let word = stripped(word).unwrap_or(word);
        if word.len() < LONG || !word.is_ascii() {
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
        self.movers.iter().find(near).and_then(|(_, form)| self.words.get(form)).copied()
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

fn stripped(word: &str) -> Option<&str> {
    word.strip_suffix("nya").or_else(|| word.strip_suffix("lah"))
}

/// The voice of a verb that is not listed, by its form alone.
pub(super) fn guess(word: &str) -> Option<Voice> {
    // `membelah` ends in its root.
    let word = stripped(word).filter(|word| word.len() >= 6).unwrap_or(word);
    if word.len() < 6 || is(WordList::LookAlike, word) || word.contains('-') {
        return None;
    }
    let nasal = matches!(word.as_bytes(), [b'm', b'e', b'm' | b'n' | b'l' | b'r' | b'w' | b'y', ..]);
    if nasal || word.starts_with("ber") {
        Some(Voice::Active)
    } else if word.starts_with("di") && word.ends_with("kan") {
        Some(Voice::Passive)
    } else if nominal(word) {
        Some(Voice::Nominal)
    } else {
        None
    }
}

/// `penyusunan`, `perbaikan`, by form.
fn nominal(word: &str) -> bool {
    word.len() > 7 && (word.starts_with("pe") || word.starts_with("ke")) && word.ends_with("an")
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
        Kamus::of(office).find(word).map(|entry| (entry.class, entry.voice))
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
        for (form, entry) in LISTED.words.iter() {
            match entry.voice {
                Voice::Active => assert!(form.starts_with("me") || form.starts_with("be"), "{form}"),
                Voice::Passive => assert!(form.starts_with("di"), "{form}"),
                Voice::Nominal => assert!(form.starts_with('p') && form.ends_with("an"), "{form}"),
                Voice::Bare => assert!(!form.starts_with("me"), "{form}"),
            }
        }
        assert!(LISTED.words.iter().count() > 500);
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
