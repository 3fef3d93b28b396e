//! Scene → PDF: one file that an archive keeps and a screen reader reads.
//!
//! Text is text in embedded subset faces. Nothing depends on clock or machine: the same procedure gives the same bytes.

mod content;
mod draw;
mod face;
mod fields;
mod file;
mod links;
mod logo;
mod outline;
mod pack;
mod source;
mod tags;

pub use source::{Source, Unopened, sources};

use super::fingerprint::fingerprint;
use super::{Artifact, EmitError, Emitter, Job, Options};
use crate::analysis::Procedure;
use crate::config::Arsip;
use crate::layout;
use crate::layout::front::{Chapter, Front, tahun};
use crate::layout::length::Len;
use crate::layout::scene::Scene;
use crate::model::{Identitas, Isian};
use crate::text::Text;
use content::Content;
use file::File;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use std::borrow::Borrow;
use tags::Tags;

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
        forced: chapters.iter().any(|(_, options)| options.forced),
    };
    let settings = &options.config;
    let mut start = layout::front::before(&front, settings, &titles);
    let mut drawn = Vec::new();
    for (at, (procedure, options)) in chapters.iter().enumerate() {
        let Options { config, logo, forced, .. } = options;
        let sheet = layout::chapter(procedure, config, logo.as_ref(), *forced, Some(start));
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
        let date = [tanggal_pembuatan, tanggal_efektif].into_iter().find_map(|date| match date {
            Isian::Isi(date) => Some((date.tahun?, date.bulan?, date.hari?)),
            Isian::Kosong | Isian::TidakAda => None,
        });
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
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(match about.arsip {
            Arsip::A3a => Archival::A3_A,
            Arsip::A2a => Archival::A2_A,
        })
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("bug: the combination of standards is refused");
    // Compressed by `pack`.
    let settings = SerializeSettings { configuration, compress_content_streams: false, ..Default::default() };
    let mut document = Document::new_with(settings);
    let mut outline = Outline::new();
    let lang = if about.lang.is_empty() { "id" } else { about.lang };
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    let mut places = Vec::new();
    let mut content = Content::default();
    let starts = about.parts.iter().map(|part| (part.first, Some(part)));
    let starts: Vec<_> = std::iter::once((0, None)).chain(starts).collect();
    for (at, (first, part)) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(scene.pages.len(), |(next, _)| *next);
        let mut tags = Tags::default();
        for index in *first..end {
            tags.draw(&mut document, &mut content, index, &scene.pages);
        }
        let marks = outline::of(scene, *first..end);
        match part {
            Some(part) => {
                tree.push(TagGroup::with_children(Tag::Part, tags.finish().0));
                let mut node = OutlineNode::new(short(&part.title), outline::to(*first, Len::ZERO));
                marks.into_iter().for_each(|mark| node.push_child(mark));
                outline.push_child(node.with_open(false));
            }
            None => {
                let (groups, of_form) = tags.finish();
                groups.into_iter().for_each(|group| tree.push(group));
                places.extend(of_form);
                marks.into_iter().for_each(|mark| outline.push_child(mark));
            }
        }
    }
    let heights: Vec<f32> = scene.pages.iter().map(|page| page.height.to_pt()).collect();
    drop(pages);
    document.set_tag_tree(tree);
    document.set_outline(outline);
    document.set_metadata(metadata(about, lang));
    if about.arsip == Arsip::A3a {
        source::attach(&mut document, &about.sources, date(about));
    }
    let plain = document.finish().unwrap_or_else(|error| panic!("bug: the PDF is refused: {error:?}"));
    let finished = File::read(&plain).and_then(|file| {
        let mut changed = content.objects(&file)?;
        fields::add(&file, &heights, places, &mut changed)?;
        drop(content);
        pack::pack(&file, &changed)
    });
    finished.expect("bug: our own PDF is not as its library writes it")
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

/// The day on the sheet. A file without a full date gets the first day of the Unix calendar, which readers know as
/// "no date".
fn date(about: &About) -> DateTime {
    let (year, month, day) = about.date.unwrap_or((1970, 1, 1));
    DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0)
}

fn metadata(about: &About, lang: &str) -> Metadata {
    let title = if about.title.trim().is_empty() { "SOP".to_owned() } else { short(&about.title) };
    let keywords: Vec<String> = about.keywords.iter().map(|word| short(word)).collect();
    let mut metadata = Metadata::new()
        .title(title.clone())
        .language(lang.to_owned())
        .creator(concat!("sop ", env!("CARGO_PKG_VERSION")).to_owned())
        .creation_date(date(about))
        .keywords(keywords)
        .document_id(format!("{title}\n{}\n{:016x}", about.keywords.join("\n"), about.version));
    if let Some(author) = &about.author {
        metadata = metadata.authors(vec![short(author)]);
    }
    metadata
}
