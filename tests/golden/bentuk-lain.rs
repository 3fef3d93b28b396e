//! SOP: Peminjaman Kendaraan Dinas (000\.8.3/190/CONTOH)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Peminjaman Kendaraan Dinas";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "000.8.3/190/CONTOH";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[
    "dari 1 sampai 9: paling lama 10 hari kerja",
    "setelah 3 sampai 7: paling lama 1 hari kerja",
];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0xf9e3_45ea_ddbb_b2ab;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Pemohon
    ///
    /// Unit kerja peminjam
    Pemohon,
    /// Aplikasi
    ///
    /// Aplikasi layanan umum
    Aplikasi,
    /// Petugas
    ///
    /// Petugas kendaraan
    Petugas,
    /// Kasubbag
    ///
    /// Kepala Subbagian Umum
    ///
    /// Kasubbag Umum
    Kasubbag,
    /// Sekretaris
    Sekretaris,
    /// Kadis
    ///
    /// Kepala Dinas
    Kadis,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::Pemohon,
        Pelaksana::Aplikasi,
        Pelaksana::Petugas,
        Pelaksana::Kasubbag,
        Pelaksana::Sekretaris,
        Pelaksana::Kadis,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::Pemohon => "Pemohon",
            Pelaksana::Aplikasi => "Aplikasi",
            Pelaksana::Petugas => "Petugas",
            Pelaksana::Kasubbag => "Kasubbag",
            Pelaksana::Sekretaris => "Sekretaris",
            Pelaksana::Kadis => "Kadis",
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
    /// 1 (Pemohon): Mengajukan permohonan peminjaman melalui aplikasi
    ///
    /// Kelengkapan: Surat permohonan
    ///
    /// Waktu: 5 menit per berkas
    ///
    /// Output: Permohonan tercatat
    MengajukanPermohonanPeminjamanMelaluiPemohon,
    /// 1 (Aplikasi): Mengajukan permohonan peminjaman melalui aplikasi
    ///
    /// Kelengkapan: Surat permohonan
    ///
    /// Waktu: 5 menit per berkas
    ///
    /// Output: Permohonan tercatat
    MengajukanPermohonanPeminjamanAplikasi,
    /// 2: Memeriksa ketersediaan kendaraan
    ///
    /// Kelengkapan: Permohonan tercatat
    ///
    /// Waktu: 1 jam 30 menit
    ///
    /// Output: Catatan ketersediaan
    MemeriksaKetersediaanKendaraan,
    /// 2a: Menyusun pilihan jadwal pengganti
    ///
    /// Kelengkapan: Catatan ketersediaan
    ///
    /// Waktu: 2-3 jam
    ///
    /// Output: Pilihan jadwal
    MenyusunPilihanJadwalPengganti,
    /// 3 (Petugas): Menyusun nota peminjaman untuk diparaf dan ditandatangani
    ///
    /// Kelengkapan: Catatan ketersediaan
    ///
    /// Waktu: Petugas\: 1 jam; Kasubbag\: 30 menit; Sekretaris\: 30 menit; Kadis\: 1 x 24 jam
    ///
    /// Output: Nota peminjaman
    MenyusunNotaPeminjamanPetugas,
    /// 3 (Kasubbag): Menyusun nota peminjaman untuk diparaf dan ditandatangani
    ///
    /// Kelengkapan: Catatan ketersediaan
    ///
    /// Waktu: Petugas\: 1 jam; Kasubbag\: 30 menit; Sekretaris\: 30 menit; Kadis\: 1 x 24 jam
    ///
    /// Output: Nota peminjaman
    MenyusunNotaPeminjamanKasubbag,
    /// 3 (Sekretaris): Menyusun nota peminjaman untuk diparaf dan ditandatangani
    ///
    /// Kelengkapan: Catatan ketersediaan
    ///
    /// Waktu: Petugas\: 1 jam; Kasubbag\: 30 menit; Sekretaris\: 30 menit; Kadis\: 1 x 24 jam
    ///
    /// Output: Nota peminjaman
    MenyusunNotaPeminjamanSekretaris,
    /// 3 (Kadis): Menyusun nota peminjaman untuk diparaf dan ditandatangani
    ///
    /// Kelengkapan: Catatan ketersediaan
    ///
    /// Waktu: Petugas\: 1 jam; Kasubbag\: 30 menit; Sekretaris\: 30 menit; Kadis\: 1 x 24 jam
    ///
    /// Output: Nota peminjaman
    MenyusunNotaPeminjamanKadis,
    /// 4: Memberitahukan persetujuan dan menyiapkan kendaraan
    ///
    /// Kelengkapan: Nota peminjaman
    ///
    /// Waktu: ± 30 menit
    ///
    /// Output: Pemberitahuan
    MemberitahukanPersetujuanDanMenyiapkan,
    /// 5: Memeriksa kelaikan kendaraan
    ///
    /// Kelengkapan: Kunci kendaraan
    ///
    /// Waktu: paling lama 2 jam
    ///
    /// Output: Daftar periksa kendaraan
    MemeriksaKelaikanKendaraan,
    /// 6: Menunjuk pengemudi
    ///
    /// Kelengkapan: Pemberitahuan
    ///
    /// Waktu: 1 hari kalender
    ///
    /// Output: Nama pengemudi
    MenunjukPengemudi,
    /// 7 (Petugas): Menyerahkan kunci dan kendaraan kepada Pemohon
    ///
    /// Kelengkapan: Daftar periksa kendaraan; nama pengemudi
    ///
    /// Waktu: 15 menit
    ///
    /// Output: Berita acara penyerahan
    ///
    /// Batas: paling lama 2 hari kalender setelah 3
    MenyerahkanKunciDanKendaraanPetugas,
    /// 7 (Kasubbag): Menyerahkan kunci dan kendaraan kepada Pemohon
    ///
    /// Kelengkapan: Daftar periksa kendaraan; nama pengemudi
    ///
    /// Waktu: 15 menit
    ///
    /// Output: Berita acara penyerahan
    ///
    /// Batas: paling lama 2 hari kalender setelah 3
    MenyerahkanKunciDanKendaraanKasubbag,
    /// 8: Memakai kendaraan dan mengembalikannya kepada Petugas
    ///
    /// Kelengkapan: Berita acara penyerahan
    ///
    /// Waktu: sesuai surat tugas
    ///
    /// Output: Kendaraan kembali
    MemakaiKendaraanDanMengembalikannya,
    /// 9: Memeriksa kendaraan yang kembali
    ///
    /// Kelengkapan: Berita acara penyerahan
    ///
    /// Waktu: segera
    ///
    /// Output: Catatan pengembalian
    MemeriksaKendaraanYangKembali,
    /// 10: Memproses ganti rugi
    ///
    /// Kelengkapan: Catatan pengembalian
    ///
    /// Waktu: 1 bulan
    ///
    /// Output: Surat tagihan
    ///
    /// Bila perlu: kerusakan tidak ditanggung asuransi
    MemprosesGantiRugi,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MengajukanPermohonanPeminjamanMelaluiPemohon,
        Langkah::MengajukanPermohonanPeminjamanAplikasi,
        Langkah::MemeriksaKetersediaanKendaraan,
        Langkah::MenyusunPilihanJadwalPengganti,
        Langkah::MenyusunNotaPeminjamanPetugas,
        Langkah::MenyusunNotaPeminjamanKasubbag,
        Langkah::MenyusunNotaPeminjamanSekretaris,
        Langkah::MenyusunNotaPeminjamanKadis,
        Langkah::MemberitahukanPersetujuanDanMenyiapkan,
        Langkah::MemeriksaKelaikanKendaraan,
        Langkah::MenunjukPengemudi,
        Langkah::MenyerahkanKunciDanKendaraanPetugas,
        Langkah::MenyerahkanKunciDanKendaraanKasubbag,
        Langkah::MemakaiKendaraanDanMengembalikannya,
        Langkah::MemeriksaKendaraanYangKembali,
        Langkah::MemprosesGantiRugi,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MengajukanPermohonanPeminjamanMelaluiPemohon => "1 (Pemohon)",
            Langkah::MengajukanPermohonanPeminjamanAplikasi => "1 (Aplikasi)",
            Langkah::MemeriksaKetersediaanKendaraan => "2",
            Langkah::MenyusunPilihanJadwalPengganti => "2a",
            Langkah::MenyusunNotaPeminjamanPetugas => "3 (Petugas)",
            Langkah::MenyusunNotaPeminjamanKasubbag => "3 (Kasubbag)",
            Langkah::MenyusunNotaPeminjamanSekretaris => "3 (Sekretaris)",
            Langkah::MenyusunNotaPeminjamanKadis => "3 (Kadis)",
            Langkah::MemberitahukanPersetujuanDanMenyiapkan => "4",
            Langkah::MemeriksaKelaikanKendaraan => "5",
            Langkah::MenunjukPengemudi => "6",
            Langkah::MenyerahkanKunciDanKendaraanPetugas => "7 (Petugas)",
            Langkah::MenyerahkanKunciDanKendaraanKasubbag => "7 (Kasubbag)",
            Langkah::MemakaiKendaraanDanMengembalikannya => "8",
            Langkah::MemeriksaKendaraanYangKembali => "9",
            Langkah::MemprosesGantiRugi => "10",
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
    /// tersedia
    Tersedia,
    /// tersedia sebagian
    TersediaSebagian,
    /// tidak tersedia
    TidakTersedia,
}

impl Hasil {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Hasil] = &[
        Hasil::Selesai,
        Hasil::Ya,
        Hasil::Tidak,
        Hasil::Tersedia,
        Hasil::TersediaSebagian,
        Hasil::TidakTersedia,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Hasil::Selesai => "selesai",
            Hasil::Ya => "ya",
            Hasil::Tidak => "tidak",
            Hasil::Tersedia => "tersedia",
            Hasil::TersediaSebagian => "tersedia sebagian",
            Hasil::TidakTersedia => "tidak tersedia",
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
    /// Komputer
    Komputer,
    /// Kunci kendaraan
    KunciKendaraan,
    /// Surat permohonan
    SuratPermohonan,
    /// Permohonan tercatat
    PermohonanTercatat,
    /// Catatan ketersediaan
    CatatanKetersediaan,
    /// Pilihan jadwal
    PilihanJadwal,
    /// Nota peminjaman
    NotaPeminjaman,
    /// Pemberitahuan
    Pemberitahuan,
    /// Daftar periksa kendaraan
    DaftarPeriksaKendaraan,
    /// Nama pengemudi
    NamaPengemudi,
    /// Berita acara penyerahan
    BeritaAcaraPenyerahan,
    /// Kendaraan kembali
    KendaraanKembali,
    /// Catatan pengembalian
    CatatanPengembalian,
    /// Surat tagihan
    SuratTagihan,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::Komputer,
        Dokumen::KunciKendaraan,
        Dokumen::SuratPermohonan,
        Dokumen::PermohonanTercatat,
        Dokumen::CatatanKetersediaan,
        Dokumen::PilihanJadwal,
        Dokumen::NotaPeminjaman,
        Dokumen::Pemberitahuan,
        Dokumen::DaftarPeriksaKendaraan,
        Dokumen::NamaPengemudi,
        Dokumen::BeritaAcaraPenyerahan,
        Dokumen::KendaraanKembali,
        Dokumen::CatatanPengembalian,
        Dokumen::SuratTagihan,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::Komputer => "Komputer",
            Dokumen::KunciKendaraan => "Kunci kendaraan",
            Dokumen::SuratPermohonan => "Surat permohonan",
            Dokumen::PermohonanTercatat => "Permohonan tercatat",
            Dokumen::CatatanKetersediaan => "Catatan ketersediaan",
            Dokumen::PilihanJadwal => "Pilihan jadwal",
            Dokumen::NotaPeminjaman => "Nota peminjaman",
            Dokumen::Pemberitahuan => "Pemberitahuan",
            Dokumen::DaftarPeriksaKendaraan => "Daftar periksa kendaraan",
            Dokumen::NamaPengemudi => "Nama pengemudi",
            Dokumen::BeritaAcaraPenyerahan => "Berita acara penyerahan",
            Dokumen::KendaraanKembali => "Kendaraan kembali",
            Dokumen::CatatanPengembalian => "Catatan pengembalian",
            Dokumen::SuratTagihan => "Surat tagihan",
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
    /// permohonan ditolak
    PermohonanDitolak,
    /// permohonan dihentikan
    PermohonanDihentikan,
    /// Selesai.
    Selesai,
    /// diproses sebagai ganti rugi
    DiprosesSebagaiGantiRugi,
}

impl Akhir {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Akhir] = &[
        Akhir::PermohonanDitolak,
        Akhir::PermohonanDihentikan,
        Akhir::Selesai,
        Akhir::DiprosesSebagaiGantiRugi,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Akhir::PermohonanDitolak => "permohonan ditolak",
            Akhir::PermohonanDihentikan => "permohonan dihentikan",
            Akhir::Selesai => "selesai",
            Akhir::DiprosesSebagaiGantiRugi => "diproses sebagai ganti rugi",
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
            Pelaksana::Pemohon => "Unit kerja peminjam",
            Pelaksana::Aplikasi => "Aplikasi layanan umum",
            Pelaksana::Petugas => "Petugas kendaraan",
            Pelaksana::Kasubbag => "Kepala Subbagian Umum",
            Pelaksana::Sekretaris => "",
            Pelaksana::Kadis => "Kepala Dinas",
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

const BOUNDS: usize = 2;

/// Langkah pertama; beberapa langkah adalah pilihan.
const START: &[Langkah] = &[Langkah::MengajukanPermohonanPeminjamanMelaluiPemohon];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: Some("Pengajuan"),
        uraian: "Mengajukan permohonan peminjaman melalui aplikasi",
        rincian: &[],
        kelengkapan: &[Dokumen::SuratPermohonan],
        waktu: &["5 menit per berkas"],
        output: &[Dokumen::PermohonanTercatat],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Memeriksa ketersediaan kendaraan",
        rincian: &[],
        kelengkapan: &[Dokumen::PermohonanTercatat],
        waktu: &["1 jam 30 menit"],
        output: &[Dokumen::CatatanKetersediaan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2a",
        tahap: None,
        uraian: "Menyusun pilihan jadwal pengganti",
        rincian: &[],
        kelengkapan: &[Dokumen::CatatanKetersediaan],
        waktu: &["2-3 jam"],
        output: &[Dokumen::PilihanJadwal],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: Some("Persetujuan"),
        uraian: "Menyusun nota peminjaman untuk diparaf dan ditandatangani",
        rincian: &[],
        kelengkapan: &[Dokumen::CatatanKetersediaan],
        waktu: &[
            "Petugas: 1 jam",
            "Kasubbag: 30 menit",
            "Sekretaris: 30 menit",
            "Kadis: 1 x 24 jam",
        ],
        output: &[Dokumen::NotaPeminjaman],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: Some("Penyerahan"),
        uraian: "Memberitahukan persetujuan dan menyiapkan kendaraan",
        rincian: &[],
        kelengkapan: &[Dokumen::NotaPeminjaman],
        waktu: &["± 30 menit"],
        output: &[Dokumen::Pemberitahuan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Memeriksa kelaikan kendaraan",
        rincian: &[],
        kelengkapan: &[Dokumen::KunciKendaraan],
        waktu: &["paling lama 2 jam"],
        output: &[Dokumen::DaftarPeriksaKendaraan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &["SOP Pemeliharaan Kendaraan"],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Menunjuk pengemudi",
        rincian: &[],
        kelengkapan: &[Dokumen::Pemberitahuan],
        waktu: &["1 hari kalender"],
        output: &[Dokumen::NamaPengemudi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Menyerahkan kunci dan kendaraan kepada Pemohon",
        rincian: &[],
        kelengkapan: &[Dokumen::DaftarPeriksaKendaraan, Dokumen::NamaPengemudi],
        waktu: &["15 menit"],
        output: &[Dokumen::BeritaAcaraPenyerahan],
        batas: &["paling lama 2 hari kalender setelah 3"],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Memakai kendaraan dan mengembalikannya kepada Petugas",
        rincian: &[],
        kelengkapan: &[Dokumen::BeritaAcaraPenyerahan],
        waktu: &["sesuai surat tugas"],
        output: &[Dokumen::KendaraanKembali],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "9",
        tahap: None,
        uraian: "Memeriksa kendaraan yang kembali",
        rincian: &[],
        kelengkapan: &[Dokumen::BeritaAcaraPenyerahan],
        waktu: &["segera"],
        output: &[Dokumen::CatatanPengembalian],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "10",
        tahap: None,
        uraian: "Memproses ganti rugi",
        rincian: &[],
        kelengkapan: &[Dokumen::CatatanPengembalian],
        waktu: &["1 bulan"],
        output: &[Dokumen::SuratTagihan],
        batas: &[],
        bila_perlu: Some("kerusakan tidak ditanggung asuransi"),
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
];
static LANGKAH: &[Data] = &[
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MengajukanPermohonanPeminjamanAplikasi,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::Aplikasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemeriksaKetersediaanKendaraan])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::Petugas],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Tersedia,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunNotaPeminjamanPetugas])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::TersediaSebagian,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunPilihanJadwalPengganti])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::TidakTersedia,
                kondisi: None,
                ke: &[Tujuan::Akhir(Akhir::PermohonanDitolak)],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Petugas, Pelaksana::Kasubbag],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyusunNotaPeminjamanPetugas])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Petugas],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyusunNotaPeminjamanKasubbag])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kasubbag],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[
                    Langkah::MenyusunNotaPeminjamanSekretaris,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunNotaPeminjamanPetugas])],
                batas: Some(Batas {
                    index: 0,
                    paling_banyak: 2,
                    lalu: Some(&[Tujuan::Akhir(Akhir::PermohonanDihentikan)]),
                }),
            },
        ],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunNotaPeminjamanKadis])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunNotaPeminjamanKasubbag])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kadis],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[
                    Langkah::MemberitahukanPersetujuanDanMenyiapkan,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("tidak disetujui"),
                ke: &[Tujuan::Akhir(Akhir::PermohonanDitolak)],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::Petugas],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[
                Tujuan::Langkah(&[Langkah::MemeriksaKelaikanKendaraan]),
                Tujuan::Langkah(&[Langkah::MenunjukPengemudi]),
            ],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::Petugas],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyerahkanKunciDanKendaraanPetugas,
                Langkah::MenyerahkanKunciDanKendaraanKasubbag,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyerahkanKunciDanKendaraanPetugas,
                Langkah::MenyerahkanKunciDanKendaraanKasubbag,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::Petugas],
        pengganti: &[],
        gabung: Some(Gabung {
            di: Langkah::MenyerahkanKunciDanKendaraanPetugas,
            menunggu: &[
                &[Langkah::MemeriksaKelaikanKendaraan],
                &[Langkah::MenunjukPengemudi],
            ],
        }),
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemakaiKendaraanDanMengembalikannya,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::Kasubbag],
        pengganti: &[],
        gabung: Some(Gabung {
            di: Langkah::MenyerahkanKunciDanKendaraanPetugas,
            menunggu: &[
                &[Langkah::MemeriksaKelaikanKendaraan],
                &[Langkah::MenunjukPengemudi],
            ],
        }),
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemakaiKendaraanDanMengembalikannya,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 8,
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemeriksaKendaraanYangKembali])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 9,
        pelaksana: &[Pelaksana::Petugas],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("sesuai keadaan semula"),
                ke: &[Tujuan::Akhir(Akhir::Selesai)],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("ada kekurangan"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MemakaiKendaraanDanMengembalikannya,
                ])],
                batas: Some(Batas {
                    index: 1,
                    paling_banyak: 1,
                    lalu: Some(&[Tujuan::Langkah(&[Langkah::MemprosesGantiRugi])]),
                }),
            },
        ],
    },
    Data {
        kegiatan: 10,
        pelaksana: &[Pelaksana::Kasubbag],
        pengganti: &[],
        gabung: None,
        skip: Some(Langkah::MemprosesGantiRugi),
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Akhir(Akhir::DiprosesSebagaiGantiRugi)],
            batas: None,
        }],
    },
];
