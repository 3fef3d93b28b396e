//! A form as a workbook: a cell for every box and every place to write, named so that `sop rekam` finds it again,
//! outcomes to choose from a list, the head of the table repeated on every page.

use super::words as w;
use crate::forms::names;
use crate::forms::{Blank, BlankKind, Field, Form, Line, Part, Piece, Row, Signer, Table, Value};
use crate::layout::FORCED_NOTE;
use crate::text::{Lang, for_a_cell};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Image,
    Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeMap;

/// The bytes of the workbook; the same form gives the same bytes.
///
/// # Panics
///
/// Only for our own bugs: more rows than a sheet has.
pub fn xlsx(form: &Form, lang: Lang) -> Vec<u8> {
    write(form, lang).unwrap_or_else(|error| panic!("bug: a form as a workbook: {error}"))
}

/// Height of a line in the typeface of the sheet, in points.
const LINE: f64 = 12.5;
/// Width of a box, in digits.
const BOX: f64 = 3.6;
/// Width of the sheet, in digits: a landscape A4 page at full size.
const WIDTH: f64 = 128.0;
const TICK: &str = "✓";
const LISTS: &str = "Pilihan";

struct Looks {
    plain: Format,
    bold: Format,
    title: Format,
    head: Format,
    cell: Format,
    strong: Format,
    centre: Format,
    tick: Format,
    band: Format,
    write: Format,
    date: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain =
            Format::new().set_font_name("Arial").set_font_size(9).set_text_wrap().set_align(FormatAlign::Top);
        let bordered = plain.clone().set_border(FormatBorder::Thin);
        let write = bordered.clone().set_unlocked();
        Looks {
            bold: plain.clone().set_bold(),
            title: plain.clone().set_bold().set_font_size(13),
            head: bordered
                .clone()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color("E8E8E8"),
            strong: bordered.clone().set_bold(),
            centre: bordered.clone().set_bold().set_align(FormatAlign::Center),
            tick: write.clone().set_align(FormatAlign::Center),
            band: bordered.clone().set_bold().set_background_color("F3F3F3"),
            date: write.clone().set_num_format("yyyy-mm-dd"),
            moment: write.clone().set_num_format("yyyy-mm-dd hh:mm"),
            cell: bordered,
            write,
            plain,
        }
    }
}

/// Where the columns of a table stand in the sheet.
struct Place {
    /// The first of its boxes.
    boxes: u16,
    /// How many boxes stand side by side.
    count: u16,
    /// Its words.
    text: u16,
    /// Where its outcomes are chosen.
    choice: Option<u16>,
    /// Width of its words, in digits.
    width: f64,
}

struct Book<'a> {
    form: &'a Form,
    lang: Lang,
    looks: Looks,
    sheet: Worksheet,
    name: String,
    /// Columns of the sheet.
    columns: u16,
    row: u32,
    /// Names of cells, with their places.
    cells: Vec<(String, u32, u16)>,
    /// Lists to choose from, each once, with its column.
    lists: BTreeMap<Vec<String>, u16>,
}

fn write(form: &Form, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without a day of its own the library would write today's.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = form.sop.as_deref().unwrap_or(&form.judul);
    book.set_properties(
        &DocProperties::new().set_title(title).set_subject(&form.judul).set_creation_datetime(&day),
    );
    let name = sheet_name(&form.judul);
    let mut sheet = Worksheet::new();
    sheet.set_name(&name)?;
    let mut made = Book {
        form,
        lang,
        looks: Looks::new(),
        sheet,
        name,
        columns: 1,
        row: 0,
        cells: Vec::new(),
        lists: BTreeMap::new(),
    };
    made.all()?;
    let Book { sheet, name, cells, lists, .. } = made;
    book.push_worksheet(sheet);
    if !lists.is_empty() {
        let choices = book.add_worksheet();
        choices.set_name(LISTS)?.set_hidden(true);
        for (items, column) in &lists {
            for (row, item) in (0u32..).zip(items) {
                choices.write_string(row, *column, for_a_cell(item, lang))?;
            }
        }
    }
    for (field, row, column) in cells {
        let at = format!("='{}'!${}${}", name.replace('\'', "''"), letters(column), row + 1);
        book.define_name(names::cell(&field), &at)?;
    }
    book.save_to_buffer()
}

/// At most 31 characters, and none that a sheet's name may not have.
fn sheet_name(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if kept.trim().is_empty() { "SOP".to_owned() } else { kept.trim().to_owned() }
}

fn letters(column: u16) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

impl Book<'_> {
    fn all(&mut self) -> Result<(), XlsxError> {
        let form = self.form;
        let tables: Vec<&Table> = form
            .parts
            .iter()
            .filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
            .collect();
        // The widest table says how wide the columns are; there is one in every form that has any.
        let widest = tables.iter().max_by_key(|table| table.columns.len());
        let places = widest.map(|table| self.places(table)).transpose()?;
        if places.is_none() {
            for (column, width) in (0u16..).zip([30.0, 60.0, 30.0]) {
                self.sheet.set_column_width(column, width)?;
            }
            self.columns = 3;
        }
        self.head()?;
        for part in &form.parts {
            match part {
                Part::Heading(text) => self.wide(text, &self.looks.bold.clone())?,
                Part::Paragraph(text) => self.wide(text, &self.looks.plain.clone())?,
                Part::Fields(fields) => fields.iter().try_for_each(|field| self.field(field))?,
                Part::Ticks { label, items } => {
                    self.wide(label, &self.looks.bold.clone())?;
                    for tick in items {
                        self.tick(&tick.name, self.row, 0)?;
                        self.words(
                            self.row,
                            self.row,
                            1,
                            self.columns - 1,
                            &tick.label,
                            &self.looks.plain.clone(),
                        )?;
                        self.row += 1;
                    }
                }
                Part::List { label, items } => {
                    if !label.is_empty() {
                        self.wide(label, &self.looks.bold.clone())?;
                    }
                    for (number, item) in (1..).zip(items) {
                        let text = if items.len() > 1 { format!("{number}. {item}") } else { item.clone() };
                        self.wide(&text, &self.looks.plain.clone())?;
                    }
                }
                Part::Table(table) => {
                    let places = self.places(table)?;
                    self.table(table, &places)?;
                }
            }
        }
        self.signers()?;
        self.page()
    }

    fn page(&mut self) -> Result<(), XlsxError> {
        let (page, of) = (w::PAGE.pattern(self.lang), w::OF.pattern(self.lang));
        // An ampersand is a command in a footer.
        let running = self.form.running.replace('&', "&&");
        let running: String = running.chars().take(180).collect();
        self.sheet
            .set_landscape()
            .set_paper_size(9)
            .set_margins(0.55, 0.45, 0.5, 0.6, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_footer(format!("&L&7{running}&R&7{page} &P {of} &N"));
        self.sheet.set_screen_gridlines(false);
        Ok(())
    }

    fn head(&mut self) -> Result<(), XlsxError> {
        let form = self.form;
        if form.forced {
            self.wide(FORCED_NOTE.pattern(self.lang), &self.looks.strong.clone())?;
        }
        let top = self.row;
        for line in &form.instansi {
            self.wide(line, &self.looks.plain.clone())?;
        }
        self.wide(&form.judul, &self.looks.title.clone())?;
        self.sheet.set_row_height(self.row - 1, LINE * 1.6)?;
        for field in &form.head {
            self.field(field)?;
        }
        if let Some(text) = &form.qr
            && let Some(picture) = super::picture(text)
        {
            let image = Image::new_from_buffer(&picture)?.set_alt_text(w::QR.pattern(self.lang));
            let image = image.set_scale_to_size(76.0, 76.0, true);
            self.sheet.insert_image_with_offset(top, self.columns - 1, &image, 2, 2)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A text over the whole width.
    fn wide(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.words(self.row, self.row, 0, self.columns - 1, text, format)?;
        self.sheet.set_row_height(self.row, LINE * lines(text, WIDTH * 0.85) as f64)?;
        self.row += 1;
        Ok(())
    }

    /// A label, and what belongs to it.
    fn field(&mut self, field: &Field) -> Result<(), XlsxError> {
        let (row, split) = (self.row, (self.columns / 3).max(1));
        self.words(row, row, 0, split - 1, &field.label, &self.looks.plain.clone())?;
        let last = if self.columns > split + 3 { self.columns - 3 } else { self.columns - 1 };
        match &field.value {
            Value::Text(text) => {
                self.words(row, row, split, last, text, &self.looks.bold.clone())?;
                let sidik = self.form.qr.as_deref().is_some_and(|qr| qr.ends_with(&format!(" {text}")));
                if sidik && text.len() == 19 {
                    self.cells.push(("sidik".to_owned(), row, split));
                }
            }
            Value::Blank(blank) => self.blank(blank, &blank.name, (row, row), (split, last))?,
        }
        self.row += 1;
        Ok(())
    }

    /// Text in one cell or over several.
    fn words(
        &mut self,
        top: u32,
        bottom: u32,
        left: u16,
        right: u16,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let text = for_a_cell(text, self.lang);
        if top == bottom && left >= right {
            self.sheet.write_string_with_format(top, left, text, format)?;
        } else {
            self.sheet.merge_range(top, left, bottom, right.max(left), &text, format)?;
        }
        Ok(())
    }

    fn tick(&mut self, name: &str, row: u32, column: u16) -> Result<(), XlsxError> {
        let list = DataValidation::new().allow_list_strings(&[TICK])?;
        self.sheet.write_blank(row, column, &self.looks.tick)?;
        self.sheet.add_data_validation(row, column, row, column, &list)?;
        self.cells.push((name.to_owned(), row, column));
        Ok(())
    }

    fn blank(
        &mut self,
        blank: &Blank,
        name: &str,
        rows: (u32, u32),
        columns: (u16, u16),
    ) -> Result<(), XlsxError> {
        let format = match blank.kind {
            BlankKind::Date => &self.looks.date,
            BlankKind::Moment => &self.looks.moment,
            BlankKind::Text | BlankKind::Lines | BlankKind::Initials => &self.looks.write,
        };
        let format = format.clone();
        self.words(rows.0, rows.1, columns.0, columns.1, "", &format)?;
        self.cells.push((name.to_owned(), rows.0, columns.0));
        Ok(())
    }

    /// Gives every column of a table its place, and the sheet its widths.
    fn places(&mut self, table: &Table) -> Result<Vec<Place>, XlsxError> {
        let cells = |at: usize| {
            table.rows.iter().filter_map(move |row| match row {
                Row::Line(line) => Some((line.rounds.max(1), &line.cells[at])),
                Row::Band(_) => None,
            })
        };
        let sum: f64 = table.columns.iter().map(|column| f64::from(column.weight)).sum();
        let mut next = 0;
        let mut places = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let ticks = cells(at).filter(|(_, pieces)| pieces.iter().any(|it| matches!(it, Piece::Tick(_))));
            let count =
                ticks.map(|(rounds, _)| if column.rounds { 1 } else { u16::from(rounds) }).max().unwrap_or(0);
            let chosen =
                cells(at).any(|(_, pieces)| pieces.iter().any(|it| matches!(it, Piece::Choice { .. })));
            let whole = WIDTH * f64::from(column.weight) / sum.max(1.0);
            let choice_width = if chosen { 9.0 } else { 0.0 };
            let least = if chosen { 15.0 } else { 5.0 };
            let width = (whole - BOX * f64::from(count) - choice_width).max(least);
            let place = Place {
                boxes: next,
                count,
                text: next + count,
                choice: chosen.then_some(next + count + 1),
                width,
            };
            for box_at in 0..count {
                self.sheet.set_column_width(next + box_at, BOX)?;
            }
            self.sheet.set_column_width(place.text, width)?;
            if let Some(choice) = place.choice {
                self.sheet.set_column_width(choice, choice_width)?;
            }
            next = place.choice.unwrap_or(place.text) + 1;
            places.push(place);
        }
        self.columns = self.columns.max(next);
        Ok(places)
    }

    fn table(&mut self, table: &Table, places: &[Place]) -> Result<(), XlsxError> {
        let head = self.row;
        let mut high = 1;
        for (column, place) in table.columns.iter().zip(places) {
            let last = place.choice.unwrap_or(place.text);
            self.words(head, head, place.boxes, last, &column.head, &self.looks.head.clone())?;
            high = high.max(lines(&column.head, place.width + BOX * f64::from(place.count)));
        }
        self.sheet.set_row_height(head, LINE * high as f64 + 4.0)?;
        self.sheet.set_repeat_rows(head, head)?;
        self.row += 1;
        for row in &table.rows {
            match row {
                Row::Band(text) => {
                    let last = places.last().map_or(0, |place| place.choice.unwrap_or(place.text));
                    self.words(self.row, self.row, 0, last, text, &self.looks.band.clone())?;
                    self.row += 1;
                }
                Row::Line(line) => self.line(table, places, line)?,
            }
        }
        self.row += 1;
        Ok(())
    }

    fn line(&mut self, table: &Table, places: &[Place], line: &Line) -> Result<(), XlsxError> {
        let rounds = u32::from(line.rounds.max(1));
        let blocks: Vec<Vec<Block>> = line.cells.iter().map(|pieces| blocks(pieces)).collect();
        // A list to choose from holds one outcome: it is given for every round.
        let by_round: Vec<bool> = (table.columns.iter().zip(&blocks))
            .map(|(column, blocks)| {
                column.rounds || blocks.iter().any(|it| matches!(it, Block::Choice { .. }))
            })
            .collect();
        let most = |wanted: bool| {
            let of = blocks.iter().zip(&by_round).filter(|(_, by_round)| **by_round == wanted);
            of.map(|(blocks, _)| blocks.len()).max()
        };
        let (a_round, once) = (most(true), most(false));
        let count = |most: Option<usize>| u32::try_from(most.unwrap_or(1).max(1)).unwrap_or(1);
        let each = count(a_round).max(count(once).div_ceil(rounds));
        let total = each * rounds;
        let top = self.row;
        let mut heights = vec![LINE + 3.0; total as usize];
        for (((column, place), blocks), by_round) in
            table.columns.iter().zip(places).zip(&blocks).zip(&by_round)
        {
            let repeats = if *by_round { rounds } else { 1 };
            let room = if *by_round { each } else { total };
            for round in 0..repeats {
                let from = top + round * room;
                for (block, (first, last)) in blocks.iter().zip(spread(blocks, room)) {
                    let rows = (from + first, from + last);
                    // What is given once is printed once.
                    let quiet = round > 0 && !column.rounds;
                    self.block(block, place, rows, by_round.then_some(round), rounds, column.centre, quiet)?;
                    let again = round > 0 && matches!(block, Block::Choice { .. });
                    let text = if again { String::new() } else { block.text() };
                    let need = LINE * lines(&text, place.width) as f64 + 3.0;
                    let range = (rows.0 - top) as usize..=(rows.1 - top) as usize;
                    let has: f64 = heights[range.clone()].iter().sum();
                    if need > has {
                        let more = (need - has) / range.clone().count() as f64;
                        heights[range].iter_mut().for_each(|height| *height += more);
                    }
                }
                if blocks.is_empty() {
                    let last = place.choice.unwrap_or(place.text);
                    self.words(from, from + room - 1, place.boxes, last, "", &self.looks.cell.clone())?;
                }
            }
        }
        for (row, height) in (top..).zip(heights) {
            self.sheet.set_row_height(row, height.min(400.0))?;
        }
        self.row = top + total;
        Ok(())
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one cell")]
    fn block(
        &mut self,
        block: &Block,
        place: &Place,
        rows: (u32, u32),
        round: Option<u32>,
        rounds: u32,
        centre: bool,
        quiet: bool,
    ) -> Result<(), XlsxError> {
        // What may be chosen is said once; further rounds say who.
        let again = matches!(round, Some(round) if round > 0);
        let looks = match (block, centre) {
            (_, true) => &self.looks.centre,
            (Block::Strong(_), false) => &self.looks.strong,
            _ => &self.looks.cell,
        };
        let looks = looks.clone();
        let left = if matches!(block, Block::Tick(..)) { place.text } else { place.boxes };
        let right = match block {
            Block::Choice { .. } => place.text,
            _ => place.choice.unwrap_or(place.text),
        };
        match block {
            Block::Text(text) | Block::Strong(text) => {
                let text = if quiet { "" } else { text };
                self.words(rows.0, rows.1, left, right, text, &looks)?;
            }

            Block::Tick(name, label) => {
                let shown = if round.is_some() { 1 } else { rounds };
                for number in 0..u32::from(place.count) {
                    let column = place.boxes + u16::try_from(number).unwrap_or(0);
                    if rows.1 > rows.0 {
                        self.sheet.merge_range(rows.0, column, rows.1, column, "", &self.looks.tick)?;
                    }
                    if number < shown {
                        self.tick(&named(name, round.unwrap_or(number)), rows.0, column)?;
                    } else if rows.1 == rows.0 {
                        self.sheet.write_blank(rows.0, column, &self.looks.cell)?;
                    }
                }
                self.words(rows.0, rows.1, left, right, label, &looks)?;
            }
            Block::Choice { name, label, options } => {
                let words = if again { label.clone() } else { block.text() };
                self.words(rows.0, rows.1, left, right, &words, &looks)?;
                let column = place.choice.expect("bug: a choice in a column without one");
                let next = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
                let at = *self.lists.entry(options.clone()).or_insert(next);
                let letter = letters(at);
                let range = format!("={LISTS}!${letter}$1:${letter}${}", options.len());
                let mut list = DataValidation::new().allow_list_formula(Formula::new(range));
                // A message holds so much; the label stands beside it, too.
                const MOST: usize = 255;
                if !label.is_empty() && label.len() <= MOST {
                    list = list.set_input_message(label)?;
                }
                let write = self.looks.write.clone();
                self.words(rows.0, rows.1, column, column, "", &write)?;
                self.sheet.add_data_validation(rows.0, column, rows.1, column, &list)?;
                self.cells.push((named(name, round.unwrap_or(0)), rows.0, column));
            }
            Block::Blank(blank) => {
                let name = named(&blank.name, round.unwrap_or(0));
                self.blank(blank, &name, rows, (left, right))?;
            }
        }
        Ok(())
    }

    fn signers(&mut self) -> Result<(), XlsxError> {
        let count = u16::try_from(self.form.signers.len()).unwrap_or(1);
        if count == 0 {
            return Ok(());
        }
        let plain = self.looks.plain.clone().set_align(FormatAlign::Center);
        let lines: [fn(&Signer) -> &str; 6] =
            [|it| &it.label, |it| &it.jabatan, |_| "", |it| &it.nama, |it| &it.pangkat, |it| &it.nip];
        let share = (self.columns / count).max(1);
        self.row += 1;
        for (at, line) in lines.iter().enumerate() {
            for (number, signer) in (0u16..).zip(&self.form.signers) {
                let left = number * share;
                let right = (left + share - 1).min(self.columns - 1);
                let text = if at == 3 && line(signer).is_empty() {
                    "(........................)"
                } else {
                    line(signer)
                };
                let format = plain.clone();
                self.words(self.row, self.row, left, right, text, &format)?;
            }
            self.sheet.set_row_height(self.row, if at == 2 { 44.0 } else { LINE })?;
            self.row += 1;
        }
        Ok(())
    }
}

/// What takes rows of its own in a cell.
enum Block {
    Text(String),
    Strong(String),
    Tick(String, String),
    Choice { name: String, label: String, options: Vec<String> },
    Blank(Blank),
}

impl Block {
    fn text(&self) -> String {
        match self {
            Block::Text(text) | Block::Strong(text) | Block::Tick(_, text) => text.clone(),
            Block::Choice { label, options, .. } if label.is_empty() => options.join("\n"),
            Block::Choice { label, options, .. } => format!("{label}\n{}", options.join("\n")),
            Block::Blank(_) => String::new(),
        }
    }
}

/// Texts that follow each other share a block; the boxes of one outcome do, too.
fn blocks(pieces: &[Piece]) -> Vec<Block> {
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
fn spread(blocks: &[Block], room: u32) -> Vec<(u32, u32)> {
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

fn named(name: &str, round: u32) -> String {
    if round == 0 { name.to_owned() } else { format!("{name}@{}", round + 1) }
}

/// How many lines a text takes in so many digits. Not every program makes a row as high as its text.
fn lines(text: &str, width: f64) -> usize {
    // A capital is wider than a digit, and a cell has edges.
    let room = (width * 0.92 - 1.0).max(2.0) as usize;
    text.lines()
        .map(|line| {
            let (mut count, mut used) = (1, 0);
            for word in line.split_whitespace().map(|word| word.chars().count()) {
                if used > 0 && used + 1 + word > room {
                    (count, used) = (count + 1, 0);
                }
                count += word.saturating_sub(1) / room;
                used += word % room.max(1) + usize::from(used > 0);
            }
            count
        })
        .sum::<usize>()
        .max(1)
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

    #[test]
    fn a_sheet_has_a_name_that_programs_take() {
        assert_eq!(sheet_name("A/B: [c]'s *?"), "AB cs");
        assert_eq!(sheet_name("Lembar Kendali Pelaksanaan SOP dan lain-lain").chars().count(), 30);
        assert_eq!(letters(0), "A");
        assert_eq!(letters(27), "AB");
    }
}
