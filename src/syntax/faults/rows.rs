//! What can be wrong with rows and the names of who acts.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

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

pub(in crate::syntax) static EMPTY_PLACE: Rule = Rule::new(
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

pub(in crate::syntax) static LANE_KIND: Rule = Rule::new(
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

pub(in crate::syntax) static EMPTY_NAME: Rule = Rule::new(
    "SOP122",
    "empty-name",
    Severity::Error,
    Text::new("ada bagian nama pelaksana ini yang kosong", "a part of this lane's name is empty"),
    Text::new("tulis `- NAMA PENDEK = Nama Panjang`", "write `- SHORT NAME = Long Name`"),
    page!("SOP122"),
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
