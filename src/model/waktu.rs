//! Times in minutes of work, as the calendar of `sop.toml` counts them.

use super::faults::RESTATEMENT_DIFFERS;
use super::{Durasi, Satuan, Suku, Waktu};
use crate::config::Kalender;
use crate::diag::{Diagnostic, Fix, Sink};
use crate::source::Span;
use crate::text::Text;

/// A length of time in thousandths of a minute of work; a range where one was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rentang {
    /// At least.
    pub dari: u64,
    /// At most.
    pub sampai: u64,
}

/// How long one unit is, in minutes of work. Calendar units count the working time that falls into them.
pub fn menit(satuan: Satuan, kalender: &Kalender) -> f64 {
    let day = f64::from(kalender.menit_per_hari_kerja);
    let week = day * f64::from(kalender.hari_kerja_per_minggu);
    let year = week * 365.25 / 7.0;
    match satuan {
        Satuan::Detik => 1.0 / 60.0,
        Satuan::Menit => 1.0,
        Satuan::Jam => 60.0,
        Satuan::Hari if !kalender.hari_adalah_hari_kerja => week / 7.0,
        Satuan::Hari | Satuan::HariKerja => day,
        Satuan::HariKalender => week / 7.0,
        Satuan::Minggu => week,
        Satuan::Bulan => year / 12.0,
        Satuan::Triwulan => year / 4.0,
        Satuan::Semester => year / 2.0,
        Satuan::Tahun => year,
    }
}

/// The sum of the parts.
pub fn jumlah(suku: &[Suku], kalender: &Kalender) -> Rentang {
    let sum = |of: fn(&Suku) -> u64| {
        let minutes: f64 = suku.iter().map(|suku| of(suku) as f64 * menit(suku.satuan, kalender)).sum();
        // Saturates: a number that no office means is still a number.
        minutes.round() as u64
    };
    Rentang { dari: sum(|suku| suku.dari), sampai: sum(|suku| suku.sampai) }
}

/// Holds `470 menit (7,8 jam)` against itself.
pub(super) fn check(waktu: &Waktu, span: Span, value: Span, kalender: &Kalender, sink: &mut Sink) {
    if waktu.durasi.as_ref().is_none_or(|durasi| restated(durasi, kalender)) {
        return;
    }
    let mut diagnostic = Diagnostic::at(&RESTATEMENT_DIFFERS, span).with("waktu", waktu.teks.as_str());
    // Which of the two is right the writer knows; the one outside the bracket is the one that is computed with.
    if let Some((before, _)) = waktu.teks.split_once('(').filter(|_| waktu.teks.ends_with(')')) {
        diagnostic = diagnostic.fix(Fix::replace(&REMOVE_BRACKET, value, before.trim_end()));
    }
    sink.push(diagnostic);
}

static REMOVE_BRACKET: Text = Text { id: "hapus yang di dalam kurung", en: "remove what is in brackets" };

/// Whether a restatement says the same, as exactly as its last digit can.
fn restated(durasi: &Durasi, kalender: &Kalender) -> bool {
    let Some(setara) = &durasi.setara else { return true };
    let (said, again) = (jumlah(&durasi.suku, kalender), jumlah(setara, kalender));
    // Half of the last digit that was written, for each part; one thousandth more for what was cut off.
    let slack: f64 = setara.iter().map(|suku| last_digit(*suku) * 0.5 * menit(suku.satuan, kalender)).sum();
    let near = |a: u64, b: u64| (a.abs_diff(b) as f64) <= slack + 1.0;
    near(said.dari, again.dari) && near(said.sampai, again.sampai)
}

/// The weight of the last digit of a number in thousandths: 1000 for `7`, 100 for `7,8`.
fn last_digit(suku: Suku) -> f64 {
    let weight = |number: u64| {
        [1000u32, 100, 10].into_iter().find(|step| number.is_multiple_of(u64::from(*step))).unwrap_or(1)
    };
    f64::from(weight(suku.dari).min(weight(suku.sampai)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::few::Few;

    fn suku(thousandths: u64, satuan: Satuan) -> Few<Suku> {
        Few::from([Suku { dari: thousandths, sampai: thousandths, satuan }])
    }

    #[test]
    fn a_restatement_may_be_rounded_to_its_last_digit() {
        let says = |minutes, hours| {
            let setara = Some(suku(hours, Satuan::Jam));
            let durasi = Durasi { sifat: None, suku: suku(minutes, Satuan::Menit), per: None, setara };
            restated(&durasi, &Kalender::default())
        };
        assert!(says(470_000, 7_800));
        assert!(says(60_000, 1_000));
        assert!(!says(470_000, 8_500));
        assert!(!says(470_000, 7_600));
    }

    #[test]
    fn a_day_is_what_the_calendar_says() {
        let mut kalender = Kalender::default();
        assert_eq!(jumlah(&suku(2_000, Satuan::Hari), &kalender).dari, 900_000);
        kalender.hari_adalah_hari_kerja = false;
        assert_eq!(jumlah(&suku(7_000, Satuan::Hari), &kalender).dari, 2_250_000);
    }
}
