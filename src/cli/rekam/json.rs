//! The comparison for programs: `docs/skema/rekam-v1.schema.json`.

use super::Bahan;
use serde::Serialize;
use sop::analysis::sound::label;
use sop::rekam::nilai::{Antara, Lama, Nilai};
use sop::rekam::putar::Hitungan;
use sop::text::Lang;

#[derive(Serialize)]
pub(super) struct Report<'a> {
    schema: &'static str,
    sop: &'a str,
    fingerprint: &'a str,
    fitness: Option<Fitness>,
    cases: Vec<Case<'a>>,
    rows: Vec<Row<'a>>,
    unread: Vec<Unread<'a>>,
}

#[derive(Serialize)]
struct Fitness {
    fitness: f64,
    produced: u64,
    consumed: u64,
    missing: u64,
    remaining: u64,
}

#[derive(Serialize)]
struct Case<'a> {
    file: &'a str,
    case: &'a str,
    subject: &'a str,
    ended: bool,
    fitness: Option<Fitness>,
    /// At least and at most.
    work_minutes: Option<[u64; 2]>,
    calendar_minutes: Option<[u64; 2]>,
    steps: Vec<Step<'a>>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    row: &'a str,
    round: u32,
    event: Option<String>,
    actors: &'a [String],
    start: Option<String>,
    end: Option<String>,
    work_minutes: Option<[u64; 2]>,
    calendar_minutes: Option<[u64; 2]>,
    late: bool,
}

#[derive(Serialize)]
struct Finding<'a> {
    kind: &'static str,
    row: &'a str,
    place: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct Row<'a> {
    row: String,
    activity: &'a str,
    standard: &'a str,
    standard_minutes: Option<[u64; 2]>,
    times: usize,
    returned: usize,
    repeated: usize,
    late: usize,
    /// Least, middle, most.
    work_minutes: Option<[u64; 3]>,
}

#[derive(Serialize)]
struct Unread<'a> {
    file: &'a str,
    case: Option<&'a str>,
    place: &'a str,
    message: &'a str,
    remedy: &'a str,
}

pub(super) fn report<'a>(bahan: &'a Bahan, lang: Lang) -> Report<'a> {
    let (sop, laporan) = (&bahan.procedure.sop, &bahan.laporan);
    Report {
        schema: "rekam-v1",
        sop: &sop.identitas.sop,
        fingerprint: &bahan.sidik,
        fitness: (laporan.dinilai > 0).then(|| fitness(&laporan.hitungan)),
        cases: laporan
            .berkas
            .iter()
            .zip(&bahan.files)
            .map(|(case, file)| one(bahan, case, file, lang))
            .collect(),
        rows: laporan
            .kegiatan
            .iter()
            .map(|row| Row {
                row: sop[row.kegiatan].nomor.to_string(),
                activity: &sop[row.kegiatan].uraian,
                standard: &row.baku_teks,
                standard_minutes: row.baku.map(pair),
                times: row.kali,
                returned: row.dikembalikan,
                repeated: row.diulang,
                late: row.terlambat,
                work_minutes: row.kerja.map(|it| [it.tersingkat, it.tengah, it.terlama]),
            })
            .collect(),
        unread: bahan
            .cacat
            .iter()
            .map(|(file, cacat)| Unread {
                file,
                case: cacat.berkas.as_deref().filter(|it| !it.is_empty()),
                place: cacat.letak.words(lang),
                message: cacat.apa.words(lang),
                remedy: cacat.saran.words(lang),
            })
            .collect(),
    }
}

fn one<'a>(bahan: &'a Bahan, case: &'a Nilai, file: &'a str, lang: Lang) -> Case<'a> {
    Case {
        file,
        case: &case.nomor,
        subject: &case.perihal,
        ended: case.berakhir,
        fitness: case.hitungan.as_ref().map(fitness),
        work_minutes: case.lama.map(work),
        calendar_minutes: case.lama.map(calendar),
        steps: case
            .langkah
            .iter()
            .map(|step| Step {
                row: &step.kunci,
                round: step.entri.putaran,
                event: step
                    .entri
                    .hasil
                    .map(|hasil| label(&bahan.procedure.sop, step.entri.simpul, hasil, false)),
                actors: &step.entri.pelaksana,
                start: step.entri.mulai.map(|it| it.text()),
                end: step.entri.selesai.map(|it| it.text()),
                work_minutes: step.lama.map(work),
                calendar_minutes: step.lama.map(calendar),
                late: step.terlambat,
            })
            .collect(),
        findings: case
            .temuan
            .iter()
            .map(|it| Finding {
                kind: it.jenis.name(),
                row: &it.kunci,
                place: it.letak.words(lang),
                message: it.apa.words(lang),
            })
            .collect(),
    }
}

fn fitness(it: &Hitungan) -> Fitness {
    Fitness {
        fitness: it.fitness(),
        produced: it.produced,
        consumed: it.consumed,
        missing: it.missing,
        remaining: it.remaining,
    }
}

fn work(lama: Lama) -> [u64; 2] {
    pair(lama.kerja)
}

fn calendar(lama: Lama) -> [u64; 2] {
    pair(lama.kalender)
}

fn pair(minutes: Antara) -> [u64; 2] {
    [minutes.dari, minutes.sampai]
}
