//! One value of a `sop.toml` → what was meant by it, or a finding that says what the key takes.

use super::faults::VALUE;
use super::fields::{Field, Kind, MARGIN_MM, SIDES, TYPE_PT, Value};
use super::jam_kantor;
use super::read::{Key, Node, Reader, span};
use super::words::{
    A_DAY, A_LIST, A_NUMBER, A_TEXT, A_TRUTH, CLOCK, CLOCK_RANGE, COLUMNS, DAYS, EMPTY, HOURS, MARGIN, TYPE,
    WRITE_NEAREST,
};
use super::{Arah, Arsip, KolomMutuBaku};
use crate::day::Day;
use crate::diag::{Diagnostic, Fix};
use crate::paper::PAPERS;
use crate::paper::length::Len;
use crate::text::{Text, fold, is_hidden, nearest};
use std::ops::RangeInclusive;
use toml::de::DeValue;

impl Reader<'_> {
    pub(super) fn field(&mut self, field: &Field, key: &Key<'_>, node: &Node<'_>) {
        if matches!(field.kind, Kind::Margin) {
            return self.margin(key, node, field.example);
        }
        let value = self.value(field, node);
        self.keep(format!("{}.{}", field.section, field.key), key, value);
    }

    fn value(&mut self, field: &Field, node: &Node<'_>) -> Option<Value> {
        let (name, example) = (field.key, field.example);
        match field.kind {
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
                self.or_refuse(whole(minutes, 1.0..=1440.0), node, name, &HOURS)
            }
            Kind::DaysPerWeek => {
                let days = self.number(node, name, example)?;
                self.or_refuse(whole(days, 1.0..=7.0), node, name, &DAYS)
            }
            Kind::Clock => {
                let text = self.text(node, name, example)?;
                self.or_refuse(jam_kantor::clock(&text).map(Value::Number), node, name, &CLOCK)
            }
            Kind::ClockRange => {
                let text = self.text(node, name, example)?;
                let range = text.split_once('-').and_then(|(from, to)| {
                    let (from, to) = (jam_kantor::clock(from)?, jam_kantor::clock(to)?);
                    (from <= to).then_some(Value::Clocks(from, to))
                });
                self.or_refuse(range, node, name, &CLOCK_RANGE)
            }
            Kind::Days => {
                let texts = self.texts(node, name, example)?;
                let days: Option<Vec<Day>> = texts.iter().map(|text| Day::parse(text)).collect();
                self.or_refuse(days.map(Value::Days), node, name, &A_DAY)
            }
            Kind::Pattern => self.pattern(node, name, example),
            Kind::TypeSize => {
                let points = self.number(node, name, example)?;
                let tenths = (points * 10.0).round();
                let fits = TYPE_PT.contains(&points) && (points * 10.0 - tenths).abs() < 1e-6;
                self.or_refuse(fits.then_some(Value::Number(tenths as u32)), node, name, &TYPE)
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
}

/// A whole number within these bounds.
fn whole(number: f64, bounds: RangeInclusive<f64>) -> Option<Value> {
    (bounds.contains(&number) && number.fract() == 0.0).then_some(Value::Number(number as u32))
}
