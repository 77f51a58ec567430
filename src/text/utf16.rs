//! Lengths as JavaScript counts them; used at the boundary only.

/// Number of UTF-16 code units of a text: the length that JavaScript reports for it.
///
/// ```
/// assert_eq!(chengyan::text::utf16_len("城𠮷a"), 4);
/// ```
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
