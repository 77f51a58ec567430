//! Closed formulas against scipy 1.17.1, statsmodels 0.15.0, scikit-learn 1.9.1, NLTK 3.10.4 and printed tables.

use super::assert_close;
use chengyan::stats::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn assert_interval(actual: Interval, low: f64, high: f64, what: &str) {
    assert_close(actual.low, low, what);
    assert_close(actual.high, high, what);
}

/// statsmodels: `proportion_confint(k, n, method='wilson')`
#[test]
fn wilson_is_what_statsmodels_computes() {
    let cases = [
        ((81, 263), 0.2552885198782742, 0.36620957698280004),
        ((15, 148), 0.06238639953073628, 0.16048724172330803),
        ((0, 20), 0.0, 0.1611251580528194),
        ((1, 29), 0.006113214292762667, 0.17175521879320294),
        ((29, 29), 0.8830302015002592, 1.0),
        ((3, 12), 0.08894166839405476, 0.5323053349335658),
        ((400, 12_000), 0.030268016912537155, 0.03669733426927249),
    ];
    for ((n, total), low, high) in cases {
        assert_interval(wilson(n, total), low, high, &format!("{n}/{total}"));
    }
}

/// Newcombe (1998), table I, method 3: four decimals.
#[test]
fn wilson_is_what_newcombe_printed() {
    for ((n, total), low, high) in [
        ((81, 263), 0.2553, 0.3662),
        ((15, 148), 0.0624, 0.1605),
        ((0, 20), 0.0, 0.1611),
        ((1, 29), 0.0061, 0.1718),
    ] {
        let interval = wilson(n, total);
        assert!((interval.low - low).abs() < 5.1e-5 && (interval.high - high).abs() < 5.1e-5, "{interval:?}");
    }
}

/// statsmodels: `proportion_confint(k, n, method='beta')`
#[test]
fn clopper_pearson_is_what_statsmodels_computes() {
    let cases = [
        ((81, 263), 0.25273674558527126, 0.3676219226013514),
        ((15, 148), 0.05784401008344857, 0.161650490349479),
        ((0, 20), 0.0, 0.16843347098308534),
        ((1, 29), 0.000872646883579922, 0.17764429548872293),
        ((29, 29), 0.8805551309304973, 1.0),
        ((3, 12), 0.05486064452799272, 0.5718584618781892),
        ((400, 12_000), 0.0301935916387015, 0.03670200750416624),
    ];
    for ((n, total), low, high) in cases {
        assert_interval(clopper_pearson(n, total), low, high, &format!("{n}/{total}"));
    }
    assert_eq!(clopper_pearson(0, 0), Interval { low: 0.0, high: 1.0 });
}

/// statsmodels: `confint_poisson(n, 1, method='exact-c')`
#[test]
fn poisson_is_what_statsmodels_computes() {
    let cases = [
        (0, 0.0, 3.6888794541139363),
        (1, 0.025317807984289876, 5.571643390938898),
        (2, 0.24220927854396496, 7.224687667723961),
        (5, 1.6234863901184207, 11.66833207932267),
        (10, 4.7953886961324335, 18.390356042017775),
        (30, 20.240874021420915, 42.82686539480766),
        (100, 81.36399125092314, 121.62679379242638),
        (1_234, 1166.1017185175492, 1304.8203705289225),
        (98_765, 98149.99179157153, 99382.90563121521),
    ];
    for (n, low, high) in cases {
        assert_interval(poisson(n), low, high, &format!("{n}"));
    }
}

/// The example of Gries (2008) and numpy 2.4.6: `abs(u/u.sum() - l/l.sum()).sum()/2`, and that over
/// `1 - (l/l.sum()).min()`.
#[test]
fn dispersion_is_what_gries_defines() {
    let cases: [(&[u64], &[u64], f64, f64); 4] = [
        (&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11], 0.18, 0.2195121951219512),
        (&[0, 0, 7, 1], &[120, 300, 80, 45], 0.7706422018348624, 0.84),
        (&[3, 3, 3], &[10, 10, 10], 0.0, 0.0),
        (&[0, 0, 9], &[500, 400, 100], 0.9, 1.0),
    ];
    for (uses, lengths, dp, normalised) in cases {
        assert_close(
            deviation_of_proportions(uses, lengths).expect("there is one"),
            dp,
            &format!("{uses:?}"),
        );
        assert_close(
            normalised_deviation_of_proportions(uses, lengths).expect("there is one"),
            normalised,
            &format!("{uses:?}"),
        );
    }
    for (uses, lengths) in [(&[][..], &[][..]), (&[0, 0], &[10, 10]), (&[1], &[0])] {
        assert_eq!(deviation_of_proportions(uses, lengths), None, "{uses:?}");
    }
}

/// The first by statsmodels: `GLM(n, ones, family=families.Poisson(), offset=log(L)).fit(scale='X2').scale`, the second by
/// numpy: `n.var(ddof=1) / n.mean()`, the others by numpy: `e = n.sum() * L / L.sum()`,
/// `sum(((n - e) ** 2).sum() * B / (B - 1)) / sum(n.sum())`.
#[test]
fn overdispersion_is_what_statsmodels_and_numpy_compute() {
    let (one, other): (&[u64], &[u64]) =
        (&[150, 210, 120, 180, 95, 260, 140], &[160, 150, 170, 140, 200, 155, 190]);
    type Text<'a> = (&'a [u64], &'a [u64]);
    let cases: [(&[Text], f64); 4] = [
        (&[(&[9, 0, 0, 0, 0, 2, 0], &[100; 7])], 7.181818181818173),
        (&[(&[3, 0, 1, 2, 0, 4, 1], &[60; 7])], 1.4545454545454548),
        (&[(&[3, 0, 1, 2, 0, 4, 1], one), (&[1, 0, 0, 2, 1, 0, 1], other)], 0.9714197488631535),
        (&[(&[1, 0, 1, 0, 1, 0, 0], &[2, 140, 180, 160, 150, 130, 190])], 0.9442041522491347),
    ];
    for (texts, expected) in cases {
        assert_close(overdispersion(texts).expect("there is one"), expected, &format!("{texts:?}"));
    }
    assert_eq!(overdispersion(&[(&[0, 0], &[10, 10]), (&[3], &[10])]), None);
}

/// statsmodels: `confint_proportions_2indep(a, A, b, B, compare='ratio', method='log')`, log₂ of it, with 0.5 for 0.
#[test]
fn the_interval_of_the_log_ratio_is_what_statsmodels_computes() {
    let cases = [
        ((30, 5_000, 20, 15_000), 1.3549655109938974, 2.984884491890728),
        ((80, 9_000, 35, 8_800), 0.5887436249003768, 1.73170357559966),
        ((5, 340, 0, 21_000), 5.07943519489134, 13.461842537489677),
        ((0, 340, 20, 21_000), -3.4188154536054327, 4.6723808064369985),
        ((8, 1_000, 2, 1_000), -0.23185848185756533, 4.231858481857565),
    ];
    for ((a, c, b, d), low, high) in cases {
        assert_interval(
            log_ratio_interval(a, c, b, d).expect("there is one"),
            low,
            high,
            &format!("{a}/{c} : {b}/{d}"),
        );
    }
    assert_eq!(log_ratio_interval(0, 100, 0, 100), None);
    assert_eq!(log_ratio_interval(5, 100, 0, 0), None);
}

/// scipy: `ci = binomtest(a, a+b).proportion_ci(.95, 'exact')`, then log₂ of `ci/(1-ci)*B/A` at the end nearer to 1.
#[test]
fn the_conservative_log_ratio_is_evert_s() {
    let cases = [
        ((30, 5_000, 20, 15_000), 1.305909659671766),
        ((80, 9_000, 35, 8_800), 0.5701517276205273),
        ((5, 340, 0, 21_000), 5.822690639242182),
        ((0, 3_400, 20, 21_000), 0.0),
        ((2, 1_000, 0, 1_000), 0.0),
        ((7, 340, 7, 430), 0.0),
        ((4, 9_000, 35, 8_800), -1.6779632956255552),
    ];
    for ((a, c, b, d), expected) in cases {
        assert_close(conservative_log_ratio(a, c, b, d), expected, &format!("{a}/{c} : {b}/{d}"));
    }
}

/// scipy: `binomtest(a, a+b, A/(A+B), alternative=…).pvalue`, twice the smaller of `greater` and `less`.
#[test]
fn the_poisson_test_is_what_scipy_computes() {
    let cases = [
        ((15, 1_155, 2, 1_165), 0.002219098716827337),
        ((30, 5_000, 20, 15_000), 3.284571102788364e-07),
        ((0, 3_400, 20, 21_000), 0.09945333786925734),
        ((5, 340, 0, 21_000), 2.053300464660517e-09),
        ((7, 340, 7, 430), 0.8566458450645728),
        ((4, 9_000, 35, 8_800), 2.354960109915948e-07),
    ];
    for ((a, c, b, d), expected) in cases {
        let p = poisson_test(a, c, b, d);
        assert!((p / expected - 1.0).abs() < 1e-10, "{a}/{c} : {b}/{d}: {p}");
    }
}

/// The fifteen p-values of Benjamini and Hochberg (1995), 3.1, of which four are called different at 0.05; adjusted by
/// scipy: `false_discovery_control(p)`.
#[test]
fn adjusted_p_values_are_what_scipy_computes() {
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0,
    ];
    let expected = [
        0.0015,
        0.003,
        0.0095,
        0.035625,
        0.0603,
        0.06385714285714286,
        0.06385714285714286,
        0.0645,
        0.07650000000000001,
        0.486,
        0.5811818181818182,
        0.7148749999999999,
        0.7532307692307693,
        0.8132142857142857,
        1.0,
    ];
    let q = benjamini_hochberg(&p, p.len());
    for (q, expected) in q.iter().zip(expected) {
        assert_close(*q, expected, "q");
    }
    assert_eq!(q.iter().filter(|q| **q <= 0.05).count(), 4);
}

/// scipy: `false_discovery_control(p + [1.0] * 94)[:6]`
#[test]
fn words_that_were_not_tested_count_as_tests_without_a_finding() {
    let p = [0.04, 0.001, 0.5, 0.03, 0.001, 0.2];
    assert_eq!(benjamini_hochberg(&p, 100), [1.0, 0.05, 1.0, 1.0, 0.05, 1.0]);
    assert_eq!(benjamini_hochberg(&[f64::NAN, -1.0, 7.0], 0), [1.0, 0.0, 1.0]);
    assert_eq!(benjamini_hochberg(&[], 10), Vec::<f64>::new());
}

/// scikit-learn: `TfidfTransformer(norm=None, smooth_idf=False).fit(X)`, `X[0] / 2000 * (idf_ - 1)`, of counts
/// `[[8, 3, 0, 5], [0, 3, 0, 5], [2, 1, 4, 5]]`.
#[test]
fn tf_idf_is_what_scikit_learn_computes() {
    assert_close(tf_idf(8, 2_000, 2, 3), 0.0016218604324326575, "in two of three");
    assert_eq!(tf_idf(3, 2_000, 3, 3), 0.0);
    assert_eq!(tf_idf(0, 2_000, 1, 3), 0.0);
    assert_eq!(tf_idf(0, 0, 0, 0), 0.0);
}

/// scipy: `1 - distance.cosine(x, y)` and `distance.jensenshannon(x, y, base=2)`
#[test]
fn similarity_is_what_scipy_computes() {
    let cases: [(&[f64], &[f64], f64, f64); 3] = [
        (&[12., 0., 5., 1., 30., 2.], &[7., 3., 5., 0., 11., 40.], 0.3728609918965491, 0.6014325963007864),
        (
            &[1., 2., 3., 4., 5., 6., 7., 8.],
            &[8., 7., 6., 5., 4., 3., 2., 1.],
            0.5882352941176471,
            0.45364227779799754,
        ),
        (&[120., 3., 0., 0.], &[0., 2., 55., 1.], 0.0009080568009655066, 0.9854900353113778),
    ];
    for (x, y, of_cosine, distance) in cases {
        assert_close(cosine(x, y).value, of_cosine, &format!("{x:?} {y:?}"));
        assert_close(jensen_shannon_distance(&jensen_shannon(x, y)), distance, &format!("{x:?} {y:?}"));
    }
    for measure in [cosine, jensen_shannon] {
        assert_eq!(measure(&[], &[]).value, 0.0);
        assert_eq!(measure(&[0.0, f64::NAN], &[3.0, f64::INFINITY]).value, 0.0);
    }
}

/// NLTK: `BigramAssocMeasures.pmi` and `.likelihood_ratio` of `(both, (first, second), windows)`, and
/// `14 + log2(BigramAssocMeasures.dice(…))`. The third is "the swiss" of Dunning (1993): 270.72.
#[test]
fn collocation_is_what_nltk_computes() {
    let cases = [
        ([8, 16, 32, 1_024], 4.0, 12.415037499278844, 35.78368227219868),
        ([20, 42, 20, 14_307_668], 18.377967788479985, 13.367731784500487, 521.0938390653544),
        ([110, 2_552, 221, 31_777], 2.631739849216604, 10.34412781248518, 270.721876936225),
        ([3, 50, 60, 1_000], 0.0, 9.803602787196496, 0.0),
        ([1, 50, 60, 1_000], -1.584962500721156, 8.21864028647534, -1.9605510773783554),
        ([5, 5, 5, 400], 6.321928094887363, 14.0, 53.75750429015836),
    ];
    for ([n_both, n_first, n_second, n_windows], pmi, log_dice, g2) in cases {
        let company = Company { n_both, n_first, n_second, n_windows };
        assert_close(company.pmi().expect("there is one"), pmi, "pmi");
        assert_close(company.log_dice().expect("there is one"), log_dice, "logDice");
        assert_close(company.g2(), g2, "G²");
    }
    let strangers = Company { n_both: 0, n_first: 0, n_second: 5, n_windows: 10 };
    assert_eq!((strangers.pmi(), strangers.log_dice(), strangers.g2()), (None, None, 0.0));
}

/// scipy: `betabinom.pmf(0, n, mu * s, (1 - mu) * s)`, with mu and s = a + b by numpy from the formula in the
/// documentation.
#[test]
fn the_probability_of_none_is_what_scipy_computes() {
    type Blocks<'a> = &'a [(u64, u64)];
    let cases: [(Blocks, f64, f64); 5] = [
        (&[(10, 20), (10, 20), (10, 20)], 20.0, 1.1005048007207085e-05),
        (&[(1, 20), (1, 20), (1, 20)], 20.0, 0.41188116259638313),
        (&[(4, 30)], 12.0, 0.2362408328007716),
        (&[(30, 30), (28, 30)], 3.0, 0.0005399283907904887),
        (&[(2, 11), (9, 40), (0, 17), (30, 150)], 25.0, 0.09274729636475307),
    ];
    for (texts, n_blocks, expected) in cases {
        let others: Vec<BlocksWith> =
            texts.iter().map(|&(n_with, n_blocks)| BlocksWith { n_with, n_blocks }).collect();
        let p = probability_of_none(&others, n_blocks);
        assert!((p / expected - 1.0).abs() < 1e-9, "{texts:?}: {p}");
    }
    assert_eq!(probability_of_none(&[], 10.0), 1.0);
    assert_eq!(probability_of_none(&[BlocksWith { n_with: 5, n_blocks: 9 }], f64::NAN), 1.0);
}

/// scipy: `chi2_contingency([[a, b], [A - a, B - b]], correction=False, lambda_='log-likelihood')` with the fractional
/// reference `B = k² / sum(1 / Bᵢ)`, `b = mean(bᵢ / Bᵢ) * B`.
#[test]
fn keyness_against_equal_cities_is_what_scipy_computes() {
    let two: &[(u64, u64)] = &[(9, 9_000), (3, 1_000)];
    let three: &[(u64, u64)] = &[(12, 3_100), (5, 1_400), (44, 21_000)];
    let cases = [
        (30, 5_000, two, 20.0, 3600.0, 8.558250187481422, 1.584962500721156),
        (0, 2_400, three, 31.792114695340505, 8298.866855524078, -13.4228436147841, -3.93170338830567),
        (3, 1_500, three, 31.792114695340505, 8298.866855524078, -0.6561012988744799, -0.6686689824718764),
    ];
    for (n, n_total, others, rate, size, g2, ratio) in cases {
        let reference = Reference::equal_weight(others).expect("there is one");
        assert_close(reference.rate, rate, "rate");
        assert_close(reference.size, size, "size");
        assert_close(reference.signed_log_likelihood(n, n_total), g2, "G²");
        assert_close(reference.log_ratio(n, n_total), ratio, "log ratio");
    }
    assert_eq!(Reference::equal_weight(&[(0, 0)]), None);
}

#[test]
fn the_effective_size_of_a_reference_is_kish_s_number_of_its_words() {
    let weights: Vec<f64> = [vec![1.0 / 900.0; 900], vec![1.0 / 100.0; 100]].concat();
    let reference = Reference::equal_weight(&[(9, 900), (3, 100)]).expect("there is one");
    assert_close(effective_number(&weights), reference.size, "words");
    assert_eq!(effective_number(&[]), 0.0);
    assert_eq!(effective_number(&[f64::NAN, -1.0, 1e300, 1e300]), 2.0);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_190_224),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_formula_is_finite_for_any_numbers(a: u64, b: u64, c: u64, d: u64) {
        for interval in [wilson(a, b), clopper_pearson(a % 1_000_000, b % 1_000_000), poisson(a % 1_000_000)] {
            prop_assert!(interval.low <= interval.high && interval.low >= 0.0 && interval.high.is_finite());
        }
        prop_assert!(conservative_log_ratio(a % 1_000_000, b, c % 1_000_000, d).is_finite());
        let p = poisson_test(a % 1_000_000, b, c % 1_000_000, d);
        prop_assert!((0.0..=1.0).contains(&p), "{}", p);
        prop_assert!(tf_idf(a, b, c, d).is_finite());
        let company = Company { n_both: a, n_first: b, n_second: c, n_windows: d };
        prop_assert!(company.g2().is_finite() && company.pmi().is_none_or(f64::is_finite));
        let none = probability_of_none(&[BlocksWith { n_with: a, n_blocks: b }], c as f64);
        prop_assert!((0.0..=1.0).contains(&none), "{}", none);
    }

    #[test]
    fn wider_methods_hold_narrower_ones_and_all_hold_the_share(n in 0u64..400, rest in 1u64..400) {
        let total = n + rest;
        let share = n as f64 / total as f64;
        prop_assert!(wilson(n, total).contains(share));
        prop_assert!(clopper_pearson(n, total).contains(share));
        prop_assert!(poisson(n).contains(n as f64));
    }

    #[test]
    fn the_conservative_log_ratio_is_not_zero_only_where_the_test_finds_a_difference(
        n in (0u64..60, 0u64..60),
        totals in (1_000u64..20_000, 1_000u64..20_000),
    ) {
        let bound = conservative_log_ratio(n.0, totals.0, n.1, totals.1);
        let p = poisson_test(n.0, totals.0, n.1, totals.1);
        prop_assert_eq!(bound != 0.0, p < 0.05, "{} {}", bound, p);
        prop_assert!(bound.abs() <= log_ratio(n.0, totals.0, n.1, totals.1).abs() || n.0 * n.1 == 0);
    }

    #[test]
    fn a_likeness_is_the_sum_of_its_words_and_does_not_mind_the_order(
        pairs in prop::collection::vec((0u32..50, 0u32..50), 1..30),
    ) {
        let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().map(|(x, y)| (f64::from(x), f64::from(y))).unzip();
        for measure in [cosine, jensen_shannon] {
            let alike = measure(&x, &y);
            prop_assert!((0.0..=1.0).contains(&alike.value));
            prop_assert!(alike.contributions.iter().all(|part| *part >= 0.0));
            prop_assert!((alike.contributions.iter().sum::<f64>() - alike.value).abs() < 1e-12);
            prop_assert_eq!(&alike, &measure(&y, &x));
        }
    }

    #[test]
    fn dispersion_lies_between_none_and_all(parts in prop::collection::vec((0u64..9, 0u64..200), 1..20)) {
        let (uses, lengths): (Vec<u64>, Vec<u64>) = parts.into_iter().map(|(n, rest)| (n, n + rest)).unzip();
        if let Some(dp) = normalised_deviation_of_proportions(&uses, &lengths) {
            prop_assert!((0.0..=1.0).contains(&dp));
            prop_assert!(deviation_of_proportions(&uses, &lengths).is_some_and(|plain| plain <= dp + 1e-12));
        }
    }

    #[test]
    fn more_text_makes_an_absence_less_likely(
        texts in prop::collection::vec((0u64..20, 20u64..80), 1..6),
        n_blocks in 1u32..100,
    ) {
        let others: Vec<BlocksWith> = texts.into_iter().map(|(n_with, n_blocks)| BlocksWith { n_with, n_blocks }).collect();
        let (short, long) = (f64::from(n_blocks), f64::from(n_blocks) * 2.0);
        prop_assert!(probability_of_none(&others, long) <= probability_of_none(&others, short) * (1.0 + 1e-9));
    }
}
