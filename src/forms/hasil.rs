//! What a service gives to whoever asked for it, and when: found on the way on which every answer is the one that lets
//! the case go on. A case that is refused ends earlier and gives nothing.

use super::langkah::{Langkah, paper};
use crate::analysis::dokumen::Asal;
use crate::analysis::flow::Target;
use crate::analysis::kalimat::{self, VerbClass};
use crate::model::{
    AcuanBatas, Arah, Cabang, Jawaban, JenisBatas, JenisPelaksana, KegiatanId, Lanjutan, MutuBaku,
    PelaksanaId, Sasaran, Setelah, SimpulId, Sop,
};
use crate::text::fold;
use std::collections::BTreeSet;

/// What is kept as a proof and is not what one came for.
const RECEIPTS: [&str; 5] = ["tanda terima", "bukti terima", "bukti penyerahan", "bukti penerimaan", "resi"];

/// More answers that lead to a row say no more than the row itself.
const MOST_ANSWERS: usize = 3;

/// The way of a case that is granted.
pub struct Hasil<'a> {
    of: &'a Langkah<'a>,
    /// By row: it lies on the way.
    on_way: Vec<bool>,
    /// The rows at which the way ends, in order.
    ends: Vec<KegiatanId>,
    /// By row beside the way: the answers that lead off to it.
    off: Vec<Vec<String>>,
}

impl<'a> Hasil<'a> {
    pub fn new(of: &'a Langkah<'a>) -> Hasil<'a> {
        let mut on_way = vec![false; of.sop.kegiatan.len()];
        let off = vec![Vec::new(); on_way.len()];
        let mut ends = BTreeSet::new();
        let mut seen = vec![false; of.sop.simpul.len()];
        let first = of.rows().next();
        let mut open: Vec<SimpulId> = first.into_iter().flat_map(|row| of.sop.entries(row)).collect();
        while let Some(id) = open.pop() {
            if std::mem::replace(&mut seen[id.index()], true) {
                continue;
            }
            let simpul = &of.sop[id];
            on_way[simpul.kegiatan.index()] = true;
            for lanjutan in ways(of.sop, &simpul.setelah) {
                match &lanjutan.ke {
                    Sasaran::Simpul(to) => open.extend(to.iter().copied()),
                    ke @ Sasaran::Akhir(_) if refuses(of.sop, ke) => {}
                    Sasaran::Akhir(_) => {
                        ends.insert(simpul.kegiatan);
                    }
                }
            }
        }
        if ends.is_empty() {
            ends.extend(of.rows().last());
        }
        let mut hasil = Hasil { of, on_way, ends: ends.into_iter().collect(), off };
        let mut last = vec![0; of.sop.simpul.len()];
        let mut number = 0;
        for id in (0..seen.len()).filter(|at| seen[*at]).map(SimpulId::from_index) {
            let Setelah::Jika(cabang) = &of.sop[id].setelah else { continue };
            for (at, cabang) in cabang.iter().enumerate() {
                number += 1;
                let words = cabang.kondisi.clone().unwrap_or_else(|| of.answer(cabang));
                let ways = of.procedure.flow.after(id).filter(|way| way.cabang == Some(at));
                hasil.leave(number, &words, ways.map(|way| way.to).collect(), &mut last);
            }
        }
        hasil
    }

    /// Follows an answer where it leads off the way; `last` holds by which answer each place was come to last.
    fn leave(&mut self, number: usize, words: &str, mut open: Vec<Target>, last: &mut [usize]) {
        while let Some(to) = open.pop() {
            let Target::Simpul(id) = to else { continue };
            let row = self.of.sop[id].kegiatan.index();
            let again = std::mem::replace(&mut last[id.index()], number) == number;
            if again || self.on_way[row] || self.off[row].len() > MOST_ANSWERS {
                continue;
            }
            if !self.off[row].iter().any(|known| known == words) {
                self.off[row].push(words.to_owned());
            }
            open.extend(self.of.procedure.flow.after(id).map(|way| way.to));
        }
    }

    /// For a row that a granted case does not pass: the answers that lead to it, where they are few enough to be said.
    pub fn only_when(&self, row: KegiatanId) -> Option<String> {
        let answers = &self.off[row.index()];
        (1..=MOST_ANSWERS).contains(&answers.len()).then(|| answers.join("; "))
    }

    /// The least and the most work until the last row of the way is done, in thousandths of a minute; `None` where a
    /// row on the way says no time, or no end is reached.
    pub fn time(&self) -> Option<(u64, u64)> {
        let time = self.of.procedure.time();
        if time.unmeasured.iter().any(|row| self.on_way[row.index()]) {
            return None;
        }
        let each = self.ends.iter().filter_map(|row| time.until(self.of.sop, *row));
        each.reduce(|(least, most), (a, b)| (least.min(a), most.max(b)))
    }

    /// Limits over the whole way, as typed, without the rows: `paling lama 10 hari kerja`.
    pub fn limits(&self) -> Vec<&'a str> {
        let Some(last) = self.ends.last() else { return Vec::new() };
        let whole = self.of.sop.batas.iter().filter(|batas| {
            let from_first = matches!(batas.dari, AcuanBatas::Dari(row) if row == KegiatanId(0));
            from_first
                && batas.jenis == JenisBatas::PalingLama
                && batas.sampai.is_some_and(|row| row >= *last)
        });
        whole.filter_map(|batas| batas.teks.rsplit_once(':').map(|(_, limit)| limit.trim())).collect()
    }

    /// The papers.
    pub fn papers(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for end in &self.ends {
            for name in self.given_by(*end) {
                if !found.contains(&name) {
                    found.push(name);
                }
            }
        }
        found
    }

    /// What comes out at an end: of the last row before it that does more than file, write down or acknowledge.
    fn given_by(&self, end: KegiatanId) -> Vec<String> {
        let rows = (0..=end.index()).rev().map(KegiatanId::from_index).filter(|row| self.on_way[row.index()]);
        let given = rows.map(|row| self.row(row)).find(|papers| !papers.is_empty());
        given.unwrap_or_else(|| names(&self.of.sop[end].mutu_baku, |_| true))
    }

    fn row(&self, row: KegiatanId) -> Vec<String> {
        let sentence = self.of.procedure.kalimat(row);
        let mutu = &self.of.sop[row].mutu_baku;
        let outside = |lane: &PelaksanaId| self.of.sop[*lane].jenis == JenisPelaksana::Luar;
        let to_outside = sentence
            .handovers
            .iter()
            .filter(|over| !over.back)
            .filter_map(|over| over.to.as_ref())
            .any(|party| party.lanes.iter().any(outside));
        let by_outside = self.of.sop.simpul_dari(row).all(|(_, simpul)| simpul.oleh.iter().all(outside));
        if by_outside {
            // What they do themselves is no result; what they are given is.
            return self.brought(row);
        }
        let files = matches!(sentence.class(), Some(VerbClass::File | VerbClass::Record));
        if files && !to_outside {
            return Vec::new();
        }
        let makes =
            !matches!(sentence.class(), Some(VerbClass::HandOver | VerbClass::Submit | VerbClass::Inform));
        let brought = if to_outside && (files || !makes) { self.brought(row) } else { Vec::new() };
        if brought.is_empty() { names(mutu, |name| !is_receipt(name)) } else { brought }
    }

    /// What a row needs that the office has made.
    fn brought(&self, row: KegiatanId) -> Vec<String> {
        let outside = |lane: &PelaksanaId| self.of.sop[*lane].jenis == JenisPelaksana::Luar;
        let (sop, papers) = (self.of.sop, self.of.procedure.papers());
        let by_office = |from: &KegiatanId| {
            let mut places = sop.simpul_dari(*from);
            *from < row && places.any(|(_, simpul)| !simpul.oleh.iter().all(outside))
        };
        let needed = sop[row].mutu_baku.kelengkapan.iter().filter(|butir| {
            let paper = &papers.list[butir.dokumen.index()];
            paper.asal == Asal::Dibuat && paper.made.iter().any(by_office)
        });
        needed.map(|butir| paper(&butir.teks)).filter(|name| !is_receipt(name)).collect()
    }
}

fn is_receipt(name: &str) -> bool {
    let name = fold(name);
    RECEIPTS.iter().any(|receipt| name.contains(receipt))
}

fn names(mutu: &MutuBaku, keep: impl Fn(&str) -> bool) -> Vec<String> {
    mutu.output.iter().map(|butir| paper(&butir.teks)).filter(|name| keep(name)).collect()
}

/// Whether an end is a refusal, as its name says.
fn refuses(sop: &Sop, ke: &Sasaran) -> bool {
    let Sasaran::Akhir(end) = ke else { return false };
    let name = sop[*end].nama.as_deref().map(fold).unwrap_or_default();
    name.split_whitespace().any(|word| kalimat::rejects(word) || kalimat::is_bad_news(word))
}

/// Where a case that is granted goes on: of `ya` and `tidak` by `ya`, unless only the other leads ahead; of other
/// answers, the kinds of cases, by every one that does.
fn ways<'s>(sop: &Sop, setelah: &'s Setelah) -> Vec<&'s Lanjutan> {
    let cabang = match setelah {
        Setelah::Ke(lanjutan) => return vec![lanjutan],
        Setelah::Bersamaan(branches) => return branches.iter().collect(),
        Setelah::Jika(cabang) => cabang,
    };
    let ahead = |cabang: &&Cabang| {
        let Lanjutan { ke, arah, .. } = &cabang.lanjutan;
        let onward = matches!(ke, Sasaran::Simpul(_)) || cabang.jawaban != Jawaban::Tidak;
        *arah == Arah::Maju && onward && !refuses(sop, ke)
    };
    let yes = |cabang: &&Cabang| cabang.jawaban == Jawaban::Ya;
    let mut forward: Vec<&Cabang> = cabang.iter().filter(ahead).collect();
    if forward.iter().any(yes) {
        forward.retain(|cabang| cabang.jawaban != Jawaban::Tidak);
    }
    if forward.is_empty() {
        forward.extend(cabang.iter().find(yes).or(cabang.first()));
    }
    forward.into_iter().map(|cabang| &cabang.lanjutan).collect()
}
