//! Filled forms and records against their procedure: what is read, what is refused, what is found.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

#[path = "common/skema.rs"]
mod skema;

use sop::analysis::sound::PetriNet;
use sop::config::Config;
use sop::model::fingerprint;
use sop::rekam::Bacaan;
use sop::rekam::baca::{Acuan, baca};
use sop::rekam::nilai::{Antara, Laporan, Sebaran, nilai};
use sop::rekam::putar::{Hitungan, Pemutar};
use sop::rekam::xes::xes;
use std::collections::BTreeMap;

fn monev() -> corpus::Sample {
    corpus::samples().into_iter().find(|sample| sample.stem == "monev").unwrap()
}

fn read(sample: &corpus::Sample, bytes: &[u8]) -> Bacaan {
    baca(bytes, &Acuan::new(&sample.procedure, &Config::default()))
}

fn judged(sample: &corpus::Sample, text: &str) -> Laporan {
    let found = read(sample, text.as_bytes());
    assert_eq!(found.cacat, []);
    nilai(&found.berkas, &sample.procedure, &Config::default())
}

fn faults(bytes: &[u8]) -> Vec<String> {
    let found = read(&monev(), bytes);
    let line = |it: &sop::rekam::Cacat| format!("{}: {} → {}", it.letak.id, it.apa.id, it.saran.id);
    found.cacat.iter().map(line).collect()
}

fn findings(laporan: &Laporan) -> Vec<String> {
    laporan
        .berkas
        .iter()
        .flat_map(|case| &case.temuan)
        .map(|it| format!("{}: {}", it.jenis.name(), it.apa.id))
        .collect()
}

const HEAD: &str = "berkas,langkah,pelaksana,mulai,selesai,hasil,putaran\n";

/// The founding procedure without any return: fourteen rows, the times of its standard.
fn straight() -> String {
    let rows = [
        ("1", "Jafung", "2026-03-02 08:00", "2026-03-02 08:30", ""),
        ("2", "Kabid", "2026-03-02 08:30", "2026-03-02 09:00", "ya"),
        ("3", "Kadis", "2026-03-02 09:00", "2026-03-02 09:30", "ya"),
        ("4", "Kabid", "2026-03-03 07:30", "2026-03-03 16:00", ""),
        ("5", "Jafung", "2026-03-04 07:30", "2026-03-05 16:00", ""),
        ("6", "Tim", "2026-03-06", "2026-03-12", ""),
        ("7", "Tim", "2026-03-13", "2026-03-17", ""),
        ("8", "Tim", "2026-03-25", "2026-03-31", ""),
        ("9", "Jafung", "2026-04-01", "2026-04-02", "ya"),
        ("10", "Kabid", "2026-04-06", "2026-04-07", "ya"),
        ("11", "Kadis", "2026-04-08", "2026-04-09", "ya"),
        ("12", "Kadis", "2026-04-10", "2026-04-10", ""),
        ("13", "Kabid", "2026-04-13 08:00", "2026-04-13 08:30", ""),
        ("14", "Jafung", "2026-04-13 09:00", "2026-04-13 09:30", ""),
    ];
    rows.iter().fold(HEAD.to_owned(), |out, (row, who, from, to, outcome)| {
        out + &format!("A/1,{row},{who},{from},{to},{outcome},1\n")
    })
}

#[test]
fn a_case_by_the_book_has_no_findings() {
    let laporan = judged(&monev(), &straight());
    assert_eq!(findings(&laporan), Vec::<String>::new());
    assert!(laporan.berkas[0].berakhir);
    assert_eq!(laporan.hitungan.fitness().to_string(), "1");
    // The break at noon is no work; a day without a time leaves a range.
    let lama = |at: usize| laporan.berkas[0].langkah[at].lama.unwrap();
    assert_eq!(lama(3).kerja, Antara { dari: 450, sampai: 450 });
    assert_eq!(lama(3).kalender, Antara { dari: 510, sampai: 510 });
    assert_eq!(lama(8).kerja, Antara { dari: 0, sampai: 900 });
}

#[test]
fn order_actor_time_and_returns_are_found() {
    let text = HEAD.to_owned()
        + "A,1,Jafung,2026-03-02 08:00,2026-03-02 08:20,,1\n\
           A,2,Kabid,2026-03-02 09:00,2026-03-02 10:30,tidak,1\n\
           A,1,Jafung,2026-03-02 13:00,2026-03-02 13:20,,2\n\
           A,2,Kadis,2026-03-03 08:00,2026-03-03 08:20,tidak,2\n\
           A,1,Jafung,2026-03-03 13:00,2026-03-03 13:20,,3\n\
           A,2,Kabid,2026-03-04 08:00,2026-03-04 08:20,tidak,3\n\
           A,4,Kabid,2026-03-05 08:00,2026-03-05 11:20,,1\n";
    let laporan = judged(&monev(), &text);
    assert_eq!(
        findings(&laporan),
        [
            "waktu: langkah 2 memakan 1 jam 30 menit, baku 30 menit",
            "pelaksana: langkah 2 dikerjakan Kadis, padahal milik Kabid",
            "pengembalian: langkah 2: `tidak` diambil 3 kali, paling banyak 2 kali",
            "urutan: langkah 4 dikerjakan, padahal gilirannya langkah 1",
            "catatan: berkas belum berakhir menurut catatan ini; gilirannya langkah 1, 5",
        ]
    );
    let row = &laporan.kegiatan[1];
    assert_eq!((row.kali, row.dikembalikan, row.terlambat), (3, 3, 1));
    assert_eq!(laporan.kegiatan[0].diulang, 3);
    assert_eq!(row.kerja, Some(Sebaran { tersingkat: 20, tengah: 20, terlama: 90 }));
}

#[test]
fn a_form_gives_its_papers_back() {
    let sample = monev();
    let sidik = fingerprint::shown(&sample.procedure.sop);
    let json = format!(
        r#"{{"schema":"isian-v1","formulir":"lembar-kendali","sidik":"{sidik}","isi":{{
        "berkas.nomor":"7/2026","berkas.perihal":"Monev triwulan I",
        "1.mulai":"2026-03-02T08:00","1.selesai":"2026-03-02T08:20","1.kelengkapan.1":true,"1.kelengkapan.3":true,"1.output.1":true,
        "2.selesai":"2026-03-02T09:00","2.hasil":"tidak","2.kelengkapan.1":false,"2.output.1":false,
        "1.selesai@2":"2026-03-03T08:00","1.kelengkapan.1@2":true,"1.kelengkapan.2@2":true,"1.kelengkapan.3@2":true,"1.output.1@2":true,"1.paraf.1@2":"Kadis",
        "2.mulai@2":"2026-03-03T09:00"}}}}"#
    );
    let laporan = judged(&sample, &json);
    assert_eq!(laporan.berkas[0].perihal, "Monev triwulan I");
    // Row 2 sent the case back: what was not there is why.
    assert_eq!(
        findings(&laporan),
        [
            "dokumen: langkah 1: kelengkapan tidak dicentang: ROK",
            "pelaksana: langkah 1 dikerjakan Kadis, padahal milik Jafung",
            "catatan: berkas belum berakhir menurut catatan ini; gilirannya langkah 2",
        ]
    );
    let granted = judged(&sample, &json.replace("\"2.hasil\":\"tidak\"", "\"2.hasil\":\"ya\""));
    let of_row_2: Vec<String> =
        findings(&granted).into_iter().filter(|it| it.starts_with("dokumen: langkah 2")).collect();
    assert_eq!(
        of_row_2,
        [
            "dokumen: langkah 2: kelengkapan tidak dicentang: Usulan",
            "dokumen: langkah 2: output tidak dicentang: Disposisi",
        ]
    );
    // The same form as names and values.
    let csv = format!(
        "\u{feff}nama;isi\r\nschema;isian-v1\r\nsidik;{sidik}\r\nberkas.nomor;7/2026\r\n1.selesai;2/3/2026 08.20\r\n1.beres;x\r\n"
    );
    let found = read(&sample, csv.as_bytes());
    assert_eq!(found.cacat, []);
    assert_eq!(found.berkas[0].entri[0].selesai.unwrap().text(), "2026-03-02 08:20");
}

#[test]
fn every_fault_of_a_file_is_named_with_its_place_and_its_remedy() {
    assert_eq!(
        faults(b"berkas,langka,pelaksana,mulai,selesai\n1,1,,,\n"),
        [
            "baris 1 (kepala kolom): tidak ada kolom `langkah`, `hasil` → perbaiki kepala kolomnya: `langka` → `langkah`"
        ]
    );
    let bad = HEAD.to_owned()
        + "A,1,Jafung,kemarin,2026-03-02 08:20,,1\n\
           A,2,Kabid,2026-03-02 08:20,,boleh,1\n\
           A,22,Kabid,,,,1\n\
           ,1,Jafung,,2026-03-02,,1\n\
           B,1,Jafung,,2026-03-02,,1\n\
           B,1,Jafung,,2026-03-03,,1\n\
           C,1,Jafung,,2026-03-03,,dua\n";
    assert_eq!(
        faults(bad.as_bytes()),
        [
            "baris 2, kolom `mulai`: waktu `kemarin` tidak terbaca → tulis seperti `2026-03-02 08:10` atau `2/3/2026 08.10` (hari lebih dahulu)",
            "baris 3, kolom `hasil`: langkah 2 tidak mengenal hasil `boleh` → pilih salah satu: ya, tidak",
            "baris 4, kolom `langkah`: SOP ini tidak memuat langkah `22` → maksud Anda `2`?",
            "baris 5, kolom `berkas`: baris ini tidak menyebut nomor berkas → isi nomor berkasnya",
            "baris 7: langkah 1 putaran 1 sudah dicatat pada baris 6 → hapus salah satunya; bila memang dikerjakan lagi, naikkan `putaran`",
            "baris 8, kolom `putaran`: putaran `dua` bukan bilangan → tulis 1, 2, 3, …, atau kosongkan",
        ]
    );
    let other = br#"{"sidik":"0000-0000-0000-0000","isi":{"berkas.nomor":"1"}}"#;
    assert!(faults(other)[0].starts_with("isian `sidik`: sidik `0000-0000-0000-0000` milik versi lain"));
    assert_eq!(
        faults(br#"{"isi":{"berkas.nomor":"1","1.seleasi":"2026-03-02","2.mulai":"8 pagi"}}"#),
        [
            "isian `1.seleasi`: formulir SOP ini tidak memuat isian `1.seleasi` → maksud Anda `1.selesai`?",
            "isian `2.mulai`: waktu `8 pagi` tidak terbaca → tulis seperti `2026-03-02 08:10` atau `2/3/2026 08.10` (hari lebih dahulu)",
        ]
    );
    assert!(faults(b"{\"isi\": {")[0].contains("JSON-nya terputus atau rusak pada baris 1"));
    assert!(faults(b"")[0].contains("berkas ini kosong"));
    assert!(faults(b"PK\x03\x04 no workbook")[0].contains("buku kerja ini rusak"));
    assert!(faults(&[0xff, 0xfe, 0x41, 0x00])[0].contains("bukan teks UTF-8"));
}

#[test]
fn a_faulty_case_is_not_judged_and_the_others_are() {
    let text = straight() + "B,1,Jafung,kemarin,,,1\n";
    let found = read(&monev(), text.as_bytes());
    let read: Vec<&str> = found.berkas.iter().map(|case| case.nomor.as_str()).collect();
    assert_eq!((read, found.cacat.len()), (vec!["A/1"], 1));
}

#[test]
fn what_is_not_recorded_is_not_guessed() {
    let text = HEAD.to_owned() + "A,1,,,2026-03-02 08:20,,\nA,2,,,2026-03-02 09:20,,\n";
    let laporan = judged(&monev(), &text);
    assert_eq!(laporan.berkas[0].hitungan, None);
    assert_eq!(
        findings(&laporan),
        ["catatan: langkah 2: hasil keputusannya tidak dicatat, sehingga urutan berkas ini tidak dinilai"]
    );
}

#[test]
fn nothing_that_is_read_makes_it_panic() {
    let sample = monev();
    let (csv, json) = (straight(), r#"{"isi":{"berkas.nomor":"1","1.selesai@2":"2026-03-02"}}"#);
    for text in [csv.as_str(), json] {
        for end in (0..text.len()).step_by(29) {
            let mut bytes = text.as_bytes()[..end].to_vec();
            read(&sample, &bytes);
            bytes.extend(b"\",;\x00@9999999999~");
            let found = read(&sample, &bytes);
            nilai(&found.berkas, &sample.procedure, &Config::default());
        }
    }
}

#[test]
fn the_replay_counts_what_pm4py_counts() {
    let samples: BTreeMap<String, corpus::Sample> =
        corpus::samples().into_iter().map(|sample| (sample.stem.clone(), sample)).collect();
    let text = std::fs::read_to_string(corpus::root().join("tests/rekam/pm4py.tsv")).unwrap();
    let mut count = 0;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [stem, counts @ .., trace] = cells.as_slice() else { panic!("{line}") };
        let net = PetriNet::of(&samples[*stem].procedure.sop);
        let mut pemutar = Pemutar::new(&net);
        for name in trace.split('|') {
            assert!(pemutar.play(name).is_some(), "{stem}: {name}");
        }
        let counts: Vec<u64> = counts.iter().map(|count| count.parse().unwrap()).collect();
        let theirs =
            Hitungan { missing: counts[0], consumed: counts[1], remaining: counts[2], produced: counts[3] };
        assert_eq!(pemutar.finish(), theirs, "{stem}: {trace}");
        count += 1;
    }
    assert!(count >= 100, "{count} cases");
}

#[test]
fn the_event_log_is_xml_with_an_event_for_everything_done() {
    let sample = monev();
    let laporan = judged(&sample, &straight());
    let cases: Vec<_> = laporan.berkas.iter().collect();
    let text = xes(&sample.procedure.sop, &cases);
    let document = roxmltree::Document::parse(&text).unwrap();
    let events: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.xes-standard.org/", "event")))
        .collect();
    let of = |key: &str| {
        let value = |event: &roxmltree::Node| {
            let child = event.children().find(|child| child.attribute("key") == Some(key));
            child.and_then(|child| child.attribute("value").map(str::to_owned))
        };
        events.iter().map(value).collect::<Vec<_>>()
    };
    assert_eq!(of("concept:name").len(), 14);
    assert_eq!(of("concept:name")[1].as_deref(), Some("2 (ya)"));
    assert_eq!(of("time:timestamp")[0].as_deref(), Some("2026-03-02T08:30:00.000"));
    assert_eq!(of("org:resource")[5].as_deref(), Some("Tim"));
}

/// As the generated program ends a case that it saves.
fn saved(body: &str) -> String {
    let count = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{body}cek {:016x}\n", body.bytes().fold(0xcbf2_9ce4_8422_2325, count))
}

#[test]
fn the_history_of_a_saved_case_is_read() {
    let sample = monev();
    let sop::emit::Codes { langkah, pelaksana, hasil } = sop::emit::codes(&sample.procedure);
    let who = |name: &str| pelaksana.iter().find(|it| it.1 == name).unwrap().0.clone();
    let outcome = |name: &str| hasil.iter().find(|it| it.1 == name).unwrap().0.clone();
    let sidik = fingerprint::shown(&sample.procedure.sop).replace('-', "");
    // 2026-03-02 08:00
    let opened = 1_772_438_400i64;
    let body = format!(
        "sop-berkas 1\nsidik {sidik}\ndibuka {opened}\ntunggu {opened} {}\nriwayat {} {} kerja {} {} {opened}\nriwayat {} {} kerja {} {} {}\n",
        langkah[0],
        opened + 1200,
        who("Jafung"),
        langkah[0],
        outcome("selesai"),
        opened + 3600,
        who("Kabid"),
        langkah[1],
        outcome("tidak"),
        opened + 1200,
    );
    let jafung = who("Jafung");
    let kode = sop::rekam::baca::Kode { langkah, pelaksana, hasil };
    let config = Config::default();
    let acuan = Acuan::new(&sample.procedure, &config).with(kode);
    let found = baca(saved(&body).as_bytes(), &acuan);
    assert_eq!(found.cacat, []);
    let laporan = nilai(&found.berkas, &sample.procedure, &config);
    let events: Vec<&str> = laporan.berkas[0].jejak.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(events, ["1", "2 (tidak)"]);
    assert_eq!(laporan.berkas[0].langkah[0].entri.selesai.unwrap().text(), "2026-03-02 08:20");
    let quoted = serde_json::to_string(&saved(&body)).unwrap();
    assert_eq!(baca(quoted.as_bytes(), &acuan).berkas, found.berkas, "as serde keeps it");
    // Carried over from a version in which the first actor had another name, and a step that is gone now was done, too.
    let (first, second) =
        body.split_once("riwayat").map(|(head, lines)| (head, format!("riwayat{lines}"))).unwrap();
    let (mine, later) = second.split_once('\n').unwrap();
    let archived = format!(
        "{first}{later}arsip {}\narsip riwayat {} Lama kerja LangkahYangHilang Selesai {opened}\n",
        mine.replace(&jafung, "Fungsional"),
        opened + 60
    );
    let archived = baca(saved(&archived).as_bytes(), &acuan);
    assert_eq!(archived.cacat, []);
    let [earlier, now] = &archived.berkas[0].entri[..] else { panic!("{:?}", archived.berkas) };
    assert_eq!(
        (earlier.pelaksana[0].as_str(), earlier.terdahulu, now.terdahulu),
        ("Fungsional", true, false)
    );
    let laporan = nilai(&archived.berkas, &sample.procedure, &config);
    let events: Vec<&str> = laporan.berkas[0].jejak.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(events, ["1", "2 (tidak)"]);
    assert!(
        laporan.berkas[0].temuan.iter().all(|it| !it.apa.id.contains("Fungsional")),
        "its actor is not judged"
    );
    let windows = saved(&body).replace('\n', "\r\n");
    assert_eq!(baca(windows.as_bytes(), &acuan).berkas, found.berkas, "with the line ends of Windows");
    let table = "\"berkas\",langkah,pelaksana,mulai,selesai,hasil\n\"A\",1,,,,\n";
    let table = baca(table.as_bytes(), &acuan);
    assert_eq!(table.berkas.len(), 1, "a table of quoted cells is one: {:?}", table.cacat);
    let cut = baca(body.as_bytes(), &acuan);
    assert_eq!(cut.cacat[0].apa.id, "simpanan ini terpotong atau diubah");
}

#[cfg(all(feature = "xlsx", feature = "docx"))]
mod workbook {
    use super::*;
    use std::io::{Cursor, Read, Write};

    /// The workbook with texts typed into the cells of these names, as an office program would.
    fn typed(bytes: &[u8], values: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            parts.push((part.name().unwrap().into_owned(), content));
        }
        let text = |name: &str, parts: &[(String, Vec<u8>)]| {
            String::from_utf8(parts.iter().find(|part| part.0 == name).unwrap().1.clone()).unwrap()
        };
        let book = text("xl/workbook.xml", &parts);
        let mut sheet = text("xl/worksheets/sheet1.xml", &parts);
        for (name, value) in values {
            let name = sop::forms::names::cell(name);
            let at =
                book.split(&format!("name=\"{name}\">")).nth(1).unwrap_or_else(|| panic!("no cell {name}"));
            let cell = at.split('<').next().unwrap().rsplit('!').next().unwrap().replace('$', "");
            let (before, after) =
                sheet.split_once(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no {cell}"));
            let (attributes, rest) = after.split_once("/>").unwrap();
            sheet = format!(
                "{before}<c r=\"{cell}\"{attributes} t=\"inlineStr\"><is><t>{value}</t></is></c>{rest}"
            );
        }
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            out.start_file(name.clone(), zip::write::SimpleFileOptions::default()).unwrap();
            let content =
                if name == "xl/worksheets/sheet1.xml" { sheet.clone().into_bytes() } else { content };
            out.write_all(&content).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    fn made(sample: &corpus::Sample, name: &str) -> Vec<u8> {
        (corpus::emitter(name).emit)(&sample.job()).unwrap().remove(0).bytes
    }

    #[test]
    fn a_workbook_that_was_filled_in_is_read_by_the_names_of_its_cells() {
        let sample = monev();
        let empty = made(&sample, "xlsx");
        let values = [
            ("berkas.nomor", "9/2026"),
            ("1.selesai", "2/3/2026 08.20"),
            ("1.kelengkapan.1", "✓"),
            ("1.kelengkapan.3@2", "✓"),
            ("1.selesai@2", "2026-03-03 08:20"),
            ("2.selesai", "2026-03-02 09:00"),
            ("2.hasil", "Tidak, belum memenuhi syarat → 1 (paling banyak 2 kali)"),
        ];
        let found = read(&sample, &typed(&empty, &values));
        assert_eq!(found.cacat, []);
        assert!(!found.tanpa_sidik);
        let steps: Vec<String> = found.berkas[0]
            .entri
            .iter()
            .map(|it| {
                format!(
                    "{} {} {:?} {:?}",
                    sample.procedure.sop.kunci(it.simpul),
                    it.putaran,
                    it.hasil,
                    it.kelengkapan
                )
            })
            .collect();
        assert_eq!(
            steps,
            [
                "1 1 Some(Selesai) Some([true, false, false])",
                "1 2 Some(Selesai) Some([false, false, true])",
                "2 1 Some(Cabang(1)) Some([false])",
            ]
        );
        let bad = read(&sample, &typed(&empty, &[("berkas.nomor", "9/2026"), ("1.mulai", "pagi")]));
        assert!(
            bad.cacat[0].letak.id.starts_with("sel ") && bad.cacat[0].apa.id == "waktu `pagi` tidak terbaca"
        );
        // Nothing filled in is a form without a number, not a case.
        let nothing = read(&sample, &empty).cacat;
        assert_eq!(
            nothing.iter().map(|it| it.apa.id.as_str()).collect::<Vec<_>>(),
            ["berkas ini tidak bernomor"]
        );
    }

    #[test]
    fn a_table_in_a_workbook_is_read_like_one_in_csv() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm");
        for (column, head) in (0u16..).zip(["Berkas", "Langkah", "Pelaksana", "Mulai", "Selesai", "Hasil"]) {
            sheet.write_string(2, column, head).unwrap();
        }
        sheet.write_string(3, 0, "A").unwrap();
        sheet.write_number(3, 1, 1).unwrap();
        sheet.write_string(3, 2, "Jafung").unwrap();
        let when = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 3, 2).unwrap().and_hms(8, 20, 0).unwrap();
        sheet.write_datetime_with_format(3, 4, when, &date).unwrap();
        let found = read(&monev(), &book.save_to_buffer().unwrap());
        assert_eq!(found.cacat, []);
        assert_eq!(found.berkas[0].entri[0].selesai.unwrap().text(), "2026-03-02 08:20");
    }

    #[test]
    fn every_format_says_what_stands_below_the_signatures_and_is_for_the_paper_asked_for() {
        use sop::paper::{DEFAULT_MARGINS, PAPERS, PageSetup};
        let text = std::fs::read_to_string(corpus::root().join("sops/legalisasi-sktm.sop")).unwrap();
        let note = "Layanan ini tidak dipungut biaya";
        let papers = [
            ("f4", "size: 215mm 330mm", "w:w=\"12189\" w:h=\"18709\"/>", "paperSize=\"14\""),
            ("a4", "size: 210mm 297mm", "w:w=\"11906\" w:h=\"16838\"/>", "paperSize=\"9\""),
            ("legal", "size: 215.9mm 355.6mm", "w:w=\"12240\" w:h=\"20160\"/>", "paperSize=\"5\""),
            // No form is for a wall: as its PDF, it is on A4, and upright where that is.
            ("a3", "size: 210mm 297mm", "w:w=\"11906\" w:h=\"16838\"/>", "paperSize=\"9\""),
        ];
        for (name, page, twips, number) in papers {
            let mut sample = corpus::sample("sktm", &text);
            let paper = PAPERS.iter().find(|it| it.name == name).unwrap();
            sample.options.config.cetak.halaman = PageSetup::landscape(paper, DEFAULT_MARGINS);
            let html = corpus::emitted("checklist", &sample, ".checklist.html");
            assert!(html.contains(page) && html.contains(note), "{name}: web page");
            assert!(
                corpus::emitted("checklist", &sample, ".checklist.md").contains(note),
                "{name}: Markdown"
            );
            let part = |format: &str, part: &str| {
                let bytes = made(&sample, format);
                let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
                let mut text = String::new();
                zip.by_name(part).unwrap().read_to_string(&mut text).unwrap();
                text
            };
            let document = part("docx", "word/document.xml");
            assert!(document.contains(twips) && document.contains(note), "{name}: document");
            assert!(part("xlsx", "xl/worksheets/sheet1.xml").contains(number), "{name}: workbook");
            assert!(part("xlsx", "xl/sharedStrings.xml").contains(note), "{name}: workbook");
        }
    }

    /// A part of an office file.
    fn part(bytes: &[u8], name: &str) -> String {
        let mut text = String::new();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_logo_stands_in_every_format_that_has_pictures() {
        use sop::layout::logo;
        let svg = std::fs::read(corpus::root().join("sops/lambang-contoh.svg")).unwrap();
        let mut dots = Vec::new();
        let encoder = png::Encoder::new(&mut dots, 2, 1);
        encoder.write_header().unwrap().write_image_data(&[0, 255]).unwrap();
        let mut sample = monev();
        let pictures = |bytes: &[u8]| -> Vec<Vec<u8>> {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
            let pictures = names.iter().filter(|name| name.ends_with(".png"));
            pictures
                .map(|name| {
                    let mut content = Vec::new();
                    zip.by_name(name).unwrap().read_to_end(&mut content).unwrap();
                    content
                })
                .collect()
        };
        for name in ["docx", "xlsx"] {
            assert_eq!(pictures(&made(&sample, name)).len(), 1, "{name}: the code");
        }
        let page = corpus::emitted("checklist", &sample, ".checklist.html");
        assert!(!page.contains("<img") && !page.contains("img-src"));
        for (bytes, kind) in [(&svg, "svg+xml"), (&dots, "png")] {
            sample.options.logo = Some(std::sync::Arc::new(logo::read(bytes).unwrap()));
            for name in ["docx", "xlsx"] {
                let all = pictures(&made(&sample, name));
                assert_eq!(all.len(), 2, "{name}: the code and the logo");
                let readable = |bytes: &Vec<u8>| logo::png_pixels(bytes).is_some();
                assert!(all.iter().all(readable), "{name}: pictures that office programs read");
                assert_eq!(all.contains(&dots), kind == "png", "{name}: dots are kept as they are");
            }
            let page = corpus::emitted("checklist", &sample, ".checklist.html");
            assert!(page.contains(&format!("<img src=\"data:image&#x2f;{kind};base64,")));
            assert!(page.contains("; img-src data:\""), "the page may show it");
        }
    }

    #[test]
    fn the_last_line_of_a_web_page_stays_with_the_signatures() {
        let page = corpus::emitted("checklist", &monev(), ".checklist.html");
        assert!(page.contains("\n.end { break-inside: avoid; }\ndl + .end { break-before: avoid; }\n"));
        let (above, end) = page.split_once("</dl>\n<div class=\"end\">\n<div class=\"sign\">").unwrap();
        assert!(!above.contains("class=\"foot\""));
        let (end, behind) = end.split_once("</div>\n</form>\n</main>\n").unwrap();
        assert!(behind.starts_with("<script>"), "nothing stands below");
        let (_, foot) = end.rsplit_once("</section>\n").unwrap();
        assert!(foot.starts_with("<p class=\"foot\">") && foot.ends_with("</p>\n"), "{foot}");
    }

    #[test]
    fn a_document_is_a_page_like_the_form_and_says_on_each_which_case_it_is_of() {
        let bytes = made(&monev(), "docx");
        let document = part(&bytes, "word/document.xml");
        let printed = sop::layout::fill::paper(
            &sop::forms::kendali::form(
                &monev().procedure,
                &sop::forms::Setup::new(&Config::default(), sop::text::Lang::Id, sop::model::Standing::Clean),
            ),
            &Config::default(),
        );
        assert!(printed.width < printed.height && !document.contains("landscape"));
        assert_eq!(document.matches("<w:tblHeader/>").count(), 1);
        assert!(document.contains("<w:titlePg/>"), "the first page has its own head");
        let header = part(&bytes, "word/header1.xml");
        assert!(header.contains("Nomor berkas") && header.contains("Sidik prosedur: "), "{header}");
        // Without it Word opens the file as one of a version that knew no boxes.
        let settings = part(&bytes, "word/settings.xml");
        assert!(settings.contains("w:name=\"compatibilityMode\"") && settings.contains("w:val=\"15\""));
        // Who signs signs beside rows, and what is read below stands there, too.
        let end = document.rfind("<w:tr>").unwrap();
        let signature = document.find("Pengendali berkas,").unwrap();
        let row = document[..signature].rfind("<w:p>").unwrap();
        assert!(document[row..signature].contains("<w:keepNext/>") && row < end);
    }

    #[test]
    fn the_head_of_a_table_stays_on_the_screen_where_it_leaves_room_for_the_table() {
        let sample = monev();
        let setup =
            sop::forms::Setup::new(&sample.options.config, sop::text::Lang::Id, sop::model::Standing::Clean);
        let sheet = |form: sop::forms::Form| {
            part(&sop::emit::lembar::xlsx(&form, &sample.options), "xl/worksheets/sheet1.xml")
        };
        let papers = sheet(sop::forms::dokumen::form(&sample.procedure, &setup));
        assert!(papers.contains("<pane ySplit=\"11\" topLeftCell=\"A12\""), "agency, title, fields, head");
        // Here the boxes above the table would fill a small screen.
        let checklist = sheet(sop::forms::kendali::form(&sample.procedure, &setup));
        assert!(!checklist.contains("<pane"));
        // A step's number is no mistake to be marked.
        assert!(checklist.contains("numberStoredAsText=\"1\""));
    }

    #[test]
    fn every_page_of_a_file_with_errors_says_so() {
        let mut sample = monev();
        let note = sop::layout::FORCED_NOTE.id;
        for standing in [sop::model::Standing::Clean, sop::model::Standing::WithErrors] {
            sample.options.standing = standing;
            let forced = standing.has_errors();
            let (document, book) = (made(&sample, "docx"), made(&sample, "xlsx"));
            assert_eq!(part(&document, "word/document.xml").contains(note), forced, "the first page");
            assert_eq!(part(&document, "word/header1.xml").contains(note), forced, "further pages");
            let sheet = part(&book, "xl/worksheets/sheet1.xml");
            let header = sheet.split("<oddHeader>").nth(1).unwrap_or_default();
            assert_eq!(header.contains(note), forced, "every page of the workbook");
        }
    }

    #[test]
    fn a_sheet_is_as_wide_as_its_paper_and_no_page_ends_inside_a_row() {
        let cell = |name: &str| -> (u32, u32) {
            let at = name.find(|c: char| c.is_ascii_digit()).unwrap();
            let column = name[..at].bytes().fold(0, |sum, byte| sum * 26 + u32::from(byte - b'A') + 1);
            (column, name[at..].parse().unwrap())
        };
        let mut cut = 0;
        for sample in corpus::samples() {
            let setup = sop::forms::Setup::new(
                &sample.options.config,
                sop::text::Lang::Id,
                sop::model::Standing::Clean,
            );
            for form in sop::forms::Jenis::ALL
                .into_iter()
                .flat_map(|it| sop::forms::of(it, &sample.procedure, &setup))
            {
                let name = format!("{} {}", sample.stem, form.nama);
                let bytes = sop::emit::lembar::xlsx(&form, &sample.options);
                let text = part(&bytes, "xl/worksheets/sheet1.xml");
                let sheet = roxmltree::Document::parse(&text).unwrap();
                let all = |tag: &'static str| {
                    sheet.descendants().filter(move |it| {
                        it.has_tag_name(("http://schemas.openxmlformats.org/spreadsheetml/2006/main", tag))
                    })
                };
                let number =
                    |node: roxmltree::Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
                let setup = all("pageSetup").next().unwrap();
                let scale = setup.attribute("scale").map_or(100.0, |it| it.parse().unwrap());
                assert!(scale >= 60.0, "{name}: {scale} is too small to read");
                let wide = if setup.attribute("orientation") == Some("landscape") { 330.0 } else { 215.0 };
                let margins = all("pageMargins").next().unwrap();
                let room = wide / 25.4 - number(margins, "left") - number(margins, "right");
                // A column of the face of the sheet: seven pixels a digit.
                let inches: f64 = all("col")
                    .map(|it| {
                        (number(it, "max") - number(it, "min") + 1.0) * (number(it, "width") * 7.0).round()
                    })
                    .sum::<f64>()
                    / 96.0
                    * scale
                    / 100.0;
                assert!(inches <= room * 0.95 && inches >= room * 0.7, "{name}: {inches} of {room} inches");
                let breaks: Vec<u32> = all("brk").map(|it| number(it, "id") as u32).collect();
                cut += breaks.len();
                for merged in all("mergeCell") {
                    let (first, last) = merged.attribute("ref").unwrap().split_once(':').unwrap();
                    let (first, last) = (cell(first).1, cell(last).1);
                    let inside = breaks.iter().find(|row| (first..last).contains(row));
                    assert_eq!(inside, None, "{name}: a page ends between rows {first} and {last}");
                }
            }
        }
        assert!(cut > 20, "many forms have several pages");
    }

    #[test]
    fn a_sheet_with_a_high_row_is_printed_upright_where_that_saves_pages() {
        let sample =
            corpus::samples().into_iter().find(|sample| sample.stem == "razia-disiplin-pegawai").unwrap();
        let text = part(&made(&sample, "xlsx"), "xl/worksheets/sheet1.xml");
        assert!(
            text.contains("orientation=\"portrait\"") && text.matches("<brk ").count() == 1,
            "{text:.2000}"
        );
    }

    #[test]
    fn office_files_are_the_same_each_time_and_are_sound_xml() {
        for sample in corpus::samples() {
            for name in ["xlsx", "docx"] {
                let bytes = made(&sample, name);
                assert!(bytes == made(&sample, name), "{}: {name}", sample.stem);
                let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
                for at in 0..zip.len() {
                    let mut part = zip.by_index(at).unwrap();
                    let part_name = part.name().unwrap().into_owned();
                    if part_name.ends_with(".xml") || part_name.ends_with(".rels") {
                        let mut text = String::new();
                        part.read_to_string(&mut text).unwrap();
                        let parsed = roxmltree::Document::parse(&text);
                        assert!(parsed.is_ok(), "{} {name} {part_name}: {parsed:?}", sample.stem);
                    }
                }
            }
        }
    }

    /// What is changed, and where, follows from the round.
    fn mutated(text: &str, other: &str, round: u64) -> Vec<u8> {
        const BITS: [&[u8]; 12] = [
            b"",
            b"<",
            b"/>",
            b"\"",
            b"99999999999999999999",
            b"-1",
            b"$A$0",
            b"ZZZZ1:A1",
            b"&#0;",
            b"&x;",
            b"\x00",
            b"\xff",
        ];
        let mut state = round.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut below = |most: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 11) as usize % most
        };
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=below(4) {
            let (at, length) = (below(bytes.len()), below(24));
            let end = (at + length).min(bytes.len());
            let new = match below(3) {
                0 => other.as_bytes()[below(other.len())..].iter().copied().take(length).collect(),
                _ => BITS[below(BITS.len())].to_vec(),
            };
            bytes.splice(at..end, new);
        }
        bytes
    }

    /// Parts with a line `%%` between them, as `fuzz/fuzz_targets/xlsx.rs` packs them.
    fn packed(bytes: &[u8]) -> Vec<u8> {
        const RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let link = |id: u32, kind: &str, to: &str| {
            format!(r#"<Relationship Id="rId{id}" Type="{RELS}/{kind}" Target="{to}"/>"#)
        };
        let links =
            |links: &[String]| format!("<Relationships>{}</Relationships>", links.concat()).into_bytes();
        let text = String::from_utf8_lossy(bytes).into_owned();
        let mut parts = vec![
            ("_rels/.rels", links(&[link(1, "officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                links(&[
                    link(1, "worksheet", "worksheets/sheet1.xml"),
                    link(2, "sharedStrings", "sharedStrings.xml"),
                    link(3, "styles", "styles.xml"),
                ]),
            ),
        ];
        let names = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
        parts.extend(names.into_iter().zip(text.split("\n%%\n").map(|part| part.as_bytes().to_vec())));
        let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            out.write_all(&bytes).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    #[test]
    fn no_change_of_a_workbook_makes_it_panic() {
        let sample = monev();
        let (form, table) =
            (include_str!("../fuzz/seeds/xlsx/formulir.txt"), include_str!("../fuzz/seeds/xlsx/tabel.txt"));
        for seed in [form, table] {
            assert!(read(&sample, &packed(seed.as_bytes())).cacat.iter().all(|it| it.berkas.is_some()));
        }
        let mut whole = 0;
        for round in 0..150 {
            for (seed, other) in [(form, table), (table, form)] {
                let found = read(&sample, &packed(&mutated(seed, other, round)));
                whole += usize::from(found.cacat.iter().all(|it| it.berkas.is_some()));
                nilai(&found.berkas, &sample.procedure, &Config::default());
            }
        }
        assert!(whole > 0);
    }
}
