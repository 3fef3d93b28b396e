//! The outcomes of a task: of our own file as they were written, of another program's as its labels say them.

use super::Writer;
use crate::import::bpmn::chart::one_line;
use crate::import::bpmn::rows::{Goal, Way, follow, passes_over, way};
use crate::sorting;
use crate::syntax::in_a_sentence;
use crate::text::fold;
use std::collections::BTreeSet;

pub(super) struct Outcome {
    /// `ya`, `tidak`, `jika`, `alur`.
    pub key: &'static str,
    pub words: Option<String>,
    pub whom: Option<String>,
    pub way: Way,
    /// Read from a file of ours.
    own: bool,
}

impl Writer<'_, '_> {
    /// Whether a task decides between ya and tidak.
    pub(super) fn answers(&self, node: usize) -> bool {
        self.outcomes(node).is_some_and(|all| all.iter().any(|it| matches!(it.key, "ya" | "tidak")))
    }

    /// The outcomes of a task; `None` where it decides nothing.
    pub(super) fn outcomes(&self, node: usize) -> Option<Vec<Outcome>> {
        let chart = self.chart;
        let out = &chart.nodes[node].out;
        let flows: Vec<usize> = match out[..] {
            [only] => match follow(chart, only) {
                Goal::Choice(gateway) => chart.nodes[gateway].out.clone(),
                _ => return None,
            },
            _ if out.len() > 1 && out.iter().any(|flow| self.conditional(*flow)) => out.clone(),
            _ => return None,
        };
        let flows: Vec<usize> = flows.into_iter().filter(|flow| !passes_over(&chart.flows[*flow])).collect();
        let mut all: Vec<Outcome> = flows.iter().map(|flow| self.outcome(node, *flow)).collect();
        if let [only] = &all[..]
            && only.whom.is_none()
            && only.key == "jika"
        {
            return None;
        }
        // Both answers, or conditions for all.
        let known = |key: &str| all.iter().filter(|it| it.key == key).count();
        let answered =
            all.len() == 2 && known("ya") + known("tidak") >= 1 && known("ya") < 2 && known("tidak") < 2;
        let own = all.iter().all(|it| it.own);
        if !own && answered {
            let missing = if known("ya") == 0 { "ya" } else { "tidak" };
            if let Some(other) = all.iter_mut().find(|it| it.key == "jika") {
                other.key = missing;
            }
            sorting::by_key(&mut all, |it| it.key != "ya");
            if let Some(yes) = all.first_mut().filter(|it| it.words.is_none()) {
                yes.words = self.question(node).and_then(condition);
            }
        } else if !own {
            for (at, it) in all.iter_mut().enumerate() {
                let words = match (it.key, &it.words) {
                    ("jika", words) => words.clone(),
                    (key, Some(words)) => Some(format!("{key} {words}")),
                    (key, None) => Some(key.to_owned()),
                };
                it.key = "jika";
                it.words = words.or_else(|| Some(format!("pilihan {}", at + 1)));
            }
        }
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for it in all.iter_mut().filter(|it| it.key == "jika") {
            let base = it.words.clone().unwrap_or_default();
            let mut words = base.clone();
            let mut number = 2;
            while !seen.insert(fold(&format!("{:?} {words}", it.whom))) {
                words = format!("{base} ({number})");
                number += 1;
            }
            it.words = Some(words);
        }
        Some(all)
    }

    /// What the gateway behind a task asks.
    fn question(&self, node: usize) -> Option<&str> {
        let [only] = self.chart.nodes[node].out[..] else { return None };
        let Goal::Choice(gateway) = follow(self.chart, only) else { return None };
        // A row that was added for a gateway says its name.
        self.chart.nodes[node].element?;
        Some(self.chart.nodes[gateway].name.as_str()).filter(|name| !name.is_empty())
    }

    /// A question that no outcome of the task repeats.
    pub(super) fn unanswered(&self, node: usize) -> Option<String> {
        let question = self.question(node)?;
        let outcomes = self.outcomes(node)?;
        let said = condition(question).map(|words| fold(&words));
        let repeats = |it: &Outcome| it.own || it.words.as_ref().map(|words| fold(words)) == said;
        (!outcomes.iter().any(repeats)).then(|| question.to_owned())
    }

    fn conditional(&self, flow: usize) -> bool {
        self.chart.flows[flow].element.is_some_and(|it| it.first("conditionExpression").is_some())
    }

    fn outcome(&self, node: usize, flow: usize) -> Outcome {
        let of = &self.chart.flows[flow];
        let way = way(self.chart, flow);
        let values = of.element.and_then(|it| it.own("cabang").next()).and_then(|it| it.attribute("nilai"));
        let kept = values.and_then(|values| {
            let task = self.chart.nodes[node].element?;
            task.own("hasil").find(|it| {
                let value = it.attribute("nilai").unwrap_or_default();
                value != "dilewati" && values.split(' ').any(|it| it == value)
            })
        });
        if let Some(kept) = kept {
            let key = match kept.attribute("jawaban") {
                Some("ya") => "ya",
                Some("tidak") => "tidak",
                Some("jika") => "jika",
                _ => "alur",
            };
            let words = kept.attribute("kondisi").map(one_line);
            let label = of.name.rsplit_once(": ").map_or(of.name.as_str(), |(_, label)| label);
            let (typed_key, typed) = answer(label.split("; ").next().unwrap_or_default());
            let renamed = key != "alur"
                && match key {
                    "jika" => {
                        words.as_ref().map(|it| it.to_lowercase()) != Some(label.to_lowercase())
                            && !of.name.contains(": ")
                            && !of.name.contains("; ")
                    }
                    key => {
                        typed_key != key
                            || typed.as_ref().map(|it| fold(it)) != words.as_ref().map(|it| fold(it))
                    }
                };
            if !renamed {
                let whom = kept.attribute("pelaku").map(one_line);
                return Outcome { key, words, whom, way, own: true };
            }
        }
        let (key, words) = answer(&of.name);
        let words = words.map(|words| words.replace(':', " -"));
        let expression = || {
            let text = of.element?.first("conditionExpression")?;
            Some(one_line(&text.text).replace(':', " -")).filter(|it| !it.is_empty())
        };
        let words = if key == "jika" { words.or_else(expression) } else { words };
        Outcome { key, words, whom: None, way, own: false }
    }
}

/// `Memenuhi syarat?` → `memenuhi syarat`, the condition of `ya`. `None` where it is no such question.
fn condition(question: &str) -> Option<String> {
    let words = question.strip_suffix('?')?.trim_end();
    let plain = !words.is_empty() && !words.contains([',', ':', ';', '?']);
    plain.then(|| in_a_sentence(words))
}

/// `Ya, memenuhi syarat` → the answer and the condition.
fn answer(name: &str) -> (&'static str, Option<String>) {
    let (first, rest) = match name.find([',', ':', ';']) {
        Some(at) => (&name[..at], Some(name[at + 1..].trim().to_owned())),
        None => (name, None),
    };
    let rest = rest.filter(|it| !it.is_empty());
    match fold(first).as_str() {
        "ya" | "yes" | "y" => ("ya", rest),
        "tidak" | "no" | "n" => ("tidak", rest),
        _ => ("jika", Some(name.trim().to_owned()).filter(|it| !it.is_empty())),
    }
}
