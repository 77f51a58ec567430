//! Any bytes give a document that keeps all promises about documents.
#![no_main]

use chengyan::intake::read_with;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/promises/mod.rs"]
mod promises;

/// A judge of words that knows a few.
fn likelihood(text: &str) -> f64 {
    let words = ["项目", "在", "网上", "企业", "发展", "不能", "缺少"];
    let n_known: usize = words.iter().map(|word| text.matches(word).count() * word.chars().count()).sum();
    15.0 * n_known as f64 - 15.0 * text.chars().count() as f64
}

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let file = if first % 2 == 0 { "a.txt" } else { "a.md" };
    let judged = read_with(file, bytes, None, Some(&likelihood));
    promises::assert_kept(&judged);
    if first % 4 == 0 {
        promises::assert_kept(&read_with(file, bytes, None, None));
    }
});
