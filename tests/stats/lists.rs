//! Which words may be called distinctive, shared or missing, and which cities may be ranked.

use chengyan::stats::*;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Twenty blocks of 120 words.
const LENGTHS: [u32; 20] = [120; 20];

fn resampler(n_groups: u64) -> Resampler {
    let groups: Vec<Group> = (0..n_groups).map(|key| Group { key, lengths: &LENGTHS }).collect();
    Resampler::new(&groups, 1)
}

/// So many uses, one in each of the first blocks, more in them if there are not enough.
fn spread(n: u32) -> Vec<Use> {
    (0..n.min(20)).map(|block| Use { block, n: n / 20 + u32::from(block < n % 20) }).collect()
}

fn compare(by_group: &[Vec<Use>]) -> Vec<Estimate> {
    let slices: Vec<&[Use]> = by_group.iter().map(Vec::as_slice).collect();
    resampler(by_group.len() as u64).compare(&slices)
}

fn findings(by_group: &[Vec<Use>]) -> Vec<Option<Finding>> {
    let estimates = compare(by_group);
    estimates
        .iter()
        .map(|estimate| finding(estimate, estimate.against.map_or(1.0, |against| against.p)))
        .collect()
}

#[test]
fn a_word_that_runs_through_one_city_is_distinctive_there() {
    let found = findings(&[spread(18), spread(2), spread(3), spread(2)]);
    assert_eq!(found, [Some(Finding::Distinctive), None, None, None]);
}

#[test]
fn a_word_in_one_block_is_distinctive_nowhere() {
    let clump = vec![Use { block: 4, n: 18 }];
    assert_eq!(findings(&[clump, spread(2), spread(3), spread(2)]), [None; 4]);
}

#[test]
fn what_all_others_say_throughout_is_missing() {
    let found = findings(&[vec![], spread(15), spread(14), spread(16)]);
    assert_eq!(found[0], Some(Finding::Missing));
}

#[test]
fn what_one_other_city_says_is_its_own_and_not_missing() {
    let found = findings(&[vec![], spread(40), vec![], vec![]]);
    assert_eq!(found, [None, Some(Finding::Distinctive), None, None]);
}

#[test]
fn a_word_of_which_little_is_expected_is_not_missing() {
    assert_eq!(findings(&[vec![], spread(2), spread(3), spread(2)]), [None; 4]);
}

#[test]
fn a_word_is_shared_if_all_say_it_about_as_often() {
    let rate = 10.0 / 2_400.0 * 10_000.0;
    assert_eq!(shared(&compare(&[spread(12), spread(14), spread(10), spread(11)])), Some(rate));
    assert_eq!(
        shared(&compare(&[spread(12), spread(14), spread(2), spread(11)])),
        None,
        "one hardly says it"
    );
    assert_eq!(
        shared(&compare(&[spread(120), spread(14), spread(10), spread(11)])),
        None,
        "one says it far more"
    );
    assert_eq!(shared(&compare(&[spread(12)])), None, "one city shares with nobody");
}

#[test]
fn too_much_corrected_is_not_found() {
    let estimates = compare(&[spread(18), spread(2), spread(3), spread(2)]);
    assert_eq!(finding(&estimates[0], 0.051), None);
}

#[test]
fn text_is_enough_from_the_stated_size_on() {
    assert!(is_enough(MIN_WORDS, MIN_BLOCKS));
    assert!(!is_enough(MIN_WORDS - 1, 100) && !is_enough(100_000, MIN_BLOCKS - 1));
}

fn ranks(by_group: &[Vec<Use>]) -> Vec<(usize, usize)> {
    let slices: Vec<&[Use]> = by_group.iter().map(Vec::as_slice).collect();
    let ranks = resampler(by_group.len() as u64).ranks(&slices);
    ranks.into_iter().flatten().map(|rank| (rank.best, rank.worst)).collect()
}

/// The same by numpy 2.4.6 with 20,000 draws: `v = rates.var(1, ddof=1)`, `c = quantile(max(|x* - y* - d| / sqrt(vx + vy)),
/// .95)`, above where `d > max(c, 1.96) * sqrt(max(vx, px) + max(vy, py))` with the variance p of a Poisson count.
#[test]
fn ties_are_not_ranked_and_clear_differences_are() {
    let clumps =
        |n: u32| (0..20).filter(|block| block % 3 > 0).map(|block| Use { block, n: n + block % 4 }).collect();
    assert_eq!(ranks(&[clumps(12), clumps(1), clumps(4)]), [(1, 1), (3, 3), (2, 2)]);
    assert_eq!(ranks(&[clumps(2), clumps(3), clumps(2), clumps(12)]), [(2, 4), (2, 4), (2, 4), (1, 1)]);
    assert_eq!(ranks(&[clumps(1), clumps(2), clumps(3), clumps(5)]), [(2, 4), (1, 4), (1, 4), (1, 3)]);
    let interval = RankInterval { best: 2, worst: 4 };
    assert_eq!((interval.rank(), RankInterval { best: 2, worst: 2 }.rank()), (None, Some(2)));
}

#[test]
fn a_rate_of_nothing_is_as_uncertain_as_one_use() {
    assert_eq!(ranks(&[vec![], spread(1)]), [(1, 2), (1, 2)]);
    assert_eq!(ranks(&[vec![], spread(20)]), [(2, 2), (1, 1)]);
    assert_eq!(ranks(&[vec![]]), [(1, 1)]);
}
