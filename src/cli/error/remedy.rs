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
            CliError::Misuse(misuse) => return Some(misuse.help(lang)),
            CliError::Parts(fault) => fault.help(),
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
            CliError::Open { why, .. } => of_unopened(why),
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

#[cfg(feature = "pdf")]
fn of_unopened(why: &Unopened) -> Text {
    match why {
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
    }
}
