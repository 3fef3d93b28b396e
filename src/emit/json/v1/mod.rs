//! The first shape of the exported procedure; `docs/skema/sop-v1.schema.json` describes it.
//!
//! What is not there is left out, except where a reader expects a fixed set of fields.

mod waktu;

use self::waktu::{DurasiView, TanggalView, WaktuView, durasi, tanggal, waktu};
use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::emit::{Options, fingerprint};
use crate::model::{
    AcuanBatas, Arah, BatasWaktu, Butir, JenisBatas, JenisPelaksana, Joint, Kegiatan, Setelah, SimpulId, Sop,
    WaktuBaris,
};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct View<'a> {
    schema: &'static str,
    /// The file still has errors and was exported all the same.
    #[serde(skip_serializing_if = "is_false")]
    berisi_kesalahan: bool,
    sidik: String,
    identitas: IdentitasView<'a>,
    pelaksana: Vec<PelaksanaView<'a>>,
    kegiatan: Vec<KegiatanView<'a>>,
    simpul: Vec<SimpulView<'a>>,
    alur: Vec<AlurView<'a>>,
    akhir: Vec<&'a str>,
    dokumen: Vec<DokumenView<'a>>,
    batas: Vec<BatasView<'a>>,
}

#[derive(Serialize)]
struct IdentitasView<'a> {
    sop: &'a str,
    nomor: Option<&'a str>,
    instansi: &'a [String],
    unit: Option<&'a str>,
    logo: Option<&'a str>,
    jenis: &'a [String],
    tanggal_pembuatan: Option<TanggalView<'a>>,
    tanggal_revisi: Option<TanggalView<'a>>,
    tanggal_efektif: Option<TanggalView<'a>>,
    disahkan_oleh: Option<&'a str>,
    nama_pejabat: Option<&'a str>,
    pangkat: Option<&'a str>,
    nip: Option<&'a str>,
    waktu_total: Option<WaktuView<'a>>,
    dasar_hukum: &'a [String],
    kualifikasi_pelaksana: &'a [String],
    keterkaitan: &'a [String],
    peralatan: &'a [String],
    peringatan: &'a [String],
    pencatatan: &'a [String],
    dokumen_luar: &'a [String],
    catatan: &'a [String],
}

#[derive(Serialize)]
struct PelaksanaView<'a> {
    pendek: &'a str,
    panjang: Option<&'a str>,
    jenis: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    nama_lain: &'a [String],
}

#[derive(Serialize)]
struct KegiatanView<'a> {
    id: String,
    nomor: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    tahap: Option<&'a str>,
    uraian: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    rincian: &'a [String],
    kelengkapan: Vec<&'a str>,
    waktu: Option<String>,
    output: Vec<&'a str>,
    keterangan: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waktu_rinci: Vec<WaktuBarisView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pengganti: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tembusan: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bila_perlu: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    merujuk: &'a [String],
}

#[derive(Serialize)]
struct WaktuBarisView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    untuk: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    simpul: Option<String>,
    #[serde(flatten)]
    waktu: WaktuView<'a>,
}

#[derive(Serialize)]
struct SimpulView<'a> {
    id: String,
    kegiatan: String,
    pelaksana: Vec<&'a str>,
    jenis: &'static str,
    /// Counted from 1; alternatives share it.
    tempat: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    menunggu: Vec<String>,
}

#[derive(Serialize)]
struct AlurView<'a> {
    dari: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ke: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    akhir: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    jawaban: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kondisi: Option<&'a str>,
    arah: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    bersamaan: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    paling_banyak: Option<u32>,
    #[serde(skip_serializing_if = "is_false")]
    lalu: bool,
}

#[derive(Serialize)]
struct DokumenView<'a> {
    nama: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    alat: bool,
    #[serde(skip_serializing_if = "is_false")]
    luar: bool,
    dibutuhkan: Vec<String>,
    dihasilkan: Vec<String>,
}

#[derive(Serialize)]
struct BatasView<'a> {
    teks: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kegiatan: Option<String>,
    jenis: &'static str,
    acuan: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    dari: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    peristiwa: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sampai: Option<String>,
    durasi: DurasiView<'a>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

pub(super) fn view<'a>(procedure: &'a Procedure, options: &Options) -> View<'a> {
    let sop = &procedure.sop;
    View {
        schema: "sop-v1",
        berisi_kesalahan: options.standing.has_errors(),
        sidik: format!("{:016x}", fingerprint::fingerprint(sop)),
        identitas: identitas(sop),
        pelaksana: sop
            .pelaksana
            .iter()
            .map(|pelaksana| PelaksanaView {
                pendek: &pelaksana.pendek,
                panjang: pelaksana.panjang.as_deref(),
                jenis: match pelaksana.jenis {
                    JenisPelaksana::Dalam => "dalam",
                    JenisPelaksana::Luar => "luar",
                    JenisPelaksana::Sistem => "sistem",
                },
                nama_lain: &pelaksana.nama_lain,
            })
            .collect(),
        kegiatan: sop.kegiatan.iter().map(|row| kegiatan(sop, row)).collect(),
        simpul: (0..sop.simpul.len()).map(|at| simpul(sop, SimpulId::from_index(at))).collect(),
        alur: procedure.flow.edges.iter().map(|edge| alur(sop, edge)).collect(),
        akhir: sop.akhir.iter().map(|akhir| akhir.nama.as_deref().unwrap_or_default()).collect(),
        dokumen: dokumen(sop),
        batas: sop.batas.iter().map(|limit| batas(sop, limit)).collect(),
    }
}

fn identitas(sop: &Sop) -> IdentitasView<'_> {
    let from = &sop.identitas;
    IdentitasView {
        sop: &from.sop,
        nomor: from.nomor.as_deref(),
        instansi: &from.instansi,
        unit: from.unit.as_deref(),
        logo: from.logo.as_deref(),
        jenis: &from.jenis,
        tanggal_pembuatan: tanggal(&from.tanggal_pembuatan),
        tanggal_revisi: tanggal(&from.tanggal_revisi),
        tanggal_efektif: tanggal(&from.tanggal_efektif),
        disahkan_oleh: from.disahkan_oleh.as_deref(),
        nama_pejabat: from.nama_pejabat.as_deref(),
        pangkat: from.pangkat.as_deref(),
        nip: from.nip.as_deref(),
        waktu_total: from.waktu_total.as_deref().map(waktu),
        dasar_hukum: &from.dasar_hukum,
        kualifikasi_pelaksana: &from.kualifikasi_pelaksana,
        keterkaitan: &from.keterkaitan,
        peralatan: &from.peralatan,
        peringatan: &from.peringatan,
        pencatatan: &from.pencatatan,
        dokumen_luar: &from.dokumen_luar,
        catatan: &from.catatan,
    }
}

fn kegiatan<'a>(sop: &'a Sop, row: &'a Kegiatan) -> KegiatanView<'a> {
    KegiatanView {
        id: row.kunci(),
        nomor: row.nomor.to_string(),
        tahap: row.tahap.map(|id| sop[id].nama.as_str()),
        uraian: &row.uraian,
        rincian: &row.rincian,
        kelengkapan: row.mutu_baku.kelengkapan.iter().map(paper_name).collect(),
        waktu: times(&row.mutu_baku.waktu),
        output: row.mutu_baku.output.iter().map(paper_name).collect(),
        keterangan: row.keterangan.as_deref(),
        waktu_rinci: row
            .mutu_baku
            .waktu
            .iter()
            .map(|line| WaktuBarisView {
                untuk: line.untuk.as_deref(),
                simpul: line.simpul.map(|id| sop.kunci(id)),
                waktu: waktu(&line.waktu),
            })
            .collect(),
        pengganti: row.pengganti.as_deref(),
        tembusan: row.tembusan.as_deref(),
        bila_perlu: row.bila_perlu.as_deref(),
        merujuk: &row.merujuk,
    }
}

/// A `dan` or `atau` before the last item is printed and no part of the name.
fn paper_name(butir: &Butir) -> &str {
    Joint::split(&butir.teks).map_or(&butir.teks, |(_, name)| name)
}

fn times(lines: &[WaktuBaris]) -> Option<String> {
    let texts = lines.iter().map(|line| match &line.untuk {
        Some(name) => format!("{name}: {}", line.waktu.teks),
        None => line.waktu.teks.to_string(),
    });
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

fn simpul(sop: &Sop, id: SimpulId) -> SimpulView<'_> {
    let simpul = &sop[id];
    SimpulView {
        id: sop.kunci(id),
        kegiatan: sop[simpul.kegiatan].kunci(),
        pelaksana: sop.heads(&simpul.oleh),
        jenis: if simpul.memutuskan() { "keputusan" } else { "proses" },
        tempat: simpul.tempat + 1,
        menunggu: simpul.menunggu.iter().map(|id| sop.kunci(*id)).collect(),
    }
}

fn alur<'a>(sop: &'a Sop, edge: &Edge) -> AlurView<'a> {
    let cabang = edge.cabang.and_then(|index| match &sop[edge.from].setelah {
        Setelah::Jika(cabang) => cabang.get(index),
        Setelah::Ke(_) | Setelah::Bersamaan(_) => None,
    });
    AlurView {
        dari: sop.kunci(edge.from),
        ke: match edge.to {
            Target::Simpul(id) => Some(sop.kunci(id)),
            Target::Akhir(_) => None,
        },
        akhir: match edge.to {
            Target::Simpul(_) => None,
            Target::Akhir(id) => sop[id].nama.as_deref(),
        },
        jawaban: cabang.map(|cabang| {
            let answer = cabang.jawaban.teks();
            if edge.lalu { format!("{answer}, lalu") } else { answer.to_owned() }
        }),
        kondisi: cabang.and_then(|cabang| cabang.kondisi.as_deref()),
        arah: match edge.arah {
            Arah::Maju => "maju",
            Arah::Kembali => "kembali",
        },
        bersamaan: edge.bersamaan,
        paling_banyak: edge.paling_banyak,
        lalu: edge.lalu,
    }
}

fn dokumen(sop: &Sop) -> Vec<DokumenView<'_>> {
    let mut papers: Vec<DokumenView<'_>> = sop
        .dokumen
        .iter()
        .map(|dokumen| DokumenView {
            nama: &dokumen.nama,
            alat: dokumen.alat,
            luar: dokumen.luar,
            dibutuhkan: Vec::new(),
            dihasilkan: Vec::new(),
        })
        .collect();
    for row in &sop.kegiatan {
        for butir in &row.mutu_baku.kelengkapan {
            papers[butir.dokumen.index()].dibutuhkan.push(row.kunci());
        }
        for butir in &row.mutu_baku.output {
            papers[butir.dokumen.index()].dihasilkan.push(row.kunci());
        }
    }
    papers
}

fn batas<'a>(sop: &Sop, limit: &'a BatasWaktu) -> BatasView<'a> {
    let (acuan, dari, peristiwa) = match &limit.dari {
        AcuanBatas::Setelah(id) => ("setelah", Some(*id), None),
        AcuanBatas::Dari(id) => ("dari", Some(*id), None),
        AcuanBatas::Sebelum(id) => ("sebelum", Some(*id), None),
        AcuanBatas::Peristiwa(text) => ("peristiwa", None, Some(text.as_str())),
    };
    BatasView {
        teks: &limit.teks,
        kegiatan: limit.kegiatan.map(|id| sop[id].kunci()),
        jenis: match limit.jenis {
            JenisBatas::PalingLama => "paling lama",
            JenisBatas::PalingCepat => "paling cepat",
        },
        acuan,
        dari: dari.map(|id| sop[id].kunci()),
        peristiwa,
        sampai: limit.sampai.map(|id| sop[id].kunci()),
        durasi: durasi(&limit.durasi),
    }
}
