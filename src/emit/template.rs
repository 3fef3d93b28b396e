//! Templates: compiled in, filled strictly. They print; the views think.

use super::EmitError;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, syntax::SyntaxConfig};
use serde::Serialize;

/// A template of `templates/`.
pub(super) struct Template {
    /// Its file name without `.j2`; what stands before that decides the escaping (`.html` is escaped, all else is not).
    pub name: &'static str,
    /// Its text.
    pub source: &'static str,
}

/// `template!("checklist.md")` is `templates/checklist.md.j2`, compiled in.
macro_rules! template {
    ($name:literal) => {
        $crate::emit::template::Template {
            name: $name,
            source: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/", $name, ".j2")),
        }
    };
}
pub(super) use template;

/// Prints the view through the template. A name that the view does not have is an error, never an empty text; lines
/// that hold only a block leave no trace.
pub(super) fn fill(template: &Template, view: &impl Serialize) -> Result<String, EmitError> {
    let failed = |source| EmitError::Template { name: template.name, source };
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .keep_trailing_newline(true)
            .build()
            .map_err(failed)?,
    );
    environment.add_template(template.name, template.source).map_err(failed)?;
    let template = environment.get_template(template.name).map_err(failed)?;
    template.render(Serde(view)).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct View {
        text: &'static str,
    }

    #[test]
    fn html_is_escaped_and_other_texts_are_not() {
        let view = View { text: "<b> & {{ text }}" };
        let html = Template { name: "uji.html", source: "{{ text }}\n" };
        assert_eq!(fill(&html, &view).unwrap(), "&lt;b&gt; &amp; {{ text }}\n");
        let rust = Template { name: "uji.rs", source: "{{ text }}\n" };
        assert_eq!(fill(&rust, &view).unwrap(), "<b> & {{ text }}\n");
    }

    #[test]
    fn a_name_that_the_view_does_not_have_is_an_error() {
        let misspelt = Template { name: "uji.md", source: "{{ teks }}" };
        assert!(fill(&misspelt, &View { text: "" }).is_err());
    }

    #[test]
    fn lines_that_hold_only_a_block_leave_no_trace() {
        let template =
            Template { name: "uji.md", source: "a\n  {% if text %}\n{{ text }}\n  {% endif %}\nc\n" };
        assert_eq!(fill(&template, &View { text: "b" }).unwrap(), "a\nb\nc\n");
    }
}
