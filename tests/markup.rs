//! Findings on a working print.

#[path = "common/scene.rs"]
mod scene;

use scene::texts;
use sop::compile::compile;
use sop::config::Config;
use sop::layout::Sheet;
use sop::layout::markup::{Finding, mark, row_at};
use sop::layout::scene::{Item, Mark, Page, PageKind, Shape};
use sop::model::{Sop, Standing};
use sop::text::Lang;

const BANNER: &str = "LEMBAR KERJA dengan tanda temuan – bukan SOP yang disahkan";
/// Shade of the way that a finding is shown by.
const SHADED: u8 = 0xc4;

const TEXT: &str = "sop: Uji\nnomor: 1\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: Menyusun konsep\n\n\
                    2. B: Memeriksa konsep\n   ya: selesai\n   tidak: kembali ke 1, paling banyak 2 kali, lalu selesai\n";

fn sheet() -> (Sheet, Sop) {
    let config = Config::default();
    let procedure = compile(TEXT, &config).procedure.unwrap();
    (sop::layout::sheet(&procedure, &config, None, Standing::Clean).unwrap(), procedure.sop)
}

fn finding(row: Option<&str>, run: &[&str]) -> Finding {
    Finding {
        code: "SOP999",
        severity: "peringatan".to_owned(),
        grave: false,
        row: row.map(str::to_owned),
        words: "ada yang perlu dilihat".to_owned(),
        run: run.iter().map(|key| (*key).to_owned()).collect(),
    }
}

fn words(page: &Page) -> Vec<&str> {
    texts(page).into_iter().map(|(line, _)| line.words.as_str()).collect()
}

#[test]
fn every_page_says_that_it_is_no_official_sheet() {
    let (mut sheet, _) = sheet();
    mark(&mut sheet, &[], Lang::Id);
    for page in &sheet.scene.pages {
        assert!(words(page).contains(&BANNER), "{:?}", page.kind);
    }
    assert!(words(sheet.scene.pages.last().unwrap()).contains(&"Tidak ada temuan."));
}

#[test]
fn a_code_stands_left_of_its_row_and_its_words_follow() {
    let (mut sheet, sop) = sheet();
    let row = row_at(&sop, TEXT.find("Memeriksa").unwrap() as u32);
    assert_eq!(row.as_deref(), Some("2"));
    mark(&mut sheet, &[finding(row.as_deref(), &[]), finding(row.as_deref(), &[])], Lang::Id);
    let of_chart = |page: &&Page| matches!(page.kind, PageKind::Bagan { .. });
    let chart = sheet.scene.pages.iter().find(of_chart).unwrap();
    assert_eq!(words(chart).iter().filter(|words| **words == "SOP999").count(), 1);
    let list = words(sheet.scene.pages.last().unwrap());
    assert_eq!(list[1..4], ["1.", "SOP999 (peringatan, No. 2)", "ada yang perlu dilihat"]);
}

#[test]
fn the_way_of_a_finding_is_shaded_under_the_lines() {
    let (mut sheet, _) = sheet();
    mark(&mut sheet, &[finding(None, &["1", "2", "1"])], Lang::Id);
    let of_chart = |page: &&Page| matches!(page.kind, PageKind::Bagan { .. });
    let items = &sheet.scene.pages.iter().find(of_chart).unwrap().items;
    let shaded = |item: &&Item| match &item.shape {
        Shape::Lines { stroke, .. } => stroke.shade == SHADED,
        Shape::Rect { fill, .. } => *fill == Some(SHADED),
        _ => false,
    };
    assert_eq!(items.iter().filter(shaded).count(), 4, "two symbols, the way there and the way back");
    let last = items.iter().rposition(|item| shaded(&item)).unwrap();
    assert!(items[..last].iter().all(|item| !matches!(item.mark, Mark::Flow(_) | Mark::Symbol(_))));
}
