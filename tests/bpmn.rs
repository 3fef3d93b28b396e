//! The BPMN of every procedure, for every engine: well-formed, complete, and drawn without overlap. What the schema, a
//! linter and engines say of it is asked in `tests/agreement/run`.
#![cfg(feature = "bpmn")]
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;

use corpus::{Sample, emitted, sample, samples};
use roxmltree::{Document, Node};
use sop::emit::Engine;
use std::collections::{BTreeMap, BTreeSet};

const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/// The nodes of the flow, without what is not one.
const NODES: &[&str] =
    &["startEvent", "userTask", "exclusiveGateway", "parallelGateway", "endEvent", "boundaryEvent"];

fn all() -> Vec<Sample> {
    let mut all = samples();
    let random = (0..30).map(|seed| {
        let text = procedures::procedure(seed, 4 + seed as usize, 2 + seed as usize % 9);
        sample(&format!("acak-{seed}"), &text)
    });
    all.extend(random);
    all.push(sample("odd", include_str!("generated_code/odd.sop")));
    all
}

fn bpmn(sample: &mut Sample, engine: Engine) -> String {
    sample.options.engine = engine;
    emitted("bpmn", sample, ".bpmn")
}

fn elements<'a>(document: &'a Document, names: &'a [&str]) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(|node| {
        let name = node.tag_name();
        name.namespace() == Some(MODEL) && names.contains(&name.name())
    })
}

#[test]
fn every_reference_leads_somewhere_and_every_part_is_drawn() {
    for mut sample in all() {
        for (name, engine) in Engine::NAMES {
            let text = bpmn(&mut sample, engine);
            let stem = format!("{} ({name})", sample.stem);
            let document = Document::parse(&text).unwrap_or_else(|error| panic!("{stem}: {error}"));
            let mut ids = BTreeSet::new();
            let standard = |node: &Node| {
                node.tag_name().namespace().is_some_and(|uri| uri.starts_with("http://www.omg.org/"))
            };
            for id in document.descendants().filter(standard).filter_map(|node| node.attribute("id")) {
                assert!(ids.insert(id), "{stem}: {id} stands twice");
            }
            for node in document.descendants() {
                let inside = ["incoming", "outgoing", "flowNodeRef", "sourceRef", "targetRef", "resourceRef"];
                let text = inside.contains(&node.tag_name().name()).then(|| node.text()).flatten();
                let attributes =
                    ["sourceRef", "targetRef", "default", "attachedToRef", "bpmnElement", "dataObjectRef"];
                for id in text.into_iter().chain(attributes.iter().filter_map(|name| node.attribute(*name))) {
                    assert!(ids.contains(id), "{stem}: nothing has the id {id}");
                }
            }
            let drawn: BTreeSet<&str> =
                document.descendants().filter_map(|node| node.attribute("bpmnElement")).collect();
            for node in elements(&document, NODES).chain(elements(&document, &["sequenceFlow", "lane"])) {
                let id = node.attribute("id").unwrap();
                assert!(drawn.contains(id), "{stem}: {id} is not drawn");
            }
        }
    }
}

#[test]
fn a_part_is_entered_and_left_as_its_kind_demands() {
    for mut sample in all() {
        let text = bpmn(&mut sample, Engine::Standard);
        let document = Document::parse(&text).unwrap();
        for node in elements(&document, NODES) {
            let count = |name| node.children().filter(|child| child.tag_name().name() == name).count();
            let (before, after) = (count("incoming"), count("outgoing"));
            let fits = match node.tag_name().name() {
                "startEvent" | "boundaryEvent" => (before, after) == (0, 1),
                "endEvent" => (before, after) == (1, 0),
                "userTask" => (before, after) == (1, 1),
                // A gateway splits or joins, never both, and never neither.
                _ => (before == 1) != (after == 1),
            };
            assert!(
                fits,
                "{}: {:?} has {before} before it and {after} after",
                sample.stem,
                node.attribute("id")
            );
        }
    }
}

type Rect = [i32; 4];

/// Bounds of every drawn shape, by the id of what it shows.
fn shapes<'a>(document: &'a Document) -> BTreeMap<&'a str, Rect> {
    let shape = |node: &Node| node.tag_name().name() == "BPMNShape";
    document
        .descendants()
        .filter(shape)
        .map(|shape| {
            let bounds = shape.children().find(|child| child.tag_name().name() == "Bounds").unwrap();
            let number = |name| bounds.attribute(name).unwrap().parse::<i32>().unwrap();
            (
                shape.attribute("bpmnElement").unwrap(),
                [number("x"), number("y"), number("width"), number("height")],
            )
        })
        .collect()
}

#[test]
fn no_part_overlaps_another_and_no_flow_runs_through_one() {
    for mut sample in all() {
        let text = bpmn(&mut sample, Engine::Standard);
        let document = Document::parse(&text).unwrap();
        let shapes = shapes(&document);
        let parts: Vec<(&str, Rect, Option<&str>)> = elements(&document, NODES)
            .chain(elements(&document, &["dataObjectReference"]))
            .map(|node| {
                let id = node.attribute("id").unwrap();
                (id, shapes[id], node.attribute("attachedToRef"))
            })
            .collect();
        let pool = shapes["Kolam"];
        for (at, (id, [x, y, width, height], host)) in parts.iter().enumerate() {
            let inside = *x >= pool[0]
                && *y >= pool[1]
                && x + width <= pool[0] + pool[2]
                && y + height <= pool[1] + pool[3];
            assert!(inside, "{}: {id} leaves the pool", sample.stem);
            for (other, [left, top, wide, high], other_host) in &parts[at + 1..] {
                let apart = x + width <= *left || left + wide <= *x || y + height <= *top || top + high <= *y;
                let hangs = *host == Some(*other) || *other_host == Some(*id);
                assert!(apart || hangs, "{}: {id} and {other} overlap", sample.stem);
            }
        }
        let flows: BTreeSet<&str> =
            elements(&document, &["sequenceFlow"]).map(|node| node.attribute("id").unwrap()).collect();
        for edge in document.descendants().filter(|node| node.tag_name().name() == "BPMNEdge") {
            let flow = edge.attribute("bpmnElement").unwrap();
            if !flows.contains(flow) {
                continue;
            }
            let points: Vec<(i32, i32)> = edge
                .children()
                .filter(|node| node.tag_name().name() == "waypoint")
                .map(|node| {
                    let number = |name| node.attribute(name).unwrap().parse::<i32>().unwrap();
                    (number("x"), number("y"))
                })
                .collect();
            for pair in points.windows(2) {
                let [(a, b), (c, d)] = [pair[0], pair[1]];
                assert!(a == c || b == d, "{}: {flow} is not straight", sample.stem);
                for (id, [x, y, width, height], _) in &parts {
                    let clear =
                        a.max(c) <= *x || x + width <= a.min(c) || b.max(d) <= *y || y + height <= b.min(d);
                    assert!(clear, "{}: {flow} runs through {id}", sample.stem);
                }
            }
        }
    }
}

#[test]
fn who_may_act_is_said_in_each_engines_way() {
    let text = "sop: Satu\npelaksana:\n  - Kabid\n  - Kepala Dinas\nkegiatan:\n1. Kabid, Kepala Dinas: Memeriksa berkas\n   pengganti: Sekretaris\n   ya: selesai\n   tidak: kembali ke 1, paling banyak 2 kali, lalu selesai, ditolak\n";
    let mut sample = sample("satu", text);
    for (engine, words) in [
        (
            Engine::Standard,
            &[
                "<bpmn:resourceRef>Kelompok_kepala_dinas<",
                "hasil_1 = \"ya\"",
                "<bpmn:resourceRef>Pengganti_Sekretaris<",
            ][..],
        ),
        (
            Engine::Camunda7,
            &["camunda:candidateGroups=\"kabid,kepala_dinas,sekretaris\"", "${ulang_1_2 &lt;= 2}"][..],
        ),
        (
            Engine::Zeebe,
            &["candidateGroups=\"kabid,kepala_dinas,sekretaris\"", "=hasil_1 = &quot;ya&quot;<"][..],
        ),
        (Engine::Flowable, &["flowable:candidateGroups=\"kabid,kepala_dinas,sekretaris\""][..]),
        (
            Engine::Spiff,
            &[
                "name=\"candidateGroups\" value=\"kabid,kepala_dinas,sekretaris\"",
                "ulang_1_2 = ulang_1_2 + 1",
            ][..],
        ),
    ] {
        let text = bpmn(&mut sample, engine).replace("&quot;ya&quot;<", "\"ya\"<");
        for words in words {
            let words = words.replace("&quot;ya&quot;<", "\"ya\"<");
            assert!(text.contains(&words), "{engine:?} says nothing of {words}:\n{text}");
        }
    }
}
