//! Forms as files to fill in on a screen or in an office program: one web page, Markdown, a workbook, a document. The
//! page engine prints the same forms as PDF.

#[cfg(feature = "docx")]
mod docx;
#[cfg(any(feature = "docx", feature = "xlsx"))]
mod logo;
mod markdown;
mod view;
mod words;
#[cfg(feature = "xlsx")]
mod xlsx;

#[cfg(feature = "docx")]
pub use docx::docx;
#[cfg(feature = "xlsx")]
pub use xlsx::xlsx;

use self::view::{Escape, View};
use super::template::{Template, data, fill, template};
use super::{EmitError, Job, Options, bounds};
#[cfg(any(feature = "docx", feature = "xlsx"))]
use crate::forms::Part;
use crate::forms::names::SCHEMA;
use crate::forms::{self, Form, Setup};
use crate::layout::wrap::unbroken;

pub(super) static HTML: Template = template!("formulir.html", html_data);
pub(super) static MARKDOWN: Template = template!("formulir.md", markdown_data);

/// The form as one web page that needs no network: it keeps what is filled in in the browser, and gives it out as
/// JSON and CSV.
///
/// # Errors
///
/// The office's template.
pub fn html(form: &Form, options: &Options) -> Result<String, EmitError> {
    fill(&HTML, &options.templates, &html_view(form, options))
}

/// The form as Markdown.
///
/// # Errors
///
/// The office's template.
pub fn markdown(form: &Form, options: &Options) -> Result<String, EmitError> {
    fill(&MARKDOWN, &options.templates, &markdown_view(form, options))
}

/// The case checklist of a job's procedure.
///
/// # Errors
///
/// It would be too long.
pub(super) fn checklist(job: &Job) -> Result<Form, EmitError> {
    let form = whole_checklist(job);
    bounds::forms(std::slice::from_ref(&form)).map(|()| form)
}

fn whole_checklist(job: &Job) -> Form {
    let Options { config, lang, standing, .. } = job.options;
    forms::kendali::form(job.procedure, &Setup::new(config, *lang, *standing))
}

fn html_view(form: &Form, options: &Options) -> View {
    view::view(form, options, Escape { inline: unbroken, line: unbroken })
}

fn markdown_view(form: &Form, options: &Options) -> View {
    view::view(form, options, Escape { inline: markdown::inline, line: markdown::line })
}

fn html_data(job: &Job) -> serde_json::Value {
    data(&html_view(&whole_checklist(job), job.options))
}

fn markdown_data(job: &Job) -> serde_json::Value {
    data(&markdown_view(&whole_checklist(job), job.options))
}

#[cfg(any(feature = "docx", feature = "xlsx"))]
/// Whether what is only to be read below the signatures is so short that it is no page of its own.
fn reads_briefly(form: &Form) -> bool {
    const MOST_LINES: usize = 20;
    let lines = |part: &Part| if let Part::List { items, .. } = part { items.len() + 1 } else { 1 };
    form.after.iter().map(lines).sum::<usize>() <= MOST_LINES
}

#[cfg(any(feature = "docx", feature = "xlsx"))]
/// The QR code as a PNG, four dots a square.
fn picture(text: &str) -> Option<Vec<u8>> {
    const DOTS: u32 = 4;
    const MARGIN: u32 = 2;
    let code = crate::layout::fill::code::Code::of(text)?;
    let size = u32::try_from(code.size()).ok()?;
    let side = (size + 2 * MARGIN) * DOTS;
    let dark = |at: u32| i32::try_from(at / DOTS).unwrap_or(0) - MARGIN as i32;
    let dots: Vec<u8> = (0..side * side)
        .map(|at| if code.is_dark(dark(at % side), dark(at / side)) { 0 } else { 255 })
        .collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().ok()?.write_image_data(&dots).ok()?;
    Some(out)
}
