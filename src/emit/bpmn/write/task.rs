//! A task: its words, its row of the sheet, its outcomes, papers and owners.

use super::fields::row_fields;
use super::{Writer, paper_id};
use crate::emit::bpmn::graph::{Actor, Task};
use crate::emit::bpmn::names::ident;
use crate::emit::engine::Engine;
use crate::model::{Butir, Jawaban, KegiatanId, Setelah, SimpulId};

impl Writer<'_> {
    pub(super) fn task(&mut self, at: usize, number: usize, attributes: &[(&str, &str)]) {
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
    pub(super) fn row(&mut self, id: KegiatanId, tempat: u32, symbols: &[SimpulId], fields: bool) {
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
            row_fields(sop, id).iter().for_each(|field| self.field(field));
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
        let mut lines = vec![row.uraian.to_string()];
        lines.extend(row.rincian.iter().map(|text| format!("- {text}")));
        let together: Vec<String> =
            task.simpul.clone().map(|at| sop.pelaku(SimpulId(at)).join(" + ")).collect();
        if together.len() > 1 {
            lines.push(w.salah_satu.replace("{}", &together.join(w.atau)));
        } else if sop[first].oleh.len() > 1 {
            lines.push(w.bersama.replace("{}", &sop.pelaku(first).join(", ")));
        }
        let papers = |of: &[Butir]| of.iter().map(|it| &*it.teks).collect::<Vec<_>>().join(", ");
        let mutu_baku = &row.mutu_baku;
        let waktu: Vec<String> = mutu_baku
            .waktu
            .iter()
            .map(|it| match &it.untuk {
                Some(whom) => format!("{whom}: {}", it.waktu.teks),
                None => it.waktu.teks.to_string(),
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
}
