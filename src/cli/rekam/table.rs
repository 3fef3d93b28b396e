//! The comparison for people.

use super::Bahan;
use crate::cli::table::{columns, head};
use sop::analysis::time::unit::{DAY, hours_and_minutes};
use sop::config::Config;
use sop::rekam::nilai::{Antara, Nilai, Sebaran};
use sop::text::{Lang, Text};

static CASES: [Text; 7] = [
    Text { id: "Berkas", en: "Case" },
    Text { id: "Langkah", en: "Steps" },
    Text { id: "Waktu kerja", en: "Work" },
    Text { id: "Kalender", en: "Calendar" },
    Text { id: "Kesesuaian", en: "Fitness" },
    Text { id: "Temuan", en: "Findings" },
    Text { id: "Keadaan", en: "State" },
];
static ROWS: [Text; 8] = [
    Text { id: "No", en: "No" },
    Text { id: "Kegiatan", en: "Activity" },
    Text { id: "Baku", en: "Standard" },
    Text { id: "Tengah", en: "Middle" },
    Text { id: "Terlama", en: "Longest" },
    Text { id: "Kali", en: "Times" },
    Text { id: "Mengembalikan", en: "Sent back" },
    Text { id: "Terlambat", en: "Late" },
];
static ENDED: Text = Text { id: "berakhir", en: "ended" };
static OPEN: Text = Text { id: "belum berakhir", en: "not ended" };
static UNJUDGED: Text = Text { id: "urutan tidak dinilai", en: "order not judged" };
static FINDINGS: Text = Text { id: "Yang tidak sesuai", en: "What does not fit" };
static BY_ROW: Text = Text { id: "Per kegiatan", en: "By row" };
static NO_CASE: Text =
    Text { id: "tidak ada berkas yang dapat dinilai", en: "there is no case that can be judged" };

pub(super) fn table(bahan: &Bahan, config: &Config, lang: Lang) -> String {
    let laporan = &bahan.laporan;
    if laporan.berkas.is_empty() {
        return NO_CASE.pattern(lang).to_owned() + "\n";
    }
    let sop = &bahan.procedure.sop;
    let day = u64::from(config.kalender.menit_per_hari_kerja).max(1);
    let ended = laporan.berkas.iter().filter(|it| it.berakhir).count();
    let mut out = match lang {
        Lang::Id => format!("{}: {} berkas, {ended} berakhir", sop.identitas.sop, laporan.berkas.len()),
        Lang::En => format!("{}: {} cases, {ended} ended", sop.identitas.sop, laporan.berkas.len()),
    };
    if laporan.dinilai > 0 {
        let fitness = number(laporan.hitungan.fitness(), lang);
        out += &match lang {
            Lang::Id => format!(", kesesuaian urutan {fitness}"),
            Lang::En => format!(", fitness of the order {fitness}"),
        };
    }
    out += "\n\n";
    let mut rows = vec![head(&CASES, lang)];
    rows.extend(laporan.berkas.iter().map(|case| case_row(case, day, lang)));
    out += &columns(&rows, "");
    let found: Vec<&Nilai> = laporan.berkas.iter().filter(|it| !it.temuan.is_empty()).collect();
    if !found.is_empty() {
        out += &format!("\n{}\n", FINDINGS.pattern(lang));
    }
    for case in found {
        out += &format!("  {}\n", case.nomor);
        for it in &case.temuan {
            let place = it.letak.words(lang);
            let place =
                if place.is_empty() || same_place(place) { String::new() } else { format!(" ({place})") };
            out += &format!("    {}{place}\n", it.apa.words(lang));
        }
    }
    out += &format!("\n{}\n", BY_ROW.pattern(lang));
    let mut rows = vec![head(&ROWS, lang)];
    rows.extend(laporan.kegiatan.iter().map(|row| {
        let kegiatan = &sop[row.kegiatan];
        let taken = |of: fn(Sebaran) -> u64| row.kerja.map_or("-".to_owned(), |it| time(of(it), day, lang));
        vec![
            kegiatan.nomor.to_string(),
            cut(&kegiatan.uraian),
            if row.baku_teks.is_empty() { "-".to_owned() } else { cut_to(&row.baku_teks, 22) },
            taken(|it| it.tengah),
            taken(|it| it.terlama),
            row.kali.to_string(),
            row.dikembalikan.to_string(),
            row.terlambat.to_string(),
        ]
    }));
    out + &columns(&rows, "")
}

/// In a form the place of an entry is its row, which the words name already.
fn same_place(place: &str) -> bool {
    place.starts_with("langkah ") || place.starts_with("row ")
}

fn case_row(case: &Nilai, day: u64, lang: Lang) -> Vec<String> {
    let range = |Antara { dari, sampai }, day: u64| {
        if dari == sampai {
            time(sampai, day, lang)
        } else {
            format!("{} - {}", time(dari, day, lang), time(sampai, day, lang))
        }
    };
    let state = match (&case.hitungan, case.berakhir) {
        (None, _) => &UNJUDGED,
        (Some(_), true) => &ENDED,
        (Some(_), false) => &OPEN,
    };
    vec![
        case.nomor.clone(),
        case.langkah.len().to_string(),
        case.lama.map_or("-".to_owned(), |it| range(it.kerja, day)),
        case.lama.map_or("-".to_owned(), |it| range(it.kalender, 24 * 60)),
        case.hitungan.map_or("-".to_owned(), |it| number(it.fitness(), lang)),
        case.temuan.len().to_string(),
        state.pattern(lang).to_owned(),
    ]
}

/// Minutes, in days of this many where there is more than one.
fn time(minutes: u64, day: u64, lang: Lang) -> String {
    if minutes >= day { DAY.hundredths(minutes * 100 / day, lang) } else { hours_and_minutes(minutes, lang) }
}

/// Two places, with the comma of the language; never rounded up to a whole that it is not.
fn number(value: f64, lang: Lang) -> String {
    let text = format!("{:.2}", (value * 100.0).floor() / 100.0);
    if lang == Lang::Id { text.replace('.', ",") } else { text }
}

fn cut(text: &str) -> String {
    cut_to(text, 44)
}

fn cut_to(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}
