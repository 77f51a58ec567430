//! A text on its way from the original to its cleaned form, which never forgets where it came from.
//!
//! A draft is a row of pieces. Each piece pairs some bytes of the cleaned text with the bytes of the original
//! for which they stand; side by side the pieces cover both texts without gap or overlap. So the list of edits
//! and masks, the cleaned text and the way back are one thing and cannot disagree.

use super::Span;
use serde::{Deserialize, Serialize};

/// Why some of the original was rewritten for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditKind {
    /// A reading in brackets that was injected after a character.
    Pinyin,
    /// Traditional characters counted as their Simplified forms.
    Simplify,
    /// Characters that byte-level replacements cut in two, put together again.
    Mojibake,
    /// A character reference of HTML, such as `&nbsp;`.
    Entity,
    /// A full-width letter or digit, or a compatibility form of an ideograph, counted as the usual one.
    Width,
    /// A line break inside a paragraph, taken out.
    LineBreak,
}

/// Why some of the original was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MaskKind {
    /// The lines between `---` at the head of a file.
    FrontMatter,
    /// `<!-- … -->`.
    HtmlComment,
    /// A tag, and what a `script` or `style` element holds.
    HtmlTag,
    /// `<img …>` or `![…](…)`.
    Image,
    /// Marks of Markdown, such as `#` and `**`.
    Markdown,
    /// The title; kept as a fact.
    Title,
    /// A line that repeats the title.
    TitleRepeat,
    /// A paragraph that another one repeats in full.
    ParagraphRepeat,
    /// Date of publication; kept as a fact.
    DateLine,
    /// Source; kept as a fact.
    SourceLine,
    /// Place, date and medium before the first sentence.
    Dateline,
    /// Names of the authors.
    Byline,
    /// Name of the responsible editor.
    EditorCredit,
    /// The way to the page, `首页 > …`.
    Breadcrumb,
    /// Labels for readers of the site.
    TagLabel,
    /// Search words that the site adds.
    RelatedWords,
    /// Claim of copyright.
    Copyright,
    /// Hot-lines and handles.
    Contact,
    /// Buttons for sharing.
    Share,
    /// Text that advertises what has nothing to do with the document.
    Spam,
    /// Characters that a conversion destroyed.
    Damaged,
    /// Head, foot or number of a page.
    PageFurniture,
    /// White space between two paragraphs that the reader joined.
    Joined,
    /// A character without a sign of its own: NUL and other controls.
    Control,
    /// A character that turns the direction of writing.
    Bidi,
    /// A character without width inside a word: zero-width space, joiner, soft hyphen.
    ZeroWidth,
    /// A mark that chooses among the forms of the character before it.
    VariationSelector,
    /// A character that no font but the writer's knows.
    PrivateUse,
    /// The reading above a character, in `<rt>`.
    RubyReading,
    /// Menus of a saved page.
    Navigation,
    /// What stands beside the text of a saved page.
    Sidebar,
    /// Lists of links to other pages.
    LinkList,
    /// What readers of the page wrote.
    Comments,
    /// The foot of a saved page.
    PageFooter,
    /// Forms, buttons and requests for consent on a saved page.
    PageForm,
    /// Anything else on a saved page that stands outside its text.
    Furniture,
    /// Which part of a series a text is.
    SeriesMark,
}

/// What a piece did to its original bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Kept as it is.
    None,
    /// Rewritten.
    Edit(EditKind),
    /// Set aside; the piece has no cleaned text.
    Mask(MaskKind),
}

/// Some bytes of the cleaned text and the original bytes for which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// In the cleaned text.
    pub clean: Span,
    /// In the original.
    pub original: Span,
    /// What happened in between.
    pub change: Change,
}

impl Piece {
    /// Whether each byte stands for the byte at the same place of the piece.
    pub(super) fn is_bytewise(&self) -> bool {
        is_bytewise(self.change, self.clean, self.original)
    }
}

/// Characters that were put together again stand for their stretch as a whole, however long it is.
fn is_bytewise(change: Change, clean: Span, original: Span) -> bool {
    clean.len() == original.len() && change != Change::Edit(EditKind::Mojibake)
}

/// A rewritten stretch of the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Why.
    pub kind: EditKind,
    /// Where, in the original.
    #[serde(flatten)]
    pub span: Span,
    /// What is counted in its place.
    pub text: String,
}

/// A stretch of the original that was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mask {
    /// Why.
    pub kind: MaskKind,
    /// Where, in the original.
    #[serde(flatten)]
    pub span: Span,
}

/// A cleaned text with its way back; see the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) span: Span,
}

impl Draft {
    /// The bytes `span` of `original`, unchanged.
    pub fn new(original: &str, span: Span) -> Self {
        let text = span.of(original).to_owned();
        let clean = Span::new(0, text.len());
        let pieces = if clean.is_empty() {
            vec![]
        } else {
            vec![Piece { clean, original: span, change: Change::None }]
        };
        Draft { text, pieces, span }
    }

    /// The cleaned text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that the draft stands for.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The pieces, in order; they tile both texts.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Everything that was rewritten, in order.
    pub fn edits(&self) -> impl Iterator<Item = Edit> + '_ {
        self.pieces.iter().filter_map(|piece| match piece.change {
            Change::Edit(kind) => {
                Some(Edit { kind, span: piece.original, text: piece.clean.of(&self.text).to_owned() })
            }
            _ => None,
        })
    }

    /// Everything that was set aside, in order.
    pub fn masks(&self) -> impl Iterator<Item = Mask> + '_ {
        self.pieces.iter().filter_map(|piece| match piece.change {
            Change::Mask(kind) => Some(Mask { kind, span: piece.original }),
            _ => None,
        })
    }

    /// Replaces stretches of the cleaned text. `changes` are in order and do not overlap; a mask has an empty
    /// replacement. A change that touches an earlier edit takes it in whole, so that edits never overlap.
    pub fn apply(&mut self, changes: &[(Span, Change, &str)]) {
        if changes.is_empty() {
            return;
        }
        let mut rewriter = Rewriter::new(self);
        for (span, change, replacement) in changes {
            rewriter.copy_to(span.start);
            rewriter.replace(*span, *change, replacement);
        }
        rewriter.copy_to(self.text.len());
        rewriter.copy_rest();
        let (text, pieces) = (rewriter.text, rewriter.pieces);
        self.text = text;
        self.pieces = pieces;
    }

    /// Puts the draft that follows in the original at the end of this one; what stands between them is rewritten.
    pub fn join(&mut self, next: &Draft, kind: EditKind, between: &str) {
        let gap = Span::new(self.span.end, next.span.start);
        let start = self.text.len();
        self.text.push_str(between);
        let clean = Span::new(start, self.text.len());
        self.pieces.push(Piece { clean, original: gap, change: Change::Edit(kind) });
        let by = self.text.len();
        self.text.push_str(&next.text);
        let moved = |piece: &Piece| Piece { clean: piece.clean.shifted(by), ..*piece };
        self.pieces.extend(next.pieces.iter().map(moved));
        self.span = Span::new(self.span.start, next.span.end);
    }

    /// The bytes of the original behind a stretch of the cleaned text. What was removed at its edges stays
    /// outside; an edit that it touches is taken in whole.
    pub fn original(&self, clean: Span) -> Span {
        let first = self.pieces.partition_point(|piece| piece.clean.end <= clean.start);
        let Some(first) = self.pieces.get(first) else {
            return Span::new(self.span.end, self.span.end);
        };
        let start = if first.is_bytewise() {
            first.original.start + clean.start.saturating_sub(first.clean.start)
        } else {
            first.original.start
        };
        if clean.is_empty() {
            return Span::new(start, start);
        }
        let last = self.pieces.partition_point(|piece| piece.clean.start < clean.end);
        // Pieces without text sort before the one that follows; step back over them.
        let last = self.pieces[..last].iter().rev().find(|piece| !piece.clean.is_empty());
        let end = match last {
            Some(last) if last.is_bytewise() => last.original.start + (clean.end - last.clean.start),
            Some(last) => last.original.end,
            None => start,
        };
        Span::new(start, end.max(start))
    }
}

/// Walks an old row of pieces and writes the new one.
struct Rewriter<'a> {
    old: &'a Draft,
    /// Index of the old piece under the cursor, and the cursor in the old cleaned text.
    index: usize,
    at: usize,
    text: String,
    pieces: Vec<Piece>,
}

impl<'a> Rewriter<'a> {
    fn new(old: &'a Draft) -> Self {
        let text = String::with_capacity(old.text.len());
        Rewriter { old, index: 0, at: 0, text, pieces: Vec::with_capacity(old.pieces.len() + 8) }
    }

    /// Copies old pieces up to the cleaned offset `end`, splitting one if need be. Removed pieces that stand
    /// exactly at `end` are left for the next step.
    fn copy_to(&mut self, end: usize) {
        while self.at < end {
            let piece = self.old.pieces[self.index];
            let stop = piece.clean.end.min(end);
            let part = Span::new(self.at.max(piece.clean.start), stop);
            let original = part_of(&piece, part);
            let text = part.of(&self.old.text);
            self.push(text, original, piece.change);
            self.at = stop;
            if stop == piece.clean.end {
                self.index += 1;
            }
        }
    }

    /// Copies what stands after the last cleaned byte.
    fn copy_rest(&mut self) {
        while let Some(piece) = self.old.pieces.get(self.index) {
            self.push("", piece.original, piece.change);
            self.index += 1;
        }
    }

    fn replace(&mut self, span: Span, change: Change, replacement: &str) {
        // Removed pieces right before the stretch stay what they are.
        while let Some(piece) = self.old.pieces.get(self.index) {
            if !piece.clean.is_empty() || piece.clean.start != span.start || span.is_empty() {
                break;
            }
            self.push("", piece.original, piece.change);
            self.index += 1;
        }
        let mut original: Option<Span> = None;
        while self.at < span.end {
            let piece = self.old.pieces[self.index];
            let stop = piece.clean.end.min(span.end);
            let part = part_of(&piece, Span::new(self.at.max(piece.clean.start), stop));
            original = Some(original.map_or(part, |all| Span::new(all.start, part.end.max(all.end))));
            self.at = stop;
            if stop == piece.clean.end {
                self.index += 1;
            }
        }
        if let Some(original) = original {
            self.push(replacement, original, change);
        }
    }

    fn push(&mut self, text: &str, original: Span, change: Change) {
        let start = self.text.len();
        self.text.push_str(text);
        let clean = Span::new(start, self.text.len());
        if clean.is_empty() && original.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && last.original.end == original.start
            && last.change == change
            && last.is_bytewise() == is_bytewise(change, clean, original)
            && (change != Change::Edit(EditKind::Width) || last.is_bytewise())
        {
            last.clean.end = clean.end;
            last.original.end = original.end;
            return;
        }
        self.pieces.push(Piece { clean, original, change });
    }
}

/// The original bytes behind a part of a piece. A part of an edit that changed lengths cannot be told apart
/// from the whole: its first part takes all of the original, the others none of it.
fn part_of(piece: &Piece, part: Span) -> Span {
    if piece.is_bytewise() {
        let start = piece.original.start + (part.start - piece.clean.start);
        Span::new(start, start + part.len())
    } else if part.start == piece.clean.start {
        piece.original
    } else {
        Span::new(piece.original.end, piece.original.end)
    }
}
