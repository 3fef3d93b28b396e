//! What a time or a limit that cannot be read probably means: `maks. 2 hr`, `1/2 jam`, `15 mnt - 1 jam`.

use crate::syntax::keys::Shape;
use crate::syntax::{values, words};
use crate::text::{behind_at_most, behind_one_of, nearest};

/// `4 (lima) hari`: a figure, and a word in brackets behind it that says another number.
pub(in crate::syntax) fn figure_and_word(typed: &str) -> Option<(&str, &str)> {
    let (before, rest) = typed.split_once('(')?;
    let figure = before.split_whitespace().next_back()?;
    let word = rest.split_once(')')?.0.trim();
    let number = words::number(&word.to_lowercase())?;
    figure.parse::<u32>().is_ok_and(|figure| figure != number).then_some((figure, word))
}

/// `5-4 hari` → `4-5 hari`
pub(in crate::syntax) fn range(typed: &str) -> Option<String> {
    let (first, rest) = typed.split_once(['-', '–'])?;
    let second = rest.split(' ').next()?;
    let falls = first.parse::<u32>().ok()? > second.parse::<u32>().ok()?;
    let meant = format!("{second}-{first}{}", &rest[second.len()..]);
    (falls && values::is_value_of(Shape::Waktu, &meant)).then_some(meant)
}

/// `5 mnt`, `1-2 hari`: a time by its figure, as the language writes it.
pub fn time_said(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let figure = typed.starts_with(|c: char| c.is_ascii_digit() || c == '±');
    // `1` counts anything.
    let unit = typed.ends_with(|c: char| c.is_alphabetic() || c == '\'');
    (figure && unit).then(|| readable(typed)).flatten()
}

/// `2 jam s.d. 3 hari` → `paling lama 3 hari`: a range of which no unit says both ends.
pub(in crate::syntax) fn range_of_two_units(typed: &str) -> Option<String> {
    const BETWEEN: [&str; 6] = [" s.d. ", " s.d ", " s/d ", " sampai ", " hingga ", " - "];
    let (least, most) = BETWEEN.iter().find_map(|word| typed.split_once(word))?;
    let starts = |typed: &str| typed.starts_with(|c: char| c.is_ascii_digit());
    let (_, most) = (readable(least)?, readable(most)?);
    (starts(least) && starts(&most)).then(|| format!("paling lama {most}"))
}

/// A time as it stands, where the language reads it, or as it would write it.
fn readable(typed: &str) -> Option<String> {
    if values::is_value_of(Shape::Waktu, typed) { Some(typed.to_owned()) } else { time(typed) }
}

/// `1/2 jam` → `0,5 jam`, `maks. 2 hr` → `paling lama 2 hari`.
pub(in crate::syntax) fn time(typed: &str) -> Option<String> {
    // `menit 30`
    if let Some((unit, number)) = typed.trim().split_once(' ')
        && words::unit(unit).is_some()
        && number.trim().bytes().all(|byte| byte.is_ascii_digit())
    {
        return time(&format!("{} {unit}", number.trim()));
    }
    let text = typed.trim().trim_end_matches(['.', ',', ';', '*']).to_lowercase();
    // `1 bulan (maksimal)`
    if let Some((said, bound)) = text.strip_suffix(')').and_then(|text| text.split_once('('))
        && matches!(bound.trim_end_matches('.'), "maksimal" | "maks" | "max" | "paling lama" | "minimal")
    {
        return time(&format!("{bound} {}", said.trim()));
    }
    if let Some(one_unit) = two_units(&text) {
        return time(&one_unit).or_else(|| values::is_value_of(Shape::Waktu, &one_unit).then_some(one_unit));
    }
    let until = ["s.d.", "s.d ", "s/d", "hingga ", "sampai dengan ", "sampai "];
    let text = match until.iter().find_map(|word| text.strip_prefix(word)) {
        Some(time) => format!("paling lama {}", time.trim_start()),
        None => text,
    };
    if let Some(meant) = by_the_clock(&text) {
        return Some(meant);
    }
    // `2x seminggu` is how often, and no time.
    let behind_times = text.split_once(['x', '×']).map_or("", |(_, behind)| behind.trim_start());
    if behind_times.starts_with("se") || behind_times.starts_with("per ") {
        return None;
    }
    let mut out: Vec<String> = Vec::new();
    for word in apart(&one_way(text)).split_whitespace() {
        let plain = word.trim_end_matches('.');
        let before = out.last().map(String::as_str);
        match (plain, before) {
            // A working hour is an hour; what offices call an effective day is a working day.
            ("kerja", Some("jam" | "menit" | "minggu")) | ("selama", None) => {}
            ("efektif", Some("hari")) => out.push("kerja".to_owned()),
            _ => {
                let meant = word_of_a_time(plain, before).unwrap_or_else(|| word.to_owned());
                out.push(meant);
            }
        }
    }
    let meant = out.join(" ").replace("1 0,", "1,");
    values::is_value_of(Shape::Waktu, &meant).then_some(meant)
}

/// What may be written in several ways in one: `1 jam 30`, `1x24`, `14 (empat belas) hari`, `3 hari (kerja)`.
fn one_way(text: String) -> String {
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let text = match text.split_once(" jam ") {
        Some((_, minutes)) if !minutes.is_empty() && figures(minutes) => text + " menit",
        _ => text,
    };
    let text = match text.split_once('x') {
        Some((days, "24" | " 24")) if figures(days.trim()) => text + " jam",
        _ => text,
    };
    let text = without_number_in_words(&text);
    let text = text.replace("(kerja)", "kerja").replace("setiap ", "per ");
    let text = match bounded(&text) {
        Some(time) => format!("< {time}"),
        None => text,
    };
    let text = text.replace('<', " < ").replace('>', " > ").replace('/', " / ").replace("1 / ", "1/");
    text.replace("3 / 4", "3/4").replace("n / a", "n/a")
}

/// A number, a unit or a bound as the language writes it, behind the one before it; `None` where it is none.
fn word_of_a_time(plain: &str, before: Option<&str>) -> Option<String> {
    let known = match plain {
        "singkat" | "sedikit" | "kurang" if before == Some("paling") => "cepat",
        "½" | "1/2" | "setengah" => "0,5",
        "¼" | "1/4" | "seperempat" => "0,25",
        "¾" | "3/4" => "0,75",
        "+" => "±",
        "sd" => "s.d.",
        "semenit" | "sejam" | "sehari" | "seminggu" | "sebulan" | "setahun" => {
            return Some(format!("1 {}", &plain[2..]));
        }
        "maks" | "max" | "maksimal" | "maksimum" | "selambat-lambatnya" | "selama-lamanya" | "<" => {
            "paling lama"
        }
        "sekitar" | "kira-kira" | "lebih-kurang" | "kl" => "±",
        "min" if before.is_none() => "paling cepat",
        "minimal" | "minimum" | "sekurang-kurangnya" | "sedikitnya" | "setidaknya" | ">" => "paling cepat",
        "'" | "’" | "′" | "m" | "min" | "mnt" | "mins" | "minute" | "minutes" => "menit",
        "j" | "jm" | "hours" | "hour" => "jam",
        "hr" | "hri" | "days" | "day" => "hari",
        "hk" | "hke" | "harikerja" => "hari kerja",
        "mgg" | "mg" | "week" | "weeks" => "minggu",
        "bln" | "month" | "months" => "bulan",
        "thn" | "th" => "tahun",
        "dtk" | "\"" | "″" | "''" => "detik",
        "krj" => "kerja",
        _ => match words::number(plain) {
            Some(number) => return Some(number.to_string()),
            None => nearest(plain, words::unit_names()).filter(|_| plain.len() > 3)?,
        },
    };
    Some(known.to_owned())
}

/// `maks. 2 hari setelah kegiatan 1` → `paling lama 2 hari setelah 1`.
pub(in crate::syntax) fn limit(typed: &str) -> Option<String> {
    let lower = typed.trim().trim_end_matches('.').to_lowercase();
    let from = ["setelah", "sesudah", "sejak", "dari", "sebelum"];
    let (at, word) = from.iter().find_map(|word| Some((lower.find(&format!(" {word} "))?, *word)))?;
    let row = lower[at..].split_whitespace().skip(1).map(|word| word.trim_matches(['.', ',']));
    let row: Vec<&str> =
        row.skip_while(|word| matches!(*word, "kegiatan" | "langkah" | "no" | "nomor")).collect();
    let [number] = row[..] else { return None };
    values::nomor(number)?;
    let said = &lower[..at];
    let time = time(said).unwrap_or_else(|| said.to_owned());
    let bound = if time.starts_with("paling ") { time } else { format!("paling lama {time}") };
    let word = if matches!(word, "sesudah" | "sejak") { "setelah" } else { word };
    let meant = format!("{bound} {word} {number}");
    values::is_limit(&meant).then_some(meant)
}

/// `tidak lebih dari 3 hari`, `paling lama dalam waktu 3 hari`, `3 hari maksimal`: the time that is the longest.
fn bounded(text: &str) -> Option<&str> {
    let behind = ["maksimal", "maks", "max", "paling lama", "paling lambat"];
    if let Some(time) = behind.iter().find_map(|words| text.strip_suffix(words)?.strip_suffix(' ')) {
        return time.starts_with(|c: char| c.is_ascii_digit()).then_some(time);
    }
    let mut time = behind_at_most(text).or_else(|| behind_one_of(text, &["kurang dari", "dalam"]))?;
    while let Some(rest) = behind_one_of(time, &["dalam", "jangka", "waktu"]) {
        time = rest;
    }
    Some(time)
}

/// `maksimal 1 hari`, `paling lama 3 hari kerja`
pub(in crate::syntax) fn limits(typed: &str) -> bool {
    let lower = typed.to_lowercase();
    bounded(&lower).is_some_and(|time| time.starts_with(|c: char| c.is_ascii_digit()))
}

/// `14 (empat belas) hari`, without what stands in brackets.
fn without_number_in_words(text: &str) -> String {
    let is_number = |word: &str| {
        words::number(word).is_some() || matches!(word, "sebelas" | "belas" | "puluh" | "seratus" | "ratus")
    };
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, behind)) = rest.split_once('(') {
        out += before;
        rest = match behind.split_once(')') {
            Some((said, behind)) if !said.trim().is_empty() && said.split_whitespace().all(is_number) => {
                behind
            }
            _ => {
                out.push('(');
                behind
            }
        };
    }
    out + rest
}

/// `00:05:00`, `01:30`: hours, minutes and whole seconds.
fn by_the_clock(text: &str) -> Option<String> {
    let parts: Vec<u32> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let ([hours, minutes] | [hours, minutes, 0]) = parts[..] else { return None };
    match (hours, minutes) {
        (0, 1..60) => Some(format!("{minutes} menit")),
        (1..100, 0) => Some(format!("{hours} jam")),
        (1..100, 1..60) => Some(format!("{hours} jam {minutes} menit")),
        _ => None,
    }
}

/// `pukul 07.30 s.d. 09.00 WIB`: from one hour of the day to another, as how long.
pub(in crate::syntax) fn between_hours(typed: &str) -> Option<String> {
    let lower = typed.trim().trim_end_matches('.').to_lowercase();
    let words =
        lower.split_whitespace().filter(|word| !matches!(*word, "pukul" | "jam" | "wib" | "wita" | "wit"));
    let text = words.collect::<Vec<_>>().join(" ");
    let mut parts = ["s.d.", "s.d", "s/d", "sampai", "hingga", "-", "–"].into_iter();
    let (from, to) = parts.find_map(|mark| text.split_once(mark))?;
    let minutes = |hour: &str| {
        let (hour, minute) = hour.trim().split_once(['.', ':']).filter(|(_, minute)| minute.len() == 2)?;
        let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    match minutes(to)?.checked_sub(minutes(from)?)? {
        0 => None,
        long if long < 60 => Some(format!("{long} menit")),
        long if long % 60 == 0 => Some(format!("{} jam", long / 60)),
        long => Some(format!("{} jam {} menit", long / 60, long % 60)),
    }
}

/// `dari 1 s.d. 6 : maksimal 14 (empat belas) hari kerja` → `dari 1 sampai 6: paling lama 14 hari kerja`.
pub(in crate::syntax) fn limit_of_stretch(typed: &str) -> Option<String> {
    let (rows, said) = typed.split_once(':')?;
    let word = match rows.split_whitespace().next()?.to_lowercase().as_str() {
        "dari" | "mulai" => "dari",
        "setelah" | "sesudah" => "setelah",
        _ => return None,
    };
    let (from, to) = super::stretch(rows)?;
    let said = said.trim();
    let bound = time(said).unwrap_or_else(|| said.to_owned());
    let bound = if bound.starts_with("paling ") { bound } else { format!("paling lama {bound}") };
    values::is_value_of(Shape::Waktu, &bound).then(|| format!("{word} {from} sampai {to}: {bound}"))
}

/// `15 menit (nonracikan), 30 menit (racikan)`: the range, and all of it as a remark.
pub(in crate::syntax) fn time_of_each_case(typed: &str) -> Option<(String, &str)> {
    let (one, other) = typed.split_once([',', ';'])?;
    let ((from, _), (to, _)) = (time_with_remark(one)?, time_with_remark(other)?);
    let range = two_units(&format!("{from} - {to}"))?;
    values::is_value_of(Shape::Waktu, &range).then_some((range, typed))
}

/// `1 jam (bila berkas lengkap)`: the time, and what stands in brackets behind it.
pub(in crate::syntax) fn time_with_remark(typed: &str) -> Option<(String, &str)> {
    let in_brackets = || typed.trim().strip_suffix(')')?.split_once('(');
    // `3-5 HK tergantung parameter`
    let depends = || {
        let at = [" tergantung ", " bergantung ", " sesuai "].iter().find_map(|word| typed.find(word))?;
        Some(typed.split_at(at))
    };
    let (said, remark) = in_brackets().or_else(depends)?;
    if remark.contains(['(', ')']) {
        return None;
    }
    let (said, remark) = (said.trim(), remark.trim());
    let time = readable(said)?;
    (!remark.is_empty()).then_some((time, remark))
}

/// `15 menit - 1 jam` → `15-60 menit`, `2 jam s.d. 3 jam` → `2-3 jam`: a range in one unit.
fn two_units(text: &str) -> Option<String> {
    let (from, to) = [" s.d. ", " s.d ", " sd ", " s/d ", " sampai ", " hingga ", " - ", " – ", "-", "–"]
        .iter()
        .find_map(|between| text.split_once(between))?;
    let part = |text: &str| -> Option<(u32, &'static str)> {
        let (number, unit) = text.trim().split_once(' ')?;
        let unit = match unit.trim() {
            "menit" | "mnt" => "menit",
            "jam" => "jam",
            "hari" | "hr" => "hari",
            "hari kerja" | "hk" | "hr kerja" => "hari kerja",
            "minggu" | "mgg" => "minggu",
            "bulan" | "bln" => "bulan",
            _ => return None,
        };
        Some((number.parse().ok()?, unit))
    };
    let ((from, unit), (to, other)) = (part(from)?, part(to)?);
    let (to, unit) = match (unit, other) {
        (unit, other) if unit == other => (to, unit),
        ("menit", "jam") => (to.checked_mul(60)?, "menit"),
        _ => return None,
    };
    (from < to).then(|| format!("{from}-{to} {unit}"))
}

/// `Kabid 1 hari, Kadis 2 hari`: times with names in front of them, as the lines that say them.
pub(in crate::syntax) fn times_by_name(typed: &str) -> Option<Vec<String>> {
    let line = |part: &str| -> Option<String> {
        let part = part.trim();
        let at = part.find(|c: char| c.is_ascii_digit())?;
        let name = part[..at].trim().trim_end_matches([':', '=', '(', ' ']);
        let said = part[at..].trim();
        let value = readable(said)?;
        let named = name.starts_with(char::is_uppercase) && words::unit(name).is_none();
        named.then(|| format!("waktu ({name}): {value}"))
    };
    let lines: Vec<String> = typed.split([',', ';']).map(line).collect::<Option<_>>()?;
    (lines.len() > 1).then_some(lines)
}

/// Figures and what is written against them, apart: `120mnt`, `120'`, `1½`.
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for letter in text.chars() {
        let unit =
            letter.is_alphabetic() || matches!(letter, '\'' | '’' | '′' | '"' | '″' | '½' | '¼' | '¾' | '(');
        if before.is_ascii_digit() && unit && letter != 'x' {
            out.push(' ');
        }
        out.push(letter);
        before = letter;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_the_day_are_as_long_as_between_them() {
        for (typed, long) in [
            ("06.30 - 07.00", Some("30 menit")),
            ("07.00-08.00 WIB", Some("1 jam")),
            ("pukul 07:30 s.d. 09.00 WITA", Some("1 jam 30 menit")),
            ("09.00 - 07.00", None),
            ("1.5 - 2 jam", None),
            ("08.00", None),
        ] {
            assert_eq!(between_hours(typed).as_deref(), long, "{typed}");
        }
    }

    #[test]
    fn a_limit_of_a_stretch_is_written_as_the_language_does() {
        let meant = limit_of_stretch("dari 1 s.d. 6 : maksimal 14 (empat belas) hari kerja");
        assert_eq!(meant.as_deref(), Some("dari 1 sampai 6: paling lama 14 hari kerja"));
        assert_eq!(limit_of_stretch("sejak 1 sampai 6: segera"), None);
    }

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
            ("s.d. 3 hr", Some("paling lama 3 hari")),
            ("s/d 2 hari kerja", Some("paling lama 2 hari kerja")),
            ("tidak lebih dari 3 hari", Some("paling lama 3 hari")),
            ("tidak boleh melebihi 3 hari kerja", Some("paling lama 3 hari kerja")),
            ("selambat-lambatnya dalam waktu 3 hari", Some("paling lama 3 hari")),
            ("selambatnya tiga hari", Some("paling lama 3 hari")),
            ("paling lama dalam jangka waktu 14 (empat belas) hari", Some("paling lama 14 hari")),
            ("dalam waktu 3 hari", Some("paling lama 3 hari")),
            ("Maks.3 hari", Some("paling lama 3 hari")),
            ("3 hari maksimal", Some("paling lama 3 hari")),
            ("15m", Some("15 menit")),
            ("1j 30m", Some("1 jam 30 menit")),
            ("60\"", Some("60 detik")),
            ("maks. 3 hr krj", Some("paling lama 3 hari kerja")),
            ("15 menit s.d 30 menit", Some("15-30 menit")),
            ("1x24", Some("1x24 jam")),
            ("2x3", None),
            ("paling singkat 3 hari", Some("paling cepat 3 hari")),
            ("dalamnya 3 hari", None),
            ("15 mnt - 1 jam", Some("15-60 menit")),
            ("2 jam s.d. 3 jam", Some("2-3 jam")),
            ("3 HKE", Some("3 hari kerja")),
            ("2 jam - 1 jam", None),
            ("H-3", None),
            ("08.00-10.00 WIB", None),
            ("120", None),
            ("tiap 3 bulan", None),
        ] {
            assert_eq!(time(typed).as_deref(), meant, "{typed}");
        }
    }
}
