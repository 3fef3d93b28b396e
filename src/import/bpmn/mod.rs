//! BPMN with lanes, ours or another program's, back to a procedure.
//!
//! ```text
//!  bytes ─▶ xml (elements, limits) ─▶ chart (nodes and flows) ─▶ rows (what a table can say) ─▶ text ─▶ syntax ─▶ AST
//! ```
//!
//! The flow is read from the drawing itself, so that what somebody changed in a modeler counts. What BPMN has no word for
//! (row numbers, times, the identity block) is read from the elements that our own files carry.

mod chart;
mod notes;
mod rows;
mod text;
mod xml;

use super::{Imported, Importer, Refused};
use crate::diag::Sink;
use crate::syntax::parse;
use crate::text::Text;

pub(super) const IMPORTER: Importer = Importer {
    name: "bpmn",
    about: Text { id: "BPMN 2.0 dengan lajur", en: "BPMN 2.0 with lanes" },
    extensions: &["bpmn", "bpmn2", "xml"],
    import,
};

fn import(bytes: &[u8]) -> Result<Imported, Refused> {
    let root = xml::read(bytes)?;
    let mut lost = Vec::new();
    let mut chart = chart::Chart::of(&root, &mut lost)?;
    chart.complete(&mut lost);
    let table = rows::Table::of(&chart);
    let written = text::write(&chart, &table, &mut lost);
    // Every text is read as if a person had typed it; what cannot be read shows in `sop check`.
    let sop = parse(&written, &mut Sink::new());
    Ok(Imported { sop, lost })
}
