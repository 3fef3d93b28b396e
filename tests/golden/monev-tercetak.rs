//! SOP: Prosedur penyelenggaraan monitoring dan evaluasi (880/2126.a/PNSD5.B/XI/2023)
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Prosedur penyelenggaraan monitoring dan evaluasi";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "880/2126.a/PNSD5.B/XI/2023";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0x6e98_1d04_5880_b391;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Jalur
    Jalur,
    /// Kabid
    Kabid,
    /// Kass
    Kass,
    /// Tim
    Tim,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::Jalur,
        Pelaksana::Kabid,
        Pelaksana::Kass,
        Pelaksana::Tim,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::Jalur => "Jalur",
            Pelaksana::Kabid => "Kabid",
            Pelaksana::Kass => "Kass",
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
    /// 1: Jalur mengajukan usulan penyelenggaraan Monitoring dan Evaluasi kepada Kabid
    ///
    /// Kelengkapan: TOR; ROK; Konsep SK Tim
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Disposisi
    JalurMengajukanUsulanPenyelenggaraan,
    /// 2: Kabid melaunch usulan penyelenggaraan Monitoring dan Evaluasi. Jika memenuhi syarat memperbaikkan kepada Kass. Jika tidak memenuhi syarat mengembalikan kepada Jalur
    ///
    /// Kelengkapan: TOR; ROK; Konsep SK
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Disposisi
    KabidMelaunchUsulanPenyelenggaraan,
    /// 3: Kabid mendelaus usulan penyelenggaraan Monitoring dan Evaluasi. Jika memenuhi syarat memerlakukan kepada Kabid untuk memberitahu Tim. Jika tidak memenuhi syarat mengembalikan kepada Kabid
    ///
    /// Kelengkapan: TOR; ROK; Konsep SK
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Disposisi
    KabidMendelausUsulanPenyelenggaraan,
    /// 4: Kass memerlakukan Kass untuk memperbaiki Tim
    ///
    /// Kelengkapan: SK Tim
    ///
    /// Waktu: 1 hari
    ///
    /// Output: SK Tim; Disposisi
    KassMemerlakukanKass,
    /// 5: Jalur memperbaiki Tim
    ///
    /// Kelengkapan: SK Tim
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Tim
    JalurMemperbaikiTim,
    /// 6: Tim melakukan persusunan penyelenggaraan Monitoring dan Evaluasi.
    ///
    /// Kelengkapan: Job Description; Rencana Kerja Kegiatan; checklist kerapatan kegiatan.
    ///
    /// Waktu: 1 minggu
    ///
    /// Output: Job Description; Rencana Kerja Kegiatan; checklist kerapatan kegiatan.
    TimMelakukanPersusunanPenyelenggaraan,
    /// 7: Tim melaksanakan penyelenggaraan Monitoring dan Evaluasi.
    ///
    /// Kelengkapan: Job Description; Rencana Kerja Kegiatan; checklist kerapatan kegiatan.
    ///
    /// Waktu: 4 hari
    ///
    /// Output: Bukti-bukti Pelaksanaan Monitoring dan Evaluasi
    TimMelaksanakanPenyelenggaraanMonitoring,
    /// 8: Tim menyusun konsep laporan penyelenggaraan Sasisi Pendamping dan menyelenggarakan Kepada Jalur
    ///
    /// Kelengkapan: Bukti-bukti Pelaksanaan Monitoring dan Evaluasi
    ///
    /// Waktu: 1 minggu
    ///
    /// Output: Konsep Laporan
    TimMenyusunKonsepLaporan,
    /// 9: Jalur mempersiapkan kontingen laporan penyelenggaraan Monitoring dan Evaluasi. Jika setuju memberi perintah dan menyampaikan kepada Kabid dan tidak setuju mengembalikan kepada Tim untuk diperbaiki
    ///
    /// Kelengkapan: Konsep Laporan
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Draft Akhir Laporan
    JalurMempersiapkanKontingenLaporan,
    /// 10: Kabid memerlakukan draft akhir laporan penyelenggaraan Monitoring dan Evaluasi. Jika setuju memandatkan dan menyampaikan kepada Kabid untuk dokumentasi. Jika tidak setuju mengembalikan kepada Kabid untuk diperbaiki
    ///
    /// Kelengkapan: Draft Akhir Laporan
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Draft Akhir Laporan
    KabidMemerlakukanDraftAkhir,
    /// 11: Kabid menyampaikan laporan penyelenggaraan Monitoring dan Evaluasi kepada Kabid untuk dokumentasi.
    ///
    /// Kelengkapan: Draft Akhir Laporan
    ///
    /// Waktu: 2 hari
    ///
    /// Output: Laporan
    KabidMenyampaikanLaporanPenyelenggaraan,
    /// 12: Evaluasi kepada Kabid untuk dokumentasi.
    ///
    /// Kelengkapan: Draft Akhir Laporan
    ///
    /// Waktu: 1 hari
    ///
    /// Output: Laporan
    EvaluasiKepadaKabid,
    /// 13: Jalur mempersiapkan laporan penyelenggaraan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Laporan; Disposisi
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Disposisi; Laporan
    JalurMempersiapkanLaporanPenyelenggaraan,
    /// 14: Jalur mendokumentasikan laporan penyelenggaraan Monitoring dan Evaluasi
    ///
    /// Kelengkapan: Laporan; Disposisi
    ///
    /// Waktu: 30 menit
    ///
    /// Output: Laporan; Disposisi dan Catatan dokumentasi
    JalurMendokumentasikanLaporanPenyelenggaraan,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::JalurMengajukanUsulanPenyelenggaraan,
        Langkah::KabidMelaunchUsulanPenyelenggaraan,
        Langkah::KabidMendelausUsulanPenyelenggaraan,
        Langkah::KassMemerlakukanKass,
        Langkah::JalurMemperbaikiTim,
        Langkah::TimMelakukanPersusunanPenyelenggaraan,
        Langkah::TimMelaksanakanPenyelenggaraanMonitoring,
        Langkah::TimMenyusunKonsepLaporan,
        Langkah::JalurMempersiapkanKontingenLaporan,
        Langkah::KabidMemerlakukanDraftAkhir,
        Langkah::KabidMenyampaikanLaporanPenyelenggaraan,
        Langkah::EvaluasiKepadaKabid,
        Langkah::JalurMempersiapkanLaporanPenyelenggaraan,
        Langkah::JalurMendokumentasikanLaporanPenyelenggaraan,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::JalurMengajukanUsulanPenyelenggaraan => "1",
            Langkah::KabidMelaunchUsulanPenyelenggaraan => "2",
            Langkah::KabidMendelausUsulanPenyelenggaraan => "3",
            Langkah::KassMemerlakukanKass => "4",
            Langkah::JalurMemperbaikiTim => "5",
            Langkah::TimMelakukanPersusunanPenyelenggaraan => "6",
            Langkah::TimMelaksanakanPenyelenggaraanMonitoring => "7",
            Langkah::TimMenyusunKonsepLaporan => "8",
            Langkah::JalurMempersiapkanKontingenLaporan => "9",
            Langkah::KabidMemerlakukanDraftAkhir => "10",
            Langkah::KabidMenyampaikanLaporanPenyelenggaraan => "11",
            Langkah::EvaluasiKepadaKabid => "12",
            Langkah::JalurMempersiapkanLaporanPenyelenggaraan => "13",
            Langkah::JalurMendokumentasikanLaporanPenyelenggaraan => "14",
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
    /// Disposisi
    Disposisi,
    /// Konsep SK
    KonsepSk,
    /// SK Tim
    SkTim,
    /// Tim
    Tim,
    /// Job Description
    JobDescription,
    /// Rencana Kerja Kegiatan
    RencanaKerjaKegiatan,
    /// checklist kerapatan kegiatan.
    ChecklistKerapatanKegiatan,
    /// Bukti-bukti Pelaksanaan Monitoring dan Evaluasi
    BuktiBuktiPelaksanaanMonitoring,
    /// Konsep Laporan
    KonsepLaporan,
    /// Draft Akhir Laporan
    DraftAkhirLaporan,
    /// Laporan
    Laporan,
    /// Disposisi dan Catatan dokumentasi
    DisposisiDanCatatanDokumentasi,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::PerlengkapanAudioVisual,
        Dokumen::PetunjukTeknisPenyusunanLaporan,
        Dokumen::ReferensiTerkaitMonitoring,
        Dokumen::Tor,
        Dokumen::Rok,
        Dokumen::KonsepSkTim,
        Dokumen::Disposisi,
        Dokumen::KonsepSk,
        Dokumen::SkTim,
        Dokumen::Tim,
        Dokumen::JobDescription,
        Dokumen::RencanaKerjaKegiatan,
        Dokumen::ChecklistKerapatanKegiatan,
        Dokumen::BuktiBuktiPelaksanaanMonitoring,
        Dokumen::KonsepLaporan,
        Dokumen::DraftAkhirLaporan,
        Dokumen::Laporan,
        Dokumen::DisposisiDanCatatanDokumentasi,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::PerlengkapanAudioVisual => "Perlengkapan Audio Visual",
            Dokumen::PetunjukTeknisPenyusunanLaporan => {
                "Petunjuk Teknis Penyusunan Laporan Penyelenggaraan Kegiatan"
            }
            Dokumen::ReferensiTerkaitMonitoring => "Referensi terkait Monitoring dan Evaluasi",
            Dokumen::Tor => "TOR",
            Dokumen::Rok => "ROK",
            Dokumen::KonsepSkTim => "Konsep SK Tim",
            Dokumen::Disposisi => "Disposisi",
            Dokumen::KonsepSk => "Konsep SK",
            Dokumen::SkTim => "SK Tim",
            Dokumen::Tim => "Tim",
            Dokumen::JobDescription => "Job Description",
            Dokumen::RencanaKerjaKegiatan => "Rencana Kerja Kegiatan",
            Dokumen::ChecklistKerapatanKegiatan => "checklist kerapatan kegiatan.",
            Dokumen::BuktiBuktiPelaksanaanMonitoring => {
                "Bukti-bukti Pelaksanaan Monitoring dan Evaluasi"
            }
            Dokumen::KonsepLaporan => "Konsep Laporan",
            Dokumen::DraftAkhirLaporan => "Draft Akhir Laporan",
            Dokumen::Laporan => "Laporan",
            Dokumen::DisposisiDanCatatanDokumentasi => "Disposisi dan Catatan dokumentasi",
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
            Pelaksana::Jalur => "",
            Pelaksana::Kabid => "",
            Pelaksana::Kass => "",
            Pelaksana::Tim => "",
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
const START: &[Langkah] = &[Langkah::JalurMengajukanUsulanPenyelenggaraan];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Jalur mengajukan usulan penyelenggaraan Monitoring dan Evaluasi kepada Kabid",
        rincian: &[],
        kelengkapan: &[Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim],
        waktu: &["30 menit"],
        output: &[Dokumen::Disposisi],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Kabid melaunch usulan penyelenggaraan Monitoring dan Evaluasi. Jika memenuhi syarat memperbaikkan kepada Kass. Jika tidak memenuhi syarat mengembalikan kepada Jalur",
        rincian: &[],
        kelengkapan: &[Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSk],
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
        uraian: "Kabid mendelaus usulan penyelenggaraan Monitoring dan Evaluasi. Jika memenuhi syarat memerlakukan kepada Kabid untuk memberitahu Tim. Jika tidak memenuhi syarat mengembalikan kepada Kabid",
        rincian: &[],
        kelengkapan: &[Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSk],
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
        uraian: "Kass memerlakukan Kass untuk memperbaiki Tim",
        rincian: &[],
        kelengkapan: &[Dokumen::SkTim],
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
        uraian: "Jalur memperbaiki Tim",
        rincian: &[],
        kelengkapan: &[Dokumen::SkTim],
        waktu: &["2 hari"],
        output: &[Dokumen::Tim],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Tim melakukan persusunan penyelenggaraan Monitoring dan Evaluasi.",
        rincian: &[],
        kelengkapan: &[
            Dokumen::JobDescription,
            Dokumen::RencanaKerjaKegiatan,
            Dokumen::ChecklistKerapatanKegiatan,
        ],
        waktu: &["1 minggu"],
        output: &[
            Dokumen::JobDescription,
            Dokumen::RencanaKerjaKegiatan,
            Dokumen::ChecklistKerapatanKegiatan,
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
        uraian: "Tim melaksanakan penyelenggaraan Monitoring dan Evaluasi.",
        rincian: &[],
        kelengkapan: &[
            Dokumen::JobDescription,
            Dokumen::RencanaKerjaKegiatan,
            Dokumen::ChecklistKerapatanKegiatan,
        ],
        waktu: &["4 hari"],
        output: &[Dokumen::BuktiBuktiPelaksanaanMonitoring],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Tim menyusun konsep laporan penyelenggaraan Sasisi Pendamping dan menyelenggarakan Kepada Jalur",
        rincian: &[],
        kelengkapan: &[Dokumen::BuktiBuktiPelaksanaanMonitoring],
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
        uraian: "Jalur mempersiapkan kontingen laporan penyelenggaraan Monitoring dan Evaluasi. Jika setuju memberi perintah dan menyampaikan kepada Kabid dan tidak setuju mengembalikan kepada Tim untuk diperbaiki",
        rincian: &[],
        kelengkapan: &[Dokumen::KonsepLaporan],
        waktu: &["2 hari"],
        output: &[Dokumen::DraftAkhirLaporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "10",
        tahap: None,
        uraian: "Kabid memerlakukan draft akhir laporan penyelenggaraan Monitoring dan Evaluasi. Jika setuju memandatkan dan menyampaikan kepada Kabid untuk dokumentasi. Jika tidak setuju mengembalikan kepada Kabid untuk diperbaiki",
        rincian: &[],
        kelengkapan: &[Dokumen::DraftAkhirLaporan],
        waktu: &["2 hari"],
        output: &[Dokumen::DraftAkhirLaporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "11",
        tahap: None,
        uraian: "Kabid menyampaikan laporan penyelenggaraan Monitoring dan Evaluasi kepada Kabid untuk dokumentasi.",
        rincian: &[],
        kelengkapan: &[Dokumen::DraftAkhirLaporan],
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
        uraian: "Evaluasi kepada Kabid untuk dokumentasi.",
        rincian: &[],
        kelengkapan: &[Dokumen::DraftAkhirLaporan],
        waktu: &["1 hari"],
        output: &[Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "13",
        tahap: None,
        uraian: "Jalur mempersiapkan laporan penyelenggaraan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan, Dokumen::Disposisi],
        waktu: &["30 menit"],
        output: &[Dokumen::Disposisi, Dokumen::Laporan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "14",
        tahap: None,
        uraian: "Jalur mendokumentasikan laporan penyelenggaraan Monitoring dan Evaluasi",
        rincian: &[],
        kelengkapan: &[Dokumen::Laporan, Dokumen::Disposisi],
        waktu: &["30 menit"],
        output: &[Dokumen::Laporan, Dokumen::DisposisiDanCatatanDokumentasi],
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
        pelaksana: &[Pelaksana::Jalur],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::KabidMelaunchUsulanPenyelenggaraan,
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
                    Langkah::KabidMendelausUsulanPenyelenggaraan,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("tidak memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::JalurMengajukanUsulanPenyelenggaraan,
                ])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[Langkah::KassMemerlakukanKass])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("tidak memenuhi syarat"),
                ke: &[Tujuan::Langkah(&[
                    Langkah::KabidMelaunchUsulanPenyelenggaraan,
                ])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::Kass],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::JalurMemperbaikiTim])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::Jalur],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::TimMelakukanPersusunanPenyelenggaraan,
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
                Langkah::TimMelaksanakanPenyelenggaraanMonitoring,
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
            ke: &[Tujuan::Langkah(&[Langkah::TimMenyusunKonsepLaporan])],
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
                Langkah::JalurMempersiapkanKontingenLaporan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 8,
        pelaksana: &[Pelaksana::Jalur],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: Some("setuju"),
                ke: &[Tujuan::Langkah(&[Langkah::KabidMemerlakukanDraftAkhir])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("tidak setuju"),
                ke: &[Tujuan::Langkah(&[Langkah::TimMenyusunKonsepLaporan])],
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
                    Langkah::KabidMenyampaikanLaporanPenyelenggaraan,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: Some("tidak setuju"),
                ke: &[Tujuan::Langkah(&[Langkah::KabidMemerlakukanDraftAkhir])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 10,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::EvaluasiKepadaKabid])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 11,
        pelaksana: &[Pelaksana::Kabid],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::JalurMempersiapkanLaporanPenyelenggaraan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 12,
        pelaksana: &[Pelaksana::Jalur],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::JalurMendokumentasikanLaporanPenyelenggaraan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 13,
        pelaksana: &[Pelaksana::Jalur],
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
