//! What comes after what: the flow rules of the language, one small procedure each.

use sop::analysis::flow::Target;
use sop::compile::{Compiled, compile};
use sop::config::Config;
use sop::model::{Setelah, SimpulId};

/// A procedure of lanes A to E around these rows.
fn procedure(rows: &str) -> Compiled {
    let mut text = String::from("pelaksana:\n  - A, Aa\n  - B\n  - C\n  - D\n  - E atau F\n\nkegiatan:\n\n");
    text.push_str(rows);
    compile(&text, &Config::default())
}

/// Every arrow as `from>to answer`, in canonical order.
fn arrows(rows: &str) -> String {
    let compiled = procedure(rows);
    let procedure = compiled.procedure.expect("there are rows");
    let sop = &procedure.sop;
    let mut out = Vec::new();
    for edge in &procedure.flow.edges {
        let to = match edge.to {
            Target::Simpul(to) => sop.kunci(to),
            Target::Akhir(to) => format!("[{}]", sop[to].nama.clone().unwrap_or_default()),
        };
        let answer = match (&sop[edge.from].setelah, edge.cabang) {
            (Setelah::Jika(cabang), Some(at)) => format!(" {}", cabang[at].jawaban.teks()),
            _ => String::new(),
        };
        let bound = edge.paling_banyak.map_or(String::new(), |bound| format!(" x{bound}"));
        let mark =
            format!("{}{}", if edge.bersamaan { " &" } else { "" }, if edge.lalu { " lalu" } else { "" });
        out.push(format!("{}>{to}{answer}{bound}{mark}", sop.kunci(edge.from)));
    }
    out.join(", ")
}

/// The codes of the findings about names and flow, each once.
fn codes(rows: &str) -> Vec<&'static str> {
    let flow = |code: &&str| (*code < "SOP208" && *code > "SOP150") || *code < "SOP149";
    let found: Vec<&str> =
        procedure(rows).diagnostics.iter().map(|finding| finding.rule.code).filter(flow).collect();
    let mut found: Vec<&str> = found.into_iter().filter(|code| *code != "SOP201").collect();
    found.dedup();
    found
}

#[test]
fn without_a_line_the_work_goes_on_to_the_next_row_and_the_last_ends() {
    assert_eq!(arrows("1. A: x\n2. B: y\n"), "1>2, 2>[]");
}

#[test]
fn in_a_chain_ya_goes_on_and_tidak_one_place_back() {
    let rows = "1. A: x\n2. A -> B? -> C?: y\n3. D: z\n";
    assert_eq!(arrows(rows), "1>2.1, 2.1>2.2, 2.2>2.3 ya, 2.2>2.1 tidak, 2.3>3 ya, 2.3>2.2 tidak, 3>[]");
    assert!(codes(rows).is_empty());
}

#[test]
fn the_first_place_that_decides_needs_a_tidak_line_when_nothing_stands_before_it() {
    assert_eq!(codes("1. A: x\n2. B? -> C?: y\n3. D: z\n"), ["SOP164"]);
    let mended = "1. A: x\n2. B? -> C?: y\n   tidak (B): kembali ke 1\n3. D: z\n";
    assert!(codes(mended).is_empty());
    assert_eq!(arrows(mended), "1>2.1, 2.1>2.2 ya, 2.1>1 tidak, 2.2>3 ya, 2.2>2.1 tidak, 3>[]");
}

#[test]
fn a_tidak_without_a_name_speaks_for_all_places_that_have_none_of_their_own() {
    let rows = "1. A: x\n2. A -> B? -> C? -> D?: y\n   tidak: kembali, paling banyak 2 kali\n   tidak (C): selesai, batal\n3. D: z\n";
    assert_eq!(
        arrows(rows),
        "1>2.1, 2.1>2.2, 2.2>2.3 ya, 2.2>2.1 tidak x2, 2.3>2.4 ya, 2.3>[batal] tidak, 2.4>3 ya, 2.4>2.3 tidak x2, 3>[]"
    );
    assert!(codes(rows).is_empty());
}

#[test]
fn kembali_without_a_number_has_no_target_at_the_first_place() {
    assert_eq!(codes("1. A: x\n2. B? -> C?: y\n   tidak: kembali\n3. D: z\n"), ["SOP167"]);
}

#[test]
fn outcome_lines_without_a_question_mark_belong_to_the_last_place() {
    let rows = "1. A: x\n2. B -> C: y\n   ya: lanjut ke 3\n   tidak: kembali ke 1\n3. D: z\n";
    assert_eq!(arrows(rows), "1>2.1, 2.1>2.2, 2.2>3 ya, 2.2>1 tidak, 3>[]");
}

#[test]
fn an_unnamed_ya_in_a_chain_is_where_the_chain_leads() {
    let rows = "1. A: x\n2. A -> B? -> C?: y\n   ya: lanjut ke 4\n3. D: z\n4. D: w\n";
    assert_eq!(arrows(rows), "1>2.1, 2.1>2.2, 2.2>2.3 ya, 2.2>2.1 tidak, 2.3>4 ya, 2.3>2.2 tidak, 3>4, 4>[]");
}

#[test]
fn alternatives_are_several_places_and_joint_actors_are_one() {
    assert_eq!(arrows("1. A: x\n2. B atau C: y\n3. D: z\n"), "1>2.1, 1>2.2, 2.1>3, 2.2>3, 3>[]");
    assert_eq!(arrows("1. A: x\n2. B, C: y\n3. D: z\n"), "1>2, 2>3, 3>[]");
}

#[test]
fn a_declared_name_that_holds_atau_is_not_split() {
    assert_eq!(arrows("1. A: x\n2. E atau F: y\n"), "1>2, 2>[]");
    assert_eq!(arrows("1. A: x\n2. B atau E atau F: y\n"), "1>2.1, 1>2.2, 2.1>[], 2.2>[]");
    assert!(codes("1. A: x\n2. B atau E  ATAU F: y\n").is_empty());
}

#[test]
fn a_target_may_name_one_symbol_of_a_row() {
    let rows = "1. A -> B: x\n2. C: y\n   ya: lanjut ke 3\n   tidak: kembali ke 1 B\n3. D: z\n";
    assert_eq!(arrows(rows), "1.1>1.2, 1.2>2, 2>3 ya, 2>1.2 tidak, 3>[]");
    assert_eq!(codes(&rows.replace("1 B", "1 C")), ["SOP162", "SOP206"][..1]);
}

#[test]
fn alur_may_speak_for_one_symbol() {
    let rows = "1. A atau B: x\n   alur (B): lanjut ke 3\n2. C: y\n3. D: z\n";
    assert_eq!(arrows(rows), "1.1>2, 1.2>3, 2>3, 3>[]");
}

#[test]
fn two_lines_for_two_names_of_one_lane_contradict_each_other() {
    let rows = "1. B: x\n2. A? -> C: y\n   tidak (A): kembali ke 1\n   tidak (Aa): selesai\n3. D: z\n";
    assert_eq!(codes(rows), ["SOP165"]);
    let rows = "1. A: x\n   alur (A): lanjut ke 2\n   alur (Aa): lanjut ke 3\n2. B: y\n3. D: z\n";
    assert_eq!(codes(rows), ["SOP165"]);
}

#[test]
fn a_fork_starts_rows_and_the_default_way_leads_to_the_row_that_waits() {
    let rows = "1. A: x\n   bersamaan: 2, 3\n2. B: y\n3. C: z\n4. D: w\n   menunggu: 2, 3\n";
    assert_eq!(arrows(rows), "1>2 &, 1>3 &, 2>4, 3>4, 4>[]");
    assert!(codes(rows).is_empty());
}

#[test]
fn a_row_that_decides_cannot_start_several_rows() {
    let rows = "1. A: x\n   bersamaan: 2, 3\n   ya: lanjut ke 2\n   tidak: selesai\n2. B: y\n3. C: z\n";
    assert_eq!(codes(rows), ["SOP171", "SOP202"][..1]);
}

#[test]
fn ends_of_the_same_name_are_one() {
    let rows = "1. A: x\n   ya: lanjut ke 2\n   tidak: selesai, Ditolak\n2. B: y\n   ya: selesai\n   tidak: selesai, ditolak\n";
    let procedure = procedure(rows).procedure.unwrap();
    assert_eq!(procedure.sop.akhir.len(), 2);
    assert_eq!(arrows(rows), "1>2 ya, 1>[Ditolak] tidak, 2>[] ya, 2>[Ditolak] tidak");
}

#[test]
fn what_follows_a_bound_is_an_arrow_of_its_own() {
    let rows = "1. A: x\n2. B: y\n   ya: selesai\n   tidak: kembali ke 1, paling banyak 2 kali, lalu lanjut ke 3\n3. C: z\n";
    assert_eq!(arrows(rows), "1>2, 2>[] ya, 2>1 tidak x2, 2>3 tidak lalu, 3>[]");
}

#[test]
fn the_wrong_word_is_mended_by_its_fix() {
    let text = "pelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: x\n2. B: y\n   ya: kembali ke 3\n   tidak: lanjut ke 1\n3. A: z\n";
    let compiled = compile(text, &Config::default());
    let wrong: Vec<_> = compiled.diagnostics.iter().filter(|finding| finding.rule.code == "SOP161").collect();
    assert_eq!(wrong.len(), 2);
    let mut mended = text.to_owned();
    for finding in wrong.into_iter().rev() {
        for (span, new) in &finding.fix.as_ref().expect("a fix").edits {
            mended.replace_range(span.range(), new);
        }
    }
    assert!(mended.contains("ya: lanjut ke 3\n   tidak: kembali ke 1\n"), "{mended}");
}

#[test]
fn a_missing_outcome_is_mended_by_its_fix() {
    let text =
        "pelaksana:\n  - A\n  - B\n\nkegiatan:\n\n1. A: x\n2. A -> B: y\n   ya: lanjut ke 3\n3. A: z\n";
    let compiled = compile(text, &Config::default());
    let missing = compiled.diagnostics.iter().find(|finding| finding.rule.code == "SOP164").unwrap();
    let mut mended = text.to_owned();
    for (span, new) in &missing.fix.as_ref().expect("a fix").edits {
        mended.replace_range(span.range(), new);
    }
    assert!(mended.contains("   ya: lanjut ke 3\n   tidak (B): kembali ke 1\n3."), "{mended}");
    let again = compile(&mended, &Config::default());
    assert!(!again.has_errors(), "{:?}", again.diagnostics);
}

#[test]
fn a_target_to_nowhere_names_its_neighbours_and_a_doubled_number_means_the_first() {
    let rows = "1. A: x\n2. B: y\n   ya: lanjut ke 9\n   tidak: kembali ke 1\n2. C: z\n4. D: w\n   ya: selesai\n   tidak: kembali ke 2\n";
    // That `kembali ke 2` may mean either row 2 is said with the doubled number.
    assert_eq!(codes(rows), ["SOP160", "SOP157"]);
    assert!(arrows(rows).contains("4>2"), "{}", arrows(rows));
    let compiled = procedure(rows);
    let nowhere = compiled.diagnostics.iter().find(|finding| finding.rule.code == "SOP160").unwrap();
    assert_eq!(
        nowhere.help_text(sop::text::Lang::Id).unwrap(),
        "sebut nomor kegiatan yang ada dalam naskah ini, dari 1 sampai 4"
    );
}

#[test]
fn a_symbol_waits_for_the_last_place_of_each_awaited_row() {
    let rows = "1. A: x\n   bersamaan: 2, 3\n2. B -> C: y\n3. C: z\n4. D: w\n   menunggu: 2, 3\n";
    let sop = procedure(rows).procedure.unwrap().sop;
    let waits: Vec<String> = sop[SimpulId(4)].menunggu.iter().map(|id| sop.kunci(*id)).collect();
    assert_eq!(waits, ["2.2", "3"]);
}

#[test]
fn an_answer_of_its_own_is_not_mixed_with_one_for_all() {
    // A named `ya` leaves no room for an unnamed `jika`; a second answer of the same kind is told.
    let rows = "1. A: x\n2. B?: y\n   ya (B): lanjut ke 3\n   jika sangat besar: selesai\n   tidak: kembali ke 1\n3. C: z\n";
    assert_eq!(arrows(rows), "1>2, 2>3 ya, 2>1 tidak, 3>[]");
}

#[test]
fn a_row_that_begins_several_at_once_says_no_other_way() {
    let forked = |line: &str| {
        codes(&format!(
            "1. A: x\n   bersamaan: 2, 3\n{line}2. B: y\n   alur: lanjut ke 4\n3. C: z\n4. D: w\n"
        ))
    };
    assert!(forked("").is_empty(), "{:?}", forked(""));
    assert_eq!(forked("   alur: lanjut ke 2\n"), ["SOP171"]);
}

#[test]
fn a_row_may_return_to_itself() {
    let rows = "1. A: x\n2. B -> C?: y\n   tidak: kembali ke 2 C\n3. D: z\n";
    assert!(arrows(rows).contains("2.2>2.2 tidak"), "{}", arrows(rows));
    assert!(codes(&rows.replace("kembali ke 2 C", "lanjut ke 2 C")).contains(&"SOP161"));
}
