//! SOP: Pelayanan Izin Prinsip
//!
//! Dihasilkan oleh `sop` dari berkas SOP; ubahlah berkas itu, bukan berkas ini.
//! Mulailah dari [`Case::new`]; [`Case::tasks`] menyebut siapa boleh bertindak, [`Case::act`] mencatat tindakannya.
#![allow(dead_code, clippy::enum_variant_names)]

use std::fmt;

/// Nama SOP.
pub const JUDUL: &str = "Pelayanan Izin Prinsip";
/// Nomor SOP; kosong apabila tidak ada.
pub const NOMOR: &str = "";
/// Waktu total menurut SOP; kosong apabila tidak ada.
pub const WAKTU_TOTAL: &str = "";
/// Batas waktu untuk beberapa langkah.
pub const BATAS_WAKTU: &[&str] = &[];
/// Sidik prosedur; berubah apabila isi prosedurnya berubah.
pub const FINGERPRINT: u64 = 0x72dd_a763_4fc7_228d;

/// Yang bertindak: para pelaksana menurut urutan lajur, lalu para pengganti yang tidak punya lajur.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pelaksana {
    /// Pemohon
    Pemohon,
    /// Petugas CS
    ///
    /// Petugas layanan pelanggan
    PetugasCs,
    /// Seksi Validasi
    SeksiValidasi,
    /// Seksi Pemrosesan
    SeksiPemrosesan,
    /// Seksi Penerbitan
    SeksiPenerbitan,
    /// TU
    ///
    /// Tata Usaha
    Tu,
    /// Kadin/Bupati
    ///
    /// Kepala Dinas atau Bupati
    ///
    /// Kadin
    ///
    /// Bupati
    KadinBupati,
    /// Kasir
    Kasir,
}

impl Pelaksana {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Pelaksana] = &[
        Pelaksana::Pemohon,
        Pelaksana::PetugasCs,
        Pelaksana::SeksiValidasi,
        Pelaksana::SeksiPemrosesan,
        Pelaksana::SeksiPenerbitan,
        Pelaksana::Tu,
        Pelaksana::KadinBupati,
        Pelaksana::Kasir,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Pelaksana::Pemohon => "Pemohon",
            Pelaksana::PetugasCs => "Petugas CS",
            Pelaksana::SeksiValidasi => "Seksi Validasi",
            Pelaksana::SeksiPemrosesan => "Seksi Pemrosesan",
            Pelaksana::SeksiPenerbitan => "Seksi Penerbitan",
            Pelaksana::Tu => "TU",
            Pelaksana::KadinBupati => "Kadin/Bupati",
            Pelaksana::Kasir => "Kasir",
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
    /// 1: Mencari informasi dan mengambil formulir permohonan
    ///
    /// Waktu: 15 menit
    ///
    /// Output: Formulir permohonan
    MencariInformasiDanMengambil,
    /// 2: Mengisi formulir secara mandiri dan melengkapi seluruh persyaratan
    ///
    /// Kelengkapan: Formulir permohonan; alat tulis dan ceklis kelengkapan dokumen izin
    ///
    /// Waktu: 10 menit
    ///
    /// Output: Berkas permohonan
    MengisiFormulirSecaraMandiri,
    /// 3 (Pemohon): Menyerahkan formulir untuk diperiksa kelengkapannya bersama tanda bukti pembayaran retribusi, lalu menunggu antrean untuk menerima tanda terima berkas
    ///
    /// Kelengkapan: Berkas permohonan yang sesuai dengan persyaratan
    ///
    /// Waktu: 30menit
    ///
    /// Output: Berkas permohonan; tanda terima berkas permohonan
    MenyerahkanFormulirUntukDiperiksaPemohon,
    /// 3 (Petugas CS): Menyerahkan formulir untuk diperiksa kelengkapannya bersama tanda bukti pembayaran retribusi, lalu menunggu antrean untuk menerima tanda terima berkas
    ///
    /// Kelengkapan: Berkas permohonan yang sesuai dengan persyaratan
    ///
    /// Waktu: 30menit
    ///
    /// Output: Berkas permohonan; tanda terima berkas permohonan
    MenyerahkanFormulirUntukDiperiksaPetugasCs,
    /// 4: Memverifikasi dan memvalidasi data; berkas yang sah diberi nomor registrasi, jika tidak sah maka dikembalikan kepada Petugas CS untuk diteruskan kepada Pemohon
    ///
    /// Kelengkapan: Berkas permohonan yang sesuai dengan persyaratan; ceklis kelengkapan data dan internet
    ///
    /// Waktu: 3 hari
    ///
    /// Output: Surat tugas tim teknis
    MemverifikasiDanMemvalidasiData,
    /// 6: Menjadwalkan rapat, membahas permohonan dalam rapat, dan meninjau lokasi jika dirasa perlu
    ///
    /// Waktu: 3hari
    MenjadwalkanRapatMembahasPermohonan,
    /// 7 (Pemohon): Membayar tagihan kepada Kasir
    ///
    /// Waktu: 15 menit
    ///
    /// Output: Tanda pembayaran
    MembayarTagihanKepadaKasirPemohon,
    /// 7 (Kasir): Membayar tagihan kepada Kasir
    ///
    /// Waktu: 15 menit
    ///
    /// Output: Tanda pembayaran
    MembayarTagihanKepadaKasirKasir,
    /// 8 (Seksi Penerbitan): Menerbitkan izin setelah diparaf kepala bidang dan ditandatangani
    ///
    /// Kelengkapan: Berkas permohonan yang memerlukan uji teknis lapangan
    ///
    /// Waktu: Bupati\: 7 hari; Kadin\: 2 hari
    ///
    /// Output: SK izin
    MenerbitkanIzinSetelahDiparafSeksiPenerbitan,
    /// 8 (Kadin/Bupati): Menerbitkan izin setelah diparaf kepala bidang dan ditandatangani
    ///
    /// Kelengkapan: Berkas permohonan yang memerlukan uji teknis lapangan
    ///
    /// Waktu: Bupati\: 7 hari; Kadin\: 2 hari
    ///
    /// Output: SK izin
    MenerbitkanIzinSetelahDiparafKadinBupati,
}

impl Langkah {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Langkah] = &[
        Langkah::MencariInformasiDanMengambil,
        Langkah::MengisiFormulirSecaraMandiri,
        Langkah::MenyerahkanFormulirUntukDiperiksaPemohon,
        Langkah::MenyerahkanFormulirUntukDiperiksaPetugasCs,
        Langkah::MemverifikasiDanMemvalidasiData,
        Langkah::MenjadwalkanRapatMembahasPermohonan,
        Langkah::MembayarTagihanKepadaKasirPemohon,
        Langkah::MembayarTagihanKepadaKasirKasir,
        Langkah::MenerbitkanIzinSetelahDiparafSeksiPenerbitan,
        Langkah::MenerbitkanIzinSetelahDiparafKadinBupati,
    ];
    /// Nomor barisnya; pada baris dengan beberapa simbol juga pelaksananya.
    pub const fn nama(self) -> &'static str {
        match self {
            Langkah::MencariInformasiDanMengambil => "1",
            Langkah::MengisiFormulirSecaraMandiri => "2",
            Langkah::MenyerahkanFormulirUntukDiperiksaPemohon => "3 (Pemohon)",
            Langkah::MenyerahkanFormulirUntukDiperiksaPetugasCs => "3 (Petugas CS)",
            Langkah::MemverifikasiDanMemvalidasiData => "4",
            Langkah::MenjadwalkanRapatMembahasPermohonan => "6",
            Langkah::MembayarTagihanKepadaKasirPemohon => "7 (Pemohon)",
            Langkah::MembayarTagihanKepadaKasirKasir => "7 (Kasir)",
            Langkah::MenerbitkanIzinSetelahDiparafSeksiPenerbitan => "8 (Seksi Penerbitan)",
            Langkah::MenerbitkanIzinSetelahDiparafKadinBupati => "8 (Kadin/Bupati)",
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
    /// Formulir permohonan
    FormulirPermohonan,
    /// alat tulis dan ceklis kelengkapan dokumen izin
    AlatTulisDanCeklis,
    /// Berkas permohonan
    BerkasPermohonan,
    /// Berkas permohonan yang sesuai dengan persyaratan
    BerkasPermohonanYangSesuai,
    /// tanda terima berkas permohonan
    TandaTerimaBerkasPermohonan,
    /// ceklis kelengkapan data dan internet
    CeklisKelengkapanData,
    /// Surat tugas tim teknis
    SuratTugasTimTeknis,
    /// Tanda pembayaran
    TandaPembayaran,
    /// Berkas permohonan yang memerlukan uji teknis lapangan
    BerkasPermohonanYangMemerlukan,
    /// SK izin
    SkIzin,
}

impl Dokumen {
    /// Semuanya, menurut urutan.
    pub const ALL: &'static [Dokumen] = &[
        Dokumen::FormulirPermohonan,
        Dokumen::AlatTulisDanCeklis,
        Dokumen::BerkasPermohonan,
        Dokumen::BerkasPermohonanYangSesuai,
        Dokumen::TandaTerimaBerkasPermohonan,
        Dokumen::CeklisKelengkapanData,
        Dokumen::SuratTugasTimTeknis,
        Dokumen::TandaPembayaran,
        Dokumen::BerkasPermohonanYangMemerlukan,
        Dokumen::SkIzin,
    ];
    /// Sebagaimana tertulis pada SOP.
    pub const fn nama(self) -> &'static str {
        match self {
            Dokumen::FormulirPermohonan => "Formulir permohonan",
            Dokumen::AlatTulisDanCeklis => "alat tulis dan ceklis kelengkapan dokumen izin",
            Dokumen::BerkasPermohonan => "Berkas permohonan",
            Dokumen::BerkasPermohonanYangSesuai => {
                "Berkas permohonan yang sesuai dengan persyaratan"
            }
            Dokumen::TandaTerimaBerkasPermohonan => "tanda terima berkas permohonan",
            Dokumen::CeklisKelengkapanData => "ceklis kelengkapan data dan internet",
            Dokumen::SuratTugasTimTeknis => "Surat tugas tim teknis",
            Dokumen::TandaPembayaran => "Tanda pembayaran",
            Dokumen::BerkasPermohonanYangMemerlukan => {
                "Berkas permohonan yang memerlukan uji teknis lapangan"
            }
            Dokumen::SkIzin => "SK izin",
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
            Pelaksana::Pemohon => "",
            Pelaksana::PetugasCs => "Petugas layanan pelanggan",
            Pelaksana::SeksiValidasi => "",
            Pelaksana::SeksiPemrosesan => "",
            Pelaksana::SeksiPenerbitan => "",
            Pelaksana::Tu => "Tata Usaha",
            Pelaksana::KadinBupati => "Kepala Dinas atau Bupati",
            Pelaksana::Kasir => "",
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
const START: &[Langkah] = &[Langkah::MencariInformasiDanMengambil];
static KEGIATAN: &[Kegiatan] = &[
    Kegiatan {
        nomor: "1",
        tahap: None,
        uraian: "Mencari informasi dan mengambil formulir permohonan",
        rincian: &[],
        kelengkapan: &[],
        waktu: &["15 menit"],
        output: &[Dokumen::FormulirPermohonan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "2",
        tahap: None,
        uraian: "Mengisi formulir secara mandiri dan melengkapi seluruh persyaratan",
        rincian: &[],
        kelengkapan: &[Dokumen::FormulirPermohonan, Dokumen::AlatTulisDanCeklis],
        waktu: &["10 menit"],
        output: &[Dokumen::BerkasPermohonan],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "3",
        tahap: None,
        uraian: "Menyerahkan formulir untuk diperiksa kelengkapannya bersama tanda bukti pembayaran retribusi, lalu menunggu antrean untuk menerima tanda terima berkas",
        rincian: &[],
        kelengkapan: &[Dokumen::BerkasPermohonanYangSesuai],
        waktu: &["30menit"],
        output: &[
            Dokumen::BerkasPermohonan,
            Dokumen::TandaTerimaBerkasPermohonan,
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
        uraian: "Memverifikasi dan memvalidasi data; berkas yang sah diberi nomor registrasi, jika tidak sah maka dikembalikan kepada Petugas CS untuk diteruskan kepada Pemohon",
        rincian: &[],
        kelengkapan: &[
            Dokumen::BerkasPermohonanYangSesuai,
            Dokumen::CeklisKelengkapanData,
        ],
        waktu: &["3 hari"],
        output: &[Dokumen::SuratTugasTimTeknis],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "6",
        tahap: None,
        uraian: "Menjadwalkan rapat, membahas permohonan dalam rapat, dan meninjau lokasi jika dirasa perlu",
        rincian: &[],
        kelengkapan: &[],
        waktu: &["3hari"],
        output: &[],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "7",
        tahap: None,
        uraian: "Membayar tagihan kepada Kasir",
        rincian: &[],
        kelengkapan: &[],
        waktu: &["15 menit"],
        output: &[Dokumen::TandaPembayaran],
        batas: &[],
        bila_perlu: None,
        tembusan: None,
        merujuk: &[],
        keterangan: None,
    },
    Kegiatan {
        nomor: "8",
        tahap: None,
        uraian: "Menerbitkan izin setelah diparaf kepala bidang dan ditandatangani",
        rincian: &[],
        kelengkapan: &[Dokumen::BerkasPermohonanYangMemerlukan],
        waktu: &["Bupati: 7 hari", "Kadin: 2 hari"],
        output: &[Dokumen::SkIzin],
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
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MengisiFormulirSecaraMandiri])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 1,
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyerahkanFormulirUntukDiperiksaPemohon,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenyerahkanFormulirUntukDiperiksaPetugasCs,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 2,
        pelaksana: &[Pelaksana::PetugasCs],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MemverifikasiDanMemvalidasiData])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 3,
        pelaksana: &[Pelaksana::SeksiValidasi],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[
            Cabang {
                hasil: Hasil::Ya,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[
                    Langkah::MenjadwalkanRapatMembahasPermohonan,
                ])],
                batas: None,
            },
            Cabang {
                hasil: Hasil::Tidak,
                kondisi: None,
                ke: &[Tujuan::Langkah(&[Langkah::MengisiFormulirSecaraMandiri])],
                batas: None,
            },
        ],
    },
    Data {
        kegiatan: 4,
        pelaksana: &[Pelaksana::SeksiPemrosesan, Pelaksana::Tu],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MembayarTagihanKepadaKasirPemohon,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::Pemohon],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[Langkah::MembayarTagihanKepadaKasirKasir])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 5,
        pelaksana: &[Pelaksana::Kasir],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenerbitkanIzinSetelahDiparafSeksiPenerbitan,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::SeksiPenerbitan],
        pengganti: &[],
        gabung: None,
        skip: None,
        cabang: &[Cabang {
            hasil: Hasil::Selesai,
            kondisi: None,
            ke: &[Tujuan::Langkah(&[
                Langkah::MenerbitkanIzinSetelahDiparafKadinBupati,
            ])],
            batas: None,
        }],
    },
    Data {
        kegiatan: 6,
        pelaksana: &[Pelaksana::KadinBupati],
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
