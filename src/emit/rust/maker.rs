//! Every name of the generated machine, given once, and how its parts are called by them.

use super::expr::Expr;
use super::names::{Wish, names};
use super::words::Words;
use crate::analysis::Procedure;
use crate::analysis::time::Time;
use crate::emit::lanes_by_name;
use crate::model::{Cabang, Jawaban, Kegiatan, KegiatanId, Setelah, Simpul, SimpulId, Sop, WaktuBaris};
use crate::text::{Lang, fold};
use std::collections::{BTreeMap, btree_map};

/// Names everything once and makes the tables.
pub(super) struct Maker<'a> {
    pub(super) sop: &'a Sop,
    pub(super) time: &'a Time,
    pub(super) w: Words,
    /// Deputies that are no lane, by their first mention.
    pub(super) deputies: Vec<&'a str>,
    /// Lanes first, then deputies.
    pub(super) pelaksana: Vec<String>,
    /// By [`SimpulId`].
    pub(super) langkah: Vec<String>,
    /// The conditions of `jika`, each once.
    pub(super) kondisi: Vec<&'a str>,
    /// Their names.
    pub(super) hasil: Vec<String>,
    /// Where a condition stands among them.
    kondisi_at: BTreeMap<&'a str, usize>,
    /// Actors by their folded names; a lane by any of its names.
    named: BTreeMap<String, usize>,
    /// By row: from where it goes on when it is passed over.
    last: Vec<SimpulId>,
    /// By symbol: what it waits for, one of each group.
    groups: Vec<Vec<Vec<SimpulId>>>,
    /// By symbol that waits and symbol that it waits for: the group.
    group_of: BTreeMap<(SimpulId, SimpulId), usize>,
    pub(super) dokumen: Vec<String>,
    pub(super) akhir: Vec<String>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(procedure: &'a Procedure, lang: Lang) -> Maker<'a> {
        let sop = &procedure.sop;
        let mut named = lanes_by_name(sop);
        let mut deputies: Vec<&str> = Vec::new();
        for text in sop.kegiatan.iter().filter_map(|row| row.pengganti.as_deref()) {
            if let btree_map::Entry::Vacant(free) = named.entry(fold(text)) {
                free.insert(sop.pelaksana.len() + deputies.len());
                deputies.push(text);
            }
        }
        let mut kondisi: Vec<&str> = Vec::new();
        let mut kondisi_at: BTreeMap<&str, usize> = BTreeMap::new();
        for cabang in sop.simpul.iter().flat_map(branches) {
            if let Jawaban::Jika(text) = &cabang.jawaban {
                kondisi_at.entry(text).or_insert_with(|| {
                    kondisi.push(text);
                    kondisi.len() - 1
                });
            }
        }
        let groups: Vec<Vec<Vec<SimpulId>>> = sop.simpul.iter().map(|simpul| groups(sop, simpul)).collect();
        let mut group_of = BTreeMap::new();
        for (at, groups) in groups.iter().enumerate() {
            let members =
                groups.iter().enumerate().flat_map(|(group, ids)| ids.iter().map(move |id| (id, group)));
            group_of.extend(members.map(|(id, group)| ((SimpulId::from_index(at), *id), group)));
        }
        let plain = |texts: Vec<String>, at: usize| Wish {
            texts,
            suffix: String::new(),
            apart: String::new(),
            fallback: (at + 1).to_string(),
        };
        let lanes = sop.pelaksana.iter().enumerate().map(|(at, pelaksana)| {
            plain(std::iter::once(&pelaksana.pendek).chain(&pelaksana.panjang).cloned().collect(), at)
        });
        let others = deputies.iter().enumerate();
        let others = others.map(|(at, text)| plain(vec![(*text).to_owned()], sop.pelaksana.len() + at));
        let list = |texts: &mut dyn Iterator<Item = &str>| -> Vec<Wish> {
            texts.enumerate().map(|(at, text)| plain(vec![text.to_owned()], at)).collect()
        };
        Maker {
            pelaksana: names("Pelaksana", &lanes.chain(others).collect::<Vec<_>>(), &[]),
            langkah: names(
                "Langkah",
                &sop.simpul.iter().map(|simpul| langkah_wish(sop, simpul)).collect::<Vec<_>>(),
                &[],
            ),
            hasil: names("Hasil", &list(&mut kondisi.iter().copied()), &["Selesai", "Ya", "Tidak"]),
            dokumen: names("Dokumen", &list(&mut sop.dokumen.iter().map(|dokumen| &*dokumen.nama)), &[]),
            akhir: names(
                "Akhir",
                &list(&mut sop.akhir.iter().map(|akhir| akhir.nama.as_deref().unwrap_or("Selesai"))),
                &[],
            ),
            w: Words::new(lang),
            sop,
            time: procedure.time(),
            deputies,
            kondisi,
            kondisi_at,
            named,
            last: (0..sop.kegiatan.len()).map(|at| sop.goes_on_from(KegiatanId::from_index(at))).collect(),
            groups,
            group_of,
        }
    }

    /// `3`, or `3 (Kasubbag)` in a row of several symbols; `3~2` where the number stands for the second time.
    pub(super) fn label(&self, simpul: &Simpul) -> String {
        let row = &self.sop[simpul.kegiatan];
        let mut label = row.kunci();
        if row.simpul.len() > 1 {
            let actors = self.sop.heads(&simpul.oleh);
            label.push_str(&format!(" ({})", actors.join(", ")));
        }
        label
    }

    /// The symbols that a row begins with.
    pub(super) fn entry(&self, id: KegiatanId) -> Vec<SimpulId> {
        self.sop.entries(id).collect()
    }

    /// From where a row that is passed over goes on.
    pub(super) fn goes_on_from(&self, id: KegiatanId) -> SimpulId {
        self.last[id.index()]
    }

    /// What a symbol waits for: one of each group.
    pub(super) fn groups(&self, id: SimpulId) -> &[Vec<SimpulId>] {
        &self.groups[id.index()]
    }

    /// The group of a symbol among those that another waits for.
    pub(super) fn group_of(&self, waits: SimpulId, id: SimpulId) -> Option<usize> {
        self.group_of.get(&(waits, id)).copied()
    }

    pub(super) fn turn(&self, ids: &[SimpulId]) -> Expr {
        Expr::List(ids.iter().map(|id| self.path(*id)).collect())
    }

    pub(super) fn path(&self, id: SimpulId) -> Expr {
        Expr::Word(format!("Langkah::{}", self.langkah[id.index()]))
    }

    pub(super) fn actor(&self, index: usize) -> Expr {
        Expr::Word(format!("Pelaksana::{}", self.pelaksana[index]))
    }

    /// Indices of all who may act at a symbol, its actors first.
    pub(super) fn actors(&self, id: SimpulId) -> Vec<usize> {
        let simpul = &self.sop[id];
        let mut actors: Vec<usize> = simpul.oleh.iter().map(|id| id.index()).collect();
        let deputy = self.sop[simpul.kegiatan].pengganti.as_deref().and_then(|text| self.deputy(text));
        actors.extend(deputy.filter(|at| !actors.contains(at)));
        actors
    }

    /// Index of a deputy among the actors.
    pub(super) fn deputy(&self, text: &str) -> Option<usize> {
        self.named.get(&fold(text)).copied()
    }

    pub(super) fn hasil_name(&self, jawaban: &Jawaban) -> &str {
        match jawaban {
            Jawaban::Ya => "Ya",
            Jawaban::Tidak => "Tidak",
            Jawaban::Jika(text) => {
                let at = self.kondisi_at.get(text.as_str());
                at.map_or("Selesai", |at| self.hasil[*at].as_str())
            }
        }
    }
}

/// What names a symbol: the row's text, and its actor where the row has several symbols.
fn langkah_wish(sop: &Sop, simpul: &Simpul) -> Wish {
    let row = &sop[simpul.kegiatan];
    let actors = sop.heads(&simpul.oleh);
    let several = row.simpul.len() > 1;
    Wish {
        texts: vec![row.uraian.to_string()],
        suffix: if several { actors.join(" ") } else { String::new() },
        apart: if several { String::new() } else { actors.join(" ") },
        fallback: row.nomor.to_string(),
    }
}

pub(super) fn branches(simpul: &Simpul) -> &[Cabang] {
    match &simpul.setelah {
        Setelah::Jika(cabang) => cabang,
        Setelah::Ke(_) | Setelah::Bersamaan(_) => &[],
    }
}

/// What a symbol waits for: one of each group.
fn groups(sop: &Sop, simpul: &Simpul) -> Vec<Vec<SimpulId>> {
    let mut groups: Vec<Vec<SimpulId>> = Vec::new();
    let mut known: BTreeMap<(KegiatanId, u32), usize> = BTreeMap::new();
    for &id in &simpul.menunggu {
        let at = *known.entry((sop[id].kegiatan, sop[id].tempat)).or_insert(groups.len());
        if at == groups.len() {
            groups.push(Vec::new());
        }
        groups[at].push(id);
    }
    groups
}

/// As written; with the name where it holds for one symbol only.
pub(super) fn waktu(row: &Kegiatan) -> Vec<String> {
    row.mutu_baku.waktu.iter().map(waktu_teks).collect()
}

/// One of them.
pub(super) fn waktu_teks(line: &WaktuBaris) -> String {
    match &line.untuk {
        Some(name) => format!("{name}: {}", line.waktu.teks),
        None => line.waktu.teks.to_string(),
    }
}
