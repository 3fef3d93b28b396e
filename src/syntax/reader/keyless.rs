//! Lines and words without the key or the row that they want: the block of the official, lines that were broken, questions,
//! somebody else's work, units in the head of a column.

use super::{Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::fields::Draft;
use crate::syntax::keys::{Key, Shape};
use crate::syntax::prose::trim;
use crate::syntax::{faults, keys, near, remedies, values, words};
use crate::text::{begins_with, fold, is_personal_title};

/// What a text does not end with.
pub(super) const GO_ON: [&str; 16] = [
    "dan", "atau", "serta", "dari", "kepada", "untuk", "tentang", "yang", "di", "ke", "dengan", "oleh",
    "pada", "dalam", "atas", "bagi",
];

impl Reader<'_> {
    /// Whether a line below the key of a list is an item that names another procedure.
    pub(super) fn names_a_sop(&self, typed: &str) -> bool {
        let bare = |field: &Draft| field.key.value == Key::Keterkaitan && field.takes_bare_items();
        begins_with(typed, "sop ") && self.open == Open::Field && self.field.as_ref().is_some_and(bare)
    }

    /// `Penanggulangan Bencana` at the margin below `UU Nomor 24 Tahun 2007 tentang`: the rest of the line above.
    pub(super) fn wrapped(&mut self, line: Line) -> bool {
        let text = self.text;
        let typed = &text[line.span.range()];
        let Some(field) = self.field.as_ref().filter(|_| self.open == Open::Field) else { return false };
        let prose = matches!(field.key.value.info().shape, Shape::List | Shape::Text | Shape::TextOrList);
        if self.in_rows || line.indent > 0 || !prose {
            return false;
        }
        let Some(above) = field.last_words() else { return false };
        let last = text[above.range()].rsplit(' ').next().unwrap_or_default();
        // Names of tools may begin with a small letter, too.
        let sentence =
            field.last_is_marked() || matches!(field.key.value, Key::Peringatan | Key::DasarHukum | Key::Sop);
        let open = GO_ON.contains(&last) || (sentence && typed.starts_with(char::is_lowercase));
        // A line break parts nothing where other lines stand between.
        let next =
            text[above.end as usize..line.span.start as usize].bytes().filter(|byte| *byte == b'\n').count()
                == 1;
        if !open || !next {
            return false;
        }
        self.gathered.wrapped.push(line.span);
        self.continuation(line.span);
        true
    }

    /// The name and the rank of the official below the office that signs, without their keys.
    pub(super) fn official(&mut self, line: Line) -> bool {
        let block = |field: &Draft| matches!(field.key.value, Key::DisahkanOleh | Key::NamaPejabat);
        if self.in_rows || self.open != Open::Field || !self.field.as_ref().is_some_and(block) {
            return false;
        }
        let typed = &self.text[line.span.range()];
        let key = if is_rank(typed) {
            Key::Pangkat
        } else if self.field.as_ref().is_some_and(|field| field.key.value == Key::DisahkanOleh)
            && (is_titled(typed) || self.stands_above_rank(line))
        {
            Key::NamaPejabat
        } else {
            return false;
        };
        // What `disahkan oleh:` alone has below it is the office.
        let office = || self.field.as_ref().is_some_and(|field| field.text.is_empty());
        if !self.is_free(key) || (key == Key::NamaPejabat && office()) {
            return false;
        }
        self.found.push(remedies::official(line.span, key.word(), typed));
        let key = Spanned::new(key, Span { end: line.span.start, ..line.span });
        self.start_field(key, None, None, line.span, line);
        true
    }

    /// Whether the line below begins with a rank or a NIP.
    fn stands_above_rank(&self, line: Line) -> bool {
        let below = self.text[line.span.end as usize..].lines().skip(1).map(str::trim);
        let below = below.take(3).find(|below| !below.is_empty()).unwrap_or_default();
        is_rank(below) || begins_with(below, "nip")
    }

    /// `Apakah sudah sesuai?` among the fields of a row, or among its papers.
    pub(super) fn question(&mut self, line: Line, text: Span) -> bool {
        let typed = self.text[text.range()].trim_end();
        let both = ["ya/tidak", "ya / tidak", "y/t"].iter().any(|both| both.eq_ignore_ascii_case(typed));
        if both && self.row.is_some() && self.is_beside_its_field(line) {
            self.reported(remedies::each_answer(line.span));
            return true;
        }
        let asks = typed.ends_with('?') || (typed.ends_with(')') && typed.contains("? ("));
        let lists = |field: &Draft| matches!(field.key.value, Key::Kelengkapan | Key::Output);
        let papers = || self.open == Open::Field && self.field.as_ref().is_some_and(lists);
        if !asks || self.row.is_none() || !(papers() || self.is_beside_its_field(line)) {
            return false;
        }
        self.reported(remedies::question(line.span, typed));
        true
    }

    /// The unit that a name in brackets is: `menit`, `dalam menit`, `hari/jam`, but no lane of that name.
    pub(super) fn unit_named(&self, name: &str) -> Option<String> {
        // `waktu (Kabid): 2 jam`, most of all.
        if self.is_declared(name) {
            return None;
        }
        let words = fold(name);
        let words = words.strip_prefix("dalam ").unwrap_or(&words);
        let unit = |word: &str| match words::unit(word) {
            Some(_) => Some(word.to_owned()),
            None => {
                near::time(&format!("1 {word}")).and_then(|time| Some(time.strip_prefix("1 ")?.to_owned()))
            }
        };
        let units: Option<Vec<String>> = words.split('/').map(unit).collect();
        Some(units?.join("/"))
    }

    /// `Waktu/menit: 15`
    pub(super) fn unit_behind_time(&mut self, label: Span, rest: Span, line: Line) -> bool {
        let unit = match self.text[label.range()].split_once('/') {
            Some((key, unit)) if self.in_rows && key.trim().eq_ignore_ascii_case("waktu") => {
                self.unit_named(unit.trim())
            }
            _ => None,
        };
        let Some(unit) = unit else { return false };
        self.time_without_unit(Spanned::new(Key::Waktu, label), &unit, label, rest, line);
        true
    }

    /// `Waktu (menit): 30`
    pub(super) fn time_without_unit(
        &mut self,
        key: Spanned<Key>,
        unit: &str,
        label: Span,
        rest: Span,
        line: Line,
    ) {
        let typed = self.text[rest.range()].trim();
        let number = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.' | b'-' | b' ');
        // Of several units nobody knows which one is meant.
        let bare = typed.starts_with(|c: char| c.is_ascii_digit())
            && typed.bytes().all(number)
            && !unit.contains('/');
        let meant = if bare { format!("waktu: {typed} {unit}") } else { format!("waktu: {typed}") };
        let whole = trim(self.text, Span::new(label.start as usize, rest.end as usize));
        self.start_field(key, None, None, rest, line);
        let Some(field) = self.field.as_mut().filter(|field| field.key.span == key.span) else { return };
        field.unit = bare.then(|| unit.to_owned());
        // What was left empty is told as that.
        if !typed.is_empty() {
            self.gathered.units.push((whole, meant));
        }
    }

    /// `Kasi: Mengoreksi konsep` among the fields of a row: somebody else's work, or their time.
    pub(super) fn lane_in_row(&mut self, label: Span, rest: Span, line: Line) -> bool {
        let typed = &self.text[label.range()];
        if self.row.is_none()
            || line.indent == 0
            || keys::find(&fold(typed)).is_some()
            || !self.is_declared(typed)
        {
            return false;
        }
        let said = self.text[rest.range()].trim();
        let found = Diagnostic::at(&faults::UNKNOWN_KEY, label).with("kata", typed);
        let time = values::is_value_of(Shape::Waktu, said) && said.starts_with(|c: char| c.is_ascii_digit());
        let number = self.next_number().to_string();
        self.reported(match time {
            true => remedies::time_of_somebody(found, Span { end: line.span.end, ..label }, typed, said),
            false => found.with("nomor", number).help(&remedies::ROW_OF_THEIR_OWN),
        });
        true
    }
}

/// `Pembina Tingkat I (IV/b)`, `Penata`
fn is_rank(typed: &str) -> bool {
    const MOST_WORDS: usize = 6;
    const RANKS: [&str; 7] = ["pembina", "penata", "pengatur", "juru", "kolonel", "letkol", "mayor"];
    let first = typed.split([' ', ',']).next().unwrap_or_default();
    RANKS.iter().any(|rank| rank.eq_ignore_ascii_case(first))
        && typed.split_whitespace().count() <= MOST_WORDS
        && !typed.contains(':')
}

/// `Drs. NAMA PEJABAT, M.Si`
fn is_titled(typed: &str) -> bool {
    let behind = typed.rsplit_once(", ").is_some_and(|(_, title)| title.contains('.') && title.len() < 12);
    behind || typed.split_once(' ').is_some_and(|(first, _)| is_personal_title(first))
}

#[cfg(test)]
mod tests {
    use super::is_rank;

    #[test]
    fn a_rank_is_told_from_an_office() {
        for rank in ["Pembina Tingkat I (IV/b)", "Penata Muda", "Pembina Utama Muda, IV/c"] {
            assert!(is_rank(rank), "{rank}");
        }
        for office in
            ["Kepala Dinas", "Pembinaan Masyarakat", "Pembina dan Pengawas Usaha Kecil Menengah Kabupaten"]
        {
            assert!(!is_rank(office), "{office}");
        }
    }
}
