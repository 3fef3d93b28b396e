//! The words that forms add to those of the procedure and of the printed labels.

use crate::text::Text;

macro_rules! words {
    ($($name:ident: $id:literal, $en:literal;)*) => {$(
        pub static $name: Text = Text { id: $id, en: $en };
    )*};
}

words! {
    CHECKLIST: "Lembar Kendali Pelaksanaan SOP", "SOP Execution Checklist";
    VERSION: "Versi", "Version";
    FINGERPRINT: "Sidik prosedur", "Procedure fingerprint";
    FINGERPRINT_SHORT: "Sidik", "Fingerprint";
    NUMBER: "Nomor", "Number";
    UNIT: "Unit kerja", "Unit";
    CASE_NUMBER: "Nomor berkas", "Case number";
    CASE_SUBJECT: "Perihal/pemohon", "Subject/applicant";
    CASE_START: "Tanggal mulai", "Date started";
    CASE_END: "Tanggal selesai", "Date finished";
    OUTSIDE: "Dokumen dari luar", "Papers from outside";
    START: "Mulai", "Start";
    END: "Selesai", "End";
    RESULT: "Hasil", "Outcome";
    INITIALS: "Paraf", "Initials";
    OTHERS: "lainnya: ....................", "other: ....................";
    NOTES: "Catatan pelaksanaan", "Notes on this case";
    ROUNDS_NOTE: "Angka 1, 2, … adalah putaran: dipakai berturut-turut bila berkas dikembalikan dan langkahnya diulang.", "The numbers 1, 2, … are rounds, used one after the other when a case is returned and the step is done again.";
    WAITS: "Menunggu selesainya", "Waits for";
    STEP: "langkah {nomor}", "step {nomor}";
    LIMIT: "Batas", "Limit";
    OPTIONAL: "Bila perlu", "If needed";
    SKIPPED: "Dilewati, tidak diperlukan", "Passed over, not needed";
    DEPUTY: "Pengganti", "Deputy";
    COPY: "Tembusan", "Copy to";
    REFERS: "Merujuk", "See";
    TOGETHER: "bersama-sama", "together";
    WITH: "Bersama", "Together with";
    OR: "atau", "or";
    DECIDES: "memutuskan", "decides";
    OUTSIDER: "luar", "external";
    SYSTEM: "sistem", "system";
    FINISHED: "selesai", "finished";
    TO: "ke {ke}", "to {ke}";
    AND: "dan", "and";
    AT_ONCE: "bersamaan", "at the same time";
    AT_MOST: "paling banyak {kali} kali", "at most {kali} times";
    AT_MOST_ONCE: "paling banyak 1 kali", "at most once";
    AT_MOST_ONCE_THEN: "paling banyak {kali} kali, lalu {lalu}", "at most once, then {lalu}";
    AT_MOST_THEN: "paling banyak {kali} kali, lalu {lalu}", "at most {kali} times, then {lalu}";
    LIMITS: "Batas waktu terpenuhi", "Time limits kept";
    TOTAL: "Waktu menurut SOP", "Time according to the SOP";
    ACTUAL: "Waktu sebenarnya", "Actual time";
    ENDED: "Berakhir dengan", "Ended with";
    FOOTNOTES: "Catatan SOP", "Notes of the SOP";
    LEGEND: "Keterangan pelaksana", "Actors";
    FILLED_BY: "Pengendali berkas", "Keeper of the case";
    CHECKED: "Diperiksa oleh", "Checked by";

    CARD: "Kartu Pelaksana", "Actor's Card";
    COMES_FROM: "Datang dari", "Comes from";
    TO_DO: "Yang dikerjakan", "What to do";
    IN_HAND: "Yang harus ada", "What must be in hand";
    BY_WHEN: "Waktu", "Time";
    GOES_TO: "Diteruskan kepada", "Goes to";
    BEGINS_HERE: "Prosedur mulai di sini", "The procedure begins here";
    BACK_FROM: "Kembali dari {siapa}", "Back from {siapa}";
    BACK_TO: "kembali ke {siapa}", "back to {siapa}";
    ONESELF: "Anda sendiri", "yourself";
    OR_ELSE: "Atau", "Or";
    WHEN: "Bila", "When";
    FROM_OUTSIDE: "Dari luar", "From outside";

    PAPERS: "Daftar Dokumen dan Peralatan", "List of Papers and Tools";
    PAPER_OR_TOOL: "Dokumen/peralatan", "Paper/tool";
    MADE_BY: "Dibuat pada langkah", "Made in step";
    NEEDED_BY: "Diperlukan pada langkah", "Needed in step";
    MADE_INSIDE: "Dibuat dalam prosedur ini", "Made in this procedure";
    ORIGIN_UNKNOWN: "Asal tidak disebutkan dalam SOP", "Origin not said in the SOP";
    TOOLS: "Peralatan", "Tools";
    NO_PAPERS: "SOP ini tidak menyebut dokumen atau peralatan.", "This SOP names no paper and no tool.";

    SERVICE: "Informasi Layanan", "About This Service";
    REQUIREMENTS: "Persyaratan", "Requirements";
    NO_REQUIREMENTS: "SOP ini tidak menyebut persyaratan.", "The procedure names no requirements.";
    STEPS: "Alur layanan", "Steps";
    STEP_HEAD: "Langkah", "Step";
    SERVED_BY: "Oleh", "By";
    TIME: "Jangka waktu", "Time";
    NO_TIME: "Jangka waktu tidak ditetapkan dalam SOP ini.", "The procedure sets no time.";
    TIME_INSIDE: "Termasuk langkah di dalam kantor, yang tidak disebut di atas.", "Steps inside the office, which are not listed above, included.";
    COST: "Biaya", "Cost";
    PRODUCT: "Hasil layanan", "What you receive";
    ONLY_WHEN: "Hanya bila", "Only if";
    WHEN_ENDS: "Bila {bila}", "If {bila}";
    GOOD_TO_KNOW: "Perlu diketahui", "Good to know";

    MONITORING: "Formulir Monitoring Penerapan SOP", "SOP Monitoring Form";
    PERIOD: "Periode", "Period";
    DAY: "Hari/tanggal", "Day";
    ASSESSOR: "Penilai", "Assessor";
    KNOWN_BY: "Mengetahui", "Seen by";
    PROCEDURE: "Prosedur", "Procedure";
    WHOLE: "SOP secara keseluruhan", "The SOP as a whole";
    ASSESSMENT: "Penilaian terhadap penerapan", "Assessment of application";
    GOES_WELL: "Berjalan dengan baik", "Goes well";
    GOES_NOT_WELL: "Tidak berjalan dengan baik", "Does not go well";
    ASSESSMENT_NOTES: "Catatan hasil penilaian", "Notes on the assessment";
    ACTION: "Tindakan yang harus diambil", "Action to take";
    ASSESSOR_INITIALS: "Paraf penilai", "Assessor's initials";

    EVALUATION: "Formulir Evaluasi Penerapan SOP", "SOP Evaluation Form";
    CRITERION: "Kriteria penilaian", "Criteria";
    JUDGEMENT: "Penilaian", "Assessment";
    YES: "Ya", "Yes";
    NO: "Tidak", "No";
    CONCLUSION: "Kesimpulan", "Conclusion";
    KEEP: "SOP tetap berlaku", "The SOP stays in force";
    REVISE: "SOP perlu direvisi", "The SOP must be revised";
    WITHDRAW: "SOP perlu dicabut", "The SOP must be withdrawn";

    VERIFICATION: "Berita Acara Verifikasi SOP", "Minutes of SOP Verification";
    PLACE: "Tempat", "Place";
    UNIT_PARTY: "Unit penyusun", "Unit that drew it up";
    BUREAU_PARTY: "Unit yang membidangi tata laksana", "Bureau for organisation";
    CORRECTIONS: "Catatan perbaikan", "Corrections";
    CONFORMS: "Sesuai pedoman", "Conforms";
    NEEDS_WORK: "Perlu perbaikan", "Needs work";
    MINUTES_OPENING: "Pada hari dan tempat tersebut di bawah ini telah dilakukan verifikasi terhadap SOP Administrasi Pemerintahan oleh para pihak berikut.", "On the day and at the place named below, the parties below verified these SOPs.";
    MINUTES_LIST: "SOP yang diverifikasi ({banyak}) beserta hasilnya:", "SOPs verified ({banyak}) and the result:";
    MINUTES_CLOSING: "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", "These minutes were drawn up truthfully, to be used as appropriate.";

    IDENTIFICATION: "Formulir Identifikasi SOP", "SOP Identification Form";
    DRAWN_UP: "Disusun oleh", "Drawn up by";
    TASK: "Tugas", "Task";
    FUNCTION: "Fungsi", "Function";
    DUTIES: "Uraian tugas", "Duties";
    ASPECT: "Aspek", "Aspect";
    SOP_TITLE: "Judul SOP", "SOP title";

    REGISTER: "Daftar (Register) SOP", "Register of SOPs";
    AS_OF: "Keadaan per tanggal", "As of";
    DATES: "Tanggal", "Dates";
    MADE: "Pembuatan", "Made";
    REVISED: "Revisi", "Revised";
    IN_FORCE: "Efektif", "In force";
    STATUS: "Status", "State";
    VALID: "Berlaku", "In force";
    REPLACED: "Digantikan", "Replaced";
    WITHDRAWN: "Dicabut", "Withdrawn";
}

/// The criteria of the yearly evaluation, as provinces use them after the regulation.
pub static CRITERIA: [Text; 7] = [
    Text { id: "SOP mampu mendorong peningkatan kinerja", en: "The SOP drives performance" },
    Text { id: "SOP mudah dipahami", en: "The SOP is easy to understand" },
    Text { id: "SOP mudah dilaksanakan", en: "The SOP is easy to carry out" },
    Text { id: "Semua orang dapat menjalankan perannya masing-masing", en: "Everyone can play their part" },
    Text {
        id: "SOP mampu mengatasi permasalahan yang berkaitan dengan proses",
        en: "The SOP solves problems of the process",
    },
    Text {
        id: "SOP mampu menjawab kebutuhan peningkatan kinerja organisasi",
        en: "The SOP answers the need for better performance",
    },
    Text {
        id: "SOP sinergi satu dengan lainnya, tanpa tumpang tindih",
        en: "SOPs work together without overlap",
    },
];
