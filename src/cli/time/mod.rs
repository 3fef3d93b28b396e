//! `sop time`: how long a procedure takes, whose time that is, and which limits hold.

mod json;
mod table;

use super::error::CliError;
use super::screen::Screen;
use super::usage::{count, day};
use super::words::{FILE, FORMAT, Words};
use super::{Exit, Format, view};
use sop::analysis::Procedure;
use sop::analysis::time::Holding;
use sop::analysis::time::jadwal;
use sop::analysis::time::kerja::{Kerja, Saat};
use sop::config::Config;
use sop::day::Day;
use sop::model::{AcuanBatas, BatasWaktu, JenisBatas};
use sop::text::{Lang, Text};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_parser = day)]
    mulai: Option<Day>,
    #[arg(long, default_value_t = 1, value_parser = count)]
    berkas: u32,
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
    day: Day,
    /// Minutes after midnight.
    clock: u32,
}

impl Moment {
    fn iso(self) -> String {
        format!("{}T{:02}:{:02}", self.day.iso(), self.clock / 60, self.clock % 60)
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
        let dot = if lang == Lang::Id { '.' } else { ':' };
        format!("{weekday} {day} {month} {year} {:02}{dot}{:02}", self.clock / 60, self.clock % 60)
    }
}

fn schedule(procedure: &Procedure, config: &Config, start: Day) -> Schedule {
    let kerja = Kerja::new(&config.kalender, &config.libur);
    let rows = jadwal::of(&procedure.sop, procedure.time(), &kerja, start);
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

static NO_ROWS: Text =
    Text { id: "tidak ada kegiatan yang dapat dihitung", en: "there are no rows to add up" };
static TOTAL: Text = Text { id: "waktu total", en: "total" };

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Menghitung lama prosedur, beban pelaksana, dan batas waktu",
        en: "Add up how long a procedure takes, for whom, and whether its limits hold",
    },
    usage: Text { id: "sop time [PILIHAN] BERKAS", en: "sop time [OPTIONS] FILE" },
    args: &[
        ("file", FILE),
        ("format", FORMAT),
        (
            "mulai",
            Text {
                id: "Hari mulai, misalnya 2026-01-05: mencetak mulai dan selesainya tiap kegiatan",
                en: "The first day, for example 2026-01-05: prints when each row starts and ends",
            },
        ),
        (
            "berkas",
            Text {
                id: "Banyaknya berkas, bagi waktu yang ditulis per berkas [bawaan: 1]",
                en: "How many items, for times that count per item [default: 1]",
            },
        ),
    ],
    examples: Text {
        id: "Contoh:\n  sop time usulan.sop\n  sop time usulan.sop --mulai 2026-01-05 --berkas 40\n\n\
             Pengembalian hanya dihitung di mana disebut. `paling lama` dan `bila perlu` dihitung dari nol. Hari kerja, \
             jam kantor, dan hari libur kantor diatur dalam sop.toml.",
        en: "Examples:\n  sop time usulan.sop\n  sop time usulan.sop --mulai 2026-01-05 --berkas 40\n\n\
             Returns are counted only where they are named. `paling lama` and `bila perlu` begin at nothing. Working \
             days, office hours and the office's days off are set in sop.toml.",
    },
};

/// Prints what a procedure takes. That a limit does not hold is for `sop check` to judge, and no failure here.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let Some((mut procedure, loaded)) = view::open(&args.file, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    let config = &loaded.folder.settings.config;
    if args.berkas > 1 {
        procedure = procedure.for_items(args.berkas);
    }
    let dates = args.mulai.map(|start| schedule(&procedure, config, start));
    let (procedure, dates) = (&procedure, dates.as_ref());
    view::print(
        screen,
        args.format,
        || json::report(procedure, args, dates),
        |lang| table::table(procedure, dates, lang),
    );
    Ok(view::close(screen, &loaded))
}

/// What is known of a limit.
enum Held<'a> {
    /// The least time that it takes, beside what is allowed.
    Computed(&'a Holding),
    /// `paling cepat … setelah`: whoever is too fast waits.
    ByWaiting,
    /// It is counted from an event in words.
    FromAnEvent,
    Unknown,
}

impl<'a> Held<'a> {
    fn of(batas: &BatasWaktu, holding: Option<&'a Holding>) -> Held<'a> {
        match (holding, &batas.dari, batas.sampai) {
            (Some(holding), ..) => Held::Computed(holding),
            (None, AcuanBatas::Peristiwa(_), _) => Held::FromAnEvent,
            (None, AcuanBatas::Setelah(from) | AcuanBatas::Dari(from), Some(to))
                if batas.jenis == JenisBatas::PalingCepat && *from <= to =>
            {
                Held::ByWaiting
            }
            (None, ..) => Held::Unknown,
        }
    }

    fn computed(&self) -> Option<&'a Holding> {
        match self {
            Held::Computed(holding) => Some(holding),
            Held::ByWaiting | Held::FromAnEvent | Held::Unknown => None,
        }
    }
}

/// Every limit as typed, the total first.
fn limits<'a>(procedure: &'a Procedure, total: &str) -> Vec<(String, Held<'a>)> {
    let (sop, time) = (&procedure.sop, procedure.time());
    let stated = sop.identitas.waktu_total.as_ref().map(|waktu| {
        (format!("{total}: {}", waktu.teks), time.total.as_ref().map_or(Held::Unknown, Held::Computed))
    });
    let limits = sop.batas.iter().zip(&time.limits).map(|(batas, holding)| {
        let teks = match batas.kegiatan {
            Some(row) => format!("{}. {}", sop[row].nomor, batas.teks),
            None => batas.teks.clone(),
        };
        (teks, Held::of(batas, holding.as_ref()))
    });
    stated.into_iter().chain(limits).collect()
}
