//! What an office adds to the tables of regulation and to the words that are known: the sections `peraturan`,
//! `singkatan`, `ejaan`, `kata_kerja`, `jawaban` and `diganti`.

use super::fields::{REPLACED_KEYS, Value};
use super::read::{Key, Node, Reader, span};
use super::words::{A_REPLACED, CITE_IN_FULL};
use crate::regulation::{NumberPattern, PLACEHOLDERS, Replaced, VERB_KINDS, placeholders};
use toml::de::DeValue;

impl Reader<'_> {
    /// `[singkatan]`, `[ejaan]`, `[kata_kerja]` and `[jawaban]`: any word for a key.
    pub(super) fn word(&mut self, section: &str, key: &Key<'_>, node: &Node<'_>) {
        let name = key.get_ref().as_ref();
        let value = match section {
            "kata_kerja" => {
                let kind = self.choice(node, name, "\"mengajukan\"", &VERB_KINDS);
                kind.map(|at| Value::Text(VERB_KINDS[at].to_owned()))
            }
            "jawaban" => self.text_or_texts(node, name, "\"belum lengkap\"").map(Value::Texts),
            "ejaan" => self.text(node, name, "\"aktivitas\"").map(Value::Text),
            _ => self.text(node, name, "\"Rencana Kerja\"").map(Value::Text),
        };
        self.keep(format!("{section}.{name}"), key, value);
    }

    pub(super) fn pattern(&mut self, node: &Node<'_>, name: &str, example: &str) -> Option<Value> {
        let text = self.text(node, name, example)?;
        let pattern = NumberPattern::read(&text);
        if pattern.is_none() {
            let fault = self.refusal(node, name, &PLACEHOLDERS).with("tempat", placeholders());
            self.sink.push(fault);
        }
        pattern.map(Value::Pattern)
    }

    /// One `[[diganti]]`: both rules with kind, number and year, or nothing could be found by them.
    pub(super) fn replaced(&mut self, node: &Node<'_>) {
        let DeValue::Table(fields) = node.get_ref() else {
            return self.kind(node, "diganti", &A_REPLACED, "[[diganti]]");
        };
        let (mut old, mut by) = (None, None);
        for (key, node) in fields {
            let name = key.get_ref().as_ref();
            match name {
                "lama" => {
                    old = self
                        .text(node, name, "\"Peraturan Bupati Contoh Nomor 5 Tahun 2013\"")
                        .map(|it| (it, node))
                }
                "baru" => by = self.text(node, name, "\"Peraturan Bupati Contoh Nomor 9 Tahun 2022\""),
                // For those who read the settings.
                "sumber" => drop(self.text(node, name, "\"Pasal 12\"")),
                _ => self.unknown(key, Some("[diganti]"), &REPLACED_KEYS),
            }
        }
        let (Some((old, at)), Some(by)) = (old, by) else {
            if !fields.keys().any(|key| key.get_ref() == "lama")
                || !fields.keys().any(|key| key.get_ref() == "baru")
            {
                self.refuse(node, "diganti", &CITE_IN_FULL);
            }
            return;
        };
        let replaced = Replaced::new(&old, &by);
        if replaced.old.number.is_none() || replaced.old.year.is_none() {
            return self.refuse(at, "lama", &CITE_IN_FULL);
        }
        let line = self.index.line_of(span(node).start as usize) + 1;
        self.out.settings.insert(
            format!("diganti.{old}"),
            super::fields::Setting { value: Value::Replaced(replaced), line },
        );
    }
}
