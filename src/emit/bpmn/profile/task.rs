//! What each engine wants to hear of a user task: who may take it, what is chosen, counted, and begun with it.

use super::{Profile, camunda_deadline, days_and_seconds};
use crate::emit::bpmn::graph::{Deadline, Outcome, Task};
use crate::emit::bpmn::xml::Xml;
use crate::emit::engine::Engine;
use std::collections::BTreeMap;

/// What there is to say of a task, whatever the engine.
struct Said<'a> {
    task: &'a Task,
    /// The variable that somebody chooses a value for.
    offered: Option<(&'a str, &'a [Outcome])>,
    /// Variables that count, each with the values that it counts.
    counts: Vec<(&'a str, Vec<String>)>,
    /// The deadlines that its completion begins.
    after: Vec<&'a Deadline>,
    /// The deadlines that its start begins.
    with: Vec<&'a Deadline>,
}

impl<'a> Profile<'a> {
    /// The extension elements of a user task.
    pub fn task_elements(&self, at: usize, question: &str, xml: &mut Xml) {
        let said = self.said(at);
        match self.engine {
            Engine::Standard => {}
            Engine::Camunda7 => self.camunda(&said, question, xml),
            Engine::Flowable => self.flowable(&said, question, xml),
            Engine::Zeebe => self.zeebe(&said, xml),
            Engine::Spiff => self.spiff(&said, xml),
        }
    }

    fn said(&self, at: usize) -> Said<'a> {
        let graph = self.graph;
        let task = &graph.tasks[at];
        let (after, with) = &self.deadlines[at];
        let of = |list: &[usize]| list.iter().map(|it| &graph.deadlines[*it]).collect();
        Said {
            task,
            offered: task.variable.as_deref().map(|variable| (variable, &task.outcomes[..])),
            counts: self.counts(task),
            after: of(after),
            with: of(with),
        }
    }

    fn counts(&self, task: &Task) -> Vec<(&'a str, Vec<String>)> {
        let mut out: Vec<(&str, Vec<String>)> = Vec::new();
        let mut known: BTreeMap<usize, usize> = BTreeMap::new();
        for outcome in &task.outcomes {
            let Some(counter) = outcome.counter else { continue };
            let at = *known.entry(counter).or_insert(out.len());
            if at == out.len() {
                out.push((&self.graph.counters[counter].variable, Vec::new()));
            }
            out[at].1.push(outcome.value.clone());
        }
        out
    }

    /// When a counter counts; always where nothing is chosen.
    fn test(&self, task: &Task, values: &[String]) -> String {
        match &task.variable {
            Some(variable) => self.one_of(variable, values),
            None if self.engine == Engine::Spiff => "True".to_owned(),
            None => "true".to_owned(),
        }
    }

    /// Counting, for engines that have listeners.
    fn count(&self, said: &Said, xml: &mut Xml) {
        for (name, values) in &said.counts {
            let next = format!("({}) ? {name} + 1 : {name}", self.test(said.task, values));
            self.listener(xml, "end", &format!("execution.setVariable('{name}', {next})"));
        }
    }

    fn camunda(&self, said: &Said, question: &str, xml: &mut Xml) {
        self.count(said, xml);
        let (after, with) =
            (said.after.iter().map(|it| ("end", it)), said.with.iter().map(|it| ("start", it)));
        for (event, deadline) in after.chain(with) {
            self.listener(xml, event, &camunda_deadline(&deadline.variable, &deadline.duration));
        }
        let Some((variable, outcomes)) = said.offered else { return };
        xml.open("camunda:formData", &[]);
        xml.open("camunda:formField", &[("id", variable), ("label", question), ("type", "enum")]);
        for outcome in outcomes {
            xml.empty("camunda:value", &[("id", &outcome.value), ("name", &outcome.label)]);
        }
        xml.close("camunda:formField");
        xml.close("camunda:formData");
    }

    fn flowable(&self, said: &Said, question: &str, xml: &mut Xml) {
        self.count(said, xml);
        let Some((variable, outcomes)) = said.offered else { return };
        xml.open(
            "flowable:formProperty",
            &[("id", variable), ("name", question), ("type", "enum"), ("required", "true")],
        );
        for outcome in outcomes {
            xml.empty("flowable:value", &[("id", &outcome.value), ("name", &outcome.label)]);
        }
        xml.close("flowable:formProperty");
    }

    fn zeebe(&self, said: &Said, xml: &mut Xml) {
        let Said { task, offered, counts, after, with } = said;
        xml.empty("zeebe:userTask", &[]);
        let groups = self.groups_of(task).join(",");
        xml.empty("zeebe:assignmentDefinition", &[("candidateGroups", &groups)]);
        if let Some((variable, outcomes)) = offered {
            xml.open("zeebe:taskHeaders", &[]);
            xml.empty("zeebe:header", &[("key", variable), ("value", &barred(outcomes))]);
            xml.close("zeebe:taskHeaders");
        }
        if counts.is_empty() && after.is_empty() && with.is_empty() {
            return;
        }
        xml.open("zeebe:ioMapping", &[]);
        for deadline in with {
            let local = format!("mulai_{}", deadline.variable);
            xml.empty("zeebe:input", &[("source", "=now()"), ("target", &local)]);
        }
        // With an output mapping only what is mapped leaves the task.
        if let Some((variable, _)) = offered {
            xml.empty("zeebe:output", &[("source", &format!("={variable}")), ("target", variable)]);
        }
        for (name, values) in counts {
            let source = format!("=if {} then {name} + 1 else {name}", self.test(task, values));
            xml.empty("zeebe:output", &[("source", &source), ("target", name)]);
        }
        for deadline in after {
            let source = format!("=now() + duration(\"{}\")", deadline.duration);
            xml.empty("zeebe:output", &[("source", &source), ("target", &deadline.variable)]);
        }
        for deadline in with {
            let source = format!("=mulai_{} + duration(\"{}\")", deadline.variable, deadline.duration);
            xml.empty("zeebe:output", &[("source", &source), ("target", &deadline.variable)]);
        }
        xml.close("zeebe:ioMapping");
    }

    fn spiff(&self, said: &Said, xml: &mut Xml) {
        let Said { task, offered, counts, after, with } = said;
        xml.open("spiffworkflow:properties", &[]);
        let groups = self.groups_of(task).join(",");
        xml.empty("spiffworkflow:property", &[("name", "candidateGroups"), ("value", &groups)]);
        if let Some((variable, outcomes)) = offered {
            xml.empty("spiffworkflow:property", &[("name", variable), ("value", &barred(outcomes))]);
        }
        xml.close("spiffworkflow:properties");
        if !with.is_empty() {
            let script: Vec<String> = with.iter().map(|it| spiff_deadline(it)).collect();
            xml.text("spiffworkflow:preScript", &[], &script.join("\n"));
        }
        let mut script: Vec<String> = Vec::new();
        for (name, values) in counts {
            let test = self.test(task, values);
            script.push(format!(
                "try:\n    {name}\nexcept NameError:\n    {name} = 0\nif {test}:\n    {name} = {name} + 1"
            ));
        }
        script.extend(after.iter().map(|it| spiff_deadline(it)));
        if !script.is_empty() {
            xml.text("spiffworkflow:postScript", &[], &script.join("\n"));
        }
    }
}

/// Values to choose from, between bars.
fn barred(outcomes: &[Outcome]) -> String {
    outcomes.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join("|")
}

fn spiff_deadline(deadline: &Deadline) -> String {
    let (days, seconds) = days_and_seconds(&deadline.duration);
    format!(
        "from datetime import datetime, timedelta, timezone\n{} = (datetime.now(timezone.utc) + timedelta(days={days}, seconds={seconds})).isoformat()",
        deadline.variable
    )
}
