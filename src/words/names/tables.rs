//! Tables whose rows are a class and its words, set apart by blanks.

use super::super::firsts::Firsts;
use rustc_hash::FxHashSet;

/// A table of data/names.
pub(super) struct Table {
    /// They are few: to compare with each is quicker than a tree.
    classes: Vec<(&'static str, Class)>,
}

#[derive(Default)]
struct Class {
    words: FxHashSet<&'static str>,
    /// Bytes of the longest word.
    longest: usize,
    /// With what the words begin and end: most places are ruled out by that.
    starts: Firsts,
    ends: Firsts,
}

impl Table {
    pub fn read(text: &'static str) -> Self {
        let mut classes: Vec<(&str, Class)> = Vec::new();
        let rows =
            text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        for (name, words) in rows {
            if classes.last().is_none_or(|(last, _)| *last != name) {
                classes.push((name, Class::default()));
            }
            let Some((_, class)) = classes.last_mut() else { continue };
            for word in words.split(' ').filter(|word| !word.is_empty()) {
                class.longest = class.longest.max(word.len());
                class.starts.extend(word.chars().next());
                class.ends.extend(word.chars().next_back());
                class.words.insert(word);
            }
        }
        Table { classes }
    }

    fn class(&self, name: &str) -> Option<&Class> {
        self.classes.iter().find(|(class, _)| *class == name).map(|(_, class)| class)
    }

    pub fn has(&self, class: &str, word: &str) -> bool {
        self.class(class).is_some_and(|class| {
            word.chars().next().is_some_and(|c| class.starts.may_have(c)) && class.words.contains(word)
        })
    }

    /// The longest word of a class with which a text begins.
    pub fn at_start<'t>(&self, class: &str, text: &'t str) -> Option<&'t str> {
        let class = self.class(class)?;
        class.starts.may_have(text.chars().next()?).then_some(())?;
        let longest = class.longest.min(text.len());
        let mut words = (1..=longest).rev().filter_map(|end| text.get(..end));
        words.find(|word| class.words.contains(word))
    }

    /// The longest word of a class with which a text ends.
    pub fn at_end<'t>(&self, class: &str, text: &'t str) -> Option<&'t str> {
        let class = self.class(class)?;
        class.ends.may_have(text.chars().next_back()?).then_some(())?;
        let longest = class.longest.min(text.len());
        let mut words = (1..=longest).rev().filter_map(|n| text.get(text.len() - n..));
        words.find(|word| class.words.contains(word))
    }
}

/// The first `n` characters of a text, if it has that many.
pub(super) fn first(text: &str, n: usize) -> Option<&str> {
    match text.char_indices().nth(n) {
        Some((end, _)) => Some(&text[..end]),
        None => (text.chars().count() == n).then_some(text),
    }
}

/// The last `n` characters of a text, if it has that many.
pub(super) fn last(text: &str, n: usize) -> Option<&str> {
    text.char_indices().rev().nth(n.checked_sub(1)?).map(|(start, _)| &text[start..])
}
