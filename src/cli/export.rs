//! `sop export`: one output for another program, onto the screen or into a file. Also of a procedure with errors: another
//! tool may be asked about the very flow that has them.

use super::error::{CliError, Misuse};
use super::order::{engines, stem_of};
use super::screen::Screen;
use super::words::{ENGINE, FILE, Words};
use super::{Exit, view, write};
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, FromArgMatches};
use sop::emit::{self, Emitter, Engine, Job, Options};
use sop::text::Text;
use std::path::PathBuf;
use std::sync::Arc;

/// The outputs are flags, made from the list of emitters: `--pnml`.
pub(super) struct Args {
    file: PathBuf,
    emitter: &'static Emitter,
    engine: Option<String>,
    output: Option<PathBuf>,
}

/// What is read by programs. Pages and forms to fill in are for `sop build`.
pub(super) fn emitters() -> impl Iterator<Item = &'static Emitter> {
    emit::ALL.iter().filter(|emitter| !emitter.draws && emitter.name != "checklist")
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        let flag = |emitter: &Emitter| Arg::new(emitter.name).long(emitter.name).action(ArgAction::SetTrue);
        let names = emitters().map(|emitter| emitter.name);
        command
            .arg(Arg::new("file").required(true).value_parser(clap::value_parser!(PathBuf)))
            .args(emitters().map(flag))
            .group(ArgGroup::new("target").args(names).required(true))
            .arg(Arg::new("engine").long("engine").value_parser(engines()))
            .arg(Arg::new("output").long("output").short('o').value_parser(clap::value_parser!(PathBuf)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Args::augment_args(command)
    }
}

impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Args, clap::Error> {
        let asked = |emitter: &&Emitter| matches.get_flag(emitter.name);
        Ok(Args {
            file: matches.get_one::<PathBuf>("file").expect("bug: clap lets it be missing").clone(),
            emitter: emitters().find(asked).expect("bug: clap lets it be missing"),
            engine: matches.get_one::<String>("engine").cloned(),
            output: matches.get_one::<PathBuf>("output").cloned(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Args::from_arg_matches(matches)?;
        Ok(())
    }
}

static NO_ROWS: Text = Text { id: "tidak ada kegiatan yang dapat ditulis", en: "there are no rows to write" };
static SEVERAL: Text = Text {
    id: "`--{a}` membuat beberapa berkas, yang tidak muat di satu keluaran",
    en: "`--{a}` makes several files, and there is one place for them",
};
static BUILD_THEM: Text = Text { id: "pakai `sop build --target {a}`", en: "use `sop build --target {a}`" };

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Menulis satu keluaran bagi program lain, ke layar atau ke berkas",
        en: "Write one output for another program, to the screen or into a file",
    },
    usage: Text { id: "sop export --KELUARAN BERKAS", en: "sop export --OUTPUT FILE" },
    args: &[
        ("file", FILE),
        ENGINE,
        (
            "output",
            Text { id: "Tulis ke berkas ini, bukan ke layar", en: "Write into this file, not to the screen" },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop export --pnml monev.sop > monev.pnml    alurnya, untuk diperiksa alat lain",
        en: "Example:\n  sop export --pnml monev.sop > monev.pnml    its flow, for another tool to check",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    if args.engine.is_some() && args.emitter.name != "bpmn" {
        return Err(CliError::Misuse(Misuse::OnlyFor { option: "--engine", target: "bpmn" }));
    }
    let Some((procedure, loaded)) = view::open(&args.file, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    let options = Options {
        config: loaded.folder.settings.config.clone(),
        lang: screen.lang,
        stem: stem_of(&args.file),
        source: loaded.bytes.clone(),
        engine: args.engine.as_deref().and_then(Engine::find).unwrap_or_default(),
        standing: loaded.compiled.standing(),
        templates: Arc::clone(&loaded.folder.templates),
        ..Options::default()
    };
    let failed =
        |source| CliError::Emit { path: args.file.clone(), target: args.emitter.name.to_owned(), source };
    let artifacts = (args.emitter.emit)(&Job::new(&procedure, &options)).map_err(failed)?;
    let [artifact] = artifacts.as_slice() else {
        let name = [("a", args.emitter.name.into())];
        screen.warn(&SEVERAL.fill(screen.lang, &name), Some(BUILD_THEM.fill(screen.lang, &name)));
        return Ok(Exit::Usage);
    };
    match write::named(&args.output) {
        Some(path) => write::file(path, &artifact.bytes)?,
        None => screen.print(artifact.bytes.clone()),
    }
    Ok(view::close(screen, &loaded))
}
