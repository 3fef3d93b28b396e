//! The flow for Graphviz: a cluster for each lane, an arrow for each way.

use super::{Artifact, EmitError, Emitter, Job};
use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::model::{Arah, Setelah, SimpulId, Sop};
use crate::text::Text;
use std::fmt::Write as _;

pub(super) const EMITTER: Emitter = Emitter {
    name: "dot",
    about: Text { id: "alur untuk Graphviz", en: "the flow for Graphviz" },
    by_default: false,
    draws: false,
    emit,
};

/// Letters in a line of a node.
const WIDE: usize = 28;

fn emit(job: &Job) -> Result<Vec<Artifact>, EmitError> {
    Ok(vec![Artifact::text(".dot", graph(job.procedure))])
}

fn graph(procedure: &Procedure) -> String {
    let sop = &procedure.sop;
    let mut out = String::from("digraph sop {\n");
    line(
        &mut out,
        2,
        &format!("graph [label={}, labelloc=t, newrank=true, fontname=Arial]", quoted(&sop.identitas.sop)),
    );
    line(&mut out, 2, "node [shape=box, fontname=Arial, fontsize=10]");
    line(&mut out, 2, "edge [fontname=Arial, fontsize=9]");
    line(&mut out, 2, "mulai [shape=circle, label=\"\", width=0.25, style=filled, fillcolor=black]");
    for (at, lane) in sop.pelaksana.iter().enumerate() {
        let own = (0..sop.simpul.len()).map(SimpulId::from_index);
        let own: Vec<SimpulId> =
            own.filter(|id| sop[*id].oleh.first().is_some_and(|of| of.index() == at)).collect();
        line(&mut out, 2, &format!("subgraph cluster_{} {{", at + 1));
        line(&mut out, 4, &format!("label={}", quoted(&lane.pendek)));
        for id in own {
            let shape = if sop[id].memutuskan() { ", shape=diamond" } else { "" };
            line(&mut out, 4, &format!("n{} [label={}{shape}]", id.0 + 1, quoted(&label(sop, id))));
        }
        line(&mut out, 2, "}");
    }
    for (at, end) in sop.akhir.iter().enumerate() {
        let name = quoted(&wrapped(end.nama.as_deref().unwrap_or("selesai")));
        line(&mut out, 2, &format!("akhir{} [shape=oval, peripheries=2, label={name}]", at + 1));
    }
    if let Some(first) = sop.simpul.first() {
        for id in sop.entries(first.kegiatan) {
            line(&mut out, 2, &format!("mulai -> n{}", id.0 + 1));
        }
    }
    for edge in &procedure.flow.edges {
        line(&mut out, 2, &arrow(sop, edge));
    }
    out.push_str("}\n");
    out
}

fn line(out: &mut String, indent: usize, words: &str) {
    let end = if words.ends_with(['{', '}']) { "" } else { ";" };
    let _ = writeln!(out, "{:indent$}{words}{end}", "");
}

fn label(sop: &Sop, id: SimpulId) -> String {
    let row = sop.kegiatan_dari(id);
    let mut words = format!("{}. {}", row.nomor, row.uraian);
    if row.simpul.len() > 1 || sop[id].oleh.len() > 1 {
        let _ = write!(words, " ({})", sop.pelaku(id).join(", "));
    }
    wrapped(&words)
}

fn arrow(sop: &Sop, edge: &Edge) -> String {
    let to = match edge.to {
        Target::Simpul(to) => format!("n{}", to.0 + 1),
        Target::Akhir(end) => format!("akhir{}", end.index() + 1),
    };
    let mut said: Vec<String> = Vec::new();
    if let (Some(at), Setelah::Jika(cabang)) = (edge.cabang, &sop[edge.from].setelah) {
        said.push(cabang[at].jawaban.teks().to_owned());
        said.extend(cabang[at].kondisi.clone());
    }
    if let Some(most) = edge.paling_banyak {
        said.push(format!("paling banyak {most} kali"));
    }
    if edge.lalu {
        said.push("lalu".to_owned());
    }
    let mut looks: Vec<String> = Vec::new();
    if !said.is_empty() {
        looks.push(format!("label={}", quoted(&wrapped(&said.join(", ")))));
    }
    if edge.arah == Arah::Kembali {
        looks.push("style=dashed, constraint=false".to_owned());
    }
    let looks = if looks.is_empty() { String::new() } else { format!(" [{}]", looks.join(", ")) };
    format!("n{} -> {to}{looks}", edge.from.0 + 1)
}

/// Lines of about [`WIDE`] letters.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > WIDE {
            out.push('\n');
            length = 0;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += letters;
    }
    out
}

/// A text between quotes, its line breaks as Graphviz writes them.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
