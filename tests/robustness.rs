//! What trying other settings promises: a finding that hangs on one of them is told, and the corpus stays what it is.

use chengyan::corpus::{Corpus, Cutting};
use chengyan::report::{Answer, Claim, Emphasis, Setting, View, claims, comparison, report, survival};
use chengyan::words::{Dictionary, StopWords};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// 和营 and 商环境 tear 营商环境 where the lexicon does not hold it together; 招商引资 falls into two words.
const DICTIONARY: &str = "项目 1000 n\n企业 1000 n\n招商 500 v\n引资 500 v\n港口 300 n\n农业 300 n\n教育 300 n\n科技 300 n\n渔港 50 n\n快线 50 n\n\
                          服务 300 v\n和 9000 c\n和营 20 n\n商环境 30 n\n德州 100 ns\n滨州 100 ns\n威海 100 ns\n";

/// Paragraphs about a city, each with sixty of some words in an order of its own, the first of them always 项目.
fn text(city: &str, words: &[&str]) -> String {
    let block = |block: usize| {
        let words = (0..60).map(|at| words[(at * (block + 1) + at / 7 + block + block / 7) % words.len()]);
        format!("{city}抓项目和{}和服务。", words.collect::<Vec<_>>().join("和"))
    };
    (0..12).map(block).collect::<Vec<_>>().join("\n")
}

/// 威海 alone says 港口, 营商环境, 招商引资, and 科技 with readings as a mirror site adds them.
fn corpus() -> Corpus {
    let common = ["项目", "企业", "农业", "服务", "教育"];
    let own = [&common[..], &["港口", "营商环境", "招商引资", "科(kē)技(jì)"]].concat();
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus
        .set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("the dictionary is well formed"));
    for (file, city, words) in [
        ("dezhou.txt", "德州市", &common[..]),
        ("binzhou.txt", "滨州市", &[&common[..], &["招商"]].concat()),
        ("weihai.txt", "威海市", &own[..]),
    ] {
        corpus.add(file, text(city, words).as_bytes()).expect("the files are small");
    }
    corpus
}

fn view() -> View {
    // The cities of these tests say much the same on purpose.
    View { reprints: chengyan::report::Reprints::All, ..View::default() }
}

fn more(word: &str) -> Claim {
    Claim { key: "371000".to_owned(), word: word.to_owned(), direction: Emphasis::More }
}

fn answers(corpus: &Corpus, setting: Setting, claims: &[Claim]) -> Vec<Answer> {
    survival(corpus, &view(), setting, claims).expect("there is a dictionary").answers
}

#[test]
fn one_finding_survives_all_settings_and_two_hang_on_one_each() {
    let corpus = corpus();
    let found = claims(&comparison(&corpus, &view()).expect("there is a dictionary"));
    let asked = ["港口", "营商环境", "招商引资", "科技"].map(more);
    for claim in &asked {
        assert!(found.contains(claim), "{claim:?} in {found:?}");
    }
    for setting in Setting::ALL {
        let mut want = [Answer::Holds; 4];
        match setting {
            Setting::Lexicon => (want[1], want[2]) = (Answer::NoWord, Answer::HoldsInParts),
            Setting::Cleaning => want[3] = Answer::NoWord,
            _ => {}
        }
        assert_eq!(answers(&corpus, setting, &asked), want, "{setting:?}");
    }
}

#[test]
fn a_phrase_that_was_found_holds_in_its_parts_where_it_is_no_word() {
    let mut corpus = corpus();
    let words = ["项目", "企业", "农业", "服务", "教育", "“渔港快线”"];
    corpus.add("yantai.txt", text("烟台市", &words).as_bytes()).expect("the file is small");
    corpus.set_phrases(true);
    let asked = [Claim { key: "370600".to_owned(), ..more("渔港快线") }];
    let found = claims(&comparison(&corpus, &view()).expect("there is a dictionary"));
    assert!(found.contains(&asked[0]), "{found:?}");
    assert_eq!(answers(&corpus, Setting::FoundPhrases, &asked), [Answer::HoldsInParts]);
    assert_eq!(answers(&corpus, Setting::Reference, &asked), [Answer::Holds]);
    corpus.set_phrases(false);
    assert_eq!(answers(&corpus, Setting::FoundPhrases, &asked), [Answer::Holds]);
}

#[test]
fn what_is_missing_holds_in_the_other_direction() {
    let corpus = corpus();
    let less = |word: &str| Claim { direction: Emphasis::Less, ..more(word) };
    let asked = [less("港口"), less("没有的词"), Claim { key: "370200".to_owned(), ..more("港口") }];
    let want = [Answer::Fails, Answer::NoWord, Answer::TooLittle];
    for setting in [Setting::FunctionWords, Setting::Reference] {
        assert_eq!(answers(&corpus, setting, &asked)[..1], want[..1], "{setting:?}");
    }
    assert_eq!(answers(&corpus, Setting::UnknownWords, &asked), want);
}

#[test]
fn a_word_that_the_setting_leaves_out_is_not_refuted() {
    let shown = View { stop: false, ..view() };
    let asked = [Claim { key: "371600".to_owned(), ..more("和") }];
    let all = survival(&corpus(), &View { min_length: 1, ..shown }, Setting::FunctionWords, &asked);
    assert_eq!(all.expect("there is a dictionary").answers, [Answer::LeftOut]);
}

#[test]
fn trying_other_settings_changes_nothing_and_finds_what_a_new_corpus_finds() {
    let corpus = corpus();
    let before = report(&corpus, &view()).expect("there is a dictionary").to_json();
    for setting in Setting::ALL {
        answers(&corpus, setting, &[more("港口")]);
    }
    assert_eq!(report(&corpus, &view()).expect("there is a dictionary").to_json(), before);

    let without = Cutting { lexicon: false, unknown_words: true, cleaned: true, phrases: false };
    let apart = corpus.apart(without).expect("there is a dictionary");
    let mut other = self::corpus();
    other.set_lexicon(false);
    let compared = |corpus| comparison(corpus, &view()).expect("there is a dictionary");
    assert_eq!(compared(&apart), compared(&other));
    let same = corpus.apart(Cutting { lexicon: true, ..without }).expect("there is a dictionary");
    assert_eq!(compared(&same), compared(&corpus));
}

#[test]
fn as_it_came_every_line_counts_with_the_paragraph_after_it() {
    let mut corpus = corpus();
    let file = "---\ntitle: 标题\n---\n<p>德州市抓项<b>目</b>。</p>\n来源：某某日报\n";
    corpus.add("page.md", file.as_bytes()).expect("the file is small");
    let raw = Cutting { lexicon: true, unknown_words: true, cleaned: false, phrases: false };
    let apart = corpus.apart(raw).expect("there is a dictionary");
    let entry = apart.entries().last().expect("it is there");
    let texts: String = entry.document.blocks.iter().flat_map(|block| [block.text(), "\n"]).collect();
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    assert_eq!(visible(&texts), visible(file));
    assert_eq!(entry.attributions.len(), entry.document.blocks.len());
}
