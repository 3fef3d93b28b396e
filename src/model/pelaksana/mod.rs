//! Lanes and their names: which lane a name means, and which lanes there are.

mod undeclared;

pub(super) use undeclared::ListPlace;

use super::faults::{ACTOR_TWICE, DOUBLED_ACTOR_NAME, FIRST_HERE, MIXED_PLACE};
use super::names::{Named, Names};
use super::{JenisPelaksana, Nomor, Pelaksana, PelaksanaId};
use crate::config::{Config, DaftarJabatan};
use crate::diag::{Diagnostic, Fix, Sink};
use crate::source::{Span, Spanned};
use crate::syntax::ast;
use crate::syntax::keys::Key;
use crate::text::Text;
use smol_str::SmolStr;

/// The lanes while rows are read: undeclared names get a lane at the end, and are reported by [`Lanes::finish`].
pub(super) struct Lanes<'a> {
    pub list: Vec<Pelaksana>,
    names: Names<Name<'a>>,
    declared: usize,
    undeclared: Vec<Undeclared>,
}

/// A name of a lane.
struct Name<'a> {
    nama: &'a str,
    lane: PelaksanaId,
}

impl Named for Name<'_> {
    fn nama(&self) -> &str {
        self.nama
    }
}

/// A name that rows use and no lane has.
struct Undeclared {
    nama: String,
    /// The first row that uses it.
    nomor: Nomor,
    spans: Vec<Span>,
}

/// A name of the actor part, resolved.
#[derive(Clone, Copy)]
pub(super) struct Actor {
    pub lane: PelaksanaId,
    pub span: Span,
    pub decides: bool,
}

/// A name that holds `atau` is looked for among so many parts between them.
const MOST_JOINED: usize = 8;

static REMOVE_SECOND: Text = Text { id: "hapus yang kedua", en: "remove the second" };
static REMOVE_MENTION: Text = Text { id: "sebut satu kali saja", en: "name it once only" };

impl<'a> Lanes<'a> {
    /// Reads `pelaksana:`; the register of `sop.toml` supplies what the file leaves out.
    pub fn declare(sop: &'a ast::Sop, config: &'a Config, sink: &mut Sink) -> Lanes<'a> {
        let declared = sop.fields.iter().filter_map(|field| match &field.value {
            ast::Value::Pelaksana(list) if field.key.value == Key::Pelaksana => Some(list),
            _ => None,
        });
        let some = declared.clone().map(Vec::len).sum();
        let mut lanes = Lanes {
            list: Vec::with_capacity(some),
            names: Names::with_room(some),
            declared: 0,
            undeclared: Vec::new(),
        };
        for item in declared.flatten() {
            lanes.declare_one(item, &config.pelaksana, sink);
        }
        lanes.declared = lanes.list.len();
        lanes
    }

    fn declare_one(&mut self, item: &'a ast::Pelaksana, register: &'a DaftarJabatan, sink: &mut Sink) {
        let id = PelaksanaId::from_index(self.list.len());
        let mut fresh: Vec<&Spanned<SmolStr>> = Vec::new();
        for nama in &item.nama {
            if let Some(first) = self.claim(&nama.value, id) {
                let at = self.list.get(first.index()).and_then(|lane| lane.span).unwrap_or(item.span);
                let mut diagnostic = Diagnostic::at(&DOUBLED_ACTOR_NAME, nama.span)
                    .with("nama", nama.value.as_str())
                    .related(at, &FIRST_HERE);
                if item.nama.len() == 1 && item.comments.is_empty() {
                    diagnostic = diagnostic.fix(Fix::remove(&REMOVE_SECOND, item.span));
                }
                sink.push(diagnostic);
                continue;
            }
            fresh.push(nama);
        }
        let Some((head, others)) = fresh.split_first() else { return };
        let known = item.nama.iter().find_map(|nama| register.named(&nama.value));
        let mut nama_lain: Vec<String> = others.iter().map(|nama| nama.value.to_string()).collect();
        for nama in known.into_iter().flat_map(|known| known.short_names()) {
            // A name that the file gives to another lane stays there.
            if self.claim(nama, id).is_none() {
                nama_lain.push(nama.clone());
            }
        }
        self.list.push(Pelaksana {
            pendek: head.value.as_str().to_owned(),
            nama_lain,
            panjang: item
                .panjang
                .as_ref()
                .map(|panjang| panjang.value.as_str().to_owned())
                .or_else(|| known.and_then(|known| known.panjang.clone())),
            jenis: match item.jenis.as_ref().map(|jenis| jenis.value) {
                None => JenisPelaksana::Dalam,
                Some(ast::JenisPelaksana::Luar) => JenisPelaksana::Luar,
                Some(ast::JenisPelaksana::Sistem) => JenisPelaksana::Sistem,
            },
            span: Some(item.span),
        });
    }

    /// The lane of a name, if the file declares it.
    pub fn find(&self, nama: &str) -> Option<PelaksanaId> {
        self.find_any(nama).filter(|id| id.index() < self.declared)
    }

    /// The lane of a name in whatever way it came to be.
    pub fn find_any(&self, nama: &str) -> Option<PelaksanaId> {
        self.names.get(nama).map(|at| self.names.list[at].lane)
    }

    /// Gives a name to a lane; the lane that has it, where one has.
    fn claim(&mut self, nama: &'a str, id: PelaksanaId) -> Option<PelaksanaId> {
        let known = self.names.list.len();
        let at = self.names.add(nama, || Name { nama, lane: id });
        (at < known).then(|| self.names.list[at].lane)
    }

    /// The lanes that a free text names (`tembusan`, `pengganti`): the whole text, or its parts between commas,
    /// `dan` and `atau`.
    pub fn named_in(&self, text: &str) -> Vec<PelaksanaId> {
        if let Some(id) = self.find(text) {
            return vec![id];
        }
        let mut found = Vec::new();
        for part in text.split(',').flat_map(|part| split_word(part, "dan")) {
            for part in split_word(part, "atau") {
                found.extend(self.find(part).filter(|id| !found.contains(id)));
            }
        }
        found
    }

    /// Resolves a place of a row's actor part: adds those whom it names to the actors of the places before it, and says
    /// whether `atau` joins them.
    pub fn place(
        &mut self,
        tempat: &'a ast::Tempat,
        nomor: Nomor,
        actors: &mut Vec<Actor>,
        sink: &mut Sink,
    ) -> bool {
        let first = actors.len();
        let mut alternatives = false;
        // Where the name before ends, unless a `?` follows it.
        let mut before: Option<u32> = None;
        for pelaku in &tempat.pelaku {
            let whole = [Spanned::new(pelaku.nama.value.as_str(), pelaku.nama.span)];
            let split = self.split(&pelaku.nama);
            let parts = split.as_deref().unwrap_or(&whole);
            alternatives |= parts.len() > 1;
            let marked = parts.iter().any(|part| part.value.ends_with('?'));
            let whole = parts.len() == 1 && !pelaku.memutuskan;
            for part in parts {
                let own = part.value.ends_with('?') || (pelaku.memutuskan && !marked);
                let nama = part.value.trim_end_matches('?').trim_end();
                if nama.is_empty() {
                    continue;
                }
                let lane = self.lane(nama, part.span, nomor);
                if let Some(twice) = actors[first..].iter_mut().find(|actor| actor.lane == lane) {
                    twice.decides |= own;
                    let mut diagnostic = Diagnostic::at(&ACTOR_TWICE, part.span)
                        .with("nomor", nomor.to_string())
                        .with("nama", nama);
                    if let Some(before) = before.filter(|_| whole) {
                        let mention = Span { start: before, end: part.span.end };
                        diagnostic = diagnostic.fix(Fix::remove(&REMOVE_MENTION, mention).safe());
                    }
                    sink.push(diagnostic);
                    continue;
                }
                actors.push(Actor { lane, span: part.span, decides: own });
            }
            before = Some(pelaku.nama.span.end).filter(|_| !pelaku.memutuskan);
        }
        if alternatives && tempat.pelaku.len() > 1 {
            let names: Vec<String> =
                tempat.pelaku.iter().map(|pelaku| pelaku.nama.value.to_string()).collect();
            sink.push(
                Diagnostic::at(&MIXED_PLACE, tempat.span)
                    .with("nomor", nomor.to_string())
                    .with("tempat", names),
            );
        }
        alternatives
    }

    /// Declared names first, the longest first; only what is left is split at `atau`. `None` for one whole name.
    fn split<'n>(&self, nama: &'n Spanned<SmolStr>) -> Option<Vec<Spanned<&'n str>>> {
        if self.find(&nama.value).is_some() {
            return None;
        }
        let parts = split_word(&nama.value, "atau");
        let mut found = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let last = parts.len().min(at + MOST_JOINED);
            let joined = |to: usize| {
                let start = offset(&nama.value, parts[at]);
                let end = offset(&nama.value, parts[to]) + parts[to].len();
                &nama.value[start..end]
            };
            let to = (at + 1..last)
                .rev()
                .find(|to| self.find(joined(*to).trim_end_matches('?')).is_some())
                .unwrap_or(at);
            found.push(Spanned::new(joined(to), sub_span(nama, joined(to))));
            at = to + 1;
        }
        Some(found)
    }

    /// The lane of a name; an undeclared one gets a lane of its own.
    fn lane(&mut self, nama: &'a str, span: Span, nomor: Nomor) -> PelaksanaId {
        if let Some(id) = self.find_any(nama) {
            if let Some(undeclared) = id.index().checked_sub(self.declared) {
                self.undeclared[undeclared].spans.push(span);
            }
            return id;
        }
        let id = PelaksanaId::from_index(self.list.len());
        self.claim(nama, id);
        self.list.push(Pelaksana {
            pendek: nama.to_owned(),
            nama_lain: Vec::new(),
            panjang: None,
            jenis: JenisPelaksana::Dalam,
            span: None,
        });
        self.undeclared.push(Undeclared { nama: nama.to_owned(), nomor, spans: vec![span] });
        id
    }

    /// Whose lane a row without an actor part is drawn in: the one last used, or a nameless one.
    pub fn fallback(&mut self, last: Option<PelaksanaId>) -> PelaksanaId {
        if let Some(id) = last.or_else(|| (!self.list.is_empty()).then_some(PelaksanaId(0))) {
            return id;
        }
        self.list.push(Pelaksana {
            pendek: "…".to_owned(),
            nama_lain: Vec::new(),
            panjang: None,
            jenis: JenisPelaksana::Dalam,
            span: None,
        });
        // Counts as declared, so that the lanes of undeclared names stay at the end.
        self.declared = 1;
        PelaksanaId(0)
    }
}

/// Splits at a word that stands between blanks, without regard to case. Parts are trimmed.
fn split_word<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut words = text.split_whitespace().peekable();
    let mut first = true;
    while let Some(next) = words.next() {
        let at = offset(text, next);
        if !first && words.peek().is_some() && next.to_lowercase() == word {
            parts.push(text[start..at].trim());
            start = at + next.len();
        }
        first = false;
    }
    parts.push(text[start..].trim());
    parts
}

/// Where a part of a text begins in it.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr() as usize - whole.as_ptr() as usize
}

/// The place of a part of a name; the whole name where the file spells it with other bytes.
fn sub_span(nama: &Spanned<SmolStr>, part: &str) -> Span {
    if nama.span.range().len() != nama.value.len() {
        return nama.span;
    }
    let start = nama.span.start as usize + offset(&nama.value, part);
    Span::new(start, start + part.len())
}
