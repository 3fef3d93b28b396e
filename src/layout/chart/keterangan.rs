//! What a row's Keterangan says: what was typed there, and what the drawing has no room for.

use super::at_arrow::{MOST_SIDES, Words};
use super::diagram::Paragraph;
use crate::model::{
    Cabang, Jawaban, Kegiatan, KegiatanId, Lanjutan, Sasaran, Setelah, Simpul, SimpulId, Sop,
};
use crate::text::{capitalised, fold};

/// Keterangan as typed, then everything that the drawing cannot say.
pub(super) fn keterangan(sop: &Sop, id: KegiatanId, kegiatan: &Kegiatan, words: &Words) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = kegiatan.keterangan.iter().map(Paragraph::plain).collect();
    let mut say = |words: String| {
        let paragraph = Paragraph::plain(words);
        if !out.contains(&paragraph) {
            out.push(paragraph);
        }
    };
    let mut outcomes: Vec<Outcome> = Vec::new();
    if let Some(kondisi) = &kegiatan.bila_perlu {
        say(format!("Bila perlu: {kondisi}"));
    }
    alternatives(sop, id).into_iter().for_each(&mut say);
    let deciding = sop.simpul_dari(id).filter(|(_, simpul)| simpul.memutuskan()).count();
    for (_, simpul) in sop.simpul_dari(id) {
        match &simpul.setelah {
            Setelah::Jika(cabang) => {
                for of in cabang.iter().take(MOST_SIDES.max(4 * simpul.oleh.len())) {
                    let actor = (deciding > 1).then(|| actors(sop, simpul));
                    let Some(outcome) = outcome(sop, simpul, of, actor, words) else { continue };
                    // What is said of one actor is said of another in the same breath.
                    match outcomes.iter_mut().find(|other| other.is_like(&outcome)) {
                        Some(other) if other.actors != outcome.actors => other.actors.extend(outcome.actors),
                        Some(_) => {}
                        None => outcomes.push(outcome),
                    }
                }
            }
            Setelah::Ke(lanjutan) => {
                if let Some(details) = details(sop, lanjutan) {
                    say(capitalised(&details));
                }
            }
            Setelah::Bersamaan(lanjutan) => {
                lanjutan
                    .iter()
                    .filter_map(|of| details(sop, of))
                    .for_each(|details| say(capitalised(&details)));
            }
        }
    }
    outcomes.iter().for_each(|outcome| say(outcome.words()));
    if let Some(pengganti) = &kegiatan.pengganti {
        say(format!("Pengganti: {pengganti}"));
    }
    if let Some(tembusan) = &kegiatan.tembusan {
        say(format!("Tembusan: {tembusan}"));
    }
    for batas in sop.batas.iter().filter(|batas| batas.kegiatan == Some(id)) {
        say(format!("Batas: {}", batas.teks));
    }
    if !kegiatan.merujuk.is_empty() {
        say(format!("Lihat {}", kegiatan.merujuk.join(", ")));
    }
    out
}

fn actors(sop: &Sop, simpul: &Simpul) -> String {
    sop.heads(&simpul.oleh).join(", ")
}

/// Symbols of which one acts look like those that act side by side. A remark that names all of them says it already.
fn alternatives(sop: &Sop, id: KegiatanId) -> Vec<String> {
    let all: Vec<&Simpul> = sop.simpul_dari(id).map(|(_, simpul)| simpul).collect();
    let places = all.chunk_by(|one, next| one.tempat == next.tempat).filter(|place| place.len() > 1);
    let remark = sop[id].keterangan.as_deref().map(fold).unwrap_or_default();
    let said = |place: &[&Simpul]| {
        let names: Vec<String> = place.iter().map(|simpul| actors(sop, simpul)).collect();
        let known = names.iter().all(|name| remark.contains(&fold(name)));
        (!known).then(|| format!("Salah satu: {}", names.join(" atau ")))
    };
    places.filter_map(said).collect()
}

/// `Tidak (Kabid), belum lengkap: paling banyak 2 kali, lalu selesai, usulan ditolak`
struct Outcome {
    answer: String,
    actors: Vec<String>,
    rest: String,
}

impl Outcome {
    /// Whether the same is said of somebody else.
    fn is_like(&self, other: &Outcome) -> bool {
        let named = !self.actors.is_empty() && !other.actors.is_empty();
        named && self.answer == other.answer && self.rest == other.rest
    }

    fn words(&self) -> String {
        let actors = match &self.actors[..] {
            [] => String::new(),
            actors => format!(" ({})", actors.join(", ")),
        };
        capitalised(&format!("{}{actors}{}", self.answer, self.rest))
    }
}

/// What is said of an outcome, as far as the arrow does not say it.
fn outcome(
    sop: &Sop,
    simpul: &Simpul,
    cabang: &Cabang,
    actor: Option<String>,
    at_arrows: &Words,
) -> Option<Outcome> {
    let answer = at_arrows.at_arrow(simpul, cabang);
    let numbered = matches!(&cabang.jawaban, Jawaban::Jika(kondisi) if !at_arrows.fits(kondisi));
    let condition = match (&cabang.kondisi, &cabang.jawaban) {
        (Some(kondisi), _) if !at_arrows.conditions_at_arrows(simpul) => Some(kondisi),
        (None, Jawaban::Jika(kondisi)) if numbered => Some(kondisi),
        _ => None,
    };
    let details = details(sop, &cabang.lanjutan);
    let rest = match (condition, details) {
        (None, None) => return None,
        (Some(condition), None) => format!(": {condition}"),
        (None, Some(details)) => format!(": {details}"),
        (Some(condition), Some(details)) if numbered => format!(": {condition}; {details}"),
        (Some(condition), Some(details)) => format!(", {condition}: {details}"),
    };
    Some(Outcome { answer, actors: actor.into_iter().collect(), rest })
}

/// What an arrow cannot say: the name of its end, how often it may be taken, and what then.
fn details(sop: &Sop, lanjutan: &Lanjutan) -> Option<String> {
    let mut parts = Vec::new();
    if let Sasaran::Akhir(end) = lanjutan.ke
        && let Some(name) = &sop[end].nama
    {
        parts.push(format!("selesai, {name}"));
    }
    if let Some(times) = lanjutan.paling_banyak {
        parts.push(format!("paling banyak {times} kali"));
    }
    match &lanjutan.lalu {
        Some(Sasaran::Akhir(end)) => {
            let name = sop[*end].nama.as_ref().map_or(String::new(), |name| format!(", {name}"));
            parts.push(format!("lalu selesai{name}"));
        }
        Some(Sasaran::Simpul(to)) => {
            let rows: Vec<String> = to.iter().map(|to| row_of(sop, *to)).collect();
            parts.push(format!("lalu ke No. {}", rows.join(" atau ")));
        }
        None => {}
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The row of a place, with who acts there where that is not the first of the row.
fn row_of(sop: &Sop, to: SimpulId) -> String {
    let kegiatan = &sop[sop[to].kegiatan];
    let key = kegiatan.kunci();
    if to.0 == kegiatan.simpul.start { key } else { format!("{key} ({})", actors(sop, &sop[to])) }
}
