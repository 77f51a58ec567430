//! The words of themes in each city with their uses: what a cloud zoned by theme shows.
//!
//! Promise: the counts are those of `themes` at the same view, so that the words of a theme in a city add up to its uses there;
//! nothing is cut off and nothing is compared.

use super::themes::{ThemeCity, counted, most_frequent};
use super::view::View;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::words::{Theme, ThemeSheet};
use serde::Serialize;

/// A theme by its key and its name in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedTheme {
    /// As in the sheet.
    pub key: String,
    /// As in the sheet.
    pub name: String,
}

/// A term of the sheet in a city.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemeWord {
    /// As the sheet has it.
    pub term: String,
    /// Index of its theme.
    pub theme: usize,
    /// Uses in the city.
    pub n: u64,
}

/// The words of themes in a city.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CityWords {
    /// The city, with its totals.
    pub city: ThemeCity,
    /// All that it uses, the most frequent first, those of one count in the order of the sheet.
    pub words: Vec<ThemeWord>,
}

/// The words of themes in all cities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThemeWords {
    /// In the order of the sheet.
    pub themes: Vec<NamedTheme>,
    /// By code.
    pub cities: Vec<CityWords>,
}

/// Counts the words of the reader's sheet, or of ours, in all cities.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn theme_words(corpus: &Corpus, view: &View) -> Result<ThemeWords, Error> {
    corpus.ready()?;
    let sheet = &*ThemeSheet::of(corpus.words());
    let named = |theme: &Theme| NamedTheme { key: theme.key.clone(), name: theme.name.clone() };
    let cities = counted(corpus, view, sheet);
    let cities = cities.iter().map(|city| CityWords { city: city.shown(), words: words(&city.terms, sheet) });
    Ok(ThemeWords { cities: cities.collect(), themes: sheet.themes().iter().map(named).collect() })
}

/// The terms that are used, by their counts in the order of the sheet.
fn words(counts: &[u64], sheet: &ThemeSheet) -> Vec<ThemeWord> {
    let word = |(at, n): (usize, u64)| {
        let term = &sheet.terms()[at];
        term.theme.map(|theme| ThemeWord { term: term.text.clone(), theme, n })
    };
    most_frequent(counts, counts.len()).into_iter().filter_map(word).collect()
}
