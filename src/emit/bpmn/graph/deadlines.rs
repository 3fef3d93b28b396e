//! The limits that are watched: a timer below each task that a limit ends with.

use super::maker::{Maker, Place, last_place, place};
use super::{Deadline, Kind, MOST_TIMERS};
use crate::emit::bpmn::limit;
use crate::model::{AcuanBatas, JenisBatas, KegiatanId, SimpulId};
use std::collections::BTreeMap;

impl Maker<'_> {
    /// A timer on the last places of the row that a limit ends with.
    pub(super) fn deadlines(&mut self) {
        let sop = self.graph.sop;
        let mut at_place: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
        for (at, task) in self.graph.tasks.iter().enumerate() {
            at_place.entry(place(sop, SimpulId(task.simpul.start))).or_default().push(at);
        }
        let of_row = |row: KegiatanId, last: bool| -> Vec<usize> {
            let at = if last { sop[last_place(sop, row)].tempat } else { 0 };
            at_place.get(&(row, at)).cloned().unwrap_or_default()
        };
        let mut hanging = vec![0; self.graph.tasks.len()];
        for batas in &sop.batas {
            let (Some(until), JenisBatas::PalingLama) = (batas.sampai, batas.jenis) else { continue };
            let mut deadline = Deadline {
                variable: format!("tenggat_{}", self.graph.deadlines.len() + 1),
                duration: limit::iso(&batas.durasi),
                at_start: false,
                after: Vec::new(),
                with: Vec::new(),
                until: of_row(until, true),
            };
            match batas.dari {
                AcuanBatas::Setelah(row) => deadline.after = of_row(row, true),
                AcuanBatas::Dari(row) if row.index() == 0 => deadline.at_start = true,
                AcuanBatas::Dari(row) => deadline.with = of_row(row, false),
                AcuanBatas::Sebelum(_) | AcuanBatas::Peristiwa(_) => continue,
            }
            let number = self.graph.deadlines.len();
            // More than hang below a task stay in its words only.
            deadline.until.retain(|task| hanging[*task] < MOST_TIMERS);
            for task in deadline.until.clone() {
                hanging[task] += 1;
                let timer = self.beside(task, Kind::Timer(task, number), "Tenggat", true);
                self.graph.nodes[timer].name = Some(batas.teks.clone());
                let late = self.beside(task, Kind::Late, "Terlambat", true);
                self.graph.nodes[late].name = Some(self.words.terlambat.to_owned());
                // Directly below the task.
                let (start, end, _, at) = self.keys[late];
                self.keys[late] = (start, end, 1, at);
                self.keys[timer] = (start, end, 1, at - 1);
                let flow = self.flow(timer, None);
                self.graph.flows[flow].to = late;
            }
            self.graph.deadlines.push(deadline);
        }
    }
}
