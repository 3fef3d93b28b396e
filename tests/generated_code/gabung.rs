// Two versions of a procedure: the first joins three branches, the second two of them.
use baru::{Case, Langkah, Time};

/// A case of the first version of which these have been done, as it is saved.
fn saved(done: &[lama::Langkah]) -> String {
    let mut case = lama::Case::open(lama::Time(0));
    for step in [&[lama::Langkah::Membagi], done].concat() {
        case.act(step, step.pelaksana()[0], lama::Hasil::Selesai, lama::Time(0)).unwrap();
    }
    case.save()
}

fn waiting(case: &Case) -> Vec<Langkah> {
    case.tasks().iter().map(|task| task.langkah).collect()
}

/// Does what waits until nothing does.
fn finish(mut case: Case) {
    for _ in 0..4 {
        if let Some(task) = case.tasks().first() {
            let (step, actor) = (task.langkah, task.pelaksana[0]);
            case.act(step, actor, baru::Hasil::Selesai, Time(9)).unwrap();
        }
    }
    assert!(case.is_finished(), "{}", case.save());
}

fn main() {
    let both = saved(&[lama::Langkah::Menghitung, lama::Langkah::Menimbang]);
    let gone = baru::Case::adopt(&both, &[], Time(5)).unwrap_err();
    assert!(gone.to_string().ends_with("Mengukur"), "{gone}");
    // Whoever measured closes: what had arrived there is used up.
    let (case, _) = Case::adopt(&both, &[("Mengukur", Langkah::MenutupA)], Time(5)).unwrap();
    assert_eq!(waiting(&case), [Langkah::MenutupA, Langkah::MenutupB]);
    finish(case);
    // Whoever measured stores: both have arrived, and closing starts at once.
    let (case, _) = Case::adopt(&both, &[("Mengukur", Langkah::Menyimpan)], Time(5)).unwrap();
    assert_eq!(waiting(&case), [Langkah::MenutupA, Langkah::MenutupB, Langkah::Menyimpan]);
    assert_eq!(case.tasks()[0].sejak, Time(5));
    // One has arrived, the other is still at work.
    let one = saved(&[lama::Langkah::Menghitung]);
    let (case, _) = Case::adopt(&one, &[("Mengukur", Langkah::Menimbang)], Time(5)).unwrap();
    assert_eq!(waiting(&case), [Langkah::Menimbang]);
    finish(case);
    // Two steps that are one now have arrived once.
    let two = saved(&[lama::Langkah::Menimbang, lama::Langkah::Mengukur]);
    let (case, _) = Case::adopt(&two, &[("Mengukur", Langkah::Menimbang)], Time(5)).unwrap();
    assert_eq!(waiting(&case), [Langkah::Menghitung]);
    finish(case);
}
