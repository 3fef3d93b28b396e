//! The register from outside: what is listed, in which form, and what exceptions and settings do to the rules on many
//! files.

use sop::compile::compile;
use sop::config::{self, Config};
use sop::day::Day;
use sop::diag::{Severity, Sink};
use sop::register::{Entry, Register, list};
use sop::rules;
use sop::text::Lang;

fn register(files: &[(&str, &str)], settings: &Config) -> Register {
    let mut register = Register::new();
    for (name, text) in files {
        let compiled = compile(text, settings);
        let procedure = compiled.procedure.expect("it has rows");
        register.add(Entry::of(name, &procedure, &compiled.diagnostics, settings, &compiled.later));
    }
    register
}

fn sheet(title: &str, above_number: &str) -> String {
    format!(
        "sop: {title}\n{above_number}nomor: 800/12/2025\npelaksana:\n  - Kasi\nkegiatan:\n1. Kasi: Menyusun\n"
    )
}

fn codes(register: &Register, on: Option<Day>) -> Vec<(usize, &'static str)> {
    let found = register.findings(on, Severity::Advice);
    found.iter().flat_map(|(at, found)| found.iter().map(|finding| (*at, finding.rule.code))).collect()
}

#[test]
fn a_cell_with_commas_and_quotes_stays_one_cell() {
    let register = register(
        &[("a.sop", &sheet("Penyusunan Laporan, \"Bulanan\"", "")), ("b.sop", &sheet("=1+1", ""))],
        &Config::default(),
    );
    let csv = list::csv(&register.list(None));
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert!(
        lines[1].starts_with("800/12/2025,\"Penyusunan Laporan, \"\"Bulanan\"\"\",,,,,,,"),
        "{}",
        lines[1]
    );
    assert!(lines[1].ends_with(",a.sop"), "{}", lines[1]);
    assert!(lines[2].starts_with("800/12/2025,'=1+1,"), "a spreadsheet would compute it: {}", lines[2]);
    assert_eq!(lines.len(), 4);
}

#[test]
fn a_table_keeps_within_its_width_and_names_what_has_no_room() {
    let register =
        register(&[("a.sop", &sheet("Penyusunan Laporan Bulanan Bidang", ""))], &Config::default());
    let lines = register.list(None);
    for width in [40, 60, 80, 200] {
        let table = list::table(&lines, width, Lang::Id);
        let within = |line: &str| line.contains(": ") || line.chars().count() <= width;
        assert!(table.lines().all(within), "{width}\n{table}");
        assert_eq!(table.contains("Tidak muat"), width < 200, "{width}\n{table}");
    }
}

#[test]
fn findings_across_files_are_counted() {
    let two = [("a.sop", &*sheet("Penyusunan Laporan", "")), ("b.sop", &*sheet("Pengarsipan Laporan", ""))];
    let alone = register(&two[..1], &Config::default()).list(None)[0].galat;
    let both = register(&two, &Config::default());
    assert_eq!(both.list(None)[0].galat, alone + 1, "both have the same number");
}

#[test]
fn every_finding_of_a_file_is_counted_once_by_its_weight() {
    let text = sheet("Penyusunan Laporan", "").replace("Menyusun", "Menyusun\n   alur: lanjut ke 9");
    let found = compile(&text, &Config::default()).diagnostics;
    let of = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Advice].map(of);
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    let register = register(&[("a.sop", &text)], &Config::default());
    let lines = register.list(None);
    assert_eq!([lines[0].galat, lines[0].peringatan, lines[0].saran], counts);
}

#[test]
fn minutes_are_whole_ones() {
    let text = sheet("Penyusunan Laporan", "") + "   waktu: 2-30 jam\n";
    let register = register(&[("a.sop", &text)], &Config::default());
    assert_eq!(register.list(None)[0].menit, Some(list::Menit { dari: 120, sampai: 1800 }));
}

#[test]
fn a_number_is_the_same_within_one_agency_however_it_is_written() {
    let of = |agency: &str, number: &str| {
        sheet("Penyusunan Laporan", &format!("instansi: {agency}\n")).replace("800/12/2025", number)
    };
    let twice = |one: &str, other: &str| {
        let found = codes(&register(&[("a.sop", one), ("b.sop", other)], &Config::default()), None);
        found.iter().filter(|(_, code)| *code == "SOP601").count()
    };
    let one = of("Dinas Sosial", "800/12/SOS");
    assert_eq!(twice(&one, &of("DINAS  SOSIAL", "800 / 12/sos")), 2);
    assert_eq!(twice(&one, &of("Dinas Kesehatan", "800/12/SOS")), 0);
    assert_eq!(twice(&one, &of("Dinas Sosial", "800/12/SOS2")), 0);
    // What stands at the end of one is not what stands at the start of the other.
    assert_eq!(twice(&of("Dinas Sosial", "8/A B"), &of("B Dinas Sosial", "8/A")), 0);
}

#[test]
fn of_many_with_one_number_three_others_are_named() {
    let text = sheet("Penyusunan Laporan", "");
    let names = ["a.sop", "b.sop", "c.sop", "d.sop", "e.sop"];
    let register = register(&names.map(|name| (name, text.as_str())), &Config::default());
    let found = register.findings(None, Severity::Error);
    let said: Vec<String> =
        found.iter().flat_map(|(_, found)| found.iter().map(|it| it.message(Lang::Id))).collect();
    assert_eq!(said.len(), 5);
    let named = |said: &str| names.into_iter().filter(|name| said.contains(name)).collect::<Vec<_>>();
    assert_eq!(named(&said[1]), ["a.sop", "c.sop", "d.sop"], "{}", said[1]);
}

#[test]
fn an_exception_holds_for_rules_on_many_files() {
    let excused = sheet("Penyusunan Laporan", "# abaikan SOP601: nomor lama dipakai bersama\n");
    let files = [("a.sop", &*excused), ("b.sop", &*sheet("Pengarsipan Laporan", ""))];
    assert_eq!(codes(&register(&files, &Config::default()), None), [(1, "SOP601")]);
    let whole = register(&files, &Config::default()).whole(true);
    assert!(codes(&whole, None).contains(&(1, "SOP601")));
    assert!(
        codes(&whole, None).iter().all(|(at, _)| *at == 1),
        "it silenced something: {:?}",
        codes(&whole, None)
    );
    // With one file nobody knows whether it silences anything, and nobody says that it does not.
    assert!(
        compile(&excused, &Config::default()).diagnostics.iter().all(|finding| finding.rule.code != "SOP913")
    );
    let other = sheet("Pengarsipan Laporan", "").replace("800/12", "800/13");
    let files = [("a.sop", &*excused), ("b.sop", &*other)];
    assert!(codes(&register(&files, &Config::default()), None).is_empty(), "not all files are here");
    let whole = register(&files, &Config::default()).whole(true);
    assert_eq!(codes(&whole, None), [(0, "SOP913")], "nothing to silence among all files");
    let alone = register(&files[..1], &Config::default()).whole(true);
    assert!(codes(&alone, None).is_empty(), "with one file, other files were not asked");
}

#[test]
fn an_exception_for_what_comes_due_waits_for_its_day() {
    let text =
        sheet("Penyusunan Laporan", "").replace("sop: ", "# abaikan SOP609: menunggu peraturan baru\nsop: ");
    let files =
        [("a.sop", &*text), ("b.sop", &*sheet("Pengarsipan Laporan", "").replace("800/12", "800/13"))];
    let whole = register(&files, &Config::default()).whole(true);
    assert!(codes(&whole, Day::read("2026-11-24")).is_empty());
}

#[test]
fn an_office_weighs_rules_on_many_files() {
    let settings =
        config::parse("[aturan]\nSOP601 = \"mati\"\n", "sop.toml", &rules::all(), &mut Sink::new());
    let settings = config::merge([&settings]).config;
    let files = [("a.sop", &*sheet("Penyusunan Laporan", "")), ("b.sop", &*sheet("Pengarsipan Laporan", ""))];
    assert!(codes(&register(&files, &settings), None).is_empty());
}

#[test]
fn a_review_is_due_a_year_later_and_not_on_the_day() {
    let text = sheet("Penyusunan Laporan", "tanggal pembuatan: 24 November 2025\n");
    let register = register(&[("a.sop", &text)], &Config::default());
    assert!(codes(&register, Day::read("2026-11-24")).is_empty());
    assert_eq!(codes(&register, Day::read("25 November 2026")), [(0, "SOP609")]);
    assert!(codes(&register, None).is_empty());
    assert_eq!(Day::read("2026-13-01"), None);
}

#[cfg(feature = "xlsx")]
#[test]
fn the_same_register_gives_the_same_workbook() {
    let register = register(&[("a.sop", &sheet("Penyusunan Laporan", ""))], &Config::default());
    let lines = register.list(None);
    let once = sop::register::xlsx(&lines, Lang::Id);
    assert_eq!(once, sop::register::xlsx(&lines, Lang::Id));
    // Entries of the archive carry the first day that it knows, not today's.
    assert_eq!((&once[..2], &once[12..14]), (&b"PK"[..], &[0x21, 0x00][..]));
}

/// A procedure with a list of related SOPs, and rows that refer.
fn linked(title: &str, related: &str, referred: &[&str]) -> String {
    let rows =
        referred.iter().zip(1..).map(|(to, at)| format!("{at}. Kasi: Menyusun {at}\n   merujuk: {to}\n"));
    let rows: String = rows.collect();
    format!("sop: {title}\nketerkaitan:\n  - {related}\npelaksana:\n  - Kasi\nkegiatan:\n{rows}")
}

#[test]
fn a_misspelt_link_is_one_finding_and_a_ring_stands_where_it_begins() {
    let files = [
        (
            "a.sop",
            linked(
                "Penyusunan Laporan",
                "SOP Pengarsipan Laporann",
                &["SOP Lain", "SOP Pengarsipan Laporan"],
            ),
        ),
        ("b.sop", linked("Pengarsipan Laporan", "SOP Penyusunan Laporan", &["SOP Penyusunan Laporan"])),
        ("c.sop", linked("Lain", "-", &["SOP Penyusunan Laporan Bulanan"])),
    ];
    let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let found = register(&texts, &Config::default()).findings(None, Severity::Advice);
    let of_a = &found.iter().find(|(at, _)| *at == 0).expect("a.sop has findings").1;
    let placed: Vec<(&str, &str)> = of_a
        .iter()
        .map(|it| (it.rule.code, &files[0].1[it.primary.start as usize..it.primary.end as usize]))
        .collect();
    assert_eq!(placed, [("SOP603", "SOP Pengarsipan Laporann"), ("SOP606", "SOP Pengarsipan Laporan")]);
}

#[test]
fn a_title_that_is_missing_is_added_where_the_list_has_an_item_a_line() {
    let mended = |related: &str| {
        let files = [
            ("a.sop", linked("Penyusunan Laporan", "SOP Pengarsipan Laporan", &["-"])),
            ("b.sop", linked("Pengarsipan Laporan", "SOP Lain", &["-"]).replace("\n  - SOP Lain", related)),
            ("c.sop", linked("Lain", "SOP Pengarsipan Laporan", &["-"])),
        ];
        let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let found = register(&texts, &Config::default()).findings(None, Severity::Advice);
        let of_b = found.into_iter().find(|(at, _)| *at == 1).expect("b.sop has a finding").1;
        let finding = of_b.into_iter().find(|it| it.rule.code == "SOP605").expect("a.sop names b.sop");
        finding.fix.map(|fix| {
            let mut text = files[1].1.clone();
            fix.edits.iter().rev().for_each(|(place, words)| text.replace_range(place.range(), words));
            text.lines().skip(1).take(3).map(str::to_owned).collect::<Vec<_>>()
        })
    };
    let list = ["keterkaitan:", "  - SOP Lain", "  - SOP Penyusunan Laporan"].map(str::to_owned);
    assert_eq!(mended("\n  - SOP Lain"), Some(list.to_vec()));
    assert_eq!(mended(" SOP Lain"), None);
}

#[test]
fn another_figure_is_another_sop() {
    let files = [
        ("a.sop", linked("Penyusunan Laporan Triwulan I", "SOP Penyusunan Laporan Triwulan II", &["-"])),
        ("b.sop", linked("Pengarsipan", "SOP Penyusunan Laporan Triwulan III", &["-"])),
    ];
    let texts: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let found = register(&texts, &Config::default()).findings(None, Severity::Advice);
    let codes: Vec<&str> = found.iter().flat_map(|(_, list)| list.iter().map(|it| it.rule.code)).collect();
    assert!(codes.contains(&"SOP602") && !codes.contains(&"SOP603"), "{codes:?}");
}
