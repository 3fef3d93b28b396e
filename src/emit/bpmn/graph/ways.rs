//! How a task leads on: its outcomes, the gateway that reads them, the guard of a bound, the fork.

use super::maker::{Maker, Side};
use super::{Counter, Kind, Outcome, When};
use crate::emit::bpmn::names::ident;
use crate::emit::bpmn::words::Words;
use crate::emit::unique::Unique;
use crate::model::{Jawaban, Lanjutan, Setelah, SimpulId, Sop};
use crate::text::capitalised;

/// One way on from a task: the outcomes that lead along it, and where it leads.
struct Way<'s> {
    values: Vec<String>,
    labels: Vec<String>,
    from: SimpulId,
    branch: usize,
    to: Vec<&'s Lanjutan>,
}

impl<'a> Maker<'a> {
    /// Leads on from a task: a gateway where somebody chooses, a guard where a bound is counted, a fork.
    pub(super) fn follow(&mut self, task: usize) {
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
        let split = self.beside(task, Kind::Split, "Keputusan", Side::After);
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
        if sop.may_be_passed(first) {
            let last = sop.goes_on_from(sop[first].kegiatan);
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
                let guard = self.beside(task, Kind::Guard, "Batas", Side::After);
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
        let fork = self.beside(task, Kind::Fork, "Bersamaan", Side::After);
        self.graph.flows[flow].to = fork;
        Some(fork)
    }
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
