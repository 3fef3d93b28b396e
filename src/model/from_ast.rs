//! AST → model: lanes, rows and their symbols, papers, times and limits; then the flow between them.

use super::dokumen::Papers;
use super::faults::{ACTS_ALREADY, DUPLICATE_NUMBER, FIRST_HERE, NO_ROWS, NUMBER_GAP, NUMBER_ORDER};
use super::identitas::{list, places_in, text};
use super::pelaksana::{Actor, Lanes, ListPlace};
use super::rows::{Numbers, Rows};
use super::{
    Kegiatan, KegiatanId, MutuBaku, Nomor, PelaksanaId, Setelah, Simpul, SimpulId, Sop, Tahap, TahapId,
    WaktuBaris,
};
use super::{alur, batas, identitas, waktu};
use crate::config::{Config, Kalender};
use crate::diag::{Diagnostic, Sink};
use crate::few::Few;
use crate::source::Span;
use crate::syntax::ast::{self, Baris, Value};
use crate::syntax::keys::Key;
use crate::text::Text;
use std::sync::Arc;

static NUMBER_MEANT: Text = Text::new(
    "mungkin maksudnya `{harusnya}`; bila bukan, `sop fmt --renumber` menomori kegiatan dari 1",
    "perhaps `{harusnya}` is meant; if not, `sop fmt --renumber` numbers the rows from 1",
);
static OTHER_HERE: Text = Text::new("yang lain di sini", "the other one is here");

/// See [`super::build`].
pub(super) fn build(sop: &ast::Sop, config: &Config, sink: &mut Sink) -> Option<Sop> {
    let head = sop.kegiatan_head.as_ref().map_or(Span::default(), |(_, span)| *span);
    let written: Vec<&ast::Kegiatan> = sop.kegiatan().collect();
    let mut papers = Papers::of_rows(written.len());
    let identitas = identitas::read(sop, config, &mut papers, sink);
    if let (Some(total), Some(field)) = (&identitas.waktu_total, sop.field(Key::WaktuTotal))
        && let ast::Value::Waktu(typed) = &field.value
    {
        waktu::check(total, field.span, typed.span, &config.kalender, sink);
    }
    let numbers = Numbers::of(&written);
    let places = written.iter().map(|row| row.oleh.len()).sum();
    let mut reader = Reader {
        lanes: Lanes::declare(sop, config, sink),
        papers,
        kalender: config.kalender,
        tahap: Vec::new(),
        kegiatan: Vec::with_capacity(written.len()),
        simpul: Vec::with_capacity(places),
        deciding: Vec::with_capacity(places),
        last_lane: None,
        actors: Vec::new(),
    };
    reader.read(sop, &numbers.nth(), sink);
    if reader.kegiatan.is_empty() {
        sink.push(Diagnostic::at(&NO_ROWS, head));
        return None;
    }
    let Reader { lanes, papers, tahap, mut kegiatan, simpul, deciding, .. } = reader;
    let mut rows = Rows::new(written, &kegiatan, numbers, simpul, deciding, &lanes);
    check_numbers(&kegiatan, &rows, sink);
    times(&mut kegiatan, &rows, sink);
    let akhir = alur::resolve(&mut rows, sink);
    let batas = batas::read(sop, &rows, sink);
    let simpul = rows.simpul;
    let empty = sop.field(Key::Pelaksana).filter(|field| field.value == ast::Value::Missing);
    let place = match (empty, &sop.kegiatan_head) {
        (Some(field), _) => Some(ListPlace::After(field.span.end)),
        (None, Some((_, head))) => Some(ListPlace::Before(head.start)),
        (None, None) => None,
    };
    let pelaksana = lanes.finish(head, place, sink);
    Some(Sop { identitas, pelaksana, tahap, kegiatan, simpul, akhir, dokumen: papers.finish(), batas })
}

/// The first pass: everything that needs no other row.
struct Reader<'a> {
    lanes: Lanes<'a>,
    papers: Papers,
    kalender: Kalender,
    tahap: Vec<Tahap>,
    kegiatan: Vec<Kegiatan>,
    simpul: Vec<Simpul>,
    /// By symbol: marked with `?`.
    deciding: Vec<bool>,
    last_lane: Option<PelaksanaId>,
    /// The actors of a row while it is read; nothing between rows.
    actors: Vec<Actor>,
}

/// What the fields of a row say that needs no other row.
#[derive(Default)]
struct Fields<'a> {
    mutu_baku: MutuBaku,
    merujuk: Vec<String>,
    merujuk_span: Vec<Span>,
    keterangan: Option<&'a ast::Field>,
    pengganti: Option<&'a ast::Field>,
    tembusan: Option<&'a ast::Field>,
    bila_perlu: Option<&'a ast::Field>,
    menunggu_span: Option<Span>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, sop: &'a ast::Sop, nth: &[u32], sink: &mut Sink) {
        let mut band = None;
        for baris in &sop.baris {
            match baris {
                Baris::Tahap(tahap) => {
                    band = Some(TahapId::from_index(self.tahap.len()));
                    self.tahap.push(Tahap { nama: tahap.nama.value.to_string(), span: tahap.span });
                }
                Baris::Kegiatan(row) => {
                    self.row(row, nth[self.kegiatan.len()], band.take(), sink);
                }
            }
        }
    }

    fn row(&mut self, row: &'a ast::Kegiatan, nth: u32, tahap: Option<TahapId>, sink: &mut Sink) {
        let id = KegiatanId::from_index(self.kegiatan.len());
        let nomor = row.nomor.value;
        let oleh_span = match (row.oleh.first(), row.oleh.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => row.nomor.span,
        };
        let first = self.simpul.len();
        let mut actors = std::mem::take(&mut self.actors);
        self.places(row, id, oleh_span, &mut actors, sink);
        let fields = self.fields(row, sink);
        let disebut = self.mentioned(row, [fields.pengganti, fields.tembusan], &actors, sink);
        actors.clear();
        self.actors = actors;
        self.kegiatan.push(Kegiatan {
            nomor,
            nth,
            uraian: row.uraian.value.clone(),
            rincian: row.rincian.iter().map(|item| item.text.value.to_string()).collect(),
            rincian_span: row.rincian.iter().map(|item| item.text.span).collect(),
            tahap,
            simpul: SimpulId::from_index(first).0..SimpulId::from_index(self.simpul.len()).0,
            mutu_baku: fields.mutu_baku,
            keterangan: fields.keterangan.and_then(remark),
            keterangan_span: fields.keterangan.map(|field| field.span),
            pengganti: fields.pengganti.and_then(text),
            tembusan: fields.tembusan.and_then(text),
            bila_perlu: fields.bila_perlu.and_then(text),
            disebut,
            merujuk: fields.merujuk,
            merujuk_span: fields.merujuk_span,
            span: row.span,
            menunggu_span: fields.menunggu_span,
            nomor_span: row.nomor.span,
            oleh_span,
            uraian_span: row.uraian.span,
            uraian_letak: row.uraian_letak.clone(),
        });
    }

    /// The symbols of a row, at least one, and who acts at them.
    fn places(
        &mut self,
        row: &'a ast::Kegiatan,
        id: KegiatanId,
        span: Span,
        actors: &mut Vec<Actor>,
        sink: &mut Sink,
    ) {
        let mut places = 0;
        for tempat in &row.oleh {
            let before = actors.len();
            let alternatives = self.lanes.place(tempat, row.nomor.value, actors, sink);
            // A place that names nobody is none.
            if actors.len() > before {
                self.place(id, places, &actors[before..], alternatives, tempat.span);
                places += 1;
            }
        }
        if actors.is_empty() {
            let lane = self.lanes.fallback(self.last_lane);
            // The parser has reported it.
            self.symbol(id, 0, Few::from([lane]), false, span);
        }
    }

    fn fields(&mut self, row: &'a ast::Kegiatan, sink: &mut Sink) -> Fields<'a> {
        let mut of = Fields::default();
        for field in &row.fields {
            match field.key.value {
                // Of two that say the same the first one counts.
                Key::Keterangan => of.keterangan = of.keterangan.or(Some(field)),
                Key::Pengganti => of.pengganti = of.pengganti.or(Some(field)),
                Key::Tembusan => of.tembusan = of.tembusan.or(Some(field)),
                Key::BilaPerlu => of.bila_perlu = of.bila_perlu.or(Some(field)),
                Key::Menunggu => of.menunggu_span = of.menunggu_span.or(Some(field.span)),
                Key::Kelengkapan | Key::Output => self.papers.read(field, &mut of.mutu_baku),
                Key::Merujuk => {
                    of.merujuk.extend(list(field));
                    of.merujuk_span.extend(places_in(field));
                }
                Key::Waktu if matches!(field.value, Value::Dash) => of.mutu_baku.tidak_ada.push(Key::Waktu),
                Key::Waktu => {
                    if let Value::Waktu(waktu) = &field.value {
                        waktu::check(&waktu.value, waktu.span, waktu.span, &self.kalender, sink);
                    }
                }
                // Times, limits and flow are read when all rows are known.
                _ => {}
            }
        }
        of
    }

    /// The lanes that a deputy and those who are told name.
    fn mentioned(
        &self,
        row: &ast::Kegiatan,
        fields: [Option<&ast::Field>; 2],
        actors: &[Actor],
        sink: &mut Sink,
    ) -> Vec<PelaksanaId> {
        let mut found = Vec::new();
        for field in fields.into_iter().flatten() {
            let named = text(field).map(|text| self.lanes.named_in(&text)).unwrap_or_default();
            self.acts_already(row, field, &named, actors, sink);
            for lane in named {
                if !found.contains(&lane) {
                    found.push(lane);
                }
            }
        }
        found
    }

    /// Somebody who is to stand in for themselves, or to be told what they do. One of several actors may stand in for
    /// another.
    fn acts_already(
        &self,
        row: &ast::Kegiatan,
        field: &ast::Field,
        named: &[PelaksanaId],
        actors: &[Actor],
        sink: &mut Sink,
    ) {
        let mut actors = actors.iter().map(|actor| actor.lane);
        let key = field.key.value;
        if key != Key::Tembusan && actors.clone().count() != 1 {
            return;
        }
        if let Some(lane) = actors.find(|lane| named.contains(lane)) {
            let found = Diagnostic::at(&ACTS_ALREADY, field.span)
                .with("nomor", row.nomor.value.to_string())
                .with("isian", key.word())
                .with("nama", self.lanes.list[lane.index()].pendek.as_str());
            sink.push(found);
        }
    }

    fn place(&mut self, row: KegiatanId, tempat: u32, actors: &[Actor], alternatives: bool, span: Span) {
        let decides = actors.iter().any(|actor| actor.decides);
        if alternatives {
            for actor in actors {
                self.symbol(row, tempat, Few::from([actor.lane]), decides, actor.span);
            }
        } else {
            let lanes = match actors {
                [one] => Few::from([one.lane]),
                _ => actors.iter().map(|actor| actor.lane).collect(),
            };
            self.symbol(row, tempat, lanes, decides, span);
        }
    }

    fn symbol(
        &mut self,
        kegiatan: KegiatanId,
        tempat: u32,
        oleh: Few<PelaksanaId>,
        decides: bool,
        span: Span,
    ) {
        self.last_lane = oleh.last().copied();
        // What comes after is not known yet: `alur::resolve` says so for every symbol.
        let setelah = Setelah::Bersamaan(Vec::new());
        self.simpul.push(Simpul { kegiatan, tempat, oleh, menunggu: Vec::new(), setelah, span });
        self.deciding.push(decides);
    }
}

/// A remark as printed: `-` is printed as it stands.
fn remark(field: &ast::Field) -> Option<String> {
    if matches!(field.value, Value::Dash) { Some("-".to_owned()) } else { text(field) }
}

fn check_numbers(kegiatan: &[Kegiatan], rows: &Rows, sink: &mut Sink) {
    let mut before: Option<Nomor> = None;
    for (index, row) in kegiatan.iter().enumerate() {
        let nomor = row.nomor;
        let at = row.nomor_span;
        if row.nth > 1 {
            let first = rows.find(nomor).map_or(index, KegiatanId::index);
            let fits = |at: usize| {
                let before = at.checked_sub(1).map_or(0, |before| kegiatan[before].nomor.angka);
                let after = kegiatan.get(at + 1).map(|row| row.nomor.angka);
                u8::from(before.checked_add(1) == Some(nomor.angka))
                    + u8::from(after == nomor.angka.checked_add(1))
            };
            // The one that fits less between its neighbours was mistyped.
            let (wrong, other, said) = match fits(index) > fits(first) {
                true => (first, index, &OTHER_HERE),
                false => (index, first, &FIRST_HERE),
            };
            sink.push(
                Diagnostic::at(&DUPLICATE_NUMBER, kegiatan[wrong].nomor_span)
                    .with("nomor", nomor.to_string())
                    .related(kegiatan[other].nomor_span, said),
            );
            continue;
        }
        let expected = before.map_or(1, |before| before.angka.saturating_add(1));
        if let Some(before) = before.filter(|before| *before > nomor) {
            sink.push(
                Diagnostic::at(&NUMBER_ORDER, at)
                    .with("nomor", nomor.to_string())
                    .with("sebelum", before.to_string()),
            );
        } else if nomor.angka > expected {
            let gap = Diagnostic::at(&NUMBER_GAP, at)
                .with("nomor", nomor.to_string())
                .with("harusnya", u32::from(expected));
            // The row below goes on as if this one had the number that is expected.
            let next = kegiatan.get(index + 1).map(|row| row.nomor.angka);
            if next.is_some() && next == expected.checked_add(1) {
                sink.push(gap.help(&NUMBER_MEANT));
                before = Some(Nomor { angka: expected, huruf: None });
                continue;
            }
            sink.push(gap);
        }
        before = Some(nomor);
    }
}

fn times(kegiatan: &mut [Kegiatan], rows: &Rows, sink: &mut Sink) {
    for (at, row) in kegiatan.iter_mut().enumerate() {
        let id = KegiatanId::from_index(at);
        for field in rows.written[at].fields_of(Key::Waktu) {
            let Value::Waktu(waktu) = &field.value else { continue };
            let simpul = match &field.untuk {
                None => None,
                Some(nama) => {
                    let Some(found) = rows.symbol(id, nama, sink) else { continue };
                    Some(found)
                }
            };
            row.mutu_baku.waktu.push(WaktuBaris {
                simpul,
                untuk: field.untuk.as_ref().map(|nama| nama.value.to_string()),
                waktu: Arc::clone(&waktu.value),
                teks_span: waktu.span,
                span: field.span,
            });
        }
    }
}
