//! The file: what there is, in the order of the schema, then where it stands on the page.

use super::draw::{Drawing, Line, Pen, Rect};
use super::graph::{Actor, Flow, Graph, Kind, Node, Task, When};
use super::names::ident;
use super::profile::Profile;
use super::words::Words;
use super::xml::Xml;
use crate::emit::engine::Engine;
use crate::layout::FORCED_NOTE;
use crate::model::{Butir, Isian, Jawaban, JenisPelaksana, KegiatanId, Key, Setelah, SimpulId, Sop, Tanggal};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// What BPMN has no word for is kept in elements of this namespace, so that `sop import` finds it again.
pub(super) const SOP: &str = "urn:sop:bpmn:1";

pub(super) struct Writer<'a> {
    graph: &'a Graph<'a>,
    profile: Profile<'a>,
    words: &'a Words,
    drawing: Drawing,
    forced: Option<&'static str>,
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
    pub fn new(
        graph: &'a Graph<'a>,
        engine: Engine,
        words: &'a Words,
        forced: bool,
        lang: Lang,
    ) -> Writer<'a> {
        let mut incoming = vec![Vec::new(); graph.nodes.len()];
        let mut outgoing = vec![Vec::new(); graph.nodes.len()];
        for (at, flow) in graph.flows.iter().enumerate() {
            outgoing[flow.from].push(at);
            incoming[flow.to].push(at);
        }
        Writer {
            profile: Profile::new(engine, graph),
            words,
            drawing: Pen::new(graph).draw(),
            forced: forced.then(|| FORCED_NOTE.pattern(lang)),
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
        self.xml.empty("bpmn:participant", &[("id", "Kolam"), ("name", name), ("processRef", "Proses")]);
        self.xml.close("bpmn:collaboration");
    }

    fn process(&mut self) {
        let sop = self.graph.sop;
        let executable = if self.profile.engine == Engine::Standard { "false" } else { "true" };
        let more = self.profile.process();
        let mut attributes =
            vec![("id", "Proses"), ("name", sop.identitas.sop.as_str()), ("isExecutable", executable)];
        attributes.extend(more.iter().map(|(key, value)| (*key, value.as_str())));
        self.xml.open("bpmn:process", &attributes);
        let documentation = self.process_documentation();
        if !documentation.is_empty() {
            self.xml.text("bpmn:documentation", &[], &documentation);
        }
        self.xml.open("bpmn:extensionElements", &[]);
        self.profile.at_start(&mut self.xml);
        self.xml.open("sop:naskah", &[]);
        for (key, text, item) in identity(sop) {
            self.field(key, None, &text, item);
        }
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

    fn field(&mut self, key: Key, whom: Option<&str>, text: &str, item: bool) {
        let mut attributes = vec![("kunci", key.word())];
        attributes.extend(whom.map(|whom| ("untuk", whom)));
        if item {
            attributes.push(("butir", "ya"));
        }
        self.xml.text("sop:isian", &attributes, text);
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

    fn task(&mut self, at: usize, number: usize, attributes: &[(&str, &str)]) {
        let task = &self.graph.tasks[number];
        let id = &self.graph.nodes[at].id;
        let more = self.profile.task(task);
        let mut attributes = attributes.to_vec();
        attributes.extend(more.iter().map(|(key, value)| (*key, value.as_str())));
        self.xml.open("bpmn:userTask", &attributes);
        let documentation = self.task_documentation(task);
        self.xml.text("bpmn:documentation", &[], &documentation);
        self.xml.open("bpmn:extensionElements", &[]);
        self.profile.task_elements(number, self.words.hasil, &mut self.xml);
        let sop = self.graph.sop;
        let first = &sop[SimpulId(task.simpul.start)];
        let symbols: Vec<SimpulId> = task.simpul.clone().map(SimpulId).collect();
        self.row(first.kegiatan, first.tempat, &symbols, first.tempat == 0);
        self.outcomes(task);
        self.xml.close("bpmn:extensionElements");
        self.references(at);
        if self.profile.engine != Engine::Spiff {
            // Papers stand in the order of their tasks on the page.
            let data = &self.drawing.data;
            let node_of = |task: usize| self.graph.task_nodes[task];
            let first = data.partition_point(|paper| node_of(paper.task) < at);
            let papers = data[first..].iter().take_while(|paper| paper.task == number).count();
            let papers: Vec<usize> = (first..first + papers).collect();
            if papers.iter().any(|paper| !self.drawing.data[*paper].output) {
                self.xml.empty(
                    "bpmn:property",
                    &[("id", &format!("{id}_masukan")), ("name", "__targetRef_placeholder")],
                );
            }
            for output in [false, true] {
                for paper in papers.iter().filter(|paper| self.drawing.data[**paper].output == output) {
                    let name =
                        if output { "bpmn:dataOutputAssociation" } else { "bpmn:dataInputAssociation" };
                    self.xml.open(name, &[("id", &format!("{}_alur", paper_id(*paper)))]);
                    if output {
                        self.xml.text("bpmn:targetRef", &[], &paper_id(*paper));
                    } else {
                        self.xml.text("bpmn:sourceRef", &[], &paper_id(*paper));
                        self.xml.text("bpmn:targetRef", &[], &format!("{id}_masukan"));
                    }
                    self.xml.close(name);
                }
            }
        }
        if self.profile.engine == Engine::Standard {
            for actor in self.graph.actors(task) {
                let group = match actor {
                    Actor::Lane(lane) => format!("Kelompok_{}", self.profile.group(lane)),
                    Actor::Other(name) => format!("Pengganti_{}", ident(name)),
                };
                self.xml.open("bpmn:potentialOwner", &[]);
                self.xml.text("bpmn:resourceRef", &[], &group);
                self.xml.close("bpmn:potentialOwner");
            }
        }
        self.xml.close("bpmn:userTask");
    }

    /// A row of the sheet, or one place of its chain; with its fields where it is the first.
    fn row(&mut self, id: KegiatanId, tempat: u32, symbols: &[SimpulId], fields: bool) {
        let sop = self.graph.sop;
        let row = &sop[id];
        let (number, nth, place) = (row.nomor.to_string(), row.nth.to_string(), tempat.to_string());
        let at = id.index().to_string();
        let mut attributes =
            vec![("nomor", number.as_str()), ("ke", &nth), ("urutan", &at), ("tempat", &place)];
        if fields {
            attributes.extend(row.tahap.map(|tahap| ("tahap", sop[tahap].nama.as_str())));
        }
        self.xml.open("sop:kegiatan", &attributes);
        self.xml.text("sop:uraian", &[], &row.uraian);
        for id in symbols {
            self.xml.text("sop:pelaku", &[], &sop.pelaku(*id).join(", "));
        }
        if fields {
            row.rincian.iter().for_each(|text| self.xml.text("sop:rincian", &[], text));
            for (key, whom, text, item) in row_fields(sop, id) {
                self.field(key, whom.as_deref(), &text, item);
            }
        }
        self.xml.close("sop:kegiatan");
    }

    fn outcomes(&mut self, task: &Task) {
        let sop = self.graph.sop;
        let done = || task.outcomes.iter().filter(|outcome| outcome.of.1.is_some());
        let told_apart = done().any(|outcome| Some(outcome.of.0) != done().next().map(|first| first.of.0));
        for outcome in &task.outcomes {
            let (id, branch) = outcome.of;
            let who = sop.pelaku(id).join(", ");
            let mut attributes = vec![("nilai", outcome.value.as_str())];
            if told_apart {
                attributes.push(("pelaku", &who));
            }
            match (branch, &sop[id].setelah) {
                (None, _) => attributes.push(("jawaban", "dilewati")),
                (Some(at), Setelah::Jika(cabang)) => {
                    let key = match cabang[at].jawaban {
                        Jawaban::Ya => "ya",
                        Jawaban::Tidak => "tidak",
                        Jawaban::Jika(_) => "jika",
                    };
                    attributes.push(("jawaban", key));
                    let kondisi = match &cabang[at].jawaban {
                        Jawaban::Jika(kondisi) => Some(kondisi),
                        _ => cabang[at].kondisi.as_ref(),
                    };
                    attributes.extend(kondisi.map(|kondisi| ("kondisi", kondisi.as_str())));
                }
                _ => attributes.push(("jawaban", "selesai")),
            }
            self.xml.empty("sop:hasil", &attributes);
        }
    }

    fn task_documentation(&self, task: &Task) -> String {
        let sop = self.graph.sop;
        let w = self.words;
        let first = SimpulId(task.simpul.start);
        let row = sop.kegiatan_dari(first);
        let mut lines = vec![row.uraian.clone()];
        lines.extend(row.rincian.iter().map(|text| format!("- {text}")));
        let together: Vec<String> =
            task.simpul.clone().map(|at| sop.pelaku(SimpulId(at)).join(" + ")).collect();
        if together.len() > 1 {
            lines.push(w.salah_satu.replace("{}", &together.join(w.atau)));
        } else if sop[first].oleh.len() > 1 {
            lines.push(w.bersama.replace("{}", &sop.pelaku(first).join(", ")));
        }
        let papers = |of: &[Butir]| of.iter().map(|it| it.teks.as_str()).collect::<Vec<_>>().join(", ");
        let mutu_baku = &row.mutu_baku;
        let waktu: Vec<String> = mutu_baku
            .waktu
            .iter()
            .map(|it| match &it.untuk {
                Some(whom) => format!("{whom}: {}", it.waktu.teks),
                None => it.waktu.teks.clone(),
            })
            .collect();
        for (label, text) in [
            ("Kelengkapan", papers(&mutu_baku.kelengkapan)),
            ("Waktu", waktu.join("; ")),
            ("Output", papers(&mutu_baku.output)),
            ("Keterangan", row.keterangan.clone().unwrap_or_default()),
            (w.pengganti, row.pengganti.clone().unwrap_or_default()),
            (w.tembusan, row.tembusan.clone().unwrap_or_default()),
            (w.merujuk, row.merujuk.join(", ")),
        ] {
            if !text.is_empty() {
                lines.push(format!("{label}: {text}"));
            }
        }
        if let Some(kondisi) = &row.bila_perlu {
            lines.push(w.bila_perlu.replace("{}", kondisi));
        }
        lines.extend(
            sop.batas.iter().filter(|it| it.kegiatan == Some(sop[first].kegiatan)).map(|it| it.teks.clone()),
        );
        lines.join("\n")
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

    /// One data object for each paper; it is shown beside every row that speaks of it.
    fn papers(&mut self) {
        let mut objects: BTreeMap<usize, String> = BTreeMap::new();
        for at in 0..self.drawing.data.len() {
            let butir = self.butir(at);
            let (dokumen, text) = (butir.dokumen.index(), butir.teks.clone());
            let fresh = !objects.contains_key(&dokumen);
            let id = objects.entry(dokumen).or_insert_with(|| format!("Dokumen_{}", dokumen + 1)).clone();
            if fresh {
                let name = self.graph.sop.dokumen[dokumen].nama.clone();
                self.xml.empty("bpmn:dataObject", &[("id", &id), ("name", &name)]);
            }
            let attributes = [("id", paper_id(at)), ("name", text), ("dataObjectRef", id)];
            let lent: Vec<(&str, &str)> =
                attributes.iter().map(|(key, value)| (*key, value.as_str())).collect();
            self.xml.empty("bpmn:dataObjectReference", &lent);
        }
        if self.profile.engine == Engine::Spiff {
            // This engine would ask for the data of a paper before the task may begin.
            for at in 0..self.drawing.data.len() {
                let data = &self.drawing.data[at];
                let task = self.task_id(data.task);
                let (from, to) = if data.output { (task, paper_id(at)) } else { (paper_id(at), task) };
                let id = format!("{}_alur", paper_id(at));
                self.xml.empty(
                    "bpmn:association",
                    &[("id", &id), ("associationDirection", "One"), ("sourceRef", &from), ("targetRef", &to)],
                );
            }
        }
    }

    fn task_id(&self, task: usize) -> String {
        self.graph.nodes[self.graph.task_nodes[task]].id.clone()
    }

    fn butir(&self, paper: usize) -> &'a Butir {
        let data = &self.drawing.data[paper];
        let sop = self.graph.sop;
        let row = sop.kegiatan_dari(SimpulId(self.graph.tasks[data.task].simpul.start));
        let list = if data.output { &row.mutu_baku.output } else { &row.mutu_baku.kelengkapan };
        &list[data.butir]
    }

    fn diagram(&mut self) {
        self.xml.open("bpmndi:BPMNDiagram", &[("id", "Bagan")]);
        self.xml.open("bpmndi:BPMNPlane", &[("id", "Bidang"), ("bpmnElement", "Kolaborasi")]);
        self.shape("Kolam", self.drawing.pool, None, &[("isHorizontal", "false")]);
        for at in 0..self.drawing.lanes.len() {
            self.shape(&lane_id(at), self.drawing.lanes[at], None, &[("isHorizontal", "false")]);
        }
        for at in 0..self.graph.nodes.len() {
            let node = &self.graph.nodes[at];
            let marked: &[(&str, &str)] = match node.kind {
                Kind::Split | Kind::Guard | Kind::Merge => &[("isMarkerVisible", "true")],
                _ => &[],
            };
            self.shape(&node.id, self.drawing.nodes[at], self.drawing.labels[at], marked);
        }
        for at in 0..self.drawing.data.len() {
            let (bounds, label) = (self.drawing.data[at].bounds, self.drawing.data[at].label);
            self.shape(&paper_id(at), bounds, Some(label), &[]);
        }
        for at in 0..self.graph.flows.len() {
            let (line, label) = (self.drawing.flows[at].clone(), self.drawing.flow_labels[at]);
            self.edge(&flow_id(at), &line, label);
        }
        for at in 0..self.drawing.data.len() {
            let line = self.drawing.data[at].line.clone();
            self.edge(&format!("{}_alur", paper_id(at)), &line, None);
        }
        self.xml.close("bpmndi:BPMNPlane");
        self.xml.close("bpmndi:BPMNDiagram");
    }

    fn bounds(&mut self, rect: Rect) {
        let Rect { x, y, width, height } = rect;
        let all = [("x", x), ("y", y), ("width", width), ("height", height)]
            .map(|(key, value)| (key, value.to_string()));
        let lent: Vec<(&str, &str)> = all.iter().map(|(key, value)| (*key, value.as_str())).collect();
        self.xml.empty("dc:Bounds", &lent);
    }

    fn label(&mut self, label: Option<Rect>) {
        if let Some(label) = label {
            self.xml.open("bpmndi:BPMNLabel", &[]);
            self.bounds(label);
            self.xml.close("bpmndi:BPMNLabel");
        }
    }

    fn shape(&mut self, element: &str, bounds: Rect, label: Option<Rect>, more: &[(&str, &str)]) {
        let id = format!("{element}_di");
        let mut attributes = vec![("id", id.as_str()), ("bpmnElement", element)];
        attributes.extend(more);
        self.xml.open("bpmndi:BPMNShape", &attributes);
        self.bounds(bounds);
        self.label(label);
        self.xml.close("bpmndi:BPMNShape");
    }

    fn edge(&mut self, element: &str, line: &Line, label: Option<Rect>) {
        self.xml.open("bpmndi:BPMNEdge", &[("id", &format!("{element}_di")), ("bpmnElement", element)]);
        for (x, y) in line {
            self.xml.empty("di:waypoint", &[("x", &x.to_string()), ("y", &y.to_string())]);
        }
        self.label(label);
        self.xml.close("bpmndi:BPMNEdge");
    }
}

/// The identity block as fields: key, text, whether it is an item of a list.
fn identity(sop: &Sop) -> Vec<(Key, String, bool)> {
    let of = &sop.identitas;
    let mut out: Vec<(Key, String, bool)> = Vec::new();
    let date = |isian: &Isian<Tanggal>| match isian {
        Isian::Kosong | Isian::TidakAda => None,
        Isian::Isi(tanggal) => Some(tanggal.teks.clone()),
    };
    let texts = [
        (Key::Nomor, of.nomor.clone()),
        (Key::Unit, of.unit.clone()),
        (Key::Logo, of.logo.clone()),
        (Key::TanggalPembuatan, date(&of.tanggal_pembuatan)),
        (Key::TanggalRevisi, date(&of.tanggal_revisi)),
        (Key::TanggalEfektif, date(&of.tanggal_efektif)),
        (Key::DisahkanOleh, of.disahkan_oleh.clone()),
        (Key::NamaPejabat, of.nama_pejabat.clone()),
        (Key::Pangkat, of.pangkat.clone()),
        (Key::Nip, of.nip.clone()),
        (Key::WaktuTotal, of.waktu_total.as_ref().map(|waktu| waktu.teks.clone())),
    ];
    out.extend(texts.into_iter().filter_map(|(key, text)| text.map(|text| (key, text, false))));
    let jenis = of.jenis.iter().map(|text| (Key::Jenis, text.clone(), true));
    out.extend(jenis);
    for (key, list) in of.lists() {
        out.extend(list.iter().map(|text| (key, text.clone(), true)));
    }
    let stretches = sop.batas.iter().filter(|it| it.kegiatan.is_none());
    out.extend(stretches.map(|it| (Key::BatasWaktu, it.teks.clone(), true)));
    out.extend(of.tidak_ada.iter().map(|key| (*key, "-".to_owned(), false)));
    out
}

/// The fields of a row but those that the flow says: key, for whom, text, whether it stands on a line of its own.
fn row_fields(sop: &Sop, id: KegiatanId) -> Vec<(Key, Option<String>, String, bool)> {
    let row = &sop[id];
    let mut out: Vec<(Key, Option<String>, String, bool)> = Vec::new();
    let papers = |key: Key, of: &[Butir]| {
        of.iter().map(|it| (key, None, it.teks.clone(), it.baris_sendiri)).collect::<Vec<_>>()
    };
    out.extend(papers(Key::Kelengkapan, &row.mutu_baku.kelengkapan));
    for waktu in &row.mutu_baku.waktu {
        out.push((Key::Waktu, waktu.untuk.clone(), waktu.waktu.teks.clone(), false));
    }
    out.extend(papers(Key::Output, &row.mutu_baku.output));
    out.extend(row.mutu_baku.tidak_ada.iter().map(|key| (*key, None, "-".to_owned(), false)));
    let texts = [
        (Key::Keterangan, &row.keterangan),
        (Key::Pengganti, &row.pengganti),
        (Key::Tembusan, &row.tembusan),
        (Key::BilaPerlu, &row.bila_perlu),
    ];
    out.extend(texts.into_iter().filter_map(|(key, text)| text.clone().map(|text| (key, None, text, false))));
    out.extend(row.merujuk.iter().map(|text| (Key::Merujuk, None, text.clone(), true)));
    let own = sop.batas.iter().filter(|it| it.kegiatan == Some(id));
    out.extend(own.map(|it| (Key::Batas, None, it.teks.clone(), false)));
    out
}
