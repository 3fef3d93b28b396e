//! Templates: compiled in, filled strictly, and an office's own in place of ours. They print; the views think.
//!
//! A template reaches no file: what it is given is all that it knows, and how long it may go on is counted.

mod fault;
mod guard;
mod names;

pub use fault::Fault;

use super::{EmitError, Job};
use crate::packed;
use crate::sorting;
use minijinja::value::{Serde, ValueKind};
use minijinja::{
    Environment, ErrorKind, Output, State, UndefinedBehavior, Value, escape_formatter, syntax::SyntaxConfig,
};
use names::{FUNCTIONS, find_word};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A template of `templates/`, which an office may replace.
#[derive(Debug)]
pub struct Template {
    /// Its file name without `.j2`; what stands before that decides the escaping (`.html` is escaped, all else is not).
    pub name: &'static str,
    /// What it is given for a procedure.
    pub data: fn(&Job) -> serde_json::Value,
    /// Our text, looked for once.
    source: OnceLock<&'static str>,
    /// The same, read once for all procedures.
    ready: OnceLock<Environment<'static>>,
}

impl Template {
    pub(super) const fn new(name: &'static str, data: fn(&Job) -> serde_json::Value) -> Template {
        Template { name, data, source: OnceLock::new(), ready: OnceLock::new() }
    }

    /// Our text.
    pub fn source(&self) -> &'static str {
        self.source.get_or_init(|| packed::template(self.name).expect("bug: a template that is not packed"))
    }

    /// What prints it.
    fn ready(&self) -> &Environment<'static> {
        self.ready.get_or_init(|| {
            let read = environment(self.name, self.source(), false);
            read.unwrap_or_else(|error| panic!("bug: our template {} cannot be read: {error}", self.name))
        })
    }
}

/// `template!("checklist.md", data)` is `templates/checklist.md.j2`; without that file it does not compile.
macro_rules! template {
    ($name:literal, $data:path) => {{
        const _: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/", $name, ".j2"));
        $crate::emit::template::Template::new($name, $data)
    }};
}
pub(super) use template;

/// An office's own templates, by the name of ours (without `.j2`).
pub type Templates = BTreeMap<String, OwnTemplate>;

/// A template of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTemplate {
    /// What messages call its file.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// Steps that an office's template may take, and how many more for each byte of what it is given: several times what ours
/// need. A step is an instruction, or 64 bytes made.
const FUEL: u64 = 500_000;
const FUEL_PER_BYTE: u64 = 1;
/// A list that is printed as it is may hold so many values, so many lists deep: its length is charged only when it is
/// written, and one that holds itself twice, and so on, has no end.
const MOST_PRINTED: usize = 10_000;
const DEEPEST_PRINTED: usize = 32;
/// Bytes; only what is needed of it is taken.
const DEEP_STACK: usize = 512 << 20;

/// Prints the view through the template, or through the office's own in its place. A name that the view does not have
/// is an error, never an empty text; lines that hold only a block leave no trace.
pub(super) fn fill(template: &Template, own: &Templates, view: &impl Serialize) -> Result<String, EmitError> {
    // All that is made anew for every type of view.
    let view = Value::from(Serde(view));
    match own.get(template.name) {
        Some(own) => fill_own(template, own, &view),
        None => fill_ours(template, view),
    }
}

fn fill_ours(template: &Template, view: Value) -> Result<String, EmitError> {
    let failed = |error: minijinja::Error| {
        EmitError::Template(Box::new(Fault::of(&error, template, None, template.source(), &as_json(&view))))
    };
    // Ours come to an end: they go once through what there is.
    let ready = template.ready().get_template(template.name).map_err(failed)?;
    ready.render(view.clone()).map_err(failed)
}

fn fill_own(template: &Template, own: &OwnTemplate, view: &Value) -> Result<String, EmitError> {
    let given = as_json(view);
    let failed = |error: minijinja::Error| {
        EmitError::Template(Box::new(Fault::of(&error, template, Some(own), &own.text, &given)))
    };
    let mut environment = environment(template.name, &own.text, true).map_err(failed)?;
    environment.set_fuel(Some(FUEL + FUEL_PER_BYTE * given.to_string().len() as u64));
    let ready = environment.get_template(template.name).map_err(failed)?;
    // Also what stands in a branch that this procedure does not take.
    let mut missing: Vec<String> = ready
        .undeclared_variables(false)
        .into_iter()
        .filter(|name| given.get(name).is_none() && !FUNCTIONS.contains(&name.as_str()))
        .collect();
    sorting::by_key(&mut missing, |name| find_word(&own.text, name).map_or(usize::MAX, |range| range.start));
    if let Some(name) = missing.first() {
        return Err(EmitError::Template(Box::new(Fault::unknown(name, template, own, &given))));
    }
    // The error holds values, too.
    on_a_deep_stack(|| {
        let made = syntax()
            .and_then(|syntax| guard::render(&mut environment, template.name, &own.text, syntax, view));
        made.map_err(failed)
    })
}

/// One template and no loader: nothing can be included from anywhere.
fn environment<'source>(
    name: &'static str,
    source: &'source str,
    places: bool,
) -> Result<Environment<'source>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_formatter(print);
    // Without it an error knows its line and not its place.
    environment.set_debug(places);
    environment.set_syntax(syntax()?);
    environment.add_template(name, source)?;
    Ok(environment)
}

fn syntax() -> Result<SyntaxConfig, minijinja::Error> {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()
}

/// A list in a list, and so on, is let go of by calls in calls: as deep as the fuel allows.
fn on_a_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(DEEP_STACK).spawn_scoped(scope, work);
        let thread = thread.unwrap_or_else(|error| panic!("no room for a template: {error}"));
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn print(out: &mut Output, state: &mut State, value: &Value) -> Result<(), minijinja::Error> {
    if !fits(value, DEEPEST_PRINTED, &mut MOST_PRINTED.clone()) {
        return Err(ErrorKind::OutOfFuel.into());
    }
    escape_formatter(out, state, value)
}

fn fits(value: &Value, deep: usize, left: &mut usize) -> bool {
    let Some(fewer) = left.checked_sub(1) else { return false };
    *left = fewer;
    if !matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable | ValueKind::Map) {
        return true;
    }
    let Ok(mut items) = value.try_iter() else { return true };
    deep > 0
        && items.all(|item| match value.kind() {
            ValueKind::Map => value.get_item(&item).is_ok_and(|item| fits(&item, deep - 1, left)),
            _ => fits(&item, deep - 1, left),
        })
}

/// What a template sees, as data.
pub(super) fn data(view: &impl Serialize) -> serde_json::Value {
    as_json(&Value::from(Serde(view)))
}

fn as_json(view: &Value) -> serde_json::Value {
    serde_json::to_value(view).unwrap_or_else(|error| panic!("bug: a view does not serialise: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[derive(Serialize)]
    struct View {
        text: &'static str,
        rows: Vec<Row>,
    }

    #[derive(Serialize)]
    struct Row {
        uraian: &'static str,
    }

    fn nothing(_: &Job) -> serde_json::Value {
        serde_json::Value::Null
    }

    fn print(name: &'static str, source: &'static str, text: &'static str) -> Result<String, EmitError> {
        let view = View { text, rows: vec![Row { uraian: "a" }] };
        let template = Template { source: OnceLock::from(source), ..Template::new(name, nothing) };
        fill(&template, &Templates::new(), &view)
    }

    fn own(text: &str) -> String {
        let own = OwnTemplate { file: "templat/uji.md.j2".to_owned(), text: text.to_owned() };
        let own = Templates::from([("uji.md".to_owned(), own)]);
        let view = View { text: "b", rows: vec![Row { uraian: "a" }] };
        match fill(&Template::new("uji.md", nothing), &own, &view) {
            Ok(text) => text,
            Err(EmitError::Template(fault)) => {
                format!("{} | {}", fault.words(Lang::Id), fault.help(Lang::Id).unwrap_or_default())
            }
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn html_is_escaped_and_other_texts_are_not() {
        let text = "<b> & {{ text }}";
        assert_eq!(print("uji.html", "{{ text }}\n", text).unwrap(), "&lt;b&gt; &amp; {{ text }}\n");
        assert_eq!(print("uji.rs", "{{ text }}\n", text).unwrap(), "<b> & {{ text }}\n");
    }

    #[test]
    fn a_name_that_the_view_does_not_have_is_an_error() {
        assert!(print("uji.md", "{{ teks }}", "").is_err());
    }

    #[test]
    fn lines_that_hold_only_a_block_leave_no_trace() {
        let source = "a\n  {% if text %}\n{{ text }}\n  {% endif %}\nc\n";
        assert_eq!(print("uji.md", source, "b").unwrap(), "a\nb\nc\n");
    }

    #[test]
    fn an_office_prints_its_own() {
        assert_eq!(own("{{ text|upper }}"), "B");
    }

    #[test]
    fn a_mistake_is_named_with_its_line_and_the_nearest_name() {
        assert_eq!(
            own("a\nb {{ tekt }}\n"),
            "templat `templat/uji.md.j2` baris 2: tidak ada data bernama `tekt` | maksud Anda `text`?"
        );
        assert_eq!(
            own("{% for row in rows %}\n{{ row.uraain }}\n{% endfor %}"),
            "templat `templat/uji.md.j2` baris 2: tidak ada data bernama `row.uraain` | maksud Anda `uraian`?"
        );
        // Also where this procedure never comes by.
        assert!(
            own("{% if false %}{{ tekt }}{% endif %}").contains("baris 1: tidak ada data bernama `tekt`")
        );
        assert_eq!(
            own("{{ text|uper }}"),
            "templat `templat/uji.md.j2` baris 1: tidak ada penyaring atau fungsi bernama `uper` | maksud Anda `upper`?"
        );
        let broken = own("a\n{% for row in rows %}\n{{ row.uraian }\n");
        assert!(broken.contains("baris 3: tidak terbaca di dekat `{{ row.uraian }`"), "{broken}");
        let elsewhere = own("{% for row in rows %}{{ row.text }}{% endfor %}");
        assert!(elsewhere.contains("tidak ada data bernama `row.text`"), "{elsewhere}");
    }

    #[test]
    fn a_template_reaches_no_file() {
        for tag in [
            "{% include '/etc/passwd' %}",
            "{% include '../sop.toml' %}",
            "{% extends 'checklist.html' %}",
            "{% import 'x' as x %}",
        ] {
            assert!(own(tag).contains("tidak dapat mengambil berkas lain"), "{tag}: {}", own(tag));
        }
    }

    #[test]
    fn a_template_that_doubles_what_it_has_is_ended() {
        let again = |from: &str, times: u32, step: &str| {
            format!(
                "{{% set ns = namespace(x={from}) %}}{{% for i in range({times}) %}}{step}{{% endfor %}}{{{{ ns.x }}}}"
            )
        };
        for text in [
            again("[1, 1]", 27, "{% set ns.x = (ns.x + ns.x)|list %}"),
            again("'abcdefgh'", 40, "{% set ns.x = ns.x ~ ns.x %}"),
            again("'abcdefgh'", 40, "{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}{% set ns.x = y %}"),
            again("'aaaaaaaa'", 40, "{% set ns.x = ns.x|replace('a', 'aaaa') %}"),
            again("[1]", 30, "{% set ns.x = [ns.x, ns.x] %}"),
            again("[1]", 30, "{% set ns.x = {'a': ns.x, 'b': ns.x} %}"),
            again("[1]", 99_999, "{% set ns.x = [ns.x] %}"),
            again("[1]", 99_999, "{% set ns.x = {'a': ns.x} %}"),
            "{{ 'x' * 9999999999 }}".to_owned(),
            "{{ range(99999)|list|join('x' * 1000) }}".to_owned(),
            "{{ range(20000) }}".to_owned(),
        ] {
            assert!(own(&text).contains("tidak selesai-selesai"), "{text}: {:.200}", own(&text));
        }
        assert_eq!(own("{{ range(3) }}{{ [[1], {'a': 2}] }}"), "[0, 1, 2][[1], {'a': 2}]");
    }

    #[test]
    fn a_list_that_holds_itself_twice_is_not_walked() {
        let doubled = |name: &str| format!("{{% set {name} = [{name}, {name}] %}}").repeat(60);
        let lists = format!("{{% set x = [1] %}}{{% set y = [1] %}}{}{}", doubled("x"), doubled("y"));
        for used in [
            "x ~ ''",
            "'' ~ x",
            "x|string",
            "x|upper",
            "'a'|replace('a', x)",
            "x|join",
            "[x]|join(',')",
            "{'a': x}|join",
            "[x]|map('string')|list",
            "x == y",
            "x != y",
            "x < y",
            "x in [y]",
            "[x, y]|unique|list",
            "[x, y]|sort",
            "[x, y]|max",
            "(range(15000)|list, range(15000)|list) ~ ''",
        ] {
            let said = own(&format!("{lists}{{{{ {used} }}}}"));
            assert!(said.contains("tidak selesai-selesai"), "{used}: {said:.200}");
        }
    }

    #[test]
    fn what_is_looked_at_is_what_the_library_says() {
        for (text, said) in [
            ("{{ text ~ 1 ~ [2, 'c'] }}", "b1[2, 'c']"),
            ("{{ 'a'|safe ~ '<' }}{{ ('a'|safe ~ 'b'|safe) is safe }}", "a<True"),
            (
                "{{ [1, 2] == [1, 2] }}{{ 1 != 2 }}{{ 'a' < 'b' }}{{ 2 <= 1 }}{{ 3 > 2 }}{{ 3 >= 4 }}",
                "TrueTrueTrueFalseTrueFalse",
            ),
            ("{{ 'a' in 'abc' }}{{ 4 in [1, 2] }}{{ 4 not in [1] }}{{ rows == [] }}", "TrueFalseTrueFalse"),
            ("{{ rows|map(attribute='uraian')|join(', ') }}{{ rows|sort(attribute='uraian')|length }}", "a1"),
            ("{{ ['b', 'a', 'b']|unique|sort|join('-')|upper }}{{ 3|string }}", "A-B3"),
            ("{% filter upper %}a{% endfilter %}{{ 'aa'|replace('a', 'c') }}", "Acc"),
            (
                "{% macro m(a) %}{{ a ~ '!' }}{% endmacro %}{{ m('x') }}{% block b %}{{ 1 ~ 2 }}{% endblock %}",
                "x!12",
            ),
        ] {
            assert_eq!(own(text), said, "{text}");
        }
        for text in ["{{ text ~ ada }}", "{{ 'a' == ada }}", "{{ ada in 'a' }}", "{{ ada|upper }}"] {
            let said = own(&format!("{{% for ada in rows %}}{{% endfor %}}{text}"));
            assert!(said.contains("tidak ada data bernama `ada`"), "{text}: {said}");
        }
        assert_eq!(own("{{ ('a' if false) ~ 'b' }}"), "b");
    }

    #[test]
    fn a_template_that_never_ends_is_ended() {
        let nested =
            "{% for a in range(9999) %}{% for b in range(9999) %}{% set c = b %}{% endfor %}{% endfor %}";
        assert!(own(nested).contains("tidak selesai-selesai"), "{}", own(nested));
    }
}
