//! The grammar is the definition: what is read by hand first can be left to it, so that tests hold whole files together.

#[cfg(test)]
thread_local! {
    static ALONE: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Whether the grammar reads everything; only in tests.
pub(super) fn alone() -> bool {
    #[cfg(test)]
    return ALONE.get();
    #[cfg(not(test))]
    false
}

#[cfg(test)]
#[path = "../../tests/common/procedures.rs"]
mod procedures;

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests read files")]
mod tests {
    use super::ALONE;
    use super::procedures::{self, Dice};
    use crate::diag::Sink;
    use crate::syntax::parse;
    use std::path::Path;

    /// What stands in the place of a piece of a file: marks, keys, numbers, blanks, and what is no ASCII.
    const PIECES: &[&str] = &[
        "",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\t",
        "\r\n",
        ":",
        ": ",
        ",",
        ", ",
        "-",
        "- ",
        "->",
        "→",
        "?",
        "(",
        ")",
        "=",
        ".",
        "#",
        "* ",
        "a. ",
        "12",
        "3a. ",
        "0",
        "10000",
        "é",
        "e\u{301}",
        "\u{A0}",
        "\u{FEFF}",
        "\u{200B}",
        "waktu: ",
        "WAKTU: ",
        "jika ",
        "ya, ",
        "tidak: ",
        "alur: ",
        "selesai",
        "lanjut ke ",
        "kembali ke ",
        "kembali",
        ", paling banyak 2 kali",
        ", lalu selesai",
        "setelah 3",
        "2 jam 30 menit",
        "hari kerja",
        "31 Februari 2025",
        "tahap: ",
        "kegiatan:",
        "(Kabid)",
        "Kasi atau Kabid",
        "\n3. Ya: ",
        "\n4. Waktu: ",
        "\n5. Tidak lengkap: kembali ke 1\n",
        "\n     - ",
        "\n   jika lengkap: ",
        "\n     surat ",
        " dan ",
    ];

    fn read(text: &str, by_grammar: bool) -> String {
        ALONE.set(by_grammar);
        let mut sink = Sink::new();
        let sop = parse(text, &mut sink);
        ALONE.set(false);
        format!("{sop:#?}\n{:#?}", sink.into_sorted())
    }

    fn agree(text: &str) {
        let (mixed, defined) = (read(text, false), read(text, true));
        assert_eq!(mixed, defined, "in\n{text}");
    }

    /// A file with a few pieces cut out, put in, doubled or moved.
    fn mutated(text: &str, dice: &mut Dice) -> String {
        let mut text = text.to_owned();
        for _ in 0..=dice.below(5) {
            let place = |dice: &mut Dice| text.floor_char_boundary(dice.below(text.len() + 1));
            let from = place(dice);
            let to = text.ceil_char_boundary((from + dice.below(8)).min(text.len()));
            if dice.percent(25) {
                let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
                let end = text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
                let (line, goal) = (text[start..end].to_owned(), place(dice));
                let goal = text[..goal].rfind('\n').map_or(0, |at| at + 1);
                text.insert_str(goal, &line);
            } else {
                let cut = if dice.percent(50) { from } else { to };
                text.replace_range(from..cut, dice.pick(PIECES));
            }
        }
        text
    }

    /// Found by the long run.
    #[test]
    fn an_actor_of_characters_that_cannot_be_printed_is_none() {
        agree("sop: Uji\npelaksana:\n  - Kasi\nkegiatan:\n1. Kasi: Menyusun\n2. \u{FEFF}: Memeriksa\n");
    }

    /// Found by the long run.
    #[test]
    fn a_comma_behind_an_answer_is_no_condition() {
        for answer in ["ya, ", "ya,", "ya,  ", "tidak, ", "ya, lengkap ", "ya, lengkap"] {
            let rows = format!("1. Kasi: Menyusun\n2. Kasi: Memeriksa\n   {answer}: lanjut ke 3\n");
            agree(&format!("sop: Uji\npelaksana:\n  - Kasi\nkegiatan:\n{rows}3. Kasi: Mengirim\n"));
        }
    }

    #[test]
    fn what_only_looks_like_a_plain_field_of_the_identity_is_none() {
        for lines in [
            "instansi:\n  - Dinas\n  - unit: Bagian Umum\n",
            "instansi:\n  - Dinas\n  - 2 -\n",
            "instansi:\n  - Dinas\n  Sosial\n",
            "instansi:\n  - Dinas,\n\n  - Bidang \n",
            "instansi:\n  -\n",
            "instansi:\n",
            "instansi: 1. Dinas\n",
            "unit: Bagian\n  - Umum\n",
            "unit: Bagian\n  Umum\n",
            "unit: Bagian\nUmum\n",
            "unit: Bagian\nunit: Seksi\n",
            "unit : Bagian\n",
            "unit: Bagian\nwaktu: 3 hari\n",
            "unit: Bagian\nalur:\n",
            "unit: Bagian\n# abaikan SOP101: uji\n",
            "unit: -\n",
            "tanggal efektif: 31 Februari 2025\n",
            "unit (Umum): Bagian\n",
            "instansi:Dinas\n  - Bidang\n",
            "instansi:\n  - : Dinas\n",
            "peringatan:\n  - Segera\n  - :\n",
        ] {
            agree(&format!("sop: Uji\n{lines}nip: 1\npelaksana:\n  - Kasi\nkegiatan:\n1. Kasi: Menyusun\n"));
        }
    }

    #[test]
    fn what_only_looks_like_plain_lines_of_a_row_is_none() {
        for lines in [
            "   bila perlu: lengkap ke 3, tidak lengkap ke 1\n   waktu: 1 hari\n",
            "   bila perlu: tidak lengkap\n   waktu: 1 hari\n2. Kasi : Mengirim\n   waktu: 1 jam\n",
            "   konsep surat\n   waktu: 1 hari\n",
            "   waktu: 1 hari\n   kerja\n   output: Konsep\n",
            "   waktu: 1 hari\n     kerja\n   waktu: 2 hari\n",
            "   output: Konsep\n     - Surat\n   waktu: 1 hari\n",
            "   output:\n   - Konsep\n   waktu: 1 hari\n   output: Surat\n",
            "   # abaikan SOP101: uji\n   waktu: 1 hari\n   # uji\n   output: Konsep\n",
            "   waktu: 1 hari\n\n   # uji\n\n   selesai\n",
            "   waktu: 1 hari\noutput: Konsep\n   keterangan: Segera\n",
            "   waktu: 1 hari\n\toutput: Konsep\n",
            "   waktu: 1 hari\n   nama: Kasi\n   output: Konsep\n",
            "   waktu: 1 hari\n   unit: Bagian\n   output: Konsep\n",
            "   waktu: 1 hari – 2 hari\n   output: Konsep  surat\n   keterangan: Segera\n",
            "   alur: 3, tidak alur: 1\n   waktu: 1 hari\n",
            "   ya: lanjut ke 3\n   tidak: kembali ke 1\n   selesai: 4\n   waktu: 1 hari\n",
            "   waktu: 1 hari\n   Catatan: Segera\n     - Penting\n2. Kasi: Mengirim\n   waktu: 1 hari\n",
            "   waktu: 1 hari\n  2. Kasi: Mengirim\n   output: Konsep\n",
            "   waktu: 1 hari\n# uji\n2. Kabid: Memeriksa\n   output: Konsep\n",
            "   waktu: 1 hari\n# uji\n   output: Konsep\ntahap: Akhir\n   output: Surat\n",
            "     lalu kembali kepada Kasi\n     hasilnya surat\n     hasil, selesai\n     yang ya selesai tidak kembali\n",
            "   keterangan: Segera\n     kemudian selesai\n     terusan surat\n     keputusan ya lanjut tidak selesai\n",
            "   output:\n     - Konsep\n       surat\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n     surat\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n\n   # uji\n     - Surat\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n  \n     - Surat, berkas,\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n- Surat\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n     - waktu: 2 hari\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n     - 2 -\n   waktu: 1 hari\n",
            "   output:\n     - Konsep\n     - ya lengkap, lanjut ke 3\n   waktu: 1 hari\n",
            "   output:\n     - lengkap lanjut, tidak lengkap selesai\n     - sesuai -> 3\n   waktu: 1 hari\n",
            "   output:\n     - Lengkap maka kembali\n     - Konsep?\n   waktu: 1 hari\n",
            "   output:\n     - 2 surat\n     - a. Konsep\n   waktu: 1 hari\n",
            "   waktu:\n     - 1 hari\n   output: -\n     - Konsep\n",
            "   keterangan:\n     - Segera\n     - Penting\n   output:\n2. Kabid: Memeriksa\n",
            "   output:\n     - Konsep\n   output:\n     - Surat\n",
            "   jika lengkap: lanjut ke 3\n   jika tidak lengkap: kembali ke 1\n   waktu: 1 hari\n",
            "   jika: lanjut ke 3\n   jika lengkap : selesai\n   Jika lain: selesai\n   waktu: 1 hari\n",
            "   jika  lengkap: lanjut ke 3\n   jika , ada: selesai\n   jika ada, lengkap: selesai\n",
            "   jika lengkap (Kasi): lanjut ke 3\n   jika ya: lanjut ke 3, jika tidak: selesai\n",
            "   jika lengkap: -\n   jika ada: kembali ke 1, tidak ada ke 3\n   waktu: 1 hari\n",
        ] {
            agree(&format!(
                "sop: Uji\npelaksana:\n  - Kasi\n  - Kabid\nkegiatan:\n1. Kasi: Menyusun\n{lines}3. Kasi: Mengirim\n"
            ));
        }
    }

    #[test]
    fn what_only_looks_like_a_plain_list_of_lanes_is_none() {
        for lines in [
            "# uji\npelaksana:\n  - Kasi = Kepala Seksi\n  - Kabid (luar)\n",
            "pelaksana:\n  - Kasi\n# uji\n  - Kabid\n",
            "pelaksana:\n  - Kasi, Kepala Seksi = Kepala Seksi Umum\n  - =\n",
            "pelaksana:\n  - Kasi\n  - Kasi: Kepala\n",
            "pelaksana:\n  - Kasi\n    Umum\n",
            "pelaksana:\n  - Kasi\nKabid\n",
            "pelaksana: Kasi, Kabid\n",
            "pelaksana: Kasi\n  - Kabid\n",
            "pelaksana:\n  - Kasi\npelaksana:\n  - Kabid\n",
            "pelaksana:\n  - Kasi – Umum\n  - Kabid\nunit: Bagian\n",
            "pelaksana:\n",
        ] {
            agree(&format!("sop: Uji\n{lines}kegiatan:\n1. Kasi: Menyusun\n2. Kabid: Memeriksa\n"));
        }
    }

    #[test]
    fn whole_files_are_read_as_the_grammar_reads_them() {
        hold_together(40, 250);
    }

    /// `cargo test --release --lib -- --ignored whole_files`
    #[test]
    #[ignore = "takes minutes"]
    fn whole_files_are_read_as_the_grammar_reads_them_long() {
        hold_together(2_000, 100_000);
    }

    fn hold_together(random: u64, mutations: u64) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sops");
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "sop"));
        paths.sort();
        let written = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
        let made = (0..random).map(|seed| procedures::procedure(seed, 3 + (seed % 14) as usize, 4));
        let texts: Vec<String> = written.chain(made).collect();
        texts.iter().for_each(|text| agree(text));
        for seed in 0..mutations {
            let mut dice = Dice::new(seed);
            let text = &texts[dice.below(texts.len())];
            agree(&mutated(text, &mut dice));
        }
    }
}
