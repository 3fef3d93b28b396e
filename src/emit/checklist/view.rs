//! What the checklist's templates see: words ready to print, every choice made.

use super::words as w;
use crate::analysis::Procedure;
use crate::emit::{Options, fingerprint};
use crate::layout::FORCED_NOTE;
use crate::model::{
    Cabang, Isian, Jawaban, JenisPelaksana, Kegiatan, KegiatanId, Lanjutan, PelaksanaId, Sasaran, Setelah,
    Simpul, SimpulId, Sop, Tanggal, Waktu,
};
use crate::text::{Arg, Lang, Text, fold};
use serde::Serialize;

/// How often a row that can be returned to may be filled in.
const ROUNDS: [&str; 3] = ["1", "2", "3"];

#[derive(Serialize)]
pub(super) struct View {
    lang: &'static str,
    forced: Option<String>,
    instansi: Vec<String>,
    title: String,
    judul: String,
    head: Vec<Field>,
    case_title: String,
    case: Vec<String>,
    before_title: String,
    before: Vec<Ticks>,
    /// Repeated at the head of every page: number and title.
    running: String,
    columns: Columns,
    rows: Vec<Row>,
    limits: Option<Ticks>,
    total: Option<Total>,
    ended: Ticks,
    after_title: String,
    after: Vec<Ticks>,
    lists: Vec<List>,
    legend: Option<Legend>,
    signature: Signature,
    fingerprint: Field,
    page: String,
    of: String,
}

#[derive(Serialize)]
struct Field {
    label: String,
    value: String,
}

/// A label and boxes to tick.
#[derive(Serialize)]
struct Ticks {
    label: String,
    items: Vec<String>,
}

#[derive(Serialize)]
struct List {
    label: String,
    items: Vec<String>,
}

#[derive(Serialize)]
struct Legend {
    label: String,
    items: Vec<Field>,
}

#[derive(Serialize)]
struct Total {
    stated: Field,
    actual: String,
}

#[derive(Serialize)]
struct Signature {
    label: String,
    disahkan_oleh: String,
    nama: String,
    pangkat: String,
    nip: String,
}

#[derive(Serialize)]
struct Columns {
    no: String,
    kegiatan: String,
    pelaksana: String,
    kelengkapan: String,
    output: String,
    waktu: String,
    start: String,
    end: String,
    result: String,
    next: String,
    initials: String,
    notes: String,
    round: String,
    phase: String,
}

#[derive(Serialize)]
struct Row {
    tahap: Option<String>,
    nomor: String,
    uraian: String,
    rincian: Vec<Rincian>,
    pelaksana: Vec<String>,
    remarks: Vec<Field>,
    tembusan: Option<Field>,
    skipped: Option<String>,
    kelengkapan: Vec<String>,
    menunggu: Option<Ticks>,
    waktu: Vec<String>,
    output: Vec<String>,
    hasil: Vec<Hasil>,
    next: Vec<String>,
    initials: Vec<String>,
    /// Whether a return can reach the row; then `rounds` are numbered, else there is one without a number.
    repeats: bool,
    rounds: Vec<&'static str>,
}

#[derive(Serialize)]
struct Rincian {
    huruf: String,
    teks: String,
}

/// The outcomes of one place that decides; its actor is named where the row has several places.
#[derive(Serialize)]
struct Hasil {
    pelaksana: Option<String>,
    choices: Vec<String>,
}

/// How a text is made safe for the format; a template that escapes by itself gets the text as it is.
#[derive(Clone, Copy)]
pub(super) struct Escape {
    /// Within a line.
    pub inline: fn(&str) -> String,
    /// Where a line begins with it.
    pub line: fn(&str) -> String,
}

/// Puts a procedure into words.
pub(super) fn view(procedure: &Procedure, options: &Options, escape: Escape) -> View {
    let printer = Printer { procedure, sop: &procedure.sop, options, escape };
    printer.view()
}

struct Printer<'a> {
    procedure: &'a Procedure,
    sop: &'a Sop,
    options: &'a Options,
    escape: Escape,
}

impl Printer<'_> {
    fn word(&self, text: &'static Text) -> String {
        text.pattern(self.options.lang).to_owned()
    }

    fn text(&self, text: &str) -> String {
        (self.escape.inline)(text)
    }

    /// A text that stands at the beginning of a line.
    fn line(&self, text: &str) -> String {
        (self.escape.line)(text)
    }

    fn texts(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn field(&self, label: &'static Text, value: &str) -> Field {
        Field { label: self.word(label), value: self.text(value) }
    }

    fn view(&self) -> View {
        let (identitas, label) = (&self.sop.identitas, &self.options.config.label);
        let repeated = repeated_rows(self.procedure);
        View {
            lang: match self.options.lang {
                Lang::Id => "id",
                Lang::En => "en",
            },
            forced: self.options.forced.then(|| self.word(&FORCED_NOTE)),
            instansi: identitas.instansi.iter().map(|text| self.line(text)).collect(),
            title: self.word(&w::TITLE),
            judul: self.text(&identitas.sop),
            head: self.head(),
            case_title: self.word(&w::CASE),
            case: [&w::CASE_NUMBER, &w::CASE_SUBJECT, &w::CASE_START, &w::CASE_END]
                .map(|t| self.word(t))
                .into(),
            before_title: self.word(&w::BEFORE),
            before: self.ticks(&[
                (self.word(&w::OUTSIDE), &identitas.dokumen_luar),
                (self.text(&label.peralatan), &identitas.peralatan),
            ]),
            running: self.running(),
            columns: self.columns(),
            rows: (self.sop.kegiatan.iter().zip(repeated).enumerate())
                .map(|(at, (row, repeats))| self.row(KegiatanId::from_index(at), row, repeats))
                .collect(),
            limits: self.limits(),
            total: identitas.waktu_total.as_ref().map(|waktu| Total {
                stated: self.field(&w::TOTAL, &stated(waktu)),
                actual: self.word(&w::ACTUAL),
            }),
            ended: Ticks {
                label: self.word(&w::ENDED),
                items: self.sop.akhir.iter().map(|akhir| self.end(akhir.nama.as_deref())).collect(),
            },
            after_title: self.word(&w::AFTER),
            after: self.ticks(&[(self.text(&label.pencatatan), &identitas.pencatatan)]),
            lists: [
                (self.text(&label.peringatan), &identitas.peringatan),
                (self.word(&w::FOOTNOTES), &identitas.catatan),
            ]
            .into_iter()
            .filter(|(_, items)| !items.is_empty())
            .map(|(label, items)| List { label, items: items.iter().map(|text| self.line(text)).collect() })
            .collect(),
            legend: self.legend(),
            signature: Signature {
                label: self.word(&w::CHECKED),
                disahkan_oleh: self.line(identitas.disahkan_oleh.as_deref().unwrap_or_default()),
                nama: self.line(identitas.nama_pejabat.as_deref().unwrap_or_default()),
                pangkat: self.line(identitas.pangkat.as_deref().unwrap_or_default()),
                nip: identitas
                    .nip
                    .as_deref()
                    .map(|nip| format!("NIP {}", self.text(nip)))
                    .unwrap_or_default(),
            },
            fingerprint: self.field(&w::FINGERPRINT, &fingerprint::shown(self.sop)),
            page: self.word(&w::PAGE),
            of: self.word(&w::OF),
        }
    }

    fn head(&self) -> Vec<Field> {
        let (identitas, label) = (&self.sop.identitas, &self.options.config.label);
        let date = |isian: &Isian<Tanggal>| match isian {
            Isian::Kosong => String::new(),
            Isian::TidakAda => "-".to_owned(),
            Isian::Isi(tanggal) => tanggal.teks.clone(),
        };
        let mut head = vec![
            (label.nomor_sop.clone(), identitas.nomor.clone().unwrap_or_default()),
            (self.word(&w::UNIT), identitas.unit.clone().unwrap_or_default()),
            (label.tanggal_pembuatan.clone(), date(&identitas.tanggal_pembuatan)),
            (label.tanggal_revisi.clone(), date(&identitas.tanggal_revisi)),
            (label.tanggal_efektif.clone(), date(&identitas.tanggal_efektif)),
            (label.disahkan_oleh.clone(), identitas.disahkan_oleh.clone().unwrap_or_default()),
        ];
        if !identitas.jenis.is_empty() {
            head.push((self.word(&w::JENIS), identitas.jenis.join(", ")));
        }
        head.into_iter()
            .map(|(label, value)| Field { label: self.text(&label), value: self.text(&value) })
            .collect()
    }

    fn running(&self) -> String {
        let identitas = &self.sop.identitas;
        let parts = identitas.nomor.iter().chain([&identitas.sop]);
        let parts: Vec<String> = parts.map(|text| self.text(text)).collect();
        format!("{} · {}", self.word(&w::TITLE), parts.join(" · "))
    }

    fn columns(&self) -> Columns {
        let label = &self.options.config.label;
        Columns {
            no: self.text(&label.no),
            kegiatan: self.text(&label.kegiatan),
            pelaksana: self.text(&label.pelaksana),
            kelengkapan: self.text(&label.kelengkapan),
            output: self.text(&label.output),
            waktu: self.text(&label.waktu),
            start: self.word(&w::START),
            end: self.word(&w::END),
            result: self.word(&w::RESULT),
            next: self.word(&w::NEXT),
            initials: self.word(&w::INITIALS),
            notes: self.word(&w::NOTES),
            round: self.word(&w::ROUND),
            phase: self.word(&w::PHASE),
        }
    }

    fn ticks(&self, lists: &[(String, &Vec<String>)]) -> Vec<Ticks> {
        let filled = lists.iter().filter(|(_, items)| !items.is_empty());
        filled.map(|(label, items)| Ticks { label: label.clone(), items: self.texts(items) }).collect()
    }

    /// The limits over several rows; a row's own stand in the row.
    fn limits(&self) -> Option<Ticks> {
        let stretches = self.sop.batas.iter().filter(|batas| batas.kegiatan.is_none());
        let items: Vec<String> = stretches.map(|batas| self.text(&batas.teks)).collect();
        (!items.is_empty()).then(|| Ticks { label: self.word(&w::LIMITS), items })
    }

    fn legend(&self) -> Option<Legend> {
        let items: Vec<Field> = self
            .sop
            .pelaksana
            .iter()
            .filter_map(|pelaksana| {
                let kind = match pelaksana.jenis {
                    JenisPelaksana::Dalam => None,
                    JenisPelaksana::Luar => Some(&w::OUTSIDER),
                    JenisPelaksana::Sistem => Some(&w::SYSTEM),
                };
                let names = std::iter::once(&pelaksana.pendek).chain(&pelaksana.nama_lain);
                let names: Vec<String> = names.map(|name| self.line(name)).collect();
                let mut value: Vec<String> = pelaksana.panjang.iter().map(|text| self.text(text)).collect();
                value.extend(kind.map(|kind| format!("({})", self.word(kind))));
                let said = !value.is_empty() || names.len() > 1;
                said.then(|| Field { label: names.join(", "), value: value.join(" ") })
            })
            .collect();
        (!items.is_empty()).then(|| Legend { label: self.word(&w::LEGEND), items })
    }

    fn row(&self, id: KegiatanId, row: &Kegiatan, repeats: bool) -> Row {
        Row {
            tahap: row.tahap.map(|id| self.text(&self.sop[id].nama)),
            nomor: row.nomor.to_string(),
            uraian: self.text(&row.uraian),
            rincian: row
                .rincian
                .iter()
                .enumerate()
                .map(|(at, teks)| Rincian { huruf: letter(at), teks: self.text(teks) })
                .collect(),
            pelaksana: self.pelaksana(id),
            remarks: self.remarks(id, row),
            tembusan: row.tembusan.as_deref().map(|text| self.field(&w::COPY, text)),
            skipped: row.bila_perlu.as_ref().map(|_| self.word(&w::SKIPPED)),
            kelengkapan: row.mutu_baku.kelengkapan.iter().map(|butir| self.paper(&butir.teks)).collect(),
            menunggu: self.menunggu(id),
            waktu: row
                .mutu_baku
                .waktu
                .iter()
                .map(|line| match &line.untuk {
                    Some(name) => format!("{}: {}", self.text(name), self.text(&line.waktu.teks)),
                    None => self.text(&line.waktu.teks),
                })
                .collect(),
            output: row.mutu_baku.output.iter().map(|butir| self.paper(&butir.teks)).collect(),
            hasil: self.hasil(id),
            next: self.next(id),
            initials: self.initials(id),
            repeats,
            rounds: if repeats { ROUNDS.to_vec() } else { vec![""] },
        }
    }

    /// A `dan` before the last paper is no part of its name, and a box stands before it instead.
    fn paper(&self, teks: &str) -> String {
        self.text(teks.strip_prefix("dan ").unwrap_or(teks))
    }

    /// One line a place, in order.
    fn pelaksana(&self, id: KegiatanId) -> Vec<String> {
        let places = self.places(id);
        let chain = places.len() > 1;
        places
            .iter()
            .enumerate()
            .map(|(at, place)| {
                let mut line = self.place_name(place);
                if chain && place.iter().any(|simpul| simpul.memutuskan()) {
                    line = format!("{line} ({})", self.word(&w::DECIDES));
                }
                if at > 0 { format!("→ {line}") } else { line }
            })
            .collect()
    }

    /// The places of a row in order; several symbols of one place are alternatives.
    fn places(&self, id: KegiatanId) -> Vec<Vec<&Simpul>> {
        let mut places: Vec<Vec<&Simpul>> = Vec::new();
        for (_, simpul) in self.sop.simpul_dari(id) {
            match places.last_mut() {
                Some(last) if last[0].tempat == simpul.tempat => last.push(simpul),
                _ => places.push(vec![simpul]),
            }
        }
        places
    }

    fn place_name(&self, place: &[&Simpul]) -> String {
        let or = format!(" {} ", self.word(&w::OR));
        place.iter().map(|simpul| self.actors(&simpul.oleh)).collect::<Vec<_>>().join(&or)
    }

    fn actors(&self, ids: &[PelaksanaId]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.text(&self.sop[*id].pendek)).collect();
        let together =
            if names.len() > 1 { format!(" ({})", self.word(&w::TOGETHER)) } else { String::new() };
        names.join(", ") + &together
    }

    fn remarks(&self, id: KegiatanId, row: &Kegiatan) -> Vec<Field> {
        let mut remarks = Vec::new();
        if let Some(text) = &row.bila_perlu {
            remarks.push(self.field(&w::OPTIONAL, text));
        }
        let own = self.sop.batas.iter().filter(|batas| batas.kegiatan == Some(id));
        remarks.extend(own.map(|batas| self.field(&w::LIMIT, &batas.teks)));
        if let Some(text) = &row.pengganti {
            remarks.push(self.field(&w::DEPUTY, text));
        }
        remarks.extend(row.merujuk.iter().map(|text| self.field(&w::REFERS, text)));
        if let Some(text) = &row.keterangan {
            let label = self.text(&self.options.config.label.keterangan);
            remarks.push(Field { label, value: self.text(text) });
        }
        remarks
    }

    fn menunggu(&self, id: KegiatanId) -> Option<Ticks> {
        let mut rows: Vec<KegiatanId> = Vec::new();
        for (_, simpul) in self.sop.simpul_dari(id) {
            for waited in simpul.menunggu.iter().map(|waited| self.sop[*waited].kegiatan) {
                if !rows.contains(&waited) {
                    rows.push(waited);
                }
            }
        }
        let item = |id: &KegiatanId| {
            let nomor = Arg::Text(self.sop[*id].nomor.to_string());
            w::WAITS_FOR.fill(self.options.lang, &[("nomor", nomor)])
        };
        let items: Vec<String> = rows.iter().map(item).collect();
        (!items.is_empty()).then(|| Ticks { label: self.word(&w::WAITS), items })
    }

    fn hasil(&self, id: KegiatanId) -> Vec<Hasil> {
        let named = self.sop[id].simpul.len() > 1;
        self.sop
            .simpul_dari(id)
            .filter_map(|(at, simpul)| match &simpul.setelah {
                Setelah::Jika(cabang) => Some(Hasil {
                    pelaksana: named.then(|| self.actors(&simpul.oleh)),
                    choices: cabang.iter().map(|cabang| self.choice(at, cabang)).collect(),
                }),
                Setelah::Ke(_) | Setelah::Bersamaan(_) => None,
            })
            .collect()
    }

    fn choice(&self, from: SimpulId, cabang: &Cabang) -> String {
        let label = &self.options.config.label;
        let mut words = match &cabang.jawaban {
            Jawaban::Ya => self.text(&label.ya),
            Jawaban::Tidak => self.text(&label.tidak),
            Jawaban::Jika(kondisi) => self.text(kondisi),
        };
        if let Some(kondisi) = &cabang.kondisi
            && fold(kondisi) != fold(cabang.jawaban.teks())
        {
            words = format!("{words}, {}", self.text(kondisi));
        }
        format!("{words} {}", self.way(from, &cabang.lanjutan))
    }

    /// Where a row without a decision goes on, where that is not simply the next row.
    fn next(&self, id: KegiatanId) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for (at, simpul) in self.sop.simpul_dari(id) {
            let line = match &simpul.setelah {
                Setelah::Ke(lanjutan) if self.is_plain(id, lanjutan) => continue,
                Setelah::Ke(lanjutan) => self.way(at, lanjutan),
                Setelah::Jika(_) => continue,
                Setelah::Bersamaan(branches) => {
                    let and = format!(" {} ", self.word(&w::AND));
                    let names: Vec<String> = branches.iter().map(|to| self.target(at, &to.ke)).collect();
                    format!("→ {} {}", names.join(&and), self.word(&w::AT_ONCE))
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
        lanjutan.paling_banyak.is_none() && (next || (within && lanjutan.arah == crate::model::Arah::Maju))
    }

    /// `→ 3`, `→ 1 (paling banyak 2 kali, lalu selesai: usulan ditolak)`
    fn way(&self, from: SimpulId, lanjutan: &Lanjutan) -> String {
        let lang = self.options.lang;
        let to = format!("→ {}", self.target(from, &lanjutan.ke));
        let Some(times) = lanjutan.paling_banyak else { return to };
        let bound = match &lanjutan.lalu {
            None => w::AT_MOST.fill(lang, &[("kali", Arg::from(times))]),
            Some(lalu) => {
                let then = self.target(from, lalu);
                let then = match lalu {
                    Sasaran::Simpul(_) => w::TO.fill(lang, &[("ke", Arg::Text(then))]),
                    Sasaran::Akhir(_) => then,
                };
                w::AT_MOST_THEN.fill(lang, &[("kali", Arg::from(times)), ("lalu", Arg::Text(then))])
            }
        };
        format!("{to} ({bound})")
    }

    /// A row by its number; a place inside a chain also by its actor; within the own row by its actor alone.
    fn target(&self, from: SimpulId, sasaran: &Sasaran) -> String {
        let ids = match sasaran {
            Sasaran::Akhir(id) => return self.end(self.sop[*id].nama.as_deref()),
            Sasaran::Simpul(ids) => ids,
        };
        let to = &self.sop[ids[0]];
        let row = &self.sop[to.kegiatan];
        let place: Vec<&Simpul> = ids.iter().map(|id| &self.sop[*id]).collect();
        let entry = self.sop.simpul_dari(to.kegiatan).filter(|(_, simpul)| simpul.tempat == 0).count();
        if to.kegiatan == self.sop[from].kegiatan && row.simpul.len() > 1 {
            self.place_name(&place)
        } else if to.tempat == 0 && ids.len() == entry {
            row.nomor.to_string()
        } else {
            format!("{} {}", row.nomor, self.place_name(&place))
        }
    }

    fn end(&self, nama: Option<&str>) -> String {
        match nama {
            Some(nama) => format!("{}: {}", self.word(&w::FINISHED), self.text(nama)),
            None => self.word(&w::FINISHED),
        }
    }

    /// Who signs, each on a line: every joint actor, every place of a chain; alternatives share a line.
    fn initials(&self, id: KegiatanId) -> Vec<String> {
        let or = format!(" {} ", self.word(&w::OR));
        let mut lines = Vec::new();
        for place in self.places(id) {
            if let [simpul] = place[..] {
                lines.extend(simpul.oleh.iter().map(|id| self.text(&self.sop[*id].pendek)));
            } else {
                let names = place.iter().flat_map(|simpul| &simpul.oleh);
                lines.push(names.map(|id| self.text(&self.sop[*id].pendek)).collect::<Vec<_>>().join(&or));
            }
        }
        lines
    }
}

/// For each row whether a return can bring the case to it again: it lies between a return's target and its origin.
fn repeated_rows(procedure: &Procedure) -> Vec<bool> {
    use crate::analysis::flow::Target;
    use crate::model::Arah;
    let sop = &procedure.sop;
    let mut change = vec![0i64; sop.kegiatan.len() + 1];
    for edge in &procedure.flow.edges {
        if let (Arah::Kembali, Target::Simpul(to)) = (edge.arah, edge.to) {
            let (first, last) = (sop[to].kegiatan.index(), sop[edge.from].kegiatan.index());
            change[first.min(last)] += 1;
            change[first.max(last) + 1] -= 1;
        }
    }
    let mut open = 0;
    let depth = change.iter().map(|change| {
        open += change;
        open > 0
    });
    depth.take(sop.kegiatan.len()).collect()
}

/// a, b, …, z, aa, ab, …
fn letter(at: usize) -> String {
    let last = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { last.to_string() } else { letter(at / 26 - 1) + &last.to_string() }
}

fn stated(waktu: &Waktu) -> String {
    match &waktu.syarat {
        Some(syarat) if !waktu.teks.contains(syarat.as_str()) => format!("{}, {syarat}", waktu.teks),
        _ => waktu.teks.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sub_steps_are_lettered_beyond_z() {
        assert_eq!([0, 25, 26, 51, 52].map(letter), ["a", "z", "aa", "az", "ba"]);
    }
}
