//! Scene → PDF: one file that an archive keeps and a screen reader reads.
//!
//! Text is text in embedded subset faces. Nothing depends on clock or machine: the same procedure gives the same bytes.

mod content;
mod draw;
mod face;
mod fields;
mod file;
mod gradient;
mod info;
mod links;
mod logo;
mod outline;
mod source;
mod tags;
mod tree;

pub use source::{Source, Unopened, sources};

use super::fingerprint::fingerprint;
use super::{Artifact, EmitError, Emitter, Job, Options};
use crate::analysis::Procedure;
use crate::config::Arsip;
use crate::layout;
use crate::layout::front::{Chapter, Front, tahun};
use crate::layout::scene::Scene;
use crate::model::Identitas;
use crate::text::Text;
use content::Content;
use file::{File, Sheet};
use info::Info;
use outline::Bookmark;
use pdf_writer::types::{StructRole, TabOrder};
use pdf_writer::writers::{Catalog, Page};
use pdf_writer::{Finish, Name, Rect, Ref, Str, TextStr};
use std::borrow::Borrow;
use tags::{Tags, Target};
use tree::{Group, Tree};

pub(super) const EMITTER: Emitter = Emitter {
    name: "chart",
    about: Text {
        id: "lembar SOP untuk dicetak dan disahkan: bagian identitas dan bagan alir dalam satu PDF",
        en: "the sheet to print and sign: identity and flowchart in one PDF",
    },
    by_default: true,
    draws: true,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let options = job.options;
    let mut about = About::of(job.procedure);
    about.arsip = options.config.cetak.pdf;
    about.sources = vec![source_of(options)];
    let bytes = write(&job.sheet()?.scene, &about);
    Ok(vec![Artifact { suffix: ".pdf".to_owned(), bytes }])
}

/// Several procedures as one file: cover, approval sheet where the settings name signers, contents, then each. Agency and
/// unit of the front are those that all procedures share; official and logo those of the settings, else of the first.
///
/// Errors: a chart does not fit its paper; the number is that of its procedure.
pub fn book(title: &str, chapters: &[(&Procedure, &Options)]) -> Result<Vec<u8>, (usize, EmitError)> {
    let Some((first, options)) = chapters.first() else { return Ok(Vec::new()) };
    let mut about = About { title: title.to_owned(), ..About::of(first) };
    about.keywords.clear();
    about.arsip = options.config.cetak.pdf;
    let titles: Vec<&str> = chapters.iter().map(|(it, _)| it.sop.identitas.sop.as_str()).collect();
    let mut identitas = first.sop.identitas.clone();
    for other in chapters.iter().map(|(it, _)| &it.sop.identitas) {
        let same = identitas.instansi.iter().zip(&other.instansi).take_while(|(a, b)| a == b).count();
        identitas.instansi.truncate(same);
        identitas.unit = identitas.unit.filter(|unit| other.unit.as_ref() == Some(unit));
    }
    let front = Front {
        title,
        nomor: None,
        identitas: &identitas,
        tahun: chapters.iter().filter_map(|(it, _)| tahun(&it.sop.identitas)).max(),
        logo: options.logo.as_ref(),
        standing: chapters.iter().map(|(_, options)| options.standing).max().unwrap_or_default(),
    };
    let settings = &options.config;
    let mut start = layout::front::before(&front, settings, &titles);
    let mut drawn = Vec::new();
    for (at, (procedure, options)) in chapters.iter().enumerate() {
        let Options { config, logo, standing, .. } = options;
        let sheet = layout::chapter(procedure, config, logo.as_ref(), *standing, Some(start));
        let sheet = sheet.map_err(|unfit| (at, EmitError::DoesNotFit(unfit)))?;
        start += sheet.scene.pages.len();
        let title = procedure.sop.identitas.sop.clone();
        drawn.push(Chapter { title, pages: sheet.scene.pages });
        let own = About::of(procedure);
        about.date = about.date.max(own.date);
        about.version = about.version.rotate_left(7) ^ own.version;
        for word in own.keywords {
            if !about.keywords.contains(&word) {
                about.keywords.push(word);
            }
        }
        about.sources.push(source_of(options));
    }
    let (pages, starts) = layout::front::book(&front, settings, drawn);
    about.parts = titles
        .into_iter()
        .zip(starts)
        .map(|(title, first)| Part { title: title.to_owned(), first })
        .collect();
    Ok(write(Scene { pages }, &about))
}

pub(super) fn source_of(options: &Options) -> Source {
    Source { name: format!("{}.sop", options.stem), bytes: options.source.clone() }
}

/// What a PDF says about itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The procedure's name.
    pub title: String,
    /// Further words to find it by.
    pub keywords: Vec<String>,
    /// The language of the words; `id` where none is named.
    pub lang: &'static str,
    /// The agency.
    pub author: Option<String>,
    /// Year, month and day on the sheet; no clock is asked.
    pub date: Option<(u16, u8, u8)>,
    /// Tells versions of the procedure apart.
    pub version: u64,
    /// The standard of archiving.
    pub arsip: Arsip,
    /// The procedures of a book; empty where the file holds one. What comes before the first belongs to all.
    pub parts: Vec<Part>,
    /// What the pages were made from; attached where the standard allows it.
    pub sources: Vec<Source>,
}

/// A procedure among others.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub title: String,
    /// Its first page, from 0.
    pub first: usize,
}

impl About {
    /// From the identity. The date is the day it was made, else the day it took effect; a day of
    /// revision may lie ahead.
    pub fn of(procedure: &Procedure) -> About {
        let Identitas { sop, nomor, instansi, unit, jenis, .. } = &procedure.sop.identitas;
        let Identitas { tanggal_pembuatan, tanggal_efektif, .. } = &procedure.sop.identitas;
        let date = [tanggal_pembuatan, tanggal_efektif].into_iter().find_map(|date| date.isi()?.full());
        let agency: Vec<&str> = instansi.iter().chain(unit).map(String::as_str).collect();
        About {
            title: sop.clone(),
            keywords: nomor.iter().chain(jenis).cloned().collect(),
            author: (!agency.is_empty()).then(|| agency.join(", ")),
            date,
            version: fingerprint(&procedure.sop),
            ..About::default()
        }
    }
}

/// Draws the pages into one file. Those of a long form are let go of as soon as they are drawn, when they are given away.
pub fn write(pages: impl Borrow<Scene>, about: &About) -> Vec<u8> {
    let scene = pages.borrow();
    let mut file = File::new();
    let [root, resources, structure, bookmarks, info, described] = [(); 6].map(|()| file.number());
    let sheets: Vec<Sheet> = scene.pages.iter().map(|page| Sheet::new(file.number(), page.height)).collect();
    let mut content = Content::default();
    let mut tree = Tree::new(sheets.len());
    let (mut document, mut outline, mut places) = (Group::new(StructRole::Document), Vec::new(), Vec::new());
    let starts = about.parts.iter().map(|part| (part.first, Some(part)));
    let starts: Vec<_> = std::iter::once((0, None)).chain(starts).collect();
    for (at, (first, part)) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(sheets.len(), |(next, _)| *next);
        let mut tags = Tags::default();
        for index in *first..end {
            let mut target =
                Target { file: &mut file, content: &mut content, tree: &mut tree, sheets: &sheets };
            let annotations = tags.draw(&mut target, index, &scene.pages);
            let drawn = content.end(&mut file);
            let (id, paper) = (sheets[index].id, &scene.pages[index]);
            let mut page: Page<'_> = file.object(id).page(id);
            page.media_box(Rect::new(0.0, 0.0, paper.width.to_pt(), paper.height.to_pt())).parent(root);
            page.contents(drawn).struct_parents(index as i32).tab_order(TabOrder::StructureOrder);
            page.pair(Name(b"Resources"), resources);
            if !annotations.is_empty() {
                page.annotations(annotations);
            }
        }
        let (groups, of_form) = tags.finish();
        let marks = outline::of(scene, *first..end);
        places.extend(of_form);
        match part {
            Some(part) => {
                document.push(Group::of(StructRole::Part, groups));
                outline.push(Bookmark::around(&part.title, *first, marks));
            }
            None => {
                groups.into_iter().for_each(|group| document.push(group));
                outline.extend(marks);
            }
        }
    }
    drop(pages);
    let lang = if about.lang.is_empty() { "id" } else { about.lang };
    let told = Info::of(about, lang);
    content.resources(&mut file, resources);
    tree.write(&mut file, structure, document, lang, &sheets);
    outline::write(&mut file, bookmarks, &outline, &sheets);
    file.object(root).pages(root).kids(sheets.iter().map(|sheet| sheet.id)).count(sheets.len() as i32);
    told.write(&mut file, info);
    let sources = if about.arsip == Arsip::A3a { &about.sources[..] } else { &[] };
    let whole = Whole {
        form: fields::write(&mut file, &places),
        attached: source::attach(&mut file, sources, told.date()),
        colours: Info::colours(&mut file),
        instance: info::name(file.fingerprint()),
    };
    told.describe(&mut file, described, &whole.instance, sheets.len());

    let catalogue = file.number();
    let mut out: Catalog<'_> = file.first(catalogue).indirect(catalogue).start();
    out.pages(root).metadata(described).lang(TextStr(lang)).outlines(bookmarks);
    out.pair(Name(b"StructTreeRoot"), structure);
    whole.write(&mut out);
    out.finish();
    file.finish(catalogue, info, [&told.document, &whole.instance])
}

/// What belongs to a file as a whole.
struct Whole {
    form: Option<Ref>,
    attached: Vec<(String, Ref)>,
    colours: Ref,
    /// Names this version of the file.
    instance: String,
}

impl Whole {
    fn write(&self, out: &mut Catalog<'_>) {
        out.mark_info().marked(true);
        out.viewer_preferences().display_doc_title(true);
        out.insert(Name(b"OutputIntents")).array().item(self.colours);
        if let Some(form) = self.form {
            out.pair(Name(b"AcroForm"), form);
        }
        if self.attached.is_empty() {
            return;
        }
        let mut names = out.names();
        let mut files = names.embedded_files();
        let mut entries = files.names();
        for (name, specification) in &self.attached {
            entries.insert(Str(name.as_bytes()), *specification);
        }
        entries.finish();
        files.finish();
        names.finish();
        out.insert(Name(b"AF")).array().items(self.attached.iter().map(|(_, specification)| *specification));
    }
}

/// A text for the file's own strings, which archives limit; on the page it is printed in full.
fn short(text: &str) -> String {
    const MOST: usize = 1000;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
