//! Which column a block counts for.

use crate::order;
use crate::places::{Attribution, Code, Gazetteer, Level, Status};
use std::fmt;

/// A column of the comparison. Places come first, by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A place, at the view's level or coarser.
    Place(Code),
    /// Blocks about several places.
    Several,
    /// Blocks of which it is not known whose they are.
    Unknown,
}

impl Key {
    /// The column of a block. Several places that roll up to one are that one; what is only suggested is unknown.
    pub fn of(attribution: &Attribution, level: Level, gazetteer: &Gazetteer) -> Key {
        if matches!(attribution.status, Status::Suggested | Status::Unknown) {
            return Key::Unknown;
        }
        let places = order::set(attribution.places.iter().map(|place| gazetteer.roll_up(*place, level)));
        match (places.first(), places.len()) {
            (Some(place), 1) => Key::Place(*place),
            (Some(_), _) => Key::Several,
            (None, _) if attribution.status == Status::Several => Key::Several,
            (None, _) => Key::Unknown,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Place(code) => code.fmt(f),
            Key::Several => f.write_str("several"),
            Key::Unknown => f.write_str("unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use crate::places::{Assigned, BlockText, Gazetteer, Level, Outline, attribute};

    #[test]
    fn what_the_reader_calls_several_counts_as_several() {
        let assigned = Some(Assigned::Several);
        let block = BlockText { text: "德州市招商。", assigned, ..BlockText::default() };
        let outline = Outline { blocks: vec![block], ..Outline::default() };
        let found = attribute(Gazetteer::built_in(), &outline);
        assert_eq!(Key::of(&found[0], Level::Prefecture, Gazetteer::built_in()), Key::Several);
    }
}
