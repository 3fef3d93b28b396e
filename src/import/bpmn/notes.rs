//! What is said of things that a table of activities has no place for.

use crate::import::Note;
use crate::text::{Arg, Text};

macro_rules! notes {
    ($($name:ident: $id:literal, $en:literal;)*) => {
        $(pub(super) static $name: Text = Text { id: $id, en: $en };)*
    };
}

notes! {
    OTHER_POOL: "kolam lain `{nama}` tidak disalin", "another pool, `{nama}`, is not kept";
    MESSAGES: "{banyak} alur pesan antarkolam tidak disalin", "{banyak} message flows between pools are not kept";
    NO_LANE: "kegiatan `{nama}` tidak berada di lajur mana pun; pelaksananya ditulis `{pelaksana}`", "task `{nama}` lies in no lane; its actor is written as `{pelaksana}`";
    KIND_OF_TASK: "jenis kegiatan `{jenis}` pada `{nama}` tidak disalin", "the task type `{jenis}` of `{nama}` is not kept";
    REPEATED: "tanda berulang pada `{nama}` tidak disalin", "the loop or multi-instance marker of `{nama}` is not kept";
    SUB_PROCESS: "isi subproses `{nama}` ditulis sebagai rincian; alur di dalamnya tidak disalin", "the content of the sub-process `{nama}` is written as its details; the flow inside is not kept";
    START: "peristiwa awal `{nama}` tidak disalin: SOP dimulai dengan kegiatan pertamanya", "the start event `{nama}` is not kept: an SOP begins with its first row";
    PASSED_EVENT: "peristiwa `{nama}` di tengah alur tidak disalin", "the event `{nama}` within the flow is not kept";
    BOUNDARY: "peristiwa `{nama}` pada `{tugas}` tidak disalin", "the event `{nama}` on `{tugas}` is not kept";
    INCLUSIVE: "gerbang `{nama}` dibaca sebagai pilihan biasa: satu arah saja", "gateway `{nama}` is read as a plain choice: one way only";
    ADDED_DECISION: "baris ditambahkan agar `{nama}` ada yang memutuskan", "a row was added, so that somebody decides `{nama}`";
    ADDED_FORK: "baris ditambahkan sebelum pekerjaan yang dimulai bersamaan", "a row was added before work that starts at once";
    ADDED_JOIN: "baris ditambahkan setelah pekerjaan yang saling menunggu", "a row was added after work that waits for each other";
    LOST_FORK: "cabang bersamaan dari `{nama}` yang tidak menuju baris sesudahnya tidak disalin", "a parallel branch of `{nama}` that leads to no later row is not kept";
    UNREACHED: "`{nama}` tidak tercapai dari awal bagan; alurnya tidak disalin", "`{nama}` is not reached from the start; its flow is not kept";
    NO_START: "bagan tidak mempunyai peristiwa awal; dimulai dari `{nama}`", "the diagram has no start event; it begins with `{nama}`";
    MORE_STARTS: "bagan mempunyai {banyak} awal; hanya yang pertama disalin", "the diagram has {banyak} starts; only the first is kept";
    EMPTY_NAME: "kegiatan tanpa nama ditulis `{nama}`", "a task without a name is written as `{nama}`";
    CHANGED_NAME: "nama pelaksana `{lama}` ditulis `{baru}`, karena `, : ? = ->` dan kurung tidak dapat menjadi bagian nama", "the actor `{lama}` is written as `{baru}`, since `, : ? = ->` and brackets cannot be part of a name";
    CHANGED_ITEM: "`{lama}` ditulis `{baru}`, karena akan terbaca sebagai isian atau hasil keputusan", "`{lama}` is written as `{baru}`, since it would be read as a field or an outcome";
    NOTE_TEXT: "keterangan lepas disalin ke catatan: {teks}", "a loose annotation is kept under `catatan`: {teks}";
    NO_WAY: "arah `{nama}` dari `{tugas}` tidak berujung", "the way `{nama}` from `{tugas}` leads nowhere";
}

pub(super) fn note(text: &'static Text, args: &[(&'static str, &str)]) -> Note {
    Note { text, args: args.iter().map(|(name, value)| (*name, Arg::from((*value).to_owned()))).collect() }
}
