//! The boundary for shared wording, and for one place over time.

use super::{Session, thrown};
use crate::report;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// What places share word for word, as JSON text.
    pub fn passages(&mut self, view: JsValue) -> Result<String, JsValue> {
        let view = self.view(view)?;
        Ok(report::passages(&self.corpus, &view, report::N_RUNS).map_err(thrown)?.to_json())
    }

    /// What a place's later texts say anew, as before, and no more, as JSON text.
    #[wasm_bindgen(js_name = overTime)]
    pub fn over_time(&mut self, view: JsValue, place: Option<String>) -> Result<String, JsValue> {
        let view = self.view(view)?;
        Ok(report::over_time(&self.corpus, &view, place.as_deref()).map_err(thrown)?.to_json())
    }
}
