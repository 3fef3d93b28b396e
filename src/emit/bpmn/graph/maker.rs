//! Follows the turns of the procedure from its first, and makes the parts that they need.

use super::{Flow, Graph, Kind, Node, Task};
use crate::emit::bpmn::names::ident;
use crate::emit::bpmn::words::Words;
use crate::emit::lanes_by_name;
use crate::model::{KegiatanId, Sasaran, SimpulId, Sop};
use crate::sorting;
use crate::text::capitalised;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The place of a row's chain that a symbol stands at.
pub(super) type Place = (KegiatanId, u32);

/// Where a part stands in the order of the page, by its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Before,
    /// The task itself, and what hangs below it.
    At,
    After,
}

/// Where a node stands on the page: which turn, on which side of its task, and in which order.
type PageKey = (u32, u32, Side, usize);

pub(super) struct Maker<'a> {
    pub words: &'a Words,
    pub graph: Graph<'a>,
    /// By node.
    pub keys: Vec<PageKey>,
    /// By its symbols: a task.
    tasks: BTreeMap<(u32, u32), usize>,
    /// How many parts have a name that begins so, up to a `_`.
    begun: BTreeMap<String, usize>,
    /// How many symbols stand at a place.
    symbols: BTreeMap<Place, usize>,
    /// Symbols, and the places that they wait for.
    awaited: BTreeSet<(SimpulId, Place)>,
    /// By task: the flows that enter it.
    entries: BTreeMap<usize, Vec<usize>>,
    /// By row that waits: the task that starts, and by awaited place the flows that arrive.
    arrivals: BTreeMap<Place, (usize, BTreeMap<Place, Vec<usize>>)>,
    /// By symbol and branch: its counter.
    pub counted: BTreeMap<(SimpulId, usize), usize>,
}

/// Targets the flow has not been led into yet.
const NOWHERE: usize = usize::MAX;

impl<'a> Maker<'a> {
    /// The procedure's symbols are counted; nothing is made yet.
    pub fn new(sop: &'a Sop, words: &'a Words) -> Maker<'a> {
        let mut maker = Maker {
            words,
            graph: Graph {
                sop,
                nodes: Vec::new(),
                flows: Vec::new(),
                tasks: Vec::new(),
                counters: Vec::new(),
                deadlines: Vec::new(),
                unreached: Vec::new(),
                task_nodes: Vec::new(),
                lanes: lanes_by_name(sop),
            },
            keys: Vec::new(),
            tasks: BTreeMap::new(),
            begun: BTreeMap::new(),
            symbols: BTreeMap::new(),
            awaited: BTreeSet::new(),
            entries: BTreeMap::new(),
            arrivals: BTreeMap::new(),
            counted: BTreeMap::new(),
        };
        for (at, simpul) in sop.simpul.iter().enumerate() {
            let id = SimpulId::from_index(at);
            *maker.symbols.entry(place(sop, id)).or_default() += 1;
            maker.awaited.extend(simpul.menunggu.iter().map(|awaited| (id, place(sop, *awaited))));
        }
        maker
    }

    /// Makes every part.
    pub fn make(mut self) -> Graph<'a> {
        self.turns();
        self.joins();
        self.merges();
        self.deadlines();
        self.in_page_order()
    }

    fn turns(&mut self) {
        let sop = self.graph.sop;
        let Some(first) = sop.simpul.first() else { return };
        let entry: Vec<SimpulId> = sop.entries(first.kegiatan).collect();
        let lane = lane_of(sop, entry[0]);
        let start = self.node("Mulai".to_owned(), Kind::Start, lane, (0, 0, Side::Before, 0));
        self.graph.nodes[start].name = Some(self.words.mulai.to_owned());
        let first = self.task(&entry);
        let flow = self.flow(start, None);
        self.entries.entry(first).or_default().push(flow);
        // New turns are found while the known ones are followed.
        let mut at = 0;
        while at < self.graph.tasks.len() {
            self.follow(at);
            at += 1;
        }
        let reached: BTreeSet<KegiatanId> =
            self.graph.tasks.iter().map(|task| sop[SimpulId(task.simpul.start)].kegiatan).collect();
        let rows = (0..sop.kegiatan.len()).map(KegiatanId::from_index);
        self.graph.unreached = rows.filter(|row| !reached.contains(row)).collect();
    }

    /// The task of a turn; made when it is first come to.
    fn task(&mut self, ids: &[SimpulId]) -> usize {
        let sop = self.graph.sop;
        let simpul = ids[0].0..ids[ids.len() - 1].0 + 1;
        if let Some(known) = self.tasks.get(&(simpul.start, simpul.end)) {
            return *known;
        }
        let place = place(sop, ids[0]);
        let whole = self.symbols.get(&place) == Some(&ids.len());
        let mut id = format!("Kegiatan_{}", ident(&sop.kunci(ids[0])));
        if !whole {
            id.push_str("_saja");
        }
        let row = &sop[place.0];
        let mut name = format!("{}. {}", row.nomor, row.uraian);
        if row.simpul.len() > 1 {
            let who: Vec<String> = ids.iter().map(|id| sop.pelaku(*id).join(", ")).collect();
            name.push_str(&format!(" ({})", who.join(self.words.atau)));
        }
        let at = self.graph.tasks.len();
        let node =
            self.node(id, Kind::Task(at), lane_of(sop, ids[0]), (simpul.start, simpul.end, Side::At, 0));
        self.graph.nodes[node].name = Some(name);
        self.graph.task_nodes.push(node);
        self.tasks.insert((simpul.start, simpul.end), at);
        self.graph.tasks.push(Task { simpul, variable: None, outcomes: Vec::new() });
        at
    }

    fn node(&mut self, id: String, kind: Kind, lane: usize, key: PageKey) -> usize {
        for (end, _) in id.match_indices('_') {
            *self.begun.entry(id[..=end].to_owned()).or_default() += 1;
        }
        self.graph.nodes.push(Node { id, kind, lane, name: None });
        self.keys.push(key);
        self.graph.nodes.len() - 1
    }

    /// A part that belongs to a task.
    pub(super) fn beside(&mut self, task: usize, kind: Kind, prefix: &str, side: Side) -> usize {
        let Range { start, end } = self.graph.tasks[task].simpul;
        let node = self.graph.task_nodes[task];
        let own = self.graph.nodes[node].id.trim_start_matches("Kegiatan_").to_owned();
        let lane = self.graph.nodes[node].lane;
        let number = self.graph.nodes.len();
        let name = format!("{prefix}_{own}_");
        let same = self.begun.get(&name).copied().unwrap_or_default();
        let key = (start, end, side, number);
        self.node(format!("{name}{}", same + 1), kind, lane, key)
    }

    pub(super) fn flow(&mut self, from: usize, name: Option<String>) -> usize {
        let flow = Flow { from, to: NOWHERE, name, when: None, default: false, lalu: false, most: None };
        self.graph.flows.push(flow);
        self.graph.flows.len() - 1
    }

    /// Leads a flow to its target.
    pub(super) fn into(&mut self, from: SimpulId, to: &Sasaran, flow: usize, task: usize) {
        let sop = self.graph.sop;
        match to {
            Sasaran::Akhir(end) => self.end(task, sop[*end].nama.clone(), flow),
            Sasaran::Simpul(ids) => {
                let target = self.task(ids);
                let here = place(sop, from);
                if self.awaited.contains(&(ids[0], here)) {
                    let (_, by) =
                        self.arrivals.entry(place(sop, ids[0])).or_insert((target, BTreeMap::new()));
                    by.entry(here).or_default().push(flow);
                } else {
                    self.entries.entry(target).or_default().push(flow);
                }
            }
        }
    }

    pub(super) fn end(&mut self, task: usize, name: Option<String>, flow: usize) {
        let end = self.beside(task, Kind::End(name.clone()), "Selesai", Side::After);
        self.graph.nodes[end].name =
            Some(name.map_or(self.words.selesai.to_owned(), |name| capitalised(&name)));
        self.graph.flows[flow].to = end;
    }

    /// A parallel gateway before each row that waits; arrivals of one place by several flows are merged first.
    fn joins(&mut self) {
        for (_, (task, by)) in std::mem::take(&mut self.arrivals) {
            let merged: Vec<usize> = by.into_values().map(|flows| self.merged(task, flows)).collect();
            let flow = match &merged[..] {
                [only] => *only,
                _ => {
                    let join = self.beside(task, Kind::Join, "Menunggu", Side::Before);
                    merged.iter().for_each(|flow| self.graph.flows[*flow].to = join);
                    self.flow(join, None)
                }
            };
            self.entries.entry(task).or_default().push(flow);
        }
    }

    fn merges(&mut self) {
        for (task, flows) in std::mem::take(&mut self.entries) {
            let flow = self.merged(task, flows);
            self.graph.flows[flow].to = self.graph.task_nodes[task];
        }
    }

    /// One flow for several.
    fn merged(&mut self, task: usize, flows: Vec<usize>) -> usize {
        if let [only] = flows[..] {
            return only;
        }
        let merge = self.beside(task, Kind::Merge, "Gabung", Side::Before);
        flows.iter().for_each(|flow| self.graph.flows[*flow].to = merge);
        self.flow(merge, None)
    }

    fn in_page_order(self) -> Graph<'a> {
        let Maker { mut graph, keys, .. } = self;
        let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
        sorting::by_key(&mut order, |at| keys[*at]);
        let mut new = vec![0; order.len()];
        order.iter().enumerate().for_each(|(to, from)| new[*from] = to);
        let mut nodes: Vec<Option<Node>> = graph.nodes.into_iter().map(Some).collect();
        graph.nodes = order.iter().filter_map(|at| nodes[*at].take()).collect();
        for flow in &mut graph.flows {
            flow.from = new[flow.from];
            flow.to = new[flow.to];
        }
        graph.task_nodes.iter_mut().for_each(|node| *node = new[*node]);
        graph
    }
}

pub(super) fn place(sop: &Sop, id: SimpulId) -> Place {
    (sop[id].kegiatan, sop[id].tempat)
}

fn lane_of(sop: &Sop, id: SimpulId) -> usize {
    sop[id].oleh.first().map_or(0, |lane| lane.index())
}
