//! The flow as a state chart (SCXML, W3C 2015): a region for every place of its Petri net, empty or waiting; an event for
//! everything that can happen. Bounds are counted in the data model, so that the chart refuses what the procedure forbids.

use super::template::{Template, data, fill, template};
use super::{Artifact, EmitError, Emitter, Job};
use crate::analysis::sound::{Counted, PetriNet, Transition};
use crate::text::{Text, xml_line};
use serde::Serialize;

pub(super) const EMITTER: Emitter = Emitter {
    name: "scxml",
    about: Text { id: "alur sebagai bagan keadaan (SCXML)", en: "the flow as a state chart (SCXML)" },
    by_default: false,
    draws: false,
    emit,
};

pub(super) static TEMPLATE: Template = template!("states.scxml", view_data);

fn view_data(job: &Job) -> serde_json::Value {
    let sop = &job.procedure.sop;
    data(&view(&sop.identitas.sop, &PetriNet::of(sop)))
}

#[derive(Serialize)]
struct View {
    judul: String,
    counters: Vec<String>,
    places: Vec<Place>,
    joins: Vec<Join>,
}

#[derive(Serialize)]
struct Place {
    id: String,
    name: String,
    first: bool,
    moves: Vec<Move>,
    /// The joins that empty it.
    emptied: Vec<String>,
}

#[derive(Serialize)]
struct Move {
    event: String,
    cond: Option<String>,
    count: Option<String>,
    to: Vec<String>,
}

#[derive(Serialize)]
struct Join {
    id: String,
    cond: String,
    to: Vec<String>,
}

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let sop = &job.procedure.sop;
    let text = fill(&TEMPLATE, &job.options.templates, &view(&sop.identitas.sop, &PetriNet::of(sop)))?;
    Ok(vec![Artifact::text(".scxml", text)])
}

fn view(judul: &str, net: &PetriNet) -> View {
    let place = |at: usize| format!("p{at}");
    let count = net.transitions.iter().filter_map(|it| it.bound).map(|bound| bound.counter + 1).max();
    let (single, joint): (Vec<&Transition>, Vec<&Transition>) =
        net.transitions.iter().partition(|it| it.from.len() == 1);
    let join_id = |at: usize| format!("j{at}");
    let places = net.places.iter().enumerate().map(|(at, name)| Place {
        id: place(at),
        name: escaped(name),
        first: at == 0,
        moves: single.iter().filter(|it| it.from[0] == at).map(|it| step(it, &place)).collect(),
        emptied: joint
            .iter()
            .enumerate()
            .filter(|(_, it)| it.from.contains(&at))
            .map(|(at, _)| join_id(at))
            .collect(),
    });
    let joins = joint.iter().enumerate().map(|(at, it)| Join {
        id: join_id(at),
        cond: it
            .from
            .iter()
            .map(|from| format!("In('{}_isi')", place(*from)))
            .collect::<Vec<_>>()
            .join(" &amp;&amp; "),
        to: it.to.iter().map(|to| place(*to)).collect(),
    });
    View {
        judul: escaped(judul),
        counters: (0..count.unwrap_or(0)).map(counter).collect(),
        places: places.collect(),
        joins: joins.collect(),
    }
}

fn counter(at: usize) -> String {
    format!("ulang_{}", at + 1)
}

fn step(it: &Transition, place: &impl Fn(usize) -> String) -> Move {
    let bound = |Counted { counter: at, most, later }: Counted| {
        let test = if later { "&gt;=" } else { "&lt;" };
        (format!("{} {test} {most}", counter(at)), counter(at))
    };
    let (cond, count) = it.bound.map(bound).unzip();
    Move {
        event: it.name.as_deref().map_or("mulai".to_owned(), event),
        cond,
        count,
        to: it.to.iter().map(|to| place(*to)).collect(),
    }
}

/// `3.2 (tidak, lalu)` → `langkah.3_2.tidak`: what follows the last return has the same name as the return.
fn event(name: &str) -> String {
    let (key, answer) = name.split_once(" (").unwrap_or((name, ""));
    let answer = answer.trim_end_matches(')').trim_end_matches("lalu").trim_end_matches([',', ' ']);
    let token = |text: &str| -> String {
        text.chars()
            .map(|c| if c.is_alphanumeric() { c } else { '_' })
            .collect::<String>()
            .trim_matches('_')
            .to_owned()
    };
    match token(answer) {
        answer if answer.is_empty() => format!("langkah.{}", token(key)),
        answer => format!("langkah.{}.{answer}", token(key)),
    }
}

/// Text between tags, in attributes and in comments.
fn escaped(text: &str) -> String {
    // Two hyphens would end a comment.
    xml_line(&text.replace("--", "- -"))
}
