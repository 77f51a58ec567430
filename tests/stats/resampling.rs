//! Resampling against the whole distribution, which numpy enumerates, and against scipy's own bootstrap.

use super::assert_close;
use chengyan::stats::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const ONE: [u32; 7] = [150, 210, 120, 180, 95, 260, 140];
const OTHER: [u32; 7] = [160, 150, 170, 140, 200, 155, 190];

fn uses(by_block: &[u32]) -> Vec<Use> {
    let used = (0..).zip(by_block).filter(|(_, n)| **n > 0);
    used.map(|(block, &n)| Use { block, n }).collect()
}

fn resampler() -> Resampler {
    Resampler::new(&[Group { key: 371_400, lengths: &ONE }, Group { key: 371_500, lengths: &OTHER }], 1)
}

fn pair(one: &[u32], other: &[u32]) -> Vec<Estimate> {
    resampler().compare(&[&uses(one), &uses(other)])
}

/// numpy 2.4.6, over all 1,716 resamples of either text with their multinomial probabilities: U, then 2 min(U, 1 − U).
/// Ours rests on 999 or 9,999 draws; four standard errors are allowed.
#[test]
fn p_is_what_all_resamples_together_give() {
    let cases = [
        ([3, 0, 1, 2, 0, 4, 1], [1, 0, 0, 2, 1, 0, 1], 0.11499900796999563),
        ([9, 0, 0, 0, 0, 2, 0], [1, 1, 0, 0, 1, 0, 0], 0.44013874068902004),
        ([0, 1, 0, 0, 1, 0, 0], [1, 1, 1, 0, 2, 0, 1], 0.062168974290244414),
    ];
    for (one, other, exact) in cases {
        let texts =
            [(one, ONE), (other, OTHER)].map(|(uses, lengths)| (uses.map(u64::from), lengths.map(u64::from)));
        let clumped =
            overdispersion(&[(&texts[0].0, &texts[0].1), (&texts[1].0, &texts[1].1)]).expect("there is one");
        for (estimate, (_, lengths)) in pair(&one, &other).into_iter().zip(texts) {
            let against = estimate.against.expect("there is one");
            let by_counts = against.reference.poisson_test(estimate.n, lengths.iter().sum(), clumped);
            let expected = f64::max(exact, by_counts);
            let error = 4.0 * (exact * (1.0 - exact) / N_DRAWS as f64).sqrt() * 1.5;
            assert!((against.p - expected).abs() < error, "{} instead of {expected}", against.p);
        }
    }
}

/// scipy 1.17.1: `bootstrap((u, L), rate, paired=True, n_resamples=99999, method='percentile')`; the log ratio's by
/// 200,000 draws of numpy. Ours rests on 999: a tenth of the width is allowed.
#[test]
fn intervals_are_what_scipy_computes() {
    let cases = [
        (
            [3, 0, 1, 2, 0, 4, 1],
            [1, 0, 0, 2, 1, 0, 1],
            [38.83495145631068, 143.93939393939394],
            [-0.361, 2.884],
        ),
        (
            [2, 1, 2, 3, 1, 4, 2],
            [0, 1, 0, 0, 1, 0, 0],
            [92.71523178807948, 156.52173913043478],
            [1.678, 5.063],
        ),
        ([0, 1, 0, 0, 1, 0, 0], [1, 1, 1, 0, 2, 0, 1], [0.0, 42.780748663101605], [-3.776, 0.086]),
    ];
    for (one, other, rate, ratio) in cases {
        let estimate = &pair(&one, &other)[0];
        let against = estimate.against.as_ref().expect("there is one");
        for (ours, [low, high]) in [(estimate.interval, rate), (against.interval, ratio)] {
            let width = (high - low) / 10.0;
            assert!(
                (ours.low - low).abs() < width && (ours.high - high).abs() < width,
                "{ours:?}: {low} to {high}"
            );
        }
    }
}

#[test]
fn a_difference_is_believed_only_if_bare_counts_do_not_explain_it_either() {
    // All resamples agree (numpy, by enumeration: p = 3.4e-8), for want of blocks; 15 against 2 uses allow 0.0024 at best.
    let against = pair(&[2, 1, 2, 3, 1, 4, 2], &[0, 1, 0, 0, 1, 0, 0])[0].against.expect("there is one");
    assert_close(against.p, poisson_test(15, 1_155, 2, 1_165), "p");
}

#[test]
fn clumps_are_no_evidence() {
    let even = pair(&[2, 2, 1, 2, 1, 2, 1], &[0, 0, 1, 0, 0, 1, 0])[0].against.expect("there is one");
    let clump = pair(&[0, 0, 0, 0, 0, 11, 0], &[0, 0, 1, 0, 0, 1, 0])[0].against.expect("there is one");
    assert!(even.p < 0.05 && even.bound > 0.0, "{even:?}");
    assert!(clump.p > 0.3 && clump.bound == 0.0, "{clump:?}");
    assert_close(even.g2, clump.g2, "log-likelihood cannot tell the two apart");
}

#[test]
fn a_text_that_lacks_a_word_is_not_sure_of_it() {
    let estimates = pair(&[0; 7], &[1, 0, 0, 0, 0, 1, 0]);
    let lacks = &estimates[0];
    let against = lacks.against.as_ref().expect("there is one");
    assert_eq!((lacks.n, lacks.rate, lacks.dispersion), (0, 0.0, None));
    assert!((lacks.interval.high - 36_888.794_541_139 / 1_155.0).abs() < 1e-9, "{:?}", lacks.interval);
    // Bare counts: 2 of 2 uses in one of two texts of like length have p = 0.5.
    assert!(against.p >= 0.5 && against.bound == 0.0, "{against:?}");
    assert!(estimates[1].against.as_ref().expect("there is one").p >= 0.5);
}

#[test]
fn a_word_that_nobody_uses_differs_nowhere() {
    for estimate in resampler().compare(&[]) {
        let against = estimate.against.expect("there is one");
        assert_eq!((against.p, against.bound, against.g2, against.log_ratio), (1.0, 0.0, 0.0, 0.0));
    }
}

#[test]
fn a_short_text_is_neither_compared_nor_a_reference() {
    let short = [60u32; 7];
    let groups = [(1, &ONE), (2, &OTHER), (3, &short)].map(|(key, lengths)| Group { key, lengths });
    let (a, b, all) = (uses(&[1; 7]), uses(&[2; 7]), uses(&[9; 7]));
    let with = Resampler::new(&groups, 1).compare(&[&a, &b, &all]);
    assert_eq!(with[2].against, None);
    assert!(with[2].rate > 0.0 && with[2].interval.contains(with[2].rate));
    assert_eq!(with[..2], Resampler::new(&groups[..2], 1).compare(&[&a, &b]));
    // Alone there is nothing to compare with.
    assert_eq!(Resampler::new(&groups[..1], 1).compare(&[&a])[0].against, None);
}

#[test]
fn the_same_seed_gives_the_same_and_other_cities_change_no_interval_of_a_rate() {
    let (one, other) = ([3, 0, 1, 2, 0, 4, 1], [1, 0, 0, 2, 1, 0, 1]);
    assert_eq!(pair(&one, &other), pair(&one, &other));
    let alone = Resampler::new(&[Group { key: 371_400, lengths: &ONE }], 1).compare(&[&uses(&one)]);
    assert_eq!(alone[0].interval, pair(&one, &other)[0].interval);
}

#[test]
fn the_same_bits_as_ever() {
    // A change of method may change this; a change of platform must not.
    let against = pair(&[3, 0, 1, 2, 0, 4, 1], &[1, 0, 0, 2, 1, 0, 1])[0].against.expect("there is one");
    let bits = [against.p, against.interval.low, against.interval.high].map(f64::to_bits);
    let expected = [4596512891879360641, 13824151490420291625, 4613906145300417166];
    assert_eq!(bits, expected, "{bits:?}");
}

#[test]
fn what_is_not_asked_for_changes_nothing_of_what_is_found() {
    // One city of ten says it thrice as often, the others alike, but for one that never does.
    let lengths = [80; 40];
    let groups: Vec<Group> = (0..10).map(|key| Group { key, lengths: &lengths }).collect();
    let n = |city: usize, block: u32| match city {
        0 => u32::from(!block.is_multiple_of(4)),
        9 => 0,
        _ => u32::from((block + city as u32).is_multiple_of(4)),
    };
    let uses = |city: usize| (0..40).map(|block| Use { block, n: n(city, block) }).collect::<Vec<_>>();
    let by_city: Vec<Vec<Use>> = (0..10).map(uses).collect();
    let slices: Vec<&[Use]> = by_city.iter().map(Vec::as_slice).collect();
    let all = Resampler::new(&groups, 1).compare(&slices);
    let some =
        Resampler::new(&groups, 1).compare_for(&slices, Wanted { rates: Rates::None, ratios: &|_| false });
    let p = |estimates: &[Estimate]| -> Vec<f64> {
        estimates.iter().map(|estimate| estimate.against.map_or(1.0, |against| against.p)).collect()
    };
    assert!(p(&all)[0] <= 0.001 && p(&all)[9] <= 0.05, "{:?}", p(&all));
    for (all, some) in all.iter().zip(&some) {
        let (all, some) = (all.against.expect("there is one"), some.against.expect("there is one"));
        assert!(if all.p <= 0.05 { all == some } else { some.p > 0.05 }, "{all:?} {some:?}");
    }
}

#[test]
fn few_blocks_are_drawn_often_and_many_less_often() {
    assert_eq!(n_draws([100, 100]), MAX_DRAWS);
    assert_eq!(n_draws(vec![300; 40]), N_DRAWS);
    assert_eq!(n_draws([500, 500, 500]), 5_333);
    assert_eq!(n_draws([1_000_000; 3]), 5_333);
    assert_eq!(n_draws([]), MAX_DRAWS);
}

/// A stream of numbers of the test's own.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// Texts of which nothing differs, with words in clumps of one to five: the share of tests with p <= 0.05 is to be 0.05,
/// and that of intervals that hold the true rate 0.95. The tests that suppose independence are far from it.
#[test]
fn where_nothing_differs_one_test_in_twenty_says_so() {
    nothing_differs(5, 200);
}

/// Of so many the others' draws are taken again.
#[test]
fn among_many_cities_too_one_test_in_twenty_says_so() {
    nothing_differs(12, 80);
}

fn nothing_differs(n_cities: u64, n_words: usize) {
    let mut chance = Chance(20_190_224);
    let lengths: Vec<Vec<u32>> =
        (0..n_cities).map(|_| (0..40).map(|_| 60 + chance.below(80) as u32).collect()).collect();
    let groups: Vec<Group> = lengths.iter().zip(1..).map(|(lengths, key)| Group { key, lengths }).collect();
    let mut resampler = Resampler::new(&groups, 3);
    let (mut n, mut n_found, mut n_found_alone, mut n_held) = (0.0, 0.0, 0.0, 0.0);
    for _ in 0..n_words {
        let by_group: Vec<Vec<Use>> = lengths
            .iter()
            .map(|lengths| {
                // One block of ten has a clump of three on average: 30 uses in 10,000 words.
                let is_used = lengths.iter().map(|length| chance.below(1_000) < u64::from(*length));
                let is_used: Vec<bool> = is_used.collect();
                (0..)
                    .zip(is_used)
                    .filter(|(_, used)| *used)
                    .map(|(block, _)| Use { block, n: 1 + chance.below(5) as u32 })
                    .collect()
            })
            .collect();
        let slices: Vec<&[Use]> = by_group.iter().map(Vec::as_slice).collect();
        for (estimate, lengths) in resampler.compare(&slices).into_iter().zip(&lengths) {
            let against = estimate.against.expect("there is one");
            let n_words = lengths.iter().sum::<u32>().into();
            n += 1.0;
            n_found += f64::from(u8::from(against.p <= 0.05));
            n_found_alone +=
                f64::from(u8::from(against.reference.poisson_test(estimate.n, n_words, 1.0) <= 0.05));
            n_held += f64::from(u8::from(estimate.interval.contains(30.0)));
        }
    }
    let (found, alone, held) = (n_found / n, n_found_alone / n, n_held / n);
    println!("p <= 0.05 in {found}, supposing independence in {alone}; intervals hold {held}");
    assert!(found < 0.06 && alone > 0.2 && held > 0.85, "{found} {alone} {held}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_190_224),
        // Each draws ten thousand times.
        cases: 10,
        ..ProptestConfig::default()
    })]

    #[test]
    fn estimates_are_sane_for_any_blocks(
        blocks in prop::collection::vec((prop::collection::vec(0u32..300, 0..30), 0u64..4), 1..5),
        by_block in prop::collection::vec(prop::collection::vec((0u32..40, 0u32..6), 0..9), 1..5),
    ) {
        let groups: Vec<Group> = blocks.iter().map(|(lengths, key)| Group { key: *key, lengths }).collect();
        let mut resampler = Resampler::new(&groups, 1);
        let lists: Vec<Vec<Use>> = by_block
            .into_iter()
            .map(|list| list.into_iter().collect::<std::collections::BTreeMap<u32, u32>>())
            .map(|list| list.into_iter().map(|(block, n)| Use { block, n }).collect())
            .collect();
        let slices: Vec<&[Use]> = lists.iter().map(Vec::as_slice).collect();
        let estimates = resampler.compare(&slices);
        prop_assert_eq!(estimates.len(), groups.len());
        for estimate in &estimates {
            prop_assert!(estimate.interval.low <= estimate.interval.high && estimate.interval.high.is_finite());
            let Some(against) = estimate.against else { continue };
            prop_assert!(against.p > 0.0 && against.p <= 1.0);
            prop_assert!(against.interval.low <= against.interval.high && against.interval.high.is_finite());
            prop_assert!(against.interval.low.is_finite() && against.g2.is_finite() && against.log_ratio.is_finite());
        }
        let ranks = resampler.ranks(&slices);
        let n_ranked = ranks.iter().flatten().count();
        for rank in ranks.iter().flatten() {
            prop_assert!(1 <= rank.best && rank.best <= rank.worst && rank.worst <= n_ranked);
        }
    }
}
