//! Rows that a text names by their numbers: `kembali ke langkah 3`, `hasil kegiatan 2a`.

use super::ast::Nomor;
use std::ops::Range;

/// A row that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRow {
    /// The words that name it, in bytes of the text.
    pub range: Range<usize>,
    /// Its number.
    pub nomor: Nomor,
    /// Whether the text sends the work there: `lanjut ke 5`, not `hasil kegiatan 5`.
    pub sent: bool,
}

/// Words that send the work somewhere.
const GOES: [&str; 14] = [
    "lanjut",
    "lanjutkan",
    "dilanjutkan",
    "kembali",
    "kembalikan",
    "dikembalikan",
    "diteruskan",
    "menuju",
    "mengulang",
    "mengulangi",
    "diulang",
    "diulangi",
    "ulangi",
    "ulang",
];
/// What is counted, behind a word that sends.
const COUNTED: [&str; 8] = ["no", "nomor", "langkah", "kegiatan", "butir", "poin", "angka", "baris"];
/// What else a number behind `kegiatan` counts.
const UNITS: [&str; 10] =
    ["detik", "menit", "jam", "hari", "minggu", "bulan", "tahun", "kali", "orang", "tahap"];
/// What joins the numbers of several rows.
const JOINTS: [&str; 7] = ["dan", "atau", "s.d", "s/d", "sampai", "hingga", "serta"];

/// The rows that a text names by their numbers, in order. Linear in its length.
pub fn named_rows(text: &str) -> Vec<NamedRow> {
    if !text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let sent = GOES.contains(&words[at].plain.as_str());
        // `ke langkah 3`, but not `minggu ke 3`
        let aimed = words[at].plain == "ke"
            && words.get(at + 1).is_some_and(|next| COUNTED.contains(&next.plain.as_str()));
        let sent = sent || aimed;
        let named = if sent { sent_to(&words[at..]) } else { said(&words[at..]) };
        for (index, nomor) in &named {
            let range = words[at].place.start..words[at + index].place.end;
            found.push(NamedRow { range, nomor: *nomor, sent });
        }
        at += named.last().map_or(1, |(index, _)| index + 1);
    }
    found
}

struct Word {
    place: Range<usize>,
    /// In small letters, without the marks around it.
    plain: String,
    /// Whether a mark stands behind it.
    closed: bool,
}

fn words(text: &str) -> Vec<Word> {
    let word = |word: &str| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let closed = word.ends_with(|c: char| !c.is_alphanumeric());
        Word { place: start..start + word.len(), plain, closed }
    };
    text.split_whitespace().map(word).collect()
}

impl Word {
    /// The number that it is, and whether it says so itself: `no.3`.
    fn number(&self) -> Option<(Nomor, bool)> {
        let number = self.plain.strip_prefix("no.").unwrap_or(&self.plain);
        let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let mut letters = number[digits.len()..].chars();
        let nomor = Nomor { angka: digits.parse().ok()?, huruf: letters.next() };
        letters.next().is_none().then_some((nomor, number.len() < self.plain.len()))
    }
}

/// Where the work is sent, by the words from the one that sends on: their index, and the number.
fn sent_to(words: &[Word]) -> Vec<(usize, Nomor)> {
    let mut counted = false;
    for (at, word) in words.iter().enumerate().skip(1).take(4) {
        if let Some((nomor, says)) = word.number() {
            // `kembali ke 3 kecamatan` counts something else.
            let ends = at + 1 == words.len() || word.closed;
            let row = counted || says || (ends && words[at - 1].plain == "ke");
            return Vec::from_iter(row.then_some((at, nomor)));
        }
        counted |= COUNTED.contains(&word.plain.as_str());
        if !counted && !matches!(word.plain.as_str(), "ke" | "kepada" | "pada") {
            break;
        }
    }
    Vec::new()
}

/// `langkah 3`, `kegiatan nomor 2 dan 4`: the rows that are spoken of.
fn said(words: &[Word]) -> Vec<(usize, Nomor)> {
    let mut named = Vec::new();
    if !matches!(words[0].plain.as_str(), "langkah" | "kegiatan") {
        return named;
    }
    let mut at = 1 + usize::from(words.get(1).is_some_and(|it| matches!(it.plain.as_str(), "no" | "nomor")));
    while let Some((nomor, _)) = words.get(at).and_then(Word::number) {
        let next = words.get(at + 1).map_or("", |next| next.plain.as_str());
        if !words[at].closed && UNITS.contains(&next) {
            break;
        }
        named.push((at, nomor));
        at += 1 + usize::from(JOINTS.contains(&next));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::named_rows;

    fn numbers(text: &str) -> Vec<String> {
        let mark = |sent| if sent { "→" } else { "" };
        named_rows(text).iter().map(|row| format!("{}{}", mark(row.sent), row.nomor)).collect()
    }

    #[test]
    fn numbers_of_rows_are_told_from_other_numbers() {
        assert_eq!(
            numbers("Memeriksa berkas; bila kurang kembali ke no. 3, bila lengkap lanjut ke 5"),
            ["→3", "→5"]
        );
        assert_eq!(numbers("Menyusun konsep (kembali ke langkah no.2a)"), ["→2a"]);
        assert_eq!(numbers("Memeriksa hasil cetak, bila salah cetak ulang ke no. 7"), ["→7"]);
        assert_eq!(numbers("Bila kurang, ke langkah 3"), ["→3"]);
        for text in [
            "Kembali ke 3 kecamatan",
            "Dilanjutkan selama 2 hari",
            "Lanjut ke tahap 2",
            "Melaporkan pada minggu ke 3",
            "Menyampaikan ulang surat ke 3 kecamatan",
            "Menyerahkan 2 berkas",
            "Melaksanakan kegiatan 2 hari",
            "Surat nomor 5 tentang kegiatan",
            "Langkah 123456",
        ] {
            assert!(numbers(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn rows_that_are_only_spoken_of_are_told_from_those_that_the_work_goes_to() {
        assert_eq!(numbers("Menandatangani hasil kegiatan nomor 2 dan 4."), ["2", "4"]);
        assert_eq!(
            numbers("Langkah 3, 4a s.d. 6 dilakukan lagi; kembali ke langkah 1"),
            ["3", "4a", "6", "→1"]
        );
        let named = named_rows("Menyimpan hasil langkah 2.");
        assert_eq!(named[0].range, 16..26);
    }
}
