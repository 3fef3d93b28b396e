//! What a printed sheet, or another form, has around its fields and rows: letterheads, headings, page numbers, signatures.

use super::{Line, Open, Reader};
use crate::diag::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::ast::Value;
use crate::syntax::fields::DraftItem;
use crate::syntax::keys::{Key, Place};
use crate::syntax::prose::Stretches;
use crate::syntax::{keys, near, remedies};
use crate::text::{begins_level, begins_with, fold};

/// What stands above the signature of somebody who is not printed on the sheet.
const SIGNERS: [&str; 14] = [
    "disusun oleh",
    "disiapkan oleh",
    "dibuat oleh",
    "diperiksa oleh",
    "diverifikasi oleh",
    "direviu oleh",
    "direview oleh",
    "dikaji ulang oleh",
    "diketahui oleh",
    "dicetak oleh",
    "penyusun",
    "pembuat",
    "mengetahui",
    "menyetujui",
];

/// What other forms have above their rows, and the sheet has not.
const NOT_ON_SHEET: [&str; 24] = [
    "dokumen terkait",
    "unit terkait",
    "bagan alir",
    "diagram alir",
    "rekaman historis",
    "rekaman historis perubahan",
    "hal-hal yang perlu diperhatikan",
    "hal yang perlu diperhatikan",
    "revisi ke",
    "revisi",
    "no revisi",
    "no. revisi",
    "nomor revisi",
    "halaman",
    "hal",
    "jumlah halaman",
    "pengertian",
    "definisi",
    "tujuan",
    "maksud dan tujuan",
    "ruang lingkup",
    "kebijakan",
    "sasaran",
    "kode dokumen",
];

/// An agency has no more levels above the unit that writes.
const MOST_LEVELS: usize = 8;

/// So many lines below a heading are looked at.
const LOOKED_AT: usize = 80;

impl Reader<'_> {
    /// `Halaman 1 dari 2`, `Hal. 1/2`: the foot of a printed page.
    pub(super) fn page_number(&mut self, line: Line) -> bool {
        let typed = &self.text[line.span.range()];
        if is_page_number(typed) {
            self.reported(remedies::footnote(line.span));
        } else if self.in_rows && line.indent == 0 && self.is_title(typed) {
            self.reported(remedies::heading(line.span));
        } else {
            return false;
        }
        true
    }

    /// Whether a line is the title once more, as it heads every page.
    fn is_title(&self, typed: &str) -> bool {
        let Some(Value::Text(title)) = self.sop.field(Key::Sop).map(|field| &field.value) else {
            return false;
        };
        let typed = if begins_with(typed, "sop ") { &typed["sop ".len()..] } else { typed };
        typed.len().abs_diff(title.value.len()) <= 4 && fold(typed) == fold(&title.value)
    }

    /// `PEMERINTAH KABUPATEN …`, `DINAS …` at the head of the file: the levels of the agency, without their key.
    pub(super) fn letterhead(&mut self, line: Line) -> bool {
        if self.in_rows {
            return false;
        }
        let typed = &self.text[line.span.range()];
        let first = typed.split([' ', '.', ':']).next().unwrap_or_default();
        if !begins_level(first) && !is_address(first) {
            return false;
        }
        let begun = self
            .field
            .as_ref()
            .is_some_and(|field| field.key.value == Key::Instansi && field.items.len() < MOST_LEVELS);
        let mut near = self.found.iter_mut().rev().take(2 * MOST_LEVELS).filter(|_| begun);
        let told = near.find(|found| remedies::is_letterhead(found));
        if is_address(first) {
            let below = told.is_some();
            self.found.extend(below.then(|| remedies::address(line.span)));
            return below;
        }
        if let (Some(told), Some(field)) = (told, self.field.as_mut()) {
            remedies::one_more_level(told, self.text, line.span);
            let mut item = DraftItem {
                comments: Vec::new(),
                text: Stretches::default(),
                line: line.span,
                foreign: None,
            };
            item.text.push(self.text, line.span);
            field.items.push(item);
            return true;
        }
        if self.open != Open::Nothing || !self.is_free(Key::Instansi) {
            return false;
        }
        if self.has_below("instansi", line) || self.has_below("nama instansi", line) {
            match self.found.last_mut().filter(|found| remedies::is_letterhead_again(found)) {
                Some(told) => told.primary.end = line.span.end,
                None => self.found.push(remedies::letterhead_again(line.span)),
            }
            return true;
        }
        self.found.push(remedies::letterhead(line.span, typed));
        let key = Spanned::new(Key::Instansi, Span { end: line.span.start, ..line.span });
        self.start_field(key, None, None, line.span, line);
        true
    }

    /// `STANDAR OPERASIONAL PROSEDUR`, and the title above `Nama SOP: …`.
    pub(super) fn heading(&mut self, line: Line) -> bool {
        let whole = &self.text[line.span.range()];
        // `*SOP PENERIMAAN TAMU*`, as a messenger prints bold.
        let typed = whole.trim_matches(['*', '_']);
        let begins = |words: &str| begins_with(typed, words);
        if !self.in_rows && self.is_title_below(typed, line) {
            self.reported(remedies::heading(line.span));
            self.open = Open::Nothing;
            return true;
        }
        // The title in capitals under `STANDAR OPERASIONAL PROSEDUR`, where it stands with its key below.
        let under_heading = || {
            let above = self.found.last().filter(|found| remedies::is_heading(found));
            let near = |found: &Diagnostic| {
                self.text[found.primary.end as usize..line.span.start as usize].trim().is_empty()
            };
            above.is_some_and(near) && self.has_title_below(line)
        };
        let capitals = !typed.contains(char::is_lowercase) && typed.contains(' ');
        if !self.in_rows && capitals && !self.identity_keys.holds(Key::Sop) && under_heading() {
            self.reported(remedies::heading(line.span));
            self.open = Open::Nothing;
            return true;
        }
        if self.in_rows || !(begins("standar ") || begins("standard ") || begins("sop ")) {
            return false;
        }
        let words = fold(typed);
        let words = words.trim_start_matches("standard").trim_start_matches("standar").trim_start();
        let name =
            ["operasional prosedur", "operating procedure", "operating prosedur", "operasional dan prosedur"];
        let only_kind = name
            .iter()
            .any(|name| words.strip_prefix(name).is_some_and(|rest| rest.len() <= " (sop ap)".len()));
        let title_below = || self.has_title_below(line);
        let found = only_kind || (begins("sop ") && title_below());
        if found {
            self.reported(remedies::heading(line.span));
            self.open = Open::Nothing;
            return true;
        }
        // `Standar Operasional Prosedur Pelayanan Rawat Jalan`, where no title stands.
        let lower = typed.to_ascii_lowercase();
        let behind =
            |kind: &str, name: &str| Some(lower.strip_prefix(kind)?.trim_start().strip_prefix(name)?.len());
        let rest =
            ["standard", "standar"].iter().find_map(|kind| name.iter().find_map(|name| behind(kind, name)));
        let bold = typed.len() < whole.len() && begins("sop ");
        let rest = rest.or_else(|| bold.then(|| typed.len() - "sop ".len()));
        let title = rest.map(|length| typed[typed.len() - length..].trim()).unwrap_or_default();
        let title = title.trim_start_matches(|c: char| !c.is_alphanumeric());
        let title = title.strip_prefix("SOP) ").unwrap_or(title);
        if title.is_empty() || self.identity_keys.holds(Key::Sop) || title_below() {
            return false;
        }
        self.reported(remedies::title(line.span, title));
        self.open = Open::Nothing;
        true
    }

    /// Whether a line is the title, which stands with its key below: `Patroli Hutan` above `Nama SOP : Patroli Hutan`.
    fn is_title_below(&self, typed: &str, line: Line) -> bool {
        // Headings stand at the top.
        const TOP: usize = 2000;
        if self.identity_keys.holds(Key::Sop) || line.indent > 0 || line.line_start > TOP {
            return false;
        }
        let below = self.text[line.span.end as usize..].lines().skip(1).take(LOOKED_AT);
        let title = below.into_iter().find_map(|line| {
            let (key, title) = line.split_once(':')?;
            (keys::find(&fold(key)) == Some(Key::Sop)).then_some(title)
        });
        title.is_some_and(|title| fold(title) == fold(typed))
    }

    /// Whether the title stands with its key below a line.
    fn has_title_below(&self, line: Line) -> bool {
        ["nama sop", "judul sop", "sop:", "sop :"].iter().any(|key| self.has_below(key, line))
    }

    /// Whether a line below one begins with a word, which is in small letters.
    fn has_below(&self, word: &str, line: Line) -> bool {
        let below = self.text[line.span.end as usize..].lines().skip(1).take(LOOKED_AT);
        below.into_iter().any(|line| begins_with(line.trim_start(), word))
    }

    /// `No. Uraian Kegiatan  Pelaksana`: the head of the printed table.
    pub(super) fn column_heads(&mut self, line: Line) -> bool {
        const HEADS: [&str; 18] = [
            "no",
            "nomor",
            "uraian",
            "kegiatan",
            "aktivitas",
            "prosedur",
            "langkah",
            "pelaksana",
            "mutu",
            "baku",
            "kelengkapan",
            "persyaratan",
            "perlengkapan",
            "waktu",
            "output",
            "keluaran",
            "keterangan",
            "ket",
        ];
        if !self.in_rows || line.indent > self.row_indent || self.row.is_some() {
            return false;
        }
        let typed = &self.text[line.span.range()];
        let words = || typed.split([' ', '.', '/', '|', '\t']).filter(|word| !word.is_empty());
        let head = |word: &str| HEADS.iter().any(|known| known.eq_ignore_ascii_case(word));
        let found = words().count() > 1 && words().all(head);
        if found {
            self.reported(remedies::column_heads(line.span));
        }
        found
    }

    /// `Disusun oleh: Subbagian Perencanaan`: what the sheet does not print.
    pub(super) fn signer_with_label(&mut self, label: Span, line: Line) -> bool {
        let typed = &self.text[label.range()];
        let elsewhere = is_of_another_form(typed) && !self.is_declared(typed);
        if !(elsewhere || is_signer(typed)) || (self.in_rows && line.indent > 0) {
            return false;
        }
        self.signed = self.in_rows && is_signer(typed);
        self.reported(remedies::not_printed(label, line.span, typed, self.stands_alone(line)));
        true
    }

    /// `9. Rekaman historis perubahan`, with nothing behind it.
    pub(super) fn numbered_heading(&mut self, text: Span, line: Line) -> bool {
        let typed = self.text[text.range()].trim();
        if line.indent > 0 || !is_of_another_form(typed) {
            return false;
        }
        self.reported(remedies::not_printed(text, line.span, typed, self.stands_alone(line)));
        true
    }

    /// `5. Peralatan : Komputer`, `1. Pengertian : …`: the numbered headings of other forms.
    pub(super) fn numbered_field(&mut self, number: Span, label: Span, text: Span, line: Line) -> bool {
        let listed = || self.field.as_ref().is_some_and(|field| field.takes_numbered_items());
        if line.indent > 0 || listed() {
            return false;
        }
        let typed = &self.text[label.range()];
        if is_of_another_form(typed) && !self.is_declared(typed) {
            return self.signer_with_label(label, line);
        }
        if self.in_rows {
            return false;
        }
        let word = fold(typed);
        let key = || keys::find(&word).or_else(|| keys::meant(&word));
        if !keys::is_kegiatan(&word) && !key().is_some_and(|key| key.info().place == Place::Identity) {
            return false;
        }
        self.gathered.field_marks.push(Span { start: number.start, end: label.start });
        self.labelled(label, text, Line { span: Span { start: label.start, ..line.span }, ..line });
        true
    }

    /// Whether nothing stands below a line that may belong to it.
    fn stands_alone(&self, line: Line) -> bool {
        let below = self.below(line.span.end);
        below.trim().is_empty() || below.starts_with(char::is_alphabetic)
    }

    /// `Mengetahui,` below the rows and what stands below that: told once.
    pub(super) fn signature(&mut self, line: Line) -> bool {
        if !self.in_rows || line.indent > self.row_indent {
            return false;
        }
        if self.signed {
            return self.covered(line);
        }
        let typed = &self.text[line.span.range()];
        let begins = |words: &&str| begins_with(typed, words);
        // `Sejahtera, 2 Juni 2025`
        let dated = || typed.contains(", ") && typed.len() < 50 && near::date(typed).is_some();
        self.signed = is_signer(typed.trim_end_matches([',', ':', '.', ' ']))
            || ["ditetapkan di ", "disahkan di ", "ditandatangani di "].iter().any(begins)
            || dated();
        if self.signed {
            self.reported(remedies::signature(line.span));
        }
        self.signed
    }

    /// Lets the finding on signatures cover one more line.
    pub(super) fn covered(&mut self, line: Line) -> bool {
        let told = self.found.iter_mut().rev().find(|found| remedies::is_of_signature(found));
        let Some(told) = told else { return false };
        told.primary.end = line.span.end;
        self.close_field();
        self.open = Open::Reported;
        true
    }
}

/// What a line below a letterhead begins with.
fn is_address(first: &str) -> bool {
    ["jalan", "jl", "alamat", "telp", "telepon", "email", "website", "laman"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(first))
}

fn is_of_another_form(typed: &str) -> bool {
    NOT_ON_SHEET.iter().any(|known| known.eq_ignore_ascii_case(typed))
}

fn is_signer(typed: &str) -> bool {
    const LONGEST: usize = 20;
    typed.len() <= LONGEST && SIGNERS.iter().any(|known| known.eq_ignore_ascii_case(typed.trim()))
}

fn is_page_number(typed: &str) -> bool {
    const LONGEST: usize = 40;
    if typed.len() > LONGEST || !matches!(typed.as_bytes().first(), Some(b'h' | b'H' | b'p' | b'P')) {
        return false;
    }
    let mut words = typed.split([' ', '.', ':', '/', '-']).filter(|word| !word.is_empty());
    let page =
        |word: &str| ["halaman", "hal", "hlm", "page"].iter().any(|known| known.eq_ignore_ascii_case(word));
    let counts = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let joins = |word: &str| ["dari", "of"].iter().any(|known| known.eq_ignore_ascii_case(word));
    words.next().is_some_and(page)
        && words.clone().next().is_some_and(counts)
        && words.all(|word| counts(word) || joins(word))
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn the_foot_of_a_page_is_told_from_a_text() {
        for foot in ["Halaman 1 dari 2", "Hal. 1/2", "hal : 3", "Page 1 of 2", "HALAMAN 2"] {
            assert!(is_page_number(foot), "{foot}");
        }
        let long = "Halaman 1 dari 2 dari 3 dari 4 dari 5 dari 6";
        for text in
            ["Halaman muka", "Hal yang perlu diperhatikan", "Halaman 2 dari laporan", "Perhatikan 2", long]
        {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
