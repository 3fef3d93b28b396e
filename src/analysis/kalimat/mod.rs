//! What the sentence of a row says: who acts, what is done, to whom the work goes, on which conditions.
//!
//! Rules and a list of verbs, no guessing by numbers: [`Kalimat`] holds what the words say plainly, and is silent
//! about the rest. It finds; the lints hold it against the arrows. How well it finds is measured by
//! `tests/kalimat.rs` on labelled sentences.

mod baca;
mod beside;
mod kamus;
mod kata;
mod panah;
mod pihak;
mod verb;

pub use beside::Beside;
pub use panah::Drawn;
pub use pihak::{Party, begins_office};
pub use verb::{VerbClass, Voice};

use crate::config::DaftarJabatan;
use crate::few::Few;
use crate::model::{KegiatanId, Sop};
use crate::regulation::Office;
use kata::WordList;
use std::ops::Range;

/// What the sentence of one row says. Places are bytes of the row's `uraian`.
#[derive(Clone, Debug, Default)]
pub struct Kalimat {
    /// Who stands in front as the one who acts.
    pub subjects: Vec<Party>,
    /// The verbs, in order.
    pub verbs: Few<Verb>,
    /// To whom the work goes, or goes back.
    pub handovers: Vec<HandOver>,
    /// `jika …`, without what is only done when needed (`bila perlu`).
    pub conditions: Vec<Condition>,
    /// `melalui Sekretaris`: may be the first to get it.
    pub via: Vec<Party>,
    /// The first word that may say that rows go on side by side: `bersamaan dengan kegiatan 3`.
    pub side_by_side: Option<Range<usize>>,
}

/// So many words of a text are read: no sentence has a tenth of them.
const MOST_WORDS: usize = 1000;

/// A verb of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// What it does; `None` for a verb that is known by its form only.
    pub class: Option<VerbClass>,
    /// Its form.
    pub voice: Voice,
    /// Its active form, where it is known: `menyusun` for `Penyusunan`.
    pub active: Option<&'static str>,
    /// Whether the row does it. False in `untuk ditandatangani`, `yang telah disusun`, `setelah diperiksa`.
    pub own: bool,
    /// Whether something that is not the verb of another activity follows it: `menyusun laporan`.
    pub object: bool,
    /// Where.
    pub range: Range<usize>,
}

/// A hand-over that the sentence speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// To whom; `None` for a return that names nobody.
    pub to: Option<Party>,
    /// Whether the work goes back (`mengembalikan`).
    pub back: bool,
    /// Whether `kepada` or the like says so; not where an order names its receiver directly.
    pub kepada: bool,
    /// The condition it stands under: an index into [`Kalimat::conditions`].
    pub condition: Option<usize>,
    /// The words that say so, the party included.
    pub range: Range<usize>,
}

/// A condition of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its words, without `jika`.
    pub range: Range<usize>,
    /// Whether it speaks of the bad case: `tidak lengkap`, `ada kesalahan`.
    pub refuses: bool,
}

/// Whether a word, in small letters, tells of an outcome that is bad: `kurang`, `salah`, `tidak`.
pub fn is_bad_news(word: &str) -> bool {
    kamus::is(WordList::Refusal, word)
}

/// Whether a word, in small letters, refuses what is asked for: `ditolak`, `pembatalan`.
pub fn rejects(word: &str) -> bool {
    kamus::is(WordList::Rejection, word)
}

/// What stands behind each of the sentences [`in_small_letters`], and in none of them.
const APART: &str = "\n";

/// The sentences of all rows one behind the other, ASCII letters small.
pub fn in_small_letters(sop: &Sop) -> String {
    let length = sop.kegiatan.iter().map(|row| row.uraian.len() + APART.len()).sum();
    let mut lower = String::with_capacity(length);
    for row in &sop.kegiatan {
        lower += &row.uraian;
        lower += APART;
    }
    lower.make_ascii_lowercase();
    lower
}

/// Reads a text; `lower` is the same in small ASCII letters.
fn read(text: &str, lower: &str, names: &pihak::Names, kamus: kamus::Kamus) -> Kalimat {
    read_with(&mut Vec::new(), text, lower, names, kamus)
}

/// The same with room for the words that was used before.
fn read_with<'t>(
    tokens: &mut Vec<kamus::Token<'t>>,
    text: &str,
    lower: &'t str,
    names: &pihak::Names,
    kamus: kamus::Kamus,
) -> Kalimat {
    tokens.clear();
    kata::cut(text, lower, |piece| {
        if tokens.len() < MOST_WORDS {
            tokens.push(kamus.token(piece));
        }
    });
    baca::read(tokens, names, kamus)
}

impl Kalimat {
    /// Reads the sentences of all rows, in their order, and what stands beside them; `lower` is [`in_small_letters`].
    pub fn of(
        sop: &Sop,
        lower: &str,
        jabatan: &DaftarJabatan,
        kantor: &Office,
    ) -> (Vec<Kalimat>, Vec<Beside>) {
        let names = pihak::in_small_letters(sop, jabatan);
        let names = pihak::Names::of(sop, jabatan, &names);
        let kamus = kamus::Kamus::of(kantor);
        let mut rest = lower;
        let mut tokens = Vec::with_capacity(32);
        let mut beside = Vec::new();
        let read = sop.kegiatan.iter().enumerate().map(|(at, row)| {
            let (own, others) = rest.split_at(row.uraian.len());
            rest = &others[APART.len()..];
            if !row.rincian.is_empty() || row.keterangan.is_some() {
                beside::of_row(KegiatanId::from_index(at), row, &names, kamus, &mut beside);
            }
            read_with(&mut tokens, &row.uraian, own, &names, kamus)
        });
        (read.collect(), beside)
    }

    /// Whether the row itself does something of this kind: signs, files, orders.
    pub fn does(&self, class: VerbClass) -> bool {
        self.verbs.iter().any(|verb| verb.own && verb.class == Some(class))
    }

    /// Whether a verb of this kind stands anywhere in the sentence, also in `untuk ditandatangani`.
    pub fn mentions(&self, class: VerbClass) -> bool {
        self.verbs.iter().any(|verb| verb.class == Some(class))
    }

    /// Whether the row itself grants what is asked for: signs, issues or approves it.
    pub fn grants(&self) -> bool {
        let grants = |verb: &Verb| verb.active.is_some_and(|active| kamus::is(WordList::Grant, active));
        self.does(VerbClass::Sign) || self.verbs.iter().any(|verb| verb.own && grants(verb))
    }

    /// What the row does first: the kind of its first verb of its own.
    pub fn class(&self) -> Option<VerbClass> {
        self.verbs.iter().find(|verb| verb.own).and_then(|verb| verb.class)
    }
}
