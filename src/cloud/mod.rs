//! Positions for the words of a cloud: boxes in, positions out.
//!
//! Promises:
//! - No two boxes come nearer to each other than the padding, and every box is inside the frame.
//! - A word's size depends on its weight alone: the size grows with the square root of the weight,
//!   so that the area of a word says its weight, and never falls below the smallest size. Equal
//!   weights have equal sizes, a greater weight never has a smaller one.
//! - Nothing is lost in silence. If no place is found for all words, all sizes shrink together;
//!   only where that fails at the smallest size too are words left out, and they are listed. A word
//!   is left out for a lighter one only if it is larger than the frame even at the smallest size.
//!   A word that is larger than the frame at its own size shrinks, and the others with it.
//! - The same input gives the same bits on every platform: nothing but `+ − × ÷`, square roots and
//!   comparisons, no clock and no chance. The order of the items matters only between items that
//!   are equal in weight, width and height.
//! - Total: garbage among the items (NaN, negative, infinite) is listed as left out, a frame that
//!   is garbage places nothing; nothing panics.
//!
//! # Three ways
//! [`layout`] places the words of one city. [`storm`] places those of several cities at once, so that a word has the same
//! place in every city's cloud and its size says its weight there; where a city does not use it, its slot is empty.
//! [`storm_by_zone`] does that with the words of each theme in a rectangle of their own. In a storm the words that are left
//! out, if the frame is too small even for the smallest size, are those with the lowest rank in every city.
//!
//! What it does not do: it measures no text (the caller knows the font), turns no word, and knows
//! no colours. Boxes are what is kept apart; ink that leaves its box is the caller's to mind.
//!
//! # How
//! Words are placed heaviest first, each at the free position nearest to its target, which is the
//! middle of the frame moved a little, another way for every word, so that the words do not stack
//! up in columns. Nearness is measured in the proportions of the frame, and so the cloud grows as
//! an ellipse of these proportions. `collide` knows the free space exactly, as the list of its
//! maximal rectangles: the position found is the nearest there is, and no position is tried in
//! vain. `scale` knows the sizes; `grow` places, tries a few variations and keeps the most compact.
//!
//! ```
//! use chengyan::cloud::{Frame, Item, layout};
//!
//! // 新能源, 项目, 营商环境: as wide as their characters, one em high.
//! let items = [(3.0, 20.0), (2.0, 80.0), (4.0, 5.0)].map(|(width, weight)| Item {
//!     width,
//!     height: 1.0,
//!     weight,
//! });
//! let frame = Frame { width: 400.0, height: 300.0, min_size: 10.0, max_size: 64.0, padding: 2.0 };
//! let layout = layout(&items, &frame);
//!
//! // Heaviest first, and 80 is four times 20: twice the size.
//! assert_eq!(layout.placed.iter().map(|word| word.index).collect::<Vec<_>>(), [1, 0, 2]);
//! assert_eq!(layout.placed[0].size, 64.0);
//! assert_eq!(layout.placed[1].size, 32.0);
//! assert!(layout.unplaced.is_empty());
//! ```

mod collide;
mod grow;
mod layout;
mod scale;
mod storm;
mod zones;

pub use layout::{Frame, Item, Layout, Placed, layout};
pub use storm::{Slot, Storm, StormWord, storm};
pub use zones::{Heading, Zone, storm_by_zone};
