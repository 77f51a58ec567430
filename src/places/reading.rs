//! A document with all its names found and settled together.

use super::code::Code;
use super::context::is_han;
use super::gazetteer::Gazetteer;
use super::mention::{Mention, Piece, Sense};
use super::outcome::{BlockText, Outline};
use super::settle::settle;
use super::strength::{Named, named};

/// The parts of a document, read.
pub(super) struct Reading<'a> {
    pub gazetteer: &'a Gazetteer,
    pub title: Vec<Named<'a>>,
    /// Places that the title holds up as models or partners, and does not speak for (赴苏州、无锡考察).
    pub models: Vec<Code>,
    pub blocks: Vec<BlockReading<'a>>,
}

/// A block, read.
pub(super) struct BlockReading<'a> {
    /// The text with every name in it.
    pub piece: Piece<'a>,
    /// The places that it names for themselves, in the order of their first names.
    pub named: Vec<Named<'a>>,
    /// The place of its dateline, with the name.
    pub dateline: Option<(Code, &'a str)>,
    pub is_heading: bool,
    /// Whether it repeats the title or is a line of it (——五莲县委书记访谈).
    pub is_title: bool,
}

/// Reads all parts; a name in one is evidence in the others.
#[inline(never)]
pub(super) fn read<'a>(gazetteer: &'a Gazetteer, outline: &Outline<'a>) -> Reading<'a> {
    let texts = [outline.title, outline.source].map(Option::unwrap_or_default);
    let of_blocks = outline.blocks.iter().flat_map(|block| [block.text, block.dateline]);
    let year = outline.date.and_then(year);
    let mut pieces: Vec<Piece> =
        texts.into_iter().chain(of_blocks).map(|text| Piece::read(gazetteer, text, year)).collect();
    settle(gazetteer, &mut pieces);
    let mut pieces = pieces.into_iter();
    let title = pieces.next().unwrap_or_default();
    let _source = pieces.next();
    let mut blocks = Vec::with_capacity(outline.blocks.len());
    let n_lead_lines = n_lead_lines(outline);
    for (index, block) in outline.blocks.iter().enumerate() {
        let piece = pieces.next().unwrap_or_default();
        let dateline = pieces.next().and_then(|piece| dateline_place(&piece));
        let is_lead_line = index < n_lead_lines && is_lead_line(block.text);
        let is_title = is_lead_line || belongs_to_title(title.text, block.text);
        blocks.push(BlockReading {
            named: named(&piece),
            piece,
            dateline,
            is_heading: block.is_heading,
            is_title,
        });
    }
    let models = models(&title);
    Reading { gazetteer, title: named(&title), models, blocks }
}

fn models(title: &Piece) -> Vec<Code> {
    let is_model = |mention: &&Mention| matches!(mention.sense, Sense::Benchmark | Sense::Partner);
    let codes = |mentions: Vec<&Mention>| mentions.into_iter().filter_map(Mention::place).collect::<Vec<_>>();
    let own = codes(title.mentions.iter().filter(|mention| mention.is_own()).collect());
    let mut models = codes(title.mentions.iter().filter(is_model).collect());
    models.retain(|code| !own.contains(code));
    models
}

/// The year with which an ISO date begins.
fn year(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}

/// Agencies and papers of the whole country, whose datelines say where their desk is.
const NATIONAL_MEDIA: [&str; 8] = ["新华", "人民", "中新", "央视", "央广", "光明", "经济日报", "中国"];

/// The last place of a dateline; the name within that of the medium (威海新闻网) where there is no other.
fn dateline_place<'a>(piece: &Piece<'a>) -> Option<(Code, &'a str)> {
    let is_national = NATIONAL_MEDIA.iter().any(|medium| piece.text.contains(medium));
    let places =
        piece.named().filter_map(|(mention, words)| Some((mention.is_own(), mention.place()?, words)));
    let usable: Vec<_> = places.filter(|(_, code, _)| !(is_national && code.is_municipality())).collect();
    let own = usable.iter().rev().find(|(is_own, ..)| *is_own);
    own.or(usable.last()).map(|&(_, code, words)| (code, words))
}

/// How many short lines without a full stop stand before the first paragraph: title, second title, by-line.
fn n_lead_lines(outline: &Outline) -> usize {
    const MOST: usize = 6;
    let is_lead = |block: &&BlockText| {
        let is_line = block.text.chars().count() < 45 && !block.text.contains(['。', '；']);
        is_line && !block.is_heading && block.dateline.is_empty()
    };
    let n_lines = outline.blocks.iter().take_while(is_lead).count();
    // A text of nothing but short lines is a list, not a title.
    if n_lines > MOST || n_lines == outline.blocks.len() { 0 } else { n_lines }
}

/// Not a label such as `荣成市：…` or a name alone, which are headings.
fn is_lead_line(text: &str) -> bool {
    !text.contains(['：', ':', '【']) && text.chars().filter(|&character| is_han(character)).nth(5).is_some()
}

fn belongs_to_title(title: &str, block: &str) -> bool {
    const SHORTEST: usize = 6;
    let is_subtitle =
        ["——", "--", "—"].iter().any(|dash| block.starts_with(dash)) && block.chars().count() < 40;
    let title = only_han(title);
    // Of a block that is longer than twice the title, no more need be known.
    let ideographs = block.chars().filter(|&character| is_han(character));
    let block: String = ideographs.take(2 * title.len()).collect();
    let is_repeat = |part: &str, whole: &str| part.chars().count() >= SHORTEST && whole.contains(part);
    is_subtitle || is_repeat(&block, &title) || (is_repeat(&title, &block) && block.len() < 2 * title.len())
}

fn only_han(text: &str) -> String {
    text.chars().filter(|&character| is_han(character)).collect()
}
