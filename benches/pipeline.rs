//! How long each stage takes: over a generated corpus of 10,000 files, and over growing procedures.
//!
//! `cargo bench` prints all; `cargo bench -- corpus` the corpus only. The first row of the corpus group is a floor (the
//! bytes are walked once), so that ratios can be read within one run.
#![allow(missing_docs, reason = "a benchmark")]

#[path = "../tests/common/diagrams.rs"]
mod diagrams;
#[rustfmt::skip]
#[path = "../tests/golden/monev.rs"]
mod monev;
#[path = "../tests/common/procedures.rs"]
mod procedures;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use sop::analysis::Procedure;
use sop::analysis::kalimat::Kalimat;
use sop::compile::compile;
use sop::config::Config;
use sop::diag::Sink;
use sop::emit::Job;
use sop::model::Standing;
use std::sync::OnceLock;

fn main() {
    divan::main();
}

const ROWS: [usize; 3] = [10, 100, 1000];

fn procedure(rows: usize) -> Procedure {
    let text = procedures::procedure(1, rows, 6);
    compile(&text, &Config::default()).procedure.expect("a generated procedure has rows")
}

fn options(text: &str) -> sop::emit::Options {
    sop::emit::Options { stem: "bench".to_owned(), source: text.as_bytes().to_vec(), ..Default::default() }
}

/// 10,000 files of 12 to 17 rows and 4 lanes.
fn corpus() -> &'static [String] {
    static CORPUS: OnceLock<Vec<String>> = OnceLock::new();
    CORPUS.get_or_init(|| {
        (0..10_000).map(|seed| procedures::procedure(seed, 12 + (seed % 6) as usize, 4)).collect()
    })
}

#[divan::bench_group(sample_count = 3, sample_size = 1)]
mod corpus_of_10_000_files {
    use super::*;

    fn over(bencher: Bencher, work: impl Fn(&str) + Sync) {
        let files = corpus();
        let bytes: usize = files.iter().map(String::len).sum();
        bencher
            .counter(BytesCount::new(bytes))
            .counter(ItemsCount::new(files.len()))
            .bench(|| files.iter().for_each(|text| work(text)));
    }

    #[divan::bench]
    fn a_floor_walk_the_bytes(bencher: Bencher) {
        over(bencher, |text| {
            black_box(text.bytes().filter(|byte| *byte == b'\n').count());
        });
    }

    #[divan::bench]
    fn b_parse(bencher: Bencher) {
        over(bencher, |text| {
            black_box(sop::syntax::parse(text, &mut Sink::new()));
        });
    }

    #[divan::bench]
    fn c_check(bencher: Bencher) {
        over(bencher, |text| {
            black_box(compile(text, &Config::default()));
        });
    }
}

/// The chart alone, from a diagram that is made beforehand.
#[divan::bench_group(max_time = 5)]
mod layout_of_a_chart {
    use super::*;
    use diagrams::{LOOPS, Mixture};

    const TYPICAL: Mixture = Mixture {
        lanes: (8, 8),
        rows: (1000, 1000),
        decisions: (25, 25),
        back: 3,
        joint: 0,
        forks: 0,
        ..LOOPS
    };
    const WORST: Mixture = Mixture { decisions: (45, 45), back: 8, ..TYPICAL };

    #[divan::bench]
    fn a_the_founding_sop(bencher: Bencher) {
        let text = include_str!("../sops/monev.sop");
        let procedure = compile(text, &Config::default()).procedure.expect("it has rows");
        bencher
            .bench(|| sop::layout::chart(black_box(&procedure), &Config::default(), Standing::Clean).is_ok());
    }

    #[divan::bench]
    fn b_typical_1000_rows(bencher: Bencher) {
        draw(bencher, TYPICAL);
    }

    #[divan::bench]
    fn c_worst_1000_rows(bencher: Bencher) {
        draw(bencher, WORST);
    }

    /// The same kinds of chart, ten times as long each: what grows faster than they do shows.
    #[divan::bench(args = [10, 100, 1000, 10_000])]
    fn d_typical_growing(bencher: Bencher, rows: usize) {
        draw(bencher, Mixture { rows: (rows, rows), ..TYPICAL });
    }

    #[divan::bench(args = [10, 100, 1000, 10_000])]
    fn e_worst_growing(bencher: Bencher, rows: usize) {
        draw(bencher, Mixture { rows: (rows, rows), ..WORST });
    }

    fn draw(bencher: Bencher, mixture: Mixture) {
        let diagram = diagrams::diagram(0, mixture, true);
        bencher.bench(|| sop::layout::chart::draw(black_box(&diagram)).is_ok());
    }
}

/// The founding procedure on its three pages, drawn beforehand: what each format costs by itself.
#[divan::bench_group(max_time = 5)]
mod printing_the_founding_sop {
    use super::*;

    fn print(bencher: Bencher, name: &str) {
        let text = include_str!("../sops/monev.sop");
        let procedure = compile(text, &Config::default()).procedure.expect("it has rows");
        let options = options(text);
        let emitter = sop::emit::find(name).expect("there is such an output");
        let job = Job::new(&procedure, &options);
        assert!(job.sheet().is_ok());
        bencher.bench_local(|| (emitter.emit)(black_box(&job)).is_ok());
    }

    #[divan::bench]
    fn a_pdf(bencher: Bencher) {
        print(bencher, "chart");
    }

    #[divan::bench]
    fn b_svg(bencher: Bencher) {
        print(bencher, "svg");
    }

    #[divan::bench]
    fn c_png(bencher: Bencher) {
        print(bencher, "png");
    }
}

#[divan::bench_group(max_time = 5)]
mod growing_procedures {
    use super::*;

    #[divan::bench(args = ROWS)]
    fn a_parse(bencher: Bencher, rows: usize) {
        let text = procedures::procedure(1, rows, 6);
        bencher.bench(|| sop::syntax::parse(black_box(&text), &mut Sink::new()));
    }

    #[divan::bench(args = ROWS)]
    fn b_check(bencher: Bencher, rows: usize) {
        let text = procedures::procedure(1, rows, 6);
        bencher.bench(|| compile(black_box(&text), &Config::default()));
    }

    /// The sentences of the rows alone: the items are rows.
    #[divan::bench(args = ROWS)]
    fn c_read_sentences(bencher: Bencher, rows: usize) {
        let procedure = procedure(rows);
        let config = Config::default();
        let lower = &sop::analysis::kalimat::in_small_letters(&procedure.sop);
        bencher
            .counter(ItemsCount::new(rows))
            .bench(|| Kalimat::of(black_box(&procedure.sop), lower, &config.pelaksana, &config.kantor));
    }

    #[divan::bench(args = ROWS)]
    fn c_layout(bencher: Bencher, rows: usize) {
        let procedure = procedure(rows);
        bencher
            .bench(|| sop::layout::chart(black_box(&procedure), &Config::default(), Standing::Clean).is_ok());
    }

    #[divan::bench(args = ROWS)]
    fn d_pdf(bencher: Bencher, rows: usize) {
        emit(bencher, rows, "chart");
    }

    #[divan::bench(args = ROWS)]
    fn e_rust(bencher: Bencher, rows: usize) {
        emit(bencher, rows, "rust");
    }

    #[divan::bench(args = ROWS)]
    fn f_whole_build(bencher: Bencher, rows: usize) {
        let text = procedures::procedure(1, rows, 6);
        let options = options(&text);
        bencher.bench(|| {
            let procedure = compile(black_box(&text), &options.config).procedure.expect("it has rows");
            let job = Job::new(&procedure, &options);
            sop::emit::ALL.iter().map(|emitter| (emitter.emit)(&job).is_ok()).filter(|ok| *ok).count()
        });
    }

    fn emit(bencher: Bencher, rows: usize, name: &str) {
        let procedure = procedure(rows);
        let options = options("");
        let emitter =
            sop::emit::ALL.iter().find(|emitter| emitter.name == name).expect("there is such an emitter");
        bencher.bench(|| (emitter.emit)(&Job::new(black_box(&procedure), &options)).is_ok());
    }
}

#[divan::bench_group(max_time = 3)]
mod soundness {
    use super::*;
    use sop::analysis::sound::Soundness;

    fn judge(bencher: Bencher, text: &str) {
        let procedure = compile(text, &Config::default()).procedure.expect("it has rows");
        // A search that is cut short would be quick for the wrong reason.
        assert!(procedure.sound.undecided.is_none());
        bencher.bench(|| Soundness::of(black_box(&procedure.sop), &procedure.flow, &procedure.reach));
    }

    /// Row `1` starts as many branches of three rows each, with a return in each; the last row waits for all.
    #[divan::bench(args = [2, 17, 100])]
    fn a_parallel_branches(bencher: Bencher, branches: usize) {
        let row = |branch: usize, step: usize| 2 + branch * 3 + step;
        let last = row(branches, 0);
        let each =
            |step: usize| (0..branches).map(|it| row(it, step).to_string()).collect::<Vec<_>>().join(", ");
        let mut text = format!(
            "sop: Uji\npelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: Mulai\n   bersamaan: {}\n",
            each(0)
        );
        for branch in 0..branches {
            text += &format!("\n{}. B: Satu\n   alur: lanjut ke {}\n", row(branch, 0), row(branch, 1));
            text += &format!("\n{}. A: Dua\n   ya: lanjut ke {}\n", row(branch, 1), row(branch, 2));
            text += &format!("   tidak: kembali ke {}, paling banyak 2 kali\n", row(branch, 0));
            text += &format!("\n{}. B: Tiga\n   alur: lanjut ke {last}\n", row(branch, 2));
        }
        text += &format!("\n{last}. A: Selesai\n   menunggu: {}\n", each(2));
        judge(bencher, &text);
    }

    #[divan::bench(args = ROWS)]
    fn b_rows_with_loops(bencher: Bencher, rows: usize) {
        judge(bencher, &procedures::procedure(1, rows, 6));
    }
}

/// The generated machine of the founding procedure.
mod generated_machine {
    use super::monev::{Case, Dokumen, Hasil, Langkah, Pelaksana, Time};
    use super::*;

    fn ready() -> Case {
        let mut case = Case::open(Time(0));
        for paper in [Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim] {
            case.receive(paper, Pelaksana::Jafung, Time(0)).expect("nothing forbids it");
        }
        case
    }

    /// A whole case; the items are transitions.
    #[divan::bench]
    fn a_whole_case(bencher: Bencher) {
        bencher.counter(ItemsCount::new(14usize)).with_inputs(ready).bench_values(|mut case| {
            for langkah in Langkah::ALL {
                let hasil = langkah.hasil().next().unwrap_or(Hasil::Selesai);
                let done = case.act(black_box(*langkah), langkah.pelaksana()[0], hasil, Time(1));
                done.expect("the rows follow one another");
            }
            case
        });
    }

    #[divan::bench]
    fn b_who_may_act(bencher: Bencher) {
        let case = ready();
        bencher.bench(|| black_box(&case).tasks());
    }

    #[divan::bench]
    fn c_save_and_load(bencher: Bencher) {
        let case = ready();
        bencher.bench(|| Case::load(&black_box(&case).save()));
    }
}
