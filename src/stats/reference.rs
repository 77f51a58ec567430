//! What a city is compared with: all other cities, each with the same say.
//!
//! # Why equal weight
//! If the others' texts were put together, the longest would be the reference: a word would stand out in every city
//! because one long text avoids it. So each other city has one vote: the reference's rate is the plain mean of their
//! rates. The city itself is left out; a word cannot be key against itself.
//!
//! # How much text that is
//! Log-likelihood needs a size, not only a rate. If the uses are independent, a mean of k rates r̂ᵢ out of Tᵢ words has
//! the variance `r / k² × Σ 1 / Tᵢ`, which is that of a single text of
//!
//! ```text
//! T = k² / Σ (1 / Tᵢ)      k times the harmonic mean of the others' lengths
//! ```
//!
//! words. This is Kish's effective number ([`effective_number`]) of words that weigh 1 / Tᵢ each. With equal lengths it
//! is the whole of them; else it is less, since the long texts' surplus is not listened to. The expected count is then
//! `rate × T`, and need not be whole.
//!
//! # Promises and limits
//! A short text among the others has a full vote and makes the reference small: 40 words beside 20,000 leave an
//! effective size of 160. So cities with too little text must be left out by the caller; [`Resampler`](super::Resampler)
//! does so. That cities differ among themselves, over and above chance, is not in the size: it is in the resampling.
//!
//! [`effective_number`]: super::effective_number

use super::effect::conditional;
use super::frequency::{PER, rate};
use super::keyness::spread;
use super::others::OtherTexts;

/// The mean of some texts' rates, and the size of one text that would know it as well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reference {
    /// Uses per 10,000 words: the mean of the texts' rates.
    pub rate: f64,
    /// Effective size in words.
    pub size: f64,
}

impl Reference {
    /// The reference that some texts make, given as uses and words of each; texts without words are left out. `None`
    /// if none is left.
    ///
    /// ```
    /// use chengyan::stats::Reference;
    ///
    /// // Rates of 10 and 30: each has the same say, though one text is nine times as long.
    /// let others = Reference::equal_weight(&[(9, 9_000), (3, 1_000)]).unwrap();
    /// assert_eq!(others.rate, 20.0);
    /// assert!((others.size - 3_600.0).abs() < 1e-9);
    /// ```
    pub fn equal_weight(texts: &[(u64, u64)]) -> Option<Self> {
        Self::of_rates(texts.iter().map(|&(n, n_total)| (rate(n, n_total), n_total)))
    }

    /// The same of texts given by their rates and lengths.
    fn of_rates(texts: impl Iterator<Item = (f64, u64)>) -> Option<Self> {
        let (mut others, mut rates) = (OtherTexts::default(), 0.0);
        for (rate, n_total) in texts.filter(|(_, n_total)| *n_total > 0) {
            others.add(n_total);
            rates += rate;
        }
        others.reference(rates)
    }

    /// Uses that a text of this length would have at the reference's rate.
    pub fn expected(&self, n_total: u64) -> f64 {
        self.rate * n_total as f64 / PER
    }

    /// Uses in the reference's effective size; not a whole number.
    fn uses(&self) -> f64 {
        self.rate * self.size / PER
    }

    /// Log-likelihood G² of a text against the reference, over the full table as
    /// [`log_likelihood`](super::log_likelihood), negative where the word is rarer in the text.
    pub fn signed_log_likelihood(&self, n: u64, n_total: u64) -> f64 {
        let g2 = spread([(n as f64, n_total as f64), (self.uses(), self.size)].into_iter());
        if (n as f64) < self.expected(n_total.max(n)) { -g2 } else { g2 }
    }

    /// Log ratio against the reference; as in [`log_ratio`](super::log_ratio) less than half a use is read as half a
    /// use, in the text and in the reference's effective size. 0 where the text is empty or nobody uses the word.
    pub fn log_ratio(&self, n: u64, n_total: u64) -> f64 {
        if n_total == 0 || (n == 0 && self.rate == 0.0) {
            return 0.0;
        }
        let text = (n as f64).max(0.5) / n_total.max(n) as f64;
        libm::log2(text / (self.uses().max(0.5) / self.size))
    }

    /// [`poisson_test`](super::poisson_test) of a text against the reference in its effective size, with all counts divided
    /// by how many times as much as independent ones they vary ([`overdispersion`](super::overdispersion)); less than 1 is
    /// read as 1.
    pub fn poisson_test(&self, n: u64, n_total: u64, overdispersion: f64) -> f64 {
        let clump = overdispersion.max(1.0);
        conditional(n as f64 / clump, n_total.max(n) as f64, self.uses() / clump, self.size)
    }
}
