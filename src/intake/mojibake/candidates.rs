//! The texts that a damaged stretch may have been.

use super::gbk::Gbk;
use super::readings;
use super::stream::{Slot, Stretch};
use crate::order::Order;
use crate::text::is_han;

/// More texts than this are not compared.
const MAX_CANDIDATES: usize = 4_000;

/// All texts that the slots may stand for. `leads` says which lead bytes to try where the first one was lost.
pub(super) fn candidates(stretch: &Stretch, leads: &[u8], table: &Gbk) -> Vec<String> {
    let mut found = Vec::new();
    let Some((first, rest)) = stretch.slots.split_first() else { return found };
    let leads: &[u8] = match &first.byte {
        Some(byte) => &[*byte],
        None => leads,
    };
    for lead in leads {
        extend(rest, Some(*lead), Some(*lead), String::new(), table, &mut found);
    }
    found
}

/// Tries every byte for the first slot. `pending` is the first byte of a character whose second is to come,
/// `previous` the byte before in any case.
fn extend(
    slots: &[Slot],
    pending: Option<u8>,
    previous: Option<u8>,
    text: String,
    table: &Gbk,
    found: &mut Vec<String>,
) {
    let Some((slot, rest)) = slots.split_first() else {
        if pending.is_none() && found.len() < MAX_CANDIDATES {
            found.push(text);
        }
        return;
    };
    for byte in choices(slot, previous, table) {
        if found.len() >= MAX_CANDIDATES {
            return;
        }
        match pending {
            None => extend(rest, Some(byte), Some(byte), text.clone(), table, found),
            Some(lead) => {
                let Some(c) = table.character(lead, byte).filter(|c| is_text(*c)) else { continue };
                let mut text = text.clone();
                text.push(c);
                extend(rest, None, Some(byte), text, table, found);
            }
        }
    }
}

fn choices(slot: &Slot, previous: Option<u8>, table: &Gbk) -> Vec<u8> {
    let Some(syllable) = &slot.reading else {
        return slot.byte.map_or_else(|| (0x40..=0xfe).collect(), |byte| vec![byte]);
    };
    let hosts = readings::hosts(syllable).chars().filter_map(|host| table.bytes(host));
    let mut bytes: Vec<u8> = hosts.filter(|host| Some(host[0]) == previous).map(|host| host[1]).collect();
    bytes.retain(|byte| slot.byte.is_none_or(|known| known == *byte));
    bytes.order();
    bytes.dedup();
    bytes
}

/// Ideographs and the marks of running text; not the other symbols and kana that two bytes may be.
fn is_text(c: char) -> bool {
    is_han(c)
        || "。、，；：？！“”‘’《》（）—…·％".contains(c)
        || ('Ａ'..='ｚ').contains(&c)
        || ('０'..='９').contains(&c)
}
