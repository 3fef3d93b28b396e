//! What `sop time` says to people.

use super::super::table::{columns, head};
use super::super::view::numbers;
use super::json::row;
use super::{Held, Schedule, TOTAL, limits};
use sop::analysis::Procedure;
use sop::analysis::time::kerja::Kerja;
use sop::analysis::time::{Holding, Run, Time};
use sop::model::waktu::Rentang;
use sop::model::{Kegiatan, KegiatanId, SimpulId, Sop};
use sop::text::{Lang, Text};

static HEAD: [Text; 4] = [
    Text { id: "No", en: "No" },
    Text { id: "Pelaksana", en: "Actor" },
    Text { id: "Waktu", en: "Time" },
    Text { id: "Waktu kerja", en: "Working time" },
];
static SHORTEST: Text = Text { id: "Terpendek", en: "Shortest" };
static LONGEST: Text = Text { id: "Terpanjang", en: "Longest" };
static WITH_RETURNS: Text =
    Text { id: "Terpanjang, tiap pengembalian sekali", en: "Longest, each return once" };
static WITHIN_BOUNDS: Text =
    Text { id: "Terpanjang, pengembalian sampai batasnya", en: "Longest, returns up to their limits" };
static DATES: [Text; 3] = [
    Text { id: "Mulai", en: "Starts" },
    Text { id: "Selesai paling cepat", en: "Done at the earliest" },
    Text { id: "Selesai paling lambat", en: "Done at the latest" },
];
static NO_RUN: Text = Text { id: "tidak ada jalan tanpa pengembalian", en: "no way without going back" };
static THROUGH: Text = Text { id: "kegiatan", en: "rows" };
static CRITICAL: Text = Text { id: "jalur kritis: kegiatan", en: "critical path: rows" };
static NO_TIMES: Text = Text {
    id: "tidak terhitung: tidak ada kegiatan yang menyebut lamanya",
    en: "not known: no row says how long it takes",
};
static LOAD: Text = Text { id: "Beban, tiap kegiatan sekali:", en: "Load, every row once:" };
static LIMITS: Text = Text { id: "Batas waktu:", en: "Limits:" };
static BY_WAITING: Text = Text {
    id: "dapat dipenuhi: yang selesai lebih cepat tinggal menunggu",
    en: "can be met: what is done sooner waits",
};
static FROM_AN_EVENT: Text = Text {
    id: "tidak dihitung: sejak kapan disebut dengan kata-kata, bukan dengan nomor kegiatan",
    en: "not computed: it counts from an event in words, not from the number of a row",
};
static NOT_COMPUTED: Text = Text { id: "tidak dihitung", en: "not computed" };
static UNMEASURED: Text =
    Text { id: "Tanpa lama, dihitung nol: kegiatan", en: "Without a number, counted as nothing: rows" };

pub(super) fn table(procedure: &Procedure, dates: Option<&Schedule>, lang: Lang) -> String {
    let (sop, time) = (&procedure.sop, procedure.time());
    let measured = time.unmeasured.len() < sop.kegiatan.len();
    let mut out = columns(&rows(procedure, dates, lang), "");
    out.push('\n');
    out += &columns(&ways(sop, time, measured, lang), "");
    if measured && !time.unmeasured.is_empty() {
        out += &format!("{} {}\n", UNMEASURED.pattern(lang), numbers(sop, &time.unmeasured).join(", "));
    }
    out += &shared_note(sop, lang);
    if let Some(dates) = dates {
        out += &calendar_note(dates, lang);
    }
    if measured {
        let load = sop.pelaksana.iter().zip(time.load(sop));
        let load = load.map(|(lane, load)| vec![lane.pendek.clone(), range(time, load, lang)]);
        out += &format!("\n{}\n{}", LOAD.pattern(lang), columns(&load.collect::<Vec<_>>(), "  "));
    }
    let limits = limits(procedure, TOTAL.pattern(lang));
    if !limits.is_empty() {
        out += &format!("\n{}\n", LIMITS.pattern(lang));
    }
    for (limit, held) in limits {
        let said = match held {
            Held::Computed(holding) => verdict(procedure, holding, lang),
            Held::ByWaiting => BY_WAITING.pattern(lang).to_owned(),
            Held::FromAnEvent => FROM_AN_EVENT.pattern(lang).to_owned(),
            Held::Unknown => NOT_COMPUTED.pattern(lang).to_owned(),
        };
        out += &format!("  {limit}\n    {said}\n");
    }
    out
}

/// The rows below their head: what each takes and, where a start is given, its moments.
fn rows(procedure: &Procedure, dates: Option<&Schedule>, lang: Lang) -> Vec<Vec<String>> {
    let time = procedure.time();
    let mut rows = vec![head(&HEAD, lang)];
    rows.extend(time.rows.iter().enumerate().map(|(at, taken)| {
        let row = row(procedure, KegiatanId::from_index(at), None);
        let said = match row.unmeasured {
            true => "-".to_owned(),
            false => range(time, taken.kerja, lang),
        };
        vec![row.row, row.actors.join(", "), row.typed.join("; "), said]
    }));
    if let Some(dates) = dates {
        rows[0].extend(head(&DATES, lang));
        for (row, moments) in rows[1..].iter_mut().zip(&dates.clocks) {
            match moments {
                Some(moments) => row.extend(moments.map(|moment| moment.words(lang))),
                None => row.extend(["-"; 3].map(str::to_owned)),
            }
        }
    }
    rows
}

/// The shortest way and the longest ones, a line each.
fn ways(sop: &Sop, time: &Time, measured: bool, lang: Lang) -> Vec<Vec<String>> {
    let mut runs = vec![(&SHORTEST, &THROUGH, &time.shortest), (&LONGEST, &CRITICAL, &time.longest)];
    let returns = time.returns(sop);
    if !returns.each.is_empty() && returns.uncounted.is_none() {
        runs.push((&WITH_RETURNS, &THROUGH, &returns.longest));
        if returns.bounded.is_some() && returns.bounded != returns.longest {
            runs.push((&WITHIN_BOUNDS, &THROUGH, &returns.bounded));
        }
    }
    let line = |(name, way, run): (&Text, &Text, &Option<Run>)| {
        let said = match run {
            Some(_) if !measured => vec![NO_TIMES.pattern(lang).to_owned()],
            Some(run) => vec![time.words(run.minutes, lang), through(sop, way, run, lang)],
            None => vec![NO_RUN.pattern(lang).to_owned()],
        };
        [vec![name.pattern(lang).to_owned()], said].concat()
    };
    runs.into_iter().map(line).collect()
}

/// Where one time stands for several actors in order: whose it counts as.
fn shared_note(sop: &Sop, lang: Lang) -> String {
    let in_order = |row: &Kegiatan| {
        row.simpul.clone().any(|at| sop[SimpulId(at)].tempat > 0)
            && row.mutu_baku.waktu.iter().any(|time| time.simpul.is_none() && time.waktu.durasi.is_some())
    };
    let rows = sop.kegiatan.iter().enumerate().filter(|(_, row)| in_order(row));
    let rows: Vec<KegiatanId> = rows.map(|(at, _)| KegiatanId::from_index(at)).collect();
    if rows.is_empty() {
        return String::new();
    }
    let list = numbers(sop, &rows).join(", ");
    match lang {
        Lang::Id => format!(
            "Satu waktu untuk beberapa pelaksana berurutan: kegiatan {list}; seluruhnya dihitung pada pelaksana pertama, juga bila \
             dikembalikan kepadanya. Untuk membaginya tulis `waktu (NAMA): …`\n"
        ),
        Lang::En => format!(
            "One time for several actors in order: rows {list}; all of it counts at the first of them, also when it goes back \
             to them. To share it out write `waktu (NAME): …`\n"
        ),
    }
}

/// Which holidays the dates know of.
fn calendar_note(dates: &Schedule, lang: Lang) -> String {
    let list = |years: Vec<i64>| years.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
    let known = list(Kerja::years().into_iter().collect());
    let unknown = list(dates.unknown_years.clone());
    match (lang, unknown.is_empty()) {
        (Lang::Id, true) => {
            format!("Hari libur nasional dan cuti bersama diperhitungkan (yang dikenal: {known})\n")
        }
        (Lang::En, true) => {
            format!("Public holidays and joint leave are counted as days off (known: {known})\n")
        }
        (Lang::Id, false) => format!(
            "Hari libur tahun {unknown} belum dikenal seluruhnya: yang dilewati akhir pekan dan libur bertanggal tetap \
             (misalnya 1 Januari); tambahkan lainnya dengan `libur` di sop.toml (yang dikenal: {known})\n"
        ),
        (Lang::En, false) => format!(
            "Not all holidays of {unknown} are known: weekends and holidays with a fixed date (1 January, for example) are \
             left out; add the others with `libur` in sop.toml (known: {known})\n"
        ),
    }
}

/// Whether a limit can be met, always or in the best case only, and by which way.
fn verdict(procedure: &Procedure, holding: &Holding, lang: Lang) -> String {
    let (sop, time) = (&procedure.sop, procedure.time());
    let words = |minutes: u64| time.words_of(holding, minutes, lang);
    let least = words(holding.least.minutes);
    let path = through(sop, &THROUGH, &holding.least, lang);
    match (holding.excess(), &holding.longest, &holding.balik) {
        (Some(over), ..) => {
            let over = words(over);
            match lang {
                Lang::Id => {
                    format!("tidak dapat dipenuhi: perlu paling sedikit {least}, lebih {over}; {path}")
                }
                Lang::En => format!("cannot be met: takes at least {least}, {over} too long; {path}"),
            }
        }
        (None, Some(run), _) => {
            let (most, over) = (words(run.minutes), words(run.minutes - holding.allowed));
            let way = through(sop, &THROUGH, run, lang);
            match lang {
                Lang::Id => format!(
                    "tidak selalu dapat dipenuhi: perlu paling sedikit {least}, tetapi paling lama {most}, lebih {over}; {way}"
                ),
                Lang::En => format!(
                    "cannot always be met: takes at least {least}, but up to {most}, {over} too long; {way}"
                ),
            }
        }
        (None, None, Some(balik)) => {
            let (from, to) = (sop.kegiatan_dari(balik.dari).nomor, sop.kegiatan_dari(balik.ke).nomor);
            let more = time.words(balik.sedikitnya, lang);
            let left = left(time, holding, lang);
            match lang {
                Lang::Id => format!(
                    "dapat dipenuhi hanya bila tidak ada yang dikembalikan: perlu paling sedikit {least}, {left}, \
                     tetapi kembali dari {from} ke {to} menambah {more}; {path}"
                ),
                Lang::En => format!(
                    "can be met only if nothing is sent back: takes at least {least}, {left}, but going back \
                     from {from} to {to} adds {more}; {path}"
                ),
            }
        }
        (None, None, None) => {
            let left = left(time, holding, lang);
            match lang {
                Lang::Id => format!("dapat dipenuhi: perlu paling sedikit {least}, {left}; {path}"),
                Lang::En => format!("can be met: takes at least {least}, {left}; {path}"),
            }
        }
    }
}

/// What is left of a limit that can be met.
fn left(time: &Time, holding: &Holding, lang: Lang) -> String {
    let left = holding.allowed - holding.least.minutes;
    let words = time.words_of(holding, left, lang);
    match (lang, left) {
        (Lang::Id, 0) => "tanpa sisa".to_owned(),
        (Lang::En, 0) => "nothing to spare".to_owned(),
        (Lang::Id, _) => format!("sisa {words}"),
        (Lang::En, _) => format!("{words} to spare"),
    }
}

fn through(sop: &Sop, way: &Text, run: &Run, lang: Lang) -> String {
    format!("{} {}", way.pattern(lang), spans(sop, &run.rows).join(", "))
}

/// Rows by number; of three or more that follow each other only the first and the last.
fn spans(sop: &Sop, rows: &[KegiatanId]) -> Vec<String> {
    let follow = rows.chunk_by(|a, b| a.0 + 1 == b.0);
    let of = |rows: &[KegiatanId]| match (rows, numbers(sop, rows)) {
        ([_, _, _, ..], numbers) => vec![format!("{}-{}", numbers[0], numbers[numbers.len() - 1])],
        (_, numbers) => numbers,
    };
    follow.flat_map(of).collect()
}

fn range(time: &Time, range: Rentang, lang: Lang) -> String {
    let (least, most) = (time.words(range.dari, lang), time.words(range.sampai, lang));
    if least == most { least } else { format!("{least} - {most}") }
}
