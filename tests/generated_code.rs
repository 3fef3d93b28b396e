//! The generated Rust of every procedure compiles with warnings denied, and its machine offers, along many runs,
//! exactly what a small interpreter of the model offers.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;
#[path = "generated_code/reference.rs"]
mod reference;

use corpus::{Sample, emitted, sample, samples};
use sop::analysis::time::kerja::Kerja;
use sop::config::{Config, JamKantor, Kalender};
use sop::day::Day;
use sop::emit::Options;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A program that comes with the compiler that builds this test; `None` where it is not installed.
fn tool(name: &str) -> Option<Command> {
    let beside = Path::new(env!("CARGO")).with_file_name(name);
    let path = match std::env::var_os("RUSTC") {
        Some(path) if name == "rustc" => PathBuf::from(path),
        _ => beside,
    };
    path.exists().then(|| Command::new(path))
}

fn run(mut command: Command) -> Output {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// A folder of its own below `target/`, where no settings of ours reach rustfmt.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn module(stem: &str) -> String {
    stem.replace('-', "_")
}

/// Writes the generated files into a folder, one module each.
fn write_all(folder: &Path, samples: &[Sample]) -> Vec<PathBuf> {
    let write = |sample: &Sample| {
        let path = folder.join(module(&sample.stem) + ".rs");
        std::fs::write(&path, emitted("rust", sample, ".rs")).unwrap();
        path
    };
    samples.iter().map(write).collect()
}

/// One program of all procedures, warnings denied; what it prints.
fn drive(samples: &[Sample], walks: u64, steps: usize) -> String {
    let folder = folder();
    write_all(folder.path(), samples);
    let mut main = String::from("#![deny(warnings, missing_docs)]\n//! All of them.\n");
    for sample in samples {
        writeln!(main, "mod {};", module(&sample.stem)).unwrap();
    }
    writeln!(main, "const WALKS: u64 = {walks};\nconst STEPS: i64 = {steps};").unwrap();
    main.push_str(include_str!("generated_code/driver.rs"));
    main.push_str("\nfn main() {\n");
    for sample in samples {
        writeln!(main, "    drive!({});", module(&sample.stem)).unwrap();
    }
    main.push_str("}\n");
    let (source, program) = (folder.path().join("main.rs"), folder.path().join("main"));
    std::fs::write(&source, main).unwrap();
    let mut rustc = tool("rustc").expect("a compiler beside cargo");
    rustc.args(["--edition", "2024", "-C", "debuginfo=0"]).arg(&source).arg("-o").arg(&program);
    run(rustc);
    String::from_utf8(run(Command::new(&program)).stdout).unwrap()
}

/// The generated machines and the interpreter offer the same along so many walks of so many steps.
fn assert_same_behaviour(samples: &[Sample], walks: u64, steps: usize) -> usize {
    let told = drive(samples, walks, steps);
    let lines = told.lines().count() - samples.len();
    let mut told = told.split("=== ").skip(1);
    for sample in samples {
        let told = told.next().unwrap();
        let expected =
            format!("{}\n{}", module(&sample.stem), reference::runs(&sample.procedure.sop, walks, steps));
        for (line, (machine, model)) in told.lines().zip(expected.lines()).enumerate() {
            assert_eq!(
                machine, model,
                "{}, line {line}: the machine (left) and the model differ",
                sample.stem
            );
        }
        assert_eq!(told.len(), expected.len(), "{}: one of the two goes on longer", sample.stem);
        assert!(told.contains(" true\n"), "{}: no run came to an end", sample.stem);
    }
    lines
}

#[test]
fn every_procedure_compiles_and_behaves_as_the_model_says() {
    assert_same_behaviour(&samples(), 40, 150);
}

#[test]
fn every_generated_file_is_left_alone_by_rustfmt_clippy_and_rustdoc() {
    let folder = folder();
    let mut samples = samples();
    samples.extend(odd_ones());
    for sample in &mut samples {
        sample.options.lang = sop::text::Lang::Id;
    }
    let mut english = sample("in-english", &odd_text());
    english.options.lang = sop::text::Lang::En;
    english.options.config.libur = days_off(20);
    samples.push(english);
    let paths = write_all(folder.path(), &samples);
    if let Some(mut rustfmt) = tool("rustfmt") {
        rustfmt.args(["--edition", "2024", "--check"]).args(&paths);
        run(rustfmt);
    }
    // What is below is the same for all but the names and texts; these hold every construct and every odd text.
    samples.retain(|sample| {
        ["monev", "bentuk-lain", "odd", "one", "long", "in-english"].contains(&sample.stem.as_str())
    });
    let crate_root = folder.path().join("lib.rs");
    let modules = samples.iter().fold(String::new(), |mut modules, sample| {
        writeln!(modules, "pub mod {};", module(&sample.stem)).unwrap();
        modules
    });
    std::fs::write(&crate_root, format!("//! All.\n#![no_std]\n{modules}")).unwrap();
    // As a private module nothing is exported, and more lints look at it.
    let private = format!("//! All.\n{}", modules.replace("pub mod", "mod"));
    std::fs::write(folder.path().join("private.rs"), private).unwrap();
    let more: [&[&str]; 2] = [&["--crate-type", "lib"], &["--test", "--cfg", "feature=\"typestate\""]];
    for (root, more) in ["lib.rs", "private.rs"].into_iter().zip(more) {
        let Some(mut clippy) = tool("clippy-driver") else { continue };
        clippy.args(["--edition", "2024", "--emit", "metadata", "-D", "warnings"]).args(more);
        clippy.args(["-D", "missing_docs", "-D", "clippy::all", "-D", "clippy::pedantic"]);
        clippy.args(["--check-cfg", "cfg()", root]);
        clippy.current_dir(folder.path());
        run(clippy);
    }
    if let Some(mut rustdoc) = tool("rustdoc") {
        rustdoc
            .args(["--edition", "2024", "-D", "warnings", "--cfg", "feature=\"typestate\""])
            .arg(&crate_root)
            .arg("-o")
            .arg(folder.path().join("doc"));
        run(rustdoc);
    }
}

#[test]
fn a_generated_file_is_a_crate_by_itself() {
    let folder = folder();
    for path in write_all(folder.path(), &[sample("odd", &odd_text())]) {
        let mut rustc = tool("rustc").expect("a compiler beside cargo");
        rustc.args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "-D", "warnings"]);
        rustc.args(["-D", "missing_docs"]).arg(path).current_dir(folder.path());
        run(rustc);
    }
}

#[test]
fn whatever_the_texts_hold_the_machine_compiles_and_works() {
    assert_same_behaviour(&odd_ones(), 40, 150);
}

#[test]
fn the_seed_goes_back_to_its_writer_twice_and_says_in_words_what_it_refuses() {
    let folder = folder();
    let monev = samples().into_iter().find(|sample| sample.stem == "monev").unwrap();
    write_all(folder.path(), &[monev]);
    let main = "mod monev;\nuse monev::*;\n".to_owned() + include_str!("generated_code/seed.rs");
    std::fs::write(folder.path().join("main.rs"), main).unwrap();
    let program = folder.path().join("main");
    let mut rustc = tool("rustc").expect("a compiler beside cargo");
    rustc
        .args(["--edition", "2024", "-C", "debuginfo=0"])
        .arg(folder.path().join("main.rs"))
        .arg("-o")
        .arg(&program);
    run(rustc);
    run(Command::new(&program));
}

/// So many days off of an office, from 4 March 2026 on.
fn days_off(count: u32) -> std::collections::BTreeSet<sop::day::Day> {
    (4..4 + count).filter_map(|day| sop::day::Day::of(2026, 3, day)).collect()
}

/// The calendar of a machine and the one that `sop time` counts by: the same day and time after so much work, over the
/// years whose holidays are known, those before and those behind them.
#[test]
fn a_machine_counts_by_the_calendar_of_sop_time() {
    let jam = |mulai, istirahat| JamKantor { mulai, istirahat, istirahat_jumat: istirahat };
    let own = Kalender::default();
    let offices = [
        ("biasa", own, 0),
        ("libur", own, 20),
        ("enam_hari", Kalender { hari_kerja_per_minggu: 6, menit_per_hari_kerja: 375, ..own }, 0),
        ("malam", Kalender { jam: jam(14 * 60 + 30, (720, 780)), ..own }, 0),
        ("pagi", Kalender { jam: jam(480, (480, 540)), menit_per_hari_kerja: 180, ..own }, 1),
    ];
    let folder = folder();
    let mut root = String::new();
    let mut expected = Vec::new();
    for (name, kalender, off) in offices {
        let text = "sop: Satu\npelaksana:\n  - A\nkegiatan:\n1. A: B\n";
        let config = Config { kalender, libur: days_off(off), ..Config::default() };
        let procedure = sop::compile::compile(text, &config).procedure.unwrap();
        let office =
            Sample { stem: name.to_owned(), procedure, options: Options { config, ..Options::default() } };
        write_all(folder.path(), std::slice::from_ref(&office));
        writeln!(root, "mod {name};").unwrap();
        let config = &office.options.config;
        let kerja = Kerja::new(&config.kalender, &config.libur);
        let first = Day::of(2023, 12, 1).unwrap();
        for day in (0..1900).step_by(3).map(|step| first.plus(step)) {
            for minutes in [1, 179, 181, 270, 451, 2250, 9000] {
                let end = kerja.after_work(kerja.start(day), minutes * 1000);
                let clock = kerja.clock(end);
                let (hour, minute) = (clock / 60, clock % 60);
                let known = kerja.known(day.date().0);
                expected.push(format!(
                    "{} {minutes} {} {hour:02}:{minute:02} {known}",
                    day.iso(),
                    end.hari.iso()
                ));
            }
        }
    }
    root += "fn main() {\n";
    for (name, ..) in offices {
        writeln!(root, "    days!({name});").unwrap();
    }
    let root = format!("{}{root}}}\n", include_str!("generated_code/kalender.rs"));
    works(&program(folder.path(), &root, &[]));
    let told = String::from_utf8(run(Command::new(folder.path().join("main"))).stdout).unwrap();
    for (machine, time) in told.lines().zip(&expected) {
        assert_eq!(machine, time, "the machine (left) and `sop time`");
    }
    assert_eq!(told.lines().count(), expected.len());
}

#[test]
fn an_applicant_without_the_papers_can_be_turned_away() {
    let text = "sop: Loket\npelaksana:\n  - Petugas\n  - Kasi\n  - Kadis\nkegiatan:\n1. Petugas: Memeriksa berkas\n   kelengkapan: KTP\n   waktu: 1 jam\n   output: Berkas\n   ya: lanjut ke 2\n   tidak: selesai, berkas dikembalikan\n2. Kasi -> Kadis: Memeriksa lagi\n   kelengkapan: Surat kuasa\n   waktu (Kasi): 2 jam\n   waktu (Kadis): 3 jam\n   output: Surat\n   jika sah: selesai\n   jika tidak sah: kembali ke 1\n";
    let folder = folder();
    let mut loket = sample("loket", text);
    loket.options.config.libur = days_off(1);
    write_all(folder.path(), &[loket]);
    let root = "mod loket;\n".to_owned() + include_str!("generated_code/loket.rs");
    works(&program(folder.path(), &root, &[]));
    run(Command::new(folder.path().join("main")));
}

#[test]
fn a_join_that_waits_for_fewer_in_the_next_version_starts() {
    let text = "sop: Gabung\npelaksana:\n  - A\n  - B\n  - C\nkegiatan:\n1. A: Membagi\n   bersamaan: 2, 3, 4\n2. A: Menghitung\n   alur: lanjut ke 5\n3. B: Menimbang\n   alur: lanjut ke 5\n4. C: Mengukur\n   alur: lanjut ke 5\n5. A atau B: Menutup\n   menunggu: 2, 3, 4\n6. A: Menyimpan\n";
    let row = "4. C: Mengukur\n   alur: lanjut ke 5\n";
    let fewer = text.replace(row, "").replace("2, 3, 4", "2, 3");
    let folder = folder();
    write_all(folder.path(), &[sample("lama", text), sample("baru", &fewer)]);
    let root = "mod baru;\nmod lama;\n".to_owned() + include_str!("generated_code/gabung.rs");
    works(&program(folder.path(), &root, &[]));
    run(Command::new(folder.path().join("main")));
}

#[test]
fn what_was_done_under_another_name_still_counts_for_limits_and_times() {
    let text = "sop: Lajur\npelaksana:\n  - Staf\n  - Kasi\nkegiatan:\n1. Staf: Menyusun\n2. Kasi: Memeriksa\n   batas: paling lama 3 hari kalender setelah 1\n3. Kasi: Mengirim\n   batas: paling lama 5 hari kalender dari 1\n";
    let renamed = text.replace("Staf", "Analis");
    let folder = folder();
    write_all(folder.path(), &[sample("lama", text), sample("baru", &renamed)]);
    let root = "mod baru;\nmod lama;\n".to_owned() + include_str!("generated_code/lajur.rs");
    works(&program(folder.path(), &root, &[]));
    run(Command::new(folder.path().join("main")));
}

#[test]
fn the_page_about_the_machine_is_true() {
    let folder = folder();
    let mut samples = samples();
    samples.retain(|sample| ["monev", "izin-prinsip"].contains(&sample.stem.as_str()));
    write_all(folder.path(), &samples);
    let page = include_str!("../docs/mesin.md");
    let blocks: Vec<&str> =
        page.split("```rust\n").skip(1).filter_map(|block| block.split("```").next()).collect();
    let [one, several] = blocks[..] else { panic!("two examples: {blocks:?}") };
    let root = format!(
        "mod izin_prinsip;\nmod monev;\n{several}\nfn one() -> Result<(), Box<dyn std::error::Error>> {{\n{one}\nOk(())\n}}\n\n{}",
        include_str!("generated_code/mesin.rs")
    );
    works(&program(folder.path(), &root, &[]));
    let said = String::from_utf8(run(Command::new(folder.path().join("main"))).stdout).unwrap();
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "1: [Selesai], lacking [Rok, KonsepSkTim]",
            "due Some(Due { pada: Time(1772440200), menurut: \"30 menit\" })",
            "[Langkah([MengajukanUsulanPenyelenggaraanMonitoring])]",
            "0 of Some(2)",
        ]
    );
}

fn odd_ones() -> Vec<Sample> {
    let long = "kata yang panjang sekali ".repeat(12);
    let one = "sop: Satu\npelaksana:\n  - A\nkegiatan:\n1. A: B\n".to_owned();
    let long = format!(
        "sop: {long}\nnomor: {long}\npelaksana:\n  - {name} = {long}\nkegiatan:\n1. {name}: {long}\n   kelengkapan: {long}\n   waktu: segera\n   output: {long}\n   keterangan: {long}\n   bila perlu: {long}\n   ya, {long}: selesai, {long}\n   tidak: kembali ke 1, paling banyak 3 kali, lalu selesai, {long}\n",
        name = "Kepala Bidang Perlindungan dan Jaminan Sosial serta Rehabilitasi"
    );
    vec![sample("odd", &odd_text()), sample("one", &one), sample("long", &long)]
}

/// Keywords, digits, pictures, marks only, names that fall together, code of several languages.
fn odd_text() -> String {
    include_str!("generated_code/odd.sop").to_owned()
}

/// A program of these modules and a root, compiled with these arguments more.
fn program(folder: &Path, root: &str, arguments: &[&str]) -> Output {
    std::fs::write(folder.join("main.rs"), root).unwrap();
    let mut rustc = tool("rustc").expect("a compiler beside cargo");
    rustc.args(["--edition", "2024", "-C", "debuginfo=0", "-D", "warnings"]).args(arguments);
    rustc.args(["main.rs", "-o", "main"]).current_dir(folder).output().unwrap()
}

fn works(output: &Output) {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_generated_tests_take_every_transition() {
    let folder = folder();
    let mut samples = samples();
    samples.extend(odd_ones());
    samples.extend(random(2000..2002));
    for sample in &mut samples {
        sample.options.lang = sop::text::Lang::En;
    }
    let paths = write_all(folder.path(), &samples);
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let left_out = text.split("const LEFT_OUT: &str = \"").nth(1).unwrap().split('"').next().unwrap();
        // Row 6 of that procedure is reached by nothing, as on the printed sheet.
        let expected = if path.ends_with("verifikasi_berita_sar.rs") { "6:1" } else { "" };
        assert_eq!(left_out, expected, "{}", path.display());
    }
    // Compiling takes the time: those with forks, joins, chains, bounds and odd names.
    let shown = ["monev", "bentuk-lain", "razia-disiplin-pegawai", "verifikasi-berita-sar", "odd"];
    samples.retain(|sample| shown.contains(&sample.stem.as_str()) || sample.stem.starts_with("acak"));
    let root = samples.iter().fold(String::new(), |mut root, sample| {
        writeln!(root, "mod {};", module(&sample.stem)).unwrap();
        root
    });
    works(&program(folder.path(), &root, &["--test"]));
    let mut tests = Command::new(folder.path().join("main"));
    tests.args(["--nocapture", "--test-threads=1"]);
    let told = String::from_utf8(run(tests).stdout).unwrap();
    let counts = told.lines().filter_map(|line| line.split("transitions: ").nth(1)?.split_once(" of "));
    let counts: Vec<(&str, &str)> = counts.collect();
    assert_eq!(counts.len(), samples.len(), "{told}");
    let short = counts.iter().filter(|(taken, of)| taken != of).count();
    assert!(short == 1, "only the row that nothing reaches is not taken: {told}");
}

#[test]
fn in_the_typed_face_the_wrong_order_does_not_compile() {
    let folder = folder();
    let monev = samples().into_iter().find(|sample| sample.stem == "monev").unwrap();
    let fork = "sop: Cabang\npelaksana:\n  - A\n  - B\nkegiatan:\n1. A: Membagi\n   bersamaan: 2, 3\n2. A: Satu\n   alur: lanjut ke 4\n3. B: Dua\n   bila perlu: ada\n   alur: lanjut ke 4\n4. A atau B: Menutup\n   menunggu: 2, 3\n   ya: selesai\n   tidak (A): kembali ke 4, paling banyak 1 kali, lalu selesai, ditolak\n   tidak (B): selesai, ditolak\n";
    write_all(folder.path(), &[monev, sample("cabang", fork)]);
    let typed = include_str!("generated_code/typestate.rs");
    let feature = ["--cfg", "feature=\"typestate\""];
    let (right, wrong) = typed.split_once("// Wrong:\n").unwrap();
    works(&program(folder.path(), right, &feature));
    run(Command::new(folder.path().join("main")));
    let mut refused = 0;
    for case in wrong.split("// E").skip(1) {
        let (code, lines) = case.split_once('\n').unwrap();
        let root = right.replace("// Here.\n", lines);
        let output = program(folder.path(), &root, &feature);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(&format!("error[E{code}]")), "{lines}{said}");
        refused += 1;
    }
    assert_eq!(refused, 6);
}

/// A library that this test itself is built with.
fn library(name: &str) -> Vec<PathBuf> {
    let folder = std::env::current_exe().unwrap().parent().unwrap().to_owned();
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let wanted = format!("lib{name}-");
    let named = |path: &PathBuf| {
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        file.starts_with(&wanted) && file.ends_with(".rlib")
    };
    files.filter(named).collect()
}

#[test]
fn with_the_feature_serde_cases_and_tasks_go_through_json() {
    let folder = folder();
    let monev = samples().into_iter().find(|sample| sample.stem == "monev").unwrap();
    write_all(folder.path(), &[monev, sample("odd", &odd_text())]);
    std::fs::write(folder.path().join("main.rs"), include_str!("generated_code/serde.rs")).unwrap();
    let mut said = String::new();
    // Of several builds of a library only those fit that were built for each other.
    for serde in library("serde") {
        for json in library("serde_json") {
            let mut rustc = tool("rustc").expect("a compiler beside cargo");
            rustc.args(["--edition", "2024", "-C", "debuginfo=0", "-D", "warnings"]);
            rustc.args(["--cfg", "feature=\"serde\"", "main.rs"]);
            rustc.arg("--extern").arg(format!("serde={}", serde.display()));
            rustc.arg("--extern").arg(format!("serde_json={}", json.display()));
            rustc.arg("-L").arg(format!("dependency={}", serde.parent().unwrap().display()));
            let output = rustc.current_dir(folder.path()).output().unwrap();
            if output.status.success() {
                run(Command::new(folder.path().join("main")));
                return;
            }
            said = String::from_utf8_lossy(&output.stderr).into_owned();
        }
    }
    panic!("{said}");
}

/// The steps' names by their rows' numbers, as the generated file lists them.
fn names(text: &str) -> Vec<(String, String)> {
    let file = emitted("rust", &sample("names", text), ".rs");
    let arms = file.split("impl Langkah {").nth(1).unwrap().split("pub const fn nama").nth(1).unwrap();
    let arms = arms.lines().take_while(|line| !line.contains("pub const fn")).filter_map(|line| {
        let (name, number) = line.trim().strip_prefix("Langkah::")?.split_once(" => ")?;
        Some((number.trim_matches(['"', ',']).to_owned(), name.to_owned()))
    });
    arms.collect()
}

#[test]
fn a_row_inserted_elsewhere_changes_no_name_in_the_generated_file() {
    let old = include_str!("../sops/monev.sop");
    let row = "\n5a. Kadis: Menugaskan petugas pendamping\n   waktu: 1 hari\n   output: Surat Tugas\n";
    let new = old.replace("\n6. Tim:", &format!("{row}\n6. Tim:"));
    let (old, new) = (names(old), names(&new));
    assert_eq!((old.len(), new.len()), (14, 15));
    let kept: Vec<_> = new.iter().filter(|(number, _)| number != "5a").cloned().collect();
    assert_eq!(kept, old);
    assert_eq!(new[5].1, "MenugaskanPetugasPendamping");
}

#[test]
fn a_thousand_rows_compile() {
    let folder = folder();
    let text = procedures::procedure(1, 1000, 8);
    for path in write_all(folder.path(), &[sample("seribu", &text)]) {
        let mut rustc = tool("rustc").expect("a compiler beside cargo");
        rustc.args(["--edition", "2024", "--crate-type", "lib", "--emit", "metadata", "-D", "warnings"]);
        rustc.arg(path).current_dir(folder.path());
        run(rustc);
    }
}

/// Sound procedures of many shapes.
fn random(range: std::ops::Range<u64>) -> Vec<Sample> {
    let make = |seed: u64| {
        let text = procedures::procedure(seed, 5 + (seed % 9) as usize, 2 + (seed % 4) as usize);
        sample(&format!("acak_{seed}"), &text)
    };
    range.map(make).collect()
}

#[test]
fn random_procedures_behave_as_the_model_says() {
    // A few of the thousand below: compiling a machine takes more than driving it.
    assert_same_behaviour(&random(0..10), 10, 60);
}

/// Every walk of every machine against the interpreter.
fn many_random_procedures_behave(range: std::ops::Range<u64>) {
    let mut situations = 0;
    for start in range.step_by(50) {
        situations += assert_same_behaviour(&random(start..start + 50), 40, 150);
        println!("procedures up to {}: {situations} situations agree", start + 50);
    }
}

#[test]
#[ignore = "takes minutes"]
fn a_thousand_random_procedures_behave_as_the_model_says_first_half() {
    many_random_procedures_behave(0..500);
}

#[test]
#[ignore = "takes minutes"]
fn a_thousand_random_procedures_behave_as_the_model_says_second_half() {
    many_random_procedures_behave(500..1000);
}

#[test]
fn a_replaced_version_says_where_its_cases_would_stand() {
    use sop::emit::migration::{Change, migration};
    let old = include_str!("../sops/monev.sop");
    let row = "5a. Kadis: Menugaskan petugas pendamping\n   waktu: 1 hari\n   output: Surat Tugas\n\n";
    let new = old
        .replace("6. Tim: Menyiapkan", &format!("{row}6. Tim: Menyiapkan"))
        .replace("Membentuk tim\n", "Membentuk tim pelaksana kegiatan\n")
        .replace("paling banyak 2 kali", "paling banyak 3 kali");
    let cut = new.find("13. Kabid").unwrap()..new.find("14. Jafung").unwrap();
    let new = new[..cut.start].to_owned() + &new[cut.end..];
    let (old, new) = (sample("lama", old), sample("baru", &new));
    let found = migration(&old.procedure, &new.procedure);
    assert_ne!(found.versions[0], found.versions[1]);
    let fate = |label: &str| found.steps.iter().find(|step| step.label == label).unwrap().place.as_ref();
    assert_eq!(fate("2").unwrap().changed, [Change::Alur]);
    assert!(fate("3").unwrap().changed.is_empty());
    assert_eq!(fate("5").unwrap().name, "MembentukTimPelaksanaKegiatan");
    assert_eq!(fate("5").unwrap().changed, [Change::Uraian, Change::Alur]);
    assert!(fate("13").is_none(), "its row is gone");
    assert_eq!(fate("14").unwrap().label, "14");
    assert_eq!(found.new, [("5a".to_owned(), "Menugaskan petugas pendamping".to_owned())]);
    let same = migration(&old.procedure, &old.procedure);
    assert_eq!(same.versions[0], same.versions[1]);
    assert!(same.steps.iter().all(|step| step.place.as_ref().is_some_and(|it| it.changed.is_empty())));
}
