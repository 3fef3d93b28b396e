//! SOP: Penyelenggaraan Monitoring dan Evaluasi (880/2126.a/PNSD5.B/XI/2023)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Penyelenggaraan Monitoring dan Evaluasi";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "880/2126.a/PNSD5.B/XI/2023";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &["setelah 7 sampai 12: paling lama 1 minggu"];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0xa53e_93b6_3b7b_585b;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Jafung
    ///
    /// Jabatan Fungsional
    Jafung,
    /// Kabid
    ///
    /// Kepala Bidang Perlindungan dan Jaminan Sosial
    Kabid,
    /// Kadis
    ///
    /// Kepala Dinas Sosial
    Kadis,
    /// Tim
    ///
    /// Tim Monitoring dan Evaluasi
    Tim,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::Jafung,
        Pelaksana::Kabid,
        Pelaksana::Kadis,
        Pelaksana::Tim,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::Jafung => "Jafung",
            Pelaksana::Kabid => "Kabid",
            Pelaksana::Kadis => "Kadis",
            Pelaksana::Tim => "Tim",
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
    /// 1: Mengajukan usulan penyelenggaraan Monitoring dan Evaluasi kepada Kabid
    ///
    /// Kelengkapan: TOR; ROK; Konsep SK Tim
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Usulan
    MengajukanUsulanPenyelenggaraanMonitoring,
    /// 2: Menelaah usulan penyelenggaraan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Usulan
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Disposisi
    MenelaahUsulanPenyelenggaraanMonitoringKabid,
    /// 3: Menelaah usulan penyelenggaraan Monitoring dan Evaluasi yang telah disetujui Kabid
    ///
    /// Kelengkapan: Usulan; Disposisi
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Disposisi
    MenelaahUsulanPenyelenggaraanMonitoringKadis,
    /// 4: Memberi perintah kepada Jafung untuk membentuk tim
    ///
    /// Kelengkapan: Disposisi; Konsep SK Tim
    ///
    /// Waktu: 1 hari
    ///
    /// Output: SK Tim; Disposisi
    MemberiPerintahKepadaJafung,
    /// 5: Membentuk tim
    ///
    /// Kelengkapan: SK Tim
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Susunan Tim
    MembentukTim,
    /// 6: Menyiapkan penyelenggaraan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: SK Tim; Susunan Tim
    ///
    /// Waktu: 1 minggu
    ///
    /// Output: Uraian Tugas; Rencana Kerja Kegiatan; Daftar Periksa Kegiatan
    MenyiapkanPenyelenggaraanMonitoring,
    /// 7: Melaksanakan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Uraian Tugas; Rencana Kerja Kegiatan; Daftar Periksa Kegiatan
    ///
    /// Waktu: 4 hari
    ///
    /// Output: Bukti Pelaksanaan Monitoring dan Evaluasi
    MelaksanakanMonitoringDanEvaluasi,
    /// 8: Menyusun konsep laporan Monitoring dan Evaluasi dan menyerahkannya kepada Jafung
    ///
    /// Kelengkapan: Bukti Pelaksanaan Monitoring dan Evaluasi
    ///
    /// Waktu: 1 minggu
    ///
    /// Output: Konsep Laporan
    MenyusunKonsepLaporanMonitoring,
    /// 9: Memeriksa konsep laporan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Konsep Laporan
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Draf Akhir Laporan
    MemeriksaKonsepLaporanMonitoring,
    /// 10: Memeriksa draf akhir laporan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Draf Akhir Laporan
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Draf Akhir Laporan Berparaf
    MemeriksaDrafAkhirLaporan,
    /// 11: Memeriksa dan menandatangani laporan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Draf Akhir Laporan Berparaf
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Laporan
    MemeriksaDanMenandatanganiLaporan,
    /// 12: Menyampaikan laporan Monitoring dan Evaluasi kepada Kabid untuk didokumentasikan
    ///
    /// Kelengkapan: Laporan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan; Disposisi
    MenyampaikanLaporanMonitoring,
    /// 13: Mendisposisikan laporan Monitoring dan Evaluasi kepada Jafung
    ///
    /// Kelengkapan: Laporan; Disposisi
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Laporan; Disposisi
    MendisposisikanLaporanMonitoring,
    /// 14: Mendokumentasikan laporan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Laporan; Disposisi
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Catatan Dokumentasi
    MendokumentasikanLaporanMonitoring,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MengajukanUsulanPenyelenggaraanMonitoring,
        Langkah::MenelaahUsulanPenyelenggaraanMonitoringKabid,
        Langkah::MenelaahUsulanPenyelenggaraanMonitoringKadis,
        Langkah::MemberiPerintahKepadaJafung,
        Langkah::MembentukTim,
        Langkah::MenyiapkanPenyelenggaraanMonitoring,
        Langkah::MelaksanakanMonitoringDanEvaluasi,
        Langkah::MenyusunKonsepLaporanMonitoring,
        Langkah::MemeriksaKonsepLaporanMonitoring,
        Langkah::MemeriksaDrafAkhirLaporan,
        Langkah::MemeriksaDanMenandatanganiLaporan,
        Langkah::MenyampaikanLaporanMonitoring,
        Langkah::MendisposisikanLaporanMonitoring,
        Langkah::MendokumentasikanLaporanMonitoring,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MengajukanUsulanPenyelenggaraanMonitoring => "1",
            Langkah::MenelaahUsulanPenyelenggaraanMonitoringKabid => "2",
            Langkah::MenelaahUsulanPenyelenggaraanMonitoringKadis => "3",
            Langkah::MemberiPerintahKepadaJafung => "4",
            Langkah::MembentukTim => "5",
            Langkah::MenyiapkanPenyelenggaraanMonitoring => "6",
            Langkah::MelaksanakanMonitoringDanEvaluasi => "7",
            Langkah::MenyusunKonsepLaporanMonitoring => "8",
            Langkah::MemeriksaKonsepLaporanMonitoring => "9",
            Langkah::MemeriksaDrafAkhirLaporan => "10",
            Langkah::MemeriksaDanMenandatanganiLaporan => "11",
            Langkah::MenyampaikanLaporanMonitoring => "12",
            Langkah::MendisposisikanLaporanMonitoring => "13",
            Langkah::MendokumentasikanLaporanMonitoring => "14",
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
    /// Perlengkapan Audio Visual
    PerlengkapanAudioVisual,
    /// Komputer
    Komputer,
    /// Petunjuk Teknis Penyusunan Laporan Penyelenggaraan Kegiatan
    PetunjukTeknisPenyusunanLaporan,
    /// Referensi terkait Monitoring dan Evaluasi
    ReferensiTerkaitMonitoring,
    /// TOR
    Tor,
    /// ROK
    Rok,
    /// Konsep SK Tim
    KonsepSkTim,
    /// Usulan
    Usulan,
    /// Disposisi
    Disposisi,
    /// SK Tim
    SkTim,
    /// Susunan Tim
    SusunanTim,
    /// Uraian Tugas
    UraianTugas,
    /// Rencana Kerja Kegiatan
    RencanaKerjaKegiatan,
    /// Daftar Periksa Kegiatan
    DaftarPeriksaKegiatan,
    /// Bukti Pelaksanaan Monitoring dan Evaluasi
    BuktiPelaksanaanMonitoring,
    /// Konsep Laporan
    KonsepLaporan,
    /// Draf Akhir Laporan
    DrafAkhirLaporan,
    /// Draf Akhir Laporan Berparaf
    DrafAkhirLaporanBerparaf,
    /// Laporan
    Laporan,
    /// Catatan Dokumentasi
    CatatanDokumentasi,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::PerlengkapanAudioVisual,
        Dokumen::Komputer,
        Dokumen::PetunjukTeknisPenyusunanLaporan,
        Dokumen::ReferensiTerkaitMonitoring,
        Dokumen::Tor,
        Dokumen::Rok,
        Dokumen::KonsepSkTim,
        Dokumen::Usulan,
        Dokumen::Disposisi,
        Dokumen::SkTim,
        Dokumen::SusunanTim,
        Dokumen::UraianTugas,
        Dokumen::RencanaKerjaKegiatan,
        Dokumen::DaftarPeriksaKegiatan,
        Dokumen::BuktiPelaksanaanMonitoring,
        Dokumen::KonsepLaporan,
        Dokumen::DrafAkhirLaporan,
        Dokumen::DrafAkhirLaporanBerparaf,
        Dokumen::Laporan,
        Dokumen::CatatanDokumentasi,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::PerlengkapanAudioVisual => "Perlengkapan Audio Visual",
            Dokumen::Komputer => "Komputer",
            Dokumen::PetunjukTeknisPenyusunanLaporan => {
                "Petunjuk Teknis Penyusunan Laporan Penyelenggaraan Kegiatan"
            }
            Dokumen::ReferensiTerkaitMonitoring => "Referensi terkait Monitoring dan Evaluasi",
            Dokumen::Tor => "TOR",
            Dokumen::Rok => "ROK",
            Dokumen::KonsepSkTim => "Konsep SK Tim",
            Dokumen::Usulan => "Usulan",
            Dokumen::Disposisi => "Disposisi",
            Dokumen::SkTim => "SK Tim",
            Dokumen::SusunanTim => "Susunan Tim",
            Dokumen::UraianTugas => "Uraian Tugas",
            Dokumen::RencanaKerjaKegiatan => "Rencana Kerja Kegiatan",
            Dokumen::DaftarPeriksaKegiatan => "Daftar Periksa Kegiatan",
            Dokumen::BuktiPelaksanaanMonitoring => "Bukti Pelaksanaan Monitoring dan Evaluasi",
            Dokumen::KonsepLaporan => "Konsep Laporan",
            Dokumen::DrafAkhirLaporan => "Draf Akhir Laporan",
            Dokumen::DrafAkhirLaporanBerparaf => "Draf Akhir Laporan Berparaf",
            Dokumen::Laporan => "Laporan",
            Dokumen::CatatanDokumentasi => "Catatan Dokumentasi",
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
            Pelaksana::Jafung => "Jabatan Fungsional",
            Pelaksana::Kabid => "Kepala Bidang Perlindungan dan Jaminan Sosial",
            Pelaksana::Kadis => "Kepala Dinas Sosial",
            Pelaksana::Tim => "Tim Monitoring dan Evaluasi",
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

const BOUNDS: usize = 1;

/// Langkah pertama; beberapa langkah adalah pilihan.
const START: &[Langkah] = &[Langkah::MengajukanUsulanPenyelenggaraanMonitoring];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Mengajukan usulan penyelenggaraan Monitoring dan Evaluasi kepada Kabid",
        rincian: &[],
        kelengkapan: &[Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim],
        waktu: &["30 menit"],
        output: &[Dokumen::Usulan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Menelaah usulan penyelenggaraan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::Usulan],
        waktu: &["30 menit"],
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
        uraian: "Menelaah usulan penyelenggaraan Monitoring dan Evaluasi yang telah disetujui Kabid",
        rincian: &[],
        kelengkapan: &[Dokumen::Usulan, Dokumen::Disposisi],
        waktu: &["30 menit"],
        output: &[Dokumen::Disposisi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "4",
        tahap: None,
        uraian: "Memberi perintah kepada Jafung untuk membentuk tim",
        rincian: &[],
        kelengkapan: &[Dokumen::Disposisi, Dokumen::KonsepSkTim],
        waktu: &["1 hari"],
        output: &[Dokumen::SkTim, Dokumen::Disposisi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "5",
        tahap: None,
        uraian: "Membentuk tim",
        rincian: &[],
        kelengkapan: &[Dokumen::SkTim],
        waktu: &["2 hari"],
        output: &[Dokumen::SusunanTim],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &["SOP Pembentukan Tim"],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Menyiapkan penyelenggaraan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::SkTim, Dokumen::SusunanTim],
        waktu: &["1 minggu"],
        output: &[
            Dokumen::UraianTugas,
            Dokumen::RencanaKerjaKegiatan,
            Dokumen::DaftarPeriksaKegiatan,
        ],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Melaksanakan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[
            Dokumen::UraianTugas,
            Dokumen::RencanaKerjaKegiatan,
            Dokumen::DaftarPeriksaKegiatan,
        ],
        waktu: &["4 hari"],
        output: &[Dokumen::BuktiPelaksanaanMonitoring],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Menyusun konsep laporan Monitoring dan Evaluasi dan menyerahkannya kepada Jafung",
        rincian: &[],
        kelengkapan: &[Dokumen::BuktiPelaksanaanMonitoring],
        waktu: &["1 minggu"],
        output: &[Dokumen::KonsepLaporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "9",
        tahap: None,
        uraian: "Memeriksa konsep laporan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::KonsepLaporan],
        waktu: &["2 hari"],
        output: &[Dokumen::DrafAkhirLaporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "10",
        tahap: None,
        uraian: "Memeriksa draf akhir laporan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::DrafAkhirLaporan],
        waktu: &["2 hari"],
        output: &[Dokumen::DrafAkhirLaporanBerparaf],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "11",
        tahap: None,
        uraian: "Memeriksa dan menandatangani laporan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::DrafAkhirLaporanBerparaf],
        waktu: &["2 hari"],
        output: &[Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "12",
        tahap: None,
        uraian: "Menyampaikan laporan Monitoring dan Evaluasi kepada Kabid untuk didokumentasikan",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan],
        waktu: &["1 hari"],
        output: &[Dokumen::Laporan, Dokumen::Disposisi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "13",
        tahap: None,
        uraian: "Mendisposisikan laporan Monitoring dan Evaluasi kepada Jafung",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan, Dokumen::Disposisi],
        waktu: &["30 menit"],
        output: &[Dokumen::Laporan, Dokumen::Disposisi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "14",
        tahap: None,
        uraian: "Mendokumentasikan laporan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan, Dokumen::Disposisi],
        waktu: &["30 menit"],
        output: &[Dokumen::CatatanDokumentasi],
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
        pelaksana: &[Pelaksana::Jafung],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenelaahUsulanPenyelenggaraanMonitoringKabid,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MenelaahUsulanPenyelenggaraanMonitoringKadis,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("belum memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MengajukanUsulanPenyelenggaraanMonitoring,
                ])],
                batas: Some(Batas {
                    index: 0,
                    paling_banyak: 2,
                    lalu: None,
                }),
            },
        ],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Kadis],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[Langkah::MemberiPerintahKepadaJafung])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("belum memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MenelaahUsulanPenyelenggaraanMonitoringKabid,
                ])],
                batas: None,
            },
        ],
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
            ke: &[Tujuan::Langkah(&[Langkah::MembentukTim])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::Jafung],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyiapkanPenyelenggaraanMonitoring,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::Tim],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MelaksanakanMonitoringDanEvaluasi,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::Tim],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MenyusunKonsepLaporanMonitoring])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 7,
        pelaksana: &[Pelaksana::Tim],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MemeriksaKonsepLaporanMonitoring,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 8,
        pelaksana: &[Pelaksana::Jafung],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("setuju"),
                ke: &[Tujuan::Langkah(&[Langkah::MemeriksaDrafAkhirLaporan])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("perlu diperbaiki"),
                ke: &[Tujuan::Langkah(&[Langkah::MenyusunKonsepLaporanMonitoring])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 9,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("setuju"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MemeriksaDanMenandatanganiLaporan,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("perlu diperbaiki"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::MemeriksaKonsepLaporanMonitoring,
                ])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 10,
        pelaksana: &[Pelaksana::Kadis],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("setuju"),
                ke: &[Tujuan::Langkah(&[Langkah::MenyampaikanLaporanMonitoring])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("perlu diperbaiki"),
                ke: &[Tujuan::Langkah(&[Langkah::MemeriksaDrafAkhirLaporan])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 11,
        pelaksana: &[Pelaksana::Kadis],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MendisposisikanLaporanMonitoring,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 12,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MendokumentasikanLaporanMonitoring,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 13,
        pelaksana: &[Pelaksana::Jafung],
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
