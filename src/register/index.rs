//! The facts of a part of many procedures as text, so that parts can be checked on different machines and brought
//! together: a line about the part, then a line (JSON) a procedure.
//!
//! A run over all files and the runs over all parts, brought together, find the same; `tests/memo.rs` holds them to
//! that.

use super::{Entry, Register};
use crate::sorting;
use serde::{Deserialize, Serialize};

/// Counts up when the lines change.
const VERSION: u32 = 9;

/// Which part of how many, and of which files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// From 1.
    pub part: u32,
    /// How many parts there are.
    pub of: u32,
    /// How many files all parts have together.
    pub files: usize,
    /// A fingerprint of the names of all files, in their order: parts of different folders do not belong together.
    pub names: String,
    /// Whether these are all files that there are: see [`Register::whole`].
    pub whole: bool,
}

/// A procedure of a part.
#[derive(Debug, Serialize, Deserialize)]
pub struct Line {
    /// Which file of all it is, from 0.
    pub at: usize,
    /// A fingerprint of the file, so that nobody quotes a text that has changed since.
    pub bytes: String,
    /// Its facts.
    pub entry: Entry,
}

#[derive(Serialize, Deserialize)]
struct Head {
    sop_index: u32,
    program: String,
    #[serde(flatten)]
    part: Part,
}

/// Why an index is of no use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is no index.
    NoIndex,
    /// Another version of the program wrote it.
    OtherProgram(String),
    /// This line is damaged, from 1.
    Damaged(usize),
}

/// The text of an index; `program` is the version that wrote it.
pub fn write(part: &Part, lines: &[Line], program: &str) -> String {
    let head = Head { sop_index: VERSION, program: program.to_owned(), part: part.clone() };
    let head = serde_json::to_string(&head).expect("bug: the head of an index is no JSON");
    let lines = lines.iter().map(|line| serde_json::to_string(line).expect("bug: facts are no JSON"));
    // How many there are stands at the end: an index that was cut off is seen.
    let end = format!("{{\"lines\":{}}}", lines.len());
    std::iter::once(head).chain(lines).chain([end]).flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// Reads an index of the same version of the program.
pub fn read(text: &str, program: &str) -> Result<(Part, Vec<Line>), Unread> {
    let mut rows = text.lines();
    let head: Head = rows.next().and_then(|row| serde_json::from_str(row).ok()).ok_or(Unread::NoIndex)?;
    if head.sop_index != VERSION || head.program != program {
        return Err(Unread::OtherProgram(head.program));
    }
    let mut lines = Vec::new();
    let mut ended = None;
    for (number, row) in (2..).zip(rows) {
        if let Some(count) = row.strip_prefix("{\"lines\":").and_then(|rest| rest.strip_suffix('}')) {
            ended = count.parse::<usize>().ok();
            continue;
        }
        lines.push(serde_json::from_str(row).map_err(|_| Unread::Damaged(number))?);
    }
    match ended == Some(lines.len()) {
        true => Ok((head.part, lines)),
        false => Err(Unread::Damaged(lines.len() + 2)),
    }
}

/// Brings the lines of all parts together, in the order of a single run; the fingerprints come in the same order.
pub fn merge(parts: Vec<Vec<Line>>) -> (Register, Vec<String>) {
    let mut lines: Vec<Line> = parts.into_iter().flatten().collect();
    sorting::by_key(&mut lines, |line| line.at);
    let mut register = Register::new();
    let mut bytes = Vec::with_capacity(lines.len());
    for line in lines {
        bytes.push(line.bytes);
        register.add(line.entry);
    }
    (register, bytes)
}

/// The rule with this code, of those that are judged here.
fn code(typed: &str) -> Result<&'static str, String> {
    super::judged().find(|code| *code == typed).ok_or_else(|| format!("no rule {typed}"))
}

/// Exceptions, with codes that are those of rules.
pub(super) mod exceptions {
    use crate::lint::suppress::Later;
    use crate::source::Span;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<S: Serializer>(later: &[Later], to: S) -> Result<S::Ok, S::Error> {
        later.iter().map(|it| (it.code, it.place, it.scope)).collect::<Vec<_>>().serialize(to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<Later>, D::Error> {
        let read = Vec::<(String, Span, Span)>::deserialize(from)?;
        let later = read
            .into_iter()
            .map(|(code, place, scope)| Ok(Later { code: super::code(&code)?, place, scope }));
        later.collect::<Result<_, String>>().map_err(D::Error::custom)
    }
}

/// Severities, with codes that are those of rules.
pub(super) mod weights {
    use crate::diag::Severity;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    type Weights<C> = Vec<(C, Option<Severity>)>;

    pub fn serialize<S: Serializer>(weights: &Weights<&'static str>, to: S) -> Result<S::Ok, S::Error> {
        weights.serialize(to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Weights<&'static str>, D::Error> {
        let read = Weights::<String>::deserialize(from)?;
        let weights = read.into_iter().map(|(code, weight)| Ok((super::code(&code)?, weight)));
        weights.collect::<Result<_, String>>().map_err(D::Error::custom)
    }
}
