//! What the templates of forms see: every choice made, every text ready to print.

mod printer;

use super::words as w;
use crate::emit::Options;
use crate::emit::svg::address;
use crate::forms::{Form, Part};
use crate::layout::FORCED_NOTE;
use crate::layout::fill::code::Code;
use crate::layout::fill::{self, LOGO};
use crate::layout::logo::fit;
use crate::paper::PageSetup;
use crate::paper::length::Len;
use crate::text::{Lang, Text};
use printer::Printer;
use serde::Serialize;

/// How a text is made safe for the format; a template that escapes by itself gets the text as it is.
#[derive(Clone, Copy)]
pub(super) struct Escape {
    /// Within a line.
    pub inline: fn(&str) -> String,
    /// Where a line begins with it.
    pub line: fn(&str) -> String,
}

#[derive(Serialize)]
pub(super) struct View {
    lang: &'static str,
    /// Behind the file's name.
    nama: String,
    /// Said above everything, where the file has errors.
    forced: Option<String>,
    instansi: Vec<String>,
    judul: String,
    sop: String,
    sidik: String,
    schema: &'static str,
    head: Vec<Pair>,
    /// The agency's emblem.
    logo: Option<Logo>,
    /// A path of squares in a picture of `size` by `size`.
    qr: Option<Qr>,
    running: String,
    /// The page for printing, as a style sheet says it: `330mm 215mm`.
    kertas: String,
    parts: Vec<PartView>,
    signers: Vec<Signer>,
    /// What is only to be read, below the signatures.
    after: Vec<List>,
    words: Words,
}

#[derive(Serialize)]
struct Logo {
    /// The picture itself, as an address.
    src: String,
    label: &'static str,
}

#[derive(Serialize)]
struct Qr {
    size: usize,
    path: String,
    label: String,
}

/// A label, and a text or something to fill in.
#[derive(Serialize)]
struct Pair {
    label: String,
    text: String,
    blank: Option<Input>,
}

/// Something to fill in.
#[derive(Serialize)]
struct Input {
    /// See [`crate::forms`].
    name: String,
    /// As a page of the web calls it.
    kind: &'static str,
    lines: bool,
    /// Small words in it.
    label: String,
    /// For those who do not see where it stands.
    aria: String,
    /// `1`, `2`, `3` where there are several; else empty.
    round: String,
}

#[derive(Serialize)]
struct Tick {
    name: String,
    aria: String,
    round: String,
}

/// Exactly one of these is there.
#[derive(Default, Serialize)]
struct PartView {
    heading: Option<String>,
    paragraph: Option<String>,
    fields: Option<Vec<Pair>>,
    ticks: Option<Ticks>,
    list: Option<List>,
    table: Option<TableView>,
}

#[derive(Serialize)]
struct Ticks {
    label: String,
    items: Vec<Ticked>,
}

/// A box, or a box a round, and its words.
#[derive(Serialize)]
struct Ticked {
    label: String,
    boxes: Vec<Tick>,
    /// There is one box and words to go with it.
    plain: bool,
}

#[derive(Serialize)]
struct List {
    label: String,
    items: Vec<String>,
}

#[derive(Serialize)]
struct TableView {
    columns: Vec<ColumnView>,
    count: usize,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct ColumnView {
    key: String,
    head: String,
    /// In hundredths of the table.
    width: String,
}

/// A band, or a line with its rounds.
#[derive(Serialize)]
struct Group {
    band: Option<String>,
    key: String,
    rounds: Vec<Round>,
}

#[derive(Serialize)]
struct Round {
    /// `Putaran 2`; empty where there is one only.
    label: String,
    first: bool,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    key: String,
    head: String,
    /// How many rounds it stands beside.
    span: usize,
    centre: bool,
    empty: bool,
    /// All of it, where that is one short text or one place to write.
    line: Option<String>,
    /// There is more to it than `line`.
    long: bool,
    pieces: Vec<PieceView>,
}

/// Exactly one of these is there.
#[derive(Default, Serialize)]
struct PieceView {
    text: Option<String>,
    strong: Option<String>,
    label: Option<String>,
    item: Option<Labelled>,
    note: Option<Labelled>,
    tick: Option<Ticked>,
    choice: Option<Choice>,
    blank: Option<Input>,
}

#[derive(Serialize)]
struct Labelled {
    label: String,
    text: String,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    boxes: Vec<Tick>,
    /// There is one box only.
    plain: bool,
}

#[derive(Serialize)]
struct Signer {
    label: String,
    jabatan: String,
    nama: String,
    pangkat: String,
    nip: String,
}

macro_rules! page_words {
    ($($name:ident: $text:ident;)*) => {
        /// The words of the page itself.
        #[derive(Serialize)]
        struct Words { $($name: &'static str,)* }

        impl Words {
            fn of(lang: Lang) -> Words {
                Words { $($name: w::$text.pattern(lang),)* }
            }
        }
    };
}

page_words! {
    menu: MENU;
    saved_cases: SAVED_CASES;
    new_case: NEW_CASE;
    print: PRINT;
    save_json: SAVE_JSON;
    save_csv: SAVE_CSV;
    open_file: OPEN_FILE;
    clear: CLEAR;
    clear_sure: CLEAR_SURE;
    saved: SAVED;
    not_saved: NOT_SAVED;
    exists: EXISTS;
    read: READ;
    unreadable: UNREADABLE;
    other_version: OTHER_VERSION;
    unknown_fields: UNKNOWN_FIELDS;
    without_number: WITHOUT_NUMBER;
    now: NOW;
    script: SCRIPT;
    round: ROUND;
    page: PAGE;
    of: OF;
}

/// Puts a form into words.
pub(super) fn view(form: &Form, options: &Options, escape: Escape) -> View {
    let lang = options.lang;
    let setup = fill::paper(form, &options.config);
    let room = setup.width - setup.margins.left - setup.margins.right;
    let printer = Printer { lang, escape, room };
    // Lists are read below the signatures; anything else has its place in the body.
    let (lists, others): (Vec<&Part>, Vec<&Part>) =
        form.after.iter().partition(|part| matches!(part, Part::List { .. }));
    let sidik = form.qr.as_deref().and_then(|text| text.rsplit_once(' ')).map_or("", |(_, sidik)| sidik);
    View {
        lang: form.lang,
        nama: form.nama.clone(),
        forced: form.standing.has_errors().then(|| printer.inline(FORCED_NOTE.pattern(lang))),
        instansi: form.instansi.iter().map(|text| printer.line(text)).collect(),
        judul: printer.inline(&form.judul),
        sop: printer.inline(form.sop.as_deref().unwrap_or_default()),
        sidik: sidik.to_owned(),
        schema: super::SCHEMA,
        head: form.head.iter().map(|field| printer.pair(field)).collect(),
        logo: options
            .logo
            .as_deref()
            .filter(|image| fit(image, LOGO.0, LOGO.1).is_some())
            .map(|image| Logo { src: address(image), label: w::LOGO.pattern(lang) }),
        qr: form.qr.as_deref().and_then(|text| qr(text, lang)),
        running: printer.inline(&form.running),
        kertas: size(setup),
        parts: form.parts.iter().chain(others).map(|part| printer.part(part)).collect(),
        signers: form
            .signers
            .iter()
            .map(|it| Signer {
                label: printer.line(&it.label),
                jabatan: printer.line(&it.jabatan),
                nama: printer.line(&it.nama),
                pangkat: printer.line(&it.pangkat),
                nip: printer.line(&it.nip),
            })
            .collect(),
        after: lists.into_iter().filter_map(|part| printer.part(part).list).collect(),
        words: Words::of(lang),
    }
}

/// The page as it lies or stands.
fn size(setup: PageSetup) -> String {
    let mm = |side: Len| f64::from(side.to_um()) / 1000.0;
    format!("{}mm {}mm", mm(setup.width), mm(setup.height))
}

fn qr(text: &str, lang: Lang) -> Option<Qr> {
    let code = Code::of(text)?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.is_dark(*x, y)) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    let label: &Text = &w::QR;
    Some(Qr { size: usize::try_from(code.size()).ok()?, path, label: label.pattern(lang).to_owned() })
}
