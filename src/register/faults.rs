//! The rules on many files: SOP601 to SOP609.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] = &[
    &DUPLICATE_NUMBER,
    &UNKNOWN_SOP,
    &NEAR_NAME,
    &SELF_REFERENCE,
    &ONE_WAY_LINK,
    &CYCLE,
    &NEAR_DUPLICATE,
    &UNKNOWN_ROLE,
    &REVIEW_DUE,
];

const fn text(id: &'static str, en: &'static str) -> Text {
    Text { id, en }
}

const fn rule(
    head: (&'static str, &'static str, Severity),
    message: Text,
    help: Text,
    basis: Option<&'static str>,
    page: &'static str,
) -> Rule {
    let (code, name, severity) = head;
    Rule { code, name, severity, since: "0.1.0", message, help: Some(help), basis, page }
}

pub(super) static DUPLICATE_NUMBER: Rule = rule(
    ("SOP601", "number-of-another", Severity::Error),
    text("nomor SOP {nomor} juga dipakai oleh {lain}", "the SOP number {nomor} is also that of {lain}"),
    text("beri salah satunya nomor baru", "give one of them a new number"),
    Some("R05"),
    page!("SOP601"),
);

pub(super) static UNKNOWN_SOP: Rule = rule(
    ("SOP602", "unknown-sop", Severity::Advice),
    text(
        "tidak ada di antara SOP yang diperiksa: {daftar}",
        "not among the SOPs that were checked: {daftar}",
    ),
    text(
        "periksa namanya, atau susun SOP itu; yang ada di folder lain diperiksa bila folder itu disebut juga",
        "check the name, or write that SOP; those of another folder are known when that folder is named, too",
    ),
    Some("R26"),
    page!("SOP602"),
);

pub(super) static NEAR_NAME: Rule = rule(
    ("SOP603", "near-sop-name", Severity::Warning),
    text(
        "tidak ada SOP bernama `{nama}`; yang ada `{dekat}`",
        "there is no SOP named `{nama}`, but `{dekat}`",
    ),
    text("tulis nama yang sama dengan judul SOP itu", "write the name as the title of that SOP"),
    Some("R26"),
    page!("SOP603"),
);
pub(super) static WRITE_TITLE: Text = text("tulis judul SOP itu", "write the title of that SOP");

pub(super) static SELF_REFERENCE: Rule = rule(
    ("SOP604", "reference-to-itself", Severity::Warning),
    text("SOP ini merujuk dirinya sendiri: `{nama}`", "this SOP refers to itself: `{nama}`"),
    text("hapus, atau tulis SOP yang dimaksud", "delete it, or write the SOP that is meant"),
    Some("R26"),
    page!("SOP604"),
);

pub(super) static ONE_WAY_LINK: Rule = rule(
    ("SOP605", "one-way-link", Severity::Advice),
    text(
        "SOP yang menyebut SOP ini belum tercantum dalam `keterkaitan`: {daftar}",
        "`keterkaitan` does not name the SOPs that name this one: {daftar}",
    ),
    text("keterkaitan berlaku dua arah; tambahkan di sini juga", "links go both ways; add them here, too"),
    Some("R26"),
    page!("SOP605"),
);

pub(super) static ADD_TITLE: Text =
    text("tambahkan judulnya di `keterkaitan`", "add the title to `keterkaitan`");

pub(super) static CYCLE: Rule = rule(
    ("SOP606", "reference-cycle", Severity::Warning),
    text("rujukan berputar: {jalan}", "the references go round: {jalan}"),
    text(
        "`merujuk` berarti dikerjakan menurut SOP lain; hapus `merujuk` pada salah satunya",
        "`merujuk` means that another SOP carries it out; delete `merujuk` in one of them",
    ),
    None,
    page!("SOP606"),
);

pub(super) static NEAR_DUPLICATE: Rule = rule(
    ("SOP607", "near-duplicate", Severity::Warning),
    text(
        "SOP ini hampir sama dengan {lain}: {sama} dari {semua} kegiatannya berbunyi sama",
        "this SOP is nearly the same as {lain}: {sama} of its {semua} rows have the same words",
    ),
    text(
        "kegiatan yang sama cukup punya satu SOP; gabungkan, atau rujuk dengan `merujuk`",
        "one SOP is enough for the same work; join them, or refer with `merujuk`",
    ),
    Some("R64"),
    page!("SOP607"),
);

pub(super) static UNKNOWN_ROLE: Rule = rule(
    ("SOP608", "role-outside-register", Severity::Warning),
    text(
        "{nama} tidak ada dalam daftar jabatan kantor ini",
        "{nama} is not in the register of roles of this office",
    ),
    text(
        "pakai nama dari `[[pelaksana]]` dalam `sop.toml`, atau tambahkan di sana; pihak luar ditandai `(luar)`",
        "use a name of `[[pelaksana]]` in `sop.toml`, or add it there; outside parties are marked `(luar)`",
    ),
    Some("R34"),
    page!("SOP608"),
);
pub(super) static NEAR_ROLE: Text = text("maksud Anda `{dekat}`?", "did you mean `{dekat}`?");

pub(super) static REVIEW_DUE: Rule = rule(
    ("SOP609", "review-due", Severity::Warning),
    text(
        "terakhir disusun atau ditinjau {terakhir}, lebih dari satu tahun sebelum {hari}",
        "last written or reviewed on {terakhir}, more than a year before {hari}",
    ),
    text(
        "tinjau SOP ini, lalu tulis hari peninjauannya atau rencana berikutnya di `tanggal revisi`",
        "review this SOP, then write the day, or the next planned one, in `tanggal revisi`",
    ),
    Some("R93"),
    page!("SOP609"),
);
