//! English forms: the labels that an office has not put into words of its own, and times. What stands in the
//! procedure's rows stays as typed.

use crate::config::Labels;
use crate::text::Lang;
use std::borrow::Cow;

/// In the order of [`Labels::slots`].
const LABELS: [&str; 22] = [
    "SOP number",
    "Made on",
    "Revised on",
    "In force since",
    "Approved by",
    "SOP title",
    "Legal basis",
    "Qualifications",
    "Related SOPs",
    "Tools and equipment",
    "Warnings",
    "Records",
    "No",
    "Activity",
    "Actor",
    "Quality standard",
    "Needed",
    "Time",
    "Output",
    "Remarks",
    "Yes",
    "No",
];

/// The labels of forms in a language. A label of the office's own is kept.
pub fn labels(own: &Labels, lang: Lang) -> Cow<'_, Labels> {
    if lang == Lang::Id {
        return Cow::Borrowed(own);
    }
    let (mut labels, mut usual) = (own.clone(), Labels::default());
    for (((_, label), (_, usual)), english) in labels.slots().into_iter().zip(usual.slots()).zip(LABELS) {
        if label == usual {
            english.clone_into(label);
        }
    }
    Cow::Owned(labels)
}

/// Words of times with what they are of one and of many; the longer before those that they begin with.
const TIMES: [(&str, &str, &str); 21] = [
    ("paling lambat", "no later than", "no later than"),
    ("paling sedikit", "at least", "at least"),
    ("paling banyak", "at most", "at most"),
    ("paling cepat", "at least", "at least"),
    ("paling lama", "at most", "at most"),
    ("hari kalender", "calendar day", "calendar days"),
    ("hari kerja", "working day", "working days"),
    ("maksimal", "at most", "at most"),
    ("minimal", "at least", "at least"),
    ("triwulan", "quarter", "quarters"),
    ("semester", "half-year", "half-years"),
    ("setelah", "after", "after"),
    ("minggu", "week", "weeks"),
    ("sampai", "to", "to"),
    ("detik", "second", "seconds"),
    ("menit", "minute", "minutes"),
    ("bulan", "month", "months"),
    ("tahun", "year", "years"),
    ("dari", "from", "from"),
    ("hari", "day", "days"),
    ("jam", "hour", "hours"),
];

/// A time as typed, its words in English where all of them are known; what it is counted by (`per berkas`) stays. `None`
/// where other words stand in it: it is then printed as typed.
pub fn time(typed: &str) -> Option<String> {
    let counted = [" per ", "/", ",", "("].iter().filter_map(|mark| typed.find(mark)).min();
    let comma =
        |at: usize| typed[at..].starts_with(',') && typed[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let (words, rest) = match counted.filter(|at| !comma(*at)) {
        Some(at) => typed.split_at(at),
        None => (typed, ""),
    };
    let lower = words.to_lowercase();
    if lower.len() != words.len() {
        return None;
    }
    let mut out = String::new();
    let (mut at, mut number) = (0, String::new());
    while let Some(c) = lower[at..].chars().next() {
        if !c.is_alphabetic() {
            out.push(c);
            match c {
                _ if c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–') => number.push(c),
                ' ' => {}
                _ => number.clear(),
            }
            at += c.len_utf8();
            continue;
        }
        let end = |length: usize| lower[at + length..].chars().next().is_none_or(|c| !c.is_alphabetic());
        if c == 'x' && end(1) {
            out.push('x');
            at += 1;
            number.clear();
            continue;
        }
        let known = TIMES.iter().find(|(id, ..)| lower[at..].starts_with(id) && end(id.len()));
        let (id, one, many) = known?;
        if out.ends_with(|c: char| c.is_ascii_digit()) {
            out.push(' ');
        }
        out.push_str(if number.trim_end() == "1" { one } else { many });
        at += id.len();
        number.clear();
    }
    Some(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_english_where_every_word_is_known() {
        let said = [
            ("30 menit", Some("30 minutes")),
            ("3hari", Some("3 days")),
            ("2 jam 30 menit", Some("2 hours 30 minutes")),
            ("1 hari kerja + 8 jam", Some("1 working day + 8 hours")),
            ("1-2 hari kerja", Some("1-2 working days")),
            ("1,5 jam", Some("1,5 hours")),
            ("± 1 x 24 jam", Some("± 1 x 24 hours")),
            ("paling lama 1 Minggu", Some("at most 1 week")),
            ("5 menit per berkas", Some("5 minutes per berkas")),
            ("1 hari kerja / 150 siswa", Some("1 working day / 150 siswa")),
            ("dari 1 sampai 9: paling lama 10 hari kerja", Some("from 1 to 9: at most 10 working days")),
            ("470 menit (7,8 jam)", Some("470 minutes (7,8 jam)")),
            ("segera", None),
            ("paling lama 3 hari setelah surat diterima", None),
        ];
        for (typed, english) in said {
            assert_eq!(time(typed).as_deref(), english, "{typed}");
        }
    }

    #[test]
    fn a_label_of_the_office_is_kept() {
        let own = Labels { waktu: "Durasi".to_owned(), ..Labels::default() };
        let english = labels(&own, Lang::En);
        assert_eq!((&*english.waktu, &*english.kegiatan, &*english.tidak), ("Durasi", "Activity", "No"));
        assert_eq!(labels(&own, Lang::Id).kegiatan, "Kegiatan");
    }
}
