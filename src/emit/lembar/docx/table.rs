//! The table of a form: its rows and rounds, and what is ticked and written in its cells.

use super::body::Body;
use super::xml::{
    CENTRE, EMPTY, KEEP, at_least, cell, kept, lines, paragraph, row, run, table, twips, wrapped,
};
use crate::forms::names::in_round;
use crate::forms::{Blank, BlankKind, Line, Piece, Row, Table};
use crate::layout::fill;
use crate::text::xml_line;

const HANGING: &str = "<w:ind w:left=\"204\" w:hanging=\"204\"/>";
/// It stands before other properties.
const SMALL: &str = "<w:rStyle w:val=\"Small\"/>";
/// The number of a round, beside a box or in a place to write.
const TINY: &str = "<w:sz w:val=\"12\"/>";

impl Body {
    pub(super) fn table(&mut self, of: &Table) {
        self.gap();
        let widths: Vec<u32> = fill::columns(of, self.room).into_iter().map(twips).collect();
        let sides =
            [("top", 12), ("left", 12), ("bottom", 12), ("right", 12), ("insideH", 4), ("insideV", 4)];
        self.out.push_str(&table(&widths, &lines(&sides)));
        let shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8E8E8\"/><w:vAlign w:val=\"center\"/>";
        let heads = of.columns.iter().zip(&widths);
        let heads: String = heads
            .map(|(column, width)| cell(&paragraph(&run(&column.head, "<w:b/>"), CENTRE), *width, shade))
            .collect();
        self.out.push_str(&row(&heads, "<w:tblHeader/>"));
        self.rows.clear();
        let mut high = false;
        for of_row in &of.rows {
            // A band stays with the row below it, and is one with it. What is before a high row, and it itself, need not
            // stay with what is behind it.
            if high {
                self.rows.clear();
            }
            if !self.banded {
                self.rows.push(self.out.len());
            }
            high = matches!(of_row, Row::Line(line) if line.rounds > 1);
            self.banded = matches!(of_row, Row::Band(_));
            match of_row {
                Row::Band(text) => {
                    let band = paragraph(&run(text, "<w:b/>"), KEEP);
                    let across = format!(
                        "<w:gridSpan w:val=\"{}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F3F3\"/>",
                        widths.len()
                    );
                    self.out.push_str(&row(&cell(&band, widths.iter().sum(), &across), ""));
                }
                Row::Line(line) => self.line(of, &widths, line),
            }
        }
        self.banded = false;
        self.out.push_str("</w:tbl>");
        self.gap();
    }

    fn line(&mut self, of: &Table, widths: &[u32], line: &Line) {
        let rounds = line.rounds.max(1);
        let filled = line
            .cells
            .iter()
            .flatten()
            .any(|piece| matches!(piece, Piece::Tick(_) | Piece::Choice { .. } | Piece::Blank(_)));
        // High enough for a pen.
        let high = if filled { at_least(500) } else { String::new() };
        for round in 1..=rounds {
            // The rounds of a row stay on one page.
            let keep = if round < rounds { KEEP } else { "" };
            let mut cells = String::new();
            for ((column, pieces), width) in of.columns.iter().zip(&line.cells).zip(widths) {
                let merge = match (column.rounds || rounds == 1, round) {
                    (true, _) => "",
                    (false, 1) => "<w:vMerge w:val=\"restart\"/>",
                    (false, _) => "<w:vMerge/>",
                };
                let shown = column.rounds || round == 1;
                let own = (column.rounds && rounds > 1).then_some(round);
                let ticks = if column.rounds { 1 } else { rounds };
                let content = if shown {
                    let number =
                        own.map(|_| round).filter(|_| pieces.iter().any(|it| matches!(it, Piece::Blank(_))));
                    let content = self.pieces(pieces, own.unwrap_or(1), ticks, column.centre, number);
                    if keep.is_empty() { content } else { kept(&content) }
                } else {
                    format!("<w:p>{}</w:p>", wrapped("pPr", keep))
                };
                cells.push_str(&cell(&content, *width, merge));
            }
            self.out.push_str(&row(&cells, &high));
        }
    }

    fn pieces(&mut self, pieces: &[Piece], round: u8, ticks: u8, centre: bool, number: Option<u8>) -> String {
        let properties = if centre { CENTRE } else { "" };
        let mut out = String::new();
        if let Some(number) = number {
            out.push_str(&paragraph(&run(&number.to_string(), TINY), properties));
        }
        // Several sign in one place: each has a line above and room below his name.
        let hands = pieces.iter().filter(|it| matches!(it, Piece::Blank(_))).count();
        let mut signed = 0;
        for piece in pieces {
            let runs = match piece {
                Piece::Text(text) => run(text, ""),
                Piece::Strong(text) => run(text, "<w:b/>"),
                Piece::Label(text) => run(text, &format!("{SMALL}<w:b/><w:i/>")),
                Piece::Item { marker, text } => run(&format!("{marker} {text}"), ""),
                Piece::Note { label, text } => run(&format!("{label}: {text}"), &format!("{SMALL}<w:i/>")),
                Piece::Tick(tick) => {
                    let name = |at| in_round(&tick.name, at);
                    let boxes = self.boxes(round, ticks, |at| (name(at), String::new()));
                    let space = if tick.label.is_empty() { "" } else { " " };
                    boxes + &run(&format!("{space}{}", tick.label), "")
                }
                Piece::Choice { name, value, label } => {
                    let boxes = self.boxes(round, ticks, |at| (in_round(name, at), value.clone()));
                    boxes + &run(&format!(" {label}"), "")
                }
                Piece::Blank(blank) => {
                    let above = if signed > 0 {
                        "<w:pBdr><w:top w:val=\"single\" w:sz=\"2\" w:space=\"1\" w:color=\"6E6E6E\"/></w:pBdr>"
                    } else {
                        ""
                    };
                    let mut place = above;
                    if let Some(label) = blank.label.as_deref().filter(|label| !label.is_empty()) {
                        out.push_str(&paragraph(&run(label, SMALL), &format!("{above}{properties}")));
                        place = "";
                    }
                    signed += 1;
                    let room = if hands > 1 { "<w:spacing w:after=\"60\"/>" } else { "" };
                    let name = in_round(&blank.name, round.into());
                    out.push_str(&self.blank(blank, &name, &format!("{place}{room}")));
                    continue;
                }
            };
            // What goes on stands under its beginning, not under its mark.
            let marked = match piece {
                Piece::Item { .. } => true,
                Piece::Tick(_) | Piece::Choice { .. } => ticks <= 1,
                _ => false,
            };
            let hanging = if marked && !centre { HANGING } else { "" };
            out.push_str(&paragraph(&runs, &format!("{hanging}{properties}")));
        }
        if out.is_empty() { EMPTY.to_owned() } else { out }
    }

    /// A box, or a numbered one for every round.
    fn boxes(&mut self, round: u8, ticks: u8, named: impl Fn(u32) -> (String, String)) -> String {
        if ticks <= 1 {
            let (name, value) = named(round.into());
            return self.tick(&name, &value);
        }
        let mut out = String::new();
        for at in 1..=ticks {
            let (name, value) = named(at.into());
            out.push_str(&self.tick(&name, &value));
            let space = if at < ticks { " " } else { "" };
            out.push_str(&run(&format!("{at}{space}"), TINY));
        }
        out
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// A box that Word ticks; other programs show it.
    pub(super) fn tick(&mut self, name: &str, value: &str) -> String {
        let tag = if value.is_empty() { name.to_owned() } else { format!("{name}={value}") };
        format!(
            "<w:sdt><w:sdtPr>{}<w14:checkbox><w14:checked w14:val=\"0\"/>\
             <w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/>\
             </w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" \
             w:hAnsi=\"MS Gothic\" w:hint=\"eastAsia\"/></w:rPr><w:t>\u{2610}</w:t></w:r></w:sdtContent></w:sdt>",
            self.tag(&tag),
        )
    }

    /// A paragraph to type into; a day may be chosen.
    pub(super) fn blank(&mut self, blank: &Blank, name: &str, properties: &str) -> String {
        let room = match blank.kind {
            BlankKind::Lines => " ".repeat(60),
            BlankKind::Date | BlankKind::Moment | BlankKind::Text | BlankKind::Initials => " ".repeat(8),
        };
        let kind = match blank.kind {
            BlankKind::Date => format!(
                "<w:date><w:dateFormat w:val=\"d MMMM yyyy\"/><w:lid w:val=\"{}\"/>\
                 <w:storeMappedDataAs w:val=\"date\"/><w:calendar w:val=\"gregorian\"/></w:date>",
                super::package::code(self.lang)
            ),
            _ => "<w:text/>".to_owned(),
        };
        let place = format!(
            "<w:sdt><w:sdtPr>{}{kind}</w:sdtPr><w:sdtContent>\
             <w:r><w:t xml:space=\"preserve\">{room}</w:t></w:r></w:sdtContent></w:sdt>",
            self.tag(name),
        );
        paragraph(&place, properties)
    }

    /// What a place is called. A tag holds at most 64 characters.
    fn tag(&mut self, name: &str) -> String {
        let tag: String = name.chars().take(64).collect();
        format!("<w:tag w:val=\"{}\"/><w:id w:val=\"{}\"/>", xml_line(&tag), self.number())
    }
}
