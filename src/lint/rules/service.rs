//! What rules on services share: who applies, and which rows bring something to them.

use crate::analysis::Procedure;
use crate::model::{JenisPelaksana, KegiatanId, Pelaksana, PelaksanaId, Sop};
use crate::text::fold;

/// Lanes that hold who applies, where nothing says that they are outside.
const NAMES: [&str; 16] = [
    "pemohon",
    "masyarakat",
    "warga",
    "pelapor",
    "pengadu",
    "pengguna",
    "pengunjung",
    "penduduk",
    "wajib pajak",
    "wajib retribusi",
    "pasien",
    "pelanggan",
    "pelaku usaha",
    "klien",
    "konsumen",
    "orang tua",
];

/// The lanes of applicants.
pub(super) fn applicants(sop: &Sop) -> Vec<PelaksanaId> {
    let lanes = sop.pelaksana.iter().enumerate();
    let applies = lanes.filter(|(_, lane)| is_applicant(lane));
    applies.map(|(at, _)| PelaksanaId::from_index(at)).collect()
}

/// Whether a lane is outside, as far as it or its name says.
pub(super) fn is_applicant(lane: &Pelaksana) -> bool {
    lane.jenis == JenisPelaksana::Luar || {
        let name = fold(&lane.pendek);
        NAMES.iter().any(|known| name.starts_with(known))
    }
}

/// Whether an applicant acts in a row, or is given something there.
pub(super) fn receives(procedure: &Procedure, row: KegiatanId, applicants: &[PelaksanaId]) -> bool {
    let sop = &procedure.sop;
    let acts = sop.simpul_dari(row).any(|(_, place)| place.oleh.iter().any(|lane| applicants.contains(lane)));
    let handovers = &procedure.kalimat(row).handovers;
    let given =
        handovers.iter().filter(|handover| !handover.back).filter_map(|handover| handover.to.as_ref());
    acts || given.into_iter().any(|party| party.lanes.iter().any(|lane| applicants.contains(lane)))
}
