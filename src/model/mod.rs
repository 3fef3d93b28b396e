//! The procedure as meant: names resolved, branches explicit, nothing left to look up.
//!
//! [`Sop`] is the one representation that every analysis, layout and emitter reads. Only this module makes one, so
//! whoever holds a `Sop` may rely on its invariants without checking them again.

mod alur;
mod dokumen;
pub mod faults;
pub mod fingerprint;
mod from_ast;
mod identitas;
pub mod ids;
mod names;
mod pelaksana;
mod rows;
pub mod waktu;

pub use identitas::is_unfinished;
pub use ids::{AkhirId, DokumenId, KegiatanId, PelaksanaId, SimpulId, TahapId};

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

/// The identity block (regulation: thirteen elements of *bagian identitas*), after `sop.toml` filled what the file
/// leaves out.
#[derive(Clone, Debug, Default)]
pub struct Identitas {
    /// Nama SOP.
    pub sop: String,
    /// Nomor SOP.
    pub nomor: Option<String>,
    /// Highest level first.
    pub instansi: Vec<String>,
    /// Unit kerja.
    pub unit: Option<String>,
    /// Path as typed, relative to the file (or to the `sop.toml` it came from).
    pub logo: Option<String>,
    /// `administratif`, `pelayanan`, …, as typed, folded.
    pub jenis: Vec<String>,
    /// Tanggal Pembuatan.
    pub tanggal_pembuatan: Isian<Tanggal>,
    /// Tanggal Revisi.
    pub tanggal_revisi: Isian<Tanggal>,
    /// Tanggal Efektif.
    pub tanggal_efektif: Isian<Tanggal>,
    /// The office of who approves.
    pub disahkan_oleh: Option<String>,
    /// The name of who approves.
    pub nama_pejabat: Option<String>,
    /// Rank.
    pub pangkat: Option<String>,
    /// NIP, as typed.
    pub nip: Option<String>,
    /// The stated total.
    pub waktu_total: Option<Arc<Waktu>>,
    /// Dasar Hukum.
    pub dasar_hukum: Vec<String>,
    /// Kualifikasi Pelaksana.
    pub kualifikasi_pelaksana: Vec<String>,
    /// Keterkaitan.
    pub keterkaitan: Vec<String>,
    /// Peralatan/Perlengkapan.
    pub peralatan: Vec<String>,
    /// Peringatan.
    pub peringatan: Vec<String>,
    /// Pencatatan dan Pendataan.
    pub pencatatan: Vec<String>,
    /// Papers that come from outside.
    pub dokumen_luar: Vec<String>,
    /// Footnotes.
    pub catatan: Vec<String>,
    /// Where each field stands in the file, by key; empty for what came from `sop.toml`.
    pub spans: Vec<(Key, Span)>,
    /// Where the texts of each field stand: one of a text, one for each item of a list.
    pub texts: Vec<(Key, Span)>,
    /// The fields whose text is `-`: none, on purpose.
    pub tidak_ada: Vec<Key>,
}

/// A field of the form that may be empty on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Isian<T> {
    /// Not there.
    #[default]
    Kosong,
    /// `-`: none, on purpose.
    TidakAda,
    /// Filled in.
    Isi(T),
}

impl<T> Isian<T> {
    /// What was filled in.
    pub fn isi(&self) -> Option<&T> {
        match self {
            Isian::Isi(isi) => Some(isi),
            Isian::Kosong | Isian::TidakAda => None,
        }
    }
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

impl Identitas {
    /// Where a field stands in the file.
    pub fn span(&self, key: Key) -> Option<Span> {
        self.spans.iter().find(|(known, _)| *known == key).map(|(_, span)| *span)
    }

    /// The dates, in the order of the form.
    pub fn dates(&self) -> [(Key, &Isian<Tanggal>); 3] {
        [
            (Key::TanggalPembuatan, &self.tanggal_pembuatan),
            (Key::TanggalRevisi, &self.tanggal_revisi),
            (Key::TanggalEfektif, &self.tanggal_efektif),
        ]
    }

    /// The texts that `sop.toml` may have said.
    pub fn may_be_of_settings(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.unit, &self.disahkan_oleh, &self.nama_pejabat, &self.pangkat, &self.nip];
        texts.into_iter().flatten().chain(&self.instansi).map(String::as_str)
    }

    /// The lists of the identity page and of the notes, in the order of the language.
    pub fn lists(&self) -> [(Key, &[String]); 9] {
        [
            (Key::Instansi, &self.instansi),
            (Key::DasarHukum, &self.dasar_hukum),
            (Key::KualifikasiPelaksana, &self.kualifikasi_pelaksana),
            (Key::Keterkaitan, &self.keterkaitan),
            (Key::Peralatan, &self.peralatan),
            (Key::Peringatan, &self.peringatan),
            (Key::Pencatatan, &self.pencatatan),
            (Key::DokumenLuar, &self.dokumen_luar),
            (Key::Catatan, &self.catatan),
        ]
    }

    /// The items of a list, or the one text of a field, each with its place in the file; nothing of what came from
    /// `sop.toml`.
    pub fn butir<'a, T: AsRef<str> + 'a>(
        &'a self,
        key: Key,
        texts: impl IntoIterator<Item = &'a T>,
    ) -> impl Iterator<Item = (&'a str, Span)> {
        let places = self.texts.iter().filter(move |(known, _)| *known == key).map(|(_, span)| *span);
        texts.into_iter().map(AsRef::as_ref).zip(places)
    }
}

impl Dokumen {
    /// The name as names are compared: after [`fold`].
    pub fn kunci(&self) -> &str {
        self.kunci.get_or_init(|| fold(&self.nama).into())
    }
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

impl Kegiatan {
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

impl Setelah {
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

    /// Who acts at a place, by the heads of their lanes.
    pub fn pelaku(&self, simpul: SimpulId) -> Vec<String> {
        self[simpul].oleh.iter().map(|lane| self[*lane].pendek.clone()).collect()
    }

    /// The row of a place.
    pub fn kegiatan_dari(&self, simpul: SimpulId) -> &Kegiatan {
        &self[self[simpul].kegiatan]
    }

    /// The key of a place: the row's number, `ROW.k` for the k-th place of a row with several, `ROW~2` where the
    /// number stands for the second time.
    pub fn kunci(&self, simpul: SimpulId) -> String {
        let kegiatan = &self[self[simpul].kegiatan];
        let mut key = kegiatan.nomor.to_string();
        if kegiatan.nth > 1 {
            key.push_str(&format!("~{}", kegiatan.nth));
        }
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
