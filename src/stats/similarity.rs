//! How alike two cities' words are, and which words make them so.
//!
//! Promises that the contributions of the words sum to the figure, that both figures lie between 0 (nothing in
//! common) and 1 (the same proportions), and that exchanging the cities changes nothing. Lengths of the texts cancel
//! out.
//!
//! What it does not do: short texts look unlike each other whatever they say, since most words of a short text stand in
//! it by chance. Figures are comparable between pairs of texts of like length only.
//!
//! # Sources
//! - G. Salton, M. J. McGill (1983), Introduction to Modern Information Retrieval, New York: McGraw-Hill (cosine).
//! - J. Lin (1991), Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37 (1),
//!   145-151.
//! - D. M. Endres, J. E. Schindelin (2003), A new metric for probability distributions, the same 49 (7), 1858-1860 (the
//!   square root is a distance).

/// A likeness and what each word adds to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likeness {
    /// From 0 to 1: the sum of the contributions.
    pub value: f64,
    /// By word, in the order given; none is negative.
    pub contributions: Vec<f64>,
}

/// Cosine of the angle between two cities' frequencies: `Σ x y / (|x| |y|)`.
///
/// Frequent words decide it. A word's contribution is its product's share. 0 where either city has no words. `x[i]`
/// and `y[i]` belong to the same word; where one list is longer, its rest is ignored; what is not positive and finite
/// counts as 0.
///
/// ```
/// use chengyan::stats::cosine;
///
/// let alike = cosine(&[3.0, 4.0, 0.0], &[6.0, 0.0, 8.0]);
/// assert!((alike.value - 0.36).abs() < 1e-15);
/// assert_eq!(alike.contributions[1], 0.0);
/// ```
pub fn cosine(x: &[f64], y: &[f64]) -> Likeness {
    let n = x.len().min(y.len());
    Proportions::of(&x[..n]).cosine(&Proportions::of(&y[..n]))
}

/// Jensen and Shannon's likeness: 1 − their divergence in bits, of the proportions of two cities' words.
///
/// The divergence `JSD = H(m) − (H(p) + H(q)) / 2` with `m = (p + q) / 2` lies between 0 and 1 in base 2. What is left of
/// 1 splits into one share for each word that is never negative, `m h(p / (p + q))` with the binary entropy h: the
/// whole of a word's mass if both cities use it equally, and nothing if only one does. So a word's contribution says
/// how much of their text the two have in common through it.
///
/// The distance, which obeys the triangle inequality, is the square root of the divergence:
/// [`jensen_shannon_distance`]. Input as in [`cosine`].
///
/// ```
/// use chengyan::stats::jensen_shannon;
///
/// assert_eq!(jensen_shannon(&[1.0, 3.0], &[2.0, 6.0]).value, 1.0);
/// assert_eq!(jensen_shannon(&[1.0, 0.0], &[0.0, 6.0]).value, 0.0);
/// ```
pub fn jensen_shannon(x: &[f64], y: &[f64]) -> Likeness {
    let n = x.len().min(y.len());
    Proportions::of(&x[..n]).jensen_shannon(&Proportions::of(&y[..n]))
}

/// The frequencies of a city's words as shares of them all, to be compared with those of many others.
#[derive(Clone, Debug, PartialEq)]
pub struct Proportions {
    shares: Vec<f64>,
    /// The root of the sum of their squares.
    length: f64,
}

impl Proportions {
    /// All zeros where no frequency is positive and finite.
    pub fn of(frequencies: &[f64]) -> Self {
        let shares = proportions(frequencies);
        let length = shares.iter().map(|value| value * value).sum::<f64>().sqrt();
        Proportions { shares, length }
    }

    /// As [`cosine`] of both frequencies, which are to be of the same words.
    pub fn cosine(&self, other: &Self) -> Likeness {
        let scale = self.length * other.length;
        likeness(&self.shares, &other.shares, |x, y| if scale > 0.0 { x * y / scale } else { 0.0 })
    }

    /// As [`jensen_shannon`] of both.
    pub fn jensen_shannon(&self, other: &Self) -> Likeness {
        likeness(&self.shares, &other.shares, |p, q| {
            // Of most words either city has none.
            if p == 0.0 || q == 0.0 { 0.0 } else { (p + q) / 2.0 * binary_entropy(p, q) }
        })
    }
}

/// Distance of Jensen and Shannon in base 2: `√(1 − value)` of a [`jensen_shannon`] likeness, from 0 to 1.
pub fn jensen_shannon_distance(alike: &Likeness) -> f64 {
    (1.0 - alike.value).max(0.0).sqrt()
}

/// The words' contributions and their sum, held at 1 against rounding.
fn likeness(x: &[f64], y: &[f64], of_word: impl Fn(f64, f64) -> f64) -> Likeness {
    let contributions: Vec<f64> = x.iter().zip(y).map(|(&x, &y)| of_word(x, y)).collect();
    let value = contributions.iter().sum::<f64>().clamp(0.0, 1.0);
    Likeness { value, contributions }
}

/// A list as shares of its sum; all zeros where that is zero.
fn proportions(of: &[f64]) -> Vec<f64> {
    let positive: Vec<f64> =
        of.iter().map(|value| if *value > 0.0 && value.is_finite() { *value } else { 0.0 }).collect();
    let largest = positive.iter().fold(0.0, |largest: f64, value| largest.max(*value));
    // In two steps, so that no sum overflows.
    let scaled: Vec<f64> =
        positive.iter().map(|value| if largest > 0.0 { value / largest } else { 0.0 }).collect();
    let sum: f64 = scaled.iter().sum();
    scaled.iter().map(|value| if sum > 0.0 { value / sum } else { 0.0 }).collect()
}

/// Entropy in bits of drawing one of two things with odds p to q.
fn binary_entropy(p: f64, q: f64) -> f64 {
    let part = |share: f64| if share > 0.0 { -share * libm::log2(share) } else { 0.0 };
    if p == q { if p > 0.0 { 1.0 } else { 0.0 } } else { part(p / (p + q)) + part(q / (p + q)) }
}
