//! One round of a row in a filled form, read into its entries.

use super::{Acuan, Fault, Isian, choose, how_to_write, no_outcome, unreadable};
use crate::analysis::sound::Hasil;
use crate::forms::names::in_round;
use crate::model::{Arah, Cabang, Sasaran, Setelah, SimpulId};
use crate::rekam::saat::Saat;
use crate::rekam::{Entri, Kata, hasil_dari};
use crate::text::fold;

/// A row that was done once more.
pub(super) struct Round<'a> {
    pub(super) isian: &'a Isian,
    pub(super) acuan: &'a Acuan<'a>,
    /// All places of the row.
    pub(super) places: &'a [SimpulId],
    /// The key of the row.
    pub(super) key: &'a str,
    /// From 1.
    pub(super) number: u32,
}

impl Round<'_> {
    /// What is filled in is called so, for a row or one of its places.
    fn name(&self, of: &str, what: &str) -> String {
        in_round(&format!("{of}.{what}"), self.number)
    }

    /// How the form calls a place: by the row where there is one only.
    fn key_of(&self, place: SimpulId) -> String {
        if self.places.len() > 1 { self.acuan.sop.kunci(place) } else { self.key.to_owned() }
    }

    fn is_ticked(&self, what: &str) -> bool {
        self.isian.ticked(&self.name(self.key, what))
    }

    fn moment(&self, what: &str, fault: &mut Fault<'_>) -> Option<Saat> {
        let (text, letak) = self.isian.values.get(&self.name(self.key, what))?;
        let found = Saat::parse(text);
        if found.is_none() {
            fault(letak.clone(), unreadable(text), how_to_write());
        }
        found
    }

    fn letak(&self) -> Kata {
        let (key, round) = (self.key, self.number);
        match round {
            1 => Kata::new(format!("langkah {key}"), format!("row {key}")),
            _ => Kata::new(format!("langkah {key} putaran {round}"), format!("row {key}, round {round}")),
        }
    }

    /// Its entries: none where it was not begun.
    pub(super) fn read(&self, entri: &mut Vec<Entri>, fault: &mut Fault<'_>) {
        let (mulai, selesai) = (self.moment("mulai", fault), self.moment("selesai", fault));
        let ticks = |what: &str, count: usize| {
            Some((1..=count).map(|at| self.is_ticked(&format!("{what}.{at}"))).collect())
        };
        let mutu = &self.acuan.sop.kegiatan_dari(self.places[0]).mutu_baku;
        let mut first = Entri {
            simpul: self.places[0],
            putaran: self.number,
            pelaksana: Vec::new(),
            terdahulu: false,
            mulai,
            selesai,
            hasil: None,
            berjalan: false,
            kelengkapan: ticks("kelengkapan", mutu.kelengkapan.len()),
            output: ticks("output", mutu.output.len()),
            letak: self.letak(),
        };
        if self.is_ticked("dilewati") {
            first.hasil = Some(Hasil::Dilewati);
            entri.push(first);
            return;
        }
        let has_outcome = |id: &SimpulId| self.isian.text(&self.name(&self.key_of(*id), "hasil")).is_some();
        let done = selesai.is_some() || self.places.iter().any(has_outcome) || self.is_ticked("beres");
        if done {
            self.along_places(&first, entri, fault);
        } else if mulai.is_some() {
            first.berjalan = true;
            entri.push(first);
        }
    }

    /// Along the places of a row, as far as the case went.
    fn along_places(&self, first: &Entri, entri: &mut Vec<Entri>, fault: &mut Fault<'_>) {
        let sop = self.acuan.sop;
        let mut initials = 1;
        for place in self.places.chunk_by(|one, next| sop[*one].tempat == sop[*next].tempat) {
            let mut entry = first.clone();
            if place[0] != self.places[0] {
                // Papers are in hand, or not, when the row begins.
                (entry.kelengkapan, entry.output) = (None, None);
            }
            if let [simpul] = place {
                let signers = sop[*simpul].oleh.len();
                entry.simpul = *simpul;
                let names = (initials..initials + signers).filter_map(|number| self.signer(number));
                entry.pelaksana.extend(names);
                initials += signers;
            } else {
                let Some(simpul) = self.chosen(place, first, fault) else { return };
                entry.simpul = simpul;
                initials += 1;
            }
            match &sop[entry.simpul].setelah {
                Setelah::Ke(_) | Setelah::Bersamaan(_) => entry.hasil = Some(Hasil::Selesai),
                Setelah::Jika(cabang) => {
                    let Ok(hasil) = self.outcome(entry.simpul, cabang, fault) else { return };
                    entry.hasil = hasil;
                    if !self.goes_on(hasil, cabang) {
                        entri.push(entry);
                        return;
                    }
                }
            }
            entri.push(entry);
        }
    }

    /// Which of those who may do it did; a fault where that is not said.
    fn chosen(&self, place: &[SimpulId], first: &Entri, fault: &mut Fault<'_>) -> Option<SimpulId> {
        let sop = self.acuan.sop;
        let said = self.isian.values.get(&self.name(self.key, "oleh"));
        let found = said.and_then(|(text, _)| {
            let said = fold(text.split(" (").next().unwrap_or(text));
            let acts = |id: &&SimpulId| {
                let names: Vec<String> = sop.pelaku(**id).iter().map(|it| fold(it)).collect();
                said.split(", ").eq(&names)
            };
            place.iter().find(acts).copied()
        });
        if found.is_none() {
            let key = self.key;
            let letak = said.map_or(&first.letak, |(_, letak)| letak);
            let names: Vec<&str> = place.iter().flat_map(|id| sop.pelaku(*id)).collect();
            fault(
                letak.clone(),
                Kata::new(
                    format!("langkah {key}: tidak dicatat siapa yang mengerjakannya"),
                    format!("row {key}: it is not recorded who did it"),
                ),
                choose(&names),
            );
        }
        found
    }

    /// Initials are anything; the name of a lane says who it was.
    fn signer(&self, number: usize) -> Option<String> {
        let text = self.isian.text(&self.name(self.key, &format!("paraf.{number}")))?;
        let mut lanes = self.acuan.sop.pelaksana.iter();
        let lane = lanes.find(|lane| lane.short_names().any(|name| fold(name) == fold(text)))?;
        Some(lane.pendek.clone())
    }

    /// The outcome of a place that decides, where one is said; an error where it has no such one.
    fn outcome(
        &self,
        simpul: SimpulId,
        cabang: &[Cabang],
        fault: &mut Fault<'_>,
    ) -> Result<Option<Hasil>, ()> {
        let of = self.key_of(simpul);
        let Some((text, letak)) = self.isian.values.get(&self.name(&of, "hasil")) else { return Ok(None) };
        let value = self.acuan.choices.get(&(format!("{of}.hasil"), fold(text))).unwrap_or(text);
        let hasil = hasil_dari(self.acuan.sop, simpul, value);
        if hasil.is_none() {
            let known: Vec<&str> = cabang.iter().map(|it| it.jawaban.teks()).collect();
            fault(letak.clone(), no_outcome(text, self.key), choose(&known));
            return Err(());
        }
        Ok(hasil)
    }

    /// Whether the case goes on to the next place of the row.
    fn goes_on(&self, hasil: Option<Hasil>, cabang: &[Cabang]) -> bool {
        let Some(Hasil::Cabang(index)) = hasil else { return false };
        let way = &cabang[index].lanjutan;
        let within = match &way.ke {
            Sasaran::Simpul(to) => to.iter().any(|to| self.places.contains(to)),
            Sasaran::Akhir(_) => false,
        };
        way.arah != Arah::Kembali && within
    }
}
