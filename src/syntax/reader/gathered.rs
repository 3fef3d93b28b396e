//! What many lines have in common, and what is therefore told once, behind the last line.

use crate::diag::Diagnostic;
use crate::source::Span;
use crate::syntax::remedies;

#[derive(Default)]
pub(super) struct Gathered {
    /// Marks behind the numbers of rows that are no full stops, with what is meant.
    pub(super) row_marks: Vec<(Span, String)>,
    /// Marks of items in front of fields.
    pub(super) field_marks: Vec<Span>,
    /// Lines at the margin that go on with the text above them.
    pub(super) wrapped: Vec<Span>,
    /// Other words for fields of rows.
    pub(super) meant_keys: Vec<MeantKey>,
    /// Times whose unit stands in the key, with what is meant.
    pub(super) units: Vec<(Span, String)>,
}

/// Another word for a field.
pub(super) struct MeantKey {
    pub(super) typed: String,
    /// The one that is meant.
    pub(super) near: &'static str,
    /// Where it stands.
    pub(super) labels: Vec<Span>,
}

impl Gathered {
    pub(super) fn is_empty(&self) -> bool {
        let Gathered { row_marks, field_marks, wrapped, meant_keys, units } = self;
        row_marks.is_empty()
            && field_marks.is_empty()
            && wrapped.is_empty()
            && meant_keys.is_empty()
            && units.is_empty()
    }

    pub(super) fn tell(self, text: &str, found: &mut Vec<Diagnostic>) {
        found.extend(remedies::row_marks(text, self.row_marks));
        found.extend(remedies::field_marks(text, self.field_marks));
        for MeantKey { typed, near, labels } in self.meant_keys {
            found.extend(remedies::meant_keys(&typed, near, labels));
        }
        found.extend(remedies::wrapped(self.wrapped));
        found.extend(remedies::units_in_keys(text, self.units));
    }
}
