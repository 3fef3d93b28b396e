//! `SOP223` falls-into-other-outcome: without an `alur`, one outcome of a decision goes on into the row of the other.

use crate::analysis::Procedure;
use crate::analysis::flow::{Edge, Target};
use crate::analysis::kalimat::rejects;
use crate::diag::{Diagnostic, Rule, Severity, Sink};
use crate::lint::Lint;
use crate::model::{Arah, Cabang, Jawaban, Kegiatan, KegiatanId, Sasaran, Setelah, SimpulId, Sop};
use crate::page;
use crate::text::{Text, denies};

pub(super) const LINT: Lint = Lint { rule: &RULE, check };

static RULE: Rule = Rule {
    code: "SOP223",
    name: "falls-into-other-outcome",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "tanpa `alur`, pekerjaan sesudah kegiatan {nomor} berlanjut ke kegiatan {tujuan}, padahal kegiatan itu untuk hasil `{hasil}` dari kegiatan {keputusan}",
        en: "row {nomor} has no `alur`, so its work goes on to row {tujuan}, but that row is for the outcome `{hasil}` of row {keputusan}",
    },
    help: Some(Text {
        id: "tulis di bawah kegiatan {nomor} ke mana pekerjaannya sesudah itu, misalnya `alur: selesai`; bila memang berlanjut ke sana, `alur: lanjut ke {tujuan}`",
        en: "write below row {nomor} where its work goes then, for example `alur: selesai`; if it does go on there, `alur: lanjut ke {tujuan}`",
    }),
    basis: Some("R44"),
    page: page!("SOP223"),
};

static FOR_THAT: Text = Text { id: "hasil yang menuju ke sana", en: "the outcome that leads there" };

fn check(procedure: &Procedure, sink: &mut Sink) {
    let sop = &procedure.sop;
    for at in 1..sop.kegiatan.len() {
        let (above, here) = (KegiatanId::from_index(at - 1), KegiatanId::from_index(at));
        let Some(other) = led_here_by(procedure, above, here) else { continue };
        let Setelah::Jika(outcomes) = &sop[other.from].setelah else { continue };
        let Some(outcome) = other.cabang.and_then(|at| outcomes.get(at)) else { continue };
        let own = procedure.flow.after(other.from).find_map(|edge| {
            let branch = branch_down_to(procedure, edge, above)?;
            Some((branch, outcomes.get(edge.cabang?)?))
        });
        let Some(((first, last), own)) = own else { continue };
        let rows = &sop.kegiatan[first.index()..=last.index()];
        if !is_the_other_case(procedure, here, outcome, rows, own) {
            continue;
        }
        sink.push(
            Diagnostic::at(&RULE, sop[above].nomor_span)
                .with("nomor", sop[above].nomor.to_string())
                .with("tujuan", sop[here].nomor.to_string())
                .with("hasil", outcome.kondisi.as_deref().unwrap_or_else(|| outcome.jawaban.teks()))
                .with("keputusan", sop.kegiatan_dari(other.from).nomor.to_string())
                .related(other.span, &FOR_THAT),
        );
    }
}

/// The one arrow into a row besides that from the row above, which only goes on because nothing else is written.
fn led_here_by(procedure: &Procedure, above: KegiatanId, here: KegiatanId) -> Option<&Edge> {
    let sop = &procedure.sop;
    let (entry, simpul) = sop.simpul_dari(here).next()?;
    let falls =
        |edge: &Edge| sop[edge.from].kegiatan == above && edge.span.start <= sop[above].uraian_span.start;
    let mut entering = procedure.flow.before(entry).filter(|edge| edge.arah == Arah::Maju);
    let (one, two, None) = (entering.next()?, entering.next()?, entering.next()) else { return None };
    let other = if falls(one) { two } else { one };
    let one_falls = falls(one) != falls(two) && !other.lalu && other.cabang.is_some();
    let one_way_in = sop.entries(here).count() == 1;
    (one_falls && one_way_in && simpul.menunggu.is_empty() && sop[other.from].kegiatan < above)
        .then_some(other)
}

/// The rows from where an outcome leads down to `last`, where nothing else leads into them.
fn branch_down_to(procedure: &Procedure, edge: &Edge, last: KegiatanId) -> Option<(KegiatanId, KegiatanId)> {
    let sop = &procedure.sop;
    let Target::Simpul(to) = edge.to else { return None };
    let first = sop[to].kegiatan;
    if edge.arah != Arah::Maju || edge.lalu || first > last {
        return None;
    }
    let (from, until) = (sop[first].simpul.start, sop[last].simpul.end);
    let within = (from..until).map(SimpulId).flat_map(|place| procedure.flow.before(place));
    let mut from_outside = within.filter(|edge| edge.arah == Arah::Maju && edge.from.0 < from);
    from_outside.all(|other| other == edge).then_some((first, last))
}

/// Whether the words of a row say that it is for `outcome`, and for `own`, from which the rows above it come, not.
fn is_the_other_case(
    procedure: &Procedure,
    here: KegiatanId,
    outcome: &Cabang,
    rows: &[Kegiatan],
    own: &Cabang,
) -> bool {
    let sop = &procedure.sop;
    let here_says = words(&sop[here].uraian);
    let above_says: Vec<Vec<String>> = rows.iter().map(|row| words(&row.uraian)).collect();
    let refused_above = above_says.iter().any(|said| refuses(said));
    match (&outcome.jawaban, &own.jawaban) {
        (Jawaban::Tidak, _) => {
            let named = outcome.kondisi.as_deref().and_then(bad_part);
            let names = |said: &[String]| named.as_ref().is_some_and(|part| holds(said, part));
            let here_refuses = refuses(&here_says) || names(&here_says) || ends_refused(sop, here);
            here_refuses && !refused_above && !above_says.iter().any(|said| names(said))
        }
        (Jawaban::Ya, Jawaban::Tidak) => {
            refused_above && procedure.kalimat(here).grants() && !refuses(&here_says)
        }
        (Jawaban::Jika(case), Jawaban::Jika(own)) => {
            let (case, own) = (words(case), words(own));
            let apart = !holds(&case, &own) && !holds(&own, &case);
            apart && holds(&here_says, &case) && !above_says.iter().any(|said| holds(said, &case))
        }
        _ => false,
    }
}

/// In small letters; all words that deny are one.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(str::to_lowercase);
    words.map(|word| if denies(&word) { "tidak".to_owned() } else { word }).collect()
}

fn holds(text: &[String], part: &[String]) -> bool {
    !part.is_empty() && text.windows(part.len()).any(|window| window == part)
}

fn refuses(text: &[String]) -> bool {
    text.iter().any(|word| rejects(word)) || text.windows(2).any(|two| two[0] == "tidak" && two[1] == "dapat")
}

/// `tidak lengkap` of `berkas tidak lengkap`; not of `tidak ada kekurangan`, which is good news.
fn bad_part(kondisi: &str) -> Option<Vec<String>> {
    let words = words(kondisi);
    let at = words.iter().position(|word| word == "tidak")?;
    let part = words[at..].to_vec();
    (part.len() > 1 && !part[1..].iter().any(|word| word == "tidak" || word == "ada" || word == "perlu"))
        .then_some(part)
}

/// Whether a row ends the procedure with words of refusal: `selesai, permohonan ditolak`.
fn ends_refused(sop: &Sop, row: KegiatanId) -> bool {
    sop.simpul_dari(row).any(|(_, simpul)| {
        let Setelah::Ke(way) = &simpul.setelah else { return false };
        let Sasaran::Akhir(end) = &way.ke else { return false };
        sop[*end].nama.as_deref().is_some_and(|name| refuses(&words(name)))
    })
}
