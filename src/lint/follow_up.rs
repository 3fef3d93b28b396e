//! One slip of the pen, one message: findings that another finding explains are not said.
//!
//! Only a fault of the text that is itself reported as an error explains anything. When it is mended, whatever was left
//! unsaid is found again if it is still there.

use crate::diag::{Diagnostic, Severity};
use crate::source::Span;
use crate::syntax::ast::{self, Baris};
use crate::text::{Arg, Lang};

/// How far a fault reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// The row it stands in.
    Row,
    /// What stands above the rows.
    Identity,
    /// The whole file.
    File,
}

/// The unknown key (SOP108) that is more likely a row without its number, of which it then tells the number.
const UNNUMBERED: &str = "SOP108, a row";

/// What a fault explains.
struct Explains {
    causes: &'static [&'static str],
    within: Within,
    effects: &'static [&'static str],
}

/// A line that could not be read is missing from its row; an actor nobody declared leaves another lane without work; a
/// target that is not understood leads elsewhere than was meant, and the flow is judged once it is mended.
const TABLE: [Explains; 8] = [
    Explains {
        causes: &[UNNUMBERED],
        within: Within::Row,
        effects: &["SOP109", "SOP110", "SOP203", "SOP230"],
    },
    Explains { causes: &["SOP135"], within: Within::Identity, effects: &["SOP504"] },
    Explains {
        causes: &["SOP107", "SOP108", "SOP109"],
        within: Within::Row,
        effects: &["SOP164", "SOP301", "SOP401", "SOP402"],
    },
    Explains {
        causes: &["SOP107", "SOP108", "SOP109"],
        within: Within::Identity,
        effects: &["SOP501", "SOP502"],
    },
    Explains {
        causes: &["SOP117", "SOP151"],
        within: Within::Row,
        effects: &["SOP203", "SOP230", "SOP231", "SOP234", "SOP570"],
    },
    Explains {
        causes: &["SOP117", "SOP151"],
        within: Within::File,
        effects: &["SOP201", "SOP219", "SOP220"],
    },
    Explains {
        causes: &["SOP127", "SOP130", "SOP160", "SOP164", "SOP168", "SOP169", "SOP171", "SOP172"],
        within: Within::File,
        effects: &["SOP202", "SOP204", "SOP205", "SOP207", "SOP211", "SOP213", "SOP214"],
    },
    Explains {
        causes: &["SOP116", "SOP157", UNNUMBERED],
        within: Within::File,
        effects: &["SOP158", "SOP159", "SOP160"],
    },
];

/// Takes away what other findings explain.
pub fn drop(found: &mut Vec<Diagnostic>, sop: &ast::Sop) {
    if found.iter().all(|finding| TABLE.iter().all(|line| !causes(line, finding))) {
        return;
    }
    let rows: Vec<u32> = sop.baris.iter().filter_map(row_start).collect();
    let row = |at: Span| rows.partition_point(|start| *start <= at.start);
    let explained = |effect: &Diagnostic, line: &Explains| {
        if !line.effects.contains(&effect.rule.code) {
            return false;
        }
        let causes = found.iter().filter(|cause| causes(line, cause));
        match line.within {
            Within::Row => causes.filter(|cause| row(cause.primary) == row(effect.primary)).count() > 0,
            // As many fields are missing as lines could not be read.
            Within::Identity => causes.filter(|cause| row(cause.primary) == 0).count() >= missing(effect),
            // A row that was not read would have its number, too.
            Within::File => {
                let causes = causes.count();
                causes > 0 && (effect.rule.code != "SOP160" || aims_inside(effect, rows.len() + causes))
            }
        }
    };
    let keep: Vec<bool> =
        found.iter().map(|effect| !TABLE.iter().any(|line| explained(effect, line))).collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}

fn causes(line: &Explains, finding: &Diagnostic) -> bool {
    let unnumbered = || {
        let tells_a_number = finding.args.iter().any(|(name, _)| *name == "nomor");
        line.causes.contains(&UNNUMBERED) && finding.rule.code == "SOP108" && tells_a_number
    };
    finding.severity == Severity::Error && (line.causes.contains(&finding.rule.code) || unnumbered())
}

fn row_start(baris: &Baris) -> Option<u32> {
    match baris {
        Baris::Kegiatan(row) => Some(row.span.start),
        Baris::Tahap(_) => None,
    }
}

/// How many fields a finding names.
fn missing(finding: &Diagnostic) -> usize {
    let list = finding.args.iter().find(|(name, _)| *name == "daftar");
    match list {
        Some((_, Arg::List(names))) => names.len(),
        _ => 1,
    }
}

/// Whether a number that no row bears would be there if the rows were numbered in order.
fn aims_inside(finding: &Diagnostic, rows: usize) -> bool {
    let aimed = finding.args.iter().find(|(name, _)| *name == "tujuan");
    let number = aimed.and_then(|(_, words)| words.words(Lang::Id).parse::<usize>().ok());
    number.is_some_and(|number| number <= rows)
}
