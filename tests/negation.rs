//! What is denied and what is spoken of as a problem. The cases are in tests/cases/negation.txt.

use chengyan::text::Span;
use chengyan::words::{Tone, Tones};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const CASES: &str = include_str!("cases/negation.txt");

/// The text of a case and the tone of each of its characters.
fn read(case: &str) -> (String, Vec<Option<Tone>>) {
    let (mut text, mut tones, mut tone) = (String::new(), Vec::new(), None);
    for c in case.chars() {
        match c {
            '〔' => tone = Some(Tone::Negated),
            '【' => tone = Some(Tone::Problem),
            '〕' | '】' => tone = None,
            _ => {
                text.push(c);
                tones.push(tone);
            }
        }
    }
    (text, tones)
}

#[test]
fn a_clause_colours_its_words() {
    let cases = CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut faults = Vec::new();
    for case in cases {
        let (text, want) = read(case);
        let tones = Tones::of(&text);
        let found: Vec<Option<Tone>> =
            text.char_indices().map(|(at, c)| tones.of_word(Span::new(at, at + c.len_utf8()))).collect();
        if found != want {
            let shown: String = text
                .chars()
                .zip(&found)
                .map(|(c, tone)| match tone {
                    Some(Tone::Negated) => format!("-{c}"),
                    Some(Tone::Problem) => format!("!{c}"),
                    None => c.to_string(),
                })
                .collect();
            faults.push(format!("{case}\n   {shown}"));
        }
    }
    assert!(faults.is_empty(), "{} cases:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_text_without_marks_has_no_endless_clause() {
    let text = "缺乏".to_owned() + &"人才".repeat(200_000);
    let tones = Tones::of(&text);
    assert_eq!(tones.of_word(Span::new(6, 12)), Some(Tone::Problem));
    assert_eq!(tones.of_word(Span::new(600, 606)), None);
}
