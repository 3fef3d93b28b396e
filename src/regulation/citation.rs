//! How a rule of the state is cited: `Peraturan Bupati Contoh Nomor 9 Tahun 2022 tentang Pelaporan`, in full or
//! abbreviated, complete or not.

use super::kinds::{KINDS, Kind};
use crate::text::fold;
use std::collections::BTreeMap;
use std::iter::once;
use std::ops::Bound::{Included, Unbounded};
use std::ops::Range;
use std::sync::LazyLock;

/// What could be read of a citation. Ranges are bytes of the text that was read.
#[derive(Clone, Debug)]
pub struct Citation {
    /// Which kind of rule; `None` when the text begins with none that we know.
    pub kind: Option<&'static Kind>,
    /// The other kind that its abbreviation may mean: `PMK` is written for rules of two ministers.
    pub or: Option<&'static Kind>,
    /// What stands between its kind and its number, in small letters: ` bupati contoh `.
    of: String,
    /// `9`, `per/21/m.pan/11/2008`.
    pub number: Option<String>,
    /// Four digits.
    pub year: Option<u16>,
    /// What follows `tentang`.
    pub subject: String,
    /// What stands in the text in place of the full form.
    short: Vec<(Range<usize>, String)>,
}

/// What a rule is found by, beside its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `Nomor 35`
    Number,
    /// `Tahun 2012`
    Year,
    /// `tentang …`
    Subject,
}

impl Citation {
    /// Reads a citation; what it does not say is `None`. What stands abbreviated in the rules that changed it counts, too.
    pub fn read(text: &str) -> Citation {
        let mut citation = Citation::read_first(text);
        let changes = changes(text);
        for (at, start) in changes.iter().enumerate() {
            let end = changes.get(at + 1).map_or(text.len(), |next| *next);
            let shift = |(part, full): (Range<usize>, String)| (start + part.start..start + part.end, full);
            citation.short.extend(Citation::read_first(&text[*start..end]).short.into_iter().map(shift));
        }
        if !changes.is_empty() {
            citation.short.sort_by_key(|(at, _)| at.start);
            citation.short.dedup_by(|(one, _), (other, _)| one == other);
        }
        citation
    }

    fn read_first(text: &str) -> Citation {
        // Keeps every place in the text.
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("per") && lower[3..].starts_with(['/', '-', '.']) && lower.contains("/m.pan/") {
            return Citation::by_its_number(text);
        }
        let mut short = Vec::new();
        let named = kind_of(&lower);
        let kind_end = named.map_or(0, |(_, end, _)| end);
        let abbreviated = named.is_some_and(|(.., short)| short);
        let mut kind = named.map(|(kind, ..)| kind);
        let mut or = kind.filter(|_| abbreviated).and_then(|kind| other_kind(&lower[..kind_end], kind));
        // The ministry of finance numbers its own so: `96/PMK.04/2023`.
        if or.is_some() && lower.contains("/pmk") {
            kind = or.take();
        }
        if let Some(kind) = kind.filter(|_| abbreviated && or.is_none()) {
            short.push((0..kind_end, kind.name.to_owned()));
        }
        let first = |text: &str, forms: &[&str], from| forms.iter().find_map(|form| word(text, form, from));
        let about = first(&lower, &["tentang", "ttg.", "ttg"], kind_end);
        let changed = lower[kind_end..].find(" sebagaimana ").map_or(lower.len(), |at| kind_end + at);
        let head_end = about.as_ref().map_or(lower.len(), |at| at.start).min(changed);
        let head = &lower[..head_end];
        let marked =
            ["nomor", "nomer", "no."].iter().chain(&["no"]).find_map(|form| word(head, form, kind_end));
        let digits = || head[kind_end..].find(|c: char| c.is_ascii_digit()).map(|at| kind_end + at);
        let issuer_end = marked.as_ref().map(|at| at.start).or_else(digits).unwrap_or(head_end);
        let number_at = marked.as_ref().map(|at| at.end).or_else(digits);
        let mut number = None;
        let mut year = None;
        if let Some(from) = number_at {
            let from = from + head[from..].len() - head[from..].trim_start_matches([' ', ':', '.']).len();
            let tahun = first(head, &["tahun", "thn.", "th.", "thn", "th"], from);
            let end = tahun.as_ref().map_or(head_end, |at| at.start);
            let typed = head[from.min(end)..end].trim_end_matches([' ', ',', ';']);
            year = tahun.as_ref().and_then(|at| year_in(head[at.end..].trim_start()));
            let both = typed.split_once('/').filter(|(number, year)| {
                number.bytes().all(|b| b.is_ascii_digit()) && year_in(year).is_some() && year.len() == 4
            });
            let to = from + typed.len();
            if let Some((bare, of)) = both.filter(|_| year.is_none() && !typed.is_empty()) {
                year = year_in(of);
                number = Some(bare.to_owned());
                let start = marked.as_ref().map_or(from, |at| at.start);
                short.push((start..to, format!("Nomor {bare} Tahun {of}")));
            } else if !typed.is_empty() {
                number = Some(typed.to_owned());
                year = year
                    .or_else(|| typed.rsplit('/').next().filter(|last| last.len() == 4).and_then(year_in));
                match &marked {
                    None => short.push((from..from, "Nomor ".to_owned())),
                    Some(at) if !matches!(&text[at.clone()], "Nomor" | "NOMOR") => {
                        short.push((at.clone(), "Nomor".to_owned()));
                    }
                    Some(_) => {}
                }
            }
            let abbreviated = |at: &Range<usize>| !text[at.clone()].eq_ignore_ascii_case("tahun");
            short.extend(tahun.filter(abbreviated).map(|at| (at, "Tahun".to_owned())));
        }
        // A capital alone abbreviates nothing.
        let capital = about.clone().filter(|at| {
            let typed = &text[at.clone()];
            typed.len() < "tentang".len() || (!short.is_empty() && typed == "Tentang")
        });
        short.extend(capital.map(|at| (at, "tentang".to_owned())));
        short.sort_by_key(|(at, _)| at.start);
        let of = lower[kind_end..issuer_end.max(kind_end)].to_owned();
        let subject = about.map_or("", |at| text[at.end..].trim()).to_owned();
        Citation { kind, or, of, number, year, subject, short }
    }

    /// `PER/21/M.PAN/11/2008`: the ministry's own numbers name it.
    fn by_its_number(text: &str) -> Citation {
        let name = "Peraturan Menteri Pendayagunaan Aparatur Negara Nomor ";
        let mut full = Citation::read(&format!("{name}{text}"));
        full.short = vec![(0..0, name.to_owned())];
        full
    }

    /// Whether kind, number, year and subject are all there. The constitution needs its name only.
    pub fn is_complete(&self) -> bool {
        let constitution = self.kind.is_some_and(|kind| kind.rank == 1);
        constitution || (self.kind.is_some() && self.missing().is_empty())
    }

    /// What is not there.
    pub fn missing(&self) -> Vec<Part> {
        let parts = [
            (Part::Number, self.number.is_none()),
            (Part::Year, self.year.is_none()),
            (Part::Subject, self.subject.is_empty()),
        ];
        parts.into_iter().filter(|(_, missing)| *missing).map(|(part, _)| part).collect()
    }

    /// What to put where, so that nothing is abbreviated.
    pub fn written_out(&self) -> &[(Range<usize>, String)] {
        &self.short
    }

    /// Whether both are the same rule, however they are written.
    pub fn is_same(&self, other: &Citation) -> bool {
        // Where nobody knows whose it is, it is none that is known.
        self.number.is_some()
            && self.or.is_none()
            && other.or.is_none()
            && self.year == other.year
            && self.number.as_deref().map(bare) == other.number.as_deref().map(bare)
            && self.issuer() == other.issuer()
    }

    /// Who issued it, in full and folded: `peraturan bupati contoh`. Ministries changed their names, and a law of the state
    /// has one issuer only.
    fn issuer(&self) -> String {
        let kind = self.kind.map_or("", |kind| kind.name);
        let mut name = fold(&format!("{kind} {}", self.of)).replace("menteri negara ", "menteri ");
        name = name.replace("republik indonesia", "").replace("walikota", "wali kota");
        if let Some(bare) = name.trim_end().strip_suffix(" ri") {
            name = bare.to_owned();
        }
        let name = name.trim_end_matches([' ', ',', ':']).replace(" dan reformasi birokrasi", "");
        fold(&name)
    }

    /// Whether both say their year and are rules of one level, so that the earlier one is named first.
    pub fn is_level_with(&self, other: &Citation) -> bool {
        let levels = self.kind.zip(other.kind).is_some_and(|(one, two)| level(one) == level(two));
        levels && self.year.is_some() && other.year.is_some()
    }

    /// Whether it is the earlier one of two rules of one level.
    pub fn precedes(&self, other: &Citation) -> bool {
        self.is_level_with(other) && self.year < other.year
    }
}

/// What the year of a rule can be held against: kinds that stand on one level beyond doubt.
fn level(kind: &Kind) -> &'static str {
    const MINISTERS: &str = "Peraturan Menteri";
    const LAWS: &str = "Undang-Undang";
    match kind.name {
        name if name.starts_with(MINISTERS) => MINISTERS,
        "Peraturan Pemerintah Pengganti Undang-Undang" => LAWS,
        name => name,
    }
}

/// Every name of a kind in small letters, sorted, with its kind and whether it is abbreviated.
static NAMES: LazyLock<BTreeMap<String, (&'static Kind, bool)>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for kind in KINDS.iter() {
        for (name, short) in once((kind.name, false)).chain(kind.short.iter().map(|name| (*name, true))) {
            // `Peraturan Walikota` is how it was spelt in its day, and no abbreviation.
            let joined = |name: &str| name.replace(' ', "").to_ascii_lowercase();
            let short = short && joined(name) != joined(kind.name);
            names.entry(name.to_ascii_lowercase()).or_insert((kind, short));
        }
    }
    names
});

/// The kind that a text begins with, where its name ends, and whether it is abbreviated. The longest name counts.
fn kind_of(lower: &str) -> Option<(&'static Kind, usize, bool)> {
    let mut most = lower;
    loop {
        // What a text begins with stands before it in order, or before what the two have in common.
        let (name, (kind, short)) = NAMES.range::<str, _>((Unbounded, Included(most))).next_back()?;
        let agree = name.bytes().zip(most.bytes()).take_while(|(one, other)| one == other).count();
        if agree < name.len() {
            most = &most[..agree];
        } else if lower[agree..].starts_with(char::is_alphanumeric) {
            most = &most[..agree - 1];
        } else {
            return Some((kind, agree, *short));
        }
    }
}

/// Another kind that a name in small letters abbreviates, too.
fn other_kind(name: &str, kind: &Kind) -> Option<&'static Kind> {
    KINDS.iter().find(|other| {
        other.name != kind.name && other.short.iter().any(|short| short.eq_ignore_ascii_case(name))
    })
}

/// Where the rules begin that a citation names as changing it, or as changed by it: `… diubah dengan UU No. 3 Tahun 2024`.
fn changes(text: &str) -> Vec<usize> {
    // No rule was changed as often.
    const MOST: usize = 12;
    const BEFORE: [&str; 3] = [" dengan ", " atas ", " jo. "];
    let mut found: Vec<usize> = Vec::new();
    for word in BEFORE {
        for (at, _) in text.match_indices(word).take(MOST) {
            let start = at + word.len();
            let end = text.ceil_char_boundary(start + LONGEST_KIND);
            if kind_of(&text[start..end].to_ascii_lowercase()).is_some() {
                found.push(start);
            }
        }
    }
    found.sort_unstable();
    found
}

/// So many bytes from where it begins a kind is told by.
const LONGEST_KIND: usize = 100;

/// Where a word stands by itself, from a place on.
fn word(lower: &str, word: &str, from: usize) -> Option<Range<usize>> {
    lower[from..].match_indices(word).map(|(at, _)| from + at..from + at + word.len()).find(|at| {
        let before = lower[..at.start].chars().next_back();
        let after = lower[at.end..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn year_in(text: &str) -> Option<u16> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let beyond = text[4..].starts_with(|c: char| c.is_ascii_digit());
    digits.parse().ok().filter(|year| !beyond && (1900..2100).contains(year))
}

/// A number without leading zeros and blanks; `PER/21/M.PAN/11/2008` is the ministry's 21, `269/MENKES/PER/III/2008` its 269.
fn bare(number: &str) -> String {
    let number = match number.strip_prefix("per").map(|rest| rest.trim_start_matches(['/', '-', '.', ' '])) {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => {
            rest.split('/').next().unwrap_or(rest)
        }
        // `269/MENKES/PER/III/2008`
        _ => match number.split_once('/') {
            Some((figure, rest)) if rest.contains("/per/") => figure,
            _ => number,
        },
    };
    number.trim_start_matches('0').chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rank of the kind, the number and the year, then the text with the abbreviations written out.
    fn read(text: &str) -> (String, String) {
        let citation = Citation::read(text);
        let mut out = text.to_owned();
        for (at, words) in citation.written_out().iter().rev() {
            out.replace_range(at.clone(), words);
        }
        let kind = citation.kind.map_or("?".to_owned(), |kind| kind.rank.to_string());
        let year = citation.year.map_or("-".to_owned(), |year| year.to_string());
        (format!("{kind} {} {year}", citation.number.as_deref().unwrap_or("-")), out)
    }

    #[test]
    fn a_citation_is_read_in_the_ways_offices_write_it() {
        for (text, found, full) in [
            (
                "PERMENPAN No. PER/21/M.Pan/11/2008 tentang pedoman",
                "6 per/21/m.pan/11/2008 2008",
                "Peraturan Menteri Pendayagunaan Aparatur Negara Nomor PER/21/M.Pan/11/2008 tentang pedoman",
            ),
            (
                "Permen PANRB No 35 Tahun 2012 Tentang Pedoman",
                "6 35 2012",
                "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman",
            ),
            ("UU 23/2014 tentang Pemda", "3 23 2014", "Undang-Undang Nomor 23 Tahun 2014 tentang Pemda"),
            (
                "Perda Kota Contoh No 3 Th. 2015 ttg Reklame",
                "7 3 2015",
                "Peraturan Daerah Kota Contoh Nomor 3 Tahun 2015 tentang Reklame",
            ),
            (
                "UU No. 6 Tahun 2014 tentang Desa, sebagaimana telah diubah terakhir dengan UU No. 3 Th 2024",
                "3 6 2014",
                "Undang-Undang Nomor 6 Tahun 2014 tentang Desa, sebagaimana telah diubah terakhir dengan Undang-Undang \
                 Nomor 3 Tahun 2024",
            ),
            (
                "PP 11/2017, sebagaimana telah diubah dengan PP 17/2020 ttg PNS",
                "4 11 2017",
                "Peraturan Pemerintah Nomor 11 Tahun 2017, sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 \
                 Tahun 2020 tentang PNS",
            ),
            (
                "Perma Nomor 7 Tahun 2022 tentang Perubahan atas Perma Nomor 1 Tahun 2019",
                "6 7 2022",
                "Peraturan Mahkamah Agung Nomor 7 Tahun 2022 tentang Perubahan atas Peraturan Mahkamah Agung Nomor 1 Tahun \
                 2019",
            ),
            // Of two ministers; one of them numbers its own so.
            (
                "PMK No. 96/PMK.04/2023 tentang Kepabeanan",
                "6 96/pmk.04/2023 2023",
                "Peraturan Menteri Keuangan Nomor 96/PMK.04/2023 tentang Kepabeanan",
            ),
            (
                "PMK No. 66 Tahun 2014 tentang Pemantauan",
                "6 66 2014",
                "PMK Nomor 66 Tahun 2014 tentang Pemantauan",
            ),
            (
                "Peraturan BKN No. 24 Tahun 2017 tentang Cuti",
                "6 24 2017",
                "Peraturan Badan Kepegawaian Negara Nomor 24 Tahun 2017 tentang Cuti",
            ),
            ("PP Nomor 94 Tahun 2021", "4 94 2021", "Peraturan Pemerintah Nomor 94 Tahun 2021"),
            (
                "Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Pelaporan",
                "8 9 2022",
                "Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Pelaporan",
            ),
            ("Undang-Undang tentang Keimigrasian", "3 - -", "Undang-Undang tentang Keimigrasian"),
            ("Undang-Undang Dasar 1945", "1 - -", "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"),
            ("DPA Dinas Sosial tahun berjalan", "? - -", "DPA Dinas Sosial tahun berjalan"),
        ] {
            assert_eq!(read(text), (found.to_owned(), full.to_owned()));
        }
    }

    #[test]
    fn whose_an_abbreviation_of_two_ministers_is_its_number_says() {
        let names = |text| {
            let Citation { kind, or, .. } = Citation::read(text);
            [kind, or].map(|kind| kind.map(|kind| kind.name))
        };
        let (health, money) = ("Peraturan Menteri Kesehatan", "Peraturan Menteri Keuangan");
        assert_eq!(names("PMK Nomor 66 Tahun 2014"), [Some(health), Some(money)]);
        assert_eq!(names("PMK Nomor 96/PMK.04/2023"), [Some(money), None]);
        assert_eq!(names("Permenkes Nomor 66 Tahun 2014"), [Some(health), None]);
    }

    #[test]
    fn one_rule_written_in_two_ways_is_one_rule() {
        let same = |a, b| Citation::read(a).is_same(&Citation::read(b));
        assert!(same(
            "PermenPAN-RB No. 35 Tahun 2012",
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia Nomor \
             35 Tahun 2012 tentang Pedoman"
        ));
        assert!(same(
            "UU 32/2004",
            "Undang-Undang Republik Indonesia Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"
        ));
        assert!(same("PP RI No 41 Tahun 2007", "Peraturan Pemerintah Nomor 41 Tahun 2007"));
        let guide = "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/21/M.PAN/11/2008 tentang Pedoman";
        assert!(same("PER/21/M.PAN/11/2008", guide));
        let records = "Peraturan Menteri Kesehatan Nomor 269/MENKES/PER/III/2008 tentang Rekam Medis";
        assert!(same("Permenkes RI No 269 Tahun 2008 tentang Rekam Medis", records));
        assert!(!same("Permenkes RI No 24 Tahun 2008 tentang Rekam Medis", records));
        assert!(same("Permenpan nomor 21 tahun 2008 tentang Pedoman SOP", guide));
        assert!(!same("Permendagri 35 Tahun 2012", "PermenPANRB Nomor 35 Tahun 2012"));
        assert!(!same("Undang-Undang tentang Keimigrasian", "Undang-Undang tentang Keimigrasian"));
    }
}
