//! Targets: which row or symbol a line aims at, and whether the word says the direction it really lies in.

use super::{Line, Resolver};
use crate::diag::{Diagnostic, Fix};
use crate::few::Few;
use crate::model::faults::{NOTHING_BEFORE, WRONG_DIRECTION};
use crate::model::{Arah, KegiatanId, Lanjutan, Sasaran, SimpulId};
use crate::source::{Span, Spanned};
use crate::syntax::ast;
use crate::syntax::keys::Key;
use crate::text::Text;

static LIES_LATER: Text = Text::new("berada sesudahnya", "lies after it");
static LIES_EARLIER: Text = Text::new("berada sebelumnya", "lies before it");
static LIES_HERE: Text = Text::new("ialah kegiatan ini sendiri", "is this very row");
static ANOTHER_ROW: Text =
    Text::new("tulis nomor kegiatan yang dimaksud", "write the number of the row that is meant");
static ANOTHER_ROW_OR_NONE: Text = Text::new(
    "tulis nomor kegiatan lain; baris `alur` dihapus bila pekerjaan berlanjut ke kegiatan di bawahnya",
    "write the number of another row; an `alur` line is deleted where the work goes on to the row below",
);
static WRITE_KEMBALI: Text = Text::new("ganti `lanjut` dengan `kembali`", "replace `lanjut` by `kembali`");
static WRITE_LANJUT: Text = Text::new("ganti `kembali` dengan `lanjut`", "replace `kembali` by `lanjut`");

impl<'a> Resolver<'_, 'a, '_> {
    /// Where a line leads from a symbol; `None` when its target cannot be found, which is reported.
    pub(super) fn follow(&mut self, row: KegiatanId, id: SimpulId, line: &Line<'a>) -> Option<Lanjutan> {
        let (ke, arah) = self.target(row, id, line, line.alur.sasaran.as_ref()?)?;
        let paling_banyak = line.alur.paling_banyak.as_ref();
        let lalu =
            line.alur.lalu.as_ref().and_then(|lalu| self.target(row, id, line, lalu)).map(|(ke, _)| ke);
        Some(Lanjutan {
            ke,
            arah,
            paling_banyak: paling_banyak.map(|bound| bound.value),
            lalu,
            span: line.field.span,
        })
    }

    fn target(
        &mut self,
        row: KegiatanId,
        id: SimpulId,
        line: &Line<'a>,
        to: &'a Spanned<ast::Sasaran>,
    ) -> Option<(Sasaran, Arah)> {
        let (rujukan, said) = match &to.value {
            ast::Sasaran::Lanjut(rujukan) => (rujukan, Arah::Maju),
            ast::Sasaran::Kembali(rujukan) => (rujukan, Arah::Kembali),
            ast::Sasaran::Selesai(nama) => {
                let akhir = self.ends.id(nama.as_ref().map(|nama| nama.value.as_str()));
                return Some((Sasaran::Akhir(akhir), Arah::Maju));
            }
            ast::Sasaran::KembaliSatu => return self.one_back(row, id, to.span),
        };
        let aimed = self.rows.target(rujukan.nomor.value, rujukan.nomor.span, self.sink)?;
        let symbols = match &rujukan.pelaku {
            Some(nama) => Few::from([self.rows.symbol(aimed, nama, self.sink)?]),
            None => self.rows.entry(aimed),
        };
        let lies = if aimed == row && rujukan.pelaku.is_none() {
            Arah::Kembali
        } else if symbols[0] > id && !self.rows.share_a_place(row, id, symbols[0]) {
            Arah::Maju
        } else {
            Arah::Kembali
        };
        if lies != said {
            self.wrong_direction(row, line, rujukan, aimed, to.span, lies);
        }
        Some((Sasaran::Simpul(symbols), lies))
    }

    fn one_back(&mut self, row: KegiatanId, id: SimpulId, span: Span) -> Option<(Sasaran, Arah)> {
        let Some(before) = self.rows.simpul[id.index()].tempat.checked_sub(1) else {
            let names = self.rows.names(id);
            self.sink.push(
                Diagnostic::at(&NOTHING_BEFORE, span)
                    .with("nomor", self.rows.nomor(row).to_string())
                    .with("nama", names),
            );
            return None;
        };
        Some((Sasaran::Simpul(self.rows.place(row, before)), Arah::Kembali))
    }

    fn wrong_direction(
        &mut self,
        row: KegiatanId,
        line: &Line,
        to: &ast::Rujukan,
        aimed: KegiatanId,
        span: Span,
        lies: Arah,
    ) {
        let (kata, ganti, title) = match lies {
            Arah::Maju => ("kembali", "lanjut", &WRITE_LANJUT),
            Arah::Kembali => ("lanjut", "kembali", &WRITE_KEMBALI),
        };
        let here = lies == Arah::Kembali && aimed == row;
        let letak = match lies {
            Arah::Maju => &LIES_LATER,
            Arah::Kembali if here => &LIES_HERE,
            Arah::Kembali => &LIES_EARLIER,
        };
        let start = span.start as usize;
        let word = Span::new(start, start + kata.len());
        let found = Diagnostic::at(&WRONG_DIRECTION, span)
            .with("nomor", self.rows.nomor(row).to_string())
            .with("kata", kata)
            .with("tujuan", to.nomor.value.to_string())
            .with("letak", letak)
            .with("hasil", line.key.word())
            .with("ganti", ganti);
        // Nobody means to go on to where he is; a return to there may be no better.
        self.sink.push(match here {
            true if line.key == Key::Alur => found.help(&ANOTHER_ROW_OR_NONE),
            true => found.help(&ANOTHER_ROW),
            false => found.fix(Fix { title, edits: vec![(word, ganti.to_owned())], safe: true }),
        });
    }
}
