//! The places that a whole document is about, and the headings that switch between them.

use super::code::{Code, Level};
use super::gazetteer::Gazetteer;
use super::mention::{Mention, Piece};
use super::outcome::ReasonKind;
use super::reading::{BlockReading, Reading};
use super::strength::Named;
use crate::text::Span;

/// What a heading says.
#[derive(Debug, Clone)]
pub(super) struct Switch {
    pub places: Vec<Code>,
    pub words: String,
    /// Where the names stand in the block.
    pub spans: Vec<Span>,
}

/// The places of a document.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// In the order in which they are named; none where the document says nothing of itself.
    pub members: Vec<Member>,
    /// For each block the heading that it is, if it is one that names places.
    pub switches: Vec<Option<Switch>>,
    /// Whether headings alone decide, once the first has come.
    pub is_by_headings: bool,
    /// The province of the title, in a document without members.
    pub province: Option<Member>,
}

/// A place of a document, with the words that made it one.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub code: Code,
    pub kind: ReasonKind,
    pub words: String,
    /// The block in which the words stand; none for the title.
    pub block: Option<usize>,
    /// Where the names stand there.
    pub spans: Vec<Span>,
}

impl Member {
    /// A member by a name in a block, or in the title.
    pub fn named(named: &Named, kind: ReasonKind, block: Option<usize>) -> Member {
        Member { code: named.code, kind, words: named.words.to_owned(), block, spans: vec![named.span()] }
    }
}

impl Frame {
    /// Takes the frame from headings and title, else from the one office whose holder speaks.
    pub fn of(reading: &Reading) -> Frame {
        let switches: Vec<Option<Switch>> =
            reading.blocks.iter().map(|block| switch(reading.gazetteer, block)).collect();
        let by_heading = heading_members(&switches);
        let by_title = without_ancestors_of(reading.gazetteer, title_members(reading), &by_heading);
        let is_by_headings =
            by_heading.len() > 1 && by_title.iter().all(|member| contains(&by_heading, member.code));
        let mut members = by_title;
        for member in by_heading {
            if !contains(&members, member.code) {
                members.push(member);
            }
        }
        let offices = offices(reading);
        match (&members[..], &offices[..]) {
            ([], [office]) => members = vec![office.clone()],
            // The county speaks, and the title only says where it lies.
            ([member], [office]) if is_below(reading, office.code, member.code) => {
                members = vec![office.clone()]
            }
            _ => {}
        }
        let province =
            title_places(reading, |code| !is_city(code)).into_iter().next().filter(|_| members.is_empty());
        Frame { members, switches, is_by_headings, province }
    }

    /// The member that the place is or lies in; the smallest where members lie in one another.
    pub fn member_of(&self, gazetteer: &Gazetteer, code: Code) -> Option<&Member> {
        let around = self.members.iter().filter(|member| gazetteer.is_within(code, member.code));
        around.max_by_key(|member| member.code.level())
    }
}

fn contains(members: &[Member], code: Code) -> bool {
    members.iter().any(|member| member.code == code)
}

/// A province is a level of speech, not a city, unless it is a single city.
pub(super) fn is_city(code: Code) -> bool {
    code.level() != Level::Province || code.is_municipality()
}

fn heading_members(switches: &[Option<Switch>]) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (index, switch) in switches.iter().enumerate() {
        let Some(Switch { places, words, spans }) = switch else { continue };
        if let [code] = places[..]
            && !contains(&members, code)
        {
            members.push(Member {
                code,
                kind: ReasonKind::Heading,
                words: words.clone(),
                block: Some(index),
                spans: spans.clone(),
            });
        }
    }
    members
}

/// Cities of the title and of lines that belong to it. Those that no block names fall away if others are named,
/// unless they stand in one list with them.
fn title_members(reading: &Reading) -> Vec<Member> {
    let members = title_places(reading, is_city);
    let members = without_ancestors_of(reading.gazetteer, members.clone(), &members);
    let is_in_text = |code: Code| bodies(reading).any(|named| reading.gazetteer.is_within(named.code, code));
    let is_kept = |member: &Member| {
        let is_joined = |pair: &[Named]| match pair {
            [left, right] if left.is_listed_before(right) => {
                (left.code == member.code && is_in_text(right.code))
                    || (right.code == member.code && is_in_text(left.code))
            }
            _ => false,
        };
        is_in_text(member.code) || reading.title.windows(2).any(is_joined)
    };
    if members.iter().any(is_kept) { members.into_iter().filter(is_kept).collect() } else { members }
}

fn title_places(reading: &Reading, wanted: impl Fn(Code) -> bool) -> Vec<Member> {
    let of_title = reading.title.iter().map(|named| (named, None));
    let title_lines = reading.blocks.iter().enumerate().filter(|(_, block)| block.is_title);
    let of_lines =
        title_lines.flat_map(|(index, block)| block.named.iter().map(move |named| (named, Some(index))));
    let mut members: Vec<Member> = Vec::new();
    for (named, block) in of_title.chain(of_lines).filter(|(named, _)| wanted(named.code)) {
        if !contains(&members, named.code) {
            members.push(Member::named(named, ReasonKind::Title, block));
        }
    }
    members
}

fn bodies<'r, 'a>(reading: &'r Reading<'a>) -> impl Iterator<Item = &'r Named<'a>> {
    reading.blocks.iter().filter(|block| !block.is_title).flat_map(|block| &block.named)
}

fn without_ancestors_of(gazetteer: &Gazetteer, members: Vec<Member>, others: &[Member]) -> Vec<Member> {
    let is_ancestor =
        |code: Code| others.iter().any(|other| other.code != code && gazetteer.is_within(other.code, code));
    members.into_iter().filter(|member| !is_ancestor(member.code)).collect()
}

/// The places of which somebody who holds an office speaks or acts.
fn offices(reading: &Reading) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate() {
        for named in block.named.iter().filter(|named| named.is_office && is_city(named.code)) {
            if !contains(&members, named.code) {
                members.push(Member::named(named, ReasonKind::Office, Some(index)));
            }
        }
    }
    members
}

/// Whether `inner` lies below `outer` and the text speaks of it at least as much.
fn is_below(reading: &Reading, inner: Code, outer: Code) -> bool {
    let score =
        |code: Code| bodies(reading).filter(|named| named.code == code).map(|named| named.score).sum::<u32>();
    inner != outer && reading.gazetteer.is_within(inner, outer) && score(inner) >= score(outer)
}

/// Marks that may stand before the name in a heading.
const MARKS: &str = "■□●○◆◇▲△★☆▶►*#•·-—–【[〖《<〈“\"(（、.．)）";

/// The places that the block switches to, if it is a heading: `荣成市：…`, `【荣成】…`, a name alone, or a line
/// marked as a heading that names places.
fn switch(gazetteer: &Gazetteer, block: &BlockReading) -> Option<Switch> {
    if block.is_title {
        return None;
    }
    label(&block.piece).or_else(|| {
        if !block.is_heading {
            return None;
        }
        let codes: Vec<Code> = block.named.iter().map(|named| named.code).collect();
        let is_ancestor =
            |code: Code| codes.iter().any(|&other| other != code && gazetteer.is_within(other, code));
        let is_meant = |named: &&Named| is_city(named.code) && !is_ancestor(named.code);
        let meant: Vec<&Named> = block.named.iter().filter(is_meant).collect();
        let places = meant.iter().map(|named| named.code).collect();
        let spans = meant.iter().map(|named| named.span()).collect();
        let words = block.piece.text.to_owned();
        (!meant.is_empty()).then_some(Switch { places, words, spans })
    })
}

/// A name that opens a block as its label.
fn label(piece: &Piece) -> Option<Switch> {
    let body = without_numbering(piece.text);
    let start = piece.text.len() - body.len();
    let mentions: Vec<&Mention> = piece.mentions.iter().filter(|mention| mention.start >= start).collect();
    let mut end = start;
    let (mut places, mut spans) = (Vec::new(), Vec::new());
    for mention in mentions {
        let gap = piece.text.get(end..mention.start)?;
        if !(gap.is_empty() || (!places.is_empty() && matches!(gap, "、" | "和" | " " | "·"))) {
            break;
        }
        end = mention.end;
        if mention.is_own() {
            places.push(mention.place()?);
            spans.push(Span::new(mention.start, mention.end));
        }
    }
    let rest = piece.text.get(end..)?.trim_start();
    let is_bracketed = rest.starts_with(['】', ']', '〗']);
    let rest = rest.trim_start_matches(['】', ']', '〗', '》', '”', '"', ')', '）', ' ']);
    let is_label = rest.is_empty() || rest.starts_with(['：', ':']) || is_bracketed;
    let mark = rest.chars().next().filter(|mark| "：:".contains(*mark)).map(String::from).unwrap_or_default();
    (is_label && !places.is_empty()).then(|| Switch {
        places,
        words: format!("{}{mark}", &piece.text[start..end]),
        spans,
    })
}

/// The text after numbering and marks: `（一）荣成市` and `2. 荣成市` begin with 荣成市.
fn without_numbering(text: &str) -> &str {
    let is_mark = |character: char| {
        character.is_whitespace() || character.is_ascii_digit() || MARKS.contains(character)
    };
    let text = text.trim_start_matches(is_mark);
    let rest = text.trim_start_matches(|character| "一二三四五六七八九十".contains(character));
    if rest.len() < text.len() && rest.starts_with(['、', '）', ')', '.', '．', ' ']) {
        return rest.trim_start_matches(is_mark);
    }
    text
}
