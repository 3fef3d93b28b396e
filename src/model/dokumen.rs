//! Papers and tools: names that differ in case and blanks only are one.

use super::names::{Named, Names};
use super::{Butir, Dokumen, DokumenId, MutuBaku};
use crate::syntax::ast::{Field, ItemForm, Value};
use crate::syntax::keys::Key;
use smol_str::SmolStr;
use std::sync::OnceLock;

impl Named for Dokumen {
    fn nama(&self) -> &str {
        &self.nama
    }
}

/// The papers while a file is read.
pub(super) struct Papers(Names<Dokumen>);

impl Papers {
    /// None yet, and room for those of so many rows.
    pub fn of_rows(rows: usize) -> Papers {
        Papers(Names::with_room(2 * rows))
    }

    /// The paper with this name, new or known.
    fn id(&mut self, nama: &SmolStr) -> DokumenId {
        let fresh = || Dokumen { nama: nama.clone(), kunci: OnceLock::new(), alat: false, luar: false };
        DokumenId::from_index(self.0.add(nama, fresh))
    }

    /// All of them, in order of first mention.
    pub fn finish(self) -> Vec<Dokumen> {
        self.0.list
    }

    /// A tool, from `peralatan`.
    pub fn tool(&mut self, nama: &str) {
        let id = self.id(&nama.into());
        self.0.list[id.index()].alat = true;
    }

    /// A paper from outside, from `dokumen luar`.
    pub fn outside(&mut self, nama: &str) {
        let id = self.id(&nama.into());
        self.0.list[id.index()].luar = true;
    }

    /// Adds what a `kelengkapan` or `output` field lists.
    pub fn read(&mut self, field: &Field, mutu_baku: &mut MutuBaku) {
        let items = match &field.value {
            Value::List(items) => items,
            Value::Dash => return mutu_baku.tidak_ada.push(field.key.value),
            _ => return,
        };
        let list = match field.key.value {
            Key::Kelengkapan => &mut mutu_baku.kelengkapan,
            _ => &mut mutu_baku.output,
        };
        list.reserve(items.len());
        for item in items {
            let nama = &item.text.value;
            list.push(Butir {
                dokumen: self.id(nama),
                teks: match item.form {
                    ItemForm::CommaJoined(joint) => format!("{} {nama}", joint.word()).into(),
                    ItemForm::Comma | ItemForm::Dash => nama.clone(),
                },
                baris_sendiri: item.form == ItemForm::Dash,
                span: item.text.span,
            });
        }
    }
}
