//! Facts about a procedure, no opinions: lints judge, analyses compute.

pub mod dokumen;
mod entering;
pub mod flow;
pub mod kalimat;
pub mod reach;
pub mod sound;
pub mod time;
pub mod tulisan;

use crate::config::{Config, DaftarJabatan, Kalender};
use crate::model::{KegiatanId, Key, Sop};
use crate::regulation::{Citation, Office};
use crate::source::{Naskah, Span};
use dokumen::Papers;
use flow::Flow;
use kalimat::{Beside, Kalimat};
use reach::Reach;
use sound::Soundness;
use std::sync::{Arc, OnceLock};
use time::Time;
use tulisan::Tulisan;

/// A procedure with the facts computed from it. Every output reads this.
///
/// What not everybody asks for is computed when it is asked for first.
#[derive(Clone, Debug)]
pub struct Procedure {
    /// As meant.
    pub sop: Sop,
    /// Its arrows.
    pub flow: Flow,
    /// What the first row reaches, and what reaches an end.
    pub reach: Reach,
    /// Whether it can always be carried through.
    pub sound: Soundness,
    /// The text that it was read from, for remedies.
    pub naskah: Naskah,
    /// What its office adds to the tables of regulation.
    pub kantor: Arc<Office>,
    /// The register of its office.
    jabatan: Arc<DaftarJabatan>,
    kalender: Kalender,
    papers: OnceLock<Papers>,
    time: OnceLock<Time>,
    sentences: OnceLock<String>,
    kalimat: OnceLock<(Vec<Kalimat>, Vec<Beside>)>,
    tulisan: OnceLock<Vec<Tulisan>>,
    dasar_hukum: OnceLock<Vec<Citation>>,
}

/// Computes the facts. Cannot fail.
pub fn analyse(sop: Sop, text: &str, config: &Config) -> Procedure {
    let flow = Flow::of(&sop);
    let reach = Reach::of(&sop, &flow);
    let sound = Soundness::of(&sop, &flow, &reach);
    Procedure {
        sop,
        flow,
        reach,
        sound,
        naskah: Naskah::new(text),
        kantor: Arc::clone(&config.kantor),
        jabatan: Arc::clone(&config.pelaksana),
        kalender: config.kalender,
        papers: OnceLock::new(),
        time: OnceLock::new(),
        sentences: OnceLock::new(),
        kalimat: OnceLock::new(),
        tulisan: OnceLock::new(),
        dasar_hukum: OnceLock::new(),
    }
}

impl Procedure {
    /// Where its papers are made and needed.
    pub fn papers(&self) -> &Papers {
        self.papers.get_or_init(|| Papers::of(&self.sop, &self.flow))
    }

    /// How long it takes.
    pub fn time(&self) -> &Time {
        self.time.get_or_init(|| Time::of(&self.sop, &self.kalender))
    }

    /// The same with [`Procedure::time`] for so many items.
    pub fn for_items(self, items: u32) -> Procedure {
        let time = Time::for_items(&self.sop, &self.kalender, items);
        Procedure { time: OnceLock::from(time), ..self }
    }

    /// What the sentence of a row says.
    pub fn kalimat(&self, row: KegiatanId) -> &Kalimat {
        &self.read_sentences().0[row.index()]
    }

    /// What the sentences of the rows say, and what stands beside them.
    fn read_sentences(&self) -> &(Vec<Kalimat>, Vec<Beside>) {
        let read = || Kalimat::of(&self.sop, self.sentences(), &self.jabatan, &self.kantor);
        self.kalimat.get_or_init(read)
    }

    /// The sentences of all rows, ASCII letters small.
    fn sentences(&self) -> &str {
        self.sentences.get_or_init(|| kalimat::in_small_letters(&self.sop))
    }

    /// Whether the sentence of a row holds these letters, ASCII letters small.
    pub fn says(&self, letters: &str) -> bool {
        memchr::memmem::find(self.sentences().as_bytes(), letters.as_bytes()).is_some()
    }

    /// The items of the legal basis that stand in the file: as written, where, and as far as they could be read.
    pub fn cited(&self) -> impl Iterator<Item = (&str, Span, &Citation)> {
        let identitas = &self.sop.identitas;
        let items = || identitas.butir(Key::DasarHukum, &identitas.dasar_hukum);
        let read = self.dasar_hukum.get_or_init(|| items().map(|(text, _)| Citation::read(text)).collect());
        items().zip(read).map(|((text, place), citation)| (text, place, citation))
    }
}
