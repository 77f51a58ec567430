//! Cutting as the reader wants it: the dictionary, and around it what stands for one word whatever the dictionary
//! says.
//!
//! Promise: the tokens cover the text without gap; with the lexicon off and no wishes of the reader they are the
//! dictionary's own. In this order: what the reader joined; terms with marks inside, slogans, and figures with their
//! units; the rest by the dictionary, never over a place that the reader split; then numerals are put together with
//! their units, and what the reader wants kept together. Not here: the dictionary (`dictionary`).

use super::lexicon::{self, may_be_in_a_run};
use super::user::{DictionaryWord, Words};
use super::{Class, Dictionary, Token, quantity, slogan};
use crate::order::Order;
use crate::text::{Characters, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// A dictionary with all that is to be done around it.
pub struct Cutter {
    dictionary: Arc<Dictionary>,
    lines: Vec<DictionaryWord>,
    with_lexicon: bool,
    /// Whether jieba's model finds words that the dictionary does not have.
    unknown_words: bool,
    /// What is one word wherever it stands.
    joined: Finder,
    /// Where the reader's splits lie: in the middle of these.
    splits: Vec<(String, usize)>,
    keeps: Vec<(String, String)>,
    never: FxHashSet<String>,
    shown: FxHashSet<String>,
    /// Words and as what they count.
    names: FxHashMap<String, String>,
    tags: FxHashMap<String, String>,
    /// What the reader made a word, or counts as another.
    own: FxHashSet<String>,
}

/// What other words of the reader may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Words and names of any text.
    All,
    /// Words and names of texts that hold what the words differ in.
    WordsAndNames,
    /// Words of such texts: what is a name was asked of the dictionary, which is what it was.
    Words,
}

/// Stretches of text, found from left to right, the longest first.
#[derive(Default)]
struct Finder {
    firsts: Characters,
    by_first: FxHashMap<char, Vec<String>>,
}

impl Finder {
    fn new(texts: impl IntoIterator<Item = String>) -> Self {
        let mut by_first: FxHashMap<char, Vec<String>> = FxHashMap::default();
        for text in texts {
            if let Some(first) = text.chars().next() {
                by_first.entry(first).or_default().push(text);
            }
        }
        for texts in by_first.values_mut() {
            texts.order_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        }
        Finder { firsts: by_first.keys().copied().collect(), by_first }
    }

    #[inline(never)]
    fn find(&self, text: &str) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        if self.by_first.is_empty() {
            return found;
        }
        for at in self.firsts.places(text) {
            let is_free = found.last().is_none_or(|last| last.end <= at);
            let first = text[at..].chars().next().filter(|_| is_free);
            if let Some(texts) = first.and_then(|first| self.by_first.get(&first))
                && let Some(one) = texts.iter().find(|one| text[at..].starts_with(one.as_str()))
            {
                found.push(Span::new(at, at + one.len()));
            }
        }
        found
    }
}

impl Cutter {
    /// Cuts by this dictionary, with or without the policy lexicon, and by the reader's words.
    pub fn new(dictionary: Dictionary, with_lexicon: bool, words: &Words) -> Self {
        Self::around(Arc::new(dictionary), with_lexicon, words)
    }

    fn around(dictionary: Arc<Dictionary>, with_lexicon: bool, words: &Words) -> Self {
        let lines = words.lines().0;
        let all = lines.clone();
        let (runs, others): (Vec<DictionaryWord>, Vec<DictionaryWord>) =
            lines.into_iter().partition(|line| line.word.chars().all(may_be_in_a_run));
        dictionary.set_words(with_lexicon, &runs);
        let terms = lexicon::terms().iter().filter(|term| with_lexicon && !term.is_run());
        let in_groups = words.groups.iter().flat_map(|group| &group.words);
        let own = all.iter().map(|line| &line.word).chain(&words.join).chain(in_groups).cloned();
        let texts = words.join.iter().cloned().chain(others.iter().map(|line| line.word.clone()));
        let pairs = |pairs: &[(String, String)]| -> Vec<(String, String)> {
            pairs.iter().filter(|(left, right)| !left.is_empty() && !right.is_empty()).cloned().collect()
        };
        let groups = words.groups.iter().filter(|group| !group.name.is_empty());
        let names =
            groups.flat_map(|group| group.words.iter().map(|word| (word.clone(), group.name.clone())));
        Cutter {
            joined: Finder::new(texts.chain(terms.map(|term| term.text.to_owned()))),
            splits: pairs(&words.split)
                .into_iter()
                .map(|(left, right)| (left.clone() + &right, left.len()))
                .collect(),
            keeps: pairs(&words.keep),
            never: words.never.iter().cloned().collect(),
            shown: words.shown.iter().cloned().collect(),
            names: names.collect(),
            own: own.collect(),
            tags: others.into_iter().filter_map(|line| Some((line.word, line.tag?))).collect(),
            dictionary,
            lines: all,
            with_lexicon,
            unknown_words: true,
        }
    }

    /// The same dictionary for the same texts with other words, for seeing what they would do.
    pub fn with(&self, words: &Words) -> Self {
        let is_same = self.lines == words.lines().0;
        let dictionary =
            if is_same { Arc::clone(&self.dictionary) } else { Arc::new(self.dictionary.again()) };
        Cutter::around(dictionary, self.with_lexicon, words)
    }

    /// Another one for trying, by the same words of the reader, with or without the lexicon and the model for unknown words.
    /// This one's dictionary is used only for the same texts cut with the same terms, and so stays what it is.
    pub fn apart(&self, with_lexicon: bool, unknown_words: bool, is_same_text: bool, words: &Words) -> Self {
        let is_same = is_same_text && with_lexicon == self.with_lexicon;
        let dictionary =
            if is_same { Arc::clone(&self.dictionary) } else { Arc::new(self.dictionary.again()) };
        Cutter { unknown_words, ..Cutter::around(dictionary, with_lexicon, words) }
    }

    /// The same dictionary with other words, and what of all texts may be others now.
    pub fn change(self, with_lexicon: bool, words: &Words) -> (Self, Reach) {
        let (had_lexicon, n_before) = (self.with_lexicon, self.dictionary.sum());
        let lines = self.lines;
        let changed = Cutter::around(self.dictionary, with_lexicon, words);
        let reach = if had_lexicon != with_lexicon || n_before != changed.dictionary.sum() {
            Reach::All
        } else if lines != changed.lines {
            Reach::WordsAndNames
        } else {
            Reach::Words
        };
        (changed, reach)
    }

    /// The dictionary.
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Whether the policy lexicon is in use.
    pub fn has_lexicon(&self) -> bool {
        self.with_lexicon
    }

    /// As what a word counts.
    pub fn name_of<'t>(&'t self, word: &'t str) -> &'t str {
        self.names.get(word).map_or(word, String::as_str)
    }

    /// Whether the reader wants never to see a word.
    pub fn is_never(&self, word: &str) -> bool {
        self.never.contains(word)
    }

    /// Whether the reader made it a word, or has it count as another.
    pub(super) fn is_own(&self, word: &str) -> bool {
        self.own.contains(word)
    }

    /// Whether the reader wants to see a word although it is a stop word.
    pub fn is_shown(&self, word: &str) -> bool {
        self.shown.contains(word)
    }

    /// Part of speech of a word in jieba's letters; empty where it is not known.
    pub fn tag(&self, word: &str, class: Class) -> String {
        let tag =
            self.tags.get(word).cloned().or_else(|| self.dictionary.part_of_speech(word)).unwrap_or_default();
        if tag.is_empty() && class == Class::Slogan { "nz".to_owned() } else { tag }
    }

    /// Cuts a text.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        self.dictionary.prepare([text]);
        self.prepared_tokens(text)
    }

    /// Cuts a text for which the dictionary was prepared.
    pub fn prepared_tokens(&self, text: &str) -> Vec<Token> {
        let breaks = self.breaks(text);
        let pins = self.pins(text, &breaks);
        let mut tokens = Vec::new();
        let mut at = 0;
        for (span, class) in pins {
            self.cut_into(&mut tokens, text, Span::new(at, span.start), &breaks);
            tokens.push(Token { span, class });
            at = span.end;
        }
        self.cut_into(&mut tokens, text, Span::new(at, text.len()), &breaks);
        if self.with_lexicon {
            put_numerals_together(text, &mut tokens);
        }
        self.keep(text, &mut tokens);
        tokens
    }

    /// Cuts a stretch by the dictionary, and nowhere over a break.
    fn cut_into(&self, tokens: &mut Vec<Token>, text: &str, stretch: Span, breaks: &[usize]) {
        if stretch.is_empty() {
            return;
        }
        let inside = &breaks[n_below(breaks, stretch.start + 1)..n_below(breaks, stretch.end)];
        let mut start = stretch.start;
        for end in inside.iter().copied().chain([stretch.end]) {
            self.dictionary.cut_into(tokens, &text[start..end], start, self.unknown_words);
            start = end;
        }
    }

    /// Places where the reader wants a cut, ascending.
    pub(super) fn breaks(&self, text: &str) -> Vec<usize> {
        let of_one = |(whole, at): &(String, usize)| -> Vec<usize> {
            text.match_indices(whole.as_str()).map(|(start, _)| start + at).collect()
        };
        let mut breaks: Vec<usize> = self.splits.iter().flat_map(of_one).collect();
        breaks.order();
        breaks.dedup();
        breaks
    }

    /// What is one token before the dictionary is asked, from left to right.
    #[inline(never)]
    fn pins(&self, text: &str, breaks: &[usize]) -> Vec<(Span, Class)> {
        let joined = self.joined.find(text).into_iter();
        let mut pins: Vec<(Span, Class)> = joined.map(|span| (span, Class::Word)).collect();
        if self.with_lexicon {
            let figures =
                quantity::figures(text).into_iter().map(|(start, end)| Span::new(start, end)).collect();
            for (found, class) in [(slogan::spans(text), Class::Slogan), (figures, Class::Quantity)] {
                let is_free = |span: &Span| {
                    is_untouched(*span, &pins)
                        && n_below(breaks, span.end) == n_below(breaks, span.start + 1)
                        && !lexicon::is_inside_a_term(text, span.start, span.end)
                };
                let free: Vec<(Span, Class)> =
                    found.into_iter().filter(is_free).map(|span| (span, class)).collect();
                pins.extend(free);
                pins.order_by_key(|(span, _)| *span);
            }
        }
        pins
    }

    /// Puts tokens together over a place that the reader wants no cut at.
    #[inline(never)]
    fn keep(&self, text: &str, tokens: &mut Vec<Token>) {
        for (left, right) in &self.keeps {
            tokens.dedup_by(|next, before| {
                let is_kept =
                    text[..before.span.end].ends_with(left) && text[next.span.start..].starts_with(right);
                if is_kept {
                    before.span.end = next.span.end;
                    before.class = Class::Word;
                }
                is_kept
            });
        }
    }
}

/// Whether none of these, which are in order, has anything of a span.
fn is_untouched(span: Span, pins: &[(Span, Class)]) -> bool {
    let next = pins.partition_point(|(pin, _)| pin.end <= span.start);
    pins.get(next).is_none_or(|(pin, _)| span.end <= pin.start)
}

/// How many of these, which are in order, are below a limit.
fn n_below(sorted: &[usize], limit: usize) -> usize {
    sorted.partition_point(|at| *at < limit)
}

/// Numbers in Chinese numerals become one token with their units.
#[inline(never)]
fn put_numerals_together(text: &str, tokens: &mut Vec<Token>) {
    let mut at = 0;
    let mut out = 0;
    while at < tokens.len() {
        let may_start = matches!(tokens[at].class, Class::Word | Class::Number);
        let n =
            if may_start { quantity::spelt(tokens[at..].iter().map(|token| token.span.of(text))) } else { 0 };
        let end = tokens[at..at + n.max(1)].iter().map(|token| token.span.end).next_back();
        tokens[out] = tokens[at];
        if n > 0
            && let Some(end) = end
        {
            tokens[out] = Token { span: Span::new(tokens[at].span.start, end), class: Class::Quantity };
        }
        at += n.max(1);
        out += 1;
    }
    tokens.truncate(out);
}
