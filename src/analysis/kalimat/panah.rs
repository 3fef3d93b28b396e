//! A sentence held against the arrows: where the work goes by the words, and where it is drawn to go.

use super::{Beside, HandOver, Kalimat, Party, VerbClass};
use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::model::{Arah, Cabang, Jawaban, JenisPelaksana, KegiatanId, PelaksanaId, Setelah};
use crate::text::fold;

/// How a hand-over of a sentence is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// An arrow enters the lane that the sentence names; or nothing can be said.
    Agrees,
    /// The sentence names the only one who acts in the row, and no other.
    ToSelf,
    /// The arrows enter these lanes instead; none where they end the procedure.
    Elsewhere(Vec<PelaksanaId>),
    /// The sentence returns the work, and no arrow of the row goes back.
    NoReturn,
    /// The sentence names an office that has no lane.
    NoLane,
    /// It stands under a condition, and the row does not decide.
    Undecided,
}

impl Procedure {
    /// How a hand-over of a row's sentence is drawn.
    pub fn drawn(&self, row: KegiatanId, hand_over: &HandOver) -> Drawn {
        let decides = self.sop.simpul_dari(row).any(|(_, simpul)| simpul.memutuskan());
        if hand_over.condition.is_some() && !decides && self.undecided(row) {
            return Drawn::Undecided;
        }
        let edges = self.spoken_of(row, hand_over);
        if self.told_at_an_end(row, hand_over, &edges) {
            return Drawn::Agrees;
        }
        let returns = || edges.iter().any(|edge| edge.arah == Arah::Kembali);
        let Some(party) = &hand_over.to else {
            return if returns() { Drawn::Agrees } else { Drawn::NoReturn };
        };
        if !party.sure {
            return Drawn::Agrees;
        }
        if party.lanes.is_empty() {
            return Drawn::NoLane;
        }
        self.held_against(row, hand_over, party, &edges, returns())
    }

    fn held_against(
        &self,
        row: KegiatanId,
        hand_over: &HandOver,
        party: &Party,
        edges: &[&Edge],
        returns: bool,
    ) -> Drawn {
        let entered = self.entered(edges);
        let means = |lane: &PelaksanaId| party.lanes.contains(lane);
        let acting: Vec<PelaksanaId> =
            self.sop.simpul_dari(row).flat_map(|(_, simpul)| simpul.oleh.iter().copied()).collect();
        let to_self = acting.iter().all(means);
        let enters = entered.iter().any(means);
        // Who is told, who stands in, who passes it on, and who acts in the row together with others.
        let known = self.sop[row].disebut.iter().any(means)
            || self.kalimat(row).via.iter().flat_map(|via| &via.lanes).any(|lane| entered.contains(lane))
            || (!to_self && acting.iter().any(means));
        let not_drawn = hand_over.back && !returns;
        if to_self && !hand_over.back && (enters || !hand_over.kepada) {
            Drawn::ToSelf
        } else if enters || known || (not_drawn && self.gives_back_for_good(row, party)) {
            Drawn::Agrees
        } else if not_drawn {
            Drawn::NoReturn
        } else {
            Drawn::Elsewhere(entered)
        }
    }

    /// Whether a party from outside gets back what is its own: the row makes the paper that says so, `Berita acara pengembalian`.
    fn gives_back_for_good(&self, row: KegiatanId, party: &Party) -> bool {
        const SAYS_SO: [&str; 4] =
            ["berita acara pengembalian", "bukti pengembalian", "tanda terima pengembalian", "serah terima"];
        let says_so = |paper: &str| SAYS_SO.iter().any(|words| paper.contains(words));
        party.lanes.iter().all(|lane| self.sop[*lane].jenis == JenisPelaksana::Luar)
            && self.sop[row].mutu_baku.output.iter().any(|paper| says_so(&fold(&paper.teks)))
    }

    /// The one lane that the arrows which a hand-over speaks of enter, where it is another than that of the row.
    pub fn led_to(&self, row: KegiatanId, hand_over: &HandOver) -> Option<PelaksanaId> {
        let entered = self.entered(&self.spoken_of(row, hand_over));
        let [lane] = entered[..] else { return None };
        let acts = self.sop.simpul_dari(row).any(|(_, simpul)| simpul.oleh.contains(&lane));
        (!acts).then_some(lane)
    }

    /// Whether a row's sentence speaks of two cases, or refuses one, though the row does not decide.
    pub fn undecided(&self, row: KegiatanId) -> bool {
        let kalimat = self.kalimat(row);
        let decides = self.sop.simpul_dari(row).any(|(_, simpul)| simpul.memutuskan());
        !decides && speaks_of_cases(std::iter::once(kalimat))
    }

    /// The sub-steps of a row, or else its remark, that speak of two cases or return the work in one, though its places decide
    /// nothing and no arrow of theirs goes back.
    pub fn undecided_beside(&self, row: KegiatanId) -> Vec<&Beside> {
        let beside = self.beside(row);
        let mut places = self.sop.simpul_dari(row);
        if beside.is_empty()
            || places.any(|(id, simpul)| {
                simpul.memutuskan() || self.flow.after(id).any(|way| way.arah == Arah::Kembali)
            })
        {
            return Vec::new();
        }
        let split = beside.partition_point(|text| text.item.is_some());
        let of_cases = |texts: &&[Beside]| speaks_of_cases(texts.iter().map(|text| &text.kalimat));
        let texts = [&beside[..split], &beside[split..]].into_iter().find(of_cases).unwrap_or_default();
        texts.iter().filter(|text| !text.kalimat.conditions.is_empty()).collect()
    }

    /// The arrows that a hand-over speaks of: those of the outcome that its condition means, where that is clear.
    fn spoken_of(&self, row: KegiatanId, hand_over: &HandOver) -> Vec<&Edge> {
        let all = self.sop.simpul_dari(row).flat_map(|(id, _)| self.flow.after(id));
        let conditions = &self.kalimat(row).conditions;
        let Some(condition) = hand_over.condition.map(|at| &conditions[at]) else { return all.collect() };
        let words = fold(&self.sop[row].uraian[condition.range.clone()]);
        // `ya` and `tidak` are told apart only by a sentence that speaks of both.
        let both = conditions.iter().any(|it| it.refuses) && conditions.iter().any(|it| !it.refuses);
        let refuses = condition.refuses || hand_over.back;
        all.filter(|edge| {
            let Some(at) = edge.cabang else { return true };
            let Setelah::Jika(outcomes) = &self.sop[edge.from].setelah else { return true };
            let same = |outcome: &Cabang| match &outcome.jawaban {
                Jawaban::Jika(answer) => fold(answer) == words,
                Jawaban::Ya | Jawaban::Tidak => outcome.kondisi.as_deref().map(fold).as_ref() == Some(&words),
            };
            if let Some(meant) = outcomes.iter().position(same) {
                return at == meant;
            }
            match &outcomes[at].jawaban {
                Jawaban::Ya => !both || !refuses,
                Jawaban::Tidak => !both || refuses,
                Jawaban::Jika(_) => true,
            }
        })
        .collect()
    }

    /// The lanes that arrows enter, also behind rows that may be passed over.
    fn entered(&self, edges: &[&Edge]) -> Vec<PelaksanaId> {
        let mut lanes: Vec<PelaksanaId> = Vec::new();
        let mut open: Vec<Target> = edges.iter().map(|edge| edge.to).collect();
        let mut seen = Vec::new();
        while let Some(target) = open.pop() {
            let Target::Simpul(to) = target else { continue };
            if seen.contains(&to) {
                continue;
            }
            seen.push(to);
            lanes.extend(
                self.sop[to].oleh.iter().filter(|lane| !lanes.contains(lane)).copied().collect::<Vec<_>>(),
            );
            if self.sop.kegiatan_dari(to).bila_perlu.is_some() {
                open.extend(self.flow.after(to).filter(|edge| edge.arah == Arah::Maju).map(|edge| edge.to));
            }
        }
        lanes
    }

    /// Whether the case ends with words that tell of the same: `selesai, berkas dikembalikan kepada Pemohon`.
    fn told_at_an_end(&self, row: KegiatanId, hand_over: &HandOver, edges: &[&Edge]) -> bool {
        let named = hand_over.to.as_ref().map(|party| fold(&self.sop[row].uraian[party.range.clone()]));
        edges.iter().any(|edge| {
            let Target::Akhir(end) = edge.to else { return false };
            let Some(words) = self.sop[end].nama.as_deref().map(fold) else { return false };
            let returned = hand_over.back && ["kembali", "tolak"].iter().any(|part| words.contains(part));
            returned || named.as_ref().is_some_and(|named| words.contains(named.as_str()))
        })
    }
}

/// Two conditions of which one is the bad case or sends the work to somebody, or one with a refusal that follows from it.
fn speaks_of_cases<'a>(texts: impl Iterator<Item = &'a Kalimat> + Clone) -> bool {
    let conditions = texts.clone().flat_map(|kalimat| &kalimat.conditions);
    let refuses = |refuses: bool| conditions.clone().any(|condition| condition.refuses == refuses);
    let mut handovers =
        texts.clone().flat_map(|kalimat| &kalimat.handovers).filter(|it| it.condition.is_some());
    // `jika penting disampaikan kepada Sekretaris, jika biasa …`
    let kinds = conditions.clone().count() > 1 && handovers.clone().next().is_some();
    let returned = handovers.any(|it| it.back);
    let mut all = texts;
    (refuses(true) && refuses(false))
        || returned
        || kinds
        || (refuses(true) && all.any(|it| it.does(VerbClass::Decide)))
}
