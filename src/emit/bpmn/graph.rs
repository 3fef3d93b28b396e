//! The procedure in the parts of BPMN: tasks, gateways, events and the flows between them. Nothing is drawn here, and no
//! engine is chosen.
//!
//! A turn of the procedure (see `analysis::sound`) is one user task: alternatives (`atau`) and joint actors (`,`) are
//! candidates of one task, for BPMN has no task that stands in two lanes. A task whose outcome matters sets a variable
//! of its own, `hasil_N`, and the gateway behind it reads that. A bounded way counts in `ulang_N_J`, when its task is
//! completed, so that the K-th choice still leads back.

use super::unique::Unique;
use super::words::Words;
use crate::emit::lanes_by_name;
use crate::model::{AcuanBatas, Jawaban, JenisBatas, KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// All parts, in the order of the page.
pub(super) struct Graph<'a> {
    pub sop: &'a Sop,
    pub nodes: Vec<Node>,
    pub flows: Vec<Flow>,
    pub tasks: Vec<Task>,
    pub counters: Vec<Counter>,
    pub deadlines: Vec<Deadline>,
    /// Rows that no run reaches: they have no task, since one without an entry would start by itself.
    pub unreached: Vec<KegiatanId>,
    /// By task: its node.
    pub task_nodes: Vec<usize>,
    /// Lanes by their folded names.
    lanes: BTreeMap<String, usize>,
}

pub(super) struct Node {
    pub id: String,
    pub kind: Kind,
    /// Index of its lane.
    pub lane: usize,
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    /// Into [`Graph::tasks`].
    Task(usize),
    /// Chooses by the outcome of the task before it.
    Split,
    /// Chooses by what a counter says.
    Guard,
    Merge,
    Fork,
    Join,
    /// An end of the procedure.
    End(Option<String>),
    /// A boundary event on the task of this index, for the deadline of that one.
    Timer(usize, usize),
    /// What a timer leads to.
    Late,
}

pub(super) struct Flow {
    pub from: usize,
    pub to: usize,
    pub name: Option<String>,
    pub when: Option<When>,
    /// The way that is taken when no other may be.
    pub default: bool,
    /// The way of `, lalu`.
    pub lalu: bool,
    /// How often it may be taken.
    pub most: Option<u32>,
}

/// When a flow is taken.
pub(super) enum When {
    /// The variable has one of these values.
    Outcome(String, Vec<String>),
    /// The counter is not used up.
    Within(usize),
    /// Both.
    OutcomeWithin(String, Vec<String>, usize),
}

/// A turn: what one of its actors does.
pub(super) struct Task {
    /// Its symbols, one after the other; several are alternatives.
    pub simpul: Range<u32>,
    /// Set on completion where somebody chooses.
    pub variable: Option<String>,
    pub outcomes: Vec<Outcome>,
}

pub(super) struct Outcome {
    /// The value of the variable.
    pub value: String,
    pub label: String,
    /// Whose outcome: the symbol, and which of its branches; `None` when the row is passed over.
    pub of: (SimpulId, Option<usize>),
    /// The counter that it counts in.
    pub counter: Option<usize>,
}

/// How often a bounded way was taken.
pub(super) struct Counter {
    pub variable: String,
    pub most: u32,
}

/// A limit that is watched.
pub(super) struct Deadline {
    pub variable: String,
    /// ISO 8601.
    pub duration: String,
    /// It begins with the case.
    pub at_start: bool,
    /// The tasks whose completion begins it.
    pub after: Vec<usize>,
    /// The tasks whose start begins it.
    pub with: Vec<usize>,
    /// The tasks that are watched.
    pub until: Vec<usize>,
}

impl<'a> Graph<'a> {
    pub fn of(sop: &'a Sop, words: &'a Words) -> Graph<'a> {
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
        maker.turns();
        maker.joins();
        maker.merges();
        maker.deadlines();
        maker.in_page_order()
    }

    /// Everybody who may complete a task: lanes, then the deputy.
    pub fn actors(&self, task: &Task) -> Vec<Actor<'a>> {
        let mut out: Vec<Actor> = Vec::new();
        for at in task.simpul.clone() {
            out.extend(self.sop[SimpulId(at)].oleh.iter().map(|lane| Actor::Lane(lane.index())));
        }
        let row = self.sop.kegiatan_dari(SimpulId(task.simpul.start));
        if let Some(deputy) = &row.pengganti {
            let lane = self.lanes.get(&crate::text::fold(deputy));
            out.push(lane.map_or(Actor::Other(deputy), |lane| Actor::Lane(*lane)));
        }
        let mut seen = BTreeSet::new();
        out.retain(|actor| seen.insert(actor.clone()));
        out
    }
}

/// Who may complete a task.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Actor<'a> {
    /// By index.
    Lane(usize),
    /// A deputy without a lane.
    Other(&'a str),
}

/// The place of a row's chain that a symbol stands at.
type Place = (KegiatanId, u32);

/// Where a node stands on the page: which turn, before or after its task, and in which order.
type PageKey = (u32, u32, u8, usize);

struct Maker<'a> {
    words: &'a Words,
    graph: Graph<'a>,
    /// By node.
    keys: Vec<PageKey>,
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
    counted: BTreeMap<(SimpulId, usize), usize>,
}

/// One way on from a task: the outcomes that lead along it, and where it leads.
struct Way<'s> {
    values: Vec<String>,
    labels: Vec<String>,
    from: SimpulId,
    branch: usize,
    to: Vec<&'s Lanjutan>,
}

/// Targets the flow has not been led into yet.
const NOWHERE: usize = usize::MAX;
/// So many fit below a task.
pub(super) const MOST_TIMERS: usize = 4;

impl<'a> Maker<'a> {
    fn turns(&mut self) {
        let sop = self.graph.sop;
        let Some(first) = sop.simpul.first() else { return };
        let entry: Vec<SimpulId> =
            sop.simpul_dari(first.kegiatan).filter(|(_, it)| it.tempat == 0).map(|(id, _)| id).collect();
        let lane = lane_of(sop, entry[0]);
        let start = self.node("Mulai".to_owned(), Kind::Start, lane, (0, 0, 0, 0));
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
        let node = self.node(id, Kind::Task(at), lane_of(sop, ids[0]), (simpul.start, simpul.end, 1, 0));
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

    /// A part that belongs to a task: behind it, or before it.
    fn beside(&mut self, task: usize, kind: Kind, prefix: &str, after: bool) -> usize {
        let Range { start, end } = self.graph.tasks[task].simpul;
        let node = self.graph.task_nodes[task];
        let own = self.graph.nodes[node].id.trim_start_matches("Kegiatan_").to_owned();
        let lane = self.graph.nodes[node].lane;
        let number = self.graph.nodes.len();
        let name = format!("{prefix}_{own}_");
        let same = self.begun.get(&name).copied().unwrap_or_default();
        let key = (start, end, if after { 2 } else { 0 }, number);
        self.node(format!("{name}{}", same + 1), kind, lane, key)
    }

    fn flow(&mut self, from: usize, name: Option<String>) -> usize {
        let flow = Flow { from, to: NOWHERE, name, when: None, default: false, lalu: false, most: None };
        self.graph.flows.push(flow);
        self.graph.flows.len() - 1
    }

    /// Leads on from a task: a gateway where somebody chooses, a guard where a bound is counted, a fork.
    fn follow(&mut self, task: usize) {
        let ways = self.ways(task);
        let node = self.graph.task_nodes[task];
        let key = ident(&self.graph.sop.kunci(SimpulId(self.graph.tasks[task].simpul.start)));
        let own = self.graph.nodes[node].id.trim_start_matches("Kegiatan_").to_owned();
        let variable = format!("hasil_{}", own.to_lowercase());
        debug_assert!(own.starts_with(&key));
        if self.graph.tasks[task].outcomes.len() > 1 {
            self.graph.tasks[task].variable = Some(variable.clone());
        }
        if let [only] = &ways[..] {
            self.lead(task, node, only, None);
            return;
        }
        let split = self.beside(task, Kind::Split, "Keputusan", true);
        self.graph.nodes[split].name = Some(self.question(task));
        let flow = self.flow(node, None);
        self.graph.flows[flow].to = split;
        for way in &ways {
            self.lead(task, split, way, Some(&variable));
        }
    }

    /// What the gateway behind a task asks.
    fn question(&self, task: usize) -> String {
        let sop = self.graph.sop;
        let simpul = self.graph.tasks[task].simpul.clone();
        let row = sop.kegiatan_dari(SimpulId(simpul.start)).nomor;
        if simpul.len() == 1
            && let Setelah::Jika(cabang) = &sop[SimpulId(simpul.start)].setelah
            && let [first, _] = &cabang[..]
            && let (Jawaban::Ya, Some(kondisi)) = (&first.jawaban, &first.kondisi)
        {
            return format!("{}?", capitalised(kondisi));
        }
        self.words.hasil_langkah.replace("{}", &row.to_string())
    }

    /// The ways on of a task, and its outcomes.
    fn ways(&mut self, task: usize) -> Vec<Way<'a>> {
        let sop = self.graph.sop;
        let simpul = self.graph.tasks[task].simpul.clone();
        let several = simpul.len() > 1;
        // Alternatives that go on in the same way are not told apart.
        let alike = several
            && simpul
                .clone()
                .all(|at| same_after(&sop[SimpulId(at)].setelah, &sop[SimpulId(simpul.start)].setelah));
        let mut ways: Vec<Way> = Vec::new();
        let mut outcomes: Vec<Outcome> = Vec::new();
        let mut values = Unique::default();
        for at in simpul.clone().take(if alike { 1 } else { simpul.len() }) {
            let id = SimpulId(at);
            let who =
                if several && !alike { format!("{}: ", sop.pelaku(id).join(", ")) } else { String::new() };
            for (branch, (answer, label, to)) in branches(sop, id, self.words).into_iter().enumerate() {
                let value = values.name(&format!(
                    "{}{answer}",
                    if who.is_empty() { String::new() } else { format!("{}_", ident(&who.to_lowercase())) }
                ));
                let counter = self.counter(id, branch, to[0]);
                outcomes.push(Outcome {
                    value: value.clone(),
                    label: format!("{who}{label}"),
                    of: (id, Some(branch)),
                    counter,
                });
                ways.push(Way {
                    values: vec![value],
                    labels: vec![format!("{who}{label}")],
                    from: id,
                    branch,
                    to,
                });
            }
        }
        let first = SimpulId(simpul.start);
        let row = sop.kegiatan_dari(first);
        if row.bila_perlu.is_some() && sop[first].tempat == 0 {
            let last = last_place(sop, sop[first].kegiatan);
            let (_, _, to) = branches(sop, last, self.words).swap_remove(0);
            let counter = self.counter(last, 0, to[0]);
            let value = values.name("dilewati");
            let label = self.words.dilewati.to_owned();
            outcomes.push(Outcome { value: value.clone(), label: label.clone(), of: (first, None), counter });
            // Passing over leads where doing it leads, where the row has one way on.
            match ways.iter_mut().find(|way| way.from == last && way.branch == 0) {
                Some(way) => {
                    way.values.push(value);
                    way.labels.push(label);
                }
                None => {
                    ways.push(Way { values: vec![value], labels: vec![label], from: last, branch: 0, to })
                }
            }
        }
        self.graph.tasks[task].outcomes = outcomes;
        ways
    }

    /// The counter of a bounded way; one for each way, whoever takes it.
    fn counter(&mut self, id: SimpulId, branch: usize, way: &Lanjutan) -> Option<usize> {
        let most = way.paling_banyak?;
        let next = self.graph.counters.len();
        let at = *self.counted.entry((id, branch)).or_insert(next);
        if at == next {
            let variable = format!("ulang_{}_{}", ident(&self.graph.sop.kunci(id)), branch + 1);
            self.graph.counters.push(Counter { variable, most });
        }
        Some(at)
    }

    fn lead(&mut self, task: usize, from: usize, way: &Way<'a>, variable: Option<&str>) {
        let name = variable.map(|_| way.labels.join("; "));
        let condition = variable.map(|variable| (variable.to_owned(), way.values.clone()));
        let bound = way.to[0];
        let counter = self.counter(way.from, way.branch, bound);
        let outcome = |(variable, values)| When::Outcome(variable, values);
        match (counter, &bound.lalu) {
            (None, _) => {
                let node = self.forked(task, from, way, &name, condition.map(outcome));
                if let Some(node) = node {
                    for to in &way.to {
                        let flow = self.flow(node, None);
                        self.into(way.from, &to.ke, flow, task);
                    }
                }
            }
            (Some(counter), None) if variable.is_some() => {
                let flow = self.flow(from, name);
                let (variable, values) = condition.unwrap_or_default();
                self.graph.flows[flow].when = Some(When::OutcomeWithin(variable, values, counter));
                self.graph.flows[flow].most = bound.paling_banyak;
                self.into(way.from, &bound.ke, flow, task);
            }
            (Some(counter), lalu) => {
                let guard = self.beside(task, Kind::Guard, "Batas", true);
                let most = self.graph.counters[counter].most.to_string();
                self.graph.nodes[guard].name = Some(self.words.masih_boleh.replace("{}", &most));
                let flow = self.flow(from, name);
                self.graph.flows[flow].to = guard;
                self.graph.flows[flow].when = condition.map(outcome);
                let again = self.flow(guard, Some(self.words.masih.to_owned()));
                self.graph.flows[again].when = Some(When::Within(counter));
                self.graph.flows[again].most = bound.paling_banyak;
                self.into(way.from, &bound.ke, again, task);
                let then = self.flow(guard, Some(self.words.habis.to_owned()));
                self.graph.flows[then].default = true;
                self.graph.flows[then].lalu = true;
                match lalu {
                    Some(lalu) => self.into(way.from, lalu, then, task),
                    None => self.end(task, Some(self.words.batas_habis.to_owned()), then),
                }
            }
        }
    }

    /// Where the flows of a way begin. `None` when its only flow has been led already.
    fn forked(
        &mut self,
        task: usize,
        from: usize,
        way: &Way<'a>,
        name: &Option<String>,
        when: Option<When>,
    ) -> Option<usize> {
        let flow = self.flow(from, name.clone());
        self.graph.flows[flow].when = when;
        if let [only] = &way.to[..] {
            self.into(way.from, &only.ke, flow, task);
            return None;
        }
        let fork = self.beside(task, Kind::Fork, "Bersamaan", true);
        self.graph.flows[flow].to = fork;
        Some(fork)
    }

    /// Leads a flow to its target.
    fn into(&mut self, from: SimpulId, to: &Sasaran, flow: usize, task: usize) {
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

    fn end(&mut self, task: usize, name: Option<String>, flow: usize) {
        let end = self.beside(task, Kind::End(name.clone()), "Selesai", true);
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
                    let join = self.beside(task, Kind::Join, "Menunggu", false);
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
        let merge = self.beside(task, Kind::Merge, "Gabung", false);
        flows.iter().for_each(|flow| self.graph.flows[*flow].to = merge);
        self.flow(merge, None)
    }

    /// A timer on the last places of the row that a limit ends with.
    fn deadlines(&mut self) {
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
                duration: super::limit::iso(&batas.durasi),
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

    fn in_page_order(self) -> Graph<'a> {
        let Maker { mut graph, keys, .. } = self;
        let mut order: Vec<usize> = (0..graph.nodes.len()).collect();
        order.sort_by_key(|at| keys[*at]);
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

fn place(sop: &Sop, id: SimpulId) -> Place {
    (sop[id].kegiatan, sop[id].tempat)
}

fn lane_of(sop: &Sop, id: SimpulId) -> usize {
    sop[id].oleh.first().map_or(0, |lane| lane.index())
}

/// The first symbol of the last place of a row.
fn last_place(sop: &Sop, row: KegiatanId) -> SimpulId {
    let tempat = sop.simpul_dari(row).map(|(_, simpul)| simpul.tempat).max().unwrap_or(0);
    let first = sop.simpul_dari(row).find(|(_, simpul)| simpul.tempat == tempat);
    first.map_or(SimpulId(sop[row].simpul.start), |(id, _)| id)
}

/// What may come of a symbol: the value, the words, and where it leads (several at once).
fn branches<'a>(sop: &'a Sop, id: SimpulId, words: &Words) -> Vec<(String, String, Vec<&'a Lanjutan>)> {
    let done = || ("selesai".to_owned(), words.dikerjakan.to_owned());
    match &sop[id].setelah {
        Setelah::Ke(to) => vec![(done().0, done().1, vec![to])],
        Setelah::Bersamaan(to) => vec![(done().0, done().1, to.iter().collect())],
        Setelah::Jika(cabang) => cabang
            .iter()
            .map(|of| {
                let (value, answer) = match &of.jawaban {
                    Jawaban::Ya => ("ya".to_owned(), words.ya.to_owned()),
                    Jawaban::Tidak => ("tidak".to_owned(), words.tidak.to_owned()),
                    Jawaban::Jika(kondisi) => (ident(&kondisi.to_lowercase()), capitalised(kondisi)),
                };
                let label = match &of.kondisi {
                    Some(kondisi) => format!("{answer}, {kondisi}"),
                    None => answer,
                };
                (value, label, vec![&of.lanjutan])
            })
            .collect(),
    }
}

/// Whether two symbols go on in the same way and count nothing.
fn same_after(one: &Setelah, other: &Setelah) -> bool {
    let way =
        |a: &Lanjutan, b: &Lanjutan| a.ke == b.ke && a.paling_banyak.is_none() && b.paling_banyak.is_none();
    match (one, other) {
        (Setelah::Ke(a), Setelah::Ke(b)) => std::ptr::eq(a, b) || way(a, b),
        (Setelah::Bersamaan(a), Setelah::Bersamaan(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| way(a, b))
        }
        (Setelah::Jika(a), Setelah::Jika(b)) => {
            a.len() == b.len()
                && a.iter().zip(b).all(|(a, b)| {
                    a.jawaban == b.jawaban
                        && a.kondisi == b.kondisi
                        && (std::ptr::eq(a, b) || way(&a.lanjutan, &b.lanjutan))
                })
        }
        _ => false,
    }
}

/// Letters, digits and `_` of ASCII, at most forty: what every engine takes as part of a name.
pub(super) fn ident(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        if out.len() >= 40 {
            break;
        }
    }
    out.truncate(out.trim_end_matches('_').len());
    if out.is_empty() { "x".to_owned() } else { out }
}

pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
