//! The company of a word: what stands with it in one clause, counted once a clause, and every count opens as many clauses.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::corpus::Corpus;
use chengyan::report::{Collocates, View, collocate_sentences, collocates};
use chengyan::words::{Dictionary, StopWords};

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n抓 900 v\n的 9000 uj\n和 9000 c\n服务 300 v\n\
                          德州 100 ns\n滨州 100 ns\n";

const FILES: [(&str, &str); 2] = [
    (
        "dezhou.txt",
        "德州市：抓项目\n德州市抓项目招商，项目招商、招商项目。企业；项目和招商！服务企业，服务港口。\n\n港口的项目，招商项目。",
    ),
    ("binzhou.txt", "滨州市：招商\n滨州市项目招商，服务企业：招商服务。项目、企业、服务。服务的项目。"),
];

fn corpus(files: &[(&str, &str)]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus
        .set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in files {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    corpus
}

fn of(corpus: &Corpus, word: &str) -> Collocates {
    collocates(corpus, word, &View::default()).expect("there is a dictionary")
}

#[test]
fn a_clause_ends_at_commas_and_sentence_marks_and_counts_a_pair_once() {
    for (text, n_clauses, n, n_both) in [
        ("项目招商，企业", 2, 1, 1),
        ("项目，招商,企业", 3, 1, 0),
        ("项目、招商；企业", 2, 1, 1),
        ("项目和“招商”（项目招商）？企业", 2, 1, 1),
        ("项目招商：企业。招商的项目！服务", 4, 2, 2),
        ("项目\n\n招商", 2, 1, 0),
        ("招商", 1, 0, 0),
    ] {
        // Three times the same, since words that meet less often are not named.
        let all: Vec<String> = (0..3).map(|_| text.to_owned()).collect();
        let corpus = corpus(&[("a.txt", &format!("德州市消息\n\n{}", all.join("\n\n")))]);
        let found = of(&corpus, "项目");
        assert_eq!((found.n_clauses, found.n), (3 * n_clauses, 3 * n), "{text}");
        let company = found.words.iter().find(|one| one.word == "招商").map_or(0, |one| one.n);
        assert_eq!(company, 3 * n_both, "{text}");
    }
}

#[test]
fn cells_add_up_and_a_word_is_no_company_of_its_own() {
    let corpus = corpus(&FILES);
    let found = of(&corpus, "项目");
    assert!(found.words.iter().any(|one| one.word == "招商"));
    for one in &found.words {
        assert_eq!(one.cells.iter().sum::<u64>(), one.n, "{}", one.word);
        assert_eq!(one.cells.len(), found.columns.len());
        assert!(one.n as f64 > one.expected && one.n <= one.n_other && one.word != "项目", "{}", one.word);
    }
    assert_eq!(found.columns.iter().map(|column| column.n).sum::<u64>(), found.n);
}

#[test]
fn every_pair_opens_sentences_in_which_both_are_marked() {
    let corpus = corpus(&FILES);
    let found = of(&corpus, "项目");
    for one in &found.words {
        let all = collocate_sentences(&corpus, "项目", &one.word, &View::default(), None);
        let all = all.expect("there is a dictionary");
        assert_eq!(all.n, all.sentences.iter().map(|sentence| sentence.marks.len()).sum::<usize>());
        assert!(all.n as u64 >= 2 * one.n, "{}: two marks a clause at least", one.word);
        for sentence in &all.sentences {
            let units: Vec<u16> = sentence.text.encode_utf16().collect();
            let marked: Vec<String> = sentence
                .marks
                .iter()
                .map(|(start, end, _)| String::from_utf16_lossy(&units[*start..*end]))
                .collect();
            for word in ["项目", &one.word] {
                assert!(marked.iter().any(|text| text == word), "{word} in {}", sentence.text);
            }
        }
    }
}

#[test]
fn the_company_does_not_depend_on_the_order_of_files_and_an_unknown_word_has_none() {
    let turned: Vec<_> = FILES.iter().rev().copied().collect();
    for word in ["项目", "招商", "服务"] {
        assert_eq!(of(&corpus(&FILES), word), of(&corpus(&turned), word));
    }
    let none = of(&corpus(&FILES), "没有");
    assert_eq!((none.n, none.words.len()), (0, 0));
    let none = collocate_sentences(&corpus(&FILES), "项目", "没有", &View::default(), None);
    assert_eq!(none.expect("there is a dictionary").n, 0);
}
