//! SOP: Pelayanan Pengesahan Surat Keterangan Tidak Mampu
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Pelayanan Pengesahan Surat Keterangan Tidak Mampu";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0xa2e4_b8ac_10fd_d338;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Petugas Loket
    PetugasLoket,
    /// Kasi Kecamatan
    ///
    /// Kepala Seksi di kecamatan
    KasiKecamatan,
    /// Sekretaris Kecamatan
    ///
    /// Sekcam
    SekretarisKecamatan,
    /// Camat
    Camat,
    /// JFU Seksi PIP / Petugas Loket
    ///
    /// Pelaksana Seksi PIP atau petugas loket
    JfuSeksiPipPetugas,
    /// Pemohon
    ///
    /// Warga yang mengajukan legalisasi
    Pemohon,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::PetugasLoket,
        Pelaksana::KasiKecamatan,
        Pelaksana::SekretarisKecamatan,
        Pelaksana::Camat,
        Pelaksana::JfuSeksiPipPetugas,
        Pelaksana::Pemohon,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::PetugasLoket => "Petugas Loket",
            Pelaksana::KasiKecamatan => "Kasi Kecamatan",
            Pelaksana::SekretarisKecamatan => "Sekretaris Kecamatan",
            Pelaksana::Camat => "Camat",
            Pelaksana::JfuSeksiPipPetugas => "JFU Seksi PIP / Petugas Loket",
            Pelaksana::Pemohon => "Pemohon",
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
    /// 1: Menerima berkas dan memeriksa isinya; bila lengkap, berkas didaftar di buku agenda lalu disampaikan kepada Kasi Kecamatan
    MenerimaBerkasDanMemeriksa,
    /// 2: Memverifikasi berkas; berkas yang lengkap diparaf dan diserahkan kepada Sekretaris Kecamatan
    MemverifikasiBerkasBerkas,
    /// 3: Mempelajari naskah surat keterangan, memarafnya, dan meneruskannya kepada Camat
    MempelajariNaskahSuratKeterangan,
    /// 4 (Camat): Menandatangani legalisasi surat keterangan dan mengembalikannya kepada Kasi Kecamatan
    ///
    /// Keterangan: Sekretaris Kecamatan atau Kasi Kecamatan menandatangani apabila Camat tidak berada di tempat
    MenandatanganiLegalisasiSuratKeteranganCamat,
    /// 4 (Sekretaris Kecamatan): Menandatangani legalisasi surat keterangan dan mengembalikannya kepada Kasi Kecamatan
    ///
    /// Keterangan: Sekretaris Kecamatan atau Kasi Kecamatan menandatangani apabila Camat tidak berada di tempat
    MenandatanganiLegalisasiSekretarisKecamatan,
    /// 4 (Kasi Kecamatan): Menandatangani legalisasi surat keterangan dan mengembalikannya kepada Kasi Kecamatan
    ///
    /// Keterangan: Sekretaris Kecamatan atau Kasi Kecamatan menandatangani apabila Camat tidak berada di tempat
    MenandatanganiLegalisasiSuratKasiKecamatan,
    /// 5: Menugaskan registrasi surat kepada JFU Seksi PIP / Petugas Loket
    MenugaskanRegistrasiSurat,
    /// 6: Mencatat surat, memberi nomor dan tanggal, membubuhkan stempel, menyerahkannya kepada Pemohon disertai tanda terima, lalu menyimpan arsipnya
    MencatatSuratMemberiNomor,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MenerimaBerkasDanMemeriksa,
        Langkah::MemverifikasiBerkasBerkas,
        Langkah::MempelajariNaskahSuratKeterangan,
        Langkah::MenandatanganiLegalisasiSuratKeteranganCamat,
        Langkah::MenandatanganiLegalisasiSekretarisKecamatan,
        Langkah::MenandatanganiLegalisasiSuratKasiKecamatan,
        Langkah::MenugaskanRegistrasiSurat,
        Langkah::MencatatSuratMemberiNomor,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MenerimaBerkasDanMemeriksa => "1",
            Langkah::MemverifikasiBerkasBerkas => "2",
            Langkah::MempelajariNaskahSuratKeterangan => "3",
            Langkah::MenandatanganiLegalisasiSuratKeteranganCamat => "4 (Camat)",
            Langkah::MenandatanganiLegalisasiSekretarisKecamatan => "4 (Sekretaris Kecamatan)",
            Langkah::MenandatanganiLegalisasiSuratKasiKecamatan => "4 (Kasi Kecamatan)",
            Langkah::MenugaskanRegistrasiSurat => "5",
            Langkah::MencatatSuratMemberiNomor => "6",
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
    /// Surat keterangan tidak mampu asli yang ditandatangani lurah
    SuratKeteranganTidakMampu,
    /// Fotokopi KTP pemohon
    FotokopiKtpPemohon,
    /// Fotokopi kartu keluarga
    FotokopiKartuKeluarga,
    /// Surat pernyataan tidak mampu
    SuratPernyataanTidakMampu,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::SuratKeteranganTidakMampu,
        Dokumen::FotokopiKtpPemohon,
        Dokumen::FotokopiKartuKeluarga,
        Dokumen::SuratPernyataanTidakMampu,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::SuratKeteranganTidakMampu => {
                "Surat keterangan tidak mampu asli yang ditandatangani lurah"
            }
            Dokumen::FotokopiKtpPemohon => "Fotokopi KTP pemohon",
            Dokumen::FotokopiKartuKeluarga => "Fotokopi kartu keluarga",
            Dokumen::SuratPernyataanTidakMampu => "Surat pernyataan tidak mampu",
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
    /// berkas dikembalikan kepada Pemohon
    BerkasDikembalikanKepadaPemohon,
    /// Selesai.
    Selesai,
}

impl Akhir {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Akhir] = &[Akhir::BerkasDikembalikanKepadaPemohon, Akhir::Selesai];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Akhir::BerkasDikembalikanKepadaPemohon => "berkas dikembalikan kepada Pemohon",
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
            Pelaksana::PetugasLoket => "",
            Pelaksana::KasiKecamatan => "Kepala Seksi di kecamatan",
            Pelaksana::SekretarisKecamatan => "",
            Pelaksana::Camat => "",
            Pelaksana::JfuSeksiPipPetugas => "Pelaksana Seksi PIP atau petugas loket",
            Pelaksana::Pemohon => "Warga yang mengajukan legalisasi",
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
const START: &[Langkah] = &[Langkah::MenerimaBerkasDanMemeriksa];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Menerima berkas dan memeriksa isinya; bila lengkap, berkas didaftar di buku agenda lalu disampaikan kepada Kasi Kecamatan",
        rincian: &[],
        kelengkapan: &[],
        waktu: &[],
        output: &[],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Memverifikasi berkas; berkas yang lengkap diparaf dan diserahkan kepada Sekretaris Kecamatan",
        rincian: &[],
        kelengkapan: &[],
        waktu: &[],
        output: &[],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Mempelajari naskah surat keterangan, memarafnya, dan meneruskannya kepada Camat",
        rincian: &[],
        kelengkapan: &[],
        waktu: &[],
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
        uraian: "Menandatangani legalisasi surat keterangan dan mengembalikannya kepada Kasi Kecamatan",
        rincian: &[],
        kelengkapan: &[],
        waktu: &[],
        output: &[],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some(
            "Sekretaris Kecamatan atau Kasi Kecamatan menandatangani apabila Camat tidak berada di tempat",
        ),
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Menugaskan registrasi surat kepada JFU Seksi PIP / Petugas Loket",
        rincian: &[],
        kelengkapan: &[],
        waktu: &[],
        output: &[],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Mencatat surat, memberi nomor dan tanggal, membubuhkan stempel, menyerahkannya kepada Pemohon disertai tanda terima, lalu menyimpan arsipnya",
        rincian: &[],
        kelengkapan: &[],
        waktu: &[],
        output: &[],
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
        pelaksana: &[Pelaksana::PetugasLoket],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("berkas lengkap"),
                ke: &[Tujuan::Langkah(&[Langkah::MemverifikasiBerkasBerkas])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("berkas tidak lengkap"),
                ke: &[Tujuan::Akhir(Akhir::BerkasDikembalikanKepadaPemohon)],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::KasiKecamatan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("berkas lengkap"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MempelajariNaskahSuratKeterangan,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("berkas tidak lengkap"),
                ke: &[Tujuan::Akhir(Akhir::BerkasDikembalikanKepadaPemohon)],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::SekretarisKecamatan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenandatanganiLegalisasiSuratKeteranganCamat,
                Langkah::MenandatanganiLegalisasiSekretarisKecamatan,
                Langkah::MenandatanganiLegalisasiSuratKasiKecamatan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Camat],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenugaskanRegistrasiSurat])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::SekretarisKecamatan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenugaskanRegistrasiSurat])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::KasiKecamatan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenugaskanRegistrasiSurat])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::KasiKecamatan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MencatatSuratMemberiNomor])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::JfuSeksiPipPetugas],
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
