//! Forms to fill in, as files: every form in every format.

use super::{Artifact, EmitError, Emitter, Job, Options, bounds, lembar, page_svg};
use crate::analysis::Procedure;
use crate::forms::{self, Fakta, Form, Jenis, Setup};
use crate::layout;
use crate::layout::scene::Scene;
use crate::text::Text;

macro_rules! emitters {
    ($($name:ident: $jenis:ident, $id:literal, $en:literal;)*) => {$(
        pub(super) const $name: Emitter = Emitter {
            name: Jenis::$jenis.name(),
            about: Text { id: $id, en: $en },
            by_default: false,
            draws: false,
            emit: |job| emit(Jenis::$jenis, job),
        };
    )*};
}

emitters! {
    KENDALI: LembarKendali, "lembar kendali yang berjalan bersama berkas, untuk dicetak dan diisi (PDF)",
        "the checklist that travels with a case, to print and fill in (PDF)";
    KARTU: Kartu, "kartu untuk tiap pelaksana: hanya langkahnya sendiri (PDF)",
        "a card for each actor: only their own steps (PDF)";
    DOKUMEN: Dokumen, "daftar dokumen dan peralatan: dibuat dan diperlukan di langkah mana (PDF)",
        "list of papers and tools: which step makes and needs them (PDF)";
    LAYANAN: Layanan, "informasi layanan untuk masyarakat, hanya untuk SOP pelayanan (PDF)",
        "service information for the public, for service procedures only (PDF)";
    MONITORING: Monitoring, "formulir monitoring penerapan SOP (PDF)", "SOP monitoring form (PDF)";
    EVALUASI: Evaluasi, "formulir evaluasi tahunan SOP (PDF)", "yearly SOP evaluation form (PDF)";
    VERIFIKASI: Verifikasi, "berita acara verifikasi SOP (PDF)", "minutes of SOP verification (PDF)";
}

/// A format of forms.
#[derive(Debug)]
pub struct Format {
    /// As the command line takes it.
    pub name: &'static str,
    /// One line for the help.
    pub about: Text,
    /// The files of a form; suffixes begin behind the name of the form.
    pub write: fn(&Form, &Sheet) -> Result<Vec<Artifact>, EmitError>,
}

/// What a form's file says beside the form.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What outputs depend on.
    pub options: &'a Options,
    /// The procedure, where the form is for one.
    pub procedure: Option<&'a Procedure>,
}

/// Every format, in the order of the help.
pub static FORMATS: &[Format] = &[
    #[cfg(feature = "pdf")]
    Format {
        name: "pdf",
        about: Text { id: "untuk dicetak dan diisi dengan tangan", en: "to print and fill in by hand" },
        write: pdf,
    },
    Format { name: "svg", about: Text { id: "satu gambar per halaman", en: "a picture a page" }, write: svg },
    Format {
        name: "html",
        about: Text {
            id: "satu halaman web untuk diisi di ponsel atau komputer, tanpa jaringan",
            en: "one web page to fill in on a telephone or a computer, without a network",
        },
        write: |form, sheet| Ok(vec![Artifact::text(".html", lembar::html(form, sheet.options)?)]),
    },
    Format {
        name: "md",
        about: Text { id: "Markdown, tanpa logo dan kode QR", en: "Markdown, without logo and QR code" },
        write: |form, sheet| Ok(vec![Artifact::text(".md", lembar::markdown(form, sheet.options)?)]),
    },
    #[cfg(feature = "xlsx")]
    Format {
        name: "xlsx",
        about: Text { id: "buku kerja", en: "workbook" },
        write: |form, sheet| {
            let bytes = lembar::xlsx(form, sheet.options);
            Ok(vec![Artifact { suffix: ".xlsx".to_owned(), bytes }])
        },
    },
    #[cfg(feature = "docx")]
    Format {
        name: "docx",
        about: Text { id: "dokumen", en: "document" },
        write: |form, sheet| {
            let bytes = lembar::docx(form, sheet.options);
            Ok(vec![Artifact { suffix: ".docx".to_owned(), bytes }])
        },
    },
];

/// The format of this name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// The forms of a kind for a procedure, as files of one format.
///
/// Errors: there would be too much; the format's own.
pub fn files(jenis: Jenis, job: &Job, format: &Format) -> Result<Vec<Artifact>, EmitError> {
    let Options { config, lang, standing, .. } = job.options;
    let setup = Setup::new(config, *lang, *standing);
    if jenis == Jenis::Kartu {
        let source = if format.name == "pdf" { job.options.source.len() } else { 0 };
        bounds::cards(job.procedure, source)?;
    }
    let sheet = Sheet { options: job.options, procedure: Some(job.procedure) };
    let forms = forms::of(jenis, job.procedure, &setup);
    bounds::forms(&forms)?;
    written(&forms, &sheet, format)
}

/// The form of a kind for many procedures at once, as files of one format; their names begin with a point.
///
/// Errors: the format's own.
pub fn joint(
    jenis: Jenis,
    list: &[Fakta],
    options: &Options,
    format: &Format,
) -> Result<Vec<Artifact>, EmitError> {
    let Options { config, lang, standing, .. } = options;
    let setup = Setup::new(config, *lang, *standing);
    let form = forms::tugas::form(jenis, list, &setup);
    written(form.as_slice(), &Sheet { options, procedure: None }, format)
}

fn written(forms: &[Form], sheet: &Sheet, format: &Format) -> Result<Vec<Artifact>, EmitError> {
    let mut out = Vec::new();
    for form in forms {
        let files = (format.write)(form, sheet)?;
        out.extend(
            files
                .into_iter()
                .map(|file| Artifact { suffix: format!(".{}{}", form.nama, file.suffix), ..file }),
        );
    }
    Ok(out)
}

fn emit(jenis: Jenis, job: &Job) -> Result<Vec<Artifact>, EmitError> {
    files(jenis, job, &FORMATS[0])
}

/// The form's pages.
pub fn scene(form: &Form, options: &Options) -> Scene {
    Scene { pages: layout::fill(form, &options.config, options.logo.as_ref()) }
}

#[cfg(feature = "pdf")]
fn pdf(form: &Form, sheet: &Sheet) -> Result<Vec<Artifact>, EmitError> {
    use super::pdf::{About, source_of, write};
    let mut about = sheet.procedure.map(About::of).unwrap_or_default();
    about.title = match form.sop.as_deref().filter(|name| !name.is_empty()) {
        Some(sop) => format!("{}: {sop}", form.judul),
        None => form.judul.clone(),
    };
    about.arsip = sheet.options.config.cetak.pdf;
    about.lang = form.lang;
    about.sources.extend(sheet.procedure.map(|_| source_of(sheet.options)));
    about.keywords.push(form.nama.clone());
    let bytes = write(scene(form, sheet.options), &about);
    Ok(vec![Artifact { suffix: ".pdf".to_owned(), bytes }])
}

fn svg(form: &Form, sheet: &Sheet) -> Result<Vec<Artifact>, EmitError> {
    let scene = scene(form, sheet.options);
    let pages = scene.pages.iter().enumerate();
    Ok(pages.map(|(at, page)| Artifact::text(format!("-{}.svg", at + 1), page_svg(page))).collect())
}
