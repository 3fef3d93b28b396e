//! A saved case of the generated Rust machine: what its history says was done.

use super::{Acuan, whole};
use crate::analysis::sound::Hasil;
use crate::day::Day;
use crate::fnv::{START, fnv};
use crate::model::SimpulId;
use crate::rekam::saat::Saat;
use crate::rekam::{Bacaan, Berkas, Cacat, Entri, Kata, hasil_dari};
use std::collections::BTreeMap;

/// Whether a text is a saved case, by its first line.
pub(super) fn is_saved(text: &str) -> bool {
    text.lines().next() == Some("sop-berkas 1")
}

/// What the generated program calls steps, actors and outcomes in the cases that it saves.
#[derive(Clone, Debug, Default)]
pub struct Kode {
    /// By place.
    pub langkah: Vec<String>,
    /// Each with its name in the procedure.
    pub pelaksana: Vec<(String, String)>,
    /// Each with its answer.
    pub hasil: Vec<(String, String)>,
}

/// The case; it has no number of its own.
pub(super) fn baca(text: &str, acuan: &Acuan<'_>) -> Bacaan {
    // Another program may have ended the lines in its own way.
    let text = &text.replace("\r\n", "\n");
    if !is_whole(text) {
        return whole(
            Kata::new("simpanan ini terpotong atau diubah", "the saved case is cut off or was changed"),
            Kata::new(
                "ambil simpanannya sekali lagi dari aplikasinya",
                "take it from the application once more",
            ),
        );
    }
    let mut out = Bacaan { tanpa_sidik: true, ..Bacaan::default() };
    let mut berkas = Berkas::default();
    for (number, line) in (1..).zip(text.lines()) {
        // What was done under an earlier version, in words that this one does not know all of: a step that is gone has no
        // place here, an actor is taken as saved.
        let archived = line.strip_prefix("arsip ");
        let line = archived.unwrap_or(line);
        let letak = Kata::new(format!("baris {number}"), format!("line {number}"));
        let words: Vec<&str> = line.split(' ').collect();
        let read = match words[..] {
            ["sidik", sidik] => {
                out.tanpa_sidik = false;
                if let Some(fault) = acuan.check_sidik(sidik, letak) {
                    out.cacat.push(fault);
                    return out;
                }
                continue;
            }
            ["riwayat", _, _, "terima", _] => continue,
            ["riwayat", at, who, "kerja", step, outcome, since] => {
                entry(acuan, at, who, step, Some(outcome), since, archived.is_some())
            }
            ["riwayat", at, who, "lewat", step, since] => {
                entry(acuan, at, who, step, None, since, archived.is_some())
            }
            ["riwayat", ..] => None,
            _ => continue,
        };
        match read {
            Some(mut entry) => {
                entry.letak = letak;
                berkas.entri.push(entry);
            }
            None if archived.is_some() => {}
            None => out.cacat.push(Cacat {
                berkas: Some(String::new()),
                letak,
                apa: Kata::new(format!("`{line}` tidak terbaca"), format!("`{line}` cannot be read")),
                saran: Kata::new(
                    "simpan berkasnya dengan mesin keadaan yang dibuat dari SOP ini",
                    "save the case with the state machine that was made from this SOP",
                ),
            }),
        }
    }
    // The archive stands below what was done after it.
    berkas.entri.sort_by_key(|it| (it.waktu().map(Saat::urutan), !it.terdahulu));
    let mut rounds: BTreeMap<SimpulId, u32> = BTreeMap::new();
    for entry in &mut berkas.entri {
        let round = rounds.entry(entry.simpul).or_default();
        *round = round.saturating_add(1);
        entry.putaran = *round;
    }
    if out.cacat.is_empty() {
        out.berkas.push(berkas);
    }
    out
}

fn entry(
    acuan: &Acuan<'_>,
    at: &str,
    who: &str,
    step: &str,
    outcome: Option<&str>,
    since: &str,
    terdahulu: bool,
) -> Option<Entri> {
    let kode = &acuan.kode;
    let simpul = SimpulId::from_index(kode.langkah.iter().position(|code| code == step)?);
    let named =
        |list: &[(String, String)], code: &str| list.iter().find(|it| it.0 == code).map(|it| it.1.clone());
    let hasil = match outcome {
        None => Some(Hasil::Dilewati),
        Some(code) => named(&kode.hasil, code).and_then(|name| hasil_dari(acuan.sop, simpul, &name)),
    };
    let pelaksana = named(&kode.pelaksana, who);
    if !terdahulu && (hasil.is_none() || pelaksana.is_none()) {
        return None;
    }
    Some(Entri {
        simpul,
        putaran: 1,
        pelaksana: vec![pelaksana.unwrap_or_else(|| who.to_owned())],
        terdahulu,
        mulai: Some(moment(since)?),
        selesai: Some(moment(at)?),
        hasil,
        berjalan: false,
        kelengkapan: None,
        output: None,
        letak: Kata::default(),
    })
}

/// Seconds since the beginning of 1970.
fn moment(text: &str) -> Option<Saat> {
    const DAY: i64 = 24 * 60 * 60;
    let seconds: i64 = text.parse().ok()?;
    let hari = Day::of(1970, 1, 1)?.plus(seconds.div_euclid(DAY));
    Some(Saat { hari, menit: u32::try_from(seconds.rem_euclid(DAY) / 60).ok() })
}

/// Whether the last line still fits what stands above it (FNV-1a, as the generated program counts).
fn is_whole(text: &str) -> bool {
    let (body, sum) = text.split_at(text.rfind("cek ").unwrap_or(text.len()));
    let counted = fnv(START, body.as_bytes());
    let sum = sum.strip_prefix("cek ").map(str::trim_end);
    sum.and_then(|sum| u64::from_str_radix(sum, 16).ok()) == Some(counted)
}
