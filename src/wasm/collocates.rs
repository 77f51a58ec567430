//! The company of a word across the boundary.
//!
//! Promise: what `report::collocates` finds, at the view that is asked for; nothing is decided here.

use super::{Session, thrown, to_js};
use crate::report;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// The words that stand with a word in one clause.
    pub fn collocates(&mut self, word: &str, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::collocates(&self.corpus, word, &view).map_err(thrown)?)
    }

    /// The sentences in which two words stand in one clause.
    #[wasm_bindgen(js_name = collocateSentences)]
    pub fn collocate_sentences(
        &mut self,
        word: &str,
        other: &str,
        view: JsValue,
    ) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::collocate_sentences(&self.corpus, word, other, &view, None).map_err(thrown)?)
    }
}
