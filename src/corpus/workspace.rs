//! Texts, decisions, words and choices in one file, so that work goes on another day, on another machine, in another hand.
//!
//! Promise: the same workspace gives the same bytes; what comes back gives the same report. Files are kept as they
//! came, byte by byte, in base64.

use super::decisions::Decisions;
use super::{Corpus, DocumentId, base64};
use crate::error::{Error, ErrorKind};
use crate::intake::Given;
use crate::words::Words;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Version of the file.
const VERSION: u32 = 1;

/// What a workspace file holds. What the reader chose to see is a type of its own, into which this room does not look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "View: DeserializeOwned + Default"))]
pub struct Workspace<View> {
    /// Version of the file, and the mark by which it is known.
    chengyan: u32,
    /// The texts in their order.
    texts: Vec<WorkspaceText>,
    /// What the reader decided about them.
    #[serde(default)]
    decisions: Decisions,
    /// By which words the reader wants them cut.
    #[serde(default, skip_serializing_if = "Words::is_empty")]
    pub words: Words,
    /// What the reader chose to see.
    #[serde(default)]
    pub view: View,
}

/// A text of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WorkspaceText {
    file: String,
    /// In base64.
    bytes: String,
    /// What came with the text from beside it.
    #[serde(default, skip_serializing_if = "Given::is_empty")]
    given: Given,
}

/// A text that could not be taken from a workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Its file.
    pub file: String,
    /// Why.
    pub error: Error,
}

impl<View: Serialize + DeserializeOwned + Default> Workspace<View> {
    /// Reads a workspace file.
    ///
    /// # Errors
    /// `bad-workspace` for anything else.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        let bad = |why: String| Error::from(ErrorKind::BadWorkspace(why));
        let workspace: Self = serde_json::from_str(json).map_err(|why| bad(why.to_string()))?;
        if workspace.chengyan != VERSION {
            return Err(bad(format!("files of version {} are not known", workspace.chengyan)));
        }
        workspace.decisions.known()?;
        Ok(workspace)
    }

    /// The workspace as it is written to its file: one line of JSON.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string(self).expect("a workspace has string keys and finite numbers only");
        json + "\n"
    }
}

impl Corpus {
    /// The texts, decisions and words as a workspace.
    pub fn workspace<View>(&self, view: View) -> Workspace<View> {
        let texts = self.entries.iter().map(|entry| WorkspaceText {
            file: entry.document.file.clone(),
            bytes: base64::encode(entry.bytes()),
            given: entry.document.given().clone(),
        });
        let mut decisions = self.decisions.clone();
        decisions.documents.retain(|id, _| self.entries.iter().any(|entry| entry.id == *id));
        Workspace { chengyan: VERSION, texts: texts.collect(), decisions, words: self.words.clone(), view }
    }

    /// Puts a workspace in the place of all that is here. `on_text` is told of each text before it is read: how many
    /// are done, how many there are, and its file. What cannot be read comes back with the reason.
    pub fn open<View>(
        &mut self,
        workspace: Workspace<View>,
        mut on_text: impl FnMut(usize, usize, &str),
    ) -> Vec<LeftOut> {
        self.clear();
        self.set_words(workspace.words);
        self.set_decisions(workspace.decisions);
        let mut left_out = Vec::new();
        let n_texts = workspace.texts.len();
        for (n_done, text) in workspace.texts.into_iter().enumerate() {
            on_text(n_done, n_texts, &text.file);
            let added = match base64::decode(&text.bytes) {
                Some(bytes) => self.take(&text.file, &bytes, None, &text.given).map(|_| ()),
                None => Err(ErrorKind::BadWorkspace("the bytes of a text are no base64".to_owned()).into()),
            };
            if let Err(error) = added {
                left_out.push(LeftOut { file: text.file, error });
            }
        }
        self.cut_waiting();
        left_out
    }

    /// The documents about which something is decided and which are not here.
    pub fn awaited(&self) -> Vec<DocumentId> {
        let ids = self.decisions.documents.keys().copied();
        ids.filter(|id| self.entries.iter().all(|entry| entry.id != *id)).collect()
    }
}
