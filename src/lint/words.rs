//! What words share with each other, roughly: `penyusunan` and `menyusun`. Enough to look for a row that a text speaks of.

/// Whether a word says nothing of what a text is about.
fn is_empty(word: &str) -> bool {
    matches!(
        word,
        "dan" | "atau" | "bagi" | "pada" | "untuk" | "oleh" | "yang" | "dari" | "dengan" | "serta" | "atas"
    ) || matches!(word, "kantor" | "dinas" | "bidang")
}

/// Whether a text speaks of a root: in lower case it holds it.
pub(super) fn speaks_of(text: &str, root: &str) -> bool {
    let (Some(first), true) = (root.bytes().next(), text.is_ascii()) else {
        return text.to_lowercase().contains(root);
    };
    // The same without a copy.
    let begins =
        |at: usize| text.get(at..at + root.len()).is_some_and(|part| part.eq_ignore_ascii_case(root));
    memchr::memchr2_iter(first, first.to_ascii_uppercase(), text.as_bytes()).any(begins)
}

/// The roots of the words that say something, in lower case.
pub(super) fn roots(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .filter(|word| word.len() >= 3 && !is_empty(word))
        .map(|word| root(&word).to_owned())
}

/// Short, so that all forms of a word share it: a hit too many only keeps a rule silent, or a remedy away.
fn root(word: &str) -> &str {
    let prefixes =
        ["peny", "peng", "pem", "pen", "per", "pel", "pe", "ke", "ber", "meny", "meng", "mem", "men"];
    let rest = prefixes.iter().find_map(|prefix| word.strip_prefix(prefix).filter(|rest| rest.len() >= 4));
    let rest = rest.unwrap_or(word);
    let rest = ["kan", "an", "nya", "i"]
        .iter()
        .find_map(|end| rest.strip_suffix(end))
        .filter(|it| it.len() >= 3)
        .unwrap_or(rest);
    match rest.char_indices().nth(4) {
        Some((at, _)) => &rest[..at],
        None => rest,
    }
}
