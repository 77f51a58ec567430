//! The sample set is plainly a digest, of a useful size, and in words of our own.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::intake;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Real documents for tests; they lie beside a checkout and are no part of it.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
/// So many ideographs in a row are no longer chance, but a quotation.
const LONGEST_RUN: usize = 15;

/// Name and text of each sample, by name.
fn samples() -> Vec<(String, String)> {
    let mut samples = texts(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/www/sample")));
    samples.retain(|(name, _)| name.ends_with(".md"));
    samples
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let read = entries.filter_map(|entry| {
        let text = fs::read_to_string(entry.path()).ok()?;
        Some((entry.file_name().to_string_lossy().into_owned(), text))
    });
    let mut texts: Vec<_> = read.collect();
    texts.sort();
    texts
}

fn ideographs(text: &str) -> Vec<char> {
    text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect()
}

#[test]
fn there_are_eight_and_each_says_that_it_is_a_digest() {
    let samples = samples();
    assert_eq!(samples.len(), 8);
    for (name, text) in &samples {
        let document = intake::read(name, text.as_bytes());
        assert!(document.title.is_some_and(|title| title.starts_with("摘要：")), "{name}");
        assert!(document.source.is_some(), "{name}");
        assert!(text.contains("本文为编者摘要，非原文"), "{name}");
        assert!(document.notices.is_empty(), "{name}: {:?}", document.notices);
    }
}

#[test]
fn each_has_four_to_six_paragraphs_of_450_to_700_ideographs_in_all() {
    for (name, text) in samples() {
        let document = intake::read(&name, text.as_bytes());
        assert!((4..=6).contains(&document.blocks.len()), "{name}: {}", document.blocks.len());
        let n: usize = document.blocks.iter().map(|block| ideographs(block.text()).len()).sum();
        assert!((450..=700).contains(&n), "{name}: {n}");
    }
}

#[test]
fn no_sample_quotes_the_documents_it_sums_up() {
    let sources = texts(Path::new(REAL));
    if sources.is_empty() {
        return println!("not checked: there are no real documents at {REAL}");
    }
    let mut runs: BTreeSet<Vec<char>> = BTreeSet::new();
    for (name, text) in sources {
        let document = intake::read(&name, text.as_bytes());
        let all: Vec<char> = document.blocks.iter().flat_map(|block| ideographs(block.text())).collect();
        runs.extend(all.windows(LONGEST_RUN).map(<[char]>::to_vec));
    }
    for (name, text) in samples() {
        for run in ideographs(&text).windows(LONGEST_RUN) {
            assert!(!runs.contains(run), "{name}: {}", run.iter().collect::<String>());
        }
    }
}
