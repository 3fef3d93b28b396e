//! The same procedure as a Petri net, so that any other tool can be asked for its verdict.
//!
//! A workflow net: one place where it begins, one where it ends, everything between. Bounds are not counted in it, as
//! in the first search of this analysis: a bounded return and what follows `lalu` may both be taken at any time.

use super::net::{Effect, Hasil, Net};
use crate::model::{AkhirId, Setelah, SimpulId, Sop};

/// A net of places and transitions; every arc has the weight 1.
#[derive(Clone, Debug)]
pub struct PetriNet {
    /// What each place means. The first holds the token at the beginning, the last one at the end.
    pub places: Vec<String>,
    /// What can happen.
    pub transitions: Vec<Transition>,
}

/// Something that can happen, once all its places hold a token.
#[derive(Clone, Debug)]
pub struct Transition {
    /// `2 (tidak)`; `None` for what happens by itself.
    pub name: Option<String>,
    /// The places that it takes a token from, by index.
    pub from: Vec<usize>,
    /// The places that it puts one to.
    pub to: Vec<usize>,
    /// The ends that it reaches, for tools that tell them apart: one for each time that the last place stands in `to`.
    pub ends: Vec<AkhirId>,
    /// The bound that it counts against, for tools that count.
    pub bound: Option<Counted>,
}

/// A bound of the procedure, which the net itself does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Which counter: ways that share one are counted together.
    pub counter: usize,
    /// How often the way may be taken.
    pub most: u32,
    /// What follows once it is used up.
    pub later: bool,
}

impl PetriNet {
    /// Of what the first row leads to and of all other rows.
    pub fn of(sop: &Sop) -> PetriNet {
        let net = Net::of(sop);
        let (turn, arrival) = (1, 1 + net.turns.len());
        let end = arrival + net.arrivals;
        let key = |place: u32| sop.kunci(SimpulId(net.turns[place as usize].simpul.start));
        let mut places = vec!["mulai".to_owned()];
        places.extend((0..net.turns.len()).map(|at| key(at as u32)));
        places.extend(net.joins.iter().flat_map(|join| {
            join.awaited.iter().map(|from| format!("{} -> {}", key(*from), key(join.place)))
        }));
        places.push("selesai".to_owned());
        let mut transitions =
            vec![Transition { name: None, from: vec![0], to: vec![turn], ends: Vec::new(), bound: None }];
        // A join starts the turn that its arrivals aim at: one transition for each.
        let mut opened: Vec<(usize, u32)> = Vec::new();
        for at in 0..net.turns.len() {
            for number in net.moves_of(at) {
                let step = &net.moves[number];
                let lalu = step.bound.as_ref().is_some_and(|bound| bound.lalu.is_some());
                for later in [false, true].into_iter().take(1 + usize::from(lalu)) {
                    let (mut to, mut ends) = (Vec::new(), Vec::new());
                    for effect in net.effects(number, later) {
                        to.push(match *effect {
                            Effect::Start(next) => turn + next as usize,
                            Effect::End(id) => {
                                ends.push(id);
                                end
                            }
                            Effect::Arrive(bit, join, next) => {
                                if !opened.contains(&(join, next)) {
                                    opened.push((join, next));
                                }
                                arrival + bit
                            }
                        });
                    }
                    let name = Some(label(sop, step.simpul, step.hasil, later));
                    let bound = step.bound.as_ref().map(|bound| {
                        let counter = bound.index as usize;
                        Counted { counter, most: net.bounds[counter], later }
                    });
                    transitions.push(Transition { name, from: vec![turn + at], to, ends, bound });
                }
            }
        }
        for (join, next) in opened {
            let from = net.joins[join].bits.clone().map(|bit| arrival + bit).collect();
            let to = vec![turn + next as usize];
            transitions.push(Transition { name: None, from, to, ends: Vec::new(), bound: None });
        }
        PetriNet { places, transitions }
    }
}

/// The name of what happens, as `sop build --target pnml` writes it: `2`, `2 (tidak)`, and `2 (tidak, lalu)` once the bound is used up.
pub fn label(sop: &Sop, simpul: SimpulId, hasil: Hasil, later: bool) -> String {
    let key = sop.kunci(simpul);
    let answer = match (hasil, &sop[simpul].setelah) {
        (Hasil::Dilewati, _) => "dilewati",
        (Hasil::Cabang(at), Setelah::Jika(cabang)) => cabang[at].jawaban.teks(),
        _ => "",
    };
    let lalu = if later { "lalu" } else { "" };
    let said: Vec<&str> = [answer, lalu].into_iter().filter(|it| !it.is_empty()).collect();
    if said.is_empty() { key } else { format!("{key} ({})", said.join(", ")) }
}
