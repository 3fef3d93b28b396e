//! What stands above and below the tables: agency and title, fields, boxes, texts, signatures.

use super::looks::{HAND, LINE, PAD, broken, height, lines, width};
use super::pages::{keep, kept_from};
use super::{Book, POINT};
use crate::emit::lembar::logo::Logo;
use crate::emit::lembar::{reads_briefly, words as w};
use crate::forms::{BlankKind, Field, Form, Part, Signer, Value};
use crate::layout::FORCED_NOTE;
use crate::layout::fill::WITH_SIGNATURE;
use crate::layout::font::Face;
use rust_xlsxwriter::{Format, Image, ObjectMovement, XlsxError};

/// Side of the code, in pixels.
const CODE: f64 = 88.0;
/// What a picture of this many micrometres is wide in pixels, on a sheet that is printed a little smaller.
const PIXELS: f64 = 96.0 / 25_400.0 / super::SCALE;
/// What is printed in the head has at least so much beside what is filled in, in pixels.
const PRINTED: f64 = 240.0;
/// Room for a signature, in points.
const SIGNATURE: f64 = 50.0;

/// The width of the longest label, in pixels.
fn labels<'f>(fields: impl IntoIterator<Item = &'f Field>) -> f64 {
    fields.into_iter().map(|field| width(&field.label)).fold(0.0, f64::max)
}

impl Book<'_> {
    pub(super) fn parts(&mut self) -> Result<(), XlsxError> {
        let form = self.form;
        let mut last = 0;
        for part in &form.parts {
            last = self.units.len();
            self.part(part)?;
        }
        if !form.signers.is_empty() {
            self.signers(&form.signers)?;
        }
        let signed = self.units.len();
        if !form.after.is_empty() {
            self.begin_with_next();
            self.end_row(LINE / 2.0)?;
        }
        form.after.iter().try_for_each(|part| self.part(part))?;
        if form.signers.is_empty() && form.after.is_empty() {
            return Ok(());
        }
        // Nobody signs a sheet on which nothing else stands, and what is only to be read is no page of its own, where
        // that can be.
        let from = |rows: usize| match self.table_end {
            0 => last,
            end => self.last_rows.max(end.saturating_sub(rows)).min(end - 1),
        };
        let all = self.units.len();
        let mut ways: Vec<(usize, usize)> =
            (1..=WITH_SIGNATURE).rev().map(|rows| (from(rows), signed)).collect();
        if reads_briefly(form) {
            ways.splice(0..0, (1..=WITH_SIGNATURE).rev().map(|rows| (from(rows), all)));
        }
        let top = |unit: usize| self.units.get(unit).map_or(self.heights.len(), |unit| unit.row as usize);
        let high = |(from, to): (usize, usize)| self.heights[top(from)..top(to)].iter().sum::<f64>();
        let room = self.page_room() - self.head.map_or(0.0, |(_, high)| high);
        if let Some((first, to)) = ways.into_iter().find(|way| high(*way) <= room) {
            // Fewer rows, where so many leave the page before them half empty.
            let fewer = (1..WITH_SIGNATURE).rev().map(from).filter(|from| *from > first);
            let (row, head) = self.head.unwrap_or((self.row, 0.0));
            let pages = (self.page_room(), head, row);
            let ways = std::iter::once(first).chain(fewer);
            if let Some(from) = kept_from(&self.units, &self.heights, pages, ways, to) {
                keep(&mut self.units, (from, to));
            }
        }
        Ok(())
    }

    fn part(&mut self, part: &Part) -> Result<(), XlsxError> {
        match part {
            Part::Heading(text) => self.heading(text)?,
            Part::Paragraph(text) => {
                self.begin();
                self.wide(text, &self.looks.plain.clone(), 90)?;
            }
            Part::Fields(fields) => {
                self.begin_with_next();
                self.end_row(LINE / 2.0)?;
                let split = self.behind(0, labels(fields));
                for field in fields {
                    self.begin();
                    let high = self.field(field, (0, split), (split, self.columns()))?;
                    self.end_row(high)?;
                }
            }
            Part::Ticks { label, items } => {
                self.heading(label)?;
                for (at, tick) in items.iter().enumerate() {
                    self.unit(at + 1 < items.len());
                    self.words((self.row, self.row), (0, 0), "", &self.looks.tick.clone())?;
                    self.tick(&tick.name, self.row, 0)?;
                    let last = self.columns() - 1;
                    self.words((self.row, self.row), (1, last), &tick.label, &self.looks.plain.clone())?;
                    self.end_row(height(&tick.label, self.across(1, last), Face::Regular) + 1.0)?;
                }
            }
            Part::List { label, items } => self.list(label, items)?,
            Part::Table(table) => {
                let (places, _) = super::table::places(table, &self.shares(table), self.room());
                self.begin_with_next();
                self.end_row(LINE / 2.0)?;
                self.table(table, &places)?;
                self.table_end = self.units.len();
            }
        }
        Ok(())
    }

    /// Short items stand in two columns.
    fn list(&mut self, label: &str, items: &[String]) -> Result<(), XlsxError> {
        if !label.is_empty() {
            self.heading(label)?;
        }
        let (half, last) = (self.cut(0.5), self.columns() - 1);
        let room = self.across(0, half.max(1) - 1).min(self.across(half, last));
        let paired = items.len() > 2 && half > 0 && items.iter().all(|item| width(item) + 20.0 <= room);
        let items: Vec<String> = match items {
            [only] => vec![format!("- {only}")],
            _ => (1..).zip(items).map(|(number, item)| format!("{number}. {item}")).collect(),
        };
        let looks = self.looks.plain.clone();
        for pair in items.chunks(if paired { 2 } else { 1 }) {
            self.begin();
            if paired {
                let row = (self.row, self.row);
                self.words(row, (0, half - 1), &pair[0], &looks)?;
                self.words(row, (half, last), pair.get(1).map_or("", |it| it), &looks)?;
                self.end_row(LINE + PAD)?;
            } else {
                self.wide(&pair[0], &looks, 90)?;
            }
        }
        Ok(())
    }

    fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.begin_with_next();
        self.end_row(LINE / 3.0)?;
        self.begin_with_next();
        self.wide(text, &self.looks.bold.clone(), 90)
    }

    /// A text over the whole width, in a size of tenths of a point.
    fn wide(&mut self, text: &str, format: &Format, tenths: u16) -> Result<(), XlsxError> {
        let last = self.columns() - 1;
        self.words((self.row, self.row), (0, last), text, format)?;
        let high =
            lines(text, self.across(0, last), tenths, Face::Bold) as f64 * LINE * f64::from(tenths) / 90.0;
        self.end_row(high + PAD)
    }

    /// The agency and the title in the middle, the logo to the left, the code to the right; then the fields.
    pub(super) fn title(&mut self, logo: Option<&Logo>) -> Result<(), XlsxError> {
        let form = self.form;
        if form.standing.has_errors() {
            self.begin_with_next();
            self.wide(FORCED_NOTE.pattern(self.lang), &self.looks.bold.clone(), 90)?;
        }
        let top = self.row;
        let code = form.qr.as_deref().and_then(crate::emit::lembar::picture);
        let aside = if logo.is_some() || code.is_some() { 1.15 * CODE } else { 0.0 };
        let room = self.across(0, self.columns() - 1) - 2.0 * aside;
        let last = form.instansi.len().saturating_sub(1);
        let agency = form.instansi.iter().enumerate().map(|(at, line)| {
            (
                line,
                if at == last && last > 0 { self.looks.unit.clone() } else { self.looks.agency.clone() },
                110,
            )
        });
        let judul = form.judul.to_uppercase();
        let all: Vec<(String, Format, u16)> = agency
            .map(|(line, format, tenths)| (line.clone(), format, tenths))
            .chain([(judul, self.looks.title.clone(), 140)])
            .collect();
        // Between the pictures, where columns end there.
        let (left, right) = self.between(aside);
        for (text, format, tenths) in all {
            self.begin_with_next();
            // Columns seldom end where the pictures do.
            let lines = broken(&text, room.min(self.across(left, right)), tenths);
            self.words((self.row, self.row), (left, right), &lines.join("\n"), &format)?;
            let high = lines.len().max(1) as f64 * LINE * f64::from(tenths) / 90.0;
            self.end_row(high + PAD)?;
        }
        let used: f64 = self.heights[top as usize..].iter().sum();
        self.begin_with_next();
        self.end_row((aside * POINT - used).max(0.0) + LINE / 2.0)?;
        if let Some(logo) = logo {
            let (width, height) =
                (f64::from(logo.width.to_um()) * PIXELS, f64::from(logo.height.to_um()) * PIXELS);
            self.image(&logo.png, w::LOGO.pattern(self.lang), (width, height), top, 2.0)?;
        }
        if let Some(code) = code {
            let x = self.across(0, self.columns() - 1) - CODE - 2.0;
            self.image(&code, w::QR.pattern(self.lang), (CODE, CODE), top, x)?;
        }
        self.fields(form)
    }

    fn image(
        &mut self,
        bytes: &[u8],
        label: &str,
        (width, height): (f64, f64),
        row: u32,
        x: f64,
    ) -> Result<(), XlsxError> {
        let image =
            Image::new_from_buffer(bytes)?.set_alt_text(label).set_scale_to_size(width, height, false);
        let image = image.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
        self.sheet.insert_image_with_offset(row, 0, &image, x.max(0.0) as u32, 2)?;
        Ok(())
    }

    /// What is printed on the left, what is filled in on the right.
    fn fields(&mut self, form: &Form) -> Result<(), XlsxError> {
        let (printed, blanks): (Vec<&Field>, Vec<&Field>) =
            form.head.iter().partition(|field| matches!(field.value, Value::Text(_)));
        let all = self.columns();
        let a = self.behind(0, labels(printed.iter().copied()));
        let b = self.cut(0.55).max(a + 1);
        let c = self.behind(b, labels(blanks.iter().copied()));
        // Side by side where columns end in such places that both have room.
        let beside = c < all && self.across(a, b - 1) >= PRINTED && self.across(c, all - 1) >= PRINTED / 2.0;
        if printed.is_empty() || blanks.is_empty() || !beside {
            let split = self.behind(0, labels(&form.head));
            for field in &form.head {
                self.begin_with_next();
                let high = self.field(field, (0, split), (split, all))?;
                self.end_row(high)?;
            }
            return Ok(());
        }
        for at in 0..printed.len().max(blanks.len()) {
            self.begin_with_next();
            let mut high: f64 = LINE + PAD;
            if let Some(field) = printed.get(at) {
                high = high.max(self.field(field, (0, a), (a, b))?);
            }
            if let Some(field) = blanks.get(at) {
                high = high.max(self.field(field, (b, c), (c, all))?);
            }
            self.end_row(high)?;
        }
        Ok(())
    }

    /// A label, and what belongs to it, in columns from one to before another; and how high they are.
    fn field(&mut self, field: &Field, label: (u16, u16), value: (u16, u16)) -> Result<f64, XlsxError> {
        let rows = (self.row, self.row);
        let (label, value) = ((label.0, label.1 - 1), (value.0, value.1 - 1));
        self.words(rows, label, &field.label, &self.looks.plain.clone())?;
        let high = height(&field.label, self.across(label.0, label.1), Face::Regular);
        match &field.value {
            Value::Text(text) => {
                self.words(rows, value, text, &self.looks.bold.clone())?;
                let sidik = self.form.qr.as_deref().is_some_and(|qr| qr.ends_with(&format!(" {text}")));
                if sidik && text.len() == 19 {
                    self.cells.push(("sidik".to_owned(), self.row, value.0));
                }
                Ok(high.max(height(text, self.across(value.0, value.1), Face::Bold)))
            }
            Value::Blank(blank) => {
                let looks =
                    if blank.kind == BlankKind::Date { &self.looks.line_date } else { &self.looks.line };
                let looks = looks.clone();
                self.words(rows, value, "", &looks)?;
                self.cells.push((blank.name.clone(), self.row, value.0));
                let least = if blank.kind == BlankKind::Lines { HAND * 2.0 } else { HAND };
                Ok(high.max(least))
            }
        }
    }

    /// Side by side, their names on one line.
    fn signers(&mut self, signers: &[Signer]) -> Result<(), XlsxError> {
        let looks = (self.looks.signer.clone(), self.looks.signed.clone());
        let open = |signer: &Signer| signer.nama.is_empty();
        let lines_of: [&dyn Fn(&Signer) -> String; 6] = [
            &|it| format!("{},", it.label),
            &|it| it.jabatan.clone(),
            &|_| String::new(),
            &|it| if open(it) { format!("({})", ".".repeat(50)) } else { it.nama.clone() },
            &|it| if open(it) { format!("NIP {}", ".".repeat(46)) } else { it.pangkat.clone() },
            &|it| it.nip.clone(),
        ];
        let count = signers.len() as u16;
        let all = self.columns();
        let ends: Vec<u16> = (0..=count)
            .map(|at| if at == count { all } else { self.cut(f64::from(at) / f64::from(count)).max(at) })
            .collect();
        self.begin_with_next();
        self.end_row(LINE)?;
        for (at, line) in lines_of.iter().enumerate() {
            self.unit(at < 5);
            let mut high: f64 = if at == 2 { SIGNATURE } else { LINE + PAD };
            for (signer, end) in signers.iter().zip(ends.windows(2)) {
                let columns = (end[0], end[1].max(end[0] + 1) - 1);
                let text = line(signer);
                let looks = if at == 3 && !open(signer) { &looks.1 } else { &looks.0 };
                self.words((self.row, self.row), columns, &text, looks)?;
                let count = lines(&text, self.across(columns.0, columns.1), 100, Face::Bold);
                high = high.max(count as f64 * LINE * 10.0 / 9.0 + PAD);
            }
            self.end_row(high)?;
        }
        Ok(())
    }
}
