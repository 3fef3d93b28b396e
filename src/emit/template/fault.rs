//! What a template and its data do not agree on, in words that name the line and the remedy.

use super::names::{FILTERS, FUNCTIONS, culprit, find_word, names_of, words_of};
use super::{OwnTemplate, Template};
use crate::text::{Lang, Text, nearest};
use minijinja::ErrorKind;

/// What a template and its data do not agree on.
#[derive(Debug)]
pub struct Fault {
    /// The office's file; `None` where ours is at fault.
    pub file: Option<String>,
    /// The template's name.
    pub name: &'static str,
    /// From 1.
    pub line: Option<usize>,
    what: What,
    near: Option<String>,
}

#[derive(Debug)]
enum What {
    /// A name that is not in the data.
    NoData(String),
    /// A filter, test or function that there is none of.
    NoFunction(String),
    /// It wants a file.
    Reaches,
    /// It does not come to an end.
    Endless,
    /// It cannot be read near this line of its text.
    Unreadable(String, String),
    /// Something else.
    Other(String),
}

impl Fault {
    pub(super) fn of(
        error: &minijinja::Error,
        template: &Template,
        own: Option<&OwnTemplate>,
        source: &str,
        given: &serde_json::Value,
    ) -> Fault {
        let line = error.line();
        let text = line.and_then(|line| source.lines().nth(line.saturating_sub(1))).unwrap_or_default();
        let place =
            error.range().and_then(|range| source.get(range)).filter(|it| !it.is_empty()).unwrap_or(text);
        let detail = error.detail().unwrap_or_default().to_owned();
        let (what, near) = match error.kind() {
            ErrorKind::UndefinedError => {
                let (path, near) = culprit(place, source, given);
                (What::NoData(path), near)
            }
            ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod => {
                let known: Vec<&str> = FILTERS.iter().chain(FUNCTIONS).copied().collect();
                let name = words_of(&detail)
                    .into_iter()
                    .find(|word| !["filter", "test", "function", "method"].contains(word))
                    .unwrap_or(place)
                    .to_owned();
                let near = nearest(&name, known).map(str::to_owned);
                (What::NoFunction(name), near)
            }
            ErrorKind::TemplateNotFound => (What::Reaches, None),
            ErrorKind::OutOfFuel => (What::Endless, None),
            ErrorKind::SyntaxError => (What::Unreadable(text.trim().to_owned(), detail), None),
            _ => (What::Other(detail), None),
        };
        Fault { file: own.map(|own| own.file.clone()), name: template.name, line, what, near }
    }

    pub(super) fn unknown(
        name: &str,
        template: &Template,
        own: &OwnTemplate,
        given: &serde_json::Value,
    ) -> Fault {
        let names = names_of(given);
        let before = find_word(&own.text, name).map_or("", |range| &own.text[..range.start]);
        Fault {
            file: Some(own.file.clone()),
            name: template.name,
            line: Some(before.lines().count().max(1) + usize::from(before.ends_with('\n'))),
            what: What::NoData(name.to_owned()),
            near: nearest(name, names.iter().map(String::as_str)).map(str::to_owned),
        }
    }

    /// What is.
    pub fn words(&self, lang: Lang) -> String {
        let place = match (&self.file, self.line, lang) {
            (Some(file), Some(line), Lang::Id) => format!("templat `{file}` baris {line}"),
            (Some(file), Some(line), Lang::En) => format!("template `{file}`, line {line}"),
            (Some(file), None, Lang::Id) => format!("templat `{file}`"),
            (Some(file), None, Lang::En) => format!("template `{file}`"),
            (None, _, Lang::Id) => format!("templat bawaan {} baris {}", self.name, self.line.unwrap_or(0)),
            (None, _, Lang::En) => format!("our template {}, line {}", self.name, self.line.unwrap_or(0)),
        };
        let (id, en) = match &self.what {
            What::NoData(path) => {
                (format!("tidak ada data bernama `{path}`"), format!("there is no data named `{path}`"))
            }
            What::NoFunction(name) => (
                format!("tidak ada penyaring atau fungsi bernama `{name}`"),
                format!("there is no filter or function named `{name}`"),
            ),
            What::Reaches => (
                "templat tidak dapat mengambil berkas lain".to_owned(),
                "a template cannot reach other files".to_owned(),
            ),
            What::Endless => (
                "templat ini tidak selesai-selesai; pengulangannya terlalu banyak".to_owned(),
                "this template does not come to an end; it repeats too often".to_owned(),
            ),
            What::Unreadable(text, detail) => (
                format!("tidak terbaca di dekat `{text}` ({detail})"),
                format!("cannot be read near `{text}` ({detail})"),
            ),
            What::Other(detail) => {
                (format!("tidak dapat dijalankan ({detail})"), format!("cannot be carried out ({detail})"))
            }
        };
        format!("{place}: {}", if lang == Lang::Id { id } else { en })
    }

    /// The remedy; `None` where our own template is at fault.
    pub fn help(&self, lang: Lang) -> Option<String> {
        self.file.as_ref()?;
        if let Some(near) = &self.near {
            return Some(match lang {
                Lang::Id => format!("maksud Anda `{near}`?"),
                Lang::En => format!("did you mean `{near}`?"),
            });
        }
        let text = match &self.what {
            What::NoData(_) => Text {
                id: "data setiap templat disebut di docs/templat.md",
                en: "docs/templat.md names the data of every template",
            },
            What::NoFunction(_) => Text {
                id: "penyaring yang ada disebut di docs/templat.md",
                en: "docs/templat.md names the filters that there are",
            },
            What::Reaches => Text {
                id: "tulis isinya langsung di templat ini; `include`, `import`, dan `extends` tidak ada",
                en: "write its text into this template; there is no `include`, `import` or `extends`",
            },
            What::Endless => Text { id: "periksa `for` di dalam `for`", en: "look at `for` within `for`" },
            What::Unreadable(..) => Text {
                id: "setiap `{{` ditutup `}}`, setiap `{%` ditutup `%}`, setiap `for` dengan `endfor`, setiap `if` dengan `endif`",
                en: "close every `{{` with `}}`, every `{%` with `%}`, every `for` with `endfor`, every `if` with `endif`",
            },
            What::Other(_) => Text {
                id: "bandingkan barisnya dengan templat bawaan (`sop templat FOLDER` menuliskannya)",
                en: "compare the line with our template (`sop templat FOLDER` writes it)",
            },
        };
        Some(text.pattern(lang).to_owned())
    }
}
