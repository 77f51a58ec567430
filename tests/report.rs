//! What the figures promise: they add up, they lead to sentences, and they do not depend on the order of files.

use chengyan::corpus::Corpus;
use chengyan::intake::Given;
use chengyan::report::{Report, Reprints, View, report, sentences};
use chengyan::words::{Dictionary, StopWords, Tone};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n港口 300 n\n农业 300 n\n的 9000 uj\n和 9000 c\n服务 300 v\n\
                          德州 100 ns\n滨州 100 ns\n荣成 50 ns\n全市 100 n\n";

const FILES: [(&str, &str); 4] = [
    ("dezhou.txt", "德州市：抓项目\n德州市抓项目，看项目，服务企业。农业和农业。"),
    ("binzhou.txt", "滨州市：招商\n滨州市招商，服务企业。港口！港口的项目。"),
    ("rongcheng.txt", "荣成市：港口\n荣成市的港口，港口服务企业。"),
    ("nobody.txt", "会议讲话\n全市的项目和企业，服务项目。"),
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

fn made(files: &[(&str, &str)]) -> Report {
    report(&corpus(files), &View::default()).expect("there is a dictionary")
}

#[test]
fn documents_that_are_cut_together_give_the_report_of_documents_that_came_one_by_one() {
    let mut together = corpus(&[]);
    // A person's name that one document gives away and another one only uses.
    let named = [("who.txt", "市委书记李双江说，要抓项目。"), ("used.txt", "德州市的企业，李双江。")];
    let files = FILES.into_iter().chain(named);
    let ids: Vec<_> = files
        .clone()
        .map(|(file, text)| {
            together.take(file, text.as_bytes(), None, &Given::default()).expect("the files are small")
        })
        .collect();
    assert!(together.entries().iter().all(|entry| entry.blocks.iter().all(Vec::is_empty)), "none is cut");
    together.remove(ids[1]).expect("it is there");
    together.cut_waiting();
    let others: Vec<_> = files.filter(|(file, _)| *file != "binzhou.txt").collect();
    let report = report(&together, &View::default()).expect("there is a dictionary");
    assert_eq!(report.to_json(), made(&others).to_json());
}

#[test]
fn a_city_is_a_column_and_what_is_nobodys_is_unknown() {
    let report = made(&FILES);
    let names: Vec<_> = report.columns.iter().map(|column| (column.key.as_str(), column.name)).collect();
    assert_eq!(names, [("371000", "威海市"), ("371400", "德州市"), ("371600", "滨州市"), ("unknown", "")]);
}

#[test]
fn totals_add_up_over_columns() {
    let report = made(&FILES);
    assert_eq!(report.n_words, report.columns.iter().map(|column| column.n_words).sum::<u64>());
    assert_eq!(report.n_words, report.documents.iter().map(|document| document.n_words as u64).sum::<u64>());
    for row in &report.rows {
        assert_eq!(row.n, row.cells.iter().map(|cell| cell.n).sum::<u64>(), "{}", row.word);
    }
}

#[test]
fn every_count_opens_as_many_marks() {
    let corpus = corpus(&FILES);
    let view = View::default();
    let report = report(&corpus, &view).expect("there is a dictionary");
    for row in &report.rows {
        for (column, cell) in report.columns.iter().zip(&row.cells) {
            let found =
                sentences(&corpus, &row.word, &view, Some(&column.key)).expect("there is a dictionary");
            let n_marks: usize = found.sentences.iter().map(|sentence| sentence.marks.len()).sum();
            assert_eq!((found.n as u64, n_marks as u64), (cell.n, cell.n), "{} in {}", row.word, column.key);
        }
    }
}

#[test]
fn places_with_too_little_text_say_nothing_of_how_unevenly_a_word_is_spread() {
    let long = |place: &str, word: &str| {
        let words = ["项目", "招商", word, "服务", "全市"];
        let of =
            |block: usize, at: usize| words[(at * (block + 1) + at / 7 + block + block / 7) % words.len()];
        let block = |block: usize| (0..60).map(|at| of(block, at)).collect::<Vec<_>>().join("和");
        (0..24).map(|at| format!("{place}抓{}。", block(at))).collect::<Vec<_>>().join("\n")
    };
    let (dezhou, binzhou) = (long("德州市", "农业"), long("滨州市", "企业"));
    let few = "荣成市：港口\n荣成市的港口，港口服务企业。";
    let files = [("dezhou.txt", &*dezhou), ("binzhou.txt", &*binzhou), ("rongcheng.txt", few)];
    let report = made(&files);
    let enough: Vec<_> = report.columns.iter().map(|column| (column.name, column.is_enough)).collect();
    assert_eq!(enough, [("威海市", false), ("德州市", true), ("滨州市", true)]);
    let of = |word: &str| report.rows.iter().find(|row| row.word == word).expect("the word is shown");
    assert_eq!(of("港口").g2, None, "only the short text says it");
    let without = made(&files[..2]);
    let alone = without.rows.iter().find(|row| row.word == "企业").expect("the word is shown");
    assert_eq!(of("企业").g2, alone.g2);
    // Where too few have enough text, the word is described over all.
    assert!(
        made(&FILES)
            .rows
            .iter()
            .all(|row| row.g2.is_some() || row.cells.iter().all(|cell| cell.g2.is_none()))
    );
}

#[test]
fn the_unknown_take_no_part_in_the_comparison() {
    let with: Vec<_> = made(&FILES).rows.iter().map(|row| (row.word.clone(), row.g2)).collect();
    let without: Vec<_> = made(&FILES[..3]).rows.iter().map(|row| (row.word.clone(), row.g2)).collect();
    for pair in &without {
        assert!(with.contains(pair), "{pair:?} is the same with and without a text of nobody");
    }
}

#[test]
fn figures_do_not_depend_on_the_order_in_which_files_come() {
    let mut reversed = FILES;
    reversed.reverse();
    let (one, other) = (made(&FILES), made(&reversed));
    assert_eq!((one.columns, one.rows), (other.columns, other.rows));
}

#[test]
fn one_city_alone_has_counts_and_no_keyness() {
    let report = made(&FILES[..1]);
    assert!(report.rows.iter().all(|row| row.g2.is_none() && row.n > 0));
    assert!(report.columns[0].cloud.iter().all(|word| word.cell.g2.is_none()));
}

#[test]
fn a_removed_document_leaves_nothing_behind() {
    let mut corpus = corpus(&FILES);
    let id = corpus.entries()[1].id;
    corpus.remove(id).expect("the document is there");
    let left = report(&corpus, &View::default()).expect("there is a dictionary");
    let never = made(&[FILES[0], FILES[2], FILES[3]]);
    assert_eq!((left.columns, left.rows), (never.columns, never.rows));
    assert_eq!(corpus.remove(id).map_err(|why| why.code()), Err("no-such-document"));
}

#[test]
fn the_same_file_again_is_the_document_that_is_there() {
    let twice: Vec<_> = FILES.iter().chain(&FILES).copied().collect();
    assert_eq!(made(&twice), made(&FILES));
    let renamed = [("other.txt", FILES[0].1)];
    assert_ne!(made(&renamed).documents[0].id, made(&FILES[..1]).documents[0].id);
}

#[test]
fn documents_that_came_before_the_dictionary_are_cut_when_it_comes() {
    let mut late = Corpus::new(StopWords::built_in());
    for (file, text) in FILES {
        late.add(file, text.as_bytes()).expect("the files are small");
    }
    assert_eq!(report(&late, &View::default()).map_err(|why| why.code()), Err("no-dictionary"));
    late.set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    assert_eq!(report(&late, &View::default()).expect("there is a dictionary"), made(&FILES));
}

#[test]
fn the_journalists_turns_count_only_when_asked_for() {
    let interview = "记者：农业怎么办？港口怎么办？\n王某某：德州市抓项目。\n记者：企业呢？\n王某某：服务企业，服务项目。";
    let corpus = corpus(&[("德州市访谈.txt", interview)]);
    let n_of = |medium: bool, word: &str| {
        let view = View { medium, ..View::default() };
        let report = report(&corpus, &view).expect("there is a dictionary");
        assert_eq!(report.n_words, report.documents[0].n_words as u64, "totals add up in both views");
        report.rows.iter().find(|row| row.word == word).map_or(0, |row| row.n)
    };
    assert_eq!((n_of(false, "港口"), n_of(true, "港口")), (0, 1));
    assert_eq!((n_of(false, "企业"), n_of(true, "企业")), (1, 2));
    assert_eq!((n_of(false, "王某某"), n_of(true, "王某某")), (0, 0), "a speaker's name is no word");
    let summary = &report(&corpus, &View::default()).expect("there is a dictionary").documents[0];
    assert_eq!((summary.n_blocks, summary.of_medium[0].n_blocks), (2, 2));
}

#[test]
fn marks_count_as_javascript_counts() {
    let corpus = corpus(&[("a.txt", "德州市\n𠮷祥的德州市：“抓项目”。项目！")]);
    let found = sentences(&corpus, "项目", &View::default(), None).expect("there is a dictionary");
    assert_eq!(found.sentences[0].text, "𠮷祥的德州市：“抓项目”。");
    assert_eq!(found.sentences[0].marks, [(10, 12, None)]);
    assert_eq!(found.sentences[1].text, "项目！");
}

#[test]
fn a_view_with_a_wrong_field_is_named() {
    let error = View::from_json(r#"{"level": "village"}"#).map_err(|why| (why.code(), why.to_string()));
    assert!(error.is_err_and(|(code, message)| code == "bad-view" && message.contains("village")));
    assert_eq!(View::from_json("{}").expect("a view may be empty"), View::default());
}

/// Each of these once took minutes, since some step looked at all that came before for every character.
#[test]
fn texts_made_to_be_slow_are_read_like_any_other() {
    let n = 4_000;
    let files = [
        ("brackets.md", "[](![".repeat(n) + &"![a](b".repeat(n)),
        ("nested.html", "<div>".repeat(n) + "德州市抓项目。" + &"</div>".repeat(n)),
        ("unclosed.html", "<!-- ".repeat(n) + &"<script ".repeat(n) + &"&".repeat(n)),
        ("turns.txt", "记者：怎么办\n".repeat(n)),
        ("places.txt", "德州聊城滨州".repeat(n)),
        ("readings.txt", "点(diǎn".repeat(n) + &")".repeat(n)),
        // Each of its marks was once tried as what damage leaves, in nine hundred ways.
        ("rule.txt", "項(xiàng)目,看項(xiàng)目,".repeat(8) + &";".repeat(n)),
        ("one_line.txt", "德州市抓项目，看项目，服务企业。".repeat(n)),
    ];
    let mut corpus = corpus(&[]);
    for (file, text) in &files {
        corpus.add(file, text.as_bytes()).expect("the files are below the limit");
    }
    let report = report(&corpus, &View::default()).expect("there is a dictionary");
    assert_eq!(report.documents.len(), files.len());
}

const LONG: &str = "德州市抓项目，看项目，服务企业。农业的项目在德州市落地，港口和农业互相服务。今年德州市要招商，明年德州市也要招商。\
                    企业有困难找服务专班，专班每周到企业走一次，每月开一次会，会后把办结的事情贴在墙上，大家都看得见。\
                    农业园区修路通水，种粮大户签下订单，合作社买来烘干机，粮食不再怕下雨。\
                    老工业区搬走了旧厂房，空地上盖起标准车间，谁来都能用，租金第一年不收，第二年收一半。\n";

fn n_words(report: &Report) -> Vec<usize> {
    report.documents.iter().map(|document| document.n_words).collect()
}

#[test]
fn reprints_count_once_unless_the_view_says_otherwise() {
    let headline = format!("德州市：换了标题\n{LONG}滨州市的港口也来服务。");
    let converted = LONG.replace('项', "項").replace('农', "農").replace('务', "務").replace('业', "業");
    let excerpt: String = LONG.chars().take(140).collect();
    let files = [
        ("first.txt", LONG),
        ("again.txt", LONG),
        ("headline.txt", &headline),
        ("converted.txt", &converted),
        ("excerpt.txt", &excerpt),
        FILES[1],
    ];
    let corpus = corpus(&files);
    let once = report(&corpus, &View::default()).expect("there is a dictionary");
    let likeness: Vec<_> = once.documents.iter().map(|document| document.likeness).collect();
    use chengyan::corpus::Likeness::{Excerpt, Nearly};
    assert_eq!(likeness, [Some(Nearly), Some(Nearly), None, Some(Nearly), Some(Excerpt), None]);
    let kept = once.documents[2].id;
    assert!(once.documents.iter().all(|document| document.reprint_of.is_none_or(|id| id == kept)));
    assert!(once.documents[4].similarity.is_some_and(|share| share >= 0.9));
    assert_eq!(once.columns, made(&[files[2], files[5]]).columns, "what counts is as if it stood alone");
    assert_eq!(n_words(&once).iter().filter(|n| **n > 0).count(), 2);
    let all = report(&corpus, &View { reprints: Reprints::All, ..View::default() });
    let all = all.expect("there is a dictionary");
    assert!(n_words(&all).iter().all(|n| *n > 0));
    assert_eq!(all.documents[0].reprint_of, Some(kept), "it is told whether it counts or not");
    for (view, report) in [(View::default(), &once), (all.view, &all)] {
        assert_eq!(report.n_words, n_words(report).iter().sum::<usize>() as u64);
        for row in &report.rows {
            let found = sentences(&corpus, &row.word, &view, None).expect("there is a dictionary");
            assert_eq!(found.n as u64, row.n, "{}", row.word);
        }
    }
}

#[test]
fn which_of_several_reprints_counts_does_not_depend_on_their_order() {
    let dated = |date: &str| format!("---\ndate: {date}\n---\n{LONG}");
    let (late, early) = (dated("2019-03-02"), dated("2019-03-01"));
    let files = [("a.md", late.as_str()), ("b.md", &early), ("c.txt", LONG)];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let report = made(&order.map(|at| files[at]));
        let kept: Vec<_> = report.documents.iter().filter(|one| one.reprint_of.is_none()).collect();
        assert_eq!(kept.iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["b.md"]);
    }
}

#[test]
fn without_the_one_that_counted_a_reprint_counts() {
    let mut corpus = corpus(&[("a.txt", LONG), ("b.txt", LONG)]);
    let n_all = report(&corpus, &View::default()).expect("there is a dictionary").n_words;
    let counted =
        corpus.entries().iter().find(|entry| corpus.reprint(entry.id).is_none()).map(|entry| entry.id);
    corpus.remove(counted.expect("one counts")).expect("it is there");
    let left = report(&corpus, &View::default()).expect("there is a dictionary");
    assert_eq!((left.n_words, left.documents[0].reprint_of), (n_all, None));
}

#[test]
fn what_a_text_keeps_back_is_shown_and_is_no_word() {
    let text = "德州市：抓项目\n德州市XX项目投资XX亿元，完成XX个，服务企业XX家。";
    let report = made(&[("dezhou.txt", text)]);
    assert!(!report.rows.iter().any(|row| row.word.contains('X')), "{:?}", report.rows);
    let handled = &report.documents[0].handled;
    let n = |kind: &str| handled.iter().find(|one| one.kind == kind).map(|one| one.n);
    assert_eq!((n("withheld-quantity"), n("withheld-name")), (Some(3), Some(1)));
}

/// 江山 is a word in one text and somebody's name in the other.
const NAMED: [(&str, &str); 2] = [
    (
        "dezhou.txt",
        "德州市：抓项目\n德州市委书记江山表示，服务企业。江山坦言，项目不足。甲乙集团的项目落地。",
    ),
    ("binzhou.txt", "滨州市：抓项目\n滨州市的绿水青山就是锦绣江山。江山如画，江山多好！"),
];

const WITH_NAMES: &str =
    "江山 100 n\n表示 100 v\n坦言 100 v\n书记 100 n\n市委 100 n\n集团 100 n\n不足 100 a\n";

fn named(view: &View) -> Report {
    let mut corpus = Corpus::new(StopWords::built_in());
    let text = format!("{DICTIONARY}{WITH_NAMES}");
    corpus.set_dictionary(Dictionary::from_text(text.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in NAMED {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    report(&corpus, view).expect("there is a dictionary")
}

fn uses(report: &Report, word: &str) -> Vec<u64> {
    let row = report.rows.iter().find(|row| row.word == word);
    row.map(|row| row.cells.iter().map(|cell| cell.n).collect()).unwrap_or_default()
}

#[test]
fn a_name_is_kept_off_where_it_is_one_and_counts_where_it_is_a_word() {
    assert_eq!(uses(&named(&View::default()), "江山"), [0, 3]);
    assert_eq!(uses(&named(&View { persons: true, ..View::default() }), "江山"), [2, 3]);
    assert_eq!(uses(&named(&View::default()), "甲乙集团"), [0; 0]);
    assert_eq!(uses(&named(&View { companies: true, ..View::default() }), "甲乙集团"), [1, 0]);
}

#[test]
fn hiding_names_changes_no_total() {
    let shown = named(&View { persons: true, companies: true, ..View::default() });
    assert_eq!(named(&View::default()).n_words, shown.n_words);
}

#[test]
fn a_use_that_its_clause_speaks_of_as_a_problem_is_counted_as_one() {
    let report = named(&View::default());
    let row = report.rows.iter().find(|row| row.word == "项目").expect("it is used");
    assert_eq!((row.cells[0].n, row.cells[0].problem, row.cells[0].negated), (2, 1, 0));
    let mut corpus = corpus(&[]);
    corpus.add("a.txt", "德州市：抓项目\n德州市不搞项目，服务企业。".as_bytes()).expect("the file is small");
    let found = sentences(&corpus, "项目", &View::default(), None).expect("there is a dictionary");
    assert_eq!(found.sentences[0].marks, [(5, 7, Some(Tone::Negated))]);
}

#[test]
fn what_one_document_gives_away_holds_in_the_others_and_no_longer_when_it_goes() {
    let files = [
        ("one.txt", "德州市：抓项目\n德州市委书记周启明表示，服务企业。"),
        ("two.txt", "滨州市：抓项目\n滨州市请周启明讲课，周启明看项目。"),
    ];
    let mut corpus = corpus(&[]);
    corpus.add(files[1].0, files[1].1.as_bytes()).expect("the file is small");
    let alone = report(&corpus, &View::default()).expect("there is a dictionary").to_json();
    let id = corpus.add(files[0].0, files[0].1.as_bytes()).expect("the file is small").id;
    let both = report(&corpus, &View { persons: true, ..View::default() }).expect("there is a dictionary");
    assert_eq!(uses(&both, "周启明").iter().sum::<u64>(), 3);
    let hidden = report(&corpus, &View::default()).expect("there is a dictionary");
    assert_eq!(uses(&hidden, "周启明"), [0; 0]);
    corpus.remove(id).expect("it is there");
    assert_eq!(report(&corpus, &View::default()).expect("there is a dictionary").to_json(), alone);
}
