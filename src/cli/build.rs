//! `sop build`: make the sheet and the other outputs of procedures.

use super::error::{CliError, reason, show};
use super::load::{self, Loaded};
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::settings::Finder;
use super::{Exit, inputs, write};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use sop::diag::{Diagnostic, Severity};
use sop::emit::{self, Emitter, Job, Options, Resolution};
use sop::layout::logo;
use sop::layout::markup::{self, Finding};
use sop::layout::paper::PAPERS;
use sop::layout::scene::Image;
use sop::model::SimpulId;
use sop::syntax::keys::Key;
use sop::text::Lang;
use std::collections::BTreeMap;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More files than this are counted and not listed, and a bar shows how far we are.
const MANY: usize = 20;

#[derive(clap::Args)]
pub(super) struct Args {
    files: Vec<PathBuf>,
    #[arg(long, short)]
    out: Option<PathBuf>,
    #[arg(long, value_delimiter = ',', value_parser = targets())]
    target: Vec<String>,
    #[arg(long)]
    force: bool,
    #[arg(long)]
    report: bool,
    #[arg(long)]
    tandai: bool,
    #[arg(long, value_parser = resolution)]
    resolusi: Option<Resolution>,
    #[arg(long, value_parser = papers())]
    kertas: Option<String>,
}

fn targets() -> clap::builder::PossibleValuesParser {
    emit::ALL.iter().map(|emitter| emitter.name).collect::<Vec<_>>().into()
}

fn resolution(typed: &str) -> Result<Resolution, String> {
    let dpi = typed.parse().ok().and_then(Resolution::new);
    dpi.ok_or_else(|| format!("{}–{}", Resolution::BOUNDS.start(), Resolution::BOUNDS.end()))
}

fn papers() -> clap::builder::PossibleValuesParser {
    PAPERS.iter().map(|paper| paper.name).collect::<Vec<_>>().into()
}

/// What the whole run needs.
struct Run<'a> {
    args: &'a Args,
    screen: &'a mut Screen,
    renderer: Renderer,
    finder: Finder,
    emitters: Vec<&'static Emitter>,
    bar: ProgressBar,
    /// Whether each file is named as it is written.
    listing: bool,
    built: usize,
    written: usize,
}

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let (paths, errors) = inputs::collect(&args.files);
    let mut exit = Exit::Clean;
    for error in &errors {
        screen.error(error);
        exit = Exit::Failure;
    }
    no_two_alike(args, &paths)?;
    let emitters = emitters(args)?;
    let many = paths.len() > MANY;
    let mut run = Run {
        args,
        renderer: Renderer::new(screen.err_looks, screen.lang),
        finder: Finder::new(),
        emitters,
        bar: if many && std::io::stderr().is_terminal() { bar(paths.len()) } else { ProgressBar::hidden() },
        screen,
        listing: !many,
        built: 0,
        written: 0,
    };
    for path in &paths {
        let outcome = run.file(path).unwrap_or_else(|error| {
            run.bar.suspend(|| run.screen.error(&error));
            Exit::Failure
        });
        exit = exit.max(outcome);
        run.bar.inc(1);
    }
    run.bar.finish_and_clear();
    if many {
        let line = match run.screen.lang {
            Lang::Id => {
                format!("{} dari {} SOP dibuat: {} berkas ditulis\n", run.built, paths.len(), run.written)
            }
            Lang::En => {
                format!("{} of {} SOPs built: {} files written\n", run.built, paths.len(), run.written)
            }
        };
        run.screen.print(line);
    }
    Ok(exit)
}

/// The outputs that are asked for. Findings are marked on drawings only, on the PDF unless another is named.
fn emitters(args: &Args) -> Result<Vec<&'static Emitter>, CliError> {
    let mut out: Vec<&'static Emitter> = match &args.target[..] {
        [] if args.tandai => emit::ALL.iter().filter(|emitter| emitter.draws).take(1).collect(),
        [] => emit::ALL.iter().filter(|emitter| emitter.by_default).collect(),
        named => emit::ALL.iter().filter(|emitter| named.iter().any(|it| it == emitter.name)).collect(),
    };
    if let Some(emitter) = out.iter().find(|emitter| args.tandai && !emitter.draws) {
        return Err(CliError::NotDrawn { target: emitter.name.to_owned() });
    }
    out.extend(args.report.then_some(&emit::CERTIFICATE));
    Ok(out)
}

/// A bar that appears only when the run takes long enough to wonder.
fn bar(length: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len}");
    style.map_or(bar.clone(), |style| bar.with_style(style))
}

/// Where the outputs of a file go.
fn folder_of(args: &Args, path: &Path) -> PathBuf {
    args.out.clone().unwrap_or_else(|| path.parent().unwrap_or(Path::new("")).to_owned())
}

fn stem_of(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Refuses two inputs with outputs of one name, before anything is written. Case counts for nothing here: on many
/// systems the files would still be one.
fn no_two_alike(args: &Args, paths: &[PathBuf]) -> Result<(), CliError> {
    let mut seen: BTreeMap<(PathBuf, String), &PathBuf> = BTreeMap::new();
    for path in paths {
        let folder = folder_of(args, path);
        let key = (folder.canonicalize().unwrap_or_else(|_| folder.clone()), stem_of(path).to_lowercase());
        if let Some(first) = seen.insert(key, path) {
            let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
            return Err(CliError::SameOutput { first: first.clone(), second: path.clone(), folder });
        }
    }
    Ok(())
}

impl Run<'_> {
    fn file(&mut self, path: &Path) -> Result<Exit, CliError> {
        let loaded = load::load(path, &mut self.finder);
        for news in self.finder.news() {
            match news {
                Ok(file) => self.show(&file.name, &file.text, &file.findings),
                Err(error) => self.bar.suspend(|| self.screen.error(&error)),
            }
        }
        let loaded = loaded?;
        self.show(&loaded.name, &loaded.text, &loaded.compiled.diagnostics);
        let errors = loaded.compiled.has_errors() || loaded.folder.doubtful;
        let exit = if errors { Exit::Findings } else { Exit::Clean };
        let Some(procedure) = &loaded.compiled.procedure else {
            let words = match self.screen.lang {
                Lang::Id => {
                    ("tidak ada kegiatan yang dapat dicetak", "tulis tabel kegiatan di bawah `kegiatan:`")
                }
                Lang::En => ("there is no row to print", "write the table of rows below `kegiatan:`"),
            };
            self.say(&loaded.name, words);
            return Ok(Exit::Findings);
        };
        if errors && !self.args.force && !self.args.tandai {
            let words = match self.screen.lang {
                Lang::Id => (
                    "tidak dibuat, karena ada galat",
                    "perbaiki galatnya; dengan `--force` yang dapat dicetak tetap dicetak, bertanda rancangan",
                ),
                Lang::En => (
                    "not built, because it has errors",
                    "mend the errors; with `--force` what can be printed is printed, marked as a draft",
                ),
            };
            self.say(&loaded.name, words);
            return Ok(exit);
        }
        let options = self.options(path, &loaded, errors);
        let folder = folder_of(self.args, path);
        let job = Job::new(procedure, &options);
        let mut artifacts = Vec::new();
        for emitter in &self.emitters {
            let failed = |source| CliError::Emit { path: path.to_owned(), target: emitter.name, source };
            artifacts.extend((emitter.emit)(&job).map_err(failed)?);
        }
        if self.emitters.iter().any(|emitter| emitter.draws) {
            // The arrows that the drawing leaves to the words.
            for note in job.sheet().iter().flat_map(|sheet| &sheet.notes) {
                let message = format!("{}: {}", loaded.name, note.words(self.screen.lang));
                self.bar.suspend(|| self.screen.warn(&message, None));
            }
        }
        // A working print never takes the place of the official sheet.
        let stem = if self.args.tandai { format!("{}.tanda", options.stem) } else { options.stem.clone() };
        let files: Vec<(PathBuf, &[u8])> = artifacts
            .iter()
            .map(|artifact| {
                let name = format!("{stem}{}", artifact.suffix);
                (folder.join(name), artifact.bytes.as_slice())
            })
            .collect();
        write::all(&folder, &files)?;
        self.older_pages(&folder, &stem, &files);
        self.built += 1;
        self.written += files.len();
        if self.listing {
            for (path, _) in &files {
                self.screen.print(format!("{}\n", show(path)));
            }
        }
        Ok(exit)
    }

    /// A procedure that became shorter leaves pages of an earlier build behind; nobody should print them. They are
    /// named and left alone: what we did not write now is not ours to delete.
    fn older_pages(&mut self, folder: &Path, stem: &str, written: &[(PathBuf, &[u8])]) {
        let mut older: Vec<String> = Vec::new();
        for ending in ["svg", "png"] {
            let page = |number: usize| folder.join(format!("{stem}-{number}.{ending}"));
            let written = |number: &usize| written.iter().any(|(path, _)| *path == page(*number));
            let pages = (1..).take_while(written).count();
            let beyond = (pages + 1..).map(page).take_while(|path| pages > 0 && path.exists());
            older.extend(beyond.map(|path| show(&path)));
        }
        if older.is_empty() {
            return;
        }
        let (message, help) = match self.screen.lang {
            Lang::Id => (
                format!("halaman dari pembuatan terdahulu masih ada: {}", older.join(", ")),
                "hapus agar tidak ikut tercetak",
            ),
            Lang::En => (
                format!("pages of an earlier build are still there: {}", older.join(", ")),
                "delete them, so that nobody prints them",
            ),
        };
        self.bar.suspend(|| self.screen.warn(&message, Some(help.to_owned())));
    }

    /// Advice is for `sop check`.
    fn show(&mut self, name: &str, text: &str, findings: &[Diagnostic]) {
        let mut grave = findings.iter().filter(|finding| finding.severity > Severity::Advice).peekable();
        if grave.peek().is_none() {
            return;
        }
        let source = Source::new(name, text);
        self.bar
            .suspend(|| grave.for_each(|it| self.screen.print_error(&self.renderer.finding(it, &source))));
    }

    fn say(&mut self, name: &str, (message, help): (&str, &str)) {
        let message = format!("{name}: {message}");
        self.bar.suspend(|| self.screen.warn(&message, Some(help.to_owned())));
    }

    fn options(&mut self, path: &Path, loaded: &Loaded, forced: bool) -> Options {
        let mut config = loaded.folder.settings.config.clone();
        if let Some(paper) =
            self.args.kertas.as_ref().and_then(|name| PAPERS.iter().find(|it| it.name == name))
        {
            (config.cetak.halaman.width, config.cetak.halaman.height) = (paper.height, paper.width);
        }
        Options {
            config,
            lang: self.screen.lang,
            stem: stem_of(path),
            source: loaded.bytes.clone(),
            logo: self.logo(path, loaded),
            findings: self.args.tandai.then(|| self.marks(loaded)),
            resolution: self.args.resolusi.unwrap_or_default(),
            forced,
        }
    }

    /// The findings as they are marked on a working print.
    fn marks(&self, loaded: &Loaded) -> Vec<Finding> {
        let lang = self.screen.lang;
        let Some(procedure) = &loaded.compiled.procedure else { return Vec::new() };
        let sop = &procedure.sop;
        let mark = |it: &Diagnostic| Finding {
            code: it.rule.code,
            severity: it.severity.word().pattern(lang).to_owned(),
            grave: it.severity == Severity::Error,
            row: markup::row_at(sop, it.primary.start),
            words: [Some(it.message(lang)), it.help_text(lang).map(|help| format!("→ {help}"))]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("\n"),
            run: it.run.iter().map(|step| sop.kunci(SimpulId::from_index(step.place as usize))).collect(),
        };
        loaded.compiled.diagnostics.iter().map(mark).collect()
    }

    /// The logo's bytes. A sheet without its logo is still a sheet: what is wrong with it is said and no more.
    fn logo(&mut self, path: &Path, loaded: &Loaded) -> Option<Arc<Image>> {
        let identitas = &loaded.compiled.procedure.as_ref()?.sop.identitas;
        let named = identitas.logo.as_ref()?;
        let in_file = identitas.spans.iter().any(|(key, _)| *key == Key::Logo);
        let base = if in_file { path.parent() } else { loaded.folder.logo_base.as_deref() };
        let logo = base.unwrap_or(Path::new("")).join(named);
        match read_logo(&logo, self.screen.lang) {
            Ok(image) => Some(Arc::new(image)),
            Err(why) => {
                let name = show(&logo);
                let (message, help) = match self.screen.lang {
                    Lang::Id => (
                        format!("{}: lambang `{name}` tidak dicetak: {why}", loaded.name),
                        "`logo` memuat letak berkas SVG atau PNG, dihitung dari folder berkas yang menyebutnya",
                    ),
                    Lang::En => (
                        format!("{}: the logo `{name}` is not printed: {why}", loaded.name),
                        "`logo` holds the path of an SVG or PNG, from the folder of the file that names it",
                    ),
                };
                self.bar.suspend(|| self.screen.warn(&message, Some(help.to_owned())));
                None
            }
        }
    }
}

fn read_logo(path: &Path, lang: Lang) -> Result<Image, String> {
    let mut bytes = Vec::new();
    // One byte more than is allowed is enough to know that there are too many.
    let most = logo::MAX_BYTES as u64 + 1;
    std::fs::File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|error| reason(&error, lang))?;
    logo::read(&bytes).map_err(|why| why.pattern(lang).to_owned())
}
