//! The free space of a frame, as the list of its maximal free rectangles.
//!
//! Promises that a rectangle given out by [`FreeSpace::nearest`] is free, and that it is the
//! nearest of all free positions. Coordinates are whole multiples of one grid step (see
//! `scale::on_grid`), so that sums and comparisons are exact; off the grid neither promise holds.
//!
//! Keeping maximal rectangles rather than testing boxes against each other is the method that
//! J. Jylänki, A thousand ways to pack the bin (2010), calls "maximal rectangles".

/// A rectangle by its edges; `left < right` and `top < bottom`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// Whether the two share an area; touching edges do not count.
    fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the two share an area or at least a piece of an edge or a corner.
    fn touches(&self, other: &Rect) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    fn contains(&self, other: &Rect) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

/// Width and height of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub width: f64,
    pub height: f64,
}

/// Where a box would be best, and what a step away from there costs along either axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Target {
    pub left: f64,
    pub top: f64,
    pub cost_x: f64,
    pub cost_y: f64,
}

/// The part of a frame that no box has taken.
#[derive(Debug, Default)]
pub(super) struct FreeSpace {
    /// Every maximal free rectangle that can still hold a box, in the order in which they arose.
    free: Vec<Rect>,
    /// Room for [`FreeSpace::take`] to work in, kept to spare allocations.
    neighbours: Vec<Rect>,
    sides: [Vec<Rect>; 4],
}

impl FreeSpace {
    /// Makes the whole frame free again.
    pub fn reset(&mut self, frame: Extent) {
        self.free.clear();
        self.free.push(Rect { left: 0.0, top: 0.0, right: frame.width, bottom: frame.height });
    }

    /// The free position for a box that lies nearest to its target, if there is any.
    ///
    /// Within one free rectangle the nearest position is the target itself, held inside; so one
    /// look at each rectangle finds the nearest of all.
    pub fn nearest(&self, size: Extent, target: Target) -> Option<Rect> {
        let mut best: Option<(f64, f64, f64)> = None;
        for free in &self.free {
            let (last_left, last_top) = (free.right - size.width, free.bottom - size.height);
            if last_left < free.left || last_top < free.top {
                continue;
            }
            let left = held(target.left, free.left, last_left);
            let top = held(target.top, free.top, last_top);
            let x = (left - target.left) * target.cost_x;
            let y = (top - target.top) * target.cost_y;
            let cost = x * x + y * y;
            if best.is_none_or(|(lowest, _, _)| cost < lowest) {
                best = Some((cost, left, top));
            }
        }
        best.map(|(_, left, top)| Rect { left, top, right: left + size.width, bottom: top + size.height })
    }
}

impl FreeSpace {
    /// Takes a box out of the free space; `smallest` bounds the boxes still to come from below, and
    /// space in which nothing of that size has room is forgotten.
    ///
    /// A free rectangle that overlaps the box leaves up to four smaller ones, one on each side. Such
    /// a piece is maximal unless another rectangle holds it. That can only be a piece on the same
    /// side, as pieces on other sides end where the box begins, or a free rectangle that touches
    /// the box from outside, as the piece itself does.
    pub fn take(&mut self, taken: Rect, smallest: Extent) {
        let Self { free, neighbours, sides } = self;
        neighbours.clear();
        free.retain(|rect| {
            if !rect.touches(&taken) {
                return true;
            }
            if !rect.overlaps(&taken) {
                neighbours.push(*rect);
                return true;
            }
            for (side, piece) in sides.iter_mut().zip(split(rect, &taken)) {
                if holds(&piece, smallest) {
                    side.push(piece);
                }
            }
            false
        });
        for side in sides {
            let maximal = side.iter().enumerate().filter(|&(i, piece)| {
                !is_held(piece, i, side) && !neighbours.iter().any(|other| other.contains(piece))
            });
            free.extend(maximal.map(|(_, piece)| *piece));
            side.clear();
        }
    }
}

/// The value nearest to `x` from `low` to `high`. Comparisons alone: `f64::min` and `f64::max` are
/// calls in wasm, and this is the innermost loop.
fn held(x: f64, low: f64, high: f64) -> f64 {
    if x < low {
        low
    } else if x > high {
        high
    } else {
        x
    }
}

/// Whether another of the pieces holds the piece at `i`; of equal pieces the first holds the rest.
fn is_held(piece: &Rect, i: usize, pieces: &[Rect]) -> bool {
    pieces.iter().enumerate().any(|(j, other)| j != i && other.contains(piece) && (other != piece || j < i))
}

/// What a box leaves of a rectangle that it overlaps: left, right, above, below; perhaps empty.
fn split(rect: &Rect, taken: &Rect) -> [Rect; 4] {
    [
        Rect { right: taken.left, ..*rect },
        Rect { left: taken.right, ..*rect },
        Rect { bottom: taken.top, ..*rect },
        Rect { top: taken.bottom, ..*rect },
    ]
}

fn holds(rect: &Rect, size: Extent) -> bool {
    rect.right - rect.left >= size.width && rect.bottom - rect.top >= size.height
}
