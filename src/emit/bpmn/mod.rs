//! The procedure as BPMN 2.0, for engines that run it and tools that draw it.
//!
//! ```text
//!  Procedure ─▶ graph (parts, no engine) ─▶ draw (places on the page) ─▶ write (+ profile of the engine)
//! ```

mod draw;
mod graph;
mod gutters;
mod limit;
mod names;
mod profile;
mod words;
mod write;
mod xml;

use super::{Artifact, EmitError, Emitter, Job, bounds};
use crate::text::Text;

pub(super) const EMITTER: Emitter = Emitter {
    name: "bpmn",
    about: Text {
        id: "alur sebagai BPMN 2.0, untuk mesin proses",
        en: "the flow as BPMN 2.0, for process engines",
    },
    by_default: false,
    draws: false,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    bounds::rows_again(&job.procedure.sop)?;
    let options = job.options;
    let words = words::Words::of(options.lang);
    let graph = graph::Graph::of(&job.procedure.sop, words);
    let text = write::Writer::new(&graph, options, words).write();
    Ok(vec![Artifact::text(".bpmn", text)])
}
