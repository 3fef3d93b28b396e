//! Papers through a procedure: which are needed before they are made, made for nobody, or known under two names.

use sop::compile::compile;
use sop::config::Config;
use std::fmt::Write;

/// What the rules about papers say, each with the words that it marks. A row is `kelengkapan > output`.
fn found(head: &str, rows: &[&str]) -> Vec<String> {
    let mut text = format!("sop: Uji\n{head}pelaksana:\n  - Kasi\nkegiatan:\n");
    for (row, at) in rows.iter().zip(1..) {
        let (needed, made) = row.split_once(" > ").expect("kelengkapan > output");
        let (made, lines) = made.split_once('|').unwrap_or((made, ""));
        let _ = write!(text, "{at}. Kasi: Memeriksa {at}\n   kelengkapan: {needed}\n   output: {made}\n");
        let _ =
            lines.split('|').filter(|line| !line.is_empty()).try_for_each(|line| writeln!(text, "   {line}"));
    }
    let found = compile(&text, &Config::default()).diagnostics;
    let papers = found.iter().filter(|it| it.rule.code.starts_with("SOP4"));
    papers
        .map(|it| {
            let related = it.related.iter().map(|(at, _)| format!(" < {}", &text[at.range()]));
            format!("{} {}{}", it.rule.code, &text[it.primary.range()], related.collect::<String>())
        })
        .collect()
}

const OUTSIDE: &str = "dokumen luar:\n  - Surat\n";

#[test]
fn what_nobody_needs_is_told_unless_it_stays_or_goes_by_another_name() {
    let made = |rows: &[&str]| found(OUTSIDE, rows);
    assert_eq!(made(&["Surat > Memo", "Surat > Laporan"]), ["SOP404 Memo"]);
    // Needed, or the result, or kept, or sent as a copy.
    assert_eq!(made(&["Surat > Memo", "Memo > Laporan"]), [""; 0]);
    assert_eq!(made(&["Surat > Arsip memo", "Surat > Laporan"]), [""; 0]);
    assert_eq!(made(&["Surat > Memo|tembusan: Kadis", "Surat > Laporan"]), [""; 0]);
    // A paper that is needed under a longer or a shorter name; whole words only.
    assert_eq!(made(&["Surat > Memo", "Memo rapat > Laporan"]), [""; 0]);
    assert_eq!(made(&["Surat > Memo rapat", "Memo > Laporan"]), [""; 0]);
    assert_eq!(made(&["Surat > Memo", "Memorandum > Laporan"]), ["SOP404 Memo", "SOP403 Memorandum"]);
    // A longer name that is not needed either is no help.
    assert_eq!(
        made(&["Surat > Memo", "Surat > Memo rapat", "Surat > Laporan"]),
        ["SOP404 Memo", "SOP404 Memo rapat"]
    );
    // Only where the file says what comes from outside.
    assert_eq!(found("", &["Surat > Memo", "Surat > Laporan"]), [""; 0]);
}

#[test]
fn what_is_needed_is_there_by_then() {
    let needed = |rows: &[&str]| found(OUTSIDE, rows);
    assert_eq!(
        needed(&["Surat > Memo", "Memo, Laporan > Nota", "Nota > Laporan"]),
        ["SOP403 Laporan < Laporan"]
    );
    // A row that makes a paper does not have it before.
    assert_eq!(needed(&["Surat > Memo", "Memo, Nota > Nota"]), ["SOP403 Nota < Nota", "SOP406 Nota"]);
    assert_eq!(needed(&["Surat > Memo", "Memo > Nota", "Nota > Laporan"]), [""; 0]);
    // From outside it may come at any time, as may what the first row needs.
    assert_eq!(needed(&["Berkas > Memo", "Memo, Surat > Nota"]), [""; 0]);
    // A longer or a shorter name of what is there.
    assert_eq!(needed(&["Surat > Laporan bulanan", "Laporan > Nota"]), [""; 0]);
    assert_eq!(needed(&["Surat > Laporan", "Laporan bulanan > Nota"]), [""; 0]);
}

#[test]
fn what_is_made_on_another_way_is_not_there() {
    let needed = |second: &str| {
        let first = "Surat > Memo|jika baru: lanjut ke 2|jika lama: lanjut ke 3";
        found(OUTSIDE, &[first, &format!("Memo > Izin|{second}"), "Izin > Laporan"])
    };
    assert_eq!(needed("alur: selesai, izin terbit"), ["SOP403 Izin < Izin"]);
    // On one way at least it is.
    assert_eq!(needed("alur: lanjut ke 3"), [""; 0]);
}

#[test]
fn one_letter_makes_another_paper_only_in_short_words_and_figures() {
    let near =
        |made: &str, needed: &str| found("", &[&format!("Surat > {made}"), &format!("{needed} > Nota")]);
    assert_eq!(near("Laporan rapat", "Laparan rapat"), ["SOP405 Laparan rapat < Laporan rapat"]);
    assert_eq!(near("Data lahan", "Data latan"), [""; 0]);
    assert_eq!(near("Formulir LHP2024", "Formulir LHP2025"), [""; 0]);
    assert_eq!(near("Berkas Bagian", "Berkas Wagian"), [""; 0]);
    // Two papers that are read as one are no slip of the first.
    assert_eq!(near("Konsep SK", "Konsep SK dan Register"), [""; 0]);
    // One slip is one finding, also where the file says what comes from outside.
    assert_eq!(
        found(OUTSIDE, &["Surat > Laporam rapat", "Laporan rapat > Nota"]),
        ["SOP405 Laporan rapat < Laporam rapat"]
    );
    // Two that are both made are two papers.
    assert_eq!(
        found("", &["Surat > Laporan rapat", "Laporan rapat > Laparan rapat", "Laparan rapat > Nota"]),
        [""; 0]
    );
}

#[test]
fn a_concept_is_of_no_use_once_its_final_form_is_there() {
    let late = |rows: &[&str]| found("", rows);
    assert_eq!(
        late(&["Surat > Konsep SK", "Konsep SK > Nota, SK", "Konsep SK > Memo"]),
        ["SOP407 Konsep SK < SK"]
    );
    assert_eq!(late(&["Surat > Konsep SK", "Konsep SK > SK, Konsep SK", "Konsep SK > Memo"]), [""; 0]);
    // The two ways part, and only one of them makes the final form.
    let apart = [
        "Surat > Konsep SK|ya: lanjut ke 2|tidak: lanjut ke 3",
        "Konsep SK > SK|alur: selesai",
        "Konsep SK > Memo",
    ];
    assert_eq!(late(&apart), [""; 0]);
}
