//! Everything that the language says is drawn or printed on the sheet.
#![allow(clippy::disallowed_methods, reason = "the shared parts of tests read files")]

#[path = "common/chart_law.rs"]
mod chart_law;
#[path = "common/corpus.rs"]
mod corpus;
#[path = "common/scene.rs"]
mod scene;

use scene::texts;
use sop::layout::scene::{CellOf, Mark, Page, Shape, SymbolKind, TextLine};
use sop::layout::wrap::SOFT_HYPHEN;
use sop::model::Standing;
use sop::paper::length::Len;

const EVERYTHING: &str = "\
sop: Pelayanan Contoh
nomor: 000.1/CONTOH
pelaksana:
  - Pemohon (luar)
  - Staf
  - Kasi = Kepala Seksi
  - Kadis = Kepala Dinas
  - Sekretaris
waktu total: 14 hari kerja
batas waktu:
  - dari 1 sampai 5: paling lama 20 hari kerja
catatan:
  - Tidak dipungut biaya
  - Hari libur tidak dihitung

kegiatan:

tahap: Penerimaan

1. Pemohon: Mengajukan permohonan
   - mengisi formulir
   - melampirkan berkas
   kelengkapan:
     - Formulir, rangkap dua
     - Fotokopi KTP
   waktu: 10 menit
   output: Permohonan

2. Staf -> Kasi?: Memeriksa permohonan
   kelengkapan: Permohonan
   waktu (Staf): 1 hari
   waktu (Kasi): 2 jam
   output: Catatan pemeriksaan
   keterangan: Diperiksa silang
   pengganti: Kasubbag Umum
   tembusan: Inspektorat
   merujuk: SOP Pemeriksaan Berkas
   batas: paling lama 3 hari kerja setelah 1
   ya, lengkap: lanjut ke 3
   tidak, berkas kurang: selesai, berkas dikembalikan kepada pemohon

tahap: Penetapan

3. Staf, Sekretaris: Menyusun keputusan
   kelengkapan: Catatan pemeriksaan
   waktu: segera
   output: -
   bila perlu: belum ada keputusan serupa dalam tahun berjalan

4. Kadis: Menetapkan keputusan
   kelengkapan: -
   waktu: 1-2 hari kerja
   output: Keputusan
   jika nilai permohonan melebihi seratus juta rupiah dalam satu tahun anggaran: lanjut ke 5
   jika ditolak: selesai, permohonan ditolak
   jika perlu perbaikan: kembali ke 3, paling banyak 2 kali

5. Pemohon atau Staf: Menerima keputusan
   kelengkapan: Keputusan
   waktu: 10 menit
   output: Tanda terima
";

fn chart() -> Vec<Page> {
    chart_of(EVERYTHING)
}

fn chart_of(source: &str) -> Vec<Page> {
    let sample = corpus::sample("semua", source);
    let job = sample.job();
    let sheet = job.sheet().unwrap();
    assert!(sheet.notes.is_empty(), "{:?}", sheet.notes);
    let of_chart = |page: &&Page| matches!(page.kind, sop::layout::scene::PageKind::Bagan { .. });
    sheet.scene.pages.iter().filter(of_chart).cloned().collect()
}

/// The words of all texts with such a mark, joined as they are read.
fn words(pages: &[Page], of: impl Fn(&Mark) -> bool) -> String {
    let lines = pages.iter().flat_map(texts).filter(|(_, mark)| of(mark));
    lines.map(|(line, _)| line.words.as_str()).collect::<Vec<_>>().join(" ")
}

fn cell(pages: &[Page], row: &str, col: &str) -> String {
    words(pages, |mark| matches!(mark, Mark::CellText { row: r, col: c, .. } if r == row && c == col))
}

#[test]
fn what_is_written_in_a_row_stands_in_its_cells() {
    let pages = chart();
    assert_eq!(chart_law::faults(&pages), Vec::<String>::new());
    for (row, col, expected) in [
        ("1", "kegiatan", "Mengajukan permohonan a. mengisi formulir b. melampirkan berkas"),
        ("1", "kelengkapan", "- Formulir, rangkap dua - Fotokopi KTP"),
        ("2", "waktu", "Staf: 1 hari Kasi: 2 jam"),
        ("3", "waktu", "segera"),
        ("3", "output", "-"),
        ("4", "kelengkapan", "-"),
        ("4", "waktu", "1-2 hari kerja"),
        ("tahap1", "kegiatan", "Penerimaan"),
        ("tahap3", "kegiatan", "Penetapan"),
    ] {
        assert_eq!(cell(&pages, row, col), expected, "{row}:{col}");
    }
}

#[test]
fn what_the_drawing_cannot_say_is_said_under_keterangan() {
    let pages = chart();
    let remark = |row: &str| cell(&pages, row, "keterangan");
    for words in [
        "Diperiksa silang",
        "selesai, berkas dikembalikan kepada pemohon",
        "Pengganti: Kasubbag Umum",
        "Tembusan: Inspektorat",
        "Batas: paling lama 3 hari kerja setelah 1",
        "Lihat SOP Pemeriksaan Berkas",
    ] {
        assert!(remark("2").contains(words), "{words} in {}", remark("2"));
    }
    assert_eq!(remark("3"), "Bila perlu: belum ada keputusan serupa dalam tahun berjalan");
    for words in [
        "(1): nilai permohonan melebihi seratus juta rupiah dalam satu tahun anggaran",
        "Ditolak: selesai, permohonan ditolak",
        "Perlu perbaikan: paling banyak 2 kali",
    ] {
        assert!(remark("4").contains(words), "{words} in {}", remark("4"));
    }
    // Side by side they look like two who both act.
    assert_eq!(remark("5"), "Salah satu: Pemohon atau Staf");
    let own = EVERYTHING.replace(
        "   output: Tanda terima\n",
        "   output: Tanda terima\n   keterangan: staf hanya bila pemohon berhalangan\n",
    );
    assert_eq!(cell(&chart_of(&own), "5", "keterangan"), "staf hanya bila pemohon berhalangan");
    let chain = EVERYTHING.replace("5. Pemohon atau Staf:", "5. Kadis -> Kasi atau Staf -> Pemohon:");
    assert_eq!(cell(&chart_of(&chain), "5", "keterangan"), "Salah satu: Kasi atau Staf");
}

#[test]
fn conditions_too_long_for_their_arrows_are_numbered_from_one_on() {
    let pages = chart_of(
        "sop: Layanan Contoh\npelaksana:\n  - Admin\n  - Kabag\nkegiatan:\n1. Admin: Menentukan jenis aduan\n   jika \
         informasi: lanjut ke 2\n   jika pengaduan tentang mutu layanan perangkat daerah: lanjut ke 3\n   jika dugaan \
         pelanggaran disiplin pegawai negeri: selesai, diteruskan\n2. Admin: Menjawab\n   alur: selesai\n3. Kabag: \
         Menugaskan\n",
    );
    let labels = words(&pages, |mark| matches!(mark, Mark::FlowLabel { .. }));
    for label in ["informasi", "(1)", "(2)"] {
        assert!(labels.contains(label), "{labels}");
    }
    assert!(!labels.contains("(3)"), "{labels}");
    let said = "(1): pengaduan tentang mutu layanan perangkat daerah (2): dugaan pelanggaran disiplin pegawai negeri; \
                selesai, diteruskan";
    assert_eq!(cell(&pages, "1", "keterangan"), said);
}

#[test]
fn total_time_limits_and_notes_stand_under_the_table() {
    let notes = words(&chart(), |mark| *mark == Mark::Note);
    for words in [
        "Waktu total: 14 hari kerja",
        "Batas waktu: dari 1 sampai 5: paling lama 20 hari kerja",
        "Catatan: 1. Tidak dipungut biaya 2. Hari libur tidak dihitung",
    ] {
        assert!(notes.contains(words), "{words} in {notes}");
    }
}

#[test]
fn every_symbol_and_every_answer_is_drawn() {
    let pages = chart();
    let symbols: Vec<(&str, &SymbolKind)> = pages
        .iter()
        .flat_map(|page| &page.items)
        .filter_map(|item| match &item.mark {
            Mark::Symbol(mark) => Some((mark.step.as_str(), &mark.kind)),
            _ => None,
        })
        .collect();
    let kinds =
        |step: &str| symbols.iter().filter(|it| it.0 == step).map(|it| it.1.clone()).collect::<Vec<_>>();
    assert_eq!(kinds("1"), [SymbolKind::Start]);
    assert_eq!(kinds("2.1"), [SymbolKind::Process]);
    assert_eq!(kinds("2.2"), [SymbolKind::Decision]);
    assert_eq!(
        kinds("3"),
        [SymbolKind::Process, SymbolKind::Process],
        "a joint row has a symbol in each lane"
    );
    assert_eq!(kinds("5.1"), [SymbolKind::End(None)], "alternatives are places of their own");
    assert_eq!(kinds("5.2"), [SymbolKind::End(None)]);
    let ends: Vec<&SymbolKind> = symbols.iter().filter(|it| it.0.starts_with('!')).map(|it| it.1).collect();
    for name in ["berkas dikembalikan kepada pemohon", "permohonan ditolak"] {
        assert!(ends.contains(&&SymbolKind::End(Some(name.to_owned()))), "{name}");
    }
    assert!(pages.iter().flat_map(|page| &page.items).any(|item| matches!(item.mark, Mark::Joint { .. })));
    let labels = words(&pages, |mark| matches!(mark, Mark::FlowLabel { .. }));
    for label in ["lengkap", "berkas kurang", "(1)", "ditolak", "perlu perbaikan"] {
        assert!(labels.contains(label), "{label} in {labels}");
    }
}

#[test]
fn the_number_and_the_page_stand_at_the_foot_of_every_page() {
    let pages = chart();
    let count = pages.len();
    for (index, page) in pages.iter().enumerate() {
        let foot = words(std::slice::from_ref(page), |mark| *mark == Mark::PageNo);
        let number = "000.1/CONTOH";
        let expected = if count > 1 {
            format!("{number} – Halaman {} dari {count}", index + 1)
        } else {
            number.to_owned()
        };
        assert_eq!(foot, expected);
    }
}

#[test]
fn the_lower_edge_is_kept_free_for_the_stamp_of_an_electronic_signature() {
    for sample in corpus::samples() {
        let job = sample.job();
        for page in &job.sheet().unwrap().scene.pages {
            let limit = page.height - sop::paper::length::Len::mm(18);
            for item in &page.items {
                if let (Mark::Cell { .. }, Shape::Rect { y, height, .. }) = (&item.mark, &item.shape) {
                    assert!(*y + *height <= limit, "{}", sample.stem);
                }
            }
        }
    }
}

/// The lines of a cell.
fn cell_lines<'a>(pages: &'a [Page], row: &str, col: &str) -> Vec<&'a TextLine> {
    let items = pages.iter().flat_map(|page| &page.items);
    let of_cell = |mark: &Mark| matches!(mark, Mark::CellText { row: r, col: c, .. } if r == row && c == col);
    let lines = items.filter(|item| of_cell(&item.mark)).filter_map(|item| match &item.shape {
        Shape::Text(line) => Some(line),
        _ => None,
    });
    lines.collect()
}

#[test]
fn times_of_several_actors_are_a_list_and_one_time_is_centred() {
    let pages = chart();
    let several = cell_lines(&pages, "2", "waktu");
    assert!(several.len() > 1 && several.iter().all(|line| line.x == several[0].x), "{several:?}");
    let centre = |line: &TextLine| (line.x + line.width() / 2).to_um();
    let (one, other) = (cell_lines(&pages, "1", "waktu")[0], cell_lines(&pages, "4", "waktu")[0]);
    assert!((centre(one) - centre(other)).abs() <= 1, "{one:?} {other:?}");
}

const LONG_NAMES: &str = "\
sop: Pelayanan Contoh
nomor: 000.1/CONTOH
pelaksana:
  - Sekretaris/Kabid/Kepala UPTD
  - SIPD-RI/e-Office (sistem)
  - Penanggungjawab Penyelenggaraan = Kepala Bidang Penyelenggaraan
  - Staf

kegiatan:

1. Staf: Mengajukan permohonan
   waktu: 10 menit

2. Sekretaris/Kabid/Kepala UPTD -> Penanggungjawab Penyelenggaraan: Menetapkan permohonan
   waktu (Sekretaris/Kabid/Kepala UPTD): 1 hari
   waktu (Penanggungjawab Penyelenggaraan): sesuai jadwal rapat yang ditetapkan

3. SIPD-RI/e-Office: Mencatat keputusan
   waktu: 1 menit
";

#[test]
fn long_names_break_behind_their_slashes_and_keep_the_size_of_their_table() {
    let pages = chart_of(LONG_NAMES);
    let heads = || {
        pages.iter().flat_map(|page| &page.items).filter_map(|item| match (&item.mark, &item.shape) {
            (Mark::CellText { row, .. }, Shape::Text(line)) if row == "head" => Some(line),
            _ => None,
        })
    };
    let size = heads().next().expect("it has heads").size;
    for line in heads() {
        assert_eq!(line.size, size, "{}", line.words);
        assert!(!line.words.ends_with(['-', SOFT_HYPHEN]), "{}", line.words);
    }
    let times = cell_lines(&pages, "2", "waktu");
    assert!(times.iter().all(|line| !line.words.ends_with(SOFT_HYPHEN)), "{times:?}");
}

#[test]
fn a_row_that_no_page_holds_names_the_column_that_makes_it_so() {
    let items: String = (1..=60).map(|at| format!("     - Fotokopi dokumen persyaratan ke-{at}\n")).collect();
    let source = EVERYTHING.replace("     - Fotokopi KTP\n", &items);
    let sample = corpus::sample("semua", &source);
    let said = sample.job().sheet().unwrap_err().to_string();
    assert!(said.contains("No. 1") && said.contains("Kelengkapan"), "{said}");
    let source = EVERYTHING.replace("Memeriksa permohonan", &"Memeriksa permohonan ".repeat(400));
    let sample = corpus::sample("semua", &source);
    let said = sample.job().sheet().unwrap_err().to_string();
    assert!(said.contains("No. 2") && said.contains("Kegiatan"), "{said}");
}

/// The words at the lines of a page, each with its upper and lower edge.
fn at_lines(page: &Page) -> Vec<(&str, i32, i32)> {
    let labels = texts(page).into_iter().filter(|(_, mark)| matches!(mark, Mark::FlowLabel { .. }));
    labels
        .map(|(line, _)| (line.words.as_str(), line.top().to_um(), (line.top() + line.height()).to_um()))
        .collect()
}

#[test]
fn where_conditions_stand_at_the_arrows_the_last_way_out_is_called_as_the_remark_calls_it() {
    let text = |ya: &str, tidak: &str| {
        format!(
            "sop: Uji\npelaksana:\n  - Staf\n  - Kasi\nkegiatan:\n1. Staf: Menyusun nota\n2. Kasi: Memeriksa nota\n   \
             ya{ya}: lanjut ke 3\n   tidak{tidak}: kembali ke 1, paling banyak 2 kali, lalu selesai, dihentikan\n3. Staf: \
             Mengirim nota\n"
        )
    };
    let words = |text: &str| {
        let pages = chart_of(text);
        let mut words: Vec<String> = at_lines(&pages[0]).into_iter().map(|it| it.0.to_owned()).collect();
        words.sort();
        words
    };
    assert_eq!(words(&text(", sesuai", ", keliru")), ["keliru", "lalu", "sesuai"]);
    assert_eq!(words(&text("", "")), ["Tidak", "Tidak, lalu", "Ya"]);
}

#[test]
fn an_answer_that_leads_to_one_of_several_stands_at_each_line_and_not_twice_at_the_exit() {
    let text = "sop: Uji\npelaksana:\n  - Staf\n  - Kasubbag\n  - Kabid\n  - Kadis\nkegiatan:\n1. Staf: Menyusun nota\n\
        2. Kasubbag: Memeriksa nota\n   ya, sesuai: lanjut ke 3\n   tidak, keliru: kembali ke 1, paling banyak 2 kali, \
        lalu selesai, dihentikan\n3. Kabid atau Kadis: Menandatangani nota\n   ya: lanjut ke 4\n   tidak: kembali ke 2\n\
        4. Staf atau Kasubbag: Mengirim nota\n5. Staf: Mengarsipkan nota\n";
    let pages = chart_of(text);
    assert_eq!(chart_law::faults(&pages), Vec::<String>::new());
    let words: Vec<&TextLine> = texts(&pages[0])
        .into_iter()
        .filter_map(|(line, mark)| matches!(mark, Mark::FlowLabel { .. }).then_some(line))
        .collect();
    assert_eq!(words.iter().filter(|line| line.words == "sesuai").count(), 2, "one for each line");
    for (at, line) in words.iter().enumerate() {
        for other in words[..at].iter().filter(|other| other.words == line.words) {
            let beside = (line.x - other.x).abs() < line.width() * 2;
            let level = (line.baseline - other.baseline).abs() < Len::um(300);
            assert!(!(beside && level), "`{0} {0}` beside each other", line.words);
        }
    }
}

#[test]
fn the_word_under_a_decision_stays_in_its_row_however_far_its_line_goes_down() {
    let text = "sop: Uji\npelaksana:\n  - A\n  - B\n  - C\nkegiatan:\n1. A: Menyusun nota\n2. C: Memberi petunjuk\n   jika \
                perlu rapat: lanjut ke 3\n   jika diarsipkan: lanjut ke 5\n   jika dijawab: lanjut ke 4\n3. B: Mengadakan \
                rapat\n4. B: Menjawab surat\n5. A: Mengarsipkan surat\n";
    let pages = chart_of(text);
    let row = pages[0].items.iter().find_map(|item| match (&item.mark, &item.shape) {
        (Mark::Cell { row, col, .. }, Shape::Rect { y, height, .. }) if row == "2" && col == "no" => {
            Some((y.to_um(), (*y + *height).to_um()))
        }
        _ => None,
    });
    let (top, bottom) = row.expect("row 2 has a cell");
    let words = at_lines(&pages[0]);
    assert_eq!(words.len(), 3);
    for (word, above, below) in words {
        assert!(above >= top && below <= bottom, "{word}: {above} to {below} in {top} to {bottom}");
    }
}

#[test]
fn a_long_remark_is_no_tower_on_narrow_paper() {
    let lanes: String = (1..=8).map(|at| format!("  - Kepala {at}\n")).collect();
    let rows: String = (1..=8)
        .map(|at| {
            format!(
                "{at}. Kepala {at}: Memeriksa berkas permohonan\n   kelengkapan: Berkas\n   output: Catatan\n"
            )
        })
        .collect();
    let remark = "memuat latar belakang, maksud dan tujuan, sasaran, lokasi, sumber dana, ruang lingkup, keluaran, tenaga \
                  ahli, jadwal pelaksanaan, dan hal-hal lain yang dianggap perlu";
    let text = format!("sop: Uji\npelaksana:\n{lanes}kegiatan:\n{rows}   keterangan: {remark}\n");
    let mut sample = corpus::sample("uji", &text);
    sample.options.config.cetak.halaman = sop::paper::A4_LANDSCAPE;
    let chart = sop::layout::chart(&sample.procedure, &sample.options.config, Standing::WithErrors).unwrap();
    let of_remark =
        |mark: &Mark| matches!(mark, Mark::CellText { row, col, .. } if row == "8" && col == "keterangan");
    let lines = chart.pages.iter().flat_map(texts).filter(|(_, mark)| of_remark(mark)).count();
    assert!(lines <= 9, "{lines} lines");
}

#[test]
fn a_head_that_may_be_broken_behind_a_stroke_makes_its_lane_no_wider() {
    let lanes = ["Kasi", "Verifikator/Koordinator Keuangan", "Kabid"];
    let list: String = lanes.iter().map(|lane| format!("  - {lane}\n")).collect();
    let rows: String =
        (1..=3).map(|at| format!("{at}. {}: Memeriksa berkas permohonan\n", lanes[at - 1])).collect();
    let pages = chart_of(&format!("sop: Uji\npelaksana:\n{list}kegiatan:\n{rows}"));
    let heads = pages[0].items.iter().filter_map(|item| match (&item.mark, &item.shape) {
        (Mark::Cell { row, col, of: CellOf::Head, .. }, Shape::Rect { width, .. }) if row == "head" => {
            Some((col.as_str(), *width))
        }
        _ => None,
    });
    let widths: Vec<Len> = heads
        .filter(|(col, _)| ["kasi", "kabid"].contains(col) || col.starts_with("verif"))
        .map(|it| it.1)
        .collect();
    assert_eq!(widths.len(), 3);
    assert_eq!([widths[1], widths[2]], [widths[0]; 2], "three lanes of one width");
    let head = |mark: &Mark| matches!(mark, Mark::CellText { row, col, .. } if row == "head" && col.starts_with("verif"));
    assert_eq!(words(&pages, head), "Verifikator/Koordinator Keuangan");
}
