//! What is asked of whoever knows the words of the language.

/// Judges how likely texts in Simplified are, for comparing those that may have stood at one place.
pub trait Plausibility {
    /// Natural logarithm of the likelihood of a text, up to a constant.
    fn plausibility(&self, text: &str) -> f64;

    /// How much likelier two ideographs are as a word than each alone, as a natural logarithm; 0 if they are none.
    fn gain_of_pair(&self, first: char, second: char) -> f64;
}
