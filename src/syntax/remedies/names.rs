//! Remedies for who acts: lanes, and the actors in front of a row's text.

use super::{ADD_COLON, PERHAPS, WRITE_KEY, perhaps};
use crate::diag::{Diagnostic, Fix};
use crate::source::{Span, Spanned};
use crate::syntax::ast::Nomor;
use crate::syntax::faults;
use crate::text::{Text, fold, is_if, nearest, says_when_needed};
use smol_str::SmolStr;

static COLON_BEHIND_ACTOR: Text = Text {
    id: "tulis titik dua di belakang pelaksananya: `{nomor}. {nama}: …`",
    en: "write a colon behind the actor: `{nomor}. {nama}: …`",
};
static ACTORS_OF_ONE_WORK: Text = Text {
    id: "tulis semua pelaksananya di depan titik dua: `{nomor}. {nama} -> {lain}: …` bila berurutan, `{nomor}. {nama}, {lain}: …` \
         bila bersama-sama",
    en: "write all actors before the colon: `{nomor}. {nama} -> {lain}: …` if one after the other, `{nomor}. {nama}, {lain}: …` \
         if together",
};
static ACTORS_APART: Text = Text {
    id: "tulis pekerjaan tiap pelaksana sebagai kegiatan tersendiri: `{nomor}. {nama}: …`, lalu `{lain}: …` dengan nomor sesudahnya",
    en: "write the work of each actor as a row of its own: `{nomor}. {nama}: …`, then `{lain}: …` with the next number",
};
static NAME_BEFORE_TEXT: Text = Text {
    id: "pelaksana ditulis di depan: `{nomor}. {nama}: {uraian}`",
    en: "who acts is written in front: `{nomor}. {nama}: {uraian}`",
};
static ACTOR_FIRST: Text = Text { id: "tulis pelaksananya di depan", en: "write the actor in front" };
static LONG_NAME: Text = Text {
    id: "bila ini nama panjang lajurnya, tulis `= {kata}`; dalam kurung hanya `(luar)` untuk pihak luar dan `(sistem)` untuk aplikasi",
    en: "if this is the lane's long name, write `= {kata}`; in brackets stands only `(luar)` for parties outside and `(sistem)` for applications",
};
static DEPUTY: Text = Text {
    id: "siapa yang menggantikan ditulis di bawah kegiatannya: `{dekat}`",
    en: "who stands in is written below the row: `{dekat}`",
};
static DEPUTY_HERE: Text = Text {
    id: "tulis namanya saja sebelum titik dua, dan siapa yang menggantikan di bawah kegiatan ini: `{dekat}`",
    en: "write only the name before the colon, and who stands in below this row: `{dekat}`",
};
static WHEN_NEEDED_BELOW: Text = Text {
    id: "tulis namanya saja sebelum titik dua, dan kapan kegiatan ini dikerjakan di bawahnya: `{dekat}`",
    en: "write only the name before the colon, and below this row when it is done: `{dekat}`",
};
static REMARK_BELOW: Text = Text {
    id: "tulis namanya saja sebelum titik dua; bila perlu, penjelasannya di bawah kegiatan ini: `{dekat}`",
    en: "write only the name before the colon and, if needed, the remark below this row: `{dekat}`",
};
static WRITE_KIND: Text = Text { id: "tulis keterangan yang dikenal", en: "write a kind that is known" };

/// `2. Menandatangani laporan: Kabid`; `place` holds both.
pub(in crate::syntax) fn actor_behind_the_text(
    place: Span,
    nomor: Nomor,
    name: &str,
    said: &str,
) -> Diagnostic {
    let found = actor_in_front(place, nomor, name, said);
    found.fix(Fix::replace(&ACTOR_FIRST, place, format!("{name}: {said}")))
}

/// A row whose actor stands elsewhere.
pub(in crate::syntax) fn actor_in_front(place: Span, nomor: Nomor, name: &str, said: &str) -> Diagnostic {
    Diagnostic::at(&faults::NO_ACTOR, place)
        .with("nomor", nomor.to_string())
        .with("nama", name)
        .with("uraian", said)
        .help(&NAME_BEFORE_TEXT)
}

/// `1. Kabid Menelaah usulan`; `between` is what stands between the actor and the text, which begins with `letter`. Where
/// the actors are to be written anew, it holds them, too.
pub(in crate::syntax) fn actor_without_colon(
    line: Span,
    nomor: &str,
    (actor, anew): (&str, bool),
    between: Span,
    letter: char,
) -> Diagnostic {
    let width = u32::try_from(letter.len_utf8()).unwrap_or_default();
    let names = if anew { actor } else { "" };
    let (place, colon) = match letter.is_lowercase() {
        true => (Span { end: between.end + width, ..between }, format!("{names}: {}", letter.to_uppercase())),
        false => (between, format!("{names}: ")),
    };
    Diagnostic::at(&faults::NO_ACTOR, line)
        .with("nomor", nomor)
        .with("nama", actor)
        .help(&COLON_BEHIND_ACTOR)
        .fix(Fix::replace(&ADD_COLON, place, colon))
}

/// `4. Kasi paraf, Kabid paraf`, `4. Kasi memeriksa, Kabid memaraf`: actors who each do something, `same` where it is one
/// thing.
pub(in crate::syntax) fn actors_with_their_work(
    line: Span,
    nomor: Nomor,
    (first, second): (&str, &str),
    same: bool,
) -> Diagnostic {
    let found = Diagnostic::at(&faults::NO_ACTOR, line).with("nomor", nomor.to_string());
    let found = found.with("nama", first).with("lain", second);
    found.help(if same { &ACTORS_OF_ONE_WORK } else { &ACTORS_APART })
}

/// `Kepala Bidang (Kabid)`: the short name of a lane in brackets behind its long one.
pub(in crate::syntax) fn short_name_in_brackets(
    whole: Span,
    place: Span,
    short: &str,
    long: &str,
) -> Diagnostic {
    perhaps(
        Diagnostic::at(&faults::LANE_KIND, place).with("kata", short),
        whole,
        Some(format!("{short} = {long}")),
    )
}

/// `PPC (Petugas Penerima Contoh)`: the long name of a lane in brackets behind its short one.
pub(in crate::syntax) fn long_name_in_brackets(
    whole: Span,
    place: Span,
    short: &str,
    long: &str,
) -> Diagnostic {
    let found = Diagnostic::at(&faults::LANE_KIND, place).with("kata", long);
    perhaps(found, whole, Some(format!("{short} = {long}")))
}

/// `1. Kabid` above the text of the row: `end` is behind the name.
pub(in crate::syntax) fn with_colon(found: Diagnostic, end: u32) -> Diagnostic {
    found.fix(Fix::replace(&ADD_COLON, Span { start: end, end }, ":"))
}

/// `(eksternal)` behind a lane, with the word that says so.
pub(in crate::syntax) fn lane_kind(place: Span, typed: &str) -> Diagnostic {
    let diagnostic = Diagnostic::at(&faults::LANE_KIND, place).with("kata", typed);
    let word = match typed.to_lowercase().as_str() {
        "eksternal" | "external" | "pihak luar" | "pihak ketiga" | "pihak ke-3" | "pihak ke 3" | "vendor"
        | "rekanan" | "instansi luar" | "instansi lain" | "opd lain" | "masyarakat" | "warga" | "umum"
        | "publik" => Some("luar"),
        "aplikasi" | "sistem informasi" | "system" => Some("sistem"),
        other => nearest(other, ["luar", "sistem"]),
    };
    match word {
        Some(word) => diagnostic.fix(Fix::replace(&WRITE_KIND, place, format!("({word})"))),
        None if is_deputy(typed) => with_deputy(diagnostic, typed),
        None if typed.starts_with(char::is_uppercase) => diagnostic.help(&LONG_NAME),
        None => diagnostic,
    }
}

/// With the deputy that was named, as far as one was.
fn with_deputy(diagnostic: Diagnostic, typed: &str) -> Diagnostic {
    let name = [": ", "oleh ", "kepada "].iter().find_map(|before| typed.split_once(before));
    let name = name.map_or("…", |(_, name)| name.trim_end_matches(')').trim());
    diagnostic.with("dekat", format!("pengganti: {name}")).help(&DEPUTY)
}

/// `(bila tidak ada: Sekretaris)`, `jika berhalangan, digantikan oleh Sekretaris`: who acts in somebody's place.
fn is_deputy(remark: &str) -> bool {
    let lower = remark.to_lowercase();
    let first = lower.split([' ', ',']).next().unwrap_or_default();
    is_if(first)
        || matches!(first, "pengganti" | "pengganti:")
        || ["berhalangan", "digantikan", "diganti "].iter().any(|word| lower.contains(word))
}

/// `Kadis (bila tidak ada: Sekretaris): …`: an actor with a remark in brackets; `deputy` is a lane that it names.
pub(in crate::syntax) fn remark_behind_actor(
    span: Span,
    name: &str,
    remark: &str,
    deputy: Option<&str>,
) -> Diagnostic {
    let found = Diagnostic::at(&faults::NAME_MARK, span).with("nama", name).with("tanda", "(");
    match is_deputy(remark) {
        _ if says_when_needed(&fold(remark)) => found.with("dekat", "bila perlu: …").help(&WHEN_NEEDED_BELOW),
        true => found.with("dekat", format!("pengganti: {}", deputy.unwrap_or("…"))).help(&DEPUTY_HERE),
        false => found.help(&REMARK_BELOW).with("dekat", format!("keterangan: {remark}")),
    }
}

/// `Kabid: Kepala Bidang` as a lane: the sign between a short name and a long one is `=`.
pub(in crate::syntax) fn mark_in_name(nama: &Spanned<SmolStr>, at: usize, mark: &str) -> Diagnostic {
    let diagnostic =
        Diagnostic::at(&faults::NAME_MARK, nama.span).with("nama", nama.value.as_str()).with("tanda", mark);
    let (short, long) = (nama.value[..at].trim_end(), nama.value[at + mark.len()..].trim());
    if mark != ":" || short.is_empty() || long.is_empty() || long.contains([':', '=']) {
        return diagnostic;
    }
    let meant = format!("{short} = {long}");
    diagnostic.with("dekat", meant.as_str()).help(&PERHAPS).fix(Fix::replace(&WRITE_KEY, nama.span, meant))
}
