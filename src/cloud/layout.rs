//! The public face: items and a frame in, every item placed or left out.
//!
//! Promises the order of importance and that no item is forgotten; finding the places is `grow`'s.

use crate::order::Order;
use std::cmp::Ordering;

use super::grow::grow;
use super::scale::{Canvas, Word};

/// A word's box before it has a size, and how much the word weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Width in em: the font size times this is the width in pixels.
    pub width: f64,
    /// Height in em.
    pub height: f64,
    /// Zero or more, on any scale; only ratios between items matter.
    pub weight: f64,
}

/// The rectangle to fill, in pixels, and the font sizes to fill it with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// No word is smaller than this.
    pub min_size: f64,
    /// The heaviest word's size if there is room; raised to `min_size` if below it.
    pub max_size: f64,
    /// The least distance between two boxes, in pixels.
    pub padding: f64,
}

/// One word's place: the top left corner of its box, and its font size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Position of the word among the items given.
    pub index: usize,
    /// Left edge of the box, in pixels from the frame's left edge.
    pub x: f64,
    /// Top edge of the box, in pixels from the frame's top edge.
    pub y: f64,
    /// Font size in pixels; the box is as many times the item's width and height.
    pub size: f64,
}

/// Every item once: placed, or left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The words that found a place, heaviest first.
    pub placed: Vec<Placed>,
    /// Positions of the items that did not, heaviest first.
    pub unplaced: Vec<usize>,
}

/// Lays out a cloud: every item gets a place and a size in the frame, or is listed as left out.
///
/// What is promised stands at the [module](super). A frame looks full if `max_size` is generous,
/// say a third of its height, since sizes shrink until all words fit but never grow past it.
/// Lengths count up to 2²⁰ pixels; of a longer frame only so much is used.
pub fn layout(items: &[Item], frame: &Frame) -> Layout {
    let mut order: Vec<usize> = (0..items.len()).collect();
    // A stable sort: equals keep the order in which they were given.
    order.order_by(|&a, &b| heavier_first(&items[a], &items[b]));
    let Some(canvas) = Canvas::new(frame) else {
        return Layout { placed: Vec::new(), unplaced: order };
    };
    let fitting: Vec<usize> = order.iter().copied().filter(|&index| canvas.can_hold(&items[index])).collect();
    let placed = grow(&words(items, &fitting), &canvas);
    let mut is_placed = vec![false; items.len()];
    for word in &placed {
        is_placed[word.index] = true;
    }
    order.retain(|&index| !is_placed[index]);
    Layout { placed, unplaced: order }
}

/// The order of importance: by weight, then larger boxes first; garbage weighs nothing.
fn heavier_first(a: &Item, b: &Item) -> Ordering {
    let key = |item: &Item| {
        let weight = if item.weight.is_finite() { item.weight } else { f64::NEG_INFINITY };
        [weight, item.width, item.height]
    };
    let (a, b) = (key(a), key(b));
    b[0].total_cmp(&a[0]).then(b[1].total_cmp(&a[1])).then(b[2].total_cmp(&a[2]))
}

/// The items in order, with their sizes relative to the heaviest.
fn words(items: &[Item], order: &[usize]) -> Vec<Word> {
    let heaviest = order.first().map_or(0.0, |&index| items[index].weight);
    order
        .iter()
        .map(|&index| Word {
            index,
            width: items[index].width,
            height: items[index].height,
            share: if heaviest > 0.0 { (items[index].weight / heaviest).sqrt() } else { 1.0 },
        })
        .collect()
}
