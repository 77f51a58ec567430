//! The rows of `data/places/contexts.tsv`, findable by the characters next to a name.
//!
//! Promise: the first row that fits decides, as if each were tried in turn; but only words whose first or last character
//! stands there are compared.

use super::context::is_han;
use super::mention::{Mention, Sense};
use std::sync::OnceLock;

const CONTEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/places/contexts.tsv"));

/// Characters and words that end the reach of a row: what follows them belongs to another part of the sentence.
const BREAKS: [&str; 30] = [
    "的", "在", "与", "和", "是", "将", "把", "对", "为", "于", "向", "从", "使", "了", "等", "及", "已",
    "市", "县", "培育", "打造", "支持", "推进", "推动", "组建", "成立", "引进", "建设", "加快", "实施",
];

/// The text around a name.
pub(super) struct Around<'a> {
    /// From the beginning of its part of the sentence to the name, or to the parents that lead to it.
    pub before: &'a str,
    pub after: &'a str,
    /// What follows the list of names that begins with this one.
    pub after_list: &'a str,
}

/// Which names a row holds for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Only {
    All,
    /// Short forms that still need evidence.
    Short,
    /// Official names.
    Full,
}

/// A row, without its words.
struct Row {
    sense: Sense,
    only: Only,
    not_followed_by: &'static str,
}

/// Words of a row.
struct Words {
    row: usize,
    words: &'static str,
    /// So many Han characters may stand between them and the name.
    reach: usize,
    /// Whether they must open their part of the sentence.
    opens: bool,
}

/// Rows by number, as the bits of a number.
type Rows = u64;

/// All rows, with their words by the character that is nearest to the name.
pub(super) struct Contexts {
    rows: Vec<Row>,
    before: Buckets,
    after: Buckets,
    with_before: Rows,
    with_after: Rows,
    reach: usize,
}

/// Words by their nearest character; characters that share a bucket are told apart when the words are compared.
type Buckets = Vec<Vec<Words>>;

const N_BUCKETS: usize = 256;

fn buckets() -> Buckets {
    (0..N_BUCKETS).map(|_| Vec::new()).collect()
}

fn bucket(character: char) -> usize {
    character as usize % N_BUCKETS
}

/// The table.
pub(super) fn contexts() -> &'static Contexts {
    static TABLE: OnceLock<Contexts> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut contexts = Contexts {
            rows: Vec::new(),
            before: buckets(),
            after: buckets(),
            with_before: 0,
            with_after: 0,
            reach: 0,
        };
        for line in CONTEXTS.lines().filter(|line| !line.starts_with('#')) {
            contexts.add(line);
        }
        contexts
    })
}

impl Contexts {
    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut fields = line.split('\t');
        let sense = match fields.next()? {
            "name-part" => Sense::NamePart,
            "person" => Sense::Person,
            "benchmark" => Sense::Benchmark,
            "partner" => Sense::Partner,
            "office" => Sense::Office,
            _ => return None,
        };
        let row = self.rows.len();
        for (words, reach) in alternatives(fields.next()?, fields.next()?)? {
            let bare = words.trim_start_matches('^');
            let opens = bare.len() < words.len();
            self.with_before |= 1 << row;
            self.reach = self.reach.max(reach);
            let words = Words { row, words: bare, reach, opens };
            self.before.get_mut(bucket(bare.chars().next_back()?))?.push(words);
        }
        for (words, reach) in alternatives(fields.next()?, fields.next()?)? {
            self.with_after |= 1 << row;
            self.reach = self.reach.max(reach);
            let words = Words { row, words, reach, opens: false };
            self.after.get_mut(bucket(words.words.chars().next()?))?.push(words);
        }
        let not_followed_by = fields.next().unwrap_or_default();
        let only = match fields.next() {
            Some("short") => Only::Short,
            Some("full") => Only::Full,
            _ => Only::All,
        };
        self.rows.push(Row { sense, only, not_followed_by });
        Some(())
    }

    /// The sense by the first row that fits.
    pub fn sense(&self, mention: &Mention, around: &Around) -> Option<Sense> {
        let before = self.rows_before(around.before);
        let after = self.rows_after(around.after);
        // A row with words on both sides looks past the list.
        let both = self.with_before & self.with_after;
        let after_list = if both & before == 0 { 0 } else { self.rows_after(around.after_list) };
        let fitting =
            (before & !self.with_after) | (after & !self.with_before) | (both & before & after_list);
        let mut rows = self.rows.iter().enumerate().filter(|(row, _)| fitting >> row & 1 == 1);
        rows.find(|(_, row)| row.only.holds_for(mention)).map(|(_, row)| row.sense)
    }

    fn rows_before(&self, before: &str) -> Rows {
        let mut rows = 0;
        let mut rest = before;
        for distance in 0..=self.reach {
            let Some(last) = rest.chars().next_back() else { break };
            for words in self.before.get(bucket(last)).into_iter().flatten() {
                let is_there = if words.opens { rest == words.words } else { rest.ends_with(words.words) };
                rows |= Rows::from(distance <= words.reach && is_there) << words.row;
            }
            if !is_han(last) || last == '的' {
                break;
            }
            rest = rest.get(..rest.len() - last.len_utf8()).unwrap_or_default();
        }
        rows
    }

    fn rows_after(&self, after: &str) -> Rows {
        let mut rows = 0;
        let mut rest = after;
        for distance in 0..=self.reach {
            let Some(first) = rest.chars().next() else { break };
            for words in
                self.after.get(bucket(first)).into_iter().flatten().filter(|words| distance <= words.reach)
            {
                let next = rest.strip_prefix(words.words).map(|next| next.chars().next());
                let is_there = next.is_some_and(|next| !self.is_excluded(words.row, next));
                rows |= Rows::from(is_there) << words.row;
            }
            if !is_han(first) || BREAKS.iter().any(|end| rest.starts_with(end)) {
                break;
            }
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
        rows
    }

    fn is_excluded(&self, row: usize, next: Option<char>) -> bool {
        let row = self.rows.get(row);
        row.zip(next).is_some_and(|(row, next)| row.not_followed_by.contains(next))
    }
}

impl Only {
    fn holds_for(self, mention: &Mention) -> bool {
        match self {
            Only::All => true,
            // Full names of counties are safe from being mistaken for persons.
            Only::Short => !mention.is_full && !mention.is_settled,
            Only::Full => mention.is_full,
        }
    }
}

fn alternatives(
    field: &'static str,
    reach: &'static str,
) -> Option<impl Iterator<Item = (&'static str, usize)>> {
    let reach = reach.parse().ok()?;
    Some(field.split('|').filter(|words| !words.is_empty()).map(move |words| (words, reach)))
}

#[cfg(test)]
mod tests {
    use super::{Rows, contexts};

    #[test]
    fn every_row_has_its_bit() {
        let n_rows = contexts().rows.len();
        assert!(n_rows > 30 && n_rows < Rows::BITS as usize, "{n_rows} rows");
    }
}
