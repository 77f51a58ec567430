//! The words in which each city leads, whether or not that is beyond chance, for cities with little text too.
//!
//! Promise: by log-likelihood against all other places' texts put together, as in the report; a word that hardly
//! ever stands there leads nowhere ([`stats::leads`]), so that a list may be short or empty. Not here: claims
//! (`comparison`).

use super::index::Index;
use crate::corpus::Corpus;
use crate::error::Error;
use crate::order::Order;
use crate::places::Gazetteer;
use crate::report::rounded;
use crate::report::view::View;
use crate::stats;

/// A city with the words that it says more than the others.
#[derive(Debug, Clone, PartialEq)]
pub struct CityLeads {
    /// Six digits.
    pub key: String,
    /// Full name.
    pub name: &'static str,
    /// Words.
    pub n_words: u64,
    /// Blocks with words.
    pub n_blocks: u64,
    /// Whether that is enough to be judged ([`stats::is_enough`]); else the words describe these texts only.
    pub is_enough: bool,
    /// The highest log-likelihood first.
    pub words: Vec<Lead>,
}

/// A word that a city says more than the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// The word.
    pub word: String,
    /// Uses there.
    pub n: u64,
    /// Log-likelihood against all others.
    pub g2: f64,
}

/// The leading words of all cities, at most so many of each, cities by code.
///
/// # Errors
/// `no-dictionary` before there is one.
pub fn leading(corpus: &Corpus, view: &View, n_listed: usize) -> Result<Vec<CityLeads>, Error> {
    corpus.ready()?;
    let index = Index::new(corpus, view);
    Ok((0..index.cities.len()).map(|city| index.leads_of(corpus, city, n_listed)).collect())
}

impl Index {
    fn leads_of(&self, corpus: &Corpus, city: usize, n_listed: usize) -> CityLeads {
        let code = self.cities[city].0;
        let (n_words, n_blocks) = self.totals[city];
        let n_others = self.totals.iter().map(|(n, _)| n).sum::<u64>() - n_words;
        let lead = |at: usize| {
            let n = self.n(at, city);
            let n_elsewhere = self.n[at].iter().sum::<u64>() - n;
            let g2 = stats::signed_log_likelihood(n, n_words, n_elsewhere, n_others);
            stats::leads(n, g2).then(|| Lead {
                word: corpus.vocabulary().word(self.words[at].0).text.to_string(),
                n,
                g2: rounded(g2),
            })
        };
        let mut words: Vec<Lead> = (0..self.words.len()).filter_map(lead).collect();
        // Words are in the order of their texts, and of equals the more frequent one is the surer.
        words.order_by(|a, b| b.g2.total_cmp(&a.g2).then(b.n.cmp(&a.n)).then_with(|| a.word.cmp(&b.word)));
        words.truncate(n_listed);
        CityLeads {
            key: code.to_string(),
            name: Gazetteer::built_in().place(code).map_or("", |place| place.name),
            n_words,
            n_blocks,
            is_enough: self.is_enough(city),
            words,
        }
    }
}
