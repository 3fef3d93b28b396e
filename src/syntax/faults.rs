//! What can be wrong with a line: SOP101 to SOP149, and of a text that is none SOP178.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] = &[
    &FILE_SIZE,
    &TOO_MUCH_UNREAD,
    &LINE_LENGTH,
    &ENCODING,
    &CONTROL,
    &INVISIBLE,
    &LOOK_ALIKE,
    &LINE,
    &UNKNOWN_KEY,
    &PLACE,
    &DOUBLED,
    &FOREIGN_MARK,
    &UNEXPECTED_ITEM,
    &EMPTY_ITEM,
    &NO_KEGIATAN,
    &SECOND_KEGIATAN,
    &ROW_NUMBER,
    &NO_ACTOR,
    &EMPTY_PLACE,
    &QUESTION,
    &NAME_MARK,
    &LANE_KIND,
    &EMPTY_NAME,
    &NO_NAME_TAKEN,
    &NO_CONDITION_TAKEN,
    &CONDITION_COMMA,
    &NO_CONDITION,
    &TARGET,
    &TIMES,
    &BOUND_PLACE,
    &ROW_LIST,
    &TIME,
    &TIME_WORDS,
    &TIME_PER_TIME,
    &LIMIT,
    &DATE,
    &DATE_FORM,
    &MISSING_COLON,
    &HEAD_TEXT,
    &DASH_AND_ITEMS,
    &NO_TARGET,
    &NO_TEXT,
    &EMPTY_PHASE,
];

pub(super) static FILE_SIZE: Rule = Rule::new(
    "SOP101",
    "file-too-large",
    Severity::Error,
    Text::new("berkas ini {ukuran} byte, lebih dari 4 MiB", "this file has {ukuran} bytes, more than 4 MiB"),
    Text::new(
        "bagi menjadi beberapa SOP; satu berkas memuat satu SOP",
        "split it into several SOPs; a file holds one SOP",
    ),
    page!("SOP101"),
);

pub(super) static TOO_MUCH_UNREAD: Rule = Rule::new(
    "SOP178",
    "too-much-unread",
    Severity::Error,
    Text::new(
        "lebih dari {banyak} hal di berkas ini tidak terbaca; yang pertama saja yang disebut, dan isinya tidak dipakai",
        "more than {banyak} things in this file cannot be read; only the first are named, and nothing of it is used",
    ),
    Text::new(
        "perbaiki yang disebut di seluruh berkas; bila ini bukan naskah SOP, beri berkasnya akhiran selain `.sop`",
        "mend what is named all over the file; if this is no text of an SOP, give the file an ending other than `.sop`",
    ),
    page!("SOP178"),
);

pub(super) static LINE_LENGTH: Rule = Rule::new(
    "SOP102",
    "line-too-long",
    Severity::Error,
    Text::new(
        "baris ini {ukuran} byte, lebih dari 64 KiB, dan tidak dibaca",
        "this line has {ukuran} bytes, more than 64 KiB, and is not read",
    ),
    Text::new(
        "pecah menjadi beberapa baris; baris lanjutan ditulis menjorok",
        "break it into several lines; a continuation is indented",
    ),
    page!("SOP102"),
);

pub(super) static ENCODING: Rule = Rule::new(
    "SOP103",
    "not-utf8",
    Severity::Error,
    Text::new("tulisan di sini {keadaan}", "the text here is {keadaan}"),
    Text::new(
        "simpan ulang berkas dengan pengodean UTF-8, lalu periksa huruf di tempat ini",
        "save the file again as UTF-8, then look at the letters here",
    ),
    page!("SOP103"),
);

pub(super) static CONTROL: Rule = Rule::new(
    "SOP104",
    "control-character",
    Severity::Error,
    Text::new(
        "karakter kendali {kode} tidak boleh ada dalam naskah",
        "the control character {kode} may not stand in a text",
    ),
    Text::new(
        "hapus; biasanya terbawa saat menyalin dari program lain",
        "remove it; it usually comes along when copying from another program",
    ),
    page!("SOP104"),
);

pub(super) static INVISIBLE: Rule = Rule::new(
    "SOP105",
    "invisible-character",
    Severity::Error,
    Text::new(
        "{jenis} ({kode}) tidak tampak, tetapi membuat dua nama yang sama menjadi berbeda",
        "{jenis} ({kode}) cannot be seen, yet makes two equal names differ",
    ),
    Text::new(
        "hapus; biasanya terbawa saat menyalin dari Word atau laman web",
        "remove it; it usually comes along when copying from Word or a web page",
    ),
    page!("SOP105"),
);

pub(super) static LOOK_ALIKE: Rule = Rule::new(
    "SOP106",
    "look-alike-mark",
    Severity::Warning,
    Text::new(
        "`{tanda}` mirip `{baku}`, tetapi bukan tanda itu",
        "`{tanda}` looks like `{baku}` but is not that mark",
    ),
    Text::new("ketik `{baku}` dengan papan tik", "type `{baku}` on the keyboard"),
    page!("SOP106"),
);

pub(crate) static LINE: Rule = Rule::new(
    "SOP107",
    "unreadable-line",
    Severity::Error,
    Text::new(
        "baris ini bukan isian, kegiatan, butir, atau lanjutan",
        "this line is no field, row, item or continuation",
    ),
    Text::new(
        "bila melanjutkan teks di atasnya, tulis menjorok; bila isian, tulis namanya dan titik dua, misalnya `waktu: 1 jam`",
        "if it continues the text above, indent it; if it is a field, write its name and a colon, such as `waktu: 1 jam`",
    ),
    page!("SOP107"),
);

pub(crate) static UNKNOWN_KEY: Rule = Rule::new(
    "SOP108",
    "unknown-key",
    Severity::Error,
    Text::new("`{kata}` bukan isian yang dikenal", "`{kata}` is no known field"),
    Text::new(
        "lihat daftar isian dengan `sop explain SOP108`; bila ini teks, pindahkan kata-kata sampai titik duanya ke ujung baris di atasnya",
        "see the list of fields with `sop explain SOP108`; if this is text, move the words up to the colon to the end of the line above",
    ),
    page!("SOP108"),
);

pub(crate) static PLACE: Rule = Rule::new(
    "SOP109",
    "misplaced-key",
    Severity::Error,
    Text::new("`{kata}` tidak pada tempatnya", "`{kata}` stands in the wrong place"),
    Text::new(
        "isian identitas ditulis sebelum `kegiatan:`, isian baris di bawah kegiatannya",
        "fields of the identity stand before `kegiatan:`, those of a row below their row",
    ),
    page!("SOP109"),
);

pub(crate) static DOUBLED: Rule = Rule::new(
    "SOP110",
    "doubled-key",
    Severity::Error,
    Text::new("`{kata}` sudah diisi di tempat ini", "`{kata}` is already given here"),
    Text::new("gabungkan keduanya atau hapus salah satu", "join the two or remove one"),
    page!("SOP110"),
);

pub(super) static FOREIGN_MARK: Rule = Rule::new(
    "SOP111",
    "foreign-mark",
    Severity::Warning,
    Text::new("ditandai `{tanda}`, bukan `{baku}`", "marked `{tanda}` instead of `{baku}`"),
    Text::new(
        "tulis `{baku}`; nomor dan huruf dicetak sendiri",
        "write `{baku}`; numbers and letters are printed by themselves",
    ),
    page!("SOP111"),
)
.based("R31");

pub(super) static UNEXPECTED_ITEM: Rule = Rule::new(
    "SOP112",
    "unexpected-item",
    Severity::Error,
    Text::new(
        "`{kata}` memuat satu teks, bukan daftar butir",
        "`{kata}` holds one text, not a list of items",
    ),
    Text::new(
        "tulis isinya di baris `{kata}:` tanpa tanda `-`",
        "write it on the line `{kata}:` without the mark `-`",
    ),
    page!("SOP112"),
);

pub(super) static EMPTY_ITEM: Rule = Rule::new(
    "SOP113",
    "empty-item",
    Severity::Warning,
    Text::new("butir ini kosong", "this item is empty"),
    Text::new("isi atau hapus", "fill it in or remove it"),
    page!("SOP113"),
);

pub(super) static NO_KEGIATAN: Rule = Rule::new(
    "SOP114",
    "missing-kegiatan",
    Severity::Error,
    Text::new(
        "baris kegiatan mulai di sini, tetapi `kegiatan:` belum ditulis",
        "the rows begin here, but `kegiatan:` is not written yet",
    ),
    Text::new("tulis `kegiatan:` di atas kegiatan pertama", "write `kegiatan:` above the first row"),
    page!("SOP114"),
);

pub(super) static SECOND_KEGIATAN: Rule = Rule::new(
    "SOP115",
    "doubled-kegiatan",
    Severity::Error,
    Text::new("`kegiatan:` ditulis lagi", "`kegiatan:` stands here again"),
    Text::new(
        "hapus; untuk membagi kegiatan pakai `tahap: NAMA`",
        "remove it; to divide the rows use `tahap: NAME`",
    ),
    page!("SOP115"),
);

pub(crate) static ROW_NUMBER: Rule = Rule::new(
    "SOP116",
    "row-number",
    Severity::Error,
    Text::new("`{nomor}` tidak dapat menjadi nomor kegiatan", "`{nomor}` cannot be the number of a row"),
    Text::new(
        "pakai 1 sampai 9999, boleh diikuti satu huruf kecil seperti `2a`",
        "use 1 to 9999, possibly with one small letter as in `2a`",
    ),
    page!("SOP116"),
);

pub(crate) static NO_ACTOR: Rule = Rule::new(
    "SOP117",
    "row-without-actor",
    Severity::Error,
    Text::new("kegiatan {nomor} tidak menyebut pelaksana", "row {nomor} names no actor"),
    Text::new("tulis `{nomor}. PELAKSANA: uraian kegiatan`", "write `{nomor}. ACTOR: what is done`"),
    page!("SOP117"),
)
.based("R38");

pub(super) static EMPTY_PLACE: Rule = Rule::new(
    "SOP118",
    "empty-actor",
    Severity::Error,
    Text::new("ada tempat kosong di antara pelaksana", "there is an empty place among the actors"),
    Text::new(
        "isi nama pelaksana atau hapus tanda `,` atau `->` yang berlebih",
        "fill in the actor or remove the superfluous `,` or `->`",
    ),
    page!("SOP118"),
);

pub(crate) static QUESTION: Rule = Rule::new(
    "SOP119",
    "misplaced-question",
    Severity::Error,
    Text::new(
        "`?` tidak tepat di belakang nama pelaksana",
        "the `?` is not right behind the name of an actor",
    ),
    Text::new(
        "tulis `NAMA?`; pelaksana berikutnya setelah `,` atau `->`",
        "write `NAME?`; the next actor follows after `,` or `->`",
    ),
    page!("SOP119"),
);

pub(crate) static NAME_MARK: Rule = Rule::new(
    "SOP120",
    "mark-in-name",
    Severity::Error,
    Text::new("nama pelaksana `{nama}` memuat `{tanda}`", "the actor's name `{nama}` holds `{tanda}`"),
    Text::new(
        "nama tidak memuat `,` `->` `?` `:` `=` atau tanda kurung; tulis tanpa tanda itu",
        "a name holds no `,` `->` `?` `:` `=` and no bracket; write it without that mark",
    ),
    page!("SOP120"),
);

pub(super) static LANE_KIND: Rule = Rule::new(
    "SOP121",
    "unknown-lane-kind",
    Severity::Error,
    Text::new(
        "keterangan `({kata})` pada pelaksana tidak dikenal",
        "the remark `({kata})` on a lane is not known",
    ),
    Text::new(
        "hanya `(luar)` untuk pihak luar dan `(sistem)` untuk aplikasi; lainnya tulis setelah `=`",
        "only `(luar)` for a party outside and `(sistem)` for a system; write anything else after `=`",
    ),
    page!("SOP121"),
);

pub(super) static EMPTY_NAME: Rule = Rule::new(
    "SOP122",
    "empty-name",
    Severity::Error,
    Text::new("ada bagian nama pelaksana ini yang kosong", "a part of this lane's name is empty"),
    Text::new("tulis `- NAMA PENDEK = Nama Panjang`", "write `- SHORT NAME = Long Name`"),
    page!("SOP122"),
);

pub(super) static NO_NAME_TAKEN: Rule = Rule::new(
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

pub(super) static NO_CONDITION_TAKEN: Rule = Rule::new(
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

pub(super) static CONDITION_COMMA: Rule = Rule::new(
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

pub(super) static NO_CONDITION: Rule = Rule::new(
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

pub(super) static BOUND_PLACE: Rule = Rule::new(
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

pub(super) static TIME: Rule = Rule::new("SOP131", "unreadable-time", Severity::Warning, Text::new("waktu `{teks}` tidak terbaca", "the time `{teks}` cannot be read"), Text::new("tulis bilangan dan satuan: detik, menit, jam, hari, hari kerja, hari kalender, minggu, bulan, triwulan, semester, atau tahun", "write a number and a unit: detik, menit, jam, hari, hari kerja, hari kalender, minggu, bulan, triwulan, semester or tahun"), page!("SOP131")).based("R74");

pub(super) static TIME_WORDS: Rule = Rule::new(
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

pub(super) static TIME_PER_TIME: Rule = Rule::new(
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

pub(super) static DATE_FORM: Rule = Rule::new(
    "SOP136",
    "date-in-figures",
    Severity::Warning,
    Text::new("tanggal `{teks}` ditulis dengan angka saja", "the date `{teks}` is written in figures only"),
    Text::new("tulis nama bulannya: `{baku}`", "write the month's name: `{baku}`"),
    page!("SOP136"),
)
.based("R10");

pub(crate) static MISSING_COLON: Rule = Rule::new(
    "SOP137",
    "missing-colon",
    Severity::Error,
    Text::new("`{kata}` tidak diikuti titik dua", "`{kata}` is not followed by a colon"),
    Text::new("tulis `{kata}:` di awal baris ini", "write `{kata}:` at the start of this line"),
    page!("SOP137"),
);

pub(super) static HEAD_TEXT: Rule = Rule::new(
    "SOP138",
    "text-after-kegiatan",
    Severity::Error,
    Text::new(
        "ada tulisan di belakang `kegiatan:`, padahal baris itu berdiri sendiri",
        "there is text behind `kegiatan:`, which stands alone on its line",
    ),
    Text::new(
        "pindahkan isinya: setiap kegiatan ditulis `1. PELAKSANA: uraian` di baris tersendiri",
        "move it: every row is written `1. ACTOR: text` on a line of its own",
    ),
    page!("SOP138"),
);

pub(super) static DASH_AND_ITEMS: Rule = Rule::new(
    "SOP139",
    "dash-and-items",
    Severity::Error,
    Text::new(
        "`{kata}` ditandai `-`, tetapi ada butir di bawahnya",
        "`{kata}` is marked `-`, but there are items below it",
    ),
    Text::new(
        "`-` berarti memang tidak ada; hapus tanda itu atau butir di bawahnya",
        "`-` means none, on purpose; remove it or the items below it",
    ),
    page!("SOP139"),
);

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

pub(super) static EMPTY_PHASE: Rule = Rule::new(
    "SOP142",
    "empty-phase",
    Severity::Warning,
    Text::new("tahap ini belum bernama", "this phase has no name yet"),
    Text::new(
        "tulis namanya di belakang titik dua, misalnya `tahap: Persiapan`, atau hapus barisnya",
        "write its name behind the colon, for example `tahap: Persiapan`, or delete the line",
    ),
    page!("SOP142"),
);

pub(crate) static NO_TEXT: Rule = Rule::new(
    "SOP141",
    "no-text",
    Severity::Warning,
    Text::new("kegiatan {nomor} belum menyebut apa yang dikerjakan", "row {nomor} does not say what is done"),
    Text::new(
        "tulis uraiannya di belakang titik dua, misalnya `{nomor}. {nama}: Memeriksa usulan`",
        "write it behind the colon, for example `{nomor}. {nama}: Memeriksa usulan`",
    ),
    page!("SOP141"),
);
