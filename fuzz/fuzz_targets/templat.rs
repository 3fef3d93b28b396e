//! Any text as an office's template: a page, or a fault in words, soon and in little room.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::compile::{Compiled, compile};
use sop::config::Config;
use sop::emit::forms::{files, format};
use sop::emit::{Artifact, EmitError, Job, Options, OwnTemplate, TEMPLATES, Templates, find};
use sop::forms::Jenis;
use sop::text::Lang;
use std::sync::{Arc, LazyLock};

static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile(include_str!("../../sops/penyiapan-rapat.sop"), &Config::default()));

fn emit(name: &str, job: &Job) -> Result<Vec<Artifact>, EmitError> {
    (find(name).expect("it is always there").emit)(job)
}

fuzz_target!(|text: &str| {
    let procedure = COMPILED.procedure.as_ref().expect("the seed has rows");
    for name in TEMPLATES.iter().map(|template| template.name) {
        let file = format!("{name}.j2");
        let own = OwnTemplate { file: file.clone(), text: text.to_owned() };
        let options = Options {
            stem: "fuzz".to_owned(),
            templates: Arc::new(Templates::from([(name.to_owned(), own)])),
            ..Options::default()
        };
        let job = Job::new(procedure, &options);
        let made = match name {
            "formulir.html" => files(Jenis::LembarKendali, &job, format("html").expect("it is always there")),
            "formulir.md" => emit("checklist", &job),
            "net.pnml" => emit("pnml", &job),
            "state_machine.rs" => emit("rust", &job),
            "states.scxml" => emit("scxml", &job),
            other => panic!("nothing here prints {other}"),
        };
        match made {
            Ok(_) => {}
            Err(EmitError::Template(fault)) => {
                assert_eq!(fault.file, Some(file));
                for lang in [Lang::Id, Lang::En] {
                    assert!(!fault.words(lang).is_empty() && fault.help(lang).is_some());
                }
            }
            Err(other) => panic!("{other:?}"),
        }
    }
});
