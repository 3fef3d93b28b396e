//! One procedure from the disk to its outputs, apart from all others, so that several are made at once. What there is to
//! say about it is gathered and printed in its turn.

use super::Exit;
use super::error::{CliError, reason, show};
use super::load::{self, Loaded};
use super::order::{Args, Wanted, folder_of, stem_of};
use super::settings::Folder;
use super::write::{self, Aside};
use sop::analysis::Procedure;
use sop::config::Arah;
use sop::diag::{Diagnostic, Severity};
use sop::emit::{Artifact, EmitError, Emitter, Engine, Job, Options, forms};
use sop::layout::logo;
use sop::layout::markup::{self, Finding};
use sop::layout::scene::Image;
use sop::model::{SimpulId, Standing};
use sop::paper::PAPERS;
use sop::syntax::keys::Key;
use sop::text::{Lang, Text};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Something to say about a file.
pub(super) enum Said {
    /// What the checks found.
    Findings { name: String, text: String, findings: Vec<Diagnostic> },
    /// Something else, with its remedy.
    Warning(String, Option<String>),
    /// It could not be read or written.
    Failed(CliError),
}

/// What came of a file.
pub(super) struct Done {
    /// In the order of printing.
    pub(super) said: Vec<Said>,
    pub(super) exit: Exit,
    /// What was made of it. Waiting until that is on the disk is left to whoever tells it.
    pub(super) made: Aside,
    /// What a book is made of.
    pub(super) chapter: Option<(Procedure, Options)>,
}

/// How the files of a run are made.
pub(super) struct Work<'a> {
    pub(super) args: &'a Args,
    pub(super) lang: Lang,
    pub(super) emitters: Vec<&'static Emitter>,
    pub(super) forms: &'a [Wanted],
    /// The procedure is handed on, for what is made of all together.
    pub(super) keep: bool,
}

impl Work<'_> {
    /// Makes the outputs of a file; for a book, its chapter only.
    pub(super) fn file(&self, path: &Path, folder: Arc<Folder>) -> Done {
        let mut one = One { work: self, said: Vec::new(), made: Aside::default(), chapter: None };
        let exit = one.file(path, folder).unwrap_or_else(|error| {
            one.said.push(Said::Failed(error));
            Exit::Failure
        });
        Done { said: one.said, exit, made: one.made, chapter: one.chapter }
    }

    /// What could be made of a procedure, and what could not.
    fn outputs(&self, job: &Job<'_>) -> (Vec<Artifact>, Refused) {
        let emitters = self.emitters.iter().map(|it| (it.name, (it.emit)(job)));
        let forms =
            self.forms.iter().map(|(jenis, format)| (jenis.name(), forms::files(*jenis, job, format)));
        let (mut artifacts, mut refused) = (Vec::new(), Refused::default());
        for (target, made) in emitters.chain(forms) {
            match made {
                Ok(files) => artifacts.extend(files),
                Err(source) => refused.add(target, source),
            }
        }
        (artifacts, refused)
    }
}

/// Why something of a file was not made, and what to do about it.
struct Notice {
    message: Text,
    help: Text,
}

static NO_ROWS: Notice = Notice {
    message: Text { id: "tidak ada kegiatan yang dapat dicetak", en: "there is no row to print" },
    help: Text {
        id: "tulis tabel kegiatan di bawah `kegiatan:`",
        en: "write the table of rows below `kegiatan:`",
    },
};
static NOT_BUILT: Notice = Notice {
    message: Text { id: "tidak dibuat, karena ada galat", en: "not built, because it has errors" },
    help: Text {
        id: "perbaiki galatnya; dengan `--force` yang dapat dicetak tetap dicetak, bertanda rancangan",
        en: "mend the errors; with `--force` what can be printed is printed, marked as a draft",
    },
};
/// One output was refused.
static NOT_WRITTEN: Notice = Notice {
    message: Text { id: "keluaran lainnya belum ditulis", en: "the other outputs were not written" },
    help: Text {
        id: "dengan `--force` yang dapat dibuat tetap ditulis",
        en: "with `--force` those that can be made are written",
    },
};
static NO_SERVICE: Notice = Notice {
    message: Text {
        id: "tidak ada informasi layanan, karena bukan SOP pelayanan",
        en: "there is no service information, because this is no service procedure",
    },
    help: Text {
        id: "bila memang pelayanan, tulis `jenis: administratif, pelayanan` di bagian identitas",
        en: "if it is one, write `jenis: administratif, pelayanan` in the identity",
    },
};

struct One<'a> {
    work: &'a Work<'a>,
    said: Vec<Said>,
    made: Aside,
    chapter: Option<(Procedure, Options)>,
}

impl One<'_> {
    fn file(&mut self, path: &Path, folder: Arc<Folder>) -> Result<Exit, CliError> {
        let mut loaded = load::with(path, folder)?;
        let errors = loaded.compiled.has_errors() || loaded.folder.doubtful;
        let marks = self.work.args.tandai.then(|| self.marks(&loaded));
        self.said.push(Said::Findings {
            name: loaded.name.clone(),
            text: std::mem::take(&mut loaded.text),
            findings: std::mem::take(&mut loaded.compiled.diagnostics),
        });
        let exit = if errors { Exit::Findings } else { Exit::Clean };
        let Some(procedure) = &loaded.compiled.procedure else {
            self.say(&loaded.name, &NO_ROWS);
            return Ok(Exit::Findings);
        };
        if errors && !self.work.args.force && !self.work.args.tandai {
            self.say(&loaded.name, &NOT_BUILT);
            return Ok(exit);
        }
        let options = self.options(path, &loaded, marks, Standing::of(errors));
        if self.work.args.book.is_some() {
            self.chapter = loaded.compiled.procedure.map(|procedure| (procedure, options));
            return Ok(exit);
        }
        let folder = folder_of(self.work.args, path);
        let job = Job::new(procedure, &options);
        let (artifacts, refused) = self.work.outputs(&job);
        if !refused.0.is_empty() && !self.work.args.force {
            let others = !artifacts.is_empty();
            self.said.extend(refused.say(path));
            if others {
                self.say(&loaded.name, &NOT_WRITTEN);
            }
            return Ok(Exit::Failure);
        }
        if artifacts.is_empty() && refused.0.is_empty() && !self.work.keep {
            self.say(&loaded.name, &NO_SERVICE);
        }
        if self.work.emitters.iter().any(|emitter| emitter.draws) {
            // The arrows that the drawing leaves to the words.
            for note in job.sheet().iter().flat_map(|sheet| &sheet.notes) {
                let message = format!("{}: {}", loaded.name, note.words(self.work.lang));
                self.said.push(Said::Warning(message, None));
            }
        }
        // A working print never takes the place of the official sheet.
        let stem =
            if self.work.args.tandai { format!("{}.tanda", options.stem) } else { options.stem.clone() };
        let files: Vec<(PathBuf, &[u8])> = artifacts
            .iter()
            .map(|artifact| {
                let name = format!("{stem}{}", artifact.suffix);
                (folder.join(name), artifact.bytes.as_slice())
            })
            .collect();
        self.made = write::aside(&folder, &files)?;
        self.older_pages(&folder, &files);
        if self.work.keep {
            self.chapter = loaded.compiled.procedure.map(|procedure| (procedure, options));
        }
        let exit = if refused.0.is_empty() { exit } else { Exit::Failure };
        self.said.extend(refused.say(path));
        Ok(exit)
    }

    /// A procedure that became shorter leaves pages of an earlier build behind; nobody should print them. They are
    /// named and left alone: what we did not write now is not ours to delete.
    fn older_pages(&mut self, folder: &Path, written: &[(PathBuf, &[u8])]) {
        let mut older: Vec<String> = Vec::new();
        for ending in ["svg", "png"] {
            let first = format!("-1.{ending}");
            let names = written.iter().filter_map(|(path, _)| path.file_name()?.to_str());
            for name in names.filter_map(|name| name.strip_suffix(first.as_str())) {
                let page = |number: usize| folder.join(format!("{name}-{number}.{ending}"));
                let written = |number: &usize| written.iter().any(|(path, _)| *path == page(*number));
                let pages = (1..).take_while(written).count();
                let beyond = (pages + 1..).map(page).take_while(|path| path.exists());
                older.extend(beyond.map(|path| show(&path)));
            }
        }
        if older.is_empty() {
            return;
        }
        let (message, help) = match self.work.lang {
            Lang::Id => (
                format!("halaman dari pembuatan terdahulu masih ada: {}", older.join(", ")),
                "hapus agar tidak ikut tercetak",
            ),
            Lang::En => (
                format!("pages of an earlier build are still there: {}", older.join(", ")),
                "delete them, so that nobody prints them",
            ),
        };
        self.said.push(Said::Warning(message, Some(help.to_owned())));
    }

    fn say(&mut self, name: &str, Notice { message, help }: &Notice) {
        let (message, help) = (message.pattern(self.work.lang), help.pattern(self.work.lang));
        self.said.push(Said::Warning(format!("{name}: {message}"), Some(help.to_owned())));
    }

    fn options(
        &mut self,
        path: &Path,
        loaded: &Loaded,
        findings: Option<Vec<Finding>>,
        standing: Standing,
    ) -> Options {
        let mut config = loaded.folder.settings.config.clone();
        if let Some(paper) =
            self.work.args.kertas.as_ref().and_then(|name| PAPERS.iter().find(|it| it.name == name))
        {
            (config.cetak.halaman.width, config.cetak.halaman.height) = (paper.height, paper.width);
        }
        config.cetak.gabung |= self.work.args.gabung;
        if let Some(name) = &self.work.args.sampul {
            config.cetak.sampul = Arah::NAMES.iter().find(|it| it.0 == name).map(|it| it.1);
        }
        Options {
            config,
            lang: self.work.lang,
            stem: stem_of(path),
            source: loaded.bytes.clone(),
            logo: self.logo(path, loaded),
            findings,
            engine: self.work.args.engine.as_deref().and_then(Engine::find).unwrap_or_default(),
            resolution: self.work.args.resolusi.unwrap_or_default(),
            standing,
            templates: Arc::clone(&loaded.folder.templates),
        }
    }

    /// The findings as they are marked on a working print.
    fn marks(&self, loaded: &Loaded) -> Vec<Finding> {
        let lang = self.work.lang;
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
        match read_logo(&logo, self.work.lang) {
            Ok(image) => Some(Arc::new(image)),
            Err(why) => {
                let name = show(&logo);
                let (message, help) = match self.work.lang {
                    Lang::Id => (
                        format!("{}: lambang `{name}` tidak dicetak: {why}", loaded.name),
                        "`logo` memuat letak berkas SVG atau PNG, dihitung dari folder berkas yang menyebutnya",
                    ),
                    Lang::En => (
                        format!("{}: the logo `{name}` is not printed: {why}", loaded.name),
                        "`logo` holds the path of an SVG or PNG, from the folder of the file that names it",
                    ),
                };
                self.said.push(Said::Warning(message, Some(help.to_owned())));
                None
            }
        }
    }
}

/// The outputs of a file that could not be made, those of one reason together.
#[derive(Default)]
struct Refused(Vec<(String, EmitError)>);

impl Refused {
    fn add(&mut self, target: &str, why: EmitError) {
        match (self.0.last_mut(), &why) {
            (Some((targets, EmitError::DoesNotFit(last))), EmitError::DoesNotFit(why)) if last == why => {
                *targets += &format!(", {target}");
            }
            _ => self.0.push((target.to_owned(), why)),
        }
    }

    fn say(self, path: &Path) -> impl Iterator<Item = Said> {
        self.0.into_iter().map(move |(target, source)| {
            Said::Failed(CliError::Emit { path: path.to_owned(), target, source })
        })
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
