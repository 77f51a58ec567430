//! Placing: which scales to try, and where each word goes at a scale.
//!
//! Promises the heaviest words first: what it returns is a prefix of the words it was given, all of
//! them whenever some tried scale has room. It searches no further than a handful of attempts per
//! scale, so that a packing by hand may at times hold a little more.

use super::Placed;
use super::collide::{Extent, FreeSpace, Rect, Target};
use super::scale::{Canvas, Word, on_grid};

/// The part of the space that is aimed at first. More would fit, and the cloud would lose its round
/// shape to the corners of the frame.
const PART: f64 = 0.80;

/// What the part is multiplied by when the words do not fit, and where that is given up.
const PART_STEP: f64 = 0.97;
const PART_LEAST: f64 = 0.05;

/// Attempts at each scale; with many words fewer, so that all attempts together place about so many
/// boxes: large clouds take longer, and their attempts differ less.
const N_ATTEMPTS: usize = 6;
const N_PLACINGS: usize = 400;

/// How far targets stray from the middle, as a part of the cloud that has grown so far.
const STRAY: f64 = 0.5;

/// One word's font size and its box with padding.
type Sized = (f64, Extent);

/// How an attempt chooses the targets.
#[derive(Clone, Copy)]
pub(super) enum Attempt {
    /// Around the middle, straying by a sequence that starts here.
    Round(usize),
    /// Row by row from the top: less pretty, but it holds the most.
    Rows,
}

/// Tries ever smaller scales until all words have a place; at the last, as many as have.
pub(super) fn grow(words: &[Word], canvas: &Canvas) -> Vec<Placed> {
    let mut free = FreeSpace::default();
    let all = grow_all(words, canvas, |scale, attempts| {
        let placed = best(words, canvas, scale, attempts, &mut free);
        (placed.len() == words.len()).then_some(placed)
    });
    all.map_or_else(|| smallest(words, canvas), |(placed, _)| placed)
}

/// As many words as find a place at the smallest size, in the order given.
pub(super) fn smallest(words: &[Word], canvas: &Canvas) -> Vec<Placed> {
    let attempts = [rounds(words.len()), vec![Attempt::Rows]].concat();
    best(words, canvas, canvas.lowest_scale(), &attempts, &mut FreeSpace::default())
}

/// The first of ever smaller scales at which `place` finds a place for all words, with what it found.
pub(super) fn grow_all<T>(
    words: &[Word],
    canvas: &Canvas,
    mut place: impl FnMut(f64, &[Attempt]) -> Option<T>,
) -> Option<(T, f64)> {
    let lowest = canvas.lowest_scale();
    let highest = canvas.highest_scale(words).max(lowest);
    let attempts = rounds(words.len());
    let (mut part, mut last) = (PART, f64::INFINITY);
    while part > PART_LEAST && last > lowest {
        let scale = canvas.scale_for(words, part, lowest, highest);
        if scale < last {
            if let Some(placed) = place(scale, &attempts) {
                return Some((placed, scale));
            }
            last = scale;
        }
        part *= PART_STEP;
    }
    None
}

/// The attempts to make at each scale.
fn rounds(n_words: usize) -> Vec<Attempt> {
    let n_attempts = (N_PLACINGS / n_words.max(1)).clamp(1, N_ATTEMPTS);
    (0..n_attempts).map(Attempt::Round).collect()
}

/// The best of some attempts at one scale: the most words placed, then the most compact.
pub(super) fn best(
    words: &[Word],
    canvas: &Canvas,
    scale: f64,
    attempts: &[Attempt],
    free: &mut FreeSpace,
) -> Vec<Placed> {
    let boxes: Vec<Sized> = words
        .iter()
        .map(|word| {
            let size = canvas.size(word, scale);
            (size, canvas.extent(word, size))
        })
        .collect();
    let space = canvas.space();
    let smallest = smallest_to_come(&boxes);
    let mut best: (Vec<Rect>, f64) = (Vec::new(), 0.0);
    for &attempt in attempts {
        let rects = place(&boxes, &smallest, space, attempt, free);
        let looseness = looseness(&rects, space);
        let (most, least) = (best.0.len(), best.1);
        if rects.len() > most || rects.len() == most && looseness < least {
            best = (rects, looseness);
        }
    }
    centred(words, &boxes, &best.0, space)
}

/// Places boxes, heaviest first, up to the first that finds no room.
fn place(
    boxes: &[Sized],
    smallest: &[Extent],
    space: Extent,
    attempt: Attempt,
    free: &mut FreeSpace,
) -> Vec<Rect> {
    free.reset(space);
    let mut area = 0.0;
    let mut rects = Vec::with_capacity(boxes.len());
    for (rank, &(_, extent)) in boxes.iter().enumerate() {
        let grown = (area / (space.width * space.height)).sqrt();
        let target = match attempt {
            Attempt::Round(start) => around_middle(start, rank, grown, extent, space),
            Attempt::Rows => Target { left: 0.0, top: 0.0, cost_x: 1.0 / space.width, cost_y: space.width },
        };
        let Some(rect) = free.nearest(extent, target) else {
            break;
        };
        free.take(rect, smallest[rank]);
        area += extent.width * extent.height;
        rects.push(rect);
    }
    rects
}

/// Where a word would be best: the middle, strayed from by a low-discrepancy sequence, so that
/// neighbours in rank stray in different directions.
///
/// The sequence is the additive recurrence on the powers of 1 / 1.32471795724…, the plastic number.
fn around_middle(start: usize, rank: usize, grown: f64, extent: Extent, space: Extent) -> Target {
    let step = (rank + 7 * start) as f64;
    let across = fraction(0.5 + step * 0.754_877_666_246_693) - 0.5;
    let down = fraction(0.5 + step * 0.569_840_290_998_053) - 0.5;
    let middle_x = space.width * (0.5 + STRAY * grown * across);
    let middle_y = space.height * (0.5 + STRAY * grown * down);
    Target {
        left: on_grid(middle_x - extent.width / 2.0),
        top: on_grid(middle_y - extent.height / 2.0),
        cost_x: 1.0 / space.width,
        cost_y: 1.0 / space.height,
    }
}

fn fraction(x: f64) -> f64 {
    x - x.floor()
}

/// For every rank, what all boxes after it are at least as wide and high as.
fn smallest_to_come(boxes: &[Sized]) -> Vec<Extent> {
    let mut least = Extent { width: f64::INFINITY, height: f64::INFINITY };
    let mut smallest = Vec::with_capacity(boxes.len());
    for (_, extent) in boxes.iter().rev() {
        smallest.push(least);
        least = Extent { width: least.width.min(extent.width), height: least.height.min(extent.height) };
    }
    smallest.reverse();
    smallest
}

/// The boxes' moment of inertia about the middle, measured in the proportions of the frame.
fn looseness(rects: &[Rect], space: Extent) -> f64 {
    rects
        .iter()
        .map(|rect| {
            let x = (rect.left + rect.right) / 2.0 / space.width - 0.5;
            let y = (rect.top + rect.bottom) / 2.0 / space.height - 0.5;
            (rect.right - rect.left) * (rect.bottom - rect.top) * (x * x + y * y)
        })
        .sum()
}

/// Moves the cloud as a whole into the middle of the frame.
fn centred(words: &[Word], boxes: &[Sized], rects: &[Rect], space: Extent) -> Vec<Placed> {
    let lowest = |edge: fn(&Rect) -> f64| rects.iter().map(edge).fold(f64::INFINITY, f64::min);
    let highest = |edge: fn(&Rect) -> f64| rects.iter().map(edge).fold(0.0, f64::max);
    let shift_x = (space.width - highest(|rect| rect.right) - lowest(|rect| rect.left)) / 2.0;
    let shift_y = (space.height - highest(|rect| rect.bottom) - lowest(|rect| rect.top)) / 2.0;
    let (shift_x, shift_y) = (on_grid(shift_x), on_grid(shift_y));
    words
        .iter()
        .zip(boxes)
        .zip(rects)
        .map(|((word, (size, _)), rect)| Placed {
            index: word.index,
            x: rect.left + shift_x,
            y: rect.top + shift_y,
            size: *size,
        })
        .collect()
}
