//! What the reader decides about a document: it changes that document and no other, comes back from a file, and what
//! is taken back altogether gives the original.
#![cfg(not(target_arch = "wasm32"))]

use chengyan::corpus::{AssignedTo, ChangePlace, Corpus, Decision, DocumentId, Entry, Workspace};
use chengyan::intake::Encoding;
use chengyan::places::{Code, ReasonKind, Status};
use chengyan::report::{DocumentPart, PieceView, View, document, document_part, next_change, report};
use chengyan::text::{NoticeKind, Role, Span};
use chengyan::words::{Dictionary, StopWords, Words};
use proptest::prelude::*;
use std::collections::BTreeSet;

const DICTIONARY: &str = include_str!("cases/dictionary.txt");

/// Two cities, with a title, a byline, a date, readings, Traditional characters and tags.
const NEWS: &str = "各地：抓項(xiàng)目\n2019-03-01 11:32\n　　德州抓<b>項(xiàng)目</b>。德州要開(kāi)工，抓重點(diǎn)。\n\n\
                    聊城抓產(chǎn)業(yè)。聊城的企業(yè)要發(fā)展。\n今年還要做好服務(wù)。\n責任編輯：某某\n";

fn corpus() -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::from_text(DICTIONARY.as_bytes()).expect("it is well formed"));
    corpus
}

fn with(text: &str) -> (Corpus, DocumentId) {
    let mut corpus = corpus();
    let id = corpus.add("news.txt", text.as_bytes()).expect("it is small").id;
    (corpus, id)
}

fn texts(entry: &Entry) -> Vec<&str> {
    entry.document.blocks.iter().map(|block| block.text()).collect()
}

fn bytes_of(corpus: &Corpus) -> String {
    report(corpus, &View::default()).expect("there is a dictionary").to_json()
}

fn kinds(entry: &Entry) -> Vec<String> {
    let mut kinds: Vec<String> =
        chengyan::corpus::changes(&entry.document).map(|(_, kind)| kind.name()).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

fn undo_all(corpus: &mut Corpus, id: DocumentId) {
    for kind in kinds(corpus.entry(id).expect("it is here")) {
        corpus.decide(id, &Decision::UndoKind { kind }).expect("the kind is known");
    }
}

/// What is no part of a block is white space, and every block is what stands in the original.
fn assert_is_the_original(entry: &Entry) {
    let original = &entry.document.original;
    let mut at = 0;
    for block in &entry.document.blocks {
        assert_eq!(block.text(), block.span().of(original));
        assert!(original[at..block.span().start].trim().is_empty(), "{:?}", &original[at..]);
        at = block.span().end;
    }
    assert!(original[at..].trim().is_empty());
}

fn code(text: &str) -> Code {
    text.parse().expect("six digits")
}

#[test]
fn a_kind_is_taken_back_and_done_again() {
    let (mut corpus, id) = with(NEWS);
    let before = bytes_of(&corpus);
    assert_eq!(texts(corpus.entry(id).expect("it is here"))[0], "德州抓项目。德州要开工，抓重点。");
    let pinyin = Decision::UndoKind { kind: "pinyin".to_owned() };
    let entry = corpus.decide(id, &pinyin).expect("the kind is known");
    assert_eq!(texts(entry)[0], "德州抓项(xiàng)目。德州要开(kāi)工，抓重点(diǎn)。");
    assert_ne!(bytes_of(&corpus), before);
    corpus.decide(id, &Decision::RedoKind { kind: "pinyin".to_owned() }).expect("the kind is known");
    assert_eq!(bytes_of(&corpus), before);
}

#[test]
fn one_place_is_taken_back_and_the_others_stay() {
    let (mut corpus, id) = with(NEWS);
    let start = NEWS.rfind("(xiàng)").expect("it is there");
    let place = ChangePlace { start, end: start + "(xiàng)".len(), kind: "pinyin".to_owned() };
    let entry = corpus.decide(id, &Decision::UndoPlace(place.clone())).expect("it is there");
    assert_eq!(texts(entry)[0], "德州抓项(xiàng)目。德州要开工，抓重点。");
    // All but one: first the kind, then the one is done again.
    corpus.decide(id, &Decision::UndoKind { kind: "pinyin".to_owned() }).expect("the kind is known");
    let entry = corpus.decide(id, &Decision::RedoPlace(place)).expect("it is there");
    assert_eq!(texts(entry)[0], "德州抓项目。德州要开(kāi)工，抓重点(diǎn)。");
    assert!(entry.document.notices.iter().all(|notice| notice.kind != NoticeKind::DecisionLeftOut));
}

#[test]
fn a_masked_line_becomes_a_paragraph() {
    let (mut corpus, id) = with(NEWS);
    let n_blocks = corpus.entry(id).expect("it is here").document.blocks.len();
    let entry = corpus.decide(id, &Decision::UndoKind { kind: "title".to_owned() }).expect("it is known");
    assert_eq!(texts(entry).len(), n_blocks + 1);
    // What else was done in the line stays done.
    assert_eq!((texts(entry)[0], entry.document.blocks[0].role), ("各地：抓项目", Role::Body));
    assert_eq!(entry.attributions.len(), n_blocks + 1);
    assert_eq!(entry.blocks.len(), n_blocks + 1);
}

#[test]
fn all_taken_back_gives_the_original() {
    let (mut corpus, id) = with(NEWS);
    undo_all(&mut corpus, id);
    assert_is_the_original(corpus.entry(id).expect("it is here"));
    let (mut corpus, id) =
        with("---\ntitle: 甲市\ndate: 2019\n---\n# 甲市\n抓<b>落實</b>&amp;項目。<!-- x -->\n");
    undo_all(&mut corpus, id);
    assert_is_the_original(corpus.entry(id).expect("it is here"));
}

#[test]
fn a_paragraph_is_cut_in_two_and_joined_again() {
    let (mut corpus, id) = with(NEWS);
    let before = bytes_of(&corpus);
    let at = NEWS.find("德州要").expect("it is there");
    let entry = corpus.decide(id, &Decision::Split { at }).expect("it can be cut");
    assert_eq!(texts(entry)[..2], ["德州抓项目。", "德州要开工，抓重点。"]);
    corpus.decide(id, &Decision::Merge { at }).expect("it can be joined");
    assert_eq!(bytes_of(&corpus), before);
    assert!(corpus.decisions().documents.is_empty(), "nothing is decided any more");

    let at = NEWS.find("今年").expect("it is there");
    let entry = corpus.decide(id, &Decision::Merge { at }).expect("it can be joined");
    assert_eq!(texts(entry)[1], "聊城抓产业。聊城的企业要发展。今年还要做好服务。");
    corpus.decide(id, &Decision::Split { at }).expect("it can be cut");
    assert_eq!(bytes_of(&corpus), before);
    for at in [NEWS.find("à").expect("there"), 1, NEWS.len() + 7] {
        let error = corpus.decide(id, &Decision::Split { at }).map(drop).expect_err("it cannot be cut there");
        assert_eq!(error.code(), "bad-decision");
    }
}

#[test]
fn an_assigned_paragraph_counts_for_its_place_and_keeps_to_itself() {
    let (mut corpus, id) = with(NEWS);
    let places = |entry: &Entry| -> Vec<String> {
        entry.attributions.iter().map(|one| one.places.iter().map(ToString::to_string).collect()).collect()
    };
    let before = places(corpus.entry(id).expect("it is here"));
    assert_eq!(before, ["371400", "371500", "371500"]);
    let span = corpus.entry(id).expect("it is here").document.blocks[1].span();
    let to = |to| Decision::Assign { blocks: vec![span], to };
    let entry = corpus.decide(id, &to(Some(AssignedTo::Place(code("371402"))))).expect("it is there");
    assert_eq!(places(entry), ["371400", "371402", "371500"]);
    assert_eq!(entry.attributions[1].reason.kind, ReasonKind::Assigned);
    let entry = corpus.decide(id, &to(Some(AssignedTo::Several))).expect("it is there");
    assert_eq!(entry.attributions[1].status, Status::Several);
    // A cut leaves both parts with what was said of the whole.
    let at = NEWS.find("聊城的企").expect("it is there");
    let entry = corpus.decide(id, &Decision::Split { at }).expect("it can be cut");
    assert_eq!(
        (entry.attributions[1].status, entry.attributions[2].status),
        (Status::Several, Status::Several)
    );
    corpus.decide(id, &Decision::Merge { at }).expect("it can be joined");
    let entry = corpus.decide(id, &to(None)).expect("it is there");
    assert_eq!(places(entry), before);
    let nowhere = Decision::Assign { blocks: vec![Span::new(0, 1)], to: Some(AssignedTo::Unknown) };
    assert_eq!(corpus.decide(id, &nowhere).map(drop).expect_err("no paragraph").code(), "bad-decision");
    let no_place = to(Some(AssignedTo::Place(code("999999"))));
    assert_eq!(corpus.decide(id, &no_place).map(drop).expect_err("no such place").code(), "bad-decision");
}

#[test]
fn a_suggestion_counts_once_the_reader_agrees() {
    let text =
        "全市今年修路三百公里。\n兰山、罗庄要先动，莒南和兰陵跟上，河东的桥月底合龙。\n谁慢谁上台说清楚。";
    let (mut corpus, id) = with(text);
    let entry = corpus.entry(id).expect("it is here");
    let n_suggested = entry.attributions.iter().filter(|one| one.status == Status::Suggested).count();
    let linyi = code("371300");
    let is_linyi = |entry: &Entry| entry.attributions.iter().filter(|one| one.places == [linyi]).count();
    assert!(n_suggested > 0 && is_linyi(entry) == 0);
    let entry = corpus.decide(id, &Decision::Confirm { place: linyi }).expect("it is suggested");
    assert_eq!(is_linyi(entry), n_suggested);
    assert!(bytes_of(&corpus).contains(r#""key":"371300""#));
}

#[test]
fn every_step_can_be_taken_back_and_done_again() {
    let (mut corpus, id) = with(NEWS);
    let mut seen = vec![bytes_of(&corpus)];
    let at = NEWS.find("德州要").expect("it is there");
    for decision in [
        Decision::UndoKind { kind: "title".to_owned() },
        Decision::Split { at },
        Decision::Merge { at: NEWS.find("今年").expect("it is there") },
    ] {
        corpus.decide(id, &decision).expect("it fits");
        seen.push(bytes_of(&corpus));
    }
    for want in seen.iter().rev().skip(1) {
        assert_eq!(corpus.undo(), Some(id));
        assert_eq!(bytes_of(&corpus), *want);
    }
    assert_eq!((corpus.undo(), corpus.steps()), (None, (false, true)));
    for want in &seen[1..] {
        assert_eq!(corpus.redo(), Some(id));
        assert_eq!(bytes_of(&corpus), *want);
    }
    assert_eq!(corpus.redo(), None);
}

/// Decisions of each kind about the news.
fn decide_much(corpus: &mut Corpus, id: DocumentId) {
    let start = NEWS.find("(diǎn)").expect("it is there");
    let place = ChangePlace { start, end: start + "(diǎn)".len(), kind: "pinyin".to_owned() };
    for decision in [
        Decision::UndoKind { kind: "title".to_owned() },
        Decision::UndoPlace(place),
        Decision::Split { at: NEWS.find("德州要").expect("it is there") },
        Decision::Merge { at: NEWS.find("今年").expect("it is there") },
    ] {
        corpus.decide(id, &decision).expect("it fits");
    }
    let span = corpus.entry(id).expect("it is here").document.blocks[1].span();
    let to = Some(AssignedTo::Place(code("371402")));
    corpus.decide(id, &Decision::Assign { blocks: vec![span], to }).expect("it fits");
}

#[test]
fn a_workspace_comes_back_with_the_same_report_and_the_same_bytes() {
    let (mut corpus, id) = with(NEWS);
    // 德州抓产业，产业发展。
    let gbk = b"\xb5\xc2\xd6\xdd\xd7\xa5\xb2\xfa\xd2\xb5\xa3\xac\xb2\xfa\xd2\xb5\xb7\xa2\xd5\xb9\xa1\xa3";
    corpus.add("gbk.txt", gbk).expect("it is small");
    let big5 = corpus.add_as("big5.txt", gbk, Some(Encoding::Big5)).expect("it is small").id;
    corpus.add("mark.txt", "\u{feff}聊城抓项目。".as_bytes()).expect("it is small");
    decide_much(&mut corpus, id);
    corpus.set_words(Words { join: vec!["产业发展".to_owned()], ..Words::default() });
    let county = View { level: chengyan::places::Level::County, ..View::default() };
    let saved = corpus.workspace(county).to_json();
    for is_there_a_dictionary_first in [true, false] {
        let mut other = Corpus::new(StopWords::built_in());
        let dictionary = || Dictionary::from_text(DICTIONARY.as_bytes()).expect("it is well formed");
        if is_there_a_dictionary_first {
            other.set_dictionary(dictionary());
        }
        let workspace = Workspace::<View>::from_json(&saved).expect("it was just written");
        assert_eq!(workspace.view, county);
        let mut told = Vec::new();
        assert_eq!(other.open(workspace, |n_done, n, file| told.push((n_done, n, file.to_owned()))), []);
        assert_eq!((told.len(), told[1].clone()), (4, (1, 4, "gbk.txt".to_owned())));
        if !is_there_a_dictionary_first {
            other.set_dictionary(dictionary());
        }
        assert_eq!(bytes_of(&other), bytes_of(&corpus));
        assert_eq!(other.entry(big5).expect("it is here").document.encoding, Encoding::Big5);
        assert_eq!(other.workspace(county).to_json(), saved);
        assert_eq!((other.awaited(), other.words()), (vec![], corpus.words()));
    }
}

#[test]
fn a_decision_that_does_not_fit_is_told_and_kept() {
    let (mut corpus, id) = with(NEWS);
    decide_much(&mut corpus, id);
    // The same decisions about another text, as after a change of the rules.
    let moved = corpus.decisions().to_json();
    let (mut other, other_id) = with("今年的任务很重。\n服务要做好。");
    let moved = moved.replace(&id.to_string(), &other_id.to_string());
    other.set_decisions(chengyan::corpus::Decisions::from_json(&moved).expect("it was just written"));
    let entry = other.entry(other_id).expect("it is here");
    let told = entry.document.notices.iter().filter(|notice| notice.kind == NoticeKind::DecisionLeftOut);
    assert_eq!(told.count(), 4, "place, cut, joint and crediting; the kind fits any text");
    assert_eq!(other.decisions().to_json(), moved, "all of it is kept");
    // Decisions about a document that comes later wait for it.
    other.set_decisions(corpus.decisions().clone());
    assert_eq!(other.awaited(), [id]);
    let entry = other.add("news.txt", NEWS.as_bytes()).expect("it is small");
    assert_eq!(texts(entry), texts(corpus.entry(id).expect("it is here")));
}

#[test]
fn rows_read_again_stand_where_they_stood_and_what_was_decided_waits() {
    let files = [("a.txt", "甲"), ("t.csv#2", "朮廓"), ("t.csv#3", "same"), ("b.txt", "乙")];
    let mut corpus = corpus();
    let add = |corpus: &mut Corpus, file: &str, text: &str| {
        corpus.add_as(file, text.as_bytes(), Some(Encoding::Utf8)).expect("it is small").id
    };
    let ids = files.map(|(file, text)| add(&mut corpus, file, text));
    let decision = Decision::Assign { blocks: vec![Span::new(0, 6)], to: Some(AssignedTo::Several) };
    corpus.decide(ids[1], &decision).expect("it is a paragraph");
    let again = [("t.csv#2", "丙"), ("t.csv#3", "same"), ("t.csv#4", "丁")];
    let now = again.map(|(file, text)| add(&mut corpus, file, text));
    corpus.exchange(&ids[1..3], &now);
    let order = |corpus: &Corpus| {
        corpus.entries().iter().map(|entry| entry.document.original.clone()).collect::<Vec<_>>()
    };
    assert_eq!(order(&corpus), ["甲", "丙", "same", "丁", "乙"]);
    let mut at_once = self::corpus();
    for (file, text) in [files[0], again[0], again[1], again[2], files[3]] {
        add(&mut at_once, file, text);
    }
    assert_eq!(bytes_of(&corpus), bytes_of(&at_once));
    assert_eq!(corpus.steps(), (false, false), "the step was about a document that is gone");
    assert_eq!(corpus.decisions().documents.len(), corpus.entries().len() + 1);
    // Back again: the decision was kept.
    let back = [add(&mut corpus, files[1].0, files[1].1), now[1]];
    corpus.exchange(&now, &back);
    assert_eq!(order(&corpus), ["甲", "朮廓", "same", "乙"]);
    assert_eq!(corpus.entry(ids[1]).expect("it is back").n_decisions(), 1);
}

#[test]
fn what_is_no_workspace_is_refused() {
    for (json, why) in [
        ("", "EOF"),
        ("{}", "missing field"),
        (r#"{"chengyan":2,"texts":[]}"#, "version 2"),
        (r#"{"chengyan":1,"texts":[],"decisions":{"schema":2}}"#, "version 2"),
        (r#"{"chengyan":1,"texts":[{"file":"a"}]}"#, "bytes"),
    ] {
        let error = Workspace::<View>::from_json(json).expect_err("it is none");
        assert_eq!(error.code(), "bad-workspace");
        assert!(error.to_string().contains(why), "{error}");
    }
    let json = r#"{"chengyan":1,"texts":[{"file":"a.txt","bytes":"*"},{"file":"b.txt","bytes":"b2s="}]}"#;
    let mut corpus = corpus();
    let left_out = corpus.open(Workspace::<View>::from_json(json).expect("its shape is right"), |_, _, _| {});
    assert_eq!((left_out.len(), corpus.entries().len()), (1, 1));
}

proptest! {
    #[test]
    fn whatever_is_taken_back_altogether_gives_the_original(
        lines in proptest::collection::vec("(<b>|# |項|(xiàng)|項(xiàng)目。|&amp;|記者 甲|抓落實，|責任編輯：甲| |　|\n|x){0,12}", 0..8)
    ) {
        let (mut corpus, id) = with(&lines.join("\n"));
        undo_all(&mut corpus, id);
        assert_is_the_original(corpus.entry(id).expect("it is here"));
    }

    #[test]
    fn cutting_anywhere_keeps_the_text(at in 0usize..400) {
        let (mut corpus, id) = with(NEWS);
        let before = texts(corpus.entry(id).expect("it is here")).concat();
        if let Ok(entry) = corpus.decide(id, &Decision::Split { at }) {
            prop_assert_eq!(texts(entry).concat(), before.clone());
            let entry = corpus.decide(id, &Decision::Merge { at }).expect("it was just cut");
            prop_assert_eq!(texts(entry).concat(), before);
        }
    }
}

/// All parts of a document.
fn parts(corpus: &Corpus, id: DocumentId) -> Vec<DocumentPart> {
    let view = document(corpus, id).expect("it is here");
    let part = |part| document_part(corpus, id, part, &View::default()).expect("it is here");
    (0..view.parts.len()).map(part).collect()
}

fn utf16(text: &str, start: usize, end: usize) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start..end]).expect("offsets stand between characters")
}

#[test]
fn the_parts_of_a_document_tile_its_original() {
    let long = "德州抓項(xiàng)目𠮷。".repeat(3000);
    for text in [NEWS, "", &long, &format!("{NEWS}\n{long}\n{NEWS}"), &"字".repeat(20_000)] {
        let (mut corpus, id) = with(text);
        for kind in [None, Some("simplify"), Some("pinyin"), Some("title")] {
            if let Some(kind) = kind {
                corpus.decide(id, &Decision::UndoKind { kind: kind.to_owned() }).expect("it is known");
            }
            let view = document(&corpus, id).expect("it is here");
            let parts = parts(&corpus, id);
            let whole: String = parts.iter().map(|part| part.text.as_str()).collect();
            assert_eq!(whole, text);
            assert!(parts.iter().all(|part| part.text.len() <= 24 << 10));
            let starts: Vec<usize> = parts.iter().map(|part| part.start).collect();
            assert_eq!((starts, view.end), (view.parts, parts.last().map_or(0, |part| part.end)));
            for kind in &view.kinds {
                let of_kind = |piece: &&PieceView| piece.kind == kind.kind;
                let pieces: BTreeSet<(usize, usize)> = parts
                    .iter()
                    .flat_map(|part| part.pieces.iter().filter(of_kind).map(|piece| (piece.start, piece.end)))
                    .collect();
                let is_simplify = kind.kind == "simplify";
                assert!(pieces.len() == kind.n || is_simplify, "{} {:?}", kind.kind, pieces.len());
            }
        }
    }
}

#[test]
fn changes_are_walked_through_in_both_directions() {
    let (corpus, id) = with(NEWS);
    let next = |from, is_forward| {
        let found = next_change(&corpus, id, Some("pinyin"), from, is_forward).expect("it is here");
        found.map(|piece| (piece.start, utf16(NEWS, piece.start, piece.end)))
    };
    let (mut from, mut seen) = (None, Vec::new());
    while let Some((start, text)) = next(from, true) {
        seen.push(text);
        from = Some(start);
    }
    assert_eq!(seen, ["(xiàng)", "(kāi)", "(diǎn)", "(chǎn)", "(yè)", "(yè)", "(fā)", "(wù)"]);
    assert_eq!(next(None, false).map(|found| found.1).as_deref(), Some("(wù)"));
    assert_eq!(next(Some(0), false), None);
}

#[test]
fn a_reason_says_where_its_words_stand() {
    let (corpus, id) = with(NEWS);
    let parts = parts(&corpus, id);
    let blocks = &parts[0].blocks;
    let words = |block: usize| -> Vec<String> {
        blocks[block].reason.at.iter().map(|at| utf16(NEWS, at.start, at.end)).collect()
    };
    assert_eq!(words(0), ["德州"]);
    assert_eq!(words(1), ["聊城"]);
    assert_eq!(blocks[2].reason.at, blocks[1].reason.at, "it goes on from the one before");
    assert_eq!((blocks[0].column.as_str(), blocks[1].column.as_str()), ("371400", "371500"));
}
