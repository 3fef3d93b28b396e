//! A filled form, by the names of its places, into a case.

use super::Acuan;
use crate::analysis::sound::Hasil;
use crate::forms::names::{in_round, round_of};
use crate::model::{Arah, KegiatanId, Setelah, SimpulId};
use crate::rekam::saat::Saat;
use crate::rekam::{Bacaan, Berkas, Cacat, Entri, Kata, hasil_dari};
use crate::text::fold;
use std::collections::BTreeMap;

/// What was filled in, with where it stands.
#[derive(Default)]
pub(super) struct Isian {
    values: BTreeMap<String, (String, Kata)>,
    /// Names that stand twice, with both places.
    twice: Vec<(String, Kata, Kata)>,
}

impl Isian {
    /// Empty values are not there.
    pub(super) fn put(&mut self, name: &str, value: &str, letak: Kata) {
        let (name, value) = (name.trim(), value.trim());
        if value.is_empty() {
            return;
        }
        if let Some((_, first)) = self.values.get(name) {
            self.twice.push((name.to_owned(), first.clone(), letak));
            return;
        }
        self.values.insert(name.to_owned(), (value.to_owned(), letak));
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(|(text, _)| text.as_str())
    }

    /// Whether it is ticked: anything but a no is a yes.
    fn ticked(&self, name: &str) -> bool {
        let no = ["false", "0", "tidak", "no", "-"];
        self.text(name).is_some_and(|text| !no.contains(&fold(text).as_str()))
    }

    /// The case, or what is wrong with it.
    pub(super) fn into_berkas(self, acuan: &Acuan<'_>, out: &mut Bacaan) {
        let nomor = self.text("berkas.nomor").unwrap_or_default().to_owned();
        let mut faults = Vec::new();
        let mut fault = |letak: Kata, apa: Kata, saran: Kata| {
            faults.push(Cacat { berkas: Some(nomor.clone()), letak, apa, saran });
        };
        if nomor.is_empty() {
            fault(
                Kata::new("isian `berkas.nomor`", "field `berkas.nomor`"),
                Kata::new("berkas ini tidak bernomor", "this case has no number"),
                Kata::new(
                    "isi nomor berkas di kepala formulir",
                    "fill in the case number at the head of the form",
                ),
            );
        }
        for (name, first, second) in &self.twice {
            fault(
                second.clone(),
                Kata::new(
                    format!("`{name}` diisi dua kali (sebelumnya: {})", first.id),
                    format!("`{name}` is filled in twice (before: {})", first.en),
                ),
                Kata::new("hapus salah satunya", "delete one of them"),
            );
        }
        for (name, (_, letak)) in &self.values {
            let base = name.split('@').next().unwrap_or(name);
            let known = acuan.names.contains(base) && round_of(name).is_some_and(|(_, round)| round > 0);
            if !known {
                let near = acuan.nearest_name(base);
                fault(
                    letak.clone(),
                    Kata::new(
                        format!("formulir SOP ini tidak memuat isian `{name}`"),
                        format!("the form of this SOP has no field `{name}`"),
                    ),
                    match near {
                        Some(near) => {
                            Kata::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?"))
                        }
                        None => Kata::new(
                            "periksa apakah formulirnya dicetak dari SOP ini",
                            "check whether the form was printed from this SOP",
                        ),
                    },
                );
            }
        }
        let mut berkas = Berkas {
            nomor: nomor.clone(),
            perihal: self.text("berkas.perihal").unwrap_or_default().to_owned(),
            entri: Vec::new(),
        };
        for at in 0..acuan.sop.kegiatan.len() {
            self.row(KegiatanId::from_index(at), acuan, &mut berkas.entri, &mut fault);
        }
        if faults.is_empty() {
            out.berkas.push(berkas);
        } else {
            out.cacat.extend(faults);
        }
    }

    fn row(
        &self,
        row: KegiatanId,
        acuan: &Acuan<'_>,
        entri: &mut Vec<Entri>,
        fault: &mut impl FnMut(Kata, Kata, Kata),
    ) {
        let sop = acuan.sop;
        let places: Vec<SimpulId> = sop.simpul_dari(row).map(|(id, _)| id).collect();
        let key = acuan.row_key(places[0]);
        let dot = format!("{key}.");
        let inner: Vec<String> = places.iter().map(|id| format!("{}.", sop.kunci(*id))).collect();
        let mut rounds: Vec<u32> = self
            .values
            .keys()
            .filter(|name| name.starts_with(&dot) || inner.iter().any(|dot| name.starts_with(dot)))
            .map(|name| round_of(name).map_or(1, |(_, round)| round))
            .collect();
        rounds.sort_unstable();
        rounds.dedup();
        for round in rounds {
            let name = |of: &str, what: &str| in_round(&format!("{of}.{what}"), round);
            let mut moment = |what: &str| -> Option<Saat> {
                let (text, letak) = self.values.get(&name(&key, what))?;
                let found = Saat::parse(text);
                if found.is_none() {
                    fault(letak.clone(), unreadable(text), how_to_write());
                }
                found
            };
            let (mulai, selesai) = (moment("mulai"), moment("selesai"));
            let letak = Kata::new(
                if round == 1 { format!("langkah {key}") } else { format!("langkah {key} putaran {round}") },
                if round == 1 { format!("row {key}") } else { format!("row {key}, round {round}") },
            );
            let ticks = |what: &str, count: usize| {
                Some((1..=count).map(|at| self.ticked(&name(&key, &format!("{what}.{at}")))).collect())
            };
            let mutu = &sop[row].mutu_baku;
            let mut first = Entri {
                simpul: places[0],
                putaran: round,
                pelaksana: Vec::new(),
                mulai,
                selesai,
                hasil: None,
                berjalan: false,
                kelengkapan: ticks("kelengkapan", mutu.kelengkapan.len()),
                output: ticks("output", mutu.output.len()),
                letak,
            };
            if self.ticked(&name(&key, "dilewati")) {
                first.hasil = Some(Hasil::Dilewati);
                entri.push(first);
                continue;
            }
            let decided = places.iter().any(|id| {
                let of = if places.len() > 1 { sop.kunci(*id) } else { key.clone() };
                self.text(&name(&of, "hasil")).is_some()
            });
            let done = selesai.is_some() || decided || self.ticked(&name(&key, "beres"));
            if !done {
                if mulai.is_some() {
                    first.berjalan = true;
                    entri.push(first);
                }
                continue;
            }
            self.places(&places, &key, &first, acuan, &name, entri, fault);
        }
    }

    /// Along the places of a row, as far as the case went.
    #[allow(clippy::too_many_arguments, reason = "the parts of one row")]
    fn places(
        &self,
        places: &[SimpulId],
        key: &str,
        first: &Entri,
        acuan: &Acuan<'_>,
        name: &dyn Fn(&str, &str) -> String,
        entri: &mut Vec<Entri>,
        fault: &mut impl FnMut(Kata, Kata, Kata),
    ) {
        let sop = acuan.sop;
        let mut initials = 1;
        let mut at = 0;
        while at < places.len() {
            let together =
                places[at..].iter().take_while(|id| sop[**id].tempat == sop[places[at]].tempat).count();
            let place = &places[at..at + together];
            at += together;
            let mut entry = first.clone();
            if place[0] != places[0] {
                // Papers are in hand, or not, when the row begins.
                (entry.kelengkapan, entry.output) = (None, None);
            }
            if together > 1 {
                let chosen = self.values.get(&name(key, "oleh"));
                let of = chosen.and_then(|(text, _)| {
                    place.iter().find(|id| {
                        let names: Vec<String> = sop.pelaku(**id).iter().map(|it| fold(it)).collect();
                        let said = fold(text.split(" (").next().unwrap_or(text));
                        said.split(", ").collect::<Vec<_>>() == names
                    })
                });
                match (of, chosen) {
                    (Some(id), _) => entry.simpul = *id,
                    (None, chosen) => {
                        let letak = chosen.map_or(first.letak.clone(), |(_, letak)| letak.clone());
                        let names: Vec<String> = place.iter().flat_map(|id| sop.pelaku(*id)).collect();
                        fault(
                            letak,
                            Kata::new(
                                format!("langkah {key}: tidak dicatat siapa yang mengerjakannya"),
                                format!("row {key}: it is not recorded who did it"),
                            ),
                            Kata::new(
                                format!("pilih salah satu: {}", names.join(", ")),
                                format!("choose one of: {}", names.join(", ")),
                            ),
                        );
                        return;
                    }
                }
                initials += 1;
            } else {
                entry.simpul = place[0];
                let signers = sop[place[0]].oleh.len();
                for number in initials..initials + signers {
                    // Initials are anything; the name of a lane says who it was.
                    let lane = self.text(&name(key, &format!("paraf.{number}"))).and_then(|text| {
                        let same = |name: &String| fold(name) == fold(text);
                        let mut lanes = sop.pelaksana.iter();
                        lanes.find(|lane| same(&lane.pendek) || lane.nama_lain.iter().any(same))
                    });
                    entry.pelaksana.extend(lane.map(|lane| lane.pendek.clone()));
                }
                initials += signers;
            }
            let of = if places.len() > 1 { sop.kunci(entry.simpul) } else { key.to_owned() };
            match &sop[entry.simpul].setelah {
                Setelah::Ke(_) | Setelah::Bersamaan(_) => entry.hasil = Some(Hasil::Selesai),
                Setelah::Jika(cabang) => {
                    let said = self.values.get(&name(&of, "hasil"));
                    let value = said.map(|(text, _)| {
                        acuan.choices.get(&(format!("{of}.hasil"), fold(text))).unwrap_or(text).clone()
                    });
                    entry.hasil = value.as_deref().and_then(|value| hasil_dari(sop, entry.simpul, value));
                    if let (Some((text, letak)), None) = (said, entry.hasil) {
                        let known: Vec<&str> = cabang.iter().map(|it| it.jawaban.teks()).collect();
                        fault(letak.clone(), no_outcome(text, key), choose(&known));
                        return;
                    }
                    let stops = match entry.hasil {
                        Some(Hasil::Cabang(index)) => {
                            let way = &cabang[index].lanjutan;
                            let on = match &way.ke {
                                crate::model::Sasaran::Simpul(to) => to.iter().any(|to| places.contains(to)),
                                crate::model::Sasaran::Akhir(_) => false,
                            };
                            way.arah == Arah::Kembali || !on
                        }
                        _ => true,
                    };
                    if stops {
                        entri.push(entry);
                        return;
                    }
                }
            }
            entri.push(entry);
        }
    }
}

pub(super) fn unreadable(text: &str) -> Kata {
    Kata::new(format!("waktu `{text}` tidak terbaca"), format!("the time `{text}` cannot be read"))
}

pub(super) fn how_to_write() -> Kata {
    Kata::new(
        "tulis seperti `2026-03-02 08:10` atau `2/3/2026 08.10` (hari lebih dahulu)",
        "write it like `2026-03-02 08:10` or `2/3/2026 08.10` (the day first)",
    )
}

pub(super) fn no_outcome(text: &str, key: &str) -> Kata {
    Kata::new(
        format!("langkah {key} tidak mengenal hasil `{text}`"),
        format!("row {key} has no outcome `{text}`"),
    )
}

pub(super) fn choose(known: &[&str]) -> Kata {
    Kata::new(
        format!("pilih salah satu: {}", known.join(", ")),
        format!("choose one of: {}", known.join(", ")),
    )
}
