//! What a file is, by its first bytes; its name decides only where bytes cannot.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text, as far as can be seen.
    Text,
    /// A table as text: CSV or TSV.
    Delimited,
    /// A zip archive, which Word documents and spreadsheets are too.
    Archive,
    /// PDF.
    Pdf,
    /// Rich Text Format.
    Rtf,
    /// Word, Excel or PowerPoint before 2007.
    OldOffice,
    /// An office file that asks for a password.
    Encrypted,
    /// A picture.
    Image,
    /// An archive that is no zip.
    OtherArchive,
    /// A program, a sound, a film or anything else that is no text.
    Binary,
}

impl Kind {
    /// A name that stays the same from version to version.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Delimited => "delimited",
            Kind::Archive => "archive",
            Kind::Pdf => "pdf",
            Kind::Rtf => "rtf",
            Kind::OldOffice => "old-office",
            Kind::Encrypted => "encrypted",
            Kind::Image => "image",
            Kind::OtherArchive => "other-archive",
            Kind::Binary => "not-text",
        }
    }
}

/// So many bytes are looked at for NULs.
const HEAD: usize = 4096;
/// `%PDF-` may stand behind other bytes, but not further in than this.
const PDF_HEAD: usize = 1024;

const IMAGES: &[&[u8]] =
    &[b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\x01\0", b"8BPS"];
const OTHER_ARCHIVES: &[&[u8]] = &[b"Rar!\x1a", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfd7zXZ", b"BZh"];
const IMAGE_NAMES: &[&str] =
    &["png", "jpg", "jpeg", "gif", "webp", "bmp", "ico", "tif", "tiff", "heic", "avif", "psd"];
const ARCHIVE_NAMES: &[&str] = &["rar", "7z", "gz", "tar", "bz2", "xz"];
const BINARY_NAMES: &[&str] =
    &["mp3", "mp4", "m4a", "wav", "mov", "avi", "exe", "dll", "wasm", "woff", "woff2", "ttf", "otf", "svgz"];

/// What a file is.
pub fn kind(name: &str, bytes: &[u8]) -> Kind {
    by_first_bytes(bytes).unwrap_or_else(|| by_name(name, bytes))
}

fn by_first_bytes(bytes: &[u8]) -> Option<Kind> {
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    if starts(&[b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"]) {
        return Some(Kind::Archive);
    }
    if starts(&[b"{\\rtf"]) {
        return Some(Kind::Rtf);
    }
    if starts(&[b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]) {
        let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        let is_encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Some(if is_encrypted { Kind::Encrypted } else { Kind::OldOffice });
    }
    if starts(OTHER_ARCHIVES) {
        return Some(Kind::OtherArchive);
    }
    let is_riff_picture = starts(&[b"RIFF"]) && bytes.get(8..12) == Some(b"WEBP");
    let is_bitmap = starts(&[b"BM"]) && bytes.get(6..10) == Some(&[0; 4]);
    let is_heif = bytes.get(4..8) == Some(b"ftyp")
        && bytes.get(8..12).is_some_and(|brand| [b"heic", b"avif", b"mif1"].iter().any(|b| brand == *b));
    if starts(IMAGES) || is_riff_picture || is_bitmap || is_heif {
        return Some(Kind::Image);
    }
    let head = &bytes[..bytes.len().min(PDF_HEAD)];
    head.windows(5).any(|window| window == b"%PDF-").then_some(Kind::Pdf).filter(|_| !looks_like_prose(head))
}

/// A text that merely speaks of `%PDF-` begins otherwise than with a few stray bytes.
fn looks_like_prose(head: &[u8]) -> bool {
    let before = head.windows(5).position(|window| window == b"%PDF-").unwrap_or(0);
    before > 0
        && std::str::from_utf8(&head[..before]).is_ok_and(|text| text.chars().any(char::is_alphanumeric))
}

fn by_name(name: &str, bytes: &[u8]) -> Kind {
    let extension = name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    let is = |names: &[&str]| names.contains(&extension.as_str());
    if is(IMAGE_NAMES) {
        Kind::Image
    } else if is(ARCHIVE_NAMES) {
        Kind::OtherArchive
    } else if is(BINARY_NAMES) || !may_be_text(bytes) {
        Kind::Binary
    } else if is(&["csv", "tsv", "tab"]) {
        Kind::Delimited
    } else {
        Kind::Text
    }
}

/// Bytes of NUL mark programs and the like. Text has none unless its characters have two or four bytes each; then the
/// NULs of what is ASCII in it stand all at even or all at odd places, or at every fourth.
fn may_be_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let mut places = [0_usize; 4];
    for (at, _) in head.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        places[at % 4] += 1;
    }
    let [a, b, c, d] = places;
    let n_fours = head.len() / 4;
    a + c == 0 || b + d == 0 || a >= n_fours || d >= n_fours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        let locked = [&ole[..], b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
        let cases: &[(&str, &[u8], Kind)] = &[
            ("a.txt", "德州抓项目".as_bytes(), Kind::Text),
            ("a.doc", "<html>另存的网页".as_bytes(), Kind::Text),
            ("a.pdf", "正文里提到 %PDF- 而已".as_bytes(), Kind::Text),
            ("a.CSV", b"a,b", Kind::Delimited),
            ("a.txt", b"PK\x03\x04", Kind::Archive),
            ("a.csv", b"PK\x05\x06", Kind::Archive),
            ("a", b"\n%PDF-1.7", Kind::Pdf),
            ("a.doc", b"{\\rtf1", Kind::Rtf),
            ("a.docx", ole, Kind::OldOffice),
            ("a.docx", &locked, Kind::Encrypted),
            ("a.txt", b"\x89PNG\r\n\x1a\n", Kind::Image),
            ("a.jpg", b"\x01\x02", Kind::Image),
            ("a.rar", b"Rar!\x1a\x07", Kind::OtherArchive),
            ("a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0", Kind::Binary),
            ("a.txt", b"O\0K\0", Kind::Text),
            ("a.mp3", b"ID3", Kind::Binary),
        ];
        for (name, bytes, want) in cases {
            assert_eq!(kind(name, bytes), *want, "{name} {bytes:?}");
        }
    }
}
