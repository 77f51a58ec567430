//! Texts in every encoding come out as they went in, natively and in wasm; what cannot be read is told, and nothing
//! stops.

use chengyan::intake::{Document, Encoding, read, read_as};
use chengyan::text::NoticeKind;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const CASES: &str = include_str!("cases/encodings/bytes.tsv");

struct Case {
    name: &'static str,
    encoding: Encoding,
    bytes: Vec<u8>,
    text: String,
}

fn cases() -> Vec<Case> {
    let lines = CASES.lines().filter(|line| !line.starts_with('#'));
    let case = |line: &'static str| {
        let [name, label, hex, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}: four columns");
        };
        let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16));
        Case {
            name,
            encoding: label.parse().expect("a known encoding"),
            bytes: bytes.collect::<Result<_, _>>().expect("hexadecimal digits"),
            text: text.replace("\\n", "\n"),
        }
    };
    lines.map(case).collect()
}

/// Node's decoder for Big5 is not that of the Encoding Standard: it knows no characters of Hong Kong, and takes some
/// invalid bytes for characters. Browsers and the command line follow the standard.
fn is_standard(case: &Case) -> bool {
    case.encoding != Encoding::Big5 || read_as("a.txt", b"\x9d\x77", Some(Encoding::Big5)).original == "𪋿"
}

fn kinds(document: &Document) -> Vec<NoticeKind> {
    document.notices.iter().map(|notice| notice.kind).collect()
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn the_command_line_follows_the_standard() {
    assert!(cases().iter().all(is_standard));
}

#[test]
fn each_encoding_is_recognised_and_read() {
    for case in cases() {
        let document = read("a.txt", &case.bytes);
        assert_eq!(document.encoding, case.encoding, "{}: {}", case.name, document.original);
        if is_standard(&case) {
            assert_eq!(document.original, case.text, "{}, {}", case.name, case.encoding);
        }
    }
}

#[test]
fn a_named_encoding_gives_what_recognising_it_gives() {
    for case in cases() {
        let named = read_as("a.txt", &case.bytes, Some(case.encoding));
        assert!(!named.is_encoding_guessed);
        assert_eq!(named.original, read("a.txt", &case.bytes).original, "{}, {}", case.name, case.encoding);
    }
}

#[test]
fn a_guess_is_told_and_so_is_a_foreign_encoding() {
    for case in cases() {
        let document = read("a.txt", &case.bytes);
        let is_certain = case.encoding == Encoding::Utf8
            || case.name == "with a byte order mark"
            || case.bytes.starts_with(b"\xff\xfe");
        assert_eq!(document.is_encoding_guessed, !is_certain, "{}, {}", case.name, case.encoding);
        let foreign = case.encoding.is_foreign();
        let kinds = kinds(&document);
        assert_eq!(kinds.contains(&NoticeKind::NotChineseEncoding), foreign, "{}", case.name);
        assert_eq!(kinds.contains(&NoticeKind::EncodingGuessed), !is_certain && !foreign, "{}", case.name);
    }
}

#[test]
fn what_is_invalid_is_told_where_it_stands() {
    let damaged = cases().into_iter().filter(|case| case.text.contains('\u{fffd}') && is_standard(case));
    for case in damaged {
        let document = read("a.txt", &case.bytes);
        let notices = document.notices.iter().filter(|notice| notice.kind == NoticeKind::InvalidBytes);
        let spans: Vec<_> = notices.map(|notice| notice.span.of(&document.original)).collect();
        assert_eq!(spans, ["\u{fffd}"], "{}, {}", case.name, case.encoding);
    }
}

#[test]
fn an_encoding_goes_by_several_names_and_an_unknown_one_is_an_error_that_names_them_all() {
    for (label, encoding) in [
        ("GBK", Encoding::Gb18030),
        ("gb2312", Encoding::Gb18030),
        ("Big5-HKSCS", Encoding::Big5),
        ("UTF8", Encoding::Utf8),
        ("Shift_JIS", Encoding::ShiftJis),
    ] {
        assert_eq!(label.parse(), Ok(encoding), "{label}");
    }
    let error = "klingon".parse::<Encoding>().expect_err("there is none");
    assert_eq!(error.code(), "unknown-encoding");
    assert!(Encoding::ALL.iter().all(|encoding| error.to_string().contains(encoding.label())), "{error}");
}

/// Every stretch of ten characters of texts of ours, in every encoding that can write it.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn ten_characters_are_nearly_always_enough() {
    let simplified = include_str!("../www/sample/heze.md").to_owned()
        + include_str!("../www/sample/wulian.md")
        + include_str!("../www/sample/liaocheng.md");
    let characters: Vec<char> = simplified.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).collect();
    let encoders = [(Encoding::Gb18030, encoding_rs::GB18030), (Encoding::Big5, encoding_rs::BIG5)];
    let (mut n, mut n_wrong) = (0, 0);
    let mut check = |bytes: &[u8], encoding: Encoding| {
        n += 1;
        n_wrong += usize::from(read("a.txt", bytes).encoding != encoding);
    };
    for stretch in characters.chunks_exact(10) {
        let text: String = stretch.iter().collect();
        for (encoding, encoder) in encoders {
            let (bytes, _, has_gaps) = encoder.encode(&text);
            if !has_gaps {
                check(&bytes, encoding);
            }
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        check(&units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>(), Encoding::Utf16Le);
        check(&units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>(), Encoding::Utf16Be);
        check(text.as_bytes(), Encoding::Utf8);
    }
    println!("{n_wrong} of {n} are taken for something else");
    assert!(n > 200 && n_wrong * 100 <= n, "{n_wrong} of {n}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_190_224),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_bytes_in_any_encoding_give_a_document(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        index in 0..Encoding::ALL.len(),
    ) {
        let encoding = Encoding::ALL[index];
        let document = read_as("a.bin", &bytes, Some(encoding));
        prop_assert_eq!(document.encoding, encoding);
        for notice in &document.notices {
            prop_assert!(document.original.get(notice.span.start..notice.span.end).is_some());
        }
        read("a.bin", &bytes);
    }
}
