//! How a procedure stands that is printed.

use serde::Serialize;

/// Whether the file of a procedure has errors. One that is printed all the same (`--force`) says so on every page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Standing {
    /// It has none.
    #[default]
    Clean,
    /// It has some.
    WithErrors,
}

impl Standing {
    /// Of a file of which this was found.
    pub fn of(has_errors: bool) -> Standing {
        if has_errors { Standing::WithErrors } else { Standing::Clean }
    }

    /// Whether it has errors.
    pub fn has_errors(self) -> bool {
        self == Standing::WithErrors
    }
}
