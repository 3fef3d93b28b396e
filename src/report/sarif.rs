//! SARIF 2.1.0, which code scanning of GitHub, Azure and others reads.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. A file that could not be read is a notification
//! of an invocation that did not succeed, not a result.

use super::{File, Finding, Format, Place, Report, json};
use crate::diag::{Rule, Severity};
use crate::text::{Lang, Text};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) const FORMAT: Format = Format {
    name: "sarif",
    about: Text { id: "SARIF 2.1.0, untuk pemindaian kode", en: "SARIF 2.1.0, for code scanning" },
    write,
};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Region {
    #[serde(rename = "startLine")]
    start_line: usize,
    #[serde(rename = "startColumn")]
    start_column: usize,
    #[serde(rename = "endLine")]
    end_line: usize,
    #[serde(rename = "endColumn")]
    end_column: usize,
}

impl From<Place> for Region {
    fn from(place: Place) -> Region {
        Region {
            start_line: place.start.line,
            start_column: place.start.column,
            end_line: place.end.line,
            end_column: place.end.column,
        }
    }
}

/// `index` is that of its rule among those that were raised.
fn result(file: &File, finding: &Finding, index: Option<usize>) -> Value {
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": finding.words() },
        "locations": [{ "physicalLocation": physical(&file.name, finding.place) }],
        "partialFingerprints": { "sopFinding/v1": format!("{:016x}", finding.fingerprint) },
    });
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, (place, words))| {
            json!({
                "id": id + 1,
                "physicalLocation": physical(&file.name, *place),
                "message": { "text": words },
            })
        });
        result["relatedLocations"] = related.collect();
    }
    if !finding.run.is_empty() {
        let steps = finding.run.iter().map(|step| {
            let words = match &step.answer {
                Some(answer) => format!("{} ({answer})", step.row),
                None => step.row.clone(),
            };
            let place = physical(&file.name, step.place);
            json!({ "location": { "physicalLocation": place, "message": { "text": words } } })
        });
        let steps: Vec<Value> = steps.collect();
        result["codeFlows"] = json!([{ "threadFlows": [{ "locations": steps }] }]);
    }
    if let Some(fix) = &finding.fix {
        let replacements = fix.edits.iter().map(|(place, text)| {
            json!({ "deletedRegion": Region::from(*place), "insertedContent": { "text": text } })
        });
        result["fixes"] = json!([{
            "description": { "text": fix.title },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri(&file.name) },
                "replacements": replacements.collect::<Vec<_>>(),
            }],
        }]);
    }
    result
}

fn write(report: &Report) -> String {
    let lang = report.lang;
    let mut raised: BTreeMap<&str, &Rule> = BTreeMap::new();
    for (_, finding) in report.findings() {
        raised.insert(finding.rule.code, finding.rule);
    }
    let index = |code: &str| raised.keys().position(|known| *known == code);
    let results: Vec<Value> =
        report.findings().map(|(file, finding)| result(file, finding, index(finding.rule.code))).collect();
    let failures = report.failures.iter().map(|failure| {
        json!({
            "level": "error",
            "message": { "text": failure.words() },
            "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&failure.file) } } }],
        })
    });
    json::pretty(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "sop",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": raised.values().map(|rule| descriptor(rule, lang)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": report.failures.is_empty(),
                "toolExecutionNotifications": failures.collect::<Vec<_>>(),
            }],
            "language": match lang { Lang::Id => "id", Lang::En => "en" },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let short = rule.message.outline(lang);
    let help = rule.help.as_ref().map_or_else(|| short.clone(), |help| help.outline(lang));
    let page = Some(rule.page()).filter(|page| !page.is_empty());
    json!({
        "id": rule.code,
        "name": rule.name,
        "shortDescription": { "text": short },
        "help": { "text": help, "markdown": page.unwrap_or(&help) },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn physical(file: &str, place: Place) -> Value {
    json!({ "artifactLocation": { "uri": uri(file) }, "region": Region::from(place) })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// A path as a URI reference: relative to where the program ran, or absolute.
fn uri(path: &str) -> String {
    let drive = path.as_bytes().get(1) == Some(&b':');
    let scheme = match path.starts_with('/') {
        true => "file://",
        false if drive => "file:///",
        false => "",
    };
    let mut out = scheme.to_owned();
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            b':' if drive && at == 1 => out.push(':'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn any_name_of_a_file_is_a_uri() {
        assert_eq!(uri("sops/SOP 1 (é).sop"), "sops/SOP%201%20%28%C3%A9%29.sop");
        assert_eq!(uri("/srv/a:b.sop"), "file:///srv/a%3Ab.sop");
        assert_eq!(uri("C:/sop/a.sop"), "file:///C:/sop/a.sop");
    }
}
