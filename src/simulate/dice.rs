//! Chance, the same on every machine for the same seed.

use rand_core::Rng;
use rand_pcg::Pcg32;

pub(super) struct Dice(Pcg32);

impl Dice {
    /// A stream of its own for each case, so that one more draw in one of them changes no other.
    pub fn new(seed: u64, stream: u64) -> Dice {
        Dice(Pcg32::new(seed, stream))
    }

    /// From 0 to just below 1.
    pub fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// From `least` to `most`, both included.
    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        let span = most.saturating_sub(least).saturating_add(1);
        // The higher half of a product is a number below the span, near enough to even.
        let draw = (u128::from(self.0.next_u32()) << 32 | u128::from(self.0.next_u32())) * u128::from(span);
        least + (draw >> 64) as u64
    }

    /// The time to the next arrival, where one comes every `mean` on the average and each by itself.
    pub fn gap(&mut self, mean: f64) -> u64 {
        (-ln(1.0 - self.unit()) * mean).round() as u64
    }
}

/// The natural logarithm of a number above 0, with nothing but the four operations: a system's own may differ in its last
/// digit from machine to machine.
fn ln(number: f64) -> f64 {
    let bits = number.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i64 - 1023;
    let mantissa = f64::from_bits((bits & 0x000F_FFFF_FFFF_FFFF) | (1023 << 52));
    // ln m = 2 artanh((m - 1) / (m + 1)), where the quotient is at most a third.
    let ratio = (mantissa - 1.0) / (mantissa + 1.0);
    let square = ratio * ratio;
    let (mut power, mut sum) = (ratio, 0.0);
    for odd in 0..24 {
        sum += power / f64::from(2 * odd + 1);
        power *= square;
    }
    2.0 * sum + exponent as f64 * std::f64::consts::LN_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_the_last_digits() {
        for number in [0.000_000_1, 0.1, 0.5, 0.999, 1.0, 1.5, 7.0, 1e9] {
            assert!(
                (ln(number) - f64::ln(number)).abs() <= 1e-13 * f64::ln(number).abs().max(1.0),
                "{number}"
            );
        }
    }

    #[test]
    fn draws_lie_within_their_bounds_and_repeat() {
        let all = |seed| {
            let mut dice = Dice::new(seed, 7);
            (0..1000).map(|_| dice.between(3, 9)).collect::<Vec<_>>()
        };
        assert!(all(1).iter().all(|it| (3..=9).contains(it)));
        assert_eq!(all(1), all(1));
        assert_ne!(all(1), all(2));
        let mut dice = Dice::new(5, 0);
        let mean = (0..20_000).map(|_| dice.gap(1000.0)).sum::<u64>() / 20_000;
        assert!((970..=1030).contains(&mean), "{mean}");
    }
}
