//! What many cases came to, for people and for programs.

use super::super::table::{columns, head};
use super::{mean, percent, quantile, words};
use sop::analysis::Procedure;
use sop::model::{JenisPelaksana, Sop};
use sop::simulate::{Plan, Report};
use sop::text::{Lang, Text};

static CASES: Text = Text { id: "{n} kasus, benih {s}", en: "{n} cases, seed {s}" };
static AT_ONCE: Text = Text {
    id: "{n} kasus yang masuk sekaligus, benih {s}; berapa yang masuk tiap hari disebut dengan `--laju \"5 per hari\"`",
    en: "{n} cases that arrive at once, seed {s}; `--laju \"5 per hari\"` says how many arrive a day",
};
static HEAD: Text = Text {
    id: "Lama kasus, dari masuk sampai selesai (waktu kerja):",
    en: "From arrival to end (working time):",
};
static SHORTEST: Text = Text { id: "terpendek", en: "shortest" };
static HALF: Text = Text { id: "separuh kasus paling lama", en: "half of the cases at most" };
static NINE: Text = Text { id: "sembilan dari sepuluh paling lama", en: "nine in ten at most" };
static LONGEST: Text = Text { id: "terpanjang", en: "longest" };
static MEAN: Text = Text { id: "rata-rata", en: "mean" };
static NO_WAIT: Text = Text { id: "rata-rata tanpa menunggu", en: "mean without waiting" };
static ENDS: Text = Text { id: "Akhir:", en: "Ends:" };
static PLAIN: Text = Text { id: "selesai", en: "plain end" };
static UNFINISHED: Text = Text { id: "macet atau tidak berakhir", en: "stuck, or without an end" };
static LANES: [Text; 6] = [
    Text { id: "Pelaksana", en: "Actor" },
    Text { id: "Orang", en: "People" },
    Text { id: "Pekerjaan", en: "Tasks" },
    Text { id: "Beban", en: "Load" },
    Text { id: "Antre rata-rata", en: "Mean wait" },
    Text { id: "Antre terlama", en: "Longest wait" },
];
static ROWS: [Text; 4] = [
    Text { id: "No", en: "No" },
    Text { id: "Dikerjakan", en: "Done" },
    Text { id: "Dilewati", en: "Passed over" },
    Text { id: "Antre rata-rata", en: "Mean wait" },
];
static SPREAD: Text = Text { id: "Sebaran lama kasus:", en: "How long the cases took:" };
static BUSIEST: Text = Text {
    id: "Paling sibuk: {siapa}, {beban} dari waktunya.",
    en: "Busiest: {siapa}, {beban} of the time.",
};

static TOO_MUCH: Text = Text {
    id: "Kasus masuk secepat atau lebih cepat daripada yang dapat dikerjakannya: antrean terus memanjang.",
    en: "Cases arrive as fast as this actor can work, or faster: the queue grows without end.",
};

fn kind(sop: &Sop, lane: usize) -> Option<&'static Text> {
    static LUAR: Text = Text { id: "luar", en: "outside" };
    static SISTEM: Text = Text { id: "sistem", en: "system" };
    match sop.pelaksana[lane].jenis {
        JenisPelaksana::Dalam => None,
        JenisPelaksana::Luar => Some(&LUAR),
        JenisPelaksana::Sistem => Some(&SISTEM),
    }
}

pub(super) fn table(procedure: &Procedure, plan: &Plan, report: &Report, lang: Lang) -> String {
    let title = if plan.gap.is_some() { &CASES } else { &AT_ONCE };
    let title = title.fill(lang, &[("n", plan.cases.into()), ("s", plan.seed.to_string().into())]);
    format!("{title}\n\n")
        + &durations(procedure, report, lang)
        + &ends(plan, report, lang)
        + &lanes(procedure, plan, report, lang)
        + &rows(procedure, report, lang)
}

fn durations(procedure: &Procedure, report: &Report, lang: Lang) -> String {
    let all = &report.durations;
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return String::new() };
    let lines = [
        (&SHORTEST, *first),
        (&HALF, quantile(all, 50)),
        (&NINE, quantile(all, 90)),
        (&LONGEST, *last),
        (&MEAN, mean(all)),
        (&NO_WAIT, mean(&report.work)),
    ];
    let said = |text: &Text| text.pattern(lang).to_owned();
    let lines = lines.map(|(text, time)| vec![said(text), words(procedure, time, lang)]);
    let (head, lines) = (HEAD.pattern(lang), columns(&lines, "  "));
    format!("{head}\n{lines}\n{}\n{}", SPREAD.pattern(lang), spread(procedure, all, lang))
}

fn ends(plan: &Plan, report: &Report, lang: Lang) -> String {
    let said = |text: &Text| text.pattern(lang).to_owned();
    let total = u64::from(plan.cases);
    let mut ends: Vec<Vec<String>> = report
        .ends
        .iter()
        .map(|end| {
            let name = end.nama.clone().unwrap_or_else(|| said(&PLAIN));
            vec![name, end.cases.to_string(), percent(u64::from(end.cases), total)]
        })
        .collect();
    if report.unfinished > 0 {
        let count = report.unfinished;
        ends.push(vec![said(&UNFINISHED), count.to_string(), percent(u64::from(count), total)]);
    }
    format!("\n{}\n{}", ENDS.pattern(lang), columns(&ends, "  "))
}

fn lanes(procedure: &Procedure, plan: &Plan, report: &Report, lang: Lang) -> String {
    let sop = &procedure.sop;
    let mut lanes = vec![head(&LANES, lang)];
    let mut busiest: Option<(u64, usize)> = None;
    for (at, lane) in report.lanes.iter().enumerate() {
        let name = sop.pelaksana[at].pendek.clone();
        if let Some(kind) = kind(sop, at) {
            lanes.push(vec![name, kind.pattern(lang).to_owned(), lane.tasks.to_string()]);
            continue;
        }
        let open = report.span.saturating_mul(u64::from(lane.people));
        if lane.busy > 0 && busiest.is_none_or(|(most, _)| lane.busy / u64::from(lane.people) > most) {
            busiest = Some((lane.busy / u64::from(lane.people), at));
        }
        lanes.push(vec![
            name,
            lane.people.to_string(),
            lane.tasks.to_string(),
            percent(lane.busy, open),
            words(procedure, lane.waited / u64::from(lane.tasks.max(1)), lang),
            words(procedure, lane.longest_wait, lang),
        ]);
    }
    let mut out = format!("\n{}", columns(&lanes, ""));
    if let Some((busy, at)) = busiest {
        let load = percent(busy, report.span);
        let line = BUSIEST
            .fill(lang, &[("siapa", sop.pelaksana[at].pendek.as_str().into()), ("beban", load.into())]);
        out += &format!("{line}\n");
        if busy.saturating_mul(20) >= report.span.saturating_mul(19) && plan.gap.is_some() {
            out += &format!("{}\n", TOO_MUCH.pattern(lang));
        }
    }
    out
}

fn rows(procedure: &Procedure, report: &Report, lang: Lang) -> String {
    let mut rows = vec![head(&ROWS, lang)];
    for (row, of) in procedure.sop.kegiatan.iter().zip(&report.rows) {
        let passed = if row.bila_perlu.is_some() { of.passed.to_string() } else { "-".to_owned() };
        let wait = words(procedure, of.waited / u64::from(of.done.max(1)), lang);
        rows.push(vec![row.nomor.to_string(), of.done.to_string(), passed, wait]);
    }
    format!("\n{}", columns(&rows, ""))
}

/// Ten steps of equal width, each with a bar.
fn spread(procedure: &Procedure, sorted: &[u64], lang: Lang) -> String {
    let counts = bins(sorted);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let line = |(end, count): &(u64, usize)| {
        let bar = "#".repeat((count * 40).div_ceil(most));
        vec![format!("≤ {}", words(procedure, *end, lang)), count.to_string(), bar]
    };
    columns(&counts.iter().map(line).collect::<Vec<_>>(), "  ")
}

/// The upper end of each step, and how many cases lie in it.
fn bins(sorted: &[u64]) -> Vec<(u64, usize)> {
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    if first == last {
        return vec![(*last, sorted.len())];
    }
    let end = |bin: u64| first + (last - first) * bin / 10;
    let upto = |bin: u64| sorted.partition_point(|it| *it <= end(bin));
    (1..=10).map(|bin| (end(bin), upto(bin) - if bin == 1 { 0 } else { upto(bin - 1) })).collect()
}

#[derive(serde::Serialize)]
pub(super) struct Json {
    schema: &'static str,
    sop: String,
    cases: u32,
    seed: u64,
    /// All times in minutes of work.
    duration: Option<Duration>,
    spread: Vec<Bin>,
    ends: Vec<End>,
    unfinished: u32,
    actors: Vec<Actor>,
    rows: Vec<Row>,
}

#[derive(serde::Serialize)]
struct Duration {
    shortest: f64,
    median: f64,
    ninth_decile: f64,
    longest: f64,
    mean: f64,
    mean_without_waiting: f64,
}

#[derive(serde::Serialize)]
struct Bin {
    at_most: f64,
    cases: usize,
}

#[derive(serde::Serialize)]
struct End {
    name: Option<String>,
    cases: u32,
}

#[derive(serde::Serialize)]
struct Actor {
    name: String,
    /// `None` for a party that nobody waits for.
    people: Option<u32>,
    tasks: u32,
    busy: f64,
    mean_wait: f64,
    longest_wait: f64,
}

#[derive(serde::Serialize)]
struct Row {
    row: String,
    done: u32,
    passed_over: u32,
    mean_wait: f64,
}

/// Thousandths of a minute as minutes.
fn minutes(time: u64) -> f64 {
    time as f64 / 1000.0
}

pub(super) fn json(procedure: &Procedure, plan: &Plan, report: &Report) -> Json {
    let sop = &procedure.sop;
    let all = &report.durations;
    let duration = all.first().zip(all.last()).map(|(first, last)| Duration {
        shortest: minutes(*first),
        median: minutes(quantile(all, 50)),
        ninth_decile: minutes(quantile(all, 90)),
        longest: minutes(*last),
        mean: minutes(mean(all)),
        mean_without_waiting: minutes(mean(&report.work)),
    });
    Json {
        schema: "simulasi-v1",
        sop: sop.identitas.sop.clone(),
        cases: plan.cases,
        seed: plan.seed,
        duration,
        spread: bins(all).into_iter().map(|(end, cases)| Bin { at_most: minutes(end), cases }).collect(),
        ends: report.ends.iter().map(|end| End { name: end.nama.clone(), cases: end.cases }).collect(),
        unfinished: report.unfinished,
        actors: sop
            .pelaksana
            .iter()
            .zip(&report.lanes)
            .map(|(lane, of)| Actor {
                name: lane.pendek.clone(),
                people: (of.people > 0).then_some(of.people),
                tasks: of.tasks,
                busy: minutes(of.busy),
                mean_wait: minutes(of.waited / u64::from(of.tasks.max(1))),
                longest_wait: minutes(of.longest_wait),
            })
            .collect(),
        rows: sop
            .kegiatan
            .iter()
            .zip(&report.rows)
            .map(|(row, of)| Row {
                row: row.nomor.to_string(),
                done: of.done,
                passed_over: of.passed,
                mean_wait: minutes(of.waited / u64::from(of.done.max(1))),
            })
            .collect(),
    }
}
