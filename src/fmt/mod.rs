//! AST → text: the one canonical form, which `sop fmt` writes.
//!
//! [`format()`] is meant for a file without syntax errors: it prints what the AST holds, and what could not be read is
//! not in it. Formatting twice changes nothing more, and reading the result gives the same AST but for places.

mod lines;
mod renumber;

pub use renumber::{Di, Refusal, Said, renumber, said};

use crate::sorting;
use crate::syntax::ast::{
    Alur, Baris, Batas, Comment, Field, Item, ItemForm, JenisPelaksana, Kegiatan, Pelaksana, Rujukan,
    Sasaran, Sop, Value,
};
use crate::syntax::keys::Key;
use crate::syntax::{Context, ast};
use lines::Lines;
use std::fmt::Write;

/// Columns before a field of a row.
const ROW_FIELD: usize = 3;
/// Columns that a continuation stands further in than its field.
const CONTINUED: usize = 2;
/// Columns that a continuation stands further in than its item.
const ITEM_CONTINUED: usize = 4;

/// The canonical form of a procedure.
pub fn format(sop: &Sop) -> String {
    let mut out = Lines::default();
    identity(sop, &mut out);
    if sop.kegiatan_head.is_some() || !sop.baris.is_empty() {
        out.blank();
        if let Some((comments, _)) = &sop.kegiatan_head {
            print_comments(comments, 0, &mut out);
        }
        out.line(0, "kegiatan:");
    }
    for baris in &sop.baris {
        out.blank();
        match baris {
            Baris::Tahap(tahap) => {
                print_comments(&tahap.comments, 0, &mut out);
                // A band is one line: nothing continues it.
                out.line(0, format!("tahap: {}", tahap.nama.value).trim_end());
            }
            Baris::Kegiatan(row) => kegiatan(row, &mut out),
        }
    }
    if !sop.trailing.is_empty() {
        out.blank();
        print_comments(&sop.trailing, 0, &mut out);
    }
    out.finish()
}

fn identity(sop: &Sop, out: &mut Lines) {
    let mut fields: Vec<&Field> = sop.fields.iter().collect();
    sorting::by_key(&mut fields, |field| field.key.value);
    // What stands at the top of a file speaks of the file, whichever field comes first below it; but an exception
    // (`# abaikan`) speaks of its field.
    let first = sop.fields.first();
    let top = first.map_or(0, |field| {
        field.comments.iter().rposition(|comment| !is_exception(comment)).map_or(0, |last| last + 1)
    });
    if let Some(first) = first {
        print_comments(&first.comments[..top], 0, out);
    }
    let mut group = None;
    for field in fields {
        let this = group_of(field.key.value);
        if group.is_some_and(|group| group != this) {
            out.blank();
        }
        group = Some(this);
        let own = if first.is_some_and(|first| std::ptr::eq(first, field)) { top } else { 0 };
        print_comments(&field.comments[own..], 0, out);
        print_field(field, 0, out);
    }
}

/// Groups of the identity part, with a blank line between them.
fn group_of(key: Key) -> u8 {
    match key {
        Key::BatasWaktu => 3,
        Key::Pelaksana => 2,
        key if key >= Key::DasarHukum => 1,
        _ => 0,
    }
}

fn is_exception(comment: &Comment) -> bool {
    comment.value.trim_start_matches('#').trim_start().to_lowercase().starts_with("abaikan ")
}

fn kegiatan(row: &Kegiatan, out: &mut Lines) {
    let Kegiatan { comments, nomor, oleh, uraian, uraian_letak: _, rincian, fields, span: _ } = row;
    print_comments(comments, 0, out);
    let number = nomor.value.to_string();
    let mut head = format!("{number}.");
    for (index, tempat) in oleh.iter().enumerate() {
        head.push_str(if index == 0 { " " } else { " -> " });
        for (index, pelaku) in tempat.pelaku.iter().enumerate() {
            head.push_str(if index == 0 { "" } else { ", " });
            head.push_str(&pelaku.nama.value);
            head.push_str(if pelaku.memutuskan { "?" } else { "" });
        }
    }
    if !oleh.is_empty() {
        head.push(':');
    }
    let continued = number.len() + ". ".len() + CONTINUED;
    out.text(0, &head, &uraian.value, continued, Context::Row);
    for item in rincian {
        print_item(item, ROW_FIELD, Context::Row, out);
    }
    let mut fields: Vec<&Field> = fields.iter().collect();
    sorting::by_key(&mut fields, |field| field.key.value);
    for field in fields {
        print_comments(&field.comments, ROW_FIELD, out);
        print_field(field, ROW_FIELD, out);
    }
}

fn print_comments(comments: &[Comment], indent: usize, out: &mut Lines) {
    for comment in comments {
        out.line(indent, &comment.value);
    }
}

fn print_field(field: &Field, indent: usize, out: &mut Lines) {
    let Field { comments: _, key, untuk, value, span: _ } = field;
    let key = key.value;
    let mut head = key.word().to_owned();
    if let Some(name) = untuk {
        head.push_str(&format!(" ({})", name.value));
    }
    if let Value::Alur(alur) = value
        && let Some(kondisi) = &alur.kondisi
    {
        head.push_str(if key == Key::Jika { " " } else { ", " });
        head.push_str(&kondisi.value);
    }
    head.push(':');
    let context = Context::Field(key);
    let continued = indent + CONTINUED;
    let items = if indent == 0 { CONTINUED } else { indent + CONTINUED };
    match value {
        Value::Missing => out.line(indent, &head),
        Value::Dash => out.text(indent, &head, "-", continued, context),
        Value::Text(text) => out.text(indent, &head, &text.value, continued, context),
        Value::Tanggal(date) => out.text(indent, &head, &date.value.teks, continued, context),
        Value::Waktu(time) => out.text(indent, &head, &time.value.teks, continued, context),
        Value::List(list) => {
            let inline = list.iter().take_while(|item| item.form != ItemForm::Dash).count();
            out.list(indent, &head, &comma_units(&list[..inline]), continued, context);
            for item in &list[inline..] {
                print_item(item, items, context, out);
            }
        }
        Value::Pelaksana(lanes) => {
            out.line(indent, &head);
            for lane in lanes {
                print_comments(&lane.comments, items, out);
                out.text(items, "-", &lane_words(lane), items + ITEM_CONTINUED, context);
            }
        }
        Value::Batas(limits) => print_limits(limits, &head, indent, items, context, out),
        Value::Nomor(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(|number| number.value.to_string()).collect();
            out.text(indent, &head, &numbers.join(", "), continued, context);
        }
        Value::Alur(alur) => out.text(indent, &head, &alur_words(alur), continued, context),
    }
}

fn print_item(item: &Item, indent: usize, context: Context, out: &mut Lines) {
    print_comments(&item.comments, indent, out);
    out.text(indent, "-", &item.text.value, indent + ITEM_CONTINUED, context);
}

/// A section of limits is a list; the limit of a row stands on its key's line.
fn print_limits(
    limits: &[Batas],
    head: &str,
    indent: usize,
    items: usize,
    context: Context,
    out: &mut Lines,
) {
    if let (Context::Field(Key::Batas), [limit]) = (context, limits) {
        return out.text(indent, head, &limit.teks.value, indent + CONTINUED, context);
    }
    out.line(indent, head);
    for limit in limits {
        print_comments(&limit.comments, items, out);
        out.text(items, "-", &limit.teks.value, items + ITEM_CONTINUED, context);
    }
}

/// Items between commas, each with the comma that follows it.
fn comma_units(items: &[Item]) -> Vec<String> {
    let last = items.len().saturating_sub(1);
    let unit = |(index, item): (usize, &Item)| {
        let comma = if index < last { "," } else { "" };
        match item.form {
            ItemForm::CommaJoined(joint) => format!("{} {}{comma}", joint.word(), item.text.value),
            ItemForm::Comma | ItemForm::Dash => format!("{}{comma}", item.text.value),
        }
    };
    items.iter().enumerate().map(unit).collect()
}

fn lane_words(lane: &Pelaksana) -> String {
    let Pelaksana { comments: _, nama, panjang, jenis, span: _ } = lane;
    let names: Vec<&str> = nama.iter().map(|name| name.value.as_str()).collect();
    let mut words = names.join(", ");
    if let Some(long) = panjang {
        words.push_str(" = ");
        words.push_str(&long.value);
    }
    match jenis.as_ref().map(|kind| kind.value) {
        Some(JenisPelaksana::Luar) => words.push_str(" (luar)"),
        Some(JenisPelaksana::Sistem) => words.push_str(" (sistem)"),
        None => {}
    }
    words
}

fn alur_words(alur: &Alur) -> String {
    // The condition stands before the colon.
    let Alur { kondisi: _, sasaran, paling_banyak, lalu } = alur;
    let mut words = sasaran.as_ref().map(|target| sasaran_words(&target.value)).unwrap_or_default();
    if let Some(times) = paling_banyak {
        let _ = write!(words, ", paling banyak {} kali", times.value);
    }
    if let Some(after) = lalu {
        let _ = write!(words, ", lalu {}", sasaran_words(&after.value));
    }
    words
}

fn sasaran_words(target: &Sasaran) -> String {
    let rujukan = |Rujukan { nomor, pelaku }: &ast::Rujukan| match pelaku {
        Some(actor) => format!("{} {}", nomor.value, actor.value),
        None => nomor.value.to_string(),
    };
    match target {
        Sasaran::Lanjut(row) => format!("lanjut ke {}", rujukan(row)),
        Sasaran::Kembali(row) => format!("kembali ke {}", rujukan(row)),
        Sasaran::KembaliSatu => "kembali".to_owned(),
        Sasaran::Selesai(None) => "selesai".to_owned(),
        Sasaran::Selesai(Some(name)) => format!("selesai, {}", name.value),
    }
}
