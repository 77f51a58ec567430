//! Files that are more than text, as the command line reads them.

use super::{NEWS, folder, json, run, stdout};
use serde_json::Value;
use std::fs;

/// A file of tests/cases/formats.
fn case(name: &str) -> String {
    format!("{}/tests/cases/formats/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Name, place column and date of all documents, from two commands.
fn read(arguments: &[&str]) -> Vec<(String, Vec<String>, String)> {
    let placed = json(&run(&[&["places", "--json"], arguments].concat()));
    let cleaned = json(&run(&[&["clean", "--json"], arguments].concat()));
    let documents = placed.as_array().into_iter().flatten().zip(cleaned.as_array().into_iter().flatten());
    let codes = |document: &Value| {
        let blocks = document["blocks"].as_array().cloned().unwrap_or_default();
        let mut codes: Vec<String> =
            blocks.iter().filter_map(|block| block["places"][0].as_str()).map(str::to_owned).collect();
        codes.dedup();
        codes
    };
    documents
        .map(|(placed, cleaned)| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (text(&placed["file"]), codes(placed), text(&cleaned["date"]))
        })
        .collect()
}

#[test]
fn a_word_document_is_read_with_its_headings() {
    let file = case("report.docx");
    let want = ["371400", "371500"].map(str::to_owned).to_vec();
    assert_eq!(read(&[&file]), [("report.docx".to_owned(), want, String::new())]);
    let text = stdout(&run(&["clean", &file]));
    assert!(text.contains("产业要有后劲。") && !text.contains("渔业"), "{text}");
}

#[test]
fn each_row_of_a_table_is_a_document_with_its_facts() {
    let row = |name: &str, code: &[&str], date: &str| {
        (name.to_owned(), code.iter().map(|code| code.to_string()).collect::<Vec<_>>(), date.to_owned())
    };
    let want = [
        row("table.xlsx#2", &["371400"], "2019-03-01"),
        row("table.xlsx#3", &["371500"], "2019-03-02"),
        row("table.xlsx#4", &[], "2019-03-03"),
    ];
    assert_eq!(read(&[&case("table.xlsx")]), want);
    let gbk = [row("gbk.csv#2", &["371400"], ""), row("gbk.csv#3", &["371500"], "")];
    assert_eq!(read(&[&case("gbk.csv")]), gbk);
    let without = [row("gbk.csv#2", &[], ""), row("gbk.csv#3", &[], "")];
    assert_eq!(read(&["--columns", "text=讲话,city=", &case("gbk.csv")]), without);
    let wrong = run(&["places", "--columns", "text=没有", &case("gbk.csv")]);
    assert!(!wrong.status.success());
    assert!(
        String::from_utf8_lossy(&wrong.stderr)
            .contains("there is no column 没有; there are 编号, 所属, 讲话")
    );
}

#[test]
fn a_table_in_a_wrongly_guessed_encoding_is_read_in_the_one_that_is_given() {
    let folder = folder("table", &[]);
    let file = folder.join("short.csv");
    // city,text and 鄄城,扩厂。
    fs::write(&file, b"city,text\n\xdb\xb2\xb3\xc7,\xc0\xa9\xb3\xa7\xa1\xa3\n")
        .expect("the file can be written");
    let file = file.to_str().expect("a plain path");
    let row = |places: &[&str]| {
        let places = places.iter().map(|code| code.to_string()).collect::<Vec<_>>();
        [("short.csv#2".to_owned(), places, String::new())]
    };
    assert_eq!(read(&[file]), row(&[]));
    assert_eq!(read(&["--encoding", "gbk", file]), row(&["371726"]));
}

#[test]
fn an_archive_is_read_and_what_cannot_be_read_is_named() {
    let file = case("mixed.zip");
    let names: Vec<String> = read(&[&file]).into_iter().map(|document| document.0).collect();
    assert_eq!(names, ["mixed.zip/文件夹/report.docx", "mixed.zip/文件夹/滨州.txt"]);
    let told = String::from_utf8_lossy(&run(&["clean", &file]).stderr).into_owned();
    for part in ["mixed.zip/old.rtf: Rich Text is not read", "mixed.zip/photo.png: a picture"] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn what_is_no_text_is_named_and_not_read() {
    let folder = folder("kinds", &[("a.txt", NEWS)]);
    fs::write(folder.join("b.pdf"), b"%PDF-1.4\n").expect("the file can be written");
    fs::write(folder.join("c.doc"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").expect("the file can be written");
    let output = run(&["clean", folder.to_str().expect("a plain path")]);
    assert_eq!(stdout(&output).lines().count(), 1);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("b.pdf: PDF is read in the page only") && told.contains("c.doc: an office file"),
        "{told}"
    );
}
