//! Remedies for whole lines: items without their marks, phases, pasted tables.

use super::{REPLACE_MARK, WRITE_KEY};
use crate::diag::{Diagnostic, Fix};
use crate::source::Span;
use crate::syntax::faults;
use crate::text::{Text, is_if, split_at_if};

static PHASE_OR_TEXT: Text = Text {
    id: "bila ini nama tahap, tulis `{dekat}`; bila melanjutkan teks di atasnya, tulis menjorok",
    en: "if this names a phase, write `{dekat}`; if it continues the text above, indent it",
};
static FOOTNOTE: Text = Text {
    id: "bila ini nomor halaman, hapus; catatan bagi seluruh SOP ditulis sebagai `catatan:` di atas `kegiatan:`",
    en: "if this is the number of a page, delete it; a note on the whole SOP is written `catatan:` above `kegiatan:`",
};
static NUMBERS_BEHIND_KEY: Text = Text {
    id: "di belakang `{kata}:` beberapa butir dipisahkan dengan koma, tanpa nomor: `{daftar}`",
    en: "behind `{kata}:` several items have commas between them, and no numbers: `{daftar}`",
};
static WRITE_WITH_COMMAS: Text = Text { id: "pisahkan dengan koma", en: "put commas between them" };
static DEEPER_OR_FIELD: Text = Text {
    id: "bila melanjutkan teks di atasnya, tulis lebih menjorok; bila isian, tulis namanya dan titik dua, misalnya `waktu: 1 jam`",
    en: "if it continues the text above, indent it further; if it is a field, write its name and a colon, such as `waktu: 1 jam`",
};
static FLOW_AND_NUMBER: Text = Text {
    id: "bila ini arah alurnya, sebut nomornya: `alur: {contoh}`; bila lanjutan teks di atasnya, tulis lebih menjorok",
    en: "if this is where the flow goes, name the row: `alur: {contoh}`; if it continues the text above, indent it further",
};
static SAY_IT_AGAIN: Text = Text {
    id: "`{teks}` tidak dapat dibaca tersendiri; tulis lagi isinya pada isian yang dimaksud, misalnya `kelengkapan: Surat tugas`",
    en: "`{teks}` cannot be read by itself; write once more what is meant, in its field, for instance `kelengkapan: Surat tugas`",
};
static ROW_WITH_NUMBER: Text = Text {
    id: "tulis nomornya di depan kegiatannya: `{nomor}. PELAKSANA: uraian`",
    en: "write the number in front of the row: `{nomor}. ACTOR: text`",
};
static BOTH_ANSWERS: Text = Text {
    id: "tulis tujuan tiap jawaban pada barisnya sendiri, misalnya `ya: lanjut ke 5` dan `tidak: kembali ke 3`",
    en: "write where each answer leads on a line of its own, for instance `ya: lanjut ke 5` and `tidak: kembali ke 3`",
};
pub(super) static PASTED_TABLE: Text = Text {
    id: "ini tabel tempelan; tulis tiap barisnya sebagai `1. PELAKSANA: uraian`, lalu `kelengkapan:`, `waktu:`, dan `output:` menjorok di bawahnya",
    en: "this is a pasted table; write each row as `1. ACTOR: text`, then `kelengkapan:`, `waktu:` and `output:`, indented, below it",
};
static WRITE_ROWS: Text = Text { id: "tulis tabelnya sebagai kegiatan", en: "write the table as rows" };
static ITEMS_WITHOUT_MARK: Text = Text {
    id: "bila ini butir, tulis `- ` di depan tiap butirnya: `- {teks}`",
    en: "if these are items, write `- ` in front of each: `- {teks}`",
};
static ITEMS_OR_ONE_TEXT: Text = Text {
    id: "bila tiap baris sebuah butir, tulis `- ` di depannya: `- {teks}`; bila satu teks, tulis di satu baris",
    en: "if each line is an item, write `- ` in front of it: `- {teks}`; if all is one text, write it on one line",
};
static ADD_MARKS: Text = Text { id: "tambahkan tandanya", en: "add the marks" };

/// The marks of a list's items as a word processor writes them, in one finding.
pub(in crate::syntax) fn foreign_marks(source: &str, marks: Vec<Span>) -> Option<Diagnostic> {
    const SHOWN: usize = 3;
    let first = *marks.first()?;
    let mut typed: Vec<&str> = Vec::new();
    for mark in marks.iter().map(|mark| source[mark.range()].trim()) {
        if typed.len() <= SHOWN && !typed.contains(&mark) {
            typed.push(mark);
        }
    }
    let more = if typed.len() > SHOWN { "`, `…" } else { "" };
    typed.truncate(SHOWN);
    let shown = typed.join("`, `");
    let edits = marks.into_iter().map(|mark| (mark, "- ".to_owned())).collect();
    let fix = Fix { title: &REPLACE_MARK, edits, safe: true };
    let args = Diagnostic::at(&faults::FOREIGN_MARK, first).with("tanda", shown + more);
    Some(args.with("baku", "- ").fix(fix))
}

static ROW_MARK: Text = Text {
    id: "di belakang nomor kegiatan ditulis titik: `{baku}`",
    en: "a full stop stands behind the number of a row: `{baku}`",
};
static ROW_MARKS: Text = Text {
    id: "di belakang nomor kegiatan ditulis titik: `{baku}`; demikian pada {jumlah} kegiatan",
    en: "a full stop stands behind the number of a row: `{baku}`; so in {jumlah} rows",
};
static STAR_OF_A_ROW: Text = Text {
    id: "tulis `{baku}`; yang ditandai bintang ditulis sebagai `keterangan:` di bawah kegiatan ini, atau sebagai `catatan:` di atas `kegiatan:`",
    en: "write `{baku}`; what the star stands for is written `keterangan:` below this row, or `catatan:` above `kegiatan:`",
};
static ONE_NUMBER: Text = Text {
    id: "tiap kegiatan bernomor satu: tulis `{baku}`; bila isinya dua kegiatan, bagi menjadi dua",
    en: "each row has one number: write `{baku}`; if it holds two rows, divide it",
};
static FIELD_MARK: Text = Text {
    id: "isian ditulis tanpa tanda atau nomor di depannya; yang bertanda `- ` adalah butir atau rincian",
    en: "fields are written without a mark or a number in front; what bears `- ` is an item or a sub-step",
};
static REMOVE_MARK: Text = Text { id: "hapus tandanya", en: "remove the marks" };

static MARK_BEHIND_KEY: Text = Text {
    id: "di belakang `{kata}:` butir ditulis tanpa tanda; yang bertanda `- ` berdiri di barisnya sendiri",
    en: "behind `{kata}:` an item is written without a mark; one with `- ` stands on a line of its own",
};

static NO_ROW: Text = Text {
    id: "awal dan akhir tidak ditulis sebagai kegiatan: simbolnya digambar sendiri; hapus baris ini",
    en: "start and end are not written as rows: their symbols are drawn by themselves; delete this line",
};
static DELETE_ROW: Text = Text { id: "hapus barisnya", en: "delete the row" };

/// `6. Selesai`: a row in which nothing is done. `whole` is the line with its end.
pub(in crate::syntax) fn end_as_row(line: Span, whole: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&NO_ROW).fix(Fix::remove(&DELETE_ROW, whole))
}

/// `ya -> 3, tidak -> diobati dulu`: answers that cannot be told apart by a program.
pub(in crate::syntax) fn each_answer(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&BOTH_ANSWERS)
}

/// The marks behind the numbers of rows, with what is meant, in one finding; each that says something by itself.
pub(in crate::syntax) fn row_marks(source: &str, marks: Vec<(Span, String)>) -> Vec<Diagnostic> {
    let starred = |mark: &str| mark.contains('*');
    let says =
        |(place, _): &(Span, String)| starred(&source[place.range()]) || two_numbers(&source[place.range()]);
    let (telling, plain): (Vec<_>, Vec<_>) = marks.into_iter().partition(says);
    let told = |(place, meant): (Span, String)| {
        let typed = source[place.range()].trim();
        let help = if starred(typed) { &STAR_OF_A_ROW } else { &ONE_NUMBER };
        let found = Diagnostic::at(&faults::FOREIGN_MARK, place).with("tanda", typed);
        found.with("baku", meant.as_str()).help(help).fix(Fix::replace(&REPLACE_MARK, place, meant))
    };
    plain_row_marks(source, plain).into_iter().chain(telling.into_iter().map(told)).collect()
}

/// `3-4. `, `3 dan 4. `, but not `1.2 `.
fn two_numbers(mark: &str) -> bool {
    let figures = |c: char| c.is_ascii_digit();
    let between = mark.trim_matches(|c: char| !figures(c)).trim_matches(figures);
    !between.is_empty() && !between.contains(figures) && between != "."
}

fn plain_row_marks(source: &str, marks: Vec<(Span, String)>) -> Option<Diagnostic> {
    let (first, meant) = marks.first()?.clone();
    const SHOWN: usize = 3;
    let kind = |mark: &str| mark.replace(|c: char| c.is_ascii_alphanumeric(), "");
    let mut typed: Vec<&str> = Vec::new();
    for mark in marks.iter().map(|(mark, _)| source[mark.range()].trim()) {
        if typed.len() < SHOWN && typed.iter().all(|known| kind(known) != kind(mark)) {
            typed.push(mark);
        }
    }
    let found = Diagnostic::at(&faults::FOREIGN_MARK, first).with("tanda", typed.join("`, `"));
    let found = match marks.len() {
        1 => found.help(&ROW_MARK),
        many => found.with("jumlah", many).help(&ROW_MARKS),
    };
    Some(found.with("baku", meant).fix(Fix { title: &REPLACE_MARK, edits: marks, safe: true }))
}

static MARKDOWN: Text = Text {
    id: "naskah ini memakai tanda tebal dan tanda judul dari program lain; tulis isian tanpa tanda, misalnya `waktu: 10 menit`, dan daftar di bawah kuncinya, misalnya `dasar hukum:`",
    en: "this text has the marks of another program for bold words and headings; write fields without them, such as `waktu: 10 menit`, and lists below their key, such as `dasar hukum:`",
};

/// A text marked up as chat programs do, in one finding.
pub(in crate::syntax) fn markdown(first: Span, edits: Vec<(Span, String)>) -> Diagnostic {
    let found = Diagnostic::at(&faults::FOREIGN_MARK, first).with("tanda", "**").with("baku", "waktu: …");
    found.help(&MARKDOWN).fix(Fix { title: &REMOVE_MARK, edits, safe: false })
}

/// The marks of items in front of fields, in one finding: `- waktu: 2 jam`.
pub(in crate::syntax) fn field_marks(source: &str, marks: Vec<Span>) -> Option<Diagnostic> {
    let first = *marks.first()?;
    let words = source[first.end as usize..].split(':').next().unwrap_or_default().trim();
    let mark = source[first.range()].trim();
    let found = Diagnostic::at(&faults::FOREIGN_MARK, first).with("tanda", format!("{mark} {words}"));
    let edits = marks.into_iter().map(|mark| (mark, String::new())).collect();
    let fix = Fix { title: &REMOVE_MARK, edits, safe: true };
    Some(found.with("baku", words).help(&FIELD_MARK).fix(fix))
}

/// `output: - Konsep laporan`
pub(in crate::syntax) fn mark_behind_key(mark: Span, typed: &str, key: &str) -> Diagnostic {
    Diagnostic::at(&faults::FOREIGN_MARK, mark)
        .with("tanda", format!("{key}: {typed}"))
        .with("baku", format!("{key}: …"))
        .with("kata", key)
        .help(&MARK_BEHIND_KEY)
        .fix(Fix { title: &REMOVE_MARK, edits: vec![(mark, String::new())], safe: true })
}

/// `output: 1. Konsep laporan 2. Nota dinas`; `place` holds all of them.
pub(in crate::syntax) fn numbers_behind_key(mut told: Diagnostic, place: Span, parts: &[&str]) -> Diagnostic {
    let list = parts.join(", ");
    // A comma of their own would divide them once more.
    let divided = parts.iter().any(|part| part.contains(','));
    told.fix = (!divided).then(|| Fix::replace(&WRITE_WITH_COMMAS, place, list.as_str()));
    told.with("daftar", list).help(&NUMBERS_BEHIND_KEY)
}

/// Of so many lines none is an item that a person wrote.
const MOST_MARKED: usize = 20_000;

/// Lines of a list without any mark, in one finding.
/// What they are is sure of lanes, and where they stand at the margin.
pub(in crate::syntax) fn bare_items(source: &str, starts: Vec<Span>, lanes: bool) -> Option<Diagnostic> {
    let first = *starts.first()?;
    let line = source[first.start as usize..].lines().next().unwrap_or_default().trim_end();
    let place = Span::new(first.start as usize, first.start as usize + line.len());
    // `→ Komputer`: a mark that is none of the language's goes.
    let behind_mark = |text: &str| {
        let words = text.trim_start_matches(['→', '➢', '➔', '►', '▶', '>', '+', '~', '»', '✓']);
        let marked = words.len() < text.len() && words.starts_with(' ');
        if marked { text.len() - words.trim_start().len() } else { 0 }
    };
    let edit = |start: Span| {
        let mark = behind_mark(&source[start.start as usize..]);
        (Span::new(start.start as usize, start.start as usize + mark), "- ".to_owned())
    };
    let line_without = &line[behind_mark(line)..];
    let fix = (starts.len() <= MOST_MARKED).then(|| {
        let edits = starts.into_iter().map(edit).collect();
        Fix { title: &ADD_MARKS, edits, safe: false }
    });
    let indented = source[..place.start as usize].ends_with([' ', '\t']);
    let help = if indented && !lanes { &ITEMS_OR_ONE_TEXT } else { &ITEMS_WITHOUT_MARK };
    Some(Diagnostic { fix, ..Diagnostic::at(&faults::LINE, place).with("teks", line_without).help(help) })
}

/// `Pendaftaran`, `A. PENDAFTARAN` on a line of its own among the rows: probably a phase.
pub(in crate::syntax) fn heads_a_phase(unread: Diagnostic, typed: &str) -> Diagnostic {
    const LONGEST: usize = 6;
    if let Some(number) = number_of_a_row(typed) {
        return unread.with("nomor", number).help(&ROW_WITH_NUMBER);
    }
    let name = without_letter(typed).or_else(|| behind_phase(typed)).unwrap_or(typed);
    // `A` and the name in two cells of a table.
    let name =
        name.split_once('\t').filter(|(letter, _)| letter.len() < 3).map_or(name, |(_, name)| name.trim());
    let few = name.split_whitespace().count() <= LONGEST && !name.contains([':', '.', ',']);
    if !few || !name.starts_with(char::is_uppercase) {
        return unread;
    }
    let meant = format!("tahap: {name}");
    let fix = Fix::replace(&WRITE_KEY, unread.primary, meant.as_str());
    unread.with("dekat", meant).help(&PHASE_OR_TEXT).fix(fix)
}

/// `TAHAP III : PENGARSIPAN`, `Tahap 2` → what stands behind the number, or all of it.
fn behind_phase(typed: &str) -> Option<&str> {
    let (word, rest) = typed.split_once(' ')?;
    if !["tahap", "tahapan", "bagian", "fase"].iter().any(|known| known.eq_ignore_ascii_case(word)) {
        return None;
    }
    let (number, name) = rest.split_once([':', '-', '.'])?;
    let counts = |byte: u8| byte.is_ascii_digit() || b"IVXivx".contains(&byte);
    let name = name.trim();
    (number.trim().bytes().all(counts) && !name.is_empty()).then_some(name)
}

/// `Langkah 3` → `3`
pub(in crate::syntax) fn number_of_a_row(typed: &str) -> Option<&str> {
    let (word, number) = typed.trim_end_matches(':').split_once(' ')?;
    let counts = ["langkah", "kegiatan", "no", "no.", "nomor", "aktivitas", "step"];
    let known = counts.iter().any(|known| known.eq_ignore_ascii_case(word));
    (known && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// `*) Data dari bidang lain`, `- 2 -`: what stands below a table or between two pages.
pub(in crate::syntax) fn footnote(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&FOOTNOTE)
}

/// `sda` on a line of its own in a row.
pub(in crate::syntax) fn as_above(line: Span, typed: &str) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).with("teks", typed).help(&SAY_IT_AGAIN)
}

/// A line in a row, indented like its fields, which belongs to none of them: `Ya/Tidak`, `selesai`.
pub(in crate::syntax) fn beside_fields(line: Span, typed: &str) -> Diagnostic {
    let plain: String = typed.to_lowercase().split([' ', '/', '|', ',', '\\']).collect();
    let answers = matches!(plain.as_str(), "yatidak" | "yaatautidak" | "yt" | "yadantidak");
    let found = Diagnostic::at(&faults::LINE, line);
    let first = typed.split([' ', ',']).next().unwrap_or_default();
    let way = match first.to_lowercase().as_str() {
        "lanjut" | "lanjutkan" | "dilanjutkan" => Some(("lanjut", "5")),
        "kembali" | "kembalikan" | "dikembalikan" => Some(("kembali", "1")),
        word if is_if(word) => return found.help(&BOTH_ANSWERS),
        _ => None,
    };
    if let Some((verb, example)) = way {
        let figures = |word: &str| word.trim_matches(|c: char| !c.is_ascii_digit()).to_owned();
        let number = typed.split_whitespace().map(figures).find(|number| !number.is_empty());
        let target = format!("{verb} ke {}", number.as_deref().unwrap_or(example));
        return match split_at_if(typed).filter(|_| number.is_some()) {
            Some((_, condition)) => {
                found.with("dekat", format!("jika {condition}: {target}")).help(&super::flow::OUTCOME_MEANT)
            }
            None => found.with("contoh", target).help(&FLOW_AND_NUMBER),
        };
    }
    let end = typed.trim_matches(['[', ']', '(', ')', '*', '.', ' ']).to_lowercase();
    if matches!(end.as_str(), "selesai" | "end" | "stop" | "finish" | "tamat") {
        return super::flow::flow_without_key(line, "selesai", true);
    }
    match ["ya", "tidak"].iter().any(|answer| answer.eq_ignore_ascii_case(first)) {
        _ if answers => found.help(&BOTH_ANSWERS),
        true => found.with("dekat", format!("{typed}: …")).help(&super::flow::OUTCOME_MEANT),
        false => found.help(&DEEPER_OR_FIELD),
    }
}

/// `A. PENDAFTARAN` → `PENDAFTARAN`: what stands behind a capital letter or a Roman number with its mark.
pub(in crate::syntax) fn without_letter(typed: &str) -> Option<&str> {
    let (letter, name) = typed.split_once(['.', ')'])?;
    let capital = letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase());
    let roman = (1..=4).contains(&letter.len()) && letter.bytes().all(|byte| b"IVX".contains(&byte));
    let name = name.strip_prefix(' ')?.trim();
    ((capital || roman) && !name.is_empty()).then_some(name)
}

/// A table pasted from a word processor; `rewrite_table` adds its lines.
pub(in crate::syntax) fn pasted_table(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&PASTED_TABLE).fix(Fix {
        title: &WRITE_ROWS,
        edits: Vec::new(),
        safe: false,
    })
}

/// One line more of a pasted table, as it should be written; not `known` where that cannot be said.
pub(in crate::syntax) fn rewrite_table(finding: &mut Diagnostic, line: Span, lines: &str, known: bool) {
    let Some(fix) = finding.fix.as_mut().filter(|_| known) else {
        finding.fix = None;
        return;
    };
    fix.edits.push((line, lines.to_owned()));
}
