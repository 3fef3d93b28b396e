//! The text of one `sop.toml` → its settings. Everything that cannot be read is a finding, and the rest is read on.

use super::faults::{self, DUPLICATE, FIXED_SEVERITY, KIND, SYNTAX, UNKNOWN_RULE, UNKNOWN_SETTING, VALUE};
use super::fields::{FIELDS, Kind, MARGIN_MM, Partial, ROLE_KEYS, SECTIONS, SIDES, Setting, TYPE_PT, Value};
use super::hari;
use super::words::{
    A_DATE, A_DAY, A_LIST, A_NUMBER, A_REGISTER, A_SECTION, A_TEXT, A_TRUTH, CLOCK, CLOCK_RANGE, COLUMNS,
    DAYS, DID_YOU_MEAN, EMPTY, GIVE_NAME, HOURS, MARGIN, NAME, NO_BRACKET, NO_QUOTES, NO_SETTING, NO_VALUE,
    REMOVE_SETTING, THIS_FILE, TYPE, WITHOUT_NAME, WRITE_NEAREST,
};
use super::{Arah, Arsip, Hari, Jabatan, KolomMutuBaku, Labels};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::layout::length::Len;
use crate::layout::paper::PAPERS;
use crate::source::{LineIndex, Span};
use crate::text::{Text, fold, is_hidden, nearest};
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
            if !SECTIONS.contains(&section) {
                self.unknown(key, None, &SECTIONS);
            } else if section == "pelaksana" {
                match node.get_ref() {
                    DeValue::Array(items) => items.iter().for_each(|item| self.role(item)),
                    _ => self.kind(node, section, &A_REGISTER, "[[pelaksana]]"),
                }
            } else if section == "diganti" {
                match node.get_ref() {
                    DeValue::Array(items) => items.iter().for_each(|item| self.replaced(item)),
                    _ => self.kind(node, section, &A_REGISTER, "[[diganti]]"),
                }
            } else {
                match node.get_ref() {
                    DeValue::Table(entries) => {
                        entries.iter().for_each(|(key, node)| self.entry(section, key, node));
                    }
                    _ => self.kind(node, section, &A_SECTION, &format!("[{section}]")),
                }
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
                let known: Vec<_> = FIELDS.iter().filter(|field| field.0 == section).collect();
                match known.iter().find(|field| field.1 == name) {
                    Some((_, _, Kind::Margin, example)) => self.margin(key, node, example),
                    Some((_, _, kind, example)) => {
                        let value = self.value(*kind, node, name, example);
                        self.keep(format!("{section}.{name}"), key, value);
                    }
                    None => {
                        let known: Vec<_> = known.iter().map(|field| field.1).collect();
                        self.unknown(key, Some(section), &known);
                    }
                }
            }
        }
    }

    fn value(&mut self, kind: Kind, node: &Node<'_>, name: &str, example: &str) -> Option<Value> {
        match kind {
            Kind::Text => self.text(node, name, example).map(Value::Text),
            Kind::TextOrTexts => self.text_or_texts(node, name, example).map(Value::Texts),
            Kind::Paper => {
                let names = PAPERS.iter().map(|paper| paper.name).collect::<Vec<_>>();
                let at = self.choice(node, name, example, &names)?;
                Some(Value::Paper(&PAPERS[at]))
            }
            // Portrait is refused with a word of its own choice: the official sheet lies.
            Kind::Direction => self.choice(node, name, example, &["lanskap"]).map(|_| Value::Truth(true)),
            Kind::Day => {
                let at = self.choice(node, name, example, &["kerja", "kalender"])?;
                Some(Value::Truth(at == 0))
            }
            Kind::Archive => {
                let at = self.choice(node, name, example, &Arsip::NAMES.map(|(name, _)| name))?;
                Some(Value::Archive(Arsip::NAMES[at].1))
            }
            Kind::Cover => {
                let names = Arah::NAMES.map(|(name, _)| name);
                let at = self.choice(node, name, example, &[names[0], names[1], "tidak"])?;
                Some(Value::Cover(Arah::NAMES.get(at).map(|(_, arah)| *arah)))
            }
            Kind::Truth => match node.get_ref() {
                DeValue::Boolean(truth) => Some(Value::Truth(*truth)),
                _ => {
                    self.kind(node, name, &A_TRUTH, &format!("{name} = {example}"));
                    None
                }
            },
            Kind::Columns => self.columns(node, name, example).map(Value::Columns),
            Kind::HoursPerDay => {
                let minutes = self.number(node, name, example)? * 60.0;
                if (1.0..=1440.0).contains(&minutes) && minutes.fract() == 0.0 {
                    return Some(Value::Number(minutes as u32));
                }
                self.refuse(node, name, &HOURS);
                None
            }
            Kind::DaysPerWeek => {
                let days = self.number(node, name, example)?;
                if (1.0..=7.0).contains(&days) && days.fract() == 0.0 {
                    return Some(Value::Number(days as u32));
                }
                self.refuse(node, name, &DAYS);
                None
            }
            Kind::Clock => {
                let text = self.text(node, name, example)?;
                self.or_refuse(hari::clock(&text).map(Value::Number), node, name, &CLOCK)
            }
            Kind::ClockRange => {
                let text = self.text(node, name, example)?;
                let range = text.split_once('-').and_then(|(from, to)| {
                    let (from, to) = (hari::clock(from)?, hari::clock(to)?);
                    (from <= to).then_some(Value::Clocks(from, to))
                });
                self.or_refuse(range, node, name, &CLOCK_RANGE)
            }
            Kind::Days => {
                let texts = self.texts(node, name, example)?;
                let days: Option<Vec<Hari>> = texts.iter().map(|text| Hari::parse(text)).collect();
                self.or_refuse(days.map(Value::Days), node, name, &A_DAY)
            }
            Kind::Pattern => self.pattern(node, name, example),
            Kind::TypeSize => {
                let points = self.number(node, name, example)?;
                let tenths = (points * 10.0).round();
                if TYPE_PT.contains(&points) && (points * 10.0 - tenths).abs() < 1e-6 {
                    return Some(Value::Number(tenths as u32));
                }
                self.refuse(node, name, &TYPE);
                None
            }
            Kind::Margin => unreachable!("bug: a margin is four settings and read on its own"),
        }
    }

    fn or_refuse(
        &mut self,
        value: Option<Value>,
        node: &Node<'_>,
        name: &str,
        help: &'static Text,
    ) -> Option<Value> {
        if value.is_none() {
            self.refuse(node, name, help);
        }
        value
    }

    fn margin(&mut self, key: &Key<'_>, node: &Node<'_>, example: &str) {
        let DeValue::Table(sides) = node.get_ref() else {
            let value = self.length(node, "margin", example);
            for side in SIDES {
                self.keep(format!("cetak.margin.{side}"), key, value.clone());
            }
            return;
        };
        for (side, node) in sides {
            let name = side.get_ref().as_ref();
            if SIDES.contains(&name) {
                let value = self.length(node, name, "12");
                self.keep(format!("cetak.margin.{name}"), side, value);
            } else {
                self.unknown(side, Some("cetak.margin"), &SIDES);
            }
        }
    }

    fn length(&mut self, node: &Node<'_>, name: &str, example: &str) -> Option<Value> {
        let mm = self.number(node, name, example)?;
        if !MARGIN_MM.contains(&mm) {
            self.refuse(node, name, &MARGIN);
            return None;
        }
        Some(Value::Length(Len::um((mm * 1000.0).round() as i32)))
    }

    fn columns(&mut self, node: &Node<'_>, name: &str, example: &str) -> Option<[KolomMutuBaku; 3]> {
        let words = self.texts(node, name, example)?;
        let columns: Option<Vec<_>> = words
            .iter()
            .map(|word| KolomMutuBaku::NAMES.iter().find(|(name, _)| *name == fold(word)).map(|(_, it)| *it))
            .collect();
        let all = KolomMutuBaku::NAMES.map(|(_, column)| column);
        match columns.and_then(|columns| <[KolomMutuBaku; 3]>::try_from(columns).ok()) {
            Some(order) if all.iter().all(|column| order.contains(column)) => Some(order),
            _ => {
                self.refuse(node, name, &COLUMNS);
                None
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
                Some(near) => fault.help(&DID_YOU_MEAN).with("dekat", near).fix(Fix::replace(
                    &WRITE_NEAREST,
                    span(key),
                    near,
                )),
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

    fn role(&mut self, node: &Node<'_>) {
        let DeValue::Table(fields) = node.get_ref() else {
            return self.kind(node, "pelaksana", &A_REGISTER, "[[pelaksana]]");
        };
        let mut role = Jabatan { pendek: String::new(), nama_lain: Vec::new(), panjang: None };
        let mut place = span(node);
        for (key, node) in fields {
            match key.get_ref().as_ref() {
                "pendek" => {
                    place = span(node);
                    role.pendek = self.name(node, "pendek").unwrap_or_default();
                }
                "nama_lain" => {
                    let DeValue::Array(items) = node.get_ref() else {
                        self.kind(node, "nama_lain", &A_LIST, "nama_lain = [\"Kabid Linjamsos\"]");
                        continue;
                    };
                    role.nama_lain = items.iter().filter_map(|item| self.name(item, "nama_lain")).collect();
                }
                "panjang" => role.panjang = self.text(node, "panjang", "\"Kepala Bidang Umum\""),
                _ => self.unknown(key, Some("[pelaksana]"), &ROLE_KEYS),
            }
        }
        if role.pendek.is_empty() {
            if !fields.keys().any(|key| key.get_ref() == "pendek") {
                self.sink.push(
                    Diagnostic::at(&VALUE, place)
                        .with("kunci", "pelaksana")
                        .with("nilai", &WITHOUT_NAME)
                        .help(&GIVE_NAME),
                );
            }
            return;
        }
        let line = self.index.line_of(place.start as usize) + 1;
        let names = |role: &Jabatan| -> Vec<String> {
            std::iter::once(&role.pendek).chain(&role.nama_lain).map(|name| fold(name)).collect()
        };
        let earlier: Vec<String> = self.out.pelaksana.iter().flat_map(|(other, _)| names(other)).collect();
        match names(&role).iter().position(|name| earlier.contains(name)) {
            Some(at) => {
                let name = std::iter::once(&role.pendek).chain(&role.nama_lain).nth(at).cloned();
                self.sink.push(Diagnostic::at(&DUPLICATE, place).with("kunci", name.unwrap_or_default()));
            }
            None => self.out.pelaksana.push((role, line)),
        }
    }

    /// The name of a role: what a row could not hold is refused here already.
    fn name(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        let name = self.text(node, key, "\"Kabid\"")?;
        if name.contains([',', '?', ':', '=', '(', ')', '[', ']', '{', '}', '→']) || name.contains("->") {
            self.refuse(node, key, &NAME);
            return None;
        }
        Some(name)
    }

    pub(super) fn text(&mut self, node: &Node<'_>, name: &str, example: &str) -> Option<String> {
        let DeValue::String(text) = node.get_ref() else {
            self.kind(node, name, &A_TEXT, &format!("{name} = {example}"));
            return None;
        };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() || text.contains(is_hidden) {
            self.refuse(node, name, &EMPTY);
            return None;
        }
        Some(text)
    }

    pub(super) fn text_or_texts(
        &mut self,
        node: &Node<'_>,
        name: &str,
        example: &str,
    ) -> Option<Vec<String>> {
        match node.get_ref() {
            DeValue::String(_) => self.text(node, name, example).map(|text| vec![text]),
            _ => self.texts(node, name, example),
        }
    }

    fn texts(&mut self, node: &Node<'_>, name: &str, example: &str) -> Option<Vec<String>> {
        let DeValue::Array(items) = node.get_ref() else {
            self.kind(node, name, &A_LIST, &format!("{name} = {example}"));
            return None;
        };
        if items.is_empty() {
            self.refuse(node, name, &EMPTY);
            return None;
        }
        items.iter().map(|item| self.text(item, name, example)).collect()
    }

    fn number(&mut self, node: &Node<'_>, name: &str, example: &str) -> Option<f64> {
        let number = match node.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().replace('_', "").parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.kind(node, name, &A_NUMBER, &format!("{name} = {example}"));
        }
        number
    }

    /// The index of the word among `words`.
    pub(super) fn choice(
        &mut self,
        node: &Node<'_>,
        name: &str,
        example: &str,
        words: &[&str],
    ) -> Option<usize> {
        let word = self.text(node, name, example)?;
        let found = words.iter().position(|known| *known == fold(&word));
        if found.is_none() {
            let fault = Diagnostic::at(&VALUE, span(node))
                .with("kunci", name)
                .with("nilai", self.written(node))
                .with("pilihan", words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>());
            self.sink.push(match nearest(&word, words.iter().copied()) {
                Some(near) => fault.fix(Fix::replace(&WRITE_NEAREST, span(node), format!("\"{near}\""))),
                None => fault,
            });
        }
        found
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
            Some(near) => fault.help(&DID_YOU_MEAN).with("dekat", near).fix(Fix::replace(
                &WRITE_NEAREST,
                span(key),
                near,
            )),
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
    fn written(&self, node: &Node<'_>) -> String {
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
