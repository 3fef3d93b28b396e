//! `SOP571` no-active-verb: the sentence begins with a noun, or with the bare root of a verb.

use crate::analysis::Procedure;
use crate::analysis::kalimat::{Kalimat, Verb, Voice};
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Kegiatan, KegiatanId};
use crate::page;
use crate::text::{Text, capitalised};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP571",
    name: "no-active-verb",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: kalimatnya tidak diawali kata kerja aktif (`{kata}`)",
        en: "row {nomor}: its sentence does not begin with an active verb (`{kata}`)",
    },
    help: Some(Text {
        id: "mulai dengan apa yang dikerjakan, misalnya `Menyusun laporan`, bukan `Penyusunan laporan`",
        en: "begin with what is done, for example `Menyusun laporan`, not `Penyusunan laporan`",
    }),
    basis: Some("R65"),
    page: page!("SOP571"),
};

static INSTEAD: Text =
    Text { id: "mulai dengan apa yang dikerjakan: `{aktif}`", en: "begin with what is done: `{aktif}`" };

/// What people write in front for what is done.
const FOR_VERBS: [(&str, &str); 3] =
    [("apakah", "Memeriksa apakah"), ("tanda tangan", "Menandatangani"), ("ttd", "Menandatangani")];

static WRITE_VERB: Text = Text { id: "tulis kata kerja aktifnya", en: "write its active verb" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    for (at, row) in procedure.sop.kegiatan.iter().enumerate() {
        let kalimat = procedure.kalimat(KegiatanId::from_index(at));
        let noun = |verb: &&Verb| verb.range.start == 0 && matches!(verb.voice, Voice::Nominal | Voice::Bare);
        let first = kalimat.verbs.first().filter(noun);
        if first.is_none() && !is_no_sentence(kalimat) {
            continue;
        }
        let word = row.uraian.split_whitespace().next();
        let Some(word) = word.filter(|word| !has_active_prefix(word)) else { continue };
        let mut found = Diagnostic::at(&RULE, row.letak(0..word.len()))
            .with("nomor", row.nomor.to_string())
            .with("kata", word.trim_end_matches([',', '.', ';', ':']));
        let active = first.and_then(|verb| Some((verb.range.end, sure(row, verb)?)));
        if let Some((end, active)) = active.or_else(|| in_other_words(&row.uraian)) {
            let capital = capitalised(active);
            found = found.with("aktif", capital.as_str()).help(&INSTEAD);
            let question = row.uraian.len() - row.uraian.trim_end_matches([' ', '?']).len();
            let asked = row.uraian.len() - question..row.uraian.len();
            let edits = [(0..end, capital), (asked, String::new())].into_iter();
            let edits = edits.filter(|(range, _)| !range.is_empty());
            let edits = edits.map(|(range, words)| Some((row.uraian_letak.locate(range)?, words)));
            found.fix =
                edits.collect::<Option<_>>().map(|edits| Fix { title: &WRITE_VERB, edits, safe: false });
        } else if let Some(active) = first
            .filter(|verb| verb.voice == Voice::Bare || says_only_how(row, verb))
            .and_then(|verb| verb.active)
        {
            // What is done to what only the writer knows: `Paraf`, `Koreksi & paraf`, `Pemeriksaan administratif`.
            found = found.with("aktif", capitalised(active) + " …").help(&INSTEAD);
        }
        sink.push(found);
    }
}

/// Where the words end that stand for a verb, and the verb.
fn in_other_words(text: &str) -> Option<(usize, &'static str)> {
    let begins = |words: &str| {
        let rest = text.get(words.len()..)?;
        let ends = rest.is_empty() || rest.starts_with(' ');
        (ends && text[..words.len()].eq_ignore_ascii_case(words)).then_some(words.len())
    };
    FOR_VERBS.iter().find_map(|(words, verb)| Some((begins(words)?, *verb)))
}

/// `Me-review`, `Mem-verifikasi`: the prefix is there, however it is joined.
fn has_active_prefix(word: &str) -> bool {
    let prefix = word.split_once('-').map(|(prefix, _)| prefix.to_ascii_lowercase());
    prefix.is_some_and(|prefix| ["me", "mem", "men", "meng", "meny", "ber"].contains(&prefix.as_str()))
}

/// Whether nothing in it is a verb, nor anything that tells who or when.
fn is_no_sentence(kalimat: &Kalimat) -> bool {
    kalimat.verbs.is_empty() && kalimat.subjects.is_empty() && kalimat.conditions.is_empty()
}

/// Whether only adjectives follow a verb, which are no object: `Pemeriksaan administratif`.
fn says_only_how(row: &Kegiatan, verb: &Verb) -> bool {
    const JOINTS: [&str; 12] = [
        "dan",
        "serta",
        "oleh",
        "pada",
        "di",
        "dengan",
        "secara",
        "untuk",
        "terhadap",
        "atas",
        "sesuai",
        "berdasarkan",
    ];
    let rest = row.uraian[verb.range.end..].split([',', ';', '.', '(']).next().unwrap_or_default();
    let mut object = rest.split_whitespace().take_while(|word| !JOINTS.contains(word)).peekable();
    object.peek().is_some() && object.all(is_adjective)
}

/// Adjectives that stand behind the name of an activity.
fn is_adjective(word: &str) -> bool {
    const LISTED: [&str; 22] = [
        "teknis",
        "medis",
        "klinis",
        "yuridis",
        "visual",
        "manual",
        "awal",
        "akhir",
        "lanjutan",
        "internal",
        "eksternal",
        "formal",
        "formil",
        "materiil",
        "substansial",
        "berkala",
        "rutin",
        "menyeluruh",
        "mendalam",
        "tahunan",
        "bulanan",
        "terpadu",
    ];
    const NOUNS: [&str; 5] = ["tarif", "motif", "insentif", "alternatif", "legislatif"];
    let word = word.to_ascii_lowercase();
    LISTED.contains(&word.as_str())
        || (word.len() > 4 && word.ends_with("if") && !NOUNS.contains(&word.as_str()))
}

/// The active verb, where it can simply take the noun's place: its object follows, and no second noun is joined.
fn sure(row: &Kegiatan, verb: &Verb) -> Option<&'static str> {
    let active = verb.active.filter(|_| verb.object && !says_only_how(row, verb))?;
    let rest = &row.uraian[verb.range.end..];
    let joined = rest
        .split([',', ';'])
        .next()?
        .split_whitespace()
        .any(|word| matches!(word, "oleh" | "dan" | "serta"));
    (!joined).then_some(active)
}

#[cfg(test)]
mod tests {
    use super::is_adjective;

    #[test]
    fn an_adjective_is_no_object() {
        for word in ["administratif", "Substantif", "teknis", "awal"] {
            assert!(is_adjective(word), "{word}");
        }
        for word in ["tarif", "insentif", "arsip", "laporan", "berkas", "administrasi"] {
            assert!(!is_adjective(word), "{word}");
        }
    }
}
