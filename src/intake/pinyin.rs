//! Readings in brackets that a mirror site injected after characters: 重點(diǎn)工作.
//!
//! In a text damaged so, a host character is hit every time it stands there and always with the same reading;
//! nothing else looks like that. A text with legitimate readings, 银行(háng), is left alone. Where the injection
//! cut a character in two, the reading lacks its opening bracket and the characters around it are out of step:
//! what `mojibake` cannot repair of these places is set aside and named here.

use super::mojibake;
use crate::order;
use crate::text::{Block, Change, EditKind, MaskKind, Notice, NoticeKind, Span, is_han};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Fewer readings than this are never taken for damage.
const MIN_READINGS: usize = 8;
/// Of all places where a host stands, at least this share carries its reading.
const MIN_HIT_RATE: f64 = 0.8;

/// Removes injected readings from all blocks and says true, if the text as a whole is damaged so. A reading that
/// is not that of the character before it stays: there the bytes are out of step (see `mojibake`).
#[inline(never)]
pub(super) fn remove(blocks: &mut [Block]) -> bool {
    let readings: Vec<Vec<Reading>> = blocks.iter().map(|block| find(block.text())).collect();
    if !is_damaged(blocks, &readings) {
        return false;
    }
    for (block, found) in blocks.iter_mut().zip(&readings) {
        let is_sure = |reading: &&Reading| {
            reading.host.is_some_and(|host| mojibake::is_read_so(host, &reading.syllable))
        };
        take_out(block, found.iter().filter(is_sure));
    }
    true
}

#[inline(never)]
fn take_out<'a>(block: &mut Block, readings: impl Iterator<Item = &'a Reading>) {
    let injected: Vec<_> =
        readings.map(|reading| (reading.span, Change::Edit(EditKind::Pinyin), "")).collect();
    block.draft.apply(&injected);
}

/// Takes out what is left of the readings when all has been repaired that could be, and sets aside the characters
/// that they destroyed, with a notice for each place.
#[inline(never)]
pub(super) fn set_aside_destroyed(blocks: &mut [Block]) -> Vec<Notice> {
    let mut notices = Vec::new();
    for block in blocks {
        let left = find(block.text());
        take_out(block, left.iter().filter(|reading| reading.host.is_some()));
        let destroyed = destroyed(block.text());
        notices.extend(destroyed.iter().map(|span| mojibake::notice(block.draft.original(*span))));
        let masks: Vec<_> =
            destroyed.iter().map(|span| (*span, Change::Mask(MaskKind::Damaged), "")).collect();
        block.draft.apply(&masks);
    }
    notices
}

/// Says how many readings were removed from a text of so many bytes.
pub(super) fn injected(n_readings: usize, n_bytes: usize) -> Notice {
    let message =
        format!("{n_readings} readings in brackets were injected into this text; they are not counted");
    Notice { kind: NoticeKind::PinyinInjected, span: Span::new(0, n_bytes), message }
}

/// A bracketed syllable and the ideograph before it.
struct Reading {
    span: Span,
    host: Option<char>,
    syllable: String,
}

#[inline(never)]
fn find(text: &str) -> Vec<Reading> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('(') {
        let Some((syllable, length)) = syllable_before_bracket(&text[at + 1..]) else { continue };
        let span = Span::new(at, at + 1 + length + 1);
        let host = text[..at].chars().next_back().filter(|c| is_han(*c));
        found.push(Reading { span, host, syllable });
    }
    found
}

/// The syllable at the beginning of `rest` if a `)` follows it, without its tone, and its length in bytes.
pub(super) fn syllable_before_bracket(rest: &str) -> Option<(String, usize)> {
    let close = rest.char_indices().take(8).find(|(_, c)| *c == ')')?.0;
    let plain: String = rest[..close].chars().map(without_tone).collect::<Option<_>>()?;
    syllables().contains(plain.as_str()).then_some((plain, close))
}

#[inline(never)]
fn is_damaged(blocks: &[Block], readings: &[Vec<Reading>]) -> bool {
    let mut hosts: BTreeMap<char, BTreeMap<&str, usize>> = BTreeMap::new();
    for reading in readings.iter().flatten() {
        if let Some(host) = reading.host {
            *hosts.entry(host).or_default().entry(&reading.syllable).or_default() += 1;
        }
    }
    let n_readings: usize = hosts.values().flat_map(BTreeMap::values).sum();
    let n_usual: usize = hosts.values().filter_map(|by| by.values().max()).sum();
    if n_readings < MIN_READINGS {
        return false;
    }
    let n_hosts =
        blocks.iter().flat_map(|block| block.text().chars()).filter(|c| hosts.contains_key(c)).count();
    n_readings > hosts.len()
        && n_usual as f64 >= 0.9 * n_readings as f64
        && n_readings as f64 >= MIN_HIT_RATE * n_hosts as f64
}

/// Readings that lost their opening bracket, with the characters that the cut destroyed.
#[inline(never)]
fn destroyed(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (close, _) in text.match_indices(')') {
        let start =
            text[..close].char_indices().rev().take(7).take_while(|(_, c)| without_tone(*c).is_some());
        let Some((start, _)) = start.last() else { continue };
        let word = &text[start..close];
        let has_tone = word.chars().any(|c| without_tone(c) != Some(c));
        let plain: String = word.chars().filter_map(without_tone).collect();
        if !has_tone || !syllables().contains(plain.as_str()) {
            continue;
        }
        let before = text[..start]
            .chars()
            .next_back()
            .filter(|c| matches!(c, '?' | '(' | '|') || c.is_ascii_alphabetic());
        let span = Span::new(start - before.map_or(0, char::len_utf8), shifted_end(text, close + 1));
        match spans.last_mut() {
            Some(last) if last.end >= span.start => last.end = span.end.max(last.end),
            _ => spans.push(span),
        }
    }
    spans
}

/// The end of what is visibly out of step after a cut: a lone letter or bar, or an ideograph before one.
fn shifted_end(text: &str, from: usize) -> usize {
    let mut ahead = text[from..].chars();
    let is_stray = |c: char| c.is_ascii_alphabetic() || c == '|';
    match (ahead.next(), ahead.next()) {
        (Some(first), _) if is_stray(first) => from + 1,
        (Some(first), Some(second)) if is_han(first) && is_stray(second) => from + first.len_utf8() + 1,
        _ => from,
    }
}

/// A letter of pinyin without its tone mark; nothing for any other character.
pub(super) fn without_tone(c: char) -> Option<char> {
    const TONES: &[(&str, char)] = &[
        ("āáǎà", 'a'),
        ("ēéěèê", 'e'),
        ("īíǐì", 'i'),
        ("ōóǒò", 'o'),
        ("ūúǔù", 'u'),
        ("ǖǘǚǜü", 'ü'),
        ("ńňǹ", 'n'),
        ("ḿ", 'm'),
    ];
    if c.is_ascii_lowercase() {
        return Some(c);
    }
    TONES.iter().find(|(marked, _)| marked.contains(c)).map(|(_, plain)| *plain)
}

fn syllables() -> &'static BTreeSet<&'static str> {
    static SYLLABLES: OnceLock<BTreeSet<&str>> = OnceLock::new();
    SYLLABLES.get_or_init(|| {
        let lines = include_str!(concat!(env!("OUT_DIR"), "/pinyin.txt"))
            .lines()
            .filter(|line| !line.starts_with('#'));
        order::set(lines.map(str::trim))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::lines;

    fn cleaned(text: &str) -> (String, usize) {
        let (mut blocks, _) = lines::split(text, 0, &[]);
        let notices = if remove(&mut blocks) { set_aside_destroyed(&mut blocks) } else { Vec::new() };
        let n_damaged = notices.iter().filter(|notice| notice.kind == NoticeKind::Damaged).count();
        (blocks.iter().map(Block::text).collect::<Vec<_>>().join("|"), n_damaged)
    }

    const DAMAGED: &str = "重點(diǎn)抓項(xiàng)目,看項(xiàng)目的點(diǎn),項(xiàng)目動(dòng)起來,重點(diǎn)動(dòng)起來,項(xiàng)目動(dòng)了,記住點(diǎn)";

    #[test]
    fn injected_readings_are_removed() {
        assert_eq!(
            cleaned(DAMAGED),
            ("重點抓項目,看項目的點,項目動起來,重點動起來,項目動了,記住點".into(), 0)
        );
    }

    #[test]
    fn a_reading_that_cut_a_character_is_set_aside_with_what_it_destroyed() {
        let (text, n) = cleaned(&format!("{DAMAGED}。少?gòu)?qiáng)的,域?qū)m?xiàng)方"));
        assert!(text.ends_with("。少的,域方"), "{text}");
        assert_eq!(n, 2);
    }

    #[test]
    fn legitimate_readings_stay() {
        for text in [
            "银行(háng)和行(xíng)人,长(cháng)江与长(zhǎng)大,重(zhòng)量与重(chóng)庆,还(hái)有还(huán)书",
            "犇(bēn)、猋(biāo)、骉(biāo)、羴(shān)、淼(miǎo)、焱(yàn)、垚(yáo)、晶(jīng)、鑫(xīn)",
            "项目(project)和企业(company),项目(plan)",
        ] {
            assert_eq!(cleaned(text).0, text);
        }
    }
}
