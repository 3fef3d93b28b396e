//! What `sop time` says to programs.

use super::super::view::numbers;
use super::{Args, Held, Schedule, TOTAL, limits};
use sop::analysis::Procedure;
use sop::analysis::time::{Balik, Run};
use sop::day::Day;
use sop::model::waktu::Rentang;
use sop::model::{KegiatanId, SimpulId, Sop};

/// Minutes of work, rounded down and up to whole ones.
#[derive(serde::Serialize)]
struct Minutes {
    least: u64,
    most: u64,
}

#[derive(serde::Serialize)]
pub(super) struct Row {
    pub(super) row: String,
    pub(super) actors: Vec<String>,
    pub(super) typed: Vec<String>,
    minutes: Minutes,
    /// No time, or one in words.
    pub(super) unmeasured: bool,
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
    /// The longest way without returns, where that does not fit although the shortest does.
    broken_by_way: Option<Way>,
    /// The cheapest return that does not fit any more: the limit holds only if nothing is sent back.
    broken_by_return: Option<Return>,
}

#[derive(serde::Serialize)]
pub(super) struct Report {
    schema: &'static str,
    sop: String,
    items: u32,
    start: Option<String>,
    /// Years of the schedule of whose holidays only those with a fixed date are known.
    unknown_years: Vec<i64>,
    rows: Vec<Row>,
    shortest: Option<Way>,
    longest: Option<Way>,
    longest_with_returns: Option<Way>,
    /// With every return as often as it may be taken; `None` where one is not bounded.
    longest_within_bounds: Option<Way>,
    returns: Vec<Return>,
    load: Vec<Load>,
    /// `waktu total` first, where it is written.
    limits: Vec<Limit>,
}

pub(super) fn report(procedure: &Procedure, args: &Args, dates: Option<&Schedule>) -> Report {
    let (sop, time) = (&procedure.sop, procedure.time());
    let way = |run: &Run| Way { minutes: run.minutes / 1000, critical_path: numbers(sop, &run.rows) };
    let returns = time.returns(sop);
    let load = sop.pelaksana.iter().zip(time.load(sop));
    Report {
        schema: "waktu-v1",
        sop: sop.identitas.sop.clone(),
        items: args.berkas,
        start: args.mulai.map(Day::iso),
        unknown_years: dates.map_or_else(Vec::new, |dates| dates.unknown_years.clone()),
        rows: (0..sop.kegiatan.len()).map(|at| row(procedure, KegiatanId::from_index(at), dates)).collect(),
        shortest: time.shortest.as_ref().map(way),
        longest: time.longest.as_ref().map(way),
        longest_with_returns: returns.longest.as_ref().map(way),
        longest_within_bounds: returns.bounded.as_ref().map(way),
        returns: returns.each.iter().map(|balik| returned(sop, balik)).collect(),
        load: load.map(|(lane, load)| Load { actor: lane.pendek.clone(), minutes: minutes(load) }).collect(),
        limits: limits(procedure, TOTAL.id)
            .into_iter()
            .map(|(limit, held)| {
                let holding = held.computed();
                Limit {
                    limit,
                    holds: match held {
                        Held::Computed(it) => Some(it.excess().is_none()),
                        Held::ByWaiting => Some(true),
                        Held::FromAnEvent | Held::Unknown => None,
                    },
                    least_minutes: holding.map(|it| it.least.minutes / 1000),
                    allowed_minutes: holding.map(|it| it.allowed / 1000),
                    unit: holding.map(|it| if it.calendar { "hari kalender" } else { "hari kerja" }),
                    critical_path: holding.map_or_else(Vec::new, |it| numbers(sop, &it.least.rows)),
                    broken_by_way: holding.and_then(|it| it.longest.as_ref()).map(way),
                    broken_by_return: holding.and_then(|it| Some(returned(sop, it.balik.as_ref()?))),
                }
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

pub(super) fn row(procedure: &Procedure, id: KegiatanId, dates: Option<&Schedule>) -> Row {
    let (sop, time) = (&procedure.sop, procedure.time());
    let row = &sop[id];
    let mut actors: Vec<String> = Vec::new();
    for name in row.simpul.clone().flat_map(|at| sop.pelaku(SimpulId(at))) {
        if !actors.iter().any(|known| known == name) {
            actors.push(name.to_owned());
        }
    }
    let typed = row.mutu_baku.waktu.iter().map(|line| match &line.untuk {
        Some(name) => format!("{} ({name})", line.waktu.teks),
        None => line.waktu.teks.to_string(),
    });
    Row {
        row: row.nomor.to_string(),
        actors,
        typed: typed.collect(),
        minutes: minutes(time.rows[id.index()].kerja),
        unmeasured: time.unmeasured.binary_search(&id).is_ok(),
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
