//! Lanes and their names: which lane a name means, and which lanes there are.

use super::faults::{
    ACTOR_TWICE, DID_YOU_MEAN, DOUBLED_ACTOR_NAME, FIRST_HERE, ITEM_OF_ITS_OWN, MIXED_PLACE,
    NAMES_WITH_ARROWS, NAMES_WITH_COMMAS, NO_ACTOR_LIST, SHORT_BEFORE_EQUALS, TWO_LANES, UNDECLARED_ACTOR,
    WRITE_NEAREST, WRITE_WITH_ARROWS, WRITE_WITH_COMMAS,
};
use super::{JenisPelaksana, Nomor, Pelaksana, PelaksanaId};
use crate::config::{Config, DaftarJabatan};
use crate::diag::{Diagnostic, Fix, Sink};
use crate::lookup::Lookup;
use crate::source::{Span, Spanned};
use crate::syntax::ast;
use crate::syntax::keys::Key;
use crate::text::{Text, fold, folded, nearest};

/// The lanes while rows are read: undeclared names get a lane at the end, and are reported by [`Lanes::finish`].
pub(super) struct Lanes {
    pub list: Vec<Pelaksana>,
    names: Names,
    declared: usize,
    undeclared: Vec<Undeclared>,
}

/// Lanes by their names after [`fold`], and as they were written, so that most are found without folding them.
#[derive(Default)]
struct Names(Lookup<PelaksanaId, String>);

impl Names {
    fn get(&self, nama: &str) -> Option<PelaksanaId> {
        self.0.get(nama).or_else(|| self.0.get(&folded(nama))).copied()
    }

    /// Gives a name to a lane; the lane that has it, where one has.
    fn claim(&mut self, nama: &str, id: PelaksanaId) -> Option<PelaksanaId> {
        let mut free = false;
        let known = *self.0.entry(folded(nama), || {
            free = true;
            id
        });
        if free {
            self.0.entry(nama, || id);
        }
        (!free).then_some(known)
    }
}

struct Undeclared {
    nama: String,
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

/// For so many names that nobody declared it is looked for what is meant; nobody reads more.
const MOST_REMEDIES: usize = 1000;
/// So many times a name that nobody declared is held against one that somebody did.
const MOST_COMPARED: usize = 200_000;

/// Where a list of the actors would stand.
#[derive(Clone, Copy)]
pub(super) enum ListPlace {
    /// After a `pelaksana:` with nothing below it.
    After(u32),
    /// Before the line `kegiatan:`, which begins here.
    Before(u32),
}

static REMOVE_SECOND: Text = Text { id: "hapus yang kedua", en: "remove the second" };
static REMOVE_MENTION: Text = Text { id: "sebut satu kali saja", en: "name it once only" };
static ADD_LIST: Text = Text {
    id: "tambahkan daftar dari nama-nama yang dipakai",
    en: "add the list from the names that are used",
};

impl Lanes {
    /// Reads `pelaksana:`; the register of `sop.toml` supplies what the file leaves out.
    pub fn declare(sop: &ast::Sop, config: &Config, sink: &mut Sink) -> Lanes {
        let mut lanes =
            Lanes { list: Vec::new(), names: Names::default(), declared: 0, undeclared: Vec::new() };
        for field in sop.fields.iter().filter(|field| field.key.value == Key::Pelaksana) {
            let ast::Value::Pelaksana(list) = &field.value else { continue };
            for item in list {
                lanes.declare_one(item, &config.pelaksana, sink);
            }
        }
        lanes.declared = lanes.list.len();
        lanes
    }

    fn declare_one(&mut self, item: &ast::Pelaksana, register: &DaftarJabatan, sink: &mut Sink) {
        let id = PelaksanaId::from_index(self.list.len());
        let mut fresh: Vec<&Spanned<String>> = Vec::new();
        for nama in &item.nama {
            if let Some(first) = self.names.claim(&nama.value, id) {
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
        let mut nama_lain: Vec<String> = others.iter().map(|nama| nama.value.clone()).collect();
        for nama in known.into_iter().flat_map(|known| std::iter::once(&known.pendek).chain(&known.nama_lain))
        {
            // A name that the file gives to another lane stays there.
            if self.names.claim(nama, id).is_none() {
                nama_lain.push(nama.clone());
            }
        }
        self.list.push(Pelaksana {
            pendek: head.value.clone(),
            nama_lain,
            panjang: item
                .panjang
                .as_ref()
                .map(|panjang| panjang.value.clone())
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
        self.names.get(nama).filter(|id| id.index() < self.declared)
    }

    /// The lane of a name in whatever way it came to be.
    pub fn find_any(&self, nama: &str) -> Option<PelaksanaId> {
        self.names.get(nama)
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
        tempat: &ast::Tempat,
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
            let names: Vec<String> = tempat.pelaku.iter().map(|pelaku| pelaku.nama.value.clone()).collect();
            sink.push(
                Diagnostic::at(&MIXED_PLACE, tempat.span)
                    .with("nomor", nomor.to_string())
                    .with("tempat", names),
            );
        }
        alternatives
    }

    /// Declared names first, the longest first; only what is left is split at `atau`. `None` for one whole name.
    fn split<'n>(&self, nama: &'n Spanned<String>) -> Option<Vec<Spanned<&'n str>>> {
        if self.find(&nama.value).is_some() {
            return None;
        }
        let parts = split_word(&nama.value, "atau");
        let mut found = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let joined = |to: usize| {
                let start = offset(&nama.value, parts[at]);
                let end = offset(&nama.value, parts[to]) + parts[to].len();
                &nama.value[start..end]
            };
            let to = (at + 1..parts.len())
                .rev()
                .find(|to| self.find(joined(*to).trim_end_matches('?')).is_some())
                .unwrap_or(at);
            found.push(Spanned::new(joined(to), sub_span(nama, joined(to))));
            at = to + 1;
        }
        Some(found)
    }

    /// The lane of a name; an undeclared one gets a lane of its own.
    fn lane(&mut self, nama: &str, span: Span, nomor: Nomor) -> PelaksanaId {
        if let Some(id) = self.names.get(nama) {
            if let Some(undeclared) = id.index().checked_sub(self.declared) {
                self.undeclared[undeclared].spans.push(span);
            }
            return id;
        }
        let id = PelaksanaId::from_index(self.list.len());
        self.names.claim(nama, id);
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

    /// Reports the names that were used and never declared: each once, with all its places.
    pub fn finish(self, head: Span, place: Option<ListPlace>, sink: &mut Sink) -> Vec<Pelaksana> {
        let lanes_with_span = self.list.iter().any(|lane| lane.span.is_some());
        if !lanes_with_span && !self.undeclared.is_empty() {
            let names: Vec<String> =
                self.undeclared.iter().map(|undeclared| format!("`- {}`", undeclared.nama)).collect();
            let list: String =
                self.undeclared.iter().map(|undeclared| format!("\n  - {}", undeclared.nama)).collect();
            let mut diagnostic = Diagnostic::at(&NO_ACTOR_LIST, head).with("nama", names);
            diagnostic.fix = place.map(|place| match place {
                ListPlace::After(field) => Fix::replace(&ADD_LIST, Span { start: field, end: field }, list),
                ListPlace::Before(line) => {
                    Fix::replace(&ADD_LIST, Span { start: line, end: line }, format!("pelaksana:{list}\n\n"))
                }
            });
            sink.push(diagnostic);
            return self.list;
        }
        let mut divided: Vec<&str> = Vec::new();
        for (at, undeclared) in self.undeclared.iter().enumerate() {
            let mut diagnostic = Diagnostic::at(&UNDECLARED_ACTOR, undeclared.spans[0])
                .with("nomor", undeclared.nomor.to_string())
                .with("nama", undeclared.nama.as_str());
            let nama = undeclared.nama.as_str();
            if at >= MOST_REMEDIES || at * self.declared >= MOST_COMPARED {
                sink.push(diagnostic);
                continue;
            }
            if let Some(in_full) = self.in_full_behind_a_dash(nama) {
                let declared = format!("{nama} = {in_full}");
                sink.push(diagnostic.with("dekat", declared).help(&SHORT_BEFORE_EQUALS));
                continue;
            }
            if let Some((lane, parts)) = self.two_in_one(nama) {
                // Once for both of them.
                if !divided.contains(&lane) {
                    divided.push(lane);
                    sink.push(diagnostic.with("dekat", lane).with("daftar", parts).help(&TWO_LANES));
                }
                continue;
            }
            if let Some(lane) = self.taken_in(nama) {
                sink.push(diagnostic.with("dekat", lane).help(&ITEM_OF_ITS_OWN));
                continue;
            }
            let together = self.several(nama, &["/", "&", "+", ";", "|", " serta "], ", ");
            const IN_ORDER: [&str; 9] =
                [" - ", " -", ">", " ke ", " lalu ", " kemudian ", " s/d ", " s.d. ", " sampai "];
            let in_order = || self.several(nama, &IN_ORDER, " -> ");
            let meant = together
                .or_else(|| self.side_by_side(nama))
                .map(|names| (names, &NAMES_WITH_COMMAS, &WRITE_WITH_COMMAS))
                .or_else(|| in_order().map(|names| (names, &NAMES_WITH_ARROWS, &WRITE_WITH_ARROWS)))
                .or_else(|| self.near(nama).map(|near| (near.to_owned(), &DID_YOU_MEAN, &WRITE_NEAREST)));
            if let Some((meant, help, title)) = meant {
                let edits = undeclared.spans.iter().map(|span| (*span, meant.clone())).collect();
                let fix = Fix { title, edits, safe: false };
                diagnostic = diagnostic.with("dekat", meant).help(help).fix(fix);
            }
            sink.push(diagnostic);
        }
        self.list
    }

    /// `Staf dan Kabid`, `Staf/Kabid`: declared names that should stand between other marks. Some have such a mark
    /// themselves, so that each is tried alone first.
    fn several(&self, nama: &str, between: &[&str], mark: &str) -> Option<String> {
        let split = |words: &str| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let names: Vec<&str> = split_word(&words, "dan")
                .into_iter()
                .map(|part| self.find(part).map(|id| self.list[id.index()].pendek.as_str()))
                .collect::<Option<_>>()?;
            (names.len() > 1).then(|| names.join(mark))
        };
        let all = || between.iter().fold(nama.to_owned(), |words, sign| words.replace(sign, " dan "));
        between.iter().find_map(|sign| split(&nama.replace(sign, " dan "))).or_else(|| split(&all()))
    }

    /// `Pengurus Barang PPK`: two declared names and nothing between them.
    fn side_by_side(&self, nama: &str) -> Option<String> {
        let short = |part: &str| self.find(part).map(|id| self.list[id.index()].pendek.as_str());
        nama.match_indices(' ').find_map(|(at, _)| {
            let (one, two) = (short(&nama[..at])?, short(&nama[at + 1..])?);
            (one != two).then(|| format!("{one}, {two}"))
        })
    }

    /// What stands behind a name and a dash where the list should have `=`: `- Sekretaris - Sekretaris Satuan`.
    fn in_full_behind_a_dash(&self, nama: &str) -> Option<&str> {
        self.list[..self.declared].iter().find_map(|lane| {
            let (short, in_full) =
                [" - ", " – ", " — "].iter().find_map(|dash| lane.pendek.split_once(dash))?;
            (fold(short) == fold(nama) && lane.panjang.is_none()).then(|| in_full.trim())
        })
    }

    /// `Kasubbag dan Kadis` in the list, of whom one acts: the lane, and its parts with a comma.
    fn two_in_one(&self, nama: &str) -> Option<(&str, String)> {
        let name = fold(nama);
        self.list[..self.declared].iter().find_map(|lane| {
            let parts = split_word(&lane.pendek, "dan");
            let named = parts.len() > 1 && parts.iter().any(|part| fold(part) == name);
            named.then(|| (lane.pendek.as_str(), parts.join(", ")))
        })
    }

    /// `Kadis = Kepala Dinas`, written below another lane without its `- ` and so taken for more of that one's name.
    fn taken_in(&self, nama: &str) -> Option<String> {
        self.list[..self.declared].iter().find_map(|lane| {
            let (before, in_full) = lane.panjang.as_ref()?.split_once('=')?;
            let (before, name) = (before.trim_end(), fold(nama));
            let apart = fold(before).strip_suffix(&name).is_some_and(|rest| rest.ends_with(' '));
            apart.then(|| format!("{nama} = {}", in_full.trim()))
        })
    }

    /// The declared name that was probably meant; the office in full stands for its short name.
    fn near(&self, nama: &str) -> Option<&str> {
        let declared = &self.list[..self.declared];
        let folded = fold(nama);
        // `Kasi, Kabid, dan Staf: …`
        if let Some(lane) = folded.strip_prefix("dan ").and_then(|name| self.find(name)) {
            return Some(&self.list[lane.index()].pendek);
        }
        let in_full =
            |lane: &&Pelaksana| lane.panjang.as_deref().is_some_and(|panjang| fold(panjang) == folded);
        // `Staf` where the list says `Staf Subbagian Perencanaan`, or `Kepala Subbag` where that is the long name.
        let begins = |lane: &&Pelaksana| {
            let names = std::iter::once(&lane.pendek).chain(&lane.panjang);
            names.into_iter().any(|name| words_begin(&fold(name), &folded))
        };
        let only = || {
            let mut lanes = declared.iter().filter(begins);
            lanes.next().filter(|_| lanes.next().is_none())
        };
        // `Kabid` where the list says `Plt. Kabid`, and the other way round.
        let office = |name: &str| {
            let acting = ["plt", "plh", "pj", "pjs"].into_iter().find_map(|word| name.strip_prefix(word));
            acting.and_then(|rest| Some(rest.trim_start_matches('.').strip_prefix(' ')?.to_owned()))
        };
        let acting = |lane: &&Pelaksana| {
            let name = fold(&lane.pendek);
            office(&name).is_some_and(|name| name == folded) || office(&folded).is_some_and(|of| of == name)
        };
        // `Kasubbag Perencanaan` where the list says `Kasubbag = Kepala Subbagian Perencanaan`.
        let with_unit = |lane: &&Pelaksana| {
            let unit = folded.strip_prefix(&fold(&lane.pendek)).and_then(|unit| unit.strip_prefix(' '));
            let long = lane.panjang.as_deref().map(fold).unwrap_or_default();
            unit.is_some_and(|unit| unit.split(' ').all(|word| long.split(' ').any(|known| known == word)))
        };
        declared
            .iter()
            .find(|lane| in_full(lane) || acting(lane) || with_unit(lane))
            .map(|lane| lane.pendek.as_str())
            .or_else(|| {
                let names =
                    declared.iter().flat_map(|lane| std::iter::once(&lane.pendek).chain(&lane.nama_lain));
                nearest(nama, names.map(String::as_str)).or_else(|| only().map(|lane| lane.pendek.as_str()))
            })
    }
}

/// Whether each word of a name begins a word of another one, in the same order and from the first word on.
fn words_begin(whole: &str, part: &str) -> bool {
    let mut words = whole.split(' ');
    let same_start = whole.split(' ').next().zip(part.split(' ').next());
    same_start.is_some_and(|(first, typed)| first.starts_with(typed) && typed.len() > 2)
        && part.split(' ').all(|typed| words.any(|word| word.starts_with(typed)))
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
fn sub_span(nama: &Spanned<String>, part: &str) -> Span {
    if nama.span.range().len() != nama.value.len() {
        return nama.span;
    }
    let start = nama.span.start as usize + offset(&nama.value, part);
    Span::new(start, start + part.len())
}
