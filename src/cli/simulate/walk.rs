//! One case, with whoever sits at the terminal deciding.

use super::super::error::CliError;
use super::super::screen::Screen;
use sop::analysis::Procedure;
use sop::model::{SimpulId, Sop};
use sop::simulate::{Case, Offer, Outcome};
use sop::text::Text;
use std::io::BufRead;

static MAY: Text = Text { id: "Yang dapat dikerjakan:", en: "What may be done:" };
static ASK: Text = Text { id: "Pilih nomor (kosong: berhenti)", en: "Choose a number (empty: stop)" };
static WRONG: Text = Text { id: "Tulis nomor dari daftar itu.", en: "Write a number of that list." };
static DONE: Text = Text { id: "Kasus berakhir:", en: "The case has ended:" };
static STUCK: Text = Text {
    id: "Kasus macet: ada yang ditunggu, tetapi tidak ada yang dapat dikerjakan.",
    en: "The case is stuck: something is waited for, and nothing can be done.",
};
static STOPPED: Text = Text { id: "Dihentikan. Yang sudah dikerjakan:", en: "Stopped. What was done:" };
static HISTORY: Text = Text { id: "Riwayat:", en: "History:" };
static END: Text = Text { id: "selesai", en: "end" };

/// Asks and answers until the case ends or nobody answers.
pub(super) fn walk(procedure: &Procedure, screen: &mut Screen) -> Result<(), CliError> {
    let sop = &procedure.sop;
    let lang = screen.lang;
    let mut case = Case::open(sop);
    let mut history: Vec<String> = Vec::new();
    let mut lines = std::io::stdin().lock().lines();
    loop {
        let offers = case.offers();
        let choices: Vec<(&Offer, &Outcome)> = offers
            .iter()
            .flat_map(|offer| offer.outcomes.iter().map(move |outcome| (offer, outcome)))
            .collect();
        if choices.is_empty() {
            let ends: Vec<&str> =
                case.ends.iter().map(|end| sop[*end].nama.as_deref().unwrap_or(END.pattern(lang))).collect();
            screen.print(match case.is_finished() {
                true => format!("{} {}\n", DONE.pattern(lang), ends.join(", ")),
                false => format!("{}\n", STUCK.pattern(lang)),
            });
            break;
        }
        screen.print(format!("{}\n", MAY.pattern(lang)));
        for (at, (offer, outcome)) in choices.iter().enumerate() {
            screen.print(format!("  {:>2}  {}\n", at + 1, told(sop, offer, outcome)));
        }
        screen.print(format!("{}\n", ASK.pattern(lang)));
        let chosen = loop {
            screen.flush();
            let answer =
                lines.next().transpose().map_err(|source| CliError::Read { path: "-".into(), source })?;
            let answer = answer.unwrap_or_default();
            if answer.trim().is_empty() {
                break None;
            }
            let number = answer.trim().parse().ok().and_then(|number: usize| number.checked_sub(1));
            if let Some(number) = number.filter(|number| *number < choices.len()) {
                break Some(number);
            }
            screen.print(format!("{}\n", WRONG.pattern(lang)));
        };
        let Some(chosen) = chosen else {
            screen.print(format!("{}\n", STOPPED.pattern(lang)));
            break;
        };
        let (offer, outcome) = choices[chosen];
        history.push(told(sop, offer, outcome));
        let (turn, simpul, at) = (offer.turn, offer.simpul, outcome.at);
        case.take(turn, simpul, at);
    }
    if !history.is_empty() {
        screen.print(format!("{}\n", HISTORY.pattern(lang)));
        for (at, line) in history.iter().enumerate() {
            screen.print(format!("  {:>2}  {line}\n", at + 1));
        }
    }
    Ok(())
}

/// `2. Kabid: Menelaah usulan → ya, memenuhi syarat`
fn told(sop: &Sop, offer: &Offer, outcome: &Outcome) -> String {
    let id: SimpulId = offer.simpul;
    let row = sop.kegiatan_dari(id);
    let mut line = format!("{}. {}: {}", row.nomor, sop.pelaku(id).join(", "), row.uraian);
    if outcome.answer != "selesai" {
        line.push_str(&format!(" → {}", outcome.answer));
    }
    if let Some(kondisi) = outcome.kondisi {
        line.push_str(&format!(", {kondisi}"));
    }
    line
}
