//! What several groups of texts have word for word in common: runs of letters that stand in texts of at least two groups.
//!
//! Letters are numbers, and a group is whose texts they are; what a letter is, the caller decides.
//!
//! # Promises
//! - [`SharedRuns::is_shared`] is exact: a letter is shared if, and only if, it lies in a run of at least [`MIN_RUN`]
//!   letters that stands in a text of another group too. Stretches with one hash are compared letter by letter.
//! - Each run is maximal: at the place where it is taken from it can be made longer at neither end and still stand in two
//!   groups. The longest comes first; of equals that with the smaller letters, then the one that comes first.
//! - No letter twice: a run that is given has more than half of its letters, at one of its places, in no longer run that
//!   is given. What is left out so differs from a longer one at its edges only, and its letters count as shared.
//! - A run's uses never overlap. Each is the whole run or a part of it of at least [`MIN_RUN`] letters, in whatever group.
//! - Runs stay within a text, and 0 stands in none.
//!
//! The order of texts changes nothing but which of equal runs comes first, and the numbers of texts. Time and memory grow
//! with the letters, and with the uses of what is shared. Where one text says the same more than sixteen times, what
//! comes after counts as shared and may be missing among the uses.

use super::shingles::Shingles;
use crate::order::Order;
use std::cmp::Ordering;
use std::ops::Range;

/// Letters that a run has at least. The stock phrases of one genre that have no author are shorter: four characters,
/// twice or three times.
pub const MIN_RUN: usize = 12;

/// Texts as rows of numbers, each of a group.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    /// The texts one after another, each with a 0 behind it.
    all: Vec<u32>,
    /// By text: its group and where its letters begin.
    texts: Vec<(u16, usize)>,
}

/// What texts of several groups share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedRuns {
    /// By text and letter.
    pub is_shared: Vec<Vec<bool>>,
    /// The longest first.
    pub runs: Vec<Run>,
}

/// A run of letters that stands in texts of at least two groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its letters.
    pub n_letters: usize,
    /// Where it stands, by text and place.
    pub uses: Vec<RunUse>,
}

/// Where a run stands, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RunUse {
    /// Which text.
    pub text: usize,
    /// The first letter in the text.
    pub start: usize,
    /// Letters of the run that are left out before it.
    pub from: usize,
    /// Letters.
    pub n_letters: usize,
}

impl Letters {
    /// Adds a text of a group.
    pub fn push(&mut self, group: u16, letters: impl Iterator<Item = u32>) {
        self.texts.push((group, self.all.len()));
        self.all.extend(letters);
        self.all.push(0);
    }

    /// Finds what the groups share.
    ///
    /// ```
    /// use chengyan::stats::{Letters, RunUse};
    ///
    /// let mut letters = Letters::default();
    /// letters.push(1, (1..=20).chain([99]));
    /// letters.push(2, [50].into_iter().chain(5..=20));
    /// let shared = letters.shared_runs();
    /// assert_eq!(shared.is_shared[0].iter().filter(|is| **is).count(), 16);
    /// assert_eq!(shared.runs[0].uses[1], RunUse { text: 1, start: 1, from: 0, n_letters: 16 });
    /// ```
    pub fn shared_runs(&self) -> SharedRuns {
        let grams = Grams::of(self);
        let mut is_shared = vec![false; self.all.len()];
        let mut done = 0;
        for at in (0..self.all.len()).filter(|at| grams.at[*at] != NONE) {
            is_shared[done.max(at)..at + MIN_RUN].fill(true);
            done = at + MIN_RUN;
        }
        let is_shared = (0..self.texts.len()).map(|text| is_shared[self.span(text)].to_vec()).collect();
        SharedRuns { is_shared, runs: self.chosen(self.maximal(&grams), &grams) }
    }

    /// Where the letters of a text stand.
    fn span(&self, text: usize) -> Range<usize> {
        let end = self.texts.get(text + 1).map_or(self.all.len(), |(_, start)| *start);
        self.texts[text].1..end - 1
    }

    fn text(&self, at: usize) -> usize {
        self.texts.partition_point(|(_, start)| *start <= at) - 1
    }

    fn group(&self, at: usize) -> u16 {
        self.texts[self.text(at)].0
    }

    /// Letters from two places on that are the same; the first of them are known to be.
    fn n_alike(&self, one: usize, other: usize, n_known: usize) -> usize {
        let rest = self.all[one + n_known..].iter().zip(&self.all[other + n_known..]);
        n_known + rest.take_while(|(a, b)| a == b && **a != 0).count()
    }

    /// The longest that stands in another group too, from each place where that cannot be made longer to the left.
    fn maximal(&self, grams: &Grams) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for members in (0..grams.n()).map(|gram| grams.members(gram)) {
            if members.is_empty() || self.is_preceded_alike(members) {
                continue;
            }
            let mut sorted = members.to_vec();
            sorted.order_by(|one, other| self.compare(*one as usize, *other as usize));
            found.extend(sorted.iter().map(|at| *at as usize).zip(self.reach(&sorted)));
        }
        found.order_by_key(|(at, _)| *at);
        let mut end = 0;
        found.retain(|(at, n)| {
            let is_longer = at + n > end;
            end = end.max(at + n);
            is_longer
        });
        found
    }

    /// Whether the same letter stands before all places: whatever begins there begins before.
    fn is_preceded_alike(&self, members: &[u32]) -> bool {
        let before = |at: u32| (at as usize).checked_sub(1).map_or(0, |at| self.all[at]);
        before(members[0]) != 0 && members.iter().all(|at| before(*at) == before(members[0]))
    }

    fn compare(&self, one: usize, other: usize) -> Ordering {
        let n = self.n_alike(one, other, MIN_RUN);
        self.all[one + n].cmp(&self.all[other + n]).then(one.cmp(&other))
    }

    /// For places in the order of what stands there: how far another group goes along. In that order what stands next to
    /// a place is most like it.
    fn reach(&self, sorted: &[u32]) -> Vec<usize> {
        let groups: Vec<u16> = sorted.iter().map(|at| self.group(*at as usize)).collect();
        let alike = |pair: &[u32]| self.n_alike(pair[0] as usize, pair[1] as usize, MIN_RUN);
        let alike: Vec<usize> = sorted.windows(2).map(alike).collect();
        let mut reach = vec![0; sorted.len()];
        let mut walk = |from: usize, to: usize, near: &mut Near| {
            near.pass(groups[from], alike[from.min(to)]);
            reach[to] = reach[to].max(near.of_another(groups[to]));
        };
        let (mut left, mut right) = (Near::default(), Near::default());
        for at in 1..sorted.len() {
            walk(at - 1, at, &mut left);
            let at = sorted.len() - at;
            walk(at, at - 1, &mut right);
        }
        reach
    }

    /// The longest first, each that is more than a longer one with other edges.
    fn chosen(&self, mut candidates: Vec<(usize, usize)>, grams: &Grams) -> Vec<Run> {
        let letters = |(at, n): &(usize, usize)| &self.all[*at..at + n];
        candidates.order_by(|a, b| b.1.cmp(&a.1).then_with(|| letters(a).cmp(letters(b))));
        // By letter and by stretch: the last run that has it, counted from one.
        let mut taken = Taken { letters: vec![0; self.all.len()], grams: vec![0; grams.n()] };
        let mut runs = Vec::new();
        for (at, n) in candidates {
            let n_free = taken.letters[at..at + n].iter().filter(|run| **run == 0).count();
            if 2 * n_free > n {
                let uses = self.uses(at, n, runs.len() as u32 + 1, grams, &mut taken);
                runs.push(Run { n_letters: n, uses });
            }
        }
        runs
    }

    /// Where a run stands, wholly or in part.
    fn uses(&self, at: usize, n: usize, run: u32, grams: &Grams, taken: &mut Taken) -> Vec<RunUse> {
        let mut uses = Vec::new();
        for from in 0..=n - MIN_RUN {
            let gram = grams.at[at + from] as usize;
            if std::mem::replace(&mut taken.grams[gram], run) == run {
                continue;
            }
            for place in grams.members(gram).iter().map(|place| *place as usize) {
                if taken.letters[place + MIN_RUN - 1] == run {
                    continue;
                }
                let is_more = |by: &usize| self.all[place - by] == self.all[at + from - by];
                let n_before = (1..=from.min(place)).take_while(is_more).count();
                let (start, from) = (place - n_before, from - n_before);
                let n_letters = self.n_alike(start, at + from, n_before + MIN_RUN).min(n - from);
                let letters = &mut taken.letters[start..start + n_letters];
                if letters.contains(&run) {
                    continue;
                }
                letters.fill(run);
                let text = self.text(start);
                uses.push(RunUse { text, start: start - self.texts[text].1, from, n_letters });
            }
        }
        uses.order();
        uses
    }
}

/// How far the places behind go along, of the nearest group and of the nearest other one.
#[derive(Default)]
struct Near {
    nearest: (u16, usize),
    other: (u16, usize),
}

impl Near {
    /// Goes past a place of a group to the next one, which has so many letters in common with it.
    fn pass(&mut self, group: u16, n_alike: usize) {
        if self.nearest.0 != group || self.nearest.1 == 0 {
            self.other = self.nearest;
        }
        self.nearest = (group, n_alike);
        self.other.1 = self.other.1.min(n_alike);
    }

    fn of_another(&self, group: u16) -> usize {
        if self.nearest.0 == group { self.other.1 } else { self.nearest.1 }
    }
}

/// Which run was the last to take a letter or a stretch.
struct Taken {
    letters: Vec<u32>,
    grams: Vec<u32>,
}

/// A stretch that a text has more often is looked at so often: else a text of one letter would never be done.
const MOST_IN_TEXT: usize = 16;

/// No stretch that groups share.
const NONE: u32 = u32::MAX;

/// Groups in which a stretch stands, as far as is known.
const UNSEEN: u16 = u16::MAX;
const SEVERAL: u16 = u16::MAX - 1;

/// The stretches of [`MIN_RUN`] letters that stand in several groups.
struct Grams {
    /// By place: the number of the stretch that begins there.
    at: Vec<u32>,
    /// By stretch: where its places begin in `places`.
    starts: Vec<usize>,
    /// Its first places in each text, from left to right.
    places: Vec<u32>,
}

/// A stretch on the way.
struct Gram {
    first: usize,
    group: u16,
    /// The last text that has it, and how often that does so far.
    text: usize,
    n_here: usize,
    n_places: usize,
}

impl Grams {
    fn of(letters: &Letters) -> Self {
        let hashes = hashes(&letters.all);
        let all = promising(letters, &hashes);
        let mut at = vec![NONE; letters.all.len()];
        let mut grams: Vec<Gram> = Vec::new();
        let mut slots = vec![NONE; (2 * all.len()).next_power_of_two()];
        let mask = slots.len() - 1;
        let mut firsts = Vec::new();
        for (place, text) in all {
            let mut slot = hashes[place] as usize & mask;
            let is_other = |gram: u32| {
                let first = grams[gram as usize].first;
                letters.all[first..first + MIN_RUN] != letters.all[place..place + MIN_RUN]
            };
            while slots[slot] != NONE && is_other(slots[slot]) {
                slot = (slot + 1) & mask;
            }
            let group = letters.texts[text].0;
            if slots[slot] == NONE {
                slots[slot] = grams.len() as u32;
                grams.push(Gram { first: place, group, text, n_here: 0, n_places: 0 });
            }
            at[place] = slots[slot];
            let gram = &mut grams[slots[slot] as usize];
            gram.group = if gram.group == group { group } else { SEVERAL };
            gram.n_here = if gram.text == text { gram.n_here + 1 } else { 1 };
            gram.text = text;
            if gram.n_here <= MOST_IN_TEXT {
                gram.n_places += 1;
                firsts.push(place as u32);
            }
        }
        Grams::of_several(at, &grams, &firsts)
    }

    /// Leaves out what stands in one group only.
    fn of_several(mut at: Vec<u32>, grams: &[Gram], firsts: &[u32]) -> Self {
        let mut starts = vec![0];
        let mut numbers = Vec::with_capacity(grams.len());
        for gram in grams {
            let is_shared = gram.group == SEVERAL;
            numbers.push(if is_shared { starts.len() as u32 - 1 } else { NONE });
            if is_shared {
                starts.push(starts[starts.len() - 1] + gram.n_places);
            }
        }
        for gram in at.iter_mut().filter(|gram| **gram != NONE) {
            *gram = numbers[*gram as usize];
        }
        let mut next = starts.clone();
        let mut places = vec![0; starts[starts.len() - 1]];
        for first in firsts {
            if at[*first as usize] != NONE {
                let next = &mut next[at[*first as usize] as usize];
                places[*next] = *first;
                *next += 1;
            }
        }
        Grams { at, starts, places }
    }

    fn n(&self) -> usize {
        self.starts.len() - 1
    }

    fn members(&self, gram: usize) -> &[u32] {
        &self.places[self.starts[gram]..self.starts[gram + 1]]
    }
}

/// The hash of the stretch that begins at each place; 0 where there is none.
fn hashes(letters: &[u32]) -> Vec<u32> {
    let mut hashes = vec![0; letters.len()];
    let mut shingles = Shingles::<MIN_RUN>::default();
    for (at, letter) in letters.iter().enumerate() {
        if *letter == 0 {
            shingles = Shingles::default();
        } else if let Some(hash) = shingles.push(*letter) {
            hashes[at + 1 - MIN_RUN] = hash.max(1);
        }
    }
    hashes
}

/// The places, with their texts, whose hash several groups seem to have: a first look, so that only few are looked at
/// closely.
fn promising(letters: &Letters, hashes: &[u32]) -> Vec<(usize, usize)> {
    let mut seen = vec![UNSEEN; (2 * hashes.len()).next_power_of_two()];
    let mask = seen.len() - 1;
    for text in 0..letters.texts.len() {
        let group = letters.texts[text].0;
        for hash in hashes[letters.span(text)].iter().filter(|hash| **hash != 0) {
            let seen = &mut seen[*hash as usize & mask];
            *seen = if *seen == UNSEEN || *seen == group { group } else { SEVERAL };
        }
    }
    let is_promising = |at: &usize| hashes[*at] != 0 && seen[hashes[*at] as usize & mask] == SEVERAL;
    let of_text = |text| letters.span(text).filter(is_promising).map(move |at| (at, text));
    (0..letters.texts.len()).flat_map(of_text).collect()
}
