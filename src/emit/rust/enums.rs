//! The enums of the generated machine: a variant for every actor, symbol, outcome, paper and end, each documented.

use super::doc::doc_text;
use super::expr::{Expr, arm, item};
use super::maker::{Maker, branches, waktu};
use crate::model::{Butir, Cabang, Jawaban, Kegiatan, Sasaran, Simpul};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Enum {
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
    pub(super) nama: String,
}

impl Maker<'_> {
    pub(super) fn enums(&self) -> Vec<Enum> {
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

    fn row_doc(&self, simpul: &Simpul, row: &Kegiatan) -> Vec<String> {
        let w = &self.w;
        let papers = |butir: &[Butir]| butir.iter().map(|b| &*b.teks).collect::<Vec<_>>().join("; ");
        let own = self.sop.batas.iter().filter(|batas| batas.kegiatan == Some(simpul.kegiatan));
        let limits = own.map(|batas| batas.teks.as_str()).collect::<Vec<_>>().join("; ");
        let actors = self.sop.heads(&simpul.oleh);
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

    pub(super) fn panjang(&self) -> String {
        let lanes =
            self.sop.pelaksana.iter().map(|pelaksana| pelaksana.panjang.as_deref().unwrap_or_default());
        let all = lanes.chain(self.deputies.iter().map(|_| "")).zip(&self.pelaksana);
        all.map(|(text, name)| arm(&format!("Pelaksana::{name}"), &format!("{text:?}"), 12)).collect()
    }
}

fn variant(name: &str, nama: &str, doc: &str, more: Vec<String>) -> Variant {
    let shown = doc_text(doc);
    let doc = if shown.is_empty() { format!("`{name}`") } else { shown };
    Variant { name: name.to_owned(), doc, more, nama: nama.to_owned() }
}
