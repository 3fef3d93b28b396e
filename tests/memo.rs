//! A folder that is remembered, one that is checked in parts, and one that is checked anywhere and by any number of
//! threads: always the answer of a plain check.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

#[path = "common/procedures.rs"]
mod procedures;

use procedures::{Dice, procedure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn sop(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
    command.args(args).current_dir(dir);
    for name in ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "NO_COLOR", "TERM", "XDG_CACHE_HOME"] {
        command.env_remove(name);
    }
    command.env("HOME", dir.join("rumah"));
    command
}

/// What it printed, and its exit status.
fn said(command: &mut Command) -> (String, Option<i32>) {
    let Output { stdout, stderr, status } = command.output().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert!(!stderr.contains("panicked"), "{stderr}");
    (String::from_utf8(stdout).unwrap() + &stderr, status.code())
}

/// Files in two folders, some with faults, some alike, settings above one folder.
fn office(files: u64) -> TempDir {
    let dir = TempDir::new().unwrap();
    for folder in ["a", "b"] {
        fs::create_dir_all(dir.path().join("sops").join(folder)).unwrap();
    }
    for seed in 0..files {
        let folder = if seed % 3 == 0 { "a" } else { "b" };
        let text = procedure(seed % (files - files / 5), 4 + (seed % 5) as usize, 4);
        let text =
            if seed % 7 == 0 { text.replace("   waktu: 30 menit\n", "   wktu: 30 menit\n") } else { text };
        let text = text.replace(
            "  - SOP Pengarsipan",
            &format!("  - SOP Penyusunan Laporan Nomor {}", seed * 7 % files),
        );
        fs::write(dir.path().join(format!("sops/{folder}/p{seed:03}.sop")), text).unwrap();
    }
    fs::write(dir.path().join("sops/b/sop.toml"), "[aturan]\nSOP601 = \"peringatan\"\n").unwrap();
    dir
}

fn memos(dir: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> = fs::read_dir(dir)
        .map(|entries| entries.map(|entry| entry.unwrap().path()).collect())
        .unwrap_or_default();
    found.sort();
    found
}

/// Compares a check that may remember with one that may not.
fn same(dir: &Path, args: &[&str]) {
    let plain =
        said(sop(dir, &[&["check", "sops", "--no-cache"], args].concat()).env("RAYON_NUM_THREADS", "1"));
    let kept = said(&mut sop(dir, &[&["check", "sops", "--cache", "ingatan"], args].concat()));
    assert_eq!(plain, kept, "{args:?}");
}

/// For people, for programs, and with less.
fn everywhere(dir: &Path) {
    same(dir, &[]);
    same(dir, &["--strict", "--quiet"]);
    same(dir, &["--format", "sarif"]);
}

#[test]
fn whatever_changes_the_answer_is_that_of_a_full_check() {
    let dir = office(14);
    let path = dir.path();
    let file = |name: &str| path.join("sops").join(name);
    same(path, &[]);
    assert_eq!(memos(&path.join("ingatan")).len(), 2, "the answer, and what it is made of");
    same(path, &[]);
    // Another call, another day, another language, another form.
    same(path, &["--per", "2031-01-01"]);
    same(path, &["--per", "2026-01-01"]);
    same(path, &["--lang", "en", "--format", "json"]);
    same(path, &["--format", "human"]);
    same(path, &["--strict", "--quiet"]);
    same(path, &["--format", "sarif"]);
    same(path, &["--format", "junit", "--quiet", "-o", "temuan.xml"]);
    // The settings: changed, new above, gone.
    fs::write(file("b/sop.toml"), "[aturan]\nSOP601 = \"mati\"\n").unwrap();
    same(path, &[]);
    fs::write(path.join("sop.toml"), "[aturan]\nSOP602 = \"galat\"\n").unwrap();
    same(path, &[]);
    fs::remove_file(path.join("sop.toml")).unwrap();
    same(path, &[]);
    // Files: new, gone, renamed, changed to the same length at once.
    fs::copy(file("a/p000.sop"), file("a/p999.sop")).unwrap();
    everywhere(path);
    fs::remove_file(file("a/p999.sop")).unwrap();
    everywhere(path);
    fs::rename(file("a/p003.sop"), file("b/p003.sop")).unwrap();
    everywhere(path);
    let mut dice = Dice::new(7);
    for _ in 0..4 {
        let at = file(&format!("b/p{:03}.sop", 1 + 3 * dice.below(4)));
        let mut bytes = fs::read(&at).unwrap();
        let place = dice.below(bytes.len());
        bytes[place] = b"x\n:9"[dice.below(4)];
        fs::write(&at, bytes).unwrap();
        everywhere(path);
    }
}

#[test]
fn what_one_office_does_not_ask_of_its_files_another_may() {
    let dir = office(20);
    let path = dir.path();
    same(path, &["--quiet"]);
    let rules = ["SOP602", "SOP603", "SOP605", "SOP607"].map(|rule| format!("{rule} = \"galat\"\n"));
    fs::write(path.join("sops/b/sop.toml"), format!("[aturan]\n{}", rules.concat())).unwrap();
    let lines = |args: &[&str]| {
        let (said, _) =
            said(&mut sop(path, &[&["check", "sops", "--format", "concise", "--no-cache"], args].concat()));
        said.lines().filter(|line| line.contains(" galat")).map(str::to_owned).collect::<Vec<_>>()
    };
    let all = lines(&[]);
    assert!(all.iter().any(|line| line.contains("SOP607")), "{all:?}");
    assert_eq!(lines(&["--quiet"]), all);
    same(path, &["--quiet"]);
    fs::copy(path.join("sops/a/p000.sop"), path.join("sops/b/p999.sop")).unwrap();
    same(path, &["--quiet"]);
}

#[test]
fn a_report_in_a_file_is_written_again() {
    let dir = office(12);
    let args = ["check", "sops", "--cache", "ingatan", "--format", "sarif", "-o", "temuan.sarif"];
    let first = said(&mut sop(dir.path(), &args));
    let report = fs::read(dir.path().join("temuan.sarif")).unwrap();
    fs::remove_file(dir.path().join("temuan.sarif")).unwrap();
    assert_eq!(said(&mut sop(dir.path(), &args)), first);
    assert_eq!(fs::read(dir.path().join("temuan.sarif")).unwrap(), report);
}

#[test]
fn a_damaged_memo_is_as_if_there_were_none() {
    let dir = office(5);
    let path = dir.path();
    same(path, &[]);
    let kept: Vec<_> =
        memos(&path.join("ingatan")).into_iter().map(|file| (fs::read(&file).unwrap(), file)).collect();
    let mut dice = Dice::new(3);
    for round in 0..6 {
        let (mut bytes, memo) = kept[round % 2].clone();
        // The parts are asked only when a file has changed.
        fs::write(path.join("sops/a/p000.sop"), procedure(round as u64, 4, 4)).unwrap();
        match dice.below(3) {
            0 => bytes.truncate(dice.below(bytes.len())),
            1 => bytes.push(0),
            _ => {
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
            }
        }
        fs::write(&memo, bytes).unwrap();
        same(path, &[]);
    }
}

#[test]
fn another_program_does_not_believe_the_memo_and_the_same_installed_anew_does() {
    let dir = office(12);
    let path = dir.path();
    same(path, &[]);
    let copy = path.join("sop-lain");
    let program = fs::read(env!("CARGO_BIN_EXE_sop")).unwrap();
    let expected = said(&mut sop(path, &["check", "sops", "--no-cache"])).0;
    // When the parts were written last.
    let ask = |program: &[u8]| {
        fs::write(path.join("baru"), program).unwrap();
        fs::set_permissions(
            path.join("baru"),
            fs::metadata(env!("CARGO_BIN_EXE_sop")).unwrap().permissions(),
        )
        .unwrap();
        fs::rename(path.join("baru"), &copy).unwrap();
        let args = ["check", "sops", "--cache", "ingatan"];
        // Another test may be starting a program at this moment, and then holds the copy open for as long.
        let output = loop {
            match Command::new(&copy).args(args).current_dir(path).env("HOME", path).output() {
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                    std::thread::yield_now();
                }
                other => break other.unwrap(),
            }
        };
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
        let kept = memos(&path.join("ingatan"));
        assert_eq!(kept.len(), 4, "each program keeps its own");
        let parts = kept.iter().filter(|file| file.extension().is_some_and(|ending| ending == "parts"));
        parts.map(|file| fs::metadata(file).unwrap().modified().unwrap()).max().unwrap()
    };
    let first = ask(&program);
    assert_eq!(ask(&program), first, "the same program at the same place");
    let other = [program, vec![0]].concat();
    assert!(ask(&other) > first, "another one");
}

#[test]
fn few_files_leave_nothing_behind_and_many_leave_it_in_the_users_own_folder() {
    let dir = office(12);
    said(&mut sop(dir.path(), &["check", "sops", "--format", "concise"]));
    assert!(memos(&dir.path().join("rumah/.cache/sop")).is_empty());
    let dir = office(101);
    let first = said(&mut sop(dir.path(), &["check", "sops", "--format", "concise"]));
    assert_eq!(memos(&dir.path().join("rumah/.cache/sop")).len(), 2 * usize::from(cfg!(target_os = "linux")));
    assert_eq!(said(&mut sop(dir.path(), &["check", "sops", "--format", "concise"])), first);
    // A folder that cannot be made is no fault of the check, but said when it was asked for.
    fs::write(dir.path().join("penuh"), "").unwrap();
    let blocked = said(&mut sop(dir.path(), &["check", "sops", "--format", "concise", "--cache", "penuh"]));
    assert!(blocked.0.starts_with(&first.0) && blocked.0.len() > first.0.len() && blocked.1 == first.1);
}

#[test]
fn parts_brought_together_find_what_one_run_finds() {
    let dir = office(25);
    let path = dir.path();
    let lines = |(text, _): (String, Option<i32>)| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let form = ["--format", "jsonl", "--per", "2031-01-01"];
    let one = lines(said(&mut sop(path, &[&["check", "sops", "--no-cache"], &form[..]].concat())));
    let findings = |lines: &[String]| {
        let found = lines.iter().filter(|line| line.contains("\"SOP")).cloned();
        let mut found: Vec<String> = found.collect();
        found.sort();
        found
    };
    assert!(findings(&one).len() > 25);
    for of in [2, 7] {
        let mut all = Vec::new();
        let mut indexes: Vec<String> = Vec::new();
        for part in 1..=of {
            let (shard, index) = (format!("{part}/{of}"), format!("{part}.idx"));
            let args = ["check", "sops", "--shard", &shard, "--index", &index];
            all.extend(lines(said(&mut sop(path, &[&args[..], &form[..]].concat()))));
            indexes.push(index);
        }
        // In any order.
        indexes.reverse();
        let names: Vec<&str> =
            ["merge"].into_iter().chain(indexes.iter().map(String::as_str)).chain(form).collect();
        let merged = said(&mut sop(path, &names));
        all.extend(lines(merged));
        assert_eq!(findings(&all), findings(&one), "{of} parts");
    }
    // One is missing, one stands twice, one is cut off, a file has changed.
    let refused = |args: &[&str], words: &str| {
        let (text, status) = said(&mut sop(path, args));
        assert!(text.contains(words) && status == Some(3), "{text}");
    };
    refused(&["merge", "1.idx", "2.idx", "4.idx", "5.idx", "6.idx", "7.idx"], "yang kurang dari 7: 3");
    refused(&["merge", "1.idx", "1.idx"], "sudah disebut");
    let text = fs::read_to_string(path.join("2.idx")).unwrap();
    fs::write(path.join("2.idx"), &text[..text.len() / 2]).unwrap();
    refused(&["merge", "1.idx", "2.idx"], "rusak atau terpotong");
    refused(&["merge", "sops/a/p000.sop"], "bukan indeks");
    fs::write(path.join("2.idx"), text).unwrap();
    for entry in fs::read_dir(path.join("sops/b")).unwrap() {
        let file = entry.unwrap().path();
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text + "# berubah\n").unwrap();
    }
    let all = ["merge", "1.idx", "2.idx", "3.idx", "4.idx", "5.idx", "6.idx", "7.idx"];
    refused(&all, "berubah sejak bagiannya diperiksa");
}

#[test]
fn the_bytes_are_the_same_from_anywhere_in_any_locale_with_any_number_of_threads() {
    let dir = office(30);
    let path = dir.path();
    let deep = path.join("sops/a");
    let build = |here: &Path, folder: &str, out: &str, threads: &str, locale: &str| {
        let full = path.join(out);
        let file = format!("{folder}/p003.sop");
        let other = format!("{folder}/p006.sop");
        let mut command = sop(here, &["build", &file, &other, "-o", full.to_str().unwrap(), "--lang", "id"]);
        command
            .env("RAYON_NUM_THREADS", threads)
            .env("LC_ALL", locale)
            .env("LANG", locale)
            .env("TZ", "Asia/Jayapura");
        said(&mut command);
        let mut found = BTreeSet::new();
        for entry in fs::read_dir(&full).unwrap() {
            let entry = entry.unwrap();
            found.insert((entry.file_name(), fs::read(entry.path()).unwrap()));
        }
        assert!(found.len() >= 10, "{}", found.len());
        found
    };
    let first = build(path, "sops/a", "satu", "1", "C.UTF-8");
    let away = build(&deep, ".", "dua", "7", "id_ID.UTF-8");
    let whole = build(path, path.join("sops/a").to_str().unwrap(), "tiga", "2", "tr_TR.UTF-8");
    for (other, words) in [(away, "another folder"), (whole, "whole paths")] {
        assert!(other == first, "{words}");
    }
    let check = |threads: &str, locale: &str| {
        let args = ["check", "sops", "--no-cache", "--format", "json", "--lang", "en", "--per", "2031-01-01"];
        said(sop(path, &args).env("RAYON_NUM_THREADS", threads).env("LC_ALL", locale))
    };
    let first = check("1", "C.UTF-8");
    for (threads, locale) in [("2", "C.UTF-8"), ("9", "id_ID.UTF-8"), ("3", "POSIX")] {
        assert_eq!(check(threads, locale), first, "{threads} {locale}");
    }
}
