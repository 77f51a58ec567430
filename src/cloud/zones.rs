//! Clouds in which the words of one theme stand together, each theme in a rectangle of its own.
//!
//! Promises what `storm` promises, and that a word's slot lies in its zone, below the zone's heading; zones do not overlap
//! and fill the frame. One scale holds for all zones, so that words can be compared across them; a zone is as large as
//! its words need.
//!
//! Zones are cut as a squarified treemap (M. Bruls, K. Huizing, J. J. van Wijk 2000, Squarified treemaps, Data
//! Visualization 2000, 33-42), or, where that leaves no room for some word, as strips over the frame's width.

use super::collide::{FreeSpace, Rect};
use super::grow::{Attempt, best, grow_all};
use super::scale::{Canvas, Word, on_grid};
use super::storm::{Sorted, Storm, StormWord, nothing};
use super::{Frame, Placed};
use crate::order::Order;
use std::collections::BTreeMap;

/// Where a zone lies, in pixels from the frame's top left corner. Its heading is at the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Zone {
    /// Number of the zone.
    pub zone: usize,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The room, in pixels, that a zone's name needs above its words; a frame that is narrower cuts it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Heading {
    /// Width; the zone is at least so wide, if there is room.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// How often the zones are cut anew, with more room for those that had too little.
const N_CUTS: usize = 4;

/// How much more room they get.
const MORE: f64 = 1.12;

/// How zones share the frame.
#[derive(Clone, Copy)]
enum Cut {
    Squares,
    Strips,
}

/// Lays out the clouds of all cities at once, as [`storm`](super::storm) does, with the words of each zone together.
///
/// `headings` by number of the zone; zones without one have a heading of no size. Only zones with words are in the storm.
pub fn storm_by_zone(words: &[StormWord], headings: &[Heading], frame: &Frame) -> Storm {
    let Some(canvas) = Canvas::new(frame) else { return nothing(words) };
    let sorted = Sorted::new(words, &canvas);
    let mut filling = Filling { canvas: &canvas, headings, free: FreeSpace::default() };
    let by_size = by_zone(&sorted.by_size, words);
    let all = grow_all(&sorted.by_size, &canvas, |scale, _| {
        let found = [Cut::Squares, Cut::Strips].into_iter().map(|cut| filling.fill(&by_size, scale, cut));
        found.into_iter().find(|(placed, _)| placed.len() == sorted.by_size.len())
    });
    let ((placed, zones), scale) = all.unwrap_or_else(|| {
        let by_importance = by_zone(&sorted.by_importance, words);
        let lowest = canvas.lowest_scale();
        let [squares, strips] =
            [Cut::Squares, Cut::Strips].map(|cut| filling.fill(&by_importance, lowest, cut));
        (if strips.0.len() > squares.0.len() { strips } else { squares }, lowest)
    });
    sorted.storm(words, &canvas, placed, scale, zones)
}

/// The words of each zone, in the order given.
fn by_zone(sorted: &[Word], words: &[StormWord]) -> BTreeMap<usize, Vec<Word>> {
    let mut zones: BTreeMap<usize, Vec<Word>> = BTreeMap::new();
    for word in sorted {
        zones.entry(words[word.index].zone).or_default().push(word.clone());
    }
    zones
}

/// What it takes to fill zones with words.
struct Filling<'a> {
    canvas: &'a Canvas,
    headings: &'a [Heading],
    free: FreeSpace,
}

impl Filling<'_> {
    /// The most words placed in some cuts of the frame at one scale, with the zones.
    fn fill(&mut self, zones: &BTreeMap<usize, Vec<Word>>, scale: f64, cut: Cut) -> (Vec<Placed>, Vec<Zone>) {
        let mut needs: Vec<(usize, f64)> =
            zones.iter().map(|(zone, words)| (*zone, self.need(*zone, words, scale))).collect();
        let n_words: usize = zones.values().map(Vec::len).sum();
        let mut most = (Vec::new(), Vec::new());
        for _ in 0..N_CUTS {
            let rects = self.cut(&mut needs, cut);
            let mut placed = Vec::with_capacity(n_words);
            for (rect, (_, need)) in rects.iter().zip(&mut needs) {
                let words = zones.get(&rect.zone).map_or(&[][..], Vec::as_slice);
                let here = self.place(rect, words, scale);
                *need *= if here.len() < words.len() { MORE } else { 1.0 };
                placed.extend(here);
            }
            if placed.len() > most.0.len() || most.1.is_empty() {
                most = (placed, rects);
            }
            if most.0.len() == n_words {
                break;
            }
        }
        most.1.order_by_key(|zone: &Zone| zone.zone);
        most
    }

    /// Places the words of a zone below its heading, with half a padding around.
    fn place(&mut self, zone: &Zone, words: &[Word], scale: f64) -> Vec<Placed> {
        let heading = self.heading(zone.zone);
        let around = on_grid(self.canvas.padding / 2.0);
        let (left, top) = (zone.x + around, zone.y + around + heading.height);
        let (width, height) = (zone.width - 2.0 * around, zone.height - 2.0 * around - heading.height);
        let is_wide = zone.width >= heading.width.min(self.canvas.width);
        let Some(part) = self.canvas.part(width, height).filter(|_| is_wide) else { return Vec::new() };
        let attempts = [Attempt::Round(0), Attempt::Round(1), Attempt::Rows];
        let fits = |word: &Word| part.holds(part.extent(word, part.size(word, scale)));
        let fitting: Vec<Word> = words.iter().filter(|word| fits(word)).cloned().collect();
        let mut placed = best(&fitting, &part, scale, &attempts, &mut self.free);
        for word in &mut placed {
            word.x += left;
            word.y += top;
        }
        placed
    }

    /// What a zone needs of the frame: its boxes, its heading, and some air, more where there are few words.
    fn need(&self, zone: usize, words: &[Word], scale: f64) -> f64 {
        let extents = words.iter().map(|word| self.canvas.extent(word, self.canvas.size(word, scale)));
        let boxes: f64 = extents.map(|extent| extent.width * extent.height).sum();
        let air = 1.0 + 0.5 / (words.len() as f64).sqrt();
        boxes * air + boxes.sqrt().max(self.heading(zone).width) * self.heading(zone).height
    }

    /// A zone's heading on the grid, and of a height that leaves the frame half empty; garbage is none.
    fn heading(&self, zone: usize) -> Heading {
        let given = self.headings.get(zone).copied().unwrap_or_default();
        let held = |length: f64, most: f64| if length > 0.0 { on_grid(length.min(most)) } else { 0.0 };
        Heading {
            width: held(given.width, self.canvas.width),
            height: held(given.height, self.canvas.height / 2.0),
        }
    }

    /// Cuts the frame into zones, in the order of the needs, which are sorted: the largest first.
    fn cut(&self, needs: &mut [(usize, f64)], cut: Cut) -> Vec<Zone> {
        needs.order_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let areas: Vec<f64> = needs.iter().map(|(_, need)| *need).collect();
        let frame = Rect { left: 0.0, top: 0.0, right: self.canvas.width, bottom: self.canvas.height };
        let rects = match cut {
            Cut::Squares => squarified(&areas, frame),
            Cut::Strips => row(&areas, frame, false),
        };
        let zone = |(rect, (zone, _)): (Rect, &(usize, f64))| Zone {
            zone: *zone,
            x: rect.left,
            y: rect.top,
            width: rect.right - rect.left,
            height: rect.bottom - rect.top,
        };
        rects.into_iter().zip(needs.iter()).map(zone).collect()
    }
}

/// Rectangles of so large a part of a frame each, as square as they come; the areas fall.
fn squarified(areas: &[f64], mut frame: Rect) -> Vec<Rect> {
    let mut rects = Vec::with_capacity(areas.len());
    let mut rest = areas;
    while !rest.is_empty() {
        let (width, height) = (frame.right - frame.left, frame.bottom - frame.top);
        let total: f64 = rest.iter().sum();
        let per_area = width * height / total;
        let side = width.min(height);
        let mut n = 1;
        while n < rest.len() && worst(&rest[..n + 1], side, per_area) <= worst(&rest[..n], side, per_area) {
            n += 1;
        }
        let part: f64 = if n == rest.len() { 1.0 } else { rest[..n].iter().sum::<f64>() / total };
        let mut taken = frame;
        if width >= height {
            taken.right = on_grid(frame.left + width * part);
            frame.left = taken.right;
        } else {
            taken.bottom = on_grid(frame.top + height * part);
            frame.top = taken.bottom;
        }
        rects.extend(row(&rest[..n], taken, width < height));
        rest = &rest[n..];
    }
    rects
}

/// The most unequal sides in a row of such areas along a side.
fn worst(areas: &[f64], side: f64, per_area: f64) -> f64 {
    let sum: f64 = areas.iter().sum::<f64>() * per_area;
    let ratio = |area: &f64| {
        let (across, along) = (sum / side, area * per_area * side / sum);
        (across / along).max(along / across)
    };
    areas.iter().map(ratio).fold(0.0, f64::max)
}

/// Rectangles side by side or one below the other, with edges on the grid, which fill another.
fn row(areas: &[f64], all: Rect, side_by_side: bool) -> Vec<Rect> {
    let total: f64 = areas.iter().sum();
    let mut before = 0.0;
    let edge =
        |part: f64, low: f64, high: f64| if part >= 1.0 { high } else { on_grid(low + (high - low) * part) };
    let mut rects = Vec::with_capacity(areas.len());
    for (at, area) in areas.iter().enumerate() {
        let after = if at + 1 == areas.len() { total } else { before + area };
        let (from, to) = (before / total, after / total);
        rects.push(if side_by_side {
            Rect { left: edge(from, all.left, all.right), right: edge(to, all.left, all.right), ..all }
        } else {
            Rect { top: edge(from, all.top, all.bottom), bottom: edge(to, all.top, all.bottom), ..all }
        });
        before = after;
    }
    rects
}
