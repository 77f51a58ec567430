//! What holds of reading, whatever comes: texts as they are found, put together at random, and documents that were cut,
//! spliced and shifted. The same cases on every machine, natively and in wasm.

use chengyan::intake::{Document, read, read_as, read_with};
use chengyan::text::{Edit, EditKind, Notice, NoticeKind};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod promises;

/// Digests of the sample, and texts that show what reading has to cope with.
const DOCUMENTS: [&str; 5] = [
    include_str!("../www/sample/dezhou.md"),
    include_str!("../www/sample/rongcheng.md"),
    "來源：某某日報\n2019-03-01 11:32:03\n打好新一年的第一仗\n某網甲市3月1日訊 (記者 某某)我們抓項(xiàng)目,看項(xiàng)目,項(xiàng)目動(dòng)了,要點(diǎn)\
     動(dòng)了,重點(diǎn)項(xiàng)目動(dòng)了點(diǎn),圖紙?jiān)诰W(wǎng)上跑,不能缺少?gòu)?qiáng)者。\n本報記者 某某\n",
    "<html><head><title>甲市_某站</title><script>if (a<b) {}</script></head><body><div class=\"nav\">首页 &gt; 新闻</div>\
     <h1>甲市</h1><p>今年，甲市抓<b>项目</b>&nbsp;&ldquo;服务&rdquo;企业。</p><!-- more --><p>编者按 请看报道。\
     <img src='a.png'/></p><p>责任编辑：某某</p></body></html>",
    "---\ntitle: \"专访: 甲市\"\ndate: 2019-02-24- 07:16\ntags: [a, b]\n---\n# 甲市\n\n记者：今年怎么干？\n\n王某：**抓项目**，\
     [链接](http://a.b/c)。\n\n> 引文\n\n- 一\n- 二\n\n![图](c.png)\n",
];

fn part() -> impl Strategy<Value = String> {
    let fixed = select(vec![
        "重點(diǎn)",
        "項(xiàng)目",
        "动(dòng)",
        "<b>落實</b>",
        "<p>",
        "<!-- x",
        " -->",
        "&nbsp;",
        "&amp;",
        "?jiān)",
        "來源：某某日報",
        "2019-03-01 11:32",
        "---\n",
        "\n",
        "\r\n",
        "德州市：抓项目。",
        "某网甲市3月1日讯 ",
        "记者：怎么办？",
        "王某：抓落实。",
        "责任编辑：某某",
        "編者按 ",
        "# ",
        "**",
        "[甲](http://a)",
        "\u{200b}",
        "\u{202e}",
        "\u{3000}\u{3000}",
        "今年的任务已经明确，关键是抓落实，要干出来、拼出来才行。",
        "原标题：甲市",
        "\u{e026}",
    ]);
    prop_oneof![
        6 => fixed.prop_map(str::to_owned),
        1 => "[ -~]{0,6}",
        1 => "\\PC{0,6}",
        2 => "[\u{4e00}-\u{9fa5}]{0,8}",
    ]
}

fn messy_text() -> impl Strategy<Value = String> {
    prop::collection::vec(part(), 0..40).prop_map(|parts| parts.concat())
}

/// What happens to a file on its way.
#[derive(Debug, Clone)]
enum Damage {
    /// A stretch is lost.
    Cut(Index, Index),
    /// A stretch of another file stands in it.
    Splice(Index, usize, Index, Index),
    /// One byte is lost, and what follows is out of step.
    Shift(Index),
    /// A byte is another.
    Change(Index, u8),
    /// No tag ends any more.
    Unclosed,
    /// A stretch stands there twice.
    Twice(Index, Index),
    /// Every character has two bytes.
    Wide,
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = any::<Index>;
    prop_oneof![
        (index(), index()).prop_map(|(a, b)| Damage::Cut(a, b)),
        (index(), 0..DOCUMENTS.len(), index(), index()).prop_map(|(at, n, a, b)| Damage::Splice(at, n, a, b)),
        index().prop_map(Damage::Shift),
        (index(), any::<u8>()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        Just(Damage::Unclosed),
        (index(), index()).prop_map(|(a, b)| Damage::Twice(a, b)),
        Just(Damage::Wide),
    ]
}

/// The stretch between two places.
fn between(length: usize, a: Index, b: Index) -> std::ops::Range<usize> {
    let (a, b) = (a.index(length + 1), b.index(length + 1));
    a.min(b)..a.max(b)
}

fn damaged(mut bytes: Vec<u8>, damage: &Damage) -> Vec<u8> {
    let length = bytes.len();
    match damage {
        Damage::Cut(a, b) => drop(bytes.drain(between(length, *a, *b))),
        Damage::Splice(at, n, a, b) => {
            let (at, other) = (at.index(length + 1), DOCUMENTS[*n].as_bytes());
            let other = &other[between(other.len(), *a, *b)];
            bytes.splice(at..at, other.iter().copied());
        }
        Damage::Shift(at) if length > 0 => drop(bytes.remove(at.index(length))),
        Damage::Change(at, byte) if length > 0 => bytes[at.index(length)] = *byte,
        Damage::Unclosed => bytes.retain(|byte| *byte != b'>'),
        Damage::Twice(a, b) => {
            let range = between(length, *a, *b);
            let twice = bytes[range.clone()].to_vec();
            bytes.splice(range.end..range.end, twice);
        }
        Damage::Wide => bytes = bytes.iter().flat_map(|byte| [*byte, 0]).collect(),
        Damage::Shift(_) | Damage::Change(..) => {}
    }
    bytes
}

/// A document as it was written, and as it came.
fn damaged_document() -> impl Strategy<Value = Vec<u8>> {
    let document = (0..DOCUMENTS.len(), prop::collection::vec(damage(), 0..6));
    document.prop_map(|(n, all)| all.iter().fold(DOCUMENTS[n].as_bytes().to_vec(), damaged))
}

/// A judge that knows a few words.
fn likelihood(text: &str) -> f64 {
    let words = ["图纸", "在", "网上", "跑", "不能", "缺少", "强者", "项目"];
    let n_known: usize = words.iter().map(|word| text.matches(word).count() * word.chars().count()).sum();
    15.0 * n_known as f64 - 15.0 * text.chars().count() as f64
}

/// The cleaned text as it is exported: the title as a fact, then a line for each block that has text.
fn cleaned(document: &Document) -> (String, Vec<String>) {
    let title = document.title.as_ref().map_or_else(String::new, |title| format!("title: {title}\n"));
    let head = format!("---\nfile: a.md\n{title}---\n");
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let trimmed = |text: &str| text.trim_matches(is_blank).to_owned();
    let texts: Vec<String> = document.blocks.iter().map(|block| trimmed(block.text())).collect();
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    (head + &texts.join("\n"), texts)
}

fn assert_idempotent(document: &Document) {
    let (text, blocks) = cleaned(document);
    // Half a tag, or one that stands escaped on a page so as to be seen there, may be a tag when it is read again; and a
    // text that was encoded twice and could not be restored as a whole can perhaps without the lines set aside.
    let is_left = |notice: &Notice| notice.kind == NoticeKind::TwiceEncoded;
    let is_escaped = |edit: &Edit| edit.kind == EditKind::Entity && edit.text == "&";
    let is_exempt = text.contains('<') || document.edits().iter().any(is_escaped);
    if is_exempt || document.notices.iter().any(is_left) {
        return;
    }
    let again = read_as("a.txt", text.as_bytes(), "utf-8".parse().ok());
    let again_blocks = cleaned(&again).1;
    assert_eq!(again_blocks, blocks, "read again, the cleaned text {text:?} is the same");
    assert_eq!(again.edits(), [], "and nothing more is rewritten in {text:?}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(target_arch = "wasm32") { 100 } else { 400 },
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_190_301),
        ..ProptestConfig::default()
    })]

    #[test]
    fn messy_texts_keep_all_promises(text in messy_text(), markdown in any::<bool>()) {
        let file = if markdown { "a.md" } else { "a.html" };
        promises::assert_kept(&read_with(file, text.as_bytes(), None, Some(&likelihood)));
    }

    #[test]
    fn damaged_documents_keep_all_promises(bytes in damaged_document(), markdown in any::<bool>()) {
        let file = if markdown { "a.md" } else { "a.html" };
        promises::assert_kept(&read_with(file, &bytes, None, Some(&likelihood)));
    }

    #[test]
    fn reading_the_cleaned_text_again_changes_nothing(text in messy_text()) {
        assert_idempotent(&read("a.md", text.as_bytes()));
    }

    #[test]
    fn nor_does_it_for_damaged_documents(bytes in damaged_document()) {
        assert_idempotent(&read_with("a.md", &bytes, None, Some(&likelihood)));
    }
}

#[test]
fn a_file_of_nothing_but_zeros_and_a_space_by_its_entity_keeps_all_promises() {
    let mut bytes = vec![0; 40];
    bytes.extend_from_slice(b"&nbsp;\0\0\0");
    promises::assert_kept(&read_with("a.txt", &bytes, None, Some(&likelihood)));
}
