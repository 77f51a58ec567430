//! CSV and TSV: which character stands between the cells, and what the cells are.

use crate::open::{Opened, Part};
use crate::refusal::Why;
use crate::table::Builder;
use csv::{ReaderBuilder, StringRecord};

/// Characters that stand between cells, the likelier first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// So many rows are looked at.
const N_TRIED: usize = 50;

/// Reads a table out of decoded text; one with no second column is a table all the same.
pub fn delimited(name: &str, text: &str) -> Opened {
    let mut opened = Opened::default();
    let text = text.trim_start_matches('\u{feff}');
    let (named, text) = named_delimiter(text);
    let delimiter = named.unwrap_or_else(|| delimiter(text));
    let mut builder = Builder::default();
    for (at, record) in records(text, delimiter).enumerate() {
        for (column, cell) in record.iter().enumerate() {
            builder.put(at + 1, column, cell.to_owned());
        }
    }
    let (table, is_cut) = builder.table(name);
    if is_cut {
        opened.refuse(name, Why::TooManyRows(crate::limits::N_ROWS));
    }
    if table.rows.is_empty() {
        opened.refuse(name, Why::NoText);
    } else {
        opened.parts.push(Part::Table(table));
    }
    opened
}

/// Spreadsheets may write `sep=;` above everything else.
fn named_delimiter(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    match first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) => (Some(*delimiter), rest),
        _ => (None, text),
    }
}

/// The character by which most rows have as many cells as the first, and more than one.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: &u8| {
        let rows: Vec<usize> = records(text, *delimiter).take(N_TRIED).map(|record| record.len()).collect();
        let first = rows.first().copied().unwrap_or(0);
        let n_same = rows.iter().filter(|n| **n == first && first > 1).count();
        (n_same, first)
    };
    // Of several that are as good, the first: `max_by_key` takes the last.
    DELIMITERS.into_iter().rev().max_by_key(score).unwrap_or(b',')
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> + '_ {
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok)
}
