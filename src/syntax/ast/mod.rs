//! What was written: complete or not, with every span and every comment.
//!
//! Names are strings, numbers are as written, nothing is looked up. Completeness is the model's business.

mod waktu;

use crate::few::Few;
use crate::source::{Seams, Span, Spanned};
use smol_str::SmolStr;
use std::fmt;
use std::sync::Arc;

use super::keys::Key;

pub use waktu::{Acuan, Batas, Durasi, JenisBatas, Satuan, Sifat, Suku, Tanggal, Waktu};

/// A whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sop {
    /// Everything before `kegiatan:`, in file order; a key that stands twice stands here twice.
    pub fields: Vec<Field>,
    /// `#` lines above `kegiatan:`, and its place.
    pub kegiatan_head: Option<(Vec<Comment>, Span)>,
    /// Rows and bands, in file order.
    pub baris: Vec<Baris>,
    /// `#` lines after the last line that could own them.
    pub trailing: Vec<Comment>,
}

/// A `#` line, with the `#`, without the blanks around it.
pub type Comment = Spanned<String>;

/// A line `key: text` with all that belongs to it, in the identity part or in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// `#` lines directly above.
    pub comments: Vec<Comment>,
    /// Which field; the span covers the words as typed.
    pub key: Spanned<Key>,
    /// `waktu (Kadis): 7 hari`
    /// `       ^^^^^`
    pub untuk: Option<Spanned<SmolStr>>,
    /// What follows the colon.
    pub value: Value,
    /// From the key to the end of its last line, comments left out.
    pub span: Span,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing after the colon and no list below it.
    Missing,
    /// `-`: none, on purpose.
    Dash,
    /// Free text; continuations joined with one space.
    Text(Spanned<SmolStr>),
    /// A list, in either of its two forms or both.
    List(Vec<Item>),
    /// `30 November 2023`
    Tanggal(Spanned<Tanggal>),
    /// `3 hari kerja`; shared with the model.
    Waktu(Spanned<Arc<Waktu>>),
    /// The lanes of `pelaksana:`.
    Pelaksana(Vec<Pelaksana>),
    /// One limit in a row (`batas`), or several in the section `batas waktu`.
    Batas(Vec<Batas>),
    /// `bersamaan: 5, 6`
    Nomor(Vec<Spanned<Nomor>>),
    /// `ya, berkas lengkap: lanjut ke 3`; apart, because it is large and most fields are none.
    Alur(Box<Alur>),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// `#` lines directly above (only for items on lines of their own).
    pub comments: Vec<Comment>,
    /// The text, without its mark and without a trailing comma; shared with the model.
    pub text: Spanned<SmolStr>,
    /// How it was written.
    pub form: ItemForm,
}

/// How an item of a list was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemForm {
    /// On the key's line or its continuation, between commas.
    Comma,
    /// The last one after a comma, with a word before it: printed, and no part of the name.
    CommaJoined(Joint),
    /// `- text` on a line of its own.
    Dash,
}

/// The word before the last item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// `KTP, KK, dan SIM`
    Dan,
    /// `KTP, KK, serta SIM`
    Serta,
    /// `KTP, SIM, atau paspor`
    Atau,
    /// `KTP, SIM, dan/atau paspor`
    DanAtau,
}

impl Joint {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Joint::Dan => "dan",
            Joint::Serta => "serta",
            Joint::Atau => "atau",
            Joint::DanAtau => "dan/atau",
        }
    }

    /// The one that a text begins with, and what stands behind it.
    pub fn split(text: &str) -> Option<(Joint, &str)> {
        if !matches!(text.as_bytes(), [b'd', b'a', ..] | [b's', b'e', ..] | [b'a', b't', ..]) {
            return None;
        }
        let all = [Joint::Dan, Joint::Serta, Joint::Atau, Joint::DanAtau];
        all.into_iter().find_map(|joint| Some((joint, text.strip_prefix(joint.word())?.strip_prefix(' ')?)))
    }

    /// Whether it says that one of the items is enough.
    pub fn is_choice(self) -> bool {
        matches!(self, Joint::Atau | Joint::DanAtau)
    }
}

/// `- Kasubbag Umum, Kasubbag Umpar = Kepala Subbagian Umum (luar)`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pelaksana {
    /// `#` lines directly above.
    pub comments: Vec<Comment>,
    /// The lane's head first, then further short names.
    pub nama: Vec<Spanned<SmolStr>>,
    /// After `=`.
    pub panjang: Option<Spanned<SmolStr>>,
    /// `(luar)` or `(sistem)` at the end.
    pub jenis: Option<Spanned<JenisPelaksana>>,
    /// The item without its mark.
    pub span: Span,
}

/// What kind of party a lane is, where it is not an office-holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JenisPelaksana {
    /// `(luar)`: outside the office.
    Luar,
    /// `(sistem)`: a system.
    Sistem,
}

/// A row of the table, or a band across it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Baris {
    /// `tahap: Persetujuan`
    Tahap(Tahap),
    /// `2. Kabid: Menelaah usulan`
    Kegiatan(Kegiatan),
}

/// `tahap: Persetujuan`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tahap {
    /// `#` lines directly above.
    pub comments: Vec<Comment>,
    /// Its name.
    pub nama: Spanned<SmolStr>,
    /// The whole line.
    pub span: Span,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kegiatan {
    /// `#` lines directly above.
    pub comments: Vec<Comment>,
    /// ```sop
    /// 2. Kabid: Menelaah usulan
    /// ^
    /// ```
    pub nomor: Spanned<Nomor>,
    /// ```sop
    /// 3. Petugas -> Kasubbag? -> Kadis?: Menyusun nota
    ///    ^^^^^^^    ^^^^^^^^^     ^^^^^^
    /// ```
    /// Places in order; empty when none could be read, which was reported.
    pub oleh: Few<Tempat>,
    /// ```sop
    /// 2. Kabid: Menelaah usulan
    ///           ^^^^^^^^^^^^^^^
    /// ```
    pub uraian: Spanned<SmolStr>,
    /// Where the parts of the text stand.
    pub uraian_letak: Seams,
    /// `- text` lines directly under the text.
    pub rincian: Vec<Item>,
    /// The row's further lines in file order: mutu baku, flow, remarks.
    pub fields: Vec<Field>,
    /// From the number to the end of the row's last line.
    pub span: Span,
}

/// One place of a row: the part between two `->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tempat {
    /// Split at commas. Text like `Camat atau Sekcam` stays whole here, because a declared name may hold
    /// the word `atau`; the model splits it.
    pub pelaku: Few<Pelaku>,
    /// The whole place.
    pub span: Span,
}

/// A name in the actor part of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pelaku {
    /// As typed, without the `?`.
    pub nama: Spanned<SmolStr>,
    /// `Kabid?`: decides.
    pub memutuskan: bool,
}

/// The number of a row: 1 to 9999, with one letter while drafting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nomor {
    /// 1 to 9999.
    pub angka: u16,
    /// `2a`
    pub huruf: Option<char>,
}

impl fmt::Display for Nomor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.angka)?;
        self.huruf.map_or(Ok(()), |letter| write!(out, "{letter}"))
    }
}

/// An outcome or a plain `alur:` line: what comes after the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alur {
    /// The condition in words: `ya, berkas lengkap`, `jika nilai di atas 100 juta`.
    pub kondisi: Option<Spanned<SmolStr>>,
    /// Where to. `None` when the text after the colon is missing or could not be read.
    pub sasaran: Option<Spanned<Sasaran>>,
    /// `, paling banyak 2 kali`
    pub paling_banyak: Option<Spanned<u32>>,
    /// `, lalu selesai, usulan ditolak`
    pub lalu: Option<Spanned<Sasaran>>,
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sasaran {
    /// `lanjut ke N`
    Lanjut(Rujukan),
    /// `kembali ke N`
    Kembali(Rujukan),
    /// `kembali`: one place back in the chain.
    KembaliSatu,
    /// `selesai` or `selesai, permohonan ditolak`
    Selesai(Option<Spanned<SmolStr>>),
}

/// `3`, or `3 Petugas` for one symbol of a row of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rujukan {
    /// The row.
    pub nomor: Spanned<Nomor>,
    /// The symbol's actor.
    pub pelaku: Option<Spanned<SmolStr>>,
}

impl Sop {
    /// The first field with this key, if any.
    pub fn field(&self, key: Key) -> Option<&Field> {
        self.fields.iter().find(|field| field.key.value == key)
    }

    /// The rows without the bands.
    pub fn kegiatan(&self) -> impl Iterator<Item = &Kegiatan> {
        self.baris.iter().filter_map(|baris| match baris {
            Baris::Kegiatan(kegiatan) => Some(kegiatan),
            Baris::Tahap(_) => None,
        })
    }
}

impl Kegiatan {
    /// All fields with this key, in file order.
    pub fn fields_of(&self, key: Key) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(move |field| field.key.value == key)
    }

    /// The first field with this key, if any.
    pub fn field(&self, key: Key) -> Option<&Field> {
        self.fields_of(key).next()
    }
}
