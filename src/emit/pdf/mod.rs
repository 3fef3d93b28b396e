//! Scene → PDF: one file that an archive keeps and a screen reader reads.
//!
//! Text is text in embedded subset faces. Nothing depends on clock or machine: the same procedure gives the same bytes.

mod draw;
mod logo;
mod tags;

use crate::layout::scene::{PageKind, Scene};
use draw::Fonts;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use tags::Tags;

/// What a PDF says about itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The procedure's name.
    pub title: String,
    /// Further words to find it by.
    pub keywords: Vec<String>,
    /// The agency.
    pub author: Option<String>,
    /// Year, month and day on the sheet; no clock is asked.
    pub date: Option<(u16, u8, u8)>,
}

/// Draws the pages into one file.
pub fn write(scene: &Scene, about: &About) -> Vec<u8> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("bug: the combination of standards is refused");
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let fonts = Fonts::new();
    let mut outline = Outline::new();
    let mut tags = Tags::default();
    for (index, page) in scene.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(page.width.to_pt(), page.height.to_pt())
            .expect("bug: a page without extent");
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        tags.page(&mut surface, &fonts, index, page.kind, &page.items);
        surface.finish();
        sheet.finish();
        let name = match page.kind {
            PageKind::Identitas if index == 0 => "Identitas".to_owned(),
            PageKind::Identitas => format!("Identitas (lanjutan {index})"),
            PageKind::Bagan { page, .. } => format!("Bagan alir, halaman {page}"),
        };
        outline.push_child(OutlineNode::new(name, XyzDestination::new(index, Point::from_xy(0.0, 0.0))));
    }
    document.set_tag_tree(tags.finish());
    document.set_outline(outline);
    document.set_metadata(metadata(about));
    document.finish().unwrap_or_else(|error| panic!("bug: the PDF is refused: {error:?}"))
}

fn metadata(about: &About) -> Metadata {
    // A file without a full date gets the first day of the Unix calendar, which readers know as "no date".
    let (year, month, day) = about.date.unwrap_or((1970, 1, 1));
    let date = DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0);
    let title = if about.title.trim().is_empty() { "SOP" } else { about.title.trim() };
    let mut metadata = Metadata::new()
        .title(title.to_owned())
        .language("id".to_owned())
        .creator(concat!("sop ", env!("CARGO_PKG_VERSION")).to_owned())
        .creation_date(date)
        .keywords(about.keywords.clone())
        .document_id(format!("{}\n{}", about.title, about.keywords.join("\n")));
    if let Some(author) = &about.author {
        metadata = metadata.authors(vec![author.clone()]);
    }
    metadata
}
