//! Spreadsheets: each sheet is a table. Dates come out as ISO, merged cells as if each of their rows had the value.
//!
//! Left out: formulas (their last values count), comments, charts.

use crate::archive::Archive;
use crate::limits::{Budget, N_ROWS, TABLE};
use crate::open::{Opened, Part};
use crate::refusal::Why;
use crate::table::Builder;
use crate::xml::{Node, Tag, walk};
use std::collections::BTreeMap;

/// Ranges of merged cells that are looked at.
const MAX_MERGED: usize = 10_000;

/// Reads a spreadsheet that has `xl/workbook.xml`.
pub(crate) fn read(name: &str, archive: &Archive, budget: &mut Budget, opened: &mut Opened) {
    let mut tables = Vec::new();
    let mut each = |sheet: &str, bytes: &[u8], shared: &Shared| {
        let mut reader = SheetReader::new(shared);
        if !walk(bytes, |node| reader.node(node)) {
            opened.refuse(name, Why::Cut);
        }
        let (table, is_cut) = reader.filled().table(&format!("{name}/{sheet}"));
        if is_cut {
            opened.refuse(&table.name, Why::TooManyRows(N_ROWS));
        }
        if !table.rows.is_empty() {
            tables.push(table);
        }
    };
    if let Err(why) = sheets(archive, budget, &mut each) {
        opened.refuse(name, why);
    } else if tables.is_empty() {
        opened.refuse(name, Why::NoText);
    }
    if let [only] = tables.as_mut_slice() {
        name.clone_into(&mut only.name);
    }
    opened.parts.extend(tables.into_iter().map(Part::Table));
}

/// Hands each sheet to `visit`, in the order of the workbook.
fn sheets(
    archive: &Archive,
    budget: &mut Budget,
    visit: &mut dyn FnMut(&str, &[u8], &Shared),
) -> Result<(), Why> {
    let mut part = |path: &str| archive.find(path).map(|entry| archive.read(entry, budget)).transpose();
    let workbook = part("xl/workbook.xml")?.ok_or(Why::Damaged)?;
    let targets = part("xl/_rels/workbook.xml.rels")?.map(|bytes| targets(&bytes)).unwrap_or_default();
    let (sheets, from_1904) = listed(&workbook);
    let shared = Shared {
        strings: part("xl/sharedStrings.xml")?.map(|bytes| strings(&bytes)).unwrap_or_default(),
        dates: part("xl/styles.xml")?.map(|bytes| date_formats(&bytes)).unwrap_or_default(),
        from_1904,
    };
    for (sheet, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = if target.starts_with('/') { target.clone() } else { format!("xl/{target}") };
        if let Some(bytes) = part(&path)? {
            visit(&sheet, &bytes, &shared);
        }
    }
    Ok(())
}

/// What all sheets refer to.
struct Shared {
    strings: Vec<String>,
    /// By the number of a cell's format: whether it is a date.
    dates: Vec<bool>,
    /// Days are counted from 1904 and not from 1900.
    from_1904: bool,
}

/// Names of the sheets with the ids of their parts, and whether days are counted from 1904.
fn listed(bytes: &[u8]) -> (Vec<(String, String)>, bool) {
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    walk(bytes, |node| {
        if let Node::Start(tag) = node {
            match tag.name() {
                "sheet" => {
                    sheets.push((tag.get("name").unwrap_or_default(), tag.get("id").unwrap_or_default()))
                }
                "workbookPr" => from_1904 = matches!(tag.get("date1904").as_deref(), Some("1" | "true")),
                _ => {}
            }
        }
    });
    (sheets, from_1904)
}

fn targets(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    walk(bytes, |node| {
        if let Node::Start(tag) = node
            && let (Some(id), Some(target)) = (tag.get("Id"), tag.get("Target"))
        {
            targets.insert(id, target);
        }
    });
    targets
}

/// Strings that cells refer to by number, without the readings beside them.
fn strings(bytes: &[u8]) -> Vec<String> {
    let mut strings: Vec<String> = Vec::new();
    let (mut is_text, mut is_reading) = (false, false);
    walk(bytes, |node| match node {
        Node::Start(tag) => match tag.name() {
            "si" => strings.push(String::new()),
            "t" => is_text = true,
            "rPh" => is_reading = true,
            _ => {}
        },
        Node::End("t") => is_text = false,
        Node::End("rPh") => is_reading = false,
        Node::Text(text) if is_text && !is_reading => {
            strings.last_mut().into_iter().for_each(|string| string.push_str(text));
        }
        _ => {}
    });
    strings
}

/// By number of format, whether cells of it are dates.
fn date_formats(bytes: &[u8]) -> Vec<bool> {
    let mut own: BTreeMap<String, bool> = BTreeMap::new();
    let (mut dates, mut in_formats) = (Vec::new(), false);
    walk(bytes, |node| match node {
        Node::Start(tag) => match tag.name() {
            "numFmt" => {
                let code = tag.get("formatCode").unwrap_or_default();
                own.insert(tag.get("numFmtId").unwrap_or_default(), is_date_format(&code));
            }
            "cellXfs" => in_formats = true,
            "xf" if in_formats => {
                let id = tag.get("numFmtId").unwrap_or_default();
                let number: u32 = id.parse().unwrap_or(0);
                let built_in = matches!(number, 14..=17 | 22 | 27..=31 | 36 | 50..=58);
                dates.push(own.get(&id).copied().unwrap_or(built_in));
            }
            _ => {}
        },
        Node::End("cellXfs") => in_formats = false,
        _ => {}
    });
    dates
}

/// Whether a format such as `yyyy"年"m"月"` writes years and months or days.
fn is_date_format(code: &str) -> bool {
    let mut plain = String::new();
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for c in code.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if !quoted && !bracketed => plain.extend(c.to_lowercase()),
            _ => {}
        }
    }
    plain.contains('y') || (plain.contains('d') && plain.contains('m'))
}

struct SheetReader<'a> {
    shared: &'a Shared,
    rows: Builder,
    row: usize,
    column: usize,
    kind: String,
    style: usize,
    value: String,
    is_value: bool,
    is_reading: bool,
    /// Merged cells: first row, last row, column.
    merged: Vec<(usize, usize, usize)>,
}

impl<'a> SheetReader<'a> {
    fn new(shared: &'a Shared) -> Self {
        SheetReader {
            shared,
            rows: Builder::default(),
            row: 0,
            column: 0,
            kind: String::new(),
            style: 0,
            value: String::new(),
            is_value: false,
            is_reading: false,
            merged: Vec::new(),
        }
    }

    fn node(&mut self, node: Node) {
        match node {
            Node::Start(tag) => self.start(tag),
            Node::End("c") => {
                if !self.rows.is_full() {
                    self.rows.put(self.row, self.column, self.cell());
                }
                self.column += 1;
            }
            Node::End("v" | "t") => self.is_value = false,
            Node::End("rPh") => self.is_reading = false,
            Node::Text(text) if self.is_value && !self.is_reading && self.value.len() < TABLE => {
                self.value.push_str(text);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag.name() {
            "row" => {
                let number = tag.get("r").and_then(|number| number.parse().ok());
                // Rows come in order; one that says otherwise is counted on.
                self.row = number.filter(|number| *number > self.row).unwrap_or(self.row + 1);
                self.column = 0;
            }
            "c" => {
                self.column =
                    tag.get("r").and_then(|at| reference(&at)).map_or(self.column, |(_, column)| column);
                self.kind = tag.get("t").unwrap_or_default();
                self.style = tag.get("s").and_then(|style| style.parse().ok()).unwrap_or(0);
                self.value.clear();
            }
            "v" | "t" => self.is_value = true,
            "rPh" => self.is_reading = true,
            "mergeCell" => self.merge(&tag.get("ref").unwrap_or_default()),
            _ => {}
        }
    }

    fn merge(&mut self, range: &str) {
        if self.merged.len() < MAX_MERGED
            && let Some((first, last)) = range.split_once(':')
            && let (Some((top, column)), Some((bottom, _))) = (reference(first), reference(last))
        {
            self.merged.push((top, bottom, column));
        }
    }

    fn cell(&self) -> String {
        let value = self.value.trim();
        match self.kind.as_str() {
            "s" => value
                .parse()
                .ok()
                .and_then(|at: usize| self.shared.strings.get(at))
                .cloned()
                .unwrap_or_default(),
            "b" => if value == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "e" => String::new(),
            "" | "n" if self.shared.dates.get(self.style).copied().unwrap_or(false) => {
                date(value, self.shared.from_1904).unwrap_or_else(|| value.to_owned())
            }
            _ => self.value.clone(),
        }
    }

    /// The rows, with the value of merged cells in each of their rows.
    fn filled(mut self) -> Builder {
        for (top, bottom, column) in std::mem::take(&mut self.merged) {
            self.rows.fill_down(top, bottom, column);
        }
        self.rows
    }
}

/// `C12` is row 12, column 2.
fn reference(at: &str) -> Option<(usize, usize)> {
    let n_letters = at.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&n_letters) {
        return None;
    }
    let (letters, digits) = at.split_at(n_letters);
    let column =
        letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse().ok()?, column - 1))
}

/// Days since the end of 1899 as ISO. Spreadsheets believe that 1900 had a 29 February.
fn date(value: &str, from_1904: bool) -> Option<String> {
    let days = value.parse::<f64>().ok().filter(|days| (1.0..2_958_466.0).contains(days))? as i64;
    let days = if from_1904 { days + 1462 } else { days };
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": days since 1 March of the year 0.
    let shifted = days + 693_899 + i64::from(days <= 60);
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (value, want) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("43525.5", "2019-03-01"),
            ("43890", "2020-02-29"),
            ("45292", "2024-01-01"),
        ] {
            assert_eq!(date(value, false).as_deref(), Some(want), "{value}");
        }
        assert_eq!(date("42063", true).as_deref(), Some("2019-03-01"));
        assert_eq!(date("x", false), None);
    }

    #[test]
    fn formats_of_dates_are_known() {
        for (code, want) in [
            ("yyyy\"年\"m\"月\"", true),
            ("m/d", true),
            ("0.00", false),
            ("[Red]0", false),
            ("\"day\"0", false),
            ("mm:ss", false),
        ] {
            assert_eq!(is_date_format(code), want, "{code}");
        }
    }
}
