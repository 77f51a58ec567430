//! What is known of a document from beside its text: the other columns of its row in a table, or the properties of the
//! file that it came in.

use super::facts::{self, Facts};
use serde::{Deserialize, Serialize};

/// Facts that come with a document, as they are written there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Given {
    /// The title.
    pub title: Option<String>,
    /// The date, in any form.
    pub date: Option<String>,
    /// The place that the text is about.
    pub place: Option<String>,
    /// The medium.
    pub source: Option<String>,
    /// Whether what the text itself says goes before: so with a file's properties, which often are those of the file
    /// that it was once made from.
    pub yields: bool,
}

impl Given {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Given { yields: self.yields, ..Given::default() }
    }

    /// Puts what goes before the text's own facts into them.
    pub(super) fn before_text(&self, facts: &mut Facts) {
        if !self.yields {
            let own = std::mem::replace(facts, self.facts());
            or_else(facts, own);
        }
    }

    /// Puts what stands back behind the text's own facts into them.
    pub(super) fn after_text(&self, facts: &mut Facts) {
        if self.yields {
            or_else(facts, self.facts());
        }
    }

    fn facts(&self) -> Facts {
        Facts {
            title: self.title.clone(),
            date: self.date.as_deref().and_then(facts::find_date),
            source: self.source.clone(),
            address: None,
        }
    }
}

/// Fills what is not known from others.
fn or_else(facts: &mut Facts, others: Facts) {
    facts.title = facts.title.take().or(others.title);
    facts.date = facts.date.take().or(others.date);
    facts.source = facts.source.take().or(others.source);
    facts.address = facts.address.take().or(others.address);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read_given;

    #[test]
    fn a_row_goes_before_its_text_and_a_property_behind_it() {
        let text = "来源:某某日报\n2019-03-01\n甲市的一年\n甲市今年要抓产业。".as_bytes();
        let given = |yields| Given {
            title: Some("乙".to_owned()),
            date: Some("2020年5月".to_owned()),
            place: Some("甲".to_owned()),
            source: None,
            yields,
        };
        for (yields, title, date) in [(false, "乙", "2020-05"), (true, "甲市的一年", "2019-03-01")] {
            let document = read_given("a.txt", text, None, &given(yields), None);
            let facts = [document.title, document.date, document.source, document.given_place];
            assert_eq!(facts.map(Option::unwrap_or_default), [title, date, "某某日报", "甲"]);
        }
        assert!(Given { yields: true, ..Given::default() }.is_empty());
    }
}
