//! Where every mark goes. Knows paper, knows no file format.

pub mod font;
pub mod length;
pub mod paper;
pub mod scene;
pub mod wrap;
