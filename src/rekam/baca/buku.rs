//! The cells of a workbook.

use super::bilangan::Meaning;
use super::paket::{Fault, Most, Package, Piece, Pieces, attribute, unescaped};
use std::collections::BTreeMap;

/// By row and column, from 0.
pub(super) type Cells = BTreeMap<(u32, u32), String>;

/// A workbook whose sheets are read one after the other.
pub(super) struct Buku<'b> {
    package: Package<'b>,
    /// Names and the cells that they stand for.
    pub defined: Vec<(String, String)>,
    /// Names and files, in their order.
    pub sheets: Vec<(String, String)>,
    /// Texts that cells share.
    shared: Vec<String>,
    /// What numbers mean, by the format of their cell.
    formats: Vec<Meaning>,
    /// Days are counted from 1904, not from 1900.
    from_1904: bool,
}

/// What may still be read.
pub(super) struct Left {
    pub cells: usize,
    pub text: usize,
}

impl Left {
    pub fn take(&mut self, cells: usize, text: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        self.text = self.text.checked_sub(text)?;
        Some(())
    }
}

impl Buku<'_> {
    pub fn open<'b>(bytes: &'b [u8], most: &Most) -> Result<Buku<'b>, Fault> {
        let mut package = Package::open(bytes, most)?;
        let of_package = package.links("", "_rels/.rels")?;
        let (_, path) =
            of_package.into_values().find(|(kind, _)| kind == "officeDocument").ok_or(Fault::Broken)?;
        let folder = path.rfind('/').map_or("", |at| &path[..=at]);
        let links = package.links(folder, &format!("{folder}_rels/{}.rels", &path[folder.len()..]))?;
        let text = package.text(&path)?.ok_or(Fault::Broken)?;
        let shared = package.text(&format!("{folder}sharedStrings.xml"))?;
        let formats = package.text(&format!("{folder}styles.xml"))?;
        let mut buku = Buku {
            package,
            defined: Vec::new(),
            sheets: Vec::new(),
            shared: shared.map_or(Ok(Vec::new()), |text| shared_texts(&text))?,
            formats: formats.map_or(Ok(Vec::new()), |text| meanings(&text))?,
            from_1904: false,
        };
        let (mut pieces, mut name) = (Pieces::of(&text), None);
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Open(start) => match start.local_name().as_ref() {
                    "sheet" => {
                        let link =
                            attribute(&start, "id").and_then(|id| links.get(&id)).ok_or(Fault::Broken)?;
                        // Sheets that are one picture have no cells.
                        if link.0 == "worksheet" {
                            let name = attribute(&start, "name").unwrap_or_default();
                            buku.sheets.push((name, link.1.clone()));
                        }
                    }
                    "workbookPr" => {
                        let from = attribute(&start, "date1904");
                        buku.from_1904 |= from.is_some_and(|it| it == "1" || it == "true");
                    }
                    "definedName" => name = attribute(&start, "name").map(|name| (name, String::new())),
                    _ => {}
                },
                Piece::Text(words) => name.iter_mut().for_each(|(_, at)| at.push_str(&words)),
                Piece::Close(_) => buku.defined.extend(name.take()),
            }
        }
        Ok(buku)
    }

    /// The cells of a sheet that say something.
    pub fn cells(&mut self, part: &str, left: &mut Left) -> Result<Cells, Fault> {
        let text = self.package.text(part)?.ok_or(Fault::Broken)?;
        let (mut out, mut pieces) = (Cells::new(), Pieces::of(&text));
        let (mut row, mut column) = (0, 0);
        let (mut kind, mut meaning, mut value) = (String::new(), Meaning::Number, None);
        while let Some(piece) = pieces.next()? {
            match piece {
                Piece::Open(start) => match start.local_name().as_ref() {
                    "row" => {
                        if let Some(at) = attribute(&start, "r") {
                            row =
                                address(&at).and_then(|(row, _)| row.checked_sub(1)).ok_or(Fault::Broken)?;
                        }
                        column = 0;
                    }
                    "c" => {
                        left.take(1, 0).ok_or(Fault::Large)?;
                        if let Some(at) = attribute(&start, "r") {
                            let (down, across) = address(&at).ok_or(Fault::Broken)?;
                            row = down.checked_sub(1).ok_or(Fault::Broken)?;
                            column = across.checked_sub(1).ok_or(Fault::Broken)?;
                        }
                        kind = attribute(&start, "t").unwrap_or_default();
                        let format = attribute(&start, "s").and_then(|it| it.parse::<usize>().ok());
                        meaning = format.and_then(|at| self.formats.get(at)).copied().unwrap_or_default();
                        value = None;
                    }
                    "is" => drop(out.insert((row, column), pieces.text("is")?)),
                    "v" => value = Some(String::new()),
                    _ => {}
                },
                Piece::Text(words) => value.iter_mut().for_each(|value| value.push_str(&words)),
                Piece::Close(name) => match name.as_str() {
                    "v" => {
                        if let Some(text) =
                            self.read(&kind, meaning, value.take().unwrap_or_default(), left)?
                        {
                            out.insert((row, column), text);
                        }
                    }
                    "c" => column += 1,
                    "row" => (row, column) = (row + 1, 0),
                    _ => {}
                },
            }
        }
        Ok(out)
    }

    /// What a value says; `None` for nothing.
    fn read(
        &self,
        kind: &str,
        meaning: Meaning,
        value: String,
        left: &mut Left,
    ) -> Result<Option<String>, Fault> {
        let trimmed = value.trim();
        Ok(Some(match kind {
            "str" => unescaped(&value),
            // It is given in full beside this.
            "inlineStr" => return Ok(None),
            "d" | "e" => value,
            _ if trimmed.is_empty() => return Ok(None),
            "s" => {
                let text =
                    trimmed.parse().ok().and_then(|at: usize| self.shared.get(at)).ok_or(Fault::Broken)?;
                // One text may stand in every cell.
                left.take(0, text.len()).ok_or(Fault::Large)?;
                text.clone()
            }
            "b" => match trimmed.to_ascii_lowercase().as_str() {
                "1" | "true" => "x".to_owned(),
                "0" | "false" => String::new(),
                _ => return Err(Fault::Broken),
            },
            "n" | "" => match trimmed.parse::<f64>() {
                Ok(number) => meaning.text(number, self.from_1904).unwrap_or_else(|| number.to_string()),
                Err(_) => value,
            },
            _ => return Err(Fault::Broken),
        }))
    }
}

fn meanings(text: &str) -> Result<Vec<Meaning>, Fault> {
    let (mut patterns, mut of_cells, mut out) = (BTreeMap::new(), false, Vec::new());
    let mut pieces = Pieces::of(text);
    while let Some(piece) = pieces.next()? {
        match piece {
            Piece::Open(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    let pattern = attribute(&start, "numFmtId").zip(attribute(&start, "formatCode"));
                    patterns.extend(pattern);
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let number = attribute(&start, "numFmtId").unwrap_or_default();
                    out.push(Meaning::of(&number, &patterns));
                }
                _ => {}
            },
            Piece::Close(name) if name == "cellXfs" => of_cells = false,
            Piece::Close(_) | Piece::Text(_) => {}
        }
    }
    Ok(out)
}

fn shared_texts(text: &str) -> Result<Vec<String>, Fault> {
    let (mut pieces, mut out) = (Pieces::of(text), Vec::new());
    while let Some(piece) = pieces.next()? {
        if let Piece::Open(start) = piece
            && start.local_name().as_ref() == "si"
        {
            out.push(pieces.text("si")?);
        }
    }
    Ok(out)
}

/// Row and column of an address, from 1, and 0 where it has none; `None` beyond the last one that there is,
/// `XFD1048576`.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at(letters);
    if letters.len() > 3 || digits.len() > 7 || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, it| sum * 26 + u32::from(it.to_ascii_uppercase() - b'A' + 1));
    let row = digits.bytes().fold(0, |sum, it| sum * 10 + u32::from(it - b'0'));
    (row <= 1_048_576 && column <= 16_384).then_some((row, column))
}
