//! The real documents and the truth that was made for them by hand. They are not part of this project: where
//! they do not lie beside the checkout, each test says so and is passed over.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use chengyan::corpus::{Corpus, attributions};
use chengyan::intake::{Document, read_with};
use chengyan::places::{Attribution, Gazetteer, Level, Status};
use chengyan::report::{Report, View, report};
use chengyan::text::{EditKind, is_han};
use chengyan::words::{Dictionary, StopWords};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if !path.exists() {
        println!("passed over: {} is not here", path.display());
    }
    path.exists().then_some(path)
}

/// The document whose file name begins so.
fn seed(number: &str) -> Option<Document> {
    let mut files = fs::read_dir(shared("seeds")?).expect("the folder can be read");
    let file = files.find_map(|file| {
        let path = file.expect("the folder can be read").path();
        let name = path.file_name()?.to_str()?.to_owned();
        name.starts_with(number).then_some((name, path))
    });
    let (name, path) = file.unwrap_or_else(|| panic!("there is a document {number}"));
    let bytes = fs::read(path).expect("the file can be read");
    Some(read_with(&name, &bytes, None, Some(dictionary())))
}

fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(Dictionary::built_in)
}

fn truth(number: &str) -> Option<serde_json::Value> {
    let text = fs::read_to_string(shared(&format!("truth/{number}.json"))?).expect("the file can be read");
    Some(serde_json::from_str(&text).expect("the truth is JSON"))
}

fn report_of_seeds(view: &View) -> Option<Report> {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_lexicon(view.lexicon);
    corpus.set_dictionary(Dictionary::built_in());
    let mut paths: Vec<PathBuf> = fs::read_dir(shared("seeds")?)
        .expect("the folder can be read")
        .filter_map(|f| Some(f.ok()?.path()))
        .collect();
    paths.sort();
    for path in paths {
        corpus
            .add(&path.display().to_string(), &fs::read(path).expect("the file can be read"))
            .expect("it is small");
    }
    corpus.set_phrases(view.phrases);
    Some(report(&corpus, view).expect("there is a dictionary"))
}

fn han(text: &str) -> String {
    text.chars().filter(|c| is_han(*c)).collect()
}

/// Codes of the places that a block is about, for comparison with the truth.
fn codes(attribution: &Attribution) -> Vec<String> {
    attribution.places.iter().map(ToString::to_string).collect()
}

/// Blocks of the truth, blocks that are credited as the truth says.
fn compare_with_truth(number: &str) -> Option<(usize, usize)> {
    let (document, truth) = (seed(number)?, truth(number)?);
    let attributions = attributions(&document);
    let paragraphs = truth["paragraphs"].as_array().expect("the truth has paragraphs");
    let (mut n_right, mut from) = (0, 0);
    for (paragraph, about) in paragraphs.iter().zip(truth["attribution"].as_array().expect("with places")) {
        let text = han(paragraph["text"].as_str().expect("with text"));
        let want: Vec<&str> = about["about"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|place| place["code"].as_str())
            .collect();
        // The characters that damage destroyed are missing here and there, so blocks are found by their first
        // ones, each after the one before.
        let head: String = text.chars().take(15).collect();
        let mut ahead = document.blocks.iter().enumerate().skip(from);
        let index = ahead.find(|(_, block)| han(block.text()).starts_with(&head)).map(|(index, _)| index);
        from = index.map_or(from, |index| index + 1);
        let got = index.map(|index| codes(&attributions[index]));
        if got.as_ref().is_some_and(|got| got.iter().eq(&want)) {
            n_right += 1;
        } else {
            println!("{number}: {head}… is {got:?}, want {want:?}");
        }
    }
    Some((paragraphs.len(), n_right))
}

#[test]
fn blocks_are_credited_as_the_truth_says() {
    let figures: Vec<(usize, usize)> =
        ["000", "001", "004"].iter().filter_map(|n| compare_with_truth(n)).collect();
    let (n, n_right) = figures.iter().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    println!("{n_right} of {n} blocks are credited as the truth says");
    assert!(n_right * 100 >= n * 98);
}

/// Characters of `want` that `got` has not, in order; what `got` has more is passed over.
fn n_lost(want: &str, got: &str) -> usize {
    let got: Vec<char> = got.chars().collect();
    let (mut at, mut n_lost) = (0, 0);
    for c in want.chars() {
        match got[at..].iter().take(40).position(|other| *other == c) {
            Some(n_more) => at += n_more + 1,
            None => n_lost += 1,
        }
    }
    n_lost
}

#[test]
fn no_character_of_the_clean_text_is_lost() {
    for number in ["000", "001", "004"] {
        let (Some(document), Some(truth)) = (seed(number), truth(number)) else { return };
        let paragraphs = truth["paragraphs"].as_array().expect("the truth has paragraphs");
        let want: String = paragraphs.iter().map(|p| han(p["text"].as_str().expect("with text"))).collect();
        let got: String = document.blocks.iter().map(|block| han(block.text())).collect();
        assert_eq!(n_lost(&want, &got), 0, "{number}");
    }
}

#[test]
fn characters_that_were_cut_in_two_are_put_together_again() {
    for (number, n, wants) in [
        ("001", 2, &["缺大少强,", "金融领域专项培植"][..]),
        (
            "003",
            12,
            &[
                "河东要分别",
                "按照规模化、专业化",
                "标杆推进。总的要求是突出特色、对标",
                "研究清楚。总体上讲",
                "很大差距。总的要求是“放权、精简",
                "编制“项目储备手册”",
                "“图纸在网上跑”",
                "融合发展。“两类平台”",
                "的压力。“十优”产业",
                "可以解决。总的要求是所有问题,",
                "也要创新思路",
                "临阵磨枪。纵向抓攻坚",
            ],
        ),
    ] {
        let Some(document) = seed(number) else { return };
        let text: String = document.blocks.iter().map(|block| block.text()).collect();
        for want in wants {
            assert!(text.contains(want), "{number}: {want}");
        }
        assert_eq!(
            document.edits().iter().filter(|edit| edit.kind == EditKind::Mojibake).count(),
            n,
            "{number}"
        );
    }
}

#[test]
fn injected_readings_are_removed_and_none_is_a_word() {
    for (number, n_least) in [("001", 333), ("003", 1750)] {
        let Some(document) = seed(number) else { return };
        let n = document.edits().iter().filter(|edit| edit.kind == EditKind::Pinyin).count();
        assert!(n >= n_least, "{number}: {n}");
    }
    let every_word = View {
        stop: false,
        genre: false,
        place_names: true,
        min_length: 1,
        n_rows: usize::MAX,
        ..View::default()
    };
    let Some(report) = report_of_seeds(&every_word) else { return };
    for row in &report.rows {
        assert!(!row.word.chars().any(|c| "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ".contains(c)), "{}", row.word);
    }
    let latin: BTreeSet<&str> =
        report.rows.iter().map(|row| row.word.as_str()).filter(|word| word.is_ascii()).collect();
    assert_eq!(latin, BTreeSet::from(["1+3", "8+8", "APP", "GDP", "GX", "X+N+X"]));
}

#[test]
fn the_word_that_damage_hid_is_counted() {
    // The lexicon makes one word of some of its uses.
    let Some(report) = report_of_seeds(&View { lexicon: false, n_rows: usize::MAX, ..View::default() })
    else {
        return;
    };
    let unknown =
        report.columns.iter().position(|column| column.key == "unknown").expect("003 names no city");
    let row = report.rows.iter().find(|row| row.word == "项目").expect("all of them say it");
    assert!(row.cells[unknown].n >= 80, "{}", row.cells[unknown].n);
}

#[test]
fn cities_are_found_and_rolled_up() {
    let columns = |level| -> Option<Vec<String>> {
        let report = report_of_seeds(&View { level, ..View::default() })?;
        Some(report.columns.iter().map(|column| column.key.clone()).collect())
    };
    let Some(prefectures) = columns(Level::Prefecture) else { return };
    assert_eq!(
        prefectures,
        ["371000", "371100", "371400", "371500", "371600", "371700", "several", "unknown"]
    );
    let counties = columns(Level::County).unwrap_or_default();
    for county in ["371082", "371083", "371121", "371402"] {
        assert!(counties.iter().any(|key| key == county), "{county} in {counties:?}");
    }
    assert_eq!(columns(Level::Province).unwrap_or_default(), ["370000", "unknown"]);
}

#[test]
fn a_city_that_is_not_named_is_suggested_and_not_counted() {
    let Some(document) = seed("003") else { return };
    for attribution in attributions(&document) {
        assert_eq!((attribution.status, attribution.places.len()), (Status::Suggested, 0));
        let names: Vec<_> = attribution
            .suggested
            .iter()
            .filter_map(|code| Gazetteer::built_in().place(*code))
            .map(|p| p.name)
            .collect();
        assert_eq!(names, ["临沂市"]);
    }
}
