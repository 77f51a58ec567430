//! Which script a text is written in.

use serde::Serialize;

/// The script of a Chinese text, as its characters tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Simplified characters.
    Simplified,
    /// Traditional characters.
    Traditional,
    /// Both, in shares that leave no doubt that it is both.
    Mixed,
    /// Too few characters tell the two apart.
    Unknown,
}
