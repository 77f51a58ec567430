//! The words of a dictionary as a tree of characters, of which only the branches grow that texts ask for.
//!
//! Promise: [`Tree::next`] comes to every word of up to [`LONGEST`] ideographs, and the weight of a word is by the
//! frequency that jieba-rs suggests for it (`Jieba::suggest_freq`), to the last bit: so logarithms are the platform's here, as
//! they are there.

use super::compact::Compact;
use super::lexicon::may_be_in_a_run;
use crate::text::is_han;
use jieba_rs::Jieba;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Natural logarithm of the number of words that jieba's frequencies were counted from.
const LOG_TOTAL: f64 = 17.9;
/// No word of jieba's is longer.
const LONGEST: u8 = 16;
/// So many branches are kept at the most, so that memory has a limit however much of a text is damaged.
const MAX_KEPT: usize = 1_000_000;

/// The characters of a word so far, as a number of [`Tree::nodes`].
pub(super) type Node = u32;

const ROOT: Node = 0;
/// Stands where no word goes on.
const NONE: Node = u32::MAX;

pub(super) struct Tree {
    source: Source,
    nodes: Vec<Known>,
    next: FxHashMap<(Node, char), Node>,
    /// What comes second after characters with which texts began a word.
    seconds: FxHashMap<char, Box<[Seconds]>>,
}

enum Source {
    /// With the natural logarithm of the sum of its frequencies.
    Compact(Arc<Compact>, f64),
    /// A dictionary that is all there; it cannot tell which words begin alike.
    Whole(Box<Jieba>),
}

/// What is known of the characters that lead to a node.
struct Known {
    before: Node,
    char: char,
    n_chars: u8,
    /// None if they are no word.
    frequency: Option<u32>,
    /// Found when it is first asked for.
    weight: Option<f64>,
}

/// The second characters of the words of one length that begin with one character, as ranks in the order of the words.
struct Seconds {
    n_chars: usize,
    /// Number of the first word.
    word: usize,
    ranks: Box<[u16]>,
}

impl Tree {
    pub(super) fn of_compact(compact: Arc<Compact>) -> Self {
        let log_total = (compact.total() as f64).ln();
        Self::new(Source::Compact(compact, log_total))
    }

    pub(super) fn of_whole(jieba: Jieba) -> Self {
        Self::new(Source::Whole(Box::new(jieba)))
    }

    fn new(source: Source) -> Self {
        let root = Known { before: NONE, char: '\0', n_chars: 0, frequency: None, weight: None };
        Tree { source, nodes: vec![root], next: FxHashMap::default(), seconds: FxHashMap::default() }
    }

    /// Whether so much of it has grown that it is to start anew.
    pub(super) fn is_overgrown(&self) -> bool {
        self.next.len() > MAX_KEPT
    }

    /// Lets go of all that has grown; nodes that were given out mean nothing any more.
    pub(super) fn start_anew(&mut self) {
        self.nodes.truncate(1);
        self.next = FxHashMap::default();
    }

    /// The beginning of a word with one character.
    pub(super) fn first(&mut self, char: char) -> Option<Node> {
        if !is_han(char) || !may_be_in_a_run(char) {
            return None;
        }
        self.next(ROOT, char)
    }

    /// The beginning with one character more; none if no word goes on so.
    #[inline]
    pub(super) fn next(&mut self, node: Node, char: char) -> Option<Node> {
        let next = match self.next.get(&(node, char)) {
            Some(next) => *next,
            None => self.grow(node, char),
        };
        (next != NONE).then_some(next)
    }

    /// Natural logarithm of the likelihood of a word, or of a character that is none; nothing for other beginnings.
    #[inline]
    pub(super) fn weight(&mut self, node: Node) -> Option<f64> {
        let known = &self.nodes[node as usize];
        if known.weight.is_some() || known.frequency.is_none() && known.n_chars > 1 {
            return known.weight;
        }
        let weight = libm::log(self.suggested(node) as f64) - LOG_TOTAL;
        self.nodes[node as usize].weight = Some(weight);
        Some(weight)
    }

    #[inline(never)]
    fn grow(&mut self, node: Node, char: char) -> Node {
        let Known { n_chars, char: first, .. } = self.nodes[node as usize];
        match &self.source {
            Source::Whole(_) if n_chars == LONGEST || !is_han(char) || !may_be_in_a_run(char) => {}
            Source::Whole(jieba) => {
                let word = format!("{}{char}", self.word(node));
                let frequency = jieba.has_word(&word).then_some(0);
                self.add(node, char, frequency);
            }
            Source::Compact(compact, _) => match n_chars {
                0 => {
                    let frequency = compact.frequency_of_char(char);
                    self.add(node, char, frequency);
                }
                1 => self.grow_second(first, node, char),
                _ => {}
            },
        }
        *self.next.entry((node, char)).or_insert(NONE)
    }

    /// Adds all words that begin with two characters.
    fn grow_second(&mut self, first: char, node: Node, char: char) {
        let Source::Compact(compact, _) = &self.source else { return };
        let compact = Arc::clone(compact);
        let Some(rank) = compact.rank(char) else { return };
        let seconds = self.seconds.entry(first).or_insert_with(|| seconds_of(&compact, first));
        let mut words: Vec<(Vec<u16>, usize)> = Vec::new();
        for seconds in seconds {
            let start = seconds.ranks.partition_point(|second| *second < rank);
            let n = seconds.ranks[start..].iter().take_while(|second| **second == rank).count();
            if n > 0 && seconds.n_chars == 2 {
                words.push((vec![rank], seconds.word + start));
            } else if n > 0 {
                let is_here = |number: usize| (start..start + n).contains(&(number - seconds.word));
                compact.visit_of_length(first, seconds.n_chars, |word, number| {
                    if is_here(number) {
                        words.push((word[1..].to_vec(), number));
                    }
                });
            }
        }
        for (ranks, number) in words {
            let frequency = compact.frequency(number);
            let last = ranks.iter().fold(node, |node, rank| {
                let char = compact.char(*rank);
                match self.next.get(&(node, char)) {
                    Some(next) => *next,
                    None => self.add(node, char, None),
                }
            });
            self.nodes[last as usize].frequency = Some(frequency);
        }
    }

    fn add(&mut self, before: Node, char: char, frequency: Option<u32>) -> Node {
        let node = self.nodes.len() as Node;
        let n_chars = self.nodes[before as usize].n_chars + 1;
        self.nodes.push(Known { before, char, n_chars, frequency, weight: None });
        self.next.insert((before, char), node);
        node
    }

    fn word(&self, node: Node) -> String {
        let mut chars = Vec::new();
        let mut at = node;
        while at != ROOT {
            let known = &self.nodes[at as usize];
            chars.push(known.char);
            at = known.before;
        }
        chars.iter().rev().collect()
    }

    fn suggested(&mut self, node: Node) -> usize {
        let word = self.word(node);
        match &self.source {
            Source::Whole(jieba) => jieba.suggest_freq(&word),
            Source::Compact(_, log_total) => {
                let log_total = *log_total;
                let frequency = self.nodes[node as usize].frequency.unwrap_or(1) as usize;
                let log_frequency = self.log_frequency_of_cut(&word, log_total);
                ((log_frequency + log_total).exp() as usize + 1).max(frequency)
            }
        }
    }

    /// What jieba-rs finds for its best cut of a word, added up in its order.
    fn log_frequency_of_cut(&mut self, word: &str, log_total: f64) -> f64 {
        let chars: Vec<char> = word.chars().collect();
        // For each place the likelihood from there on, where the first word ends, and the logarithm of its frequency.
        let mut route = vec![(0.0, chars.len(), 0.0); chars.len() + 1];
        for start in (0..chars.len()).rev() {
            let mut best: Option<(f64, usize, f64)> = None;
            let mut node = ROOT;
            for (end, char) in chars.iter().enumerate().skip(start) {
                let Some(next) = self.next(node, *char) else { break };
                node = next;
                let Some(frequency) = self.nodes[node as usize].frequency else { continue };
                let log_frequency = f64::from(frequency).ln();
                let likelihood = log_frequency - log_total + route[end + 1].0;
                if best.is_none_or(|best| likelihood > best.0 || likelihood == best.0 && end + 1 > best.1) {
                    best = Some((likelihood, end + 1, log_frequency));
                }
            }
            route[start] = best.unwrap_or((0.0 - log_total + route[start + 1].0, start + 1, 0.0));
        }
        let (mut sum, mut at) = (0.0, 0);
        while at < chars.len() {
            let (_, end, log_frequency) = route[at];
            sum = sum + log_frequency - log_total;
            at = end;
        }
        sum
    }
}

fn seconds_of(compact: &Compact, first: char) -> Box<[Seconds]> {
    let of_length = |(n_chars, word, ranks)| Seconds { n_chars, word, ranks };
    compact.seconds(first).map(of_length).collect()
}
