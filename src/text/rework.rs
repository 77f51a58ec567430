//! What a reader does to a draft after it was cleaned: take changes back, cut it in two, join two of them.
//!
//! Promise: pieces keep tiling both texts, and no byte of the original changes its place.

use super::draft::{Change, Draft, EditKind, Mask, MaskKind, Piece};
use super::{Role, Span, Withheld, block::Block};
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde::{Deserialize, Serialize};

/// What kind of change it is: one name for masks and edits alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(untagged)]
pub enum ChangeKind {
    /// Set aside.
    Mask(MaskKind),
    /// Rewritten.
    Edit(EditKind),
}

impl ChangeKind {
    /// The kinds of this name: one, or none where no kind is called so.
    pub fn named(name: &str) -> Vec<ChangeKind> {
        let name = || -> StrDeserializer<Error> { name.into_deserializer() };
        let mask = MaskKind::deserialize(name()).ok().map(ChangeKind::Mask);
        let edit = EditKind::deserialize(name()).ok().map(ChangeKind::Edit);
        mask.into_iter().chain(edit).collect()
    }

    /// The name in results.
    pub fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            _ => String::new(),
        }
    }
}

impl Change {
    /// Its kind; none where nothing was changed.
    pub fn kind(self) -> Option<ChangeKind> {
        match self {
            Change::None => None,
            Change::Edit(kind) => Some(ChangeKind::Edit(kind)),
            Change::Mask(kind) => Some(ChangeKind::Mask(kind)),
        }
    }
}

impl Draft {
    /// The same draft in which all changes that `is_undone` names are taken back: what stands in the original is
    /// counted again. None where there is no such change.
    pub fn restored(&self, original: &str, is_undone: impl Fn(&Piece) -> bool) -> Option<Draft> {
        let is_undone = |piece: &Piece| piece.change != Change::None && is_undone(piece);
        if !self.pieces.iter().any(is_undone) {
            return None;
        }
        let mut draft = Draft { text: String::new(), pieces: Vec::new(), span: self.span };
        for piece in &self.pieces {
            if is_undone(piece) {
                draft.push(piece.original.of(original), piece.original, Change::None);
            } else {
                draft.push(piece.clean.of(&self.text), piece.original, piece.change);
            }
        }
        Some(draft)
    }

    /// The draft cut in two before byte `at` of the original. None where that is not inside of it, cuts a character, or
    /// stands within a rewritten stretch, of which no part is known by itself.
    pub fn split(&self, original: &str, at: usize) -> Option<(Draft, Draft)> {
        if at <= self.span.start || at >= self.span.end || !original.is_char_boundary(at) {
            return None;
        }
        let empty = |span| Draft { text: String::new(), pieces: Vec::new(), span };
        let mut before = empty(Span::new(self.span.start, at));
        let mut after = empty(Span::new(at, self.span.end));
        for piece in &self.pieces {
            let text = piece.clean.of(&self.text);
            if piece.original.end <= at {
                before.push(text, piece.original, piece.change);
            } else if piece.original.start >= at {
                after.push(text, piece.original, piece.change);
            } else {
                let is_mask = matches!(piece.change, Change::Mask(_));
                if !is_mask && !piece.is_bytewise() {
                    return None;
                }
                let cut = if is_mask { 0 } else { at - piece.original.start };
                if !text.is_char_boundary(cut) {
                    return None;
                }
                before.push(&text[..cut], Span::new(piece.original.start, at), piece.change);
                after.push(&text[cut..], Span::new(at, piece.original.end), piece.change);
            }
        }
        Some((before, after))
    }

    /// This draft and a later one as one. What stands between them is set aside: `between` as it was, the rest as
    /// [`MaskKind::Joined`].
    pub fn joined(mut self, between: &[Mask], other: &Draft) -> Draft {
        let mut at = self.span.end;
        let end = other.span.start.max(at);
        for mask in between {
            if mask.span.start >= at && mask.span.end <= end {
                self.push("", Span::new(at, mask.span.start), Change::Mask(MaskKind::Joined));
                self.push("", mask.span, Change::Mask(mask.kind));
                at = mask.span.end;
            }
        }
        self.push("", Span::new(at, end), Change::Mask(MaskKind::Joined));
        for piece in &other.pieces {
            self.push(piece.clean.of(&other.text), piece.original, piece.change);
        }
        self.span = Span::new(self.span.start, other.span.end);
        self
    }

    /// Where byte `at` of the original stands in the cleaned text; of a change as a whole, its beginning.
    pub fn clean_offset(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.original.end <= at);
        match self.pieces.get(index) {
            Some(piece) if piece.is_bytewise() && at > piece.original.start => {
                piece.clean.start + (at - piece.original.start)
            }
            Some(piece) => piece.clean.start,
            None => self.text.len(),
        }
    }

    fn push(&mut self, text: &str, original: Span, change: Change) {
        let start = self.text.len();
        self.text.push_str(text);
        let piece = Piece { clean: Span::new(start, self.text.len()), original, change };
        if piece.clean.is_empty() && original.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && change == Change::None
            && last.change == Change::None
            && last.original.end == original.start
        {
            last.clean.end = piece.clean.end;
            last.original.end = original.end;
            return;
        }
        self.pieces.push(piece);
    }
}

impl Block {
    /// The same block with another draft of the same stretch; its speaker is found again.
    pub fn redrafted(&self, draft: Draft) -> Block {
        let speaker = self.draft.original(self.speaker);
        let speaker = if self.speaker.is_empty() {
            self.speaker
        } else {
            Span::new(draft.clean_offset(speaker.start), draft.clean_offset(speaker.end))
        };
        let carried = |held: &Withheld| {
            let old = self.draft.original(held.span);
            Withheld { span: Span::new(draft.clean_offset(old.start), draft.clean_offset(old.end)), ..*held }
        };
        let withheld = self.withheld.iter().map(carried).filter(|held| !held.span.is_empty()).collect();
        Block { draft, speaker, withheld, role: self.role, dateline: self.dateline.clone() }
    }

    /// The block cut in two before byte `at` of the original; see [`Draft::split`]. Speaker and dateline stay with the
    /// first part, the role with both.
    pub fn split(&self, original: &str, at: usize) -> Option<(Block, Block)> {
        let (before, after) = self.draft.split(original, at)?;
        let is_within = self.speaker.end <= before.text().len();
        let speaker = if is_within { self.speaker } else { Span::new(0, 0) };
        let dateline = self.dateline.clone();
        let cut = before.text().len();
        let (here, there): (Vec<Withheld>, Vec<Withheld>) =
            self.withheld.iter().partition(|held| held.span.start < cut);
        let here = here.into_iter().map(|held| held.within(cut)).collect();
        let there = there.into_iter().map(|held| held.moved(-(cut as isize))).collect();
        let first = Block { draft: before, role: self.role, speaker, dateline, withheld: here };
        Some((first, Block { role: self.role, withheld: there, ..Block::new(after) }))
    }

    /// The block and a later one as one, with the role of the first unless that is a heading.
    pub fn joined(self, between: &[Mask], other: &Block) -> Block {
        let role = if self.role == Role::Heading { other.role } else { self.role };
        let shift = self.draft.text().len() as isize;
        let mut withheld = self.withheld;
        withheld.extend(other.withheld.iter().map(|held| held.moved(shift)));
        Block { draft: self.draft.joined(between, &other.draft), role, withheld, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "抓項(xiàng)目。抓企業(yè)。";

    /// Readings out, then Simplified.
    fn draft() -> Draft {
        let mut draft = Draft::new(TEXT, Span::new(0, TEXT.len()));
        let mut at = 0;
        for reading in ["(xiàng)", "(yè)"] {
            let start = draft.text()[at..].find(reading).unwrap_or_default() + at;
            at = start;
            draft.apply(&[(Span::new(start, start + reading.len()), Change::Edit(EditKind::Pinyin), "")]);
        }
        for (from, to) in [("項", "项"), ("業", "业")] {
            let start = draft.text().find(from).unwrap_or_default();
            draft.apply(&[(Span::new(start, start + 3), Change::Edit(EditKind::Simplify), to)]);
        }
        draft
    }

    fn tiles(draft: &Draft) {
        let (mut clean, mut original) = (0, draft.span().start);
        for piece in draft.pieces() {
            assert_eq!((piece.clean.start, piece.original.start), (clean, original));
            (clean, original) = (piece.clean.end, piece.original.end);
        }
        assert_eq!((clean, original), (draft.text().len(), draft.span().end));
    }

    #[test]
    fn one_kind_or_all_can_be_taken_back() {
        let draft = draft();
        assert_eq!(draft.text(), "抓项目。抓企业。");
        for (undone, want) in [
            (vec![ChangeKind::Edit(EditKind::Pinyin)], "抓项(xiàng)目。抓企业(yè)。"),
            (vec![ChangeKind::Edit(EditKind::Simplify)], "抓項目。抓企業。"),
            (vec![ChangeKind::Edit(EditKind::Pinyin), ChangeKind::Edit(EditKind::Simplify)], TEXT),
        ] {
            let is_undone = |piece: &Piece| piece.change.kind().is_some_and(|kind| undone.contains(&kind));
            let restored = draft.restored(TEXT, is_undone).unwrap_or_else(|| draft.clone());
            assert_eq!(restored.text(), want);
            tiles(&restored);
        }
        assert_eq!(draft.restored(TEXT, |_| false), None);
    }

    #[test]
    fn what_is_cut_in_two_and_joined_is_the_same_again() {
        let draft = draft();
        for at in 0..=TEXT.len() {
            let Some((before, after)) = draft.split(TEXT, at) else { continue };
            tiles(&before);
            tiles(&after);
            assert_eq!(format!("{}{}", before.text(), after.text()), draft.text());
            tiles(&before.joined(&[], &after));
        }
        assert_eq!(draft.split(TEXT, TEXT.find("à").unwrap_or_default()), None, "within a reading");
        assert_eq!(draft.split(TEXT, 1), None, "within a character");
        assert_eq!(draft.split(TEXT, 0), None, "nothing before it");
    }

    #[test]
    fn kinds_have_names() {
        assert_eq!(ChangeKind::named("pinyin"), [ChangeKind::Edit(EditKind::Pinyin)]);
        assert_eq!(ChangeKind::named("title"), [ChangeKind::Mask(MaskKind::Title)]);
        assert_eq!(ChangeKind::named("nothing"), []);
        assert_eq!(ChangeKind::Mask(MaskKind::FrontMatter).name(), "front-matter");
    }
}
