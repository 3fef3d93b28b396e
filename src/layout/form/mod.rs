//! The identity page (*bagian identitas*): the block that an official signs, as the regulation draws it.
//!
//! Thirteen elements in their fixed places: on the left the logo and the agency, on the right number, dates, approval
//! and name, below them three pairs of boxes. Nothing is cut: what does not fit the page goes on to a further one.
//! `jenis` is no element of the form (it tells the checks what to expect), and `waktu total`, `dokumen luar` and
//! `catatan` belong to the chart: those four are not printed here.

mod boxes;
pub(super) mod head;
pub(super) mod sheet;

use super::chart::Unfit;
use super::font::{self, Face};
use super::scene::{FieldPart, Image, Item, Mark, Page, PageKind, Shape, TextLine};
use crate::analysis::Procedure;
use crate::config::{Config, Labels};
use crate::model::{Identitas, Key, Standing};
use crate::paper::length::{FontSize, Len};
use crate::text::Text;
use boxes::{Pair, Side};
use head::Head;
use sheet::{Align, Block, Columns, PAD_X, PAD_Y, Sheet, leading, mark};
use std::sync::Arc;

/// Sizes of the body, in tenths of a point, that are tried to keep the identity on one page.
const ONE_PAGE: [u16; 5] = [100, 95, 90, 85, SMALLEST];
/// No text of the page is smaller.
const SMALLEST: u16 = 80;
/// The size when one page does not suffice.
const FLOWING: u16 = 90;
/// A short identity is stretched to this share of the page's height (the median of signed sheets).
const STRETCH: i32 = 72;
/// The most of a further page that its head takes, in hundredths.
const CONTINUED: i32 = 25;
/// Type of the numbers at the foot.
const FOOT: FontSize = FontSize::tenths(80);
/// The most that stretching gives to the signature; the boxes share the rest.
const SIGNATURE_STRETCH: Len = Len::mm(8);
/// So many entries of all boxes are printed: hundreds of pages.
const MOST_ITEMS: usize = 20_000;

static MANY_ITEMS: Text = Text {
    id: "kotak identitas memuat {jumlah} butir, sedangkan yang dicetak paling banyak {batas}; sebut di situ nama sebuah daftar atau \
         lampiran, dan pindahkan butirnya ke sana",
    en: "the boxes of the identity hold {jumlah} entries, but at most {batas} are printed; name a list or an annex there, and move \
         the entries to it",
};

/// Whether what stands in the boxes can be printed.
///
/// Errors: there are more than 20,000 entries.
pub(super) fn can_be_printed(identitas: &Identitas) -> Result<(), Unfit> {
    let Identitas {
        dasar_hukum, kualifikasi_pelaksana, keterkaitan, peralatan, peringatan, pencatatan, ..
    } = identitas;
    let boxes = [dasar_hukum, kualifikasi_pelaksana, keterkaitan, peralatan, peringatan, pencatatan];
    let items = boxes.iter().map(|items| items.len()).sum::<usize>();
    if items <= MOST_ITEMS {
        return Ok(());
    }
    let args = vec![("jumlah", items.into()), ("batas", MOST_ITEMS.into())];
    Err(Unfit { text: &MANY_ITEMS, remedy: None, args })
}

/// Draws the identity page, or pages. `logo` is drawn into its space on the left; without one the space stays free, and
/// with `logo: -` there is none.
/// Every page of a file with errors says that it has them.
pub fn form(
    procedure: &Procedure,
    config: &Config,
    logo: Option<&Arc<Image>>,
    standing: Standing,
) -> Vec<Page> {
    let identitas = &procedure.sop.identitas;
    let columns = Columns::of(config.cetak.halaman);
    let room = columns.bottom - columns.top;
    let plan = |tenths, tight| Plan::new(identitas, &config.label, columns, FontSize::tenths(tenths), tight);
    let plan = ONE_PAGE
        .into_iter()
        .map(|tenths| plan(tenths, false))
        .find(|plan| plan.height() <= room && plan.head.overflow.is_empty())
        .or_else(|| Some(plan(FLOWING, false)).filter(|plan| plan.head.height() <= room))
        .unwrap_or_else(|| plan(SMALLEST, true));

    let target = config.cetak.halaman.height.scale(STRETCH, 100).min(room);
    let slack = (target - plan.height()).max(Len::ZERO);
    let to_head = (slack / 3).min(SIGNATURE_STRETCH);
    let to_pair = (slack - to_head) / i32::try_from(plan.pairs.len()).unwrap_or(1);

    let mut sheet = Sheet::new(config.cetak.halaman, PageKind::Identitas, standing);
    sheet.begin();
    let mut y = plan.head.draw(&mut sheet, logo, to_head);
    for pair in &plan.pairs {
        y = pair.draw(&mut sheet, y, to_pair, &|sheet, bottom| {
            sheet.end(bottom);
            sheet.begin();
            continued(sheet, identitas, &config.label)
        });
    }
    sheet.end(y);
    let mut pages = sheet.finish();
    number(&mut pages);
    pages
}

/// Numbers the pages where there are several; the chart counts its own.
fn number(pages: &mut [Page]) {
    let count = pages.len();
    if count < 2 {
        return;
    }
    for (at, page) in pages.iter_mut().enumerate() {
        let words = format!("Identitas, halaman {} dari {count}", at + 1);
        let x = page.width - page.margins.right - font::width(&words, Face::Regular, FOOT);
        let baseline = page.height - page.margins.bottom - Len::um(800);
        let line = TextLine { x, baseline, face: Face::Regular, size: FOOT, words };
        page.items.push(Item { mark: Mark::PageNo, shape: Shape::Text(line) });
    }
}

/// The identity as low as it can be, in one size, for a page that holds more than it; with its lower edge. `None` where
/// it does not fit a page.
pub fn compact(
    procedure: &Procedure,
    config: &Config,
    logo: Option<&Arc<Image>>,
    size: FontSize,
) -> Option<(Page, Len)> {
    let columns = Columns::of(config.cetak.halaman);
    let plan = Plan::new(&procedure.sop.identitas, &config.label, columns, size, false);
    if plan.height() > columns.bottom - columns.top || !plan.head.overflow.is_empty() {
        return None;
    }
    let mut sheet = Sheet::new(config.cetak.halaman, PageKind::Identitas, Standing::Clean);
    sheet.begin();
    let mut y = plan.head.draw(&mut sheet, logo, Len::ZERO);
    for pair in &plan.pairs {
        y = pair.draw(&mut sheet, y, Len::ZERO, &|_, bottom| bottom);
    }
    sheet.end(y);
    sheet.finish().pop().map(|page| (page, y))
}

/// Everything measured in one size.
struct Plan {
    head: Head,
    pairs: Vec<Pair>,
}

impl Plan {
    fn new(identitas: &Identitas, labels: &Labels, columns: Columns, size: FontSize, tight: bool) -> Plan {
        let head = Head::new(identitas, labels, columns, size, tight);
        // `-` says on purpose that there is none, and is printed.
        let none = ["-".to_owned()];
        let side = |key, label: &str, items: &[String], width| {
            let items = if identitas.tidak_ada.contains(&key) { &none } else { items };
            Side::new(key, label, items, width, size)
        };
        let left =
            |key, label: &str, items: &[String]| side(key, label, items, columns.middle - columns.left);
        let right = |key, label: &str, items: &[String]| {
            Some(side(key, label, items, columns.right - columns.middle))
        };
        let mut pairs = vec![
            Pair {
                left: left(Key::DasarHukum, &labels.dasar_hukum, &identitas.dasar_hukum),
                right: right(
                    Key::KualifikasiPelaksana,
                    &labels.kualifikasi_pelaksana,
                    &identitas.kualifikasi_pelaksana,
                ),
            },
            Pair {
                left: left(Key::Keterkaitan, &labels.keterkaitan, &identitas.keterkaitan),
                right: right(Key::Peralatan, &labels.peralatan, &identitas.peralatan),
            },
            Pair {
                left: left(Key::Peringatan, &labels.peringatan, &identitas.peringatan),
                right: right(Key::Pencatatan, &labels.pencatatan, &identitas.pencatatan),
            },
        ];
        pairs.extend(head.overflow.iter().map(|over| {
            let label = format!("{} (lanjutan)", over.label);
            let width = columns.right - columns.left;
            let text = std::slice::from_ref(&over.text);
            Pair { left: Side::new(over.field, &label, text, width, size), right: None }
        }));
        Plan { head, pairs }
    }

    fn height(&self) -> Len {
        self.head.height() + self.pairs.iter().map(Pair::height).sum()
    }
}

/// The head of a further page: which procedure this is, whole unless it would take much of the page. Returns its lower
/// edge.
fn continued(sheet: &mut Sheet, identitas: &Identitas, labels: &Labels) -> Len {
    let Columns { left, middle, right, top, .. } = sheet.columns;
    let size = FontSize::tenths(FLOWING);
    let lines = (sheet.columns.bottom - top).scale(CONTINUED, 100).to_um() / leading(size).to_um();
    let lines = usize::try_from(lines).unwrap_or(0).max(2);
    let nomor = identitas.nomor.as_deref().unwrap_or_default();
    let cells = [
        (Key::Nomor, left, middle, format!("{}: {nomor}", labels.nomor_sop), Face::Regular),
        (Key::Sop, middle, right, format!("{} (lanjutan): {}", labels.nama_sop, identitas.sop), Face::Bold),
    ];
    let cells = cells.map(|(key, from, to, text, face)| {
        let width = to - from - PAD_X * 2;
        let mut block = Block::new(&text, width, face, size);
        block.shorten(lines, width);
        (key, from, width, block)
    });
    let height = cells.iter().map(|(.., block)| block.height()).max().unwrap_or_default();
    for (key, x, width, block) in &cells {
        let mark = mark(*key, FieldPart::Label);
        sheet.block(*x + PAD_X, top + PAD_Y, *width, Align::Left, block, &mark);
    }
    let bottom = top + height + PAD_Y * 2;
    sheet.down(middle, top, bottom);
    bottom
}

#[cfg(test)]
mod tests {
    use super::{MOST_ITEMS, can_be_printed};
    use crate::model::Identitas;

    #[test]
    fn boxes_may_be_long_and_no_longer() {
        let of = |items: usize| Identitas {
            dasar_hukum: vec![String::new(); items - 1],
            peralatan: vec![String::new()],
            ..Identitas::default()
        };
        assert!(can_be_printed(&of(MOST_ITEMS)).is_ok());
        assert!(can_be_printed(&of(MOST_ITEMS + 1)).is_err());
    }
}
