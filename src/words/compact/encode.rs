//! Making the compact form; the build does it, and tests.

use super::{MARK, TWO_BYTES, WIDE};
use crate::error::{Error, ErrorKind};
use std::collections::{BTreeMap, HashMap};

/// So many characters have a short rank because they are used most; the others are in the order of their code
/// points, which costs less to say.
const N_COMMON: usize = 4_000;
/// Ranks have to fit a code.
const MAX_CHARS: usize = TWO_BYTES + ((255 - TWO_BYTES) << 8) + 255;

struct Line<'t> {
    word: &'t str,
    frequency: u32,
    tag: &'t str,
}

/// Makes the compact form of a dictionary in jieba's format: `word frequency tag`, one a line. Where a word stands
/// twice, its last frequency and first tag hold, as in jieba-rs.
///
/// # Errors
/// `bad-dictionary` when the text is not UTF-8, a line's frequency is no number, no line has a word, or there are
/// more characters, tags or occurrences than the form can hold.
pub fn encode(text: &[u8]) -> Result<Vec<u8>, Error> {
    let lines = parse(text).map_err(|why| Error::from(ErrorKind::BadDictionary(why)))?;
    let (common, others) = alphabet(&lines);
    let chars: HashMap<char, u16> = common.iter().chain(&others).copied().zip(0..).collect();
    let mut words: Vec<(Vec<u16>, &Line)> = lines
        .iter()
        .map(|line| (line.word.chars().map(|char| chars[&char]).collect::<Vec<u16>>(), line))
        .collect();
    words.sort_by(|(one, _), (other, _)| (one.len(), one).cmp(&(other.len(), other)));
    let tags = tags(&lines);
    let wide: Vec<u32> =
        words.iter().map(|(_, line)| line.frequency).filter(|n| *n >= u32::from(WIDE)).collect();
    let longest = words.last().map_or(0, |(ranks, _)| ranks.len());
    let common: String = common.into_iter().collect();

    let mut out = MARK.to_vec();
    for size in [common.chars().count(), common.len(), others.len(), tags.len(), longest, wide.len()] {
        push_varint(&mut out, size);
    }
    out.extend(common.as_bytes());
    let mut before = 0;
    for char in others {
        push_varint(&mut out, char as usize - before);
        before = char as usize;
    }
    for tag in &tags {
        out.push(tag.len() as u8);
        out.extend(tag.as_bytes());
    }
    for length in 1..=longest {
        let section = words.iter().map(|(ranks, _)| ranks.as_slice()).filter(|ranks| ranks.len() == length);
        push_section(&mut out, &section.collect::<Vec<_>>());
    }
    let numbers: HashMap<&str, u8> = tags.iter().copied().zip(0..=255).collect();
    out.extend(words.iter().map(|(_, line)| numbers[line.tag]));
    out.extend(words.iter().map(|(_, line)| u8::try_from(line.frequency).unwrap_or(WIDE)));
    for plane in 0..4 {
        out.extend(wide.iter().map(|frequency| frequency.to_le_bytes()[plane]));
    }
    Ok(out)
}

/// The words with what is said of them, each once; or what is wrong.
fn parse(text: &[u8]) -> Result<Vec<Line<'_>>, String> {
    let text = std::str::from_utf8(text).map_err(|why| why.to_string())?;
    let mut lines: Vec<Line> = Vec::new();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        let mut fields = line.split_whitespace();
        let Some(word) = fields.next() else { continue };
        let frequency = fields.next().unwrap_or("0");
        let frequency = frequency
            .parse()
            .map_err(|_| format!("line {}: {frequency} is no frequency: {line}", number + 1))?;
        let tag = fields.next().unwrap_or_default();
        match seen.get(word) {
            Some(index) => lines[*index].frequency = frequency,
            None => {
                seen.insert(word, lines.len());
                lines.push(Line { word, frequency, tag });
            }
        }
    }
    let total: u64 = lines.iter().map(|line| u64::from(line.frequency)).sum();
    let long_tag = lines.iter().find(|line| line.tag.len() > 255);
    match () {
        () if lines.is_empty() => Err("it is empty".to_owned()),
        () if total > u64::from(u32::MAX) => Err("its frequencies add up to more than 32 bits".to_owned()),
        () if tags(&lines).len() > 256 => Err("it has more than 256 tags".to_owned()),
        () if long_tag.is_some() => Err("a tag is longer than 255 bytes".to_owned()),
        () if count_chars(&lines).len() > MAX_CHARS => Err("it has too many different characters".to_owned()),
        () => Ok(lines),
    }
}

fn count_chars(lines: &[Line]) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for char in lines.iter().flat_map(|line| line.word.chars()) {
        *counts.entry(char).or_default() += 1;
    }
    counts
}

/// The characters in the order of their ranks: the common ones and the others.
fn alphabet(lines: &[Line]) -> (Vec<char>, Vec<char>) {
    let mut counts: Vec<(char, usize)> = count_chars(lines).into_iter().collect();
    counts.sort_by_key(|(char, n)| (std::cmp::Reverse(*n), *char));
    let mut common: Vec<char> = counts.into_iter().map(|(char, _)| char).collect();
    let mut others = common.split_off(common.len().min(N_COMMON));
    others.sort_unstable();
    (common, others)
}

/// The tags, most used first.
fn tags<'t>(lines: &[Line<'t>]) -> Vec<&'t str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(line.tag).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(tag, n)| (std::cmp::Reverse(*n), *tag));
    counts.into_iter().map(|(tag, _)| tag).collect()
}

fn push_section(out: &mut Vec<u8>, words: &[&[u16]]) {
    let [mut heads, mut seconds, mut steps, mut fresh] = [const { Vec::new() }; 4];
    let mut first_before = 0;
    for group in words.chunk_by(|one, other| one[0] == other[0]) {
        let starts = [seconds.len(), steps.len(), fresh.len()];
        push_code(&mut heads, group[0][0] - first_before);
        push_varint(&mut heads, group.len());
        first_before = group[0][0];
        let mut before: Option<&[u16]> = None;
        for word in group {
            let mut shared = before;
            for position in 1..word.len() {
                let Some(other) = shared else {
                    push_code(&mut fresh, word[position]);
                    continue;
                };
                let plane = if position == 1 { &mut seconds } else { &mut steps };
                push_code(plane, word[position] - other[position]);
                shared = shared.filter(|_| word[position] == other[position]);
            }
            before = Some(word);
        }
        for (plane, start) in [&seconds, &steps, &fresh].into_iter().zip(starts) {
            push_varint(&mut heads, plane.len() - start);
        }
    }
    let planes = [heads, seconds, steps, fresh];
    for plane in &planes {
        push_varint(out, plane.len());
    }
    out.extend(planes.concat());
}

fn push_varint(out: &mut Vec<u8>, mut value: usize) {
    while value >= 128 {
        out.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

fn push_code(out: &mut Vec<u8>, value: u16) {
    let value = usize::from(value);
    if value < TWO_BYTES {
        out.push(value as u8);
    } else {
        let rest = value - TWO_BYTES;
        out.extend([(TWO_BYTES + (rest >> 8)) as u8, (rest & 255) as u8]);
    }
}
