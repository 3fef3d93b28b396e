//! What procedures take, against every run tried one by one, and the founding procedure against its reading by hand.
#![allow(clippy::disallowed_methods, reason = "a test reads the files that it tests")]

#[path = "common/procedures.rs"]
#[allow(dead_code, reason = "each test file uses a part")]
mod procedures;

use procedures::Dice;
use sop::analysis::Procedure;
use sop::analysis::time::jadwal;
use sop::analysis::time::kerja::Kerja;
use sop::compile::compile;
use sop::config::Config;
use sop::day::Day;
use sop::model::{Arah, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId};
use sop::text::Lang;
use std::fmt::Write;

fn procedure(text: &str) -> Procedure {
    let compiled = compile(text, &Config::default());
    assert!(!compiled.has_errors(), "{:?}\n{text}", compiled.diagnostics);
    compiled.procedure.unwrap()
}

const HOUR: u64 = 60_000;
const DAY: u64 = 450_000;

/// Blocks within blocks: rows, optional rows, rows passed over by a decision, early ends, returns, forks with joins.
/// Every row takes whole hours; some take a range.
struct Writer {
    dice: Dice,
    rows: usize,
    out: String,
}

impl Writer {
    fn row(&mut self) -> usize {
        self.rows += 1;
        let low = self.dice.below(9);
        let time = match self.dice.below(3) {
            0 => format!("{low}-{} jam", low + 1 + self.dice.below(5)),
            _ => format!("{low} jam"),
        };
        let _ = write!(self.out, "\n{}. A: Menyusun bahan\n   waktu: {time}\n", self.rows);
        if self.dice.percent(15) {
            self.line("bila perlu: ada keberatan");
        }
        self.rows
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "   {line}");
    }

    /// At least one row; the last one falls through to what follows.
    fn block(&mut self, depth: usize, in_branch: bool) {
        for _ in 0..=self.dice.below(2) {
            match self.dice.below(if depth == 0 { 1 } else { 4 }) {
                1 => self.choice(depth, in_branch),
                2 => self.fork(depth),
                _ => {
                    self.row();
                }
            }
        }
        self.row();
    }

    /// A decision, the rows that only its first outcome does, and where both meet.
    fn choice(&mut self, depth: usize, in_branch: bool) {
        let at = self.row();
        let hole = self.out.len();
        self.block(depth - 1, in_branch);
        let tidak = match self.dice.below(3) {
            0 if !in_branch => "selesai, ditolak".to_owned(),
            1 => format!("kembali ke {at}"),
            _ => format!("lanjut ke {}", self.rows + 1),
        };
        self.out.insert_str(hole, &format!("   ya: lanjut ke {}\n   tidak: {tidak}\n", at + 1));
        self.row();
    }

    /// Two or three branches and their join.
    fn fork(&mut self, depth: usize) {
        self.row();
        let hole = self.out.len();
        let (mut firsts, mut lasts) = (Vec::new(), Vec::new());
        for _ in 0..2 + self.dice.below(2) {
            firsts.push((self.rows + 1).to_string());
            self.block(depth - 1, true);
            lasts.push(self.row().to_string());
        }
        self.out.insert_str(hole, &format!("   bersamaan: {}\n", firsts.join(", ")));
        self.row();
        self.line(&format!("menunggu: {}", lasts.join(", ")));
    }
}

fn random(seed: u64) -> String {
    let mut writer = Writer { dice: Dice::new(seed), rows: 0, out: String::new() };
    writer.block(2, false);
    format!("sop: Uji\npelaksana:\n  - A\nkegiatan:\n{}", writer.out)
}

/// What a place does in a run: which outcome, or passed over.
type Choice = Vec<usize>;

/// How many things a place may do: its outcomes that do not go back; one more for an optional row.
fn choices(procedure: &Procedure, id: SimpulId) -> usize {
    outcomes(procedure, id).len() + usize::from(procedure.sop.kegiatan_dari(id).bila_perlu.is_some())
}

fn outcomes(procedure: &Procedure, id: SimpulId) -> Vec<Vec<&Lanjutan>> {
    let forward = |lanjutan: &&Lanjutan| lanjutan.arah == Arah::Maju;
    match &procedure.sop[id].setelah {
        Setelah::Ke(lanjutan) => vec![vec![lanjutan]],
        Setelah::Jika(cabang) => {
            cabang.iter().map(|it| &it.lanjutan).filter(forward).map(|it| vec![it]).collect()
        }
        Setelah::Bersamaan(branches) => vec![branches.iter().collect()],
    }
}

/// Plays the clock forward, place by place: when each is done, and when the last token ends.
fn play(
    procedure: &Procedure,
    choice: &Choice,
    minutes: &dyn Fn(SimpulId) -> u64,
) -> (Vec<Option<u64>>, u64) {
    let sop = &procedure.sop;
    let mut arrived: Vec<Vec<u64>> = vec![Vec::new(); sop.simpul.len()];
    let mut done = vec![None; sop.simpul.len()];
    let mut end = 0;
    arrived[0].push(0);
    for at in 0..sop.simpul.len() {
        let id = SimpulId::from_index(at);
        let needed = sop[id].menunggu.len().max(1);
        if arrived[at].is_empty() {
            continue;
        }
        assert_eq!(arrived[at].len(), needed, "the writer writes sound procedures");
        let start = *arrived[at].iter().max().unwrap();
        let outcomes = outcomes(procedure, id);
        let passed = choice[at] == outcomes.len();
        let time = start + if passed { 0 } else { minutes(id) };
        if !passed {
            done[at] = Some(time);
        }
        for lanjutan in &outcomes[if passed { 0 } else { choice[at] }] {
            match &lanjutan.ke {
                Sasaran::Akhir(_) => end = end.max(time),
                Sasaran::Simpul(to) => arrived[to[0].index()].push(time),
            }
        }
    }
    (done, end)
}

/// Every combination of what the places may do, as far as there are not too many.
fn every_choice(procedure: &Procedure) -> Option<Vec<Choice>> {
    let mut all = vec![Vec::new()];
    for at in 0..procedure.sop.simpul.len() {
        let count = choices(procedure, SimpulId::from_index(at));
        all = all
            .iter()
            .flat_map(|so_far| {
                (0..count).map(|next| [so_far.as_slice(), &[next]].concat()).collect::<Vec<_>>()
            })
            .collect();
        if all.len() > 600 {
            return None;
        }
    }
    Some(all)
}

#[test]
fn shortest_and_longest_are_those_of_all_runs() {
    let (mut tried, mut forks, mut limits) = (0, 0, 0);
    for seed in 0..300 {
        let text = random(seed);
        let found = procedure(&text);
        let Some(all) = every_choice(&found) else { continue };
        let time = |id: SimpulId| found.time().rows[found.sop[id].kegiatan.index()].kerja;
        let low: Vec<_> = all.iter().map(|choice| play(&found, choice, &|id| time(id).dari)).collect();
        let high = all.iter().map(|choice| play(&found, choice, &|id| time(id).sampai).1).max().unwrap();
        let shortest = found.time().shortest.as_ref().unwrap();
        assert_eq!(shortest.minutes, low.iter().map(|(_, end)| *end).min().unwrap(), "{seed}\n{text}");
        assert_eq!(found.time().longest.as_ref().unwrap().minutes, high, "{seed}\n{text}");
        let path: u64 = shortest.rows.iter().map(|row| found.time().rows[row.index()].kerja.dari).sum();
        assert_eq!(path, shortest.minutes, "the critical path adds up\n{text}");
        let forked = text.contains("bersamaan");
        limits += stretches(&text, &found, &low, forked, seed);
        forks += usize::from(forked);
        tried += 1;
    }
    assert!(
        tried > 100 && forks > 25 && limits > 150,
        "{tried} procedures, {forks} with forks, {limits} limits"
    );
}

/// The least time from the end of a row to the end of a later one, for some pairs. Beside a fork it may be more than we
/// say, never less.
fn stretches(
    text: &str,
    found: &Procedure,
    runs: &[(Vec<Option<u64>>, u64)],
    forked: bool,
    seed: u64,
) -> usize {
    let rows = found.sop.kegiatan.len();
    let mut dice = Dice::new(seed ^ 0xBA7A5);
    let mut held = 0;
    for _ in 0..4 {
        let from = dice.below(rows - 1);
        let to = from + 1 + dice.below(rows - from - 1);
        let batas =
            format!("batas waktu:\n  - setelah {} sampai {}: paling lama 1 jam\nkegiatan:", from + 1, to + 1);
        let limited = procedure(&text.replacen("kegiatan:", &batas, 1));
        let least = runs.iter().filter_map(|(done, _)| Some(done[to]?.saturating_sub(done[from]?))).min();
        let ours = limited.time().limits[0].as_ref();
        match (least, ours.map(|it| it.least.minutes)) {
            (Some(least), Some(ours)) if forked => {
                assert!(ours <= least, "{from} {to}: {ours} {least}\n{text}")
            }
            (least, ours) if !forked => assert_eq!(ours, least, "{from} {to}\n{text}"),
            (least, ours) => assert!(least.is_some() || ours.is_none() || forked),
        }
        held += usize::from(ours.is_some());
        if let Some(ours) = ours {
            assert_eq!(ours.excess(), ours.least.minutes.checked_sub(HOUR).filter(|over| *over > 0));
        }
    }
    held
}

#[test]
fn every_row_is_done_between_its_dates_in_every_run_and_on_both_in_some() {
    let kalender = sop::config::Kalender::default();
    let libur = std::collections::BTreeSet::from([Day::parse("2026-03-09").unwrap()]);
    let kerja = Kerja::new(&kalender, &libur);
    let start = Day::parse("2026-03-04").unwrap();
    let (mut tried, mut forks) = (0, 0);
    for seed in 0..80 {
        let text = random(seed);
        let found = procedure(&text);
        let Some(all) = every_choice(&found) else { continue };
        let dates = jadwal::of(&found.sop, found.time(), &kerja, start);
        let time = |id: SimpulId| found.time().rows[found.sop[id].kegiatan.index()].kerja;
        let low: Vec<_> = all.iter().map(|choice| play(&found, choice, &|id| time(id).dari).0).collect();
        let high: Vec<_> = all.iter().map(|choice| play(&found, choice, &|id| time(id).sampai).0).collect();
        for (at, date) in dates.iter().enumerate() {
            let when = |done: u64| kerja.after_work(kerja.start(start), done);
            let (first, last) =
                (low.iter().filter_map(|done| done[at]).min(), high.iter().filter_map(|done| done[at]).max());
            let said = date.map(|it| (it.paling_cepat, it.paling_lambat));
            assert_eq!(
                said,
                first.zip(last).map(|(a, b)| (when(a), when(b))),
                "{seed} row {}\n{text}",
                at + 1
            );
        }
        forks += usize::from(text.contains("bersamaan"));
        tried += 1;
    }
    assert!(tried > 30 && forks > 6, "{tried} procedures, {forks} with forks");
}

/// The longest run in which every arrow back is taken at most once, by trying all; for procedures without forks.
fn longest_with_returns(
    procedure: &Procedure,
    at: SimpulId,
    used: &mut Vec<SimpulId>,
    left: &mut u32,
) -> u64 {
    *left = left.saturating_sub(1);
    let sop = &procedure.sop;
    let own = procedure.time().rows[sop[at].kegiatan.index()].kerja.sampai;
    let Setelah::Jika(cabang) = &sop[at].setelah else {
        let Setelah::Ke(lanjutan) = &sop[at].setelah else { unreachable!("no forks") };
        return own + onward(procedure, lanjutan, used, left);
    };
    let mut best = 0;
    for cabang in cabang {
        let back = cabang.lanjutan.arah == Arah::Kembali;
        if back && used.contains(&at) || *left == 0 {
            continue;
        }
        if back {
            used.push(at);
        }
        best = best.max(onward(procedure, &cabang.lanjutan, used, left));
        if back {
            used.pop();
        }
    }
    own + best
}

fn onward(procedure: &Procedure, lanjutan: &Lanjutan, used: &mut Vec<SimpulId>, left: &mut u32) -> u64 {
    match &lanjutan.ke {
        Sasaran::Akhir(_) => 0,
        Sasaran::Simpul(to) => longest_with_returns(procedure, to[0], used, left),
    }
}

#[test]
fn each_return_once_is_as_long_as_the_longest_run_that_takes_each_once() {
    let (mut same, mut tried) = (0, 0);
    for seed in 0..400 {
        // Every decision goes back or on, so every run passes all of them.
        let text = random(seed);
        if text.contains("bersamaan") || !text.contains("kembali") {
            continue;
        }
        let found = procedure(&text);
        let ours = found.time().returns(&found.sop).longest.unwrap().minutes;
        let mut left = 200_000;
        let all = longest_with_returns(&found, SimpulId::from_index(0), &mut Vec::new(), &mut left);
        if left == 0 {
            continue;
        }
        assert!(ours <= all, "{seed}: no run is as long as we say\n{text}");
        same += usize::from(ours == all);
        tried += 1;
    }
    assert!(tried > 25 && same * 10 >= tried * 9, "{same} of {tried}");
}

#[test]
fn the_founding_procedure_breaks_its_own_limit() {
    let text = std::fs::read_to_string("sops/monev.sop").unwrap();
    let found = procedure(&text);
    let time = found.time();
    let limit = time.limits[0].as_ref().unwrap();
    assert_eq!(limit.least.minutes, 12 * DAY);
    assert_eq!(limit.excess(), Some(7 * DAY));
    let rows: Vec<String> = limit.least.rows.iter().map(|row| found.sop[*row].nomor.to_string()).collect();
    assert_eq!(rows, ["8", "9", "10", "11", "12"]);
    assert_eq!(time.words(limit.least.minutes, Lang::Id), "12 hari kerja");
    let shortest = time.shortest.as_ref().unwrap();
    assert_eq!(time.words(shortest.minutes, Lang::Id), "24 hari kerja 2 jam 30 menit");
    assert_eq!(Some(shortest), time.longest.as_ref());
}

/// The time of the first row, and the load of each lane.
fn of_row(row: &str) -> (String, Vec<String>) {
    let text = format!("sop: Uji\npelaksana:\n  - A, Aa\n  - B\nkegiatan:\n{row}");
    let found = procedure(&text);
    let range = |it: sop::model::waktu::Rentang| {
        let (low, high) = (found.time().words(it.dari, Lang::Id), found.time().words(it.sampai, Lang::Id));
        if low == high { low } else { format!("{low} .. {high}") }
    };
    (range(found.time().rows[0].kerja), found.time().load(&found.sop).into_iter().map(range).collect())
}

#[test]
fn a_row_is_timed_as_its_lines_say() {
    let says = |row: &str, time: &str, load: [&str; 2]| {
        assert_eq!(of_row(row), (time.to_owned(), load.map(str::to_owned).to_vec()), "{row}");
    };
    says("1. A: Mencatat\n   waktu: 5 menit per berkas\n", "5 menit", ["5 menit", "0 menit"]);
    says("1. A: Mencatat\n   waktu: segera\n", "0 menit", ["0 menit", "0 menit"]);
    says("1. A -> B: Mencatat\n   waktu: 1 jam\n", "1 jam", ["0 menit .. 1 jam", "0 menit .. 1 jam"]);
    says("1. A, B: Membahas\n   waktu: 1 jam\n", "1 jam", ["1 jam", "1 jam"]);
    says("1. A -> B: Mencatat\n   waktu (A): 1 jam\n   waktu (B): 2 jam\n", "3 jam", ["1 jam", "2 jam"]);
    says(
        "1. A: Mencatat\n   waktu (A): 1 jam\n   waktu (Aa): 2 jam\n",
        "1 jam .. 2 jam",
        ["1 jam .. 2 jam", "0 menit"],
    );
    says(
        "1. A atau B: Mencatat\n   waktu (A): 1 jam\n   waktu (B): 2 jam\n",
        "1 jam .. 2 jam",
        ["0 menit .. 1 jam", "0 menit .. 2 jam"],
    );
    says(
        "1. A: Menunggu\n   waktu: 3 hari kalender\n",
        "1 hari kerja .. 3 hari kerja",
        ["1 hari kerja .. 3 hari kerja", "0 menit"],
    );
}

/// Whether the limit of the last row holds, in words.
fn verdict(batas: &str, first: &str, second: &str) -> Option<String> {
    let text = format!(
        "sop: Uji\npelaksana:\n  - A\nkegiatan:\n1. A: Mulai\n   waktu: {first}\n2. A: Jalan\n   waktu: {first}\n\
         3. A: Akhir\n   waktu: {second}\n   batas: {batas}\n"
    );
    let found = procedure(&text);
    let limit = found.time().limits[0].as_ref()?;
    limit.excess().map(|over| found.time().words_of(limit, over, Lang::Id))
}

#[test]
fn a_limit_is_held_against_what_surely_does_not_fit() {
    let over = |batas: &str, first: &str, second: &str| verdict(batas, first, second).unwrap_or_default();
    assert_eq!(over("paling lama 5 hari kerja setelah 1", "3 hari kerja", "3 hari kerja"), "1 hari kerja");
    assert_eq!(over("paling lama 6 hari kerja setelah 1", "3 hari kerja", "3 hari kerja"), "");
    // Three days from Friday on hold one working day.
    assert_eq!(over("paling lama 1 hari kerja setelah 2", "1 jam", "3 hari kalender"), "");
    // Six days on the calendar hold no more than five of work, and not seven on the calendar.
    assert_eq!(over("paling lama 6 hari kalender setelah 1", "3 hari kerja", "3 hari kerja"), "1 hari kerja");
    assert_eq!(over("paling lama 6 hari kalender setelah 2", "1 jam", "7 hari kalender"), "1 hari kalender");
    // A row's own work is within its own limit, from wherever that counts.
    assert_eq!(
        over("paling lama 2 hari kerja setelah surat diterima", "1 jam", "3 hari kerja"),
        "1 hari kerja"
    );
    // To wait is always possible.
    assert_eq!(verdict("paling cepat 5 hari kerja setelah 1", "1 jam", "1 jam"), None);
    assert_eq!(over("paling lama 1 x 24 jam setelah 2", "1 jam", "1 hari kerja"), "");
}

/// A procedure of three actors and these rows.
fn rows(text: &str) -> Procedure {
    procedure(&format!("sop: Uji\npelaksana:\n  - A\n  - B\n  - C\nkegiatan:\n{text}"))
}

#[test]
fn haste_is_asked_for_by_a_limit_before_a_row_too() {
    let over = |batas: &str, between: &str| {
        let found = rows(&format!(
            "1. A: Mulai\n   waktu: 1 jam\n   batas: {batas}\n2. A: Jalan\n   waktu: {between}\n3. A: Akhir\n   waktu: 1 jam\n"
        ));
        found.time().limits[0].as_ref().map(|limit| limit.excess())
    };
    assert_eq!(over("paling cepat 2 hari kerja sebelum 3", "3 hari kerja"), Some(Some(DAY)));
    assert_eq!(over("paling cepat 3 hari kerja sebelum 3", "3 hari kerja"), Some(None));
    assert_eq!(over("paling lama 2 hari kerja sebelum 3", "3 hari kerja"), None);
    assert_eq!(over("paling cepat 2 hari kerja sebelum 1", "3 hari kerja"), None);
}

#[test]
fn a_return_within_a_row_does_again_what_lies_between() {
    let found = rows(
        "1. A -> B? -> C: Menyusun\n   waktu (A): 4 jam\n   waktu (B): 1 jam\n   waktu (C): 2 jam\n   tidak (B): \
         kembali\n2. B?: Memeriksa\n   waktu: 2 jam\n   tidak: kembali ke 1\n",
    );
    let costs: Vec<u64> =
        found.time().returns(&found.sop).each.iter().map(|it| it.sedikitnya / HOUR).collect();
    assert_eq!(costs, [5, 9]);
}

#[test]
fn a_return_costs_what_lies_between_the_place_it_leads_to_and_the_one_it_comes_from() {
    let cost = |text: &str| {
        let found = rows(text);
        found.time().returns(&found.sop).each.iter().map(|it| it.sedikitnya / HOUR).collect::<Vec<_>>()
    };
    // C has not acted yet when B sends back.
    let from_within = "1. A: Mulai\n   waktu: 1 jam\n2. B? -> C: Memeriksa\n   waktu (B): 1 jam\n   waktu (C): 5 jam\n   \
                       tidak (B): kembali ke 1\n";
    assert_eq!(cost(from_within), [2]);
    // A need not act again.
    let into = "1. A -> B: Mulai\n   waktu (A): 5 jam\n   waktu (B): 1 jam\n2. C?: Memeriksa\n   waktu: 1 jam\n   \
                tidak: kembali ke 1 B\n";
    assert_eq!(cost(into), [2]);
    assert_eq!(cost(&into.replace("1 B", "1")), [7]);
}

#[test]
fn a_thousand_items_may_be_written_with_a_full_stop() {
    for per in ["1.000 berkas", "1000 berkas"] {
        let text = format!("1. A: Mulai\n   waktu: 1 jam / {per}\n2. B: Akhir\n");
        let found = rows(&text);
        let time = sop::analysis::time::Time::for_items(&found.sop, &Default::default(), 2500);
        assert_eq!(time.rows[0].kerja.dari / HOUR, 3, "{per}");
    }
}

#[test]
fn a_row_of_several_places_is_done_where_the_work_leaves_it() {
    let least = |ways: &str| {
        let found = rows(&format!(
            "1. A: Mulai\n   waktu: 1 jam\n2. A? -> B: Memeriksa\n   waktu (A): 1 jam\n   waktu (B): 3 jam\n   batas: paling \
             lama 1 jam setelah 1\n{ways}3. A: Akhir\n   waktu: 1 jam\n"
        ));
        found.time().limits[0].as_ref().map(|limit| limit.least.minutes / HOUR)
    };
    assert_eq!(least("   tidak (A): kembali ke 1\n"), Some(4));
    assert_eq!(least("   tidak (A): lanjut ke 3\n"), Some(1));
}

#[test]
fn only_a_return_within_a_stretch_can_break_its_limit() {
    let balik = |to: u32| {
        let found = procedure(&format!(
            "sop: Uji\npelaksana:\n  - A\nbatas waktu:\n  - dari 2 sampai 3: paling lama 2 jam\nkegiatan:\n1. A: Mulai\n   \
             waktu: 1 jam\n2. A: Jalan\n   waktu: 1 jam\n3. A?: Memeriksa\n   waktu: 1 jam\n   tidak: kembali ke {to}\n4. A: \
             Akhir\n   waktu: 1 jam\n"
        ));
        found.time().limits[0].as_ref().unwrap().balik.is_some()
    };
    assert!(balik(2));
    assert!(!balik(1));
}

#[test]
fn the_quicker_of_two_says_when_a_row_is_done_at_the_earliest() {
    let found = rows("1. A atau B: Mencatat\n   waktu (A): 1 jam\n   waktu (B): 2 jam\n");
    let (kalender, libur) = (sop::config::Kalender::default(), std::collections::BTreeSet::new());
    let kerja = Kerja::new(&kalender, &libur);
    let start = Day::parse("2026-03-04").unwrap();
    let dates = jadwal::of(&found.sop, found.time(), &kerja, start)[0].unwrap();
    let after = |hours: u64| kerja.after_work(kerja.start(start), hours * HOUR);
    assert_eq!((dates.paling_cepat, dates.paling_lambat), (after(1), after(2)));
}

#[test]
fn an_office_may_close_before_noon_and_count_days_as_days() {
    let mut config = Config::default();
    config.kalender.menit_per_hari_kerja = 180;
    let libur = std::collections::BTreeSet::new();
    let day = Day::parse("2026-03-04").unwrap();
    assert_eq!(Kerja::new(&config.kalender, &libur).between((day, 0), (day, 24 * 60)), 180);

    config = Config::default();
    let least = |config: &Config| {
        let text = "sop: Uji\npelaksana:\n  - A\nkegiatan:\n1. A: Menunggu\n   waktu: 3 hari\n";
        compile(text, config).procedure.unwrap().time().rows[0].kerja.dari
    };
    assert_eq!(least(&config), 3 * DAY);
    config.kalender.hari_adalah_hari_kerja = false;
    assert_eq!(least(&config), DAY);
}

#[test]
fn a_limit_that_only_the_short_way_keeps_names_the_long_one() {
    let text = "pelaksana:\n  - A\n\nbatas waktu:\n  - dari 1 sampai 3: paling lama 5 hari kerja\n\nkegiatan:\n\n\
                1. A: Menelaah\n   waktu: 1 hari kerja\n   jika perlu audit: lanjut ke 2\n   jika tidak perlu: lanjut ke 3\n\n\
                2. A: Mengaudit\n   waktu: 10 hari kerja\n\n\
                3. A: Menjawab\n   waktu: 1 hari kerja\n";
    let procedure = procedure(text);
    let holding = procedure.time().limits[0].as_ref().unwrap();
    assert_eq!((holding.excess(), holding.least.minutes), (None, 2 * DAY));
    let longest = holding.longest.as_ref().expect("the way through row 2 does not fit");
    assert_eq!((longest.minutes, longest.rows.len()), (12 * DAY, 3));
    let roomy = self::procedure(&text.replace("lama 5 hari", "lama 12 hari"));
    assert_eq!(roomy.time().limits[0].as_ref().unwrap().longest, None);
}

/// A fork that one branch of takes long, a chain with one time, returns that lead on when they may be taken no more.
const BY_HAND: &str = "\
sop: Uji
pelaksana:
  - Staf
  - Kabid
  - Kadis

batas waktu:
  - setelah 2 sampai 4: paling lama 3 jam
  - setelah 3 sampai 4: paling lama 3 jam
  - dari 2 sampai 4: paling lama 3 jam

kegiatan:

1. Staf: Membagi data
   waktu: 1 jam
   bersamaan: 2, 3
2. Kabid: Memeriksa konsep
   waktu: 1 jam
3. Kadis: Menilai konsep
   waktu: 6 jam
4. Staf: Mengolah catatan dan nilai
   waktu: 1 jam
   menunggu: 2, 3
5. Staf -> Kabid? -> Kadis?: Mengajukan laporan
   waktu: 2 jam
   tidak: kembali, paling banyak 2 kali, lalu selesai, dihentikan
6. Kadis: Memutuskan laporan
   waktu: 1 jam
   ya: selesai
   tidak: kembali ke 4, paling banyak 3 kali, lalu lanjut ke 7
7. Kadis: Menyelesaikan sendiri
   waktu: 5 jam
";

#[test]
fn a_limit_from_a_branch_runs_while_the_other_branch_is_waited_for() {
    let found = procedure(BY_HAND);
    // Row 1 is done after 1 hour, 2 after 2, 3 after 7, 4 after 8.
    let held = |at: usize| {
        let holding = found.time().limits[at].as_ref().unwrap();
        (holding.least.minutes / HOUR, holding.longest.as_ref().map(|run| run.minutes / HOUR))
    };
    assert_eq!(held(0), (1, Some(6)));
    assert_eq!(held(1), (1, None));
    assert_eq!(held(2), (2, Some(7)));
    let rows: Vec<u32> = found.time().limits[0]
        .as_ref()
        .unwrap()
        .longest
        .as_ref()
        .unwrap()
        .rows
        .iter()
        .map(|row| row.0)
        .collect();
    assert_eq!(rows, [2, 3], "the rows that are waited for");
    // Wide enough for the wait, or behind the join, there is nothing to say.
    for limit in ["setelah 2 sampai 4: paling lama 6 jam", "setelah 4 sampai 5: paling lama 3 jam"] {
        let found = procedure(&BY_HAND.replace("setelah 2 sampai 4: paling lama 3 jam", limit));
        assert_eq!(found.time().limits[0].as_ref().unwrap().longest, None, "{limit}");
    }
}

#[test]
fn returns_up_to_their_limits_lead_on_where_they_may_be_taken_no_more() {
    let found = procedure(BY_HAND);
    assert_eq!(found.time().longest.as_ref().unwrap().minutes, 11 * HOUR);
    let returns = found.time().returns(&found.sop);
    // Of the chain's time all lies at its first place: back to it 2 hours, back to the second nothing; from 6 to 4 again 4.
    let each: Vec<_> = returns.each.iter().map(|it| (it.paling_banyak / HOUR, it.kali)).collect();
    assert_eq!(each, [(2, Some(2)), (0, Some(2)), (4, Some(3))]);
    assert_eq!(returns.longest.unwrap().minutes, 17 * HOUR);
    // 11 + 2 * 2 + 3 * 4, and then row 7.
    assert_eq!(returns.bounded.unwrap().minutes, 32 * HOUR);
    // With one return each the way behind it is open: 11 + 2 + 4 + 5.
    let once = procedure(
        &BY_HAND.replace("banyak 2 kali", "banyak 1 kali").replace("banyak 3 kali", "banyak 1 kali"),
    );
    let returns = once.time().returns(&once.sop);
    assert_eq!(returns.longest.as_ref().unwrap().minutes, 22 * HOUR);
    assert_eq!(returns.bounded, returns.longest);
    // Without a bound nobody knows.
    let open = BY_HAND.replace(", paling banyak 3 kali, lalu lanjut ke 7", "");
    let open = procedure(open.split("7. Kadis").next().unwrap());
    let returns = open.time().returns(&open.sop);
    assert_eq!((returns.longest.unwrap().minutes, returns.bounded), (17 * HOUR, None));
}

#[test]
fn a_limit_between_rows_without_a_way_from_one_to_the_other_is_not_said_to_hold() {
    let limit = |batas: &str, fourth: &str| {
        let text = format!(
            "pelaksana:\n  - A\nkegiatan:\n1. A: Menyusun\n   waktu: 1 hari kerja\n   alur: lanjut ke 3\n2. A: Mengumumkan\n   \
             waktu: 3 hari kerja\n   alur: lanjut ke 4\n3. A: Menandatangani\n   waktu: 1 hari kerja\n   alur: {fourth}\n4. A: \
             Melaporkan\n   waktu: 1 hari kerja\n   batas: paling lama {batas} setelah 3\n"
        );
        let found = compile(&text, &Config::default()).procedure.unwrap();
        found.time().limits[0].as_ref().map(|limit| limit.excess().is_some())
    };
    assert_eq!(limit("2 hari kerja", "lanjut ke 4"), Some(false));
    assert_eq!(limit("2 hari kerja", "kembali ke 2"), None);
    // Its own row alone is too long for it.
    assert_eq!(limit("3 jam", "kembali ke 2"), Some(true));
}

#[test]
fn until_a_row_the_work_of_the_rows_before_it_is_counted_and_its_own() {
    let found = procedure(
        "pelaksana:\n  - A\n\nkegiatan:\n1. A: Menyusun bahan\n   waktu: 1-2 jam\n2. A: Memeriksa bahan\n   waktu: 2 jam\n   \
         ya: lanjut ke 4\n   tidak: lanjut ke 3\n3. A: Menyusun bahan\n   waktu: 4 jam\n4. A: Menyimpan bahan\n   waktu: 1 jam\n",
    );
    let until = |row| found.time().until(&found.sop, row);
    let said: Vec<_> =
        found.sop.kegiatan.iter().enumerate().map(|(at, _)| until(KegiatanId::from_index(at))).collect();
    assert_eq!(said, [(1, 2), (3, 4), (7, 8), (4, 9)].map(|(least, most)| Some((least * HOUR, most * HOUR))));
}
