//! The reader's words: a dictionary in jieba's format, and what is to become one word, two words, no word or another.
//!
//! Promise: a wrong line is named with its number and the rest is taken; every character is just a character. The
//! shape crosses to the page and into a workspace as it is. Not here: cutting by them (`cut`).

use crate::order::{self, Order};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The reader's words; a field that is left out is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Words {
    /// A dictionary in jieba's format: `word [frequency] [tag]`, one a line.
    pub dictionary: String,
    /// Each is one word wherever it stands, whatever that tears.
    pub join: Vec<String>,
    /// Never one word over the place between the two: 双招 and 双引.
    pub split: Vec<(String, String)>,
    /// Never a cut between the two: what stands on either side is then one word.
    pub keep: Vec<(String, String)>,
    /// Never shown.
    pub never: Vec<String>,
    /// Shown although they are stop words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<String>,
    /// Phrases found in the texts that are no words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<String>,
    /// Words that count as another.
    pub groups: Vec<Group>,
    /// A sheet of themes in the place of ours, in the form of data/themes/themes.txt; ours if it is empty. It cuts nothing.
    pub themes: String,
}

/// Words that count as one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Group {
    /// As what they count.
    pub name: String,
    /// The words.
    pub words: Vec<String>,
}

/// A line of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DictionaryWord {
    /// The word.
    pub word: String,
    /// How frequent it is; none for as frequent as it takes.
    pub frequency: Option<u32>,
    /// Part of speech.
    pub tag: Option<String>,
}

/// A line that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Its number, from one.
    pub line: usize,
    /// As it stands.
    pub text: String,
    /// What is wrong with it: `frequency`, `fields`, `length` or `characters`.
    pub kind: &'static str,
}

/// No word is longer than this many characters.
const MAX_LENGTH: usize = 40;

impl Words {
    /// Whether nothing is wished.
    pub fn is_empty(&self) -> bool {
        *self == Words::default()
    }

    /// The lines of the dictionary that can be taken, and those that cannot. Where a word stands twice, the last line
    /// holds.
    pub fn lines(&self) -> (Vec<DictionaryWord>, Vec<Problem>) {
        let mut words: BTreeMap<String, (usize, DictionaryWord)> = BTreeMap::new();
        let mut problems = Vec::new();
        for (index, line) in self.dictionary.trim_start_matches('\u{feff}').lines().enumerate() {
            match parse(line) {
                Ok(Some(word)) => {
                    words.insert(word.word.clone(), (index, word));
                }
                Ok(None) => {}
                Err(kind) => problems.push(Problem { line: index + 1, text: line.to_owned(), kind }),
            }
        }
        let mut words: Vec<(usize, DictionaryWord)> = words.into_values().collect();
        words.order_by_key(|(index, _)| *index);
        (words.into_iter().map(|(_, word)| word).collect(), problems)
    }

    /// Stretches of text that may be cut or counted otherwise by `other`: a text that holds none of them is not.
    pub fn differences(&self, other: &Words) -> BTreeSet<String> {
        let (ours, theirs) = (self.touched(), other.touched());
        order::set(ours.symmetric_difference(&theirs).map(|(_, text, _)| text.clone()))
    }

    /// Each wish with the stretch of text that it concerns.
    fn touched(&self) -> BTreeSet<(u8, String, String)> {
        let one = |kind, text: &String| (kind, text.clone(), String::new());
        let two = |kind, (left, right): &(String, String)| (kind, format!("{left}{right}"), left.clone());
        let lines = self.lines().0.into_iter();
        let lines = lines.map(|line| (0, line.word, format!("{:?} {:?}", line.frequency, line.tag)));
        let groups = self.groups.iter();
        let groups =
            groups.flat_map(|group| group.words.iter().map(|word| (4, word.clone(), group.name.clone())));
        let all = lines
            .chain(self.join.iter().map(|text| one(1, text)))
            .chain(self.split.iter().map(|pair| two(2, pair)))
            .chain(self.keep.iter().map(|pair| two(3, pair)))
            .chain(groups);
        order::set(all.filter(|(_, text, _)| !text.is_empty()))
    }
}

/// A line of jieba's format; none for an empty one.
fn parse(line: &str) -> Result<Option<DictionaryWord>, &'static str> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let frequency = |field: &str| field.parse::<u32>().map_err(|_| "frequency");
    let is_tag = |field: &str| field.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (word, frequency, tag) = match fields.as_slice() {
        [] => return Ok(None),
        [word] => (word, None, None),
        [word, tag] if is_tag(tag) => (word, None, Some(*tag)),
        [word, figure] => (word, Some(frequency(figure)?), None),
        [word, figure, tag] if is_tag(tag) => (word, Some(frequency(figure)?), Some(*tag)),
        _ => return Err("fields"),
    };
    match () {
        () if word.chars().count() > MAX_LENGTH => Err("length"),
        () if word.contains(char::is_control) => Err("characters"),
        () => Ok(Some(DictionaryWord { word: (*word).to_owned(), frequency, tag: tag.map(str::to_owned) })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_lines_are_named_and_the_rest_is_taken() {
        let dictionary = "\u{feff}云计算 5\r\n\n双招双引\n好差评 n\n数字孪生 3 nz\n甲 乙 丙 丁\n乙 -3\n丙 3 名词\n.*[a-z]+(甲)? 9\n<b>\n云计算 7 n\n";
        let (words, problems) = Words { dictionary: dictionary.to_owned(), ..Words::default() }.lines();
        let shown: Vec<String> = words
            .iter()
            .map(|line| format!("{} {:?} {}", line.word, line.frequency, line.tag.as_deref().unwrap_or("-")))
            .collect();
        assert_eq!(
            shown,
            [
                "双招双引 None -",
                "好差评 None n",
                "数字孪生 Some(3) nz",
                ".*[a-z]+(甲)? Some(9) -",
                "<b> None -",
                "云计算 Some(7) n"
            ]
        );
        let named: Vec<(usize, &str)> = problems.iter().map(|problem| (problem.line, problem.kind)).collect();
        assert_eq!(named, [(6, "fields"), (7, "frequency"), (8, "fields")]);
    }

    #[test]
    fn only_what_differs_is_concerned() {
        let before = Words { join: vec!["双招双引".into()], ..Words::default() };
        let mut after = before.clone();
        after.split.push(("双招".into(), "商".into()));
        after.dictionary = "云计算 5".into();
        assert_eq!(before.differences(&after), BTreeSet::from(["双招商".to_owned(), "云计算".to_owned()]));
        assert_eq!(after.differences(&after), BTreeSet::new());
    }
}
