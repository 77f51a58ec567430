//! The part that a theme has in all that is counted, and how sure it is.

use super::interval::{Interval, TAIL};
use super::resample::{Resampler, Use};

impl Resampler {
    /// The 95 % interval of the part that each of some uses is of all, for one group, by drawing its blocks anew: in each
    /// draw both are counted in the same blocks.
    ///
    /// `all` holds what `parts` holds, and may hold more. None, or all, of few is not sure: then the interval reaches as far
    /// as Poisson's exact bound, −ln 0.025 uses. From 0 to 1 where there is nothing.
    pub fn parts(&mut self, group: usize, parts: &[Vec<Use>], all: &[Use]) -> Vec<Interval> {
        let n = |uses: &[Use]| uses.iter().map(|used| u64::from(used.n)).sum::<u64>();
        let n_all = n(all);
        let reach = (-libm::log(TAIL) / n_all.max(1) as f64).min(1.0);
        let (mut some, mut whole) = (Vec::new(), Vec::new());
        self.rates(group, all, &mut whole);
        let mut interval = |uses: &Vec<Use>| match n(uses) {
            _ if n_all == 0 => Interval { low: 0.0, high: 1.0 },
            0 => Interval { low: 0.0, high: reach },
            n_uses if n_uses >= n_all => Interval { low: 1.0 - reach, high: 1.0 },
            _ => {
                self.rates(group, uses, &mut some);
                // A draw without any use has no part.
                let drawn = some.iter().zip(&whole).filter(|(_, whole)| **whole > 0.0);
                let parts: Vec<f64> = drawn.map(|(some, whole)| some / whole).collect();
                self.tails.middle(&parts)
            }
        };
        parts.iter().map(&mut interval).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Group;
    use super::*;

    fn uses(n: impl Fn(u32) -> u32) -> Vec<Use> {
        (0..40).map(|block| Use { block, n: n(block) }).filter(|used| used.n > 0).collect()
    }

    fn part(uses: &[Use], all: &[Use]) -> Interval {
        let mut resampler = Resampler::new(&[Group { key: 1, lengths: &[50; 40] }], 1);
        resampler.parts(0, &[uses.to_vec()], all)[0]
    }

    #[test]
    fn what_is_even_over_the_blocks_is_sure_and_what_is_clumped_is_not() {
        let all = uses(|_| 4);
        let even = part(&uses(|_| 1), &all);
        assert!((even.low - 0.25).abs() < 1e-9 && (even.high - 0.25).abs() < 1e-9, "{even:?}");
        let clumped = part(&uses(|block| if block % 4 == 0 { 4 } else { 0 }), &all);
        assert!(clumped.low < 0.15 && clumped.high > 0.35 && clumped.contains(0.25), "{clumped:?}");
    }

    #[test]
    fn none_and_all_of_few_are_not_sure() {
        let few = uses(|block| u32::from(block < 10));
        assert_eq!(part(&[], &[]), Interval { low: 0.0, high: 1.0 });
        let none = part(&[], &few);
        assert!(none.low == 0.0 && (none.high - 0.369).abs() < 1e-3, "{none:?}");
        let every = part(&few, &few);
        assert!(every.high == 1.0 && (every.low - 0.631).abs() < 1e-3, "{every:?}");
    }
}
