//! `sop time`: how long a procedure takes, whose time that is, and which limits hold.

use super::error::CliError;
use super::excerpt::safe;
use super::screen::Screen;
use super::settings::Finder;
use super::table::columns;
use super::{Exit, Format, load};
use sop::analysis::Procedure;
use sop::analysis::time::jadwal;
use sop::analysis::time::kerja::{Kerja, Saat};
use sop::analysis::time::{Balik, Holding, Run, Time};
use sop::config::{Config, Hari};
use sop::model::waktu::Rentang;
use sop::model::{KegiatanId, SimpulId, Sop};
use sop::text::{Lang, Text};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_parser = day)]
    mulai: Option<Hari>,
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    berkas: u32,
}

fn day(text: &str) -> Result<Hari, &'static str> {
    Hari::parse(text).ok_or("2026-01-05")
}

/// When each row is due, and the years whose holidays nobody told us.
struct Schedule {
    /// By row: start, done at the earliest, done at the latest.
    clocks: Vec<Option<[Moment; 3]>>,
    unknown_years: Vec<i64>,
}

/// A moment as the table and the JSON say it.
#[derive(Clone, Copy)]
struct Moment {
    day: Hari,
    /// Minutes after midnight.
    clock: u32,
}

impl Moment {
    fn iso(self) -> String {
        format!("{}T{:02}:{:02}", self.day.text(), self.clock / 60, self.clock % 60)
    }

    /// `Sen 5 Jan 2026 07.30`
    fn words(self, lang: Lang) -> String {
        const DAYS: [Text; 7] = [
            Text { id: "Sen", en: "Mon" },
            Text { id: "Sel", en: "Tue" },
            Text { id: "Rab", en: "Wed" },
            Text { id: "Kam", en: "Thu" },
            Text { id: "Jum", en: "Fri" },
            Text { id: "Sab", en: "Sat" },
            Text { id: "Min", en: "Sun" },
        ];
        const MONTHS: [Text; 12] = [
            Text { id: "Jan", en: "Jan" },
            Text { id: "Feb", en: "Feb" },
            Text { id: "Mar", en: "Mar" },
            Text { id: "Apr", en: "Apr" },
            Text { id: "Mei", en: "May" },
            Text { id: "Jun", en: "Jun" },
            Text { id: "Jul", en: "Jul" },
            Text { id: "Agu", en: "Aug" },
            Text { id: "Sep", en: "Sep" },
            Text { id: "Okt", en: "Oct" },
            Text { id: "Nov", en: "Nov" },
            Text { id: "Des", en: "Dec" },
        ];
        let (year, month, day) = self.day.date();
        let weekday = DAYS[self.day.weekday() as usize].pattern(lang);
        let month = MONTHS[month as usize - 1].pattern(lang);
        format!("{weekday} {day} {month} {year} {:02}.{:02}", self.clock / 60, self.clock % 60)
    }
}

fn schedule(procedure: &Procedure, config: &Config, start: Hari) -> Schedule {
    let kerja = Kerja::new(&config.kalender, &config.libur);
    let rows = jadwal::of(&procedure.sop, &procedure.time, &kerja, start);
    let last = rows.iter().flatten().map(|row| row.paling_lambat.hari.date().0).max();
    let first = start.date().0;
    let years = first..=last.unwrap_or(first).max(first);
    let moment = |at: Saat| Moment { day: at.hari, clock: kerja.clock(at) };
    let clocks = rows
        .iter()
        .map(|row| row.map(|row| [row.mulai, row.paling_cepat, row.paling_lambat].map(moment)))
        .collect();
    Schedule { clocks, unknown_years: years.filter(|year| !kerja.known(*year)).take(20).collect() }
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
    dates: Option<Dates>,
}

/// With `--mulai`: `2026-01-05T07:30`, local time.
#[derive(serde::Serialize)]
struct Dates {
    start: String,
    earliest: String,
    due: String,
}

#[derive(serde::Serialize)]
struct Return {
    from: String,
    to: String,
    minutes: Minutes,
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
    /// The cheapest return that does not fit any more: the limit holds only if nothing is sent back.
    broken_by_return: Option<Return>,
}

#[derive(serde::Serialize)]
struct Report {
    schema: &'static str,
    sop: String,
    items: u32,
    start: Option<String>,
    /// Years of the schedule whose holidays are not known, so that only weekends are left out.
    unknown_years: Vec<i64>,
    rows: Vec<Row>,
    shortest: Option<Way>,
    longest: Option<Way>,
    longest_with_returns: Option<Way>,
    returns: Vec<Return>,
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
static WITH_RETURNS: Text =
    Text { id: "Terpanjang, tiap pengembalian sekali", en: "Longest, each return once" };
static DATES: [Text; 3] = [
    Text { id: "Mulai", en: "Starts" },
    Text { id: "Selesai paling cepat", en: "Done at the earliest" },
    Text { id: "Jatuh tempo", en: "Due" },
];
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
    let has_errors = loaded.compiled.has_errors();
    let Some(mut procedure) = loaded.compiled.procedure else {
        screen.warn(&format!("{}: {}", loaded.name, NO_ROWS.pattern(screen.lang)), None);
        return Ok(Exit::Findings);
    };
    let config = &loaded.folder.settings.config;
    if args.berkas > 1 {
        procedure.time = Time::for_items(&procedure.sop, &config.kalender, args.berkas);
    }
    let dates = args.mulai.map(|start| schedule(&procedure, config, start));
    let procedure = &procedure;
    let text = match args.format {
        Format::Json => {
            serde_json::to_string_pretty(&report(procedure, args, dates.as_ref()))
                .expect("bug: words and numbers serialise")
                + "\n"
        }
        Format::Human => {
            let unicode = screen.out_looks.unicode;
            table(procedure, dates.as_ref(), screen.lang)
                .lines()
                .map(|line| safe(line, unicode) + "\n")
                .collect()
        }
    };
    screen.print(text);
    if !has_errors {
        return Ok(Exit::Clean);
    }
    let help = match screen.lang {
        Lang::Id => format!("lihat `sop check {}`", loaded.name),
        Lang::En => format!("see `sop check {}`", loaded.name),
    };
    screen.warn(&format!("{}: {}", loaded.name, ERRORS.pattern(screen.lang)), Some(help));
    Ok(Exit::Findings)
}

fn report(procedure: &Procedure, args: &Args, dates: Option<&Schedule>) -> Report {
    let (sop, time) = (&procedure.sop, &procedure.time);
    let way = |run: &Run| Way { minutes: run.minutes / 1000, critical_path: numbers(sop, &run.rows) };
    let load = sop.pelaksana.iter().zip(&time.load);
    Report {
        schema: "waktu-v1",
        sop: sop.identitas.sop.clone(),
        items: args.berkas,
        start: args.mulai.map(Hari::text),
        unknown_years: dates.map_or_else(Vec::new, |dates| dates.unknown_years.clone()),
        rows: (0..sop.kegiatan.len()).map(|at| row(procedure, KegiatanId::from_index(at), dates)).collect(),
        shortest: time.shortest.as_ref().map(way),
        longest: time.longest.as_ref().map(way),
        longest_with_returns: time.longest_with_returns.as_ref().map(way),
        returns: time.returns.iter().map(|balik| returned(sop, balik)).collect(),
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
                broken_by_return: holding.and_then(|it| Some(returned(sop, it.balik.as_ref()?))),
            })
            .collect(),
    }
}

fn returned(sop: &Sop, balik: &Balik) -> Return {
    Return {
        from: sop.kunci(balik.dari),
        to: sop.kunci(balik.ke),
        minutes: minutes(Rentang { dari: balik.sedikitnya, sampai: balik.paling_banyak }),
    }
}

fn row(procedure: &Procedure, id: KegiatanId, dates: Option<&Schedule>) -> Row {
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
        dates: dates.and_then(|dates| dates.clocks[id.index()]).map(|[start, earliest, due]| Dates {
            start: start.iso(),
            earliest: earliest.iso(),
            due: due.iso(),
        }),
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

fn table(procedure: &Procedure, dates: Option<&Schedule>, lang: Lang) -> String {
    let (sop, time) = (&procedure.sop, &procedure.time);
    let mut rows = vec![HEAD.iter().map(|text| text.pattern(lang).to_owned()).collect::<Vec<_>>()];
    rows.extend((0..sop.kegiatan.len()).map(|at| {
        let row = row(procedure, KegiatanId::from_index(at), None);
        let said = match row.unmeasured {
            true => "-".to_owned(),
            false => range(time, time.rows[at].kerja),
        };
        vec![row.row, row.actors.join(", "), row.typed.join("; "), said]
    }));
    if let Some(dates) = dates {
        rows[0].extend(DATES.iter().map(|text| text.pattern(lang).to_owned()));
        for (row, moments) in rows[1..].iter_mut().zip(&dates.clocks) {
            match moments {
                Some(moments) => row.extend(moments.map(|moment| moment.words(lang))),
                None => row.extend(["-"; 3].map(str::to_owned)),
            }
        }
    }
    let mut out = columns(&rows, "");
    out.push('\n');
    let mut ways = Vec::new();
    let mut runs = vec![(&SHORTEST, &time.shortest), (&LONGEST, &time.longest)];
    if !time.returns.is_empty() {
        runs.push((&WITH_RETURNS, &time.longest_with_returns));
    }
    for (name, run) in runs {
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
    if let Some(dates) = dates {
        out += &calendar_note(dates, lang);
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

/// Which holidays the dates know of.
fn calendar_note(dates: &Schedule, lang: Lang) -> String {
    let list = |years: Vec<i64>| years.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let known = list(Kerja::years().into_iter().collect());
    let unknown = list(dates.unknown_years.clone());
    match (lang, unknown.is_empty()) {
        (Lang::Id, true) => {
            format!("Hari libur nasional dan cuti bersama diperhitungkan (yang dikenal: {known})\n")
        }
        (Lang::En, true) => {
            format!("Public holidays and joint leave are counted as days off (known: {known})\n")
        }
        (Lang::Id, false) => format!(
            "Hari libur tahun {unknown} belum dikenal, hanya akhir pekan yang dilewati; tambahkan dengan `libur` di \
             sop.toml (yang dikenal: {known})\n"
        ),
        (Lang::En, false) => format!(
            "The holidays of {unknown} are not known, only weekends are left out; add them with `libur` in sop.toml \
             (known: {known})\n"
        ),
    }
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
        (lang, None) if holding.balik.is_some() => {
            let sop = &procedure.sop;
            let balik = holding.balik.expect("bug: asked for just now");
            let (from, to) = (sop.kegiatan_dari(balik.dari).nomor, sop.kegiatan_dari(balik.ke).nomor);
            let more = time.words(balik.sedikitnya);
            let left = time.words_of(holding, holding.allowed - holding.least.minutes);
            match lang {
                Lang::Id => format!(
                    "dapat dipenuhi hanya bila tidak ada yang dikembalikan: perlu paling sedikit {least}, sisa {left}, \
                     tetapi kembali dari {from} ke {to} menambah {more}; {path}"
                ),
                Lang::En => format!(
                    "can be met only if nothing is sent back: takes at least {least}, {left} to spare, but going back \
                     from {from} to {to} adds {more}; {path}"
                ),
            }
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
