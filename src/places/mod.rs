//! Which place a block of text is about.
//!
//! Promises: every province, prefecture and county of the table in `data/gazetteer.tsv` is known with its parents;
//! [`Gazetteer::mentions`] finds their names in Simplified text and says what each name does there; [`attribute`]
//! credits each block of a document to a place, to several, to the province or to none, and always says why.
//! Nothing is forced: a block of which the place is not known is [`Status::Unknown`], and a mere likelihood is
//! [`Status::Suggested`], which is not counted as a place.
//!
//! It does not clean text, does not convert Traditional characters, does not know villages, streets or landmarks,
//! and knows no boundaries of earlier times.
//!
//! ```
//! use chengyan::places::{Gazetteer, Level};
//! let gazetteer = Gazetteer::built_in();
//! let mentions = gazetteer.mentions("山东省德州市德城区推进项目建设。");
//! let district = mentions.last().and_then(|mention| mention.place()).expect("the district is named in full");
//! assert_eq!(district.to_string(), "371402");
//! assert_eq!(gazetteer.roll_up(district, Level::Prefecture).to_string(), "371400");
//! ```

mod alias;
mod attribution;
mod code;
mod context;
mod context_table;
mod credit;
mod former;
mod frame;
mod gazetteer;
mod mention;
mod names;
mod outcome;
mod reading;
mod search;
mod sections;
mod settle;
mod short_province;
mod strength;
mod suggestion;

pub use attribution::attribute;
pub use code::{Code, Level, ParseCodeError};
pub use gazetteer::{Gazetteer, Place};
pub use mention::{Mention, Sense};
pub use outcome::{Assigned, Attribution, BlockText, Outline, Reason, ReasonKind, Status};
