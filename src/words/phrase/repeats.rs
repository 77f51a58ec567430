//! Stretches that stand several times, with how firm they are inside and how free at their edges.
//!
//! Promise: every stretch of a length that is asked for, which stands often enough, goes over no mark, and is followed by
//! different characters at different places is met once. Only suffixes are sorted whose beginning may stand often
//! enough, and by no more characters than are asked for, so that the time hardly depends on how repetitive a text is.
//! Not here: which of them are phrases. Characters beyond the Basic Multilingual Plane count as marks.

use super::marked::is_of_phrase;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Which stretches are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sought {
    /// Characters of the shortest.
    pub min_length: usize,
    /// Characters of the longest.
    pub max_length: usize,
    /// Least uses.
    pub min_n: usize,
}

/// Texts side by side, every mark a zero, with those suffixes in order that may be of use.
pub(super) struct Suffixes {
    characters: Vec<u16>,
    /// Of each text: its first character.
    starts: Vec<usize>,
    order: Vec<u32>,
    n: f64,
    sought: Sought,
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

/// Characters that one figure compares.
const AT_ONCE: usize = 4;

impl Suffixes {
    pub fn new<'t>(texts: impl Iterator<Item = &'t str>, sought: Sought) -> Self {
        let (mut characters, mut starts) = (vec![0], Vec::new());
        for text in texts {
            starts.push(characters.len());
            characters.extend(text.chars().map(of_phrase));
            characters.push(0);
        }
        let n = characters.iter().filter(|c| **c != 0).count().max(2) as f64;
        let mut suffixes = Suffixes { characters, starts, order: Vec::new(), n, sought };
        let mut keyed = suffixes.frequent();
        suffixes.sort(&mut keyed, 0);
        suffixes.order = keyed.into_iter().map(|(_, at)| at).collect();
        suffixes
    }

    /// The suffixes whose beginning, as long as the shortest stretch, may stand often enough: it is counted under a figure
    /// that few others share.
    #[inline(never)]
    fn frequent(&self) -> Vec<(u64, u32)> {
        let length = self.sought.min_length.min(AT_ONCE);
        let n_counters = (self.characters.len() * 2).next_power_of_two().clamp(1 << 10, 1 << 22);
        let mut counters = vec![0u8; n_counters];
        let shift = 64 - n_counters.trailing_zeros();
        let counter = |key: u64| (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> shift) as usize;
        self.each(length, |key, _| {
            let count = &mut counters[counter(key)];
            *count = count.saturating_add(1);
        });
        let least = u8::try_from(self.sought.min_n).unwrap_or(u8::MAX);
        let mut keyed = Vec::new();
        self.each(length, |key, at| {
            if counters[counter(key)] >= least {
                keyed.push((self.key(at as usize, 0), at));
            }
        });
        keyed
    }

    /// Each place at which so many characters stand before a mark, with a figure for them.
    fn each(&self, length: usize, mut meet: impl FnMut(u64, u32)) {
        let mask = u64::MAX >> (64 - 16 * length);
        let (mut key, mut n) = (0u64, 0);
        for (at, c) in self.characters.iter().enumerate() {
            key = (key << 16 | u64::from(*c)) & mask;
            n = if *c == 0 { 0 } else { n + 1 };
            if n >= length {
                meet(key, (at + 1 - length) as u32);
            }
        }
    }

    /// Four characters of a suffix as a figure; zeros from the first mark on.
    fn key(&self, at: usize, skipped: usize) -> u64 {
        let stretch = &self.characters[at..self.characters.len().min(at + skipped + AT_ONCE)];
        let length = stretch.iter().position(|c| *c == 0).unwrap_or(stretch.len());
        let of = |index: usize| if index < length { u64::from(stretch[index]) } else { 0 };
        (skipped..skipped + AT_ONCE).fold(0, |key, index| key << 16 | of(index))
    }

    /// Sorts suffixes that share as many characters as are skipped.
    #[inline(never)]
    fn sort(&self, keyed: &mut [(u64, u32)], skipped: usize) {
        keyed.sort_unstable();
        let skipped = skipped + AT_ONCE;
        if skipped > self.sought.max_length {
            return;
        }
        for same in keyed.chunk_by_mut(|one, other| one.0 == other.0) {
            // A mark comes last in it: they share nothing more.
            if same.len() > 1 && same[0].0 & 0xffff != 0 {
                for (key, at) in same.iter_mut() {
                    *key = self.key(*at as usize, skipped);
                }
                self.sort(same, skipped);
            }
        }
    }

    /// Number of characters that two suffixes share at their beginning.
    fn shared(&self, one: u32, other: u32) -> usize {
        let (one, other) = (&self.characters[one as usize..], &self.characters[other as usize..]);
        let same = one.iter().zip(other).take(self.sought.max_length + 1);
        same.take_while(|(a, b)| a == b && **a != 0).count()
    }

    /// Every repeat that was sought: the intervals of the suffix array, by a stack (Abouelhoda, Kurtz and Ohlebusch 2004).
    pub fn repeats(&self) -> Vec<Repeat> {
        let Sought { min_length, max_length, min_n } = self.sought;
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
                if (min_length..=max_length).contains(&length) && at - start >= min_n {
                    found.push(self.repeat(length, start, at, &mut before));
                }
            }
            if open.last().is_none_or(|(length, _)| *length < shared) {
                open.push((shared, first));
            }
        }
        found
    }

    #[inline(never)]
    fn repeat(&self, length: usize, first: usize, end: usize, before: &mut Vec<u16>) -> Repeat {
        let places = &self.order[first..end];
        let right_entropy = entropy(places.iter().map(|at| self.characters[*at as usize + length]));
        before.clear();
        before.extend(places.iter().map(|at| self.characters[*at as usize - 1]));
        before.sort_unstable();
        Repeat { length, first, end, left_entropy: entropy(before.iter().copied()), right_entropy }
    }

    /// The characters of a repeat.
    pub fn stretch(&self, repeat: &Repeat) -> &[u16] {
        let at = self.order[repeat.first] as usize;
        &self.characters[at..at + repeat.length]
    }

    /// Of each repeat the least normalised pointwise mutual information over all ways to cut it in two.
    pub fn cohesions(&self, repeats: &[Repeat]) -> Vec<f64> {
        let short = self.short_ones(repeats);
        let n_of = |stretch: &[u16]| match stretch.len() {
            length if length < self.sought.min_length => short.get(&figure(stretch)).copied().unwrap_or(1),
            _ => self.range(stretch).len(),
        };
        let of_one = |repeat: &Repeat| {
            let (stretch, n) = (self.stretch(repeat), repeat.n() as f64);
            let of_all = libm::log(self.n / n);
            let cuts = (1..repeat.length).map(|cut| {
                let (left, right) = (n_of(&stretch[..cut]) as f64, n_of(&stretch[cut..]) as f64);
                libm::log(n * self.n / (left * right)) / of_all
            });
            cuts.fold(1.0, f64::min)
        };
        repeats.iter().map(of_one).collect()
    }

    /// How often all parts stand that are too short to be among the sorted suffixes.
    #[inline(never)]
    fn short_ones(&self, repeats: &[Repeat]) -> FxHashMap<u64, usize> {
        let mut counts = FxHashMap::default();
        let lengths = 1..self.sought.min_length;
        for repeat in repeats {
            let stretch = self.stretch(repeat);
            for length in lengths.clone().filter(|length| *length < stretch.len()) {
                counts.insert(figure(&stretch[..length]), 0);
                counts.insert(figure(&stretch[stretch.len() - length..]), 0);
            }
        }
        let mut may_be = vec![false; 1 << 16];
        counts.keys().for_each(|key| may_be[spread(*key)] = true);
        for length in lengths {
            self.each(length, |key, _| {
                if may_be[spread(key)]
                    && let Some(count) = counts.get_mut(&key)
                {
                    *count += 1;
                }
            });
        }
        counts
    }

    /// The sorted suffixes that begin with a stretch.
    fn range(&self, stretch: &[u16]) -> Range<usize> {
        let ahead = |at: u32| {
            let at = at as usize;
            &self.characters[at..self.characters.len().min(at + stretch.len())]
        };
        let first = self.order.partition_point(|at| ahead(*at) < stretch);
        first..first + self.order[first..].partition_point(|at| ahead(*at) == stretch)
    }

    /// A stretch of a length that is sought, wherever it stands; none where it may stand too rarely to be known.
    #[inline(never)]
    pub fn find(&self, stretch: &[u16]) -> Option<Repeat> {
        let is_sought = (self.sought.min_length..=self.sought.max_length).contains(&stretch.len());
        let range = if is_sought { self.range(stretch) } else { 0..0 };
        (!range.is_empty()).then(|| self.repeat(stretch.len(), range.start, range.end, &mut Vec::new()))
    }

    /// Where some stretches of two characters or more stand, each with its places in order.
    #[inline(never)]
    pub fn places_of(&self, stretches: &[Vec<u16>]) -> Vec<Vec<u32>> {
        let mut by_pair: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (index, stretch) in stretches.iter().enumerate().filter(|(_, stretch)| stretch.len() > 1) {
            by_pair.entry(figure(&stretch[..2])).or_default().push(index);
        }
        let mut may_be = vec![false; 1 << 16];
        by_pair.keys().for_each(|key| may_be[spread(*key)] = true);
        let mut places = vec![Vec::new(); stretches.len()];
        self.each(2, |key, at| {
            if may_be[spread(key)]
                && let Some(here) = by_pair.get(&key)
            {
                let here = here
                    .iter()
                    .filter(|index| self.characters[at as usize..].starts_with(&stretches[**index]));
                here.for_each(|index| places[*index].push(at));
            }
        });
        places
    }

    /// Where the repeat stands, in the order of the suffixes.
    pub fn places(&self, repeat: &Repeat) -> &[u32] {
        &self.order[repeat.first..repeat.end]
    }

    /// A place as the index of the text and the number of characters before it.
    pub fn within(&self, place: u32) -> (usize, usize) {
        let at = place as usize;
        let text = self.starts.partition_point(|start| *start <= at) - 1;
        (text, at - self.starts[text])
    }
}

/// Fewer than four characters as a figure.
fn figure(stretch: &[u16]) -> u64 {
    stretch.iter().fold(0, |key, c| key << 16 | u64::from(*c))
}

/// A figure of sixteen bits that few others share.
fn spread(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 48) as usize
}

/// The characters of a stretch as they stand side by side; none if one of them counts as a mark.
pub(super) fn plain(stretch: &str) -> Option<Vec<u16>> {
    stretch.chars().map(|c| Some(of_phrase(c)).filter(|c| *c != 0)).collect()
}

fn of_phrase(c: char) -> u16 {
    if is_of_phrase(c) && !c.is_ascii_digit() { u16::try_from(c as u32).unwrap_or(0) } else { 0 }
}

/// Entropy of sorted neighbours; a mark, written as zero, is like no other.
fn entropy(sorted: impl Iterator<Item = u16>) -> f64 {
    let (mut n, mut sum, mut run, mut last) = (0u32, 0.0, 0u32, 0u16);
    let mut close = |run: u32, of: u16| {
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

    fn suffixes(texts: &[&str], min_n: usize) -> Suffixes {
        Suffixes::new(texts.iter().copied(), Sought { min_length: 2, max_length: 12, min_n })
    }

    fn found(text: &str, min_n: usize) -> Vec<(String, usize)> {
        let suffixes = suffixes(&[text], min_n);
        let repeats = suffixes.repeats();
        let mut found: Vec<_> = repeats
            .iter()
            .map(|repeat| {
                let (_, start) = suffixes.within(suffixes.places(repeat)[0]);
                (text.chars().skip(start).take(repeat.length).collect(), repeat.n())
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
        assert_eq!(suffixes(&["抓项", "目抓", "项目"], 2).repeats().len(), 0);
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
        let suffixes = suffixes(&["甲乙丙，甲乙丁，甲乙戊，己庚辛壬癸"], 3);
        let repeats = suffixes.repeats();
        assert_eq!(repeats.len(), 1);
        assert!((suffixes.cohesions(&repeats)[0] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn longer_stretches_are_the_same_whether_shorter_ones_are_looked_for_or_not() {
        let text = "推进新旧动能转换工程，看新旧动能转换，新旧动能转换好！动能转换快。抓新旧动能转换吗？新旧动能转变，旧动能转换慢";
        let of = |min_length| {
            let suffixes = Suffixes::new([text].into_iter(), Sought { min_length, max_length: 8, min_n: 3 });
            let repeats = suffixes.repeats();
            let cohesions = suffixes.cohesions(&repeats);
            let of_one = |(repeat, cohesion): (&Repeat, f64)| {
                let edges = (repeat.left_entropy.to_bits(), repeat.right_entropy.to_bits());
                (suffixes.stretch(repeat).to_vec(), repeat.n(), edges, cohesion.to_bits())
            };
            let found = repeats.iter().zip(cohesions).map(of_one);
            found.filter(|one| one.0.len() >= 4).collect::<Vec<_>>()
        };
        assert_eq!(of(4), of(2));
        assert_eq!(of(4), of(3));
        assert!(of(4).len() >= 3);
    }

    #[test]
    fn a_text_that_repeats_one_character_is_sorted_in_no_time() {
        let text = "的".repeat(200_000);
        assert_eq!(suffixes(&[&text], 3).repeats().len(), 11);
    }
}
