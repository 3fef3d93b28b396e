//! The texts of a form around its table: headings, paragraphs, lists, in the order of reading.

use super::super::tree::{Attribute, Group};
use super::{Piece, heading};
use crate::layout::scene::{FormMark, FormRole};
use crate::layout::wrap::append;
use pdf_writer::types::{ListNumbering, StructRole};
use std::collections::BTreeMap;

/// What stands above and below the table.
#[derive(Default)]
pub struct Isian {
    before: Vec<Block>,
    after: Vec<Block>,
    /// Where the text of a mark is, above and below the table.
    texts: [BTreeMap<FormMark, usize>; 2],
}

enum Block {
    Text { mark: FormMark, words: Piece },
    Group(Group),
}

impl Isian {
    /// Lines of a text; more of the same may follow.
    pub fn text(&mut self, mark: FormMark, words: Piece, behind_table: bool) {
        let blocks = if behind_table { &mut self.after } else { &mut self.before };
        let at = *self.texts[usize::from(behind_table)].entry(mark).or_insert(blocks.len());
        match blocks.get_mut(at) {
            Some(Block::Text { words: known, .. }) => {
                append(&mut known.words, &words.words);
                known.ids.extend(words.ids);
            }
            Some(Block::Group(_)) => unreachable!("bug: a text is no group"),
            None => blocks.push(Block::Text { mark, words }),
        }
    }

    /// Something else than a text.
    pub fn group(&mut self, group: Group, behind_table: bool) {
        let blocks = if behind_table { &mut self.after } else { &mut self.before };
        blocks.push(Block::Group(group));
    }

    /// What stands above the table, and what below.
    pub fn groups(self) -> (Vec<Group>, Vec<Group>) {
        (groups(self.before), groups(self.after))
    }
}

fn groups(blocks: Vec<Block>) -> Vec<Group> {
    let mut out = Vec::new();
    let mut items: Vec<Group> = Vec::new();
    for block in blocks {
        if let Block::Text { mark: FormMark { role: FormRole::Item, .. }, words } = block {
            items.push(Group::of(StructRole::LI, [words.group(StructRole::LBody)]));
            continue;
        }
        close(&mut items, &mut out);
        out.push(match block {
            Block::Group(group) => group,
            Block::Text { mark: FormMark { role: FormRole::Heading, .. }, words } => {
                heading(StructRole::H2, words)
            }
            Block::Text { words, .. } => words.group(StructRole::P),
        });
    }
    close(&mut items, &mut out);
    out
}

/// Items that follow each other are a list.
fn close(items: &mut Vec<Group>, out: &mut Vec<Group>) {
    if !items.is_empty() {
        let numbering = Attribute::Numbering(ListNumbering::None);
        out.push(Group::of(StructRole::L, std::mem::take(items)).with([numbering]));
    }
}
