//! Where a word stands in each city: every use that is counted, in the order of its concordance, and how evenly.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::corpus::Corpus;
use chengyan::report::{
    ConcordanceQuery, Dispersion, DispersionStrip, Reprints, View, concordance, dispersion, report,
};
use chengyan::words::{Dictionary, StopWords};

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n的 9000 uj\n和 9000 c\n服务 300 v\n\
                          德州 100 ns\n滨州 100 ns\n抓 100 v\n";

/// Paragraphs of a hundred words, of which those numbered say a word once, in the middle.
fn paragraphs(city: &str, n: usize, word: &str, with: &[usize]) -> String {
    let filled = |at: usize| {
        let mut words = vec!["企业"; 98];
        words[49] = if with.contains(&at) { word } else { "企业" };
        // No two are the same: repeated paragraphs are set aside.
        (0..4).filter(|bit| at >> bit & 1 == 1).for_each(|bit| words[bit] = "服务");
        format!("{city}抓{}。", words.join(""))
    };
    (0..n).map(filled).collect::<Vec<_>>().join("\n")
}

fn corpus(files: &[(&str, String)]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus
        .set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in files {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    corpus
}

fn view() -> View {
    View { reprints: Reprints::All, ..View::default() }
}

fn found(corpus: &Corpus, word: &str) -> Dispersion {
    dispersion(corpus, word, &view()).expect("there is a dictionary")
}

fn strip<'a>(found: &'a Dispersion, key: &str) -> &'a DispersionStrip {
    found.cities.iter().find(|city| city.key == key).expect("the city is there")
}

fn two_cities() -> Corpus {
    corpus(&[
        ("a.txt", paragraphs("德州市", 12, "项目", &[0, 4, 8])),
        ("b.txt", paragraphs("滨州市", 12, "港口", &[11])),
        ("c.txt", paragraphs("德州市", 3, "项目", &[2])),
    ])
}

#[test]
fn every_use_stands_where_its_line_stands() {
    let corpus = two_cities();
    for row in report(&corpus, &view()).expect("there is a dictionary").rows {
        let found = found(&corpus, &row.word);
        assert_eq!(found.n as u64, row.cells.iter().map(|cell| cell.n).sum::<u64>(), "{}", row.word);
        for city in &found.cities {
            let query = ConcordanceQuery { column: Some(city.key.clone()), ..ConcordanceQuery::default() };
            let lines = concordance(&corpus, &row.word, &view(), &query).expect("there is a dictionary");
            assert_eq!(lines.n_chosen, city.uses.len(), "{} in {}", row.word, city.name);
            assert!(city.uses.is_sorted() && city.uses.iter().all(|at| *at < city.n_words));
            for (line, at) in lines.lines.iter().zip(&city.uses) {
                let mut before = 0;
                let ends = city.documents.iter().map(|(id, n)| {
                    before += n;
                    (*id, before)
                });
                let there = ends.into_iter().find(|(_, end)| at < end).map(|(id, _)| id);
                assert_eq!(there, Some(line.document), "{} at {at} in {}", row.word, city.name);
            }
        }
    }
}

#[test]
fn the_strip_is_the_citys_words_end_to_end() {
    let found = found(&two_cities(), "项目");
    let dezhou = strip(&found, "371400");
    assert_eq!(dezhou.n_words, dezhou.documents.iter().map(|(_, n)| n).sum::<u64>());
    assert_eq!(dezhou.documents.len(), 2);
    let length = dezhou.n_words / 15;
    let blocks: Vec<u64> = dezhou.uses.iter().map(|at| at / length).collect();
    assert_eq!(blocks, [0, 4, 8, 14]);
    assert!(strip(&found, "371600").uses.is_empty(), "who does not say it has a strip too");
}

#[test]
fn how_evenly_is_said_only_of_enough_uses_in_enough_text() {
    let found = |word: &str| found(&two_cities(), word);
    let of = |word: &str, key: &str| strip(&found(word), key).dispersion;
    assert!(of("项目", "371400").is_some_and(|value| value > 0.5 && value <= 1.0));
    assert!(of("企业", "371400").is_some_and(|value| value < 0.02), "as even as can be");
    assert_eq!(of("港口", "371600"), None, "once is neither even nor uneven");
    let little = corpus(&[("a.txt", paragraphs("德州市", 6, "项目", &[0, 1, 2, 3]))]);
    let dezhou = &dispersion(&little, "项目", &view()).expect("there is a dictionary").cities[0];
    assert_eq!((dezhou.is_enough, dezhou.dispersion, dezhou.uses.len()), (false, None, 4));
}

#[test]
fn a_word_that_nobody_says_stands_nowhere_and_without_a_dictionary_there_is_an_error() {
    let none = found(&two_cities(), "星球");
    assert_eq!((none.n, none.cities.len()), (0, 2));
    let early = dispersion(&Corpus::new(StopWords::built_in()), "项目", &view());
    assert_eq!(early.map_err(|why| why.code()), Err("no-dictionary"));
}
