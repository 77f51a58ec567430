//! A name of a place where it stands in a text.

use super::code::{Code, Level};
use super::context::{begins_inside_word, sense};
use super::gazetteer::{Gazetteer, Place};
use super::names::{Entry, Trust};
use super::settle::settle;
use super::short_province;

/// What a name does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// It names the place itself.
    Plain,
    /// It names the office of somebody who speaks or acts for the place (五莲县委书记).
    Office,
    /// It only says where the next name lies (山东省 in 山东省德州市).
    Parent,
    /// It is held up as a model (对标徐州).
    Benchmark,
    /// It is a partner or an origin (与上海合作, 来自北京).
    Partner,
    /// It is part of the name of a medium, a company or a landmark (威海新闻网).
    NamePart,
    /// It is the name of a person (市委书记江山).
    Person,
}

/// A name of a place found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// First byte of the name in the text.
    pub start: usize,
    /// The byte after the name.
    pub end: usize,
    /// The places that the name may mean; exactly one where [`Mention::place`] is known.
    pub candidates: Vec<Code>,
    /// Whether it is the official name and not a short form.
    pub is_full: bool,
    /// Whether the text leaves no doubt which place it is.
    pub is_settled: bool,
    /// What the name does here.
    pub sense: Sense,
    /// Whether the name is an ordinary word too, so that to repeat it proves nothing.
    pub(super) is_word: bool,
}

impl Mention {
    /// The place, where there is no doubt.
    pub fn place(&self) -> Option<Code> {
        self.candidates.first().copied().filter(|_| self.is_settled)
    }

    /// The words of the name in the text in which it was found.
    pub fn words<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the name speaks of the place itself and so can draw a block to it.
    pub fn is_own(&self) -> bool {
        matches!(self.sense, Sense::Plain | Sense::Office)
    }
}

impl Gazetteer {
    /// The names of places in a cleaned Simplified text, from left to right, with byte ranges of that text.
    ///
    /// Names that several places share are settled by parents and neighbours in the same text; the others keep all
    /// their candidates.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.mentions_in(text, None)
    }

    /// As [`Gazetteer::mentions`], of a text of that year: some names meant another place then.
    pub fn mentions_in(&self, text: &str, year: Option<u16>) -> Vec<Mention> {
        let mut pieces = [Piece::read(self, text, year)];
        settle(self, &mut pieces);
        let [piece] = pieces;
        piece.mentions
    }

    /// The places that a cell of a table names, in their order: by name (和平县), by path (山东省德州市德城区) or as a
    /// list (德州、聊城).
    ///
    /// None where a name may mean several places, or where nothing in the cell is a name. A short form that is an
    /// ordinary word elsewhere (和平) is a name here, if one place alone has it.
    pub fn resolve(&self, cell: &str) -> Vec<Code> {
        let cell = cell.trim();
        if let Some(code) = self.place_called(cell) {
            return vec![code];
        }
        let mut places: Vec<Code> = Vec::new();
        for mention in self.mentions(cell).iter().filter(|mention| mention.is_own()) {
            let Some(code) = mention.place() else { return Vec::new() };
            if !places.contains(&code) {
                places.push(code);
            }
        }
        let named = places.clone();
        places.retain(|&outer| !named.iter().any(|&inner| inner != outer && self.is_within(inner, outer)));
        places
    }

    /// The one place with exactly this name or short form; the largest where places of different size share it.
    fn place_called(&self, name: &str) -> Option<Code> {
        let is_called = |place: &&Place| place.name == name || place.short_name() == Some(name);
        let called: Vec<&Place> = self.places().iter().filter(is_called).collect();
        let coarsest = called.iter().map(|place| place.level).min()?;
        let mut largest = called.iter().filter(|place| place.level == coarsest);
        largest.next().map(|place| place.code).filter(|_| largest.next().is_none())
    }
}

/// A text with its mentions, while they are being settled.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub mentions: Vec<Mention>,
}

impl<'a> Piece<'a> {
    /// Finds the names and their senses; what needs evidence is left unsettled. The year is that of the text.
    pub fn read(gazetteer: &Gazetteer, text: &'a str, year: Option<u16>) -> Piece<'a> {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut taken = Vec::new();
        for (start, end, entry) in gazetteer.names().find(text) {
            taken.push((start, end));
            let follows_a_name = mentions.last().is_some_and(|last| last.end == start);
            let is_by_chance = entry.is_full && !follows_a_name && begins_inside_word(text, start, end);
            if !is_by_chance && !ends_inside_word(text, start, end, entry) {
                let mention = chained(gazetteer, text, &mut mentions, (start, end), entry, year);
                mentions.extend(mention);
            }
        }
        let short = short_province::find(text, &taken);
        if !short.is_empty() {
            mentions = merged(mentions, short);
        }
        for index in 0..mentions.len() {
            let sense = sense(text, &mentions, index);
            if let Some(mention) = mentions.get_mut(index) {
                mention.sense = sense;
                mention.is_settled |=
                    matches!(sense, Sense::Plain | Sense::Office) && is_clear(text, mention);
            }
        }
        Piece { text, mentions }
    }

    /// Names as found, with their words.
    pub fn named(&self) -> impl Iterator<Item = (&Mention, &'a str)> {
        self.mentions.iter().map(|mention| (mention, mention.words(self.text)))
    }
}

/// Both lists in the order of the text.
fn merged(left: Vec<Mention>, right: Vec<Mention>) -> Vec<Mention> {
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let mut left = left.into_iter().peekable();
    for mention in right {
        while let Some(before) = left.next_if(|left| left.start < mention.start) {
            merged.push(before);
        }
        merged.push(mention);
    }
    merged.extend(left);
    merged
}

/// Words that begin with the last character of a full name: 东方市场, 中原区域.
const CUT_WORDS: [&str; 9] = ["市场", "市值", "市面", "区域", "区间", "区块", "区别", "区分", "区位"];

/// Whether a county's full name owes its last character to the next word; a larger place is meant even so.
fn ends_inside_word(text: &str, start: usize, end: usize, entry: &Entry) -> bool {
    let is_small = entry.candidates.iter().all(|code| is_county(*code));
    let last = text
        .get(start..end)
        .and_then(|name| name.chars().next_back())
        .map_or(end, |last| end - last.len_utf8());
    let tail = text.get(last..).unwrap_or_default();
    entry.is_full && is_small && CUT_WORDS.iter().any(|word| tail.starts_with(word))
}

/// The mention of a name, narrowed to places within the name that it directly follows (天津市河东区).
fn chained(
    gazetteer: &Gazetteer,
    text: &str,
    before: &mut [Mention],
    (start, end): (usize, usize),
    entry: &Entry,
    year: Option<u16>,
) -> Option<Mention> {
    let earlier = entry.meaning_in(year);
    let mut mention = Mention {
        start,
        end,
        candidates: earlier.map_or_else(|| entry.candidates.clone(), |code| vec![code]),
        is_full: entry.is_full,
        is_settled: entry.trust == Trust::Free || earlier.is_some(),
        sense: Sense::Plain,
        is_word: entry.is_word,
    };
    if let Some(outer) = before.last_mut().filter(|outer| outer.end == start) {
        let lies_within =
            |inner: Code, outer: Code| (inner != outer || entry.is_zone) && gazetteer.is_within(inner, outer);
        let within = |inner: &&Code| outer.candidates.iter().any(|&outer| lies_within(**inner, outer));
        let narrowed: Vec<Code> = mention.candidates.iter().filter(within).copied().collect();
        if let [inner] = narrowed[..] {
            outer.candidates.retain(|&outer| lies_within(inner, outer));
            outer.is_settled = outer.candidates.len() == 1;
            outer.sense = Sense::Parent;
            mention.candidates = narrowed;
            mention.is_settled = true;
            return Some(mention);
        }
        // 乳山市滨海新区 is a quarter of 乳山 that shares its name with a district elsewhere.
        let is_quarter = entry.is_district || (entry.is_zone && entry.trust == Trust::Support);
        if is_quarter && narrowed.is_empty() && outer.is_full {
            return None;
        }
    }
    if let Some(sibling) = before.last().and_then(|sibling| listed_after(gazetteer, text, sibling, &mention))
    {
        mention.candidates = vec![sibling];
        mention.is_settled = true;
        return Some(mention);
    }
    (!matches!(entry.trust, Trust::AfterParent | Trust::Other)).then_some(mention)
}

/// Which candidate lies in the prefecture of the county that the text lists just before (铁东区、铁西区).
fn listed_after(gazetteer: &Gazetteer, text: &str, sibling: &Mention, mention: &Mention) -> Option<Code> {
    let sibling_code =
        sibling.place().filter(|&code| is_county(code) && sibling.is_full && mention.is_full)?;
    let gap = text.get(sibling.end..mention.start)?;
    if !matches!(gap, "、" | "和" | "与" | "及") {
        return None;
    }
    let prefecture = gazetteer.roll_up(sibling_code, Level::Prefecture);
    let mut near = mention.candidates.iter().filter(|&&code| gazetteer.is_within(code, prefecture));
    near.next().copied().filter(|_| near.next().is_none())
}

/// What follows the name of a place to make that of its zone; 昆山经开区 leaves no doubt that 昆山 is a place.
const ZONE_ENDINGS: [&str; 12] = [
    "高新区",
    "经开区",
    "经济技术开发区",
    "经济开发区",
    "高新技术产业开发区",
    "高新技术开发区",
    "高技术产业开发区",
    "工业园区",
    "保税区",
    "综保区",
    "综合保税区",
    "自贸区",
];

/// Whether the name, which alone would need evidence, is made clear by what follows or by standing as a label.
fn is_clear(text: &str, mention: &Mention) -> bool {
    let after = text.get(mention.end..).unwrap_or_default();
    let is_label = mention.start == 0 && after.starts_with(['：', ':']);
    mention.candidates.len() == 1 && (is_label || ZONE_ENDINGS.iter().any(|ending| after.starts_with(ending)))
}

fn is_county(code: Code) -> bool {
    code.level() == Level::County
}
