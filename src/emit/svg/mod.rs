//! Pages → SVG, one file per page. What stands where is decided elsewhere; the attributes let a machine read the chart.

mod draw;

use super::{Artifact, EmitError, Emitter, Job};
use crate::layout::scene::{Depan, FieldPart, Item, Mark, Page, PageKind, Scene, Shape};
use crate::layout::wrap::join;
use crate::model::Key;
use crate::text::Text;
use draw::Svg;
pub(super) use draw::address;
use std::fmt::Write;

pub(super) const EMITTER: Emitter = Emitter {
    name: "svg",
    about: Text {
        id: "lembar identitas dan bagan alir, satu berkas SVG per halaman",
        en: "identity sheet and flowchart, one SVG file per page",
    },
    by_default: true,
    draws: true,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let scene = &job.sheet()?.scene;
    Ok(scene
        .pages
        .iter()
        .zip(names(scene))
        .map(|(page, name)| Artifact::text(name + ".svg", page_svg(page)))
        .collect())
}

/// What tells the file of each page from the others: `-identitas`, `-identitas-2`, `-1`, `-2`.
pub(super) fn names(scene: &Scene) -> impl Iterator<Item = String> {
    let numbered = |word: &str, before: usize| match before {
        0 => format!("-{word}"),
        _ => format!("-{word}-{}", before + 1),
    };
    scene.pages.iter().enumerate().map(move |(index, page)| {
        let before = scene.pages[..index].iter().filter(|other| other.kind == page.kind).count();
        match page.kind {
            PageKind::Depan(Depan::Sampul) => numbered("sampul", before),
            PageKind::Depan(Depan::Pengesahan) => numbered("pengesahan", before),
            PageKind::Depan(Depan::DaftarIsi) => numbered("daftar-isi", before),
            PageKind::Identitas => numbered("identitas", before),
            PageKind::Temuan => numbered("temuan", before),
            PageKind::Bagan { page, .. } | PageKind::Isian { page, .. } => format!("-{page}"),
        }
    })
}

/// A page as an SVG file; one unit is a millimetre.
pub fn page_svg(page: &Page) -> String {
    let mut svg = Svg { out: String::with_capacity(page.items.len() * 300) };
    svg.open(page);
    let (width, height) = (page.width.to_mm_text(), page.height.to_mm_text());
    let _ = writeln!(svg.out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
    let mut items = page.items.iter().peekable();
    while let Some(item) = items.next() {
        let letter = items.next_if(|next| next.mark == Mark::SymbolLabel);
        svg.item(item, letter);
    }
    svg.out.push_str("</svg>\n");
    svg.out
}

/// What the page is, for those who do not see it.
fn title(page: &Page) -> String {
    let of_title = |item: &&Item| match &item.mark {
        Mark::Title => true,
        Mark::Field(mark) => mark.field == Key::Sop && matches!(mark.part, FieldPart::Value(_)),
        _ => false,
    };
    let words = page.items.iter().filter(of_title).filter_map(|item| match &item.shape {
        Shape::Text(line) => Some(line.words.as_str()),
        _ => None,
    });
    let mut title = join(words);
    match page.kind {
        PageKind::Depan(Depan::Sampul) => title.push_str(": halaman judul"),
        PageKind::Depan(Depan::Pengesahan | Depan::DaftarIsi) => {}
        PageKind::Identitas => title.push_str(": identitas"),
        PageKind::Temuan => title.push_str("Temuan"),
        PageKind::Isian { page, pages } => {
            let _ = write!(title, "{}halaman {page} dari {pages}", if title.is_empty() { "" } else { ", " });
        }
        PageKind::Bagan { page, pages } => {
            let _ = write!(title, ": bagan alir, halaman {page} dari {pages}");
        }
    }
    title
}

/// What the page shows: of a chart, every symbol with the way on.
fn desc(page: &Page) -> String {
    let symbols = page.items.iter().filter_map(|item| match &item.mark {
        Mark::Symbol(mark) => Some(mark),
        _ => None,
    });
    let mut desc = String::new();
    for mark in symbols {
        let sep = if desc.is_empty() { "" } else { ". " };
        let named = !mark.step.starts_with(['@', '!']);
        let _ = if named {
            write!(desc, "{sep}{}: {}", mark.step, mark.alt)
        } else {
            write!(desc, "{sep}{}", mark.alt)
        };
    }
    match page.kind {
        PageKind::Depan(_) => "Halaman depan dokumen SOP".to_owned(),
        PageKind::Identitas => "Lembar identitas SOP".to_owned(),
        PageKind::Temuan => "Temuan pada SOP ini".to_owned(),
        PageKind::Isian { .. } => "Formulir untuk diisi".to_owned(),
        PageKind::Bagan { .. } => desc,
    }
}
