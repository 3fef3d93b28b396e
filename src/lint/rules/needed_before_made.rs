//! `SOP403` needed-before-made: a paper that is needed before it can be there.

use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::names::Names;
use crate::lint::{Lint, holds, made_at, needed_at};
use crate::model::{DokumenId, KegiatanId, Key, SimpulId};
use crate::page;
use crate::source::Span;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP403",
    name: "needed-before-made",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} memerlukan {dokumen}, {sebab}",
        en: "row {nomor} needs {dokumen}, {sebab}",
    },
    help: Some(Text {
        id: "tulis sebagai output kegiatan yang membuatnya, atau di bawah `dokumen luar` bila datang dari luar",
        en: "write it as an output of the row that makes it, or under `dokumen luar` if it comes from outside",
    }),
    basis: Some("R78"),
    page: page!("SOP403"),
};

static NEVER_MADE: Text = Text { id: "yang tidak dibuat kegiatan mana pun", en: "which no row makes" };
static MADE_LATER: Text = Text { id: "yang baru dibuat sesudahnya", en: "which is made only later" };
static MADE_ELSEWHERE: Text =
    Text { id: "yang dibuat hanya pada alur yang lain", en: "which is made on another way only" };
static FROM_OUTSIDE: Text = Text { id: "tulis di bawah `dokumen luar`", en: "write it under `dokumen luar`" };
static MADE_HERE: Text = Text { id: "dibuat di sini", en: "made here" };

/// Only a file that declares `dokumen luar` says that all its papers are accounted for; in another one only what surely
/// comes of the work below is told.
fn check(procedure: &Procedure, sink: &mut Sink) {
    let (sop, papers) = (&procedure.sop, procedure.papers());
    let all = !sop.identitas.dokumen_luar.is_empty();
    if !all && papers.list.iter().all(|paper| paper.too_early.is_empty() || paper.made.is_empty()) {
        return;
    }
    let in_time = papers.papers().filter(|(_, paper)| paper.too_early.is_empty());
    let in_time = Names::of(in_time.map(|(id, _)| (id, sop[id].kunci())));
    for (id, paper) in papers.papers() {
        // A name that holds the name of another paper that is there by then, or stands in it, may mean that paper.
        let may_be_another = |row: KegiatanId| {
            let there = |other| papers[other].made.first().is_none_or(|made| *made < row);
            in_time.any_kin(sop[id].kunci(), |other, _| other != id && there(other))
        };
        let Some(row) = paper.too_early.first().filter(|row| !may_be_another(**row)) else { continue };
        if !all && !comes_of_the_work(procedure, id, *row) {
            continue;
        }
        let mut finding = Diagnostic::at(&RULE, needed_at(&sop[*row], id))
            .with("nomor", paper.too_early.iter().map(|row| sop[*row].nomor.to_string()).collect::<Vec<_>>())
            .with("dokumen", format!("`{}`", sop[id].nama));
        finding = match paper.made.first() {
            None => match from_outside(procedure, &sop[id].nama) {
                Some(fix) => finding.with("sebab", &NEVER_MADE).fix(fix),
                None => finding.with("sebab", &NEVER_MADE),
            },
            Some(made) => {
                let later = *made > *row;
                finding
                    .with("sebab", if later { &MADE_LATER } else { &MADE_ELSEWHERE })
                    .related(made_at(&sop[*made], id), &MADE_HERE)
            }
        };
        sink.push(finding);
    }
}

/// One more item of `dokumen luar`, in the form of those that are there.
fn from_outside(procedure: &Procedure, nama: &str) -> Option<Fix> {
    let list = procedure.sop.identitas.span(Key::DokumenLuar)?;
    let item = match procedure.naskah.at(list).contains('\n') {
        true => format!("\n  - {nama}"),
        false if nama.contains(',') => return None,
        false => format!(", {nama}"),
    };
    let end = Span { start: list.end, end: list.end };
    Some(Fix { title: &FROM_OUTSIDE, edits: vec![(end, item)], safe: false })
}

/// What surely is there only once it was made: it begins as a result of work does, or the row that makes it says so, and
/// nothing leads back from there to the row that needs it. A register is there before it is written in.
fn comes_of_the_work(procedure: &Procedure, id: DokumenId, row: KegiatanId) -> bool {
    const RESULTS: [&str; 8] =
        ["hasil ", "laporan ", "berita acara ", "notulen", "rekap", "sk ", "surat keputusan ", "konsep "];
    const KEPT: [&str; 8] = ["buku", "register", "kartu", "aplikasi", "data", "agenda", "formulir", "daftar"];
    let sop = &procedure.sop;
    let (name, paper) = (sop[id].kunci(), &procedure.papers()[id]);
    let Some(made) = paper.made.first().filter(|made| **made > row) else { return false };
    let begins = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    let said = || holds(&fold(&sop[*made].uraian), name);
    let carried = paper.needed.contains(made);
    let back = || {
        let below = sop.simpul.iter().enumerate().filter(|(_, place)| place.kegiatan >= *made);
        below.flat_map(|(at, _)| procedure.flow.after(SimpulId::from_index(at))).any(|edge| match edge.to {
            Target::Simpul(to) => sop[to].kegiatan <= row,
            Target::Akhir(_) => false,
        })
    };
    !carried && !begins(&KEPT) && (begins(&RESULTS) || said()) && !back()
}
