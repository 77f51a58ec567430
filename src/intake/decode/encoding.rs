//! The encodings that are known, and their names.

use crate::error::{Error, ErrorKind};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;
use std::str::FromStr;

/// How the bytes of a file stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// GB18030, and with it GBK and GB 2312.
    Gb18030,
    /// Big5 with the Hong Kong supplement.
    Big5,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// UTF-32, low byte first.
    Utf32Le,
    /// UTF-32, high byte first.
    Utf32Be,
    /// Shift_JIS; known in order to say that a file is Japanese.
    ShiftJis,
    /// EUC-JP; known in order to say that a file is Japanese.
    EucJp,
    /// EUC-KR; known in order to say that a file is Korean.
    EucKr,
}

impl Encoding {
    /// All of them, the usual ones first.
    pub const ALL: [Encoding; 10] = [
        Encoding::Utf8,
        Encoding::Gb18030,
        Encoding::Big5,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Utf32Le,
        Encoding::Utf32Be,
        Encoding::ShiftJis,
        Encoding::EucJp,
        Encoding::EucKr,
    ];

    /// The name in results and on the command line, in lower case.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Gb18030 => "gb18030",
            Encoding::Big5 => "big5",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Utf32Le => "utf-32le",
            Encoding::Utf32Be => "utf-32be",
            Encoding::ShiftJis => "shift_jis",
            Encoding::EucJp => "euc-jp",
            Encoding::EucKr => "euc-kr",
        }
    }

    /// Whether texts in it are Japanese or Korean.
    pub fn is_foreign(self) -> bool {
        matches!(self, Encoding::ShiftJis | Encoding::EucJp | Encoding::EucKr)
    }

    /// The mark at the beginning of a file by which it says that it is in this encoding.
    pub(super) fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => b"\xef\xbb\xbf",
            Encoding::Gb18030 => b"\x84\x31\x95\x33",
            Encoding::Utf16Le => b"\xff\xfe",
            Encoding::Utf16Be => b"\xfe\xff",
            Encoding::Utf32Le => b"\xff\xfe\0\0",
            Encoding::Utf32Be => b"\0\0\xfe\xff",
            _ => b"",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

impl Serialize for Encoding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.label())
    }
}

impl<'de> Deserialize<'de> for Encoding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl FromStr for Encoding {
    type Err = Error;

    /// By its label, or by another name that is in use for it.
    fn from_str(label: &str) -> Result<Self, Error> {
        let plain = label.to_ascii_lowercase();
        let name = match plain.as_str() {
            "utf8" => "utf-8",
            "gbk" | "gb2312" | "cp936" => "gb18030",
            "big5-hkscs" | "big5hkscs" | "cp950" => "big5",
            "utf-16" | "utf16" => "utf-16le",
            "utf-32" | "utf32" => "utf-32le",
            "shift-jis" | "sjis" | "cp932" => "shift_jis",
            other => other,
        };
        Encoding::ALL.into_iter().find(|encoding| encoding.label() == name).ok_or_else(|| {
            let known = Encoding::ALL.map(Encoding::label).join(", ");
            ErrorKind::UnknownEncoding { label: label.to_owned(), known }.into()
        })
    }
}
