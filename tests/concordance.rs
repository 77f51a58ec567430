//! The uses of a word, one a line: all that are counted, in the order and choice that are asked for, each with its place.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::corpus::{Corpus, DocumentId};
use chengyan::intake::Given;
use chengyan::report::{
    Choice, Concordance, ConcordanceLine, ConcordanceQuery, LineOrder, Reprints, View, concordance, report,
};
use chengyan::words::{Dictionary, StopWords};
use std::collections::BTreeSet;

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n的 9000 uj\n和 9000 c\n服务 300 v\n\
                          德州 100 ns\n滨州 100 ns\n全市 100 n\n";

const FILES: [(&str, &str); 4] = [
    (
        "dezhou.txt",
        "---\ndate: 2019-02-24\n---\n德州市：抓项目\n德州市抓项目，看项目，服务企业。\n\n项目要落地，项目要开工。",
    ),
    (
        "binzhou.txt",
        "---\ndate: 2020-01\nurl: https://example.org/b.html\n---\n滨州市：招商\n滨州市招商，不缺项目。𠮷地抓項目好。",
    ),
    ("nobody.txt", "会议讲话\n全市的项目和企业，服务项目。"),
    (
        "德州市访谈.txt",
        "记者：项目怎么办？\n王某某：德州市抓项目。\n记者：企业呢？\n王某某：服务企业，服务项目。",
    ),
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

fn view() -> View {
    View { medium: true, reprints: Reprints::All, ..View::default() }
}

fn found(corpus: &Corpus, query: &ConcordanceQuery) -> Concordance {
    concordance(corpus, "项目", &view(), query).expect("there is a dictionary")
}

fn sorted(sort: LineOrder) -> Vec<ConcordanceLine> {
    found(&corpus(&FILES), &ConcordanceQuery { sort, ..ConcordanceQuery::default() }).lines
}

#[test]
fn there_are_as_many_lines_as_the_report_counts_uses() {
    let corpus = corpus(&FILES);
    for view in [View::default(), view()] {
        let report = report(&corpus, &view).expect("there is a dictionary");
        assert!(report.rows.iter().any(|row| row.word == "项目"));
        for row in &report.rows {
            let all = concordance(&corpus, &row.word, &view, &ConcordanceQuery::default());
            let all = all.expect("there is a dictionary");
            assert_eq!(
                (all.n as u64, all.n_chosen as u64, all.lines.len() as u64),
                (row.n, row.n, row.n),
                "{}",
                row.word
            );
            for (column, cell) in report.columns.iter().zip(&row.cells) {
                let query =
                    ConcordanceQuery { column: Some(column.key.clone()), ..ConcordanceQuery::default() };
                let some = concordance(&corpus, &row.word, &view, &query).expect("there is a dictionary");
                assert_eq!(
                    (some.n_chosen as u64, some.n as u64),
                    (cell.n, row.n),
                    "{} in {}",
                    row.word,
                    column.key
                );
            }
        }
    }
}

#[test]
fn a_word_that_no_text_has_has_no_lines_and_without_a_dictionary_there_are_none() {
    let none = concordance(&corpus(&FILES), "星球", &view(), &ConcordanceQuery::default());
    assert_eq!(none.map(|none| (none.n, none.lines.len())), Ok((0, 0)));
    let early = Corpus::new(StopWords::built_in());
    let why = concordance(&early, "项目", &view(), &ConcordanceQuery::default()).map_err(|why| why.code());
    assert_eq!(why, Err("no-dictionary"));
    assert_eq!(ConcordanceQuery::from_json(r#"{"sort": "size"}"#).map_err(|why| why.code()), Err("bad-view"));
}

#[test]
fn offsets_lead_to_the_word_in_the_original() {
    let corpus = corpus(&FILES);
    for line in found(&corpus, &ConcordanceQuery::default()).lines {
        let entry = corpus.entry(line.document).expect("the document is there");
        let units: Vec<u16> = entry.document.original.encode_utf16().collect();
        let there = String::from_utf16_lossy(&units[line.start..line.end]);
        assert!(matches!(there.as_str(), "项目" | "項目"), "{there} in {line:?}");
        assert_eq!(line.keyword, "项目", "what is shown is counted");
        let around = [line.before.as_str(), "项目", line.after.as_str()].concat();
        assert!(entry.document.blocks[line.block].text().contains(&around), "{around}");
    }
}

#[test]
fn lines_are_sorted_by_what_follows() {
    let after: Vec<String> = sorted(LineOrder::Right).into_iter().map(|line| line.after).collect();
    let mut want = after.clone();
    want.sort();
    assert_eq!(after, want);
    assert!(after.iter().collect::<BTreeSet<_>>().len() > 5);
}

#[test]
fn lines_are_sorted_by_what_stands_before_from_the_word_backwards() {
    let before: Vec<String> =
        sorted(LineOrder::Left).iter().map(|line| line.before.chars().rev().collect()).collect();
    assert!(before.is_sorted(), "{before:?}");
    assert!(before.iter().any(|before| before.starts_with("抓市州德")));
}

#[test]
fn lines_are_sorted_by_place_and_by_date_and_equal_ones_keep_the_order_of_the_text() {
    let text: Vec<_> = sorted(LineOrder::Text).into_iter().map(|line| (line.document, line.start)).collect();
    for order in [LineOrder::City, LineOrder::Date] {
        let lines = sorted(order);
        let key = |line: &ConcordanceLine| match order {
            LineOrder::City => line.column.clone(),
            _ => line.date.clone().unwrap_or_else(|| "unknown".to_owned()),
        };
        assert!(lines.is_sorted_by_key(key), "the unknown come last");
        for pair in lines.windows(2).filter(|pair| key(&pair[0]) == key(&pair[1])) {
            let at = |line: &ConcordanceLine| text.iter().position(|one| *one == (line.document, line.start));
            assert!(at(&pair[0]) < at(&pair[1]), "{pair:?}");
        }
    }
}

#[test]
fn pages_are_stretches_of_the_whole() {
    let corpus = corpus(&FILES);
    for sort in [LineOrder::Text, LineOrder::Left, LineOrder::Date] {
        let all = found(&corpus, &ConcordanceQuery { sort, ..ConcordanceQuery::default() });
        let mut pages = Vec::new();
        for offset in (0..all.n + 3).step_by(3) {
            let page =
                found(&corpus, &ConcordanceQuery { sort, offset, n: 3, ..ConcordanceQuery::default() });
            assert_eq!((page.n, page.n_chosen, page.offset), (all.n, all.n_chosen, offset));
            assert_eq!(page.choices.is_some(), offset == 0);
            pages.extend(page.lines);
        }
        assert_eq!(pages, all.lines);
    }
}

#[test]
fn lines_are_chosen_by_place_document_voice_and_date() {
    let corpus = corpus(&FILES);
    let all = found(&corpus, &ConcordanceQuery::default());
    let choices = all.choices.expect("the first lines have the choices");
    let query = ConcordanceQuery::default;
    let n = |query: ConcordanceQuery| found(&corpus, &query).n_chosen;
    for choice in &choices.columns {
        assert_eq!(n(ConcordanceQuery { column: Some(choice.value.clone()), ..query() }), choice.n);
    }
    let number = |choice: &Choice| choice.value.parse().expect("a number");
    for choice in &choices.documents {
        assert_eq!(n(ConcordanceQuery { document: Some(DocumentId(number(choice))), ..query() }), choice.n);
    }
    for choice in &choices.roles {
        let query = format!(r#"{{"role": "{}"}}"#, choice.value);
        assert_eq!(n(ConcordanceQuery::from_json(&query).expect("the name of a role")), choice.n);
    }
    for choice in &choices.speakers {
        assert_eq!(n(ConcordanceQuery { speaker: Some(choice.value.clone()), ..query() }), choice.n);
    }
    let speakers: Vec<_> = choices.speakers.iter().map(|choice| (choice.value.as_str(), choice.n)).collect();
    assert_eq!(speakers, [("王某某", 2), ("记者", 1)]);
    assert!(choices.roles.iter().any(|choice| choice.value == "question" && choice.n == 1));
    let dates: Vec<_> = choices.dates.iter().map(|choice| choice.value.as_str()).collect();
    assert_eq!(dates, ["2019-02-24", "2020-01"]);
    assert_eq!(n(ConcordanceQuery { until: Some("2019".to_owned()), ..query() }), choices.dates[0].n);
    assert_eq!(n(ConcordanceQuery { from: Some("2020".to_owned()), ..query() }), choices.dates[1].n);
}

#[test]
fn figures_do_not_depend_on_the_order_of_files_and_the_same_query_gives_the_same_bytes() {
    let mut reversed = FILES;
    reversed.reverse();
    let query = ConcordanceQuery { sort: LineOrder::Right, ..ConcordanceQuery::default() };
    let [one, other] = [FILES, reversed].map(|files| found(&corpus(&files), &query));
    assert_eq!((one.n, one.n_chosen), (other.n, other.n_chosen));
    let keys = |found: &Concordance| found.lines.iter().map(|line| line.after.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&one), keys(&other));
    let bytes = |found: &Concordance| serde_json::to_string(found).expect("it can be written");
    assert_eq!(bytes(&one), bytes(&found(&corpus(&FILES), &query)));
}

#[test]
fn where_the_address_is_known_a_line_leads_to_its_clause_on_the_page() {
    let mut corpus = corpus(&FILES);
    let given = Given { source: Some("https://example.org/t?a=1".to_owned()), ..Given::default() };
    corpus.add_given("table.csv#2", "德州市抓项目。".as_bytes(), None, &given).expect("the file is small");
    for line in found(&corpus, &ConcordanceQuery::default()).lines {
        let want = match line.file.as_str() {
            "binzhou.txt" => Some("https://example.org/b.html#:~:text="),
            "table.csv#2" => Some("https://example.org/t?a=1#:~:text="),
            _ => None,
        };
        assert_eq!(line.link.is_some(), want.is_some(), "{line:?}");
        let (link, want) = (line.link.unwrap_or_default(), want.unwrap_or_default());
        assert!(link.starts_with(want), "{link}");
        // 項目, as the page has it.
        if line.after.starts_with('好') {
            assert!(link.contains("%E9%A0%85%E7%9B%AE"), "{link}");
        }
    }
}
