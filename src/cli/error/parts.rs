//! Parts of a check, made on several machines, that do not fit together.

use super::{fill, show};
use sop::register::index::Unread;
use sop::text::{Lang, Text};
use std::path::PathBuf;

/// What is wrong with them.
#[derive(Debug)]
pub(crate) enum PartsFault {
    /// An index that cannot be used.
    Index { path: PathBuf, why: Unread },
    /// An index of the same part once more.
    Again { path: PathBuf },
    /// An index of other files.
    OfOthers { path: PathBuf },
    /// Indexes that were not given.
    Missing { missing: Vec<u32>, of: u32 },
    /// A file that is not as its index knows it.
    ChangedSince { path: PathBuf },
}

impl PartsFault {
    pub(super) fn subject(&self) -> String {
        match self {
            PartsFault::Index { path, .. }
            | PartsFault::Again { path }
            | PartsFault::OfOthers { path }
            | PartsFault::ChangedSince { path } => show(path),
            PartsFault::Missing { .. } => "-".to_owned(),
        }
    }

    pub(super) fn message(&self, lang: Lang) -> String {
        let (Text { id, en }, words) = match self {
            PartsFault::Index { path, why: Unread::NoIndex } => (
                Text {
                    id: "`{a}` bukan indeks dari `sop check --index`",
                    en: "`{a}` is no index of `sop check --index`",
                },
                vec![show(path)],
            ),
            PartsFault::Index { path, why: Unread::OtherProgram(version) } => (
                Text {
                    id: "indeks `{a}` ditulis oleh sop versi lain: {b}",
                    en: "the index `{a}` was written by another version of sop: {b}",
                },
                vec![show(path), version.clone()],
            ),
            PartsFault::Index { path, why: Unread::Damaged(line) } => (
                Text {
                    id: "indeks `{a}` rusak atau terpotong, baris {b}",
                    en: "the index `{a}` is damaged or cut off, line {b}",
                },
                vec![show(path), line.to_string()],
            ),
            PartsFault::Again { path } => (
                Text { id: "bagian dalam `{a}` sudah disebut", en: "the part in `{a}` was already given" },
                vec![show(path)],
            ),
            PartsFault::OfOthers { path } => (
                Text {
                    id: "`{a}` bukan bagian dari pemeriksaan yang sama",
                    en: "`{a}` is no part of the same check",
                },
                vec![show(path)],
            ),
            PartsFault::Missing { missing, of } => (
                Text {
                    id: "belum semua bagian ada; yang kurang dari {b}: {a}",
                    en: "not all parts are there; missing of {b}: {a}",
                },
                vec![missing.iter().map(u32::to_string).collect::<Vec<_>>().join(", "), of.to_string()],
            ),
            PartsFault::ChangedSince { path } => (
                Text {
                    id: "`{a}` berubah sejak bagiannya diperiksa",
                    en: "`{a}` has changed since its part was checked",
                },
                vec![show(path)],
            ),
        };
        fill(lang, id, en, &words)
    }

    pub(super) fn help(&self) -> Text {
        match self {
            PartsFault::Index { .. } | PartsFault::Again { .. } | PartsFault::OfOthers { .. } => Text {
                id: "buat lagi dengan `sop check FOLDER --shard N/DARI --index BERKAS`, folder yang sama untuk semua bagian",
                en: "make it again with `sop check FOLDER --shard N/OF --index FILE`, the same folder for all parts",
            },
            PartsFault::Missing { .. } => Text {
                id: "sebut indeks dari semua bagian; bagian yang gagal dibaca tidak meninggalkan indeks",
                en: "name the indexes of all parts; a part with a file that could not be read leaves none",
            },
            PartsFault::ChangedSince { .. } => Text {
                id: "periksa lagi bagian yang memuat berkas ini",
                en: "check the part with this file again",
            },
        }
    }
}
