//! The words that the form adds to those of the procedure and of the printed labels.

use crate::text::Text;

macro_rules! words {
    ($($name:ident: $id:literal, $en:literal;)*) => {$(
        pub(super) static $name: Text = Text { id: $id, en: $en };
    )*};
}

words! {
    TITLE: "Lembar Kendali Pelaksanaan SOP", "SOP Execution Checklist";
    UNIT: "Unit kerja", "Unit";
    JENIS: "Jenis SOP", "Kind of SOP";
    CASE: "Berkas yang dikerjakan", "The case";
    CASE_NUMBER: "Nomor berkas", "Case number";
    CASE_SUBJECT: "Perihal/pemohon", "Subject/applicant";
    CASE_START: "Tanggal mulai", "Date started";
    CASE_END: "Tanggal selesai", "Date finished";
    BEFORE: "Sebelum mulai", "Before starting";
    OUTSIDE: "Dokumen dari luar", "Papers from outside";
    START: "Mulai", "Start";
    END: "Selesai", "End";
    RESULT: "Hasil", "Outcome";
    INITIALS: "Paraf", "Initials";
    NOTES: "Catatan", "Notes";
    ROUND: "Putaran", "Round";
    PHASE: "Tahap", "Phase";
    WAITS: "Menunggu selesainya", "Waits for";
    WAITS_FOR: "langkah {nomor}", "step {nomor}";
    NEXT: "Lanjut", "Next";
    LIMIT: "Batas", "Limit";
    OPTIONAL: "Bila perlu", "If needed";
    SKIPPED: "Dilewati, tidak diperlukan", "Passed over, not needed";
    DEPUTY: "Pengganti", "Deputy";
    COPY: "Tembusan", "Copy to";
    REFERS: "Merujuk", "See";
    TOGETHER: "bersama-sama", "together";
    OR: "atau", "or";
    DECIDES: "memutuskan", "decides";
    OUTSIDER: "luar", "external";
    SYSTEM: "sistem", "system";
    FINISHED: "selesai", "finished";
    TO: "ke {ke}", "to {ke}";
    AND: "dan", "and";
    AT_ONCE: "bersamaan", "at the same time";
    AT_MOST: "paling banyak {kali} kali", "at most {kali} times";
    AT_MOST_THEN: "paling banyak {kali} kali, lalu {lalu}", "at most {kali} times, then {lalu}";
    LIMITS: "Batas waktu", "Time limits";
    TOTAL: "Waktu total menurut SOP", "Total time according to the SOP";
    ACTUAL: "Waktu total sebenarnya", "Actual total time";
    ENDED: "Berakhir dengan", "Ended with";
    AFTER: "Setelah selesai", "After finishing";
    FOOTNOTES: "Catatan SOP", "Notes of the SOP";
    LEGEND: "Keterangan pelaksana", "Actors";
    CHECKED: "Diperiksa oleh", "Checked by";
    FINGERPRINT: "Sidik prosedur", "Procedure fingerprint";
    PAGE: "Halaman", "Page";
    OF: "dari", "of";
}
