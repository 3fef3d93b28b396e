//! What must not break the program or what it writes: a kill at any moment, two runs at once, names that lead elsewhere,
//! texts at the limits and one beyond.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

#[path = "common/pages.rs"]
mod pages;

use sop::syntax::{MAX_FILE, MAX_LINE};
use sop::text::Lang;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const SEED: &str = include_str!("../sops/monev.sop");

fn start(dir: &Path, args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
    let command = command.args(args).current_dir(dir).env("LC_ALL", "C.UTF-8");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn sop(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sop")).args(args).current_dir(dir).stdin(Stdio::null()).output().unwrap()
}

/// The bytes of files by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// Every file of a folder but those that are not yet in their place.
fn contents(dir: &Path) -> Files {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let named = entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), path));
    named
        .filter(|(name, _)| !(name.starts_with(".sop-") && name.ends_with(".tmp")))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// The seed and a changed version of it, each in a folder with what is built from it.
fn two_versions() -> (TempDir, Files, Files) {
    let dir = TempDir::new().unwrap();
    let build = |text: &str, out: &str| {
        fs::write(dir.path().join("monev.sop"), text).unwrap();
        assert!(sop(dir.path(), &["build", "monev.sop", "-o", out]).status.success());
        contents(&dir.path().join(out))
    };
    let old = build(SEED, "lama");
    let new = build(&SEED.replace("waktu: 30 menit", "waktu: 45 menit"), "baru");
    assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>());
    assert_ne!(old["monev.pdf"], new["monev.pdf"]);
    (dir, old, new)
}

fn all_whole(
    found: &BTreeMap<String, Vec<u8>>,
    old: &BTreeMap<String, Vec<u8>>,
    new: &BTreeMap<String, Vec<u8>>,
) {
    for (name, bytes) in found {
        assert!(*bytes == old[name] || *bytes == new[name], "{name} is neither the old nor the new file");
    }
}

#[test]
#[cfg(feature = "xlsx")]
fn more_text_than_a_cell_of_a_workbook_holds_is_cut_and_says_so() {
    let dir = TempDir::new().unwrap();
    let note: String = (0..1000).map(|row| format!("     catatan panjang sekali yang ke-{row}\n")).collect();
    let outcomes: String =
        (0..2000).map(|row| format!("   jika, kasus yang ke-{row}: lanjut ke 2\n")).collect();
    for (name, more) in [("catatan.sop", format!("   keterangan: a\n{note}")), ("hasil.sop", outcomes)] {
        let text =
            format!("sop: Uji\npelaksana: A, B\n\nkegiatan:\n\n1. A: Memeriksa\n{more}2. B: Menerima\n");
        fs::write(dir.path().join(name), text).unwrap();
        let built = sop(dir.path(), &["build", name, "--force", "--target", "xlsx"]);
        assert!(matches!(built.status.code(), Some(0 | 1)), "{name}: {built:?}");
        let book = fs::read(dir.path().join(name).with_extension("checklist.xlsx")).unwrap();
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
        let mut words = String::new();
        std::io::Read::read_to_string(&mut book.by_name("xl/sharedStrings.xml").unwrap(), &mut words)
            .unwrap();
        assert!(words.contains("32.767 huruf"), "{name}");
    }
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_file_or_the_new_one() {
    let (dir, old, new) = two_versions();
    let out = dir.path().join("out");
    fs::create_dir(&out).unwrap();
    for (name, bytes) in &old {
        fs::write(out.join(name), bytes).unwrap();
    }
    for moment in 0..24u64 {
        let mut child = start(dir.path(), &["build", "monev.sop", "-o", "out"]);
        std::thread::sleep(Duration::from_millis(moment * 8));
        // One that has ended already is no failure: then every file is new.
        let _ = child.kill();
        child.wait().unwrap();
        let found = contents(&out);
        assert_eq!(found.len(), old.len(), "a file vanished");
        all_whole(&found, &old, &new);
    }
}

#[test]
fn a_kill_while_formatting_leaves_the_text_as_it_was_or_as_it_shall_be() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("monev.sop");
    let crooked = SEED.replace("   waktu:", "      Waktu  :");
    fs::write(&path, &crooked).unwrap();
    assert!(sop(dir.path(), &["fmt", "monev.sop"]).status.success());
    let straight = fs::read_to_string(&path).unwrap();
    assert_ne!(straight, crooked);
    for moment in 0..16u64 {
        fs::write(&path, &crooked).unwrap();
        let mut child = start(dir.path(), &["fmt", "monev.sop"]);
        std::thread::sleep(Duration::from_millis(moment * 2));
        let _ = child.kill();
        child.wait().unwrap();
        let found = fs::read_to_string(&path).unwrap();
        assert!(found == crooked || found == straight, "half a text:\n{found}");
    }
}

#[test]
fn two_runs_into_one_folder_leave_whole_files_and_nothing_else() {
    let (dir, old, new) = two_versions();
    let text = fs::read_to_string(dir.path().join("monev.sop")).unwrap();
    fs::create_dir(dir.path().join("lain")).unwrap();
    fs::write(dir.path().join("lain/monev.sop"), SEED).unwrap();
    assert_ne!(text, SEED);
    for _ in 0..4 {
        let mut one = start(dir.path(), &["build", "monev.sop", "-o", "out"]);
        let mut other = start(dir.path(), &["build", "lain/monev.sop", "-o", "out"]);
        assert!(one.wait().unwrap().success() && other.wait().unwrap().success());
        let out = dir.path().join("out");
        assert_eq!(fs::read_dir(&out).unwrap().count(), old.len(), "something was left over");
        all_whole(&contents(&out), &old, &new);
    }
}

#[test]
fn no_name_in_a_text_leads_out_of_the_folder() {
    let dir = TempDir::new().unwrap();
    let inner = dir.path().join("kantor");
    fs::create_dir(&inner).unwrap();
    let text = SEED
        .replace("sop: Penyelenggaraan", "sop: ../../keluar/Penyelenggaraan")
        .replace("nomor: ", "nomor: ../../")
        .replace("Kabid", "../Kabid");
    fs::write(inner.join("monev.sop"), &text).unwrap();
    sop(&inner, &["build", "monev.sop", "--force", "-o", "out"]);
    sop(&inner, &["build", "monev.sop", "--force", "-o", "out", "--book", "../../buku"]);
    let outside: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(outside, ["kantor"], "something was written outside");
    let mut beside: Vec<_> = fs::read_dir(&inner).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    beside.sort();
    assert_eq!(beside, ["monev.sop", "out"]);
    assert!(fs::read_dir(inner.join("out")).unwrap().count() > 0);
}

/// The codes that a text of these bytes gives.
fn codes(bytes: &[u8]) -> Vec<&'static str> {
    let (_, compiled) = sop::compile::compile_bytes(bytes, &sop::config::Config::default());
    compiled.diagnostics.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn the_longest_file_is_read_and_one_byte_more_is_a_finding() {
    let line = format!("# {}\n", "y".repeat(1021));
    let mut text = line.repeat(MAX_FILE / line.len()).into_bytes();
    assert_eq!(text.len(), MAX_FILE);
    let exactly = codes(&text);
    text.push(b'\n');
    let beyond = codes(&text);
    assert!(beyond.iter().any(|code| !exactly.contains(code)), "{beyond:?} as {exactly:?}");
}

#[test]
fn the_longest_line_is_read_and_one_byte_more_is_a_finding() {
    let text = |length: usize| format!("# {}\n{SEED}", "y".repeat(length - 2));
    assert_eq!(codes(text(MAX_LINE).as_bytes()), codes(SEED.as_bytes()));
    assert_ne!(codes(text(MAX_LINE + 1).as_bytes()), codes(SEED.as_bytes()));
}

fn checked(text: &str) -> sop::compile::Compiled {
    sop::compile::compile(text, &sop::config::Config::default())
}

fn rows_of(number: usize, row: impl Fn(usize) -> String) -> String {
    let rows: String = (1..=number).map(row).collect();
    format!("pelaksana:\n  - A\n  - B\n\nkegiatan:\n\n{rows}")
}

#[test]
fn thousands_of_returns_are_all_counted_where_all_ways_share_their_rows() {
    let text = rows_of(2000, |row| {
        let ways = if row < 2000 {
            format!("   ya: lanjut ke {}\n   tidak: kembali ke 1\n", row + 1)
        } else {
            String::new()
        };
        format!("{row}. A: Memeriksa berkas\n   waktu: 1 menit\n{ways}")
    });
    let procedure = checked(&text).procedure.unwrap();
    assert_eq!(procedure.time().uncounted.returns, None);
    let returns = procedure.time().returns(&procedure.sop);
    let minutes: Vec<u64> = returns.each.iter().map(|balik| balik.sedikitnya / 1000).collect();
    assert_eq!(minutes, (1..2000).collect::<Vec<u64>>());
}

#[test]
fn returns_that_cannot_all_be_counted_are_a_finding() {
    let crossing = |rows: usize| {
        let text = rows_of(rows, |row| {
            let (next, over) = (row + 1, (row + 2).min(rows));
            let ways = format!(
                "   jika a: lanjut ke {next}\n   jika b: lanjut ke {over}\n   jika c: kembali ke 1\n"
            );
            format!("{row}. A: Memeriksa berkas\n   waktu: 1 menit\n{}", if row < rows { &ways } else { "" })
        });
        let compiled = checked(&text);
        let told = compiled.diagnostics.iter().filter(|finding| finding.rule.code == "SOP312").count();
        let procedure = compiled.procedure.unwrap();
        let returns = procedure.time().returns(&procedure.sop);
        assert_eq!(procedure.time().uncounted.returns, returns.uncounted);
        (returns.each.len(), returns.longest.is_some(), told)
    };
    // The ways of 894 rows have four hundred thousand places and a few more.
    assert_eq!(crossing(880), (879, true, 0));
    assert_eq!(crossing(950), (894, false, 1));
}

#[test]
fn limits_that_cannot_all_be_counted_are_a_finding() {
    let long = |limits: usize| {
        let rows = rows_of(1001, |row| format!("{row}. A: Memeriksa berkas\n   waktu: 1 hari kerja\n"));
        let limits = "  - dari 1 sampai 1001: paling lama 1 hari kerja\n".repeat(limits);
        let compiled = checked(&rows.replacen("kegiatan:", &format!("batas waktu:\n{limits}\nkegiatan:"), 1));
        let told =
            |code: &str| compiled.diagnostics.iter().filter(|finding| finding.rule.code == code).count();
        (told("SOP304"), told("SOP312"))
    };
    assert_eq!(long(199), (199, 0));
    assert_eq!(long(250), (199, 1));
}

#[test]
fn what_warnings_speak_of_is_looked_for_up_to_a_bound_and_each_is_still_told() {
    let rows = rows_of(1001, |row| {
        let work = if row == 1 { "Melaksanakan monitoring" } else { "Menyusun laporan" };
        format!("{row}. A: {work}\n   waktu: 1 menit\n")
    });
    let warnings = "  - Laporan selesai paling lambat 1 minggu setelah monitoring\n".repeat(600);
    let found = checked(&rows.replacen("kegiatan:", &format!("peringatan:\n{warnings}\nkegiatan:"), 1));
    let told: Vec<_> = found.diagnostics.iter().filter(|it| it.rule.code == "SOP307").collect();
    // 499 times 1001 rows are less than 500,000.
    assert_eq!((told.len(), told.iter().filter(|it| it.fix.is_some()).count()), (600, 499));
}

#[test]
fn thousands_of_hidden_characters_are_a_thousand_findings_and_one_and_all_are_removed() {
    let hidden = |lines: usize| "# cat\u{200B}at\u{200B}an\n".repeat(lines) + SEED;
    let count = |text: &str| codes(text.as_bytes()).iter().filter(|code| **code == "SOP105").count();
    assert_eq!((count(&hidden(3)), count(&hidden(1000)), count(&hidden(1500))), (3, 1000, 1001));
    let text = hidden(1500);
    let last = checked(&text).diagnostics.into_iter().rfind(|finding| finding.rule.code == "SOP105").unwrap();
    assert!(last.message(Lang::Id).contains("banyaknya 1000"), "{}", last.message(Lang::Id));
    let mended = sop::fix::mend(&text, false, |text| checked(text).diagnostics);
    assert!(!mended.text.contains('\u{200B}'));
}

#[test]
fn of_a_text_that_is_no_procedure_the_first_lines_are_told() {
    let codes = |lines: usize| {
        let compiled = checked(&"entah apa\n".repeat(lines));
        assert_eq!(compiled.ast, sop::syntax::ast::Sop::default());
        let told = |code: &str| compiled.diagnostics.iter().filter(|it| it.rule.code == code).count();
        (told("SOP107"), told("SOP178"))
    };
    assert_eq!(codes(20_000), (20_000, 0));
    assert_eq!(codes(20_001), (20, 1));
}

#[test]
fn what_is_held_against_each_other_is_not_held_each_against_each() {
    const ROWS: usize = 3000;
    let word = |row: usize| -> String {
        (0..4).map(|at| char::from(b'a' + (row / 13_usize.pow(at) % 13) as u8)).collect()
    };
    let lanes = (0..ROWS).map(|row| format!("  - Kepala Bidang {}\n", word(row))).collect::<String>();
    let rows = |row: &dyn Fn(usize) -> String| -> String {
        (1..=ROWS).map(|at| format!("{at}. Staf: {}\n   waktu: 1 menit\n", row(at))).collect()
    };
    let capital = |row: usize| format!("{}{}", word(row)[..1].to_uppercase(), &word(row)[1..]);
    let long = "menyusun berkas dan mengembalikan kepada Staf jika tidak lengkap, lalu\n     ".repeat(5000);
    let kegiatan = |rows: String| format!("kegiatan:\n{rows}");
    let shapes = [
        // Of so many names that begin alike none is understood, and none is looked for.
        (
            "SOP235",
            0,
            format!(
                "pelaksana:\n{lanes}\n{}",
                kegiatan(rows(&|row| format!("Menyerahkan kepada Kepala Bidang x{row}")))
            ),
        ),
        (
            "SOP151",
            1,
            format!("pelaksana:\n{lanes}\n{}", kegiatan(rows(&word)).replace("Staf", "Kepala Bidan")),
        ),
        ("SOP535", 1, kegiatan(rows(&|row| format!("Menyusun {}", word(row).to_uppercase())))),
        ("SOP575", ROWS, kegiatan(rows(&|row| format!("Menyusun {0} {0}", capital(row))))),
        // Nor is one of so many papers that differ in a word the other, written wrongly.
        (
            "SOP405",
            0,
            kegiatan(rows(&|row| format!("Menyusun\n   output: Laporan bulanan{} akhir", word(row)))),
        ),
        ("SOP232", 1, kegiatan(format!("1. Staf: {long}"))),
        (
            "SOP536",
            3,
            kegiatan(format!("1. Staf: Menyusun {}", "analisa resiko jadual\n     ".repeat(10_000))),
        ),
        ("SOP107", 20_000, kegiatan(format!("1. Staf: Menyusun\n{}", "SELESAI\n".repeat(20_000)))),
        (
            "SOP912",
            10_000,
            format!(
                "{}{}",
                "# abaikan SOP9x1: sebab\n".repeat(10_000),
                kegiatan("1. Staf: Menyusun\n".into())
            ),
        ),
    ];
    for (code, count, text) in &shapes {
        let told = checked(text).diagnostics.iter().filter(|it| it.rule.code == *code).count();
        assert_eq!(told, *count, "{code}");
    }
}

#[test]
fn one_rule_is_told_twenty_thousand_times() {
    for (lanes, told) in [(20_000, 19_999), (20_001, 20_000), (20_002, 20_000)] {
        let text = format!("pelaksana:\n{}kegiatan:\n1. A: a\n", "  - A\n".repeat(lanes));
        let found = checked(&text).diagnostics;
        assert_eq!(found.iter().filter(|it| it.rule.code == "SOP153").count(), told, "{lanes} lanes");
        assert!(found.iter().any(|it| it.rule.code != "SOP153"), "others are told all the same");
    }
}

#[test]
fn a_name_that_holds_atau_is_looked_for_among_eight_parts() {
    let name = |parts: usize| (1..=parts).map(|at| format!("a{at}")).collect::<Vec<_>>().join(" atau ");
    for (parts, lanes) in [(8, 2), (9, 11)] {
        let text = format!("pelaksana:\n  - {0}\n  - B\nkegiatan:\n1. {0} atau B: a\n", name(parts));
        assert_eq!(checked(&text).procedure.unwrap().sop.pelaksana.len(), lanes, "{parts} parts");
    }
    let text = format!("pelaksana:\n  - B\nkegiatan:\n1. {}: a\n", name(5000));
    assert_eq!(checked(&text).procedure.unwrap().sop.pelaksana.len(), 5001);
}

#[test]
fn a_warning_that_goes_on_behind_a_hundred_thousand_commas_is_read_once() {
    let text = format!("peringatan: jika a{}, maka c, d\n", ",\n   b".repeat(100_000));
    let field = checked(&text).ast.fields.remove(0);
    let sop::syntax::ast::Value::List(items) = field.value else { unreachable!() };
    assert_eq!((items.len(), &*items[1].text.value), (2, "d"));
    assert!(items[0].text.value.ends_with(", b, maka c"));
}

/// Takes a text through what reads it piece by piece: findings and their words, the canonical form, new numbers.
fn read_whole(text: &str) {
    let compiled = sop::compile::compile(text, &sop::config::Config::default());
    for finding in &compiled.diagnostics {
        for lang in [Lang::Id, Lang::En] {
            assert!(!finding.message(lang).is_empty());
            let _ = finding.help_text(lang);
        }
        assert!(text.get(finding.primary.range()).is_some(), "{} in {text}", finding.rule.code);
    }
    let _ = (sop::fmt::format(&compiled.ast), sop::fmt::renumber(text));
}

/// Examples of all rules, and whole procedures, with a character of several bytes in place of one and before it; one in
/// so many of all that there are.
fn with_odd_characters(of: usize) -> usize {
    let examples = sop::rules::all().into_iter().flat_map(|rule| {
        let page = pages::read(&pages::folder().join(format!("{}.md", rule.code)));
        let fences = ["Salah", "Benar"].into_iter().flat_map(|section| pages::fences(&page, section));
        let fences = fences.filter(|fence| fence.language.starts_with("sop"));
        fences.map(|fence| page[fence.inside].to_owned()).collect::<Vec<_>>()
    });
    let odd = ["é", "\u{A0}", "–", "→", "İ", "\u{FFFD}", "ß", "😀", "éa", "\t", ""];
    let mut read = 0;
    let mut at = 0;
    for text in examples.chain([SEED.to_owned()]) {
        for (place, c) in text.char_indices() {
            for odd in odd {
                for next in [place, place + c.len_utf8()] {
                    at += 1;
                    if at % of == 0 {
                        read_whole(&format!("{}{odd}{}", &text[..place], &text[next..]));
                        read += 1;
                    }
                }
            }
        }
    }
    read
}

#[test]
fn a_character_of_several_bytes_may_stand_anywhere() {
    // Both stopped the program once.
    read_whole("sop: x\npangkat: Pembina Utama Muda éIV/c\n");
    let limit = "batas: paling lama 3 hari setelah\u{A0}3";
    read_whole(&format!("pelaksana: A, B\nkegiatan:\n3. A: a\n4. B: b\n   {limit}\n"));
    assert!(with_odd_characters(9_001) > 400);
}

#[test]
#[ignore = "takes long: cargo test --release --test hardness -- --ignored odd"]
fn odd_characters_may_stand_everywhere() {
    with_odd_characters(1);
}

#[cfg(all(feature = "bpmn", feature = "docx", feature = "xlsx"))]
#[test]
fn no_character_spoils_what_other_programs_read() {
    // What is no Char of XML 1.0 (2.2), and what is one and hidden.
    let no_char = ('\0'..' ').filter(|c| !matches!(c, '\t' | '\n' | '\r')).chain(['\u{FFFE}', '\u{FFFF}']);
    let hidden = "\t\u{7F}\u{85}\u{AD}\u{200B}\u{2028}\u{202E}\u{2060}\u{FEFF}".chars();
    let odd: String = no_char.chain(hidden).chain("&<>\"'-- ]]>".chars()).collect();
    let text = SEED.replace("Menelaah usulan", &format!("Menelaah {odd} usulan"));
    assert_ne!(text, SEED);
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("a.sop"), text).unwrap();
    let built = sop(
        dir.path(),
        &["build", "a.sop", "-o", "o", "--force", "--target", "svg,pnml,bpmn,scxml,docx,xlsx,json"],
    );
    assert!(dir.path().join("o/a.bpmn").exists(), "{}", String::from_utf8_lossy(&built.stderr));
    let mut read = 0;
    let mut whole = |name: &str, bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap();
        let said = roxmltree::Document::parse(text).err();
        assert!(said.is_none(), "{name}: {said:?}");
        read += 1;
    };
    for (name, bytes) in contents(&dir.path().join("o")) {
        match name.rsplit_once('.').unwrap().1 {
            "docx" | "xlsx" => {
                let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
                for at in 0..archive.len() {
                    let mut part = archive.by_index(at).unwrap();
                    let mut bytes = Vec::new();
                    std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
                    let inside = part.name().unwrap();
                    if inside.ends_with(".xml") || inside.ends_with(".rels") {
                        whole(&format!("{name}/{inside}"), &bytes);
                    }
                }
            }
            "json" => assert!(serde_json::from_slice::<serde_json::Value>(&bytes).is_ok()),
            _ => whole(&name, &bytes),
        }
    }
    assert!(read > 15, "{read} documents");
}

/// A file of so many bytes, all the same.
fn file_of(path: &Path, byte: u8, length: usize) {
    fs::write(path, vec![byte; length]).unwrap();
}

fn fails_with(dir: &Path, args: &[&str], words: &str) -> bool {
    let ran = sop(dir, args);
    let said = String::from_utf8(ran.stderr).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    ran.status.code() == Some(3) && said.contains(words)
}

#[test]
fn what_is_read_has_a_limit_and_one_byte_more_is_refused_unread() {
    let dir = TempDir::new().unwrap();
    let text = dir.path().join("a.sop");
    let checks = ["check", "a.sop", "--no-cache"];
    let large = |mebibytes: usize| format!("lebih besar dari {mebibytes} MiB");
    // No text, but one that is looked at: what is wrong with it is a finding.
    fs::File::create(&text).unwrap().set_len(64 << 20).unwrap();
    assert_eq!(sop(dir.path(), &checks).status.code(), Some(1));
    fs::File::create(&text).unwrap().set_len((64 << 20) + 1).unwrap();
    assert!(fails_with(dir.path(), &checks, &large(64)));
    // What has no length, and no end.
    #[cfg(unix)]
    assert!(fails_with(dir.path(), &["check", "/dev/zero"], &large(64)));

    fs::write(&text, SEED).unwrap();
    let settings = dir.path().join("sop.toml");
    file_of(&settings, b'#', 1 << 20);
    assert!(!fails_with(dir.path(), &checks, &large(1)));
    file_of(&settings, b'#', (1 << 20) + 1);
    assert!(fails_with(dir.path(), &checks, &large(1)));

    fs::write(&settings, "[cetak]\ntemplat = \"templat\"\n").unwrap();
    fs::create_dir(dir.path().join("templat")).unwrap();
    let template = dir.path().join("templat/formulir.md.j2");
    let builds = ["build", "a.sop", "--target", "checklist", "-o", "out"];
    file_of(&template, b'x', 1 << 20);
    assert!(sop(dir.path(), &builds).status.success());
    file_of(&template, b'x', (1 << 20) + 1);
    assert!(fails_with(dir.path(), &builds, &large(1)));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_in_full_is_not_written() {
    let (dir, old, _) = two_versions();
    let out = dir.path().join("out");
    fs::create_dir(&out).unwrap();
    for (name, bytes) in &old {
        fs::write(out.join(name), bytes).unwrap();
    }
    // A file may grow to 2 or 4 KiB, by shell; the system then refuses what comes after, as a full disk does.
    let limited =
        format!("trap '' XFSZ; ulimit -f 4; exec {} build monev.sop -o out", env!("CARGO_BIN_EXE_sop"));
    let ran = Command::new("sh").args(["-c", &limited]).current_dir(dir.path()).output().unwrap();
    assert_eq!(ran.status.code(), Some(3));
    let said = String::from_utf8(ran.stderr).unwrap();
    assert!(said.contains("tidak dapat ditulis"), "{said}");
    assert!(contents(&out) == old, "the old files are not as they were");
    assert_eq!(fs::read_dir(&out).unwrap().count(), old.len(), "something was left over");
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_only_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("monev.sop"), SEED).unwrap();
    let out = dir.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(out.join("coba"), "").is_ok() {
        return; // We are root, who may write everywhere.
    }
    assert!(fails_with(dir.path(), &["build", "monev.sop", "-o", "out"], "tidak diizinkan"));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0);
}

/// What each of these outputs says to a text that is checked and compiled here.
fn made(text: &str, targets: &[&str], lang: Lang) -> Vec<Result<usize, String>> {
    let config = sop::config::Config::default();
    let procedure = sop::compile::compile(text, &config).procedure.expect("it has rows");
    let source = text.as_bytes().to_vec();
    let options = sop::emit::Options {
        config,
        lang,
        source,
        standing: sop::model::Standing::WithErrors,
        ..Default::default()
    };
    let job = sop::emit::Job::new(&procedure, &options);
    let make = |target: &&str| match (sop::emit::find(target).unwrap().emit)(&job) {
        Ok(files) => Ok(files.iter().map(|file| file.bytes.len()).sum()),
        Err(sop::emit::EmitError::DoesNotFit(why)) => Err(why.words(lang)),
        Err(other) => panic!("{other}"),
    };
    targets.iter().map(make).collect()
}

#[test]
fn a_long_row_with_many_places_makes_no_huge_output() {
    let row = |places: usize, note: usize| {
        let actors: Vec<&str> = (0..places).map(|at| if at % 2 == 0 { "A" } else { "B" }).collect();
        let note = "     kata kata kata kata kata kata kata kata kata kata\n".repeat(note / 55);
        format!(
            "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. {}: Meneruskan\n   keterangan: a\n{note}2. A: y\n",
            actors.join(" -> ")
        )
    };
    // Eight times its 1 MiB is the most that is said again.
    for (places, fits) in [(8, true), (10, false)] {
        let all = made(&row(places, 1_000_000), &["bpmn"], Lang::Id);
        assert_eq!(all.iter().all(Result::is_ok), fits, "{places} places");
    }
    let text = row(300, 60_000);
    for (lang, words) in
        [(Lang::Id, "No. 1: isi barisnya diulang"), (Lang::En, "row 1: what it says is repeated")]
    {
        for result in made(&text, &["rust", "bpmn", "kartu"], lang) {
            let why = result.expect_err("it would be 18 MB");
            assert!(why.starts_with(words) && why.contains("300"), "{why}");
        }
    }
    assert!(made(&row(300, 600), &["rust", "bpmn", "kartu"], Lang::Id).iter().all(Result::is_ok));
}

#[test]
fn cards_are_made_for_a_thousand_actors_and_for_no_more_text_than_is_printed() {
    let with = |lanes: usize, acting: usize, more: &str| {
        let lane: String = (0..lanes).map(|at| format!("  - L{at}\n")).collect();
        let rows: String = (0..acting).map(|at| format!("{}. L{at}: x\n", at + 1)).collect();
        format!("sop: Uji\n{more}pelaksana:\n{lane}\nkegiatan:\n\n{rows}")
    };
    let refused = |text: &str, lang: Lang| made(text, &["kartu"], lang).remove(0).unwrap_err();
    assert!(made(&with(1001, 4, ""), &["kartu"], Lang::Id)[0].is_ok(), "most of them do nothing");
    let why = refused(&with(1001, 1001, ""), Lang::Id);
    assert_eq!(
        why,
        "ada 1001 pelaksana yang bertindak, sedangkan kartu dibuat untuk paling banyak 1000; gabungkan pelaksana yang \
         sebenarnya sama, atau bagi SOP ini"
    );
    assert!(refused(&with(1001, 1001, ""), Lang::En).starts_with("1001 actors act, but cards"));
    let warnings: String = (0..6000).map(|at| format!("  - hal {at} tertunda\n")).collect();
    let why = refused(&with(200, 200, &format!("peringatan:\n{warnings}")), Lang::En);
    assert!(why.starts_with("all cards together would hold more than 4 MB"), "{why}");
    let remarks = format!("# {}\n", "catatan ".repeat(100)).repeat(600);
    let why = refused(&(remarks + &with(600, 600, "")), Lang::En);
    assert!(why.starts_with("every card carries the text of this SOP, which in 600 cards"), "{why}");
}
