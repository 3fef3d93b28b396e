
fn main() {
    use Langkah as L;
    use Pelaksana as P;
    // A Monday; the office works from 07.30.
    let opened = Time::of(2026, 3, 2, 8, 0);
    assert_eq!(opened.to_string(), "2026-03-02 08:00");
    let kalender = Kalender::default();
    let mut case = Case::open(opened);
    let (ask, look) = (L::MengajukanUsulanPenyelenggaraanMonitoring, L::MenelaahUsulanPenyelenggaraanMonitoringKabid);
    let tasks = case.tasks();
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0].pelaksana, [P::Jafung]);
    assert_eq!(tasks[0].kurang, [Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim]);
    let due = case.due(ask, &kalender).unwrap();
    assert_eq!((due.pada, due.menurut), (Time::of(2026, 3, 2, 8, 30), "30 menit"));
    assert!(case.tasks_of(P::Kadis).is_empty());

    // What the procedure forbids is refused, says why, and changes nothing.
    let before = case.clone();
    let refused = case.act(look, P::Kabid, Hasil::Ya, opened).unwrap_err();
    assert_eq!(refused.to_string(), "langkah 2 tidak sedang menunggu");
    let refused = case.act(ask, P::Kadis, Hasil::Selesai, opened).unwrap_err();
    assert_eq!(refused.to_string(), "Kadis tidak bertindak pada langkah 1; yang boleh bertindak: Jafung");
    let refused = case.act(ask, P::Jafung, Hasil::Ya, opened).unwrap_err();
    assert_eq!(refused.to_string(), "langkah 1 tidak mengenal hasil ya; pilihannya: selesai");
    let refused = case.act(ask, P::Jafung, Hasil::Selesai, opened).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "langkah 1 belum dapat dikerjakan; kelengkapan yang belum ada: TOR, ROK, Konsep SK Tim"
    );
    let refused = case.act(ask, P::Jafung, Hasil::Selesai, Time::of(2026, 3, 2, 7, 59)).unwrap_err();
    assert_eq!(refused.to_string(), "waktu 2026-03-02 07:59 mendahului peristiwa terakhir (2026-03-02 08:00)");
    assert_eq!(case, before);

    for paper in [Dokumen::Tor, Dokumen::Rok, Dokumen::KonsepSkTim] {
        case.receive(paper, P::Jafung, opened).unwrap();
    }
    assert_eq!(look.paling_banyak(Hasil::Tidak), Some(2));
    assert_eq!(look.paling_banyak(Hasil::Ya), None);
    assert_eq!(look.paling_banyak(Hasil::Selesai), None, "no outcome of this step");
    assert_eq!(case.leads_to(look, Hasil::Tidak), [Tujuan::Langkah(&[L::MengajukanUsulanPenyelenggaraanMonitoring])]);
    assert!(case.leads_to(look, Hasil::Selesai).is_empty());
    let mut now = opened;
    let mut later = |minutes: i64| {
        now = Time(now.0 + minutes * 60);
        now
    };
    for _ in 0..2 {
        case.act(ask, P::Jafung, Hasil::Selesai, later(10)).unwrap();
        case.act(look, P::Kabid, Hasil::Tidak, later(10)).unwrap();
    }
    case.act(ask, P::Jafung, Hasil::Selesai, later(10)).unwrap();
    assert_eq!(case.tasks()[0].hasil, [Hasil::Ya], "the second return was the last");
    assert_eq!(case.times_used(look, Hasil::Tidak), 2);
    assert_eq!(case.times_used(look, Hasil::Ya), 0);
    assert_eq!(case.times_used(ask, Hasil::Selesai), 3, "one that nothing bounds is counted, too");
    assert!(case.leads_to(look, Hasil::Tidak).is_empty());
    let refused = case.act(look, P::Kabid, Hasil::Tidak, later(10)).unwrap_err();
    assert_eq!(refused.to_string(), "hasil tidak langkah 2 sudah habis (paling banyak 2 kali)");
    let refused = case.skip(look, P::Kabid, later(0)).unwrap_err();
    assert_eq!(refused.to_string(), "langkah 2 tidak boleh dilewati");

    // 30 minutes since 08.50, when the proposal came for the third time.
    assert_eq!(case.due(look, &kalender).unwrap().pada, Time::of(2026, 3, 2, 9, 20));
    assert!(case.overdue(Time::of(2026, 3, 2, 9, 20), &kalender).is_empty());
    assert_eq!(case.overdue(Time::of(2026, 3, 2, 9, 21), &kalender).len(), 1);

    kept(&case);
    let mut done = 0;
    while let Some(task) = case.tasks().pop() {
        assert!(task.kurang.is_empty(), "{}: every paper was made or handed in", task.langkah);
        if task.langkah == L::MenyusunKonsepLaporanMonitoring {
            // One week after row 7 the report must be finished: five working days after it was done.
            let done = case.history().last().unwrap().waktu;
            let limit = kalender.after(done, Lama { kerja: 5 * 450 * 60, hari: 0 });
            assert_eq!(case.due(task.langkah, &kalender).unwrap().pada, limit);
        }
        if task.langkah == L::MenyampaikanLaporanMonitoring {
            assert_eq!(case.due(task.langkah, &kalender).unwrap().menurut, "1 hari");
        }
        case.act(task.langkah, task.pelaksana[0], task.hasil[0], later(60)).unwrap();
        done += 1;
    }
    assert_eq!(done, 13);
    assert!(case.is_finished());
    assert_eq!(case.ends(), [Akhir::Selesai]);
    assert_eq!(case.history().len(), 3 + 2 * 2 + 14);
    let last = case.history().last().unwrap();
    assert_eq!(last.pelaksana, P::Jafung);
    assert_eq!(last.waktu, now);
    let refused = case.act(ask, P::Jafung, Hasil::Selesai, now).unwrap_err();
    assert_eq!(refused.to_string(), "berkas ini sudah selesai");
    assert_eq!(Case::load(&case.save()), Ok(case));
    calendar();
}

/// What is saved comes back whole, never changed and never under another version without a word.
fn kept(case: &Case) {
    let saved = case.save();
    assert_eq!(Case::load(&saved).as_ref(), Ok(case));
    assert_eq!(Case::load("").unwrap_err().to_string(), "teks ini bukan simpanan berkas SOP");
    for cut in 1..saved.len() {
        assert!(Case::load(&saved[..cut - 1]).is_err(), "cut off after {cut}");
    }
    let changed = saved.replace("pakai MenelaahUsulanPenyelenggaraanMonitoringKabid Tidak 2", "pakai MenelaahUsulanPenyelenggaraanMonitoringKabid Tidak 0");
    assert!(changed != saved && Case::load(&changed).unwrap_err().to_string().contains("rusak"));

    let other = older(&saved, "MenelaahUsulanPenyelenggaraanMonitoringKabid", "MemeriksaUsulan");
    let refused = Case::load(&other).unwrap_err();
    assert!(refused.to_string().starts_with("berkas ini berjalan menurut versi lain dari SOP ini (sidik 0000000000000001, bukan "));
    let now = Time::of(2026, 3, 3, 8, 0);
    let refused = Case::adopt(&other, &[], now).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "langkah yang menunggu tidak ada pada versi ini; sebutkan penggantinya untuk: MemeriksaUsulan"
    );
    let look = Langkah::MenelaahUsulanPenyelenggaraanMonitoringKabid;
    let (carried, lost) = Case::adopt(&other, &[("MemeriksaUsulan", look)], now).unwrap();
    assert!(lost.is_empty());
    assert_eq!(carried.tasks(), case.tasks());
    assert_eq!(carried.history(), case.history());
    assert_eq!(carried.versions(), [(now, 1)]);
    assert_eq!(Case::load(&carried.save()), Ok(carried));

    // An actor that is gone takes the entries out of the history, not out of the case.
    let other = older(&saved, " Kabid kerja", " Kasubbag kerja");
    let (carried, lost) = Case::adopt(&other, &[], now).unwrap();
    assert!(lost.is_empty());
    assert_eq!(carried.archive().len(), 2);
    assert_eq!(carried.tasks(), case.tasks());
    assert_eq!(Case::load(&carried.save()), Ok(carried));
}

/// As another version would have saved it.
fn older(saved: &str, this: &str, that: &str) -> String {
    let body = saved.split("cek ").next().unwrap();
    let body = body.replace(&format!("{FINGERPRINT:016x}"), "0000000000000001").replace(this, that);
    let sum = body.bytes().fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{body}cek {sum:016x}\n")
}

fn calendar() {
    let mut kalender = Kalender::default();
    let hour = |hours: i64| Lama { kerja: hours * 3600, hari: 0 };
    let after = |kalender: &Kalender, from: Time, lama: Lama| kalender.after(from, lama).to_string();
    let monday = Time::of(2026, 3, 2, 11, 0);
    assert_eq!(after(&kalender, monday, hour(1)), "2026-03-02 12:00");
    assert_eq!(after(&kalender, monday, hour(2)), "2026-03-02 14:00", "the break is no work");
    assert_eq!(after(&kalender, monday, hour(5)), "2026-03-03 08:30");
    let friday = Time::of(2026, 3, 6, 15, 30);
    assert_eq!(after(&kalender, friday, hour(2)), "2026-03-09 08:30", "a break of its own, then the weekend");
    kalender.libur.push(Time::of(2026, 3, 9, 0, 0));
    assert_eq!(after(&kalender, friday, hour(2)), "2026-03-10 08:30");
    assert_eq!(after(&kalender, Time::of(2026, 3, 7, 9, 0), hour(1)), "2026-03-10 08:30", "from a day off");
    assert_eq!(after(&kalender, friday, Lama { kerja: 0, hari: 3 }), "2026-03-09 15:30");
    for days in -1_000_000..1_000_000 {
        let at = Time(days * 86_400);
        let (year, month, day) = at.date();
        assert_eq!(Time::of(year, month, day, 0, 0), at);
    }
    assert_eq!(Time::of(2024, 2, 29, 23, 59).to_string(), "2024-02-29 23:59");
    assert_eq!(Time(0).to_string(), "1970-01-01 00:00");
    assert_eq!(Time::of(2026, 3, 31, 24, 60), Time::of(2026, 4, 1, 1, 0), "beyond the bounds goes on");
    // Whatever the caller says, nothing overflows.
    let absurd = Kalender { mulai: u32::MAX, istirahat: (0, u32::MAX), menit_per_hari: u32::MAX, ..Kalender::default() };
    for at in [i64::MIN, -1, 0, i64::MAX - 1, i64::MAX] {
        for kalender in [&kalender, &absurd, &Kalender { hari_per_minggu: 0, ..kalender.clone() }] {
            let _ = kalender.after(Time(at), Lama { kerja: i64::MAX, hari: i64::MAX });
        }
        assert!(!Time(at).to_string().is_empty());
        let _ = Time::of(at, u32::MAX, u32::MAX, u32::MAX, u32::MAX);
    }
}
