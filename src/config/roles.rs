//! One `[[pelaksana]]` of a `sop.toml` → a role of the office's register.

use super::Jabatan;
use super::faults::{DUPLICATE, VALUE};
use super::fields::ROLE_KEYS;
use super::read::{Node, Reader, span};
use super::words::{A_LIST, A_REGISTER, GIVE_NAME, NAME, WITHOUT_NAME};
use crate::diag::Diagnostic;
use crate::text::fold;
use toml::de::DeValue;

impl Reader<'_> {
    pub(super) fn role(&mut self, node: &Node<'_>) {
        let DeValue::Table(fields) = node.get_ref() else {
            return self.kind(node, "pelaksana", &A_REGISTER, "[[pelaksana]]");
        };
        let mut role = Jabatan { pendek: String::new(), nama_lain: Vec::new(), panjang: None };
        let mut place = span(node);
        for (key, node) in fields {
            match key.get_ref().as_ref() {
                "pendek" => {
                    place = span(node);
                    role.pendek = self.name(node, "pendek").unwrap_or_default();
                }
                "nama_lain" => {
                    let DeValue::Array(items) = node.get_ref() else {
                        self.kind(node, "nama_lain", &A_LIST, "nama_lain = [\"Kabid Linjamsos\"]");
                        continue;
                    };
                    role.nama_lain = items.iter().filter_map(|item| self.name(item, "nama_lain")).collect();
                }
                "panjang" => role.panjang = self.text(node, "panjang", "\"Kepala Bidang Umum\""),
                _ => self.unknown(key, Some("[pelaksana]"), &ROLE_KEYS),
            }
        }
        if role.pendek.is_empty() {
            if !fields.keys().any(|key| key.get_ref() == "pendek") {
                self.sink.push(
                    Diagnostic::at(&VALUE, place)
                        .with("kunci", "pelaksana")
                        .with("nilai", &WITHOUT_NAME)
                        .help(&GIVE_NAME),
                );
            }
            return;
        }
        let line = self.index.line_of(place.start as usize) + 1;
        let earlier: Vec<String> =
            self.out.pelaksana.iter().flat_map(|(other, _)| other.short_names()).map(|it| fold(it)).collect();
        let twice = role.short_names().find(|name| earlier.contains(&fold(name))).cloned();
        match twice {
            Some(name) => self.sink.push(Diagnostic::at(&DUPLICATE, place).with("kunci", name)),
            None => self.out.pelaksana.push((role, line)),
        }
    }

    /// The name of a role: what a row could not hold is refused here already.
    fn name(&mut self, node: &Node<'_>, key: &str) -> Option<String> {
        let name = self.text(node, key, "\"Kabid\"")?;
        if name.contains([',', '?', ':', '=', '(', ')', '[', ']', '{', '}', '→']) || name.contains("->") {
            self.refuse(node, key, &NAME);
            return None;
        }
        Some(name)
    }
}
