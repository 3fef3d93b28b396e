//! The limits that are watched: a timer below each task that a limit ends with.

use super::maker::{Maker, Place, Side, place};
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
        let at = |row: KegiatanId, tempat: u32| at_place.get(&(row, tempat)).cloned().unwrap_or_default();
        let begun_by = |row: KegiatanId| at(row, 0);
        let done_by = |row: KegiatanId| at(row, sop.last_place(row));
        let mut hanging = vec![0; self.graph.tasks.len()];
        for batas in &sop.batas {
            let (Some(until), JenisBatas::PalingLama) = (batas.sampai, batas.jenis) else { continue };
            let mut deadline = Deadline {
                variable: format!("tenggat_{}", self.graph.deadlines.len() + 1),
                duration: limit::iso(&batas.durasi),
                at_start: false,
                after: Vec::new(),
                with: Vec::new(),
                until: done_by(until),
            };
            match batas.dari {
                AcuanBatas::Setelah(row) => deadline.after = done_by(row),
                AcuanBatas::Dari(row) if row.index() == 0 => deadline.at_start = true,
                AcuanBatas::Dari(row) => deadline.with = begun_by(row),
                AcuanBatas::Sebelum(_) | AcuanBatas::Peristiwa(_) => continue,
            }
            let number = self.graph.deadlines.len();
            // More than hang below a task stay in its words only.
            deadline.until.retain(|task| hanging[*task] < MOST_TIMERS);
            for task in deadline.until.clone() {
                hanging[task] += 1;
                let timer = self.beside(task, Kind::Timer(task, number), "Tenggat", Side::After);
                self.graph.nodes[timer].name = Some(batas.teks.clone());
                let late = self.beside(task, Kind::Late, "Terlambat", Side::After);
                self.graph.nodes[late].name = Some(self.words.terlambat.to_owned());
                // Directly below the task.
                let (start, end, _, at) = self.keys[late];
                self.keys[late] = (start, end, Side::At, at);
                self.keys[timer] = (start, end, Side::At, at - 1);
                let flow = self.flow(timer, None);
                self.graph.flows[flow].to = late;
            }
            self.graph.deadlines.push(deadline);
        }
    }
}
