//! The texts that a damaged stretch may have been.

use super::gbk::Gbk;
use super::readings;
use super::score::{Judge, Window};
use super::stream::{Slot, Stretch};
use crate::order::{Order, floor_of_largest, key_of};
use crate::text::is_han;

/// So many beginnings of a text are kept when there are more, …
const N_KEPT: usize = 40;
/// … and so many before each of them is gone on with in many ways.
const N_FANNED: usize = 6;
/// Ways to go on that are many.
const MANY_WAYS: usize = 12;
/// Characters known to follow by which beginnings are told apart.
const N_AHEAD: usize = 4;

/// A text as far as it is made out.
#[derive(Clone)]
struct Beginning {
    text: String,
    /// Its last byte in GBK.
    last: Option<u8>,
}

/// The likely ones of all texts that the slots may stand for.
#[inline(never)]
pub(super) fn candidates(stretch: &Stretch, window: &Window, judge: &Judge, table: &Gbk) -> Vec<String> {
    let mut beginnings = vec![Beginning { text: String::new(), last: None }];
    for at in (0..stretch.slots.len()).step_by(2) {
        let pair = &stretch.slots[at..stretch.slots.len().min(at + 2)];
        let [first, second] = pair else { return Vec::new() };
        if judge.is_tired() {
            return Vec::new();
        }
        let rest = &stretch.slots[at + 2..];
        let ahead = ahead(rest, table);
        if beginnings.len() > N_FANNED && n_ways(first, second) > MANY_WAYS {
            best(&mut beginnings, N_FANNED, "", stretch, window, judge);
        }
        let mut longer = Vec::new();
        for beginning in &beginnings {
            go_on(beginning, first, second, &mut longer, judge, table);
        }
        let is_last = rest.is_empty();
        if longer.len() > N_KEPT && !is_last {
            best(&mut longer, N_KEPT, &ahead, stretch, window, judge);
        }
        beginnings = longer;
    }
    beginnings.into_iter().map(|beginning| beginning.text).collect()
}

/// Keeps the best `n` of them, judged together with what follows.
#[inline(never)]
fn best(all: &mut Vec<Beginning>, n: usize, ahead: &str, stretch: &Stretch, window: &Window, judge: &Judge) {
    let mut scored: Vec<(f64, Beginning)> = all
        .drain(..)
        .map(|one| {
            let own: String = one.text.chars().skip(stretch.n_kept).collect();
            (window.score_beginning(&own, ahead, judge), one)
        })
        .collect();
    let floor = floor_of_largest(scored.iter().map(|(score, _)| key_of(*score)).collect(), n);
    scored.retain(|(score, _)| key_of(*score) >= floor);
    scored.order_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.text.cmp(&b.1.text)));
    scored.truncate(n);
    all.extend(scored.into_iter().map(|(_, one)| one));
}

/// The next characters of which both bytes are known.
fn ahead(slots: &[Slot], table: &Gbk) -> String {
    let pairs = slots.chunks_exact(2).take(N_AHEAD);
    pairs.map_while(|pair| table.character(pair[0].byte?, pair[1].byte?)).collect()
}

fn n_ways(first: &Slot, second: &Slot) -> usize {
    [first, second].iter().map(|slot| if slot.is_known() { 1 } else { 100 }).product()
}

/// All that a beginning may become with one character more.
#[inline(never)]
fn go_on(from: &Beginning, first: &Slot, second: &Slot, to: &mut Vec<Beginning>, judge: &Judge, table: &Gbk) {
    let mut take = |c: char, last: u8| {
        let mut text = from.text.clone();
        text.push(c);
        to.push(Beginning { text, last: Some(last) });
    };
    if first.is_free() && second.is_free() {
        for c in judge.usual_characters() {
            if let Some(bytes) = table.bytes(*c) {
                take(*c, bytes[1]);
            }
        }
        return;
    }
    for lead in choices(first, second, from.last, table) {
        for trail in choices(second, second, Some(lead), table) {
            if let Some(c) = table.character(lead, trail).filter(|c| is_text(*c)) {
                take(c, trail);
            }
        }
    }
}

/// The bytes that a slot may stand for. `next` says by its reading which ones can stand before it.
fn choices(slot: &Slot, next: &Slot, previous: Option<u8>, table: &Gbk) -> Vec<u8> {
    let hosts = |syllable: &str| readings::hosts(syllable).chars().filter_map(|host| table.bytes(host));
    let mut bytes: Vec<u8> = match (&slot.reading, &next.reading, slot.byte) {
        (Some(syllable), _, _) => {
            hosts(syllable).filter(|host| Some(host[0]) == previous).map(|host| host[1]).collect()
        }
        (None, _, Some(byte)) => return vec![byte],
        (None, Some(syllable), None) => hosts(syllable).map(|host| host[0]).collect(),
        (None, None, None) => return (0x40..=0xfe).collect(),
    };
    bytes.retain(|byte| slot.byte.is_none_or(|known| known == *byte));
    bytes.order();
    bytes.dedup();
    bytes
}

/// Ideographs and the marks of running text; not the other symbols and kana that two bytes may be.
pub(super) fn is_text(c: char) -> bool {
    is_han(c)
        || "。、，；：？！“”‘’《》（）—…·％".contains(c)
        || ('Ａ'..='ｚ').contains(&c)
        || ('０'..='９').contains(&c)
}
