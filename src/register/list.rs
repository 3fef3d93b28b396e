//! The register as a list: a line a procedure, as CSV, as JSON, or in columns of a given width.

use super::{Register, Waktu};
use crate::day::Day;
use crate::diag::Severity;
use crate::text::{Lang, Text};
use serde::Serialize;

/// A line of the register.
#[derive(Debug, Serialize)]
pub struct Line<'r> {
    /// Nomor SOP.
    pub nomor: Option<&'r str>,
    /// Nama SOP.
    pub nama_sop: &'r str,
    /// Unit kerja, else the lowest level of the agency.
    pub unit: &'r str,
    /// As typed.
    pub tanggal_pembuatan: Option<&'r str>,
    /// As typed; `None` also for `-`.
    pub tanggal_revisi: Option<&'r str>,
    /// As typed.
    pub tanggal_efektif: Option<&'r str>,
    /// Office and name.
    pub disahkan_oleh: Option<&'r str>,
    /// As stated, else as computed.
    pub waktu: Option<String>,
    #[serde(skip)]
    waktu_en: Option<String>,
    /// The same in minutes, where it was computed.
    pub menit: Option<Menit>,
    /// The three dates as programs write them, where they are whole.
    pub iso: Iso,
    /// Findings, those across files among them.
    pub galat: usize,
    /// Findings, those across files among them.
    pub peringatan: usize,
    /// Findings, those across files among them.
    pub saran: usize,
    /// The file.
    pub berkas: &'r str,
}

/// Minutes of work, the shortest and the longest run without going back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Menit {
    /// At least; rounded down.
    pub dari: u64,
    /// At most; rounded up.
    pub sampai: u64,
}

/// `2026-11-24`; `None` where a date is missing, incomplete or no date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Iso {
    /// Tanggal pembuatan.
    pub tanggal_pembuatan: Option<String>,
    /// Tanggal revisi.
    pub tanggal_revisi: Option<String>,
    /// Tanggal efektif.
    pub tanggal_efektif: Option<String>,
}

#[derive(Serialize)]
struct Document<'r> {
    schema: &'static str,
    sop: &'r [Line<'r>],
}

/// A column.
struct Column {
    head: Text,
    /// It is given so much room at least, and at most.
    room: [usize; 2],
    /// Where there is too little room for all, the column that ranks highest goes first.
    rank: u8,
}

const fn column(id: &'static str, en: &'static str, room: [usize; 2], rank: u8) -> Column {
    Column { head: Text { id, en }, room, rank }
}

/// The columns, in order.
const COLUMNS: [Column; 10] = [
    column("Nomor SOP", "Number", [16, 32], 0),
    column("Nama SOP", "Title", [20, 60], 0),
    column("Unit", "Unit", [16, 40], 5),
    column("Pembuatan", "Made", [16, 17], 7),
    column("Revisi", "Revised", [16, 17], 6),
    column("Efektif", "In force", [16, 17], 2),
    column("Disahkan oleh", "Approved by", [14, 40], 4),
    column("Waktu", "Time", [16, 30], 3),
    column("Temuan", "Findings", [14, 34], 1),
    column("Berkas", "File", [20, 40], 8),
];

impl Register {
    /// The lines, in the order the procedures were added. Findings are counted as of a day, where one is given.
    pub fn list(&self, on: Option<Day>) -> Vec<Line<'_>> {
        let mut lines: Vec<Line> = self
            .entries()
            .iter()
            .map(|entry| Line {
                nomor: entry.nomor.as_deref(),
                nama_sop: &entry.judul,
                unit: &entry.unit,
                tanggal_pembuatan: entry.pembuatan.as_deref(),
                tanggal_revisi: entry.revisi.as_deref(),
                tanggal_efektif: entry.efektif.as_deref(),
                disahkan_oleh: Some(entry.pejabat.as_str()).filter(|name| !name.is_empty()),
                waktu: entry.waktu.as_ref().map(|waktu| waktu.words(Lang::Id)),
                waktu_en: entry.waktu.as_ref().map(|waktu| waktu.words(Lang::En)),
                menit: entry
                    .waktu
                    .as_ref()
                    .and_then(Waktu::minutes)
                    .map(|[dari, sampai]| Menit { dari, sampai }),
                iso: {
                    let [pembuatan, revisi, efektif] = entry.days.map(|day| day.map(Day::iso));
                    Iso { tanggal_pembuatan: pembuatan, tanggal_revisi: revisi, tanggal_efektif: efektif }
                },
                galat: entry.findings[0],
                peringatan: entry.findings[1],
                saran: entry.findings[2],
                berkas: &entry.name,
            })
            .collect();
        for (at, found) in self.findings(on, Severity::Advice) {
            let line = &mut lines[at];
            let mut counts = [&mut line.saran, &mut line.peringatan, &mut line.galat];
            found.iter().for_each(|finding| *counts[finding.severity as usize] += 1);
        }
        lines
    }
}

/// As CSV (RFC 4180), with a head.
pub fn csv(lines: &[Line<'_>]) -> String {
    let head = "nomor,nama_sop,unit,tanggal_pembuatan,tanggal_revisi,tanggal_efektif,disahkan_oleh,waktu,galat,peringatan,\
                saran,berkas\r\n";
    let mut out = head.to_owned();
    for line in lines {
        let counts = [line.galat, line.peringatan, line.saran].map(|count| count.to_string());
        let texts = line.texts().map(quoted);
        let [file, cells @ ..] = &texts;
        out += &format!("{},{},{file}\r\n", cells.join(","), counts.join(","));
    }
    out
}

/// A cell in quotes where it needs them. One that a spreadsheet would take for a formula gets an apostrophe.
fn quoted(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '@']) { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// As JSON, with a line end at its end.
pub fn json(lines: &[Line<'_>]) -> String {
    let document = Document { schema: "daftar-v1", sop: lines };
    serde_json::to_string_pretty(&document).expect("bug: words and numbers serialise") + "\n"
}

impl Line<'_> {
    /// The file, then the texts in the order of the columns.
    pub(super) fn texts(&self) -> [&str; 9] {
        [
            self.berkas,
            self.nomor.unwrap_or_default(),
            self.nama_sop,
            self.unit,
            self.tanggal_pembuatan.unwrap_or_default(),
            self.tanggal_revisi.unwrap_or_default(),
            self.tanggal_efektif.unwrap_or_default(),
            self.disahkan_oleh.unwrap_or_default(),
            self.waktu.as_deref().unwrap_or_default(),
        ]
    }

    /// `1 galat, 2 peringatan`
    pub fn findings(&self, lang: Lang) -> String {
        let words = match lang {
            Lang::Id => [["galat"; 2], ["peringatan"; 2], ["saran"; 2]],
            Lang::En => [["error", "errors"], ["warning", "warnings"], ["advice"; 2]],
        };
        let counts = [self.galat, self.peringatan, self.saran].into_iter().zip(words);
        let parts: Vec<String> = counts
            .filter(|(count, _)| *count > 0)
            .map(|(count, [one, more])| format!("{count} {}", if count == 1 { one } else { more }))
            .collect();
        if parts.is_empty() { "-".to_owned() } else { parts.join(", ") }
    }

    fn cells(&self, lang: Lang) -> Vec<String> {
        let [file, mut cells @ ..] = self.texts();
        if lang == Lang::En {
            cells[cells.len() - 1] = self.waktu_en.as_deref().unwrap_or_default();
        }
        let cells = cells.into_iter().map(|cell| if cell.is_empty() { "-" } else { cell }.to_owned());
        cells.chain([self.findings(lang), file.to_owned()]).collect()
    }
}

/// In columns for a terminal of this many characters; what finds no room is left out and named below.
pub fn table(lines: &[Line<'_>], width: usize, lang: Lang) -> String {
    let rows: Vec<Vec<String>> = lines.iter().map(|line| line.cells(lang)).collect();
    let natural = |at: usize| {
        let head = COLUMNS[at].head.pattern(lang).chars().count();
        rows.iter().map(|row| row[at].chars().count()).max().unwrap_or(0).max(head)
    };
    let mut shown: Vec<usize> = (0..COLUMNS.len()).collect();
    let least = |at: &usize| natural(*at).min(COLUMNS[*at].room[0]);
    while shown.len() > 2 && shown.iter().map(least).sum::<usize>() + 2 * (shown.len() - 1) > width {
        let last = shown.iter().copied().max_by_key(|at| COLUMNS[*at].rank).expect("bug: columns are left");
        shown.retain(|at| *at != last);
    }
    let mut widths: Vec<usize> = shown.iter().map(least).collect();
    let mut room = width.saturating_sub(widths.iter().sum::<usize>() + 2 * (shown.len() - 1));
    // The room that is left goes where it is needed, a character at a time.
    while room > 0 {
        let short =
            |index: &usize| natural(shown[*index]).min(COLUMNS[shown[*index]].room[1]) - widths[*index];
        let Some(most) = (0..shown.len()).filter(|index| short(index) > 0).max_by_key(short) else { break };
        widths[most] += 1;
        room -= 1;
    }
    let head: Vec<String> = COLUMNS.iter().map(|column| column.head.pattern(lang).to_owned()).collect();
    let mut out = line_of(&head, &shown, &widths);
    out += &widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join("  ");
    out.push('\n');
    let drawn: Vec<String> = rows.iter().map(|row| line_of(row, &shown, &widths)).collect();
    // Rows of several lines run into each other without an empty one between.
    let gap = if drawn.iter().any(|row| row.lines().count() > 1) { "\n" } else { "" };
    out += &drawn.join(gap);
    let hidden: Vec<&str> = (0..COLUMNS.len())
        .filter(|at| !shown.contains(at))
        .map(|at| COLUMNS[at].head.pattern(lang))
        .collect();
    if !hidden.is_empty() {
        let more = match lang {
            Lang::Id => "Tidak muat di layar ini",
            Lang::En => "No room here for",
        };
        out += &format!("\n{more}: {}\n", hidden.join(", "));
    }
    out
}

/// One row, its cells wrapped.
fn line_of(cells: &[String], shown: &[usize], widths: &[usize]) -> String {
    let wrapped: Vec<Vec<String>> =
        shown.iter().zip(widths).map(|(at, width)| wrap(&cells[*at], *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let mut out = String::new();
    for line in 0..height {
        let parts = wrapped.iter().zip(widths).map(|(cell, width)| {
            let text = cell.get(line).map_or("", String::as_str);
            format!("{text}{}", " ".repeat(width - text.chars().count()))
        });
        out += parts.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}

/// Lines of at most this many characters, broken at blanks, else behind `/` or `-`, else anywhere.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut word: Vec<char> = word.chars().collect();
        let last = lines.last_mut().expect("bug: there is a line");
        let used = last.chars().count();
        if used > 0 && used + 1 + word.len() <= width {
            last.push(' ');
            last.extend(word);
            continue;
        }
        if used > 0 {
            lines.push(String::new());
        }
        while word.len() > width {
            let cut = word[..width].iter().rposition(|c| matches!(c, '/' | '-')).map_or(width, |at| at + 1);
            let rest = word.split_off(cut);
            lines.last_mut().expect("bug: there is a line").extend(word);
            lines.push(String::new());
            word = rest;
        }
        lines.last_mut().expect("bug: there is a line").extend(word);
    }
    lines
}
