//! The file: what there is, in the order of the schema, then where it stands on the page.

mod fields;
mod page;
mod papers;
mod task;

use super::draw::{Drawing, Pen};
use super::graph::{Actor, Flow, Graph, Kind, Node, When};
use super::names::{ident, process};
use super::profile::Profile;
use super::words::Words;
use super::xml::Xml;
use crate::emit::Options;
use crate::emit::engine::Engine;
use crate::layout::FORCED_NOTE;
use crate::model::{JenisPelaksana, SimpulId};
use fields::{Field, identity};
use std::collections::BTreeSet;

/// What BPMN has no word for is kept in elements of this namespace, so that `sop import` finds it again.
pub(super) const SOP: &str = "urn:sop:bpmn:1";

pub(super) struct Writer<'a> {
    graph: &'a Graph<'a>,
    profile: Profile<'a>,
    words: &'a Words,
    drawing: Drawing,
    forced: Option<&'static str>,
    /// The process's own name.
    process: String,
    incoming: Vec<Vec<usize>>,
    outgoing: Vec<Vec<usize>>,
    xml: Xml,
}

fn flow_id(at: usize) -> String {
    format!("Alur_{}", at + 1)
}

fn lane_id(at: usize) -> String {
    format!("Pelaksana_{}", at + 1)
}

fn paper_id(at: usize) -> String {
    format!("Kertas_{}", at + 1)
}

impl<'a> Writer<'a> {
    pub fn new(graph: &'a Graph<'a>, options: &Options, words: &'a Words) -> Writer<'a> {
        let mut incoming = vec![Vec::new(); graph.nodes.len()];
        let mut outgoing = vec![Vec::new(); graph.nodes.len()];
        for (at, flow) in graph.flows.iter().enumerate() {
            outgoing[flow.from].push(at);
            incoming[flow.to].push(at);
        }
        Writer {
            profile: Profile::new(options.engine, graph),
            words,
            drawing: Pen::new(graph).draw(),
            forced: options.standing.has_errors().then(|| FORCED_NOTE.pattern(options.lang)),
            process: process(&options.stem),
            incoming,
            outgoing,
            graph,
            xml: Xml::new(),
        }
    }

    pub fn write(mut self) -> String {
        let mut attributes = vec![
            ("xmlns:bpmn".to_owned(), "http://www.omg.org/spec/BPMN/20100524/MODEL".to_owned()),
            ("xmlns:bpmndi".to_owned(), "http://www.omg.org/spec/BPMN/20100524/DI".to_owned()),
            ("xmlns:dc".to_owned(), "http://www.omg.org/spec/DD/20100524/DC".to_owned()),
            ("xmlns:di".to_owned(), "http://www.omg.org/spec/DD/20100524/DI".to_owned()),
            ("xmlns:xsi".to_owned(), "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
            ("xmlns:sop".to_owned(), SOP.to_owned()),
        ];
        attributes.extend(
            self.profile
                .namespaces()
                .iter()
                .map(|(prefix, uri)| (format!("xmlns:{prefix}"), (*uri).to_owned())),
        );
        attributes.push(("id".to_owned(), "Naskah".to_owned()));
        attributes.push(("targetNamespace".to_owned(), SOP.to_owned()));
        attributes.push(("exporter".to_owned(), "sop".to_owned()));
        attributes.push(("exporterVersion".to_owned(), env!("CARGO_PKG_VERSION").to_owned()));
        attributes.extend(self.profile.definitions().into_iter().map(|(key, value)| (key.to_owned(), value)));
        let lent: Vec<(&str, &str)> =
            attributes.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        self.xml.open("bpmn:definitions", &lent);
        if self.profile.engine == Engine::Standard {
            for at in 0..self.graph.sop.pelaksana.len() {
                let name = &self.graph.sop.pelaksana[at].pendek;
                let id = format!("Kelompok_{}", self.profile.group(at));
                self.xml.empty("bpmn:resource", &[("id", &id), ("name", name)]);
            }
            let others = self.other_deputies();
            for name in others {
                self.xml.empty(
                    "bpmn:resource",
                    &[("id", &format!("Pengganti_{}", ident(&name))), ("name", &name)],
                );
            }
        }
        self.collaboration();
        self.process();
        self.diagram();
        self.xml.close("bpmn:definitions");
        self.xml.finish()
    }

    /// Deputies that have no lane, each once.
    fn other_deputies(&self) -> Vec<String> {
        let actors = self.graph.tasks.iter().flat_map(|task| self.graph.actors(task));
        let others = actors.filter_map(|actor| match actor {
            Actor::Other(name) => Some(name.to_owned()),
            Actor::Lane(_) => None,
        });
        let mut known = BTreeSet::new();
        others.filter(|name| known.insert(ident(name))).collect()
    }

    fn collaboration(&mut self) {
        let name = &self.graph.sop.identitas.sop;
        self.xml.open("bpmn:collaboration", &[("id", "Kolaborasi")]);
        self.xml.empty("bpmn:participant", &[("id", "Kolam"), ("name", name), ("processRef", &self.process)]);
        self.xml.close("bpmn:collaboration");
    }

    fn process(&mut self) {
        let sop = self.graph.sop;
        let executable = if self.profile.engine == Engine::Standard { "false" } else { "true" };
        let more = self.profile.process();
        let mut attributes = vec![
            ("id", self.process.as_str()),
            ("name", sop.identitas.sop.as_str()),
            ("isExecutable", executable),
        ];
        attributes.extend(more.iter().map(|(key, value)| (*key, value.as_str())));
        self.xml.open("bpmn:process", &attributes);
        let documentation = self.process_documentation();
        if !documentation.is_empty() {
            self.xml.text("bpmn:documentation", &[], &documentation);
        }
        self.xml.open("bpmn:extensionElements", &[]);
        self.profile.at_start(&mut self.xml);
        self.xml.open("sop:naskah", &[]);
        identity(sop).iter().for_each(|field| self.field(field));
        for id in &self.graph.unreached {
            let mut place: Vec<SimpulId> = Vec::new();
            for (symbol, of) in sop.simpul_dari(*id) {
                if place.first().is_some_and(|first| sop[*first].tempat != of.tempat) {
                    self.row(*id, of.tempat - 1, &std::mem::take(&mut place), of.tempat == 1);
                }
                place.push(symbol);
            }
            let last = place.first().map_or(0, |first| sop[*first].tempat);
            self.row(*id, last, &place, last == 0);
        }
        self.xml.close("sop:naskah");
        self.xml.close("bpmn:extensionElements");
        self.lanes();
        for at in 0..self.graph.nodes.len() {
            self.node(at);
        }
        for at in 0..self.graph.flows.len() {
            self.flow(at);
        }
        self.papers();
        self.xml.close("bpmn:process");
    }

    fn process_documentation(&self) -> String {
        let sop = self.graph.sop;
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.forced.map(str::to_owned));
        lines.extend(sop.identitas.nomor.clone());
        if !sop.identitas.instansi.is_empty() {
            lines.push(sop.identitas.instansi.join(", "));
        }
        lines.extend(sop.identitas.dasar_hukum.iter().map(|basis| format!("- {basis}")));
        if !self.graph.unreached.is_empty() {
            let rows: Vec<String> =
                self.graph.unreached.iter().map(|row| sop[*row].nomor.to_string()).collect();
            lines.push(self.words.tidak_tercapai.replace("{}", &rows.join(", ")));
        }
        lines.join("\n")
    }

    fn field(&mut self, field: &Field) {
        let mut attributes = vec![("kunci", field.key.word())];
        attributes.extend(field.whom.as_deref().map(|whom| ("untuk", whom)));
        if field.item {
            attributes.push(("butir", "ya"));
        }
        self.xml.text("sop:isian", &attributes, &field.text);
    }

    fn lanes(&mut self) {
        let sop = self.graph.sop;
        let mut nodes = vec![Vec::new(); sop.pelaksana.len()];
        self.graph.nodes.iter().for_each(|node| nodes[node.lane].push(&node.id));
        self.xml.open("bpmn:laneSet", &[("id", "Susunan")]);
        for (at, lane) in sop.pelaksana.iter().enumerate() {
            self.xml.open("bpmn:lane", &[("id", &lane_id(at)), ("name", &lane.pendek)]);
            if let Some(long) = &lane.panjang {
                self.xml.text("bpmn:documentation", &[], long);
            }
            let kind = match lane.jenis {
                JenisPelaksana::Dalam => None,
                JenisPelaksana::Luar => Some("luar"),
                JenisPelaksana::Sistem => Some("sistem"),
            };
            self.xml.open("bpmn:extensionElements", &[]);
            let group = self.profile.group(at).to_owned();
            let mut attributes = vec![("kelompok", group.as_str())];
            attributes.extend(kind.map(|kind| ("jenis", kind)));
            attributes.extend(lane.panjang.as_deref().map(|long| ("panjang", long)));
            self.xml.open("sop:pelaksana", &attributes);
            for name in &lane.nama_lain {
                self.xml.text("sop:nama", &[], name);
            }
            self.xml.close("sop:pelaksana");
            self.xml.close("bpmn:extensionElements");
            for id in &nodes[at] {
                self.xml.text("bpmn:flowNodeRef", &[], id);
            }
            self.xml.close("bpmn:lane");
        }
        self.xml.close("bpmn:laneSet");
    }

    fn node(&mut self, at: usize) {
        let Node { id, kind, name, .. } = &self.graph.nodes[at];
        let mut attributes = vec![("id", id.as_str())];
        attributes.extend(name.as_deref().map(|name| ("name", name)));
        let default =
            self.outgoing[at].iter().find(|flow| self.graph.flows[**flow].default).map(|flow| flow_id(*flow));
        match kind {
            Kind::Start => {
                self.xml.open("bpmn:startEvent", &attributes);
                self.profile.start_event(&mut self.xml);
                self.references(at);
                self.xml.close("bpmn:startEvent");
            }
            Kind::Task(task) => self.task(at, *task, &attributes),
            Kind::Split | Kind::Guard | Kind::Merge => {
                attributes.extend(default.as_deref().map(|flow| ("default", flow)));
                self.element("bpmn:exclusiveGateway", &attributes, at);
            }
            Kind::Fork | Kind::Join => self.element("bpmn:parallelGateway", &attributes, at),
            Kind::End(of) => {
                self.xml.open("bpmn:endEvent", &attributes);
                self.xml.open("bpmn:extensionElements", &[]);
                let named: Vec<(&str, &str)> = of.as_deref().map(|name| ("nama", name)).into_iter().collect();
                self.xml.empty("sop:akhir", &named);
                self.xml.close("bpmn:extensionElements");
                self.references(at);
                self.xml.close("bpmn:endEvent");
            }
            Kind::Late => {
                self.xml.open("bpmn:endEvent", &attributes);
                self.xml.open("bpmn:extensionElements", &[]);
                self.xml.empty("sop:terlambat", &[]);
                self.xml.close("bpmn:extensionElements");
                self.references(at);
                self.xml.close("bpmn:endEvent");
            }
            Kind::Timer(task, deadline) => {
                let host = self.graph.nodes[self.graph.task_nodes[*task]].id.as_str();
                attributes.extend([("cancelActivity", "false"), ("attachedToRef", host)]);
                self.xml.open("bpmn:boundaryEvent", &attributes);
                self.references(at);
                self.xml.open("bpmn:timerEventDefinition", &[("id", &format!("{id}_waktu"))]);
                let (name, when) = self.profile.time(*deadline);
                self.xml.text(&format!("bpmn:{name}"), &[("xsi:type", "bpmn:tFormalExpression")], &when);
                self.xml.close("bpmn:timerEventDefinition");
                self.xml.close("bpmn:boundaryEvent");
            }
        }
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], at: usize) {
        self.xml.open(name, attributes);
        self.references(at);
        self.xml.close(name);
    }

    fn references(&mut self, at: usize) {
        for flow in &self.incoming[at] {
            self.xml.text("bpmn:incoming", &[], &flow_id(*flow));
        }
        for flow in &self.outgoing[at] {
            self.xml.text("bpmn:outgoing", &[], &flow_id(*flow));
        }
    }

    fn flow(&mut self, at: usize) {
        let Flow { from, to, name, when, lalu, most, .. } = &self.graph.flows[at];
        let id = flow_id(at);
        let mut attributes = vec![("id", id.as_str())];
        attributes.extend(name.as_deref().map(|name| ("name", name)));
        attributes.extend([
            ("sourceRef", self.graph.nodes[*from].id.as_str()),
            ("targetRef", self.graph.nodes[*to].id.as_str()),
        ]);
        if when.is_none() && !lalu {
            return self.xml.empty("bpmn:sequenceFlow", &attributes);
        }
        self.xml.open("bpmn:sequenceFlow", &attributes);
        self.xml.open("bpmn:extensionElements", &[]);
        if let Some(When::Outcome(_, values) | When::OutcomeWithin(_, values, _)) = when {
            self.xml.empty("sop:cabang", &[("nilai", &values.join(" "))]);
        }
        if *lalu || most.is_some() {
            let most = most.map(|most| most.to_string());
            let mut attributes: Vec<(&str, &str)> =
                most.as_deref().map(|most| ("paling_banyak", most)).into_iter().collect();
            if *lalu {
                attributes.push(("lalu", "ya"));
            }
            self.xml.empty("sop:pengulangan", &attributes);
        }
        self.xml.close("bpmn:extensionElements");
        if let Some(when) = when {
            let condition = self.profile.condition(when);
            self.xml.text("bpmn:conditionExpression", &[("xsi:type", "bpmn:tFormalExpression")], &condition);
        }
        self.xml.close("bpmn:sequenceFlow");
    }
}
