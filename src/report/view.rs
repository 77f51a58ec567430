//! What the reader chose to see.

use crate::corpus::{Occurrence, Word};
use crate::error::{Error, ErrorKind};
use crate::places::Level;
use crate::text::Block;
use crate::words::{NameKind, Tier};
use serde::{Deserialize, Serialize};

/// The reader's choices; a field that is left out has its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct View {
    /// Where results are rolled up to.
    pub level: Level,
    /// Leave out function words and words of the media about themselves.
    pub stop: bool,
    /// Show place names as words.
    pub place_names: bool,
    /// Count what the medium says too: questions, editor's notes, captions.
    pub medium: bool,
    /// Words of fewer characters are not shown.
    pub min_length: usize,
    /// Words in each cloud.
    pub n_cloud: usize,
    /// Rows of the comparison.
    pub n_rows: usize,
    /// Whether documents that print the same count once or each for itself.
    pub reprints: Reprints,
    /// Cut with the policy lexicon, numbered slogans and quantities; else exactly as jieba-rs does.
    pub lexicon: bool,
    /// Words of which parts of speech are shown.
    pub pos: PartOfSpeech,
    /// Show names of persons as words.
    pub persons: bool,
    /// Show names of companies as words.
    pub companies: bool,
    /// Leave out the set words of government reports: they are in no cloud and no list, but in all totals.
    pub genre: bool,
    /// Count phrases that are certain in these texts as words.
    pub phrases: bool,
}

/// How often a text counts that stands in several documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reprints {
    /// Once.
    Once,
    /// As often as it stands there.
    All,
}

/// Words of which parts of speech are shown, by the tags of the dictionary and the lexicon.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartOfSpeech {
    /// All.
    #[default]
    All,
    /// All but function words, numerals, measure words, times and directions; words without a tag too.
    Content,
    /// Nouns, names, abbreviations, and verbs used as nouns.
    Nouns,
    /// Verbs, and those used as nouns.
    Verbs,
}

impl PartOfSpeech {
    /// Whether a word with this tag is shown.
    pub fn shows(self, tag: &str) -> bool {
        match self {
            PartOfSpeech::All => true,
            PartOfSpeech::Content => {
                tag.is_empty()
                    || !tag.starts_with([
                        'c', 'd', 'e', 'f', 'h', 'k', 'm', 'o', 'p', 'q', 'r', 't', 'u', 'w', 'x', 'y',
                    ])
            }
            PartOfSpeech::Nouns => tag.starts_with(['n', 'j']) || matches!(tag, "vn" | "an"),
            PartOfSpeech::Verbs => tag.starts_with('v'),
        }
    }
}

impl Default for View {
    fn default() -> Self {
        View {
            level: Level::Prefecture,
            stop: true,
            place_names: false,
            medium: false,
            min_length: 2,
            n_cloud: 60,
            n_rows: 200,
            reprints: Reprints::Once,
            lexicon: true,
            pos: PartOfSpeech::All,
            persons: false,
            companies: false,
            genre: true,
            phrases: true,
        }
    }
}

impl View {
    /// Reads a view from JSON.
    ///
    /// # Errors
    /// `bad-view` for unknown fields and values.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|why| ErrorKind::BadView(why.to_string()).into())
    }

    /// Whether a block is counted.
    pub fn counts(&self, block: &Block) -> bool {
        self.medium || !block.role.is_of_medium()
    }

    /// Whether the words of a tier are left out.
    pub fn leaves_out(&self, tier: Tier) -> bool {
        match tier {
            Tier::Function => self.stop,
            Tier::Genre => self.genre,
            Tier::Own => true,
        }
    }

    /// Whether a word is shown.
    pub fn shows(&self, word: &Word) -> bool {
        word.n_characters >= self.min_length
            && !word.tier.is_some_and(|tier| self.leaves_out(tier))
            && (self.place_names || !word.is_place)
            && self.pos.shows(&word.tag)
    }

    /// Whether a use of a word is shown: a word that is somebody's name here may be none elsewhere.
    pub fn shows_use(&self, occurrence: &Occurrence) -> bool {
        match occurrence.name {
            Some(NameKind::Person) => self.persons,
            Some(NameKind::Company) => self.companies,
            None => true,
        }
    }
}
