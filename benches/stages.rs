//! How long each stage takes natively, for `cargo xtask bench --stages`: `stages FOLDER…` prints one line of JSON for each
//! folder of texts, in seconds.

use chengyan::corpus::{Corpus, attributions};
use chengyan::intake::read_with;
use chengyan::report::{View, report};
use chengyan::words::{Dictionary, StopWords};
use std::fs;
use std::hint::black_box;
use std::time::Instant;

fn main() {
    // Cargo passes --bench on.
    for folder in std::env::args().skip(1).filter(|argument| !argument.starts_with("--")) {
        let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(&folder)
            .expect("the folder can be read")
            .map(|entry| entry.expect("the folder can be read").path())
            .map(|path| (path.display().to_string(), fs::read(&path).expect("the file can be read")))
            .collect();
        files.sort();
        measure(&files);
    }
}

fn measure(files: &[(String, Vec<u8>)]) {
    let dictionary = Dictionary::built_in();
    let begin = Instant::now();
    let documents: Vec<_> =
        files.iter().map(|(file, bytes)| read_with(file, bytes, None, Some(&dictionary))).collect();
    let read = begin.elapsed();
    let begin = Instant::now();
    for document in &documents {
        black_box(attributions(document));
    }
    let credit = begin.elapsed();
    let begin = Instant::now();
    for block in documents.iter().flat_map(|document| &document.blocks) {
        black_box(dictionary.tokens(block.text(), true));
    }
    let cut = begin.elapsed();
    drop(documents);
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(dictionary);
    for (file, bytes) in files {
        corpus.add(file, bytes).expect("the files are below the limit");
    }
    let begin = Instant::now();
    black_box(report(&corpus, &View::default()).expect("there is a dictionary").to_json());
    let [read, credit, cut, report] = [read, credit, cut, begin.elapsed()].map(|time| time.as_secs_f64());
    println!(r#"{{"read":{read},"credit":{credit},"cut":{cut},"report":{report}}}"#);
}
