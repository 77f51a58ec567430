//! The boundary for reading documents and deciding about them; offsets are UTF-16 code units of the original.

use super::{Session, from_js, thrown, to_js, view_of};
use crate::corpus::{ChangePlace, Decision, Decisions, DocumentId, Workspace};
use crate::error::{Error, ErrorKind};
use crate::places::{Gazetteer, Level};
use crate::report::{self, DocumentSummary, View};
use crate::text::{Span, Utf16Index};
use crate::words::Words;
use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// A document for reading, without its text.
    pub fn document(&self, id: f64) -> Result<JsValue, JsValue> {
        to_js(&report::document(&self.corpus, DocumentId(id as u64)).map_err(thrown)?)
    }

    /// One part of a document.
    #[wasm_bindgen(js_name = documentPart)]
    pub fn document_part(&self, id: f64, part: usize, view: JsValue) -> Result<JsValue, JsValue> {
        let view = view_of(view)?;
        to_js(&report::document_part(&self.corpus, DocumentId(id as u64), part, &view).map_err(thrown)?)
    }

    /// The next mask or edit of a kind, or of any.
    #[wasm_bindgen(js_name = nextChange)]
    pub fn next_change(
        &self,
        id: f64,
        kind: Option<String>,
        from: f64,
        forward: bool,
    ) -> Result<JsValue, JsValue> {
        let id = DocumentId(id as u64);
        let from = (from >= 0.0).then_some(from as usize);
        to_js(&report::next_change(&self.corpus, id, kind.as_deref(), from, forward).map_err(thrown)?)
    }

    /// Decides something about a document.
    pub fn decide(&mut self, id: f64, decision: JsValue) -> Result<(), JsValue> {
        let id = DocumentId(id as u64);
        let decision: Decision =
            from_js(&decision).map_err(|why| thrown(ErrorKind::BadDecision(why).into()))?;
        let original = &self.corpus.entry(id).map_err(thrown)?.document.original;
        let decision = in_bytes(decision, &Utf16Index::new(original));
        self.corpus.decide(id, &decision).map(drop).map_err(thrown)
    }

    /// Takes the last decision back.
    pub fn undo(&mut self) -> Option<f64> {
        self.corpus.undo().map(|id| id.0 as f64)
    }

    /// Decides again what was taken back last.
    pub fn redo(&mut self) -> Option<f64> {
        self.corpus.redo().map(|id| id.0 as f64)
    }

    /// All decisions as JSON text.
    pub fn decisions(&self) -> String {
        self.corpus.decisions().to_json()
    }

    /// Puts decisions in the place of all that were made.
    #[wasm_bindgen(js_name = setDecisions)]
    pub fn set_decisions(&mut self, json: &str) -> Result<(), JsValue> {
        self.corpus.set_decisions(Decisions::from_json(json).map_err(thrown)?);
        Ok(())
    }

    /// The workspace as JSON text.
    pub fn save(&self, view: JsValue) -> Result<String, JsValue> {
        Ok(self.corpus.workspace(view_of(view)?).to_json())
    }

    /// Opens a workspace in the place of all that is here.
    pub fn load(&mut self, json: &str, on_text: Option<Function>) -> Result<JsValue, JsValue> {
        let workspace = Workspace::<View>::from_json(json).map_err(thrown)?;
        let view = workspace.view;
        self.corpus.set_lexicon(view.lexicon);
        let left_out = self.corpus.open(workspace, |n_done, n_texts, file| {
            if let Some(on_text) = &on_text {
                let (n_done, n_texts) = (JsValue::from(n_done as u32), JsValue::from(n_texts as u32));
                // Whoever is told of the progress cannot stop it.
                let _ = on_text.call3(&JsValue::NULL, &n_done, &n_texts, &JsValue::from(file));
            }
        });
        let entries = self.corpus.entries().iter();
        to_js(&Opened {
            view,
            words: self.corpus.words().clone(),
            documents: entries.map(|entry| report::summary(entry, &View::default())).collect(),
            failures: left_out.into_iter().map(|one| Failure::new(one.file, &one.error)).collect(),
            awaited: self.corpus.awaited(),
        })
    }

    /// The bytes of a document's file.
    pub fn bytes(&self, id: f64) -> Result<Vec<u8>, JsValue> {
        Ok(self.corpus.entry(DocumentId(id as u64)).map_err(thrown)?.bytes().to_vec())
    }

    /// What came with a document from beside its text.
    pub fn given(&self, id: f64) -> Result<JsValue, JsValue> {
        to_js(self.corpus.entry(DocumentId(id as u64)).map_err(thrown)?.document.given())
    }

    /// The cleaned text of a document.
    pub fn cleaned(&self, id: f64) -> Result<String, JsValue> {
        let entry = self.corpus.entry(DocumentId(id as u64)).map_err(thrown)?;
        Ok(report::cleaned_text(&entry.document))
    }

    /// The receipt for one document or for all, as `json` or as `csv`.
    pub fn receipt(&self, format: &str, id: Option<f64>) -> Result<String, JsValue> {
        let id = id.map(|id| DocumentId(id as u64));
        let receipt = report::receipt(&self.corpus, id).map_err(thrown)?;
        match format {
            "json" => Ok(receipt.to_json()),
            "csv" => Ok(receipt.to_csv()),
            other => Err(thrown(ErrorKind::BadView(format!("there is no receipt as {other}")).into())),
        }
    }

    /// Places by what a reader types.
    #[wasm_bindgen(js_name = findPlaces)]
    pub fn find_places(&self, typed: &str, n: usize) -> Result<JsValue, JsValue> {
        let gazetteer = Gazetteer::built_in();
        let found = gazetteer.find(typed, n).into_iter().map(|place| FoundPlace {
            code: place.code.to_string(),
            name: place.name,
            level: place.level,
            parents: gazetteer.parents(place).iter().map(|parent| parent.name).collect(),
        });
        to_js(&found.collect::<Vec<_>>())
    }
}

#[derive(Serialize)]
struct FoundPlace {
    code: String,
    name: &'static str,
    level: Level,
    parents: Vec<&'static str>,
}

#[derive(Serialize)]
struct Opened {
    view: View,
    words: Words,
    documents: Vec<DocumentSummary>,
    failures: Vec<Failure>,
    /// Documents about which the workspace decides and which are not in it.
    awaited: Vec<DocumentId>,
}

#[derive(Serialize)]
struct Failure {
    name: String,
    code: &'static str,
    message: String,
}

impl Failure {
    fn new(name: String, error: &Error) -> Self {
        Failure { name, code: error.code(), message: error.to_string() }
    }
}

fn in_bytes(decision: Decision, index: &Utf16Index) -> Decision {
    let place = |place: ChangePlace| ChangePlace {
        start: index.bytes(place.start),
        end: index.bytes(place.end),
        kind: place.kind,
    };
    match decision {
        Decision::UndoPlace(at) => Decision::UndoPlace(place(at)),
        Decision::RedoPlace(at) => Decision::RedoPlace(place(at)),
        Decision::Split { at } => Decision::Split { at: index.bytes(at) },
        Decision::Merge { at } => Decision::Merge { at: index.bytes(at) },
        Decision::Assign { blocks, to } => {
            let span = |span: Span| Span::new(index.bytes(span.start), index.bytes(span.end));
            Decision::Assign { blocks: blocks.into_iter().map(span).collect(), to }
        }
        other => other,
    }
}
