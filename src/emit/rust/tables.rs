//! The tables of the generated machine: its rows, and for every symbol who acts, what it needs, what follows.

use super::expr::Expr;
use super::maker::{Maker, branches, waktu, waktu_teks};
use crate::analysis::time::Lama;
use crate::model::{
    AcuanBatas, BatasWaktu, Butir, Cabang, DokumenId, JenisBatas, Kegiatan, KegiatanId, Lanjutan, Sasaran,
    Simpul, SimpulId, WaktuBaris,
};
use std::collections::BTreeSet;

impl Maker<'_> {
    pub(super) fn kegiatan_table(&self) -> Expr {
        let rows = self.sop.kegiatan.iter().enumerate();
        Expr::List(rows.map(|(at, row)| self.kegiatan(KegiatanId::from_index(at), row)).collect())
    }

    fn kegiatan(&self, id: KegiatanId, row: &Kegiatan) -> Expr {
        let list = |texts: &[String]| Expr::texts(texts.iter().map(String::as_str));
        let option = |text: &Option<String>| Expr::option(text.as_deref().map(Expr::text));
        let papers = |butir: &[Butir]| self.papers(butir.iter().map(|butir| butir.dokumen));
        let own = self.sop.batas.iter().filter(|batas| batas.kegiatan == Some(id));
        Expr::Struct(
            "Kegiatan",
            vec![
                ("nomor", Expr::text(&row.nomor.to_string())),
                ("tahap", Expr::option(row.tahap.map(|id| Expr::text(&self.sop[id].nama)))),
                ("uraian", Expr::text(&row.uraian)),
                ("rincian", list(&row.rincian)),
                ("kelengkapan", papers(&row.mutu_baku.kelengkapan)),
                ("waktu", list(&waktu(row))),
                ("output", papers(&row.mutu_baku.output)),
                ("batas", Expr::texts(own.map(|batas| batas.teks.as_str()))),
                ("bila_perlu", option(&row.bila_perlu)),
                ("tembusan", option(&row.tembusan)),
                ("merujuk", list(&row.merujuk)),
                ("keterangan", option(&row.keterangan)),
            ],
        )
    }

    pub(super) fn langkah_table(&self, bounds: &mut usize) -> Expr {
        let all = self.sop.simpul.iter().enumerate();
        Expr::List(all.map(|(at, simpul)| self.langkah(SimpulId::from_index(at), simpul, bounds)).collect())
    }

    fn langkah(&self, id: SimpulId, simpul: &Simpul, bounds: &mut usize) -> Expr {
        let row = &self.sop[simpul.kegiatan];
        let actors = simpul.oleh.iter().map(|id| self.actor(id.index())).collect();
        let is_last = simpul.tempat == self.sop.last_place(simpul.kegiatan);
        let made: &[Butir] = if is_last { &row.mutu_baku.output } else { &[] };
        let deputy = row.pengganti.as_deref().and_then(|text| self.deputy(text));
        let lama = self.lama(id);
        let skip = self.sop.may_be_passed(id).then(|| self.path(self.goes_on_from(simpul.kegiatan)));
        let decided = branches(simpul).iter().map(Some).chain(std::iter::repeat(None));
        let outcomes = self.outcomes(id).into_iter().zip(decided);
        let cabang =
            outcomes.map(|((hasil, to), decided)| self.cabang(hasil, decided, &to, bounds)).collect();
        Expr::Struct(
            "Data",
            vec![
                ("kegiatan", Expr::Word(simpul.kegiatan.index().to_string())),
                ("pelaksana", Expr::List(actors)),
                ("pengganti", Expr::List(deputy.map(|index| self.actor(index)).into_iter().collect())),
                ("perlu", self.papers(self.needed(&row.mutu_baku.kelengkapan))),
                ("hasilkan", self.papers(each_once(made))),
                ("lama", Expr::option(lama.as_ref().map(|(lama, _)| Expr::Word(lama.clone())))),
                ("waktu", Expr::text(lama.as_ref().map_or("", |(_, teks)| teks))),
                ("tenggat", self.limits(simpul.kegiatan)),
                ("gabung", Expr::option(self.gabung(id, simpul))),
                ("skip", Expr::option(skip)),
                ("cabang", Expr::List(cabang)),
            ],
        )
    }

    /// For the tests: key, name, actors, outcomes with their bounds, papers, `?` where it may be passed over.
    pub(super) fn steps(&self) -> Vec<String> {
        let list = |words: Vec<String>| if words.is_empty() { "-".to_owned() } else { words.join(",") };
        let step = |(at, simpul): (usize, &Simpul)| {
            let id = SimpulId::from_index(at);
            let bound = |(hasil, arrows): (&str, Vec<&Lanjutan>)| {
                let mark = if arrows[0].lalu.is_some() { '+' } else { '!' };
                let bound = arrows[0].paling_banyak.map(|most| format!("{mark}{most}"));
                format!("{hasil}{}", bound.unwrap_or_default())
            };
            let needed = self.needed(&self.sop[simpul.kegiatan].mutu_baku.kelengkapan);
            [
                self.sop.kunci(id),
                self.langkah[at].clone(),
                list(self.actors(id).into_iter().map(|at| self.pelaksana[at].clone()).collect()),
                list(self.outcomes(id).into_iter().map(bound).collect()),
                list(needed.map(|id| self.dokumen[id.index()].clone()).collect()),
                if self.sop.may_be_passed(id) { "?" } else { "-" }.to_owned(),
            ]
            .join(" ")
        };
        self.sop.simpul.iter().enumerate().map(step).collect()
    }

    /// What is needed but for tools, which nobody hands over.
    fn needed<'b>(&'b self, butir: &'b [Butir]) -> impl Iterator<Item = DokumenId> + 'b {
        each_once(butir).filter(|id| !self.sop[*id].alat)
    }

    fn papers(&self, papers: impl Iterator<Item = DokumenId>) -> Expr {
        Expr::List(papers.map(|id| Expr::Word(format!("Dokumen::{}", self.dokumen[id.index()]))).collect())
    }

    /// How long a symbol has, and the words that say so: its own time, else its row's.
    fn lama(&self, id: SimpulId) -> Option<(String, String)> {
        let none = Lama::default();
        let own = self.time.place(id);
        let simpul = &self.sop[id];
        let row = &self.sop[simpul.kegiatan];
        let is_own = *own != none;
        let lama = if is_own { own } else { &self.time.rows[simpul.kegiatan.index()] };
        let holds = |line: &&WaktuBaris| {
            let here = line.simpul == Some(id) || (line.simpul.is_none() && simpul.tempat == 0);
            line.waktu.durasi.is_some() && (here || !is_own)
        };
        let said: Vec<String> = row.mutu_baku.waktu.iter().filter(holds).map(waktu_teks).collect();
        (*lama != none).then(|| (span(lama.bekerja.sampai, lama.berlalu.sampai), said.join("; ")))
    }

    /// The limits up to the end of a row that can be counted.
    fn limits(&self, row: KegiatanId) -> Expr {
        let limit = |batas: &BatasWaktu| {
            let (acuan, from_start) = match batas.dari {
                AcuanBatas::Setelah(from) => {
                    let last = self.sop.last_place(from);
                    let ends = self.sop.simpul_dari(from).filter(|(_, simpul)| simpul.tempat == last);
                    (ends.map(|(id, _)| id).collect(), false)
                }
                AcuanBatas::Dari(from) => (self.entry(from), true),
                AcuanBatas::Sebelum(_) | AcuanBatas::Peristiwa(_) => return None,
            };
            let at_most = batas.jenis == JenisBatas::PalingLama;
            let lama = self.time.length(&batas.durasi);
            let lama = match at_most {
                true => span(lama.bekerja.sampai, lama.berlalu.sampai),
                false => span(lama.bekerja.dari, lama.berlalu.dari),
            };
            Some(Expr::Struct(
                "Tenggat",
                vec![
                    ("teks", Expr::text(&batas.teks)),
                    ("paling_lama", Expr::Word(at_most.to_string())),
                    ("dari_awal", Expr::Word(from_start.to_string())),
                    ("acuan", self.turn(&acuan)),
                    ("lama", Expr::Word(lama)),
                ],
            ))
        };
        Expr::List(self.sop.batas.iter().filter(|it| it.sampai == Some(row)).filter_map(limit).collect())
    }

    fn cabang(
        &self,
        hasil: &str,
        decided: Option<&Cabang>,
        lanjutan: &[&Lanjutan],
        bounds: &mut usize,
    ) -> Expr {
        let kondisi = decided.and_then(|cabang| cabang.kondisi.as_deref());
        let ke = lanjutan.iter().map(|lanjutan| self.tujuan(&lanjutan.ke)).collect();
        // Only an arrow of its own can be bounded; the branches of a fork are plain numbers.
        let batas = lanjutan.first().and_then(|lanjutan| {
            let times = lanjutan.paling_banyak?;
            let index = *bounds;
            *bounds += 1;
            let lalu = lanjutan.lalu.as_ref().map(|lalu| Expr::List(vec![self.tujuan(lalu)]));
            Some(Expr::Struct(
                "Batas",
                vec![
                    ("index", Expr::Word(index.to_string())),
                    ("paling_banyak", Expr::Word(times.to_string())),
                    ("lalu", Expr::option(lalu)),
                ],
            ))
        });
        Expr::Struct(
            "Cabang",
            vec![
                ("hasil", Expr::Word(format!("Hasil::{hasil}"))),
                ("kondisi", Expr::option(kondisi.map(Expr::text))),
                ("ke", Expr::List(ke)),
                ("menolak", Expr::Word(decided.is_some_and(Cabang::menolak).to_string())),
                ("batas", Expr::option(batas)),
            ],
        )
    }

    fn tujuan(&self, sasaran: &Sasaran) -> Expr {
        match sasaran {
            Sasaran::Simpul(ids) => Expr::Call("Tujuan::Langkah", Box::new(self.turn(ids))),
            Sasaran::Akhir(id) => {
                let akhir = Expr::Word(format!("Akhir::{}", self.akhir[id.index()]));
                Expr::Call("Tujuan::Akhir", Box::new(akhir))
            }
        }
    }

    fn gabung(&self, id: SimpulId, simpul: &Simpul) -> Option<Expr> {
        let groups = self.groups(id);
        let first = self.entry(simpul.kegiatan)[0];
        let menunggu = groups.iter().map(|group| self.turn(group)).collect();
        let fields = vec![("di", self.path(first)), ("menunggu", Expr::List(menunggu))];
        (!groups.is_empty()).then_some(Expr::Struct("Gabung", fields))
    }
}

/// `lama(1800, 0)`: seconds of work, days on the calendar; from thousandths of a minute and of a day.
fn span(work: u64, days: u64) -> String {
    // A century of either is as long as any.
    let seconds = (u128::from(work) * 60 / 1000).min(3_155_760_000);
    format!("lama({}, {})", grouped(seconds), days.div_ceil(1000).min(36_525))
}

/// `3_155_760_000`: in groups of three where there are more than five digits, as clippy would have it.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    if digits.len() < 6 {
        return digits;
    }
    let first = digits.len() % 3;
    let breaks = |at: usize| at > 0 && at % 3 == first;
    digits
        .chars()
        .enumerate()
        .flat_map(|(at, digit)| breaks(at).then_some('_').into_iter().chain([digit]))
        .collect()
}

/// The papers of a list, each where it stands first.
fn each_once(butir: &[Butir]) -> impl Iterator<Item = DokumenId> + '_ {
    let mut seen = BTreeSet::new();
    butir.iter().map(|butir| butir.dokumen).filter(move |id| seen.insert(*id))
}
