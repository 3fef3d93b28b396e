//! BPMN back to a procedure: what we wrote ourselves without loss, what others wrote as far as a table can say it, and
//! nothing of what is no diagram at all.
#![cfg(feature = "bpmn")]
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;

use corpus::{Sample, emitted, root, sample, samples};
use serde_json::Value;
use sop::emit::Engine;
use sop::import::{Imported, Refused, find};
use sop::text::Lang;

fn import(bytes: &[u8]) -> Result<Imported, Refused> {
    (find("bpmn").unwrap().import)(bytes)
}

/// What other programs read of a procedure, without what tells one text from another.
fn facts(sample: &Sample) -> Value {
    let mut facts: Value = serde_json::from_str(&emitted("json", sample, ".json")).unwrap();
    for key in ["sidik", "berisi_kesalahan"] {
        facts.as_object_mut().unwrap().remove(key);
    }
    facts
}

fn there_and_back(mut sample: Sample, engine: Engine) {
    sample.options.engine = engine;
    let imported = import(emitted("bpmn", &sample, ".bpmn").as_bytes()).unwrap();
    let text = sop::fmt::format(&imported.sop);
    let again = corpus::sample(&sample.stem, &text);
    assert_eq!(facts(&sample), facts(&again), "{} ({engine:?})\n{text}", sample.stem);
    let unreached = "tidak tercapai";
    let others = imported.lost.iter().filter(|note| !note.words(Lang::Id).contains(unreached)).count();
    assert_eq!(others, 0, "{}: {:?}", sample.stem, imported.lost);
}

#[test]
fn every_procedure_comes_back_with_the_same_facts() {
    for (_, engine) in Engine::NAMES {
        samples().into_iter().for_each(|sample| there_and_back(sample, engine));
    }
}

#[test]
fn random_procedures_come_back_with_the_same_facts() {
    for seed in 0..40 {
        let text = procedures::procedure(seed, 3 + seed as usize % 25, 2 + seed as usize % 9);
        there_and_back(sample(&format!("acak-{seed}"), &text), Engine::Standard);
    }
}

#[test]
fn a_file_of_another_editor_becomes_a_table_and_says_what_it_lost() {
    let bytes = std::fs::read(root().join("tests/import/modeler.bpmn")).unwrap();
    let imported = import(&bytes).unwrap();
    let mut text = sop::fmt::format(&imported.sop);
    for lang in [Lang::Id, Lang::En] {
        text.push('\n');
        for note in &imported.lost {
            text.push_str(&format!("# {}\n", note.words(lang)));
        }
    }
    expect_test::expect_file![root().join("tests/import/modeler.sop")].assert_eq(&text);
    let again = sop::compile::compile(&text, &sop::config::Config::default());
    let errors: Vec<_> = again
        .diagnostics
        .iter()
        .filter(|it| it.severity == sop::diag::Severity::Error)
        .map(|it| it.message(Lang::Id))
        .collect();
    // What no drawing says is missing: nothing else.
    assert!(
        errors.iter().all(|it| it.contains("waktu") || it.contains("belum") || it.contains("tidak ada")),
        "{errors:#?}"
    );
}

/// A question on a gateway is what `ya` says yes to; any other stands with the remarks.
#[test]
fn what_a_gateway_asks_is_kept() {
    let bytes = std::fs::read_to_string(root().join("tests/import/modeler.bpmn")).unwrap();
    let row = |question: &str, yes: &str, no: &str| {
        let changed = bytes
            .replace("\"Lengkap?\"", &format!("\"{question}\""))
            .replace("\"Yes: lengkap\"", &format!("\"{yes}\""))
            .replace("name=\"No\"", &format!("name=\"{no}\""));
        let text = sop::fmt::format(&import(changed.as_bytes()).unwrap().sop);
        let rest = text.split_once("keterangan: Periksa kelengkapan dan masa berlaku; ").unwrap().1;
        rest.split("\n\n").next().unwrap().to_owned()
    };
    assert_eq!(
        row("Berkas lengkap?", "ya", "tidak"),
        "Loket buka pukul 08.00\n   ya, berkas lengkap: lanjut ke 3\n   tidak: kembali ke 2"
    );
    assert_eq!(
        row("KTP sah?", "ya", "tidak"),
        "Loket buka pukul 08.00\n   ya, KTP sah: lanjut ke 3\n   tidak: kembali ke 2"
    );
    assert_eq!(
        row("Jenis izin?", "baru", "ulang"),
        "Loket buka pukul 08.00; Jenis izin?\n   jika ulang: kembali ke 2\n   jika baru: lanjut ke 3"
    );
    assert_eq!(
        row("Lengkap?", "Ya, tanpa catatan", "Tidak"),
        "Loket buka pukul 08.00; Lengkap?\n   ya, tanpa catatan: lanjut ke 3\n   tidak: kembali ke 2"
    );
}

/// Page connectors: what is thrown goes on where it is caught, in whatever order the file has them.
#[test]
fn a_link_goes_on_where_it_is_caught() {
    let link = |kind: &str, id: &str| {
        format!("<{kind} id=\"{id}\" name=\"A\"><linkEventDefinition name=\"A\"/></{kind}>")
    };
    let flow = |from: &str, to: &str| format!("<sequenceFlow sourceRef=\"{from}\" targetRef=\"{to}\"/>");
    let text = [
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\" name=\"Uji\"><startEvent id=\"s\"/>",
        "<task id=\"c\" name=\"Mengarsipkan\"/><task id=\"a\" name=\"Menyusun\"/><task id=\"b\" name=\"Memeriksa\"/><endEvent id=\"e\"/>",
        &link("intermediateCatchEvent", "lc"),
        &link("intermediateThrowEvent", "lt"),
        &flow("s", "a"),
        &flow("a", "b"),
        &flow("b", "lt"),
        &flow("lc", "c"),
        &flow("c", "e"),
        "</process></definitions>",
    ]
    .concat();
    let imported = import(text.as_bytes()).unwrap();
    assert_eq!(imported.lost, []);
    let rows = sop::fmt::format(&imported.sop);
    assert!(
        rows.ends_with("1. Pelaksana: Menyusun\n\n2. Pelaksana: Memeriksa\n\n3. Pelaksana: Mengarsipkan\n"),
        "{rows}"
    );
}

#[test]
fn what_somebody_changed_in_the_drawing_counts() {
    let sample = samples().into_iter().find(|sample| sample.stem == "monev").unwrap();
    let text = emitted("bpmn", &sample, ".bpmn");
    let changed = text.replace("name=\"5. Membentuk tim\"", "name=\"5. Membentuk tim kecil\"").replace(
        "name=\"Tidak, perlu diperbaiki\" sourceRef=\"Keputusan_11_1\" targetRef=\"Gabung_10_1\"",
        "name=\"Tidak, salah\" sourceRef=\"Keputusan_11_1\" targetRef=\"Gabung_8_1\"",
    );
    assert_ne!(text, changed);
    let back = sop::fmt::format(&import(changed.as_bytes()).unwrap().sop);
    assert!(back.contains("5. Jafung: Membentuk tim kecil\n"), "{back}");
    assert!(back.contains("tidak, salah: kembali ke 8\n"), "{back}");
}

fn refused(bytes: &[u8]) -> String {
    let why = import(bytes).expect_err("no diagram");
    assert_ne!(why.words(Lang::Id), why.words(Lang::En));
    why.words(Lang::Id)
}

#[test]
fn a_hostile_file_is_refused_with_its_reason() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><definitions>&b;</definitions>";
    assert!(refused(bomb.as_bytes()).contains("DOCTYPE"));
    let deep = "<a>".repeat(5000) + &"</a>".repeat(5000);
    assert!(refused(deep.as_bytes()).contains("bersarang"));
    let many = format!("<a>{}</a>", "<b/>".repeat(300_001));
    assert!(refused(many.as_bytes()).contains("unsur"));
    assert!(refused(&vec![b' '; 17 << 20]).contains("MiB"));
    assert!(refused(&[0xFF, 0xFE, b'<', 0]).contains("UTF-8"));
    assert!(refused(b"<a>&xxe;</a>").contains("xxe"));
    assert!(refused(b"<a><b></a>").contains("XML"));
    assert!(refused(b"").contains("XML"));
    assert!(refused(b"<svg/>").contains("BPMN"));
    let empty = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"/></definitions>";
    assert!(refused(empty.as_bytes()).contains("kegiatan"));
    let nameless =
        empty.replace("<process id=\"p\"/>", "<process id=\"p\"><userTask name=\"Memeriksa\"/></process>");
    assert!(refused(nameless.as_bytes()).contains("kegiatan"));
}

#[test]
fn a_file_cut_short_or_spoilt_never_stops_the_program() {
    let whole = std::fs::read(root().join("tests/import/modeler.bpmn")).unwrap();
    for end in (0..whole.len()).step_by(211) {
        let _ = import(&whole[..end]);
    }
    for at in (0..whole.len()).step_by(97) {
        let mut spoilt = whole.clone();
        spoilt[at] = b"<>&\"/ =x"[at % 8];
        if let Ok(imported) = import(&spoilt) {
            sop::fmt::format(&imported.sop);
        }
    }
    // Gateways that lead to each other only.
    let ring = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><task id=\"t\"/><exclusiveGateway id=\"a\"/><exclusiveGateway id=\"b\"/><sequenceFlow id=\"1\" sourceRef=\"t\" targetRef=\"a\"/><sequenceFlow id=\"2\" sourceRef=\"a\" targetRef=\"b\"/><sequenceFlow id=\"3\" sourceRef=\"b\" targetRef=\"a\"/></process></definitions>";
    assert!(
        sop::fmt::format(&import(ring.as_bytes()).unwrap().sop).contains("1. Pelaksana: Kegiatan tanpa nama")
    );
}

#[test]
fn a_name_that_reads_as_a_field_or_an_outcome_is_kept_as_an_item() {
    let names =
        ["batas: 3 hari", "[Ya] langkah 3", "jika lengkap: lanjut ke 2", "Surat -> 2", "Data: kegiatan"];
    let tasks: String =
        names.iter().map(|name| format!("<task id=\"{}\" name=\"{name}\"/>", name.len())).collect();
    let file = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><subProcess id=\"s\" \
         name=\"Menyusun laporan\">{tasks}</subProcess></process></definitions>"
    );
    let imported = import(file.as_bytes()).unwrap();
    let text = sop::fmt::format(&imported.sop);
    for kept in
        ["- batas – 3 hari", "Ya langkah 3", "jika lengkap – lanjut ke 2", "Surat – 2", "- Data: kegiatan"]
    {
        assert!(text.contains(kept), "{kept}\n{text}");
    }
    let told = imported.lost.iter().filter(|note| note.words(Lang::Id).contains("akan terbaca")).count();
    assert_eq!(told, 4, "{:?}", imported.lost);
    let mut sink = sop::diag::Sink::new();
    sop::syntax::parse(&text, &mut sink);
    let found = sink.into_sorted();
    assert!(found.iter().all(|finding| finding.severity < sop::diag::Severity::Error), "{found:#?}\n{text}");
}
