fn main() {
    one().unwrap();
    let opened = [
        monev::Case::open(monev::Time(0)).save(),
        izin_prinsip::Case::open(izin_prinsip::Time(0)).save(),
    ];
    for (saved, pelaksana, langkah) in [
        (&opened[0], "Jafung", monev::Langkah::ALL[0].code()),
        (&opened[1], izin_prinsip::Langkah::ALL[0].pelaksana()[0].code(), izin_prinsip::Langkah::ALL[0].code()),
    ] {
        let mut case = load(saved).unwrap();
        assert_eq!(case.inbox(pelaksana), [langkah]);
        assert!(case.inbox("nobody").is_empty());
        assert_eq!(case.act("nothing", pelaksana, "Selesai", 0), Err("no such step".to_owned()));
        assert!(case.act(langkah, pelaksana, "Selesai", -1).unwrap_err().contains("mendahului"));
        assert_eq!(case.save(), *saved);
    }
    assert!(load("").is_none());
}
