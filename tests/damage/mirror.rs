//! A mirror site in small: clean Simplified text in, damaged Traditional text out, by byte-level replacements in
//! GBK that do not look where characters begin.

use encoding_rs::{BIG5, GBK};
use std::collections::BTreeMap;

/// Characters that such sites leave as they are.
const UNCONVERTED: &str = "干后里么几面松谷征制郁才千周布局念表困秋板系准卷回伙借朱向志";
/// What stands for 、, which the sites do not keep as its two bytes.
const ENUMERATION: u8 = 1;

/// A site with its own choice of characters that get a reading.
pub struct Mirror {
    traditional: BTreeMap<char, char>,
    hosts: Vec<(Vec<u8>, Vec<u8>)>,
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether Big5 has the character among the frequent ones of its first level.
fn is_frequent(c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, has_errors) = BIG5.encode(&text);
    !has_errors && (0xa4..=0xc6).contains(&bytes[0])
}

fn gbk(text: &str) -> Vec<u8> {
    let (bytes, _, has_errors) = GBK.encode(text);
    assert!(!has_errors, "GBK has all of {text}");
    bytes.into_owned()
}

fn has_gbk(c: char) -> bool {
    !GBK.encode(c.encode_utf8(&mut [0; 4])).2
}

impl Mirror {
    /// The site number `choice` of `n_choices`; each adds readings to other characters.
    pub fn new(choice: usize, n_choices: usize) -> Self {
        let mut traditional = BTreeMap::new();
        for line in lines(include_str!("../../data/simplify.txt")) {
            let characters: Vec<char> = line.chars().collect();
            let is_plain = characters.len() == 2 && !UNCONVERTED.contains(characters[1]);
            if is_plain && has_gbk(characters[0]) && is_frequent(characters[0]) {
                traditional.entry(characters[1]).or_insert(characters[0]);
            }
        }
        let mut hosts = Vec::new();
        for line in lines(include_str!("../../data/readings.txt")) {
            let (syllable, characters) = line.split_once('\t').expect("two columns");
            for host in characters.chars().filter(|host| is_frequent(*host)) {
                let bytes = gbk(&host.to_string());
                if usize::from(bytes[1]) % n_choices == choice
                    && hosts.iter().all(|(other, _)| *other != bytes)
                {
                    let with_reading = [bytes.clone(), gbk(&format!("({})", with_tone(syllable)))].concat();
                    hosts.push((bytes, with_reading));
                }
            }
        }
        Mirror { traditional, hosts }
    }

    /// The text in the Traditional of the site, undamaged.
    pub fn traditional(&self, text: &str) -> String {
        let converted = text.chars().map(|c| *self.traditional.get(&c).unwrap_or(&c));
        converted.filter(|c| c.is_ascii() || has_gbk(*c)).collect()
    }

    /// Readings after their characters, found in the bytes.
    pub fn with_readings(&self, traditional: &str) -> String {
        let mut bytes = gbk(traditional);
        for (host, with_reading) in &self.hosts {
            bytes = replaced(&bytes, host, with_reading);
        }
        decoded(&bytes, true)
    }

    /// Full-width marks made narrow, found in the bytes.
    pub fn with_narrow_marks(&self, text: &str) -> String {
        let mut bytes = gbk(&text.replace('、', "\u{1}"));
        for mark in *b"!,:;?" {
            bytes = replaced(&bytes, &[0xa3, mark | 0x80], &[mark]);
        }
        decoded(&bytes, false).replace(char::from(ENUMERATION), "、")
    }
}

/// The marks alone, without any damage.
pub fn narrow_marks(text: &str) -> String {
    let pairs = [('！', '!'), ('，', ','), ('：', ':'), ('；', ';'), ('？', '?')];
    pairs.iter().fold(text.to_owned(), |text, (wide, narrow)| text.replace(*wide, &narrow.to_string()))
}

fn with_tone(syllable: &str) -> String {
    let tones = [('a', 'á'), ('o', 'ó'), ('e', 'é'), ('i', 'í'), ('u', 'ú'), ('ü', 'ǘ')];
    let (plain, marked) = tones.iter().find(|(plain, _)| syllable.contains(*plain)).expect("a vowel");
    syllable.replacen(*plain, &marked.to_string(), 1)
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        if bytes[at..].starts_with(from) {
            out.extend_from_slice(to);
            at += from.len();
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    out
}

/// Decodes as the sites do. A lead byte before a byte that is none of two is lost: alone, or, with
/// `swallows_bracket`, it takes the bracket with it and leaves a question mark.
fn decoded(bytes: &[u8], swallows_bracket: bool) -> String {
    let (mut text, mut at) = (String::new(), 0);
    while at < bytes.len() {
        let byte = bytes[at];
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        match byte {
            0..=0x7f => {
                text.push(char::from(byte));
                at += 1;
            }
            _ if next >= 0x40 && next != 0x7f => {
                text.push_str(&GBK.decode_without_bom_handling(&[byte, next]).0.replace('\u{fffd}', ""));
                at += 2;
            }
            _ if next == b'(' && swallows_bracket => {
                text.push('?');
                at += 2;
            }
            _ => at += 1,
        }
    }
    text
}
