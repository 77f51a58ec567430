//! The boundary to JavaScript: one class, plain objects, and bytes counted as JavaScript counts them.
//!
//! Promise: what is bad in a text never throws; a caller's mistake throws `{ code, message }`; a result that the
//! command line prints too crosses as that very text. The shapes stand in `types.d.ts`. Nothing is decided here.

mod collocates;
mod concordance;
mod passages;
mod reading;
mod storm;
mod survival;
mod themes;

use crate::cloud::{self, Frame, Item};
use crate::corpus::{Corpus, DocumentId};
use crate::error::{Error, ErrorKind};
use crate::intake::{self, Given};
use crate::report::{self, View};
use crate::words::{Dictionary, StopWords, Words};
use js_sys::{Float64Array, JSON, Object, Reflect, Uint32Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// The engine with its documents; see `types.d.ts` for every shape.
#[wasm_bindgen]
pub struct Session {
    corpus: Corpus,
}

#[wasm_bindgen]
impl Session {
    /// A session without documents and without a dictionary.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Session {
        std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
        Session { corpus: Corpus::new(StopWords::built_in()) }
    }

    /// Takes a dictionary in the compact form that the build makes.
    #[wasm_bindgen(js_name = loadDictionary)]
    pub fn load_dictionary(&mut self, bytes: Vec<u8>) -> Result<(), JsValue> {
        let dictionary = Dictionary::from_compact(bytes).map_err(thrown)?;
        self.corpus.set_dictionary(dictionary);
        Ok(())
    }

    /// Reads one file, in an encoding that the reader chose or in the one that it turns out to be in, with what is
    /// known of it from beside its text.
    pub fn add(
        &mut self,
        file: &str,
        bytes: &[u8],
        encoding: Option<String>,
        given: JsValue,
    ) -> Result<JsValue, JsValue> {
        let encoding = encoding.map(|label| label.parse()).transpose().map_err(thrown)?;
        let given = given_of(given)?;
        let entry = self.corpus.add_given(file, bytes, encoding, &given).map_err(thrown)?;
        to_js(&report::summary(entry, &View::default()))
    }

    /// As `add`, but for the words, which are cut with those of other files when they are first asked for.
    pub fn take(
        &mut self,
        file: &str,
        bytes: &[u8],
        encoding: Option<String>,
        given: JsValue,
    ) -> Result<f64, JsValue> {
        let encoding = encoding.map(|label| label.parse()).transpose().map_err(thrown)?;
        let id = self.corpus.take(file, bytes, encoding, &given_of(given)?).map_err(thrown)?;
        Ok(id.0 as f64)
    }

    /// What a file is, by its first bytes and its name.
    pub fn kind(&self, file: &str, bytes: &[u8]) -> String {
        chengyan_formats::kind(file, bytes).code().to_owned()
    }

    /// The text of a file as it stands, and the encoding in which it was read.
    pub fn decode(&self, bytes: &[u8], encoding: Option<String>) -> Result<JsValue, JsValue> {
        let encoding = encoding.map(|label| label.parse()).transpose().map_err(thrown)?;
        let decoded = intake::decoded(bytes, encoding);
        let result = Object::new();
        Reflect::set(&result, &"text".into(), &decoded.text.into())?;
        Reflect::set(&result, &"encoding".into(), &decoded.encoding.label().into())?;
        Reflect::set(&result, &"encodingGuessed".into(), &decoded.is_guessed.into())?;
        Ok(result.into())
    }

    /// The cleaned text of a file that is not kept, one block a line.
    pub fn clean(&self, file: &str, bytes: &[u8]) -> String {
        let document = self.corpus.read_apart(file, bytes);
        document.blocks.iter().flat_map(|block| [block.text(), "\n"]).collect()
    }

    /// Takes a document out.
    pub fn remove(&mut self, id: f64) -> Result<(), JsValue> {
        self.corpus.remove(DocumentId(id as u64)).map_err(thrown)
    }

    /// Puts documents in the place of others.
    pub fn exchange(&mut self, before: Vec<f64>, after: Vec<f64>) {
        let ids = |numbers: Vec<f64>| numbers.into_iter().map(|id| DocumentId(id as u64)).collect::<Vec<_>>();
        self.corpus.exchange(&ids(before), &ids(after));
    }

    /// Takes all documents out.
    pub fn clear(&mut self) {
        self.corpus.clear();
    }

    /// One document.
    pub fn summary(&mut self, id: f64) -> Result<JsValue, JsValue> {
        self.corpus.cut_waiting();
        let entry = self.corpus.entry(DocumentId(id as u64)).map_err(thrown)?;
        to_js(&report::summary(entry, &View::default()))
    }

    /// All documents.
    pub fn documents(&mut self) -> Result<JsValue, JsValue> {
        self.corpus.cut_waiting();
        let summaries: Vec<_> =
            self.corpus.entries().iter().map(|entry| report::summary(entry, &View::default())).collect();
        to_js(&summaries)
    }

    /// The report as JSON text.
    pub fn report(&mut self, view: JsValue) -> Result<String, JsValue> {
        let view = self.view(view)?;
        let report = report::report(&self.corpus, &view).map_err(thrown)?;
        Ok(report.to_json())
    }

    /// What the texts allow to say about how places differ, as JSON text.
    pub fn comparison(&mut self, view: JsValue) -> Result<String, JsValue> {
        let view = self.view(view)?;
        let comparison = report::comparison(&self.corpus, &view).map_err(thrown)?;
        Ok(comparison.to_json())
    }

    /// The same, and of the words' rates only those that a picture shows first.
    pub fn findings(&mut self, view: JsValue) -> Result<String, JsValue> {
        let view = self.view(view)?;
        let findings = report::findings(&self.corpus, &view).map_err(thrown)?;
        Ok(findings.to_json())
    }

    /// Uses of each word by column, flat: the columns of the first word, then those of the second.
    pub fn usage(&mut self, words: Vec<String>, view: JsValue) -> Result<Vec<u32>, JsValue> {
        let view = self.view(view)?;
        let usage = report::usage(&self.corpus, &words, &view).map_err(thrown)?;
        Ok(usage.into_iter().flatten().map(|n| n as u32).collect())
    }

    /// The sentences in which a word stands, in one column or in all.
    pub fn sentences(
        &mut self,
        word: &str,
        view: JsValue,
        column: Option<String>,
    ) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        let found = report::sentences(&self.corpus, word, &view, column.as_deref()).map_err(thrown)?;
        to_js(&found)
    }

    /// Takes the reader's words in place of those that were there; gives the lines that could not be taken.
    #[wasm_bindgen(js_name = setWords)]
    pub fn set_words(&mut self, words: JsValue) -> Result<JsValue, JsValue> {
        to_js(&self.corpus.set_words(words_of(words)?))
    }

    /// What these words would do in place of those that are there.
    #[wasm_bindgen(js_name = wordEffect)]
    pub fn word_effect(&mut self, words: JsValue) -> Result<JsValue, JsValue> {
        self.corpus.set_phrases(self.corpus.wants_phrases());
        to_js(&self.corpus.word_effect(&words_of(words)?).map_err(thrown)?)
    }

    /// The words that stand most often right beside a word.
    pub fn neighbours(&mut self, word: &str, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::neighbours(&self.corpus, word, &view).map_err(thrown)?)
    }

    /// What the tiers of stop words leave out.
    #[wasm_bindgen(js_name = stopWords)]
    pub fn stop_words(&mut self, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::stop_words(&self.corpus, &view).map_err(thrown)?)
    }

    /// The phrases of the texts, ranked.
    pub fn phrases(&mut self, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::phrases(&self.corpus, &view).map_err(thrown)?)
    }

    /// The sentences in which a stretch of characters stands.
    #[wasm_bindgen(js_name = phraseSentences)]
    pub fn phrase_sentences(&mut self, phrase: &str, view: JsValue) -> Result<JsValue, JsValue> {
        let view = self.view(view)?;
        to_js(&report::phrase_sentences(&self.corpus, phrase, &view).map_err(thrown)?)
    }

    /// The decoded original of a document.
    pub fn original(&self, id: f64) -> Result<String, JsValue> {
        Ok(self.corpus.entry(DocumentId(id as u64)).map_err(thrown)?.document.original.clone())
    }

    /// Positions for the words of a cloud.
    pub fn layout(&self, request: JsValue) -> Result<JsValue, JsValue> {
        let boxes = numbers(&request, "boxes")?;
        let frame = frame_of(&request)?;
        let items: Vec<Item> = boxes
            .chunks_exact(3)
            .map(|item| Item { width: item[0], height: item[1], weight: item[2] })
            .collect();
        let layout = cloud::layout(&items, &frame);
        let placed: Vec<f64> =
            layout.placed.iter().flat_map(|word| [word.index as f64, word.x, word.y, word.size]).collect();
        let unplaced: Vec<u32> = layout.unplaced.iter().map(|index| *index as u32).collect();
        let result = Object::new();
        Reflect::set(&result, &"placed".into(), &Float64Array::from(placed.as_slice()))?;
        Reflect::set(&result, &"unplaced".into(), &Uint32Array::from(unplaced.as_slice()))?;
        Ok(result.into())
    }
}

impl Session {
    /// What the reader chose, and the corpus cut as that asks.
    fn view(&mut self, view: JsValue) -> Result<View, JsValue> {
        let view = view_of(view)?;
        self.corpus.set_lexicon(view.lexicon);
        self.corpus.set_phrases(view.phrases);
        Ok(view)
    }
}

/// An array of numbers that a request has.
fn numbers(request: &JsValue, name: &str) -> Result<Vec<f64>, JsValue> {
    let array = Reflect::get(request, &name.into())?.dyn_into::<Float64Array>();
    let array = array.map_err(|_| thrown(ErrorKind::BadView(format!("{name} is no Float64Array")).into()))?;
    Ok(array.to_vec())
}

fn number(request: &JsValue, name: &str) -> Result<f64, JsValue> {
    let value = Reflect::get(request, &name.into()).ok().and_then(|value| value.as_f64());
    value.ok_or_else(|| thrown(ErrorKind::BadView(format!("{name} is no number")).into()))
}

/// The frame that a request is for.
fn frame_of(request: &JsValue) -> Result<Frame, JsValue> {
    Ok(Frame {
        width: number(request, "width")?,
        height: number(request, "height")?,
        min_size: number(request, "minSize")?,
        max_size: number(request, "maxSize")?,
        padding: number(request, "padding")?,
    })
}

fn view_of(view: JsValue) -> Result<View, JsValue> {
    if view.is_undefined() || view.is_null() {
        return Ok(View::default());
    }
    from_js(&view).map_err(|why| thrown(ErrorKind::BadView(why).into()))
}

fn given_of(given: JsValue) -> Result<Given, JsValue> {
    if given.is_undefined() || given.is_null() {
        return Ok(Given::default());
    }
    from_js(&given).map_err(|why| thrown(ErrorKind::BadGiven(why).into()))
}

fn words_of(words: JsValue) -> Result<Words, JsValue> {
    from_js(&words).map_err(|why| thrown(ErrorKind::BadWords(why).into()))
}

/// A plain object as one of ours, or what is wrong with it.
fn from_js<T: DeserializeOwned>(value: &JsValue) -> Result<T, String> {
    serde_wasm_bindgen::from_value(value.clone()).map_err(|why| why.to_string())
}

/// By way of JSON, as the report crosses: one way of writing results makes a smaller module than two.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(value).map_err(|why| JsValue::from(why.to_string()))?;
    JSON::parse(&json)
}

fn thrown(error: Error) -> JsValue {
    #[derive(Serialize)]
    struct Thrown {
        code: &'static str,
        message: String,
    }
    let thrown = Thrown { code: error.code(), message: error.to_string() };
    to_js(&thrown).unwrap_or_else(|why| why)
}
