//! How long each place and each row takes, and whose work it is.

use super::lama::{self, Lama};
use crate::config::Kalender;
use crate::few::Few;
use crate::model::waktu::Rentang;
use crate::model::{Kegiatan, KegiatanId, Key, PelaksanaId, SimpulId, Sop, WaktuBaris};
use crate::text::fold;

/// Rows that do not say how long they take, or say it in words.
pub(super) fn unmeasured(sop: &Sop) -> Vec<KegiatanId> {
    let lacks = |row: &Kegiatan| {
        let times = &row.mutu_baku.waktu;
        times.iter().any(|time| time.waktu.durasi.is_none())
            || (times.is_empty() && !row.mutu_baku.tidak_ada.contains(&Key::Waktu))
    };
    let rows = sop.kegiatan.iter().enumerate().filter(|(_, row)| lacks(row));
    rows.map(|(at, _)| KegiatanId::from_index(at)).collect()
}

/// How times are counted.
pub(super) struct Count<'a> {
    pub kalender: &'a Kalender,
    pub items: u32,
}

/// By place. The time of a whole row is counted once, at its first place.
pub(super) fn places(sop: &Sop, count: &Count<'_>) -> Vec<Lama> {
    let mut places = Vec::with_capacity(sop.simpul.len());
    for (at, row) in sop.kegiatan.iter().enumerate() {
        let whole = whole(row, count);
        for (id, simpul) in sop.simpul_dari(KegiatanId::from_index(at)) {
            // Who works together is done when the slowest is.
            let own = by_lane(sop, row, id, count)
                .into_iter()
                .fold(Lama::default(), |sum, (_, lama)| longer(sum, lama));
            places.push(match whole {
                Some(whole) if simpul.tempat == 0 => plus(whole, own),
                _ => own,
            });
        }
    }
    places
}

/// Several times for the whole row are alternatives.
fn whole(row: &Kegiatan, count: &Count<'_>) -> Option<Lama> {
    let lines = row.mutu_baku.waktu.iter().filter(|time| time.simpul.is_none());
    lines.map(|time| length(time, count)).reduce(either)
}

/// The times of a place by who it is that takes them; two names of one lane are alternatives.
fn by_lane(sop: &Sop, row: &Kegiatan, id: SimpulId, count: &Count<'_>) -> Vec<(Option<PelaksanaId>, Lama)> {
    let mut found: Vec<(Option<PelaksanaId>, Lama)> = Vec::new();
    for time in row.mutu_baku.waktu.iter().filter(|time| time.simpul == Some(id)) {
        let lane = match sop[id].oleh.as_slice() {
            [only] => Some(*only),
            several => several.iter().copied().find(|lane| named(sop, *lane, time.untuk.as_deref())),
        };
        let lama = length(time, count);
        match found.iter_mut().find(|(known, _)| *known == lane) {
            Some((_, known)) => *known = either(*known, lama),
            None => found.push((lane, lama)),
        }
    }
    found
}

fn named(sop: &Sop, lane: PelaksanaId, name: Option<&str>) -> bool {
    let lane = &sop[lane];
    let names = lane.names();
    name.is_some_and(|name| names.into_iter().any(|known| fold(known) == fold(name)))
}

fn length(time: &WaktuBaris, count: &Count<'_>) -> Lama {
    time.waktu.durasi.as_ref().map_or(Lama::default(), |durasi| lama::of(durasi, count.kalender, count.items))
}

/// Once through a row: its places one after the other, of alternatives one.
pub(super) fn row(sop: &Sop, row: KegiatanId, places: &[Lama]) -> Lama {
    let mut sum = Lama::default();
    let mut place: Option<(u32, Lama)> = None;
    for (id, simpul) in sop.simpul_dari(row) {
        let lama = places[id.index()];
        place = match place {
            Some((tempat, known)) if tempat == simpul.tempat => Some((tempat, either(known, lama))),
            before => {
                sum = plus(sum, before.map_or(Lama::default(), |(_, known)| known));
                Some((simpul.tempat, lama))
            }
        };
    }
    plus(sum, place.map_or(Lama::default(), |(_, known)| known))
}

/// Whose work it is. Of a row's time for several places, and of an optional row, each may have nothing.
pub(super) fn load(sop: &Sop, count: &Count<'_>) -> Vec<Rentang> {
    let mut load = vec![Rentang::default(); sop.pelaksana.len()];
    for at in 0..sop.kegiatan.len() {
        let row = KegiatanId::from_index(at);
        let several = sop[row].simpul.len() > 1;
        let mut add = |lane: PelaksanaId, lama: Lama, certain: bool| {
            let sum = &mut load[lane.index()];
            let certain = certain && sop[row].bila_perlu.is_none();
            sum.dari = sum.dari.saturating_add(if certain { lama.kerja.dari } else { 0 });
            sum.sampai = sum.sampai.saturating_add(lama.kerja.sampai);
        };
        if let Some(whole) = whole(&sop[row], count) {
            let mut lanes: Vec<PelaksanaId> =
                sop.simpul_dari(row).flat_map(|(_, simpul)| simpul.oleh.iter().copied()).collect();
            lanes.sort();
            lanes.dedup();
            let alone = lanes.len() == 1;
            for lane in lanes {
                add(lane, whole, !several || alone);
            }
        }
        for (id, simpul) in sop.simpul_dari(row) {
            let beside = [id.0.checked_sub(1), id.0.checked_add(1)].into_iter().flatten();
            let alternative = beside
                .filter(|other| sop[row].simpul.contains(other))
                .any(|other| sop[SimpulId(other)].tempat == simpul.tempat);
            for (lane, lama) in by_lane(sop, &sop[row], id, count) {
                for lane in lane.map_or(simpul.oleh.clone(), |lane| Few::from([lane])) {
                    add(lane, lama, !alternative);
                }
            }
        }
    }
    load
}

fn plus(a: Lama, b: Lama) -> Lama {
    let range = |a: Rentang, b: Rentang| Rentang {
        dari: a.dari.saturating_add(b.dari),
        sampai: a.sampai.saturating_add(b.sampai),
    };
    both(a, b, range, u64::saturating_add)
}

/// One of two.
fn either(a: Lama, b: Lama) -> Lama {
    let range = |a: Rentang, b: Rentang| Rentang { dari: a.dari.min(b.dari), sampai: a.sampai.max(b.sampai) };
    both(a, b, range, u64::min)
}

/// Both at once.
fn longer(a: Lama, b: Lama) -> Lama {
    let range = |a: Rentang, b: Rentang| Rentang { dari: a.dari.max(b.dari), sampai: a.sampai.max(b.sampai) };
    both(a, b, range, u64::max)
}

fn both(a: Lama, b: Lama, range: fn(Rentang, Rentang) -> Rentang, days: fn(u64, u64) -> u64) -> Lama {
    Lama {
        kerja: range(a.kerja, b.kerja),
        hari: days(a.hari, b.hari),
        bekerja: range(a.bekerja, b.bekerja),
        berlalu: range(a.berlalu, b.berlalu),
    }
}
