//! Clean texts of ours, put through the damage that mirror sites do, and what the repair makes of them.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

#[path = "damage/align.rs"]
mod align;
#[path = "damage/mirror.rs"]
mod mirror;

use align::differences;
use chengyan::intake::{Document, read_with};
use chengyan::text::{EditKind, MaskKind};
use chengyan::words::Dictionary;
use mirror::{Mirror, narrow_marks};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// So many sites are simulated, each with its own choice of characters.
const N_SITES: usize = 6;

fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(Dictionary::built_in)
}

fn read(text: &str) -> Document {
    read_with("a.txt", text.as_bytes(), None, Some(dictionary()))
}

/// All texts of ours in Simplified, by line: samples, cases, and sentences made for this.
fn clean_lines() -> Vec<String> {
    let (mut lines, unseen) = (lines_that(|path| !is_unseen(path)), lines_that(is_unseen));
    lines.extend(unseen);
    lines
}

/// The longer digests of the sample, which have a year in their names, were written after all tuning.
fn is_unseen(path: &Path) -> bool {
    path.file_stem()
        .and_then(|stem| stem.to_str())
        .is_some_and(|stem| stem.ends_with(|c: char| c.is_ascii_digit()))
}

fn lines_that(belongs: impl Fn(&Path) -> bool) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["www/sample", "tests/cases/places", "tests/cases/whose_words", "tests/cases/damage"] {
        let entries = fs::read_dir(root.join(folder)).expect("the folder is there");
        paths.extend(entries.map(|entry| entry.expect("it can be read").path()));
    }
    paths.retain(|path| belongs(path));
    paths.sort();
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("it is UTF-8")).collect();
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'));
    // Cases say before a bar whose words they are.
    let lines = lines.map(|line| line.split_once(" | ").map_or(line, |(_, text)| text).trim());
    lines.filter(|line| line.ends_with(['。', '！', '？', '”'])).map(str::to_owned).collect()
}

/// Three neighbours of a list of lines, in another order, so that other sentences meet.
fn shuffled(lines: &[String]) -> Vec<String> {
    (0..lines.len())
        .map(|i| [0, 7, 31].map(|step| lines[(i * 5 + step) % lines.len()].as_str()).concat())
        .collect()
}

fn cleaned(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text()).collect()
}

fn n_repaired_or_set_aside(document: &Document) -> (usize, usize) {
    let n_repaired = document.edits().iter().filter(|edit| edit.kind == EditKind::Mojibake).count();
    let n_set_aside = document.masks().iter().filter(|mask| mask.kind == MaskKind::Damaged).count();
    (n_repaired, n_set_aside)
}

#[test]
fn undamaged_texts_stay_as_they_are() {
    let mut lines = clean_lines();
    lines.extend(shuffled(&lines));
    let text = lines.join("\n");
    assert!(text.len() >= 50_000, "{}", text.len());
    assert!(["（", "“", "；", "？"].iter().all(|mark| text.matches(mark).count() >= 10));
    let mirror = Mirror::new(0, N_SITES);
    for text in [
        text.clone(),
        narrow_marks(&text),
        mirror.traditional(&text),
        narrow_marks(&mirror.traditional(&text)),
    ] {
        assert_eq!(n_repaired_or_set_aside(&read(&text)), (0, 0));
    }
}

/// Only lines in which no reading cut a character in two.
#[test]
fn a_text_with_readings_only_gets_no_other_edit() {
    let mirror = Mirror::new(1, N_SITES);
    let lines = clean_lines();
    let whole = lines.iter().map(|line| narrow_marks(&mirror.traditional(line)));
    let text: Vec<String> =
        whole.map(|line| mirror.with_readings(&line)).filter(|line| !line.contains("?")).collect();
    let text = text.join("\n");
    let document = read(&text);
    assert!(document.edits().iter().filter(|edit| edit.kind == EditKind::Pinyin).count() > 300);
    assert_eq!(n_repaired_or_set_aside(&document), (0, 0));
}

#[test]
fn what_a_place_leaves_in_doubt_is_all_that_is_set_aside() {
    let host = "項(xiàng)目,".repeat(8);
    for (damaged, want, n) in [
        // The comma is half of what the reading cut: ，帶 is A3 AC 8E A7.
        ("大傢都來,?yáo)ьI群眾增收。", "大家都来,带领群众增收。", (1, 0)),
        // The second byte of the last character is lost: 已定, 已到, 已多.
        ("工作目?shán)艘讯,任務已明。", "工作目标已,任务已明。", (1, 1)),
    ] {
        let document = read(&format!("{host}{damaged}"));
        assert!(cleaned(&document)[0].ends_with(want), "{}", cleaned(&document)[0]);
        assert_eq!(n_repaired_or_set_aside(&document), n, "{damaged}");
    }
}

#[derive(Default, Debug)]
struct Figures {
    n_damaged: usize,
    n_exact: usize,
    n_set_aside: usize,
    n_wrong: usize,
}

#[test]
fn most_damaged_places_are_repaired_exactly() {
    let figures = figures_of(&lines_that(|path| !is_unseen(path)));
    println!("{figures:?}");
    assert!(figures.n_damaged >= 150, "{figures:?}");
    // What is reached; the goal was 85 of a hundred.
    assert!(figures.n_exact * 100 >= figures.n_damaged * 87, "{figures:?}");
}

/// Nothing was tuned on them.
#[test]
fn fewer_are_in_texts_that_came_later() {
    let figures = figures_of(&lines_that(is_unseen));
    println!("{figures:?}");
    assert!(figures.n_damaged >= 100, "{figures:?}");
    // What is reached; the goal of 85 is not.
    assert!(figures.n_exact * 100 >= figures.n_damaged * 81, "{figures:?}");
}

fn figures_of(lines: &[String]) -> Figures {
    let mut figures = Figures::default();
    let mut seen = BTreeSet::new();
    for choice in 0..N_SITES {
        let mirror = Mirror::new(choice, N_SITES);
        let lines: Vec<String> = lines.iter().map(|line| mirror.traditional(line)).collect();
        let damaged: Vec<String> =
            lines.iter().map(|line| mirror.with_narrow_marks(&mirror.with_readings(line))).collect();
        let (want, got) = (read(&narrow_marks(&lines.join("\n"))), read(&damaged.join("\n")));
        let before = chengyan::intake::read("a.txt", damaged.join("\n").as_bytes());
        assert_eq!(want.blocks.len(), got.blocks.len(), "no line is lost");
        let texts = cleaned(&want).into_iter().zip(cleaned(&before)).zip(cleaned(&got));
        for ((want, before), got) in texts {
            count(want, before, got, &mut figures, &mut seen);
        }
        figures.n_set_aside += n_repaired_or_set_aside(&got).1;
    }
    figures
}

/// Compares one block. The same words damaged again, by whichever site, count once.
fn count(want: &str, before: &str, got: &str, figures: &mut Figures, seen: &mut BTreeSet<String>) {
    let damaged = differences(want, before);
    let left = differences(want, got);
    let overlap =
        |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| a.start <= b.end && b.start <= a.end;
    for place in &damaged {
        if !seen.insert(part(want, place)) {
            continue;
        }
        figures.n_damaged += 1;
        let remains = left.iter().find(|left| overlap(left, place));
        figures.n_exact += usize::from(remains.is_none());
        if let Some(remains) = remains {
            println!(
                "{}\n  {}\n  {}",
                part(want, remains),
                part_of(before, want, place),
                part_of(got, want, place)
            );
        }
    }
    for left in left.iter().filter(|left| !damaged.iter().any(|place| overlap(place, left))) {
        println!("new: {}", part(want, left));
        figures.n_wrong += 1;
    }
}

fn part(text: &str, range: &std::ops::Range<usize>) -> String {
    text.chars().skip(range.start.saturating_sub(6)).take(range.len() + 12).collect()
}

fn part_of(text: &str, want: &str, range: &std::ops::Range<usize>) -> String {
    let from_end = want.chars().count() - range.start;
    let n = text.chars().count();
    text.chars()
        .skip((range.start.min(n.saturating_sub(from_end))).saturating_sub(6))
        .take(range.len() + 16)
        .collect()
}
