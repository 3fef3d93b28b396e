//! Where every mark goes. Knows paper, knows no file format.

pub mod chart;
pub mod font;
pub mod form;
pub mod length;
pub mod logo;
pub mod paper;
pub mod scene;
pub mod wrap;

pub use chart::{Chart, Unfit, chart};
pub use form::form;

use crate::text::Text;

/// Stands on every page of a file that has errors and was built all the same.
pub static FORCED_NOTE: Text =
    Text { id: "DRAF: berkas ini masih memuat kesalahan", en: "DRAFT: this file still has errors" };
