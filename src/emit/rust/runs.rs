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
/// Symbols of all paths that the search keeps.
const MOST_KEPT: usize = 4_000_000;
/// Moves that are weighed, and arrows that are followed to what is looked for.
const MOST_LOOKED_AT: usize = 20_000_000;
/// Places that wait, written down behind the steps: where thousands wait at once, each step names them all.
const MOST_WAITING: usize = 1_000_000;

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

/// What may follow, by symbol.
struct Ways<'a> {
    sop: &'a Sop,
    /// By outcome; several arrows only in a fork.
    arrows: Vec<Vec<Vec<&'a Lanjutan>>>,
    /// The first symbol of the last place of its row.
    last: Vec<SimpulId>,
    /// The places that it waits for.
    awaited: Vec<BTreeSet<Place>>,
}

impl<'a> Ways<'a> {
    fn of(sop: &'a Sop) -> Ways<'a> {
        let ids = || (0..sop.simpul.len()).map(SimpulId::from_index);
        let place = |id: &SimpulId| (sop[*id].kegiatan, sop[*id].tempat);
        let mut last: Vec<SimpulId> = ids().collect();
        for row in &sop.kegiatan {
            let symbols = || row.simpul.clone().map(SimpulId);
            if let Some(of_row) = symbols().rev().max_by_key(|id| sop[*id].tempat) {
                symbols().for_each(|id| last[id.index()] = of_row);
            }
        }
        Ways {
            sop,
            arrows: ids().map(|id| arrows(sop, id)).collect(),
            last,
            awaited: ids().map(|id| sop[id].menunggu.iter().map(place).collect()).collect(),
        }
    }

    fn arrows(&self, id: SimpulId) -> &[Vec<&'a Lanjutan>] {
        &self.arrows[id.index()]
    }

    /// Where the arrow of a move begins, and which it is there.
    fn arrow(&self, (id, outcome): Move) -> (SimpulId, usize) {
        outcome.map_or_else(|| (self.last[id.index()], 0), |at| (id, at))
    }
}

/// A case on its way.
struct Case<'a, 'w> {
    ways: &'w Ways<'a>,
    waiting: Vec<Vec<SimpulId>>,
    come: BTreeMap<KegiatanId, BTreeSet<Place>>,
    used: BTreeMap<(SimpulId, usize), u32>,
}

impl<'a, 'w> Case<'a, 'w> {
    fn open(ways: &'w Ways<'a>) -> Case<'a, 'w> {
        let first = ways.sop.simpul_dari(KegiatanId(0)).filter(|(_, simpul)| simpul.tempat == 0);
        let waiting = vec![first.map(|(id, _)| id).collect()];
        Case { ways, waiting, come: BTreeMap::new(), used: BTreeMap::new() }
    }

    /// What may be done now, and what it would be.
    fn moves(&self) -> Vec<(Move, Transition)> {
        let mut moves = Vec::new();
        for &id in self.waiting.iter().flatten() {
            for at in 0..self.ways.arrows(id).len() {
                moves.extend(self.kind(id, at).map(|kind| ((id, Some(at)), (id, kind))));
            }
            if optional(self.ways.sop, id) && self.kind(self.ways.last[id.index()], 0).is_some() {
                moves.push(((id, None), (id, Kind::Passed)));
            }
        }
        moves
    }

    /// What taking an outcome would be; `None` where it is refused.
    fn kind(&self, id: SimpulId, at: usize) -> Option<Kind> {
        let arrow = self.ways.arrows(id)[at][0];
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
        all.flat_map(|&id| (0..self.ways.arrows(id).len()).map(move |at| (id, at)))
            .filter(|(id, at)| self.kind(*id, *at).is_none())
            .map(|(id, at)| (id, Kind::Refused(at)))
    }

    fn targets(&self, it: Move) -> Vec<&'a Sasaran> {
        let (from, at) = self.ways.arrow(it);
        let arrows = &self.ways.arrows(from)[at];
        match self.kind(from, at) {
            Some(Kind::Then(_)) => arrows[0].lalu.iter().collect(),
            _ => arrows.iter().map(|arrow| &arrow.ke).collect(),
        }
    }

    fn step(&mut self, it: Move) {
        let targets = self.targets(it);
        let (from, at) = self.ways.arrow(it);
        *self.used.entry((from, at)).or_default() += 1;
        if let Some(turn) = self.waiting.iter().position(|turn| turn.contains(&it.0)) {
            self.waiting.remove(turn);
        }
        let sop = self.ways.sop;
        let place = (sop[from].kegiatan, sop[from].tempat);
        for target in targets {
            let Sasaran::Simpul(ids) = target else { continue };
            let awaited = &self.ways.awaited[ids[0].index()];
            if awaited.contains(&place) {
                let come = self.come.entry(sop[ids[0]].kegiatan).or_default();
                come.insert(place);
                if come != awaited {
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
        let keys: Vec<String> = ids.into_iter().map(|id| self.ways.sop.kunci(id)).collect();
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

/// Everything that there is to see.
fn transitions(ways: &Ways) -> BTreeSet<Transition> {
    let mut all = BTreeSet::new();
    for at in 0..ways.arrows.len() {
        let id = SimpulId::from_index(at);
        for (at, arrows) in ways.arrows(id).iter().enumerate() {
            all.insert((id, Kind::Taken(at)));
            if arrows[0].paling_banyak.is_some() {
                let after = if arrows[0].lalu.is_some() { Kind::Then(at) } else { Kind::Refused(at) };
                all.insert((id, after));
            }
        }
        if optional(ways.sop, id) {
            all.insert((id, Kind::Passed));
        }
    }
    all
}

/// Makes the runs of a procedure.
pub(super) fn runs(sop: &Sop) -> Runs {
    let ways = Ways::of(sop);
    let next: Vec<BTreeSet<SimpulId>> =
        (0..sop.simpul.len()).map(|at| successors(&ways, SimpulId::from_index(at))).collect();
    let mut maker = Maker {
        ways: &ways,
        before: before(&next),
        next,
        left: transitions(&ways),
        steps: 0,
        looked_at: 0,
        waiting: 0,
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

struct Maker<'a, 'w> {
    ways: &'w Ways<'a>,
    /// By symbol: those that its arrows lead to.
    next: Vec<BTreeSet<SimpulId>>,
    /// By symbol: those with an arrow to it.
    before: Vec<Vec<SimpulId>>,
    left: BTreeSet<Transition>,
    steps: usize,
    looked_at: usize,
    waiting: usize,
    out: Runs,
    /// By symbol: how many arrows to what is looked for; empty where something was seen since that was measured.
    far: Vec<usize>,
}

impl<'a, 'w> Maker<'a, 'w> {
    fn may_go_on(&self) -> bool {
        self.looked_at < MOST_LOOKED_AT && self.waiting < MOST_WAITING
    }

    fn may_begin(&self) -> bool {
        self.steps < MOST_STEPS && self.may_go_on()
    }

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
        let (mut case, mut line) = (Case::open(self.ways), String::new());
        let mut kept = 0;
        let mut idle = 0;
        self.far.clear();
        while idle < 2 * self.before.len() + 20 && self.may_begin() {
            let refused = self.see_refused(&case);
            let moves = self.moves(&case);
            let fresh = moves.iter().find(|(_, transition)| self.left.contains(transition));
            let best = fresh.or_else(|| moves.iter().find(|it| self.uses_up(it.1)));
            let Some((it, transition)) = best.copied().or_else(|| self.nearest(&case, &moves)) else { break };
            if self.take(&mut case, it, &mut line).is_none() {
                break;
            }
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

    fn moves(&mut self, case: &Case<'a, 'w>) -> Vec<(Move, Transition)> {
        let waiting = case.waiting.iter().flatten();
        self.looked_at += waiting.map(|id| self.ways.arrows(*id).len()).sum::<usize>();
        case.moves()
    }

    /// Takes a step; `None` where there has been too much to look at.
    fn take(&mut self, case: &mut Case<'a, 'w>, it: Move, line: &mut String) -> Option<()> {
        if !self.may_go_on() {
            return None;
        }
        self.steps += 1;
        let key = self.ways.sop.kunci(it.0);
        let outcome = it.1.map_or("?".to_owned(), |at| (at + 1).to_string());
        case.step(it);
        self.waiting += case.waiting.iter().map(Vec::len).sum::<usize>();
        let space = if line.is_empty() { "" } else { " " };
        let _ = write!(line, "{space}{key}:{outcome}>{}", case.keys());
        Some(())
    }

    /// Whether something is refused now that was not seen before.
    fn see_refused(&mut self, case: &Case<'a, 'w>) -> bool {
        case.refused().filter(|it| self.left.remove(it)).count() > 0
    }

    /// Using up a bound leads to what comes after.
    fn uses_up(&self, (id, kind): Transition) -> bool {
        let Kind::Taken(at) = kind else { return false };
        [Kind::Then(at), Kind::Refused(at)].iter().any(|after| self.left.contains(&(id, *after)))
    }

    /// The move that leads to what was not seen yet by the fewest arrows.
    fn nearest(&mut self, case: &Case<'a, 'w>, moves: &[(Move, Transition)]) -> Option<(Move, Transition)> {
        if self.far.is_empty() {
            self.looked_at += self.left.len();
            let goals: BTreeSet<SimpulId> = self.left.iter().map(|(id, _)| *id).collect();
            self.measure(&goals);
        }
        let far = moves.iter().filter_map(|it| Some((self.way(case, it.0)?, *it)));
        far.min_by_key(|(far, _)| *far).map(|(_, it)| it)
    }

    /// Arrows from where a move leads to what is looked for.
    fn way(&self, case: &Case<'a, 'w>, it: Move) -> Option<usize> {
        let near = |target: &Sasaran| match target {
            Sasaran::Simpul(ids) => ids.iter().map(|id| self.far[id.index()]).min(),
            Sasaran::Akhir(_) => None,
        };
        case.targets(it).into_iter().filter_map(near).min().filter(|far| *far < usize::MAX)
    }

    /// How far every symbol is from the goals, along the arrows.
    fn measure(&mut self, goals: &BTreeSet<SimpulId>) {
        self.looked_at += self.before.len();
        self.far = vec![usize::MAX; self.before.len()];
        let mut queue: VecDeque<SimpulId> = goals.iter().copied().collect();
        goals.iter().for_each(|id| self.far[id.index()] = 0);
        while let Some(id) = queue.pop_front() {
            self.looked_at += self.before[id.index()].len();
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
        let mut paths = prime_paths(&self.next, &self.before);
        self.out.paths.1 = paths.len();
        paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
        for path in paths.into_iter().take(MOST_PATHS) {
            if !self.may_begin() {
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
        let (mut case, mut line) = (Case::open(self.ways), String::new());
        let mut done = vec![false; self.before.len()];
        for (at, &id) in path.iter().enumerate() {
            self.lead_to(&mut case, id, &done, &mut line)?;
            done[id.index()] = true;
            if let Some(&next) = path.get(at + 1) {
                let moves = self.moves(&case);
                let leads = |it: &&(Move, Transition)| {
                    it.0.0 == id
                        && case
                            .targets(it.0)
                            .iter()
                            .any(|target| matches!(target, Sasaran::Simpul(ids) if ids.contains(&next)))
                };
                let it = moves.iter().find(leads)?.0;
                self.take(&mut case, it, &mut line)?;
            }
        }
        Some(line)
    }

    /// Does other things until a symbol waits, away from the path where it can be.
    fn lead_to(
        &mut self,
        case: &mut Case<'a, 'w>,
        goal: SimpulId,
        done: &[bool],
        line: &mut String,
    ) -> Option<()> {
        if case.waits(goal) {
            return Some(());
        }
        self.measure(&BTreeSet::from([goal]));
        for _ in 0..2 * self.before.len() + 20 {
            let moves = self.moves(case);
            let ways =
                moves.iter().filter_map(|(it, _)| Some(((done[it.0.index()], self.way(case, *it)?), *it)));
            let (_, it) = ways.min_by_key(|(way, _)| *way)?;
            self.take(case, it, line)?;
            if case.waits(goal) {
                return Some(());
            }
        }
        None
    }
}

fn successors(ways: &Ways, id: SimpulId) -> BTreeSet<SimpulId> {
    let aims = |sasaran: &Sasaran| match sasaran {
        Sasaran::Simpul(ids) => ids.clone(),
        Sasaran::Akhir(_) => Vec::new(),
    };
    let all = ways.arrows(id).iter().flatten();
    let mut out: BTreeSet<SimpulId> =
        all.flat_map(|arrow| [Some(&arrow.ke), arrow.lalu.as_ref()]).flatten().flat_map(aims).collect();
    if optional(ways.sop, id) {
        let over = ways.arrows(ways.last[id.index()]).iter().take(1).flatten();
        out.extend(over.flat_map(|arrow| aims(&arrow.ke)));
    }
    out
}

/// By symbol, those with an arrow to it.
fn before(next: &[BTreeSet<SimpulId>]) -> Vec<Vec<SimpulId>> {
    let mut before = vec![Vec::new(); next.len()];
    for (at, next) in next.iter().enumerate() {
        next.iter().for_each(|to| before[to.index()].push(SimpulId::from_index(at)));
    }
    before
}

/// The paths that visit no symbol twice (a loop: only its own start) and are part of no longer one; as many as the
/// search finds within its budget.
fn prime_paths(next: &[BTreeSet<SimpulId>], before: &[Vec<SimpulId>]) -> Vec<Vec<SimpulId>> {
    let (mut found, mut search, mut kept) = (Vec::new(), 0, 0);
    // By symbol: the path that it was last seen on.
    let mut on = vec![0; next.len()];
    for start in 0..next.len() {
        let mut open = vec![vec![SimpulId::from_index(start)]];
        while let Some(path) = open.pop() {
            search += 1;
            if search > MOST_SEARCH || kept > MOST_KEPT {
                return found;
            }
            path.iter().for_each(|id| on[id.index()] = search);
            let (first, last) = (path[0], path[path.len() - 1]);
            let mut longer = false;
            for &to in &next[last.index()] {
                if to == first {
                    kept += path.len();
                    found.push(path.iter().copied().chain([first]).collect());
                    longer = true;
                } else if on[to.index()] != search {
                    kept += path.len();
                    open.push(path.iter().copied().chain([to]).collect());
                    longer = true;
                }
            }
            let begins = before[first.index()].iter().all(|from| on[from.index()] == search && *from != last);
            if !longer && begins && path.len() > 1 {
                found.push(path);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All paths of a graph that visit no symbol twice, and its loops.
    fn simple_paths(next: &[BTreeSet<SimpulId>]) -> Vec<Vec<SimpulId>> {
        let mut all: Vec<Vec<SimpulId>> = (0..next.len()).map(|at| vec![SimpulId::from_index(at)]).collect();
        let mut at = 0;
        while let Some(path) = all.get(at).cloned() {
            at += 1;
            let looped = path.len() > 1 && path[0] == path[path.len() - 1];
            for to in &next[path[path.len() - 1].index()] {
                if !looped && (*to == path[0] || !path.contains(to)) {
                    all.push(path.iter().copied().chain([*to]).collect());
                }
            }
        }
        all.retain(|path| path.len() > 1);
        all
    }

    #[test]
    fn prime_paths_are_the_simple_paths_that_are_part_of_no_other() {
        let mut random = 7u64;
        let mut below = |end: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (random >> 33) % end
        };
        let mut found = 0;
        for _ in 0..300 {
            let size = 2 + below(4) as usize;
            let next: Vec<BTreeSet<SimpulId>> = (0..size)
                .map(|_| (0..size).filter(|_| below(10) < 4).map(SimpulId::from_index).collect())
                .collect();
            let all = simple_paths(&next);
            let part = |path: &Vec<SimpulId>| {
                all.iter().any(|of| of.len() > path.len() && of.windows(path.len()).any(|part| part == path))
            };
            let plain: BTreeSet<_> = all.iter().filter(|path| !part(path)).cloned().collect();
            let searched = prime_paths(&next, &before(&next));
            found += searched.len();
            assert_eq!(searched.len(), plain.len(), "each once");
            assert_eq!(searched.into_iter().collect::<BTreeSet<_>>(), plain, "{next:?}");
        }
        assert!(found > 1000, "{found}");
    }
}
