//! One place over time: periods are chosen by dates alone, what changed is told from what may be chance, and with too little
//! text nothing is claimed.

use chengyan::corpus::Corpus;
use chengyan::report::{Change, OverTime, Parted, View, over_time};
use chengyan::words::{Dictionary, StopWords};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n农业 300 n\n教育 300 n\n科技 300 n\n服务 300 v\n\
                          和 9000 c\n德州 100 ns\n滨州 100 ns\n";

fn corpus(files: &[(String, String)]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus
        .set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in files {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    corpus
}

fn found(files: &[(String, String)], place: Option<&str>) -> OverTime {
    over_time(&corpus(files), &View::default(), place).expect("there is a dictionary")
}

/// So many paragraphs of 德州, each with sixty of some words in an order of its own.
fn text(date: &str, n_blocks: usize, words: &[&str]) -> (String, String) {
    let block = |block: usize| {
        let words = (0..60).map(|at| words[(at * (block + 1) + at / 7 + block + block / 7) % words.len()]);
        format!("德州市抓{}。", words.collect::<Vec<_>>().join("和"))
    };
    let blocks: Vec<String> = (0..n_blocks).map(block).collect();
    let head = if date.is_empty() { String::new() } else { format!("---\ndate: {date}\n---\n") };
    (format!("{date}{}.txt", words.join("")), format!("{head}{}", blocks.join("\n")))
}

/// Dates of texts; how they are parted, the ends of both periods, and how many are left out.
type Case = (&'static [&'static str], Option<(Parted, [&'static str; 4], usize)>);

#[test]
fn periods_are_years_or_dates_and_part_the_words_most_evenly() {
    let cases: [Case; 8] = [
        (
            &["2018-05-01", "2019-02-01"],
            Some((Parted::Year, ["2018-05-01", "2018-05-01", "2019-02-01", "2019-02-01"], 0)),
        ),
        (
            &["2018-11-01", "2018-12-01", "2019-02-01"],
            Some((Parted::Year, ["2018-11-01", "2018-12-01", "2019-02-01", "2019-02-01"], 0)),
        ),
        (&["2017", "2018", "2019", "2020"], Some((Parted::Year, ["2017", "2018", "2019", "2020"], 0))),
        (
            &["2019-02-01", "2019-05-01", ""],
            Some((Parted::Date, ["2019-02-01", "2019-02-01", "2019-05-01", "2019-05-01"], 1)),
        ),
        (
            &["2019", "2019-02-01", "2019-05-01"],
            Some((Parted::Date, ["2019-02-01", "2019-02-01", "2019-05-01", "2019-05-01"], 1)),
        ),
        (
            &["2019-02", "2019-02-24", "2019-05-01"],
            Some((Parted::Date, ["2019-02", "2019-02-24", "2019-05-01", "2019-05-01"], 0)),
        ),
        (&["2019-02", "2019-02-24"], None),
        (&["2019-02-24", "2019-02-24", ""], None),
    ];
    // Each text has words of its own, so that none is taken for a reprint of another.
    let own = ["农业", "教育", "科技", "港口"];
    for (dates, want) in cases {
        let files: Vec<_> =
            dates.iter().zip(own).map(|(date, own)| text(date, 3, &["项目", "企业", own, "服务"])).collect();
        let told = |files: &[(String, String)]| {
            let place = found(files, None).place?;
            let [before, now] = place.periods;
            let dates = [before.from, before.until, now.from, now.until];
            Some((place.by, dates, place.left_out.len()))
        };
        assert_eq!(told(&files), want.map(|(by, dates, n)| (by, dates.map(str::to_owned), n)), "{dates:?}");
        let turned: Vec<_> = files.iter().rev().cloned().collect();
        assert_eq!(
            found(&files, None).to_json(),
            found(&turned, None).to_json(),
            "{dates:?}: the order of files"
        );
    }
}

fn change(found: &OverTime, word: &str) -> Option<Change> {
    let place = found.place.as_ref().expect("there are two periods");
    place.words.iter().find(|one| one.word == word).expect("the word is listed").change
}

#[test]
fn what_is_new_steady_and_dropped_is_told() {
    let files = [
        text("2018-03-01", 24, &["项目", "企业", "招商", "服务", "农业"]),
        text("2019-03-01", 24, &["项目", "企业", "招商", "服务", "港口"]),
    ];
    let found = found(&files, Some("371400"));
    for (word, want) in
        [("港口", Change::New), ("农业", Change::Dropped), ("项目", Change::Steady), ("服务", Change::Steady)]
    {
        assert_eq!(change(&found, word), Some(want), "{word}");
    }
    let place = found.place.expect("there are two periods");
    for word in &place.words {
        for cell in word.cells {
            assert!(cell.rate_interval[0] <= cell.rate && cell.rate <= cell.rate_interval[1], "{word:?}");
        }
        let (ratio, [low, high]) =
            (word.log_ratio.expect("enough"), word.log_ratio_interval.expect("enough"));
        assert!(low <= ratio && ratio <= high || word.cells.iter().any(|cell| cell.n == 0), "{word:?}");
    }
    assert!(
        place.words.iter().filter(|word| word.change == Some(Change::New)).all(|word| word.cells[0].n == 0)
    );
}

#[test]
fn with_too_little_text_there_are_counts_and_no_claims() {
    let files =
        [text("2018-03-01", 24, &["项目", "企业", "招商"]), text("2019-03-01", 3, &["项目", "港口", "服务"])];
    let place = found(&files, None).place.expect("there are two periods");
    assert_eq!(place.periods.each_ref().map(|period| period.is_enough), [true, false]);
    assert!(
        place.words.iter().all(|word| word.change.is_none() && word.q.is_none() && word.log_ratio.is_none())
    );
    assert!(place.words.iter().any(|word| word.cells[1].n > 0));
}

#[test]
fn a_place_without_two_periods_is_told_and_not_compared() {
    let found = found(&[text("2018-03-01", 2, &["项目"]), text("", 2, &["企业"])], Some("371400"));
    let places: Vec<_> =
        found.places.iter().map(|place| (place.n_documents, place.n_dated, place.has_periods)).collect();
    assert_eq!(places, [(2, 1, false)]);
    assert_eq!(found.place, None);
}
