//! A word in the first draws of all groups: their rates, and each group's against the mean of the others'.

use super::compare::{Counted, Counts, none_seen};
use super::frequency::PER;
use super::interval::Interval;
use super::lanes::{LANES, Lanes};
use super::reference::Reference;
use super::resample::{N_DRAWS, N_FIRST, Resampler, Use, twice_above};

/// A word in the first draws.
pub(super) struct Draws {
    /// By group; of groups without a use, nothing.
    pub lanes: Vec<Lanes>,
    /// Of the rates, over the groups that take part; empty if not asked for.
    sums: Vec<f64>,
    n_parts: usize,
    takes_part: Vec<bool>,
    /// What [`twice_above`] says over the draws, by group, where it was looked at.
    pub n_above: Vec<u64>,
    /// The rates of the group that was looked at last.
    own: Vec<f64>,
    ratios: Vec<f64>,
}

impl Draws {
    pub fn new(
        resampler: &mut Resampler,
        uses: &[&[Use]],
        counts: &Counts,
        is_summed: bool,
        rates: bool,
    ) -> Self {
        let mut draws = Draws {
            lanes: std::mem::take(&mut resampler.spare),
            sums: vec![0.0; if is_summed { N_FIRST * LANES } else { 0 }],
            n_above: vec![0; counts.groups.len()],
            own: Vec::new(),
            n_parts: counts.n_parts,
            takes_part: counts.groups.iter().map(|group| group.takes_part).collect(),
            ratios: Vec::new(),
        };
        draws.lanes.resize_with(counts.groups.len(), Lanes::default);
        for (group, counted) in counts.groups.iter().enumerate() {
            let is_needed = rates || (is_summed && counted.takes_part);
            if counted.n == 0 || !is_needed {
                continue;
            }
            let resampled = &resampler.groups[group];
            let lanes = &mut draws.lanes[group];
            resampled.count_first(uses[group], lanes);
            if is_summed && counted.takes_part {
                resampled.add_counted(lanes, 0, &mut draws.sums);
            }
        }
        draws.sums.truncate(N_DRAWS);
        draws
    }

    pub fn n_others(&self, group: usize) -> f64 {
        (self.n_parts - usize::from(self.takes_part[group])) as f64
    }

    /// Takes the rates of a group that takes part to hand, and compares them with the mean of the others'.
    pub fn look_at(&mut self, resampler: &Resampler, group: usize) {
        resampler.rates_of(group, &self.lanes[group], &mut self.own);
        let n_others = self.n_others(group);
        let pairs = self.own.iter().zip(&self.sums);
        self.n_above[group] = pairs.map(|(own, sum)| twice_above(own * n_others, sum - own)).sum();
    }

    /// The sums without a group's own rates.
    pub fn of_others(&self, resampler: &Resampler, group: usize) -> Vec<f64> {
        let mut rates = Vec::new();
        resampler.rates_of(group, &self.lanes[group], &mut rates);
        rates.iter_mut().zip(&self.sums).for_each(|(rate, sum)| *rate = sum - *rate);
        rates
    }

    /// Interval of the ratio of a group's rate to the mean of the others'. The group has uses and was just looked at, or it has
    /// none and the others have.
    pub fn ratio(
        &mut self,
        resampler: &mut Resampler,
        group: usize,
        counted: &Counted,
        reference: &Reference,
    ) -> Interval {
        let n_words = counted.n_words;
        let n_others = (self.n_parts - 1).max(1) as f64;
        let (least_own, least_other) = (0.5 * PER / n_words.max(1) as f64, 0.5 * PER / reference.size);
        let others = |own: f64, sum: f64| {
            if sum - own > least_other * n_others { (sum - own) / n_others } else { least_other }
        };
        self.ratios.clear();
        if counted.n == 0 {
            self.ratios.extend(self.sums.iter().map(|sum| others(0.0, *sum)));
            let (own, others) = (none_seen(n_words as f64), resampler.tails.middle(&self.ratios));
            return Interval { low: least_own / others.high, high: own.high / others.low };
        }
        if reference.rate == 0.0 {
            let own = resampler.middle_rate(group, &self.lanes[group]);
            let others = none_seen(reference.size);
            return Interval { low: own.low.max(least_own) / others.high, high: own.high / least_other };
        }
        let above = |own: f64| if own > least_own { own } else { least_own };
        let (ratios, sums) = (&mut self.ratios, &self.sums);
        ratios.extend(self.own.iter().zip(sums).map(|(own, sum)| above(*own) / others(*own, *sum)));
        resampler.tails.middle(ratios)
    }
}
