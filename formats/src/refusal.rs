//! Why something was not read: one name for each cause, which the page turns into the reader's language.

use crate::kind::Kind;
use std::fmt;

/// Something that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Name of the file, with the archive before it.
    pub name: String,
    /// The cause.
    pub why: Why,
}

/// Causes of a [`Refusal`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The file is of a kind that is not read here.
    Kind(Kind),
    /// It asks for a password.
    Encrypted,
    /// Its structure is broken.
    Damaged,
    /// Some of it was read, the rest is broken.
    Cut,
    /// It unpacks to more than a single file may.
    TooLarge,
    /// The archive unpacks to more than archives may; so many files and bytes were read before.
    ArchiveTooLarge {
        /// Files that were read.
        n_files: usize,
        /// Bytes that came out of them.
        n_bytes: usize,
    },
    /// The archive holds more files than this.
    TooManyFiles(usize),
    /// An archive in an archive in an archive.
    Nested,
    /// It is packed by another method than deflate.
    Compression,
    /// An office file that is neither a document nor a spreadsheet, such as slides.
    OtherOffice,
    /// There is no text in it.
    NoText,
    /// No column of the table looks like text, and none was named; here are the columns.
    NoTextColumn(Vec<String>),
    /// A column that was named is not there; here are the columns.
    NoSuchColumn(String, Vec<String>),
    /// These rows of the table have no text.
    RowsWithoutText(Vec<usize>),
    /// The table has more rows than this, or more bytes than tables may; the rest was left out.
    TooManyRows(usize),
    /// PDF is read in the page only.
    PdfInPageOnly,
    /// The pages of a PDF are pictures.
    Scanned,
    /// These pages of a PDF have no text, others have.
    PagesWithoutText(Vec<usize>),
}

impl Why {
    /// A name of the cause that stays the same from version to version.
    pub fn code(&self) -> &'static str {
        match self {
            Why::Kind(kind) => kind.code(),
            Why::Encrypted => "encrypted",
            Why::Damaged => "damaged-file",
            Why::Cut => "cut-file",
            Why::TooLarge => "too-large",
            Why::ArchiveTooLarge { .. } => "archive-too-large",
            Why::TooManyFiles(_) => "too-many",
            Why::Nested => "nested-archive",
            Why::Compression => "compression",
            Why::OtherOffice => "other-office",
            Why::NoText => "empty",
            Why::NoTextColumn(_) => "no-text-column",
            Why::NoSuchColumn(..) => "no-such-column",
            Why::RowsWithoutText(_) => "rows-without-text",
            Why::TooManyRows(_) => "too-many-rows",
            Why::PdfInPageOnly => "pdf-in-page-only",
            Why::Scanned => "scanned",
            Why::PagesWithoutText(_) => "pages-without-text",
        }
    }

    /// Figures and names that belong to the cause, without words around them.
    pub fn detail(&self) -> String {
        match self {
            Why::ArchiveTooLarge { n_files, n_bytes } => format!("{n_files} / {} MB", n_bytes >> 20),
            Why::TooManyFiles(n) | Why::TooManyRows(n) => n.to_string(),
            Why::NoTextColumn(columns) | Why::NoSuchColumn(_, columns) => columns.join(" | "),
            Why::RowsWithoutText(numbers) | Why::PagesWithoutText(numbers) => shown(numbers),
            _ => String::new(),
        }
    }
}

/// The first numbers of a list.
fn shown(rows: &[usize]) -> String {
    const N_SHOWN: usize = 12;
    let numbers: Vec<String> = rows.iter().take(N_SHOWN).map(ToString::to_string).collect();
    let more = if rows.len() > N_SHOWN { format!(" … ({})", rows.len()) } else { String::new() };
    format!("{}{more}", numbers.join(", "))
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Kind(Kind::Rtf) => f.write_str("Rich Text is not read; save it as .docx or as text"),
            Why::Kind(Kind::OldOffice) => {
                f.write_str("an office file of before 2007 (.doc, .xls, .ppt, .wps) is not read; save it as .docx or .xlsx")
            }
            Why::Kind(Kind::Image) => f.write_str("a picture has no text that could be read"),
            Why::Kind(Kind::OtherArchive) => f.write_str("of archives only .zip is read; unpack it first"),
            Why::Encrypted | Why::Kind(Kind::Encrypted) => f.write_str("it asks for a password"),
            Why::Kind(_) => f.write_str("it is no text"),
            Why::Damaged => f.write_str("it is damaged and cannot be read"),
            Why::Cut => f.write_str("it is damaged; what could be read of it was read"),
            Why::TooLarge => f.write_str("it unpacks to more than 32 MB"),
            Why::ArchiveTooLarge { n_files, n_bytes } => write!(
                f,
                "the archive unpacks to more than 200 MB; reading stopped after {n_files} files and {} MB",
                n_bytes >> 20
            ),
            Why::TooManyFiles(n) => write!(f, "the archive holds more than {n} files; the rest was left out"),
            Why::Nested => f.write_str("an archive in an archive in an archive is not opened"),
            Why::Compression => f.write_str("it is packed by a method that is not known here"),
            Why::OtherOffice => f.write_str("of office files only documents (.docx) and spreadsheets (.xlsx) are read"),
            Why::NoText => f.write_str("there is no text in it"),
            Why::NoTextColumn(columns) => {
                write!(f, "no column looks like text; name one with --columns text=… ({})", columns.join(", "))
            }
            Why::NoSuchColumn(column, columns) => {
                write!(f, "there is no column {column}; there are {}", columns.join(", "))
            }
            Why::RowsWithoutText(rows) => write!(f, "rows without text were left out: {}", shown(rows)),
            Why::TooManyRows(n) => write!(f, "the table has more than {n} rows or 64 MB; the rest was left out"),
            Why::Scanned => f.write_str("its pages are pictures without text; a program for text recognition is needed"),
            Why::PagesWithoutText(pages) => write!(f, "pages without text: {}", shown(pages)),
            Why::PdfInPageOnly => f.write_str("PDF is read in the page only, not on the command line"),
        }
    }
}
