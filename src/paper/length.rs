//! Lengths and type sizes as integers: sums are exact, and the same procedure gives the same bytes everywhere.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in whole micrometres. Convert at the edge only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Len(i32);

impl Len {
    /// Nothing.
    pub const ZERO: Len = Len(0);

    /// From micrometres.
    pub const fn um(micrometres: i32) -> Len {
        Len(micrometres)
    }

    /// From millimetres.
    pub const fn mm(millimetres: i32) -> Len {
        Len(millimetres * 1000)
    }

    /// In micrometres.
    pub const fn to_um(self) -> i32 {
        self.0
    }

    /// In PostScript points, 72 to the inch, to the nearest hundredth (3.5 µm): no printer sets finer, and a file says
    /// it in half the digits.
    pub fn to_pt(self) -> f32 {
        (f64::from(self.to_hundredths_pt()) / 100.0) as f32
    }

    /// The same in hundredths of a point.
    pub fn to_hundredths_pt(self) -> i32 {
        (f64::from(self.0) * 7200.0 / 25_400.0).round() as i32
    }

    /// In millimetres, as text with at most three decimals and no exponent: `12.5`.
    pub fn to_mm_text(self) -> String {
        let mut text = String::new();
        self.write_mm(&mut text);
        text
    }

    /// The same, at the end of a text: a drawing has thousands.
    pub fn write_mm(self, out: &mut String) {
        if self.0 < 0 {
            out.push('-');
        }
        let (mut digits, mut rest) = ([0_u8; 10], self.0.unsigned_abs());
        let mut first = digits.len();
        while rest > 0 || first > digits.len() - 4 {
            first -= 1;
            digits[first] = (rest % 10) as u8;
            rest /= 10;
        }
        let (whole, part) = digits[first..].split_at(digits.len() - 3 - first);
        whole.iter().for_each(|digit| out.push(char::from(b'0' + digit)));
        let length = part.iter().rposition(|digit| *digit > 0).map_or(0, |last| last + 1);
        if length > 0 {
            out.push('.');
            part[..length].iter().for_each(|digit| out.push(char::from(b'0' + digit)));
        }
    }

    /// `self * numerator / denominator`, rounded down.
    pub const fn scale(self, numerator: i32, denominator: i32) -> Len {
        Len((self.0 as i64 * numerator as i64).div_euclid(denominator as i64) as i32)
    }

    /// Without its sign.
    pub const fn abs(self) -> Len {
        Len(self.0.abs())
    }
}

impl Add for Len {
    type Output = Len;
    fn add(self, other: Len) -> Len {
        Len(self.0 + other.0)
    }
}

impl Sub for Len {
    type Output = Len;
    fn sub(self, other: Len) -> Len {
        Len(self.0 - other.0)
    }
}

impl AddAssign for Len {
    fn add_assign(&mut self, other: Len) {
        self.0 += other.0;
    }
}

impl SubAssign for Len {
    fn sub_assign(&mut self, other: Len) {
        self.0 -= other.0;
    }
}

impl Neg for Len {
    type Output = Len;
    fn neg(self) -> Len {
        Len(-self.0)
    }
}

impl Mul<i32> for Len {
    type Output = Len;
    fn mul(self, by: i32) -> Len {
        Len(self.0 * by)
    }
}

impl Div<i32> for Len {
    type Output = Len;
    fn div(self, by: i32) -> Len {
        Len(self.0.div_euclid(by))
    }
}

impl Sum for Len {
    fn sum<I: Iterator<Item = Len>>(lengths: I) -> Len {
        lengths.fold(Len::ZERO, Add::add)
    }
}

/// A type size in tenths of a point: 85 is 8.5 pt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FontSize(u16);

impl FontSize {
    /// From tenths of a point.
    pub const fn tenths(tenths_pt: u16) -> FontSize {
        FontSize(tenths_pt)
    }

    /// In tenths of a point.
    pub const fn to_tenths(self) -> u16 {
        self.0
    }

    /// The em as a length, rounded to the micrometre.
    pub const fn em(self) -> Len {
        Len((self.0 as i32 * 25_400 + 360) / 720)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimetres_print_without_needless_zeros() {
        assert_eq!(Len::um(12_500).to_mm_text(), "12.5");
        assert_eq!(Len::um(-20).to_mm_text(), "-0.02");
        assert_eq!(Len::mm(330).to_mm_text(), "330");
        assert_eq!(Len::ZERO.to_mm_text(), "0");
        assert_eq!(Len::um(i32::MIN).to_mm_text(), "-2147483.648");
    }
}
