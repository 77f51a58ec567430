//! The city that a document does not name but whose districts it does.

use super::code::{Code, Level};
use super::outcome::{Attribution, Reason, ReasonKind, Status};
use super::reading::Reading;
use crate::order::Order;
use crate::text::Span;
use std::collections::BTreeMap;

/// So many different counties of a prefecture make it likely.
const N_COUNTIES: usize = 3;

/// A prefecture with the counties that speak for it: their names, and the block that names the first.
pub(super) struct Likely {
    code: Code,
    words: Vec<String>,
    block: usize,
    /// Where those of that block stand.
    spans: Vec<Span>,
    is_named: bool,
}

impl Likely {
    /// Whether the prefecture is named nowhere and all these places lie in it.
    pub fn is_unnamed_around(&self, reading: &Reading, places: &[Code]) -> bool {
        !self.is_named && places.iter().all(|&code| reading.gazetteer.is_within(code, self.code))
    }
}

/// Suggests the prefecture for the blocks of which nothing else is known.
pub(super) fn suggest(reading: &Reading, likely: &[Likely], attributions: &mut [Attribution]) {
    let Some(first) = likely.iter().min_by_key(|likely| likely.block) else { return };
    let words: Vec<&str> = likely.iter().flat_map(|likely| &likely.words).map(String::as_str).collect();
    let spans = likely.iter().filter(|likely| likely.block == first.block).flat_map(|likely| &likely.spans);
    let reason =
        Reason::new(ReasonKind::Districts, &words.join("、"), Some(first.block), spans.copied().collect());
    for attribution in attributions {
        // A list of its own districts is the unnamed city speaking, too.
        let is_list = attribution.status == Status::Several
            && likely.iter().any(|likely| likely.is_unnamed_around(reading, &attribution.places));
        if attribution.status == Status::Unknown || is_list {
            attribution.status = Status::Suggested;
            attribution.places.clear();
            attribution.suggested = likely.iter().map(|likely| likely.code).collect();
            attribution.reason = reason.clone();
        }
    }
}

/// The prefectures of which enough counties are named.
pub(super) fn likely_prefectures(reading: &Reading) -> Vec<Likely> {
    let mut counties: BTreeMap<Code, BTreeMap<Code, (usize, usize, &str)>> = BTreeMap::new();
    for (index, block) in reading.blocks.iter().enumerate() {
        for named in block.named.iter().filter(|named| named.code.level() == Level::County) {
            let prefecture = reading.gazetteer.roll_up(named.code, Level::Prefecture);
            counties.entry(prefecture).or_default().entry(named.code).or_insert((
                index,
                named.start,
                named.words,
            ));
        }
    }
    let enough = counties.into_iter().filter(|(_, counties)| counties.len() >= N_COUNTIES);
    enough.map(|(code, counties)| likely(reading, code, counties.into_values().collect())).collect()
}

fn likely(reading: &Reading, code: Code, mut counties: Vec<(usize, usize, &str)>) -> Likely {
    counties.order();
    let block = counties.first().map_or(0, |(block, ..)| *block);
    let of_block = counties.iter().filter(|(other, ..)| *other == block);
    Likely {
        code,
        block,
        spans: of_block.map(|&(_, start, words)| Span::new(start, start + words.len())).collect(),
        words: counties.into_iter().map(|(.., words)| words.to_owned()).collect(),
        is_named: reading.blocks.iter().flat_map(|block| &block.named).any(|named| named.code == code),
    }
}
