//! With which characters the words of a table begin or end: the quick way to see that none does here.
//!
//! Promise: a character that was added is always known; of the others a few may seem so.

/// A set of characters in 4,096 bits.
pub(super) struct Firsts([u64; 64]);

impl Default for Firsts {
    fn default() -> Self {
        Firsts([0; 64])
    }
}

impl Firsts {
    pub fn insert(&mut self, c: char) {
        let (word, bit) = place(c);
        self.0[word] |= bit;
    }

    #[inline]
    pub fn may_have(&self, c: char) -> bool {
        let (word, bit) = place(c);
        self.0[word] & bit != 0
    }
}

impl Extend<char> for Firsts {
    fn extend<I: IntoIterator<Item = char>>(&mut self, characters: I) {
        characters.into_iter().for_each(|c| self.insert(c));
    }
}

#[inline]
fn place(c: char) -> (usize, u64) {
    let mixed = (c as u32).wrapping_mul(0x9e37_79b1) >> 20;
    ((mixed >> 6) as usize, 1 << (mixed & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_known_and_most_others_are_not() {
        let mut firsts = Firsts::default();
        firsts.extend("不未没无缺难".chars());
        assert!("不未没无缺难".chars().all(|c| firsts.may_have(c)));
        let n_mistaken = ('\u{4e00}'..='\u{9fa5}').filter(|c| firsts.may_have(*c)).count();
        assert!(n_mistaken < 100, "{n_mistaken} of 20,902");
    }
}
