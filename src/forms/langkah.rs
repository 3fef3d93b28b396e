//! A row of the procedure in words: who, where it goes on, what must be said beside it.

use super::{Piece, ROUNDS, Setup, english, words as w};
use crate::analysis::Procedure;
use crate::analysis::flow::Target;
use crate::model::{
    Arah, Cabang, Jawaban, Joint, KegiatanId, Lanjutan, PelaksanaId, Sasaran, Setelah, Simpul, SimpulId, Sop,
    Waktu,
};
use crate::text::{Arg, Lang, Text, fold, is_others, letter};

/// Puts rows into words.
#[derive(Clone, Copy)]
pub struct Langkah<'a> {
    pub procedure: &'a Procedure,
    pub sop: &'a Sop,
    pub setup: &'a Setup<'a>,
}

impl<'a> Langkah<'a> {
    pub fn new(procedure: &'a Procedure, setup: &'a Setup<'a>) -> Langkah<'a> {
        Langkah { procedure, sop: &procedure.sop, setup }
    }

    pub fn lang(&self) -> Lang {
        self.setup.lang
    }

    pub fn word(&self, text: &'static Text) -> String {
        text.pattern(self.lang()).to_owned()
    }

    pub fn rows(&self) -> impl Iterator<Item = KegiatanId> + use<> {
        (0..self.sop.kegiatan.len()).map(KegiatanId::from_index)
    }

    /// The key of a row.
    pub fn key(&self, id: KegiatanId) -> String {
        self.sop[id].kunci()
    }

    pub fn nomor(&self, id: KegiatanId) -> String {
        self.sop[id].nomor.to_string()
    }

    /// `langkah 7`
    pub fn step(&self, id: KegiatanId) -> String {
        w::STEP.fill(self.lang(), &[("nomor", Arg::Text(self.nomor(id)))])
    }

    /// The activity and its sub-steps.
    pub fn uraian(&self, id: KegiatanId) -> Vec<Piece> {
        let row = &self.sop[id];
        let item = |(at, text): (usize, &String)| Piece::Item {
            marker: format!("{}.", letter(at)),
            text: text.clone(),
        };
        std::iter::once(Piece::Text(row.uraian.to_string()))
            .chain(row.rincian.iter().enumerate().map(item))
            .collect()
    }

    /// The places of a row in order; several symbols of one place are alternatives.
    pub fn places(&self, id: KegiatanId) -> Vec<Vec<(SimpulId, &'a Simpul)>> {
        let mut places: Vec<Vec<(SimpulId, &Simpul)>> = Vec::new();
        for (at, simpul) in self.sop.simpul_dari(id) {
            match places.last_mut() {
                Some(last) if last[0].1.tempat == simpul.tempat => last.push((at, simpul)),
                _ => places.push(vec![(at, simpul)]),
            }
        }
        places
    }

    pub fn actors(&self, ids: &[PelaksanaId]) -> String {
        let names = self.sop.heads(ids);
        match names[..] {
            [] | [_] => names.concat(),
            _ => format!("{} ({})", names.join(", "), self.word(&w::TOGETHER)),
        }
    }

    fn place_name<'s>(&self, place: impl Iterator<Item = &'s Simpul>) -> String {
        let or = format!(" {} ", self.word(&w::OR));
        place.map(|simpul| self.actors(&simpul.oleh)).collect::<Vec<_>>().join(&or)
    }

    /// Who acts, a line a place, in order.
    pub fn pelaksana(&self, id: KegiatanId) -> Vec<String> {
        let places = self.places(id);
        let chain = places.len() > 1;
        let line = |(at, place): (usize, &Vec<(SimpulId, &Simpul)>)| {
            let mut line = self.place_name(place.iter().map(|(_, simpul)| *simpul));
            if chain && place.iter().any(|(_, simpul)| simpul.memutuskan()) {
                line = format!("{line} ({})", self.word(&w::DECIDES));
            }
            if at > 0 { format!("→ {line}") } else { line }
        };
        places.iter().enumerate().map(line).collect()
    }

    /// The standard time, a line a value.
    pub fn waktu(&self, id: KegiatanId) -> Vec<String> {
        let line = |name: &Option<String>, time: &str| match name {
            Some(name) => format!("{name}: {time}"),
            None => time.to_owned(),
        };
        let rows = &self.sop[id].mutu_baku.waktu;
        rows.iter().map(|it| line(&it.untuk, &self.stated(&it.waktu))).collect()
    }

    /// A time as typed, with its condition.
    pub fn stated(&self, waktu: &Waktu) -> String {
        let time = self.typed(&waktu.teks);
        match &waktu.syarat {
            Some(syarat) if !waktu.teks.contains(syarat.as_str()) => format!("{time}, {syarat}"),
            _ => time,
        }
    }

    /// A time or a limit as typed, with English words on an English form.
    pub fn typed(&self, teks: &str) -> String {
        let english = (self.lang() == Lang::En).then(|| english::time(teks)).flatten();
        english.unwrap_or_else(|| teks.to_owned())
    }

    /// What stands beside a box: the name, or a line for what `dll` leaves open.
    pub fn named(&self, teks: &str) -> String {
        if is_others(teks) { self.word(&w::OTHERS) } else { paper(teks) }
    }

    /// What must be known beside the activity.
    pub fn notes(&self, id: KegiatanId) -> Vec<Piece> {
        let row = &self.sop[id];
        let note = |label: String, text: &str| Piece::Note { label, text: text.to_owned() };
        let mut notes = Vec::new();
        notes.extend(row.bila_perlu.iter().map(|text| note(self.word(&w::OPTIONAL), text)));
        let own = self.sop.batas.iter().filter(|batas| batas.kegiatan == Some(id));
        notes.extend(own.map(|batas| note(self.word(&w::LIMIT), &self.typed(&batas.teks))));
        notes.extend(row.pengganti.iter().map(|text| note(self.word(&w::DEPUTY), text)));
        notes.extend(row.merujuk.iter().map(|text| note(self.word(&w::REFERS), text)));
        let label = self.setup.label.keterangan.clone();
        notes.extend(row.keterangan.iter().map(|text| note(label.clone(), text)));
        notes
    }

    /// The rows that a row waits for.
    pub fn menunggu(&self, id: KegiatanId) -> Vec<KegiatanId> {
        let mut rows: Vec<KegiatanId> = Vec::new();
        for (_, simpul) in self.sop.simpul_dari(id) {
            for waited in simpul.menunggu.iter().map(|waited| self.sop[*waited].kegiatan) {
                if !rows.contains(&waited) {
                    rows.push(waited);
                }
            }
        }
        rows
    }

    /// `ya, berkas lengkap`
    pub fn answer(&self, cabang: &Cabang) -> String {
        let label = &self.setup.label;
        let words = match &cabang.jawaban {
            Jawaban::Ya => &label.ya,
            Jawaban::Tidak => &label.tidak,
            Jawaban::Jika(kondisi) => kondisi,
        };
        match &cabang.kondisi {
            Some(kondisi) if fold(kondisi) != fold(cabang.jawaban.teks()) => format!("{words}, {kondisi}"),
            _ => words.clone(),
        }
    }

    /// Where a row without a decision goes on, where that is not simply the next row.
    pub fn next(&self, id: KegiatanId) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (at, simpul) in self.sop.simpul_dari(id) {
            let line = match &simpul.setelah {
                Setelah::Ke(lanjutan) if self.is_plain(id, lanjutan) => continue,
                Setelah::Ke(lanjutan) => self.way(at, lanjutan),
                Setelah::Jika(_) => continue,
                Setelah::Bersamaan(branches) => {
                    let mut names: Vec<String> = branches.iter().map(|to| self.target(at, &to.ke)).collect();
                    // `8 dan 9`; `8, 9, dan 10`
                    let last = names.pop().unwrap_or_default();
                    let comma = if names.len() > 1 { "," } else { "" };
                    let and = self.word(&w::AND);
                    format!("→ {}{comma} {and} {last} {}", names.join(", "), self.word(&w::AT_ONCE))
                }
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// On to the next place of the row, or to the first place of the next row.
    fn is_plain(&self, id: KegiatanId, lanjutan: &Lanjutan) -> bool {
        let Sasaran::Simpul(ids) = &lanjutan.ke else { return false };
        let to = &self.sop[ids[0]];
        let within = to.kegiatan == id && ids[0].0 > self.sop[id].simpul.start;
        let next = to.kegiatan.index() == id.index() + 1 && to.tempat == 0;
        lanjutan.paling_banyak.is_none() && (next || (within && lanjutan.arah == Arah::Maju))
    }

    /// `→ 3`, `→ 1 (paling banyak 2 kali, lalu selesai: usulan ditolak)`
    pub fn way(&self, from: SimpulId, lanjutan: &Lanjutan) -> String {
        let to = format!("→ {}", self.target(from, &lanjutan.ke));
        match self.bound(from, lanjutan) {
            Some(bound) => format!("{to} ({bound})"),
            None => to,
        }
    }

    /// How often, and what then.
    pub fn bound(&self, from: SimpulId, lanjutan: &Lanjutan) -> Option<String> {
        let times = Arg::from(lanjutan.paling_banyak?);
        Some(match &lanjutan.lalu {
            None if lanjutan.paling_banyak == Some(1) => self.word(&w::AT_MOST_ONCE),
            None => w::AT_MOST.fill(self.lang(), &[("kali", times)]),
            Some(lalu) => {
                let then = self.target(from, lalu);
                let then = match lalu {
                    Sasaran::Simpul(_) => w::TO.fill(self.lang(), &[("ke", Arg::Text(then))]),
                    Sasaran::Akhir(_) => then,
                };
                let words = match lanjutan.paling_banyak {
                    Some(1) => &w::AT_MOST_ONCE_THEN,
                    _ => &w::AT_MOST_THEN,
                };
                words.fill(self.lang(), &[("kali", times), ("lalu", Arg::Text(then))])
            }
        })
    }

    /// A row by its number; a place inside a chain also by its actor; within the own row by its actor alone.
    fn target(&self, from: SimpulId, sasaran: &Sasaran) -> String {
        let ids = match sasaran {
            Sasaran::Akhir(id) => return self.end(self.sop[*id].nama.as_deref()),
            Sasaran::Simpul(ids) => ids,
        };
        let to = &self.sop[ids[0]];
        let row = &self.sop[to.kegiatan];
        let place = || self.place_name(ids.iter().map(|id| &self.sop[*id]));
        let entry = self.sop.entries(to.kegiatan).count();
        if to.kegiatan == self.sop[from].kegiatan && row.simpul.len() > 1 {
            place()
        } else if to.tempat == 0 && ids.len() == entry {
            row.nomor.to_string()
        } else {
            format!("{} {}", row.nomor, place())
        }
    }

    /// `selesai: permohonan ditolak`
    pub fn end(&self, nama: Option<&str>) -> String {
        match nama {
            Some(nama) => format!("{}: {nama}", self.word(&w::FINISHED)),
            None => self.word(&w::FINISHED),
        }
    }

    /// For each row how often it may have to be filled in: it is done again where it lies between a return's target and
    /// its origin, once where that is the only return and may be taken once.
    pub fn rounds(&self) -> Vec<u8> {
        // Returns that cover a row, and those of them that may be taken more than once.
        let mut change = vec![(0i64, 0i64); self.sop.kegiatan.len() + 1];
        for edge in &self.procedure.flow.edges {
            if let (Arah::Kembali, Target::Simpul(to)) = (edge.arah, edge.to) {
                let (first, last) = (self.sop[to].kegiatan.index(), self.sop[edge.from].kegiatan.index());
                let often = i64::from(edge.paling_banyak != Some(1));
                for (at, by) in [(first.min(last), 1), (first.max(last) + 1, -1)] {
                    change[at].0 += by;
                    change[at].1 += by * often;
                }
            }
        }
        let mut open = (0, 0);
        let rounds = change.iter().map(|change| {
            open = (open.0 + change.0, open.1 + change.1);
            match open {
                (0, _) => 1,
                (1, 0) => 2,
                _ => ROUNDS,
            }
        });
        rounds.take(self.sop.kegiatan.len()).collect()
    }

    /// The time of a whole case: as stated, else the shortest and the longest run without going back.
    pub fn total(&self) -> Option<String> {
        let time = self.procedure.time();
        if let Some(waktu) = &self.sop.identitas.waktu_total {
            return Some(self.stated(waktu));
        }
        if !time.unmeasured.is_empty() {
            return None;
        }
        let (least, most) = (time.shortest.as_ref()?.minutes, time.longest.as_ref()?.minutes);
        Some(self.range(least, most))
    }

    /// `2 jam - 1 hari kerja`, from thousandths of a minute of work.
    pub fn range(&self, least: u64, most: u64) -> String {
        let time = self.procedure.time();
        let (least, most) = (time.words(least, self.lang()), time.words(most, self.lang()));
        if least == most { least } else { format!("{least} - {most}") }
    }
}

/// A paper without the `dan` that stands before the last one. What says that one of several is enough stays.
pub fn paper(teks: &str) -> String {
    match Joint::split(teks) {
        Some((joint, name)) if !joint.is_choice() => name.to_owned(),
        _ => teks.to_owned(),
    }
}
