//! **DRAF: berkas ini masih memuat kesalahan**
//!
//! SOP: VERIFIKASI BERITA KECELAKAAN DAN BENCANA (… Tahun 2024)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "VERIFIKASI BERITA KECELAKAAN DAN BENCANA";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "… Tahun 2024";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0x3c78_6c07_c508_664a;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Petugas Komunikasi
    PetugasKomunikasi,
    /// Kepala Siaga Pusdal
    ///
    /// Kepala Siaga Pusat Pengendali
    KepalaSiagaPusdal,
    /// Kepala Siaga Kantor Pencarian dan Pertolongan
    ///
    /// Kepala Siaga Kantor
    KepalaSiagaKantorPencarian,
    /// Petugas Komunikasi Kantor Pencarian dan Pertolongan
    ///
    /// Petkom Kantor
    PetugasKomunikasiKantorPencarian,
    /// Instansi/ Organisasi / Perusahaan Kapal atau Maskapai Penerbangan
    ///
    /// Pihak Luar
    InstansiOrganisasiPerusahaanKapal,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::PetugasKomunikasi,
        Pelaksana::KepalaSiagaPusdal,
        Pelaksana::KepalaSiagaKantorPencarian,
        Pelaksana::PetugasKomunikasiKantorPencarian,
        Pelaksana::InstansiOrganisasiPerusahaanKapal,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::PetugasKomunikasi => "Petugas Komunikasi",
            Pelaksana::KepalaSiagaPusdal => "Kepala Siaga Pusdal",
            Pelaksana::KepalaSiagaKantorPencarian => {
                "Kepala Siaga Kantor Pencarian dan Pertolongan"
            }
            Pelaksana::PetugasKomunikasiKantorPencarian => {
                "Petugas Komunikasi Kantor Pencarian dan Pertolongan"
            }
            Pelaksana::InstansiOrganisasiPerusahaanKapal => {
                "Instansi/ Organisasi / Perusahaan Kapal atau Maskapai Penerbangan"
            }
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
    /// 1: Menerima laporan kejadian dan meneruskannya kepada Kepala Siaga Pusdal
    ///
    /// Kelengkapan: Data pelapor; kronologi kejadian; data kapal; jumlah orang; dll
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Laporan; data pelapor
    ///
    /// Keterangan: Telepon, radio, surel, media sosial, atau panggilan darurat
    MenerimaLaporanKejadian,
    /// 2: Memberi perintah kepada Petugas Komunikasi untuk memeriksa dan memetakan wilayah kejadian
    ///
    /// Kelengkapan: Laporan; data pelapor
    ///
    /// Waktu: 2 Menit
    ///
    /// Output: Disposisi
    MemberiPerintahKepadaPetugas,
    /// 3: Memeriksa kebenaran berita ke kantor pencarian dan pertolongan
    ///
    /// Kelengkapan: Disposisi
    ///
    /// Waktu: 1 Menit
    ///
    /// Output: Laporan; data pelapor
    MemeriksaKebenaranBerita,
    /// 4: Menerima berita dari pusat pengendali dan mengarahkan petugas komunikasi kantor untuk memeriksa kebenarannya
    ///
    /// Kelengkapan: Laporan; data pelapor
    ///
    /// Waktu: 2 Menit
    ///
    /// Output: Jurnal penerimaan laporan validasi berita
    MenerimaBeritaDariPusat,
    /// 5: Memeriksa berita bersama instansi terkait atau petugas lapangan dan melaporkan hasilnya kepada Kepala Siaga Kantor
    ///
    /// Kelengkapan: Jurnal penerimaan laporan validasi berita
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Laporan validasi berita
    MemeriksaBeritaBersamaInstansi,
    /// 6: Memberi keterangan tentang kebenaran berita
    ///
    /// Kelengkapan: Laporan validasi berita
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Laporan validasi berita
    MemberiKeteranganTentangKebenaran,
    /// 7: Menerima hasil pemeriksaan berita dan menyampaikannya kepada Kepala Siaga Pusdal
    ///
    /// Kelengkapan: Laporan validasi berita
    ///
    /// Waktu: 2 Menit
    ///
    /// Output: Laporan validasi berita
    MenerimaHasilPemeriksaanBerita,
    /// 8: Memutuskan hasil pemeriksaan, mencatat berita, dan menindaklanjutinya
    ///
    /// Kelengkapan: Laporan validasi berita
    ///
    /// Waktu: 5 Menit
    ///
    /// Output: Informasi
    MemutuskanHasilPemeriksaanMencatat,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MenerimaLaporanKejadian,
        Langkah::MemberiPerintahKepadaPetugas,
        Langkah::MemeriksaKebenaranBerita,
        Langkah::MenerimaBeritaDariPusat,
        Langkah::MemeriksaBeritaBersamaInstansi,
        Langkah::MemberiKeteranganTentangKebenaran,
        Langkah::MenerimaHasilPemeriksaanBerita,
        Langkah::MemutuskanHasilPemeriksaanMencatat,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MenerimaLaporanKejadian => "1",
            Langkah::MemberiPerintahKepadaPetugas => "2",
            Langkah::MemeriksaKebenaranBerita => "3",
            Langkah::MenerimaBeritaDariPusat => "4",
            Langkah::MemeriksaBeritaBersamaInstansi => "5",
            Langkah::MemberiKeteranganTentangKebenaran => "6",
            Langkah::MenerimaHasilPemeriksaanBerita => "7",
            Langkah::MemutuskanHasilPemeriksaanMencatat => "8",
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
    /// Komputer/laptop, pemindai, printer, meja, kursi, telepon, faksimile
    KomputerLaptopPemindaiPrinter,
    /// Alat deteksi dini, pemantau pesawat, penghitung area pencarian, peta, internet, telepon satelit, dan data cuaca
    AlatDeteksiDiniPemantau,
    /// Data pelapor
    DataPelapor,
    /// kronologi kejadian
    KronologiKejadian,
    /// data kapal
    DataKapal,
    /// jumlah orang
    JumlahOrang,
    /// dll
    Dll,
    /// Laporan
    Laporan,
    /// Disposisi
    Disposisi,
    /// Jurnal penerimaan laporan validasi berita
    JurnalPenerimaanLaporanValidasi,
    /// Laporan validasi berita
    LaporanValidasiBerita,
    /// Informasi
    Informasi,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::KomputerLaptopPemindaiPrinter,
        Dokumen::AlatDeteksiDiniPemantau,
        Dokumen::DataPelapor,
        Dokumen::KronologiKejadian,
        Dokumen::DataKapal,
        Dokumen::JumlahOrang,
        Dokumen::Dll,
        Dokumen::Laporan,
        Dokumen::Disposisi,
        Dokumen::JurnalPenerimaanLaporanValidasi,
        Dokumen::LaporanValidasiBerita,
        Dokumen::Informasi,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::KomputerLaptopPemindaiPrinter => {
                "Komputer/laptop, pemindai, printer, meja, kursi, telepon, faksimile"
            }
            Dokumen::AlatDeteksiDiniPemantau => {
                "Alat deteksi dini, pemantau pesawat, penghitung area pencarian, peta, internet, telepon satelit, dan data cuaca"
            }
            Dokumen::DataPelapor => "Data pelapor",
            Dokumen::KronologiKejadian => "kronologi kejadian",
            Dokumen::DataKapal => "data kapal",
            Dokumen::JumlahOrang => "jumlah orang",
            Dokumen::Dll => "dll",
            Dokumen::Laporan => "Laporan",
            Dokumen::Disposisi => "Disposisi",
            Dokumen::JurnalPenerimaanLaporanValidasi => "Jurnal penerimaan laporan validasi berita",
            Dokumen::LaporanValidasiBerita => "Laporan validasi berita",
            Dokumen::Informasi => "Informasi",
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
            Pelaksana::PetugasKomunikasi => "",
            Pelaksana::KepalaSiagaPusdal => "Kepala Siaga Pusat Pengendali",
            Pelaksana::KepalaSiagaKantorPencarian => "",
            Pelaksana::PetugasKomunikasiKantorPencarian => "",
            Pelaksana::InstansiOrganisasiPerusahaanKapal => "",
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
const START: &[Langkah] = &[Langkah::MenerimaLaporanKejadian];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Menerima laporan kejadian dan meneruskannya kepada Kepala Siaga Pusdal",
        rincian: &[],
        kelengkapan: &[
            Dokumen::DataPelapor,
            Dokumen::KronologiKejadian,
            Dokumen::DataKapal,
            Dokumen::JumlahOrang,
            Dokumen::Dll,
        ],
        waktu: &["5 Menit"],
        output: &[Dokumen::Laporan, Dokumen::DataPelapor],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: Some("Telepon, radio, surel, media sosial, atau panggilan darurat"),
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Memberi perintah kepada Petugas Komunikasi untuk memeriksa dan memetakan wilayah kejadian",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan, Dokumen::DataPelapor],
        waktu: &["2 Menit"],
        output: &[Dokumen::Disposisi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Memeriksa kebenaran berita ke kantor pencarian dan pertolongan",
        rincian: &[],
        kelengkapan: &[Dokumen::Disposisi],
        waktu: &["1 Menit"],
        output: &[Dokumen::Laporan, Dokumen::DataPelapor],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: None,
        uraian: "Menerima berita dari pusat pengendali dan mengarahkan petugas komunikasi kantor untuk memeriksa kebenarannya",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan, Dokumen::DataPelapor],
        waktu: &["2 Menit"],
        output: &[Dokumen::JurnalPenerimaanLaporanValidasi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Memeriksa berita bersama instansi terkait atau petugas lapangan dan melaporkan hasilnya kepada Kepala Siaga Kantor",
        rincian: &[],
        kelengkapan: &[Dokumen::JurnalPenerimaanLaporanValidasi],
        waktu: &["5 Menit"],
        output: &[Dokumen::LaporanValidasiBerita],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Memberi keterangan tentang kebenaran berita",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanValidasiBerita],
        waktu: &["5 Menit"],
        output: &[Dokumen::LaporanValidasiBerita],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Menerima hasil pemeriksaan berita dan menyampaikannya kepada Kepala Siaga Pusdal",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanValidasiBerita],
        waktu: &["2 Menit"],
        output: &[Dokumen::LaporanValidasiBerita],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Memutuskan hasil pemeriksaan, mencatat berita, dan menindaklanjutinya",
        rincian: &[],
        kelengkapan: &[Dokumen::LaporanValidasiBerita],
        waktu: &["5 Menit"],
        output: &[Dokumen::Informasi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &["SOP Penanganan Berita"],
        keterangan: None,
    },
];
static LANGKAH: &[Data] = &[
    Data {
        kegiatan: 0,
        pelaksana: &[Pelaksana::PetugasKomunikasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemberiPerintahKepadaPetugas])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::KepalaSiagaPusdal],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemeriksaKebenaranBerita])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::PetugasKomunikasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaBeritaDariPusat])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::KepalaSiagaKantorPencarian],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemeriksaBeritaBersamaInstansi])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::PetugasKomunikasiKantorPencarian],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaHasilPemeriksaanBerita])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::InstansiOrganisasiPerusahaanKapal],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenerimaHasilPemeriksaanBerita])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::KepalaSiagaKantorPencarian],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[
                    Langkah::MemutuskanHasilPemeriksaanMencatat,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MemeriksaBeritaBersamaInstansi])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::KepalaSiagaPusdal],
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
