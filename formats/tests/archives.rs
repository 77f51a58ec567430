//! Archives: what is in them, and that no archive can hurt.

mod pack;

use chengyan_formats::{Opened, Part, Why, limits, open};
use pack::{Packed, file, zip};

fn opened(name: &str, bytes: &[u8]) -> Opened {
    open(name, bytes, &|bytes| format!("GBK {}", bytes.len()))
}

fn names(opened: &Opened) -> Vec<&str> {
    let name = |part: &'_ Part| match part {
        Part::Text { name, .. } | Part::File { name, .. } => name.clone(),
        Part::Table(table) => table.name.clone(),
    };
    opened.parts.iter().map(|part| name(part).leak() as &str).collect()
}

fn codes(opened: &Opened) -> Vec<(&str, &str)> {
    opened.refusals.iter().map(|refusal| (refusal.name.as_str(), refusal.why.code())).collect()
}

#[test]
fn files_come_sorted_under_plain_names() {
    let gbk = Packed { name: b"\xb5\xc2\xd6\xdd.txt", content: b"x", flags: 0, method: 0 };
    let bytes = zip(&[
        file("b/二.txt", "乙".as_bytes()),
        file("../../etc/a.txt", "甲".as_bytes()),
        file("C:\\d\\c.txt", b"c"),
        file("__MACOSX/b/._二.txt", b"x"),
        file("b/.DS_Store", b"x"),
        file("b/", b""),
        gbk,
    ]);
    let found = opened("a.zip", &bytes);
    assert_eq!(names(&found), ["a.zip/GBK 8", "a.zip/b/二.txt", "a.zip/d/c.txt", "a.zip/etc/a.txt"]);
    assert!(found.refusals.is_empty());
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let mut bytes = zip(&[
        file("a.rtf", b"{\\rtf1"),
        Packed { name: b"b.txt", content: b"secret", flags: 1, method: 0 },
        Packed { name: b"c.txt", content: b"x", flags: 0, method: 99 },
        Packed { name: b"d.txt", content: b"damaged", flags: 0, method: 0 },
        file("e.txt", "正文".as_bytes()),
    ]);
    let at = bytes.windows(7).position(|window| window == b"damaged").expect("it is stored");
    bytes[at] = b'D';
    let found = opened("a.zip", &bytes);
    assert_eq!(names(&found), ["a.zip/e.txt"]);
    let want = [
        ("a.zip/a.rtf", "rtf"),
        ("a.zip/b.txt", "encrypted"),
        ("a.zip/c.txt", "compression"),
        ("a.zip/d.txt", "damaged-file"),
    ];
    assert_eq!(codes(&found), want);
    assert_eq!(codes(&opened("a.zip", &bytes[..bytes.len() - 30])), [("a.zip", "damaged-file")]);
}

#[test]
fn an_archive_within_an_archive_is_opened_but_none_within_that() {
    let inner = zip(&[file("a.txt", b"x")]);
    let middle = zip(&[file("inner.zip", &inner), file("b.txt", b"x")]);
    let found = opened("a.zip", &zip(&[file("middle.zip", &middle)]));
    assert_eq!(names(&found), ["a.zip/middle.zip/b.txt"]);
    assert_eq!(codes(&found), [("a.zip/middle.zip/inner.zip", "nested-archive")]);
}

#[test]
fn a_bomb_is_refused_at_the_limit_whatever_it_says_of_its_sizes() {
    let huge = vec![b' '; limits::EACH + 1];
    let mut bytes = zip(&[file("bomb.txt", &huge), file("small.txt", b"x")]);
    assert!(bytes.len() < 100_000, "{} bytes unpack to 32 MB", bytes.len());
    // It says that it is small.
    let stated = u32::try_from(huge.len()).expect("it fits").to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|window| window == stated) {
        bytes[at..at + 4].copy_from_slice(&[9, 0, 0, 0]);
    }
    let found = opened("a.zip", &bytes);
    assert_eq!(codes(&found), [("a.zip/bomb.txt", "too-large")]);
    assert_eq!(names(&found), ["a.zip/small.txt"]);
}

#[test]
fn an_archive_that_unpacks_to_too_much_says_how_far_it_got() {
    let large = vec![b' '; limits::EACH];
    let files: Vec<String> = (0..8).map(|n| format!("{n}.txt")).collect();
    let packed: Vec<Packed> = files.iter().map(|name| file(name, &large)).collect();
    let found = opened("a.zip", &zip(&packed));
    assert_eq!(found.parts.len(), 6);
    let why = Why::ArchiveTooLarge { n_files: 6, n_bytes: 6 * limits::EACH };
    assert_eq!(found.refusals.iter().map(|refusal| &refusal.why).collect::<Vec<_>>(), [&why]);
    assert_eq!(why.detail(), "6 / 192 MB");
}

#[test]
fn more_files_than_the_limit_are_left_out() {
    let files: Vec<String> = (0..limits::N_FILES + 2).map(|n| format!("{n:05}.txt")).collect();
    let packed: Vec<Packed> = files
        .iter()
        .map(|name| Packed { name: name.as_bytes(), content: b"x", flags: 0, method: 0 })
        .collect();
    let found = opened("a.zip", &zip(&packed));
    assert_eq!(found.parts.len(), limits::N_FILES);
    assert_eq!(codes(&found), [("a.zip", "too-many")]);
}

#[test]
fn slides_and_other_office_files_are_no_archives_of_texts() {
    let slides = zip(&[file("[Content_Types].xml", b"<a/>"), file("ppt/slides/slide1.xml", b"<a/>")]);
    assert_eq!(codes(&opened("a.pptx", &slides)), [("a.pptx", "other-office")]);
    let open_document = zip(&[file("mimetype", b"application/vnd.oasis"), file("content.xml", b"<a/>")]);
    assert_eq!(codes(&opened("a.odt", &open_document)), [("a.odt", "other-office")]);
}

#[test]
fn any_bytes_after_a_mark_do_no_harm() {
    let good = zip(&[file("word/document.xml", b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"), file("a.txt", b"x")]);
    let mut state = 1_u64;
    for _ in 0..2_000 {
        let mut bytes = good.clone();
        for _ in 0..3 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = (state >> 33) as usize % bytes.len();
            bytes[at] = (state >> 24) as u8;
        }
        opened("a.docx", &bytes);
        opened("a.docx", &bytes[..(state >> 40) as usize % bytes.len()]);
    }
}
