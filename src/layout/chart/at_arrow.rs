//! The words at the arrows out of a decision.

use super::style::LABEL_SIZE;
use crate::config::Labels;
use crate::layout::font::{self, Face};
use crate::model::{Cabang, Jawaban, Setelah, Simpul};
use crate::paper::length::Len;

/// What stands at the arrows, and up to which width: a longer condition is printed under Keterangan.
pub(super) struct Words<'a> {
    pub labels: &'a Labels,
    pub room: Len,
}

/// No symbol has more sides: a decision with more outcomes is refused, whatever their numbers.
pub(super) const MOST_SIDES: usize = 100;

impl Words<'_> {
    /// Whether words stand at an arrow, on one line.
    pub(super) fn fits(&self, words: &str) -> bool {
        font::width(words, Face::Regular, LABEL_SIZE) <= self.room
    }

    /// The answer as it is printed: conditions that are too long have numbers instead, from (1) on at each decision.
    fn answer(&self, simpul: &Simpul, cabang: &Cabang) -> String {
        match &cabang.jawaban {
            Jawaban::Ya => self.labels.ya.clone(),
            Jawaban::Tidak => self.labels.tidak.clone(),
            Jawaban::Jika(kondisi) if self.fits(kondisi) => kondisi.clone(),
            Jawaban::Jika(kondisi) => {
                let Setelah::Jika(all) = &simpul.setelah else {
                    unreachable!("bug: an outcome of no decision")
                };
                let all = if all.len() > MOST_SIDES { &[] } else { &all[..] };
                let long = all.iter().map(|of| of.jawaban.teks()).filter(|words| !self.fits(words));
                format!("({})", 1 + long.take_while(|words| words != kondisi).count())
            }
        }
    }

    /// What stands at the arrow of an outcome: the conditions of a decision where all of them fit, else the answers.
    pub(super) fn at_arrow(&self, simpul: &Simpul, cabang: &Cabang) -> String {
        match &cabang.kondisi {
            Some(kondisi) if self.conditions_at_arrows(simpul) => kondisi.clone(),
            _ => self.answer(simpul, cabang),
        }
    }

    /// What stands where the case goes when an outcome may not be taken again. Where conditions stand at the arrows no
    /// answer does that it could be told by; the remark says `lalu`, too.
    pub(super) fn after_the_limit(&self, simpul: &Simpul, cabang: &Cabang) -> String {
        let only = match &simpul.setelah {
            Setelah::Jika(all) if all.len() <= MOST_SIDES => {
                all.iter().filter(|of| of.lanjutan.lalu.is_some()).count() == 1
            }
            _ => false,
        };
        if only && self.conditions_at_arrows(simpul) {
            return "lalu".to_owned();
        }
        format!("{}, lalu", self.answer(simpul, cabang))
    }

    /// Whether every outcome of a decision has its condition at its arrow; a reader should not find words at one and
    /// an answer at the other.
    pub(super) fn conditions_at_arrows(&self, simpul: &Simpul) -> bool {
        let Setelah::Jika(cabang) = &simpul.setelah else { return false };
        cabang.iter().all(|of| of.kondisi.as_deref().is_some_and(|kondisi| self.fits(kondisi)))
    }
}
