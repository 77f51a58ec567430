//! The statistics against values that other software and the literature give.

use chengyan::stats::{log_likelihood, log_likelihood_spread, log_ratio, rate, signed_log_likelihood};
use proptest::prelude::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[path = "stats/formulas.rs"]
mod formulas;
#[path = "stats/lists.rs"]
mod lists;
#[path = "stats/resampling.rs"]
mod resampling;
#[path = "stats/runs.rs"]
mod runs;

/// Equal to ten significant digits, which is what two correct implementations may be asked for.
fn assert_close(actual: f64, expected: f64, what: &str) {
    let error = (actual - expected).abs() / expected.abs().max(1.0);
    assert!(error < 1e-10, "{what}: {actual} instead of {expected}");
}

/// scipy 1.17.1:
/// `chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood")`
#[test]
fn log_likelihood_is_what_scipy_computes() {
    let cases = [
        ((30, 5_000, 20, 15_000), 27.465713177600296),
        ((0, 5_000, 20, 15_000), 11.513954754496421),
        ((1, 400, 0, 21_000), 7.961818664039539),
        ((80, 9_000, 35, 8_800), 17.199362853742578),
        ((500, 1_000, 100, 1_000), 406.996900316787),
        ((7, 340, 7, 430), 0.19617338021409703),
        ((110, 2_442, 1, 29_114), 556.3594692816168),
        ((123_456, 10_000_000, 98_765, 9_000_000), 773.0789815486205),
    ];
    for ((a, c, b, d), expected) in cases {
        assert_close(log_likelihood(a, c, b, d), expected, &format!("{a}/{c} : {b}/{d}"));
    }
}

/// The two highest ranking bigrams of Dunning (1993), table 1, given there to two decimals as
/// k(AB), k(¬A B), k(A ¬B), k(¬A ¬B).
#[test]
fn log_likelihood_is_what_dunning_printed() {
    let cases = [("the swiss", [110, 2_442, 111, 29_114], 270.72), ("can be", [29, 13, 123, 31_612], 263.90)];
    for (bigram, [ab, not_a_b, a_not_b, neither], printed) in cases {
        let g2 = log_likelihood(ab, ab + a_not_b, not_a_b, not_a_b + neither);
        assert!((g2 - printed).abs() < 0.005, "{bigram}: {g2}");
    }
}

/// scipy 1.17.1: `power_divergence([a, b], f_exp=[c*(a+b)/(c+d), d*(a+b)/(c+d)],
/// lambda_="log-likelihood")` is the two-term form of Rayson and Garside (2000).
#[test]
fn the_two_term_form_of_others_is_never_larger() {
    let cases = [
        ((30, 5_000, 20, 15_000), 27.3838),
        ((500, 1_000, 100, 1_000), 291.1031),
        ((80, 9_000, 35, 8_800), 17.0913),
    ];
    for ((a, c, b, d), two_term) in cases {
        assert!(log_likelihood(a, c, b, d) >= two_term, "{a}/{c} : {b}/{d}");
    }
}

/// scipy 1.17.1: as above, with one column per text.
#[test]
fn log_likelihood_spread_is_what_scipy_computes() {
    let cases: [(&[u64], &[u64], f64); 5] = [
        (&[30, 20, 10], &[1_000, 2_000, 3_000], 44.4856594183435),
        (&[12, 0, 5, 1], &[340, 430, 900, 12_000], 88.23411329015659),
        (&[5, 5, 5], &[100, 1_000, 10_000], 39.51152143658953),
        (&[1, 2, 3, 4, 5, 6, 7, 8], &[500; 8], 10.355107682088525),
        (&[80, 1, 0, 0, 2], &[21_000, 1_200, 430, 340, 400], 9.708332500555688),
    ];
    for (counts, totals, expected) in cases {
        let g2 = log_likelihood_spread(counts, totals);
        assert_close(g2, expected, &format!("{counts:?} of {totals:?}"));
    }
}

/// numpy 2.4.6: `log2((a / c) / (b / d))`, with 0.5 in place of a count of zero.
#[test]
fn log_ratio_is_what_hardie_defines() {
    let cases = [
        ((30, 5_000, 20, 15_000), 2.169925001442312),
        ((80, 9_000, 35, 8_800), 1.1602236002500186),
        ((0, 340, 20, 21_000), 0.6267826764157833),
        ((5, 340, 0, 21_000), 9.270638866190508),
        ((8, 1_000, 2, 1_000), 2.0),
        ((1, 1_000, 1, 1_000), 0.0),
    ];
    for ((a, c, b, d), expected) in cases {
        assert_close(log_ratio(a, c, b, d), expected, &format!("{a}/{c} : {b}/{d}"));
    }
}

#[test]
fn empty_texts_and_absent_words_give_zero() {
    for (a, c, b, d) in [(0, 0, 0, 0), (0, 0, 5, 100), (5, 100, 0, 0), (0, 100, 0, 200)] {
        assert_eq!(log_likelihood(a, c, b, d), 0.0, "{a}/{c} : {b}/{d}");
        assert_eq!(signed_log_likelihood(a, c, b, d), 0.0, "{a}/{c} : {b}/{d}");
        assert_eq!(log_ratio(a, c, b, d), 0.0, "{a}/{c} : {b}/{d}");
    }
    assert_eq!(rate(0, 0), 0.0);
    assert_eq!(log_likelihood_spread(&[], &[]), 0.0);
    assert_eq!(log_likelihood_spread(&[3], &[10]), 0.0);
}

#[test]
fn texts_without_words_add_nothing_to_the_spread() {
    let with = log_likelihood_spread(&[3, 0, 9, 0], &[100, 0, 100, 0]);
    assert_eq!(with, log_likelihood_spread(&[3, 9], &[100, 100]));
}

proptest! {
    #[test]
    fn everything_is_finite_for_any_numbers(a: u64, b: u64, c: u64, d: u64) {
        prop_assert!(rate(a, b).is_finite());
        prop_assert!(log_likelihood(a, b, c, d).is_finite());
        prop_assert!(signed_log_likelihood(a, b, c, d).is_finite());
        prop_assert!(log_ratio(a, b, c, d).is_finite());
    }

    #[test]
    fn equal_rates_give_exactly_zero(n in 1u64..1_000, total in 1u64..1_000, k in 1u64..100) {
        let total = n + total;
        prop_assert_eq!(log_likelihood(n, total, k * n, k * total), 0.0);
        prop_assert_eq!(log_ratio(n, total, k * n, k * total), 0.0);
    }

    #[test]
    fn the_log_likelihood_keeps_its_bounds_and_does_not_mind_the_order(
        n in (0u64..5_000, 0u64..5_000),
        rest in (0u64..100_000, 0u64..100_000),
    ) {
        let totals = (n.0 + rest.0, n.1 + rest.1);
        let g2 = log_likelihood(n.0, totals.0, n.1, totals.1);
        let bound = 2.0 * libm::log(2.0) * (totals.0 + totals.1) as f64;
        prop_assert!(0.0 <= g2 && g2 <= bound * (1.0 + 1e-12), "{} of {}", g2, bound);
        prop_assert_eq!(g2, log_likelihood(n.1, totals.1, n.0, totals.0));
    }

    #[test]
    fn the_signs_of_log_likelihood_and_log_ratio_agree(
        n in (1u64..5_000, 1u64..5_000),
        rest in (0u64..100_000, 0u64..100_000),
    ) {
        let totals = (n.0 + rest.0, n.1 + rest.1);
        let g2 = signed_log_likelihood(n.0, totals.0, n.1, totals.1);
        let ratio = log_ratio(n.0, totals.0, n.1, totals.1);
        prop_assert!(g2 * ratio >= 0.0, "{} and {}", g2, ratio);
    }
}
