//! Where every mark goes. Knows paper, knows no file format.

pub mod chart;
pub mod faults;
pub mod fill;
pub mod font;
pub mod form;
pub mod front;
pub mod logo;
pub mod markup;
pub mod scene;
pub mod wrap;

pub use chart::{Chart, Unfit, chart};
pub use fill::fill;
pub use form::form;

use crate::analysis::Procedure;
use crate::config::Config;
use crate::model::Standing;
use crate::paper::length::{FontSize, Len};
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

/// Lays out the sheet of a procedure, with what the settings put before it. Every page of a file with
/// errors says that it has them.
///
/// Errors: as [`chapter()`].
pub fn sheet(
    procedure: &Procedure,
    config: &Config,
    logo: Option<&Arc<Image>>,
    standing: Standing,
) -> Result<Sheet, Unfit> {
    let identitas = &procedure.sop.identitas;
    let front = front::Front {
        title: &identitas.sop,
        nomor: identitas.nomor.as_deref(),
        identitas,
        tahun: front::tahun(identitas),
        logo,
        standing,
    };
    let mut sheet = chapter(procedure, config, logo, standing, None)?;
    sheet.scene.pages.splice(0..0, front::pages(&front, config));
    Ok(sheet)
}

/// Lays out identity and chart: what one procedure is in a book. `start` is the page of the book that it begins on, from
/// 0; outside a book the chart's pages count by themselves.
///
/// Errors: as [`chart()`]; the boxes of the identity hold more than can be printed.
pub fn chapter(
    procedure: &Procedure,
    config: &Config,
    logo: Option<&Arc<Image>>,
    standing: Standing,
    start: Option<usize>,
) -> Result<Sheet, Unfit> {
    form::can_be_printed(&procedure.sop.identitas)?;
    let joined = config.cetak.gabung.then(|| on_one_page(procedure, config, logo, standing));
    if let Some(Some(sheet)) = joined {
        return Ok(sheet);
    }
    let mut scene = Scene { pages: form(procedure, config, logo, standing) };
    let first_page = start.map_or(1, |start| start + scene.pages.len() + 1);
    let Chart { pages, mut notes } = chart::chart_from(procedure, config, standing, first_page)?;
    if joined.is_some() {
        notes.push(chart::Note { text: &TWO_PAGES, args: Vec::new() });
    }
    scene.pages.extend(pages);
    Ok(Sheet { scene, notes })
}

static TWO_PAGES: Text = Text {
    id: "identitas dan bagan tidak muat di satu halaman, sehingga dicetak terpisah",
    en: "identity and chart do not fit on one page and are printed on pages of their own",
};

/// Sizes of the identity that are tried to leave room for the chart.
const SHARED: [FontSize; 2] = [FontSize::tenths(90), FontSize::tenths(80)];
/// Between identity and chart.
const BETWEEN: Len = Len::mm(4);
/// Lower than this no chart is.
const LEAST_CHART: Len = Len::mm(40);

fn on_one_page(
    procedure: &Procedure,
    config: &Config,
    logo: Option<&Arc<Image>>,
    standing: Standing,
) -> Option<Sheet> {
    SHARED.into_iter().find_map(|size| {
        let (mut page, bottom) = form::compact(procedure, config, logo, size)?;
        let mut below = config.clone();
        let paper = &mut below.cetak.halaman;
        paper.margins.top = bottom + BETWEEN;
        if paper.height - paper.margins.top - paper.margins.bottom < LEAST_CHART {
            return None;
        }
        let mut drawn = chart::untitled(procedure, &below, standing).ok()?;
        let [only] = &mut drawn.pages[..] else { return None };
        page.items.append(&mut only.items);
        page.kind = only.kind;
        Some(Sheet { scene: Scene { pages: vec![page] }, notes: drawn.notes })
    })
}
