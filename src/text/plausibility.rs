//! What is asked of whoever knows the words of the language.

/// Judges how likely texts in Simplified are, for comparing those that may have stood at one place.
pub trait Plausibility {
    /// Natural logarithm of the likelihood of a text, up to a constant.
    fn plausibility(&self, text: &str) -> f64;

    /// How much likelier two ideographs are as a word than each alone, as a natural logarithm; 0 if they are none.
    fn gain_of_pair(&self, first: char, second: char) -> f64 {
        let alone = |char: char| self.plausibility(char.encode_utf8(&mut [0; 4]));
        let both: String = [first, second].iter().collect();
        (self.plausibility(&both) - alone(first) - alone(second)).max(0.0)
    }
}

impl<F: Fn(&str) -> f64> Plausibility for F {
    fn plausibility(&self, text: &str) -> f64 {
        self(text)
    }
}
