//! `sop rekam`: filled forms and other records held against the procedure.

mod json;
mod table;

use super::error::{CliError, show};
use super::load::Loaded;
use super::screen::Screen;
use super::words::{FORMAT, Words};
use super::{Exit, Format, load, view, write};
use sop::analysis::Procedure;
use sop::emit::{Codes, codes};
use sop::model::fingerprint;
use sop::rekam::baca::{Acuan, Kode, baca};
use sop::rekam::nilai::{Laporan, Nilai, nilai};
use sop::rekam::{Bacaan, Berkas, Cacat, Kata, xes};
use sop::text::{Lang, Text};
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    #[arg(required = true)]
    filled: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long)]
    xes: Option<PathBuf>,
}

static NO_ROWS: Text = Text {
    id: "tidak ada kegiatan, jadi tidak ada yang dibandingkan",
    en: "there are no rows, and so nothing to compare with",
};

/// What was read, with the file that each case is from.
pub(super) struct Bahan<'a> {
    procedure: &'a Procedure,
    sidik: String,
    laporan: Laporan,
    /// By case: its file.
    files: Vec<String>,
    /// What could not be read.
    cacat: Vec<(String, Cacat)>,
}

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Membandingkan formulir yang sudah diisi dengan SOP-nya",
        en: "Hold filled forms against their procedure",
    },
    usage: Text {
        id: "sop rekam [PILIHAN] BERKAS.sop TERISI...",
        en: "sop rekam [OPTIONS] FILE.sop FILLED...",
    },
    args: &[
        ("file", Text { id: "Berkas .sop yang dijalankan", en: "The .sop file that was followed" }),
        (
            "filled",
            Text {
                id: "Formulir terisi atau catatan aplikasi (JSON, CSV, XLSX, simpanan mesin keadaan), atau folder berisi semuanya",
                en: "Filled forms or records of a system (JSON, CSV, XLSX, saved cases of the state machine), or a folder of them",
            },
        ),
        ("format", FORMAT),
        (
            "xes",
            Text {
                id: "Tulis pula log peristiwa XES (IEEE 1849) ke berkas ini",
                en: "Also write an event log in XES (IEEE 1849) into this file",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop rekam usulan.sop terisi/\n  sop rekam usulan.sop berkas-12.json rekap.csv --xes log.xes\n\nBentuk berkasnya dijelaskan di docs/rekam.md.",
        en: "Examples:\n  sop rekam usulan.sop filled/\n  sop rekam usulan.sop case-12.json cases.csv --xes log.xes\n\ndocs/rekam.md describes the files.",
    },
};

/// Reads, compares, prints. That a case does not fit is no failure; that a record cannot be read is.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let Some((procedure, loaded)) = view::open(&args.file, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    let mut exit = view::close(screen, &loaded);
    let config = &loaded.folder.settings.config;
    let Codes { langkah, pelaksana, hasil } = codes(&procedure);
    let acuan = Acuan::new(&procedure, config).with(Kode { langkah, pelaksana, hasil });
    let mut cases: Vec<Berkas> = Vec::new();
    let mut bahan = Bahan {
        procedure: &procedure,
        sidik: fingerprint::shown(&procedure.sop),
        laporan: Laporan::default(),
        files: Vec::new(),
        cacat: Vec::new(),
    };
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for path in filled(&args.filled, screen)? {
        let name = show(&path);
        let Bacaan { berkas, cacat, tanpa_sidik } = baca(&load::bytes(&path)?, &acuan);
        bahan.cacat.extend(cacat.into_iter().map(|it| (name.clone(), it)));
        if tanpa_sidik && !berkas.is_empty() {
            no_fingerprint(&name, &loaded, screen);
        }
        for mut case in berkas {
            if case.nomor.is_empty() {
                // A saved case is known by its file.
                case.nomor =
                    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            }
            if let Some(other) = seen.get(&case.nomor) {
                bahan.cacat.push((name.clone(), twice(&case.nomor, other)));
                continue;
            }
            seen.insert(case.nomor.clone(), name.clone());
            bahan.files.push(name.clone());
            cases.push(case);
        }
    }
    bahan.laporan = nilai(&cases, &procedure, config);
    if let Some(path) = &args.xes {
        let judged: Vec<&Nilai> = bahan.laporan.berkas.iter().collect();
        let text = xes::xes(&procedure.sop, &judged);
        write::file(path, text.as_bytes())?;
    }
    view::print(
        screen,
        args.format,
        || json::report(&bahan, Lang::Id),
        |lang| table::table(&bahan, config, lang),
    );
    if !bahan.cacat.is_empty() {
        say_unread(&bahan, screen);
        exit = exit.max(Exit::Findings);
    }
    Ok(exit)
}

/// The files that are named, and those of a folder that may hold a record. A folder without any is named.
fn filled(named: &[PathBuf], screen: &mut Screen) -> Result<Vec<PathBuf>, CliError> {
    let mut out = Vec::new();
    for path in named {
        if !path.is_dir() {
            out.push(path.clone());
            continue;
        }
        let failed = |source| CliError::Read { path: path.clone(), source };
        let entries = fs::read_dir(path).map_err(failed)?;
        let mut files = Vec::new();
        for entry in entries {
            let file = entry.map_err(failed)?.path();
            if holds_record(&file) {
                files.push(file);
            }
        }
        files.sort();
        if files.is_empty() {
            let words = NO_RECORDS.fill(screen.lang, &[("a", show(path).into())]);
            screen.warn(&words, Some(RECORDS.pattern(screen.lang).to_owned()));
        }
        out.extend(files);
    }
    Ok(out)
}

/// By its ending; the text of `Case::save` has any, and says itself what it is.
fn holds_record(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    if ["json", "csv", "xlsx"].iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return true;
    }
    let mut head = [0; SAVED.len()];
    path.is_file()
        && fs::File::open(path).is_ok_and(|mut file| file.read_exact(&mut head).is_ok() && head == *SAVED)
}

/// How the text of `Case::save` begins.
const SAVED: &[u8; 11] = b"sop-berkas ";

static NO_RECORDS: Text = Text {
    id: "folder `{a}` tidak memuat formulir terisi atau catatan",
    en: "the folder `{a}` holds no filled form and no record",
};
static RECORDS: Text = Text {
    id: "yang dibaca dari sebuah folder: .json, .csv, .xlsx, dan simpanan mesin keadaan; folder di dalamnya disebut tersendiri",
    en: "what is read of a folder: .json, .csv, .xlsx, and saved cases of the state machine; folders in it are named by themselves",
};

fn no_fingerprint(name: &str, loaded: &Loaded, screen: &mut Screen) {
    let (words, help) = match screen.lang {
        Lang::Id => (
            format!("{name}: tidak menyebut sidik prosedur; dibaca menurut {}", loaded.name),
            "tambahkan kolom `sidik` agar catatan versi lain tidak terbaca keliru",
        ),
        Lang::En => (
            format!("{name}: names no fingerprint; it is read by {}", loaded.name),
            "add a column `sidik`, so that records of another version are not misread",
        ),
    };
    screen.warn(&words, Some(help.to_owned()));
}

fn twice(nomor: &str, other: &str) -> Cacat {
    Cacat {
        berkas: Some(nomor.to_owned()),
        letak: Kata::new(format!("berkas {nomor}"), format!("case {nomor}")),
        apa: Kata::new(format!("sudah dibaca dari {other}"), format!("was read from {other} already")),
        saran: Kata::new(
            "baca salah satunya saja, atau bedakan nomor berkasnya",
            "read one of them only, or give them different numbers",
        ),
    }
}

fn say_unread(bahan: &Bahan, screen: &mut Screen) {
    let lang = screen.lang;
    for (file, cacat) in &bahan.cacat {
        let case = match (&cacat.berkas, lang) {
            (Some(nomor), Lang::Id) if !nomor.is_empty() => format!(" (berkas {nomor}, tidak dinilai)"),
            (Some(nomor), Lang::En) if !nomor.is_empty() => format!(" (case {nomor}, not judged)"),
            (Some(_), _) => String::new(),
            (None, Lang::Id) => " (seluruh berkas tidak dibaca)".to_owned(),
            (None, Lang::En) => " (none of the file is read)".to_owned(),
        };
        let words = format!("{file}: {}: {}{case}", cacat.letak.words(lang), cacat.apa.words(lang));
        screen.warn(&words, Some(cacat.saran.words(lang).to_owned()));
    }
}
