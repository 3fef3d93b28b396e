//! Every procedure in `sops/` against what a reader of the language must find in it (`tests/facts/`).
#![allow(clippy::disallowed_methods, reason = "a test reads the files that it tests")]

#[path = "common/typed.rs"]
mod typed;

use serde_json::{Value, json};
use sop::analysis::Procedure;
use sop::analysis::flow::Target;
use sop::compile::{Compiled, compile};
use sop::config::Config;
use sop::diag::{Diagnostic, Severity};
use sop::model::{Arah, SimpulId};
use sop::text::{Arg, Lang, fold};
use std::collections::BTreeSet;
use std::path::Path;

/// What the facts call a defect → the rule that finds it.
const FOUND_BY: &[(&str, &str)] = &[
    ("unreachable", "SOP202"),
    ("no-way-out", "SOP204"),
    ("no-end", "SOP205"),
    ("missing-outcome", "SOP164"),
    ("undefined-role", "SOP151"),
    ("unused-lane", "SOP201"),
    ("duplicate-number", "SOP157"),
    ("missing-waktu", "SOP301"),
    ("missing-output", "SOP402"),
    ("loop-without-limit", "SOP208"),
    ("limit-impossible", "SOP304"),
    ("total-impossible", "SOP305"),
    ("text-flow-mismatch", "SOP230"),
    ("text-lane-mismatch", "SOP234"),
];

/// A defect that the index of papers knows; a rule speaks of it only in a file with `dokumen luar`.
const NEVER_PRODUCED: &str = "document-never-produced";

#[test]
fn every_procedure_agrees_with_its_facts() {
    for (stem, text) in &typed::sops() {
        let facts = Path::new("tests/facts").join(format!("{stem}.facts.json"));
        let facts: Value = serde_json::from_str(&std::fs::read_to_string(facts).unwrap()).unwrap();
        let compiled = compile(text, &Config::default());
        let procedure = compiled.procedure.as_ref().unwrap_or_else(|| panic!("{stem} has rows"));
        compare(stem, &facts, &facts_of(procedure));
        compare_defects(stem, &facts, &compiled, procedure);
        let listed = |finding: &&Diagnostic| FOUND_BY.iter().any(|(_, code)| *code == finding.rule.code);
        let errors = compiled.diagnostics.iter().filter(|finding| finding.severity == Severity::Error);
        let beyond: Vec<&str> = errors.filter(|it| !listed(it)).map(|finding| finding.rule.code).collect();
        assert!(beyond.is_empty(), "{stem}: errors of which the facts know nothing: {beyond:?}");
    }
}

/// Field by field, so that a failure shows the field and not the file. Lists of arrows are compared as sets.
fn compare(stem: &str, facts: &Value, found: &Value) {
    let known = facts.as_object().unwrap().keys().filter(|key| *key != "defects");
    assert_eq!(
        known.collect::<BTreeSet<_>>(),
        found.as_object().unwrap().keys().collect::<BTreeSet<_>>(),
        "{stem}: the keys of the facts"
    );
    for (key, found) in found.as_object().unwrap() {
        match (facts[key].as_array(), found.as_array()) {
            (Some(facts), Some(found)) if key != "roles" => {
                let sorted = |list: &[Value]| {
                    let mut list: Vec<String> = list.iter().map(Value::to_string).collect();
                    list.sort();
                    list
                };
                assert_eq!(sorted(facts), sorted(found), "{stem}: {key}");
            }
            _ => assert_eq!(&facts[key], found, "{stem}: {key}"),
        }
    }
}

fn facts_of(procedure: &Procedure) -> Value {
    let sop = &procedure.sop;
    let ids = || (0..sop.simpul.len()).map(SimpulId::from_index);
    let answer = |edge: &sop::analysis::flow::Edge| {
        let cabang = match &sop[edge.from].setelah {
            sop::model::Setelah::Jika(cabang) => edge.cabang.map(|at| cabang[at].jawaban.teks()),
            _ => None,
        };
        match (cabang, edge.lalu) {
            (Some(answer), true) => Some(format!("{answer}, lalu")),
            (Some(answer), false) => Some(answer.to_owned()),
            (None, true) => Some("lalu".to_owned()),
            (None, false) => None,
        }
    };
    let mut edges = Vec::new();
    let mut end_edges = Vec::new();
    let mut returns = 0;
    for edge in &procedure.flow.edges {
        let from = sop.kunci(edge.from);
        let mut found = match edge.to {
            Target::Simpul(to) => vec![from, sop.kunci(to)],
            Target::Akhir(to) => vec![from, sop[to].nama.clone().unwrap_or_default()],
        };
        found.extend(answer(edge));
        returns += usize::from(edge.arah == Arah::Kembali);
        match edge.to {
            Target::Simpul(_) => edges.push(json!(found)),
            Target::Akhir(_) => end_edges.push(json!(found)),
        }
    }
    let rows_where = |keep: &dyn Fn(&sop::model::Kegiatan) -> bool| -> Vec<String> {
        sop.kegiatan.iter().filter(|row| keep(row)).map(|row| row.nomor.to_string()).collect()
    };
    let joins: BTreeSet<_> = sop
        .simpul
        .iter()
        .filter(|simpul| !simpul.menunggu.is_empty())
        .map(|simpul| simpul.kegiatan)
        .collect();
    let forks =
        sop.simpul.iter().filter(|simpul| matches!(simpul.setelah, sop::model::Setelah::Bersamaan(_)));
    let forks: BTreeSet<_> = forks.map(|simpul| simpul.kegiatan).collect();
    let unmeasured =
        |row: &sop::model::Kegiatan| row.mutu_baku.waktu.iter().any(|time| time.waktu.durasi.is_none());
    json!({
        "roles": sop.pelaksana.iter().map(|lane| &lane.pendek).collect::<Vec<_>>(),
        "rows": sop.kegiatan.len(),
        "symbols": sop.simpul.iter().map(|simpul| simpul.oleh.len()).sum::<usize>(),
        "nodes": sop.simpul.len(),
        "ends": end_edges.len(),
        "edges": edges,
        "end_edges": end_edges,
        "decisions": ids().filter(|id| sop[*id].memutuskan()).map(|id| sop.kunci(id)).collect::<Vec<_>>(),
        "returns": returns,
        "forks": forks.len(),
        "joins": joins.len(),
        "optional": rows_where(&|row| row.bila_perlu.is_some()),
        "unparsable_time_rows": rows_where(&unmeasured),
        "word_time_rows": rows_where(&|row| {
            unmeasured(row) && row.mutu_baku.waktu.iter().any(|time| time.waktu.kata_dikenal)
        }),
    })
}

/// The defects that have a rule are exactly those that the rules find.
fn compare_defects(stem: &str, facts: &Value, compiled: &Compiled, procedure: &Procedure) {
    let mut expected = Vec::new();
    for defect in facts["defects"].as_array().unwrap() {
        let what = defect["what"].as_str().unwrap();
        match FOUND_BY.iter().find(|(name, _)| *name == what) {
            Some(_) => {
                let row = defect["row"].as_str().unwrap_or("-");
                let nth = defect["nth"].as_u64().unwrap_or(1);
                let detail = defect["detail"].as_str().unwrap_or("");
                expected.push(format!("{what} {row} {nth} {detail}"));
            }
            None if what == NEVER_PRODUCED => {
                let (row, paper) = (defect["row"].as_str().unwrap(), defect["detail"].as_str().unwrap());
                expected.push(format!("{what} {row} {}", fold(paper)));
            }
            None => panic!("{stem}: a defect without a rule: {what}"),
        }
    }
    let mut found: Vec<String> =
        compiled.diagnostics.iter().filter_map(|finding| defect_of(finding, procedure)).collect();
    found.extend(never_produced(procedure));
    expected.sort();
    found.sort();
    assert_eq!(expected, found, "{stem}: defects");
}

/// What a row needs, no row makes and nothing declares: by row and paper. What the first row needs comes from outside.
fn never_produced(procedure: &Procedure) -> Vec<String> {
    let sop = &procedure.sop;
    let mut found = Vec::new();
    for row in sop.kegiatan.iter().skip(1) {
        for butir in &row.mutu_baku.kelengkapan {
            let dokumen = &sop[butir.dokumen];
            if !dokumen.alat && !dokumen.luar && procedure.papers()[butir.dokumen].made.is_empty() {
                found.push(format!("{NEVER_PRODUCED} {} {}", row.nomor, fold(&dokumen.nama)));
            }
        }
    }
    found
}

fn defect_of(finding: &Diagnostic, procedure: &Procedure) -> Option<String> {
    let (what, _) = FOUND_BY.iter().find(|(_, code)| *code == finding.rule.code)?;
    let whole_file = finding.args.iter().any(|(name, arg)| *name == "nomor" && matches!(arg, Arg::Phrase(_)));
    let at = finding.primary.start;
    let row = procedure.sop.kegiatan.iter().find(|row| (row.span.start..row.span.end).contains(&at));
    let detail = match finding.rule.code {
        "SOP201" | "SOP151" => match &finding.args.iter().find(|(name, _)| *name == "nama")?.1 {
            Arg::Text(name) => name.clone(),
            other => panic!("{other:?} in {}", finding.message(Lang::En)),
        },
        "SOP230" | "SOP234" => match &finding.args.iter().find(|(name, _)| *name == "kalimat")?.1 {
            Arg::List(names) => names.join(", "),
            other => panic!("{other:?} in {}", finding.message(Lang::En)),
        },
        // A limit is named by the stretch that it is for.
        "SOP304" => match &finding.args.iter().find(|(name, _)| *name == "batas")?.1 {
            Arg::Text(limit) => limit.split(':').next().unwrap_or_default().to_owned(),
            other => panic!("{other:?} in {}", finding.message(Lang::En)),
        },
        _ => String::new(),
    };
    Some(match row.filter(|_| !whole_file) {
        Some(row) => format!("{what} {} {} {detail}", row.nomor, row.nth),
        None => format!("{what} - 1 {detail}"),
    })
}
