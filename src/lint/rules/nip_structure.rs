//! `SOP511` nip-structure: a number of an official that cannot be one.

use crate::analysis::Procedure;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::Key;
use crate::page;
use crate::text::Text;

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP511",
    name: "nip-structure",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "NIP {nip}: {apa}", en: "NIP {nip}: {apa}" },
    help: Some(Text {
        id: "NIP: tanggal lahir (8 angka), tahun dan bulan pengangkatan (6), jenis kelamin 1 atau 2, nomor urut (3)",
        en: "NIP: date of birth (8 digits), year and month of appointment (6), sex 1 or 2, serial number (3)",
    }),
    basis: Some("R12"),
    page: page!("SOP511"),
};

static DIGITS: Text = Text { id: "jumlah angkanya bukan 18", en: "it does not have 18 digits" };
static BIRTH: Text = Text {
    id: "delapan angka pertama bukan tanggal lahir",
    en: "its first eight digits are no date of birth",
};
static APPOINTED: Text = Text {
    id: "angka ke-9 sampai ke-14 bukan tahun dan bulan pengangkatan",
    en: "digits 9 to 14 are no year and month",
};
static AGE: Text = Text {
    id: "menurut angkanya diangkat sebelum berumur 15 tahun",
    en: "by its digits the appointment came before the age of 15",
};
static SEX: Text = Text { id: "angka ke-15 bukan 1 atau 2", en: "digit 15 is neither 1 nor 2" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let identitas = &procedure.sop.identitas;
    let Some(nip) = &identitas.nip else { return };
    // Dots stand for what is to come; letters mark another kind of number (NRP).
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '/');
    if nip.contains("..") || !nip.chars().all(plain) {
        return;
    }
    let digits: Vec<u16> = nip.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as u16).collect();
    if let (Some(what), Some(at)) = (fault(&digits), identitas.span(Key::Nip)) {
        sink.push(Diagnostic::at(&RULE, at).with("nip", nip.as_str()).with("apa", what));
    }
}

fn fault(digits: &[u16]) -> Option<&'static Text> {
    if digits.len() != 18 {
        return Some(&DIGITS);
    }
    let number = |from: usize, to: usize| digits[from..to].iter().fold(0, |sum, digit| sum * 10 + digit);
    let (born, month, day) = (number(0, 4), number(4, 6), number(6, 8));
    let (appointed, in_month) = (number(8, 12), number(12, 14));
    if !(1900..2100).contains(&born) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return Some(&BIRTH);
    }
    // A month beyond 20 marks those who are appointed by contract (PPPK).
    if !(1940..2100).contains(&appointed) || !((1..=12).contains(&in_month) || in_month > 20) {
        return Some(&APPOINTED);
    }
    if appointed < born + 15 {
        return Some(&AGE);
    }
    (!(1..=2).contains(&digits[14])).then_some(&SEX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_held_against_what_its_digits_mean() {
        let read = |nip: &str| {
            let digits: Vec<u16> =
                nip.bytes().filter(u8::is_ascii_digit).map(|b| u16::from(b - b'0')).collect();
            fault(&digits).map_or("-", |text| text.en)
        };
        assert_eq!(read("19781211 200604 1 006"), "-");
        assert_eq!(read("19900101 202221 2 001"), "-");
        assert_eq!(read("19781211 200604 1 06"), DIGITS.en);
        assert_eq!(read("19781311 200604 1 006"), BIRTH.en);
        assert_eq!(read("19781211 200614 1 006"), APPOINTED.en);
        assert_eq!(read("19951211 200604 1 006"), AGE.en);
        assert_eq!(read("19781211 200604 3 006"), SEX.en);
    }
}
