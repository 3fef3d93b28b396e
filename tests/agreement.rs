//! The runs of every procedure as the reference interpreter sees them, written down for engines that know nothing of it.
//!
//! `tests/agreement/run` asks for them (`--ignored`), and holds two engines against them; here it is only made sure that
//! they cover what they say: every step that is possible in every situation.
#![cfg(feature = "bpmn")]
#![allow(clippy::disallowed_methods, reason = "a test that writes files for another program")]

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;
#[path = "generated_code/reference.rs"]
mod reference;

use corpus::{Sample, emitted, sample, samples};
use reference::{Move, Reference};
use serde_json::{Value, json};
use sop::emit::Engine;
use sop::model::{Jawaban, Setelah, SimpulId, Sop};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

/// More situations than this are not looked at in one procedure.
const MOST_SITUATIONS: usize = 100;
/// A run is followed no longer than this.
const LONGEST: usize = 200;

/// What one procedure can do.
struct Runs {
    situations: usize,
    steps: usize,
    /// There were more situations.
    cut: bool,
    /// Runs from the start; together they take every step.
    traces: Vec<Vec<Move>>,
}

fn moves(case: &Reference) -> Vec<Move> {
    let mut out = Vec::new();
    for offer in case.offers() {
        out.extend(offer.outcomes.iter().map(|(at, _)| (offer.simpul, Some(*at))));
        out.extend(offer.optional.then_some((offer.simpul, None)));
    }
    out
}

fn explore(sop: &Sop) -> Runs {
    let start = Reference::open(sop);
    let mut known: BTreeMap<String, usize> = BTreeMap::from([(start.key(), 0)]);
    let mut cases = vec![start];
    // By situation: the shortest way to it.
    let mut ways: Vec<Vec<Move>> = vec![Vec::new()];
    let mut next: Vec<Vec<(Move, usize)>> = Vec::new();
    let mut open = VecDeque::from([0]);
    let mut cut = false;
    while let Some(at) = open.pop_front() {
        let mut out = Vec::new();
        for step in moves(&cases[at]) {
            let mut case = cases[at].clone();
            case.step(step);
            let fresh = known.len();
            let to = *known.entry(case.key()).or_insert(fresh);
            if to == fresh && to >= MOST_SITUATIONS {
                known.remove(&case.key());
                cut = true;
                continue;
            }
            if to == fresh {
                let mut way = ways[at].clone();
                way.push(step);
                ways.push(way);
                cases.push(case);
                open.push_back(to);
            }
            out.push((step, to));
        }
        next.push(out);
    }
    // Each run goes to a step that none has taken, and on by further ones, until there is none.
    let mut left: BTreeSet<(usize, usize)> = next
        .iter()
        .enumerate()
        .flat_map(|(at, out)| (0..out.len()).map(move |number| (at, number)))
        .collect();
    let steps = left.len();
    let mut traces = Vec::new();
    while let Some((from, number)) = left.pop_first() {
        let mut trace = ways[from].clone();
        let (mut at, mut number) = (from, number);
        loop {
            left.remove(&(at, number));
            let (step, to) = next[at][number];
            trace.push(step);
            at = to;
            let fresh = (0..next[at].len()).find(|number| left.contains(&(at, *number)));
            match fresh {
                Some(found) if trace.len() < LONGEST => number = found,
                _ => break,
            }
        }
        traces.push(trace);
    }
    if traces.is_empty() {
        traces.push(Vec::new());
    }
    Runs { situations: cases.len(), steps, cut, traces }
}

/// The task of a turn, as the BPMN names it.
fn task(sop: &Sop, turn: &[SimpulId]) -> String {
    let row = sop[turn[0]].kegiatan;
    let tempat = sop[turn[0]].tempat;
    let whole = sop.simpul_dari(row).filter(|(_, it)| it.tempat == tempat).count() == turn.len();
    let key: String = sop.kunci(turn[0]).chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    format!("Kegiatan_{key}{}", if whole { "" } else { "_saja" })
}

/// An outcome in the words of the procedure.
fn outcome(sop: &Sop, (id, at): Move) -> Value {
    let pelaku = sop.pelaku(id).join(", ");
    let (jawaban, kondisi) = match (at, &sop[id].setelah) {
        (None, _) => ("dilewati", None),
        (Some(at), Setelah::Jika(cabang)) => match &cabang[at].jawaban {
            Jawaban::Ya => ("ya", None),
            Jawaban::Tidak => ("tidak", None),
            Jawaban::Jika(kondisi) => ("jika", Some(kondisi.as_str())),
        },
        _ => ("selesai", None),
    };
    json!({ "pelaku": pelaku, "jawaban": jawaban, "kondisi": kondisi })
}

/// A run as situations, each with the step that is taken there.
fn told(sop: &Sop, trace: &[Move]) -> Value {
    let mut case = Reference::open(sop);
    let mut out = Vec::new();
    for step in trace.iter().map(Some).chain([None]) {
        let offers = case.offers();
        let ready: Vec<Value> = case
            .turns()
            .iter()
            .map(|turn| {
                let of: Vec<_> = offers.iter().filter(|offer| turn.contains(&offer.simpul)).collect();
                let who: BTreeSet<&str> = of.iter().flat_map(|offer| offer.who.iter().copied()).collect();
                let hasil: Vec<Value> = of
                    .iter()
                    .flat_map(|offer| {
                        let open = offer.outcomes.iter().map(|(at, _)| Some(*at));
                        open.chain(offer.optional.then_some(None)).map(|at| outcome(sop, (offer.simpul, at)))
                    })
                    .collect();
                json!({ "id": task(sop, turn), "pelaku": who, "hasil": hasil })
            })
            .collect();
        let taken = step.map(|step| {
            let turn = case.turns().iter().find(|turn| turn.contains(&step.0)).unwrap();
            json!({ "id": task(sop, turn), "hasil": outcome(sop, *step) })
        });
        out.push(json!({ "siap": ready, "akhir": case.ends, "selesai": case.is_finished(), "ambil": taken }));
        if let Some(step) = step {
            case.step(*step);
        }
    }
    Value::Array(out)
}

/// Random procedures of 3 to 14 rows and 2 to 10 lanes.
fn random(seed: u64) -> Sample {
    let text = procedures::procedure(seed, 3 + (seed as usize * 7) % 12, 2 + seed as usize % 9);
    sample(&format!("acak-{seed}"), &text)
}

#[test]
fn the_runs_take_every_step_of_every_situation() {
    for sample in samples().into_iter().chain((0..20).map(random)) {
        let sop = &sample.procedure.sop;
        let runs = explore(sop);
        assert!(runs.situations <= MOST_SITUATIONS);
        let mut taken = BTreeSet::new();
        for trace in &runs.traces {
            let mut case = Reference::open(sop);
            for step in trace {
                assert!(moves(&case).contains(step), "{}: a step that is not offered", sample.stem);
                taken.insert((case.key(), *step));
                case.step(*step);
            }
        }
        assert_eq!(taken.len(), runs.steps, "{}: steps that no run takes", sample.stem);
    }
}

#[test]
#[ignore = "writes files for tests/agreement/run"]
fn write_the_runs_for_the_engines() {
    let folder = PathBuf::from(std::env::var_os("SOP_AGREEMENT").expect("SOP_AGREEMENT names a folder"));
    let count = std::env::var("SOP_AGREEMENT_RANDOM").map_or(1000, |count| count.parse().unwrap());
    let (mut lines, mut situations, mut steps, mut cut) = (String::new(), 0, 0, 0);
    for mut sample in samples().into_iter().chain((0..count).map(random)) {
        for (name, engine) in Engine::NAMES {
            std::fs::create_dir_all(folder.join(name)).unwrap();
            sample.options.engine = engine;
            let path = folder.join(name).join(format!("{}.bpmn", sample.stem));
            std::fs::write(path, emitted("bpmn", &sample, ".bpmn")).unwrap();
        }
        let sop = &sample.procedure.sop;
        let runs = explore(sop);
        situations += runs.situations;
        steps += runs.steps;
        cut += usize::from(runs.cut);
        let traces: Vec<Value> = runs.traces.iter().map(|trace| told(sop, trace)).collect();
        lines.push_str(&json!({ "nama": sample.stem, "jejak": traces }).to_string());
        lines.push('\n');
    }
    std::fs::write(folder.join("jejak.jsonl"), lines).unwrap();
    println!("{situations} situations, {steps} steps, {cut} procedures cut short");
}
