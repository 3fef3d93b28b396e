//! How long a procedure takes, and whether its limits can be met. Nobody goes back: what returns add is not known.

mod balik;
mod cabang;
pub mod jadwal;
pub mod kerja;
mod lama;
mod rows;
pub mod unit;
mod ways;

pub use balik::{Balik, Returns};
pub use lama::{Lama, words as work_in_words};
pub use ways::Run;

use crate::config::Kalender;
use crate::model::waktu::Rentang;
use crate::model::{
    AcuanBatas, BatasWaktu, Durasi, JenisBatas, KegiatanId, Sifat, SimpulId, Sop, WaktuBaris,
};
use crate::text::Lang;
use rows::{Count, load, places, row, unmeasured};
use std::cell::LazyCell;
use ways::{Goal, Lalu, Ways};

/// The times of a procedure. Minutes are thousandths of a minute of work, as the calendar counts them.
#[derive(Clone, Debug)]
pub struct Time {
    /// By row: one pass through it.
    pub rows: Vec<Lama>,
    /// Rows whose time is missing or in words: they count as nothing.
    pub unmeasured: Vec<KegiatanId>,
    /// The shortest run to an end, optional rows passed over; `None` when no end is reached without going back.
    pub shortest: Option<Run>,
    /// The longest run to an end.
    pub longest: Option<Run>,
    /// By limit (`Sop::batas`): the least that it asks for; `None` where that cannot be said or nothing is asked.
    pub limits: Vec<Option<Holding>>,
    /// `waktu total` against the shortest run.
    pub total: Option<Holding>,
    /// What was not counted any more, since it would take too long.
    pub uncounted: Uncounted,
    /// By how much `waktu total` is more than the longest run, when the longest is known.
    pub spare: Option<u64>,
    kalender: Kalender,
    /// For how many items a time counts that is written per item.
    items: u32,
    /// By place.
    places: Vec<Lama>,
}

/// Where counting was given up. What was counted is exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uncounted {
    /// The place of the first arrow back that [`Time::returns`] leaves out for that reason.
    pub returns: Option<SimpulId>,
    /// The first of [`Sop::batas`](crate::model::Sop) that was not held against the rows.
    pub limits: Option<usize>,
}

/// So many places are looked at to hold the limits against the rows: fifty limits over all of a hundred rows take a
/// fortieth.
const MOST_PLACES: usize = 200_000;

/// The least time that something takes, held against what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The shortest way.
    pub least: Run,
    /// What is allowed, in the measure of `least`.
    pub allowed: u64,
    /// Whether both are days on the calendar, each as long as a day of work; else work.
    pub calendar: bool,
    /// The longest way without returns, where that one does not fit although the shortest does.
    pub longest: Option<Run>,
    /// The cheapest return on the way, where not even that one fits: the limit holds only if nothing is sent back.
    pub balik: Option<Balik>,
}

impl Holding {
    /// By how much it is too long.
    pub fn excess(&self) -> Option<u64> {
        self.least.minutes.checked_sub(self.allowed).filter(|over| *over > 0)
    }
}

impl Time {
    /// Adds up the times, for one item where a time counts per item.
    pub fn of(sop: &Sop, kalender: &Kalender) -> Time {
        Time::for_items(sop, kalender, 1)
    }

    /// Adds up the times for so many items.
    pub fn for_items(sop: &Sop, kalender: &Kalender, items: u32) -> Time {
        let places = places(sop, &Count { kalender, items });
        let mut time = Time {
            rows: (0..sop.kegiatan.len()).map(|at| row(sop, KegiatanId::from_index(at), &places)).collect(),
            unmeasured: unmeasured(sop),
            shortest: None,
            longest: None,
            limits: Vec::new(),
            total: None,
            uncounted: Uncounted::default(),
            spare: None,
            kalender: *kalender,
            items,
            places,
        };
        time.shortest = time.shortest_by(sop, &|lama| lama.kerja.dari, Goal::End, Start::Of(KegiatanId(0)));
        time.longest = longest(sop, &|id| time.most(id), Goal::End).since_start_of(KegiatanId(0));
        if balik::may_be_too_many(sop) {
            time.uncounted.returns = time.returns(sop).uncounted;
        }
        time.limits = time.all_limits(sop);
        time.uncounted.limits = (time.limits.len() < sop.batas.len()).then_some(time.limits.len());
        time.limits.resize(sop.batas.len(), None);
        let total = sop.identitas.waktu_total.as_ref().and_then(|waktu| waktu.durasi.as_ref());
        time.total = total.and_then(|total| time.hold(sop, total, Goal::End, Start::Of(KegiatanId(0))));
        time.spare = total.and_then(|total| time.spare(sop, total));
        time
    }

    /// What the units of time mean here.
    pub fn kalender(&self) -> &Kalender {
        &self.kalender
    }

    /// One pass through a place; the whole row's time lies at its first place.
    pub fn place(&self, place: SimpulId) -> &Lama {
        &self.places[place.index()]
    }

    /// The most work that a place may take.
    fn most(&self, place: SimpulId) -> u64 {
        self.place(place).kerja.sampai
    }

    /// The least and the most work from the start of the procedure until a row is done, in thousandths of a minute;
    /// `None` where no way leads there without going back.
    pub fn until(&self, sop: &Sop, row: KegiatanId) -> Option<(u64, u64)> {
        let (goal, start) = (Goal::Done(row), KegiatanId(0));
        let least = self.shortest_by(sop, &|lama| lama.kerja.dari, goal, Start::Of(start))?.minutes;
        let most = longest(sop, &|id| self.most(id), goal).since_start_of(start)?.minutes;
        Some((least, most))
    }

    /// The arrows back, and what they add. Measured when asked for: nearly every check does without.
    pub fn returns(&self, sop: &Sop) -> Returns {
        Returns::of(sop, &|id| self.place(id).kerja.dari, &|id| self.most(id))
    }

    /// By lane: its work when every row is done once. At least nothing, where it may be another's work.
    pub fn load(&self, sop: &Sop) -> Vec<Rentang> {
        load(sop, &Count { kalender: &self.kalender, items: self.items })
    }

    /// How long a written time is.
    pub fn length(&self, durasi: &Durasi) -> Lama {
        lama::of(durasi, &self.kalender, 1)
    }

    /// A length of work in words: `12 hari kerja 1 jam`, `12 working days 1 hour`. What is printed on a sheet or
    /// written into a file is Indonesian.
    pub fn words(&self, minutes: u64, lang: Lang) -> String {
        lama::words(minutes, self.kalender.menit_per_hari_kerja, lang)
    }

    /// A length in the measure of a holding.
    pub fn words_of(&self, holding: &Holding, minutes: u64, lang: Lang) -> String {
        match holding.calendar {
            true => lama::calendar_words(minutes, &self.kalender, lang),
            false => self.words(minutes, lang),
        }
    }

    fn shortest_by(&self, sop: &Sop, of: &dyn Fn(&Lama) -> u64, goal: Goal, start: Start) -> Option<Run> {
        let minutes = |id: SimpulId| of(self.place(id));
        start.of(&Ways { sop, minutes: &minutes, longest: false, goal, lalu: Lalu::Never })
    }

    /// As many as can be counted.
    fn all_limits(&self, sop: &Sop) -> Vec<Option<Holding>> {
        let mut looked_at = 0;
        let returns = LazyCell::new(|| self.returns(sop).each);
        let places =
            |row: KegiatanId| sop.kegiatan.get(row.index()).map_or(0, |row| row.simpul.start as usize);
        let limits = sop.batas.iter().map_while(|batas| {
            let to = batas.sampai.or(batas.kegiatan).map_or(0, places);
            let from = match batas.dari {
                AcuanBatas::Setelah(row) | AcuanBatas::Dari(row) | AcuanBatas::Sebelum(row) => places(row),
                AcuanBatas::Peristiwa(_) => to,
            };
            looked_at += to.abs_diff(from) + 1;
            (looked_at <= MOST_PLACES).then(|| self.limit(sop, batas, &|| &returns))
        });
        limits.collect()
    }

    /// `paling lama` asks for haste, and so does `paling cepat … sebelum`; the others ask to wait, which is always possible.
    fn limit<'r>(&self, sop: &Sop, batas: &BatasWaktu, returns: &dyn Fn() -> &'r [Balik]) -> Option<Holding> {
        let at_most = batas.jenis == JenisBatas::PalingLama;
        // A row's own work lies within its own limit, from wherever that counts.
        let own = || {
            let row = batas.kegiatan.filter(|_| at_most)?;
            self.hold(sop, &batas.durasi, Goal::Done(row), Start::Of(row))
        };
        let mut between = match (&batas.dari, batas.sampai) {
            (AcuanBatas::Setelah(from), Some(to)) if at_most && from < &to => {
                self.hold(sop, &batas.durasi, Goal::Done(to), Start::EndOf(*from))
            }
            (AcuanBatas::Dari(from), Some(to)) if at_most && *from <= to => {
                self.hold(sop, &batas.durasi, Goal::Done(to), Start::Of(*from))
            }
            (AcuanBatas::Sebelum(to), Some(from)) if !at_most && from < *to => {
                return self.hold(sop, &batas.durasi, Goal::Start(*to), Start::EndOf(from));
            }
            (AcuanBatas::Sebelum(_), _) => return None,
            _ => None,
        };
        if let (Some(holding), Some(to)) = (&mut between, batas.sampai) {
            let from = match batas.dari {
                AcuanBatas::Setelah(row) => KegiatanId(row.0 + 1),
                AcuanBatas::Dari(row) => row,
                AcuanBatas::Sebelum(_) | AcuanBatas::Peristiwa(_) => return between,
            };
            holding.balik = unaffordable(sop, returns(), holding, from, to);
            self.wait(sop, holding, &batas.dari, to);
        }
        // Where no way leads from one row to the other, it holds at most against its own row.
        let in_words = matches!(batas.dari, AcuanBatas::Peristiwa(_));
        between.or_else(|| own().filter(|own| in_words || own.excess().is_some()))
    }

    /// A limit that begins in a parallel branch and ends behind its join also runs while the other branches are waited
    /// for, unless this one is put off. So it can be met; but not always, where all of them begin at once.
    fn wait(&self, sop: &Sop, holding: &mut Holding, since: &AcuanBatas, to: KegiatanId) {
        let (row, goal) = match since {
            AcuanBatas::Setelah(row) => (*row, Goal::Done(*row)),
            AcuanBatas::Dari(row) => (*row, Goal::Start(*row)),
            AcuanBatas::Sebelum(_) | AcuanBatas::Peristiwa(_) => return,
        };
        if holding.calendar || holding.excess().is_some() {
            return;
        }
        let Some(fork) = cabang::fork_around(sop, row, to) else { return };
        let whole = longest(sop, &|id| self.most(id), Goal::Done(to)).since_end_of(fork);
        let own = self.shortest_by(sop, &|lama| lama.kerja.dari, goal, Start::EndOf(fork));
        let (Some(Run { minutes, rows }), Some(own)) = (whole, own) else { return };
        let known = holding.longest.as_ref().map_or(holding.allowed, |run| run.minutes);
        let minutes = minutes.saturating_sub(own.minutes);
        if minutes > known {
            holding.longest = Some(Run { minutes, rows });
        }
    }

    /// In days on the calendar only where work alone would fit.
    fn hold(&self, sop: &Sop, durasi: &Durasi, goal: Goal, start: Start) -> Option<Holding> {
        let room = lama::room(durasi, &self.kalender);
        let least = self.shortest_by(sop, &|lama| lama.kerja.dari, goal, start)?;
        let mut work = Holding { least, allowed: room.kerja, calendar: false, longest: None, balik: None };
        if work.excess().is_none() {
            let longest = start.of(&longest(sop, &|id| self.most(id), goal));
            work.longest = longest.filter(|run| run.minutes > work.allowed);
        }
        if let Some(allowed) = room.hari.filter(|_| work.excess().is_none()) {
            let least = self.shortest_by(sop, &|lama| lama.hari, goal, start)?;
            let days = Holding { least, allowed, calendar: true, longest: None, balik: None };
            if days.excess().is_some() {
                return Some(days);
            }
        }
        Some(work)
    }

    /// Nothing can be said where a time is missing, has no upper end, or counts for one of many items.
    fn spare(&self, sop: &Sop, total: &Durasi) -> Option<u64> {
        let open = |time: &WaktuBaris| {
            let durasi = time.waktu.durasi.as_ref();
            durasi.is_some_and(|it| it.per.is_some() || it.sifat == Some(Sifat::PalingCepat))
        };
        if !self.unmeasured.is_empty() || sop.kegiatan.iter().any(|row| row.mutu_baku.waktu.iter().any(open))
        {
            return None;
        }
        let longest = self.longest.as_ref()?.minutes;
        lama::room(total, &self.kalender).pasti.checked_sub(longest).filter(|spare| *spare > 0)
    }
}

/// The longest ways without returns.
fn longest<'a>(sop: &'a Sop, minutes: &'a dyn Fn(SimpulId) -> u64, goal: Goal) -> Ways<'a> {
    Ways { sop, minutes, longest: true, goal, lalu: Lalu::Never }
}

/// From where a way is measured.
#[derive(Clone, Copy)]
enum Start {
    Of(KegiatanId),
    EndOf(KegiatanId),
}

impl Start {
    fn of(self, ways: &Ways<'_>) -> Option<Run> {
        match self {
            Start::Of(row) => ways.since_start_of(row),
            Start::EndOf(row) => ways.since_end_of(row),
        }
    }
}

/// Of the returns between two rows the cheapest, if even that one is too much. On the calendar a return may or may
/// not need another day, so nothing is said.
fn unaffordable(
    sop: &Sop,
    returns: &[Balik],
    holding: &Holding,
    from: KegiatanId,
    to: KegiatanId,
) -> Option<Balik> {
    let within = |it: &&Balik| {
        sop[it.ke].kegiatan >= from
            && sop[it.dari].kegiatan <= to
            && holding.least.rows.binary_search(&sop[it.dari].kegiatan).is_ok()
    };
    let cheapest = returns.iter().filter(within).min_by_key(|it| it.sedikitnya)?;
    let spare = holding.allowed.checked_sub(holding.least.minutes).filter(|_| !holding.calendar)?;
    (cheapest.sedikitnya > spare).then_some(*cheapest)
}
