//! What holds of every text, well written or not: no panic, every id in range, the promises of `model::Sop`.

mod common {
    pub mod procedures;
}

use common::procedures::{Dice, procedure};
use proptest::prelude::*;
use sop::analysis::Procedure;
use sop::compile::compile;
use sop::config::Config;
use sop::diag::Severity;
use sop::model::{AcuanBatas, Lanjutan, Sasaran, Setelah, Sop};
use sop::text::Lang;

fn targets(setelah: &Setelah) -> Vec<&Lanjutan> {
    match setelah {
        Setelah::Ke(lanjutan) => vec![lanjutan],
        Setelah::Jika(cabang) => cabang.iter().map(|cabang| &cabang.lanjutan).collect(),
        Setelah::Bersamaan(branches) => branches.iter().collect(),
    }
}

fn check_target(sop: &Sop, sasaran: &Sasaran) {
    match sasaran {
        Sasaran::Simpul(ids) => {
            assert!(!ids.is_empty());
            let first = &sop[ids[0]];
            for id in ids {
                assert_eq!((sop[*id].kegiatan, sop[*id].tempat), (first.kegiatan, first.tempat));
            }
        }
        Sasaran::Akhir(id) => assert!(id.index() < sop.akhir.len()),
    }
}

/// The promises in the docstring of `Sop`.
fn check_promises(procedure: &Procedure, errors: bool) {
    let sop = &procedure.sop;
    assert!(!sop.kegiatan.is_empty());
    let mut next = 0;
    for (at, row) in sop.kegiatan.iter().enumerate() {
        assert_eq!(row.simpul.start, next, "symbols are ordered by row");
        assert!(row.simpul.end > row.simpul.start, "every row has a symbol");
        next = row.simpul.end;
        let mut tempat = 0;
        for (_, simpul) in sop.simpul_dari(sop::model::KegiatanId::from_index(at)) {
            assert_eq!(simpul.kegiatan.index(), at);
            assert!(simpul.tempat == tempat || simpul.tempat == tempat + 1, "places have no gap");
            tempat = simpul.tempat;
        }
        assert!(row.tahap.is_none_or(|tahap| tahap.index() < sop.tahap.len()));
        assert!(row.disebut.iter().all(|lane| lane.index() < sop.pelaksana.len()));
        let papers = row.mutu_baku.kelengkapan.iter().chain(&row.mutu_baku.output);
        assert!(papers.into_iter().all(|paper| paper.dokumen.index() < sop.dokumen.len()));
        for time in row.mutu_baku.waktu.iter().filter_map(|time| time.simpul) {
            assert!(row.simpul.contains(&time.0));
        }
    }
    assert_eq!(next as usize, sop.simpul.len());
    for simpul in &sop.simpul {
        assert!(!simpul.oleh.is_empty());
        assert!(simpul.oleh.iter().all(|lane| lane.index() < sop.pelaksana.len()));
        assert!(simpul.menunggu.iter().all(|id| sop[*id].kegiatan < simpul.kegiatan));
        match &simpul.setelah {
            Setelah::Ke(_) => {}
            Setelah::Jika(cabang) => assert!(cabang.len() > usize::from(!errors), "two outcomes"),
            Setelah::Bersamaan(branches) => assert!(branches.len() > 1, "two branches"),
        }
        for lanjutan in targets(&simpul.setelah) {
            check_target(sop, &lanjutan.ke);
            lanjutan.lalu.iter().for_each(|lalu| check_target(sop, lalu));
        }
    }
    for batas in &sop.batas {
        let rows = batas.kegiatan.iter().chain(&batas.sampai);
        assert!(rows.into_iter().all(|row| row.index() < sop.kegiatan.len()));
        match &batas.dari {
            AcuanBatas::Setelah(row) | AcuanBatas::Dari(row) | AcuanBatas::Sebelum(row) => {
                assert!(row.index() < sop.kegiatan.len());
            }
            AcuanBatas::Peristiwa(_) => {}
        }
    }
    for (at, edge) in procedure.flow.edges.iter().enumerate() {
        let from = procedure.flow.after(edge.from).filter(|other| *other == edge).count();
        assert!(from >= 1, "arrow {at} leaves its place");
    }
}

fn check(text: &str) -> bool {
    let compiled = compile(text, &Config::default());
    let errors = compiled.has_errors();
    for finding in &compiled.diagnostics {
        for lang in [Lang::Id, Lang::En] {
            let said = finding.message(lang) + &finding.help_text(lang).unwrap_or_default();
            assert!(!said.is_empty());
        }
        for (span, _) in finding.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(text.get(span.range()).is_some(), "a fix of {} lies outside", finding.rule.code);
        }
        assert!(text.get(finding.primary.range()).is_some(), "{} points outside", finding.rule.code);
    }
    match &compiled.procedure {
        Some(procedure) => check_promises(procedure, errors),
        None => assert!(errors, "no procedure and no error"),
    }
    errors
}

#[test]
fn a_sound_procedure_has_no_error() {
    for seed in 0..60 {
        let text = procedure(seed, 3 + (seed as usize % 30), 2 + (seed as usize % 12));
        let compiled = compile(&text, &Config::default());
        let errors: Vec<String> = compiled
            .diagnostics
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| finding.message(Lang::Id))
            .collect();
        assert!(errors.is_empty(), "seed {seed}: {errors:#?}\n{text}");
        check(&text);
    }
}

/// A sound procedure with some of its lines lost, doubled, swapped or mangled.
fn damaged(seed: u64) -> String {
    const WORDS: &[&str] = &[
        "ya: lanjut ke 2",
        "tidak: kembali",
        "tidak (Kasi): kembali ke 1",
        "jika besar: lanjut ke 9999",
        "alur: kembali ke 3",
        "bersamaan: 1, 2, 2",
        "menunggu: 4, 1",
        "batas: paling lama 1 hari setelah 77",
        "waktu (Kabid): segera",
        "alur: lanjut ke 4 Kasi",
        "tidak: kembali ke 1, paling banyak 2 kali, lalu lanjut ke 1",
        "pengganti: Kasi, Kabid",
        "bila perlu: ada",
        "5. Kasi? -> Kabid atau Staf?: menyusun",
        "1a. Siapa, Kasi: ",
        "# abaikan SOP203: tanpa",
        "output: A, B, dan C",
        "7. ?: kosong",
        "tembusan: Kadis dan Tim",
    ];
    let mut dice = Dice::new(seed);
    let text = procedure(seed, 3 + dice.below(12), 2 + dice.below(8));
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..1 + dice.below(8) {
        let at = dice.below(lines.len());
        match dice.below(5) {
            0 => drop(lines.remove(at)),
            1 => {
                let line = lines[at].clone();
                lines.insert(at, line);
            }
            2 => {
                let other = dice.below(lines.len());
                lines.swap(at, other);
            }
            3 => lines.insert(at, format!("   {}", dice.pick(WORDS))),
            _ => lines.insert(at, dice.pick(WORDS).to_owned()),
        }
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_procedure_keeps_the_promises(seed: u64) {
        check(&damaged(seed));
    }

    #[test]
    fn any_text_is_taken(text in "[\\PC\n:,.?>()=# -]{0,200}") {
        check(&text);
    }
}

#[test]
fn many_rows_take_no_more_than_their_share() {
    // Cubic work over these rows would not end; no clock is looked at.
    let mut text = String::from("pelaksana:\n  - Kasi\n  - Kabid\n\nkegiatan:\n\n");
    for row in 1..=3_000 {
        text.push_str(&format!("{row}. Kasi -> Kabid?: x\n   tidak: kembali ke {}\n", row.max(2) - 1));
    }
    for row in 1..=3_000 {
        text.push_str(&format!("{row}a. Kasi: x\n   # abaikan SOP301: uji\n   alur: kembali ke {row}\n"));
    }
    let compiled = compile(&text, &Config::default());
    assert_eq!(compiled.procedure.expect("there are rows").sop.kegiatan.len(), 6_000);
}
