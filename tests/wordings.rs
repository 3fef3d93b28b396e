//! The same mistake in the words of other offices is found, too; what only looks like it is left alone.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use sop::compile::compile;
use sop::config::Config;
use sop::model::Standing;
use sop::text::Lang;
use std::path::Path;

/// What stands in the writers' guide's example, what stands there instead, and the rule that should say so.
const FOUND: &[(&str, &str, &str)] = &[
    // Rules that were replaced.
    ("  - Peraturan Bupati", "  - UU 16 Tahun 1992 tentang Karantina Hewan\n  - Peraturan Bupati", "SOP519"),
    (
        "  - Peraturan Bupati",
        "  - PP No. 39 Tahun 2021 tentang Jaminan Produk Halal\n  - Peraturan Bupati",
        "SOP519",
    ),
    ("  - Peraturan Bupati", "  - PMA 20/2019 tentang Pencatatan Pernikahan\n  - Peraturan Bupati", "SOP519"),
    (
        "  - Peraturan Bupati",
        "  - Permendagri 17/2007 tentang Barang Milik Daerah\n  - Peraturan Bupati",
        "SOP519",
    ),
    (
        "  - Peraturan Bupati",
        "  - Permendagri No 32 Tahun 2011 tentang Hibah\n  - Peraturan Bupati",
        "SOP519",
    ),
    // What becomes of a case, in a sentence of its own and without its comma.
    (
        "Mengarsipkan laporan\n",
        "Meneliti ruang arsip. Bila ditemukan barang terlarang kunjungan dibatalkan dan dilaporkan\n",
        "SOP233",
    ),
    (
        "Mengarsipkan laporan\n",
        "Menimbang balita. Bila berat badan tidak naik dirujuk ke puskesmas\n",
        "SOP233",
    ),
    // A limit that nobody computes.
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Maksimal 3 hari kerja sejak berkas lengkap",
        "SOP307",
    ),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Laporan tidak boleh lebih dari 3 hari kerja sejak rapat",
        "SOP307",
    ),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Laporan terbit maks 5 (lima) HK sejak berkas lengkap",
        "SOP307",
    ),
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan max. 2 hari kerja", "SOP307"),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Laporan dibuat dengan maksud baik",
        "SOP523",
    ),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan (opsional bila arsip sudah penuh)\n", "SOP240"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan jika diperlukan\n", "SOP240"),
    // Somebody else mends the work in one case.
    (
        "Mengarsipkan laporan\n",
        "Meneliti laporan. Bila ada perubahan, Kasubbag memperbaiki laporan\n",
        "SOP233",
    ),
    ("Mengarsipkan laporan\n", "Meneliti ruang arsip; jika penuh, permohonan ditolak\n", "SOP233"),
    // How long at most, among other words; a paper with how many there are of it; what is made only below.
    ("waktu: 2 jam", "waktu: segera (maks. 2 jam)", "SOP302"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep laporan (rangkap 3)\n", "SOP405"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep laporan, Laporan terarsip\n", "SOP403"),
    // Who stands in, and whom a qualification is about.
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan, bila Staf berhalangan dilakukan Staf Umum\n", "SOP241"),
    ("  - Memahami tata cara", "  - Kepala bagian memahami tata cara", "SOP522"),
    // A condition that ends at a colon.
    (
        "Mengarsipkan laporan\n",
        "Mengarsipkan laporan. Kalau dinas minta : dikirim. Kalau tidak : disimpan\n",
        "SOP233",
    ),
    // Superseded rules, however they are cited.
    (
        "  - Peraturan Bupati",
        "  - UU No. 12 Tahun 1995 tentang Pemasyarakatan\n  - Peraturan Bupati",
        "SOP519",
    ),
    ("  - Peraturan Bupati", "  - UU No. 44 Tahun 2009 tentang Rumah Sakit\n  - Peraturan Bupati", "SOP519"),
    (
        "  - Peraturan Bupati",
        "  - Permenkes No 269 Tahun 2008 tentang Rekam Medis\n  - Peraturan Bupati",
        "SOP519",
    ),
    (
        "  - Peraturan Bupati",
        "  - Perki 1 Tahun 2010 tentang Layanan Informasi\n  - Peraturan Bupati",
        "SOP519",
    ),
    ("  - Peraturan Bupati", "  - PER/21/M.PAN/11/2008\n  - Peraturan Bupati", "SOP519"),
    (
        "  - Peraturan Bupati",
        "  - Permenpan nomor 21 tahun 2008 tentang Pedoman SOP\n  - Peraturan Bupati",
        "SOP519",
    ),
    ("  - Peraturan Bupati", "  - PERMENPAN No. PER/21/M.Pan/11/2008\n  - Peraturan Bupati", "SOP519"),
    ("  - Peraturan Bupati", "  - PP RI No 41 Tahun 2007 tentang Organisasi\n  - Peraturan Bupati", "SOP519"),
    ("  - Peraturan Bupati", "  - UU No. 5/2014 tentang ASN\n  - Peraturan Bupati", "SOP519"),
    // Rules of one level, the newer one first.
    (
        "  - Peraturan Bupati",
        "  - UU No. 25/2009 tentang Pelayanan Publik\n  - Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan \
         Informasi Publik\n  - Peraturan Bupati",
        "SOP518",
    ),
    (
        "  - Peraturan Bupati",
        "  - PermenPANRB Nomor 35 Tahun 2012 tentang Pedoman\n  - Permendagri 52 Tahun 2011 tentang SOP\n  - Peraturan \
         Bupati",
        "SOP518",
    ),
    // A title that begins with what the box is called.
    ("sop: Penyusunan", "sop: S.O.P. Penyusunan", "SOP515"),
    ("sop: Penyusunan", "sop: STANDAR OPERASIONAL PROSEDUR Penyusunan", "SOP515"),
    ("sop: Penyusunan", "sop: Prosedur Penyusunan", "SOP515"),
    // A number that is still to come.
    ("nomor: 000.8.3/01/CONTOH/2025", "nomor: 000.8.3/…/CONTOH/2025", "SOP505"),
    ("nomor: 000.8.3/01/CONTOH/2025", "nomor: 000.8.3/     /CONTOH/2025", "SOP505"),
    ("nomor: 000.8.3/01/CONTOH/2025", "nomor: 000.8.3/____/CONTOH/2025", "SOP505"),
    // A hand-over to another than the arrow enters.
    ("kepada Kasubbag", "kpd Staf", "SOP230"),
    ("kepada Kasubbag", "KEPADA STAF", "SOP230"),
    ("kepada Kasubbag", "ke Staf", "SOP230"),
    // Words that are misspelt.
    ("Memeriksa konsep", "Mengkoreksi konsep", "SOP536"),
    ("Memeriksa konsep", "Merubah konsep", "SOP536"),
    // Numbers and marks that would be printed a second time.
    ("  - Komputer", "  - (1) Komputer", "SOP526"),
    ("  - Komputer", "  - • Komputer", "SOP526"),
    ("  - Komputer", "  - 1) Komputer", "SOP526"),
    // Persons.
    ("  - Staf = Staf Subbagian", "  - Staf = Ir. Fulan dari Subbagian", "SOP221"),
    ("  - Staf = Staf Subbagian", "  - Staf = Drs. Fulan dari Subbagian", "SOP221"),
    ("  - Staf = Staf Subbagian", "  - Staf = dr. Fulan", "SOP221"),
    ("  - Staf = Staf Subbagian", "  - Staf = Pak Fulan", "SOP221"),
    // Two pieces of work under one verb.
    ("Memeriksa konsep laporan", "Menyusun konsep laporan dan menyusun jadwal rapat", "SOP573"),
    // Two papers that are read as one.
    ("kelengkapan: Laporan\n", "kelengkapan: Laporan dan Konsep laporan\n", "SOP410"),
    // Whoever has something to mend sends it to themselves.
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, laporan belum lengkap: kembali ke 2", "SOP203"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, laporan tidak diterima: kembali ke 2", "SOP203"),
    // A decision whose sentence does not decide.
    ("Memeriksa konsep laporan", "Menerima konsep laporan", "SOP236"),
    // A paper under a longer or a shorter name.
    ("kelengkapan: Data kegiatan\n", "kelengkapan: Data kegiatan, dll.\n", "SOP411"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: s.d.a.\n", "SOP411"),
    ("  - Komputer\n", "  - Komputer, printer, dst.\n", "SOP411"),
    ("peralatan:\n  - Komputer\n", "peralatan: Komputer, dll\n", "SOP411"),
    ("peralatan:\n  - Komputer\n", "peralatan: [Komputer, printer]\n", "SOP541"),
    ("kelengkapan: Data kegiatan\n", "kelengkapan: [Data kegiatan, KTP]\n", "SOP541"),
    (
        "instansi:\n  - Pemerintah Kabupaten Sejahtera\n  - Dinas Contoh\n",
        "instansi: [Pemerintah Kabupaten Sejahtera, Dinas Contoh]\n",
        "SOP541",
    ),
    ("output: Konsep laporan\n", "output: Konsep laporan bulanan\n", "SOP405"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep laporan bulanan\n", "SOP405"),
    // A paper whose name has one letter changed, left out or put in.
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep laparan\n", "SOP405"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep lapran\n", "SOP405"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konseep laporan\n", "SOP405"),
    // A law keeps the spelling of its day, and no other slip.
    ("tentang Tata Kerja Dinas", "tentang Mengkoreksi Tata Kerja Dinas", "SOP536"),
    // A title that names a thing, or an activity and nothing it is done to.
    ("sop: Penyusunan Laporan Bulanan", "sop: Laporan Bulanan", "SOP514"),
    ("sop: Penyusunan Laporan Bulanan", "sop: Verifikasi", "SOP514"),
    ("sop: Penyusunan Laporan Bulanan", "sop: Penyusunan", "SOP514"),
    // What every procedure could say, beside a record that is one.
    (
        "  - Buku agenda laporan",
        "  - Buku agenda laporan\n  - Disimpan sebagai data elektronik dan manual",
        "SOP527",
    ),
    ("  - Komputer", "  - (a) Komputer", "SOP526"),
    ("  - Komputer", "  - b. Komputer", "SOP526"),
    // Names of two words with capitals that nothing else speaks of.
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan Seleksi Pendamping", "SOP575"),
];

/// Nothing is said of these.
const LEFT_ALONE: &[(&str, &str)] = &[
    // What counts back from an event that only the writer knows.
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan paling lambat 2 hari sebelum rapat"),
    // A register is there before it is written in; what goes back with the work comes from below.
    ("output: Laporan terarsip", "output: Laporan terarsip, buku agenda"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep laporan, buku agenda\n"),
    // Others drive it; one piece of work for two; the spelling of its day.
    ("  - Memahami tata cara penyusunan laporan\n", "  - Penguji kendaraan bermotor\n"),
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan dan lampirannya secara bersamaan"),
    (
        "  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh",
        "  - Peraturan Walikota Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh",
    ),
    // Who waits for somebody else asks again.
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, belum ada jawaban: kembali ke 2"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, tidak ada tanggapan dari pemohon: kembali ke 2"),
    // Brackets that stand for what is still to be written.
    ("  - Komputer\n", "  - [nama alat]\n"),
    // What the actor of the row mends needs no way back.
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan; bila ada perubahan, Staf memperbaiki daftar arsip\n"),
    // What is done after it was turned down elsewhere.
    (
        "Mengarsipkan laporan\n",
        "Mengarsipkan laporan; apabila permohonan ditolak, surat penolakan disimpan\n",
    ),
    // The condition of what is done behind it, and of what somebody is told.
    (
        "Mengarsipkan laporan\n",
        "Mengarsipkan laporan. Bila pasien gawat darurat dirujuk, menyimpan salinannya\n",
    ),
    ("Mengarsipkan laporan\n", "Memberi tahu warga bila permohonan izin usahanya ditunda\n"),
    // What is needed, and what is done if one of two is.
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan yang diperlukan\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan dan memberi cap bila perlu\n"),
    // A kind of work, and what its letters write out.
    (
        "konsep laporan\n   kelengkapan: Konsep laporan\n   waktu: 2 jam\n   output: Laporan\n",
        "laporan dan Catatan Hasil Pemeriksaan\n   kelengkapan: Konsep laporan\n   waktu: 2 jam\n   output: Laporan, CHP\n   \
         keterangan: catatan (CHP)\n",
    ),
    ("sop: Penyusunan Laporan Bulanan", "sop: Tindakan Karantina Laporan Bulanan"),
    (
        "konsep laporan\n   kelengkapan: Konsep laporan\n   waktu: 2 jam\n   output: Laporan\n",
        "laporan dengan CHP (Catatan Hasil Pemeriksaan)\n   kelengkapan: Konsep laporan\n   waktu: 2 jam\n   output: Laporan, CHP\n",
    ),
    // Letters that everybody knows.
    ("  - Memahami tata cara penyusunan laporan\n", "  - Lulusan DIII\n"),
    ("  - Memahami tata cara penyusunan laporan\n", "  - Lulusan SLTA, memiliki SIM\n"),
    // Letters that a remark explains.
    ("   output: Laporan\n", "   output: Laporan\n   keterangan: Diparaf pada RKT (Rencana Kerja Tahunan)\n"),
    ("   output: Laporan\n", "   output: Laporan ke OPX\n   keterangan: Orang Pusat (OPX)\n"),
    // A name that is called by its letters elsewhere.
    (
        "konsep laporan\n   kelengkapan: Konsep laporan\n   waktu: 2 jam\n   output: Laporan\n",
        "laporan dengan Catatan Hasil Pemeriksaan (CHP)\n   kelengkapan: Konsep laporan\n   waktu: 2 jam\n   output: Laporan, CHP\n",
    ),
    (
        "  - Peraturan Bupati",
        "  - Undang-Undang Dasar Negara Republik Indonesia Tahun 1945\n  - Peraturan Bupati",
    ),
    (
        "  - Peraturan Bupati",
        "  - Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n  - Peraturan Bupati",
    ),
    // A governor's rule and a regent's are not of one level, and what has no year is not later.
    (
        "  - Peraturan Bupati",
        "  - Peraturan Gubernur Contoh Nomor 7 Tahun 2024 tentang Tata Kerja\n  - Peraturan Bupati",
    ),
    (
        "  - Peraturan Bupati",
        "  - Undang-Undang Dasar Negara Republik Indonesia Tahun 1945\n  - Undang-Undang Nomor 14 Tahun 2008 tentang \
         Keterbukaan Informasi Publik\n  - Peraturan Bupati",
    ),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Maksimal 3 berkas dalam satu permohonan",
    ),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Laporan tidak boleh lebih dari tanggal 10",
    ),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - JIKA LAPORAN TERLAMBAT, EVALUASI TERTUNDA",
    ),
    // Limits in signs, and what lasts by itself.
    ("  - Apabila laporan terlambat maka evaluasi dinas tertunda", "  - Sampel diuji < 24 jam sejak diambil"),
    ("  - Apabila laporan terlambat maka evaluasi dinas tertunda", "  - Waktu tunggu ≤ 30 menit"),
    (
        "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
        "  - Cuti tahunan paling lama 12 hari kerja",
    ),
    ("  - Buku agenda laporan", "  - Buku ekspedisi"),
    ("  - Buku agenda laporan", "  - Ekspedisi"),
    ("sop: Penyusunan Laporan Bulanan", "sop: Verifikasi Laporan Bulanan"),
    ("sop: Penyusunan Laporan Bulanan", "sop: Monitoring Laporan Bulanan"),
    ("  - Buku agenda laporan", "  - Ceklis kelengkapan"),
    ("  - Buku agenda laporan", "  - Google Drive dinas"),
    ("  - Komputer", "  - 2 unit komputer"),
    ("  - Komputer", "  - (satu) unit komputer"),
    ("kepada Kasubbag", "KEPADA KASUBBAG"),
    ("kepada Kasubbag", "kpd Kepala Subbagian Perencanaan"),
    ("Memeriksa konsep", "Mem-verifikasi konsep"),
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan dan memeriksa kelengkapan lampiran"),
    ("Memeriksa konsep", "Memeriksa berkas ASLI dan konsep"),
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan sesuai arahan pimpinan"),
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan yang disampaikan Staf kepada Kasubbag"),
    ("Memeriksa konsep laporan", "Apabila lengkap, konsep laporan diperiksa"),
    // Capitals at the start of a sentence, or of one word.
    ("Memeriksa konsep laporan", "Memeriksa Konsep laporan"),
    ("Memeriksa konsep laporan", "Memeriksa konsep laporan. Lampiran Asli ikut diperiksa"),
    // What stands in brackets, behind a full stop or a figure need not be a number.
    ("  - Komputer", "  - (pc) Komputer"),
    ("  - Komputer", "  - A. Yani"),
    ("  - Komputer", "  - 2.5 GHz komputer"),
    // A name that need not be that of the lane.
    ("Menyusun konsep laporan", "Kasubbag Keuangan menyusun konsep laporan"),
    // Nothing is needed for one's own next row.
    (
        "3. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n",
        "3. Kasubbag: Mengarsipkan laporan\n   kelengkapan: -\n",
    ),
    ("3. Staf: Mengarsipkan", "3. Staf: Memasukkan ke buku agenda dan menyimpan"),
];

fn example() -> String {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bahasa.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let from = guide.find("```sop\n").unwrap() + "```sop\n".len();
    guide[from..from + guide[from..].find("```").unwrap()].to_owned()
}

fn codes(right: &str, other: &str) -> Vec<&'static str> {
    let example = example();
    assert!(example.contains(right), "the guide has no `{right}`");
    let found = compile(&example.replacen(right, other, 1), &Config::default()).diagnostics;
    found.iter().map(|finding| finding.rule.code).filter(|code| *code != "SOP503").collect()
}

#[test]
fn a_mistake_is_found_in_other_words() {
    for (right, wrong, code) in FOUND {
        assert!(codes(right, wrong).contains(code), "{wrong}: {:?}", codes(right, wrong));
    }
}

#[test]
fn what_only_looks_like_a_mistake_is_left_alone() {
    for (right, other) in LEFT_ALONE {
        assert!(codes(right, other).is_empty(), "{other}: {:?}", codes(right, other));
    }
}

#[test]
fn a_line_that_cannot_be_read_excuses_one_missing_field_and_no_more() {
    let found = |changes: &[(&str, &str)]| {
        let text = changes.iter().fold(example(), |text, (from, to)| {
            assert!(text.contains(from), "the guide has no `{from}`");
            text.replacen(from, to, 1)
        });
        let found = compile(&text, &Config::default()).diagnostics;
        found.iter().any(|finding| finding.rule.code == "SOP501")
    };
    let unread = ("unit: Subbagian Perencanaan\n", "zzzz qqq: Subbagian Perencanaan\n");
    assert!(!found(&[unread]));
    assert!(found(&[unread, ("nomor: 000.8.3/01/CONTOH/2025\n", ""), ("disahkan oleh: Kepala Dinas\n", "")]));
}

/// What is found in rows, each `pelaksana: uraian`, under a title.
fn in_rows(head: &str, rows: &[&str]) -> Vec<&'static str> {
    let mut text = format!("{head}pelaksana:\n  - Staf\n  - Warga (luar)\nkegiatan:\n");
    rows.iter().zip(1..).for_each(|(row, at)| text += &format!("{at}. {row}\n"));
    compile(&text, &Config::default()).diagnostics.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn a_title_and_its_filing_are_looked_for_from_five_rows_on() {
    let found = |rows: usize, last: &str, code: &str| {
        let mut list = vec!["Staf: Memeriksa berkas"; rows];
        list.push(last);
        in_rows("sop: Pengelolaan Taman Kota\n", &list).contains(&code)
    };
    for (rows, looked) in [(3, false), (4, true), (5, true), (6, true)] {
        assert_eq!(found(rows, "Staf: Memeriksa berkas", "SOP532"), looked, "{rows}");
        assert_eq!(found(rows, "Staf: Memeriksa berkas", "SOP531"), looked, "{rows}");
    }
    assert!(!found(5, "Staf: Merapikan taman", "SOP532"));
    for filed in ["Meregistrasi berkas", "Memberkaskan surat", "Menata arsip", "Mengarsipkan surat"] {
        assert!(!found(5, &format!("Staf: {filed}"), "SOP531"), "{filed}");
    }
}

#[test]
fn only_a_service_files_before_it_hands_over() {
    let late = |kind: &str| {
        let rows = [
            "Warga: Menyerahkan berkas kepada Staf",
            "Staf: Memeriksa berkas",
            "Staf: Menyerahkan surat kepada Warga",
            "Warga: Menerima surat",
            "Staf: Mengarsipkan surat",
        ];
        in_rows(&format!("sop: Pelayanan Surat\njenis: {kind}\n"), &rows).contains(&"SOP529")
    };
    assert!(late("pelayanan"));
    assert!(late("teknis, pelayanan"));
    assert!(!late("administratif"));
}

#[test]
fn an_exception_speaks_for_its_row_alone() {
    let soon = "Staf: Memeriksa berkas\n   waktu: kira-kira sebentar";
    let excused = soon.replace("\n", "\n   # abaikan SOP132: lamanya bergantung pada berkas\n");
    let told = |rows: &[&str]| {
        let found = in_rows("sop: Pemeriksaan Berkas\n", rows);
        found.iter().filter(|code| **code == "SOP132").count()
    };
    assert_eq!(told(&[soon, soon, soon]), 3);
    assert_eq!(told(&[soon, &excused, soon]), 2);
    assert_eq!(told(&[&excused, soon, soon]), 2);
    assert_eq!(told(&[soon, soon, &excused]), 2);
}

/// The codes that a procedure of these rows gives.
fn told(rows: &str) -> Vec<&'static str> {
    let text =
        format!("pelaksana:\n  - Petugas\n  - Kasi\n\nkegiatan:\n\n1. Petugas: Menyusun berkas\n\n{rows}");
    compile(&text, &Config::default()).diagnostics.iter().map(|finding| finding.rule.code).collect()
}

/// A decision whose outcomes lead to rows 3 and 4, of which the first has no `alur`.
fn branches(first: &str, second: &str, third_row: &str, fourth_row: &str) -> bool {
    let rows = format!(
        "2. Kasi: Memeriksa berkas\n   {first}: lanjut ke 3\n   {second}: lanjut ke 4\n\n3. Petugas: {third_row}\n\n4. Petugas: \
         {fourth_row}\n\n5. Petugas: Mengarsipkan berkas\n"
    );
    told(&rows).contains(&"SOP223")
}

#[test]
fn an_outcome_that_goes_on_into_the_other_is_told_and_a_row_that_may_be_skipped_is_not() {
    for (first, second, third, fourth) in [
        ("ya", "tidak", "Menyiapkan surat izin", "Menyampaikan surat penolakan kepada pemohon"),
        ("ya", "tidak", "Menyiapkan surat izin", "Memberitahukan bahwa permohonan ditolak"),
        (
            "ya, lengkap",
            "tidak, tidak lengkap",
            "Menyiapkan surat izin",
            "Mengembalikan berkas yang tidak lengkap",
        ),
        (
            "ya",
            "tidak, belum memenuhi syarat",
            "Menyiapkan surat",
            "Menjelaskan mengapa tidak memenuhi syarat",
        ),
        (
            "ya",
            "tidak",
            "Menyiapkan surat izin",
            "Memberi tahu pemohon\n   alur: selesai, permohonan ditolak",
        ),
        ("tidak", "ya", "Menyampaikan penolakan kepada pemohon", "Menandatangani surat izin"),
        ("tidak", "ya", "Menolak permohonan", "Menerbitkan surat izin"),
        ("jika dalam kota", "jika luar kota", "Menyusun surat tugas", "Menyusun surat tugas luar kota"),
    ] {
        assert!(branches(first, second, third, fourth), "{first}/{second}: {third} / {fourth}");
    }
    for (first, second, third, fourth) in [
        ("ya, perlu dilegalisasi", "tidak", "Melegalisasi berkas", "Mengembalikan berkas kepada pemohon"),
        (
            "ya, ada kekurangan",
            "tidak, tidak ada kekurangan",
            "Meminta kekurangan",
            "Memproses berkas; tidak ada kekurangan",
        ),
        ("tidak", "ya", "Menyampaikan penolakan kepada pemohon", "Mencatat hasilnya dalam buku agenda"),
        ("tidak, tidak lengkap", "ya, lengkap", "Meminta kekurangan berkas", "Memproses berkas yang lengkap"),
        (
            "ya",
            "tidak",
            "Menyiapkan surat izin\n   alur: lanjut ke 4",
            "Menyampaikan surat penolakan kepada pemohon",
        ),
        (
            "ya",
            "tidak",
            "Menyiapkan surat izin\n   alur: selesai",
            "Menyampaikan surat penolakan kepada pemohon",
        ),
        (
            "jika tersedia sebagian",
            "jika tersedia",
            "Memilih barang lain",
            "Meminjamkan barang yang tersedia",
        ),
        (
            "ya, ada yang ditolak",
            "tidak",
            "Memisahkan berkas yang ditolak",
            "Menyampaikan daftar yang ditolak",
        ),
    ] {
        assert!(!branches(first, second, third, fourth), "{first}/{second}: {third} / {fourth}");
    }
}

#[test]
fn answers_in_each_others_place_are_told_and_bad_news_after_ya_is_not() {
    let swapped = |sentence: &str, first: &str, second: &str| {
        let rows =
            format!("2. Kasi: {sentence}\n   {first}\n   {second}\n\n3. Petugas: Mengarsipkan berkas\n");
        told(&rows).contains(&"SOP224")
    };
    let check = "Memeriksa berkas";
    assert!(swapped(check, "ya, setuju: kembali ke 1", "tidak, perlu diperbaiki: lanjut ke 3"));
    assert!(swapped(check, "ya, berkas lengkap: kembali ke 1", "tidak: lanjut ke 3"));
    assert!(swapped(check, "ya, tidak tersedia: lanjut ke 3", "tidak, tersedia: selesai, ditunda"));
    assert!(swapped(check, "ya, tidak ada stok: kembali ke 1", "tidak, ada stok: lanjut ke 3"));
    assert!(!swapped(
        check,
        "ya, tidak ada barang terlarang: lanjut ke 3",
        "tidak, ada barang terlarang: selesai, ditolak"
    ));
    assert!(!swapped(check, "ya, tidak ditolak: lanjut ke 3", "tidak, ditolak: selesai"));
    assert!(swapped("Menandatangani surat", "ya: kembali ke 1", "tidak: lanjut ke 3"));
    assert!(!swapped(check, "ya, ada kekurangan: kembali ke 1", "tidak: lanjut ke 3"));
    assert!(!swapped(check, "ya, tidak lengkap: kembali ke 1", "tidak, sudah benar: lanjut ke 3"));
    assert!(swapped(check, "ya: kembali ke 1", "tidak: lanjut ke 3"));
    assert!(swapped(check, "ya, sepakat: selesai, ditunda", "tidak: lanjut ke 3"));
    assert!(!swapped("Memeriksa apakah ada cacat", "ya: kembali ke 1", "tidak: lanjut ke 3"));
    assert!(!swapped("Memeriksa kesalahan pada berkas", "ya: kembali ke 1", "tidak: lanjut ke 3"));
    assert!(!swapped(check, "ya, lengkap: lanjut ke 3", "tidak, tidak lengkap: kembali ke 1"));
}

#[test]
fn a_decision_with_more_outcomes_than_sides_is_told_before_it_is_drawn() {
    let says = |outcomes: usize| {
        let lines: String =
            (0..outcomes).map(|at| format!("   jika hasil {at}: selesai, hasil {at}\n")).collect();
        let text = format!(
            "pelaksana:\n  - Staf\n  - Kasi\n\nkegiatan:\n\n1. Staf: Menyusun berkas\n\n2. Kasi: Memeriksa berkas\n{lines}"
        );
        let compiled = compile(&text, &Config::default());
        let rules: Vec<&str> = compiled.diagnostics.iter().map(|finding| finding.rule.code).collect();
        let told = rules.contains(&"SOP225");
        assert_ne!(told, rules.contains(&"SOP210"));
        let drawn =
            sop::layout::chart::chart(&compiled.procedure.unwrap(), &Config::default(), Standing::WithErrors)
                .is_ok();
        (told, drawn)
    };
    assert_eq!((says(3), says(4)), ((false, true), (true, false)));
}

#[test]
fn what_ends_with_an_outside_party_needs_no_row_of_its_receipt() {
    let goes_on = |kind: &str, first: &str, below: &str| {
        let text = format!(
            "pelaksana:\n  - Pemohon{kind}\n  - Petugas\n  - Kasi\n\nkegiatan:\n\n1. {first}: Menyusun permohonan\n\n\
             2. Petugas: Mencatat permohonan lalu menyerahkan surat kepada Pemohon\n{below}"
        );
        let found = compile(&text, &Config::default()).diagnostics;
        found.iter().any(|finding| finding.rule.code == "SOP230")
    };
    let ends = |kind: &str, first: &str| goes_on(kind, first, "");
    assert!(!ends(" (luar)", "Pemohon"));
    assert!(ends("", "Pemohon"), "whoever works in the office receives it in a row");
    assert!(ends(" (luar)", "Petugas"), "a party without any row was forgotten");
    let files = "\n3. Petugas: Mengarsipkan salinan\n";
    assert!(!goes_on(" (luar)", "Pemohon", files));
    assert!(goes_on("", "Pemohon", files));
    for kept in
        ["\n3. Kasi: Mengarsipkan salinan\n", "\n3. Kasi: Merekap penyerahan\n\n4. Kasi: Rekap bulanan\n"]
    {
        assert!(!goes_on(" (luar)", "Pemohon", kept), "others keep the record: {kept}");
    }
    for answered in
        ["\n3. Kasi: Memeriksa salinan\n", "\n3. Petugas: Menerima berkas\n\n4. Pemohon: Membayar\n"]
    {
        assert!(goes_on(" (luar)", "Pemohon", answered), "{answered}");
    }
}

#[test]
fn a_small_unit_is_too_large_only_where_that_is_certain() {
    let too_large =
        |time: &str| told(&format!("2. Kasi: Memeriksa berkas\n   waktu: {time}\n")).contains(&"SOP311");
    for time in [
        "1 jam 60 menit",
        "2 jam 90 menit",
        "5 menit 90 detik",
        "1 minggu 7 hari",
        "2 hari kerja 30 jam",
        "paling lama 1 jam 75 menit",
    ] {
        assert!(too_large(time), "{time}");
    }
    for time in [
        "1 jam 59 menit",
        "90 menit",
        "1 hari kerja + 8 jam",
        "1 hari kerja 8 jam",
        "1 minggu 5 hari kerja",
        "1 jam + 90 menit",
        "30-90 menit",
    ] {
        assert!(!too_large(time), "{time}");
    }
}

#[test]
fn whose_name_is_there_is_named_also_without_number_and_rank() {
    let named = |fields: &str| {
        let text = format!("sop: Uji\n{fields}pelaksana:\n  - Kasi\nkegiatan:\n1. Kasi: Menyusun laporan\n");
        let found = compile(&text, &Config::default()).diagnostics;
        found.iter().any(|finding| finding.message(Lang::Id).contains("`nama pejabat`"))
    };
    assert!(named(""));
    assert!(!named("nama pejabat: NAMA PEJABAT\n"));
}

/// Every finding of a rule with its remedy, in Indonesian.
fn said_of(text: &str, code: &str) -> Vec<String> {
    let found = compile(text, &Config::default()).diagnostics;
    let of_rule = found.iter().filter(|finding| finding.rule.code == code);
    of_rule
        .map(|it| format!("{}; {}", it.message(Lang::Id), it.help_text(Lang::Id).unwrap_or_default()))
        .collect()
}

#[test]
fn a_row_that_waits_once_more_is_told_where_the_return_should_lead() {
    let text = "pelaksana:\n  - Staf\n  - Kasi\n\nkegiatan:\n\n1. Staf: Menyusun berkas\n   bersamaan: 2, 3\n\n\
                2. Staf: Mengukur lahan\n   alur: lanjut ke 4\n\n3. Kasi: Mengambil contoh\n\n4. Kasi: Memeriksa hasil\n   \
                menunggu: 2, 3\n   ya: selesai\n   tidak: kembali ke 3\n";
    let [told] = &said_of(text, "SOP211")[..] else { panic!("{:?}", said_of(text, "SOP211")) };
    assert!(told.contains("yang sesudah pengembalian tidak dikerjakan lagi"), "{told}");
    assert!(told.contains("kembalikan ke kegiatan 1, yang memulai semuanya"), "{told}");
    assert!(said_of(&text.replace("kembali ke 3", "kembali ke 1"), "SOP211").is_empty());
}

#[test]
fn what_is_given_to_somebody_outside_is_a_result() {
    let text = |lane: &str| {
        format!(
            "dokumen luar: formulir\npelaksana:\n  - Perawat{lane}\n  - Petugas\n\nkegiatan:\n\n1. Perawat: Meminta darah\n   \
             kelengkapan: formulir\n   output: permintaan\n\n2. Petugas: Menyerahkan darah kepada Perawat\n   kelengkapan: \
             permintaan\n   output: kantong darah, tanda terima\n\n3. Petugas: Mencatat penyerahan\n   kelengkapan: tanda terima\n   \
             output: register\n"
        )
    };
    assert!(said_of(&text(" (luar)"), "SOP404").is_empty());
    assert_eq!(said_of(&text(""), "SOP404").len(), 1);
}

#[test]
fn what_an_outcome_names_is_known_to_the_procedure() {
    let text = |end: &str| {
        format!(
            "pelaksana:\n  - Petugas\n\nkegiatan:\n\n1. Petugas: Memeriksa data warga\n   ya: lanjut ke 2\n   tidak: selesai, \
             {end}\n\n2. Petugas: Melaporkan data ganda ke Balai Sejahtera\n"
        )
    };
    assert_eq!(said_of(&text("warga pulang"), "SOP575").len(), 1);
    assert!(said_of(&text("warga diarahkan ke Balai Sejahtera"), "SOP575").is_empty());
}

#[test]
fn a_service_may_end_with_an_answer_and_a_receipt_is_filed_when_it_is_there() {
    let text = |last: &str| {
        format!(
            "jenis: teknis, pelayanan\npelaksana:\n  - Pelapor (luar)\n  - Petugas\n\nkegiatan:\n\n1. Pelapor: Mengadukan lampu \
             padam\n   output: pengaduan\n\n2. Petugas: Mengganti lampu\n   output: lampu\n\n3. Petugas: {last}\n"
        )
    };
    assert!(said_of(&text("Memberitahukan hasilnya kepada Pelapor"), "SOP528").is_empty());
    assert!(said_of(&text("Menutup tiket\n   tembusan: Pelapor"), "SOP528").is_empty());
    assert_eq!(said_of(&text("Menutup tiket"), "SOP528").len(), 1);
    let gives = "Menyerahkan lampu kepada Pelapor\n   output: tanda terima\n\n4. Petugas: Mengarsipkan berkas\n   kelengkapan: ";
    let told = said_of(&text(&format!("{gives}tanda terima")), "SOP529");
    assert!(
        told[0].contains("`tanda terima`, yang baru ada sesudahnya, tetap diarsipkan di sini"),
        "{told:?}"
    );
    let told = said_of(&text(&format!("{gives}pengaduan")), "SOP529");
    assert!(told[0].ends_with("pindahkan pengarsipan ke depan penyerahan"), "{told:?}");
}

#[test]
fn a_limit_in_days_is_the_one_in_hours_and_a_count_is_kept_beside_the_name() {
    let limit = |words: &str| {
        let text = example().replacen(
            "  - Apabila laporan terlambat maka evaluasi dinas tertunda",
            &format!("  - Laporan terbit paling lambat {words} sejak rapat"),
            1,
        );
        let batas = "\nbatas waktu:\n  - dari 1 sampai 3: paling lama 3 hari kalender\n\npelaksana:\n";
        said_of(&text.replacen("\npelaksana:\n", batas, 1), "SOP307").len()
    };
    assert_eq!((limit("3 x 24 jam"), limit("3 hari kalender"), limit("2 x 24 jam")), (0, 0, 1));
    for typed in ["kelengkapan: Laporan", "output: Laporan"] {
        let counted = example().replacen(&format!("{typed}\n"), &format!("{typed} (rangkap 3)\n"), 1);
        let found = compile(&counted, &Config::default()).diagnostics;
        let finding = found.iter().find(|finding| finding.rule.code == "SOP405").expect("it is told");
        let edits: Vec<&str> =
            finding.fix.iter().flat_map(|fix| &fix.edits).map(|(_, to)| to.as_str()).collect();
        assert_eq!(edits, ["Laporan", "\n   keterangan: Laporan rangkap 3"], "{typed}");
    }
}

#[test]
fn a_way_that_was_not_read_explains_why_sentence_and_arrow_differ() {
    let text = |flow: &str| {
        format!(
            "pelaksana:\n  - Pengamat\n  - Penjaga\n\nkegiatan:\n\n1. Pengamat: Memerintahkan Penjaga membuka pintu\n   output: \
             perintah\n{flow}\n2. Pengamat: Mencatat perintah\n\n3. Penjaga: Membuka pintu\n"
        )
    };
    assert_eq!(said_of(&text(""), "SOP230").len(), 1);
    assert!(said_of(&text("   LANJUT KE NO 3\n"), "SOP230").is_empty());
    assert!(said_of(&text("   alur: lanjut ke 3\n"), "SOP230").is_empty());
}

/// What the remedies of a rule would write.
fn written(text: &str, code: &str) -> Vec<String> {
    let found = compile(text, &Config::default()).diagnostics;
    let fixes = found.iter().filter(|it| it.rule.code == code).filter_map(|it| it.fix.as_ref());
    fixes.flat_map(|fix| &fix.edits).map(|(_, to)| to.clone()).collect()
}

#[test]
fn what_comes_from_outside_may_go_back_with_a_paper_that_says_so() {
    let text = |lane: &str, output: &str| {
        format!(
            "pelaksana:\n  - Dinas Lain{lane}\n  - Arsiparis\n\nkegiatan:\n\n1. Dinas Lain: Menyerahkan arsip kepada Arsiparis\n   \
             output: arsip\n\n2. Arsiparis: Mengembalikan arsip kepada Dinas Lain\n   kelengkapan: arsip\n   output: {output}\n"
        )
    };
    assert!(said_of(&text(" (luar)", "Berita acara pengembalian arsip"), "SOP232").is_empty());
    assert_eq!(said_of(&text(" (luar)", "Surat pengembalian berkas"), "SOP232").len(), 1);
    assert_eq!(said_of(&text("", "Berita acara pengembalian arsip"), "SOP232").len(), 1);
}

#[test]
fn a_name_with_a_word_that_says_no_more_is_the_same_paper() {
    let text =
        |needed: &str| {
            example()
                .replacen("output: Laporan\n", "output: Berita acara hasil negosiasi harga\n", 1)
                .replacen("kelengkapan: Laporan\n", &format!("kelengkapan: {needed}\n"), 1)
        };
    let told = written(&text("Berita acara negosiasi harga"), "SOP405");
    assert_eq!(told, ["Berita acara hasil negosiasi harga"]);
    for other in ["Berita acara klarifikasi harga", "Berita acara hasil negosiasi harga"] {
        assert!(written(&text(other), "SOP405").is_empty(), "{other}");
    }
}

#[test]
fn a_lane_is_offered_only_for_a_name_that_is_nearly_its_own_word_by_word() {
    let text = |name: &str| {
        format!(
            "pelaksana:\n  - Petugas BAP\n  - Petugas Loket\n\nkegiatan:\n\n1. Petugas BAP: Mencatat\n\n2. Petugas Loket: \
             Menerima\n\n3. {name}: Mengarsipkan\n"
        )
    };
    assert_eq!(written(&text("Petugas Lokett"), "SOP151"), ["Petugas Loket"]);
    assert!(written(&text("Petugas Arsip"), "SOP151").is_empty());
    let [told] = &said_of(&text("Petugas Arsip"), "SOP151")[..] else { panic!("it is told") };
    assert!(told.contains("tambahkan `- Petugas Arsip`"), "{told}");
}

#[test]
fn days_are_spelt_out_wherever_a_time_means_them() {
    let text = |first: &str, second: &str| {
        example().replacen("waktu: 1 hari kerja", &format!("waktu: {first}"), 1).replacen(
            "waktu: 2 jam",
            &format!("waktu: {second}"),
            1,
        )
    };
    assert_eq!(written(&text("1 hari/bulan", "2 hari kerja"), "SOP308"), ["1 hari kerja/bulan"]);
    // `HK` is told by itself, and mixes them as `hari kerja` does.
    assert_eq!(written(&text("1 hari", "2 HK"), "SOP308"), ["1 hari kerja"]);
    let third = text("1 hari", "2 HK").replacen("waktu: 15 menit", "waktu: 3 hr", 1);
    assert_eq!(written(&third, "SOP308"), ["1 hari kerja", "3 hari kerja"]);
    for (first, second) in [("1 HK", "2 hari kerja"), ("1 hari kerja", "2 hri"), ("1 hari", "segera")] {
        assert!(written(&text(first, second), "SOP308").is_empty(), "{first}, {second}");
    }
}

#[test]
fn a_figure_below_the_line_is_written_as_a_plain_one() {
    let text = example().replacen("Memeriksa konsep laporan", "Memeriksa kadar NH₃ dan BOD₅", 1);
    assert_eq!(written(&text, "SOP506").len(), 2);
    assert_eq!(written(&text, "SOP506").concat().len(), 2, "one figure each");
    assert!(written(&example().replacen("Memeriksa konsep", "Memeriksa 漢 konsep", 1), "SOP506").is_empty());
}

#[test]
fn a_row_that_waits_for_one_of_two_is_told_what_to_wait_for() {
    let text = "pelaksana:\n  - Staf\n  - Kasi\n\nkegiatan:\n\n1. Staf: Menyusun berkas\n   bersamaan: 2, 3\n\n\
                2. Staf: Mengukur lahan\n   alur: lanjut ke 4\n\n3. Kasi: Mengambil contoh\n\n4. Kasi: Memeriksa hasil\n   \
                menunggu: 2\n";
    assert_eq!(written(text, "SOP214"), ["menunggu: 2, 3"]);
    let [told] = &said_of(text, "SOP214")[..] else { panic!("it is told once") };
    assert!(told.contains("menunggu sebagian saja; tulis `menunggu: 2, 3`"), "{told}");
}

#[test]
fn a_time_in_the_sentence_is_moved_to_its_own_line() {
    let text = |sentence: &str| {
        let row = "3. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 15 menit\n";
        assert!(example().contains(row));
        example().replacen(row, &format!("3. Staf: {sentence}\n   kelengkapan: Laporan\n"), 1)
    };
    for typed in ["Mengarsipkan laporan, 15 mnt", "Mengarsipkan laporan (15 menit)."] {
        assert_eq!(written(&text(typed), "SOP301"), ["", "\n   waktu: 15 menit"], "{typed}");
    }
    for typed in ["Mengarsipkan laporan, 2 rangkap", "Mengarsipkan laporan (meja 3)", "Mengarsipkan, lalu 2"]
    {
        assert!(written(&text(typed), "SOP301").is_empty(), "{typed}");
    }
}

#[test]
fn what_somebody_outside_hands_in_is_complete_and_bears_no_initials() {
    let text = |lane: &str| {
        format!(
            "pelaksana:\n  - Pemohon{lane}\n  - Staf\n\nkegiatan:\n\n1. Pemohon: Menyerahkan surat\n   kelengkapan: surat\n   \
             output: surat\n\n2. Staf: Mencatat surat\n"
        )
    };
    assert!(said_of(&text(" (luar)"), "SOP406")[0].contains("`surat lengkap`"));
    assert!(said_of(&text(""), "SOP406")[0].contains("`surat berparaf`"));
}
