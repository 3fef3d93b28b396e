//! Dates and durations in the exported procedure.

use crate::model::{Durasi, Isian, Sifat, Suku, Tanggal, Waktu};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct TanggalView<'a> {
    teks: &'a str,
    /// `2023-11-30`, or as much of it as is there: `2023-11`.
    #[serde(skip_serializing_if = "Option::is_none")]
    iso: Option<String>,
}

#[derive(Serialize)]
pub(super) struct WaktuView<'a> {
    teks: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    syarat: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    durasi: Option<DurasiView<'a>>,
}

#[derive(Serialize)]
pub(super) struct DurasiView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sifat: Option<&'static str>,
    suku: Vec<SukuView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    setara: Option<Vec<SukuView>>,
}

/// Numbers in thousandths of the unit, as the language keeps them: exact.
#[derive(Serialize)]
struct SukuView {
    dari_perseribu: u64,
    sampai_perseribu: u64,
    satuan: &'static str,
}

pub(super) fn tanggal(isian: &Isian<Tanggal>) -> Option<TanggalView<'_>> {
    match isian {
        Isian::Kosong => None,
        Isian::TidakAda => Some(TanggalView { teks: "-", iso: None }),
        Isian::Isi(tanggal) => Some(TanggalView {
            teks: &tanggal.teks,
            iso: match (tanggal.tahun, tanggal.bulan, tanggal.hari) {
                (Some(year), Some(month), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
                (Some(year), Some(month), None) => Some(format!("{year:04}-{month:02}")),
                _ => None,
            },
        }),
    }
}

pub(super) fn waktu(waktu: &Waktu) -> WaktuView<'_> {
    WaktuView {
        teks: &waktu.teks,
        syarat: waktu.syarat.as_deref(),
        durasi: waktu.durasi.as_ref().map(durasi),
    }
}

pub(super) fn durasi(durasi: &Durasi) -> DurasiView<'_> {
    DurasiView {
        sifat: durasi.sifat.map(|sifat| match sifat {
            Sifat::KiraKira => "kira-kira",
            Sifat::PalingLama => "paling lama",
            Sifat::PalingCepat => "paling cepat",
        }),
        suku: durasi.suku.iter().map(suku).collect(),
        per: durasi.per.as_deref(),
        setara: durasi.setara.as_ref().map(|terms| terms.iter().map(suku).collect()),
    }
}

fn suku(suku: &Suku) -> SukuView {
    SukuView { dari_perseribu: suku.dari, sampai_perseribu: suku.sampai, satuan: suku.satuan.name() }
}
