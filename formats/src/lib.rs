//! What stands in the files that texts come in: Word documents, spreadsheets, CSV, zip archives, and the lines of
//! PDF pages that somebody else has taken apart.
//!
//! Promise: bytes in, [`Part`]s and [`Refusal`]s out. Nothing panics, nothing grows past the limits of [`limits`]
//! whatever a file says of its sizes, and what cannot be read is named with the reason while the rest goes on.
//! Not here: encodings of texts (a function that the caller brings), cleaning, places and words.
//!
//! ```
//! use chengyan_formats::{Kind, kind};
//! assert_eq!(kind("a.txt", "德州抓项目".as_bytes()), Kind::Text);
//! assert_eq!(kind("a.docx", b"PK\x03\x04"), Kind::Archive);
//! ```

mod kind;

pub use kind::{Kind, kind};

#[cfg(feature = "readers")]
mod archive;
#[cfg(feature = "readers")]
mod columns;
#[cfg(feature = "readers")]
mod delimited;
#[cfg(feature = "readers")]
mod docx;
#[cfg(feature = "readers")]
pub mod limits;
#[cfg(feature = "readers")]
mod open;
#[cfg(feature = "readers")]
mod pages;
#[cfg(feature = "readers")]
mod radicals;
#[cfg(feature = "readers")]
mod refusal;
#[cfg(feature = "readers")]
mod styles;
#[cfg(feature = "readers")]
mod table;
#[cfg(all(feature = "readers", target_arch = "wasm32"))]
mod wasm;
#[cfg(feature = "readers")]
mod xlsx;
#[cfg(feature = "readers")]
mod xml;

#[cfg(feature = "readers")]
pub use columns::{Columns, guess};
#[cfg(feature = "readers")]
pub use delimited::delimited;
#[cfg(feature = "readers")]
pub use open::{Opened, Part, open};
#[cfg(feature = "readers")]
pub use pages::{Item, Page, paragraphs};
#[cfg(feature = "readers")]
pub use refusal::{Refusal, Why};
#[cfg(feature = "readers")]
pub use table::{Row, Rows, Table, rows};
