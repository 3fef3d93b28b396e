//! SOP: Pengamanan Lingkungan Kantor (000\.8.3/102/SATPOL-CONTOH)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Pengamanan Lingkungan Kantor";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "000.8.3/102/SATPOL-CONTOH";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0xce3e_7403_3137_cd50;

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
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::KasubbagUmumDanAparatur => "Kasubbag Umum dan Aparatur",
            Pelaksana::BagianPelayananUmum => "Bagian Pelayanan Umum",
            Pelaksana::Sekretaris => "Sekretaris",
            Pelaksana::BagianKeamanan => "Bagian Keamanan",
            Pelaksana::KepalaSatuan => "Kepala Satuan",
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
    /// 1: Menetapkan jumlah satpam, menyusun jadwal giliran jaga, dan membagi wilayah pengamanan menurut pos
    ///
    /// Kelengkapan: Kertas; ATK
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Jadwal dan daftar petugas
    MenetapkanJumlahSatpamMenyusun,
    /// 2: Menyiapkan alat dan perlengkapan sebanyak petugas dan pos jaga, lalu melaporkannya kepada Kasubbag Umum dan Aparatur
    ///
    /// Kelengkapan: Alat pengamanan kantor
    ///
    /// Waktu: 15 Menit
    ///
    /// Output: Perlengkapan jaga
    MenyiapkanAlatDanPerlengkapan,
    /// 3: Memerintahkan pengamanan menurut pembagian pos dan meminta laporan selama bertugas
    ///
    /// Kelengkapan: Disposisi
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Surat tugas
    MemerintahkanPengamananMenurutPembagian,
    /// 4: Melaksanakan pengamanan di pos masing-masing dan menyampaikan laporannya kepada Bagian Pelayanan Umum
    ///
    /// Kelengkapan: Alat pengamanan kantor
    ///
    /// Waktu: Sesuai jadwal yang telah dibuat
    ///
    /// Output: Laporan keamanan
    MelaksanakanPengamananDiPos,
    /// 5: Menerima laporan petugas jaga dan menyusun bahan laporan kepada Kasubbag Umum dan Aparatur
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 10 menit
    ///
    /// Output: Laporan
    MenerimaLaporanPetugasJaga,
    /// 6: Menerima bahan laporan dan menyerahkannya kepada kepala bagian untuk ditindaklanjuti
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 30 Menit
    ///
    /// Output: Laporan
    MenerimaBahanLaporanDanMenyerahkannya,
    /// 7: Menerima bahan laporan dan menyampaikannya kepada Kepala Satuan sebagai informasi
    ///
    /// Kelengkapan: Bahan laporan
    ///
    /// Waktu: 10 menit
    ///
    /// Output: Laporan
    MenerimaBahanLaporanDanMenyampaikannya,
    /// 8: Menerima bahan laporan sebagai pertimbangan untuk mengambil keputusan tentang keamanan kantor
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
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyiapkanAlatDanPerlengkapan])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::BagianPelayananUmum],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemerintahkanPengamananMenurutPembagian,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::KasubbagUmumDanAparatur],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MelaksanakanPengamananDiPos])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::BagianKeamanan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaLaporanPetugasJaga])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::BagianPelayananUmum],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenerimaBahanLaporanDanMenyerahkannya,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::KasubbagUmumDanAparatur],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenerimaBahanLaporanDanMenyampaikannya,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::Sekretaris],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaBahanLaporanSebagai])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::KepalaSatuan],
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
