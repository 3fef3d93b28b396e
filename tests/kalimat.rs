//! How well the sentences of rows are read: held against labelled sentences (`tests/kalimat/`, whose README says how
//! they were labelled), in the numbers that stand in the rule pages.
//!
//! `cargo test --test kalimat -- --nocapture` prints them; `UPDATE_EXPECT=1` rewrites them in the pages.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

#[path = "common/typed.rs"]
mod typed;

use proptest::prelude::*;
use sop::analysis::Procedure;
use sop::analysis::kalimat::{Kalimat, Party, Verb, VerbClass};
use sop::compile::compile;
use sop::config::{Config, Jabatan};
use sop::model::KegiatanId;
use sop::text::{Lang, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What a sentence says, by hand or by the reader. Names are folded.
#[derive(Debug, Default, PartialEq, Eq)]
struct Says {
    oleh: BTreeSet<String>,
    kepada: BTreeSet<String>,
    kembali: BTreeSet<String>,
    syarat: BTreeSet<String>,
    golongan: String,
}

/// A labelled sentence in a procedure.
struct Labelled {
    procedure: Procedure,
    row: KegiatanId,
    says: Says,
}

fn read(name: &str) -> String {
    std::fs::read_to_string(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn set(cell: &str) -> BTreeSet<String> {
    cell.split(';').map(fold).filter(|name| !name.is_empty() && name != "-").collect()
}

/// The lines of a file of labels: the lanes in force, the first cell, and what is said.
fn lines(name: &str) -> Vec<(Vec<String>, String, Says)> {
    let mut lanes = Vec::new();
    let mut found = Vec::new();
    for line in read(&format!("tests/kalimat/{name}.txt")).lines().filter(|line| !line.starts_with('#')) {
        if let Some(list) = line.strip_prefix("pelaksana: ") {
            lanes = list.split(';').map(|lane| lane.trim().to_owned()).collect();
        } else if let [text, oleh, kepada, kembali, syarat, golongan] =
            line.split(" | ").collect::<Vec<_>>()[..]
        {
            let says = Says {
                oleh: set(oleh),
                kepada: set(kepada),
                kembali: set(kembali),
                syarat: set(syarat),
                golongan: golongan.to_owned(),
            };
            found.push((lanes.clone(), text.to_owned(), says));
        } else {
            assert!(line.is_empty(), "{name}: {line}");
        }
    }
    found
}

/// The short name of a lane as it is declared.
fn head(lane: &str) -> &str {
    lane.split(['=', ',', '(']).next().unwrap().trim()
}

/// The row in a procedure of its own: the one in front acts, or the first lane that nothing is handed to.
fn sentences(name: &str) -> Vec<Labelled> {
    let labelled = |(lanes, text, says): (Vec<String>, String, Says)| {
        let free = |lane: &&String| {
            let head = fold(head(lane));
            !says.kepada.contains(&head) && !says.kembali.contains(&head)
        };
        let front = |lane: &&String| says.oleh.contains(&fold(head(lane)));
        let actor = lanes.iter().find(front).or_else(|| lanes.iter().find(free)).unwrap();
        let list: String = lanes.iter().map(|lane| format!("  - {lane}\n")).collect();
        let file = format!("sop: Uji\npelaksana:\n{list}kegiatan:\n1. {}: {text}\n", head(actor));
        let procedure = compile(&file, &Config::default()).procedure.expect("it has a row");
        Labelled { procedure, row: KegiatanId(0), says }
    };
    lines(name).into_iter().map(labelled).collect()
}

/// The rows of `sops/`; every one must be labelled.
fn rows() -> Vec<Labelled> {
    let mut found = Vec::new();
    let mut labels = lines("sops").into_iter().map(|(_, key, says)| (key, says)).collect::<Vec<_>>();
    for (stem, text) in typed::sops() {
        let procedure = compile(&text, &Config::default()).procedure.expect("it has rows");
        for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
            let key = format!("{stem} {}", row.nomor);
            let label = labels.iter().position(|(known, _)| *known == key);
            let (_, says) = labels.remove(label.unwrap_or_else(|| panic!("{key} is not labelled")));
            found.push(Labelled { procedure: procedure.clone(), row: KegiatanId::from_index(at), says });
        }
    }
    assert!(labels.is_empty(), "labels without a row: {labels:?}");
    found
}

fn said(labelled: &Labelled) -> Says {
    let sop = &labelled.procedure.sop;
    let kalimat: &Kalimat = labelled.procedure.kalimat(labelled.row);
    let uraian = &sop[labelled.row].uraian;
    let name = |party: &Party| match &party.lanes[..] {
        [] => fold(&uraian[party.range.clone()]),
        lanes => lanes.iter().map(|lane| fold(&sop[*lane].pendek)).collect::<Vec<_>>().join("|"),
    };
    let receivers = |back: bool| {
        let mine = kalimat.handovers.iter().filter(move |it| it.back == back);
        mine.map(|it| it.to.as_ref().map_or("*".to_owned(), name)).collect()
    };
    Says {
        oleh: kalimat.subjects.iter().map(name).collect(),
        kepada: receivers(false),
        kembali: receivers(true),
        syarat: kalimat.conditions.iter().map(|it| fold(&uraian[it.range.clone()])).collect(),
        golongan: kalimat.class().map_or("-", VerbClass::name).to_owned(),
    }
}

/// Right, beyond the label, and missed.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    beyond: usize,
    missed: usize,
}

impl Count {
    fn add(&mut self, label: &BTreeSet<String>, found: &BTreeSet<String>) {
        self.right += label.intersection(found).count();
        self.beyond += found.difference(label).count();
        self.missed += label.difference(found).count();
    }

    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.beyond).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (2 * self.right + self.beyond + self.missed).max(1) as f64
    }
}

/// What is measured, in the order of the table.
const PARTS: [&str; 5] = ["pelaku di depan", "penerima", "pengembalian", "syarat", "golongan kata kerja"];

fn measure(set: &[Labelled], show: bool) -> [Count; 5] {
    let mut counts = [Count::default(); 5];
    for labelled in set {
        let (label, found) = (&labelled.says, said(labelled));
        let class = |says: &Says| BTreeSet::from([says.golongan.clone()]);
        counts[0].add(&label.oleh, &found.oleh);
        counts[1].add(&label.kepada, &found.kepada);
        counts[2].add(&label.kembali, &found.kembali);
        counts[3].add(&label.syarat, &found.syarat);
        counts[4].add(&class(label), &class(&found));
        if show && *label != found {
            let text = &labelled.procedure.sop[labelled.row].uraian;
            println!("{text}\n  label {label:?}\n  found {found:?}");
        }
    }
    counts
}

/// A procedure in which a labelled sentence stands.
struct Drawing {
    text: String,
    /// The number of the sentence's row.
    number: usize,
}

/// How the procedure stands to the label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// As the label says.
    Agrees,
    /// The work goes to a lane that the sentence does not name, and nothing is decided or returned.
    Elsewhere,
    /// The row is of a lane that the sentence does not name.
    OtherActor,
    /// The row is of the lane that receives the work, and so are those behind it.
    ToSelf,
}

/// `None` where the lanes do not allow such a drawing.
fn drawing(lanes: &[String], text: &str, says: &Says, kind: Kind) -> Option<Drawing> {
    let heads: Vec<&str> = lanes.iter().map(|lane| head(lane)).collect();
    let named = |names: &BTreeSet<String>| -> Vec<&str> {
        heads.iter().copied().filter(|head| names.contains(&fold(head))).collect()
    };
    let (front, to, back) = (named(&says.oleh), named(&says.kepada), named(&says.kembali));
    let mut free =
        heads.iter().copied().filter(|it| ![&front, &to, &back].iter().any(|named| named.contains(it)));
    let actor = match kind {
        Kind::OtherActor => free.next(),
        Kind::ToSelf => to.first().copied(),
        Kind::Agrees | Kind::Elsewhere => front.first().copied().or_else(|| free.next()),
    }?;
    let (to, back) = match kind {
        Kind::Elsewhere => (vec![free.next()?], Vec::new()),
        Kind::Agrees | Kind::OtherActor | Kind::ToSelf => (to, back),
    };
    let mut rows: Vec<String> = match &back[..] {
        [] => vec![format!("{actor}: Menyiapkan bahan")],
        back => back.iter().map(|lane| format!("{lane}: Menyiapkan bahan")).collect(),
    };
    let number = rows.len() + 1;
    let onward = if to.is_empty() { actor.to_owned() } else { to.join(", ") };
    let decides = kind != Kind::Elsewhere && (!says.syarat.is_empty() || !says.kembali.is_empty());
    let outcomes = match (decides, says.kembali.is_empty()) {
        (false, _) => String::new(),
        (true, true) => format!("\n   ya: lanjut ke {}\n   tidak: lanjut ke {}", number + 1, number + 2),
        (true, false) => format!("\n   ya: lanjut ke {}\n   tidak: kembali ke 1", number + 1),
    };
    rows.push(format!("{actor}: {text}{outcomes}"));
    rows.push(format!("{onward}: Melanjutkan pekerjaan"));
    rows.push(format!("{onward}: Menyelesaikan pekerjaan"));
    let list: String = lanes.iter().map(|lane| format!("  - {lane}\n")).collect();
    let rows: String = rows.iter().enumerate().map(|(at, row)| format!("{}. {row}\n", at + 1)).collect();
    Some(Drawing { text: format!("sop: Uji\npelaksana:\n{list}kegiatan:\n{rows}"), number })
}

/// The ways in which a drawing can contradict a sentence, with the rule that must say so.
fn contradictions(lanes: &[String], says: &Says) -> Vec<(Kind, &'static str)> {
    let mut found = Vec::new();
    let lane = |names: &BTreeSet<String>| lanes.iter().any(|lane| names.contains(&fold(head(lane))));
    let (cases, returns) = (!says.syarat.is_empty(), !says.kembali.is_empty());
    // Conditions without a decision are said first, whatever else is wrong.
    if says.syarat.len() > 1 || (cases && returns) {
        found.push((Kind::Elsewhere, "SOP233"));
    } else if returns {
        found.push((Kind::Elsewhere, "SOP232"));
    } else if lane(&says.kepada) {
        found.push((Kind::Elsewhere, "SOP230"));
    }
    if lane(&says.oleh) {
        found.push((Kind::OtherActor, "SOP234"));
    } else if lane(&says.kepada) && says.kepada.len() == 1 && !cases && !returns {
        found.push((Kind::ToSelf, "SOP231"));
    }
    found
}

/// The rules about sentences that are raised on one row.
fn raised(drawing: &Drawing) -> BTreeSet<&'static str> {
    let compiled = compile(&drawing.text, &Config::default());
    let row = compiled.procedure.as_ref().unwrap().sop.kegiatan[drawing.number - 1].span;
    let here = compiled.diagnostics.iter().filter(|it| (row.start..row.end).contains(&it.primary.start));
    here.map(|finding| finding.rule.code).filter(|code| RULES.contains(code)).collect()
}

/// The rules that hold a sentence against the chart.
const RULES: [&str; 5] = ["SOP230", "SOP231", "SOP232", "SOP233", "SOP234"];

/// Per rule of [`RULES`]: right, false and missed findings on drawings that contradict and that agree with the labels.
fn against_drawings(name: &str, show: bool) -> (usize, usize, [Count; 5]) {
    let (mut correct, mut wrong, mut counts) = (0, 0, [Count::default(); 5]);
    for (lanes, text, says) in lines(name) {
        if let Some(drawing) = drawing(&lanes, &text, &says, Kind::Agrees) {
            correct += 1;
            let found = raised(&drawing);
            wrong += usize::from(!found.is_empty());
            for code in &found {
                counts[RULES.iter().position(|rule| rule == code).unwrap()].beyond += 1;
                if show {
                    println!("{code} on a correct row\n{}", drawing.text);
                }
            }
        }
        for (kind, expected) in contradictions(&lanes, &says) {
            let Some(drawing) = drawing(&lanes, &text, &says, kind) else { continue };
            let count = &mut counts[RULES.iter().position(|rule| *rule == expected).unwrap()];
            if raised(&drawing).contains(expected) {
                count.right += 1;
            } else {
                count.missed += 1;
                if show {
                    println!("{expected} is missed\n{}", drawing.text);
                }
            }
        }
    }
    (correct, wrong, counts)
}

/// The judged findings on `sops/`: right and false ones by rule. All that is found is judged, and nothing else.
fn judged() -> BTreeMap<String, Count> {
    let mut found = BTreeSet::new();
    for (stem, text) in typed::sops() {
        let compiled = compile(&text, &Config::default());
        let rows = &compiled.procedure.as_ref().unwrap().sop.kegiatan;
        for finding in &compiled.diagnostics {
            let number: u32 = finding.rule.code[3..].parse().unwrap();
            if !(230..250).contains(&number) && !(570..590).contains(&number) {
                continue;
            }
            let at = finding.primary.start;
            let row = rows.iter().find(|row| (row.span.start..row.span.end).contains(&at)).unwrap();
            found.insert(format!("{stem} {} {}", row.nomor, finding.rule.code));
        }
    }
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let judgements = read("tests/kalimat/temuan.txt");
    let mut known = BTreeSet::new();
    for line in judgements.lines().filter(|line| !line.starts_with('#')) {
        let [key, verdict, _] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        known.insert(key.to_owned());
        let count = counts.entry(key.rsplit(' ').next().unwrap().to_owned()).or_default();
        match verdict {
            "benar" => count.right += 1,
            "keliru" => count.beyond += 1,
            other => panic!("{other}: {line}"),
        }
    }
    assert_eq!(found, known, "the findings on sops/, and those that were judged in tests/kalimat/temuan.txt");
    counts
}

/// Puts `words` after a heading that ends a page.
fn write_after(path: &str, heading: &str, words: &str) {
    let page = read(path);
    let at = page.find(heading).unwrap_or_else(|| panic!("{path} has no {heading:?}")) + heading.len();
    if page[at..] != *words {
        let updating = std::env::var_os("UPDATE_EXPECT").is_some();
        assert!(updating, "{path} is out of date: UPDATE_EXPECT=1 cargo test --test kalimat\n{words}");
        std::fs::write(path, page[..at].to_owned() + words).unwrap();
    }
}

#[test]
fn sentences_are_read_as_they_were_labelled() {
    let sets = [
        ("sops", rows()),
        ("latih", sentences("latih")),
        ("uji", sentences("uji")),
        ("uji-kedua", sentences("uji-kedua")),
        ("uji-ketiga", sentences("uji-ketiga")),
        ("uji-keempat", sentences("uji-keempat")),
    ];
    let show = std::env::var("SHOW").unwrap_or_default();
    let mut table =
        "| Set | Sentences | Part | Right | Beyond | Missed | Precision | Recall | F1 |\n".to_owned();
    table += "|---|---|---|---|---|---|---|---|---|\n";
    for (name, set) in &sets {
        let counts = measure(set, show.split(',').any(|it| it == *name));
        for (part, count) in PARTS.iter().zip(counts) {
            let _ = writeln!(
                table,
                "| {name} | {} | {part} | {} | {} | {} | {:.3} | {:.3} | {:.3} |",
                set.len(),
                count.right,
                count.beyond,
                count.missed,
                count.precision(),
                count.recall(),
                count.f1()
            );
        }
        for (at, bound) in [(0, 0.95), (1, 0.95), (2, 0.93), (3, 0.93)] {
            assert!(counts[at].f1() >= bound, "{name}: {} falls to {:.3}", PARTS[at], counts[at].f1());
        }
    }
    println!("{table}");
    write_after("tests/kalimat/README.md", "## Numbers\n\n", &table);
}

#[test]
fn what_the_rules_find_is_what_their_pages_say() {
    let show = std::env::var("SHOW").unwrap_or_default();
    let on_rows = judged();
    let all = lines("sops").len();
    let sets = ["latih", "uji", "uji-kedua", "uji-ketiga", "uji-keempat"]
        .map(|name| (name, against_drawings(name, show.split(',').any(|it| it == name))));
    for (name, (correct, wrong, _)) in &sets {
        println!("{name}: {wrong} of {correct} correct rows have a false finding");
        assert!(wrong * 100 <= *correct, "{name}: {wrong} of {correct} correct rows have a false finding");
    }
    for rule in sop::rules::all() {
        let number: u32 = rule.code[3..].parse().unwrap();
        if !(230..250).contains(&number) && !(570..590).contains(&number) {
            continue;
        }
        let mut words = "\nDiukur oleh `tests/kalimat.rs`. `sops`: semua kegiatan di `sops/`, tiap temuan dibaca dan dinilai. \
                         `latih`, `uji`: kalimat\nberlabel dalam bagan yang cocok dan yang bertentangan; `uji` tidak dilihat \
                         selama pembaca kalimat disetel.\n\nMeasured by `tests/kalimat.rs`: on all rows of `sops/`, each \
                         finding judged; and on labelled sentences in charts that agree\nwith them and that do not, `uji` \
                         held out.\n\n| Kumpulan | Kalimat | Temuan benar | Temuan keliru | Luput |\n|---|---|---|---|---|\n"
            .to_owned();
        let found = on_rows.get(rule.code).copied().unwrap_or_default();
        let _ = writeln!(words, "| sops | {} | {} | {} | |", all, found.right, found.beyond);
        if let Some(at) = RULES.iter().position(|code| *code == rule.code) {
            for (name, (correct, _, counts)) in &sets {
                let count = counts[at];
                let missed =
                    if count.right + count.missed > 0 { count.missed.to_string() } else { String::new() };
                let _ =
                    writeln!(words, "| {name} | {correct} | {} | {} | {missed} |", count.right, count.beyond);
            }
        }
        let path = format!("docs/rules/{}.md", rule.code);
        write_after(&path, "\n## Ukuran\n", &words);
        println!("{} {}", rule.code, &words[words.find("| sops").unwrap()..]);
    }
}

#[test]
fn what_each_of_these_sentences_says_is_certain() {
    let labels = lines("pasti");
    let read = sentences("pasti");
    let pairs = read.iter().zip(&labels).filter(|(labelled, _)| said(labelled) != labelled.says);
    let otherwise: Vec<_> = pairs.map(|(labelled, (_, text, _))| (text, said(labelled))).collect();
    assert!(otherwise.is_empty(), "read otherwise than labelled: {otherwise:#?}");
}

/// Each verb: what it does, its words, and whether something stands behind it; in brackets what others do.
fn verbs(uraian: &str) -> String {
    let file = format!("{LANES}1. Kasi: {uraian}\n");
    let procedure = compile(&file, &Config::default()).procedure.expect("it has a row");
    let text = &procedure.sop[KegiatanId(0)].uraian;
    let verb = |verb: &Verb| {
        let behind = if verb.object { " …" } else { "" };
        let said =
            format!("{} `{}`{behind}", verb.class.map_or("-", VerbClass::name), &text[verb.range.clone()]);
        if verb.own { said } else { format!("({said})") }
    };
    procedure.kalimat(KegiatanId(0)).verbs.iter().map(verb).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_verb_is_where_its_words_are() {
    assert_eq!(verbs("Membubuhkan tanda tangan"), "menandatangani `Membubuhkan tanda tangan`");
    assert_eq!(
        verbs("Memberikan persetujuan dan tanda tangan pada surat"),
        "memutuskan `Memberikan persetujuan`, menandatangani `tanda tangan`"
    );
    assert_eq!(verbs("Memberi paraf serta persetujuan"), "memaraf `Memberi paraf`, memutuskan `persetujuan`");
    assert_eq!(
        verbs("Surat dibaca, Kepala Bidang diminta melengkapi berkas"),
        "memeriksa `dibaca`, memerintahkan `diminta` …, (menyusun `melengkapi` …)"
    );
}

#[test]
fn a_row_is_asked_what_it_does() {
    let text = "sop: Uji\npelaksana:\n  - Staf\n  - Kadis\nkegiatan:\n\
        1. Kadis: Memeriksa dan menandatangani surat\n2. Staf: Menyampaikan untuk diarsipkan\n";
    let found = compile(text, &Config::default()).procedure.expect("it has rows");
    let first = found.kalimat(KegiatanId(0));
    assert!(first.does(VerbClass::Check) && first.does(VerbClass::Sign) && !first.does(VerbClass::File));
    let second = found.kalimat(KegiatanId(1));
    assert!(!second.does(VerbClass::File) && second.mentions(VerbClass::File));
    assert_eq!(second.class(), Some(VerbClass::HandOver));
}

const LANES: &str = "sop: Uji\npelaksana:\n  - Staf\n  - Kasi\n  - Kabid = Kepala Bidang\nkegiatan:\n";

/// The text after the fix of the one finding of this rule.
fn mended(rows: &str, code: &str) -> String {
    let mut text = format!("{LANES}{rows}");
    let compiled = compile(&text, &Config::default());
    let of_rule: Vec<_> = compiled.diagnostics.iter().filter(|it| it.rule.code == code).collect();
    let [finding] = of_rule[..] else { panic!("{code} is raised {} times in\n{text}", of_rule.len()) };
    let fix = finding.fix.as_ref().unwrap_or_else(|| panic!("{code} offers nothing for\n{text}"));
    for (span, words) in fix.edits.iter().rev() {
        text.replace_range(span.range(), words);
    }
    let again = compile(&text, &Config::default()).diagnostics;
    assert!(again.iter().all(|it| it.rule.code != code), "{code} is still there\n{text}");
    text[LANES.len()..].to_owned()
}

#[test]
fn what_a_sentence_rule_mends_is_mended_also_over_two_lines() {
    let after = |rows| format!("{rows}2. Kasi: Memeriksa laporan\n");
    assert_eq!(
        mended(&after("1. Staf: Staf\n     menyusun laporan\n"), "SOP570"),
        after("1. Staf: Menyusun laporan\n")
    );
    assert_eq!(
        mended(&after("1. Staf: Penyusunan laporan bulanan\n"), "SOP571"),
        after("1. Staf: Menyusun laporan bulanan\n")
    );
    // An adjective is no object: what is examined only the writer knows.
    let text = format!("{LANES}{}", after("1. Staf: Pemeriksaan administratif\n"));
    let found = compile(&text, &Config::default()).diagnostics;
    let told = found.iter().find(|it| it.rule.code == "SOP571").unwrap();
    assert!(told.fix.is_none() && told.help_text(Lang::Id).unwrap().contains("`Memeriksa …`"), "{told:?}");
    assert_eq!(
        mended(&after("1. Staf: Memerintahkan\n     Staf untuk memeriksa laporan\n"), "SOP231"),
        after("1. Staf: Memerintahkan\n     Kasi untuk memeriksa laporan\n")
    );
    let back = "1. Staf: Menyusun laporan\n2. Kasi: Mengembalikan laporan yang salah kepada Staf\n";
    assert_eq!(
        mended(&format!("{back}3. Kabid: Menandatangani laporan\n"), "SOP232"),
        format!("{back}   ya: lanjut ke 3\n   tidak: kembali ke 1\n3. Kabid: Menandatangani laporan\n")
    );
}

#[test]
fn who_is_right_the_sentence_or_the_arrow_only_the_writer_knows() {
    let text = format!("{LANES}1. Staf: Menyerahkan laporan kepada Kabid\n2. Kasi: Memeriksa laporan\n");
    let found = compile(&text, &Config::default()).diagnostics;
    let fixes: Vec<_> =
        found.iter().filter(|it| it.rule.code == "SOP230").map(|it| it.fix.is_some()).collect();
    assert_eq!(fixes, [false]);
}

#[test]
fn work_goes_back_to_the_only_row_above_of_who_gets_it() {
    let back = "2. Kasi: Mengembalikan laporan yang salah kepada Staf\n";
    // What the same one does below is nowhere to go back to.
    let below = "3. Kabid: Menandatangani laporan\n4. Staf: Mengarsipkan laporan\n";
    let rows = |lines| format!("1. Staf: Menyusun laporan\n{back}{lines}{below}");
    assert_eq!(mended(&rows(""), "SOP232"), rows("   ya: lanjut ke 3\n   tidak: kembali ke 1\n"));
    // Of two rows above nobody knows which is meant.
    let two = format!("{LANES}1. Staf: Menyusun laporan\n1a. Staf: Mencetak laporan\n{back}{below}");
    let found = compile(&two, &Config::default()).diagnostics;
    let told: Vec<_> =
        found.iter().filter(|it| it.rule.code == "SOP232").map(|it| it.fix.is_some()).collect();
    assert_eq!(told, [false]);
}

#[test]
fn an_office_of_the_register_is_known_in_sentences() {
    let role = Jabatan { pendek: "Widyaiswara".into(), nama_lain: vec!["WI".into()], panjang: None };
    let office = Config { pelaksana: std::sync::Arc::new([role].into_iter().collect()), ..Config::default() };
    let text = format!("{LANES}1. Staf: Menyerahkan modul kepada WI\n2. Kasi: Memeriksa modul\n");
    let raised =
        |config: &Config| compile(&text, config).diagnostics.iter().any(|it| it.rule.code == "SOP235");
    assert!(raised(&office));
    assert!(!raised(&Config::default()));
}

#[test]
fn an_unsure_change_is_not_offered() {
    let found = |rows: &str| {
        let compiled = compile(&format!("{LANES}{rows}"), &Config::default());
        compiled
            .diagnostics
            .iter()
            .filter(|it| it.fix.is_some() && it.rule.code >= "SOP570")
            .map(|it| it.rule.code)
            .collect::<Vec<_>>()
    };
    // Who makes it is said behind it; two nouns are joined; the adverb would be lost.
    assert_eq!(found("1. Staf: Penyusunan laporan oleh Staf\n"), [""; 0]);
    assert_eq!(found("1. Staf: Penyusunan dan penggandaan laporan\n"), [""; 0]);
    assert_eq!(found("1. Staf: Staf segera menyusun laporan\n"), [""; 0]);
}

#[test]
fn parties_that_are_told_come_later_or_are_not_certain_raise_nothing() {
    for text in [
        "Menyampaikan laporan kepada Kasi dengan tembusan kepada Kabid",
        "Menyampaikan laporan kepada Kabid melalui Kasi",
        "Menyampaikan laporan kepada Kasi untuk diteruskan kepada Kabid",
        "Memberitahukan jadwal kepada Kabid",
        "Menyusun surat yang ditujukan kepada Kabid",
        "Menyampaikan laporan kepada Kabid Pemberdayaan",
        "Menyiapkan bahan, bila perlu meminta arahan",
        "Menyampaikan laporan kepada petugas",
    ] {
        let file = format!("{LANES}1. Staf: {text}\n2. Kasi: Memeriksa laporan\n");
        let compiled = compile(&file, &Config::default());
        let found: Vec<_> = compiled.diagnostics.iter().filter(|it| RULES.contains(&it.rule.code)).collect();
        assert!(found.is_empty(), "{text}: {found:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_are_read_without_a_fault(words in proptest::collection::vec(proptest::sample::select(WORDS), 0..24)) {
        let file = format!("{LANES}1. Staf: {}\n2. Kasi: Selesai\n", words.join(" "));
        let compiled = compile(&file, &Config::default());
        for finding in &compiled.diagnostics {
            prop_assert!(file.get(finding.primary.range()).is_some(), "{finding:?}");
        }
    }
}

/// Words that turn the reader's corners.
const WORDS: &[&str] = &[
    "jika",
    "tidak",
    "setuju",
    ",",
    ".",
    ";",
    "maka",
    "Kabid",
    "Kepala",
    "Bidang",
    "Staf",
    "Kasi",
    "kepada",
    "ke",
    "dan",
    "lalu",
    "untuk",
    "yang",
    "menyampaikan",
    "memberi",
    "tanda",
    "tangan",
    "perintah",
    "dikembalikan",
    "diminta",
    "mengembalikan",
    "memerintahkan",
    "penyusunan",
    "é",
    "“",
    "…",
    "dalam",
    "hal",
    "tembusan",
    "melalui",
    "a.",
    "/",
    "bersama",
    "Évaluasi",
    "surat",
    "diperbaiki",
    "menyerahkannya",
    "bila",
    "perlu",
];
