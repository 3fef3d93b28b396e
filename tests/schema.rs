//! What we export keeps to the schemas in `docs/skema/`.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

#[path = "common/skema.rs"]
mod skema;

use serde_json::Value;
use skema::{faults, schema};
use std::collections::BTreeSet;

#[test]
fn every_exported_procedure_keeps_to_the_schema() {
    let schema = schema("sop-v1.schema.json");
    for sample in corpus::samples() {
        let value: Value = serde_json::from_str(&corpus::emitted("json", &sample, ".json")).unwrap();
        assert_eq!(faults(&schema, &schema, &value, &sample.stem), Vec::<String>::new());
    }
}

#[test]
fn every_certificate_keeps_to_its_schema() {
    let schema = schema("laporan-v1.schema.json");
    for sample in corpus::samples() {
        let artifacts = (sop::emit::CERTIFICATE.emit)(&sample.job()).unwrap();
        let value: Value = serde_json::from_slice(&artifacts[0].bytes).unwrap();
        assert_eq!(faults(&schema, &schema, &value, &sample.stem), Vec::<String>::new());
    }
}

#[test]
fn the_page_for_programmers_names_every_schema() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let page = std::fs::read_to_string(root.join("integrasi.md")).unwrap();
    let mut seen = 0;
    for entry in std::fs::read_dir(root.join("skema")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let id = name.strip_suffix(".schema.json").unwrap();
        assert_eq!(schema(&name)["$id"], id);
        assert!(page.contains(&format!("| [{id}](skema/{name}) |")), "docs/integrasi.md lacks {name}");
        seen += 1;
    }
    assert_eq!(page.matches("](skema/").count(), seen + 1, "the page names one that there is not");
}

#[test]
fn a_departure_from_the_schema_is_seen() {
    let schema = schema("temuan-v1.schema.json");
    let good = serde_json::json!({"schema": "temuan-v1", "findings": [], "failures": []});
    assert!(faults(&schema, &schema, &good, "").is_empty());
    let bad = serde_json::json!({"schema": "temuan-v1", "findings": [{"code": 1, "more": true}]});
    let found = faults(&schema, &schema, &bad, "").join("\n");
    for what in ["integer is not \"string\"", "\"message\" is missing", "more is not described"] {
        assert!(found.contains(what), "{what} in {found}");
    }
}

#[test]
fn the_exported_graph_is_the_one_of_the_facts() {
    for sample in corpus::samples() {
        let value: Value = serde_json::from_str(&corpus::emitted("json", &sample, ".json")).unwrap();
        let path = corpus::root().join("tests/facts").join(format!("{}.facts.json", sample.stem));
        let facts: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let arrows = value["alur"].as_array().unwrap().iter();
        let (to_ends, others): (Vec<&Value>, Vec<&Value>) =
            arrows.partition(|arrow| arrow.get("ke").is_none());
        let row = |parts: &[&Value]| {
            parts
                .iter()
                .filter(|part| !part.is_null())
                .map(|part| part.to_string())
                .collect::<Vec<_>>()
                .join(",")
        };
        let drawn: BTreeSet<String> =
            others.iter().map(|it| row(&[&it["dari"], &it["ke"], &it["jawaban"]])).collect();
        let empty = Value::from("");
        let ended: BTreeSet<String> = to_ends
            .iter()
            .map(|it| row(&[&it["dari"], it.get("akhir").unwrap_or(&empty), &it["jawaban"]]))
            .collect();
        let listed = |key: &str| -> BTreeSet<String> {
            let list = facts[key].as_array().unwrap().iter();
            list.map(|it| row(&it.as_array().unwrap().iter().collect::<Vec<_>>())).collect()
        };
        assert_eq!(drawn, listed("edges"), "{}", sample.stem);
        assert_eq!(ended, listed("end_edges"), "{}", sample.stem);
        assert_eq!(
            value["simpul"].as_array().unwrap().len() as u64,
            facts["nodes"].as_u64().unwrap(),
            "{}",
            sample.stem
        );
    }
}
