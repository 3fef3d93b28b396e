//! Forms to fill in, as pages: the same paper, type and margins as the sheet. What stands on them is decided in
//! `forms`; here, where it stands.
//!
//! The head of the table and a short head of the form are repeated on every page. No row is cut unless it is higher
//! than a page; the signatures stand on one page with the last three rows, or with fewer where three leave half of the page
//! before them empty.

mod cell;
pub mod code;
mod flow;
mod grid;
mod head;
mod parts;
mod signature;
mod table;
mod unit;
mod widths;

pub use flow::WITH_SIGNATURE;
pub(crate) use head::LOGO;

use super::form::sheet::{Columns, Sheet};
use super::scene::{FormMark, FormRole, Image, Mark, Page, PageKind, Stroke};
use crate::config::Config;
use crate::forms::{Form, Jenis, Part, Table};
use crate::paper::length::{FontSize, Len};
use crate::paper::{Margins, PAPERS, PageSetup};
use crate::text::Lang;
use std::cell::OnceCell;
use std::sync::Arc;
use unit::Unit;

/// The sizes of a form.
#[derive(Clone, Copy, Debug)]
struct Type {
    body: FontSize,
    /// Of remarks, labels and the head of the table.
    small: FontSize,
    /// The height of a line with boxes.
    boxes: Len,
}

/// What a part is set into.
#[derive(Clone, Copy, Debug)]
struct Place {
    width: Len,
    size: Type,
}

/// Of what is filled in at a desk.
const DESK: Type = Type { body: FontSize::tenths(80), small: FontSize::tenths(75), boxes: Len::um(4000) };
/// The same where it saves a page.
const TIGHT: Type = Type { body: FontSize::tenths(75), small: FontSize::tenths(70), boxes: Len::um(3600) };
/// Of what hangs on a wall.
const WALL: Type = Type { body: FontSize::tenths(110), small: FontSize::tenths(100), boxes: Len::um(5000) };
/// Side of a box to tick.
const BOX: Len = Len::um(3200);
/// Its line.
const BOX_LINE: Stroke = Stroke { width: Len::um(250), shade: 0 };
/// A line to write on.
const WRITE: Stroke = Stroke { width: Len::um(120), shade: 110 };
/// More than so many lanes make the rows long: the checklist then lies on its long side.
const UPRIGHT_LANES: usize = 6;
/// A table of more weight than this lies on its long side.
const UPRIGHT_WEIGHT: u32 = 205;
/// Forms leave no more than this free at the sides.
const MOST_MARGIN: Len = Len::mm(30);
/// A card takes at most so many small pages.
const SMALL_PAGES: usize = 2;
/// No smaller type brings more small pages than this down to as many.
const HOPELESS: usize = 4 * SMALL_PAGES;

/// Lays out a form.
pub fn fill(form: &Form, config: &Config, logo: Option<&Arc<Image>>) -> Vec<Page> {
    if form.jenis == Jenis::Kartu {
        let small = pages(form, a5(config), logo, HOPELESS);
        if small.len() <= SMALL_PAGES {
            return small;
        }
    }
    pages(form, paper(form, config), logo, usize::MAX)
}

fn margins(config: &Config) -> Margins {
    let Margins { top, right, bottom, left } = config.cetak.halaman.margins;
    let most = |margin: Len| margin.min(MOST_MARGIN);
    Margins { top: most(top), right: most(right), bottom: most(bottom), left: most(left) }
}

/// The paper of the sheet where it is one that a form fits, else A4: its short and its long side.
pub fn sides(config: &Config) -> (Len, Len) {
    let sheet = config.cetak.halaman;
    let (short, long) = (sheet.width.min(sheet.height), sheet.width.max(sheet.height));
    if short > Len::mm(220) || short < Len::mm(200) {
        let a4 = PAPERS.iter().find(|paper| paper.name == "a4").expect("bug: A4 is known");
        return (a4.width, a4.height);
    }
    (short, long)
}

/// The page of a form, a card's small one aside: upright unless the table is wide.
pub fn paper(form: &Form, config: &Config) -> PageSetup {
    let (short, long) = sides(config);
    let weight = |part: &Part| match part {
        Part::Table(table) => table.columns.iter().map(|column| u32::from(column.weight)).sum(),
        _ => 0,
    };
    let wide = form.parts.iter().map(weight).max().unwrap_or(0) > UPRIGHT_WEIGHT;
    let lies = wide || (form.jenis == Jenis::LembarKendali && form.lanes > UPRIGHT_LANES);
    let (width, height) = if lies { (long, short) } else { (short, long) };
    PageSetup { width, height, margins: margins(config) }
}

/// How wide the columns of a table are on a page that leaves it this width.
pub fn columns(table: &Table, width: Len) -> Vec<Len> {
    widths::edges(table, width, DESK).windows(2).map(|edge| edge[1] - edge[0]).collect()
}

fn a5(config: &Config) -> PageSetup {
    PageSetup { width: Len::mm(210), height: Len::mm(148), margins: margins(config) }
}

/// The pages of a form; some of them where there are more than `most`.
fn pages(form: &Form, setup: PageSetup, logo: Option<&Arc<Image>>, most: usize) -> Vec<Page> {
    let size = if form.jenis == Jenis::Layanan { WALL } else { DESK };
    // Each size finds its columns once.
    let found = [size, TIGHT].map(|size| (size, OnceCell::new()));
    let of = |(size, kept, joined): (Type, usize, bool), drawn| {
        let (_, found) =
            found.iter().find(|(own, _)| own.body == size.body).expect("bug: one of the two sizes");
        let edges: &Vec<Vec<Len>> = found.get_or_init(|| edges(form, setup, size));
        laid_out(form, setup, logo, Try { size, kept, joined, most, drawn, edges })
    };
    let draw = |chosen| of(chosen, true);
    let measure = |chosen| of(chosen, false);
    let mut chosen = (size, flow::WITH_SIGNATURE, false);
    let mut best = draw(chosen);
    if best.pages.len() > most {
        return best.pages;
    }
    if best.pages.len() > 1 && form.jenis != Jenis::Layanan {
        let tight = measure((TIGHT, flow::WITH_SIGNATURE, false));
        if tight.pages.len() < best.pages.len() {
            (best, chosen) = (tight, (TIGHT, flow::WITH_SIGNATURE, false));
        }
    }
    // What is only to be read below the signatures is no page of its own: fewer rows stay with them, if need be.
    if best.pages.len() > 1 && !form.after.is_empty() {
        let fewer = (1..=flow::WITH_SIGNATURE).rev().map(|kept| (chosen.0, kept, true));
        let mut together = fewer.map(|chosen| (measure(chosen), chosen)).filter(|(it, _)| it.joined);
        if let Some(joined) = together.next().filter(|(it, _)| it.pages.len() <= best.pages.len()) {
            (best, chosen) = joined;
        }
    }
    // High rows that would leave the page before them half empty do not all go with the signatures; one always does.
    for kept in (1..chosen.1).rev() {
        let half = setup.height / 2;
        if form.signers.is_empty() || best.before_last().is_none_or(|filled| filled > half) {
            break;
        }
        let next = measure((chosen.0, kept, chosen.2));
        let parted = best.joined && !next.joined;
        if !parted && next.filled.len() == best.filled.len() && next.unevenness() < best.unevenness() {
            (best, chosen.1) = (next, kept);
        }
    }
    // Where the end begins a new page, as many rows go with it as make the last two pages alike.
    for kept in chosen.1 + 1.. {
        if best.filled.len() < 2 || form.signers.is_empty() {
            break;
        }
        let next = measure((chosen.0, kept, chosen.2));
        let parted = best.joined && !next.joined;
        if parted || next.filled.len() > best.filled.len() || next.unevenness() >= best.unevenness() {
            break;
        }
        (best, chosen.1) = (next, kept);
    }
    let mut pages = if best.drawn { best } else { draw(chosen) }.pages;
    head::number(&mut pages, form);
    pages
}

/// Pages, and how far each is filled.
struct LaidOut {
    pages: Vec<Page>,
    /// Otherwise the pages are empty.
    drawn: bool,
    /// What follows the signatures stands with them.
    joined: bool,
    filled: Vec<Len>,
}

impl LaidOut {
    /// How far down the page before the last is filled.
    fn before_last(&self) -> Option<Len> {
        self.filled.len().checked_sub(2).map(|at| self.filled[at])
    }

    /// Between the last two pages.
    fn unevenness(&self) -> Len {
        match self.filled[..] {
            [.., before, last] => (before - last).abs(),
            _ => Len::ZERO,
        }
    }
}

/// Where the columns of the tables begin and end: one list a part, those below the signatures last; empty where the part
/// is no table.
fn edges(form: &Form, setup: PageSetup, size: Type) -> Vec<Vec<Len>> {
    let Columns { left, right, .. } = Columns::of(setup);
    let of = |part: &Part| match part {
        Part::Table(table) => widths::edges(table, right - left, size),
        _ => Vec::new(),
    };
    form.parts.iter().chain(&form.after).map(of).collect()
}

/// How a form is laid out.
struct Try<'t> {
    size: Type,
    /// See [`edges`].
    edges: &'t [Vec<Len>],
    /// How many rows stay with the signatures.
    kept: usize,
    /// What follows the signatures stays with them.
    joined: bool,
    /// Beyond so many pages it is of no use.
    most: usize,
    drawn: bool,
}

fn laid_out(form: &Form, setup: PageSetup, logo: Option<&Arc<Image>>, how: Try) -> LaidOut {
    let Try { size, edges, kept, joined, most, drawn } = how;
    let lang = if form.lang == "en" { Lang::En } else { Lang::Id };
    let sheet = Sheet::new(setup, PageKind::Isian { page: 0, pages: 0 }, form.standing).speaking(lang);
    let mut sheet = if drawn { sheet } else { sheet.measured() };
    let width = sheet.columns.right - sheet.columns.left;
    let head = head::Head::new(form, setup, logo);
    let place = Place { width, size };
    let mut marks = Marks::after(head.marks());
    let mut units: Vec<Unit> = Vec::new();
    let (above, below) = edges.split_at(form.parts.len());
    for (part, edges) in form.parts.iter().zip(above) {
        parts::units(part, edges, place, &mut marks, &mut units);
    }
    if !form.signers.is_empty() {
        units.push(parts::signers(&form.signers, width, &mut marks));
        flow::keep_with_last_rows(&mut units, kept);
    }
    let signed = units.len();
    for (part, edges) in form.after.iter().zip(below) {
        parts::units(part, edges, place, &mut marks, &mut units);
    }
    let joined = joined && flow::keep_together(&mut units, signed, head.room(&sheet));
    let filled = flow::flow(&mut sheet, &head, units, most);
    LaidOut { pages: sheet.finish(), drawn, joined, filled }
}

/// Gives every text of the form its own mark, so that its lines are read as one.
struct Marks(usize);

impl Marks {
    fn after(used: usize) -> Marks {
        Marks(used)
    }

    fn next(&mut self, role: FormRole) -> Mark {
        self.0 += 1;
        Mark::Form(FormMark { block: self.0, role })
    }
}
