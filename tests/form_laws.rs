//! Laws of the identity page, over random identities with long, empty and odd fields: nothing is lost, nothing lies
//! outside the margins, no two texts lie on each other.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/scene.rs"]
mod scene;
#[path = "common/typed.rs"]
mod typed;

use proptest::prelude::*;
use scene::texts;
use sop::analysis::{Procedure, analyse};
use sop::config::Config;
use sop::layout::scene::{FieldMark, FieldPart, Mark, Page, PageKind, Shape, TextLine};
use sop::layout::wrap::SOFT_HYPHEN;
use sop::layout::{FORCED_NOTE, form};
use sop::model::{Identitas, Isian, Key, Sop, Standing, Tanggal};
use sop::paper::length::Len;
use sop::paper::{A4_LANDSCAPE, DEFAULT_MARGINS, Margins, PAPERS, PageSetup};

/// Lines written by a stamp of an electronic signature need this much above the lower margin.
const STRIP: Len = Len::mm(10);

/// The least and the most that `sop.toml` allows.
const NARROW: Margins = margins(5);
const WIDE: Margins = margins(60);

const fn margins(mm: i32) -> Margins {
    Margins { top: Len::mm(mm), right: Len::mm(mm), bottom: Len::mm(mm), left: Len::mm(mm) }
}

fn procedure(identitas: Identitas) -> Procedure {
    let empty = Sop {
        identitas,
        pelaksana: vec![],
        tahap: vec![],
        kegiatan: vec![],
        simpul: vec![],
        akhir: vec![],
        dokumen: vec![],
        batas: vec![],
    };
    analyse(empty, "", &sop::config::Config::default())
}

/// Left, top, right and bottom of a line's box.
fn bounds(line: &TextLine) -> (Len, Len, Len, Len) {
    (line.x, line.top(), line.x + line.width(), line.top() + line.height())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != SOFT_HYPHEN).collect()
}

/// What the pages say under a field's values, without blanks.
fn printed(pages: &[Page], field: Key) -> String {
    let is_value = |mark: &Mark| matches!(mark, Mark::Field(FieldMark { field: of, part: FieldPart::Value(_) }) if *of == field);
    let lines = pages.iter().flat_map(texts).filter(|(_, mark)| is_value(mark));
    lines.map(|(line, _)| letters(&line.words)).collect()
}

fn hold(identitas: &Identitas, setup: PageSetup, standing: Standing) {
    let mut config = Config::default();
    config.cetak.halaman = setup;
    let pages = form(&procedure(identitas.clone()), &config, None, standing);
    assert!(!pages.is_empty());
    for page in &pages {
        assert_eq!(page.kind, PageKind::Identitas);
        inside_margins(page, standing);
        clear_of_each_other(page);
        clear_of_rules(page);
    }
    nothing_lost(identitas, &pages);
}

fn inside_margins(page: &Page, standing: Standing) {
    let (left, top) = (page.margins.left, page.margins.top);
    let (right, bottom) = (page.width - page.margins.right, page.height - page.margins.bottom);
    for (line, mark) in texts(page) {
        let (from, above, to, below) = bounds(line);
        let floor = if matches!(mark, Mark::Note | Mark::PageNo) { bottom } else { bottom - STRIP };
        assert!(from >= left && to <= right && above >= top && below <= floor, "outside: {}", line.words);
        assert!(line.size.to_tenths() >= 70, "too small: {}", line.words);
        assert!(*mark != Mark::Note || standing.has_errors());
    }
    for item in &page.items {
        if let Shape::Lines { runs, stroke, .. } = &item.shape {
            let half = stroke.width / 2;
            for point in runs.iter().flatten() {
                let beside = point.x - half >= left && point.x + half <= right;
                let within = point.y - half >= top && point.y + half <= bottom - STRIP;
                assert!(beside && within, "a rule outside the margins");
            }
        }
    }
}

fn clear_of_each_other(page: &Page) {
    let texts = texts(page);
    for (index, (a, _)) in texts.iter().enumerate() {
        let (a_left, a_top, a_right, a_bottom) = bounds(a);
        for (b, _) in &texts[index + 1..] {
            let (b_left, b_top, b_right, b_bottom) = bounds(b);
            let apart = a_right <= b_left || b_right <= a_left || a_bottom <= b_top || b_bottom <= a_top;
            assert!(apart, "`{}` lies on `{}`", a.words, b.words);
        }
    }
}

fn clear_of_rules(page: &Page) {
    for item in page.items.iter().filter(|item| matches!(item.mark, Mark::Rule(_))) {
        let Shape::Lines { runs, .. } = &item.shape else { panic!("a rule that is no line") };
        for (line, _) in texts(page) {
            let (left, top, right, bottom) = bounds(line);
            for pair in runs.iter().flat_map(|run| run.windows(2)) {
                let (x0, x1) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
                let (y0, y1) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
                let apart = x1 <= left || right <= x0 || y1 <= top || bottom <= y0;
                assert!(apart, "a rule runs through `{}`", line.words);
            }
        }
    }
}

fn nothing_lost(identitas: &Identitas, pages: &[Page]) {
    let Identitas { sop, nomor, instansi, unit, .. } = identitas;
    let Identitas { disahkan_oleh, nama_pejabat, pangkat, nip, .. } = identitas;
    let Identitas { tanggal_pembuatan, tanggal_revisi, tanggal_efektif, .. } = identitas;
    let date = |date: &Isian<Tanggal>| match date {
        Isian::Kosong => String::new(),
        Isian::TidakAda => "-".to_owned(),
        Isian::Isi(date) => date.teks.to_string(),
    };
    let word = |text: &Option<String>| text.clone().unwrap_or_default();
    let once = [
        (Key::Sop, sop.clone()),
        (Key::Nomor, word(nomor)),
        (Key::Unit, word(unit)),
        (Key::DisahkanOleh, word(disahkan_oleh)),
        (Key::NamaPejabat, word(nama_pejabat)),
        (Key::Pangkat, word(pangkat)),
        (Key::TanggalPembuatan, date(tanggal_pembuatan)),
        (Key::TanggalRevisi, date(tanggal_revisi)),
        (Key::TanggalEfektif, date(tanggal_efektif)),
    ];
    for (field, text) in once {
        let expected = letters(&text);
        assert_eq!(printed(pages, field), expected, "{field:?}");
    }
    let plain = |text: &str| letters(text).replace('-', "");
    assert!(plain(&printed(pages, Key::Nip)).ends_with(&plain(&word(nip))), "the NIP");
    let lists = [
        (Key::DasarHukum, &identitas.dasar_hukum),
        (Key::KualifikasiPelaksana, &identitas.kualifikasi_pelaksana),
        (Key::Keterkaitan, &identitas.keterkaitan),
        (Key::Peralatan, &identitas.peralatan),
        (Key::Peringatan, &identitas.peringatan),
        (Key::Pencatatan, &identitas.pencatatan),
    ];
    for (field, items) in lists {
        let typed = if identitas.tidak_ada.contains(&field) { "-".to_owned() } else { items.concat() };
        let expected = letters(&typed);
        assert_eq!(printed(pages, field), expected, "{field:?}");
    }
    // Levels that are too long for the head end below, one after the other: every letter is there.
    let mut agency: Vec<char> = plain(&printed(pages, Key::Instansi)).chars().collect();
    let mut typed: Vec<char> = plain(&instansi.concat()).chars().collect();
    agency.sort_unstable();
    typed.sort_unstable();
    assert_eq!(agency, typed, "the agency");
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{1,12}",
        2 => "[A-Z][a-z]{2,9}",
        1 => "[A-Z]{1,3}/[0-9]{1,4}-[A-Za-z]{2,8}",
        1 => Just("perundang-undangan/peraturan-daerah".to_owned()),
        1 => Just("–“é”→".to_owned()),
        1 => "[A-Z]{40,90}",
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(Vec::new()),
        6 => prop::collection::vec(word(), 1..12),
        1 => prop::collection::vec(word(), 1..most),
    ]
    .prop_map(|words| words.join(" "))
}

fn list() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![
        1 => Just(Vec::new()),
        5 => prop::collection::vec(text(40), 1..6),
        1 => prop::collection::vec(text(150), 1..25),
    ]
}

prop_compose! {
    fn identity()(
        (sop, nomor, unit) in (text(400), text(60), text(100)),
        instansi in prop::collection::vec(text(50), 0..9),
        (title, name, rank, nip) in (text(60), text(60), text(40), text(40)),
        dates in prop::array::uniform3(prop_oneof![
            Just(Isian::Kosong),
            Just(Isian::TidakAda),
            text(40).prop_map(|teks| Isian::Isi(Tanggal { teks: teks.into(), hari: None, bulan: None, tahun: None })),
        ]),
        lists in prop::array::uniform6(list()),
    ) -> Identitas {
        let [tanggal_pembuatan, tanggal_revisi, tanggal_efektif] = dates;
        let [dasar_hukum, kualifikasi_pelaksana, keterkaitan, peralatan, peringatan, pencatatan] = lists;
        Identitas {
            sop,
            nomor: Some(nomor),
            instansi,
            unit: Some(unit),
            tanggal_pembuatan,
            tanggal_revisi,
            tanggal_efektif,
            disahkan_oleh: Some(title),
            nama_pejabat: Some(name),
            pangkat: Some(rank),
            nip: Some(nip),
            dasar_hukum,
            kualifikasi_pelaksana,
            keterkaitan,
            peralatan,
            peringatan,
            pencatatan,
            ..Identitas::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_identity_is_printed_whole_inside_the_margins_and_clear(
        identitas in identity(),
        paper in 0..PAPERS.len(),
        margins in prop::sample::select(vec![DEFAULT_MARGINS, NARROW, WIDE]),
        forced in any::<bool>(),
    ) {
        hold(&identitas, PageSetup::landscape(&PAPERS[paper], margins), Standing::of(forced));
    }
}

#[test]
fn every_procedure_of_the_collection_gets_its_identity_page() {
    for (stem, text) in typed::sops() {
        let compiled = sop::compile::compile(&text, &Config::default());
        let procedure = compiled.procedure.unwrap_or_else(|| panic!("no rows in {stem}"));
        for paper in PAPERS {
            hold(&procedure.sop.identitas, PageSetup::landscape(paper, DEFAULT_MARGINS), Standing::Clean);
        }
    }
}

#[test]
fn an_empty_identity_is_a_form_to_fill_in() {
    let config = Config::default();
    let pages = form(&procedure(Identitas::default()), &config, None, Standing::Clean);
    assert_eq!(pages.len(), 1);
    let words: Vec<&str> = texts(&pages[0]).into_iter().map(|(line, _)| line.words.as_str()).collect();
    for label in [&config.label.nomor_sop, &config.label.disahkan_oleh, &config.label.nama_sop] {
        assert!(words.contains(&label.as_str()), "{label}");
    }
    assert!(words.contains(&"Pencatatan dan Pendataan:"));
    hold(&Identitas::default(), A4_LANDSCAPE, Standing::Clean);
}

#[test]
fn room_for_signature_qr_code_and_stamp_is_kept_between_title_and_name() {
    let identitas = Identitas {
        disahkan_oleh: Some("Kepala Dinas".to_owned()),
        nama_pejabat: Some("Nama Pejabat".to_owned()),
        ..Identitas::default()
    };
    for setup in PAPERS.iter().map(|paper| PageSetup::landscape(paper, DEFAULT_MARGINS)) {
        let mut config = Config::default();
        config.cetak.halaman = setup;
        let pages = form(&procedure(identitas.clone()), &config, None, Standing::Clean);
        let texts = texts(&pages[0]);
        let find = |words: &str| texts.iter().find(|(line, _)| line.words == words).map(|(line, _)| *line);
        let (title, name) = (find("Kepala Dinas").unwrap(), find("Nama Pejabat").unwrap());
        assert!(name.top() - (title.top() + title.height()) >= Len::mm(25));
        let label = find("Tanggal Pembuatan").unwrap();
        assert!(setup.width - setup.margins.right - (label.x + label.width()) >= Len::mm(35));
    }
}

#[test]
fn a_file_with_errors_says_so_on_every_identity_page() {
    let identitas = Identitas {
        dasar_hukum: (1..60).map(|n| format!("Undang-Undang Nomor {n} Tahun 2014")).collect(),
        ..Identitas::default()
    };
    let says_so = |page: &Page| texts(page).iter().any(|(line, _)| line.words == FORCED_NOTE.id);
    let pages = form(&procedure(identitas.clone()), &Config::default(), None, Standing::WithErrors);
    assert!(pages.len() > 1 && pages.iter().all(says_so));
    let pages = form(&procedure(identitas), &Config::default(), None, Standing::Clean);
    assert!(!pages.iter().any(says_so));
}

#[test]
fn further_pages_of_an_identity_name_it_in_full_and_all_are_numbered() {
    let identitas = Identitas {
        sop: "Penyelenggaraan Pelayanan Perizinan Berusaha bagi Pelaku Usaha Mikro, Kecil, dan Menengah yang \
              Menyampaikan Permohonan Secara Langsung di Mal Pelayanan Publik Kabupaten Sejahtera melalui Sistem \
              Elektronik yang Terintegrasi"
            .to_owned(),
        dasar_hukum: (1..40).map(|n| format!("Undang-Undang Nomor {n} Tahun 2014")).collect(),
        ..Identitas::default()
    };
    let pages = form(&procedure(identitas.clone()), &Config::default(), None, Standing::Clean);
    let numbers = |page: &Page| -> Vec<String> {
        let all = texts(page).into_iter().filter(|(_, mark)| **mark == Mark::PageNo);
        all.map(|(line, _)| line.words.clone()).collect()
    };
    assert_eq!(pages.len(), 2);
    assert_eq!(numbers(&pages[0]), ["Identitas, halaman 1 dari 2"]);
    assert_eq!(numbers(&pages[1]), ["Identitas, halaman 2 dari 2"]);
    let words: String = texts(&pages[1]).into_iter().map(|(line, _)| letters(&line.words)).collect();
    assert!(words.contains(&letters(&format!("Nama SOP (lanjutan): {}", identitas.sop))), "{words}");
    let short = Identitas { dasar_hukum: vec!["Undang-Undang".to_owned()], ..identitas };
    let pages = form(&procedure(short), &Config::default(), None, Standing::Clean);
    assert_eq!((pages.len(), numbers(&pages[0])), (1, vec![]));
}

#[test]
fn no_room_is_kept_for_a_logo_that_there_is_not() {
    let of = |tidak_ada: Vec<Key>| {
        let instansi = vec!["Dinas Contoh".to_owned()];
        let identitas = Identitas { instansi, tidak_ada, ..Identitas::default() };
        let pages = form(&procedure(identitas), &Config::default(), None, Standing::Clean);
        let texts = texts(&pages[0]);
        let line = texts.iter().find(|(line, _)| line.words == "Dinas Contoh").unwrap().0;
        let label = texts.iter().find(|(line, _)| line.words == "Dasar Hukum:").unwrap().0;
        (line.top() + line.height() / 2 - pages[0].margins.top, label.top() - pages[0].margins.top)
    };
    let (free, _) = of(vec![]);
    let (middle, bottom) = of(vec![Key::Logo]);
    assert!((middle - bottom / 2).abs() < Len::mm(2), "{middle:?} of {bottom:?}");
    assert!(free > middle + Len::mm(10), "room to stick one in: {free:?}, {middle:?}");
}
