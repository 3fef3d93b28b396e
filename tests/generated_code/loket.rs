// Compiled together with the machine of a counter: `tidak`, and ways back, wait for no papers; all else does.
use loket::{Akhir, Case, Dokumen, Error, Hasil, Kalender, Langkah, Pelaksana, Time};

fn main() {
    let (now, kalender) = (Time::of(2026, 3, 2, 8, 0), Kalender::default());
    let check = Langkah::MemeriksaBerkas;
    let open = Case::open(now);
    assert_eq!(open.tasks()[0].kurang, [Dokumen::Ktp]);
    assert!(check.waits_for_papers(Hasil::Ya));
    assert!(!check.waits_for_papers(Hasil::Tidak));
    assert!(!check.waits_for_papers(Hasil::Sah), "an outcome of another step");
    let mut case = open.clone();
    let refused = case.act(check, Pelaksana::Petugas, Hasil::Ya, now);
    assert_eq!(refused, Err(Error::MissingPapers { langkah: check, kurang: vec![Dokumen::Ktp] }));
    case.act(check, Pelaksana::Petugas, Hasil::Tidak, now).unwrap();
    assert_eq!(case.ends(), [Akhir::BerkasDikembalikan]);

    // Tuesday evening; on Wednesday this office is closed, as its settings say.
    let (tuesday, hour) = (Time::of(2026, 3, 3, 15, 30), loket::Lama { kerja: 3600, hari: 0 });
    assert_eq!(kalender.after(tuesday, hour), Time::of(2026, 3, 5, 8, 0));

    let mut case = open;
    case.receive(Dokumen::Ktp, Pelaksana::Petugas, now).unwrap();
    case.act(check, Pelaksana::Petugas, Hasil::Ya, now).unwrap();
    let (kasi, kadis) = (Langkah::MemeriksaLagiKasi, Langkah::MemeriksaLagiKadis);
    // Who has a time of his own is told that one, not the first of the row.
    let due = case.due(kasi, &kalender).unwrap();
    assert_eq!((due.pada, due.menurut), (Time::of(2026, 3, 2, 10, 0), "Kasi: 2 jam"));
    case.receive(Dokumen::SuratKuasa, Pelaksana::Kasi, now).unwrap();
    case.act(kasi, Pelaksana::Kasi, Hasil::Selesai, now).unwrap();
    let due = case.due(kadis, &kalender).unwrap();
    assert_eq!((due.pada, due.menurut), (Time::of(2026, 3, 2, 11, 0), "Kadis: 3 jam"));
    assert!(kadis.waits_for_papers(Hasil::Sah));
    assert!(!kadis.waits_for_papers(Hasil::TidakSah), "a way back");
}
