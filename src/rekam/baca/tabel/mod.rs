//! Lines with a head: names and values of a form, or what was done, a line for each time a row was done.

mod line;

use super::isian::Isian;
use super::{Acuan, whole};
use crate::model::SimpulId;
use crate::rekam::{Bacaan, Berkas, Cacat, Kata};
use crate::text::{fold, nearest};
use line::Line;
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

    /// Where it is in the file.
    fn letak(&self) -> Kata {
        Kata::new(format!("baris {}", self.nomor), format!("line {}", self.nomor))
    }
}

/// A column of what was done.
#[derive(Clone, Copy)]
enum Kolom {
    Berkas,
    Langkah,
    Pelaksana,
    Mulai,
    Selesai,
    Hasil,
    Putaran,
    Sidik,
    Perihal,
    Kelengkapan,
    Output,
    Catatan,
}

/// How each column may be headed, in their order; the first word is its name.
const COLUMNS: [&[&str]; Kolom::Catatan as usize + 1] = [
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
/// So many of them must be there.
const NEEDED: &[&[&str]] = COLUMNS.split_at(Kolom::Hasil as usize + 1).0;

impl Kolom {
    fn name(self) -> &'static str {
        COLUMNS[self as usize][0]
    }
}

/// Where each column stands in the file.
struct Kepala([Option<usize>; COLUMNS.len()]);

impl Kepala {
    fn has(&self, kolom: Kolom) -> bool {
        self.0[kolom as usize].is_some()
    }

    /// What a line says in a column; nothing where the file has no such column.
    fn cell<'r>(&self, row: &'r Baris, kolom: Kolom) -> &'r str {
        row.get(self.0[kolom as usize])
    }
}

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
    let missing: Vec<&str> =
        NEEDED.iter().filter(|known| at(known).is_none()).map(|known| known[0]).collect();
    if !missing.is_empty() {
        return without(&missing, &names, head.nomor);
    }
    let kepala = Kepala(COLUMNS.map(at));
    let tanpa_sidik = !kepala.has(Kolom::Sidik);
    let mut reader = Reader {
        acuan,
        kepala,
        cases: BTreeMap::new(),
        order: Vec::new(),
        seen: BTreeMap::new(),
        out: Bacaan { tanpa_sidik, ..Bacaan::default() },
    };
    for row in rows {
        reader.row(&row);
    }
    reader.finish()
}

/// Nothing can be read without these columns; a name of the head that is nearly one of them is told.
fn without(missing: &[&str], names: &[String], line: usize) -> Bacaan {
    let unknown = |name: &&str| !COLUMNS.iter().any(|known| known.contains(name));
    let near: Vec<String> = missing
        .iter()
        .filter_map(|name| {
            let near = nearest(name, names.iter().map(String::as_str).filter(unknown))?;
            Some(format!("`{near}` → `{name}`"))
        })
        .collect();
    let (list, near) = (missing.join("`, `"), near.join(", "));
    let saran = if near.is_empty() {
        Kata::new(
            "tambahkan kolomnya, atau ekspor ulang dari formulirnya; kolom yang dibaca: berkas, langkah, pelaksana, mulai, selesai, hasil, dan boleh: putaran, sidik, perihal, kelengkapan, output",
            "add it, or export again from the form; the columns: berkas, langkah, pelaksana, mulai, selesai, hasil, and if you like: putaran, sidik, perihal, kelengkapan, output",
        )
    } else {
        Kata::new(format!("perbaiki kepala kolomnya: {near}"), format!("mend the head: {near}"))
    };
    let cacat = Cacat {
        berkas: None,
        letak: Kata::new(format!("baris {line} (kepala kolom)"), format!("line {line} (heads)")),
        apa: Kata::new(format!("tidak ada kolom `{list}`"), format!("there is no column `{list}`")),
        saran,
    };
    Bacaan { cacat: vec![cacat], ..Bacaan::default() }
}

fn by_name(rows: impl Iterator<Item = Baris>, name: usize, value: usize, acuan: &Acuan<'_>) -> Bacaan {
    let (mut isian, mut out) = (Isian::default(), Bacaan { tanpa_sidik: true, ..Bacaan::default() });
    for row in rows {
        let (name, value) = (row.get(Some(name)), row.get(Some(value)));
        let letak = row.letak();
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
    kepala: Kepala,
    cases: BTreeMap<String, Berkas>,
    /// The cases as they come.
    order: Vec<String>,
    /// By case, place and round: the line that said so.
    seen: BTreeMap<(String, SimpulId, u32), usize>,
    out: Bacaan,
}

impl Reader<'_> {
    fn row(&mut self, row: &Baris) {
        let cell = |kolom| self.kepala.cell(row, kolom);
        let (nomor, perihal) = (cell(Kolom::Berkas).to_owned(), cell(Kolom::Perihal).to_owned());
        let mut line = Line::new(self, row);
        if nomor.is_empty() {
            line.fault(
                Kolom::Berkas,
                Kata::new("baris ini tidak menyebut nomor berkas", "this line names no case"),
                Kata::new("isi nomor berkasnya", "fill in the number of the case"),
            );
        }
        if self.kepala.has(Kolom::Sidik)
            && let Some(found) = self.acuan.check_sidik(cell(Kolom::Sidik), line.place(Kolom::Sidik))
        {
            self.out.cacat.push(Cacat { berkas: Some(nomor), ..found });
            return;
        }
        let (entry, mut faults) = line.read();
        self.out.cacat.append(&mut faults);
        let Some(entry) = entry else { return };
        let key = (nomor.clone(), entry.simpul, entry.putaran);
        if let Some(first) = self.seen.get(&key) {
            let (langkah, putaran) = (self.kepala.cell(row, Kolom::Langkah), entry.putaran);
            self.out.cacat.push(Cacat {
                berkas: Some(nomor),
                letak: row.letak(),
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
        let case = self.cases.entry(nomor.clone()).or_insert_with(|| Berkas { nomor, ..Berkas::default() });
        if case.perihal.is_empty() {
            case.perihal = perihal;
        }
        case.entri.push(entry);
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
