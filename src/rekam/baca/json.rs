//! JSON: a filled form as the web page exports it, or a list of them.

use super::isian::Isian;
use super::{Acuan, whole};
use crate::forms::names::SCHEMA;
use crate::rekam::{Bacaan, Cacat, Kata};
use serde_json::Value;

pub(super) fn baca(text: &str, acuan: &Acuan<'_>) -> Bacaan {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            return whole(
                Kata::new(
                    format!("JSON-nya terputus atau rusak pada baris {line}, huruf ke-{column}"),
                    format!("the JSON is cut off or broken at line {line}, column {column}"),
                ),
                Kata::new("ekspor ulang dari formulirnya", "export it again from the form"),
            );
        }
    };
    let forms = match value {
        Value::Array(forms) => forms,
        form => vec![form],
    };
    let mut out = Bacaan::default();
    let several = forms.len() > 1;
    for (at, form) in forms.iter().enumerate() {
        let place = |name: &str| {
            if several {
                Kata::new(
                    format!("formulir ke-{}, isian `{name}`", at + 1),
                    format!("form {}, field `{name}`", at + 1),
                )
            } else {
                Kata::new(format!("isian `{name}`"), format!("field `{name}`"))
            }
        };
        one(form, acuan, &place, &mut out);
    }
    out
}

fn one(form: &Value, acuan: &Acuan<'_>, place: &dyn Fn(&str) -> Kata, out: &mut Bacaan) {
    let Some(filled) = form.get("isi").and_then(Value::as_object) else {
        out.cacat.push(Cacat {
            berkas: None,
            letak: place("isi"),
            apa: Kata::new("tidak ada isian di dalamnya", "there is nothing filled in"),
            saran: Kata::new(
                format!(
                    "formulir `{SCHEMA}` memuat `isi`: nama isian dan nilainya; ekspor ulang dari formulirnya"
                ),
                format!("a form of `{SCHEMA}` holds `isi`: names and values; export it again from the form"),
            ),
        });
        return;
    };
    match form.get("sidik").and_then(Value::as_str) {
        None => out.tanpa_sidik = true,
        Some(sidik) => {
            if let Some(fault) = acuan.check_sidik(sidik, place("sidik")) {
                out.cacat.push(fault);
                return;
            }
        }
    }
    let mut isian = Isian::default();
    for (name, value) in filled {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Bool(true) => "x".to_owned(),
            Value::Bool(false) | Value::Null => String::new(),
            Value::Number(number) => number.to_string(),
            Value::Array(_) | Value::Object(_) => {
                out.cacat.push(Cacat {
                    berkas: None,
                    letak: place(name),
                    apa: Kata::new("bukan teks, angka, atau centang", "it is no text, number or tick"),
                    saran: Kata::new("ekspor ulang dari formulirnya", "export it again from the form"),
                });
                return;
            }
        };
        isian.put(name, &text, place(name));
    }
    isian.into_berkas(acuan, out);
}
