//! What a value says, as it is written: times, dates, lists and limits at the edges of what can be read.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use sop::diag::Sink;
use sop::syntax::ast::{Acuan, Baris, ItemForm, Kegiatan, Satuan, Sop, Value};
use sop::syntax::{keys::Key, parse};
use sop::text::Lang;

/// What was written, and the codes of the findings.
fn read(text: &str) -> (Sop, Vec<&'static str>) {
    let mut sink = Sink::new();
    let sop = parse(text, &mut sink);
    (sop, sink.into_sorted().iter().map(|finding| finding.rule.code).collect())
}

/// One row with one line, and whether nothing was found in it.
fn row(line: &str) -> (Kegiatan, bool) {
    let (sop, found) = read(&format!("kegiatan:\n\n1. Staf: Menyusun laporan\n   {line}\n"));
    let Some(Baris::Kegiatan(row)) = sop.baris.into_iter().next() else {
        panic!("{line} is no line of the row")
    };
    (row, found.is_empty())
}

/// Thousandths of a unit, from and to; `None` for what is no time.
fn time(typed: &str) -> Option<(u64, u64, Satuan)> {
    let (row, clean) = row(&format!("waktu: {typed}"));
    let Value::Waktu(time) = &row.field(Key::Waktu)?.value else { return None };
    let parts = &time.value.durasi.as_ref().filter(|_| clean)?.suku;
    assert_eq!(parts.len(), 1, "{typed}");
    Some((parts[0].dari, parts[0].sampai, parts[0].satuan))
}

#[test]
fn a_number_is_what_an_office_means_by_it() {
    for (typed, thousandths) in [
        ("0", Some(0)),
        ("1,5", Some(1_500)),
        ("1.5", Some(1_500)),
        ("0,25", Some(250)),
        ("1,125", Some(1_125)),
        ("1,1255", None),
        ("1,5,5", None),
        ("1,5.5", None),
        ("1.500", Some(1_500_000)),
        ("1.500,5", Some(1_500_500)),
        ("12.345.678", Some(12_345_678_000)),
        ("1.50,5", None),
        ("1.5000", None),
        ("999999999", Some(999_999_999_000)),
        ("9999999999", None),
        ("999.999.999", Some(999_999_999_000)),
        ("1.000.000.000", None),
    ] {
        let read = time(&format!("{typed} menit"));
        assert_eq!(read, thousandths.map(|number| (number, number, Satuan::Menit)), "{typed}");
    }
}

#[test]
fn a_range_rises_and_times_multiply() {
    assert_eq!(time("1-2 hari kerja"), Some((1_000, 2_000, Satuan::HariKerja)));
    assert_eq!(time("2-2 jam"), Some((2_000, 2_000, Satuan::Jam)));
    assert_eq!(time("2-1 jam"), None);
    assert_eq!(time("3 x 24 jam"), Some((72_000, 72_000, Satuan::Jam)));
    assert_eq!(time("2 x 1,5 jam"), Some((3_000, 3_000, Satuan::Jam)));
}

/// Day, month and year of a date in which nothing but its form was found.
fn date(typed: &str) -> Option<(Option<u8>, Option<u8>, Option<u16>)> {
    let (sop, _) = read(&format!("tanggal pembuatan: {typed}\n"));
    let Value::Tanggal(date) = &sop.fields[0].value else { panic!("{typed} is not held as a date") };
    let date = &date.value;
    assert_eq!(date.teks, typed);
    Some((date.hari, date.bulan, date.tahun)).filter(|parts| *parts != (None, None, None))
}

#[test]
fn only_a_day_that_the_calendar_has_is_a_date() {
    for (typed, is_one) in [
        ("1 Januari 1900", true),
        ("31 Desember 2199", true),
        ("31 Desember 1899", false),
        ("1 Januari 2200", false),
        ("0 Juni 2025", false),
        ("30 Juni 2025", true),
        ("31 Juni 2025", false),
        ("31 Juli 2025", true),
        ("32 Juli 2025", false),
        ("28 Februari 2025", true),
        ("29 Februari 2025", false),
        ("29 Februari 2024", true),
        ("30 Februari 2024", false),
        ("29 Februari 2000", true),
        ("29 Februari 1900", false),
        ("29 Februari", true),
        ("30 Februari", false),
    ] {
        assert_eq!(date(typed).is_some(), is_one, "{typed}");
    }
}

#[test]
fn a_date_is_read_in_figures_and_with_gaps() {
    let second_of_june = Some((Some(2), Some(6), Some(2025)));
    for typed in ["2 Juni 2025", "2/6/2025", "02-06-2025", "2025-06-02"] {
        assert_eq!(date(typed), second_of_june, "{typed}");
    }
    assert_eq!(date("31/12/2025"), Some((Some(31), Some(12), Some(2025))));
    assert_eq!(date("2025-12-31"), Some((Some(31), Some(12), Some(2025))));
    assert_eq!(date("12/31/2025"), None);
    assert_eq!(date("… Juni 2025"), Some((None, Some(6), Some(2025))));
    assert_eq!(date("2 … 2025"), Some((Some(2), None, Some(2025))));
    assert_eq!(date("2025"), Some((None, None, Some(2025))));
}

#[test]
fn dan_before_the_last_item_is_no_part_of_its_name() {
    let items = |typed: &str| {
        let (row, _) = row(&format!("kelengkapan: {typed}"));
        let Value::List(items) = &row.field(Key::Kelengkapan).unwrap().value else {
            panic!("{typed} is no list")
        };
        items
            .iter()
            .map(|item| (item.text.value.to_string(), matches!(item.form, ItemForm::CommaJoined(_))))
            .collect::<Vec<_>>()
    };
    let said = |items: &[(&str, bool)]| {
        items.iter().map(|(text, dan)| ((*text).to_owned(), *dan)).collect::<Vec<_>>()
    };
    assert_eq!(
        items("TOR, ROK, dan Konsep SK"),
        said(&[("TOR", false), ("ROK", false), ("Konsep SK", true)])
    );
    assert_eq!(items("TOR, dan ROK"), said(&[("TOR", false), ("ROK", true)]));
    assert_eq!(items("dan TOR"), said(&[("dan TOR", false)]));
    assert_eq!(items("TOR, dan ROK, SK"), said(&[("TOR", false), ("dan ROK", false), ("SK", false)]));
    for word in ["serta", "atau", "dan/atau"] {
        assert_eq!(
            items(&format!("TOR, ROK, {word} SK")),
            said(&[("TOR", false), ("ROK", false), ("SK", true)])
        );
    }
    assert_eq!(items("TOR, atasan"), said(&[("TOR", false), ("atasan", false)]));
    assert_eq!(items("TOR,, ROK,"), said(&[("TOR", false), ("ROK", false)]));
}

#[test]
fn work_is_repeated_at_least_once() {
    let most = |count: &str| {
        let (row, clean) = row(&format!("tidak, kurang: kembali ke 1, paling banyak {count} kali"));
        let Value::Alur(flow) = &row.field(Key::Tidak).unwrap().value else {
            panic!("{count} is in no flow")
        };
        clean.then(|| flow.paling_banyak.as_ref().unwrap().value)
    };
    assert_eq!(most("1"), Some(1));
    assert_eq!(most("2"), Some(2));
    assert_eq!(most("0"), None);
    assert_eq!(most("-1"), None);
}

#[test]
fn a_limit_counts_from_the_row_it_names() {
    let limits = |line: &str| {
        let (sop, found) =
            read(&format!("batas waktu:\n  - {line}\n\nkegiatan:\n\n1. Staf: Menyusun laporan\n"));
        let Some(Value::Batas(limits)) = sop.field(Key::BatasWaktu).map(|field| field.value.clone()) else {
            panic!("{line} is no limit")
        };
        let limit = limits.into_iter().next().unwrap();
        let to = limit.sampai.map(|number| number.value.angka);
        assert!(found.is_empty(), "{line}: {found:?}");
        (limit.dari.map(|from| from.value), to)
    };
    let (from, to) = limits("setelah 4 sampai 9: paling lama 1 minggu");
    assert!(matches!(from, Some(Acuan::Setelah(number)) if number.angka == 4), "{from:?}");
    assert_eq!(to, Some(9));
    let (from, to) = limits("dari 1 sampai 3: paling lama 2 jam");
    assert!(matches!(from, Some(Acuan::Dari(number)) if number.angka == 1), "{from:?}");
    assert_eq!(to, Some(3));
}

#[test]
fn a_line_end_of_an_old_system_is_shown_wherever_it_stands_but_at_the_end() {
    let found = |text: &str| read(text).1.iter().filter(|code| **code == "SOP104").count();
    assert_eq!(found("sop: Penyusunan\r\nnomor: 1\r\n"), 0);
    assert_eq!(found("sop: Penyusunan\rnomor: 1\n"), 1);
    assert_eq!(found("sop: Penyusunan\rnomor: 1\r"), 1);
    assert_eq!(found("sop: Penyusunan\r"), 0);
}

/// Every finding in one row with this line, with its remedy, as a writer reads it.
fn said(line: &str) -> String {
    let text = format!("kegiatan:\n\n1. Staf: Menyusun laporan\n   output: Laporan\n{line}\n");
    let mut sink = Sink::new();
    parse(&text, &mut sink);
    let found = sink.into_sorted();
    let words = found.iter().map(|found| {
        let remedy = found.help_text(Lang::Id).unwrap_or_default();
        format!("{} {} {remedy}\n", found.rule.code, found.message(Lang::Id))
    });
    words.collect()
}

#[test]
fn a_time_in_the_short_forms_of_offices_is_answered_with_its_full_form() {
    for (typed, meant) in [
        ("min 3 hari", "paling cepat 3 hari"),
        ("30 min", "30 menit"),
        ("2 thn", "2 tahun"),
        ("3 bln", "3 bulan"),
        ("45 dtk", "45 detik"),
        ("2 mgg", "2 minggu"),
        ("1/4 jam", "0,25 jam"),
        ("¾ jam", "0,75 jam"),
        ("2 (dua) hr", "2 hari"),
    ] {
        let said = said(&format!("   waktu: {typed}"));
        assert!(
            said.contains(&format!("`{meant}`")) || said.contains(&format!("'{meant}'")),
            "{typed}: {said}"
        );
    }
}

#[test]
fn what_contradicts_itself_or_stands_in_the_wrong_place_is_answered() {
    for (lines, answer) in [
        ("   waktu: 1 jam\n   lanjut", "sebut nomornya: `alur: lanjut ke 5`"),
        ("   waktu: 1 jam\n     lanjut", "`lanjut` bukan bagian waktu"),
        ("   waktu: 1 jam 30 menit\n   kembali ke 1", "tulis `alur: kembali ke 1`"),
        ("   waktu: 4 (lima) hari", "angka `4` dan kata `lima` tidak sama"),
        ("   waktu: 5-4 hari kerja", "mungkin maksudnya `4-5 hari kerja`"),
        ("   alur: lanjut", "sebut nomornya"),
        ("   alur: lanjut 1", "mungkin maksudnya `lanjut ke 1`"),
    ] {
        assert!(said(lines).contains(answer), "{lines}: {}", said(lines));
    }
    assert!(!said("   waktu: 2 jam sampai selesai").contains("bukan bagian waktu"));
    assert!(!said("   waktu: 5-4 hari entah").contains("4-5 hari entah"));
}

#[test]
fn a_line_that_lacks_its_colon_is_read_only_where_it_says_something() {
    let rows = |line: &str| {
        let mut sink = Sink::new();
        let text = format!("kegiatan:\n\n1. Staf: Menyusun laporan\n   output: Laporan\n{line}\n");
        let sop = parse(&text, &mut sink);
        let row = sop.kegiatan().next().unwrap();
        row.fields.iter().map(|field| field.key.value).collect::<Vec<_>>()
    };
    assert_eq!(rows("   waktu 30 menit"), [Key::Output, Key::Waktu]);
    assert_eq!(rows("   ya, sesuai lanjut ke 3"), [Key::Output, Key::Ya]);
    // Words of a sentence that begins with an answer.
    assert_eq!(rows("   ya, sesuai kembali"), [Key::Output]);
    assert_eq!(rows("   ya, sesuai pasal 3"), [Key::Output]);
    assert_eq!(rows("   ya, sesuai lanjut ke meja 3"), [Key::Output]);
    // A key that stands there already is not read a second time for a misspelt one.
    assert_eq!(rows("   wakty: 2 jam"), [Key::Output, Key::Waktu]);
    assert_eq!(rows("   outptu: Surat"), [Key::Output]);
}

#[test]
fn what_stands_under_a_row_belongs_to_it() {
    let (row, clean) = row("- bahan rapat\n   - daftar hadir\n   output: Laporan");
    let items: Vec<&str> = row.rincian.iter().map(|item| &*item.text.value).collect();
    assert_eq!((items, clean), (vec!["bahan rapat", "daftar hadir"], true));
    // A sentence that names fields is a sentence.
    let (sop, _) = read(
        "kegiatan:\n\n1. Staf: Melengkapi\n   output, kelengkapan, dan lain-lain sebagai berikut:\n   waktu: 1 jam\n",
    );
    let row = sop.kegiatan().next().unwrap();
    assert!(row.field(Key::Output).is_none() && row.uraian.value.contains("lain-lain"), "{row:?}");
}

#[test]
fn a_row_with_another_mark_behind_its_number_is_that_row() {
    let text = "pelaksana:\n  - Staf\n  - Kabid\n\nkegiatan:\n\n1. Staf: Menyusun laporan\n   output: Laporan\n\n\
                No. 2, Kabid: Memeriksa laporan\n   waktu: 1 jam\n";
    let (sop, _) = read(text);
    let rows: Vec<_> = sop.kegiatan().collect();
    assert_eq!(rows.len(), 2, "{rows:#?}");
    let row = rows[1];
    assert_eq!((row.nomor.value.angka, &text[row.nomor.span.range()]), (2, "2"));
    assert_eq!(
        (row.uraian.value.as_str(), &text[row.uraian.span.range()]),
        ("Memeriksa laporan", "Memeriksa laporan")
    );
}

#[test]
fn an_answer_without_its_comma_is_read_with_its_condition() {
    let text = "kegiatan:\n\n1. Staf: Memeriksa berkas\n   output: Berkas\n   ya lengkap: selesai\n";
    let (sop, found) = read(text);
    let row = sop.kegiatan().next().unwrap();
    let field = row.field(Key::Ya).unwrap();
    let Value::Alur(flow) = &field.value else { panic!("{field:?}") };
    assert_eq!(&text[field.key.span.range()], "ya");
    assert_eq!(&text[flow.kondisi.as_ref().unwrap().span.range()], "lengkap");
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn what_stands_in_brackets_is_the_same_time_or_is_told() {
    for (typed, same) in [
        ("1 semester (6 bulan)", true),
        ("1 semester (5 bulan)", false),
        ("1 triwulan (3 bulan)", true),
        ("1 triwulan (4 bulan)", false),
        ("1 tahun (12 bulan)", true),
        ("1 tahun (2 semester)", true),
        ("2 jam (120 menit)", true),
        ("2 jam (100 menit)", false),
        ("470 menit (7,8 jam)", true),
        ("470 menit (7,6 jam)", false),
    ] {
        let text = format!(
            "sop: Uji\npelaksana:\n  - Staf\n\nkegiatan:\n\n1. Staf: Menyusun laporan\n   waktu: {typed}\n"
        );
        let found = sop::compile::compile(&text, &sop::config::Config::default()).diagnostics;
        assert_eq!(found.iter().all(|finding| finding.rule.code != "SOP176"), same, "{typed}");
    }
}

#[test]
fn a_number_of_days_after_an_event_is_answered_as_a_limit_and_words_are_not() {
    assert!(
        said("   waktu: 3 hari setelah rapat").contains("batas"),
        "{}",
        said("   waktu: 3 hari setelah rapat")
    );
    for words in ["kapan saja setelah rapat", "menunggu rapat", "3 kali rapat"] {
        let said = said(&format!("   waktu: {words}"));
        assert!(!said.contains("batas"), "{said}");
    }
}

#[test]
fn a_row_with_a_letter_behind_its_number_is_one_wherever_it_stands() {
    let text = "sop: Uji\npelaksana:\n  - Staf\n  - Kabid\n\nkegiatan:\n\n1. Staf: Menyusun konsep\n   waktu: 1 jam\n\n   \
                1.a Kabid: Mendampingi\n       waktu: 1 jam\n       output: Catatan\n\n2. Staf: Mengirim konsep\n";
    let (sop, found) = read(text);
    let rows: Vec<String> = sop.kegiatan().map(|row| row.nomor.value.to_string()).collect();
    assert_eq!(rows, ["1", "1a", "2"]);
    assert_eq!(sop.kegiatan().nth(1).unwrap().fields.len(), 2);
    assert_eq!(found, ["SOP111"]);
}
