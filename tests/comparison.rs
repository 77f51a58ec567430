//! What the comparison promises: it claims only what the text allows, and does not depend on the order of files.

use chengyan::corpus::Corpus;
use chengyan::places::Level;
use chengyan::report::{City, Comparison, Reprints, View, comparison, findings};
use chengyan::words::{Dictionary, StopWords};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n农业 300 n\n教育 300 n\n科技 300 n\n服务 300 v\n\
                          和 9000 c\n德州 100 ns\n滨州 100 ns\n威海 100 ns\n全市 100 n\n";

/// So many paragraphs about a city, each with sixty of some words in an order of its own.
fn text(city: &str, n_blocks: usize, words: &[&str]) -> String {
    let block = |block: usize| {
        let words = (0..60).map(|at| words[(at * (block + 1) + at / 7 + block + block / 7) % words.len()]);
        format!("{city}抓{}。", words.collect::<Vec<_>>().join("和"))
    };
    (0..n_blocks).map(block).collect::<Vec<_>>().join("\n")
}

fn files() -> Vec<(&'static str, String)> {
    let common = ["项目", "企业", "招商", "服务", "科技"];
    let with = |own: &[&'static str]| [&common[..], own].concat();
    vec![
        ("dezhou.txt", text("德州市", 12, &with(&["农业", "教育"]))),
        ("binzhou.txt", text("滨州市", 12, &with(&["农业", "教育"]))),
        ("weihai.txt", text("威海市", 12, &with(&["港口", "教育"]))),
    ]
}

fn compared(files: &[(&str, String)]) -> Comparison {
    comparison(&corpus_of(files), &every_text()).expect("there is a dictionary")
}

fn every_text() -> View {
    // The cities of these tests say much the same on purpose.
    View { reprints: Reprints::All, ..View::default() }
}

fn corpus_of(files: &[(&str, String)]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus
        .set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in files {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    corpus
}

fn city<'a>(comparison: &'a Comparison, key: &str) -> &'a City {
    comparison.cities.iter().find(|city| city.key == key).expect("the city is there")
}

fn words(list: &[chengyan::report::Figures]) -> Vec<&str> {
    list.iter().map(|figures| figures.word.as_str()).collect()
}

#[test]
fn what_one_city_alone_says_throughout_is_distinctive_and_what_all_others_say_is_missing() {
    let comparison = compared(&files());
    let weihai = city(&comparison, "371000");
    assert_eq!((words(&weihai.distinctive), words(&weihai.missing)), (vec!["港口"], vec!["农业"]));
    assert_eq!(words(&weihai.leading).first(), Some(&"港口"));
    for key in ["371400", "371600"] {
        let other = city(&comparison, key);
        assert!(!words(&other.distinctive).contains(&"港口") && other.missing.is_empty(), "{other:?}");
    }
    let shared: Vec<&str> = comparison.shared.iter().map(|shared| shared.word.as_str()).collect();
    for word in ["企业", "服务", "科技"] {
        assert!(shared.contains(&word), "{word} in {shared:?}");
    }
    assert!(!shared.contains(&"港口") && !shared.contains(&"农业"), "{shared:?}");
}

#[test]
fn the_cities_that_say_the_same_are_the_most_alike() {
    let comparison = compared(&files());
    assert_eq!(comparison.pairs[0].keys, ["371400", "371600"]);
    assert!(comparison.pairs[0].words.contains(&"农业".to_owned()));
    assert!(comparison.pairs.iter().all(|pair| (0.0..=1.0).contains(&pair.jensen_shannon)));
}

#[test]
fn figures_hold_together() {
    let comparison = compared(&files());
    for city in &comparison.cities {
        for figures in city.leading.iter().chain(&city.distinctive).chain(&city.missing) {
            let [low, high] = figures.rate_interval;
            assert!(low <= figures.rate && figures.rate <= high, "{figures:?}");
            assert!(
                figures.p <= figures.q && figures.n_blocks <= city.n_blocks && figures.n_blocks <= figures.n
            );
        }
        assert!(
            city.distinctive.iter().all(|figures| figures.log_ratio_interval[0] > 0.0 && figures.q <= 0.05)
        );
    }
}

#[test]
fn a_city_with_little_text_is_named_and_neither_judged_nor_a_judge() {
    let all = compared(&files());
    let mut files = files();
    files.push(("rizhao.txt", text("日照市", 3, &["港口", "项目"])));
    let with_little = compared(&files);
    let rizhao = city(&with_little, "371100");
    assert!(!rizhao.is_enough && rizhao.leading.is_empty() && rizhao.distinctive.is_empty());
    for key in ["371000", "371400", "371600"] {
        assert_eq!(city(&with_little, key), city(&all, key));
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let mut files = files();
    let one = compared(&files);
    files.reverse();
    assert_eq!(one, compared(&files));
}

#[test]
fn what_is_nobodys_takes_no_part() {
    let all = compared(&files());
    let mut files = files();
    files.push(("nobody.txt", text("全市", 12, &["港口", "项目"])));
    assert_eq!(all, compared(&files));
}

#[test]
fn one_city_alone_is_compared_with_nothing() {
    let alone = compared(&files()[..1]);
    assert!(alone.pairs.is_empty() && alone.shared.is_empty());
    assert!(alone.cities.iter().all(|city| city.leading.is_empty() && city.distinctive.is_empty()));
    assert!(compared(&[]).cities.is_empty());
}

#[test]
fn listed_and_frequent_words_have_their_rates_in_all_cities() {
    let mut files = files();
    files.push(("rizhao.txt", text("日照市", 3, &["港口", "项目"])));
    let comparison = compared(&files);
    let rates =
        |word: &str| comparison.words.iter().find(|listed| listed.word == word).map(|word| &word.cells);
    for city in &comparison.cities {
        for figures in city.leading.iter().chain(&city.distinctive).chain(&city.missing) {
            let at = comparison.cities.iter().position(|other| other.key == city.key).expect("it is there");
            let cell = &rates(&figures.word).expect("it is listed")[at];
            assert_eq!(
                (cell.n, cell.rate, cell.rate_interval),
                (figures.n, figures.rate, figures.rate_interval)
            );
        }
    }
    assert!(comparison.words.iter().all(|word| word.cells.len() == comparison.cities.len()));
    assert!(comparison.words.is_sorted_by(|a, b| a.word < b.word));
    let alone = compared(&files[3..]);
    assert_eq!(alone.words.len(), 2, "what is frequent is shown even where nothing is compared");
}

#[test]
fn findings_are_those_of_the_comparison_with_the_rates_of_fewer_words() {
    let corpus = corpus_of(&files());
    let whole = comparison(&corpus, &every_text()).expect("there is a dictionary");
    let brief = findings(&corpus, &every_text()).expect("there is a dictionary");
    assert!(!brief.words.is_empty() && brief.words.iter().all(|word| whole.words.contains(word)));
    let first = brief.cities.iter().flat_map(|city| city.distinctive.first().or(city.leading.first()));
    for figures in first {
        assert!(brief.words.iter().any(|one| one.word == figures.word), "{figures:?}");
    }
    assert_eq!(Comparison { words: whole.words.clone(), ..brief }, whole);
}

/// What was found of a word is kept from one question to the next.
#[test]
fn what_was_asked_before_changes_no_answer() {
    let corpus = corpus_of(&files());
    let views = [
        every_text(),
        View { min_length: 1, ..every_text() },
        View { level: Level::Province, ..every_text() },
        View { place_names: true, ..every_text() },
        View { lexicon: false, ..every_text() },
    ];
    for view in views.iter().chain(&views) {
        let alone = corpus_of(&files());
        for ask in [comparison, findings] {
            assert_eq!(ask(&corpus, view).ok(), ask(&alone, view).ok(), "{view:?}");
        }
    }
}
