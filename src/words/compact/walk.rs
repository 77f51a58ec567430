//! Going through the words of a compact dictionary.
//!
//! Promise: words are met in their order, each once; groups whose first character is not wanted are not decoded. What is
//! damaged has no words.

use super::{Compact, Group};

/// A word as it is met: its number, and how many characters are those of the word before.
pub(in crate::words) struct Met {
    pub(in crate::words) number: usize,
    pub(in crate::words) n_shared: usize,
}

impl Compact {
    /// Calls `visit` with the ranks of every word of a group, for which it needs room. None where the bytes are
    /// damaged.
    #[inline]
    pub(super) fn walk(
        &self,
        group: &Group,
        word: &mut [u16],
        mut visit: impl FnMut(&[u16], Met),
    ) -> Option<()> {
        let n_chars = self.chars.len();
        let [mut seconds, mut steps, mut fresh] = group.at;
        word[0] = group.first;
        for number in group.word..group.word + group.n_words {
            let mut n_shared = 0;
            let mut position = 1;
            if number > group.word {
                let mut step = 0;
                while step == 0 && position < word.len() {
                    step = self.code_at(if position == 1 { &mut seconds } else { &mut steps })?;
                    position += 1;
                }
                n_shared = position - usize::from(step != 0);
                let rank = &mut word[position - 1];
                *rank = rank.checked_add(step)?;
                (usize::from(*rank) < n_chars).then_some(())?;
            }
            for rank in &mut word[position..] {
                *rank = self.code_at(&mut fresh)?;
                (usize::from(*rank) < n_chars).then_some(())?;
            }
            visit(word, Met { number: number as usize, n_shared });
        }
        Some(())
    }

    /// Calls `visit` with the characters of every word whose first character is `wanted`.
    pub(in crate::words) fn visit(&self, wanted: impl Fn(char) -> bool, mut visit: impl FnMut(&[u16], Met)) {
        for (index, section) in self.sections.iter().enumerate() {
            let mut word = vec![0; index + 1];
            for group in &section.groups {
                if wanted(self.char(group.first)) {
                    // What is damaged has no words.
                    let _ = self.walk(group, &mut word, &mut visit);
                }
            }
        }
    }

    /// Calls `visit` with the characters and the number of the words of one length that start with a character.
    #[inline(never)]
    pub(in crate::words) fn visit_of_length(
        &self,
        first: char,
        n_chars: usize,
        mut visit: impl FnMut(&[u16], usize),
    ) {
        if let Some(group) = self.rank(first).and_then(|rank| self.group(rank, n_chars)) {
            // What is damaged has no words.
            let _ = self.walk(group, &mut vec![0; n_chars], |word, met| visit(word, met.number));
        }
    }

    /// For each length of the words that start with this character: the number of the first of them, and the ranks that
    /// come second in them, in their order. Told from one plane of the bytes, so that the words need not be decoded.
    pub(in crate::words) fn seconds(&self, first: char) -> impl Iterator<Item = (usize, usize, Box<[u16]>)> {
        let rank = self.rank(first);
        (2..=self.sections.len()).filter_map(move |n_chars| {
            let group = self.group(rank?, n_chars)?;
            Some((n_chars, group.word as usize, self.seconds_of(group)))
        })
    }

    #[inline(never)]
    fn seconds_of(&self, group: &Group) -> Box<[u16]> {
        let [mut seconds, _, mut fresh] = group.at;
        let mut rank = self.code_at(&mut fresh).unwrap_or_default();
        let steps = (1..group.n_words).map(|_| self.code_at(&mut seconds).unwrap_or_default());
        let mut ranks = vec![rank];
        ranks.extend(steps.map(|step| {
            rank = rank.saturating_add(step);
            rank
        }));
        ranks.into()
    }

    /// The frequency of a character as a word, if it is one.
    pub(in crate::words) fn frequency_of_char(&self, char: char) -> Option<u32> {
        let group = self.group(self.rank(char)?, 1)?;
        Some(self.frequency(group.word as usize))
    }

    /// The words of so many characters that start with this one.
    fn group(&self, first: u16, n_chars: usize) -> Option<&Group> {
        let groups = &self.sections.get(n_chars - 1)?.groups;
        let at = groups.binary_search_by_key(&first, |group| group.first).ok()?;
        Some(&groups[at])
    }
}
