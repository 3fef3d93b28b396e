//! Laws of forms as pages: nothing outside the margins, no text outside its cell or on another, no row cut that fits a
//! page, every box and every word there, the signatures with the last rows.

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;

use sop::analysis::Procedure;
use sop::config::Config;
use sop::forms::{self, Fakta, Form, Jenis, Line, Part, Piece, Row, Setup};
use sop::layout::fill;
use sop::layout::scene::{CellOf, Item, Mark, Page, PageKind, Point, Shape, TextLine};
use sop::layout::wrap::SOFT_HYPHEN;
use sop::model::Standing;
use sop::paper::length::Len;
use sop::paper::{A4_LANDSCAPE, Margins, PageSetup};
use sop::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Kept free above the lower margin for the stamp of an electronic signature.
const STRIP: Len = Len::mm(10);

/// What stands in each cell, by row and column, over all pages.
type Words = BTreeMap<(String, String), String>;
type Bounds = (Len, Len, Len, Len);

fn text(item: &Item) -> Option<&TextLine> {
    match &item.shape {
        Shape::Text(line) => Some(line),
        _ => None,
    }
}

/// Left, top, right and bottom.
fn bounds(shape: &Shape) -> Option<Bounds> {
    match shape {
        Shape::Text(line) => Some((line.x, line.top(), line.x + line.width(), line.top() + line.height())),
        Shape::Rect { x, y, width, height, .. } | Shape::Image { x, y, width, height, .. } => {
            Some((*x, *y, *x + *width, *y + *height))
        }
        Shape::Lines { runs, stroke, .. } => {
            let (half, points) = (stroke.width / 2, || runs.iter().flatten());
            let (left, right) = (points().map(|it| it.x).min()?, points().map(|it| it.x).max()?);
            let (top, bottom) = (points().map(|it| it.y).min()?, points().map(|it| it.y).max()?);
            // A line's ends are cut straight: it is wider across only.
            let all = |level: fn(&[Point]) -> bool| runs.iter().all(|run| level(run));
            let across = if all(|run| run.iter().all(|it| it.y == run[0].y)) {
                (Len::ZERO, half)
            } else if all(|run| run.iter().all(|it| it.x == run[0].x)) {
                (half, Len::ZERO)
            } else {
                (half, half)
            };
            Some((left - across.0, top - across.1, right + across.0, bottom + across.1))
        }
        Shape::Polygon { .. } => None,
    }
}

fn inside((left, top, right, bottom): Bounds, (l, t, r, b): Bounds) -> bool {
    left >= l && top >= t && right <= r && bottom <= b
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != SOFT_HYPHEN).collect()
}

/// What a piece prints and how many boxes it has.
fn printed(piece: &Piece, rounds: u8) -> (String, usize) {
    let numbers: String =
        if rounds > 1 { (1..=rounds).map(|it| it.to_string()).collect() } else { String::new() };
    match piece {
        Piece::Text(text) | Piece::Strong(text) | Piece::Label(text) => (text.clone(), 0),
        Piece::Item { marker, text } => (format!("{marker}{text}"), 0),
        Piece::Note { label, text } => (format!("{label}:{text}"), 0),
        Piece::Tick(tick) => (numbers + &tick.label, usize::from(rounds)),
        Piece::Choice { label, .. } => (numbers + label, usize::from(rounds)),
        Piece::Blank(blank) => (blank.label.clone().unwrap_or_default(), 0),
    }
}

fn lines(form: &Form) -> Vec<&Line> {
    let tables = form.parts.iter().filter_map(|part| match part {
        Part::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    rows.filter_map(|row| match row {
        Row::Line(line) => Some(line),
        Row::Band(_) => None,
    })
    .collect()
}

fn on_paper(pages: &[Page], name: &str) {
    for (at, page) in pages.iter().enumerate() {
        assert_eq!(page.kind, PageKind::Isian { page: at + 1, pages: pages.len() });
        let margins = page.margins;
        let free = (margins.left, margins.top, page.width - margins.right, page.height - margins.bottom);
        let mut texts: Vec<(Bounds, &str)> = Vec::new();
        for item in &page.items {
            let place = bounds(&item.shape).expect("a form draws no polygon");
            assert!(inside(place, free), "{name}: outside the margins: {item:?}");
            if let Some(line) = text(item) {
                assert!(line.size.to_tenths() >= 70, "{name}: too small: {}", line.words);
                texts.push((place, &line.words));
            }
        }
        texts.sort_by_key(|(place, _)| place.1);
        for (index, (a, words)) in texts.iter().enumerate() {
            for (b, others) in texts[index + 1..].iter().take_while(|(b, _)| b.1 < a.3) {
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{name}: `{words}` lies on `{others}`");
            }
        }
    }
}

/// Every text of a cell lies in it; returns what each row's columns say over all pages, and on which pages it stands.
fn in_cells(pages: &[Page], name: &str) -> (Words, BTreeMap<String, Vec<usize>>) {
    let (mut words, mut rows): (BTreeMap<_, String>, BTreeMap<String, Vec<usize>>) = Default::default();
    for (at, page) in pages.iter().enumerate() {
        let mut cells: BTreeMap<(&str, &str), Bounds> = BTreeMap::new();
        for item in &page.items {
            if let Mark::Cell { row, col, .. } = &item.mark {
                let twice = cells.insert((row, col), bounds(&item.shape).unwrap());
                assert!(twice.is_none(), "{name}: cell {row}:{col} twice on a page");
                let on = rows.entry(row.clone()).or_default();
                if on.last() != Some(&at) {
                    on.push(at);
                }
            }
        }
        let all: Vec<(&(&str, &str), &Bounds)> = cells.iter().collect();
        for (index, (of, a)) in all.iter().enumerate() {
            for (other, b) in &all[index + 1..] {
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{name}: cell {of:?} lies on {other:?}");
            }
        }
        for item in &page.items {
            if let Mark::CellText { row, col, .. } = &item.mark {
                let cell = cells.get(&(row.as_str(), col.as_str())).expect("a text without its cell");
                let line = text(item).unwrap();
                assert!(inside(bounds(&item.shape).unwrap(), *cell), "{name}: {row}:{col}: `{}`", line.words);
                words.entry((row.clone(), col.clone())).or_default().push_str(&letters(&line.words));
            }
        }
        let body = cells.keys().any(|(row, _)| *row != "head");
        assert_eq!(
            body,
            cells.keys().any(|(row, _)| *row == "head"),
            "{name}: the table's head on every page"
        );
        let boxes = page.items.iter().filter(|item| matches!(&item.mark, Mark::Fill(fill) if fill.tick));
        for item in boxes {
            let place = bounds(&item.shape).unwrap();
            let crossed = cells.values().any(|cell| {
                let meet = place.0 < cell.2 && cell.0 < place.2 && place.1 < cell.3 && cell.1 < place.3;
                meet && !inside(place, *cell)
            });
            assert!(!crossed, "{name}: a box crosses the edge of its cell");
        }
    }
    (words, rows)
}

fn nothing_lost(form: &Form, pages: &[Page], words: &Words, rows: &BTreeMap<String, Vec<usize>>) {
    let mut boxes = 0;
    for part in &form.parts {
        match part {
            Part::Table(table) => {
                for line in table.rows.iter().filter_map(|row| match row {
                    Row::Line(line) => Some(line),
                    Row::Band(_) => None,
                }) {
                    let first = table.columns.iter().position(|column| column.rounds);
                    for (at, (column, pieces)) in table.columns.iter().zip(&line.cells).enumerate() {
                        let repeated = column.rounds && line.rounds > 1;
                        let mut expected = String::new();
                        let times = if repeated { line.rounds } else { 1 };
                        for round in 1..=times {
                            for (index, piece) in pieces.iter().enumerate() {
                                let (words, count) = printed(piece, if repeated { 1 } else { line.rounds });
                                let number = repeated && first == Some(at) && index == 0 && words.is_empty();
                                expected += &if number { round.to_string() } else { letters(&words) };
                                boxes += count;
                            }
                        }
                        let key = (line.key.clone(), column.key.clone());
                        // Where a row goes on, its number stands again.
                        if let (0, Some(Piece::Strong(number) | Piece::Text(number))) = (at, pieces.first()) {
                            expected += &number.repeat(rows[&line.key].len() - 1);
                        }
                        let found = words.get(&key).map_or("", String::as_str);
                        assert_eq!(found, expected, "{}: {key:?}", form.nama);
                    }
                }
            }
            Part::Ticks { items, .. } => boxes += items.len(),
            _ => {}
        }
    }
    let is_box = |item: &&Item| matches!(&item.mark, Mark::Fill(fill) if fill.tick);
    assert_eq!(
        pages.iter().flat_map(|page| &page.items).filter(is_box).count(),
        boxes,
        "{}: boxes",
        form.nama
    );
    let places = || {
        pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
            Mark::Fill(fill) => Some(&fill.name),
            _ => None,
        })
    };
    let names: BTreeSet<&String> = places().collect();
    assert_eq!(names.len(), places().count(), "{}: two places of one name", form.nama);
    let all: String =
        pages.iter().flat_map(|page| &page.items).filter_map(text).map(|line| letters(&line.words)).collect();
    for part in form.parts.iter().chain(&form.after) {
        let texts: Vec<&String> = match part {
            Part::Heading(text) | Part::Paragraph(text) => vec![text],
            Part::List { items, .. } => items.iter().collect(),
            Part::Ticks { items, .. } => items.iter().map(|tick| &tick.label).collect(),
            Part::Fields(_) | Part::Table(_) => vec![],
        };
        for text in texts {
            let plain = |text: &str| letters(text).replace('-', "");
            assert!(plain(&all).contains(&plain(text)), "{}: `{text}` is not there", form.nama);
        }
    }
}

/// Pages of ordinary rows: none is cut, and the signatures stand with the last three, with one at least.
fn together(form: &Form, pages: &[Page], rows: &BTreeMap<String, Vec<usize>>) {
    for line in lines(form) {
        assert_eq!(rows[&line.key].len(), 1, "{}: row {} is cut", form.nama, line.key);
    }
    if let Some(signer) = form.signers.first() {
        let words = format!("{},", signer.label);
        let signed = |page: &Page| page.items.iter().filter_map(text).any(|line| line.words == words);
        let on = pages.iter().position(signed).expect("nobody signs");
        // Three rows may be too high to stand on one page with the signatures; one more never is left behind then.
        let page = &pages[on];
        let at =
            page.items.iter().position(|item| text(item).is_some_and(|line| line.words == words)).unwrap();
        // What is read below the signatures stands with them.
        let end = page.items[at..].iter().take_while(|item| !matches!(item.mark, Mark::Note | Mark::PageNo));
        let bottom = end.filter_map(|item| bounds(&item.shape)).map(|it| it.3).max().unwrap();
        let room = page.height - page.margins.bottom - STRIP - bottom;
        for (nth, line) in lines(form).iter().rev().take(3).enumerate() {
            if rows[&line.key] != [on] {
                let of = |item: &&Item| matches!(&item.mark, Mark::Cell { row, .. } if *row == line.key);
                let cell =
                    pages[rows[&line.key][0]].items.iter().find(of).and_then(|it| bounds(&it.shape)).unwrap();
                let (height, half) = (cell.3 - cell.1, page.height / 2);
                // Nor is the page before left half empty for it.
                let empty = nth > 0 && cell.1 <= half && rows[&line.key] == [on - 1];
                assert!(height > room || empty, "{}: row {} without the signatures", form.nama, line.key);
                break;
            }
        }
    }
}

fn hold(form: &Form, config: &Config, ordinary: bool) {
    let pages = fill(form, config, None);
    assert!(!pages.is_empty());
    on_paper(&pages, &form.nama);
    let (words, rows) = in_cells(&pages, &form.nama);
    nothing_lost(form, &pages, &words, &rows);
    if ordinary {
        together(form, &pages, &rows);
    }
}

fn all(procedure: &Procedure, config: &Config, ordinary: bool) {
    let setup = Setup::new(config, Lang::Id, Standing::WithErrors);
    for form in Jenis::ALL.into_iter().flat_map(|jenis| forms::of(jenis, procedure, &setup)) {
        hold(&form, config, ordinary);
    }
}

fn margins(mm: i32) -> Margins {
    Margins { top: Len::mm(mm), right: Len::mm(mm), bottom: Len::mm(mm), left: Len::mm(mm) }
}

fn on(setup: PageSetup) -> Config {
    let mut config = Config::default();
    config.cetak.halaman = setup;
    config
}

#[test]
fn the_forms_of_the_procedures_are_sound_pages() {
    for sample in corpus::samples() {
        all(&sample.procedure, &Config::default(), true);
    }
}

#[test]
fn the_forms_of_random_procedures_are_sound_pages_on_any_paper() {
    let papers = [
        on(A4_LANDSCAPE),
        on(PageSetup { margins: margins(5), ..A4_LANDSCAPE }),
        on(PageSetup { margins: margins(60), ..A4_LANDSCAPE }),
    ];
    let sizes = [(3, 2), (12, 5), (40, 9)];
    for (at, ((rows, lanes), config)) in sizes.into_iter().zip(papers).enumerate() {
        let sample = corpus::sample("acak", &procedures::procedure(at as u64, rows, lanes));
        all(&sample.procedure, &config, false);
    }
    let sample = corpus::sample("acak", &procedures::procedure(7, 30, 8));
    all(&sample.procedure, &Config::default(), true);
}

#[test]
fn a_hundred_rows_and_fifteen_actors_are_sound_pages() {
    let sample = corpus::sample("acak", &procedures::procedure(3, 100, 15));
    all(&sample.procedure, &Config::default(), false);
}

/// A row with so many papers, words without a blank, and no paper at all elsewhere.
fn monstrous(papers: usize) -> String {
    let list: String = (1..=papers)
        .map(|at| format!("     - Dokumen nomor {at} dengan nama yang panjang sekali\n"))
        .collect();
    let word = "a".repeat(300);
    let long = "sangat ".repeat(200);
    let actors: Vec<String> = (1..=15).map(|at| format!("Pejabat {at}")).collect();
    let lanes: String = actors
        .iter()
        .map(|name| format!("  - {name} = Kepala Urusan {name} yang bernama panjang\n"))
        .collect();
    format!(
        "sop: Penyusunan {long}\nnomor: {word}\njenis: administratif, pelayanan\ninstansi:\n  - {long}\nperingatan:\n  - {long}\n\
         pelaksana:\n{lanes}\nkegiatan:\n\n1. {first}: Menyusun {long}\n   kelengkapan:\n{list}   output: {word}\n\n\
         2. {joint}: Memeriksa berkas\n   ya: lanjut ke 3\n   tidak, {long}: kembali ke 1\n\n3. {first}: Mengarsipkan berkas\n",
        first = actors[0],
        joint = actors.join(", "),
    )
}

#[test]
fn a_row_higher_than_a_page_goes_on_and_loses_nothing() {
    for (papers, config) in
        [(0, on(PageSetup { margins: margins(60), ..A4_LANDSCAPE })), (80, Config::default())]
    {
        let sample = corpus::sample("raksasa", &monstrous(papers));
        all(&sample.procedure, &config, false);
    }
}

#[test]
fn forms_of_many_procedures_are_sound_pages() {
    let config = Config::default();
    let setup = Setup::new(&config, Lang::En, Standing::Clean);
    let facts: Vec<Fakta> =
        corpus::samples().iter().map(|sample| Fakta::of(&sample.procedure, &setup)).collect();
    for jenis in Jenis::ALL.into_iter().filter(|jenis| jenis.joint()) {
        let form = forms::tugas::form(jenis, &facts, &setup).unwrap();
        assert!(lines(&form).len() >= facts.len());
        hold(&form, &config, true);
    }
}

#[test]
fn what_is_read_below_the_signatures_is_no_page_of_its_own() {
    for rows in 4..24 {
        let lanes: String = (1..=7).map(|at| format!("  - Kasi {at} = Kepala Seksi {at}\n")).collect();
        let rows: String = (1..=rows)
            .map(|at| {
                format!(
                    "{at}. Kasi {}: Memeriksa berkas\n   kelengkapan: Berkas\n   output: Nota\n",
                    at % 7 + 1
                )
            })
            .collect();
        let source = format!("sop: Uji\nperingatan: Berkas hilang\npelaksana:\n{lanes}kegiatan:\n{rows}");
        let sample = corpus::sample("uji", &source);
        let config = Config::default();
        let form = forms::kendali::form(&sample.procedure, &Setup::new(&config, Lang::Id, Standing::Clean));
        let pages = fill(&form, &config, None);
        let says = |page: &Page, words: &str| {
            page.items.iter().filter_map(text).any(|line| line.words.starts_with(words))
        };
        let last = pages.last().unwrap();
        assert!(says(last, "Peringatan:") && says(last, "Diperiksa oleh"), "{} rows", form.parts.len());
        assert!(last.items.iter().any(|item| matches!(item.mark, Mark::CellText { .. })), "a row with them");
    }
}

#[test]
fn the_warnings_of_a_card_are_no_page_of_its_own() {
    let config = Config::default();
    let mut second = 0;
    for rows in 2..16 {
        let steps: String = (1..=rows)
            .map(|at| format!("{at}. Kasi: Memeriksa berkas\n   kelengkapan: Berkas\n   output: Nota\n"))
            .collect();
        let source = format!("sop: Uji\nperingatan: Berkas hilang\npelaksana:\n  - Kasi\nkegiatan:\n{steps}");
        let sample = corpus::sample("uji", &source);
        let setup = Setup::new(&config, Lang::Id, Standing::Clean);
        let form = forms::kartu::forms(&sample.procedure, &setup).remove(0);
        let pages = fill(&form, &config, None);
        let last = pages.last().unwrap();
        let says = last.items.iter().filter_map(text).any(|line| line.words.starts_with("Peringatan:"));
        let row = last.items.iter().any(|item| matches!(item.mark, Mark::CellText { .. }));
        assert!(says && row, "{rows} rows: the warnings stand below a row");
        second += usize::from(pages.len() > 1);
    }
    assert!(second > 3, "cards of several pages are among them");
}

#[test]
fn a_form_of_a_file_with_errors_says_so_in_its_own_language() {
    let sample = corpus::sample("uji", "sop: Uji\npelaksana:\n  - Staf\nkegiatan:\n1. Staf: Menyusun nota\n");
    let config = Config::default();
    for (lang, other) in [(Lang::Id, Lang::En), (Lang::En, Lang::Id)] {
        let setup = Setup::new(&config, lang, Standing::WithErrors);
        for form in Jenis::ALL.into_iter().flat_map(|jenis| forms::of(jenis, &sample.procedure, &setup)) {
            for page in fill(&form, &config, None) {
                let says = |lang| {
                    let note = sop::layout::FORCED_NOTE.pattern(lang);
                    page.items.iter().filter_map(text).any(|line| line.words == note)
                };
                assert!(says(lang) && !says(other), "{}", form.nama);
            }
        }
    }
}

#[test]
fn long_outcomes_take_room_from_columns_that_can_spare_it() {
    let steps = |condition: &str| {
        let row = |at: usize| {
            format!(
                "{at}. Kasi: Memeriksa berkas\n   kelengkapan: Berkas\n   waktu: 10 menit\n   output: Nota\n   ya{condition}: \
                 lanjut ke {}\n   tidak{condition}: kembali ke 1, paling banyak 2 kali, lalu selesai, permohonan ditutup\n",
                at + 1
            )
        };
        let rows: String = (2..8).map(row).collect();
        format!(
            "sop: Uji\npelaksana:\n  - Staf\n  - Kasi\nkegiatan:\n1. Staf: Menyusun nota\n{rows}8. Staf: Mengarsipkan nota\n"
        )
    };
    let config = Config::default();
    let made = |condition: &str| {
        let sample = corpus::sample("uji", &steps(condition));
        all(&sample.procedure, &config, false);
        let form = forms::kendali::form(&sample.procedure, &Setup::new(&config, Lang::Id, Standing::Clean));
        let table = form.parts.iter().find_map(|part| match part {
            Part::Table(table) => Some(table),
            _ => None,
        });
        let table = table.unwrap();
        let width = Len::mm(188);
        let columns = sop::layout::fill::columns(table, width);
        assert_eq!(columns.iter().copied().sum::<Len>(), width);
        let key = |key: &str| columns[table.columns.iter().position(|column| column.key == key).unwrap()];
        (
            ["kegiatan", "hasil", "mulai", "selesai", "paraf", "waktu", "dokumen"].map(key),
            fill(&form, &config, None).len(),
        )
    };
    let ([kegiatan, hasil, written @ .., _, _], pages) = made("");
    let long = ", semua berkas yang diminta telah diterima dan diperiksa oleh petugas";
    let ([less, more, same @ .., waktu, papers], long_pages) = made(long);
    assert!(more >= hasil + Len::mm(4) && less <= kegiatan, "{hasil:?} {more:?}, {kegiatan:?} {less:?}");
    assert_eq!(written, same, "where somebody writes by hand");
    assert!(waktu >= Len::mm(13), "`10 menit` stands on one line: {waktu:?}");
    assert!(papers >= Len::mm(28), "papers stand beside their three boxes, not below: {papers:?}");
    assert_eq!((pages, long_pages), (2, 2), "and the longer texts take no page more");
}

#[test]
fn high_rows_go_with_the_signatures_only_where_they_leave_no_half_empty_page() {
    let samples = corpus::samples();
    let sample = samples.iter().find(|sample| sample.stem == "penyiapan-rapat").unwrap();
    let config = Config::default();
    let form = forms::kendali::form(&sample.procedure, &Setup::new(&config, Lang::Id, Standing::Clean));
    let pages = fill(&form, &config, None);
    let rows = |page: &Page| -> BTreeSet<String> {
        let cells = page.items.iter().filter_map(|item| match &item.mark {
            Mark::Cell { row, of, .. } if *of != CellOf::Head => Some(row.clone()),
            _ => None,
        });
        cells.collect()
    };
    let on: Vec<Vec<String>> = pages.iter().map(|page| rows(page).into_iter().collect()).collect();
    assert_eq!(on, [vec!["1", "2", "3"], vec!["4", "5"]]);
}
