//! Phrases of the reader's own texts: what is taken, what is offered, and what is neither.

use chengyan::words::{Phrase, Source, Why, phrases};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Words of the dictionary with their parts of speech, as far as these texts need them.
const WORDS: &[(&str, &str)] = &[
    ("项目", "n"),
    ("企业", "n"),
    ("推进", "v"),
    ("乡村", "n"),
    ("振兴", "v"),
    ("服务", "vn"),
    ("工程", "n"),
    ("产业", "n"),
    ("集群", "n"),
    ("招商", "vn"),
    ("大会", "n"),
    ("报告", "n"),
    ("目标", "n"),
];

fn found(texts: &[&str]) -> Vec<Phrase> {
    let sources: Vec<Source> =
        texts.iter().enumerate().map(|(document, text)| Source { document, text }).collect();
    phrases(&sources, &|word| {
        WORDS.iter().find(|(known, _)| *known == word).map(|(_, tag)| (*tag).to_owned())
    })
}

fn taken(texts: &[&str]) -> Vec<String> {
    found(texts).into_iter().filter(|phrase| phrase.taken).map(|phrase| phrase.phrase).collect()
}

#[test]
fn what_stands_in_marks_twice_is_taken() {
    assert_eq!(taken(&["坚持“一窗受理”。", "推行“一窗受理”！"]), ["一窗受理"]);
}

#[test]
fn what_stands_in_marks_once_is_taken_only_if_the_text_says_what_it_is() {
    assert_eq!(taken(&["实施“头雁领航”工程，他说“真好吃”。"]), ["头雁领航"]);
    assert_eq!(
        taken(&["坚持“海上”“岸上”“船坞港”三个方向。"]),
        ["船坞港"],
        "a number says how many there are"
    );
    let offered = found(&["他说“今天高兴”。"]);
    assert_eq!((offered[0].phrase.as_str(), offered[0].taken), ("今天高兴", false));
}

#[test]
fn parts_of_a_quotation_are_phrases_of_their_own() {
    let texts = ["“敢闯敢试、事争一流”工程启动。", "“敢闯敢试、事争一流”是口号。"];
    assert_eq!(taken(&texts), ["事争一流", "敢闯敢试"]);
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
    assert_eq!((phrase.n, phrase.n_documents, phrase.why, phrase.taken), (4, 1, Why::Repeat, true));
    assert_eq!(phrase.example.span.of(texts[phrase.example.source]), "乡村振兴");
}

#[test]
fn neither_half_a_phrase_nor_a_verb_before_one_is_taken() {
    let text =
        "推进乡村振兴，推进乡村振兴！要推进乡村振兴吧。再推进乡村振兴呢？的项目。的企业。的产业。的工程。";
    let taken = taken(&[text]);
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
        let of = |phrase: Phrase| (phrase.phrase, phrase.n, phrase.taken, phrase.score.to_bits());
        found(texts).into_iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(list(&texts), list(&reversed));
}
