//! What becomes of running cases when a procedure is replaced by its next version.
//!
//! A step keeps its place where the generated machine calls it the same; else the step of the new version whose text is
//! most alike takes it over, if it is alike enough; else somebody has to decide.

use super::maker::Maker;
use crate::analysis::Procedure;
use crate::emit::fingerprint;
use crate::model::{Sasaran, SimpulId};
use crate::sorting;
use crate::text::{Lang, fold};
use similar::TextDiff;
use std::collections::BTreeSet;

/// So much of two texts must be alike for one to take the place of the other.
const ALIKE: f32 = 0.6;

/// What becomes of the steps of the old version.
#[derive(Debug)]
pub struct Migration {
    /// Fingerprints of the two versions, as printed on forms.
    pub versions: [String; 2],
    /// Every step of the old version, in order.
    pub steps: Vec<Step>,
    /// Steps that only the new version has: number and text.
    pub new: Vec<(String, String)>,
}

/// A step of the old version.
#[derive(Debug)]
pub struct Step {
    /// Number of its row; in a row of several symbols also its actors.
    pub label: String,
    /// What the generated machine calls it.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The step that takes its place: a case that waits here will wait there.
    pub place: Option<Place>,
}

/// A step of the new version.
#[derive(Debug)]
pub struct Place {
    /// As [`Step::label`].
    pub label: String,
    /// As [`Step::name`].
    pub name: String,
    /// What is not as it was.
    pub changed: Vec<Change>,
}

/// Something about a step that another version says differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are words of the form")]
pub enum Change {
    Uraian,
    Pelaksana,
    Alur,
    Kelengkapan,
    Waktu,
    Output,
}

/// Compares two versions of a procedure.
pub fn migration(old: &Procedure, new: &Procedure) -> Migration {
    let (old, new) = (Maker::new(old, Lang::Id), Maker::new(new, Lang::Id));
    let mut place: Vec<Option<usize>> =
        old.langkah.iter().map(|name| new.langkah.iter().position(|it| it == name)).collect();
    let mut taken: Vec<bool> = (0..new.langkah.len()).map(|at| place.contains(&Some(at))).collect();
    let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
    for from in (0..place.len()).filter(|from| place[*from].is_none()) {
        for to in (0..taken.len()).filter(|to| !taken[*to]) {
            let alike = alike(&old, from, &new, to);
            pairs.extend((alike >= ALIKE).then_some((alike, from, to)));
        }
    }
    // The most alike first; of equals the first rows.
    sorting::by(&mut pairs, |one, other| other.0.total_cmp(&one.0));
    for (_, from, to) in pairs {
        if place[from].is_none() && !taken[to] {
            (place[from], taken[to]) = (Some(to), true);
        }
    }
    let label = |maker: &Maker, at: usize| maker.label(&maker.sop.simpul[at]);
    let text =
        |maker: &Maker, at: usize| maker.sop.kegiatan_dari(SimpulId::from_index(at)).uraian.to_string();
    let steps = place.iter().enumerate().map(|(from, to)| Step {
        label: label(&old, from),
        name: old.langkah[from].clone(),
        text: text(&old, from),
        place: to.map(|to| Place {
            label: label(&new, to),
            name: new.langkah[to].clone(),
            changed: changes(&old, from, &new, to, &place),
        }),
    });
    Migration {
        versions: [fingerprint::shown(old.sop), fingerprint::shown(new.sop)],
        steps: steps.collect(),
        new: (0..taken.len()).filter(|at| !taken[*at]).map(|at| (label(&new, at), text(&new, at))).collect(),
    }
}

/// How much two steps are alike; those of other actors are less so.
fn alike(old: &Maker, from: usize, new: &Maker, to: usize) -> f32 {
    let text = |maker: &Maker, at: usize| fold(&maker.sop.kegiatan_dari(SimpulId::from_index(at)).uraian);
    let (one, other) = (text(old, from), text(new, to));
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<String>>();
    let (few, many) = (words(&one), words(&other));
    let shared = few.intersection(&many).count() as f32 / few.len().min(many.len()).max(1) as f32;
    // Words added to a text leave it much the same.
    let texts = TextDiff::from_chars(&one, &other).ratio().max(shared * 0.8);
    let (from, to) = (SimpulId::from_index(from), SimpulId::from_index(to));
    if old.sop.pelaku(from) == new.sop.pelaku(to) { texts } else { texts * 0.8 }
}

fn changes(old: &Maker, from: usize, new: &Maker, to: usize, place: &[Option<usize>]) -> Vec<Change> {
    let (one, other) = (SimpulId::from_index(from), SimpulId::from_index(to));
    let (row, then) = (old.sop.kegiatan_dari(one), new.sop.kegiatan_dari(other));
    let papers = |butir: &[crate::model::Butir]| butir.iter().map(|it| fold(&it.teks)).collect::<Vec<_>>();
    let times = |row: &crate::model::Kegiatan| super::maker::waktu(row);
    // Targets are compared as steps of the new version.
    let flow = |maker: &Maker, id: SimpulId, old: bool| {
        let aim = |sasaran: &Sasaran| match sasaran {
            Sasaran::Simpul(ids) => {
                let at = |id: &SimpulId| if old { place[id.index()] } else { Some(id.index()) };
                format!("{:?}", ids.iter().map(at).collect::<Vec<_>>())
            }
            Sasaran::Akhir(id) => maker.sop[*id].nama.clone().unwrap_or_default(),
        };
        let outcomes = maker.outcomes(id).into_iter().map(|(hasil, arrows)| {
            let arrows = arrows.iter().map(|it| (aim(&it.ke), it.paling_banyak, it.lalu.as_ref().map(aim)));
            (hasil.to_owned(), arrows.collect::<Vec<_>>())
        });
        (outcomes.collect::<Vec<_>>(), maker.sop.may_be_passed(id))
    };
    [
        (Change::Uraian, fold(&row.uraian) != fold(&then.uraian)),
        (Change::Pelaksana, old.sop.pelaku(one) != new.sop.pelaku(other) || row.pengganti != then.pengganti),
        (Change::Alur, flow(old, one, true) != flow(new, other, false)),
        (Change::Kelengkapan, papers(&row.mutu_baku.kelengkapan) != papers(&then.mutu_baku.kelengkapan)),
        (Change::Waktu, times(row) != times(then)),
        (Change::Output, papers(&row.mutu_baku.output) != papers(&then.mutu_baku.output)),
    ]
    .into_iter()
    .filter_map(|(change, is)| is.then_some(change))
    .collect()
}
