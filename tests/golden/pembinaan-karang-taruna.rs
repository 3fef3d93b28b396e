//! SOP: Pembinaan dan Fasilitasi Organisasi Pemuda
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Pembinaan dan Fasilitasi Organisasi Pemuda";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "1 Hari + 8 Jam 5 Menit";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0x6158_1ee7_a3aa_5877;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Pengelola Data Dayasos
    ///
    /// Pengelola Data Bidang Pemberdayaan Sosial
    PengelolaDataDayasos,
    /// Pengadministrasi Persuratan
    PengadministrasiPersuratan,
    /// Sekretaris
    Sekretaris,
    /// Kadis
    ///
    /// Kepala Dinas
    Kadis,
    /// Pengelola Kesra
    PengelolaKesra,
    /// Staf Bidang Dayasos
    StafBidangDayasos,
    /// Pramu Kebersihan
    PramuKebersihan,
    /// Fungsional
    Fungsional,
    /// Arsiparis
    Arsiparis,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::PengelolaDataDayasos,
        Pelaksana::PengadministrasiPersuratan,
        Pelaksana::Sekretaris,
        Pelaksana::Kadis,
        Pelaksana::PengelolaKesra,
        Pelaksana::StafBidangDayasos,
        Pelaksana::PramuKebersihan,
        Pelaksana::Fungsional,
        Pelaksana::Arsiparis,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::PengelolaDataDayasos => "Pengelola Data Dayasos",
            Pelaksana::PengadministrasiPersuratan => "Pengadministrasi Persuratan",
            Pelaksana::Sekretaris => "Sekretaris",
            Pelaksana::Kadis => "Kadis",
            Pelaksana::PengelolaKesra => "Pengelola Kesra",
            Pelaksana::StafBidangDayasos => "Staf Bidang Dayasos",
            Pelaksana::PramuKebersihan => "Pramu Kebersihan",
            Pelaksana::Fungsional => "Fungsional",
            Pelaksana::Arsiparis => "Arsiparis",
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
    /// 2: Mendata susunan pengurus organisasi pemuda
    ///
    /// Kelengkapan: SK pengurus
    ///
    /// Waktu: 1 Jam
    ///
    /// Output: SK pengurus terverifikasi
    MendataSusunanPengurusOrganisasi,
    /// 3: Membuat undangan bagi pengurus
    ///
    /// Kelengkapan: Surat undangan
    ///
    /// Waktu: 10 Menit
    ///
    /// Output: Draf surat undangan pembinaan
    MembuatUndanganBagiPengurus,
    /// 4: Memverifikasi undangan
    ///
    /// Kelengkapan: Surat undangan
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Surat undangan disetujui
    MemverifikasiUndangan,
    /// 5: Membubuhkan tanda tangan pada undangan
    ///
    /// Kelengkapan: Surat undangan
    ///
    /// Waktu: 10 Menit
    ///
    /// Output: Surat undangan bertanda tangan Kadis
    MembubuhkanTandaTanganPadaUndangan,
    /// 6: Menggandakan undangan
    ///
    /// Kelengkapan: Surat undangan
    ///
    /// Waktu: 20 Menit
    ///
    /// Output: Salinan surat undangan pembinaan
    MenggandakanUndangan,
    /// 7: Mengirimkan undangan
    ///
    /// Kelengkapan: Surat undangan
    ///
    /// Waktu: 1 Hari
    ///
    /// Output: Ekspedisi pengiriman undangan
    MengirimkanUndangan,
    /// 8: Menyiapkan sarana dan prasarana
    ///
    /// Kelengkapan: Sarana prasarana
    ///
    /// Waktu: 60 Menit
    ///
    /// Output: Sarana prasarana siap pakai
    MenyiapkanSaranaDanPrasarana,
    /// 9: Membersihkan sarana dan prasarana
    ///
    /// Kelengkapan: Sarana prasarana
    ///
    /// Waktu: 60 Menit
    ///
    /// Output: Sarana prasarana bersih
    MembersihkanSaranaDanPrasarana,
    /// 10: Melaksanakan pembinaan dan fasilitasi organisasi pemuda
    ///
    /// Kelengkapan: Daftar hadir; notulen; materi
    ///
    /// Waktu: 3 Jam
    ///
    /// Output: Daftar hadir; notulen; dokumentasi pembinaan
    MelaksanakanPembinaanDanFasilitasi,
    /// 11: Menyusun laporan hasil pembinaan dan fasilitasi
    ///
    /// Kelengkapan: Laporan
    ///
    /// Waktu: 60 Menit
    ///
    /// Output: Draf laporan hasil pembinaan dan fasilitasi
    MenyusunLaporanHasilPembinaan,
    /// 12: Memverifikasi laporan hasil pembinaan dan fasilitasi
    ///
    /// Kelengkapan: Laporan hasil pembinaan \& fasilitasi
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Draf laporan terverifikasi
    MemverifikasiLaporanHasilPembinaan,
    /// 13: Meneruskan laporan yang telah diverifikasi kepada Kadis
    ///
    /// Kelengkapan: Laporan hasil pembinaan \& fasilitasi
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Laporan hasil pembinaan diteruskan ke Kadis
    MeneruskanLaporanYangTelah,
    /// 14: Membubuhkan tanda tangan pada laporan
    ///
    /// Kelengkapan: Laporan hasil pembinaan \& fasilitasi
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Laporan hasil pembinaan disetujui Kadis
    MembubuhkanTandaTanganPadaLaporan,
    /// 15: Menyimpan laporan sebagai arsip
    ///
    /// Kelengkapan: Laporan hasil pembinaan \& fasilitasi
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Dokumen arsip resmi
    MenyimpanLaporanSebagaiArsip,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MendataSusunanPengurusOrganisasi,
        Langkah::MembuatUndanganBagiPengurus,
        Langkah::MemverifikasiUndangan,
        Langkah::MembubuhkanTandaTanganPadaUndangan,
        Langkah::MenggandakanUndangan,
        Langkah::MengirimkanUndangan,
        Langkah::MenyiapkanSaranaDanPrasarana,
        Langkah::MembersihkanSaranaDanPrasarana,
        Langkah::MelaksanakanPembinaanDanFasilitasi,
        Langkah::MenyusunLaporanHasilPembinaan,
        Langkah::MemverifikasiLaporanHasilPembinaan,
        Langkah::MeneruskanLaporanYangTelah,
        Langkah::MembubuhkanTandaTanganPadaLaporan,
        Langkah::MenyimpanLaporanSebagaiArsip,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MendataSusunanPengurusOrganisasi => "2",
            Langkah::MembuatUndanganBagiPengurus => "3",
            Langkah::MemverifikasiUndangan => "4",
            Langkah::MembubuhkanTandaTanganPadaUndangan => "5",
            Langkah::MenggandakanUndangan => "6",
            Langkah::MengirimkanUndangan => "7",
            Langkah::MenyiapkanSaranaDanPrasarana => "8",
            Langkah::MembersihkanSaranaDanPrasarana => "9",
            Langkah::MelaksanakanPembinaanDanFasilitasi => "10",
            Langkah::MenyusunLaporanHasilPembinaan => "11",
            Langkah::MemverifikasiLaporanHasilPembinaan => "12",
            Langkah::MeneruskanLaporanYangTelah => "13",
            Langkah::MembubuhkanTandaTanganPadaLaporan => "14",
            Langkah::MenyimpanLaporanSebagaiArsip => "15",
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
    /// SK pengurus
    SkPengurus,
    /// SK pengurus terverifikasi
    SkPengurusTerverifikasi,
    /// Surat undangan
    SuratUndangan,
    /// Draf surat undangan pembinaan
    DrafSuratUndanganPembinaan,
    /// Surat undangan disetujui
    SuratUndanganDisetujui,
    /// Surat undangan bertanda tangan Kadis
    SuratUndanganBertandaTangan,
    /// Salinan surat undangan pembinaan
    SalinanSuratUndanganPembinaan,
    /// Ekspedisi pengiriman undangan
    EkspedisiPengirimanUndangan,
    /// Sarana prasarana
    SaranaPrasarana,
    /// Sarana prasarana siap pakai
    SaranaPrasaranaSiapPakai,
    /// Sarana prasarana bersih
    SaranaPrasaranaBersih,
    /// Daftar hadir
    DaftarHadir,
    /// notulen
    Notulen,
    /// materi
    Materi,
    /// dokumentasi pembinaan
    DokumentasiPembinaan,
    /// Laporan
    Laporan,
    /// Draf laporan hasil pembinaan dan fasilitasi
    DrafLaporanHasilPembinaan,
    /// Laporan hasil pembinaan \& fasilitasi
    LaporanHasilPembinaanFasilitasi,
    /// Draf laporan terverifikasi
    DrafLaporanTerverifikasi,
    /// Laporan hasil pembinaan diteruskan ke Kadis
    LaporanHasilPembinaanDiteruskan,
    /// Laporan hasil pembinaan disetujui Kadis
    LaporanHasilPembinaanDisetujui,
    /// Dokumen arsip resmi
    DokumenArsipResmi,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::SkPengurus,
        Dokumen::SkPengurusTerverifikasi,
        Dokumen::SuratUndangan,
        Dokumen::DrafSuratUndanganPembinaan,
        Dokumen::SuratUndanganDisetujui,
        Dokumen::SuratUndanganBertandaTangan,
        Dokumen::SalinanSuratUndanganPembinaan,
        Dokumen::EkspedisiPengirimanUndangan,
        Dokumen::SaranaPrasarana,
        Dokumen::SaranaPrasaranaSiapPakai,
        Dokumen::SaranaPrasaranaBersih,
        Dokumen::DaftarHadir,
        Dokumen::Notulen,
        Dokumen::Materi,
        Dokumen::DokumentasiPembinaan,
        Dokumen::Laporan,
        Dokumen::DrafLaporanHasilPembinaan,
        Dokumen::LaporanHasilPembinaanFasilitasi,
        Dokumen::DrafLaporanTerverifikasi,
        Dokumen::LaporanHasilPembinaanDiteruskan,
        Dokumen::LaporanHasilPembinaanDisetujui,
        Dokumen::DokumenArsipResmi,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::SkPengurus => "SK pengurus",
            Dokumen::SkPengurusTerverifikasi => "SK pengurus terverifikasi",
            Dokumen::SuratUndangan => "Surat undangan",
            Dokumen::DrafSuratUndanganPembinaan => "Draf surat undangan pembinaan",
            Dokumen::SuratUndanganDisetujui => "Surat undangan disetujui",
            Dokumen::SuratUndanganBertandaTangan => "Surat undangan bertanda tangan Kadis",
            Dokumen::SalinanSuratUndanganPembinaan => "Salinan surat undangan pembinaan",
            Dokumen::EkspedisiPengirimanUndangan => "Ekspedisi pengiriman undangan",
            Dokumen::SaranaPrasarana => "Sarana prasarana",
            Dokumen::SaranaPrasaranaSiapPakai => "Sarana prasarana siap pakai",
            Dokumen::SaranaPrasaranaBersih => "Sarana prasarana bersih",
            Dokumen::DaftarHadir => "Daftar hadir",
            Dokumen::Notulen => "notulen",
            Dokumen::Materi => "materi",
            Dokumen::DokumentasiPembinaan => "dokumentasi pembinaan",
            Dokumen::Laporan => "Laporan",
            Dokumen::DrafLaporanHasilPembinaan => "Draf laporan hasil pembinaan dan fasilitasi",
            Dokumen::LaporanHasilPembinaanFasilitasi => "Laporan hasil pembinaan & fasilitasi",
            Dokumen::DrafLaporanTerverifikasi => "Draf laporan terverifikasi",
            Dokumen::LaporanHasilPembinaanDiteruskan => {
                "Laporan hasil pembinaan diteruskan ke Kadis"
            }
            Dokumen::LaporanHasilPembinaanDisetujui => "Laporan hasil pembinaan disetujui Kadis",
            Dokumen::DokumenArsipResmi => "Dokumen arsip resmi",
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
            Pelaksana::PengelolaDataDayasos => "Pengelola Data Bidang Pemberdayaan Sosial",
            Pelaksana::PengadministrasiPersuratan => "",
            Pelaksana::Sekretaris => "",
            Pelaksana::Kadis => "Kepala Dinas",
            Pelaksana::PengelolaKesra => "",
            Pelaksana::StafBidangDayasos => "",
            Pelaksana::PramuKebersihan => "",
            Pelaksana::Fungsional => "",
            Pelaksana::Arsiparis => "",
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
const START: &[Langkah] = &[Langkah::MendataSusunanPengurusOrganisasi];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Mendata susunan pengurus organisasi pemuda",
        rincian: &[],
        kelengkapan: &[Dokumen::SkPengurus],
        waktu: &["1 Jam"],
        output: &[Dokumen::SkPengurusTerverifikasi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Membuat undangan bagi pengurus",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratUndangan],
        waktu: &["10 Menit"],
        output: &[Dokumen::DrafSuratUndanganPembinaan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: None,
        uraian: "Memverifikasi undangan",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratUndangan],
        waktu: &["5 Menit"],
        output: &[Dokumen::SuratUndanganDisetujui],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Membubuhkan tanda tangan pada undangan",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratUndangan],
        waktu: &["10 Menit"],
        output: &[Dokumen::SuratUndanganBertandaTangan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Menggandakan undangan",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratUndangan],
        waktu: &["20 Menit"],
        output: &[Dokumen::SalinanSuratUndanganPembinaan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Mengirimkan undangan",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratUndangan],
        waktu: &["1 Hari"],
        output: &[Dokumen::EkspedisiPengirimanUndangan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Menyiapkan sarana dan prasarana",
        rincian: &[],
        kelengkapan: &[Dokumen::SaranaPrasarana],
        waktu: &["60 Menit"],
        output: &[Dokumen::SaranaPrasaranaSiapPakai],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "9",
        tahap: None,
        uraian: "Membersihkan sarana dan prasarana",
        rincian: &[],
        kelengkapan: &[Dokumen::SaranaPrasarana],
        waktu: &["60 Menit"],
        output: &[Dokumen::SaranaPrasaranaBersih],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "10",
        tahap: None,
        uraian: "Melaksanakan pembinaan dan fasilitasi organisasi pemuda",
        rincian: &[],
        kelengkapan: &[Dokumen::DaftarHadir, Dokumen::Notulen, Dokumen::Materi],
        waktu: &["3 Jam"],
        output: &[
            Dokumen::DaftarHadir,
            Dokumen::Notulen,
            Dokumen::DokumentasiPembinaan,
        ],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "11",
        tahap: None,
        uraian: "Menyusun laporan hasil pembinaan dan fasilitasi",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan],
        waktu: &["60 Menit"],
        output: &[Dokumen::DrafLaporanHasilPembinaan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "12",
        tahap: None,
        uraian: "Memverifikasi laporan hasil pembinaan dan fasilitasi",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanHasilPembinaanFasilitasi],
        waktu: &["5 Menit"],
        output: &[Dokumen::DrafLaporanTerverifikasi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "13",
        tahap: None,
        uraian: "Meneruskan laporan yang telah diverifikasi kepada Kadis",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanHasilPembinaanFasilitasi],
        waktu: &["5 Menit"],
        output: &[Dokumen::LaporanHasilPembinaanDiteruskan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "14",
        tahap: None,
        uraian: "Membubuhkan tanda tangan pada laporan",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanHasilPembinaanFasilitasi],
        waktu: &["5 Menit"],
        output: &[Dokumen::LaporanHasilPembinaanDisetujui],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "15",
        tahap: None,
        uraian: "Menyimpan laporan sebagai arsip",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanHasilPembinaanFasilitasi],
        waktu: &["5 Menit"],
        output: &[Dokumen::DokumenArsipResmi],
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
        pelaksana: &[Pelaksana::PengelolaDataDayasos],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MembuatUndanganBagiPengurus])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::PengadministrasiPersuratan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemverifikasiUndangan])],
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
                Langkah::MembubuhkanTandaTanganPadaUndangan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kadis],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenggandakanUndangan])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::PengelolaDataDayasos],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MengirimkanUndangan])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::PengelolaKesra],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyiapkanSaranaDanPrasarana])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::StafBidangDayasos],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MembersihkanSaranaDanPrasarana])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::PramuKebersihan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaksanakanPembinaanDanFasilitasi,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 8,
        pelaksana: &[Pelaksana::Fungsional],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyusunLaporanHasilPembinaan])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 9,
        pelaksana: &[Pelaksana::Fungsional],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemverifikasiLaporanHasilPembinaan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 10,
        pelaksana: &[Pelaksana::PengelolaKesra],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MeneruskanLaporanYangTelah])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 11,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MembubuhkanTandaTanganPadaLaporan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 12,
        pelaksana: &[Pelaksana::Kadis],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyimpanLaporanSebagaiArsip])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 13,
        pelaksana: &[Pelaksana::Arsiparis],
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
