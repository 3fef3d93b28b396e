//! The forms that an office owes for its procedures: half-yearly monitoring, yearly evaluation, minutes of a
//! verification, identification, register. For one procedure or for many.

mod tables;

use super::langkah::{Langkah, paper};
use super::{BlankKind, Field, Form, Jenis, Part, Setup, Signer, code, version, words as w};
use crate::analysis::Procedure;
use crate::model::{Identitas, fingerprint};
use crate::text::Text;
use tables::{evaluation, identification, monitoring, register, verification};

/// What these forms say of a procedure: a few short texts, so that a folder of thousands fits.
#[derive(Clone, Debug)]
pub struct Fakta {
    identitas: Identitas,
    versi: String,
    sidik: String,
    waktu: String,
    /// Number and activity of each row.
    rows: Vec<(String, String)>,
    /// What the last row makes.
    output: Vec<String>,
}

impl Fakta {
    /// Of a procedure.
    pub fn of(procedure: &Procedure, setup: &Setup) -> Fakta {
        let of = Langkah::new(procedure, setup);
        let (mut identitas, sop) = (procedure.sop.identitas.clone(), &procedure.sop);
        (identitas.spans, identitas.texts) = (Vec::new(), Vec::new());
        let last = sop.kegiatan.last();
        Fakta {
            versi: version(&identitas, setup),
            sidik: fingerprint::shown(sop),
            waktu: of.total().unwrap_or_else(|| "-".to_owned()),
            rows: sop.kegiatan.iter().map(|row| (row.nomor.to_string(), row.uraian.to_string())).collect(),
            output: last
                .map(|row| row.mutu_baku.output.iter().map(|it| paper(&it.teks)).collect())
                .unwrap_or_default(),
            identitas,
        }
    }
}

/// The form of this kind; `None` for one that belongs to a single procedure, or for no procedure.
pub fn form(jenis: Jenis, list: &[Fakta], setup: &Setup) -> Option<Form> {
    let first = list.first()?;
    let single = (list.len() == 1).then_some(first);
    let signer = |label: &'static Text| Signer::open(label.pattern(setup.lang));
    let official = |label: &'static Text| match have_one_official(list) {
        true => Signer::official(label.pattern(setup.lang), &first.identitas),
        false => signer(label),
    };
    let (title, parts, signers) = match jenis {
        Jenis::Monitoring => (
            &w::MONITORING,
            vec![Part::Table(monitoring(list, setup))],
            [signer(&w::ASSESSOR), official(&w::KNOWN_BY)],
        ),
        Jenis::Evaluasi => {
            (&w::EVALUATION, evaluation(list, setup), [signer(&w::ASSESSOR), official(&w::KNOWN_BY)])
        }
        Jenis::Verifikasi => (
            &w::VERIFICATION,
            verification(list, setup),
            [official(&w::UNIT_PARTY), signer(&w::BUREAU_PARTY)],
        ),
        Jenis::Identifikasi => (
            &w::IDENTIFICATION,
            vec![Part::Table(identification(list, setup))],
            [signer(&w::DRAWN_UP), official(&w::KNOWN_BY)],
        ),
        Jenis::Register => (
            &w::REGISTER,
            vec![Part::Table(register(list, setup))],
            [signer(&w::DRAWN_UP), official(&w::KNOWN_BY)],
        ),
        Jenis::LembarKendali | Jenis::Kartu | Jenis::Dokumen | Jenis::Layanan => return None,
    };
    let judul = title.pattern(setup.lang).to_owned();
    let named = single.map(|only| only.identitas.sop.clone()).filter(|name| !name.is_empty());
    Some(Form {
        jenis,
        nama: jenis.name().to_owned(),
        lang: code(setup.lang),
        standing: setup.standing,
        instansi: agency(list),
        running: named.iter().fold(judul.clone(), |line, name| format!("{line} · {name}")),
        judul,
        sop: single.map(|only| only.identitas.sop.clone()),
        head: head(jenis, single, setup),
        qr: None,
        lanes: 0,
        parts,
        signers: signers.into(),
        after: Vec::new(),
    })
}

/// Which procedure it is, where it is one, and what is filled in once.
fn head(jenis: Jenis, single: Option<&Fakta>, setup: &Setup) -> Vec<Field> {
    let (label, word) = (&setup.label, |text: &'static Text| text.pattern(setup.lang).to_owned());
    let mut head = Vec::new();
    if let Some(only) = single {
        head.push(Field::text(&label.nomor_sop, only.identitas.nomor.clone().unwrap_or_default()));
        head.push(Field::text(&label.nama_sop, only.identitas.sop.clone()));
        head.push(Field::text(word(&w::VERSION), only.versi.clone()));
        head.push(Field::text(word(&w::FINGERPRINT), only.sidik.clone()));
    }
    let blank = |text: &'static Text, name: &str, kind| Field::blank(word(text), name, kind);
    match jenis {
        Jenis::Monitoring | Jenis::Evaluasi => {
            head.push(blank(&w::PERIOD, "periode", BlankKind::Text));
            head.push(blank(&w::DAY, "hari", BlankKind::Date));
            head.push(blank(&w::ASSESSOR, "penilai", BlankKind::Text));
        }
        Jenis::Register => head.push(blank(&w::AS_OF, "hari", BlankKind::Date)),
        _ => {}
    }
    head
}

/// Of procedures that several officials approve, nobody signs for all.
fn have_one_official(list: &[Fakta]) -> bool {
    fn official(of: &Fakta) -> (&Option<String>, &Option<String>, &Option<String>) {
        (&of.identitas.disahkan_oleh, &of.identitas.nama_pejabat, &of.identitas.nip)
    }
    list.windows(2).all(|pair| official(&pair[0]) == official(&pair[1]))
}

/// The levels that all procedures share; with one procedure also its unit.
fn agency(list: &[Fakta]) -> Vec<String> {
    let of = |fakta: &Fakta| -> Vec<String> {
        fakta.identitas.instansi.iter().chain(&fakta.identitas.unit).cloned().collect()
    };
    let mut shared = list.first().map(of).unwrap_or_default();
    for fakta in list {
        let other = of(fakta);
        let same = shared.iter().zip(&other).take_while(|(a, b)| a == b).count();
        shared.truncate(same);
    }
    shared
}
