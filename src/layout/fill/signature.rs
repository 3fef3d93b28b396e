//! Who signs, and where.

use super::Marks;
use super::cell::write_on;
use crate::forms::Signer;
use crate::layout::font::{self, Face};
use crate::layout::form::sheet::{Align, Block, PAD_Y, Sheet};
use crate::layout::scene::{FormRole, Mark};
use crate::paper::length::{FontSize, Len};

/// Room for a signature.
const SIGNATURE: Len = Len::mm(17);

/// Who signs, in his place.
#[derive(Debug)]
pub struct Signature {
    x: Len,
    width: Len,
    above: Vec<(Block, Mark)>,
    /// From the top to the name.
    name_top: Len,
    below: Vec<(Block, Mark)>,
    /// Nobody is named: a line to write on.
    open: bool,
}

/// Those who sign, side by side, and how high they stand.
pub fn signatures(signers: &[Signer], width: Len, marks: &mut Marks) -> (Vec<Signature>, Len) {
    let each = (width / i32::try_from(signers.len()).unwrap_or(1)).min(Len::mm(90));
    let between = match signers.len() {
        0 | 1 => Len::ZERO,
        more => (width - each * more as i32) / (more as i32 - 1),
    };
    let inner = each - Len::mm(6);
    let size = FontSize::tenths(90);
    let mut block = |text: &str, face| {
        let mut block = Block::new(text, inner, face, size);
        block.shorten(4, inner);
        (block, marks.next(FormRole::Paragraph))
    };
    let filled = |text: &&String| !text.is_empty();
    let mut all: Vec<Signature> = signers
        .iter()
        .enumerate()
        .map(|(at, signer)| {
            let above = std::iter::once(&format!("{},", signer.label))
                .chain([&signer.jabatan].into_iter().filter(filled))
                .map(|text| block(text, Face::Regular))
                .collect();
            let name = [&signer.nama].into_iter().filter(filled).map(|text| block(text, Face::Bold));
            let mut below: Vec<(Block, Mark)> = name.collect();
            let open = below.is_empty();
            if open {
                below.push(block("NIP", Face::Regular));
            } else {
                let rest = [&signer.pangkat, &signer.nip].into_iter().filter(filled);
                below.extend(rest.map(|text| block(text, Face::Regular)));
            }
            let x = (each + between) * at as i32 + Len::mm(3);
            Signature { x, width: inner, above, name_top: Len::ZERO, below, open }
        })
        .collect();
    let high = |blocks: &[(Block, Mark)]| blocks.iter().map(|(block, _)| block.height()).sum::<Len>();
    let above = all.iter().map(|it| high(&it.above)).max().unwrap_or_default();
    let below = all.iter().map(|it| high(&it.below)).max().unwrap_or_default();
    all.iter_mut().for_each(|it| it.name_top = above + SIGNATURE);
    (all, above + SIGNATURE + PAD_Y + below)
}

impl Signature {
    pub fn draw(&self, sheet: &mut Sheet, top: Len) {
        let x = sheet.columns.left + self.x;
        let mut y = top;
        for (block, mark) in &self.above {
            sheet.block(x, y, self.width, Align::Centre, block, mark);
            y += block.height();
        }
        let line = top + self.name_top;
        let aside = self.width / 8;
        let (from, to) = match self.below.first() {
            Some((block, _)) if !self.open => {
                let wide = block.lines.iter().map(|line| font::width(line, block.face, block.size)).max();
                let aside = (self.width - wide.unwrap_or_default()) / 2;
                (x + aside, x + self.width - aside)
            }
            _ => (x + aside, x + self.width - aside),
        };
        let mut y = line + PAD_Y / 2;
        for (at, (block, mark)) in self.below.iter().enumerate() {
            if self.open {
                sheet.block(from, y, self.width - aside, Align::Left, block, mark);
            } else {
                sheet.block(x, y, self.width, Align::Centre, block, mark);
            }
            y += block.height();
            if at == 0 && !self.open {
                write_on(sheet, from, to, y - Len::um(200));
            }
        }
        if self.open {
            write_on(sheet, from, to, line);
        }
    }
}
