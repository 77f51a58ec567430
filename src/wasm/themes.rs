//! The boundary for themes.

use super::{Session, thrown, to_js};
use crate::report;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// What the cities speak about, as JSON text.
    pub fn themes(&mut self, view: JsValue) -> Result<String, JsValue> {
        let view = self.view(view)?;
        Ok(report::themes(&self.corpus, &view).map_err(thrown)?.to_json())
    }

    /// The sentences of a theme, in one column or in all.
    #[wasm_bindgen(js_name = themeSentences)]
    pub fn theme_sentences(
        &mut self,
        theme: &str,
        view: JsValue,
        column: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::theme_sentences(&self.corpus, theme, &view, column.as_deref()).map_err(thrown)?)
    }

    /// The words of the themes in all places, with their uses.
    #[wasm_bindgen(js_name = themeWords)]
    pub fn theme_words(&mut self, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::theme_words(&self.corpus, &view).map_err(thrown)?)
    }

    /// The sheet of themes that is in use.
    #[wasm_bindgen(js_name = themeSheet)]
    pub fn theme_sheet(&self) -> Result<JsValue, JsValue> {
        to_js(&report::theme_sheet(&self.corpus))
    }
}
