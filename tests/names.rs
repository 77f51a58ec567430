//! Names of persons and companies are found where they stand as names, and nowhere else. The cases are in
//! tests/cases/names.txt; the dictionary is the real one.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use chengyan::places::Gazetteer;
use chengyan::text::Span;
use chengyan::words::{Dictionary, NameKind, Texts, names};

const CASES: &str = include_str!("cases/names.txt");

/// A text without its marks.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !"〔〕【】".contains(*c)).collect()
}

/// A text with marks around what was found.
fn marked(text: &str, found: &[chengyan::words::Name]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for name in found {
        let (open, close) = match name.kind {
            NameKind::Person => ('〔', '〕'),
            NameKind::Company => ('【', '】'),
        };
        out.push_str(&text[at..name.span.start]);
        out.push(open);
        out.push_str(name.span.of(text));
        out.push(close);
        at = name.span.end;
    }
    out + &text[at..]
}

/// The part of speech of a word; places are places, whatever the dictionary says.
fn part_of_speech(dictionary: &Dictionary, word: &str) -> Option<String> {
    let of_place = || Gazetteer::built_in().is_name(word).then(|| "ns".to_owned());
    of_place().or_else(|| dictionary.part_of_speech(word))
}

#[test]
fn names_are_found_where_they_are_names() {
    let dictionary = Dictionary::built_in();
    let tag = |word: &str| part_of_speech(&dictionary, word);
    let cases: Vec<&str> = CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    let mut faults = Vec::new();
    for case in cases {
        let documents: Vec<Vec<String>> =
            case.split(" // ").map(|document| document.split(" / ").map(plain).collect()).collect();
        let texts: Vec<Texts> = documents
            .iter()
            .map(|texts| Texts { texts: texts.iter().map(String::as_str).collect(), speakers: Vec::new() })
            .collect();
        let found = names(&texts, &tag);
        let shown: Vec<String> = documents
            .iter()
            .zip(&found)
            .map(|(texts, found)| {
                let texts = texts.iter().zip(found);
                texts.map(|(text, found)| marked(text, found)).collect::<Vec<_>>().join(" / ")
            })
            .collect();
        let shown = shown.join(" // ");
        if shown != case {
            faults.push(format!("wanted {case}\n   found {shown}"));
        }
    }
    assert!(faults.is_empty(), "{} cases:\n{}", faults.len(), faults.join("\n"));
}

/// A paragraph of a corpus tagged by hand, `word/tag word/tag …`, and the spans of its persons' names.
fn tagged(line: &str) -> (String, Vec<Span>) {
    let (mut text, mut names, mut surname): (String, Vec<Span>, Option<usize>) =
        (String::new(), Vec::new(), None);
    for token in line.split_whitespace() {
        let Some((word, tag)) = token.rsplit_once('/') else { continue };
        let start = text.len();
        text.extend(word.trim_start_matches('[').chars().map(narrow));
        let is_name = tag.split(']').next() == Some("nr");
        if is_name {
            let start = surname.filter(|_| !names.is_empty()).unwrap_or(start);
            names.retain(|name| name.start != start);
            names.push(Span::new(start, text.len()));
        }
        // Surname and given name are two tokens there; a surname alone waits for the other.
        let is_surname = is_name && surname.is_none() && text.len() - start <= 3;
        surname = is_surname.then_some(start);
    }
    (text, names)
}

/// Full-width digits and letters as everybody writes them today.
fn narrow(c: char) -> char {
    let is_wide = matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '．' | '％' | '－');
    if is_wide { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c }
}

#[test]
fn names_in_a_newspaper_that_was_tagged_by_hand() {
    let Some(path) = std::env::var_os("CHENGYAN_TAGGED") else {
        println!("skipped: CHENGYAN_TAGGED names no file");
        return;
    };
    let corpus = std::fs::read_to_string(path).expect("the file can be read");
    let paragraphs: Vec<_> = corpus.lines().map(tagged).filter(|(text, _)| !text.is_empty()).collect();
    let dictionary = Dictionary::built_in();
    let pages: Vec<Texts> = paragraphs
        .chunks(25)
        .map(|page| Texts {
            texts: page.iter().map(|(text, _)| text.as_str()).collect(),
            speakers: Vec::new(),
        })
        .collect();
    let found = names(&pages, &|word| part_of_speech(&dictionary, word));
    let (mut n_found, mut n_exact, mut n_touching) = (0, 0, 0);
    for (found, (_, truth)) in found.iter().flatten().zip(&paragraphs) {
        for name in found.iter().filter(|name| name.kind == NameKind::Person) {
            n_found += 1;
            n_exact += usize::from(truth.contains(&name.span));
            let touches = |other: &Span| other.start < name.span.end && name.span.start < other.end;
            n_touching += usize::from(truth.iter().any(touches));
        }
    }
    let n_truth: usize = paragraphs.iter().map(|(_, truth)| truth.len()).sum();
    println!(
        "{n_found} found, {n_touching} are or touch a name, {n_exact} are exactly one of the {n_truth} tagged"
    );
    assert!(n_touching * 100 >= n_found * 99, "99 of 100 that are found are names");
}
