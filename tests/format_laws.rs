//! Laws of `sop fmt`: twice is once, the meaning stays, no comment and no word is lost. And of the reader: any text
//! whatever gives an AST and findings whose places lie in the text.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/typed.rs"]
mod typed;

use proptest::prelude::*;
use sop::diag::{Diagnostic, Severity, Sink};
use sop::fmt;
use sop::syntax::{self, ast};
use sop::text::Lang;
use std::sync::LazyLock;

/// Every procedure in `sops/`, by name.
static PROCEDURES: LazyLock<Vec<(String, String)>> = LazyLock::new(typed::sops);

fn read(text: &str) -> (ast::Sop, Vec<Diagnostic>) {
    let mut sink = Sink::new();
    let sop = syntax::parse(text, &mut sink);
    (sop, sink.into_sorted())
}

/// What an AST says, without places: fields in canonical order, the block at the top of the file apart.
fn meaning(sop: &ast::Sop) -> String {
    let mut sop = sop.clone();
    let exception =
        |comment: &ast::Comment| comment.value.trim_start_matches('#').trim_start().starts_with("abaikan ");
    let mut top = Vec::new();
    let mut take = |field: Option<&mut ast::Field>| {
        let Some(field) = field else { return };
        let end = field.comments.iter().rposition(|comment| !exception(comment)).map_or(0, |last| last + 1);
        top.extend(field.comments.drain(..end));
    };
    // What stands above the first field stays at the top, and joins what stands above the field that comes first then.
    take(sop.fields.first_mut());
    sop.fields.sort_by_key(|field| field.key.value);
    take(sop.fields.first_mut());
    for baris in &mut sop.baris {
        if let ast::Baris::Kegiatan(row) = baris {
            row.fields.sort_by_key(|field| field.key.value);
        }
    }
    let mut out = String::new();
    for part in format!("{top:?} {sop:?}").split("Span { ") {
        // What follows is `start: 1, end: 2 }` and the rest.
        let after =
            if part.starts_with("start: ") { part.split_once('}').map_or(part, |cut| cut.1) } else { part };
        out.push_str(after);
    }
    out
}

fn comments(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with('#')).collect();
    found.sort_unstable();
    found
}

fn keeps_the_laws(text: &str) {
    let (sop, _) = read(text);
    let once = fmt::format(&sop);
    let (again, findings) = read(&once);
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "the canonical form has errors\n{text}\n{once}\n{errors:#?}");
    assert_eq!(meaning(&again), meaning(&sop), "the meaning changed\n{text}\n{once}");
    assert_eq!(fmt::format(&again), once, "twice is not once\n{text}");
    assert_eq!(comments(&once), comments(text), "a comment was lost\n{text}\n{once}");
}

#[test]
fn every_procedure_keeps_the_laws() {
    for (_, text) in PROCEDURES.iter() {
        keeps_the_laws(text);
    }
}

#[test]
fn a_comment_stays_above_its_item_in_every_list() {
    let limits = "# satu\nbatas waktu:\n  # dua\n  - setelah 1 sampai 2: paling lama 1 minggu\n  \
                  # tiga\n  - setelah 1: paling lama 2 hari\n";
    let row = "# lima\n1. Staf: Menyusun\n   # enam\n   output:\n     # tujuh\n     - Surat\n";
    keeps_the_laws(&format!(
        "sop: Uji\n{limits}pelaksana:\n  # empat\n  - Staf\nkegiatan:\n{row}2. Staf: Mengirim\n"
    ));
}

#[test]
fn no_line_is_broken_so_that_a_row_begins_on_it() {
    for text in ["1 a. Kabid: menelaah usulan", "2. Kabid: menelaah usulan", "1.a Kabid: menelaah usulan"] {
        for length in 1..30 {
            let long = format!("{} {} {text} {}", "kata ".repeat(18), "x".repeat(length), "kata ".repeat(30));
            let rows = format!("1. Kabid: Menelaah {long}\n   kelengkapan: Surat {long}\n   waktu: 1 hari\n");
            keeps_the_laws(&format!("sop: Uji\npelaksana:\n  - Kabid\nkegiatan:\n{rows}"));
        }
    }
}

#[test]
fn an_item_that_is_broken_behind_an_arrow_stays_one_text() {
    let first = "- aa aaaaaaaaaaaaa aaaaaaaaaaaa a→ 1 tidak, aa aa aa …→a→éé→aéaaa…→é…aa…a½a→aa…aé…";
    let text = format!("kegiatan:\n1. Kabid: a\n   {first} -> aa ½½a½½a…a……é½é½…é→aéaa→a→ waktu:\n");
    assert!(fmt::format(&read(&text).0).contains(&format!("{first}\n")), "it is broken there");
    keeps_the_laws(&text);
}

#[test]
fn a_text_is_not_broken_before_what_would_be_a_field() {
    for field in ["tanggal efektif: besok", "tanggal efektif:besok", "nomor: 7 dan seterusnya"] {
        let before = "- Contoh ".to_owned() + &"dari yang lama ".repeat(7);
        let text = format!("sop: a\n\ncatatan:\n  {before}{field}\n\nkegiatan:\n\n1. Kabid: a\n");
        let formatted = fmt::format(&read(&text).0);
        assert!(
            formatted.lines().count() > text.lines().count() && !formatted.contains(&format!("  {field}"))
        );
        keeps_the_laws(&text);
    }
}

#[test]
fn procedures_with_short_keys_stand_in_canonical_form() {
    // These are kept as people typed them: printed labels, their order.
    let typed = ["monev-tercetak", "surat-masuk-puskesmas", "usul-kenaikan-pangkat"];
    for (name, text) in PROCEDURES.iter().filter(|(name, _)| !typed.contains(&name.as_str())) {
        assert!(fmt::format(&read(text).0) == *text, "{name} is not in canonical form");
    }
}

#[test]
fn rows_are_renumbered_with_everything_that_names_them() {
    let (_, text) = PROCEDURES.iter().find(|(name, _)| name == "bentuk-lain").unwrap();
    let renumbered = fmt::renumber(text).unwrap();
    // Row 2a becomes 3, so what stood behind it moves by one.
    for (before, after) in [
        ("dari 1 sampai 9:", "dari 1 sampai 10:"),
        ("setelah 3 sampai 7:", "setelah 4 sampai 8:"),
        ("jika tersedia sebagian: lanjut ke 2a", "jika tersedia sebagian: lanjut ke 3"),
        ("kembali ke 3 Petugas", "kembali ke 4 Petugas"),
        ("bersamaan: 5, 6", "bersamaan: 6, 7"),
        ("menunggu: 5, 6", "menunggu: 6, 7"),
        ("2 hari kalender setelah 3", "2 hari kalender setelah 4"),
        ("lalu lanjut ke 10", "lalu lanjut ke 11"),
    ] {
        assert!(text.contains(before) && renumbered.contains(after), "{before} → {after}\n{renumbered}");
    }
    assert_eq!(fmt::renumber(&renumbered).unwrap(), renumbered);
}

#[test]
fn renumbering_refuses_what_it_cannot_know() {
    let rows = |target| format!("kegiatan:\n1. A: a\n1. A: b\n3. A: c\n   alur: kembali ke {target}\n");
    assert!(matches!(fmt::renumber(&rows("1")), Err(fmt::Refusal::Doubled { .. })));
    assert!(matches!(fmt::renumber(&rows("2")), Err(fmt::Refusal::Nowhere { .. })));
    assert!(fmt::renumber(&rows("3")).unwrap().contains("3. A: c"));
    assert_eq!(fmt::renumber("kegiatan:\nx\n"), Err(fmt::Refusal::SyntaxErrors));
}

#[test]
fn what_names_a_row_in_words_is_told_and_left() {
    let text = "peringatan: jika langkah 2a tidak selesai, maka …\n\nkegiatan:\n1. A: a, lihat langkah 1\n2a. A: b\n\
                2. A: b, bila salah kembali ke langkah 2a\n   keterangan: Surat nomor 2, hasil kegiatan 2\n";
    let told: Vec<String> = fmt::said(text).iter().map(|said| said.message(Lang::En)).collect();
    assert_eq!(
        told,
        [
            "`peringatan` speaks of row 2a, which has the number 2 now; change its words if that row is meant",
            "row 3 speaks of row 2a, which has the number 2 now; change its words if that row is meant",
            "row 3 speaks of row 2, which has the number 3 now; change its words if that row is meant",
        ]
    );
    assert!(fmt::renumber(text).unwrap().contains("3. A: b, bila salah kembali ke langkah 2a"));
    assert_eq!(fmt::said("kegiatan:\n1. A: a, lihat langkah 1\n2. A: b, kembali ke langkah 1 atau 7\n"), []);
}

/// Words that would mean something else at the start of a line.
fn word() -> impl Strategy<Value = String> {
    let traps = [
        "-",
        "->",
        "a.",
        "b)",
        "1.",
        "2)",
        "2a.",
        "#",
        "#7",
        "•",
        "–",
        "*",
        "ya,",
        "tidak,",
        "jika",
        "waktu:",
        "waktu",
        "output:",
        "tahap:",
        "kegiatan",
        "kegiatan:",
        "dan",
        "keterangan:",
        "1",
        "3",
        "hari:",
        ":",
        "::",
        "(",
        ")",
        "a:",
        "Kabid:",
        "lanjut",
        "ke",
        "surat",
        "masuk",
        "kepada",
        "10:30",
        "Rp1.000,00",
        "laporan",
        "berkas,",
        "nomor: 7",
        "tanggal efektif: besok",
        "peringatan: lambat",
        "batas waktu: 1",
        "2. Kabid: menelaah",
    ];
    prop_oneof![
        3 => "[a-z]{2,14}".prop_map(String::from),
        2 => proptest::sample::select(traps.to_vec()).prop_map(String::from),
        1 => "[a-zé→…½]{1,40}".prop_map(String::from),
    ]
}

fn words(most: usize) -> impl Strategy<Value = String> {
    (proptest::collection::vec(word(), 0..most), "[a-z]{2,9}")
        .prop_map(|(words, first)| std::iter::once(first).chain(words).collect::<Vec<_>>().join(" "))
}

fn field(keys: &'static [&'static str]) -> impl Strategy<Value = String> {
    let list = proptest::collection::vec(words(12), 0..3);
    (proptest::sample::select(keys), words(40), list, any::<bool>(), "[a-z# ]{0,9}").prop_map(
        |(key, text, list, comment, words)| {
            let items: String = list.iter().map(|item| format!("     - {item}\n")).collect();
            let comment = if comment { format!("   #{}\n", words.trim_end()) } else { String::new() };
            let text = if list.len() > 1 { String::new() } else { text };
            format!("{comment}   {key}: {text}\n{items}")
        },
    )
}

static ROW_LISTS: &[&str] = &["kelengkapan", "output", "merujuk"];
static IDENTITY: &[&str] = &["peringatan", "dasar hukum", "instansi", "Persyaratan Dokumen", "catatan"];
static FLOW: &[&str] = &[
    "   alur: lanjut ke 3\n",
    "   ya, berkas lengkap dan benar: lanjut ke 3\n   tidak: kembali ke 1, paling banyak 2 kali, lalu selesai, ditolak\n",
    "   bersamaan: 2, 3\n",
    "   menunggu: 1, 2\n   batas: paling lama 3 hari setelah 1\n",
    "   waktu (Kabid): ± 2 jam 30 menit per berkas\n   waktu: 1-2 hari kerja\n",
    "",
];

fn row() -> impl Strategy<Value = String> {
    let steps = proptest::collection::vec(words(30), 0..3);
    (words(60), steps, field(ROW_LISTS), proptest::sample::select(FLOW)).prop_map(
        |(text, steps, field, flow)| {
            let steps: String = steps.iter().map(|step| format!("   - {step}\n")).collect();
            format!("1. Kabid? -> Kasi, Tim: {text}\n{steps}{field}{flow}")
        },
    )
}

fn procedure() -> impl Strategy<Value = String> {
    let identity = field(IDENTITY);
    let rows = proptest::collection::vec(row(), 0..4);
    (words(30), identity, rows).prop_map(|(title, field, rows)| {
        format!(
            "# berkas\nnomor: 7\n{field}# judul\nsop: {title}\npelaksana:\n  - Kabid\n\nkegiatan:\n{}",
            rows.concat()
        )
    })
}

/// A file of ours with a few bytes changed, as a hand or a disk would.
fn damaged() -> impl Strategy<Value = String> {
    let bits =
        ["\n", ":", "- ", "->", "\u{0}", "\u{200B}", "\t", "   ", "1. ", "?", ",", "(", "é", "\r", "：", "𝄞"];
    let change = (any::<prop::sample::Index>(), proptest::sample::select(bits.to_vec()), 0usize..40);
    (0..PROCEDURES.len(), proptest::collection::vec(change, 1..8)).prop_map(|(file, changes)| {
        let mut chars: Vec<char> = PROCEDURES[file].1.chars().collect();
        for (at, bit, cut) in changes {
            let at = at.index(chars.len());
            let end = (at + cut).min(chars.len());
            chars.splice(at..end, bit.chars());
        }
        chars.into_iter().collect()
    })
}

/// Every place of findings and AST lies in the text and between characters.
fn places_are_sound(text: &str) {
    let (sop, findings) = read(text);
    for part in format!("{sop:?} {findings:?}").split("Span { start: ").skip(1) {
        let (start, rest) = part.split_once(", end: ").unwrap();
        let (start, end): (usize, usize) =
            (start.parse().unwrap(), rest.split_once(' ').unwrap().0.parse().unwrap());
        assert!(start <= end && text.get(start..end).is_some(), "{start}..{end} in {text:?}");
    }
    let _ = fmt::format(&sop);
    let _ = fmt::renumber(text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_procedure_keeps_the_laws(text in procedure()) {
        let (_, findings) = read(&text);
        if findings.iter().all(|finding| finding.severity != Severity::Error) {
            keeps_the_laws(&text);
        }
    }

    #[test]
    fn any_text_is_read(text in "(?s).{0,300}") {
        places_are_sound(&text);
    }

    #[test]
    fn any_lines_are_read(text in "(( {0,6})?(- |1\\. |2a\\) |waktu|ya|jika x|tahap|kegiatan|pelaksana|sop|# )?[a-z:,?>()é -]{0,20}\n){0,20}") {
        places_are_sound(&text);
    }

    #[test]
    fn damaged_procedures_are_read(text in damaged()) {
        places_are_sound(&text);
    }
}

#[test]
fn every_place_of_absurd_files_lies_in_them() {
    let many = 4_000;
    let rows: String = (1..=many)
        .map(|n| format!("{n}. A: b\n   waktu: {n} x {n} jam\n   jika {n}: kembali ke {n}\n"))
        .collect();
    for text in [
        format!("kegiatan:\n{rows}"),
        format!("kegiatan:\n1. {}: b\n", "A -> ".repeat(10_000)),
        "sop: a\n".repeat(many),
        format!("kegiatan:\n1. A: b\n{}", "   waktu (A): 1 jam\n".repeat(many)),
        "(".repeat(300_000),
        "\u{0}a".repeat(30_000),
        format!("pelaksana:\n{}", "  - a, b, (luar\n".repeat(many)),
        "waktu".repeat(10_000),
        format!("dasar hukum: {}\n", "a,".repeat(30_000)),
        "- \n".repeat(many),
        "kegiatan:\n".repeat(many),
    ] {
        places_are_sound(&text);
    }
}
