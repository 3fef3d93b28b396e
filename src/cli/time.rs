//! `sop time`: how long a procedure takes, whose time that is, and which limits hold.

use super::error::CliError;
use super::excerpt::safe;
use super::screen::Screen;
use super::settings::Finder;
use super::{Exit, Format, load};
use sop::analysis::Procedure;
use sop::analysis::time::{Holding, Run, Time};
use sop::model::waktu::Rentang;
use sop::model::{KegiatanId, SimpulId, Sop};
use sop::text::{Lang, Text};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Minutes of work, rounded down and up to whole ones.
#[derive(serde::Serialize)]
struct Minutes {
    least: u64,
    most: u64,
}

#[derive(serde::Serialize)]
struct Row {
    row: String,
    actors: Vec<String>,
    typed: Vec<String>,
    minutes: Minutes,
    /// No time, or one in words.
    unmeasured: bool,
}

#[derive(serde::Serialize)]
struct Way {
    minutes: u64,
    critical_path: Vec<String>,
}

#[derive(serde::Serialize)]
struct Load {
    actor: String,
    minutes: Minutes,
}

#[derive(serde::Serialize)]
struct Limit {
    limit: String,
    /// `None` where nothing can be computed.
    holds: Option<bool>,
    /// In calendar days as long as working days where `unit` says so.
    least_minutes: Option<u64>,
    allowed_minutes: Option<u64>,
    unit: Option<&'static str>,
    critical_path: Vec<String>,
}

#[derive(serde::Serialize)]
struct Report {
    schema: &'static str,
    sop: String,
    rows: Vec<Row>,
    shortest: Option<Way>,
    longest: Option<Way>,
    load: Vec<Load>,
    /// `waktu total` first, where it is written.
    limits: Vec<Limit>,
}

static NO_ROWS: Text =
    Text { id: "tidak ada kegiatan yang dapat dihitung", en: "there are no rows to add up" };
static ERRORS: Text = Text {
    id: "ada galat, sehingga hitungannya mungkin belum benar",
    en: "there are errors, so the sums may not be right yet",
};
static HEAD: [Text; 4] = [
    Text { id: "No", en: "No" },
    Text { id: "Pelaksana", en: "Actor" },
    Text { id: "Waktu", en: "Time" },
    Text { id: "Waktu kerja", en: "Working time" },
];
static SHORTEST: Text = Text { id: "Terpendek", en: "Shortest" };
static LONGEST: Text = Text { id: "Terpanjang", en: "Longest" };
static NO_RUN: Text = Text { id: "tidak ada jalan tanpa pengembalian", en: "no way without going back" };
static THROUGH: Text = Text { id: "kegiatan", en: "rows" };
static LOAD: Text = Text { id: "Beban, tiap kegiatan sekali:", en: "Load, every row once:" };
static LIMITS: Text = Text { id: "Batas waktu:", en: "Limits:" };
static TOTAL: Text = Text { id: "waktu total", en: "total" };
static UNMEASURED: Text =
    Text { id: "Tanpa lama, dihitung nol: kegiatan", en: "Without a number, counted as nothing: rows" };

/// Prints what a procedure takes. That a limit does not hold is for `sop check` to judge, and no failure here.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let mut finder = Finder::new();
    let loaded = load::load(&args.file, &mut finder)?;
    for news in finder.news() {
        if let Err(error) = news {
            screen.error(&error);
        }
    }
    let Some(procedure) = &loaded.compiled.procedure else {
        screen.warn(&format!("{}: {}", loaded.name, NO_ROWS.pattern(screen.lang)), None);
        return Ok(Exit::Findings);
    };
    let text = match args.format {
        Format::Json => {
            serde_json::to_string_pretty(&report(procedure)).expect("bug: words and numbers serialise") + "\n"
        }
        Format::Human => {
            let unicode = screen.out_looks.unicode;
            table(procedure, screen.lang).lines().map(|line| safe(line, unicode) + "\n").collect()
        }
    };
    screen.print(text);
    if !loaded.compiled.has_errors() {
        return Ok(Exit::Clean);
    }
    let help = match screen.lang {
        Lang::Id => format!("lihat `sop check {}`", loaded.name),
        Lang::En => format!("see `sop check {}`", loaded.name),
    };
    screen.warn(&format!("{}: {}", loaded.name, ERRORS.pattern(screen.lang)), Some(help));
    Ok(Exit::Findings)
}

fn report(procedure: &Procedure) -> Report {
    let (sop, time) = (&procedure.sop, &procedure.time);
    let way = |run: &Run| Way { minutes: run.minutes / 1000, critical_path: numbers(sop, &run.rows) };
    let load = sop.pelaksana.iter().zip(&time.load);
    Report {
        schema: "waktu-v1",
        sop: sop.identitas.sop.clone(),
        rows: (0..sop.kegiatan.len()).map(|at| row(procedure, KegiatanId::from_index(at))).collect(),
        shortest: time.shortest.as_ref().map(way),
        longest: time.longest.as_ref().map(way),
        load: load.map(|(lane, load)| Load { actor: lane.pendek.clone(), minutes: minutes(*load) }).collect(),
        limits: limits(procedure, TOTAL.id)
            .into_iter()
            .map(|(limit, holding)| Limit {
                limit,
                holds: holding.map(|it| it.excess().is_none()),
                least_minutes: holding.map(|it| it.least.minutes / 1000),
                allowed_minutes: holding.map(|it| it.allowed / 1000),
                unit: holding.map(|it| if it.calendar { "hari kalender" } else { "hari kerja" }),
                critical_path: holding.map_or_else(Vec::new, |it| numbers(sop, &it.least.rows)),
            })
            .collect(),
    }
}

fn row(procedure: &Procedure, id: KegiatanId) -> Row {
    let (sop, time) = (&procedure.sop, &procedure.time);
    let row = &sop[id];
    let mut actors: Vec<String> = Vec::new();
    for name in row.simpul.clone().flat_map(|at| sop.pelaku(SimpulId(at))) {
        if !actors.contains(&name) {
            actors.push(name);
        }
    }
    let typed = row.mutu_baku.waktu.iter().map(|line| match &line.untuk {
        Some(name) => format!("{} ({name})", line.waktu.teks),
        None => line.waktu.teks.clone(),
    });
    Row {
        row: row.nomor.to_string(),
        actors,
        typed: typed.collect(),
        minutes: minutes(time.rows[id.index()].kerja),
        unmeasured: time.unmeasured.contains(&id),
    }
}

fn minutes(range: Rentang) -> Minutes {
    Minutes { least: range.dari / 1000, most: range.sampai.div_ceil(1000) }
}

fn numbers(sop: &Sop, rows: &[KegiatanId]) -> Vec<String> {
    rows.iter().map(|row| sop[*row].nomor.to_string()).collect()
}

/// Every limit as typed, the total first.
fn limits<'a>(procedure: &'a Procedure, total: &str) -> Vec<(String, Option<&'a Holding>)> {
    let (sop, time) = (&procedure.sop, &procedure.time);
    let stated = sop.identitas.waktu_total.as_ref();
    let stated = stated.map(|waktu| (format!("{total}: {}", waktu.teks), time.total.as_ref()));
    let limits = sop.batas.iter().zip(&time.limits).map(|(batas, holding)| {
        let teks = match batas.kegiatan {
            Some(row) => format!("{}. {}", sop[row].nomor, batas.teks),
            None => batas.teks.clone(),
        };
        (teks, holding.as_ref())
    });
    stated.into_iter().chain(limits).collect()
}

fn table(procedure: &Procedure, lang: Lang) -> String {
    let (sop, time) = (&procedure.sop, &procedure.time);
    let mut rows = vec![HEAD.iter().map(|text| text.pattern(lang).to_owned()).collect::<Vec<_>>()];
    rows.extend((0..sop.kegiatan.len()).map(|at| {
        let row = row(procedure, KegiatanId::from_index(at));
        let said = match row.unmeasured {
            true => "-".to_owned(),
            false => range(time, time.rows[at].kerja),
        };
        vec![row.row, row.actors.join(", "), row.typed.join("; "), said]
    }));
    let mut out = columns(&rows, "");
    out.push('\n');
    let mut ways = Vec::new();
    for (name, run) in [(&SHORTEST, &time.shortest), (&LONGEST, &time.longest)] {
        let said = match run {
            Some(run) => vec![time.words(run.minutes), through(sop, run, lang)],
            None => vec![NO_RUN.pattern(lang).to_owned()],
        };
        ways.push([vec![name.pattern(lang).to_owned()], said].concat());
    }
    out += &columns(&ways, "");
    if !time.unmeasured.is_empty() {
        out += &format!("{} {}\n", UNMEASURED.pattern(lang), numbers(sop, &time.unmeasured).join(", "));
    }
    out += &format!("\n{}\n", LOAD.pattern(lang));
    let load = sop.pelaksana.iter().zip(&time.load);
    out += &columns(
        &load.map(|(lane, load)| vec![lane.pendek.clone(), range(time, *load)]).collect::<Vec<_>>(),
        "  ",
    );
    let limits = limits(procedure, TOTAL.pattern(lang));
    if !limits.is_empty() {
        out += &format!("\n{}\n", LIMITS.pattern(lang));
        for (limit, holding) in limits {
            out += &format!("  {limit}\n    {}\n", verdict(procedure, holding, lang));
        }
    }
    out
}

fn verdict(procedure: &Procedure, holding: Option<&Holding>, lang: Lang) -> String {
    let time = &procedure.time;
    let Some(holding) = holding else {
        return match lang {
            Lang::Id => "tidak dihitung".to_owned(),
            Lang::En => "not computed".to_owned(),
        };
    };
    let least = time.words_of(holding, holding.least.minutes);
    let path = through(&procedure.sop, &holding.least, lang);
    match (lang, holding.excess()) {
        (Lang::Id, Some(over)) => {
            format!(
                "tidak dapat dipenuhi: perlu paling sedikit {least}, lebih {}; {path}",
                time.words_of(holding, over)
            )
        }
        (Lang::En, Some(over)) => {
            format!(
                "cannot be met: takes at least {least}, {} too long; {path}",
                time.words_of(holding, over)
            )
        }
        (lang, None) => {
            let left = time.words_of(holding, holding.allowed - holding.least.minutes);
            match lang {
                Lang::Id => format!("dapat dipenuhi: perlu paling sedikit {least}, sisa {left}; {path}"),
                Lang::En => format!("can be met: takes at least {least}, {left} to spare; {path}"),
            }
        }
    }
}

fn through(sop: &Sop, run: &Run, lang: Lang) -> String {
    format!("{} {}", THROUGH.pattern(lang), numbers(sop, &run.rows).join(", "))
}

fn range(time: &Time, range: Rentang) -> String {
    let (least, most) = (time.words(range.dari), time.words(range.sampai));
    if least == most { least } else { format!("{least} - {most}") }
}

/// Cells under each other, two blanks apart, the last one as long as it is.
fn columns(rows: &[Vec<String>], indent: &str) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|at| {
            rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let line = |row: &Vec<String>| {
        let cells: Vec<String> =
            row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        format!("{indent}{}", cells.join("  ")).trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
