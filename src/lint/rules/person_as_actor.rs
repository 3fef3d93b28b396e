//! `SOP221` person-as-actor: a person, not an office, as an actor.

use crate::analysis::Procedure;
use crate::analysis::kalimat::begins_office;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::page;
use crate::text::{Text, is_personal_title};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP221",
    name: "person-as-actor",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "pelaksana {nama}: `{orang}` tampaknya nama orang",
        en: "the actor {nama}: `{orang}` seems to be a person by name",
    },
    help: Some(Text {
        id: "tulis jabatan atau perannya: orang berganti, prosedur tetap",
        en: "write the office or role: people change, the procedure stays",
    }),
    basis: Some("R34"),
    page: page!("SOP221"),
};

fn check(procedure: &Procedure, sink: &mut Sink) {
    for lane in &procedure.sop.pelaksana {
        let Some(span) = lane.span else { continue };
        let mut names = lane.names();
        // `Fulan, S.Sos.` reads as a lane with two names.
        let degree = || lane.nama_lain.iter().any(|name| is_degree(name)).then_some(&lane.pendek);
        if let Some(person) = names.find(|name| is_person(name)).or_else(degree) {
            sink.push(
                Diagnostic::at(&RULE, span).with("nama", lane.pendek.as_str()).with("orang", person.as_str()),
            );
        }
    }
}

/// Only what no office is called: an academic degree, the eighteen digits of a NIP, a form of address before a name.
fn is_person(name: &str) -> bool {
    if name.len() >= 18 && name.bytes().filter(u8::is_ascii_digit).count() >= 18 {
        return true;
    }
    let words = || name.split([' ', ',']).filter(|word| !word.is_empty());
    let after_comma = || name.split(',').skip(1).any(|part| PLAIN_DEGREES.contains(&part.trim()));
    let mut rest = words();
    let (Some(first), Some(second)) = (rest.next(), rest.next()) else { return false };
    (name.contains('.') && words().any(is_dotted_degree))
        || (name.contains(',') && after_comma())
        || std::iter::once(second).chain(rest).any(|word| matches!(word, "bin" | "binti"))
        || is_address(first) && is_given_name(second)
}

/// Degrees as many write them, without points. Others (`ST`, `SIP`, `SKM`) may be short for something else.
const PLAIN_DEGREES: [&str; 13] =
    ["SE", "SH", "MH", "MM", "SSos", "SPd", "SKep", "SKom", "SSTP", "MSi", "MPd", "MKes", "AMd"];

/// `Drs.`, `S.Sos`, `M.Si.`, `A.Md.`, `SH`; what stands alone may be an office's short name.
fn is_degree(word: &str) -> bool {
    PLAIN_DEGREES.contains(&word) || is_dotted_degree(word)
}

fn is_dotted_degree(word: &str) -> bool {
    if ["Drs.", "Dra.", "Ir.", "Hj."].contains(&word) {
        return true;
    }
    let mut parts = word.trim_end_matches('.').split('.');
    let head = parts.next().is_some_and(|head| ["S", "M", "A"].contains(&head));
    let tail: Vec<&str> = parts.collect();
    let letters = |part: &&str| part.len() <= 5 && part.starts_with(|c: char| c.is_ascii_uppercase());
    head && matches!(tail.len(), 1 | 2) && tail.iter().all(letters) && word.len() > 3
}

/// `dr.`, `Prof.`, `Pak`, `Bapak`, `Sdr.`: a name follows, or an office that is spoken of politely.
fn is_address(word: &str) -> bool {
    let polite = matches!(word, "Pak" | "pak" | "Bapak" | "Bu" | "bu" | "Ibu" | "Saudara");
    let short = || matches!(word, "Bpk." | "Bp." | "Sdr." | "Sdri." | "Tn." | "Ny." | "Ust.");
    polite || is_personal_title(word) || short() || matches!(word, "dr" | "drg" | "drh")
}

/// Whether a word after a form of address can only be what a person is called: `Fulan`, not `Camat`, `Jaga`, `Hamil`.
fn is_given_name(word: &str) -> bool {
    // After `dr.` and `Prof.`: which one. After `Ibu` and `Bapak`: whom the service is for. After all: who is no office
    // of `data/jabatan.txt`.
    const KINDS: &str = "jaga piket umum gigi hewan spesialis ahli pertama muda madya utama penanggung pemeriksa penguji \
        pembimbing pelaksana pelayanan layanan poli poliklinik puskesmas klinik rumah ruangan keluarga anak bedah \
        kandungan mata kulit saraf jantung paru jiwa interna obgyn radiologi anestesi forensik patologi kesehatan fungsional internsip hamil menyusui bersalin nifas bayi balita asuh angkat kandung pengasuh \
        pemohon kader guru bidan perawat dokter mantri kepala kadus dukuh ketua wakil hakim jaksa notaris rektor dekan \
        dosen wali korban pasien terlapor pelapor dan atau";
    let lower = word.to_ascii_lowercase();
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(char::is_lowercase) && letters.all(char::is_lowercase);
    capital && small && !begins_office(&lower) && !KINDS.split_whitespace().any(|kind| kind == lower)
}

#[cfg(test)]
mod tests {
    use super::{is_degree, is_person};

    #[test]
    fn an_office_is_no_person() {
        for office in [
            "Kepala Seksi",
            "Kasubbag TU",
            "S.O.P",
            "Tim A.",
            "Sekretaris/Kabid",
            "Dr. Jaga",
            "dr. Umum",
            "dr. IGD",
            "dr. SpPK",
            "dr. Radiologi",
            "JFT Ahli Muda",
            "Pak Camat",
            "Bapak Bupati",
            "Bu Kapus",
            "Ibu Hamil",
            "Ibu PKK",
            "Pak RT",
            "BU Pelaksana",
            "Bapak/Ibu Guru",
            "Prof. Pembimbing",
            "Tim Penilai, SK Bupati",
            "Bin Kamar",
        ] {
            assert!(!is_person(office), "{office}");
        }
        assert!(is_degree("S.E.") && is_degree("M.Si") && is_degree("SH"));
        assert!(!is_degree("Umpar") && !is_degree("TU"));
        for person in [
            "Drs. Fulan",
            "Fulan, S.Sos., M.Si",
            "Fulan A.Md",
            "Fulan 19700101 199503 1 999",
            "Fulan S.H.",
            "Fulan, SH",
            "dr. Fulan",
            "drg. Fulanah",
            "drh. Fulan",
            "drh Fulan",
            "Pak Fulan",
            "Bu Fulanah",
            "Ibu Fulanah",
            "H. Fulan",
            "Sdr. Fulan",
            "Fulan bin Fulan",
        ] {
            assert!(is_person(person), "{person}");
        }
    }
}
