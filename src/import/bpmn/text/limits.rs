//! Timers of other programs as limits in words.

use super::Writer;
use crate::import::bpmn::chart::Kind;
use crate::import::bpmn::notes::{self, note};

impl Writer<'_, '_> {
    /// Timers of other programs' tasks: from the start of the row to its end.
    pub(super) fn limits(&mut self) -> Vec<String> {
        let mut out = Vec::new();
        for node in self.chart.nodes.iter().filter(|node| node.kind == Kind::Boundary) {
            let Some(element) = node.element else { continue };
            let host = element.attribute("attachedToRef").unwrap_or_default();
            let task = (0..self.chart.nodes.len()).find(|at| self.chart.nodes[*at].id == host);
            let ours = node
                .out
                .first()
                .is_some_and(|flow| self.chart.nodes[self.chart.flows[*flow].to].kind == Kind::Late);
            let Some(task) = task.filter(|_| !ours) else { continue };
            let duration = element
                .first("timerEventDefinition")
                .and_then(|it| it.first("timeDuration"))
                .and_then(|it| spoken(it.text.trim()));
            let row = self.table.place_of.get(&task).map(|(row, _)| self.table.rows[*row].number.clone());
            match (duration, row) {
                (Some(duration), Some(row)) => {
                    out.push(format!("dari {row} sampai {row}: paling lama {duration}"))
                }
                _ => {
                    let name = if node.name.is_empty() { node.id } else { &node.name };
                    self.lost.push(note(
                        &notes::BOUNDARY,
                        &[("nama", name), ("tugas", &self.chart.nodes[task].name)],
                    ));
                }
            }
        }
        out
    }
}

/// `P3D` → `3 hari kalender`; `None` for what is no plain duration.
fn spoken(duration: &str) -> Option<String> {
    let rest = duration.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut words = Vec::new();
    for (part, units) in [
        (date, &[('Y', "tahun"), ('M', "bulan"), ('W', "minggu"), ('D', "hari kalender")][..]),
        (time, &[('H', "jam"), ('M', "menit"), ('S', "detik")][..]),
    ] {
        let mut number = String::new();
        for c in part.chars() {
            if c.is_ascii_digit() {
                number.push(c);
                continue;
            }
            let (_, unit) = units.iter().find(|(letter, _)| *letter == c)?;
            let value: u32 = number.parse().ok()?;
            if value > 0 {
                words.push(format!("{value} {unit}"));
            }
            number.clear();
        }
        if !number.is_empty() {
            return None;
        }
    }
    (!words.is_empty()).then(|| words.join(" "))
}
