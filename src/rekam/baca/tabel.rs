//! Lines with a head: names and values of a form, or what was done, a line for each time a row was done.

use super::isian::{Isian, choose, how_to_write, no_outcome, unreadable};
use super::{Acuan, whole};
use crate::analysis::sound::Hasil;
use crate::model::SimpulId;
use crate::rekam::saat::Saat;
use crate::rekam::{Bacaan, Berkas, Cacat, Entri, Kata, hasil_dari};
use crate::text::{fold, nearest};
use std::collections::BTreeMap;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sel(String);

impl Sel {
    pub(super) fn text(text: &str) -> Sel {
        Sel(text.trim().to_owned())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[cfg(test)]
    pub(super) fn shown(&self) -> String {
        self.0.clone()
    }
}

/// A line of the file that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Baris {
    /// From 1, as the reader finds it.
    pub(super) nomor: usize,
    pub(super) sel: Vec<Sel>,
}

impl Baris {
    fn get(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.sel.get(at)).map_or("", |sel| sel.0.as_str())
    }
}

/// Columns of what was done; the first word is the name, the others are read as well.
const COLUMNS: [&[&str]; 12] = [
    &["berkas", "nomor berkas", "case"],
    &["langkah", "kegiatan", "no", "no kegiatan", "nomor kegiatan", "step", "row"],
    &["pelaksana", "actor"],
    &["mulai", "tanggal mulai", "waktu mulai", "start"],
    &["selesai", "tanggal selesai", "waktu selesai", "end"],
    &["hasil", "outcome"],
    &["putaran", "round"],
    &["sidik", "fingerprint"],
    &["perihal", "subject"],
    &["kelengkapan", "papers"],
    &["output", "outputs"],
    &["catatan", "notes"],
];
/// The first so many must be there.
const NEEDED: usize = 6;
const BERKAS: usize = 0;
const LANGKAH: usize = 1;
const PELAKSANA: usize = 2;
const MULAI: usize = 3;
const SELESAI: usize = 4;
const HASIL: usize = 5;
const PUTARAN: usize = 6;
const SIDIK: usize = 7;
const PERIHAL: usize = 8;
const KELENGKAPAN: usize = 9;
const OUTPUT: usize = 10;

/// Reads lines; the first is the head.
pub(super) fn baca(rows: Vec<Baris>, acuan: &Acuan<'_>) -> Bacaan {
    let mut rows = rows.into_iter();
    let Some(head) = rows.next() else {
        return whole(
            Kata::new("berkas ini kosong", "the file is empty"),
            Kata::new("ekspor ulang dari formulirnya", "export it again from the form"),
        );
    };
    let names: Vec<String> = head.sel.iter().map(|sel| fold(&sel.0)).collect();
    let at = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
    if let (Some(name), Some(value)) = (at(&["nama", "name"]), at(&["isi", "value"])) {
        return by_name(rows, name, value, acuan);
    }
    let columns = COLUMNS.map(at);
    let missing: Vec<&str> =
        (0..NEEDED).filter(|at| columns[*at].is_none()).map(|at| COLUMNS[at][0]).collect();
    if !missing.is_empty() {
        let typed = names.iter().map(String::as_str);
        let near: Vec<String> = missing
            .iter()
            .filter_map(|name| {
                let unknown = typed.clone().filter(|it| !COLUMNS.iter().any(|known| known.contains(it)));
                nearest(name, unknown).map(|near| format!("`{near}` → `{name}`"))
            })
            .collect();
        let (list, near) = (missing.join("`, `"), near.join(", "));
        let line = head.nomor;
        return Bacaan {
            cacat: vec![Cacat {
                berkas: None,
                letak: Kata::new(format!("baris {line} (kepala kolom)"), format!("line {line} (heads)")),
                apa: Kata::new(format!("tidak ada kolom `{list}`"), format!("there is no column `{list}`")),
                saran: if near.is_empty() {
                    Kata::new(
                        "tambahkan kolomnya, atau ekspor ulang dari formulirnya; kolom yang dibaca: berkas, langkah, pelaksana, mulai, selesai, hasil, dan boleh: putaran, sidik, perihal, kelengkapan, output",
                        "add it, or export again from the form; the columns: berkas, langkah, pelaksana, mulai, selesai, hasil, and if you like: putaran, sidik, perihal, kelengkapan, output",
                    )
                } else {
                    Kata::new(format!("perbaiki kepala kolomnya: {near}"), format!("mend the head: {near}"))
                },
            }],
            ..Bacaan::default()
        };
    }
    let mut reader = Reader {
        acuan,
        columns,
        cases: BTreeMap::new(),
        order: Vec::new(),
        seen: BTreeMap::new(),
        out: Bacaan { tanpa_sidik: columns[SIDIK].is_none(), ..Bacaan::default() },
    };
    for row in rows {
        reader.row(&row);
    }
    reader.finish()
}

fn by_name(rows: impl Iterator<Item = Baris>, name: usize, value: usize, acuan: &Acuan<'_>) -> Bacaan {
    let (mut isian, mut out) = (Isian::default(), Bacaan { tanpa_sidik: true, ..Bacaan::default() });
    for row in rows {
        let (name, value) = (row.get(Some(name)), row.get(Some(value)));
        let letak = Kata::new(format!("baris {}", row.nomor), format!("line {}", row.nomor));
        match name {
            "sidik" => {
                out.tanpa_sidik = false;
                if let Some(fault) = acuan.check_sidik(value, letak) {
                    out.cacat.push(fault);
                    return out;
                }
            }
            "formulir" | "sop" | "schema" => {}
            _ => isian.put(name, value, letak),
        }
    }
    isian.into_berkas(acuan, &mut out);
    out
}

struct Reader<'a> {
    acuan: &'a Acuan<'a>,
    columns: [Option<usize>; 12],
    cases: BTreeMap<String, Berkas>,
    order: Vec<String>,
    /// By case, place and round: the line that said so.
    seen: BTreeMap<(String, SimpulId, u32), usize>,
    out: Bacaan,
}

impl Reader<'_> {
    fn row(&mut self, row: &Baris) {
        let cell = |column: usize| row.get(self.columns[column]);
        let nomor = cell(BERKAS).to_owned();
        let place = |column: usize| {
            let name = COLUMNS[column][0];
            Kata::new(
                format!("baris {}, kolom `{name}`", row.nomor),
                format!("line {}, column `{name}`", row.nomor),
            )
        };
        let mut faults: Vec<Cacat> = Vec::new();
        let mut fault = |column: usize, apa: Kata, saran: Kata| {
            faults.push(Cacat { berkas: Some(nomor.clone()), letak: place(column), apa, saran });
        };
        if nomor.is_empty() {
            fault(
                BERKAS,
                Kata::new("baris ini tidak menyebut nomor berkas", "this line names no case"),
                Kata::new("isi nomor berkasnya", "fill in the number of the case"),
            );
        }
        if self.columns[SIDIK].is_some()
            && let Some(mut found) = self.acuan.check_sidik(cell(SIDIK), place(SIDIK))
        {
            found.berkas = Some(nomor.clone());
            self.out.cacat.push(found);
            return;
        }
        let entry = self.entry(row, &place, &mut fault);
        self.out.cacat.append(&mut faults);
        let Some(entry) = entry else { return };
        let key = (nomor.clone(), entry.simpul, entry.putaran);
        if let Some(first) = self.seen.get(&key) {
            let (langkah, putaran) = (cell(LANGKAH), entry.putaran);
            self.out.cacat.push(Cacat {
                berkas: Some(nomor),
                letak: Kata::new(format!("baris {}", row.nomor), format!("line {}", row.nomor)),
                apa: Kata::new(
                    format!("langkah {langkah} putaran {putaran} sudah dicatat pada baris {first}"),
                    format!("row {langkah}, round {putaran}, is recorded on line {first} already"),
                ),
                saran: Kata::new(
                    "hapus salah satunya; bila memang dikerjakan lagi, naikkan `putaran`",
                    "delete one of them; if it was done again, count `putaran` up",
                ),
            });
            return;
        }
        self.seen.insert(key, row.nomor);
        if !self.cases.contains_key(&nomor) {
            self.order.push(nomor.clone());
        }
        let perihal = cell(PERIHAL).to_owned();
        let case = self.cases.entry(nomor.clone()).or_insert_with(|| Berkas { nomor, ..Berkas::default() });
        if case.perihal.is_empty() {
            case.perihal = perihal;
        }
        case.entri.push(entry);
    }

    fn entry(
        &self,
        row: &Baris,
        place: &dyn Fn(usize) -> Kata,
        fault: &mut impl FnMut(usize, Kata, Kata),
    ) -> Option<Entri> {
        let sop = self.acuan.sop;
        let cell = |column: usize| row.get(self.columns[column]);
        let key = cell(LANGKAH);
        let names: Vec<String> = cell(PELAKSANA)
            .split([',', '+'])
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect();
        let Some(places) = self.acuan.simpul(key) else {
            let known: Vec<String> =
                (0..sop.simpul.len()).map(|at| sop.kunci(SimpulId::from_index(at))).collect();
            let saran = match nearest(key, known.iter().map(String::as_str)) {
                Some(near) => Kata::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
                None => Kata::new("tulis nomor kegiatan pada SOP", "write the number of the row in the SOP"),
            };
            fault(
                LANGKAH,
                Kata::new(
                    format!("SOP ini tidak memuat langkah `{key}`"),
                    format!("this SOP has no row `{key}`"),
                ),
                saran,
            );
            return None;
        };
        let acts = |id: &SimpulId| {
            let lanes = sop[*id].oleh.iter().map(|lane| &sop[*lane]);
            lanes
                .flat_map(|lane| lane.nama_lain.iter().chain([&lane.pendek]))
                .any(|it| names.iter().any(|name| fold(name) == fold(it)))
        };
        let of_actor: Vec<SimpulId> = places.iter().copied().filter(acts).collect();
        let simpul = match (&places[..], &of_actor[..]) {
            ([one], _) | (_, [one]) => *one,
            _ => {
                let keys: Vec<String> = places
                    .iter()
                    .map(|id| format!("{} ({})", sop.kunci(*id), sop.pelaku(*id).join(", ")))
                    .collect();
                let keys = keys.join(", ");
                fault(
                    LANGKAH,
                    Kata::new(
                        format!("langkah `{key}` dikerjakan di beberapa tempat; yang mana?"),
                        format!("row `{key}` is done at several places; which one?"),
                    ),
                    Kata::new(format!("tulis salah satu: {keys}"), format!("write one of: {keys}")),
                );
                return None;
            }
        };
        let mut right = true;
        let mut moment = |column: usize| {
            let text = cell(column);
            let found = Saat::parse(text);
            if !text.is_empty() && found.is_none() {
                right = false;
                fault(column, unreadable(text), how_to_write());
            }
            found
        };
        let (mulai, selesai) = (moment(MULAI), moment(SELESAI));
        let round = cell(PUTARAN);
        let putaran = if round.is_empty() { Some(0) } else { round.parse().ok().filter(|it| *it > 0) };
        if putaran.is_none() {
            fault(
                PUTARAN,
                Kata::new(
                    format!("putaran `{round}` bukan bilangan"),
                    format!("the round `{round}` is no number"),
                ),
                Kata::new("tulis 1, 2, 3, …, atau kosongkan", "write 1, 2, 3, …, or leave it empty"),
            );
        }
        let said = cell(HASIL);
        let berjalan = selesai.is_none() && said.is_empty() && mulai.is_some();
        let hasil = match said {
            "" if berjalan || sop[simpul].memutuskan() => None,
            "dilewati" | "skipped" => Some(Hasil::Dilewati),
            _ => {
                let found = hasil_dari(sop, simpul, said);
                if found.is_none() {
                    right = false;
                    let crate::model::Setelah::Jika(cabang) = &sop[simpul].setelah else {
                        fault(
                            HASIL,
                            no_outcome(said, key),
                            Kata::new(
                                "kosongkan, atau tulis `selesai`",
                                "leave it empty, or write `selesai`",
                            ),
                        );
                        return None;
                    };
                    let known: Vec<&str> = cabang.iter().map(|it| it.jawaban.teks()).collect();
                    fault(HASIL, no_outcome(said, key), choose(&known));
                }
                found
            }
        };
        let row_of = sop.kegiatan_dari(simpul);
        let mut papers = |column: usize, list: &[crate::model::Butir]| -> Option<Vec<bool>> {
            self.columns[column]?;
            let mut ticks = vec![false; list.len()];
            for name in cell(column).split('|').map(str::trim).filter(|it| !it.is_empty()) {
                let same =
                    |it: &crate::model::Butir| fold(crate::forms::paper(&it.teks).as_str()) == fold(name);
                match list.iter().position(same) {
                    Some(at) => ticks[at] = true,
                    None => {
                        right = false;
                        let known: Vec<String> =
                            list.iter().map(|it| crate::forms::paper(&it.teks)).collect();
                        let known: Vec<&str> = known.iter().map(String::as_str).collect();
                        fault(
                            column,
                            Kata::new(
                                format!("langkah {key} tidak menyebut dokumen `{name}`"),
                                format!("row {key} names no paper `{name}`"),
                            ),
                            Kata::new(
                                format!("dokumennya: {}; pisahkan dengan `|`", known.join(" | ")),
                                format!("its papers: {}; part them with `|`", known.join(" | ")),
                            ),
                        );
                    }
                }
            }
            Some(ticks)
        };
        let kelengkapan = papers(KELENGKAPAN, &row_of.mutu_baku.kelengkapan);
        let output = papers(OUTPUT, &row_of.mutu_baku.output);
        let mut putaran = putaran?;
        if putaran == 0 {
            // Rounds that are not counted are counted as they stand.
            let case = cell(BERKAS);
            putaran =
                (1..).find(|round| !self.seen.contains_key(&(case.to_owned(), simpul, *round))).unwrap_or(1);
            let again = self.cases.get(case).and_then(|it| {
                it.entri.iter().find(|it| it.simpul == simpul && it.mulai == mulai && it.selesai == selesai)
            });
            if let Some(again) = again.filter(|_| mulai.is_some() || selesai.is_some()) {
                fault(
                    LANGKAH,
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
        }
        let place = place(LANGKAH);
        let letak = Kata::new(
            place.id.split(',').next().unwrap_or_default(),
            place.en.split(',').next().unwrap_or_default(),
        );
        right.then_some(Entri {
            simpul,
            putaran,
            pelaksana: names,
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

    fn finish(mut self) -> Bacaan {
        for nomor in self.order {
            let faulty = self.out.cacat.iter().any(|it| it.berkas.as_deref() == Some(nomor.as_str()));
            if let Some(case) = self.cases.remove(&nomor).filter(|_| !faulty) {
                self.out.berkas.push(case);
            }
        }
        self.out
    }
}
