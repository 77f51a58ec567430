//! The sample set is plainly a digest, of a useful size, and in words of our own.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use chengyan::corpus::Corpus;
use chengyan::intake;
use chengyan::report::{Change, View, comparison, over_time, passages};
use chengyan::words::{Dictionary, StopWords};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Real documents for tests; they lie beside a checkout and are no part of it.
const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seeds");
/// So many ideographs in a row are no longer chance, but a quotation.
const LONGEST_RUN: usize = 15;
/// Places of which the sample has enough text to be judged.
const JUDGED: [&str; 4] = ["371400", "371500", "371600", "371700"];

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

/// All samples in one corpus, with all words of the dictionary.
fn corpus() -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::built_in());
    for (name, text) in samples() {
        corpus.add(&name, text.as_bytes()).expect("the samples are small");
    }
    corpus
}

#[test]
fn there_are_thirteen_and_each_says_that_it_is_a_digest() {
    let samples = samples();
    assert_eq!(samples.len(), 13);
    for (name, text) in &samples {
        let document = intake::read(name, text.as_bytes());
        assert!(document.title.is_some_and(|title| title.starts_with("摘要：")), "{name}");
        assert!(document.source.is_some(), "{name}");
        assert!(text.contains("本文为编者摘要，非原文"), "{name}");
        assert!(document.notices.is_empty(), "{name}: {:?}", document.notices);
    }
}

#[test]
fn eight_are_short_and_five_are_long() {
    for (name, text) in samples() {
        let document = intake::read(&name, text.as_bytes());
        let is_long = name.contains("-202");
        let (blocks, ideographs_in_all) = if is_long { (11..=15, 1_200..=2_000) } else { (4..=6, 450..=700) };
        assert!(blocks.contains(&document.blocks.len()), "{name}: {}", document.blocks.len());
        let n: usize = document.blocks.iter().map(|block| ideographs(block.text()).len()).sum();
        assert!(ideographs_in_all.contains(&n), "{name}: {n}");
    }
}

/// What a newcomer sees of the comparison: not only that there is too little text.
#[test]
fn four_cities_have_enough_text_and_the_others_have_not() {
    let comparison = comparison(&corpus(), &View::default()).expect("the view is one");
    for city in &comparison.cities {
        let is_judged = JUDGED.contains(&city.key.as_str());
        assert_eq!(city.is_enough, is_judged, "{}: {} words", city.name, city.n_words);
        assert_eq!(!city.distinctive.is_empty(), is_judged, "{}", city.name);
        assert!(!is_judged || city.leading.len() >= 10, "{}: {}", city.name, city.leading.len());
    }
    assert!(comparison.cities.iter().any(|city| !city.missing.is_empty()));
    assert!(comparison.shared.len() >= 3, "{:?}", comparison.shared);
}

#[test]
fn places_share_wording_and_one_place_has_changed() {
    let corpus = corpus();
    let shared = passages(&corpus, &View::default(), 60).expect("the view is one");
    assert!(shared.runs.iter().any(|run| run.text.contains("摘帽不摘责任、摘帽不摘政策")));
    let heze = over_time(&corpus, &View::default(), Some("371700")).expect("the view is one");
    let words = heze.place.expect("it has two periods").words;
    let dropped = words.iter().filter(|word| word.change == Some(Change::Dropped));
    assert!(dropped.into_iter().any(|word| word.word == "棚改"));
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
