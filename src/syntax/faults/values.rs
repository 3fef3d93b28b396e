//! What can be wrong with what a field says: outcomes, targets, times, limits, dates.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

pub(in crate::syntax) static NO_NAME_TAKEN: Rule = Rule::new(
    "SOP123",
    "unexpected-name",
    Severity::Error,
    Text::new("`{kata}` tidak memakai nama pelaksana dalam kurung", "`{kata}` takes no actor in brackets"),
    Text::new(
        "hapus `({nama})`; nama hanya pada waktu, alur, ya, tidak, dan jika",
        "remove `({nama})`; names go with waktu, alur, ya, tidak and jika only",
    ),
    page!("SOP123"),
);

pub(in crate::syntax) static NO_CONDITION_TAKEN: Rule = Rule::new(
    "SOP124",
    "unexpected-condition",
    Severity::Error,
    Text::new(
        "`{kata}` tidak memakai syarat sebelum titik dua",
        "`{kata}` takes no condition before the colon",
    ),
    Text::new(
        "syarat hanya pada ya, tidak, dan jika; tulis yang lain setelah titik dua",
        "conditions go with ya, tidak and jika only; write the rest after the colon",
    ),
    page!("SOP124"),
);

pub(in crate::syntax) static CONDITION_COMMA: Rule = Rule::new(
    "SOP125",
    "missing-comma",
    Severity::Warning,
    Text::new(
        "di antara `{kata}` dan syaratnya tidak ada koma",
        "there is no comma between `{kata}` and its condition",
    ),
    Text::new("tulis `{kata}, {syarat}:`", "write `{kata}, {syarat}:`"),
    page!("SOP125"),
);

pub(in crate::syntax) static NO_CONDITION: Rule = Rule::new(
    "SOP126",
    "missing-condition",
    Severity::Error,
    Text::new("`jika` ini tanpa syarat", "this `jika` has no condition"),
    Text::new(
        "tulis syaratnya sebelum titik dua: `jika nilai di atas 100 juta: lanjut ke 6`",
        "write the condition before the colon: `jika nilai di atas 100 juta: lanjut ke 6`",
    ),
    page!("SOP126"),
);

pub(crate) static TARGET: Rule = Rule::new(
    "SOP127",
    "unreadable-target",
    Severity::Error,
    Text::new("tujuan `{teks}` tidak terbaca", "the target `{teks}` cannot be read"),
    Text::new(
        "tulis `lanjut ke N` (N nomor kegiatan), `kembali ke N`, `selesai`, atau `selesai, NAMA AKHIR`; boleh diikuti `, paling banyak K kali, lalu ...`",
        "write `lanjut ke N` (N the number of a row), `kembali ke N`, `selesai` or `selesai, NAME OF THE END`; `, paling banyak K kali, lalu ...` may follow",
    ),
    page!("SOP127"),
);

pub(crate) static TIMES: Rule = Rule::new(
    "SOP128",
    "unreadable-bound",
    Severity::Error,
    Text::new(
        "`paling banyak` di sini tidak diikuti bilangan 1 atau lebih",
        "`paling banyak` is not followed by a number of 1 or more",
    ),
    Text::new("tulis misalnya `paling banyak 2 kali`", "write for instance `paling banyak 2 kali`"),
    page!("SOP128"),
);

pub(in crate::syntax) static BOUND_PLACE: Rule = Rule::new(
    "SOP129",
    "then-without-bound",
    Severity::Error,
    Text::new(
        "`lalu` di sini tidak didahului `paling banyak`",
        "`lalu` does not follow a `paling banyak` here",
    ),
    Text::new(
        "tulis `kembali ke N, paling banyak K kali, lalu ...`, atau hapus",
        "write `kembali ke N, paling banyak K kali, lalu ...`, or remove it",
    ),
    page!("SOP129"),
);

pub(crate) static ROW_LIST: Rule = Rule::new(
    "SOP130",
    "unreadable-row-list",
    Severity::Error,
    Text::new("`{teks}` bukan daftar nomor kegiatan", "`{teks}` is no list of row numbers"),
    Text::new("tulis nomor dengan koma, misalnya `5, 6`", "write numbers with commas, for instance `5, 6`"),
    page!("SOP130"),
);

pub(in crate::syntax) static TIME: Rule = Rule::new("SOP131", "unreadable-time", Severity::Warning, Text::new("waktu `{teks}` tidak terbaca", "the time `{teks}` cannot be read"), Text::new("tulis bilangan dan satuan: detik, menit, jam, hari, hari kerja, hari kalender, minggu, bulan, triwulan, semester, atau tahun", "write a number and a unit: detik, menit, jam, hari, hari kerja, hari kalender, minggu, bulan, triwulan, semester or tahun"), page!("SOP131")).based("R74");

pub(in crate::syntax) static TIME_WORDS: Rule = Rule::new(
    "SOP132",
    "unknown-time-words",
    Severity::Advice,
    Text::new(
        "waktu `{teks}` bukan kata waktu yang lazim, dan tidak ikut dijumlahkan",
        "the time `{teks}` is no usual expression, and is left out of sums",
    ),
    Text::new(
        "tulis lamanya, misalnya `3 hari kerja`; kata seperti `segera` pun tidak ikut dijumlahkan",
        "write a duration, for instance `3 hari kerja`; words such as `segera` are left out of sums, too",
    ),
    page!("SOP132"),
)
.based("R75");

pub(in crate::syntax) static TIME_PER_TIME: Rule = Rule::new(
    "SOP133",
    "time-per-time",
    Severity::Warning,
    Text::new("`{teks}` membagi waktu dengan waktu", "`{teks}` divides a time by a time"),
    Text::new(
        "setelah `/` atau `per` tulis yang dihitung (`per berkas`, `/ 150 siswa`) atau masa (`per triwulan`)",
        "after `/` or `per` write what is counted (`per berkas`, `/ 150 siswa`) or a period (`per triwulan`)",
    ),
    page!("SOP133"),
)
.based("R75");

pub(crate) static LIMIT: Rule = Rule::new(
    "SOP134",
    "unreadable-limit",
    Severity::Error,
    Text::new("batas `{teks}` tidak terbaca", "the limit `{teks}` cannot be read"),
    Text::new(
        "tulis misalnya `paling lama 3 hari kerja setelah 4`",
        "write for example `paling lama 3 hari kerja setelah 4`",
    ),
    page!("SOP134"),
);

pub(crate) static DATE: Rule = Rule::new(
    "SOP135",
    "unreadable-date",
    Severity::Error,
    Text::new("tanggal `{teks}` tidak terbaca", "the date `{teks}` cannot be read"),
    Text::new(
        "tulis misalnya `30 November 2023`, atau `-` bila memang tidak ada",
        "write for instance `30 November 2023`, or `-` if there is none",
    ),
    page!("SOP135"),
);

pub(in crate::syntax) static DATE_FORM: Rule = Rule::new(
    "SOP136",
    "date-in-figures",
    Severity::Warning,
    Text::new("tanggal `{teks}` ditulis dengan angka saja", "the date `{teks}` is written in figures only"),
    Text::new("tulis nama bulannya: `{baku}`", "write the month's name: `{baku}`"),
    page!("SOP136"),
)
.based("R10");

pub(crate) static NO_TARGET: Rule = Rule::new(
    "SOP140",
    "no-target",
    Severity::Error,
    Text::new("`{kata}` belum menyebut tujuannya", "`{kata}` does not say where it leads"),
    Text::new(
        "tulis di belakang titik dua, misalnya `lanjut ke 5`, `kembali ke 1`, atau `selesai`",
        "write it behind the colon, for example `lanjut ke 5`, `kembali ke 1` or `selesai`",
    ),
    page!("SOP140"),
);
