//! Who is declared to act, and who acts in a row where no colon says it: in front of the text, behind it, alone above it.

use super::{Line, Reader};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Nomor, Pelaksana, Pelaku, Value};
use crate::syntax::keys::Key;
use crate::syntax::prose::trim;
use crate::syntax::remedies;
use crate::text::{begins_with, folded, is_tidy};
use smol_str::SmolStr;

/// Actors at the start of a text, and the text behind them.
pub(super) struct Front {
    /// Where each of them stands; at least one.
    names: Vec<Span>,
    /// All of them as the language writes them: `Kasi, Kabid`.
    written: String,
    /// Whether they stand there as the language writes them.
    as_written: bool,
    rest: Span,
}

impl Front {
    /// Whether what follows them is what somebody does, by the looks of its first word: `mengecek`, `cek`, `serahkan`.
    pub(super) fn works(&self, text: &str) -> bool {
        const BARE: [&str; 28] = [
            "bikin", "kasih", "lapor", "cari", "simpan", "tempel", "antar", "panggil", "cek", "periksa",
            "catat", "terima", "buat", "kirim", "paraf", "ttd", "input", "isi", "ukur", "hitung", "timbang",
            "ambil", "cetak", "susun", "ketik", "minta", "beri", "baca",
        ];
        let word = text[self.rest.range()].split([' ', ',', ':']).next().unwrap_or_default();
        let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        let made = word.len() > 5 && (word.starts_with("me") || word.ends_with("kan"));
        small && (made || BARE.contains(&word))
    }

    fn of_one(name: Span, rest: Span, text: &str) -> Self {
        Self { names: vec![name], written: text[name.range()].to_owned(), as_written: true, rest }
    }
}

/// What joins two actors, and how the language writes it.
const JOINTS: [(&str, &str); 11] = [
    ("->", " -> "),
    ("→", " -> "),
    ("atau ", " atau "),
    ("dan ", ", "),
    ("serta ", ", "),
    ("bersama ", ", "),
    ("beserta ", ", "),
    ("&", ", "),
    ("/", ", "),
    ("+", ", "),
    (",", ", "),
];

impl Reader<'_> {
    /// The lanes, if they were read.
    pub(super) fn lanes(&self) -> &[Pelaksana] {
        match self.lanes.map(|at| &self.sop.fields[at].value) {
            Some(Value::Pelaksana(lanes)) => lanes,
            _ => &[],
        }
    }

    /// Whether the first name of what should be actors is among the first lanes declared.
    pub(super) fn is_declared(&self, actors: &str) -> bool {
        let names = || self.lanes().iter().take(100).flat_map(|lane| &lane.nama);
        let written = |typed: &str| names().any(|short| short.value == typed);
        // Nearly always it is one, written as it was declared.
        written(actors) || {
            let typed = actors.split([',', '-', '→', '?']).next().unwrap_or_default().trim();
            written(typed) || {
                let (name, tidy) = (folded(typed), is_tidy(typed));
                names().map(|short| short.value.as_str()).any(|short| {
                    short.eq_ignore_ascii_case(typed) || !(tidy && is_tidy(short)) && folded(short) == name
                })
            }
        }
    }

    /// `1. Kabid Menelaah usulan`, `4. Kasi dan Kabid memaraf`: a row whose colon was forgotten.
    pub(super) fn row_without_colon(&mut self, nomor: Spanned<Nomor>, front: &Front, line: Line) {
        if let Some((other, same)) = self.other_at_work(front) {
            let names = (front.written.as_str(), &self.text[other.range()]);
            self.found.push(remedies::actors_with_their_work(line.span, nomor.value, names, same));
            self.open_row(nomor, Some(front.names[0]), front.rest, line);
            return self.more_actors(front.names[1..].iter().chain([&other]));
        }
        let number = nomor.value.to_string();
        let whole = Span { end: front.names[front.names.len() - 1].end, ..front.names[0] };
        let between = match front.as_written {
            true => Span { start: whole.end, end: front.rest.start },
            false => Span { end: front.rest.start, ..whole },
        };
        let letter = self.text[front.rest.range()].chars().next().unwrap_or_default();
        let names = (front.written.as_str(), !front.as_written);
        self.found.push(remedies::actor_without_colon(line.span, &number, names, between, letter));
        if front.as_written {
            return self.open_row(nomor, Some(whole), front.rest, line);
        }
        self.open_row(nomor, Some(front.names[0]), front.rest, line);
        self.more_actors(front.names[1..].iter());
    }

    /// Adds actors to those of the row that was begun.
    fn more_actors<'s>(&mut self, names: impl Iterator<Item = &'s Span>) {
        let Some(place) = self.row.as_mut().and_then(|draft| draft.row.oleh.last_mut()) else { return };
        place.pelaku.extend(names.map(|name| Pelaku {
            nama: Spanned::new(SmolStr::new(&self.text[name.range()]), *name),
            memutuskan: false,
        }));
        if let Some(last) = place.pelaku.last() {
            place.span = place.span.to(last.nama.span);
        }
    }

    /// `Kasi paraf, Kabid paraf`: whether what follows the actors in front goes on with another one and what that one does,
    /// and whether both do the same.
    fn other_at_work(&self, front: &Front) -> Option<(Span, bool)> {
        const MOST_WORDS: usize = 40;
        let rest = &self.text[front.rest.range()];
        let starts = rest.match_indices(' ').map(|(at, _)| at + 1).take(MOST_WORDS);
        starts.into_iter().find_map(|at| self.at_work(front, rest, at))
    }

    /// The same from a word on.
    fn at_work(&self, front: &Front, rest: &str, at: usize) -> Option<(Span, bool)> {
        let before = rest[..at].trim_end();
        let then = before.ends_with([',', ';']);
        let joint =
            before.rsplit(' ').next().filter(|word| ["dan", "serta", "lalu", "kemudian"].contains(word));
        if !then && joint.is_none() {
            return None;
        }
        let place = Span { start: front.rest.start + u32::try_from(at).ok()?, ..front.rest };
        let (name, said) = self.actor_in_front(place)?;
        let another = front.names.iter().all(|known| self.text[known.range()] != self.text[name.range()]);
        let beside = self.text[name.end as usize..said.start as usize].trim().is_empty();
        let same = rest.split([' ', ',']).next() == self.text[said.range()].split([' ', ',', '.']).next();
        // `Kasi mengundang Staf dan Kabid membahas anggaran`: what Staf and Kabid are invited to.
        let apart = then || matches!(joint, Some("lalu" | "kemudian"));
        let both_work = || front.works(self.text) && Front::of_one(name, said, self.text).works(self.text);
        (another && beside && (same || (apart && both_work()))).then_some((name, same))
    }

    /// Declared names at the start of a text, and what follows them behind blanks and marks.
    pub(super) fn actors_in_front(&self, text: Span) -> Option<Front> {
        let (first, rest) = self.actor_in_front(text)?;
        let mut front = Front::of_one(first, rest, self.text);
        while let Some((written, own, name, rest)) = self.next_actor(front.names[front.names.len() - 1], text)
        {
            front.written += written;
            front.written += &self.text[name.range()];
            front.as_written &= own;
            front.names.push(name);
            front.rest = rest;
        }
        Some(front)
    }

    /// `(Kabid) Menelaah usulan`: a declared name in brackets at the start of a text, and what follows it.
    pub(super) fn actor_in_brackets(&self, text: Span) -> Option<(Span, Span)> {
        let typed = self.text.get(text.range())?.strip_prefix('(')?;
        let (name, rest) = typed.split_once(')')?;
        let said = rest.trim_start_matches([':', '-', '–', ' ', '\t']);
        let start = text.start as usize + 1;
        let name_span = trim(self.text, Span::new(start, start + name.len()));
        let said_span = Span::new(text.end as usize - said.len(), text.end as usize);
        (self.is_declared(name.trim()) && !said.is_empty()).then_some((name_span, said_span))
    }

    /// The actor that is joined to the one in front: how the language writes the joint, whether it stands there so, the
    /// name, and what follows it.
    fn next_actor(&self, before: Span, text: Span) -> Option<(&'static str, bool, Span, Span)> {
        let behind = self.text.get(before.end as usize..text.end as usize)?;
        let typed = behind.trim_start();
        let (mark, written) = JOINTS.iter().find(|(mark, _)| begins_with(typed, mark))?;
        let after = typed[mark.len()..].trim_start();
        // `Kasi, Kabid, dan Kadis`
        let and = ["dan ", "serta "].iter().find(|and| *mark == "," && begins_with(after, and));
        let after = after[and.map_or(0, |and| and.len())..].trim_start();
        let (name, rest) =
            self.actor_in_front(Span::new(text.end as usize - after.len(), text.end as usize))?;
        let own = matches!(*mark, "->" | "→" | "atau " | ",") && and.is_none();
        Some((written, own, name, rest))
    }

    /// A declared name at the start of a text, and what follows it behind blanks and marks.
    fn actor_in_front(&self, text: Span) -> Option<(Span, Span)> {
        let typed = self.text.get(text.range())?;
        let start = text.start as usize;
        let ends = typed.char_indices().filter(|(_, mark)| !mark.is_alphanumeric()).map(|(at, _)| at);
        // Behind a dash begins the text: `Pegawai -- mengisi formulir`; behind a comma or an arrow another name.
        let ending =
            [" - ", " -- ", " – ", " — ", ",", "->", "→"].iter().filter_map(|mark| typed.find(mark)).min();
        let names = ends.take(6).take_while(|at| ending.is_none_or(|mark| *at <= mark));
        let end = names.filter(|at| *at > 0 && self.is_declared(&typed[..*at])).last()?;
        let rest = typed[end..].trim_start_matches([' ', '\t', '-', '–', '—', '.', ';', ',', '=', '>']);
        let rest = Span::new(start + typed.len() - rest.len(), text.end as usize);
        let name = typed[..end].trim_end().len();
        (rest.start < rest.end).then(|| (Span::new(start, start + name), rest))
    }

    /// `3. Staf` above the text, `3. Pelaksana : Staf` above `Kegiatan : …`: who acts, and nothing else.
    pub(super) fn actor_alone(&self, actors: Option<Span>, text: Span) -> Option<Span> {
        let label = actors.map(|actors| &self.text[actors.range()]);
        if label.is_some_and(|label| !label.eq_ignore_ascii_case("pelaksana") || self.is_declared(label)) {
            return None;
        }
        let name = trim(self.text, text);
        let short = name.start < name.end && name.end - name.start <= 60;
        (short && self.is_declared(&self.text[name.range()])).then_some(name)
    }

    /// `Mengarsipkan laporan (Staf)`, `Mengarsipkan laporan oleh Staf`: the text, and who acts behind it.
    pub(super) fn actor_at_end(&self, text: Span) -> Option<(Span, Span)> {
        let typed = self.text.get(text.range())?.trim_end();
        let bracketed = || typed.strip_suffix(')')?.rsplit_once('(');
        let (said, name) = bracketed().or_else(|| typed.rsplit_once(" oleh "))?;
        let (said, name) = (said.trim_end(), name.trim());
        if said.is_empty() || !self.is_declared(name) {
            return None;
        }
        let place = |part: &str| {
            let start = text.start as usize + (part.as_ptr() as usize - typed.as_ptr() as usize);
            Span::new(start, start + part.len())
        };
        Some((place(said), place(name)))
    }

    /// Where no lanes are declared: what stands before the first word that is a verb by its looks.
    pub(super) fn actor_before_verb(&self, text: Span) -> Option<Front> {
        const LONGEST_NAME: usize = 4;
        let typed = self.text.get(text.range())?;
        let start = text.start as usize;
        let starts = typed.match_indices(' ').map(|(at, _)| at + 1).take(LONGEST_NAME);
        let is_verb = |at: &usize| {
            let word = typed[*at..].split(' ').next().unwrap_or_default().to_lowercase();
            word.starts_with("me") && word.len() > 5
        };
        let at = starts.into_iter().find(is_verb)?;
        let name = trim(self.text, Span::new(start, start + at));
        let rest = trim(self.text, Span::new(start + at, text.end as usize));
        let may_act =
            || !self.identity_keys.holds(Key::Pelaksana) || self.begins_a_lane(&self.text[name.range()]);
        (name.start < name.end && may_act()).then(|| Front::of_one(name, rest, self.text))
    }

    /// Whether a name is how a declared one begins: `Pemohon` of `Pemohon/Perangkat Daerah`.
    fn begins_a_lane(&self, name: &str) -> bool {
        let begins = |lane: &str| begins_with(lane, name) && lane[name.len()..].starts_with([' ', '/']);
        self.lanes().iter().take(100).flat_map(|lane| &lane.nama).any(|short| begins(&short.value))
    }
}
