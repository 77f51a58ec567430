//! What clouds of several cities promise: the same places, no overlap in any city, nothing lost in silence.

use super::FRAME;
use chengyan::cloud::{Frame, Heading, Placed, Storm, StormWord, storm, storm_by_zone};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PHONE: Frame = Frame { width: 280.0, height: 300.0, ..FRAME };
const HEADING: Heading = Heading { width: 60.0, height: 16.0 };

/// Words of several cities as they come: `n_common` that all use, each to its own degree, and `n_own` of each city, all
/// weighted as words of a text are (Zipf and Mandelbrot).
fn ordinary(n_cities: usize, n_common: usize, n_own: usize) -> Vec<StormWord> {
    let widths = [2.0, 2.0, 3.0, 4.0, 2.0, 4.0, 2.0, 3.0];
    let weight = |rank: usize| 400.0 / (rank as f64 + 6.0);
    let common = (0..n_common).map(|rank| {
        let weights = (0..n_cities).map(|city| weight(2 * ((rank * (city + 3)) % n_common.max(1)))).collect();
        StormWord { width: widths[rank % 8], height: 1.2, weights, zone: rank % 5 }
    });
    let own = (0..n_cities * n_own).map(|at| {
        let (city, rank) = (at % n_cities, at / n_cities);
        let weights =
            (0..n_cities).map(|other| if other == city { weight(2 * rank + 1) } else { 0.0 }).collect();
        StormWord { width: widths[at % 8], height: 1.2, weights, zone: at % 7 }
    });
    common.chain(own).collect()
}

type Box = [f64; 4];

fn box_of(word: &StormWord, placed: &Placed) -> Box {
    let (width, height) = (word.width * placed.size, word.height * placed.size);
    [placed.x, placed.y, placed.x + width, placed.y + height]
}

/// Whether a box lies in another, but for what rounding the sum of two numbers may add.
fn is_in(inner: Box, outer: Box) -> bool {
    let slack = 1e-9;
    inner[0] >= outer[0] - slack
        && inner[1] >= outer[1] - slack
        && inner[2] <= outer[2] + slack
        && inner[3] <= outer[3] + slack
}

fn assert_apart(boxes: &[Box], padding: f64, frame: &Frame) {
    for (i, a) in boxes.iter().enumerate() {
        assert!(is_in(*a, [0.0, 0.0, frame.width, frame.height]), "{a:?} leaves {frame:?}");
        for b in &boxes[i + 1..] {
            let apart_x = (b[0] - a[2]).max(a[0] - b[2]);
            let apart_y = (b[1] - a[3]).max(a[1] - b[3]);
            assert!(apart_x >= padding || apart_y >= padding, "{a:?} is too near to {b:?}");
        }
    }
}

fn assert_promises(words: &[StormWord], frame: &Frame, storm: &Storm) {
    let mut seen: Vec<usize> = storm.slots.iter().map(|slot| slot.index).collect();
    seen.extend(&storm.unplaced);
    seen.sort_unstable();
    assert_eq!(seen, (0..words.len()).collect::<Vec<_>>(), "every word once");
    let slots: Vec<Box> =
        storm.slots.iter().map(|slot| [slot.x, slot.y, slot.x + slot.width, slot.y + slot.height]).collect();
    assert_apart(&slots, frame.padding, frame);
    let mut sizes: Vec<(f64, f64)> = Vec::new();
    for (slot, room) in storm.slots.iter().zip(slots) {
        let word = &words[slot.index];
        assert_eq!(slot.boxes.len(), word.weights.len());
        for (placed, weight) in slot.boxes.iter().zip(&word.weights) {
            assert_eq!(placed.is_some(), *weight > 0.0, "a ghost is where the city does not use the word");
            let Some(placed) = placed else { continue };
            assert!(is_in(box_of(word, placed), room), "{placed:?} leaves {room:?}");
            let middle = (placed.x + word.width * placed.size / 2.0) - (room[0] + slot.width / 2.0);
            assert!(middle.abs() <= 1.0 / 32.0, "{placed:?} is not in the middle of {room:?}");
            assert!(frame.min_size <= placed.size && placed.size <= frame.max_size.max(frame.min_size));
            sizes.push((*weight, placed.size));
        }
    }
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    // Over all cities and words: a greater weight never has a smaller size, equal ones have equal sizes.
    assert!(
        sizes.windows(2).all(|two| two[0].1 <= two[1].1 && (two[0].0 < two[1].0 || two[0].1 == two[1].1))
    );
}

fn assert_zones(words: &[StormWord], headings: &[Heading], frame: &Frame, storm: &Storm) {
    let zones: BTreeMap<usize, Box> = storm
        .zones
        .iter()
        .map(|zone| (zone.zone, [zone.x, zone.y, zone.x + zone.width, zone.y + zone.height]))
        .collect();
    assert_eq!(zones.len(), storm.zones.len(), "every zone once");
    assert_apart(&zones.values().copied().collect::<Vec<_>>(), 0.0, frame);
    for slot in &storm.slots {
        let zone = words[slot.index].zone;
        let [left, top, right, bottom] = zones[&zone];
        let heading =
            headings.get(zone).map_or(0.0, |heading| heading.height.min(frame.height / 2.0)).max(0.0);
        let room = [left, top + heading - 1.0 / 64.0, right, bottom];
        let slot = [slot.x, slot.y, slot.x + slot.width, slot.y + slot.height];
        assert!(is_in(slot, room), "{slot:?} leaves its zone {room:?}");
    }
}

#[test]
fn ordinary_storms_are_complete() {
    let cases = [
        ("one city on a desk", 400.0, 300.0, 1, 0, 100),
        ("two cities", 400.0, 300.0, 2, 30, 40),
        ("four cities on a desk", 600.0, 400.0, 4, 40, 40),
        ("four cities on a phone", 280.0, 300.0, 4, 20, 15),
        ("ten cities on a phone", 280.0, 300.0, 10, 20, 6),
    ];
    for (name, width, height, n_cities, n_common, n_own) in cases {
        let words = ordinary(n_cities, n_common, n_own);
        let frame = Frame { width, height, ..FRAME };
        let storm = storm(&words, &frame);
        assert_promises(&words, &frame, &storm);
        assert!(storm.unplaced.is_empty(), "{name}: {} left out", storm.unplaced.len());
    }
}

#[test]
fn ordinary_storms_by_zone_are_complete() {
    for (width, height, n_common, n_own) in
        [(600.0, 400.0, 40, 30), (400.0, 300.0, 40, 15), (280.0, 300.0, 20, 10)]
    {
        let words = ordinary(4, n_common, n_own);
        let frame = Frame { width, height, ..FRAME };
        let storm = storm_by_zone(&words, &[HEADING; 7], &frame);
        assert_promises(&words, &frame, &storm);
        assert_zones(&words, &[HEADING; 7], &frame, &storm);
        assert_eq!(storm.zones.iter().map(|zone| zone.zone).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
        assert!(storm.unplaced.is_empty(), "{width}: {} left out", storm.unplaced.len());
    }
}

/// The first ten of each city, by weight.
fn first_ten(words: &[StormWord], n_cities: usize) -> Vec<usize> {
    let mut first = Vec::new();
    for city in 0..n_cities {
        let mut used: Vec<usize> = (0..words.len()).filter(|at| words[*at].weights[city] > 0.0).collect();
        used.sort_by(|a, b| words[*b].weights[city].total_cmp(&words[*a].weights[city]));
        first.extend(used.into_iter().take(10));
    }
    first
}

#[test]
fn where_there_is_no_room_the_first_ten_of_every_city_are_there() {
    for (n_cities, n_common, n_own) in [(1, 0, 400), (2, 100, 200), (4, 60, 100), (6, 20, 80)] {
        let words = ordinary(n_cities, n_common, n_own);
        for storm in [storm(&words, &PHONE), storm_by_zone(&words, &[HEADING; 7], &PHONE)] {
            assert_promises(&words, &PHONE, &storm);
            assert!(!storm.unplaced.is_empty());
            let lost: Vec<usize> =
                first_ten(&words, n_cities).into_iter().filter(|at| storm.unplaced.contains(at)).collect();
            assert!(lost.is_empty(), "{n_cities} cities: {lost:?} of {:?}", storm.unplaced);
        }
    }
}

#[test]
fn a_word_that_grows_in_one_city_keeps_its_place_in_all_of_them() {
    let words = ordinary(3, 20, 10);
    let storm = storm(&words, &FRAME);
    for slot in &storm.slots {
        let middles = slot.boxes.iter().flatten().map(|placed| {
            let word = &words[slot.index];
            (placed.x + word.width * placed.size / 2.0, placed.y + word.height * placed.size / 2.0)
        });
        for (x, y) in middles {
            let off = (x - slot.x - slot.width / 2.0, y - slot.y - slot.height / 2.0);
            assert!(off.0.abs() <= 1.0 / 32.0 && off.1.abs() <= 1.0 / 32.0, "{off:?}");
        }
    }
}

#[test]
fn words_that_no_city_uses_and_garbage_are_listed() {
    let good = || StormWord { width: 2.0, height: 1.0, weights: vec![3.0, 1.0], zone: 0 };
    let mut words = vec![
        good(),
        StormWord { weights: vec![0.0, 0.0], ..good() },
        StormWord { weights: vec![], ..good() },
    ];
    for bad in [f64::NAN, -1.0, f64::INFINITY] {
        words.push(StormWord { width: bad, ..good() });
        words.push(StormWord { height: bad, ..good() });
        words.push(StormWord { weights: vec![5.0, bad], ..good() });
    }
    for storm in [storm(&words, &FRAME), storm_by_zone(&words, &[], &FRAME)] {
        assert_eq!(storm.slots.iter().map(|slot| slot.index).collect::<Vec<_>>(), [0]);
        assert_eq!(storm.unplaced.len(), words.len() - 1);
    }
    let no_frame = Frame { width: f64::NAN, ..FRAME };
    for storm in [storm(&words, &no_frame), storm_by_zone(&words, &[HEADING], &no_frame)] {
        assert_eq!(storm.unplaced.len(), words.len());
    }
    assert_eq!(storm(&[], &FRAME), Storm::default());
    assert_eq!(storm_by_zone(&[], &[], &FRAME), Storm::default());
}

#[test]
fn the_same_bits_as_ever() {
    // A change of algorithm may change this; a change of platform must not.
    let words = ordinary(4, 30, 10);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for storm in [storm(&words, &FRAME), storm_by_zone(&words, &[HEADING; 7], &FRAME)] {
        for slot in &storm.slots {
            let sizes = slot.boxes.iter().flatten().flat_map(|placed| [placed.x, placed.y, placed.size]);
            for number in
                [slot.index as f64, slot.x, slot.y, slot.width, slot.height].into_iter().chain(sizes)
            {
                hash = (hash ^ number.to_bits()).wrapping_mul(0x0100_0000_01b3);
            }
        }
    }
    assert_eq!(hash, 0x3e7b_9972_561a_b955, "{hash:#x}");
}

fn any_word() -> impl Strategy<Value = StormWord> {
    let weight = prop_oneof![2 => Just(0.0), 3 => (1u32..60).prop_map(f64::from)];
    (0.5f64..6.0, 0.8f64..1.6, prop::collection::vec(weight, 3), 0usize..5)
        .prop_map(|(width, height, weights, zone)| StormWord { width, height, weights, zone })
}

fn any_frame() -> impl Strategy<Value = Frame> {
    (20.0f64..700.0, 20.0f64..500.0, 4.0f64..14.0, 8.0f64..90.0, 0.0f64..6.0).prop_map(
        |(width, height, min_size, max_size, padding)| Frame { width, height, min_size, max_size, padding },
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_190_224),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_storm_keeps_the_promises(words in prop::collection::vec(any_word(), 0..60), frame in any_frame()) {
        assert_promises(&words, &frame, &storm(&words, &frame));
    }

    #[test]
    fn any_storm_by_zone_keeps_the_promises(
        words in prop::collection::vec(any_word(), 0..60),
        frame in any_frame(),
        headings in prop::collection::vec((0.0f64..120.0, 0.0f64..30.0), 0..5),
    ) {
        let headings: Vec<Heading> = headings.into_iter().map(|(width, height)| Heading { width, height }).collect();
        let storm = storm_by_zone(&words, &headings, &frame);
        assert_promises(&words, &frame, &storm);
        assert_zones(&words, &headings, &frame, &storm);
    }

    #[test]
    fn the_same_again_is_the_same(words in prop::collection::vec(any_word(), 0..40)) {
        prop_assert_eq!(storm(&words, &FRAME), storm(&words, &FRAME));
    }

    #[test]
    fn forty_words_of_any_cities_are_never_lost_on_the_smallest_phone(
        words in prop::collection::vec((2u32..5, prop::collection::vec(0u32..200, 4)), 40),
    ) {
        let words: Vec<StormWord> = words
            .into_iter()
            .map(|(width, weights)| StormWord {
                width: width.into(),
                height: 1.2,
                weights: weights.into_iter().map(|weight| f64::from(weight) + 0.5).collect(),
                zone: 0,
            })
            .collect();
        prop_assert_eq!(storm(&words, &PHONE).unplaced, Vec::<usize>::new());
    }
}
