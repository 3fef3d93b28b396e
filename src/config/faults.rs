//! What can be wrong with a `sop.toml`: SOP901 to SOP907.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] =
    &[&SYNTAX, &DUPLICATE, &UNKNOWN_SETTING, &KIND, &VALUE, &UNKNOWN_RULE, &FIXED_SEVERITY];

pub(super) static SYNTAX: Rule = Rule::new(
    "SOP901",
    "settings-syntax",
    Severity::Error,
    Text::new("pengaturan ini tidak dapat dibaca: {apa}", "this setting cannot be read: {apa}"),
    Text::new(
        "satu pengaturan satu baris, teks di antara tanda kutip: `unit = \"Bidang Umum\"`",
        "one setting a line, text between quotes: `unit = \"Bidang Umum\"`",
    ),
    page!("SOP901"),
);

pub(super) static DUPLICATE: Rule = Rule::new(
    "SOP902",
    "duplicate-setting",
    Severity::Error,
    Text::new("`{kunci}` ditulis dua kali", "`{kunci}` is written twice"),
    Text::new("hapus salah satunya", "delete one of them"),
    page!("SOP902"),
);

pub(super) static UNKNOWN_SETTING: Rule = Rule::new(
    "SOP903",
    "unknown-setting",
    Severity::Error,
    Text::new(
        "tidak ada pengaturan bernama `{kunci}` di {tempat}",
        "there is no setting named `{kunci}` in {tempat}",
    ),
    Text::new("yang ada di sini: {daftar}", "what there is here: {daftar}"),
    page!("SOP903"),
);

pub(super) static KIND: Rule = Rule::new(
    "SOP904",
    "setting-kind",
    Severity::Error,
    Text::new("`{kunci}` berisi {ada}, bukan {diminta}", "`{kunci}` holds {ada}, not {diminta}"),
    Text::new("tulis seperti ini: `{contoh}`", "write it like this: `{contoh}`"),
    page!("SOP904"),
);

pub(super) static VALUE: Rule = Rule::new(
    "SOP905",
    "setting-value",
    Severity::Error,
    Text::new("`{kunci}` tidak dapat bernilai {nilai}", "`{kunci}` cannot be {nilai}"),
    Text::new("pilih salah satu: {pilihan}", "choose one of: {pilihan}"),
    page!("SOP905"),
);

pub(super) static UNKNOWN_RULE: Rule = Rule::new(
    "SOP906",
    "unknown-rule",
    Severity::Error,
    Text::new("tidak ada aturan bernama `{kode}`", "there is no rule named `{kode}`"),
    Text::new("daftar aturan dicetak oleh `sop rules`", "`sop rules` prints the list of rules"),
    page!("SOP906"),
);

pub(super) static FIXED_SEVERITY: Rule = Rule::new(
    "SOP907",
    "fixed-severity",
    Severity::Error,
    Text::new(
        "bobot {kode} tidak dapat diubah: ia menandai tulisan yang tidak terbaca",
        "the severity of {kode} cannot be changed: it marks text that cannot be read",
    ),
    Text::new(
        "hapus baris ini, lalu perbaiki berkas yang ditandai {kode}",
        "delete this line, then mend the files that {kode} marks",
    ),
    page!("SOP907"),
);
