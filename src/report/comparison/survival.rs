//! Whether a finding survives: the comparison made again under one other reasonable setting, for the words that were
//! found.
//!
//! Promise: each setting differs from the reader's in one thing; the corpus stays what it is. A finding holds if there,
//! too, the place says the word more, or less, than the others do, and q is no more than [`stats::MAX_Q`], with the
//! family of tests of that setting. A word that the setting cuts otherwise is looked for as a row of whole words
//! (招商引资 as 招商 | 引资), so that what is tried is the difference and not the dictionary.
//!
//! Not here: judging a finding by the number of settings in which it holds. They are no independent tests.

use super::SEED;
use super::index::{Index, groups_of, placed};
use crate::corpus::{Corpus, Cutting, Occurrence};
use crate::error::{Error, ErrorKind};
use crate::order;
use crate::places::Code;
use crate::report::themes::Emphasis;
use crate::report::view::{Reprints, View};
use crate::stats::{self, Estimate, Rates, Resampler, Use, Wanted};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// One thing that could reasonably be set otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// The policy lexicon off, or on where it was off.
    Lexicon,
    /// Without jieba's model for words that the dictionary does not have.
    UnknownWords,
    /// Phrases that are certain in these texts cut as other words are, or counted as words where they were not.
    FoundPhrases,
    /// Without cleaning: every line of the files as it came; see [`Cutting::cleaned`].
    Cleaning,
    /// Function words shown, or left out where they were shown.
    FunctionWords,
    /// The set words of government reports shown, or left out where they were shown.
    GenreWords,
    /// Reprints counted each for itself, or once.
    Reprints,
    /// Compared with all others' texts put together, in place of the mean of their rates.
    Reference,
}

impl fmt::Display for Setting {
    /// As in JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl fmt::Display for Answer {
    /// As in JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl Answer {
    /// Whether the finding does not hold.
    pub fn is_refuted(self) -> bool {
        matches!(self, Answer::Fails | Answer::NoWord)
    }

    /// Whether nothing can be said.
    pub fn is_open(self) -> bool {
        matches!(self, Answer::LeftOut | Answer::TooLittle)
    }
}

impl Setting {
    /// All, in the order in which they are tried.
    pub const ALL: [Setting; 8] = [
        Setting::Lexicon,
        Setting::UnknownWords,
        Setting::FoundPhrases,
        Setting::Cleaning,
        Setting::FunctionWords,
        Setting::GenreWords,
        Setting::Reprints,
        Setting::Reference,
    ];

    /// How texts are cut under it; none where they stay as they are.
    fn cutting(self, corpus: &Corpus, view: &View) -> Option<Cutting> {
        let phrases = corpus.wants_phrases();
        let as_it_is = Cutting { lexicon: view.lexicon, unknown_words: true, cleaned: true, phrases };
        match self {
            Setting::Lexicon => Some(Cutting { lexicon: !view.lexicon, ..as_it_is }),
            Setting::UnknownWords => Some(Cutting { unknown_words: false, ..as_it_is }),
            Setting::FoundPhrases => Some(Cutting { phrases: !phrases, ..as_it_is }),
            Setting::Cleaning => Some(Cutting { cleaned: false, ..as_it_is }),
            _ => None,
        }
    }

    /// What is shown under it.
    fn view(self, view: &View) -> View {
        match self {
            Setting::Lexicon => View { lexicon: !view.lexicon, ..*view },
            Setting::FoundPhrases => View { phrases: !view.phrases, ..*view },
            Setting::FunctionWords => View { stop: !view.stop, ..*view },
            Setting::GenreWords => View { genre: !view.genre, ..*view },
            Setting::Reprints if view.reprints == Reprints::Once => View { reprints: Reprints::All, ..*view },
            Setting::Reprints => View { reprints: Reprints::Once, ..*view },
            _ => *view,
        }
    }
}

/// A finding that is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The place, as in the report's columns.
    pub key: String,
    /// The word.
    pub word: String,
    /// Whether the place is said to use it more than the others, or less.
    pub direction: Emphasis,
}

/// Whether a finding holds under a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It does.
    Holds,
    /// It does, the word being cut into shorter ones there.
    HoldsInParts,
    /// It does not.
    Fails,
    /// It does not: its characters are no whole words there, or hardly ever.
    NoWord,
    /// The setting leaves the word out.
    LeftOut,
    /// The place, or all others, have too little text there.
    TooLittle,
}

/// The answers to some claims under a setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Survival {
    /// What was set otherwise.
    pub setting: Setting,
    /// In the order of the claims.
    pub answers: Vec<Answer>,
}

impl Survival {
    /// As it is printed and as it crosses to the page: one line of JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("names and nothing else") + "\n"
    }
}

/// Reads claims from JSON.
///
/// # Errors
/// `bad-view` for anything else.
pub fn claims_from_json(json: &str) -> Result<Vec<Claim>, Error> {
    serde_json::from_str(json).map_err(|why| ErrorKind::BadView(why.to_string()).into())
}

/// What a comparison claims: its distinctive and missing words, by place.
pub fn claims(comparison: &super::Comparison) -> Vec<Claim> {
    let of_city = |city: &super::City| {
        let claim = |direction: Emphasis, figures: &super::Figures| Claim {
            key: city.key.clone(),
            word: figures.word.clone(),
            direction,
        };
        let more = city.distinctive.iter().map(|figures| claim(Emphasis::More, figures));
        more.chain(city.missing.iter().map(|figures| claim(Emphasis::Less, figures))).collect::<Vec<_>>()
    };
    comparison.cities.iter().flat_map(of_city).collect()
}

/// Tries some claims under one setting.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn survival(corpus: &Corpus, view: &View, setting: Setting, claims: &[Claim]) -> Result<Survival, Error> {
    corpus.ready()?;
    let apart = setting.cutting(corpus, view).map(|cutting| corpus.apart(cutting)).transpose()?;
    let (corpus, view) = (apart.as_ref().unwrap_or(corpus), &setting.view(view));
    let index = Index::new(corpus, view);
    let mut answers = vec![Answer::TooLittle; claims.len()];
    let all: Vec<usize> = (0..claims.len()).collect();
    if setting != Setting::Reference {
        Trial { corpus, view, index: &index, is_pooled: false }.judge(claims, &all, &mut answers);
        return Ok(Survival { setting, answers });
    }
    for city in index.compared() {
        let key = index.cities[city].0.to_string();
        let own: Vec<usize> = all.iter().copied().filter(|at| claims[*at].key == key).collect();
        if let Some(pooled) = index.pooled(city).filter(|_| !own.is_empty()) {
            Trial { corpus, view, index: &pooled, is_pooled: true }.judge(claims, &own, &mut answers);
        }
    }
    Ok(Survival { setting, answers })
}

/// It is p that answers.
const NO_INTERVALS: Wanted = Wanted { rates: Rates::None, ratios: &|_| false };

/// Claims on trial.
struct Trial<'c> {
    corpus: &'c Corpus,
    view: &'c View,
    index: &'c Index,
    /// Whether the others are one city in the index: then no word is cut otherwise.
    is_pooled: bool,
}

/// What is known of a word on trial.
enum Tried {
    /// The index among the judged words, and whether it is cut into shorter ones.
    Judged {
        at: usize,
        in_parts: bool,
    },
    Not(Answer),
}

impl Trial<'_> {
    /// Answers some of the claims.
    fn judge(&self, claims: &[Claim], asked: &[usize], answers: &mut [Answer]) {
        let groups = groups_of(self.index);
        if self.is_pooled {
            // These are asked once, and the others are asked again.
            return self.judge_by(&mut Resampler::new(&groups, SEED), claims, asked, answers);
        }
        let mut resamples = self.corpus.resamples(&groups, SEED);
        self.judge_by(&mut resamples.resampler, claims, asked, answers);
        self.corpus.keep(resamples);
    }

    fn judge_by(&self, resampler: &mut Resampler, claims: &[Claim], asked: &[usize], answers: &mut [Answer]) {
        let index = self.index;
        let mut chosen = index.candidates().words;
        chosen.extend(asked.iter().filter_map(|claim| self.find(&claims[*claim].word)));
        let positions = order::map(chosen.iter().copied().zip(0_usize..));
        let mut judged: Vec<Vec<Estimate>> =
            chosen.iter().map(|at| resampler.compare_for(&index.uses(*at), NO_INTERVALS)).collect();
        let mut tried: BTreeMap<&str, Tried> = BTreeMap::new();
        for claim in asked {
            let word = claims[*claim].word.as_str();
            tried.entry(word).or_insert_with(|| match self.find(word) {
                Some(at) => Tried::Judged { at: positions[&at], in_parts: false },
                None => self.in_parts(word, resampler, &mut judged),
            });
        }
        let n_tests = index.n_tests().max(judged.len());
        let q = order::map(self.cities(claims, asked).into_iter().map(|city| {
            let p: Vec<f64> =
                judged.iter().map(|by_city| by_city[city].against.map_or(1.0, |a| a.p)).collect();
            (index.cities[city].0.to_string(), (city, stats::benjamini_hochberg(&p, n_tests)))
        }));
        for at in asked {
            let claim = &claims[*at];
            let Some((city, q)) = q.get(&claim.key) else { continue };
            answers[*at] = match tried[claim.word.as_str()] {
                Tried::Not(answer) => answer,
                Tried::Judged { at, in_parts } => {
                    answer(&judged[at][*city], q[at], claim.direction, in_parts)
                }
            };
        }
    }

    /// The cities of some claims that are here.
    fn cities(&self, claims: &[Claim], asked: &[usize]) -> Vec<usize> {
        let keys = order::set(asked.iter().map(|claim| claims[*claim].key.as_str()));
        let is_asked = |code: &Code| keys.contains(code.to_string().as_str());
        (0..self.index.cities.len()).filter(|city| is_asked(&self.index.cities[*city].0)).collect()
    }

    /// The number of a word that is shown here.
    fn find(&self, word: &str) -> Option<usize> {
        let text = |at: &usize| &*self.corpus.vocabulary().word(self.index.words[*at].0).text;
        (0..self.index.words.len()).find(|at| text(at) == word)
    }

    /// Judges a word that is none here by where its characters are a row of whole words.
    fn in_parts(&self, word: &str, resampler: &mut Resampler, judged: &mut Vec<Vec<Estimate>>) -> Tried {
        let vocabulary = self.corpus.vocabulary();
        if vocabulary.find(word).is_some_and(|id| !self.view.shows(vocabulary.word(id))) {
            return Tried::Not(Answer::LeftOut);
        }
        let uses = if self.is_pooled { Vec::new() } else { self.rows(word) };
        if uses.iter().flatten().map(|used| u64::from(used.n)).sum::<u64>() < stats::MIN_USES {
            return Tried::Not(Answer::NoWord);
        }
        let slices: Vec<&[Use]> = uses.iter().map(Vec::as_slice).collect();
        judged.push(resampler.compare_for(&slices, NO_INTERVALS));
        Tried::Judged { at: judged.len() - 1, in_parts: true }
    }

    /// Where some characters stand and tear no word, by city and block.
    fn rows(&self, word: &str) -> Vec<Vec<Use>> {
        let cities = order::map(self.index.cities.iter().map(|(code, _)| *code).zip(0_usize..));
        let mut uses = vec![Vec::new(); cities.len()];
        let mut n_blocks = vec![0; cities.len()];
        for (code, entry, block) in placed(self.corpus, self.view) {
            let city = cities[&code];
            let text = entry.document.blocks[block].text();
            let is_whole = |at: usize| is_whole(&entry.blocks[block], at, at + word.len(), self.view);
            let n = text.match_indices(word).filter(|(at, _)| is_whole(*at)).count() as u32;
            if n > 0 {
                uses[city].push(Use { block: n_blocks[city], n });
            }
            n_blocks[city] += 1;
        }
        uses
    }
}

/// Whether a stretch begins and ends within no word, and has none that is somebody's name and not shown.
fn is_whole(words: &[Occurrence], start: usize, end: usize, view: &View) -> bool {
    let first = words.partition_point(|word| word.span.end <= start);
    let mut inside = words[first..].iter().take_while(|word| word.span.start < end);
    inside.all(|word| start <= word.span.start && word.span.end <= end && view.shows_use(word))
}

fn answer(estimate: &Estimate, q: f64, direction: Emphasis, in_parts: bool) -> Answer {
    let Some(against) = &estimate.against else { return Answer::TooLittle };
    let is_same = match direction {
        Emphasis::More => against.log_ratio > 0.0,
        Emphasis::Less => against.log_ratio < 0.0,
    };
    match (is_same && q <= stats::MAX_Q, in_parts) {
        (true, false) => Answer::Holds,
        (true, true) => Answer::HoldsInParts,
        (false, _) => Answer::Fails,
    }
}

impl Index {
    /// A city and, as if they were one, all others with enough text; none where there are none.
    fn pooled(&self, city: usize) -> Option<Index> {
        let others: Vec<usize> = self.compared().filter(|other| *other != city).collect();
        let code = self.cities[*others.first()?].0;
        let (mut lengths, mut offsets) = (Vec::new(), Vec::new());
        for other in &others {
            offsets.push(lengths.len() as u32);
            lengths.extend_from_slice(&self.cities[*other].1);
        }
        let pool = |uses: &[Vec<Use>]| {
            let moved = |(other, offset): (&usize, &u32)| {
                let at = *offset;
                uses[*other]
                    .iter()
                    .map(move |used| Use { block: used.block + at, ..*used })
                    .collect::<Vec<_>>()
            };
            others.iter().zip(&offsets).flat_map(moved).collect()
        };
        let words = self.words.iter().map(|(word, uses)| (*word, vec![uses[city].clone(), pool(uses)]));
        Some(Index::of(vec![self.cities[city].clone(), (code, lengths)], words.collect()))
    }
}
