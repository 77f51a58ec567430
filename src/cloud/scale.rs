//! How large every word is at a given scale, and which scale to try.
//!
//! Promises that a size is a monotone function of weight alone, lies between the frame's smallest
//! and largest size, and that extents are whole grid steps and never smaller than the box. It does
//! not know whether boxes find room.

use super::collide::Extent;
use super::{Frame, Item};

/// Grid steps in a pixel: fine enough not to be seen, coarse enough that sums are exact.
const STEPS: f64 = 64.0;

/// The longest side of a frame that is used, in pixels; past it, grid arithmetic would round.
const LONGEST: f64 = 1_048_576.0;

/// A word that can be placed.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Position among the caller's items.
    pub index: usize,
    /// Width and height in em.
    pub width: f64,
    pub height: f64,
    /// Size relative to the heaviest word's, from 0 to 1.
    pub share: f64,
}

/// A frame that makes sense, in whole grid steps.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    pub width: f64,
    pub height: f64,
    pub padding: f64,
    min_size: f64,
    max_size: f64,
}

/// The nearest grid line at or below.
pub(super) fn on_grid(length: f64) -> f64 {
    (length * STEPS).floor() / STEPS
}

pub(super) fn on_grid_above(length: f64) -> f64 {
    (length * STEPS).ceil() / STEPS
}

impl Canvas {
    /// `None` if the frame holds nothing or its numbers are garbage.
    pub fn new(frame: &Frame) -> Option<Self> {
        let lengths = [frame.width, frame.height, frame.min_size, frame.max_size];
        let sane = lengths.iter().all(|length| *length > 0.0 && length.is_finite());
        if !sane || !(0.0..=LONGEST).contains(&frame.padding) {
            return None;
        }
        let (width, height) = (on_grid(frame.width.min(LONGEST)), on_grid(frame.height.min(LONGEST)));
        if width == 0.0 || height == 0.0 {
            return None;
        }
        Some(Self {
            width,
            height,
            padding: on_grid_above(frame.padding),
            min_size: frame.min_size,
            max_size: frame.max_size.max(frame.min_size),
        })
    }

    /// The space to fill: one padding larger than the frame, as every box carries its own on two
    /// sides and needs none towards the frame.
    pub fn space(&self) -> Extent {
        Extent { width: self.width + self.padding, height: self.height + self.padding }
    }

    /// The word's size at a scale, on the grid but where that would be below the smallest size.
    pub fn size(&self, word: &Word, scale: f64) -> f64 {
        self.size_of(word.share, scale)
    }

    /// The size of a word whose size relative to the heaviest is that share.
    pub fn size_of(&self, share: f64, scale: f64) -> f64 {
        on_grid(self.max_size * share * scale).clamp(self.min_size, self.max_size)
    }

    /// A smaller canvas with the same sizes; `None` if it holds nothing.
    pub fn part(&self, width: f64, height: f64) -> Option<Self> {
        let (width, height) = (on_grid(width), on_grid(height));
        (width > 0.0 && height > 0.0).then(|| Self { width, height, ..self.clone() })
    }

    /// The word's box at a size, with its padding.
    pub fn extent(&self, word: &Word, size: f64) -> Extent {
        Extent {
            width: on_grid_above(word.width * size) + self.padding,
            height: on_grid_above(word.height * size) + self.padding,
        }
    }

    /// Whether the word's box is no larger than the frame at a size.
    pub fn holds(&self, extent: Extent) -> bool {
        let space = self.space();
        extent.width <= space.width && extent.height <= space.height
    }

    /// Whether the item is a box at all, and no larger than the frame at the smallest size.
    pub fn can_hold(&self, item: &Item) -> bool {
        let lengths = [item.width, item.height];
        let sane = lengths.iter().all(|length| *length > 0.0 && length.is_finite());
        let weighed = item.weight >= 0.0 && item.weight.is_finite();
        sane && weighed && {
            let word = Word { index: 0, width: item.width, height: item.height, share: 0.0 };
            self.holds(self.extent(&word, self.min_size))
        }
    }

    /// The scale at which every word has the smallest size.
    pub fn lowest_scale(&self) -> f64 {
        self.min_size / self.max_size
    }

    /// The highest scale, at most 1, at which no word is larger than the frame.
    ///
    /// One long word lowers it for all: were it shrunk alone, its size would lie about its weight.
    pub fn highest_scale(&self, words: &[Word]) -> f64 {
        words.iter().fold(1.0, |scale: f64, word| {
            let full = self.max_size * word.share;
            scale.min(self.width / (word.width * full)).min(self.height / (word.height * full))
        })
    }

    /// The scale at which the words cover a given part of the space, between two scales.
    pub fn scale_for(&self, words: &[Word], part: f64, lowest: f64, highest: f64) -> f64 {
        let space = self.space();
        let wanted = part * space.width * space.height;
        if self.area(words, highest) <= wanted {
            return highest;
        }
        let (mut low, mut high) = (lowest, highest);
        for _ in 0..10 {
            let middle = (low + high) / 2.0;
            if self.area(words, middle) <= wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }

    fn area(&self, words: &[Word], scale: f64) -> f64 {
        words
            .iter()
            .map(|word| {
                let extent = self.extent(word, self.size(word, scale));
                extent.width * extent.height
            })
            .sum()
    }
}
