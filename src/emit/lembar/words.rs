//! The words that a page adds to those of its form.

use crate::text::Text;

macro_rules! words {
    ($($name:ident: $id:literal, $en:literal;)*) => {$(
        pub(super) static $name: Text = Text { id: $id, en: $en };
    )*};
}

words! {
    STEP: "Langkah", "Step";
    ROUND: "putaran", "round";
    PAGE: "Halaman", "Page";
    OF: "dari", "of";
    QR: "Kode QR: nomor, nama, versi, dan sidik SOP ini", "QR code: number, title, version and fingerprint of this SOP";
    LOGO: "Lambang instansi", "Emblem of the agency";
    MENU: "Mengisi dan menyimpan", "Filling in and saving";
    SAVED_CASES: "Berkas yang tersimpan di peramban ini", "Cases saved in this browser";
    NEW_CASE: "Berkas baru", "New case";
    PRINT: "Cetak", "Print";
    SAVE_JSON: "Simpan JSON", "Save JSON";
    SAVE_CSV: "Simpan CSV", "Save CSV";
    OPEN_FILE: "Buka berkas isian (JSON atau CSV)", "Open a filled form (JSON or CSV)";
    CLEAR: "Hapus isian berkas ini", "Delete what is filled in for this case";
    CLEAR_SURE: "Hapus semua isian berkas ini dari peramban?", "Delete all that is filled in for this case from the browser?";
    SAVED: "Tersimpan di peramban ini.", "Saved in this browser.";
    NOT_SAVED: "Peramban ini tidak dapat menyimpan. Simpan JSON sebelum halaman ditutup.",
        "This browser cannot save. Save JSON before you close the page.";
    EXISTS: "Nomor itu sudah tersimpan; pilih dari daftar. Nomor sebelumnya dikembalikan.",
        "That number is saved already; choose it from the list. The former number is back.";
    READ: "Berkas isian sudah dibaca.", "The filled form was read.";
    UNREADABLE: "Berkas itu bukan isian formulir ini; tidak ada yang diubah.",
        "That file is no filled form of this kind; nothing was changed.";
    OTHER_VERSION: "Berkas itu milik versi SOP yang lain (sidiknya berbeda); tidak ada yang diubah.",
        "That file is of another version of the SOP (another fingerprint); nothing was changed.";
    UNKNOWN_FIELDS: "Isian yang tidak ada di formulir ini, dan tidak dibaca:",
        "Fields that this form does not have, and that were not read:";
    WITHOUT_NUMBER: "(belum bernomor)", "(no number yet)";
    NOW: "Isi waktu sekarang", "Fill in the time now";
    SCRIPT: "Tanpa JavaScript formulir ini dapat dicetak, tetapi tidak dapat disimpan.",
        "Without JavaScript this form can be printed but not saved.";
}
