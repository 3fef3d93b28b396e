//! The procedure for other programs. The shape is versioned: a new one is a new folder beside `v1`.

mod v1;

use super::{Artifact, EmitError, Emitter, Job};
use crate::text::Text;

pub(super) const EMITTER: Emitter = Emitter {
    name: "json",
    about: Text { id: "seluruh isi SOP untuk program lain", en: "the whole procedure, for other programs" },
    by_default: true,
    draws: false,
    emit,
};

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let view = v1::view(job.procedure, job.options);
    let text =
        serde_json::to_string_pretty(&view).expect("bug: the view holds strings, numbers and lists only");
    Ok(vec![Artifact::text(".json", text + "\n")])
}
