//! UTF-16 and UTF-32, in either order of bytes. What is no character becomes U+FFFD and is told.

use crate::text::Span;

/// Order of the bytes of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Low byte first.
    Little,
    /// High byte first.
    Big,
}

/// Text from units of two bytes; lone surrogates and an odd last byte are invalid.
pub(super) fn utf16(bytes: &[u8], order: Order) -> (String, Vec<Span>) {
    let pairs = bytes.chunks_exact(2);
    let has_rest = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| match order {
        Order::Little => u16::from_le_bytes([pair[0], pair[1]]),
        Order::Big => u16::from_be_bytes([pair[0], pair[1]]),
    });
    collect(char::decode_utf16(units).map(Result::ok), bytes.len(), has_rest)
}

/// Text from units of four bytes; surrogates, numbers past U+10FFFF and an incomplete last unit are invalid.
pub(super) fn utf32(bytes: &[u8], order: Order) -> (String, Vec<Span>) {
    let units = bytes.chunks_exact(4);
    let has_rest = !units.remainder().is_empty();
    let characters = units.map(|unit| {
        let unit = [unit[0], unit[1], unit[2], unit[3]];
        char::from_u32(match order {
            Order::Little => u32::from_le_bytes(unit),
            Order::Big => u32::from_be_bytes(unit),
        })
    });
    collect(characters, bytes.len(), has_rest)
}

fn collect(
    characters: impl Iterator<Item = Option<char>>,
    n_bytes: usize,
    has_rest: bool,
) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(n_bytes);
    let mut invalid = Vec::new();
    for character in characters.chain(has_rest.then_some(None)) {
        let start = text.len();
        text.push(character.unwrap_or('\u{fffd}'));
        if character.is_none() {
            invalid.push(Span::new(start, text.len()));
        }
    }
    (text, invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_and_cut_units_are_shown_where_they_stand() {
        for (bytes, want) in [
            (&b"\xb7\x5f\xde\x5d"[..], "德州"),
            (b"\xb7\x5f\x00\xd8\xde\x5d", "德\u{fffd}州"),
            (b"\x00\xdc", "\u{fffd}"),
            (b"\x00\xd8", "\u{fffd}"),
            (b"\x40\xd8\x00\xdc\xb7", "𠀀\u{fffd}"),
            (b"\xb7", "\u{fffd}"),
            (b"", ""),
        ] {
            let (text, invalid) = utf16(bytes, Order::Little);
            assert_eq!(text, want);
            assert_eq!(invalid.len(), want.matches('\u{fffd}').count());
        }
    }

    #[test]
    fn numbers_that_are_no_characters_are_shown_where_they_stand() {
        let bytes = b"\0\0\x5f\xb7\0\0\xd8\0\0\x11\0\0\0\0\x5d";
        assert_eq!(utf32(bytes, Order::Big).0, "德\u{fffd}\u{fffd}\u{fffd}");
    }
}
