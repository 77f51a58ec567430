//! Any bytes, in every encoding and in the one that is found out, give a text.
#![no_main]

use chengyan::intake::{Encoding, original};
use libfuzzer_sys::fuzz_target;

const LABELS: [&str; 11] = [
    "",
    "utf-8",
    "gb18030",
    "big5",
    "utf-16le",
    "utf-16be",
    "utf-32le",
    "utf-32be",
    "shift_jis",
    "euc-jp",
    "euc-kr",
];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let label = LABELS[usize::from(*first) % LABELS.len()];
    let named: Option<Encoding> = (!label.is_empty()).then(|| label.parse().expect("the label is known"));
    let text = original(bytes, named);
    // Each byte is at most a character of three bytes, or a U+FFFD.
    assert!(text.len() <= 3 * bytes.len() + 3);
});
