//! The sentences in which a theme stands, and which of its terms they hold.

use super::count::keys;
use super::sentences::{Sentence, Use, sentences_of_block};
use super::themes::{TermCount, most_frequent, theme_uses};
use super::view::View;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::words::{NONE, ThemeSheet};
use serde::Serialize;

/// All sentences of a theme.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemeSentences {
    /// The theme's key.
    pub word: String,
    /// The sum of all marks.
    pub n: usize,
    /// In the order of the documents.
    pub sentences: Vec<Sentence>,
    /// The terms that the sentences hold, the most frequent first, those of one count in the order of the sheet.
    pub terms: Vec<TermCount>,
    /// By sentence and mark: which of the terms stands there.
    pub mark_terms: Vec<Vec<usize>>,
}

/// Finds the sentences of a theme, in one column or in all.
///
/// A theme that the sheet does not have has none.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn theme_sentences(
    corpus: &Corpus,
    theme: &str,
    view: &View,
    column: Option<&str>,
) -> Result<ThemeSentences, Error> {
    corpus.ready()?;
    let sheet = &*ThemeSheet::of(corpus.words());
    let position = sheet.themes().iter().position(|one| one.key == theme);
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut used: Vec<usize> = Vec::new();
    for entry in corpus.entries().iter().filter(|_| position.is_some()) {
        for (block, key) in keys(corpus, entry, view).iter().enumerate() {
            let Some(key) = key.map(|key| key.to_string()) else { continue };
            if column.is_some_and(|column| column != key) {
                continue;
            }
            let mut uses = theme_uses(corpus, entry, block, sheet);
            uses.retain(|used| Some(used.theme) == position);
            used.extend(uses.iter().map(|used| used.term));
            let uses: Vec<Use> = uses.iter().map(|used| (used.span, None)).collect();
            sentences.extend(sentences_of_block(entry, block, &key, &uses));
        }
    }
    let mut counts = vec![0; sheet.terms().len()];
    used.iter().for_each(|term: &usize| counts[*term] += 1);
    let order = most_frequent(&counts, counts.len());
    let place = |term: &usize| order.iter().position(|(one, _)| one == term).unwrap_or_default();
    let mut rest = used.iter();
    let of_marks = |sentence: &Sentence| rest.by_ref().take(sentence.marks.len()).map(place).collect();
    let mark_terms = sentences.iter().map(of_marks).collect();
    let shown = |(term, n): &(usize, u64)| TermCount { term: sheet.terms()[*term].text.clone(), n: *n };
    let terms = order.iter().map(shown).collect();
    Ok(ThemeSentences { word: theme.to_owned(), n: used.len(), sentences, terms, mark_terms })
}

/// A theme of the sheet as the reader may edit it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetTheme {
    /// As in the sheet; `none` for terms that count for nothing.
    pub key: String,
    /// As in the sheet.
    pub name: String,
    /// In the order of the sheet.
    pub terms: Vec<String>,
}

/// The sheet in use, theme by theme, then what counts for nothing.
pub fn theme_sheet(corpus: &Corpus) -> Vec<SheetTheme> {
    let sheet = ThemeSheet::of(corpus.words());
    let terms = |theme: Option<usize>| {
        let terms = sheet.terms().iter().filter(|term| term.theme == theme);
        terms.map(|term| term.text.clone()).collect()
    };
    let themes = sheet.themes().iter().enumerate().map(|(at, theme)| SheetTheme {
        key: theme.key.clone(),
        name: theme.name.clone(),
        terms: terms(Some(at)),
    });
    let none = SheetTheme { key: NONE.to_owned(), name: String::new(), terms: terms(None) };
    themes.chain([none]).collect()
}
