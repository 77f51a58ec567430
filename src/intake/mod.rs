//! From bytes to a [`Document`]: read, cleaned, with a receipt for everything that was done.
//!
//! Promise: reading never fails for bad text; the original is kept; every byte of it that is not counted as it
//! stands is covered by an edit or a mask with its reason, or is white space around a block.
//! Not here: whose words they are (`places`) and what the words are (`words`).
//!
//! The order of the steps, and why:
//! 1. `decode`: bytes to text.
//! 2. `front_matter`, `markup`: what belongs to the file and not to the text; first, since tags and
//!    comments may run over lines and hide what the later steps look for.
//!    `page`: what stands around the text of a saved page, by its elements (`tree`) and before there are lines.
//! 3. `lines`: blocks.
//! 4. `invisible`: characters without a shape out; before `pinyin`, since they may stand between a character and its
//!    reading.
//! 5. `pinyin`: injected readings out; before anything that looks at words, since a reading splits every word
//!    and every pattern of the next steps.
//! 6. `wraps`: lines that were broken at a width are joined; after the readings are out, which make lines uneven, and
//!    before the steps that need characters and words whole.
//! 7. `mojibake`: characters that byte-level replacements cut in two; after the readings are out, which stand
//!    between the bytes that belong together, and before Simplified, since the bytes were those of the Traditional
//!    characters.
//! 8. `invisible` again: characters of private ranges out; after `mojibake`, for which they are bytes.
//! 9. `width`: full-width and compatibility forms; after `mojibake`, whose bytes they are, and before Simplified, since
//!    a compatibility form may stand for a Traditional character.
//! 10. `simplify`: Traditional to Simplified, so that the patterns of the next step and all tables are needed in
//!     one script only.
//! 11. `boilerplate`, `datelines`, `facts`: lines, and parts of lines, that are not the text; title, date and source are
//!     kept. `credits` and `furniture` know such lines by what they are made of.
//! 12. `roles`: who speaks in a block; after the masks, since a dateline may stand before the speaker's name.
//! 13. `withheld`: numbers and names kept back; last, since it only marks what is left.

mod boilerplate;
mod credits;
mod datelines;
mod decode;
mod facts;
mod front_matter;
mod furniture;
mod given;
mod invisible;
mod lines;
mod markup;
mod mojibake;
mod page;
mod page_facts;
mod pinyin;
mod roles;
mod simplify;
mod tree;
mod width;
mod withheld;
mod wraps;

pub use decode::{Decoded, Encoding};
pub use given::Given;

use crate::order::Order;
use crate::text::{
    Block, Edit, EditKind, Mask, MaskKind, Notice, NoticeKind, Plausibility, Script, Span, Withheld,
};

/// A document as it was read: the original, its blocks, and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Name of the file.
    pub file: String,
    /// The decoded original; all offsets are bytes of it.
    pub original: String,
    /// How the file's bytes were read.
    pub encoding: Encoding,
    /// Nothing in the file says that this is its encoding.
    pub is_encoding_guessed: bool,
    /// Title, if one was found.
    pub title: Option<String>,
    /// Date as ISO, as far as it is known: `2019`, `2019-02`, `2019-02-24`.
    pub date: Option<String>,
    /// Medium that published it.
    pub source: Option<String>,
    /// Where it was published on the web: a full address of a page, as the text or what stands beside it says.
    pub address: Option<String>,
    /// The place that stands beside the text, in a table's column, as it is written there.
    pub given_place: Option<String>,
    /// Script of the original.
    pub script: Script,
    /// The cleaned paragraphs.
    pub blocks: Vec<Block>,
    /// Masks outside of blocks, in no order; see [`Document::masks`] for all.
    pub set_aside: Vec<Mask>,
    /// The lines behind such masks as they would be counted, for a reader who wants them back.
    pub lines: Vec<Block>,
    /// What the reader should know.
    pub notices: Vec<Notice>,
    /// What came with the text.
    given: Given,
}

impl Document {
    /// Everything that was set aside, in the order of the original.
    pub fn masks(&self) -> Vec<Mask> {
        let inside = self.blocks.iter().flat_map(|block| block.draft.masks());
        let mut masks: Vec<Mask> = self.set_aside.iter().copied().chain(inside).collect();
        masks.order_by_key(|mask| (mask.span, mask.kind));
        masks
    }

    /// What came with the text.
    pub fn given(&self) -> &Given {
        &self.given
    }

    /// Everything that was rewritten, in the order of the original.
    pub fn edits(&self) -> Vec<Edit> {
        self.blocks.iter().flat_map(|block| block.draft.edits()).collect()
    }

    /// Numbers and names that the text keeps back, in the original.
    pub fn withheld(&self) -> Vec<Withheld> {
        let of_block = |block: &Block| {
            let in_original = |held: &Withheld| Withheld { span: block.draft.original(held.span), ..*held };
            block.withheld.iter().map(in_original).collect::<Vec<_>>()
        };
        self.blocks.iter().flat_map(of_block).collect()
    }
}

/// Reads a file in the encoding that it turns out to be in. The name decides only whether Markdown's marks are looked for.
///
/// ```
/// let document = chengyan::intake::read("a.md", "---\ntitle: 甲市的一年\n---\n抓<b>落實</b>。".as_bytes());
/// assert_eq!(document.title.as_deref(), Some("甲市的一年"));
/// assert_eq!(document.blocks[0].text(), "抓落实。");
/// ```
pub fn read(file: &str, bytes: &[u8]) -> Document {
    read_as(file, bytes, None)
}

/// The text of a file as it stands, without any cleaning.
pub fn original(bytes: &[u8], encoding: Option<Encoding>) -> String {
    decoded(bytes, encoding).text
}

/// The text of a file as it stands, and the encoding in which it was read: the one that is given, or the one that it
/// turns out to be in.
pub fn decoded(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    decode::decode(bytes, encoding)
}

/// Reads a file in the encoding that is given.
///
/// ```
/// use chengyan::intake::{Encoding, read_as};
/// let bytes = b"\xb5\xc2\xd6\xdd\xd7\xa5\xcf\xee\xc4\xbf\xa1\xa3";
/// assert_eq!(read_as("a.txt", bytes, Some(Encoding::Gb18030)).original, "德州抓项目。");
/// ```
pub fn read_as(file: &str, bytes: &[u8], encoding: Option<Encoding>) -> Document {
    read_with(file, bytes, encoding, None)
}

/// Reads a file as [`read_as`] does, and repairs characters that were cut in two where `plausibility` leaves no doubt
/// what they were. Without it such places are set aside.
pub fn read_with(
    file: &str,
    bytes: &[u8],
    encoding: Option<Encoding>,
    plausibility: Option<&dyn Plausibility>,
) -> Document {
    read_given(file, bytes, encoding, &Given::default(), plausibility)
}

/// Reads a file as [`read_with`] does, with what is known of it from beside its text.
pub fn read_given(
    file: &str,
    bytes: &[u8],
    encoding: Option<Encoding>,
    given: &Given,
    plausibility: Option<&dyn Plausibility>,
) -> Document {
    read_text(file, decode::decode(bytes, encoding), given, plausibility)
}

/// The document read again with repairs, if it is damaged so that there may be any.
pub fn repaired(document: &Document, plausibility: &dyn Plausibility) -> Option<Document> {
    let has_readings = document.notices.iter().any(|notice| notice.kind == NoticeKind::PinyinInjected);
    if !has_readings && !mojibake::is_shifted(&document.blocks) {
        return None;
    }
    let of_decoding = document.notices.iter().filter(|notice| notice.kind.is_of_decoding());
    let decoded = decode::Decoded {
        text: document.original.clone(),
        encoding: document.encoding,
        is_guessed: document.is_encoding_guessed,
        notices: of_decoding.cloned().collect(),
    };
    Some(read_text(&document.file, decoded, &document.given, Some(plausibility)))
}

fn read_text(
    file: &str,
    decoded: decode::Decoded,
    given: &Given,
    plausibility: Option<&dyn Plausibility>,
) -> Document {
    let decode::Decoded { text: original, encoding, is_guessed, mut notices } = decoded;
    let head = front_matter::find(&original);
    notices.extend(head.notice.clone());
    let markup = markup::find(&original, head.span.end, markup::is_markdown(file));
    let (markup, page_facts) = page::read(&original, markup);
    let (mut blocks, mut set_aside) = lines::split(&original, head.span.end, &markup);
    if !head.span.is_empty() {
        set_aside.push(Mask { kind: MaskKind::FrontMatter, span: head.span });
    }
    invisible::set_aside(&mut blocks, &mut set_aside);
    let has_readings = pinyin::remove(&mut blocks);
    wraps::join(&original, &mut blocks);
    if let Some(plausibility) = plausibility
        && (has_readings || mojibake::is_shifted(&blocks))
    {
        notices.extend(mojibake::repair(&mut blocks, plausibility));
    }
    if has_readings {
        notices.extend(pinyin::set_aside_destroyed(&mut blocks));
    }
    notices.extend(invisible::set_aside_lost(&mut blocks, &mut set_aside));
    width::unify(&mut blocks);
    let script = simplify::simplify(&mut blocks);
    let mut facts = facts::Facts::from_head(head).or_of_page(page_facts);
    given.before_text(&mut facts);
    let lines = boilerplate::set_aside(&original, &mut blocks, &mut facts, &mut set_aside);
    given.after_text(&mut facts);
    roles::assign(&mut blocks);
    withheld::mark(&mut blocks);
    if has_readings {
        let edits = blocks.iter().flat_map(|block| block.draft.edits());
        let n_readings = edits.filter(|edit| edit.kind == EditKind::Pinyin).count();
        notices.push(pinyin::injected(n_readings, original.len()));
    }
    if blocks.iter().all(|block| block.text().trim().is_empty()) {
        let message = "nothing is left to count in this file".to_owned();
        notices.push(Notice { kind: NoticeKind::Empty, span: Span::new(0, original.len()), message });
    }
    notices.order_by_key(|notice| (notice.span, notice.kind));
    Document {
        file: file.to_owned(),
        encoding,
        is_encoding_guessed: is_guessed,
        address: facts.address().map(str::to_owned),
        title: facts.title,
        date: facts.date,
        source: facts.source,
        given_place: given.place.clone(),
        script,
        blocks,
        set_aside,
        lines,
        notices,
        given: given.clone(),
        original,
    }
}
