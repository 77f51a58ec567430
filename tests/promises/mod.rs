//! What holds of every document, however it came about: used by the tests of properties and by the fuzz targets.

use chengyan::intake::Document;
use chengyan::text::{Block, Change, Draft, Span};

/// All promises about a document that was read.
pub fn assert_kept(document: &Document) {
    for block in &document.blocks {
        assert_tiles(&block.draft, &document.original);
        assert_leads_back(&block.draft, &document.original);
        assert!(block.speaker.end <= block.text().len(), "a speaker's name stands in the text");
    }
    assert_in_order(document);
    assert_covered(document);
    assert_undone(document);
    for notice in &document.notices {
        let text = document.original.get(notice.span.start..notice.span.end);
        assert!(text.is_some(), "a notice lies inside the text: {notice:?}");
    }
}

/// The pieces of a draft cover the cleaned text and the original without gap or overlap.
pub fn assert_tiles(draft: &Draft, original: &str) {
    let (mut clean, mut at) = (0, draft.span().start);
    for piece in draft.pieces() {
        assert_eq!((piece.clean.start, piece.original.start), (clean, at), "pieces leave no gap: {piece:?}");
        (clean, at) = (piece.clean.end, piece.original.end);
        if piece.change == Change::None {
            let (text, stood) = (piece.clean.of(draft.text()), piece.original.of(original));
            assert_eq!(text, stood, "what is unchanged is the same");
        }
    }
    assert_eq!((clean, at), (draft.text().len(), draft.span().end), "pieces cover both texts");
}

/// The way back is monotone, in bounds, and cuts no character.
pub fn assert_leads_back(draft: &Draft, original: &str) {
    let text = draft.text();
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut last = draft.span().start;
    for pair in ends.windows(2) {
        let span = draft.original(Span::new(pair[0], pair[1]));
        assert!(draft.span().contains(span) && span.start >= last, "the way back is monotone and in bounds");
        assert!(original.is_char_boundary(span.start) && original.is_char_boundary(span.end));
        last = span.start;
    }
}

fn assert_in_order(document: &Document) {
    let spans: Vec<Span> = document.blocks.iter().map(|block| block.span()).collect();
    assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "blocks are in order and apart");
}

/// What is not counted is a mask or an edit, or white space.
fn assert_covered(document: &Document) {
    let mut at = 0;
    for (span, _) in parts(document) {
        assert_blank(&document.original, at, span.start);
        at = at.max(span.end);
    }
    assert_blank(&document.original, at, document.original.len());
}

fn assert_blank(original: &str, from: usize, to: usize) {
    let between = original.get(from..to.max(from)).expect("parts cut no character");
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    // The entity stands for a space.
    let between = between.replace("&nbsp;", " ");
    assert!(between.chars().all(is_blank), "{between:?} at {from} is in no block and no mask");
}

/// Blocks and masks by where they begin; a mask may lie inside a block or another mask.
fn parts(document: &Document) -> Vec<(Span, Option<&Block>)> {
    let blocks = document.blocks.iter().map(|block| (block.span(), Some(block)));
    let masks = document.masks().into_iter().map(|mask| (mask.span, None));
    let mut parts: Vec<(Span, Option<&Block>)> = blocks.chain(masks).collect();
    parts.sort_by_key(|(span, block)| (span.start, std::cmp::Reverse(span.end), block.is_none()));
    parts
}

/// With every edit and mask undone the decoded original is there again.
fn assert_undone(document: &Document) {
    let original = &document.original;
    let (mut undone, mut at) = (String::with_capacity(original.len()), 0);
    for (span, block) in parts(document) {
        if span.start < at {
            continue;
        }
        undone.push_str(&original[at..span.start]);
        undone.push_str(
            &block.map_or_else(|| span.of(original).to_owned(), |block| undone_block(block, original)),
        );
        at = span.end;
    }
    undone.push_str(&original[at..]);
    assert_eq!(&undone, original, "undoing all gives the original back");
}

/// A block put together again from its pieces: text where nothing changed, and what stood there elsewhere.
fn undone_block(block: &Block, original: &str) -> String {
    let undone = block.draft.pieces().iter().map(|piece| match piece.change {
        Change::None => piece.clean.of(block.text()),
        Change::Edit(_) | Change::Mask(_) => piece.original.of(original),
    });
    undone.collect()
}
