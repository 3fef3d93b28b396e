//! `sop open` from outside: the text comes back from the sheet, and nothing on the disk is lost for it.
#![cfg(feature = "pdf")]
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

use expect_test::{Expect, expect};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn sop(dir: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
    for name in ["LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"] {
        command.env_remove(name);
    }
    command.args(args).current_dir(dir).output().unwrap()
}

/// A folder with a procedure in Latin-1 letters and line ends of Windows, and its sheet.
fn built(settings: &str) -> (TempDir, Vec<u8>) {
    let dir = TempDir::new().unwrap();
    let text = "sop: Penyusunan Telaahan\r\n# caf\u{e9}\r\npelaksana:\r\n  - Staf\r\n\r\nkegiatan:\r\n1. Staf: Menyusun \
                telaahan; waktu 1 jam\r\n";
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    fs::write(dir.path().join("telaahan.sop"), &bytes).unwrap();
    fs::write(dir.path().join("sop.toml"), settings).unwrap();
    let output = sop(dir.path(), &["build", "--force", "--target", "chart", "telaahan.sop"]);
    assert!(dir.path().join("telaahan.pdf").exists(), "{output:?}");
    (dir, bytes)
}

fn fails(dir: &Path, args: &[&str], expected: Expect) {
    let output = sop(dir, args);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(output.stdout.is_empty());
    expected.assert_eq(&String::from_utf8(output.stderr).unwrap());
}

#[test]
fn the_text_comes_back_as_it_lay_on_the_disk() {
    let (dir, bytes) = built("");
    let dir = dir.path();
    assert_eq!(sop(dir, &["open", "telaahan.pdf"]).stdout, bytes);
    assert_eq!(sop(dir, &["open", "telaahan.pdf", "-o", "-"]).stdout, bytes);
    for to in ["lama.sop", "arsip/", "arsip/2030/naskah.sop"] {
        let output = sop(dir, &["open", "telaahan.pdf", "-o", to]);
        assert!(output.status.success(), "{output:?}");
    }
    for path in ["lama.sop", "arsip/telaahan.sop", "arsip/2030/naskah.sop"] {
        assert_eq!(fs::read(dir.join(path)).unwrap(), bytes, "{path}");
    }
}

#[test]
fn a_newer_text_on_the_disk_is_not_overwritten() {
    let (dir, _) = built("");
    fs::write(dir.path().join("telaahan.sop"), "baru").unwrap();
    fails(
        dir.path(),
        &["open", "telaahan.pdf", "-o", "."],
        expect![[r#"
            gagal: `./telaahan.sop` sudah ada dan tidak ditimpa
              bantuan: pilih nama lain, atau hapus dulu berkas itu
        "#]],
    );
    assert_eq!(fs::read(dir.path().join("telaahan.sop")).unwrap(), b"baru");
}

#[test]
fn what_gives_no_text_is_said_with_the_remedy() {
    let (dir, _) = built("[cetak]\npdf = \"a-2a\"\n");
    fails(
        dir.path(),
        &["open", "telaahan.pdf"],
        expect![[r#"
        gagal: `telaahan.pdf` tidak membawa naskah .sop
          bantuan: naskah ada dalam PDF buatan `sop build`; hasil pindaian, cetak ulang ke PDF, atau `pdf =
                   "a-2a"` tidak membawanya
    "#]],
    );
    fails(
        dir.path(),
        &["open", "telaahan.sop"],
        expect![[r#"
        gagal: `telaahan.sop` bukan PDF
          bantuan: sebut PDF yang dibuat `sop build`
    "#]],
    );
    fails(
        dir.path(),
        &["--lang", "en", "open", "telaahan.sop"],
        expect![[r#"
        failed: `telaahan.sop` is no PDF
          help: name a PDF that `sop build` made
    "#]],
    );
    let (dir, _) = built("");
    let pdf = fs::read(dir.path().join("telaahan.pdf")).unwrap();
    fs::write(dir.path().join("potong.pdf"), &pdf[..200]).unwrap();
    fails(
        dir.path(),
        &["open", "potong.pdf"],
        expect![[r#"
        gagal: `potong.pdf` rusak: naskah di dalamnya tidak utuh
          bantuan: ambil salinan lain dari berkas itu, misalnya dari surat elektronik atau arsip
    "#]],
    );
}

#[test]
fn a_book_is_made_of_all_procedures_or_not_at_all() {
    let (dir, bytes) = built("");
    let dir = dir.path();
    fs::write(dir.join("lain.sop"), &bytes).unwrap();
    let book = ["build", "--force", "--book", "SOP: Dinas/2026", "-o", "buku"];
    let output = sop(dir, &book);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "buku/SOP- Dinas-2026.pdf\n");
    fails(
        dir,
        &["open", "buku/SOP- Dinas-2026.pdf"],
        expect![[r#"
            gagal: `buku/SOP- Dinas-2026.pdf` membawa 2 naskah: lain.sop, telaahan.sop
              bantuan: tulis semuanya ke satu folder dengan `-o FOLDER/`
        "#]],
    );
    assert!(sop(dir, &["open", "buku/SOP- Dinas-2026.pdf", "-o", "naskah"]).status.success());
    assert_eq!(fs::read(dir.join("naskah/lain.sop")).unwrap(), bytes);
    fs::write(dir.join("rusak.sop"), "sop: Tanpa tabel\n").unwrap();
    fs::remove_dir_all(dir.join("buku")).unwrap();
    let output = sop(dir, &book);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("buku tidak dibuat: 1 dari 5 SOP belum dapat dicetak"), "{said}");
    assert!(!dir.join("buku").exists());
}

#[test]
fn many_files_are_said_in_their_order() {
    let (dir, bytes) = built("");
    let names: Vec<String> = (0..40).map(|n| format!("{n:02}.sop")).collect();
    for name in &names {
        fs::write(dir.path().join(name), &bytes).unwrap();
    }
    let args: Vec<&str> =
        ["build", "--target", "json"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let said = sop(dir.path(), &args).stderr;
    assert_eq!(said, sop(dir.path(), &args).stderr);
    let said = String::from_utf8(said).unwrap();
    let places: Vec<usize> = names.iter().map(|name| said.find(name.as_str()).unwrap()).collect();
    assert!(places.is_sorted());
}
