//! Which of several places a name means, by the other names of the same document.

use super::code::{Code, Level};
use super::gazetteer::Gazetteer;
use super::mention::{Mention, Piece, Sense};
use crate::order::{self, Order};
use std::collections::{BTreeMap, BTreeSet};

/// What a document says about names that need evidence.
#[derive(Default)]
struct Evidence {
    /// Places named beyond doubt.
    settled: BTreeSet<Code>,
    /// Places named in full beyond doubt.
    full: BTreeSet<Code>,
    /// Places named beyond doubt, and those that some name with one candidate only may mean.
    known: BTreeSet<Code>,
    /// How often each place is named by a name with one candidate only.
    n_named: BTreeMap<Code, usize>,
}

/// Settles what can be settled in the pieces of one document, and marks short names that a person bears.
pub(super) fn settle(gazetteer: &Gazetteer, pieces: &mut [Piece]) {
    mark_persons(pieces);
    // A name settled in one round is evidence in the next; two rounds reach districts of a city settled in the first.
    for _ in 0..2 {
        let evidence = gather(pieces);
        for mention in
            pieces.iter_mut().flat_map(|piece| &mut piece.mentions).filter(|mention| is_open(mention))
        {
            if let Some(code) = best(gazetteer, mention, &evidence) {
                mention.candidates = vec![code];
                mention.is_settled = true;
            }
        }
    }
}

fn is_open(mention: &Mention) -> bool {
    !mention.is_settled && mention.sense != Sense::Person
}

/// 江山 is a person throughout, once 市委书记江山 or 江山表示 has been read.
fn mark_persons(pieces: &mut [Piece]) {
    let named = pieces.iter().flat_map(Piece::named);
    let named = named.filter(|(mention, _)| mention.sense == Sense::Person);
    let persons: BTreeSet<String> = order::set(named.map(|(_, words)| words.to_owned()));
    for piece in pieces {
        let text = piece.text;
        for mention in piece.mentions.iter_mut().filter(|mention| !mention.is_settled && !mention.is_full) {
            if persons.contains(mention.words(text)) {
                mention.sense = Sense::Person;
            }
        }
    }
}

fn gather(pieces: &[Piece]) -> Evidence {
    let mut evidence = Evidence::default();
    for mention in pieces.iter().flat_map(|piece| &piece.mentions) {
        let [code] = mention.candidates[..] else { continue };
        if mention.is_settled {
            evidence.settled.insert(code);
            evidence.known.insert(code);
        }
        if mention.is_settled && mention.is_full {
            evidence.full.insert(code);
        }
        if !matches!(mention.sense, Sense::NamePart | Sense::Person) {
            evidence.known.insert(code);
            *evidence.n_named.entry(code).or_default() += 1;
        }
    }
    evidence
}

/// The one candidate with the most evidence.
fn best(gazetteer: &Gazetteer, mention: &Mention, evidence: &Evidence) -> Option<Code> {
    let mut scores: Vec<(usize, Code)> =
        mention.candidates.iter().map(|&code| (evidence.score(gazetteer, mention, code), code)).collect();
    scores.order_by(|left, right| right.cmp(left));
    match scores[..] {
        [(score, code)] if score > 0 => Some(code),
        [(first, code), (second, _), ..] if first > second => Some(code),
        _ => None,
    }
}

impl Evidence {
    /// Full name elsewhere, then the parent, then neighbours or own counties, then the province.
    fn score(&self, gazetteer: &Gazetteer, mention: &Mention, code: Code) -> usize {
        let parent = gazetteer.place(code).and_then(|place| place.parent);
        // Kin are the counties of a city, and for a county those of the same city.
        let around =
            if code.level() == Level::County { gazetteer.roll_up(code, Level::Prefecture) } else { code };
        let n_kin = if around.level() == Level::County {
            0
        } else {
            self.known.range(around.below()).filter(|&&other| other != code).take(3).count()
        };
        let repeats = mention.candidates.len() == 1
            && !mention.is_word
            && self.n_named.get(&code).is_some_and(|&n_named| n_named > 1);
        6 * usize::from(self.full.contains(&code))
            + 4 * usize::from(parent.is_some_and(|parent| self.settled.contains(&parent)))
            + n_kin
            + usize::from(self.settled.contains(&code.province()))
            + usize::from(repeats)
    }
}
