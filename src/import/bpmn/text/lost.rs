//! What a table has no place for is told.

use super::Writer;
use crate::import::bpmn::chart::{Kind, link};
use crate::import::bpmn::notes::{self, note};
use crate::text::fold;

impl Writer<'_, '_> {
    /// What a table has no place for.
    pub(super) fn not_kept(&mut self) {
        for node in &self.chart.nodes {
            let Some(element) = node.element else { continue };
            let name = if node.name.is_empty() { node.id } else { &node.name };
            match node.kind {
                Kind::Task => {
                    if !matches!(
                        element.name.as_str(),
                        "task" | "userTask" | "manualTask" | "callActivity" | "subProcess"
                    ) {
                        let args = [("jenis", element.name.as_str()), ("nama", name)];
                        self.lost.push(note(&notes::KIND_OF_TASK, &args));
                    }
                    let loops = ["standardLoopCharacteristics", "multiInstanceLoopCharacteristics"];
                    if loops.iter().any(|of| element.first(of).is_some()) {
                        self.lost.push(note(&notes::REPEATED, &[("nama", name)]));
                    }
                    if node.into.is_empty() && !std::ptr::eq(node, &self.chart.nodes[self.chart.start]) {
                        self.lost.push(note(&notes::UNREACHED, &[("nama", name)]));
                    }
                }
                Kind::Start if !matches!(fold(&node.name).as_str(), "" | "mulai" | "start") => {
                    self.lost.push(note(&notes::START, &[("nama", name)]));
                }
                // Both ends of a link are one place.
                Kind::Event if link(element).is_some() && !node.into.is_empty() && !node.out.is_empty() => {}
                Kind::Event => self.lost.push(note(&notes::PASSED_EVENT, &[("nama", name)])),
                Kind::Choice if element.name != "exclusiveGateway" => {
                    self.lost.push(note(&notes::INCLUSIVE, &[("nama", name)]));
                }
                _ => {}
            }
        }
    }
}
