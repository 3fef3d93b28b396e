//! The texts of a form around its table: headings, paragraphs, lists, in the order of reading.

use super::{Piece, heading};
use crate::layout::scene::{FormMark, FormRole};
use crate::layout::wrap::append;
use krilla::tagging::{ListNumbering, Tag, TagGroup};
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
    Group(TagGroup),
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
    pub fn group(&mut self, group: TagGroup, behind_table: bool) {
        let blocks = if behind_table { &mut self.after } else { &mut self.before };
        blocks.push(Block::Group(group));
    }

    /// What stands above the table, and what below.
    pub fn groups(self) -> (Vec<TagGroup>, Vec<TagGroup>) {
        (groups(self.before), groups(self.after))
    }
}

fn groups(blocks: Vec<Block>) -> Vec<TagGroup> {
    let mut out = Vec::new();
    let mut items: Vec<TagGroup> = Vec::new();
    for block in blocks {
        if let Block::Text { mark: FormMark { role: FormRole::Item, .. }, words } = block {
            items.push(TagGroup::with_children(Tag::LI, vec![words.group(Tag::LBody).into()]));
            continue;
        }
        close(&mut items, &mut out);
        out.push(match block {
            Block::Group(group) => group,
            Block::Text { mark: FormMark { role: FormRole::Heading, .. }, words } => heading(2, words),
            Block::Text { words, .. } => words.group(Tag::P),
        });
    }
    close(&mut items, &mut out);
    out
}

/// Items that follow each other are a list.
fn close(items: &mut Vec<TagGroup>, out: &mut Vec<TagGroup>) {
    if !items.is_empty() {
        let items = std::mem::take(items).into_iter().map(Into::into).collect();
        out.push(TagGroup::with_children(Tag::L(ListNumbering::None), items));
    }
}
