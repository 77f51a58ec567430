//! Sorting, and maps and sets filled one by one: for lists that no text's length makes long.
//!
//! Promise: [`Order`] gives what the standard library's stable sorts give, [`map`] and [`set`] what `collect` gives.
//! Each type of element and each comparison would get a copy of the library's sort, some seven kilobytes of what the page
//! loads; here all share one, which sorts numbers of places by a comparison behind a pointer. Where a comparison is
//! cheap and the list long, the library's own is several times as fast, and is used.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Stable sorting by the one copy of a sort.
pub trait Order<T> {
    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord;

    /// As `sort_by`.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_key`.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Order<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = sorted(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        arrange(places, &mut |one, other| self.swap(one, other));
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|one, other| key(one).cmp(&key(other)));
    }
}

/// The places below `n` in the order of what stands there.
fn sorted(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..n).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Swaps until at each place stands what stood at the one that is given for it.
fn arrange(mut places: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
}

/// A map of these entries; of those with the same key the last.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

/// A set of these.
pub fn set<T: Ord>(members: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for member in members {
        set.insert(member);
    }
    set
}

/// The smallest of the `n` largest keys: what has a smaller one is not among the first `n`, and need not be sorted.
pub fn floor_of_largest(mut keys: Vec<u32>, n: usize) -> u32 {
    if n == 0 || keys.len() <= n {
        return 0;
    }
    keys.sort_unstable();
    keys[keys.len() - n]
}

/// A key that orders as a figure does, but for what only its last bits tell apart.
pub fn key_of(figure: f64) -> u32 {
    let high = (figure.to_bits() >> 32) as u32;
    if high >> 31 == 0 { high | 1 << 31 } else { !high }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_order_as_figures_do() {
        let figures = [-1e9, -2.5, -0.0, 0.0, 1e-9, 1.0, 1.5, 3e300];
        assert!(figures.windows(2).all(|pair| key_of(pair[0]) <= key_of(pair[1])));
        assert!(key_of(-1.0) < key_of(0.0) && key_of(0.0) < key_of(1.0));
        assert_eq!(floor_of_largest(vec![3, 9, 1, 9, 5], 3), 5);
        assert_eq!([floor_of_largest(vec![3, 9], 2), floor_of_largest(vec![3, 9], 0)], [0, 0]);
    }

    #[test]
    fn the_order_is_that_of_the_standard_library() {
        let mut state = 7_u64;
        for n in (0..40).chain([1_000, 5_000]) {
            let values: Vec<(u64, usize)> = (0..n)
                .map(|at| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    ((state >> 33) % 50, at)
                })
                .collect();
            let [mut ours, mut theirs] = [values.clone(), values.clone()];
            ours.order_by_key(|(value, _)| *value);
            theirs.sort_by_key(|(value, _)| *value);
            assert_eq!(ours, theirs);
            ours.order_by(|one, other| other.cmp(one));
            theirs.sort_by(|one, other| other.cmp(one));
            assert_eq!(ours, theirs);
            ours.order();
            assert_eq!(ours, {
                theirs.sort();
                theirs
            });
            assert_eq!(map(values.iter().copied()), values.iter().copied().collect());
            assert_eq!(set(values.iter().copied()), values.into_iter().collect());
        }
    }
}
