//! What the words around a name make of it, by the rows of `data/places/contexts.tsv`.

use super::mention::{Mention, Sense};
use std::sync::OnceLock;

const CONTEXTS: &str = include_str!("../../data/places/contexts.tsv");

/// Words before a two-character full name (莒县) that cannot be the first half of another word.
const PLAIN_NEIGHBOURS: &str = "在为到至与对从由向赴是把及给让使";

/// Characters and words that end the reach of a row: what follows them belongs to another part of the sentence.
const BREAKS: [&str; 30] = [
    "的", "在", "与", "和", "是", "将", "把", "对", "为", "于", "向", "从", "使", "了", "等", "及", "已",
    "市", "县", "培育", "打造", "支持", "推进", "推动", "组建", "成立", "引进", "建设", "加快", "实施",
];

/// No row looks at more bytes than these before a name.
const REACH: usize = 240;

/// A row of the table.
struct Context {
    sense: Sense,
    before: Vec<&'static str>,
    reach_before: usize,
    after: Vec<&'static str>,
    reach_after: usize,
    not_followed_by: &'static str,
    only: Only,
}

/// Which names a row holds for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Only {
    All,
    /// Short forms that still need evidence.
    Short,
    /// Official names.
    Full,
}

fn contexts() -> &'static [Context] {
    static ROWS: OnceLock<Vec<Context>> = OnceLock::new();
    ROWS.get_or_init(|| CONTEXTS.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
}

fn row(line: &'static str) -> Option<Context> {
    let mut fields = line.split('\t');
    let sense = match fields.next()? {
        "name-part" => Sense::NamePart,
        "person" => Sense::Person,
        "benchmark" => Sense::Benchmark,
        "partner" => Sense::Partner,
        "office" => Sense::Office,
        _ => return None,
    };
    Some(Context {
        sense,
        before: alternatives(fields.next()?),
        reach_before: fields.next()?.parse().ok()?,
        after: alternatives(fields.next()?),
        reach_after: fields.next()?.parse().ok()?,
        not_followed_by: fields.next().unwrap_or_default(),
        only: match fields.next() {
            Some("short") => Only::Short,
            Some("full") => Only::Full,
            _ => Only::All,
        },
    })
}

fn alternatives(field: &'static str) -> Vec<&'static str> {
    field.split('|').filter(|words| !words.is_empty()).collect()
}

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
    let direct = contexts().iter().find(|row| row.fits(mention, &around)).map(|row| row.sense);
    direct.or_else(|| inherited(text, mentions, index)).unwrap_or(Sense::Plain)
}

/// The text around a name.
struct Around<'a> {
    /// From the beginning of its part of the sentence to the name, or to the parents that lead to it.
    before: &'a str,
    after: &'a str,
    /// What follows the list of names that begins with this one.
    after_list: &'a str,
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

impl Context {
    fn fits(&self, mention: &Mention, around: &Around) -> bool {
        // Full names of counties are safe from being mistaken for persons.
        let is_excluded = match self.only {
            Only::All => false,
            Only::Short => mention.is_full || mention.is_settled,
            Only::Full => !mention.is_full,
        };
        let is_before = |words: &&str| match words.strip_prefix('^') {
            Some(words) => around.before == words,
            None => ends_near(around.before, words, self.reach_before),
        };
        let after = if self.before.is_empty() { around.after } else { around.after_list };
        !is_excluded
            && (self.after.is_empty() || self.after.iter().any(|words| self.begins_near(after, words)))
            && (self.before.is_empty() || self.before.iter().any(is_before))
    }

    fn begins_near(&self, after: &str, words: &str) -> bool {
        let mut rest = after;
        for _ in 0..=self.reach_after {
            if let Some(next) = rest.strip_prefix(words) {
                return !next.chars().next().is_some_and(|next| self.not_followed_by.contains(next));
            }
            let Some(first) = rest.chars().next().filter(|&first| is_han(first)) else { return false };
            if BREAKS.iter().any(|end| rest.starts_with(end)) {
                return false;
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
        false
    }
}

/// Whether `words` stand before, with at most `reach` Han characters or list marks in between.
fn ends_near(before: &str, words: &str, reach: usize) -> bool {
    let mut rest = before;
    for _ in 0..=reach {
        if rest.ends_with(words) {
            return true;
        }
        let Some(last) = rest.chars().next_back().filter(|&last| is_han(last)) else { return false };
        if last == '的' {
            return false;
        }
        rest = rest.get(..rest.len() - last.len_utf8()).unwrap_or_default();
    }
    false
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
