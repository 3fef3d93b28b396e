//! What a terminal can show: colour, characters, width.

use super::lang::locale;
use std::env;

/// How much a stream can show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looks {
    /// ANSI colours.
    pub(crate) colour: bool,
    /// Lines and arrows beyond ASCII.
    pub(crate) unicode: bool,
    /// In columns.
    pub(crate) width: usize,
}

impl Looks {
    /// Of a file that anyone may open later.
    pub(crate) const OF_A_FILE: Looks = Looks { colour: false, unicode: true, width: 100 };

    pub(crate) fn of(terminal: bool) -> Looks {
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let no_colour = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        // Where no locale is named (most build servers), text is UTF-8 today.
        let utf8 = locale("LC_CTYPE").is_none_or(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with("utf-8") || name.ends_with("utf8") || name.contains("utf-8@") || cfg!(windows)
        });
        let columns =
            terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0));
        Looks {
            colour: terminal && !dumb && !no_colour,
            unicode: utf8 && !dumb,
            width: columns.unwrap_or(100).clamp(40, 140),
        }
    }
}
