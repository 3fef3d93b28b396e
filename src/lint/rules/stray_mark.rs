//! `SOP541` stray-mark: a mark around or inside a text that is printed with it.

use crate::analysis::Procedure;
use crate::analysis::tulisan::{Bagian, Mark, Tulisan, has_plain_ends};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::remedy::{excerpt, mend};
use crate::model::Key;
use crate::page;
use crate::source::Span;
use crate::text::{ARROWS, Text, next_label, own_bullet, own_mark};
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP541",
    name: "stray-mark",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "tanda `{tanda}` ikut tercetak pada `{teks}`",
        en: "the mark `{tanda}` is printed with `{teks}`",
    },
    help: Some(Text {
        id: "hapus tandanya: isian ditulis tanpa tanda kutip, tanda butir, dan titik koma di ujungnya",
        en: "delete the mark: a text is written without quotation marks, bullets, or a semicolon at its end",
    }),
    basis: None,
    page: page!("SOP541"),
};

static ARROW: Text = Text {
    id: "bila ini arah alurnya, tulis di barisnya sendiri, misalnya `alur: lanjut ke 5`; bila bukan, tulis dengan kata",
    en: "if this is where the flow goes, write it on a line of its own, such as `alur: lanjut ke 5`; if not, use words",
};
static CELL: Text = Text {
    id: "bila ini sel dari sebuah tabel, tulis tiap isinya di barisnya sendiri: `kelengkapan: …`, `waktu: …`, `output: …`",
    en: "if these are cells of a table, write each on a line of its own: `kelengkapan: …`, `waktu: …`, `output: …`",
};
static COUNT_OR_ROW: Text = Text {
    id: "bila ini hasil keputusan, tulis `jika …: lanjut ke {nomor}`; bila jumlahnya, tulis dalam kurung: `({nomor} lembar)`",
    en: "if this is an outcome, write `jika …: lanjut ke {nomor}`; if it is how many, write it in brackets: `({nomor} lembar)`",
};
static DROP: Text = Text { id: "hapus tandanya", en: "delete the mark" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let named = [&identitas.nomor, &identitas.unit, &identitas.disahkan_oleh];
    let named = named.into_iter().chain([&identitas.nama_pejabat, &identitas.pangkat, &identitas.nip]);
    let keys = [Key::Nomor, Key::Unit, Key::DisahkanOleh, Key::NamaPejabat, Key::Pangkat, Key::Nip];
    let title = identitas.butir(Key::Sop, [&identitas.sop]);
    let others = keys.into_iter().zip(named).flat_map(|(key, text)| identitas.butir(key, text));
    for (text, place) in title.chain(others) {
        around(procedure, text, place, |text| own_bullet(text).unwrap_or(0), sink);
    }
    for (text, tulisan) in procedure.tulisan_with(Mark::Ends) {
        match tulisan.bagian {
            Bagian::Isian(..) => continue,
            Bagian::Uraian(_) => around(procedure, text, tulisan.place, lone_mark, sink),
            Bagian::Kelengkapan(..) | Bagian::Output(..) => {
                around(procedure, text, tulisan.place, |_| 0, sink);
            }
        }
    }
    if procedure.tulisan_with(Mark::Ends).any(|(text, _)| text.starts_with('[')) {
        let mut all = procedure.tulisan().peekable();
        while let Some(first) = all.next() {
            let mut last = first;
            while let Some(next) = all.next_if(|(_, it)| it.bagian.is_beside(first.1.bagian)) {
                last = next;
            }
            brackets(procedure, first, last, sink);
        }
    }
    for (text, tulisan) in procedure.tulisan_with(Mark::Colon) {
        if matches!(tulisan.bagian, Bagian::Kelengkapan(..) | Bagian::Output(..)) {
            counted(text, tulisan.place, sink);
        }
    }
    for (text, tulisan) in procedure.tulisan_with(Mark::Arrow) {
        if tulisan.bagian.row().is_some() {
            inside(text, tulisan.place, sink);
        }
    }
}

/// How long the mark of an item in front of a row's text is, unless it begins a list inside it: `a. menyiapkan …, b. …`
fn lone_mark(text: &str) -> usize {
    let mark = own_mark(text).unwrap_or(0);
    let label = text[..mark].trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let listed = |next: String| [". ", ") "].iter().any(|end| text.contains(&format!(" {next}{end}")));
    if next_label(label).is_some_and(listed) { 0 } else { mark }
}

/// Marks before and behind a text; `own` tells how much of it is the mark of an item.
fn around(procedure: &Procedure, text: &str, place: Span, own: fn(&str) -> usize, sink: &mut Sink) {
    if has_plain_ends(text) {
        return;
    }
    let own = own(text);
    const QUOTES: [(char, char); 2] = [('"', '"'), ('“', '”')];
    let colon = text.len() - text.trim_start_matches([':', ' ']).len();
    // As the items of a regulation end.
    let listed = text.strip_suffix("; dan").unwrap_or(text);
    let semicolon = listed.trim_end_matches([';', ' ']).len()..text.len();
    let quoted = QUOTES.iter().any(|(open, close)| {
        text.len() > 2
            && text.starts_with(*open)
            && text.ends_with(*close)
            && text.matches(*close).count() < 3
    });
    let length = |c: Option<char>| c.map_or(0, char::len_utf8);
    let edits: Vec<Range<usize>> = if quoted {
        let (first, last) = (length(text.chars().next()), length(text.chars().next_back()));
        vec![0..first, text.len() - last..text.len()]
    } else {
        vec![0..own.max(colon), semicolon]
    };
    let edits: Vec<Range<usize>> = edits.into_iter().filter(|range| !range.is_empty()).collect();
    let marks: Vec<&str> = edits.iter().map(|range| text[range.clone()].trim()).collect();
    if edits.is_empty() || marks.concat().len() == text.len() {
        return;
    }
    let mut found = Diagnostic::at(&RULE, place).with("tanda", marks.join("…")).with("teks", excerpt(text));
    found.fix = mend(procedure, (place, text), edits.into_iter().map(|range| (range, "")), &DROP);
    sink.push(found);
}

/// `[Komputer, printer]`: brackets around a whole list, as programs write one.
fn brackets(
    procedure: &Procedure,
    (first, tulisan): (&str, &Tulisan),
    (last, end): (&str, &Tulisan),
    sink: &mut Sink,
) {
    // `[nama kantor]` stands for what is still to be written.
    let levels = matches!(tulisan.bagian, Bagian::Isian(Key::Instansi, _)) && first.contains(", ");
    let sentence = matches!(tulisan.bagian, Bagian::Uraian(_));
    if sentence || !first.starts_with('[') || (first.contains(']') && !levels) {
        return;
    }
    let whole = std::ptr::eq(first, last);
    if !last.ends_with(']') || (last.contains('[') && !(whole && levels)) {
        return;
    }
    let shown = if whole { excerpt(first) } else { format!("{}, …, {}", excerpt(first), excerpt(last)) };
    let mut found = Diagnostic::at(&RULE, tulisan.place).with("tanda", "[…]").with("teks", shown);
    let open = mend(procedure, (tulisan.place, first), [(0..1, "")], &DROP);
    let close = mend(procedure, (end.place, last), [(last.len() - 1..last.len(), "")], &DROP);
    found.fix = open.zip(close).map(|(mut open, close)| {
        open.edits.extend(close.edits);
        open
    });
    sink.push(found);
}

/// `Informasi tersedia: 6` among the papers.
fn counted(text: &str, place: Span, sink: &mut Sink) {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &text[before.len()..];
    if number.is_empty() || !before.ends_with(": ") {
        return;
    }
    let found = Diagnostic::at(&RULE, place).with("tanda", ":").with("teks", excerpt(text));
    sink.push(found.with("nomor", number).help(&COUNT_OR_ROW));
}

/// Arrows and bars inside a text.
fn inside(text: &str, place: Span, sink: &mut Sink) {
    let arrow = ARROWS.iter().find(|arrow| text.contains(**arrow)).map(|arrow| (*arrow, &ARROW));
    let bar = || text.contains(" | ").then_some(("|", &CELL));
    if let Some((mark, help)) = arrow.or_else(bar) {
        sink.push(Diagnostic::at(&RULE, place).with("tanda", mark).with("teks", excerpt(text)).help(help));
    }
}
