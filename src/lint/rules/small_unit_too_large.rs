//! `SOP311` small-unit-too-large: `1 jam 90 menit`, where the smaller part is as much as one of the greater, or more.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Durasi, Satuan, Suku};
use crate::page;
use crate::text::{Lang, Text};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP311",
    name: "small-unit-too-large",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: dalam waktu `{waktu}`, {kecil} sudah mencapai {besar}; yang terhitung {lama}",
        en: "row {nomor}: in the time `{waktu}`, {kecil} is as much as {besar} or more; it counts as {lama}",
    },
    help: Some(Text {
        id: "bila memang selama itu, tulis `{lama}`; bila tidak, betulkan angka atau satuannya",
        en: "if it does take that long, write `{lama}`; if not, mend the number or the unit",
    }),
    basis: Some("R74"),
    page: page!("SOP311"),
};

static WRITE_SO: Text = Text { id: "tulis waktu yang terhitung", en: "write the time that it counts as" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for row in &procedure.sop.kegiatan {
        for time in &row.mutu_baku.waktu {
            let teks = time.waktu.teks.as_str();
            // With `+` two times are added on purpose.
            let Some(durasi) = time.waktu.durasi.as_ref().filter(|_| !teks.contains('+')) else { continue };
            let Some([large, small]) = carried(durasi) else { continue };
            let length = procedure.time().length(durasi);
            if length.berlalu.sampai > 0 {
                continue;
            }
            let on_the_clock = durasi.suku.iter().all(|suku| suku.satuan <= Satuan::Jam);
            let lama = match on_the_clock {
                true => clock(&durasi.suku),
                false => procedure.time().words(length.kerja.sampai, Lang::Id),
            };
            let mut found = Diagnostic::at(&RULE, time.span)
                .with("nomor", row.nomor.to_string())
                .with("waktu", teks)
                .with("kecil", said(small.dari, small.satuan))
                .with("besar", said(1000, large.satuan))
                .with("lama", lama.as_str());
            let plain = durasi.sifat.is_none() && durasi.per.is_none() && durasi.setara.is_none();
            if on_the_clock && plain {
                found = found.fix(Fix { safe: false, ..Fix::replace(&WRITE_SO, time.teks_span, lama) });
            }
            sink.push(found);
        }
    }
}

/// The greater part and the smaller one after it that is as much as one of it, however long a day of work is. The two
/// ends of a range may well be rounded differently.
fn carried(durasi: &Durasi) -> Option<[Suku; 2]> {
    let single = durasi.suku.iter().all(|suku| suku.dari == suku.sampai);
    let reaches = |pair: &&[Suku]| {
        certainly_one(pair[1].satuan, pair[0].satuan).is_some_and(|count| pair[1].dari >= count * 1000)
    };
    let pair = durasi.suku.windows(2).find(reaches).filter(|_| single)?;
    Some([pair[0], pair[1]])
}

/// How many of the smaller unit certainly make one of the greater.
fn certainly_one(small: Satuan, large: Satuan) -> Option<u64> {
    use Satuan::{Detik, Hari, HariKerja, Jam, Menit, Minggu};
    match (small, large) {
        (Detik, Menit) | (Menit, Jam) => Some(60),
        (Detik, Jam) => Some(60 * 60),
        (Menit, Hari | HariKerja) => Some(24 * 60),
        (Jam, Hari | HariKerja) => Some(24),
        (Hari | HariKerja, Minggu) => Some(7),
        _ => None,
    }
}

/// Hours, minutes and seconds, as they are written: a day of work is no unit of a clock.
fn clock(suku: &[Suku]) -> String {
    let seconds = |unit: Satuan| match unit {
        Satuan::Jam => 3600,
        Satuan::Menit => 60,
        _ => 1,
    };
    let sum =
        suku.iter().fold(0u64, |sum, it| sum.saturating_add(it.dari.saturating_mul(seconds(it.satuan))));
    let sum = sum / 1000;
    let parts = [(sum / 3600, Satuan::Jam), (sum / 60 % 60, Satuan::Menit), (sum % 60, Satuan::Detik)];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    parts.map(|(number, unit)| said(number * 1000, unit)).collect::<Vec<_>>().join(" ")
}

fn said(thousandths: u64, unit: Satuan) -> String {
    format!("{} {}", (thousandths as f64 / 1000.0).to_string().replace('.', ","), unit.name())
}
