//! Which of a place's texts are earlier and which later: by their dates and lengths alone, so that nothing of what they say
//! has a part in it.

use super::{DatedPlace, Parted, Undated};
use crate::corpus::Entry;
use crate::order;
use crate::places::{Code, Gazetteer};

/// A place's passages, document by document.
pub(super) struct Parts<'c> {
    pub code: Code,
    pub parts: Vec<Part<'c>>,
    pub cut: Option<Cut>,
}

/// A document's passages of a place.
pub(super) struct Part<'c> {
    pub entry: &'c Entry,
    pub blocks: Vec<usize>,
    pub n_words: usize,
}

/// Where a place's texts are parted: each one's period, or none, in the order of the parts.
pub(super) struct Cut {
    pub by: Parted,
    pub periods: Vec<Option<usize>>,
}

impl<'c> Part<'c> {
    pub fn date(&self) -> Option<&'c str> {
        self.entry.document.date.as_deref()
    }
}

impl Parts<'_> {
    pub fn name(&self) -> &'static str {
        Gazetteer::built_in().place(self.code).map_or("", |place| place.name)
    }

    pub fn n_words_in_periods(&self) -> usize {
        let periods = self.cut.iter().flat_map(|cut| &cut.periods);
        periods.zip(&self.parts).map(|(period, part)| if period.is_some() { part.n_words } else { 0 }).sum()
    }

    pub fn dated(&self) -> DatedPlace {
        DatedPlace {
            key: self.code.to_string(),
            name: self.name(),
            n_documents: self.parts.len(),
            n_dated: self.parts.iter().filter(|part| part.date().is_some()).count(),
            has_periods: self.cut.is_some(),
        }
    }
}

/// Letters of a date that say the year.
const YEAR: usize = 4;

/// Parts a place's texts in two, if their dates allow it.
pub(super) fn cut(parts: &[Part]) -> Option<Cut> {
    let dates = || parts.iter().filter_map(Part::date);
    let years = order::set(dates().filter_map(|date| date.get(..YEAR)));
    let by = if years.len() > 1 { Parted::Year } else { Parted::Date };
    let units: Vec<Option<&str>> = parts
        .iter()
        .map(|part| match by {
            Parted::Year => part.date()?.get(..YEAR),
            // A month is not before a day of it. A year alone is before and after nothing in it.
            Parted::Date => dates()
                .filter(|date| date.len() > YEAR && part.date().is_some_and(|own| own.starts_with(date)))
                .min(),
        })
        .collect();
    let n_words = |is_in: &dyn Fn(&str) -> bool| {
        let of_part =
            |(part, unit): (&Part, &Option<&str>)| if unit.is_some_and(is_in) { part.n_words } else { 0 };
        parts.iter().zip(&units).map(of_part).sum::<usize>()
    };
    let firsts = order::set(units.iter().flatten().copied()).into_iter().skip(1);
    let first =
        firsts.min_by_key(|first| n_words(&|unit| unit < first).abs_diff(n_words(&|unit| unit >= first)))?;
    let periods = units.iter().map(|unit| unit.map(|unit| usize::from(unit >= first))).collect();
    Some(Cut { by, periods })
}

impl Part<'_> {
    pub fn left_out(&self) -> Undated {
        let document = &self.entry.document;
        Undated {
            document: self.entry.id,
            title: document.title.clone().unwrap_or_default(),
            file: document.file.clone(),
            date: document.date.clone(),
        }
    }
}
