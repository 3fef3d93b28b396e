//! What comes before the procedures: the cover (*halaman judul*), the approval sheet, the table of contents; and the
//! page numbers of a book.

use super::font::{self, Face};
use super::form::head::nip;
use super::form::sheet::{Align, Block, PAD_X, PAD_Y, Sheet, leading};
use super::scene::{Depan, Image, Item, Mark, Page, PageKind, Shape, TextLine};
use crate::config::{Arah, Config};
use crate::model::{Identitas, Isian, Standing, Tanggal};
use crate::paper::PageSetup;
use crate::paper::length::{FontSize, Len};
use std::sync::Arc;

/// What a cover and an approval sheet say.
#[derive(Clone, Debug)]
pub struct Front<'a> {
    /// Of the procedure or of the book.
    pub title: &'a str,
    /// The procedure's number.
    pub nomor: Option<&'a str>,
    /// Agency, unit and the official who approves.
    pub identitas: &'a Identitas,
    /// The year it was made.
    pub tahun: Option<u16>,
    /// The agency's logo.
    pub logo: Option<&'a Arc<Image>>,
    /// Every page says that a file has errors.
    pub standing: Standing,
}

/// The year on a sheet: of its making, else of its taking effect.
pub fn tahun(identitas: &Identitas) -> Option<u16> {
    let year = |date: &Isian<Tanggal>| date.isi().and_then(|date| date.tahun);
    year(&identitas.tanggal_pembuatan).or_else(|| year(&identitas.tanggal_efektif))
}

/// The paper of the sheet, turned as asked for.
fn turned(config: &Config, arah: Arah) -> PageSetup {
    let setup = config.cetak.halaman;
    let (long, short) = (setup.width.max(setup.height), setup.width.min(setup.height));
    match arah {
        Arah::Potret => PageSetup { width: short, height: long, ..setup },
        Arah::Lanskap => PageSetup { width: long, height: short, ..setup },
    }
}

/// The pages before a procedure or a book that the settings ask for.
pub fn pages(front: &Front, config: &Config) -> Vec<Page> {
    let mut pages = Vec::new();
    if let Some(arah) = config.cetak.sampul {
        pages.push(cover(front, config, turned(config, arah)));
    }
    let signers = &config.pengesahan;
    if !signers.disusun.is_empty() || !signers.diperiksa.is_empty() {
        let arah = config.cetak.sampul.unwrap_or(Arah::Lanskap);
        pages.push(approval(front, config, turned(config, arah)));
    }
    pages
}

/// The logo on a cover.
const LOGO: (Len, Len) = (Len::mm(60), Len::mm(42));
/// Between the groups of a cover.
const GROUP_GAP: Len = Len::mm(8);
/// Sizes of a cover, in hundredths, that are tried until its words fit.
const SCALES: [u16; 4] = [100, 80, 65, 50];

/// Logo and agency above, the title in the middle, year and address below.
fn cover(front: &Front, config: &Config, setup: PageSetup) -> Page {
    let mut sheet = Sheet::new(setup, PageKind::Depan(Depan::Sampul), front.standing);
    sheet.begin();
    let columns = sheet.columns;
    let (left, width) = (columns.left + PAD_X * 4, columns.right - columns.left - PAD_X * 8);
    let Identitas { instansi, unit, .. } = front.identitas;
    let groups = |scale: u16| {
        let block = |text: &str, face, tenths: u16| {
            Block::new(text, width, face, FontSize::tenths((tenths * scale / 100).max(70)))
        };
        let agency = instansi.iter().map(|name| (Mark::Note, block(&name.to_uppercase(), Face::Bold, 140)));
        let unit = unit.iter().map(|name| (Mark::Note, block(name, Face::Regular, 130)));
        let kind = block("STANDAR OPERASIONAL PROSEDUR\nADMINISTRASI PEMERINTAHAN", Face::Regular, 150);
        let title = block(&front.title.to_uppercase(), Face::Bold, 200);
        let number = front.nomor.map(|it| (Mark::Note, block(&format!("Nomor {it}"), Face::Regular, 120)));
        let year = front.tahun.map(|year| (Mark::Note, block(&format!("TAHUN {year}"), Face::Bold, 140)));
        let address = config.identitas.alamat.iter().map(|it| (Mark::Note, block(it, Face::Regular, 100)));
        [
            agency.chain(unit).collect::<Vec<_>>(),
            [(Mark::Note, kind), (Mark::Title, title)].into_iter().chain(number).collect(),
            year.into_iter().collect(),
            address.collect(),
        ]
    };
    let height = |group: &[(Mark, Block)]| group.iter().map(|(_, block)| block.height() + PAD_Y).sum::<Len>();
    let room = columns.bottom - columns.top - LOGO.1 - GROUP_GAP * 6;
    let fits = |groups: &[Vec<(Mark, Block)>; 4]| groups.iter().map(|it| height(it)).sum::<Len>() <= room;
    let mut groups_at = SCALES.into_iter().map(groups);
    let mut chosen = groups_at.find(fits).unwrap_or_else(|| groups(SCALES[SCALES.len() - 1]));
    // The identity prints every word in full; a cover says less where it must.
    for most in [3, 2, 1] {
        if !fits(&chosen) {
            chosen.iter_mut().flatten().for_each(|(_, block)| block.shorten(most, width));
        }
    }
    for group in [3, 0] {
        while !fits(&chosen) && !chosen[group].is_empty() {
            chosen[group].remove(0);
        }
    }
    let [agency, title, year, address] = &chosen;
    let place = |sheet: &mut Sheet, group: &[(Mark, Block)], mut y: Len| {
        for (mark, block) in group {
            sheet.block(left, y, width, Align::Centre, block, mark);
            y += block.height() + PAD_Y;
        }
        y
    };
    let top = columns.top + GROUP_GAP * 2;
    if let Some(image) = front.logo {
        sheet.logo(image, (columns.left, top), (columns.right - columns.left, LOGO.1), LOGO);
    }
    let upper = place(&mut sheet, agency, top + LOGO.1 + GROUP_GAP);
    let foot = columns.bottom - height(address);
    place(&mut sheet, address, foot);
    let lower = foot - GROUP_GAP - height(year);
    place(&mut sheet, year, lower);
    place(&mut sheet, title, upper + (lower - upper - height(title)) / 2);
    sheet.note();
    only(sheet)
}

/// Room for a signature.
const SIGNATURE: Len = Len::mm(30);

/// The words of somebody who signs.
struct Signer {
    label: Block,
    office: Block,
    name: Block,
    /// What stands below the name.
    below: Vec<Block>,
}

impl Signer {
    /// Of the lines that an office gives: who it is, the name, and what stands below.
    fn new(label: &str, lines: Vec<String>, width: Len, size: FontSize) -> Signer {
        let block = |text: &str, face| {
            let mut block = Block::new(text, width, face, size);
            block.shorten(4, width);
            block
        };
        let bare = |line: &str| line.chars().all(|c| c.is_ascii_digit() || c == ' ') && line.len() > 8;
        let mut lines = lines.into_iter();
        Signer {
            label: block(label, Face::Bold),
            office: block(&lines.next().unwrap_or_default(), Face::Regular),
            name: block(&lines.next().unwrap_or_default(), Face::Bold),
            below: lines
                .map(|line| if bare(&line) { nip(&line) } else { line })
                .map(|line| block(&line, Face::Regular))
                .collect(),
        }
    }
}

/// Who drew up, examined and approved, side by side.
fn approval(front: &Front, config: &Config, setup: PageSetup) -> Page {
    let mut sheet = Sheet::new(setup, PageKind::Depan(Depan::Pengesahan), front.standing);
    sheet.begin();
    let columns = sheet.columns;
    let (left, width) = (columns.left, columns.right - columns.left);
    let mut y = columns.top + GROUP_GAP;
    let mut head = |sheet: &mut Sheet, text: &str, face, tenths, mark: Mark| {
        let mut block = Block::new(text, width, face, FontSize::tenths(tenths));
        block.shorten(4, width);
        sheet.block(left, y, width, Align::Centre, &block, &mark);
        y += block.height() + PAD_Y * 2;
    };
    head(&mut sheet, "LEMBAR PENGESAHAN", Face::Bold, 140, Mark::Title);
    head(&mut sheet, front.title, Face::Bold, 110, Mark::Note);
    if let Some(nomor) = front.nomor {
        head(&mut sheet, &format!("Nomor {nomor}"), Face::Regular, 100, Mark::Note);
    }
    y += GROUP_GAP;
    let of = front.identitas;
    let number = of.nip.as_deref().map(nip);
    let official = [&of.disahkan_oleh, &of.nama_pejabat, &of.pangkat, &number];
    let official = official.map(|text| text.clone().unwrap_or_default());
    let signers = [
        ("Disusun oleh", config.pengesahan.disusun.clone()),
        ("Diperiksa oleh", config.pengesahan.diperiksa.clone()),
        (config.label.disahkan_oleh.as_str(), official.to_vec()),
    ];
    let inner = width / 3 - PAD_X * 2;
    let size = FontSize::tenths(100);
    let signers = signers.map(|(label, lines)| Signer::new(label, lines, inner, size));
    let most = |of: fn(&Signer) -> Len| signers.iter().map(of).max().unwrap_or_default();
    let label_height = most(|it| it.label.height());
    let office_height = most(|it| it.office.height()).max(leading(size));
    let name_height = most(|it| it.name.height()).max(leading(size));
    let below_height = most(|it| it.below.iter().map(Block::height).sum());
    let rule = y + label_height + PAD_Y * 2;
    let name_top = rule + PAD_Y + office_height + SIGNATURE;
    let bottom = name_top + name_height + below_height + PAD_Y * 2;
    sheet.frame(columns.left, columns.right, y, bottom);
    sheet.across(columns.left, columns.right, rule);
    for (at, Signer { label, office, name, below }) in signers.iter().enumerate() {
        let edge = columns.left + width / 3 * at as i32;
        if at > 0 {
            sheet.down(edge, y, bottom);
        }
        let x = edge + PAD_X;
        let mut put = |top: Len, block: &Block| {
            sheet.block(x, top, inner, Align::Centre, block, &Mark::Note);
            top + block.height()
        };
        put(y + PAD_Y, label);
        put(rule + PAD_Y, office);
        let mut under = put(name_top, name);
        sheet.under_name(x, inner, under, name);
        for block in below {
            sheet.block(x, under, inner, Align::Centre, block, &Mark::Note);
            under += block.height();
        }
    }
    sheet.note();
    only(sheet)
}

fn only(sheet: Sheet) -> Page {
    sheet.finish().pop().expect("bug: a page was begun")
}

/// A procedure in a book.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its name.
    pub title: String,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// How many pages come before the first procedure of a book.
pub fn before(front: &Front, config: &Config, titles: &[&str]) -> usize {
    let (pages, setup) = opening(front, config);
    pages.len() + length_of_contents(titles, setup, front.standing)
}

/// How many pages the contents take, which does not depend on the numbers in them.
fn length_of_contents(titles: &[&str], setup: PageSetup, standing: Standing) -> usize {
    contents(titles, &vec![0; titles.len()], setup, standing).len()
}

/// What comes before the contents, and the paper of both.
fn opening(front: &Front, config: &Config) -> (Vec<Page>, PageSetup) {
    let mut config = config.clone();
    let arah = *config.cetak.sampul.get_or_insert(Arah::Potret);
    (pages(front, &config), turned(&config, arah))
}

/// A book: the front, the contents, and the procedures one after the other, numbered through. Returns the pages and
/// the first page of each procedure, from 0.
pub fn book(front: &Front, config: &Config, chapters: Vec<Chapter>) -> (Vec<Page>, Vec<usize>) {
    let (mut pages, setup) = opening(front, config);
    let titles: Vec<&str> = chapters.iter().map(|chapter| chapter.title.as_str()).collect();
    let before = pages.len() + length_of_contents(&titles, setup, front.standing);
    let starts: Vec<usize> = chapters
        .iter()
        .scan(before, |at, chapter| {
            *at += chapter.pages.len();
            Some(*at - chapter.pages.len())
        })
        .collect();
    pages.extend(contents(&titles, &starts, setup, front.standing));
    pages.extend(chapters.into_iter().flat_map(|chapter| chapter.pages));
    number(&mut pages);
    (pages, starts)
}

/// Type of the contents.
const ENTRY: FontSize = FontSize::tenths(110);
/// For the page's number, at the right.
const NUMBER: Len = Len::mm(14);

fn contents(titles: &[&str], starts: &[usize], setup: PageSetup, standing: Standing) -> Vec<Page> {
    let mut sheet = Sheet::new(setup, PageKind::Depan(Depan::DaftarIsi), standing);
    let columns = sheet.columns;
    let width = columns.right - columns.left;
    let widest = font::width(&format!("{}.", titles.len()), Face::Regular, ENTRY);
    let indent = widest + PAD_X;
    let dot = font::width(".", Face::Regular, ENTRY).max(Len::um(1));
    let mut y = columns.bottom;
    for (at, (title, start)) in titles.iter().zip(starts).enumerate() {
        let mut block = Block::new(title, width - indent - NUMBER, Face::Regular, ENTRY);
        block.shorten(6, width - indent - NUMBER);
        if block.lines.is_empty() {
            block.lines.push("-".to_owned());
        }
        if y + block.height() > columns.bottom {
            if at > 0 {
                sheet.note();
            }
            sheet.begin();
            let words = if at == 0 { "DAFTAR ISI" } else { "DAFTAR ISI (lanjutan)" };
            let head = Block::new(words, width, Face::Bold, FontSize::tenths(140));
            y = columns.top + GROUP_GAP;
            sheet.block(columns.left, y, width, Align::Centre, &head, &Mark::Title);
            y += head.height() + GROUP_GAP;
        }
        let mark = Mark::Entri { halaman: *start };
        sheet.line(columns.left, y, Face::Regular, ENTRY, &format!("{}.", at + 1), mark.clone());
        sheet.block(columns.left + indent, y, width, Align::Left, &block, &mark);
        let last = y + block.height() - leading(ENTRY);
        let page = (start + 1).to_string();
        let page_x = columns.right - font::width(&page, Face::Regular, ENTRY);
        sheet.line(page_x, last, Face::Regular, ENTRY, &page, mark);
        let words = block.lines.last().map_or(Len::ZERO, |line| font::width(line, Face::Regular, ENTRY));
        let from = columns.left + indent + words + dot * 2;
        let dots = ((page_x - dot * 2 - from).to_um() / dot.to_um()).max(0);
        if dots > 2 {
            let row = ".".repeat(dots as usize);
            let x = page_x - dot * 2 - dot * dots;
            sheet.line(x, last, Face::Regular, ENTRY, &row, Mark::Plain);
        }
        y += block.height() + PAD_Y * 2;
    }
    sheet.note();
    sheet.finish()
}

/// Type of the numbers at the foot.
const FOOT: FontSize = FontSize::tenths(80);

/// Numbers the pages through, the cover silently; numbers that they had within their procedure go.
fn number(pages: &mut [Page]) {
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        page.items.retain(|item| item.mark != Mark::PageNo);
        if page.kind == PageKind::Depan(Depan::Sampul) {
            continue;
        }
        let words = format!("Halaman {} dari {count}", at + 1);
        let x = page.width - page.margins.right - font::width(&words, Face::Regular, FOOT);
        let baseline = page.height - page.margins.bottom - Len::um(800);
        let line = TextLine { x, baseline, face: Face::Regular, size: FOOT, words };
        page.items.push(Item { mark: Mark::PageNo, shape: Shape::Text(line) });
    }
}
