//! The texts of a sheet with the exact places where they were written, and which marks stand in each: what lints on
//! wording read.

use super::Procedure;
use crate::model::{KegiatanId, Key, Sop};
use crate::source::Span;
use std::slice;

/// A text of the sheet.
#[derive(Clone, Debug)]
pub struct Tulisan {
    /// Which.
    pub bagian: Bagian,
    /// Where it was written.
    pub place: Span,
    marks: u8,
}

/// What a text is on the sheet, and which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bagian {
    /// Of the identity.
    Isian(Key, u32),
    /// The sentence of a row.
    Uraian(KegiatanId),
    /// A paper that a row needs.
    Kelengkapan(KegiatanId, u32),
    /// A paper that a row makes.
    Output(KegiatanId, u32),
}

impl Bagian {
    /// Whether two texts are items of one list.
    pub fn is_beside(self, other: Bagian) -> bool {
        match (self, other) {
            (Bagian::Isian(one, _), Bagian::Isian(two, _)) => one == two,
            (Bagian::Kelengkapan(one, _), Bagian::Kelengkapan(two, _))
            | (Bagian::Output(one, _), Bagian::Output(two, _)) => one == two,
            _ => false,
        }
    }

    /// Its row.
    pub fn row(self) -> Option<KegiatanId> {
        match self {
            Bagian::Isian(..) => None,
            Bagian::Uraian(row) | Bagian::Kelengkapan(row, _) | Bagian::Output(row, _) => Some(row),
        }
    }
}

/// Marks that few texts have.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
pub enum Mark {
    /// A capital behind the first letter, or a letter beyond ASCII.
    InnerCapital = 1,
    /// `:`
    Colon = 2,
    /// `>`, `|`, or what `→` begins with.
    Arrow = 4,
    /// It begins or ends as few texts do; see [`has_plain_ends`].
    Ends = 8,
    /// `(`
    Bracket = 16,
    /// `-`
    Hyphen = 32,
}

/// By byte, the marks that it is.
static MARKS: [u8; 256] = {
    let mut marks = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        if byte.is_ascii_uppercase() || !byte.is_ascii() {
            marks[at] |= Mark::InnerCapital as u8;
        }
        if byte == b':' {
            marks[at] |= Mark::Colon as u8;
        }
        if byte == b'(' {
            marks[at] |= Mark::Bracket as u8;
        }
        if byte == b'-' {
            marks[at] |= Mark::Hyphen as u8;
        }
        if matches!(byte, b'>' | b'|') || byte == "→".as_bytes()[0] {
            marks[at] |= Mark::Arrow as u8;
        }
        at += 1;
    }
    marks
};

fn marks(text: &str) -> u8 {
    let ends = if has_plain_ends(text) { 0 } else { Mark::Ends as u8 };
    let Some((first, rest)) = text.as_bytes().split_first() else { return ends };
    let first = MARKS[usize::from(*first)] & !(Mark::InnerCapital as u8);
    rest.iter().fold(first | ends, |marks, byte| marks | MARKS[usize::from(*byte)])
}

/// Whether a text begins with a letter that is no mark of an item, and ends with neither a semicolon (`; dan` included)
/// nor a blank: nearly every one does.
pub fn has_plain_ends(text: &str) -> bool {
    matches!(
        text.as_bytes(),
        [first, second, .., last]
            if first.is_ascii_alphabetic() && !matches!(second, b'.' | b')') && !matches!(last, b';' | b' ')
    ) && !text.ends_with("; dan")
}

impl Tulisan {
    /// Title, agency, lists, texts and papers of the rows, in the order of the file. What came from `sop.toml` is not
    /// among them: it is no fault of this file.
    fn of(sop: &Sop) -> Vec<Tulisan> {
        let identitas = &sop.identitas;
        let mut all: Vec<Tulisan> = Vec::with_capacity(identitas.texts.len() + 4 * sop.kegiatan.len());
        let mut add = |bagian, place, text: &str| all.push(Tulisan { bagian, place, marks: marks(text) });
        // A field stands in the file once, and its items behind each other.
        for places in identitas.texts.chunk_by(|one, next| one.0 == next.0) {
            let key = places[0].0;
            for ((at, text), (_, place)) in (0..).zip(items(sop, key)).zip(places) {
                add(Bagian::Isian(key, at), *place, text);
            }
        }
        for (at, row) in sop.kegiatan.iter().enumerate() {
            let id = KegiatanId::from_index(at);
            add(Bagian::Uraian(id), row.uraian_span, &row.uraian);
            for (at, paper) in (0..).zip(&row.mutu_baku.kelengkapan) {
                add(Bagian::Kelengkapan(id, at), paper.span, &paper.teks);
            }
            for (at, paper) in (0..).zip(&row.mutu_baku.output) {
                add(Bagian::Output(id, at), paper.span, &paper.teks);
            }
        }
        all.sort_by_key(|text| text.place.start);
        all
    }
}

/// The texts of a field that are looked at.
fn items(sop: &Sop, key: Key) -> &[String] {
    let identitas = &sop.identitas;
    match key {
        Key::Sop => slice::from_ref(&identitas.sop),
        Key::Unit => identitas.unit.as_slice(),
        Key::DisahkanOleh => identitas.disahkan_oleh.as_slice(),
        Key::Instansi => &identitas.instansi,
        Key::DasarHukum => &identitas.dasar_hukum,
        Key::KualifikasiPelaksana => &identitas.kualifikasi_pelaksana,
        Key::Keterkaitan => &identitas.keterkaitan,
        Key::Peralatan => &identitas.peralatan,
        Key::Peringatan => &identitas.peringatan,
        Key::Pencatatan => &identitas.pencatatan,
        Key::DokumenLuar => &identitas.dokumen_luar,
        Key::Catatan => &identitas.catatan,
        _ => &[],
    }
}

impl Procedure {
    /// The texts of the sheet as they stand in the file.
    pub fn tulisan(&self) -> impl Iterator<Item = (&str, &Tulisan)> {
        self.all().iter().map(|tulisan| (self.text(tulisan), tulisan))
    }

    /// Those of them that a mark stands in.
    pub fn tulisan_with(&self, mark: Mark) -> impl Iterator<Item = (&str, &Tulisan)> {
        let marked = self.all().iter().filter(move |tulisan| tulisan.marks & mark as u8 != 0);
        marked.map(|tulisan| (self.text(tulisan), tulisan))
    }

    fn all(&self) -> &[Tulisan] {
        self.tulisan.get_or_init(|| Tulisan::of(&self.sop))
    }

    fn text(&self, tulisan: &Tulisan) -> &str {
        let sop = &self.sop;
        match tulisan.bagian {
            Bagian::Isian(key, at) => &items(sop, key)[at as usize],
            Bagian::Uraian(row) => &sop[row].uraian,
            Bagian::Kelengkapan(row, at) => &sop[row].mutu_baku.kelengkapan[at as usize].teks,
            Bagian::Output(row, at) => &sop[row].mutu_baku.output[at as usize].teks,
        }
    }
}
