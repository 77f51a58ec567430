//! The numbered slogans that the texts explain, with their members.

use super::count::keys;
use super::view::View;
use crate::corpus::{Corpus, DocumentId};
use serde::Serialize;

/// A slogan with what it stands for, as a text says it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExplainedSlogan {
    /// The slogan.
    pub slogan: String,
    /// What it stands for.
    pub members: Vec<String>,
    /// Which document says so.
    pub document: DocumentId,
}

/// The slogans that the counted blocks explain, in the order of the documents, each once for a document.
pub(super) fn explained(corpus: &Corpus, view: &View) -> Vec<ExplainedSlogan> {
    let mut found: Vec<ExplainedSlogan> = Vec::new();
    for entry in corpus.entries().iter().filter(|_| corpus.has_lexicon()) {
        let keys = keys(corpus, entry, view);
        for (block, slogan) in entry.slogans.iter().filter(|(block, _)| keys[*block].is_some()) {
            let text = entry.document.blocks[*block].text();
            let one = ExplainedSlogan {
                slogan: slogan.span.of(text).to_owned(),
                members: slogan.members.iter().map(|member| member.of(text).to_owned()).collect(),
                document: entry.id,
            };
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}
