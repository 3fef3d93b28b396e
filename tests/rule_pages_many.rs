//! Pages of rules on many files, run: each example is one or more files, ```` ```sop NAME.sop ````, perhaps
//! `per DAY`. Of what is found only the rules on many files count. `UPDATE_EXPECT=1` rewrites the pages.
#![allow(clippy::disallowed_methods, reason = "tests read files and the environment")]

#[path = "common/pages.rs"]
mod pages;

use pages::{Fence, fences, folder, keep_words, read};
use sop::compile::compile;
use sop::config::{self, Config};
use sop::day::Day;
use sop::diag::{Severity, Sink};
use sop::register::{Entry, Register, faults};
use sop::rules;
use sop::source::LineIndex;
use sop::text::Lang;

/// `FILE LINE:COL CODE message`
fn findings(page: &str, files: &[&Fence], settings: &Config, lang: Lang) -> String {
    let mut register = Register::new();
    let mut texts = Vec::new();
    let mut on = None;
    for fence in files {
        let name = fence.language.strip_prefix("sop ").expect("a file has a name");
        let (name, day) = name.split_once(" per ").unwrap_or((name, ""));
        on = on.or(Day::read(day));
        let text = &page[fence.inside.clone()];
        let compiled = compile(text, settings);
        let procedure = compiled.procedure.as_ref().expect("it has rows");
        register.add(Entry::of(name, procedure, &compiled.diagnostics, settings, &compiled.later));
        texts.push((name, text));
    }
    let mut out = String::new();
    for (at, found) in register.findings(on, Severity::Advice) {
        let (name, text) = texts[at];
        let index = LineIndex::new(text);
        for finding in found {
            let place = index.line_column(text, finding.primary.start as usize);
            let said = finding.message(lang);
            out += &format!("{name} {}:{} {} {said}\n", place.line, place.column, finding.rule.code);
        }
    }
    out
}

fn settings_of(page: &str, fences: &[Fence]) -> Config {
    let Some(fence) = fences.iter().find(|fence| fence.language == "toml sop") else {
        return Config::default();
    };
    let settings = config::parse(&page[fence.inside.clone()], "sop.toml", &rules::all(), &mut Sink::new());
    config::merge([&settings]).config
}

fn files<'f, 'p>(fences: &'f [Fence<'p>]) -> Vec<&'f Fence<'p>> {
    fences.iter().filter(|fence| fence.language.starts_with("sop ")).collect()
}

#[test]
fn pages_about_many_files_keep_their_word() {
    for rule in faults::ALL {
        let path = folder().join(format!("{}.md", rule.code));
        let page = read(&path);
        let (bad, good) = (fences(&page, "Salah"), fences(&page, "Benar"));
        let settings = settings_of(&page, &bad);
        let found = |lang| findings(&page, &files(&bad), &settings, lang);
        assert!(found(Lang::Id).contains(rule.code), "{} does not raise itself", rule.code);
        assert_eq!(
            findings(&page, &files(&good), &settings, Lang::Id),
            "",
            "the good example of {}",
            rule.code
        );
        keep_words(&path, found).unwrap_or_else(|why| panic!("{}: {why}", rule.code));
    }
}
