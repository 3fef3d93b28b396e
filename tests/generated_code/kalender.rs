// Compiled together with machines of offices: when work that begins with a day is done, and whether its year is known.
macro_rules! days {
    ($office:ident) => {
        let kalender = $office::Kalender::default();
        let first = $office::Time::of(2023, 12, 1, 0, 0);
        for day in (0..1900).step_by(3) {
            let from = $office::Time(first.0 + day * 86_400);
            for minutes in [1, 179, 181, 270, 451, 2250, 9000] {
                let end = kalender.after(from, $office::Lama { kerja: minutes * 60, hari: 0 });
                let known = kalender.knows(from.date().0);
                println!("{} {minutes} {end} {known}", from.to_string().split(' ').next().unwrap());
            }
        }
    };
}
