//! What the themes promise: a term counts once and whole, shares add up, every figure opens its sentences, and too little
//! text is never ranked.

use chengyan::corpus::{Corpus, Workspace};
use chengyan::report::{
    Emphasis, Reprints, ThemeCell, Themes, View, theme_sentences, theme_sheet, theme_words, themes,
};
use chengyan::words::{Dictionary, StopWords, Words};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n农业 300 n\n教育 300 n\n科技 300 n\n服务 300 v\n\
                          和 9000 c\n德州 100 ns\n滨州 100 ns\n威海 100 ns\n公开 100 v\n放映 100 v\n平安县 100 ns\n";

fn corpus(files: &[(&str, String)]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus
        .set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in files {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    corpus
}

/// The texts of these tests say much the same on purpose.
fn view() -> View {
    View { reprints: Reprints::All, ..View::default() }
}

fn counted(corpus: &Corpus) -> Themes {
    themes(corpus, &view()).expect("there is a dictionary")
}

fn cell<'a>(themes: &'a Themes, theme: &str, city: &str) -> &'a ThemeCell {
    let row = themes.themes.iter().find(|row| row.key == theme).expect("the theme is there");
    let at = themes.cities.iter().position(|one| one.key == city).expect("the city is there");
    &row.cells[at]
}

/// So many paragraphs about a city, each with sixty of some words in an order of its own.
fn text(city: &str, n_blocks: usize, words: &[&str]) -> String {
    let block = |block: usize| {
        let words = (0..60).map(|at| words[(at * (block + 1) + at / 7 + block + block / 7) % words.len()]);
        format!("{city}抓{}。", words.collect::<Vec<_>>().join("和"))
    };
    (0..n_blocks).map(block).collect::<Vec<_>>().join("\n")
}

/// Two cities of the same themes, and one that speaks of the sea in their place.
fn three_cities() -> Corpus {
    let common = ["项目", "企业", "招商", "服务", "科技"];
    let with = |own: &[&'static str]| [&common[..], own].concat();
    corpus(&[
        ("dezhou.txt", text("德州市", 24, &with(&["农业", "教育"]))),
        ("binzhou.txt", text("滨州市", 24, &with(&["农业", "教育"]))),
        ("weihai.txt", text("威海市", 24, &with(&["港口", "教育"]))),
    ])
}

#[test]
fn the_longest_term_counts_and_counts_once() {
    let corpus = corpus(&[("a.txt", "德州市的产业生态环境和生态环境，产业和生态。".to_owned())]);
    let themes = counted(&corpus);
    let [industry, ecology] = ["industry", "ecology"].map(|theme| cell(&themes, theme, "371400"));
    assert_eq!((industry.n, ecology.n), (2, 2));
    let terms: Vec<(&str, u64)> = industry.terms.iter().map(|term| (term.term.as_str(), term.n)).collect();
    assert_eq!(terms, [("产业", 1), ("产业生态", 1)]);
}

#[test]
fn a_term_tears_no_word_and_is_found_in_no_name() {
    for (text, theme, n) in [
        ("德州市公开放映。", "opening", 0),
        ("德州市扩大开放。", "opening", 1),
        ("平安县抓项目。", "safety", 0),
        ("德州市平安。", "safety", 1),
        ("德州市健康发展。", "health", 0),
        ("德州市的15G和5G。", "science", 1),
    ] {
        let themes = counted(&corpus(&[("a.txt", text.to_owned())]));
        assert_eq!(themes.cities.len(), 1, "{text}");
        let found = themes.themes.iter().find(|row| row.key == theme).map(|row| row.n);
        assert_eq!(found, Some(n), "{text}");
    }
}

#[test]
fn the_shares_of_a_city_add_up_and_lie_in_their_intervals() {
    let themes = counted(&three_cities());
    for (at, city) in themes.cities.iter().enumerate() {
        let cells: Vec<&ThemeCell> = themes.themes.iter().map(|row| &row.cells[at]).collect();
        assert_eq!(cells.iter().map(|cell| cell.n).sum::<u64>(), city.n);
        let sum: f64 = cells.iter().filter_map(|cell| cell.share).sum();
        assert!((sum - 1.0).abs() < 1e-3, "{}: {sum}", city.name);
        for cell in cells {
            let (share, [low, high]) = (cell.share.expect("there are uses"), cell.share_interval);
            assert!(low <= share && share <= high, "{cell:?}");
            assert!(cell.rate_interval[0] <= cell.rate && cell.rate <= cell.rate_interval[1], "{cell:?}");
        }
    }
}

#[test]
fn ties_are_not_ranked_and_what_one_city_stresses_is() {
    let themes = counted(&three_cities());
    let ranks = |theme: &str| ["371000", "371400", "371600"].map(|city| cell(&themes, theme, city).ranks);
    assert_eq!(ranks("ocean"), [Some([1, 1]), Some([2, 3]), Some([2, 3])]);
    assert_eq!(ranks("livelihood"), [Some([1, 3]); 3], "all say the same");
    assert_eq!(cell(&themes, "ocean", "371000").finding, Some(Emphasis::More));
    assert_eq!(cell(&themes, "countryside", "371000").finding, Some(Emphasis::Less));
    assert_eq!(cell(&themes, "livelihood", "371000").finding, None);
}

#[test]
fn too_little_text_and_one_city_alone_are_not_ranked() {
    let alone = counted(&corpus(&[("a.txt", text("德州市", 24, &["项目", "企业", "招商", "服务", "农业"]))]));
    assert!(alone.cities[0].is_enough);
    assert!(alone.themes.iter().all(|row| row.cells[0].ranks.is_none() && row.cells[0].q.is_none()));
    let little = counted(&corpus(&[
        ("a.txt", text("德州市", 24, &["项目", "企业", "招商", "服务", "农业"])),
        ("b.txt", "滨州市抓项目。".to_owned()),
    ]));
    let cell = cell(&little, "projects", "371600");
    assert_eq!((cell.n, cell.ranks, cell.finding), (1, None, None));
}

#[test]
fn every_count_opens_as_many_marks_in_sentences() {
    let corpus = corpus(&[
        ("a.txt", "德州市抓项目、抓招商。招商靠项目！\n滨州市抓港口项目。".to_owned()),
        ("b.txt", "記者：德州市抓项目。\n沒有城市的項目。".to_owned()),
    ]);
    let themes = counted(&corpus);
    for row in &themes.themes {
        for (city, cell) in themes.cities.iter().zip(&row.cells) {
            let found = theme_sentences(&corpus, &row.key, &view(), Some(&city.key)).expect("a dictionary");
            let marks: usize = found.sentences.iter().map(|sentence| sentence.marks.len()).sum();
            assert_eq!((marks as u64, found.n as u64), (cell.n, cell.n), "{} {}", row.key, city.name);
            assert_eq!(found.terms.iter().map(|term| term.n).sum::<u64>(), cell.n);
        }
    }
    let all = theme_sentences(&corpus, "projects", &view(), None).expect("a dictionary");
    let terms: Vec<(&str, u64)> = all.terms.iter().map(|term| (term.term.as_str(), term.n)).collect();
    assert_eq!(terms, [("项目", 4), ("招商", 2)]);
    let marked: Vec<Vec<&str>> = all
        .mark_terms
        .iter()
        .map(|marks| marks.iter().map(|term| all.terms[*term].term.as_str()).collect())
        .collect();
    assert_eq!(marked, [&["项目", "招商"][..], &["招商", "项目"], &["项目"], &["项目"]]);
    assert_eq!(theme_sentences(&corpus, "no such", &view(), None).expect("a dictionary").n, 0);
}

#[test]
fn the_words_of_the_themes_add_up_to_their_uses() {
    let corpus = three_cities();
    let (words, themes) = (theme_words(&corpus, &view()).expect("there is a dictionary"), counted(&corpus));
    assert_eq!(words.cities.len(), 3);
    assert!(words.themes.iter().map(|theme| &theme.key).eq(themes.themes.iter().map(|row| &row.key)));
    for (at, city) in words.cities.iter().enumerate() {
        assert_eq!(city.city, themes.cities[at]);
        assert!(city.words.is_sorted_by(|a, b| a.n >= b.n));
        for (theme, row) in themes.themes.iter().enumerate() {
            let n: u64 = city.words.iter().filter(|word| word.theme == theme).map(|word| word.n).sum();
            assert_eq!(n, row.cells[at].n, "{}", row.key);
        }
    }
}

#[test]
fn figures_do_not_depend_on_the_order_of_files() {
    let mut files = vec![
        ("a.txt", text("德州市", 12, &["项目", "农业"])),
        ("b.txt", text("滨州市", 12, &["项目", "港口"])),
        ("c.txt", text("德州市", 9, &["科技", "农业"])),
    ];
    let forward = counted(&corpus(&files)).to_json();
    files.reverse();
    assert_eq!(counted(&corpus(&files)).to_json(), forward);
}

#[test]
fn the_readers_sheet_comes_in_the_place_of_ours_and_cuts_nothing() {
    let mut corpus = corpus(&[("a.txt", "德州市抓项目和农业。".to_owned())]);
    let before = corpus.entries()[0].blocks.clone();
    assert_eq!(theme_sheet(&corpus).len(), 15);
    let own = Words { themes: "= field 田野\n农业 抓\n= none\n项目".to_owned(), ..Words::default() };
    corpus.set_words(own);
    let themes = counted(&corpus);
    assert_eq!(themes.themes.len(), 1);
    assert_eq!((themes.themes[0].name.as_str(), themes.themes[0].n), ("田野", 1));
    assert_eq!(corpus.entries()[0].blocks, before);
    let keys: Vec<(String, usize)> =
        theme_sheet(&corpus).into_iter().map(|theme| (theme.key, theme.terms.len())).collect();
    assert_eq!(keys, [("field".to_owned(), 1), ("none".to_owned(), 1)]);
    corpus.set_words(Words { themes: "no theme".to_owned(), ..Words::default() });
    assert!(counted(&corpus).themes.is_empty());
    corpus.set_words(Words::default());
    assert_eq!(counted(&corpus).themes.len(), 14);
}

#[test]
fn a_workspace_brings_the_readers_sheet_back() {
    let mut first = corpus(&[("a.txt", "德州市抓项目和农业。".to_owned())]);
    first.set_words(Words { themes: "= field 田野\n农业".to_owned(), ..Words::default() });
    let json = first.workspace(view()).to_json();
    let mut second = corpus(&[]);
    assert!(
        second
            .open(Workspace::<View>::from_json(&json).expect("it was just written"), |_, _, _| {})
            .is_empty()
    );
    assert_eq!(counted(&second), counted(&first));
}
