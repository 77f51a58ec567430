//! Phrases of the reader's own texts: what is taken, what is offered, and what is neither.

use chengyan::corpus::{Changed, Corpus, Decision};
use chengyan::report::{View, phrases as listed, report};
use chengyan::words::{Dictionary, Phrase, Source, StopWords, Why, Words, candidates, certain, phrases};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Words of the dictionary with their parts of speech, as far as these texts need them.
const WORDS: &[(&str, &str)] = &[
    ("项目", "n"),
    ("企业", "n"),
    ("推进", "v"),
    ("乡村", "n"),
    ("振兴", "vn"),
    ("服务", "vn"),
    ("工程", "n"),
    ("产业", "n"),
    ("集群", "n"),
    ("招商", "vn"),
    ("大会", "n"),
    ("报告", "n"),
    ("目标", "n"),
];

fn sources<'t>(texts: &[&'t str]) -> Vec<Source<'t>> {
    texts.iter().enumerate().map(|(document, text)| Source { document, text }).collect()
}

fn tag(word: &str) -> Option<String> {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, tag)| (*tag).to_owned())
}

fn found(texts: &[&str]) -> Vec<Phrase> {
    phrases(&sources(texts), &tag, &|_, _| false)
}

fn taken(texts: &[&str]) -> Vec<String> {
    certain(&candidates(&sources(texts)), &tag).into_iter().collect()
}

#[test]
fn what_stands_in_marks_twice_is_taken() {
    assert_eq!(taken(&["坚持“一窗受理”。", "推行“一窗受理”！"]), ["一窗受理"]);
}

#[test]
fn what_is_used_once_is_offered() {
    assert!(taken(&["实施“头雁领航”工程，他说“今天高兴”。"]).is_empty());
    let offered: Vec<String> = found(&["他说“今天高兴”。"]).into_iter().map(|phrase| phrase.phrase).collect();
    assert_eq!(offered, ["今天高兴"]);
}

#[test]
fn three_characters_in_marks_once_are_taken_only_if_the_text_says_what_they_are() {
    assert_eq!(taken(&["实施“头雁队”工程。", "头雁队来了。"]), ["头雁队"]);
    assert_eq!(
        taken(&["坚持“海上”“岸上”“船坞港”三个方向。", "船坞港好。"]),
        ["船坞港"],
        "a number says how many"
    );
    assert!(taken(&["他说“真高兴”。", "真高兴呀！"]).is_empty());
    assert!(
        taken(&["“头雁队”的。", "“头雁队”。", "头雁队员，头雁队员，头雁队员"]).is_empty(),
        "half of something"
    );
}

#[test]
fn parts_of_a_quotation_are_phrases_of_their_own() {
    let texts = ["“敢闯敢试、事争一流”工程启动。", "“敢闯敢试、事争一流”是口号。"];
    assert_eq!(taken(&texts), ["事争一流", "敢闯敢试"]);
}

#[test]
fn what_follows_a_pair_names_both_and_neither_half_alone() {
    let texts = ["“敢闯敢试、事争一流”工程启动。", "事争一流。"];
    assert!(taken(&texts).is_empty());
    assert_eq!(taken(&["“事争一流”工程启动。", "事争一流。"]), ["事争一流"]);
}

#[test]
fn whatever_words_stand_at_its_edges_a_quotation_that_is_named_or_never_without_marks_is_whole() {
    assert_eq!(taken(&["“滨才兴岛”工程启动。", "要滨才兴岛。"]), ["滨才兴岛"]);
    assert_eq!(taken(&["从“老大难”起。", "到“老大难”止。"]), ["老大难"]);
    assert!(taken(&["从“老大难”起。", "老大难人，老大难啊"]).is_empty(), "it is part of other things");
    assert!(taken(&["“岛上的灯”工程启动。", "“岛上的灯”好。"]).is_empty(), "it is a sentence in part");
}

/// Words of the dictionary here, each with its tag; what is none may stand in a compound too.
fn compounds(texts: &[&str]) -> Vec<String> {
    let words = [
        ("白鹤", "nz"),
        ("湾", "zg"),
        ("湾里", "s"),
        ("金融", "n"),
        ("风", "n"),
        ("风险", "n"),
        ("书记", "n"),
        ("李", "nr"),
    ];
    let tag = |word: &str| words.iter().find(|(one, _)| *one == word).map(|(_, tag)| (*tag).to_owned());
    let sources: Vec<Source> =
        texts.iter().enumerate().map(|(document, text)| Source { document, text }).collect();
    certain(&candidates(&sources), &tag).into_iter().collect()
}

#[test]
fn a_word_that_never_stands_without_a_noun_after_it_is_one_with_it() {
    assert_eq!(compounds(&["到白鹤湾看。", "白鹤湾，有白鹤湾。"]), ["白鹤湾"]);
    assert!(compounds(&["到白鹤湾看。", "白鹤湾，有白鹤。"]).is_empty(), "it stands without");
    assert!(compounds(&["到白鹤湾里。", "白鹤湾，有白鹤湾。"]).is_empty(), "the noun may belong to the next");
    assert!(compounds(&["防金融风险，有金融风险。", "金融风险大。"]).is_empty(), "half of a word");
    assert!(compounds(&["书记李说，书记李！", "书记李好。"]).is_empty(), "somebody's name");
}

#[test]
fn a_title_is_taken_from_its_second_use_on() {
    assert!(taken(&["印发《滨海纪事》。"]).is_empty());
    assert_eq!(taken(&["印发《滨海纪事》。", "《滨海纪事》好看。"]), ["滨海纪事"]);
}

#[test]
fn a_stretch_that_is_firm_inside_and_free_outside_is_taken() {
    let texts =
        ["乡村振兴，靠乡村振兴！看乡村振兴吧。抓乡村振兴呢？", "企业。项目。振兴。服务企业，推进项目。"];
    let found = found(&texts);
    let phrase = found.iter().find(|phrase| phrase.phrase == "乡村振兴").expect("it is found");
    assert_eq!((phrase.n, phrase.n_documents, phrase.n_blocks, phrase.why), (4, 1, 1, Why::Repeat));
    assert!(taken(&texts).is_empty(), "all in one paragraph");
    assert_eq!(
        taken(&["乡村振兴，靠乡村振兴！", "看乡村振兴吧。", "抓乡村振兴呢？", texts[1]]),
        ["乡村振兴"]
    );
    assert_eq!(phrase.example.span.of(texts[phrase.example.source]), "乡村振兴");
}

#[test]
fn neither_half_a_phrase_nor_a_verb_before_one_is_taken() {
    let texts = [
        "推进乡村振兴，推进乡村振兴！",
        "要推进乡村振兴吧。",
        "再推进乡村振兴呢？的项目。的企业。的产业。的工程。",
    ];
    let taken = taken(&texts);
    assert!(
        !taken.iter().any(|phrase| phrase.contains("推进") || phrase == "村振兴" || phrase.starts_with('的'))
    );
}

#[test]
fn words_of_the_dictionary_are_no_discoveries() {
    assert!(found(&["“项目”“项目”“企业”", "项目。项目。项目。企业。企业。企业。"]).is_empty());
}

#[test]
fn the_list_does_not_depend_on_the_order_of_documents_but_for_the_examples() {
    let texts =
        ["“一窗受理”和“头雁领航”。", "产业集群，产业集群！强产业集群。建产业集群呢", "“一窗受理”工程。"];
    let mut reversed = texts;
    reversed.reverse();
    let list = |texts: &[&str]| {
        let of = |phrase: Phrase| (phrase.n, phrase.score().to_bits(), phrase.phrase);
        (found(texts).into_iter().map(of).collect::<Vec<_>>(), taken(texts))
    };
    assert_eq!(list(&texts), list(&reversed));
}

/// What everything is cut by here, and texts that hold a phrase in marks, at the edges of words and within a word.
const DICTIONARY: &str =
    "鲁北 100 n\n快线 100 n\n开通 100 v\n的 9000 uj\n好 300 a\n线路 900 n\n快 50 a\n德州 900 ns\n";
const TEXTS: [&str; 3] =
    ["德州开通“鲁北快线”。", "“鲁北快线”好。\n鲁北快线路好，德州的鲁北快线。", "德州的线路好。"];

fn corpus(order: &[usize], words: &Words) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_words(words.clone());
    for index in order {
        corpus.add(&format!("{index}.txt"), TEXTS[*index].as_bytes()).expect("it is small");
    }
    corpus.set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the lines are well formed"));
    corpus.set_phrases(true);
    corpus
}

fn n_of(corpus: &Corpus, word: &str) -> u64 {
    let view = View { min_length: 1, stop: false, genre: false, place_names: true, ..View::default() };
    let report = report(corpus, &view).expect("there is a dictionary");
    report.rows.iter().find(|row| row.word == word).map_or(0, |row| row.n)
}

fn words(refused: &[&str], join: &[&str]) -> Words {
    let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    Words { refused: all(refused), join: all(join), ..Words::default() }
}

#[test]
fn a_certain_phrase_is_one_word_where_it_tears_none() {
    let mut corpus = corpus(&[0, 1, 2], &Words::default());
    assert_eq!((n_of(&corpus, "鲁北快线"), n_of(&corpus, "鲁北"), n_of(&corpus, "线路")), (3, 1, 2));
    let report = report(&corpus, &View::default()).expect("there is a dictionary");
    assert_eq!((report.phrases.n, report.phrases.n_uses, report.view.phrases), (1, 3, true));
    let row = report.rows.iter().find(|row| row.word == "鲁北快线").expect("it is a word");
    assert_eq!(row.tag, "nz");
    corpus.set_phrases(false);
    assert_eq!((n_of(&corpus, "鲁北快线"), n_of(&corpus, "鲁北")), (0, 4));
}

#[test]
fn the_reader_has_the_last_word_about_a_phrase() {
    for (words, want) in [
        (words(&["鲁北快线"], &[]), (0, 4)),
        (words(&[], &["快线"]), (0, 4)),
        (Words { split: vec![("鲁北".into(), "快线".into())], ..Words::default() }, (0, 4)),
        (Words { dictionary: "快线 3 n".into(), ..Words::default() }, (0, 4)),
        (words(&[], &["鲁北快线"]), (4, 0)),
    ] {
        let corpus = corpus(&[0, 1, 2], &words);
        assert_eq!((n_of(&corpus, "鲁北快线"), n_of(&corpus, "鲁北")), want, "{words:?}");
    }
}

#[test]
fn neither_a_term_of_the_lexicon_nor_a_name_becomes_part_of_a_phrase() {
    let texts = ["“乡村振兴快线”。", "“乡村振兴快线”好。", "“鲁北有限公司”开通。", "“鲁北有限公司”好。"];
    let mut corpus = Corpus::new(StopWords::built_in());
    let dictionary = format!("{DICTIONARY}公司 900 n\n");
    corpus.set_dictionary(Dictionary::from_text(dictionary.as_bytes()).expect("the lines are well formed"));
    for (index, text) in texts.iter().enumerate() {
        corpus.add(&format!("{index}.txt"), text.as_bytes()).expect("it is small");
    }
    corpus.set_phrases(true);
    assert_eq!((n_of(&corpus, "乡村振兴"), n_of(&corpus, "乡村振兴快线")), (2, 0));
    let shown = |corpus: &Corpus| listed(corpus, &View::default()).expect("there is a dictionary");
    assert!(shown(&corpus).iter().any(|one| one.phrase == "乡村振兴快线" && !one.taken), "it is offered");
    assert!(!corpus.phrases().contains("鲁北有限公司"));
    corpus.set_lexicon(false);
    corpus.set_phrases(true);
    assert_eq!(n_of(&corpus, "乡村振兴快线"), 2);
}

#[test]
fn what_is_a_word_everywhere_is_not_offered_and_what_was_refused_neither() {
    let shown = |words: &Words| -> Vec<(String, bool)> {
        let corpus = corpus(&[0, 1, 2], words);
        let list = listed(&corpus, &View::default()).expect("there is a dictionary");
        list.into_iter().map(|one| (one.phrase, one.taken)).collect()
    };
    assert_eq!(shown(&Words::default()), [("鲁北快线".to_owned(), true)]);
    assert_eq!(shown(&words(&["鲁北快线"], &[])), []);
    assert_eq!(shown(&words(&[], &["鲁北快线"])), []);
}

#[test]
fn a_text_that_is_printed_twice_makes_no_phrase() {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the lines are well formed"));
    for file in ["a.txt", "b.txt"] {
        corpus
            .add(file, "德州开通“鲁北快线”，德州的线路好，快线的线路也好。".as_bytes())
            .expect("it is small");
    }
    corpus.set_phrases(true);
    assert!(corpus.phrases().is_empty());
}

/// Every occurrence of every document.
fn occurrences(corpus: &Corpus) -> Vec<String> {
    let mut all = Vec::new();
    for entry in corpus.entries() {
        for (index, words) in entry.blocks.iter().enumerate() {
            all.extend(words.iter().map(|one| {
                let word = corpus.vocabulary().word(one.word);
                format!("{} {index} {:?} {} {}", entry.document.file, one.span, word.text, word.tag)
            }));
        }
    }
    all.sort();
    all
}

fn wishes() -> impl Strategy<Value = Words> {
    let word =
        || prop::sample::select(vec!["鲁北快线", "快线", "鲁北", "线路", "德州的"]).prop_map(str::to_owned);
    let some = || prop::collection::vec(word(), 0..2);
    let pair = prop::sample::select(vec![("鲁北", "快线"), ("快", "线"), ("的", "鲁北")]);
    let pairs = prop::collection::vec(pair.prop_map(|(a, b)| (a.to_owned(), b.to_owned())), 0..2);
    (some(), some(), pairs, some()).prop_map(|(join, refused, split, lines)| Words {
        join,
        refused,
        split,
        dictionary: lines.join("\n"),
        ..Words::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(4),
        ..ProptestConfig::default()
    })]

    #[test]
    fn phrases_are_the_same_whatever_came_first(
        before in wishes(),
        after in wishes(),
        order in prop::sample::subsequence(vec![0usize, 1, 2], 3).prop_shuffle(),
        lexicon in any::<bool>(),
    ) {
        let new = corpus(&[0, 1, 2], &after);
        let mut worked = corpus(&order[..2], &before);
        worked.set_lexicon(lexicon);
        worked.set_phrases(lexicon);
        worked.add(&format!("{}.txt", order[2]), TEXTS[order[2]].as_bytes()).expect("it is small");
        worked.set_phrases(true);
        let id = worked.entries()[1].id;
        let text = TEXTS[order[1]].as_bytes();
        worked.remove(id).expect("it is there");
        worked.set_phrases(true);
        worked.add(&format!("{}.txt", order[1]), text).expect("it is small");
        let first = worked.entries()[0].id;
        let is_split = worked.decide(first, &Decision::Split { at: 6 }).is_ok();
        worked.set_words(after.clone());
        worked.set_phrases(true);
        if is_split {
            worked.undo();
        }
        worked.set_lexicon(true);
        worked.set_phrases(true);
        prop_assert_eq!(occurrences(&worked), occurrences(&new));
        prop_assert_eq!(worked.phrases(), new.phrases());
    }

    #[test]
    fn the_effect_that_is_shown_is_the_effect_that_comes(before in wishes(), after in wishes()) {
        let mut changed = corpus(&[0, 1, 2], &before);
        let effect = changed.word_effect(&after).expect("there is a dictionary");
        let view =
            View { stop: false, genre: false, min_length: 1, place_names: true, ..View::default() };
        let n_words = |corpus: &Corpus| report(corpus, &view).expect("there is a dictionary").n_words;
        let n_before = n_words(&changed);
        changed.set_words(after);
        changed.set_phrases(true);
        let sum = |list: &[Changed]| list.iter().map(|one| one.n as u64).sum::<u64>();
        prop_assert_eq!(n_before + sum(&effect.after), n_words(&changed) + sum(&effect.before));
    }
}
