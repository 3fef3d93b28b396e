//! What each engine wants to hear beside the standard: its expressions, who may take a task, how a count and a deadline are
//! kept.

mod task;

use super::graph::{Actor, Graph, Task, When};
use super::names::ident;
use super::xml::Xml;
use crate::emit::engine::Engine;
use crate::emit::unique::Unique;

/// A namespace of the file: prefix and URI.
type Namespace = (&'static str, &'static str);

/// FEEL, as DMN 1.3 names it.
const FEEL: &str = "https://www.omg.org/spec/DMN/20191111/FEEL/";

pub(super) struct Profile<'a> {
    pub engine: Engine,
    graph: &'a Graph<'a>,
    /// By lane: the group of its people.
    groups: Vec<String>,
    /// By task: the deadlines that its completion begins, and those that its start does.
    deadlines: Vec<(Vec<usize>, Vec<usize>)>,
}

impl<'a> Profile<'a> {
    pub fn new(engine: Engine, graph: &'a Graph<'a>) -> Profile<'a> {
        let mut names = Unique::default();
        let lanes = graph.sop.pelaksana.iter();
        let groups = lanes.map(|lane| names.name(&ident(&lane.pendek.to_lowercase()))).collect();
        let mut deadlines = vec![(Vec::new(), Vec::new()); graph.tasks.len()];
        for (at, deadline) in graph.deadlines.iter().enumerate() {
            deadline.after.iter().for_each(|task| deadlines[*task].0.push(at));
            deadline.with.iter().for_each(|task| deadlines[*task].1.push(at));
        }
        Profile { engine, graph, groups, deadlines }
    }

    pub fn group(&self, lane: usize) -> &str {
        &self.groups[lane]
    }

    /// The groups whose people may take a task.
    pub fn groups_of(&self, task: &Task) -> Vec<String> {
        let group = |actor: &Actor| match actor {
            Actor::Lane(lane) => self.groups[*lane].clone(),
            Actor::Other(name) => ident(&name.to_lowercase()),
        };
        self.graph.actors(task).iter().map(group).collect()
    }

    pub fn namespaces(&self) -> Vec<Namespace> {
        let modeler = ("modeler", "http://camunda.org/schema/modeler/1.0");
        match self.engine {
            Engine::Standard => vec![],
            Engine::Camunda7 => vec![("camunda", "http://camunda.org/schema/1.0/bpmn"), modeler],
            Engine::Zeebe => vec![("zeebe", "http://camunda.org/schema/zeebe/1.0"), modeler],
            Engine::Flowable => vec![("flowable", "http://flowable.org/bpmn")],
            Engine::Spiff => vec![("spiffworkflow", "http://spiffworkflow.org/bpmn/schema/1.0/core")],
        }
    }

    /// Further attributes of `definitions`.
    pub fn definitions(&self) -> Vec<(&'static str, String)> {
        let pair = |key, value: &str| (key, value.to_owned());
        match self.engine {
            Engine::Standard => vec![pair("expressionLanguage", FEEL)],
            Engine::Camunda7 => vec![
                pair("modeler:executionPlatform", "Camunda Platform"),
                pair("modeler:executionPlatformVersion", "7.20.0"),
            ],
            Engine::Zeebe => vec![
                pair("modeler:executionPlatform", "Camunda Cloud"),
                pair("modeler:executionPlatformVersion", "8.6.0"),
            ],
            Engine::Flowable | Engine::Spiff => vec![],
        }
    }

    /// Further attributes of the process.
    pub fn process(&self) -> Vec<(&'static str, String)> {
        match self.engine {
            Engine::Camunda7 => vec![("camunda:historyTimeToLive", "P365D".to_owned())],
            _ => vec![],
        }
    }

    /// Further attributes of a user task.
    pub fn task(&self, task: &Task) -> Vec<(&'static str, String)> {
        let groups = self.groups_of(task).join(",");
        match self.engine {
            Engine::Camunda7 => vec![("camunda:candidateGroups", groups)],
            Engine::Flowable => vec![("flowable:candidateGroups", groups)],
            _ => vec![],
        }
    }

    fn is(&self, variable: &str, value: &str) -> String {
        match self.engine {
            Engine::Camunda7 | Engine::Flowable => format!("{variable} == '{value}'"),
            Engine::Spiff => format!("{variable} == \"{value}\""),
            Engine::Standard | Engine::Zeebe => format!("{variable} = \"{value}\""),
        }
    }

    fn one_of(&self, variable: &str, values: &[String]) -> String {
        values.iter().map(|value| self.is(variable, value)).collect::<Vec<_>>().join(" or ")
    }

    fn wrapped(&self, expression: &str) -> String {
        match self.engine {
            Engine::Camunda7 | Engine::Flowable => format!("${{{expression}}}"),
            Engine::Zeebe => format!("={expression}"),
            Engine::Standard | Engine::Spiff => expression.to_owned(),
        }
    }

    /// The expression of a condition.
    pub fn condition(&self, when: &When) -> String {
        let within = |counter: &usize| {
            let counter = &self.graph.counters[*counter];
            format!("{} <= {}", counter.variable, counter.most)
        };
        let expression = match when {
            When::Outcome(variable, values) => self.one_of(variable, values),
            When::Within(counter) => within(counter),
            When::OutcomeWithin(variable, values, counter) => {
                let outcome = self.one_of(variable, values);
                let outcome = if values.len() > 1 { format!("({outcome})") } else { outcome };
                format!("{outcome} and {}", within(counter))
            }
        };
        self.wrapped(&expression)
    }

    /// When a deadline is over.
    pub fn time(&self, deadline: usize) -> (&'static str, String) {
        let deadline = &self.graph.deadlines[deadline];
        match self.engine {
            // No date can be computed in its expressions without code of the office's own.
            Engine::Flowable => ("timeDuration", deadline.duration.clone()),
            Engine::Spiff => {
                let never = "2999-01-01T00:00:00+00:00";
                ("timeDate", format!("globals().get(\"{}\", \"{never}\")", deadline.variable))
            }
            _ => ("timeDate", self.wrapped(&deadline.variable)),
        }
    }

    /// What begins with the case.
    pub fn at_start(&self, xml: &mut Xml) {
        let Graph { counters, deadlines, .. } = self.graph;
        match self.engine {
            Engine::Camunda7 | Engine::Flowable => {
                for counter in counters {
                    self.listener(xml, "start", &format!("execution.setVariable('{}', 0)", counter.variable));
                }
                if self.engine == Engine::Camunda7 {
                    for deadline in deadlines {
                        let from = if deadline.at_start { &deadline.duration } else { NEVER };
                        self.listener(xml, "start", &camunda_deadline(&deadline.variable, from));
                    }
                }
            }
            _ => {}
        }
    }

    /// What the start event sets, for the engine that has no listeners.
    pub fn start_event(&self, xml: &mut Xml) {
        let Graph { counters, deadlines, .. } = self.graph;
        if self.engine != Engine::Zeebe || counters.is_empty() && deadlines.is_empty() {
            return;
        }
        xml.open("bpmn:extensionElements", &[]);
        xml.open("zeebe:ioMapping", &[]);
        for counter in counters {
            xml.empty("zeebe:output", &[("source", "=0"), ("target", &counter.variable)]);
        }
        for deadline in deadlines {
            let from = if deadline.at_start { &deadline.duration } else { NEVER };
            let source = format!("=now() + duration(\"{from}\")");
            xml.empty("zeebe:output", &[("source", &source), ("target", &deadline.variable)]);
        }
        xml.close("zeebe:ioMapping");
        xml.close("bpmn:extensionElements");
    }

    fn prefix(&self) -> &'static str {
        if self.engine == Engine::Camunda7 { "camunda" } else { "flowable" }
    }

    fn listener(&self, xml: &mut Xml, event: &str, expression: &str) {
        let name = format!("{}:executionListener", self.prefix());
        xml.empty(&name, &[("event", event), ("expression", &format!("${{{expression}}}"))]);
    }
}

/// Before its stretch has begun, a deadline is a hundred years away.
const NEVER: &str = "P36500D";

/// Days and seconds of a duration that `limit` wrote.
fn days_and_seconds(duration: &str) -> (u64, u64) {
    let (date, time) = duration.split_once('T').unwrap_or((duration, ""));
    let number =
        |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    let seconds: u64 = number(time);
    (number(date), if time.ends_with('M') { seconds * 60 } else { seconds })
}

fn camunda_deadline(variable: &str, duration: &str) -> String {
    let (days, seconds) = days_and_seconds(duration);
    format!(
        "execution.setVariable('{variable}', dateTime().plusDays({days}).plusSeconds({seconds}).toDate())"
    )
}
