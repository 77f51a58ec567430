//! The door to JavaScript: functions from bytes and plain objects to plain objects. The shapes stand in `types.d.ts`.

use crate::{Columns, Opened, Page, Part, Refusal, Row, Table, guess};
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Opens a file; `decode` makes a string of bytes that are not UTF-8.
#[wasm_bindgen]
pub fn open(name: &str, bytes: &[u8], decode: &Function) -> Result<JsValue, JsValue> {
    let decode = |bytes: &[u8]| {
        let text = decode.call1(&JsValue::NULL, &Uint8Array::from(bytes));
        text.ok().and_then(|text| text.as_string()).unwrap_or_default()
    };
    opened(crate::open(name, bytes, &decode))
}

/// Reads a table out of text.
#[wasm_bindgen]
pub fn delimited(name: &str, text: &str) -> Result<JsValue, JsValue> {
    opened(crate::delimited(name, text))
}

/// Reads the lines of PDF pages.
#[wasm_bindgen]
pub fn pages(name: &str, pages: JsValue) -> Result<JsValue, JsValue> {
    let pages: Vec<Page> = serde_wasm_bindgen::from_value(pages)?;
    opened(crate::paragraphs(name, &pages))
}

/// Takes the rows of a table as documents.
#[wasm_bindgen]
pub fn rows(table: JsValue, columns: JsValue) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Answer {
        rows: Vec<Row>,
        refusals: Vec<Told>,
    }
    let table: Table = serde_wasm_bindgen::from_value(table)?;
    let columns: Columns = serde_wasm_bindgen::from_value(columns)?;
    let found = crate::rows(&table, &columns);
    to_js(&Answer { rows: found.rows, refusals: told(&found.refusals) })
}

#[derive(Serialize)]
struct Told {
    name: String,
    code: &'static str,
    message: String,
}

fn told(refusals: &[Refusal]) -> Vec<Told> {
    let told = refusals.iter().map(|refusal| Told {
        name: refusal.name.clone(),
        code: refusal.why.code(),
        message: refusal.why.detail(),
    });
    told.collect()
}

fn opened(opened: Opened) -> Result<JsValue, JsValue> {
    let parts = Array::new();
    for part in opened.parts {
        parts.push(&of_part(part)?);
    }
    let answer = Object::new();
    Reflect::set(&answer, &"parts".into(), &parts)?;
    Reflect::set(&answer, &"refusals".into(), &to_js(&told(&opened.refusals))?)?;
    Ok(answer.into())
}

fn of_part(part: Part) -> Result<JsValue, JsValue> {
    let answer = Object::new();
    let set = |name: &str, value: JsValue| Reflect::set(&answer, &name.into(), &value).map(|_| ());
    match part {
        Part::Text { name, text, title } => {
            set("name", name.into())?;
            set("text", text.into())?;
            set("title", title.into())?;
        }
        Part::Table(table) => {
            set("name", table.name.as_str().into())?;
            set("guess", to_js(&guess(&table))?)?;
            set("table", to_js(&table)?)?;
        }
        Part::File { name, bytes, kind } => {
            set("name", name.into())?;
            set("kind", kind.code().into())?;
            set("bytes", Uint8Array::from(bytes.as_slice()).into())?;
        }
    }
    Ok(answer.into())
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
