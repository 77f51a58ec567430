//! What places share word for word: own and shared letters add up, the same text of the same place is nobody's copy, and
//! each use opens at its place.

use chengyan::corpus::Corpus;
use chengyan::report::{N_RUNS, Passages, Reprints, View, passages};
use chengyan::words::{Dictionary, StopWords};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

fn corpus(files: &[(&str, &str)]) -> Corpus {
    let mut corpus = Corpus::new(StopWords::built_in());
    let dictionary = "项目 1000 n\n德州 100 ns\n滨州 100 ns\n聊城 100 ns\n";
    corpus
        .set_dictionary(Dictionary::from_text(dictionary.as_bytes()).expect("the dictionary is well formed"));
    for (file, text) in files {
        corpus.add(file, text.as_bytes()).expect("the files are small");
    }
    corpus
}

fn found(files: &[(&str, &str)]) -> Passages {
    passages(&corpus(files), &View::default(), N_RUNS).expect("there is a dictionary")
}

/// The runs with their places, those that have a part of it only in brackets.
fn told(files: &[(&str, &str)]) -> Vec<String> {
    let of_run = |run: &chengyan::report::SharedRun| {
        let place = |place: &chengyan::report::RunPlace| match place.is_whole {
            true => place.key.clone(),
            false => format!("({})", place.key),
        };
        let places: Vec<String> = run.places.iter().map(place).collect();
        let kind = if run.is_set { " set" } else { "" };
        format!("{} {} {}{kind}", run.n_letters, run.text, places.join(" "))
    };
    found(files).runs.iter().map(of_run).collect()
}

/// Why, the files, and what is told.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

#[test]
fn what_is_shared_and_what_is_not() {
    let cases: [Case; 11] = [
        (
            "marks, lines and script change nothing",
            &[
                ("a.txt", "德州要把每一条路修到村口，把每一盏灯点亮。"),
                ("b.txt", "滨州要把每一條路，修到村口；把每一盞燈點亮！"),
            ],
            &["17 要把每一条路修到村口，把每一盏灯点亮 371400 371600"],
        ),
        (
            "eleven letters are no run",
            &[("a.txt", "德州把每条路修到村口去吧。"), ("b.txt", "滨州把每条路修到村口去了。")],
            &[],
        ),
        (
            "one place shares nothing with itself",
            &[
                ("a.txt", "德州要把每一条路修到村口，把每一盏灯点亮。"),
                ("b.txt", "德州说，要把每一条路修到村口，把每一盏灯点亮，说到做到。"),
            ],
            &[],
        ),
        (
            "a part of a longer run stands with it",
            &[
                ("a.txt", "德州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
                ("b.txt", "滨州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
                ("c.txt", "聊城今年修到村口，把每一盏灯点亮，让孩子有书读。"),
            ],
            &["24 要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃 371400 (371500) 371600"],
        ),
        (
            "where two of four go on for a word, what all four have is given",
            &[
                ("a.txt", "德州今后要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
                ("b.txt", "滨州今后要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
                ("c.txt", "聊城怎样把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃？"),
                ("d.txt", "菏泽能够把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
            ],
            &["23 把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃 371400 371500 371600 371700"],
        ),
        (
            "the wording is that of the first place, with its marks",
            &[
                ("a.txt", "滨州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
                ("b.txt", "德州要把每一条路修到村口、把每一盏灯点亮、让老人都有饭吃。"),
                ("c.txt", "聊城要把每一条路修到村口；把每一盏灯点亮；让老人都有饭吃。"),
                ("d.txt", "菏泽要把每一条路修到村口：把每一盏灯点亮：让老人都有饭吃。"),
            ],
            &["24 要把每一条路修到村口、把每一盏灯点亮、让老人都有饭吃 371400 371500 371600 371700"],
        ),
        (
            "a number is one letter, and another number another",
            &[
                ("a.txt", "德州今年要完成投资总计约1200亿元。"),
                ("b.txt", "滨州今年要完成投资总计约1300亿元。"),
            ],
            &[],
        ),
        (
            "the same date is six letters, not ten",
            &[("a.txt", "2019年12月31日，德州开会。"), ("b.txt", "2019年12月31日，滨州开会。")],
            &[],
        ),
        (
            "what is kept back is like nothing",
            &[
                ("a.txt", "德州的投资额达到X亿元，比去年增长X个百分点。"),
                ("b.txt", "滨州的投资额达到X亿元，比去年增长X个百分点。"),
            ],
            &[],
        ),
        (
            "a formula of policy is marked as one",
            &[
                ("a.txt", "德州开展领导干部自然资源资产离任审计。"),
                ("b.txt", "滨州推进领导干部自然资源资产离任审计。"),
            ],
            &["14 领导干部自然资源资产离任审计 371400 371600 set"],
        ),
        (
            "a city that prints another one's whole text stays, and one that prints its own again does not",
            &[
                ("a.txt", "德州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
                ("b.txt", "德州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃！"),
                ("c.txt", "滨州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
            ],
            &["24 要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃 371400 371600"],
        ),
    ];
    for (why, files, want) in cases {
        assert_eq!(told(files), want, "{why}");
        let turned: Vec<(&str, &str)> = files.iter().rev().copied().collect();
        assert_eq!(found(files).to_json(), found(&turned).to_json(), "{why}: the order of files");
    }
}

const FOUR: [(&str, &str); 4] = [
    ("a.txt", "德州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。德州的项目多。"),
    ("b.txt", "滨州要把每一条路修到村口，把每一盏灯点亮，让老人都有饭吃。"),
    ("c.txt", "聊城今年修到村口，把每一盏灯点亮，让孩子有书读。"),
    (
        "d.txt",
        "---\ntitle: 再说一遍\ndate: 2019-02-24\n---\n滨州今年还要让孩子有书读，把每一盏灯点亮，让老人都有饭吃。",
    ),
];

#[test]
fn own_and_shared_letters_add_up() {
    let found = found(&FOUR);
    for city in &found.cities {
        assert!(city.n_set <= city.n_shared && city.n_shared <= city.n_letters, "{city:?}");
    }
    let figures: Vec<_> =
        found.cities.iter().map(|city| (city.n_documents, city.n_letters, city.n_shared)).collect();
    assert_eq!(figures, [(1, 30, 24), (1, 20, 12), (2, 50, 38)]);
}

#[test]
fn every_use_opens_at_its_place() {
    let corpus = corpus(&FOUR);
    let found = passages(&corpus, &View::default(), N_RUNS).expect("there is a dictionary");
    let run = &found.runs[0];
    assert_eq!((run.n_uses, run.uses.len()), (4, 4));
    for one in &run.uses {
        let units = |text: &str, [start, end]: [usize; 2]| {
            String::from_utf16_lossy(&text.encode_utf16().collect::<Vec<_>>()[start..end])
        };
        let document = &corpus.entry(one.document).expect("it is there").document;
        let here = units(&one.text, one.run);
        assert_eq!(units(&document.original, [one.start, one.end]), here);
        assert!(run.text.contains(&here), "{here}");
        let also: Vec<String> = one.also.iter().map(|also| units(&one.text, *also)).collect();
        assert!(also.iter().all(|also| !here.contains(also.as_str())), "{also:?}");
    }
}

/// Whether reprints count is a choice about words; what is laid side by side is the same.
#[test]
fn counting_reprints_changes_nothing() {
    let corpus = corpus(&FOUR);
    let by = |reprints| {
        passages(&corpus, &View { reprints, ..View::default() }, N_RUNS).expect("there is a dictionary")
    };
    assert_eq!(by(Reprints::Once), by(Reprints::All));
}
