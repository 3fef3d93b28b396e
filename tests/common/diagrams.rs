//! Random charts, nastier than any office would draw: the same seed gives the same chart.
#![allow(dead_code, reason = "each test uses its part")]

use sop::config::{Config, Labels};
use sop::layout::chart::Diagram;
use sop::layout::chart::diagram::{Branch, Flow, Goal, Kind, Lane, Paragraph, Place, Row};
use sop::paper::{A4_LANDSCAPE, F4_LANDSCAPE};

/// A stream of numbers (SplitMix64).
pub struct Rng(u64);

impl Rng {
    pub fn new(seed: u64) -> Rng {
        Rng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Between both, ends included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.between(1, 100) <= percent
    }
}

/// What a random chart is made of.
#[derive(Clone, Copy, Debug)]
pub struct Mixture {
    pub lanes: (usize, usize),
    pub rows: (usize, usize),
    /// Percent of rows that decide.
    pub decisions: (usize, usize),
    /// Rows that a return goes back at most.
    pub back: usize,
    /// Percent of rows that are joint, alternatives, chains, forks; of outcomes that end; of rows with a band.
    pub joint: usize,
    pub alternatives: usize,
    pub chains: usize,
    pub forks: usize,
    pub ends: usize,
    pub bands: usize,
    pub third_outcomes: usize,
    /// Percent of outcomes, returns apart, that skip rows; of texts that are long or very short.
    pub skips: usize,
    pub texts: usize,
    /// Symbols of a row at most, where it is a chain or joint.
    pub symbols: usize,
}

/// Returns to any earlier row.
pub const ANY_ROW: usize = usize::MAX;

/// Long returns, forks, joint rows.
pub const LOOPS: Mixture = Mixture {
    lanes: (2, 12),
    rows: (4, 34),
    decisions: (15, 55),
    back: 20,
    joint: 8,
    alternatives: 0,
    chains: 0,
    forks: 8,
    ends: 0,
    bands: 0,
    third_outcomes: 0,
    skips: 0,
    texts: 0,
    symbols: 4,
};

/// Everything that the language can say.
pub const ALL: Mixture = Mixture {
    lanes: (2, 12),
    rows: (4, 30),
    decisions: (15, 45),
    back: 6,
    joint: 6,
    alternatives: 6,
    chains: 20,
    forks: 6,
    ends: 20,
    bands: 12,
    third_outcomes: 12,
    skips: 0,
    texts: 0,
    symbols: 4,
};

/// Large documents.
pub const LONG: Mixture = Mixture { lanes: (3, 15), rows: (40, 120), decisions: (20, 40), back: 8, ..ALL };

/// The whole breadth that a writer could ask for, returns to any earlier row, skips, rows with five symbols and all
/// lengths of text among it.
pub const ANY: Mixture = Mixture {
    lanes: (2, 15),
    rows: (3, 30),
    decisions: (0, 40),
    back: ANY_ROW,
    joint: 8,
    alternatives: 6,
    chains: 12,
    forks: 8,
    ends: 20,
    bands: 8,
    third_outcomes: 8,
    skips: 15,
    texts: 30,
    symbols: 5,
};

/// The same, up to 120 rows.
pub const ANY_LONG: Mixture = Mixture { rows: (30, 120), ..ANY };

/// The mixture of a seed, and its name. The first thousand are as they always were, so that figures compare.
pub fn of(seed: u64) -> (&'static str, Mixture) {
    match (seed, seed % 5) {
        (1000.., _) if seed.is_multiple_of(12) => ("any-long", ANY_LONG),
        (1000.., _) => ("any", ANY),
        (_, 0 | 1) => ("loops", LOOPS),
        (_, 4) if seed % 25 == 4 => ("long", LONG),
        _ => ("all", ALL),
    }
}

const WORDS: &[&str] = &[
    "Mengajukan permohonan beserta berkas persyaratan",
    "Menerima dan memeriksa kelengkapan berkas permohonan",
    "Mencatat permohonan pada buku agenda dan aplikasi",
    "Memverifikasi kesesuaian data permohonan dengan basis data; jika belum sesuai dikembalikan",
    "Mendisposisikan berkas kepada pejabat yang berwenang",
    "Menelaah substansi permohonan dan menyiapkan catatan telaahan",
    "Menyusun konsep surat keputusan",
    "Memeriksa konsep surat keputusan dan memberi paraf",
    "Melakukan peninjauan lapangan bersama tim teknis sesuai dengan ketentuan peraturan perundang-undangan yang berlaku",
    "Menyusun berita acara",
];

const LANES: &[&str] = &[
    "Pemohon",
    "Petugas Loket",
    "Pengelola Data",
    "Kasubbag Umum",
    "Kepala Seksi",
    "Kepala Bidang",
    "Sekretaris",
    "Kepala Dinas",
    "Inspektorat",
    "Bappeda",
    "Bagian Hukum",
    "Tim Teknis",
    "Bendahara",
    "Asisten",
    "Bupati",
];

struct Maker {
    rng: Rng,
    mixture: Mixture,
    lanes: usize,
    decisions: usize,
    rows: Vec<Row>,
    places: Vec<Place>,
    /// Places of each row's first step, which a case enters, and of its last, which passes it on.
    entries: Vec<Vec<usize>>,
    exits: Vec<Vec<usize>>,
    /// Flows inside rows.
    inner: Vec<Flow>,
    /// Rows that start together with the row after them, and the row that waits for all.
    fork: Vec<Option<(usize, usize)>>,
}

/// The chart of a seed.
pub fn diagram(seed: u64, mixture: Mixture, f4: bool) -> Diagram {
    let mut rng = Rng::new(seed);
    let lanes = rng.between(mixture.lanes.0, mixture.lanes.1);
    let rows = rng.between(mixture.rows.0, mixture.rows.1);
    let decisions = rng.between(mixture.decisions.0, mixture.decisions.1);
    let mut maker = Maker {
        rng,
        mixture,
        lanes,
        decisions,
        rows: Vec::new(),
        places: Vec::new(),
        entries: Vec::new(),
        exits: Vec::new(),
        inner: Vec::new(),
        fork: vec![None; rows],
    };
    maker.make_rows(rows);
    let flows = maker.flows();
    let words = Labels::default();
    Diagram {
        title: format!("Prosedur Percobaan Nomor {seed}"),
        lanes: (0..lanes).map(|lane| Lane { id: format!("l{lane}"), name: LANES[lane].to_owned() }).collect(),
        rows: maker.rows,
        places: maker.places,
        flows,
        ends: vec![None, Some("permohonan ditolak".to_owned()), Some("berkas dikembalikan".to_owned())],
        footnotes: if maker.rng.chance(30) {
            vec![
                Paragraph::plain("Waktu total: 14 hari kerja"),
                Paragraph::plain("Catatan: tidak dipungut biaya"),
            ]
        } else {
            Vec::new()
        },
        words,
        columns: Config::default().cetak.kolom,
        paper: if f4 { F4_LANDSCAPE } else { A4_LANDSCAPE },
        type_size: Config::default().cetak.huruf,
        number: None,
        warning: None,
        first_page: 1,
    }
}

impl Maker {
    fn make_rows(&mut self, rows: usize) {
        let mut lane = 0;
        for row in 0..rows {
            if self.rng.chance(80) {
                let step = self.rng.between(1, 2);
                let right = self.rng.chance(55);
                lane = if right { (lane + step).min(self.lanes - 1) } else { lane.saturating_sub(step) };
            }
            let from = self.places.len();
            self.make_places(row, lane, row + 1 == rows);
            let number = (row + 1).to_string();
            let text = self.rng.between(0, WORDS.len() - 1);
            let texts = self.texts(text);
            let band = (row > 0 && self.rng.chance(self.mixture.bands)).then(|| format!("Tahap ke-{number}"));
            self.rows.push(Row {
                key: number.clone(),
                number,
                band,
                kegiatan: texts.0,
                kelengkapan: texts.1,
                waktu: vec![Paragraph::plain("30 menit")],
                output: vec![Paragraph::plain("Disposisi")],
                keterangan: texts.2,
                places: from..self.places.len(),
            });
        }
        let mut row = 1;
        while row + 4 < rows {
            let branches = self.rng.between(2, 3);
            let plain = (row..=row + branches).all(|row| self.rows[row].places.len() == 1)
                && (row..=row + branches)
                    .all(|row| self.places[self.rows[row].places.start].kind != Kind::Decision);
            if plain && self.rng.chance(self.mixture.forks) {
                for branch in row + 1..=row + branches {
                    self.fork[branch] = Some((row, row + branches + 1));
                }
                row += branches;
            }
            row += 1;
        }
    }

    /// Kegiatan, Kelengkapan, Keterangan.
    fn texts(&mut self, text: usize) -> (Vec<Paragraph>, Vec<Paragraph>, Vec<Paragraph>) {
        let usual = || vec![Paragraph::plain("Berkas permohonan, buku agenda")];
        if self.mixture.texts == 0 || !self.rng.chance(self.mixture.texts) {
            return (vec![Paragraph::plain(WORDS[text])], usual(), Vec::new());
        }
        if self.rng.chance(50) {
            return (vec![Paragraph::plain("Paraf")], Vec::new(), Vec::new());
        }
        let sentences = (0..self.rng.between(2, 4)).map(|more| WORDS[(text + more) % WORDS.len()]);
        let item = |marker: &str, text: &str| Paragraph { marker: marker.to_owned(), text: text.to_owned() };
        let list = vec![
            item("a.", "Surat permohonan bermeterai"),
            item("b.", "Fotokopi kartu tanda penduduk"),
            item("c.", "Rekomendasi perangkat daerah terkait"),
        ];
        (vec![Paragraph::plain(sentences.collect::<Vec<_>>().join("; "))], list, usual())
    }

    fn make_places(&mut self, row: usize, lane: usize, last: bool) {
        let decides = row > 0 && !last && self.rng.chance(self.decisions);
        let kind = |decides: bool| if decides { Kind::Decision } else { Kind::Process };
        let first = self.places.len();
        let add = |maker: &mut Maker, lanes: Vec<usize>, kind: Kind, alternative: bool| {
            maker.places.push(Place { key: String::new(), row, lanes, kind, alternative, end: None });
            maker.places.len() - 1
        };
        if row > 0 && self.lanes > 2 && self.rng.chance(self.mixture.joint) {
            let mut lanes = vec![lane];
            for _ in 0..self.rng.between(1, self.mixture.symbols - 2) {
                lanes.push(self.rng.between(0, self.lanes - 1));
            }
            lanes.sort_unstable();
            lanes.dedup();
            let place = add(self, lanes, kind(decides), false);
            self.entries.push(vec![place]);
            self.exits.push(vec![place]);
        } else if row > 0 && self.lanes > 2 && self.rng.chance(self.mixture.alternatives) {
            let other = (lane + self.rng.between(1, self.lanes - 1)) % self.lanes;
            let a = add(self, vec![lane], Kind::Process, false);
            let b = add(self, vec![other], Kind::Process, true);
            self.entries.push(vec![a, b]);
            self.exits.push(vec![a, b]);
        } else if self.lanes > 1 && self.rng.chance(self.mixture.chains) {
            let mut at = lane;
            let entry = add(self, vec![at], Kind::Process, false);
            let mut before = entry;
            for _ in 0..self.rng.between(1, self.mixture.symbols - 1) {
                let next = self.rng.between(0, self.lanes - 1);
                if next == at {
                    continue;
                }
                at = next;
                let decides = !last && self.rng.chance(50);
                let place = add(self, vec![at], kind(decides), false);
                let ya = (self.places[before].kind == Kind::Decision).then(|| branch("ya", "Ya", 0));
                self.inner.push(Flow { from: before, to: Goal::Place(place), branch: ya });
                if decides {
                    self.inner.push(Flow {
                        from: place,
                        to: Goal::Place(before),
                        branch: Some(branch("tidak", "Tidak", 1)),
                    });
                }
                before = place;
            }
            self.entries.push(vec![entry]);
            self.exits.push(vec![before]);
        } else {
            let place = add(self, vec![lane], kind(decides), false);
            self.entries.push(vec![place]);
            self.exits.push(vec![place]);
        }
        let several = self.places.len() - first > 1;
        for (index, place) in (first..).zip(&mut self.places[first..]) {
            let number = row + 1;
            place.key = if several { format!("{number}.{}", index - first + 1) } else { number.to_string() };
        }
        if row == 0 {
            self.places[0].kind = Kind::Start;
        }
    }

    fn flows(&mut self) -> Vec<Flow> {
        let mut flows = std::mem::take(&mut self.inner);
        let rows = self.entries.len();
        for row in 0..rows {
            let next: Vec<usize> = match (self.fork[row], self.fork.get(row + 1).copied().flatten()) {
                (Some((_, join)), _) => self.entries[join].clone(),
                (None, Some((from, join))) if from == row => {
                    (row + 1..join).flat_map(|branch| self.entries[branch].clone()).collect()
                }
                _ if row + 1 < rows => self.entries[row + 1].clone(),
                _ => Vec::new(),
            };
            for place in self.exits[row].clone() {
                if self.places[place].kind == Kind::Decision {
                    self.outcomes(place, row, &next, &mut flows);
                } else if next.is_empty() {
                    self.places[place].kind = Kind::End;
                    self.places[place].end = Some(0);
                } else {
                    flows.extend(next.iter().map(|to| Flow {
                        from: place,
                        to: Goal::Place(*to),
                        branch: None,
                    }));
                }
            }
        }
        flows.sort_by_key(|flow| (flow.from, flow.branch.as_ref().map_or(0, |branch| branch.index)));
        flows
    }

    fn outcomes(&mut self, place: usize, row: usize, next: &[usize], flows: &mut Vec<Flow>) {
        flows.extend(next.iter().map(|to| Flow {
            from: place,
            to: Goal::Place(*to),
            branch: Some(branch("ya", "Ya", 0)),
        }));
        let inside = flows
            .iter()
            .any(|flow| flow.from == place && flow.branch.as_ref().is_some_and(|of| of.index == 1));
        let mut index = 1;
        if !inside {
            let to = self.back_or_end(row);
            flows.push(Flow { from: place, to, branch: Some(branch("tidak", "Tidak", index)) });
        }
        index += 1;
        if self.rng.chance(self.mixture.third_outcomes) {
            let to = self.back_or_end(row);
            flows.push(Flow { from: place, to, branch: Some(branch("sebagian", "sebagian", index)) });
        }
    }

    fn back_or_end(&mut self, row: usize) -> Goal {
        if self.rng.chance(self.mixture.ends) {
            return Goal::End(self.rng.between(0, 2));
        }
        if row == 0 {
            return Goal::End(0);
        }
        if self.mixture.skips > 0 && row + 2 < self.entries.len() && self.rng.chance(self.mixture.skips) {
            let to = self.rng.between(row + 2, (row + 6).min(self.entries.len() - 1));
            return Goal::Place(self.entries[to][0]);
        }
        let back = match self.mixture.back {
            ANY_ROW => self.rng.between(1, row),
            most => self.rng.between(1, most).min(row),
        };
        let entries = &self.entries[row - back];
        Goal::Place(entries[0])
    }
}

fn branch(id: &str, label: &str, index: usize) -> Branch {
    Branch { id: id.to_owned(), label: label.to_owned(), index, shares_side: false }
}

/// The arrows of a diagram as a judge of drawings reads them.
pub fn graph_json(diagram: &Diagram) -> String {
    let flows: Vec<serde_json::Value> = diagram
        .flows
        .iter()
        .map(|flow| {
            serde_json::json!({
                "from": diagram.places[flow.from].key,
                "to": diagram.goal_key(flow),
                "branch": flow.branch.as_ref().map(|branch| branch.id.clone()),
            })
        })
        .collect();
    serde_json::json!({ "flows": flows }).to_string()
}

/// The arrows of a diagram: from, to, branch.
pub fn edges(diagram: &Diagram) -> Vec<(String, String, String)> {
    let mut out: Vec<_> = diagram
        .flows
        .iter()
        .map(|flow| {
            let branch = flow.branch.as_ref().map(|branch| branch.id.clone()).unwrap_or_default();
            (diagram.places[flow.from].key.clone(), diagram.goal_key(flow), branch)
        })
        .collect();
    out.sort();
    out
}
