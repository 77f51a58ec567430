//! The names that documents give away, and which documents may hold one of them.
//!
//! Promise: whether a name is known does not depend on the order in which documents came or went; asking which names
//! a text holds takes no longer for many names than for few. Not here: whether a name stands as one (`mod`).

use super::person;
use crate::text::Characters;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};

/// Two neighbouring characters.
type Pair = (char, char);

/// Names with the number of documents that give them away.
#[derive(Debug, Clone, Default)]
pub struct KnownNames {
    /// With what names begin, and names that were known once.
    firsts: Characters,
    by_beginning: FxHashMap<Pair, BTreeMap<String, usize>>,
}

impl KnownNames {
    /// Takes the names of a document in place of those that it gave away before. Those that are known now and were
    /// not, or the other way round.
    pub fn exchange<'n>(
        &mut self,
        before: impl Iterator<Item = &'n str>,
        now: impl Iterator<Item = &'n str>,
    ) -> BTreeSet<String> {
        let mut moved = BTreeSet::new();
        for name in now {
            let Some(pair) = pairs(name).next() else { continue };
            self.firsts.extend([pair.0]);
            let n = self.by_beginning.entry(pair).or_default().entry(name.to_owned()).or_default();
            *n += 1;
            if *n == 1 {
                moved.insert(name.to_owned());
            }
        }
        for name in before {
            let Some(names) = pairs(name).next().and_then(|pair| self.by_beginning.get_mut(&pair)) else {
                continue;
            };
            match names.get_mut(name) {
                Some(n) if *n > 1 => *n -= 1,
                Some(_) => {
                    names.remove(name);
                    moved.insert(name.to_owned());
                }
                None => {}
            }
        }
        moved
    }

    /// The names whose characters stand in a text.
    pub fn names_in<'k>(&'k self, text: &str) -> BTreeSet<&'k str> {
        let mut found = BTreeSet::new();
        if self.by_beginning.is_empty() {
            return found;
        }
        for at in self.firsts.places(text) {
            let pair = pairs(&text[at..]).next();
            let names =
                pair.and_then(|pair| self.by_beginning.get(&pair)).into_iter().flat_map(BTreeMap::keys);
            found.extend(names.map(String::as_str).filter(|name| text[at..].starts_with(name)));
        }
        found
    }
}

/// How names may begin that stand in some texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beginnings {
    pairs: FxHashSet<Pair>,
}

impl Beginnings {
    /// Reads texts.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut found = FxHashSet::default();
        for text in texts {
            let with_next = |at: usize| pairs(&text[at..]).next();
            let of_surnames = person::beginnings(text).filter(|at| person::surname(&text[*at..]).is_some());
            found.extend(of_surnames.filter_map(with_next));
            if person::has_dot(text) {
                found.extend(pairs(text).filter(|pair| person::DOTS.contains(&pair.1)));
            }
        }
        Beginnings { pairs: found }
    }

    /// False only if a name stands in none of the texts.
    pub fn may_hold(&self, name: &str) -> bool {
        let dotted = pairs(name).find(|pair| person::DOTS.contains(&pair.1));
        let pair = dotted.or_else(|| person::surname(name).and_then(|_| pairs(name).next()));
        pair.is_none_or(|pair| self.pairs.contains(&pair))
    }
}

fn pairs(text: &str) -> impl Iterator<Item = Pair> + '_ {
    text.chars().zip(text.chars().skip(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchanged(known: &mut KnownNames, before: &[&str], now: &[&str]) -> Vec<String> {
        known.exchange(before.iter().copied(), now.iter().copied()).into_iter().collect()
    }

    #[test]
    fn a_name_is_known_as_long_as_some_document_gives_it_away() {
        let mut known = KnownNames::default();
        assert_eq!(exchanged(&mut known, &[], &["周启明", "王小二"]), ["周启明", "王小二"]);
        assert_eq!(exchanged(&mut known, &[], &["周启明"]), [""; 0]);
        assert_eq!(exchanged(&mut known, &["周启明", "王小二"], &["周启明"]), ["王小二"]);
        assert_eq!(known.names_in("请周启明和王小二来").into_iter().collect::<Vec<_>>(), ["周启明"]);
        assert_eq!(exchanged(&mut known, &["周启明"], &[]), [""; 0]);
        assert_eq!(exchanged(&mut known, &["周启明"], &[]), ["周启明"]);
        assert!(known.names_in("请周启明来").is_empty());
    }

    #[test]
    fn no_text_is_passed_over_that_holds_a_name() {
        let beginnings = Beginnings::of(["请周启明来", "欧阳明月和马克·吐温"]);
        for name in ["周启明", "欧阳明月", "马克·吐温"] {
            assert!(beginnings.may_hold(name), "{name}");
        }
        assert!(!beginnings.may_hold("王小二") && !beginnings.may_hold("约翰·史密斯"));
    }
}
