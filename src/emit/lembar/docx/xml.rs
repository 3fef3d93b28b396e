//! Runs, paragraphs and cells as elements.

use crate::layout::wrap::breakable;
use crate::paper::length::Len;
use crate::text::xml_line;

pub const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub const EMPTY: &str = "<w:p/>";
pub const KEEP: &str = "<w:keepNext/>";
pub const CENTRE: &str = "<w:jc w:val=\"center\"/>";
/// A line to write on, below a cell.
pub const UNDERLINE: &str = "<w:tcBorders><w:bottom w:val=\"dotted\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>\
     <w:vAlign w:val=\"bottom\"/>";

/// In twentieths of a point.
pub fn twips(length: Len) -> u32 {
    (length.to_pt() * 20.0).round().max(0.0) as u32
}

pub fn cell(content: &str, width: u32, properties: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>{content}</w:tc>")
}

pub fn row(cells: &str, properties: &str) -> String {
    format!("<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>")
}

/// The property of a row that is so high at least, in twentieths of a point.
pub fn at_least(height: u32) -> String {
    format!("<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>")
}

/// The head of a table of these columns; what stands around and between its cells.
pub fn table(widths: &[u32], borders: &str) -> String {
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/>{}<w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/>\
         <w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
        widths.iter().sum::<u32>(),
        wrapped("tblBorders", borders),
    )
}

/// Lines at these sides of a table, in eighths of a point.
pub fn lines(sides: &[(&str, u32)]) -> String {
    let side = |(name, wide): &(&str, u32)| {
        format!("<w:{name} w:val=\"single\" w:sz=\"{wide}\" w:space=\"0\" w:color=\"000000\"/>")
    };
    sides.iter().map(side).collect()
}

pub fn paragraph(runs: &str, properties: &str) -> String {
    format!("<w:p>{}{runs}</w:p>", wrapped("pPr", properties))
}

/// Paragraphs that stay with what follows them.
pub fn kept(paragraphs: &str) -> String {
    let begun = paragraphs
        .replace(EMPTY, "<w:p></w:p>")
        .replace("<w:p>", &format!("<w:p><w:pPr>{KEEP}</w:pPr>"))
        .replace(&format!("{KEEP}</w:pPr><w:pPr>"), KEEP);
    // A style stands before everything else; that of headings keeps them already.
    begun.replace(&format!("{KEEP}<w:pStyle"), "<w:pStyle").replace(&KEEP.repeat(2), KEEP)
}

pub fn wrapped(name: &str, inside: &str) -> String {
    if inside.is_empty() { String::new() } else { format!("<w:{name}>{inside}</w:{name}>") }
}

pub fn run(text: &str, properties: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    // An arrow stays with what it leads to.
    let text = breakable(&xml_line(text)).replace("→ ", "→\u{a0}");
    format!("<w:r>{}<w:t xml:space=\"preserve\">{text}</w:t></w:r>", wrapped("rPr", properties))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_kept_once_and_behind_its_style() {
        assert_eq!(kept(EMPTY), "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>");
        assert_eq!(
            kept("<w:p><w:pPr><w:jc/></w:pPr></w:p>"),
            "<w:p><w:pPr><w:keepNext/><w:jc/></w:pPr></w:p>"
        );
        let styled = "<w:p><w:pPr><w:pStyle/></w:pPr></w:p>";
        assert_eq!(kept(styled), styled);
        assert_eq!(kept(&kept("<w:p></w:p>")), kept("<w:p></w:p>"));
    }
}
