//! Encodings with tables that the platform already has: in a browser its `TextDecoder`, elsewhere `encoding_rs`.
//!
//! Promise: both follow the WHATWG Encoding Standard, so a text is the same on either side, with U+FFFD for each
//! stretch of bytes that is none. Not here: UTF-8, UTF-16 and UTF-32, which need no table.

/// Turns bytes into text.
pub(super) trait Decoder {
    /// The text of all bytes in the encoding of this name, U+FFFD where they are invalid; never fails.
    fn decode(&self, label: &str, bytes: &[u8]) -> String;
}

/// The decoder of the machine that this runs on.
pub(super) struct Platform;

#[cfg(target_arch = "wasm32")]
impl Decoder for Platform {
    fn decode(&self, label: &str, bytes: &[u8]) -> String {
        let text = web_sys::TextDecoder::new_with_label(label)
            .and_then(|decoder| decoder.decode_with_u8_array(bytes));
        // A browser without the encoding shows what UTF-8 shows: mostly U+FFFD, and the notice that goes with it.
        text.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Decoder for Platform {
    fn decode(&self, label: &str, bytes: &[u8]) -> String {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::UTF_8);
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    }
}
