//! `SOP575` foreign-name: a row speaks of something by name that nothing else in the procedure knows.

use crate::analysis::Procedure;
use crate::analysis::tulisan::{Bagian, Mark};
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Jawaban, Setelah};
use crate::page;
use crate::source::Span;
use crate::text::{Text, initials};
use std::cell::{Cell, LazyCell};
use std::ops::Range;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP575",
    name: "foreign-name",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: `{nama}` tidak disebut di bagian lain SOP ini",
        en: "row {nomor}: nothing else in this SOP speaks of `{nama}`",
    },
    help: Some(Text {
        id: "bila tertinggal dari SOP lain, ganti; bila memang dipakai, sebut juga dalam kelengkapan, output, atau \
             peralatan",
        en: "replace it if it was left over from another SOP; if it is used, name it under kelengkapan, output or \
             peralatan too",
    }),
    basis: Some("R70"),
    page: page!("SOP575"),
};

/// So many bytes of the sheet are looked through for names; no sheet that anybody reads needs a tenth of it.
const MOST_BYTES: usize = 500_000_000;

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    let sheet = LazyCell::new(|| Sheet::of(procedure));
    let looked_through = Cell::new(0);
    for (_, tulisan) in procedure.tulisan_with(Mark::InnerCapital) {
        let Bagian::Uraian(id) = tulisan.bagian else { continue };
        let row = &sop[id];
        let names: Vec<Range<usize>> = names(&row.uraian).collect();
        if names.is_empty() {
            continue;
        }
        let kalimat = procedure.kalimat(id);
        let parties = kalimat.subjects.iter().chain(&kalimat.via).map(|party| &party.range);
        let parties: Vec<_> = parties.chain(kalimat.handovers.iter().map(|it| &it.range)).collect();
        let somebody =
            |name: &Range<usize>| parties.iter().any(|it| it.start < name.end && name.start < it.end);
        let own = sop[id].uraian_span;
        let known = |word: &str| {
            looked_through.update(|bytes| bytes + sheet.text.len());
            sheet.says_outside(own, &word.to_lowercase())
        };
        for name in names.into_iter().filter(|name| !somebody(name)) {
            if looked_through.get() > MOST_BYTES {
                return;
            }
            let words = &row.uraian[name.clone()];
            let short = abbreviation(&row.uraian[name.end..])
                .or_else(|| abbreviated_before(&row.uraian[..name.start]));
            // `SKHP` of `Surat Keterangan Hasil Pengujian`: three letters or more, as its output may be called.
            let letters = initials(words.split(' '));
            let by_letters = || letters.len() > 2 && known(&letters);
            if !(words.split(' ').any(known) || short.is_some_and(known) || by_letters()) {
                sink.push(
                    Diagnostic::at(&RULE, row.letak(name.clone()))
                        .with("nomor", row.nomor.to_string())
                        .with("nama", words),
                );
            }
        }
    }
}

/// Two words or more with capitals, somewhere behind the first word of a sentence: `Seleksi Pendamping`.
fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut found: Vec<(Range<usize>, usize)> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let plain = word.trim_end().trim_end_matches(|c: char| !c.is_alphanumeric());
        let mut letters = plain.chars();
        let name = plain.len() > 2
            && letters.next().is_some_and(char::is_uppercase)
            && letters.all(char::is_lowercase);
        let place = at..at + plain.len();
        match found.last_mut() {
            Some((last, count)) if name && open => (last.end, *count) = (place.end, *count + 1),
            _ if name && at > 0 && !text[..at].trim_end().ends_with(['.', ';', ':']) => {
                found.push((place, 1))
            }
            _ => {}
        }
        open = name && word.trim_end().len() == plain.len();
        at += word.len();
    }
    found.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name)
}

/// `BAP` of ` (BAP)`: what the name before it is called elsewhere.
fn abbreviation(behind: &str) -> Option<&str> {
    let word = behind.strip_prefix(" (")?.split_once(')')?.0;
    word.chars().all(char::is_alphanumeric).then_some(word)
}

/// `NPL` of `NPL (Nota `: what the name in brackets behind it writes out.
fn abbreviated_before(before: &str) -> Option<&str> {
    let (before, inside) = before.rsplit_once('(')?;
    let word = before.trim_end().rsplit(' ').next()?;
    let short = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    (short && !inside.contains(')')).then_some(word)
}

/// All that the sheet says, in lower case.
struct Sheet {
    text: String,
    /// Where what was written at a place stands in it, in order.
    written: Vec<(Span, Range<usize>)>,
}

impl Sheet {
    fn of(procedure: &Procedure) -> Sheet {
        let sop = &procedure.sop;
        let lanes = sop.pelaksana.iter().flat_map(|lane| std::iter::once(&lane.pendek).chain(&lane.panjang));
        let phases = sop.tahap.iter().map(|tahap| &tahap.nama);
        let rows = sop.kegiatan.iter().flat_map(|row| {
            row.rincian
                .iter()
                .chain(&row.merujuk)
                .chain(&row.keterangan)
                .chain(&row.tembusan)
                .chain(&row.pengganti)
        });
        let ends = sop.akhir.iter().filter_map(|end| end.nama.as_ref());
        let answers = sop.simpul.iter().flat_map(|place| match &place.setelah {
            Setelah::Jika(outcomes) => outcomes.as_slice(),
            _ => &[],
        });
        let conditions = answers.flat_map(|outcome| {
            let case = match &outcome.jawaban {
                Jawaban::Jika(case) => Some(case),
                Jawaban::Ya | Jawaban::Tidak => None,
            };
            case.into_iter().chain(&outcome.kondisi)
        });
        let mut sheet = Sheet { text: String::new(), written: Vec::new() };
        let others =
            lanes.chain(phases).chain(rows).chain(ends).chain(conditions).map(|text| (text.as_str(), None));
        for (text, place) in others.chain(procedure.tulisan().map(|(text, it)| (text, Some(it.place)))) {
            let start = sheet.text.len();
            sheet.text += &text.to_lowercase();
            sheet.written.extend(place.map(|place| (place, start..sheet.text.len())));
            sheet.text.push('\n');
        }
        sheet
    }

    /// Whether a word, in lower case, stands anywhere but in the text that was written at a place.
    fn says_outside(&self, own: Span, word: &str) -> bool {
        let at = self.written.partition_point(|(place, _)| place.start < own.start);
        let own = self.written.get(at).map_or(0..0, |(_, range)| range.clone());
        memchr::memmem::find_iter(self.text.as_bytes(), word).any(|at| !own.contains(&at))
    }
}
