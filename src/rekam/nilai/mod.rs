//! Cases held against the procedure: planned and actual time, order, actors, papers, returns.

mod baku;
mod baris;
mod urutan;

pub use baku::{Antara, Lama};
pub use baris::{PerKegiatan, Sebaran};

use super::putar::Hitungan;
use super::saat::Saat;
use super::{Berkas, Entri, Kata};
use crate::analysis::Procedure;
use crate::analysis::sound::{Hasil, PetriNet};
use crate::analysis::time::kerja::Kerja;
use crate::config::Config;
use crate::model::{Butir, Cabang, KegiatanId, Setelah, SimpulId, Sop};
use crate::sorting;
use crate::text::fold;
use baku::{Longer, words};
use std::collections::BTreeMap;
use urutan::Urutan;

/// What the cases say of the procedure.
#[derive(Clone, Debug, Default)]
pub struct Laporan {
    /// Case by case.
    pub berkas: Vec<Nilai>,
    /// Row by row, over all cases.
    pub kegiatan: Vec<PerKegiatan>,
    /// Of all cases whose order could be judged.
    pub hitungan: Hitungan,
    /// How many these are.
    pub dinilai: usize,
}

/// A case.
#[derive(Clone, Debug)]
pub struct Nilai {
    /// Its number.
    pub nomor: String,
    /// What it is about.
    pub perihal: String,
    /// What was done, in order of time.
    pub langkah: Vec<Langkah>,
    /// What does not fit.
    pub temuan: Vec<Temuan>,
    /// How well its order fits; `None` where it cannot be judged.
    pub hitungan: Option<Hitungan>,
    /// It came to an end of the procedure and nothing is open.
    pub berakhir: bool,
    /// From the first beginning to the last end.
    pub lama: Option<Lama>,
    /// What happened, by the names of the net, with its entry (an index into `langkah`).
    pub jejak: Vec<(String, usize)>,
}

/// A row that was done once.
#[derive(Clone, Debug)]
pub struct Langkah {
    /// As recorded.
    pub entri: Entri,
    /// The key of its place.
    pub kunci: String,
    /// How long it took.
    pub lama: Option<Lama>,
    /// It took longer than the standard allows.
    pub terlambat: bool,
}

/// What kind of thing does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Jenis {
    /// Out of order.
    Urutan,
    /// Somebody whom the row does not name.
    Pelaksana,
    /// A paper not ticked.
    Dokumen,
    /// Longer than the standard.
    Waktu,
    /// More returns than allowed.
    Pengembalian,
    /// Not recorded, so that something cannot be judged.
    Catatan,
}

impl Jenis {
    /// As programs read it.
    pub fn name(self) -> &'static str {
        match self {
            Jenis::Urutan => "urutan",
            Jenis::Pelaksana => "pelaksana",
            Jenis::Dokumen => "dokumen",
            Jenis::Waktu => "waktu",
            Jenis::Pengembalian => "pengembalian",
            Jenis::Catatan => "catatan",
        }
    }
}

/// Something that does not fit.
#[derive(Clone, Debug)]
pub struct Temuan {
    /// What kind.
    pub jenis: Jenis,
    /// Where in the file; empty for the case as a whole.
    pub letak: Kata,
    /// The key of the row; empty for the case as a whole.
    pub kunci: String,
    /// What is.
    pub apa: Kata,
}

/// Compares cases with the procedure.
pub fn nilai(berkas: &[Berkas], procedure: &Procedure, config: &Config) -> Laporan {
    let penilai = Penilai {
        sop: &procedure.sop,
        net: PetriNet::of(&procedure.sop),
        kerja: Kerja::new(&config.kalender, &config.libur),
        config,
    };
    let nilai: Vec<Nilai> = berkas.iter().map(|case| penilai.case(case)).collect();
    let judged: Vec<Hitungan> = nilai.iter().filter_map(|it| it.hitungan).collect();
    Laporan {
        kegiatan: penilai.rows(&nilai),
        hitungan: judged.iter().fold(Hitungan::default(), |sum, it| sum.plus(*it)),
        dinilai: judged.len(),
        berkas: nilai,
    }
}

struct Penilai<'a> {
    sop: &'a Sop,
    net: PetriNet,
    kerja: Kerja<'a>,
    config: &'a Config,
}

impl Penilai<'_> {
    fn case(&self, case: &Berkas) -> Nilai {
        let mut entries: Vec<&Entri> = case.entri.iter().collect();
        // Entries of one moment stay as they stand in the file.
        sorting::by_key(&mut entries, |it| it.waktu().map(Saat::urutan));
        let mut temuan = Vec::new();
        let mut seen: BTreeMap<(KegiatanId, u32), usize> = BTreeMap::new();
        let mut langkah: Vec<Langkah> = Vec::new();
        for entry in entries {
            let row = self.sop[entry.simpul].kegiatan;
            // The places of a chain share the time of their row in a form: it is counted once.
            let first = *seen.entry((row, entry.putaran)).or_insert(langkah.len()) == langkah.len();
            let shared = !first
                && langkah.iter().any(|it| {
                    self.sop[it.entri.simpul].kegiatan == row
                        && it.entri.mulai == entry.mulai
                        && it.entri.selesai == entry.selesai
                });
            let lama = match (entry.mulai, entry.selesai) {
                (Some(from), Some(to)) if !shared => Some(self.between(from, to)),
                _ => None,
            };
            let mut one =
                Langkah { kunci: self.sop.kunci(entry.simpul), entri: entry.clone(), lama, terlambat: false };
            self.judge(&mut one, row, &mut temuan);
            langkah.push(one);
        }
        let Urutan { hitungan, berakhir, jejak } = self.replay(&langkah, &mut temuan);
        let start =
            langkah.iter().filter_map(|it| it.entri.mulai.or(it.entri.selesai)).min_by_key(|it| it.urutan());
        let end = langkah.iter().filter_map(|it| it.entri.waktu()).max_by_key(|it| it.urutan());
        Nilai {
            nomor: case.nomor.clone(),
            perihal: case.perihal.clone(),
            lama: start.zip(end).map(|(from, to)| self.between(from, to)),
            langkah,
            temuan,
            hitungan,
            berakhir,
            jejak,
        }
    }

    /// What a single entry says.
    fn judge(&self, one: &mut Langkah, row: KegiatanId, temuan: &mut Vec<Temuan>) {
        let entry = &one.entri;
        let mut find = |jenis, apa| {
            temuan.push(Temuan { jenis, letak: entry.letak.clone(), kunci: one.kunci.clone(), apa });
        };
        let nomor = &one.kunci;
        if entry.mulai.zip(entry.selesai).is_some_and(|(from, to)| from.urutan() > to.urutan()) {
            find(
                Jenis::Catatan,
                Kata::new(
                    format!("langkah {nomor} tercatat selesai sebelum mulai"),
                    format!("row {nomor} is recorded to end before it begins"),
                ),
            );
        }
        let strangers: Vec<&str> = entry
            .pelaksana
            .iter()
            .map(String::as_str)
            .filter(|name| !entry.terdahulu && !self.may(entry.simpul, row, name))
            .collect();
        if !strangers.is_empty() {
            let own = self.sop.pelaku(entry.simpul).join(", ");
            let names = strangers.join(", ");
            find(
                Jenis::Pelaksana,
                Kata::new(
                    format!("langkah {nomor} dikerjakan {names}, padahal milik {own}"),
                    format!("row {nomor} was done by {names}, but it is {own}'s"),
                ),
            );
        }
        if self.wants_papers(entry) {
            let baku = &self.sop[row].mutu_baku;
            if let Some(list) = unticked(entry.kelengkapan.as_deref(), &baku.kelengkapan) {
                find(
                    Jenis::Dokumen,
                    Kata::new(
                        format!("langkah {nomor}: kelengkapan tidak dicentang: {list}"),
                        format!("row {nomor}: paper needed not ticked: {list}"),
                    ),
                );
            }
            if let Some(list) = unticked(entry.output.as_deref(), &baku.output) {
                find(
                    Jenis::Dokumen,
                    Kata::new(
                        format!("langkah {nomor}: output tidak dicentang: {list}"),
                        format!("row {nomor}: output not ticked: {list}"),
                    ),
                );
            }
        }
        if let Some(lama) = one.lama
            && let Some(Longer { standard, taken }) = self.longer(row, lama)
        {
            one.terlambat = true;
            let (taken, teks) = (words(taken, self.config, standard), self.standard_text(row));
            find(
                Jenis::Waktu,
                Kata::new(
                    format!("langkah {nomor} memakan {}, baku {teks}", taken.id),
                    format!("row {nomor} took {}, the standard is {teks}", taken.en),
                ),
            );
        }
    }

    /// Whether a row was done in a way that its papers are there for: it was not passed over, and nobody turned away.
    fn wants_papers(&self, entry: &Entri) -> bool {
        match (entry.hasil, &self.sop[entry.simpul].setelah) {
            (None | Some(Hasil::Dilewati), _) => false,
            (Some(Hasil::Cabang(at)), Setelah::Jika(cabang)) => !cabang.get(at).is_some_and(Cabang::menolak),
            _ => true,
        }
    }

    /// Whether somebody may do a row: the lanes of its place, and its deputy.
    fn may(&self, simpul: SimpulId, row: KegiatanId, name: &str) -> bool {
        let mut names = self.sop[simpul].oleh.iter().flat_map(|id| self.sop[*id].names());
        let same = |other: &str| fold(other) == fold(name);
        names.any(|it| same(it)) || self.sop[row].pengganti.as_deref().is_some_and(same)
    }
}

/// The papers of a list that were not ticked; `None` where none is missing, or nobody was asked.
fn unticked(ticks: Option<&[bool]>, papers: &[Butir]) -> Option<String> {
    let missing = ticks?.iter().zip(papers).filter(|(ticked, _)| !**ticked);
    let names: Vec<String> = missing.map(|(_, butir)| crate::forms::paper(&butir.teks)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}
