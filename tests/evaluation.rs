//! How much of the noise in real documents is found, kind by kind, and what is lost of their text. The documents and
//! the truth that was made for them by hand are not part of this project: where they do not lie beside the checkout,
//! the test says so and is passed over.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use chengyan::intake::{Document, read_with};
use chengyan::text::{EditKind, MaskKind, Span};
use chengyan::words::Dictionary;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// By which kinds the noise of a kind may be found; none where it is white space that is in no block or no word.
fn kinds_of(noise: &str) -> Option<(&'static [MaskKind], &'static [EditKind])> {
    Some(match noise {
        "front_matter_yaml" | "title_suffix" => (&[MaskKind::FrontMatter], &[]),
        "duplicate_title" => (&[MaskKind::TitleRepeat], &[]),
        "html_comment" => (&[MaskKind::HtmlComment], &[]),
        "html_img" => (&[MaskKind::Image], &[]),
        "duplicate_lede" => (&[MaskKind::ParagraphRepeat], &[]),
        "byline" => (&[MaskKind::Byline], &[]),
        "editor_credit" => (&[MaskKind::EditorCredit], &[]),
        "tag_label" => (&[MaskKind::TagLabel], &[]),
        "meta_line" => (&[MaskKind::SourceLine, MaskKind::DateLine], &[]),
        "dateline_byline" => (&[MaskKind::Dateline], &[]),
        "contact_ad_footer" => (&[MaskKind::Contact], &[]),
        // A reading in a line that is set aside goes with its line.
        "pinyin_injection" => (&[MaskKind::Byline], &[EditKind::Pinyin, EditKind::Mojibake]),
        "mojibake_k1_annotation_collision" => (&[], &[EditKind::Mojibake]),
        "whitespace_line" | "stray_space" => return None,
        other => panic!("no kind is known for {other}"),
    })
}

fn documents() -> Option<Vec<(Document, Value)>> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !shared.exists() {
        println!("passed over: {} is not here", shared.display());
        return None;
    }
    let dictionary = Dictionary::built_in();
    let document = |number: &str| {
        let truth = fs::read(shared.join(format!("truth/{number}.json"))).expect("the truth can be read");
        let truth: Value = serde_json::from_slice(&truth).expect("the truth is JSON");
        let file = truth["file"].as_str().expect("the truth names its file");
        let bytes = fs::read(shared.join("seeds").join(file)).expect("the file can be read");
        (read_with(file, &bytes, None, Some(&dictionary)), truth)
    };
    Some(["000", "001", "004"].map(document).into())
}

/// Whether all that is not white space in a stretch of the original lies in masks and edits of these kinds.
fn is_found(document: &Document, noise: &str, span: Span) -> bool {
    let Some((masks, edits)) = kinds_of(noise) else { return is_in_no_word(document, span) };
    let masks = document.masks().into_iter().filter(|mask| masks.contains(&mask.kind)).map(|mask| mask.span);
    let edits = document.edits().into_iter().filter(|edit| edits.contains(&edit.kind)).map(|edit| edit.span);
    let found: Vec<Span> = masks.chain(edits).collect();
    span.of(&document.original).char_indices().all(|(at, c)| {
        let at = Span::new(span.start + at, span.start + at + c.len_utf8());
        c.is_whitespace() || found.iter().any(|found| found.contains(at))
    })
}

/// White space outside of all blocks, or at a mark and so between words.
fn is_in_no_word(document: &Document, span: Span) -> bool {
    let original = &document.original;
    let is_outside = document.blocks.iter().all(|block| {
        let block = block.span();
        block.end <= span.start || span.end <= block.start
    });
    let before = original[..span.start].chars().next_back();
    let after = original[span.end..].chars().next();
    is_outside || !before.is_some_and(char::is_alphanumeric) || !after.is_some_and(char::is_alphanumeric)
}

/// Found and listed noise, by kind.
fn noise(document: &Document, truth: &Value, table: &mut BTreeMap<String, (usize, usize)>) {
    let starts: Vec<usize> =
        document.original.char_indices().map(|(at, _)| at).chain([document.original.len()]).collect();
    for noise in truth["noise_spans"].as_array().expect("the truth lists noise") {
        let [start, end] = ["start", "end"].map(|name| noise[name].as_u64().expect("an offset") as usize);
        let (kind, span) = (noise["kind"].as_str().expect("a kind"), Span::new(starts[start], starts[end]));
        assert_eq!(noise["text"], span.of(&document.original), "offsets are characters of the original");
        let row = table.entry(kind.to_owned()).or_default();
        // A character that belongs to the text stands in the truth's repair as well.
        let repair = noise["repair"].as_str().unwrap_or_default();
        let n_kept: usize = span
            .of(&document.original)
            .chars()
            .zip(repair.chars())
            .take_while(|(a, b)| a == b)
            .map(|(c, _)| c.len_utf8())
            .sum();
        let span = Span::new(span.start + n_kept, span.end);
        row.1 += 1;
        if is_found(document, kind, span) {
            row.0 += 1;
        } else {
            println!("{}: {kind} is not found at {}: {}", document.file, span.start, noise["text"]);
        }
    }
}

fn letters<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<char> {
    parts.flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect()
}

/// Characters that the first text has and the second has not, and the other way round, by the shortest script of
/// deletions and insertions (Myers, An O(ND) difference algorithm, 1986).
fn difference(want: &[char], got: &[char]) -> (usize, usize) {
    let (n, m) = (want.len() as isize, got.len() as isize);
    let mut furthest: BTreeMap<isize, isize> = BTreeMap::from([(1, 0)]);
    for cost in 0..=n + m {
        for diagonal in (-cost..=cost).step_by(2) {
            let reached = |diagonal: isize| furthest.get(&diagonal).copied().unwrap_or(-1);
            let goes_down =
                diagonal == -cost || (diagonal != cost && reached(diagonal - 1) < reached(diagonal + 1));
            let mut x = if goes_down { reached(diagonal + 1) } else { reached(diagonal - 1) + 1 };
            while x < n && x - diagonal < m && want[x as usize] == got[(x - diagonal) as usize] {
                x += 1;
            }
            furthest.insert(diagonal, x);
            if x >= n && x - diagonal >= m {
                let n_deleted = (cost + n - m) / 2;
                return (n_deleted as usize, (cost - n_deleted) as usize);
            }
        }
    }
    unreachable!("deleting one text and inserting the other is a script, too")
}

#[test]
fn differing_characters_are_counted() {
    for (want, got, n) in
        [("", "", (0, 0)), ("abcd", "abcd", (0, 0)), ("abcd", "acxd", (1, 1)), ("ab", "xaby", (0, 2))]
    {
        let [want, got] = [want, got].map(|text| text.chars().collect::<Vec<_>>());
        assert_eq!(difference(&want, &got), n);
    }
}

#[test]
fn all_listed_noise_is_found_by_kind_and_nothing_of_the_text_is_lost() {
    let Some(documents) = documents() else { return };
    let mut table = BTreeMap::new();
    let (mut n_letters, mut n_lost, mut n_more) = (0, 0, 0);
    for (document, truth) in &documents {
        noise(document, truth, &mut table);
        let paragraphs = truth["paragraphs"].as_array().expect("the truth has paragraphs");
        let want = letters(paragraphs.iter().map(|paragraph| paragraph["text"].as_str().expect("with text")));
        let got = letters(document.blocks.iter().map(|block| block.text()));
        let (lost, more) = difference(&want, &got);
        println!("{}: {} letters, {lost} lost, {more} more", document.file, want.len());
        (n_letters, n_lost, n_more) = (n_letters + want.len(), n_lost + lost, n_more + more);
    }
    for (kind, (n_found, n)) in &table {
        println!("{kind:34} {n_found:4} of {n:4}");
    }
    println!("{n_lost} of {n_letters} letters lost, {n_more} more than in the truth");
    let (n_found, n) = table.values().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    println!("{n_found} of {n} found");
    assert_eq!(n_found, n, "every listed stretch of noise is found by its kind");
    assert_eq!(n_lost, 0, "the cleaned text has all that the truth has, but for marks and white space");
    // A second headline of eleven letters, which the truth lists neither as text nor as noise.
    assert!(n_more <= 11, "the cleaned text has {n_more} letters more than the truth");
}
