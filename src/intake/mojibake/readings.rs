//! Which Traditional characters are read how, by data/readings.txt.

use crate::intake::pinyin;
use crate::order;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A syllable as it stands in a text.
pub(super) struct Reading {
    /// Without its tone.
    pub(super) syllable: String,
    /// Bytes up to and with the closing bracket.
    pub(super) length: usize,
}

/// The syllable at the beginning of a text, if `)` follows it.
pub(super) fn at(text: &str) -> Option<Reading> {
    let (syllable, length) = pinyin::syllable_before_bracket(text)?;
    Some(Reading { syllable, length: length + 1 })
}

/// The characters that are read so.
pub(super) fn hosts(syllable: &str) -> &'static str {
    table().get(syllable).copied().unwrap_or_default()
}

fn table() -> &'static BTreeMap<&'static str, &'static str> {
    static TABLE: OnceLock<BTreeMap<&str, &str>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/readings.txt")).lines();
        order::map(lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')))
    })
}
