//! Whole results, kept as files and reviewed as changes; `UPDATE=1 cargo test` rewrites them. The wasm tests read
//! the same files, so that native and wasm can not drift apart.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::corpus::Corpus;
use chengyan::report::{N_RUNS, View, comparison, over_time, passages, report, themes};
use chengyan::words::{Dictionary, StopWords};
use std::fs;
use std::path::PathBuf;

fn check(name: &str, got: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reports").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, got).expect("the snapshot can be written");
    }
    let want = fs::read_to_string(&path).expect("the snapshot is there; UPDATE=1 writes it");
    assert_eq!(got, want, "{name} is another; if that is right, UPDATE=1 writes it");
}

#[test]
fn the_report_of_two_cities_is_as_it_was() {
    let mut corpus = Corpus::new(StopWords::built_in());
    let dictionary = include_bytes!("cases/dictionary.txt");
    corpus.set_dictionary(Dictionary::from_text(dictionary).expect("the dictionary is well formed"));
    corpus.add("two_cities.txt", include_bytes!("cases/two_cities.txt")).expect("the file is small");
    corpus.set_phrases(true);
    let report = report(&corpus, &View::default()).expect("there is a dictionary");
    check("two_cities.json", &report.to_json());
    let comparison = comparison(&corpus, &View::default()).expect("there is a dictionary");
    check("two_cities.comparison.json", &comparison.to_json());
    let themes = themes(&corpus, &View::default()).expect("there is a dictionary");
    check("two_cities.themes.json", &themes.to_json());
    let passages = passages(&corpus, &View::default(), N_RUNS).expect("there is a dictionary");
    check("two_cities.passages.json", &passages.to_json());
    let over_time = over_time(&corpus, &View::default(), None).expect("there is a dictionary");
    check("two_cities.change.json", &over_time.to_json());
}
