//! Bytes to text. The encoding is the one that the reader named; else what a byte order mark says; else UTF-8 where
//! the bytes are valid; else the one in which the most common characters come out.
//!
//! Promise: any bytes give a text; what is no character in the encoding is shown as U+FFFD and told where it stands.
//! A text that was encoded twice is restored only if that can be undone exactly. Not here: characters that a
//! conversion destroyed inside an otherwise good text.

mod encoding;
mod guess;
mod legacy;
mod score;
mod twice;
mod wide;

pub use encoding::Encoding;

use crate::text::{Notice, NoticeKind, Span};
use guess::How;
use legacy::{Decoder, Platform};
use wide::Order;

/// A text, how it was read, and what there is to know about that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text as it stands.
    pub text: String,
    /// In which encoding the bytes were read.
    pub encoding: Encoding,
    /// Nothing in the file says that this is the encoding.
    pub is_guessed: bool,
    /// What the reader should know.
    pub notices: Vec<Notice>,
}

/// Reads bytes in the encoding that the reader named, or finds out which it is.
pub(super) fn decode(bytes: &[u8], named: Option<Encoding>) -> Decoded {
    let mut decoded = match plain_utf8(bytes, named) {
        Some(text) => Decoded { text, encoding: Encoding::Utf8, is_guessed: false, notices: Vec::new() },
        None => decode_other(bytes, named),
    };
    let is_poor = decoded.notices.iter().any(|notice| notice.kind == NoticeKind::PoorFit);
    if !is_poor && let Some((restored, notice)) = twice::find(&decoded.text) {
        if let Some(text) = restored {
            // What was said of the text before is said of the whole of the restored one.
            decoded.notices.iter_mut().for_each(|earlier| earlier.span = Span::new(0, text.len()));
            decoded.text = text;
        }
        decoded.notices.push(notice);
    }
    decoded
}

/// The short way of nearly every file: valid UTF-8 without NULs, which would make it UTF-16 perhaps.
fn plain_utf8(bytes: &[u8], named: Option<Encoding>) -> Option<String> {
    if named.is_some_and(|encoding| encoding != Encoding::Utf8) || bytes.contains(&0) {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
}

fn decode_other(bytes: &[u8], named: Option<Encoding>) -> Decoded {
    let (encoding, how) = named.map_or_else(|| guess::guess(bytes), |encoding| (encoding, How::Sure));
    let bytes = bytes.strip_prefix(encoding.mark()).unwrap_or(bytes);
    let (text, invalid) = text_of(bytes, encoding);
    let n_characters = text.chars().count();
    let is_poor = invalid.len() >= 4 && invalid.len() * 20 > n_characters;
    let mut notices = if how == How::Helpless || is_poor {
        let n_invalid = invalid.len();
        let message = format!(
            "{n_invalid} of {n_characters} characters cannot be read as {encoding}: the file is in another encoding, \
             or it is no text"
        );
        vec![Notice { kind: NoticeKind::PoorFit, span: Span::new(0, text.len()), message }]
    } else {
        told(encoding, how, &invalid, text.len())
    };
    if let Some(at) = text.find('\0') {
        let message = format!("NUL bytes stand in this file, the first at byte {at}: it may be no text");
        notices.push(Notice { kind: NoticeKind::Binary, span: Span::new(at, at + 1), message });
    }
    Decoded { is_guessed: how != How::Sure, text, encoding, notices }
}

/// The text of bytes without a mark, and where in it bytes were invalid.
fn text_of(bytes: &[u8], encoding: Encoding) -> (String, Vec<Span>) {
    match encoding {
        Encoding::Utf8 => utf8(bytes),
        Encoding::Utf16Le => wide::utf16(bytes, Order::Little),
        Encoding::Utf16Be => wide::utf16(bytes, Order::Big),
        Encoding::Utf32Le => wide::utf32(bytes, Order::Little),
        Encoding::Utf32Be => wide::utf32(bytes, Order::Big),
        legacy => {
            let text = Platform.decode(legacy.label(), bytes);
            let holes = text.match_indices('\u{fffd}').map(|(at, hole)| Span::new(at, at + hole.len()));
            let holes = holes.collect();
            (text, holes)
        }
    }
}

fn utf8(bytes: &[u8]) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let start = text.len();
            text.push('\u{fffd}');
            invalid.push(Span::new(start, text.len()));
        }
    }
    (text, invalid)
}

/// What the reader should know of a text that could be read.
fn told(encoding: Encoding, how: How, invalid: &[Span], n_bytes: usize) -> Vec<Notice> {
    let mut notices = Vec::new();
    let all = Span::new(0, n_bytes);
    if encoding.is_foreign() {
        let message = format!("the file is in {encoding}, which is no encoding for Chinese");
        notices.push(Notice { kind: NoticeKind::NotChineseEncoding, span: all, message });
    } else if how == How::Guessed {
        let message = format!("the file does not say its encoding; it was read as {encoding}");
        notices.push(Notice { kind: NoticeKind::EncodingGuessed, span: all, message });
    }
    // Runs of invalid bytes make one notice.
    let runs = invalid.chunk_by(|one, next| one.end == next.start);
    notices.extend(runs.filter_map(|run| {
        let span = Span::new(run.first()?.start, run.last()?.end);
        let message =
            format!("bytes that are not {encoding} stand at byte {}; they are shown as \u{fffd}", span.start);
        Some(Notice { kind: NoticeKind::InvalidBytes, span, message })
    }));
    notices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(decoded: &Decoded) -> Vec<NoticeKind> {
        decoded.notices.iter().map(|notice| notice.kind).collect()
    }

    #[test]
    fn the_readable_part_is_kept_and_the_notice_says_where() {
        let bytes =
            b"\xe5\x9f\x8e\xff\xfe, a longer text that is otherwise well and good, \xe5\x9f\x8e\xe5\x9f\x8e\
            \xe5\x9f\x8e\xe5\x9f\x8e\xe5\x9f\x8e\xe5\x9f\x8e\xe5\x9f\x8e so it stays";
        let decoded = decode(bytes, None);
        assert!(decoded.text.starts_with("城\u{fffd}\u{fffd}, a longer"));
        assert_eq!(kinds(&decoded), [NoticeKind::InvalidBytes]);
        assert_eq!(decoded.notices[0].span, Span::new(3, 9));
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        for (bytes, encoding) in [
            (&b"\xef\xbb\xbfa"[..], Encoding::Utf8),
            (b"\xff\xfea\0", Encoding::Utf16Le),
            (b"\xfe\xff\0a", Encoding::Utf16Be),
            (b"\xff\xfe\0\0a\0\0\0", Encoding::Utf32Le),
            (b"\0\0\xfe\xff\0\0\0a", Encoding::Utf32Be),
            (b"\x84\x31\x95\x33a", Encoding::Gb18030),
        ] {
            let decoded = decode(bytes, None);
            assert_eq!((decoded.text.as_str(), decoded.encoding), ("a", encoding));
            assert!(!decoded.is_guessed && decoded.notices.is_empty());
        }
    }

    #[test]
    fn what_fits_no_encoding_is_said_to() {
        let decoded = decode(b"\x81\xff\x90\xff\xf0\xff\xfa\xff\xff", None);
        assert_eq!((decoded.encoding, kinds(&decoded)), (Encoding::Utf8, vec![NoticeKind::PoorFit]));
    }

    #[test]
    fn notices_lie_inside_a_restored_text() {
        // The UTF-8 of 德州的产业园区 read as Windows-1252, in UTF-16 without a mark.
        let wrong = "å¾·å·žçš„äº§ä¸šå›\u{ad}åŒº";
        let bytes: Vec<u8> = wrong.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let decoded = decode(&bytes, Some(Encoding::Utf16Le));
        assert_eq!(
            (decoded.text.as_str(), kinds(&decoded)),
            ("德州的产业园区", vec![NoticeKind::TwiceEncodedRepaired])
        );
        let decoded = decode(&[&bytes[..], b"\0\0"].concat(), Some(Encoding::Utf16Le));
        assert!(
            decoded
                .notices
                .iter()
                .all(|notice| decoded.text.get(notice.span.start..notice.span.end).is_some())
        );
    }

    #[test]
    fn the_reader_has_the_last_word() {
        let gbk = b"\xcf\xee\xc4\xbf\xcf\xee\xc4\xbf";
        let decoded = decode(gbk, Some(Encoding::Utf8));
        assert_eq!(kinds(&decoded), [NoticeKind::PoorFit]);
        assert!(!decoded.is_guessed);
        assert_eq!(decode(gbk, Some(Encoding::Gb18030)).text, "项目项目");
    }
}
