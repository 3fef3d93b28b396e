//! The head that all forms have.

use super::{Field, Form, Jenis, Setup, words};
use crate::analysis::Procedure;
use crate::model::{Identitas, Isian, Tanggal, fingerprint};
use crate::text::{Lang, Text};

impl Form {
    /// An empty form with the head that all of them have: number, name and version of the procedure, and its
    /// fingerprint, also as a QR code.
    pub(super) fn of(jenis: Jenis, judul: &'static Text, procedure: &Procedure, setup: &Setup) -> Form {
        let Setup { label, lang, standing } = setup;
        let (lang, standing) = (*lang, *standing);
        let sop = &procedure.sop;
        let identitas = &sop.identitas;
        let judul = judul.pattern(lang).to_owned();
        let nomor = identitas.nomor.clone().unwrap_or_default();
        let (versi, sidik) = (version(identitas, setup), fingerprint::shown(sop));
        let head = [
            (label.nomor_sop.as_str(), nomor.clone()),
            (label.nama_sop.as_str(), identitas.sop.clone()),
            (words::VERSION.pattern(lang), versi.clone()),
            (words::FINGERPRINT.pattern(lang), sidik.clone()),
        ];
        let named = [&nomor, &identitas.sop].into_iter().filter(|text| !text.is_empty());
        let running: Vec<&str> = std::iter::once(&judul).chain(named).map(String::as_str).collect();
        Form {
            jenis,
            nama: jenis.name().to_owned(),
            lang: code(lang),
            standing,
            instansi: identitas.instansi.iter().chain(&identitas.unit).cloned().collect(),
            running: running.join(" · "),
            judul,
            sop: Some(identitas.sop.clone()),
            head: head.map(|(label, value)| Field::text(label, value)).into(),
            qr: Some(qr(&nomor, &identitas.sop, &versi, &sidik)),
            lanes: sop.pelaksana.len(),
            parts: Vec::new(),
            signers: Vec::new(),
            after: Vec::new(),
        }
    }
}

pub(super) fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "id",
        Lang::En => "en",
    }
}

/// Which version is in force: by the day of revision, else by the day it was made.
pub(super) fn version(identitas: &Identitas, setup: &Setup) -> String {
    let label = &setup.label;
    let date = |label: &str, date: &Isian<Tanggal>| {
        date.isi().map(|date| format!("{label} {}", dated(date, setup.lang)))
    };
    date(&label.tanggal_revisi, &identitas.tanggal_revisi)
        .or_else(|| date(&label.tanggal_pembuatan, &identitas.tanggal_pembuatan))
        .unwrap_or_else(|| "-".to_owned())
}

/// A date as typed, in English with the English month.
pub(super) fn dated(date: &Tanggal, lang: Lang) -> String {
    match lang {
        Lang::Id => date.teks.to_string(),
        Lang::En => date.in_english(),
    }
}

/// What a telephone reads; a title that would make the dots too small is cut.
fn qr(nomor: &str, judul: &str, versi: &str, sidik: &str) -> String {
    const MOST: usize = 60;
    let cut = |text: &str| match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    };
    format!("SOP {}\n{}\n{}\nsidik {sidik}", cut(nomor), cut(judul), cut(versi))
}
