//! What was written of times: dates, durations, limits.

use super::{Comment, Nomor};
use crate::few::Few;
use crate::source::Spanned;
use crate::text::months;
use smol_str::SmolStr;

/// A date as typed. Parts that are missing or dotted are `None`; the text is printed as it stands. A text that is no
/// date has no parts at all, which was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tanggal {
    /// As typed.
    pub teks: SmolStr,
    /// 1 to 31.
    pub hari: Option<u8>,
    /// 1 to 12.
    pub bulan: Option<u8>,
    /// Four digits.
    pub tahun: Option<u16>,
}

impl Tanggal {
    /// Year, month and day, to compare; `None` where one of them is not there.
    pub fn full(&self) -> Option<(u16, u8, u8)> {
        Some((self.tahun?, self.bulan?, self.hari?))
    }

    /// As typed, with the English name of its month: `30 November 2023`.
    pub fn in_english(&self) -> String {
        let word = |word: &str| {
            let is_it = |month: &u8| months::name(*month).is_some_and(|name| name.eq_ignore_ascii_case(word));
            let month = (1..=12).find(is_it).and_then(months::in_english);
            month.unwrap_or(word).to_owned()
        };
        self.teks.split(' ').map(word).collect::<Vec<_>>().join(" ")
    }
}

/// A time as typed, and what could be read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waktu {
    /// As typed, with the condition; printed so.
    pub teks: SmolStr,
    /// `None` for words (`segera`, `sesuai jadwal`).
    pub durasi: Option<Durasi>,
    /// Whether words that give no number are among those the language knows.
    pub kata_dikenal: bool,
    /// `14 hari kerja, sejak berkas lengkap`: the condition (only in `waktu total`).
    pub syarat: Option<SmolStr>,
}

/// A time in numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Durasi {
    /// `±`, `paling lama`, `paling cepat`
    pub sifat: Option<Sifat>,
    /// The parts that are summed: `2 jam 30 menit`, `1 hari kerja + 8 jam`. Never empty.
    pub suku: Few<Suku>,
    /// `per berkas`, `/ 150 siswa`, `per triwulan`: what is counted, or the period.
    pub per: Option<SmolStr>,
    /// `470 menit (7,8 jam)`: the restatement.
    pub setara: Option<Few<Suku>>,
}

/// How a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sifat {
    /// `±`
    KiraKira,
    /// `paling lama`
    PalingLama,
    /// `paling cepat`
    PalingCepat,
}

/// A number, or a range of numbers, with a unit. Numbers are in thousandths: `1,5 jam` is 1500.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suku {
    /// The lower end, in thousandths of the unit.
    pub dari: u64,
    /// The upper end; equal to `dari` where no range was written.
    pub sampai: u64,
    /// The unit.
    pub satuan: Satuan,
}

/// The units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Satuan {
    /// detik
    Detik,
    /// menit
    Menit,
    /// jam
    Jam,
    /// hari: what it means is set in `sop.toml`
    Hari,
    /// hari kerja
    HariKerja,
    /// hari kalender
    HariKalender,
    /// minggu
    Minggu,
    /// bulan
    Bulan,
    /// triwulan
    Triwulan,
    /// semester
    Semester,
    /// tahun
    Tahun,
}

impl Satuan {
    /// All, by their names, in order.
    pub(in crate::syntax) const NAMES: [(&'static str, Satuan); 11] = [
        ("detik", Satuan::Detik),
        ("menit", Satuan::Menit),
        ("jam", Satuan::Jam),
        ("hari", Satuan::Hari),
        ("hari kerja", Satuan::HariKerja),
        ("hari kalender", Satuan::HariKalender),
        ("minggu", Satuan::Minggu),
        ("bulan", Satuan::Bulan),
        ("triwulan", Satuan::Triwulan),
        ("semester", Satuan::Semester),
        ("tahun", Satuan::Tahun),
    ];

    /// Its name: `hari kerja`.
    pub fn name(self) -> &'static str {
        Satuan::NAMES[self as usize].0
    }
}

/// A limit: `paling lama 3 hari kalender setelah 4`, `setelah 7 sampai 12: paling lama 1 minggu`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batas {
    /// `#` lines directly above (section `batas waktu` only).
    pub comments: Vec<Comment>,
    /// As typed, without the list mark.
    pub teks: Spanned<SmolStr>,
    /// From where the time is counted.
    pub dari: Option<Spanned<Acuan>>,
    /// Up to the end of which row; `None` in a row's own `batas` (its own end), or when the event is in words.
    pub sampai: Option<Spanned<Nomor>>,
    /// Which way it binds. `None` when the text could not be read.
    pub jenis: Option<JenisBatas>,
    /// How long.
    pub durasi: Option<Durasi>,
}

/// Which way a limit binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JenisBatas {
    /// `paling lama`, `paling lambat`
    PalingLama,
    /// `paling cepat`
    PalingCepat,
}

/// Where a limit is counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Acuan {
    /// `setelah 4`: from the end of row 4.
    Setelah(Nomor),
    /// `dari 1`: from the start of row 1.
    Dari(Nomor),
    /// `sebelum 8`: up to the start of row 8.
    Sebelum(Nomor),
    /// An event in words: printed, not computed.
    Peristiwa(SmolStr),
}
