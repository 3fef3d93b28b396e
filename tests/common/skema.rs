//! Our schemas in `docs/skema/`, and where a value departs from one.
#![allow(dead_code, reason = "each test uses some of it")]

use serde_json::Value;

/// A schema by its file name.
pub fn schema(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/skema").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Where a value departs from a schema, in the part of JSON Schema that ours use; any other keyword is a fault of the
/// schema.
pub fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
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
                    Value::Number(number) if number.is_f64() => "number",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let allowed = rule.as_str() == Some(kind)
                    || (rule.as_str(), kind) == (Some("number"), "integer")
                    || rule.as_array().is_some_and(|kinds| kinds.iter().any(|it| it == kind));
                if !allowed {
                    fault!("{kind} is not {rule}");
                }
            }
            "minimum" if value.is_number() && value.as_f64() < rule.as_f64() => {
                fault!("{value} is below {rule}")
            }
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
