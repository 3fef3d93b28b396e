//! What the template of the state machine sees: every name unique, every literal valid, every line laid out.

use super::Codes;
use super::expr::{Expr, arm, item};
use super::names::{Wish, names};
use super::runs::runs;
use super::typestate::Typestate;
use super::words::Words;
use crate::analysis::Procedure;
use crate::analysis::time::Time;
use crate::config::Kalender;
use crate::emit::{Options, fingerprint};
use crate::layout::FORCED_NOTE;
use crate::model::{Butir, Cabang, Jawaban, Kegiatan, KegiatanId, Sasaran, Setelah, Simpul, SimpulId, Sop};
use crate::text::{Lang, fold};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct View {
    w: Words,
    forced: Option<&'static str>,
    /// Title and number, for the head of the file.
    doc: String,
    dasar_hukum: Vec<String>,
    dasar_hukum_list: String,
    judul: String,
    nomor: String,
    waktu_total: String,
    batas_waktu: String,
    fingerprint: String,
    enums: Vec<Enum>,
    panjang: String,
    bounds: usize,
    papers: usize,
    kalender: Office,
    start: String,
    ts: Typestate,
    /// For the tests: a symbol a line.
    steps: Vec<String>,
    /// A run a line.
    runs: Vec<String>,
    left_out: String,
    kegiatan: String,
    langkah: String,
}

/// When the office works, as the settings say.
#[derive(Serialize)]
struct Office {
    mulai: u32,
    istirahat: String,
    istirahat_jumat: String,
    menit_per_hari: u32,
    hari_per_minggu: u32,
}

#[derive(Serialize)]
struct Enum {
    name: &'static str,
    doc: &'static str,
    variants: Vec<Variant>,
    all: String,
    /// The arms of `nama`.
    nama: String,
    nama_doc: &'static str,
    /// The arms of `code`.
    code: String,
}

#[derive(Serialize)]
pub(super) struct Variant {
    pub(super) name: String,
    doc: String,
    /// Further paragraphs.
    more: Vec<String>,
    #[serde(skip)]
    nama: String,
}

pub(super) fn view(procedure: &Procedure, options: &Options) -> View {
    let sop = &procedure.sop;
    let maker = Maker::new(procedure, options.lang);
    let identitas = &sop.identitas;
    let constant = |name: &str, text: Option<&str>| {
        item(&format!("pub const {name}: &str ="), &Expr::text(text.unwrap_or_default()), 0)
            .trim_end()
            .to_owned()
    };
    let nomor = identitas.nomor.as_deref().map(|nomor| format!(" ({})", doc_text(nomor)));
    let stretches = sop.batas.iter().filter(|batas| batas.kegiatan.is_none());
    let mut bounds = 0;
    let langkah = maker.langkah_table(&mut bounds);
    let runs = runs(sop);
    View {
        forced: options.forced.then(|| FORCED_NOTE.pattern(options.lang)),
        doc: doc_text(&identitas.sop) + &nomor.unwrap_or_default(),
        dasar_hukum: identitas.dasar_hukum.iter().map(|text| doc_text(text)).collect(),
        dasar_hukum_list: table(
            "pub const DASAR_HUKUM: &[&str] =",
            Expr::texts(identitas.dasar_hukum.iter().map(String::as_str)),
        ),
        judul: constant("JUDUL", Some(&identitas.sop)),
        nomor: constant("NOMOR", identitas.nomor.as_deref()),
        waktu_total: constant("WAKTU_TOTAL", identitas.waktu_total.as_ref().map(|waktu| waktu.teks.as_str())),
        batas_waktu: table(
            "pub const BATAS_WAKTU: &[&str] =",
            Expr::texts(stretches.map(|batas| batas.teks.as_str())),
        ),
        fingerprint: hexadecimal(fingerprint::fingerprint(sop)),
        enums: maker.enums(),
        panjang: maker.panjang(),
        bounds,
        papers: sop.dokumen.len().div_ceil(64),
        kalender: office(procedure.time.kalender()),
        start: table("const START: &[Langkah] =", maker.turn(&maker.entry(KegiatanId(0)))),
        ts: maker.typestate(),
        steps: maker.steps(),
        runs: runs.lines,
        left_out: runs.left_out.join(" "),
        kegiatan: table("static KEGIATAN: &[Kegiatan] =", maker.kegiatan_table()),
        langkah: table("static LANGKAH: &[Data] =", langkah),
        w: maker.w,
    }
}

fn office(kalender: &Kalender) -> Office {
    let pair = |(from, to): (u32, u32)| format!("({from}, {to})");
    Office {
        mulai: kalender.jam.mulai,
        istirahat: pair(kalender.jam.istirahat),
        istirahat_jumat: pair(kalender.jam.istirahat_jumat),
        menit_per_hari: kalender.menit_per_hari_kerja,
        hari_per_minggu: kalender.hari_kerja_per_minggu,
    }
}

pub(super) fn codes(procedure: &Procedure) -> Codes {
    let maker = Maker::new(procedure, Lang::Id);
    let lanes = procedure.sop.pelaksana.iter().map(|lane| lane.pendek.as_str());
    let names = lanes.chain(maker.deputies.iter().copied()).map(str::to_owned);
    Codes {
        pelaksana: maker.pelaksana.iter().cloned().zip(names).collect(),
        hasil: maker.hasil_variants().into_iter().map(|variant| (variant.name, variant.nama)).collect(),
        langkah: maker.langkah,
    }
}

fn table(head: &str, value: Expr) -> String {
    item(head, &value, 0).trim_end().to_owned()
}

/// `0x0123_4567_89ab_cdef`
fn hexadecimal(number: u64) -> String {
    let digits = format!("{number:016x}");
    format!("0x{}_{}_{}_{}", &digits[..4], &digits[4..8], &digits[8..12], &digits[12..])
}

/// A text as one line of documentation that shows exactly that text: nothing in it is a mark, a link or a tag.
/// Characters that cannot be seen are left out.
fn doc_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        if at > 0 {
            out.push(' ');
        }
        for c in word.chars() {
            let hidden = c.escape_debug().len() > 1 && !matches!(c, '\\' | '\'' | '"');
            if hidden {
                continue;
            }
            if c.is_ascii_punctuation()
                && !matches!(c, '.' | ',' | ';' | '/' | '(' | ')' | '?' | '%' | '"' | '\'' | '-')
            {
                out.push('\\');
            }
            out.push(c);
        }
    }
    escape_start(out)
}

/// A line that would begin a list is no list.
fn escape_start(line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let mark = line[digits..].starts_with(['.', ')']) && digits > 0;
    if mark {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else if line.starts_with('-') {
        format!("\\{line}")
    } else {
        line
    }
}

/// Names everything once and makes the tables.
pub(super) struct Maker<'a> {
    pub(super) sop: &'a Sop,
    pub(super) time: &'a Time,
    pub(super) w: Words,
    /// Deputies that are no lane, by their first mention.
    pub(super) deputies: Vec<&'a str>,
    /// Lanes first, then deputies.
    pub(super) pelaksana: Vec<String>,
    /// By [`SimpulId`].
    pub(super) langkah: Vec<String>,
    /// The conditions of `jika`, each once.
    pub(super) kondisi: Vec<&'a str>,
    /// Their names.
    pub(super) hasil: Vec<String>,
    pub(super) dokumen: Vec<String>,
    pub(super) akhir: Vec<String>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(procedure: &'a Procedure, lang: Lang) -> Maker<'a> {
        let sop = &procedure.sop;
        let mut deputies: Vec<&str> = Vec::new();
        for text in sop.kegiatan.iter().filter_map(|row| row.pengganti.as_deref()) {
            let known = deputies.iter().any(|deputy| fold(deputy) == fold(text));
            if lane(sop, text).is_none() && !known {
                deputies.push(text);
            }
        }
        let mut kondisi: Vec<&str> = Vec::new();
        for cabang in sop.simpul.iter().flat_map(branches) {
            if let Jawaban::Jika(text) = &cabang.jawaban
                && !kondisi.contains(&text.as_str())
            {
                kondisi.push(text);
            }
        }
        let plain = |texts: Vec<String>, at: usize| Wish {
            texts,
            suffix: String::new(),
            apart: String::new(),
            fallback: (at + 1).to_string(),
        };
        let lanes = sop.pelaksana.iter().enumerate().map(|(at, pelaksana)| {
            plain(std::iter::once(&pelaksana.pendek).chain(&pelaksana.panjang).cloned().collect(), at)
        });
        let others = deputies.iter().enumerate();
        let others = others.map(|(at, text)| plain(vec![(*text).to_owned()], sop.pelaksana.len() + at));
        let list = |texts: &mut dyn Iterator<Item = &str>| -> Vec<Wish> {
            texts.enumerate().map(|(at, text)| plain(vec![text.to_owned()], at)).collect()
        };
        Maker {
            pelaksana: names("Pelaksana", &lanes.chain(others).collect::<Vec<_>>(), &[]),
            langkah: names(
                "Langkah",
                &sop.simpul.iter().map(|simpul| langkah_wish(sop, simpul)).collect::<Vec<_>>(),
                &[],
            ),
            hasil: names("Hasil", &list(&mut kondisi.iter().copied()), &["Selesai", "Ya", "Tidak"]),
            dokumen: names(
                "Dokumen",
                &list(&mut sop.dokumen.iter().map(|dokumen| dokumen.nama.as_str())),
                &[],
            ),
            akhir: names(
                "Akhir",
                &list(&mut sop.akhir.iter().map(|akhir| akhir.nama.as_deref().unwrap_or("Selesai"))),
                &[],
            ),
            w: Words::new(lang),
            sop,
            time: &procedure.time,
            deputies,
            kondisi,
        }
    }

    fn enums(&self) -> Vec<Enum> {
        let w = &self.w;
        vec![
            self.make_enum("Pelaksana", w.pelaksana, w.nama, self.pelaksana_variants()),
            self.make_enum("Langkah", w.langkah, w.nama_langkah, self.langkah_variants()),
            self.make_enum("Hasil", w.hasil, w.nama, self.hasil_variants()),
            self.make_enum("Dokumen", w.dokumen, w.nama, self.dokumen_variants()),
            self.make_enum("Akhir", w.akhir, w.nama, self.akhir_variants()),
        ]
    }

    fn make_enum(
        &self,
        name: &'static str,
        doc: &'static str,
        nama_doc: &'static str,
        variants: Vec<Variant>,
    ) -> Enum {
        let path = |variant: &Variant| format!("{name}::{}", variant.name);
        let all = Expr::List(variants.iter().map(|variant| Expr::Word(path(variant))).collect());
        Enum {
            name,
            doc,
            nama_doc,
            all: item(&format!("pub const ALL: &'static [{name}] ="), &all, 4).trim_end().to_owned(),
            nama: variants
                .iter()
                .map(|variant| arm(&path(variant), &format!("{:?}", variant.nama), 12))
                .collect(),
            code: variants
                .iter()
                .map(|variant| arm(&path(variant), &format!("{:?}", variant.name), 12))
                .collect(),
            variants,
        }
    }

    fn pelaksana_variants(&self) -> Vec<Variant> {
        let lanes = self.sop.pelaksana.iter().map(|pelaksana| {
            let other = pelaksana.panjang.iter().chain(&pelaksana.nama_lain).map(|text| doc_text(text));
            (pelaksana.pendek.as_str(), other.collect::<Vec<_>>())
        });
        let others = self.deputies.iter().map(|text| (*text, vec![self.w.d_pengganti_saja.to_owned()]));
        let all = lanes.chain(others).zip(&self.pelaksana);
        all.map(|((nama, more), name)| variant(name, nama, nama, more)).collect()
    }

    fn langkah_variants(&self) -> Vec<Variant> {
        let all = self.sop.simpul.iter().zip(&self.langkah);
        all.map(|(simpul, name)| {
            let row = &self.sop[simpul.kegiatan];
            let label = self.label(simpul);
            Variant {
                name: name.clone(),
                doc: format!("{}: {}", doc_text(&label), doc_text(&row.uraian)),
                more: self.row_doc(simpul, row),
                nama: label,
            }
        })
        .collect()
    }

    /// `3`, or `3 (Kasubbag)` in a row of several symbols; `3~2` where the number stands for the second time.
    pub(super) fn label(&self, simpul: &Simpul) -> String {
        let row = &self.sop[simpul.kegiatan];
        let mut label = row.nomor.to_string();
        if row.nth > 1 {
            label.push_str(&format!("~{}", row.nth));
        }
        if row.simpul.len() > 1 {
            let actors: Vec<&str> = simpul.oleh.iter().map(|id| self.sop[*id].pendek.as_str()).collect();
            label.push_str(&format!(" ({})", actors.join(", ")));
        }
        label
    }

    fn row_doc(&self, simpul: &Simpul, row: &Kegiatan) -> Vec<String> {
        let w = &self.w;
        let papers = |butir: &[Butir]| butir.iter().map(|b| b.teks.as_str()).collect::<Vec<_>>().join("; ");
        let own = self.sop.batas.iter().filter(|batas| batas.kegiatan == Some(simpul.kegiatan));
        let limits = own.map(|batas| batas.teks.as_str()).collect::<Vec<_>>().join("; ");
        let actors: Vec<&str> = simpul.oleh.iter().map(|id| self.sop[*id].pendek.as_str()).collect();
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        [
            (w.d_pelaksana, actors.join(", ")),
            (w.d_pengganti, text(&row.pengganti)),
            (w.d_kelengkapan, papers(&row.mutu_baku.kelengkapan)),
            (w.d_waktu, waktu(row).join("; ")),
            (w.d_output, papers(&row.mutu_baku.output)),
            (
                w.d_hasil,
                branches(simpul).iter().map(|it| self.outcome_doc(it)).collect::<Vec<_>>().join("; "),
            ),
            (w.d_batas, limits),
            (w.d_bila_perlu, text(&row.bila_perlu)),
            (w.d_tembusan, text(&row.tembusan)),
            (w.d_merujuk, row.merujuk.join("; ")),
            (w.d_keterangan, text(&row.keterangan)),
        ]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("{label}: {}", doc_text(&text)))
        .collect()
    }

    /// `tidak, belum memenuhi syarat → 1 (paling banyak 2 kali)`
    fn outcome_doc(&self, cabang: &Cabang) -> String {
        let aim = |sasaran: &Sasaran| match sasaran {
            Sasaran::Simpul(ids) => {
                ids.iter().map(|id| self.label(&self.sop[*id])).collect::<Vec<_>>().join(" / ")
            }
            Sasaran::Akhir(id) => self.sop[*id].nama.clone().unwrap_or_else(|| "selesai".to_owned()),
        };
        let mut out = cabang.jawaban.teks().to_owned();
        if let Some(kondisi) = &cabang.kondisi {
            out.push_str(&format!(", {kondisi}"));
        }
        out.push_str(&format!(" → {}", aim(&cabang.lanjutan.ke)));
        if let Some(times) = cabang.lanjutan.paling_banyak {
            let then = cabang.lanjutan.lalu.as_ref().map(|lalu| format!(", {} {}", self.w.d_lalu, aim(lalu)));
            let most = self.w.say_times.replace("{times}", &times.to_string());
            out.push_str(&format!(" ({most}{})", then.unwrap_or_default()));
        }
        out
    }

    /// Only the answers that occur.
    pub(super) fn hasil_variants(&self) -> Vec<Variant> {
        let answers = || self.sop.simpul.iter().flat_map(branches).map(|cabang| &cabang.jawaban);
        let mut variants = Vec::new();
        if self.sop.simpul.iter().any(|simpul| !simpul.memutuskan()) {
            variants.push(Variant {
                name: "Selesai".to_owned(),
                doc: self.w.hasil_selesai.to_owned(),
                more: Vec::new(),
                nama: "selesai".to_owned(),
            });
        }
        for (jawaban, name) in [(Jawaban::Ya, "Ya"), (Jawaban::Tidak, "Tidak")] {
            if answers().any(|answer| *answer == jawaban) {
                variants.push(variant(name, jawaban.teks(), name, Vec::new()));
            }
        }
        let conditions = self.kondisi.iter().zip(&self.hasil);
        variants.extend(conditions.map(|(text, name)| variant(name, text, text, Vec::new())));
        variants
    }

    fn dokumen_variants(&self) -> Vec<Variant> {
        let all = self.sop.dokumen.iter().zip(&self.dokumen);
        all.map(|(dokumen, name)| variant(name, &dokumen.nama, &dokumen.nama, Vec::new())).collect()
    }

    fn akhir_variants(&self) -> Vec<Variant> {
        let all = self.sop.akhir.iter().zip(&self.akhir);
        all.map(|(akhir, name)| match &akhir.nama {
            Some(nama) => variant(name, nama, nama, Vec::new()),
            None => Variant {
                name: name.clone(),
                doc: self.w.akhir_selesai.to_owned(),
                more: Vec::new(),
                nama: "selesai".to_owned(),
            },
        })
        .collect()
    }

    fn panjang(&self) -> String {
        let lanes =
            self.sop.pelaksana.iter().map(|pelaksana| pelaksana.panjang.as_deref().unwrap_or_default());
        let all = lanes.chain(self.deputies.iter().map(|_| "")).zip(&self.pelaksana);
        all.map(|(text, name)| arm(&format!("Pelaksana::{name}"), &format!("{text:?}"), 12)).collect()
    }

    /// The symbols that a row begins with.
    pub(super) fn entry(&self, id: KegiatanId) -> Vec<SimpulId> {
        self.sop.simpul_dari(id).filter(|(_, simpul)| simpul.tempat == 0).map(|(id, _)| id).collect()
    }

    /// The first symbol of a row's last place: from there a row that is passed over goes on.
    pub(super) fn last_place(&self, id: KegiatanId) -> SimpulId {
        let mut last = SimpulId(self.sop[id].simpul.start);
        for (id, simpul) in self.sop.simpul_dari(id) {
            if simpul.tempat > self.sop[last].tempat {
                last = id;
            }
        }
        last
    }

    pub(super) fn turn(&self, ids: &[SimpulId]) -> Expr {
        Expr::List(ids.iter().map(|id| self.path(*id)).collect())
    }

    pub(super) fn path(&self, id: SimpulId) -> Expr {
        Expr::Word(format!("Langkah::{}", self.langkah[id.index()]))
    }

    pub(super) fn actor(&self, index: usize) -> Expr {
        Expr::Word(format!("Pelaksana::{}", self.pelaksana[index]))
    }

    /// Indices of all who may act at a symbol, its actors first.
    pub(super) fn actors(&self, id: SimpulId) -> Vec<usize> {
        let simpul = &self.sop[id];
        let mut actors: Vec<usize> = simpul.oleh.iter().map(|id| id.index()).collect();
        let deputy = self.sop[simpul.kegiatan].pengganti.as_deref().and_then(|text| self.deputy(text));
        actors.extend(deputy.filter(|at| !actors.contains(at)));
        actors
    }

    /// Whether the row may be passed over from this symbol.
    pub(super) fn optional(&self, id: SimpulId) -> bool {
        self.sop[self.sop[id].kegiatan].bila_perlu.is_some() && self.sop[id].tempat == 0
    }

    /// Index of a deputy among the actors.
    pub(super) fn deputy(&self, text: &str) -> Option<usize> {
        let other = || self.deputies.iter().position(|deputy| fold(deputy) == fold(text));
        lane(self.sop, text).or_else(|| other().map(|at| self.sop.pelaksana.len() + at))
    }

    pub(super) fn hasil_name(&self, jawaban: &Jawaban) -> &str {
        match jawaban {
            Jawaban::Ya => "Ya",
            Jawaban::Tidak => "Tidak",
            Jawaban::Jika(text) => {
                let at = self.kondisi.iter().position(|kondisi| kondisi == text);
                at.map_or("Selesai", |at| self.hasil[at].as_str())
            }
        }
    }
}

fn variant(name: &str, nama: &str, doc: &str, more: Vec<String>) -> Variant {
    let shown = doc_text(doc);
    let doc = if shown.is_empty() { format!("`{name}`") } else { shown };
    Variant { name: name.to_owned(), doc, more, nama: nama.to_owned() }
}

/// What names a symbol: the row's text, and its actor where the row has several symbols.
fn langkah_wish(sop: &Sop, simpul: &Simpul) -> Wish {
    let row = &sop[simpul.kegiatan];
    let actors: Vec<&str> = simpul.oleh.iter().map(|id| sop[*id].pendek.as_str()).collect();
    let several = row.simpul.len() > 1;
    Wish {
        texts: vec![row.uraian.clone()],
        suffix: if several { actors.join(" ") } else { String::new() },
        apart: if several { String::new() } else { actors.join(" ") },
        fallback: row.nomor.to_string(),
    }
}

pub(super) fn branches(simpul: &Simpul) -> &[Cabang] {
    match &simpul.setelah {
        Setelah::Jika(cabang) => cabang,
        Setelah::Ke(_) | Setelah::Bersamaan(_) => &[],
    }
}

/// The lane of this name, by any of its names.
fn lane(sop: &Sop, text: &str) -> Option<usize> {
    let wanted = fold(text);
    sop.pelaksana.iter().position(|pelaksana| {
        let names = std::iter::once(&pelaksana.pendek).chain(&pelaksana.nama_lain).chain(&pelaksana.panjang);
        names.into_iter().any(|name| fold(name) == wanted)
    })
}

/// As written; with the name where it holds for one symbol only.
pub(super) fn waktu(row: &Kegiatan) -> Vec<String> {
    let line = |line: &crate::model::WaktuBaris| match &line.untuk {
        Some(name) => format!("{name}: {}", line.waktu.teks),
        None => line.waktu.teks.clone(),
    };
    row.mutu_baku.waktu.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documentation_shows_exactly_the_text() {
        assert_eq!(
            doc_text("a  *b* [c](d) <e> `f` https://g"),
            "a \\*b\\* \\[c\\](d) \\<e\\> \\`f\\` https\\://g"
        );
        assert_eq!(doc_text("1. satu"), "1\\. satu");
        assert_eq!(doc_text("- satu"), "\\- satu");
        assert_eq!(doc_text("# satu\nbaris"), "\\# satu baris");
        assert_eq!(doc_text("a\u{202e}b\u{200b}c ± “d”"), "abc ± “d”");
    }
}
