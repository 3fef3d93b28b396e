//! How the chart turned out, as JSON for other programs: measured on the drawing, page by page and in total.

use super::{Artifact, EmitError, Emitter, Job};
use crate::layout::chart::certificate::{self, Measures, PageMeasures, certify};
use crate::text::Text;
use serde::Serialize;

/// Made on request only, beside the outputs that were asked for.
pub static CERTIFICATE: Emitter = Emitter {
    name: "laporan",
    about: Text {
        id: "ukuran mutu gambar bagan alir untuk program lain",
        en: "measures of the chart's drawing, for other programs",
    },
    by_default: false,
    draws: false,
    emit,
};

#[derive(Serialize)]
struct View<'a> {
    schema: &'static str,
    title: &'a str,
    totals: Row,
    pages: Vec<Page<'a>>,
    /// What is printed in words because it could not be drawn.
    left_to_words: Vec<String>,
}

#[derive(Serialize)]
struct Page<'a> {
    page: usize,
    #[serde(flatten)]
    measures: Row,
    connectors: Vec<Connector<'a>>,
}

#[derive(Serialize)]
struct Connector<'a> {
    label: &'a str,
    leads: &'static str,
    page: usize,
}

#[derive(Serialize)]
struct Row {
    symbols: usize,
    flows: usize,
    crossings: usize,
    pair_crossings: usize,
    crossing_bound: Option<usize>,
    bends: usize,
    bend_bound: usize,
    length_mm: f64,
    length_ratio: f64,
    heads: usize,
    heads_on_top: usize,
    labels: usize,
    labels_on_rules: usize,
    unused_share: f64,
}

impl From<&Measures> for Row {
    fn from(of: &Measures) -> Row {
        Row {
            symbols: of.symbols,
            flows: of.flows,
            crossings: of.crossings,
            pair_crossings: of.pair_crossings,
            crossing_bound: of.crossing_bound,
            bends: of.bends,
            bend_bound: of.bend_bound,
            length_mm: of.length_um as f64 / 1000.0,
            length_ratio: if of.direct_um == 0 { 1.0 } else { thousandths(of.length_um, of.direct_um) },
            heads: of.heads,
            heads_on_top: of.heads_on_top,
            labels: of.labels,
            labels_on_rules: of.labels_on_rules,
            unused_share: thousandths(of.unused_um, of.room_um.max(1)),
        }
    }
}

impl<'a> From<&'a PageMeasures> for Page<'a> {
    fn from(of: &'a PageMeasures) -> Page<'a> {
        Page {
            page: of.page,
            measures: Row::from(&of.measures),
            connectors: of.connectors.iter().map(Connector::from).collect(),
        }
    }
}

impl<'a> From<&'a certificate::Connector> for Connector<'a> {
    fn from(of: &'a certificate::Connector) -> Connector<'a> {
        Connector { label: &of.label, leads: if of.out { "out" } else { "in" }, page: of.peer_page }
    }
}

/// A ratio, rounded to thousandths in integers, so that every machine prints the same.
fn thousandths(part: i64, whole: i64) -> f64 {
    ((part * 1000 + whole / 2) / whole) as f64 / 1000.0
}

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let sheet = job.sheet()?;
    let pages = certify(&sheet.scene.pages);
    let view = View {
        schema: "laporan-v1",
        title: &job.procedure.sop.identitas.sop,
        totals: Row::from(&Measures::total(pages.iter().map(|page| &page.measures))),
        pages: pages.iter().map(Page::from).collect(),
        left_to_words: sheet.notes.iter().map(|note| note.words(job.options.lang)).collect(),
    };
    let text =
        serde_json::to_string_pretty(&view).expect("bug: a certificate of words and numbers serialises");
    Ok(vec![Artifact::text(".laporan.json", text + "\n")])
}
