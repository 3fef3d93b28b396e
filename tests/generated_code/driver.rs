// Compiled together with the generated files, one module each, and run: tells for every procedure what its machine
// offers along many runs, and what it refuses. The test says the same from the model and compares.

use std::fmt::Write as _;

/// The same numbers as in the test, for the same walks.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }
}

macro_rules! drive {
    ($module:ident) => {{
        use $module::{Akhir, Case, Error, Hasil, Langkah, Pelaksana, Time};
        let mut out = String::new();
        for seed in 0..WALKS {
            let mut dice = Dice(seed);
            let mut case = Case::open(Time(0));
            for at in 0..STEPS {
                let now = Time(at);
                let tasks = case.tasks();
                let mut moves: Vec<(Langkah, Pelaksana, Option<Hasil>)> = Vec::new();
                for task in &tasks {
                    for &dokumen in &task.kurang {
                        case.receive(dokumen, task.pelaksana[0], now).unwrap();
                    }
                    let who: Vec<Pelaksana> = task.pelaksana.iter().chain(task.pengganti).copied().collect();
                    let names: Vec<&str> = who.iter().map(|it| it.nama()).collect();
                    let hasil: Vec<&str> = task.hasil.iter().map(|it| it.nama()).collect();
                    let skip = if task.optional { "?" } else { "" };
                    write!(out, "{}{skip}[{}]({}) ", task.langkah, names.join("+"), hasil.join("/")).unwrap();
                    for &actor in &who {
                        moves.extend(task.hasil.iter().map(|&hasil| (task.langkah, actor, Some(hasil))));
                        moves.extend(task.optional.then_some((task.langkah, actor, None)));
                    }
                }
                let ends: Vec<&str> = case.ends().iter().map(|it: &Akhir| it.nama()).collect();
                writeln!(out, "| {} {}", ends.join(", "), case.is_finished()).unwrap();
                if seed == 0 {
                    assert_eq!(Case::load(&case.save()).as_ref(), Ok(&case), "what was saved comes back");
                    // What is not offered is refused, and a refusal changes nothing.
                    for &langkah in Langkah::ALL {
                        for &pelaksana in Pelaksana::ALL {
                            for hasil in Hasil::ALL.iter().map(|&hasil| Some(hasil)).chain([None]) {
                                let mut tried = case.clone();
                                let result: Result<(), Error> = match hasil {
                                    Some(hasil) => tried.act(langkah, pelaksana, hasil, now),
                                    None => tried.skip(langkah, pelaksana, now),
                                };
                                let offered = moves.contains(&(langkah, pelaksana, hasil));
                                assert_eq!(result.is_ok(), offered, "{langkah} {pelaksana} {hasil:?}");
                                if let Err(error) = result {
                                    assert!(!error.to_string().is_empty());
                                    assert_eq!(tried, case, "a refusal changed the case");
                                }
                            }
                        }
                    }
                }
                if moves.is_empty() {
                    break;
                }
                let (langkah, pelaksana, hasil) = moves[dice.below(moves.len())];
                let before = case.history().len();
                match hasil {
                    Some(hasil) => case.act(langkah, pelaksana, hasil, now).unwrap(),
                    None => case.skip(langkah, pelaksana, now).unwrap(),
                }
                assert_eq!(case.history().len(), before + 1);
            }
        }
        println!("=== {}", stringify!($module));
        print!("{out}");
    }};
}
