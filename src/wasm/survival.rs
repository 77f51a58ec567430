//! The boundary for trying findings under other settings.

use super::{Session, thrown};
use crate::report;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
impl Session {
    /// Whether findings hold under one other setting, as JSON text; they come as JSON text, too.
    pub fn survival(&mut self, view: JsValue, setting: JsValue, claims: &str) -> Result<String, JsValue> {
        let view = self.view(view)?;
        let claims = report::claims_from_json(claims).map_err(thrown)?;
        let setting =
            super::from_js(&setting).map_err(|why| thrown(super::ErrorKind::BadView(why).into()))?;
        Ok(report::survival(&self.corpus, &view, setting, &claims).map_err(thrown)?.to_json())
    }
}
