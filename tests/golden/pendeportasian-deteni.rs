//! SOP: Pelaksanaan Deportasi Penghuni Rumah Detensi
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Pelaksanaan Deportasi Penghuni Rumah Detensi";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0xbad5_d5b3_0cbb_e43e;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Kasi RAP
    ///
    /// Kepala Seksi Registrasi, Administrasi, dan Pelaporan
    KasiRap,
    /// Kepala
    ///
    /// Kepala Rumah Detensi
    Kepala,
    /// Kasubsi AP
    ///
    /// Kepala Subseksi Administrasi dan Pelaporan
    KasubsiAp,
    /// Kasi Kamtib
    ///
    /// Kepala Seksi Keamanan dan Ketertiban
    KasiKamtib,
    /// Pejabat Fungsional
    PejabatFungsional,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::KasiRap,
        Pelaksana::Kepala,
        Pelaksana::KasubsiAp,
        Pelaksana::KasiKamtib,
        Pelaksana::PejabatFungsional,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::KasiRap => "Kasi RAP",
            Pelaksana::Kepala => "Kepala",
            Pelaksana::KasubsiAp => "Kasubsi AP",
            Pelaksana::KasiKamtib => "Kasi Kamtib",
            Pelaksana::PejabatFungsional => "Pejabat Fungsional",
        }
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
    /// 1: Mengusulkan deteni yang siap dideportasi
    ///
    /// Kelengkapan: Dokumen perjalanan; Tiket
    ///
    /// Waktu: 20 Menit
    ///
    /// Output: Nota dinas usulan
    MengusulkanDeteniYangSiap,
    /// 2: Memimpin rapat persiapan pendeportasian
    ///
    /// Kelengkapan: Ruang rapat; Nota dinas; Daftar hadir; Dokumentasi
    ///
    /// Waktu: 60 Menit
    ///
    /// Output: Notulen rapat
    ///
    /// Keterangan: Rapat memastikan kelengkapan tiket, paspor, dan status penangkalan
    MemimpinRapatPersiapanPendeportasian,
    /// 3: Menyusun konsep keputusan deportasi, perintah pengawalan, surat bantuan, dan usul penangkalan menurut hasil rapat
    ///
    /// Kelengkapan: Notulensi rapat; Aplikasi naskah dinas
    ///
    /// Waktu: 15 Menit
    ///
    /// Output: Draf SK deportasi; Draf SP pengawalan; Draf surat bantuan keberangkatan; Draf usul penangkalan
    MenyusunKonsepKeputusanDeportasi,
    /// 4: Menyiapkan konsep perintah pengeluaran menurut hasil rapat
    ///
    /// Kelengkapan: Notulensi rapat; Aplikasi naskah dinas
    ///
    /// Waktu: 15 Menit
    ///
    /// Output: Draf surat perintah pengeluaran deteni
    MenyiapkanKonsepPerintahPengeluaran,
    /// 5: Menandatangani keputusan deportasi, perintah pengawalan, perintah pengeluaran, surat bantuan, dan usul penangkalan
    ///
    /// Kelengkapan: Notulensi rapat; Aplikasi naskah dinas
    ///
    /// Waktu: 30 Menit
    ///
    /// Output: Surat keputusan; surat perintah pengawalan; surat perintah pengeluaran; surat usul penangkalan
    MenandatanganiKeputusanDeportasiPerintah,
    /// 6: Mencatat data deteni dalam aplikasi rumah detensi
    ///
    /// Kelengkapan: Komputer; Jaringan; Aplikasi perlintasan; Printer/pemindai
    ///
    /// Waktu: 60 Menit
    ///
    /// Output: Register pendeportasian
    ///
    /// Keterangan: Status deportasi dicatat dalam basis data
    MencatatDataDeteniDalam,
    /// 7: Membubuhkan cap deportasi di dokumen perjalanan lalu menyerahkannya kepada Kasi RAP
    ///
    /// Kelengkapan: Cap deportasi; ATK
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Teraan cap deportasi
    ///
    /// Keterangan: Cap resmi dibubuhkan pada paspor
    MembubuhkanCapDeportasi,
    /// 8: Mengajukan cap deportasi untuk ditandatangani kepada Kepala
    ///
    /// Kelengkapan: ATK; paspor tercap
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Data dukung dokumen pendeportasian
    MengajukanCapDeportasi,
    /// 9: Menandatangani cap tersebut dan memberi perintah mengeluarkan deteni
    ///
    /// Kelengkapan: Surat keputusan; Paspor tercap
    ///
    /// Waktu: 15 Menit
    ///
    /// Output: Cap yang ditandatangani
    ///
    /// Keterangan: Tanda tangan dibubuhkan pada cap di paspor
    MenandatanganiCapTersebut,
    /// 10: Mengeluarkan deteni dari kamar dan menyerahkannya ke petugas pengawal
    ///
    /// Kelengkapan: Masker; Sarung tangan; Alat keamanan/komunikasi; ATK, kamera
    ///
    /// Waktu: 20 Menit
    ///
    /// Output: Berita acara serah terima deteni
    ///
    /// Keterangan: Penyerahan dilakukan secara fisik
    MengeluarkanDeteniDariKamar,
    /// 11: Mengawal deteni sampai bandara keberangkatan
    ///
    /// Kelengkapan: SK tindakan administratif; SP pengawalan/pengeluaran; Tiket, dokumen perjalanan
    ///
    /// Waktu: 3 Hari
    ///
    /// Output: Pendeportasian deteni; tanda keluar paspor; berita acara naik pesawat
    ///
    /// Keterangan: Pengawalan berlangsung hingga deteni naik pesawat
    MengawalDeteniSampaiBandara,
    /// 12: Melaporkan pelaksanaan pendeportasian ke pimpinan
    ///
    /// Kelengkapan: Dokumen serah terima keberangkatan; foto naik pesawat
    ///
    /// Waktu: 1 Hari
    ///
    /// Output: Laporan
    ///
    /// Keterangan: Laporan dikirim ke direktorat jenderal dan kantor wilayah
    MelaporkanPelaksanaanPendeportasian,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MengusulkanDeteniYangSiap,
        Langkah::MemimpinRapatPersiapanPendeportasian,
        Langkah::MenyusunKonsepKeputusanDeportasi,
        Langkah::MenyiapkanKonsepPerintahPengeluaran,
        Langkah::MenandatanganiKeputusanDeportasiPerintah,
        Langkah::MencatatDataDeteniDalam,
        Langkah::MembubuhkanCapDeportasi,
        Langkah::MengajukanCapDeportasi,
        Langkah::MenandatanganiCapTersebut,
        Langkah::MengeluarkanDeteniDariKamar,
        Langkah::MengawalDeteniSampaiBandara,
        Langkah::MelaporkanPelaksanaanPendeportasian,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MengusulkanDeteniYangSiap => "1",
            Langkah::MemimpinRapatPersiapanPendeportasian => "2",
            Langkah::MenyusunKonsepKeputusanDeportasi => "3",
            Langkah::MenyiapkanKonsepPerintahPengeluaran => "4",
            Langkah::MenandatanganiKeputusanDeportasiPerintah => "5",
            Langkah::MencatatDataDeteniDalam => "6",
            Langkah::MembubuhkanCapDeportasi => "7",
            Langkah::MengajukanCapDeportasi => "8",
            Langkah::MenandatanganiCapTersebut => "9",
            Langkah::MengeluarkanDeteniDariKamar => "10",
            Langkah::MengawalDeteniSampaiBandara => "11",
            Langkah::MelaporkanPelaksanaanPendeportasian => "12",
        }
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
    pub const fn nama(self) -> &'static str {
        match self {
            Hasil::Selesai => "selesai",
        }
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
    /// Dokumen perjalanan
    DokumenPerjalanan,
    /// Tiket
    Tiket,
    /// Nota dinas usulan
    NotaDinasUsulan,
    /// Ruang rapat
    RuangRapat,
    /// Nota dinas
    NotaDinas,
    /// Daftar hadir
    DaftarHadir,
    /// Dokumentasi
    Dokumentasi,
    /// Notulen rapat
    NotulenRapat,
    /// Notulensi rapat
    NotulensiRapat,
    /// Aplikasi naskah dinas
    AplikasiNaskahDinas,
    /// Draf SK deportasi
    DrafSkDeportasi,
    /// Draf SP pengawalan
    DrafSpPengawalan,
    /// Draf surat bantuan keberangkatan
    DrafSuratBantuanKeberangkatan,
    /// Draf usul penangkalan
    DrafUsulPenangkalan,
    /// Draf surat perintah pengeluaran deteni
    DrafSuratPerintahPengeluaran,
    /// Surat keputusan
    SuratKeputusan,
    /// surat perintah pengawalan
    SuratPerintahPengawalan,
    /// surat perintah pengeluaran
    SuratPerintahPengeluaran,
    /// surat usul penangkalan
    SuratUsulPenangkalan,
    /// Komputer
    Komputer,
    /// Jaringan
    Jaringan,
    /// Aplikasi perlintasan
    AplikasiPerlintasan,
    /// Printer/pemindai
    PrinterPemindai,
    /// Register pendeportasian
    RegisterPendeportasian,
    /// Cap deportasi
    CapDeportasi,
    /// ATK
    Atk,
    /// Teraan cap deportasi
    TeraanCapDeportasi,
    /// paspor tercap
    PasporTercap,
    /// Data dukung dokumen pendeportasian
    DataDukungDokumenPendeportasian,
    /// Cap yang ditandatangani
    CapYangDitandatangani,
    /// Masker
    Masker,
    /// Sarung tangan
    SarungTangan,
    /// Alat keamanan/komunikasi
    AlatKeamananKomunikasi,
    /// ATK, kamera
    AtkKamera,
    /// Berita acara serah terima deteni
    BeritaAcaraSerahTerima,
    /// SK tindakan administratif
    SkTindakanAdministratif,
    /// SP pengawalan/pengeluaran
    SpPengawalanPengeluaran,
    /// Tiket, dokumen perjalanan
    TiketDokumenPerjalanan,
    /// Pendeportasian deteni
    PendeportasianDeteni,
    /// tanda keluar paspor
    TandaKeluarPaspor,
    /// berita acara naik pesawat
    BeritaAcaraNaikPesawat,
    /// Dokumen serah terima keberangkatan
    DokumenSerahTerimaKeberangkatan,
    /// foto naik pesawat
    FotoNaikPesawat,
    /// Laporan
    Laporan,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::DokumenPerjalanan,
        Dokumen::Tiket,
        Dokumen::NotaDinasUsulan,
        Dokumen::RuangRapat,
        Dokumen::NotaDinas,
        Dokumen::DaftarHadir,
        Dokumen::Dokumentasi,
        Dokumen::NotulenRapat,
        Dokumen::NotulensiRapat,
        Dokumen::AplikasiNaskahDinas,
        Dokumen::DrafSkDeportasi,
        Dokumen::DrafSpPengawalan,
        Dokumen::DrafSuratBantuanKeberangkatan,
        Dokumen::DrafUsulPenangkalan,
        Dokumen::DrafSuratPerintahPengeluaran,
        Dokumen::SuratKeputusan,
        Dokumen::SuratPerintahPengawalan,
        Dokumen::SuratPerintahPengeluaran,
        Dokumen::SuratUsulPenangkalan,
        Dokumen::Komputer,
        Dokumen::Jaringan,
        Dokumen::AplikasiPerlintasan,
        Dokumen::PrinterPemindai,
        Dokumen::RegisterPendeportasian,
        Dokumen::CapDeportasi,
        Dokumen::Atk,
        Dokumen::TeraanCapDeportasi,
        Dokumen::PasporTercap,
        Dokumen::DataDukungDokumenPendeportasian,
        Dokumen::CapYangDitandatangani,
        Dokumen::Masker,
        Dokumen::SarungTangan,
        Dokumen::AlatKeamananKomunikasi,
        Dokumen::AtkKamera,
        Dokumen::BeritaAcaraSerahTerima,
        Dokumen::SkTindakanAdministratif,
        Dokumen::SpPengawalanPengeluaran,
        Dokumen::TiketDokumenPerjalanan,
        Dokumen::PendeportasianDeteni,
        Dokumen::TandaKeluarPaspor,
        Dokumen::BeritaAcaraNaikPesawat,
        Dokumen::DokumenSerahTerimaKeberangkatan,
        Dokumen::FotoNaikPesawat,
        Dokumen::Laporan,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::DokumenPerjalanan => "Dokumen perjalanan",
            Dokumen::Tiket => "Tiket",
            Dokumen::NotaDinasUsulan => "Nota dinas usulan",
            Dokumen::RuangRapat => "Ruang rapat",
            Dokumen::NotaDinas => "Nota dinas",
            Dokumen::DaftarHadir => "Daftar hadir",
            Dokumen::Dokumentasi => "Dokumentasi",
            Dokumen::NotulenRapat => "Notulen rapat",
            Dokumen::NotulensiRapat => "Notulensi rapat",
            Dokumen::AplikasiNaskahDinas => "Aplikasi naskah dinas",
            Dokumen::DrafSkDeportasi => "Draf SK deportasi",
            Dokumen::DrafSpPengawalan => "Draf SP pengawalan",
            Dokumen::DrafSuratBantuanKeberangkatan => "Draf surat bantuan keberangkatan",
            Dokumen::DrafUsulPenangkalan => "Draf usul penangkalan",
            Dokumen::DrafSuratPerintahPengeluaran => "Draf surat perintah pengeluaran deteni",
            Dokumen::SuratKeputusan => "Surat keputusan",
            Dokumen::SuratPerintahPengawalan => "surat perintah pengawalan",
            Dokumen::SuratPerintahPengeluaran => "surat perintah pengeluaran",
            Dokumen::SuratUsulPenangkalan => "surat usul penangkalan",
            Dokumen::Komputer => "Komputer",
            Dokumen::Jaringan => "Jaringan",
            Dokumen::AplikasiPerlintasan => "Aplikasi perlintasan",
            Dokumen::PrinterPemindai => "Printer/pemindai",
            Dokumen::RegisterPendeportasian => "Register pendeportasian",
            Dokumen::CapDeportasi => "Cap deportasi",
            Dokumen::Atk => "ATK",
            Dokumen::TeraanCapDeportasi => "Teraan cap deportasi",
            Dokumen::PasporTercap => "paspor tercap",
            Dokumen::DataDukungDokumenPendeportasian => "Data dukung dokumen pendeportasian",
            Dokumen::CapYangDitandatangani => "Cap yang ditandatangani",
            Dokumen::Masker => "Masker",
            Dokumen::SarungTangan => "Sarung tangan",
            Dokumen::AlatKeamananKomunikasi => "Alat keamanan/komunikasi",
            Dokumen::AtkKamera => "ATK, kamera",
            Dokumen::BeritaAcaraSerahTerima => "Berita acara serah terima deteni",
            Dokumen::SkTindakanAdministratif => "SK tindakan administratif",
            Dokumen::SpPengawalanPengeluaran => "SP pengawalan/pengeluaran",
            Dokumen::TiketDokumenPerjalanan => "Tiket, dokumen perjalanan",
            Dokumen::PendeportasianDeteni => "Pendeportasian deteni",
            Dokumen::TandaKeluarPaspor => "tanda keluar paspor",
            Dokumen::BeritaAcaraNaikPesawat => "berita acara naik pesawat",
            Dokumen::DokumenSerahTerimaKeberangkatan => "Dokumen serah terima keberangkatan",
            Dokumen::FotoNaikPesawat => "foto naik pesawat",
            Dokumen::Laporan => "Laporan",
        }
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
    pub const fn nama(self) -> &'static str {
        match self {
            Akhir::Selesai => "selesai",
        }
    }
}

impl fmt::Display for Akhir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.nama())
    }
}

impl Pelaksana {
    /// Nama jabatan lengkap; kosong apabila tidak disebut.
    pub const fn panjang(self) -> &'static str {
        match self {
            Pelaksana::KasiRap => "Kepala Seksi Registrasi, Administrasi, dan Pelaporan",
            Pelaksana::Kepala => "Kepala Rumah Detensi",
            Pelaksana::KasubsiAp => "Kepala Subseksi Administrasi dan Pelaporan",
            Pelaksana::KasiKamtib => "Kepala Seksi Keamanan dan Ketertiban",
            Pelaksana::PejabatFungsional => "",
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
    pub fn kegiatan(self) -> &'static Kegiatan {
        &KEGIATAN[self.data().kegiatan]
    }

    /// Pelaksananya; beberapa pelaksana bekerja bersama, dan salah satu dari mereka mencatatnya.
    pub fn pelaksana(self) -> &'static [Pelaksana] {
        self.data().pelaksana
    }

    /// Yang boleh bertindak menggantikan.
    pub fn pengganti(self) -> &'static [Pelaksana] {
        self.data().pengganti
    }

    /// Hasil yang mungkin, menurut urutan.
    pub fn hasil(self) -> impl Iterator<Item = Hasil> {
        self.data().cabang.iter().map(|cabang| cabang.hasil)
    }

    /// Keadaan yang tertulis pada suatu hasil.
    pub fn kondisi(self, hasil: Hasil) -> Option<&'static str> {
        self.cabang(hasil)?.kondisi
    }

    fn cabang(self, hasil: Hasil) -> Option<&'static Cabang> {
        let mut cabang = self.data().cabang.iter();
        cabang.find(|cabang| cabang.hasil == hasil)
    }

    fn data(self) -> &'static Data {
        &LANGKAH[self as usize]
    }
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
    /// Apakah boleh dilewati dengan [`Case::skip`].
    pub optional: bool,
}

/// Satu tindakan yang telah dicatat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Langkahnya.
    pub langkah: Langkah,
    /// Yang bertindak.
    pub pelaksana: Pelaksana,
    /// Hasilnya; `None` apabila langkah dilewati.
    pub hasil: Option<Hasil>,
}

/// Mengapa suatu tindakan ditolak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
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
            Error::UsedUp {
                langkah,
                hasil,
                times,
            } => {
                write!(f, "hasil {hasil} langkah {langkah} sudah habis")?;
                write!(f, " (paling banyak {times} kali)")
            }
            Error::NotOptional { langkah } => write!(f, "langkah {langkah} tidak boleh dilewati"),
        }
    }
}

impl std::error::Error for Error {}

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
    /// Langkah yang menunggu; dalam satu kelompok, yang pertama bertindak mengambilnya.
    turns: Vec<&'static [Langkah]>,
    /// Yang telah tiba pada suatu gabungan.
    arrived: Vec<(Langkah, usize)>,
    /// Berapa kali hasil yang terbatas telah diambil.
    used: [u32; BOUNDS],
    ends: Vec<Akhir>,
    history: Vec<Entry>,
}

impl Default for Case {
    fn default() -> Case {
        Case::new()
    }
}

impl Case {
    /// Membuka berkas baru pada awal prosedur.
    pub fn new() -> Case {
        Case {
            turns: vec![START],
            arrived: Vec::new(),
            used: [0; BOUNDS],
            ends: Vec::new(),
            history: Vec::new(),
        }
    }

    /// Langkah yang menunggu dikerjakan; kosong apabila berkas selesai.
    pub fn tasks(&self) -> Vec<Task> {
        let mut waiting: Vec<Langkah> = self.turns.concat();
        waiting.sort_unstable();
        waiting.dedup();
        let task = |langkah: Langkah| Task {
            langkah,
            pelaksana: langkah.pelaksana(),
            pengganti: langkah.pengganti(),
            hasil: self.open(langkah),
            optional: langkah.data().skip.is_some(),
        };
        waiting.into_iter().map(task).collect()
    }

    /// Mencatat bahwa `pelaksana` mengerjakan `langkah` dengan `hasil`, lalu meneruskan berkas. Apabila ditolak, berkas tidak berubah.
    ///
    /// Hasil yang terbatas jumlahnya menempuh jalan gantinya setelah batas itu habis.
    pub fn act(
        &mut self,
        langkah: Langkah,
        pelaksana: Pelaksana,
        hasil: Hasil,
    ) -> Result<(), Error> {
        self.admit(langkah, pelaksana)?;
        let cabang = langkah.cabang(hasil);
        let cabang = cabang.ok_or(Error::WrongOutcome { langkah, hasil })?;
        self.move_on(langkah, langkah, cabang)?;
        self.history.push(Entry {
            langkah,
            pelaksana,
            hasil: Some(hasil),
        });
        Ok(())
    }

    /// Melewati langkah yang tidak diperlukan; berkas diteruskan seakan-akan langkah itu telah dikerjakan, dengan hasilnya yang pertama.
    pub fn skip(&mut self, langkah: Langkah, pelaksana: Pelaksana) -> Result<(), Error> {
        self.admit(langkah, pelaksana)?;
        let refused = Error::NotOptional { langkah };
        let through = langkah.data().skip.ok_or(refused)?;
        let cabang = through.data().cabang.first().ok_or(refused)?;
        self.move_on(langkah, through, cabang)?;
        self.history.push(Entry {
            langkah,
            pelaksana,
            hasil: None,
        });
        Ok(())
    }

    /// Apakah tidak ada lagi yang menunggu.
    pub fn is_finished(&self) -> bool {
        self.turns.is_empty() && self.arrived.is_empty()
    }

    /// Akhir yang telah dicapai; lebih dari satu apabila cabang yang bersamaan berakhir sendiri-sendiri.
    pub fn ends(&self) -> &[Akhir] {
        &self.ends
    }

    /// Semua tindakan yang telah dicatat, menurut urutan.
    pub fn history(&self) -> &[Entry] {
        &self.history
    }

    fn admit(&self, langkah: Langkah, pelaksana: Pelaksana) -> Result<(), Error> {
        if self.is_finished() {
            return Err(Error::Finished);
        }
        if !self.turns.iter().any(|turn| turn.contains(&langkah)) {
            return Err(Error::NotWaiting { langkah });
        }
        let data = langkah.data();
        if !data.pelaksana.contains(&pelaksana) && !data.pengganti.contains(&pelaksana) {
            return Err(Error::WrongActor { langkah, pelaksana });
        }
        Ok(())
    }

    fn open(&self, langkah: Langkah) -> Vec<Hasil> {
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

    fn move_on(
        &mut self,
        langkah: Langkah,
        through: Langkah,
        cabang: &'static Cabang,
    ) -> Result<(), Error> {
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
        if let Some(turn) = self.turns.iter().position(|turn| turn.contains(&langkah)) {
            self.turns.remove(turn);
        }
        for tujuan in way {
            match *tujuan {
                Tujuan::Akhir(akhir) => self.ends.push(akhir),
                Tujuan::Langkah(turn) => {
                    if self.is_open(through, turn) {
                        self.turns.push(turn);
                    }
                }
            }
        }
        Ok(())
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

/// Yang tetap tentang suatu langkah.
struct Data {
    kegiatan: usize,
    pelaksana: &'static [Pelaksana],
    pengganti: &'static [Pelaksana],
    gabung: Option<Gabung>,
    /// Apabila dilewati, berkas diteruskan seakan-akan dari sini.
    skip: Option<Langkah>,
    cabang: &'static [Cabang],
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
    batas: Option<Batas>,
}

/// Hasil yang terbatas jumlahnya.
struct Batas {
    index: usize,
    paling_banyak: u32,
    lalu: Option<&'static [Tujuan]>,
}

/// Ke mana berkas pergi.
enum Tujuan {
    Langkah(&'static [Langkah]),
    Akhir(Akhir),
}

const BOUNDS: usize = 0;

/// Langkah pertama; beberapa langkah adalah pilihan.
const START: &[Langkah] = &[Langkah::MengusulkanDeteniYangSiap];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Mengusulkan deteni yang siap dideportasi",
        rincian: &[],
        kelengkapan: &[Dokumen::DokumenPerjalanan, Dokumen::Tiket],
        waktu: &["20 Menit"],
        output: &[Dokumen::NotaDinasUsulan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Memimpin rapat persiapan pendeportasian",
        rincian: &[],
        kelengkapan: &[
            Dokumen::RuangRapat,
            Dokumen::NotaDinas,
            Dokumen::DaftarHadir,
            Dokumen::Dokumentasi,
        ],
        waktu: &["60 Menit"],
        output: &[Dokumen::NotulenRapat],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Rapat memastikan kelengkapan tiket, paspor, dan status penangkalan"),
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Menyusun konsep keputusan deportasi, perintah pengawalan, surat bantuan, dan usul penangkalan menurut hasil rapat",
        rincian: &[],
        kelengkapan: &[Dokumen::NotulensiRapat, Dokumen::AplikasiNaskahDinas],
        waktu: &["15 Menit"],
        output: &[
            Dokumen::DrafSkDeportasi,
            Dokumen::DrafSpPengawalan,
            Dokumen::DrafSuratBantuanKeberangkatan,
            Dokumen::DrafUsulPenangkalan,
        ],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: None,
        uraian: "Menyiapkan konsep perintah pengeluaran menurut hasil rapat",
        rincian: &[],
        kelengkapan: &[Dokumen::NotulensiRapat, Dokumen::AplikasiNaskahDinas],
        waktu: &["15 Menit"],
        output: &[Dokumen::DrafSuratPerintahPengeluaran],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Menandatangani keputusan deportasi, perintah pengawalan, perintah pengeluaran, surat bantuan, dan usul penangkalan",
        rincian: &[],
        kelengkapan: &[Dokumen::NotulensiRapat, Dokumen::AplikasiNaskahDinas],
        waktu: &["30 Menit"],
        output: &[
            Dokumen::SuratKeputusan,
            Dokumen::SuratPerintahPengawalan,
            Dokumen::SuratPerintahPengeluaran,
            Dokumen::SuratUsulPenangkalan,
        ],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Mencatat data deteni dalam aplikasi rumah detensi",
        rincian: &[],
        kelengkapan: &[
            Dokumen::Komputer,
            Dokumen::Jaringan,
            Dokumen::AplikasiPerlintasan,
            Dokumen::PrinterPemindai,
        ],
        waktu: &["60 Menit"],
        output: &[Dokumen::RegisterPendeportasian],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Status deportasi dicatat dalam basis data"),
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Membubuhkan cap deportasi di dokumen perjalanan lalu menyerahkannya kepada Kasi RAP",
        rincian: &[],
        kelengkapan: &[Dokumen::CapDeportasi, Dokumen::Atk],
        waktu: &["5 Menit"],
        output: &[Dokumen::TeraanCapDeportasi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Cap resmi dibubuhkan pada paspor"),
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Mengajukan cap deportasi untuk ditandatangani kepada Kepala",
        rincian: &[],
        kelengkapan: &[Dokumen::Atk, Dokumen::PasporTercap],
        waktu: &["5 Menit"],
        output: &[Dokumen::DataDukungDokumenPendeportasian],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "9",
        tahap: None,
        uraian: "Menandatangani cap tersebut dan memberi perintah mengeluarkan deteni",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratKeputusan, Dokumen::PasporTercap],
        waktu: &["15 Menit"],
        output: &[Dokumen::CapYangDitandatangani],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Tanda tangan dibubuhkan pada cap di paspor"),
    },
    Kegiatan {
        nomor: "10",
        tahap: None,
        uraian: "Mengeluarkan deteni dari kamar dan menyerahkannya ke petugas pengawal",
        rincian: &[],
        kelengkapan: &[
            Dokumen::Masker,
            Dokumen::SarungTangan,
            Dokumen::AlatKeamananKomunikasi,
            Dokumen::AtkKamera,
        ],
        waktu: &["20 Menit"],
        output: &[Dokumen::BeritaAcaraSerahTerima],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Penyerahan dilakukan secara fisik"),
    },
    Kegiatan {
        nomor: "11",
        tahap: None,
        uraian: "Mengawal deteni sampai bandara keberangkatan",
        rincian: &[],
        kelengkapan: &[
            Dokumen::SkTindakanAdministratif,
            Dokumen::SpPengawalanPengeluaran,
            Dokumen::TiketDokumenPerjalanan,
        ],
        waktu: &["3 Hari"],
        output: &[
            Dokumen::PendeportasianDeteni,
            Dokumen::TandaKeluarPaspor,
            Dokumen::BeritaAcaraNaikPesawat,
        ],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Pengawalan berlangsung hingga deteni naik pesawat"),
    },
    Kegiatan {
        nomor: "12",
        tahap: None,
        uraian: "Melaporkan pelaksanaan pendeportasian ke pimpinan",
        rincian: &[],
        kelengkapan: &[
            Dokumen::DokumenSerahTerimaKeberangkatan,
            Dokumen::FotoNaikPesawat,
        ],
        waktu: &["1 Hari"],
        output: &[Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Laporan dikirim ke direktorat jenderal dan kantor wilayah"),
    },
];
static LANGKAH: &[Data] = &[
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::KasiRap],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemimpinRapatPersiapanPendeportasian,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::Kepala],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[
                Tujuan::Langkah(&[Langkah::MenyusunKonsepKeputusanDeportasi]),
                Tujuan::Langkah(&[Langkah::MenyiapkanKonsepPerintahPengeluaran]),
            ],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::KasiRap],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenandatanganiKeputusanDeportasiPerintah,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::KasubsiAp],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenandatanganiKeputusanDeportasiPerintah,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::Kepala],
        pengganti: &[],
        gabung: Some(Gabung {
            di: Langkah::MenandatanganiKeputusanDeportasiPerintah,
            menunggu: &[
                &[Langkah::MenyusunKonsepKeputusanDeportasi],
                &[Langkah::MenyiapkanKonsepPerintahPengeluaran],
            ],
        }),
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MencatatDataDeteniDalam])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::KasubsiAp],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MembubuhkanCapDeportasi])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::KasubsiAp],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MengajukanCapDeportasi])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::KasiRap],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenandatanganiCapTersebut])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 8,
        pelaksana: &[Pelaksana::Kepala],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MengeluarkanDeteniDariKamar])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 9,
        pelaksana: &[Pelaksana::KasiKamtib],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MengawalDeteniSampaiBandara])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 10,
        pelaksana: &[Pelaksana::PejabatFungsional],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaporkanPelaksanaanPendeportasian,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 11,
        pelaksana: &[Pelaksana::KasiRap],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Akhir(Akhir::Selesai)],
            batas: None,
        }],
    },
];
