//! What stands beside a row's sentence: its sub-steps and its remark, as far as they speak of somebody or of a condition.

use super::kamus::Kamus;
use super::pihak::Names;
use super::{Kalimat, read};
use crate::analysis::Procedure;
use crate::model::{Kegiatan, KegiatanId};
use crate::source::Span;

/// A sub-step or a remark that may say who acts, or on which condition. Places in [`Beside::kalimat`] are bytes of its text.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Whose.
    pub row: KegiatanId,
    /// Which sub-step; `None` for the remark.
    pub item: Option<usize>,
    /// Where it stands.
    pub place: Span,
    /// What it says.
    pub kalimat: Kalimat,
}

/// What the texts beside the sentence of a row say. Most rows have none, and most texts neither name somebody in front
/// nor open a condition: those are not read.
pub(super) fn of_row(id: KegiatanId, row: &Kegiatan, names: &Names, kamus: Kamus, found: &mut Vec<Beside>) {
    for (at, (text, place)) in row.beside().enumerate() {
        let item = Some(at).filter(|at| *at < row.rincian.len());
        let lower = text.to_ascii_lowercase();
        if opens_condition(&lower) || (item.is_some() && names.may_begin(&lower)) {
            found.push(Beside { row: id, item, place, kalimat: read(text, &lower, names, kamus) });
        }
    }
}

/// Whether a text in small letters may hold `jika`, `bila`, `apabila` or `kalau`; the rarer words for it are not looked
/// for beside a sentence.
fn opens_condition(lower: &str) -> bool {
    ["ika ", "ila ", "kalau "]
        .iter()
        .any(|word| memchr::memmem::find(lower.as_bytes(), word.as_bytes()).is_some())
}

impl Procedure {
    /// What the sub-steps and the remark of a row say, as far as they were read.
    pub fn beside(&self, row: KegiatanId) -> &[Beside] {
        let all = &self.read_sentences().1;
        let from = all.partition_point(|beside| beside.row < row);
        let count = all[from..].partition_point(|beside| beside.row == row);
        &all[from..from + count]
    }

    /// The text of a sub-step or a remark.
    pub fn text_beside(&self, beside: &Beside) -> &str {
        let row = &self.sop[beside.row];
        match beside.item {
            Some(at) => &row.rincian[at],
            None => row.keterangan.as_deref().unwrap_or_default(),
        }
    }
}
