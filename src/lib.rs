//! Chengyan 城言: what Chinese cities say they will do, and how they differ.
//!
//! The way of a text, a room for each step:
//!
//! 1. [`intake`] reads bytes, sets aside what is not the text and rewrites what damage and script hide; the
//!    original and the way back to it are kept ([`text`]).
//! 2. [`places`] finds out whose words each paragraph is, or that it is not known.
//! 3. [`words`] cuts paragraphs into words.
//! 4. [`corpus`] keeps documents and their index, the only state.
//! 5. [`report`] answers the reader's choices from the index, with the figures of [`stats`].
//! 6. [`cloud`] finds positions for words when the page asks; `wasm` is the door to the page.
//!
//! ```
//! use chengyan::{corpus::Corpus, report, words::{Dictionary, StopWords}};
//!
//! # fn main() -> Result<(), chengyan::error::Error> {
//! let mut corpus = Corpus::new(StopWords::built_in());
//! corpus.set_dictionary(Dictionary::from_text("项目 100 n\n企业 100 n\n德州 100 ns\n".as_bytes())?);
//! corpus.add("a.txt", "德州市：抓项目\n德州市抓项目，看项目，服务企业。".as_bytes())?;
//! let report = report::report(&corpus, &report::View::default())?;
//! assert_eq!(report.columns[0].name, "德州市");
//! assert_eq!((report.rows[0].word.as_str(), report.rows[0].n), ("项目", 2));
//! # Ok(())
//! # }
//! ```
pub mod cloud;
pub mod corpus;
pub mod error;
pub mod intake;
mod order;
pub mod places;
pub mod report;
pub mod stats;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod words;
