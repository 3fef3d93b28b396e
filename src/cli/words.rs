//! What the help says of a command, and the words that several commands share.

use sop::text::Text;

/// The words of a command; each command has them beside its arguments.
pub(super) struct Words {
    pub about: Text,
    pub usage: Text,
    /// By the argument's id.
    pub args: &'static [(&'static str, Text)],
    pub examples: Text,
}

pub(super) const FILES: Text = Text {
    id: "Berkas, folder, atau pola seperti `sops/**/*.sop` [bawaan: folder ini]",
    en: "Files, folders, or patterns such as `sops/**/*.sop` [default: this folder]",
};

pub(super) const FILE: Text =
    Text { id: "Naskah `.sop`; `-` membaca masukan baku", en: "A `.sop` file; `-` reads standard input" };

pub(super) const ENGINE: (&str, Text) = (
    "engine",
    Text {
        id: "Mesin proses yang dituju berkas BPMN [bawaan: standar]",
        en: "The engine that a BPMN file is written for [default: standar]",
    },
);

pub(super) const FORMAT: Text = Text {
    id: "`human` untuk dibaca orang [bawaan], `json` untuk program lain",
    en: "`human` for people [default], `json` for other programs",
};

pub(super) const REPORT: (&str, Text) =
    ("format", Text { id: "Bentuk laporan [bawaan: human]", en: "Form of the report [default: human]" });
pub(super) const OUTPUT: (&str, Text) = (
    "output",
    Text {
        id: "Tulis laporan ke berkas ini, bukan ke layar",
        en: "Write the report into this file, not to the screen",
    },
);
pub(super) const FAIL_ON: (&str, Text) = (
    "fail_on",
    Text {
        id: "Bobot teringan yang menggagalkan pemeriksaan [bawaan: galat]",
        en: "The lightest severity that fails the check [default: galat, error]",
    },
);
pub(super) const STRICT: (&str, Text) =
    ("strict", Text { id: "Sama dengan `--fail-on peringatan`", en: "The same as `--fail-on peringatan`" });
pub(super) const QUIET: (&str, Text) = (
    "quiet",
    Text {
        id: "Hanya temuan yang menggagalkan, tanpa ringkasan",
        en: "Only findings that fail the check, and no summary",
    },
);
pub(super) const PER: Text = Text {
    id: "Hari pemeriksaan, misalnya 2026-11-24: SOP yang lebih dari setahun tidak ditinjau ikut disebut",
    en: "The day of the check, for example 2026-11-24: SOPs that were not reviewed for more than a year are named, too",
};
