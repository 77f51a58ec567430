//! Tables, and how their rows become documents.

use crate::columns::Columns;
use crate::limits::{N_COLUMNS, N_ROWS, TABLE};
use crate::refusal::{Refusal, Why};
use serde::{Deserialize, Serialize};

/// A table with its head.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Name of the file, with archive before and sheet behind it.
    pub name: String,
    /// Names of the columns; `A`, `B` and so on where there is no head.
    pub columns: Vec<String>,
    /// The rows below the head with their numbers, as spreadsheets count them: from 1, the head included.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// A document that a row holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Name of the table, `#` and the number of the row.
    pub name: String,
    /// The text.
    pub text: String,
    /// What the other columns say of it.
    pub place: Option<String>,
    /// Date as written.
    pub date: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Medium.
    pub source: Option<String>,
}

/// The documents of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    /// One for each row that has text.
    pub rows: Vec<Row>,
    /// Rows that have none.
    pub refusals: Vec<Refusal>,
}

/// Takes each row as a document.
pub fn rows(table: &Table, columns: &Columns) -> Rows {
    let refused = |why| Rows { rows: Vec::new(), refusals: vec![Refusal { name: table.name.clone(), why }] };
    let Some(text) = columns.text else { return refused(Why::NoTextColumn(table.columns.clone())) };
    let cell = |row: &[String], column: Option<usize>| {
        let value = row.get(column?)?.trim();
        (!value.is_empty()).then(|| value.to_owned())
    };
    let mut found = Rows::default();
    let mut empty = Vec::new();
    for (number, row) in &table.rows {
        let Some(text) = cell(row, Some(text)) else {
            empty.push(*number);
            continue;
        };
        found.rows.push(Row {
            name: format!("{}#{number}", table.name),
            text,
            place: cell(row, columns.place),
            date: cell(row, columns.date),
            title: cell(row, columns.title),
            source: cell(row, columns.source),
        });
    }
    if !empty.is_empty() {
        found.refusals.push(Refusal { name: table.name.clone(), why: Why::RowsWithoutText(empty) });
    }
    found
}

/// Rows while a table is read, within its limits.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    rows: Vec<(usize, Vec<String>)>,
    n_bytes: usize,
    is_full: bool,
}

impl Builder {
    /// Puts a cell into the row of this number; rows come in order.
    pub fn put(&mut self, row: usize, column: usize, value: String) {
        if value.trim().is_empty() || column >= N_COLUMNS || self.is_full {
            return;
        }
        let is_new = self.rows.last().is_none_or(|(last, _)| *last != row);
        self.is_full = self.n_bytes + value.len() > TABLE || (is_new && self.rows.len() > N_ROWS);
        if self.is_full {
            return;
        }
        self.n_bytes += value.len();
        if is_new {
            self.rows.push((row, Vec::new()));
        }
        if let Some((_, cells)) = self.rows.last_mut() {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = value;
        }
    }

    /// Whether a limit is reached, and nothing more is taken.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// Copies a cell to those below it that are empty, down to the row of this number.
    pub fn fill_down(&mut self, top: usize, bottom: usize, column: usize) {
        let at = |number: usize| self.rows.partition_point(|(row, _)| *row < number);
        let (first, end) = (at(top), at(bottom.saturating_add(1)));
        let Some((number, cells)) = self.rows.get(first) else { return };
        let Some(value) = cells.get(column).filter(|cell| *number == top && !cell.is_empty()).cloned() else {
            return;
        };
        for (_, cells) in &mut self.rows[first + 1..end.max(first + 1)] {
            if cells.get(column).is_some_and(|cell| !cell.is_empty()) {
                continue;
            }
            if self.n_bytes + value.len() > TABLE {
                return;
            }
            self.n_bytes += value.len();
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column].clone_from(&value);
        }
    }

    /// The table, and whether rows were left out.
    pub fn table(self, name: &str) -> (Table, bool) {
        let head = crate::columns::head(&self.rows);
        let n_columns = self.rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        let names = |row: &[String]| {
            let name =
                |column| row.get(column).map(|name: &String| name.trim()).filter(|name| !name.is_empty());
            (0..n_columns).map(|column| name(column).map_or_else(|| letters(column), str::to_owned)).collect()
        };
        let columns = names(head.map_or(&[][..], |at| &self.rows[at].1));
        let mut rows: Vec<_> = self.rows.into_iter().skip(head.map_or(0, |at| at + 1)).collect();
        let is_cut = self.is_full || rows.len() > N_ROWS;
        rows.truncate(N_ROWS);
        (Table { name: name.to_owned(), columns, rows }, is_cut)
    }
}

/// The name of a column as spreadsheets write it: A, B, …, Z, AA.
pub(crate) fn letters(column: usize) -> String {
    let (high, low) = (column / 26, column % 26);
    let letter = char::from(b'A' + u8::try_from(low).unwrap_or(0));
    if high == 0 { letter.to_string() } else { format!("{}{letter}", letters(high - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 27, 255].map(letters), ["A", "Z", "AA", "AB", "IV"]);
    }
}
