//! `SOP532` title-not-in-rows: a title that no row speaks of.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::words::{roots, speaks_of};
use crate::model::Key;
use crate::page;
use crate::regulation::without_prefix;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP532",
    name: "title-not-in-rows",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "tidak satu kegiatan pun menyebut apa yang dijanjikan judul `{judul}`",
        en: "no row names what the title `{judul}` promises",
    },
    help: Some(Text {
        id: "periksa apakah judulnya tertinggal dari SOP lain, atau kegiatan pokoknya belum tertulis",
        en: "see whether the title was left from another SOP, or the main row is still missing",
    }),
    basis: Some("R62"),
    page: page!("SOP532"),
};

/// A shorter procedure is mostly a part of another.
const FEWEST: usize = 5;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let title = sop.identitas.sop.as_str();
    if sop.kegiatan.len() < FEWEST {
        return;
    }
    let mut unsaid = Vec::new();
    for root in roots(&title[without_prefix(title)..]) {
        // Mostly a sentence does.
        if root.is_ascii() && procedure.says(&root) {
            return;
        }
        unsaid.push(root);
    }
    let sentences = sop.kegiatan.iter().map(|row| row.uraian.as_str());
    let others = sop.kegiatan.iter().flat_map(|row| {
        let papers = row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output).map(|paper| &*paper.teks);
        papers.chain(row.rincian.iter().map(String::as_str))
    });
    let mut texts = sentences.chain(others);
    if unsaid.is_empty() || texts.any(|text| unsaid.iter().any(|root| speaks_of(text, root))) {
        return;
    }
    if let Some((_, at)) = sop.identitas.butir(Key::Sop, [&sop.identitas.sop]).next() {
        sink.push(Diagnostic::at(&RULE, at).with("judul", title));
    }
}
