//! What a PDF says about itself, to readers and to archives: title, dates, standards, colours (ISO 19005-3, 6.6 and
//! 6.2.4; ISO 14289-1, 5).

use super::file::File;
use super::{About, short};
use crate::config::Arsip;
use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::{DocumentInfo, OutputIntent};
use pdf_writer::{Date, Finish, Ref, TextStr};
use xmp_writer::{LangId, RenditionClass, ResourceEventAction, Timezone, XmpWriter};

/// What wrote the file.
const PROGRAM: &str = concat!("sop ", env!("CARGO_PKG_VERSION"));
/// The colours that greys and those of a logo are meant in.
static COLOURS: &[u8] = include_bytes!("../../../assets/icc/sRGB-v4.icc");

/// Texts as they are written into a file.
pub struct Info {
    title: String,
    keywords: String,
    author: Option<String>,
    day: (u16, u8, u8),
    arsip: Arsip,
    lang: String,
    /// Names the document in all its versions.
    pub document: String,
}

impl Info {
    pub fn of(about: &About, lang: &str) -> Info {
        let title = if about.title.trim().is_empty() { "SOP".to_owned() } else { short(&about.title) };
        let keywords: Vec<String> = about.keywords.iter().map(|word| short(word)).collect();
        let named = format!("{title}\n{}\n{:016x}", about.keywords.join("\n"), about.version);
        Info {
            title,
            keywords: keywords.join(", "),
            author: about.author.as_deref().map(short),
            // A file without a full date gets the first day of the Unix calendar, which readers know as "no date".
            day: about.date.unwrap_or((1970, 1, 1)),
            arsip: about.arsip,
            lang: lang.to_owned(),
            document: name(xxhash_rust::xxh3::xxh3_128(named.as_bytes())),
        }
    }

    /// The day on the sheet; no clock is asked.
    pub fn date(&self) -> Date {
        let (year, month, day) = self.day;
        Date::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0)
    }

    /// Writes what readers show.
    pub fn write(&self, file: &mut File, id: Ref) {
        let mut out: DocumentInfo<'_> = file.object(id).indirect(id).start();
        out.title(TextStr(&self.title)).creator(TextStr(PROGRAM));
        if !self.keywords.is_empty() {
            out.keywords(TextStr(&self.keywords));
        }
        if let Some(author) = &self.author {
            out.author(TextStr(author));
        }
        out.creation_date(self.date()).modified_date(self.date());
    }

    /// Writes the same and more for catalogues, which want it unpacked. `instance` names this version of the file.
    pub fn describe(&self, file: &mut File, id: Ref, instance: &str, pages: usize) {
        let (year, month, day) = self.day;
        let date = xmp_writer::DateTime {
            year,
            month: Some(month),
            day: Some(day),
            hour: Some(0),
            minute: Some(0),
            second: Some(0),
            timezone: Some(Timezone::Utc),
        };
        let mut xmp = XmpWriter::new();
        xmp.title([(None, self.title.as_str())]).creator_tool(PROGRAM).language([LangId(&self.lang)]);
        if !self.keywords.is_empty() {
            xmp.pdf_keywords(&self.keywords);
        }
        if let Some(author) = &self.author {
            xmp.creator([author.as_str()]);
        }
        xmp.create_date(date).modify_date(date).num_pages(pages as u32).format("application/pdf");
        let mut history = xmp.history();
        let mut event = history.add_event();
        event.action(ResourceEventAction::Converted).when(date).software_agent(PROGRAM).instance_id(instance);
        event.finish();
        history.finish();
        // Archives want to be told what other standards say.
        let mut further = xmp.extension_schemas();
        further.xmp_media_management().properties().describe_instance_id();
        further.pdf().properties().describe_all();
        further.pdfua_id().properties().describe_part();
        further.finish();
        xmp.pdfa_part(match self.arsip {
            Arsip::A3a => 3,
            Arsip::A2a => 2,
        });
        xmp.pdfa_conformance("A").pdfua_part(1).pdf_version("1.7");
        xmp.instance_id(instance).document_id(&self.document).rendition_class(RenditionClass::Proof);
        let xmp = xmp.finish(None);
        file.stream(id).metadata(id, xmp.as_bytes());
    }

    /// Writes the colours.
    pub fn colours(file: &mut File) -> Ref {
        let [intent, profile] = [(); 2].map(|()| file.number());
        let mut out: OutputIntent<'_> = file.object(intent).indirect(intent).start();
        out.subtype(OutputIntentSubtype::PDFA).output_condition_identifier(TextStr("sRGB"));
        out.info(TextStr("sRGB IEC61966-2.1")).dest_output_profile(profile);
        out.finish();
        // So short that packing it costs more than it saves.
        file.stream(profile).icc_profile(profile, COLOURS).n(3);
        intent
    }
}

/// A name from a number.
pub fn name(number: u128) -> String {
    format!("uuid:{number:032x}")
}
