//! The pages, as HTML. Every text that comes from a case or a person goes through [`text`].

use crate::monev::{Case, Event, JUDUL, Kalender, NOMOR, Pelaksana, Task, Time};
use crate::store::Kept;
use std::fmt::Write as _;

/// A text inside HTML, also within quotes.
fn text(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

fn page(title: &str, inside: &str) -> String {
    let (title, judul, nomor) = (text(title), text(JUDUL), text(NOMOR));
    let inboxes: String = Pelaksana::ALL
        .iter()
        .map(|it| format!("<li><a href=\"/kotak/{}\">Kotak masuk {}</a></li>", it.code(), text(it.nama())))
        .collect();
    format!(
        "<!doctype html>
<html lang=\"id\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title} – e-office</title>
<link rel=\"stylesheet\" href=\"/gaya.css\">
</head>
<body>
<a class=\"lompat\" href=\"#isi\">Langsung ke isi</a>
<header>
<p class=\"judul\">{judul}</p>
<p class=\"nomor\">SOP {nomor}</p>
<nav aria-label=\"Halaman\"><ul>
<li><a href=\"/\">Semua berkas</a></li>
{inboxes}
<li><a href=\"/terlambat\">Terlambat</a></li>
</ul></nav>
</header>
<main id=\"isi\">
<h1>{title}</h1>
{inside}
</main>
<footer><p>Contoh tanpa kata sandi: siapa pun di komputer ini dapat bertindak sebagai pelaksana mana pun.</p></footer>
</body>
</html>
"
    )
}

pub(crate) fn message(title: &str, words: &str) -> String {
    page(
        title,
        &format!("<p role=\"alert\">{}</p><p><a href=\"/\">Kembali ke semua berkas</a></p>", text(words)),
    )
}

pub(crate) fn home(all: &[Kept]) -> String {
    let mut inside = String::from(
        "<form method=\"post\" action=\"/berkas\" class=\"baru\">
<label for=\"perihal\">Perihal berkas baru</label>
<input id=\"perihal\" name=\"perihal\" required maxlength=\"200\" autocomplete=\"off\">
<button>Buka berkas</button>
</form>
",
    );
    let rows = all.iter().map(|kept| {
        let steps: Vec<String> = kept.case.tasks().iter().map(where_it_is).collect();
        let state = match kept.case.is_finished() {
            true => {
                let ends: Vec<&str> = kept.case.ends().iter().map(|it| it.nama()).collect();
                format!("<span class=\"tanda selesai\">{}</span>", text(&ends.join(", ")))
            }
            false => text(&steps.join("; ")),
        };
        vec![link(kept), state, kept.case.opened().to_string()]
    });
    inside.push_str(&table("Semua berkas", &["Berkas", "Keadaan", "Dibuka"], rows));
    page("Semua berkas", &inside)
}

pub(crate) fn inbox(all: &[Kept], pelaksana: Pelaksana, now: Time) -> String {
    let rows = all.iter().flat_map(|kept| {
        let tasks = kept.case.tasks_of(pelaksana).into_iter();
        tasks.map(move |task| vec![link(kept), text(&step(&task)), due(&kept.case, &task, now)])
    });
    let table = table("Yang menunggu", &["Berkas", "Langkah", "Tenggat"], rows);
    page(&format!("Kotak masuk {}", pelaksana.nama()), &table)
}

pub(crate) fn overdue(all: &[Kept], now: Time) -> String {
    let kalender = Kalender::default();
    let rows = all.iter().flat_map(|kept| {
        let tasks = kept.case.tasks();
        let late = kept.case.overdue(now, &kalender).into_iter();
        late.filter_map(|(langkah, _)| {
            let task = tasks.iter().find(|task| task.langkah == langkah)?;
            let who: Vec<&str> = task.pelaksana.iter().map(|it| it.nama()).collect();
            Some(vec![link(kept), text(&step(task)), text(&who.join(", ")), due(&kept.case, task, now)])
        })
        .collect::<Vec<_>>()
    });
    page("Terlambat", &table("Lewat tenggat", &["Berkas", "Langkah", "Pelaksana", "Tenggat"], rows))
}

pub(crate) fn case(kept: &Kept, now: Time, refused: Option<&str>) -> String {
    let case = &kept.case;
    let mut inside = String::new();
    if let Some(words) = refused {
        let _ = write!(inside, "<p role=\"alert\" class=\"ditolak\">Ditolak: {}</p>", text(words));
    }
    if case.is_finished() {
        let ends: Vec<&str> = case.ends().iter().map(|it| it.nama()).collect();
        let _ = write!(inside, "<p class=\"tanda selesai\">Berakhir: {}</p>", text(&ends.join(", ")));
    }
    for task in case.tasks() {
        inside.push_str(&form(kept, &task, now));
    }
    let rows = case.history().iter().enumerate().map(|(at, entry)| {
        let what = match entry.event {
            Event::Done { langkah, hasil, .. } => {
                let condition = langkah.kondisi(hasil).map(|it| format!(", {it}")).unwrap_or_default();
                format!("{langkah}. {} – {hasil}{condition}", langkah.kegiatan().uraian)
            }
            Event::Skipped { langkah, .. } => format!("{langkah}. {} – dilewati", langkah.kegiatan().uraian),
            Event::Received { dokumen } => format!("Menyerahkan {dokumen}"),
        };
        vec![(at + 1).to_string(), entry.waktu.to_string(), text(entry.pelaksana.nama()), text(&what)]
    });
    inside.push_str(&table("Riwayat", &["No.", "Waktu", "Pelaksana", "Peristiwa"], rows));
    page(&format!("Berkas {}: {}", kept.id, kept.perihal), &inside)
}

/// What may be done: a button for each outcome, a box for each paper that is missing.
fn form(kept: &Kept, task: &Task, now: Time) -> String {
    let langkah = task.langkah;
    let row = langkah.kegiatan();
    let id = kept.id;
    let mut out = format!(
        "<section class=\"langkah\" aria-labelledby=\"l{0}\"><h2 id=\"l{0}\">{1}</h2>
<dl><dt>Tenggat</dt><dd>{2}</dd>",
        langkah.code(),
        text(&step(task)),
        due(&kept.case, task, now),
    );
    let papers: Vec<&str> = row.kelengkapan.iter().map(|it| it.nama()).collect();
    let made: Vec<&str> = row.output.iter().map(|it| it.nama()).collect();
    for (label, words) in [("Kelengkapan", papers.join(", ")), ("Output", made.join(", "))] {
        if !words.is_empty() {
            let _ = write!(out, "<dt>{label}</dt><dd>{}</dd>", text(&words));
        }
    }
    let _ = write!(
        out,
        "</dl><form method=\"post\" action=\"/berkas/{id}/langkah\">
<input type=\"hidden\" name=\"langkah\" value=\"{}\">
<input type=\"hidden\" name=\"peristiwa\" value=\"{}\">",
        langkah.code(),
        kept.case.history().len(),
    );
    let actors: Vec<Pelaksana> = task.pelaksana.iter().chain(task.pengganti).copied().collect();
    out.push_str("<fieldset><legend>Bertindak sebagai</legend>");
    for (at, actor) in actors.iter().enumerate() {
        let checked = if at == 0 { " checked" } else { "" };
        let (code, name) = (actor.code(), text(actor.nama()));
        let _ = write!(
            out,
            "<label><input type=\"radio\" name=\"pelaksana\" value=\"{code}\"{checked}> {name}</label>"
        );
    }
    out.push_str("</fieldset>");
    if !task.kurang.is_empty() {
        out.push_str("<fieldset><legend>Dokumen yang diserahkan</legend>");
        for paper in &task.kurang {
            let (code, name) = (paper.code(), text(paper.nama()));
            let _ = write!(
                out,
                "<label><input type=\"checkbox\" name=\"dokumen\" value=\"{code}\"> {name}</label>"
            );
        }
        out.push_str("</fieldset>");
    }
    out.push_str("<p class=\"hasil\">");
    for hasil in &task.hasil {
        let condition = langkah.kondisi(*hasil).map(|it| format!(": {it}")).unwrap_or_default();
        let words = text(&format!("{}{condition}", capital(hasil.nama())));
        let _ = write!(out, "<button name=\"hasil\" value=\"{}\">{words}</button> ", hasil.code());
    }
    out.push_str("</p></form></section>");
    out
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn step(task: &Task) -> String {
    format!("{}. {}", task.langkah, task.langkah.kegiatan().uraian)
}

fn where_it_is(task: &Task) -> String {
    let who: Vec<&str> = task.pelaksana.iter().map(|it| it.nama()).collect();
    format!("langkah {} pada {}", task.langkah, who.join(", "))
}

fn due(case: &Case, task: &Task, now: Time) -> String {
    let Some(due) = case.due(task.langkah, &Kalender::default()) else {
        return "–".to_owned();
    };
    let late = if due.pada < now { " <span class=\"tanda lambat\">terlambat</span>" } else { "" };
    format!("{} <span class=\"menurut\">({})</span>{late}", due.pada, text(due.menurut))
}

fn link(kept: &Kept) -> String {
    format!("<a href=\"/berkas/{0}\">{0}. {1}</a>", kept.id, text(&kept.perihal))
}

/// The cells are HTML already.
fn table(caption: &str, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let rows: String = rows
        .map(|cells| {
            let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
            format!("<tr>{cells}</tr>\n")
        })
        .collect();
    if rows.is_empty() {
        return format!("<h2>{caption}</h2><p class=\"kosong\">Tidak ada.</p>");
    }
    format!(
        "<div class=\"lebar\"><table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table></div>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        let kept = Kept { id: 1, perihal: "<script>\"&'".to_owned(), case: Case::open(Time(0)) };
        for page in [home(&[]), case(&kept, Time(0), Some("<b>")), home(&[kept])] {
            assert!(!page.contains("<script") && !page.contains("<b>"));
        }
    }
}
