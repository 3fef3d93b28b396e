//! What takes rows of its own in a cell of a table.

use crate::forms::{Blank, Piece};

/// What takes rows of its own in a cell.
pub(super) enum Block {
    Text(String),
    Strong(String),
    Tick(String, String),
    Choice { name: String, label: String, options: Vec<String> },
    Blank(Blank),
}

impl Block {
    pub fn text(&self) -> String {
        match self {
            Block::Text(text) | Block::Strong(text) | Block::Tick(_, text) => text.clone(),
            Block::Choice { label, options, .. } if label.is_empty() => options.join("\n"),
            Block::Choice { label, options, .. } => format!("{label}\n{}", options.join("\n")),
            Block::Blank(_) => String::new(),
        }
    }
}

/// Texts that follow each other share a block; the boxes of one outcome do, too.
pub(super) fn blocks(pieces: &[Piece]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut label: Option<String> = None;
    for piece in pieces {
        let text = match piece {
            Piece::Text(text) => text.clone(),
            Piece::Item { marker, text } => format!("{marker} {text}"),
            Piece::Note { label, text } => format!("{label}: {text}"),
            Piece::Label(text) => {
                // It says whose outcome follows, or what the boxes are.
                if let Some(waiting) = label.replace(text.clone()) {
                    out.push(Block::Text(waiting));
                }
                continue;
            }
            Piece::Strong(text) => {
                match out.last_mut() {
                    Some(Block::Strong(before)) => before.push_str(&format!("\n{text}")),
                    _ => out.push(Block::Strong(text.clone())),
                }
                continue;
            }
            Piece::Tick(tick) => {
                out.extend(label.take().map(Block::Text));
                out.push(Block::Tick(tick.name.clone(), tick.label.clone()));
                continue;
            }
            Piece::Choice { name, label: option, .. } => {
                match out.last_mut() {
                    Some(Block::Choice { name: before, options, .. }) if before == name => {
                        options.push(option.clone());
                    }
                    _ => out.push(Block::Choice {
                        name: name.clone(),
                        label: label.take().unwrap_or_default(),
                        options: vec![option.clone()],
                    }),
                }
                continue;
            }
            Piece::Blank(blank) => {
                out.extend(label.take().map(Block::Text));
                out.extend(blank.label.clone().filter(|label| !label.is_empty()).map(Block::Text));
                out.push(Block::Blank(blank.clone()));
                continue;
            }
        };
        out.extend(label.take().map(Block::Text));
        match out.last_mut() {
            Some(Block::Text(before)) => before.push_str(&format!("\n{text}")),
            _ => out.push(Block::Text(text)),
        }
    }
    out.extend(label.map(Block::Text));
    out
}

/// First and last row of each block, counted from the first: a row each, and what is left over goes to the longest text,
/// else to the last place to write.
pub(super) fn spread(blocks: &[Block], room: u32) -> Vec<(u32, u32)> {
    let count = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
    let spare = room.saturating_sub(count);
    // A heading over boxes is no long text.
    let long = |block: &Block| match block {
        Block::Text(text) | Block::Strong(text) => text.len() > 25 || blocks.len() == 1,
        Block::Choice { .. } => true,
        Block::Tick(..) | Block::Blank(_) => false,
    };
    let texts = (0..blocks.len()).filter(|at| long(&blocks[*at]));
    let widest = texts.max_by_key(|at| blocks[*at].text().len()).or(blocks.len().checked_sub(1));
    let mut next = 0;
    (0..blocks.len())
        .map(|at| {
            let first = next;
            next += 1 + if Some(at) == widest { spare } else { 0 };
            (first, next - 1)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_goes_to_the_longest_text() {
        let tick = |name: &str| Block::Tick(name.to_owned(), String::new());
        assert_eq!(spread(&[Block::Text("a".repeat(30)), tick("x")], 5), [(0, 3), (4, 4)]);
        assert_eq!(spread(&[Block::Text("Output".to_owned()), tick("x")], 3), [(0, 0), (1, 2)]);
        assert_eq!(spread(&[tick("x"), tick("y")], 3), [(0, 0), (1, 2)]);
        assert_eq!(spread(&[], 3), []);
    }
}
