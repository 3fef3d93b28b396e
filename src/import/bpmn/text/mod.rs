//! Rows → the text that a person would have typed.

mod limits;
mod lost;
mod outcomes;
mod ways;

use super::chart::{Chart, Node, one_line};
use super::notes::{self, note};
use super::rows::{Symbol, Table};
use super::xml::Element;
use crate::import::Note;
use crate::syntax::keys::{KEYS, Key, Place as Where, Shape};
use crate::syntax::{Context, is_item};
use crate::text::fold;
use std::collections::BTreeSet;
use std::fmt::Write as _;

pub(super) fn write(chart: &Chart, table: &Table, lost: &mut Vec<Note>) -> String {
    let mut writer = Writer { chart, table, lost, out: String::new() };
    writer.identity();
    writer.lanes();
    writer.out.push_str("\nkegiatan:\n");
    for row in 0..table.rows.len() {
        writer.row(row);
    }
    writer.not_kept();
    writer.out
}

struct Writer<'a, 'c> {
    chart: &'a Chart<'c>,
    table: &'a Table,
    lost: &'a mut Vec<Note>,
    out: String,
}

/// A field, or an item of one that is a list.
#[derive(Clone)]
struct FieldOf {
    key: Key,
    /// `waktu (Kadis)`
    whom: Option<String>,
    text: String,
    /// Whether it stands on a line of its own.
    item: bool,
}

impl FieldOf {
    fn item(key: Key, text: String) -> FieldOf {
        FieldOf { key, whom: None, text, item: true }
    }
}

fn key_of(word: &str) -> Option<Key> {
    KEYS.iter().find(|info| info.word == word).map(|info| info.key)
}

fn fields_of(element: &Element) -> Vec<FieldOf> {
    let field = |it: &Element| {
        let key = key_of(it.attribute("kunci")?)?;
        let whom = it.attribute("untuk").map(one_line);
        Some(FieldOf { key, whom, text: one_line(&it.text), item: it.attribute("butir").is_some() })
    };
    element.inner("isian").filter_map(field).filter(|it| !it.text.is_empty()).collect()
}

impl Writer<'_, '_> {
    fn line(&mut self, words: &str) {
        self.out.push_str(words);
        self.out.push('\n');
    }

    fn identity(&mut self) {
        let title = self.chart.title.clone();
        self.line(&format!("sop: {title}"));
        let own = self.chart.process.own("naskah").next();
        let mut fields: Vec<FieldOf> = own.map(fields_of).unwrap_or_default();
        fields.retain(|it| it.key.info().place == Where::Identity && it.key != Key::Sop);
        if own.is_none() {
            let documentation = self.chart.process.documentation().unwrap_or_default();
            let lines = documentation.lines().map(one_line).filter(|line| !line.is_empty());
            fields.extend(lines.map(|line| FieldOf::item(Key::Catatan, line)));
        }
        for text in &self.chart.loose {
            self.lost.push(note(&notes::NOTE_TEXT, &[("teks", text)]));
            fields.push(FieldOf::item(Key::Catatan, text.clone()));
        }
        let limits = self.limits();
        fields.extend(limits.into_iter().map(|text| FieldOf::item(Key::BatasWaktu, text)));
        for info in KEYS.iter().filter(|info| info.place == Where::Identity) {
            let of: Vec<FieldOf> = fields.iter().filter(|it| it.key == info.key).cloned().collect();
            self.field(info.key, "", &of);
        }
    }

    /// One key with its values.
    fn field(&mut self, key: Key, indent: &str, values: &[FieldOf]) {
        let word = key.word();
        let [FieldOf { text: first, item, .. }, rest @ ..] = values else { return };
        match key.info().shape {
            Shape::List | Shape::TextOrList | Shape::Batas if rest.is_empty() && !item => {
                self.line(&format!("{indent}{word}: {first}"));
            }
            Shape::Batas if key == Key::Batas => {
                for FieldOf { text, .. } in values {
                    self.line(&format!("{indent}{word}: {text}"));
                }
            }
            Shape::List | Shape::TextOrList | Shape::Batas => {
                // What stood between commas stands first, for a comma ends with the key's lines.
                let plain: Vec<&str> =
                    values.iter().take_while(|it| !it.item).map(|it| it.text.as_str()).collect();
                if plain.is_empty() {
                    self.line(&format!("{indent}{word}:"));
                } else {
                    self.line(&format!("{indent}{word}: {}", plain.join(", ")));
                }
                for FieldOf { text, .. } in &values[plain.len()..] {
                    let text = self.item(text, Context::Field(key));
                    self.line(&format!("{indent}  - {text}"));
                }
            }
            _ => {
                for FieldOf { whom, text, .. } in values {
                    let whom = whom.as_ref().map_or(String::new(), |whom| format!(" ({whom})"));
                    self.line(&format!("{indent}{word}{whom}: {text}"));
                }
            }
        }
    }

    /// A text as an item; where it would be read as a field or an outcome, with other marks, or with a word in front.
    fn item(&mut self, text: &str, context: Context) -> String {
        if text.is_empty() || is_item(text, context) {
            return text.to_owned();
        }
        let calm = text.replace("->", "–").replace([':', '=', '→', '>', '['], " – ").replace(']', "");
        let calm = one_line(calm.trim_matches([' ', '–']));
        let calm = if is_item(&calm, context) { calm } else { format!("Catatan {calm}") };
        self.lost.push(note(&notes::CHANGED_ITEM, &[("lama", text), ("baru", &calm)]));
        calm
    }

    fn lanes(&mut self) {
        self.line("\npelaksana:");
        for lane in &self.chart.lanes {
            let own = lane.element.and_then(|it| it.own("pelaksana").next());
            let mut words = lane.name.clone();
            for name in own.iter().flat_map(|it| it.inner("nama")) {
                let _ = write!(words, ", {}", one_line(&name.text));
            }
            let long = match own {
                Some(own) => own.attribute("panjang").map(one_line),
                None => lane.element.and_then(Element::documentation).map(|text| one_line(&text)),
            };
            if let Some(long) = long.filter(|it| !it.is_empty()) {
                let _ = write!(words, " = {long}");
            }
            if let Some(kind) = own.and_then(|it| it.attribute("jenis")) {
                let _ = write!(words, " ({kind})");
            }
            let line = format!("  - {words}\n");
            self.out.push_str(&line);
        }
    }

    fn row(&mut self, at: usize) {
        let row = &self.table.rows[at];
        let first = row.places[0].nodes[0];
        let node = &self.chart.nodes[first];
        let own = node.row;
        self.out.push('\n');
        if let Some(band) = own.and_then(|it| it.attribute("tahap")) {
            self.line(&format!("tahap: {}\n", one_line(band)));
        }
        let actors: Vec<String> = row
            .places
            .iter()
            .map(|place| {
                let decides = row.places.len() > 1 && self.answers(place.nodes[0]);
                let words = |symbol: &Symbol| {
                    let mut words = symbol.actors.join(", ");
                    if decides {
                        words.push('?');
                    }
                    words
                };
                place.symbols.iter().map(words).collect::<Vec<_>>().join(" atau ")
            })
            .collect();
        let text = self.words_of(node, own);
        self.line(&format!("{}. {}: {text}", row.number, actors.join(" -> ")));
        self.details(node, own);
        let fields = self.fields(at, own);
        for info in KEYS.iter().filter(|info| info.place == Where::Row && info.shape != Shape::Alur) {
            let of: Vec<FieldOf> = fields.iter().filter(|it| it.key == info.key).cloned().collect();
            self.field(info.key, "   ", &of);
        }
        if !row.waits.is_empty() {
            let numbers: Vec<&str> =
                row.waits.iter().map(|row| self.table.rows[*row].number.as_str()).collect();
            self.line(&format!("   menunggu: {}", numbers.join(", ")));
        }
        for place in 0..row.places.len() {
            self.ways(at, place);
        }
    }

    /// The text of a row: as in the file that we wrote, unless somebody gave the task another name.
    fn words_of(&mut self, node: &Node, own: Option<&Element>) -> String {
        let kept = own.and_then(|it| it.inner("uraian").next()).map(|it| one_line(&it.text));
        let number = own.and_then(|it| it.attribute("nomor")).unwrap_or_default();
        let written = |kept: &String| {
            let rest = node.name.strip_prefix(&format!("{number}. {kept}"));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" (") && rest.ends_with(')'))
        };
        if let Some(kept) = kept.filter(written) {
            return kept;
        }
        let name = node.name.trim();
        let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
        let name = if rest.len() < name.len() { rest.trim_start_matches(['.', ')', ' ']) } else { name };
        if name.is_empty() {
            let words = "Kegiatan tanpa nama".to_owned();
            self.lost.push(note(&notes::EMPTY_NAME, &[("nama", &words)]));
            return words;
        }
        name.to_owned()
    }

    fn details(&mut self, node: &Node, own: Option<&Element>) {
        if let Some(own) = own {
            for text in own.inner("rincian") {
                let text = self.item(&one_line(&text.text), Context::Row);
                self.line(&format!("   - {text}"));
            }
            return;
        }
        let Some(element) = node.element else { return };
        let inner: Vec<String> = element
            .children
            .iter()
            .filter(|it| it.name.to_lowercase().ends_with("task"))
            .filter_map(|it| it.attribute("name"))
            .map(one_line)
            .filter(|it| !it.is_empty())
            .collect();
        if !inner.is_empty() {
            self.lost.push(note(&notes::SUB_PROCESS, &[("nama", &node.name)]));
        }
        for text in inner {
            let text = self.item(&text, Context::Row);
            self.line(&format!("   - {text}"));
        }
    }

    fn fields(&mut self, at: usize, own: Option<&Element>) -> Vec<FieldOf> {
        let row = &self.table.rows[at];
        let nodes = row.places.iter().map(|place| &self.chart.nodes[place.nodes[0]]);
        let (mut needs, mut gives, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
        for node in nodes {
            needs.extend(node.needs.iter().cloned());
            gives.extend(node.gives.iter().cloned());
            remarks.extend(node.remarks.iter().cloned());
        }
        let mut fields = own.map(fields_of).unwrap_or_default();
        for (key, drawn) in [(Key::Kelengkapan, needs), (Key::Output, gives)] {
            let kept: BTreeSet<&String> =
                fields.iter().filter(|it| it.key == key).map(|it| &it.text).collect();
            // Somebody drew other papers than we wrote.
            if !drawn.is_empty() && kept != drawn.iter().collect() {
                fields.retain(|it| it.key != key);
                let mut seen = BTreeSet::new();
                let fresh = drawn.into_iter().filter(|name| seen.insert(fold(name)));
                fields.extend(fresh.map(|name| FieldOf::item(key, name)));
            }
        }
        let node = &self.chart.nodes[row.places[0].nodes[0]];
        if own.is_none()
            && let Some(element) = node.element
        {
            let documentation = element.documentation().map(|text| one_line(&text));
            remarks.splice(0..0, documentation.filter(|text| *text != node.name));
            if element.name == "callActivity" && !node.name.is_empty() {
                fields.push(FieldOf::item(Key::Merujuk, node.name.clone()));
            }
        }
        remarks.extend(row.places.iter().filter_map(|place| self.unanswered(place.nodes[0])));
        if !remarks.is_empty() {
            let known = fields.iter().position(|it| it.key == Key::Keterangan);
            let before = known.map(|at| fields.remove(at).text);
            let all: Vec<String> = before.into_iter().chain(remarks).collect();
            let all: Vec<&str> = all.iter().map(|text| text.trim_end_matches(['.', ';'])).collect();
            fields.push(FieldOf { item: false, ..FieldOf::item(Key::Keterangan, all.join("; ")) });
        }
        fields
    }
}
