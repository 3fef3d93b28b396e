//! A filled form, by the names of its places, into a case.

mod round;

use super::Acuan;
use crate::forms::names::round_of;
use crate::model::{KegiatanId, SimpulId};
use crate::rekam::{Bacaan, Berkas, Cacat, Entri, Kata};
use crate::text::fold;
use round::Round;
use std::collections::BTreeMap;

/// Takes a fault: where, what is, and the remedy.
type Fault<'f> = dyn FnMut(Kata, Kata, Kata) + 'f;

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

    /// The entries of a row: one for each round, or for each place of it as far as the case went.
    fn row(&self, row: KegiatanId, acuan: &Acuan<'_>, entri: &mut Vec<Entri>, fault: &mut Fault<'_>) {
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
        for number in rounds {
            Round { isian: self, acuan, places: &places, key: &key, number }.read(entri, fault);
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
