//! What can be wrong with names and completeness: SOP150 to SOP199.

use crate::diag::{Rule, Severity};
use crate::page;
use crate::text::Text;

/// Every rule of this stage, in order of code.
pub static ALL: &[&Rule] = &[
    &NO_ROWS,
    &UNDECLARED_ACTOR,
    &NO_ACTOR_LIST,
    &DOUBLED_ACTOR_NAME,
    &MIXED_PLACE,
    &ACTOR_TWICE,
    &DUPLICATE_NUMBER,
    &NUMBER_ORDER,
    &NUMBER_GAP,
    &UNKNOWN_TARGET,
    &WRONG_DIRECTION,
    &NAME_NOT_IN_ROW,
    &AMBIGUOUS_SYMBOL,
    &MISSING_OUTCOME,
    &DOUBLED_OUTCOME,
    &MIXED_OUTCOMES,
    &NOTHING_BEFORE,
    &SMALL_FORK,
    &BACKWARD_FORK,
    &NUMBER_TWICE,
    &CONFLICTING_FLOW,
    &BACKWARD_JOIN,
    &BACKWARD_LIMIT,
    &UNKNOWN_KIND,
    &RESTATEMENT_DIFFERS,
    &ACTS_ALREADY,
];

pub(crate) static NO_ROWS: Rule = Rule::new(
    "SOP150",
    "no-rows",
    Severity::Error,
    Text::new("berkas ini tidak memuat satu kegiatan pun", "this file holds no row of activities"),
    Text::new(
        "tulis `kegiatan:` lalu kegiatan pertama di bawahnya, misalnya `1. Kabid: Menelaah usulan`",
        "write `kegiatan:` and the first row below it, for example `1. Kabid: Menelaah usulan`",
    ),
    page!("SOP150"),
);

pub(crate) static UNDECLARED_ACTOR: Rule = Rule::new(
    "SOP151",
    "undeclared-actor",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `{nama}` tidak ada dalam daftar pelaksana",
        "row {nomor}: `{nama}` is not in the list of actors",
    ),
    Text::new(
        "tambahkan `- {nama}` di bawah `pelaksana:`, atau tulis nama lajur yang sudah ada",
        "add `- {nama}` below `pelaksana:`, or write the name of a lane that is there",
    ),
    page!("SOP151"),
)
.based("R38");

pub(super) static NO_ACTOR_LIST: Rule = Rule::new(
    "SOP152",
    "no-actor-list",
    Severity::Error,
    Text::new("daftar `pelaksana` tidak ada atau kosong", "the list `pelaksana` is missing or empty"),
    Text::new(
        "tulis `pelaksana:` di atas `kegiatan:`, satu lajur tiap baris: {nama}",
        "write `pelaksana:` above `kegiatan:`, one lane a line: {nama}",
    ),
    page!("SOP152"),
);

pub(crate) static DOUBLED_ACTOR_NAME: Rule = Rule::new(
    "SOP153",
    "doubled-actor-name",
    Severity::Error,
    Text::new(
        "nama pelaksana `{nama}` tercantum dua kali dalam daftar",
        "the actor's name `{nama}` stands twice in the list",
    ),
    Text::new(
        "pakai satu nama untuk satu lajur; yang kedua diabaikan",
        "use one name for one lane; the second is left out of account",
    ),
    page!("SOP153"),
);

pub(super) static FIRST_HERE: Text = Text::new("pertama kali di sini", "first here");

pub(super) static MIXED_PLACE: Rule = Rule::new(
    "SOP155",
    "mixed-place",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `{tempat}` mencampur koma (bersama-sama) dengan `atau` (salah satu)",
        "row {nomor}: `{tempat}` mixes a comma (together) with `atau` (either)",
    ),
    Text::new(
        "tulis semua dengan koma bila bekerja bersama, atau semua dengan `atau` bila salah satu saja",
        "write commas throughout if they work together, or `atau` throughout if one of them does",
    ),
    page!("SOP155"),
);

pub(super) static ACTOR_TWICE: Rule = Rule::new(
    "SOP156",
    "actor-twice",
    Severity::Warning,
    Text::new(
        "kegiatan {nomor}: {nama} tercantum dua kali pada tempat yang sama",
        "row {nomor}: {nama} stands twice in the same place",
    ),
    Text::new(
        "hapus yang kedua, atau pisahkan dengan `->` bila bertindak dua kali",
        "delete the second, or put `->` between them if they act twice",
    ),
    page!("SOP156"),
);

pub(crate) static DUPLICATE_NUMBER: Rule = Rule::new(
    "SOP157",
    "duplicate-number",
    Severity::Error,
    Text::new("nomor kegiatan {nomor} dipakai dua kali", "the row number {nomor} is used twice"),
    Text::new(
        "beri kegiatan ini nomor yang lain; selama belum, `ke {nomor}` dianggap menunjuk yang pertama",
        "give this row another number; until then `ke {nomor}` is taken to mean the first row",
    ),
    page!("SOP157"),
)
.based("R56");

pub(crate) static NUMBER_ORDER: Rule = Rule::new(
    "SOP158",
    "number-order",
    Severity::Warning,
    Text::new(
        "kegiatan {nomor} tercantum sesudah kegiatan {sebelum}",
        "row {nomor} stands after row {sebelum}",
    ),
    Text::new(
        "susun kegiatan menurut nomornya, atau jalankan `sop fmt --renumber`",
        "put the rows in the order of their numbers, or run `sop fmt --renumber`",
    ),
    page!("SOP158"),
)
.based("R56");

pub(crate) static NUMBER_GAP: Rule = Rule::new(
    "SOP159",
    "number-gap",
    Severity::Advice,
    Text::new(
        "nomor kegiatan melompat: {nomor} tercantum, padahal berikutnya adalah {harusnya}",
        "the row numbers skip: {nomor} stands where {harusnya} comes next",
    ),
    Text::new(
        "`sop fmt --renumber` menomori kegiatan dari 1",
        "`sop fmt --renumber` numbers the rows from 1",
    ),
    page!("SOP159"),
)
.based("R56");

pub(crate) static UNKNOWN_TARGET: Rule = Rule::new(
    "SOP160",
    "unknown-target",
    Severity::Error,
    Text::new(
        "kegiatan {tujuan}, yang disebut di sini, tidak ada",
        "row {tujuan}, which is named here, does not exist",
    ),
    Text::new(
        "sebut nomor kegiatan yang ada dalam naskah ini, dari {pertama} sampai {terakhir}",
        "name a row that stands in this text, from {pertama} to {terakhir}",
    ),
    page!("SOP160"),
);

pub(crate) static WRONG_DIRECTION: Rule = Rule::new(
    "SOP161",
    "wrong-direction",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `{kata} ke {tujuan}`, padahal kegiatan {tujuan} {letak}",
        "row {nomor}: `{kata} ke {tujuan}`, but row {tujuan} {letak}",
    ),
    Text::new(
        "tulis `{ganti} ke {tujuan}`, atau betulkan nomornya bila kegiatan lain yang dimaksud",
        "write `{ganti} ke {tujuan}`, or mend the number if another row is meant",
    ),
    page!("SOP161"),
)
.based("R53");

pub(crate) static NAME_NOT_IN_ROW: Rule = Rule::new(
    "SOP162",
    "name-not-in-row",
    Severity::Error,
    Text::new("`{nama}` tidak bertindak pada kegiatan {nomor}", "`{nama}` does not act in row {nomor}"),
    Text::new("yang bertindak pada kegiatan {nomor}: {ada}", "who acts in row {nomor}: {ada}"),
    page!("SOP162"),
);

pub(super) static AMBIGUOUS_SYMBOL: Rule = Rule::new(
    "SOP163",
    "ambiguous-symbol",
    Severity::Warning,
    Text::new(
        "`{nama}` bertindak lebih dari satu kali pada kegiatan {nomor}; yang pertama dianggap dimaksud",
        "`{nama}` acts more than once in row {nomor}; the first is taken to be meant",
    ),
    Text::new(
        "bagi kegiatan {nomor} menjadi dua kegiatan, agar tiap simbol dapat disebut",
        "divide row {nomor} into two rows, so that each symbol can be named",
    ),
    page!("SOP163"),
);

pub(crate) static MISSING_OUTCOME: Rule = Rule::new(
    "SOP164",
    "missing-outcome",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: keputusan {nama} tidak mempunyai hasil {hasil}",
        "row {nomor}: the decision of {nama} has no outcome {hasil}",
    ),
    Text::new(
        "tambahkan hasil {hasil}, misalnya `{contoh}`",
        "add the outcome {hasil}, for example `{contoh}`",
    ),
    page!("SOP164"),
)
.based("R44");

pub(super) static DOUBLED_OUTCOME: Rule = Rule::new(
    "SOP165",
    "doubled-outcome",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: hasil `{hasil}` tercantum dua kali bagi {nama}",
        "row {nomor}: the outcome `{hasil}` stands twice for {nama}",
    ),
    Text::new(
        "hapus salah satu, atau beri keduanya syarat yang berbeda dengan `jika`",
        "delete one of them, or give them different conditions with `jika`",
    ),
    page!("SOP165"),
);

pub(super) static MIXED_OUTCOMES: Rule = Rule::new(
    "SOP166",
    "mixed-outcomes",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: keputusan {nama} memakai `{kata}` bersama `{lain}`",
        "row {nomor}: the decision of {nama} uses `{kata}` together with `{lain}`",
    ),
    Text::new(
        "pakai `ya` dan `tidak`, atau `jika` untuk semua hasil; `alur` hanya untuk yang tidak memutuskan",
        "use `ya` and `tidak`, or `jika` for every outcome; `alur` is for who does not decide",
    ),
    page!("SOP166"),
);

pub(super) static NOTHING_BEFORE: Rule = Rule::new(
    "SOP167",
    "nothing-before",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: tidak ada yang mendahului {nama} dalam kegiatan ini, jadi `kembali` tanpa nomor tidak bertujuan",
        "row {nomor}: nobody comes before {nama} in this row, so that `kembali` without a number leads nowhere",
    ),
    Text::new(
        "sebut nomor kegiatan yang dituju: `kembali ke …`",
        "name the row that it leads to by its number: `kembali ke …`",
    ),
    page!("SOP167"),
);

pub(crate) static SMALL_FORK: Rule = Rule::new(
    "SOP168",
    "small-fork",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `bersamaan` memulai kurang dari dua kegiatan",
        "row {nomor}: `bersamaan` starts fewer than two rows",
    ),
    Text::new(
        "sebut dua kegiatan atau lebih, atau tulis `alur: lanjut ke …`",
        "name two rows or more, or write `alur: lanjut ke …`",
    ),
    page!("SOP168"),
);

pub(crate) static BACKWARD_FORK: Rule = Rule::new(
    "SOP169",
    "backward-fork",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `bersamaan` menyebut kegiatan {tujuan}, yang tidak berada sesudahnya",
        "row {nomor}: `bersamaan` names row {tujuan}, which does not come after it",
    ),
    Text::new("sebut kegiatan yang lebih kemudian saja", "name later rows only"),
    page!("SOP169"),
);

pub(super) static NUMBER_TWICE: Rule = Rule::new(
    "SOP170",
    "number-twice",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `{kata}` menyebut kegiatan {tujuan} dua kali",
        "row {nomor}: `{kata}` names row {tujuan} twice",
    ),
    Text::new("sebut tiap kegiatan satu kali", "name each row once"),
    page!("SOP170"),
);

pub(crate) static CONFLICTING_FLOW: Rule = Rule::new(
    "SOP171",
    "conflicting-flow",
    Severity::Error,
    Text::new(
        "kegiatan {nomor}: `bersamaan` tidak dapat berdiri bersama {lain}",
        "row {nomor}: `bersamaan` cannot stand together with {lain}",
    ),
    Text::new(
        "pindahkan `bersamaan` ke kegiatan tersendiri sesudahnya",
        "move `bersamaan` to a row of its own after this one",
    ),
    page!("SOP171"),
);

pub(crate) static BACKWARD_JOIN: Rule = Rule::new(
    "SOP172",
    "backward-join",
    Severity::Error,
    Text::new(
        "kegiatan {nomor} menunggu kegiatan {tujuan}, yang tidak berada sebelumnya",
        "row {nomor} waits for row {tujuan}, which does not come before it",
    ),
    Text::new("sebut kegiatan yang lebih dahulu saja", "name earlier rows only"),
    page!("SOP172"),
);

pub(super) static BACKWARD_LIMIT: Rule = Rule::new(
    "SOP173",
    "backward-limit",
    Severity::Error,
    Text::new(
        "batas waktu ini berakhir pada kegiatan {sampai}, sebelum mulai dihitung pada kegiatan {dari}",
        "this limit ends at row {sampai}, before it begins to count at row {dari}",
    ),
    Text::new("tulis kegiatan yang lebih dahulu di depan", "write the earlier row first"),
    page!("SOP173"),
);

pub(super) static UNKNOWN_KIND: Rule = Rule::new(
    "SOP175",
    "unknown-kind",
    Severity::Warning,
    Text::new("jenis SOP `{jenis}` tidak dikenal", "the kind of SOP `{jenis}` is not known"),
    Text::new(
        "yang dikenal: administratif, teknis, pelayanan, rutin, penugasan",
        "those known: administratif, teknis, pelayanan, rutin, penugasan",
    ),
    page!("SOP175"),
);

pub(super) static RESTATEMENT_DIFFERS: Rule = Rule::new(
    "SOP176",
    "restatement-differs",
    Severity::Warning,
    Text::new(
        "waktu `{waktu}`: yang di dalam kurung tidak sama dengan yang di depannya",
        "the time `{waktu}`: what stands in brackets is not what stands before them",
    ),
    Text::new(
        "samakan keduanya, atau hapus yang di dalam kurung",
        "make the two agree, or delete what stands in brackets",
    ),
    page!("SOP176"),
);

pub(super) static ACTS_ALREADY: Rule = Rule::new(
    "SOP177",
    "acts-already",
    Severity::Warning,
    Text::new(
        "kegiatan {nomor}: `{isian}` menyebut {nama}, yang sudah bertindak pada kegiatan ini",
        "row {nomor}: `{isian}` names {nama}, who acts in this row already",
    ),
    Text::new(
        "tulis pihak lain pada `{isian}`, atau hapus baris itu",
        "write another party in `{isian}`, or delete that line",
    ),
    page!("SOP177"),
);
