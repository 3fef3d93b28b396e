//! What the system says about files: in words, with what can be done about it.

use super::fill;
use sop::text::{Lang, Text};
use std::io;
use std::path::Path;

/// Whether the file is missing that a link points to; the link itself is there.
pub(super) fn leads_nowhere(path: &Path, error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound && path.is_symlink()
}

/// What the system says, in our words where it is a common thing.
pub(crate) fn reason(error: &io::Error, lang: Lang) -> String {
    let text = match error.kind() {
        io::ErrorKind::NotFound => Text { id: "berkas itu tidak ada", en: "there is no such file" },
        io::ErrorKind::PermissionDenied => Text { id: "tidak diizinkan", en: "permission denied" },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Text { id: "tempat penyimpanan penuh", en: "no space left" }
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            Text { id: "tempat penyimpanan hanya dapat dibaca", en: "the storage is read-only" }
        }
        io::ErrorKind::IsADirectory => Text { id: "ini sebuah folder", en: "it is a folder" },
        io::ErrorKind::NotADirectory => Text { id: "itu bukan folder", en: "it is no folder" },
        io::ErrorKind::AlreadyExists => Text { id: "sudah ada", en: "it already exists" },
        io::ErrorKind::InvalidFilename => {
            Text { id: "namanya tidak diterima sistem", en: "the system refuses its name" }
        }
        io::ErrorKind::TimedOut => {
            Text { id: "penyimpanannya tidak menjawab", en: "the storage does not answer" }
        }
        _ => match named(error) {
            Some(Named::Circle) => Text {
                id: "tautannya berputar dan tidak sampai ke berkas mana pun",
                en: "the link goes in a circle and reaches no file",
            },
            Some(Named::InUse) => {
                Text { id: "sedang dibuka program lain", en: "another program has it open" }
            }
            Some(Named::Device) => {
                Text { id: "alat penyimpanannya gagal membaca atau menulis", en: "the storage device failed" }
            }
            None => {
                let said = error.to_string();
                return fill(lang, "sistem menjawab `{a}`", "the system says `{a}`", &[said]);
            }
        },
    };
    text.pattern(lang).to_owned()
}

/// What the system says by a number only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// Links that lead to themselves.
    Circle,
    /// A file that another program keeps to itself.
    InUse,
    /// A disk or a network that fails.
    Device,
}

/// The numbers of `errno.h` on Linux and the BSDs, and of `winerror.h`.
fn named(error: &io::Error) -> Option<Named> {
    let number = error.raw_os_error()?;
    let circle = if cfg!(windows) {
        1921
    } else if cfg!(target_os = "linux") {
        40
    } else {
        62
    };
    match number {
        _ if number == circle => Some(Named::Circle),
        5 if cfg!(unix) => Some(Named::Device),
        32 | 33 if cfg!(windows) => Some(Named::InUse),
        1117 if cfg!(windows) => Some(Named::Device),
        _ => None,
    }
}

pub(super) const LINK: Text = Text {
    id: "hapus tautan itu, atau arahkan ke berkas yang dimaksud",
    en: "delete the link, or point it to the file that is meant",
};

/// What can be done about what the system says.
pub(super) fn remedy(error: &io::Error) -> Option<Text> {
    Some(match error.kind() {
        io::ErrorKind::PermissionDenied => Text {
            id: "minta izin kepada pemilik berkas atau foldernya, atau pakai folder lain",
            en: "ask the owner of the file or folder for permission, or use another folder",
        },
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Text {
            id: "kosongkan ruang, atau tulis ke tempat lain; tidak ada berkas yang ditinggalkan separuh jadi",
            en: "make room, or write elsewhere; no half-written file is left behind",
        },
        io::ErrorKind::NotFound => Text {
            id: "periksa ejaan nama dan foldernya",
            en: "check the spelling of the name and its folder",
        },
        io::ErrorKind::ReadOnlyFilesystem => Text {
            id: "salin berkasnya ke folder yang boleh ditulis, atau tulis ke folder lain",
            en: "copy the file to a folder that may be written to, or write to another folder",
        },
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            Text { id: "pakai folder lain dengan `-o`", en: "use another folder with `-o`" }
        }
        _ => match named(error)? {
            Named::Circle => LINK,
            Named::InUse => {
                Text { id: "tutup program itu, lalu ulangi", en: "close that program, then try again" }
            }
            Named::Device => Text {
                id: "salin berkasnya ke tempat lain, lalu ulangi dari sana",
                en: "copy the file to another place and try again from there",
            },
        },
    })
}
