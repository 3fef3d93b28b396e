//! Places to fill in → form fields that a PDF reader offers.

use super::file::{File, Sheet};
use super::tree::Key;
use crate::layout::font::{self, Face, UNITS_PER_EM};
use crate::layout::scene::FillMark;
use pdf_writer::types::{AnnotationFlags, FieldFlags, FieldType, FontFlags};
use pdf_writer::writers::{Field, Form};
use pdf_writer::{Content, Filter, Finish, Name, Rect, Ref, Str, TextStr};

/// A place to fill in, as it was drawn.
pub struct Place {
    pub id: Ref,
    pub key: Key,
    pub sheet: Sheet,
    pub area: Rect,
    pub mark: FillMark,
}

/// Face and size of what is filled in, in black.
const TYPED: Str<'_> = Str(b"/Ar 7 Tf 0 g");
/// Names and labels are cut behind so many letters.
const MOST: usize = 200;

/// Writes the fields and what they have in common, which the catalogue names.
pub fn write(file: &mut File, places: &[Place]) -> Option<Ref> {
    let first = places.first()?;
    let side = places.iter().find(|place| place.mark.tick).unwrap_or(first).area;
    let font = font(file);
    let on = appearance(file, side, Some(&cross(side)));
    let off = appearance(file, side, None);
    let mut content = Content::new();
    content.begin_marked_content(Name(b"Tx")).end_marked_content();
    let empty = appearance(file, Rect::new(0.0, 0.0, 1.0, 1.0), Some(&content.finish()));
    for Place { id, key, sheet, area, mark } in places {
        let mut field: Field<'_> = file.object(*id).form_field(*id);
        let label = if mark.label.trim().is_empty() { &mark.name } else { &mark.label };
        let [name, label] = [&mark.name.replace('.', ":"), label].map(|it| cut(it).to_owned());
        field.partial_name(TextStr(&name)).alternate_name(TextStr(&label));
        if mark.tick {
            field.field_type(FieldType::Button).pair(Name(b"V"), Name(b"Off"));
        } else {
            // A cell of a table takes words on several lines.
            let several = mark.cell.is_some();
            field.field_type(FieldType::Text).vartext_default_appearance(TYPED);
            field.field_flags(if several { FieldFlags::MULTILINE } else { FieldFlags::empty() });
        }
        let mut widget = field.into_annotation();
        widget.flags(AnnotationFlags::PRINT).page(sheet.id).struct_parent(key.get()).rect(*area);
        if mark.tick {
            widget.appearance_state(Name(b"Off"));
            let mut looks = widget.appearance();
            looks.normal().streams().pair(Name(b"Ya"), on).pair(Name(b"Off"), off);
        } else {
            widget.appearance().normal().stream(empty);
        }
    }
    let id = file.number();
    let mut form: Form<'_> = file.object(id).indirect(id).start();
    form.fields(places.iter().map(|place| place.id)).default_appearance(TYPED);
    form.default_resources().fonts().pair(Name(b"Ar"), font);
    Some(id)
}

/// The face for what is typed, whole, in the code of Western texts.
fn font(file: &mut File) -> Ref {
    let [font, descriptor, data] = [(); 3].map(|()| file.number());
    let width = |code: u8| {
        let advance = i32::from(font::glyph(Face::Regular, western(code)).advance);
        (advance * 1000 + UNITS_PER_EM / 2) / UNITS_PER_EM
    };
    let name = Name(b"Arimo");
    let mut out = file.object(font).indirect(font).dict();
    out.pair(Name(b"Type"), Name(b"Font")).pair(Name(b"Subtype"), Name(b"TrueType"));
    out.pair(Name(b"BaseFont"), name).pair(Name(b"Encoding"), Name(b"WinAnsiEncoding"));
    out.pair(Name(b"FirstChar"), 32).pair(Name(b"LastChar"), 255);
    out.insert(Name(b"Widths")).array().items((32..=255).map(width));
    out.pair(Name(b"FontDescriptor"), descriptor);
    out.finish();
    file.object(descriptor)
        .font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(-544.0, -303.0, 1302.0, 980.0))
        .italic_angle(0.0)
        .ascent(905.0)
        .descent(-212.0)
        .cap_height(688.0)
        .stem_v(80.0)
        .font_file2(data);
    let packed = file.packed(&[Face::Regular.data()]);
    let mut stream = file.stream(data).stream(data, &packed);
    stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), Face::Regular.data().len() as i32);
    font
}

/// What a field looks like, in a box of this size.
fn appearance(file: &mut File, area: Rect, content: Option<&[u8]>) -> Ref {
    let (id, data) = (file.number(), file.packed(&[content.unwrap_or_default()]));
    let mut form = file.stream(id).form_xobject(id, &data);
    form.filter(Filter::FlateDecode);
    form.bbox(Rect::new(0.0, 0.0, area.x2 - area.x1, area.y2 - area.y1));
    form.resources();
    id
}

/// A cross, a seventh away from the edges.
fn cross(area: Rect) -> Vec<u8> {
    let (width, height) = (area.x2 - area.x1, area.y2 - area.y1);
    let (from, to) = (0.15, 0.85);
    let mut content = Content::new();
    content.save_state().set_line_width(1.2).set_stroke_gray(0.0);
    content.move_to(width * from, height * from).line_to(width * to, height * to);
    content.move_to(width * from, height * to).line_to(width * to, height * from);
    content.stroke().restore_state();
    content.finish().into_vec()
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(MOST).map_or(text, |(end, _)| &text[..end])
}

/// The letter of a code of `WinAnsiEncoding`.
fn western(code: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '•', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '•', 'Ž', '•', '•', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '•', 'ž', 'Ÿ',
    ];
    match code {
        127 => '•',
        128..=159 => UPPER[usize::from(code) - 128],
        _ => char::from(code),
    }
}
