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
        Just("高\u{200b}质\u{ad}量\u{0}".to_owned()),
        Just("\u{e863}\u{fe00}\u{202e}".to_owned()),
        Just("２０１９年８．５％ＧＤＰ⽅\u{2f800}".to_owned()),
        Just("投资X亿元，××个，省委X书记".to_owned()),
        Just("推动一批重点项目落地开工，产业链条不断拉\n长，发展后劲明显增强，主要指标好于预期，\n企业效益稳步提高，群众收入持续增长，全年\n目标任务的完成打下坚实基础\n".to_owned()),
        Just("<html><body><div class='nav'><a href='/'>首页</a>".to_owned()),
        Just("</div></body>\n<p><rt>x".to_owned()),
        Just("+++\n{\"title\": 1\n".to_owned()),
        Just("全市开局良好。（记者 张某某）\n".to_owned()),
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
    let words =
        ["图纸", "在", "网上", "跑", "不能", "缺少", "强者", "项目", "所有", "问题", "解决", "落实。总"];
    let n_known: usize = words.iter().map(|word| text.matches(word).count() * word.chars().count()).sum();
    15.0 * n_known as f64 - 15.0 * text.chars().count() as f64
}

const WRAPPED: &str = "項(xiàng)目推動一批重點項(xiàng)目落地開工，產業鏈\n條不斷拉長發展後勁明顯增強，主要指標好於\n預期，企業效益穩步提高，項(xiàng)目項(xiàng)目項(xiàng)目群\n眾收入持續增長，項(xiàng)目這樣的成績來之不易\n項(xiàng)目項(xiàng)目。";
const UNWRAPPED: &str = "项目推动一批重点项目落地开工，产业链条不断拉长发展后劲明显增强，主要指标好于预期，企业效益稳步提高，项目项目项目群众收入持续增长，项目这样的成绩来之不易项目项目。";

/// Each step runs before the next for a reason; a text that shows it for each pair.
#[test]
fn the_order_of_the_steps_matters_for_each_neighbouring_pair() {
    for (before, after, text, want) in [
        ("front matter", "markup", "---\ntitle: a <b\n---\n正文 c> 在此。", vec!["正文 c> 在此。"]),
        ("markup", "lines", "甲<!-- 第一行\n第二行 -->乙。", vec!["甲乙。"]),
        (
            "markup",
            "page",
            "<html><body><p>正文的<b>第一句</b>，在此。</p><nav>首页</nav></body></html>",
            vec!["正文的第一句，在此。"],
        ),
        ("page", "lines", "<html><body><p>正文的\n  第一句。</p></body></html>", vec!["正文的第一句。"]),
        ("lines", "invisible", "甲市。\n\u{200d}\n乙市。", vec!["甲市。", "乙市。"]),
        ("lines", "pinyin", "項\n(xiàng)目，這是兩行。", vec!["项", "(xiàng)目，这是两行。"]),
        (
            "invisible",
            "pinyin",
            "項\u{200b}(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)\u{200d}目",
            vec!["项目,项目,项目,项目,项目,项目,项目,项目"],
        ),
        // U+E2C4 is F9 D3, bytes of the characters that were cut, and no lost character.
        (
            "mojibake",
            "private use",
            "項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目,項(xiàng)目落實?偹\u{e2c4}袉栴}都要解決",
            vec!["项目,项目,项目,项目,项目,项目,项目,项目落实。总所有问题都要解决"],
        ),
        // With the readings the lines are of all lengths.
        ("pinyin", "wraps", WRAPPED, vec![UNWRAPPED]),
        // A word may be broken with its line, and the character before 著 says what it is.
        (
            "wraps",
            "simplify",
            "推動一批重點項目落地開工，產業鏈條不斷拉\n長，發展後勁明顯增強，各級各部門都要突顯\n著力點，主要指標好於預期，企業效益穩步提\n高，這樣的成績來之不易，群眾收入持續增長\n。",
            vec![
                "推动一批重点项目落地开工，产业链条不断拉长，发展后劲明显增强，各级各部门都要突显着力点，主要指标好于预期，企业效益稳步提高，这样的成绩来之不易，群众收入持续增长。",
            ],
        ),
        // What was cut in two may have been broken with its line.
        (
            "wraps",
            "mojibake",
            "項(xiàng)目推動一批重點項(xiàng)目落地開工，產業鏈條延\n伸項(xiàng)目主要指標好於預期，項(xiàng)目發展後勁增強\n，項(xiàng)目效益穩步提高，這樣項(xiàng)目圖紙?jiān)诰\nW(wǎng)上跑，項(xiàng)目企業效益穩步提高群眾收\n入項(xiàng)目，項(xiàng)目持續增長，各級各部門都要突顯\n力項(xiàng)目。",
            vec![
                "项目推动一批重点项目落地开工，产业链条延伸项目主要指标好于预期，项目发展后劲增强，项目效益稳步提高，这样项目图纸在网上跑，项目企业效益稳步提高群众收入项目，项目持续增长，各级各部门都要突显力项目。",
            ],
        ),
        (
            "width",
            "simplify",
            "\u{f9b4}導幹部狠抓落實，推動\u{2f80c}項工作",
            vec!["领导干部狠抓落实，推动㒞项工作"],
        ),
        ("width", "boilerplate", "正文的第一句话。\n２０１９－０２－２４", vec!["正文的第一句话。"]),
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

/// A line of ours between two paragraphs.
fn between_paragraphs(line: &str) -> Document {
    let text = format!(
        "---\ntitle: 甲市的一年\n---\n全市上下一心，项目建设全面提速。\n{line}\n下一步要把各项部署落到实处。"
    );
    read("a.txt", text.as_bytes())
}

/// A kind or a role as it stands in JSON.
fn name(kind: &impl serde::Serialize) -> String {
    serde_json::to_value(kind)
        .map_or_else(|_| String::new(), |name| name.as_str().unwrap_or_default().to_owned())
}

#[test]
fn lines_around_a_text_are_told_from_lines_of_it() {
    let mut faults = Vec::new();
    for line in include_str!("cases/intake/lines.tsv")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let mut columns = line.split('\t');
        let (what, line, part) =
            (columns.next().unwrap_or_default(), columns.next().unwrap_or_default(), columns.next());
        let document = between_paragraphs(line);
        let masks = document.masks().into_iter().filter(|mask| mask.kind != MaskKind::FrontMatter);
        let of_mask =
            |mask: chengyan::text::Mask| (name(&mask.kind), mask.span.of(&document.original).to_owned());
        let masks: Vec<(String, String)> = masks.map(of_mask).collect();
        let kept = &document.blocks[1..document.blocks.len() - 1];
        let role = kept.first().map_or_else(String::new, |block| name(&block.role));
        let want = (what.to_owned(), part.unwrap_or(line).to_owned());
        let rest = line.replace(part.unwrap_or(line), "");
        let is_right = match what {
            "text" => masks.is_empty() && role != "caption" && role != "editors-note",
            "editors-note" | "caption" => masks.is_empty() && role == what,
            _ => masks == [want] && kept.iter().map(|block| block.text()).collect::<String>() == rest,
        };
        if !is_right {
            faults.push(format!("{what}: {line}: {masks:?} {role}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
