//! Any parts of a workbook, packed here, or any bytes that say they are a workbook: cases, or faults in words.
//!
//! Packed bytes are rarely changed into other packed bytes, so the parts are texts with a line `%%` between them: the
//! workbook, its first sheet, the shared strings, the styles.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sop::compile::{Compiled, compile};
use sop::config::Config;
use sop::rekam::baca::{Acuan, baca};
use sop::rekam::nilai::nilai;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| compile(include_str!("../../sops/monev.sop"), &Config::default()));

const PARTS: [&str; 4] =
    ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];

/// What leads to the parts is always whole.
const LINKS: [(&str, &str); 2] = [
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
];

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        out.start_file(name, plain).expect("a name that is not there yet");
        out.write_all(bytes).expect("memory takes everything");
    };
    LINKS.iter().for_each(|(name, text)| put(name, text.as_bytes()));
    let mut rest = bytes;
    for name in PARTS {
        let end = rest.windows(4).position(|line| line == b"\n%%\n");
        put(name, &rest[..end.unwrap_or(rest.len())]);
        let Some(end) = end else { break };
        rest = &rest[end + 4..];
    }
    out.finish().expect("memory takes everything").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let config = Config::default();
    let procedure = COMPILED.procedure.as_ref().expect("the seed has rows");
    let acuan = Acuan::new(procedure, &config);
    let read = match bytes.starts_with(b"PK") {
        true => baca(bytes, &acuan),
        false => baca(&packed(bytes), &acuan),
    };
    nilai(&read.berkas, procedure, &config);
});
