//! The flow as a Petri net in PNML (ISO/IEC 15909-2), for other tools to judge.

use super::template::{Template, data, fill, template};
use super::{Artifact, EmitError, Emitter, Job};
use crate::analysis::sound::{PetriNet, Transition};
use crate::text::{Text, xml_line};
use serde::Serialize;

pub(super) const EMITTER: Emitter = Emitter {
    name: "pnml",
    about: Text { id: "alur sebagai jaring Petri (PNML)", en: "the flow as a Petri net (PNML)" },
    by_default: false,
    draws: false,
    emit,
};

pub(super) static TEMPLATE: Template = template!("net.pnml", view_data);

fn view_data(job: &Job) -> serde_json::Value {
    let sop = &job.procedure.sop;
    data(&view(&sop.identitas.sop, &PetriNet::of(sop)))
}

#[derive(Serialize)]
struct View {
    judul: String,
    places: Vec<Place>,
    transitions: Vec<Named>,
    arcs: Vec<Arc>,
    last: String,
}

#[derive(Serialize)]
struct Place {
    id: String,
    name: String,
    tokens: bool,
}

#[derive(Serialize)]
struct Named {
    id: String,
    name: Option<String>,
}

#[derive(Serialize)]
struct Arc {
    id: String,
    from: String,
    to: String,
}

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    let sop = &job.procedure.sop;
    let text = fill(&TEMPLATE, &job.options.templates, &view(&sop.identitas.sop, &PetriNet::of(sop)))?;
    Ok(vec![Artifact::text(".pnml", text)])
}

fn view(judul: &str, net: &PetriNet) -> View {
    let place = |at: usize| format!("p{at}");
    let transition = |at: usize| format!("t{at}");
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (at, Transition { from, to, .. }) in net.transitions.iter().enumerate() {
        pairs.extend(from.iter().map(|from| (place(*from), transition(at))));
        pairs.extend(to.iter().map(|to| (transition(at), place(*to))));
    }
    let places = net.places.iter().enumerate();
    let transitions = net.transitions.iter().enumerate();
    View {
        judul: xml_line(judul),
        places: places
            .map(|(at, name)| Place { id: place(at), name: xml_line(name), tokens: at == 0 })
            .collect(),
        transitions: transitions
            .map(|(at, it)| Named { id: transition(at), name: it.name.as_deref().map(xml_line) })
            .collect(),
        arcs: (1..).zip(pairs).map(|(at, (from, to))| Arc { id: format!("a{at}"), from, to }).collect(),
        last: place(net.places.len() - 1),
    }
}
