//! Laws of what stands before the procedures, of books, and of identity and chart on one page.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/scene.rs"]
mod scene;

use scene::texts;
use sop::analysis::Procedure;
use sop::config::{Arah, Config};
use sop::layout::front::{Chapter, Front, before, book, pages};
use sop::layout::logo;
use sop::layout::scene::{Depan, Image, Mark, Page, PageKind, Shape, SymbolKind, TextLine};
use sop::layout::{chapter, sheet};
use sop::model::{Identitas, Standing};
use sop::paper::length::Len;
use sop::paper::{DEFAULT_MARGINS, PAPERS, PageSetup};
use std::sync::Arc;

fn words(page: &Page) -> String {
    texts(page).iter().map(|(line, _)| line.words.as_str()).collect::<Vec<_>>().join(" ")
}

/// Nothing outside the margins, nothing on anything else.
fn hold(page: &Page) {
    let (left, top) = (page.margins.left, page.margins.top);
    let (right, bottom) = (page.width - page.margins.right, page.height - page.margins.bottom);
    let texts = texts(page);
    let area = |line: &TextLine| (line.x, line.top(), line.x + line.width(), line.top() + line.height());
    for (at, (line, _)) in texts.iter().enumerate() {
        let (x0, y0, x1, y1) = area(line);
        assert!(
            x0 >= left && y0 >= top && x1 <= right && y1 <= bottom + Len::um(300),
            "outside: {}",
            line.words
        );
        for (other, _) in &texts[at + 1..] {
            let (a0, b0, a1, b1) = area(other);
            assert!(x1 <= a0 || a1 <= x0 || y1 <= b0 || b1 <= y0, "`{}` on `{}`", line.words, other.words);
        }
    }
    for item in &page.items {
        if let Shape::Image { x, y, width, height, .. } = &item.shape {
            assert!(*x >= left && *y >= top && *x + *width <= right && *y + *height <= bottom, "the logo");
            for (line, _) in &texts {
                let (x0, y0, x1, y1) = area(line);
                let apart = x1 <= *x || *x + *width <= x0 || y1 <= *y || *y + *height <= y0;
                assert!(apart, "`{}` on the logo", line.words);
            }
        }
    }
}

fn emblem() -> Arc<Image> {
    let svg = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/sops/lambang-contoh.svg")).unwrap();
    Arc::new(logo::read(&svg).unwrap())
}

fn procedure(name: &str) -> Procedure {
    let path = format!("{}/sops/{name}.sop", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    sop::compile::compile(&text, &Config::default()).procedure.unwrap()
}

fn asked_for(arah: Arah) -> Config {
    let mut config = Config::default();
    config.cetak.sampul = Some(arah);
    config.identitas.alamat = vec!["Jalan Merdeka Nomor 1".into(), "Contoh 12345".into()];
    config.pengesahan.disusun = vec!["Kasubbag Umum".into(), "Nama Penyusun, S.E.".into(), "NIP 1".into()];
    config
}

fn front<'a>(title: &'a str, identitas: &'a Identitas, logo: Option<&'a Arc<Image>>) -> Front<'a> {
    Front { title, nomor: Some("880/1"), identitas, tahun: Some(2026), logo, standing: Standing::WithErrors }
}

#[test]
fn a_cover_holds_short_long_and_missing_words_on_every_paper() {
    let long = "Penyelenggaraan Pembinaan dan Pengawasan ".repeat(30);
    let many = Identitas {
        instansi: (0..15).map(|n| format!("Tingkat {n} {}", &long[..120])).collect(),
        unit: Some(long.clone()),
        disahkan_oleh: Some(long.clone()),
        nama_pejabat: Some("N".repeat(300)),
        nip: Some("NIP. 19700101 199003 1 001".into()),
        ..Identitas::default()
    };
    let emblem = emblem();
    for paper in PAPERS {
        for arah in [Arah::Potret, Arah::Lanskap] {
            let mut config = asked_for(arah);
            config.cetak.halaman = PageSetup::landscape(paper, DEFAULT_MARGINS);
            for (title, of) in [("", &Identitas::default()), (long.as_str(), &many)] {
                let drawn = pages(&front(title, of, Some(&emblem)), &config);
                assert_eq!(drawn.len(), 2);
                for page in &drawn {
                    assert_eq!(page.width < page.height, arah == Arah::Potret);
                    hold(page);
                }
            }
        }
    }
}

#[test]
fn cover_and_approval_say_who_what_and_when() {
    let of = procedure("monev");
    let identitas = &of.sop.identitas;
    let drawn = pages(&front(&identitas.sop, identitas, None), &asked_for(Arah::Potret));
    let [cover, approval] = &drawn[..] else { panic!("two pages") };
    for said in ["DINAS SOSIAL", "PENYELENGGARAAN MONITORING DAN EVALUASI", "TAHUN 2026", "Contoh 12345"] {
        assert!(words(cover).contains(said), "{said} in {}", words(cover));
    }
    for said in ["Disusun oleh", "Nama Penyusun, S.E.", "Disahkan oleh", "M. Syaifudin Zuhri, SE., M.A.P"] {
        assert!(words(approval).contains(said), "{said} in {}", words(approval));
    }
    assert!(pages(&front("x", identitas, None), &Config::default()).is_empty());
}

#[test]
fn a_book_leads_from_its_contents_to_every_procedure_and_is_numbered_through() {
    let names: Vec<String> = (1..=120).map(|n| format!("Penyusunan Telaahan Staf Nomor {n}")).collect();
    let pages = |name: &str| {
        chapter(&procedure(name), &Config::default(), None, Standing::Clean, None).unwrap().scene.pages
    };
    let (short, long) = (pages("monev"), pages("bentuk-lain"));
    let chapters = names.iter().enumerate().map(|(n, title)| Chapter {
        title: title.clone(),
        pages: if n % 7 == 3 { long.clone() } else { short.clone() },
    });
    let identitas = Identitas::default();
    let (drawn, starts) =
        book(&front("Buku", &identitas, None), &asked_for(Arah::Potret), chapters.collect());
    assert_eq!(starts.len(), names.len());
    let mut led = Vec::new();
    for (at, page) in drawn.iter().enumerate() {
        if matches!(page.kind, PageKind::Depan(_)) {
            hold(page);
        }
        let numbers: Vec<&str> = texts(page)
            .iter()
            .filter(|(_, mark)| **mark == Mark::PageNo)
            .map(|(line, _)| line.words.as_str())
            .collect();
        match page.kind {
            PageKind::Depan(Depan::Sampul) => assert!(numbers.is_empty()),
            _ => assert_eq!(numbers, [format!("Halaman {} dari {}", at + 1, drawn.len())]),
        }
        for (line, mark) in texts(page) {
            if let Mark::Entri { halaman } = mark
                && let Ok(printed) = line.words.parse::<usize>()
            {
                assert_eq!(printed, halaman + 1);
                led.push(*halaman);
            }
        }
    }
    assert_eq!(led, starts);
    for start in &starts {
        assert_eq!(drawn[*start].kind, PageKind::Identitas);
    }
}

#[test]
fn connectors_of_a_book_call_the_pages_by_their_numbers_in_it() {
    let names = ["monev", "bentuk-lain", "monev"];
    let identitas = Identitas::default();
    let (front, config) = (front("Buku", &identitas, None), asked_for(Arah::Potret));
    let mut start = before(&front, &config, &names);
    let mut chapters = Vec::new();
    for name in names {
        let sheet =
            chapter(&procedure(name), &Config::default(), None, Standing::Clean, Some(start)).unwrap();
        start += sheet.scene.pages.len();
        chapters.push(Chapter { title: name.to_owned(), pages: sheet.scene.pages });
    }
    let (drawn, _) = book(&front, &config, chapters);
    let mut led = 0;
    for (at, page) in drawn.iter().enumerate() {
        let PageKind::Bagan { page: own, .. } = page.kind else { continue };
        for item in &page.items {
            let Mark::Symbol(symbol) = &item.mark else { continue };
            let SymbolKind::Connector { label, peer_page, .. } = &symbol.kind else { continue };
            let called = at + peer_page - own + 1;
            assert!(symbol.alt.ends_with(&format!(" halaman {called}")), "page {at}: {}", symbol.alt);
            assert!(words(page).contains(&format!("hal. {called}, No.")), "page {at}: {label}");
            led += 1;
        }
    }
    assert!(led >= 6, "{led}");
}

#[test]
fn identity_and_chart_share_a_page_where_they_fit_and_it_is_said_where_not() {
    let mut config = Config::default();
    config.cetak.gabung = true;
    let fits =
        sheet(&procedure("identifikasi-masalah-siswa"), &config, Some(&emblem()), Standing::WithErrors)
            .unwrap();
    let [page] = &fits.scene.pages[..] else { panic!("one page") };
    assert!(fits.notes.is_empty());
    assert_eq!(page.kind, PageKind::Bagan { page: 1, pages: 1 });
    assert_eq!(page.margins, config.cetak.halaman.margins);
    hold(page);
    assert!(words(page).contains("Dasar Hukum:") && words(page).contains("Kegiatan"));
    let apart = sheet(&procedure("monev"), &config, None, Standing::Clean).unwrap();
    assert_eq!(apart.scene.pages.len(), 3);
    assert_eq!(apart.notes.len(), 1);
}
