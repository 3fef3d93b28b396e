//! Elements → the diagram: lanes, nodes, flows, papers, of the process that has them.

use super::notes::{self, note};
use super::xml::{Element, Space};
use crate::import::{Note, Refused};
use crate::text::{Text, fold, is_hidden};
use std::collections::BTreeMap;

static NOT_BPMN: Text = Text {
    id: "berkas ini bukan BPMN 2.0: unsur terluarnya bukan `definitions`",
    en: "this file is not BPMN 2.0: its outermost element is not `definitions`",
};
static NO_TASK: Text = Text {
    id: "tidak ada proses yang memuat kegiatan di berkas ini",
    en: "no process in this file holds a task",
};

pub(super) struct Chart<'a> {
    pub title: String,
    pub process: &'a Element,
    pub lanes: Vec<Lane<'a>>,
    pub nodes: Vec<Node<'a>>,
    pub flows: Vec<Flow<'a>>,
    /// Texts that belong to nothing.
    pub loose: Vec<String>,
    pub start: usize,
}

pub(super) struct Lane<'a> {
    pub name: String,
    pub element: Option<&'a Element>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Task,
    /// Chooses, or merges.
    Choice,
    /// Starts all, or waits for all.
    Parallel,
    Start,
    End,
    /// An end that a timer of ours leads to.
    Late,
    /// Something that is passed.
    Event,
    Boundary,
}

pub(super) struct Node<'a> {
    pub id: &'a str,
    pub kind: Kind,
    pub name: String,
    pub lane: usize,
    /// `None` for a row that was added.
    pub element: Option<&'a Element>,
    /// What a file of ours says of its row.
    pub row: Option<&'a Element>,
    pub needs: Vec<String>,
    pub gives: Vec<String>,
    pub remarks: Vec<String>,
    pub into: Vec<usize>,
    pub out: Vec<usize>,
}

impl Node<'_> {
    /// A node that stands in no file.
    pub fn added(kind: Kind, name: String, lane: usize) -> Node<'static> {
        Node {
            id: "",
            kind,
            name,
            lane,
            element: None,
            row: None,
            needs: Vec::new(),
            gives: Vec::new(),
            remarks: Vec::new(),
            into: Vec::new(),
            out: Vec::new(),
        }
    }
}

pub(super) struct Flow<'a> {
    pub from: usize,
    pub to: usize,
    pub name: String,
    pub element: Option<&'a Element>,
}

const TASKS: &[&str] = &[
    "task",
    "userTask",
    "manualTask",
    "serviceTask",
    "sendTask",
    "receiveTask",
    "scriptTask",
    "businessRuleTask",
    "callActivity",
    "subProcess",
    "adHocSubProcess",
    "transaction",
];

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "exclusiveGateway" | "inclusiveGateway" | "eventBasedGateway" | "complexGateway" => Kind::Choice,
        "parallelGateway" => Kind::Parallel,
        "startEvent" => Kind::Start,
        "endEvent" => Kind::End,
        "intermediateCatchEvent" | "intermediateThrowEvent" => Kind::Event,
        "boundaryEvent" => Kind::Boundary,
        name if TASKS.contains(&name) => Kind::Task,
        _ => return None,
    })
}

/// One line, blanks made single.
pub(super) fn one_line(text: &str) -> String {
    let kept: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the link that an event throws or catches.
pub(super) fn link(event: &Element) -> Option<String> {
    let name = event.first("linkEventDefinition")?.attribute("name").or(event.attribute("name"))?;
    Some(fold(&one_line(name)))
}

impl<'a> Chart<'a> {
    pub fn of(root: &'a Element, lost: &mut Vec<Note>) -> Result<Chart<'a>, Refused> {
        if root.space != Space::Model || root.name != "definitions" {
            return Err(Refused { text: &NOT_BPMN, args: vec![] });
        }
        // Nothing can lead to what has no id.
        let tasks = |process: &Element| {
            let named = |it: &&Element| it.space == Space::Model && TASKS.contains(&it.name.as_str());
            process.children.iter().filter(named).filter(|it| it.attribute("id").is_some()).count()
        };
        let process = root.all("process").filter(|it| tasks(it) > 0).max_by_key(|it| tasks(it));
        let Some(process) = process else { return Err(Refused { text: &NO_TASK, args: vec![] }) };
        let id = process.attribute("id").unwrap_or_default();
        let participants = || root.all("collaboration").flat_map(|it| it.all("participant"));
        let own = participants().find(|it| it.attribute("processRef") == Some(id));
        for other in participants().filter(|it| it.attribute("processRef") != Some(id)) {
            lost.push(note(
                &notes::OTHER_POOL,
                &[("nama", &one_line(other.attribute("name").unwrap_or("?")))],
            ));
        }
        let messages = root.all("collaboration").flat_map(|it| it.all("messageFlow")).count();
        if messages > 0 {
            lost.push(note(&notes::MESSAGES, &[("banyak", &messages.to_string())]));
        }
        let named = |it: Option<&Element>| {
            it.and_then(|it| it.attribute("name")).map(one_line).filter(|it| !it.is_empty())
        };
        let title = named(own).or_else(|| named(Some(process))).unwrap_or_else(|| "Prosedur".to_owned());
        let mut chart = Chart {
            title,
            process,
            lanes: Vec::new(),
            nodes: Vec::new(),
            flows: Vec::new(),
            loose: Vec::new(),
            start: 0,
        };
        chart.nodes(lost);
        chart.rows_without_task(lost);
        chart.flows();
        chart.links();
        chart.papers();
        chart.annotations(root);
        chart.start(lost);
        Ok(chart)
    }

    fn nodes(&mut self, lost: &mut Vec<Note>) {
        let mut lane_of: BTreeMap<&str, usize> = BTreeMap::new();
        let mut open: Vec<&Element> = self.process.all("laneSet").flat_map(|it| it.all("lane")).collect();
        open.reverse();
        while let Some(lane) = open.pop() {
            let inner: Vec<&Element> = lane.all("childLaneSet").flat_map(|it| it.all("lane")).collect();
            if !inner.is_empty() {
                open.extend(inner.into_iter().rev());
                continue;
            }
            let at = self.lanes.len();
            lane_of.extend(lane.all("flowNodeRef").map(|it| (it.text.trim(), at)));
            let typed = one_line(lane.attribute("name").unwrap_or_default());
            let name = self.actor_name(&typed, at, lost);
            self.lanes.push(Lane { name, element: Some(lane) });
        }
        for element in self.process.children.iter().filter(|it| it.space == Space::Model) {
            let (Some(kind), Some(id)) = (kind(&element.name), element.attribute("id")) else { continue };
            let name = one_line(element.attribute("name").unwrap_or_default());
            let kind = if element.own("terlambat").next().is_some() { Kind::Late } else { kind };
            let passing = kind != Kind::Task && !self.lanes.is_empty();
            let lane = lane_of.get(id).copied().or(passing.then_some(0)).unwrap_or_else(|| {
                let fallback = self.fallback();
                if kind == Kind::Task && self.lanes.len() > 1 {
                    let pelaksana = self.lanes[fallback].name.clone();
                    lost.push(note(&notes::NO_LANE, &[("nama", &name), ("pelaksana", &pelaksana)]));
                }
                fallback
            });
            self.nodes.push(Node {
                id,
                kind,
                name,
                lane,
                element: Some(element),
                row: element.own("kegiatan").next(),
                needs: Vec::new(),
                gives: Vec::new(),
                remarks: Vec::new(),
                into: Vec::new(),
                out: Vec::new(),
            });
        }
    }

    /// Rows that no run reaches have no task in a file of ours.
    fn rows_without_task(&mut self, lost: &mut Vec<Note>) {
        let process = self.process;
        for row in process.own("naskah").flat_map(|it| it.inner("kegiatan")) {
            let first = row.inner("pelaku").next().map(|it| one_line(&it.text)).unwrap_or_default();
            let first = first.split(',').next().unwrap_or_default().trim().to_owned();
            let Some(lane) = self.lanes.iter().position(|lane| lane.name == first) else { continue };
            let number = row.attribute("nomor").unwrap_or_default();
            let name = row.inner("uraian").next().map(|it| one_line(&it.text)).unwrap_or_default();
            let name = format!("{number}. {name}");
            lost.push(note(&notes::UNREACHED, &[("nama", &name)]));
            let node = Node { row: Some(row), ..Node::added(Kind::Task, name, lane) };
            self.nodes.push(node);
        }
    }

    /// The lane of what lies in none: the pool itself.
    fn fallback(&mut self) -> usize {
        let known = self.lanes.iter().position(|lane| lane.element.is_none());
        known.unwrap_or_else(|| {
            self.lanes.push(Lane { name: "Pelaksana".to_owned(), element: None });
            self.lanes.len() - 1
        })
    }

    fn actor_name(&self, typed: &str, at: usize, lost: &mut Vec<Note>) -> String {
        let plain: String = typed
            .replace("->", " ")
            .chars()
            .map(|c| if ",:?=()[]{}→".contains(c) { ' ' } else { c })
            .collect();
        let mut name = one_line(&plain);
        if name.is_empty() {
            name = format!("Pelaksana {}", at + 1);
        }
        let base = name.clone();
        let mut number = 2;
        while self.lanes.iter().any(|lane| fold(&lane.name) == fold(&name)) {
            name = format!("{base} {number}");
            number += 1;
        }
        if name != typed {
            lost.push(note(&notes::CHANGED_NAME, &[("lama", typed), ("baru", &name)]));
        }
        name
    }

    fn flows(&mut self) {
        let at: BTreeMap<&str, usize> =
            self.nodes.iter().enumerate().map(|(at, node)| (node.id, at)).collect();
        for element in self.process.all("sequenceFlow") {
            let end = |name| element.attribute(name).and_then(|id| at.get(id)).copied();
            let (Some(from), Some(to)) = (end("sourceRef"), end("targetRef")) else { continue };
            let name = one_line(element.attribute("name").unwrap_or_default());
            self.join(Flow { from, to, name, element: Some(element) });
        }
    }

    /// A link that is thrown goes on where the link of the same name is caught.
    fn links(&mut self) {
        let links = |wanted: &str| {
            let of = |(at, node): (usize, &Node)| {
                let element = node.element.filter(|it| it.name == wanted)?;
                Some((link(element)?, at))
            };
            self.nodes.iter().enumerate().filter_map(of).collect::<Vec<_>>()
        };
        let caught: BTreeMap<String, usize> = links("intermediateCatchEvent").into_iter().collect();
        for (name, from) in links("intermediateThrowEvent") {
            if let Some(&to) = caught.get(&name) {
                self.join(Flow { from, to, name: String::new(), element: None });
            }
        }
    }

    pub fn join(&mut self, flow: Flow<'a>) -> usize {
        let at = self.flows.len();
        self.nodes[flow.from].out.push(at);
        self.nodes[flow.to].into.push(at);
        self.flows.push(flow);
        at
    }

    fn papers(&mut self) {
        let mut names: BTreeMap<&str, String> = BTreeMap::new();
        let process = self.process;
        for element in process.children.iter().filter(|it| it.space == Space::Model) {
            let paper =
                ["dataObjectReference", "dataObject", "dataStoreReference"].contains(&element.name.as_str());
            if let (true, Some(id), Some(name)) = (paper, element.attribute("id"), element.attribute("name"))
            {
                names.insert(id, one_line(name));
            }
        }
        for node in &mut self.nodes {
            let Some(element) = node.element else { continue };
            let refs = |of: &'a str, end: &'a str| {
                let found = element.all(of).flat_map(move |it| it.all(end)).map(|it| it.text.trim());
                found.filter_map(|id| names.get(id).cloned()).filter(|it| !it.is_empty()).collect::<Vec<_>>()
            };
            node.needs = refs("dataInputAssociation", "sourceRef");
            node.gives = refs("dataOutputAssociation", "targetRef");
        }
        for link in process.all("association") {
            let (Some(from), Some(to)) = (link.attribute("sourceRef"), link.attribute("targetRef")) else {
                continue;
            };
            for node in &mut self.nodes {
                if node.id == to && names.contains_key(from) {
                    node.needs.push(names[from].clone());
                } else if node.id == from && names.contains_key(to) {
                    node.gives.push(names[to].clone());
                }
            }
        }
    }

    fn annotations(&mut self, root: &'a Element) {
        let places = || std::iter::once(self.process).chain(root.all("collaboration"));
        let texts: Vec<(&str, String)> = places()
            .flat_map(|it| it.all("textAnnotation"))
            .filter_map(|it| Some((it.attribute("id")?, one_line(&it.first("text")?.text))))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let links: Vec<(&str, &str)> = places()
            .flat_map(|it| it.all("association"))
            .filter_map(|it| Some((it.attribute("sourceRef")?, it.attribute("targetRef")?)))
            .collect();
        for (id, text) in texts {
            let partner = links.iter().find_map(|(from, to)| {
                if *from == id {
                    Some(*to)
                } else if *to == id {
                    Some(*from)
                } else {
                    None
                }
            });
            let task = self.nodes.iter_mut().find(|node| Some(node.id) == partner && node.kind == Kind::Task);
            match task {
                Some(node) => node.remarks.push(text),
                None => self.loose.push(text),
            }
        }
    }

    fn start(&mut self, lost: &mut Vec<Note>) {
        let starts: Vec<usize> =
            (0..self.nodes.len()).filter(|at| self.nodes[*at].kind == Kind::Start).collect();
        match starts[..] {
            [] => {
                let first = (0..self.nodes.len())
                    .find(|at| self.nodes[*at].kind == Kind::Task && self.nodes[*at].into.is_empty())
                    .or_else(|| (0..self.nodes.len()).find(|at| self.nodes[*at].kind == Kind::Task));
                self.start = first.unwrap_or(0);
                let name = self.nodes[self.start].name.clone();
                lost.push(note(&notes::NO_START, &[("nama", &name)]));
            }
            [only] => self.start = only,
            [first, ..] => {
                self.start = first;
                lost.push(note(&notes::MORE_STARTS, &[("banyak", &starts.len().to_string())]));
            }
        }
    }
}
