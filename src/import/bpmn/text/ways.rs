//! The lines that say where a row leads; what is implied is left unsaid.

use super::Writer;
use super::outcomes::Outcome;
use crate::import::bpmn::chart::one_line;
use crate::import::bpmn::notes::{self, note};
use crate::import::bpmn::rows::{Goal, Way, follow, passes_over, way};
use std::fmt::Write as _;

impl Writer<'_, '_> {
    /// The lines that say where a place leads.
    pub(super) fn ways(&mut self, at: usize, place: usize) {
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
        let Goal::Task { node, .. } = goal else { return false };
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
                Goal::Task { node, .. } => {
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
            Goal::Task { node, .. } => {
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
}
