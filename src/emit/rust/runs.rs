//! The runs that the generated tests drive: together they take every transition, use up every bound and follow prime
//! paths. Here the model is stepped, not the tables of the generated file, so that the tests have something to say.
//!
//! Budgets are counts: for a procedure of a thousand rows some transitions may be left out, and the file says which.

use crate::model::{KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId, Sop};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write as _;

/// Steps of all runs together.
const MOST_STEPS: usize = 12_000;
/// Prime paths that are driven, and steps of the search for them.
const MOST_PATHS: usize = 48;
const MOST_SEARCH: usize = 20_000;
/// Symbols of all paths that the search looks at.
const MOST_LOOKED_AT: usize = 4_000_000;

/// The runs, and what they leave out.
#[derive(Default)]
pub(super) struct Runs {
    /// A run a line; a step is `place:outcome>places that wait then`, its outcome counted from 1, `?` for passing over.
    pub(super) lines: Vec<String>,
    /// Transitions that no run takes.
    pub(super) left_out: Vec<String>,
    /// Prime paths followed, of so many found.
    pub(super) paths: (usize, usize),
}

/// Something to see: an outcome by its first way or by its second, a row passed over, an outcome refused when used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Taken(usize),
    Then(usize),
    Passed,
    Refused(usize),
}

type Transition = (SimpulId, Kind);
type Move = (SimpulId, Option<usize>);
/// A row and a place of its chain.
type Place = (KegiatanId, u32);

/// A case on its way.
#[derive(Clone)]
struct Case<'a> {
    sop: &'a Sop,
    waiting: Vec<Vec<SimpulId>>,
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    used: BTreeMap<(SimpulId, usize), u32>,
}

impl<'a> Case<'a> {
    fn open(sop: &'a Sop) -> Case<'a> {
        let first = sop.simpul_dari(KegiatanId(0)).filter(|(_, simpul)| simpul.tempat == 0);
        let waiting = vec![first.map(|(id, _)| id).collect()];
        Case { sop, waiting, come: BTreeMap::new(), used: BTreeMap::new() }
    }

    /// What may be done now, and what it would be.
    fn moves(&self) -> Vec<(Move, Transition)> {
        let mut moves = Vec::new();
        for &id in self.waiting.iter().flatten() {
            for at in 0..arrows(self.sop, id).len() {
                moves.extend(self.kind(id, at).map(|kind| ((id, Some(at)), (id, kind))));
            }
            if optional(self.sop, id) && self.kind(last_of(self.sop, id), 0).is_some() {
                moves.push(((id, None), (id, Kind::Passed)));
            }
        }
        moves
    }

    /// What taking an outcome would be; `None` where it is refused.
    fn kind(&self, id: SimpulId, at: usize) -> Option<Kind> {
        let arrow = arrows(self.sop, id)[at][0];
        match arrow.paling_banyak {
            Some(most) if self.used.get(&(id, at)).is_some_and(|used| *used >= most) || most == 0 => {
                arrow.lalu.as_ref().map(|_| Kind::Then(at))
            }
            _ => Some(Kind::Taken(at)),
        }
    }

    /// What is refused now.
    fn refused(&self) -> impl Iterator<Item = Transition> + '_ {
        let all = self.waiting.iter().flatten();
        all.flat_map(|&id| (0..arrows(self.sop, id).len()).map(move |at| (id, at)))
            .filter(|(id, at)| self.kind(*id, *at).is_none())
            .map(|(id, at)| (id, Kind::Refused(at)))
    }

    fn targets(&self, (id, outcome): Move) -> Vec<&'a Sasaran> {
        let (from, at) = outcome.map_or_else(|| (last_of(self.sop, id), 0), |at| (id, at));
        let arrows = &arrows(self.sop, from)[at];
        match self.kind(from, at) {
            Some(Kind::Then(_)) => arrows[0].lalu.iter().collect(),
            _ => arrows.iter().map(|arrow| &arrow.ke).collect(),
        }
    }

    fn step(&mut self, it: Move) {
        let targets = self.targets(it);
        let (id, outcome) = it;
        let (from, at) = outcome.map_or_else(|| (last_of(self.sop, id), 0), |at| (id, at));
        *self.used.entry((from, at)).or_default() += 1;
        if let Some(turn) = self.waiting.iter().position(|turn| turn.contains(&id)) {
            self.waiting.remove(turn);
        }
        let place = |id: SimpulId| (self.sop[id].kegiatan, self.sop[id].tempat);
        for target in targets {
            let Sasaran::Simpul(ids) = target else { continue };
            let awaited: BTreeSet<Place> = self.sop[ids[0]].menunggu.iter().map(|id| place(*id)).collect();
            if awaited.contains(&place(from)) {
                let come = self.come.entry(self.sop[ids[0]].kegiatan).or_default();
                come.insert(place(from));
                if *come != awaited {
                    continue;
                }
                come.clear();
            }
            self.waiting.push(ids.clone());
        }
    }

    fn waits(&self, id: SimpulId) -> bool {
        self.waiting.iter().any(|turn| turn.contains(&id))
    }

    /// Keys of what waits, in the order of the table.
    fn keys(&self) -> String {
        let ids: BTreeSet<SimpulId> = self.waiting.iter().flatten().copied().collect();
        let keys: Vec<String> = ids.into_iter().map(|id| self.sop.kunci(id)).collect();
        if keys.is_empty() { "-".to_owned() } else { keys.join("+") }
    }
}

/// By outcome; several arrows only in a fork.
fn arrows(sop: &Sop, id: SimpulId) -> Vec<Vec<&Lanjutan>> {
    match &sop[id].setelah {
        Setelah::Ke(arrow) => vec![vec![arrow]],
        Setelah::Bersamaan(branches) => vec![branches.iter().collect()],
        Setelah::Jika(branches) => branches.iter().map(|branch| vec![&branch.lanjutan]).collect(),
    }
}

fn optional(sop: &Sop, id: SimpulId) -> bool {
    sop[sop[id].kegiatan].bila_perlu.is_some() && sop[id].tempat == 0
}

/// The first symbol of the last place of a symbol's row.
fn last_of(sop: &Sop, id: SimpulId) -> SimpulId {
    let row = sop[id].kegiatan;
    let last = sop.simpul_dari(row).map(|(_, simpul)| simpul.tempat).max().unwrap_or_default();
    let mut places = sop.simpul_dari(row).filter(|(_, simpul)| simpul.tempat == last);
    places.next().map_or(id, |(id, _)| id)
}

/// Everything that there is to see.
fn transitions(sop: &Sop) -> BTreeSet<Transition> {
    let mut all = BTreeSet::new();
    for at in 0..sop.simpul.len() {
        let id = SimpulId::from_index(at);
        for (at, arrows) in arrows(sop, id).into_iter().enumerate() {
            all.insert((id, Kind::Taken(at)));
            if arrows[0].paling_banyak.is_some() {
                let after = if arrows[0].lalu.is_some() { Kind::Then(at) } else { Kind::Refused(at) };
                all.insert((id, after));
            }
        }
        if optional(sop, id) {
            all.insert((id, Kind::Passed));
        }
    }
    all
}

/// Makes the runs of a procedure.
pub(super) fn runs(sop: &Sop) -> Runs {
    let mut maker = Maker {
        sop,
        before: before(sop),
        left: transitions(sop),
        steps: 0,
        out: Runs::default(),
        far: Vec::new(),
    };
    maker.cover();
    maker.follow_paths();
    let name = |(id, kind): &Transition| {
        let key = sop.kunci(*id);
        match kind {
            Kind::Taken(at) => format!("{key}:{}", at + 1),
            Kind::Then(at) => format!("{key}:{}+", at + 1),
            Kind::Refused(at) => format!("{key}:{}!", at + 1),
            Kind::Passed => format!("{key}:?"),
        }
    };
    maker.out.left_out = maker.left.iter().map(name).collect();
    maker.out
}

struct Maker<'a> {
    sop: &'a Sop,
    /// By symbol: those with an arrow to it.
    before: Vec<Vec<SimpulId>>,
    left: BTreeSet<Transition>,
    steps: usize,
    out: Runs,
    /// By symbol: how many arrows to what is looked for; empty where something was seen since that was measured.
    far: Vec<usize>,
}

impl<'a> Maker<'a> {
    /// Runs until nothing new comes.
    fn cover(&mut self) {
        loop {
            let before = self.left.len();
            let line = self.run_for_more();
            if self.left.len() == before {
                return;
            }
            self.out.lines.push(line);
        }
    }

    /// One run, always towards the nearest thing that was not seen yet.
    fn run_for_more(&mut self) -> String {
        let (mut case, mut line) = (Case::open(self.sop), String::new());
        let mut kept = 0;
        let mut idle = 0;
        self.far.clear();
        while idle < 2 * self.sop.simpul.len() + 20 && self.steps < MOST_STEPS {
            let refused = self.see_refused(&case);
            let moves = case.moves();
            let fresh = moves.iter().find(|(_, transition)| self.left.contains(transition));
            let best = fresh.or_else(|| moves.iter().find(|it| self.uses_up(it.1)));
            let Some((it, transition)) = best.copied().or_else(|| self.nearest(&case, &moves)) else { break };
            self.take(&mut case, it, &mut line);
            idle += 1;
            if self.left.remove(&transition) || refused {
                (idle, kept) = (0, line.len());
                self.far.clear();
            }
        }
        // What waits at the end may be refused too.
        if self.see_refused(&case) {
            kept = line.len();
        }
        line.truncate(kept);
        line
    }

    fn take(&mut self, case: &mut Case<'a>, it: Move, line: &mut String) {
        self.steps += 1;
        let key = self.sop.kunci(it.0);
        let outcome = it.1.map_or("?".to_owned(), |at| (at + 1).to_string());
        case.step(it);
        let space = if line.is_empty() { "" } else { " " };
        let _ = write!(line, "{space}{key}:{outcome}>{}", case.keys());
    }

    /// Whether something is refused now that was not seen before.
    fn see_refused(&mut self, case: &Case<'a>) -> bool {
        case.refused().filter(|it| self.left.remove(it)).count() > 0
    }

    /// Using up a bound leads to what comes after.
    fn uses_up(&self, (id, kind): Transition) -> bool {
        let Kind::Taken(at) = kind else { return false };
        [Kind::Then(at), Kind::Refused(at)].iter().any(|after| self.left.contains(&(id, *after)))
    }

    /// The move that leads to what was not seen yet by the fewest arrows.
    fn nearest(&mut self, case: &Case<'a>, moves: &[(Move, Transition)]) -> Option<(Move, Transition)> {
        if self.far.is_empty() {
            let goals: BTreeSet<SimpulId> = self.left.iter().map(|(id, _)| *id).collect();
            self.measure(&goals);
        }
        let far = moves.iter().filter_map(|it| Some((self.way(case, it.0)?, *it)));
        far.min_by_key(|(far, _)| *far).map(|(_, it)| it)
    }

    /// Arrows from where a move leads to what is looked for.
    fn way(&self, case: &Case<'a>, it: Move) -> Option<usize> {
        let near = |target: &Sasaran| match target {
            Sasaran::Simpul(ids) => ids.iter().map(|id| self.far[id.index()]).min(),
            Sasaran::Akhir(_) => None,
        };
        case.targets(it).into_iter().filter_map(near).min().filter(|far| *far < usize::MAX)
    }

    /// How far every symbol is from the goals, along the arrows.
    fn measure(&mut self, goals: &BTreeSet<SimpulId>) {
        self.far = vec![usize::MAX; self.before.len()];
        let mut queue: VecDeque<SimpulId> = goals.iter().copied().collect();
        goals.iter().for_each(|id| self.far[id.index()] = 0);
        while let Some(id) = queue.pop_front() {
            for &from in &self.before[id.index()] {
                if self.far[from.index()] == usize::MAX {
                    self.far[from.index()] = self.far[id.index()] + 1;
                    queue.push_back(from);
                }
            }
        }
    }

    /// Follows prime paths: the longest first, each whole where bounds and joins allow it.
    fn follow_paths(&mut self) {
        let mut paths = prime_paths(self.sop, &self.before);
        self.out.paths.1 = paths.len();
        paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
        for path in paths.into_iter().take(MOST_PATHS) {
            if self.steps >= MOST_STEPS {
                return;
            }
            if let Some(line) = self.follow(&path) {
                self.out.paths.0 += 1;
                if !self.out.lines.contains(&line) {
                    self.out.lines.push(line);
                }
            }
        }
    }

    fn follow(&mut self, path: &[SimpulId]) -> Option<String> {
        let (mut case, mut line) = (Case::open(self.sop), String::new());
        for (at, &id) in path.iter().enumerate() {
            self.lead_to(&mut case, id, &path[..at], &mut line)?;
            if let Some(&next) = path.get(at + 1) {
                let moves = case.moves();
                let leads = |it: &&(Move, Transition)| {
                    it.0.0 == id
                        && case
                            .targets(it.0)
                            .iter()
                            .any(|target| matches!(target, Sasaran::Simpul(ids) if ids.contains(&next)))
                };
                let it = moves.iter().find(leads)?.0;
                self.take(&mut case, it, &mut line);
            }
        }
        Some(line)
    }

    /// Does other things until a symbol waits, away from the path where it can be.
    fn lead_to(
        &mut self,
        case: &mut Case<'a>,
        goal: SimpulId,
        done: &[SimpulId],
        line: &mut String,
    ) -> Option<()> {
        if case.waits(goal) {
            return Some(());
        }
        self.measure(&BTreeSet::from([goal]));
        for _ in 0..2 * self.sop.simpul.len() + 20 {
            let moves = case.moves();
            let ways =
                moves.iter().filter_map(|(it, _)| Some(((done.contains(&it.0), self.way(case, *it)?), *it)));
            let (_, it) = ways.min_by_key(|(way, _)| *way)?;
            self.take(case, it, line);
            if case.waits(goal) {
                return Some(());
            }
        }
        None
    }
}

fn successors(sop: &Sop, id: SimpulId) -> BTreeSet<SimpulId> {
    let aims = |sasaran: &Sasaran| match sasaran {
        Sasaran::Simpul(ids) => ids.clone(),
        Sasaran::Akhir(_) => Vec::new(),
    };
    let all = arrows(sop, id).into_iter().flatten();
    let mut out: BTreeSet<SimpulId> =
        all.flat_map(|arrow| [Some(&arrow.ke), arrow.lalu.as_ref()]).flatten().flat_map(aims).collect();
    if optional(sop, id) {
        let over = arrows(sop, last_of(sop, id)).into_iter().take(1).flatten();
        out.extend(over.flat_map(|arrow| aims(&arrow.ke)));
    }
    out
}

/// By symbol, those with an arrow to it.
fn before(sop: &Sop) -> Vec<Vec<SimpulId>> {
    let mut before = vec![Vec::new(); sop.simpul.len()];
    for id in (0..sop.simpul.len()).map(SimpulId::from_index) {
        successors(sop, id).into_iter().for_each(|to| before[to.index()].push(id));
    }
    before
}

/// The paths that visit no symbol twice (a loop: only its own start) and are part of no longer one; as many as the
/// search finds within its budget.
fn prime_paths(sop: &Sop, before: &[Vec<SimpulId>]) -> Vec<Vec<SimpulId>> {
    let next: Vec<BTreeSet<SimpulId>> =
        (0..sop.simpul.len()).map(|at| successors(sop, SimpulId::from_index(at))).collect();
    let (mut found, mut search, mut looked_at) = (Vec::new(), 0, 0);
    for start in 0..next.len() {
        let mut open = vec![vec![SimpulId::from_index(start)]];
        while let Some(path) = open.pop() {
            search += 1;
            looked_at += path.len();
            if search > MOST_SEARCH || looked_at > MOST_LOOKED_AT {
                return found;
            }
            let (first, last) = (path[0], path[path.len() - 1]);
            let mut longer = false;
            for &to in &next[last.index()] {
                if to == first {
                    found.push(path.iter().copied().chain([first]).collect());
                    longer = true;
                } else if !path.contains(&to) {
                    open.push(path.iter().copied().chain([to]).collect());
                    longer = true;
                }
            }
            let begins = before[first.index()].iter().all(|from| path.contains(from) && *from != last);
            if !longer && begins && path.len() > 1 {
                found.push(path);
            }
        }
    }
    found
}
