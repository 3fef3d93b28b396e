//! Examples in pages: what stands between ``` marks, and how it is read.
#![allow(clippy::disallowed_methods, reason = "tests read files")]
#![allow(dead_code, reason = "each test file uses a part")]

use std::path::{Path, PathBuf};

/// Where the rule pages are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")
}

/// A page's text.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A block between ``` marks: its language and where its inside stands in the page.
pub struct Fence<'p> {
    /// What follows the marks.
    pub language: &'p str,
    /// Its text, as a range of the page.
    pub inside: std::ops::Range<usize>,
}

/// The fences of one section of a page.
pub fn fences<'p>(page: &'p str, section: &str) -> Vec<Fence<'p>> {
    let head = format!("\n## {section}\n");
    let Some(start) = page.find(&head).map(|at| at + head.len()) else { return Vec::new() };
    let end = page[start..].find("\n## ").map_or(page.len(), |at| start + at + 1);
    fences_within(page, start..end)
}

/// The fences of a part of a page.
pub fn fences_within(page: &str, part: std::ops::Range<usize>) -> Vec<Fence<'_>> {
    let (start, end) = (part.start, part.end);
    let mut fences = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = start;
    for line in page[start..end].split_inclusive('\n') {
        let next = at + line.len();
        match (line.strip_prefix("```"), open) {
            (Some(language), None) => open = Some((language.trim(), next)),
            (Some(_), Some((language, from))) => {
                fences.push(Fence { language, inside: from..at });
                open = None;
            }
            (None, _) => {}
        }
        at = next;
    }
    fences
}

/// The example as the compiler gets it, and how many lines were put before it.
pub fn example(page: &str, fence: &Fence) -> (String, usize) {
    let text = unescaped(&page[fence.inside.clone()]);
    if fence.language != "sop baris" {
        return (text, 0);
    }
    let readme = read(&folder().join("README.md"));
    let identity = fences(&readme, "Contoh di halaman ini");
    let identity = identity.iter().find(|fence| fence.language == "sop identitas");
    let identity = &readme[identity.expect("README.md has the identity of all examples").inside.clone()];
    (format!("{identity}{text}"), identity.lines().count())
}

/// `\u{200B}` stands for the character, `\ulang{kata}{70000}` for a text that often.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\u") {
        out.push_str(&rest[..at]);
        let (name, after) = rest[at + 1..].split_once('{').expect("a name and a brace");
        let (inside, after) = after.split_once('}').expect("a closing brace");
        rest = after;
        if name == "ulang" {
            let (times, after) = rest[1..].split_once('}').expect("how often");
            out.push_str(&inside.repeat(times.parse().expect("a number")));
            rest = after;
        } else {
            let code = u32::from_str_radix(inside, 16).expect("a hexadecimal number");
            out.push(char::from_u32(code).expect("a character"));
        }
    }
    out + rest
}

/// What is found in the bad example, as the page prints it in each language.
const SAID: [(&str, sop::text::Lang); 2] = [("text", sop::text::Lang::Id), ("text en", sop::text::Lang::En)];

/// Holds what a page says is found in its bad example against what is found, in both languages. `UPDATE_EXPECT=1` writes
/// it into the page instead.
pub fn keep_words(path: &Path, found: impl Fn(sop::text::Lang) -> String) -> Result<(), String> {
    for (language, lang) in SAID {
        let (page, words) = (read(path), found(lang));
        let fences = fences(&page, "Salah");
        let said = fences.iter().find(|fence| fence.language == language).map(|fence| fence.inside.clone());
        if said.as_ref().is_some_and(|said| page[said.clone()] == words) {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECT").is_none() {
            let said = said.map_or("nothing", |said| &page[said]);
            return Err(format!(
                "the bad example says\n{words}and under ```{language} the page says\n{said}"
            ));
        }
        let mut mended = page.clone();
        match said {
            Some(said) => mended.replace_range(said, &words),
            None => {
                let last = fences.last().ok_or("`## Salah` has no example")?.inside.end + "```\n".len();
                mended.insert_str(last, &format!("\n```{language}\n{words}```\n"));
            }
        }
        std::fs::write(path, mended).map_err(|error| error.to_string())?;
    }
    Ok(())
}
