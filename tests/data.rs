//! The tables in data/ keep the promises that their heads and data/README.md make.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};

const CHARACTERS: &str = include_str!("../data/simplify.txt");
const WORDS: &str = include_str!("../data/simplify_words.txt");
const COMMON: &str = include_str!("../data/common_characters.txt");
const PINYIN: &str = include_str!("../data/pinyin.txt");
const READINGS: &str = include_str!("../data/readings.txt");
const BOILERPLATE: &str = include_str!("../data/boilerplate.txt");
const FUNCTION: &str = include_str!("../data/stop/function.txt");
const MEDIA: &str = include_str!("../data/stop/media.txt");
const GENRE: &str = include_str!("../data/stop/genre.txt");
const GAZETTEER: &str = include_str!("../data/gazetteer.tsv");
const COMMON_NAMES: &str = include_str!("../data/places/common_names.tsv");
const CONTEXTS: &str = include_str!("../data/places/contexts.tsv");
const OTHER_NAMES: &str = include_str!("../data/places/other_names.tsv");
const FORMER_NAMES: &str = include_str!("../data/places/former_names.tsv");
const ZONES: &str = include_str!("../data/places/zones.tsv");
const SHORT_PROVINCES: &str = include_str!("../data/places/short_provinces.tsv");
const UNITS: &str = include_str!("../data/units.txt");
const THEMES: &str = include_str!("../data/themes/themes.txt");
const README: &str = include_str!("../data/README.md");

fn entries(table: &str) -> Vec<&str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// Character to character, and whether the line is marked.
fn characters() -> BTreeMap<char, (char, bool)> {
    let pair = |line: &str| {
        let characters: Vec<char> = line.chars().collect();
        assert!(matches!(characters[2..], [] | ['?']), "{line}: two characters and perhaps a mark");
        (characters[0], (characters[1], characters.len() == 3))
    };
    entries(CHARACTERS).into_iter().map(pair).collect()
}

#[test]
fn converting_a_character_keeps_its_length_and_is_done_after_one_step() {
    let map = characters();
    assert_eq!(map.len(), entries(CHARACTERS).len(), "no character stands twice");
    for (from, (to, _)) in &map {
        assert_eq!((from.len_utf8(), to.len_utf8()), (3, 3), "{from}{to}");
        assert!(!map.contains_key(to), "{from}{to}: {to} is converted further");
    }
}

#[test]
fn characters_that_are_good_simplified_ones_are_marked() {
    let map = characters();
    for c in "乾著藉徵瞭夥麽於祇昇甦祕".chars() {
        assert!(map.get(&c).is_some_and(|(_, is_marked)| *is_marked), "{c}");
    }
    for c in "后里干面台松板余沈覆薹着吃群峰床才么".chars() {
        assert!(!map.contains_key(&c), "{c} stays as it is");
    }
}

#[test]
fn common_characters_stand_in_twenty_lines_of_a_hundred_each_once() {
    let lines = entries(COMMON);
    assert_eq!(lines.len(), 20);
    let map = characters();
    let mut seen = BTreeSet::new();
    for line in lines {
        let (simplified, traditional) = line.split_once('\t').expect("two columns");
        assert_eq!(simplified.chars().count(), 100, "{line}");
        assert!(traditional.chars().all(|c| simplified.contains(map[&c].0)), "{traditional}");
        assert!(simplified.chars().chain(traditional.chars()).all(|c| seen.insert(c)), "{line}");
    }
}

#[test]
fn words_keep_the_length_of_every_character() {
    let words = entries(WORDS);
    let mut seen = BTreeSet::new();
    for line in words {
        let pair = line.split_once('\t');
        let (from, to) = pair.unwrap_or_else(|| panic!("{line}: two columns"));
        assert!(seen.insert(from), "{from} stands twice");
        let lengths = |word: &str| word.chars().map(char::len_utf8).collect::<Vec<_>>();
        assert_eq!(lengths(from), lengths(to), "{line}");
    }
}

#[test]
fn syllables_are_lower_case_letters_without_tone() {
    for syllable in entries(PINYIN) {
        assert!(syllable.chars().all(|c| c.is_ascii_lowercase() || c == 'ü'), "{syllable}");
    }
}

#[test]
fn patterns_have_four_columns_and_a_limit() {
    for line in entries(BOILERPLATE) {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), 4, "{line}");
        assert!(["starts", "ends", "contains", "whole"].contains(&columns[1]), "{line}");
        assert!(
            columns[2].parse::<usize>().is_ok_and(|longest| longest >= columns[3].chars().count()),
            "{line}"
        );
    }
}

#[test]
fn stop_words_are_simplified_and_stand_once() {
    let map = characters();
    let mut seen = BTreeSet::new();
    for word in [FUNCTION, MEDIA, GENRE].into_iter().flat_map(entries) {
        assert_eq!(word, word.trim());
        assert!(!word.chars().any(|c| map.contains_key(&c)), "{word} is not Simplified");
        assert!(seen.insert(word), "{word} stands twice");
    }
}

#[test]
fn stop_words_say_nothing_about_what_a_text_is_about() {
    let stop: BTreeSet<&str> = [FUNCTION, MEDIA].into_iter().flat_map(entries).collect();
    for word in [
        "项目",
        "产业",
        "企业",
        "双招双引",
        "农村",
        "海洋",
        "人才",
        "改革",
        "落实",
        "问题",
        "热线",
        "审核",
        "阅读",
    ] {
        assert!(!stop.contains(word), "{word}");
    }
}

#[test]
fn the_readme_states_the_number_of_entries() {
    for (table, file) in [
        (CHARACTERS, "simplify.txt"),
        (WORDS, "simplify_words.txt"),
        (PINYIN, "pinyin.txt"),
        (READINGS, "readings.txt"),
        (BOILERPLATE, "boilerplate.txt"),
        (FUNCTION, "stop/function.txt"),
        (MEDIA, "stop/media.txt"),
        (GENRE, "stop/genre.txt"),
        (GAZETTEER, "gazetteer.tsv"),
        (COMMON_NAMES, "places/common_names.tsv"),
        (CONTEXTS, "places/contexts.tsv"),
        (OTHER_NAMES, "places/other_names.tsv"),
        (FORMER_NAMES, "places/former_names.tsv"),
        (ZONES, "places/zones.tsv"),
        (SHORT_PROVINCES, "places/short_provinces.tsv"),
        (UNITS, "units.txt"),
    ] {
        let row = README.lines().find(|line| line.starts_with(&format!("| `{file}` |"))).unwrap_or_default();
        let stated = row.split('|').nth(3).unwrap_or_default();
        let digits: String =
            stated.trim().chars().take_while(|c| !c.is_whitespace()).filter(char::is_ascii_digit).collect();
        assert_eq!(digits, entries(table).len().to_string(), "{file}: {row}");
    }
}

/// The codes of the gazetteer.
fn codes() -> BTreeSet<&'static str> {
    entries(GAZETTEER).into_iter().filter_map(|line| line.split('\t').next()).collect()
}

#[test]
fn earlier_names_have_their_years_and_count_for_a_place_of_today() {
    let codes = codes();
    let mut seen = BTreeSet::new();
    for line in entries(FORMER_NAMES) {
        let [name, code, from, until] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}: name, code and two years")
        };
        assert!(codes.contains(code), "{line}: the place is in the gazetteer");
        assert!(seen.last().is_none_or(|last| *last < (name, code)), "{line}: sorted by name");
        assert!(seen.insert((name, code)), "{line} stands twice");
        let until: u16 = until.parse().expect("the last year is known");
        assert!((2000..=2023).contains(&until), "{line}");
        assert!(
            from.is_empty() || from.parse::<u16>().is_ok_and(|from| 1999 < from && from < until),
            "{line}"
        );
    }
}

#[test]
fn zones_and_short_forms_lead_to_places_of_the_gazetteer() {
    let codes = codes();
    let mut seen = BTreeSet::new();
    for line in entries(ZONES).into_iter().chain(entries(SHORT_PROVINCES)) {
        let mut fields = line.split('\t');
        let name = fields.next().expect("a name");
        assert!(seen.insert(name), "{name} stands twice");
        let of_row: Vec<&str> = fields.next().expect("codes").split(' ').collect();
        assert!(of_row.iter().all(|code| codes.contains(code)), "{line}");
        assert!(of_row.len() == 1 || fields.next() == Some("support"), "{line}: several places need support");
    }
}

/// Each theme of the sheet by its key, with its terms.
fn themes() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut themes: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in entries(THEMES) {
        if let Some(head) = line.strip_prefix("= ") {
            let (key, name) = head.split_once(' ').expect("a key and a name");
            assert!(key.bytes().all(|byte| byte.is_ascii_lowercase()) && !name.is_empty(), "{line}");
            themes.push((key, Vec::new()));
        } else {
            themes.last_mut().expect("a theme is open").1.extend(line.split(' '));
        }
    }
    themes
}

#[test]
fn a_term_stands_in_one_theme_and_is_simplified() {
    let map = characters();
    let mut seen = BTreeSet::new();
    for term in themes().into_iter().flat_map(|(_, terms)| terms) {
        assert!(seen.insert(term), "{term} stands twice");
        assert!((2..=20).contains(&term.chars().count()), "{term}: from two to twenty characters");
        let is_traditional = |c| map.get(&c).is_some_and(|(_, is_marked)| !is_marked);
        assert!(!term.chars().any(is_traditional), "{term} is not Simplified");
    }
}

#[test]
fn themes_are_of_like_size_and_have_a_name_in_each_language_of_the_page() {
    let themes = themes();
    let (none, themes) = themes.split_last().expect("there are themes");
    assert_eq!((none.0, themes.len()), ("none", 14));
    for (key, terms) in themes {
        assert!((60..=150).contains(&terms.len()), "{key}: {} terms", terms.len());
        for strings in [
            include_str!("../www/i18n/themes.en.js"),
            include_str!("../www/i18n/themes.zh-CN.js"),
            include_str!("../www/i18n/themes.zh-TW.js"),
        ] {
            assert!(strings.contains(&format!("{key}: '")), "{key}");
        }
    }
    let all: Vec<&str> = themes.iter().flat_map(|(_, terms)| terms).copied().collect();
    for guard in &none.1 {
        assert!(all.iter().any(|term| guard.contains(term)), "{guard} guards against no term");
    }
    let row = README.lines().find(|line| line.starts_with("| `themes/themes.txt` |")).unwrap_or_default();
    let digits: String =
        row.split('|').nth(3).unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    assert_eq!(digits, format!("{}{}{}", all.len(), themes.len(), none.1.len()), "{row}");
}

#[test]
fn words_of_every_text_are_in_no_theme() {
    let terms: BTreeSet<&str> = themes().into_iter().flat_map(|(_, terms)| terms).collect();
    for word in [
        "工作", "推进", "加强", "发展", "企业", "群众", "服务", "落实", "建设", "全市", "稳定", "城市",
        "创新", "经济",
    ] {
        assert!(!terms.contains(word), "{word}");
    }
    // The theme of cadres has some of the set words of reports as its own.
    let of_others: BTreeSet<&str> =
        themes().into_iter().filter(|(key, _)| *key != "cadres").flat_map(|(_, terms)| terms).collect();
    let common = [FUNCTION, MEDIA].into_iter().flat_map(entries).filter(|word| terms.contains(word));
    let set = entries(GENRE).into_iter().filter(|word| of_others.contains(word));
    let both: Vec<&str> = common.chain(set).collect();
    assert!(both.is_empty(), "{both:?}");
}
