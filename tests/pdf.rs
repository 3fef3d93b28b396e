//! The PDF: the same bytes every time, text that can be copied, one table over all chart pages, a clean logo.
//!
//! Facts about the structure are read from the file's own objects; poppler and qpdf are asked where they are installed.
#![cfg(feature = "pdf")]
#![allow(clippy::disallowed_methods, reason = "tests read files and ask other programs")]

#[path = "common/corpus.rs"]
mod corpus;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as Bytes};
use sop::compile::compile;
use sop::config::{Arsip, Config};
use sop::emit::forms::{files, format};
use sop::emit::pdf::{About, Source, Unopened, sources, write};
use sop::emit::{self, Job, Options};
use sop::forms::Jenis;
use sop::layout::font::Face;
use sop::layout::logo;
use sop::layout::scene::{
    CellOf, FieldMark, FieldPart, Image, Item, Mark, Page, PageKind, Point, Scene, Shape, Stroke, SymbolKind,
    SymbolMark, TextLine,
};
use sop::model::{Key, Standing};
use sop::paper::DEFAULT_MARGINS;
use sop::paper::length::{FontSize, Len};
use std::collections::BTreeSet;
use std::io::Read as _;
use std::process::Command;
use std::sync::Arc;

const INK: Stroke = Stroke { width: Len::um(300), shade: 0 };

/// The identity pages of a procedure of the collection.
fn identity(name: &str, image: Option<Image>) -> Scene {
    let path = format!("{}/sops/{name}.sop", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let config = Config::default();
    let procedure = compile(&text, &config).procedure.unwrap();
    Scene { pages: sop::layout::form(&procedure, &config, image.map(Arc::new).as_ref(), Standing::Clean) }
}

fn text(x: i32, y: i32, words: &str) -> Shape {
    let (face, size) = (Face::Regular, FontSize::tenths(80));
    Shape::Text(TextLine { x: Len::mm(x), baseline: Len::mm(y), face, size, words: words.into() })
}

fn rect(x: i32, y: i32, width: i32, height: i32) -> Shape {
    let mm = Len::mm;
    Shape::Rect {
        x: mm(x),
        y: mm(y),
        width: mm(width),
        height: mm(height),
        radius: mm(0),
        fill: Some(255),
        stroke: None,
    }
}

/// A page of a chart with a two-storey head (No | Pelaksana over Kasi and Kabid) and one row.
fn chart_page(page: usize, pages: usize) -> Page {
    let mut items = Vec::new();
    let mut put = |mark, shape| items.push(Item { mark, shape });
    let cell = |row: &str, col: &str, of| Mark::Cell { row: row.into(), col: col.into(), of };
    let words = |row: &str, col: &str| Mark::CellText { row: row.into(), col: col.into(), note: false };
    let row = page.to_string();
    put(cell("head", "no", CellOf::Head), rect(20, 20, 20, 20));
    put(cell("head", "pelaksana", CellOf::Head), rect(40, 20, 60, 10));
    put(cell("head", "kasi", CellOf::Head), rect(40, 30, 30, 10));
    put(cell("head", "kabid", CellOf::Head), rect(70, 30, 30, 10));
    put(cell(&row, "no", CellOf::Row), rect(20, 40, 20, 30));
    put(cell(&row, "kasi", CellOf::Row), rect(40, 40, 30, 30));
    put(cell(&row, "kabid", CellOf::Row), rect(70, 40, 30, 30));
    put(words("head", "no"), text(22, 26, "Nomorkepala"));
    put(words("head", "pelaksana"), text(50, 26, "Pelaksana"));
    put(words("head", "kasi"), text(50, 36, "Kasi"));
    put(words("head", "kabid"), text(80, 36, "Kabid"));
    put(words(&row, "no"), text(22, 50, &format!("baris{page}")));
    let symbol = SymbolMark {
        step: row.clone(),
        row: row.clone(),
        role: "kabid".into(),
        kind: SymbolKind::Decision,
        alt: format!("keputusan {page}, Kabid"),
    };
    let corner = |x, y| Point::new(Len::mm(x), Len::mm(y));
    let points = vec![corner(85, 45), corner(95, 55), corner(85, 65), corner(75, 55)];
    put(Mark::Symbol(symbol), Shape::Polygon { points, fill: Some(255), stroke: INK });
    put(Mark::PageNo, text(20, 190, &format!("Halaman {page} dari {pages}")));
    let kind = PageKind::Bagan { page, pages };
    Page { width: Len::mm(330), height: Len::mm(215), margins: DEFAULT_MARGINS, kind, items }
}

fn whole() -> Vec<u8> {
    let mut scene = identity("monev", None);
    scene.pages.extend([chart_page(1, 2), chart_page(2, 2)]);
    let about = About { title: "Penyelenggaraan Monitoring".into(), ..About::default() };
    write(&scene, &about)
}

/// How often something stands in the readable part of a file, small objects that lie together included.
fn count(pdf: &[u8], what: &str) -> usize {
    let mut readable = pdf.to_vec();
    let mut rest = pdf;
    while let Some(at) = rest.windows(12).position(|it| it == b"/Type/ObjStm") {
        rest = &rest[at + 12..];
        let data = &rest[rest.windows(7).position(|it| it == b"stream\n").unwrap() + 7..];
        flate2::read::ZlibDecoder::new(data).read_to_end(&mut readable).unwrap();
    }
    readable.windows(what.len()).filter(|window| *window == what.as_bytes()).count()
}

/// What a program says about a file; `None` where it is not installed.
fn ask(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.pdf");
    std::fs::write(&path, pdf).unwrap();
    let output = Command::new(program).args(before).arg(&path).args(after).output().ok()?;
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_form_can_be_filled_in_and_each_field_is_read_out() {
    for sample in
        corpus::samples().into_iter().filter(|it| ["monev", "bentuk-lain"].contains(&it.stem.as_str()))
    {
        let made = files(Jenis::LembarKendali, &sample.job(), format("pdf").unwrap()).unwrap();
        let [form] = &made[..] else { panic!("one form") };
        let pdf = Pdf::new(Arc::new(form.bytes.clone())).unwrap();
        let (mut widgets, mut named, mut tags, mut fields) = (0, BTreeSet::new(), 0, 0);
        for object in pdf.objects() {
            let Object::Dict(dict) = object else { continue };
            if let Some(form) = dict.get::<Dict<'_>>("AcroForm") {
                fields = form.get::<Array<'_>>("Fields").unwrap().raw_iter().count();
            }
            let kind = |key: &str| dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned());
            if kind("Subtype").as_deref() == Some("Widget") {
                widgets += 1;
                let text = |key: &str| dict.get::<Bytes<'_>>(key).map(|it| it.as_bytes().to_vec()).unwrap();
                assert!(named.insert(text("T")), "two fields of one name");
                assert!(text("TU").len() > 2, "a field that is not read out");
            }
            tags += usize::from(kind("S").as_deref() == Some("Form"));
        }
        assert!(widgets > sample.procedure.sop.kegiatan.len() * 4, "{}: {widgets} fields", sample.stem);
        assert_eq!((widgets, widgets), (tags, fields), "{}", sample.stem);
    }
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    assert!(whole() == whole());
}

#[test]
fn the_first_sheet_is_short() {
    let (pdf, _) = built("monev", Arsip::A3a);
    assert!(pdf.len() < 40_000, "{} bytes", pdf.len());
    assert_eq!(count(&pdf, "/Type/XRef"), 1);
}

#[test]
fn the_file_says_what_it_is() {
    let pdf = whole();
    assert!(pdf.starts_with(b"%PDF-1.7"));
    assert_eq!(count(&pdf, "/Type/Page/"), 3);
    assert_eq!(count(&pdf, "<pdfaid:part>3</pdfaid:part>"), 1);
    assert_eq!(count(&pdf, "<pdfaid:conformance>A</pdfaid:conformance>"), 1);
    assert_eq!(count(&pdf, "<pdfuaid:part>1</pdfuaid:part>"), 1);
    for entry in ["/Lang(id)", "(Penyelenggaraan Monitoring)", "(Identitas)", "(Bagan alir, halaman 2)"] {
        assert!(count(&pdf, entry) > 0, "{entry}");
    }
    // Embedded, as subsets.
    assert!(
        count(&pdf, "+Arimo-Regular") > 0 && count(&pdf, "+Arimo-Bold") > 0 && count(&pdf, "/FontFile2") > 0
    );
}

/// The PDF of a text, and the text's bytes.
fn built(name: &str, arsip: Arsip) -> (Vec<u8>, Vec<u8>) {
    let path = format!("{}/sops/{name}.sop", env!("CARGO_MANIFEST_DIR"));
    let source = std::fs::read(path).unwrap();
    let mut config = Config::default();
    config.cetak.pdf = arsip;
    let procedure = sop::compile::compile_bytes(&source, &config).1.procedure.unwrap();
    let options = Options { config, stem: name.into(), source: source.clone(), ..Options::default() };
    let [pdf] =
        <[_; 1]>::try_from((emit::find("chart").unwrap().emit)(&Job::new(&procedure, &options)).unwrap())
            .unwrap();
    (pdf.bytes, source)
}

#[test]
fn every_sheet_gives_its_source_back_byte_for_byte() {
    for name in corpus::samples().into_iter().map(|sample| sample.stem) {
        let (pdf, bytes) = built(&name, Arsip::A3a);
        assert_eq!(sources(&pdf).unwrap(), [Source { name: format!("{name}.sop"), bytes }]);
    }
}

#[test]
fn any_bytes_and_any_name_come_back() {
    let page = || chart_page(1, 1);
    let source = |name: &str, bytes: &[u8]| Source { name: name.into(), bytes: bytes.into() };
    let all: Vec<u8> = (0..=255).cycle().take(3000).collect();
    let given = [
        source("usulan.sop", b""),
        source("usulan.sop", b"\xEF\xBB\xBFsop: \r\n\0"),
        source("Penyusunan – Renstra (1).sop", &all),
    ];
    let about = About { sources: given.to_vec(), ..About::default() };
    let mut found = sources(&write(&Scene { pages: vec![page()] }, &about)).unwrap();
    found.sort_by_key(|source| source.bytes.len());
    let names: Vec<&str> = found.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(names, ["usulan.sop", "usulan (2).sop", "Penyusunan – Renstra (1).sop"]);
    for (found, given) in found.iter().zip(&given) {
        assert!(found.bytes == given.bytes, "{}", given.name);
    }
}

#[test]
fn the_other_standard_carries_nothing() {
    let (pdf, _) = built("monev", Arsip::A2a);
    assert_eq!(count(&pdf, "<pdfaid:part>2</pdfaid:part>"), 1);
    assert_eq!(count(&pdf, "/EmbeddedFile"), 0);
    assert_eq!(sources(&pdf), Err(Unopened::NoSource));
}

#[test]
fn a_sheet_that_was_signed_or_cut_or_prefixed_still_gives_its_source() {
    let (pdf, bytes) = built("monev", Arsip::A3a);
    let text = String::from_utf8_lossy(&pdf).into_owned();
    // What a signing service appends: the catalogue anew with a form, a new table, a pointer to the old one.
    let after = |what: &str| text[text.rfind(what).unwrap() + what.len()..].to_owned();
    let old = after("startxref").split_whitespace().next().unwrap().to_owned();
    let root = after("/Root").trim().split(' ').next().unwrap().to_owned();
    let begins = text.find(&format!("\n{root} 0 obj")).unwrap() + 1;
    let catalogue = &text[begins..begins + text[begins..].find("endobj").unwrap()];
    let signed = catalogue.replacen("<<", "<</AcroForm<</SigFlags 3/Fields[]>>", 1);
    let mut appended = pdf.clone();
    let at = appended.len();
    appended.extend(format!("{signed}endobj\n").bytes());
    let table = appended.len();
    appended.extend(
        format!(
            "xref\n{root} 1\n{at:010} 00000 n \ntrailer\n<</Size 9999/Root {root} 0 R/Prev {old}>>\nstartxref\n{table}\n%%EOF\n"
        )
        .bytes(),
    );
    let cut = pdf[..pdf.len() - 3000].to_vec();
    let prefixed = [b"From: kantor\r\n\r\n".as_slice(), &pdf].concat();
    for (what, pdf) in [("signed", appended), ("cut", cut), ("prefixed", prefixed)] {
        let found = sources(&pdf).unwrap_or_else(|why| panic!("{what}: {why:?}"));
        assert!(found.len() == 1 && found[0].bytes == bytes, "{what}");
    }
}

#[test]
fn a_damaged_source_is_never_given_for_the_true_one() {
    let (pdf, bytes) = built("pengamanan-kantor", Arsip::A3a);
    let at = pdf.windows(13).position(|it| it == b"/EmbeddedFile").unwrap();
    for offset in (0..1500).step_by(17) {
        for other in [0, 0x55] {
            let mut damaged = pdf.clone();
            damaged[at + offset] ^= other ^ 0xFF;
            if let Ok(found) = sources(&damaged) {
                assert!(found.len() == 1 && found[0].bytes == bytes, "a flipped byte at {offset}");
            }
        }
    }
    for length in (0..pdf.len()).step_by(1999) {
        if let Ok(found) = sources(&pdf[..length]) {
            assert!(found[0].bytes == bytes, "cut at {length}");
        }
    }
    assert_eq!(sources(b"sop: Penyusunan"), Err(Unopened::NotPdf));
    assert_eq!(sources(b"%PDF-1.7\n"), Err(Unopened::Damaged));
}

#[test]
fn the_chart_is_one_table_with_its_head_once_and_its_symbols_in_words() {
    let pdf = whole();
    let tag = |name: &str| count(&pdf, &format!("/S/{name}/"));
    assert_eq!(tag("Table"), 1);
    assert_eq!(tag("THead"), 1);
    // Two rows of the head, one row a page.
    assert_eq!(tag("TR"), 4);
    assert_eq!(tag("TH"), 4);
    assert_eq!(tag("TD"), 6);
    assert_eq!(tag("Figure"), 2);
    assert_eq!(count(&pdf, "/RowSpan 2"), 1);
    assert_eq!(count(&pdf, "/ColSpan 2"), 1);
    assert!(count(&pdf, "(keputusan 1, Kabid)") == 1 && count(&pdf, "(keputusan 2, Kabid)") == 1);
}

#[test]
fn words_can_be_copied_in_reading_order_and_do_not_fuse_at_line_ends() {
    let Some(words) = ask("pdftotext", &[], &whole(), &["-"]) else { return };
    let flat = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "Pemerintah Kabupaten Lamandau Dinas Sosial",
        "paling lambat 1 minggu setelah pelaksanaan Monitoring dan Evaluasi",
        "M. Syaifudin Zuhri, SE., M.A.P",
        "baris2",
    ] {
        assert!(flat.contains(sentence), "{sentence}");
    }
    let tags = ask("pdfinfo", &["-struct-text"], &whole(), &[]).unwrap_or_default();
    assert_eq!(tags.matches("Nomorkepala").count(), 1, "a repeated head is read out once");
    assert!(!tags.contains("Halaman 1 dari 2"), "page numbers are not read out");
}

#[test]
fn a_broken_word_is_copied_and_read_out_whole() {
    let mut scene = identity("monev", None);
    let broken = ["Menye\u{ad}", "lenggarakan", "rapat"];
    let mark = Mark::Field(FieldMark { field: Key::Peringatan, part: FieldPart::Value(9) });
    let lines =
        broken.iter().zip(1..).map(|(words, at)| Item { mark: mark.clone(), shape: text(20, 4 * at, words) });
    scene.pages[0].items.extend(lines);
    let pdf = write(&scene, &About { title: "Rapat".into(), ..About::default() });
    let Some(tags) = ask("pdfinfo", &["-struct-text"], &pdf, &[]) else { return };
    assert!(tags.replace('\u{ad}', "").contains("\"Menyelenggarakan rapat "), "{tags}");
    let words = ask("pdftotext", &["-raw"], &pdf, &["-"]).unwrap_or_default();
    assert!(words.contains("Menye\u{ad}\nlenggarakan"), "{words}");
}

#[test]
fn qpdf_finds_the_file_sound() {
    ask("qpdf", &["--check"], &whole(), &[]);
}

#[test]
fn a_character_without_a_glyph_still_makes_a_file() {
    let mut page = chart_page(1, 1);
    page.items.push(Item { mark: Mark::Note, shape: text(20, 100, "nama ꦲ, 日本, ✓") });
    let pdf = write(&Scene { pages: vec![page] }, &About::default());
    if let Some(words) = ask("pdftotext", &[], &pdf, &["-"]) {
        assert!(words.contains("nama ?, ??, ?"), "{words}");
    }
}

/// A small PNG: a red pixel, a clear one, and two black ones.
fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 2, 2);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&[255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 255]).unwrap();
    drop(writer);
    bytes
}

#[test]
fn a_logo_is_drawn_from_svg_and_from_png_within_its_box() {
    let svg = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/sops/lambang-contoh.svg")).unwrap();
    for bytes in [svg, png()] {
        let image = logo::read(&bytes).unwrap();
        let is_png = matches!(image, Image::Png(_));
        let scene = identity("pengamanan-kantor", Some(image));
        let shapes: Vec<_> = scene.pages[0].items.iter().filter(|item| item.mark == Mark::Logo).collect();
        let [Item { shape: Shape::Image { width, height, .. }, .. }] = shapes[..] else { panic!("one logo") };
        // The sample is 40 x 48, the PNG square; both are as high as the space allows.
        let wanted = if is_png { *height } else { height.scale(40, 48) };
        assert!((*width - wanted).abs() <= Len::um(1));
        let pdf = write(&scene, &About { title: "Pengamanan".into(), ..About::default() });
        assert_eq!(count(&pdf, "(Logo instansi)"), 1);
        assert_eq!(count(&pdf, "/Subtype/Image"), usize::from(is_png));
    }
}

#[test]
fn texts_of_any_length_make_a_file() {
    let long = "sangat ".repeat(20_000);
    let mut page = chart_page(1, 1);
    for words in long.as_bytes().chunks(70) {
        let words = std::str::from_utf8(words).unwrap();
        page.items.push(Item { mark: Mark::Title, shape: text(20, 15, words) });
    }
    for item in &mut page.items {
        if let Mark::Symbol(symbol) = &mut item.mark {
            symbol.alt.clone_from(&long);
        }
    }
    let author = Some(long.clone());
    let about = About { title: long.clone(), keywords: vec![long], author, ..About::default() };
    assert!(write(&Scene { pages: vec![page] }, &about).starts_with(b"%PDF"));
}

#[test]
fn a_damaged_logo_never_stops_the_sheet() {
    let svg = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/sops/lambang-contoh.svg")).unwrap();
    for bytes in [svg, png()] {
        for at in 0..bytes.len() {
            for other in [0, b'"', b'9', 0xFF] {
                let mut damaged = bytes.clone();
                damaged[at] = other;
                if let Ok(image) = logo::read(&damaged) {
                    let _ = logo::fit(&image, Len::mm(40), Len::mm(27));
                }
            }
        }
    }
}

#[test]
fn clips_and_shades_of_a_logo_reach_the_page() {
    let nested = "<g clip-path='url(#k)' opacity='.9'>".repeat(60) + &"</g>".repeat(60);
    let source = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><defs><clipPath id='k'><rect width='5' \
         height='5'/></clipPath><linearGradient id='g'><stop stop-color='#f00'/><stop offset='1' stop-color='#00f'/>\
         </linearGradient></defs><g clip-path='url(#k)'><rect width='9' height='9' fill='url(#g)'/></g>{}</svg>",
        nested.replacen("</g>", "<rect width='9' height='9'/></g>", 1)
    );
    let scene = identity("pengamanan-kantor", Some(logo::read(source.as_bytes()).unwrap()));
    let pdf = write(&scene, &About::default());
    assert!(count(&pdf, "/ShadingType") > 0, "a gradient is one");
    ask("qpdf", &["--check"], &pdf, &[]);
}

/// How many dots poppler draws in a quarter of the light; `None` where it is not installed.
fn dark_dots(pdf: &[u8]) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.pdf");
    std::fs::write(&path, pdf).unwrap();
    let drawn = Command::new("pdftoppm").args(["-r", "72", "-gray"]).arg(&path).output().ok()?;
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    Some(drawn.stdout.iter().filter(|dot| (60..70).contains(*dot)).count())
}

#[test]
fn gradients_repeat_and_a_clear_group_is_drawn_as_one() {
    let logo = |inside: &str| {
        let source = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><defs>\
             <linearGradient id='r' x2='.2' spreadMethod='reflect'><stop/><stop offset='1' stop-color='#fff' \
             stop-opacity='.5'/></linearGradient></defs>{inside}</svg>"
        );
        let image = logo::read(source.as_bytes()).unwrap();
        let pdf = write(identity("pengamanan-kantor", Some(image)), &About::default());
        ask("qpdf", &["--check"], &pdf, &[]);
        pdf
    };
    let striped = logo("<rect width='9' height='9' fill='url(#r)'/>");
    assert!(count(&striped, "/ShadingType 2") >= 2, "one for the colours, one for what can be seen of them");
    // From one end to the other five times, there and back.
    assert!(count(&striped, "/FunctionType 2") >= 10);
    // What is half seen is the same wherever two of its parts lie on each other.
    let halves = "<rect width='6' height='9'/><rect x='3' width='6' height='9'/>";
    let [clear, solid] = [".5", "1"].map(|much| logo(&format!("<g opacity='{much}'>{halves}</g>")));
    assert_eq!([&clear, &solid].map(|pdf| count(pdf, "/S/Transparency")), [1, 0]);
    if let (Some(clear), Some(solid)) = (dark_dots(&clear), dark_dots(&solid)) {
        assert!(clear < solid + 50, "{clear} dots are seen through twice");
    }
    use base64::Engine;
    let inside = base64::engine::general_purpose::STANDARD.encode(png());
    let picture = format!("<image width='9' height='9' href='data:image/png;base64,{inside}'/>");
    let [clear, solid] = [".5", "1"].map(|much| logo(&format!("<g opacity='{much}'>{picture}</g>")));
    assert_eq!([&clear, &solid].map(|pdf| count(pdf, "/ca 0.5")), [1, 0]);
}

#[test]
fn a_transparent_png_lies_on_white_paper() {
    let pixels = logo::png_pixels(&png()).unwrap();
    assert_eq!(pixels.rgb, [255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn a_hostile_or_broken_logo_is_refused_with_a_reason_and_never_a_panic() {
    let deep =
        format!("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>{}", "<g>".repeat(200_000));
    let bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
                <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>\
                <svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><path d='&d;&d;&d;&d;'/></svg>";
    let huge = {
        let mut bytes = Vec::new();
        let encoder = png::Encoder::new(&mut bytes, 60_000, 60_000);
        drop(encoder.write_header().unwrap());
        bytes
    };
    let uses: String = (1..40)
        .map(|n| format!("<g id='a{n}'><use href='#a{m}'/><use href='#a{m}'/></g>", m = n - 1))
        .collect();
    let uses = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><defs><g id='a0'><rect width='1' height='1'/></g>\
         {uses}</defs><use href='#a15'/></svg>"
    );
    let cut = png()[..40].to_vec();
    let text =
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>PEMKAB</text></svg>".to_vec();
    let prefixed =
        b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:s='http://www.w3.org/2000/svg' width='9' height='9'>\
        <s:rect width='4' height='4'/><s:text>PEMKAB</s:text></svg>"
            .to_vec();
    let size = b"<svg xmlns='http://www.w3.org/2000/svg' width='-4' height='0'/>".to_vec();
    let large = vec![b' '; logo::MAX_BYTES + 1];
    let other = b"\xff\xd8\xff\xe0 JFIF".to_vec();
    let wrong =
        [deep.into_bytes(), uses.into_bytes(), huge, cut, text, prefixed, size, large, other, Vec::new()];
    for bytes in wrong {
        assert!(logo::read(&bytes).is_err());
    }
    // Whether it is refused or read as an empty path, it ends.
    let _ = logo::read(bomb.as_bytes());
}

#[test]
fn a_logo_brings_nothing_from_outside() {
    let source = b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>\
        <script>alert(1)</script><image xlink:href='/etc/hostname' width='9' height='9'/>\
        <image href='https://example.org/a.png' width='9' height='9'/><a href='javascript:alert(1)'>\
        <rect width='4' height='4' onclick='alert(1)'/></a></svg>";
    let Image::Svg(clean) = logo::read(source).unwrap() else { panic!("an SVG") };
    for word in ["script", "hostname", "example.org", "alert", "<image"] {
        assert!(!clean.contains(word), "{word} in {clean}");
    }
    assert!(clean.contains("<path"));
}

#[test]
fn a_book_carries_every_source_and_nests_its_bookmarks() {
    let names = ["monev", "bentuk-lain", "pengamanan-kantor"];
    let mut made = Vec::new();
    for name in names {
        let source = std::fs::read(format!("{}/sops/{name}.sop", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let procedure = sop::compile::compile_bytes(&source, &Config::default()).1.procedure.unwrap();
        made.push((procedure, Options { stem: name.into(), source, ..Options::default() }));
    }
    let lent: Vec<_> = made.iter().map(|(procedure, options)| (procedure, options)).collect();
    let pdf = emit::pdf::book("Buku SOP", &lent).unwrap();
    assert!(pdf == emit::pdf::book("Buku SOP", &lent).unwrap());
    let found = sources(&pdf).unwrap();
    assert_eq!(found.len(), 3);
    for (_, options) in &made {
        assert!(found.iter().any(|it| it.bytes == options.source), "{}", options.stem);
    }
    assert_eq!(count(&pdf, "/S/Part/"), 3);
    assert_eq!(count(&pdf, "/S/TOCI/"), 3);
    assert_eq!(count(&pdf, "(Identitas)"), 3);
    // A phase of `bentuk-lain`, below its page.
    assert_eq!(count(&pdf, "(Persetujuan)"), 1);
    assert!(count(&pdf, "/Subtype/Link") >= 3);
    ask("qpdf", &["--check"], &pdf, &[]);
}
