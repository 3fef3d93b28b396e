//! The flow as a state chart (SCXML, W3C 2015): a region for every place of its Petri net, empty or waiting; an event for
//! everything that can happen, and a region for every end. Bounds are counted in the data model, so that the chart refuses what the procedure forbids.

use super::template::{Template, data, fill, template};
use super::unique::Unique;
use super::{Artifact, EmitError, Emitter, Job};
use crate::analysis::sound::{Counted, PetriNet, Transition};
use crate::model::{Akhir, Sop};
use crate::text::{Text, xml_line};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

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
    data(&view(sop, &PetriNet::of(sop)))
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
    let text = fill(&TEMPLATE, &job.options.templates, &view(sop, &PetriNet::of(sop)))?;
    Ok(vec![Artifact::text(".scxml", text)])
}

fn view(sop: &Sop, net: &PetriNet) -> View {
    let place = |at: usize| format!("p{at}");
    let ends = ends(sop);
    // The net has one place for all ends, the last one.
    let last = net.places.len() - 1;
    let to = |it: &Transition| {
        let mut reached = it.ends.iter();
        let name = |at: &usize| match (*at == last).then(|| reached.next()).flatten() {
            Some(end) => ends[end.index()].clone(),
            None => place(*at),
        };
        it.to.iter().map(name).collect::<Vec<String>>()
    };
    let count = net.transitions.iter().filter_map(|it| it.bound).map(|bound| bound.counter + 1).max();
    let (single, joint): (Vec<&Transition>, Vec<&Transition>) =
        net.transitions.iter().partition(|it| it.from.len() == 1);
    let join_id = |at: usize| format!("j{at}");
    let events = events(net);
    // Of each place what begins there, and which joins empty it.
    let mut single_from = vec![Vec::new(); net.places.len()];
    single.iter().for_each(|it| single_from[it.from[0]].push(*it));
    let mut joined_from = vec![Vec::new(); net.places.len()];
    for (at, it) in joint.iter().enumerate() {
        it.from.iter().collect::<BTreeSet<_>>().into_iter().for_each(|from| joined_from[*from].push(at));
    }
    let places = net.places[..last].iter().enumerate().map(|(at, name)| Place {
        id: place(at),
        name: escaped(name),
        first: at == 0,
        moves: {
            let here = single_from[at].iter();
            let mut moves: Vec<Move> = here.map(|it| step(it, &events, to(it))).collect();
            // `langkah.3` is what `langkah.3.dilewati` begins with, and so takes it, too, where it stands before.
            moves.sort_by_key(|it| Reverse(it.event.matches('.').count()));
            moves
        },
        emptied: joined_from[at].iter().copied().map(join_id).collect(),
    });
    let joins = joint.iter().enumerate().map(|(at, it)| Join {
        id: join_id(at),
        cond: it
            .from
            .iter()
            .map(|from| format!("In('{}_isi')", place(*from)))
            .collect::<Vec<_>>()
            .join(" &amp;&amp; "),
        to: to(it),
    });
    let end = |(id, end): (&String, &Akhir)| Place {
        id: id.clone(),
        name: escaped(end.nama.as_deref().unwrap_or("selesai")),
        first: false,
        moves: Vec::new(),
        emptied: Vec::new(),
    };
    View {
        judul: escaped(&sop.identitas.sop),
        counters: (0..count.unwrap_or(0)).map(counter).collect(),
        places: places.chain(ends.iter().zip(&sop.akhir).map(end)).collect(),
        joins: joins.collect(),
    }
}

/// The name of every end in the chart: `akhir`, `akhir_permohonan_ditolak`; two ends never have the same.
fn ends(sop: &Sop) -> Vec<String> {
    let mut names = Unique::default();
    let name = |end: &Akhir| match token(end.nama.as_deref().unwrap_or_default()) {
        name if name.is_empty() => names.name("akhir"),
        name => names.name(&format!("akhir_{name}")),
    };
    sop.akhir.iter().map(name).collect()
}

fn counter(at: usize) -> String {
    format!("ulang_{}", at + 1)
}

fn step(it: &Transition, events: &BTreeMap<&str, String>, to: Vec<String>) -> Move {
    let bound = |Counted { counter: at, most, later }: Counted| {
        let test = if later { "&gt;=" } else { "&lt;" };
        (format!("{} {test} {most}", counter(at)), counter(at))
    };
    let (cond, count) = it.bound.map(bound).unzip();
    Move {
        event: it.name.as_deref().map_or("mulai".to_owned(), |name| events[name].clone()),
        cond,
        count,
        to,
    }
}

/// The event of every transition by its name: `3.2 (tidak, lalu)` → `langkah.3_2.tidak`. What follows the last return has
/// the event of the return; two outcomes never have the same, whatever marks their words differ in.
fn events(net: &PetriNet) -> BTreeMap<&str, String> {
    let mut names = Unique::default();
    let mut by_outcome: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut event = |name: &str, it: &Transition| {
        let outcome = outcome(name, it.bound.is_some_and(|bound| bound.later));
        let event = by_outcome.entry(outcome).or_insert_with_key(|(key, answer)| {
            let wanted = match [token(key), token(answer)] {
                [key, answer] if answer.is_empty() => format!("langkah.{key}"),
                [key, answer] => format!("langkah.{key}.{answer}"),
            };
            names.name(&wanted)
        });
        event.clone()
    };
    let named = net.transitions.iter().filter_map(|it| Some((it.name.as_deref()?, it)));
    named.map(|(name, it)| (name, event(name, it))).collect()
}

/// The key of a place and the answer, without the word for what comes after a bound.
fn outcome(name: &str, later: bool) -> (String, String) {
    let (key, answer) = name.split_once(" (").unwrap_or((name, ""));
    let answer = answer.strip_suffix(')').unwrap_or(answer);
    let answer = if later { answer.strip_suffix("lalu").unwrap_or(answer) } else { answer };
    let answer = if later { answer.trim_end_matches([',', ' ']) } else { answer };
    (key.to_owned(), answer.to_owned())
}

fn token(text: &str) -> String {
    let marks = text.chars().map(|c| if c.is_alphanumeric() { c } else { '_' });
    marks.collect::<String>().trim_matches('_').to_owned()
}

/// Text between tags, in attributes and in comments.
fn escaped(text: &str) -> String {
    // Two hyphens would end a comment.
    xml_line(&text.replace("--", "- -"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::compile;
    use crate::config::Config;

    #[test]
    fn every_outcome_has_an_event_of_its_own_and_what_follows_a_bound_has_that_of_its_return() {
        let text = "sop: Pengadaan\npelaksana:\n  - Staf\nkegiatan:\n1. Staf: Menyusun usulan\n2. Staf: Memeriksa usulan\n   \
                    jika nilai < 100 juta: lanjut ke 3\n   jika nilai > 100 juta: selesai\n   \
                    jika waktu berlalu: kembali ke 1, paling banyak 2 kali, lalu selesai, dihentikan\n3. Staf: Membeli barang\n";
        let procedure = compile(text, &Config::default()).procedure.expect("there are rows");
        let View { places, .. } = view(&procedure.sop, &PetriNet::of(&procedure.sop));
        let moves: Vec<(&str, Option<&str>)> = places
            .iter()
            .flat_map(|place| &place.moves)
            .map(|it| (it.event.as_str(), it.cond.as_deref()))
            .collect();
        assert_eq!(
            moves,
            [
                ("mulai", None),
                ("langkah.1", None),
                ("langkah.2.nilai___100_juta", None),
                ("langkah.2.nilai___100_juta_2", None),
                ("langkah.2.waktu_berlalu", Some("ulang_1 &lt; 2")),
                ("langkah.2.waktu_berlalu", Some("ulang_1 &gt;= 2")),
                ("langkah.3", None),
            ]
        );
    }

    #[test]
    fn every_join_empties_the_places_that_it_waits_for() {
        let fork = |row: usize| {
            let (one, other, join) = (row + 1, row + 2, row + 3);
            format!(
                "{row}. A: Membagi\n   bersamaan: {one}, {other}\n{one}. A: Menyusun\n   alur: lanjut ke {join}\n\
                 {other}. B: Menilai\n   alur: lanjut ke {join}\n{join}. A: Menyatukan\n   menunggu: {one}, {other}\n"
            )
        };
        let text = format!("sop: Uji\npelaksana:\n  - A\n  - B\nkegiatan:\n{}{}", fork(1), fork(5));
        let procedure = compile(&text, &Config::default()).procedure.expect("there are rows");
        let View { places, joins, .. } = view(&procedure.sop, &PetriNet::of(&procedure.sop));
        assert_eq!(joins.len(), 2);
        for join in joins {
            let emptied: Vec<&Place> = places.iter().filter(|it| it.emptied.contains(&join.id)).collect();
            let awaited = emptied.iter().map(|it| format!("In('{}_isi')", it.id)).collect::<Vec<_>>();
            assert_eq!((emptied.len(), join.cond), (2, awaited.join(" &amp;&amp; ")));
        }
    }

    #[test]
    fn every_end_has_a_place_with_its_name() {
        let text = "sop: Izin\npelaksana:\n  - A\nkegiatan:\n1. A: Memeriksa\n   ya: lanjut ke 2\n   tidak: selesai, berkas ditolak\n\
                    2. A: Menyetujui\n   ya: lanjut ke 3\n   tidak: kembali ke 1, paling banyak 2 kali, lalu selesai, berkas/ditolak\n\
                    3. A: Menyerahkan\n";
        let procedure = compile(text, &Config::default()).procedure.expect("there are rows");
        let View { places, .. } = view(&procedure.sop, &PetriNet::of(&procedure.sop));
        let targets: Vec<&str> =
            places.iter().flat_map(|place| &place.moves).flat_map(|it| &it.to).map(String::as_str).collect();
        assert_eq!(
            targets,
            ["p1", "p2", "akhir_berkas_ditolak", "p3", "p1", "akhir_berkas_ditolak_2", "akhir"]
        );
        let ends = places[4..].iter().map(|place| (place.id.as_str(), place.name.as_str()));
        assert_eq!(
            ends.collect::<Vec<_>>(),
            [
                ("akhir_berkas_ditolak", "berkas ditolak"),
                ("akhir_berkas_ditolak_2", "berkas/ditolak"),
                ("akhir", "selesai"),
            ]
        );
    }

    #[test]
    fn to_pass_over_a_row_is_asked_before_to_do_it() {
        let text = "sop: Surat\npelaksana:\n  - A\n  - B\nkegiatan:\n1. A: Menyusun\n2. A -> B: Memaraf\n   bila perlu: surat penting\n\
                    3. A: Mengirim\n";
        let procedure = compile(text, &Config::default()).procedure.expect("there are rows");
        let View { places, .. } = view(&procedure.sop, &PetriNet::of(&procedure.sop));
        let moves: Vec<(&str, &str)> =
            places[2].moves.iter().map(|it| (it.event.as_str(), it.to[0].as_str())).collect();
        assert_eq!(moves, [("langkah.2_1.dilewati", "p4"), ("langkah.2_1", "p3")]);
    }
}
