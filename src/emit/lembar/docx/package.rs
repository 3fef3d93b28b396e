//! The parts of the document beside its text, and how they are packed.

use super::super::words as w;
use super::width;
use super::xml::{XML, paragraph, run, twips};
use crate::forms::{Field, Form, Jenis, Value};
use crate::layout::FORCED_NOTE;
use crate::paper::PageSetup;
use crate::text::{Lang, xml_line};
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A name in the archive, and its bytes.
pub type Part = (String, Vec<u8>);

/// Everything but the pictures, whose names make relations.
pub fn parts(
    form: &Form,
    body: &str,
    setup: PageSetup,
    lang: Lang,
    pictures: &[(&str, Vec<u8>)],
) -> Vec<Part> {
    let styles = STYLES.replace("{width}", &width(setup).to_string()).replace("{lang}", code(lang));
    // What hangs on a wall is read from afar.
    let (text, small, heading) =
        if form.jenis == Jenis::Layanan { ("22", "20", "26") } else { ("16", "15", "18") };
    let styles = styles.replace("{size}", text).replace("{small}", small).replace("{heading}", heading);
    let all: [(&str, String); 9] = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        ("docProps/core.xml", core(form)),
        ("word/document.xml", document(body, setup)),
        ("word/styles.xml", styles),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/header1.xml", header(form, setup, lang)),
        ("word/footer1.xml", footer(form, setup, lang)),
        ("word/_rels/document.xml.rels", document_rels(pictures)),
    ];
    all.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
}

pub fn pack(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Without a day of its own the archive would carry today's.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// As office programs name a language.
pub fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "id-ID",
        Lang::En => "en-GB",
    }
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
"#;
/// Without its own version a document is opened as one of Word 2007, which has no boxes to tick.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{lang}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="80" w:after="40"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/><w:sz w:val="25"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="{heading}"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:sz w:val="16"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs></w:pPr><w:rPr><w:sz w:val="14"/></w:rPr></w:style><w:style w:type="character" w:styleId="Small"><w:name w:val="Small"/><w:rPr><w:sz w:val="{small}"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>
"#;

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

fn document_rels(pictures: &[(&str, Vec<u8>)]) -> String {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [("rId1", "styles"), ("rId2", "footer"), ("rId3", "header"), ("rId4", "settings")];
    let targets = ["styles.xml", "footer1.xml", "header1.xml", "settings.xml"];
    let parts = parts.iter().zip(targets).map(|((id, kind), target)| {
        format!("<Relationship Id=\"{id}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>")
    });
    let pictures = pictures.iter().map(|(name, _)| {
        format!("<Relationship Id=\"{name}\" Type=\"{base}/image\" Target=\"media/{name}.png\"/>")
    });
    format!(
        "{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>\n",
        parts.chain(pictures).collect::<String>()
    )
}

const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// Of every page but the first: what this is, which version, which case.
fn header(form: &Form, setup: PageSetup, lang: Lang) -> String {
    let styled = |runs: &str, more: &str| paragraph(runs, &format!("<w:pStyle w:val=\"Header\"/>{more}"));
    let mut out = String::new();
    if form.standing.has_errors() {
        out.push_str(&styled(&run(FORCED_NOTE.pattern(lang), "<w:b/>"), ""));
    }
    out.push_str(&styled(&run(&form.running, "<w:b/>"), ""));
    let printed = |field: &Field| match &field.value {
        Value::Text(value) => Some(format!("{}: {value}", field.label)),
        Value::Blank(_) => None,
    };
    if form.qr.is_some() {
        let version: Vec<String> = form.head.iter().skip(2).take(2).filter_map(printed).collect();
        out.push_str(&styled(&run(&version.join(" · "), ""), ""));
    }
    let case = form.head.iter().find(|field| field.is_case_number());
    if let Some(field) = case {
        let tab = format!(
            "<w:tabs><w:tab w:val=\"left\" w:leader=\"dot\" w:pos=\"{}\"/></w:tabs><w:spacing w:before=\"120\" w:after=\"100\"/>",
            width(setup) * 3 / 5
        );
        out.push_str(&styled(&(run(&format!("{} ", field.label), "") + "<w:r><w:tab/></w:r>"), &tab));
    }
    format!("{XML}<w:hdr {MAIN}>{out}</w:hdr>\n")
}

fn footer(form: &Form, setup: PageSetup, lang: Lang) -> String {
    let field = |name: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {name} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    // A long name would push the number out of its line.
    let most = width(setup) as usize / 95;
    let mut running: String = form.running.chars().take(most).collect();
    if running.len() < form.running.len() {
        running.push_str("...");
    }
    format!(
        "{XML}<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>\n",
        run(&running, ""),
        run(&format!("{} ", w::PAGE.pattern(lang)), ""),
        field("PAGE"),
        run(&format!(" {} ", w::OF.pattern(lang)), ""),
        field("NUMPAGES"),
    )
}

fn document(body: &str, setup: PageSetup) -> String {
    let PageSetup { width, height, margins } = setup;
    let lies = if width > height { " w:orient=\"landscape\"" } else { "" };
    format!(
        "{XML}<w:document {MAIN} \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
         xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\"><w:body>{body}\
         <w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"default\" r:id=\"rId2\"/>\
         <w:footerReference w:type=\"first\" r:id=\"rId2\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{lies}/>\
         <w:pgMar w:top=\"{top}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" w:header=\"{top}\" w:footer=\"{}\" w:gutter=\"0\"/>\
         <w:titlePg/></w:sectPr></w:body></w:document>\n",
        twips(width),
        twips(height),
        twips(margins.right),
        twips(margins.bottom).max(340) + 240,
        twips(margins.left),
        twips(margins.bottom).max(340),
        top = twips(margins.top),
    )
}
