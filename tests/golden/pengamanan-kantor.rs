//! SOP: Pengamanan Lingkungan Kantor (000\.8.3/102/SATPOL-CONTOH)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::open`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
//! [`Case::save`] menyimpan berkas sebagai teks, [`Case::load`] membukanya lagi dan menolak berkas yang berjalan menurut versi lain.
//! Tanpa dependensi dan tanpa `std` (cukup `alloc`). Fitur `serde` menambah serialisasi, fitur `typestate` menambah modul yang menolak urutan salah saat kompilasi.
//!
//! Dasar hukum:
//!
//! - Peraturan Gubernur Contoh Nomor 12 Tahun 2021 tentang Tata Kerja Satuan Polisi Pamong Praja
#![allow(dead_code, unexpected_cfgs)]
#![allow(clippy::enum_variant_names, clippy::match_same_arms)]

extern crate alloc;

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Pengamanan Lingkungan Kantor";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "000.8.3/102/SATPOL-CONTOH";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Dasar hukum.
pub const DASAR_HUKUM: &[&str] = &[
    "Peraturan Gubernur Contoh Nomor 12 Tahun 2021 tentang Tata Kerja Satuan Polisi Pamong Praja",
];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0x5827_6d0a_b70c_7174;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Kasubbag Umum dan Aparatur
    ///
    /// Kepala Subbagian Umum dan Aparatur
    KasubbagUmumDanAparatur,
    /// Bagian Pelayanan Umum
    BagianPelayananUmum,
    /// Sekretaris
    Sekretaris,
    /// Bagian Keamanan
    BagianKeamanan,
    /// Kepala Satuan
    KepalaSatuan,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::KasubbagUmumDanAparatur,
        Pelaksana::BagianPelayananUmum,
        Pelaksana::Sekretaris,
        Pelaksana::BagianKeamanan,
        Pelaksana::KepalaSatuan,
    ];
    /// Sebagaimana tertulis pada SOP.
    #[must_use]
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::KasubbagUmumDanAparatur => "Kasubbag Umum dan Aparatur",
            Pelaksana::BagianPelayananUmum => "Bagian Pelayanan Umum",
            Pelaksana::Sekretaris => "Sekretaris",
            Pelaksana::BagianKeamanan => "Bagian Keamanan",
            Pelaksana::KepalaSatuan => "Kepala Satuan",
        }
    }

    /// Namanya di dalam kode; tetap sama selama teksnya tetap sama.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Pelaksana::KasubbagUmumDanAparatur => "KasubbagUmumDanAparatur",
            Pelaksana::BagianPelayananUmum => "BagianPelayananUmum",
            Pelaksana::Sekretaris => "Sekretaris",
            Pelaksana::BagianKeamanan => "BagianKeamanan",
            Pelaksana::KepalaSatuan => "KepalaSatuan",
        }
    }

    /// Dari namanya di dalam kode.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Pelaksana> {
        Pelaksana::ALL.iter().copied().find(|it| it.code() == code)
    }
}

impl fmt::Display for Pelaksana {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.nama())
    }
}

/// Simbol pada bagan: satu kegiatan, atau satu pelaksana dalam kegiatan yang berjenjang.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Langkah {
    /// 1: Menetapkan jumlah satpam, menyusun jadwal giliran jaga, dan membagi wilayah pengamanan menurut pos
    ///
    /// Pelaksana: Kasubbag Umum dan Aparatur
    ///
    /// Kelengkapan: Kertas; ATK
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Jadwal dan daftar petugas
    MenetapkanJumlahSatpamMenyusun,
    /// 2: Menyiapkan alat dan perlengkapan sebanyak petugas dan pos jaga, lalu melaporkannya kepada Kasubbag Umum dan Aparatur
    ///
    /// Pelaksana: Bagian Pelayanan Umum
    ///
    /// Kelengkapan: Alat pengamanan kantor
    ///
    /// Waktu: 15 Menit
    ///
    /// Output: Perlengkapan jaga
    MenyiapkanAlatDanPerlengkapan,
    /// 3: Memerintahkan pengamanan menurut pembagian pos dan meminta laporan selama bertugas
    ///
    /// Pelaksana: Kasubbag Umum dan Aparatur
    ///
    /// Kelengkapan: Disposisi
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Surat tugas
    MemerintahkanPengamananMenurutPembagian,
    /// 4: Melaksanakan pengamanan di pos masing-masing dan menyampaikan laporannya kepada Bagian Pelayanan Umum
    ///
    /// Pelaksana: Bagian Keamanan
    ///
    /// Kelengkapan: Alat pengamanan kantor
    ///
    /// Waktu: Sesuai jadwal yang telah dibuat
    ///
    /// Output: Laporan keamanan
    MelaksanakanPengamananDiPos,
    /// 5: Menerima laporan petugas jaga dan menyusun bahan laporan kepada Kasubbag Umum dan Aparatur
    ///
    /// Pelaksana: Bagian Pelayanan Umum
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 10 menit
    ///
    /// Output: Laporan
    MenerimaLaporanPetugasJaga,
    /// 6: Menerima bahan laporan dan menyerahkannya kepada kepala bagian untuk ditindaklanjuti
    ///
    /// Pelaksana: Kasubbag Umum dan Aparatur
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 30 Menit
    ///
    /// Output: Laporan
    MenerimaBahanLaporanDanMenyerahkannya,
    /// 7: Menerima bahan laporan dan menyampaikannya kepada Kepala Satuan sebagai informasi
    ///
    /// Pelaksana: Sekretaris
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 10 menit
    ///
    /// Output: Laporan
    MenerimaBahanLaporanDanMenyampaikannya,
    /// 8: Menerima bahan laporan sebagai pertimbangan untuk mengambil keputusan tentang keamanan kantor
    ///
    /// Pelaksana: Kepala Satuan
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 15 menit
    ///
    /// Output: Kebijakan keamanan kantor
    MenerimaBahanLaporanSebagai,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MenetapkanJumlahSatpamMenyusun,
        Langkah::MenyiapkanAlatDanPerlengkapan,
        Langkah::MemerintahkanPengamananMenurutPembagian,
        Langkah::MelaksanakanPengamananDiPos,
        Langkah::MenerimaLaporanPetugasJaga,
        Langkah::MenerimaBahanLaporanDanMenyerahkannya,
        Langkah::MenerimaBahanLaporanDanMenyampaikannya,
        Langkah::MenerimaBahanLaporanSebagai,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    #[must_use]
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MenetapkanJumlahSatpamMenyusun => "1",
            Langkah::MenyiapkanAlatDanPerlengkapan => "2",
            Langkah::MemerintahkanPengamananMenurutPembagian => "3",
            Langkah::MelaksanakanPengamananDiPos => "4",
            Langkah::MenerimaLaporanPetugasJaga => "5",
            Langkah::MenerimaBahanLaporanDanMenyerahkannya => "6",
            Langkah::MenerimaBahanLaporanDanMenyampaikannya => "7",
            Langkah::MenerimaBahanLaporanSebagai => "8",
        }
    }

    /// Namanya di dalam kode; tetap sama selama teksnya tetap sama.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Langkah::MenetapkanJumlahSatpamMenyusun => "MenetapkanJumlahSatpamMenyusun",
            Langkah::MenyiapkanAlatDanPerlengkapan => "MenyiapkanAlatDanPerlengkapan",
            Langkah::MemerintahkanPengamananMenurutPembagian => {
                "MemerintahkanPengamananMenurutPembagian"
            }
            Langkah::MelaksanakanPengamananDiPos => "MelaksanakanPengamananDiPos",
            Langkah::MenerimaLaporanPetugasJaga => "MenerimaLaporanPetugasJaga",
            Langkah::MenerimaBahanLaporanDanMenyerahkannya => {
                "MenerimaBahanLaporanDanMenyerahkannya"
            }
            Langkah::MenerimaBahanLaporanDanMenyampaikannya => {
                "MenerimaBahanLaporanDanMenyampaikannya"
            }
            Langkah::MenerimaBahanLaporanSebagai => "MenerimaBahanLaporanSebagai",
        }
    }

    /// Dari namanya di dalam kode.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Langkah> {
        Langkah::ALL.iter().copied().find(|it| it.code() == code)
    }
}

impl fmt::Display for Langkah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.nama())
    }
}

/// Cara menyelesaikan suatu langkah.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hasil {
    /// Dikerjakan; langkah ini tidak memutuskan apa pun.
    Selesai,
}

impl Hasil {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Hasil] = &[Hasil::Selesai];
    /// Sebagaimana tertulis pada SOP.
    #[must_use]
    pub const fn nama(self) -> &'static str {
        match self {
            Hasil::Selesai => "selesai",
        }
    }

    /// Namanya di dalam kode; tetap sama selama teksnya tetap sama.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Hasil::Selesai => "Selesai",
        }
    }

    /// Dari namanya di dalam kode.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Hasil> {
        Hasil::ALL.iter().copied().find(|it| it.code() == code)
    }
}

impl fmt::Display for Hasil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.nama())
    }
}

/// Dokumen dan alat yang disebut prosedur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dokumen {
    /// ATK
    Atk,
    /// Komputer/laptop
    KomputerLaptop,
    /// Kertas
    Kertas,
    /// Jadwal dan daftar petugas
    JadwalDanDaftarPetugas,
    /// Alat pengamanan kantor
    AlatPengamananKantor,
    /// Perlengkapan jaga
    PerlengkapanJaga,
    /// Disposisi
    Disposisi,
    /// Surat tugas
    SuratTugas,
    /// Laporan keamanan
    LaporanKeamanan,
    /// Bahan laporan
    BahanLaporan,
    /// Laporan
    Laporan,
    /// Kebijakan keamanan kantor
    KebijakanKeamananKantor,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::Atk,
        Dokumen::KomputerLaptop,
        Dokumen::Kertas,
        Dokumen::JadwalDanDaftarPetugas,
        Dokumen::AlatPengamananKantor,
        Dokumen::PerlengkapanJaga,
        Dokumen::Disposisi,
        Dokumen::SuratTugas,
        Dokumen::LaporanKeamanan,
        Dokumen::BahanLaporan,
        Dokumen::Laporan,
        Dokumen::KebijakanKeamananKantor,
    ];
    /// Sebagaimana tertulis pada SOP.
    #[must_use]
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::Atk => "ATK",
            Dokumen::KomputerLaptop => "Komputer/laptop",
            Dokumen::Kertas => "Kertas",
            Dokumen::JadwalDanDaftarPetugas => "Jadwal dan daftar petugas",
            Dokumen::AlatPengamananKantor => "Alat pengamanan kantor",
            Dokumen::PerlengkapanJaga => "Perlengkapan jaga",
            Dokumen::Disposisi => "Disposisi",
            Dokumen::SuratTugas => "Surat tugas",
            Dokumen::LaporanKeamanan => "Laporan keamanan",
            Dokumen::BahanLaporan => "Bahan laporan",
            Dokumen::Laporan => "Laporan",
            Dokumen::KebijakanKeamananKantor => "Kebijakan keamanan kantor",
        }
    }

    /// Namanya di dalam kode; tetap sama selama teksnya tetap sama.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Dokumen::Atk => "Atk",
            Dokumen::KomputerLaptop => "KomputerLaptop",
            Dokumen::Kertas => "Kertas",
            Dokumen::JadwalDanDaftarPetugas => "JadwalDanDaftarPetugas",
            Dokumen::AlatPengamananKantor => "AlatPengamananKantor",
            Dokumen::PerlengkapanJaga => "PerlengkapanJaga",
            Dokumen::Disposisi => "Disposisi",
            Dokumen::SuratTugas => "SuratTugas",
            Dokumen::LaporanKeamanan => "LaporanKeamanan",
            Dokumen::BahanLaporan => "BahanLaporan",
            Dokumen::Laporan => "Laporan",
            Dokumen::KebijakanKeamananKantor => "KebijakanKeamananKantor",
        }
    }

    /// Dari namanya di dalam kode.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Dokumen> {
        Dokumen::ALL.iter().copied().find(|it| it.code() == code)
    }
}

impl fmt::Display for Dokumen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.nama())
    }
}

/// Cara prosedur berakhir.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Akhir {
    /// Selesai.
    Selesai,
}

impl Akhir {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Akhir] = &[Akhir::Selesai];
    /// Sebagaimana tertulis pada SOP.
    #[must_use]
    pub const fn nama(self) -> &'static str {
        match self {
            Akhir::Selesai => "selesai",
        }
    }

    /// Namanya di dalam kode; tetap sama selama teksnya tetap sama.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Akhir::Selesai => "Selesai",
        }
    }

    /// Dari namanya di dalam kode.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Akhir> {
        Akhir::ALL.iter().copied().find(|it| it.code() == code)
    }
}

impl fmt::Display for Akhir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.nama())
    }
}

impl Pelaksana {
    /// Nama jabatan lengkap; kosong apabila tidak disebut.
    #[must_use]
    pub const fn panjang(self) -> &'static str {
        match self {
            Pelaksana::KasubbagUmumDanAparatur => "Kepala Subbagian Umum dan Aparatur",
            Pelaksana::BagianPelayananUmum => "",
            Pelaksana::Sekretaris => "",
            Pelaksana::BagianKeamanan => "",
            Pelaksana::KepalaSatuan => "",
        }
    }
}

/// Satu baris tabel sebagaimana tercetak.
#[derive(Debug, PartialEq, Eq)]
pub struct Kegiatan {
    /// Nomor baris.
    pub nomor: &'static str,
    /// Tahap yang dimulai pada baris ini.
    pub tahap: Option<&'static str>,
    /// Uraian kegiatan.
    pub uraian: &'static str,
    /// Rinciannya, a., b., c.
    pub rincian: &'static [&'static str],
    /// Kelengkapan.
    pub kelengkapan: &'static [Dokumen],
    /// Waktu sebagaimana tertulis.
    pub waktu: &'static [&'static str],
    /// Output.
    pub output: &'static [Dokumen],
    /// Batas waktu baris ini.
    pub batas: &'static [&'static str],
    /// Keadaan yang membuat baris ini diperlukan.
    pub bila_perlu: Option<&'static str>,
    /// Yang diberi tahu dan tidak ditunggu.
    pub tembusan: Option<&'static str>,
    /// SOP lain yang dirujuk.
    pub merujuk: &'static [&'static str],
    /// Keterangan.
    pub keterangan: Option<&'static str>,
}

impl Langkah {
    /// Baris yang memuatnya.
    #[must_use]
    pub fn kegiatan(self) -> &'static Kegiatan {
        &KEGIATAN[self.data().kegiatan]
    }

    /// Pelaksananya; beberapa pelaksana bekerja bersama, dan salah satu dari mereka mencatatnya.
    #[must_use]
    pub fn pelaksana(self) -> &'static [Pelaksana] {
        self.data().pelaksana
    }

    /// Yang boleh bertindak menggantikan.
    #[must_use]
    pub fn pengganti(self) -> &'static [Pelaksana] {
        self.data().pengganti
    }

    /// Hasil yang mungkin, menurut urutan.
    pub fn hasil(self) -> impl Iterator<Item = Hasil> {
        self.data().cabang.iter().map(|cabang| cabang.hasil)
    }

    /// Keadaan yang tertulis pada suatu hasil.
    #[must_use]
    pub fn kondisi(self, hasil: Hasil) -> Option<&'static str> {
        self.cabang(hasil)?.kondisi
    }

    /// Berapa kali hasil ini boleh diambil; `None` apabila tidak dibatasi.
    #[must_use]
    pub fn paling_banyak(self, hasil: Hasil) -> Option<u32> {
        let batas = self.cabang(hasil)?.batas.as_ref()?;
        Some(batas.paling_banyak)
    }

    /// Apakah hasil ini menunggu kelengkapan. `tidak` dan pengembalian tidak menunggunya: kelengkapan yang kurang sering justru menjadi alasannya.
    #[must_use]
    pub fn waits_for_papers(self, hasil: Hasil) -> bool {
        let cabang = self.cabang(hasil);
        cabang.is_some_and(|cabang| !cabang.menolak)
    }

    fn cabang(self, hasil: Hasil) -> Option<&'static Cabang> {
        let mut cabang = self.data().cabang.iter();
        cabang.find(|cabang| cabang.hasil == hasil)
    }

    fn data(self) -> &'static Data {
        &LANGKAH[self as usize]
    }
}

/// Saat: detik sejak 1 Januari 1970 pukul 00.00 menurut jam kantor. Mesin ini tidak membaca jam; pemanggil yang menyebutnya.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub i64);

impl Time {
    /// Dari tanggal dan jam.
    ///
    /// Bulan 1 sampai 12. Tanggal, jam, dan menit yang melewati batasnya berlanjut ke hari berikutnya; tidak ada yang ditolak.
    #[must_use]
    pub const fn of(tahun: i64, bulan: u32, tanggal: u32, jam: u32, menit: u32) -> Time {
        let year = if bulan > 2 {
            tahun
        } else {
            tahun.saturating_sub(1)
        };
        let era = year.div_euclid(400);
        let month = (bulan as i64 + 9) % 12;
        let day = (153 * month + 2) / 5 + tanggal as i64 - 1;
        let of_era = year.rem_euclid(400);
        let day = of_era * 365 + of_era / 4 - of_era / 100 + day - 719_468;
        let days = era.saturating_mul(146_097).saturating_add(day);
        let time = jam as i64 * 3600 + menit as i64 * 60;
        Time(days.saturating_mul(DAY).saturating_add(time))
    }

    /// Tahun, bulan, tanggal.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub const fn date(self) -> (i64, u32, u32) {
        let days = self.0.div_euclid(DAY) + 719_468;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let date = (day - (153 * month + 2) / 5 + 1) as u32;
        let wraps = month / 10;
        let month = (month + 3 - 12 * wraps) as u32;
        (era * 400 + year + wraps, month, date)
    }
}

/// `2026-03-02 08:00`
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let minutes = self.0.rem_euclid(DAY) / 60;
        let (hour, minute) = (minutes / 60, minutes % 60);
        write!(f, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}

const DAY: i64 = 86_400;

/// Hari dan jam kerja, untuk menghitung tenggat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kalender {
    /// Mulai bekerja, menit setelah tengah malam.
    pub mulai: u32,
    /// Istirahat, dari dan sampai.
    pub istirahat: (u32, u32),
    /// Istirahat hari Jumat.
    pub istirahat_jumat: (u32, u32),
    /// Menit kerja sehari.
    pub menit_per_hari: u32,
    /// Hari kerja seminggu, mulai Senin.
    pub hari_per_minggu: u32,
    /// Hari libur: sebarang saat pada hari itu. Pada awalnya hari libur nasional, cuti bersama, dan hari libur kantor ini yang dikenal saat berkas ini dihasilkan; tambahkan hari libur tahun berikutnya setelah ditetapkan.
    pub libur: Vec<Time>,
    /// Hari libur yang tanggalnya sama tiap tahun, sejak tahun pertama yang ketetapannya belum dikenal: tahun itu, bulan, tanggal.
    pub libur_tetap: Vec<(i64, u32, u32)>,
}

/// Menurut pengaturan saat berkas ini dihasilkan.
impl Default for Kalender {
    fn default() -> Kalender {
        let libur = LIBUR_NASIONAL.iter().chain(LIBUR);
        Kalender {
            mulai: 450,
            istirahat: (720, 780),
            istirahat_jumat: (690, 780),
            menit_per_hari: 450,
            hari_per_minggu: 5,
            libur: libur.map(|&day| midnight(day)).collect(),
            libur_tetap: Vec::from(LIBUR_TETAP),
        }
    }
}

/// Hari libur kantor ini menurut pengaturan: tahun, bulan, tanggal.
const LIBUR: &[(i64, u32, u32)] = &[];

/// Hari libur nasional dan cuti bersama: tahun, bulan, tanggal.
const LIBUR_NASIONAL: &[(i64, u32, u32)] = &[
    (2024, 1, 1),
    (2024, 2, 8),
    (2024, 2, 9),
    (2024, 2, 10),
    (2024, 2, 14),
    (2024, 3, 11),
    (2024, 3, 12),
    (2024, 3, 29),
    (2024, 3, 31),
    (2024, 4, 8),
    (2024, 4, 9),
    (2024, 4, 10),
    (2024, 4, 11),
    (2024, 4, 12),
    (2024, 4, 15),
    (2024, 5, 1),
    (2024, 5, 9),
    (2024, 5, 10),
    (2024, 5, 23),
    (2024, 5, 24),
    (2024, 6, 1),
    (2024, 6, 17),
    (2024, 6, 18),
    (2024, 7, 7),
    (2024, 8, 17),
    (2024, 9, 16),
    (2024, 11, 27),
    (2024, 12, 25),
    (2024, 12, 26),
    (2025, 1, 1),
    (2025, 1, 27),
    (2025, 1, 28),
    (2025, 1, 29),
    (2025, 3, 28),
    (2025, 3, 29),
    (2025, 3, 31),
    (2025, 4, 1),
    (2025, 4, 2),
    (2025, 4, 3),
    (2025, 4, 4),
    (2025, 4, 7),
    (2025, 4, 18),
    (2025, 4, 20),
    (2025, 5, 1),
    (2025, 5, 12),
    (2025, 5, 13),
    (2025, 5, 29),
    (2025, 5, 30),
    (2025, 6, 1),
    (2025, 6, 6),
    (2025, 6, 9),
    (2025, 6, 27),
    (2025, 8, 17),
    (2025, 8, 18),
    (2025, 9, 5),
    (2025, 12, 25),
    (2025, 12, 26),
    (2026, 1, 1),
    (2026, 1, 16),
    (2026, 2, 16),
    (2026, 2, 17),
    (2026, 3, 18),
    (2026, 3, 19),
    (2026, 3, 20),
    (2026, 3, 21),
    (2026, 3, 22),
    (2026, 3, 23),
    (2026, 3, 24),
    (2026, 4, 3),
    (2026, 4, 5),
    (2026, 5, 1),
    (2026, 5, 14),
    (2026, 5, 15),
    (2026, 5, 27),
    (2026, 5, 28),
    (2026, 5, 31),
    (2026, 6, 1),
    (2026, 6, 16),
    (2026, 8, 17),
    (2026, 8, 25),
    (2026, 12, 24),
    (2026, 12, 25),
];

/// Hari libur yang tanggalnya sama tiap tahun, sejak tahun pertama yang ketetapannya belum dikenal: tahun itu, bulan, tanggal.
const LIBUR_TETAP: &[(i64, u32, u32)] = &[
    (2027, 1, 1),
    (2027, 5, 1),
    (2027, 6, 1),
    (2027, 8, 17),
    (2027, 12, 25),
];

const fn midnight((tahun, bulan, tanggal): (i64, u32, u32)) -> Time {
    Time::of(tahun, bulan, tanggal, 0, 0)
}

impl Kalender {
    /// Apakah kantor bekerja pada hari itu.
    #[must_use]
    pub fn works(&self, hari: Time) -> bool {
        let day = hari.0.div_euclid(DAY);
        let weekday = (day + 3).rem_euclid(7);
        let off = self.libur.iter().any(|it| it.0.div_euclid(DAY) == day);
        let (tahun, bulan, tanggal) = hari.date();
        let mut yearly = self.libur_tetap.iter();
        let off = off || yearly.any(|it| it.0 <= tahun && (it.1, it.2) == (bulan, tanggal));
        weekday < i64::from(self.hari_per_minggu) && !off
    }

    /// Apakah hari libur tahun itu dikenal. Bila tidak, yang dilewati hanya akhir pekan dan libur bertanggal tetap.
    #[must_use]
    pub fn knows(&self, tahun: i64) -> bool {
        self.libur.iter().any(|it| it.date().0 == tahun)
    }

    /// Saat setelah bekerja selama itu, lalu berlalunya hari kalender.
    #[must_use]
    pub fn after(&self, dari: Time, lama: Lama) -> Time {
        let (mut at, mut left) = (dari.0, lama.kerja);
        let last = dari.0.saturating_add(CENTURY);
        while left > 0 && at < last {
            for (from, to) in self.hours(at) {
                let begin = at.max(from);
                let work = left.min((to - begin).max(0));
                if work > 0 {
                    at = begin + work;
                    left -= work;
                }
            }
            if left > 0 {
                at = (at.div_euclid(DAY) + 1).saturating_mul(DAY);
            }
        }
        Time(at.saturating_add(lama.hari.saturating_mul(DAY)))
    }

    /// Jam kerja pada hari itu, sebelum dan sesudah istirahat.
    fn hours(&self, at: i64) -> [(i64, i64); 2] {
        if !self.works(Time(at)) {
            return [(0, 0); 2];
        }
        let day = at.div_euclid(DAY);
        let friday = (day + 3).rem_euclid(7) == 4;
        let (from, to) = if friday {
            self.istirahat_jumat
        } else {
            self.istirahat
        };
        let morning = from.saturating_sub(self.mulai).min(self.menit_per_hari);
        let afternoon = self.menit_per_hari - morning;
        let again = if from > self.mulai { to } else { self.mulai };
        let second = |minute: u32| (day * DAY).saturating_add(i64::from(minute) * 60);
        [
            (
                second(self.mulai),
                second(self.mulai.saturating_add(morning)),
            ),
            (second(again), second(again.saturating_add(afternoon))),
        ]
    }
}

/// Tidak ada prosedur yang lebih lama dari seabad.
const CENTURY: i64 = 36_525 * DAY;

/// Lamanya.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lama {
    /// Waktu kerja, dalam detik.
    pub kerja: i64,
    /// Hari kalender.
    pub hari: i64,
}

const fn lama(kerja: i64, hari: i64) -> Lama {
    Lama { kerja, hari }
}

/// Langkah yang menunggu dikerjakan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Langkahnya.
    pub langkah: Langkah,
    /// Pelaksananya; beberapa pelaksana bekerja bersama, dan salah satu dari mereka mencatatnya.
    pub pelaksana: &'static [Pelaksana],
    /// Yang boleh bertindak menggantikan.
    pub pengganti: &'static [Pelaksana],
    /// Hasil yang masih boleh dipilih.
    pub hasil: Vec<Hasil>,
    /// Kelengkapan yang belum ada; hasil mana yang menunggunya disebut [`Langkah::waits_for_papers`].
    pub kurang: Vec<Dokumen>,
    /// Sejak kapan menunggu.
    pub sejak: Time,
    /// Apakah boleh dilewati dengan [`Case::skip`].
    pub optional: bool,
}

/// Ke mana berkas pergi.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tujuan {
    /// Langkah berikutnya; beberapa langkah adalah pilihan.
    Langkah(&'static [Langkah]),
    /// Prosedur berakhir di sini.
    Akhir(Akhir),
}

/// Tenggat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// Saatnya.
    pub pada: Time,
    /// Waktu atau batas yang menentukannya, sebagaimana tertulis.
    pub menurut: &'static str,
}

/// Satu peristiwa dalam riwayat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Kapan.
    pub waktu: Time,
    /// Yang bertindak.
    pub pelaksana: Pelaksana,
    /// Apa yang terjadi.
    pub event: Event,
}

/// Apa yang terjadi.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Langkah dikerjakan.
    Done {
        /// Langkahnya.
        langkah: Langkah,
        /// Hasilnya.
        hasil: Hasil,
        /// Sejak kapan menunggu.
        sejak: Time,
    },
    /// Langkah dilewati.
    Skipped {
        /// Langkahnya.
        langkah: Langkah,
        /// Sejak kapan menunggu.
        sejak: Time,
    },
    /// Dokumen diterima.
    Received {
        /// Dokumennya.
        dokumen: Dokumen,
    },
}

/// Mengapa suatu tindakan ditolak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Berkas sudah selesai.
    Finished,
    /// Langkah itu tidak sedang menunggu dikerjakan.
    NotWaiting {
        /// Langkah yang dimaksud.
        langkah: Langkah,
    },
    /// Pelaksana itu tidak bertindak pada langkah itu.
    WrongActor {
        /// Langkah yang dimaksud.
        langkah: Langkah,
        /// Pelaksana yang dimaksud.
        pelaksana: Pelaksana,
    },
    /// Hasil itu tidak ada pada langkah itu.
    WrongOutcome {
        /// Langkah yang dimaksud.
        langkah: Langkah,
        /// Hasil yang dimaksud.
        hasil: Hasil,
    },
    /// Ada kelengkapan yang belum ada; terimalah dengan [`Case::receive`].
    MissingPapers {
        /// Langkah yang dimaksud.
        langkah: Langkah,
        /// Kelengkapan yang belum ada; hasil mana yang menunggunya disebut [`Langkah::waits_for_papers`].
        kurang: Vec<Dokumen>,
    },
    /// Hasil itu sudah diambil sebanyak yang diizinkan.
    UsedUp {
        /// Langkah yang dimaksud.
        langkah: Langkah,
        /// Hasil yang dimaksud.
        hasil: Hasil,
        /// Berapa kali hasil itu boleh diambil.
        times: u32,
    },
    /// Langkah itu tidak boleh dilewati.
    NotOptional {
        /// Langkah yang dimaksud.
        langkah: Langkah,
    },
    /// Saatnya mendahului peristiwa terakhir.
    TooEarly {
        /// Kapan.
        waktu: Time,
        /// Saat peristiwa terakhir.
        terakhir: Time,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Finished => f.write_str("berkas ini sudah selesai"),
            Error::NotWaiting { langkah } => write!(f, "langkah {langkah} tidak sedang menunggu"),
            Error::WrongActor { langkah, pelaksana } => {
                write!(f, "{pelaksana} tidak bertindak pada langkah {langkah}")?;
                let deputies = langkah.pengganti().iter();
                let actors = langkah.pelaksana().iter().chain(deputies);
                list(f, "yang boleh bertindak", actors.map(|actor| actor.nama()))
            }
            Error::WrongOutcome { langkah, hasil } => {
                write!(f, "langkah {langkah} tidak mengenal hasil {hasil}")?;
                list(f, "pilihannya", langkah.hasil().map(Hasil::nama))
            }
            Error::MissingPapers { langkah, kurang } => {
                write!(f, "langkah {langkah} belum dapat dikerjakan")?;
                let names = kurang.iter().map(|it| it.nama());
                list(f, "kelengkapan yang belum ada", names)
            }
            Error::UsedUp {
                langkah,
                hasil,
                times,
            } => {
                write!(f, "hasil {hasil} langkah {langkah} sudah habis")?;
                write!(f, " (paling banyak {times} kali)")
            }
            Error::NotOptional { langkah } => write!(f, "langkah {langkah} tidak boleh dilewati"),
            Error::TooEarly { waktu, terakhir } => {
                write!(f, "waktu {waktu} ")?;
                write!(f, "mendahului peristiwa terakhir ({terakhir})")
            }
        }
    }
}

impl core::error::Error for Error {}

/// Mengapa berkas tidak dapat dibuka.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Bukan simpanan berkas.
    NotACase,
    /// Teksnya berubah atau terpotong.
    Damaged {
        /// Baris yang tidak dapat dibaca.
        line: String,
    },
    /// Berkas berjalan menurut versi lain.
    OtherVersion {
        /// Sidik versi itu.
        found: u64,
    },
    /// Langkah yang menunggu tidak ada pada versi ini.
    Unplaced {
        /// Nama-nama langkah itu.
        langkah: Vec<String>,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::NotACase => f.write_str("teks ini bukan simpanan berkas SOP"),
            LoadError::Damaged { line } => write!(f, "simpanan berkas rusak pada baris: {line}"),
            LoadError::OtherVersion { found } => {
                let expected = FINGERPRINT;
                f.write_str("berkas ini berjalan menurut versi lain dari SOP ini")?;
                write!(f, " (sidik {found:016x}, bukan {expected:016x})")?;
                f.write_str("; pindahkan dengan Case::adopt")
            }
            LoadError::Unplaced { langkah } => {
                f.write_str("langkah yang menunggu tidak ada pada versi ini")?;
                let codes = langkah.iter().map(String::as_str);
                list(f, "sebutkan penggantinya untuk", codes)
            }
        }
    }
}

impl core::error::Error for LoadError {}

fn list<'a>(
    f: &mut fmt::Formatter<'_>,
    head: &str,
    names: impl Iterator<Item = &'a str>,
) -> fmt::Result {
    write!(f, "; {head}: ")?;
    for (at, name) in names.enumerate() {
        let comma = if at > 0 { ", " } else { "" };
        write!(f, "{comma}{name}")?;
    }
    Ok(())
}

/// Satu berkas yang menempuh prosedur ini.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    opened: Time,
    turns: Vec<Turn>,
    /// Yang telah tiba pada suatu gabungan.
    arrived: Vec<(Langkah, usize)>,
    /// Berapa kali hasil yang terbatas telah diambil.
    used: [u32; BOUNDS],
    /// Dokumen yang ada, satu bit masing-masing.
    papers: [u64; PAPERS],
    ends: Vec<Akhir>,
    history: Vec<Entry>,
    versions: Vec<(Time, u64)>,
    archive: Vec<String>,
}

/// Langkah yang menunggu; dalam satu kelompok, yang pertama bertindak mengambilnya.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    langkah: &'static [Langkah],
    sejak: Time,
}

impl Case {
    /// Membuka berkas baru pada awal prosedur.
    #[must_use]
    pub fn open(waktu: Time) -> Case {
        let mut case = Case::empty(waktu);
        case.turns.push(Turn {
            langkah: START,
            sejak: waktu,
        });
        case
    }

    fn empty(opened: Time) -> Case {
        Case {
            opened,
            turns: Vec::new(),
            arrived: Vec::new(),
            used: [0; BOUNDS],
            papers: [0; PAPERS],
            ends: Vec::new(),
            history: Vec::new(),
            versions: Vec::new(),
            archive: Vec::new(),
        }
    }

    /// Langkah yang menunggu dikerjakan; kosong apabila berkas selesai.
    #[must_use]
    pub fn tasks(&self) -> Vec<Task> {
        let mut waiting: Vec<(Langkah, Time)> = Vec::new();
        for turn in &self.turns {
            waiting.extend(turn.langkah.iter().map(|it| (*it, turn.sejak)));
        }
        waiting.sort_unstable();
        waiting.dedup_by_key(|it| it.0);
        let task = |(langkah, sejak): (Langkah, Time)| Task {
            langkah,
            pelaksana: langkah.pelaksana(),
            pengganti: langkah.pengganti(),
            hasil: self.open_outcomes(langkah),
            kurang: self.missing(langkah),
            sejak,
            optional: langkah.data().skip.is_some(),
        };
        waiting.into_iter().map(task).collect()
    }

    /// Langkah yang boleh dikerjakan pelaksana ini: kotak masuknya.
    #[must_use]
    pub fn tasks_of(&self, pelaksana: Pelaksana) -> Vec<Task> {
        let mut tasks = self.tasks();
        let may = |task: &Task| {
            task.pelaksana.contains(&pelaksana) || task.pengganti.contains(&pelaksana)
        };
        tasks.retain(may);
        tasks
    }

    /// Mencatat bahwa `pelaksana` mengerjakan `langkah` dengan `hasil`, lalu meneruskan berkas. Apabila ditolak, berkas tidak berubah.
    ///
    /// Hasil yang terbatas jumlahnya menempuh jalan gantinya setelah batas itu habis.
    ///
    /// # Errors
    ///
    /// [`Error`] menyebut alasannya.
    pub fn act(
        &mut self,
        langkah: Langkah,
        pelaksana: Pelaksana,
        hasil: Hasil,
        waktu: Time,
    ) -> Result<(), Error> {
        let turn = self.admit(langkah, pelaksana, waktu)?;
        let cabang = langkah.cabang(hasil);
        let cabang = cabang.ok_or(Error::WrongOutcome { langkah, hasil })?;
        let kurang = self.missing(langkah);
        if !kurang.is_empty() && !cabang.menolak {
            return Err(Error::MissingPapers { langkah, kurang });
        }
        let sejak = self.move_on(turn, langkah, langkah, cabang, waktu)?;
        self.history.push(Entry {
            waktu,
            pelaksana,
            event: Event::Done {
                langkah,
                hasil,
                sejak,
            },
        });
        Ok(())
    }

    /// Melewati langkah yang tidak diperlukan; berkas diteruskan seakan-akan langkah itu telah dikerjakan, dengan hasilnya yang pertama.
    ///
    /// # Errors
    ///
    /// [`Error`] menyebut alasannya.
    pub fn skip(
        &mut self,
        langkah: Langkah,
        pelaksana: Pelaksana,
        waktu: Time,
    ) -> Result<(), Error> {
        let turn = self.admit(langkah, pelaksana, waktu)?;
        let refused = Error::NotOptional { langkah };
        let Some(through) = langkah.data().skip else {
            return Err(refused);
        };
        let cabang = through.data().cabang.first().ok_or(refused)?;
        let sejak = self.move_on(turn, langkah, through, cabang, waktu)?;
        self.history.push(Entry {
            waktu,
            pelaksana,
            event: Event::Skipped { langkah, sejak },
        });
        Ok(())
    }

    /// Mencatat dokumen yang diterima dari luar, atau yang diserahkan lagi. Dokumen yang dihasilkan suatu langkah tercatat sendiri.
    ///
    /// # Errors
    ///
    /// [`Error::Finished`] atau [`Error::TooEarly`].
    pub fn receive(
        &mut self,
        dokumen: Dokumen,
        pelaksana: Pelaksana,
        waktu: Time,
    ) -> Result<(), Error> {
        if self.is_finished() {
            return Err(Error::Finished);
        }
        self.in_time(waktu)?;
        self.take(dokumen);
        self.history.push(Entry {
            waktu,
            pelaksana,
            event: Event::Received { dokumen },
        });
        Ok(())
    }

    /// Apakah tidak ada lagi yang menunggu.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.turns.is_empty() && self.arrived.is_empty()
    }

    /// Akhir yang telah dicapai; lebih dari satu apabila cabang yang bersamaan berakhir sendiri-sendiri.
    #[must_use]
    pub fn ends(&self) -> &[Akhir] {
        &self.ends
    }

    /// Kapan berkas dibuka.
    #[must_use]
    pub fn opened(&self) -> Time {
        self.opened
    }

    /// Semua tindakan yang telah dicatat, menurut urutan.
    #[must_use]
    pub fn history(&self) -> &[Entry] {
        &self.history
    }

    /// Versi terdahulu yang pernah dijalani: saat pindah dan sidiknya.
    #[must_use]
    pub fn versions(&self) -> &[(Time, u64)] {
        &self.versions
    }

    /// Baris riwayat dari versi terdahulu yang namanya tidak dikenal versi ini, sebagaimana tersimpan.
    #[must_use]
    pub fn archive(&self) -> &[String] {
        &self.archive
    }

    /// Apakah dokumen itu sudah ada.
    #[must_use]
    pub fn holds(&self, dokumen: Dokumen) -> bool {
        let at = dokumen as usize;
        self.papers[at / 64] >> (at % 64) & 1 == 1
    }

    /// Berapa kali hasil ini telah diambil; yang terbatas juga di versi-versi terdahulu.
    #[must_use]
    pub fn times_used(&self, langkah: Langkah, hasil: Hasil) -> u32 {
        let batas = langkah.cabang(hasil).and_then(|it| it.batas.as_ref());
        if let Some(batas) = batas {
            return self.used[batas.index];
        }
        let taken = |entry: &&Entry| match entry.event {
            Event::Done {
                langkah: at,
                hasil: by,
                ..
            } => (at, by) == (langkah, hasil),
            Event::Skipped { .. } | Event::Received { .. } => false,
        };
        let times = self.history.iter().filter(taken).count();
        u32::try_from(times).unwrap_or(u32::MAX)
    }

    /// Ke mana hasil ini membawa berkas sekarang, juga setelah batasnya habis; kosong apabila tidak boleh diambil. Langkah yang menunggu cabang lain baru dimulai setelah semuanya tiba.
    #[must_use]
    pub fn leads_to(&self, langkah: Langkah, hasil: Hasil) -> &'static [Tujuan] {
        let cabang = langkah.cabang(hasil);
        cabang.and_then(|it| self.way(it)).unwrap_or_default()
    }

    /// Kapan langkah yang menunggu harus selesai: yang terdekat di antara waktu barisnya dan batas-batasnya. `None` apabila ia tidak menunggu, atau waktunya tidak dapat dihitung.
    #[must_use]
    pub fn due(&self, langkah: Langkah, kalender: &Kalender) -> Option<Due> {
        let sejak = self.since(langkah)?;
        let data = langkah.data();
        let own = data.lama.map(|lama| Due {
            pada: kalender.after(sejak, lama),
            menurut: data.waktu,
        });
        let limits = data.tenggat.iter().filter(|limit| limit.paling_lama);
        let limits = limits.filter_map(|limit| self.limit(limit, kalender));
        own.into_iter().chain(limits).min()
    }

    /// Kapan langkah paling cepat selesai, apabila ada batas `paling cepat`; dicatat, tidak ditolak.
    #[must_use]
    pub fn not_before(&self, langkah: Langkah, kalender: &Kalender) -> Option<Due> {
        let limits = langkah.data().tenggat.iter();
        let limits = limits.filter(|limit| !limit.paling_lama);
        limits.filter_map(|limit| self.limit(limit, kalender)).max()
    }

    /// Langkah yang sudah lewat tenggat pada saat itu.
    #[must_use]
    pub fn overdue(&self, waktu: Time, kalender: &Kalender) -> Vec<(Langkah, Due)> {
        let late = |task: Task| {
            let due = self.due(task.langkah, kalender)?;
            (due.pada < waktu).then_some((task.langkah, due))
        };
        self.tasks().into_iter().filter_map(late).collect()
    }

    /// Menyimpan berkas sebagai teks: baris demi baris, dengan sidik prosedur dan jumlah periksa.
    #[must_use]
    pub fn save(&self) -> String {
        use fmt::Write as _;
        let mut out = String::from("sop-berkas 1\n");
        // Menulis ke `String` tidak pernah gagal.
        let _ = self.write(&mut out);
        let sum = checksum(&out);
        let _ = writeln!(out, "cek {sum:016x}");
        out
    }

    fn write(&self, out: &mut String) -> fmt::Result {
        use fmt::Write as _;
        writeln!(out, "sidik {FINGERPRINT:016x}")?;
        writeln!(out, "dibuka {}", self.opened.0)?;
        for (waktu, version) in &self.versions {
            writeln!(out, "versi {} {version:016x}", waktu.0)?;
        }
        for turn in &self.turns {
            write!(out, "tunggu {}", turn.sejak.0)?;
            for langkah in turn.langkah {
                write!(out, " {}", langkah.code())?;
            }
            out.push('\n');
        }
        for (di, group) in &self.arrived {
            let gabung = di.data().gabung.as_ref();
            let from = gabung.and_then(|gabung| gabung.menunggu[*group].first());
            if let Some(from) = from {
                writeln!(out, "tiba {} {}", di.code(), from.code())?;
            }
        }
        for (langkah, cabang) in bounded() {
            let times = self.times_used(langkah, cabang.hasil);
            if times > 0 {
                let (langkah, hasil) = (langkah.code(), cabang.hasil.code());
                writeln!(out, "pakai {langkah} {hasil} {times}")?;
            }
        }
        for dokumen in Dokumen::ALL.iter().filter(|it| self.holds(**it)) {
            writeln!(out, "dokumen {}", dokumen.code())?;
        }
        for akhir in &self.ends {
            writeln!(out, "akhir {}", akhir.code())?;
        }
        for Entry {
            waktu,
            pelaksana,
            event,
        } in &self.history
        {
            write!(out, "riwayat {} {} ", waktu.0, pelaksana.code())?;
            match event {
                Event::Done {
                    langkah,
                    hasil,
                    sejak,
                } => {
                    let (langkah, hasil) = (langkah.code(), hasil.code());
                    writeln!(out, "kerja {langkah} {hasil} {}", sejak.0)?;
                }
                Event::Skipped { langkah, sejak } => {
                    writeln!(out, "lewat {} {}", langkah.code(), sejak.0)?;
                }
                Event::Received { dokumen } => writeln!(out, "terima {}", dokumen.code())?,
            }
        }
        for line in &self.archive {
            writeln!(out, "arsip {line}")?;
        }
        Ok(())
    }

    /// Membuka berkas yang tersimpan. Ditolak apabila teksnya rusak atau berjalan menurut versi lain.
    ///
    /// # Errors
    ///
    /// [`LoadError`] menyebut alasannya.
    pub fn load(saved: &str) -> Result<Case, LoadError> {
        let saved = saved.replace("\r\n", "\n");
        let (found, lines) = opened(&saved)?;
        if found != FINGERPRINT {
            return Err(LoadError::OtherVersion { found });
        }
        let mut case = Case::empty(Time(0));
        for line in lines.lines() {
            if case.read(line, &[]).is_none() {
                let line = String::from(line);
                return Err(LoadError::Damaged { line });
            }
        }
        Ok(case)
    }

    /// Memindahkan berkas dari versi lain ke versi ini. `renamed` menyebut nama lama langkah yang kini bernama lain; setiap langkah yang menunggu harus ada.
    ///
    /// Daftar yang dikembalikan memuat baris simpanan yang tidak ada padanannya di versi ini; riwayatnya tetap ada di [`Case::archive`].
    ///
    /// # Errors
    ///
    /// [`LoadError`] menyebut alasannya; versi lain tidak ditolak.
    pub fn adopt(
        saved: &str,
        renamed: &[(&str, Langkah)],
        waktu: Time,
    ) -> Result<(Case, Vec<String>), LoadError> {
        let saved = saved.replace("\r\n", "\n");
        let (found, lines) = opened(&saved)?;
        let mut case = Case::empty(waktu);
        let (mut lost, mut unplaced) = (Vec::new(), Vec::new());
        for line in lines.lines() {
            if case.read(line, renamed).is_some() {
                continue;
            }
            let line = String::from(line);
            if line.starts_with("tunggu ") || line.starts_with("tiba ") {
                unplaced.extend(line.split(' ').skip(1).map(String::from));
            } else if line.starts_with("riwayat ") {
                case.archive.push(line);
            } else {
                lost.push(line);
            }
        }
        unplaced.retain(|code| code.parse::<i64>().is_err() && step(code, renamed).is_none());
        if !unplaced.is_empty() {
            return Err(LoadError::Unplaced { langkah: unplaced });
        }
        case.versions.push((waktu, found));
        case.settle(waktu);
        Ok((case, lost))
    }

    /// Setelah pindah: tiap langkah menunggu satu kali, yang sudah menunggu tidak menunggu cabang lagi, dan gabungan yang sudah lengkap dimulai.
    fn settle(&mut self, waktu: Time) {
        let mut turns: Vec<Turn> = Vec::new();
        for turn in self.turns.drain(..) {
            if !turns.iter().any(|it| it.langkah == turn.langkah) {
                turns.push(turn);
            }
        }
        let waits = |di: Langkah| turns.iter().any(|turn| turn.langkah.contains(&di));
        self.arrived.retain(|it| !waits(it.0));
        self.turns = turns;
        for (di, _) in self.arrived.clone() {
            let here = self.arrived.iter().filter(|it| it.0 == di).count();
            let gabung = di.data().gabung.as_ref();
            let complete = gabung.is_some_and(|it| (1..=here).contains(&it.menunggu.len()));
            if let (true, Some(langkah)) = (complete, turn(&[di])) {
                self.arrived.retain(|it| it.0 != di);
                let sejak = waktu;
                self.turns.push(Turn { langkah, sejak });
            }
        }
    }

    /// Membaca satu baris simpanan; `None` apabila tidak dikenal.
    fn read(&mut self, line: &str, renamed: &[(&str, Langkah)]) -> Option<()> {
        let (key, rest) = line.split_once(' ')?;
        if key == "arsip" {
            self.archive.push(String::from(rest));
            return Some(());
        }
        let mut words = rest.split(' ');
        match key {
            "dibuka" => self.opened = time(words.next())?,
            "versi" => {
                let waktu = time(words.next())?;
                let version = u64::from_str_radix(words.next()?, 16).ok()?;
                self.versions.push((waktu, version));
            }
            "tunggu" => {
                let sejak = time(words.next())?;
                let mut steps = Vec::new();
                for code in words.by_ref() {
                    steps.push(step(code, renamed)?);
                }
                let langkah = turn(&steps)?;
                self.turns.push(Turn { langkah, sejak });
            }
            "tiba" => {
                let di = step(words.next()?, renamed)?;
                let from = step(words.next()?, renamed)?;
                let mut groups = di.data().gabung.as_ref()?.menunggu.iter();
                let group = groups.position(|group| group.contains(&from))?;
                if !self.arrived.contains(&(di, group)) {
                    self.arrived.push((di, group));
                }
            }
            "pakai" => {
                let langkah = step(words.next()?, renamed)?;
                let cabang = langkah.cabang(Hasil::from_code(words.next()?)?)?;
                self.used[cabang.batas.as_ref()?.index] = words.next()?.parse().ok()?;
            }
            "dokumen" => self.take(Dokumen::from_code(words.next()?)?),
            "akhir" => self.ends.push(Akhir::from_code(words.next()?)?),
            "riwayat" => {
                let waktu = time(words.next())?;
                let pelaksana = Pelaksana::from_code(words.next()?)?;
                let event = match words.next()? {
                    "kerja" => Event::Done {
                        langkah: step(words.next()?, renamed)?,
                        hasil: Hasil::from_code(words.next()?)?,
                        sejak: time(words.next())?,
                    },
                    "lewat" => Event::Skipped {
                        langkah: step(words.next()?, renamed)?,
                        sejak: time(words.next())?,
                    },
                    "terima" => Event::Received {
                        dokumen: Dokumen::from_code(words.next()?)?,
                    },
                    _ => return None,
                };
                self.history.push(Entry {
                    waktu,
                    pelaksana,
                    event,
                });
            }
            _ => return None,
        }
        words.next().is_none().then_some(())
    }

    fn since(&self, langkah: Langkah) -> Option<Time> {
        let mut turns = self.turns.iter();
        let turn = turns.find(|turn| turn.langkah.contains(&langkah));
        turn.map(|turn| turn.sejak)
    }

    /// Tenggat suatu batas: dari awal dihitung sejak pertama kali, dari akhir sejak terakhir kali.
    fn limit(&self, limit: &Tenggat, kalender: &Kalender) -> Option<Due> {
        let of = |entry: &Entry| match entry.event {
            Event::Done { langkah, sejak, .. } | Event::Skipped { langkah, sejak } => {
                Some((langkah, sejak, entry.waktu))
            }
            Event::Received { .. } => None,
        };
        let archived = self.archive.iter().filter_map(|line| archived(line));
        let done = self.history.iter().filter_map(of).chain(archived);
        let done = done.filter(|it| limit.acuan.contains(&it.0));
        let waiting = || limit.acuan.iter().find_map(|langkah| self.since(*langkah));
        let from = if limit.dari_awal {
            done.map(|it| it.1).min().or_else(waiting)
        } else {
            done.map(|it| it.2).max()
        };
        Some(Due {
            pada: kalender.after(from?, limit.lama),
            menurut: limit.teks,
        })
    }

    fn in_time(&self, waktu: Time) -> Result<(), Error> {
        let last = self.history.last().map(|entry| entry.waktu);
        let moved = self.versions.last().map(|version| version.0);
        let terakhir = self.opened.max(last.max(moved).unwrap_or(self.opened));
        if waktu < terakhir {
            return Err(Error::TooEarly { waktu, terakhir });
        }
        Ok(())
    }

    fn admit(&self, langkah: Langkah, pelaksana: Pelaksana, waktu: Time) -> Result<usize, Error> {
        if self.is_finished() {
            return Err(Error::Finished);
        }
        let mut turns = self.turns.iter();
        let Some(turn) = turns.position(|turn| turn.langkah.contains(&langkah)) else {
            return Err(Error::NotWaiting { langkah });
        };
        let data = langkah.data();
        if !data.pelaksana.contains(&pelaksana) && !data.pengganti.contains(&pelaksana) {
            return Err(Error::WrongActor { langkah, pelaksana });
        }
        self.in_time(waktu)?;
        Ok(turn)
    }

    fn missing(&self, langkah: Langkah) -> Vec<Dokumen> {
        let needed = langkah.data().perlu.iter().copied();
        needed.filter(|dokumen| !self.holds(*dokumen)).collect()
    }

    fn take(&mut self, dokumen: Dokumen) {
        let at = dokumen as usize;
        self.papers[at / 64] |= 1 << (at % 64);
    }

    fn open_outcomes(&self, langkah: Langkah) -> Vec<Hasil> {
        let cabang = langkah.data().cabang.iter();
        let open = cabang.filter(|cabang| self.way(cabang).is_some());
        open.map(|cabang| cabang.hasil).collect()
    }

    fn way(&self, cabang: &'static Cabang) -> Option<&'static [Tujuan]> {
        match &cabang.batas {
            Some(batas) if self.used[batas.index] >= batas.paling_banyak => batas.lalu,
            _ => Some(cabang.ke),
        }
    }

    /// Meneruskan berkas; sejak kapan langkah itu menunggu.
    fn move_on(
        &mut self,
        turn: usize,
        langkah: Langkah,
        through: Langkah,
        cabang: &'static Cabang,
        waktu: Time,
    ) -> Result<Time, Error> {
        let Some(way) = self.way(cabang) else {
            return Err(Error::UsedUp {
                langkah,
                hasil: cabang.hasil,
                times: cabang.batas.as_ref().map_or(0, |batas| batas.paling_banyak),
            });
        };
        if let Some(batas) = &cabang.batas {
            self.used[batas.index] = self.used[batas.index].saturating_add(1);
        }
        let sejak = self.turns.remove(turn).sejak;
        for dokumen in through.data().hasilkan {
            self.take(*dokumen);
        }
        for tujuan in way {
            match *tujuan {
                Tujuan::Akhir(akhir) => self.ends.push(akhir),
                Tujuan::Langkah(langkah) => {
                    if self.is_open(through, langkah) {
                        self.turns.push(Turn {
                            langkah,
                            sejak: waktu,
                        });
                    }
                }
            }
        }
        Ok(sejak)
    }

    /// Apakah langkah ini dapat dimulai: ia tidak menunggu yang lain, atau semua yang ditunggu telah tiba.
    fn is_open(&mut self, from: Langkah, turn: &[Langkah]) -> bool {
        let gabung = turn.first().and_then(|first| first.data().gabung.as_ref());
        let Some(Gabung { di, menunggu }) = gabung else {
            return true;
        };
        let mut groups = menunggu.iter();
        let Some(group) = groups.position(|group| group.contains(&from)) else {
            return true;
        };
        if !self.arrived.contains(&(*di, group)) {
            self.arrived.push((*di, group));
        }
        let here = self.arrived.iter().filter(|arrival| arrival.0 == *di);
        if here.count() < menunggu.len() {
            return false;
        }
        self.arrived.retain(|arrival| arrival.0 != *di);
        true
    }
}

/// Sidik dan isi simpanan, setelah jumlah periksanya cocok.
fn opened(saved: &str) -> Result<(u64, &str), LoadError> {
    if !saved.starts_with("sop-berkas 1\n") {
        return Err(LoadError::NotACase);
    }
    let damaged = |line: &str| LoadError::Damaged {
        line: String::from(line),
    };
    let end = saved.rfind("cek ").unwrap_or(saved.len());
    let (body, sum) = saved.split_at(end);
    let sum = sum.strip_prefix("cek ").map(str::trim_end);
    if sum.and_then(|sum| u64::from_str_radix(sum, 16).ok()) != Some(checksum(body)) {
        return Err(damaged(saved.lines().last().unwrap_or_default()));
    }
    let mut lines = body.splitn(3, '\n').skip(1);
    let head = lines.next().unwrap_or_default();
    let found = head.strip_prefix("sidik ");
    let found = found.and_then(|found| u64::from_str_radix(found, 16).ok());
    let found = found.ok_or_else(|| damaged(head))?;
    Ok((found, lines.next().unwrap_or_default()))
}

/// FNV-1a, 64 bit.
fn checksum(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    text.bytes().fold(start, |sum: u64, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Langkah pada baris arsip yang dikenal versi ini, sejak kapan menunggu dan kapan dikerjakan: batas waktu tetap dihitung darinya.
fn archived(line: &str) -> Option<(Langkah, Time, Time)> {
    let mut words = line.strip_prefix("riwayat ")?.split(' ');
    let waktu = time(words.next())?;
    if !matches!(words.nth(1)?, "kerja" | "lewat") {
        return None;
    }
    let langkah = Langkah::from_code(words.next()?)?;
    Some((langkah, time(words.next_back())?, waktu))
}

fn time(word: Option<&str>) -> Option<Time> {
    word?.parse().ok().map(Time)
}

fn step(code: &str, renamed: &[(&str, Langkah)]) -> Option<Langkah> {
    let new = renamed.iter().find(|(old, _)| *old == code);
    new.map(|(_, new)| *new)
        .or_else(|| Langkah::from_code(code))
}

/// Langkah-langkah yang menunggu bersama sebagai pilihan.
fn turn(steps: &[Langkah]) -> Option<&'static [Langkah]> {
    let first = steps.first()?;
    let mut found = START.contains(first).then_some(START);
    for cabang in LANGKAH.iter().flat_map(|data| data.cabang) {
        let lalu = cabang.batas.as_ref().and_then(|batas| batas.lalu);
        for tujuan in cabang.ke.iter().chain(lalu.unwrap_or_default()) {
            if let Tujuan::Langkah(turn) = tujuan {
                if *turn == steps {
                    return Some(turn);
                }
                if turn.contains(first) {
                    found = found.or(Some(turn));
                }
            }
        }
    }
    found
}

fn bounded() -> impl Iterator<Item = (Langkah, &'static Cabang)> {
    let cabang = |langkah: &'static Langkah| {
        let cabang = langkah.data().cabang.iter();
        cabang.map(|cabang| (*langkah, cabang))
    };
    let all = Langkah::ALL.iter().flat_map(cabang);
    all.filter(|(_, cabang)| cabang.batas.is_some())
}

/// Serialisasi: nama di dalam kode untuk pelaksana, langkah, dan lainnya; simpanan untuk berkas.
#[cfg(feature = "serde")]
mod serialisation {
    use super::{
        Akhir, Case, Dokumen, Due, Entry, Event, Hasil, Langkah, Pelaksana, String, Task, Time,
        Tujuan,
    };
    use serde::de::{Deserialize, Deserializer, Error as _};
    use serde::ser::{Serialize, SerializeStruct as _, Serializer};

    macro_rules! by_code {
        ($($name:ident)*) => {$(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                    to.serialize_str(self.code())
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(from: D) -> Result<$name, D::Error> {
                    let code = String::deserialize(from)?;
                    let known = $name::from_code(&code);
                    let what = stringify!($name);
                    known.ok_or_else(|| D::Error::custom(format_args!("{what} tidak mengenal `{code}`")))
                }
            }
        )*};
    }

    by_code! { Pelaksana Langkah Hasil Dokumen Akhir }

    impl Serialize for Time {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_i64(self.0)
        }
    }

    impl<'de> Deserialize<'de> for Time {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Time, D::Error> {
            i64::deserialize(from).map(Time)
        }
    }

    impl Serialize for Case {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_str(&self.save())
        }
    }

    impl<'de> Deserialize<'de> for Case {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Case, D::Error> {
            Case::load(&String::deserialize(from)?).map_err(D::Error::custom)
        }
    }

    impl Serialize for Task {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut task = to.serialize_struct("Task", 7)?;
            task.serialize_field("langkah", &self.langkah)?;
            task.serialize_field("pelaksana", self.pelaksana)?;
            task.serialize_field("pengganti", self.pengganti)?;
            task.serialize_field("hasil", &self.hasil)?;
            task.serialize_field("kurang", &self.kurang)?;
            task.serialize_field("sejak", &self.sejak)?;
            task.serialize_field("optional", &self.optional)?;
            task.end()
        }
    }

    impl Serialize for Due {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let mut due = to.serialize_struct("Due", 2)?;
            due.serialize_field("pada", &self.pada)?;
            due.serialize_field("menurut", self.menurut)?;
            due.end()
        }
    }

    impl Serialize for Tujuan {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let (langkah, akhir) = match *self {
                Tujuan::Langkah(langkah) => (Some(langkah), None),
                Tujuan::Akhir(akhir) => (None, Some(akhir)),
            };
            let mut tujuan = to.serialize_struct("Tujuan", 2)?;
            tujuan.serialize_field("langkah", &langkah)?;
            tujuan.serialize_field("akhir", &akhir)?;
            tujuan.end()
        }
    }

    impl Serialize for Entry {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let (kind, langkah, sejak) = match self.event {
                Event::Done { langkah, sejak, .. } => ("done", Some(langkah), Some(sejak)),
                Event::Skipped { langkah, sejak } => ("skipped", Some(langkah), Some(sejak)),
                Event::Received { .. } => ("received", None, None),
            };
            let (hasil, dokumen) = match self.event {
                Event::Done { hasil, .. } => (Some(hasil), None),
                Event::Skipped { .. } => (None, None),
                Event::Received { dokumen } => (None, Some(dokumen)),
            };
            let mut entry = to.serialize_struct("Entry", 7)?;
            entry.serialize_field("waktu", &self.waktu)?;
            entry.serialize_field("pelaksana", &self.pelaksana)?;
            entry.serialize_field("event", kind)?;
            entry.serialize_field("langkah", &langkah)?;
            entry.serialize_field("hasil", &hasil)?;
            entry.serialize_field("dokumen", &dokumen)?;
            entry.serialize_field("sejak", &sejak)?;
            entry.end()
        }
    }
}

/// Yang tetap tentang suatu langkah.
struct Data {
    kegiatan: usize,
    pelaksana: &'static [Pelaksana],
    pengganti: &'static [Pelaksana],
    /// Kelengkapan yang bukan alat.
    perlu: &'static [Dokumen],
    /// Yang dihasilkan apabila langkah ini selesai.
    hasilkan: &'static [Dokumen],
    lama: Option<Lama>,
    /// Waktu itu sebagaimana tertulis.
    waktu: &'static str,
    tenggat: &'static [Tenggat],
    gabung: Option<Gabung>,
    /// Apabila dilewati, berkas diteruskan seakan-akan dari sini.
    skip: Option<Langkah>,
    cabang: &'static [Cabang],
}

/// Batas waktu yang dapat dihitung.
struct Tenggat {
    teks: &'static str,
    paling_lama: bool,
    /// Dihitung dari awal, bukan akhir, langkah acuannya.
    dari_awal: bool,
    acuan: &'static [Langkah],
    lama: Lama,
}

/// Sebelum langkah ini dimulai, semua ini harus selesai; dalam satu kelompok cukup salah satu.
struct Gabung {
    di: Langkah,
    menunggu: &'static [&'static [Langkah]],
}

/// Satu hasil dan kelanjutannya.
struct Cabang {
    hasil: Hasil,
    kondisi: Option<&'static str>,
    ke: &'static [Tujuan],
    /// Menolak atau mengembalikan; tidak menunggu kelengkapan.
    menolak: bool,
    batas: Option<Batas>,
}

/// Hasil yang terbatas jumlahnya.
struct Batas {
    index: usize,
    paling_banyak: u32,
    lalu: Option<&'static [Tujuan]>,
}

const BOUNDS: usize = 0;

const PAPERS: usize = 1;

/// Langkah pertama; beberapa langkah adalah pilihan.
const START: &[Langkah] = &[Langkah::MenetapkanJumlahSatpamMenyusun];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Menetapkan jumlah satpam, menyusun jadwal giliran jaga, dan membagi wilayah pengamanan menurut pos",
        rincian: &[],
        kelengkapan: &[Dokumen::Kertas, Dokumen::Atk],
        waktu: &["5 Menit"],
        output: &[Dokumen::JadwalDanDaftarPetugas],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Menyiapkan alat dan perlengkapan sebanyak petugas dan pos jaga, lalu melaporkannya kepada Kasubbag Umum dan Aparatur",
        rincian: &[],
        kelengkapan: &[Dokumen::AlatPengamananKantor],
        waktu: &["15 Menit"],
        output: &[Dokumen::PerlengkapanJaga],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Memerintahkan pengamanan menurut pembagian pos dan meminta laporan selama bertugas",
        rincian: &[],
        kelengkapan: &[Dokumen::Disposisi],
        waktu: &["5 Menit"],
        output: &[Dokumen::SuratTugas],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: None,
        uraian: "Melaksanakan pengamanan di pos masing-masing dan menyampaikan laporannya kepada Bagian Pelayanan Umum",
        rincian: &[],
        kelengkapan: &[Dokumen::AlatPengamananKantor],
        waktu: &["Sesuai jadwal yang telah dibuat"],
        output: &[Dokumen::LaporanKeamanan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Menerima laporan petugas jaga dan menyusun bahan laporan kepada Kasubbag Umum dan Aparatur",
        rincian: &[],
        kelengkapan: &[Dokumen::BahanLaporan],
        waktu: &["10 menit"],
        output: &[Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Menerima bahan laporan dan menyerahkannya kepada kepala bagian untuk ditindaklanjuti",
        rincian: &[],
        kelengkapan: &[Dokumen::BahanLaporan],
        waktu: &["30 Menit"],
        output: &[Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Menerima bahan laporan dan menyampaikannya kepada Kepala Satuan sebagai informasi",
        rincian: &[],
        kelengkapan: &[Dokumen::BahanLaporan],
        waktu: &["10 menit"],
        output: &[Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Menerima bahan laporan sebagai pertimbangan untuk mengambil keputusan tentang keamanan kantor",
        rincian: &[],
        kelengkapan: &[Dokumen::BahanLaporan],
        waktu: &["15 menit"],
        output: &[Dokumen::KebijakanKeamananKantor],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
];
static LANGKAH: &[Data] = &[
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::KasubbagUmumDanAparatur],
        pengganti: &[],
        perlu: &[Dokumen::Kertas],
        hasilkan: &[Dokumen::JadwalDanDaftarPetugas],
        lama: Some(lama(300, 0)),
        waktu: "5 Menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyiapkanAlatDanPerlengkapan])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::BagianPelayananUmum],
        pengganti: &[],
        perlu: &[Dokumen::AlatPengamananKantor],
        hasilkan: &[Dokumen::PerlengkapanJaga],
        lama: Some(lama(900, 0)),
        waktu: "15 Menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemerintahkanPengamananMenurutPembagian,
            ])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::KasubbagUmumDanAparatur],
        pengganti: &[],
        perlu: &[Dokumen::Disposisi],
        hasilkan: &[Dokumen::SuratTugas],
        lama: Some(lama(300, 0)),
        waktu: "5 Menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MelaksanakanPengamananDiPos])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::BagianKeamanan],
        pengganti: &[],
        perlu: &[Dokumen::AlatPengamananKantor],
        hasilkan: &[Dokumen::LaporanKeamanan],
        lama: None,
        waktu: "",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaLaporanPetugasJaga])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::BagianPelayananUmum],
        pengganti: &[],
        perlu: &[Dokumen::BahanLaporan],
        hasilkan: &[Dokumen::Laporan],
        lama: Some(lama(600, 0)),
        waktu: "10 menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenerimaBahanLaporanDanMenyerahkannya,
            ])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::KasubbagUmumDanAparatur],
        pengganti: &[],
        perlu: &[Dokumen::BahanLaporan],
        hasilkan: &[Dokumen::Laporan],
        lama: Some(lama(1800, 0)),
        waktu: "30 Menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenerimaBahanLaporanDanMenyampaikannya,
            ])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        perlu: &[Dokumen::BahanLaporan],
        hasilkan: &[Dokumen::Laporan],
        lama: Some(lama(600, 0)),
        waktu: "10 menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaBahanLaporanSebagai])],
            menolak: false,
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::KepalaSatuan],
        pengganti: &[],
        perlu: &[Dokumen::BahanLaporan],
        hasilkan: &[Dokumen::KebijakanKeamananKantor],
        lama: Some(lama(900, 0)),
        waktu: "15 menit",
        tenggat: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Akhir(Akhir::Selesai)],
            menolak: false,
            batas: None,
        }],
    },
];

/// Wajah bertipe: urutan yang salah, atau pelaksana yang salah, tidak dapat dikompilasi. Mulailah dari [`open`](typestate::open); tiap [`Di`](typestate::Di) adalah satu langkah yang menunggu.
///
/// Yang baru diketahui saat berjalan (kelengkapan, batas pengembalian, waktu) tetap ditolak oleh [`Case`].
#[cfg(feature = "typestate")]
pub mod typestate {
    use super::{Case, Error, Hasil, Langkah, Pelaksana, Time};
    use core::fmt;
    use core::marker::PhantomData;

    /// Langkah `S` sedang menunggu.
    #[derive(Debug)]
    #[must_use]
    pub struct Di<S>(PhantomData<S>);

    /// Telah tiba pada gabungan `J`, dari kelompok yang ke sekian.
    #[derive(Debug)]
    #[must_use]
    pub struct Tiba<J, const KELOMPOK: usize>(PhantomData<J>);

    /// Beberapa langkah menunggu sebagai pilihan.
    #[derive(Debug)]
    #[must_use]
    pub struct Pilihan<T>(PhantomData<T>);

    /// Berakhir.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Tamat;

    /// Ke mana hasil yang terbatas membawa berkas.
    #[derive(Debug)]
    #[must_use]
    pub enum Terbatas<A, B> {
        /// Batasnya belum habis.
        Lagi(A),
        /// Batasnya sudah habis; jalan gantinya.
        Lalu(B),
    }

    /// Penolakan; langkahnya tetap menunggu.
    #[must_use]
    pub struct Refused<S> {
        /// Mengapa suatu tindakan ditolak.
        pub error: Error,
        /// Langkah `S` sedang menunggu.
        pub di: Di<S>,
    }

    impl<S> fmt::Debug for Refused<S> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Display::fmt(&self.error, f)
        }
    }

    impl<S> fmt::Display for Refused<S> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            fmt::Display::fmt(&self.error, f)
        }
    }

    impl<S> core::error::Error for Refused<S> {}

    /// Simbol pada bagan: satu kegiatan, atau satu pelaksana dalam kegiatan yang berjenjang.
    pub trait Step {
        /// Langkahnya.
        const LANGKAH: Langkah;
    }

    /// Boleh bertindak pada langkah `S`.
    pub trait ActsIn<S> {
        /// Yang bertindak.
        const PELAKSANA: Pelaksana;
    }

    /// Ke mana hasil `H` membawa.
    pub trait Then<H>: Step {
        /// Hasilnya.
        const HASIL: Hasil;
        /// Ke mana berkas pergi.
        type To: Token;
    }

    /// Boleh dilewati.
    pub trait Pass: Step {
        /// Ke mana berkas pergi.
        type To: Token;
    }

    /// Menunggu yang lain.
    pub trait Joins {
        /// Yang harus tiba.
        type From;
        /// Ke mana berkas pergi.
        type To: Token;
    }

    /// Salah satu pilihan.
    pub trait Among<T> {}

    /// Yang dipegang pemanggil.
    pub trait Token: Make {}

    mod sealed {
        pub trait Make {
            fn make(again: bool) -> Self;
        }
    }

    use sealed::Make;

    impl<T: Make> Token for T {}

    impl<S> Make for Di<S> {
        fn make(_: bool) -> Di<S> {
            Di(PhantomData)
        }
    }

    impl<J, const KELOMPOK: usize> Make for Tiba<J, KELOMPOK> {
        fn make(_: bool) -> Tiba<J, KELOMPOK> {
            Tiba(PhantomData)
        }
    }

    impl<T> Make for Pilihan<T> {
        fn make(_: bool) -> Pilihan<T> {
            Pilihan(PhantomData)
        }
    }

    impl Make for Tamat {
        fn make(_: bool) -> Tamat {
            Tamat
        }
    }

    impl<A: Make, B: Make> Make for Terbatas<A, B> {
        fn make(again: bool) -> Terbatas<A, B> {
            if again {
                Terbatas::Lagi(A::make(again))
            } else {
                Terbatas::Lalu(B::make(again))
            }
        }
    }

    /// Membuka berkas baru pada awal prosedur.
    pub fn open(waktu: Time) -> (Case, Start) {
        (Case::open(waktu), Start::make(true))
    }

    /// Langkah ini di dalam berkas yang dibuka lagi; `None` apabila ia tidak sedang menunggu.
    #[must_use]
    pub fn at<S: Step>(case: &Case, _: S) -> Option<Di<S>> {
        case.since(S::LANGKAH).map(|_| Di(PhantomData))
    }

    /// Memulai langkah yang menunggu semuanya.
    #[must_use]
    pub fn join<J: Joins>(_: J::From) -> J::To {
        J::To::make(true)
    }

    impl<T> Pilihan<T> {
        /// Memilih langkah yang dikerjakan.
        pub fn choose<S: Among<T>>(self, _: S) -> Di<S> {
            let Pilihan(PhantomData) = self;
            Di(PhantomData)
        }
    }

    impl<S: Step> Di<S> {
        /// Mencatat bahwa `pelaksana` mengerjakan `langkah` dengan `hasil`, lalu meneruskan berkas. Apabila ditolak, berkas tidak berubah.
        ///
        /// # Errors
        ///
        /// Penolakan; langkahnya tetap menunggu.
        pub fn act<P: ActsIn<S>, H>(
            self,
            case: &mut Case,
            _: P,
            _: H,
            waktu: Time,
        ) -> Result<S::To, Refused<S>>
        where
            S: Then<H>,
        {
            let langkah = S::LANGKAH;
            let batas = langkah.cabang(S::HASIL).and_then(|it| it.batas.as_ref());
            let again = batas.is_none_or(|it| case.used[it.index] < it.paling_banyak);
            match case.act(langkah, P::PELAKSANA, S::HASIL, waktu) {
                Ok(()) => Ok(S::To::make(again)),
                Err(error) => Err(Refused { error, di: self }),
            }
        }

        /// Melewati langkah yang tidak diperlukan; berkas diteruskan seakan-akan langkah itu telah dikerjakan, dengan hasilnya yang pertama.
        ///
        /// # Errors
        ///
        /// Penolakan; langkahnya tetap menunggu.
        pub fn skip<P: ActsIn<S>>(
            self,
            case: &mut Case,
            _: P,
            waktu: Time,
        ) -> Result<<S as Pass>::To, Refused<S>>
        where
            S: Pass,
        {
            match case.skip(S::LANGKAH, P::PELAKSANA, waktu) {
                Ok(()) => Ok(<S as Pass>::To::make(true)),
                Err(error) => Err(Refused { error, di: self }),
            }
        }
    }

    macro_rules! marks {
        ($in:ident: $($name:ident)*) => {$(
            #[doc = concat!("`", stringify!($in), "::", stringify!($name), "`")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub struct $name;
        )*};
    }

    macro_rules! steps {
        ($($step:ident by $($actor:ident)* { $($hasil:ident => $to:ty;)* })*) => {$(
            impl Step for langkah::$step {
                const LANGKAH: Langkah = Langkah::$step;
            }
            $(impl ActsIn<langkah::$step> for pelaksana::$actor {
                const PELAKSANA: Pelaksana = Pelaksana::$actor;
            })*
            $(impl Then<hasil::$hasil> for langkah::$step {
                const HASIL: Hasil = Hasil::$hasil;
                type To = $to;
            })*
        )*};
    }

    /// Simbol pada bagan: satu kegiatan, atau satu pelaksana dalam kegiatan yang berjenjang.
    pub mod langkah {
        marks! { Langkah:
            MenetapkanJumlahSatpamMenyusun
            MenyiapkanAlatDanPerlengkapan
            MemerintahkanPengamananMenurutPembagian
            MelaksanakanPengamananDiPos
            MenerimaLaporanPetugasJaga
            MenerimaBahanLaporanDanMenyerahkannya
            MenerimaBahanLaporanDanMenyampaikannya
            MenerimaBahanLaporanSebagai
        }
    }

    /// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
    pub mod pelaksana {
        marks! { Pelaksana:
            KasubbagUmumDanAparatur
            BagianPelayananUmum
            Sekretaris
            BagianKeamanan
            KepalaSatuan
        }
    }

    /// Cara menyelesaikan suatu langkah.
    pub mod hasil {
        marks! { Hasil:
            Selesai
        }
    }

    /// Langkah pertama; beberapa langkah adalah pilihan.
    pub type Start = Di<langkah::MenetapkanJumlahSatpamMenyusun>;

    steps! {
        MenetapkanJumlahSatpamMenyusun by KasubbagUmumDanAparatur {
            Selesai => Di<langkah::MenyiapkanAlatDanPerlengkapan>;
        }
        MenyiapkanAlatDanPerlengkapan by BagianPelayananUmum {
            Selesai => Di<langkah::MemerintahkanPengamananMenurutPembagian>;
        }
        MemerintahkanPengamananMenurutPembagian by KasubbagUmumDanAparatur {
            Selesai => Di<langkah::MelaksanakanPengamananDiPos>;
        }
        MelaksanakanPengamananDiPos by BagianKeamanan {
            Selesai => Di<langkah::MenerimaLaporanPetugasJaga>;
        }
        MenerimaLaporanPetugasJaga by BagianPelayananUmum {
            Selesai => Di<langkah::MenerimaBahanLaporanDanMenyerahkannya>;
        }
        MenerimaBahanLaporanDanMenyerahkannya by KasubbagUmumDanAparatur {
            Selesai => Di<langkah::MenerimaBahanLaporanDanMenyampaikannya>;
        }
        MenerimaBahanLaporanDanMenyampaikannya by Sekretaris {
            Selesai => Di<langkah::MenerimaBahanLaporanSebagai>;
        }
        MenerimaBahanLaporanSebagai by KepalaSatuan {
            Selesai => Tamat;
        }
    }
}

/// Pengujian: menjalankan mesin menurut model, lalu memastikan yang terlarang ditolak.
#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;
    use alloc::collections::BTreeSet;
    use alloc::format;

    /// Langkah: kunci, nama, pelaksana, hasil (`+2` atau `!2`: paling banyak dua kali, lalu menempuh jalan lain atau ditolak), kelengkapan, `?` apabila boleh dilewati.
    const STEPS: &str = "\
1 MenetapkanJumlahSatpamMenyusun KasubbagUmumDanAparatur Selesai Kertas -
2 MenyiapkanAlatDanPerlengkapan BagianPelayananUmum Selesai AlatPengamananKantor -
3 MemerintahkanPengamananMenurutPembagian KasubbagUmumDanAparatur Selesai Disposisi -
4 MelaksanakanPengamananDiPos BagianKeamanan Selesai AlatPengamananKantor -
5 MenerimaLaporanPetugasJaga BagianPelayananUmum Selesai BahanLaporan -
6 MenerimaBahanLaporanDanMenyerahkannya KasubbagUmumDanAparatur Selesai BahanLaporan -
7 MenerimaBahanLaporanDanMenyampaikannya Sekretaris Selesai BahanLaporan -
8 MenerimaBahanLaporanSebagai KepalaSatuan Selesai BahanLaporan -
";

    /// Tiap baris satu jalannya berkas: `langkah:hasil>yang lalu menunggu`.
    const RUNS: &str = "\
1:1>2 2:1>3 3:1>4 4:1>5 5:1>6 6:1>7 7:1>8 8:1>-
1:1>2 2:1>3 3:1>4 4:1>5 5:1>6 6:1>7 7:1>8
";

    /// Peralihan yang tidak dapat dicapai.
    const LEFT_OUT: &str = "";

    struct Step {
        key: &'static str,
        langkah: Langkah,
        pelaksana: Vec<Pelaksana>,
        /// Tanda dan batasnya.
        hasil: Vec<(Hasil, Option<(char, u32)>)>,
        perlu: Vec<Dokumen>,
        optional: bool,
    }

    fn steps() -> Vec<Step> {
        let step = |line: &'static str| {
            let words: Vec<&str> = line.split(' ').collect();
            Step {
                key: words[0],
                langkah: Langkah::from_code(words[1]).unwrap(),
                pelaksana: list(words[2], |it| Pelaksana::from_code(it).unwrap()),
                hasil: list(words[3], outcome),
                perlu: list(words[4], |it| Dokumen::from_code(it).unwrap()),
                optional: words[5] == "?",
            }
        };
        STEPS.lines().map(step).collect()
    }

    fn list<T>(words: &str, read: fn(&str) -> T) -> Vec<T> {
        words.split(',').filter(|it| *it != "-").map(read).collect()
    }

    fn outcome(word: &str) -> (Hasil, Option<(char, u32)>) {
        let Some(at) = word.find(['+', '!']) else {
            return (Hasil::from_code(word).unwrap(), None);
        };
        let (code, bound) = word.split_at(at);
        let mark = bound.chars().next().unwrap();
        let bound = Some((mark, bound[1..].parse().unwrap()));
        (Hasil::from_code(code).unwrap(), bound)
    }

    /// Semua peralihan.
    fn all(steps: &[Step]) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for Step { key, hasil, .. } in steps {
            for (at, (_, bound)) in hasil.iter().enumerate() {
                all.insert(format!("{key}:{}", at + 1));
                all.extend(bound.map(|(mark, _)| format!("{key}:{}{mark}", at + 1)));
            }
        }
        let optional = steps.iter().filter(|step| step.optional);
        all.extend(optional.map(|step| format!("{}:?", step.key)));
        all
    }

    fn used_up(case: &Case, langkah: Langkah, hasil: (Hasil, Option<(char, u32)>)) -> Option<char> {
        let (mark, most) = hasil.1?;
        (case.times_used(langkah, hasil.0) >= most).then_some(mark)
    }

    /// Menjalankan satu berkas.
    fn drive(steps: &[Step], run: &str, seen: &mut BTreeSet<String>) {
        let mut case = Case::open(Time(0));
        for (at, word) in run.split(' ').filter(|it| !it.is_empty()).enumerate() {
            let now = Time(60 * i64::try_from(at).unwrap());
            let (act, waiting) = word.split_once('>').unwrap();
            let (key, outcome) = act.split_once(':').unwrap();
            let step = steps.iter().find(|step| step.key == key).unwrap();
            refusals(steps, &case, now, seen);
            let actor = step.pelaksana[at % step.pelaksana.len()];
            if outcome == "?" {
                case.skip(step.langkah, actor, now).unwrap();
                seen.insert(format!("{key}:?"));
            } else {
                for dokumen in &step.perlu {
                    if !case.holds(*dokumen) {
                        case.receive(*dokumen, actor, now).unwrap();
                    }
                }
                let hasil = step.hasil[outcome.parse::<usize>().unwrap() - 1];
                let after = used_up(&case, step.langkah, hasil);
                case.act(step.langkah, actor, hasil.0, now).unwrap();
                let mark = after.map_or(String::new(), String::from);
                seen.insert(format!("{act}{mark}"));
            }
            let tasks = case.tasks();
            let waits = |step: &&Step| tasks.iter().any(|task| task.langkah == step.langkah);
            let keys: Vec<&str> = steps.iter().filter(waits).map(|step| step.key).collect();
            let waiting = waiting.trim_matches('-');
            assert_eq!(keys.join("+"), waiting, "{run}");
        }
        refusals(steps, &case, Time(i64::MAX / 2), seen);
        assert_eq!(Case::load(&case.save()), Ok(case));
    }

    /// Yang terlarang ditolak, dan penolakan tidak mengubah apa pun.
    fn refusals(steps: &[Step], case: &Case, now: Time, seen: &mut BTreeSet<String>) {
        let kalender = Kalender::default();
        let tasks = case.tasks();
        for task in &tasks {
            let step = steps.iter().find(|it| it.langkah == task.langkah).unwrap();
            let langkah = step.langkah;
            let actor = step.pelaksana[0];
            let mut tried = case.clone();
            for (at, hasil) in step.hasil.iter().enumerate() {
                if let (Some('!'), Some((_, times))) = (used_up(case, langkah, *hasil), hasil.1) {
                    for dokumen in &task.kurang {
                        tried.receive(*dokumen, actor, now).unwrap();
                    }
                    let hasil = hasil.0;
                    let refused = tried.act(langkah, actor, hasil, now);
                    let used_up = Error::UsedUp {
                        langkah,
                        hasil,
                        times,
                    };
                    assert_eq!(refused, Err(used_up));
                    seen.insert(format!("{}:{}!", step.key, at + 1));
                }
            }
            if !seen.insert(format!("refused {}", step.key)) {
                continue;
            }
            let mut tried = case.clone();
            let mut waits = step.hasil.iter().map(|known| known.0);
            let waits = waits.find(|hasil| langkah.waits_for_papers(*hasil));
            for &pelaksana in Pelaksana::ALL {
                let hasil = waits.unwrap_or(step.hasil[0].0);
                let refused = tried.act(langkah, pelaksana, hasil, now);
                if !step.pelaksana.contains(&pelaksana) {
                    assert_eq!(refused, Err(Error::WrongActor { langkah, pelaksana }));
                } else if !task.kurang.is_empty() && waits.is_some() {
                    let kurang = task.kurang.clone();
                    assert_eq!(refused, Err(Error::MissingPapers { langkah, kurang }));
                } else {
                    tried = case.clone();
                }
            }
            for &hasil in Hasil::ALL {
                if !step.hasil.iter().any(|known| known.0 == hasil) {
                    let refused = tried.act(langkah, actor, hasil, now);
                    assert_eq!(refused, Err(Error::WrongOutcome { langkah, hasil }));
                }
            }
            for other in steps {
                let langkah = other.langkah;
                if !tasks.iter().any(|task| task.langkah == langkah) {
                    let refused = tried.act(langkah, other.pelaksana[0], other.hasil[0].0, now);
                    assert_eq!(refused, Err(Error::NotWaiting { langkah }));
                }
            }
            if !step.optional {
                let refused = tried.skip(langkah, actor, now);
                assert_eq!(refused, Err(Error::NotOptional { langkah }));
            }
            assert_eq!(&tried, case);
            let refused = tried.act(langkah, actor, step.hasil[0].0, Time(-1));
            assert!(matches!(refused, Err(Error::TooEarly { .. })));
            let due = case.due(langkah, &kalender);
            assert!(due.is_none_or(|due| due.pada >= task.sejak));
            let papers: BTreeSet<Dokumen> = step.perlu.iter().copied().collect();
            assert!(task.kurang.iter().all(|dokumen| papers.contains(dokumen)));
        }
        if tasks.is_empty() && case.is_finished() {
            let step = &steps[0];
            let (actor, hasil) = (step.pelaksana[0], step.hasil[0].0);
            let refused = case.clone().act(step.langkah, actor, hasil, now);
            assert_eq!(refused, Err(Error::Finished));
        }
    }

    #[test]
    fn every_transition_is_taken_and_what_is_forbidden_is_refused() {
        let steps = steps();
        let listed = steps.iter().map(|step| &step.langkah);
        assert!(Langkah::ALL.iter().eq(listed));
        let mut seen = BTreeSet::new();
        for run in RUNS.lines() {
            drive(&steps, run, &mut seen);
        }
        let all = all(&steps);
        let left_out: BTreeSet<&str> = LEFT_OUT.split_terminator(' ').collect();
        let missed = all.difference(&seen).map(String::as_str);
        assert_eq!(missed.collect::<BTreeSet<&str>>(), left_out);
        let (taken, of) = (all.len() - left_out.len(), all.len());
        std::println!("peralihan: {taken} dari {of}");
    }
}
