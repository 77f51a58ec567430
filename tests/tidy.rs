//! The layout keeps its promises: which room may know which, how long files are, what the page may
//! not contain. It reads the sources as text, so it sees every line, built or not.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Longer files are split, or their tables move to data/.
const MAX_LINES: usize = 450;

/// Each room of src/ and the rooms it may import. A room that is not named here may not exist.
const ARROWS: [(&str, &[&str]); 10] = [
    ("text", &["error", "order"]),
    ("intake", &["error", "order", "text"]),
    ("places", &["error", "order", "text"]),
    ("words", &["error", "order", "text"]),
    ("pledges", &["error", "order", "text"]),
    ("stats", &["order"]),
    ("cloud", &["order"]),
    ("corpus", &["error", "order", "text", "intake", "places", "words", "pledges", "stats"]),
    ("report", &["error", "order", "text", "intake", "places", "words", "pledges", "stats", "corpus"]),
    (
        "wasm",
        &[
            "error", "order", "text", "intake", "places", "words", "pledges", "stats", "cloud", "corpus",
            "report",
        ],
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder of the checkout, sorted; none if there is no such folder.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    // wasm-bindgen writes there.
    found.retain(|path| !path.starts_with(root().join("www/pkg")));
    found.sort();
    found
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|extension| extensions.iter().any(|known| extension == *known))
}

fn read(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).expect("the file was just listed")).into_owned()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The lines of a source that are not comments, with their numbers.
fn code(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_comment =
        |line: &str| ["//", "/*", "*", "<!--"].iter().any(|mark| line.trim_start().starts_with(mark));
    source.lines().enumerate().filter(move |(_, line)| !is_comment(line)).map(|(at, line)| (at + 1, line))
}

/// The rooms that a room's sources name: `crate::x`, `crate::{x, y::z}`, and the same by `super`.
fn imports(source: &str, is_room_itself: bool) -> BTreeSet<String> {
    let text: String = code(source).flat_map(|(_, line)| [line, "\n"]).collect();
    let to_root = if is_room_itself { "super::" } else { "super::super::" };
    let mut found = BTreeSet::new();
    for prefix in ["crate::", to_root] {
        for (at, _) in text.match_indices(prefix) {
            // `$crate::` and `some_crate::` are other things; `super::super::` is looked for as a whole.
            if text[..at].ends_with(|c: char| c == '_' || c == ':' || c.is_alphanumeric()) {
                continue;
            }
            let rest = &text[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(heads(group)),
                None => found.extend(name(rest)),
            }
        }
    }
    found
}

/// The identifier that a text begins with.
fn name(text: &str) -> Option<String> {
    let name: String = text.trim_start().chars().take_while(|c| *c == '_' || c.is_alphanumeric()).collect();
    (!name.is_empty()).then_some(name)
}

/// The first names of a group's members, up to the brace that ends it.
fn heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut found: Vec<String> = name(group).into_iter().collect();
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => found.extend(name(&group[at + 1..])),
            _ => {}
        }
    }
    found
}

fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn imports_are_read_in_every_form() {
    let cases = [
        ("use crate::text::Span;", false, vec!["text"]),
        ("use crate::{text::{Span, Edit}, words};", false, vec!["text", "words"]),
        ("let x = crate::stats::log_likelihood(1);", false, vec!["stats"]),
        ("//! See [`crate::report`].", false, vec![]),
        ("use super::words;", true, vec!["words"]),
        ("use super::super::words;", false, vec!["words"]),
        ("use super::words;", false, vec![]),
    ];
    for (source, is_room_itself, expected) in cases {
        let expected: BTreeSet<String> = expected.into_iter().map(String::from).collect();
        assert_eq!(imports(source, is_room_itself), expected, "{source}");
    }
}

#[test]
fn rooms_import_only_what_the_arrows_allow() {
    let rooms: BTreeSet<&str> = ARROWS.iter().map(|(room, _)| *room).chain(["error", "order"]).collect();
    let mut faults = Vec::new();
    for (room, allowed) in ARROWS {
        for path in files(&format!("src/{room}")).iter().filter(|path| has_extension(path, &["rs"])) {
            for other in imports(&read(path), path.ends_with("mod.rs")) {
                let is_arrow = other != room && rooms.contains(other.as_str());
                if is_arrow && !allowed.contains(&other.as_str()) {
                    faults.push(format!("{} imports {other}", shown(path)));
                }
            }
        }
    }
    assert_none(&faults, "an arrow points the wrong way");
}

#[test]
fn every_room_has_its_arrows_stated_here() {
    let mut faults = Vec::new();
    for entry in fs::read_dir(root().join("src")).expect("src is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && name != "bin" && ARROWS.iter().all(|(room, _)| *room != name) {
            faults.push(name);
        }
    }
    assert_none(&faults, "rooms of src/ without arrows");
}

#[test]
fn no_source_is_too_long_to_read_in_one_go() {
    let mut faults = Vec::new();
    for path in files("src").into_iter().chain(files("www")).chain(files("xtask")).chain(files("formats")) {
        let n_lines = read(&path).lines().count();
        if has_extension(&path, &["rs", "js", "mjs", "ts", "css", "html"]) && n_lines > MAX_LINES {
            faults.push(format!("{}: {n_lines} lines", shown(&path)));
        }
    }
    assert_none(&faults, &format!("files of more than {MAX_LINES} lines"));
}

#[test]
fn every_table_in_data_is_listed_with_its_source() {
    let list = fs::read_to_string(root().join("data/README.md")).expect("data/README.md is there");
    let mut faults = Vec::new();
    for path in files("data") {
        let name = shown(&path).replace("\\", "/");
        let in_data = name.trim_start_matches("data/");
        // A folder of like tables is listed once, as `stop/`.
        let folder = in_data.rfind('/').map(|end| &in_data[..=end]);
        let is_listed = list.contains(in_data) || folder.is_some_and(|folder| list.contains(folder));
        if in_data != "README.md" && !is_listed {
            faults.push(name);
        }
    }
    assert_none(&faults, "not in data/README.md");
}

#[test]
fn nothing_in_the_page_needs_a_loose_content_security_policy() {
    let mut faults = Vec::new();
    for path in files("www").iter().filter(|path| has_extension(path, &["html", "js"])) {
        for (at, line) in code(&read(path)) {
            let is_inline =
                line.contains(" style=\"") || line.contains("setAttribute('style'") || has_handler(line);
            if is_inline {
                faults.push(format!("{}:{at}: {}", shown(path), line.trim()));
            }
        }
    }
    assert_none(&faults, "inline styles or handlers");
}

/// Whether a line has an attribute such as ` onclick="…"`.
fn has_handler(line: &str) -> bool {
    line.match_indices(" on").any(|(at, start)| {
        let rest = &line[at + start.len()..];
        let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
        end > 0 && rest[end..].starts_with("=\"")
    })
}

#[test]
fn texts_reach_the_page_as_text_only() {
    let ways_around = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "setHTMLUnsafe"];
    let mut faults = Vec::new();
    for path in files("www").iter().filter(|path| has_extension(path, &["html", "js"])) {
        for (at, line) in code(&read(path)) {
            if ways_around.iter().any(|way| line.contains(way)) {
                faults.push(format!("{}:{at}: {}", shown(path), line.trim()));
            }
        }
    }
    assert_none(&faults, "markup made from strings");
}

#[test]
fn the_top_of_the_checkout_has_what_a_newcomer_looks_for() {
    let expected = [
        "Cargo.toml",
        "Cargo.lock",
        "wasm-pack.toml",
        "package-lock.json",
        "src",
        "www",
        "tests",
        "data",
        "xtask",
        "README.md",
        "README.zh-CN.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        ".ci/run",
    ];
    let mut faults: Vec<String> =
        expected.iter().filter(|name| !root().join(name).exists()).map(|name| name.to_string()).collect();
    let has_licence = fs::read_dir(root())
        .expect("the checkout is there")
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("LICENSE"));
    if !has_licence {
        faults.push("LICENSE".to_owned());
    }
    assert_none(&faults, "not there");
}

/// Runs of 20 Han characters, which a quotation has and a digest does not.
fn runs(text: &str) -> BTreeSet<String> {
    let is_han = |c: &char| matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}');
    text.split(|c: char| !is_han(&c))
        .map(|run| run.chars().collect::<Vec<_>>())
        .flat_map(|run| run.windows(20).map(String::from_iter).collect::<Vec<_>>())
        .collect()
}

#[test]
fn no_sentence_of_the_texts_under_study_is_quoted_anywhere() {
    let seeds = root().join("../shared/seeds");
    if !seeds.is_dir() {
        println!("skipped: the texts under study are not beside this checkout");
        return;
    }
    let mut theirs = BTreeSet::new();
    for entry in fs::read_dir(&seeds).expect("it is a folder").flatten() {
        theirs.extend(runs(&String::from_utf8_lossy(&fs::read(entry.path()).unwrap_or_default())));
    }
    let mut faults = Vec::new();
    let documents = fs::read_dir(root()).expect("the checkout is there").flatten().map(|entry| entry.path());
    let ours = ["src", "formats", "www", "tests", "data", "docs", "xtask"].into_iter().flat_map(files);
    for path in ours.chain(documents.filter(|path| has_extension(path, &["md"]))) {
        if let Some(run) = runs(&read(&path)).intersection(&theirs).next() {
            faults.push(format!("{}: {run}", shown(&path)));
        }
    }
    assert_none(&faults, "sentences of others");
}

/// The variants of an enumeration in a source, as they are written in JSON.
fn kinds(source: &str, name: &str) -> Vec<String> {
    let body = source.split(&format!("pub enum {name} {{")).nth(1).and_then(|rest| rest.split("\n}").next());
    let variants = body.unwrap_or_default().lines().map(str::trim).filter(|line| line.ends_with(','));
    let kebab = |variant: &str| {
        let with_hyphens = variant.trim_end_matches(',').chars().enumerate().flat_map(|(at, c)| {
            let hyphen = (at > 0 && c.is_ascii_uppercase()).then_some('-');
            hyphen.into_iter().chain([c.to_ascii_lowercase()])
        });
        with_hyphens.collect()
    };
    variants.map(kebab).collect()
}

#[test]
fn every_kind_of_cleaning_has_its_words_in_every_language() {
    let draft = read(&root().join("src/text/draft.rs"));
    let notice = read(&root().join("src/text/notice.rs"));
    let mut all =
        [kinds(&draft, "MaskKind"), kinds(&draft, "EditKind"), kinds(&notice, "NoticeKind")].concat();
    assert!(all.len() > 40, "the sources are read rightly: {all:?}");
    all.extend(["withheld-quantity".to_owned(), "withheld-name".to_owned()]);
    let mut faults = Vec::new();
    for language in ["en", "zh-CN", "zh-TW"] {
        let words = read(&root().join(format!("www/i18n/{language}.js")));
        let has =
            |kind: &str| words.contains(&format!(" '{kind}': ")) || words.contains(&format!(" {kind}: "));
        faults.extend(all.iter().filter(|kind| !has(kind)).map(|kind| format!("{language}: {kind}")));
    }
    assert_none(&faults, "the receipt names what was done");
}
