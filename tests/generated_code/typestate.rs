mod cabang;
mod monev;

fn monev() {
    use monev::typestate::{Di, at, hasil::*, langkah, open, pelaksana::*};
    use monev::{Dokumen, Pelaksana, Time};
    let now = Time(0);
    let (mut case, di) = open(now);
    // Here.
    // What is known at run time only is refused at run time, and the step still waits.
    let refused = di.act(&mut case, Jafung, Selesai, now).unwrap_err();
    assert!(refused.error.to_string().contains("TOR"));
    for paper in [Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim] {
        case.receive(paper, Pelaksana::Jafung, now).unwrap();
    }
    let look = refused.di.act(&mut case, Jafung, Selesai, now).unwrap();
    let ask: Di<langkah::MengajukanUsulanPenyelenggaraanMonitoring> =
        look.act(&mut case, Kabid, Tidak, now).unwrap();
    let look = ask.act(&mut case, Jafung, Selesai, now).unwrap();
    let agree = look.act(&mut case, Kabid, Ya, now).unwrap();
    let _ = agree.act(&mut case, Kadis, Ya, now).unwrap();
    // Another day, after the case was loaded again.
    let mut case = monev::Case::load(&case.save()).unwrap();
    assert!(at(&case, langkah::MembentukTim).is_none());
    let order = at(&case, langkah::MemberiPerintahKepadaJafung).unwrap();
    let _ = order.act(&mut case, Kabid, Selesai, now).unwrap();
    assert_eq!(case.tasks()[0].langkah.nama(), "5");
}

fn cabang() {
    use cabang::Time;
    use cabang::typestate::{Terbatas, hasil::*, join, langkah, open, pelaksana::*};
    let (mut case, di) = open(Time(0));
    let (one, two) = di.act(&mut case, PelaksanaA, Selesai, Time(0)).unwrap();
    let two = two.skip(&mut case, PelaksanaB, Time(1)).unwrap();
    let one = one.act(&mut case, PelaksanaA, Selesai, Time(2)).unwrap();
    let choice = join::<langkah::MenutupA>((one, two));
    let close = choice.choose(langkah::MenutupA);
    let end = cabang::Tujuan::Akhir(cabang::Akhir::Ditolak);
    let menutup = cabang::Langkah::MenutupA;
    assert_ne!(case.leads_to(menutup, cabang::Hasil::Tidak), [end]);
    let Terbatas::Lagi(again) = close.act(&mut case, PelaksanaA, Tidak, Time(3)).unwrap() else { panic!() };
    let close = again.choose(langkah::MenutupA);
    assert_eq!(case.leads_to(menutup, cabang::Hasil::Tidak), [end], "the way after the bound");
    let Terbatas::Lalu(_) = close.act(&mut case, PelaksanaA, Tidak, Time(4)).unwrap() else { panic!() };
    assert!(case.is_finished());
    assert_eq!(case.ends()[0].nama(), "ditolak");
}

fn main() {
    monev();
    cabang();
}
// Wrong:
// E0277
    let di = di.act(&mut case, Kadis, Selesai, now).unwrap_err().di;
// E0308
    let di = di.act(&mut case, Jafung, Ya, now).unwrap_err().di;
// E0382
    let _ = di.act(&mut case, Jafung, Selesai, now);
// E0308
    let di: Di<langkah::MembentukTim> = di;
// E0599
    let di = di.skip(&mut case, Jafung, now).unwrap_err().di;
// E0423
    let di = Di::<langkah::MengajukanUsulanPenyelenggaraanMonitoring>(std::marker::PhantomData);
