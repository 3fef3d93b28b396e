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

/// Those about which SOP names which.
pub(super) const OF_LINKS: &[&Rule] = &[&UNKNOWN_SOP, &NEAR_NAME, &SELF_REFERENCE, &ONE_WAY_LINK, &CYCLE];

pub(super) static DUPLICATE_NUMBER: Rule = Rule::new(
    "SOP601",
    "number-of-another",
    Severity::Error,
    Text::new("nomor SOP {nomor} juga dipakai oleh {lain}", "the SOP number {nomor} is also that of {lain}"),
    Text::new("beri salah satunya nomor baru", "give one of them a new number"),
    page!("SOP601"),
)
.based("R05");

pub(super) static UNKNOWN_SOP: Rule = Rule::new(
    "SOP602",
    "unknown-sop",
    Severity::Advice,
    Text::new(
        "tidak ada di antara SOP yang diperiksa: {daftar}",
        "not among the SOPs that were checked: {daftar}",
    ),
    Text::new(
        "periksa namanya, atau susun SOP itu; yang ada di folder lain diperiksa bila folder itu disebut juga",
        "check the name, or write that SOP; those of another folder are known when that folder is named, too",
    ),
    page!("SOP602"),
)
.based("R26");

pub(super) static NEAR_NAME: Rule = Rule::new(
    "SOP603",
    "near-sop-name",
    Severity::Warning,
    Text::new(
        "tidak ada SOP bernama `{nama}`; yang ada `{dekat}`",
        "there is no SOP named `{nama}`, but `{dekat}`",
    ),
    Text::new("tulis nama yang sama dengan judul SOP itu", "write the name as the title of that SOP"),
    page!("SOP603"),
)
.based("R26");
pub(super) static WRITE_TITLE: Text = Text::new("tulis judul SOP itu", "write the title of that SOP");

pub(super) static SELF_REFERENCE: Rule = Rule::new(
    "SOP604",
    "reference-to-itself",
    Severity::Warning,
    Text::new("SOP ini merujuk dirinya sendiri: `{nama}`", "this SOP refers to itself: `{nama}`"),
    Text::new("hapus, atau tulis SOP yang dimaksud", "delete it, or write the SOP that is meant"),
    page!("SOP604"),
)
.based("R26");

pub(super) static ONE_WAY_LINK: Rule = Rule::new(
    "SOP605",
    "one-way-link",
    Severity::Advice,
    Text::new(
        "SOP yang menyebut SOP ini belum tercantum dalam `keterkaitan`: {daftar}",
        "`keterkaitan` does not name the SOPs that name this one: {daftar}",
    ),
    Text::new(
        "keterkaitan berlaku dua arah; tambahkan di sini juga",
        "links go both ways; add them here, too",
    ),
    page!("SOP605"),
)
.based("R26");

pub(super) static ADD_TITLE: Text =
    Text::new("tambahkan judulnya di `keterkaitan`", "add the title to `keterkaitan`");

pub(super) static CYCLE: Rule = Rule::new(
    "SOP606",
    "reference-cycle",
    Severity::Warning,
    Text::new("rujukan berputar: {jalan}", "the references go round: {jalan}"),
    Text::new(
        "`merujuk` berarti dikerjakan menurut SOP lain; hapus `merujuk` pada salah satunya",
        "`merujuk` means that another SOP carries it out; delete `merujuk` in one of them",
    ),
    page!("SOP606"),
);

pub(super) static NEAR_DUPLICATE: Rule = Rule::new(
    "SOP607",
    "near-duplicate",
    Severity::Warning,
    Text::new(
        "SOP ini hampir sama dengan {lain}: {sama} dari {semua} kegiatannya berbunyi sama",
        "this SOP is nearly the same as {lain}: {sama} of its {semua} rows have the same words",
    ),
    Text::new(
        "kegiatan yang sama cukup punya satu SOP; gabungkan, atau rujuk dengan `merujuk`",
        "one SOP is enough for the same work; join them, or refer with `merujuk`",
    ),
    page!("SOP607"),
)
.based("R64");

pub(super) static UNKNOWN_ROLE: Rule = Rule::new("SOP608", "role-outside-register", Severity::Warning, Text::new(
        "{nama} tidak ada dalam daftar jabatan kantor ini",
        "{nama} is not in the register of roles of this office",
    ), Text::new(
        "pakai nama dari `[[pelaksana]]` dalam `sop.toml`, atau tambahkan di sana; pihak luar ditandai `(luar)`",
        "use a name of `[[pelaksana]]` in `sop.toml`, or add it there; outside parties are marked `(luar)`",
    ), page!("SOP608")).based("R34");
pub(super) static NEAR_ROLE: Text = Text::new("maksud Anda `{dekat}`?", "did you mean `{dekat}`?");

pub(super) static REVIEW_DUE: Rule = Rule::new(
    "SOP609",
    "review-due",
    Severity::Warning,
    Text::new(
        "terakhir disusun atau ditinjau {terakhir}, lebih dari satu tahun sebelum {hari}",
        "last written or reviewed on {terakhir}, more than a year before {hari}",
    ),
    Text::new(
        "tinjau SOP ini, lalu tulis hari peninjauannya atau rencana berikutnya di `tanggal revisi`",
        "review this SOP, then write the day, or the next planned one, in `tanggal revisi`",
    ),
    page!("SOP609"),
)
.based("R93");
