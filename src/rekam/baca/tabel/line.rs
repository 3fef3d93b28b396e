//! A line of what was done, read into an entry of its case.

use super::super::isian::{choose, how_to_write, no_outcome, unreadable};
use super::{Baris, Kolom, Reader};
use crate::analysis::sound::Hasil;
use crate::forms;
use crate::model::{Butir, Setelah, SimpulId};
use crate::rekam::saat::Saat;
use crate::rekam::{Cacat, Entri, Kata, hasil_dari};
use crate::text::{fold, nearest};

/// A line, and what is wrong with it.
pub(super) struct Line<'a> {
    reader: &'a Reader<'a>,
    row: &'a Baris,
    faults: Vec<Cacat>,
}

impl<'a> Line<'a> {
    pub(super) fn new(reader: &'a Reader<'a>, row: &'a Baris) -> Line<'a> {
        Line { reader, row, faults: Vec::new() }
    }

    fn cell(&self, kolom: Kolom) -> &'a str {
        self.reader.kepala.cell(self.row, kolom)
    }

    pub(super) fn place(&self, kolom: Kolom) -> Kata {
        let (line, name) = (self.row.letak(), kolom.name());
        Kata::new(format!("{}, kolom `{name}`", line.id), format!("{}, column `{name}`", line.en))
    }

    pub(super) fn fault(&mut self, kolom: Kolom, apa: Kata, saran: Kata) {
        let berkas = Some(self.cell(Kolom::Berkas).to_owned());
        self.faults.push(Cacat { berkas, letak: self.place(kolom), apa, saran });
    }

    /// The entry, unless something of it is wrong, and all that is wrong with the line.
    pub(super) fn read(mut self) -> (Option<Entri>, Vec<Cacat>) {
        let before = self.faults.len();
        let entry = self.entry();
        (entry.filter(|_| self.faults.len() == before), self.faults)
    }

    fn entry(&mut self) -> Option<Entri> {
        let pelaksana: Vec<String> = self
            .cell(Kolom::Pelaksana)
            .split([',', '+'])
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect();
        let simpul = self.simpul(&pelaksana)?;
        let (mulai, selesai) = (self.moment(Kolom::Mulai), self.moment(Kolom::Selesai));
        let putaran = self.putaran();
        let berjalan = selesai.is_none() && self.cell(Kolom::Hasil).is_empty() && mulai.is_some();
        let hasil = self.hasil(simpul, berjalan)?;
        let baku = &self.reader.acuan.sop.kegiatan_dari(simpul).mutu_baku;
        let kelengkapan = self.papers(Kolom::Kelengkapan, &baku.kelengkapan);
        let output = self.papers(Kolom::Output, &baku.output);
        let putaran = match putaran? {
            0 => self.next_round(simpul, mulai, selesai)?,
            said => said,
        };
        let letak = self.row.letak();
        Some(Entri {
            simpul,
            putaran,
            pelaksana,
            terdahulu: false,
            mulai,
            selesai,
            hasil,
            berjalan,
            kelengkapan,
            output,
            letak,
        })
    }

    /// The place that `langkah` names; where it names several, the one of these actors.
    fn simpul(&mut self, names: &[String]) -> Option<SimpulId> {
        let acuan = self.reader.acuan;
        let (sop, key) = (acuan.sop, self.cell(Kolom::Langkah));
        let Some(places) = acuan.simpul(key) else {
            let known: Vec<String> =
                (0..sop.simpul.len()).map(|at| sop.kunci(SimpulId::from_index(at))).collect();
            let saran = match nearest(key, known.iter().map(String::as_str)) {
                Some(near) => Kata::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
                None => Kata::new("tulis nomor kegiatan pada SOP", "write the number of the row in the SOP"),
            };
            self.fault(
                Kolom::Langkah,
                Kata::new(
                    format!("SOP ini tidak memuat langkah `{key}`"),
                    format!("this SOP has no row `{key}`"),
                ),
                saran,
            );
            return None;
        };
        let acts = |id: &SimpulId| {
            let mut known = sop[*id].oleh.iter().flat_map(|lane| sop[*lane].short_names());
            known.any(|it| names.iter().any(|name| fold(name) == fold(it)))
        };
        let of_actor: Vec<SimpulId> = places.iter().copied().filter(acts).collect();
        if let ([one], _) | (_, [one]) = (&places[..], &of_actor[..]) {
            return Some(*one);
        }
        let keys: Vec<String> =
            places.iter().map(|id| format!("{} ({})", sop.kunci(*id), sop.pelaku(*id).join(", "))).collect();
        let keys = keys.join(", ");
        self.fault(
            Kolom::Langkah,
            Kata::new(
                format!("langkah `{key}` dikerjakan di beberapa tempat; yang mana?"),
                format!("row `{key}` is done at several places; which one?"),
            ),
            Kata::new(format!("tulis salah satu: {keys}"), format!("write one of: {keys}")),
        );
        None
    }

    fn moment(&mut self, kolom: Kolom) -> Option<Saat> {
        let text = self.cell(kolom);
        let found = Saat::parse(text);
        if !text.is_empty() && found.is_none() {
            self.fault(kolom, unreadable(text), how_to_write());
        }
        found
    }

    /// The round as it is counted, 0 where it is not.
    fn putaran(&mut self) -> Option<u32> {
        let round = self.cell(Kolom::Putaran);
        if round.is_empty() {
            return Some(0);
        }
        let putaran = round.parse().ok().filter(|it| *it > 0);
        if putaran.is_none() {
            self.fault(
                Kolom::Putaran,
                Kata::new(
                    format!("putaran `{round}` bukan bilangan"),
                    format!("the round `{round}` is no number"),
                ),
                Kata::new("tulis 1, 2, 3, …, atau kosongkan", "write 1, 2, 3, …, or leave it empty"),
            );
        }
        putaran
    }

    /// What came of it, if anything did; `None` where the row has no outcomes and yet one is said.
    fn hasil(&mut self, simpul: SimpulId, berjalan: bool) -> Option<Option<Hasil>> {
        let sop = self.reader.acuan.sop;
        let (said, key) = (self.cell(Kolom::Hasil), self.cell(Kolom::Langkah));
        match said {
            "" if berjalan || sop[simpul].memutuskan() => return Some(None),
            "dilewati" | "skipped" => return Some(Some(Hasil::Dilewati)),
            _ => {}
        }
        let found = hasil_dari(sop, simpul, said);
        if found.is_some() {
            return Some(found);
        }
        let Setelah::Jika(cabang) = &sop[simpul].setelah else {
            let empty = Kata::new("kosongkan, atau tulis `selesai`", "leave it empty, or write `selesai`");
            self.fault(Kolom::Hasil, no_outcome(said, key), empty);
            return None;
        };
        let known: Vec<&str> = cabang.iter().map(|it| it.jawaban.teks()).collect();
        self.fault(Kolom::Hasil, no_outcome(said, key), choose(&known));
        Some(None)
    }

    /// Which papers of a list are named; `None` where the file has no such column.
    fn papers(&mut self, kolom: Kolom, list: &[Butir]) -> Option<Vec<bool>> {
        if !self.reader.kepala.has(kolom) {
            return None;
        }
        let key = self.cell(Kolom::Langkah);
        let mut ticks = vec![false; list.len()];
        for name in self.cell(kolom).split('|').map(str::trim).filter(|it| !it.is_empty()) {
            let same = |it: &Butir| fold(&forms::paper(&it.teks)) == fold(name);
            if let Some(at) = list.iter().position(same) {
                ticks[at] = true;
                continue;
            }
            let known: Vec<String> = list.iter().map(|it| forms::paper(&it.teks)).collect();
            let known = known.join(" | ");
            self.fault(
                kolom,
                Kata::new(
                    format!("langkah {key} tidak menyebut dokumen `{name}`"),
                    format!("row {key} names no paper `{name}`"),
                ),
                Kata::new(
                    format!("dokumennya: {known}; pisahkan dengan `|`"),
                    format!("its papers: {known}; part them with `|`"),
                ),
            );
        }
        Some(ticks)
    }

    /// Rounds that are not counted are counted as they stand; but two lines that say the same are one too many.
    fn next_round(&mut self, simpul: SimpulId, mulai: Option<Saat>, selesai: Option<Saat>) -> Option<u32> {
        let (reader, case) = (self.reader, self.cell(Kolom::Berkas));
        let again = reader.cases.get(case).and_then(|it| {
            it.entri.iter().find(|it| it.simpul == simpul && it.mulai == mulai && it.selesai == selesai)
        });
        if let Some(again) = again.filter(|_| mulai.is_some() || selesai.is_some()) {
            self.fault(
                Kolom::Langkah,
                Kata::new(
                    format!("baris ini sama dengan {}", again.letak.id),
                    format!("this line is the same as {}", again.letak.en),
                ),
                Kata::new(
                    "hapus salah satunya; bila memang dikerjakan lagi, isi kolom `putaran`",
                    "delete one of them; if it was done again, fill in the column `putaran`",
                ),
            );
            return None;
        }
        (1..).find(|round| !reader.seen.contains_key(&(case.to_owned(), simpul, *round)))
    }
}
