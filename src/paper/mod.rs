//! Paper, in the sizes that offices use, and lengths on it.

pub mod length;

use length::Len;

/// A page: its size as it lies, and the margins that nothing may enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSetup {
    /// Width as the page lies.
    pub width: Len,
    /// Height as the page lies.
    pub height: Len,
    /// Free on every side.
    pub margins: Margins,
}

/// Free space on the four sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Margins {
    /// Above.
    pub top: Len,
    /// On the right.
    pub right: Len,
    /// Below.
    pub bottom: Len,
    /// On the left, where the page is bound.
    pub left: Len,
}

/// A named size, portrait.
#[derive(Debug)]
pub struct Paper {
    /// As `sop.toml` spells it, lower case.
    pub name: &'static str,
    /// Short side.
    pub width: Len,
    /// Long side.
    pub height: Len,
}

/// Every size there is; F4 (215 × 330 mm) is the paper of Indonesian offices.
pub static PAPERS: &[Paper] = &[
    Paper { name: "f4", width: Len::mm(215), height: Len::mm(330) },
    Paper { name: "a4", width: Len::mm(210), height: Len::mm(297) },
    Paper { name: "a3", width: Len::mm(297), height: Len::mm(420) },
    Paper { name: "legal", width: Len::um(215_900), height: Len::um(355_600) },
    Paper { name: "letter", width: Len::um(215_900), height: Len::um(279_400) },
];

/// The margins of the sheet unless `sop.toml` sets others.
pub const DEFAULT_MARGINS: Margins =
    Margins { top: Len::mm(12), right: Len::mm(12), bottom: Len::mm(12), left: Len::mm(15) };

impl PageSetup {
    /// A paper lying on its long side.
    pub const fn landscape(paper: &Paper, margins: Margins) -> PageSetup {
        PageSetup { width: paper.height, height: paper.width, margins }
    }
}

/// F4, lying, with the default margins.
pub const F4_LANDSCAPE: PageSetup =
    PageSetup { width: Len::mm(330), height: Len::mm(215), margins: DEFAULT_MARGINS };

/// A4, lying, with the default margins.
pub const A4_LANDSCAPE: PageSetup =
    PageSetup { width: Len::mm(297), height: Len::mm(210), margins: DEFAULT_MARGINS };
