//! Where the middle 95 % of some draws end.

use super::interval::Interval;
use super::lanes::Lanes;
use super::resample::N_DRAWS;

/// What a use adds to a group's rate.
pub(super) struct PerUse<'g> {
    /// By draw.
    pub of_draws: &'g [f64],
    /// The least and the most of them.
    pub within: [f64; 2],
    /// In the group itself.
    pub usual: f64,
}

/// The 25th of 999 from either end bounds the middle 95 %.
const FROM_END: usize = 25;

/// More than rounding can make of a quotient.
pub(super) const ROUNDING: f64 = 1e-9;

/// The ends of a list of values that are not negative: their bits are in the order of the values.
#[derive(Clone, Debug, Default)]
pub(super) struct Tails {
    sample: Vec<u64>,
    low: Vec<u64>,
    high: Vec<u64>,
    found: Vec<(usize, u32)>,
}

impl Tails {
    /// The middle 95 % of [`N_DRAWS`] values, none negative: from the 25th smallest to the 25th largest. Of fewer values
    /// accordingly.
    ///
    /// A sample bounds both ends, so that only the few values past the bounds need sorting.
    pub fn middle(&mut self, values: &[f64]) -> Interval {
        const STRIDE: usize = 9;
        let n = (FROM_END * values.len() / N_DRAWS).clamp(1, FROM_END);
        let Tails { sample, low, high, .. } = self;
        sample.clear();
        sample.extend(values.iter().step_by(STRIDE).map(|value| value.to_bits()));
        // Twice as far in as the nth would be in the sample.
        let at = 2 * n / STRIDE + 1;
        if sample.len() <= 2 * at {
            (*low, *high) = (bits(values), bits(values));
        } else {
            let lower = *sample.select_nth_unstable(at).1;
            let last = sample.len() - 1;
            let upper = *sample.select_nth_unstable(last - at).1;
            low.clear();
            high.clear();
            for value in values.iter().map(|value| value.to_bits()) {
                if value <= lower {
                    low.push(value);
                }
                if value >= upper {
                    high.push(value);
                }
            }
            if low.len() < n {
                *low = bits(values);
            }
            if high.len() < n {
                *high = bits(values);
            }
        }
        let from_last = high.len().saturating_sub(n);
        Interval {
            low: nth(low, n - 1),
            high: if high.len() < n { f64::NEG_INFINITY } else { nth(high, from_last) },
        }
    }
}

impl Tails {
    /// As [`Tails::middle`], of the rates that small counts make: few draws are near enough to either end for theirs to
    /// be worked out.
    pub fn middle_of_counts(&mut self, lanes: &Lanes, rates: &PerUse) -> Interval {
        let (mut lowest, mut highest) = (lanes.about(-2.0), lanes.about(2.0));
        loop {
            let n = lanes.n_at_least([lowest, lowest + 1, highest, highest + 1]).map(|n| n as usize);
            let n_low = [N_DRAWS.saturating_sub(n[0]), N_DRAWS - n[1]];
            let is_low = if lowest > 0 && n_low[0] >= FROM_END {
                lowest -= 1;
                false
            } else {
                lowest += u64::from(n_low[1] < FROM_END);
                n_low[1] >= FROM_END
            };
            if n[2] < FROM_END {
                highest -= 1;
            } else if n[3] >= FROM_END {
                highest += 1;
            } else if is_low {
                break;
            }
        }
        let (lowest, highest) = (lowest as f64, highest as f64);
        let [least, most] = rates.within;
        let Tails { low, high, found, .. } = self;
        let rate = |&(draw, count): &(usize, u32)| f64::from(count) * rates.of_draws[draw];
        // Of either end a bound that mostly leaves a few more draws than are needed, and else one that does not leave fewer.
        for bound in [(lowest + 0.5) * rates.usual, lowest * most] {
            low.clear();
            if lowest == 0.0 {
                break;
            }
            let past = ((bound / least * (1.0 + ROUNDING)) as u64).saturating_add(1);
            lanes.find_small(past, false, 0..N_DRAWS, found);
            low.extend(found.iter().map(rate).filter(|rate| *rate <= bound).map(f64::to_bits));
            if low.len() >= FROM_END {
                break;
            }
        }
        for bound in [(highest - 0.5) * rates.usual, highest * least] {
            high.clear();
            if highest == 0.0 {
                break;
            }
            let first = (bound / most * (1.0 - ROUNDING)).ceil() as u64;
            lanes.find_small(first, true, 0..N_DRAWS, found);
            high.extend(found.iter().map(rate).filter(|rate| *rate >= bound).map(f64::to_bits));
            if high.len() >= FROM_END {
                break;
            }
        }
        let from_last = high.len().saturating_sub(FROM_END);
        Interval {
            low: if lowest == 0.0 { 0.0 } else { nth(low, FROM_END - 1) },
            high: if highest == 0.0 { 0.0 } else { nth(high, from_last) },
        }
    }
}

fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}

/// The value at a place of the sorted list, counted from nought; infinite if there are fewer.
fn nth(bits: &mut [u64], at: usize) -> f64 {
    if at < bits.len() { f64::from_bits(*bits.select_nth_unstable(at).1) } else { f64::INFINITY }
}

/// The nth smallest of some values that are not negative, counted from one; infinite if there are fewer.
pub(super) fn smallest(values: &[f64], n: usize) -> f64 {
    nth(&mut bits(values), n - 1)
}

#[cfg(test)]
mod tests {
    use super::super::random::Random;
    use super::*;

    #[test]
    fn the_middle_is_cut_at_the_twenty_fifth_from_each_end() {
        let mut random = Random::new(7, 7);
        let mut values: Vec<f64> = (0..N_DRAWS).map(|_| (random.next() % 1_000) as f64).collect();
        let middle = Tails::default().middle(&values);
        values.sort_by(f64::total_cmp);
        assert_eq!(middle, Interval { low: values[24], high: values[N_DRAWS - 25] });
    }
}
