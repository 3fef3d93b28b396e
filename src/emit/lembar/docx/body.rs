//! The form from top to bottom: head, parts, signatures, and what is read below them.

use super::super::logo::Logo;
use super::super::{reads_briefly, words as w};
use super::picture::picture;
use super::width;
use super::xml::{CENTRE, EMPTY, UNDERLINE, at_least, cell, kept, lines, paragraph, row, run, table, twips};
use crate::forms::{Blank, BlankKind, Field, Form, Part, Signer, Value};
use crate::layout::FORCED_NOTE;
use crate::layout::fill::WITH_SIGNATURE;
use crate::paper::PageSetup;
use crate::paper::length::Len;
use crate::text::Lang;

/// Side of the code.
const CODE: Len = Len::mm(22);
/// Beside the title, for the logo and for the code.
const ASIDE: Len = Len::mm(25);
/// Room for a signature.
const SIGNATURE: Len = Len::mm(17);

pub struct Body {
    pub out: String,
    pub lang: Lang,
    /// Between the margins.
    pub room: Len,
    /// The same in twentieths of a point.
    pub width: u32,
    /// The next number of something to fill in.
    pub next: u32,
    /// Where the rows of the last table begin.
    pub rows: Vec<usize>,
    /// The last row was a band.
    pub banded: bool,
}

impl Body {
    pub fn new(setup: PageSetup, lang: Lang) -> Body {
        let room = setup.width - setup.margins.left - setup.margins.right;
        Body { out: String::new(), lang, room, width: width(setup), next: 2, rows: Vec::new(), banded: false }
    }

    pub fn all(&mut self, form: &Form, logo: Option<&Logo>, code: bool) {
        if form.standing.has_errors() {
            let text = run(FORCED_NOTE.pattern(self.lang), "<w:b/>");
            self.out.push_str(&paragraph(&text, ""));
        }
        self.title(form, logo, code);
        self.head(&form.head);
        let mut last = self.out.len();
        for part in &form.parts {
            last = self.out.len();
            self.part(part);
        }
        let kept_from = self.rows.len().saturating_sub(WITH_SIGNATURE);
        let from = self.rows.get(kept_from).copied().unwrap_or(last);
        let signed = !form.signers.is_empty();
        if signed {
            self.gap();
            self.signers(&form.signers);
        }
        let end = self.out.len();
        form.after.iter().for_each(|part| self.part(part));
        // Nobody signs a sheet on which nothing else stands, and what is only to be read is no page of its own.
        let to = if reads_briefly(form) { self.out.rfind("<w:p>").unwrap_or(end) } else { end };
        if (signed || !form.after.is_empty()) && from < to {
            let rest = self.out.split_off(to);
            let together = kept(&self.out.split_off(from));
            self.out.push_str(&together);
            self.out.push_str(&rest);
        }
    }

    pub(super) fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(text) => self.heading(text),
            Part::Paragraph(text) => self.plain(text),
            Part::Fields(fields) => self.fields(fields),
            Part::Ticks { label, items } => {
                if let [tick] = &items[..] {
                    // One box needs no line of its own.
                    let boxed = self.tick(&tick.name, "");
                    let label = run(&format!("{label}: "), "<w:b/>");
                    let text = run(&format!(" {}", tick.label), "");
                    self.out.push_str(&paragraph(
                        &format!("{label}{boxed}{text}"),
                        "<w:spacing w:before=\"80\" w:after=\"20\"/>",
                    ));
                    return;
                }
                self.heading(label);
                for tick in items {
                    let boxed = self.tick(&tick.name, "");
                    self.out.push_str(&paragraph(
                        &format!("{boxed}{}", run(&format!(" {}", tick.label), "")),
                        "",
                    ));
                }
            }
            Part::List { label, items } => {
                if !label.is_empty() {
                    self.heading(label);
                }
                for (number, item) in (1..).zip(items) {
                    let text =
                        if items.len() > 1 { format!("{number}. {item}") } else { format!("- {item}") };
                    self.plain(&text);
                }
            }
            Part::Table(table) => self.table(table),
        }
    }

    fn plain(&mut self, text: &str) {
        let properties = "<w:spacing w:before=\"40\" w:after=\"40\"/>";
        self.out.push_str(&paragraph(&run(text, ""), properties));
    }

    fn heading(&mut self, text: &str) {
        self.out.push_str(&paragraph(&run(text, ""), "<w:pStyle w:val=\"Heading1\"/>"));
    }

    /// Two tables must not touch.
    pub(super) fn gap(&mut self) {
        let small = "<w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/>";
        self.out.push_str(&paragraph("", small));
    }

    /// The agency and the title in the middle, the logo to the left, the code to the right.
    fn title(&mut self, form: &Form, logo: Option<&Logo>, code: bool) {
        let last = form.instansi.len().saturating_sub(1);
        let lines = form.instansi.iter().enumerate().map(|(at, line)| {
            let bold = if at == last && last > 0 { "<w:b/>" } else { "" };
            paragraph(&run(line, &format!("{bold}<w:sz w:val=\"20\"/>")), CENTRE)
        });
        let mut middle: String = lines.collect();
        middle.push_str(&paragraph(&run(&form.judul, ""), "<w:pStyle w:val=\"Title\"/>"));
        if logo.is_none() && !code {
            self.out.push_str(&middle);
            return;
        }
        let aside = twips(ASIDE);
        let widths = [aside, self.width - 2 * aside, aside];
        let logo = logo.map(|logo| {
            let label = w::LOGO.pattern(self.lang);
            paragraph(&picture("logo", label, 1, logo.width.to_um(), logo.height.to_um()), "")
        });
        let code = code.then(|| {
            let side = CODE.to_um();
            let right = "<w:jc w:val=\"right\"/>";
            paragraph(&picture("qr", w::QR.pattern(self.lang), 2, side, side), right)
        });
        let side = |content: Option<String>| content.unwrap_or_else(|| EMPTY.to_owned());
        let cells = [side(logo), middle, side(code)];
        let cells: String =
            cells.iter().zip(widths).map(|(content, width)| cell(content, width, "")).collect();
        self.out.push_str(&table(&widths, ""));
        self.out.push_str(&row(&cells, ""));
        self.out.push_str("</w:tbl>");
        self.gap();
    }

    /// What is printed on the left, what is filled in on the right, in a frame.
    fn head(&mut self, fields: &[Field]) {
        let (printed, blanks): (Vec<&Field>, Vec<&Field>) =
            fields.iter().partition(|field| matches!(field.value, Value::Text(_)));
        let shares: &[u32] = match (printed.is_empty(), blanks.is_empty()) {
            (true, true) => return,
            (true, false) | (false, true) => &[20, 80],
            (false, false) => &[17, 38, 17, 28],
        };
        let mut widths: Vec<u32> = shares.iter().map(|share| self.width * share / 100).collect();
        let used: u32 = widths.iter().sum();
        if let Some(last) = widths.last_mut() {
            *last += self.width - used;
        }
        let frame = lines(&[("top", 12), ("left", 12), ("bottom", 12), ("right", 12)]);
        self.out.push_str(&table(&widths, &frame));
        for at in 0..printed.len().max(blanks.len()) {
            let mut cells = String::new();
            let mut columns = widths.iter();
            for side in [&printed, &blanks] {
                if side.is_empty() {
                    continue;
                }
                let mut next = || columns.next().copied().unwrap_or_default();
                let (label, value) = (next(), next());
                match side.get(at) {
                    Some(field) => cells.push_str(&self.field(field, label, value)),
                    None => cells.push_str(&(cell(EMPTY, label, "") + &cell(EMPTY, value, ""))),
                }
            }
            let high = if at < blanks.len() { at_least(330) } else { String::new() };
            self.out.push_str(&row(&cells, &high));
        }
        // The lowest line to write on keeps off the frame.
        if blanks.len() >= printed.len() {
            let cells: String = widths.iter().map(|width| cell(THIN, *width, "")).collect();
            self.out.push_str(&row(&cells, ""));
        }
        self.out.push_str("</w:tbl>");
        self.gap();
    }

    /// The cells of a label and of what belongs to it.
    fn field(&mut self, field: &Field, label: u32, value: u32) -> String {
        let low = if matches!(field.value, Value::Blank(_)) { "<w:vAlign w:val=\"bottom\"/>" } else { "" };
        let name = cell(&paragraph(&run(&field.label, ""), ""), label, low);
        let value = match &field.value {
            Value::Text(text) => {
                let text = run(&format!(": {text}"), "<w:b/>");
                cell(&paragraph(&text, "<w:ind w:left=\"100\" w:hanging=\"100\"/>"), value, "")
            }
            Value::Blank(blank) => cell(&self.blank(blank, &blank.name, ""), value, UNDERLINE),
        };
        name + &value
    }

    /// Label and value side by side.
    fn fields(&mut self, fields: &[Field]) {
        let label = (self.width / 4).min(3000);
        let widths = [label, self.width - label];
        self.out.push_str(&table(&widths, ""));
        for field in fields {
            let cells = self.field(field, widths[0], widths[1]);
            let high = match field.value {
                Value::Blank(_) => at_least(380),
                Value::Text(_) => String::new(),
            };
            self.out.push_str(&row(&cells, &high));
            if let Value::Blank(Blank { kind: BlankKind::Lines, .. }) = field.value {
                let cells = cell(EMPTY, widths[0], "") + &cell(EMPTY, widths[1], UNDERLINE);
                self.out.push_str(&row(&cells, &high));
            }
        }
        self.out.push_str("</w:tbl>");
        self.gap();
    }

    /// Side by side, their names on one line.
    fn signers(&mut self, signers: &[Signer]) {
        let count = u32::try_from(signers.len()).unwrap_or(1);
        let widths = vec![self.width / count; signers.len()];
        self.out.push_str(&table(&widths, ""));
        const SIZE: &str = "<w:sz w:val=\"18\"/>";
        let centred = |text: &str| paragraph(&run(text, SIZE), CENTRE);
        let filled = |texts: [&String; 2]| -> String {
            texts.into_iter().filter(|text| !text.is_empty()).map(|text| centred(text)).collect()
        };
        let above = |signer: &Signer| filled([&format!("{},", signer.label), &signer.jabatan]);
        let below = |signer: &Signer| {
            if signer.nama.is_empty() {
                let (name, nip) = (format!("({})", ".".repeat(50)), format!("NIP {}", ".".repeat(45)));
                return filled([&name, &nip]);
            }
            let name = run(&signer.nama, &format!("<w:b/>{SIZE}<w:u w:val=\"single\"/>"));
            paragraph(&name, CENTRE) + &filled([&signer.pangkat, &signer.nip])
        };
        let across = |content: &dyn Fn(&Signer) -> String| -> String {
            signers.iter().map(|signer| cell(&content(signer), widths[0], "")).collect()
        };
        let room = format!("<w:trHeight w:val=\"{}\" w:hRule=\"exact\"/>", twips(SIGNATURE));
        self.out.push_str(&row(&kept(&across(&above)), ""));
        self.out.push_str(&row(&kept(&across(&|_| EMPTY.to_owned())), &room));
        self.out.push_str(&row(&across(&below), ""));
        self.out.push_str("</w:tbl>");
        self.gap();
    }
}

/// A line that is hardly there.
const THIN: &str = "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/></w:pPr></w:p>";
