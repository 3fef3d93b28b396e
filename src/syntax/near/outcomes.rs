//! Several outcomes that one line says, as the language writes them: a line each.

use super::condition::refuses;
use super::target::target_from;
use crate::text::{denies, is_if};

/// `Y: ke 3; T: ke 1`, `jika lengkap ke 3, jika tidak ke 1`: both outcomes that a text says of row `here`, as the language
/// writes them, where it says nothing else.
pub fn outcomes_said(text: &str, here: u16) -> Option<Vec<String>> {
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !text.starts_with(['Y', 'y', 'T', 't']) && !is_if(first) {
        return opposites(text, here);
    }
    let both = |lines: &Vec<String>| lines.len() == 2;
    outcomes(text, here).or_else(|| if_and_else(text, here)).filter(both)
}

/// `Sesuai: 3, tidak sesuai: 1`, `Tidak lengkap kembali ke 1; lengkap ke 3`: a case and what denies it, in either order.
pub(in crate::syntax) fn opposites(text: &str, here: u16) -> Option<Vec<String>> {
    const GOES: [&str; 5] = [" ke ", " lanjut", " kembali", " dikembalikan", " selesai"];
    let (first, second) = text.split_once([',', ';'])?;
    let parted = |part: &str| {
        let at_word = || GOES.iter().filter_map(|word| part.find(word)).min().map(|at| part.split_at(at));
        let (case, to) = part.split_once([':', '=']).or_else(at_word)?;
        let target = target_from(to.trim().trim_end_matches('.'), here)?;
        Some((case.trim().to_lowercase(), target))
    };
    let (one, other) = (parted(first)?, parted(second)?);
    let denies = |bad: &str, good: &str| {
        bad.split_once(' ').is_some_and(|(denial, denied)| denies(denial) && denied == good)
    };
    let ((good, to), (bad, back)) = if denies(&other.0, &one.0) { (one, other) } else { (other, one) };
    let bad = denies(&bad, &good).then(|| bad.replacen("tdk ", "tidak ", 1))?;
    Some(vec![format!("ya, {good}: {to}"), format!("tidak, {bad}: {back}")])
}

/// `ya ke 3, tidak kembali ke 1`, `Ya -> 3`: the outcomes that one line says, each as its answer and its target, where it
/// says them otherwise than the language does. `here` is the row that it stands in.
pub(in crate::syntax) fn outcomes(line: &str, here: u16) -> Option<Vec<String>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches([':', ',', ';', '.', '/', '=']).to_lowercase();
    let answer_of = |word: &str| match plain(word).as_str() {
        "ya" | "y" => Some("ya"),
        "tidak" | "tdk" | "t" => Some("tidak"),
        _ => None,
    };
    let is_answer = |word: &str| answer_of(word).is_some();
    let first = words.iter().position(|word| is_answer(word)).filter(|at| *at < 3)?;
    let heads = |word: &str| is_if(word) || matches!(word, "alur" | "keputusan" | "hasil");
    if !words[..first].iter().all(|word| heads(&plain(word))) {
        return None;
    }
    let mut out: Vec<String> = Vec::new();
    for part in words[first..].chunk_by(|_, next| !is_answer(next)) {
        let [answer, target @ ..] = part else { return None };
        let joins = |word: &&str| is_if(&plain(word)) || matches!(plain(word).as_str(), "" | "dan" | "atau");
        let end = target.iter().rposition(|word| !joins(word) && *word != "->").map_or(0, |last| last + 1);
        let typed = target[..end].join(" ");
        let typed = typed.trim_start_matches([':', '=', ' ']).trim_end_matches([',', ';', '.']);
        // `ya (3)`
        let inside = typed.strip_prefix('(').and_then(|typed| typed.strip_suffix(')'));
        let meant = target_from(inside.unwrap_or(typed), here)?;
        out.push(format!("{}: {meant}", answer_of(answer)?));
    }
    let told_apart = out.windows(2).all(|pair| pair[0][..2] != pair[1][..2]);
    (out.len() <= 2 && told_apart).then_some(out)
}

/// `jika lengkap maka ke 3, jika tidak ke 5`: both outcomes as the language writes them.
pub(in crate::syntax) fn if_and_else(line: &str, here: u16) -> Option<Vec<String>> {
    // Every beginning of the target is looked at, and conditions are short.
    const MOST_WORDS: usize = 60;
    let words: Vec<&str> = line.split_whitespace().take(MOST_WORDS + 1).collect();
    if words.len() > MOST_WORDS {
        return None;
    }
    let plain = |word: &str| word.trim_matches([',', ';', '.']).to_lowercase();
    let opens = |word: &str| is_if(&plain(word));
    let negated = |pair: &[&str]| opens(pair[0]) && plain(pair[1]) == "tidak";
    let part = |words: &[&str]| {
        (1..words.len()).find_map(|at| {
            let aimed = words[at..].join(" ");
            let to = target_from(aimed.trim_end_matches([',', ';', '.']), here)?;
            let condition = &words[..at];
            let condition = condition.strip_suffix(&["maka"]).unwrap_or(condition).join(" ");
            (!condition.is_empty()).then(|| (condition.trim_end_matches(',').to_owned(), to))
        })
    };
    if words.len() < 2 || !opens(words[0]) {
        return None;
    }
    if let Some(turn) = words.windows(2).position(negated).filter(|at| *at > 1)
        && let Some((condition, to)) = part(&words[1..turn])
    {
        let second = &words[turn + 2..];
        let second = second.strip_prefix(&["maka"]).unwrap_or(second).join(" ");
        if let Some(other) = target_from(second.trim_end_matches([',', ';', '.']), here) {
            return Some(vec![format!("ya, {condition}: {to}"), format!("tidak: {other}")]);
        }
    }
    // `jika salah kembali ke 3, jika benar lanjut`
    let turn = (2..words.len()).find(|at| opens(words[*at]))?;
    let ((first, to), (second, other)) = (part(&words[1..turn])?, part(&words[turn + 1..])?);
    Some(match (refuses(&first), refuses(&second)) {
        (false, true) => vec![format!("ya, {first}: {to}"), format!("tidak, {second}: {other}")],
        (true, false) => vec![format!("ya, {second}: {other}"), format!("tidak, {first}: {to}")],
        _ => vec![format!("jika {first}: {to}"), format!("jika {second}: {other}")],
    })
}
