//! The places of the flow and what comes after them, as resolved.

use super::{AkhirId, KegiatanId, PelaksanaId, SimpulId};
use crate::few::Few;
use crate::source::Span;

/// A place in the flow.
#[derive(Clone, Debug)]
pub struct Simpul {
    /// Its row.
    pub kegiatan: KegiatanId,
    /// Its place in the row's chain, from 0. Alternatives share it.
    pub tempat: u32,
    /// Who acts: one, or several together. In print order of the lanes as typed.
    pub oleh: Few<PelaksanaId>,
    /// The places that must have been done before this one starts (join), when not empty. Those of one row and one
    /// `tempat` are alternatives: one of them is enough.
    pub menunggu: Vec<SimpulId>,
    /// What comes after.
    pub setelah: Setelah,
    /// Where the actors are written.
    pub span: Span,
}

/// What comes after a place.
#[derive(Clone, Debug)]
pub enum Setelah {
    /// One way on.
    Ke(Lanjutan),
    /// A decision.
    Jika(Vec<Cabang>),
    /// All at once (fork); one [`Sasaran`] a branch.
    Bersamaan(Vec<Lanjutan>),
}

/// An outcome of a decision.
#[derive(Clone, Debug)]
pub struct Cabang {
    /// The answer.
    pub jawaban: Jawaban,
    /// The condition in words: `ya, berkas lengkap`.
    pub kondisi: Option<String>,
    /// Where the case goes.
    pub lanjutan: Lanjutan,
}

/// The answer of an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Jawaban {
    /// `ya`
    Ya,
    /// `tidak`
    Tidak,
    /// `jika KONDISI`
    Jika(String),
}

/// Where a case goes.
#[derive(Clone, Debug)]
pub struct Lanjutan {
    /// To.
    pub ke: Sasaran,
    /// Forward or back.
    pub arah: Arah,
    /// `paling banyak K kali`
    pub paling_banyak: Option<u32>,
    /// What happens after that; without it the outcome may not be taken again.
    pub lalu: Option<Sasaran>,
    /// The line that says so; the row's actor part where no line does.
    pub span: Span,
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sasaran {
    /// One place; several ids are alternatives, any one of which takes the case.
    Simpul(Few<SimpulId>),
    /// An end.
    Akhir(AkhirId),
}

/// Forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arah {
    /// To a later place, or to an end.
    Maju,
    /// To this or an earlier place.
    Kembali,
}

impl Cabang {
    /// Whether it refuses or sends back. That papers are missing is often its very reason.
    pub fn menolak(&self) -> bool {
        self.jawaban == Jawaban::Tidak || self.lanjutan.arah == Arah::Kembali
    }
}

impl Jawaban {
    /// As in the facts and in the JSON: `ya`, `tidak`, or the condition.
    pub fn teks(&self) -> &str {
        match self {
            Jawaban::Ya => "ya",
            Jawaban::Tidak => "tidak",
            Jawaban::Jika(kondisi) => kondisi,
        }
    }
}

impl Setelah {
    /// The arrows of an outcome, counted from 0: several only in a fork.
    pub fn outcome(&self, at: usize) -> Option<Vec<&Lanjutan>> {
        match self {
            Setelah::Jika(cabang) => cabang.get(at).map(|of| vec![&of.lanjutan]),
            Setelah::Ke(lanjutan) => (at == 0).then(|| vec![lanjutan]),
            Setelah::Bersamaan(branches) => (at == 0).then(|| branches.iter().collect()),
        }
    }

    /// All ways on, in the order of the text.
    pub fn lanjutan(&self) -> impl Iterator<Item = &Lanjutan> {
        let (one, outcomes, branches) = match self {
            Setelah::Ke(lanjutan) => (Some(lanjutan), &[][..], &[][..]),
            Setelah::Jika(cabang) => (None, cabang.as_slice(), &[][..]),
            Setelah::Bersamaan(branches) => (None, &[][..], branches.as_slice()),
        };
        one.into_iter().chain(outcomes.iter().map(|cabang| &cabang.lanjutan)).chain(branches)
    }
}

impl Simpul {
    /// Whether it is a decision.
    pub fn memutuskan(&self) -> bool {
        matches!(self.setelah, Setelah::Jika(_))
    }
}
