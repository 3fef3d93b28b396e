//! The procedure in the parts of BPMN: tasks, gateways, events and the flows between them. Nothing is drawn here, and no
//! engine is chosen.
//!
//! A turn of the procedure (see `analysis::sound`) is one user task: alternatives (`atau`) and joint actors (`,`) are
//! candidates of one task, for BPMN has no task that stands in two lanes. A task whose outcome matters sets a variable
//! of its own, `hasil_N`, and the gateway behind it reads that. A bounded way counts in `ulang_N_J`, when its task is
//! completed, so that the K-th choice still leads back.

mod deadlines;
mod maker;
mod ways;

use super::words::Words;
use crate::model::{KegiatanId, SimpulId, Sop};
use maker::Maker;
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
        Maker::new(sop, words).make()
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

/// So many fit below a task.
pub(super) const MOST_TIMERS: usize = 4;
