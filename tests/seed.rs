//! The founding document as received: the contradictions that the rules of today must find in it, by code and line.
#![allow(clippy::disallowed_methods, reason = "a test reads the file that it tests")]

use sop::compile::compile;
use sop::config::Config;
use sop::diag::Severity;
use sop::source::LineIndex;
use sop::text::Lang;

/// Rule, and the beginning of the line that it must point at.
const DEFECTS: &[(&str, &str)] = &[
    // The date lacks its year; the dates of revision and effect are blank.
    ("SOP504", "Tanggal Pembuatan: 30 NOVEMBER"),
    ("SOP503", "Nama SOP: Prosedur"),
    // The month in capitals, no government above the office, a title that begins with what every title could.
    ("SOP509", "Tanggal Pembuatan: 30 NOVEMBER"),
    ("SOP513", "instansi: DINAS SOSIAL"),
    ("SOP515", "Nama SOP: Prosedur"),
    ("SOP536", "instansi: DINAS SOSIAL KABUPETAN"),
    // Only guides to writing SOPs, one of them replaced, in two styles and misspelt.
    ("SOP517", "  - PERMENPAN No. PER/21"),
    ("SOP519", "  - PERMENPAN No. PER/21"),
    ("SOP520", "  - PERMENPAN No. PER/21"),
    ("SOP517", "  - Permen PANRB No 35"),
    ("SOP536", "  - Permen PANRB No 35"),
    // Computer skill without a computer, records kept in nothing.
    ("SOP524", "  - Mampu mengoperasikan komputer"),
    ("SOP525", "  - Pengarsipan"),
    ("SOP535", "   kelengkapan: TOR, ROK, Konsep SK Tim"),
    ("SOP534", "2. Kabid: Kabid melaunch"),
    // One week for the report: in words only, so that nobody sees that it cannot be met.
    ("SOP307", "  - Laporan Penyelenggaraan"),
    // In rows 3 and 10 the Kabid, not agreeing, returns the draft to the Kabid.
    ("SOP203", "   tidak, tidak memenuhi syarat: kembali ke 2"),
    ("SOP203", "   tidak, tidak setuju: kembali ke 10"),
    // The concept of the decree loses its team, and the decree is in force though nobody signs it.
    ("SOP405", "   kelengkapan: TOR, ROK, Konsep SK"),
    ("SOP408", "   kelengkapan: SK Tim"),
    // What comes in goes out.
    ("SOP406", "   output: Job"),
    ("SOP406", "   output: Draft"),
    ("SOP406", "   output: Disposisi"),
    // Three papers with a comma too few.
    ("SOP410", "   output: Laporan, Disposisi dan Catatan"),
    // Work may be sent back for ever.
    ("SOP208", "   tidak, tidak memenuhi syarat: kembali ke 1"),
    ("SOP208", "   tidak, tidak memenuhi syarat: kembali ke 2"),
    ("SOP208", "   tidak, tidak setuju: kembali ke 8"),
    ("SOP208", "   tidak, tidak setuju: kembali ke 10"),
    // Item 14: Kass orders Kass; items 20 and 21: Kabid hands to Kabid.
    ("SOP231", "4. Kass"),
    ("SOP231", "     dan menyampaikan kepada Kabid untuk dokumentasi. Jika tidak setuju"),
    ("SOP231", "11. Kabid"),
    // Item 13: whom the sentence of row 3 orders is not whom its arrow enters; likewise in rows 2 and 12.
    ("SOP230", "     kepada Kass. Jika tidak memenuhi syarat"),
    ("SOP230", "     kepada Kabid untuk memberitahu Tim"),
    ("SOP230", "12. Kabid"),
    // Item 24: the subject stands in every sentence but that of row 12, which has no verb either.
    ("SOP570", "1. Jalur"),
    ("SOP570", "2. Kabid"),
    ("SOP570", "3. Kabid"),
    ("SOP570", "4. Kass"),
    ("SOP570", "5. Jalur"),
    ("SOP570", "6. Tim"),
    ("SOP570", "7. Tim"),
    ("SOP570", "8. Tim"),
    ("SOP570", "9. Jalur"),
    ("SOP570", "10. Kabid"),
    ("SOP570", "11. Kabid"),
    ("SOP570", "13. Jalur"),
    ("SOP570", "14. Jalur"),
    ("SOP571", "12. Kabid"),
    // Item 11: who submits has no disposition to make.
    ("SOP574", "   output: Disposisi"),
    // Item 18: left over from another SOP.
    ("SOP575", "8. Tim"),
];

#[test]
fn the_printed_seed_yields_its_known_defects_and_nothing_else() {
    let text = std::fs::read_to_string("sops/monev-tercetak.sop").unwrap();
    let index = LineIndex::new(&text);
    let compiled = compile(&text, &Config::default());
    let mut found: Vec<(&str, &str)> = Vec::new();
    for finding in &compiled.diagnostics {
        let line = index.line_of(finding.primary.start as usize);
        found.push((finding.rule.code, text[index.start_of(line)..].lines().next().unwrap()));
    }
    let mut missed: Vec<_> = DEFECTS.to_vec();
    found.retain(|(code, line)| {
        let known = missed.iter().position(|(rule, start)| rule == code && line.starts_with(start));
        known.map(|at| missed.remove(at)).is_none()
    });
    assert!(missed.is_empty(), "not found: {missed:#?}");
    assert!(found.is_empty(), "beyond what is known: {found:#?}");
}

#[test]
fn the_reconstructed_seed_would_be_sent_back_for_its_legal_basis_its_limit_and_its_unsigned_decree_only() {
    let text = std::fs::read_to_string("sops/monev.sop").unwrap();
    let found = compile(&text, &Config::default()).diagnostics;
    let weighty: Vec<String> = found
        .iter()
        .filter(|finding| finding.severity > Severity::Advice)
        .map(|finding| finding.message(Lang::Id))
        .collect();
    assert_eq!(
        weighty,
        [
            // The original cites nothing else, and what to cite is for its office to say.
            "dasar hukum hanya menyebut pedoman penyusunan SOP, bukan dasar pekerjaannya",
            "batas `setelah 7 sampai 12: paling lama 1 minggu` tidak dapat dipenuhi: hingga kegiatan 12 perlu paling \
          sedikit 12 hari kerja, 7 hari kerja melebihi batasnya",
            "`SK Tim` dipakai pada kegiatan 5, tetapi tidak ada kegiatan yang menandatangani atau menetapkannya",
        ]
    );
}
