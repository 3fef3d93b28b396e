//! Every door out. An emitter draws or prints what is there and decides nothing; it returns bytes and writes none.

mod bounds;
#[cfg(feature = "bpmn")]
mod bpmn;
mod certificate;
mod checklist;
mod dot;
mod engine;
pub mod forms;
mod json;
pub mod lembar;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "png")]
mod png;
mod pnml;
mod rust;
mod scxml;
mod svg;
pub mod template;
mod unique;

#[cfg(feature = "png")]
pub use self::png::page_png;
pub use certificate::CERTIFICATE;
pub use engine::Engine;
pub use rust::migration;
pub use rust::{Codes, codes};
pub use svg::page_svg;
pub use template::{OwnTemplate, Template, Templates};

use crate::analysis::Procedure;
use crate::config::Config;
use crate::layout::markup::{self, Finding};
use crate::layout::scene::Image;
use crate::layout::{self, Sheet, Unfit};
use crate::model::{Sop, Standing, fingerprint};
use crate::text::{Lang, Text, fold};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every way out, in the order of the help.
pub static ALL: &[Emitter] = &[
    #[cfg(feature = "pdf")]
    pdf::EMITTER,
    svg::EMITTER,
    #[cfg(feature = "png")]
    self::png::EMITTER,
    checklist::EMITTER,
    forms::KENDALI,
    forms::KARTU,
    forms::DOKUMEN,
    forms::LAYANAN,
    forms::MONITORING,
    forms::EVALUASI,
    forms::VERIFIKASI,
    #[cfg(feature = "xlsx")]
    checklist::XLSX,
    #[cfg(feature = "docx")]
    checklist::DOCX,
    rust::EMITTER,
    json::EMITTER,
    pnml::EMITTER,
    #[cfg(feature = "bpmn")]
    bpmn::EMITTER,
    scxml::EMITTER,
    dot::EMITTER,
];

/// Every template, which an office may replace by one of its own.
pub static TEMPLATES: &[&Template] =
    &[&lembar::MARKDOWN, &lembar::HTML, &rust::TEMPLATE, &pnml::TEMPLATE, &scxml::TEMPLATE];

/// The emitter of this name, as `--target` takes it.
pub fn find(name: &str) -> Option<&'static Emitter> {
    ALL.iter().find(|emitter| emitter.name == name)
}

/// A way out.
#[derive(Debug)]
pub struct Emitter {
    /// As `--target` takes it.
    pub name: &'static str,
    /// One line for the help.
    pub about: Text,
    /// Whether it is made when no output is named.
    pub by_default: bool,
    /// Whether it draws the sheet.
    pub draws: bool,
    /// Makes the files.
    pub emit: fn(&Job) -> Result<Vec<Artifact>, EmitError>,
}

/// Lanes by each of their names, folded; the first of a name.
fn lanes_by_name(sop: &Sop) -> BTreeMap<String, usize> {
    let mut named = BTreeMap::new();
    for (at, pelaksana) in sop.pelaksana.iter().enumerate() {
        let names = pelaksana.names();
        for name in names {
            named.entry(fold(name)).or_insert(at);
        }
    }
    named
}

/// What an emitter is given. The sheet is laid out when the first one asks for it, and once for all of them.
#[derive(Debug)]
pub struct Job<'a> {
    /// What is put out.
    pub procedure: &'a Procedure,
    /// What the outputs depend on beside it.
    pub options: &'a Options,
    sheet: OnceCell<Result<Sheet, Unfit>>,
}

impl<'a> Job<'a> {
    /// Nothing is laid out yet.
    pub fn new(procedure: &'a Procedure, options: &'a Options) -> Job<'a> {
        Job { procedure, options, sheet: OnceCell::new() }
    }

    /// The sheet as it is printed.
    ///
    /// Errors: the chart does not fit its paper.
    pub fn sheet(&self) -> Result<&Sheet, EmitError> {
        let Options { config, logo, standing, findings, lang, .. } = self.options;
        let sheet = self.sheet.get_or_init(|| {
            let mut sheet = layout::sheet(self.procedure, config, logo.as_ref(), *standing)?;
            if let Some(findings) = findings {
                markup::mark(&mut sheet, findings, *lang);
            }
            Ok(sheet)
        });
        sheet.as_ref().map_err(|unfit| EmitError::DoesNotFit(unfit.clone()))
    }
}

/// What an output depends on beside the procedure. Nothing else reaches it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Settings in force.
    pub config: Config,
    /// The language of words that the compiler adds (the sheet's own words come from the labels).
    pub lang: Lang,
    /// The file's name without folder and ending.
    pub stem: String,
    /// The `.sop` file that the procedure was read from, byte for byte.
    pub source: Vec<u8>,
    /// The logo, where one is named and could be read.
    pub logo: Option<Arc<Image>>,
    /// Whose extensions a BPMN file carries.
    pub engine: Engine,
    /// Of pictures made of dots.
    pub resolution: Resolution,
    /// Makes the sheet a working print with these findings on it.
    pub findings: Option<Vec<Finding>>,
    /// Where the file has errors and was built all the same, every page and file says so.
    pub standing: Standing,
    /// The office's own templates.
    pub templates: Arc<Templates>,
}

/// Dots per inch of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolution(u16);

impl Resolution {
    /// Below, the smallest letters of the sheet cannot be read; above, a page takes hundreds of megabytes to draw.
    pub const BOUNDS: std::ops::RangeInclusive<u16> = 50..=600;

    /// `None` outside the bounds.
    pub fn new(dpi: u16) -> Option<Resolution> {
        Resolution::BOUNDS.contains(&dpi).then_some(Resolution(dpi))
    }

    /// Dots per inch.
    pub fn dpi(self) -> u16 {
        self.0
    }
}

impl Default for Resolution {
    fn default() -> Resolution {
        Resolution(150)
    }
}

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// After the stem: `.pdf`, `-1.svg`.
    pub suffix: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A text file.
    pub fn text(suffix: impl Into<String>, text: String) -> Artifact {
        Artifact { suffix: suffix.into(), bytes: text.into_bytes() }
    }
}

/// Why an output could not be made, where the text itself is not at fault.
#[derive(Debug, thiserror::Error)]
pub enum EmitError {
    /// The lanes, or one row, cannot be fitted on this paper, or the output would become too large.
    #[error("{}", .0.words(Lang::Id))]
    DoesNotFit(Unfit),
    /// A template and what it is given do not go together.
    #[error("{}", .0.words(Lang::Id))]
    Template(Box<template::Fault>),
}

impl From<Unfit> for EmitError {
    fn from(unfit: Unfit) -> EmitError {
        EmitError::DoesNotFit(unfit)
    }
}
