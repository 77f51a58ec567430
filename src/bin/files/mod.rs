//! Files and folders on the command line, opened: what stands in archives, documents and tables, each as a text.

use chengyan::intake::{self, Encoding, Given};
use chengyan_formats::{Columns, Kind, Part, Refusal, Table, Why, delimited, guess, open, rows};
use std::fs;
use std::path::{Path, PathBuf};

/// A text to analyse.
pub struct File {
    /// Name of the file, or of what it was in and what it is there.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// As the person said; none to find it out.
    pub encoding: Option<Encoding>,
    /// What is known of it from beside its text.
    pub given: Given,
}

/// How files are read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The encoding of all texts, if the person said one.
    pub encoding: Option<Encoding>,
    /// Which columns of tables are what, as the person said.
    pub columns: Option<&'a str>,
}

/// Reads files, and all files in folders by name; what cannot be read is named on standard error.
pub fn read_all(paths: &[PathBuf], reading: Reading) -> Vec<File> {
    let mut files = Vec::new();
    for path in paths {
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        read_into(&mut files, path, name, reading);
    }
    files
}

fn read_into(files: &mut Vec<File>, path: &Path, name: String, reading: Reading) {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = match fs::read_dir(path) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            Err(why) => return eprintln!("{}: {why}", path.display()),
        };
        entries.sort();
        for entry in entries {
            let inner =
                entry.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            if !inner.starts_with('.') {
                read_into(files, &entry, format!("{name}/{inner}"), reading);
            }
        }
        return;
    }
    match fs::read(path) {
        Ok(bytes) => take(files, &name, bytes, reading),
        Err(why) => eprintln!("{}: {why}", path.display()),
    }
}

/// A file with all that stands in it.
fn take(files: &mut Vec<File>, name: &str, bytes: Vec<u8>, reading: Reading) {
    // Names in archives that are not UTF-8 are GBK where Chinese is written.
    let opened = open(name, &bytes, &|bytes| intake::original(bytes, Some(Encoding::Gb18030)));
    tell(&opened.refusals);
    for part in opened.parts {
        take_part(files, part, reading);
    }
}

fn take_part(files: &mut Vec<File>, part: Part, reading: Reading) {
    match part {
        Part::File { name, kind: Kind::Pdf, .. } => tell(&[Refusal { name, why: Why::PdfInPageOnly }]),
        Part::File { name, bytes, kind: Kind::Delimited } => {
            let opened = delimited(&name, &intake::original(&bytes, reading.encoding));
            tell(&opened.refusals);
            opened.parts.into_iter().for_each(|part| take_part(files, part, reading));
        }
        Part::File { name, bytes, .. } => {
            files.push(File { name, bytes, encoding: reading.encoding, given: Given::default() });
        }
        Part::Text { name, text, title } => {
            let given = Given { title, yields: true, ..Given::default() };
            files.push(File { name, bytes: text.into_bytes(), encoding: Some(Encoding::Utf8), given });
        }
        Part::Table(table) => take_table(files, &table, reading.columns),
    }
}

fn take_table(files: &mut Vec<File>, table: &Table, spoken: Option<&str>) {
    let columns = match guess(table).named(spoken.unwrap_or_default(), table) {
        Ok(columns) => columns,
        Err(column) => {
            let why = Why::NoSuchColumn(column, table.columns.clone());
            return tell(&[Refusal { name: table.name.clone(), why }]);
        }
    };
    let found = rows(table, &columns);
    if !found.rows.is_empty() {
        eprintln!("{}: {}", table.name, said(table, &columns));
    }
    tell(&found.refusals);
    for row in found.rows {
        let given =
            Given { title: row.title, date: row.date, place: row.place, source: row.source, yields: false };
        let encoding = Some(Encoding::Utf8);
        files.push(File { name: row.name, bytes: row.text.into_bytes(), encoding, given });
    }
}

/// Which columns were taken for what.
fn said(table: &Table, columns: &Columns) -> String {
    let fields = [
        ("text", columns.text),
        ("city", columns.place),
        ("date", columns.date),
        ("title", columns.title),
        ("source", columns.source),
    ];
    let taken = fields
        .into_iter()
        .filter_map(|(field, column)| Some(format!("{field}={}", table.columns.get(column?)?)));
    format!("columns are {}", taken.collect::<Vec<_>>().join(","))
}

fn tell(refusals: &[Refusal]) {
    for Refusal { name, why } in refusals {
        eprintln!("{name}: {why}");
    }
}
