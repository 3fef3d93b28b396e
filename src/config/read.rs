//! The text of one `sop.toml` → its settings. Everything that cannot be read is a finding, and the rest is read on.

use super::Labels;
use super::faults::{self, DUPLICATE, FIXED_SEVERITY, KIND, SYNTAX, UNKNOWN_RULE, UNKNOWN_SETTING, VALUE};
use super::fields::{FIELDS, Partial, SECTIONS, Setting, Value};
use super::words::{
    A_DATE, A_LIST, A_NUMBER, A_REGISTER, A_SECTION, A_TEXT, A_TRUTH, DID_YOU_MEAN, NO_BRACKET, NO_QUOTES,
    NO_SETTING, NO_VALUE, REMOVE_SETTING, THIS_FILE, WRITE_NEAREST,
};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::source::{LineIndex, Span};
use crate::text::{Text, nearest};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// Reads the text of a `sop.toml`. `rules` are those that `[aturan]` may name; spans of findings are into `text`.
pub fn parse(text: &str, file: &str, rules: &[&'static Rule], sink: &mut Sink) -> Partial {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        sink.push(syntax_fault(error, text));
    }
    let mut reader = Reader {
        index: LineIndex::new(text),
        text,
        rules,
        sink,
        out: Partial { file: file.to_owned(), ..Partial::default() },
    };
    reader.file(table.get_ref());
    reader.out
}

pub(super) type Key<'a> = Spanned<DeString<'a>>;
pub(super) type Node<'a> = Spanned<DeValue<'a>>;

pub(super) struct Reader<'a> {
    text: &'a str,
    pub(super) index: LineIndex,
    rules: &'a [&'static Rule],
    pub(super) sink: &'a mut Sink,
    pub(super) out: Partial,
}

impl Reader<'_> {
    fn file(&mut self, table: &DeTable<'_>) {
        for (key, node) in table {
            let section = key.get_ref().as_ref();
            match (section, node.get_ref()) {
                _ if !SECTIONS.contains(&section) => self.unknown(key, None, &SECTIONS),
                ("pelaksana", DeValue::Array(items)) => items.iter().for_each(|item| self.role(item)),
                ("diganti", DeValue::Array(items)) => items.iter().for_each(|item| self.replaced(item)),
                ("pelaksana" | "diganti", _) => {
                    self.kind(node, section, &A_REGISTER, &format!("[[{section}]]"));
                }
                (_, DeValue::Table(entries)) => {
                    entries.iter().for_each(|(key, node)| self.entry(section, key, node));
                }
                _ => self.kind(node, section, &A_SECTION, &format!("[{section}]")),
            }
        }
    }

    fn entry(&mut self, section: &str, key: &Key<'_>, node: &Node<'_>) {
        let name = key.get_ref().as_ref();
        match section {
            "aturan" => self.severity(key, node),
            "singkatan" | "ejaan" | "kata_kerja" | "jawaban" => self.word(section, key, node),
            "label" => {
                let mut labels = Labels::default();
                let known = labels.slots().map(|(name, _)| name);
                match known.contains(&name) {
                    true => {
                        let value = self.text(node, name, "\"Nomor SOP\"").map(Value::Text);
                        self.keep(format!("label.{name}"), key, value);
                    }
                    false => self.unknown(key, Some(section), &known),
                }
            }
            _ => {
                let of_section = FIELDS.iter().filter(|field| field.section == section);
                match of_section.clone().find(|field| field.key == name) {
                    Some(field) => self.field(field, key, node),
                    None => {
                        let known: Vec<_> = of_section.map(|field| field.key).collect();
                        self.unknown(key, Some(section), &known);
                    }
                }
            }
        }
    }

    fn severity(&mut self, key: &Key<'_>, node: &Node<'_>) {
        let name = key.get_ref().as_ref();
        let found = self.rules.iter().find(|rule| rule.code.eq_ignore_ascii_case(name) || rule.name == name);
        let words = [Severity::Error, Severity::Warning, Severity::Advice].map(Some);
        let chosen = self.choice(node, name, "\"mati\"", &["galat", "peringatan", "saran", "mati"]);
        let Some(rule) = found else {
            let known = self.rules.iter().flat_map(|rule| [rule.code, rule.name]);
            let fault = Diagnostic::at(&UNKNOWN_RULE, span(key)).with("kode", name);
            self.sink.push(match nearest(name, known) {
                Some(near) => meant(fault, key, near),
                None => fault,
            });
            return;
        };
        let Some(severity) = chosen.map(|at| words.get(at).copied().flatten()) else { return };
        // What cannot be read is missing from the sheet; no office may call that a success.
        let fixed = (rule.code < "SOP150" && rule.severity == Severity::Error)
            || faults::ALL.iter().any(|fault| fault.code == rule.code);
        if fixed && severity != Some(Severity::Error) {
            let line = span(key).to(span(node));
            let fault = Diagnostic::at(&FIXED_SEVERITY, span(key)).with("kode", rule.code);
            self.sink.push(fault.fix(Fix::remove(&REMOVE_SETTING, line)));
            return;
        }
        self.keep(format!("aturan.{}", rule.code), key, Some(Value::Severity(severity)));
    }

    pub(super) fn keep(&mut self, name: String, key: &Key<'_>, value: Option<Value>) {
        if let Some(value) = value {
            let line = self.index.line_of(key.span().start) + 1;
            self.out.settings.insert(name, Setting { value, line });
        }
    }

    pub(super) fn unknown(&mut self, key: &Key<'_>, section: Option<&str>, known: &[&str]) {
        let name = key.get_ref().as_ref();
        let fault = Diagnostic::at(&UNKNOWN_SETTING, span(key)).with("kunci", name);
        let fault = match section {
            Some(section) => fault.with("tempat", format!("[{section}]")),
            None => fault.with("tempat", &THIS_FILE),
        };
        self.sink.push(match nearest(name, known.iter().copied()) {
            Some(near) => meant(fault, key, near),
            None => fault.with("daftar", known.iter().map(|&it| it.to_owned()).collect::<Vec<_>>()),
        });
    }

    pub(super) fn kind(&mut self, node: &Node<'_>, name: &str, wanted: &'static Text, example: &str) {
        let found = match node.get_ref() {
            DeValue::String(_) => &A_TEXT,
            DeValue::Integer(_) | DeValue::Float(_) => &A_NUMBER,
            DeValue::Boolean(_) => &A_TRUTH,
            DeValue::Datetime(_) => &A_DATE,
            DeValue::Array(_) => &A_LIST,
            DeValue::Table(_) => &A_SECTION,
        };
        self.sink.push(
            Diagnostic::at(&KIND, span(node))
                .with("kunci", name)
                .with("ada", found)
                .with("diminta", wanted)
                .with("contoh", example),
        );
    }

    pub(super) fn refuse(&mut self, node: &Node<'_>, name: &str, help: &'static Text) {
        let fault = self.refusal(node, name, help);
        self.sink.push(fault);
    }

    pub(super) fn refusal(&self, node: &Node<'_>, name: &str, help: &'static Text) -> Diagnostic {
        Diagnostic::at(&VALUE, span(node)).with("kunci", name).with("nilai", self.written(node)).help(help)
    }

    /// The value as typed, cut where it is long.
    pub(super) fn written(&self, node: &Node<'_>) -> String {
        let typed = self.text.get(node.span()).unwrap_or_default();
        match typed.char_indices().nth(60) {
            Some((at, _)) => format!("{}…", &typed[..at]),
            None => typed.to_owned(),
        }
    }
}

pub(super) fn span<T>(node: &Spanned<T>) -> Span {
    Span::new(node.span().start, node.span().end)
}

/// A finding about a key that was probably to be another.
fn meant(fault: Diagnostic, key: &Key<'_>, near: &str) -> Diagnostic {
    fault.help(&DID_YOU_MEAN).with("dekat", near).fix(Fix::replace(&WRITE_NEAREST, span(key), near))
}

fn syntax_fault(error: &toml::de::Error, text: &str) -> Diagnostic {
    let place = error.span().unwrap_or(0..0);
    let place = Span::new(place.start, place.end);
    let message = error.message();
    if message == "duplicate key" {
        let key = text.get(place.range()).unwrap_or_default().trim();
        return Diagnostic::at(&DUPLICATE, place).with("kunci", key);
    }
    let what = if message.contains("quote") || message.contains("string") {
        &NO_QUOTES
    } else if message.starts_with("unclosed") || message.contains("comma") {
        &NO_BRACKET
    } else if message.contains("assignment")
        || message.contains("no value")
        || message.contains("missing value")
    {
        &NO_VALUE
    } else {
        &NO_SETTING
    };
    Diagnostic::at(&SYNTAX, place).with("apa", what)
}
