//! Limits as durations of ISO 8601. Working days are laid on a calendar week of five of them; holidays are not known here.

use crate::model::{Durasi, Satuan};

/// The longest that a limit may mean.
pub(super) fn iso(durasi: &Durasi) -> String {
    let (mut months, mut days, mut seconds) = (0u64, 0u64, 0u64);
    for suku in &durasi.suku {
        let thousandths = suku.sampai;
        let whole = thousandths.div_ceil(1000);
        match suku.satuan {
            Satuan::Detik => seconds = seconds.saturating_add(whole),
            Satuan::Menit => seconds = seconds.saturating_add(thousandths.saturating_mul(60) / 1000),
            Satuan::Jam => seconds = seconds.saturating_add(thousandths.saturating_mul(3600) / 1000),
            Satuan::Hari | Satuan::HariKerja => {
                days = days.saturating_add(whole / 5 * 7 + whole % 5);
            }
            Satuan::HariKalender => days = days.saturating_add(whole),
            Satuan::Minggu => days = days.saturating_add(whole.saturating_mul(7)),
            Satuan::Bulan => months = months.saturating_add(whole),
            Satuan::Triwulan => months = months.saturating_add(whole.saturating_mul(3)),
            Satuan::Semester => months = months.saturating_add(whole.saturating_mul(6)),
            Satuan::Tahun => months = months.saturating_add(whole.saturating_mul(12)),
        }
    }
    // Engines take months and days apart; one unit is understood by all of them.
    let days = days.saturating_add(months.saturating_mul(30)).saturating_add(seconds / 86_400);
    let seconds = seconds % 86_400;
    let time = match (seconds / 60, seconds % 60) {
        (0, 0) => String::new(),
        (minutes, 0) => format!("T{minutes}M"),
        _ => format!("T{seconds}S"),
    };
    match (days, time.as_str()) {
        (0, "") => "PT0S".to_owned(),
        (0, time) => format!("P{time}"),
        (days, time) => format!("P{days}D{time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Suku;

    #[test]
    fn working_days_skip_the_weekend() {
        let of = |number, satuan| {
            let suku = vec![Suku { dari: number, sampai: number, satuan }].into();
            iso(&Durasi { sifat: None, suku, per: None, setara: None })
        };
        assert_eq!(of(10_000, Satuan::HariKerja), "P14D");
        assert_eq!(of(3_000, Satuan::HariKalender), "P3D");
        assert_eq!(of(1_500, Satuan::Jam), "PT90M");
        assert_eq!(of(24_000, Satuan::Jam), "P1D");
        assert_eq!(of(1_000, Satuan::Minggu), "P7D");
    }
}
