//! Laws of the drawing, on random charts.
#![allow(clippy::disallowed_methods, reason = "a judge outside this program reads files")]

#[path = "common/chart_law.rs"]
mod chart_law;
#[path = "common/chart_measure.rs"]
mod chart_measure;
#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/diagrams.rs"]
mod diagrams;
#[path = "common/procedures.rs"]
#[allow(dead_code, reason = "its dice are for others")]
mod procedures;

use chart_measure::Figures;
use diagrams::ALL;
use sop::compile::compile;
use sop::config::Config;
use sop::layout::chart::Chart;
use sop::layout::chart::diagram::Lane;
use sop::model::Standing;
use sop::paper::{A4_LANDSCAPE, F4_LANDSCAPE};
use std::fs;
use std::path::PathBuf;

/// How the charts of some seeds turned out.
#[derive(Debug, Default)]
struct Held {
    /// How good they are, all together.
    figures: Figures,
    /// What no page can show, with its reason.
    refused: Vec<String>,
    /// Charts in which numbers stand in for words that found no place.
    numbered: Vec<u64>,
}

/// Draws the charts of these seeds and holds each against the laws.
fn hold(seeds: impl Iterator<Item = u64>) -> Held {
    let mut broken = Vec::new();
    let Held { mut figures, mut refused, mut numbered } = Held::default();
    for seed in seeds {
        let (name, mixture) = diagrams::of(seed);
        let diagram = diagrams::diagram(seed, mixture, seed % 2 == 0);
        let chart = match sop::layout::chart::draw(&diagram) {
            Ok(chart) => chart,
            Err(unfit) => {
                // The random charts hold decisions and rows that no page can show; whatever is refused is named.
                let words = unfit.words(sop::text::Lang::Id);
                assert!(!words.contains('{'));
                refused.push(format!("{name} {seed}: {words}"));
                continue;
            }
        };
        chart_measure::figures(&chart.pages).into_iter().for_each(|of_page| figures += of_page);
        let words = chart.pages.iter().flat_map(|page| chart_law::read(page).words);
        if words.filter(|words| words.flow.is_some()).any(|words| words.text.starts_with('(')) {
            numbered.push(seed);
        }
        let found = chart_law::faults(&chart.pages);
        broken.extend(found.into_iter().map(|fault| format!("{name} {seed}: {fault}")));
        if chart_law::edges(&chart.pages) != diagrams::edges(&diagram) {
            broken.push(format!("{name} {seed}: other arrows are drawn than the diagram has"));
        }
    }
    assert!(broken.is_empty(), "{} faults:\n{}", broken.len(), broken.join("\n"));
    Held { figures, refused, numbered }
}

#[test]
fn every_procedure_keeps_the_laws_on_every_paper() {
    for sample in corpus::samples() {
        for paper in [F4_LANDSCAPE, A4_LANDSCAPE] {
            let mut config = Config::default();
            config.cetak.halaman = paper;
            let chart = sop::layout::chart(&sample.procedure, &config, Standing::Clean)
                .unwrap_or_else(|unfit| panic!("{}: {}", sample.stem, unfit.words(sop::text::Lang::Id)));
            assert_eq!(chart_law::faults(&chart.pages), Vec::<String>::new(), "{}", sample.stem);
            assert!(chart.notes.is_empty(), "{}: {:?}", sample.stem, chart.notes);
        }
    }
}

#[test]
fn a_sample_of_random_charts_keeps_the_laws() {
    let Held { figures, .. } = hold(0..10);
    assert!(figures.worst <= 2, "{figures:?}");
}

/// Charts in which the places at the exits are taken.
#[test]
fn words_find_a_place_where_lines_crowd() {
    hold([62, 63, 102, 142].into_iter());
}

/// A page of crowded lines whose outcomes say more than there is room for.
#[test]
fn numbers_stand_in_for_words_that_find_no_place() {
    let mut diagram = diagrams::diagram(62, diagrams::of(62).1, false);
    for branch in diagram.flows.iter_mut().filter_map(|flow| flow.branch.as_mut()) {
        branch.label.push_str(" menurut seluruh ketentuan yang berlaku");
    }
    let chart = sop::layout::chart::draw(&diagram).unwrap();
    assert_eq!(chart_law::faults(&chart.pages), Vec::<String>::new());
    let words: Vec<_> = chart.pages.iter().flat_map(|page| chart_law::read(page).words).collect();
    let number = words.iter().find(|word| word.flow.is_some() && word.text.starts_with('('));
    let said = format!("{}: ", number.expect("a number stands at an arrow").text);
    assert!(words.iter().any(|word| word.cell.is_some() && word.text.starts_with(&said)), "{said}");
}

/// Draws random procedures with so many lanes and holds each against the laws; those that cannot be drawn, with the reason.
fn hold_procedures(seeds: impl Iterator<Item = (u64, usize)>) -> Vec<String> {
    let (mut broken, mut refused) = (Vec::new(), Vec::new());
    for (seed, lanes) in seeds {
        let rows = [5, 12, 15, 25, 40, 60, 90, 120][seed as usize % 8];
        let text = procedures::procedure(seed, rows, lanes);
        let procedure = compile(&text, &Config::default()).procedure.expect("it has rows");
        match sop::layout::chart(&procedure, &Config::default(), Standing::Clean) {
            Ok(chart) => {
                let found = chart_law::faults(&chart.pages);
                broken.extend(found.into_iter().map(|fault| format!("procedure {seed}: {fault}")));
            }
            Err(unfit) => refused.push(format!("procedure {seed}: {}", unfit.words(sop::text::Lang::Id))),
        }
    }
    assert!(broken.is_empty(), "{} faults:\n{}", broken.len(), broken.join("\n"));
    refused
}

/// Both ways of an outcome leave by one line, and each has its word.
#[test]
fn a_sample_of_random_procedures_keeps_the_laws() {
    assert_eq!(hold_procedures([(98, 2), (102, 2), (188, 2), (26, 15)].into_iter()), Vec::<String>::new());
}

/// Two decisions return to the same two alternatives on another page, and each arrow has a stretch of its own; what is
/// found first leaves none for one of them.
#[test]
fn returns_to_alternatives_on_another_page_are_drawn() {
    let text = "sop: Uji\n\
        pelaksana:\n- Staf\n- Kasi\n- Kabid\n- Sekretaris\n- Kadis\n- Tim\n- Pemohon\n- Arsiparis\n- Bendahara\n\
        kegiatan:\n\
        1. Staf: Mengarsipkan nota dinas\n\
        2. Tim: Memverifikasi usulan kegiatan\n\
        3. Staf: Mencatat berkas permohonan\n\
        4. Tim: Menelaah daftar penerima bantuan\n\
        5. Kadis: Melengkapi rencana kerja tahunan beserta anggarannya\n\
        \x20  tidak, belum memenuhi syarat: selesai, permohonan ditolak\n\
        6. Kasi: Mencatat berkas permohonan\n\
        7. Pemohon: Menelaah daftar penerima bantuan\n\
        8. Pemohon: Memproses dokumen pendukung\n\
        9. Staf -> Kabid?: Mencatat nota dinas\n\
        \x20  tidak: kembali, paling banyak 2 kali, lalu selesai, dihentikan\n\
        10. Kasi: Memverifikasi dokumen pendukung\n\
        \x20  tidak: kembali ke 1, paling banyak 2 kali, lalu selesai, dihentikan\n\
        11. Sekretaris: Mencatat konsep surat keputusan\n\
        12. Arsiparis atau Kabid: Memeriksa daftar penerima bantuan\n\
        13. Arsiparis: Memeriksa daftar penerima bantuan\n\
        14. Bendahara: Membukukan berkas permohonan\n\
        15. Kasi: Menelaah usulan kegiatan\n\
        16. Bendahara: Membukukan berkas permohonan\n\
        17. Kasi: Memproses daftar penerima bantuan\n\
        18. Kabid: Menelaah dokumen pendukung\n\
        \x20  ya, memenuhi syarat: lanjut ke 19\n\
        \x20  tidak, belum memenuhi syarat: kembali ke 9\n\
        19. Staf: Memeriksa dokumen pendukung\n\
        20. Kasi atau Kadis: Menyampaikan berkas permohonan\n\
        21. Bendahara: Menyampaikan nota dinas\n\
        \x20  kelengkapan: rencana kerja tahunan beserta anggarannya, dokumen 104\n\
        \x20  tidak, belum memenuhi syarat: kembali ke 12\n\
        22. Staf: Memproses dokumen pendukung\n\
        23. Pemohon: Mendata usulan kegiatan\n\
        \x20  kelengkapan: dokumen pendukung, dokumen 106\n\
        24. Kasi: Mengarsipkan berkas permohonan\n\
        \x20  tidak: kembali ke 12, paling banyak 2 kali, lalu selesai, dihentikan\n\
        25. Tim -> Arsiparis: Memeriksa daftar penerima bantuan\n\
        \x20  output: Dokumen 109\n";
    let procedure = compile(text, &Config::default()).procedure.expect("it has rows");
    let chart = sop::layout::chart(&procedure, &Config::default(), Standing::Clean).expect("it can be drawn");
    assert_eq!(chart_law::faults(&chart.pages), Vec::<String>::new());
}

/// Rows in the lanes Warga, Staf, Kasi and Kadis.
fn drawn(rows: &str) -> Chart {
    let text = format!("sop: Uji\npelaksana:\n- Warga\n- Staf\n- Kasi\n- Kadis\nkegiatan:\n{rows}");
    let procedure = compile(&text, &Config::default()).procedure.expect("it has rows");
    let chart = sop::layout::chart(&procedure, &Config::default(), Standing::Clean).expect("it can be drawn");
    assert_eq!(chart_law::faults(&chart.pages), Vec::<String>::new());
    assert_eq!(chart.notes, []);
    chart
}

/// It would seem that somebody else ends the case; the outcome that goes on goes round the end.
#[test]
fn an_end_stands_in_the_lane_of_the_one_who_decides() {
    let chart = drawn(
        "1. Warga: Mengajukan permohonan\n\
         2. Staf: Memeriksa permohonan\n\
         \x20  ya, lengkap: lanjut ke 3\n\
         \x20  tidak, kurang: kembali ke 1, paling banyak 2 kali, lalu selesai, permohonan ditolak\n\
         3. Staf: Mencatat permohonan\n",
    );
    let page = chart_law::read(&chart.pages[0]);
    let lane =
        |step: &str| page.symbols.iter().find(|symbol| symbol.mark.step == step).unwrap().mark.role.as_str();
    assert_eq!((lane("2"), lane("!1")), ("staf", "staf"));
}

/// Each of two ends, also the one behind the last return: they stand below each other, not with somebody else.
#[test]
fn two_ends_of_one_decision_stand_in_the_lane_of_the_one_who_decides() {
    let chart = drawn(
        "1. Warga: Mengajukan permohonan\n\
         2. Staf: Memeriksa permohonan\n\
         \x20  jika lengkap: lanjut ke 3\n\
         \x20  jika kurang: kembali ke 1, paling banyak 2 kali, lalu selesai, dianggap ditarik kembali\n\
         \x20  jika bukan wewenang: selesai, dikembalikan\n\
         3. Kasi: Memutuskan permohonan\n",
    );
    let page = chart_law::read(&chart.pages[0]);
    let of = |step: &str| page.symbols.iter().find(|symbol| symbol.mark.step == step).unwrap();
    for end in ["!1", "!2"] {
        assert_eq!(of(end).mark.role, "staf", "{end}");
    }
    assert_ne!(of("!1").area.y0, of("!2").area.y0);
}

/// A word beside a lane rule leaves it whole: behind a word a rule is interrupted.
#[test]
fn a_word_with_room_beside_a_rule_does_not_touch_it() {
    let sample = corpus::samples().into_iter().find(|sample| sample.stem == "usul-kenaikan-pangkat").unwrap();
    let chart = sop::layout::chart(&sample.procedure, &Config::default(), Standing::Clean).unwrap();
    let page = chart_law::read(&chart.pages[0]);
    let word = page.words.iter().find(|word| word.text == "lengkap").unwrap().area;
    let upright = page.rules.iter().filter(|(from, to)| from.0 == to.0);
    let nearest = upright.map(|(from, _)| (word.x0 - from.0).abs().min((word.x1 - from.0).abs())).min();
    assert!(nearest.unwrap() > 350, "{nearest:?}");
}

/// The word at a line that soon turns stands at its decision, and not beyond the turn, where there is room for it.
#[test]
fn a_word_stands_near_its_decision() {
    let sample = corpus::samples().into_iter().find(|sample| sample.stem == "monev").unwrap();
    let chart = sop::layout::chart(&sample.procedure, &Config::default(), Standing::Clean).unwrap();
    let page = chart_law::read(&chart.pages[0]);
    let flow = page.flows.iter().find(|flow| flow.mark.from == "3" && flow.mark.to == "2").unwrap();
    let word = page.words.iter().find(|word| word.flow.as_ref() == Some(&flow.mark.flow)).unwrap();
    let decision = page.symbols.iter().find(|symbol| symbol.mark.step == "3").unwrap();
    let gap = |low: (i64, i64), high: (i64, i64)| (low.0 - high.1).max(high.0 - low.1).max(0);
    let (near, far) = (decision.area, word.area);
    let away = gap((near.x0, near.x1), (far.x0, far.x1)) + gap((near.y0, near.y1), (far.y0, far.y1));
    assert!(away < 10_000, "`{}` is {away} um from its decision", word.text);
}

/// A number is not parted from its unit for half a millimetre that the next column can spare, and the head of a column in
/// which nothing stands does not touch its rules.
#[test]
fn a_column_is_wide_enough_for_its_time_and_its_head() {
    let procedure = compile(&procedures::procedure(10, 15, 12), &Config::default()).procedure.unwrap();
    let chart = sop::layout::chart(&procedure, &Config::default(), Standing::Clean).unwrap();
    let waktu = chart
        .pages
        .iter()
        .flat_map(|page| chart_law::read(page).words)
        .filter(|word| word.cell.as_ref().is_some_and(|(_, column)| column == "waktu"));
    let times: Vec<String> = waktu.map(|word| word.text).collect();
    assert!(times.contains(&"1 minggu".to_owned()) && !times.contains(&"1".to_owned()), "{times:?}");
    let sample = corpus::samples().into_iter().find(|sample| sample.stem == "izin-prinsip").unwrap();
    let page = chart_law::read(
        &sop::layout::chart(&sample.procedure, &Config::default(), Standing::Clean).unwrap().pages[0],
    );
    let head = page.words.iter().find(|word| word.text == "Keterangan").unwrap().area;
    let key = ("head".to_owned(), "keterangan".to_owned());
    let cell = page.cells.iter().find(|(of, _)| *of == key).unwrap().1;
    assert!(head.x0 - cell.x0 >= 1200 && cell.x1 - head.x1 >= 1200, "{head:?} in {cell:?}");
}

/// The line of the outcome that returns forks; both ways have their word. It is whole, whichever way is shorter.
#[test]
fn where_a_case_goes_after_the_last_return_is_drawn_also_from_a_full_decision() {
    let far = "1. Warga: Mengajukan pengaduan\n\
         2. Staf: Memeriksa pengaduan\n\
         \x20  jika lengkap: lanjut ke 3\n\
         \x20  jika ringan: lanjut ke 4\n\
         \x20  jika kurang: kembali ke 1, paling banyak 2 kali, lalu selesai, ditolak\n\
         3. Kasi: Menelaah pengaduan\n\
         4. Kadis: Memutuskan pengaduan\n";
    let near = "1. Kasi: Mengajukan pengaduan\n\
         2. Kadis: Memeriksa pengaduan\n\
         \x20  jika lengkap: lanjut ke 4\n\
         \x20  jika kurang: kembali ke 1, paling banyak 2 kali, lalu lanjut ke 3\n\
         \x20  jika bukan wewenang: selesai, dikembalikan\n\
         3. Warga: Melengkapi pengaduan\n\
         4. Kasi: Menelaah pengaduan\n";
    for (rows, after) in [(far, "!1"), (near, "3")] {
        let chart = drawn(rows);
        let page = chart_law::read(&chart.pages[0]);
        let way = |said: &str| {
            let word =
                page.words.iter().find(|word| word.flow.is_some() && word.text == said).expect("named");
            let flow =
                page.flows.iter().find(|flow| word.flow.as_ref() == Some(&flow.mark.flow)).expect("drawn");
            let mark = &flow.mark;
            (mark.branch.as_deref().unwrap_or_default(), mark.to.as_str(), mark.tee_start)
        };
        assert_eq!(way("kurang"), ("kurang", "1", false));
        assert_eq!(way("lalu"), ("kurang", after, true));
    }
}

#[test]
#[ignore = "takes a minute"]
fn a_thousand_random_procedures_keep_the_laws() {
    let lanes = |seed: u64| 2 + (seed + seed / 8) as usize % 14;
    let refused = hold_procedures((0..1000).map(|seed| (seed, lanes(seed))));
    println!("{} refused:\n{}", refused.len(), refused.join("\n"));
}

/// What `docs/sertifikat.md` says was measured by this.
#[test]
#[ignore = "takes minutes"]
fn ten_thousand_random_charts_keep_the_laws() {
    let Held { figures, refused, numbered } = hold(0..10_000);
    println!("{figures:#?}");
    println!("numbered: {numbered:?}");
    println!("{} refused:\n{}", refused.len(), refused.join("\n"));
    assert!(figures.worst <= 7, "{figures:?}");
    assert!(100 * figures.pages_at_bound >= 92 * (figures.pages - figures.unbounded_pages), "{figures:?}");
}

#[test]
fn lanes_that_fit_no_paper_are_refused_with_a_word_however_many_they_are() {
    let mut diagram = diagrams::diagram(0, ALL, true);
    let lane = |number: usize| Lane { id: format!("l{number}"), name: format!("Pelaksana {number}") };
    for lanes in [200, 400_000] {
        diagram.lanes = (0..lanes).map(lane).collect();
        let unfit = sop::layout::chart::draw(&diagram).unwrap_err();
        assert!(unfit.words(sop::text::Lang::Id).contains(&lanes.to_string()), "{unfit:?}");
        // Before anything is drawn, too.
        assert_eq!(sop::layout::chart::room(lanes, &Config::default()).unwrap_err().args[0], unfit.args[0]);
    }
}

#[test]
fn the_same_diagram_gives_the_same_pages() {
    let draw = || {
        let chart = sop::layout::chart::draw(&diagrams::diagram(3, ALL, true)).unwrap();
        chart.pages.iter().map(sop::emit::page_svg).collect::<Vec<_>>()
    };
    assert_eq!(draw(), draw());
}

/// Writes random charts as SVG, each with its graph, for a judge outside this program. How many, and where, is set by
/// `CHARTS` and `CHART_DIR`.
#[test]
#[ignore = "writes files"]
fn charts_for_a_judge() {
    let number =
        |name: &str, default: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let count = number("CHARTS", 100);
    let first = number("FIRST", 0);
    let folder = PathBuf::from(std::env::var("CHART_DIR").unwrap_or_else(|_| "target/charts".to_owned()));
    for seed in first..first + count {
        let (name, mixture) = diagrams::of(seed);
        let diagram = diagrams::diagram(seed, mixture, seed % 2 == 0);
        let target = folder.join(format!("{name}-{seed:04}"));
        fs::create_dir_all(&target).unwrap();
        fs::write(target.join("graph.json"), diagrams::graph_json(&diagram)).unwrap();
        match sop::layout::chart::draw(&diagram) {
            Ok(chart) => {
                for (index, page) in chart.pages.iter().enumerate() {
                    let file = target.join(format!("page{:03}.svg", index + 1));
                    fs::write(file, sop::emit::page_svg(page)).unwrap();
                }
            }
            Err(unfit) => fs::write(target.join("unfit.txt"), unfit.words(sop::text::Lang::Id)).unwrap(),
        }
    }
}

#[test]
fn more_arrows_than_a_page_can_show_are_refused_with_a_word() {
    let head = "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n";
    let list = |rows: std::ops::Range<usize>| rows.map(|row| row.to_string()).collect::<Vec<_>>().join(", ");
    let forked = |rows: usize| {
        let one = |row: usize| format!("{row}. A: Menyusun\n   alur: lanjut ke {rows}\n");
        let all: String = (2..rows).map(one).collect();
        let (to, from) = (list(2..rows), list(2..rows));
        format!("{head}1. A: Memulai\n   bersamaan: {to}\n{all}{rows}. B: Menerima\n   menunggu: {from}\n")
    };
    let returned = |rows: usize| {
        let one = |row: usize| format!("{row}. A?: Memeriksa\n   tidak: kembali ke 1\n");
        format!("{head}{}{rows}. B: Menerima\n", (1..rows).map(one).collect::<String>())
    };
    for (text, arrows) in [(forked(60), 58), (forked(1100), 1098), (returned(1100), 1100)] {
        let config = Config::default();
        let procedure = sop::compile::compile(&text, &config).procedure.expect("it has rows");
        let unfit = sop::layout::chart::chart(&procedure, &config, Standing::WithErrors).unwrap_err();
        let words = unfit.words(sop::text::Lang::Id);
        assert!(words.starts_with(&format!("No. 1: {arrows} panah")), "{words}");
    }
}
