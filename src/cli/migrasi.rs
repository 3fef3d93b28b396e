//! `sop migrasi`: where the running cases of a procedure would stand under its next version.

use super::error::CliError;
use super::screen::Screen;
use super::table::{columns, head};
use super::view;
use super::words::{FORMAT, Words};
use super::{Exit, Format};
use serde::Serialize;
use sop::emit::migration::{self, Change, Migration};
use sop::text::{Lang, Text};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    lama: PathBuf,
    baru: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long)]
    rust: bool,
}

/// As programs read it.
#[derive(Serialize)]
struct Json<'m> {
    schema: &'static str,
    /// Fingerprints, the old one first, as saved cases spell them: on forms they are in groups.
    versions: [String; 2],
    steps: Vec<Step<'m>>,
    new: Vec<New<'m>>,
}

#[derive(Serialize)]
struct Step<'m> {
    label: &'m str,
    name: &'m str,
    text: &'m str,
    /// `None` where the step is gone.
    place: Option<Place<'m>>,
}

#[derive(Serialize)]
struct Place<'m> {
    label: &'m str,
    name: &'m str,
    /// In Indonesian words.
    changed: Vec<&'static str>,
}

#[derive(Serialize)]
struct New<'m> {
    label: &'m str,
    text: &'m str,
}

static NO_ROWS: Text =
    Text { id: "tidak ada kegiatan untuk dibandingkan", en: "there are no rows to compare" };
static HEAD: [Text; 4] = [
    Text { id: "Lama", en: "Old" },
    Text { id: "Baru", en: "New" },
    Text { id: "Berkas yang menunggu di sini", en: "Cases that wait here" },
    Text { id: "Berubah", en: "Changed" },
];
static SAME: Text = Text { id: "menunggu di langkah itu", en: "wait in that step" };
static RENAMED: Text =
    Text { id: "menunggu di langkah itu, kini bernama lain", en: "wait in that step, now called otherwise" };
static GONE: Text =
    Text { id: "harus diputuskan: langkahnya hilang", en: "somebody must decide: the step is gone" };
static NEW: Text = Text { id: "Langkah baru:", en: "New steps:" };
static EQUAL: Text = Text {
    id: "Sidik kedua versi sama: berkas yang berjalan dapat diteruskan begitu saja.",
    en: "Both versions have the same fingerprint: running cases simply go on.",
};
static CODE: Text = Text { id: "Untuk `Case::adopt`:", en: "For `Case::adopt`:" };

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Membandingkan dua versi SOP: di mana berkas yang sedang berjalan akan berada",
        en: "Compare two versions of an SOP: where running cases would stand",
    },
    usage: Text { id: "sop migrasi LAMA BARU", en: "sop migrasi OLD NEW" },
    args: &[
        ("lama", Text { id: "Naskah yang berlaku sekarang", en: "The file in force now" }),
        ("baru", Text { id: "Naskah yang menggantikannya", en: "The file that replaces it" }),
        ("format", FORMAT),
        (
            "rust",
            Text {
                id: "Cetak juga nama langkah yang berubah, bagi program yang memakai mesin keadaan",
                en: "Also print the steps that changed names, for programs that use the state machine",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop migrasi usulan.sop usulan-2026.sop\n\n\
             Status keluar 1 apabila ada langkah yang hilang, sehingga berkas yang menunggu di sana harus diputuskan.",
        en: "Example:\n  sop migrasi usulan.sop usulan-2026.sop\n\n\
             The exit status is 1 where a step is gone, so that somebody must decide about the cases that wait there.",
    },
};

pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let Some((old, first)) = view::open(&args.lama, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    let Some((new, second)) = view::open(&args.baru, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    let migration = migration::migration(&old, &new);
    let gone = migration.steps.iter().any(|step| step.place.is_none());
    view::print(screen, args.format, || json(&migration), |lang| report(&migration, args.rust, lang));
    let exit = view::close(screen, &first).max(view::close(screen, &second));
    Ok(if gone { exit.max(Exit::Findings) } else { exit })
}

fn json(migration: &Migration) -> Json<'_> {
    let steps = migration.steps.iter().map(|step| Step {
        label: &step.label,
        name: &step.name,
        text: &step.text,
        place: step.place.as_ref().map(|place| Place {
            label: &place.label,
            name: &place.name,
            changed: place.changed.iter().map(|change| word(*change).id).collect(),
        }),
    });
    Json {
        schema: "migrasi-v1",
        versions: migration.versions.each_ref().map(|version| version.replace('-', "")),
        steps: steps.collect(),
        new: migration.new.iter().map(|(label, text)| New { label, text }).collect(),
    }
}

fn report(migration: &Migration, rust: bool, lang: Lang) -> String {
    let [old, new] = &migration.versions;
    let mut out = format!("{old} → {new}\n\n");
    if old == new {
        return EQUAL.pattern(lang).to_owned() + "\n";
    }
    let mut rows = vec![head(&HEAD, lang)];
    rows.extend(migration.steps.iter().map(|step| {
        let (to, fate, changed) = match &step.place {
            Some(place) => {
                let fate = if place.name == step.name { &SAME } else { &RENAMED };
                let words = place.changed.iter().map(|change| word(*change).pattern(lang));
                (place.label.clone(), fate, words.collect::<Vec<_>>().join(", "))
            }
            None => ("-".to_owned(), &GONE, String::new()),
        };
        vec![step.label.clone(), to, fate.pattern(lang).to_owned(), changed]
    }));
    out += &columns(&rows, "");
    if !migration.new.is_empty() {
        out += &format!("\n{}\n", NEW.pattern(lang));
        for (label, text) in &migration.new {
            out += &format!("  {label}. {text}\n");
        }
    }
    let renamed: Vec<String> = migration
        .steps
        .iter()
        .filter_map(|step| {
            let place = step.place.as_ref().filter(|place| place.name != step.name)?;
            Some(format!("    (\"{}\", Langkah::{}),\n", step.name, place.name))
        })
        .collect();
    if rust && !renamed.is_empty() {
        out += &format!("\n{}\n  &[\n{}  ]\n", CODE.pattern(lang), renamed.concat());
    }
    out
}

fn word(change: Change) -> Text {
    match change {
        Change::Uraian => Text { id: "uraian", en: "text" },
        Change::Pelaksana => Text { id: "pelaksana", en: "actors" },
        Change::Alur => Text { id: "alur", en: "flow" },
        Change::Kelengkapan => Text { id: "kelengkapan", en: "needs" },
        Change::Waktu => Text { id: "waktu", en: "time" },
        Change::Output => Text { id: "output", en: "output" },
    }
}
