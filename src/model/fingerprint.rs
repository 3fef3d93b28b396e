//! Which version of a procedure a printed form or a running case belongs to.

use super::{Lanjutan, Sasaran, Setelah, SimpulId, Sop};
use crate::fnv;

/// 64 bits (FNV-1a) over everything that a running case depends on: title, number, actors, rows, quality standard,
/// flow, limits. Comments, layout of the text, dates and legal basis do not enter.
pub fn fingerprint(sop: &Sop) -> u64 {
    let mut hash = Fnv::default();
    hash.field("sop", &sop.identitas.sop);
    hash.field("nomor", sop.identitas.nomor.as_deref().unwrap_or_default());
    for pelaksana in &sop.pelaksana {
        hash.field("pelaksana", &pelaksana.pendek);
        hash.field("panjang", pelaksana.panjang.as_deref().unwrap_or_default());
    }
    for kegiatan in &sop.kegiatan {
        hash.field("kegiatan", &kegiatan.nomor.to_string());
        hash.field("uraian", &kegiatan.uraian);
        kegiatan.rincian.iter().for_each(|text| hash.field("rincian", text));
        kegiatan.mutu_baku.kelengkapan.iter().for_each(|butir| hash.field("kelengkapan", &butir.teks));
        for waktu in &kegiatan.mutu_baku.waktu {
            hash.field("untuk", waktu.untuk.as_deref().unwrap_or_default());
            hash.field("waktu", &waktu.waktu.teks);
        }
        kegiatan.mutu_baku.output.iter().for_each(|butir| hash.field("output", &butir.teks));
        for (name, text) in [("pengganti", &kegiatan.pengganti), ("bila perlu", &kegiatan.bila_perlu)] {
            text.iter().for_each(|text| hash.field(name, text));
        }
    }
    for (at, simpul) in sop.simpul.iter().enumerate() {
        hash.field("simpul", &sop.kunci(SimpulId::from_index(at)));
        simpul.oleh.iter().for_each(|id| hash.field("oleh", &sop[*id].pendek));
        simpul.menunggu.iter().for_each(|id| hash.field("menunggu", &sop.kunci(*id)));
        match &simpul.setelah {
            Setelah::Ke(lanjutan) => hash.lanjutan(sop, lanjutan),
            Setelah::Jika(cabang) => {
                for cabang in cabang {
                    hash.field("jika", cabang.jawaban.teks());
                    hash.lanjutan(sop, &cabang.lanjutan);
                }
            }
            Setelah::Bersamaan(branches) => {
                hash.field("bersamaan", "");
                branches.iter().for_each(|lanjutan| hash.lanjutan(sop, lanjutan));
            }
        }
    }
    sop.batas.iter().for_each(|batas| hash.field("batas", &batas.teks));
    // A tool is not asked for as a paper is.
    sop.dokumen.iter().filter(|it| it.alat).for_each(|it| hash.field("alat", &it.nama));
    hash.0
}

/// As printed: sixteen hexadecimal digits in groups of four.
pub fn shown(sop: &Sop) -> String {
    let digits = format!("{:016x}", fingerprint(sop));
    [&digits[..4], &digits[4..8], &digits[8..12], &digits[12..]].join("-")
}

struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(fnv::START)
    }
}

impl Fnv {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0 = fnv::fnv(self.0, bytes);
    }

    /// Name and text, each closed by a byte that no text holds.
    fn field(&mut self, name: &str, text: &str) {
        self.bytes(name.as_bytes());
        self.bytes(&[0]);
        self.bytes(text.as_bytes());
        self.bytes(&[0]);
    }

    fn lanjutan(&mut self, sop: &Sop, lanjutan: &Lanjutan) {
        self.sasaran(sop, "ke", &lanjutan.ke);
        if let Some(times) = lanjutan.paling_banyak {
            self.field("paling banyak", &times.to_string());
        }
        if let Some(lalu) = &lanjutan.lalu {
            self.sasaran(sop, "lalu", lalu);
        }
    }

    fn sasaran(&mut self, sop: &Sop, name: &str, sasaran: &Sasaran) {
        match sasaran {
            Sasaran::Simpul(ids) => ids.iter().for_each(|id| self.field(name, &sop.kunci(*id))),
            Sasaran::Akhir(id) => self.field("selesai", sop[*id].nama.as_deref().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_everybody_knows() {
        let mut hash = Fnv::default();
        hash.bytes(b"foobar");
        assert_eq!(hash.0, 0x8594_4171_f739_67e8);
    }
}
