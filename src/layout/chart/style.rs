//! Sizes of the chart: symbols, strokes, distances, and the ladder of scales that is climbed down when lanes do not fit.

use super::diagram::Kind;
use crate::config::SMALLEST_TYPE;
use crate::paper::Margins;
use crate::paper::length::{FontSize, Len};

/// Between parallel tracks.
pub(super) const SPACING: Len = Len::um(1800);
/// From a track to a rule of the table.
pub(super) const RULE_CLEAR: Len = Len::um(1000);
/// From a track to a symbol that it passes.
pub(super) const CLEAR: Len = Len::um(1200);
/// Straight run of a line that leaves a symbol.
pub(super) const STUB: Len = Len::um(1500);
/// The same, going down from a decision, so that the answer has room.
pub(super) const LABELLED_STUB: Len = Len::um(3600);
/// Straight run before an arrow head.
pub(super) const LEAD_IN: Len = Len::um(2700);
/// A rule ends this far beside a word at a line.
pub(super) const WORD_MARGIN: Len = Len::um(250);
/// Below (above) a symbol whose labelled line crosses the row rule: the answer stands on this side of the rule.
pub(super) const LABEL_ABOVE_RULE: Len = Len::um(3900);
/// Between a lane rule and a decision.
pub(super) const LANE_PAD: Len = Len::um(2300);
/// Between a row rule and a symbol.
pub(super) const ROW_PAD: Len = Len::um(2300);
/// A connector strip, at least.
pub(super) const STRIP_HEIGHT: Len = Len::um(11_500);
/// A phase band, at least.
pub(super) const BAND_HEIGHT: Len = Len::mm(6);
/// Inside a cell, sideways.
pub(super) const CELL_PAD_X: Len = Len::um(1300);
/// Inside a cell, above and below.
pub(super) const CELL_PAD_Y: Len = Len::um(1500);
/// Inside a head cell, sideways and above and below together.
pub(super) const HEAD_PAD_X: Len = Len::um(1600);
/// Inside a head cell, above and below together.
pub(super) const HEAD_PAD_Y: Len = Len::um(2400);
/// The line under the table that holds the page number.
const FOOT_LINE: Len = Len::um(4500);
/// Kept free of the table at the lower edge of the paper: services that sign electronically stamp their line and their
/// code there.
const STAMP: Len = Len::mm(18);

/// Height between the table and the lower margin.
pub(super) fn foot(margins: &Margins) -> Len {
    FOOT_LINE.max(STAMP - margins.bottom)
}

/// Flow lines.
pub(super) const FLOW_STROKE: Len = Len::um(320);
/// Outlines of symbols.
pub(super) const SYMBOL_STROKE: Len = Len::um(360);
/// The table's frame.
pub(super) const FRAME_STROKE: Len = Len::um(300);
/// Between columns.
pub(super) const COLUMN_STROKE: Len = Len::um(210);
/// Between rows.
pub(super) const ROW_STROKE: Len = Len::um(160);
/// Between lanes.
pub(super) const LANE_STROKE: Len = Len::um(140);

/// The title.
pub(super) const TITLE_SIZE: FontSize = FontSize::tenths(110);
/// Words at flow lines.
pub(super) const LABEL_SIZE: FontSize = FontSize::tenths(75);
/// Letters in connectors; titles of further pages.
pub(super) const HEAD_SIZE: FontSize = FontSize::tenths(85);
/// Page numbers.
pub(super) const FOOT_SIZE: FontSize = FontSize::tenths(80);

/// One step of the ladder; a chart is drawn in one style throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// Size of the symbols, in percent.
    pub symbols: i32,
    /// Text in the cells.
    pub body: FontSize,
    /// Least width of the text columns, in percent.
    pub columns: i32,
    /// Whether lanes are widened for the words beside side exits.
    pub label_room: bool,
}

/// From the most readable down; the first that fits is taken.
pub(super) const LADDER: [Style; 9] = [
    step(100, 85, 100, true),
    step(90, 85, 100, true),
    step(100, 80, 90, true),
    step(90, 80, 90, false),
    step(80, 80, 90, false),
    step(80, 75, 82, false),
    step(70, 75, 82, false),
    step(70, 70, 75, false),
    step(60, 70, 70, false),
];

/// Sizes tried for heads until every word fits: from that of the text downwards.
pub(super) fn head_sizes(text: FontSize) -> impl Iterator<Item = FontSize> {
    (SMALLEST_TYPE.to_tenths()..=text.to_tenths()).rev().step_by(5).map(FontSize::tenths)
}

const fn step(symbols: i32, body_tenths: u16, columns: i32, label_room: bool) -> Style {
    Style { symbols, body: FontSize::tenths(body_tenths), columns, label_room }
}

impl Style {
    /// The same step, where the text is to have this size and not that of the first.
    pub fn with_type(self, wanted: FontSize) -> Style {
        let tenths = u32::from(self.body.to_tenths()) * u32::from(wanted.to_tenths());
        let tenths = (tenths / u32::from(LADDER[0].body.to_tenths())) as u16;
        Style { body: FontSize::tenths(tenths).max(SMALLEST_TYPE), ..self }
    }

    /// Width and height of a symbol; both even, so that its centre is a whole micrometre.
    pub fn size(&self, kind: Kind) -> (Len, Len) {
        let scaled = |um: i32| Len::um(um * self.symbols / 100 / 2 * 2);
        match kind {
            Kind::Process | Kind::Start | Kind::End => (scaled(10_600), scaled(6400)),
            Kind::Decision => (scaled(12_000), scaled(7800)),
            Kind::Connector => {
                let side = scaled(7400).max(Len::um(5600));
                (side, side)
            }
        }
    }

    /// Text in the connector strips.
    pub fn strip(&self) -> FontSize {
        FontSize::tenths(self.body.to_tenths().saturating_sub(10)).max(SMALLEST_TYPE)
    }

    /// From line to line.
    pub fn leading(size: FontSize) -> Len {
        size.em().scale(6, 5)
    }
}
