//! Random procedures as `.sop` text, the same for the same seed on every machine. Shared by tests and benchmarks.

use std::fmt::Write as _;

/// A small generator of random numbers (SplitMix64), so that the same seed gives the same text everywhere.
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of these.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

const VERBS: &[&str] = &[
    "Menyusun",
    "Memeriksa",
    "Menelaah",
    "Memverifikasi",
    "Menyampaikan",
    "Mencatat",
    "Mengarsipkan",
    "Memproses",
    "Menyiapkan",
    "Melengkapi",
    "Mendata",
    "Membukukan",
];
const THINGS: &[&str] = &[
    "usulan kegiatan",
    "konsep surat keputusan",
    "laporan pelaksanaan monitoring dan evaluasi",
    "berkas permohonan",
    "nota dinas",
    "daftar penerima bantuan",
    "rencana kerja tahunan beserta anggarannya",
    "dokumen pendukung",
];
const TIMES: &[&str] = &[
    "30 menit",
    "1 jam",
    "2 jam 30 menit",
    "1 hari",
    "3 hari kerja",
    "1-2 hari kerja",
    "1 minggu",
    "15 menit per berkas",
];
const LANES: &[&str] = &[
    "Staf",
    "Kasi",
    "Kabid",
    "Sekretaris",
    "Kadis",
    "Tim",
    "Pemohon",
    "Arsiparis",
    "Bendahara",
    "Verifikator",
    "Kasubbag Umum",
    "Petugas Loket",
    "Notulis",
    "Auditor",
    "Kepala UPTD",
];

/// A sound procedure with this many rows (at least 3) and lanes (2 to 15): decisions with bounded and unbounded returns,
/// refusals that end, forks with joins, joint rows, alternatives, chains, optional rows, bands.
pub fn procedure(seed: u64, rows: usize, lanes: usize) -> String {
    let mut dice = Dice::new(seed);
    let lanes = &LANES[..lanes.clamp(2, LANES.len())];
    let mut out = identity(seed);
    out.push_str("pelaksana:\n");
    for lane in lanes {
        let _ = writeln!(out, "  - {lane} = Pejabat {lane}");
    }
    out.push_str("\nkegiatan:\n");
    let mut row = 1;
    // Rows of a fork's branches: who returns to one of them alone would wait for the others in vain.
    let mut branches = Vec::new();
    while row <= rows {
        if row > 1 && dice.percent(4) {
            let _ = write!(out, "\ntahap: Tahap {row}\n");
        }
        if row > 1 && row + 3 < rows && dice.percent(5) {
            fork(&mut out, &mut dice, lanes, row);
            branches.extend([row + 1, row + 2]);
            row += 4;
            continue;
        }
        single(&mut out, &mut dice, lanes, (row, rows), &branches);
        row += 1;
    }
    out
}

fn identity(seed: u64) -> String {
    format!(
        "sop: Penyusunan Laporan Nomor {seed}
nomor: 000.8.3/{seed}/CONTOH/2025
instansi:
  - Pemerintah Kabupaten Sejahtera
  - Dinas Contoh
unit: Subbagian Perencanaan
tanggal pembuatan: 2 Juni 2025
tanggal revisi: -
tanggal efektif: 9 Juni 2025
disahkan oleh: Kepala Dinas
nama pejabat: NAMA PEJABAT
pangkat: Pembina Tingkat I (IV/b)
nip: 19700101 199503 1 999

dasar hukum:
  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh
kualifikasi pelaksana:
  - Memahami tata cara penyusunan laporan
keterkaitan:
  - SOP Pengarsipan
peralatan:
  - Komputer
peringatan:
  - Apabila laporan terlambat maka evaluasi dinas tertunda
pencatatan:
  - Buku agenda laporan

"
    )
}

fn lane<'a>(dice: &mut Dice, lanes: &[&'a str]) -> &'a str {
    dice.pick(lanes)
}

fn two<'a>(dice: &mut Dice, lanes: &[&'a str]) -> (&'a str, &'a str) {
    let first = dice.below(lanes.len());
    let second = (first + 1 + dice.below(lanes.len() - 1)) % lanes.len();
    (lanes[first], lanes[second])
}

fn quality(out: &mut String, dice: &mut Dice, row: usize) {
    let _ = writeln!(out, "   kelengkapan: {}, dokumen {}", dice.pick(THINGS), row.saturating_sub(1));
    let _ = writeln!(out, "   waktu: {}", dice.pick(TIMES));
    let _ = writeln!(out, "   output: Dokumen {row}");
}

fn head(out: &mut String, dice: &mut Dice, row: usize, actors: &str) {
    let _ = writeln!(out, "\n{row}. {actors}: {} {}", dice.pick(VERBS), dice.pick(THINGS));
    quality(out, dice, row);
}

fn single(
    out: &mut String,
    dice: &mut Dice,
    lanes: &[&str],
    (row, rows): (usize, usize),
    branches: &[usize],
) {
    let (one, other) = two(dice, lanes);
    match dice.below(20) {
        0 => head(out, dice, row, &format!("{one}, {other}")),
        1 => head(out, dice, row, &format!("{one} atau {other}")),
        2 => head(out, dice, row, &format!("{one} -> {other}")),
        3 if row > 1 => {
            head(out, dice, row, &format!("{one} -> {other}?"));
            let _ = writeln!(out, "   tidak: kembali, paling banyak 2 kali, lalu selesai, dihentikan");
        }
        4 if row > 1 && row < rows => {
            head(out, dice, row, one);
            let _ = writeln!(out, "   bila perlu: berkas tergolong penting");
        }
        5..=9 if row > 1 && row < rows => {
            head(out, dice, row, one);
            let _ = writeln!(out, "   ya, memenuhi syarat: lanjut ke {}", row + 1);
            let mut back = row - 1 - dice.below((row - 1).min(12));
            while branches.contains(&back) {
                back -= 1;
            }
            match dice.below(4) {
                0 => {
                    let _ = writeln!(out, "   tidak, belum memenuhi syarat: selesai, permohonan ditolak");
                }
                1 => {
                    let _ = writeln!(
                        out,
                        "   tidak: kembali ke {back}, paling banyak 2 kali, lalu selesai, dihentikan"
                    );
                }
                _ => {
                    let _ = writeln!(out, "   tidak, belum memenuhi syarat: kembali ke {back}");
                }
            }
        }
        _ => {
            let only = lane(dice, lanes);
            head(out, dice, row, only);
        }
    }
}

/// Four rows: a fork, its two branches, the join.
fn fork(out: &mut String, dice: &mut Dice, lanes: &[&str], row: usize) {
    let (one, other) = two(dice, lanes);
    head(out, dice, row, one);
    let _ = writeln!(out, "   bersamaan: {}, {}", row + 1, row + 2);
    head(out, dice, row + 1, other);
    let _ = writeln!(out, "   alur: lanjut ke {}", row + 3);
    head(out, dice, row + 2, one);
    let _ = writeln!(out, "   alur: lanjut ke {}", row + 3);
    head(out, dice, row + 3, other);
    let _ = writeln!(out, "   menunggu: {}, {}", row + 1, row + 2);
}
