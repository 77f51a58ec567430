//! Words that are counted in totals and not shown, in tiers: function words with words of the media about themselves,
//! set words of government reports, and what the reader wants left out.

use rustc_hash::FxHashMap;
use serde::Serialize;

/// Why a word is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// It says nothing by itself, or is the medium's.
    Function,
    /// Every report says it; left out when asked for.
    Genre,
    /// The reader wants it so.
    Own,
}

/// The words of the tiers that stand in tables.
#[derive(Debug, Clone, Default)]
pub struct StopWords {
    tiers: FxHashMap<&'static str, Tier>,
}

impl StopWords {
    /// The words of data/stop. One that stands in two tiers is a function word.
    pub fn built_in() -> Self {
        let tables = [
            (Tier::Genre, include_str!(concat!(env!("OUT_DIR"), "/stop/genre.txt"))),
            (Tier::Function, include_str!(concat!(env!("OUT_DIR"), "/stop/media.txt"))),
            (Tier::Function, include_str!(concat!(env!("OUT_DIR"), "/stop/function.txt"))),
        ];
        let mut tiers = FxHashMap::default();
        for (tier, table) in tables {
            let lines =
                table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
            tiers.extend(lines.map(|line| (line, tier)));
        }
        StopWords { tiers }
    }

    /// The tier of a word; none for a word that says something.
    pub fn tier(&self, word: &str) -> Option<Tier> {
        self.tiers.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_its_tier() {
        let stop = StopWords::built_in();
        assert!(["的", "和", "我们", "以及"].iter().all(|word| stop.tier(word) == Some(Tier::Function)));
        assert!(["推进", "加强", "加快"].iter().all(|word| stop.tier(word) == Some(Tier::Genre)));
        assert!(["项目", "企业", "招商"].iter().all(|word| stop.tier(word).is_none()));
    }
}
