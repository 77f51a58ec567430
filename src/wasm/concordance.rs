//! The lines of a word across the boundary.
//!
//! Promise: what `report::concordance` and `report::dispersion` find, at the view that is asked for; nothing is decided here.

use super::{Session, from_js, thrown, to_js};
use crate::error::ErrorKind;
use crate::report::{self, ConcordanceQuery};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// The uses of a word, one a line, sorted and chosen.
    pub fn concordance(&mut self, word: &str, view: JsValue, query: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        let query = if query.is_undefined() || query.is_null() {
            ConcordanceQuery::default()
        } else {
            from_js(&query).map_err(|why| thrown(ErrorKind::BadView(why).into()))?
        };
        to_js(&report::concordance(&self.corpus, word, &view, &query).map_err(thrown)?)
    }

    /// Where the uses of a word stand in each city's text.
    pub fn dispersion(&mut self, word: &str, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::dispersion(&self.corpus, word, &view).map_err(thrown)?)
    }
}
