//! What can be wrong with a line: SOP101 to SOP149.

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

pub(super) static FILE_SIZE: Rule = Rule {
    code: "SOP101",
    name: "file-too-large",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "berkas ini {ukuran} byte, lebih dari 4 MiB",
        en: "this file has {ukuran} bytes, more than 4 MiB",
    },
    help: Some(Text {
        id: "bagi menjadi beberapa SOP; satu berkas memuat satu SOP",
        en: "split it into several SOPs; a file holds one SOP",
    }),
    basis: None,
    page: page!("SOP101"),
};

pub(super) static TOO_MUCH_UNREAD: Rule = Rule {
    code: "SOP178",
    name: "too-much-unread",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "lebih dari {banyak} hal di berkas ini tidak terbaca; yang pertama saja yang disebut, dan isinya tidak dipakai",
        en: "more than {banyak} things in this file cannot be read; only the first are named, and nothing of it is used",
    },
    help: Some(Text {
        id: "perbaiki yang disebut di seluruh berkas; bila ini bukan naskah SOP, beri berkasnya akhiran selain `.sop`",
        en: "mend what is named all over the file; if this is no text of an SOP, give the file an ending other than `.sop`",
    }),
    basis: None,
    page: page!("SOP178"),
};

pub(super) static LINE_LENGTH: Rule = Rule {
    code: "SOP102",
    name: "line-too-long",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "baris ini {ukuran} byte, lebih dari 64 KiB, dan tidak dibaca",
        en: "this line has {ukuran} bytes, more than 64 KiB, and is not read",
    },
    help: Some(Text {
        id: "pecah menjadi beberapa baris; baris lanjutan ditulis menjorok",
        en: "break it into several lines; a continuation is indented",
    }),
    basis: None,
    page: page!("SOP102"),
};

pub(super) static ENCODING: Rule = Rule {
    code: "SOP103",
    name: "not-utf8",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "tulisan di sini {keadaan}", en: "the text here is {keadaan}" },
    help: Some(Text {
        id: "simpan ulang berkas dengan pengodean UTF-8, lalu periksa huruf di tempat ini",
        en: "save the file again as UTF-8, then look at the letters here",
    }),
    basis: None,
    page: page!("SOP103"),
};

pub(super) static CONTROL: Rule = Rule {
    code: "SOP104",
    name: "control-character",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "karakter kendali {kode} tidak boleh ada dalam naskah",
        en: "the control character {kode} may not stand in a text",
    },
    help: Some(Text {
        id: "hapus; biasanya terbawa saat menyalin dari program lain",
        en: "remove it; it usually comes along when copying from another program",
    }),
    basis: None,
    page: page!("SOP104"),
};

pub(super) static INVISIBLE: Rule = Rule {
    code: "SOP105",
    name: "invisible-character",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "{jenis} ({kode}) tidak tampak, tetapi membuat dua nama yang sama menjadi berbeda",
        en: "{jenis} ({kode}) cannot be seen, yet makes two equal names differ",
    },
    help: Some(Text {
        id: "hapus; biasanya terbawa saat menyalin dari Word atau laman web",
        en: "remove it; it usually comes along when copying from Word or a web page",
    }),
    basis: None,
    page: page!("SOP105"),
};

pub(super) static LOOK_ALIKE: Rule = Rule {
    code: "SOP106",
    name: "look-alike-mark",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "`{tanda}` mirip `{baku}`, tetapi bukan tanda itu",
        en: "`{tanda}` looks like `{baku}` but is not that mark",
    },
    help: Some(Text { id: "ketik `{baku}` dengan papan tik", en: "type `{baku}` on the keyboard" }),
    basis: None,
    page: page!("SOP106"),
};

pub(crate) static LINE: Rule = Rule {
    code: "SOP107",
    name: "unreadable-line",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "baris ini bukan isian, kegiatan, butir, atau lanjutan",
        en: "this line is no field, row, item or continuation",
    },
    help: Some(Text {
        id: "bila melanjutkan teks di atasnya, tulis menjorok; bila isian, tulis namanya dan titik dua, misalnya `waktu: 1 jam`",
        en: "if it continues the text above, indent it; if it is a field, write its name and a colon, such as `waktu: 1 jam`",
    }),
    basis: None,
    page: page!("SOP107"),
};

pub(crate) static UNKNOWN_KEY: Rule = Rule {
    code: "SOP108",
    name: "unknown-key",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kata}` bukan isian yang dikenal", en: "`{kata}` is no known field" },
    help: Some(Text {
        id: "lihat daftar isian dengan `sop explain SOP108`; bila ini teks, pindahkan kata-kata sampai titik duanya ke ujung baris di atasnya",
        en: "see the list of fields with `sop explain SOP108`; if this is text, move the words up to the colon to the end of the line above",
    }),
    basis: None,
    page: page!("SOP108"),
};

pub(crate) static PLACE: Rule = Rule {
    code: "SOP109",
    name: "misplaced-key",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kata}` tidak pada tempatnya", en: "`{kata}` stands in the wrong place" },
    help: Some(Text {
        id: "isian identitas ditulis sebelum `kegiatan:`, isian baris di bawah kegiatannya",
        en: "fields of the identity stand before `kegiatan:`, those of a row below their row",
    }),
    basis: None,
    page: page!("SOP109"),
};

pub(crate) static DOUBLED: Rule = Rule {
    code: "SOP110",
    name: "doubled-key",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kata}` sudah diisi di tempat ini", en: "`{kata}` is already given here" },
    help: Some(Text { id: "gabungkan keduanya atau hapus salah satu", en: "join the two or remove one" }),
    basis: None,
    page: page!("SOP110"),
};

pub(super) static FOREIGN_MARK: Rule = Rule {
    code: "SOP111",
    name: "foreign-mark",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "ditandai `{tanda}`, bukan `{baku}`", en: "marked `{tanda}` instead of `{baku}`" },
    help: Some(Text {
        id: "tulis `{baku}`; nomor dan huruf dicetak sendiri",
        en: "write `{baku}`; numbers and letters are printed by themselves",
    }),
    basis: Some("R31"),
    page: page!("SOP111"),
};

pub(super) static UNEXPECTED_ITEM: Rule = Rule {
    code: "SOP112",
    name: "unexpected-item",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`{kata}` memuat satu teks, bukan daftar butir",
        en: "`{kata}` holds one text, not a list of items",
    },
    help: Some(Text {
        id: "tulis isinya di baris `{kata}:` tanpa tanda `-`",
        en: "write it on the line `{kata}:` without the mark `-`",
    }),
    basis: None,
    page: page!("SOP112"),
};

pub(super) static EMPTY_ITEM: Rule = Rule {
    code: "SOP113",
    name: "empty-item",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "butir ini kosong", en: "this item is empty" },
    help: Some(Text { id: "isi atau hapus", en: "fill it in or remove it" }),
    basis: None,
    page: page!("SOP113"),
};

pub(super) static NO_KEGIATAN: Rule = Rule {
    code: "SOP114",
    name: "missing-kegiatan",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "baris kegiatan mulai di sini, tetapi `kegiatan:` belum ditulis",
        en: "the rows begin here, but `kegiatan:` is not written yet",
    },
    help: Some(Text {
        id: "tulis `kegiatan:` di atas kegiatan pertama",
        en: "write `kegiatan:` above the first row",
    }),
    basis: None,
    page: page!("SOP114"),
};

pub(super) static SECOND_KEGIATAN: Rule = Rule {
    code: "SOP115",
    name: "doubled-kegiatan",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`kegiatan:` ditulis lagi", en: "`kegiatan:` stands here again" },
    help: Some(Text {
        id: "hapus; untuk membagi kegiatan pakai `tahap: NAMA`",
        en: "remove it; to divide the rows use `tahap: NAME`",
    }),
    basis: None,
    page: page!("SOP115"),
};

pub(crate) static ROW_NUMBER: Rule = Rule {
    code: "SOP116",
    name: "row-number",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`{nomor}` tidak dapat menjadi nomor kegiatan",
        en: "`{nomor}` cannot be the number of a row",
    },
    help: Some(Text {
        id: "pakai 1 sampai 9999, boleh diikuti satu huruf kecil seperti `2a`",
        en: "use 1 to 9999, possibly with one small letter as in `2a`",
    }),
    basis: None,
    page: page!("SOP116"),
};

pub(crate) static NO_ACTOR: Rule = Rule {
    code: "SOP117",
    name: "row-without-actor",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "kegiatan {nomor} tidak menyebut pelaksana", en: "row {nomor} names no actor" },
    help: Some(Text {
        id: "tulis `{nomor}. PELAKSANA: uraian kegiatan`",
        en: "write `{nomor}. ACTOR: what is done`",
    }),
    basis: Some("R38"),
    page: page!("SOP117"),
};

pub(super) static EMPTY_PLACE: Rule = Rule {
    code: "SOP118",
    name: "empty-actor",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "ada tempat kosong di antara pelaksana",
        en: "there is an empty place among the actors",
    },
    help: Some(Text {
        id: "isi nama pelaksana atau hapus tanda `,` atau `->` yang berlebih",
        en: "fill in the actor or remove the superfluous `,` or `->`",
    }),
    basis: None,
    page: page!("SOP118"),
};

pub(crate) static QUESTION: Rule = Rule {
    code: "SOP119",
    name: "misplaced-question",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`?` tidak tepat di belakang nama pelaksana",
        en: "the `?` is not right behind the name of an actor",
    },
    help: Some(Text {
        id: "tulis `NAMA?`; pelaksana berikutnya setelah `,` atau `->`",
        en: "write `NAME?`; the next actor follows after `,` or `->`",
    }),
    basis: None,
    page: page!("SOP119"),
};

pub(crate) static NAME_MARK: Rule = Rule {
    code: "SOP120",
    name: "mark-in-name",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "nama pelaksana `{nama}` memuat `{tanda}`",
        en: "the actor's name `{nama}` holds `{tanda}`",
    },
    help: Some(Text {
        id: "nama tidak memuat `,` `->` `?` `:` `=` atau tanda kurung; tulis tanpa tanda itu",
        en: "a name holds no `,` `->` `?` `:` `=` and no bracket; write it without that mark",
    }),
    basis: None,
    page: page!("SOP120"),
};

pub(super) static LANE_KIND: Rule = Rule {
    code: "SOP121",
    name: "unknown-lane-kind",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "keterangan `({kata})` pada pelaksana tidak dikenal",
        en: "the remark `({kata})` on a lane is not known",
    },
    help: Some(Text {
        id: "hanya `(luar)` untuk pihak luar dan `(sistem)` untuk aplikasi; lainnya tulis setelah `=`",
        en: "only `(luar)` for a party outside and `(sistem)` for a system; write anything else after `=`",
    }),
    basis: None,
    page: page!("SOP121"),
};

pub(super) static EMPTY_NAME: Rule = Rule {
    code: "SOP122",
    name: "empty-name",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "ada bagian nama pelaksana ini yang kosong",
        en: "a part of this lane's name is empty",
    },
    help: Some(Text { id: "tulis `- NAMA PENDEK = Nama Panjang`", en: "write `- SHORT NAME = Long Name`" }),
    basis: None,
    page: page!("SOP122"),
};

pub(super) static NO_NAME_TAKEN: Rule = Rule {
    code: "SOP123",
    name: "unexpected-name",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`{kata}` tidak memakai nama pelaksana dalam kurung",
        en: "`{kata}` takes no actor in brackets",
    },
    help: Some(Text {
        id: "hapus `({nama})`; nama hanya pada waktu, alur, ya, tidak, dan jika",
        en: "remove `({nama})`; names go with waktu, alur, ya, tidak and jika only",
    }),
    basis: None,
    page: page!("SOP123"),
};

pub(super) static NO_CONDITION_TAKEN: Rule = Rule {
    code: "SOP124",
    name: "unexpected-condition",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`{kata}` tidak memakai syarat sebelum titik dua",
        en: "`{kata}` takes no condition before the colon",
    },
    help: Some(Text {
        id: "syarat hanya pada ya, tidak, dan jika; tulis yang lain setelah titik dua",
        en: "conditions go with ya, tidak and jika only; write the rest after the colon",
    }),
    basis: None,
    page: page!("SOP124"),
};

pub(super) static CONDITION_COMMA: Rule = Rule {
    code: "SOP125",
    name: "missing-comma",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "di antara `{kata}` dan syaratnya tidak ada koma",
        en: "there is no comma between `{kata}` and its condition",
    },
    help: Some(Text { id: "tulis `{kata}, {syarat}:`", en: "write `{kata}, {syarat}:`" }),
    basis: None,
    page: page!("SOP125"),
};

pub(super) static NO_CONDITION: Rule = Rule {
    code: "SOP126",
    name: "missing-condition",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`jika` ini tanpa syarat", en: "this `jika` has no condition" },
    help: Some(Text {
        id: "tulis syaratnya sebelum titik dua: `jika nilai di atas 100 juta: lanjut ke 6`",
        en: "write the condition before the colon: `jika nilai di atas 100 juta: lanjut ke 6`",
    }),
    basis: None,
    page: page!("SOP126"),
};

pub(crate) static TARGET: Rule = Rule {
    code: "SOP127",
    name: "unreadable-target",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "tujuan `{teks}` tidak terbaca", en: "the target `{teks}` cannot be read" },
    help: Some(Text {
        id: "tulis `lanjut ke N` (N nomor kegiatan), `kembali ke N`, `selesai`, atau `selesai, NAMA AKHIR`; boleh diikuti `, paling banyak K kali, lalu ...`",
        en: "write `lanjut ke N` (N the number of a row), `kembali ke N`, `selesai` or `selesai, NAME OF THE END`; `, paling banyak K kali, lalu ...` may follow",
    }),
    basis: None,
    page: page!("SOP127"),
};

pub(crate) static TIMES: Rule = Rule {
    code: "SOP128",
    name: "unreadable-bound",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`paling banyak` di sini tidak diikuti bilangan 1 atau lebih",
        en: "`paling banyak` is not followed by a number of 1 or more",
    },
    help: Some(Text {
        id: "tulis misalnya `paling banyak 2 kali`",
        en: "write for instance `paling banyak 2 kali`",
    }),
    basis: None,
    page: page!("SOP128"),
};

pub(super) static BOUND_PLACE: Rule = Rule {
    code: "SOP129",
    name: "then-without-bound",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`lalu` di sini tidak didahului `paling banyak`",
        en: "`lalu` does not follow a `paling banyak` here",
    },
    help: Some(Text {
        id: "tulis `kembali ke N, paling banyak K kali, lalu ...`, atau hapus",
        en: "write `kembali ke N, paling banyak K kali, lalu ...`, or remove it",
    }),
    basis: None,
    page: page!("SOP129"),
};

pub(crate) static ROW_LIST: Rule = Rule {
    code: "SOP130",
    name: "unreadable-row-list",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{teks}` bukan daftar nomor kegiatan", en: "`{teks}` is no list of row numbers" },
    help: Some(Text {
        id: "tulis nomor dengan koma, misalnya `5, 6`",
        en: "write numbers with commas, for instance `5, 6`",
    }),
    basis: None,
    page: page!("SOP130"),
};

pub(super) static TIME: Rule = Rule {
    code: "SOP131",
    name: "unreadable-time",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "waktu `{teks}` tidak terbaca", en: "the time `{teks}` cannot be read" },
    help: Some(Text {
        id: "tulis bilangan dan satuan: detik, menit, jam, hari, hari kerja, hari kalender, minggu, bulan, triwulan, semester, atau tahun",
        en: "write a number and a unit: detik, menit, jam, hari, hari kerja, hari kalender, minggu, bulan, triwulan, semester or tahun",
    }),
    basis: Some("R74"),
    page: page!("SOP131"),
};

pub(super) static TIME_WORDS: Rule = Rule {
    code: "SOP132",
    name: "unknown-time-words",
    severity: Severity::Advice,
    since: "0.1.0",
    message: Text {
        id: "waktu `{teks}` bukan kata waktu yang lazim, dan tidak ikut dijumlahkan",
        en: "the time `{teks}` is no usual expression, and is left out of sums",
    },
    help: Some(Text {
        id: "tulis lamanya, misalnya `3 hari kerja`; kata seperti `segera` pun tidak ikut dijumlahkan",
        en: "write a duration, for instance `3 hari kerja`; words such as `segera` are left out of sums, too",
    }),
    basis: Some("R75"),
    page: page!("SOP132"),
};

pub(super) static TIME_PER_TIME: Rule = Rule {
    code: "SOP133",
    name: "time-per-time",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "`{teks}` membagi waktu dengan waktu", en: "`{teks}` divides a time by a time" },
    help: Some(Text {
        id: "setelah `/` atau `per` tulis yang dihitung (`per berkas`, `/ 150 siswa`) atau masa (`per triwulan`)",
        en: "after `/` or `per` write what is counted (`per berkas`, `/ 150 siswa`) or a period (`per triwulan`)",
    }),
    basis: Some("R75"),
    page: page!("SOP133"),
};

pub(crate) static LIMIT: Rule = Rule {
    code: "SOP134",
    name: "unreadable-limit",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "batas `{teks}` tidak terbaca", en: "the limit `{teks}` cannot be read" },
    help: Some(Text {
        id: "tulis misalnya `paling lama 3 hari kerja setelah 4`",
        en: "write for example `paling lama 3 hari kerja setelah 4`",
    }),
    basis: None,
    page: page!("SOP134"),
};

pub(crate) static DATE: Rule = Rule {
    code: "SOP135",
    name: "unreadable-date",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "tanggal `{teks}` tidak terbaca", en: "the date `{teks}` cannot be read" },
    help: Some(Text {
        id: "tulis misalnya `30 November 2023`, atau `-` bila memang tidak ada",
        en: "write for instance `30 November 2023`, or `-` if there is none",
    }),
    basis: None,
    page: page!("SOP135"),
};

pub(super) static DATE_FORM: Rule = Rule {
    code: "SOP136",
    name: "date-in-figures",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "tanggal `{teks}` ditulis dengan angka saja",
        en: "the date `{teks}` is written in figures only",
    },
    help: Some(Text { id: "tulis nama bulannya: `{baku}`", en: "write the month's name: `{baku}`" }),
    basis: Some("R10"),
    page: page!("SOP136"),
};

pub(crate) static MISSING_COLON: Rule = Rule {
    code: "SOP137",
    name: "missing-colon",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kata}` tidak diikuti titik dua", en: "`{kata}` is not followed by a colon" },
    help: Some(Text {
        id: "tulis `{kata}:` di awal baris ini",
        en: "write `{kata}:` at the start of this line",
    }),
    basis: None,
    page: page!("SOP137"),
};

pub(super) static HEAD_TEXT: Rule = Rule {
    code: "SOP138",
    name: "text-after-kegiatan",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "ada tulisan di belakang `kegiatan:`, padahal baris itu berdiri sendiri",
        en: "there is text behind `kegiatan:`, which stands alone on its line",
    },
    help: Some(Text {
        id: "pindahkan isinya: setiap kegiatan ditulis `1. PELAKSANA: uraian` di baris tersendiri",
        en: "move it: every row is written `1. ACTOR: text` on a line of its own",
    }),
    basis: None,
    page: page!("SOP138"),
};

pub(super) static DASH_AND_ITEMS: Rule = Rule {
    code: "SOP139",
    name: "dash-and-items",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text {
        id: "`{kata}` ditandai `-`, tetapi ada butir di bawahnya",
        en: "`{kata}` is marked `-`, but there are items below it",
    },
    help: Some(Text {
        id: "`-` berarti memang tidak ada; hapus tanda itu atau butir di bawahnya",
        en: "`-` means none, on purpose; remove it or the items below it",
    }),
    basis: None,
    page: page!("SOP139"),
};

pub(crate) static NO_TARGET: Rule = Rule {
    code: "SOP140",
    name: "no-target",
    severity: Severity::Error,
    since: "0.1.0",
    message: Text { id: "`{kata}` belum menyebut tujuannya", en: "`{kata}` does not say where it leads" },
    help: Some(Text {
        id: "tulis di belakang titik dua, misalnya `lanjut ke 5`, `kembali ke 1`, atau `selesai`",
        en: "write it behind the colon, for example `lanjut ke 5`, `kembali ke 1` or `selesai`",
    }),
    basis: None,
    page: page!("SOP140"),
};

pub(super) static EMPTY_PHASE: Rule = Rule {
    code: "SOP142",
    name: "empty-phase",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text { id: "tahap ini belum bernama", en: "this phase has no name yet" },
    help: Some(Text {
        id: "tulis namanya di belakang titik dua, misalnya `tahap: Persiapan`, atau hapus barisnya",
        en: "write its name behind the colon, for example `tahap: Persiapan`, or delete the line",
    }),
    basis: None,
    page: page!("SOP142"),
};

pub(super) static NO_TEXT: Rule = Rule {
    code: "SOP141",
    name: "no-text",
    severity: Severity::Warning,
    since: "0.1.0",
    message: Text {
        id: "kegiatan {nomor} belum menyebut apa yang dikerjakan",
        en: "row {nomor} does not say what is done",
    },
    help: Some(Text {
        id: "tulis uraiannya di belakang titik dua, misalnya `{nomor}. {nama}: Memeriksa usulan`",
        en: "write it behind the colon, for example `{nomor}. {nama}: Memeriksa usulan`",
    }),
    basis: None,
    page: page!("SOP141"),
};
