//! Whether a line would be read as a continuation: what the formatter asks before it breaks a line.

use super::{DraftRow, Open, Reader};
use crate::few::Few;
use crate::source::{Span, Spanned};
use crate::syntax::ast::Nomor;
use crate::syntax::fields::{Draft, DraftItem};
use crate::syntax::keys::{Key, Place};
use crate::syntax::lines;
use crate::syntax::prose::Stretches;

/// What a line is asked to continue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// The text of a row, or one of its sub-steps.
    Row,
    /// A field, or one of its items.
    Field(Key),
}

/// Whether an indented line is read as a continuation of the text above it, and as nothing else.
pub fn continues(line: &str, context: Context) -> bool {
    // `2 a. Kabid: …` is a row where Kabid is a lane, and who that is we do not know here.
    let may_be_row = line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && line.contains(':');
    !may_be_row && read_alone(line, context).is_some_and(|(text, items)| !text.is_empty() && items.is_empty())
}

/// Whether a text behind `- ` is read as an item, and as nothing else: no field, and no outcome.
pub fn is_item(text: &str, context: Context) -> bool {
    let line = format!("     - {text}");
    read_alone(&line, context).is_some_and(|(text, items)| text.is_empty() && items.len() == 1)
}

/// What one line adds to what it stands below, if nothing is to be said of it.
fn read_alone(line: &str, context: Context) -> Option<(Stretches, Vec<DraftItem>)> {
    let mut reader = Reader::new(line);
    let nowhere = Spanned::new(Nomor::default(), Span::default());
    reader.in_rows = match context {
        Context::Row => true,
        Context::Field(key) => key.info().place == Place::Row,
    };
    reader.row = reader.in_rows.then(|| DraftRow::new(nowhere, Few::new(), Span::default()));
    match context {
        Context::Row => reader.open = Open::Row,
        Context::Field(key) => {
            reader.field = Some(Draft::new(Spanned::new(key, Span::default()), None, None, Span::default()));
            reader.open = Open::Field;
        }
    }
    lines::each(line, &mut reader);
    if !reader.found.is_empty() || !reader.gathered.is_empty() {
        return None;
    }
    // What the line itself begins is written somewhere.
    let given = |span: Span| span == Span::default();
    match context {
        Context::Row => {
            reader.row.filter(|row| given(row.row.nomor.span)).map(|row| (row.uraian, row.rincian))
        }
        Context::Field(_) => {
            reader.field.filter(|field| given(field.key.span)).map(|field| (field.text, field.items))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Context, continues, is_item};

    #[test]
    fn a_line_of_which_something_is_said_goes_on_with_nothing() {
        for line in ["     konsep surat", "     dan 2 jam", "     (asli)"] {
            assert!(continues(line, Context::Row), "{line}");
        }
        // What is meant by a word for a field is told once for all of them, behind the last line.
        for line in ["     wkt: 2 jam", "     waktu: 2 jam", "     - konsep", "2. Kasi: Memeriksa"] {
            assert!(!continues(line, Context::Row), "{line}");
        }
        assert!(is_item("konsep surat", Context::Row) && !is_item("ya: lanjut ke 3", Context::Row));
    }
}
