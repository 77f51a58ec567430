//! Which encoding a file is in: by its mark, by validity, and by how common the characters are that come out.

use super::score::fit;
use super::{Encoding, text_of};

/// How an encoding was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// The file says so, or the bytes can hardly be anything else.
    Sure,
    /// It gives the most common characters.
    Guessed,
    /// None fits.
    Helpless,
}

/// So many bytes are looked at; they say as much as all.
const SAMPLE: usize = 32 << 10;

/// A decoding that fits less than this is no text that we know.
const LEAST: f64 = 0.4;

/// In the order of their likelihood, which decides between equals.
const CANDIDATES: [Encoding; 9] = [
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

/// The encoding of a file that is not plainly UTF-8.
pub(super) fn guess(bytes: &[u8]) -> (Encoding, How) {
    // UTF-32 first: its mark begins as that of UTF-16 does.
    let marked = [
        Encoding::Utf32Le,
        Encoding::Utf32Be,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Utf8,
        Encoding::Gb18030,
    ];
    if let Some(encoding) = marked.into_iter().find(|encoding| bytes.starts_with(encoding.mark())) {
        return (encoding, How::Sure);
    }
    // With NULs, what is valid as UTF-8 may be letters in UTF-16.
    let is_utf8 = is_nearly_utf8(bytes);
    if is_utf8 && !bytes.contains(&0) {
        return (Encoding::Utf8, How::Sure);
    }
    let scored = CANDIDATES.map(|encoding| {
        let sample = &bytes[sample_start(bytes, encoding)..];
        (encoding, fit(&text_of(&sample[..sample.len().min(SAMPLE)], encoding).0, encoding))
    });
    let best = scored.into_iter().reduce(|best, other| if other.1 > best.1 { other } else { best });
    match best {
        Some((encoding, score)) if score >= LEAST => (encoding, How::Guessed),
        _ if is_utf8 => (Encoding::Utf8, How::Sure),
        _ => (Encoding::Utf8, How::Helpless),
    }
}

/// Where the sample begins: bytes of ASCII before it say nothing, except in units of two or four bytes.
fn sample_start(bytes: &[u8], encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf16Le | Encoding::Utf16Be | Encoding::Utf32Le | Encoding::Utf32Be => 0,
        _ => bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0),
    }
}

/// Whether at least four in five characters beyond ASCII are valid UTF-8. In GBK or Big5 hardly one in five is, and
/// fewer still are longer than two bytes. An end that is cut off does not count.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut n_valid, mut n_long, mut n_invalid) = (0, 0, 0);
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        n_valid += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        n_long += chunk.valid().bytes().filter(|byte| *byte >= 0xe0).count();
        at += chunk.valid().len() + chunk.invalid().len();
        let is_end = at == bytes.len() && n_long > 0;
        let is_cut = || std::str::from_utf8(chunk.invalid()).is_err_and(|why| why.error_len().is_none());
        let is_whole = chunk.invalid().is_empty() || (is_end && is_cut());
        n_invalid += usize::from(!is_whole);
    }
    n_invalid == 0 || (n_long > 0 && n_valid >= 4 * n_invalid)
}
