//! The head of a form: agency, title, number and version with their code, and the case; on further pages in short.

use super::DESK;
use super::cell::{area, write_on};
use super::code::Code;
use super::parts::label_width;
use crate::forms::{Field, Form, Value};
use crate::layout::font::{self, Face};
use crate::layout::form::sheet::{Align, Block, Sheet, leading};
use crate::layout::logo;
use crate::layout::scene::{
    FillMark, FormMark, FormRole, Image, Item, Mark, Page, PageKind, Shape, TextLine,
};
use crate::layout::wrap::join;
use crate::model::Standing;
use crate::paper::PageSetup;
use crate::paper::length::{FontSize, Len};
use std::sync::Arc;

/// The head of every form is of one size.
const BODY: FontSize = DESK.body;
const SMALL: FontSize = DESK.small;
/// Side of the code on the first page and on further ones.
const CODE: [Len; 2] = [Len::mm(24), Len::mm(17)];
/// Free around the code.
const QUIET: Len = Len::um(2200);
/// The space of the logo, in every format of a form.
pub(crate) const LOGO: (Len, Len) = (Len::mm(20), Len::mm(17));
/// Between the lines of fields that are filled in.
const BLANK: Len = Len::um(5600);
const PAD: Len = Len::um(1500);
/// Below the head.
const GAP: Len = Len::mm(3);
/// A printed value takes at most so many lines, the first that suit the page: the sheet has it in full.
const MOST_LINES: [usize; 4] = [6, 3, 2, 1];
/// Of the page, in hundredths, that the head takes at most.
const SHARE: i32 = 55;
/// Levels of the agency that the head names, the lowest.
const LEVELS: usize = 5;

/// The head, measured.
pub struct Head {
    width: Len,
    agency: Vec<Block>,
    title: Block,
    printed: Vec<(Block, Block)>,
    label: Len,
    /// Label, and the name of the place.
    blanks: Vec<(Block, String)>,
    blank_label: Len,
    code: Option<(Code, String)>,
    /// Of the code on the first page.
    side: Len,
    running: Vec<Block>,
    /// Which case a further page belongs to.
    case: Option<String>,
    logo: Option<Arc<Image>>,
}

impl Head {
    /// The head with as many lines of long texts as leave room for the body.
    pub fn new(form: &Form, setup: PageSetup, logo: Option<&Arc<Image>>) -> Head {
        let mut heads = MOST_LINES.into_iter().map(|most| {
            let mut scratch = Sheet::new(setup, PageKind::Isian { page: 0, pages: 0 }, Standing::Clean);
            scratch.begin();
            let (top, bottom) = (scratch.columns.top, scratch.columns.bottom);
            let head = Head::of(form, scratch.columns.right - scratch.columns.left, logo, most);
            let fits = head.first(&mut scratch) - top <= (bottom - top).scale(SHARE, 100);
            (head, fits)
        });
        let mut last = heads.next().expect("bug: some number of lines is tried");
        while !last.1
            && let Some(next) = heads.next()
        {
            last = next;
        }
        last.0
    }

    fn of(form: &Form, width: Len, logo: Option<&Arc<Image>>, most: usize) -> Head {
        let code = form.qr.as_deref().and_then(|text| Some((Code::of(text)?, text.to_owned())));
        let logo = logo.filter(|image| logo::fit(image, LOGO.0, LOGO.1).is_some()).map(Arc::clone);
        let across = if logo.is_some() { width - LOGO.0 * 2 - PAD * 2 } else { width };
        let last = form.instansi.len().saturating_sub(1);
        let agency = form.instansi.iter().enumerate().skip(form.instansi.len().saturating_sub(LEVELS)).map(
            |(at, name)| {
                let face = if at == last && last > 0 { Face::Bold } else { Face::Regular };
                short(name, across, face, FontSize::tenths(100), most.min(3))
            },
        );
        let (printed, blanks): (Vec<Field>, Vec<Field>) =
            form.head.iter().cloned().partition(|field| matches!(field.value, Value::Text(_)));
        let side = if blanks.is_empty() { CODE[1] } else { CODE[0] };
        let aside = if code.is_some() { side + QUIET * 2 } else { Len::ZERO };
        let room = width - aside - PAD * 2;
        let share = match (printed.is_empty(), blanks.is_empty()) {
            (_, true) => room,
            (true, false) => Len::ZERO,
            (false, false) => room.scale(54, 100),
        };
        let label = label_width(&printed, Face::Regular, BODY).min(share / 2);
        let values = printed.iter().map(|field| {
            let Value::Text(value) = &field.value else { unreachable!("bug: parted above") };
            let name = short(&field.label, label, Face::Regular, BODY, 2);
            (name, short(value, share - label - PAD * 2, Face::Bold, BODY, most))
        });
        let blank_label = label_width(&blanks, Face::Regular, BODY).min((room - share) / 2);
        let names = blanks.iter().map(|field| {
            let name = match &field.value {
                Value::Blank(blank) => blank.name.clone(),
                Value::Text(_) => String::new(),
            };
            (short(&field.label, blank_label, Face::Regular, BODY, 2), name)
        });
        let beside = if code.is_some() { width - CODE[1] - QUIET * 2 } else { width };
        let version: Vec<String> = form
            .head
            .iter()
            .skip(2)
            .take(if form.qr.is_some() { 2 } else { 0 })
            .filter_map(|field| match &field.value {
                Value::Text(value) => Some(format!("{}: {value}", field.label)),
                Value::Blank(_) => None,
            })
            .collect();
        let mut running = vec![short(&form.running, beside, Face::Bold, BODY, 2)];
        if !version.is_empty() {
            running.push(short(&version.join(" · "), beside, Face::Regular, SMALL, 2));
        }
        Head {
            width,
            agency: agency.collect(),
            title: short(&form.judul.to_uppercase(), across, Face::Bold, FontSize::tenths(125), most.min(4)),
            printed: values.collect(),
            label,
            blanks: names.collect(),
            blank_label,
            running,
            case: blanks.iter().find(|field| field.is_case_number()).map(|field| field.label.clone()),
            code,
            side,
            logo,
        }
    }

    /// How many marks the head takes for itself, from 1.
    pub fn marks(&self) -> usize {
        self.agency.len() + self.printed.len() + self.blanks.len()
    }

    /// Draws the head of the first page; returns where the body begins.
    pub fn first(&self, sheet: &mut Sheet) -> Len {
        let (left, top) = (sheet.columns.left, sheet.columns.top);
        let mut next = 0;
        let mut mark = || {
            next += 1;
            Mark::Form(FormMark { block: next, role: FormRole::Paragraph })
        };
        if let Some(image) = &self.logo
            && let Some((width, height)) = logo::fit(image, LOGO.0, LOGO.1)
        {
            let image = Arc::clone(image);
            sheet.put(Mark::Logo, Shape::Image { x: left, y: top, width, height, image });
        }
        let mut y = top;
        for block in &self.agency {
            sheet.block(left, y, self.width, Align::Centre, block, &mark());
            y += block.height();
        }
        y += Len::um(1200);
        sheet.block(left, y, self.width, Align::Centre, &self.title, &Mark::Title);
        y += self.title.height();
        if self.logo.is_some() {
            y = y.max(top + LOGO.1);
        }
        y += Len::mm(2);
        let box_top = y;
        let mut printed = y + PAD;
        let value_x = left + PAD + self.label;
        for (label, value) in &self.printed {
            let mark = mark();
            sheet.block(left + PAD, printed, self.label, Align::Left, label, &mark);
            sheet.line(value_x, printed, Face::Regular, BODY, ":", mark.clone());
            sheet.block(value_x + PAD, printed, self.width, Align::Left, value, &mark);
            printed += label.height().max(value.height()).max(leading(BODY)) + Len::um(500);
        }
        let aside = if self.code.is_some() { self.side + QUIET * 2 } else { Len::ZERO };
        let room = self.width - aside - PAD * 2;
        let from = if self.printed.is_empty() { left + PAD } else { left + PAD + room.scale(54, 100) + PAD };
        let to = left + self.width - aside - PAD;
        let mut blank = y + PAD;
        for (label, name) in &self.blanks {
            let mark = mark();
            let down = (BLANK - label.height()).max(Len::ZERO);
            sheet.block(from, blank + down, self.blank_label, Align::Left, label, &mark);
            blank += BLANK.max(label.height()) + Len::um(300);
            let line = blank - Len::um(300);
            write_on(sheet, from + self.blank_label, to, line);
            let fill = FillMark {
                name: name.clone(),
                label: join(label.lines.iter().map(String::as_str)),
                tick: false,
                cell: None,
            };
            let (x, high) = (from + self.blank_label, BLANK - Len::um(600));
            area(sheet, (x, line - high), (to - x, high - Len::um(200)), Mark::Fill(fill));
        }
        let mut bottom = printed.max(blank) + PAD;
        if let Some((code, words)) = &self.code {
            let x = left + self.width - self.side - QUIET;
            let (shape, side) = code.draw(x, y + QUIET, self.side);
            bottom = bottom.max(y + side + QUIET * 2);
            sheet.put(Mark::Code { words: words.clone() }, shape);
        }
        // A box with nothing in it says nothing.
        if self.printed.is_empty() && self.blanks.is_empty() && self.code.is_none() {
            return box_top + GAP;
        }
        sheet.frame(left, left + self.width, box_top, bottom);
        bottom + GAP
    }

    /// Draws the head of a further page; returns where the body begins.
    pub fn further(&self, sheet: &mut Sheet) -> Len {
        let (left, top) = (sheet.columns.left, sheet.columns.top);
        let mut y = top;
        for block in &self.running {
            sheet.block(left, y, self.width, Align::Left, block, &Mark::Running);
            y += block.height();
        }
        if let Some(label) = &self.case {
            let down = y + BLANK - leading(BODY);
            sheet.line(left, down, Face::Regular, BODY, label, Mark::Running);
            let from = left + font::width(label, Face::Regular, BODY) + Len::mm(2);
            y += BLANK + Len::um(300);
            write_on(sheet, from, left + self.width.scale(60, 100), y - Len::um(300));
        }
        if let Some((code, _)) = &self.code {
            let x = left + self.width - CODE[1];
            let (shape, side) = code.draw(x, top, CODE[1]);
            sheet.put(Mark::Running, shape);
            y = y.max(top + side);
        }
        y + Len::mm(2)
    }

    /// The height that a further page leaves to the body.
    pub fn room(&self, sheet: &Sheet) -> Len {
        let words: Len = self.running.iter().map(Block::height).sum();
        let case = if self.case.is_some() { BLANK + Len::um(300) } else { Len::ZERO };
        let code = if self.code.is_some() { CODE[1] } else { Len::ZERO };
        sheet.columns.bottom - sheet.columns.top - (words + case).max(code) - Len::mm(2)
    }
}

fn short(text: &str, width: Len, face: Face, size: FontSize, most: usize) -> Block {
    let mut block = Block::new(text, width, face, size);
    block.shorten(most, width);
    block
}

/// Numbers the pages.
pub fn number(pages: &mut [Page], form: &Form) {
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        page.kind = PageKind::Isian { page: at + 1, pages: count };
        let words = match form.lang {
            "en" => format!("Page {} of {count}", at + 1),
            _ => format!("Halaman {} dari {count}", at + 1),
        };
        let x = page.width - page.margins.right - font::width(&words, Face::Regular, BODY);
        let baseline = page.height - page.margins.bottom - Len::um(800);
        let line = TextLine { x, baseline, face: Face::Regular, size: BODY, words };
        page.items.push(Item { mark: Mark::PageNo, shape: Shape::Text(line) });
    }
}
