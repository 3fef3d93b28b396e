//! The typestate face of the generated machine: what leads where, as types.

use super::maker::Maker;
use crate::model::{KegiatanId, Lanjutan, Sasaran, Setelah, SimpulId};
use serde::Serialize;
use std::collections::BTreeSet;

/// The lines of the template's macros. They stand in braces, where rustfmt leaves them alone.
#[derive(Serialize)]
pub(super) struct Typestate {
    langkah: Vec<String>,
    pelaksana: Vec<String>,
    hasil: Vec<String>,
    tuples: Vec<String>,
    start: String,
    steps: Vec<String>,
    /// Rows that may be passed over, alternatives, joins.
    others: Vec<String>,
}

impl Maker<'_> {
    pub(super) fn typestate(&self) -> Typestate {
        let sop = self.sop;
        let mut out = Typestate {
            langkah: self.langkah.clone(),
            pelaksana: self.pelaksana.clone(),
            hasil: self.hasil_variants().into_iter().map(|variant| variant.name).collect(),
            tuples: Vec::new(),
            start: self.waiting(&self.entry(KegiatanId(0))),
            steps: Vec::new(),
            others: Vec::new(),
        };
        let mut forks = BTreeSet::new();
        let mut turns = BTreeSet::from([self.entry(KegiatanId(0))]);
        for at in 0..sop.simpul.len() {
            let id = SimpulId::from_index(at);
            let name = &self.langkah[at];
            let actors = self.actors(id);
            let actors: Vec<&str> = actors.iter().map(|at| self.pelaksana[*at].as_str()).collect();
            out.steps.push(format!("{name} by {} {{", actors.join(" ")));
            for (hasil, arrows) in self.outcomes(id) {
                let to: Vec<String> = arrows.iter().map(|arrow| self.to(id, arrow)).collect();
                forks.extend((to.len() > 1).then_some(to.len()));
                out.steps.push(format!("    {hasil} => {};", tuple(&to)));
                let aims = arrows.iter().flat_map(|arrow| [Some(&arrow.ke), arrow.lalu.as_ref()]).flatten();
                turns.extend(aims.filter_map(|aim| match aim {
                    Sasaran::Simpul(ids) => Some(ids.to_vec()),
                    Sasaran::Akhir(_) => None,
                }));
            }
            out.steps.push("}".to_owned());
            if sop.may_be_passed(id) {
                let last = self.goes_on_from(sop[id].kegiatan);
                if let Some((_, arrows)) = self.outcomes(last).into_iter().next() {
                    // By its first way, as long as that may be taken.
                    let to: Vec<String> = arrows.iter().map(|arrow| self.aim(last, &arrow.ke)).collect();
                    let bound = arrows.iter().any(|arrow| arrow.paling_banyak.is_some());
                    forks.extend((to.len() > 1).then_some(to.len()));
                    if !bound {
                        out.others
                            .push(format!("impl Pass for langkah::{name} {{ type To = {}; }}", tuple(&to)));
                    }
                }
            }
        }
        for turn in turns {
            self.turn_items(&turn, &mut out.others);
        }
        out.tuples = forks
            .into_iter()
            .map(|n| (0..n).map(|at| format!("T{at}")).collect::<Vec<_>>())
            .map(|names| format!("({})", names.join(" ")))
            .collect();
        out
    }

    /// What a turn of several needs, and what one needs that waits for others.
    fn turn_items(&self, turn: &[SimpulId], out: &mut Vec<String>) {
        let marks: Vec<String> = turn.iter().map(|id| self.mark(*id)).collect();
        if turn.len() > 1 {
            out.extend(marks.iter().map(|mark| format!("impl Among<{}> for {mark} {{}}", tuple(&marks))));
        }
        let first = self.entry(self.sop[turn[0]].kegiatan)[0];
        let groups = self.groups(turn[0]);
        if !groups.is_empty() && turn[0] == first {
            let from: Vec<String> =
                (0..groups.len()).map(|at| format!("Tiba<{}, {at}>", self.mark(first))).collect();
            let comma = if from.len() == 1 { "," } else { "" };
            out.push(format!(
                "impl Joins for {} {{ type From = ({}{comma}); type To = {}; }}",
                self.mark(first),
                from.join(", "),
                self.waiting(turn)
            ));
        }
    }

    fn to(&self, from: SimpulId, arrow: &Lanjutan) -> String {
        let first = self.aim(from, &arrow.ke);
        match &arrow.lalu {
            Some(lalu) => format!("Terbatas<{first}, {}>", self.aim(from, lalu)),
            None => first,
        }
    }

    fn aim(&self, from: SimpulId, sasaran: &Sasaran) -> String {
        match sasaran {
            Sasaran::Akhir(_) => "Tamat".to_owned(),
            Sasaran::Simpul(ids) => match self.group_of(ids[0], from) {
                Some(group) => {
                    let join = self.entry(self.sop[ids[0]].kegiatan)[0];
                    format!("Tiba<{}, {group}>", self.mark(join))
                }
                None => self.waiting(ids),
            },
        }
    }

    fn waiting(&self, turn: &[SimpulId]) -> String {
        let marks: Vec<String> = turn.iter().map(|id| self.mark(*id)).collect();
        if marks.len() > 1 { format!("Pilihan<{}>", tuple(&marks)) } else { format!("Di<{}>", marks[0]) }
    }

    fn mark(&self, id: SimpulId) -> String {
        format!("langkah::{}", self.langkah[id.index()])
    }

    /// Every outcome of a symbol by its name, and its arrows.
    pub(super) fn outcomes(&self, id: SimpulId) -> Vec<(&str, Vec<&Lanjutan>)> {
        match &self.sop[id].setelah {
            Setelah::Ke(arrow) => vec![("Selesai", vec![arrow])],
            Setelah::Bersamaan(branches) => vec![("Selesai", branches.iter().collect())],
            Setelah::Jika(cabang) => cabang
                .iter()
                .map(|cabang| (self.hasil_name(&cabang.jawaban), vec![&cabang.lanjutan]))
                .collect(),
        }
    }
}

fn tuple(types: &[String]) -> String {
    match types {
        [one] => one.clone(),
        several => format!("({})", several.join(", ")),
    }
}
