//! Packs archives for the tests, right ones and broken ones.

use miniz_oxide::deflate::compress_to_vec;

/// A file to pack: name as bytes, content, flags of the archive's own.
pub struct Packed<'a> {
    pub name: &'a [u8],
    pub content: &'a [u8],
    pub flags: u16,
    pub method: u16,
}

/// A file under a name in UTF-8, packed by deflate.
pub fn file<'a>(name: &'a str, content: &'a [u8]) -> Packed<'a> {
    Packed { name: name.as_bytes(), content, flags: 0x0800, method: 8 }
}

/// An archive with the files in it. Its stated sizes are true.
pub fn zip(files: &[Packed]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for file in files {
        let data = if file.method == 8 { compress_to_vec(file.content, 6) } else { file.content.to_vec() };
        let crc = rawzip::crc32(file.content);
        let offset = u32::try_from(out.len()).expect("archives of tests are small");
        let sizes = [data.len(), file.content.len()].map(|n| u32::try_from(n).expect("small"));
        let mut head = Vec::new();
        for value in [20, file.flags, file.method, 0, 0x21] {
            head.extend(u16::to_le_bytes(value));
        }
        head.extend(crc.to_le_bytes());
        head.extend(sizes.iter().flat_map(|size| size.to_le_bytes()));
        head.extend(u16::try_from(file.name.len()).expect("short").to_le_bytes());
        head.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(file.name);
        out.extend(&data);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(file.name);
    }
    let offset = u32::try_from(out.len()).expect("small");
    let n = u16::try_from(files.len()).expect("few");
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([n, n].iter().flat_map(|n| n.to_le_bytes()));
    out.extend(u32::try_from(directory.len()).expect("small").to_le_bytes());
    out.extend(offset.to_le_bytes());
    out.extend([0, 0]);
    out
}
