//! Clouds of several cities in which every word keeps its place.
//!
//! Promises that a word's slot is the same in every city's cloud, that slots do not come nearer to each other than the
//! padding and lie inside the frame, and that the word's box in a city lies inside its slot: so boxes overlap in no city.
//! What size a word has in a city depends on its weight there alone, by one scale for all cities and words, so that sizes
//! are comparable within a cloud and between clouds.
//!
//! The price is room: a slot is as large as its word is in the city that says it most, and stays empty around the word
//! elsewhere.
//!
//! The idea is that of Q. Castella, C. Sutton (2014), Word storms: multiples of word clouds for visual comparison of
//! documents, WWW 2014, 665-676; they let a word's places differ a little, here they are equal.

use super::grow::{best, grow_all, smallest};
use super::scale::{Canvas, Word, on_grid, on_grid_above};
use super::zones::Zone;
use super::{Frame, Item, Placed};
use crate::order::Order;
use std::cmp::Ordering;

/// A word's box before it has a size, and how much the word weighs in each city.
#[derive(Clone, Debug, PartialEq)]
pub struct StormWord {
    /// Width in em. A word that is to stand upright has a box that is high and narrow: the direction is in the box, and so
    /// the same in every city.
    pub width: f64,
    /// Height in em.
    pub height: f64,
    /// By city: zero or more on one scale, such as rates; zero where the city does not use the word.
    pub weights: Vec<f64>,
    /// Which zone the word belongs to, in [`storm_by_zone`](super::storm_by_zone).
    pub zone: usize,
}

/// A word's place in every city's cloud, and its size in each.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Position of the word among the words given.
    pub index: usize,
    /// Left edge in pixels from the frame's left edge.
    pub x: f64,
    /// Top edge in pixels from the frame's top edge.
    pub y: f64,
    /// Width in pixels: room for the word in the city that says it most.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// By city: the word's box and font size; none where the city does not use the word (a ghost).
    pub boxes: Vec<Option<Placed>>,
}

/// The clouds of all cities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storm {
    /// The words that found a place, most important first. A word's position here says which colour it may have: it is
    /// the same for all cities.
    pub slots: Vec<Slot>,
    /// Where the zones lie, by number; empty in a storm without zones.
    pub zones: Vec<Zone>,
    /// Positions of the words that did not, most important first.
    pub unplaced: Vec<usize>,
}

/// Lays out the clouds of all cities at once.
///
/// What is promised stands at the [module](super). The importance of a word is its best rank in any city: the first of each
/// city come before the second of any. If not all words fit even at the smallest size, the least important are left out
/// and listed.
///
/// ```
/// use chengyan::cloud::{Frame, StormWord, storm};
///
/// // 新能源 is said by both, 港口 by the first alone.
/// let word = |width, weights: &[f64]| StormWord { width, height: 1.0, weights: weights.to_vec(), zone: 0 };
/// let words = [word(3.0, &[10.0, 40.0]), word(2.0, &[30.0, 0.0])];
/// let frame = Frame { width: 400.0, height: 300.0, min_size: 10.0, max_size: 64.0, padding: 2.0 };
/// let storm = storm(&words, &frame);
///
/// let sizes = |slot: usize| storm.slots[slot].boxes.iter().map(|word| word.map(|word| word.size)).collect::<Vec<_>>();
/// assert_eq!(storm.slots[0].index, 0);
/// assert_eq!(sizes(0), [Some(32.0), Some(64.0)]);
/// assert_eq!(sizes(1)[1], None);
/// ```
pub fn storm(words: &[StormWord], frame: &Frame) -> Storm {
    let Some(canvas) = Canvas::new(frame) else { return nothing(words) };
    let sorted = Sorted::new(words, &canvas);
    let mut free = Default::default();
    let all = grow_all(&sorted.by_size, &canvas, |scale, attempts| {
        let placed = best(&sorted.by_size, &canvas, scale, attempts, &mut free);
        (placed.len() == sorted.by_size.len()).then_some(placed)
    });
    // At the smallest size all words are equal, so that they can be placed by importance.
    let (placed, scale) =
        all.unwrap_or_else(|| (smallest(&sorted.by_importance, &canvas), canvas.lowest_scale()));
    sorted.storm(words, &canvas, placed, scale, Vec::new())
}

/// Nothing placed, everything listed.
pub(super) fn nothing(words: &[StormWord]) -> Storm {
    Storm { unplaced: by_importance(words), ..Storm::default() }
}

/// The words that can be placed, in the two orders that matter.
pub(super) struct Sorted {
    /// Heaviest in any city first.
    pub by_size: Vec<Word>,
    /// By rank in any city.
    pub by_importance: Vec<Word>,
    /// Positions of all words, usable or not, most important first.
    order: Vec<usize>,
    heaviest: f64,
}

impl Sorted {
    pub fn new(words: &[StormWord], canvas: &Canvas) -> Self {
        let order = by_importance(words);
        let fits = |index: &usize| {
            let word = &words[*index];
            let item = Item { width: word.width, height: word.height, weight: most(word) };
            item.weight > 0.0 && canvas.can_hold(&item)
        };
        let fitting: Vec<usize> = order.iter().copied().filter(fits).collect();
        let heaviest = fitting.iter().map(|index| most(&words[*index])).fold(0.0, f64::max);
        let word = |&index: &usize| {
            let StormWord { width, height, .. } = words[index];
            Word { index, width, height, share: share(most(&words[index]), heaviest) }
        };
        let by_importance: Vec<Word> = fitting.iter().map(word).collect();
        let mut by_size = by_importance.clone();
        // Stable: equals stay in the order of importance.
        by_size.order_by(|a, b| b.share.total_cmp(&a.share));
        Sorted { by_size, by_importance, order, heaviest }
    }

    /// The storm that places and a scale make.
    pub fn storm(
        &self,
        words: &[StormWord],
        canvas: &Canvas,
        placed: Vec<Placed>,
        scale: f64,
        zones: Vec<Zone>,
    ) -> Storm {
        let mut slots: Vec<Option<Slot>> = vec![None; words.len()];
        for place in placed {
            slots[place.index] = Some(self.slot(&words[place.index], canvas, place, scale));
        }
        let unplaced = self.order.iter().copied().filter(|index| slots[*index].is_none()).collect();
        let slots = self.order.iter().filter_map(|index| slots[*index].take()).collect();
        Storm { slots, zones, unplaced }
    }

    fn slot(&self, word: &StormWord, canvas: &Canvas, place: Placed, scale: f64) -> Slot {
        let (width, height) =
            (on_grid_above(word.width * place.size), on_grid_above(word.height * place.size));
        let in_city = |weight: &f64| {
            let size = canvas.size_of(share(*weight, self.heaviest), scale);
            (*weight > 0.0).then(|| Placed {
                index: place.index,
                x: place.x + on_grid((width - word.width * size) / 2.0),
                y: place.y + on_grid((height - word.height * size) / 2.0),
                size,
            })
        };
        let boxes = word.weights.iter().map(in_city).collect();
        Slot { index: place.index, x: place.x, y: place.y, width, height, boxes }
    }
}

/// Size relative to the heaviest: the area says the weight.
fn share(weight: f64, heaviest: f64) -> f64 {
    (weight / heaviest).sqrt()
}

/// The word's weight in the city where it is heaviest; not a number if any weight is garbage.
fn most(word: &StormWord) -> f64 {
    let is_sane = word.weights.iter().all(|weight| *weight >= 0.0 && weight.is_finite());
    if is_sane { word.weights.iter().copied().fold(0.0, f64::max) } else { f64::NAN }
}

/// Positions of all words by their best rank in any city, then the heavier and the larger first; garbage last.
fn by_importance(words: &[StormWord]) -> Vec<usize> {
    let n_cities = words.iter().map(|word| word.weights.len()).max().unwrap_or(0);
    let mut best_rank = vec![usize::MAX; words.len()];
    let heaviest: Vec<f64> = words.iter().map(most).collect();
    let by_weight = |a: usize, b: usize| -> Ordering {
        let key = |at: usize| {
            [if heaviest[at].is_nan() { -1.0 } else { heaviest[at] }, words[at].width, words[at].height]
        };
        let (a, b) = (key(a), key(b));
        b[0].total_cmp(&a[0]).then(b[1].total_cmp(&a[1])).then(b[2].total_cmp(&a[2]))
    };
    for city in 0..n_cities {
        let weight = |at: usize| words[at].weights.get(city).copied().unwrap_or(0.0);
        let mut used: Vec<usize> =
            (0..words.len()).filter(|at| heaviest[*at] > 0.0 && weight(*at) > 0.0).collect();
        used.order_by(|&a, &b| weight(b).total_cmp(&weight(a)).then_with(|| by_weight(a, b)));
        for (rank, at) in used.into_iter().enumerate() {
            best_rank[at] = best_rank[at].min(rank);
        }
    }
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.order_by(|&a, &b| best_rank[a].cmp(&best_rank[b]).then_with(|| by_weight(a, b)));
    order
}
