//! Commands that ask for what does not go together.

use super::fill;
use sop::text::{Lang, Text};

/// What was asked for.
#[derive(Debug)]
pub(crate) enum Misuse {
    /// A pattern that is none.
    BadPattern { pattern: String },
    /// Findings were to be drawn on an output that draws nothing.
    NotDrawn { target: String },
    /// An option for an output that is not made.
    OnlyFor { option: &'static str, target: &'static str },
    /// `-` among files.
    StdinAmongFiles,
    /// `-` where the text itself was to be changed, or kept as a part.
    StdinNotWritten,
    /// `-` for a command that makes files named after theirs.
    StdinNotRead,
    /// `-` where standard input holds the answers.
    StdinAnswers,
    /// `-` for the folder that a command makes files in.
    StdoutForFiles,
}

impl Misuse {
    pub(super) fn subject(&self) -> String {
        match self {
            Misuse::BadPattern { pattern: text } | Misuse::NotDrawn { target: text } => text.clone(),
            _ => "-".to_owned(),
        }
    }

    pub(super) fn message(&self, lang: Lang) -> String {
        let (Text { id, en }, words) = match self {
            Misuse::BadPattern { pattern } => (
                Text { id: "pola `{a}` tidak terbaca", en: "the pattern `{a}` cannot be read" },
                vec![pattern.clone()],
            ),
            Misuse::NotDrawn { target } => (
                Text {
                    id: "pada keluaran `{a}` temuan tidak dapat ditandai, karena tidak digambar",
                    en: "findings cannot be marked on the output `{a}`, which is no drawing",
                },
                vec![target.clone()],
            ),
            Misuse::OnlyFor { option, target } => (
                Text {
                    id: "`{a}` berlaku bagi keluaran `{b}`, yang tidak disebut",
                    en: "`{a}` is for the output `{b}`, which is not named",
                },
                vec![(*option).to_owned(), (*target).to_owned()],
            ),
            Misuse::StdinAmongFiles => (
                Text {
                    id: "`-` berdiri sendiri, tanpa berkas lain",
                    en: "`-` stands alone, without other files",
                },
                Vec::new(),
            ),
            Misuse::StdinNotWritten => (
                Text {
                    id: "`-` hanya dibaca, tidak diubah dan tidak dibagi",
                    en: "`-` is only read, neither changed nor divided",
                },
                Vec::new(),
            ),
            Misuse::StdinNotRead => (
                Text {
                    id: "perintah ini tidak membaca masukan baku (`-`)",
                    en: "this command does not read standard input (`-`)",
                },
                Vec::new(),
            ),
            Misuse::StdinAnswers => (
                Text {
                    id: "tanpa `--kasus`, masukan baku memuat jawaban, bukan naskah",
                    en: "without `--kasus`, standard input holds the answers, and not the text",
                },
                Vec::new(),
            ),
            Misuse::StdoutForFiles => (
                Text {
                    id: "`-` bukan folder; beberapa berkas tidak muat di keluaran baku",
                    en: "`-` is no folder; several files do not go to standard output",
                },
                Vec::new(),
            ),
        };
        fill(lang, id, en, &words)
    }

    pub(super) fn help(&self, lang: Lang) -> String {
        let text = match self {
            Misuse::BadPattern { .. } => Text {
                id: "tutup setiap `[` dan `{`; contoh: `sops/*.sop`",
                en: "close every `[` and `{`; for example `sops/*.sop`",
            },
            Misuse::NotDrawn { .. } => Text {
                id: "`--tandai` berlaku bagi chart, svg, dan png",
                en: "`--tandai` goes with chart, svg and png",
            },
            Misuse::OnlyFor { target, .. } => {
                return fill(
                    lang,
                    "sebut juga keluaran `{a}`, atau hapus pilihan itu",
                    "name the output `{a}`, too, or leave the option out",
                    &[(*target).to_owned()],
                );
            }
            Misuse::StdinAmongFiles => Text {
                id: "sebut berkas-berkasnya dalam perintah tersendiri",
                en: "name the files in a command of their own",
            },
            Misuse::StdinNotWritten => Text {
                id: "simpan dahulu sebagai berkas; `sop fmt -` menulis bentuk bakunya ke keluaran baku",
                en: "save it as a file first; `sop fmt -` writes its canonical form to standard output",
            },
            Misuse::StdinNotRead => Text {
                id: "simpan dahulu sebagai berkas; yang membacanya antara lain `sop check -`, `sop fmt -`, dan `sop export --json -`",
                en: "save it as a file first; `sop check -`, `sop fmt -` and `sop export --json -`, among others, do read it",
            },
            Misuse::StdinAnswers => Text {
                id: "sebut banyaknya kasus, misalnya `--kasus 100`, atau simpan naskahnya sebagai berkas",
                en: "say how many cases, for example `--kasus 100`, or save the text as a file",
            },
            Misuse::StdoutForFiles => Text {
                id: "sebut sebuah folder; satu keluaran ditulis ke layar oleh `sop export`, misalnya `sop export --json BERKAS`",
                en: "name a folder; `sop export` writes one output to the screen, for example `sop export --json FILE`",
            },
        };
        text.pattern(lang).to_owned()
    }
}
