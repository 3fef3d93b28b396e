//! Slips of the pen in the writers' guide's own example: each is answered by one message, which names the place and the
//! remedy in plain words, and by nothing that merely follows from it.
//!
//! `UPDATE_EXPECT=1 cargo test --test slips` rewrites `tests/diagnostics/salah-ketik.txt`; read it as a writer would.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

use sop::compile::compile;
use sop::config::Config;
use sop::source::LineIndex;
use sop::text::Lang;
use std::fmt::Write;
use std::path::Path;

/// What stands in the example, and what is typed instead.
const SLIPS: &[(&str, &str)] = &[
    // Marks and colons.
    ("   waktu: 2 jam", "   waktu 2 jam"),
    ("   waktu: 2 jam", "   waktu; 2 jam"),
    ("   waktu: 2 jam", "   waktu = 2 jam"),
    ("   waktu: 2 jam", "   waktu. 2 jam"),
    ("   waktu: 2 jam", "   waktu： 2 jam"),
    ("nomor: 000", "nomor 000"),
    ("dasar hukum:", "dasar hukum"),
    ("pelaksana:\n", "pelaksana\n"),
    ("kegiatan:\n", "kegiatan\n"),
    ("kegiatan:\n", ""),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai lanjut ke 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya lanjut ke 3"),
    // Words for fields.
    ("   waktu: 2 jam", "   lama waktu: 2 jam"),
    ("   waktu: 2 jam", "   wkt: 2 jam"),
    ("   output: Laporan terarsip", "   out: Laporan terarsip"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   -> kalau tidak jelas dipulangkan"),
    ("   kelengkapan: Konsep laporan\n", "   kelngkapan: Konsep laporan\n"),
    ("   kelengkapan: Konsep laporan\n", "   yang dibawa: Konsep laporan\n"),
    ("   output: Laporan terarsip", "   hasil: Laporan terarsip"),
    ("tanggal pembuatan:", "tgl buat:"),
    ("disahkan oleh:", "ditandatangani oleh:"),
    ("   ya, sesuai: lanjut ke 3", "   iya: lanjut ke 3"),
    ("   ya, sesuai: lanjut ke 3", "   sesuai: lanjut ke 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya: sesuai, lanjut ke 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke Kasubbag"),
    ("   tidak, perlu diperbaiki: kembali", "   tidak sesuai: kembali"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "kembali ke 1 maksimal 2 kali"),
    ("lalu selesai, laporan dihentikan", "lalu selesai laporan dihentikan"),
    ("nip: 1970", "NIP. 1970"),
    ("   waktu: 2 jam", "   waktu Kasubbag: 2 jam"),
    ("   kelengkapan: Data kegiatan", "   kelengkapan: Data kegiatan; surat tugas"),
    ("   output: Laporan terarsip", "   sda"),
    // Fields as items, ways in the words of programs.
    ("   waktu: 2 jam", "   - waktu: 2 jam"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali",
        "   - ya, sesuai: lanjut ke 3\n   - tidak, perlu diperbaiki: kembali",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali",
        "   - jika sesuai: lanjut ke 3\n   - jika perlu diperbaiki: kembali",
    ),
    ("   ya, sesuai: lanjut ke 3", "   if sesuai -> 3"),
    ("   output: Konsep laporan\n", "   output: Konsep laporan\n   → 2\n"),
    ("   ya, sesuai: lanjut ke 3", "   sesuai? ya -> 3, tidak -> diperbaiki"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, \
         laporan dihentikan",
        "   jika data sesuai maka ke langkah 3, jika tidak kembali ke 1",
    ),
    ("   waktu: 2 jam", "   mutu baku: Konsep / 2 jam / Laporan"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n4. Selesai"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali",
        "   ya, tidak ada temuan: lanjut ke 3\n   tidak ada laporan: kembali",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   tidak: ditolak, kembali ke 1",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   tidak: berkas ditahan (selesai)",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   tidak: ulangi langkah 1 dengan data baru, maksimal 2 kali",
    ),
    ("kembali ke 1, paling banyak 2 kali", "ulang dari langkah 1, paling banyak 2 kali"),
    ("3. Staf: Mengarsipkan", "3. Staf = Mengarsipkan"),
    ("   waktu: 2 jam", "   waktu: 08.00 - 10.00 WIB"),
    (
        "\npelaksana:\n",
        "\nbatas waktu:\n  - dari 1 s.d. 3 : maksimal 14 (empat belas) hari kerja\n\npelaksana:\n",
    ),
    ("lanjut ke 3", "lanjut ke langkah ketiga"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "tolak"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali",
        "   jika sesuai: diparaf, lanjut ke 3\n   jika belum: kembali",
    ),
    (
        "sop: Penyusunan Laporan Bulanan\n",
        "PENYUSUNAN LAPORAN BULANAN\nNama SOP : Penyusunan Laporan Bulanan\n",
    ),
    ("2. Kasubbag: Memeriksa", "2. Kasubbag didampingi Staf: Memeriksa"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan \
         dihentikan",
        "   jika sesuai: lanjut ke 3\n   jika rusak: dimusnahkan, selesai",
    ),
    ("   waktu: 2 jam", "   waktu tempuh: 2 jam"),
    ("lanjut ke 3", "lanjut ke langkah berikutnya"),
    ("lanjut ke 3", "(3)"),
    ("lanjut ke 3", "lanjut"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "kembali ke Staf maks 2x"),
    ("   ya, sesuai: lanjut ke 3", "Sesuai : lanjut 3"),
    ("   output: Laporan\n   ya, sesuai: lanjut ke 3", "   output: Laporan\n   - Valid ke langkah 3"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "ditolak, kembali ke 1"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "ditolak, selesai"),
    (
        "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "selesai, ditolak, kembali ke 1",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   data kurang: berkas menunggu",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   data kurang: berkas disimpan, selesai",
    ),
    ("2. Kasubbag: Memeriksa", "2. Kasubbag dan Staf memeriksa"),
    ("2. Kasubbag: Memeriksa", "2. Kasubbag, Staf memeriksa"),
    ("2. Kasubbag: Memeriksa", "2. Kasubbag atau Staf memeriksa"),
    ("2. Kasubbag: Memeriksa konsep laporan", "2. Staf memaraf, Kasubbag memaraf"),
    ("2. Kasubbag: Memeriksa konsep laporan", "2. Staf memaraf, Kasubbag menandatangani laporan"),
    (
        "2. Kasubbag: Memeriksa konsep laporan",
        "2. Staf menyusun konsep, lampiran, dan peta, lalu Kasubbag memaraf",
    ),
    ("2. Kasubbag: Memeriksa konsep laporan", "2. Kasubbag mengundang Dinas dan Staf membahas laporan"),
    ("nama pejabat: NAMA", "drh. NAMA"),
    (
        "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "Staf memperbaiki (kembali ke 1)",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Jika tidak kembali ke 1",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak",
        "   jika belum sesuai: kembali ke 1, paling banyak",
    ),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   jika tidak sesuai maka kembali ke 1",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\nSELESAI"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan, bila salah cetak ulang ke no. 1\n"),
    ("lanjut ke 3", "lanjut ke 3, jika Kasubbag menolak kembali ke 1"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "kembali ke 1 maksimal 3 hari"),
    (
        "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "kembali ke 1 (1 kali), kemudian selesai",
    ),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "selesai, kembali ke 1"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "selesai, selesai"),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   jika tidak maka kembali ke 1",
    ),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "kembali ke 1 (maks 2x)"),
    (
        "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "kembali ke 1 jika ada kesalahan",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   kembali ke 1 jika ada kesalahan"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke 3\n   ragu-ragu: selesai"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke 2"),
    // Marks that a word processor leaves, and lines without one.
    ("   output: Konsep laporan\n", "   output: - Konsep laporan\n"),
    ("   output: Konsep laporan\n", "   output: 1) Konsep laporan\n"),
    ("unit: Subbagian Perencanaan", "- unit: Subbagian Perencanaan"),
    ("  - Staf = Staf Sub", "  - Staf == Staf Sub"),
    (
        "   kelengkapan: Konsep laporan\n",
        "   a. Membaca konsep\n   b. Menghitung angkanya\n   kelengkapan: Konsep laporan\n",
    ),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan: Data kegiatan\n     Surat tugas\n"),
    ("   kelengkapan: Data kegiatan", "   kelengkapan: tidak ada"),
    ("   kelengkapan: Data kegiatan", "   kelengkapan: Data kegiatan: 2"),
    ("   ya, sesuai: lanjut ke 3", "   Keputusan:\n   ya, sesuai: lanjut ke 3"),
    ("nomor: 000", "nomor: : 000"),
    ("unit: Subbagian Perencanaan", "unit: Subbagian Perencanaan   Tanggal Revisi : 4 April 2025"),
    ("unit: Subbagian Perencanaan", "unit: \"Subbagian Perencanaan\""),
    ("2. Kasubbag: Memeriksa konsep laporan", "2. Kasubbag: Memeriksa konsep laporan, kembali ke nomor 7"),
    // Who stands in.
    ("  - Kasubbag = Kepala Subbagian Perencanaan", "  - Kasubbag (bila berhalangan: Sekretaris)"),
    ("2. Kasubbag: Mem", "2. Kasubbag (jika tidak ada digantikan oleh Sekretaris): Mem"),
    // Rows.
    ("1. Staf: Menyusun", "1. Staf Menyusun"),
    ("1. Staf: Menyusun", "1. Staf. Menyusun"),
    ("1. Staf: Menyusun", "1. Petugas Menyusun"),
    ("2. Kasubbag: Mem", "12. Kasubbag: Mem"),
    ("2. Kasubbag: Mem", "2, Kasubbag: Mem"),
    ("2. Kasubbag: Mem", "2) Kasubbag: Mem"),
    ("2. Kasubbag: Mem", "2 Kasubbag: Mem"),
    ("2. Kasubbag: Mem", "2: Kasubbag: Mem"),
    ("2. Kasubbag: Mem", "II. Kasubbag: Mem"),
    ("1. Staf: Meny", "l. Staf: Meny"),
    ("1. Staf: Meny", "1 . Staf: Meny"),
    ("1. Staf: Meny", "1.1 Staf: Meny"),
    ("1. Staf: Meny", "(1) Staf: Meny"),
    ("1. Staf: Meny", "No. 1 Staf: Meny"),
    ("1. Staf: Meny", "Langkah 1: Staf: Meny"),
    ("1. Staf: Meny", "a) Staf: Meny"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n\n*) Data dari bidang lain"),
    ("3. Staf: Meng", "- 2 -\n\n3. Staf: Meng"),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n\nCatatan:\n1. Tidak dipungut biaya\n2. Berkas disimpan lima tahun",
    ),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan:\n     o Data kegiatan\n     o Surat tugas\n"),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n\nsop: Penyusunan Surat\npelaksana:\n  - Staf\n\nkegiatan:\n\n1. Staf: Menyusun surat",
    ),
    ("2. Kasubbag: Mem", "b. Kasubbag: Mem"),
    ("2. Kasubbag: Memeriksa konsep laporan", "2. Memeriksa konsep laporan: Kasubbag"),
    ("2. Kasubbag: Memeriksa konsep laporan\n", "2. Memeriksa konsep laporan\n   pelaksana: Kasubbag\n"),
    ("2. Kasubbag: Mem", "II. PEMERIKSAAN\n\n2. Kasubbag: Mem"),
    ("2. Kasubbag: Mem", "TAHAP II : PEMERIKSAAN\n\n2. Kasubbag: Mem"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   catatan: disimpan lima tahun"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   bila perlu"),
    ("3. Staf: Meng", "2. Staf: Meng"),
    ("3. Staf: Meng", "Staf: Meng"),
    ("menyampaikannya kepada", "menyampaikannya\nkepada"),
    ("1. Staf: Menyusun konsep laporan dan menyampaikannya kepada Kasubbag", "1. Staf:"),
    ("   output: Laporan\n", "   output Laporan\n"),
    // Actors.
    ("1. Staf:", "1. Staf Kasubbag:"),
    ("  - Kasubbag = ", "    Kasubbag = "),
    ("   tidak, perlu diperbaiki:", "   tidak Kasubbag:"),
    ("  - Kasubbag = ", "  - Staf = "),
    ("2. Kasubbag:", "2. Kasubag:"),
    ("2. Kasubbag:", "2. Kepala Subbagian Perencanaan:"),
    ("2. Kasubbag:", "2. “Kasubbag”:"),
    ("1. Staf:", "1. Staf dan Kasubbag:"),
    ("  - Kasubbag = Kepala Subbagian Perencanaan", "  - Kepala Subbagian Perencanaan (Kasubbag)"),
    ("1. Staf:", "1. Staf/Kasubbag:"),
    ("1. Staf:", "1. Staf - Kasubbag:"),
    ("1. Staf:", "1. Staf ke Kasubbag:"),
    ("2. Kasubbag:", "2. Kepala Subbag:"),
    ("  - Staf = Staf Sub", "  - Staf Sub"),
    ("  - Staf = Staf Sub", "  - Staf – Staf Sub"),
    ("  - Staf = Staf Sub", "  - Staf: Staf Sub"),
    // Times.
    ("waktu: 2 jam", "waktu: 1/2 jam"),
    ("waktu: 2 jam", "waktu: ½ jam"),
    ("waktu: 2 jam", "waktu: dua jam"),
    ("waktu: 2 jam", "waktu: 2 (dua) jam"),
    ("waktu: 2 jam", "waktu: 120"),
    ("waktu: 2 jam", "waktu: 120 mnt"),
    ("waktu: 2 jam", "waktu: 120'"),
    ("waktu: 2 jam", "waktu: maks. 2 jam"),
    ("waktu: 2 jam", "waktu: 2 HK"),
    ("waktu: 2 jam", "waktu: sekitar 2 jam"),
    ("waktu: 2 jam", "waktu: 30 mnt/berkas"),
    ("waktu: 2 jam", "waktu: tidak ada"),
    ("waktu: 2 jam", "waktu: 2 jam setelah berkas lengkap"),
    ("waktu: 2 jam", "waktu: kira-kira 2 jam kalau tidak hujan"),
    ("waktu: 2 jam", "waktu: 1 jam 90 menit"),
    ("waktu: 2 jam", "waktu: 2 hri"),
    ("waktu: 2 jam", "waktu: 14 (empat belas) hari kerja"),
    ("waktu: 2 jam", "waktu: 10 sd 15 menit"),
    ("waktu: 2 jam", "waktu: 1 jam 30"),
    ("waktu: 2 jam", "waktu: 00:05:00"),
    ("waktu: 2 jam", "waktu: + 30 menit"),
    ("waktu: 2 jam", "waktu: seminggu"),
    ("waktu: 2 jam", "waktu: 5 menit/berkas x 20 berkas"),
    ("waktu: 2 jam", "waktu: 15 menit (nonracikan), 30 menit (racikan)"),
    ("   waktu: 2 jam\n", "   waktu: 2 jam\n   batas: maks. 2 hari setelah kegiatan 1\n"),
    ("waktu: 2 jam", "waktu: 2x seminggu"),
    ("waktu: 2 jam", "waktu: tidak lebih dari 2 jam"),
    ("waktu: 2 jam", "waktu: selambat-lambatnya dalam waktu 2 jam"),
    ("waktu: 2 jam", "waktu: 2 jam maksimal"),
    ("waktu: 2 jam", "waktu: 1 jam sebelum rapat"),
    ("waktu: 2 jam", "waktu: 5 menit, maksimal 1 hari"),
    ("2. Kasubbag: Mem", "2. Kasubbag (atau Staf bila Kasubbag berhalangan): Mem"),
    ("2. Kasubbag: Mem", "2. Kasubbag (atau Staf kalau Kasubbag berhalangan): Mem"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Jika salah kembali ke 1, jika benar lanjut",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Kalau salah kembali ke 1, kalau benar lanjut",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Keputusan: sesuai: 3, tdk sesuai: 1",
    ),
    ("waktu: 2 jam", "waktu: 1 jam/hari selama 5 hari"),
    // Papers.
    ("   kelengkapan: Konsep laporan\n", "   kelengkapan: 1. Konsep laporan 2. Konsep laporan\n"),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan: Berkas (KTP, KK)\n"),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan: Surat tugas; b. Daftar hadir\n"),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan: Data kegiatan + Surat tugas\n"),
    ("   output: Konsep laporan\n", "   output: Konsep laporan rangkap 3\n"),
    ("   output: Konsep laporan\n", "   output: Naskah Konsep Laporan (Konsep laporan)\n"),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan: Data kegiatan, nota dinas, atau memo\n"),
    ("   kelengkapan: Data kegiatan\n", "   kelengkapan: Surat tugas, data kegiatan dan daftar hadir\n"),
    (
        "   kelengkapan: Data kegiatan\n",
        "   kelengkapan:\n     - Data kegiatan\n     - Surat tugas; dan\n     - Daftar hadir\n",
    ),
    ("   output: Laporan terarsip", "   output: 1 jam"),
    ("   output: Laporan terarsip", "   output: terlampir"),
    (
        "menyampaikannya kepada Kasubbag",
        "menyampaikannya kepada Kasubbag\nuntuk diperiksa menurut pedoman: lampiran",
    ),
    // What is said and not drawn.
    ("menyampaikannya kepada Kasubbag", "menyampaikannya kepada Kasubbag, lalu lanjut ke nomor 3"),
    (
        "2. Kasubbag: Memeriksa konsep laporan",
        "2. Kasubbag: Memeriksa konsep laporan bersamaan dengan kegiatan 3",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: bila salah dikembalikan ke Kasubbag",
    ),
    ("1. Staf: Menyusun konsep lap", "1. Staf: Menyusun konsep la-\n   p"),
    ("waktu: 2 jam", "waktu: jam 2"),
    // Dates.
    ("pembuatan: 2 Juni 2025", "pembuatan: 12/3/2024"),
    ("pembuatan: 2 Juni 2025", "pembuatan: Senin, 2 Juni 2025"),
    ("pembuatan: 2 Juni 2025", "pembuatan: Kota Contoh, 2 Juni 2025"),
    ("pembuatan: 2 Juni 2025", "pembuatan: 2 Jun 2025"),
    ("pembuatan: 2 Juni 2025", "pembuatan: 2 Juni 2025."),
    ("pembuatan: 2 Juni 2025", "pembuatan: 31 Juni 2025"),
    ("revisi: -", "revisi: belum ada"),
    // Targets.
    ("lanjut ke 3", "lanjut 3"),
    ("lanjut ke 3", "lanjut ke kegiatan no. 3."),
    ("lanjut ke 3", "-> 3"),
    ("lanjut ke 3", "lanjut ke Staf"),
    ("lanjut ke 3", "lanjut ke 9"),
    ("lanjut ke 3", "kembali ke 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke 1"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke 2"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: kembali ke 2"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: kembali ke 1"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai:"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: selesei"),
    ("   ya, sesuai: lanjut ke 3", "   ya: lanjut ke 3, sesuai"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke tiga"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: lanjut ke 3 atau 4"),
    ("   ya, sesuai: lanjut ke 3", "   tidak, sesuai: lanjut ke 3"),
    ("kembali ke 1, paling", "kembali ke 2, paling"),
    ("kembali ke 1, paling", "kembali ke awal, paling"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "lanjut ke 3"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", ""),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "ditolak"),
    (
        "lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1",
        "kembali ke 1\n   tidak, perlu diperbaiki: kembali ke 1",
    ),
    ("   output: Konsep laporan\n", "   output: Konsep laporan\n   alur: kembali ke 1\n"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   alur: kembali ke 3"),
    ("paling banyak 2 kali, lalu", "paling banyak dua kali, lalu"),
    ("paling banyak 2 kali", "maksimal 2 kali"),
    ("paling banyak 2 kali", "paling banyak 2x"),
    // The flow, in a writer's own words.
    ("   output: Konsep laporan\n", "   output: Konsep laporan\n   lanjut ke 2\n"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   Selesai, laporan disimpan"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   Selesai: laporan disimpan"),
    ("   ya, sesuai: lanjut ke 3", "   ya (sesuai): lanjut ke 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya -> 3"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Jika ya lanjut ke 3, jika tidak kembali ke 1",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   ya: ke 3; tidak: ke 1",
    ),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai, lanjut ke 3"),
    ("kembali ke 1, paling", "kembali ke Staf, paling"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, perlu diperbaiki: 1"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, perlu diperbaiki: ke 1"),
    (
        "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "kembali ke 1 maksimal 2 kali lalu selesai (laporan dihentikan)",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kem",
        "   jika sesuai: lanjut ke 3\n   Selain itu: kem",
    ),
    ("3. Staf: Meng", "Penutup\n3. Staf: Meng"),
    ("3. Staf: Meng", "C. PENUTUP\n3. Staf: Meng"),
    ("3. Staf: Meng", "III. PENUTUP\n3. Staf: Meng"),
    // Outcomes as a spreadsheet has them.
    ("   ya, sesuai: lanjut ke 3", "   Y: 3"),
    ("   ya, sesuai: lanjut ke 3", "   sesuai: 3"),
    ("   ya, sesuai: lanjut ke 3", "   bila sesuai: lanjut 3"),
    ("   ya, sesuai: lanjut ke 3", "   keterang: 3"),
    ("   ya, sesuai: lanjut ke 3", "   ya, sesuai: selesai - disetujui"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak berkenan: kembali ke 1"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   bila laporan masih perlu diperbaiki: kembali ke 1"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, perlu diperbaiki: kembalikan kepada Staf"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "1 (masih ada yang salah)"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Ya/Tidak",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   a. sesuai -> 3",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   bersama dengan 2"),
    // Fields and lists.
    ("nama pejabat: NAMA", "nama: NAMA"),
    ("unit: Sub", "unit organisasi: Sub"),
    ("  - Staf = Staf Subbagian Perencanaan\n  - ", "Staf = Staf Subbagian Perencanaan\n"),
    ("  - Staf = Staf Subbagian Perencanaan\n  - ", "  Staf = Staf Subbagian Perencanaan\n  "),
    ("  - Staf = Staf Subbagian Perencanaan\n  - ", "  1. Staf = Staf Subbagian Perencanaan\n  2. "),
    ("nama pejabat: NAMA PEJABAT", "     Drs. NAMA PEJABAT, M.Si."),
    ("nip: 1970", "     NIP 1970"),
    ("  - Staf = Staf Subbagian Perencanaan", "  - Staf (Staf Subbagian Perencanaan)"),
    ("  - Staf = ", "  Bidang Contoh:\n  - Staf = "),
    ("1. Staf: Menyusun", "1. Staf -- Menyusun"),
    ("1. Staf:", "1. Staf s/d Kasubbag:"),
    ("1. Staf:", "1. Staf (bila tidak ada: Kasubbag):"),
    ("   waktu: 2 jam", "   waktu: s.d. 3 hari kerja"),
    ("   waktu: 2 jam", "   waktu: 15 mnt - 1 jam"),
    ("   waktu: 2 jam", "   waktu: Staf 1 jam, Kasubbag 2 jam"),
    ("  - Memahami tata cara penyusunan laporan", "  SMA/SMK\n  Memahami tata cara penyusunan laporan"),
    ("   kelengkapan: Data kegiatan", "   kelengkapan:\n      Data kegiatan\n      Surat tugas"),
    // What Word leaves behind.
    (
        "3. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 15 menit\n   output: Laporan terarsip",
        "No\tPelaksana\tKegiatan\tKelengkapan\tWaktu\tOutput\n3.\tStaf\tMengarsipkan laporan\tLaporan\t15 menit\tLaporan terarsip",
    ),
    // From a spreadsheet, where each lane is a column.
    (
        "3. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 15 menit\n   output: Laporan terarsip",
        "| No | Kegiatan | Staf | Kasubbag | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|---|\n| 3 | Mengarsipkan laporan | v | v | Laporan | 15 menit | Laporan terarsip |",
    ),
    ("  - Komputer", "  – Komputer"),
    ("  - Komputer", "  • Komputer"),
    ("  - Memahami", "  1. Memahami"),
    ("2. Kasubbag:", "2. Kasub\u{200B}bag:"),
    (
        "3. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 15 menit\n   output: Laporan terarsip",
        "No | Pelaksana | Kegiatan | Kelengkapan | Waktu | Output\n3 | Staf | Mengarsipkan laporan | Laporan | 15 menit | Laporan terarsip",
    ),
    ("  - Komputer", "→ Komputer"),
    // What says no more than *as above*, *the row before*, *the end*.
    ("   kelengkapan: Konsep laporan\n", "   kelengkapan: Konsep laporan\n      sda\n"),
    ("   kelengkapan: Konsep laporan\n", "   s.d.a.\n   kelengkapan: Konsep laporan\n"),
    ("   tidak, perlu diperbaiki: kembali ke 1", "   tidak, perlu diperbaiki: kembali ke langkah sebelumnya"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   [selesai]"),
    // Remarks in brackets.
    ("2. Kasubbag:", "2. Kasubbag (jika berhalangan, digantikan oleh Staf):"),
    ("2. Kasubbag:", "2. Kasubbag (setelah makan siang):"),
    ("   waktu: 2 jam", "   waktu: 2 jam (bila Kasubbag ada)"),
    ("   waktu: 2 jam", "   waktu: 2 jam (maks.)"),
    // Decisions in prose.
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   jika sudah sesuai maka lanjut ke langkah 3 jika tidak kembali ke langkah 1",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   kembali ke langkah 1 bila belum puas"),
    // Headings of a form.
    ("3. Staf: Meng", "Penutup:\n3. Staf: Meng"),
    ("3. Staf: Meng", "Langkah 3\n3. Staf: Meng"),
    ("3. Staf: Mengarsipkan laporan", "Kegiatan: Mengarsipkan laporan\n3. Staf: Mengarsipkan laporan"),
    // A decision that only the words of the row, of its sub-steps or of its remark know.
    ("Mengarsipkan laporan", "Memeriksa laporan, jika tidak lengkap kembali ke Kasubbag"),
    (
        "Mengarsipkan laporan\n",
        "Memeriksa laporan, jika penting disampaikan kepada Kasubbag, jika biasa langsung disimpan\n",
    ),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan\n   - jika tidak lengkap kembali ke Kasubbag\n"),
    (
        "Mengarsipkan laporan\n",
        "Mengarsipkan laporan\n   - bila sesuai, diberi nomor\n   - bila belum sesuai, dikembalikan untuk diperbaiki\n",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: jika tidak lengkap kembali ke Kasubbag",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   keterangan: Y: selesai; T: ke 2"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   keterangan: Ya = selesai, Tidak = 2"),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: Sesuai: selesai, tidak sesuai: ke 2",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: Jika ya selesai, jika tidak kembali ke no 2",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: kembali ke kegiatan 2 bila tidak sesuai",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   Ya/Tidak"),
    ("   ya, sesuai: lanjut ke 3", "   ya/sesuai: lanjut ke 3"),
    ("paling banyak 2 kali, lalu selesai, laporan dihentikan", "maks 2x, selesai"),
    ("Mengarsipkan laporan", "Mengarsipkan laporan. Lengkap? (Y/T)"),
    ("Mengarsipkan laporan", "Mengarsipkan laporan (Ya/Tidak)"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   Apakah laporan sudah lengkap?"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   - Apakah laporan sudah lengkap?"),
    // Somebody else's work inside a row.
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan\n   - Kasubbag: Memeriksa arsip\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan\n   - Kasubbag memeriksa arsip\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan\n   Kasubbag: Memeriksa arsip\n"),
    ("   waktu: 15 menit", "   Staf: 15 menit"),
    // What may be passed over.
    ("3. Staf: Mengarsipkan laporan", "3. Staf: Mengarsipkan laporan (opsional)"),
    ("3. Staf: Mengarsipkan laporan", "3. Staf: (jika diperlukan) Mengarsipkan laporan"),
    ("3. Staf: Mengarsipkan laporan", "3. Staf: Bila perlu, mengarsipkan laporan"),
    ("3. Staf: Mengarsipkan laporan", "3. Staf (opsional): Mengarsipkan laporan"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   keterangan: Opsional"),
    // Limits beside the sentence.
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   keterangan: paling lambat 3 hari"),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: diarsipkan paling lama 3 hari kerja",
    ),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan\n   - selambat-lambatnya 3 hari\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan maksimal 1x24 jam\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan\n   - tidak boleh lebih dari 3 hari\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan paling lambat 15 menit setelah kegiatan 1\n"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   keterangan: maks. 3 hari"),
    (
        "2. Kasubbag: Memeriksa konsep laporan",
        "2. Staf, Kasubbag: Memeriksa konsep laporan secara berjenjang",
    ),
    // Who acts when the actor cannot.
    (
        "2. Kasubbag: Memeriksa konsep laporan",
        "2. Kasubbag: Memeriksa konsep laporan, dalam hal Kasubbag berhalangan, Sekretaris yang memeriksa",
    ),
    (
        "   waktu: 2 jam",
        "   waktu: 2 jam\n   keterangan: bila tidak berada di tempat diwakili oleh Sekretaris",
    ),
    // Heads of columns, marks that say something, several rows at once.
    ("   waktu: 2 jam", "   Waktu (jam): 2"),
    ("   waktu: 2 jam", "   Waktu (Menit): 120 menit"),
    ("   waktu: 1 hari kerja", "   Waktu (hari kerja): 1-2"),
    ("   waktu: 15 menit", "   Waktu (dalam menit) : 15"),
    ("   waktu: 15 menit", "   Waktu (mnt) : 15"),
    ("   waktu: 15 menit", "   Waktu/menit : 15"),
    ("   waktu: 15 menit", "   Waktu (hari/jam) : 15 menit"),
    ("   waktu: 15 menit", "   Waktu (menit) :"),
    ("3. Staf: Mengarsipkan laporan", "3. Staf\n   Mengarsipkan laporan"),
    ("3. Staf: Mengarsipkan laporan", "3. Pelaksana : Staf\n   Kegiatan : Mengarsipkan laporan"),
    ("3. Staf: Mengarsipkan laporan", "3. Kegiatan : Mengarsipkan laporan\n   Pelaksana : Staf"),
    ("3. Staf:", "3*. Staf:"),
    ("3. Staf:", "3-4. Staf:"),
    ("   output: Konsep laporan\n", "   output: Konsep laporan\n   alur: lanjut ke 2, 3\n"),
    ("   output: Konsep laporan\n", "   output: Konsep laporan\n   lanjut ke 2 dan 3\n"),
    ("kelengkapan: Konsep laporan\n", "kelengkapan: Konsep laporan;\n"),
    ("2. Kasubbag:", "2. KASUBBAG PERENCANAAN:"),
    ("3. Staf: Mengarsipkan laporan", "3. Mengarsipkan laporan (Staf)"),
    ("3. Staf: Mengarsipkan laporan", "3. Mengarsipkan laporan oleh Staf"),
    ("3. Staf: Mengarsipkan laporan", "Langkah 3: Staf: Mengarsipkan laporan"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip, Selesai"),
    ("kembali ke 1, paling banyak", "kembali ke Staf untuk diperbaiki, paling banyak"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   keputusan: ya (3) / tidak (1)",
    ),
    // Targets that name somebody, a place or what was made.
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "balik ke Staf"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "surat penolakan → selesai"),
    ("kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan", "kembali ke rak"),
    ("lanjut ke 3", "ke Staf"),
    (
        "kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "panggil ulang, paling banyak 2 kali",
    ),
    ("   kelengkapan: Konsep laporan\n", "   perlu: Konsep laporan\n"),
    (
        "   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   bila belum sesuai: ULANGI LAGI DARI NO 1",
    ),
    // Who acts, without the colon that says so.
    ("2. Kasubbag: Memeriksa konsep laporan", "2. Kasubbag memeriksa konsep laporan: isi dan lampiran"),
    ("1. Staf: Menyusun", "1. (Staf) Menyusun"),
    ("3. Staf: Mengarsipkan laporan", "3. Staf\n   Mengarsipkan: map, lemari, daftar"),
    ("   waktu: 2 jam", "   waktu: 2 jam tergantung tebalnya"),
    ("unit: Sub", "satker: Sub"),
    ("dasar hukum:", "dasar:"),
    (
        "instansi:\n  - Pemerintah Kabupaten Sejahtera\n  - Dinas Contoh\n",
        "instansi: Pemkab Sejahtera – Dinas Contoh\n",
    ),
    // Outcomes behind what only heads them.
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Keputusan: Jika laporan sesuai → lanjut ke langkah 3; jika tidak → kembali ke langkah 1",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   - hasil: bila benar lanjut ke 3, bila salah kembali ke 1",
    ),
    // What a printed sheet, or another form, has around its rows.
    ("sop: Penyusunan", "STANDAR OPERASIONAL PROSEDUR (SOP)\n\nsop: Penyusunan"),
    ("sop: Penyusunan Laporan Bulanan", "Standar Operasional Prosedur Penyusunan Laporan Bulanan"),
    ("sop: Penyusunan Laporan Bulanan", "*SOP Penyusunan Laporan Bulanan*"),
    ("sop: Penyusunan", "SOP PENYUSUNAN LAPORAN BULANAN\n\nNama SOP: Penyusunan"),
    ("sop: Penyusunan", "PEMERINTAH KABUPATEN SEJAHTERA\nDINAS CONTOH\n\nsop: Penyusunan"),
    (
        "sop: Penyusunan Laporan Bulanan\nnomor: 000.8.3/01/CONTOH/2025\ninstansi:\n  - Pemerintah Kabupaten Sejahtera\n  - \
         Dinas Contoh\n",
        "     PEMERINTAH KABUPATEN SEJAHTERA\n             DINAS CONTOH\n\nsop: Penyusunan Laporan Bulanan\nnomor: \
         000.8.3/01/CONTOH/2025\n",
    ),
    (
        "  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh",
        "  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang\nTata Kerja\ndan Susunan Dinas Contoh",
    ),
    ("peringatan:\n  - Apabila laporan terlambat maka", "peringatan: Apabila laporan terlambat\nmaka"),
    ("keterkaitan:\n  - SOP Pengarsipan", "keterkaitan:\nSOP Pengarsipan\nSOP Surat Keluar"),
    ("keterkaitan:", "Keterkaitan dengan SOP lain :"),
    ("tanggal efektif:", "Mulai berlaku :"),
    (
        "pelaksana:\n  - Staf = Staf Subbagian Perencanaan\n  - Kasubbag = Kepala Subbagian Perencanaan",
        "pelaksana: Kasubbag dan Staf",
    ),
    ("unit: Subbagian", "Revisi ke : 0\nunit: Subbagian"),
    ("dasar hukum:\n", "1. Dasar hukum:\n"),
    ("dasar hukum:\n", "1. Pengertian : Laporan ialah catatan kegiatan\ndasar hukum:\n"),
    ("kegiatan:\n", "6. Langkah-langkah :\n"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n7. Unit terkait : Bagian Umum"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n\n8. Rekaman historis perubahan"),
    ("dasar hukum:\n", "Tujuan: Sebagai acuan penyusunan laporan\ndasar hukum:\n"),
    ("kegiatan:\n", "kegiatan:\nNo. Uraian Kegiatan Pelaksana Ket.\n"),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\nKeterangan:\n- Laporan disimpan 5 tahun\n- Salinan dikirim",
    ),
    ("3. Staf: Meng", "Penyusunan Laporan Bulanan\n3. Staf: Meng"),
    ("3. Staf: Meng", "Halaman 1 dari 2\n3. Staf: Meng"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   Hal. 2/2"),
    ("unit: Subbagian", "Disusun oleh: Staf Perencanaan\nunit: Subbagian"),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n\nDisusun oleh: Staf Perencanaan"),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n\nDitetapkan di Sejahtera\npada tanggal 2 Juni 2025\nKEPALA DINAS,\n\nFULAN",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n\nSejahtera, 2 Juni 2025\nKepala Dinas,\n\nFULAN\nNIP. 19700101 199503 1 999",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n\nMengetahui,\nKepala Dinas\n\nNAMA PEJABAT\nNIP: 19700101 199503 1 999",
    ),
    // A case and what denies it on one line, as an item, and in short.
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   Sesuai ke 3, tidak sesuai ke 1",
    ),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   - belum sesuai kembali ke 1; sesuai lanjut ke 3",
    ),
    ("   tidak, perlu diperbaiki: kembali", "   tdk sesuai: kembali"),
    // What is done before it goes back; a way behind the last return to a row that is not there.
    ("   tidak, perlu diperbaiki: kembali", "   belum sesuai: dibahas dulu, kembali"),
    ("lalu selesai, laporan dihentikan", "lalu lanjut ke 9"),
    (
        "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, laporan dihentikan",
        "   jika OK ke-3, jika tidak balik ke-1",
    ),
    ("   tidak, perlu diperbaiki: kembali ke 1, paling", "   Bila tidak -> dikembalikan kpd Staf, paling"),
    ("\npelaksana:\n", "\nbatas waktu:\n  - dari 1 s.d. 3: maksimal 30 hari kerja\n\npelaksana:\n"),
    // Times: a range of two units, and one that ends the sentence.
    ("   waktu: 2 jam", "   waktu: 2 jam s.d 3 hari"),
    (
        "3. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 15 menit\n",
        "3. Staf: Mengarsipkan laporan, 15 mnt\n   kelengkapan: Laporan\n",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   batas: paling lama 1 hari kerja sebelum 2",
    ),
    // Two names of which one is only nearly there, and one that has but its first word from another.
    ("3. Staf: Meng", "3. Staf & Bu Kasubag: Meng"),
    // The rule of which of two ministers.
    (
        "  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh",
        "  - PMK Nomor 66 Tahun 2014 tentang Pemantauan Pertumbuhan Anak",
    ),
];

/// Typed otherwise, and just as good: nothing is said.
const NO_SLIPS: &[(&str, &str)] = &[
    ("waktu: 2 jam", "waktu: maksimal 2 jam"),
    ("kelengkapan: Data kegiatan\n", "kelengkapan: Data kegiatan, notula, serta memo\n"),
    ("kegiatan:\n", "Alur:\n"),
    ("kegiatan:\n", "Langkah2 :\n"),
    // Of what lasts by itself, and of what the row's own time says already.
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan yang berlaku paling lama 3 bulan\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan paling lambat 15 menit\n"),
    ("Mengarsipkan laporan\n", "Mengarsipkan laporan di tempat yang aman\n"),
    (
        "2. Kasubbag: Memeriksa konsep laporan\n",
        "2. Kasubbag: Memeriksa konsep laporan, yaitu\n     a. tata bahasa,\n     b. angka, dan\n     c. lampiran\n",
    ),
    (
        "instansi:\n  - Pemerintah Kabupaten Sejahtera\n  - Dinas Contoh",
        "instansi: Pemerintah Kabupaten Sejahtera, Dinas Contoh",
    ),
    ("peringatan:\n  - Apabila laporan terlambat maka", "peringatan: Apabila laporan terlambat,"),
    ("   waktu: 2 jam", "waktu: 2 jam"),
    ("   waktu: 2 jam", "\twaktu: 2 jam"),
    ("   waktu: 2 jam", "   Waktu : 2 Jam"),
    ("   waktu: 2 jam", "   waktu:\u{A0}2\u{A0}jam"),
    ("waktu: 2 jam", "waktu: 2x24 jam"),
    ("waktu: 2 jam", "waktu: 2 s.d. 3 jam"),
    ("waktu: 2 jam", "waktu: 2–3 jam"),
    ("2. Kasubbag:", "2.KASUBBAG:"),
    ("1. Staf:", "1. Staf atau Kasubbag:"),
    ("2. Kasubbag:", "   2. Kasubbag:"),
    ("kegiatan:\n", "URAIAN KEGIATAN :\n"),
    ("kegiatan:\n", "Prosedur/Langkah-langkah:\n"),
    ("   ya, sesuai: lanjut ke 3", "   YA, sesuai: Lanjut Ke 3"),
    ("kelengkapan: Laporan\n", "kelengkapan:\n     - Laporan\n     - Waktu = uang\n"),
    // Of two things it is not said which may be passed over, and here nobody else acts.
    ("3. Staf: Mengarsipkan laporan", "3. Staf: Mengarsipkan laporan dan mengirim salinannya (bila perlu)"),
    ("3. Staf: Mengarsipkan laporan\n", "3. Staf: Mengarsipkan laporan\n   - Staf: memberi nomor\n"),
    (
        "3. Staf: Mengarsipkan laporan\n",
        "3. Staf: Mengarsipkan laporan\n   - Kasubbag 1 lembar, Kadis 2 lembar\n",
    ),
    (
        "   output: Laporan terarsip",
        "   output: Laporan terarsip\n   keterangan: Jika lemari penuh, pakai lemari kedua",
    ),
    ("   output: Laporan terarsip", "   output: Laporan terarsip\n   keterangan: paling lama 15 menit"),
    // A row that decides may say so in words, too.
    ("Memeriksa konsep laporan\n", "Memeriksa konsep laporan. Lengkap? (Y/T)\n"),
    ("Memeriksa konsep laporan\n", "Memeriksa konsep laporan\n   - jika tidak sesuai kembali ke Staf\n"),
    ("   tidak, perlu", "   keterangan: Y: ke 3; T: ke 1\n   tidak, perlu"),
    // One text on several lines, broken where the line is full, or in the middle of a sentence.
    (
        "  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh",
        "  Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Susunan dan\n  Tata Kerja Dinas Contoh",
    ),
    ("  - Apabila laporan terlambat maka", "  Apabila laporan terlambat\n  maka"),
    ("   output: Laporan terarsip", "   output: Laporan yang sudah\n     terarsip"),
    (
        "Memeriksa konsep laporan\n",
        "Memeriksa konsep laporan\n   tidak dengan tergesa-gesa; lalu\n   kembali ke meja kerja\n",
    ),
];

/// A procedure in which two rows run side by side.
const SIDE_BY_SIDE: &str = "\
pelaksana:
  - Staf
  - Kabid = Kepala Bidang
  - Kadis = Kepala Dinas

kegiatan:

1. Staf: Membagi data
   kelengkapan: Data
   waktu: 1 jam
   output: Konsep laporan
   bersamaan: 2, 3

2. Kabid: Memeriksa konsep laporan
   kelengkapan: Konsep laporan
   waktu: 1 jam
   output: Catatan

3. Kadis: Menilai konsep laporan
   kelengkapan: Konsep laporan
   waktu: 1 jam
   output: Nilai

4. Staf: Mengarsipkan catatan dan nilai
   kelengkapan: Catatan, nilai
   waktu: 1 jam
   output: Arsip
   menunggu: 2, 3
";

/// Slips there, and the rule that each is answered with.
const SLIPS_SIDE_BY_SIDE: &[(&str, &str, &str)] = &[
    ("bersamaan: 2, 3", "bersamaan: 2, 9", "SOP160"),
    ("bersamaan: 2, 3", "bersamaan: 2 & 3", "SOP130"),
    ("bersamaan: 2, 3", "bersamaan: 1, 3", "SOP169"),
    ("bersamaan: 2, 3", "bersamaan: 2", "SOP168"),
    ("menunggu: 2, 3", "menunggu: 2, 9", "SOP160"),
    ("menunggu: 2, 3", "menunggu: 2+3", "SOP130"),
    ("menunggu: 2, 3", "menunggu: 2, 4", "SOP172"),
    ("   bersamaan: 2, 3\n", "", "SOP202"),
    ("   menunggu: 2, 3\n", "", "SOP214"),
    ("menunggu: 2, 3", "menunggu: 2", "SOP214"),
    ("\n3. Kadis", "\n2. Kadis", "SOP157"),
    ("   output: Catatan\n", "   output: Catatan\n   alur: kembali ke 2\n", "SOP204"),
];

fn example() -> String {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bahasa.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let from = guide.find("```sop\n").unwrap() + "```sop\n".len();
    guide[from..from + guide[from..].find("```").unwrap()].to_owned()
}

/// What is found beyond the missing logo, as a writer sees it.
fn said(text: &str) -> Vec<String> {
    let index = LineIndex::new(text);
    let found = compile(text, &Config::default()).diagnostics;
    let found = found.iter().filter(|finding| finding.rule.code != "SOP503");
    let words = |finding: &sop::diag::Diagnostic| {
        let at = index.line_column(text, finding.primary.start as usize);
        let mut out = format!("{}:{} {}", at.line, at.column, finding.rule.code);
        for lang in [Lang::Id, Lang::En] {
            let help = finding.help_text(lang).expect("every slip has a remedy");
            write!(out, "\n    {}\n      {help}", finding.message(lang)).unwrap();
        }
        out
    };
    found.map(words).collect()
}

#[test]
fn one_slip_is_one_message() {
    let example = example();
    let mut all = String::new();
    for (right, wrong) in SLIPS {
        assert!(example.contains(right), "the guide has no `{right}`");
        let found = said(&example.replacen(right, wrong, 1));
        assert_eq!(found.len(), 1, "`{right}` → `{wrong}`: {found:#?}");
        writeln!(all, "{} → {}\n{}\n", right.trim(), wrong.trim(), found[0]).unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/salah-ketik.txt");
    expect_test::expect_file![path].assert_eq(&all);
}

#[test]
fn a_slip_in_the_flow_is_one_message() {
    let example = example();
    let identity = &example[..example.find("\npelaksana:").unwrap() + 1];
    let sound = format!("{identity}{SIDE_BY_SIDE}");
    assert!(said(&sound).is_empty(), "{:#?}", said(&sound));
    for (right, wrong, code) in SLIPS_SIDE_BY_SIDE {
        let found = said(&sound.replacen(right, wrong, 1));
        assert!(found.len() == 1 && found[0].contains(code), "`{right}` → `{wrong}`: {found:#?}");
    }
}

#[test]
fn the_number_that_was_mistyped_is_the_one_that_does_not_fit() {
    let rows = |numbers: [u16; 4]| {
        let row = |number: u16| format!("{number}. Staf: Mengarsipkan laporan\n");
        format!("pelaksana:\n  - Staf\n\nkegiatan:\n\n{}", numbers.map(row).concat())
    };
    for (numbers, line) in
        [([1, 3, 3, 4], 7), ([1, 4, 3, 4], 7), ([1, 2, 2, 4], 8), ([1, 2, 3, 1], 9), ([2, 2, 3, 4], 6)]
    {
        let text = rows(numbers);
        let index = LineIndex::new(&text);
        let found = compile(&text, &Config::default()).diagnostics;
        let doubled = found.iter().find(|finding| finding.rule.code == "SOP157").expect("doubled");
        assert_eq!(index.line_column(&text, doubled.primary.start as usize).line, line, "{numbers:?}");
    }
}

#[test]
fn every_outcome_in_words_of_its_own_is_one_message_that_fits_the_others() {
    let example = example();
    let from = example.find("   ya, sesuai").unwrap();
    let until = example.find("\n\n3. Staf").unwrap();
    for (typed, meant) in [
        ("disetujui: 3\nditolak: 1", "jika disetujui: lanjut ke 3\njika ditolak: kembali ke 1"),
        (
            "- lengkap: ke langkah 3\n- tidak lengkap: kembali ke pemohon",
            "jika lengkap: lanjut ke 3\njika tidak lengkap: kembali ke …",
        ),
        (
            "Lengkap -> lanjut\nTidak lengkap -> dikembalikan ke Staf",
            "jika lengkap: lanjut ke 3\njika tidak lengkap: kembali ke 1",
        ),
        (
            "sesuai, lanjut ke langkah 3\ntidak sesuai, kembali ke langkah 1",
            "jika sesuai: lanjut ke 3\njika tidak sesuai: kembali ke 1",
        ),
        ("Jika ya, ke kegiatan 3\nJika tidak, kembali ke kegiatan 1", "ya: lanjut ke 3\ntidak: kembali ke 1"),
        (
            "Y : buat berkas baru\nT : cari berkas lama",
            "ya, buat berkas baru: lanjut ke …\ntidak, cari berkas lama: lanjut ke …",
        ),
        ("Ya = 3\nTidak = 1", "ya: lanjut ke 3\ntidak: kembali ke 1"),
        ("ada temuan → Staf (1)\nnihil → 3", "jika ada temuan: kembali ke 1\njika nihil: lanjut ke 3"),
        ("Y: 3\nT: 1, 2x", "ya: lanjut ke 3\ntidak: kembali ke 1, paling banyak 2 kali"),
        (
            "lengkap: 3\nperlu revisi: kembali 1 (maks. 2 kali)\ntidak lengkap: selesai (ditolak)",
            "jika lengkap: lanjut ke 3\njika perlu revisi: kembali ke 1, paling banyak 2 kali\njika tidak lengkap: selesai, \
             ditolak",
        ),
        ("- benar -> 3\n- salah -> 1", "jika benar: lanjut ke 3\njika salah: kembali ke 1"),
        ("benar -> 3\nsalah -> 1", "jika benar: lanjut ke 3\njika salah: kembali ke 1"),
        (
            "bila disetujui: ke langkah berikutnya\nbila ditolak: kembali ke langkah sebelumnya",
            "jika disetujui: lanjut ke 3\njika ditolak: kembali ke 1",
        ),
        ("approve: lanjut\nrevisi: kembali ke Staf", "jika approve: lanjut ke 3\njika revisi: kembali ke 1"),
        (
            "Setuju: diteruskan ke Staf\nTolak: dikembalikan ke Staf",
            "jika setuju: lanjut ke …\njika ditolak: kembali ke 1",
        ),
        (
            "Setuju: Menandatangani\nTolak: Dikembalikan",
            "jika setuju: lanjut ke …\njika ditolak: kembali ke …",
        ),
        (
            "ada cap: ke 3\nkosong: ke Kasubbag untuk dicabut",
            "jika ada cap: lanjut ke 3\njika kosong: lanjut ke …",
        ),
        ("- sehat → pelepasan (langkah 3)\n- sakit → 1", "jika sehat: lanjut ke 3\njika sakit: kembali ke 1"),
        ("a. benar -> 3\nb. salah -> 1 dan 2", "jika benar: lanjut ke 3\njika salah: …"),
    ] {
        let indented = typed.lines().map(|line| format!("   {line}\n")).collect::<String>();
        let text = format!("{}{}{}", &example[..from], indented.trim_end(), &example[until..]);
        let found = said(&text);
        let lines: Vec<&str> = meant.lines().collect();
        assert_eq!(found.len(), lines.len(), "{typed}: {found:#?}");
        for (finding, line) in found.iter().zip(lines) {
            assert!(finding.contains(&format!("tulis `{line}`")), "{line}: {finding}");
        }
    }
}

#[test]
fn outcomes_at_the_margin_are_seen_where_the_fields_stand_there() {
    let example = example();
    let from = example.find("   ya, sesuai").unwrap();
    let until = example.find("\n\n3. Staf").unwrap();
    let text = format!("{}   benar → 3\n   salah → 1{}", &example[..from], &example[until..]);
    let at_margin = text.replace("\n   ", "\n");
    let found = said(&at_margin);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("tulis `jika benar: lanjut ke 3`"), "{found:#?}");
    assert!(found[1].contains("tulis `jika salah: kembali ke 1`"), "{found:#?}");
}

/// How people note where the flow goes: an answer, what parts it from its target, the target.
const ANSWERS: [(&str, &str); 16] = [
    ("Ya", "Tidak"),
    ("Y", "T"),
    ("Jika ya", "Jika tidak"),
    ("sesuai", "tidak sesuai"),
    ("Jika sesuai", "Jika tidak sesuai"),
    ("Apabila disetujui", "Apabila ditolak"),
    ("Setuju", "Tidak setuju"),
    ("Bila lengkap", "Bila belum lengkap"),
    ("ya (sesuai)", "tidak (belum sesuai)"),
    ("Ya, sesuai", "Tidak, belum sesuai"),
    ("a. Ya", "b. Tidak"),
    ("1) sesuai", "2) belum sesuai"),
    ("• Ya", "• Tidak"),
    ("- Ya", "- Tidak"),
    ("> Ya", "> Tidak"),
    ("[Ya]", "[Tidak]"),
];
const PARTED_BY: [&str; 11] = [": ", " = ", " -> ", " → ", " - ", " ", ", ", "; ", " maka ", "\t", " >> "];
const AIMS: [(&str, &str); 11] = [
    ("3", "1"),
    ("lanjut ke 3", "kembali ke 1"),
    ("ke 3", "ke 1"),
    ("langkah 3", "langkah 1"),
    ("lanjut", "kembali"),
    ("lanjut ke langkah berikutnya", "kembali ke langkah sebelumnya"),
    ("lanjut ke Staf", "kembali ke Staf"),
    ("diteruskan", "dikembalikan"),
    ("No. 3", "No. 1"),
    ("(3)", "(1)"),
    ("kegiatan 3", "kegiatan 1"),
];

/// Whatever way an outcome is noted, it is read as one or told; never a paper, a sub-step, or more of the text above.
#[test]
fn no_outcome_is_taken_for_something_else() {
    let example = example();
    let from = example.find("   ya, sesuai").unwrap();
    let until = example.find("\n3. Staf").unwrap();
    let without = format!("{}{}", &example[..from], &example[until..]);
    let rows =
        ["   waktu: 2 jam\n", "   kelengkapan: Konsep laporan\n", "2. Kasubbag: Memeriksa konsep laporan\n"];
    let ends = rows.map(|row| without.find(row).unwrap() + row.len());
    let (mut tried, mut taken) = (0, Vec::new());
    for ((yes, no), parted, (on, back)) in ANSWERS.iter().flat_map(|answers| {
        PARTED_BY.iter().flat_map(move |parted| AIMS.iter().map(move |aims| (*answers, *parted, *aims)))
    }) {
        for (place, indent) in [from, ends[0], ends[1], ends[2]].into_iter().zip(["   ", "      ", "", "   "])
        {
            // Below the row's text words in a row are a sentence.
            let prose = place == ends[2]
                && matches!(parted, " " | ", " | "; " | " maka " | " - ")
                && !yes.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase().starts_with('y');
            if prose {
                continue;
            }
            tried += 1;
            let lines = format!("{indent}{yes}{parted}{on}\n{indent}{no}{parted}{back}\n");
            let text = format!("{}{lines}{}", &without[..place], &without[place..]);
            let compiled = compile(&text, &Config::default());
            let told = compiled.diagnostics.iter().any(|finding| finding.rule.code != "SOP503");
            let sop = &compiled.procedure.as_ref().unwrap().sop;
            if !told && !sop.simpul.iter().any(|simpul| simpul.memutuskan()) {
                taken.push(lines);
            }
        }
    }
    assert!(tried > 7000, "only {tried} were tried");
    assert!(taken.is_empty(), "{} of {tried}: {:#?}", taken.len(), &taken[..taken.len().min(20)]);
}

#[test]
fn a_time_without_its_colon_is_none_of_the_text_above() {
    let example = example();
    let below_text = "2. Kasubbag: Memeriksa konsep laporan\n";
    for (typed, codes) in [("waktu 30 mnt", &["SOP137", "SOP131"][..]), ("wkt 30 menit", &["SOP137"])] {
        let text = example.replacen("   waktu: 2 jam\n", "", 1);
        let text = text.replacen(below_text, &format!("{below_text}   {typed}\n"), 1);
        let found = said(&text);
        assert_eq!(found.len(), codes.len(), "{found:#?}");
        assert!(codes.iter().all(|code| found.iter().any(|found| found.contains(code))), "{found:#?}");
        let mended = sop::fix::mend(&text, true, |text| compile(text, &Config::default()).diagnostics).text;
        assert!(mended.contains("laporan\n   waktu: 30 menit\n"), "{mended}");
    }
}

#[test]
fn a_list_without_its_colon_is_told_above_such_a_time() {
    let example = example();
    let fields = "   kelengkapan: Konsep laporan\n   waktu: 2 jam\n";
    let typed = example.replacen(fields, "   Kelengkapan Konsep laporan\n   Waktu 2 jam\n", 1);
    let found = said(&typed);
    assert!(found.len() == 2 && found.iter().all(|found| found.contains("SOP137")), "{found:#?}");
    assert_eq!(mended(&typed).replace("   K", "   k").replace("   W", "   w"), example);
    // A text may go on with that word.
    let text =
        example.replacen("Memeriksa konsep laporan\n", "Memeriksa konsep dan\n     kelengkapan laporan\n", 1);
    assert!(said(&text).is_empty(), "{:#?}", said(&text));
}

#[test]
fn several_actors_in_front_of_a_text_all_act() {
    let example = example();
    for (typed, meant) in [
        ("2. Kasubbag dan Staf memeriksa", "2. Kasubbag, Staf: Memeriksa"),
        ("2. Kasubbag & Staf memeriksa", "2. Kasubbag, Staf: Memeriksa"),
        ("2. Kasubbag/Staf Memeriksa", "2. Kasubbag, Staf: Memeriksa"),
        ("2. Kasubbag, Staf memeriksa", "2. Kasubbag, Staf: Memeriksa"),
        ("2. Kasubbag atau Staf memeriksa", "2. Kasubbag atau Staf: Memeriksa"),
        ("2. Kasubbag -> Staf memeriksa", "2. Kasubbag -> Staf: Memeriksa"),
        // What is joined to the actor here is a thing.
        ("2. Kasubbag dan laporan memeriksa", "2. Kasubbag: Dan laporan memeriksa"),
    ] {
        let text = example.replacen("2. Kasubbag: Memeriksa", typed, 1);
        assert!(mended(&text).contains(&format!("\n{meant} konsep laporan\n")), "{typed}: {}", mended(&text));
        let acting = |text: &str| {
            let sop = compile(text, &Config::default()).procedure.unwrap().sop;
            sop.simpul.iter().map(|simpul| simpul.oleh.len()).collect::<Vec<_>>()
        };
        // The draft that is printed with its error has them all, too.
        assert_eq!(acting(&text), acting(&mended(&text)), "{typed}");
    }
}

#[test]
fn levels_of_the_agency_that_were_typed_line_by_line_are_items() {
    let example = example();
    let list = "instansi:\n  - Pemerintah Kabupaten Sejahtera\n  - Dinas Contoh\n";
    let typed = example.replacen(
        list,
        "instansi: Pemerintah Kabupaten Sejahtera\n          Dinas Contoh\n          SMP Negeri 2\n",
        1,
    );
    let found = said(&typed);
    assert!(found.len() == 1 && found[0].contains("SOP543"), "{found:#?}");
    let meant = "instansi:\n  - Pemerintah Kabupaten Sejahtera\n  - Dinas Contoh\n  - SMP Negeri 2\n";
    assert!(mended(&typed).contains(meant), "{}", mended(&typed));
}

#[test]
fn two_slips_that_meet_are_two_messages() {
    let example = example();
    let lane = example.replacen("  - Staf = Staf Sub", "  - Staf – Staf Sub", 1);
    for (right, wrong) in [("1. Staf:", "(1) Staf:"), ("3. Staf:", "Staf:"), ("1. Staf:", "1.1 Staf:")] {
        let found = said(&lane.replacen(right, wrong, 1));
        assert_eq!(found.len(), 2, "`{right}` → `{wrong}`: {found:#?}");
    }
}

#[test]
fn what_is_no_slip_is_no_finding() {
    let example = example();
    for (right, other) in NO_SLIPS {
        assert!(example.contains(right), "the guide has no `{right}`");
        let found = said(&example.replacen(right, other, 1));
        assert!(found.is_empty(), "`{right}` → `{other}`: {found:#?}");
    }
}

#[test]
fn a_table_and_rows_without_their_heading_are_rows() {
    let example = example();
    let until = example.find("kegiatan:").unwrap();
    let rows = |text: &str| {
        let sop = compile(text, &Config::default()).procedure.unwrap().sop;
        let row = |at: usize| {
            (sop.pelaku(sop::model::SimpulId::from_index(at)).join(", "), sop.kegiatan[at].uraian.to_string())
        };
        (0..sop.kegiatan.len()).map(row).collect::<Vec<_>>()
    };
    let pair = |lane: &str, text: &str| (lane.to_owned(), text.to_owned());
    let table = "No\tUraian Kegiatan\tStaf\tKasubbag\tKelengkapan\tWaktu\tOutput\n1\tMenyusun laporan\tv\t\tData\t1 hari kerja\tKonsep\n2\t\
                 Memeriksa laporan\t\tv\tKonsep\t2 jam\tLaporan\n";
    for table in [
        table.to_owned(),
        table.replace('\t', " | "),
        format!("| {}", table.replace('\t', " | ").replace('\n', " |\n| ")),
    ] {
        let text = format!("{}{}\n", &example[..until], table.trim_end_matches("| "));
        assert_eq!(
            rows(&text),
            [pair("Staf", "Menyusun laporan"), pair("Kasubbag", "Memeriksa laporan")],
            "{text}"
        );
        let found = said(&text);
        assert!(found.len() == 2 && found.iter().any(|found| found.contains("SOP114")), "{found:#?}");
    }
    // Where no lanes are declared, the head of the official table names them, in one line or two.
    let lanes = example.find("\npelaksana:").unwrap() + 1;
    let one = "No\tKegiatan\tStaf\tKepala Seksi\tKelengkapan\tWaktu\tOutput\n";
    let two =
        "No.\tKegiatan\tPelaksana\t\tMutu Baku\t\t\n\t\tStaf\tKepala Seksi\tKelengkapan\tWaktu\tOutput\n";
    for head in [one, two] {
        let text = format!(
            "{}{head}1.\tMenyusun laporan\t√\t\tData\t1 jam\tKonsep\n2.\tMemeriksa laporan\t\t√\tKonsep\t2 jam\tLaporan\n",
            &example[..lanes]
        );
        let mended = sop::fix::mend(&text, true, |text| compile(text, &Config::default()).diagnostics).text;
        assert_eq!(
            rows(&mended),
            [pair("Staf", "Menyusun laporan"), pair("Kepala Seksi", "Memeriksa laporan")],
            "{mended}"
        );
        assert!(mended.contains("pelaksana:\n  - Staf\n  - Kepala Seksi\n"), "{mended}");
    }
    // One column is none of marks.
    let text =
        format!("{}No\tKegiatan\tTempat\tWaktu\n1.\tMenyusun laporan\tKantor\t1 jam\n", &example[..lanes]);
    assert!(!said(&text).iter().any(|found| found.contains("`- Tempat`")), "{:#?}", said(&text));
    // A table of something else above the rows is none of rows.
    let other = example.replacen("kegiatan:", "No\tNama\tJabatan\n1\tFulan\tKasi\n\nkegiatan:", 1);
    assert_eq!(rows(&other).len(), 3);
    // Below the heading of a flow, numbered as a word processor does, each begun with who acts.
    let text = format!(
        "{}Alur:\n1) Staf menyusun laporan\n   waktu 1 jam\n2) Kasubbag memeriksa laporan\n   waktu: 5'\n",
        &example[..until]
    );
    assert_eq!(rows(&text), [pair("Staf", "menyusun laporan"), pair("Kasubbag", "memeriksa laporan")]);
}

/// A text after all remedies that are offered, whatever they bring.
fn mended(text: &str) -> String {
    let found = compile(text, &Config::default()).diagnostics;
    let mut edits: Vec<_> =
        found.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|(place, _)| place.start);
    let mut out = text.to_owned();
    for (place, by) in edits.into_iter().rev() {
        out.replace_range(place.range(), by);
    }
    out
}

#[test]
fn answers_that_are_numbered_like_rows_become_outcomes() {
    let example = example();
    let from = example.find("   ya, sesuai").unwrap();
    let without = &example[..from];
    for (yes, no) in [
        ("3. Ya: lanjut ke 5", "4. Tidak: kembali ke 1"),
        ("3. Ya: ke 5", "4. T: 1"),
        ("3. Y : lanjut ke 5", "4. Tdk : kembali ke langkah 1"),
    ] {
        let text = format!(
            "{without}\n{yes}\n{no}\n\n5. Staf: Mengarsipkan laporan\n   kelengkapan: Laporan\n   waktu: 15 menit\n   \
             output: Laporan terarsip\n"
        );
        let found = said(&text);
        assert!(found.len() == 2 && found.iter().all(|found| found.contains("SOP107")), "{found:#?}");
        let mended = mended(&text);
        assert!(mended.contains("ya: lanjut ke 5\n") && mended.contains("tidak: kembali ke 1"), "{mended}");
        let sop = compile(&mended, &Config::default()).procedure.unwrap().sop;
        assert!(sop.kegiatan.len() == 3 && sop.simpul[1].memutuskan(), "{mended}");
    }
    // A row of its own is one, and tells only that nobody acts in it.
    let text = example.replacen("3. Staf: Meng", "3. Ya: Meng", 1);
    let found = said(&text);
    assert!(found.len() == 1 && found[0].contains("`Ya` adalah jawaban, bukan pelaksana"), "{found:#?}");
}

#[test]
fn the_block_of_the_official_is_read_without_its_keys() {
    let example = example();
    let block = "disahkan oleh: Kepala Dinas\nnama pejabat: NAMA PEJABAT\npangkat: Pembina Tingkat I (IV/b)\nnip: 1970";
    assert!(example.contains(block));
    for (name, indent) in [("FULAN BIN FULAN", "  "), ("Fulan", ""), ("Drs. Fulan, M.Si", "")] {
        let typed = format!(
            "disahkan oleh: Kepala Dinas\n{indent}{name}\n{indent}Pembina Tingkat I (IV/b)\n{indent}NIP. 1970"
        );
        let text = example.replacen(block, &typed, 1);
        let found = said(&text);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].contains(&format!("tulis `nama pejabat: {name}`")), "{found:#?}");
        assert!(found[1].contains("tulis `pangkat: Pembina Tingkat I (IV/b)`"), "{found:#?}");
        assert!(found[2].contains("SOP137"), "{found:#?}");
        let identity = compile(&mended(&text), &Config::default()).procedure.unwrap().sop.identitas;
        assert_eq!(identity.nama_pejabat.as_deref(), Some(name));
        assert_eq!(identity.disahkan_oleh.as_deref(), Some("Kepala Dinas"));
    }
}

#[test]
fn a_comma_inside_a_citation_or_a_choice_divides_nothing() {
    let example = example();
    let list =
        "dasar hukum:\n  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh\n";
    let read = |key: &str, typed: &str| {
        let right = if key == "dasar hukum" {
            list
        } else {
            "kualifikasi pelaksana:\n  - Memahami tata cara penyusunan laporan\n"
        };
        let text = example.replacen(right, &format!("{key}: {typed}\n"), 1);
        assert_ne!(text, example);
        let identity = |text: &str| {
            let identity = compile(text, &Config::default()).procedure.unwrap().sop.identitas;
            if key == "dasar hukum" { identity.dasar_hukum } else { identity.kualifikasi_pelaksana }
        };
        let sop = sop::syntax::parse(&text, &mut sop::diag::Sink::new());
        assert_eq!(identity(&sop::fmt::format(&sop)), identity(&text), "{typed}");
        identity(&text)
    };
    for items in [
        &[
            "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah, sebagaimana telah diubah dengan UU Nomor 6 Tahun 2023",
        ][..],
        &[
            "Perbup Nomor 9 Tahun 2022 tentang Kedudukan, Susunan Organisasi, Tugas dan Fungsi serta Tata Kerja Dinas",
        ],
        &[
            "UU Nomor 25 Tahun 2009 tentang Pelayanan Publik, Lembaran Negara Tahun 2009 Nomor 112",
            "Perda Nomor 5 Tahun 2015",
        ],
        &["UU Nomor 1 Tahun 2004 tentang Perbendaharaan Negara", "Permendagri Nomor 77 Tahun 2020"],
        &["Peraturan Bupati tentang Tata Naskah Dinas", "Keputusan Bupati tentang Tim Pelaksana"],
    ] {
        assert_eq!(read("dasar hukum", &items.join(", ")), items);
    }
    for items in [
        &["S1 Hukum, Ekonomi, atau Administrasi"][..],
        &["Memahami tata naskah", "S1 Hukum, Ekonomi, atau Administrasi", "mampu mengoperasikan komputer"],
        &["SMA, D3, atau S1"],
        &["Teliti", "jujur"],
    ] {
        assert_eq!(read("kualifikasi pelaksana", &items.join(", ")), items);
    }
}

#[test]
fn a_safe_remedy_keeps_what_a_mark_says() {
    let example = example();
    let safely =
        |text: &str| sop::fix::mend(text, false, |text| compile(text, &Config::default()).diagnostics).text;
    for mark in ["3*.", "3-4.", "3**)", "*3."] {
        let text = example.replacen("3. Staf:", &format!("{mark} Staf:"), 1);
        assert_eq!(safely(&text), text, "{mark}");
    }
    let text = example.replacen("   waktu: 2 jam", "   Waktu (Jam): 2", 1);
    assert_eq!(safely(&text), example);
}

#[test]
fn a_name_with_a_dash_is_declared_like_any_other() {
    let text = example().replace("Staf", "Admin SP4N-LAPOR");
    let text = text.replacen("3. Admin SP4N-LAPOR: ", "3. Admin SP4N-LAPOR ", 1);
    let row = &compile(&text, &Config::default()).procedure.unwrap().sop.kegiatan[2];
    assert_eq!(row.uraian, "Mengarsipkan laporan");
    assert_eq!(said(&text).len(), 1, "{:#?}", said(&text));
}

#[test]
fn a_word_that_every_row_has_is_told_once() {
    let text = example().replace("   output:", "   hasil:").replace("   waktu:", "   Waktu (hari):");
    let found = said(&text);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().all(|found| found.contains("demikian pada 3 kegiatan")), "{found:#?}");
    let text = example().replace("   output:", "   hasil:");
    assert_eq!(mended(&text), example());
}

#[test]
fn a_letterhead_becomes_the_agency() {
    let agency = "instansi:\n  - Pemerintah Kabupaten Sejahtera\n  - Dinas Contoh\n";
    let text = example().replacen(agency, "", 1);
    let text = format!("Pemerintah Kabupaten Sejahtera\nDinas Contoh\n\n{text}");
    assert_eq!(mended(&text), format!("{agency}\n{}", example().replacen(agency, "", 1)));
    let text = text.replacen("Dinas Contoh\n", "Dinas Contoh\nJl. Contoh No. 1 Telp. 0123\n", 1);
    let found = said(&text);
    assert!(found.len() == 2 && found[1].contains("alamat tidak tercetak"), "{found:#?}");
}

#[test]
fn the_numbered_headings_of_another_form_are_no_rows() {
    let text = "1. Pengertian : Pendaftaran pasien ialah penerimaan pasien\n2. Tujuan : Sebagai acuan petugas\n3. Alat dan bahan : \
                Komputer\n4. Prosedur :\n   1. Petugas memanggil pasien\n   2. Petugas membuat rekam medis\n5. Unit terkait : \
                Poli umum\n";
    let sop = compile(text, &Config::default()).procedure.unwrap().sop;
    let rows: Vec<&str> = sop.kegiatan.iter().map(|row| row.uraian.as_str()).collect();
    assert_eq!(rows, ["memanggil pasien", "membuat rekam medis"]);
    assert_eq!(sop.identitas.peralatan, ["Komputer"]);
    let found = said(text);
    for label in ["Pengertian", "Tujuan", "Unit terkait"] {
        assert!(found.iter().any(|found| found.contains(&format!("`{label}` tidak tercetak"))), "{found:#?}");
    }
}

#[test]
fn a_line_at_the_margin_goes_on_with_an_open_citation_only() {
    let right =
        "dasar hukum:\n  - Peraturan Bupati Sejahtera Nomor 9 Tahun 2022 tentang Tata Kerja Dinas Contoh\n";
    let wrapped = "dasar hukum:\n1. UU Nomor 24 Tahun 2007 tentang\nPenanggulangan Bencana\n2. PP Nomor 21 Tahun 2008 tentang Dana\n";
    let text = example().replacen(right, wrapped, 1);
    let cited = |text: &str| compile(text, &Config::default()).procedure.unwrap().sop.identitas.dasar_hukum;
    let items =
        ["UU Nomor 24 Tahun 2007 tentang Penanggulangan Bencana", "PP Nomor 21 Tahun 2008 tentang Dana"];
    assert_eq!(cited(&text), items);
    let indented =
        text.replace("\nPenang", "\n      Penang").replace("\n1. UU", "\n- UU").replace("\n2. PP", "\n- PP");
    assert_eq!(
        sop::fix::mend(&text, true, |text| {
            let mut found = compile(text, &Config::default()).diagnostics;
            found.retain(|found| matches!(found.rule.code, "SOP107" | "SOP111"));
            found
        })
        .text,
        indented
    );
    // Names of tools stand on lines of their own, also in small letters.
    let text = example().replacen("peralatan:\n  - Komputer\n", "peralatan:\nkomputer\nprinter\n", 1);
    let tools = compile(&text, &Config::default()).procedure.unwrap().sop.identitas.peralatan;
    assert_eq!(tools, ["komputer", "printer"]);
}

#[test]
fn outcomes_under_their_heading_and_rows_whose_number_is_said_become_what_is_meant() {
    let outcomes = "   ya, sesuai: lanjut ke 3\n   tidak, perlu diperbaiki: kembali ke 1, paling banyak 2 kali, lalu selesai, \
                    laporan dihentikan\n";
    let text = example().replacen(outcomes, "   Jika:\n   - sesuai => 3\n   - perlu diperbaiki => 1\n", 1);
    let text = mended(&text);
    assert!(text.contains("   jika sesuai: lanjut ke 3\n   jika perlu diperbaiki: kembali ke 1\n"), "{text}");
    assert!(!text.contains("Jika:"), "{text}");
    for typed in ["Langkah 1. (Staf) Menyusun", "LANGKAH 1 - Staf menyusun", "Kegiatan 1: (Staf) menyusun"] {
        let text = mended(&example().replacen("1. Staf: Menyusun", typed, 1));
        assert!(text.contains("\n1. Staf: Menyusun konsep"), "{typed}: {text}");
    }
    let text = mended(&example().replacen("3. Staf: Mengarsipkan", "3. Staf\n   Mengarsipkan", 1));
    assert!(text.contains("\n3. Staf:\n   Mengarsipkan laporan\n"), "{text}");
}

#[test]
fn lanes_without_marks_keep_those_that_say_more_and_a_short_name_keeps_its_long_one() {
    let lanes = "  - Staf = Staf Subbagian Perencanaan\n  - Kasubbag = Kepala Subbagian Perencanaan\n";
    let text = example().replacen(lanes, "  Staf\n  Kasubbag : Kepala Subbagian Perencanaan\n  Pemohon\n", 1);
    let text = mended(&text);
    assert!(text.contains("  - Staf\n  - Kasubbag = Kepala Subbagian Perencanaan\n  - Pemohon\n"), "{text}");
    let text = "pelaksana:\n  - PPC (Petugas Penerima Contoh)\n  - Tim (3 orang)\n\nkegiatan:\n\n1. PPC, Tim: Menguji contoh\n";
    assert!(mended(text).contains("  - PPC = Petugas Penerima Contoh\n  - Tim (3 orang)\n"));
}

#[test]
fn the_title_in_capitals_under_the_heading_is_told_as_a_heading() {
    let text =
        example().replacen("sop: ", "STANDAR OPERASIONAL PROSEDUR\nLAPORAN KANTOR KAMI\n\nNama SOP : ", 1);
    let told = said(&text);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|told| told.contains("judul cukup ditulis pada `sop:`")), "{told:?}");
    let elsewhere = example().replacen("sop: ", "LAPORAN KANTOR KAMI\n\nNama SOP : ", 1);
    assert!(!said(&elsewhere).iter().any(|told| told.contains("judul cukup")));
}

#[test]
fn a_text_that_a_chat_program_marked_up_is_told_once_and_read() {
    let text = example();
    let marked: String = text
        .lines()
        .map(|line| match line.split_once(": ") {
            Some((key, value)) if !line.starts_with([' ', '1', '2', '3']) => format!("**{key}:** {value}\n"),
            _ if line.ends_with(':') && line.starts_with(char::is_alphabetic) => {
                format!("## {}\n", line.trim_end_matches(':'))
            }
            _ => format!("{line}\n"),
        })
        .collect();
    assert!(marked.contains("**nomor:** ") && marked.contains("\n## kegiatan\n"), "{marked}");
    let [told] = &said(&marked)[..] else { panic!("{:?}", said(&marked)) };
    assert!(told.contains("tanda tebal dan tanda judul dari program lain"), "{told}");
    assert_eq!(mended(&marked).to_lowercase(), text.to_lowercase());
}

#[test]
fn a_bracket_with_a_colon_is_part_of_the_text() {
    let text = example().replacen(
        "3. Staf: Mengarsipkan laporan",
        "3. Staf mengarsipkan laporan (rangkap 3: Kasubbag, arsip)",
        1,
    );
    let told = said(&text);
    assert!(
        told.iter().any(|told| told.contains("titik dua di belakang pelaksananya: `3. Staf: …`")),
        "{told:?}"
    );
    assert!(mended(&text).contains("\n3. Staf: Mengarsipkan laporan (rangkap 3: Kasubbag, arsip)\n"));
}
