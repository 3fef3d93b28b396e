//! Words before a title that say nothing.

use crate::text::fold;

/// The longest first.
const PREFIXES: [&str; 11] = [
    "standar operasional dan prosedur",
    "standar operasional prosedur",
    "standard operating procedures",
    "standard operating procedure",
    "prosedur operasional standar",
    "prosedur tetap",
    "prosedur",
    "protap",
    "s.o.p.",
    "s.o.p",
    "sop",
];

/// Where a title begins behind `SOP`, `Prosedur` and the like; 0 where it is nothing else.
pub fn without_prefix(title: &str) -> usize {
    let mut from = 0;
    loop {
        let rest = &title[from..];
        let found = PREFIXES.iter().chain(&["(sop)", "tentang"]).find(|prefix| {
            let head = rest.get(..prefix.len()).filter(|head| head.eq_ignore_ascii_case(prefix));
            let after = head.map(|head| &rest[head.len()..]);
            let is_more = from > 0 || !matches!(**prefix, "(sop)" | "tentang");
            is_more
                && after.is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
        });
        let Some(prefix) = found else { return from };
        let behind = rest[prefix.len()..].trim_start_matches([' ', ':', '-', '.', '–']);
        if behind.is_empty() {
            return 0;
        }
        from += rest.len() - behind.len();
    }
}

/// How titles are compared: without `SOP` in front.
pub fn title_key(title: &str) -> String {
    fold(&title[without_prefix(title)..])
}

#[cfg(test)]
mod tests {
    use super::without_prefix;

    #[test]
    fn a_title_begins_behind_what_every_title_could_begin_with() {
        let rest = |title: &'static str| &title[without_prefix(title)..];
        assert_eq!(rest("Prosedur penyelenggaraan monev"), "penyelenggaraan monev");
        assert_eq!(rest("STANDAR OPERASIONAL PROSEDUR (SOP): Surat Masuk"), "Surat Masuk");
        assert_eq!(rest("SOP Prosedur Cuti"), "Cuti");
        assert_eq!(rest("Sopan Santun"), "Sopan Santun");
        assert_eq!(rest("SOP"), "SOP");
        assert_eq!(rest("Penyusunan SOP"), "Penyusunan SOP");
    }
}
