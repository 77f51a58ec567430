//! The command-line program: its shapes are documented and kept.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

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
    assert_eq!(keys(known), ["places", "reason", "status", "text"]);
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
fn phrases_are_ranked_and_say_why() {
    let folder =
        folder("phrases", &[("a.txt", "德州市推行“一窗受理”。\n滨州市也推行“一窗受理”，他说“好得很”。")]);
    let all = json(&run(&["phrases", folder.to_str().expect("a plain path")]));
    let first = &all[0];
    assert_eq!(
        (&first["phrase"], &first["why"], &first["taken"]),
        (&"一窗受理".into(), &"quoted".into(), &true.into())
    );
    assert_eq!((&first["n"], &first["nMarked"], &first["nDocuments"]), (&2.into(), &2.into(), &1.into()));
    let example = &first["example"];
    let [start, end] = ["start", "end"].map(|key| example[key].as_u64().expect("an offset") as usize);
    let text: Vec<char> = example["text"].as_str().expect("a sentence").chars().collect();
    assert_eq!(text[start..end].iter().collect::<String>(), "一窗受理");
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
