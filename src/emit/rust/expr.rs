//! Constant expressions, printed as rustfmt prints them, so that it leaves the generated file alone.

/// A constant.
#[derive(Clone, Debug)]
pub(super) enum Expr {
    /// A path, a number, a string literal: one word, never broken.
    Word(String),
    /// `&[a, b]`
    List(Vec<Expr>),
    /// `Some(a)`
    Call(&'static str, Box<Expr>),
    /// `Name { field: a }`; always on several lines, so it needs two fields or a long one.
    Struct(&'static str, Vec<(&'static str, Expr)>),
}

/// Columns of a line.
const WIDTH: usize = 100;
/// Columns of the items of a list on one line.
const LIST_WIDTH: usize = 60;

impl Expr {
    /// A string literal: any text, exactly.
    pub(super) fn text(text: &str) -> Expr {
        Expr::Word(format!("{text:?}"))
    }

    /// A list of string literals.
    pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Expr {
        Expr::List(texts.into_iter().map(Expr::text).collect())
    }

    /// `None` or `Some(…)`.
    pub(super) fn option(value: Option<Expr>) -> Expr {
        match value {
            None => Expr::Word("None".to_owned()),
            Some(value) => Expr::Call("Some", Box::new(value)),
        }
    }

    /// Prints it from `column` on, in a block indented by `indent`, with `after` columns to follow on its last line.
    pub(super) fn print(&self, indent: usize, column: usize, after: usize) -> String {
        match self.on_one_line() {
            Some(line) if column + width(&line) + after <= WIDTH => line,
            _ => self.broken(indent),
        }
    }

    /// On several lines: what stands alone in brackets keeps them tight and breaks inside.
    fn broken(&self, indent: usize) -> String {
        let (deeper, pad) = (indent + 4, " ".repeat(indent + 4));
        let close = " ".repeat(indent);
        match self {
            Expr::Word(word) => word.clone(),
            Expr::List(items) => {
                if let [item] = items.as_slice()
                    && !matches!(item, Expr::Word(_))
                {
                    return format!("&[{}]", item.broken(indent));
                }
                let line = |item: &Expr| format!("{pad}{},\n", item.print(deeper, deeper, 1));
                format!("&[\n{}{close}]", items.iter().map(line).collect::<String>())
            }
            Expr::Call(name, argument) => match &**argument {
                Expr::Word(word) => format!("{name}(\n{pad}{word},\n{close})"),
                other => format!("{name}({})", other.broken(indent)),
            },
            Expr::Struct(name, fields) => {
                let line = |(name, value): &(&str, Expr)| field(name, value, deeper);
                format!("{name} {{\n{}{close}}}", fields.iter().map(line).collect::<String>())
            }
        }
    }

    fn on_one_line(&self) -> Option<String> {
        match self {
            Expr::Word(word) => Some(word.clone()),
            Expr::List(items) => {
                let lines = items.iter().map(Expr::on_one_line).collect::<Option<Vec<String>>>()?;
                let line = lines.join(", ");
                let alone = matches!(items.as_slice(), [Expr::Word(_)]);
                (alone || width(&line) <= LIST_WIDTH).then(|| format!("&[{line}]"))
            }
            Expr::Call(name, argument) => {
                let line = argument.on_one_line()?;
                let alone = matches!(**argument, Expr::Word(_));
                (alone || width(&line) <= LIST_WIDTH).then(|| format!("{name}({line})"))
            }
            Expr::Struct(..) => None,
        }
    }
}

/// A line `name: value,` of a struct.
fn field(name: &str, value: &Expr, indent: usize) -> String {
    let column = indent + width(name) + 2;
    format!("{}{name}: {},\n", " ".repeat(indent), value.print(indent, column, 1))
}

/// An arm `pattern => value,` of a match; a value that does not fit goes into a block.
pub(super) fn arm(pattern: &str, value: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let line = format!("{pad}{pattern} => {value},\n");
    if width(line.trim_end_matches('\n')) <= WIDTH {
        line
    } else {
        format!("{pad}{pattern} => {{\n{pad}    {value}\n{pad}}}\n")
    }
}

/// An item `head value;`, such as `const N: &str = "…";`; a value that does not fit goes to a line of its own.
pub(super) fn item(head: &str, value: &Expr, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let column = indent + width(head) + 1;
    if let Some(line) = value.on_one_line()
        && column + width(&line) + 1 > WIDTH
        && indent + 4 + width(&line) < WIDTH
    {
        return format!("{pad}{head}\n{pad}    {line};\n");
    }
    format!("{pad}{head} {};\n", value.print(indent, column, 1))
}

/// Columns as rustfmt counts them.
fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use std::process::{Command, Stdio};

    /// What rustfmt makes of a text with its default settings; `None` where there is no rustfmt.
    fn rustfmt(text: &str) -> Option<String> {
        let program = std::path::Path::new(env!("CARGO")).with_file_name("rustfmt");
        let mut child = Command::new(program)
            .args(["--edition", "2024"])
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        child.stdin.take()?.write_all(text.as_bytes()).ok()?;
        let output = child.wait_with_output().ok()?;
        assert!(output.status.success(), "rustfmt cannot read the text");
        Some(String::from_utf8(output.stdout).unwrap())
    }

    #[test]
    fn rustfmt_leaves_lists_calls_and_structs_of_every_length_alone() {
        let path = |length: usize| Expr::Word(format!("Langkah::{}", "A".repeat(length.max(2))));
        let text = |length: usize| Expr::text(&"a".repeat(length));
        let paths = |count: usize, length: usize| Expr::List(vec![path(length); count]);
        let ways = |count: usize, inner: usize, length: usize| {
            Expr::List(vec![Expr::Call("Tujuan::Langkah", Box::new(paths(inner, length))); count])
        };
        let mut items = String::new();
        for length in (1..45).chain([50, 60, 64, 66, 68, 70, 72, 74, 76, 78, 80, 82, 84, 86, 90, 100, 120]) {
            let name = length.min(44);
            let bound = Expr::Struct(
                "Batas",
                vec![
                    ("nomor", Expr::Word("0".to_owned())),
                    ("paling_banyak", Expr::Word("2".to_owned())),
                    ("lalu", Expr::option(Some(Expr::Call("Tujuan::Langkah", Box::new(paths(2, name)))))),
                ],
            );
            let cabang = Expr::Struct(
                "Cabang",
                vec![
                    ("hasil", Expr::Word("Hasil::Ya".to_owned())),
                    ("kondisi", Expr::option(Some(text(length)))),
                    ("ke", ways(1, 1, name)),
                    ("juga", ways(1, 2, name)),
                    ("bersama", ways(2, 1, name)),
                    ("batas", Expr::option(Some(bound))),
                ],
            );
            let row = Expr::Struct(
                "Baris",
                vec![
                    ("uraian", text(length)),
                    ("keterangan", text(length)),
                    ("satu", Expr::List(vec![text(length)])),
                    ("dua", Expr::List(vec![text(length), text(5)])),
                    ("kosong", Expr::List(Vec::new())),
                    ("banyak", paths(3, name)),
                    ("catatan", Expr::option(Some(text(length)))),
                    ("cabang", Expr::List(vec![cabang.clone()])),
                    ("kedua", Expr::List(vec![cabang.clone(), cabang])),
                ],
            );
            items.push_str(&format!("    {},\n", row.print(4, 4, 1)));
        }
        let file = format!("static BARIS: [Baris; 9] = [\n{items}];\n");
        if let Some(formatted) = rustfmt(&file) {
            expect_test::expect![[""]].assert_eq(&first_difference(&file, &formatted));
        }
    }

    #[test]
    fn rustfmt_leaves_arms_of_every_length_alone() {
        let mut arms = String::new();
        for length in 1..120 {
            let name = format!("Langkah::{}", "A".repeat(length.min(44)));
            arms.push_str(&arm(&name, &format!("{:?}", "a".repeat(length)), 8));
        }
        let file = format!("const fn nama(it: L) -> &'static str {{\n    match it {{\n{arms}    }}\n}}\n");
        if let Some(formatted) = rustfmt(&file) {
            expect_test::expect![[""]].assert_eq(&first_difference(&file, &formatted));
        }
    }

    #[test]
    fn rustfmt_leaves_items_of_every_length_alone() {
        let mut items = String::new();
        for length in 1..120 {
            items.push_str(&item("pub const JUDUL: &str =", &Expr::text(&"a".repeat(length)), 0));
            let path = Expr::Word(format!("Langkah::A{}", "a".repeat(length.min(44))));
            for count in 1..4 {
                items.push_str(&item("const START: &[Langkah] =", &Expr::List(vec![path.clone(); count]), 0));
            }
        }
        if let Some(formatted) = rustfmt(&items) {
            expect_test::expect![[""]].assert_eq(&first_difference(&items, &formatted));
        }
    }

    fn first_difference(left: &str, right: &str) -> String {
        let pairs = left.lines().zip(right.lines()).enumerate();
        match pairs.into_iter().find(|(_, (left, right))| left != right) {
            Some((line, (left, right))) => format!("line {}:\n{left}\n{right}\n", line + 1),
            None => String::new(),
        }
    }
}
