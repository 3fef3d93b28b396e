use sop::analysis;
use sop::config::Config;
use sop::emit::pdf;
use sop::layout::{self, paper, scene::Scene};
use sop::model::{Identitas, Isian, Sop, Tanggal};
use std::sync::Arc;
fn s(t: &str) -> Option<String> {
    Some(t.into())
}
fn list(t: &[&str]) -> Vec<String> {
    t.iter().map(|t| t.to_string()).collect()
}
fn tgl(t: &str) -> Isian<Tanggal> {
    Isian::Isi(Tanggal { teks: t.into(), hari: None, bulan: None, tahun: None })
}
pub fn monev() -> Identitas {
    Identitas {
        sop: "Penyelenggaraan Monitoring dan Evaluasi".into(),
        nomor: s("880/2126.a/PNSD5.B/XI/2023"),
        instansi: list(&["Pemerintah Kabupaten Lamandau", "Dinas Sosial"]),
        unit: s("Bidang Perlindungan dan Jaminan Sosial"),
        tanggal_pembuatan: tgl("30 November 2023"),
        tanggal_revisi: Isian::TidakAda,
        tanggal_efektif: Isian::TidakAda,
        disahkan_oleh: s("Kepala Dinas"),
        nama_pejabat: s("M. Syaifudin Zuhri, SE., M.A.P"),
        pangkat: s("Pembina Tingkat I (IV/b)"),
        nip: s("19781211 200604 1 006"),
        dasar_hukum: list(&[
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
        ]),
        kualifikasi_pelaksana: list(&[
            "Memahami ketentuan penyelenggaraan Monitoring dan Evaluasi",
            "Mampu mengoperasikan komputer",
        ]),
        keterkaitan: list(&[
            "SOP Pembentukan Tim",
            "SOP Pelaksanaan Rapat Persiapan",
            "SOP Penyusunan Laporan",
            "SOP Penyiapan Instrumen Monitoring dan Evaluasi",
            "SOP Pendokumentasian",
        ]),
        peralatan: list(&[
            "Perlengkapan Audio Visual",
            "Komputer",
            "Petunjuk Teknis Penyusunan Laporan Penyelenggaraan Kegiatan",
            "Referensi terkait Monitoring dan Evaluasi",
        ]),
        peringatan: list(&[
            "Laporan penyelenggaraan Monitoring dan Evaluasi sudah harus selesai paling lambat 1 minggu setelah pelaksanaan Monitoring dan Evaluasi",
        ]),
        pencatatan: list(&["Pengarsipan laporan Monitoring dan Evaluasi"]),
        ..Identitas::default()
    }
}
fn out(name: &str, id: Identitas, config: &Config, logo: Option<&[u8]>, forced: bool) {
    let logo = logo.map(|b| Arc::new(layout::logo::read(b).unwrap()));
    let title = id.sop.clone();
    let sop = Sop {
        identitas: id,
        pelaksana: vec![],
        tahap: vec![],
        kegiatan: vec![],
        simpul: vec![],
        akhir: vec![],
        dokumen: vec![],
        batas: vec![],
    };
    let p = analysis::analyse(sop);
    let scene = Scene { pages: layout::form(&p, config, logo.as_ref(), forced) };
    let bytes = pdf::write(&scene, &pdf::About { title, ..Default::default() });
    std::fs::write(format!("/tmp/sheet-{name}.pdf"), bytes).unwrap();
}
#[test]
fn look() {
    let f4 = Config::default();
    let mut a4 = Config::default();
    a4.cetak.halaman = paper::A4_LANDSCAPE;
    let logo = std::fs::read("sops/lambang-contoh.svg").unwrap();
    out("monev", monev(), &f4, None, false);
    out("monev-a4", monev(), &a4, Some(&logo), true);
    out("empty", Identitas::default(), &f4, None, false);
    let mut long = monev();
    long.dasar_hukum = (0..40)
        .map(|i| {
            format!(
                "Undang-Undang Nomor {i} Tahun 2014 tentang {}",
                "Pemerintahan Daerah sebagaimana telah diubah beberapa kali ".repeat(i % 5 + 1)
            )
        })
        .collect();
    out("long", long, &a4, Some(&logo), true);
}
