//! The command-line program: its shapes are documented and kept.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use chengyan::corpus::{Corpus, Decision};
use chengyan::places::Level;
use chengyan::report::{View, report};
use chengyan::words::{Dictionary, StopWords};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

#[path = "cli/formats.rs"]
mod formats;

const NEWS: &str =
    "来源:某某日报\n2019-03-01 11:32\n德州市：抓項目\n德州市抓項目，看<b>項目</b>。\n責任編輯：某某\n";

/// A folder of this test's own, with the files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("the file can be written");
    }
    folder
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chengyan")).args(arguments).output().expect("the program runs")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

#[test]
fn clean_prints_one_block_a_line() {
    let folder = folder("clean", &[("news.txt", NEWS)]);
    let output = run(&["clean", folder.join("news.txt").to_str().expect("a plain path")]);
    assert_eq!(stdout(&output), "德州市抓项目，看项目。\n");
}

#[test]
fn clean_json_has_blocks_masks_and_edits_with_bytes_of_the_original() {
    let folder = folder("clean-json", &[("news.txt", NEWS)]);
    let all = json(&run(&["clean", "--json", folder.to_str().expect("a plain path")]));
    let document = &all[0];
    let mut want = [
        "file",
        "encoding",
        "encodingGuessed",
        "title",
        "date",
        "source",
        "script",
        "blocks",
        "masks",
        "edits",
        "withheld",
        "notices",
    ];
    want.sort_unstable();
    assert_eq!(keys(document), want);
    assert_eq!((&document["title"], &document["date"]), (&"德州市：抓项目".into(), &"2019-03-01".into()));
    let text = |item: &Value| {
        let [start, end] = ["start", "end"].map(|key| item[key].as_u64().expect("an offset") as usize);
        NEWS[start..end].to_owned()
    };
    assert_eq!(text(&document["blocks"][0]), "德州市抓項目，看<b>項目</b>。");
    let masks: Vec<_> =
        document["masks"].as_array().expect("a list").iter().map(|m| m["kind"].clone()).collect();
    assert_eq!(masks, ["source-line", "date-line", "title", "html-tag", "html-tag", "editor-credit"]);
    let edit = &document["edits"][0];
    assert_eq!((text(edit).as_str(), &edit["text"], &edit["kind"]), ("項", &"项".into(), &"simplify".into()));
}

#[test]
fn the_encoding_is_found_out_unless_it_is_given() {
    let folder = folder("encoding", &[]);
    let file = folder.join("gbk.txt");
    // 德州抓产业，产业发展。
    let gbk = b"\xb5\xc2\xd6\xdd\xd7\xa5\xb2\xfa\xd2\xb5\xa3\xac\xb2\xfa\xd2\xb5\xb7\xa2\xd5\xb9\xa1\xa3";
    fs::write(&file, gbk).expect("the file can be written");
    let file = file.to_str().expect("a plain path");
    let document = &json(&run(&["clean", "--json", file]))[0];
    assert_eq!((&document["encoding"], &document["encodingGuessed"]), (&"gb18030".into(), &true.into()));
    assert_eq!(document["blocks"][0]["text"], "德州抓产业，产业发展。");
    let named = &json(&run(&["clean", "--json", "--encoding", "Big5", file]))[0];
    assert_eq!((&named["encoding"], &named["encodingGuessed"]), (&"big5".into(), &false.into()));
    for command in ["clean", "segment", "places", "report"] {
        assert!(run(&[command, "--encoding", "gbk", file]).status.success(), "{command}");
    }
    assert_eq!(stdout(&run(&["segment", "--raw", file])), "德州 抓 产业 ， 产业 发展 。\n");
    let wrong = run(&["report", "--encoding", "klingon", file]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("utf-8, gb18030, big5"));
}

#[test]
fn segment_prints_tokens_with_spaces() {
    let folder = folder("segment", &[("news.txt", NEWS)]);
    let file = folder.join("news.txt");
    let file = file.to_str().expect("a plain path");
    assert_eq!(stdout(&run(&["segment", file])), "德州市 抓 项目 ， 看 项目 。\n");
    let raw = stdout(&run(&["segment", "--raw", "--no-hmm", file]));
    assert_eq!(raw.lines().count(), NEWS.lines().count(), "one line for each line");
    assert!(raw.starts_with("来源 : 某某 日报\n"), "{raw}");
}

#[test]
fn places_json_gives_each_block_its_codes_status_and_reason() {
    let folder = folder("places", &[("a.txt", NEWS), ("b.txt", "会议讲话\n今年我们抓项目，明年也抓项目。")]);
    let all = json(&run(&["places", "--json", folder.to_str().expect("a plain path")]));
    let (known, unknown) = (&all[0]["blocks"][0], &all[1]["blocks"][0]);
    assert_eq!(keys(known), ["places", "reason", "status", "suggested", "text"]);
    assert_eq!((&known["places"][0], &known["status"]), (&"371400".into(), &"about".into()));
    assert_eq!(
        (unknown["places"].as_array().map(Vec::len), &unknown["status"]),
        (Some(0), &"unknown".into())
    );
}

#[test]
fn report_json_is_one_line_and_the_level_is_obeyed() {
    let folder = folder("report", &[("a.txt", NEWS)]);
    for (level, key) in [("county", "371400"), ("prefecture", "371400"), ("province", "370000")] {
        let output = run(&["report", "--json", "--level", level, folder.to_str().expect("a plain path")]);
        assert_eq!(json(&output)["columns"][0]["key"], key);
        assert!(stdout(&output).ends_with("}\n") && stdout(&output).lines().count() == 1);
    }
}

#[test]
fn report_gives_what_each_place_says_more_and_set_words_only_if_asked() {
    let (own, set) = (["铝业"; 8].join("、抓"), ["推进"; 9].join("、"));
    let binzhou = format!("滨州市抓{own}，{set}。滨州市建设富强滨州，富强滨州。滨州市抓项目。");
    let liaocheng = format!("聊城市抓{}。聊城市抓项目。", ["高铁"; 10].join("、抓"));
    let folder = folder("leading", &[("a.txt", &binzhou), ("b.txt", &liaocheng)]);
    let path = folder.to_str().expect("a plain path");
    let lines = |arguments: &[&str]| -> Vec<String> {
        let text = stdout(&run(&[&["report", "--leading", "3"], arguments, &[path]].concat()));
        text.lines().map(|line| line.trim().to_owned()).collect()
    };
    let words = |line: &str| -> Vec<String> {
        line.split("  ").map(|word| word.split(' ').next().unwrap_or_default().to_owned()).collect()
    };
    let all = lines(&["--set-words"]);
    assert!(all[0].starts_with("聊城市 (") && all[2].starts_with("滨州市 ("), "{all:?}");
    assert_eq!(words(&all[3]), ["推进", "铝业"], "what stands once is no lead, a place's own name is none");
    assert_eq!(words(&all[1]), ["高铁"]);
    assert!(all[4].starts_with("* beyond chance"), "{all:?}");
    assert!(all[2].ends_with("too little text to be judged)"), "{all:?}");
    assert!(all[5].starts_with("set words of reports (推进") && all[5].ends_with("in all totals, shown"));
    let usual = lines(&[]);
    assert_eq!(words(&usual[3]), ["铝业"]);
    assert_eq!(usual[2], all[2], "a place has as many words either way");
    assert!(usual[5].contains("not shown (--set-words shows them)"), "{usual:?}");
}

/// The words in which the four cities of tests/cases/distinctive lead, which were written to be read.
#[test]
fn leading_words_are_no_set_words_no_names_and_no_halves() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/distinctive");
    let text = stdout(&run(&["report", "--leading", "10", path]));
    let words = text.lines().filter(|line| line.starts_with("  "));
    let words = words.flat_map(|line| line.trim().split("  ").filter_map(|word| word.split(' ').next()));
    let words: Vec<&str> = words.collect();
    for own in ["螺蛳粉", "脐橙", "绿电", "家纺"] {
        assert!(words.contains(&own), "{own}: {words:?}");
    }
    let wrong = ["螺蛳", "白鹤", "白鹤湾", "会议", "报告", "全市", "市委", "包钢", "启明", "南康", "东盟"];
    assert!(!words.iter().any(|word| wrong.contains(word)), "{words:?}");
}

#[test]
fn phrases_are_ranked_and_say_why() {
    let folder =
        folder("phrases", &[("a.txt", "德州市推行“河畔书屋”。\n滨州市也推行“河畔书屋”，他说“好得很”。")]);
    let all = json(&run(&["phrases", folder.to_str().expect("a plain path")]));
    let first = &all[0];
    assert_eq!(
        (&first["phrase"], &first["why"], &first["taken"]),
        (&"河畔书屋".into(), &"quoted".into(), &true.into())
    );
    assert_eq!((&first["n"], &first["nMarked"], &first["nDocuments"]), (&2.into(), &2.into(), &1.into()));
    let example = &first["example"];
    let [start, end] = ["start", "end"].map(|key| example[key].as_u64().expect("an offset") as usize);
    let text: Vec<char> = example["text"].as_str().expect("a sentence").chars().collect();
    assert_eq!(text[start..end].iter().collect::<String>(), "河畔书屋");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_go_on() {
    let folder = folder("missing", &[("a.txt", NEWS)]);
    let (here, gone) = (folder.join("a.txt"), folder.join("gone.txt"));
    let output = run(&["clean", gone.to_str().expect("a plain path"), here.to_str().expect("a plain path")]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("gone.txt: "));
    assert_eq!(stdout(&output).lines().count(), 1);
    assert!(
        !run(&["clean", gone.to_str().expect("a plain path")]).status.success(),
        "none could be analysed"
    );
}

#[test]
fn the_cleaned_text_and_the_receipt_are_written_for_other_programs() {
    let folder =
        folder("receipt", &[("news.txt", NEWS), ("=sum.txt", "德州\n抓项目，抓\"产业\"。\n來源:a\n")]);
    let news = folder.join("news.txt");
    let news = news.to_str().expect("a plain path");
    assert_eq!(stdout(&run(&["clean", "--text", news])), stdout(&run(&["clean", news])));
    let receipt = json(&run(&["clean", "--receipt", "json", news]));
    assert_eq!(receipt["schema"], 1);
    let document = &receipt["documents"][0];
    let change = &document["changes"][0];
    assert_eq!(keys(change), ["after", "before", "end", "how", "kind", "line", "start", "undone"]);
    assert_eq!((&change["kind"], &change["before"]), (&"source-line".into(), &"来源:某某日报".into()));
    let lines: Vec<_> =
        document["changes"].as_array().expect("a list").iter().map(|change| &change["line"]).collect();
    assert_eq!(lines, [1, 2, 3, 4, 4, 4, 4, 5]);
    assert_eq!(
        keys(&document["blocks"][0]),
        ["assigned", "end", "places", "reason", "role", "start", "status", "suggested"]
    );
    let csv = stdout(&run(&["clean", "--receipt", "csv", folder.to_str().expect("a plain path")]));
    let rows: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(rows[0], "\u{feff}file,line,start,end,how,kind,before,after,undone");
    assert!(csv.contains("receipt/news.txt,1,0,19,mask,source-line,来源:某某日报,,no\r\n"), "{csv}");
    assert!(rows[1].starts_with("receipt/=sum.txt,3,"), "{csv}");
    let clash = run(&["clean", "--json", "--receipt", "csv", news]);
    assert_eq!(clash.status.code(), Some(2));
}

#[test]
fn a_workspace_gives_what_the_page_shows() {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::built_in());
    let id = corpus.add("news.txt", NEWS.as_bytes()).expect("it is small").id;
    let title = Decision::UndoKind { kind: "title".to_owned() };
    corpus.decide(id, &title).expect("the kind is known");
    corpus.set_phrases(true);
    let view = View { level: Level::Province, ..View::default() };
    let workspace = corpus.workspace(view).to_json();
    let folder = folder("workspace", &[("w.json", &workspace), ("broken.json", "{}")]);
    let path = folder.join("w.json");
    let path = path.to_str().expect("a plain path");
    let want = report(&corpus, &view).expect("there is a dictionary").to_json();
    assert_eq!(stdout(&run(&["report", "--json", "--workspace", path])), want);
    let county = json(&run(&["report", "--json", "--level", "county", "--workspace", path]));
    assert_eq!(county["columns"][0]["key"], "371400");
    assert_eq!(stdout(&run(&["clean", "--workspace", path])), "德州市：抓项目\n德州市抓项目，看项目。\n");
    let receipt = json(&run(&["clean", "--receipt", "json", "--workspace", path]));
    let undone = |change: &&Value| change["undone"] == true;
    let changes = receipt["documents"][0]["changes"].as_array().expect("a list");
    assert_eq!(changes.iter().filter(undone).count(), 1);
    let broken = run(&["report", "--workspace", folder.join("broken.json").to_str().expect("a plain path")]);
    assert!(!broken.status.success());
    assert!(String::from_utf8_lossy(&broken.stderr).contains("broken.json: the workspace cannot be read"));
}

#[test]
fn reprints_are_named_and_count_once_or_each() {
    let text = format!("{NEWS}德州市抓项目，看项目，服务企业，还要修水利。\n");
    let folder = folder("reprints", &[("a.txt", &text), ("b.txt", &text)]);
    let folder = folder.to_str().expect("a plain path");
    let summary = stdout(&run(&["report", folder]));
    assert!(summary.contains("prints the same as") && summary.contains("; counted once"), "{summary}");
    let n_words =
        |flag: &str| json(&run(&["report", "--json", "--reprints", flag, folder]))["nWords"].as_u64();
    assert_eq!(n_words("all"), n_words("once").map(|n| 2 * n));
    assert_eq!(run(&["report", "--reprints", "twice", folder]).status.code(), Some(2));
}

#[test]
fn compare_says_where_there_is_too_little_text_and_has_the_documented_shape() {
    let folder = folder("compare", &[("news.txt", NEWS)]);
    let path = folder.to_str().expect("a plain path");
    assert!(stdout(&run(&["compare", path])).contains("too little text to be compared"));
    let all = json(&run(&["compare", "--json", path]));
    let mut want = ["cities", "shared", "pairs", "words", "nTests", "nDraws", "minWords", "minBlocks"];
    want.sort_unstable();
    let mut have = keys(&all);
    have.sort_unstable();
    assert_eq!(have, want);
    assert_eq!((&all["cities"][0]["key"], &all["cities"][0]["isEnough"]), (&"371400".into(), &false.into()));
}

#[test]
fn concordance_prints_a_use_a_line_and_has_the_documented_shape() {
    let folder = folder("concordance", &[("news.txt", NEWS)]);
    let path = folder.to_str().expect("a plain path");
    let lines = stdout(&run(&["concordance", "项目", "--sort", "right", path]));
    let lines: Vec<&str> = lines.lines().map(|line| line.trim_start_matches('\u{3000}')).collect();
    let want = [
        "德州市抓项目，看  项目  。\t德州市\t2019-03-01\tconcordance/news.txt",
        "德州市抓  项目  ，看项目。\t德州市\t2019-03-01\tconcordance/news.txt",
        "2 of 2 uses of 项目",
    ];
    assert_eq!(lines, want);
    let all = json(&run(&["concordance", "项目", "--json", "-n", "1", "--until", "2019", path]));
    let have: Vec<_> = ["n", "nChosen", "offset"].iter().map(|key| all[key].as_u64()).collect();
    assert_eq!(have, [Some(2), Some(2), Some(0)]);
    assert_eq!(all["lines"].as_array().map(Vec::len), Some(1));
    let mut want = [
        "document", "title", "file", "date", "column", "block", "role", "speaker", "before", "keyword",
        "after", "tone", "start", "end", "link",
    ];
    want.sort_unstable();
    let mut have = keys(&all["lines"][0]);
    have.sort_unstable();
    assert_eq!(have, want);
    assert_eq!(all["choices"]["dates"][0]["value"], "2019-03-01");
    assert_eq!(run(&["concordance", "项目", "--sort", "size", path]).status.code(), Some(2));
}

#[test]
fn dispersion_prints_a_strip_for_each_place_and_has_the_documented_shape() {
    let folder = folder("dispersion", &[("news.txt", NEWS)]);
    let path = folder.to_str().expect("a plain path");
    let lines = stdout(&run(&["dispersion", "项目", path]));
    assert!(lines.contains("德州市\n") && lines.contains("2 of "), "{lines}");
    assert!(lines.ends_with("项目: 2 uses; 0 is even, 1 in one place\n"), "{lines}");
    let all = json(&run(&["dispersion", "项目", "--json", path]));
    let mut have = keys(&all["cities"][0]);
    have.sort_unstable();
    let want = ["dispersion", "documents", "isEnough", "key", "nBlocks", "nWords", "name", "uses"];
    assert_eq!((have, &all["n"]), (want.to_vec(), &2.into()));
}

#[test]
fn themes_refuse_to_rank_too_little_text_and_obey_a_sheet_of_ones_own() {
    let folder = folder("themes", &[("news.txt", NEWS), ("own.sheet", "= deeds 作为\n抓项目\n")]);
    let path = |file: &str| folder.join(file).to_str().expect("a plain path").to_owned();
    let news = path("news.txt");
    let summary = stdout(&run(&["themes", &news]));
    assert!(summary.contains("never performance") && summary.contains("not ranked, too little text"));
    let all = json(&run(&["themes", "--json", &news]));
    assert_eq!(keys(&all), ["cities", "minBlocks", "minWords", "nDraws", "themes"]);
    let cell = &all["themes"][1]["cells"][0];
    assert_eq!((&cell["n"], &cell["ranks"]), (&2.into(), &Value::Null));
    let want =
        ["finding", "n", "nBlocks", "q", "ranks", "rate", "rateInterval", "share", "shareInterval", "terms"];
    assert_eq!(keys(cell), want);
    let own = json(&run(&["themes", "--json", "--sheet", &path("own.sheet"), &news]));
    assert_eq!((&own["themes"][0]["name"], &own["themes"][0]["n"]), (&"作为".into(), &1.into()));
    let found = json(&run(&["themes", "--sentences", "projects", &news]));
    assert_eq!((&found["n"], &found["terms"][0]["term"]), (&2.into(), &"项目".into()));
    assert!(!run(&["themes", "--sentences", "nothing", &news]).status.success());
}

#[test]
fn shared_wording_and_change_are_printed_to_read_and_as_json() {
    let shared = "要把每一条路修到村口，把每一盏灯点亮。";
    let text = |date: &str, city: &str| format!("---\ndate: {date}\n---\n{city}{shared}{city}抓项目。\n");
    let texts = [text("2018-03-01", "德州"), text("2019-03-01", "滨州"), text("2019-05-01", "德州市")];
    let files = ["a.md", "b.md", "c.md"].into_iter().zip(texts.iter().map(String::as_str));
    let folder = folder("passages", &files.collect::<Vec<_>>());
    let folder = folder.to_str().expect("a plain path");
    let summary = stdout(&run(&["passages", folder]));
    assert!(summary.contains("17 letters, 2 places") && summary.contains("who had it first is not known"));
    let all = json(&run(&["passages", "--json", "-n", "0", folder]));
    assert_eq!(keys(&all), ["cities", "minLetters", "nRuns", "runs"]);
    assert_eq!((&all["nRuns"], &all["runs"]), (&1.into(), &Value::Array(Vec::new())));
    let summary = stdout(&run(&["change", folder]));
    assert!(summary.contains("371400 德州市  2 documents, 2 with a date: two periods"), "{summary}");
    assert!(summary.contains("too little text: counts only"), "{summary}");
    let all = json(&run(&["change", "--json", "--city", "371600", folder]));
    assert_eq!(all["place"], Value::Null, "滨州 has one date");
}
