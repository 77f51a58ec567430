//! The reader's words: what they do to a corpus, what they would do, and what they leave alone.

use chengyan::corpus::{Corpus, Decision};
use chengyan::report::{PartOfSpeech, Stopped, View, neighbours, report, sentences, stop_words};
use chengyan::words::{Dictionary, Group, StopWords, Words};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const DICTIONARY: &str = "\
项目 1000 n\n企业 1000 n\n招商 500 v\n引资 500 v\n引智 20 v\n人才 900 n\n开展 900 v\n工作 9000 vn\n的 9000 uj\n双 300 m\n\
落实 900 v\n要求 900 v\n成效 300 n\n发展 900 vn\n展工 4 n\n";
const TEXTS: [&str; 3] = [
    "开展招商引资的工作，落实项目。",
    "人才引智与招商引资要求企业发展。\n双招工作有成效。",
    "企业项目落实的要求。",
];

fn corpus(words: &Words) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_words(words.clone());
    corpus.set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the lines are well formed"));
    for (index, text) in TEXTS.iter().enumerate() {
        corpus.add(&format!("{index}.txt"), text.as_bytes()).expect("it is small");
    }
    corpus
}

fn all() -> View {
    View { stop: false, genre: false, min_length: 1, place_names: true, ..View::default() }
}

fn n_of(corpus: &Corpus, word: &str) -> u64 {
    let report = report(corpus, &all()).expect("there is a dictionary");
    report.rows.iter().find(|row| row.word == word).map_or(0, |row| row.n)
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn joining_splitting_keeping_hiding_and_counting_as_do_what_they_say() {
    let mut corpus = corpus(&Words::default());
    assert_eq!((n_of(&corpus, "招商"), n_of(&corpus, "招商引资"), n_of(&corpus, "落实")), (0, 2, 2));
    let split = Words { split: vec![("招商".into(), "引资".into())], ..Words::default() };
    corpus.set_words(split.clone());
    assert_eq!((n_of(&corpus, "招商"), n_of(&corpus, "招商引资")), (2, 0));
    corpus.set_words(Words { join: strings(&["落实项目"]), ..split });
    assert_eq!((n_of(&corpus, "招商"), n_of(&corpus, "落实"), n_of(&corpus, "落实项目")), (2, 1, 1));
    corpus.set_words(Words { keep: vec![("人才".into(), "引智".into())], ..Words::default() });
    assert_eq!((n_of(&corpus, "人才引智"), n_of(&corpus, "人才"), n_of(&corpus, "招商引资")), (1, 0, 2));
    corpus.set_words(Words { never: strings(&["企业"]), ..Words::default() });
    assert_eq!((n_of(&corpus, "企业"), n_of(&corpus, "人才引智")), (0, 0));
    let group = Group { name: "招引".into(), words: strings(&["招商引资", "引智"]) };
    corpus.set_words(Words { groups: vec![group], ..Words::default() });
    assert_eq!((n_of(&corpus, "招引"), n_of(&corpus, "招商引资"), n_of(&corpus, "企业")), (3, 0, 2));
    let found = sentences(&corpus, "招引", &all(), None).expect("there is a dictionary");
    assert_eq!((found.n, found.sentences.len()), (3, 2), "a count opens as many marks");
    corpus.set_words(Words::default());
    assert_eq!((n_of(&corpus, "招引"), n_of(&corpus, "招商引资")), (0, 2));
}

#[test]
fn a_dictionary_in_jieba_s_format_is_taken_but_for_its_wrong_lines() {
    let mut corpus = corpus(&Words::default());
    let dictionary = "项目落实 9000 nz\n招商引资 x y z\n的要求 3x\n(.*) 3\n".to_owned();
    let problems = corpus.set_words(Words { dictionary, ..Words::default() });
    assert_eq!(problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [2, 3]);
    assert_eq!((n_of(&corpus, "项目落实"), n_of(&corpus, "招商引资")), (1, 2));
    corpus.add("x.txt", "用(.*)匹配".as_bytes()).expect("it is small");
    let report = report(&corpus, &all()).expect("there is a dictionary");
    let row = report.rows.iter().find(|row| row.word == "项目落实").expect("it is there");
    assert_eq!(row.tag, "nz");
    assert!(report.rows.iter().any(|row| row.word == "(.*)"));
}

#[test]
fn the_effect_is_shown_before_it_is_taken() {
    let corpus = corpus(&Words::default());
    let words = Words { join: strings(&["展招商"]), ..Words::default() };
    let effect = corpus.word_effect(&words).expect("there is a dictionary");
    assert_eq!((effect.n_places, effect.n_documents), (1, 1));
    let torn: Vec<&str> = effect.torn.iter().map(|changed| changed.word.as_str()).collect();
    assert_eq!(torn, ["开展", "招商引资"]);
    assert!(effect.after.iter().any(|changed| changed.word == "展招商" && changed.n == 1));
    assert_eq!(n_of(&corpus, "展招商"), 0, "asking changes nothing");
    let nothing = corpus.word_effect(&Words::default()).expect("there is a dictionary");
    assert_eq!((nothing.n_places, nothing.before.len(), nothing.torn.len()), (0, 0, 0));
}

#[test]
fn without_the_lexicon_nothing_of_it_remains_and_with_it_all_comes_back() {
    let text = "乡村振兴要抓三个月，“两旗一牌”和300亿元。";
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the lines are well formed"));
    corpus.add("a.txt", text.as_bytes()).expect("it is small");
    let with = report(&corpus, &all()).expect("there is a dictionary");
    assert!(
        with.rows.iter().any(|row| row.word == "两旗一牌")
            && with.rows.iter().any(|row| row.word == "乡村振兴")
    );
    assert!(with.rows.iter().all(|row| !row.word.contains("三个月")));
    corpus.set_lexicon(false);
    let without = report(&corpus, &all()).expect("there is a dictionary");
    assert!(
        !without.view.lexicon
            && without.rows.iter().all(|row| row.word != "两旗一牌" && row.word != "乡村振兴")
    );
    corpus.set_lexicon(true);
    assert_eq!(report(&corpus, &all()).expect("there is a dictionary"), with);
}

#[test]
fn neighbours_are_what_stands_right_beside_more_than_once() {
    let mut corpus = corpus(&Words { split: vec![("招商".into(), "引资".into())], ..Words::default() });
    corpus.add("a.txt", "招商项目".as_bytes()).expect("it is small");
    let found = neighbours(&corpus, "招商", &all()).expect("there is a dictionary");
    let right: Vec<(&str, usize)> = found.right.iter().map(|one| (one.word.as_str(), one.n)).collect();
    assert_eq!((found.left.len(), right), (0, vec![("引资", 2)]));
}

#[test]
fn each_tier_of_stop_words_says_what_it_leaves_out_and_the_reader_has_the_last_word() {
    let mut corpus = corpus(&Words::default());
    corpus.add("b.txt", "我们推进项目。我们推进招商。".as_bytes()).expect("it is small");
    let view = View::default();
    let tiers = |corpus: &Corpus| stop_words(corpus, &view).expect("there is a dictionary");
    let names = |stopped: &Stopped| -> Vec<(String, u64)> {
        stopped.words.iter().map(|one| (one.word.to_string(), one.n)).collect()
    };
    let [function, genre, own] = tiers(&corpus);
    assert!(names(&function).contains(&("我们".to_owned(), 2)) && function.is_in_use);
    assert!(names(&genre).contains(&("推进".to_owned(), 2)) && genre.n >= 2);
    assert_eq!((own.n_words, own.n), (0, 0));
    let shown = View { genre: false, ..view };
    assert!(genre.is_in_use && !stop_words(&corpus, &shown).expect("there is a dictionary")[1].is_in_use);
    let of = |view: &View| report(&corpus, view).expect("there is a dictionary");
    assert_eq!((of(&view).set_words.n, of(&view).set_words.n_words), (genre.n, genre.n_words));
    assert_eq!(
        (of(&view).n_words, of(&view).columns[0].n_words),
        (of(&shown).n_words, of(&shown).columns[0].n_words)
    );
    assert!(of(&view).n_types < of(&shown).n_types);

    let n_of = |corpus: &Corpus, word: &str| {
        let report = report(corpus, &view).expect("there is a dictionary");
        report.rows.iter().find(|row| row.word == word).map_or(0, |row| row.n)
    };
    assert_eq!((n_of(&corpus, "推进"), n_of(&corpus, "项目") > 0), (0, true));
    let words = Words { shown: vec!["推进".into()], never: vec!["项目".into()], ..Words::default() };
    corpus.set_words(words);
    assert_eq!((n_of(&corpus, "推进"), n_of(&corpus, "项目")), (2, 0));
    let [_, genre, own] = tiers(&corpus);
    assert!(names(&genre).iter().all(|(word, _)| word != "推进"));
    assert!(names(&own).iter().any(|(word, n)| word == "项目" && *n > 0));
}

#[test]
fn slogans_come_with_their_members() {
    let mut corpus = corpus(&Words::default());
    corpus.add("a.txt", "抓住“两大机遇”，即人才引智、招商引资。".as_bytes()).expect("it is small");
    let report = report(&corpus, &all()).expect("there is a dictionary");
    assert_eq!(report.slogans.len(), 1);
    assert_eq!((report.slogans[0].slogan.as_str(), report.slogans[0].members.len()), ("两大机遇", 2));
}

#[test]
fn parts_of_speech_are_those_of_the_dictionary() {
    let corpus = corpus(&Words::default());
    let shown = |pos| -> Vec<String> {
        let report = report(&corpus, &View { pos, ..all() }).expect("there is a dictionary");
        report.rows.into_iter().map(|row| row.word).collect()
    };
    let (nouns, verbs) = (shown(PartOfSpeech::Nouns), shown(PartOfSpeech::Verbs));
    assert!(nouns.contains(&"企业".to_owned()) && !nouns.contains(&"落实".to_owned()));
    assert!(verbs.contains(&"落实".to_owned()) && !verbs.contains(&"企业".to_owned()));
    let content = shown(PartOfSpeech::Content);
    assert!(content.contains(&"企业".to_owned()) && !content.contains(&"的".to_owned()));
    assert!(shown(PartOfSpeech::All).contains(&"的".to_owned()));
}

/// One text gives the name away, the others hold it; in the last it is cut by two words.
const NAMED: [&str; 3] = [
    "市委书记周启明表示，招商引资要有成效。",
    "企业请周启明落实项目。\n项目不足，工作要求发展。",
    "请周启明天开展工作，项目落实。",
];

/// Every occurrence of every document with its name and tone, documents by name.
fn occurrences(corpus: &Corpus) -> Vec<String> {
    let mut all = Vec::new();
    for entry in corpus.entries() {
        for (block, words) in entry.document.blocks.iter().zip(&entry.blocks) {
            all.extend(words.iter().map(|one| {
                let word = &corpus.vocabulary().word(one.word).text;
                let start = block.span().start;
                format!("{} {start} {:?} {word} {:?} {:?}", entry.document.file, one.span, one.name, one.tone)
            }));
        }
    }
    all.sort();
    all
}

fn named(words: &Words, order: &[usize]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_words(words.clone());
    let dictionary = format!("{DICTIONARY}表示 100 v\n书记 100 n\n市委 100 n\n明天 100 t\n请 100 v\n");
    corpus.set_dictionary(Dictionary::from_text(dictionary.as_bytes()).expect("the lines are well formed"));
    for index in order {
        corpus.add(&format!("{index}.txt"), NAMED[*index].as_bytes()).expect("it is small");
    }
    corpus
}

/// Whatever of the texts a line makes a word, names are those of a new corpus with it, and without it those of before.
#[test]
fn names_are_asked_again_where_a_line_of_the_dictionary_is_another() {
    let chars: Vec<char> = NAMED.concat().chars().collect();
    let mut worked = named(&Words::default(), &[0, 1, 2]);
    let before = occurrences(&worked);
    let mut n_other = 0;
    for stretch in (2..4).flat_map(|n| chars.windows(n)) {
        for of_word in ["n", "900000 v", "nr"] {
            let dictionary = format!("{} {of_word}", stretch.iter().collect::<String>());
            let words = Words { dictionary, ..Words::default() };
            worked.set_words(words.clone());
            let now = occurrences(&worked);
            assert_eq!(now, occurrences(&named(&words, &[0, 1, 2])), "{}", words.dictionary);
            n_other += usize::from(now != before);
            worked.set_words(Words { join: vec!["招商引资要".into()], ..Words::default() });
            worked.set_words(Words::default());
            assert_eq!(occurrences(&worked), before, "{}", words.dictionary);
        }
    }
    assert!(n_other > 50, "{n_other} lines change anything");
}

/// Short words of the characters that the texts have, so that wishes meet and contradict each other.
fn word() -> impl Strategy<Value = String> {
    let chars: Vec<char> = TEXTS.concat().chars().filter(|char| !"，。\n".contains(*char)).collect();
    (0..chars.len() - 3, 1..4_usize).prop_map(move |(at, n)| chars[at..at + n].iter().collect())
}

fn wishes() -> impl Strategy<Value = Words> {
    let some = || prop::collection::vec(word(), 0..3);
    let pairs = || prop::collection::vec((word(), word()), 0..3);
    let groups = prop::collection::vec((word(), some()), 0..2);
    (some(), some(), pairs(), pairs(), some(), some(), groups).prop_map(
        |(lines, join, split, keep, never, shown, groups)| Words {
            dictionary: lines.join("\n"),
            join,
            split,
            keep,
            never,
            shown,
            groups: groups.into_iter().map(|(name, words)| Group { name, words }).collect(),
            ..Words::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(41),
        ..ProptestConfig::default()
    })]

    #[test]
    fn changing_words_gives_what_a_new_corpus_with_them_gives(before in wishes(), after in wishes()) {
        let mut changed = corpus(&before);
        let effect = changed.word_effect(&after).expect("there is a dictionary");
        let n_before = report(&changed, &all()).expect("there is a dictionary").n_words;
        changed.set_words(after.clone());
        let new = report(&corpus(&after), &all()).expect("there is a dictionary");
        let changed = report(&changed, &all()).expect("there is a dictionary");
        prop_assert_eq!(&changed.rows, &new.rows);
        let sum = |list: &[chengyan::corpus::Changed]| list.iter().map(|one| one.n as u64).sum::<u64>();
        prop_assert_eq!(n_before + sum(&effect.after), changed.n_words + sum(&effect.before));
    }

    #[test]
    fn names_are_the_same_whatever_came_first(before in wishes(), after in wishes(), order in prop::sample::subsequence(vec![0usize, 1, 2], 3).prop_shuffle(), lexicon in any::<bool>()) {
        let new = named(&after, &[0, 1, 2]);
        prop_assert!(occurrences(&named(&Words::default(), &order)).iter().any(|one| one.contains("Some(Person)")));
        let mut worked = named(&before, &order);
        let ids: Vec<_> = worked.entries().iter().map(|entry| entry.id).collect();
        let at = worked.entries().iter().map(|entry| entry.document.blocks[0].span().start + 6).next().unwrap_or(0);
        let is_split = worked.decide(ids[0], &Decision::Split { at }).is_ok();
        worked.set_lexicon(lexicon);
        worked.set_words(after.clone());
        if is_split {
            worked.undo();
        }
        worked.remove(ids[1]).expect("it is there");
        prop_assert_eq!(worked.entries().len(), 2);
        worked.set_lexicon(true);
        let index = order[1];
        worked.add(&format!("{index}.txt"), NAMED[index].as_bytes()).expect("it is small");
        prop_assert_eq!(occurrences(&worked), occurrences(&new));
    }
}
