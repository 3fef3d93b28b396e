//! Names that rows use and nobody declared: each is told once, with what was probably meant.

use super::{Lanes, Undeclared, split_word};
use crate::diag::{Diagnostic, Fix, Sink};
use crate::model::Pelaksana;
use crate::model::faults::{NO_ACTOR_LIST, UNDECLARED_ACTOR};
use crate::source::Span;
use crate::text::{Text, fold, is_initials, nearest};

/// In place of the rule's help, when a name is near.
static DID_YOU_MEAN: Text = Text::new("mungkin maksudnya `{dekat}`", "perhaps `{dekat}` is meant");
static SHORT_BEFORE_EQUALS: Text = Text::new(
    "di daftar pelaksana, antara nama pendek dan nama lengkap ditulis `=`: `- {dekat}`",
    "in the list of actors, `=` stands between a short name and the name in full: `- {dekat}`",
);
static TWO_LANES: Text = Text::new(
    "dalam daftar `{dekat}` terbaca sebagai satu pelaksana; bila dua, pisahkan dengan koma: `{daftar}`",
    "in the list `{dekat}` is read as one actor; if they are two, write a comma between them: `{daftar}`",
);
static ITEM_OF_ITS_OWN: Text = Text::new(
    "di daftar pelaksana, setiap nama diawali `- `: `- {dekat}`",
    "in the list of actors, every name begins with `- `: `- {dekat}`",
);
static NAMES_WITH_COMMAS: Text = Text::new(
    "bila mereka bertindak bersama, tulis dengan koma: `{dekat}`; bila salah satu saja, dengan `atau`; bila berurutan, dengan `->`",
    "if they act together, write a comma: `{dekat}`; if one of them does, write `atau`; if one after the other, `->`",
);
static NAMES_WITH_ARROWS: Text = Text::new(
    "bila mereka bertindak berurutan, tulis `{dekat}`; bila bersama, tulis dengan koma",
    "if they act one after the other, write `{dekat}`; if together, write a comma",
);
static WRITE_WITH_ARROWS: Text = Text::new("tulis dengan `->`", "write it with `->`");
static WRITE_WITH_COMMAS: Text = Text::new("tulis dengan koma", "write it with a comma");
static WRITE_NEAREST: Text =
    Text::new("tulis nama lajur yang paling dekat", "write the name of the nearest lane");

/// For so many names that nobody declared it is looked for what is meant; nobody reads more.
const MOST_REMEDIES: usize = 1000;
/// So many times a name that nobody declared is held against one that somebody did, each by all its names.
const MOST_COMPARED: usize = 20_000;

/// Where a list of the actors would stand.
#[derive(Clone, Copy)]
pub(in crate::model) enum ListPlace {
    /// After a `pelaksana:` with nothing below it.
    After(u32),
    /// Before the line `kegiatan:`, which begins here.
    Before(u32),
}

static ADD_LIST: Text = Text {
    id: "tambahkan daftar dari nama-nama yang dipakai",
    en: "add the list from the names that are used",
};

impl Lanes<'_> {
    /// Reports the names that were used and never declared: each once, with all its places.
    pub(in crate::model) fn finish(
        self,
        head: Span,
        place: Option<ListPlace>,
        sink: &mut Sink,
    ) -> Vec<Pelaksana> {
        let listed = self.list.iter().any(|lane| lane.span.is_some());
        if !listed && !self.undeclared.is_empty() {
            sink.push(self.no_list(head, place));
            return self.list;
        }
        let mut divided: Vec<&str> = Vec::new();
        let names: usize = self.list[..self.declared].iter().map(|lane| 1 + lane.nama_lain.len()).sum();
        for (at, undeclared) in self.undeclared.iter().enumerate() {
            let nama = undeclared.nama.as_str();
            let told = Diagnostic::at(&UNDECLARED_ACTOR, undeclared.spans[0])
                .with("nomor", undeclared.nomor.to_string())
                .with("nama", nama);
            if at >= MOST_REMEDIES || at * names >= MOST_COMPARED {
                sink.push(told);
            } else if let Some(told) = self.with_remedy(told, undeclared, &mut divided) {
                sink.push(told);
            }
        }
        self.list
    }

    /// Nobody is declared at all: all names at once, and the list of them.
    fn no_list(&self, head: Span, place: Option<ListPlace>) -> Diagnostic {
        let names = || self.undeclared.iter().map(|undeclared| &undeclared.nama);
        let list: String = names().map(|nama| format!("\n  - {nama}")).collect();
        let named: Vec<String> = names().map(|nama| format!("`- {nama}`")).collect();
        let mut told = Diagnostic::at(&NO_ACTOR_LIST, head).with("nama", named);
        told.fix = place.map(|place| match place {
            ListPlace::After(field) => Fix::replace(&ADD_LIST, Span { start: field, end: field }, list),
            ListPlace::Before(line) => {
                Fix::replace(&ADD_LIST, Span { start: line, end: line }, format!("pelaksana:{list}\n\n"))
            }
        });
        told
    }

    /// The same with what was meant, where that can be told. A lane of two people is told once for both, and is then one
    /// of `divided`.
    fn with_remedy<'a>(
        &'a self,
        told: Diagnostic,
        undeclared: &Undeclared,
        divided: &mut Vec<&'a str>,
    ) -> Option<Diagnostic> {
        const TOGETHER: [&str; 11] = [
            "/",
            "&",
            "+",
            ";",
            "|",
            " serta ",
            " beserta ",
            " bersama ",
            " bersama dengan ",
            " didampingi ",
            " dibantu ",
        ];
        const IN_ORDER: [&str; 9] =
            [" - ", " -", ">", " ke ", " lalu ", " kemudian ", " s/d ", " s.d. ", " sampai "];
        let nama = undeclared.nama.as_str();
        if let Some(in_full) = self.in_full_behind_a_dash(nama) {
            return Some(told.with("dekat", format!("{nama} = {in_full}")).help(&SHORT_BEFORE_EQUALS));
        }
        if let Some((lane, parts)) = self.two_in_one(nama) {
            let known = divided.contains(&lane);
            divided.push(lane);
            return (!known).then(|| told.with("dekat", lane).with("daftar", parts).help(&TWO_LANES));
        }
        if let Some(lane) = self.taken_in(nama) {
            return Some(told.with("dekat", lane).help(&ITEM_OF_ITS_OWN));
        }
        let together = self.several(nama, &TOGETHER, ", ").or_else(|| self.side_by_side(nama));
        let meant = together
            .map(|names| (names, &NAMES_WITH_COMMAS, &WRITE_WITH_COMMAS))
            .or_else(|| {
                let names = self.several(nama, &IN_ORDER, " -> ")?;
                Some((names, &NAMES_WITH_ARROWS, &WRITE_WITH_ARROWS))
            })
            .or_else(|| self.near(nama).map(|near| (near.to_owned(), &DID_YOU_MEAN, &WRITE_NEAREST)));
        let Some((meant, help, title)) = meant else { return Some(told) };
        let edits = undeclared.spans.iter().map(|span| (*span, meant.clone())).collect();
        Some(told.with("dekat", meant).help(help).fix(Fix { title, edits, safe: false }))
    }

    /// `Staf dan Kabid`, `Staf/Kabid`: declared names that should stand between other marks. Some have such a mark
    /// themselves, so that each is tried alone first.
    fn several(&self, nama: &str, between: &[&str], mark: &str) -> Option<String> {
        let split = |words: &str| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let parts = split_word(&words, "dan");
            let known = |part: &str| self.find(part).map(|id| self.list[id.index()].pendek.as_str());
            // `Bu Bidan & Kader`: one is there, and the other is nearly.
            let one = parts.iter().any(|part| known(part).is_some());
            let nearly = |part: &str| self.near(without_address(part)).filter(|_| one);
            let names: Vec<&str> =
                parts.iter().map(|part| known(part).or_else(|| nearly(part))).collect::<Option<_>>()?;
            let apart = names.iter().enumerate().all(|(at, name)| !names[..at].contains(name));
            (names.len() > 1 && apart).then(|| names.join(mark))
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
                [" - ", " – ", " — "].iter().find_map(|dash| lane.pendek.split_once(dash)).or_else(|| {
                    // `MT / Manajer Teknis`
                    lane.pendek
                        .split_once(" / ")
                        .filter(|(short, in_full)| is_initials(short, in_full.split(' ')))
                })?;
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
                let names = declared.iter().flat_map(|lane| lane.short_names()).map(String::as_str);
                let names = names.filter(|name| is_near_word_by_word(nama, name));
                nearest(nama, names).or_else(|| only().map(|lane| lane.pendek.as_str()))
            })
    }
}

/// `Bu Bidan` → `Bidan`
fn without_address(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if ["Bu", "Pak", "Ibu", "Bapak"].contains(&first) => rest,
        _ => name,
    }
}

/// Whether each word of a name may be a slip of the one in its place: `Petugas Lokett` of `Petugas Loket`, but `Petugas Arsip`
/// not of `Petugas BAP`, whatever they have in common. Names of more or fewer words are held against each other as a whole.
fn is_near_word_by_word(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().count();
    let near = |(one, other): (&str, &str)| {
        one.eq_ignore_ascii_case(other) || nearest(one, std::iter::once(other)).is_some()
    };
    words(one) != words(other) || one.split_whitespace().zip(other.split_whitespace()).all(near)
}

/// Whether each word of a name begins a word of another one, in the same order and from the first word on.
fn words_begin(whole: &str, part: &str) -> bool {
    let mut words = whole.split(' ');
    let same_start = whole.split(' ').next().zip(part.split(' ').next());
    same_start.is_some_and(|(first, typed)| first.starts_with(typed) && typed.len() > 2)
        && part.split(' ').all(|typed| words.any(|word| word.starts_with(typed)))
}
