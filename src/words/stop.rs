//! Words that are not shown by default: function words, and words of the media about themselves.

use rustc_hash::FxHashSet;

/// A set of words that are counted in totals and not shown.
#[derive(Debug, Clone, Default)]
pub struct StopWords {
    words: FxHashSet<&'static str>,
}

impl StopWords {
    /// The words of data/stop that are not shown by default.
    pub fn built_in() -> Self {
        let tables = [
            include_str!(concat!(env!("OUT_DIR"), "/stop/function.txt")),
            include_str!(concat!(env!("OUT_DIR"), "/stop/media.txt")),
        ];
        let lines = tables.iter().flat_map(|table| table.lines()).map(str::trim);
        StopWords { words: lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect() }
    }

    /// Whether the word is one of them.
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_in_and_content_words_are_not() {
        let stop = StopWords::built_in();
        assert!(["的", "和", "我们", "以及"].iter().all(|word| stop.contains(word)));
        assert!(["项目", "企业", "招商"].iter().all(|word| !stop.contains(word)));
    }
}
