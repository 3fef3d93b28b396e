//! Where each paper is made, where it is needed, and in which state: the index of papers.

use super::flow::{Flow, Target};
use crate::few::Few;
use crate::model::{Dokumen, DokumenId, Kegiatan, KegiatanId, SimpulId, Sop};
use crate::text::Text;
use std::ops::Range;

/// The papers of a procedure; by [`DokumenId`], tools included.
#[derive(Clone, Debug, Default)]
pub struct Papers {
    /// By paper.
    pub list: Vec<Paper>,
}

/// A paper on its way.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The rows that list it as output, in print order.
    pub made: Few<KegiatanId>,
    /// The rows that list it as kelengkapan, in print order.
    pub needed: Few<KegiatanId>,
    /// Where it comes from.
    pub asal: Asal,
    /// In which state, as its name says.
    pub keadaan: Keadaan,
    /// Which part of its folded name is not the words of the state; none when there are no others.
    pokok: Range<usize>,
    /// The rows that need it before any row can have made it. The first row's papers come from outside.
    pub too_early: Vec<KegiatanId>,
}

/// Where a paper comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asal {
    /// It is a tool and no paper.
    Alat,
    /// A row makes it.
    Dibuat,
    /// From outside: declared, or needed by the first row.
    Luar,
    /// No row makes it, and nothing says that it comes from outside.
    TakDiketahui,
}

/// The state of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keadaan {
    /// `Konsep SK`, `Rancangan …`
    Konsep,
    /// `Draf SK`
    Draf,
    /// Without a word that says otherwise.
    Jadi,
    /// `SK bertanda tangan`
    Ditandatangani,
    /// `Arsip SK`
    Arsip,
}

/// At the beginning of a name.
const STATES: &[(&str, Keadaan)] = &[
    ("konsep", Keadaan::Konsep),
    ("rancangan", Keadaan::Konsep),
    ("draft", Keadaan::Draf),
    ("draf", Keadaan::Draf),
    ("arsip", Keadaan::Arsip),
];

/// At the end of a name.
const ENDINGS: &[(&str, Keadaan)] = &[
    ("yang telah ditandatangani", Keadaan::Ditandatangani),
    ("yang sudah ditandatangani", Keadaan::Ditandatangani),
    ("yang ditandatangani", Keadaan::Ditandatangani),
    ("telah ditandatangani", Keadaan::Ditandatangani),
    ("ditandatangani", Keadaan::Ditandatangani),
    ("bertanda tangan", Keadaan::Ditandatangani),
    ("diarsipkan", Keadaan::Arsip),
];

impl Keadaan {
    /// As the index prints it.
    pub fn word(self) -> &'static Text {
        match self {
            Keadaan::Konsep => &Text { id: "konsep", en: "concept" },
            Keadaan::Draf => &Text { id: "draf", en: "draft" },
            Keadaan::Jadi => &Text { id: "jadi", en: "final" },
            Keadaan::Ditandatangani => &Text { id: "ditandatangani", en: "signed" },
            Keadaan::Arsip => &Text { id: "arsip", en: "filed" },
        }
    }

    /// The state that a name speaks of, and which part of the name is left.
    fn of(folded: &str) -> (Keadaan, Range<usize>) {
        for (word, state) in STATES {
            if let Some(rest) = folded.strip_prefix(word)
                && rest.is_empty() | rest.starts_with(' ')
            {
                return (*state, folded.len() - rest.trim_start().len()..folded.len());
            }
        }
        for (words, state) in ENDINGS {
            if let Some(rest) = folded.strip_suffix(words).filter(|rest| rest.ends_with(' ')) {
                return (*state, 0..rest.trim_end().len());
            }
        }
        (Keadaan::Jadi, 0..folded.len())
    }
}

impl Paper {
    /// The folded name of the paper without the words of the state; empty when there are no others.
    pub fn pokok<'d>(&self, dokumen: &'d Dokumen) -> &'d str {
        &dokumen.kunci()[self.pokok.clone()]
    }
}

impl Papers {
    /// Follows every paper.
    pub fn of(sop: &Sop, flow: &Flow) -> Papers {
        // Only where the work ends in several ways a row above may lie on none that leads to the row below; and only a
        // sheet that says what comes from outside says where all its papers come from.
        let told = !sop.identitas.dokumen_luar.is_empty();
        let parted = told && sop.akhir.len() > 1 && sop.simpul.len() <= MOST_PLACES;
        let mut above = parted.then(|| Above::of(sop, flow));
        let mut list: Vec<Paper> = sop.dokumen.iter().map(paper).collect();
        for (at, row) in sop.kegiatan.iter().enumerate() {
            let id = KegiatanId::from_index(at);
            for (butir, made) in row
                .mutu_baku
                .output
                .iter()
                .map(|it| (it, true))
                .chain(row.mutu_baku.kelengkapan.iter().map(|it| (it, false)))
            {
                let paper = &mut list[butir.dokumen.index()];
                let rows = if made { &mut paper.made } else { &mut paper.needed };
                if rows.last() != Some(&id) {
                    rows.push(id);
                }
            }
        }
        for (paper, dokumen) in list.iter_mut().zip(&sop.dokumen) {
            paper.asal = match dokumen {
                Dokumen { alat: true, .. } => Asal::Alat,
                Dokumen { luar: true, .. } => Asal::Luar,
                _ if !paper.made.is_empty() => Asal::Dibuat,
                _ if paper.needed.first() == Some(&KegiatanId(0)) => Asal::Luar,
                _ => Asal::TakDiketahui,
            };
            // Nearly every paper is made above the rows that need it.
            let (made, needed) = (paper.made.first(), paper.needed.first());
            let in_order = made.zip(needed).is_some_and(|(made, needed)| made < needed);
            if matches!(paper.asal, Asal::Dibuat | Asal::TakDiketahui)
                && needed != Some(&KegiatanId(0))
                && !in_order
            {
                paper.too_early =
                    paper.needed.iter().copied().filter(|row| too_early(sop, flow, paper, *row)).collect();
            }
            if let Some(above) = &mut above
                && in_order
                && matches!(paper.asal, Asal::Dibuat)
            {
                let made = &paper.made;
                let off_the_way = |row: &KegiatanId| {
                    // Of a row that nothing leads to something else is said.
                    made.iter().any(|made| made < row)
                        && !made.iter().any(|made| above.reaches(*made, *row))
                        && above.reaches(KegiatanId(0), *row)
                };
                paper.too_early = paper.needed.iter().copied().filter(off_the_way).collect();
            }
        }
        Papers { list }
    }

    /// The papers, without tools.
    pub fn papers(&self) -> impl Iterator<Item = (DokumenId, &Paper)> {
        let all = self.list.iter().enumerate().map(|(at, paper)| (DokumenId::from_index(at), paper));
        all.filter(|(_, paper)| paper.asal != Asal::Alat)
    }
}

impl std::ops::Index<DokumenId> for Papers {
    type Output = Paper;
    fn index(&self, id: DokumenId) -> &Paper {
        &self.list[id.index()]
    }
}

fn paper(dokumen: &Dokumen) -> Paper {
    let (keadaan, pokok) = Keadaan::of(dokumen.kunci());
    Paper {
        made: Few::new(),
        needed: Few::new(),
        asal: Asal::TakDiketahui,
        keadaan,
        pokok,
        too_early: Vec::new(),
    }
}

/// In a longer procedure it is not asked which rows lie on the ways to a row.
const MOST_PLACES: usize = 500;

/// Which rows may be done before a row is.
struct Above<'a> {
    sop: &'a Sop,
    flow: &'a Flow,
    /// By row.
    rows: Vec<Before>,
}

/// The rows that may be done before one is.
struct Before {
    /// From here on each row leads to the next, down to this one.
    first: KegiatanId,
    /// All of them, by row; once they were asked for.
    all: Option<Vec<bool>>,
}

impl<'a> Above<'a> {
    fn of(sop: &'a Sop, flow: &'a Flow) -> Above<'a> {
        let mut rows: Vec<Before> = Vec::with_capacity(sop.kegiatan.len());
        for (at, row) in sop.kegiatan.iter().enumerate() {
            let alone = |row: &Kegiatan| row.simpul.len() == 1;
            let led_to = |above: &Kegiatan| {
                let here = Target::Simpul(SimpulId(row.simpul.start));
                alone(above) && flow.after(SimpulId(above.simpul.start)).any(|edge| edge.to == here)
            };
            let first = match (rows.last(), at.checked_sub(1)) {
                (Some(before), Some(above)) if alone(row) && led_to(&sop.kegiatan[above]) => before.first,
                _ => KegiatanId::from_index(at),
            };
            rows.push(Before { first, all: None });
        }
        Above { sop, flow, rows }
    }

    /// Whether a way leads from one row to another.
    fn reaches(&mut self, from: KegiatanId, to: KegiatanId) -> bool {
        let (sop, flow) = (self.sop, self.flow);
        let before = &mut self.rows[to.index()];
        if before.first <= from && from <= to {
            return true;
        }
        let rows = before.all.get_or_insert_with(|| {
            let (mut rows, mut seen) = (vec![false; sop.kegiatan.len()], vec![false; sop.simpul.len()]);
            let mut open: Vec<SimpulId> = sop.simpul_dari(to).map(|(id, _)| id).collect();
            while let Some(id) = open.pop() {
                if !std::mem::replace(&mut seen[id.index()], true) {
                    rows[sop[id].kegiatan.index()] = true;
                    open.extend(flow.before(id).map(|edge| edge.from));
                }
            }
            rows
        });
        rows[from.index()]
    }
}

/// Whether no row that makes the paper can be done before this one is come to for the first time.
fn too_early(sop: &Sop, flow: &Flow, paper: &Paper, row: KegiatanId) -> bool {
    if paper.made.iter().any(|made| *made < row) {
        return false;
    }
    // Nothing to look for; in a long procedure the search for it would be most of the work.
    if paper.made.is_empty() {
        return true;
    }
    let mut seen = vec![false; sop.simpul.len()];
    let mut open: Vec<SimpulId> = sop.entries(KegiatanId(0)).collect();
    while let Some(id) = open.pop() {
        if sop[id].kegiatan == row || std::mem::replace(&mut seen[id.index()], true) {
            continue;
        }
        if paper.made.contains(&sop[id].kegiatan) {
            return false;
        }
        open.extend(flow.after(id).filter_map(|edge| match edge.to {
            Target::Simpul(to) => Some(to),
            Target::Akhir(_) => None,
        }));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_in_which_state_a_paper_is() {
        let of = |nama| {
            let folded = crate::text::fold(nama);
            let (state, rest) = Keadaan::of(&folded);
            (state, folded[rest].to_owned())
        };
        assert_eq!(of("Konsep SK Tim"), (Keadaan::Konsep, "sk tim".to_owned()));
        assert_eq!(of("Draft"), (Keadaan::Draf, String::new()));
        assert_eq!(of("Drafter"), (Keadaan::Jadi, "drafter".to_owned()));
        assert_eq!(of("SK Tim yang telah ditandatangani"), (Keadaan::Ditandatangani, "sk tim".to_owned()));
        assert_eq!(of("Arsip surat"), (Keadaan::Arsip, "surat".to_owned()));
        assert_eq!(of("SK Tim"), (Keadaan::Jadi, "sk tim".to_owned()));
    }
}
