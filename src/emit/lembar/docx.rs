//! A form as a document (WordprocessingML): boxes that can be ticked, places that can be typed into, the head of the
//! table repeated on every page, rows that are not split.

use super::words as w;
use crate::emit::Options;
use crate::forms::names::in_round;
use crate::forms::{Blank, BlankKind, Field, Form, Line, Part, Piece, Row, Table, Value};
use crate::layout::FORCED_NOTE;
use crate::layout::fill::sides;
use crate::layout::length::Len;
use crate::text::{Lang, xml_line};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The bytes of the document; the same form gives the same bytes.
///
/// # Panics
///
/// Only for our own bugs: bytes that cannot be packed in memory.
pub fn docx(form: &Form, options: &Options) -> Vec<u8> {
    let lang = options.lang;
    let picture = form.qr.as_deref().and_then(super::picture);
    let paper = Paper::of(options);
    let mut body = Body { out: String::new(), lang, width: paper.width(), next: 1 };
    body.all(form, picture.is_some());
    let mut parts: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", CONTENT_TYPES.into()),
        ("_rels/.rels", RELS.into()),
        ("docProps/core.xml", core(form).into_bytes()),
        ("word/document.xml", document(&body.out, &paper).into_bytes()),
        ("word/styles.xml", STYLES.replace("{width}", &paper.width().to_string()).into_bytes()),
        ("word/footer1.xml", footer(form, lang).into_bytes()),
        ("word/_rels/document.xml.rels", document_rels(picture.is_some()).into_bytes()),
    ];
    parts.extend(picture.map(|bytes| ("word/media/qr.png", bytes)));
    pack(&parts).unwrap_or_else(|error| panic!("bug: a form as a document: {error}"))
}

fn pack(parts: &[(&str, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a day of its own the archive would carry today's.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="17"/><w:szCs w:val="17"/><w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="40" w:after="40"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="19"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr><w:rPr><w:sz w:val="14"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>
"#;
const UNDERLINE: &str =
    "<w:tcBorders><w:bottom w:val=\"dotted\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/></w:tcBorders>";
/// At the sides, in twentieths of a point: right, left.
const MARGINS: (u32, u32) = (680, 850);

/// The page as it lies, in twentieths of a point.
struct Paper {
    long: u32,
    short: u32,
}

impl Paper {
    fn of(options: &Options) -> Paper {
        let (short, long) = sides(&options.config);
        let twips = |side: Len| (side.to_pt() * 20.0).round() as u32;
        Paper { long: twips(long), short: twips(short) }
    }

    /// Between the margins.
    fn width(&self) -> u32 {
        self.long - MARGINS.0 - MARGINS.1
    }
}

fn core(form: &Form) -> String {
    let title = form.sop.as_deref().unwrap_or(&form.judul);
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:language>{}</dc:language></cp:coreProperties>\n",
        xml_line(title),
        xml_line(&form.judul),
        form.lang,
    )
}

fn document_rels(picture: bool) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let picture = if picture {
        format!("<Relationship Id=\"rId3\" Type=\"{base}/image\" Target=\"media/qr.png\"/>")
    } else {
        String::new()
    };
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{base}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{base}/footer\" Target=\"footer1.xml\"/>{picture}</Relationships>\n"
    )
}

fn footer(form: &Form, lang: Lang) -> String {
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    format!(
        "{XML}<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr>\
         <w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>\n",
        run(&form.running, ""),
        run(&format!("{} ", w::PAGE.pattern(lang)), ""),
        field("PAGE"),
        run(&format!(" {} ", w::OF.pattern(lang)), ""),
        field("NUMPAGES"),
    )
}

fn document(body: &str, paper: &Paper) -> String {
    let (Paper { long, short }, (right, left)) = (paper, MARGINS);
    format!(
        "{XML}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
         xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\"><w:body>{body}\
         <w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/>\
         <w:pgSz w:w=\"{long}\" w:h=\"{short}\" w:orient=\"landscape\"/>\
         <w:pgMar w:top=\"680\" w:right=\"{right}\" w:bottom=\"794\" w:left=\"{left}\" w:header=\"340\" w:footer=\"397\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>\n"
    )
}

struct Body {
    out: String,
    lang: Lang,
    /// Between the margins, in twentieths of a point.
    width: u32,
    /// The next number of something to fill in.
    next: u32,
}

impl Body {
    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(text) => self.styled("Heading1", text),
            Part::Paragraph(text) => self.plain(text),
            Part::Fields(fields) => {
                self.plain("");
                self.fields(fields);
            }
            Part::Ticks { label, items } => {
                self.styled("Heading1", label);
                for tick in items {
                    let boxed = self.tick(&tick.name, "");
                    self.paragraph(&format!("{boxed}{}", run(&format!(" {}", tick.label), "")), "");
                }
            }
            Part::List { label, items } => {
                if !label.is_empty() {
                    self.styled("Heading1", label);
                }
                for (number, item) in (1..).zip(items) {
                    let text = if items.len() > 1 { format!("{number}. {item}") } else { item.clone() };
                    self.plain(&text);
                }
            }
            Part::Table(table) => self.table(table),
        }
    }

    fn all(&mut self, form: &Form, picture: bool) {
        if form.forced {
            let text = run(FORCED_NOTE.pattern(self.lang), "<w:b/>");
            self.paragraph(&text, "");
        }
        if picture {
            self.picture();
        }
        form.instansi.iter().for_each(|line| self.plain(line));
        self.styled("Title", &form.judul);
        self.fields(&form.head);
        let mut last = self.out.len();
        for part in &form.parts {
            last = self.out.len();
            self.part(part);
        }
        // Nobody signs a sheet on which nothing else stands.
        if form.parts.last().is_some_and(|part| !matches!(part, Part::Table(_))) && !form.signers.is_empty() {
            let end = kept(&self.out.split_off(last));
            self.out.push_str(&end);
        }
        self.signers(form);
        form.after.iter().for_each(|part| self.part(part));
    }

    fn paragraph(&mut self, runs: &str, properties: &str) {
        let _ = write!(self.out, "<w:p>{}{runs}</w:p>", wrapped("pPr", properties));
    }

    fn plain(&mut self, text: &str) {
        self.paragraph(&run(text, ""), "");
    }

    fn styled(&mut self, style: &str, text: &str) {
        self.paragraph(&run(text, ""), &format!("<w:pStyle w:val=\"{style}\"/>"));
    }

    /// To the right of the head, out of the way of the text.
    fn picture(&mut self) {
        const SIDE: u32 = 828_000;
        let label = xml_line(w::QR.pattern(self.lang));
        let _ = write!(
            self.out,
            "<w:p><w:r><w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"114300\" distR=\"0\" simplePos=\"0\" \
             relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"0\"><wp:simplePos x=\"0\" y=\"0\"/>\
             <wp:positionH relativeFrom=\"margin\"><wp:align>right</wp:align></wp:positionH>\
             <wp:positionV relativeFrom=\"margin\"><wp:align>top</wp:align></wp:positionV>\
             <wp:extent cx=\"{SIDE}\" cy=\"{SIDE}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapSquare wrapText=\"left\"/>\
             <wp:docPr id=\"1\" name=\"QR\" descr=\"{label}\"/><wp:cNvGraphicFramePr/><a:graphic>\
             <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
             <pic:cNvPr id=\"1\" name=\"QR\" descr=\"{label}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId3\"/>\
             <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"{SIDE}\" cy=\"{SIDE}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
             </a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
        );
    }

    /// Label and value side by side.
    fn fields(&mut self, fields: &[Field]) {
        let widths = [3200, 8600];
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid><w:gridCol w:w=\"{}\"/><w:gridCol w:w=\"{}\"/></w:tblGrid>",
            widths[0] + widths[1],
            widths[0],
            widths[1]
        );
        for field in fields {
            let (value, line) = match &field.value {
                Value::Text(text) => (format!("<w:p>{}</w:p>", run(text, "<w:b/>")), ""),
                Value::Blank(blank) => (self.blank(blank, &blank.name), UNDERLINE),
            };
            let label = format!("<w:p>{}</w:p>", run(&field.label, ""));
            let _ = write!(
                self.out,
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}{}</w:tr>",
                cell(&label, widths[0], ""),
                cell(&value, widths[1], line)
            );
        }
        self.out.push_str("</w:tbl>");
        self.plain("");
    }

    fn table(&mut self, table: &Table) {
        let sum: u32 = table.columns.iter().map(|column| u32::from(column.weight)).sum();
        let widths: Vec<u32> =
            table.columns.iter().map(|column| self.width * u32::from(column.weight) / sum.max(1)).collect();
        let side =
            |name: &str| format!("<w:{name} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        let sides: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).concat();
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{sides}</w:tblBorders>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<u32>()
        );
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            let head =
                format!("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p>", run(&column.head, "<w:b/>"));
            let shade =
                "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8E8E8\"/><w:vAlign w:val=\"center\"/>";
            self.out.push_str(&cell(&head, *width, shade));
        }
        self.out.push_str("</w:tr>");
        for row in &table.rows {
            match row {
                Row::Band(text) => {
                    let band = format!("<w:p><w:pPr><w:keepNext/></w:pPr>{}</w:p>", run(text, "<w:b/>"));
                    let across = format!(
                        "<w:gridSpan w:val=\"{}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F3F3F3\"/>",
                        widths.len()
                    );
                    let _ = write!(
                        self.out,
                        "<w:tr><w:trPr><w:cantSplit/></w:trPr>{}</w:tr>",
                        cell(&band, widths.iter().sum(), &across)
                    );
                }
                Row::Line(line) => self.line(table, &widths, line),
            }
        }
        self.out.push_str("</w:tbl>");
        self.plain("");
    }

    fn line(&mut self, table: &Table, widths: &[u32], line: &Line) {
        let rounds = line.rounds.max(1);
        for round in 1..=rounds {
            // High enough for a pen; the rounds of a row stay on one page.
            let keep = if round < rounds { KEEP } else { "" };
            self.out.push_str(
                "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"510\" w:hRule=\"atLeast\"/></w:trPr>",
            );
            for ((column, pieces), width) in table.columns.iter().zip(&line.cells).zip(widths) {
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
                self.out.push_str(&cell(&content, *width, merge));
            }
            self.out.push_str("</w:tr>");
        }
    }

    fn pieces(&mut self, pieces: &[Piece], round: u8, ticks: u8, centre: bool, number: Option<u8>) -> String {
        let properties = if centre { "<w:jc w:val=\"center\"/>" } else { "" };
        let small = "<w:sz w:val=\"15\"/>";
        let mut out = String::new();
        if let Some(number) = number {
            let _ = write!(
                out,
                "<w:p>{}{}</w:p>",
                wrapped("pPr", properties),
                run(&number.to_string(), "<w:sz w:val=\"12\"/>")
            );
        }
        for piece in pieces {
            let runs = match piece {
                Piece::Text(text) => run(text, ""),
                Piece::Strong(text) => run(text, "<w:b/>"),
                Piece::Label(text) => run(text, &format!("<w:b/>{small}")),
                Piece::Item { marker, text } => run(&format!("{marker} {text}"), ""),
                Piece::Note { label, text } => {
                    run(&format!("{label}: "), &format!("<w:i/>{small}")) + &run(text, small)
                }
                Piece::Tick(tick) => {
                    let boxes: Vec<String> = (1..=ticks)
                        .map(|at| {
                            let at = if ticks > 1 { at } else { round };
                            self.tick(&in_round(&tick.name, at.into()), "")
                        })
                        .collect();
                    let label = if tick.label.is_empty() {
                        String::new()
                    } else {
                        run(&format!(" {}", tick.label), "")
                    };
                    boxes.join(&run(" ", "")) + &label
                }
                Piece::Choice { name, value, label } => {
                    let boxes: Vec<String> = (1..=ticks)
                        .map(|at| {
                            self.tick(&in_round(name, if ticks > 1 { at } else { round }.into()), value)
                        })
                        .collect();
                    boxes.join(&run(" ", "")) + &run(&format!(" {label}"), "")
                }
                Piece::Blank(blank) => {
                    if let Some(label) = blank.label.as_deref().filter(|label| !label.is_empty()) {
                        let _ = write!(out, "<w:p>{}{}</w:p>", wrapped("pPr", properties), run(label, small));
                    }
                    out.push_str(&self.blank(blank, &in_round(&blank.name, round.into())));
                    continue;
                }
            };
            let _ = write!(out, "<w:p>{}{runs}</w:p>", wrapped("pPr", properties));
        }
        if out.is_empty() { EMPTY.to_owned() } else { out }
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    /// A box that Word ticks; other programs show it.
    fn tick(&mut self, name: &str, value: &str) -> String {
        let tag = if value.is_empty() { name.to_owned() } else { format!("{name}={value}") };
        // A tag holds at most 64 characters.
        let tag: String = tag.chars().take(64).collect();
        format!(
            "<w:sdt><w:sdtPr><w:tag w:val=\"{}\"/><w:id w:val=\"{}\"/><w14:checkbox><w14:checked w14:val=\"0\"/>\
             <w14:checkedState w14:val=\"2612\" w14:font=\"MS Gothic\"/><w14:uncheckedState w14:val=\"2610\" w14:font=\"MS Gothic\"/>\
             </w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii=\"MS Gothic\" w:eastAsia=\"MS Gothic\" \
             w:hAnsi=\"MS Gothic\" w:hint=\"eastAsia\"/></w:rPr><w:t>\u{2610}</w:t></w:r></w:sdtContent></w:sdt>",
            xml_line(&tag),
            self.number()
        )
    }

    /// A paragraph to type into.
    fn blank(&mut self, blank: &Blank, name: &str) -> String {
        let room = match blank.kind {
            BlankKind::Lines => " ".repeat(60),
            BlankKind::Date | BlankKind::Moment | BlankKind::Text | BlankKind::Initials => " ".repeat(8),
        };
        let tag: String = name.chars().take(64).collect();
        format!(
            "<w:p><w:sdt><w:sdtPr><w:tag w:val=\"{}\"/><w:id w:val=\"{}\"/><w:text/></w:sdtPr><w:sdtContent>\
             <w:r><w:t xml:space=\"preserve\">{room}</w:t></w:r></w:sdtContent></w:sdt></w:p>",
            xml_line(&tag),
            self.number()
        )
    }

    fn signers(&mut self, form: &Form) {
        let count = u32::try_from(form.signers.len()).unwrap_or(1);
        if count == 0 {
            return;
        }
        let width = self.width / count;
        let grid: String = form.signers.iter().map(|_| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>",
            width * count
        );
        for signer in &form.signers {
            let name = if signer.nama.is_empty() { "(........................)" } else { &signer.nama };
            let lines = [&signer.label, &signer.jabatan, "", "", "", name, &signer.pangkat, &signer.nip];
            let content: String = lines
                .iter()
                .map(|line| format!("<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p>", run(line, "")))
                .collect();
            self.out.push_str(&cell(&content, width, ""));
        }
        self.out.push_str("</w:tr></w:tbl>");
        self.plain("");
    }
}

fn cell(content: &str, width: u32, properties: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>{content}</w:tc>")
}

const EMPTY: &str = "<w:p/>";
const KEEP: &str = "<w:keepNext/>";

/// Paragraphs that stay with what follows them.
fn kept(paragraphs: &str) -> String {
    let begun = paragraphs.replace("<w:p>", &format!("<w:p><w:pPr>{KEEP}</w:pPr>"));
    // A style stands before everything else; that of headings keeps them already.
    begun.replace(&format!("{KEEP}</w:pPr><w:pPr>"), KEEP).replace(&format!("{KEEP}<w:pStyle"), "<w:pStyle")
}

fn wrapped(name: &str, inside: &str) -> String {
    if inside.is_empty() { String::new() } else { format!("<w:{name}>{inside}</w:{name}>") }
}

fn run(text: &str, properties: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>", wrapped("rPr", properties), xml_line(text))
}
