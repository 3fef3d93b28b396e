//! The logo as a picture that office programs take: dots, and its size on paper.

use crate::emit::{Options, Resolution, png};
use crate::layout::fill::LOGO;
use crate::layout::logo::{fit, svg_tree};
use crate::layout::scene::Image;
use crate::paper::length::Len;

/// Dots per inch of a logo that was drawn in lines.
const DPI: u16 = 400;

/// A picture of dots.
pub struct Logo {
    /// Its bytes.
    pub png: Vec<u8>,
    /// On paper.
    pub width: Len,
    /// On paper.
    pub height: Len,
}

impl Logo {
    /// The logo of the sheet; none where there is none, or where it cannot be drawn.
    pub fn of(options: &Options) -> Option<Logo> {
        let image = options.logo.as_deref()?;
        let (width, height) = fit(image, LOGO.0, LOGO.1)?;
        let png = match image {
            Image::Png(bytes) => bytes.clone(),
            Image::Svg(source) => {
                let dots = |side: Len| (side.to_um() as u32 * u32::from(DPI)).div_ceil(25_400).max(1);
                png::drawn(&svg_tree(source)?, dots(width), dots(height), Resolution::new(DPI)?)?
            }
        };
        Some(Logo { png, width, height })
    }
}
