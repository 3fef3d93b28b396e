//! Several files' settings laid over each other, the nearest on top, key by key.

use super::fields::{Partial, Value};
use super::{Arah, Arsip, Config, KolomMutuBaku};
use crate::diag::{Diagnostic, Rule, Severity};
use crate::paper::PAPERS;
use crate::paper::length::FontSize;
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Settings in force, and where each comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The settings.
    pub config: Config,
    /// By key; what is not here is a default.
    origins: BTreeMap<String, Origin>,
}

/// Where a value was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// As the caller named the file.
    pub file: String,
    /// From 1.
    pub line: usize,
}

/// A row of `sop config`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Section and key, as in `sop.toml`.
    pub key: String,
    /// As `sop.toml` writes it; `None` when there is none.
    pub value: Option<String>,
    /// Where it was set; `None` for a default.
    pub origin: Option<Origin>,
}

/// Lays settings over each other: of two for one key the earlier in the list is in force. A role of the register is
/// one key, by its short name.
pub fn merge<'a>(nearest_first: impl IntoIterator<Item = &'a Partial>) -> Settings {
    let mut out = Settings::default();
    for partial in nearest_first {
        for (key, setting) in &partial.settings {
            if !out.origins.contains_key(key) {
                apply(&mut out.config, key, &setting.value);
                out.origins.insert(key.clone(), Origin { file: partial.file.clone(), line: setting.line });
            }
        }
        for (role, line) in &partial.pelaksana {
            let key = role_key(&role.pendek);
            if !out.origins.contains_key(&key) {
                Arc::make_mut(&mut out.config.pelaksana).extend([role.clone()]);
                out.origins.insert(key, Origin { file: partial.file.clone(), line: *line });
            }
        }
    }
    out
}

fn role_key(pendek: &str) -> String {
    format!("pelaksana.{}", fold(pendek))
}

fn apply(config: &mut Config, key: &str, value: &Value) {
    let (identitas, cetak, kalender) = (&mut config.identitas, &mut config.cetak, &mut config.kalender);
    let margins = &mut cetak.halaman.margins;
    match (key, value) {
        ("identitas.instansi", Value::Texts(texts)) => identitas.instansi = texts.clone(),
        ("identitas.unit", Value::Text(text)) => identitas.unit = Some(text.clone()),
        ("identitas.logo", Value::Text(text)) => identitas.logo = Some(text.clone()),
        ("identitas.disahkan_oleh", Value::Text(text)) => identitas.disahkan_oleh = Some(text.clone()),
        ("identitas.nama_pejabat", Value::Text(text)) => identitas.nama_pejabat = Some(text.clone()),
        ("identitas.pangkat", Value::Text(text)) => identitas.pangkat = Some(text.clone()),
        ("identitas.nip", Value::Text(text)) => identitas.nip = Some(text.clone()),
        ("identitas.alamat", Value::Texts(texts)) => identitas.alamat = texts.clone(),
        ("pengesahan.disusun", Value::Texts(lines)) => config.pengesahan.disusun = lines.clone(),
        ("pengesahan.diperiksa", Value::Texts(lines)) => config.pengesahan.diperiksa = lines.clone(),
        ("cetak.kertas", Value::Paper(paper)) => {
            (cetak.halaman.width, cetak.halaman.height) = (paper.height, paper.width);
        }
        // There is one direction.
        ("cetak.arah", Value::Truth(_)) => {}
        ("cetak.margin.atas", Value::Length(length)) => margins.top = *length,
        ("cetak.margin.kanan", Value::Length(length)) => margins.right = *length,
        ("cetak.margin.bawah", Value::Length(length)) => margins.bottom = *length,
        ("cetak.margin.kiri", Value::Length(length)) => margins.left = *length,
        ("cetak.huruf", Value::Number(tenths)) => {
            cetak.huruf = FontSize::tenths(u16::try_from(*tenths).expect("bug: a type size was not checked"));
        }
        ("cetak.kolom", Value::Columns(columns)) => cetak.kolom = *columns,
        ("cetak.sampul", Value::Cover(cover)) => cetak.sampul = *cover,
        ("cetak.templat", Value::Text(folder)) => cetak.templat = Some(folder.clone()),
        ("cetak.gabung", Value::Truth(truth)) => cetak.gabung = *truth,
        ("cetak.pdf", Value::Archive(archive)) => cetak.pdf = *archive,
        ("kalender.jam_per_hari", Value::Number(minutes)) => kalender.menit_per_hari_kerja = *minutes,
        ("kalender.hari_per_minggu", Value::Number(days)) => kalender.hari_kerja_per_minggu = *days,
        ("kalender.mulai", Value::Number(minutes)) => kalender.jam.mulai = *minutes,
        ("kalender.istirahat", Value::Clocks(from, to)) => kalender.jam.istirahat = (*from, *to),
        ("kalender.istirahat_jumat", Value::Clocks(from, to)) => kalender.jam.istirahat_jumat = (*from, *to),
        ("kalender.libur", Value::Days(days)) => config.libur = days.iter().copied().collect(),
        ("kalender.hari", Value::Truth(working)) => kalender.hari_adalah_hari_kerja = *working,
        (key, Value::Severity(severity)) => {
            let code = key.trim_start_matches("aturan.");
            config.aturan.insert(code.to_owned(), *severity);
        }
        ("peraturan.pola_nomor", Value::Pattern(pattern)) => {
            Arc::make_mut(&mut config.kantor).number = Some(pattern.clone());
        }
        ("peraturan.kalimat_baku", Value::Texts(sentences)) => {
            let office = Arc::make_mut(&mut config.kantor);
            sentences.iter().for_each(|sentence| office.says_nothing(sentence));
        }
        (_, Value::Replaced(replaced)) => Arc::make_mut(&mut config.kantor).replaced.push(replaced.clone()),
        (key, Value::Text(text)) if key.starts_with("singkatan.") => {
            Arc::make_mut(&mut config.kantor).abbreviate(key.trim_start_matches("singkatan."), text);
        }
        (key, Value::Text(kind)) if key.starts_with("kata_kerja.") => {
            Arc::make_mut(&mut config.kantor).does(key.trim_start_matches("kata_kerja."), kind);
        }
        (key, Value::Texts(texts)) if key.starts_with("jawaban.") => {
            let (yes, office) = (key.trim_start_matches("jawaban."), Arc::make_mut(&mut config.kantor));
            texts.iter().for_each(|no| office.answer(yes, no));
        }
        (key, Value::Text(text)) if key.starts_with("ejaan.") => {
            Arc::make_mut(&mut config.kantor).spell(key.trim_start_matches("ejaan."), text);
        }
        (key, Value::Text(text)) => {
            let name = key.trim_start_matches("label.");
            let slots = config.label.slots();
            let slot = slots.into_iter().find(|(slot, _)| *slot == name).expect("bug: a key nobody reads");
            text.clone_into(slot.1);
        }
        _ => unreachable!("bug: {key} was read as another kind"),
    }
}

impl Settings {
    /// Every setting in force, in the order of the sections, for `sop config`.
    pub fn rows(&self) -> Vec<Row> {
        let mut table = Table { origins: &self.origins, rows: Vec::new() };
        let config = &self.config;
        table.identitas(config);
        table.cetak(config);
        table.kalender(config);
        for (name, label) in config.label.clone().slots() {
            table.row(&format!("label.{name}"), Some(quoted(label)));
        }
        table.kantor(config);
        for (code, severity) in &config.aturan {
            let weight = severity.map_or("mati", |it| it.word().id);
            table.row(&format!("aturan.{code}"), Some(format!("{weight:?}")));
        }
        for role in config.pelaksana.iter() {
            let origin = self.origins.get(&role_key(&role.pendek)).cloned();
            let names: Vec<_> = role.panjang.iter().chain(&role.nama_lain).map(quoted).collect();
            let value = (!names.is_empty()).then(|| names.join(", "));
            table.rows.push(Row { key: format!("pelaksana.{}", role.pendek), value, origin });
        }
        table.rows
    }

    /// Where a key was set; `None` for a default.
    pub fn origin(&self, key: &str) -> Option<&Origin> {
        self.origins.get(key)
    }
}

/// The rows of `sop config`, section by section.
struct Table<'s> {
    origins: &'s BTreeMap<String, Origin>,
    rows: Vec<Row>,
}

impl Table<'_> {
    fn row(&mut self, key: &str, value: Option<String>) {
        self.rows.push(Row { key: key.to_owned(), value, origin: self.origins.get(key).cloned() });
    }

    fn identitas(&mut self, config: &Config) {
        let id = &config.identitas;
        self.row("identitas.instansi", list(&id.instansi));
        self.row("identitas.unit", id.unit.as_ref().map(quoted));
        self.row("identitas.logo", id.logo.as_ref().map(quoted));
        self.row("identitas.disahkan_oleh", id.disahkan_oleh.as_ref().map(quoted));
        self.row("identitas.nama_pejabat", id.nama_pejabat.as_ref().map(quoted));
        self.row("identitas.pangkat", id.pangkat.as_ref().map(quoted));
        self.row("identitas.nip", id.nip.as_ref().map(quoted));
        self.row("identitas.alamat", list(&id.alamat));
    }

    fn cetak(&mut self, config: &Config) {
        let (cetak, page) = (&config.cetak, config.cetak.halaman);
        let paper = PAPERS.iter().find(|paper| paper.height == page.width && paper.width == page.height);
        self.row("cetak.kertas", paper.map(|paper| format!("{:?}", paper.name)));
        self.row("cetak.arah", Some("\"lanskap\"".to_owned()));
        self.row("cetak.margin.atas", Some(page.margins.top.to_mm_text()));
        self.row("cetak.margin.kanan", Some(page.margins.right.to_mm_text()));
        self.row("cetak.margin.bawah", Some(page.margins.bottom.to_mm_text()));
        self.row("cetak.margin.kiri", Some(page.margins.left.to_mm_text()));
        self.row("cetak.huruf", Some((f64::from(cetak.huruf.to_tenths()) / 10.0).to_string()));
        self.row("cetak.kolom", Some(format!("{:?}", cetak.kolom.map(column_name))));
        let archive = Arsip::NAMES.iter().find(|(_, it)| *it == cetak.pdf);
        self.row("cetak.pdf", archive.map(|(name, _)| format!("{name:?}")));
        let cover = Arah::NAMES.iter().find(|(_, it)| Some(*it) == cetak.sampul);
        self.row("cetak.sampul", Some(format!("{:?}", cover.map_or("tidak", |(name, _)| name))));
        self.row("cetak.gabung", Some(cetak.gabung.to_string()));
        self.row("cetak.templat", cetak.templat.as_ref().map(quoted));
        self.row("pengesahan.disusun", list(&config.pengesahan.disusun));
        self.row("pengesahan.diperiksa", list(&config.pengesahan.diperiksa));
    }

    fn kalender(&mut self, config: &Config) {
        let kalender = config.kalender;
        let clock = |minutes: u32| format!("{:02}.{:02}", minutes / 60, minutes % 60);
        let range = |(from, to): (u32, u32)| format!("\"{}-{}\"", clock(from), clock(to));
        let day = if kalender.hari_adalah_hari_kerja { "kerja" } else { "kalender" };
        let hours = f64::from(kalender.menit_per_hari_kerja) / 60.0;
        self.row("kalender.jam_per_hari", Some(hours.to_string()));
        self.row("kalender.hari_per_minggu", Some(kalender.hari_kerja_per_minggu.to_string()));
        self.row("kalender.hari", Some(format!("{day:?}")));
        self.row("kalender.mulai", Some(format!("\"{}\"", clock(kalender.jam.mulai))));
        self.row("kalender.istirahat", Some(range(kalender.jam.istirahat)));
        self.row("kalender.istirahat_jumat", Some(range(kalender.jam.istirahat_jumat)));
        self.row("kalender.libur", list(&config.libur.iter().map(|day| day.iso()).collect::<Vec<_>>()));
    }

    /// What the office adds to the tables of the regulation.
    fn kantor(&mut self, config: &Config) {
        let (office, origins) = (&config.kantor, self.origins);
        self.row("peraturan.pola_nomor", office.number.as_ref().map(|pattern| quoted(&pattern.text)));
        let sentences = (!office.boilerplate.is_empty()).then(|| format!("{:?}", office.boilerplate));
        self.row("peraturan.kalimat_baku", sentences);
        for (section, texts) in
            [("singkatan", &office.abbreviations), ("ejaan", &office.spelling), ("kata_kerja", &office.verbs)]
        {
            for (word, text) in texts {
                // Words are compared without regard to case, settings are found as they were written.
                let of_word = |key: &&String| {
                    let own = key.strip_prefix(section).and_then(|rest| rest.strip_prefix('.'));
                    own.is_some_and(|own| fold(own) == *word)
                };
                self.row(origins.keys().find(of_word).unwrap_or(word), Some(quoted(text)));
            }
        }
        for key in origins.keys().filter(|key| key.starts_with("jawaban.")) {
            let yes = fold(key.trim_start_matches("jawaban."));
            let no: Vec<_> = office.answers.iter().filter(|pair| pair.0 == yes).map(|pair| &pair.1).collect();
            self.row(key, Some(format!("{no:?}")));
        }
        for replaced in &office.replaced {
            self.row(&format!("diganti.{}", replaced.text), Some(quoted(&replaced.by)));
        }
    }
}

fn quoted(text: &String) -> String {
    format!("{text:?}")
}

fn list(texts: &[String]) -> Option<String> {
    (!texts.is_empty()).then(|| format!("{texts:?}"))
}

fn column_name(column: KolomMutuBaku) -> &'static str {
    let named = KolomMutuBaku::NAMES.iter().find(|(_, it)| *it == column);
    named.expect("bug: a column without a name").0
}

impl Config {
    /// How much the findings of a rule weigh in this office; `None` where it is switched off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let set = if self.aturan.is_empty() { None } else { self.aturan.get(rule.code) };
        set.copied().unwrap_or(Some(rule.severity))
    }

    /// Whether findings of a rule weigh as much in this office.
    pub fn asks(&self, rule: &Rule, least: Severity) -> bool {
        self.severity(rule).is_some_and(|severity| severity >= least)
    }

    /// Gives findings the severity that this office gave their rule, and drops those it switched off.
    pub fn weigh(&self, findings: &mut Vec<Diagnostic>) {
        findings.retain_mut(|finding| match self.aturan.get(finding.rule.code) {
            Some(Some(severity)) => {
                finding.severity = *severity;
                true
            }
            Some(None) => false,
            None => true,
        });
    }
}
