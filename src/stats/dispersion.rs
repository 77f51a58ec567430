//! Dispersion: whether a word runs through a text or stands in one corner of it.
//!
//! Parts are the blocks of a text, or its documents; their lengths may differ. Zero parts, or a word that stands
//! nowhere, have no dispersion, and the functions say `None` rather than a number that would be read as one.
//!
//! # Sources
//! - S. Th. Gries (2008), Dispersions and adjusted frequencies in corpora, International Journal of Corpus
//!   Linguistics 13 (4), 403-437.
//! - J. Lijffijt, S. Th. Gries (2012), Correction to Gries (2008), the same 17 (1), 147-149.
//! - R. A. Fisher, H. G. Thornton, W. A. Mackenzie (1922), The accuracy of the plating method of estimating the density of
//!   bacterial populations, Annals of Applied Biology 9, 325-359 (index of dispersion).
//! - P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, London: Chapman and Hall, 6.2 (quasi-Poisson).

/// Share of the blocks that use a word: `n_with / n_blocks`, 0 where there are none.
///
/// ```
/// use chengyan::stats::share;
///
/// assert_eq!(share(3, 12), 0.25);
/// assert_eq!(share(0, 0), 0.0);
/// ```
pub fn share(n_with: u64, n_blocks: u64) -> f64 {
    if n_blocks == 0 { 0.0 } else { n_with as f64 / n_blocks as f64 }
}

/// Gries' deviation of proportions (DP): half the sum over the parts of |share of the word's uses − share of all
/// words|.
///
/// 0 where every part uses the word as its length lets expect; towards 1 where all uses stand in a small part.
/// `uses[i]` belongs to `lengths[i]`; where one list is longer, its rest is ignored. `None` where no part uses the
/// word.
///
/// A rare word cannot be spread evenly over many parts, so that DP of rare words is high of necessity: compare words
/// of like frequency only.
///
/// ```
/// use chengyan::stats::deviation_of_proportions;
///
/// // The example of Gries (2008): five parts of 9, 10, 10, 10 and 11 words.
/// let dp = deviation_of_proportions(&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11]).unwrap();
/// assert!((dp - 0.18).abs() < 1e-12);
/// ```
pub fn deviation_of_proportions(uses: &[u64], lengths: &[u64]) -> Option<f64> {
    let lists = || uses.iter().zip(lengths);
    let n: u64 = lists().map(|(n, _)| n).sum();
    let total: u64 = lists().map(|(_, length)| length).sum();
    if n == 0 || total == 0 {
        return None;
    }
    let deviation: f64 =
        lists().map(|(&used, &length)| (used as f64 / n as f64 - length as f64 / total as f64).abs()).sum();
    Some((deviation / 2.0).min(1.0))
}

/// DP divided by the largest value it can take with these parts, 1 − the smallest part's share, so that it runs
/// from 0 to 1 (Lijffijt and Gries 2012).
///
/// Parts without words do not count as the smallest. `None` where no part uses the word, and where there is but one
/// part: one part says nothing about dispersion.
///
/// ```
/// use chengyan::stats::normalised_deviation_of_proportions as dp_norm;
///
/// let dp = dp_norm(&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11]).unwrap();
/// assert!((dp - 0.18 / 0.82).abs() < 1e-12);
/// assert_eq!(dp_norm(&[3], &[100]), None);
/// ```
pub fn normalised_deviation_of_proportions(uses: &[u64], lengths: &[u64]) -> Option<f64> {
    let n_parts = uses.len().min(lengths.len());
    let lengths = &lengths[..n_parts];
    let total: u64 = lengths.iter().sum();
    let smallest = lengths.iter().copied().filter(|length| *length > 0).min()?;
    if smallest == total {
        return None;
    }
    let largest = 1.0 - smallest as f64 / total as f64;
    deviation_of_proportions(uses, lengths).map(|dp| (dp / largest).min(1.0))
}

/// As [`normalised_deviation_of_proportions`], for a word given by the few parts that use it.
///
/// Parts that do not use the word add just their share of all words, so that the rest is one subtraction.
pub(super) fn normalised_of_few(uses: &[(u64, u64)], total: u64, smallest: u64) -> Option<f64> {
    let n: u64 = uses.iter().map(|(n, _)| n).sum();
    if n == 0 || smallest >= total {
        return None;
    }
    let part = |length: u64| length as f64 / total as f64;
    let within: f64 = uses.iter().map(|&(used, length)| (used as f64 / n as f64 - part(length)).abs()).sum();
    let used_parts: u64 = uses.iter().map(|(_, length)| length).sum();
    let dp = (within + part(total.saturating_sub(used_parts))) / 2.0;
    Some((dp / (1.0 - part(smallest))).min(1.0))
}

/// How many times as much a word's counts vary from block to block as independent uses would: the sum of the squared
/// differences between a block's uses and those expected at its text's own rate, over the sum of the uses.
///
/// 1 for independent uses, c for uses that always come c at a time, less where each block has its share. With blocks of
/// equal length it is the index of dispersion, variance over mean, and the dispersion parameter of the quasi-Poisson model;
/// with unequal ones Pearson's χ², which that uses, would take a single use in a heading of two words for a clump. Each
/// text is its uses and its lengths by block. Texts without uses say nothing; `None` where none is left with two blocks.
///
/// ```
/// use chengyan::stats::overdispersion;
///
/// let clumps: (&[u64], &[u64]) = (&[4, 0, 0, 4, 0, 0, 0, 4, 0, 0], &[100; 10]);
/// assert!(overdispersion(&[clumps]).unwrap() > 3.0);
/// ```
pub fn overdispersion(texts: &[(&[u64], &[u64])]) -> Option<f64> {
    let texts: Vec<(Vec<(u64, u64)>, Blocks)> = texts
        .iter()
        .map(|(uses, lengths)| {
            let lengths = &lengths[..uses.len().min(lengths.len())];
            let parts = uses.iter().zip(lengths).map(|(n, length)| (*n, *length)).filter(|(n, _)| *n > 0);
            (parts.collect(), Blocks::new(lengths.iter().copied()))
        })
        .collect();
    overdispersion_of_few(texts.iter().map(|(parts, blocks)| (parts.as_slice(), *blocks)))
}

/// The lengths of a text's blocks, summed up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Blocks {
    /// Blocks with words.
    pub n_blocks: u64,
    pub n_words: u64,
    /// Sum of the squared lengths.
    pub squares: f64,
}

impl Blocks {
    pub fn new(lengths: impl Iterator<Item = u64>) -> Self {
        lengths.filter(|length| *length > 0).fold(Blocks::default(), |blocks, length| Blocks {
            n_blocks: blocks.n_blocks + 1,
            n_words: blocks.n_words + length,
            squares: blocks.squares + length as f64 * length as f64,
        })
    }
}

/// As [`overdispersion`], of texts given by the uses and the length of the few blocks that use the word.
pub(super) fn overdispersion_of_few<'t>(
    texts: impl Iterator<Item = (&'t [(u64, u64)], Blocks)>,
) -> Option<f64> {
    let (mut squares, mut uses) = (0.0, 0.0);
    for (parts, blocks) in texts {
        let n = parts.iter().map(|(n, _)| n).sum::<u64>() as f64;
        if n == 0.0 || blocks.n_blocks < 2 {
            continue;
        }
        let rate = n / blocks.n_words as f64;
        // Σ (n − e)² = Σ n² − 2 Σ n e + Σ e², of which only the last has a part in every block.
        let used: f64 = parts
            .iter()
            .map(|&(n, length)| (n as f64, rate * length as f64))
            .map(|(n, expected)| n * n - 2.0 * n * expected)
            .sum();
        let n_blocks = blocks.n_blocks as f64;
        squares += (used + rate * rate * blocks.squares) * n_blocks / (n_blocks - 1.0);
        uses += n;
    }
    (uses > 0.0).then(|| f64::max(squares / uses, 0.0))
}
