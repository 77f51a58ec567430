//! What is denied in a text, and what is spoken of as a problem.
//!
//! Promise: a cue of data/negation.txt colours the part of its clause that the table names; a clause ends at the marks
//! that end sentences and at commas, and a list within it is gone through as long as its members are short. What only
//! looks like a cue (不断, 毫不动摇) colours nothing. Not here: what is meant: a problem that is named may be solved in
//! the same sentence.
//!
//! The way of it is that of NegEx (Chapman and others 2001): cues, false cues, and a scope that ends at set marks.

use super::longest::Longest;
use crate::text::{Span, is_han};
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::sync::LazyLock;

/// In what way a word is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// It is denied.
    Negated,
    /// It is, or has, a problem.
    Problem,
}

/// The tones of a text.
#[derive(Debug, Clone, Default)]
pub struct Tones {
    /// For each byte; empty where no word has a tone.
    tones: Vec<Option<Tone>>,
}

impl Tones {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let toned = toned(text);
        let mut tones = if toned.is_empty() { Vec::new() } else { vec![None; text.len()] };
        // Denial goes before problem, since a problem that is denied is none.
        for tone in [Tone::Problem, Tone::Negated] {
            for toned in toned.iter().filter(|toned| toned.tone == tone) {
                tones[toned.span.start..toned.span.end].fill(Some(tone));
            }
        }
        Tones { tones }
    }

    /// In what way a word of the text is spoken of, if in any.
    pub fn of_word(&self, word: Span) -> Option<Tone> {
        let bytes = self.tones.get(word.start..word.end)?;
        bytes.iter().flatten().min().copied()
    }
}

/// A stretch of a text with its tone: a problem's own word is part of it, a negation is not.
struct Toned {
    span: Span,
    tone: Tone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Right,
    Near,
    Left,
    End,
    Both,
    None,
}

#[derive(Default)]
struct Cues {
    words: Longest<(Option<Tone>, Scope)>,
    /// Words at which a scope ends on its way to the left, and to the right.
    turns_left: Longest<()>,
    turns_right: Longest<()>,
    /// Words of two characters that only look like a turn.
    no_turns: FxHashSet<&'static str>,
}

static CUES: LazyLock<Cues> =
    LazyLock::new(|| Cues::read(include_str!(concat!(env!("OUT_DIR"), "/negation.txt"))));

impl Cues {
    fn read(table: &'static str) -> Self {
        let mut cues = Cues::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let [class, scope, row] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
            let (words, scope) = (row.split(' '), Scope::named(scope));
            match class {
                "no-turn" => cues.no_turns.extend(words),
                "turn" if scope == Scope::Left => words.for_each(|word| cues.turns_left.add(word, ())),
                "turn" => words.for_each(|word| cues.turns_right.add(word, ())),
                "negated" => cues.extend(words, Some(Tone::Negated), scope),
                "problem" => cues.extend(words, Some(Tone::Problem), scope),
                _ => cues.extend(words, None, scope),
            }
        }
        cues
    }

    fn extend(&mut self, words: impl Iterator<Item = &'static str>, tone: Option<Tone>, scope: Scope) {
        for word in words {
            self.words.add(word, (tone, scope));
        }
    }
}

impl Scope {
    fn named(name: &str) -> Self {
        match name {
            "right" => Scope::Right,
            "near" => Scope::Near,
            "left" => Scope::Left,
            "end" => Scope::End,
            "both" => Scope::Both,
            _ => Scope::None,
        }
    }
}

/// A scope is never longer than this many characters: a text without marks has no clauses.
const MAX_SCOPE: usize = 60;

/// A member of a list that is no longer than this many characters is passed through.
const MAX_MEMBER: usize = 8;

/// All toned stretches of a text, in the order of their cues.
fn toned(text: &str) -> Vec<Toned> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = CUES.words.firsts().next_place(text, at) {
        let Some((length, tone, scope)) = cue_at(&text[start..]) else {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let cue = Span::new(start, start + length);
        at = cue.end;
        if let Some(tone) = tone
            && let Some(span) = span_of(text, cue, tone, scope)
        {
            found.push(Toned { span, tone });
        }
    }
    found
}

/// The longest entry of the table with which a text begins; none where another begins inside of it and goes on
/// further, as 不同 does in 从不同.
fn cue_at(rest: &str) -> Option<(usize, Option<Tone>, Scope)> {
    let (length, tone, scope) = entry_at(rest)?;
    let mut inside = rest[..length].char_indices().skip(1).map(|(at, _)| at);
    let is_torn = inside.any(|at| {
        entry_at(&rest[at..]).is_some_and(|(of_other, tone, _)| tone.is_none() && at + of_other > length)
    });
    (tone.is_none() || !is_torn).then_some((length, tone, scope))
}

fn entry_at(rest: &str) -> Option<(usize, Option<Tone>, Scope)> {
    CUES.words.at_start(rest).map(|(word, (tone, scope))| (word.len(), *tone, *scope))
}

fn span_of(text: &str, cue: Span, tone: Tone, scope: Scope) -> Option<Span> {
    let own = if tone == Tone::Problem { cue.start } else { cue.end };
    let own_end = if tone == Tone::Problem { cue.end } else { cue.start };
    match scope {
        Scope::Right => Some(Span::new(own, right_end(text, cue.end, false))),
        Scope::Near => Some(Span::new(own, right_end(text, cue.end, true))),
        Scope::Left => Some(Span::new(left_start(text, cue.start), own_end)),
        Scope::Both => Some(Span::new(left_start(text, cue.start), right_end(text, cue.end, false))),
        Scope::End => ends_here(text, cue).then(|| Span::new(left_start(text, cue.start), own_end)),
        Scope::None => None,
    }
    .filter(|span| !span.is_empty())
}

/// Whether a clause, a member of a list or a quotation ends after a cue, and something stands before it.
fn ends_here(text: &str, cue: Span) -> bool {
    let is_end = |c: char| ends_clause(c) || matches!(c, '、' | '”' | '’' | '」' | '』' | '"');
    let rest = &text[cue.end..];
    let rest = rest.strip_prefix("问题").unwrap_or(rest);
    let has_before = text[..cue.start].chars().next_back().is_some_and(is_han);
    has_before && rest.chars().next().is_none_or(is_end)
}

fn ends_clause(c: char) -> bool {
    matches!(
        c,
        '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '\n' | '\t' | '…' | '—'
    ) || matches!(c, '（' | '）' | '(' | ')' | '《' | '》')
}

/// Where the scope of a cue ends that stands before it.
fn right_end(text: &str, from: usize, is_near: bool) -> usize {
    let mut end = from;
    for (at, c) in text[from..].char_indices().take(MAX_SCOPE).map(|(at, c)| (from + at, c)) {
        let rest = &text[at..];
        let is_quoted =
            matches!(c, '”' | '’' | '」' | '』') && !text[from..at].contains(['“', '‘', '「', '『']);
        let is_attribute = is_near && c == '的' && !text[..at].ends_with('目') && at > from;
        let turns = at > from && CUES.turns_right.at_start(rest).is_some() && !is_word_of_turn(text, at);
        if ends_clause(c)
            || is_quoted
            || is_attribute
            || turns
            || c == '、' && !is_list(&text[at + c.len_utf8()..])
        {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// 就业, 人才, 成就: words with the characters of a turn.
fn is_word_of_turn(text: &str, at: usize) -> bool {
    let end = |n: usize| text[at..].char_indices().nth(n).map_or(text.len(), |(end, _)| at + end);
    let before = text[..at].chars().next_back().map_or(at, |c| at - c.len_utf8());
    [&text[at..end(2)], &text[before..end(1)]].iter().any(|word| CUES.no_turns.contains(word))
}

/// Where the scope of a cue begins that stands after it.
fn left_start(text: &str, from: usize) -> usize {
    let mut start = from;
    for (at, c) in text[..from].char_indices().rev().take(MAX_SCOPE) {
        let turns = CUES.turns_left.at_end(&text[..at + c.len_utf8()]).is_some();
        let is_edge = ends_clause(c) || matches!(c, '“' | '‘' | '「' | '『');
        if is_edge || turns || c == '、' && !(start < from && goes_on_before(&text[..at])) {
            break;
        }
        start = at;
    }
    start
}

/// Whether a list goes on before its mark: a short member without a cue of its own.
fn goes_on_before(before: &str) -> bool {
    let member = before.char_indices().rev().take(MAX_MEMBER + 1).take_while(|(_, c)| is_han(*c));
    let starts: Vec<usize> = member.map(|(at, _)| at).collect();
    let text = starts.last().map_or("", |start| &before[*start..]);
    starts.len() <= MAX_MEMBER && !toned_alone(text)
}

/// Whether a member of a list has a cue of its own.
fn toned_alone(member: &str) -> bool {
    member.char_indices().any(|(at, _)| cue_at(&member[at..]).is_some_and(|(_, tone, _)| tone.is_some()))
}

/// Whether a list goes on after its mark: a short member without a cue of its own.
fn is_list(rest: &str) -> bool {
    let member: String = rest.chars().take(MAX_MEMBER + 1).take_while(|c| is_han(*c)).collect();
    (1..=MAX_MEMBER).contains(&member.chars().count()) && !toned_alone(&member)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_reaches_as_far_as_its_clause() {
        let text = "补齐人才短板，壮大产业；不搞花架子，抓项目";
        let tone = |word: &str| {
            let at = text.find(word).unwrap_or_default();
            Tones::of(text).of_word(Span::new(at, at + word.len()))
        };
        assert_eq!(tone("人才"), Some(Tone::Problem));
        assert_eq!(tone("产业"), None);
        assert_eq!(tone("花架子"), Some(Tone::Negated));
        assert_eq!(tone("项目"), None);
    }
}
