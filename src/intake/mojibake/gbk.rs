//! The two-byte codes of GBK, both ways.
//!
//! The table is the platform's own: encoding_rs natively, the browser's decoder in wasm; both follow the Encoding
//! Standard, so they agree. It is made when the first damaged text comes.

use std::sync::OnceLock;

/// Characters by code and codes by character, for the Basic Multilingual Plane.
pub(super) struct Gbk {
    characters: Vec<char>,
    codes: Vec<u16>,
}

impl Gbk {
    /// The character of two bytes.
    pub(super) fn character(&self, lead: u8, trail: u8) -> Option<char> {
        let c = self.characters[usize::from(lead) << 8 | usize::from(trail)];
        (c != '\0').then_some(c)
    }

    /// The two bytes of a character.
    pub(super) fn bytes(&self, c: char) -> Option<[u8; 2]> {
        let code = *self.codes.get(c as usize)?;
        (code != 0).then_some(code.to_be_bytes())
    }
}

/// The table; nothing where the platform has no decoder for it.
pub(super) fn gbk_table() -> Option<&'static Gbk> {
    static TABLE: OnceLock<Option<Gbk>> = OnceLock::new();
    TABLE.get_or_init(build).as_ref()
}

fn build() -> Option<Gbk> {
    let codes = || (0x81..=0xfe_u8).flat_map(|lead| (0x40..=0xfe_u8).map(move |trail| [lead, trail]));
    let mut bytes: Vec<u8> = Vec::with_capacity(0x1_4000);
    codes().for_each(|[lead, trail]| bytes.extend([lead, trail, b'\n']));
    let text = decode(&bytes)?;
    let mut table = Gbk { characters: vec!['\0'; 0x1_0000], codes: vec![0; 0x1_0000] };
    let mut characters = text.chars();
    for code in codes() {
        let Some(c) = characters.next() else { break };
        let is_one = characters.next() == Some('\n');
        if !is_one {
            characters.find(|c| *c == '\n');
        }
        if !is_one || c == char::REPLACEMENT_CHARACTER || c as usize > 0xffff {
            continue;
        }
        let code = u16::from_be_bytes(code);
        table.characters[usize::from(code)] = c;
        if table.codes[c as usize] == 0 {
            table.codes[c as usize] = code;
        }
    }
    Some(table)
}

#[cfg(not(target_arch = "wasm32"))]
fn decode(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::GBK.decode_without_bom_handling(bytes).0.into_owned())
}

#[cfg(target_arch = "wasm32")]
fn decode(bytes: &[u8]) -> Option<String> {
    web_sys::TextDecoder::new_with_label("gbk").ok()?.decode_with_u8_array(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_both_ways() {
        let table = gbk_table().expect("there is a decoder");
        for (c, bytes) in [
            ('堅', [0x88, 0xd4]),
            ('紙', [0xbc, 0x88]),
            ('。', [0xa1, 0xa3]),
            ('？', [0xa3, 0xbf]),
            ('\u{e026}', [0xaa, 0xc7]),
            ('\u{e2c4}', [0xf9, 0xd3]),
        ] {
            assert_eq!(table.bytes(c), Some(bytes), "{c}");
            assert_eq!(table.character(bytes[0], bytes[1]), Some(c));
        }
        assert_eq!(table.bytes('a'), None);
        assert_eq!(table.character(0x81, 0x7f), None);
    }
}
