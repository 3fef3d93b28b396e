//! Cases as an event log in XES (IEEE 1849), for process mining.

use super::nilai::Nilai;
use super::saat::Saat;
use crate::model::Sop;
use crate::text::xml_line;
use std::fmt::Write as _;

/// The log. An event for everything that was done, named as the net of `sop build --target pnml` names it.
pub fn xes(sop: &Sop, cases: &[&Nilai]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <log xes.version=\"1849-2016\" xes.features=\"\" xmlns=\"http://www.xes-standard.org/\">\n\
         \u{20} <extension name=\"Concept\" prefix=\"concept\" uri=\"http://www.xes-standard.org/concept.xesext\"/>\n\
         \u{20} <extension name=\"Time\" prefix=\"time\" uri=\"http://www.xes-standard.org/time.xesext\"/>\n\
         \u{20} <extension name=\"Organizational\" prefix=\"org\" uri=\"http://www.xes-standard.org/org.xesext\"/>\n\
         \u{20} <extension name=\"Lifecycle\" prefix=\"lifecycle\" uri=\"http://www.xes-standard.org/lifecycle.xesext\"/>\n\
         \u{20} <global scope=\"trace\">\n    <string key=\"concept:name\" value=\"\"/>\n  </global>\n\
         \u{20} <global scope=\"event\">\n    <string key=\"concept:name\" value=\"\"/>\n  </global>\n\
         \u{20} <classifier name=\"Kegiatan\" keys=\"concept:name\"/>\n",
    );
    let text = |indent: &str, key: &str, value: &str, out: &mut String| {
        let _ = writeln!(out, "{indent}<string key=\"{key}\" value=\"{}\"/>", xml_line(value));
    };
    text("  ", "concept:name", &sop.identitas.sop, &mut out);
    for case in cases {
        out.push_str("  <trace>\n");
        text("    ", "concept:name", &case.nomor, &mut out);
        if !case.perihal.is_empty() {
            text("    ", "perihal", &case.perihal, &mut out);
        }
        for (name, at) in &case.jejak {
            let entry = &case.langkah[*at].entri;
            out.push_str("    <event>\n");
            text("      ", "concept:name", name, &mut out);
            text("      ", "kegiatan", &sop.kegiatan_dari(entry.simpul).uraian, &mut out);
            text("      ", "lifecycle:transition", "complete", &mut out);
            let role = sop.pelaku(entry.simpul).join(", ");
            text("      ", "org:role", &role, &mut out);
            let who = if entry.pelaksana.is_empty() { role } else { entry.pelaksana.join(", ") };
            text("      ", "org:resource", &who, &mut out);
            for (key, saat) in [("start_timestamp", entry.mulai), ("time:timestamp", entry.waktu())] {
                if let Some(saat) = saat {
                    let _ = writeln!(out, "      <date key=\"{key}\" value=\"{}\"/>", stamp(saat));
                }
            }
            out.push_str("    </event>\n");
        }
        out.push_str("  </trace>\n");
    }
    out.push_str("</log>\n");
    out
}

/// The standard wants a time of the day; a day alone is given as its end, as it is put in order.
fn stamp(saat: Saat) -> String {
    match saat.menit {
        Some(minutes) => format!("{}T{:02}:{:02}:00.000", saat.hari.iso(), minutes / 60, minutes % 60),
        None => format!("{}T23:59:59.000", saat.hari.iso()),
    }
}
