//! Names that every engine takes.

/// Letters, digits and `_` of ASCII, at most forty: what every engine takes as part of a name.
pub(super) fn ident(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
        if out.len() >= 40 {
            break;
        }
    }
    out.truncate(out.trim_end_matches('_').len());
    if out.is_empty() { "x".to_owned() } else { out }
}

/// What engines know the process by: made of the file's name, so that each procedure is a process of its own there, and
/// its next version one of the same. Letters beyond ASCII by their numbers; at most 200 characters.
pub(super) fn process(stem: &str) -> String {
    let mut name = String::from("Proses");
    let mut apart = true;
    for c in stem.chars() {
        if !c.is_alphanumeric() {
            apart = true;
            continue;
        }
        if std::mem::take(&mut apart) {
            name.push('_');
        }
        if c.is_ascii() {
            name.push(c);
        } else {
            name += &format!("u{:x}", u32::from(c));
        }
    }
    name.truncate(200);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_is_known_by_the_name_of_its_file() {
        let long = "x".repeat(300);
        let named = ["monev", "Izin  (baru)-2", "-", "é日", long.as_str()].map(process);
        let [plain, marks, none, letters, cut] = &named;
        assert_eq!(
            (plain.as_str(), marks.as_str(), none.as_str(), letters.as_str()),
            ("Proses_monev", "Proses_Izin_baru_2", "Proses", "Proses_ue9u65e5")
        );
        assert_eq!(cut.len(), 200);
    }
}
