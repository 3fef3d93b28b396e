//! What the sheet says in fields, for the elements that keep it: of the procedure and of a row.

use crate::model::{Butir, Isian, KegiatanId, Key, Sop, Tanggal};

/// A field, or an item of one that is a list.
pub(super) struct Field {
    pub key: Key,
    /// `waktu (Kadis)`
    pub whom: Option<String>,
    pub text: String,
    /// Whether it stands on a line of its own.
    pub item: bool,
}

impl Field {
    fn new(key: Key, text: impl ToString) -> Field {
        Field { key, whom: None, text: text.to_string(), item: false }
    }

    fn item(key: Key, text: impl ToString) -> Field {
        Field { item: true, ..Field::new(key, text) }
    }
}

/// The identity block.
pub(super) fn identity(sop: &Sop) -> Vec<Field> {
    let of = &sop.identitas;
    let mut out: Vec<Field> = Vec::new();
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
    out.extend(texts.into_iter().filter_map(|(key, text)| Some(Field::new(key, text?))));
    out.extend(of.jenis.iter().map(|text| Field::item(Key::Jenis, text)));
    for (key, list) in of.lists() {
        out.extend(list.iter().map(|text| Field::item(key, text)));
    }
    let stretches = sop.batas.iter().filter(|it| it.kegiatan.is_none());
    out.extend(stretches.map(|it| Field::item(Key::BatasWaktu, &it.teks)));
    out.extend(of.tidak_ada.iter().map(|key| Field::new(*key, "-")));
    out
}

/// The fields of a row but those that the flow says.
pub(super) fn row_fields(sop: &Sop, id: KegiatanId) -> Vec<Field> {
    let row = &sop[id];
    let mut out: Vec<Field> = Vec::new();
    let papers = |key: Key, of: &[Butir]| {
        let field = |it: &Butir| Field { item: it.baris_sendiri, ..Field::new(key, &it.teks) };
        of.iter().map(field).collect::<Vec<_>>()
    };
    out.extend(papers(Key::Kelengkapan, &row.mutu_baku.kelengkapan));
    for waktu in &row.mutu_baku.waktu {
        out.push(Field { whom: waktu.untuk.clone(), ..Field::new(Key::Waktu, &waktu.waktu.teks) });
    }
    out.extend(papers(Key::Output, &row.mutu_baku.output));
    out.extend(row.mutu_baku.tidak_ada.iter().map(|key| Field::new(*key, "-")));
    let texts = [
        (Key::Keterangan, &row.keterangan),
        (Key::Pengganti, &row.pengganti),
        (Key::Tembusan, &row.tembusan),
        (Key::BilaPerlu, &row.bila_perlu),
    ];
    out.extend(texts.into_iter().filter_map(|(key, text)| Some(Field::new(key, text.as_ref()?))));
    out.extend(row.merujuk.iter().map(|text| Field::item(Key::Merujuk, text)));
    let own = sop.batas.iter().filter(|it| it.kegiatan == Some(id));
    out.extend(own.map(|it| Field::new(Key::Batas, &it.teks)));
    out
}
