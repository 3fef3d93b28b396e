//! One slip of the pen, one message: findings that another finding explains are not said.
//!
//! Only a fault of the text that is itself reported as an error explains anything, or what is said of the very same
//! place. When it is mended, whatever was left unsaid is found again if it is still there.

use super::rules::named::{
    ANSWERS_SWAPPED, BOUND_WITHOUT_NEXT, CONDITION_WITHOUT_DECISION, DECISION_WITHOUT_VERB,
    FALLS_INTO_OTHER_OUTCOME, INCOMPLETE_DATE, LANE_ORDER, LIMIT_ONLY_IN_WORDS, LONG_PROCEDURE,
    MADE_NEVER_USED, MISSING_IDENTITY, MISSING_IDENTITY_LIST, MISSING_KELENGKAPAN, MISSING_OUTPUT,
    MISSING_WAKTU, MIXED_ANSWERS, NEAR_PAPER_NAME, NEEDED_BEFORE_MADE, NO_END, NO_WAY_OUT, NUMBER_NOT_DRAWN,
    OTHER_ACTOR_IN_FRONT, PAPERS_READ_AS_ONE, REFUSE_EACH_OTHER, RETURN_NOT_DRAWN, SAME_TARGET,
    SELF_HAND_OVER, SELF_RETURN, SINGLE_ACTOR, STARTED_TWICE, STRAY_MARK, SUBJECT_IN_FRONT,
    TEXT_ARROW_MISMATCH, TOTAL_IMPOSSIBLE, UNBOUNDED_RETURN, UNFED_JOIN, UNREACHABLE, UNUSED_LANE,
    WAITS_FOR_EVER, WORK_AFTER_END,
};
use crate::diag::{Diagnostic, Rule, Severity};
use crate::model::faults::{
    BACKWARD_FORK, BACKWARD_JOIN, CONFLICTING_FLOW, DOUBLED_ACTOR_NAME, DUPLICATE_NUMBER, MISSING_OUTCOME,
    NAME_NOT_IN_ROW, NO_ROWS, NUMBER_GAP, NUMBER_ORDER, SMALL_FORK, UNDECLARED_ACTOR, UNKNOWN_TARGET,
    WRONG_DIRECTION,
};
use crate::source::Span;
use crate::syntax::ast::{self, Baris};
use crate::syntax::faults::{
    DATE, DOUBLED, LIMIT, LINE, MISSING_COLON, NAME_MARK, NO_ACTOR, NO_TARGET, NO_TEXT, PLACE, QUESTION,
    ROW_LIST, ROW_NUMBER, TARGET, TIMES, UNKNOWN_KEY,
};
use crate::syntax::keys::Key;
use crate::syntax::{is_pasted_table, is_row_without_number, is_unread_outcome};
use crate::text::{Arg, Lang};

/// How far a fault reaches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// The very place that is spoken of.
    Place,
    /// The row it stands in.
    Row,
    /// The row below that it stands in.
    Below,
    /// The row above.
    Above,
    /// What stands above the rows.
    Identity,
    /// The whole file.
    File,
}

/// What explains.
enum Cause {
    /// Any finding of this rule.
    Any(&'static Rule),
    /// An unknown key that is more likely a row without its number.
    RowWithoutNumber,
    /// An outcome that was not read as one.
    UnreadOutcome,
    /// A table that was pasted; where several act together its rows are read as those of the first.
    PastedTable,
    /// A line that was not read, other than those of such a table that is understood.
    UnreadLine,
    /// What is granted goes back: there the number was mistyped, and no return is meant.
    GrantedAndBack,
}
use Cause::{Any, GrantedAndBack, PastedTable, RowWithoutNumber, UnreadLine, UnreadOutcome};

/// What a fault explains.
struct Explains {
    causes: &'static [Cause],
    within: Within,
    effects: &'static [&'static Rule],
}

impl Explains {
    /// Whether what is no error explains, too.
    fn explains_as_advice(&self) -> bool {
        matches!(self.within, Within::Place | Within::Below)
    }
}

/// A line that could not be read is missing from its row; an actor nobody declared leaves another lane without work; a
/// target that is not understood leads elsewhere than was meant, and the flow is judged once it is mended.
static TABLE: [Explains; 29] = [
    Explains {
        causes: &[RowWithoutNumber],
        within: Within::Row,
        effects: &[&PLACE, &DOUBLED, SELF_RETURN, TEXT_ARROW_MISMATCH],
    },
    Explains { causes: &[Any(&DATE)], within: Within::Place, effects: &[INCOMPLETE_DATE] },
    // A name with a bracket in it was never declared.
    Explains { causes: &[Any(&NAME_MARK)], within: Within::Place, effects: &[&UNDECLARED_ACTOR] },
    Explains {
        causes: &[Any(NEAR_PAPER_NAME)],
        within: Within::Place,
        effects: &[NEEDED_BEFORE_MADE, MADE_NEVER_USED],
    },
    // `Konsep laporan;`
    Explains { causes: &[Any(STRAY_MARK)], within: Within::Place, effects: &[NEAR_PAPER_NAME] },
    // `Konsep + Rekomendasi` is no other name of `Konsep`.
    Explains { causes: &[Any(PAPERS_READ_AS_ONE)], within: Within::Place, effects: &[NEAR_PAPER_NAME] },
    // `keterangan: jika ya ke 3, jika tidak ke 1`
    Explains {
        causes: &[Any(CONDITION_WITHOUT_DECISION)],
        within: Within::Place,
        effects: &[NUMBER_NOT_DRAWN],
    },
    // What the next row needs was to be made here.
    Explains { causes: &[Any(MISSING_OUTPUT)], within: Within::Below, effects: &[NEEDED_BEFORE_MADE] },
    Explains {
        causes: &[Any(NO_WAY_OUT), Any(NO_END)],
        within: Within::Row,
        effects: &[UNBOUNDED_RETURN, SELF_RETURN, TEXT_ARROW_MISMATCH],
    },
    Explains {
        causes: &[Any(NO_WAY_OUT)],
        within: Within::File,
        effects: &[UNREACHABLE, UNFED_JOIN, MADE_NEVER_USED],
    },
    Explains { causes: &[Any(NO_END)], within: Within::File, effects: &[MADE_NEVER_USED] },
    // What nobody starts is waited for in vain, or something else was started twice in its place.
    Explains { causes: &[Any(UNREACHABLE)], within: Within::File, effects: &[WAITS_FOR_EVER, STARTED_TWICE] },
    // All outcomes go back, and none leads on.
    Explains {
        causes: &[Any(UNREACHABLE)],
        within: Within::Above,
        effects: &[SELF_RETURN, UNBOUNDED_RETURN],
    },
    Explains {
        causes: &[Any(&LINE), Any(&UNKNOWN_KEY), Any(&PLACE)],
        within: Within::Row,
        effects: &[&MISSING_OUTCOME, &NO_TEXT, MISSING_WAKTU, MISSING_KELENGKAPAN, MISSING_OUTPUT],
    },
    Explains {
        causes: &[UnreadLine, Any(&UNKNOWN_KEY), Any(&PLACE)],
        within: Within::Identity,
        effects: &[MISSING_IDENTITY, MISSING_IDENTITY_LIST],
    },
    Explains {
        causes: &[Any(&MISSING_COLON), Any(&DOUBLED), Any(&TARGET), Any(&TIMES)],
        within: Within::Row,
        effects: &[&NO_TARGET, &MISSING_OUTCOME, BOUND_WITHOUT_NEXT, SAME_TARGET],
    },
    Explains {
        causes: &[Any(&NO_ACTOR), Any(&UNDECLARED_ACTOR)],
        within: Within::Row,
        effects: &[
            &QUESTION,
            &NAME_NOT_IN_ROW,
            SELF_RETURN,
            SELF_HAND_OVER,
            OTHER_ACTOR_IN_FRONT,
            SUBJECT_IN_FRONT,
        ],
    },
    Explains {
        causes: &[Any(&NO_ACTOR), Any(&UNDECLARED_ACTOR)],
        within: Within::File,
        effects: &[UNUSED_LANE, LANE_ORDER, SINGLE_ACTOR, LONG_PROCEDURE, TEXT_ARROW_MISMATCH],
    },
    // It may have been a row.
    Explains {
        causes: &[UnreadLine, RowWithoutNumber],
        within: Within::File,
        effects: &[UNUSED_LANE, LANE_ORDER, SINGLE_ACTOR],
    },
    Explains { causes: &[Any(&DOUBLED_ACTOR_NAME)], within: Within::File, effects: &[&UNDECLARED_ACTOR] },
    Explains {
        causes: &[
            Any(&TARGET),
            Any(&NO_TARGET),
            Any(&MISSING_COLON),
            Any(&ROW_LIST),
            Any(&UNKNOWN_TARGET),
            Any(&WRONG_DIRECTION),
            Any(&MISSING_OUTCOME),
            Any(&SMALL_FORK),
            Any(&BACKWARD_FORK),
            Any(&CONFLICTING_FLOW),
            Any(&BACKWARD_JOIN),
            Any(&DUPLICATE_NUMBER),
            UnreadOutcome,
        ],
        within: Within::File,
        effects: &[
            UNREACHABLE,
            NO_WAY_OUT,
            NO_END,
            UNFED_JOIN,
            WAITS_FOR_EVER,
            WORK_AFTER_END,
            STARTED_TWICE,
            FALLS_INTO_OTHER_OUTCOME,
            TOTAL_IMPOSSIBLE,
        ],
    },
    Explains {
        causes: &[
            Any(&TARGET),
            Any(&NO_TARGET),
            Any(&UNKNOWN_TARGET),
            Any(&NAME_NOT_IN_ROW),
            Any(&WRONG_DIRECTION),
            Any(&MISSING_OUTCOME),
            UnreadOutcome,
        ],
        within: Within::Row,
        effects: &[
            TEXT_ARROW_MISMATCH,
            RETURN_NOT_DRAWN,
            SAME_TARGET,
            SELF_RETURN,
            CONDITION_WITHOUT_DECISION,
            DECISION_WITHOUT_VERB,
            MIXED_ANSWERS,
        ],
    },
    Explains {
        causes: &[Any(SAME_TARGET)],
        within: Within::File,
        effects: &[REFUSE_EACH_OTHER, UNREACHABLE, NO_WAY_OUT, NO_END],
    },
    Explains {
        causes: &[Any(SAME_TARGET), GrantedAndBack],
        within: Within::Row,
        effects: &[UNBOUNDED_RETURN],
    },
    Explains { causes: &[Any(ANSWERS_SWAPPED)], within: Within::Place, effects: &[UNBOUNDED_RETURN] },
    Explains { causes: &[Any(&LIMIT)], within: Within::File, effects: &[LIMIT_ONLY_IN_WORDS] },
    // `3. Ya: lanjut ke 5` is no row.
    Explains { causes: &[UnreadOutcome], within: Within::File, effects: &[&NUMBER_GAP] },
    Explains {
        causes: &[PastedTable],
        within: Within::File,
        effects: &[&NO_ROWS, UNUSED_LANE, SINGLE_ACTOR, MISSING_WAKTU, MISSING_KELENGKAPAN, MISSING_OUTPUT],
    },
    Explains {
        causes: &[Any(&ROW_NUMBER), Any(&DUPLICATE_NUMBER), RowWithoutNumber],
        within: Within::File,
        effects: &[
            &NUMBER_ORDER,
            &NUMBER_GAP,
            &UNKNOWN_TARGET,
            &WRONG_DIRECTION,
            &BACKWARD_FORK,
            &BACKWARD_JOIN,
        ],
    },
];

/// The rules whose findings one of this rule may explain away, and those that these may.
pub(super) fn explained_by(rule: &Rule) -> Vec<&'static Rule> {
    let mut all: Vec<&'static Rule> = Vec::new();
    let mut at = 0;
    let mut by = rule.code;
    loop {
        let named = |cause: &Cause| matches!(cause, Any(rule) if rule.code == by);
        let lines = TABLE.iter().filter(|line| line.causes.iter().any(named));
        for effect in lines.flat_map(|line| line.effects) {
            if all.iter().all(|known| known.code != effect.code) {
                all.push(effect);
            }
        }
        let Some(next) = all.get(at) else { return all };
        (at, by) = (at + 1, next.code);
    }
}

/// Takes away what other findings explain.
pub fn drop(found: &mut Vec<Diagnostic>, sop: &ast::Sop) {
    let errors = found.iter().any(|finding| finding.severity == Severity::Error);
    let mut lines = TABLE.iter().filter(|line| errors || line.explains_as_advice());
    if !lines.any(|line| found.iter().any(|finding| causes(line, finding))) {
        return;
    }
    let rows = Rows(sop.baris.iter().filter_map(row_start).collect());
    let causes = TABLE.each_ref().map(|line| Caused::of(line, found, &rows));
    let explained = |effect: &Diagnostic| causes.iter().any(|line| line.explains(effect, &rows));
    let keep: Vec<bool> = found.iter().map(|effect| !explained(effect)).collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}

/// Where the rows begin, in order.
struct Rows(Vec<u32>);

impl Rows {
    /// Which row a place stands in, from 1; 0 above them.
    fn at(&self, place: Span) -> usize {
        self.0.partition_point(|start| *start <= place.start)
    }
}

/// A line of the table, and where its causes were found.
struct Caused {
    line: &'static Explains,
    /// The rows that they stand in, in order.
    rows: Vec<usize>,
    /// Where the very place counts, those that they speak of, in order.
    spots: Vec<Span>,
}

impl Caused {
    fn of(line: &'static Explains, found: &[Diagnostic], all: &Rows) -> Caused {
        let (mut rows, mut spots) = (Vec::new(), Vec::new());
        for cause in found.iter().filter(|finding| causes(line, finding)) {
            rows.push(all.at(cause.primary));
            if line.within == Within::Place {
                spots.push(cause.primary);
                spots.extend(cause.related.iter().map(|(place, _)| *place));
            }
        }
        rows.sort_unstable();
        spots.sort_unstable_by_key(|spot: &Span| spot.start);
        Caused { line, rows, spots }
    }

    /// Whether a finding is but what follows from them.
    fn explains(&self, effect: &Diagnostic, all: &Rows) -> bool {
        if !self.line.effects.iter().any(|rule| is(rule, effect)) {
            return false;
        }
        let within = |row: usize| self.rows.binary_search(&row).is_ok();
        let row = all.at(effect.primary);
        match self.line.within {
            Within::Place => {
                let from = self.spots.partition_point(|spot| spot.start < effect.primary.start);
                self.spots.get(from).is_some_and(|spot| spot.end <= effect.primary.end)
            }
            Within::Row => within(row),
            Within::Below => row.checked_sub(1).is_some_and(within),
            Within::Above => within(row + 1),
            // As many fields are missing as lines could not be read.
            Within::Identity => self.rows.partition_point(|row| *row == 0) >= missing(effect),
            // A row that was not read would have its number, too.
            Within::File => {
                let causes = self.rows.len();
                causes > 0 && (!is(&UNKNOWN_TARGET, effect) || aims_inside(effect, all.0.len() + causes))
            }
        }
    }
}

fn causes(line: &Explains, finding: &Diagnostic) -> bool {
    let explains = |cause: &Cause| match cause {
        Any(rule) => is(rule, finding),
        UnreadOutcome => is_unread_outcome(finding),
        PastedTable => is_pasted_table(finding),
        UnreadLine => is(&LINE, finding) && !(is_pasted_table(finding) && finding.fix.is_some()),
        RowWithoutNumber => is(&UNKNOWN_KEY, finding) && is_row_without_number(finding),
        GrantedAndBack => is(&WRONG_DIRECTION, finding) && says(finding, "hasil", Key::Ya.word()),
    };
    let counts = finding.severity == Severity::Error || line.explains_as_advice();
    counts && line.causes.iter().any(explains)
}

fn is(rule: &Rule, finding: &Diagnostic) -> bool {
    finding.rule.code == rule.code
}

fn row_start(baris: &Baris) -> Option<u32> {
    match baris {
        Baris::Kegiatan(row) => Some(row.span.start),
        Baris::Tahap(_) => None,
    }
}

fn says(finding: &Diagnostic, name: &str, word: &str) -> bool {
    finding.args.iter().any(|(known, said)| *known == name && said.words(Lang::Id) == word)
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
