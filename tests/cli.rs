//! The program from outside: what it prints, what it writes, and its exit status.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

#[path = "common/skema.rs"]
mod skema;

use expect_test::{Expect, expect};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const CLEAN: i32 = 0;
const FINDINGS: i32 = 1;
const USAGE: i32 = 2;
const FAILURE: i32 = 3;

/// A folder with these files; those named `x/` are folders.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
    command.args(args).current_dir(dir).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "NO_COLOR", "TERM", "COLUMNS"] {
        command.env_remove(name);
    }
    command
}

/// What came of it, with the place of the folder taken out of the words.
struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn ran(dir: &Path, output: Output) -> Ran {
    let real = fs::canonicalize(dir).unwrap();
    let words = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("what the program prints is UTF-8");
        assert!(!text.contains("panicked"), "{text}");
        text.replace(real.to_str().unwrap(), "DIR").replace(dir.to_str().unwrap(), "DIR")
    };
    Ran {
        status: output.status.code().expect("an exit status"),
        out: words(output.stdout),
        err: words(output.stderr),
    }
}

fn sop(dir: &TempDir, args: &[&str]) -> Ran {
    ran(dir.path(), command(dir.path(), args).output().unwrap())
}

fn sop_with_input(dir: &TempDir, args: &[&str], input: &[u8]) -> Ran {
    let mut child = command(dir.path(), args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that refuses its command line may be gone before it was given anything.
    if let Err(error) = child.stdin.take().unwrap().write_all(input) {
        assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe);
    }
    ran(dir.path(), child.wait_with_output().unwrap())
}

/// Both streams after a run, compared.
fn says(dir: &TempDir, args: &[&str], status: i32, expected: Expect) {
    let ran = sop(dir, args);
    expected.assert_eq(&format!("{}{}", ran.out, ran.err));
    assert_eq!(ran.status, status);
}

/// The procedure that `sop new` writes, which has no finding at all.
fn sound() -> String {
    let dir = TempDir::new().unwrap();
    assert_eq!(sop(&dir, &["new", "a.sop"]).status, CLEAN);
    fs::read_to_string(dir.path().join("a.sop")).unwrap()
}

/// Names of everything in a folder, hidden or not.
fn listing(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_procedure_is_clean_and_canonical() {
    let dir = folder(&[]);
    says(
        &dir,
        &["new", "usulan"],
        CLEAN,
        expect![[r#"
        usulan.sop ditulis. Ubah isinya, lalu: sop check usulan.sop
    "#]],
    );
    says(
        &dir,
        &["check", "usulan.sop", "--strict"],
        CLEAN,
        expect![[r#"
        1 berkas: tidak ada temuan
    "#]],
    );
    says(&dir, &["fmt", "--check"], CLEAN, expect![""]);
    says(
        &dir,
        &["new", "usulan.sop"],
        FAILURE,
        expect![[r#"
        gagal: `usulan.sop` sudah ada dan tidak ditimpa
          bantuan: pilih nama lain, atau hapus dulu berkas itu
    "#]],
    );
}

#[test]
fn a_misspelt_target_is_shown_at_its_place_with_its_remedy() {
    let text = sound().replace("   ya, lengkap: lanjut ke 3", "   ya, lengkap: lanjut ke 30");
    let dir = folder(&[("a.sop", &text)]);
    says(
        &dir,
        &["check", "a.sop"],
        FINDINGS,
        expect![[r#"
            galat SOP160 (unknown-target)

              × kegiatan 30, yang disebut di sini, tidak ada
                ╭─[a.sop:61:27]
             60 │    output: Berkas permohonan lengkap
             61 │    ya, lengkap: lanjut ke 30
                ·                           ──
             62 │    tidak, belum lengkap: kembali ke 1, paling banyak 2 kali, lalu selesai, permohonan di…
                ╰────
              bantuan: sebut nomor kegiatan yang ada dalam naskah ini, dari 1 sampai 5

            1 berkas: 1 galat
        "#]],
    );
    says(
        &dir,
        &["check", "a.sop", "--lang", "en"],
        FINDINGS,
        expect![[r#"
            error SOP160 (unknown-target)

              × row 30, which is named here, does not exist
                ╭─[a.sop:61:27]
             60 │    output: Berkas permohonan lengkap
             61 │    ya, lengkap: lanjut ke 30
                ·                           ──
             62 │    tidak, belum lengkap: kembali ke 1, paling banyak 2 kali, lalu selesai, permohonan di…
                ╰────
              help: name a row that stands in this text, from 1 to 5

            1 file: 1 error
        "#]],
    );
}

#[test]
fn machines_get_json_that_keeps_the_schema() {
    let text = sound().replace("lanjut ke 3", "lanjut ke 30");
    let dir = folder(&[("a/b.sop", &text)]);
    says(
        &dir,
        &["check", "a", "--format", "json", "--lang", "en"],
        FINDINGS,
        expect![[r#"
            {
              "schema": "temuan-v1",
              "findings": [
                {
                  "code": "SOP160",
                  "name": "unknown-target",
                  "severity": "error",
                  "file": "a/b.sop",
                  "line": 61,
                  "column": 27,
                  "end_line": 61,
                  "end_column": 29,
                  "message": "row 30, which is named here, does not exist",
                  "help": "name a row that stands in this text, from 1 to 5",
                  "related": [],
                  "fix": null,
                  "run": [],
                  "fingerprint": "ef4d376fc7327e5e"
                }
              ],
              "failures": []
            }
        "#]],
    );
    let schema = skema::schema("temuan-v1.schema.json");
    let report: serde_json::Value =
        serde_json::from_str(&sop(&dir, &["check", "--format=json"]).out).unwrap();
    assert_eq!(skema::faults(&schema, &schema, &report, ""), Vec::<String>::new());
}

#[test]
fn the_register_for_machines_keeps_its_schema() {
    let dir = folder(&[("a/b.sop", &sound()), ("a/c.sop", "sop: Tanpa Isi\n")]);
    let schema = skema::schema("daftar-v1.schema.json");
    let list: serde_json::Value =
        serde_json::from_str(&sop(&dir, &["daftar", "a", "--format=json"]).out).unwrap();
    assert_eq!(skema::faults(&schema, &schema, &list, ""), Vec::<String>::new());
    let line = &list["sop"][0];
    assert_eq!(line["berkas"], "a/b.sop");
    let dates = serde_json::json!({
        "tanggal_pembuatan": "2025-01-02", "tanggal_revisi": null, "tanggal_efektif": "2025-01-15"
    });
    assert_eq!(line["iso"], dates);
    assert_eq!(line["waktu"], "1 hari kerja 1 jam");
    assert_eq!(line["menit"], serde_json::json!({ "dari": 510, "sampai": 510 }));
}

#[test]
fn every_format_reports_what_could_not_be_read_and_goes_to_a_file_whole() {
    let dir = folder(&[("a.sop", "kegiatn:\n"), ("sop.toml", "unit = \n")]);
    for format in sop::report::ALL {
        let args = ["check", "a.sop", "tidak-ada.sop", "--format", format.name];
        let shown = sop(&dir, &args);
        assert_eq!(shown.status, FAILURE, "{}", format.name);
        for file in ["a.sop", "sop.toml", "tidak-ada.sop"] {
            assert!(shown.out.contains(file), "{}: {file} in {}", format.name, shown.out);
        }
        let saved = sop(&dir, &[&args[..], &["-o", "hasil/laporan"]].concat());
        assert_eq!(
            fs::read_to_string(dir.path().join("hasil/laporan")).unwrap(),
            shown.out,
            "{}",
            format.name
        );
        assert!(saved.out.starts_with("1 berkas: "), "{}", saved.out);
    }
    let human = sop(&dir, &["check", "a.sop", "--output", "laporan.txt"]);
    assert_eq!(human.status, FINDINGS);
    let saved = fs::read_to_string(dir.path().join("laporan.txt")).unwrap();
    assert!(saved.contains("a.sop:1:1") && saved.ends_with(&human.out), "{saved}");
}

#[test]
fn the_weight_that_fails_is_named_in_either_language() {
    let text = sound().replace("tanggal revisi: -", "tanggal revisi: 2/1/2025");
    let dir = folder(&[("a.sop", &text)]);
    for (weight, status) in
        [("galat", CLEAN), ("error", CLEAN), ("peringatan", FINDINGS), ("saran", FINDINGS)]
    {
        assert_eq!(sop(&dir, &["check", "--fail-on", weight]).status, status, "{weight}");
    }
    assert_eq!(sop(&dir, &["check", "--fail-on", "berat"]).status, USAGE);
    assert_eq!(sop(&dir, &["check", "--fail-on", "saran", "--strict"]).status, USAGE);
}

#[test]
fn strict_fails_on_warnings_and_quiet_prints_only_what_fails() {
    let text = sound().replace("tanggal revisi: -", "tanggal revisi: 2/1/2025");
    let dir = folder(&[("a.sop", &text)]);
    assert_eq!(sop(&dir, &["check"]).status, CLEAN);
    let strict = sop(&dir, &["check", "--strict", "--quiet"]);
    assert_eq!(strict.status, FINDINGS);
    assert!(strict.out.contains("peringatan SOP136"), "{}", strict.out);
    assert_eq!(sop(&dir, &["check", "--quiet"]).out, "");
}

#[test]
fn a_wrong_command_line_is_said_in_the_language_asked_for() {
    let dir = folder(&[]);
    says(
        &dir,
        &["chek"],
        USAGE,
        expect![[r#"
        perintah keliru: tidak ada perintah `chek`
          bantuan: maksud Anda `check`?
    "#]],
    );
    says(
        &dir,
        &["check", "--strik", "--lang=en"],
        USAGE,
        expect![[r#"
        wrong usage: there is no option `--strik`
          help: did you mean `--strict`?
    "#]],
    );
    says(
        &dir,
        &["build", "--kertas", "a9"],
        USAGE,
        expect![[r#"
        perintah keliru: `a9` tidak dapat dipakai untuk --kertas <KERTAS>
          bantuan: pilih salah satu: f4, a4, a3, legal, letter
    "#]],
    );
    says(
        &dir,
        &["build", "--resolusi", "9"],
        USAGE,
        expect![[r#"
        perintah keliru: `9` tidak dapat dipakai untuk --resolusi <DPI>
          bantuan: yang dapat dipakai: 50–600
    "#]],
    );
    says(
        &dir,
        &["time", "a.sop", "--berkas", "banyak"],
        USAGE,
        expect![[r#"
        perintah keliru: `banyak` tidak dapat dipakai untuk --berkas <N>
          bantuan: yang dapat dipakai: 1–1000000
    "#]],
    );
    says(
        &dir,
        &["explain", "SOP1033"],
        USAGE,
        expect![[r#"
        gagal: tidak ada aturan bernama `SOP1033`
          bantuan: maksud Anda `SOP103`?
    "#]],
    );
    assert_eq!(sop(&dir, &[]).status, USAGE);
    assert_eq!(sop(&dir, &["--help"]).status, CLEAN);
}

#[test]
fn the_language_follows_the_locale_where_none_is_asked_for() {
    let dir = folder(&[]);
    let help = |name: &str, value: &str, args: &[&str]| {
        let output = command(dir.path(), args).env(name, value).output().unwrap();
        ran(dir.path(), output).out
    };
    assert!(help("LANG", "en_US.UTF-8", &["--help"]).contains("Usage:"));
    assert!(help("LC_ALL", "id_ID.UTF-8", &["--help"]).contains("Pemakaian:"));
    assert!(help("LANG", "fr_FR.UTF-8", &["--help"]).contains("Pemakaian:"));
    assert!(help("LANG", "en_US.UTF-8", &["--help", "--lang", "id"]).contains("Pemakaian:"));
}

#[test]
fn a_name_that_does_not_exist_is_answered_with_the_nearest_and_the_others_are_checked() {
    let dir = folder(&[("usulan.sop", &sound())]);
    says(
        &dir,
        &["check", "usulam.sop", "usulan.sop"],
        FAILURE,
        expect![[r#"
        1 berkas: tidak ada temuan
        gagal: tidak ada berkas atau folder `usulam.sop`
          bantuan: maksud Anda `usulan.sop`?
    "#]],
    );
    says(
        &dir,
        &["check", "surat/*.sop"],
        FAILURE,
        expect![[r#"
        gagal: tidak ada berkas yang cocok dengan `surat/*.sop`
          bantuan: `*` mewakili apa pun dalam satu folder, `**` folder sedalam apa pun
    "#]],
    );
}

#[test]
fn folders_and_patterns_find_every_procedure_once_and_nothing_hidden() {
    let text = sound().replace("lanjut ke 3", "lanjut ke 30");
    let dir = folder(&[
        ("x/b.sop", &text),
        ("x/a.sop", &text),
        ("x/dalam/c.sop", &text),
        ("x/.rahasia/d.sop", &text),
        ("x/.e.sop", &text),
        ("x/f.txt", &text),
    ]);
    let files = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["check", "--format", "json"];
        all.extend(args);
        let report: serde_json::Value = serde_json::from_str(&sop(&dir, &all).out).unwrap();
        let mut files: Vec<String> = Vec::new();
        for finding in report["findings"].as_array().unwrap() {
            let file = finding["file"].as_str().unwrap().to_owned();
            if files.last() != Some(&file) {
                files.push(file);
            }
        }
        files
    };
    assert_eq!(files(&[]), ["x/a.sop", "x/b.sop", "x/dalam/c.sop"]);
    assert_eq!(files(&["x/*.sop"]), ["x/a.sop", "x/b.sop"]);
    assert_eq!(files(&["x/**/*.sop"]), ["x/a.sop", "x/b.sop", "x/dalam/c.sop"]);
    assert_eq!(files(&["./x/{b,a}.sop"]), ["x/a.sop", "x/b.sop"]);
    assert_eq!(files(&["x/b.sop", "x", "x/b.sop"]), ["x/b.sop", "x/a.sop", "x/dalam/c.sop"]);
}

#[test]
fn what_is_no_sound_text_is_a_finding_and_never_a_crash() {
    let sound = sound();
    let with = |line: &str| sound.replace("kegiatan:\n", &format!("kegiatan:\n\n{line}\n"));
    let long = format!("catatan: {}", "x".repeat(1 << 20));
    let cases: Vec<(&str, Vec<u8>, i32)> = vec![
        ("an empty file", Vec::new(), FINDINGS),
        ("only comments", b"# satu\n# dua\n".to_vec(), FINDINGS),
        ("NUL bytes", sound.replace("unit:", "unit:\0").into_bytes(), FINDINGS),
        ("no UTF-8", [sound.as_bytes(), b"# \xFF\xC3\x28\n"].concat(), FINDINGS),
        ("UTF-16", sound.encode_utf16().flat_map(u16::to_le_bytes).collect(), FINDINGS),
        (
            "UTF-16 with its mark",
            [b"\xFF\xFE".to_vec(), sound.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            FINDINGS,
        ),
        ("line ends of Windows", sound.replace('\n', "\r\n").into_bytes(), CLEAN),
        ("a byte order mark", format!("\u{feff}{sound}").into_bytes(), CLEAN),
        ("tabs", sound.replace("   ", "\t").into_bytes(), CLEAN),
        ("a line of 1 MiB", format!("{long}\n{sound}").into_bytes(), FINDINGS),
        ("a line of 1 MiB without end", long.clone().into_bytes(), FINDINGS),
        ("a doubled number", with("2. Kadis: Menandatangani\n").into_bytes(), FINDINGS),
        ("a target to nowhere", sound.replace("lanjut ke 3", "lanjut ke 99").into_bytes(), FINDINGS),
        (
            "an absurd number",
            sound.replace("lanjut ke 3", "lanjut ke 99999999999999999999").into_bytes(),
            FINDINGS,
        ),
        (
            "an absurd row number",
            with("99999999999999999999. Kadis: Menandatangani\n").into_bytes(),
            FINDINGS,
        ),
        ("an absurd time", sound.replace("15 menit", "99999999999999999999 tahun").into_bytes(), CLEAN),
        ("an absurd date", sound.replace("2 Januari 2025", "31 Februari 2025").into_bytes(), FINDINGS),
        ("text from right to left", sound.replace("Petugas", "Pet\u{202E}ugas").into_bytes(), FINDINGS),
        ("a character without width", sound.replace("Petugas", "Pet\u{200B}ugas").into_bytes(), FINDINGS),
        ("terminal commands", sound.replace("unit:", "unit: \x1b]0;x\x07\x1b[31m").into_bytes(), FINDINGS),
    ];
    for (what, bytes, status) in cases {
        let dir = folder(&[]);
        fs::write(dir.path().join("a.sop"), &bytes).unwrap();
        let checked = sop(&dir, &["check"]);
        assert_eq!(checked.status, status, "{what}: {}{}", checked.out, checked.err);
        for c in ['\u{1b}', '\u{7}', '\0', '\u{202E}', '\u{200B}'] {
            assert!(!checked.out.contains(c), "{what}: the output holds {c:?}");
        }
        let widest = checked.out.lines().map(|line| line.chars().count()).max().unwrap_or(0);
        assert!(widest < 200, "{what}: a line of {widest} characters");
        let built = sop(&dir, &["build", "-o", "hasil"]);
        assert_eq!(built.status, status, "{what}: {}", built.err);
        if status == FINDINGS {
            assert!(!dir.path().join("hasil").exists(), "{what}: something was built");
        }
        assert!(sop(&dir, &["build", "-o", "paksa", "--force"]).status <= FINDINGS, "{what}");
        assert!(sop(&dir, &["fmt", "--check"]).status <= FINDINGS, "{what}");
    }
}

#[test]
fn names_of_every_kind_and_words_of_every_language_are_built_as_they_stand() {
    let text = sound()
        .replace("Kabid", "fn match")
        .replace("Kadis", "…!!…")
        .replace("Surat keterangan", "{{ 7 * 7 }} <script>alert(1)</script> ]]> \\\" */ \"#; ${x} %n");
    let dir = folder(&[("a.sop", &text)]);
    let built = sop(&dir, &["build", "-o", "hasil"]);
    assert_eq!(built.status, CLEAN, "{}{}", built.out, built.err);
    assert!(!listing(&dir.path().join("hasil")).is_empty());
}

#[test]
fn twenty_five_thousand_rows_are_read_to_the_last() {
    let mut text = sound();
    let at = text.find("kegiatan:\n").unwrap();
    text.truncate(at);
    text.push_str("kegiatan:\n\n");
    for row in 1..=25_000 {
        text.push_str(&format!("{row}. Kadis: Menandatangani\n   waktu: 1 menit\n   output: Surat\n\n"));
    }
    let dir = folder(&[("a.sop", &text)]);
    let checked = sop(&dir, &["check", "--quiet", "--format", "json"]);
    assert_eq!(checked.status, FINDINGS, "numbers end at 9999");
    let last = text.lines().position(|line| line.starts_with("25000. ")).unwrap() + 1;
    assert!(checked.out.contains(&format!("\"line\": {last},")), "the last row's number is named");
}

#[test]
fn a_text_that_is_not_saved_yet_can_be_looked_at() {
    let text = sound().replace("waktu: 5 menit", "waktu: 5 menyt");
    let dir = folder(&[("a.sop", &text)]);
    let piped = |args: &[&str]| sop_with_input(&dir, args, text.as_bytes());
    // The same as of a file, by another name; also what only a second look at the text can quote.
    for args in [&["check", "--strict"][..], &["check", "--per=2030-01-01"], &["check", "--format=json"]] {
        let (saved, read) =
            (sop(&dir, &[args, &["--no-cache", "a.sop"]].concat()), piped(&[args, &["-"]].concat()));
        assert!(saved.out.contains("a.sop"), "{}", saved.out);
        // Only the frame around a place, and the mark of a finding, depend on the name.
        let bare = |text: &str| -> Vec<String> {
            let lines = text.replace("a.sop", "-");
            // What is piped in cannot be mended, and nothing is said of how.
            let kept = lines.lines().filter(|line| !line.contains("fingerprint") && !line.contains("--fix"));
            kept.map(|line| line.trim_end_matches('─').to_owned()).collect()
        };
        assert_eq!(bare(&read.out), bare(&saved.out));
        assert_eq!(read.status, saved.status);
    }
    assert_eq!(piped(&["export", "--json", "-"]).out, sop(&dir, &["export", "--json", "a.sop"]).out);
    assert!(piped(&["time", "-"]).out.starts_with("No  Pelaksana"));
    assert_eq!(listing(dir.path()), ["a.sop"]);
    let refused = |args: &[&str], status: i32, words: &str| {
        let ran = piped(args);
        assert_eq!((ran.status, ran.out.as_str()), (status, ""), "{args:?}");
        assert!(ran.err.starts_with(words), "{}", ran.err);
    };
    refused(&["check", "-", "a.sop"], USAGE, "gagal: `-` berdiri sendiri, tanpa berkas lain\n");
    refused(&["check", "--fix", "-"], USAGE, "gagal: `-` hanya dibaca, tidak diubah dan tidak dibagi\n");
    refused(&["simulate", "-"], USAGE, "gagal: tanpa `--kasus`, masukan baku memuat jawaban, bukan naskah\n");
    refused(&["simulate", "a.sop", "--format=json"], USAGE, "perintah keliru: --kasus <N> belum disebut\n");
    assert_eq!(piped(&["simulate", "-", "--kasus=3", "--format=json"]).status, CLEAN);
    refused(&["build", "-"], USAGE, "gagal: perintah ini tidak membaca masukan baku (`-`)\n");
    refused(&["build", "a.sop", "-o-"], USAGE, "gagal: `-` bukan folder; beberapa berkas tidak muat");
    refused(&["templat", "-"], USAGE, "gagal: `-` bukan folder; beberapa berkas tidak muat");
    refused(&["formulir", "a.sop", "-o-"], USAGE, "gagal: `-` bukan folder; beberapa berkas tidak muat");
    assert_eq!(listing(dir.path()), ["a.sop"]);
}

#[test]
fn a_folder_holds_files_whose_ending_is_in_capitals_too() {
    let dir = folder(&[("LAMA/SURAT.SOP", "sop: A\n"), ("b.Sop", "sop: B\n"), ("c.sopx", "sop: C\n")]);
    let ran = sop(&dir, &["check", "--format", "concise"]);
    let names: Vec<&str> = ran.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(names, ["LAMA/SURAT.SOP", "b.Sop"], "{}", ran.out);
    assert!(sop(&dir, &["check", "LAMA/SURA.sop"]).err.contains("maksud Anda `LAMA/SURAT.SOP`?"));
}

#[cfg(feature = "pdf")]
#[test]
fn the_help_of_build_names_what_is_made_unasked() {
    let dir = TempDir::new().unwrap();
    let unasked: Vec<&str> = sop::emit::ALL.iter().filter(|it| it.by_default).map(|it| it.name).collect();
    for (lang, before) in [("id", "[bawaan: chart"), ("en", "[default: chart")] {
        let help = sop(&dir, &["build", "--help", "--lang", lang]).out;
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        let list = help.split(before).nth(1).and_then(|rest| rest.split(']').next()).unwrap();
        let names: Vec<&str> =
            list.split([',', ' ']).filter(|word| !["", "dan", "and"].contains(word)).collect();
        assert_eq!(["chart"].iter().chain(&names).copied().collect::<Vec<_>>(), unasked, "{help}");
    }
}

/// `--engine` asks for BPMN, and is no use for anything else; engines and the sheet go by a second name.
#[cfg(all(feature = "bpmn", feature = "pdf"))]
#[test]
fn an_option_of_one_output_asks_for_it() {
    let dir = folder(&[("a.sop", "sop: A\npelaksana:\n  - Staf\nkegiatan:\n1. Staf: Menyusun surat\n")]);
    let made = |args: &[&str]| {
        let ran = sop(&dir, &[&["build", "a.sop", "--force", "-o", "o"], args].concat());
        ran.out.lines().filter_map(|line| line.strip_prefix("o/")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(!made(&[]).contains(&"a.bpmn".to_owned()));
    assert!(made(&["--engine", "camunda8"]).contains(&"a.bpmn".to_owned()));
    assert!(fs::read_to_string(dir.path().join("o/a.bpmn")).unwrap().contains("xmlns:zeebe"));
    assert_eq!(made(&["--target", "pdf,chart"]), ["a.pdf"]);
    let exported = sop(&dir, &["export", "--bpmn", "a.sop", "--engine", "camunda7"]);
    assert!(exported.status == CLEAN && exported.out.contains("xmlns:camunda"), "{}", exported.err);
    assert_eq!(sop(&dir, &["export", "--json", "a.sop", "--engine", "camunda7"]).status, USAGE);
    says(
        &dir,
        &["build", "a.sop", "--engine", "zeebe", "--target", "json"],
        USAGE,
        expect![[r#"
            gagal: `--engine` berlaku bagi keluaran `bpmn`, yang tidak disebut
              bantuan: sebut juga keluaran `bpmn`, atau hapus pilihan itu
        "#]],
    );
    says(
        &dir,
        &["build", "a.sop", "--resolusi", "72", "--target", "chart", "--lang", "en"],
        USAGE,
        expect![[r#"
            failed: `--resolusi` is for the output `png`, which is not named
              help: name the output `png`, too, or leave the option out
        "#]],
    );
    assert!(
        sop(&dir, &["check", "--fail-on", "berat"])
            .err
            .contains("pilih salah satu: galat, peringatan, saran")
    );
}

/// What `docs/integrasi.md` tells other programs of the flow is in the files.
#[test]
fn the_page_names_what_stands_in_the_flow() {
    let page = include_str!("../docs/integrasi.md");
    let bpmn = include_str!("golden/monev.bpmn");
    for name in ["Proses_monev", "Kegiatan_2", "hasil_2", "sop:hasil"] {
        assert!(page.contains(&format!("`{name}`")) && bpmn.contains(name), "{name}");
    }
    let scxml = include_str!("golden/bentuk-lain.scxml");
    for name in [
        "langkah.4",
        "langkah.9.tidak",
        "langkah.3_2.tidak",
        "langkah.10.dilewati",
        "akhir_isi",
        "akhir_permohonan_ditolak_isi",
    ] {
        assert!(page.contains(&format!("`{name}`")), "{name}");
        let quoted = [format!("event=\"{name}\""), format!("id=\"{name}\"")];
        assert!(quoted.iter().any(|it| scxml.contains(it)), "{name}");
    }
}

/// Links that go in a circle, one that leads nowhere, and one to a folder, which is not followed.
#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_are_told_and_the_rest_is_checked() {
    let dir = folder(&[("sub/a.sop", "sop: A\n")]);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, dir.path().join(name)).unwrap();
    link("b.sop", "c.sop");
    link("c.sop", "b.sop");
    link("hilang.sop", "d.sop");
    link(".", "sub/lagi");
    says(
        &dir,
        &["check", "--format", "concise"],
        FAILURE,
        expect![[r#"
        sub/a.sop:1:1: galat SOP150: berkas ini tidak memuat satu kegiatan pun
        b.sop: gagal: `b.sop` tidak dapat dibaca: tautannya berputar dan tidak sampai ke berkas mana pun
        c.sop: gagal: `c.sop` tidak dapat dibaca: tautannya berputar dan tidak sampai ke berkas mana pun
        d.sop: gagal: `d.sop` tidak dapat dibaca: tautan itu menunjuk ke berkas yang tidak ada
        gagal: `b.sop` tidak dapat dibaca: tautannya berputar dan tidak sampai ke berkas mana pun
          bantuan: hapus tautan itu, atau arahkan ke berkas yang dimaksud
        gagal: `c.sop` tidak dapat dibaca: tautannya berputar dan tidak sampai ke berkas mana pun
          bantuan: hapus tautan itu, atau arahkan ke berkas yang dimaksud
        gagal: `d.sop` tidak dapat dibaca: tautan itu menunjuk ke berkas yang tidak ada
          bantuan: hapus tautan itu, atau arahkan ke berkas yang dimaksud
    "#]],
    );
    says(
        &dir,
        &["fmt", "b.sop", "d.sop", "--lang", "en"],
        FAILURE,
        expect![[r#"
        failed: cannot read `b.sop`: the link goes in a circle and reaches no file
          help: delete the link, or point it to the file that is meant
        failed: cannot read `d.sop`: the link points to a file that does not exist
          help: delete the link, or point it to the file that is meant
    "#]],
    );
}

#[test]
fn help_is_found_however_it_is_asked_for() {
    let dir = TempDir::new().unwrap();
    assert_eq!(sop(&dir, &["help"]).out, sop(&dir, &["--help"]).out);
    assert_eq!(sop(&dir, &["help", "check"]).out, sop(&dir, &["check", "--help"]).out);
    assert_eq!(
        sop(&dir, &["help", "--lang", "en", "time"]).out,
        sop(&dir, &["time", "--help", "--lang=en"]).out
    );
    says(
        &dir,
        &["help", "chek"],
        USAGE,
        expect![[r#"
        perintah keliru: tidak ada perintah `chek`
          bantuan: maksud Anda `check`?
    "#]],
    );
    // Nothing is like it: the way to all options is named, and no option that happens to be there.
    says(
        &dir,
        &["export", "--target", "rust", "a.sop"],
        USAGE,
        expect![[r#"
        perintah keliru: tidak ada pilihan `--target`
          bantuan: lihat `sop export --help`
    "#]],
    );
    says(
        &dir,
        &["build", "--out-dir", "x"],
        USAGE,
        expect![[r#"
        perintah keliru: tidak ada pilihan `--out-dir`
          bantuan: maksud Anda `--out`?
    "#]],
    );
    says(
        &dir,
        &["export", "a.sop"],
        USAGE,
        expect![[r#"
        perintah keliru: pilihan keluaran belum disebut
          bantuan: pilih salah satu: --lembar-kendali, --kartu, --dokumen, --layanan, --monitoring,
                   --evaluasi, --verifikasi, --xlsx, --docx, --rust, --json, --pnml, --bpmn, --scxml, --dot
    "#]],
    );
}

#[test]
fn formatting_reads_standard_input_and_writes_standard_output() {
    let dir = folder(&[]);
    let sound = sound();
    let untidy = sound.replace("unit: ", "UNIT  :   ").replace("   waktu: 5 menit", "  waktu : 5 menit");
    let tidied = sop_with_input(&dir, &["fmt", "-"], untidy.as_bytes());
    assert_eq!((tidied.status, tidied.out.as_str()), (CLEAN, sound.as_str()));
    assert_eq!(sop_with_input(&dir, &["fmt", "-", "--check"], untidy.as_bytes()).status, FINDINGS);
    assert_eq!(sop_with_input(&dir, &["fmt", "-", "--check"], sound.as_bytes()).status, CLEAN);
    // A checkout on Windows keeps its line ends.
    let windows = |text: &str| text.replace('\n', "\r\n");
    assert_eq!(sop_with_input(&dir, &["fmt", "-"], windows(&untidy).as_bytes()).out, windows(&tidied.out));
    let checked = sop_with_input(&dir, &["fmt", "-", "--check"], windows(&tidied.out).as_bytes());
    assert_eq!(checked.status, CLEAN);
    let refused = sop_with_input(&dir, &["fmt", "-"], b"entah apa\n");
    assert_eq!((refused.status, refused.out.as_str()), (FINDINGS, ""));
    assert_eq!(sop(&dir, &["fmt", "-", "a.sop"]).status, USAGE);
}

#[test]
fn formatting_rewrites_only_what_is_not_canonical() {
    let untidy = sound().replace("unit: ", "unit :  ");
    let dir = folder(&[("a.sop", &untidy), ("b.sop", &sound()), ("c.sop", "entah apa\n")]);
    let checked = sop(&dir, &["fmt", "--check", "a.sop", "b.sop"]);
    assert_eq!((checked.status, checked.out.as_str()), (FINDINGS, "a.sop\n"));
    assert_eq!(fs::read_to_string(dir.path().join("a.sop")).unwrap(), untidy, "--check writes nothing");
    let written = sop(&dir, &["fmt"]);
    assert_eq!((written.status, written.out.as_str()), (FINDINGS, "a.sop\n"), "{}", written.err);
    assert_eq!(fs::read_to_string(dir.path().join("a.sop")).unwrap(), sound());
    assert_eq!(fs::read_to_string(dir.path().join("c.sop")).unwrap(), "entah apa\n");
    assert_eq!(listing(dir.path()), ["a.sop", "b.sop", "c.sop"]);
}

#[test]
fn renumbering_moves_the_targets_too() {
    let gapped =
        sound().replace("\n5. ", "\n9. ").replace("\n4. ", "\n7. ").replace("ke 4 Kadis", "ke 7 Kadis");
    let dir = folder(&[("a.sop", &gapped)]);
    assert_eq!(sop(&dir, &["fmt", "--renumber"]).status, CLEAN);
    assert_eq!(fs::read_to_string(dir.path().join("a.sop")).unwrap(), sound());
}

#[test]
fn nearer_settings_win_and_the_table_says_where_each_comes_from() {
    let dir = folder(&[
        (
            "sop.toml",
            "[identitas]\ninstansi = 'Pemerintah Kabupaten'\nunit = 'Sekretariat'\n[cetak]\nkertas = 'a4'\n",
        ),
        ("umum/sop.toml", "[identitas]\nunit = 'Bidang Umum'\n"),
        ("umum/a.sop", &sound()),
    ]);
    let table = sop(&dir, &["config", "umum/a.sop"]);
    assert_eq!(table.status, CLEAN);
    let rows: Vec<&str> = table
        .out
        .lines()
        .filter(|row| {
            row.starts_with("identitas.u") || row.starts_with("cetak.k") || row.starts_with("identitas.i")
        })
        .collect();
    expect![[r#"
        identitas.instansi           ["Pemerintah Kabupaten"]            sop.toml:2
        identitas.unit               "Bidang Umum"                       umum/sop.toml:2
        cetak.kertas                 "a4"                                sop.toml:5
        cetak.kolom                  ["kelengkapan", "waktu", "output"]  bawaan
    "#]]
    .assert_eq(&(rows.join("\n") + "\n"));
    let json: serde_json::Value =
        serde_json::from_str(&sop(&dir, &["config", "umum", "--format", "json"]).out).unwrap();
    let unit =
        json["settings"].as_array().unwrap().iter().find(|row| row["key"] == "identitas.unit").unwrap();
    assert_eq!((unit["file"].as_str(), unit["line"].as_u64()), (Some("umum/sop.toml"), Some(2)));
    // A text on standard input has the settings of this folder, for `sop check -` as well.
    assert_eq!(sop(&dir, &["config", "-"]).out, sop(&dir, &["config"]).out);
}

#[test]
fn an_unknown_setting_is_an_error_of_every_file_below_and_said_once() {
    let dir = folder(&[("sop.toml", "[cetak]\nkertass = 'a4'\n"), ("a.sop", &sound()), ("b.sop", &sound())]);
    says(
        &dir,
        &["check"],
        FINDINGS,
        expect![[r#"
            galat SOP903 (unknown-setting)

              × tidak ada pengaturan bernama `kertass` di [cetak]
               ╭─[sop.toml:2:1]
             1 │ [cetak]
             2 │ kertass = 'a4'
               · ───────
               ╰────
              bantuan: maksud Anda `kertas`?
              usulan: tulis yang terdekat: `kertass` → `kertas`

            galat SOP601 (number-of-another)

              × nomor SOP 000.8.3/01/2025 juga dipakai oleh `Penerbitan Surat Keterangan` (b.sop)
                ╭─[a.sop:11:1]
             10 │ sop: Penerbitan Surat Keterangan
             11 │ nomor: 000.8.3/01/2025
                · ──────────────────────
             12 │ instansi:
                ╰────
              bantuan: beri salah satunya nomor baru

            saran SOP602 (unknown-sop)

              ☞ tidak ada di antara SOP yang diperiksa: `SOP Pengelolaan Surat Masuk`
                ╭─[a.sop:31:5]
             30 │ keterkaitan:
             31 │   - SOP Pengelolaan Surat Masuk
                ·     ───────────────────────────
             32 │ peralatan:
                ╰────
              bantuan: periksa namanya, atau susun SOP itu; yang ada di folder lain diperiksa bila folder itu
                       disebut juga

            peringatan SOP607 (near-duplicate)

              ⚠ SOP ini hampir sama dengan `Penerbitan Surat Keterangan` (a.sop): 5 dari 5 kegiatannya
              │ berbunyi sama
                ╭─[b.sop:10:1]
              9 │ # Bagian identitas. Yang sama untuk seluruh kantor (instansi, unit, pejabat) dapat dipin…
             10 │ sop: Penerbitan Surat Keterangan
                · ────────────────────────────────
             11 │ nomor: 000.8.3/01/2025
                ╰────
              bantuan: kegiatan yang sama cukup punya satu SOP; gabungkan, atau rujuk dengan `merujuk`

            galat SOP601 (number-of-another)

              × nomor SOP 000.8.3/01/2025 juga dipakai oleh `Penerbitan Surat Keterangan` (a.sop)
                ╭─[b.sop:11:1]
             10 │ sop: Penerbitan Surat Keterangan
             11 │ nomor: 000.8.3/01/2025
                · ──────────────────────
             12 │ instansi:
                ╰────
              bantuan: beri salah satunya nomor baru

            saran SOP602 (unknown-sop)

              ☞ tidak ada di antara SOP yang diperiksa: `SOP Pengelolaan Surat Masuk`
                ╭─[b.sop:31:5]
             30 │ keterkaitan:
             31 │   - SOP Pengelolaan Surat Masuk
                ·     ───────────────────────────
             32 │ peralatan:
                ╰────
              bantuan: periksa namanya, atau susun SOP itu; yang ada di folder lain diperiksa bila folder itu
                       disebut juga

            2 berkas: 3 galat, 1 peringatan, 2 saran
            1 usulan: `sop check --fix-unsafe` menerapkannya; baca lagi hasilnya
        "#]],
    );
    let built = sop(&dir, &["build", "-o", "hasil"]);
    assert_eq!(built.status, FINDINGS);
    assert!(!dir.path().join("hasil").exists());
}

#[test]
fn severities_are_the_offices_business_but_for_what_cannot_be_read() {
    let text = sound().replace("tanggal revisi: -", "tanggal revisi: 2/1/2025");
    let dir = folder(&[("sop.toml", "[aturan]\nSOP136 = 'galat'\n"), ("a.sop", &text)]);
    assert_eq!(sop(&dir, &["check"]).status, FINDINGS);
    fs::write(dir.path().join("sop.toml"), "[aturan]\ndate-in-figures = 'mati'\n").unwrap();
    assert_eq!(sop(&dir, &["check", "--strict"]).status, CLEAN);
    fs::write(dir.path().join("sop.toml"), "[aturan]\nunreadable-line = 'mati'\n").unwrap();
    let refused = sop(&dir, &["check"]);
    assert!(refused.status == FINDINGS && refused.out.contains("SOP907"), "{}", refused.out);
}

#[test]
fn outputs_stand_beside_the_file_or_in_the_folder_named() {
    let dir = folder(&[("x/a.sop", &sound())]);
    assert_eq!(sop(&dir, &["build", "x/a.sop", "--target", "json"]).out, "x/a.json\n");
    let built = sop(&dir, &["build", "x", "-o", "hasil/dalam", "--target", "json"]);
    assert_eq!((built.status, built.out.as_str()), (CLEAN, "hasil/dalam/a.json\n"), "{}", built.err);
    assert_eq!(listing(&dir.path().join("hasil/dalam")), ["a.json"]);
    assert_eq!(listing(&dir.path().join("x")), ["a.json", "a.sop"]);
}

#[test]
fn pictures_and_the_certificate_are_made_when_they_are_asked_for() {
    let dir = folder(&[("a.sop", &sound())]);
    assert_eq!(sop(&dir, &["build", "-o", "semua"]).status, CLEAN);
    let all = listing(&dir.path().join("semua"));
    assert!(!all.iter().any(|name| name.ends_with(".png") || name.contains("laporan")), "{all:?}");
    let asked = sop(&dir, &["build", "-o", "x", "--target", "png", "--resolusi", "60", "--report"]);
    assert_eq!(asked.status, CLEAN, "{}", asked.err);
    assert_eq!(listing(&dir.path().join("x")), ["a-1.png", "a-identitas.png", "a.laporan.json"]);
}

#[test]
fn a_working_print_shows_the_findings_and_leaves_the_official_sheet_alone() {
    let text = sound().replace("nomor:", "nomr:");
    let dir = folder(&[("a.sop", &text), ("a-1.svg", "resmi")]);
    assert_eq!(sop(&dir, &["build", "a.sop"]).status, FINDINGS);
    let marked = sop(&dir, &["build", "a.sop", "--tandai", "--target", "svg"]);
    assert_eq!(marked.status, FINDINGS, "{}", marked.err);
    assert_eq!(
        listing(dir.path()),
        ["a-1.svg", "a.sop", "a.tanda-1.svg", "a.tanda-identitas.svg", "a.tanda-temuan.svg"]
    );
    assert_eq!(fs::read_to_string(dir.path().join("a-1.svg")).unwrap(), "resmi");
    for page in ["a.tanda-1.svg", "a.tanda-identitas.svg", "a.tanda-temuan.svg"] {
        assert!(fs::read_to_string(dir.path().join(page)).unwrap().contains("bukan SOP yang disahkan"));
    }
    let list = fs::read_to_string(dir.path().join("a.tanda-temuan.svg")).unwrap();
    assert!(list.contains("SOP1"), "{list}");
    says(
        &dir,
        &["build", "a.sop", "--tandai", "--target", "json"],
        USAGE,
        expect![[r#"
            gagal: pada keluaran `json` temuan tidak dapat ditandai, karena tidak digambar
              bantuan: `--tandai` berlaku bagi chart, svg, dan png
        "#]],
    );
}

#[test]
fn pages_of_an_earlier_build_are_named_and_left_alone() {
    let dir = folder(&[("a.sop", &sound()), ("a-2.svg", "lama"), ("a-3.svg", "lama"), ("a-9.svg", "lain")]);
    let built = sop(&dir, &["build", "a.sop", "--target", "svg"]);
    assert_eq!(built.status, CLEAN, "{}", built.err);
    assert!(built.err.contains("pembuatan terdahulu masih ada: a-2.svg, a-3.svg\n"), "{}", built.err);
    assert_eq!(fs::read_to_string(dir.path().join("a-3.svg")).unwrap(), "lama");
}

#[test]
fn two_files_of_one_name_are_refused_before_anything_is_written() {
    let dir = folder(&[("x/a.sop", &sound()), ("y/A.sop", &sound())]);
    says(
        &dir,
        &["build", "-o", "hasil"],
        FAILURE,
        expect![[r#"
        gagal: `x/a.sop` dan `y/A.sop` akan menulis berkas bernama sama di `hasil`; belum ada yang ditulis
          bantuan: ganti nama salah satu, atau bangun keduanya ke folder yang berbeda dengan `-o`
    "#]],
    );
    assert!(!dir.path().join("hasil").exists());
    assert_eq!(sop(&dir, &["build", "--target", "json"]).status, CLEAN, "each beside its file is fine");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let bad = sound().replace("lanjut ke 3", "lanjut ke 30");
    let dir = folder(&[("a.sop", &bad), ("b.sop", &sound())]);
    let built = sop(&dir, &["build", "-o", "hasil", "--target", "json"]);
    assert_eq!(built.status, FINDINGS);
    assert_eq!(listing(&dir.path().join("hasil")), ["b.json"]);
    let forced = sop(&dir, &["build", "-o", "hasil", "--target", "json", "--force"]);
    assert_eq!(forced.status, FINDINGS, "forced or not, it has errors");
    assert_eq!(listing(&dir.path().join("hasil")), ["a.json", "b.json"]);
}

/// A row whose text is taller than a page, so that no chart can be drawn.
fn too_high() -> String {
    let long = "Surat keterangan tidak mampu dari kelurahan; ".repeat(150);
    sound().replacen("kelengkapan: ", &format!("kelengkapan: {long}"), 1)
}

#[test]
fn a_chart_that_does_not_fit_leaves_the_other_outputs_whole_when_forced() {
    let dir = folder(&[("a.sop", &too_high()), ("b.sop", &sound())]);
    says(
        &dir,
        &["build", "a.sop", "-o", "hasil", "--target", "chart,json,svg"],
        FAILURE,
        expect![[r#"
        gagal: chart, svg untuk `a.sop` tidak dapat dibuat: No. 1 lebih tinggi daripada satu halaman karena
               isi kolom Kelengkapan; pecah kegiatan itu menjadi beberapa baris, atau sebut di situ nama
               sebuah daftar atau lampiran dan pindahkan rinciannya ke sana
        peringatan: a.sop: keluaran lainnya belum ditulis
          bantuan: dengan `--force` yang dapat dibuat tetap ditulis
    "#]],
    );
    assert!(!dir.path().join("hasil").exists());
    says(
        &dir,
        &["build", "-o", "hasil", "--target", "chart,json,svg", "--force", "--report"],
        FAILURE,
        expect![[r#"
            hasil/a.json
            hasil/b.pdf
            hasil/b-identitas.svg
            hasil/b-1.svg
            hasil/b.json
            hasil/b.laporan.json
            gagal: chart, svg, laporan untuk `a.sop` tidak dapat dibuat: No. 1 lebih tinggi daripada satu
                   halaman karena isi kolom Kelengkapan; pecah kegiatan itu menjadi beberapa baris, atau sebut
                   di situ nama sebuah daftar atau lampiran dan pindahkan rinciannya ke sana
        "#]],
    );
    assert_eq!(
        listing(&dir.path().join("hasil")),
        ["a.json", "b-1.svg", "b-identitas.svg", "b.json", "b.laporan.json", "b.pdf"]
    );
}

#[test]
fn a_place_that_cannot_be_written_leaves_nothing_half_done() {
    let dir = folder(&[("a.sop", &sound()), ("berkas", "bukan folder")]);
    says(
        &dir,
        &["build", "a.sop", "-o", "berkas", "--target", "json"],
        FAILURE,
        expect![[r#"
            gagal: `berkas` tidak dapat ditulis: itu bukan folder
              bantuan: pakai folder lain dengan `-o`
        "#]],
    );
    fs::create_dir_all(dir.path().join("hasil/a.json")).unwrap();
    let blocked = sop(&dir, &["build", "a.sop", "-o", "hasil"]);
    assert_eq!(blocked.status, FAILURE);
    assert_eq!(listing(&dir.path().join("hasil")), ["a.json"], "nothing but what was there");
}

#[test]
fn a_missing_logo_is_said_and_the_sheet_is_built_without_it() {
    let text = sound().replace("logo: -", "logo: lambang.svg");
    let dir = folder(&[("x/a.sop", &text)]);
    says(
        &dir,
        &["build", "x/a.sop", "--target", "json"],
        CLEAN,
        expect![[r#"
            x/a.json
            peringatan: x/a.sop: lambang `x/lambang.svg` tidak dicetak: berkas itu tidak ada
              bantuan: `logo` memuat letak berkas SVG atau PNG, dihitung dari folder berkas yang menyebutnya
        "#]],
    );
}

#[cfg(unix)]
#[test]
fn unreadable_files_are_named_and_the_rest_is_done() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder(&[("a.sop", &sound()), ("b.sop", &sound())]);
    let locked = dir.path().join("a.sop");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&locked).is_ok() {
        return; // We are root, to whom nothing is unreadable.
    }
    says(
        &dir,
        &["check"],
        FAILURE,
        expect![[r#"
        1 berkas: tidak ada temuan
        gagal: `a.sop` tidak dapat dibaca: tidak diizinkan
          bantuan: minta izin kepada pemilik berkas atau foldernya, atau pakai folder lain
    "#]],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_a_reader_that_went_away_is_not() {
    let dir = folder(&[("a.sop", &sound())]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(dir.path(), &["rules"]).stdout(full).output().unwrap();
    let full = ran(dir.path(), output);
    assert_eq!(full.status, FAILURE);
    expect![[r#"
        gagal: keluaran tidak dapat ditulis: tempat penyimpanan penuh
          bantuan: arahkan keluaran ke tempat lain yang dapat ditulis
    "#]]
    .assert_eq(&full.err);
    let mut child = command(dir.path(), &["explain", "SOP104"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let gone = ran(dir.path(), child.wait_with_output().unwrap());
    assert_eq!((gone.status, gone.err.as_str()), (CLEAN, ""));
}

#[cfg(unix)]
#[test]
fn what_is_written_can_be_read_by_others_and_a_rewritten_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let dir = folder(&[("a.sop", &sound().replace("unit: ", "unit :  "))]);
    let plain = dir.path().join("plain");
    fs::write(&plain, "").unwrap();
    let path = dir.path().join("a.sop");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(sop(&dir, &["fmt", "a.sop"]).status, CLEAN);
    assert_eq!(mode(&path), 0o640);
    assert_eq!(sop(&dir, &["build", "a.sop", "--target", "json"]).status, CLEAN);
    assert_eq!(mode(&dir.path().join("a.json")), mode(&plain), "as any file that is made here");
}

#[test]
fn every_rule_can_be_explained() {
    let dir = folder(&[]);
    let list = sop(&dir, &["rules", "--format", "json"]).out;
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let rules = list["rules"].as_array().unwrap();
    assert_eq!(rules.len(), sop::rules::all().len());
    for rule in sop::rules::all() {
        if rule.code.ends_with('1') {
            let page = sop(&dir, &["explain", rule.code]);
            assert!(
                page.status == CLEAN && page.out.contains("\nSalah\n") && !page.out.contains("```"),
                "{}",
                page.out
            );
        }
    }
    says(
        &dir,
        &["explain", "zero-time", "--lang", "en"],
        CLEAN,
        expect![[r#"
            SOP303 zero-time (warning, basis R74)

            A time of zero means that the row is done before it starts; usually the number was not filled in.

            Wrong

                pelaksana:
                  - Kasi = Kepala Seksi
                  - Kabid = Kepala Bidang

                kegiatan:

                1. Kasi: Menyusun laporan
                   kelengkapan: Data bulanan
                   waktu: 1 hari kerja
                   output: Konsep laporan

                2. Kabid: Menandatangani laporan
                   kelengkapan: Konsep laporan berparaf
                   output: Laporan
                   waktu: 0 menit

              what is found in it:

                15:4 SOP303 row 2: the time `0 menit` is zero

            Right

                pelaksana:
                  - Kasi = Kepala Seksi
                  - Kabid = Kepala Bidang

                kegiatan:

                1. Kasi: Menyusun laporan
                   kelengkapan: Data bulanan
                   waktu: 1 hari kerja
                   output: Konsep laporan

                2. Kabid: Menandatangani laporan
                   kelengkapan: Konsep laporan berparaf
                   waktu: 30 menit
                   output: Laporan
        "#]],
    );
    says(
        &dir,
        &["explain", "SOP91"],
        CLEAN,
        expect![[r#"
        SOP911  exception-without-reason       peringatan  pengecualian … tidak menyebut alasan
        SOP912  exception-for-unknown-rule     peringatan  tidak ada aturan …
        SOP913  exception-for-nothing          peringatan  tidak ada temuan … di sini untuk diabaikan
        SOP914  exception-for-unreadable-text  peringatan  temuan … tidak dapat diabaikan: yang tidak
                                                           terbaca tidak tercetak
    "#]],
    );
    says(
        &dir,
        &["explain", "self-retrun"],
        USAGE,
        expect![[r#"
        gagal: tidak ada aturan bernama `self-retrun`
          bantuan: maksud Anda `self-return`?
    "#]],
    );
    assert!(
        sop(&dir, &["rules", "--format", "markdown"]).out.contains("| [SOP203](SOP203.md) | self-return |")
    );
}

#[test]
fn the_time_of_the_founding_procedure_is_added_up() {
    let text = fs::read_to_string("sops/monev.sop").unwrap();
    let dir = folder(&[("monev.sop", &text)]);
    says(
        &dir,
        &["time", "monev.sop"],
        CLEAN,
        expect![[r#"
            No  Pelaksana  Waktu     Waktu kerja
            1   Jafung     30 menit  30 menit
            2   Kabid      30 menit  30 menit
            3   Kadis      30 menit  30 menit
            4   Kabid      1 hari    1 hari kerja
            5   Jafung     2 hari    2 hari kerja
            6   Tim        1 minggu  5 hari kerja
            7   Tim        4 hari    4 hari kerja
            8   Tim        1 minggu  5 hari kerja
            9   Jafung     2 hari    2 hari kerja
            10  Kabid      2 hari    2 hari kerja
            11  Kadis      2 hari    2 hari kerja
            12  Kadis      1 hari    1 hari kerja
            13  Kabid      30 menit  30 menit
            14  Jafung     30 menit  30 menit

            Terpendek                             24 hari kerja 2 jam 30 menit  kegiatan 1-14
            Terpanjang                            24 hari kerja 2 jam 30 menit  jalur kritis: kegiatan 1-14
            Terpanjang, tiap pengembalian sekali  39 hari kerja 4 jam 30 menit  kegiatan 1-14

            Beban, tiap kegiatan sekali:
              Jafung  4 hari kerja 1 jam
              Kabid   3 hari kerja 1 jam
              Kadis   3 hari kerja 30 menit
              Tim     14 hari kerja

            Batas waktu:
              setelah 7 sampai 12: paling lama 1 minggu
                tidak dapat dipenuhi: perlu paling sedikit 12 hari kerja, lebih 7 hari kerja; kegiatan 8-12
        "#]],
    );
    let english = sop(&dir, &["time", "monev.sop", "--lang", "en"]).out;
    assert!(
        english.contains("cannot be met: takes at least 12 working days, 7 working days too long")
            && !english.contains("hari kerja"),
        "{english}"
    );
    let papers = sop(&dir, &["dokumen", "monev.sop", "--lang", "en"]).out;
    assert!(papers.contains("outside") && !papers.contains("dibuat"), "{papers}");
    let json = sop(&dir, &["time", "monev.sop", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["shortest"]["minutes"], 24 * 450 + 150);
    assert_eq!(json["limits"][0]["holds"], false);
    assert_eq!(json["rows"][5]["minutes"]["most"], 5 * 450);
    assert_eq!(sop(&dir, &["time", "tidak-ada.sop"]).status, FAILURE);
    fs::write(dir.path().join("keliru.sop"), text.replace("lanjut ke 4", "lanjut ke 40")).unwrap();
    let wrong = sop(&dir, &["time", "keliru.sop"]);
    assert!(wrong.status == FINDINGS && wrong.err.contains("sop check keliru.sop"), "{}", wrong.err);
}

#[test]
fn shells_and_manual_readers_are_served() {
    let dir = folder(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let completions = sop(&dir, &["completions", shell]);
        assert!(completions.status == CLEAN && completions.out.contains("check"), "{shell}");
    }
    let man = sop(&dir, &["man"]);
    assert!(man.status == CLEAN && man.out.contains(".TH sop 1"), "{}", man.out);
}

#[test]
fn without_unicode_the_drawing_is_plain() {
    let text = sound().replace("lanjut ke 3", "lanjut ke 30");
    let dir = folder(&[("a.sop", &text)]);
    let output = command(dir.path(), &["check"]).env("LC_ALL", "C").output().unwrap();
    let plain = ran(dir.path(), output);
    assert!(plain.out.is_ascii(), "{}", plain.out);
}

#[test]
fn remedies_are_shown_as_a_difference_and_applied_when_asked() {
    let text = sound().replace("tanggal revisi: -", "tanggal revisi: 2/1/2025");
    let spoilt = text.replace("   kelengkapan:", "   kelengkapn:");
    let dir = folder(&[("a.sop", &spoilt), ("b.sop", &sound())]);
    let diff = sop(&dir, &["check", "--diff"]);
    assert_eq!(diff.status, FINDINGS);
    assert!(
        diff.out.contains("-tanggal revisi: 2/1/2025\n+tanggal revisi: 2 Januari 2025\n"),
        "{}",
        diff.out
    );
    assert!(!diff.out.contains("kelengkapan") && !diff.out.contains("b.sop"), "{}", diff.out);
    assert_eq!(fs::read_to_string(dir.path().join("a.sop")).unwrap(), spoilt);
    let mended = sop(&dir, &["check", "--fix", "--quiet"]);
    assert_eq!(mended.status, FINDINGS, "the misspelt keys are still there: {}", mended.out);
    assert!(
        mended.err.starts_with("a.sop: ") && mended.err.contains("SOP136 date-in-figures"),
        "{}",
        mended.err
    );
    // By itself: beside its copy it would share a number with it.
    let both = sop(&dir, &["check", "--fix-unsafe", "--format", "concise", "a.sop"]);
    assert_eq!((both.status, both.out.as_str()), (CLEAN, ""), "{}", both.err);
    assert_eq!(sop(&dir, &["check", "--diff", "--fix-unsafe"]).status, CLEAN);
    assert_eq!(sop(&dir, &["check", "--diff", "--format", "json"]).status, USAGE);
}

#[test]
fn settings_are_mended_before_the_files_below_and_bytes_that_are_no_text_are_left_alone() {
    let dir = folder(&[("a.sop", &sound()), ("sop.toml", "[cetk]\nkertas = \"f4\"\n")]);
    fs::write(dir.path().join("rusak.sop"), b"kegiatan\n\xff\n").unwrap();
    let mended = sop(&dir, &["check", "a.sop", "rusak.sop", "--fix-unsafe", "--lang", "en"]);
    assert!(mended.err.contains("sop.toml: 1 fix: SOP903 unknown-setting"), "{}", mended.err);
    assert_eq!(fs::read_to_string(dir.path().join("sop.toml")).unwrap(), "[cetak]\nkertas = \"f4\"\n");
    assert_eq!(fs::read(dir.path().join("rusak.sop")).unwrap(), b"kegiatan\n\xff\n");
}

#[test]
fn what_is_printed_for_programs_keeps_to_its_schema() {
    let text = fs::read_to_string("sops/monev.sop").unwrap();
    let new = text.replace("5. Jafung: Membentuk tim", "5. Kabid: Membentuk tim pelaksana");
    let new = new.split("13. Kabid").next().unwrap().to_owned() + "13. Tim: Menyimpan arsip\n";
    let rekap = "berkas,langkah,pelaksana,mulai,selesai,hasil\nA,1,Jafung,2026-03-02 08:00,2026-03-02 09:00,\nB,1,,kemarin,,\n";
    let dir = folder(&[
        ("monev.sop", &text),
        ("baru.sop", &new),
        ("sop.toml", "[kalender]\nlibur = [\"2027-01-01\"]\n"),
        ("rekap.csv", rekap),
    ]);
    let runs: [(&str, &[&str]); 8] = [
        ("rekam-v1", &["rekam", "monev.sop", "rekap.csv"]),
        ("waktu-v1", &["time", "monev.sop"]),
        ("waktu-v1", &["time", "monev.sop", "--mulai", "2026-03-02", "--berkas", "3"]),
        ("simulasi-v1", &["simulate", "monev.sop", "--kasus", "20", "--laju", "2 per hari"]),
        ("simulasi-v1", &["simulate", "monev.sop", "--kasus", "1"]),
        ("migrasi-v1", &["migrasi", "monev.sop", "baru.sop"]),
        ("aturan-v1", &["rules"]),
        ("pengaturan-v1", &["config", "monev.sop"]),
    ];
    for (name, args) in runs {
        let schema = skema::schema(&format!("{name}.schema.json"));
        let printed = sop(&dir, &[args, &["--format", "json"]].concat()).out;
        let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
        assert_eq!(skema::faults(&schema, &schema, &value, name), Vec::<String>::new());
    }
    let moved = sop(&dir, &["migrasi", "monev.sop", "baru.sop", "--format", "json"]);
    let value: serde_json::Value = serde_json::from_str(&moved.out).unwrap();
    assert_eq!(moved.status, FINDINGS, "a step is gone");
    let exported = sop(&dir, &["export", "--json", "monev.sop"]).out;
    let exported: serde_json::Value = serde_json::from_str(&exported).unwrap();
    assert_eq!(value["versions"][0], exported["sidik"]);
    let place = serde_json::json!({
        "label": "5", "name": "MembentukTimPelaksana", "changed": ["uraian", "pelaksana"]
    });
    assert_eq!(value["steps"][4]["place"], place);
    assert_eq!(value["steps"][12]["place"], serde_json::Value::Null);
    assert_eq!(value["new"], serde_json::json!([{ "label": "13", "text": "Menyimpan arsip" }]));
}

#[test]
fn saved_cases_are_found_in_a_folder_by_what_they_say() {
    let text = fs::read_to_string("sops/monev.sop").unwrap();
    let dir = folder(&[("monev.sop", &text), ("kosong/catatan.md", "# Catatan\n")]);
    let exported: serde_json::Value =
        serde_json::from_str(&sop(&dir, &["export", "--json", "monev.sop"]).out).unwrap();
    let body = format!(
        "sop-berkas 1\nsidik {}\ndibuka 1772438400\nriwayat 1772439600 Jafung kerja {1} Selesai 1772438400\n",
        exported["sidik"].as_str().unwrap(),
        "MengajukanUsulanPenyelenggaraanMonitoring"
    );
    let sum = body
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    fs::create_dir(dir.path().join("simpan")).unwrap();
    fs::write(dir.path().join("simpan/7.berkas"), format!("{body}cek {sum:016x}\n")).unwrap();
    fs::write(dir.path().join("simpan/BACA.txt"), "simpanan bulan Maret\n").unwrap();
    let read = sop(&dir, &["rekam", "monev.sop", "simpan", "--format", "json"]);
    assert_eq!((read.status, read.err.as_str()), (CLEAN, ""));
    let report: serde_json::Value = serde_json::from_str(&read.out).unwrap();
    assert_eq!(report["cases"].as_array().map(Vec::len), Some(1), "{}", read.out);
    says(
        &dir,
        &["rekam", "monev.sop", "kosong"],
        CLEAN,
        expect![[r#"
        tidak ada berkas yang dapat dinilai
        peringatan: folder `kosong` tidak memuat formulir terisi atau catatan
          bantuan: yang dibaca dari sebuah folder: .json, .csv, .xlsx, dan simpanan mesin keadaan; folder di
                   dalamnya disebut tersendiri
    "#]],
    );
}

#[test]
fn every_row_is_due_on_a_working_day_of_the_office() {
    let text = fs::read_to_string("sops/monev.sop").unwrap();
    let dir = folder(&[("monev.sop", &text)]);
    says(
        &dir,
        &["time", "monev.sop", "--mulai", "2026-03-02"],
        CLEAN,
        expect![[r#"
            No  Pelaksana  Waktu     Waktu kerja   Mulai                  Selesai paling cepat   Selesai paling lambat
            1   Jafung     30 menit  30 menit      Sen 2 Mar 2026 07.30   Sen 2 Mar 2026 08.00   Sen 2 Mar 2026 08.00
            2   Kabid      30 menit  30 menit      Sen 2 Mar 2026 08.00   Sen 2 Mar 2026 08.30   Sen 2 Mar 2026 08.30
            3   Kadis      30 menit  30 menit      Sen 2 Mar 2026 08.30   Sen 2 Mar 2026 09.00   Sen 2 Mar 2026 09.00
            4   Kabid      1 hari    1 hari kerja  Sen 2 Mar 2026 09.00   Sel 3 Mar 2026 09.00   Sel 3 Mar 2026 09.00
            5   Jafung     2 hari    2 hari kerja  Sel 3 Mar 2026 09.00   Kam 5 Mar 2026 09.00   Kam 5 Mar 2026 09.00
            6   Tim        1 minggu  5 hari kerja  Kam 5 Mar 2026 09.00   Kam 12 Mar 2026 09.00  Kam 12 Mar 2026 09.00
            7   Tim        4 hari    4 hari kerja  Kam 12 Mar 2026 09.00  Rab 25 Mar 2026 09.00  Rab 25 Mar 2026 09.00
            8   Tim        1 minggu  5 hari kerja  Rab 25 Mar 2026 09.00  Rab 1 Apr 2026 09.00   Rab 1 Apr 2026 09.00
            9   Jafung     2 hari    2 hari kerja  Rab 1 Apr 2026 09.00   Sen 6 Apr 2026 09.00   Sen 6 Apr 2026 09.00
            10  Kabid      2 hari    2 hari kerja  Sen 6 Apr 2026 09.00   Rab 8 Apr 2026 09.00   Rab 8 Apr 2026 09.00
            11  Kadis      2 hari    2 hari kerja  Rab 8 Apr 2026 09.00   Jum 10 Apr 2026 09.00  Jum 10 Apr 2026 09.00
            12  Kadis      1 hari    1 hari kerja  Jum 10 Apr 2026 09.00  Sen 13 Apr 2026 09.00  Sen 13 Apr 2026 09.00
            13  Kabid      30 menit  30 menit      Sen 13 Apr 2026 09.00  Sen 13 Apr 2026 09.30  Sen 13 Apr 2026 09.30
            14  Jafung     30 menit  30 menit      Sen 13 Apr 2026 09.30  Sen 13 Apr 2026 10.00  Sen 13 Apr 2026 10.00

            Terpendek                             24 hari kerja 2 jam 30 menit  kegiatan 1-14
            Terpanjang                            24 hari kerja 2 jam 30 menit  jalur kritis: kegiatan 1-14
            Terpanjang, tiap pengembalian sekali  39 hari kerja 4 jam 30 menit  kegiatan 1-14
            Hari libur nasional dan cuti bersama diperhitungkan (yang dikenal: 2024, 2025, 2026)

            Beban, tiap kegiatan sekali:
              Jafung  4 hari kerja 1 jam
              Kabid   3 hari kerja 1 jam
              Kadis   3 hari kerja 30 menit
              Tim     14 hari kerja

            Batas waktu:
              setelah 7 sampai 12: paling lama 1 minggu
                tidak dapat dipenuhi: perlu paling sedikit 12 hari kerja, lebih 7 hari kerja; kegiatan 8-12
        "#]],
    );
    fs::write(dir.path().join("sop.toml"), "[kalender]\nlibur = [\"2026-03-02\"]\nmulai = \"08.00\"\n")
        .unwrap();
    let later = sop(&dir, &["time", "monev.sop", "--mulai", "2026-03-02", "--lang", "en"]);
    assert!(later.out.contains("Tue 3 Mar 2026 08:30"), "{}", later.out);
    let unknown = sop(&dir, &["time", "monev.sop", "--mulai", "2031-01-06"]);
    assert!(unknown.out.contains("Hari libur tahun 2031 belum dikenal"), "{}", unknown.out);
    assert_eq!(sop(&dir, &["time", "monev.sop", "--mulai", "5/1/2026"]).status, USAGE);
}

#[test]
fn an_output_for_another_program_goes_to_the_screen_or_into_a_file() {
    // The verdict on an unsound flow is what another tool is asked about.
    let text = "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: Memulai\n   bersamaan: 2, 3\n\
                2. B: Menyusun\n   alur: selesai\n3. A: Menutup\n";
    let dir = folder(&[("a.sop", text)]);
    let shown = sop(&dir, &["export", "--pnml", "a.sop"]);
    assert_eq!(shown.status, FINDINGS);
    assert!(shown.out.starts_with("<?xml") && shown.out.contains("<pnml"), "{}", shown.out);
    assert!(shown.err.contains("sop check a.sop"), "{}", shown.err);
    assert_eq!(sop(&dir, &["export", "a.sop", "--pnml", "-o", "x/a.pnml"]).status, FINDINGS);
    assert_eq!(fs::read_to_string(dir.path().join("x/a.pnml")).unwrap(), shown.out);
    for (args, out) in [
        (&["export", "--pnml", "a.sop"][..], &shown.out),
        (&["check", "a.sop"], &sop(&dir, &["check", "a.sop"]).out),
        (&["daftar", "a.sop"], &sop(&dir, &["daftar", "a.sop"]).out),
    ] {
        assert_eq!(sop(&dir, &[args, &["-o", "-"]].concat()).out, *out, "`-` is the screen: {args:?}");
    }
    assert!(!dir.path().join("-").exists());
    assert_eq!(sop(&dir, &["export", "a.sop"]).status, USAGE);
    assert_eq!(sop(&dir, &["export", "--pnml", "--json", "a.sop"]).status, USAGE);
}

#[test]
fn the_report_is_the_same_on_one_thread_and_on_many() {
    let faulty = "sop: Uji\npelaksana:\n  - A\n\nkegiatan:\n\n1. B: Menyusun\n   alur: lanjut ke 9\n";
    let sound = sound();
    let names: Vec<String> = (0..60).map(|at| format!("{}/{at}.sop", at % 7)).collect();
    let texts = names.iter().enumerate();
    let files: Vec<(&str, &str)> = texts
        .map(|(at, name)| (name.as_str(), if at % 3 == 0 { sound.as_str() } else { faulty }))
        .chain([("3/rusak.sop", "ini bukan SOP\n")])
        .collect();
    let dir = folder(&files);
    for format in ["human", "json", "sarif", "junit", "markdown"] {
        let report = |threads: &str| {
            let mut command = command(dir.path(), &["check", "--format", format]);
            let ran = ran(dir.path(), command.env("RAYON_NUM_THREADS", threads).output().unwrap());
            assert_eq!(ran.status, FINDINGS);
            ran.out + &ran.err
        };
        let alone = report("1");
        assert!(alone.contains("0.sop") && (0..3).all(|_| report("8") == alone), "{format}");
    }
}

#[test]
fn forms_are_made_for_each_procedure_and_once_for_all() {
    let row = "\n\npelaksana:\n  - Staf = Staf Umum\n\nkegiatan:\n\n1. Staf: Menyusun laporan\n   waktu: 1 hari\n   output: Laporan\n";
    let one = format!("sop: Penyusunan Laporan{row}");
    let two = format!("sop: Penyusunan Rencana\njenis: administratif, pelayanan{row}");
    let dir = folder(&[("a.sop", one.as_str()), ("b.sop", two.as_str())]);
    let ran = sop(&dir, &["formulir", "a.sop", "--jenis", "lembar-kendali,kartu,monitoring"]);
    assert_eq!(ran.out, "a.lembar-kendali.pdf\na.kartu-1-staf.pdf\na.monitoring.pdf\n");
    let ran =
        sop(&dir, &["formulir", ".", "-o", "out", "--jenis", "layanan,register", "--bentuk", "pdf,svg"]);
    let mut written: Vec<&str> = ran.out.lines().collect();
    written.sort_unstable();
    let expected = ["out/b.layanan-1.svg", "out/b.layanan.pdf", "out/register-1.svg", "out/register.pdf"];
    assert_eq!(written, expected);
    assert!(expected.iter().all(|name| dir.path().join(name).exists()));
    // What is asked for by name and cannot be made is said.
    let ran = sop(&dir, &["formulir", "a.sop", "--jenis", "layanan"]);
    assert!(ran.err.contains("bukan SOP pelayanan") && ran.out.is_empty(), "{}", ran.err);
    let ran = sop(&dir, &["formulir", "a.sop", "--jenis", "kertu"]);
    assert_eq!(ran.status, USAGE);
    assert!(ran.err.contains("kartu"), "{}", ran.err);
}

#[test]
fn no_form_for_all_leaves_a_procedure_out() {
    let good = "sop: Penyusunan Laporan\n\npelaksana:\n  - Staf = Staf Umum\n\nkegiatan:\n\n1. Staf: Menyusun laporan\n";
    let bad = format!("{good}   alur: lanjut ke 9\n");
    let dir = folder(&[("a.sop", good), ("b.sop", bad.as_str())]);
    let ran = sop(&dir, &["formulir", ".", "--jenis", "register"]);
    assert_eq!(ran.status, FINDINGS);
    assert!(ran.err.contains("register tidak dibuat: 1 dari 2 SOP"), "{}", ran.err);
    assert!(!dir.path().join("register.pdf").exists());
    let ran = sop(&dir, &["formulir", ".", "--jenis", "register", "--force"]);
    assert!(ran.out.contains("register.pdf"), "{}", ran.out);
}

#[test]
fn what_does_not_fail_is_left_out_of_every_report_on_request() {
    let text = "sop: Uji\npelaksana:\n  - A\n\nkegiatan:\n\n1. B: Menyusun\n";
    let dir = folder(&[("a.sop", text)]);
    for format in ["human", "concise", "json", "sarif"] {
        let all = sop(&dir, &["check", "--format", format]).out;
        let quiet = sop(&dir, &["check", "--quiet", "--format", format]);
        assert!(all.contains("SOP501") && all.contains("SOP151"), "{format}");
        assert!(!quiet.out.contains("SOP501") && quiet.out.contains("SOP151"), "{format}: {}", quiet.out);
        assert_eq!(quiet.status, FINDINGS);
    }
}

#[test]
fn a_remedy_that_brings_another_finding_is_left_to_the_writer_with_a_word() {
    let dir = TempDir::new().unwrap();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("sops/monev.sop")).unwrap();
    let wrong = "tidak, belum memenuhi syarat: kembali ke 1, paling banyak dua kali";
    let text = text.replacen("tidak, belum memenuhi syarat: kembali ke 1, paling banyak 2 kali", wrong, 1);
    assert!(text.contains(wrong));
    fs::write(dir.path().join("a.sop"), &text).unwrap();
    let run = sop(&dir, &["check", "a.sop", "--fix"]);
    let line = text.lines().position(|line| line.contains(wrong)).unwrap() + 1;
    let said = format!("tulislah sendiri: baris {line} (SOP128, menimbulkan SOP209)");
    assert!(run.err.contains(&said), "{}", run.err);
    assert_eq!(fs::read_to_string(dir.path().join("a.sop")).unwrap(), text);
}

#[test]
fn a_return_whose_bound_only_the_office_knows_is_written_out_for_it() {
    let rows = "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: Menyusun laporan\n   kelengkapan: Data\n   waktu: 1 jam\n   output: \
                Konsep\n\n2. B: Memeriksa laporan\n   kelengkapan: Konsep\n   waktu: 1 jam\n   output: Laporan\n   ya: selesai\n   tidak: \
                kembali 1\n";
    let dir = folder(&[("a.sop", rows)]);
    let run = sop(&dir, &["check", "a.sop", "--fix-unsafe"]);
    let said = "1 usulan tidak diterapkan, karena hanya Anda yang tahu berapa kali boleh dikembalikan dan apa sesudahnya (SOP208); tulislah \
                sendiri: baris 18: `kembali ke 1, paling banyak … kali, lalu …`";
    assert!(run.err.contains(said), "{}", run.err);
    let run = sop(&dir, &["check", "a.sop", "--fix-unsafe", "--lang", "en"]);
    assert!(run.err.contains("only you know how often it may go back"), "{}", run.err);
}

#[test]
fn an_outcome_beside_a_return_without_a_bound_says_that_the_bound_is_to_be_added() {
    let rows = "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: Menyusun laporan\n   kelengkapan: Data\n   waktu: 1 jam\n   output: \
                Konsep\n\n2. B: Memeriksa laporan\n   kelengkapan: Konsep\n   waktu: 1 jam\n   output: Laporan\n   lengkap -> 3\n   tidak \
                lengkap -> 1\n\n3. A: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 1 jam\n   output: Arsip laporan\n";
    let dir = folder(&[("a.sop", rows), ("b.sop", rows)]);
    let run = sop(&dir, &["check", "a.sop", "--fix-unsafe"]);
    let said = "a.sop: 1 usulan belum diterapkan, karena kegiatannya mengembalikan pekerjaan tanpa batas (SOP208); tambahkan `, paling banyak … \
                kali, lalu …` pada `kembali`-nya, lalu jalankan sekali lagi: baris 17";
    assert!(run.err.contains(said), "{}", run.err);
    let english = sop(&dir, &["check", "b.sop", "--fix-unsafe", "--lang", "en"]);
    assert!(english.err.contains("as its row sends work back without a limit (SOP208)"), "{}", english.err);
    // What is said is what does it.
    let path = dir.path().join("a.sop");
    let mended = fs::read_to_string(&path).unwrap();
    let bounded =
        mended.replace("kembali ke 1", "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan ditolak");
    assert_ne!(mended, bounded);
    fs::write(&path, bounded).unwrap();
    sop(&dir, &["check", "a.sop", "--fix-unsafe"]);
    assert!(fs::read_to_string(&path).unwrap().contains("   jika lengkap: lanjut ke 3\n"));
}

#[test]
fn whose_time_that_of_a_chain_is_and_the_longest_within_bounds_are_said() {
    let rows = "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: Menyusun laporan\n   waktu: 1 jam\n\n2. A -> B: Memaraf laporan\n   waktu: \
                2 jam\n\n3. B: Memeriksa laporan\n   waktu: 1 jam\n   ya: selesai\n   tidak: kembali ke 1, paling banyak 2 kali, lalu \
                lanjut ke 4\n\n4. B: Menolak laporan\n   waktu: 1 jam\n";
    let apart = rows.replace("   waktu: 2 jam", "   waktu (A): 1 jam\n   waktu (B): 1 jam");
    let dir = folder(&[("a.sop", rows), ("b.sop", apart.as_str())]);
    let line = |out: &str, begins: &str| out.lines().find(|line| line.starts_with(begins)).map(str::to_owned);
    let said = sop(&dir, &["time", "a.sop"]).out;
    // 4 hours, 4 more for each return, and an hour for row 4.
    let bounded = line(&said, "Terpanjang, pengembalian sampai batasnya").unwrap();
    assert!(bounded.contains("1 hari kerja 5 jam 30 menit") && bounded.ends_with("kegiatan 1-4"), "{said}");
    assert!(
        said.contains("Satu waktu untuk beberapa pelaksana berurutan: kegiatan 2; seluruhnya dihitung"),
        "{said}"
    );
    let english = sop(&dir, &["time", "a.sop", "--lang", "en"]).out;
    assert!(english.contains("One time for several actors in order: rows 2; all of it counts"), "{english}");
    assert!(!sop(&dir, &["time", "b.sop"]).out.contains("Satu waktu"));
}

#[test]
fn of_a_limit_that_asks_to_wait_and_of_one_since_an_event_is_said_what_it_is() {
    let rows = "sop: Uji\npelaksana:\n  - A\n\nbatas waktu:\n  - setelah 1 sampai 2: paling cepat 3 hari kerja\n  - setelah pelantikan: \
                paling lama 5 hari kerja\n\nkegiatan:\n\n1. A: Menyusun laporan\n   waktu: 1 jam\n\n2. A: Mengumumkan laporan\n   waktu: 1 \
                jam\n";
    let dir = folder(&[("a.sop", rows)]);
    let said = sop(&dir, &["time", "a.sop"]).out;
    let limits = said.split_once("Batas waktu:\n").unwrap().1;
    assert_eq!(
        limits,
        "  setelah 1 sampai 2: paling cepat 3 hari kerja\n    dapat dipenuhi: yang selesai lebih cepat tinggal menunggu\n  setelah \
         pelantikan: paling lama 5 hari kerja\n    tidak dihitung: sejak kapan disebut dengan kata-kata, bukan dengan nomor kegiatan\n"
    );
    let json = sop(&dir, &["time", "a.sop", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let holds: Vec<_> =
        json["limits"].as_array().unwrap().iter().map(|limit| limit["holds"].clone()).collect();
    assert_eq!(holds, [serde_json::Value::Bool(true), serde_json::Value::Null]);
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let shown = readme.split("```text\n").find(|shown| shown.starts_with("peringatan SOP203")).unwrap();
    let shown = shown.split("```").next().unwrap();
    let run = command(root, &["check", "sops/monev-tercetak.sop"]).output().unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    let said: String = said.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
    assert!(said.contains(shown), "{said}");
}
