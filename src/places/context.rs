//! What the words around a name make of it: the text that counts as around it, and what lists and words decide.

use super::context_table::{Around, contexts};
use super::mention::{Mention, Sense};

/// Words before a two-character full name (莒县) that cannot be the first half of another word.
const PLAIN_NEIGHBOURS: &str = "在为到至与对从由向赴是把及给让使";

/// No row looks at more bytes than these before a name.
const REACH: usize = 240;

/// What the mention at `index` does, given those before it.
pub(super) fn sense(text: &str, mentions: &[Mention], index: usize) -> Sense {
    let Some(mention) = mentions.get(index) else { return Sense::Plain };
    if mention.sense != Sense::Plain {
        return mention.sense;
    }
    let start = start_of_chain(mentions, index);
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let around = Around {
        before: clause_before(text.get(from..start).unwrap_or_default()),
        after: text.get(mention.end..).unwrap_or_default(),
        after_list: text.get(end_of_list(text, mentions, index)..).unwrap_or_default(),
    };
    let direct = contexts().sense(mention, &around);
    direct.or_else(|| inherited(text, mentions, index)).unwrap_or(Sense::Plain)
}

/// No list is followed through more names than these.
const LONGEST_LIST: usize = 12;

/// Where the parents begin that lead to the name (四川省 in 四川省凉山州).
fn start_of_chain(mentions: &[Mention], index: usize) -> usize {
    let mut start = mentions.get(index).map_or(0, |mention| mention.start);
    for outer in mentions.get(..index).unwrap_or_default().iter().rev() {
        if outer.sense != Sense::Parent || outer.end != start {
            break;
        }
        start = outer.start;
    }
    start
}

fn end_of_list(text: &str, mentions: &[Mention], index: usize) -> usize {
    let rest = mentions.get(index..).unwrap_or_default();
    let mut end = rest.first().map_or(0, |mention| mention.end);
    for next in rest.iter().skip(1).take(LONGEST_LIST) {
        if !text.get(end..next.start).is_some_and(|gap| gap.is_empty() || is_list_mark(gap)) {
            break;
        }
        end = next.end;
    }
    end
}

fn is_list_mark(gap: &str) -> bool {
    matches!(gap, "、" | "和" | "及" | "与" | "以及" | "," | "，")
}

/// A name in a list has the sense of the name before it: 对标徐州、湖州.
fn inherited(text: &str, mentions: &[Mention], index: usize) -> Option<Sense> {
    let previous = mentions.get(index.checked_sub(1)?)?;
    let gap = text.get(previous.end..mentions.get(index)?.start)?;
    // What a parent does, the name that follows it does too (对标江苏邳州), and the row has looked through it.
    // 学深圳、赶上海.
    let is_list = is_list_mark(gap) || matches!(gap, "、赶" | "、学" | "、追");
    matches!(previous.sense, Sense::Benchmark | Sense::Partner).then_some(previous.sense).filter(|_| is_list)
}

/// Whether a two-character full name such as 和县 begins inside another word (市和县).
pub(super) fn begins_inside_word(text: &str, start: usize, end: usize) -> bool {
    let is_short =
        text.get(start..end).is_some_and(|name| name.chars().count() == 2 && name.ends_with(['县', '市']));
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    is_short && before.is_some_and(|last| is_han(last) && !PLAIN_NEIGHBOURS.contains(last))
}

/// The part of the sentence before a name.
fn clause_before(text: &str) -> &str {
    let is_end = |c: char| "。！？；：，!?;:,\n".contains(c);
    text.rfind(is_end).map_or(text, |at| text.get(at..).unwrap_or_default().trim_start_matches(is_end))
}

/// Whether the character is a common Han character.
pub(super) fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
