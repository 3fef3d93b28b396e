// Two versions of a procedure: an actor is called otherwise in the second.
use baru::{Case, Error, Hasil, Kalender, Langkah, Pelaksana, Time};

fn main() {
    let mut old = lama::Case::open(lama::Time::of(2026, 3, 2, 8, 0));
    let done = lama::Time::of(2026, 3, 3, 8, 0);
    old.act(lama::Langkah::Menyusun, lama::Pelaksana::Staf, lama::Hasil::Selesai, done).unwrap();
    let moved = Time::of(2026, 3, 4, 8, 0);
    let (mut case, lost) = Case::adopt(&old.save(), &[], moved).unwrap();
    assert_eq!((lost.len(), case.history().len(), case.archive().len()), (0, 0, 1));

    let kalender = Kalender::default();
    let due = |case: &Case, langkah| case.due(langkah, &kalender).map(|due| due.pada);
    assert_eq!(due(&case, Langkah::Memeriksa), Some(Time::of(2026, 3, 6, 8, 0)), "since the archived end");
    // Saved and opened again, by way of a program that ends lines in its own way.
    let case_again = Case::load(&case.save().replace('\n', "\r\n"));
    assert_eq!(case_again.as_ref(), Ok(&case));

    let early = case.act(Langkah::Memeriksa, Pelaksana::Kasi, Hasil::Selesai, Time(moved.0 - 1));
    assert_eq!(early, Err(Error::TooEarly { waktu: Time(moved.0 - 1), terakhir: moved }));
    case.act(Langkah::Memeriksa, Pelaksana::Kasi, Hasil::Selesai, moved).unwrap();
    assert_eq!(due(&case, Langkah::Mengirim), Some(Time::of(2026, 3, 7, 8, 0)), "since the archived start");
}
