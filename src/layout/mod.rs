//! Where every mark goes. Knows paper, knows no file format.

pub mod chart;
pub mod font;
pub mod form;
pub mod length;
pub mod logo;
pub mod markup;
pub mod paper;
pub mod scene;
pub mod wrap;

pub use chart::{Chart, Unfit, chart};
pub use form::form;

use crate::analysis::Procedure;
use crate::config::Config;
use crate::text::Text;
use scene::{Image, Scene};
use std::sync::Arc;

/// Stands on every page of a file that has errors and was built all the same.
pub static FORCED_NOTE: Text =
    Text { id: "DRAF: berkas ini masih memuat kesalahan", en: "DRAFT: this file still has errors" };

/// The whole sheet, laid out: identity pages, then the chart.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Every page.
    pub scene: Scene,
    /// What was printed in words because it could not be drawn.
    pub notes: Vec<chart::Note>,
}

/// Lays out the sheet of a procedure. With `forced` every page says that the file still has errors.
///
/// Errors: as [`chart()`].
pub fn sheet(
    procedure: &Procedure,
    config: &Config,
    logo: Option<&Arc<Image>>,
    forced: bool,
) -> Result<Sheet, Unfit> {
    let Chart { pages, notes } = chart(procedure, config, forced)?;
    let mut scene = Scene { pages: form(procedure, config, logo, forced) };
    scene.pages.extend(pages);
    Ok(Sheet { scene, notes })
}
