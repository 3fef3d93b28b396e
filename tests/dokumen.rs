//! `sop dokumen` as its user sees it, and the index that it prints.
#![allow(clippy::disallowed_methods, reason = "tests run the program")]

#[path = "common/skema.rs"]
mod skema;
#[path = "common/typed.rs"]
mod typed;

use expect_test::expect;
use std::process::{Command, Output};

fn dokumen(text: &str, args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.sop"), text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
    command.args(["dokumen", "a.sop"]).args(args).current_dir(folder.path()).env_clear();
    command.output().unwrap()
}

const TEXT: &str = "sop: Uji
peralatan:
  - Komputer
dokumen luar:
  - Data pegawai
pelaksana:
  - Kasi
  - Kabid

kegiatan:

1. Kasi: Menyusun konsep SK
   kelengkapan: Surat permintaan, komputer
   output: Konsep SK

2. Kabid: Menandatangani SK
   kelengkapan: Konsep SK, Data pegawai, Nota dinas, Arsip SK
   output: SK

3. Kasi: Menyimpan SK
   kelengkapan: SK
   output: Arsip SK
";

#[test]
fn the_index_says_where_each_paper_is_made_and_needed() {
    let output = dokumen(TEXT, &[]);
    assert_eq!(output.status.code(), Some(0));
    expect![[r#"
        Dokumen           Dibuat  Diperlukan  Keadaan  Asal
        Komputer          -       1           -        alat
        Data pegawai      -       2           jadi     luar
        Surat permintaan  -       1           jadi     luar
        Konsep SK         1       2           konsep   dibuat
        Nota dinas        -       2           jadi     tidak diketahui
        Arsip SK          3       2           arsip    dibuat
        SK                2       3           jadi     dibuat

        Diperlukan sebelum dapat dibuat:
          Nota dinas: kegiatan 2
          Arsip SK: kegiatan 2
    "#]]
    .assert_eq(&String::from_utf8(output.stdout).unwrap());
}

#[test]
fn a_record_that_the_office_keeps_is_known() {
    let text = TEXT.replacen("peralatan:", "pencatatan:\n  - nota dinas\nperalatan:", 1);
    let printed = String::from_utf8(dokumen(&text, &[]).stdout).unwrap();
    assert!(printed.contains("Nota dinas        -       2           jadi     pencatatan\n"), "{printed}");
}

#[test]
fn the_index_for_programs_keeps_to_its_schema() {
    let schema = skema::schema("dokumen-v1.schema.json");
    for (stem, text) in typed::sops() {
        let output = dokumen(&text, &["--format", "json"]);
        let index: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(skema::faults(&schema, &schema, &index, ""), Vec::<String>::new(), "{stem}");
    }
}
