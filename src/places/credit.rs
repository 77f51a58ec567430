//! Attributions put together from places and the words that name them.

use super::code::Code;
use super::frame::{Member, is_city};
use super::outcome::{Attribution, Reason, ReasonKind, Status};
use super::strength::Named;

/// The members of a frame, with the words that made them.
pub(super) fn by_members(members: &[&Member]) -> Attribution {
    let [first, .., last] = members else {
        return members.first().map_or_else(nothing, |only| {
            let reason = Reason::new(only.kind, &only.words, only.block, only.spans.clone());
            credit(vec![only.code], reason)
        });
    };
    let spans = members.iter().filter(|member| member.block == first.block).flat_map(|member| &member.spans);
    let words = format!("{}…{}", first.words, last.words);
    let reason = Reason::new(first.kind, &words, first.block, spans.copied().collect());
    credit(members.iter().map(|member| member.code).collect(), reason)
}

pub(super) fn named_here(named: &[&Named], index: usize) -> Attribution {
    let kind = if named.len() == 1 && named.iter().any(|named| named.is_office) {
        ReasonKind::Office
    } else {
        ReasonKind::Named
    };
    credit(named.iter().map(|named| named.code).collect(), by_names(kind, named, index))
}

pub(super) fn by_names(kind: ReasonKind, named: &[&Named], block: usize) -> Reason {
    let words: Vec<&str> = named.iter().map(|named| named.words).collect();
    let spans = named.iter().map(|named| named.span()).collect();
    Reason::new(kind, &words.join("、"), Some(block), spans)
}

pub(super) fn province_speech(named: &Named, index: usize) -> Attribution {
    credit(vec![named.code], by_names(ReasonKind::Named, &[named], index))
}

/// The status follows from the places.
pub(super) fn credit(places: Vec<Code>, reason: Reason) -> Attribution {
    let status = match places[..] {
        [] => Status::Unknown,
        [only] if !is_city(only) => Status::Province,
        [_] => Status::About,
        _ => Status::Several,
    };
    Attribution { status, places, suggested: Vec::new(), reason }
}

pub(super) fn nothing() -> Attribution {
    credit(Vec::new(), Reason::new(ReasonKind::Nothing, "", None, Vec::new()))
}

/// The same place, for a block that names none; what a heading or title decided keeps its reason.
pub(super) fn carried(from: &Attribution) -> Attribution {
    let mut carried = from.clone();
    if !matches!(carried.reason.kind, ReasonKind::Heading | ReasonKind::Title) {
        carried.reason.kind = ReasonKind::Carried;
    }
    carried
}
