//! The case checklist, to fill in while the work is done: as Markdown and as one web page.

use super::lembar::{self, checklist};
use super::{Artifact, EmitError, Emitter, Job};
use crate::text::Text;

pub(super) const EMITTER: Emitter = Emitter {
    name: "checklist",
    about: Text {
        id: "lembar kendali untuk diisi selama pelaksanaan (Markdown dan HTML)",
        en: "form to fill in while the work is done (Markdown and HTML)",
    },
    by_default: true,
    draws: false,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let form = checklist(job)?;
    let markdown = lembar::markdown(&form, job.options)?;
    let html = lembar::html(&form, job.options)?;
    Ok(vec![Artifact::text(".checklist.md", markdown), Artifact::text(".checklist.html", html)])
}

#[cfg(feature = "xlsx")]
pub(super) const XLSX: Emitter = Emitter {
    name: "xlsx",
    about: Text { id: "lembar kendali sebagai buku kerja (XLSX)", en: "the checklist as a workbook (XLSX)" },
    by_default: false,
    draws: false,
    emit: |job| {
        let bytes = lembar::xlsx(&checklist(job)?, job.options);
        Ok(vec![Artifact { suffix: ".checklist.xlsx".to_owned(), bytes }])
    },
};

#[cfg(feature = "docx")]
pub(super) const DOCX: Emitter = Emitter {
    name: "docx",
    about: Text { id: "lembar kendali sebagai dokumen (DOCX)", en: "the checklist as a document (DOCX)" },
    by_default: false,
    draws: false,
    emit: |job| {
        let bytes = lembar::docx(&checklist(job)?, job.options);
        Ok(vec![Artifact { suffix: ".checklist.docx".to_owned(), bytes }])
    },
};
