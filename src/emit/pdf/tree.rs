//! The tree that screen readers walk → the structure elements of a PDF, and the table that leads from what is drawn back
//! to them (ISO 32000-1, 14.7).

use super::file::{File, Sheet};
use pdf_writer::types::{ListNumbering, StructRole, TableHeaderScope};
use pdf_writer::writers::StructElement;
use pdf_writer::{Finish, Name, Null, Rect, Ref, TextStr};

/// Something that is read out, with what it is made of.
pub struct Group {
    role: StructRole,
    attributes: Vec<Attribute>,
    kids: Vec<Kid>,
}

/// What else is to be known of a group.
pub enum Attribute {
    /// The words of a heading.
    Title(String),
    /// What stands for it in words.
    Alternative(String),
    /// Where it is.
    Area(Rect),
    Numbering(ListNumbering),
    /// What a cell is: whether it heads its column, and how many columns and rows it spans.
    Cell {
        heads: bool,
        columns: usize,
        rows: usize,
    },
}

/// A part of a group.
pub enum Kid {
    Group(Group),
    Leaf(Leaf),
}

/// What a group holds that is on a page.
#[derive(Clone, Copy)]
pub enum Leaf {
    /// Content, by the number of its page and its own there.
    Content { page: usize, number: i32 },
    /// A link or a field.
    Annotation { page: usize, id: Ref, key: Key },
}

/// A part of a group that is in the file.
enum Written {
    Element(Ref),
    Leaf(Leaf),
}

/// The number that an annotation is found by in the tree.
#[derive(Clone, Copy)]
pub struct Key(i32);

impl Key {
    pub fn get(self) -> i32 {
        self.0
    }
}

impl Group {
    pub fn new(role: StructRole) -> Group {
        Group { role, attributes: Vec::new(), kids: Vec::new() }
    }

    pub fn of(role: StructRole, kids: impl IntoIterator<Item = impl Into<Kid>>) -> Group {
        Group { role, attributes: Vec::new(), kids: kids.into_iter().map(Into::into).collect() }
    }

    pub fn with(mut self, attributes: impl IntoIterator<Item = Attribute>) -> Group {
        self.attributes.extend(attributes);
        self
    }

    pub fn push(&mut self, kid: impl Into<Kid>) {
        self.kids.push(kid.into());
    }

    pub fn is_empty(&self) -> bool {
        self.kids.is_empty()
    }
}

impl From<Group> for Kid {
    fn from(group: Group) -> Kid {
        Kid::Group(group)
    }
}

impl From<Leaf> for Kid {
    fn from(leaf: Leaf) -> Kid {
        Kid::Leaf(leaf)
    }
}

/// Which element each thing on a page belongs to.
pub struct Tree {
    /// By page and number.
    content: Vec<Vec<Option<Ref>>>,
    annotations: Vec<Option<Ref>>,
}

impl Tree {
    /// For so many pages.
    pub fn new(pages: usize) -> Tree {
        Tree { content: vec![Vec::new(); pages], annotations: Vec::new() }
    }

    /// A key for one more annotation. Those of the pages come first.
    pub fn key(&mut self) -> Key {
        self.annotations.push(None);
        Key((self.content.len() + self.annotations.len() - 1) as i32)
    }

    /// Writes the tree, and what leads back to it.
    pub fn write(mut self, file: &mut File, root: Ref, document: Group, lang: &str, sheets: &[Sheet]) {
        let top = self.element(file, document, root, Some(lang), sheets);
        let tables: Vec<Ref> = self.content.iter().map(|_| file.number()).collect();
        for (table, elements) in tables.iter().zip(&self.content) {
            let mut array = file.object(*table).indirect(*table).array();
            for element in elements {
                match element {
                    Some(element) => array.item(*element),
                    None => array.item(Null),
                };
            }
        }
        let mut out = file.object(root).indirect(root).dict();
        out.pair(Name(b"Type"), Name(b"StructTreeRoot"));
        out.insert(Name(b"K")).array().item(top);
        let mut parents = out.insert(Name(b"ParentTree")).dict();
        let mut numbers = parents.insert(Name(b"Nums")).array();
        for (key, table) in tables.iter().enumerate() {
            numbers.item(key as i32).item(*table);
        }
        for (at, element) in self.annotations.iter().enumerate() {
            if let Some(element) = element {
                numbers.item((tables.len() + at) as i32).item(*element);
            }
        }
        numbers.finish();
        parents.finish();
        let next = tables.len() + self.annotations.len();
        out.pair(Name(b"ParentTreeNextKey"), next as i32);
    }

    /// Writes a group and all below it.
    fn element(
        &mut self,
        file: &mut File,
        group: Group,
        parent: Ref,
        lang: Option<&str>,
        sheets: &[Sheet],
    ) -> Ref {
        let id = file.number();
        let kids: Vec<Written> = group
            .kids
            .into_iter()
            .map(|kid| match kid {
                Kid::Group(group) => Written::Element(self.element(file, group, id, None, sheets)),
                Kid::Leaf(leaf) => {
                    self.note(leaf, id);
                    Written::Leaf(leaf)
                }
            })
            .collect();
        let mut element = file.object(id).struct_element(id);
        element.kind(group.role).parent(parent);
        if let Some(lang) = lang {
            element.lang(TextStr(lang));
        }
        write_attributes(&mut element, &group.attributes);
        let page = kids.iter().find_map(|kid| match kid {
            Written::Leaf(Leaf::Content { page, .. }) => Some(*page),
            Written::Leaf(Leaf::Annotation { .. }) | Written::Element(_) => None,
        });
        if let Some(page) = page {
            element.page(sheets[page].id);
        }
        let mut children = element.children();
        for kid in kids {
            match kid {
                Written::Element(id) => {
                    children.struct_element(id);
                }
                Written::Leaf(Leaf::Content { page: on, number }) if Some(on) == page => {
                    children.marked_content_id(number);
                }
                Written::Leaf(Leaf::Content { page, number }) => {
                    children.marked_content_ref().page(sheets[page].id).marked_content_id(number);
                }
                Written::Leaf(Leaf::Annotation { page, id, .. }) => {
                    children.object_ref().page(sheets[page].id).object(id);
                }
            }
        }
        children.finish();
        element.finish();
        id
    }

    /// Remembers the element of something on a page.
    fn note(&mut self, leaf: Leaf, element: Ref) {
        match leaf {
            Leaf::Content { page, number } => {
                let (of_page, number) = (&mut self.content[page], number as usize);
                if of_page.len() <= number {
                    of_page.resize(number + 1, None);
                }
                of_page[number] = Some(element);
            }
            Leaf::Annotation { key, .. } => {
                self.annotations[key.0 as usize - self.content.len()] = Some(element);
            }
        }
    }
}

fn write_attributes(element: &mut StructElement<'_>, attributes: &[Attribute]) {
    for attribute in attributes {
        match attribute {
            Attribute::Title(words) => element.title(TextStr(words)),
            Attribute::Alternative(words) => element.alt(TextStr(words)),
            Attribute::Area(_) | Attribute::Numbering(_) | Attribute::Cell { .. } => continue,
        };
    }
    let spoken = |it: &Attribute| matches!(it, Attribute::Title(_) | Attribute::Alternative(_));
    if attributes.iter().all(spoken) {
        return;
    }
    let mut all = element.attributes();
    for attribute in attributes {
        match attribute {
            Attribute::Area(area) => {
                all.push().layout().bbox(*area);
            }
            Attribute::Numbering(numbering) => {
                all.push().list().list_numbering(*numbering);
            }
            Attribute::Cell { heads, columns, rows } => {
                let mut cell = all.push().table();
                if *heads {
                    cell.scope(TableHeaderScope::Column);
                }
                if *columns > 1 {
                    cell.col_span(*columns as i32);
                }
                if *rows > 1 {
                    cell.row_span(*rows as i32);
                }
            }
            Attribute::Title(_) | Attribute::Alternative(_) => {}
        }
    }
}
