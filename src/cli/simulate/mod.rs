//! `sop simulate`: a case on the terminal, step by step; or many, with chance deciding.

mod report;
mod walk;

use super::error::{CliError, Misuse};
use super::screen::Screen;
use super::usage::{count, within};
use super::words::{FILE, FORMAT, Words};
use super::{Exit, Format, load, view};
use sop::analysis::Procedure;
use sop::config::Kalender;
use sop::model::waktu;
use sop::model::{Satuan, Sop};
use sop::simulate::{Chances, Plan, Unknown};
use sop::text::{Lang, Text, fold};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    #[arg(long, value_enum, default_value_t, requires_if("json", "kasus"))]
    format: Format,
    #[arg(long, value_parser = count)]
    kasus: Option<u32>,
    #[arg(long, requires = "kasus", value_parser = rate)]
    laju: Option<Rate>,
    #[arg(long, requires = "kasus", value_parser = chance)]
    peluang: Vec<Chance>,
    #[arg(long, requires = "kasus", value_parser = people)]
    orang: Vec<(String, u32)>,
    #[arg(long, requires = "kasus", default_value_t = 1, value_parser = seed)]
    benih: u64,
}

/// `5 per hari`
#[derive(Clone, Debug)]
struct Rate {
    cases: f64,
    unit: Satuan,
}

/// `2 ya=0.8`
#[derive(Clone, Debug)]
struct Chance {
    row: String,
    answer: String,
    chance: f64,
}

fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

fn seed(typed: &str) -> Result<u64, String> {
    within(typed, &(0..=u64::MAX))
}

fn rate(text: &str) -> Result<Rate, &'static str> {
    const SHAPE: &str = "5 per hari";
    let (cases, unit) = text.split_once(" per ").or_else(|| text.split_once('/')).ok_or(SHAPE)?;
    let cases = number(cases).filter(|cases| *cases > 0.0).ok_or(SHAPE)?;
    let unit = match fold(unit).as_str() {
        "menit" => Satuan::Menit,
        "jam" => Satuan::Jam,
        "hari" | "hari kerja" => Satuan::HariKerja,
        "minggu" => Satuan::Minggu,
        "bulan" => Satuan::Bulan,
        "tahun" => Satuan::Tahun,
        _ => return Err("menit, jam, hari, minggu, bulan, tahun"),
    };
    Ok(Rate { cases, unit })
}

fn chance(text: &str) -> Result<Chance, &'static str> {
    const SHAPE: &str = "2 ya=0.8";
    let (what, chance) = text.rsplit_once('=').ok_or(SHAPE)?;
    let (row, answer) = what.trim().split_once(' ').ok_or(SHAPE)?;
    let chance = number(chance).filter(|chance| (0.0..=1.0).contains(chance)).ok_or("0–1")?;
    Ok(Chance { row: row.trim_end_matches('.').to_owned(), answer: answer.trim().to_owned(), chance })
}

fn people(text: &str) -> Result<(String, u32), &'static str> {
    const SHAPE: &str = "Petugas=3";
    let (who, count) = text.rsplit_once('=').ok_or(SHAPE)?;
    let count = count.trim().parse().ok().filter(|count| (1..=10_000).contains(count)).ok_or(SHAPE)?;
    Ok((who.trim().to_owned(), count))
}

static NO_ROWS: Text =
    Text { id: "tidak ada kegiatan yang dapat dijalankan", en: "there are no rows to run" };

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Menjalankan kasus: langkah demi langkah, atau banyak kasus acak",
        en: "Run a case step by step, or many random ones",
    },
    usage: Text { id: "sop simulate [PILIHAN] BERKAS", en: "sop simulate [OPTIONS] FILE" },
    args: &[
        ("file", FILE),
        ("format", FORMAT),
        (
            "kasus",
            Text {
                id: "Jalankan sekian kasus acak, bukan satu kasus dengan tanya jawab",
                en: "Run so many random cases, instead of one with questions and answers",
            },
        ),
        (
            "laju",
            Text {
                id: "Rata-rata kasus masuk: `5 per hari`, `2 per jam`, `30 per bulan` [bawaan: semua sekaligus]",
                en: "Cases that arrive on the average: `5 per hari`, `2 per jam` [default: all at once]",
            },
        ),
        (
            "peluang",
            Text {
                id: "Peluang suatu hasil: `2 ya=0.8`; yang tidak disebut berbagi sisanya sama rata",
                en: "How likely an outcome is: `2 ya=0.8`; those not named share the rest evenly",
            },
        ),
        (
            "orang",
            Text {
                id: "Banyak orang pada suatu pelaksana: `Petugas=3` [bawaan: satu]",
                en: "How many people an actor has: `Petugas=3` [default: one]",
            },
        ),
        (
            "benih",
            Text {
                id: "Benih bilangan acak; benih yang sama memberi hasil yang sama",
                en: "Seed of chance; the same seed gives the same result",
            },
        ),
    ],
    examples: Text {
        id: "Pihak luar dan sistem tidak pernah membuat antrean.\n\nContoh:\n  sop simulate usulan.sop\n  \
             sop simulate usulan.sop --kasus 1000 --laju \"5 per hari\" --peluang \"2 ya=0.8\"",
        en: "Parties outside the office and systems never make a queue.\n\nExamples:\n  sop simulate usulan.sop\n  \
             sop simulate usulan.sop --kasus 1000 --laju \"5 per hari\" --peluang \"2 ya=0.8\"",
    },
};

/// Runs what is asked for.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    // One case is asked about on standard input.
    if args.kasus.is_none() && args.file == Path::new(load::STDIN) {
        return Err(CliError::Misuse(Misuse::StdinAnswers));
    }
    let Some((procedure, loaded)) = view::open(&args.file, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    let Some(cases) = args.kasus else {
        walk::walk(&procedure, screen)?;
        return Ok(view::close(screen, &loaded));
    };
    let kalender = loaded.folder.settings.config.kalender;
    let plan = match plan(args, cases, &procedure.sop, &kalender) {
        Ok(plan) => plan,
        Err(words) => {
            let (message, help) = words.in_words(screen.lang);
            screen.warn(&message, Some(help));
            return Ok(Exit::Usage);
        }
    };
    let told = sop::simulate::run(&procedure, &plan);
    view::print(
        screen,
        args.format,
        || report::json(&procedure, &plan, &told),
        |lang| report::table(&procedure, &plan, &told, lang),
    );
    Ok(view::close(screen, &loaded))
}

fn plan(args: &Args, cases: u32, sop: &Sop, kalender: &Kalender) -> Result<Plan, Wrong> {
    let mut chances = Chances::default();
    for Chance { row, answer, chance } in &args.peluang {
        chances.set(sop, row, answer, *chance).map_err(Wrong::Chance)?;
    }
    let mut people = vec![1; sop.pelaksana.len()];
    for (who, count) in &args.orang {
        let named = |at: &usize| {
            let lane = &sop.pelaksana[*at];
            lane.short_names().any(|name| fold(name) == fold(who))
        };
        let lane = (0..sop.pelaksana.len()).find(named).ok_or_else(|| {
            let known = sop.pelaksana.iter().map(|lane| lane.pendek.clone()).collect();
            Wrong::Actor(who.clone(), known)
        })?;
        people[lane] = *count;
    }
    // Thousandths of a minute of work between two cases.
    let gap = args.laju.as_ref().map(|rate| waktu::menit(rate.unit, kalender) * 1000.0 / rate.cases);
    Ok(Plan { cases, gap, seed: args.benih, chances, people })
}

/// What the command line asks of a procedure that has no such thing.
enum Wrong {
    Chance(Unknown),
    Actor(String, Vec<String>),
}

impl Wrong {
    /// What is wrong, and what there is instead.
    fn in_words(&self, lang: Lang) -> (String, String) {
        match (self, lang) {
            (Wrong::Chance(Unknown::Row(row)), Lang::Id) => {
                (format!("`--peluang`: tidak ada kegiatan nomor {row}"), "sebut nomor pada naskah".to_owned())
            }
            (Wrong::Chance(Unknown::Row(row)), Lang::En) => {
                (format!("`--peluang`: there is no row {row}"), "use a number of the text".to_owned())
            }
            (Wrong::Chance(Unknown::Outcome(row, known)), Lang::Id) => (
                format!("`--peluang`: kegiatan {row} tidak mempunyai hasil itu"),
                format!("hasilnya: {}", known.join(", ")),
            ),
            (Wrong::Chance(Unknown::Outcome(row, known)), Lang::En) => (
                format!("`--peluang`: row {row} has no such outcome"),
                format!("its outcomes: {}", known.join(", ")),
            ),
            (Wrong::Chance(Unknown::Sum(row)), Lang::Id) => (
                format!("`--peluang`: jumlah peluang kegiatan {row} lebih dari 1"),
                "kecilkan salah satunya".to_owned(),
            ),
            (Wrong::Chance(Unknown::Sum(row)), Lang::En) => (
                format!("`--peluang`: the chances of row {row} add up to more than 1"),
                "lower one of them".to_owned(),
            ),
            (Wrong::Actor(who, known), Lang::Id) => (
                format!("`--orang`: tidak ada pelaksana `{who}`"),
                format!("pelaksananya: {}", known.join(", ")),
            ),
            (Wrong::Actor(who, known), Lang::En) => {
                (format!("`--orang`: there is no actor `{who}`"), format!("the actors: {}", known.join(", ")))
            }
        }
    }
}

/// A share of all cases in hundredths: `12 %`.
fn percent(part: u64, whole: u64) -> String {
    if whole == 0 { "-".to_owned() } else { format!("{} %", (part * 200 + whole) / (2 * whole)) }
}

/// The value below which this share of a sorted list lies.
fn quantile(sorted: &[u64], hundredths: usize) -> u64 {
    let at = (sorted.len() * hundredths).div_ceil(100).max(1) - 1;
    sorted.get(at).copied().unwrap_or_default()
}

fn mean(all: &[u64]) -> u64 {
    let sum: u128 = all.iter().map(|it| u128::from(*it)).sum();
    if all.is_empty() { 0 } else { (sum / all.len() as u128) as u64 }
}

/// A length of work in words; seconds of it are of no interest.
fn words(procedure: &Procedure, time: u64, lang: Lang) -> String {
    procedure.time().words((time + 500) / 1000 * 1000, lang)
}
