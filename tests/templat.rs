//! The page for offices that print with templates of their own: it names every field that a template is given, and no
//! other. `UPDATE_EXPECT=1` adds what is missing, to be described by hand, and drops what is gone.
#![allow(clippy::disallowed_methods, reason = "tests read files")]

#[path = "common/corpus.rs"]
mod corpus;

use serde_json::Value;
use sop::emit::{EmitError, OwnTemplate, TEMPLATES, Templates};
use sop::model::Standing;
use sop::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every field of a value as a template reaches it: `rows[].nomor`.
fn paths(value: &Value, at: &str, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                found.entry(path.clone()).or_insert_with(|| value.as_str().unwrap_or_default().to_owned());
                paths(value, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{at}[]"), found)),
        _ => {}
    }
}

/// By template: its fields with a value in either language.
fn data() -> BTreeMap<&'static str, BTreeMap<String, [String; 2]>> {
    let mut out: BTreeMap<&str, BTreeMap<String, [String; 2]>> = BTreeMap::new();
    for mut sample in corpus::samples() {
        sample.options.standing = Standing::WithErrors;
        let logo = std::fs::read(corpus::root().join("sops/lambang-contoh.svg")).unwrap();
        sample.options.logo = Some(Arc::new(sop::layout::logo::read(&logo).unwrap()));
        for (at, lang) in [Lang::Id, Lang::En].into_iter().enumerate() {
            sample.options.lang = lang;
            for template in TEMPLATES {
                let mut found = BTreeMap::new();
                paths(&(template.data)(&sample.job()), "", &mut found);
                let all = out.entry(template.name).or_default();
                for (path, value) in found {
                    all.entry(path).or_default()[at] = value;
                }
            }
        }
    }
    out
}

/// `| name | Indonesian | English |`, by template; a heading names the templates of its table.
fn rows(page: &str) -> BTreeMap<String, Vec<(String, [String; 2])>> {
    let mut out: BTreeMap<String, Vec<(String, [String; 2])>> = BTreeMap::new();
    let mut names: Vec<String> = Vec::new();
    for line in page.lines() {
        if line.starts_with('#') {
            names = line.split('`').filter_map(|it| it.strip_suffix(".j2")).map(str::to_owned).collect();
        }
        let cells: Vec<&str> = line.split(" | ").map(|cell| cell.trim_matches(['|', ' '])).collect();
        if let [name, id, en] = cells[..]
            && let Some(name) = name.strip_prefix('`').and_then(|it| it.strip_suffix('`'))
        {
            for template in &names {
                let row = (name.to_owned(), [id.to_owned(), en.to_owned()]);
                out.entry(template.clone()).or_default().push(row);
            }
        }
    }
    out
}

#[test]
fn the_page_names_every_field_of_every_template_and_no_other() {
    let path = corpus::root().join("docs/templat.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (data, said) = (data(), rows(&page));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, updated(&page, &data, &said)).unwrap();
    }
    let said = rows(&std::fs::read_to_string(&path).unwrap());
    for (template, fields) in &data {
        let said =
            said.get(*template).unwrap_or_else(|| panic!("docs/templat.md has no table for {template}.j2"));
        let names: BTreeSet<&String> = said.iter().map(|(name, _)| name).collect();
        let real: BTreeSet<&String> = fields.keys().collect();
        let missing: Vec<_> = real.difference(&names).collect();
        let gone: Vec<_> = names.difference(&real).collect();
        assert!(
            missing.is_empty() && gone.is_empty(),
            "{template}.j2: docs/templat.md lacks {missing:?} and names {gone:?}, which no template is given; \
             UPDATE_EXPECT=1 cargo test --test templat"
        );
        for (name, words) in said {
            assert!(
                words.iter().all(|words| !words.is_empty()),
                "{template}.j2: docs/templat.md does not describe `{name}`"
            );
        }
    }
    assert_eq!(said.len(), data.len(), "a table of docs/templat.md belongs to no template");
}

fn updated(
    page: &str,
    data: &BTreeMap<&'static str, BTreeMap<String, [String; 2]>>,
    said: &BTreeMap<String, Vec<(String, [String; 2])>>,
) -> String {
    let mut out = String::new();
    let mut table: Option<String> = None;
    for line in page.lines() {
        if line.starts_with('#') {
            let first = line.split('`').find_map(|it| it.strip_suffix(".j2"));
            table = first.map(str::to_owned);
        }
        let row = line.starts_with("| `");
        if !row {
            out += line;
            out.push('\n');
        }
        if let Some(name) = table.take_if(|_| line.starts_with("|---")) {
            let known: BTreeMap<&String, &[String; 2]> =
                said.get(&name).into_iter().flatten().map(|(name, words)| (name, words)).collect();
            for (path, value) in data.get(name.as_str()).into_iter().flatten() {
                // The words of a page or of a program say themselves what they are.
                let own = path.starts_with("w.") || path.starts_with("words.");
                let words = match known.get(path) {
                    Some(words) if !own => (*words).clone(),
                    _ if own => value.clone().map(|text| text.replace('|', "\\|")),
                    _ => Default::default(),
                };
                out += &format!("| `{path}` | {} | {} |\n", words[0], words[1]);
            }
        }
    }
    out
}

fn with(name: &str, text: &str) -> Result<String, String> {
    let mut sample = corpus::samples().into_iter().find(|sample| sample.stem == "monev").unwrap();
    let own = OwnTemplate { file: format!("templat/{name}.j2"), text: text.to_owned() };
    sample.options.templates = Arc::new(Templates::from([(name.to_owned(), own)]));
    match (corpus::emitter("checklist").emit)(&sample.job()) {
        Ok(artifacts) => Ok(String::from_utf8(artifacts[0].bytes.clone()).unwrap()),
        Err(EmitError::Template(fault)) => {
            Err(format!("{} | {}", fault.words(Lang::Id), fault.help(Lang::Id).unwrap_or_default()))
        }
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn an_office_prints_its_own_and_learns_what_is_wrong_with_it() {
    let own = "{% for part in parts %}{% if part.table %}{% for group in part.table.groups %}{{ group.key }};{% endfor %}{% endif %}{% endfor %}";
    assert_eq!(with("formulir.md", own).unwrap(), "1;2;3;4;5;6;7;8;9;10;11;12;13;14;");
    assert_eq!(
        with("formulir.md", "# {{ judul }}\n{{ instnsi }}\n").unwrap_err(),
        "templat `templat/formulir.md.j2` baris 2: tidak ada data bernama `instnsi` | maksud Anda `instansi`?"
    );
    assert_eq!(
        with("formulir.html", "{% for part in parts %}\n{{ part.headng }}{% endfor %}").unwrap_err(),
        "templat `templat/formulir.html.j2` baris 2: tidak ada data bernama `part.headng` | maksud Anda `heading`?"
    );
}
