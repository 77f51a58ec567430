//! The class that JavaScript sees, in Node and in the browser.
#![cfg(target_arch = "wasm32")]

use chengyan::wasm::Session;
use chengyan::words::encode;
use js_sys::{Array, Float64Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const DICTIONARY: &str = include_str!("cases/dictionary.txt");
const TEXT: &str = include_str!("cases/two_cities.txt");

fn session() -> Session {
    let mut session = Session::new();
    let compact = encode(DICTIONARY.as_bytes()).expect("the dictionary is well formed");
    session.load_dictionary(compact).expect("the dictionary is well formed");
    session.add("two_cities.txt", TEXT.as_bytes(), None, JsValue::UNDEFINED).expect("the file is small");
    session
}

#[wasm_bindgen_test]
fn a_document_that_was_taken_in_is_cut_when_it_is_asked_for() {
    let mut one = session();
    let mut other = Session::new();
    let compact = encode(DICTIONARY.as_bytes()).expect("the dictionary is well formed");
    other.load_dictionary(compact).expect("the dictionary is well formed");
    let id = other.take("two_cities.txt", TEXT.as_bytes(), None, JsValue::UNDEFINED).expect("it is small");
    let summary = other.summary(id).expect("it is there");
    assert!(get(&summary, "nWords").as_f64().is_some_and(|n_words| n_words > 0.0));
    assert_eq!(other.report(JsValue::UNDEFINED), one.report(JsValue::UNDEFINED));
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("results are objects")
}

#[wasm_bindgen_test]
fn the_report_is_the_same_bytes_as_on_the_command_line() {
    let report = session().report(JsValue::UNDEFINED).expect("there is a dictionary");
    assert_eq!(report, include_str!("reports/two_cities.json"));
}

#[wasm_bindgen_test]
fn the_comparison_is_the_same_bytes_as_on_the_command_line() {
    let comparison = session().comparison(JsValue::UNDEFINED).expect("there is a dictionary");
    assert_eq!(comparison, include_str!("reports/two_cities.comparison.json"));
}

#[wasm_bindgen_test]
fn findings_are_tried_under_other_settings_and_nothing_else_changes() {
    let mut session = session();
    let claims = r#"[{"key":"371400","word":"项目","direction":"more"}]"#;
    for setting in [
        "lexicon",
        "unknown-words",
        "found-phrases",
        "cleaning",
        "function-words",
        "genre-words",
        "reprints",
        "reference",
    ] {
        let tried = session.survival(JsValue::UNDEFINED, setting.into(), claims).expect("a good setting");
        assert_eq!(tried, format!("{{\"setting\":\"{setting}\",\"answers\":[\"too-little\"]}}\n"));
    }
    let report = session.report(JsValue::UNDEFINED).expect("there is a dictionary");
    assert_eq!(report, include_str!("reports/two_cities.json"));
    for (setting, claims) in [("no-such-setting", claims), ("lexicon", "{}")] {
        let thrown = session.survival(JsValue::UNDEFINED, setting.into(), claims).expect_err("it is refused");
        assert_eq!(get(&thrown, "code"), "bad-view");
    }
}

#[wasm_bindgen_test]
fn themes_are_the_same_bytes_as_on_the_command_line_and_open_their_sentences() {
    let mut session = session();
    let themes = session.themes(JsValue::UNDEFINED).expect("there is a dictionary");
    assert_eq!(themes, include_str!("reports/two_cities.themes.json"));
    let found = session.theme_sentences("projects", JsValue::UNDEFINED, None);
    let found = found.expect("there is a dictionary");
    assert!(get(&found, "n").as_f64().expect("a number") > 0.0);
    let first = Array::from(&session.theme_sheet().expect("a sheet")).get(0);
    assert_eq!(get(&first, "key"), "industry");
}

#[wasm_bindgen_test]
fn shared_wording_and_one_place_over_time_are_the_same_bytes_as_on_the_command_line() {
    let mut session = session();
    let passages = session.passages(JsValue::UNDEFINED).expect("there is a dictionary");
    assert_eq!(passages, include_str!("reports/two_cities.passages.json"));
    let change = session.over_time(JsValue::UNDEFINED, None).expect("there is a dictionary");
    assert_eq!(change, include_str!("reports/two_cities.change.json"));
}

#[wasm_bindgen_test]
fn usage_counts_words_by_column_as_the_report_does() {
    let words = ["项目", "没有这个词"].map(str::to_owned).to_vec();
    let report =
        JSON::parse(&session().report(JsValue::UNDEFINED).expect("a good view")).expect("valid JSON");
    let columns = Array::from(&get(&report, "columns"));
    let n_of = |column: JsValue| {
        let cloud = Array::from(&get(&column, "cloud")).to_vec();
        let found = cloud.iter().find(|word| get(word, "word") == "项目");
        found.map_or(0, |word| get(word, "n").as_f64().expect("a number") as u32)
    };
    let mut want: Vec<u32> = columns.iter().map(n_of).collect();
    assert!(want.iter().sum::<u32>() > 0);
    want.resize(want.len() * 2, 0);
    assert_eq!(session().usage(words, JsValue::UNDEFINED).expect("a good view"), want);
}

#[wasm_bindgen_test]
fn a_storm_takes_and_gives_typed_arrays() {
    let request = Object::new();
    let set =
        |name: &str, value: &JsValue| Reflect::set(&request, &name.into(), value).expect("a plain object");
    set("boxes", &Float64Array::from(&[2.0, 1.0, 3.0, 1.0][..]).into());
    set("weights", &Float64Array::from(&[10.0, 40.0, 30.0, 0.0][..]).into());
    let fields =
        [("width", 300.0), ("height", 200.0), ("minSize", 10.0), ("maxSize", 40.0), ("padding", 2.0)];
    for (name, value) in fields {
        set(name, &value.into());
    }
    set("nClouds", &3.into());
    let thrown = session().storm(request.clone().into()).expect_err("weights of two clouds");
    assert_eq!(get(&thrown, "code"), "bad-view");
    set("nClouds", &2.into());
    let storm = session().storm(request.clone().into()).expect("a good request");
    let (slots, placed) =
        (Float64Array::from(get(&storm, "slots")), Float64Array::from(get(&storm, "placed")));
    assert_eq!((slots.length(), placed.length()), (10, 12));
    assert_eq!(slots.get_index(0), 0.0, "the heaviest is the most important");
    assert_eq!(
        (placed.get_index(2), placed.get_index(5)),
        (20.0, 40.0),
        "a quarter of the weight, half the size"
    );
    assert_eq!(placed.get_index(11), 0.0, "what a place does not say has no box there");
    assert_eq!(Float64Array::from(get(&storm, "zones")).length(), 0, "no zones were asked for");
    set("zones", &Float64Array::from(&[1.0][..]).into());
    assert_eq!(get(&session().storm(request.clone().into()).expect_err("a zone short"), "code"), "bad-view");
    set("zones", &Float64Array::from(&[1.0, 4.0][..]).into());
    set("headings", &Float64Array::from(&[0.0, 0.0, 30.0, 12.0][..]).into());
    let storm = session().storm(request.clone().into()).expect("a good request");
    let zones = Float64Array::from(get(&storm, "zones"));
    assert_eq!((zones.length(), zones.get_index(0), zones.get_index(5)), (10, 1.0, 4.0));
}

#[wasm_bindgen_test]
fn a_view_is_a_plain_object_and_a_wrong_one_throws_with_a_code() {
    let view = JSON::parse(r#"{"level": "province"}"#).expect("valid JSON");
    assert!(session().report(view).expect("a good view").contains(r#""key":"370000""#));
    let wrong = JSON::parse(r#"{"level": "village"}"#).expect("valid JSON");
    let thrown = session().report(wrong).expect_err("a wrong view");
    assert_eq!(get(&thrown, "code"), "bad-view");
}

#[wasm_bindgen_test]
fn before_a_dictionary_a_report_throws_with_a_code() {
    let thrown = Session::new().report(JsValue::UNDEFINED).expect_err("there is no dictionary");
    assert_eq!(get(&thrown, "code"), "no-dictionary");
}

#[wasm_bindgen_test]
fn sentences_are_plain_objects_with_marks() {
    let found =
        session().sentences("项目", JsValue::UNDEFINED, Some("371400".to_owned())).expect("a good view");
    let sentence = Array::from(&get(&found, "sentences")).get(0);
    let mark = Array::from(&Array::from(&get(&sentence, "marks")).get(0));
    let text = get(&sentence, "text").as_string().expect("a text");
    let units: Vec<u16> = text.encode_utf16().collect();
    let [start, end] = [0, 1].map(|at| mark.get(at).as_f64().expect("an offset") as usize);
    assert_eq!(String::from_utf16_lossy(&units[start..end]), "项目");
    assert!(get(&sentence, "date").is_null(), "what is unknown is null");
}

#[wasm_bindgen_test]
fn lines_of_a_word_are_plain_objects_and_a_wrong_query_throws_with_a_code() {
    let mut session = session();
    let query = JSON::parse(r#"{"sort": "right", "column": "371400", "n": 1}"#).expect("valid JSON");
    let found = session.concordance("项目", JsValue::UNDEFINED, query).expect("a good query");
    let all = session.concordance("项目", JsValue::UNDEFINED, JsValue::UNDEFINED).expect("no query");
    assert_eq!(get(&found, "n"), get(&all, "n"));
    let lines = Array::from(&get(&found, "lines"));
    assert_eq!(lines.length(), 1);
    let id = get(&lines.get(0), "document");
    let of_document = Object::new();
    Reflect::set(&of_document, &"document".into(), &id).expect("a plain object");
    let same = session.concordance("项目", JsValue::UNDEFINED, of_document.into()).expect("a number");
    assert_eq!(get(&same, "nChosen"), get(&all, "n"), "there is one document");
    let wrong = JSON::parse(r#"{"sort": "size"}"#).expect("valid JSON");
    let thrown = session.concordance("项目", JsValue::UNDEFINED, wrong).expect_err("a wrong query");
    assert_eq!(get(&thrown, "code"), "bad-view");
}

#[wasm_bindgen_test]
fn the_company_of_a_word_crosses_as_plain_objects() {
    let mut session = session();
    let found = session.collocates("项目", JsValue::UNDEFINED).expect("a word");
    assert!(get(&found, "nClauses").as_f64() >= get(&found, "n").as_f64());
    assert!(Array::is_array(&get(&found, "words")));
    let none = session.collocate_sentences("项目", "没有", JsValue::UNDEFINED).expect("a pair");
    assert_eq!(get(&none, "n"), 0);
}

#[wasm_bindgen_test]
fn places_of_a_word_are_plain_objects() {
    let found = session().dispersion("项目", JsValue::UNDEFINED).expect("there is a dictionary");
    let cities = Array::from(&get(&found, "cities"));
    let n_uses = |city: JsValue| f64::from(Array::from(&get(&city, "uses")).length());
    assert_eq!(get(&found, "n").as_f64(), Some(cities.iter().map(n_uses).sum::<f64>()));
    let strip = cities.get(0);
    assert_eq!(get(&strip, "isEnough"), JsValue::FALSE);
    assert!(get(&strip, "dispersion").is_null(), "too little text makes no claims");
    let [id, n_words] = [0, 1].map(|at| Array::from(&Array::from(&get(&strip, "documents")).get(0)).get(at));
    assert!(id.as_f64().is_some() && n_words.as_f64() <= get(&strip, "nWords").as_f64());
}

#[wasm_bindgen_test]
fn arbitrary_bytes_never_throw() {
    let mut session = session();
    let mut state = 7u32;
    for length in 0..200 {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        session.add("noise.bin", &bytes, None, JsValue::UNDEFINED).expect("bad text never throws");
    }
    session.report(JsValue::UNDEFINED).expect("there is a dictionary");
}

#[wasm_bindgen_test]
fn a_layout_takes_and_gives_typed_arrays() {
    let request = Object::new();
    let boxes = Float64Array::from(&[2.0, 1.0, 10.0, 3.0, 1.0, 5.0][..]);
    let fields =
        [("width", 300.0), ("height", 200.0), ("minSize", 10.0), ("maxSize", 40.0), ("padding", 2.0)];
    Reflect::set(&request, &"boxes".into(), &boxes).expect("an object takes fields");
    for (name, value) in fields {
        Reflect::set(&request, &name.into(), &value.into()).expect("an object takes fields");
    }
    let layout = session().layout(request.into()).expect("a good request");
    assert_eq!(Float64Array::from(get(&layout, "placed")).length(), 8);
    let thrown = session().layout(Object::new().into()).expect_err("no width");
    assert_eq!(get(&thrown, "code"), "bad-view");
}

#[wasm_bindgen_test]
fn a_document_is_read_part_by_part_in_utf16() {
    let mut session = session();
    let id = get(&Array::from(&session.documents().expect("they are here")).get(0), "id");
    let id = id.as_f64().expect("a number");
    let document = session.document(id).expect("it is here");
    let part = session.document_part(id, 0, JsValue::UNDEFINED).expect("it is here");
    let text = get(&part, "text").as_string().expect("a text");
    assert_eq!(get(&document, "end").as_f64(), Some(text.encode_utf16().count() as f64));
    assert!(Array::from(&get(&part, "blocks")).length() > 0);
    let piece = session.next_change(id, None, -1.0, true).expect("it is here");
    let first = Array::from(&get(&part, "pieces")).get(0);
    assert_eq!(get(&piece, "start"), get(&first, "start"));
}

#[wasm_bindgen_test]
fn decisions_go_into_a_workspace_and_come_back() {
    let mut session = session();
    let id = get(&Array::from(&session.documents().expect("they are here")).get(0), "id");
    let id = id.as_f64().expect("a number");
    let part = session.document_part(id, 0, JsValue::UNDEFINED).expect("it is here");
    let block = Array::from(&get(&part, "blocks")).get(0);
    let [start, end] = ["start", "end"].map(|name| get(&block, name).as_f64().expect("an offset"));
    let assign =
        format!(r#"{{"do":"assign","blocks":[{{"start":{start},"end":{end}}}],"to":{{"place":"371402"}}}}"#);
    session.decide(id, JSON::parse(&assign).expect("valid JSON")).expect("the block is there");
    let wrong = JSON::parse(r#"{"do":"split","at":0}"#).expect("valid JSON");
    assert_eq!(get(&session.decide(id, wrong).expect_err("nothing to cut"), "code"), "bad-decision");
    let report = session.report(JsValue::UNDEFINED).expect("there is a dictionary");
    let saved = session.save(JsValue::UNDEFINED).expect("the view is good");
    assert_eq!(session.undo(), Some(id));
    assert_ne!(session.report(JsValue::UNDEFINED).expect("there is a dictionary"), report);
    assert_eq!(session.redo(), Some(id));
    session.clear();
    let opened = session.load(&saved, None).expect("it was just written");
    assert_eq!(Array::from(&get(&opened, "documents")).length(), 1);
    assert_eq!(session.report(JsValue::UNDEFINED).expect("there is a dictionary"), report);
    assert_eq!(session.bytes(id).expect("it is here"), TEXT.as_bytes());
    assert!(session.receipt("csv", Some(id)).expect("it is here").starts_with('\u{feff}'));
    let thrown = session.load("{}", None).expect_err("no workspace");
    assert_eq!(get(&thrown, "code"), "bad-workspace");
}

#[wasm_bindgen_test]
fn places_are_found_with_their_parents() {
    let found = Array::from(&session().find_places("德城", 5).expect("a list"));
    assert_eq!(get(&found.get(0), "code"), "371402");
    assert_eq!(Array::from(&get(&found.get(0), "parents")).length(), 2);
}

#[wasm_bindgen_test]
fn the_reader_s_words_are_plain_objects_and_their_effect_comes_first() {
    let mut session = session();
    let words =
        || JSON::parse(r#"{"split": [["项", "目"]], "dictionary": "港口 1 2 3"}"#).expect("valid JSON");
    let effect = session.word_effect(words()).expect("there is a dictionary");
    assert!(get(&effect, "nPlaces").as_f64().is_some_and(|n| n > 0.0));
    let problems = Array::from(&session.set_words(words()).expect("a good shape"));
    assert_eq!((problems.length(), get(&problems.get(0), "line")), (1, JsValue::from(1.0)));
    let report = session.report(JsValue::UNDEFINED).expect("there is a dictionary");
    assert!(!report.contains(r#""word":"项目""#));
    let thrown =
        session.set_words(JSON::parse(r#"{"join": 3}"#).expect("valid JSON")).expect_err("a wrong shape");
    assert_eq!(get(&thrown, "code"), "bad-words");
}
