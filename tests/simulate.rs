//! Cases run as the reference interpreter says, and many of them come to the same numbers every time.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;
#[path = "generated_code/reference.rs"]
mod reference;

use corpus::{Sample, sample, samples};
use reference::Reference;
use sop::simulate::{Case, Chances, Plan, Report, run};

fn all() -> Vec<Sample> {
    let mut all = samples();
    all.extend((0..20).map(|seed| {
        sample(
            &format!("acak-{seed}"),
            &procedures::procedure(seed, 3 + seed as usize, 2 + seed as usize % 9),
        )
    }));
    all
}

#[test]
fn a_case_offers_what_the_reference_offers() {
    for sample in all() {
        let sop = &sample.procedure.sop;
        for seed in 0..10u64 {
            let mut dice = procedures::Dice::new(seed);
            let (mut case, mut other) = (Case::open(sop), Reference::open(sop));
            for _ in 0..100 {
                let mut found: Vec<(u32, Option<usize>)> = case
                    .offers()
                    .iter()
                    .flat_map(|offer| offer.outcomes.iter().map(|it| (offer.simpul.0, it.at)))
                    .collect();
                found.sort_unstable();
                let mut wanted: Vec<(u32, Option<usize>)> = Vec::new();
                for offer in other.offers() {
                    wanted.extend(offer.outcomes.iter().map(|(at, _)| (offer.simpul.0, Some(*at))));
                    wanted.extend(offer.optional.then_some((offer.simpul.0, None)));
                }
                wanted.sort_unstable();
                found.dedup();
                wanted.dedup();
                assert_eq!(found, wanted, "{}", sample.stem);
                assert_eq!(case.is_finished(), other.is_finished(), "{}", sample.stem);
                let ends = |id: &sop::model::AkhirId| sop[*id].nama.clone().unwrap_or("selesai".to_owned());
                assert_eq!(case.ends.iter().map(ends).collect::<Vec<_>>(), other.ends, "{}", sample.stem);
                if found.is_empty() {
                    break;
                }
                let (id, at) = found[dice.below(found.len())];
                let turn = case.offers().iter().find(|offer| offer.simpul.0 == id).unwrap().turn;
                case.take(turn, sop::model::SimpulId(id), at);
                other.step((sop::model::SimpulId(id), at));
            }
        }
    }
}

fn plan(sample: &Sample, cases: u32, gap: Option<f64>) -> Plan {
    let people = vec![1; sample.procedure.sop.pelaksana.len()];
    Plan { cases, gap, seed: 7, chances: Chances::default(), people }
}

fn told(report: &Report) -> String {
    format!("{report:?}")
}

#[test]
fn the_same_seed_gives_the_same_report_and_every_case_is_accounted_for() {
    for sample in all() {
        let mut plan = plan(&sample, 50, Some(10_000.0));
        let one = run(&sample.procedure, &plan);
        assert_eq!(told(&one), told(&run(&sample.procedure, &plan)), "{}", sample.stem);
        assert_eq!(one.durations.len() + one.unfinished as usize, 50, "{}", sample.stem);
        plan.seed = 8;
        if one.durations.first() != one.durations.last() {
            assert_ne!(told(&one), told(&run(&sample.procedure, &plan)), "{}", sample.stem);
        }
    }
}

const QUEUE: &str = "sop: Antre
pelaksana:
  - Pemohon (luar)
  - Loket
  - Kepala
kegiatan:
1. Pemohon: Mengajukan permohonan
   waktu: 10 menit
2. Loket: Memeriksa permohonan
   waktu: 30 menit
   ya: lanjut ke 3
   tidak: selesai, permohonan ditolak
3. Kepala: Menandatangani izin
   waktu: 5 menit
";

#[test]
fn who_is_busy_is_waited_for_and_more_people_wait_less() {
    let sample = sample("antre", QUEUE);
    let sop = &sample.procedure.sop;
    let mut plan = plan(&sample, 4, None);
    plan.chances.set(sop, "2", "ya", 1.0).unwrap();
    let report = run(&sample.procedure, &plan);
    // All arrive at once: the counter takes them one after the other, the head of the office waits for nobody.
    assert_eq!(report.durations, [45_000, 75_000, 105_000, 135_000]);
    assert_eq!((report.lanes[1].busy, report.lanes[1].waited), (120_000, 30_000 + 60_000 + 90_000));
    assert_eq!(report.lanes[1].longest_wait, 90_000);
    assert_eq!((report.lanes[0].waited, report.lanes[2].waited), (0, 0));
    assert_eq!((report.ends.len(), report.ends[0].nama.as_deref()), (1, None));
    plan.people[1] = 2;
    assert_eq!(run(&sample.procedure, &plan).durations, [45_000, 50_000, 75_000, 80_000]);
}

#[test]
fn chances_are_kept_and_nonsense_is_named() {
    let sample = sample("antre", QUEUE);
    let sop = &sample.procedure.sop;
    let mut plan = plan(&sample, 4000, Some(60_000.0));
    plan.chances.set(sop, "2", "Ya", 0.25).unwrap();
    let report = run(&sample.procedure, &plan);
    let refused = report.ends.iter().find(|end| end.nama.is_some()).unwrap().cases;
    assert!((2900..=3100).contains(&refused), "{refused}");
    assert!(plan.chances.clone().set(sop, "9", "ya", 0.5).is_err());
    assert!(plan.chances.clone().set(sop, "2", "mungkin", 0.5).is_err());
    assert!(plan.chances.clone().set(sop, "2", "tidak", 0.9).is_err());
}

#[test]
fn no_case_is_quicker_than_the_shortest_way() {
    let mut told = 0;
    for sample in all() {
        let Some(shortest) = &sample.procedure.time().shortest else { continue };
        // What follows a return that is used up is no part of a way without returns.
        if String::from_utf8_lossy(&sample.options.source).contains(" lalu ") {
            continue;
        }
        let report = run(&sample.procedure, &plan(&sample, 40, None));
        for quickest in report.work.first().into_iter().chain(report.durations.first()) {
            assert!(*quickest >= shortest.minutes, "{}: {quickest} < {}", sample.stem, shortest.minutes);
            told += 1;
        }
    }
    assert!(told > 20, "{told}");
}

#[test]
fn a_row_that_waits_for_several_begins_when_the_last_of_them_is_done() {
    // Which of the branches is looked at last must not matter.
    for (two, three) in [(300, 60), (60, 300)] {
        let text = format!(
            "sop: Uji\npelaksana:\n  - A\n  - B\n  - C\n\nkegiatan:\n\n1. A: Mulai\n   waktu: 60 menit\n   bersamaan: 2, 3\n\
             2. B: Kiri\n   waktu: {two} menit\n   alur: lanjut ke 4\n3. C: Kanan\n   waktu: {three} menit\n   alur: lanjut ke \
             4\n4. A: Akhir\n   waktu: 60 menit\n   menunggu: 2, 3\n"
        );
        let sample = sample("temu", &text);
        let report = run(&sample.procedure, &plan(&sample, 1, None));
        assert_eq!((report.durations[0], report.work[0]), (420_000, 420_000));
    }
}
