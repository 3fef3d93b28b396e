//! `SOP224` answers-swapped: `ya` and `tidak` of a decision stand in each other's place.

use crate::analysis::Procedure;
use crate::analysis::kalimat::{VerbClass, is_bad_news};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::lint::words::speaks_of;
use crate::model::{Arah, Cabang, Jawaban, KegiatanId, Sasaran, Setelah, Sop};
use crate::page;
use crate::regulation::says_yes;
use crate::source::Span;
use crate::text::{Text, fold};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP224",
    name: "answers-swapped",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: hasil `ya` dan `tidak` tampaknya tertukar: {sebab}",
        en: "row {nomor}: the outcomes `ya` and `tidak` seem to be swapped: {sebab}",
    },
    help: Some(Text {
        id: "periksa kedua baris itu: yang disetujui ditulis pada `ya`, yang ditolak pada `tidak`",
        en: "look at both lines: what is granted stands at `ya`, what is refused at `tidak`",
    }),
    basis: Some("R44"),
    page: page!("SOP224"),
};

static CONDITIONS: Text =
    Text { id: "syarat keduanya mengatakan yang sebaliknya", en: "the conditions of both say the opposite" };
static DIRECTIONS: Text = Text {
    id: "`ya` mengembalikan atau menghentikan pekerjaan, `tidak` meneruskannya",
    en: "`ya` sends the work back or stops it, `tidak` sends it on",
};
static OTHER: Text = Text { id: "hasil yang lain", en: "the other outcome" };
static SWAP: Text = Text { id: "tukar `ya` dan `tidak`", en: "swap `ya` and `tidak`" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for simpul in &sop.simpul {
        let Setelah::Jika(cabang) = &simpul.setelah else { continue };
        let [one, other] = cabang.as_slice() else { continue };
        let (ya, tidak) = match (&one.jawaban, &other.jawaban) {
            (Jawaban::Ya, Jawaban::Tidak) => (one, other),
            (Jawaban::Tidak, Jawaban::Ya) => (other, one),
            _ => continue,
        };
        let turned_round = turned_round(sop, ya, tidak);
        let by_conditions = opposite(ya, tidak) && (turned_round || !asks(tidak));
        let by_directions = || turned_round && approves(procedure, simpul.kegiatan, ya);
        if !(by_conditions || by_directions()) {
            continue;
        }
        let mut found = Diagnostic::at(&RULE, ya.lanjutan.span)
            .with("nomor", sop[simpul.kegiatan].nomor.to_string())
            .with("sebab", if by_conditions { &CONDITIONS } else { &DIRECTIONS })
            .related(tidak.lanjutan.span, &OTHER);
        if by_conditions {
            let word = |span: Span, word: &str| Span {
                start: span.start,
                end: span.start + u32::try_from(word.len()).unwrap_or_default(),
            };
            let edits = vec![
                (word(ya.lanjutan.span, "ya"), "tidak".to_owned()),
                (word(tidak.lanjutan.span, "tidak"), "ya".to_owned()),
            ];
            found = found.fix(Fix { title: &SWAP, edits, safe: false });
        }
        sink.push(found);
    }
}

/// `ya, tidak tersedia` beside `tidak, tersedia`.
fn opposite(ya: &Cabang, tidak: &Cabang) -> bool {
    const DENIALS: [&str; 2] = ["tidak ", "belum "];
    let (Some(ya), Some(tidak)) = (&ya.kondisi, &tidak.kondisi) else { return false };
    if !DENIALS.iter().any(|denial| speaks_of(ya, denial.trim_end())) {
        return false;
    }
    let (ya, tidak) = (fold(ya), fold(tidak));
    DENIALS.iter().any(|denial| ya.contains(denial) && ya.replacen(denial, "", 1) == tidak)
}

/// Whether it depends on the thing which of both is the good news: `tidak ada barang terlarang`, `tidak keberatan`.
fn asks(tidak: &Cabang) -> bool {
    let asks = |word: &str| is_bad_news(word) || matches!(word, "ada" | "terdapat" | "ditemukan" | "perlu");
    tidak.kondisi.as_deref().is_some_and(|kondisi| fold(kondisi).split(' ').any(asks))
}

/// `ya` goes back, or to an end where nothing comes of it, and `tidak` on.
fn turned_round(sop: &Sop, ya: &Cabang, tidak: &Cabang) -> bool {
    let stops = match &ya.lanjutan.ke {
        Sasaran::Akhir(end) => sop[*end]
            .nama
            .as_deref()
            .is_some_and(|name| fold(name).split(' ').any(|word| STOPPED.contains(&word))),
        Sasaran::Simpul(_) => ya.lanjutan.arah != Arah::Maju,
    };
    stops && tidak.lanjutan.arah == Arah::Maju && matches!(&tidak.lanjutan.ke, Sasaran::Simpul(_))
}

/// What is said of work that comes to nothing.
const STOPPED: [&str; 8] =
    ["ditolak", "ditunda", "dihentikan", "dibatalkan", "batal", "gagal", "diputus", "dikembalikan"];

/// Good news beside what the list of answers holds.
const GOOD: [&str; 5] = ["sepakat", "tersedia", "lulus", "cukup", "aman"];

/// Whether `ya` is sure to be the good news: so its condition says, or the row signs what it looks at.
fn approves(procedure: &Procedure, row: KegiatanId, ya: &Cabang) -> bool {
    match ya.kondisi.as_deref().map(fold) {
        Some(kondisi) => {
            let good = |word: &str| GOOD.contains(&word) || says_yes(word);
            (says_yes(&kondisi) || kondisi.split(' ').any(good)) && !kondisi.split(' ').any(is_bad_news)
        }
        None => {
            let sentence = procedure.kalimat(row);
            let looks = || {
                let text = fold(&procedure.sop[row].uraian);
                let asks = |word: &str| is_bad_news(word) || matches!(word, "ada" | "adanya" | "apakah");
                sentence.does(VerbClass::Check) && !text.split([' ', ',']).any(asks)
            };
            sentence.does(VerbClass::Sign) || sentence.does(VerbClass::Initial) || looks()
        }
    }
}
