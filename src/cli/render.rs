//! Findings for people: miette's drawing of the place, in our words, in either language.

use super::alike::groups;
use super::excerpt::{Excerpt, safe};
use super::looks::Looks;
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode, ThemeCharacters, ThemeStyles};
use sop::diag::{Diagnostic, Fix, Severity};
use sop::source::{LineIndex, Span};
use sop::text::{Lang, Text};
use std::borrow::Borrow;
use std::fmt;

static HELP: Text = Text { id: "bantuan", en: "help" };
static LIKEWISE: Text = Text { id: "begitu juga", en: "likewise" };
static LINE: Text = Text { id: "baris", en: "line" };
static NOTE: Text = Text { id: "catatan", en: "note" };
static SUGGESTION: Text = Text { id: "usulan", en: "suggestion" };

/// Nobody reads more of one file, and drawing them would take most of the time.
const MOST_DRAWN: usize = 1_000;

/// A file whose findings are printed.
pub(super) struct Source<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
    pub(super) index: LineIndex,
}

impl<'a> Source<'a> {
    pub(super) fn new(name: &'a str, text: &'a str) -> Source<'a> {
        Source { name, text, index: LineIndex::new(text) }
    }
}

/// Draws findings one after the other.
pub(super) struct Renderer {
    handler: GraphicalReportHandler,
    looks: Looks,
    lang: Lang,
}

impl Renderer {
    pub(super) fn new(looks: Looks, lang: Lang) -> Renderer {
        let theme = GraphicalTheme {
            characters: if looks.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() },
            styles: if looks.colour { ThemeStyles::ansi() } else { ThemeStyles::none() },
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(looks.width)
            .with_context_lines(1)
            .with_links(false)
            .without_syntax_highlighting();
        Renderer { handler, looks, lang }
    }

    /// The findings of a file; where they are very many, the gravest of them, and how many more there are.
    pub(super) fn findings(&self, findings: &[impl Borrow<Diagnostic>], source: &Source<'_>) -> String {
        let mut worst: Vec<usize> = (0..findings.len()).collect();
        worst.sort_by_key(|at| std::cmp::Reverse(findings[*at].borrow().severity));
        worst.truncate(MOST_DRAWN);
        worst.sort_unstable();
        let more = findings.len() - worst.len();
        let mut out = String::new();
        for alike in groups(worst.into_iter().map(|at| findings[at].borrow()).collect()) {
            out += &self.finding(&alike, source);
        }
        let lang = self.lang;
        if more > 0 {
            let (message, help) = match lang {
                Lang::Id => (
                    format!("{more} temuan lain pada {} tidak diperlihatkan di sini", source.name),
                    "perbaiki dahulu yang di atas; `sop check --format json` menyebut semuanya",
                ),
                Lang::En => (
                    format!("{more} more findings in {} are not shown here", source.name),
                    "mend first what is above; `sop check --format json` names them all",
                ),
            };
            out += &notice(NOTE.pattern(lang), &message, Some(help.to_owned()), lang, self.looks);
            out.push('\n');
        }
        out
    }

    /// One finding, and where else the same is the matter, with a blank line after it.
    fn finding(&self, alike: &[&Diagnostic], source: &Source<'_>) -> String {
        let Some((finding, others)) = alike.split_first() else { return String::new() };
        let (lang, unicode) = (self.lang, self.looks.unicode);
        let places: Vec<Span> =
            std::iter::once(finding.primary).chain(finding.related.iter().map(|(span, _)| *span)).collect();
        // The number of the line, the frame and a gutter stand before the text.
        let room = self.looks.width.saturating_sub(12);
        let (excerpt, spans) = Excerpt::new(source.name, source.text, &source.index, &places, room, unicode);
        let texts = std::iter::once(None).chain(finding.related.iter().map(|(_, text)| Some(*text)));
        let labels = spans.into_iter().zip(texts).map(|(span, text)| match text {
            None => LabeledSpan::new_primary_with_span(None, span),
            Some(text) => LabeledSpan::new_with_span(Some(text.pattern(lang).to_owned()), span),
        });
        let shown = Shown {
            head: format!(
                "{} {} ({})",
                finding.severity.word().pattern(lang),
                finding.rule.code,
                finding.rule.name
            ),
            message: safe(&finding.message(lang), unicode),
            severity: match finding.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Advice => miette::Severity::Advice,
            },
            labels: labels.collect(),
            excerpt,
        };
        let mut out = String::new();
        // Writing into a string does not fail; the handler asks the excerpt only for what it holds.
        let _ = self.handler.render_report(&mut out, &shown);
        if let Some(help) = finding.help_text(lang) {
            out += &self.note(&HELP, &safe(&help, unicode));
        }
        if let Some(fix) = &finding.fix {
            let title = fix.title.fill(lang, &finding.args);
            out += &self.note(&SUGGESTION, &safe(&suggestion(fix, title, source.text), unicode));
        }
        let said = finding.help_text(lang);
        let mut label = format!("  {}: ", LIKEWISE.pattern(lang));
        for other in others {
            let line = source.index.line_of(other.primary.start as usize) + 1;
            let mut text = format!("{} {line}: {}", LINE.pattern(lang), other.message(lang));
            // The remedy, where it is another one.
            if let Some(help) = other.help_text(lang).filter(|help| said.as_ref() != Some(help)) {
                text = format!("{text}; {help}");
            }
            out += &wrap(&label, &safe(&text, unicode), self.looks.width);
            label = " ".repeat(label.chars().count());
        }
        out.push('\n');
        out
    }

    fn note(&self, word: &Text, text: &str) -> String {
        note(word.pattern(self.lang), text, self.looks)
    }
}

/// What a fix does; where it is short, with the words themselves.
fn suggestion(fix: &Fix, title: String, text: &str) -> String {
    let [(span, new)] = fix.edits.as_slice() else { return title };
    let old = text.get(span.range()).unwrap_or_default();
    if old.len().max(new.len()) > 60 || old.contains('\n') || new.contains('\n') || new.is_empty() {
        return title;
    }
    match old.is_empty() {
        true => format!("{title}: `{new}`"),
        false => format!("{title}: `{old}` → `{new}`"),
    }
}

/// A message without a place in a file: `gagal: …`, and its remedy.
pub(super) fn notice(word: &str, message: &str, help: Option<String>, lang: Lang, looks: Looks) -> String {
    let mut out = wrap(&format!("{word}: "), &safe(message, looks.unicode), looks.width);
    if let Some(help) = help {
        out += &note(HELP.pattern(lang), &safe(&help, looks.unicode), looks);
    }
    out
}

fn note(word: &str, text: &str, looks: Looks) -> String {
    wrap(&format!("  {word}: "), text, looks.width)
}

/// Fills lines up to `width`, the second and later ones under the first word. Columns are counted in characters.
pub(super) fn wrap(first: &str, text: &str, width: usize) -> String {
    let indent = first.chars().count();
    let mut out = first.to_owned();
    let mut column = indent;
    for (number, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if number > 0 {
            if column + 1 + length > width && column > indent {
                out.push('\n');
                out.push_str(&" ".repeat(indent));
                column = indent;
            } else {
                out.push(' ');
                column += 1;
            }
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
    out
}

/// A finding as miette asks for it.
struct Shown {
    head: String,
    message: String,
    severity: miette::Severity,
    labels: Vec<LabeledSpan>,
    excerpt: Excerpt,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Shown {}

impl miette::Diagnostic for Shown {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.head))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;
    use sop::diag::Rule;

    static RULE: Rule = Rule {
        code: "SOP000",
        name: "example",
        severity: Severity::Warning,
        since: "0.1.0",
        message: Text { id: "{nama} bertemu kata", en: "{nama} meets a word" },
        help: Some(Text { id: "tulis kata lain", en: "write another word" }),
        basis: None,
        page: sop::diag::Page,
    };
    static HERE: Text = Text { id: "juga di sini", en: "here too" };
    static REPLACE: Text = Text { id: "ganti", en: "replace" };

    fn finding(text: &str, from: &str) -> Diagnostic {
        let start = text.find(from).unwrap();
        Diagnostic::at(&RULE, Span::new(start, start + from.len())).with("nama", "Kabid")
    }

    fn drawn(finding: &Diagnostic, text: &str, lang: Lang) -> String {
        let looks = Looks { colour: false, unicode: true, width: 60 };
        Renderer::new(looks, lang).finding(&[finding], &Source::new("a.sop", text))
    }

    #[test]
    fn a_place_in_a_long_line_is_marked_where_it_stands() {
        let text = format!("satu\n\t{} KATA {}\ntiga\n", "kiri ".repeat(400), "kanan ".repeat(400));
        let fix = Fix {
            title: &REPLACE,
            edits: vec![(finding(&text, "KATA").primary, "LAIN".to_owned())],
            safe: true,
        };
        expect![[r#"
            peringatan SOP000 (example)

              ⚠ Kabid bertemu kata
               ╭─[a.sop:2:2003]
             1 │ satu
             2 │ … kiri kiri kiri  KATA kanan kanan kanan kanan ka…
               ·                   ────
             3 │ tiga
               ╰────
              bantuan: tulis kata lain
              usulan: ganti: `KATA` → `LAIN`

        "#]]
        .assert_eq(&drawn(&finding(&text, "KATA").fix(fix), &text, Lang::Id));
    }

    #[test]
    fn places_that_belong_together_are_shown_together() {
        let text = "satu KATA\ndua\ntiga\nempat\n\tlima ENAM\ntujuh\n";
        let second = finding(text, "lima ENAM\ntujuh").primary;
        expect![[r#"
            warning SOP000 (example)

              ⚠ Kabid meets a word
               ╭─[a.sop:1:6]
             1 │ satu KATA
               ·      ────
             2 │ dua
               ╰────
               ╭─[a.sop:5:2]
             4 │     empat
             5 │ ╭─▶     lima ENAM
             6 │ ├─▶ tujuh
               · ╰──── here too
               ╰────
              help: write another word

        "#]]
        .assert_eq(&drawn(&finding(text, "KATA").related(second, &HERE), text, Lang::En));
    }

    #[test]
    fn what_is_too_much_to_read_is_counted() {
        let text = "satu\n".repeat(MOST_DRAWN + 1);
        let all: Vec<Diagnostic> = (0..=MOST_DRAWN)
            .map(|at| Diagnostic::at(&RULE, Span::new(at * 5, at * 5 + 4)).with("nama", at.to_string()))
            .collect();
        let looks = Looks { colour: false, unicode: true, width: 60 };
        let drawn = |lang: Lang, findings: &[&Diagnostic]| {
            Renderer::new(looks, lang).findings(findings, &Source::new("a.sop", &text))
        };
        let mut findings: Vec<&Diagnostic> = all.iter().collect();
        let last = Diagnostic { severity: Severity::Error, ..all[MOST_DRAWN].clone() };
        findings[MOST_DRAWN] = &last;
        let shown = drawn(Lang::Id, &findings);
        // The gravest is among them, wherever it stands.
        assert!(shown.contains("1000 bertemu kata") && !shown.contains(" 999 bertemu kata"), "{shown}");
        expect![[r#"
            catatan: 1 temuan lain pada a.sop tidak diperlihatkan di
                     sini
              bantuan: perbaiki dahulu yang di atas; `sop check --format
                       json` menyebut semuanya

        "#]]
        .assert_eq(&shown[shown.find("catatan").unwrap()..]);
        assert!(!drawn(Lang::En, &findings[1..]).contains("note:"));
    }

    #[test]
    fn what_is_alike_in_many_places_is_drawn_once() {
        let text = "satu\ndua\ntiga\nempat\n";
        let of = |word: &str, name: &str| {
            let start = text.find(word).unwrap();
            Diagnostic::at(&RULE, Span::new(start, start + word.len())).with("nama", name)
        };
        let looks = Looks { colour: false, unicode: true, width: 60 };
        let drawn = |findings: &[Diagnostic]| {
            Renderer::new(looks, Lang::Id).findings(findings, &Source::new("a.sop", text))
        };
        let all = [of("satu", "Kabid"), of("tiga", "Kasi"), of("empat", "Kadis")];
        expect![[r#"
            peringatan SOP000 (example)

              ⚠ Kabid bertemu kata
               ╭─[a.sop:1:1]
             1 │ satu
               · ────
             2 │ dua
               ╰────
              bantuan: tulis kata lain
              begitu juga: baris 3: Kasi bertemu kata
                           baris 4: Kadis bertemu kata

        "#]]
        .assert_eq(&drawn(&all));
        // Two are drawn, and one that shows another place by itself.
        assert_eq!(drawn(&all[..2]).matches("bantuan").count(), 2);
        let [first, second, third] = all;
        let related = third.related(Span::new(0, 4), &HERE);
        assert_eq!(drawn(&[first, second, related]).matches("bantuan").count(), 3);
    }

    #[test]
    fn any_span_at_all_can_be_drawn() {
        let text = "→ satu\r\n\r\n\u{202E}dua\u{1b}[31m\0 →";
        for start in 0..=text.len() + 2 {
            for end in start..=text.len() + 2 {
                let finding = Diagnostic::at(&RULE, Span::new(start, end)).with("nama", "\u{1b}[31m");
                let drawn = drawn(&finding, text, Lang::Id);
                assert!(!drawn.contains(['\u{1b}', '\0', '\u{202E}']), "{start}..{end}: {drawn}");
                assert!(!drawn.contains("Failed"), "{start}..{end}: {drawn}");
            }
        }
    }
}
