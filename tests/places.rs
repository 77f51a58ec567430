//! Places are found, settled and credited as an editor would.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::places::{
    Assigned, Attribution, BlockText, Code, Gazetteer, Level, Outline, Sense, Status, attribute,
};
use std::fs;
use std::path::{Path, PathBuf};

fn code(text: &str) -> Code {
    text.parse().expect("tests write codes of six digits")
}

fn status_name(status: Status) -> String {
    serde_json::to_value(status)
        .expect("a status is a string")
        .as_str()
        .expect("a status is a string")
        .to_owned()
}

/// `about 371402`, `several 371400 371500`, `unknown`: how the cases write an attribution.
fn written(attribution: &Attribution) -> String {
    let codes = attribution.places.iter().chain(&attribution.suggested).map(ToString::to_string);
    std::iter::once(status_name(attribution.status)).chain(codes).collect::<Vec<_>>().join(" ")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn codes_say_level_and_parents() {
    let gazetteer = Gazetteer::built_in();
    // Code, level, name, roll-up to prefecture, roll-up to province.
    for (place, level, name, prefecture, province) in [
        ("370000", Level::Province, "山东省", "370000", "370000"),
        ("371400", Level::Prefecture, "德州市", "371400", "370000"),
        ("371402", Level::County, "德城区", "371400", "370000"),
        ("110000", Level::Province, "北京市", "110000", "110000"),
        ("110101", Level::County, "东城区", "110000", "110000"),
        ("500233", Level::County, "忠县", "500000", "500000"),
        ("429004", Level::County, "仙桃市", "429004", "420000"),
        ("659001", Level::County, "石河子市", "659001", "650000"),
        ("222401", Level::County, "延吉市", "222400", "220000"),
        ("810000", Level::Province, "香港特别行政区", "810000", "810000"),
    ] {
        let found = gazetteer.place(code(place)).expect(name);
        assert_eq!((found.level, found.name), (level, name));
        assert_eq!(gazetteer.roll_up(found.code, Level::Prefecture), code(prefecture), "{name}");
        assert_eq!(gazetteer.roll_up(found.code, Level::Province), code(province), "{name}");
        assert_eq!(gazetteer.roll_up(found.code, Level::County), code(place), "{name}");
        assert!(gazetteer.is_within(found.code, code(prefecture)), "{name}");
        assert!(gazetteer.is_within(found.code, code(province)), "{name}");
    }
    assert!(!gazetteer.is_within(code("371400"), code("371402")), "a city is not within its district");
    assert_eq!(gazetteer.place(code("429004")).and_then(|place| place.parent), Some(code("420000")));
    assert_eq!(gazetteer.place(code("110101")).and_then(|place| place.parent), Some(code("110000")));
}

#[test]
fn the_table_is_whole() {
    let gazetteer = Gazetteer::built_in();
    let n_of = |level| gazetteer.places().iter().filter(|place| place.level == level).count();
    assert_eq!((n_of(Level::Province), n_of(Level::Prefecture), n_of(Level::County)), (34, 333, 2975));
    for place in gazetteer.places() {
        let parent = place.parent.and_then(|parent| gazetteer.place(parent));
        assert_eq!(parent.is_none(), place.level == Level::Province, "{}", place.name);
    }
}

#[test]
fn words_that_are_names_are_told_from_words_that_are_not() {
    let gazetteer = Gazetteer::built_in();
    for name in
        ["德州", "德州市", "山东", "延边", "内蒙古", "河东", "鼓楼区", "德城", "昆山", "仙桃市", "莘县"]
    {
        assert!(gazetteer.is_name(name), "{name} is a name");
    }
    for word in ["资源", "和平", "公安", "项目", "城区", "市中", "民和", "发展", "", "德"] {
        assert!(!gazetteer.is_name(word), "{word} is not a name by itself");
    }
}

#[test]
fn codes_are_read_and_written_as_six_digits() {
    assert_eq!(serde_json::to_string(&code("371402")).expect("a code is a string"), "\"371402\"");
    assert_eq!(serde_json::from_str::<Code>("\"371402\"").expect("six digits"), code("371402"));
    for wrong in ["", "37140", "3714020", "37140x", "３71402"] {
        assert!(wrong.parse::<Code>().is_err(), "{wrong:?}");
    }
}

/// Each line of the file: a text, and after `=>` its mentions as `words/sense/code`, with `?` while not settled.
#[test]
fn mentions_are_as_the_cases_say() {
    let gazetteer = Gazetteer::built_in();
    for line in read("tests/cases/places/mentions.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (text, expected) = line.split_once('\t').expect("a case has a text and its mentions");
        let mentions = gazetteer.mentions(text);
        let found = mentions.iter().map(|mention| {
            let place = mention.place().map_or("?".to_owned(), |place| place.to_string());
            format!("{}/{}/{place}", &text[mention.start..mention.end], sense_name(mention.sense))
        });
        assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "in {text}");
    }
}

fn sense_name(sense: Sense) -> &'static str {
    match sense {
        Sense::Plain => "plain",
        Sense::Office => "office",
        Sense::Parent => "parent",
        Sense::Benchmark => "benchmark",
        Sense::Partner => "partner",
        Sense::NamePart => "name-part",
        Sense::Person => "person",
    }
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect(path)
}

/// A file of cases: first what it shows, then title and source, then blocks as `expected | text`, where `heading`
/// and `@dateline` may stand after the expected codes.
#[test]
fn documents_are_credited_as_the_cases_say() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/cases/places"))
        .expect("the cases are there")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(files.len() >= 20, "there are {} cases", files.len());
    let faults: Vec<String> = files.iter().flat_map(|file| faults_of(file)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

fn faults_of(file: &Path) -> Vec<String> {
    let content = fs::read_to_string(file).expect("a readable case");
    let mut outline = Outline::default();
    let mut expected = Vec::new();
    for line in content.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(title) = line.strip_prefix("title: ") {
            outline.title = Some(title);
        } else if let Some(source) = line.strip_prefix("source: ") {
            outline.source = Some(source);
        } else {
            let (head, text) = line.split_once(" | ").expect("a block is `expected | text`");
            let words = || head.split(' ');
            let dateline = words().find_map(|word| word.strip_prefix('@')).unwrap_or_default();
            outline.blocks.push(BlockText {
                text,
                dateline,
                is_heading: words().any(|word| word == "heading"),
                ..BlockText::default()
            });
            let credit = words().filter(|word| *word != "heading" && !word.starts_with('@'));
            expected.push(credit.collect::<Vec<_>>().join(" "));
        }
    }
    let found = attribute(Gazetteer::built_in(), &outline);
    assert_eq!(found.len(), expected.len());
    let rows = found
        .iter()
        .zip(&expected)
        .zip(&outline.blocks)
        .filter(|((found, expected), _)| written(found) != **expected);
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    rows.map(|((found, expected), block)| {
        let text: String = block.text.chars().take(20).collect();
        format!("{name}: {text}… is {} ({}), not {expected}", written(found), found.reason)
    })
    .collect()
}

#[test]
fn reasons_are_sentences_that_point_to_the_words() {
    let heading = BlockText { text: "荣成市：抓项目", ..BlockText::default() };
    let second = BlockText { text: "乳山市：抓招商", ..BlockText::default() };
    let body = BlockText { text: "新厂房月底封顶。", ..BlockText::default() };
    let outline = Outline { blocks: vec![heading, body, second, body], ..Outline::default() };
    let found = attribute(Gazetteer::built_in(), &outline);
    let reasons: Vec<String> = found.iter().map(|attribution| attribution.reason.to_string()).collect();
    assert_eq!(reasons[1], "named in the heading 荣成市：");
    assert_eq!(found[3].reason.block, Some(2));
    assert_eq!(serde_json::to_value(&found[3].reason).expect("plain data")["kind"], "heading");
}

#[test]
fn the_place_column_of_a_table_decides_for_all_blocks() {
    let blocks = vec![BlockText { text: "德州市推进项目建设。", ..BlockText::default() }; 2];
    // Cell, and what each block is.
    for (cell, expected) in [
        ("聊城", "about 371500"),
        (" 聊城市 ", "about 371500"),
        ("山东省聊城市莘县", "about 371522"),
        ("和平县", "about 441624"),
        ("山东", "province 370000"),
        ("吉林", "province 220000"),
        ("北京", "about 110000"),
        ("德州、聊城", "several 371400 371500"),
        ("朝阳区", "unknown"),
        ("辽宁朝阳", "about 211300"),
        ("德州、朝阳区", "unknown"),
        ("某地", "unknown"),
        ("  ", "about 371400"),
    ] {
        let outline = Outline { given: Some(cell), blocks: blocks.clone(), ..Outline::default() };
        for found in attribute(Gazetteer::built_in(), &outline) {
            assert_eq!(written(&found), expected, "for {cell:?}");
        }
    }
    let outline = Outline { given: Some("某地"), blocks, ..Outline::default() };
    let reason = &attribute(Gazetteer::built_in(), &outline)[0].reason;
    assert_eq!(reason.to_string(), "the place column says 某地, which is not one known place");
}

#[test]
fn what_the_reader_assigns_holds_for_that_block_alone() {
    let texts = ["德州市推进项目建设。", "新厂房月底封顶。", "聊城市加快招商。", "下一步再加力。"];
    let credits = |assigned: [Option<Assigned>; 4], given| {
        let blocks = texts.iter().zip(assigned);
        let blocks = blocks.map(|(text, assigned)| BlockText { text, assigned, ..BlockText::default() });
        let outline = Outline { given, blocks: blocks.collect(), ..Outline::default() };
        attribute(Gazetteer::built_in(), &outline)
    };
    let written = |found: Vec<Attribution>| found.iter().map(written).collect::<Vec<_>>();
    let (dezhou, liaocheng) = ("about 371400", "about 371500");
    assert_eq!(written(credits([None; 4], None)), [dezhou, dezhou, liaocheng, liaocheng]);
    let place = Some(Assigned::Place(code("370900")));
    let (several, unknown) = (Some(Assigned::Several), Some(Assigned::Unknown));
    let found = credits([place, None, several, None], None);
    assert_eq!(found[0].reason.to_string(), "assigned by the reader");
    assert_eq!(serde_json::to_value(&found[2].reason).expect("plain data")["kind"], "assigned");
    assert_eq!(written(found), ["about 370900", dezhou, "several", liaocheng]);
    assert_eq!(written(credits([unknown, None, None, None], Some("聊城")))[..2], ["unknown", liaocheng]);
    let nowhere = Some(Assigned::Place(code("999999")));
    assert_eq!(written(credits([nowhere, None, None, None], None))[..2], ["unknown", dezhou]);
}

/// The share of blocks of the annotated articles that get exactly the places of the annotation.
#[test]
fn annotated_articles_are_credited_rightly() {
    let folder = root().join("../shared/truth");
    let (mut n_right, mut n_blocks) = (0, 0);
    for name in ["000", "001", "004"] {
        let Ok(content) = fs::read_to_string(folder.join(format!("{name}.json"))) else {
            println!("skipped: no annotated articles at {}", folder.display());
            return;
        };
        let truth: serde_json::Value = serde_json::from_str(&content).expect("annotations are JSON");
        let (right, blocks) = score(name, &truth);
        n_right += right;
        n_blocks += blocks;
    }
    println!("{n_right} of {n_blocks} annotated blocks are credited rightly");
    assert!(n_right * 100 >= n_blocks * 98, "{n_right} of {n_blocks}");
}

fn score(name: &str, truth: &serde_json::Value) -> (usize, usize) {
    let list = |key: &str| truth[key].as_array().expect(key).clone();
    let paragraphs = list("paragraphs");
    let spans = list("noise_spans");
    let dateline =
        spans.iter().find(|span| span["kind"] == "dateline_byline").and_then(|span| span["text"].as_str());
    let mut outline = Outline { title: truth["title"].as_str(), ..Outline::default() };
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph["text"].as_str().expect("a paragraph has a text");
        let dateline = if index == 0 { dateline.unwrap_or_default() } else { "" };
        outline.blocks.push(BlockText { text, dateline, ..BlockText::default() });
    }
    let mut n_right = 0;
    for (index, (found, wanted)) in
        attribute(Gazetteer::built_in(), &outline).iter().zip(list("attribution")).enumerate()
    {
        let about = wanted["about"].as_array().expect("an annotation has places").clone();
        let wanted: Vec<Code> = about.iter().filter_map(|place| place["code"].as_str()).map(code).collect();
        if found.places == wanted {
            n_right += 1;
        } else {
            println!("{name} block {index}: {} ({}), not {wanted:?}", written(found), found.reason);
        }
    }
    (n_right, paragraphs.len())
}
