//! The reader's choices and the corpus give the only results that leave the engine.
//!
//! Promise: the same corpus and the same view give the same bytes, on native and on wasm; every list is sorted,
//! every figure rounded here. A report is a query of the index; nothing is cut or read again for it.

mod build;
mod changes;
mod collocates;
mod columns;
mod comparison;
mod concordance;
mod count;
mod dispersion;
mod document;
mod export;
mod fragment;
mod neighbours;
mod over_time;
mod passages;
mod phrases;
mod receipt;
mod sentences;
mod slogans;
mod stops;
mod theme_sentences;
mod theme_words;
mod themes;
mod usage;
mod view;

pub use build::{Cell, CloudWord, Column, Report, Row, report};
pub use collocates::{Collocate, CollocateColumn, Collocates, collocate_sentences, collocates};
pub use columns::Key;
pub use comparison::{
    Answer, City, CityLeads, Claim, ComparedCell, ComparedWord, Comparison, Figures, Lead, Pair, Setting,
    SharedWord, Survival, claims, claims_from_json, comparison, findings, leading, survival,
};
pub use concordance::{
    Choice, Concordance, ConcordanceLine, ConcordanceQuery, LineChoices, LineOrder, concordance,
};
pub use dispersion::{Dispersion, DispersionStrip, dispersion};
pub use document::{
    BlockView, DocumentPart, DocumentView, KindCount, PieceView, Range, ReasonView, document, document_part,
    next_change,
};
pub use export::{BlockReceipt, ChangeReceipt, DocumentReceipt, Receipt, cleaned_text, receipt};
pub use neighbours::{Neighbour, Neighbours, neighbours};
pub use over_time::{
    Change, DatedPlace, OverTime, Parted, Period, PeriodCell, PlaceOverTime, Undated, WordOverTime, over_time,
};
pub use passages::{N_RUNS, PassageCity, PassageUse, Passages, RunPlace, SharedRun, passages};
pub use phrases::{PhraseExample, PhraseFound, PhrasesTaken, phrases};
pub use receipt::{DocumentSummary, Example, Handled, How, PlaceName, Voice, summary};
pub use sentences::{Mark, Sentence, Sentences, phrase_sentences, sentences};
pub use slogans::ExplainedSlogan;
pub use stops::{Stopped, StoppedWord, stop_words};
pub use theme_sentences::{SheetTheme, ThemeSentences, theme_sentences, theme_sheet};
pub use theme_words::{CityWords, NamedTheme, ThemeWord, ThemeWords, theme_words};
pub use themes::{Emphasis, TermCount, ThemeCell, ThemeCity, ThemeRow, Themes, themes};
pub use usage::usage;
pub use view::{PartOfSpeech, Reprints, View};

/// Version of the shape of all results.
pub const SCHEMA: u32 = 1;

/// Four decimals, and no negative zero.
fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4 + 0.0
}
