//! Characters that byte-level replacements in GBK cut in two, put together again.
//!
//! Mirror sites replace in the bytes of a text and do not look where characters begin. A full-width mark found
//! across two characters (。總 = A1 A3 BF 82, and A3 BF is ？) becomes one ASCII byte: a byte is lost, and what
//! follows is out of step: `?偟囊`. A reading injected across two characters loses its bracket: 紙?jiān)诰W for 紙在網.
//! Both can be undone: the bytes that are left, and each byte that may have been lost, are decoded again, and the
//! texts that come out are compared by how likely their words are.
//!
//! Promise: only texts that are damaged throughout are looked at; what is not certain is not rewritten but set
//! aside with a notice. Without a judge of words nothing is certain.

mod candidates;
mod gbk;
mod readings;
mod score;
mod stream;

use super::Plausibility;
use crate::order::Order;
use crate::text::{Block, Change, EditKind, MaskKind, Notice, NoticeKind, Span, is_han};
use gbk::{Gbk, gbk_table};
use score::Judge;
use stream::Stretch;

/// By so much, as natural logarithms of likelihoods, a repair has to be likelier than what stands there …
const MIN_GAIN: f64 = 8.0;
/// … and than the next repair;
const MIN_LEAD: f64 = 1.5;
/// and a character of it and around it has to be as likely as this on average.
const MIN_LIKELIHOOD: f64 = -8.5;

/// What is to be done with a damaged stretch.
enum Verdict {
    Repair(Span, String),
    Uncertain(Span),
}

/// Repairs all blocks of a damaged text and says what could not be.
pub(super) fn repair(blocks: &mut [Block], plausibility: Plausibility) -> Vec<Notice> {
    let Some(table) = gbk_table() else { return Vec::new() };
    let judge = Judge::new(blocks, plausibility);
    let mut notices = Vec::new();
    for block in blocks {
        let verdicts = verdicts(block.text(), &judge, table);
        let changes: Vec<_> = verdicts
            .iter()
            .map(|verdict| match verdict {
                Verdict::Repair(span, text) => (*span, Change::Edit(EditKind::Mojibake), text.as_str()),
                Verdict::Uncertain(span) => (*span, Change::Mask(MaskKind::Damaged), ""),
            })
            .collect();
        for verdict in &verdicts {
            if let Verdict::Uncertain(span) = verdict {
                notices.push(notice(block.draft.original(*span)));
            }
        }
        block.draft.apply(&changes);
    }
    notices
}

/// Whether the character is one to which sites add this reading.
pub(super) fn is_read_so(host: char, syllable: &str) -> bool {
    readings::hosts(syllable).contains(host)
}

/// Says that a place could not be repaired.
pub(super) fn notice(span: Span) -> Notice {
    let message = format!("characters were destroyed at byte {}; they are set aside", span.start);
    Notice { kind: NoticeKind::Damaged, span, message }
}

/// Whether a text shows without any reading that its characters are out of step: marks followed by ideographs
/// among which stand characters of the private ranges of GBK, more than once.
pub(super) fn is_shifted(blocks: &[Block]) -> bool {
    let n: usize = blocks.iter().map(|block| n_shifts(block.text())).sum();
    n >= 2
}

fn n_shifts(text: &str) -> usize {
    let marks = text.match_indices(['?', '!', ';', ':']);
    marks
        .filter(|(at, _)| {
            let mut run = text[at + 1..].chars().take_while(|c| is_han(*c) || is_private(*c)).take(8);
            run.next().is_some_and(is_han) && run.any(is_private)
        })
        .count()
}

fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{e4c5}').contains(&c)
}

fn verdicts(text: &str, judge: &Judge, table: &Gbk) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices(['?', '!', ';', ':']) {
        if at < done || judge.is_tired() || is_in_row(text, at) {
            continue;
        }
        let verdict = verdict(text, at, judge, table);
        if let Some(Verdict::Repair(span, _) | Verdict::Uncertain(span)) = &verdict {
            done = span.end;
        }
        verdicts.extend(verdict);
    }
    verdicts
}

/// Whether a mark stands among others like it, as in a rule across the page: damage leaves no three in a row.
fn is_in_row(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let is_same = |other: &&u8| **other == bytes[at];
    let n_before = bytes[..at].iter().rev().take(2).take_while(is_same).count();
    let n_after = bytes[at + 1..].iter().take(2).take_while(is_same).count();
    n_before + n_after >= 2
}

/// A text that may have stood there.
struct Repair<'a> {
    stretch: &'a Stretch,
    text: String,
    score: f64,
}

fn verdict(text: &str, at: usize, judge: &Judge, table: &Gbk) -> Option<Verdict> {
    let stretches = stream::stretches(text, at, table);
    let end = stretches.iter().map(|stretch| stretch.span.end).max()?;
    let window = score::Window::new(text, at, end);
    let as_it_stands = judge.score(&window.with(&text[at..end], end));
    let mut repairs: Vec<Repair> = Vec::new();
    for stretch in &stretches {
        if !is_promising(stretch, &window, judge, table) {
            continue;
        }
        let leads = leads(stretch, &window, judge, table);
        for whole in candidates::candidates(stretch, &leads, table) {
            let text: String = whole.chars().skip(stretch.n_kept).collect();
            let score = judge.score(&window.with(&text, stretch.span.end)) + window.end_of(&text, stretch);
            repairs.push(Repair { stretch, text, score });
        }
    }
    repairs.order_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.text.cmp(&b.text)));
    let best = repairs.first()?;
    let likelihood = best.score / window.with(&best.text, best.stretch.span.end).chars().count() as f64;
    if best.score - as_it_stands < MIN_GAIN || likelihood < MIN_LIKELIHOOD {
        return None;
    }
    let best_window = window.with(&best.text, best.stretch.span.end);
    let next = repairs.iter().find(|other| window.with(&other.text, other.stretch.span.end) != best_window);
    if next.is_some_and(|next| best.score - next.score < MIN_LEAD) {
        return Some(Verdict::Uncertain(best.stretch.span));
    }
    Some(Verdict::Repair(best.stretch.span, judge.simplified(&narrow(&best.text))))
}

/// Cheap look at a long stretch: what is certain of it has to be likelier than what stands there.
fn is_promising(stretch: &Stretch, window: &score::Window, judge: &Judge, table: &Gbk) -> bool {
    if stretch.is_bare() {
        return window.text[stretch.span.end..].starts_with(['、', '，', '。', '；', '：', ',', ';', ':']);
    }
    let Some(certain) = stretch.without_last() else { return true };
    let likeliest = candidates::candidates(&certain, &[FULL_STOP], table)
        .iter()
        .map(|text| judge.score(text))
        .max_by(f64::total_cmp);
    likeliest.is_some_and(|score| score > judge.score(stretch.span.of(window.text)))
}

/// 。 is A1 A3, and by far the most frequent character with that second byte.
const FULL_STOP: u8 = 0xa1;
/// So many lead bytes are tried where the first one was lost, …
const N_LEADS: usize = 4;
/// … of so many that make a likely first character.
const N_FIRST_LEADS: usize = 24;

/// The likeliest bytes for a first one that was lost, judged by the first characters: all of them by the very first,
/// and the best of those by a few more.
fn leads(stretch: &Stretch, window: &score::Window, judge: &Judge, table: &Gbk) -> Vec<u8> {
    let likeliest = |head: &Stretch, leads: &[u8], n: usize| {
        let mut scored: Vec<(f64, u8)> = Vec::new();
        for lead in leads {
            let texts = candidates::candidates(head, &[*lead], table);
            let scores = texts.iter().map(|text| judge.score(&format!("{}{text}", window.before)));
            scored.extend(scores.max_by(f64::total_cmp).map(|score| (score, *lead)));
        }
        scored.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scored.into_iter().take(n).map(|(_, lead)| lead).collect::<Vec<u8>>()
    };
    let all: Vec<u8> = (0x81..=0xfe).collect();
    let first = likeliest(&stretch.head(2), &all, N_FIRST_LEADS);
    let mut leads = likeliest(&stretch.head(8), &first, N_LEADS);
    if !leads.contains(&FULL_STOP) {
        leads.push(FULL_STOP);
    }
    leads
}

/// Full-width letters, digits and marks as the sites leave them.
fn narrow(text: &str) -> String {
    let narrow = |c| match c {
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '！' | '，' | '：' | '；' | '？' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        _ => c,
    };
    text.chars().map(narrow).collect()
}
