//! Words beside what they belong to.

use super::route::Side;
use super::{EVENT, GAP, LABEL, LINE, Pen, Rect, lines};
use crate::emit::bpmn::graph::{Flow, Kind};

impl Pen<'_> {
    /// Gaps are as high as the words in them.
    pub(super) fn room_for_labels(&mut self) {
        for (flow, route) in self.graph.flows.iter().zip(&self.routes) {
            let Some(name) = &flow.name else { continue };
            let words = lines(name, LABEL) * LINE;
            let band = &mut self.bands[self.band[flow.from]];
            match route.out {
                Side::Below => band.gap = band.gap.max(words + GAP),
                Side::Right => band.up = band.up.max(words + 24),
                _ => band.down = band.down.max(words + 8),
            }
        }
    }

    /// Beside the first stretch of its flow.
    pub(super) fn flow_label(&self, at: usize, name: &str, from: Rect, at_left: Option<&Flow>) -> Rect {
        let height = lines(name, LABEL) * LINE;
        let middle = from.x + from.width / 2;
        let (x, y) = match self.routes[at].out {
            Side::Right => (from.x + from.width + 2, from.y + from.height / 2 - 20 - height),
            Side::Left => (from.x - LABEL - 2, from.y + from.height / 2 + 4),
            _ => {
                // Below what stands at the left side.
                let left = at_left.and_then(|flow| flow.name.as_ref());
                let below = left.map_or(0, |name| lines(name, LABEL) * LINE);
                (middle - LABEL - 5, from.y + from.height + 4 + (below - 20).max(0))
            }
        };
        Rect { x, y, width: LABEL, height }
    }

    /// The words beside an event or a gateway.
    pub(super) fn label(&self, at: usize, nodes: &[Rect]) -> Option<Rect> {
        let bounds = nodes[at];
        let aside = |x: i32, shift: i32| if shift < 0 { x - LABEL - 4 } else { x + EVENT + 4 };
        let node = &self.graph.nodes[at];
        let name = node.name.as_deref()?;
        let height = lines(name, LABEL) * LINE;
        let (x, y) = match node.kind {
            Kind::Task(_) => return None,
            Kind::Split | Kind::Guard => (bounds.x - LABEL + 2, bounds.y + 10 - height),
            Kind::End(_) if self.shift[at] > 0 => {
                (bounds.x + EVENT / 2 - LABEL / 2 - 16, bounds.y + EVENT + 3)
            }
            Kind::Timer(..) => {
                let late =
                    nodes[self.graph.flows.iter().find(|flow| flow.from == at).map_or(at, |flow| flow.to)];
                (aside(late.x, self.shift[at]), late.y - 4 - height)
            }
            Kind::Late => (aside(bounds.x, self.shift[at]), bounds.y + (EVENT - height) / 2),
            _ => (bounds.x + EVENT + 4, bounds.y + (EVENT - height) / 2),
        };
        Some(Rect { x, y, width: LABEL, height })
    }
}
