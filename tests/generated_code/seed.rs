
fn main() {
    use Langkah as L;
    use Pelaksana as P;
    let mut case = Case::new();
    let tasks = case.tasks();
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0].pelaksana, [P::Jafung]);
    assert_eq!(tasks[0].langkah.kegiatan().kelengkapan, [Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim]);

    let (ask, look) = (L::MengajukanUsulanPenyelenggaraanMonitoring, L::MenelaahUsulanPenyelenggaraanMonitoringKabid);
    let refused = case.act(look, P::Kabid, Hasil::Ya).unwrap_err();
    assert_eq!(refused.to_string(), "langkah 2 tidak sedang menunggu");
    let refused = case.act(ask, P::Kadis, Hasil::Selesai).unwrap_err();
    assert_eq!(refused.to_string(), "Kadis tidak bertindak pada langkah 1; yang boleh bertindak: Jafung");
    let refused = case.act(ask, P::Jafung, Hasil::Ya).unwrap_err();
    assert_eq!(refused.to_string(), "langkah 1 tidak mengenal hasil ya; pilihannya: selesai");
    assert!(case.history().is_empty());

    for _ in 0..2 {
        case.act(ask, P::Jafung, Hasil::Selesai).unwrap();
        case.act(look, P::Kabid, Hasil::Tidak).unwrap();
    }
    case.act(ask, P::Jafung, Hasil::Selesai).unwrap();
    assert_eq!(case.tasks()[0].hasil, [Hasil::Ya], "the second return was the last");
    let refused = case.act(look, P::Kabid, Hasil::Tidak).unwrap_err();
    assert_eq!(refused.to_string(), "hasil tidak langkah 2 sudah habis (paling banyak 2 kali)");
    let refused = case.skip(look, P::Kabid).unwrap_err();
    assert_eq!(refused.to_string(), "langkah 2 tidak boleh dilewati");

    while let Some(task) = case.tasks().pop() {
        case.act(task.langkah, task.pelaksana[0], task.hasil[0]).unwrap();
    }
    assert!(case.is_finished());
    assert_eq!(case.ends(), [Akhir::Selesai]);
    assert_eq!(case.history().len(), 2 * 2 + 14);
    let refused = case.act(ask, P::Jafung, Hasil::Selesai).unwrap_err();
    assert_eq!(refused.to_string(), "berkas ini sudah selesai");
}
