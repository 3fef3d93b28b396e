//! What to do about what went wrong.

use super::system::{LINK, leads_nowhere, remedy};
use super::{CliError, fill};
use sop::emit::EmitError;
#[cfg(feature = "pdf")]
use sop::emit::pdf::Unopened;
use sop::text::{Lang, Text};

impl CliError {
    /// The remedy.
    pub(crate) fn help(&self, lang: Lang) -> Option<String> {
        let text = match self {
            CliError::NotFound { near: Some(near), .. }
            | CliError::NoSuchTemplate { near: Some(near), .. } => {
                return Some(fill(
                    lang,
                    "maksud Anda `{a}`?",
                    "did you mean `{a}`?",
                    std::slice::from_ref(near),
                ));
            }
            CliError::NoSuchTemplate { .. } => Text {
                id: "`sop templat FOLDER` menuliskan templat yang ada; berkas lain simpan di folder lain",
                en: "`sop templat FOLDER` writes those that there are; keep other files in another folder",
            },
            CliError::Emit { source: EmitError::Template(fault), .. } if fault.file.is_some() => {
                return fault.help(lang);
            }
            CliError::NotFound { .. } => Text {
                id: "periksa ejaan nama dan foldernya; berkas baru dibuat dengan `sop new NAMA.sop`",
                en: "check the spelling of the name and its folder; `sop new NAME.sop` makes a new file",
            },
            CliError::NoMatch { .. } => Text {
                id: "`*` mewakili apa pun dalam satu folder, `**` folder sedalam apa pun",
                en: "`*` stands for anything within a folder, `**` for folders of any depth",
            },
            CliError::BadPattern { .. } => Text {
                id: "tutup setiap `[` dan `{`; contoh: `sops/*.sop`",
                en: "close every `[` and `{`; for example `sops/*.sop`",
            },
            CliError::EmptyFolder { .. } => Text {
                id: "sebut folder yang memuatnya, atau buat yang pertama dengan `sop new NAMA.sop`",
                en: "name the folder that does, or make the first one with `sop new NAME.sop`",
            },
            CliError::Read { path, source } if leads_nowhere(path, source) => LINK,
            CliError::Read { source, .. } | CliError::Write { source, .. } => remedy(source)?,
            CliError::Output { .. } => Text {
                id: "arahkan keluaran ke tempat lain yang dapat ditulis",
                en: "send the output to another place that can be written",
            },
            CliError::TooLarge { .. } => {
                Text { id: "periksa apakah berkasnya benar", en: "check whether this is the right file" }
            }
            CliError::NotText { .. } => {
                Text { id: "simpan ulang dengan pengodean UTF-8", en: "save it again as UTF-8" }
            }
            CliError::SameOutput { .. } => Text {
                id: "ganti nama salah satu, atau bangun keduanya ke folder yang berbeda dengan `-o`",
                en: "rename one of them, or build them into different folders with `-o`",
            },
            CliError::NotDrawn { .. } => Text {
                id: "`--tandai` berlaku bagi chart, svg, dan png",
                en: "`--tandai` goes with chart, svg and png",
            },
            CliError::OnlyFor { target, .. } => {
                return Some(fill(
                    lang,
                    "sebut juga keluaran `{a}`, atau hapus pilihan itu",
                    "name the output `{a}`, too, or leave the option out",
                    &[(*target).to_owned()],
                ));
            }
            CliError::Index { .. } | CliError::IndexOfOthers { .. } => Text {
                id: "buat lagi dengan `sop check FOLDER --shard N/DARI --index BERKAS`, folder yang sama untuk semua bagian",
                en: "make it again with `sop check FOLDER --shard N/OF --index FILE`, the same folder for all parts",
            },
            CliError::PartsMissing { .. } => Text {
                id: "sebut indeks dari semua bagian; bagian yang gagal dibaca tidak meninggalkan indeks",
                en: "name the indexes of all parts; a part with a file that could not be read leaves none",
            },
            CliError::ChangedSince { .. } => Text {
                id: "periksa lagi bagian yang memuat berkas ini",
                en: "check the part with this file again",
            },
            CliError::StdinAmongFiles => Text {
                id: "sebut berkas-berkasnya dalam perintah tersendiri",
                en: "name the files in a command of their own",
            },
            CliError::StdinNotWritten => Text {
                id: "simpan dahulu sebagai berkas; `sop fmt -` menulis bentuk bakunya ke keluaran baku",
                en: "save it as a file first; `sop fmt -` writes its canonical form to standard output",
            },
            CliError::StdinNotRead => Text {
                id: "simpan dahulu sebagai berkas; yang membacanya antara lain `sop check -`, `sop fmt -`, dan `sop export --json -`",
                en: "save it as a file first; `sop check -`, `sop fmt -` and `sop export --json -`, among others, do read it",
            },
            CliError::StdinAnswers => Text {
                id: "sebut banyaknya kasus, misalnya `--kasus 100`, atau simpan naskahnya sebagai berkas",
                en: "say how many cases, for example `--kasus 100`, or save the text as a file",
            },
            CliError::StdoutForFiles => Text {
                id: "sebut sebuah folder; satu keluaran ditulis ke layar oleh `sop export`, misalnya `sop export --json BERKAS`",
                en: "name a folder; `sop export` writes one output to the screen, for example `sop export --json FILE`",
            },
            CliError::NoImporter { .. } => Text {
                id: "simpan bagannya sebagai BPMN 2.0 dari penyuntingnya",
                en: "save the diagram as BPMN 2.0 in its editor",
            },
            CliError::Import { .. } => Text {
                id: "berkas tidak diubah dan tidak ada yang ditulis",
                en: "the file is unchanged and nothing was written",
            },
            CliError::Exists { .. } => Text {
                id: "pilih nama lain, atau hapus dulu berkas itu",
                en: "choose another name, or delete it first",
            },
            #[cfg(feature = "pdf")]
            CliError::Open { why, .. } => match why {
                Unopened::NotPdf => {
                    Text { id: "sebut PDF yang dibuat `sop build`", en: "name a PDF that `sop build` made" }
                }
                Unopened::NoSource => Text {
                    id: "naskah ada dalam PDF buatan `sop build`; hasil pindaian, cetak ulang ke PDF, atau \
                         `pdf = \"a-2a\"` tidak membawanya",
                    en: "PDFs made by `sop build` carry it; scans, PDFs printed anew and those made with \
                         `pdf = \"a-2a\"` do not",
                },
                Unopened::Damaged => Text {
                    id: "ambil salinan lain dari berkas itu, misalnya dari surat elektronik atau arsip",
                    en: "take another copy of the file, from mail or the archive",
                },
                Unopened::Protected => Text {
                    id: "simpan salinan tanpa kata sandi, lalu buka salinan itu",
                    en: "save a copy without the password and open that",
                },
            },
            #[cfg(feature = "pdf")]
            CliError::SeveralSources { .. } => Text {
                id: "tulis semuanya ke satu folder dengan `-o FOLDER/`",
                en: "write them all into a folder with `-o FOLDER/`",
            },
            // Its own words say what to widen or to split.
            CliError::Emit { source: EmitError::DoesNotFit(_), .. } => return None,
            CliError::Emit { .. } => Text {
                id: "ini kesalahan program; kirimkan berkasnya kepada kami",
                en: "this is a fault of the program; please send us the file",
            },
        };
        Some(text.pattern(lang).to_owned())
    }
}
