//! Rows → the text that a person would have typed.

use super::chart::{Chart, Kind, Node, one_line};
use super::notes::{self, note};
use super::rows::{Goal, Symbol, Table, Way, follow, passes_over, way};
use super::xml::Element;
use crate::import::Note;
use crate::syntax::keys::{KEYS, Key, Place as Where, Shape};
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

/// A field of a row: key, for whom, text, whether it stands on a line of its own.
type FieldOf = (Key, Option<String>, String, bool);

fn key_of(word: &str) -> Option<Key> {
    KEYS.iter().find(|info| info.word == word).map(|info| info.key)
}

fn fields_of(element: &Element) -> Vec<FieldOf> {
    let field = |it: &Element| {
        let key = key_of(it.attribute("kunci")?)?;
        let whom = it.attribute("untuk").map(one_line);
        Some((key, whom, one_line(&it.text), it.attribute("butir").is_some()))
    };
    element.inner("isian").filter_map(field).filter(|(_, _, text, _)| !text.is_empty()).collect()
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
        fields.retain(|(key, ..)| key.info().place == Where::Identity && *key != Key::Sop);
        if own.is_none() {
            let documentation = self.chart.process.documentation().unwrap_or_default();
            let lines = documentation.lines().map(one_line).filter(|line| !line.is_empty());
            fields.extend(lines.map(|line| (Key::Catatan, None, line, true)));
        }
        for text in &self.chart.loose {
            self.lost.push(note(&notes::NOTE_TEXT, &[("teks", text)]));
            fields.push((Key::Catatan, None, text.clone(), true));
        }
        let limits = self.limits();
        fields.extend(limits.into_iter().map(|text| (Key::BatasWaktu, None, text, true)));
        for info in KEYS.iter().filter(|info| info.place == Where::Identity) {
            let of: Vec<&FieldOf> = fields.iter().filter(|(key, ..)| *key == info.key).collect();
            self.field(info.key, "", &of.into_iter().cloned().collect::<Vec<_>>());
        }
    }

    /// One key with its values.
    fn field(&mut self, key: Key, indent: &str, values: &[FieldOf]) {
        let word = key.word();
        let [(_, _, first, item), rest @ ..] = values else { return };
        match key.info().shape {
            Shape::List | Shape::TextOrList | Shape::Batas if rest.is_empty() && !item => {
                self.line(&format!("{indent}{word}: {first}"));
            }
            Shape::Batas if key == Key::Batas => {
                for (_, _, text, _) in values {
                    self.line(&format!("{indent}{word}: {text}"));
                }
            }
            Shape::List | Shape::TextOrList | Shape::Batas => {
                // What stood between commas stands first, for a comma ends with the key's lines.
                let plain: Vec<&str> = values
                    .iter()
                    .take_while(|(_, _, _, item)| !item)
                    .map(|(_, _, text, _)| text.as_str())
                    .collect();
                if plain.is_empty() {
                    self.line(&format!("{indent}{word}:"));
                } else {
                    self.line(&format!("{indent}{word}: {}", plain.join(", ")));
                }
                for (_, _, text, _) in &values[plain.len()..] {
                    self.line(&format!("{indent}  - {text}"));
                }
            }
            _ => {
                for (_, whom, text, _) in values {
                    let whom = whom.as_ref().map_or(String::new(), |whom| format!(" ({whom})"));
                    self.line(&format!("{indent}{word}{whom}: {text}"));
                }
            }
        }
    }

    /// Timers of other programs' tasks: from the start of the row to its end.
    fn limits(&mut self) -> Vec<String> {
        let mut out = Vec::new();
        for node in self.chart.nodes.iter().filter(|node| node.kind == Kind::Boundary) {
            let Some(element) = node.element else { continue };
            let host = element.attribute("attachedToRef").unwrap_or_default();
            let task = (0..self.chart.nodes.len()).find(|at| self.chart.nodes[*at].id == host);
            let ours = node
                .out
                .first()
                .is_some_and(|flow| self.chart.nodes[self.chart.flows[*flow].to].kind == Kind::Late);
            let Some(task) = task.filter(|_| !ours) else { continue };
            let duration = element
                .first("timerEventDefinition")
                .and_then(|it| it.first("timeDuration"))
                .and_then(|it| spoken(it.text.trim()));
            let row = self.table.place_of.get(&task).map(|(row, _)| self.table.rows[*row].number.clone());
            match (duration, row) {
                (Some(duration), Some(row)) => {
                    out.push(format!("dari {row} sampai {row}: paling lama {duration}"))
                }
                _ => {
                    let name = if node.name.is_empty() { node.id } else { &node.name };
                    self.lost.push(note(
                        &notes::BOUNDARY,
                        &[("nama", name), ("tugas", &self.chart.nodes[task].name)],
                    ));
                }
            }
        }
        out
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
            let of: Vec<FieldOf> = fields.iter().filter(|(key, ..)| *key == info.key).cloned().collect();
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
                self.line(&format!("   - {}", one_line(&text.text)));
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
            let kept: BTreeSet<&String> = fields.iter().filter(|it| it.0 == key).map(|it| &it.2).collect();
            // Somebody drew other papers than we wrote.
            if !drawn.is_empty() && kept != drawn.iter().collect() {
                fields.retain(|it| it.0 != key);
                let mut seen = BTreeSet::new();
                let fresh = drawn.into_iter().filter(|name| seen.insert(fold(name)));
                fields.extend(fresh.map(|name| (key, None, name, true)));
            }
        }
        let node = &self.chart.nodes[row.places[0].nodes[0]];
        if own.is_none()
            && let Some(element) = node.element
        {
            let documentation = element.documentation().map(|text| one_line(&text));
            remarks.splice(0..0, documentation.filter(|text| *text != node.name));
            if element.name == "callActivity" && !node.name.is_empty() {
                fields.push((Key::Merujuk, None, node.name.clone(), true));
            }
        }
        if !remarks.is_empty() {
            let known = fields.iter().position(|it| it.0 == Key::Keterangan);
            let before = known.map(|at| fields.remove(at).2);
            let all: Vec<String> = before.into_iter().chain(remarks).collect();
            let all: Vec<&str> = all.iter().map(|text| text.trim_end_matches(['.', ';'])).collect();
            fields.push((Key::Keterangan, None, all.join("; "), false));
        }
        fields
    }

    /// Whether a task decides between ya and tidak.
    fn answers(&self, node: usize) -> bool {
        self.outcomes(node).is_some_and(|all| all.iter().any(|it| matches!(it.key, "ya" | "tidak")))
    }

    /// The outcomes of a task; `None` where it decides nothing.
    fn outcomes(&self, node: usize) -> Option<Vec<Outcome>> {
        let chart = self.chart;
        let out = &chart.nodes[node].out;
        let flows: Vec<usize> = match out[..] {
            [only] => match follow(chart, only) {
                Goal::Choice(gateway) => chart.nodes[gateway].out.clone(),
                _ => return None,
            },
            _ if out.len() > 1 && out.iter().any(|flow| self.conditional(*flow)) => out.clone(),
            _ => return None,
        };
        let flows: Vec<usize> = flows.into_iter().filter(|flow| !passes_over(&chart.flows[*flow])).collect();
        let mut all: Vec<Outcome> = flows.iter().map(|flow| self.outcome(node, *flow)).collect();
        if let [only] = &all[..]
            && only.whom.is_none()
            && only.key == "jika"
        {
            return None;
        }
        // Both answers, or conditions for all.
        let known = |key: &str| all.iter().filter(|it| it.key == key).count();
        let answered =
            all.len() == 2 && known("ya") + known("tidak") >= 1 && known("ya") < 2 && known("tidak") < 2;
        let own = all.iter().all(|it| it.own);
        if !own && answered {
            let missing = if known("ya") == 0 { "ya" } else { "tidak" };
            if let Some(other) = all.iter_mut().find(|it| it.key == "jika") {
                other.key = missing;
            }
            all.sort_by_key(|it| it.key != "ya");
        } else if !own {
            for (at, it) in all.iter_mut().enumerate() {
                let words = match (it.key, &it.words) {
                    ("jika", words) => words.clone(),
                    (key, Some(words)) => Some(format!("{key} {words}")),
                    (key, None) => Some(key.to_owned()),
                };
                it.key = "jika";
                it.words = words.or_else(|| Some(format!("pilihan {}", at + 1)));
            }
        }
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for it in all.iter_mut().filter(|it| it.key == "jika") {
            let base = it.words.clone().unwrap_or_default();
            let mut words = base.clone();
            let mut number = 2;
            while !seen.insert(fold(&format!("{:?} {words}", it.whom))) {
                words = format!("{base} ({number})");
                number += 1;
            }
            it.words = Some(words);
        }
        Some(all)
    }

    fn conditional(&self, flow: usize) -> bool {
        self.chart.flows[flow].element.is_some_and(|it| it.first("conditionExpression").is_some())
    }

    fn outcome(&self, node: usize, flow: usize) -> Outcome {
        let of = &self.chart.flows[flow];
        let way = way(self.chart, flow);
        let values = of.element.and_then(|it| it.own("cabang").next()).and_then(|it| it.attribute("nilai"));
        let kept = values.and_then(|values| {
            let task = self.chart.nodes[node].element?;
            task.own("hasil").find(|it| {
                let value = it.attribute("nilai").unwrap_or_default();
                value != "dilewati" && values.split(' ').any(|it| it == value)
            })
        });
        if let Some(kept) = kept {
            let key = match kept.attribute("jawaban") {
                Some("ya") => "ya",
                Some("tidak") => "tidak",
                Some("jika") => "jika",
                _ => "alur",
            };
            let words = kept.attribute("kondisi").map(one_line);
            let label = of.name.rsplit_once(": ").map_or(of.name.as_str(), |(_, label)| label);
            let (typed_key, typed) = answer(label.split("; ").next().unwrap_or_default());
            let renamed = key != "alur"
                && match key {
                    "jika" => {
                        words.as_ref().map(|it| it.to_lowercase()) != Some(label.to_lowercase())
                            && !of.name.contains(": ")
                            && !of.name.contains("; ")
                    }
                    key => {
                        typed_key != key
                            || typed.as_ref().map(|it| fold(it)) != words.as_ref().map(|it| fold(it))
                    }
                };
            if !renamed {
                let whom = kept.attribute("pelaku").map(one_line);
                return Outcome { key, words, whom, way, own: true };
            }
        }
        let (key, words) = answer(&of.name);
        let words = words.map(|words| words.replace(':', " -"));
        let expression = || {
            let text = of.element?.first("conditionExpression")?;
            Some(one_line(&text.text).replace(':', " -")).filter(|it| !it.is_empty())
        };
        let words = if key == "jika" { words.or_else(expression) } else { words };
        Outcome { key, words, whom: None, way, own: false }
    }

    /// The lines that say where a place leads.
    fn ways(&mut self, at: usize, place: usize) {
        let row = &self.table.rows[at];
        let several = row.places.len() > 1;
        let last = place + 1 == row.places.len();
        let of = &row.places[place];
        let node = of.nodes[0];
        let symbols: Vec<String> = of.symbols.iter().map(|it| it.actors[0].clone()).collect();
        if let Some(all) = self.outcomes(node) {
            for outcome in all {
                let whom: Vec<Option<String>> = match &outcome.whom {
                    Some(whom) => vec![whom.split(',').next().map(|it| it.trim().to_owned())],
                    None if several => symbols.iter().cloned().map(Some).collect(),
                    None => vec![None],
                };
                if several && self.implied(at, place, &outcome) {
                    continue;
                }
                for whom in whom {
                    let whom = whom.map_or(String::new(), |whom| format!(" ({whom})"));
                    let words = match (outcome.key, &outcome.words) {
                        (_, None) | ("alur", _) => String::new(),
                        ("jika", Some(words)) => format!(" {words}"),
                        (_, Some(words)) => format!(", {words}"),
                    };
                    let name = outcome.words.as_deref().unwrap_or(outcome.key);
                    if let Some(target) = self.target(at, place, &outcome.way, name) {
                        self.line(&format!("   {}{whom}{words}: {target}", outcome.key));
                    }
                }
            }
            return;
        }
        let out = self.chart.nodes[node].out.clone();
        let way = match out[..] {
            // Of a row without a task nothing more is known.
            [] if self.chart.nodes[node].element.is_none() => return,
            [] => Way { goal: Goal::End(None), most: None, then: None },
            [only] => match follow(self.chart, only) {
                Goal::Fork(fork) => return self.fork(at, self.chart.nodes[fork].out.clone()),
                // A gateway of which one way is left.
                Goal::Choice(gateway) => {
                    let flows = &self.chart.nodes[gateway].out;
                    let kept = flows.iter().find(|flow| !passes_over(&self.chart.flows[**flow]));
                    match kept.map(|flow| way(self.chart, *flow)) {
                        Some(Way { goal: Goal::Fork(fork), .. }) => {
                            return self.fork(at, self.chart.nodes[fork].out.clone());
                        }
                        Some(way) => way,
                        None => way(self.chart, only),
                    }
                }
                _ => way(self.chart, only),
            },
            _ => return self.fork(at, out),
        };
        let plain = way.most.is_none() && way.then.is_none();
        let expected =
            if last { self.is_onward(&way.goal, at) } else { self.is_entry(&way.goal, at, place + 1) };
        if plain && expected {
            return;
        }
        let name = self.chart.nodes[node].name.clone();
        let Some(target) = self.target(at, place, &way, &name) else { return };
        if last {
            self.line(&format!("   alur: {target}"));
        } else {
            for whom in symbols {
                self.line(&format!("   alur ({whom}): {target}"));
            }
        }
    }

    /// Whether a goal is where a row leads when no line says so.
    fn is_onward(&self, goal: &Goal, row: usize) -> bool {
        match self.table.waiter(row).or(Some(row + 1).filter(|next| *next < self.table.rows.len())) {
            Some(next) => self.is_entry(goal, next, 0),
            None => *goal == Goal::End(None),
        }
    }

    /// Whether a goal is a whole place.
    fn is_entry(&self, goal: &Goal, row: usize, place: usize) -> bool {
        let Goal::Task(node, _) = goal else { return false };
        self.table.place_of.get(node) == Some(&(row, place)) && !self.partial(*node)
    }

    /// Whether a task is for some of the alternatives of its place only.
    fn partial(&self, node: usize) -> bool {
        let Some((row, place)) = self.table.place_of.get(&node) else { return false };
        let whole = self.table.rows[*row].places[*place].symbols.len();
        let own = self.chart.nodes[node].row;
        own.is_some_and(|own| own.inner("pelaku").count() < whole)
    }

    /// In a chain a mark says that yes leads on and no leads back.
    fn implied(&self, row: usize, place: usize, outcome: &Outcome) -> bool {
        let plain = outcome.way.most.is_none() && outcome.words.is_none() && outcome.whom.is_none();
        let next = place + 1 < self.table.rows[row].places.len();
        plain
            && match outcome.key {
                "ya" if next => self.is_entry(&outcome.way.goal, row, place + 1),
                "ya" => self.is_onward(&outcome.way.goal, row),
                "tidak" => place > 0 && self.is_entry(&outcome.way.goal, row, place - 1),
                _ => false,
            }
    }

    fn fork(&mut self, at: usize, flows: Vec<usize>) {
        let mut rows: Vec<usize> = Vec::new();
        for flow in flows {
            let to = match follow(self.chart, flow) {
                Goal::Task(node, _) => {
                    self.table.place_of.get(&node).filter(|(_, place)| *place == 0).map(|(row, _)| *row)
                }
                _ => None,
            };
            match to.filter(|row| *row > at && !rows.contains(row)) {
                Some(row) => rows.push(row),
                None => {
                    let name = self.chart.nodes[self.table.rows[at].places[0].nodes[0]].name.clone();
                    self.lost.push(note(&notes::LOST_FORK, &[("nama", &name)]));
                }
            }
        }
        let numbers: Vec<&str> = rows.iter().map(|row| self.table.rows[*row].number.as_str()).collect();
        match numbers[..] {
            [] => {}
            [only] => self.line(&format!("   alur: lanjut ke {only}")),
            _ => self.line(&format!("   bersamaan: {}", numbers.join(", "))),
        }
    }

    fn target(&mut self, row: usize, place: usize, way: &Way, name: &str) -> Option<String> {
        let Some(mut words) = self.goal(row, place, &way.goal) else {
            let task = self.chart.nodes[self.table.rows[row].places[place].nodes[0]].name.clone();
            self.lost.push(note(&notes::NO_WAY, &[("nama", name), ("tugas", &task)]));
            return None;
        };
        if let Some(most) = &way.most {
            let _ = write!(words, ", paling banyak {most} kali");
            if let Some(then) = way.then.as_ref().and_then(|then| self.goal(row, place, then)) {
                let _ = write!(words, ", lalu {then}");
            }
        }
        Some(words)
    }

    fn goal(&self, row: usize, place: usize, goal: &Goal) -> Option<String> {
        match goal {
            Goal::End(None) => Some("selesai".to_owned()),
            Goal::End(Some(name)) => Some(format!("selesai, {name}")),
            Goal::Task(node, _) => {
                let (to, at) = *self.table.place_of.get(node)?;
                let word = if (to, at) > (row, place) { "lanjut" } else { "kembali" };
                let number = &self.table.rows[to].number;
                let whom = if at > 0 || self.partial(*node) {
                    let own = self.chart.nodes[*node].row;
                    let named = own.and_then(|it| it.inner("pelaku").next()).map(|it| one_line(&it.text));
                    let first = named.as_ref().and_then(|it| it.split(',').next()).map(str::trim);
                    format!(" {}", first.unwrap_or(&self.chart.lanes[self.chart.nodes[*node].lane].name))
                } else {
                    String::new()
                };
                Some(format!("{word} ke {number}{whom}"))
            }
            _ => None,
        }
    }

    /// What a table has no place for.
    fn not_kept(&mut self) {
        for node in &self.chart.nodes {
            let Some(element) = node.element else { continue };
            let name = if node.name.is_empty() { node.id } else { &node.name };
            match node.kind {
                Kind::Task => {
                    if !matches!(
                        element.name.as_str(),
                        "task" | "userTask" | "manualTask" | "callActivity" | "subProcess"
                    ) {
                        let args = [("jenis", element.name.as_str()), ("nama", name)];
                        self.lost.push(note(&notes::KIND_OF_TASK, &args));
                    }
                    let loops = ["standardLoopCharacteristics", "multiInstanceLoopCharacteristics"];
                    if loops.iter().any(|of| element.first(of).is_some()) {
                        self.lost.push(note(&notes::REPEATED, &[("nama", name)]));
                    }
                    if node.into.is_empty() && !std::ptr::eq(node, &self.chart.nodes[self.chart.start]) {
                        self.lost.push(note(&notes::UNREACHED, &[("nama", name)]));
                    }
                }
                Kind::Event => self.lost.push(note(&notes::PASSED_EVENT, &[("nama", name)])),
                Kind::Choice if element.name != "exclusiveGateway" => {
                    self.lost.push(note(&notes::INCLUSIVE, &[("nama", name)]));
                }
                _ => {}
            }
        }
    }
}

struct Outcome {
    /// `ya`, `tidak`, `jika`, `alur`.
    key: &'static str,
    words: Option<String>,
    whom: Option<String>,
    way: Way,
    /// Read from a file of ours.
    own: bool,
}

/// `Ya, memenuhi syarat` → the answer and the condition.
fn answer(name: &str) -> (&'static str, Option<String>) {
    let (first, rest) = match name.find([',', ':', ';']) {
        Some(at) => (&name[..at], Some(name[at + 1..].trim().to_owned())),
        None => (name, None),
    };
    let rest = rest.filter(|it| !it.is_empty());
    match fold(first).as_str() {
        "ya" | "yes" | "y" => ("ya", rest),
        "tidak" | "no" | "n" => ("tidak", rest),
        _ => ("jika", Some(name.trim().to_owned()).filter(|it| !it.is_empty())),
    }
}

/// `P3D` → `3 hari kalender`; `None` for what is no plain duration.
fn spoken(duration: &str) -> Option<String> {
    let rest = duration.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut words = Vec::new();
    for (part, units) in [
        (date, &[('Y', "tahun"), ('M', "bulan"), ('W', "minggu"), ('D', "hari kalender")][..]),
        (time, &[('H', "jam"), ('M', "menit"), ('S', "detik")][..]),
    ] {
        let mut number = String::new();
        for c in part.chars() {
            if c.is_ascii_digit() {
                number.push(c);
                continue;
            }
            let (_, unit) = units.iter().find(|(letter, _)| *letter == c)?;
            let value: u32 = number.parse().ok()?;
            if value > 0 {
                words.push(format!("{value} {unit}"));
            }
            number.clear();
        }
        if !number.is_empty() {
            return None;
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}
