//! Text that was decoded wrongly, and encoded once more: 寰峰窞 and å¾·å·ž are the UTF-8 of 德州 read as GBK and as
//! Windows-1252.
//!
//! Promise: it is restored only if encoding it back and reading it rightly loses nothing, and decoding the bytes
//! wrongly once more gives exactly the text that was found; else it is named and left as it is.

use super::score::fit;
use super::{Encoding, text_of};
use crate::text::{Notice, NoticeKind, Span};
use std::sync::OnceLock;

/// What the UTF-8 of two U+FFFD gives in GBK: whatever stood there was lost before.
const LOST: &str = "锟斤拷";

/// So many bytes are looked at, from the first that is not ASCII.
const SAMPLE: usize = 6 << 10;

/// Text that was decoded wrongly fits less than this, and restored it fits better than that.
const WRONG: f64 = 0.4;
const RIGHT: f64 = 0.65;
const RIGHT_TABLE: f64 = 0.8;

/// An encoding in which bytes were wrongly read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Table(Encoding),
    /// Windows-1252, or Latin-1 where no byte tells them apart.
    Western,
}

/// The restored text, if there is one, and the notice about it; nothing for a text that is all right.
pub(super) fn find(text: &str) -> Option<(Option<String>, Notice)> {
    find_wrong(text).or_else(|| {
        let at = text.find(LOST)?;
        let n = text.matches(LOST).count();
        let span = Span::new(at, at + LOST.len());
        let message = format!(
            "{LOST} stands here {n} times: characters were lost before the text was read as GBK, and cannot be restored"
        );
        Some((None, Notice { kind: NoticeKind::TwiceEncoded, span, message }))
    })
}

fn find_wrong(text: &str) -> Option<(Option<String>, Notice)> {
    let sample = sample(text);
    let languages = [Encoding::Utf8, Encoding::EucJp, Encoding::EucKr];
    if sample.is_empty() || languages.into_iter().any(|language| fit(sample, language) >= WRONG) {
        return None;
    }
    let wrongs = [Wrong::Table(Encoding::Gb18030), Wrong::Table(Encoding::Big5), Wrong::Western];
    for wrong in wrongs {
        let codes = Codes::of(wrong);
        let bytes = codes.encode(sample).0;
        for right in [Encoding::Utf8, Encoding::Gb18030, Encoding::Big5] {
            if wrong != Wrong::Table(right) && reads_well(&bytes, right) {
                let restored = restore(text, codes, right);
                let notice = notice(wrong, right, restored.as_deref().unwrap_or(text), restored.is_some());
                return Some((restored, notice));
            }
        }
    }
    full_of_holes(text, sample).map(|notice| (None, notice))
}

/// Rare characters with U+FFFD between them: more was lost than tells how.
fn full_of_holes(text: &str, sample: &str) -> Option<Notice> {
    let n_characters = sample.chars().filter(|c| !c.is_ascii()).count();
    if sample.matches('\u{fffd}').count() * 25 <= n_characters {
        return None;
    }
    let n = text.matches('\u{fffd}').count();
    let message = format!("\u{fffd} stands in this text {n} times: characters were lost before it was saved");
    Some(Notice { kind: NoticeKind::TwiceEncoded, span: Span::new(0, text.len()), message })
}

/// The beginning of what is not ASCII; empty if all is.
fn sample(text: &str) -> &str {
    let start = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
    let mut end = text.len().min(start + SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

/// UTF-8 has a form that other bytes hardly have, so little of it is enough.
fn reads_well(bytes: &[u8], right: Encoding) -> bool {
    let text = text_of(bytes, right).0;
    let (least, right_fit) = if right == Encoding::Utf8 { (2, RIGHT) } else { (6, RIGHT_TABLE) };
    text.chars().filter(|c| !c.is_ascii()).count() >= least && fit(&text, right) >= right_fit
}

/// The whole text as it was before, if nothing was lost on the way.
fn restore(text: &str, codes: &Codes, right: Encoding) -> Option<String> {
    let (bytes, is_complete) = codes.encode(text);
    let (restored, invalid) = text_of(&bytes, right);
    (is_complete && invalid.is_empty() && codes.give(&bytes, text)).then_some(restored)
}

fn notice(wrong: Wrong, right: Encoding, text: &str, is_restored: bool) -> Notice {
    let wrong = match wrong {
        Wrong::Table(encoding) => encoding.label(),
        Wrong::Western => "windows-1252",
    };
    let (kind, end) = if is_restored {
        (NoticeKind::TwiceEncodedRepaired, "it is restored exactly")
    } else {
        (NoticeKind::TwiceEncoded, "characters were lost in that, so it is left as it is")
    };
    let message = format!("the text was encoded twice, {right} read as {wrong}; {end}");
    Notice { kind, span: Span::new(0, text.len()), message }
}

/// The bytes of each character in an encoding of one or two bytes.
struct Codes {
    wrong: Wrong,
    /// By character up to U+FFFF; 0 where there is none.
    codes: Vec<u16>,
}

/// What Windows-1252 has at 0x80 to 0x9F; a blank where it has the control character of that number.
const WESTERN: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

impl Codes {
    /// The tables are made when a text first needs them, which few ever do.
    fn of(wrong: Wrong) -> &'static Self {
        static CODES: [OnceLock<Codes>; 3] = [const { OnceLock::new() }; 3];
        let index = match wrong {
            Wrong::Table(Encoding::Big5) => 0,
            Wrong::Table(_) => 1,
            Wrong::Western => 2,
        };
        CODES[index].get_or_init(|| Codes::make(wrong))
    }

    fn make(wrong: Wrong) -> Self {
        let mut codes = vec![0; 0x1_0000];
        match wrong {
            Wrong::Table(encoding) => fill_from_table(&mut codes, encoding),
            Wrong::Western => {
                for byte in 0x80..=0xff_u16 {
                    codes[usize::from(byte)] = byte;
                }
                for (byte, c) in (0x80..).zip(WESTERN.chars()).filter(|(_, c)| *c != ' ') {
                    codes[c as usize] = byte;
                }
            }
        }
        Codes { wrong, codes }
    }

    /// The bytes of a text, `?` for characters that have none, and whether all have.
    fn encode(&self, text: &str) -> (Vec<u8>, bool) {
        let mut bytes = Vec::with_capacity(text.len());
        let mut is_complete = true;
        for c in text.chars() {
            match self.codes.get(c as usize).copied().unwrap_or(0) {
                _ if c.is_ascii() => bytes.push(c as u8),
                0 => {
                    bytes.push(b'?');
                    is_complete = false;
                }
                code if code < 0x100 => bytes.push(code as u8),
                code => bytes.extend(code.to_be_bytes()),
            }
        }
        (bytes, is_complete)
    }

    /// Whether the wrong decoding, done once more, gives this text. Latin-1 and Windows-1252 differ in what they make
    /// of 0x80 to 0x9F; a text has to keep to one of them.
    fn give(&self, bytes: &[u8], text: &str) -> bool {
        match self.wrong {
            Wrong::Table(encoding) => text_of(bytes, encoding).0 == text,
            Wrong::Western => {
                let bytes = || bytes.iter().copied();
                bytes().map(western).eq(text.chars()) || bytes().map(char::from).eq(text.chars())
            }
        }
    }
}

fn western(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|index| WESTERN.chars().nth(usize::from(index)));
    special.filter(|c| *c != ' ').unwrap_or(char::from(byte))
}

/// Decodes every pair of bytes, each on a line of its own, and turns the table around.
fn fill_from_table(codes: &mut [u16], encoding: Encoding) {
    let pairs: Vec<[u8; 2]> = (0x81..=0xfe_u8)
        .flat_map(|lead| (0x40..=0xfe).filter(|trail| *trail != 0x7f).map(move |trail| [lead, trail]))
        .collect();
    let bytes: Vec<u8> = pairs.iter().flat_map(|pair| [pair[0], pair[1], b'\n']).collect();
    for (pair, line) in pairs.iter().zip(text_of(&bytes, encoding).0.split('\n')) {
        let mut characters = line.chars();
        if let (Some(c), None) = (characters.next(), characters.next())
            && c != '\u{fffd}'
            && let Some(code) = codes.get_mut(c as usize)
        {
            *code = u16::from_be_bytes(*pair);
        }
    }
    if encoding == Encoding::Gb18030 {
        // Its decoder takes the byte 0x80 for the euro sign, and UTF-8 has that byte often.
        codes['€' as usize] = 0x80;
    }
}

#[cfg(test)]
mod tests {
    use super::super::legacy::{Decoder, Platform};
    use super::*;

    #[test]
    fn what_was_encoded_twice_is_restored_if_nothing_was_lost() {
        let text = "德州的产业园区要扩建，";
        let even = "德州产业园区要扩建培训工人";
        assert_eq!(even.len() % 2, 1);
        for (name, wrong) in [
            ("windows-1252", text.bytes().map(western).collect::<String>()),
            ("latin-1", text.bytes().map(char::from).collect()),
            ("gbk", Platform.decode("gb18030", format!("{even}年").as_bytes())),
        ] {
            let (restored, notice) = find(&wrong).expect("it was encoded twice");
            let is_exact = !wrong.contains('\u{fffd}');
            assert_eq!(restored.is_some(), is_exact, "{name}: {notice:?} {wrong}");
            assert!(restored.is_none_or(|restored| restored.starts_with("德州")));
        }
    }

    #[test]
    fn what_was_lost_is_named_and_left() {
        let big5 = Platform.decode("big5", "德州的产业园区要扩建，聊城的水利工程要完工".as_bytes());
        assert!(big5.contains('\u{fffd}'));
        for wrong in [
            &big5,
            "寰峰窞鐨勪骇涓氬洯鍖鸿\u{fffd}鎵╁缓锛屽痉宸炵殑浜т笟宸ヤ汉",
            "德州的产业锟斤拷锟斤拷要扩建",
        ] {
            let (restored, notice) = find(wrong).expect("it was encoded twice");
            assert_eq!((restored, notice.kind), (None, NoticeKind::TwiceEncoded), "{wrong}");
        }
    }

    #[test]
    fn other_texts_are_let_alone() {
        for text in [
            "",
            "plain",
            "德州的产业园区要扩建",
            "行(háng)、薴、薹",
            "Ça va à Liège, où l’été était déjà là: dès août.",
            "Größe, Übermaß, Äußerung, Straße, schön, für, über",
            "Съезд принял план",
            "鬻鬱鬮魑魅魍魉饕餮龠龢龘",
            "オリンピックがはじまります",
        ] {
            assert!(find(text).is_none(), "{text}: {:?}", find(text));
        }
    }
}
