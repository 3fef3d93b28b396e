//! How well the sentences of rows are read: held against labelled sentences (`tests/kalimat/`, whose README says how
//! they were labelled), in the numbers that stand in the rule pages.
//!
//! `cargo test --test kalimat -- --nocapture` prints them; `UPDATE_EXPECT=1` rewrites them in the pages.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

use sop::analysis::Procedure;
use sop::analysis::kalimat::{Kalimat, Party, VerbClass};
use sop::compile::compile;
use sop::config::Config;
use sop::model::KegiatanId;
use sop::text::fold;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What a sentence says, by hand or by the reader. Names are folded.
#[derive(Debug, Default, PartialEq, Eq)]
struct Says {
    oleh: BTreeSet<String>,
    kepada: BTreeSet<String>,
    kembali: BTreeSet<String>,
    syarat: BTreeSet<String>,
    golongan: String,
}

/// A labelled sentence in a procedure.
struct Labelled {
    procedure: Procedure,
    row: KegiatanId,
    says: Says,
}

fn read(name: &str) -> String {
    std::fs::read_to_string(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn set(cell: &str) -> BTreeSet<String> {
    cell.split(';').map(fold).filter(|name| !name.is_empty() && name != "-").collect()
}

/// The lines of a file of labels: the lanes in force, the first cell, and what is said.
fn lines(name: &str) -> Vec<(Vec<String>, String, Says)> {
    let mut lanes = Vec::new();
    let mut found = Vec::new();
    for line in read(&format!("tests/kalimat/{name}.txt")).lines().filter(|line| !line.starts_with('#')) {
        if let Some(list) = line.strip_prefix("pelaksana: ") {
            lanes = list.split(';').map(|lane| lane.trim().to_owned()).collect();
        } else if let [text, oleh, kepada, kembali, syarat, golongan] =
            line.split(" | ").collect::<Vec<_>>()[..]
        {
            let says = Says {
                oleh: set(oleh),
                kepada: set(kepada),
                kembali: set(kembali),
                syarat: set(syarat),
                golongan: golongan.to_owned(),
            };
            found.push((lanes.clone(), text.to_owned(), says));
        } else {
            assert!(line.is_empty(), "{name}: {line}");
        }
    }
    found
}

/// The short name of a lane as it is declared.
fn head(lane: &str) -> &str {
    lane.split(['=', ',', '(']).next().unwrap().trim()
}

/// The row in a procedure of its own: the one in front acts, or the first lane that nothing is handed to.
fn sentences(name: &str) -> Vec<Labelled> {
    let labelled = |(lanes, text, says): (Vec<String>, String, Says)| {
        let free = |lane: &&String| {
            let head = fold(head(lane));
            !says.kepada.contains(&head) && !says.kembali.contains(&head)
        };
        let front = |lane: &&String| says.oleh.contains(&fold(head(lane)));
        let actor = lanes.iter().find(front).or_else(|| lanes.iter().find(free)).unwrap();
        let list: String = lanes.iter().map(|lane| format!("  - {lane}\n")).collect();
        let file = format!("sop: Uji\npelaksana:\n{list}kegiatan:\n1. {}: {text}\n", head(actor));
        let procedure = compile(&file, &Config::default()).procedure.expect("it has a row");
        Labelled { procedure, row: KegiatanId(0), says }
    };
    lines(name).into_iter().map(labelled).collect()
}

/// The rows of `sops/`; every one must be labelled.
fn rows() -> Vec<Labelled> {
    let mut found = Vec::new();
    let mut labels = lines("sops").into_iter().map(|(_, key, says)| (key, says)).collect::<Vec<_>>();
    let mut stems: Vec<String> = std::fs::read_dir("sops")
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".sop").map(str::to_owned))
        .collect();
    stems.sort();
    for stem in stems {
        let text = read(&format!("sops/{stem}.sop"));
        let procedure = compile(&text, &Config::default()).procedure.expect("it has rows");
        for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
            let key = format!("{stem} {}", row.nomor);
            let label = labels.iter().position(|(known, _)| *known == key);
            let (_, says) = labels.remove(label.unwrap_or_else(|| panic!("{key} is not labelled")));
            found.push(Labelled { procedure: procedure.clone(), row: KegiatanId::from_index(at), says });
        }
    }
    assert!(labels.is_empty(), "labels without a row: {labels:?}");
    found
}

fn said(labelled: &Labelled) -> Says {
    let sop = &labelled.procedure.sop;
    let kalimat: &Kalimat = labelled.procedure.kalimat(labelled.row);
    let uraian = &sop[labelled.row].uraian;
    let name = |party: &Party| match &party.lanes[..] {
        [] => fold(&uraian[party.range.clone()]),
        lanes => lanes.iter().map(|lane| fold(&sop[*lane].pendek)).collect::<Vec<_>>().join("|"),
    };
    let receivers = |back: bool| {
        let mine = kalimat.handovers.iter().filter(move |it| it.back == back);
        mine.map(|it| it.to.as_ref().map_or("*".to_owned(), name)).collect()
    };
    Says {
        oleh: kalimat.subjects.iter().map(name).collect(),
        kepada: receivers(false),
        kembali: receivers(true),
        syarat: kalimat.conditions.iter().map(|it| fold(&uraian[it.range.clone()])).collect(),
        golongan: kalimat.class().map_or("-", VerbClass::name).to_owned(),
    }
}

/// Right, beyond the label, and missed.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    beyond: usize,
    missed: usize,
}

impl Count {
    fn add(&mut self, label: &BTreeSet<String>, found: &BTreeSet<String>) {
        self.right += label.intersection(found).count();
        self.beyond += found.difference(label).count();
        self.missed += label.difference(found).count();
    }

    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.beyond).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.beyond + self.missed).max(1) as f64
    }
}

/// What is measured, in the order of the table.
const PARTS: [&str; 5] = ["pelaku di depan", "penerima", "pengembalian", "syarat", "golongan kata kerja"];

fn measure(set: &[Labelled], show: bool) -> [Count; 5] {
    let mut counts = [Count::default(); 5];
    for labelled in set {
        let (label, found) = (&labelled.says, said(labelled));
        let class = |says: &Says| BTreeSet::from([says.golongan.clone()]);
        counts[0].add(&label.oleh, &found.oleh);
        counts[1].add(&label.kepada, &found.kepada);
        counts[2].add(&label.kembali, &found.kembali);
        counts[3].add(&label.syarat, &found.syarat);
        counts[4].add(&class(label), &class(&found));
        if show && *label != found {
            let text = &labelled.procedure.sop[labelled.row].uraian;
            println!("{text}\n  label {label:?}\n  found {found:?}");
        }
    }
    counts
}

#[test]
fn sentences_are_read_as_they_were_labelled() {
    let sets = [("sops", rows()), ("latih", sentences("latih")), ("uji", sentences("uji"))];
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut table = String::new();
    for (name, set) in &sets {
        let counts = measure(set, show.split(',').any(|it| it == *name));
        let _ = writeln!(table, "{name}: {} kalimat", set.len());
        for (part, count) in PARTS.iter().zip(counts) {
            let _ = writeln!(
                table,
                "  {part:20} {:3} benar {:3} keliru {:3} luput  P {:.3} R {:.3} F1 {:.3}",
                count.right,
                count.beyond,
                count.missed,
                count.precision(),
                count.recall(),
                count.f1()
            );
        }
    }
    println!("{table}");
}

#[test]
fn a_row_is_asked_what_it_does() {
    let text = "sop: Uji\npelaksana:\n  - Staf\n  - Kadis\nkegiatan:\n\
        1. Kadis: Memeriksa dan menandatangani surat\n2. Staf: Menyampaikan untuk diarsipkan\n";
    let found = compile(text, &Config::default()).procedure.expect("it has rows");
    let first = found.kalimat(KegiatanId(0));
    assert!(first.does(VerbClass::Check) && first.does(VerbClass::Sign) && !first.does(VerbClass::File));
    let second = found.kalimat(KegiatanId(1));
    assert!(!second.does(VerbClass::File) && second.mentions(VerbClass::File));
    assert_eq!(second.class(), Some(VerbClass::HandOver));
}
