//! The words that BPMN needs and the sheet does not have.

use crate::text::Lang;

pub(super) struct Words {
    pub mulai: &'static str,
    pub selesai: &'static str,
    pub ya: &'static str,
    pub tidak: &'static str,
    pub atau: &'static str,
    pub dikerjakan: &'static str,
    pub dilewati: &'static str,
    pub hasil: &'static str,
    pub hasil_langkah: &'static str,
    pub masih_boleh: &'static str,
    pub masih: &'static str,
    pub habis: &'static str,
    pub batas_habis: &'static str,
    pub terlambat: &'static str,
    pub bersama: &'static str,
    pub salah_satu: &'static str,
    pub bila_perlu: &'static str,
    pub pengganti: &'static str,
    pub tembusan: &'static str,
    pub merujuk: &'static str,
    pub tidak_tercapai: &'static str,
}

static ID: Words = Words {
    mulai: "Mulai",
    selesai: "Selesai",
    ya: "Ya",
    tidak: "Tidak",
    atau: " atau ",
    dikerjakan: "Dikerjakan",
    dilewati: "Dilewati",
    hasil: "Hasil",
    hasil_langkah: "Hasil langkah {}?",
    masih_boleh: "Belum lebih dari {} kali?",
    masih: "Belum",
    habis: "Sudah",
    batas_habis: "batas pengulangan habis",
    terlambat: "Batas waktu terlampaui",
    bersama: "Dikerjakan bersama oleh {}; seorang dari mereka menyatakan selesai.",
    salah_satu: "Dikerjakan oleh salah satu: {}.",
    bila_perlu: "Bila perlu: {}; bila tidak perlu, selesaikan dengan hasil `dilewati`.",
    pengganti: "Pengganti",
    tembusan: "Tembusan",
    merujuk: "Lihat",
    tidak_tercapai: "Tidak tercapai oleh alur, maka tidak digambar: langkah {}",
};

static EN: Words = Words {
    mulai: "Start",
    selesai: "End",
    ya: "Yes",
    tidak: "No",
    atau: " or ",
    dikerjakan: "Done",
    dilewati: "Passed over",
    hasil: "Outcome",
    hasil_langkah: "Outcome of step {}?",
    masih_boleh: "Not more than {} times?",
    masih: "Not more",
    habis: "More",
    batas_habis: "no return left",
    terlambat: "Past its limit",
    bersama: "Done together by {}; one of them reports it done.",
    salah_satu: "Done by one of: {}.",
    bila_perlu: "When needed: {}; otherwise complete it with the outcome `dilewati`.",
    pengganti: "Deputy",
    tembusan: "Copy to",
    merujuk: "See",
    tidak_tercapai: "Not reached by the flow and therefore not drawn: step {}",
};

impl Words {
    pub fn of(lang: Lang) -> &'static Words {
        match lang {
            Lang::Id => &ID,
            Lang::En => &EN,
        }
    }
}
