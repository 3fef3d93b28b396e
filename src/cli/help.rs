//! The words of `--help`, in both languages, put on the command that clap derives.

use super::Cli;
use super::words::Words;
use clap::{Arg, ArgAction, Command, CommandFactory};
use sop::text::{Lang, Text};

static PROGRAM: Words = Words {
    about: Text {
        id: "Dari naskah `.sop` menjadi lembar SOP resmi: bagan alir, daftar periksa, dan lainnya.",
        en: "From `.sop` text to the official SOP sheet: swimlane chart, checklist, and more.",
    },
    usage: Text { id: "sop [PILIHAN] PERINTAH", en: "sop [OPTIONS] COMMAND" },
    args: &[(
        "lang",
        Text {
            id: "Bahasa pesan dan bantuan: `id` atau `en` [bawaan: menurut sistem, lalu `id`]",
            en: "Language of messages and help: `id` or `en` [default: the system's, else `id`]",
        },
    )],
    examples: Text {
        id: "Contoh:\n  sop new usulan.sop        membuat naskah contoh untuk diubah\n  \
             sop check usulan.sop      memeriksa\n  sop build usulan.sop      mencetak PDF dan keluaran lainnya\n  \
             sop explain SOP104        menjelaskan sebuah temuan\n\n\
             Status keluar: 0 bersih, 1 ada temuan, 2 perintah keliru, 3 gagal membaca atau menulis.",
        en: "Examples:\n  sop new usulan.sop        make a sample procedure to write over\n  \
             sop check usulan.sop      check it\n  sop build usulan.sop      print the PDF and the other outputs\n  \
             sop explain SOP104        explain a finding\n\n\
             Exit status: 0 clean, 1 findings, 2 wrong usage, 3 could not read or write.",
    },
};

/// By the name of the command; the program itself has none.
static WORDS: &[(&str, &Words)] = &[
    ("", &PROGRAM),
    ("check", &super::check::HELP),
    ("merge", &super::merge::HELP),
    ("build", &super::build::HELP),
    ("simulate", &super::simulate::HELP),
    ("time", &super::time::HELP),
    ("dokumen", &super::dokumen::HELP),
    ("migrasi", &super::migrasi::HELP),
    ("daftar", &super::daftar::HELP),
    ("export", &super::export::HELP),
    ("fmt", &super::fmt::HELP),
    ("formulir", &super::formulir::HELP),
    ("explain", &super::explain::HELP),
    ("rules", &super::explain::RULES_HELP),
    ("new", &super::new::HELP),
    ("import", &super::import::HELP),
    #[cfg(feature = "pdf")]
    ("open", &super::open::HELP),
    ("config", &super::config::HELP),
    ("rekam", &super::rekam::HELP),
    ("templat", &super::templat::HELP),
    ("completions", &super::shell::COMPLETIONS_HELP),
    ("man", &super::shell::MAN_HELP),
];

static PLACEHOLDERS: &[(&str, Text)] = &[
    ("files", Text { id: "BERKAS", en: "FILE" }),
    ("filled", Text { id: "TERISI", en: "FILLED" }),
    ("xes", Text { id: "BERKAS", en: "FILE" }),
    ("per", Text { id: "TANGGAL", en: "DATE" }),
    ("jenis", Text { id: "JENIS", en: "KIND" }),
    ("bentuk", Text { id: "BENTUK", en: "FORMAT" }),
    ("folder", Text { id: "FOLDER", en: "FOLDER" }),
    ("file", Text { id: "BERKAS", en: "FILE" }),
    ("lama", Text { id: "LAMA", en: "OLD" }),
    ("baru", Text { id: "BARU", en: "NEW" }),
    ("out", Text { id: "FOLDER", en: "FOLDER" }),
    ("to", Text { id: "TUJUAN", en: "PATH" }),
    ("pdf", Text { id: "PDF", en: "PDF" }),
    ("target", Text { id: "KELUARAN", en: "OUTPUT" }),
    ("kertas", Text { id: "KERTAS", en: "PAPER" }),
    ("sampul", Text { id: "ARAH", en: "SIDE" }),
    ("book", Text { id: "JUDUL", en: "TITLE" }),
    ("resolusi", Text { id: "DPI", en: "DPI" }),
    ("engine", Text { id: "MESIN", en: "ENGINE" }),
    ("format", Text { id: "BENTUK", en: "FORMAT" }),
    ("mulai", Text { id: "TANGGAL", en: "DATE" }),
    ("berkas", Text { id: "N", en: "N" }),
    ("kasus", Text { id: "N", en: "N" }),
    ("laju", Text { id: "LAJU", en: "RATE" }),
    ("peluang", Text { id: "HASIL=P", en: "OUTCOME=P" }),
    ("orang", Text { id: "PELAKSANA=N", en: "ACTOR=N" }),
    ("benih", Text { id: "S", en: "S" }),
    ("output", Text { id: "BERKAS", en: "FILE" }),
    ("fail_on", Text { id: "BOBOT", en: "SEVERITY" }),
    ("shard", Text { id: "N/DARI", en: "N/OF" }),
    ("index", Text { id: "BERKAS", en: "FILE" }),
    ("indexes", Text { id: "INDEKS", en: "INDEX" }),
    ("cache", Text { id: "FOLDER", en: "FOLDER" }),
    ("lang", Text { id: "BAHASA", en: "LANG" }),
    ("code", Text { id: "KODE", en: "CODE" }),
    ("shell", Text { id: "SHELL", en: "SHELL" }),
];

static HELP: Text = Text { id: "Mencetak bantuan ini", en: "Print this help" };
static VERSION: Text = Text { id: "Mencetak versi", en: "Print the version" };
static USAGE: Text = Text { id: "Pemakaian:", en: "Usage:" };
static OPTIONS: Text = Text { id: "Pilihan", en: "Options" };
static ARGUMENTS: Text = Text { id: "Masukan", en: "Arguments" };
static COMMANDS: Text = Text { id: "Perintah", en: "Commands" };

/// The whole command line, in one language.
pub(super) fn command(lang: Lang) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let version = version.help(VERSION.pattern(lang)).help_heading(OPTIONS.pattern(lang));
    let root = Cli::command()
        .disable_version_flag(true)
        .arg(version)
        .subcommand_help_heading(COMMANDS.pattern(lang))
        .subcommand_value_name("PERINTAH")
        .mut_subcommands(|command| {
            let name = command.get_name().to_owned();
            speak(command, &name, lang)
        });
    speak(root, "", lang)
}

/// Values that are names of ours are listed after the words.
fn lists_its_values(command: &str, arg: &str) -> bool {
    matches!(
        (command, arg),
        (_, "target" | "engine" | "kertas" | "sampul" | "fail_on" | "jenis" | "bentuk")
            | ("check" | "merge", "format")
    )
}

fn speak(command: Command, name: &str, lang: Lang) -> Command {
    let words = WORDS.iter().find(|(known, _)| *known == name);
    let (_, words) = words.unwrap_or_else(|| panic!("bug: no help for `{name}`"));
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", USAGE.pattern(lang));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let help = help.help(HELP.pattern(lang)).help_heading(OPTIONS.pattern(lang));
    let mut at = 0;
    let command = command
        .about(words.about.pattern(lang))
        .override_usage(words.usage.pattern(lang))
        .help_template(template)
        .after_help(words.examples.pattern(lang))
        .mut_args(|arg| {
            at += 1;
            told(arg, at, name, words, lang)
        });
    command.disable_help_flag(true).arg(help)
}

/// An argument with its words; `at` is its place among those of its command.
fn told(arg: Arg, at: usize, name: &str, words: &Words, lang: Lang) -> Arg {
    let id = arg.get_id().as_str();
    if id == "version" {
        return arg;
    }
    // The flags of `export` are outputs, and say what they are themselves.
    let outputs = super::export::emitters().filter(|_| name == "export");
    let outputs = outputs.map(|emitter| (emitter.name, &emitter.about));
    let mut known = words.args.iter().map(|(known, text)| (*known, text)).chain(outputs);
    let text = known.find(|(known, _)| *known == id).map(|(_, text)| text);
    let text = text.unwrap_or_else(|| panic!("bug: no help for `{name} {id}`"));
    let placeholder = PLACEHOLDERS.iter().find(|(known, _)| *known == id).map(|(_, text)| text.pattern(lang));
    let placeholder = placeholder.filter(|_| arg.get_action().takes_values());
    let heading = if arg.is_positional() { &ARGUMENTS } else { &OPTIONS };
    let mut words = text.pattern(lang).to_owned();
    if lists_its_values(name, id) {
        let names: Vec<_> = arg.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
        words += &format!(": {}", names.join(", "));
    }
    // Under a heading of ours, what is typed in order would be listed by the alphabet.
    let arg = if arg.is_positional() { arg.display_order(at) } else { arg };
    let arg = arg.help(words).help_heading(heading.pattern(lang));
    match placeholder {
        Some(placeholder) => arg.value_name(placeholder).hide_default_value(true).hide_possible_values(true),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_help_is_there_in_both_languages() {
        for lang in [Lang::Id, Lang::En] {
            // Panics where a command or an argument has no words.
            let root = command(lang);
            for command in root.get_subcommands() {
                for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
                    let known = |(name, _): &(&str, Text)| *name == arg.get_id().as_str();
                    assert!(PLACEHOLDERS.iter().any(known), "{} {}", command.get_name(), arg.get_id());
                }
            }
            root.debug_assert();
        }
        for (name, words) in WORDS {
            for text in [&words.about, &words.usage, &words.examples]
                .into_iter()
                .chain(words.args.iter().map(|it| &it.1))
            {
                assert!(!text.id.is_empty() && !text.en.is_empty(), "{name}");
            }
        }
    }
}
