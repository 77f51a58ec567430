//! How strongly two words keep company, from four counts.
//!
//! The unit is a window in which words count as together: a clause, a sentence, a block. Of all windows, so many hold
//! the one word, so many the other, so many both. Numbers only: what a window is, and that a word counts once in each,
//! is the caller's.
//!
//! The three measures answer different questions. PMI is largest for rare pairs and means little below some five
//! windows together; logDice does not depend on the size of the corpus and can be compared between cities; G² says
//! how hard the company is to explain by chance, were windows independent.
//!
//! # Sources
//! - K. W. Church, P. Hanks (1990), Word association norms, mutual information, and lexicography, Computational
//!   Linguistics 16 (1), 22-29.
//! - P. Rychlý (2008), A lexicographer-friendly association score, RASLAN 2008, Brno, 6-9.
//! - S. Evert (2005), The Statistics of Word Cooccurrences, Stuttgart (contingency tables, the sign of G²).

use super::keyness::spread;

/// Windows, by which of two words they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Company {
    /// Windows with both words.
    pub n_both: u64,
    /// Windows with the first word.
    pub n_first: u64,
    /// Windows with the second word.
    pub n_second: u64,
    /// All windows.
    pub n_windows: u64,
}

impl Company {
    /// The same with margins that no count exceeds, so that garbage gives a finite number too.
    fn sane(self) -> Self {
        let n_first = self.n_first.max(self.n_both);
        let n_second = self.n_second.max(self.n_both);
        let n_either = n_first.saturating_add(n_second - self.n_both);
        Company { n_first, n_second, n_windows: self.n_windows.max(n_either), ..self }
    }

    /// Windows with both that would be expected were the words strangers: `n_first n_second / n_windows`.
    pub fn expected(self) -> f64 {
        let sane = self.sane();
        if sane.n_windows == 0 {
            0.0
        } else {
            sane.n_first as f64 * sane.n_second as f64 / sane.n_windows as f64
        }
    }

    /// Pointwise mutual information in bits: `log₂(observed / expected)`; `None` where the words never meet.
    ///
    /// ```
    /// use chengyan::stats::Company;
    ///
    /// let pair = Company { n_both: 8, n_first: 16, n_second: 32, n_windows: 1_024 };
    /// assert_eq!(pair.pmi(), Some(4.0));
    /// ```
    pub fn pmi(self) -> Option<f64> {
        (self.n_both > 0).then(|| libm::log2(self.n_both as f64 / self.expected()))
    }

    /// logDice: `14 + log₂(2 n_both / (n_first + n_second))`; `None` where the words never meet.
    ///
    /// At most 14, when neither stands without the other; one less means half as strong; below 0 is no company.
    ///
    /// ```
    /// use chengyan::stats::Company;
    ///
    /// let pair = Company { n_both: 8, n_first: 8, n_second: 8, n_windows: 1_024 };
    /// assert_eq!(pair.log_dice(), Some(14.0));
    /// ```
    pub fn log_dice(self) -> Option<f64> {
        let sane = self.sane();
        let sum = sane.n_first as f64 + sane.n_second as f64;
        (self.n_both > 0).then(|| 14.0 + libm::log2(2.0 * self.n_both as f64 / sum))
    }

    /// Log-likelihood G² of the 2 × 2 table, negative where the words meet less often than strangers would.
    pub fn g2(self) -> f64 {
        let sane = self.sane();
        let with = (sane.n_both as f64, sane.n_first as f64);
        let without = ((sane.n_second - sane.n_both) as f64, (sane.n_windows - sane.n_first) as f64);
        let g2 = spread([with, without].into_iter());
        if (sane.n_both as f64) < sane.expected() { -g2 } else { g2 }
    }
}
