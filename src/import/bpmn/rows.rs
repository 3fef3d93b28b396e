//! The diagram → rows: which tasks are places of one row, who waits for whom, and what each outcome leads to.

use super::chart::{Chart, Flow, Kind, Node};
use super::notes::{self, note};
use super::xml::Element;
use crate::import::Note;
use crate::sorting;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Table {
    /// In print order.
    pub rows: Vec<Row>,
    /// By node: its row and its place.
    pub place_of: BTreeMap<usize, (usize, usize)>,
}

pub(super) struct Row {
    pub number: String,
    pub places: Vec<Place>,
    /// Rows that it waits for.
    pub waits: BTreeSet<usize>,
}

pub(super) struct Place {
    /// Alternatives; in each, who acts together.
    pub symbols: Vec<Symbol>,
    /// Its tasks: the whole place, and those for some of its alternatives only.
    pub nodes: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    pub actors: Vec<String>,
}

/// Where a flow leads, past everything that only passes it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Goal {
    /// To a task.
    Task {
        node: usize,
        /// Through a gateway that waits for all that lead into it.
        waits: bool,
    },
    End(Option<String>),
    /// A gateway that starts several.
    Fork(usize),
    /// A gateway that chooses.
    Choice(usize),
    /// A gateway of ours that holds a count against its bound.
    Guard(usize),
    Nowhere,
}

/// What an outcome leads to.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub goal: Goal,
    pub most: Option<String>,
    pub then: Option<Goal>,
}

impl Table {
    pub fn of(chart: &Chart) -> Table {
        let tasks: Vec<usize> =
            (0..chart.nodes.len()).filter(|at| chart.nodes[*at].kind == Kind::Task).collect();
        let order = order(chart);
        let mut sorted: Vec<usize> = tasks;
        let rank: BTreeMap<usize, usize> =
            order.iter().enumerate().map(|(rank, node)| (*node, rank)).collect();
        let rank_of = |node: usize| rank.get(&node).copied().unwrap_or(usize::MAX);
        sorting::by_key(&mut sorted, |node| (rank_of(*node), *node));
        // A task that somebody added to a file of ours stands after the one before it.
        let mut before = 0;
        let mut keyed: Vec<(usize, usize, usize, usize)> = Vec::new();
        for (at, node) in sorted.iter().enumerate() {
            match own_row(&chart.nodes[*node]) {
                Some((row, place)) => {
                    before = row + 1;
                    keyed.push((before, 0, place, *node));
                }
                None => keyed.push((before, 1, at, *node)),
            }
        }
        keyed.sort_unstable();
        let mut table = Table { rows: Vec::new(), place_of: BTreeMap::new() };
        let mut last: Option<(usize, usize)> = None;
        for (key, added, place, node) in keyed {
            let same_row = added == 0 && last.is_some_and(|(row, _)| row == key);
            let same_place = same_row && last == Some((key, place));
            let symbols = symbols(chart, node);
            if !same_row {
                let number = own_number(&chart.nodes[node]).unwrap_or_default();
                table.rows.push(Row { number, places: Vec::new(), waits: BTreeSet::new() });
            }
            let at = table.rows.len() - 1;
            let row = &mut table.rows[at];
            if same_place {
                let known = row.places.last_mut().expect("bug: a row without a place");
                let fresh: Vec<Symbol> =
                    symbols.into_iter().filter(|it| !known.symbols.contains(it)).collect();
                known.symbols.extend(fresh);
                known.nodes.push(node);
            } else {
                row.places.push(Place { symbols, nodes: vec![node] });
            }
            table.place_of.insert(node, (at, row.places.len() - 1));
            last = if added == 0 { Some((key, place)) } else { None };
        }
        table.number();
        table.joins(chart);
        table
    }

    /// Rows that have no number get one between those that have.
    fn number(&mut self) {
        if self.rows.iter().all(|row| row.number.is_empty()) {
            for (at, row) in self.rows.iter_mut().enumerate() {
                row.number = (at + 1).to_string();
            }
            return;
        }
        let mut taken: BTreeSet<String> = self.rows.iter().map(|row| row.number.clone()).collect();
        let mut before = "1".to_owned();
        for row in &mut self.rows {
            if row.number.is_empty() {
                let base: String = before.chars().take_while(char::is_ascii_digit).collect();
                let free = ('a'..='z').map(|letter| format!("{base}{letter}")).find(|it| !taken.contains(it));
                row.number = free.unwrap_or_else(|| (9000 + taken.len()).to_string());
                taken.insert(row.number.clone());
            }
            before.clone_from(&row.number);
        }
    }

    fn joins(&mut self, chart: &Chart) {
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (node, (row, _)) in &self.place_of {
            for way in ways(chart, *node) {
                let goals = [Some(&way.goal), way.then.as_ref()];
                let mut goals: Vec<Goal> = goals.into_iter().flatten().cloned().collect();
                if let Goal::Fork(fork) = way.goal {
                    goals.extend(chart.nodes[fork].out.iter().map(|flow| follow(chart, *flow)));
                }
                for goal in goals {
                    if let Goal::Task { node, waits: true } = goal
                        && let Some((to, 0)) = self.place_of.get(&node)
                    {
                        found.push((*to, *row));
                    }
                }
            }
        }
        for (to, from) in found {
            self.rows[to].waits.insert(from);
        }
    }

    /// The row that waits for this one.
    pub fn waiter(&self, row: usize) -> Option<usize> {
        self.rows.iter().position(|it| it.waits.contains(&row))
    }
}

/// The row and place of a task of ours.
fn own_row(node: &Node) -> Option<(usize, usize)> {
    let own = node.row?;
    Some((own.attribute("urutan")?.parse().ok()?, own.attribute("tempat")?.parse().ok()?))
}

fn own_number(node: &Node) -> Option<String> {
    let own = node.row?;
    own.attribute("nomor").map(str::to_owned)
}

/// Who acts: as our own file says, unless somebody moved the task to another lane.
fn symbols(chart: &Chart, node: usize) -> Vec<Symbol> {
    let at = &chart.nodes[node];
    let lane = chart.lanes[at.lane].name.clone();
    let of_lane = vec![Symbol { actors: vec![lane.clone()] }];
    let Some(own) = at.row else { return of_lane };
    let symbols: Vec<Symbol> = own
        .inner("pelaku")
        .map(|it| Symbol { actors: it.text.split(',').map(|name| name.trim().to_owned()).collect() })
        .collect();
    let first = symbols.first().and_then(|it| it.actors.first());
    if first == Some(&lane) { symbols } else { of_lane }
}

/// Tasks as they come when one walks from the start, each after all that lead to it but by a way back.
fn order(chart: &Chart) -> Vec<usize> {
    let mut done = Vec::new();
    let mut seen = vec![false; chart.nodes.len()];
    // A stack of nodes and the number of ways already walked.
    let mut stack = vec![(chart.start, 0)];
    seen[chart.start] = true;
    while let Some((node, next)) = stack.last_mut() {
        let out = &chart.nodes[*node].out;
        // The first way is walked last, so that it stands first.
        let Some(flow) = out.len().checked_sub(*next + 1).map(|at| out[at]) else {
            done.push(*node);
            stack.pop();
            continue;
        };
        *next += 1;
        let to = chart.flows[flow].to;
        if !std::mem::replace(&mut seen[to], true) {
            stack.push((to, 0));
        }
    }
    done.reverse();
    done.retain(|node| chart.nodes[*node].kind == Kind::Task);
    done
}

/// Whether a flow is only taken when a row is passed over.
pub(super) fn passes_over(flow: &Flow) -> bool {
    let values = flow.element.and_then(|it| it.own("cabang").next()).and_then(|it| it.attribute("nilai"));
    values.is_some_and(|it| it == "dilewati")
}

fn is_guard(chart: &Chart, node: usize) -> bool {
    let out = &chart.nodes[node].out;
    let counted = |flow: &usize| bound(chart.flows[*flow].element).is_some();
    let chosen =
        |flow: &usize| chart.flows[*flow].element.is_some_and(|it| it.own("cabang").next().is_some());
    out.iter().any(counted) && !out.iter().any(chosen)
}

fn bound(flow: Option<&Element>) -> Option<String> {
    flow?.own("pengulangan").next()?.attribute("paling_banyak").map(str::to_owned)
}

/// Where a flow leads.
pub(super) fn follow(chart: &Chart, flow: usize) -> Goal {
    let mut at = chart.flows[flow].to;
    let mut waits = false;
    for _ in 0..=chart.nodes.len() {
        let node = &chart.nodes[at];
        let next = match node.kind {
            Kind::Task => return Goal::Task { node: at, waits },
            Kind::End | Kind::Late => return Goal::End(end_name(node)),
            Kind::Choice if is_guard(chart, at) => return Goal::Guard(at),
            Kind::Choice if node.out.len() > 1 => return Goal::Choice(at),
            Kind::Parallel if node.out.len() > 1 => return Goal::Fork(at),
            Kind::Parallel => {
                waits |= node.into.len() > 1;
                node.out.first()
            }
            Kind::Choice | Kind::Event | Kind::Start | Kind::Boundary => node.out.first(),
        };
        match next {
            Some(flow) => at = chart.flows[*flow].to,
            None => return Goal::Nowhere,
        }
    }
    Goal::Nowhere
}

/// The name of an end, when it has one of its own.
fn end_name(node: &Node) -> Option<String> {
    let own = node.element.and_then(|it| it.own("akhir").next());
    if let Some(own) = own {
        let plain = ["Selesai", "End"].contains(&node.name.as_str());
        let kept = own.attribute("nama");
        let same = kept.is_some_and(|name| name.to_lowercase() == node.name.to_lowercase());
        return match kept {
            Some(name) if same => Some(name.to_owned()),
            None if plain => None,
            _ if node.name.is_empty() => None,
            _ => Some(node.name.clone()),
        };
    }
    let plain = ["", "selesai", "end", "akhir", "ende", "finish", "finished", "done"];
    (!plain.contains(&node.name.to_lowercase().as_str())).then(|| node.name.clone())
}

/// What one flow out of a task or a gateway leads to, its bound included.
pub(super) fn way(chart: &Chart, flow: usize) -> Way {
    let goal = follow(chart, flow);
    if let Goal::Guard(guard) = goal {
        let mut way = Way { goal: Goal::Nowhere, most: None, then: None };
        for flow in &chart.nodes[guard].out {
            let element = chart.flows[*flow].element;
            if let Some(most) = bound(element) {
                way.goal = follow(chart, *flow);
                way.most = Some(most);
            } else if element.is_some_and(|it| it.own("pengulangan").next().is_some()) {
                way.then = Some(follow(chart, *flow));
            }
        }
        return way;
    }
    Way { goal, most: bound(chart.flows[flow].element), then: None }
}

/// All that a task may lead to; of its gateway, each way.
fn ways(chart: &Chart, node: usize) -> Vec<Way> {
    let mut out = Vec::new();
    for flow in &chart.nodes[node].out {
        match follow(chart, *flow) {
            Goal::Choice(gateway) => {
                let flows = chart.nodes[gateway].out.iter().filter(|flow| !passes_over(&chart.flows[**flow]));
                out.extend(flows.map(|flow| way(chart, *flow)));
            }
            _ if passes_over(&chart.flows[*flow]) => {}
            _ => out.push(way(chart, *flow)),
        }
    }
    out
}

impl<'a> Chart<'a> {
    /// Adds rows where a gateway has no task that could stand for it.
    pub fn complete(&mut self, lost: &mut Vec<Note>) {
        for at in 0..self.nodes.len() {
            let Node { kind, .. } = self.nodes[at];
            let (into, out) = (self.nodes[at].into.len(), self.nodes[at].out.len());
            if !matches!(kind, Kind::Choice | Kind::Parallel) {
                continue;
            }
            if out > 1 && !is_guard(self, at) && !self.belongs_to_a_task(at) {
                let name = self.nodes[at].name.clone();
                let (text, words) = match kind {
                    Kind::Choice if name.is_empty() => {
                        (&notes::ADDED_DECISION, "Menentukan langkah berikutnya".to_owned())
                    }
                    Kind::Choice => (&notes::ADDED_DECISION, format!("Memutuskan: {name}")),
                    _ => (&notes::ADDED_FORK, "Memulai pekerjaan yang berjalan bersamaan".to_owned()),
                };
                lost.push(note(text, &[("nama", if name.is_empty() { "?" } else { &name })]));
                self.insert_before(at, words);
            } else if kind == Kind::Parallel && into > 1 && out == 1 && self.leads_to_an_end(at) {
                lost.push(note(&notes::ADDED_JOIN, &[]));
                let flow = self.nodes[at].out[0];
                let to = self.flows[flow].to;
                let lane = self.nodes[at].lane;
                let task = self.added("Melanjutkan setelah semuanya selesai".to_owned(), lane);
                self.flows[flow].to = task;
                self.nodes[task].into.push(flow);
                self.nodes[to].into.retain(|it| *it != flow);
                self.join(Flow { from: task, to, name: String::new(), element: None });
            }
        }
    }

    fn added(&mut self, name: String, lane: usize) -> usize {
        self.nodes.push(Node::added(Kind::Task, name, lane));
        self.nodes.len() - 1
    }

    /// A task that everything passes before it comes to this gateway.
    fn insert_before(&mut self, gateway: usize, name: String) {
        let lane = self.nodes[gateway].lane;
        let waits = self.nodes[gateway].kind == Kind::Parallel && self.nodes[gateway].into.len() > 1;
        let task = self.added(name, lane);
        let into = std::mem::take(&mut self.nodes[gateway].into);
        if waits {
            // It waits for all and starts several: the waiting stays before the added row.
            let join = self.added(String::new(), lane);
            self.nodes[join].kind = Kind::Parallel;
            for flow in &into {
                self.flows[*flow].to = join;
            }
            self.nodes[join].into = into;
            self.join(Flow { from: join, to: task, name: String::new(), element: None });
        } else {
            for flow in &into {
                self.flows[*flow].to = task;
            }
            self.nodes[task].into = into;
        }
        self.join(Flow { from: task, to: gateway, name: String::new(), element: None });
    }

    /// Whether the one thing before a gateway is a task that leads nowhere else, of the same lane.
    fn belongs_to_a_task(&self, gateway: usize) -> bool {
        let [only] = self.nodes[gateway].into[..] else { return false };
        let before = &self.nodes[self.flows[only].from];
        before.kind == Kind::Task
            && before.out.len() == 1
            && (before.lane == self.nodes[gateway].lane || self.nodes[gateway].kind == Kind::Parallel)
            || self.flows[only].element.is_some() && passes_over(&self.flows[only])
    }

    fn leads_to_an_end(&self, join: usize) -> bool {
        let goal = self.nodes[join].out.first().map(|flow| follow(self, *flow));
        matches!(goal, Some(Goal::End(_) | Goal::Nowhere))
    }
}
