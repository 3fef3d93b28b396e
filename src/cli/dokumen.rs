//! `sop dokumen`: the papers of a procedure, where each is made and needed, and what comes from outside.

use super::error::CliError;
use super::screen::Screen;
use super::table::{columns, head};
use super::view::{self, numbers};
use super::words::{FILE, FORMAT, Words};
use super::{Exit, Format};
use serde::{Serialize, Serializer};
use sop::analysis::Procedure;
use sop::analysis::dokumen::Asal;
use sop::text::{Lang, Text, fold};
use std::path::PathBuf;

#[derive(clap::Args)]
pub(super) struct Args {
    file: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A paper, or a tool. Programs read its words in Indonesian.
#[derive(Serialize)]
struct Entry {
    paper: String,
    made: Vec<String>,
    needed: Vec<String>,
    #[serde(serialize_with = "indonesian")]
    origin: &'static Text,
    /// `None` for a tool.
    #[serde(serialize_with = "indonesian_if_any")]
    state: Option<&'static Text>,
    /// Rows that need it before any row can have made it.
    too_early: Vec<String>,
}

#[derive(Serialize)]
struct Index {
    schema: &'static str,
    sop: String,
    papers: Vec<Entry>,
}

fn indonesian<S: Serializer>(text: &Text, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(text.id)
}

fn indonesian_if_any<S: Serializer>(text: &Option<&Text>, to: S) -> Result<S::Ok, S::Error> {
    text.map(|text| text.id).serialize(to)
}

static NO_ROWS: Text =
    Text { id: "tidak ada kegiatan, jadi tidak ada dokumen", en: "there are no rows, and so no papers" };
static NO_PAPERS: Text =
    Text { id: "tidak ada dokumen yang disebut pada kegiatan mana pun", en: "no row names any paper" };
static HEAD: [Text; 5] = [
    Text { id: "Dokumen", en: "Paper" },
    Text { id: "Dibuat", en: "Made" },
    Text { id: "Diperlukan", en: "Needed" },
    Text { id: "Keadaan", en: "State" },
    Text { id: "Asal", en: "Origin" },
];
static TOO_EARLY: Text =
    Text { id: "Diperlukan sebelum dapat dibuat:", en: "Needed before it can have been made:" };
static ROW: Text = Text { id: "kegiatan", en: "row" };

pub(super) static HELP: Words = Words {
    about: Text {
        id: "Mencetak daftar dokumen: dibuat di mana, diperlukan di mana, mana yang dari luar",
        en: "Print the index of papers: where made, where needed, what comes from outside",
    },
    usage: Text { id: "sop dokumen [PILIHAN] BERKAS", en: "sop dokumen [OPTIONS] FILE" },
    args: &[("file", FILE), ("format", FORMAT)],
    examples: Text {
        id: "Contoh:\n  sop dokumen usulan.sop\n\n\
             Yang diperlukan kegiatan pertama dianggap datang dari luar; yang tercantum pada `peralatan` adalah alat.",
        en: "Example:\n  sop dokumen usulan.sop\n\n\
             What the first row needs is taken to come from outside; what stands under `peralatan` is a tool.",
    },
};

/// Prints the index. What it gives cause for is for `sop check` to judge, and no failure here.
pub(super) fn run(args: &Args, screen: &mut Screen) -> Result<Exit, CliError> {
    let Some((procedure, loaded)) = view::open(&args.file, screen, &NO_ROWS)? else {
        return Ok(Exit::Findings);
    };
    view::print(screen, args.format, || index(&procedure), |lang| table(&procedure, lang));
    Ok(view::close(screen, &loaded))
}

fn index(procedure: &Procedure) -> Index {
    let sop = &procedure.sop;
    let papers = sop.dokumen.iter().zip(&procedure.papers().list);
    // A register that the office keeps is there before any row needs it.
    let records: Vec<String> = sop.identitas.pencatatan.iter().map(|kept| fold(kept)).collect();
    let kept = |paper: &str| records.iter().any(|kept| kept == paper);
    Index {
        schema: "dokumen-v1",
        sop: sop.identitas.sop.clone(),
        papers: papers
            // A tool that no row asks for is no matter of the rows.
            .filter(|(_, paper)| paper.asal != Asal::Alat || !paper.needed.is_empty())
            .map(|(dokumen, paper)| Entry {
                paper: dokumen.nama.to_string(),
                made: numbers(sop, &paper.made),
                needed: numbers(sop, &paper.needed),
                origin: match paper.asal {
                    Asal::Alat => &Text { id: "alat", en: "tool" },
                    Asal::Dibuat => &Text { id: "dibuat", en: "made" },
                    Asal::Luar => &Text { id: "luar", en: "outside" },
                    Asal::TakDiketahui if kept(dokumen.kunci()) => &Text { id: "pencatatan", en: "record" },
                    Asal::TakDiketahui => &Text { id: "tidak diketahui", en: "not known" },
                },
                state: (paper.asal != Asal::Alat).then(|| paper.keadaan.word()),
                too_early: numbers(sop, &paper.too_early),
            })
            .collect(),
    }
}

fn table(procedure: &Procedure, lang: Lang) -> String {
    let index = index(procedure);
    if index.papers.is_empty() {
        return NO_PAPERS.pattern(lang).to_owned() + "\n";
    }
    let listed = |rows: &[String]| if rows.is_empty() { "-".to_owned() } else { rows.join(", ") };
    let mut rows = vec![head(&HEAD, lang)];
    rows.extend(index.papers.iter().map(|entry| {
        vec![
            entry.paper.clone(),
            listed(&entry.made),
            listed(&entry.needed),
            entry.state.map_or("-", |state| state.pattern(lang)).to_owned(),
            entry.origin.pattern(lang).to_owned(),
        ]
    }));
    let mut out = columns(&rows, "");
    let early: Vec<&Entry> = index.papers.iter().filter(|entry| !entry.too_early.is_empty()).collect();
    if !early.is_empty() {
        out += &format!("\n{}\n", TOO_EARLY.pattern(lang));
        for entry in early {
            out += &format!("  {}: {} {}\n", entry.paper, ROW.pattern(lang), entry.too_early.join(", "));
        }
    }
    out
}
