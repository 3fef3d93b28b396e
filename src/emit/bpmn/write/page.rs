//! Where everything stands on the page: BPMN's interchange of diagrams.

use super::{Writer, flow_id, lane_id, paper_id};
use crate::emit::bpmn::draw::{Line, Rect};
use crate::emit::bpmn::graph::Kind;

impl Writer<'_> {
    pub(super) fn diagram(&mut self) {
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
