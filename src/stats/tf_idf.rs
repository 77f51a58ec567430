//! TF-IDF over cities: words that a city uses often and few cities use at all.
//!
//! The variant is relative frequency times the plain logarithm of the inverse share of cities,
//!
//! ```text
//! tf-idf = n / n_total × ln(n_cities / n_cities_with)
//! ```
//!
//! so that a word of every city weighs exactly 0. Others smooth the second factor or add 1 to it (scikit-learn), which
//! ranks common words high when there are only a handful of cities. Readers expect this figure; it knows neither how
//! much text there is nor whether a difference could be chance. Keyness does.
//!
//! Sources: K. Spärck Jones (1972), A statistical interpretation of term specificity and its application in retrieval,
//! Journal of Documentation 28 (1), 11-21; G. Salton, C. Buckley (1988), Term-weighting approaches in automatic text
//! retrieval, Information Processing & Management 24 (5), 513-523.

/// TF-IDF of a word in a city, per word of the city.
///
/// 0 where the city has no words, where no city uses the word, and where all do. `n_cities_with` above `n_cities` is
/// read as `n_cities`.
///
/// ```
/// use chengyan::stats::tf_idf;
///
/// // 8 of 2,000 words, used by one city of four.
/// assert!((tf_idf(8, 2_000, 1, 4) - 0.004 * 4f64.ln()).abs() < 1e-15);
/// assert_eq!(tf_idf(8, 2_000, 4, 4), 0.0);
/// ```
pub fn tf_idf(n: u64, n_total: u64, n_cities_with: u64, n_cities: u64) -> f64 {
    if n_total == 0 || n_cities_with == 0 || n_cities_with >= n_cities {
        return 0.0;
    }
    n as f64 / n_total as f64 * libm::log(n_cities as f64 / n_cities_with as f64)
}
