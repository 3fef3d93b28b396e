//! What the findings about `sop.toml` say beside their rules: kinds of values, and remedies.

use crate::text::Text;

pub(super) static NO_QUOTES: Text = Text { id: "teks tanpa tanda kutip", en: "text without quotes" };
pub(super) static NO_BRACKET: Text = Text {
    id: "daftar atau judul bagian tanpa koma atau kurung penutup",
    en: "a list or section head without a comma or its closing bracket",
};
pub(super) static NO_VALUE: Text =
    Text { id: "tidak ada `=` dan nilai sesudah kuncinya", en: "no `=` and value after its key" };
pub(super) static NO_SETTING: Text =
    Text { id: "bukan bentuk `kunci = nilai`", en: "not of the form `key = value`" };
pub(super) static DID_YOU_MEAN: Text = Text { id: "maksud Anda `{dekat}`?", en: "did you mean `{dekat}`?" };
pub(super) static THIS_FILE: Text = Text { id: "sop.toml", en: "sop.toml" };
pub(super) static A_TEXT: Text = Text { id: "teks", en: "text" };
pub(super) static A_NUMBER: Text = Text { id: "angka", en: "a number" };
pub(super) static A_TRUTH: Text = Text { id: "benar/salah", en: "true/false" };
pub(super) static A_DATE: Text = Text { id: "tanggal", en: "a date" };
pub(super) static A_LIST: Text = Text { id: "daftar", en: "a list" };
pub(super) static A_SECTION: Text = Text { id: "bagian", en: "a section" };
pub(super) static A_REGISTER: Text = Text { id: "daftar jabatan", en: "a register of roles" };
pub(super) static A_REPLACED: Text = Text { id: "peraturan yang diganti", en: "a rule that was replaced" };
pub(super) static CITE_IN_FULL: Text = Text {
    id: "tulis `lama` dan `baru`, keduanya dengan jenis, nomor, dan tahun",
    en: "write `lama` and `baru`, both with kind, number and year",
};
pub(super) static WITHOUT_NAME: Text = Text { id: "tanpa nama pendek", en: "without a short name" };
pub(super) static GIVE_NAME: Text =
    Text { id: "tambahkan `pendek = \"Kabid\"`", en: "add `pendek = \"Kabid\"`" };
pub(super) static EMPTY: Text = Text {
    id: "isi satu baris teks, atau hapus pengaturan ini",
    en: "write one line of text, or delete this setting",
};
pub(super) static NAME: Text = Text {
    id: "nama pendek tidak memuat koma, tanda tanya, titik dua, tanda sama dengan, panah, atau kurung",
    en: "a short name holds no comma, question mark, colon, equals sign, arrow or bracket",
};
pub(super) static MARGIN: Text =
    Text { id: "tulis 5 sampai 60, dalam milimeter", en: "write 5 to 60, in millimetres" };
pub(super) static TYPE: Text = Text {
    id: "tulis 7 sampai 12, dalam poin, dengan paling banyak satu angka di belakang titik",
    en: "write 7 to 12, in points, with at most one decimal",
};
pub(super) static COLUMNS: Text = Text {
    id: "tulis ketiganya, masing-masing satu kali: \"kelengkapan\", \"waktu\", \"output\"",
    en: "write all three, each once: \"kelengkapan\", \"waktu\", \"output\"",
};
pub(super) static HOURS: Text = Text {
    id: "tulis jam kerja sehari, lebih dari 0 dan paling banyak 24, dalam menit bulat (7.5 adalah 7 jam 30 menit)",
    en: "write the working hours of a day, more than 0 and at most 24, in whole minutes (7.5 is 7 h 30 min)",
};
pub(super) static DAYS: Text =
    Text { id: "tulis hari kerja seminggu, 1 sampai 7", en: "write the working days of a week, 1 to 7" };
pub(super) static WRITE_NEAREST: Text = Text { id: "tulis yang terdekat", en: "write the nearest" };
pub(super) static REMOVE_SETTING: Text = Text { id: "hapus pengaturan ini", en: "delete this setting" };
pub(super) static CLOCK: Text =
    Text { id: "tulis jam dan menit: \"07.30\"", en: "write hours and minutes: \"07.30\"" };
pub(super) static CLOCK_RANGE: Text =
    Text { id: "tulis dari dan sampai: \"12.00-13.00\"", en: "write from and to: \"12.00-13.00\"" };
pub(super) static A_DAY: Text = Text {
    id: "tulis tanggal yang ada, tahun lebih dahulu: \"2027-01-01\"",
    en: "write dates that exist, the year first: \"2027-01-01\"",
};
