//! Remedies for what a printed sheet has around its fields and rows, and for rows that are no rows.

use super::{WRITE_KEY, replace};
use crate::diag::{Diagnostic, Fix};
use crate::source::Span;
use crate::syntax::faults;
use crate::text::Text;

static NOT_PRINTED: Text = Text {
    id: "`{kata}` tidak tercetak pada lembar SOP; bila perlu disimpan, jadikan keterangan penulis dengan `# ` di awal baris",
    en: "`{kata}` is not printed on the sheet; to keep it, make it a comment with `# ` at the start of the line",
};
static MAKE_COMMENT: Text = Text { id: "jadikan keterangan penulis", en: "make it a comment" };
static SIGNATURE: Text = Text {
    id: "tanda tangan dicetak dari `disahkan oleh:`, `nama pejabat:`, dan `nip:` di atas `kegiatan:`; hapus baris ini dan yang di bawahnya",
    en: "the signature is printed from `disahkan oleh:`, `nama pejabat:` and `nip:` above `kegiatan:`; delete this line and those below it",
};
static OF_THE_OFFICIAL: Text = Text {
    id: "bila ini pejabat yang mengesahkan, tulis `{dekat}`",
    en: "if this is the official who signs, write `{dekat}`",
};
static QUESTION_IN_TEXT: Text = Text {
    id: "pertanyaan ditulis di akhir uraian kegiatannya, dan hasilnya di bawahnya: `ya: lanjut ke …` dan `tidak: kembali ke …`",
    en: "a question is written at the end of the row's text, and its outcomes below: `ya: lanjut ke …` and `tidak: kembali ke …`",
};
static UNIT_BEHIND_NUMBER: Text = Text {
    id: "satuan waktu ditulis di belakang angkanya: `{baku}`",
    en: "the unit of a time is written behind its number: `{baku}`",
};
static UNITS_BEHIND_NUMBERS: Text = Text {
    id: "satuan waktu ditulis di belakang angkanya: `{baku}`; demikian pada {jumlah} kegiatan",
    en: "the unit of a time is written behind its number: `{baku}`; so in {jumlah} rows",
};
static WRITE_TIME: Text =
    Text { id: "tulis satuannya di belakang angka", en: "write the unit behind the number" };
pub(in crate::syntax) static ROW_OF_THEIR_OWN: Text = Text {
    id: "`{kata}` adalah pelaksana: tulis pekerjaannya sebagai kegiatan tersendiri, `{nomor}. {kata}: …`",
    en: "`{kata}` is an actor: write this work as a row of its own, `{nomor}. {kata}: …`",
};
static TIME_OF_SOMEBODY: Text =
    Text { id: "bila ini waktunya, tulis `{dekat}`", en: "if this is how long they take, write `{dekat}`" };
static ANSWER_IS_NO_ACTOR: Text = Text {
    id: "`{nama}` adalah jawaban, bukan pelaksana: tulis pelaksananya di sini, dan di bawah kegiatan yang memutuskan `{jawaban}: lanjut ke {nomor}`",
    en: "`{nama}` is an answer and no actor: write the actor here, and below the row that decides `{jawaban}: lanjut ke {nomor}`",
};

static LETTERHEAD: Text = Text {
    id: "bila ini kop instansinya, tulis `instansi:`, dan tiap tingkat di bawahnya: `- {dekat}`",
    en: "if this is the agency, write `instansi:`, and each level below it: `- {dekat}`",
};
static LETTERHEAD_AGAIN: Text = Text {
    id: "kop dicetak dari `instansi:`; hapus baris ini",
    en: "the letterhead is printed from `instansi:`; delete this line",
};
static ADDRESS: Text = Text {
    id: "alamat tidak tercetak pada lembar SOP; hapus baris ini",
    en: "an address is not printed on the sheet; delete this line",
};
static GOES_ON: Text = Text {
    id: "bila melanjutkan teks di atasnya, tulis menjorok",
    en: "if it continues the text above, indent it",
};
static GO_ON: Text = Text {
    id: "bila melanjutkan teks di atasnya, tulis menjorok; demikian pada {jumlah} baris",
    en: "if it continues the text above, indent it; so in {jumlah} lines",
};
static INDENT: Text = Text { id: "tulis menjorok", en: "indent it" };
static HEADING: Text = Text {
    id: "judul cukup ditulis pada `sop:`; hapus baris ini",
    en: "the title is written once, at `sop:`; delete this line",
};
static TITLE: Text = Text {
    id: "bila ini judul SOP, tulis `{dekat}`",
    en: "if this is the title of the procedure, write `{dekat}`",
};
static COLUMN_HEADS: Text = Text {
    id: "judul kolom dicetak sendiri; hapus baris ini",
    en: "the heads of the columns are printed by themselves; delete this line",
};
static MEANT_IN_ROWS: Text = Text {
    id: "mungkin maksudnya `{dekat}`; demikian pada {jumlah} kegiatan",
    en: "perhaps `{dekat}` is meant; so in {jumlah} rows",
};

/// `Disusun oleh: Subbagian Perencanaan`; `alone` where no line below belongs to it.
pub(in crate::syntax) fn not_printed(label: Span, line: Span, typed: &str, alone: bool) -> Diagnostic {
    let before = Span { end: line.start, ..line };
    let found = Diagnostic::at(&faults::UNKNOWN_KEY, Span { end: line.end, ..label }).with("kata", typed);
    let found = found.help(&NOT_PRINTED);
    if alone { found.fix(Fix::replace(&MAKE_COMMENT, before, "# ")) } else { found }
}

/// `PEMERINTAH KABUPATEN …` at the head of the file.
pub(in crate::syntax) fn letterhead(line: Span, typed: &str) -> Diagnostic {
    let found = Diagnostic::at(&faults::LINE, line).with("dekat", typed).help(&LETTERHEAD);
    found.fix(Fix::replace(&WRITE_KEY, line, format!("instansi:\n  - {typed}")))
}

/// The same where the agency stands below.
pub(in crate::syntax) fn letterhead_again(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&LETTERHEAD_AGAIN)
}

/// Whether a finding is of a letterhead above the agency.
pub(in crate::syntax) fn is_letterhead_again(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &LETTERHEAD_AGAIN))
}

/// Lines at the margin that go on with the text above them, in one finding.
pub(in crate::syntax) fn wrapped(lines: Vec<Span>) -> Option<Diagnostic> {
    let first = *lines.first()?;
    let found = Diagnostic::at(&faults::LINE, first);
    let found = match lines.len() {
        1 => found.help(&GOES_ON),
        many => found.with("jumlah", many).help(&GO_ON),
    };
    let edits =
        lines.into_iter().map(|line| (Span { end: line.start, ..line }, "      ".to_owned())).collect();
    Some(found.fix(Fix { title: &INDENT, edits, safe: false }))
}

/// `Jalan Melati No. 1` below a letterhead.
pub(in crate::syntax) fn address(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&ADDRESS)
}

/// Takes one more line into such a finding.
pub(in crate::syntax) fn one_more_level(told: &mut Diagnostic, source: &str, line: Span) {
    told.primary.end = line.end;
    let lines = source[told.primary.range()].lines().map(str::trim).filter(|line| !line.is_empty());
    let items: String = lines.map(|line| format!("\n  - {line}")).collect();
    told.fix = Some(Fix::replace(&WRITE_KEY, told.primary, format!("instansi:{items}")));
}

/// Whether a finding is of a letterhead.
pub(in crate::syntax) fn is_letterhead(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &LETTERHEAD))
}

/// `STANDAR OPERASIONAL PROSEDUR`
pub(in crate::syntax) fn heading(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&HEADING)
}

/// Whether a finding is of a heading.
pub(in crate::syntax) fn is_heading(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &HEADING))
}

/// `STANDAR OPERASIONAL PROSEDUR PELAYANAN …`, where the title stands nowhere else.
pub(in crate::syntax) fn title(line: Span, typed: &str) -> Diagnostic {
    let meant = format!("sop: {typed}");
    let found = Diagnostic::at(&faults::LINE, line).with("dekat", meant.as_str()).help(&TITLE);
    found.fix(Fix::replace(&WRITE_KEY, line, meant))
}

/// `No. Uraian Kegiatan  Pelaksana`
pub(in crate::syntax) fn column_heads(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&COLUMN_HEADS)
}

/// `syarat: …` in several rows, in one finding.
pub(in crate::syntax) fn meant_keys(typed: &str, near: &str, labels: Vec<Span>) -> Option<Diagnostic> {
    let first = *labels.first()?;
    if labels.len() == 1 {
        return Some(super::unknown_key(first, typed, Some(near), true));
    }
    let found = Diagnostic::at(&faults::UNKNOWN_KEY, first).with("kata", typed).with("dekat", near);
    let found = found.with("jumlah", labels.len()).help(&MEANT_IN_ROWS);
    let edits = labels.into_iter().map(|label| (label, near.to_owned())).collect();
    Some(found.fix(Fix { title: &WRITE_KEY, edits, safe: false }))
}

/// `Mengetahui,` below the rows.
pub(in crate::syntax) fn signature(line: Span) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).help(&SIGNATURE)
}

/// Whether a finding is of signatures, or of who wrote the procedure.
pub(in crate::syntax) fn is_of_signature(finding: &Diagnostic) -> bool {
    finding.help.is_some_and(|help| std::ptr::eq(help, &SIGNATURE) || std::ptr::eq(help, &NOT_PRINTED))
}

/// `Drs. NAMA PEJABAT, M.Si` or `Pembina (IV/a)` below the office that signs.
pub(in crate::syntax) fn official(line: Span, key: &str, typed: &str) -> Diagnostic {
    let meant = format!("{key}: {typed}");
    let found = Diagnostic::at(&faults::LINE, line).with("dekat", meant.as_str()).help(&OF_THE_OFFICIAL);
    found.fix(Fix::replace(&WRITE_KEY, line, meant))
}

/// `Apakah sudah sesuai?` among the fields of a row.
pub(in crate::syntax) fn question(line: Span, typed: &str) -> Diagnostic {
    Diagnostic::at(&faults::LINE, line).with("teks", typed).help(&QUESTION_IN_TEXT)
}

/// `Waktu (menit): 30`, with what is meant, in one finding.
pub(in crate::syntax) fn units_in_keys(source: &str, units: Vec<(Span, String)>) -> Option<Diagnostic> {
    let (first, meant) = units.first()?.clone();
    let found = Diagnostic::at(&faults::FOREIGN_MARK, first).with("tanda", &source[first.range()]);
    let found = match units.len() {
        1 => found.help(&UNIT_BEHIND_NUMBER),
        many => found.with("jumlah", many).help(&UNITS_BEHIND_NUMBERS),
    };
    Some(found.with("baku", meant).fix(Fix { title: &WRITE_TIME, edits: units, safe: true }))
}

/// `Kadis: 7 hari` in a row.
pub(in crate::syntax) fn time_of_somebody(
    found: Diagnostic,
    whole: Span,
    name: &str,
    time: &str,
) -> Diagnostic {
    let meant = format!("waktu ({name}): {time}");
    found.with("dekat", meant.as_str()).help(&TIME_OF_SOMEBODY).fix(replace(&WRITE_KEY, whole, meant, false))
}

/// `3. Ya: Menandatangani laporan`: says of a row without an actor that an answer stands in its place.
pub(in crate::syntax) fn answer_as_actor(found: Option<&mut Diagnostic>, typed: &str) {
    let Some(found) = found.filter(|found| found.rule.code == faults::NO_ACTOR.code) else { return };
    let yes = typed.starts_with(['y', 'Y', 'i', 'I']);
    let told = found.clone().with("nama", typed).with("jawaban", if yes { "ya" } else { "tidak" });
    *found = told.help(&ANSWER_IS_NO_ACTOR);
}
