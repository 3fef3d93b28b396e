//! What can be wrong with a file, its characters, and its lines, whatever they say.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

pub(in crate::syntax) static FILE_SIZE: Rule = Rule::new(
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

pub(in crate::syntax) static TOO_MUCH_UNREAD: Rule = Rule::new(
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

pub(in crate::syntax) static LINE_LENGTH: Rule = Rule::new(
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

pub(in crate::syntax) static ENCODING: Rule = Rule::new(
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

pub(in crate::syntax) static CONTROL: Rule = Rule::new(
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

pub(in crate::syntax) static INVISIBLE: Rule = Rule::new(
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

pub(in crate::syntax) static LOOK_ALIKE: Rule = Rule::new(
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

pub(in crate::syntax) static FOREIGN_MARK: Rule = Rule::new(
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

pub(in crate::syntax) static UNEXPECTED_ITEM: Rule = Rule::new(
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

pub(in crate::syntax) static EMPTY_ITEM: Rule = Rule::new(
    "SOP113",
    "empty-item",
    Severity::Warning,
    Text::new("butir ini kosong", "this item is empty"),
    Text::new("isi atau hapus", "fill it in or remove it"),
    page!("SOP113"),
);

pub(in crate::syntax) static NO_KEGIATAN: Rule = Rule::new(
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

pub(in crate::syntax) static SECOND_KEGIATAN: Rule = Rule::new(
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

pub(crate) static MISSING_COLON: Rule = Rule::new(
    "SOP137",
    "missing-colon",
    Severity::Error,
    Text::new("`{kata}` tidak diikuti titik dua", "`{kata}` is not followed by a colon"),
    Text::new("tulis `{kata}:` di awal baris ini", "write `{kata}:` at the start of this line"),
    page!("SOP137"),
);

pub(in crate::syntax) static HEAD_TEXT: Rule = Rule::new(
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

pub(in crate::syntax) static DASH_AND_ITEMS: Rule = Rule::new(
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

pub(in crate::syntax) static EMPTY_PHASE: Rule = Rule::new(
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
