//! Shared runs against a slow search that tries everything.

use chengyan::stats::{Letters, MIN_RUN, SharedRuns};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

type Text = (u16, Vec<u32>);

fn found(texts: &[Text]) -> SharedRuns {
    let mut letters = Letters::default();
    for (group, text) in texts {
        letters.push(*group, text.iter().copied());
    }
    letters.shared_runs()
}

fn holds(text: &[u32], run: &[u32]) -> bool {
    text.windows(run.len()).any(|window| window == run)
}

/// Whether a stretch stands in a text of another group.
fn is_elsewhere(texts: &[Text], group: u16, run: &[u32]) -> bool {
    !run.contains(&0) && texts.iter().any(|(other, text)| *other != group && holds(text, run))
}

fn shared_by_trying(texts: &[Text]) -> Vec<Vec<bool>> {
    let of_text = |(group, text): &Text| {
        let mut is_shared = vec![false; text.len()];
        for (at, run) in text.windows(MIN_RUN).enumerate() {
            if is_elsewhere(texts, *group, run) {
                is_shared[at..at + MIN_RUN].fill(true);
            }
        }
        is_shared
    };
    texts.iter().map(of_text).collect()
}

/// Texts made of a few stretches, so that they have much in common, of three groups.
fn texts() -> impl Strategy<Value = Vec<Text>> {
    let stretch =
        (0_u32..6, 5_u32..30).prop_map(|(from, n)| (1 + 7 * from..1 + 7 * from + n).collect::<Vec<u32>>());
    let letters =
        prop::collection::vec(prop_oneof![8 => stretch, 1 => (0_u32..3).prop_map(|one| vec![one])], 0..6);
    prop::collection::vec((0_u16..3, letters.prop_map(|parts| parts.concat())), 0..7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, rng_seed: RngSeed::Fixed(12), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_letter_is_shared_if_another_group_has_it_in_a_run(texts in texts()) {
        prop_assert_eq!(found(&texts).is_shared, shared_by_trying(&texts));
    }

    #[test]
    fn runs_are_in_several_groups_maximal_sorted_and_never_overlap(texts in texts()) {
        let shared = found(&texts);
        let mut last = usize::MAX;
        for run in &shared.runs {
            prop_assert!(run.n_letters >= MIN_RUN && run.n_letters <= last);
            last = run.n_letters;
            let wholes: Vec<_> = run.uses.iter().filter(|one| one.n_letters == run.n_letters).collect();
            let letters = |at: usize| &texts[wholes[at].text].1[wholes[at].start..wholes[at].start + run.n_letters];
            let groups = wholes.iter().map(|one| texts[one.text].0).collect::<std::collections::BTreeSet<_>>();
            prop_assert!(groups.len() > 1);
            for (at, one) in run.uses.iter().enumerate() {
                let here = &texts[one.text].1[one.start..one.start + one.n_letters];
                prop_assert_eq!(here, &letters(0)[one.from..one.from + one.n_letters]);
                for other in &run.uses[at + 1..] {
                    prop_assert!(one.text != other.text || one.start + one.n_letters <= other.start);
                }
            }
            let is_maximal = |text: &[u32], group: u16, start: usize, end: usize| {
                let longer = |from: usize, to: usize| !is_elsewhere(&texts, group, &text[from..to]);
                (start == 0 || longer(start - 1, end)) && (end == text.len() || longer(start, end + 1))
            };
            let is_any_maximal = wholes.iter().any(|one| {
                let (group, text) = &texts[one.text];
                is_maximal(text, *group, one.start, one.start + one.n_letters)
            });
            prop_assert!(is_any_maximal);
        }
    }

    #[test]
    fn the_order_of_texts_changes_no_run(texts in texts()) {
        let mut turned = texts.clone();
        turned.reverse();
        let runs = |texts: &[Text]| {
            let found = found(texts);
            let of_run = |run: &chengyan::stats::Run| {
                let mut uses: Vec<_> = run.uses.iter().map(|one| (texts[one.text].clone(), one.n_letters)).collect();
                uses.sort();
                (run.n_letters, uses)
            };
            let mut runs: Vec<_> = found.runs.iter().map(of_run).collect();
            runs.sort();
            (runs.iter().map(|(n, _)| *n).collect::<Vec<_>>(), found.is_shared.iter().flatten().filter(|is| **is).count())
        };
        prop_assert_eq!(runs(&texts), runs(&turned));
    }
}

#[test]
fn a_run_in_part_stands_with_the_whole_one() {
    let run: Vec<u32> = (100..140).collect();
    let texts =
        [(0, run.clone()), (1, [&[1], &run[..], &[2]].concat()), (2, [&[3], &run[10..25], &[4]].concat())];
    let runs = found(&texts).runs;
    assert_eq!(runs.len(), 1);
    let uses: Vec<_> =
        runs[0].uses.iter().map(|one| (one.text, one.start, one.from, one.n_letters)).collect();
    assert_eq!(uses, [(0, 0, 0, 40), (1, 1, 0, 40), (2, 1, 10, 15)]);
}

#[test]
fn one_group_shares_nothing_with_itself_and_one_letter_less_is_no_run() {
    let run: Vec<u32> = (1..=MIN_RUN as u32).collect();
    assert_eq!(found(&[(7, run.clone()), (7, run.clone())]).runs, []);
    assert_eq!(found(&[(7, run[1..].to_vec()), (8, run.clone())]).runs, []);
    assert_eq!(found(&[(7, run.clone()), (8, run)]).runs.len(), 1);
}

/// A text that repeats itself without end would otherwise be compared with itself at every place.
#[test]
fn a_text_of_one_letter_is_soon_done() {
    let texts = [(0, vec![9; 60_000]), (1, vec![9; 50_000]), (2, vec![9; 40_000])];
    let found = found(&texts);
    assert!(found.is_shared.iter().flatten().all(|is| *is));
    assert!(!found.runs.is_empty());
}
