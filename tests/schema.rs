//! What we export keeps to the schemas in `docs/skema/`.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use serde_json::Value;
use std::collections::BTreeSet;

fn schema(name: &str) -> Value {
    let path = corpus::root().join("docs/skema").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Where a value departs from a schema, in the part of JSON Schema that ours use; any other keyword is a fault of the
/// schema.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    macro_rules! fault {
        ($($what:tt)*) => { found.push(format!("{at}: {}", format!($($what)*))) };
    }
    for (key, rule) in schema.as_object().unwrap() {
        match key.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let name = rule.as_str().unwrap().trim_start_matches("#/$defs/");
                found.extend(faults(root, &root["$defs"][name], value, at));
            }
            "const" if rule != value => fault!("{value} is not {rule}"),
            "enum" if !rule.as_array().unwrap().contains(value) => {
                fault!("{value} is none of {rule}")
            }
            "anyOf" => {
                let fits = |option: &Value| faults(root, option, value, at).is_empty();
                if !rule.as_array().unwrap().iter().any(fits) {
                    fault!("{value} fits no option");
                }
            }
            "type" => {
                let kind = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let allowed = rule.as_str() == Some(kind)
                    || rule.as_array().is_some_and(|kinds| kinds.iter().any(|it| it == kind));
                if !allowed {
                    fault!("{kind} is not {rule}");
                }
            }
            "minimum" if value.as_i64() < rule.as_i64() => fault!("{value} is below {rule}"),
            "required" => {
                for name in rule.as_array().unwrap() {
                    if value.get(name.as_str().unwrap()).is_none() {
                        fault!("{name} is missing");
                    }
                }
            }
            "properties" => {
                for (name, inner) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = rule.get(name) {
                        found.extend(faults(root, schema, inner, &format!("{at}/{name}")));
                    } else {
                        found.push(format!("{at}: {name} is not described"));
                    }
                }
            }
            "items" => {
                for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(faults(root, rule, inner, &format!("{at}/{index}")));
                }
            }
            "const" | "enum" | "minimum" | "pattern" | "additionalProperties" => {}
            other => panic!("{at}: this test does not know `{other}`"),
        }
    }
    found
}

#[test]
fn every_exported_procedure_keeps_to_the_schema() {
    let schema = schema("sop-v1.schema.json");
    for sample in corpus::samples() {
        let value: Value = serde_json::from_str(&corpus::emitted("json", &sample, ".json")).unwrap();
        assert_eq!(faults(&schema, &schema, &value, &sample.stem), Vec::<String>::new());
    }
}

#[test]
fn a_departure_from_the_schema_is_seen() {
    let schema = schema("temuan-v1.schema.json");
    let good = serde_json::json!({"schema": "temuan-v1", "findings": []});
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
