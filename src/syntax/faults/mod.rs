//! What can be wrong with a line: SOP101 to SOP149, and of a text that is none SOP178.

mod lines;
mod rows;
mod values;

pub(crate) use lines::*;
pub(crate) use rows::*;
pub(crate) use values::*;

use crate::diag::Rule;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] = &[
    &FILE_SIZE,
    &TOO_MUCH_UNREAD,
    &LINE_LENGTH,
    &ENCODING,
    &CONTROL,
    &INVISIBLE,
    &LOOK_ALIKE,
    &LINE,
    &UNKNOWN_KEY,
    &PLACE,
    &DOUBLED,
    &FOREIGN_MARK,
    &UNEXPECTED_ITEM,
    &EMPTY_ITEM,
    &NO_KEGIATAN,
    &SECOND_KEGIATAN,
    &ROW_NUMBER,
    &NO_ACTOR,
    &EMPTY_PLACE,
    &QUESTION,
    &NAME_MARK,
    &LANE_KIND,
    &EMPTY_NAME,
    &NO_NAME_TAKEN,
    &NO_CONDITION_TAKEN,
    &CONDITION_COMMA,
    &NO_CONDITION,
    &TARGET,
    &TIMES,
    &BOUND_PLACE,
    &ROW_LIST,
    &TIME,
    &TIME_WORDS,
    &TIME_PER_TIME,
    &LIMIT,
    &DATE,
    &DATE_FORM,
    &MISSING_COLON,
    &HEAD_TEXT,
    &DASH_AND_ITEMS,
    &NO_TARGET,
    &NO_TEXT,
    &EMPTY_PHASE,
];
