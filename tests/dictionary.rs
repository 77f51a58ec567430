//! A text is cut as the whole dictionary cuts it, though of a compact dictionary only the words that the text can
//! hold are used. jieba-rs itself, with all words, is the reference.

use chengyan::words::{Dictionary, Words};
use jieba_rs::Jieba;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Few characters and many words of them, so that words overlap and contain each other wherever one looks.
const CHARS: &str = "一丁七万丈三上下𠮷Aa1+-·";

/// jieba's format; words may come twice, have no frequency, or a large one.
fn dictionary_text() -> impl Strategy<Value = String> {
    let line = (
        prop::collection::vec(prop::sample::select(CHARS.chars().collect::<Vec<char>>()), 1..6),
        prop_oneof![0..400_u32, 0..90_000_u32],
    );
    let line = line.prop_map(|(word, n)| format!("{} {n} n\n", word.iter().collect::<String>()));
    prop::collection::vec(line, 1..60).prop_map(|lines| lines.concat())
}

fn text() -> impl Strategy<Value = String> {
    let chars: Vec<char> = CHARS.chars().chain("，。 \n\0四é".chars()).collect();
    prop::collection::vec(prop::sample::select(chars), 0..40).prop_map(String::from_iter)
}

fn cut(dictionary: &Dictionary, text: &str, unknown_words: bool) -> Vec<String> {
    dictionary.tokens(text, unknown_words).iter().map(|token| token.span.of(text).to_owned()).collect()
}

fn cut_by_all(jieba: &Jieba, text: &str, unknown_words: bool) -> Vec<String> {
    jieba.cut(text, unknown_words).iter().map(|token| token.word.to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260),
        ..ProptestConfig::default()
    })]

    #[test]
    fn tokens_are_those_of_any_whole_dictionary(
        dictionary in dictionary_text(),
        texts in prop::collection::vec(text(), 1..6),
        at_once in any::<bool>(),
    ) {
        let whole = Jieba::with_dict(&mut dictionary.as_bytes()).expect("the lines are well formed");
        let scoped = Dictionary::from_text(dictionary.as_bytes()).expect("the lines are well formed");
        if at_once {
            scoped.prepare(texts.iter().map(String::as_str));
        }
        for text in &texts {
            for unknown_words in [false, true] {
                prop_assert_eq!(
                    cut(&scoped, text, unknown_words),
                    cut_by_all(&whole, text, unknown_words)
                );
            }
        }
    }

    #[test]
    fn tokens_are_those_of_any_whole_dictionary_with_the_same_words_of_the_reader(
        dictionary in dictionary_text(),
        before in text(),
        words in dictionary_text(),
        texts in prop::collection::vec(text(), 1..6),
    ) {
        let mut whole = Jieba::with_dict(&mut dictionary.as_bytes()).expect("the lines are well formed");
        let scoped = Dictionary::from_text(dictionary.as_bytes()).expect("the lines are well formed");
        scoped.prepare([before.as_str()]);
        let (lines, problems) = Words { dictionary: words, ..Words::default() }.lines();
        prop_assert_eq!(problems, []);
        scoped.set_words(false, &lines);
        for line in &lines {
            whole.add_word(&line.word, line.frequency.map(|n| n as usize), line.tag.as_deref());
        }
        for text in texts.iter().chain([&before]) {
            for unknown_words in [false, true] {
                prop_assert_eq!(cut(&scoped, text, unknown_words), cut_by_all(&whole, text, unknown_words));
            }
        }
    }

    #[test]
    fn texts_that_come_later_are_cut_as_if_they_had_been_there(
        dictionary in dictionary_text(),
        words in dictionary_text(),
        texts in prop::collection::vec(text(), 2..6),
    ) {
        let lines = Words { dictionary: words, ..Words::default() }.lines().0;
        let one_by_one = Dictionary::from_text(dictionary.as_bytes()).expect("the lines are well formed");
        let at_once = Dictionary::from_text(dictionary.as_bytes()).expect("the lines are well formed");
        at_once.prepare(texts.iter().map(String::as_str));
        one_by_one.set_words(true, &lines);
        at_once.set_words(true, &lines);
        for text in &texts {
            prop_assert_eq!(cut(&one_by_one, text, true), cut(&at_once, text, true));
        }
    }
}

/// Every ideograph that jieba's model for unknown words knows, and some that it does not, each among changing others.
#[test]
fn unknown_words_are_those_of_the_model_of_jieba() {
    const WORD: &str = "的的的 1 n\n";
    let whole = Jieba::with_dict(&mut WORD.as_bytes()).expect("the line is well formed");
    let scoped = Dictionary::from_text(WORD.as_bytes()).expect("the line is well formed");
    let chars: Vec<char> = ('\u{4e00}'..='\u{9fff}').collect();
    for step in [1, 7, 4_111] {
        for start in (0..chars.len()).step_by(9) {
            let text: String = (0..9).map(|i| chars[(start + i) * step % chars.len()]).collect();
            let theirs = cut_by_all(&whole, &text, true);
            assert_eq!(cut(&scoped, &text, true), theirs, "{text}");
        }
    }
}

/// The whole of jieba-rs's own dictionary, from where cargo keeps it.
#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
mod whole {
    use super::*;
    use chengyan::text::{Plausibility, is_han};
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::sync::OnceLock;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR"))
    }

    /// The text of the dictionary.
    fn text_of_all() -> &'static str {
        static TEXT: OnceLock<String> = OnceLock::new();
        TEXT.get_or_init(|| {
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.current_dir(root()).args(["metadata", "--format-version", "1", "--locked", "--offline"]);
            let output = cargo.output().expect("tests are run by cargo");
            let metadata: serde_json::Value =
                serde_json::from_slice(&output.stdout).expect("Cargo.lock fits Cargo.toml");
            let packages = metadata["packages"].as_array().expect("metadata lists packages");
            let jieba = packages.iter().find(|package| package["name"] == "jieba-rs");
            let manifest = jieba.and_then(|package| package["manifest_path"].as_str());
            let manifest = PathBuf::from(manifest.expect("jieba-rs is a dependency"));
            fs::read_to_string(manifest.with_file_name("src/data/dict.txt"))
                .expect("the crate has its dictionary")
        })
    }

    fn jieba() -> &'static Jieba {
        static JIEBA: OnceLock<Jieba> = OnceLock::new();
        JIEBA.get_or_init(Jieba::new)
    }

    fn scoped() -> Dictionary {
        static COMPACT: OnceLock<Vec<u8>> = OnceLock::new();
        let make =
            || chengyan::words::encode(text_of_all().as_bytes()).expect("the dictionary is well formed");
        Dictionary::from_compact(COMPACT.get_or_init(make).clone()).expect("the form is our own")
    }

    /// Cuts each line both ways; the number of tokens of the lines that were compared with jieba-rs itself.
    fn assert_same(dictionary: &Dictionary, built_in: &Dictionary, text: &str) -> Parity {
        let mut parity = Parity::default();
        for unknown_words in [false, true] {
            for line in text.lines() {
                let (ours, theirs) =
                    (cut(dictionary, line, unknown_words), cut_by_all(jieba(), line, unknown_words));
                // What jieba's model makes of long runs is cut down on purpose, with either dictionary.
                if theirs.iter().all(|word| word.chars().count() <= 12 || !unknown_words) {
                    assert_eq!(ours, theirs, "unknown words: {unknown_words}");
                    parity.n_lines += 1;
                    parity.n_tokens += theirs.len();
                } else {
                    assert_eq!(ours, cut(built_in, line, unknown_words));
                    parity.n_cut_down += 1;
                }
            }
        }
        parity
    }

    /// Lines in which every token is that of jieba-rs, and their tokens; lines with a run that is cut down.
    #[derive(Default)]
    struct Parity {
        n_lines: usize,
        n_tokens: usize,
        n_cut_down: usize,
    }

    /// The sentences of the sample, and pieces in which dictionary words, other characters and marks mix.
    fn pieces() -> impl Strategy<Value = String> {
        let words: Vec<&str> = text_of_all().lines().filter_map(|line| line.split(' ').next()).collect();
        let mut sentences = Vec::new();
        for entry in fs::read_dir(root().join("www/sample")).expect("the sample is in the checkout").flatten()
        {
            if entry.path().extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(entry.path()).expect("the sample is text");
                sentences.extend(text.split_inclusive(['。', '\n']).map(str::to_owned));
            }
        }
        let piece = prop_oneof![
            5 => prop::sample::select(words).prop_map(str::to_owned),
            3 => prop::sample::select(sentences),
            1 => prop::collection::vec(prop::char::range('\u{4e00}', '\u{9fff}'), 1..4).prop_map(String::from_iter),
            1 => "[a-zA-Z0-9+#&._%-]{1,8}",
            1 => prop::sample::select(vec!["，", "。", " ", "\n", "“", "”", "\u{3400}", "\u{20000}", "é"])
                .prop_map(str::to_owned),
        ];
        prop::collection::vec(piece, 1..40).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn tokens_are_the_same_on_a_megabyte_of_mixed_text() {
        let config = ProptestConfig { rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() };
        let mut runner = TestRunner::new(config);
        let strategy = pieces();
        let built_in = Dictionary::built_in();
        let (mut n_bytes, mut all) = (0, Parity::default());
        while n_bytes < 1 << 20 {
            // A fresh dictionary for each stretch, so that few words are loaded; it is extended on the way.
            let dictionary = scoped();
            for _ in 0..3 {
                let texts: Vec<String> = (0..60)
                    .map(|_| strategy.new_tree(&mut runner).expect("the strategy gives texts").current())
                    .collect();
                dictionary.prepare(texts.iter().map(String::as_str));
                for text in &texts {
                    let Parity { n_lines, n_tokens, n_cut_down } = assert_same(&dictionary, &built_in, text);
                    all.n_lines += n_lines;
                    all.n_tokens += n_tokens;
                    all.n_cut_down += n_cut_down;
                    n_bytes += text.len();
                }
            }
        }
        println!(
            "{n_bytes} bytes, each line with and without the model: {} tokens in {} lines, all those of jieba-rs (F1 1.0); {} lines with a run that is cut down on purpose",
            all.n_tokens, all.n_lines, all.n_cut_down
        );
    }

    #[test]
    fn a_text_that_is_not_counted_is_as_plausible_as_by_all_words() {
        let config = ProptestConfig { rng_seed: RngSeed::Fixed(8), ..ProptestConfig::default() };
        let mut runner = TestRunner::new(config);
        let (strategy, built_in, scoped) = (pieces(), Dictionary::built_in(), scoped());
        for _ in 0..400 {
            let text = strategy.new_tree(&mut runner).expect("the strategy gives texts").current();
            assert_eq!(scoped.plausibility(&text), built_in.plausibility(&text), "{text}");
        }
    }

    #[test]
    fn tokens_are_the_same_on_the_real_documents() {
        let folder = root().join("../shared/seeds");
        let Ok(entries) = fs::read_dir(&folder) else {
            return println!("passed over: {} is not here", folder.display());
        };
        let built_in = Dictionary::built_in();
        for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
            let bytes = fs::read(&path).expect("the document can be read");
            let document = chengyan::intake::read("a.txt", &bytes);
            let dictionary = scoped();
            dictionary.prepare(document.blocks.iter().map(|block| block.text()));
            for block in &document.blocks {
                assert_same(&dictionary, &built_in, block.text());
            }
            let original = String::from_utf8_lossy(&bytes);
            dictionary.prepare([&*original]);
            assert_same(&dictionary, &built_in, &original);
        }
    }

    /// The reader's words with a frequency of their own or without one, from the dictionary or made up.
    fn lines() -> impl Strategy<Value = String> {
        let word =
            pieces().prop_map(|text| text.chars().filter(|char| is_han(*char)).skip(3).take(4).collect());
        let line = (word, prop_oneof![Just(String::new()), (1..5_000_u32).prop_map(|n| format!(" {n}"))]);
        let line = line.prop_map(|(word, n): (String, String)| format!("{word}{n} nz\n"));
        prop::collection::vec(line, 1..12).prop_map(|lines| lines.concat())
    }

    #[test]
    fn tokens_are_the_same_with_the_reader_s_words_and_with_the_lexicon() {
        let config = ProptestConfig { rng_seed: RngSeed::Fixed(9), ..ProptestConfig::default() };
        let mut runner = TestRunner::new(config);
        let (strategy, lines, whole) = (pieces(), lines(), Dictionary::built_in());
        for round in 0..6 {
            let words = lines.new_tree(&mut runner).expect("the strategy gives lines").current();
            let words = Words { dictionary: words, ..Words::default() }.lines().0;
            let mut jieba = Jieba::new();
            for line in &words {
                jieba.add_word(&line.word, line.frequency.map(|n| n as usize), line.tag.as_deref());
            }
            let scoped = scoped();
            let with_lexicon = round % 2 == 0;
            scoped.set_words(with_lexicon, &words);
            whole.set_words(with_lexicon, &words);
            for _ in 0..60 {
                let text = strategy.new_tree(&mut runner).expect("the strategy gives texts").current();
                let text = words.iter().fold(text, |text, line| text + &line.word);
                assert_eq!(cut(&scoped, &text, true), cut(&whole, &text, true), "{text}");
                if !with_lexicon {
                    assert_eq!(cut(&whole, &text, false), cut_by_all(&jieba, &text, false), "{text}");
                }
            }
        }
    }
}
