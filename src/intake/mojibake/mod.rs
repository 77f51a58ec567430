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

use crate::order::Order;
use crate::text::{Block, Change, EditKind, MaskKind, Notice, NoticeKind, Plausibility, Span, is_han};
use gbk::{Gbk, gbk_table};
use score::{Judge, Window};
use stream::Stretch;

/// By so much, as natural logarithms of likelihoods, a repair has to be likelier than what stands there …
const MIN_GAIN: f64 = 8.0;
/// … and than the next repair, …
const MIN_LEAD: f64 = 1.5;
/// … by more if it takes a whole character for lost;
const MIN_BOLD_LEAD: f64 = 3.0;
/// and a character of it and around it has to be as likely as this on average.
const MIN_LIKELIHOOD: f64 = -9.5;

/// What it costs that a symbol or a letter of another script stands there.
const FOREIGN: f64 = -8.0;

/// What is to be done with a damaged stretch.
enum Verdict {
    /// What stands there becomes this text.
    Repair(Span, String),
    /// It does, up to a last character that may have been one or another.
    Partly(Span, String, Span),
    Uncertain(Span),
}

impl Verdict {
    fn end(&self) -> usize {
        match self {
            Verdict::Repair(span, _) | Verdict::Partly(_, _, span) | Verdict::Uncertain(span) => span.end,
        }
    }

    /// What stands there now, as far as it is known; `UNKNOWN` for what is not.
    fn text(&self) -> String {
        match self {
            Verdict::Repair(_, text) => text.clone(),
            Verdict::Partly(_, text, _) => format!("{text}{UNKNOWN}"),
            Verdict::Uncertain(_) => UNKNOWN.to_string(),
        }
    }

    fn changes(&self, judge: &Judge) -> Vec<(Span, Change, String)> {
        let edit =
            |span: &Span, text: &str| (*span, Change::Edit(EditKind::Mojibake), judge.simplified(text));
        let mask = |span: &Span| (*span, Change::Mask(MaskKind::Damaged), String::new());
        match self {
            Verdict::Repair(span, text) => vec![edit(span, text)],
            Verdict::Partly(span, text, unknown) => vec![edit(span, text), mask(unknown)],
            Verdict::Uncertain(span) => vec![mask(span)],
        }
    }

    /// Where characters were destroyed for good.
    fn destroyed(&self) -> Option<Span> {
        match self {
            Verdict::Repair(..) => None,
            Verdict::Partly(_, _, span) | Verdict::Uncertain(span) => Some(*span),
        }
    }
}

/// Stands for a character that nothing is known of.
const UNKNOWN: char = '□';

/// Repairs all blocks of a damaged text and says what could not be.
#[inline(never)]
pub(super) fn repair(blocks: &mut [Block], plausibility: &dyn Plausibility) -> Vec<Notice> {
    let Some(table) = gbk_table() else { return Vec::new() };
    let judge = Judge::new(blocks, plausibility);
    let mut notices = Vec::new();
    for block in blocks {
        let verdicts = verdicts(block.text(), &judge, table);
        let changes: Vec<_> = verdicts.iter().flat_map(|verdict| verdict.changes(&judge)).collect();
        let changes: Vec<_> =
            changes.iter().map(|(span, change, text)| (*span, *change, text.as_str())).collect();
        let destroyed = verdicts.iter().filter_map(Verdict::destroyed);
        notices.extend(destroyed.map(|span| notice(block.draft.original(span))));
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
#[inline(never)]
pub(super) fn is_shifted(blocks: &[Block]) -> bool {
    let n: usize = blocks.iter().map(|block| n_shifts(block.text())).sum();
    n >= 2
}

#[inline(never)]
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

#[inline(never)]
fn verdicts(text: &str, judge: &Judge, table: &Gbk) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let mut done = 0;
    // What stands before, as far as it is repaired.
    let mut left = String::new();
    for (at, _) in text.match_indices(|c: char| c.is_ascii()) {
        if at < done || !is_start(text, at) || judge.is_tired() {
            continue;
        }
        left.push_str(&text[done..at]);
        done = at;
        let verdict = verdict(&left, text, at, judge, table);
        if let Some(verdict) = &verdict {
            done = verdict.end();
            left.push_str(&verdict.text());
        }
        verdicts.extend(verdict);
    }
    verdicts
}

/// Whether damage may begin here: a mark that it leaves, or a small letter alone among ideographs.
fn is_start(text: &str, at: usize) -> bool {
    match text.as_bytes()[at] {
        b'?' | b'!' | b';' | b':' => !is_in_row(text, at),
        b'a'..=b'z' | b'@' | b'[' | b']'..=b'`' | b'{'..=b'~' => {
            let is_near = |c: Option<char>| c.is_some_and(|c| is_han(c) || stream::is_ordinary(c));
            text[..at].chars().next_back().is_some_and(is_han) && is_near(text[at + 1..].chars().next())
        }
        _ => false,
    }
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

impl Repair<'_> {
    /// With its surroundings, in Simplified.
    fn whole(&self, window: &Window, judge: &Judge) -> String {
        judge.simplified(&window.with(&self.text, &window.after(self.stretch.span.end)))
    }
}

#[inline(never)]
fn verdict(left: &str, text: &str, at: usize, judge: &Judge, table: &Gbk) -> Option<Verdict> {
    let stretches = stream::stretches(text, at, left.chars().next_back(), table);
    let mut window = Window::new(left, text);
    let promising: Vec<&Stretch> =
        stretches.iter().filter(|stretch| is_promising(stretch, &window, judge, table)).collect();
    let end = promising.iter().map(|stretch| stretch.span.end).max()?;
    window.widen(end);
    let n_foreign = text[at..end].chars().filter(|c| !c.is_ascii() && !candidates::is_text(*c)).count();
    let as_it_stands = window.as_it_stands(at, judge) + FOREIGN * n_foreign as f64;
    let mut repairs: Vec<Repair> =
        promising.iter().flat_map(|stretch| repairs_of(stretch, &window, judge, table)).collect();
    repairs.order_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.text.cmp(&b.text)));
    let best = repairs.first()?;
    let whole = best.whole(&window, judge);
    let likelihood = best.score / whole.chars().count() as f64;
    if best.score - as_it_stands < MIN_GAIN || likelihood < MIN_LIKELIHOOD {
        return None;
    }
    let lead = if best.stretch.is_bold() { MIN_BOLD_LEAD } else { MIN_LEAD };
    let close = repairs.iter().take_while(|other| best.score - other.score < lead);
    let others: Vec<&Repair> = close.filter(|other| other.whole(&window, judge) != whole).collect();
    Some(if others.is_empty() {
        Verdict::Repair(best.stretch.span, narrow(&best.text))
    } else {
        but_for_the_last(best, &others, text).unwrap_or(Verdict::Uncertain(best.stretch.span))
    })
}

/// The best repair without its last character, if the others differ in that alone, or know of none.
fn but_for_the_last(best: &Repair, others: &[&Repair], text: &str) -> Option<Verdict> {
    let span = best.stretch.span;
    let sure = |text: &str| text.char_indices().next_back().map(|(at, _)| text[..at].to_owned());
    let longest = others.iter().map(|other| &other.text).fold(&best.text, |longest, other| {
        if other.chars().count() > longest.chars().count() { other } else { longest }
    });
    let known = sure(longest).filter(|known| !known.is_empty())?;
    let agrees = |repair: &Repair| {
        repair.stretch.span == span && (repair.text == known || sure(&repair.text).as_ref() == Some(&known))
    };
    let (at, last) = span.of(text).char_indices().next_back()?;
    if !agrees(best) || !others.iter().all(|other| agrees(other)) || !(is_han(last) || last == '€') {
        return None;
    }
    let unknown = Span::new(span.start + at, span.end);
    Some(Verdict::Partly(Span::new(span.start, unknown.start), narrow(&known), unknown))
}

/// What a stretch may have been, read in this way.
#[inline(never)]
fn repairs_of<'a>(stretch: &'a Stretch, window: &Window, judge: &Judge, table: &Gbk) -> Vec<Repair<'a>> {
    let after = window.after(stretch.span.end);
    let whole_texts = candidates::candidates(stretch, window, judge, table);
    let repair = |whole: String| {
        let text: String = whole.chars().skip(stretch.n_kept).collect();
        let score = window.score(&text, &after, judge) + stretch.cost;
        Repair { stretch, text, score }
    };
    whole_texts.into_iter().map(repair).collect()
}

/// Cheap look at a long stretch: what is certain of it has to be likelier than what stands there.
#[inline(never)]
fn is_promising(stretch: &Stretch, window: &Window, judge: &Judge, table: &Gbk) -> bool {
    if stretch.is_bare() {
        return window.text[stretch.span.end..].starts_with(['、', '，', '。', '；', '：', ',', ';', ':']);
    }
    let Some(certain) = stretch.without_last() else { return true };
    let certain = certain.beginning_with(FULL_STOP);
    let likeliest = candidates::candidates(&certain, window, judge, table)
        .iter()
        .map(|text| judge.score(text))
        .max_by(f64::total_cmp);
    likeliest.is_some_and(|score| score > judge.score(stretch.span.of(window.text)))
}

/// 。 is A1 A3, and by far the most frequent character with that second byte.
const FULL_STOP: u8 = 0xa1;

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
