//! How likely a text is in its document.

use super::stream::lost_reading;
use crate::intake::simplify;
use crate::order::Order;
use crate::text::{Block, Plausibility, is_han};
use rustc_hash::FxHashMap;
use std::cell::{Cell, OnceCell, RefCell};

/// Characters before and after a stretch that are judged together with it.
const N_AROUND: usize = 6;
/// Two marks of which the second cannot follow the first cost this much.
const IMPOSSIBLE: f64 = -10.0;
/// A bracket or quote that closes nothing, or opens what is open, costs so much, …
const WRONG_BRACKET: f64 = -6.0;
/// … and one that stays open, or is missing for what follows, so much.
const MISSING_BRACKET: f64 = -4.0;
/// So far back it is looked for the last bracket, …
const N_FROM_BRACKET: usize = 120;
/// … and so far ahead for the next one.
const N_TO_BRACKET: usize = 60;
/// What is not read since it is damaged as well costs so much for each ideograph, and twice for the reading in it.
const UNREAD: f64 = -4.5;
/// How likely beforehand it is that a Traditional text has a Simplified form, or a Simplified one a Traditional form; …
const UNUSUAL_FORM: f64 = 0.02;
/// … and how many characters of the document change that.
const N_BEFOREHAND: f64 = 2.0;
/// Weight of how often the document has a character.
const KNOWN_CHARACTER: f64 = 0.25;
/// A pair of characters that the document has elsewhere counts so much, …
const KNOWN_PAIR: f64 = 1.0;
/// … and one that it has often, at most so much.
const MAX_KNOWN_PAIR: f64 = 2.5;
/// Weight of how much likelier two ideographs are as a word than each alone, …
const WORD: f64 = 0.5;
/// … and as much of it as counts.
const MAX_WORD: f64 = 8.0;
/// So many texts are judged for one document, twenty times what the worst known one of 42 kB needs: what comes after is
/// not repaired, else a text of nothing but marks would take hours.
const MAX_JUDGED: u32 = 500_000;

/// Judges texts by the words of the language and by the pairs of characters of one document.
pub(super) struct Judge<'a> {
    plausibility: &'a dyn Plausibility,
    is_traditional: bool,
    /// How often each pair stands in the document, in Simplified.
    pairs: FxHashMap<(char, char), u32>,
    /// How often each character stands there, as it is and in Simplified.
    forms: FxHashMap<char, u32>,
    characters: FxHashMap<char, u32>,
    /// What pairs and forms count, as far as they were asked for.
    of_pairs: RefCell<FxHashMap<(char, char), f64>>,
    of_forms: RefCell<FxHashMap<char, f64>>,
    usual: OnceCell<Vec<char>>,
    n_judged: Cell<u32>,
}

impl<'a> Judge<'a> {
    #[inline(never)]
    pub(super) fn new(blocks: &[Block], plausibility: &'a dyn Plausibility) -> Self {
        let is_traditional = simplify::is_traditional(blocks);
        let n_judged = Cell::new(0);
        let mut judge = Judge {
            plausibility,
            is_traditional,
            pairs: FxHashMap::default(),
            forms: FxHashMap::default(),
            characters: FxHashMap::default(),
            of_pairs: RefCell::default(),
            of_forms: RefCell::default(),
            usual: OnceCell::new(),
            n_judged,
        };
        for block in blocks {
            let text = judge.simplified(block.text());
            for c in block.text().chars() {
                *judge.forms.entry(c).or_default() += 1;
            }
            for c in text.chars() {
                *judge.characters.entry(c).or_default() += 1;
            }
            for pair in text.chars().zip(text.chars().skip(1)) {
                *judge.pairs.entry(pair).or_default() += 1;
            }
        }
        judge
    }

    /// A text in Simplified.
    pub(super) fn simplified(&self, text: &str) -> String {
        simplify::simplified(text, self.is_traditional)
    }

    /// Whether it has judged as many texts as it does for one document.
    pub(super) fn is_tired(&self) -> bool {
        self.n_judged.get() >= MAX_JUDGED
    }

    /// Natural logarithm of its likelihood, up to a constant.
    #[inline(never)]
    pub(super) fn score(&self, text: &str) -> f64 {
        self.n_judged.set(self.n_judged.get().saturating_add(1));
        let text = self.simplified(text);
        let pairs = text.chars().zip(text.chars().skip(1));
        let of_pairs: f64 = pairs.map(|pair| self.score_of(pair)).sum();
        self.plausibility.plausibility(&text) + of_pairs
    }

    fn score_of_forms(&self, text: &str) -> f64 {
        text.chars().map(|c| self.score_of_form(c)).sum()
    }

    fn score_of_form(&self, c: char) -> f64 {
        if !is_han(c) {
            return 0.0;
        }
        if let Some(known) = self.of_forms.borrow().get(&c) {
            return *known;
        }
        let score = self.score_of_new_form(c);
        self.of_forms.borrow_mut().insert(c, score);
        score
    }

    /// How likely the document writes a character so, and has it at all.
    fn score_of_new_form(&self, c: char) -> f64 {
        let simple = self.simplified(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(c);
        let n_so = f64::from(self.forms.get(&c).copied().unwrap_or(0));
        let n = f64::from(self.characters.get(&simple).copied().unwrap_or(0));
        let usual = match (self.is_traditional, simple == c) {
            (true, true) if simplify::has_traditional_form(c) => UNUSUAL_FORM,
            (false, false) => UNUSUAL_FORM,
            _ => 1.0,
        };
        let of_form = libm::log((n_so + usual * N_BEFOREHAND) / (n.max(n_so) + N_BEFOREHAND));
        of_form + KNOWN_CHARACTER * libm::log(n + 0.3).clamp(-1.2, 3.0)
    }

    /// Characters that may have stood where nothing is left of one, in code point order.
    pub(super) fn usual_characters(&self) -> &[char] {
        self.usual.get_or_init(|| {
            let mut usual: Vec<char> =
                self.forms.iter().filter(|(c, n)| **n > 1 && is_han(**c)).map(|(c, _)| *c).collect();
            usual.order();
            usual
        })
    }

    fn score_of(&self, pair: (char, char)) -> f64 {
        if let Some(known) = self.of_pairs.borrow().get(&pair) {
            return *known;
        }
        let score = self.score_of_new(pair);
        self.of_pairs.borrow_mut().insert(pair, score);
        score
    }

    #[inline(never)]
    fn score_of_new(&self, pair: (char, char)) -> f64 {
        if "?!;:,？！；：，。、".contains(pair.0) && "、，。；：,;:".contains(pair.1) {
            return IMPOSSIBLE;
        }
        if !is_han(pair.0) && !is_han(pair.1) && (pair.0.is_ascii() || pair.1.is_ascii()) {
            return 0.0;
        }
        let n = self.pairs.get(&pair).copied().unwrap_or(0);
        let of_document = (KNOWN_PAIR * libm::log(1.0 + f64::from(n))).min(MAX_KNOWN_PAIR);
        of_document + self.score_of_word(pair)
    }

    /// What a pair of ideographs gains that is a word, even where the likeliest cut goes through it.
    fn score_of_word(&self, pair: (char, char)) -> f64 {
        if !is_han(pair.0) || !is_han(pair.1) {
            return 0.0;
        }
        WORD * self.plausibility.gain_of_pair(pair.0, pair.1).min(MAX_WORD)
    }
}

/// Marks that come in pairs.
const BRACKETS: [(char, char); 4] = [('“', '”'), ('‘', '’'), ('《', '》'), ('（', '）')];

/// What surrounds a damaged stretch.
pub(super) struct Window<'a> {
    pub(super) text: &'a str,
    before: &'a str,
    end: usize,
    /// Which of the brackets are open before the stretch.
    is_open: [bool; 4],
}

/// What follows a stretch that ends at a certain byte.
pub(super) struct After<'a> {
    text: &'a str,
    cost: f64,
    /// Which of the brackets have to be open for what follows.
    is_open: [bool; 4],
    is_end: bool,
}

impl<'a> Window<'a> {
    /// The surroundings of a place in a text; `left` is what stands before, as far as it is repaired.
    pub(super) fn new(left: &'a str, text: &'a str) -> Self {
        let from = left.char_indices().rev().take(N_AROUND).last().map_or(left.len(), |(at, _)| at);
        let start = left.char_indices().rev().take(N_FROM_BRACKET).last().map_or(left.len(), |(at, _)| at);
        let last = |c: char| left[start..].rfind(c);
        let is_open = BRACKETS.map(|(open, close)| last(open) > last(close));
        Window { text, before: &left[from..], end: 0, is_open }
    }

    /// The window made as wide as for a stretch that ends at byte `end`.
    pub(super) fn widen(&mut self, end: usize) {
        let to = self.text[end..].char_indices().nth(N_AROUND).map_or(self.text.len(), |(at, _)| end + at);
        self.end = self.end.max(to);
    }

    /// What follows byte `end`: up to the next place that is damaged, of which nothing can be said yet.
    pub(super) fn after(&self, end: usize) -> After<'a> {
        let ahead = &self.text[end..self.end.max(end)];
        let damaged = ahead.match_indices('?').find(|(at, _)| lost_reading(&ahead[*at..]).is_some());
        let text = damaged.map_or(ahead, |(at, _)| &ahead[..at]);
        let n_unread = ahead[text.len()..].chars().filter(|c| is_han(*c)).count()
            + if damaged.is_some() { 2 } else { 0 };
        let following: String = self.text[end..].chars().take(N_TO_BRACKET).collect();
        let is_open = BRACKETS.map(|(open, close)| match (following.find(open), following.find(close)) {
            (None, Some(_)) => true,
            (Some(opens), Some(closes)) => closes < opens,
            _ => false,
        });
        After { text, cost: UNREAD * n_unread as f64, is_open, is_end: end == self.text.len() }
    }

    /// How likely `inner` is in its place.
    pub(super) fn score(&self, inner: &str, after: &After, judge: &Judge) -> f64 {
        let is_cut =
            after.is_end && inner.ends_with(['，', '、', '：', '；', '“', '‘', '《', '（', '·', '—']);
        judge.score(&self.with(inner, after))
            + judge.score_of_forms(inner)
            + self.score_of_brackets(inner, after)
            + after.cost
            + if is_cut { IMPOSSIBLE } else { 0.0 }
    }

    /// How likely it is that what stands there from byte `at` on is as it was.
    pub(super) fn as_it_stands(&self, at: usize, judge: &Judge) -> f64 {
        self.score(&self.text[at..at + 1], &self.after(at + 1), judge)
    }

    /// How likely `inner` and what follows it are as the beginning of what stands there.
    pub(super) fn score_beginning(&self, inner: &str, ahead: &str, judge: &Judge) -> f64 {
        judge.score(&[self.before, inner, ahead].concat()) + judge.score_of_forms(inner)
    }

    fn score_of_brackets(&self, inner: &str, after: &After) -> f64 {
        let mut is_open = self.is_open;
        let mut score = 0.0;
        for c in inner.chars() {
            for (is_open, (open, close)) in is_open.iter_mut().zip(BRACKETS) {
                if c == open || c == close {
                    score += if *is_open == (c == open) { WRONG_BRACKET } else { 0.0 };
                    *is_open = c == open;
                }
            }
        }
        let n_wrong = is_open.iter().zip(after.is_open).filter(|(here, wanted)| *here != wanted).count();
        score + MISSING_BRACKET * n_wrong as f64
    }

    /// The window with `inner` in the place of what stands there.
    pub(super) fn with(&self, inner: &str, after: &After) -> String {
        [self.before, inner, after.text].concat()
    }
}
