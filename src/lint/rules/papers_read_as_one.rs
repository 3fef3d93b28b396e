//! `SOP410` papers-read-as-one: papers with `;`, or `dan` alone, between them are read as one.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Fix, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::{Text, folded, own_mark};
use std::cell::LazyCell;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP410",
    name: "papers-read-as-one",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor}: `{teks}` terbaca sebagai satu dokumen",
        en: "row {nomor}: `{teks}` is read as one paper",
    },
    help: Some(Text {
        id: "pisahkan dengan koma, atau tulis tiap dokumen pada barisnya sendiri dengan `- `",
        en: "put commas between them, or write each on a line of its own with `- `",
    }),
    basis: None,
    page: page!("SOP410"),
};

static WRITE_COMMAS: Text = Text { id: "pisahkan dengan koma", en: "put commas between them" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let names = || procedure.sop.dokumen.iter().map(|dokumen| dokumen.kunci());
    let lengths = LazyCell::new(|| names().fold(0u64, |lengths, name| lengths | 1 << (name.len() % 64)));
    let known: LazyCell<BTreeSet<&str>, _> = LazyCell::new(|| names().collect());
    let is_paper = |name: &str| {
        let name = folded(name);
        // Most are told by their length alone.
        *lengths >> (name.len() % 64) & 1 == 1 && known.contains(&*name)
    };
    // In brackets a mark may belong to the name.
    let joined = |name: &str| may_hold_several(name) && !name.contains('(');
    let joined: Vec<bool> = procedure.sop.dokumen.iter().map(|dokumen| joined(&dokumen.nama)).collect();
    for row in &procedure.sop.kegiatan {
        let lists = [&row.mutu_baku.kelengkapan, &row.mutu_baku.output];
        let papers = lists
            .into_iter()
            .flat_map(|list| list.iter().enumerate().map(move |(at, it)| (it, at, list.len())));
        for (butir, at, count) in papers.filter(|(butir, ..)| joined[butir.dokumen.index()]) {
            let name = &procedure.sop[butir.dokumen];
            let ends_list = at > 0 && at + 1 == count && !butir.baris_sendiri;
            let last = || ends_list.then(|| last_two(&name.nama)).flatten();
            let Some(apart) = apart(&name.nama, is_paper).or_else(last) else { continue };
            let found = Diagnostic::at(&RULE, butir.span)
                .with("nomor", row.nomor.to_string())
                .with("teks", &*name.nama);
            // A name on a line of its own may hold commas.
            sink.push(match butir.baris_sendiri {
                true => found,
                false => found.fix(Fix::replace(&WRITE_COMMAS, butir.span, apart)),
            });
        }
    }
}

/// Whether one of the marks or what the word begins with stands in a name that [`apart`] looks for. Without a way out of
/// the loop many bytes are looked at in one step.
fn may_hold_several(name: &str) -> bool {
    let behind = name.as_bytes().get(1..).unwrap_or_default();
    let parts = |before: u8, byte: u8| {
        (byte == b';') | (byte == b'.') | ((before == b' ') & ((byte == b'd') | (byte == b'+')))
    };
    name.starts_with([';', '.'])
        || name.bytes().zip(behind).fold(false, |any, (one, next)| any | parts(one, *next))
}

/// The papers that a name holds, with commas: `TOR; ROK`, `TOR + ROK`, or `TOR dan ROK` and `TOR. ROK` where each of them
/// is a paper elsewhere. Letters and numbers in front of them are left out: `a. TOR; b. ROK`.
fn apart(name: &str, is_paper: impl Fn(&str) -> bool) -> Option<String> {
    let marked = memchr::memchr2(b';', b'+', name.as_bytes()).is_some();
    for mark in [";", " + "].into_iter().filter(|_| marked) {
        let says = |part: &&str| !matches!(*part, "" | "dan" | "atau" | "serta");
        let parts: Vec<&str> = name.split(mark).map(without_mark).filter(says).collect();
        if parts.len() > 1 {
            return Some(parts.join(", "));
        }
    }
    memchr::memchr_iter(b' ', name.as_bytes()).find_map(|at| {
        let (one, rest) = name.split_at(at);
        let (one, comma, other) = match rest.strip_prefix(" dan ") {
            Some(other) => (one, ", dan ", other),
            None => (one.strip_suffix('.')?, ", ", &rest[1..]),
        };
        (is_paper(one) && is_paper(other)).then(|| format!("{one}{comma}{other}"))
    })
}

/// `KK dan SIM`, the last item of a list with commas, with the comma that is missing. What may well be one paper
/// (`laporan kegiatan dan keuangan`) is left alone: the second part must begin as papers do, or the first be short.
fn last_two(name: &str) -> Option<String> {
    const PAPERS: [&str; 24] = [
        "buku", "surat", "laporan", "ceklis", "daftar", "lembar", "formulir", "blangko", "berkas", "kartu",
        "foto", "fotokopi", "salinan", "data", "dokumen", "nota", "undangan", "kuitansi", "kwitansi",
        "materai", "meterai", "bukti", "berita", "catatan",
    ];
    let (one, other) = name.split_once(" dan ")?;
    let begins = |part: &str| {
        let first = part.split(' ').next().unwrap_or_default();
        PAPERS.iter().any(|word| word.eq_ignore_ascii_case(first))
    };
    let short =
        |part: &str| (2..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let two = begins(other) || (short(other) && (short(one) || begins(one)));
    (!other.contains(" dan ") && two).then(|| format!("{one}, dan {other}"))
}

/// `b. KTP` → `KTP`
fn without_mark(part: &str) -> &str {
    let part = part.trim();
    own_mark(part).map_or(part, |words| &part[words..])
}
