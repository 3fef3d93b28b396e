//! Facts about a procedure, no opinions: lints judge, analyses compute.

pub mod dokumen;
pub mod flow;
pub mod kalimat;
pub mod reach;
pub mod sound;
pub mod time;
pub mod tulisan;

use crate::config::Config;
use crate::model::{Key, Sop};
use crate::regulation::{Citation, Office};
use crate::source::{Naskah, Span};
use dokumen::Papers;
use flow::Flow;
use kalimat::{Beside, Kalimat};
use reach::Reach;
use sound::Soundness;
use std::sync::Arc;
use time::Time;
use tulisan::Tulisan;

/// A procedure with the facts computed from it. Every output reads this.
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
    /// Where its papers are made and needed.
    pub papers: Papers,
    /// How long it takes.
    pub time: Time,
    /// What the sentence of each row says.
    pub kalimat: Vec<Kalimat>,
    /// See [`Procedure::beside`].
    beside: Vec<Beside>,
    /// See [`Procedure::says`].
    sentences: String,
    /// See [`Procedure::tulisan`].
    tulisan: Vec<Tulisan>,
    /// The rules of the state that it rests on, in the order of [`Procedure::cited`].
    dasar_hukum: Vec<Citation>,
    /// The text that it was read from, for remedies.
    pub naskah: Naskah,
    /// What its office adds to the tables of regulation.
    pub kantor: Arc<Office>,
}

/// Computes the facts. Cannot fail.
pub fn analyse(sop: Sop, text: &str, config: &Config) -> Procedure {
    let flow = Flow::of(&sop);
    let reach = Reach::of(&sop, &flow);
    let sound = Soundness::of(&sop, &flow, &reach);
    let papers = Papers::of(&sop, &flow);
    let time = Time::of(&sop, &config.kalender);
    let sentences = kalimat::in_small_letters(&sop);
    let (kalimat, beside) = Kalimat::of(&sop, &sentences, config);
    let tulisan = Tulisan::of(&sop);
    let identitas = &sop.identitas;
    let cited = identitas.butir(Key::DasarHukum, &identitas.dasar_hukum);
    let dasar_hukum = cited.map(|(text, _)| Citation::read(text)).collect();
    let (naskah, kantor) = (Naskah::new(text), Arc::clone(&config.kantor));
    Procedure {
        sop,
        flow,
        reach,
        sound,
        papers,
        time,
        kalimat,
        beside,
        sentences,
        tulisan,
        dasar_hukum,
        naskah,
        kantor,
    }
}

impl Procedure {
    /// The items of the legal basis that stand in the file: as written, where, and as far as they could be read.
    pub fn cited(&self) -> impl Iterator<Item = (&str, Span, &Citation)> {
        let identitas = &self.sop.identitas;
        let items = identitas.butir(Key::DasarHukum, &identitas.dasar_hukum);
        items.zip(&self.dasar_hukum).map(|((text, place), citation)| (text, place, citation))
    }
}
