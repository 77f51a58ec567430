//! What a reader may rely on when a text has been cleaned: nothing is lost unseen, and every offset leads back.

use chengyan::intake::{Document, read, read_with};
use chengyan::text::{EditKind, MaskKind, Role, Script, Span};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

mod promises;

/// Text as it comes: ideographs of both scripts, readings, tags, references, marks and line breaks.
fn messy_text() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        Just("重點(diǎn)".to_owned()),
        Just("項(xiàng)目".to_owned()),
        Just("动(dòng)".to_owned()),
        Just("<b>落實</b>".to_owned()),
        Just("<p>".to_owned()),
        Just("<!-- x".to_owned()),
        Just("&nbsp;".to_owned()),
        Just("?jiān)".to_owned()),
        Just("來源：某某日報".to_owned()),
        Just("2019-03-01 11:32".to_owned()),
        Just("---\n".to_owned()),
        Just("\n".to_owned()),
        Just("德州市：抓项目。".to_owned()),
        "[ -~]{0,6}",
        "\\PC{0,6}",
        "[\u{4e00}-\u{9fa5}]{0,8}",
    ];
    prop::collection::vec(parts, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    // The same cases on every machine: a test that fails now and then tells nobody what to mend.
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_190_224),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_block_knows_the_way_back_to_the_original(text in messy_text(), markdown in any::<bool>()) {
        let file = if markdown { "a.md" } else { "a.txt" };
        let document = read_with(file, text.as_bytes(), None, Some(&likelihood));
        for block in &document.blocks {
            promises::assert_tiles(&block.draft, &document.original);
            promises::assert_leads_back(&block.draft, &document.original);
        }
    }

    #[test]
    fn what_is_not_counted_is_a_mask_or_an_edit_or_white_space(text in messy_text()) {
        promises::assert_kept(&read("a.txt", text.as_bytes()));
    }

    #[test]
    fn reading_arbitrary_bytes_gives_a_document(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        promises::assert_kept(&read("a.bin", &bytes));
    }
}

fn texts(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text()).collect()
}

#[test]
fn a_word_is_found_in_the_original_through_an_injected_reading() {
    let damaged = "抓項(xiàng)目,看項(xiàng)目,項(xiàng)目動(dòng)了,要點(diǎn)動(dòng)了,重點(diǎn)項(xiàng)目動(dòng)了點(diǎn)";
    let document = read("a.txt", damaged.as_bytes());
    assert_eq!(texts(&document), ["抓项目,看项目,项目动了,要点动了,重点项目动了点"]);
    let draft = &document.blocks[0].draft;
    let at = draft.text().find("项目").expect("the cleaned text has the word");
    assert_eq!(draft.original(Span::new(at, at + "项目".len())).of(damaged), "項(xiàng)目");
    let kinds: Vec<EditKind> = document.edits().iter().map(|edit| edit.kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == EditKind::Pinyin).count(), 10);
    assert_eq!(document.script, Script::Traditional);
}

#[test]
fn facts_at_the_head_are_kept_and_set_aside() {
    let text = "來源:某某日報\n2019-03-01 11:32:03\n打好新一年的第一仗\n某網甲市3月1日訊 我們抓項目，看項目。\n本報記者 某某\n";
    let document = read("a.txt", text.as_bytes());
    assert_eq!(document.title.as_deref(), Some("打好新一年的第一仗"));
    assert_eq!(document.date.as_deref(), Some("2019-03-01"));
    assert_eq!(document.source.as_deref(), Some("某某日报"));
    assert_eq!(texts(&document), ["我们抓项目，看项目。"]);
    let kinds: Vec<MaskKind> = document.masks().iter().map(|mask| mask.kind).collect();
    assert_eq!(
        kinds,
        [MaskKind::SourceLine, MaskKind::DateLine, MaskKind::Title, MaskKind::Dateline, MaskKind::Byline]
    );
}

/// A judge that knows a few words.
fn likelihood(text: &str) -> f64 {
    let words = ["图纸", "在", "网上", "跑", "不能", "缺少", "强者", "项目"];
    let n_known: usize = words.iter().map(|word| text.matches(word).count() * word.chars().count()).sum();
    15.0 * n_known as f64 - 15.0 * text.chars().count() as f64
}

/// Each step runs before the next for a reason; a text that shows it for each pair.
#[test]
fn the_order_of_the_steps_matters_for_each_neighbouring_pair() {
    for (before, after, text, want) in [
        ("front matter", "markup", "---\ntitle: a <b\n---\n正文 c> 在此。", vec!["正文 c> 在此。"]),
        ("markup", "lines", "甲<!-- 第一行\n第二行 -->乙。", vec!["甲乙。"]),
        ("lines", "pinyin", "項\n(xiàng)目，這是兩行。", vec!["项", "(xiàng)目，这是两行。"]),
        (
            "pinyin",
            "simplify",
            "乾(qián)隆,乾(qián)坤,乾(qián)隆,乾(qián)坤,乾(qián)隆,乾(qián)坤,乾(qián)隆與乾(qián)坤。",
            vec!["乾隆,乾坤,乾隆,乾坤,乾隆,乾坤,乾隆与乾坤。"],
        ),
        ("boilerplate", "roles", "某网甲市3月1日讯 编者按 今天推出访谈。", vec!["编者按 今天推出访谈。"]),
        (
            "pinyin",
            "mojibake",
            "項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,圖紙?jiān)诰W(wǎng)上跑",
            vec!["项目,项目,项目,项目,项目,项目,项目,项目,图纸在网上跑"],
        ),
        // The bytes are those of the Traditional characters: 域专项 has others than 域專項.
        (
            "mojibake",
            "simplify",
            "項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,不能缺少?gòu)?qiáng)者",
            vec!["项目,项目,项目,项目,项目,项目,项目,项目,不能缺少强者"],
        ),
        ("simplify", "boilerplate", "這是正文的第一句話。\n責任編輯：某某", vec!["这是正文的第一句话。"]),
    ] {
        let document = read_with("a.txt", text.as_bytes(), None, Some(&likelihood));
        assert_eq!(texts(&document), want, "{before} runs before {after}");
        if after == "roles" {
            assert_eq!(document.blocks[0].role, Role::EditorsNote);
        }
    }
}

#[test]
fn an_empty_file_gives_a_notice_and_no_error() {
    for bytes in [&b""[..], b"\n \n", b"---\ntitle: a\n---\n"] {
        let document = read("a.txt", bytes);
        assert!(document.blocks.is_empty());
        assert_eq!(document.notices.len(), 1, "{:?}", document.notices);
    }
}
