//! What takes rows of its own in a cell of a table.

use crate::forms::{Blank, Piece};

/// How words within a cell look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Plain,
    Strong,
    Label,
    Note,
}

/// What takes rows of its own in a cell.
#[derive(Debug)]
pub enum Block {
    /// Lines of words, each with its look.
    Text(Vec<(Look, String)>),
    Tick(String, String),
    Choice {
        name: String,
        label: String,
        options: Vec<String>,
    },
    Blank(Blank),
}

impl Block {
    /// What is printed.
    pub fn text(&self) -> String {
        match self {
            Block::Text(lines) => lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join("\n"),
            Block::Tick(_, text) => text.clone(),
            Block::Choice { label, options, .. } if label.is_empty() => options.join("\n"),
            Block::Choice { label, options, .. } => format!("{label}\n{}", options.join("\n")),
            Block::Blank(_) => String::new(),
        }
    }

    /// Its words want room more than anything else.
    fn is_long(&self) -> bool {
        match self {
            Block::Text(lines) => lines.iter().map(|(_, line)| line.len()).sum::<usize>() > 25,
            Block::Choice { .. } => true,
            Block::Tick(..) | Block::Blank(_) => false,
        }
    }
}

/// Texts that follow each other share a block; the boxes of one outcome do, too.
pub fn blocks(pieces: &[Piece]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for piece in pieces {
        let (look, text) = match piece {
            Piece::Text(text) => (Look::Plain, text.clone()),
            Piece::Strong(text) => (Look::Strong, text.clone()),
            Piece::Label(text) => (Look::Label, text.clone()),
            Piece::Item { marker, text } => (Look::Plain, format!("{marker} {text}")),
            Piece::Note { label, text } => (Look::Note, format!("{label}: {text}")),
            Piece::Tick(tick) => {
                out.push(Block::Tick(tick.name.clone(), tick.label.clone()));
                continue;
            }
            Piece::Choice { name, label: option, .. } => {
                if let Some(Block::Choice { name: before, options, .. }) = out.last_mut()
                    && before == name
                {
                    options.push(option.clone());
                    continue;
                }
                // It says whose outcome follows.
                let label = match out.last_mut() {
                    Some(Block::Text(lines)) => lines.pop_if(|(look, _)| *look == Look::Label),
                    _ => None,
                };
                out.pop_if(|block| matches!(block, Block::Text(lines) if lines.is_empty()));
                let label = label.map(|(_, label)| label).unwrap_or_default();
                out.push(Block::Choice { name: name.clone(), label, options: vec![option.clone()] });
                continue;
            }
            Piece::Blank(blank) => {
                let label = blank.label.clone().filter(|label| !label.is_empty());
                out.extend(label.map(|label| Block::Text(vec![(Look::Plain, label)])));
                out.push(Block::Blank(blank.clone()));
                continue;
            }
        };
        match out.last_mut() {
            Some(Block::Text(before)) => before.push((look, text)),
            _ => out.push(Block::Text(vec![(look, text)])),
        }
    }
    out
}

/// First and last row of each block, counted from the first, where each needs at least so many; and the first row that
/// none of them takes. What is left over goes to the longest text, to the only block, or to a place to write at the end.
pub fn spread(blocks: &[Block], wants: &[u32], room: u32) -> (Vec<(u32, u32)>, u32) {
    let spare = room.saturating_sub(wants.iter().sum());
    let last = blocks.len().checked_sub(1);
    let long = (0..blocks.len()).filter(|at| blocks[*at].is_long()).max_by_key(|at| blocks[*at].text().len());
    let widest = long
        .or(last.filter(|at| *at == 0 && !matches!(blocks[*at], Block::Tick(..))))
        .or(last.filter(|at| matches!(blocks[*at], Block::Blank(_))));
    let mut next = 0;
    let rows = (0..blocks.len())
        .map(|at| {
            let first = next;
            next += wants[at].max(1) + if Some(at) == widest { spare } else { 0 };
            (first, next - 1)
        })
        .collect();
    (rows, next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::BlankKind;

    #[test]
    fn what_is_left_over_goes_to_the_longest_text_and_never_to_a_box() {
        let tick = |name: &str| Block::Tick(name.to_owned(), String::new());
        let text = |length: usize| Block::Text(vec![(Look::Plain, "a".repeat(length))]);
        assert_eq!(spread(&[text(30), tick("x")], &[1, 1], 5), (vec![(0, 3), (4, 4)], 5));
        assert_eq!(spread(&[text(6), tick("x")], &[1, 1], 4), (vec![(0, 0), (1, 1)], 2));
        assert_eq!(spread(&[text(6)], &[1], 4), (vec![(0, 3)], 4));
        let blank = Block::Blank(Blank { name: String::new(), kind: BlankKind::Initials, label: None });
        assert_eq!(spread(&[text(6), blank], &[1, 1], 4), (vec![(0, 0), (1, 3)], 4));
        assert_eq!(spread(&[], &[], 3), (Vec::new(), 0));
    }

    #[test]
    fn words_stand_together_and_a_label_goes_to_the_outcomes_below_it() {
        let choice = |label: &str| Piece::Choice {
            name: "7.hasil".to_owned(),
            value: label.to_owned(),
            label: label.to_owned(),
        };
        let pieces =
            [Piece::Strong("a".to_owned()), Piece::Label("Kasi".to_owned()), choice("Ya"), choice("Tidak")];
        let blocks = blocks(&pieces);
        assert_eq!(blocks.iter().map(Block::text).collect::<Vec<_>>(), ["a", "Kasi\nYa\nTidak"]);
    }
}
