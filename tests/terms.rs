//! The policy lexicon: its table, its way in a text, and how many policy terms stay whole.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use chengyan::text::Span;
use chengyan::words::{Class, Cutter, Dictionary, Words, terms};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cutter() -> &'static Cutter {
    static CUTTER: OnceLock<Cutter> = OnceLock::new();
    CUTTER.get_or_init(|| Cutter::new(Dictionary::built_in(), true, &Words::default()))
}

fn plain() -> &'static Cutter {
    static CUTTER: OnceLock<Cutter> = OnceLock::new();
    CUTTER.get_or_init(|| Cutter::new(Dictionary::built_in(), false, &Words::default()))
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn words<'t>(cutter: &Cutter, text: &'t str) -> Vec<&'t str> {
    cutter.tokens(text).iter().map(|token| token.span.of(text)).collect()
}

#[test]
fn the_lexicon_is_long_enough_and_every_term_has_a_kind_and_a_source() {
    let kinds = [
        "strategy",
        "campaign",
        "slogan",
        "institution",
        "project",
        "mechanism",
        "concept",
        "industry",
        "region",
    ];
    let mut seen = BTreeSet::new();
    for term in terms() {
        assert!(kinds.contains(&term.kind), "{}: {}", term.text, term.kind);
        assert!((2012..=2026).contains(&term.year) && !term.source.is_empty(), "{}", term.text);
        assert!(term.text.chars().count() >= 2 && !term.text.contains(char::is_whitespace), "{}", term.text);
        assert!(seen.insert(term.text), "{} stands twice", term.text);
    }
    println!("{} terms", terms().len());
    assert!(terms().len() >= 1000);
}

#[test]
fn every_term_is_one_word_between_ordinary_ones() {
    let mut torn = Vec::new();
    // What jieba knows itself is cut as jieba does.
    for term in terms().iter().filter(|term| words(plain(), term.text).len() > 1) {
        for text in [format!("要推进{}，", term.text), format!("关于{}的工作", term.text)] {
            let is_one = |cutter: &Cutter| words(cutter, &text).iter().any(|word| word.contains(term.text));
            if !is_one(cutter()) {
                torn.push(words(cutter(), &text).join(" "));
            }
        }
    }
    assert!(torn.is_empty(), "{} of {}:\n{}", torn.len(), terms().len(), torn.join("\n"));
}

#[test]
fn a_term_does_not_tear_a_sentence_in_which_its_characters_stand_by_chance() {
    let mut torn = Vec::new();
    for text in lines(include_str!("cases/terms/chance.txt")) {
        let (with, without) = (words(cutter(), text), words(plain(), text));
        if with != without {
            torn.push(format!("{}   {}", with.join(" "), without.join(" ")));
        }
    }
    assert!(torn.is_empty(), "{}", torn.join("\n"));
}

#[test]
fn quantities_are_one_token_each_and_no_words() {
    for (text, want) in [
        ("投资300亿元，增长5.6%", &["300亿元", "5.6%"][..]),
        ("带动3万多个岗位和二十多项服务", &["3万多个", "二十多项"]),
        ("从2019年第一季度到12月底", &["2019年", "第一季度", "12月底"]),
        ("百分之八是去年的1.5倍", &["百分之八", "1.5倍"]),
        ("培训500余人次，24小时开放", &["500余人次", "24小时"]),
        ("一流环境一体化，三农与万众十分重要，一带一路", &[]),
        ("有三个月和两位数", &["三个月", "两位数"]),
    ] {
        let tokens = cutter().tokens(text);
        let got: Vec<&str> = tokens
            .iter()
            .filter(|token| token.class == Class::Quantity)
            .map(|token| token.span.of(text))
            .collect();
        assert_eq!(got, want, "{}", words(cutter(), text).join(" "));
        assert!(tokens.iter().all(|token| token.class != Class::Number), "{text}");
    }
}

/// Uses of terms in a text: at each place the longest.
fn uses(text: &str, terms: &[&str]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let here = terms.iter().filter(|term| text[at..].starts_with(**term)).map(|term| term.len()).max();
        found.extend(here.map(|length| Span::new(at, at + length)));
        at += here.unwrap_or(char.len_utf8());
    }
    found
}

/// How many of these stretches are one token or stand inside one; prints the others.
fn n_whole(cutter: &Cutter, text: &str, uses: &[Span], missed: &mut Vec<String>) -> usize {
    let tokens = cutter.tokens(text);
    let (whole, torn): (Vec<Span>, Vec<Span>) =
        uses.iter().partition(|span| tokens.iter().any(|token| token.span.contains(**span)));
    missed.extend(torn.iter().map(|span| span.of(text).to_owned()));
    whole.len()
}

/// The marked text without its marks, and where the terms stand.
fn unmarked(line: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    for piece in line.split('〔') {
        match piece.split_once('〕') {
            Some((term, rest)) => {
                spans.push(Span::new(text.len(), text.len() + term.len()));
                text += term;
                text += rest;
            }
            None => text += piece,
        }
    }
    (text, spans)
}

#[test]
fn terms_of_a_text_of_ours_stay_whole() {
    let (mut n, mut n_with, mut n_without, mut missed) = (0, 0, 0, Vec::new());
    for line in lines(include_str!("evaluation/held_out.txt")) {
        let (text, spans) = unmarked(line);
        n += spans.len();
        n_with += n_whole(cutter(), &text, &spans, &mut missed);
        n_without += n_whole(plain(), &text, &spans, &mut Vec::new());
    }
    println!(
        "text of ours: {n_with} of {n} uses whole, {n_without} by jieba alone; not: {}",
        missed.join(" ")
    );
    assert!(n_with * 100 >= n * 90);
}

#[test]
fn terms_of_the_real_documents_stay_whole() {
    let folder = root().join("../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        return println!("passed over: {} is not here", folder.display());
    };
    let terms: Vec<&str> = lines(include_str!("evaluation/seed_terms.txt")).collect();
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let (mut n, mut n_with, mut n_without, mut missed) = (0, 0, 0, Vec::new());
    for path in paths {
        let bytes = fs::read(path).expect("the document can be read");
        let document = chengyan::intake::read_with("a.txt", &bytes, None, Some(plain().dictionary()));
        for block in &document.blocks {
            let spans = uses(block.text(), &terms);
            n += spans.len();
            n_with += n_whole(cutter(), block.text(), &spans, &mut missed);
            n_without += n_whole(plain(), block.text(), &spans, &mut Vec::new());
        }
    }
    missed.sort_unstable();
    println!(
        "real documents: {n_with} of {n} uses whole, {n_without} by jieba alone; not: {}",
        missed.join(" ")
    );
    assert!(n_with * 100 >= n * 90);
}
