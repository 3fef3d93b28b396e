//! SOP: Penertiban Disiplin Pegawai pada Jam Kerja (000\.8.3/114/SATPOL-CONTOH)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Penertiban Disiplin Pegawai pada Jam Kerja";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "000.8.3/114/SATPOL-CONTOH";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0xf75b_47e1_f724_b474;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Tim
    ///
    /// Tim penertiban
    Tim,
    /// Kasi
    ///
    /// Kepala Seksi Penegakan
    Kasi,
    /// Kabid
    ///
    /// Kepala Bidang Penegakan Peraturan Daerah
    Kabid,
    /// Sekretaris
    ///
    /// Sekretaris Satuan
    Sekretaris,
    /// Kasat
    ///
    /// Kepala Satuan
    Kasat,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::Tim,
        Pelaksana::Kasi,
        Pelaksana::Kabid,
        Pelaksana::Sekretaris,
        Pelaksana::Kasat,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::Tim => "Tim",
            Pelaksana::Kasi => "Kasi",
            Pelaksana::Kabid => "Kabid",
            Pelaksana::Sekretaris => "Sekretaris",
            Pelaksana::Kasat => "Kasat",
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
    /// 1 (Tim): a. menyiapkan surat perintah tugas dan mengajukannya kepada Kasi agar diperiksa, b. meneruskan surat yang telah diparaf kepada Kabid yang menyusun nota dinas, c. menyampaikan nota dinas lewat Sekretaris kepada Kasat untuk disetujui dan ditandatangani
    ///
    /// Kelengkapan: Alat tulis kantor; Daftar nama tim dan nota pengantar; Nota dinas
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Draf SK tim; SK yang ditandatangani Kasat; SK yang ditandatangani
    AMenyiapkanSuratPerintahTim,
    /// 1 (Kasi): a. menyiapkan surat perintah tugas dan mengajukannya kepada Kasi agar diperiksa, b. meneruskan surat yang telah diparaf kepada Kabid yang menyusun nota dinas, c. menyampaikan nota dinas lewat Sekretaris kepada Kasat untuk disetujui dan ditandatangani
    ///
    /// Kelengkapan: Alat tulis kantor; Daftar nama tim dan nota pengantar; Nota dinas
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Draf SK tim; SK yang ditandatangani Kasat; SK yang ditandatangani
    AMenyiapkanSuratPerintahKasi,
    /// 1 (Kabid): a. menyiapkan surat perintah tugas dan mengajukannya kepada Kasi agar diperiksa, b. meneruskan surat yang telah diparaf kepada Kabid yang menyusun nota dinas, c. menyampaikan nota dinas lewat Sekretaris kepada Kasat untuk disetujui dan ditandatangani
    ///
    /// Kelengkapan: Alat tulis kantor; Daftar nama tim dan nota pengantar; Nota dinas
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Draf SK tim; SK yang ditandatangani Kasat; SK yang ditandatangani
    AMenyiapkanSuratPerintahKabid,
    /// 1 (Sekretaris): a. menyiapkan surat perintah tugas dan mengajukannya kepada Kasi agar diperiksa, b. meneruskan surat yang telah diparaf kepada Kabid yang menyusun nota dinas, c. menyampaikan nota dinas lewat Sekretaris kepada Kasat untuk disetujui dan ditandatangani
    ///
    /// Kelengkapan: Alat tulis kantor; Daftar nama tim dan nota pengantar; Nota dinas
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Draf SK tim; SK yang ditandatangani Kasat; SK yang ditandatangani
    AMenyiapkanSuratPerintahSekretaris,
    /// 1 (Kasat): a. menyiapkan surat perintah tugas dan mengajukannya kepada Kasi agar diperiksa, b. meneruskan surat yang telah diparaf kepada Kabid yang menyusun nota dinas, c. menyampaikan nota dinas lewat Sekretaris kepada Kasat untuk disetujui dan ditandatangani
    ///
    /// Kelengkapan: Alat tulis kantor; Daftar nama tim dan nota pengantar; Nota dinas
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Draf SK tim; SK yang ditandatangani Kasat; SK yang ditandatangani
    AMenyiapkanSuratPerintahKasat,
    /// 2: Menyusun kerangka acuan kerja, meliputi a. gambaran kegiatan, b. alasan dan sasaran, c. lokasi dan jadwal, d. tata cara, dan e. hasil yang diharapkan
    ///
    /// Kelengkapan: Alat tulis kantor; Dokumen pelaksanaan anggaran; SK tim
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Kerangka acuan kerja
    MenyusunKerangkaAcuanKerja,
    /// 3 (Kasi): Melaksanakan penertiban disiplin pegawai, yaitu a. menyiapkan surat perintah tugas, b. melaksanakan apel persiapan, dan c. berkoordinasi dengan perangkat daerah terkait
    ///
    /// Kelengkapan: Surat perintah tugas Kepala Satuan
    ///
    /// Waktu: 1 hari
    MelaksanakanPenertibanDisiplinPegawaiKasi,
    /// 3 (Kabid): Melaksanakan penertiban disiplin pegawai, yaitu a. menyiapkan surat perintah tugas, b. melaksanakan apel persiapan, dan c. berkoordinasi dengan perangkat daerah terkait
    ///
    /// Kelengkapan: Surat perintah tugas Kepala Satuan
    ///
    /// Waktu: 1 hari
    MelaksanakanPenertibanDisiplinPegawaiKabid,
    /// 3 (Sekretaris): Melaksanakan penertiban disiplin pegawai, yaitu a. menyiapkan surat perintah tugas, b. melaksanakan apel persiapan, dan c. berkoordinasi dengan perangkat daerah terkait
    ///
    /// Kelengkapan: Surat perintah tugas Kepala Satuan
    ///
    /// Waktu: 1 hari
    MelaksanakanPenertibanDisiplinSekretaris,
    /// 3 (Kasat): Melaksanakan penertiban disiplin pegawai, yaitu a. menyiapkan surat perintah tugas, b. melaksanakan apel persiapan, dan c. berkoordinasi dengan perangkat daerah terkait
    ///
    /// Kelengkapan: Surat perintah tugas Kepala Satuan
    ///
    /// Waktu: 1 hari
    MelaksanakanPenertibanDisiplinPegawaiKasat,
    /// 4 (Tim): Menyusun laporan hasil penertiban dan menyampaikannya kepada Kasat secara berjenjang
    ///
    /// Kelengkapan: Alat tulis kantor; data kegiatan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan hasil penertiban
    MenyusunLaporanHasilPenertibanTim,
    /// 4 (Kasi): Menyusun laporan hasil penertiban dan menyampaikannya kepada Kasat secara berjenjang
    ///
    /// Kelengkapan: Alat tulis kantor; data kegiatan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan hasil penertiban
    MenyusunLaporanHasilPenertibanKasi,
    /// 4 (Kabid): Menyusun laporan hasil penertiban dan menyampaikannya kepada Kasat secara berjenjang
    ///
    /// Kelengkapan: Alat tulis kantor; data kegiatan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan hasil penertiban
    MenyusunLaporanHasilPenertibanKabid,
    /// 4 (Sekretaris): Menyusun laporan hasil penertiban dan menyampaikannya kepada Kasat secara berjenjang
    ///
    /// Kelengkapan: Alat tulis kantor; data kegiatan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan hasil penertiban
    MenyusunLaporanHasilPenertibanSekretaris,
    /// 4 (Kasat): Menyusun laporan hasil penertiban dan menyampaikannya kepada Kasat secara berjenjang
    ///
    /// Kelengkapan: Alat tulis kantor; data kegiatan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan hasil penertiban
    MenyusunLaporanHasilPenertibanKasat,
    /// 5: Mengagendakan, menggandakan, dan mengarsipkan laporan penertiban
    ///
    /// Kelengkapan: Alat tulis kantor; data kegiatan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan hasil penertiban
    MengagendakanMenggandakanDanMengarsipkan,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::AMenyiapkanSuratPerintahTim,
        Langkah::AMenyiapkanSuratPerintahKasi,
        Langkah::AMenyiapkanSuratPerintahKabid,
        Langkah::AMenyiapkanSuratPerintahSekretaris,
        Langkah::AMenyiapkanSuratPerintahKasat,
        Langkah::MenyusunKerangkaAcuanKerja,
        Langkah::MelaksanakanPenertibanDisiplinPegawaiKasi,
        Langkah::MelaksanakanPenertibanDisiplinPegawaiKabid,
        Langkah::MelaksanakanPenertibanDisiplinSekretaris,
        Langkah::MelaksanakanPenertibanDisiplinPegawaiKasat,
        Langkah::MenyusunLaporanHasilPenertibanTim,
        Langkah::MenyusunLaporanHasilPenertibanKasi,
        Langkah::MenyusunLaporanHasilPenertibanKabid,
        Langkah::MenyusunLaporanHasilPenertibanSekretaris,
        Langkah::MenyusunLaporanHasilPenertibanKasat,
        Langkah::MengagendakanMenggandakanDanMengarsipkan,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::AMenyiapkanSuratPerintahTim => "1 (Tim)",
            Langkah::AMenyiapkanSuratPerintahKasi => "1 (Kasi)",
            Langkah::AMenyiapkanSuratPerintahKabid => "1 (Kabid)",
            Langkah::AMenyiapkanSuratPerintahSekretaris => "1 (Sekretaris)",
            Langkah::AMenyiapkanSuratPerintahKasat => "1 (Kasat)",
            Langkah::MenyusunKerangkaAcuanKerja => "2",
            Langkah::MelaksanakanPenertibanDisiplinPegawaiKasi => "3 (Kasi)",
            Langkah::MelaksanakanPenertibanDisiplinPegawaiKabid => "3 (Kabid)",
            Langkah::MelaksanakanPenertibanDisiplinSekretaris => "3 (Sekretaris)",
            Langkah::MelaksanakanPenertibanDisiplinPegawaiKasat => "3 (Kasat)",
            Langkah::MenyusunLaporanHasilPenertibanTim => "4 (Tim)",
            Langkah::MenyusunLaporanHasilPenertibanKasi => "4 (Kasi)",
            Langkah::MenyusunLaporanHasilPenertibanKabid => "4 (Kabid)",
            Langkah::MenyusunLaporanHasilPenertibanSekretaris => "4 (Sekretaris)",
            Langkah::MenyusunLaporanHasilPenertibanKasat => "4 (Kasat)",
            Langkah::MengagendakanMenggandakanDanMengarsipkan => "5",
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
    /// Ya
    Ya,
    /// Tidak
    Tidak,
}

impl Hasil {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Hasil] = &[Hasil::Selesai, Hasil::Ya, Hasil::Tidak];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Hasil::Selesai => "selesai",
            Hasil::Ya => "ya",
            Hasil::Tidak => "tidak",
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
    /// Peraturan daerah
    PeraturanDaerah,
    /// Dokumen pelaksanaan anggaran
    DokumenPelaksanaanAnggaran,
    /// SK pembentukan tim
    SkPembentukanTim,
    /// Komputer
    Komputer,
    /// Mobil operasional
    MobilOperasional,
    /// Alat dokumentasi
    AlatDokumentasi,
    /// Alat tulis kantor
    AlatTulisKantor,
    /// Daftar nama tim dan nota pengantar
    DaftarNamaTim,
    /// Nota dinas
    NotaDinas,
    /// Draf SK tim
    DrafSkTim,
    /// SK yang ditandatangani Kasat
    SkYangDitandatanganiKasat,
    /// SK yang ditandatangani
    SkYangDitandatangani,
    /// SK tim
    SkTim,
    /// Kerangka acuan kerja
    KerangkaAcuanKerja,
    /// Surat perintah tugas Kepala Satuan
    SuratPerintahTugasKepala,
    /// data kegiatan
    DataKegiatan,
    /// Laporan hasil penertiban
    LaporanHasilPenertiban,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::PeraturanDaerah,
        Dokumen::DokumenPelaksanaanAnggaran,
        Dokumen::SkPembentukanTim,
        Dokumen::Komputer,
        Dokumen::MobilOperasional,
        Dokumen::AlatDokumentasi,
        Dokumen::AlatTulisKantor,
        Dokumen::DaftarNamaTim,
        Dokumen::NotaDinas,
        Dokumen::DrafSkTim,
        Dokumen::SkYangDitandatanganiKasat,
        Dokumen::SkYangDitandatangani,
        Dokumen::SkTim,
        Dokumen::KerangkaAcuanKerja,
        Dokumen::SuratPerintahTugasKepala,
        Dokumen::DataKegiatan,
        Dokumen::LaporanHasilPenertiban,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::PeraturanDaerah => "Peraturan daerah",
            Dokumen::DokumenPelaksanaanAnggaran => "Dokumen pelaksanaan anggaran",
            Dokumen::SkPembentukanTim => "SK pembentukan tim",
            Dokumen::Komputer => "Komputer",
            Dokumen::MobilOperasional => "Mobil operasional",
            Dokumen::AlatDokumentasi => "Alat dokumentasi",
            Dokumen::AlatTulisKantor => "Alat tulis kantor",
            Dokumen::DaftarNamaTim => "Daftar nama tim dan nota pengantar",
            Dokumen::NotaDinas => "Nota dinas",
            Dokumen::DrafSkTim => "Draf SK tim",
            Dokumen::SkYangDitandatanganiKasat => "SK yang ditandatangani Kasat",
            Dokumen::SkYangDitandatangani => "SK yang ditandatangani",
            Dokumen::SkTim => "SK tim",
            Dokumen::KerangkaAcuanKerja => "Kerangka acuan kerja",
            Dokumen::SuratPerintahTugasKepala => "Surat perintah tugas Kepala Satuan",
            Dokumen::DataKegiatan => "data kegiatan",
            Dokumen::LaporanHasilPenertiban => "Laporan hasil penertiban",
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
            Pelaksana::Tim => "Tim penertiban",
            Pelaksana::Kasi => "Kepala Seksi Penegakan",
            Pelaksana::Kabid => "Kepala Bidang Penegakan Peraturan Daerah",
            Pelaksana::Sekretaris => "Sekretaris Satuan",
            Pelaksana::Kasat => "Kepala Satuan",
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
const START: &[Langkah] = &[Langkah::AMenyiapkanSuratPerintahTim];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "a. menyiapkan surat perintah tugas dan mengajukannya kepada Kasi agar diperiksa, b. meneruskan surat yang telah diparaf kepada Kabid yang menyusun nota dinas, c. menyampaikan nota dinas lewat Sekretaris kepada Kasat untuk disetujui dan ditandatangani",
        rincian: &[],
        kelengkapan: &[
            Dokumen::AlatTulisKantor,
            Dokumen::DaftarNamaTim,
            Dokumen::NotaDinas,
        ],
        waktu: &["1 hari"],
        output: &[
            Dokumen::DrafSkTim,
            Dokumen::SkYangDitandatanganiKasat,
            Dokumen::SkYangDitandatangani,
        ],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Menyusun kerangka acuan kerja, meliputi a. gambaran kegiatan, b. alasan dan sasaran, c. lokasi dan jadwal, d. tata cara, dan e. hasil yang diharapkan",
        rincian: &[],
        kelengkapan: &[
            Dokumen::AlatTulisKantor,
            Dokumen::DokumenPelaksanaanAnggaran,
            Dokumen::SkTim,
        ],
        waktu: &["1 hari"],
        output: &[Dokumen::KerangkaAcuanKerja],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Melaksanakan penertiban disiplin pegawai, yaitu a. menyiapkan surat perintah tugas, b. melaksanakan apel persiapan, dan c. berkoordinasi dengan perangkat daerah terkait",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratPerintahTugasKepala],
        waktu: &["1 hari"],
        output: &[],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: None,
        uraian: "Menyusun laporan hasil penertiban dan menyampaikannya kepada Kasat secara berjenjang",
        rincian: &[],
        kelengkapan: &[Dokumen::AlatTulisKantor, Dokumen::DataKegiatan],
        waktu: &["1 hari"],
        output: &[Dokumen::LaporanHasilPenertiban],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Mengagendakan, menggandakan, dan mengarsipkan laporan penertiban",
        rincian: &[],
        kelengkapan: &[Dokumen::AlatTulisKantor, Dokumen::DataKegiatan],
        waktu: &["1 hari"],
        output: &[Dokumen::LaporanHasilPenertiban],
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
        pelaksana: &[Pelaksana::Tim],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::AMenyiapkanSuratPerintahKasi])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::Kasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::AMenyiapkanSuratPerintahKabid])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::AMenyiapkanSuratPerintahTim])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::AMenyiapkanSuratPerintahSekretaris,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::AMenyiapkanSuratPerintahKasat])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::AMenyiapkanSuratPerintahKabid])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::Kasat],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunKerangkaAcuanKerja])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[
                    Langkah::AMenyiapkanSuratPerintahSekretaris,
                ])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::Kasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaksanakanPenertibanDisiplinPegawaiKasi,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Kasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaksanakanPenertibanDisiplinPegawaiKabid,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaksanakanPenertibanDisiplinSekretaris,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaksanakanPenertibanDisiplinPegawaiKasat,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Kasat],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyusunLaporanHasilPenertibanTim,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Tim],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyusunLaporanHasilPenertibanKasi,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyusunLaporanHasilPenertibanKabid,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyusunLaporanHasilPenertibanSekretaris,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyusunLaporanHasilPenertibanKasat,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kasat],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MengagendakanMenggandakanDanMengarsipkan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::Tim],
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
