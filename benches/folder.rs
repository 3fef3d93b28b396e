//! Folders of 10,000 procedures, and a procedure that grows: what each step costs in processor time.
//!
//! Times are those of the processor, not of the clock, so that other work on the machine matters little; and every time
//! stands beside its ratio to a floor that was measured in the same run: the folder is walked, every file read and its
//! bytes hashed, nothing more. `cargo bench --bench folder` prints the tables and draws `docs/performance/growth.svg`.
#![allow(missing_docs, clippy::disallowed_methods, reason = "a benchmark")]

#[path = "../tests/common/procedures.rs"]
mod procedures;

use sop::compile::{compile, compile_at_least};
use sop::config::Config;
use sop::diag::{Severity, Sink};
use sop::emit::{Job, Options};
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use xxhash_rust::xxh3::xxh3_64;

/// Time that this thread spent on a processor; where the system does not say, time by the clock.
fn of_this_thread(work: impl FnOnce()) -> Duration {
    let spent = || {
        let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    };
    let (before, clock) = (spent(), Instant::now());
    work();
    match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => clock.elapsed(),
    }
}

/// Time that a program and its threads spent on processors, to a hundredth of a second.
fn of_a_program(folder: &Path, args: &[&str]) -> Duration {
    let spent = || {
        let text = fs::read_to_string("/proc/self/stat").ok()?;
        // The name of the program may hold blanks; behind it children's times are the 14th and 15th.
        let mut fields = text.rsplit(") ").next()?.split(' ').skip(13);
        let ticks: u64 = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
        Some(Duration::from_millis(ticks * 10))
    };
    let (before, clock) = (spent(), Instant::now());
    let mut command = Command::new(env!("CARGO_BIN_EXE_sop"));
    command.args(args).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().expect("the program runs");
    match (before, spent()) {
        (Some(before), Some(after)) => after - before,
        _ => clock.elapsed(),
    }
}

fn best(times: usize, mut measure: impl FnMut() -> Duration) -> Duration {
    (0..times).map(|_| measure()).min().unwrap_or_default()
}

/// The same for work that may be shorter than what the system counts in: repeated for a fifth of a second, then divided.
fn of_this_thread_on_average(work: &dyn Fn()) -> Duration {
    let clock = Instant::now();
    let mut times = 0;
    let all = of_this_thread(|| {
        while times == 0 || clock.elapsed() < Duration::from_millis(200) {
            work();
            times += 1;
        }
    });
    all / times
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the file can be read")
}

/// The procedures of `sops/`, again and again, each with a number and a title of its own.
fn real_procedures() -> impl Fn(u64) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sops");
    let paths = files(&folder).into_iter().filter(|path| path.extension().is_some_and(|it| it == "sop"));
    let texts: Vec<String> = paths.map(|path| read(&path)).collect();
    move |seed| {
        let heads = ["sop:", "nama sop:", "nomor:", "nomor sop:"];
        let varied = |line: &str| match heads.iter().any(|head| line.to_lowercase().starts_with(head)) {
            true => format!("{line} {seed}\n"),
            false => format!("{line}\n"),
        };
        texts[seed as usize % texts.len()].lines().map(varied).collect()
    }
}

fn folder_of_10_000(name: &str, text: impl Fn(u64) -> String) {
    let root = tempfile::tempdir().expect("a place for files");
    let sops = root.path().join("sops");
    fs::create_dir(&sops).expect("a folder");
    let mut bytes = 0;
    for seed in 0..10_000 {
        let text = text(seed);
        bytes += text.len();
        fs::write(sops.join(format!("p{seed:05}.sop")), text).expect("a file");
    }
    let each = |work: &dyn Fn(&Path)| of_this_thread(|| files(&sops).iter().for_each(|path| work(path)));
    let floor = best(5, || {
        each(&|path| {
            black_box(xxh3_64(&fs::read(path).expect("the file can be read")));
        })
    });
    println!("\n10,000 {name}, {:.1} MB, processor time\n", bytes as f64 / 1e6);
    println!("{:<58}{:>9}{:>9}", "", "ms", "x floor");
    let row = |name: &str, time: Duration| {
        let ratio = time.as_secs_f64() / floor.as_secs_f64();
        println!("{name:<58}{:>9.0}{ratio:>9.2}", time.as_secs_f64() * 1e3);
    };
    row("floor: walk, read, hash", floor);
    let stamps = best(5, || {
        each(&|path| {
            black_box(fs::metadata(path).expect("the file is there"));
        })
    });
    row("list and stamps", stamps);
    let config = Config::default();
    let parse = |path: &Path| {
        black_box(sop::syntax::parse(&read(path), &mut Sink::new()));
    };
    row("walk, read, parse (library, one thread)", best(3, || each(&parse)));
    let check = |path: &Path| {
        black_box(compile(&read(path), &config));
    };
    row("walk, read, check (library, one thread)", best(3, || each(&check)));
    let errors = |path: &Path| {
        let bytes = fs::read(path).expect("the file can be read");
        black_box(compile_at_least(&bytes, &config, Severity::Error));
    };
    row("walk, read, check for errors (library, one thread)", best(3, || each(&errors)));
    let whole = |args: &[&str]| of_a_program(root.path(), &[&["check", "sops"], args].concat());
    row("sop check --no-cache --quiet (all threads)", best(3, || whole(&["--no-cache", "--quiet"])));
    let every = ["--no-cache", "--format", "concise"];
    row("sop check --no-cache, every finding in a line", best(3, || whole(&every)));
    let concise = ["--format", "concise", "--cache", "cache"];
    row("sop check, every finding in a line, first time", whole(&concise));
    // What is younger than two seconds is not yet believed by its stamp.
    std::thread::sleep(Duration::from_secs(3));
    row("the same again, nothing changed, contents compared", whole(&concise));
    let again = best(5, || whole(&concise));
    row("the same again, nothing changed, stamps compared", again);
    println!("{:<58}{:>18.2}", "  in times of list and stamps", again.as_secs_f64() / stamps.as_secs_f64());
    let mut last = 10_000;
    let mut one_changed = |args: &[&str]| {
        whole(args);
        std::thread::sleep(Duration::from_secs(3));
        best(3, || {
            last += 1;
            fs::write(sops.join("p05000.sop"), text(last)).expect("a file");
            whole(args)
        })
    };
    row("the same again, one file changed", one_changed(&concise));
    row("sop check --quiet, one file changed", one_changed(&["--quiet", "--cache", "cache"]));
}

/// Microseconds by stage and by number of rows; `None` where it was not tried.
type Growth = Vec<(&'static str, Vec<Option<f64>>)>;

const ROWS: [usize; 4] = [10, 100, 1_000, 10_000];

fn growth() -> Growth {
    let config = Config::default();
    let mut stages: Growth = Vec::new();
    let mut measure = |name: &'static str, work: &dyn Fn(usize) -> Box<dyn Fn()>| {
        let mut times: Vec<Option<f64>> = Vec::new();
        for rows in ROWS {
            // A stage that took so long is not asked for ten times as much.
            if times.last().is_some_and(|last| last.is_none_or(|last| last > 4e6)) {
                times.push(None);
                continue;
            }
            let work = work(rows);
            let time = best(if rows > 1_000 { 1 } else { 3 }, || of_this_thread_on_average(&work));
            times.push(Some(time.as_secs_f64() * 1e6));
        }
        stages.push((name, times));
    };
    let text = |rows: usize| procedures::procedure(1, rows, 15);
    measure("read", &|rows| {
        let text = text(rows);
        Box::new(move || {
            black_box(sop::syntax::parse(&text, &mut Sink::new()));
        })
    });
    measure("check", &|rows| {
        let (text, config) = (text(rows), config.clone());
        Box::new(move || {
            black_box(compile(&text, &config));
        })
    });
    for emitter in
        sop::emit::ALL.iter().filter(|it| ["checklist", "rust", "json", "chart"].contains(&it.name))
    {
        measure(emitter.name, &|rows| {
            let procedure = compile(&text(rows), &config).procedure.expect("it has rows");
            let options =
                Options { stem: "bench".to_owned(), source: text(rows).into_bytes(), ..Default::default() };
            Box::new(move || {
                black_box((emitter.emit)(&Job::new(&procedure, &options)).is_ok());
            })
        });
    }
    stages
}

fn print_growth(stages: &Growth) {
    println!("\nOne procedure that grows: microseconds a row\n");
    print!("{:<12}", "rows");
    ROWS.iter().for_each(|rows| print!("{rows:>12}"));
    println!();
    for (name, times) in stages {
        print!("{name:<12}");
        for (time, rows) in times.iter().zip(ROWS) {
            match time {
                Some(time) => print!("{:>12.1}", time / rows as f64),
                None => print!("{:>12}", "-"),
            }
        }
        println!();
    }
}

/// Both axes in powers of ten: a line that rises by one square a square is linear.
fn draw(stages: &Growth) -> String {
    const SQUARE: f64 = 90.0;
    let (left, top, decades) = (70.0, 20.0, 6.0);
    let x = |rows: f64| left + (rows.log10() - 1.0) * SQUARE;
    let y = |us: f64| top + (decades + 1.0 - us.max(10.0).log10()) * SQUARE * 0.6;
    let (width, height) = (left + 3.0 * SQUARE + 130.0, top + decades * SQUARE * 0.6 + 45.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" font-family=\"Arimo, Arial, sans-serif\" font-size=\"11\">\n<title>Processor time by \
         number of rows</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    for decade in 1..=7 {
        let us = 10f64.powi(decade);
        let words = match decade {
            1 => "10 µs",
            2 => "100 µs",
            3 => "1 ms",
            4 => "10 ms",
            5 => "100 ms",
            6 => "1 s",
            _ => "10 s",
        };
        let (y, right) = (y(us), x(10_000.0));
        let _ = writeln!(out, "<path d=\"M{left} {y:.1}H{right:.1}\" stroke=\"#ddd\"/>");
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{words}</text>",
            left - 6.0,
            y + 4.0
        );
    }
    for rows in ROWS {
        let (x, bottom) = (x(rows as f64), y(10.0));
        let _ = writeln!(out, "<path d=\"M{x:.1} {top}V{bottom:.1}\" stroke=\"#ddd\"/>");
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{rows}</text>",
            bottom + 16.0
        );
    }
    let _ = writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">rows</text>",
        x(316.0),
        y(10.0) + 34.0
    );
    let colours = ["#1b6ca8", "#b5442e", "#3a7d44", "#7a4b9b", "#9a7b1c", "#444"];
    let mut taken: Vec<f64> = Vec::new();
    for ((name, times), colour) in stages.iter().zip(colours) {
        let points: Vec<(f64, f64)> =
            times.iter().zip(ROWS).filter_map(|(time, rows)| Some((x(rows as f64), y((*time)?)))).collect();
        let line: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.8\"/>",
            line.join(" ")
        );
        for (x, y) in &points {
            let _ = writeln!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.6\" fill=\"{colour}\"/>");
        }
        let Some((x, y)) = points.last() else { continue };
        let mut at = *y + 4.0;
        while taken.iter().any(|other| (other - at).abs() < 12.0) {
            at += 1.0;
        }
        taken.push(at);
        let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{at:.1}\" fill=\"{colour}\">{name}</text>", x + 8.0);
    }
    out + "</svg>\n"
}

fn main() {
    // `cargo test --benches` only wants to know whether it starts.
    if std::env::args().any(|arg| arg == "--test") {
        return;
    }
    folder_of_10_000("generated procedures", |seed| procedures::procedure(seed, 12 + (seed % 6) as usize, 4));
    folder_of_10_000("procedures as offices write them", real_procedures());
    let stages = growth();
    print_growth(&stages);
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/performance/growth.svg");
    fs::create_dir_all(picture.parent().expect("it has a folder")).expect("a folder");
    fs::write(&picture, draw(&stages)).expect("the picture is written");
}
