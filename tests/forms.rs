//! Laws of the forms' contents: every row and every paper has its place, every place to fill in has a name of its own.

#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/procedures.rs"]
mod procedures;

use sop::analysis::Procedure;
use sop::config::Config;
use sop::forms::{self, Form, Jenis, Line, Part, Piece, Row, Setup, Table, Value};
use sop::model::Standing;
use sop::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

fn tables(form: &Form) -> impl Iterator<Item = &Table> {
    form.parts.iter().filter_map(|part| match part {
        Part::Table(table) => Some(table),
        _ => None,
    })
}

fn lines(form: &Form) -> impl Iterator<Item = &Line> {
    tables(form).flat_map(|table| &table.rows).filter_map(|row| match row {
        Row::Line(line) => Some(line),
        Row::Band(_) => None,
    })
}

fn pieces(form: &Form) -> impl Iterator<Item = &Piece> {
    lines(form).flat_map(|line| line.cells.iter().flatten())
}

fn made(procedure: &Procedure, lang: Lang) -> BTreeMap<String, Form> {
    let config = Config::default();
    let setup = Setup::new(&config, lang, Standing::Clean);
    let all = Jenis::ALL.into_iter().flat_map(|jenis| forms::of(jenis, procedure, &setup));
    let mut named = BTreeMap::new();
    for form in all {
        let name = form.nama.clone();
        assert!(named.insert(name.clone(), form).is_none(), "two forms are called {name}");
    }
    named
}

/// What holds of every form.
fn sound(form: &Form) {
    let mut names = BTreeSet::new();
    let mut choices: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut place = |name: &str| assert!(names.insert(name.to_owned()), "{}: {name} twice", form.nama);
    for table in tables(form) {
        let keys: BTreeSet<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
        assert_eq!(keys.len(), table.columns.len(), "{}: two columns of one key", form.nama);
        let mut keys = BTreeSet::new();
        for row in &table.rows {
            if let Row::Line(line) = row {
                assert_eq!(line.cells.len(), table.columns.len(), "{}: row {}", form.nama, line.key);
                assert!(keys.insert(&line.key), "{}: two rows of key {}", form.nama, line.key);
            }
        }
    }
    for piece in pieces(form) {
        match piece {
            Piece::Tick(tick) => place(&tick.name),
            Piece::Blank(blank) => place(&blank.name),
            Piece::Choice { name, value, .. } => {
                assert!(
                    choices.entry(name).or_default().insert(value),
                    "{}: {name} offers {value} twice",
                    form.nama
                );
            }
            Piece::Text(_) | Piece::Strong(_) | Piece::Label(_) | Piece::Item { .. } | Piece::Note { .. } => {
            }
        }
    }
    for part in &form.parts {
        if let Part::Ticks { items, .. } = part {
            items.iter().for_each(|tick| place(&tick.name));
        }
    }
    let fields = form.parts.iter().filter_map(|part| match part {
        Part::Fields(fields) => Some(fields),
        _ => None,
    });
    for field in form.head.iter().chain(fields.flatten()) {
        if let Value::Blank(blank) = &field.value {
            place(&blank.name);
        }
    }
}

fn complete(procedure: &Procedure, forms: &BTreeMap<String, Form>) {
    let sop = &procedure.sop;
    let sheet = &forms["lembar-kendali"];
    assert_eq!(lines(sheet).count(), sop.kegiatan.len());
    let ticks = |form: &Form, what: &str| {
        let of = |piece: &&Piece| matches!(piece, Piece::Tick(tick) if tick.name.contains(what));
        pieces(form).filter(of).count()
    };
    let papers = |list: fn(&sop::model::MutuBaku) -> usize| -> usize {
        sop.kegiatan.iter().map(|row| list(&row.mutu_baku)).sum()
    };
    assert_eq!(ticks(sheet, ".kelengkapan."), papers(|mutu| mutu.kelengkapan.len()));
    assert_eq!(ticks(sheet, ".output."), papers(|mutu| mutu.output.len()));
    let outcomes =
        pieces(sheet).filter(|piece| matches!(piece, Piece::Choice { name, .. } if name.ends_with(".hasil")));
    let branches = sop.simpul.iter().map(|simpul| match &simpul.setelah {
        sop::model::Setelah::Jika(cabang) => cabang.len(),
        _ => 0,
    });
    assert_eq!(outcomes.count(), branches.sum::<usize>());
    let cards = forms.values().filter(|form| form.jenis == Jenis::Kartu);
    let acting: usize = sop.simpul.iter().map(|simpul| simpul.oleh.len()).sum();
    assert_eq!(
        cards.map(|card| lines(card).count()).sum::<usize>(),
        acting,
        "a step on the card of each who acts"
    );
    assert_eq!(lines(&forms["dokumen"]).count(), sop.dokumen.len());
    assert_eq!(lines(&forms["monitoring"]).count(), sop.kegiatan.len() + 1);
    assert_eq!(tables(&forms["monitoring"]).next().map(|table| table.columns.len()), Some(6));
    assert_eq!(lines(&forms["evaluasi"]).count(), 7);
}

#[test]
fn every_row_and_paper_of_the_procedures_has_its_place() {
    for sample in corpus::samples() {
        for lang in [Lang::Id, Lang::En] {
            let forms = made(&sample.procedure, lang);
            forms.values().for_each(sound);
            complete(&sample.procedure, &forms);
            let service = sample.procedure.sop.identitas.jenis.iter().any(|jenis| jenis == "pelayanan");
            assert_eq!(forms.contains_key("layanan"), service, "{}", sample.stem);
        }
    }
}

#[test]
fn every_row_and_paper_of_random_procedures_has_its_place() {
    for (seed, rows, lanes) in (0..12).map(|at| (at, 3 + 9 * at as usize, 2 + at as usize)) {
        let sample = corpus::sample("acak", &procedures::procedure(seed, rows, lanes));
        let forms = made(&sample.procedure, Lang::Id);
        forms.values().for_each(sound);
        complete(&sample.procedure, &forms);
    }
}

#[test]
fn the_public_is_told_what_every_end_gives_it() {
    let text = "sop: Pelayanan Izin\njenis: pelayanan\npelaksana:\n  - Pemohon (luar)\n  - Kadis\nkegiatan:\n1. Pemohon: \
                Mengajukan permohonan\n   output: Berkas\n2. Kadis: Memeriksa permohonan\n   ya: lanjut ke 3\n   tidak: \
                lanjut ke 4\n3. Kadis: Menerbitkan izin\n   output: Izin\n   alur: selesai, izin terbit\n4. Pemohon: \
                Mengajukan keberatan\n   output: Surat keberatan\n5. Kadis: Memutus keberatan\n   output: Putusan\n   ya: \
                kembali ke 3\n   tidak: selesai, keberatan ditolak\n";
    let sample = corpus::sample("izin", text);
    let sheet = serde_json::to_string(&made(&sample.procedure, Lang::Id)["layanan"]).unwrap();
    assert!(sheet.contains("\"Izin\"") && !sheet.contains("\"Putusan\""), "{sheet}");
}

#[test]
fn an_english_form_has_english_heads_and_times() {
    let mut usual = sop::config::Labels::default();
    let indonesian: BTreeSet<String> = usual.slots().map(|(_, label)| label.clone()).into();
    let same = ["No", "Output"];
    for sample in corpus::samples() {
        for form in made(&sample.procedure, Lang::En).values() {
            let heads = tables(form).flat_map(|table| table.columns.iter().map(|column| column.head.clone()));
            let labels = form.head.iter().map(|field| field.label.clone());
            let listed = form.parts.iter().chain(&form.after).filter_map(|part| match part {
                Part::Ticks { label, .. } | Part::List { label, .. } => Some(label.clone()),
                _ => None,
            });
            let inside = pieces(form).filter_map(|piece| match piece {
                Piece::Label(label) | Piece::Note { label, .. } => Some(label.clone()),
                _ => None,
            });
            for words in heads.chain(labels).chain(listed).chain(inside) {
                let kept = indonesian.contains(&words) && !same.contains(&words.as_str());
                assert!(!kept && words != "Nomor", "{}: {}: {words}", sample.stem, form.nama);
            }
        }
    }
    let sample = corpus::sample("izin", IZIN);
    let sheet = serde_json::to_string(&made(&sample.procedure, Lang::En)["lembar-kendali"]).unwrap();
    for words in
        ["20 minutes", "2 working days", "No, tidak lengkap → 6", "from 1 to 7: at most 10 working days"]
    {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
}

/// The words of a part under a heading, up to the next heading.
fn under(form: &Form, heading: &str) -> Vec<String> {
    let from = form.parts.iter().position(|part| matches!(part, Part::Heading(words) if words == heading));
    let parts = form.parts.iter().skip(from.expect(heading) + 1);
    let words = parts.map_while(|part| match part {
        Part::Heading(_) => None,
        Part::Paragraph(words) => Some(vec![words.clone()]),
        Part::List { items, .. } => Some(items.clone()),
        _ => Some(Vec::new()),
    });
    words.flatten().collect()
}

const IZIN: &str = "sop: Pelayanan Izin Praktik\njenis: pelayanan\npelaksana:\n  - Pemohon (luar)\n  - Petugas\n  - Kadis\n\
    batas waktu:\n  - dari 1 sampai 7: paling lama 10 hari kerja\nkegiatan:\n\
    1. Pemohon: Mengajukan permohonan\n   kelengkapan: Ijazah\n   waktu: 10 menit\n   output: Berkas permohonan\n\
    2. Petugas: Memeriksa permohonan\n   kelengkapan: Berkas permohonan\n   waktu: 20 menit\n   output: Berkas lengkap\n   \
    ya: lanjut ke 3\n   tidak, tidak lengkap: lanjut ke 6\n\
    3. Kadis: Menandatangani izin\n   kelengkapan: Berkas lengkap\n   waktu: 2 hari kerja\n   output: Izin praktik\n\
    4. Petugas: Menyerahkan izin kepada Pemohon\n   kelengkapan: Izin praktik\n   waktu: 10 menit\n   output: Tanda terima\n\
    5. Petugas: Mengarsipkan izin\n   kelengkapan: Izin praktik\n   waktu: 5 menit\n   output: Arsip izin\n   alur: selesai\n\
    6. Petugas: Menyusun surat penolakan\n   kelengkapan: Berkas lengkap\n   waktu: 15 menit\n   output: Konsep surat\n\
    7. Petugas: Menyampaikan surat penolakan kepada Pemohon\n   kelengkapan: Konsep surat\n   waktu: 5 menit\n   \
    output: Surat penolakan\n   alur: selesai, permohonan ditolak\n";

#[test]
fn a_service_takes_as_long_as_the_way_to_what_is_asked_for_and_gives_that() {
    let sample = corpus::sample("izin", IZIN);
    let sheet = &made(&sample.procedure, Lang::Id)["layanan"];
    assert_eq!(
        under(sheet, "Jangka waktu"),
        [
            "2 hari kerja 45 menit",
            "Batas: paling lama 10 hari kerja",
            "Termasuk langkah di dalam kantor, yang tidak disebut di atas."
        ],
        "a refusal takes less"
    );
    assert_eq!(under(sheet, "Hasil layanan"), ["Izin praktik"]);
    let texts: Vec<String> = pieces(sheet)
        .filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.clone()),
            Piece::Note { label, text } => Some(format!("{label}: {text}")),
            _ => None,
        })
        .collect();
    let only =
        texts.iter().position(|text| text == "Hanya bila: tidak lengkap").expect("said at the refusal");
    assert_eq!(texts[only - 1], "Menyampaikan surat penolakan kepada Pemohon");
    assert!(
        !texts.iter().any(|text| text.contains("Mengarsipkan") || text.contains("Menyusun")),
        "{texts:?}"
    );
    let sheet = &made(&sample.procedure, Lang::En)["layanan"];
    assert_eq!(under(sheet, "Time")[0], "2 working days 45 minutes");
}

#[test]
fn the_public_sees_what_concerns_it_and_no_internal_row() {
    let samples = corpus::samples();
    let sample = samples.iter().find(|sample| sample.stem == "legalisasi-sktm").unwrap();
    let forms = made(&sample.procedure, Lang::Id);
    let sheet = serde_json::to_string(&forms["layanan"]).unwrap();
    for words in [
        "Fotokopi KTP pemohon",
        "tidak dipungut biaya",
        "Menerima berkas",
        "stempel",
        "dikembalikan kepada Pemohon",
    ] {
        assert!(sheet.contains(words), "{words}");
    }
    for words in ["Menugaskan registrasi", "Mempelajari naskah"] {
        assert!(!sheet.contains(words), "{words}");
    }
}

#[test]
fn what_says_only_that_there_are_others_is_a_line_to_write_on() {
    let text = "sop: Uji\nperalatan: Komputer, ATK, dll.\npelaksana:\n  - Staf\nkegiatan:\n1. Staf: Menyusun nota\n   \
                kelengkapan: Surat, dan lain-lain\n   output: Nota\n";
    let sample = corpus::sample("uji", text);
    let sheet = &made(&sample.procedure, Lang::Id)["lembar-kendali"];
    let mut labels: Vec<&str> = sheet
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Ticks { items, .. } => Some(items.iter().map(|tick| tick.label.as_str())),
            _ => None,
        })
        .flatten()
        .collect();
    labels.extend(pieces(sheet).filter_map(|piece| match piece {
        Piece::Tick(tick) if !tick.label.is_empty() => Some(tick.label.as_str()),
        _ => None,
    }));
    let line = "lainnya: ....................";
    assert_eq!(labels, ["Komputer", "ATK", line, "selesai", "Surat", line, "Nota"]);
}

#[test]
fn a_row_has_as_many_rounds_as_the_returns_over_it_allow() {
    let text = |bounds: [&str; 2]| {
        let [inner, outer] = bounds;
        format!(
            "sop: Uji\npelaksana:\n  - Staf\n  - Kasi\nkegiatan:\n1. Staf: Menyusun nota\n2. Staf: Mengetik nota\n3. Kasi: \
             Memeriksa nota\n   ya: lanjut ke 4\n   tidak: kembali ke 2{inner}\n4. Kasi: Memutuskan\n   ya: lanjut ke 5\n   \
             tidak: kembali ke 3{outer}\n5. Staf: Mengirim nota\n"
        )
    };
    let rounds = |bounds| {
        let sample = corpus::sample("uji", &text(bounds));
        lines(&made(&sample.procedure, Lang::Id)["lembar-kendali"])
            .map(|line| line.rounds)
            .collect::<Vec<u8>>()
    };
    let once = ", paling banyak 1 kali";
    assert_eq!(rounds([once, once]), [1, 2, 3, 2, 1]);
    assert_eq!(rounds([", paling banyak 2 kali", ""]), [1, 3, 3, 3, 1]);
}
