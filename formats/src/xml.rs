//! XML as a row of elements and texts, with the names' prefixes left off.
//!
//! Entities are those of XML itself; a document type's own are never expanded.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// One piece of a document.
pub(crate) enum Node<'a> {
    /// An element begins.
    Start(&'a Tag<'a>),
    /// An element ends.
    End(&'a str),
    /// Text between tags.
    Text(&'a str),
}

/// The beginning of an element.
pub(crate) struct Tag<'a> {
    start: &'a BytesStart<'a>,
}

impl Tag<'_> {
    /// The element's name without its prefix.
    pub fn name(&self) -> &str {
        let name: &str = self.start.name().0;
        local(name)
    }

    /// The value of an attribute, by its name without prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|attribute| local(attribute.key.0) == name)?;
        Some(
            found
                .normalized_value(XmlVersion::Implicit1_0)
                .map_or_else(|_| found.value.clone().into_owned(), |value| value.into_owned()),
        )
    }

    /// Whether a switch such as `<w:vanish/>` is on.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Hands every piece of a document to `visit`; false if the document is broken somewhere, after all pieces before
/// that place.
pub(crate) fn walk(bytes: &[u8], mut visit: impl FnMut(Node)) -> bool {
    let text = decoded(bytes);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => visit(Node::Start(&Tag { start: &start })),
            Ok(Event::End(end)) => visit(Node::End(local(end.name().0))),
            Ok(Event::Text(text)) => visit(Node::Text(&text.xml10_content())),
            Ok(Event::CData(text)) => visit(Node::Text(&text.xml10_content())),
            Ok(Event::GeneralRef(reference)) => {
                if let Ok(Some(c)) = reference.resolve_char_ref() {
                    visit(Node::Text(c.encode_utf8(&mut [0; 4])));
                } else if let Some(text) = resolve_predefined_entity(&reference.xml10_content()) {
                    visit(Node::Text(text));
                }
            }
            Ok(Event::Eof) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// Office files are in UTF-8, or in UTF-16 with a mark.
fn decoded(bytes: &[u8]) -> String {
    let wide = |is_big: bool| {
        let units = bytes[2..].chunks_exact(2).map(|pair| {
            let pair = [pair[0], pair[1]];
            if is_big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
        });
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(false),
        [0xfe, 0xff, ..] => wide(true),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
