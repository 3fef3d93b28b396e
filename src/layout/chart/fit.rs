//! Millimetres of a page whose routes are chosen: what its tracks demand of lanes and rows, and how high it becomes.

use super::channels::Channel;
use super::diagram::Kind;
use super::grid::{Grid, Level};
use super::route::{Line, LineKind, Port};
use super::style::{CLEAR, LABEL_ABOVE_RULE, LANE_PAD, ROW_PAD, RULE_CLEAR, SPACING, STRIP_HEIGHT, Style};
use super::tracks::{Demand, Routed};
use crate::paper::length::Len;

/// Heights of a page's levels, and the tracks of its channels.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    /// Per level.
    pub heights: Vec<Len>,
    /// Middle line of each level, from the top of the first.
    pub middles: Vec<Len>,
    /// Height that symbols take of each level.
    pub symbols: Vec<Len>,
    /// What each channel's tracks ask for, and how many lie on the low side of the rule; in the order of the channels.
    pub gutters: Vec<(Demand, usize)>,
    /// Pad that each lane needs on both sides of a decision.
    pub lane_pads: Vec<Len>,
    /// Whether a row has grown, or may have, so that a return joins in it.
    pub home: bool,
}

impl Fit {
    pub fn height(&self) -> Len {
        self.heights.iter().copied().sum()
    }

    /// Top of a level from the top of the first.
    pub fn tops(&self) -> Vec<Len> {
        let mut top = Len::ZERO;
        let mut out = vec![top];
        for height in &self.heights {
            top += *height;
            out.push(top);
        }
        out
    }
}

/// Heights that a page's texts ask for.
pub(super) struct Texts<'a> {
    /// Of each row's cells.
    pub rows: &'a dyn Fn(usize) -> Len,
    /// Of the band above a row.
    pub bands: &'a dyn Fn(usize) -> Len,
    /// Of the notes in the upper and in the lower strip.
    pub strips: (Len, Len),
}

/// Distance of tracks from the line between two levels: there is a rule, unless both belong to one row.
pub(super) fn clear_of(grid: &Grid, line: Line) -> Len {
    if line.kind == LineKind::Between && grid.inside_row(line.index as usize) {
        SPACING / 2
    } else {
        RULE_CLEAR
    }
}

/// Fits a page into lanes of the given widths.
pub(super) fn fit(routed: &Routed, channels: &[Channel], lanes: &[Len], texts: &Texts) -> Fit {
    let levels = Levels::new(routed, texts);
    let mut fit = Fit {
        heights: Vec::new(),
        middles: Vec::new(),
        symbols: levels.symbols.clone(),
        gutters: Vec::new(),
        lane_pads: vec![LANE_PAD; lanes.len()],
        home: false,
    };
    let mut levels = levels;
    for channel in channels {
        let demand = routed.demand(channel);
        let split = if channel.line.vertical() {
            fit.gutter(routed, channel, &demand, lanes)
        } else {
            levels.between(routed, channel, &demand)
        };
        fit.gutters.push((demand, split));
    }
    fit.home = levels.home;
    levels.stack(routed.grid, texts, &mut fit);
    fit
}

impl Fit {
    fn gutter(&mut self, routed: &Routed, channel: &Channel, demand: &Demand, lanes: &[Len]) -> usize {
        let decision = routed.style.size(Kind::Decision).0;
        let right = channel.line.index as usize;
        let left = right.checked_sub(1);
        let pad = |lane: Option<&Len>| lane.map(|width| (*width - decision) / 2);
        let now = (pad(left.and_then(|left| lanes.get(left))), pad(lanes.get(right)));
        let split = demand.split(now, RULE_CLEAR);
        let (low, high) = demand.pads(split, RULE_CLEAR);
        if let Some(pad) = left.and_then(|left| self.lane_pads.get_mut(left)) {
            *pad = (*pad).max(low);
        }
        if let Some(pad) = self.lane_pads.get_mut(right) {
            *pad = (*pad).max(high);
        }
        split
    }
}

/// Levels while their demands are gathered.
struct Levels {
    symbols: Vec<Len>,
    /// Height that the text of the level asks for.
    texts: Vec<Len>,
    /// Room above and below the symbols.
    above: Vec<Len>,
    below: Vec<Len>,
    home: bool,
}

impl Levels {
    fn new(routed: &Routed, texts: &Texts) -> Levels {
        let grid = routed.grid;
        let count = grid.levels.len();
        let mut symbols = vec![Len::ZERO; count];
        for symbol in &grid.symbols {
            let height = &mut symbols[symbol.level as usize];
            *height = (*height).max(routed.style.size(symbol.kind).1);
        }
        let mut wanted = vec![Len::ZERO; count];
        let mut pad = vec![ROW_PAD; count];
        let used = |level: usize| routed.occupied.iter().any(|(of, _)| *of == level as i32);
        for (level, what) in grid.levels.iter().enumerate() {
            match *what {
                // A band holds no symbol; the tracks above and below its middle keep their spacing.
                Level::Band { row } => {
                    (symbols[level], pad[level], wanted[level]) = (SPACING, Len::ZERO, (texts.bands)(row));
                }
                Level::Strip { top, index } => {
                    let notes = if top { texts.strips.0 } else { texts.strips.1 };
                    wanted[level] = if index == 0 { notes } else { STRIP_HEIGHT };
                }
                Level::Row { row, of: 1, .. } => wanted[level] = (texts.rows)(row),
                // Ends stand beside each other where they could have stood below; only tracks may pass.
                Level::Row { .. } if !used(level) => (symbols[level], pad[level]) = (SPACING, Len::ZERO),
                Level::Row { .. } => wanted[level] = symbols[level] + ROW_PAD * 2,
            }
        }
        let mut levels = Levels { symbols, texts: wanted, above: pad.clone(), below: pad, home: false };
        // Nothing leaves an end: those that stand below each other need not stand far apart.
        let mut ends = vec![false; count];
        for symbol in grid.symbols.iter().filter(|symbol| symbol.free && symbol.kind == Kind::End) {
            ends[symbol.level as usize] = true;
        }
        for under in (1..count).filter(|under| ends[*under] && ends[under - 1]) {
            if used(under) && used(under - 1) {
                (levels.below[under - 1], levels.above[under]) = (CLEAR, CLEAR);
            }
        }
        levels.room_for_words(routed);
        levels
    }

    /// The word at a line that leaves by the lower or the upper side stands on this side of the rule, however soon the line
    /// turns.
    fn room_for_words(&mut self, routed: &Routed) {
        for (index, route) in routed.routes.iter().enumerate() {
            let level = routed.grid.symbols[route.source as usize].level as usize;
            if routed.labels[index] == Len::ZERO {
                continue;
            }
            let room = match route.exit {
                Port::N => &mut self.above[level],
                Port::S => &mut self.below[level],
                Port::E | Port::W => continue,
            };
            *room = (*room).max(LABEL_ABOVE_RULE);
        }
    }

    fn between(&mut self, routed: &Routed, channel: &Channel, demand: &Demand) -> usize {
        let clear = clear_of(routed.grid, channel.line);
        let under = channel.line.index as usize;
        let over = under.checked_sub(1);
        let slack = |level: usize| (self.texts[level] - self.symbols[level]) / 2;
        let low = over.map(|over| self.below[over].max(slack(over)));
        let high = (under < self.symbols.len()).then(|| self.above[under].max(slack(under)));
        let split = demand.split((low, high), clear);
        self.home |= demand.brings_home((low, high), clear, split);
        let (low, high) = demand.pads(split, clear);
        if let Some(over) = over {
            self.below[over] = self.below[over].max(low);
        }
        if let Some(above) = self.above.get_mut(under) {
            *above = (*above).max(high);
        }
        split
    }

    fn stack(&self, grid: &Grid, texts: &Texts, fit: &mut Fit) {
        let need = |level: usize| self.above[level] + self.symbols[level] + self.below[level];
        let mut top = Len::ZERO;
        for (level, what) in grid.levels.iter().enumerate() {
            let (height, middle) = match *what {
                Level::Row { row, index, of } if of > 1 => {
                    let first = level - index;
                    let total: Len = (first..first + of).map(need).sum();
                    let surplus = ((texts.rows)(row) - total).max(Len::ZERO).to_um();
                    let each = Len::um((surplus + of as i32 - 1) / of as i32);
                    (need(level) + each, self.above[level] + each / 2 + self.symbols[level] / 2)
                }
                _ => {
                    let height = self.texts[level].max(need(level));
                    let half = self.symbols[level] / 2;
                    let lowest = self.above[level] + half;
                    (height, (height / 2).max(lowest).min(height - self.below[level] - half))
                }
            };
            fit.heights.push(height);
            fit.middles.push(top + middle);
            top += height;
        }
    }
}

impl Style {
    /// The width of a lane that gives its decisions this pad.
    pub fn lane(&self, pad: Len) -> Len {
        super::table::even_up(self.size(Kind::Decision).0 + pad * 2)
    }
}
