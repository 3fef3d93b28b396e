//! The parts of forms, as they are made most often.

use super::{Blank, BlankKind, Column, Field, Piece, Signer, Tick, Value};
use crate::model::Identitas;

impl Field {
    /// A label and a printed text.
    pub fn text(label: impl Into<String>, value: impl Into<String>) -> Field {
        Field { label: label.into(), value: Value::Text(value.into()) }
    }

    /// A label and a place to write.
    pub fn blank(label: impl Into<String>, name: impl Into<String>, kind: BlankKind) -> Field {
        Field { label: label.into(), value: Value::Blank(Blank { name: name.into(), kind, label: None }) }
    }

    /// Whether the number of the case is written there; further pages ask for it again.
    pub fn is_case_number(&self) -> bool {
        matches!(&self.value, Value::Blank(blank) if blank.name == "berkas.nomor")
    }
}

impl Piece {
    /// A place to write, without words in it.
    pub fn blank(name: impl Into<String>, kind: BlankKind) -> Piece {
        Piece::Blank(Blank { name: name.into(), kind, label: None })
    }

    /// A box to tick.
    pub fn tick(name: impl Into<String>, label: impl Into<String>) -> Piece {
        Piece::Tick(Tick { name: name.into(), label: label.into() })
    }
}

impl Column {
    pub(super) fn new(key: &str, head: impl Into<String>, weight: u16) -> Column {
        Column { key: key.to_owned(), head: head.into(), weight, rounds: false, centre: false }
    }

    pub(super) fn centre(self) -> Column {
        Column { centre: true, ..self }
    }

    pub(super) fn rounds(self) -> Column {
        Column { rounds: true, ..self }
    }
}

impl Signer {
    /// The official who approves, as far as he is known.
    pub(super) fn official(label: &str, identitas: &Identitas) -> Signer {
        let word = |text: &Option<String>| text.clone().unwrap_or_default();
        let nip = word(&identitas.nip);
        let named = nip.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("nip"));
        Signer {
            label: label.to_owned(),
            jabatan: word(&identitas.disahkan_oleh),
            nama: word(&identitas.nama_pejabat),
            pangkat: word(&identitas.pangkat),
            nip: if named || nip.is_empty() { nip } else { format!("NIP {nip}") },
        }
    }

    /// Somebody who writes his name himself.
    pub(super) fn open(label: &str) -> Signer {
        Signer { label: label.to_owned(), ..Signer::default() }
    }
}
