//! Stretches that stand several times, with how firm they are inside and how free at their edges.
//!
//! Promise: every stretch of at most [`MAX_LENGTH`] characters that stands often enough, goes over no mark, and is
//! followed by different characters at different places is met once. The suffixes are sorted by no more characters
//! than that, so that the time hardly depends on how repetitive a text is. Not here: which of them are phrases.

use super::marked::is_of_phrase;
use std::ops::Range;

/// Characters of the longest stretch.
pub(super) const MAX_LENGTH: usize = 12;

/// Texts side by side, every mark a zero, with all their suffixes in order.
pub(super) struct Suffixes {
    characters: Vec<u32>,
    /// Of each character: bytes before it in its text.
    offsets: Vec<u32>,
    /// Of each text: its first character.
    starts: Vec<usize>,
    order: Vec<u32>,
    n: f64,
}

/// A stretch that stands several times.
pub(super) struct Repeat {
    /// Number of characters.
    pub length: usize,
    /// Where it stands: a range of the sorted suffixes.
    pub first: usize,
    /// One past the last of them.
    pub end: usize,
    /// In nats; marks are as many different neighbours.
    pub left_entropy: f64,
    /// The same on the other side.
    pub right_entropy: f64,
}

impl Repeat {
    pub fn n(&self) -> usize {
        self.end - self.first
    }
}

impl Suffixes {
    pub fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let (mut characters, mut offsets, mut starts) = (vec![0], vec![0], Vec::new());
        for text in texts {
            starts.push(characters.len());
            for (at, c) in text.char_indices() {
                characters.push(if is_of_phrase(c) && !c.is_ascii_digit() { c as u32 } else { 0 });
                offsets.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
            characters.push(0);
            offsets.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        }
        let mut order: Vec<u32> =
            (0..characters.len() as u32).filter(|at| characters[*at as usize] != 0).collect();
        let ahead = |at: u32| {
            let at = at as usize;
            &characters[at..characters.len().min(at + MAX_LENGTH + 1)]
        };
        order.sort_unstable_by(|a, b| ahead(*a).cmp(ahead(*b)).then(a.cmp(b)));
        let n = order.len().max(2) as f64;
        Suffixes { characters, offsets, starts, order, n }
    }

    /// Number of characters that two suffixes share at their beginning.
    fn shared(&self, one: u32, other: u32) -> usize {
        let (one, other) = (&self.characters[one as usize..], &self.characters[other as usize..]);
        one.iter().zip(other).take(MAX_LENGTH + 1).take_while(|(a, b)| a == b && **a != 0).count()
    }

    /// Every repeat of at least `min_length` characters and `min_n` places: the intervals of the suffix array, by a
    /// stack (Abouelhoda, Kurtz and Ohlebusch 2004).
    pub fn repeats(&self, min_length: usize, min_n: usize) -> Vec<Repeat> {
        let mut found = Vec::new();
        let mut open: Vec<(usize, usize)> = vec![(0, 0)];
        let mut before = Vec::new();
        for at in 1..=self.order.len() {
            let shared = self.order.get(at).map_or(0, |suffix| self.shared(self.order[at - 1], *suffix));
            let mut first = at - 1;
            while let Some(&(length, start)) = open.last()
                && length > shared
            {
                open.pop();
                first = start;
                if (min_length..=MAX_LENGTH).contains(&length) && at - start >= min_n {
                    found.push(self.repeat(length, start, at, &mut before));
                }
            }
            if open.last().is_none_or(|(length, _)| *length < shared) {
                open.push((shared, first));
            }
        }
        found
    }

    fn repeat(&self, length: usize, first: usize, end: usize, before: &mut Vec<u32>) -> Repeat {
        let places = &self.order[first..end];
        before.clear();
        before.extend(places.iter().map(|at| self.characters[*at as usize - 1]));
        before.sort_unstable();
        let left_entropy = entropy(before.iter().copied());
        let right_entropy = entropy(places.iter().map(|at| self.characters[*at as usize + length]));
        Repeat { length, first, end, left_entropy, right_entropy }
    }

    /// The least normalised pointwise mutual information over all ways to cut the stretch in two.
    pub fn cohesion(&self, repeat: &Repeat) -> f64 {
        let at = self.order[repeat.first] as usize;
        let stretch = &self.characters[at..at + repeat.length];
        let n = repeat.n() as f64;
        let of_all = libm::log(self.n / n);
        let cuts = (1..repeat.length).map(|cut| {
            let (left, right) = (self.n_of(&stretch[..cut]) as f64, self.n_of(&stretch[cut..]) as f64);
            libm::log(n * self.n / (left * right)) / of_all
        });
        cuts.fold(1.0, f64::min)
    }

    /// How often a stretch stands.
    fn n_of(&self, stretch: &[u32]) -> usize {
        self.range(stretch).len()
    }

    /// The suffixes that begin with a stretch.
    fn range(&self, stretch: &[u32]) -> Range<usize> {
        let ahead = |at: u32| {
            let at = at as usize;
            &self.characters[at..self.characters.len().min(at + stretch.len())]
        };
        let first = self.order.partition_point(|at| ahead(*at) < stretch);
        first..first + self.order[first..].partition_point(|at| ahead(*at) == stretch)
    }

    /// A stretch wherever it stands, if it is short and plain enough to be looked for.
    pub fn find(&self, stretch: &str) -> Option<Repeat> {
        let stretch: Vec<u32> = stretch.chars().map(|c| c as u32).collect();
        let range = if stretch.len() <= MAX_LENGTH { self.range(&stretch) } else { 0..0 };
        (!range.is_empty()).then(|| self.repeat(stretch.len(), range.start, range.end, &mut Vec::new()))
    }

    /// Where the stretch stands: index of the text and byte in it, in the order of the suffixes.
    pub fn places(&self, repeat: &Repeat) -> impl Iterator<Item = (usize, usize)> {
        self.order[repeat.first..repeat.end].iter().map(|at| {
            let at = *at as usize;
            let text = self.starts.partition_point(|start| *start <= at) - 1;
            (text, self.offsets[at] as usize)
        })
    }
}

/// Entropy of sorted neighbours; a mark, written as zero, is like no other.
fn entropy(sorted: impl Iterator<Item = u32>) -> f64 {
    let (mut n, mut sum, mut run, mut last) = (0u32, 0.0, 0u32, 0u32);
    let mut close = |run: u32, of: u32| {
        if of != 0 && run > 1 {
            sum += f64::from(run) * libm::log(f64::from(run));
        }
    };
    for neighbour in sorted {
        n += 1;
        if neighbour == last && run > 0 {
            run += 1;
            continue;
        }
        close(run, last);
        (run, last) = (1, neighbour);
    }
    close(run, last);
    if n == 0 { 0.0 } else { libm::log(f64::from(n)) - sum / f64::from(n) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, min_n: usize) -> Vec<(String, usize)> {
        let suffixes = Suffixes::new([text].into_iter());
        let repeats = suffixes.repeats(2, min_n);
        let mut found: Vec<_> = repeats
            .iter()
            .map(|repeat| {
                let (_, start) = suffixes.places(repeat).next().expect("a repeat stands somewhere");
                (text[start..].chars().take(repeat.length).collect(), repeat.n())
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn what_stands_twice_is_met_once_and_as_long_as_it_is() {
        assert_eq!(found("抓项目，看项目。", 2), [("项目".to_owned(), 2)]);
        let pairs = found("双招双引为先，双招双引为要，双引", 2);
        assert_eq!(
            pairs,
            [
                ("双引".to_owned(), 3),
                ("双引为".to_owned(), 2),
                ("双招双引为".to_owned(), 2),
                ("引为".to_owned(), 2),
                ("招双引为".to_owned(), 2)
            ]
        );
    }

    #[test]
    fn no_repeat_goes_over_a_mark_or_from_text_to_text() {
        assert_eq!(found("抓，项抓，项", 2), []);
        assert_eq!(Suffixes::new(["抓项", "目抓", "项目"].into_iter()).repeats(2, 2).len(), 0);
    }

    #[test]
    fn marks_are_different_neighbours_and_equal_characters_are_one() {
        assert_eq!(entropy([7, 7, 7].into_iter()), 0.0);
        let want = libm::log(3.0);
        assert!((entropy([0, 0, 0].into_iter()) - want).abs() < 1e-12);
        assert!((entropy([1, 2, 3].into_iter()) - want).abs() < 1e-12);
    }

    #[test]
    fn characters_that_stand_only_together_have_full_cohesion() {
        let suffixes = Suffixes::new(["甲乙丙，甲乙丁，甲乙戊，己庚辛壬癸"].into_iter());
        let repeats = suffixes.repeats(2, 3);
        assert_eq!(repeats.len(), 1);
        assert!((suffixes.cohesion(&repeats[0]) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_text_that_repeats_one_character_is_sorted_in_no_time() {
        let text = "的".repeat(200_000);
        assert_eq!(Suffixes::new([text.as_str()].into_iter()).repeats(2, 3).len(), MAX_LENGTH - 1);
    }
}
