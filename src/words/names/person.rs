//! Names of persons by what stands around them.
//!
//! Promise: a name is claimed only with an office, an address or a word of saying beside it, or where its characters
//! are those of transcribed names around a `·`. Not here: the same name standing alone (`names`).

use super::Tag;
use super::tables::{Class, first, last};
use crate::text::{Characters, Span, is_han};
use std::sync::LazyLock;

/// The classes of data/names/persons.txt.
struct Persons {
    /// With what surnames begin.
    beginnings: Characters,
    act: Class,
    address: Class,
    after: Class,
    before: Class,
    compound: Class,
    doubtful: Class,
    never: Class,
    not_given: Class,
    office: Class,
    part: Class,
    place_end: Class,
    surname: Class,
    theory: Class,
}

static TABLE: LazyLock<Persons> = LazyLock::new(|| {
    let of = |class| Class::read(include_str!(concat!(env!("OUT_DIR"), "/names/persons.txt")), class);
    let (surname, compound) = (of("surname"), of("compound"));
    let mut beginnings = surname.firsts().clone();
    beginnings.add_all(compound.firsts());
    Persons {
        beginnings,
        act: of("act"),
        address: of("address"),
        after: of("after"),
        before: of("before"),
        compound,
        doubtful: of("doubtful"),
        never: of("never"),
        not_given: of("not_given"),
        office: of("office"),
        part: of("part"),
        place_end: of("place_end"),
        surname,
        theory: of("theory"),
    }
});

/// How sure a stretch after an office can be a name.
#[derive(PartialEq)]
enum Beside {
    /// Nothing else could stand there: a word of saying, an address.
    Saying,
    /// The end of a clause, or a word that may follow a name.
    Edge,
}

/// What joins the parts of a transcribed name.
pub(super) const DOTS: [char; 3] = ['·', '•', '・'];

/// Whether a text has one of them.
pub(super) fn has_dot(text: &str) -> bool {
    static SET: LazyLock<Characters> = LazyLock::new(|| DOTS.into_iter().collect());
    SET.places(text).any(|at| text[at..].starts_with(DOTS))
}

/// Characters of the longest one.
const MAX_TRANSCRIBED: usize = 24;

/// All names of a text that something beside them gives away, from left to right.
#[inline(never)]
pub(super) fn persons(text: &str, tag: &Tag) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut end = 0;
    let may_be_transcribed = has_dot(text);
    let next = |from: usize| match may_be_transcribed {
        true => (from < text.len()).then_some(from),
        false => TABLE.beginnings.next_place(text, from),
    };
    while let Some(at) = next(end) {
        let Some(c) = text[at..].chars().next() else { break };
        end = at + c.len_utf8();
        if !is_han(c) {
            continue;
        }
        if let Some(span) = name_from(text, at, may_be_transcribed, tag) {
            end = span.end;
            found.push(span);
            for other in rest_of_list(text, span.end, tag) {
                end = other.end;
                found.push(other);
            }
        }
    }
    found
}

#[inline(never)]
fn name_from(text: &str, at: usize, may_be_transcribed: bool, tag: &Tag) -> Option<Span> {
    let (before, rest) = (&text[..at], &text[at..]);
    let span = |length: usize| Span::new(at, at + length);
    if may_be_transcribed && let Some(length) = transcribed(before, rest, tag) {
        return Some(span(length));
    }
    surname(rest)?;
    let follows_office = TABLE.office.at_end(before.trim_end_matches(' ')).is_some();
    let of_office = if follows_office { after_office(rest, tag) } else { None };
    let length = of_office
        .or_else(|| addressed(before, rest, tag))
        .or_else(|| if starts_clause(before) { saying(rest, tag) } else { None })?;
    Some(span(length))
}

/// 记者 甲 乙、丙: names in a row after one office.
#[inline(never)]
fn rest_of_list(text: &str, from: usize, tag: &Tag) -> Vec<Span> {
    let mut found = Vec::new();
    let mut end = from;
    while let Some(mark) = text[end..].chars().next().filter(|c| matches!(c, ' ' | '、' | '\u{3000}')) {
        let at = end + mark.len_utf8();
        let Some(length) = after_office(&text[at..], tag) else { break };
        end = at + length;
        found.push(Span::new(at, end));
    }
    found
}

/// The name with which a text begins after an office: its bytes.
#[inline(never)]
fn after_office(rest: &str, tag: &Tag) -> Option<usize> {
    candidates(rest)
        .find(|name| {
            let needed = needed(name, tag);
            needed.is_some_and(|needed| {
                beside(name, &rest[name.len()..], tag)
                    .is_some_and(|it| it == Beside::Saying || needed == Beside::Edge)
            })
        })
        .map(str::len)
}

/// 甲乙同志: a name before an address, at the beginning of a clause or after a word that leaves it free.
#[inline(never)]
fn addressed(before: &str, rest: &str, tag: &Tag) -> Option<usize> {
    let is_free = || starts_clause(before) || TABLE.before.at_end(before).is_some();
    let name = candidates(rest).find(|name| TABLE.address.at_start(&rest[name.len()..]).is_some())?;
    let is_place = last(name, 1).is_some_and(|end| TABLE.place_end.has(end));
    // 同志 stands after names only, 书记 after many a place too.
    let address = TABLE.address.at_start(&rest[name.len()..]).unwrap_or_default();
    let known_as = if ["同志", "先生", "女士"].contains(&address) { "n" } else { "nr" };
    let is_known = tag(name).is_some_and(|tag| tag.starts_with(known_as));
    let is_plain = needed(name, tag)? == Beside::Edge || is_known;
    (is_plain && !is_place && is_free()).then_some(name.len())
}

/// 甲乙坦言: a name before a word of saying at the beginning of a clause; never a word of the dictionary.
#[inline(never)]
fn saying(rest: &str, tag: &Tag) -> Option<usize> {
    let is_said = |name: &&str| TABLE.act.at_start(&rest[name.len()..]).is_some();
    let name = candidates(rest).find(is_said)?;
    let is_place = last(name, 1).is_some_and(|end| TABLE.place_end.has(end));
    let is_word = name.chars().count() == 2 && tag(name).is_some();
    let is_plain = !is_place && !is_word && needed(name, tag)? == Beside::Edge;
    is_plain.then_some(name.len())
}

/// What must stand beside a name for it to be believed; none if it cannot be one.
#[inline(never)]
fn needed(name: &str, tag: &Tag) -> Option<Beside> {
    let given = &name[surname(name)?..];
    let is_office = TABLE.office.has(given) || TABLE.office.has(name) || TABLE.address.has(given);
    if is_office || TABLE.never.has(name) || given.chars().any(|c| TABLE.not_given.has_character(c)) {
        return None;
    }
    if last(given, 1).is_some_and(|end| ["县", "区", "镇", "乡"].contains(&end)) {
        return None;
    }
    // The dictionary has 高峰 and 史诗 as names: its word for it is no proof.
    let is_word = tag(name).is_some_and(|tag| !tag.starts_with("nr") || name.chars().count() == 2);
    let is_plain_word = |word: &str| tag(word).is_some_and(|tag| !tag.starts_with("nr"));
    // 高度重 is 高度 and something after it.
    let begins_with_word = first(name, 2).is_some_and(|two| two.len() < name.len() && is_plain_word(two));
    let is_doubtful = TABLE.doubtful.has(&name[..surname(name)?]);
    // 严格 before 要求 is no name, 江山 before 表示 may be one.
    let is_noun = || tag(name).is_some_and(|tag| tag.starts_with('n'));
    if is_word && !is_noun()
        || is_doubtful && (is_word || begins_with_word || given.chars().count() > 1 && is_plain_word(given))
    {
        return None;
    }
    Some(if is_word || is_doubtful || begins_with_word { Beside::Saying } else { Beside::Edge })
}

/// What stands after a name, if anything that may.
#[inline(never)]
fn beside(name: &str, rest: &str, tag: &Tag) -> Option<Beside> {
    if TABLE.act.at_start(rest).is_some_and(|act| act.len() > 3 || !joins(name, rest, tag))
        || TABLE.address.at_start(rest).is_some()
    {
        return Some(Beside::Saying);
    }
    let is_edge = rest.chars().next().is_none_or(|c| !is_han(c) && !c.is_alphanumeric() && c != '·');
    (is_edge || TABLE.after.at_start(rest).is_some() && !joins(name, rest, tag)).then_some(Beside::Edge)
}

/// Whether the last character of one text and the first of the other are a word: 武侠小 and 说.
pub(super) fn joins(one: &str, other: &str, tag: &Tag) -> bool {
    last(one, 1).zip(first(other, 1)).is_some_and(|(one, other)| tag(&format!("{one}{other}")).is_some())
}

/// Whether a name is part of the name of a theory here: …理论, …新时代….
pub(super) fn is_of_theory(rest: &str) -> bool {
    TABLE.theory.at_start(rest).is_some()
}

/// The names that a text may begin with, the longest first.
fn candidates(rest: &str) -> impl Iterator<Item = &str> {
    let n_surname = surname(rest).map_or(0, |end| rest[..end].chars().count());
    let lengths = if n_surname == 0 { [0, 0] } else { [n_surname + 2, n_surname + 1] };
    lengths
        .into_iter()
        .filter(|n| *n > 0)
        .filter_map(|n| first(rest, n))
        .filter(|name| name.chars().all(is_han))
}

/// The surname that a text begins with: its bytes.
pub(super) fn surname(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| TABLE.beginnings.may_have(*c))?;
    let compound = TABLE.compound.at_start(text).map(str::len).filter(|end| *end < text.len());
    compound.or_else(|| TABLE.surname.has_character(first).then_some(first.len_utf8()))
}

/// Places of a text at which a surname may begin.
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    TABLE.beginnings.places(text)
}

/// Whether a text that ends here leaves the beginning of a clause.
pub(super) fn starts_clause(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !is_han(c) && !c.is_alphanumeric() && c != '·')
}

/// Whether a word of saying, an address or an office right before gives a known name away.
pub(super) fn is_given_away(before: &str, name: &str, rest: &str, tag: &Tag) -> bool {
    let is_said = TABLE.act.at_start(rest).is_some();
    is_said && starts_clause(before)
        || TABLE.address.at_start(rest).is_some()
        || TABLE.office.at_end(before).is_some() && beside(name, rest, tag).is_some()
}

/// A name transcribed from another language: parts joined by `·`, all of characters that such names are written in,
/// or with an office beside it.
#[inline(never)]
fn transcribed(before: &str, rest: &str, tag: &Tag) -> Option<usize> {
    let is_of_name = |c: char| is_han(c) || DOTS.contains(&c);
    let has_office = TABLE.office.at_end(before).is_some();
    let is_left_free = has_office || starts_clause(before) || TABLE.before.at_end(before).is_some();
    if before.ends_with(DOTS) || !is_left_free {
        return None;
    }
    let within = rest.char_indices().take(MAX_TRANSCRIBED);
    let end = within.take_while(|(_, c)| is_of_name(*c)).last().map_or(0, |(at, c)| at + c.len_utf8());
    let (last_dot, dot) = rest[..end].rmatch_indices(DOTS).next()?;
    let tail = last_dot + dot.len();
    let is_part = |part: &str| {
        (2..=6).contains(&part.chars().count()) && (has_office || n_of_part(part) == part.chars().count())
    };
    let is_head = rest[..last_dot].split(DOTS).all(is_part);
    is_head.then(|| last_part(&rest[tail..end], has_office, tag)).flatten().map(|length| tail + length)
}

/// The last part of a transcribed name, the longest that something which may follow a name follows: its bytes.
fn last_part(tail: &str, has_office: bool, tag: &Tag) -> Option<usize> {
    let parts = (2..=6).rev().filter_map(|n| Some((n, first(tail, n)?)));
    let mut fitting = parts.filter(|(n, name)| {
        let after = &tail[name.len()..];
        let is_closed = after.is_empty() || beside(name, after, tag).is_some();
        let is_transcribed = n_of_part(name) == *n || has_office && *n <= 4;
        is_closed && is_transcribed && TABLE.act.at_end(name).is_none()
    });
    fitting.next().map(|(_, name)| name.len())
}

/// How many characters at the beginning are of those that names are transcribed with.
fn n_of_part(text: &str) -> usize {
    text.chars().take_while(|c| TABLE.part.has_character(*c)).count()
}
