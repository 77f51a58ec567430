//! Words that the dictionary does not have, found by jieba's hidden Markov model.
//!
//! Promise: the tokens are those of jieba-rs with its model, to the last. Why not jieba-rs itself: its tables are
//! logarithms in double precision, of which the page had to load three times as many bytes as of the figures behind
//! them. What jieba-rs cuts without its model tells which characters it would have left to it.

use jieba_rs::Jieba;
use std::sync::{Mutex, OnceLock, PoisonError};

/// `data/emissions.txt` starts with this character, and jieba's model ends with the other.
const FIRST: char = '\u{4e00}';
const LAST: char = '\u{9fd5}';
const NEVER: f64 = -3.14e100;

/// A character begins a word, ends one, stands inside one, or is one.
const BEGIN: usize = 0;
const END: usize = 1;
const MIDDLE: usize = 2;
const SINGLE: usize = 3;

/// Natural logarithms: the first state of a text, and from state to state.
const INITIAL: [f64; 4] = [-0.262_686_608_092_500_16, NEVER, NEVER, -1.465_263_339_853_767_8];
const TRANSITIONS: [[f64; 4]; 4] = [
    [NEVER, -0.510_825_623_765_990, -0.916_290_731_874_155, NEVER],
    [-0.589_714_973_685_451_3, NEVER, NEVER, -0.808_525_047_466_993_7],
    [NEVER, -0.333_448_568_119_485_14, -1.260_362_382_026_822_6, NEVER],
    [-0.721_196_565_466_984_1, NEVER, NEVER, -0.665_863_144_879_821_2],
];
/// The states from which each may be reached; of two that are as likely, the second.
const BEFORE: [[usize; 2]; 4] = [[END, SINGLE], [BEGIN, MIDDLE], [BEGIN, MIDDLE], [END, SINGLE]];

/// Cuts a text into the dictionary's words and, between them, those that the model finds; each with where it starts.
pub(super) fn cut<'t>(jieba: &Jieba, text: &'t str, emit: &mut dyn FnMut(usize, &'t str)) {
    let mut loose = 0..0;
    for token in jieba.cut(text, false) {
        if is_loose(jieba, token.word) {
            if loose.is_empty() {
                loose.start = token.byte_start;
            }
            loose.end = token.byte_end;
        } else {
            if !loose.is_empty() {
                cut_loose(jieba, loose.start, &text[loose], emit);
                loose = 0..0;
            }
            emit(token.byte_start, token.word);
        }
    }
    cut_loose(jieba, loose.start, &text[loose], emit);
}

/// Whether a token is made of characters that jieba left by themselves, among those of which words are made.
fn is_loose(jieba: &Jieba, token: &str) -> bool {
    let first = token.chars().next();
    match first.filter(|char| char.len_utf8() == token.len()) {
        Some(char) => is_of_words(char),
        None => {
            token.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && (!jieba.has_word(token) || is_joined(jieba, token))
        }
    }
}

/// jieba joins letters and digits that are left by themselves. Whether that made a token that is a word too: another
/// such character, with which nothing before it is a word, is then joined as well.
fn is_joined(jieba: &Jieba, token: &str) -> bool {
    let longer =
        (b'0'..=b'z').filter(u8::is_ascii_alphanumeric).map(|more| format!("{token}{}", char::from(more)));
    let mut apart = longer.filter(|longer| (0..token.len()).all(|start| !jieba.has_word(&longer[start..])));
    apart.next().is_some_and(|longer| jieba.cut(&longer, false).len() == 1)
}

/// The characters that jieba-rs looks up.
fn is_of_words(char: char) -> bool {
    match char {
        '\u{4e00}'..='\u{9fff}' => true,
        _ if char.is_ascii() => char.is_ascii_alphanumeric() || "+#&._%-".contains(char),
        _ => matches!(char,
            '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2a6df}'
            | '\u{2a700}'..='\u{2ebef}' | '\u{2f800}'..='\u{2fa1f}'),
    }
}

/// Cuts what stands between two words of the dictionary.
fn cut_loose<'t>(jieba: &Jieba, start: usize, text: &'t str, emit: &mut dyn FnMut(usize, &'t str)) {
    let mut offset = start;
    let mut emit = |token: &'t str| {
        emit(offset, token);
        offset += token.len();
    };
    if text.chars().nth(1).is_none() || jieba.has_word(text) {
        return text.split_inclusive(|_| true).for_each(emit);
    }
    let is_known = |char: char| (FIRST..=LAST).contains(&char);
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let end = rest.find(|other| is_known(other) != is_known(char)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if is_known(char) {
            cut_ideographs(run, &mut emit)
        } else {
            cut_others(run, &mut emit)
        }
        rest = after;
    }
}

/// Letters and digits with single marks between them, and a percent sign behind, are one token; all between is one.
fn cut_others<'t>(text: &'t str, emit: &mut dyn FnMut(&'t str)) {
    let bytes = text.as_bytes();
    let is_alphanumeric = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        if !is_alphanumeric(at) {
            at = (at..bytes.len()).find(|at| is_alphanumeric(*at)).unwrap_or(bytes.len());
        } else {
            while is_alphanumeric(at)
                || (matches!(bytes.get(at), Some(b'.' | b'_' | b'-')) && is_alphanumeric(at + 1))
            {
                at += 1;
            }
            at += usize::from(bytes.get(at) == Some(&b'%'));
        }
        emit(&text[start..at]);
    }
}

/// Cuts ideographs where the likeliest states say that words end.
fn cut_ideographs<'t>(text: &'t str, emit: &mut dyn FnMut(&'t str)) {
    let mut start = 0;
    for ((at, char), state) in text.char_indices().zip(states(text)) {
        if matches!(usize::from(state), END | SINGLE) {
            let end = at + char.len_utf8();
            emit(&text[start..end]);
            start = end;
        }
    }
    if start < text.len() {
        emit(&text[start..]);
    }
}

/// The likeliest states (Viterbi).
fn states(text: &str) -> Vec<u8> {
    let model = Model::built_in();
    let mut met = model.met.lock().unwrap_or_else(PoisonError::into_inner);
    let mut chars = text.chars();
    let Some(first) = chars.next().map(|char| met.emissions(char, model)) else { return Vec::new() };
    let mut likelihoods: [f64; 4] = std::array::from_fn(|state| INITIAL[state] + first[state]);
    // For each character but the first the states before; then, from the last back, the states themselves.
    let mut came_from: Vec<[u8; 4]> = Vec::with_capacity(text.len() / 3);
    for char in chars {
        let emissions = met.emissions(char, model);
        let best: [(f64, usize); 4] = std::array::from_fn(|state| {
            let by = |before: usize| likelihoods[before] + TRANSITIONS[before][state] + emissions[state];
            let [one, other] = BEFORE[state];
            if by(one) > by(other) { (by(one), one) } else { (by(other), other) }
        });
        likelihoods = best.map(|(likelihood, _)| likelihood);
        came_from.push(best.map(|(_, before)| before as u8));
    }
    let mut state = if likelihoods[END] > likelihoods[SINGLE] { END as u8 } else { SINGLE as u8 };
    let mut states = vec![state; came_from.len() + 1];
    for (at, before) in came_from.iter().enumerate().rev() {
        state = before[usize::from(state)];
        states[at] = state;
    }
    states
}

/// How often each character stands in each state.
struct Model {
    sums: [u32; 4],
    counts: Vec<[u32; 4]>,
    met: Mutex<Met>,
}

/// Logarithms of the characters that were met: most are met often.
struct Met {
    /// By character: one more than the place of its row; 0 where it has none yet.
    places: Vec<u16>,
    rows: Vec<[f64; 4]>,
}

impl Model {
    fn built_in() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            let mut rows = rows(include_bytes!(concat!(env!("OUT_DIR"), "/emissions.figures")));
            let met = Met { places: vec![0; LAST as usize - FIRST as usize + 1], rows: Vec::new() };
            Model { sums: rows.next().unwrap_or_default(), counts: rows.collect(), met: Mutex::new(met) }
        })
    }

    /// Natural logarithms of the likelihood of a character in each state, to six decimals.
    fn emissions(&self, index: usize) -> [f64; 4] {
        let counts = self.counts.get(index).copied().unwrap_or_default();
        std::array::from_fn(|state| match counts[state] {
            0 => NEVER,
            n => libm::round(libm::log(f64::from(n) / f64::from(self.sums[state])) * 1e6) / 1e6,
        })
    }
}

impl Met {
    #[inline]
    fn emissions(&mut self, char: char, model: &Model) -> [f64; 4] {
        let index = (char as usize).wrapping_sub(FIRST as usize);
        match self.places.get_mut(index) {
            Some(0) => {
                let row = model.emissions(index);
                self.rows.push(row);
                self.places[index] = self.rows.len() as u16;
                row
            }
            Some(place) => self.rows[usize::from(*place) - 1],
            None => model.emissions(index),
        }
    }
}

/// Four figures for each character, as `build.rs` writes them.
fn rows(bytes: &[u8]) -> impl Iterator<Item = [u32; 4]> {
    let mut bytes = bytes.iter();
    let mut figure = move || {
        let (mut figure, mut shift) = (0, 0);
        for byte in &mut bytes {
            figure |= u32::from(byte & 127) << shift;
            shift += 7;
            if *byte < 128 {
                return Some(figure);
            }
        }
        None
    };
    std::iter::from_fn(move || Some([figure()?, figure()?, figure()?, figure()?]))
}
