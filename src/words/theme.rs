//! Themes: the words and phrases by which a text shows what it speaks about, from a sheet such as data/themes/themes.txt.
//!
//! Promise: from left to right the longest term wins, so that no character counts twice; a sheet is read whatever stands
//! in it, and the first of two equal terms holds. Not here: which stretches of a text may be a term at all (words that a
//! term would tear, names), which the caller says, and what is counted of it (`report`).

use super::user::Words;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;

/// The key of terms that are found and count for nothing.
pub const NONE: &str = "none";

/// Themes with their terms.
#[derive(Debug, Clone, Default)]
pub struct ThemeSheet {
    themes: Vec<Theme>,
    terms: Vec<ThemeTerm>,
    /// Terms by their first two characters, the longest first.
    index: FxHashMap<(char, char), Vec<u32>>,
}

/// A theme as the sheet names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// A word of its own, by which the page knows its name in other languages.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A term of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeTerm {
    /// The word or phrase.
    pub text: String,
    /// Index of its theme; none if it counts for nothing.
    pub theme: Option<usize>,
}

/// A term at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThemeUse {
    /// Bytes of the text.
    pub span: Span,
    /// Index of the theme.
    pub theme: usize,
    /// Index of the term.
    pub term: usize,
}

impl ThemeSheet {
    /// The sheet of data/themes.
    pub fn built_in() -> &'static ThemeSheet {
        static SHEET: OnceLock<ThemeSheet> = OnceLock::new();
        SHEET.get_or_init(|| ThemeSheet::parse(include_str!("../../data/themes/themes.txt")))
    }

    /// The reader's sheet, or ours if there is none.
    pub fn of(words: &Words) -> Cow<'static, ThemeSheet> {
        match words.themes.as_str() {
            "" => Cow::Borrowed(ThemeSheet::built_in()),
            text => Cow::Owned(ThemeSheet::parse(text)),
        }
    }

    /// Reads a sheet: `= KEY NAME` opens a theme, its terms follow; lines that begin with `#` are left out. A term of one
    /// character is left out too, since it would be found in words that have nothing to do with it.
    pub fn parse(text: &str) -> ThemeSheet {
        let mut sheet = ThemeSheet::default();
        let mut theme = None;
        for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some(head) = line.strip_prefix('=') {
                let (key, name) = head.trim().split_once(char::is_whitespace).unwrap_or((head.trim(), ""));
                theme = (key != NONE).then(|| sheet.theme(key, name.trim()));
            } else {
                line.split_whitespace().for_each(|term| sheet.add(term, theme));
            }
        }
        sheet
    }

    /// The index of a theme, a new one if the key is new.
    fn theme(&mut self, key: &str, name: &str) -> usize {
        self.themes.iter().position(|theme| theme.key == key).unwrap_or_else(|| {
            self.themes.push(Theme { key: key.to_owned(), name: name.to_owned() });
            self.themes.len() - 1
        })
    }

    /// Adds a term unless it is there, among those that begin as it does at its place by length.
    fn add(&mut self, term: &str, theme: Option<usize>) {
        let Some(beginning) = beginning(term) else { return };
        let alike = self.index.entry(beginning).or_default();
        let text = |at: &u32| self.terms[*at as usize].text.as_str();
        if alike.iter().any(|at| text(at) == term) {
            return;
        }
        let place = alike.iter().take_while(|at| text(at).len() >= term.len()).count();
        alike.insert(place, self.terms.len() as u32);
        self.terms.push(ThemeTerm { text: term.to_owned(), theme });
    }

    /// The themes in the order of the sheet.
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// All terms in the order of the sheet.
    pub fn terms(&self) -> &[ThemeTerm] {
        &self.terms
    }

    /// The uses of themes in a text, from left to right, among stretches that may be a term.
    pub fn uses(&self, text: &str, may_be: impl Fn(Span) -> bool) -> Vec<ThemeUse> {
        let mut found = Vec::new();
        let mut end = 0;
        for (at, _) in text.char_indices() {
            let candidates = beginning(&text[at..]).filter(|_| at >= end).and_then(|it| self.index.get(&it));
            let is_here = |term: &&u32| {
                let ThemeTerm { text: term, theme } = &self.terms[**term as usize];
                text[at..].starts_with(term.as_str())
                    && !cuts_letters(text, at)
                    && !cuts_letters(text, at + term.len())
                    // What counts for nothing guards its characters wherever they stand.
                    && (theme.is_none() || may_be(Span::new(at, at + term.len())))
            };
            let Some(term) = candidates.and_then(|terms| terms.iter().find(is_here)) else { continue };
            let ThemeTerm { text: word, theme } = &self.terms[*term as usize];
            end = at + word.len();
            if let Some(theme) = *theme {
                found.push(ThemeUse { span: Span::new(at, end), theme, term: *term as usize });
            }
        }
        found
    }
}

fn beginning(text: &str) -> Option<(char, char)> {
    let mut chars = text.chars();
    Some((chars.next()?, chars.next()?))
}

/// Whether a run of letters and figures would be cut here: 5G in 15G.
fn cuts_letters(text: &str, at: usize) -> bool {
    let is_letter = |char: char| char.is_ascii_alphanumeric();
    text[..at].ends_with(is_letter) && text[at..].starts_with(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "# a comment\n= ecology 生态\n生态 5G\n生态环境\n= industry 产业\n产业 产业生态 生态\n= none\n生态位 项\n";

    fn found(text: &str) -> Vec<(String, String)> {
        let sheet = ThemeSheet::parse(SHEET);
        let shown = |used: ThemeUse| (used.span.of(text).to_owned(), sheet.themes()[used.theme].key.clone());
        sheet.uses(text, |_| true).into_iter().map(shown).collect()
    }

    #[test]
    fn the_longest_term_wins_and_no_character_counts_twice() {
        for (text, want) in [
            ("保护生态环境", &[("生态环境", "ecology")][..]),
            ("产业生态环境", &[("产业生态", "industry")]),
            ("生态、产业", &[("生态", "ecology"), ("产业", "industry")]),
            ("占据生态位", &[]),
            ("建5G、15G和5Gs", &[("5G", "ecology")]),
            ("项目", &[]),
            ("", &[]),
        ] {
            let want: Vec<(String, String)> =
                want.iter().map(|(term, theme)| ((*term).to_owned(), (*theme).to_owned())).collect();
            assert_eq!(found(text), want, "{text}");
        }
    }

    #[test]
    fn where_a_longer_term_may_not_be_a_shorter_one_is_looked_for() {
        let sheet = ThemeSheet::parse(SHEET);
        let text = "生态环境";
        let short = sheet.uses(text, |span| span.len() < text.len());
        assert_eq!(short.iter().map(|used| used.span.of(text)).collect::<Vec<_>>(), ["生态"]);
    }

    #[test]
    fn whatever_stands_in_a_sheet_is_read() {
        for text in ["", "=", "= ", "甲乙", "= none", "= a\n= a 甲\n", "\u{feff}= a"] {
            assert!(ThemeSheet::parse(text).themes().len() <= 1, "{text:?}");
        }
    }
}
