//! A file is opened: what is in it, part by part.

use crate::archive::{Archive, NameDecoder, is_hidden};
use crate::kind::{Kind, kind};
use crate::limits::{Budget, N_FILES, TOTAL};
use crate::refusal::{Refusal, Why};
use crate::table::Table;
use crate::{docx, xlsx};

/// What stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The text of a document, a paragraph a line, with Markdown's marks before headings and items of lists.
    Text {
        /// Name of the file, with the archive before it.
        name: String,
        /// The text.
        text: String,
        /// The title among the file's properties.
        title: Option<String>,
    },
    /// A sheet of a spreadsheet.
    Table(Table),
    /// A file as it is: text, CSV or PDF.
    File {
        /// Name of the file, with the archive before it.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
        /// What it is.
        kind: Kind,
    },
}

/// All that came out of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opened {
    /// What can be read, in the order of names.
    pub parts: Vec<Part>,
    /// What cannot.
    pub refusals: Vec<Refusal>,
}

impl Opened {
    pub(crate) fn refuse(&mut self, name: &str, why: Why) {
        self.refusals.push(Refusal { name: name.to_owned(), why });
    }
}

/// Opens a file of whatever kind. `decode` turns bytes into text that are not UTF-8: names within archives.
///
/// ```
/// use chengyan_formats::{Part, open};
/// let opened = open("a.rtf", b"{\\rtf1", &|_| String::new());
/// assert_eq!(opened.refusals[0].why.code(), "rtf");
/// ```
pub fn open(name: &str, bytes: &[u8], decode: &dyn Fn(&[u8]) -> String) -> Opened {
    let mut opened = Opened::default();
    let mut budget = Budget::default();
    one(name, bytes, 0, &mut budget, decode, &mut opened);
    opened
}

fn one(
    name: &str,
    bytes: &[u8],
    depth: usize,
    budget: &mut Budget,
    decode: NameDecoder,
    opened: &mut Opened,
) {
    match kind(name, bytes) {
        Kind::Archive => archive(name, bytes, depth, budget, decode, opened),
        kind @ (Kind::Text | Kind::Delimited | Kind::Pdf) => {
            opened.parts.push(Part::File { name: name.to_owned(), bytes: bytes.to_vec(), kind });
        }
        kind => opened.refuse(name, Why::Kind(kind)),
    }
}

fn archive(
    name: &str,
    bytes: &[u8],
    depth: usize,
    budget: &mut Budget,
    decode: NameDecoder,
    opened: &mut Opened,
) {
    let archive = match Archive::open(bytes, decode) {
        Ok(archive) => archive,
        Err(why) => return opened.refuse(name, why),
    };
    if archive.find("word/document.xml").is_some() {
        docx::read(name, &archive, budget, opened);
    } else if archive.find("xl/workbook.xml").is_some() {
        xlsx::read(name, &archive, budget, opened);
    } else if archive.find("[Content_Types].xml").is_some() || archive.find("mimetype").is_some() {
        opened.refuse(name, Why::OtherOffice);
    } else if depth > 1 {
        opened.refuse(name, Why::Nested);
    } else {
        each(name, &archive, depth, budget, decode, opened);
    }
    if archive.is_cut {
        opened.refuse(name, Why::Cut);
    }
}

fn each(
    name: &str,
    archive: &Archive,
    depth: usize,
    budget: &mut Budget,
    decode: NameDecoder,
    opened: &mut Opened,
) {
    for entry in archive.entries.iter().filter(|entry| !is_hidden(&entry.name)) {
        if budget.n_files == 0 {
            return opened.refuse(name, Why::TooManyFiles(N_FILES));
        }
        let inner = format!("{name}/{}", entry.name);
        let n_bytes = TOTAL - budget.n_bytes;
        match archive.read(entry, budget) {
            Ok(bytes) => {
                budget.n_files -= 1;
                one(&inner, &bytes, depth + 1, budget, decode, opened);
            }
            Err(Why::ArchiveTooLarge { .. }) => {
                let n_files = N_FILES - budget.n_files;
                return opened.refuse(name, Why::ArchiveTooLarge { n_files, n_bytes });
            }
            Err(why) => opened.refuse(&inner, why),
        }
    }
}
