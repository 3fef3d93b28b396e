//! What a time, a date or a target that cannot be read probably means, in the words of the language.
//!
//! Asked only after a value was found unreadable; what is offered is always readable itself.

use super::keys::Shape;
use super::{values, words};
use crate::text::nearest;

/// `4 (lima) hari`: a figure, and a word in brackets behind it that says another number.
pub(super) fn figure_and_word(typed: &str) -> Option<(&str, &str)> {
    let (before, rest) = typed.split_once('(')?;
    let figure = before.split_whitespace().next_back()?;
    let word = rest.split_once(')')?.0.trim();
    let number = words::number(&word.to_lowercase())?;
    figure.parse::<u32>().is_ok_and(|figure| figure != number).then_some((figure, word))
}

/// `5-4 hari` → `4-5 hari`
pub(super) fn range(typed: &str) -> Option<String> {
    let (first, rest) = typed.split_once(['-', '–'])?;
    let second = rest.split(' ').next()?;
    let falls = first.parse::<u32>().ok()? > second.parse::<u32>().ok()?;
    let meant = format!("{second}-{first}{}", &rest[second.len()..]);
    (falls && values::is_value_of(Shape::Waktu, &meant)).then_some(meant)
}

/// `1/2 jam` → `0,5 jam`, `maks. 2 hr` → `paling lama 2 hari`.
pub(super) fn time(typed: &str) -> Option<String> {
    // `menit 30`
    if let Some((unit, number)) = typed.trim().split_once(' ')
        && words::unit(unit).is_some()
        && number.trim().bytes().all(|byte| byte.is_ascii_digit())
    {
        return time(&format!("{} {unit}", number.trim()));
    }
    let text = typed.trim().trim_end_matches(['.', ',', ';', '*']).to_lowercase();
    let text = text.replace("(kerja)", "kerja").replace("setiap ", "per ").replace("kurang dari ", "<");
    let text = text.replace('<', " < ").replace('>', " > ").replace('/', " / ").replace("1 / ", "1/");
    let text = text.replace("3 / 4", "3/4").replace("n / a", "n/a");
    let mut out: Vec<String> = Vec::new();
    for word in apart(&text).split_whitespace() {
        let plain = word.trim_end_matches('.');
        let in_brackets = word.starts_with('(') && word.ends_with(')');
        let restated = in_brackets && words::number(word.trim_matches(['(', ')'])).is_some();
        if restated {
            continue;
        }
        match (plain, out.last().map(String::as_str)) {
            // A working hour is an hour; what offices call an effective day is a working day.
            ("kerja", Some("jam" | "menit" | "minggu")) | ("selama", None) => continue,
            ("efektif", Some("hari")) => {
                out.push("kerja".to_owned());
                continue;
            }
            _ => {}
        }
        out.push(match plain {
            "½" | "1/2" | "setengah" => "0,5".to_owned(),
            "¼" | "1/4" | "seperempat" => "0,25".to_owned(),
            "¾" | "3/4" => "0,75".to_owned(),
            "maks" | "max" | "maksimal" | "maksimum" | "selambat-lambatnya" | "selama-lamanya" | "<" => {
                "paling lama".to_owned()
            }
            "sekitar" | "kira-kira" | "lebih-kurang" | "kl" => "±".to_owned(),
            "min" if out.is_empty() => "paling cepat".to_owned(),
            "minimal" | "minimum" | "sekurang-kurangnya" | "sedikitnya" | ">" => "paling cepat".to_owned(),
            "'" | "’" | "′" | "min" | "mnt" | "mins" | "minute" | "minutes" => "menit".to_owned(),
            "jm" | "hours" | "hour" => "jam".to_owned(),
            "hr" | "hri" | "days" | "day" => "hari".to_owned(),
            "hk" | "harikerja" => "hari kerja".to_owned(),
            "mgg" | "mg" | "week" | "weeks" => "minggu".to_owned(),
            "bln" | "month" | "months" => "bulan".to_owned(),
            "thn" | "th" => "tahun".to_owned(),
            "dtk" => "detik".to_owned(),
            _ => match words::number(plain) {
                Some(number) => number.to_string(),
                None => match nearest(plain, words::unit_names()).filter(|_| plain.len() > 3) {
                    Some(unit) => unit.to_owned(),
                    None => word.to_owned(),
                },
            },
        });
    }
    let meant = out.join(" ").replace("1 0,", "1,");
    values::is_value_of(Shape::Waktu, &meant).then_some(meant)
}

/// Figures and what is written against them, apart: `120mnt`, `120'`, `1½`.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for letter in text.chars() {
        let unit = letter.is_alphabetic() || matches!(letter, '\'' | '’' | '′' | '½' | '¼' | '¾' | '(');
        if before.is_ascii_digit() && unit && letter != 'x' {
            out.push(' ');
        }
        out.push(letter);
        before = letter;
    }
    out
}

/// `tidak ada`, `nihil`, `0`: what `-` says.
pub(super) fn none(typed: &str) -> Option<String> {
    let word = typed.trim().trim_end_matches('.').to_lowercase();
    let known =
        ["tidak ada", "belum ada", "kosong", "nihil", "n/a", "0", "00", "belum direvisi", "belum pernah"];
    known.contains(&word.as_str()).then(|| "-".to_owned())
}

/// `Senin, 2 Juni 2025`, `2 Jun 2025`, `2-Juni-2025` → `2 Juni 2025`.
pub(super) fn date(typed: &str) -> Option<String> {
    // `1 Januari2025 (revisi)`
    let typed = typed.split('(').next().unwrap_or(typed);
    let mut spaced = String::with_capacity(typed.len() + 2);
    for letter in typed.chars() {
        if letter.is_ascii_digit() && spaced.ends_with(char::is_alphabetic) {
            spaced.push(' ');
        }
        spaced.push(letter);
    }
    let parts = || spaced.split([' ', ',', '-', '/', '.', '\u{A0}']).filter(|part| !part.is_empty());
    let Some(at) = parts().position(|part| month(part).is_some()) else {
        return date_in_figures(&parts().collect::<Vec<_>>());
    };
    let month = month(parts().nth(at)?)?;
    let figures = |part: Option<&str>, most: usize| {
        part.filter(|part| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|part| part.parse::<u16>().ok())
    };
    let before = at.checked_sub(1).and_then(|at| figures(parts().nth(at), 2));
    let (day, year_at) = match before {
        Some(day) => (day, at + 1),
        // `June 2, 2025`
        None => (figures(parts().nth(at + 1), 2)?, at + 2),
    };
    let year = figures(parts().nth(year_at), 4)?;
    let year = if year < 100 { 2000 + year } else { year };
    let alone = parts().count() <= year_at + 1 && (1900..=2199).contains(&year);
    written(day, month, year).filter(|_| alone)
}

/// A date as the language writes it.
fn written(day: u16, month: u8, year: u16) -> Option<String> {
    let month = words::month_in_date(month).filter(|_| (1..=31).contains(&day))?;
    Some(format!("{day} {month} {year}"))
}

/// `2/6/25`
fn date_in_figures(parts: &[&str]) -> Option<String> {
    let [day, month, year] = parts else { return None };
    let year: u16 = year.parse().ok().filter(|_| year.len() == 2)?;
    written(day.parse().ok()?, month.parse().ok()?, 2000 + year)
}

/// A month by its name, its first letters, its English name or a slip of the pen.
fn month(typed: &str) -> Option<u8> {
    let word = typed.to_lowercase();
    let starts = |month: u8| words::month_name(month).is_some_and(|name| name.starts_with(&word));
    let is = |name: &str| name.eq_ignore_ascii_case(&word);
    let english = (1..=12).find(|month| words::month_in_english(*month).is_some_and(is));
    let short = match word.as_str() {
        "agt" | "ags" | "aug" => Some(8),
        "oct" => Some(10),
        "dec" => Some(12),
        _ if word.len() >= 3 => (1..=12).find(|month| starts(*month)),
        _ => None,
    };
    words::month(&word).or(english).or(short).or_else(|| {
        let near = nearest(&word, (1..=12).filter_map(words::month_name)).filter(|_| word.len() > 3);
        near.and_then(words::month)
    })
}

/// `lanjut ke kegiatan 3.` → `lanjut ke 3`, `kembali 1, maks. 2 kali` → `kembali ke 1, paling banyak 2 kali`.
pub(super) fn target(typed: &str) -> Option<String> {
    let text = with_commas(typed.trim().trim_end_matches(['.', ';']).trim());
    let mut parts = text.split(',').map(str::trim);
    let mut meant = vec![aim(parts.next()?)?];
    for part in parts {
        let times = at_most(part);
        let after = part.get(..5).filter(|head| head.eq_ignore_ascii_case("lalu "));
        meant.push(match (times, after) {
            (Some(times), _) => format!("paling banyak {times} kali"),
            (None, Some(_)) => format!("lalu {}", aim(&part[5..])?),
            (None, None) => part.to_owned(),
        });
    }
    let meant = meant.join(", ");
    (meant != typed && values::is_value_of(Shape::Alur, &meant)).then_some(meant)
}

/// `kembali ke 1 maksimal 3 kali lalu selesai (ditolak)` with the commas that are missing.
fn with_commas(typed: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut words = typed.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let lower = word.to_lowercase();
        let begins = match lower.trim_end_matches('.') {
            "maksimal" | "maksimum" | "maks" | "sebanyak" | "lalu" | "kemudian" => true,
            "paling" => words.peek().is_some_and(|next| next.eq_ignore_ascii_case("banyak")),
            _ => false,
        };
        let ends = out.last().is_none_or(|before| before.ends_with(','));
        if let Some(before) = out.last_mut().filter(|_| begins && !ends) {
            before.push(',');
        }
        out.push(if lower == "kemudian" { "lalu".to_owned() } else { word.to_owned() });
    }
    let text = out.join(" ");
    match text.split_once("selesai (").and_then(|(before, rest)| Some((before, rest.strip_suffix(')')?))) {
        Some((before, name)) => format!("{before}selesai, {name}"),
        None => text,
    }
}

/// `maksimal 3 kali`, `sebanyak dua kali`: how often at most.
pub(super) fn at_most(typed: &str) -> Option<u32> {
    let lower = typed.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next()?.trim_end_matches('.');
    if !matches!(first, "maksimal" | "maksimum" | "maks" | "max" | "sebanyak" | "paling") {
        return None;
    }
    words.find_map(|word| {
        let word = word.trim_end_matches(['x', '×']);
        word.parse().ok().or_else(|| words::number(word))
    })
}

/// `setuju, lanjut ke 10`: the condition and the target, where the condition stands behind the colon.
pub(super) fn condition_in_front(typed: &str) -> Option<(&str, &str)> {
    let (condition, target) = typed.split_once(',')?;
    let (condition, target) = (condition.trim(), target.trim());
    let apart = !condition.is_empty() && aim(condition).is_none();
    (apart && values::is_value_of(Shape::Alur, target)).then_some((condition, target))
}

/// `lanjut ke 10, setuju`: the same, where the condition stands behind the target.
pub(super) fn condition_behind(typed: &str) -> Option<(&str, &str)> {
    let (target, condition) = typed.rsplit_once(',')?;
    let (target, condition) = (target.trim(), condition.trim());
    let first = condition.split(' ').next()?.to_lowercase();
    let own = !matches!(first.as_str(), "" | "lalu" | "paling" | "maksimal" | "maks" | "maks.")
        && aim(condition).is_none();
    (own && values::is_value_of(Shape::Alur, target)).then_some((condition, target))
}

/// `kembali ke Kasi`: the verb of a target that names somebody and no row.
pub(super) fn verb_before_a_name(typed: &str) -> Option<&'static str> {
    let (verb, rest) = typed.split_once(' ')?;
    let name = rest.trim_start().strip_prefix("ke ")?.split(',').next()?;
    let of_row = name.chars().any(|letter| letter.is_ascii_digit());
    let verb = ["lanjut", "kembali"].into_iter().find(|known| verb.eq_ignore_ascii_case(known))?;
    (!of_row && !name.trim().is_empty()).then_some(verb)
}

/// Where the name stands in such a target.
pub(super) fn name_aimed_at(typed: &str) -> Option<std::ops::Range<usize>> {
    let start = typed.find(" ke ")? + " ke ".len();
    let rest = &typed[start..];
    let end = rest.find(',').unwrap_or(rest.len());
    let name = rest[..end].trim();
    let start = start + rest.len() - rest.trim_start().len();
    (!name.is_empty()).then_some(start..start + name.len())
}

/// `ya ke 3, tidak kembali ke 1`, `Ya -> 3`: the outcomes that one line says, each as its answer and its target, where it
/// says them otherwise than the language does. `here` is the row that it stands in.
pub(super) fn outcomes(line: &str, here: u16) -> Option<Vec<String>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches([':', ',', ';', '.', '/']).to_lowercase();
    let is_answer = |word: &str| matches!(plain(word).as_str(), "ya" | "tidak");
    let first = words.iter().position(|word| is_answer(word)).filter(|at| *at < 3)?;
    let known = ["jika", "bila", "apabila", "alur", "keputusan", "hasil"];
    if !words[..first].iter().all(|word| known.contains(&plain(word).as_str())) {
        return None;
    }
    let mut out: Vec<String> = Vec::new();
    for part in words[first..].chunk_by(|_, next| !is_answer(next)) {
        let [answer, target @ ..] = part else { return None };
        let joins = |word: &&str| matches!(plain(word).as_str(), "" | "dan" | "jika" | "bila" | "atau");
        let end = target.iter().rposition(|word| !joins(word) && *word != "->").map_or(0, |last| last + 1);
        let typed = target[..end].join(" ");
        let typed = typed.trim_start_matches([':', ' ']).trim_end_matches([',', ';', '.']);
        let meant = target_of(typed, here)?;
        out.push(format!("{}: {meant}", plain(answer)));
    }
    let told_apart = out.windows(2).all(|pair| pair[0][..2] != pair[1][..2]);
    (out.len() <= 2 && told_apart).then_some(out)
}

/// A target with its verb; where none is said, the number says which way.
fn target_of(typed: &str, here: u16) -> Option<String> {
    let first = typed.split(' ').next()?.to_lowercase();
    let known = ["lanjut", "kembali", "selesai", "dilanjutkan", "dikembalikan", "ke", "->", "→", "=>"];
    let bare = first.bytes().all(|byte| byte.is_ascii_digit());
    if !(bare || known.contains(&first.as_str())) || first.is_empty() {
        return None;
    }
    let said = typed.trim_start_matches(['-', '=', '>', '→', ' ']);
    let meant = match values::is_value_of(Shape::Alur, said) {
        true => said.to_owned(),
        false => target(said)?,
    };
    let unsaid =
        bare || !matches!(first.as_str(), "lanjut" | "kembali" | "selesai" | "dilanjutkan" | "dikembalikan");
    let number = meant.strip_prefix("lanjut ke ").and_then(|rest| rest.split(',').next());
    match number.and_then(values::nomor) {
        Some(row) if unsaid && row.angka <= here => Some(meant.replacen("lanjut", "kembali", 1)),
        _ => Some(meant),
    }
}

/// `7 s.d. 12`, `kegiatan 7 - 12`: two rows, and nothing but words between rows.
pub(super) fn stretch(typed: &str) -> Option<(&str, &str)> {
    const BETWEEN: [&str; 15] = [
        "setelah", "sesudah", "sejak", "dari", "antara", "kegiatan", "langkah", "baris", "nomor", "no",
        "sampai", "hingga", "dengan", "s.d", "s/d",
    ];
    let words = || {
        typed.split([' ', '-', '–']).map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty())
    };
    let is_row = |word: &&str| values::nomor(word).is_some();
    let between = |word: &str| BETWEEN.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut rows = words().filter(is_row);
    let (from, to, None) = (rows.next()?, rows.next()?, rows.next()) else { return None };
    words().all(|word| is_row(&word) || between(word)).then_some((from, to))
}

/// Where a target aims: its verb, and the number behind whatever words.
fn aim(typed: &str) -> Option<String> {
    let lower = typed.to_lowercase();
    let mut words = lower.split_whitespace();
    let first = words.next()?.trim_end_matches([':', '.']);
    let verb = match first {
        "selesai" | "tamat" | "berakhir" | "end" | "stop" => {
            let name = typed.split_once(' ').map_or("", |(_, name)| name.trim());
            return Some(match first {
                "selesai" if name.is_empty() => typed.to_owned(),
                "selesai" => format!("selesai, {name}"),
                _ => "selesai".to_owned(),
            });
        }
        "kembali" | "kembalikan" | "dikembalikan" | "balik" | "ulang" | "ulangi" => "kembali",
        "ditolak" | "batal" | "dibatalkan" => return Some(format!("selesai, {typed}")),
        "lanjut" | "lanjutkan" | "dilanjutkan" | "ke" | "menuju" | "->" | "→" | "langsung" | "langkah"
        | "kegiatan" | "baris" | "terus" | "diteruskan" => "lanjut",
        _ if first.trim_start_matches("->").trim_start_matches('→').parse::<u16>().is_ok() => "lanjut",
        _ => match nearest(first, ["lanjut", "kembali", "selesai"]).filter(|_| first.len() > 4)? {
            "selesai" if typed.contains(' ') => return None,
            "selesai" => return Some("selesai".to_owned()),
            verb => verb,
        },
    };
    let of_row = |word: &str| {
        let word = word.trim_matches(['.', ',', '-', '>', '→', '#', '(', ')']).trim_start_matches("no.");
        let figure = values::nomor(word).map(|_| word.to_owned());
        figure.or_else(|| words::number(word).map(|number| number.to_string()))
    };
    let filler = |word: &str| {
        let word = word.trim_matches(['.', ':']);
        matches!(
            word,
            "ke" | "no"
                | "nomor"
                | "kegiatan"
                | "langkah"
                | "baris"
                | "tahap"
                | "pada"
                | "butir"
                | "->"
                | "→"
        )
    };
    let mut rest = lower.split_whitespace().skip_while(|word| of_row(word).is_none());
    let number = of_row(rest.next()?)?;
    let fillers = lower.split_whitespace().skip(1).take_while(|word| of_row(word).is_none()).all(filler);
    let name = rest.next().is_none();
    (fillers && name).then(|| format!("{verb} ke {number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_offices_write_them_are_understood() {
        for (typed, meant) in [
            ("1/2 jam", Some("0,5 jam")),
            ("½ jam", Some("0,5 jam")),
            ("1 ½ jam", Some("1,5 jam")),
            ("2 (dua) jam", Some("2 jam")),
            ("120 mnt", Some("120 menit")),
            ("120'", Some("120 menit")),
            ("Minimal 2 Jam", Some("paling cepat 2 jam")),
            ("maks. 3 HK", Some("paling lama 3 hari kerja")),
            ("dua jam", Some("2 jam")),
            ("120 Menit.", Some("120 menit")),
            ("5-10 mnt", Some("5-10 menit")),
            ("1 hari efektif", Some("1 hari kerja")),
            ("3 jam kerja", Some("3 jam")),
            ("2 jamm", Some("2 jam")),
            ("menit 30", Some("30 menit")),
            ("2 hri", Some("2 hari")),
            ("30 mnt/berkas", Some("30 menit / berkas")),
            ("5 menit setiap berkas", Some("5 menit per berkas")),
            ("< 1 hari", Some("paling lama 1 hari")),
            ("sekitar 2 jam", Some("± 2 jam")),
            ("selama 3 hari (kerja)", Some("3 hari kerja")),
            ("1 minggu kerja", Some("1 minggu")),
            ("3/4 jam", Some("0,75 jam")),
            ("H-3", None),
            ("08.00-10.00 WIB", None),
            ("120", None),
            ("tiap 3 bulan", None),
        ] {
            assert_eq!(time(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn rows_between_which_a_limit_lies_are_told_from_an_event() {
        for typed in ["7 sampai 12", "setelah 7 s.d. 12", "kegiatan 7 - 12", "dari 7 hingga 12", "7-12"] {
            assert_eq!(stretch(typed), Some(("7", "12")), "{typed}");
        }
        for typed in
            ["setelah 2 rapat", "minggu ke-3", "sejak 7 berkas diterima sampai 12 berkas dikirim", "7"]
        {
            assert_eq!(stretch(typed), None, "{typed}");
        }
    }

    #[test]
    fn dates_as_offices_write_them_are_understood() {
        for typed in [
            "Senin, 2 Juni 2025",
            "Nanga Bulik, 2 Juni 2025",
            "2 Jun 2025",
            "2 June 2025",
            "June 2, 2025",
            "2-Juni-2025",
            "2 Junii 2025",
            "02 Juni 25",
            "2 Juni2025 (revisi)",
            "2/6/25",
        ] {
            assert_eq!(date(typed).as_deref(), Some("2 Juni 2025"), "{typed}");
        }
        for typed in ["segera", "Juni", "minggu ketiga Juni 2025", "2 Juni 2025 dan 3 Juli 2025"] {
            assert_eq!(date(typed), None, "{typed}");
        }
    }

    #[test]
    fn targets_as_people_write_them_are_understood() {
        for (typed, meant) in [
            ("lanjut 3", Some("lanjut ke 3")),
            ("lanjutkan ke kegiatan no. 3.", Some("lanjut ke 3")),
            ("ke 3", Some("lanjut ke 3")),
            ("-> 3", Some("lanjut ke 3")),
            ("3", Some("lanjut ke 3")),
            (
                "kembali ke langkah 1, maks. 2 kali, lalu selesai, ditolak",
                Some("kembali ke 1, paling banyak 2 kali, lalu selesai, ditolak"),
            ),
            ("kembali ke 1, maksimal 2x", Some("kembali ke 1, paling banyak 2 kali")),
            ("lanjut ke Staf", None),
            ("baris 3", Some("lanjut ke 3")),
            ("kembali ke satu", Some("kembali ke 1")),
            ("selesei", Some("selesai")),
            ("kembli ke 2", Some("kembali ke 2")),
            ("ditolak", Some("selesai, ditolak")),
            ("selesai ditolak", Some("selesai, ditolak")),
            ("lanjut ke 3 atau 4", None),
        ] {
            assert_eq!(target(typed).as_deref(), meant, "{typed}");
        }
    }
}
