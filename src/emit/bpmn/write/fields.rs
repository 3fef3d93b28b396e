//! What the sheet says in fields, for the elements that keep it: of the procedure and of a row.

use crate::model::{Butir, Isian, KegiatanId, Key, Sop, Tanggal};

/// The identity block as fields: key, text, whether it is an item of a list.
pub(super) fn identity(sop: &Sop) -> Vec<(Key, String, bool)> {
    let of = &sop.identitas;
    let mut out: Vec<(Key, String, bool)> = Vec::new();
    let date = |isian: &Isian<Tanggal>| isian.isi().map(|tanggal| tanggal.teks.to_string());
    let texts = [
        (Key::Nomor, of.nomor.clone()),
        (Key::Unit, of.unit.clone()),
        (Key::Logo, of.logo.clone()),
        (Key::TanggalPembuatan, date(&of.tanggal_pembuatan)),
        (Key::TanggalRevisi, date(&of.tanggal_revisi)),
        (Key::TanggalEfektif, date(&of.tanggal_efektif)),
        (Key::DisahkanOleh, of.disahkan_oleh.clone()),
        (Key::NamaPejabat, of.nama_pejabat.clone()),
        (Key::Pangkat, of.pangkat.clone()),
        (Key::Nip, of.nip.clone()),
        (Key::WaktuTotal, of.waktu_total.as_ref().map(|waktu| waktu.teks.to_string())),
    ];
    out.extend(texts.into_iter().filter_map(|(key, text)| text.map(|text| (key, text, false))));
    let jenis = of.jenis.iter().map(|text| (Key::Jenis, text.clone(), true));
    out.extend(jenis);
    for (key, list) in of.lists() {
        out.extend(list.iter().map(|text| (key, text.clone(), true)));
    }
    let stretches = sop.batas.iter().filter(|it| it.kegiatan.is_none());
    out.extend(stretches.map(|it| (Key::BatasWaktu, it.teks.clone(), true)));
    out.extend(of.tidak_ada.iter().map(|key| (*key, "-".to_owned(), false)));
    out
}

/// The fields of a row but those that the flow says: key, for whom, text, whether it stands on a line of its own.
pub(super) fn row_fields(sop: &Sop, id: KegiatanId) -> Vec<(Key, Option<String>, String, bool)> {
    let row = &sop[id];
    let mut out: Vec<(Key, Option<String>, String, bool)> = Vec::new();
    let papers = |key: Key, of: &[Butir]| {
        of.iter().map(|it| (key, None, it.teks.to_string(), it.baris_sendiri)).collect::<Vec<_>>()
    };
    out.extend(papers(Key::Kelengkapan, &row.mutu_baku.kelengkapan));
    for waktu in &row.mutu_baku.waktu {
        out.push((Key::Waktu, waktu.untuk.clone(), waktu.waktu.teks.to_string(), false));
    }
    out.extend(papers(Key::Output, &row.mutu_baku.output));
    out.extend(row.mutu_baku.tidak_ada.iter().map(|key| (*key, None, "-".to_owned(), false)));
    let texts = [
        (Key::Keterangan, &row.keterangan),
        (Key::Pengganti, &row.pengganti),
        (Key::Tembusan, &row.tembusan),
        (Key::BilaPerlu, &row.bila_perlu),
    ];
    out.extend(texts.into_iter().filter_map(|(key, text)| text.clone().map(|text| (key, None, text, false))));
    out.extend(row.merujuk.iter().map(|text| (Key::Merujuk, None, text.clone(), true)));
    let own = sop.batas.iter().filter(|it| it.kegiatan == Some(id));
    out.extend(own.map(|it| (Key::Batas, None, it.teks.clone(), false)));
    out
}
