//! The sentences in which a theme stands, and which of its terms they hold.

use super::count::keys;
use super::sentences::{Sentence, Use, sentences_of_block};
use super::themes::{TermCount, theme_uses};
use super::view::View;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::words::{NONE, ThemeSheet};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All sentences of a theme, or those of one of its terms.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThemeSentences {
    /// The theme's key, or the term that was asked for.
    pub word: String,
    /// The sum of all marks.
    pub n: usize,
    /// In the order of the documents.
    pub sentences: Vec<Sentence>,
    /// All terms of the theme in the columns asked for, whichever of them the sentences are for; the most frequent first.
    pub terms: Vec<TermCount>,
}

/// Finds the sentences of a theme, in one column or in all, with all its terms or with one.
///
/// A theme that the sheet does not have has none.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn theme_sentences(
    corpus: &Corpus,
    theme: &str,
    term: Option<&str>,
    view: &View,
    column: Option<&str>,
) -> Result<ThemeSentences, Error> {
    corpus.ready()?;
    let sheet = &*ThemeSheet::of(corpus.words());
    let mut found = ThemeSentences {
        word: term.unwrap_or(theme).to_owned(),
        n: 0,
        sentences: Vec::new(),
        terms: Vec::new(),
    };
    let Some(theme) = sheet.themes().iter().position(|one| one.key == theme) else { return Ok(found) };
    let mut terms: BTreeMap<usize, u64> = BTreeMap::new();
    for entry in corpus.entries() {
        for (block, key) in keys(corpus, entry, view).iter().enumerate() {
            let Some(key) = key.map(|key| key.to_string()) else { continue };
            if column.is_some_and(|column| column != key) {
                continue;
            }
            let mut uses = theme_uses(corpus, entry, block, sheet);
            uses.retain(|used| used.theme == theme);
            for used in &uses {
                *terms.entry(used.term).or_default() += 1;
            }
            uses.retain(|used| term.is_none_or(|term| sheet.terms()[used.term].text == term));
            let uses: Vec<Use> = uses.iter().map(|used| (used.span, None)).collect();
            found.n += uses.len();
            found.sentences.extend(sentences_of_block(entry, block, &key, &uses));
        }
    }
    let mut terms: Vec<(usize, u64)> = terms.into_iter().collect();
    terms.sort_by_key(|(term, n)| (Reverse(*n), *term));
    let shown = |(term, n): (usize, u64)| TermCount { term: sheet.terms()[term].text.clone(), n };
    found.terms = terms.into_iter().map(shown).collect();
    Ok(found)
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
