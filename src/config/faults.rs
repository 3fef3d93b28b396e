//! What can be wrong with a `sop.toml`: SOP901 to SOP907.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] =
    &[&SYNTAX, &DUPLICATE, &UNKNOWN_SETTING, &KIND, &VALUE, &UNKNOWN_RULE, &FIXED_SEVERITY];

pub(super) static SYNTAX: Rule = Rule {
    code: "SOP901",
    name: "settings-syntax",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "pengaturan ini tidak dapat dibaca: {apa}",
        en: "this setting cannot be read: {apa}",
    },
    help: Some(Text {
        id: "satu pengaturan satu baris, teks di antara tanda kutip: `unit = \"Bidang Umum\"`",
        en: "one setting a line, text between quotes: `unit = \"Bidang Umum\"`",
    }),
    basis: None,
    page: page!("SOP901"),
};

pub(super) static DUPLICATE: Rule = Rule {
    code: "SOP902",
    name: "duplicate-setting",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kunci}` ditulis dua kali", en: "`{kunci}` is written twice" },
    help: Some(Text { id: "hapus salah satunya", en: "delete one of them" }),
    basis: None,
    page: page!("SOP902"),
};

pub(super) static UNKNOWN_SETTING: Rule = Rule {
    code: "SOP903",
    name: "unknown-setting",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "tidak ada pengaturan bernama `{kunci}` di {tempat}",
        en: "there is no setting named `{kunci}` in {tempat}",
    },
    help: Some(Text { id: "yang ada di sini: {daftar}", en: "what there is here: {daftar}" }),
    basis: None,
    page: page!("SOP903"),
};

pub(super) static KIND: Rule = Rule {
    code: "SOP904",
    name: "setting-kind",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`{kunci}` berisi {ada}, bukan {diminta}",
        en: "`{kunci}` holds {ada}, not {diminta}",
    },
    help: Some(Text { id: "tulis seperti ini: `{contoh}`", en: "write it like this: `{contoh}`" }),
    basis: None,
    page: page!("SOP904"),
};

pub(super) static VALUE: Rule = Rule {
    code: "SOP905",
    name: "setting-value",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kunci}` tidak dapat bernilai {nilai}", en: "`{kunci}` cannot be {nilai}" },
    help: Some(Text { id: "pilih salah satu: {pilihan}", en: "choose one of: {pilihan}" }),
    basis: None,
    page: page!("SOP905"),
};

pub(super) static UNKNOWN_RULE: Rule = Rule {
    code: "SOP906",
    name: "unknown-rule",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "tidak ada aturan bernama `{kode}`", en: "there is no rule named `{kode}`" },
    help: Some(Text {
        id: "daftar aturan dicetak oleh `sop rules`",
        en: "`sop rules` prints the list of rules",
    }),
    basis: None,
    page: page!("SOP906"),
};

pub(super) static FIXED_SEVERITY: Rule = Rule {
    code: "SOP907",
    name: "fixed-severity",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "bobot {kode} tidak dapat diubah: ia menandai tulisan yang tidak terbaca",
        en: "the severity of {kode} cannot be changed: it marks text that cannot be read",
    },
    help: Some(Text {
        id: "hapus baris ini, lalu perbaiki berkas yang ditandai {kode}",
        en: "delete this line, then mend the files that {kode} marks",
    }),
    basis: None,
    page: page!("SOP907"),
};
