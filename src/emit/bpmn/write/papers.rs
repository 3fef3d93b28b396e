//! The papers: an object for each, shown beside every row that speaks of it.

use super::{Writer, paper_id};
use crate::emit::engine::Engine;
use crate::model::{Butir, SimpulId};
use std::collections::BTreeMap;

impl<'a> Writer<'a> {
    /// One data object for each paper; it is shown beside every row that speaks of it.
    pub(super) fn papers(&mut self) {
        let mut objects: BTreeMap<usize, String> = BTreeMap::new();
        for at in 0..self.drawing.data.len() {
            let butir = self.butir(at);
            let (dokumen, text) = (butir.dokumen.index(), butir.teks.to_string());
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
}
