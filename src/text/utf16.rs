//! Lengths as JavaScript counts them; used at the boundary only.

/// Number of UTF-16 code units of a text: the length that JavaScript reports for it.
///
/// ```
/// assert_eq!(chengyan::text::utf16_len("城𠮷a"), 4);
/// ```
pub fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Offsets of one text, in bytes and as JavaScript counts them, each from the other.
pub struct Utf16Index<'a> {
    text: &'a str,
    /// Bytes and code units up to every [`STEP`]th byte, or the character that begins next.
    marks: Vec<(usize, usize)>,
}

const STEP: usize = 2048;

impl<'a> Utf16Index<'a> {
    /// An index of a text.
    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![(0, 0)];
        let (mut at, mut units) = (0, 0);
        while at < text.len() {
            let next = ceil_boundary(text, at + STEP);
            units += utf16_len(&text[at..next]);
            at = next;
            marks.push((at, units));
        }
        Utf16Index { text, marks }
    }

    /// Code units before byte `at`; a byte within a character stands for its beginning.
    pub fn units(&self, at: usize) -> usize {
        let at = floor_boundary(self.text, at);
        let mark = self.marks.partition_point(|(byte, _)| *byte <= at).saturating_sub(1);
        let (byte, units) = self.marks[mark];
        units + utf16_len(&self.text[byte..at])
    }

    /// Bytes before code unit `units`; one within a character stands for its beginning.
    pub fn bytes(&self, units: usize) -> usize {
        let mark = self.marks.partition_point(|(_, before)| *before <= units).saturating_sub(1);
        let (byte, mut before) = self.marks[mark];
        for (at, c) in self.text[byte..].char_indices() {
            before += c.len_utf16();
            if before > units {
                return byte + at;
            }
        }
        self.text.len()
    }
}

/// The beginning of the character in which a byte stands.
fn floor_boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first beginning of a character from a byte on.
fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_turn_into_each_other() {
        let text = "城𠮷a，é\n".repeat(700);
        let index = Utf16Index::new(&text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!((index.units(at), index.bytes(units)), (units, at));
            units += c.len_utf16();
        }
        assert_eq!((index.units(text.len()), index.bytes(units)), (units, text.len()));
        assert_eq!((index.units(4), index.bytes(2)), (1, 3), "within a character");
        assert_eq!((index.units(usize::MAX), index.bytes(usize::MAX)), (units, text.len()));
    }
}
