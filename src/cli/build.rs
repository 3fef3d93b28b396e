//! `sop build`: make the sheet and the other outputs of procedures.

use super::error::{CliError, show};
use super::help::{FILES, Words};
use super::render::{Renderer, Source};
use super::screen::Screen;
use super::settings::{File, Finder, Folder};
use super::work::{Done, Said, Work};
#[cfg(feature = "pdf")]
use super::write;
use super::{Exit, formulir, inputs};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use sop::analysis::Procedure;
use sop::config::Arah;
use sop::diag::{Diagnostic, Severity};
use sop::emit::forms::Format;
use sop::emit::{self, Emitter, Engine, Options, Resolution};
use sop::forms::Jenis;
use sop::layout::paper::PAPERS;
use sop::text::{Lang, Text};
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More files than this are counted and not listed, and a bar shows how far we are.
const MANY: usize = 20;

#[derive(clap::Args, Default)]
pub(super) struct Args {
    pub(super) files: Vec<PathBuf>,
    #[arg(long, short)]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_delimiter = ',', value_parser = targets())]
    pub(super) target: Vec<String>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) report: bool,
    #[arg(long)]
    pub(super) tandai: bool,
    #[arg(long, value_parser = resolution)]
    pub(super) resolusi: Option<Resolution>,
    #[arg(long, value_parser = engines())]
    pub(super) engine: Option<String>,
    #[arg(long, value_parser = papers())]
    pub(super) kertas: Option<String>,
    #[arg(long)]
    pub(super) gabung: bool,
    #[arg(long, value_parser = covers())]
    pub(super) sampul: Option<String>,
    #[arg(long, conflicts_with_all = ["target", "report", "tandai"])]
    pub(super) book: Option<String>,
}

fn covers() -> clap::builder::PossibleValuesParser {
    Arah::NAMES.map(|(name, _)| name).into()
}

fn targets() -> clap::builder::PossibleValuesParser {
    emit::ALL.iter().map(|emitter| emitter.name).collect::<Vec<_>>().into()
}

fn engines() -> clap::builder::PossibleValuesParser {
    Engine::NAMES.map(|(name, _)| name).into()
}

fn resolution(typed: &str) -> Result<Resolution, String> {
    let dpi = typed.parse().ok().and_then(Resolution::new);
    dpi.ok_or_else(|| format!("{}–{}", Resolution::BOUNDS.start(), Resolution::BOUNDS.end()))
}

fn papers() -> clap::builder::PossibleValuesParser {
    PAPERS.iter().map(|paper| paper.name).collect::<Vec<_>>().into()
}

/// How the run is told to whoever waits for it.
pub(super) struct Teller<'a> {
    pub(super) screen: &'a mut Screen,
    renderer: Renderer,
    bar: ProgressBar,
    /// Whether each file is named as it is written.
    listing: bool,
    pub(super) exit: Exit,
    built: usize,
    pub(super) written: usize,
}

/// So many files are made before what there is to say about them is said.
const AT_ONCE: usize = 64;

pub(super) static HELP: Words = Words {
    about: Text { id: "Membuat lembar SOP dan keluaran lainnya", en: "Make the sheet and the other outputs" },
    usage: Text { id: "sop build [PILIHAN] [BERKAS]...", en: "sop build [OPTIONS] [FILE]..." },
    args: &[
        ("files", FILES),
        (
            "out",
            Text {
                id: "Folder hasil; dibuat bila belum ada [bawaan: di samping berkasnya]",
                en: "Folder of the outputs; made when missing [default: beside the file]",
            },
        ),
        (
            "target",
            Text {
                id: "Keluaran yang dibuat, dipisah koma [bawaan: semua selain png, pnml, bpmn, scxml, dan dot]",
                en: "Outputs, with commas [default: all but png, pnml, bpmn, scxml and dot]",
            },
        ),
        (
            "force",
            Text {
                id: "Cetak yang dapat dicetak walau ada galat; setiap halaman bertanda rancangan",
                en: "Print what can be printed in spite of errors; every page is marked as a draft",
            },
        ),
        (
            "resolusi",
            Text {
                id: "Titik per inci gambar PNG, 50 sampai 600 [bawaan: 150]",
                en: "Dots per inch of PNG pictures, 50 to 600 [default: 150]",
            },
        ),
        (
            "engine",
            Text {
                id: "Mesin proses yang dituju berkas BPMN [bawaan: standar]",
                en: "The engine that a BPMN file is written for [default: standar]",
            },
        ),
        (
            "report",
            Text {
                id: "Tulis pula mutu gambar bagan alir ke NAMA.laporan.json: persilangan, belokan, penghubung",
                en: "Also write how the chart turned out to NAME.laporan.json: crossings, bends, connectors",
            },
        ),
        (
            "tandai",
            Text {
                id: "Cetak lembar kerja NAMA.tanda.pdf: temuan ditandai pada bagan dan disebut di halaman akhir",
                en: "Print a working copy NAME.tanda.pdf: findings are marked on the chart and said on the last page",
            },
        ),
        (
            "kertas",
            Text {
                id: "Kertas lembar SOP [bawaan: menurut sop.toml, lalu f4]",
                en: "Paper of the sheet [default: as sop.toml says, else f4]",
            },
        ),
        (
            "gabung",
            Text {
                id: "Identitas dan bagan di satu halaman bila muat",
                en: "Identity and chart on one page where they fit",
            },
        ),
        ("sampul", Text { id: "Cetak halaman judul", en: "Print a cover" }),
        (
            "book",
            Text {
                id: "Satukan semua SOP menjadi satu PDF berjudul ini: halaman judul, daftar isi, lalu setiap SOP",
                en: "Bind all procedures into one PDF of this title: cover, contents, then each procedure",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop build usulan.sop\n  sop build sops/ -o hasil --target chart,checklist --kertas a4\n  \
             sop build sops/ --book \"SOP Dinas Sosial\"",
        en: "Examples:\n  sop build usulan.sop\n  sop build sops/ -o out --target chart,checklist --kertas a4\n  \
             sop build sops/ --book \"SOP Dinas Sosial\"",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    make(args, emitters(args)?, &[], &[], screen)
}

/// A form and its format.
pub(super) type Wanted = (Jenis, &'static Format);

/// Makes the outputs of each file, forms among them, and forms of all files together.
pub(super) fn make(
    args: &Args,
    emitters: Vec<&'static Emitter>,
    forms: &[Wanted],
    joint: &[Wanted],
    screen: &mut Screen,
) -> Result<Exit, CliError> {
    let (paths, errors) = inputs::collect(&args.files);
    let mut exit = Exit::Clean;
    for error in &errors {
        screen.error(error);
        exit = Exit::Failure;
    }
    if args.book.is_none() {
        no_two_alike(args, &paths)?;
    }
    let keep = args.book.is_some() || !joint.is_empty();
    let work = Work { args, lang: screen.lang, emitters, forms, keep };
    let many = paths.len() > MANY;
    let mut finder = Finder::new();
    let mut teller = Teller {
        renderer: Renderer::new(screen.err_looks, screen.lang),
        bar: if many && std::io::stderr().is_terminal() { bar(paths.len()) } else { ProgressBar::hidden() },
        screen,
        listing: !many,
        exit,
        built: 0,
        written: 0,
    };
    let mut chapters = Vec::new();
    for paths in paths.chunks(AT_ONCE) {
        let ready: Vec<_> =
            paths.iter().map(|path| (path, finder.settings_for(path), finder.news())).collect();
        let make = |(path, folder, _): &(&PathBuf, Arc<Folder>, _)| work.file(path, Arc::clone(folder));
        // A single file is not worth the threads.
        let done: Vec<Done> = match &ready[..] {
            [one] => vec![make(one)],
            many => many.par_iter().map(make).collect(),
        };
        for ((_, _, news), done) in ready.into_iter().zip(done) {
            news.into_iter().for_each(|news| teller.news(news));
            chapters.extend(teller.tell(done));
        }
    }
    teller.bar.finish_and_clear();
    if let Some(title) = &args.book {
        return book(args, title, paths.len(), &chapters, &mut teller);
    }
    if !joint.is_empty() {
        formulir::joint(args, joint, paths.len(), &chapters, &mut teller)?;
    }
    if many {
        let line = match teller.screen.lang {
            Lang::Id => {
                format!(
                    "{} dari {} SOP dibuat: {} berkas ditulis\n",
                    teller.built,
                    paths.len(),
                    teller.written
                )
            }
            Lang::En => {
                format!("{} of {} SOPs built: {} files written\n", teller.built, paths.len(), teller.written)
            }
        };
        teller.screen.print(line);
    }
    Ok(teller.exit)
}

/// Binds the chapters; a book with a chapter missing would pass for the whole.
#[cfg(feature = "pdf")]
fn book(
    args: &Args,
    title: &str,
    wanted: usize,
    chapters: &[(Procedure, Options)],
    teller: &mut Teller,
) -> Result<Exit, CliError> {
    if chapters.len() < wanted || chapters.is_empty() {
        let missing = wanted - chapters.len();
        let (words, help) = match teller.screen.lang {
            Lang::Id => (
                format!("buku tidak dibuat: {missing} dari {wanted} SOP belum dapat dicetak"),
                "perbaiki yang disebut di atas, atau sebut hanya berkas yang dibukukan",
            ),
            Lang::En => (
                format!("the book is not made: {missing} of {wanted} SOPs cannot be printed yet"),
                "mend those named above, or name only the files to bind",
            ),
        };
        teller.screen.warn(&words, Some(help.to_owned()));
        return Ok(teller.exit);
    }
    let folder = args.out.clone().unwrap_or_default();
    let name: String =
        title.chars().map(|c| if "/\\:*?\"<>|".contains(c) || c.is_control() { '-' } else { c }).collect();
    let path = folder.join(format!("{}.pdf", name.trim().trim_start_matches('.')));
    let lent: Vec<(&Procedure, &Options)> =
        chapters.iter().map(|(procedure, options)| (procedure, options)).collect();
    let bytes = emit::pdf::book(title, &lent).map_err(|(at, source)| {
        let path = format!("{}.sop", chapters[at].1.stem).into();
        CliError::Emit { path, target: "chart", source }
    })?;
    write::all(&folder, &[(path.clone(), &bytes)])?;
    teller.screen.print(format!("{}\n", show(&path)));
    Ok(teller.exit)
}

#[cfg(not(feature = "pdf"))]
fn book(
    _: &Args,
    _: &str,
    _: usize,
    _: &[(Procedure, Options)],
    teller: &mut Teller,
) -> Result<Exit, CliError> {
    let words = match teller.screen.lang {
        Lang::Id => "program ini dibuat tanpa PDF",
        Lang::En => "this program was made without PDF",
    };
    teller.screen.warn(words, None);
    Ok(Exit::Failure)
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
pub(super) fn folder_of(args: &Args, path: &Path) -> PathBuf {
    args.out.clone().unwrap_or_else(|| path.parent().unwrap_or(Path::new("")).to_owned())
}

pub(super) fn stem_of(path: &Path) -> String {
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

impl Teller<'_> {
    fn news(&mut self, news: Result<Arc<File>, CliError>) {
        match news {
            Ok(file) => self.show(&file.name, &file.text, &file.findings),
            Err(error) => self.bar.suspend(|| self.screen.error(&error)),
        }
    }

    /// Says what came of a file; what it gives to a book is handed on.
    fn tell(&mut self, done: Done) -> Option<(Procedure, Options)> {
        for said in done.said {
            match said {
                Said::Findings { name, text, findings } => self.show(&name, &text, &findings),
                Said::Warning(message, help) => self.bar.suspend(|| self.screen.warn(&message, help)),
                Said::Failed(error) => self.bar.suspend(|| self.screen.error(&error)),
            }
        }
        self.exit = self.exit.max(done.exit);
        self.built += usize::from(!done.files.is_empty());
        self.written += done.files.len();
        if self.listing {
            for path in &done.files {
                self.screen.print(format!("{}\n", show(path)));
            }
        }
        self.bar.inc(1);
        done.chapter
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
}
