//! The six-digit code of a place, and its level.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::ops::Bound;
use std::str::FromStr;

/// The official code of a place (GB/T 2260): two digits each for province, prefecture and county.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// A code that a table of ours holds.
    pub(super) fn new(code: u32) -> Code {
        Code(code)
    }

    /// The level that the digits say: `xx0000` province, `xxyy00` prefecture, else county.
    pub fn level(self) -> Level {
        match self.0 {
            code if code % 10_000 == 0 => Level::Province,
            code if code % 100 == 0 => Level::Prefecture,
            _ => Level::County,
        }
    }

    /// The code of the province in which the place lies, or the place itself.
    pub fn province(self) -> Code {
        Code(self.0 / 10_000 * 10_000)
    }

    /// The code that ends in `00` for this county; it need not be the code of a real prefecture.
    pub(super) fn nominal_prefecture(self) -> Code {
        Code(self.0 / 100 * 100)
    }

    /// The codes that lie within this one, without itself.
    pub(super) fn below(self) -> (Bound<Code>, Bound<Code>) {
        let n_codes = match self.level() {
            Level::Province => 10_000,
            Level::Prefecture => 100,
            Level::County => 1,
        };
        (Bound::Excluded(self), Bound::Excluded(Code(self.0 + n_codes)))
    }

    /// Whether the place is a province that is a single city (北京, 天津, 上海, 重庆, 香港, 澳门).
    pub fn is_municipality(self) -> bool {
        matches!(self.0, 110_000 | 120_000 | 310_000 | 500_000 | 810_000 | 820_000)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:06}", self.0)
    }
}

/// The text is not six digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseCodeError(String);

impl fmt::Display for ParseCodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a place code has six digits, but this is {:?}", self.0)
    }
}

impl std::error::Error for ParseCodeError {}

impl FromStr for Code {
    type Err = ParseCodeError;

    fn from_str(text: &str) -> Result<Code, ParseCodeError> {
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(ParseCodeError(text.to_owned()));
        }
        text.parse().map(Code).map_err(|_| ParseCodeError(text.to_owned()))
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Code, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// How large a place is; ordered from the coarsest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Province, autonomous region, municipality or special administrative region.
    Province,
    /// Prefecture-level city, prefecture, league or autonomous prefecture.
    Prefecture,
    /// County, county-level city, district or banner.
    County,
}
