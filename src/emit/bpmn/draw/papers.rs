//! Papers beside the tasks that need and make them.

use super::{LINE, Line, PAPER, PAPER_LABEL, PAPER_STEP, Pen, Rect, lines};
use crate::emit::bpmn::graph::Kind;
use crate::model::{Butir, SimpulId};

/// A paper beside a task.
pub(in crate::emit::bpmn) struct Data {
    pub task: usize,
    /// Which of the row's papers.
    pub butir: usize,
    pub output: bool,
    pub bounds: Rect,
    pub label: Rect,
    /// From the paper to the task, or from the task to the paper.
    pub line: Line,
}

impl<'a> Pen<'a> {
    /// The papers that a task's row needs, at its first place.
    pub(super) fn needed(&self, task: usize) -> &'a [Butir] {
        let first = self.first_place(task);
        let stand_here = self.graph.sop[first].tempat == 0;
        if stand_here { &self.graph.sop.kegiatan_dari(first).mutu_baku.kelengkapan } else { &[] }
    }

    /// The papers that it makes, at its last.
    pub(super) fn made(&self, task: usize) -> &'a [Butir] {
        let (sop, first) = (self.graph.sop, self.first_place(task));
        let row = sop.kegiatan_dari(first);
        if sop.last_place(sop[first].kegiatan) == sop[first].tempat { &row.mutu_baku.output } else { &[] }
    }

    fn first_place(&self, task: usize) -> SimpulId {
        SimpulId(self.graph.tasks[task].simpul.start)
    }

    /// What is needed stands left of the lanes, what is made right of them.
    pub(super) fn data(&self, nodes: &[Rect], left: i32, right: i32) -> Vec<Data> {
        let mut out = Vec::new();
        for (node, at) in self.graph.nodes.iter().zip(nodes) {
            let Kind::Task(task) = node.kind else { continue };
            let middle = at.y + at.height / 2;
            for output in [false, true] {
                let papers = if output { self.made(task) } else { self.needed(task) };
                let first = middle - (papers.len() as i32 - 1) * PAPER_STEP / 2;
                for (butir, paper) in papers.iter().enumerate() {
                    let y = first + butir as i32 * PAPER_STEP;
                    let x = if output { right + 30 } else { left - 30 - PAPER.0 };
                    let bounds = Rect { x, y: y - PAPER.1 / 2, width: PAPER.0, height: PAPER.1 };
                    let label_x = if output { x + PAPER.0 + 5 } else { x - PAPER_LABEL - 5 };
                    let height = lines(&paper.teks, PAPER_LABEL) * LINE;
                    let label = Rect { x: label_x, y: y - height / 2, width: PAPER_LABEL, height };
                    let (edge, bus, side) = if output {
                        (at.x + at.width, right + 14, x)
                    } else {
                        (at.x, left - 14, x + PAPER.0)
                    };
                    let mut line = vec![(edge, middle)];
                    if y != middle {
                        line.extend([(bus, middle), (bus, y)]);
                    }
                    line.push((side, y));
                    if !output {
                        line.reverse();
                    }
                    out.push(Data { task, butir, output, bounds, label, line });
                }
            }
        }
        out
    }
}
