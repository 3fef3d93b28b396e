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

/// `Disusun oleh: Subbagian Perencanaan`
pub(in crate::syntax) fn not_printed(label: Span, line: Span, typed: &str) -> Diagnostic {
    let before = Span { end: line.start, ..line };
    Diagnostic::at(&faults::UNKNOWN_KEY, Span { end: line.end, ..label })
        .with("kata", typed)
        .help(&NOT_PRINTED)
        .fix(Fix::replace(&MAKE_COMMENT, before, "# "))
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
