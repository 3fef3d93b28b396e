//! The procedure as meant: names resolved, branches explicit, nothing left to look up.
//!
//! [`Sop`] is the one representation that every analysis, layout and emitter reads. Only this module makes one, so
//! whoever holds a `Sop` may rely on its invariants without checking them again.

mod alur;
mod bagian_identitas;
mod batas;
mod dokumen;
pub mod faults;
pub mod fingerprint;
mod from_ast;
mod identitas;
pub mod ids;
mod names;
mod pelaksana;
mod rows;
mod simpul;
mod standing;
pub mod waktu;

pub use bagian_identitas::{Identitas, Isian};
pub use identitas::is_unfinished;
pub use ids::{AkhirId, DokumenId, KegiatanId, PelaksanaId, SimpulId, TahapId};
pub use simpul::{Arah, Cabang, Jawaban, Lanjutan, Sasaran, Setelah, Simpul};
pub use standing::Standing;

pub use crate::syntax::keys::Key;

pub use crate::syntax::ast::{Durasi, JenisBatas, Joint, Nomor, Satuan, Sifat, Suku, Tanggal, Waktu};

use crate::config::Config;
use crate::diag::Sink;
use crate::few::{Few, OneOrTwo};
use crate::source::{Seams, Span};
use crate::syntax::ast;
use crate::text::fold;
use smol_str::SmolStr;
use std::ops::{Index, Range};
use std::sync::{Arc, OnceLock};

/// Resolves what was written, reporting everything that does not fit together. What cannot be resolved is repaired
/// (an undeclared actor gets a lane, a target to nowhere is dropped), so that `--force` can print it; the findings say
/// so. `None` only when there is no row at all.
pub fn build(sop: &ast::Sop, config: &Config, sink: &mut Sink) -> Option<Sop> {
    from_ast::build(sop, config, sink)
}

/// A procedure whose names are resolved.
///
/// Invariants:
/// - every id stored in it is in range;
/// - `kegiatan` is in file order, which is print order; numbers may have gaps or repeat (that is reported);
/// - `simpul` is ordered by row, then by place within the row; every row has at least one;
/// - a [`Setelah::Jika`] has at least one branch, and two unless an error was reported;
/// - a [`Sasaran::Simpul`] names at least one symbol; several are alternatives of one place.
#[derive(Clone, Debug)]
pub struct Sop {
    /// The identity block.
    pub identitas: Identitas,
    /// The lanes, in print order.
    pub pelaksana: Vec<Pelaksana>,
    /// The bands, in print order.
    pub tahap: Vec<Tahap>,
    /// The rows, in print order.
    pub kegiatan: Vec<Kegiatan>,
    /// The places in the flow.
    pub simpul: Vec<Simpul>,
    /// The ways it ends, in order of first mention.
    pub akhir: Vec<Akhir>,
    /// Papers and tools.
    pub dokumen: Vec<Dokumen>,
    /// Limits, of rows and of stretches.
    pub batas: Vec<BatasWaktu>,
}

/// A lane.
#[derive(Clone, Debug)]
pub struct Pelaksana {
    /// The lane's head.
    pub pendek: String,
    /// Further short names.
    pub nama_lain: Vec<String>,
    /// The office in full.
    pub panjang: Option<String>,
    /// Of the office, outside it, or a system.
    pub jenis: JenisPelaksana,
    /// Where it is declared; `None` for one that was used and never declared (which is reported).
    pub span: Option<Span>,
}

impl Pelaksana {
    /// Its short names, the first before the others.
    pub fn short_names(&self) -> impl Iterator<Item = &String> + Clone {
        std::iter::once(&self.pendek).chain(&self.nama_lain)
    }

    /// All its names, the office in full last.
    pub fn names(&self) -> impl Iterator<Item = &String> + Clone {
        self.short_names().chain(&self.panjang)
    }
}

/// What kind of party a lane is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum JenisPelaksana {
    /// Of the office.
    #[default]
    Dalam,
    /// `(luar)`
    Luar,
    /// `(sistem)`
    Sistem,
}

/// A band across the table.
#[derive(Clone, Debug)]
pub struct Tahap {
    /// Its name.
    pub nama: String,
    /// Where it stands.
    pub span: Span,
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct Kegiatan {
    /// The number as printed.
    pub nomor: Nomor,
    /// 1 for the first row with this number, 2 for the second, …
    pub nth: u32,
    /// The text.
    pub uraian: SmolStr,
    /// Sub-steps, printed a., b., c.
    pub rincian: Vec<String>,
    /// Where each of them stands.
    pub rincian_span: Vec<Span>,
    /// The band that begins directly above this row.
    pub tahap: Option<TahapId>,
    /// Its symbols.
    pub simpul: Range<u32>,
    /// Quality standard.
    pub mutu_baku: MutuBaku,
    /// Keterangan as typed.
    pub keterangan: Option<String>,
    /// Where it stands.
    pub keterangan_span: Option<Span>,
    /// A deputy: allowed to act, no symbol.
    pub pengganti: Option<String>,
    /// A party that is told and not waited for.
    pub tembusan: Option<String>,
    /// The row may be passed over when this does not hold.
    pub bila_perlu: Option<String>,
    /// The lanes that `pengganti` and `tembusan` name: they count as used.
    pub disebut: Vec<PelaksanaId>,
    /// Other SOPs to see, or that carry it out.
    pub merujuk: Vec<String>,
    /// Where each of them stands.
    pub merujuk_span: Vec<Span>,
    /// The row as written, and the parts that findings point at.
    pub span: Span,
    /// The `menunggu` line, where there is one.
    pub menunggu_span: Option<Span>,
    /// The number.
    pub nomor_span: Span,
    /// The actor part.
    pub oleh_span: Span,
    /// The text.
    pub uraian_span: Span,
    /// Where the parts of the text stand.
    pub uraian_letak: Seams,
}

/// Kelengkapan, Waktu, Output.
#[derive(Clone, Debug, Default)]
pub struct MutuBaku {
    /// What must be in hand.
    pub kelengkapan: OneOrTwo<Butir>,
    /// How long, for the row or for some of its symbols.
    pub waktu: Few<WaktuBaris>,
    /// What is made.
    pub output: OneOrTwo<Butir>,
    /// Which of the three are `-`: none, on purpose; printed so.
    pub tidak_ada: Vec<Key>,
}

/// A mention of a paper in a row.
#[derive(Clone, Debug)]
pub struct Butir {
    /// Which paper.
    pub dokumen: DokumenId,
    /// As printed in this row, `dan` included where it was typed.
    pub teks: SmolStr,
    /// Whether it was written as a `- ` item, which is printed on a line of its own.
    pub baris_sendiri: bool,
    /// Where.
    pub span: Span,
}

/// `waktu: 30 menit` or `waktu (Kadis): 7 hari`
#[derive(Clone, Debug)]
pub struct WaktuBaris {
    /// For which symbol; `None` for the whole row.
    pub simpul: Option<SimpulId>,
    /// The name in the bracket, as typed.
    pub untuk: Option<String>,
    /// The time.
    pub waktu: Arc<Waktu>,
    /// What follows the colon.
    pub teks_span: Span,
    /// Where.
    pub span: Span,
}

/// A paper or a tool; names that differ in case and blanks only are one.
#[derive(Clone, Debug)]
pub struct Dokumen {
    /// As first written.
    pub nama: SmolStr,
    /// The same after [`fold`], once somebody asked for it.
    kunci: OnceLock<Box<str>>,
    /// Also stands under `peralatan`: a tool and no paper.
    pub alat: bool,
    /// Also stands under `dokumen luar`.
    pub luar: bool,
}

/// A way the procedure ends.
#[derive(Clone, Debug)]
pub struct Akhir {
    /// `permohonan ditolak`; `None` for the plain end.
    pub nama: Option<String>,
}

/// A limit.
#[derive(Clone, Debug)]
pub struct BatasWaktu {
    /// As typed; printed so.
    pub teks: String,
    /// The row that carries it, where it is a row's own.
    pub kegiatan: Option<KegiatanId>,
    /// From where it is counted.
    pub dari: AcuanBatas,
    /// To the end of this row (to its start for [`AcuanBatas::Sebelum`]); `None` when it is in words.
    pub sampai: Option<KegiatanId>,
    /// Which way it binds.
    pub jenis: JenisBatas,
    /// How long.
    pub durasi: Durasi,
    /// Where.
    pub span: Span,
}

/// Where a limit is counted from.
#[derive(Clone, Debug)]
pub enum AcuanBatas {
    /// From the end of the row.
    Setelah(KegiatanId),
    /// From the start of the row.
    Dari(KegiatanId),
    /// Up to the start of the row.
    Sebelum(KegiatanId),
    /// An event in words; not computed.
    Peristiwa(String),
}

impl Dokumen {
    /// The name as names are compared: after [`fold`].
    pub fn kunci(&self) -> &str {
        self.kunci.get_or_init(|| fold(&self.nama).into())
    }
}

impl Kegiatan {
    /// The key of a row: its number, `ROW~2` where that stands for the second time.
    pub fn kunci(&self) -> String {
        if self.nth > 1 { format!("{}~{}", self.nomor, self.nth) } else { self.nomor.to_string() }
    }

    /// The place in the file of a part of the text; that of the whole text where the file spells it otherwise.
    pub fn letak(&self, range: Range<usize>) -> Span {
        self.uraian_letak.locate(range).unwrap_or(self.uraian_span)
    }

    /// What is said beside the sentence, and where: the sub-steps, then the remark.
    pub fn beside(&self) -> impl Iterator<Item = (&str, Span)> {
        let items = self.rincian.iter().map(String::as_str).zip(self.rincian_span.iter().copied());
        items.chain(self.keterangan.as_deref().zip(self.keterangan_span))
    }
}

impl Sop {
    /// The symbols of a row.
    pub fn simpul_dari(&self, kegiatan: KegiatanId) -> impl Iterator<Item = (SimpulId, &Simpul)> {
        let range = self[kegiatan].simpul.clone();
        range.map(|at| (SimpulId(at), &self.simpul[at as usize]))
    }

    /// The symbols of a row that is at hand.
    pub fn simpul_dari_baris(&self, row: &Kegiatan) -> impl Iterator<Item = &Simpul> {
        self.simpul[row.simpul.start as usize..row.simpul.end as usize].iter()
    }

    /// The symbols that a row begins with; several are alternatives.
    pub fn entries(&self, row: KegiatanId) -> impl Iterator<Item = SimpulId> {
        self.simpul_dari(row).take_while(|(_, simpul)| simpul.tempat == 0).map(|(id, _)| id)
    }

    /// The last place of a row.
    pub fn last_place(&self, row: KegiatanId) -> u32 {
        self.simpul_dari_baris(&self[row]).last().map_or(0, |simpul| simpul.tempat)
    }

    /// The first symbol of a row's last place: from there a row that is passed over goes on.
    pub fn goes_on_from(&self, row: KegiatanId) -> SimpulId {
        let (symbols, last) = (self[row].simpul.clone(), self.last_place(row));
        let of_last = symbols.rev().take_while(|at| self.simpul[*at as usize].tempat == last);
        SimpulId(of_last.last().unwrap_or(self[row].simpul.start))
    }

    /// Whether a symbol's row may be passed over instead of begun with it.
    pub fn may_be_passed(&self, id: SimpulId) -> bool {
        self[id].tempat == 0 && self.kegiatan_dari(id).bila_perlu.is_some()
    }

    /// The heads of lanes.
    pub fn heads(&self, lanes: &[PelaksanaId]) -> Vec<&str> {
        lanes.iter().map(|lane| self[*lane].pendek.as_str()).collect()
    }

    /// Who acts at a place, by the heads of their lanes.
    pub fn pelaku(&self, simpul: SimpulId) -> Vec<&str> {
        self.heads(&self[simpul].oleh)
    }

    /// The row of a place.
    pub fn kegiatan_dari(&self, simpul: SimpulId) -> &Kegiatan {
        &self[self[simpul].kegiatan]
    }

    /// The key of a place: that of its row, `ROW.k` for the k-th place of a row with several.
    pub fn kunci(&self, simpul: SimpulId) -> String {
        let kegiatan = self.kegiatan_dari(simpul);
        let mut key = kegiatan.kunci();
        if kegiatan.simpul.len() > 1 {
            key.push_str(&format!(".{}", simpul.0 - kegiatan.simpul.start + 1));
        }
        key
    }
}

macro_rules! index {
    ($($id:ident => $field:ident: $of:ty),* $(,)?) => {$(
        impl Index<$id> for Sop {
            type Output = $of;
            fn index(&self, id: $id) -> &$of {
                &self.$field[id.index()]
            }
        }
    )*};
}

index!(
    PelaksanaId => pelaksana: Pelaksana,
    KegiatanId => kegiatan: Kegiatan,
    SimpulId => simpul: Simpul,
    DokumenId => dokumen: Dokumen,
    AkhirId => akhir: Akhir,
    TahapId => tahap: Tahap,
);
