//! Sections that each speak of one of the places of a document, in an article whose headings name none.
//!
//! Promise: only a text that shows it is read so. Every section names one place at most, no place is named in two, and
//! one at least is named. Then a section belongs to its place from its heading on, also where that is named late; and
//! where there are as many sections as places in the list of title or lead, and those that are named follow it, the
//! others follow it too.

use super::code::Code;
use super::frame::{Frame, Member};
use super::outcome::{Attribution, Reason, ReasonKind, Status};
use super::reading::{BlockReading, Reading};
use super::strength::Named;
use crate::text::Span;
use std::ops::Range;

/// Credits the blocks of such sections that name nothing themselves.
pub(super) fn credit_sections(reading: &Reading, frame: &Frame, attributions: &mut [Attribution]) {
    if frame.switches.iter().any(Option::is_some) {
        return;
    }
    let sections = sections(&reading.blocks);
    let members = listed(reading, frame, &sections);
    let Some(named) = named_in(&sections, &members, attributions) else { return };
    let is_in_order = sections.len() == members.len()
        && named.iter().zip(&members).all(|(named, member)| {
            named.as_ref().is_none_or(|named| named.places.first() == Some(&member.code))
        });
    for ((section, named), index) in sections.into_iter().zip(named).zip(0..) {
        let credited = match (named, members.get(index).filter(|_| is_in_order)) {
            (Some(named), _) => named,
            (None, Some(member)) => by_order(member),
            (None, None) => continue,
        };
        for attribution in attributions.get_mut(section).unwrap_or_default() {
            if is_borrowed(attribution) {
                attribution.clone_from(&credited);
            }
        }
    }
}

/// From each heading to the next of its kind. A heading of another kind than the first stands below it.
fn sections(blocks: &[BlockReading]) -> Vec<Range<usize>> {
    let headings = || blocks.iter().enumerate().filter(|(_, block)| block.is_heading && !block.is_title);
    let Some(kind) = headings().next().map(|(_, block)| numbering(block.piece.text)) else {
        return Vec::new();
    };
    let starts: Vec<usize> =
        headings().filter(|(_, block)| numbering(block.piece.text) == kind).map(|(index, _)| index).collect();
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    starts.iter().zip(ends).map(|(&start, end)| start..end).collect()
}

#[derive(PartialEq, Eq)]
enum Numbering {
    None,
    Bracketed,
    Han,
    Digits,
}

fn numbering(text: &str) -> Numbering {
    match text.chars().next() {
        Some('（' | '(') => Numbering::Bracketed,
        Some(first) if "一二三四五六七八九十第".contains(first) => Numbering::Han,
        Some(first) if first.is_ascii_digit() => Numbering::Digits,
        _ => Numbering::None,
    }
}

/// The places of the document in the order of its list: those of the frame, else those that the lead lists.
fn listed(reading: &Reading, frame: &Frame, sections: &[Range<usize>]) -> Vec<Member> {
    let first = sections.first().map_or(0, |section| section.start);
    if frame.members.len() > 1 {
        return frame.members.clone();
    }
    let lists = reading.blocks.iter().take(first).enumerate().map(|(index, block)| {
        let is_joined = |pair: &[Named]| matches!(pair, [left, right] if left.is_listed_before(right));
        let is_list = block.named.len() > 1 && block.named.windows(2).all(is_joined);
        let names = block.named.iter().filter(|_| is_list);
        names.map(|named| Member::named(named, ReasonKind::Named, Some(index))).collect()
    });
    lists.max_by_key(|members: &Vec<Member>| members.len()).unwrap_or_default()
}

/// For each section the place that it names, with the reason; nothing where the text does not show that each is of one.
fn named_in(
    sections: &[Range<usize>],
    members: &[Member],
    attributions: &[Attribution],
) -> Option<Vec<Option<Attribution>>> {
    let is_member = |code: Code| members.iter().any(|member| member.code == code);
    let mut found: Vec<Option<Attribution>> = Vec::new();
    for section in sections {
        let mut own: Option<Attribution> = None;
        for (index, attribution) in attributions.iter().enumerate().take(section.end).skip(section.start) {
            let is_named_here = attribution.reason.block == Some(index) && !is_borrowed(attribution);
            let [code] = attribution.places[..] else { continue };
            if !is_named_here || !is_member(code) {
                continue;
            }
            let is_other = |known: &Attribution| known.places.first() != Some(&code);
            if own.as_ref().is_some_and(is_other) || !found.iter().flatten().all(is_other) {
                return None;
            }
            own.get_or_insert_with(|| of_section(attribution));
        }
        found.push(own);
    }
    (sections.len() > 1 && members.len() > 1 && found.iter().any(Option::is_some)).then_some(found)
}

/// Whether the block has its place from another one or has none.
fn is_borrowed(attribution: &Attribution) -> bool {
    let is_from_elsewhere = matches!(attribution.reason.kind, ReasonKind::Carried | ReasonKind::Title);
    matches!(attribution.status, Status::Unknown | Status::Suggested) || is_from_elsewhere
}

fn of_section(named: &Attribution) -> Attribution {
    let reason = Reason { kind: ReasonKind::Section, ..named.reason.clone() };
    Attribution { reason, ..named.clone() }
}

fn by_order(member: &Member) -> Attribution {
    let spans: Vec<Span> = member.spans.clone();
    let reason = Reason::new(ReasonKind::Order, &member.words, member.block, spans);
    Attribution { status: Status::About, places: vec![member.code], suggested: Vec::new(), reason }
}
