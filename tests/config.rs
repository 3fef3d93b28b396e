//! `sop.toml`: what is read, what wins, and where it came from.

use sop::config::{self, Partial};
use sop::diag::Sink;
use sop::paper::length::Len;
use sop::rules;
use sop::source::LineIndex;
use sop::text::Lang;

fn read(text: &str, file: &str) -> (Partial, Vec<String>) {
    let mut sink = Sink::new();
    let partial = config::parse(text, file, &rules::all(), &mut sink);
    let index = LineIndex::new(text);
    let found = sink
        .into_sorted()
        .iter()
        .map(|finding| {
            let at = index.line_column(text, finding.primary.start as usize);
            format!("{}:{} {} {}", at.line, at.column, finding.rule.code, finding.message(Lang::Id))
        })
        .collect();
    (partial, found)
}

fn clean(text: &str, file: &str) -> Partial {
    let (partial, found) = read(text, file);
    assert_eq!(found, Vec::<String>::new(), "{text}");
    partial
}

#[test]
fn the_nearer_file_wins_key_by_key() {
    let office = clean(
        "[identitas]\ninstansi = 'Pemerintah Kabupaten'\nunit = 'Sekretariat'\n\n\
         [cetak]\nkertas = 'a4'\nmargin = 20\n\n[kalender]\njam_per_hari = 8\n",
        "sop.toml",
    );
    let unit = clean("[identitas]\nunit = 'Bidang Umum'\n[cetak.margin]\nkiri = 25.5\n", "umum/sop.toml");
    let settings = config::merge([&unit, &office]);
    let config = &settings.config;
    assert_eq!(config.identitas.unit.as_deref(), Some("Bidang Umum"));
    assert_eq!(config.identitas.instansi, ["Pemerintah Kabupaten"]);
    assert_eq!(config.cetak.halaman.width, Len::mm(297));
    assert_eq!(config.cetak.halaman.margins.left, Len::um(25_500));
    assert_eq!(config.cetak.halaman.margins.top, Len::mm(20));
    assert_eq!(config.kalender.menit_per_hari_kerja, 480);
    let origin = |key| settings.origin(key).map(|origin| (origin.file.as_str(), origin.line));
    assert_eq!(origin("identitas.unit"), Some(("umum/sop.toml", 2)));
    assert_eq!(origin("cetak.margin.kiri"), Some(("umum/sop.toml", 4)));
    assert_eq!(origin("cetak.margin.atas"), Some(("sop.toml", 7)));
    assert_eq!(origin("kalender.hari"), None);
}

#[test]
fn roles_of_both_registers_stand_together_and_the_nearer_means_its_name() {
    let office = clean(
        "[[pelaksana]]\npendek = 'Kadis'\n\n[[pelaksana]]\npendek = 'kabid'\npanjang = 'Kepala Bidang'\n",
        "sop.toml",
    );
    let unit = clean("[[pelaksana]]\npendek = 'Kabid'\npanjang = 'Kepala Bidang Umum'\n", "umum/sop.toml");
    let settings = config::merge([&unit, &office]);
    let names: Vec<_> = settings
        .config
        .pelaksana
        .iter()
        .map(|role| (role.pendek.as_str(), role.panjang.as_deref()))
        .collect();
    assert_eq!(names, [("Kabid", Some("Kepala Bidang Umum")), ("Kadis", None)]);
}

#[test]
fn every_setting_in_force_is_listed_and_can_be_typed_back() {
    let text = "[identitas]\ninstansi = ['A', 'B']\nunit = 'U'\nlogo = 'l.svg'\n\
                [label]\nmutu_baku = 'Baku Mutu'\n[cetak]\nkolom = ['waktu', 'output', 'kelengkapan']\n\
                [kalender]\njam_per_hari = 7.25\nhari = 'kalender'\n[kata_kerja]\nmengeposkan = 'menyerahkan'\n\
                [jawaban]\nlengkap = 'kurang'\n[aturan]\nsetting-value = 'galat'\n";
    let settings = config::merge([&clean(text, "sop.toml")]);
    let mut again = String::new();
    for row in settings.rows() {
        if let (Some(value), Some((section, key))) = (row.value, row.key.rsplit_once('.')) {
            again.push_str(&format!("{section}.{key} = {value}\n"));
        }
    }
    let typed_back = config::merge([&clean(&again, "sop.toml")]);
    assert_eq!(typed_back.config, settings.config, "{again}");
}

#[test]
fn the_example_for_offices_is_clean_and_names_every_key() {
    let page = include_str!("../docs/pengaturan.md");
    let (_, example) = page.split_once("```toml\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let settings = config::merge([&clean(example, "sop.toml")]);
    for row in settings.rows() {
        let (section, key) = row.key.rsplit_once('.').unwrap();
        assert!(section == "aturan" || page.contains(key), "docs/pengaturan.md does not name {}", row.key);
        assert!(row.origin.is_some() || row.key.starts_with("label."), "{} is not in the example", row.key);
    }
}

#[test]
fn one_bad_line_costs_one_finding_and_the_rest_is_read() {
    let (partial, found) = read(
        "[identitas]\nunit = Bidang Umum\nnip = \"1\"\n[cetak]\nkertas = 'a9'\nmargin = 9\n",
        "sop.toml",
    );
    assert_eq!(found.len(), 2, "{found:#?}");
    let config = config::merge([&partial]).config;
    assert_eq!(config.identitas.nip.as_deref(), Some("1"));
    assert_eq!(config.cetak.halaman.margins.left, Len::mm(9));
}

#[test]
fn nothing_that_is_typed_makes_it_panic() {
    for text in [
        "",
        "\u{feff}[identitas]\r\nunit = 'x'\r\n",
        "=",
        "[",
        "[[",
        "[]",
        "a.b.c = 1",
        "identitas = 3",
        "pelaksana = 'x'",
        "pelaksana = [1]",
        "[[pelaksana]]\n",
        "[[pelaksana]]\npendek = 1",
        "cetak.margin.atas = 1e400",
        "[kalender]\njam_per_hari = nan",
        "[kalender]\nhari_per_minggu = 99999999999999999999",
        "\0",
        "[identitas]\nunit = '''\na\nb'''",
        "[aturan]\n'' = ''",
        "[identitas.unit]\nx = 1",
        "x = [[[[[[[[[[[[[[[[",
    ] {
        let (partial, found) = read(text, "sop.toml");
        config::merge([&partial]);
        assert!(found.iter().all(|finding| finding.contains("SOP90")), "{text:?}: {found:?}");
    }
}

/// The findings of a procedure whose row 2 hands over with a verb, or decides with an answer, that only the office knows.
fn judged(settings: &str, row: &str) -> Vec<&'static str> {
    let config = config::merge([&clean(settings, "sop.toml")]).config;
    let text = format!(
        "sop: Pengiriman Laporan\npelaksana:\n  - Kasi\n  - Kabid\n  - Kadis\nkegiatan:\n\n\
         1. Kasi: Menyusun laporan\n2. Kabid: {row}3. Kasi: Mengarsipkan laporan\n"
    );
    let found = sop::compile::compile(&text, &config).diagnostics;
    found.iter().map(|finding| finding.rule.code).filter(|code| ["SOP218", "SOP230"].contains(code)).collect()
}

#[test]
fn an_office_adds_verbs_and_answers_of_its_own() {
    let sentence = "Mengeposkan laporan kepada Kadis\n";
    assert_eq!(judged("", sentence), [""; 0]);
    assert_eq!(judged("[kata_kerja]\nmengeposkan = 'menyerahkan'\n", sentence), ["SOP230"]);
    let answers = "Memeriksa laporan\n   jika lengkap: lanjut ke 3\n   jika kurang: kembali ke 1, paling banyak 1 kali\n";
    assert_eq!(judged("", answers), ["SOP218"]);
    assert_eq!(judged("[jawaban]\nlengkap = ['kurang', 'cacat']\n", answers), [""; 0]);
}

#[test]
fn a_kind_of_verb_that_nobody_knows_is_named() {
    let (_, found) = read("[kata_kerja]\nmengeposkan = 'mengirimi'\n", "sop.toml");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2:15 SOP905") && found[0].contains("mengirimi"), "{found:?}");
}

#[test]
fn a_place_that_no_number_has_is_answered_with_those_it_may_have() {
    let (_, found) = read("[peraturan]\npola_nomor = '1/{angka}/{tahwn}'\n", "sop.toml");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("2:14 SOP905"), "{found:?}");
}

/// What a text says of itself, with what the office has set for all.
fn identity(text: &str) -> sop::model::Identitas {
    let office = clean(
        "[identitas]\ninstansi = ['Pemerintah Kabupaten', 'Dinas Contoh']\nunit = 'Sekretariat'\n\
         disahkan_oleh = 'Kepala Dinas'\nnama_pejabat = 'NAMA PEJABAT'\npangkat = 'Pembina (IV/a)'\n\
         nip = '19700101 199503 1 999'\n",
        "sop.toml",
    );
    let config = config::merge([&office]).config;
    let text = format!("sop: Penyusunan\n{text}\nkegiatan:\n\n1. Staf: Menyusun laporan\n");
    sop::compile::compile(&text, &config).procedure.unwrap().sop.identitas
}

#[test]
fn what_a_file_does_not_say_the_office_says() {
    let silent = identity("");
    assert_eq!(silent.instansi, ["Pemerintah Kabupaten", "Dinas Contoh"]);
    assert_eq!(silent.unit.as_deref(), Some("Sekretariat"));
    assert_eq!(silent.disahkan_oleh.as_deref(), Some("Kepala Dinas"));
    assert_eq!(silent.nama_pejabat.as_deref(), Some("NAMA PEJABAT"));
    assert_eq!(silent.pangkat.as_deref(), Some("Pembina (IV/a)"));
    assert_eq!(silent.nip.as_deref(), Some("19700101 199503 1 999"));

    let own = identity("instansi: Badan Contoh\nunit: Bidang Umum\n");
    assert_eq!(own.instansi, ["Badan Contoh"]);
    assert_eq!(own.unit.as_deref(), Some("Bidang Umum"));

    let none = identity("instansi: -\nunit: -\nnama pejabat: -\nnip: -\n");
    assert!(none.instansi.is_empty());
    assert_eq!((none.unit, none.nama_pejabat, none.nip), (None, None, None));
}

#[test]
fn nobody_gets_the_rank_of_another() {
    for other in
        ["nama pejabat: PEJABAT LAIN\n", "nip: 19800101 200503 1 998\n", "disahkan oleh: Sekretaris\n"]
    {
        let identity = identity(other);
        assert_eq!(identity.pangkat, None, "{other}");
    }
    assert_eq!(identity("disahkan oleh: KEPALA DINAS\n").nama_pejabat.as_deref(), Some("NAMA PEJABAT"));
}

#[test]
fn an_office_of_the_register_is_printed_in_full_where_the_file_is_silent() {
    let office = clean(
        "[[pelaksana]]\npendek = 'Kadis'\nnama_lain = ['Ka. Dinas']\npanjang = 'Kepala Dinas'\n",
        "sop.toml",
    );
    let config = config::merge([&office]).config;
    for (lane, full) in [
        ("Kadis", "Kepala Dinas"),
        ("KADIS", "Kepala Dinas"),
        ("Kadis = Kepala Dinas Sosial", "Kepala Dinas Sosial"),
    ] {
        let text =
            format!("sop: Uji\npelaksana:\n  - {lane}\n\nkegiatan:\n\n1. Kadis: Menandatangani surat\n");
        let sop = sop::compile::compile(&text, &config).procedure.unwrap().sop;
        assert_eq!(sop.pelaksana[0].panjang.as_deref(), Some(full), "{lane}");
    }
}

#[test]
fn a_letter_of_the_settings_that_cannot_be_printed_is_told_on_the_sheet_it_comes_to() {
    let office = clean("[[pelaksana]]\npendek = 'Kadis'\npanjang = 'Kepala Dinas ✓'\n", "sop.toml");
    let config = config::merge([&office]).config;
    let text = "sop: Uji\npelaksana:\n  - Kadis\n\nkegiatan:\n\n1. Kadis: Menandatangani surat\n";
    let found = sop::compile::compile(text, &config).diagnostics;
    let told: Vec<_> = found.iter().filter(|it| it.rule.code == "SOP506").collect();
    let [told] = told[..] else { panic!("{told:?}") };
    assert_eq!(&text[told.primary.range()], "Kadis");
    assert!(told.help_text(Lang::Id).is_some_and(|help| help.contains("`sop.toml`")), "{told:?}");
}
