//! Bytes to text. UTF-8 only so far; what is not UTF-8 is shown where it stands, and the rest is read.

use crate::text::{Notice, NoticeKind, Span};

/// The text, and notices about bytes that are none.
pub(super) fn decode(bytes: &[u8]) -> (String, Vec<Notice>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    let mut notices = Vec::new();
    let mut n_invalid = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().is_empty() {
            continue;
        }
        n_invalid += chunk.invalid().len();
        let start = text.len();
        text.push('\u{fffd}');
        extend_or_push(&mut notices, Span::new(start, text.len()));
    }
    if n_invalid * 20 > bytes.len() {
        let message = format!(
            "{n_invalid} of {} bytes are not UTF-8: the file is in another encoding, or it is no text",
            bytes.len()
        );
        notices = vec![Notice { kind: NoticeKind::NotUtf8, span: Span::new(0, text.len()), message }];
    }
    if let Some(at) = text.find('\0') {
        let message = format!("NUL bytes stand in this file, the first at byte {at}: it may be no text");
        notices.push(Notice { kind: NoticeKind::Binary, span: Span::new(at, at + 1), message });
    }
    (text, notices)
}

/// Runs of invalid bytes make one notice.
fn extend_or_push(notices: &mut Vec<Notice>, span: Span) {
    if let Some(last) = notices.last_mut()
        && last.span.end == span.start
    {
        last.span.end = span.end;
        return;
    }
    let message =
        format!("bytes that are not UTF-8 stand at byte {}; they are shown as \u{fffd}", span.start);
    notices.push(Notice { kind: NoticeKind::InvalidBytes, span, message });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readable_part_is_kept_and_the_notice_says_where() {
        let (text, notices) =
            decode(b"\xe5\x9f\x8e\xff\xfe, a longer text that is otherwise well and good, so it stays");
        assert!(text.starts_with("城\u{fffd}\u{fffd}, a longer"));
        assert_eq!(notices.len(), 1);
        assert_eq!(notices[0].span, Span::new(3, 9));
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        assert_eq!(decode(b"\xef\xbb\xbfa").0, "a");
    }

    #[test]
    fn gbk_is_named_as_not_utf8() {
        let gbk = b"\xcf\xee\xc4\xbf\xcf\xee\xc4\xbf";
        assert_eq!(decode(gbk).1[0].kind, NoticeKind::NotUtf8);
    }
}
