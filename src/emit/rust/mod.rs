//! The procedure as a state machine in Rust: one file, no dependencies.
//!
//! `names`, `doc` and `expr` see to it that any text gives valid code which rustfmt leaves alone; `maker` names everything
//! once; `view`, `enums` and `tables` decide what there is, `typestate` its typed face, `runs` what its tests drive; the
//! template prints.

mod doc;
mod enums;
mod expr;
mod maker;
pub mod migration;
mod names;
mod runs;
mod tables;
mod typestate;
mod view;
mod words;

use super::template::{Template, data, fill, template};
use super::{Artifact, EmitError, Emitter, Job, bounds};
use crate::analysis::Procedure;
use crate::text::Text;

pub(super) const EMITTER: Emitter = Emitter {
    name: "rust",
    about: Text { id: "mesin keadaan dalam bahasa Rust", en: "state machine in Rust" },
    by_default: true,
    draws: false,
    emit,
};

pub(super) static TEMPLATE: Template = template!("state_machine.rs", view_data);

fn view_data(job: &Job) -> serde_json::Value {
    data(&view::view(job.procedure, job.options))
}

/// What the generated program calls things in the cases that it saves.
#[derive(Clone, Debug)]
pub struct Codes {
    /// Of steps, by place.
    pub langkah: Vec<String>,
    /// Of actors, each with its name in the procedure.
    pub pelaksana: Vec<(String, String)>,
    /// Of outcomes, each with its answer.
    pub hasil: Vec<(String, String)>,
}

/// The names that the program of this procedure uses.
pub fn codes(procedure: &Procedure) -> Codes {
    view::codes(procedure)
}

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    bounds::rows_again(&job.procedure.sop)?;
    let text = fill(&TEMPLATE, &job.options.templates, &view::view(job.procedure, job.options))?;
    Ok(vec![Artifact::text(".rs", text)])
}
