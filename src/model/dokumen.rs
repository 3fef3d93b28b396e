//! Papers and tools: names that differ in case and blanks only are one.

use super::{Butir, Dokumen, DokumenId, MutuBaku};
use crate::lookup::Lookup;
use crate::syntax::ast::{Field, ItemForm, Value};
use crate::syntax::keys::Key;
use crate::text::folded;
use smol_str::SmolStr;

/// The papers while a file is read.
pub(super) struct Papers {
    /// Without their keys, which are the words of `names`.
    list: Vec<Dokumen>,
    names: Lookup<DokumenId, String>,
}

impl Papers {
    /// None yet, and room for those of so many rows.
    pub fn of_rows(rows: usize) -> Papers {
        Papers { list: Vec::with_capacity(2 * rows), names: Lookup::with_room(2 * rows) }
    }

    /// The paper with this name, new or known.
    fn id(&mut self, nama: &SmolStr) -> DokumenId {
        // Most names are written in small letters, and stand more than once.
        if let Some(known) = self.names.get(nama) {
            return *known;
        }
        let list = &mut self.list;
        *self.names.entry(folded(nama), || {
            list.push(Dokumen { nama: nama.clone(), kunci: String::new(), alat: false, luar: false });
            DokumenId::from_index(list.len() - 1)
        })
    }

    /// All of them, in order of first mention.
    pub fn finish(self) -> Vec<Dokumen> {
        let named = self.list.into_iter().zip(self.names.into_words());
        named.map(|(dokumen, kunci)| Dokumen { kunci, ..dokumen }).collect()
    }

    /// A tool, from `peralatan`.
    pub fn tool(&mut self, nama: &str) {
        let id = self.id(&nama.into());
        self.list[id.index()].alat = true;
    }

    /// A paper from outside, from `dokumen luar`.
    pub fn outside(&mut self, nama: &str) {
        let id = self.id(&nama.into());
        self.list[id.index()].luar = true;
    }

    /// Adds what a `kelengkapan` or `output` field lists.
    pub fn read(&mut self, field: &Field, mutu_baku: &mut MutuBaku) {
        let items = match &field.value {
            Value::List(items) => items,
            Value::Dash => return mutu_baku.tidak_ada.push(field.key.value),
            _ => return,
        };
        let butir = items.iter().map(|item| Butir {
            dokumen: self.id(&item.text.value),
            teks: match item.form {
                ItemForm::CommaJoined(joint) => format!("{} {}", joint.word(), item.text.value).into(),
                ItemForm::Comma | ItemForm::Dash => item.text.value.clone(),
            },
            baris_sendiri: item.form == ItemForm::Dash,
            span: item.text.span,
        });
        match field.key.value {
            Key::Kelengkapan => mutu_baku.kelengkapan.extend(butir),
            _ => mutu_baku.output.extend(butir),
        }
    }
}
