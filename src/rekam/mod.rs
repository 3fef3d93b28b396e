//! What really happened, held against the procedure: filled forms come back, and are compared row by row.
//!
//! [`baca`] reads bytes into cases and says what cannot be read, each with its place; [`nilai`] compares; [`xes`] gives
//! the cases to other tools. Nothing is guessed: a case with an entry that cannot be read is not judged, and said so.

pub mod baca;
pub mod nilai;
pub mod putar;
pub mod saat;
pub mod xes;

use crate::analysis::sound::Hasil;
use crate::model::{Setelah, SimpulId, Sop};
use crate::text::Lang;
use saat::Saat;

/// A case: one run of the procedure, as it was recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Berkas {
    /// Its number.
    pub nomor: String,
    /// What it is about.
    pub perihal: String,
    /// What was done, in the order of the file.
    pub entri: Vec<Entri>,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entri {
    /// Where in the procedure.
    pub simpul: SimpulId,
    /// The first, second, … time.
    pub putaran: u32,
    /// Who is recorded, as written; nobody where nothing else than the printed actor is known.
    pub pelaksana: Vec<String>,
    /// It was done under an earlier version, whose actors and outcomes this one need not know.
    pub terdahulu: bool,
    /// When it began.
    pub mulai: Option<Saat>,
    /// When it ended.
    pub selesai: Option<Saat>,
    /// What came of it; `None` while it goes on, or where the outcome was not recorded.
    pub hasil: Option<Hasil>,
    /// Begun and not ended.
    pub berjalan: bool,
    /// By paper of the row, whether it was ticked; `None` where papers are not recorded.
    pub kelengkapan: Option<Vec<bool>>,
    /// The same of what was made.
    pub output: Option<Vec<bool>>,
    /// Where it stands in its file.
    pub letak: Kata,
}

impl Entri {
    /// By what entries are put in order: the end, else the beginning.
    pub fn waktu(&self) -> Option<Saat> {
        self.selesai.or(self.mulai)
    }
}

/// Words in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kata {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Kata {
    /// The same in both, or each in its own.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Kata {
        Kata { id: id.into(), en: en.into() }
    }

    /// In one language.
    pub fn words(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

/// What cannot be read, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cacat {
    /// The case that is not judged for it; `None` where it is the whole file.
    pub berkas: Option<String>,
    /// Where in the file.
    pub letak: Kata,
    /// What is.
    pub apa: Kata,
    /// The remedy.
    pub saran: Kata,
}

/// What came of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bacaan {
    /// The cases that were read without fault.
    pub berkas: Vec<Berkas>,
    /// What was not.
    pub cacat: Vec<Cacat>,
    /// The file does not say which version of the procedure it belongs to.
    pub tanpa_sidik: bool,
}

/// The outcome with this answer: `ya`, `tidak`, or the words of a condition.
pub(crate) fn hasil_dari(sop: &Sop, simpul: SimpulId, jawaban: &str) -> Option<Hasil> {
    let wanted = crate::text::fold(jawaban);
    match &sop[simpul].setelah {
        Setelah::Jika(cabang) => {
            let same = |text: &str| crate::text::fold(text) == wanted;
            cabang
                .iter()
                .position(|it| same(it.jawaban.teks()) || it.kondisi.as_deref().is_some_and(same))
                .map(Hasil::Cabang)
        }
        Setelah::Ke(_) | Setelah::Bersamaan(_) => {
            matches!(wanted.as_str(), "" | "selesai" | "done").then_some(Hasil::Selesai)
        }
    }
}
