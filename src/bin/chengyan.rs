//! The engine as a command-line program, for batch work and for checking what the page shows.

mod arguments;
mod files;
mod summary;

use arguments::{Arguments, Command, Input, LevelArgument, ReceiptFormat, WordArguments};
use chengyan::corpus::{Corpus, Workspace, attributions};
use chengyan::intake::{self, Document, Encoding};
use chengyan::places::{Level, Status};
use chengyan::report::{
    Claim, PartOfSpeech, Reprints, Setting, Survival, View, claims, cleaned_text, collocate_sentences,
    collocates, comparison, concordance, dispersion, leading, over_time, passages, phrases, receipt, report,
    survival, theme_sentences, theme_sheet, themes,
};
use chengyan::text::{Edit, Mask, Notice, Plausibility, Role, Script, Withheld};
use chengyan::words::{Cutter, Dictionary, StopWords, Token, Words};
use clap::Parser;
use files::{File, Reading, read_all};
use serde::Serialize;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;
use summary::{
    print_change, print_company, print_emphasis, print_findings, print_leading, print_lines, print_passages,
    print_set_words, print_strips, print_summary, print_survival,
};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = run(&arguments, &mut out).and_then(|n_read| out.flush().map(|()| n_read));
    match done {
        Ok(0) => ExitCode::FAILURE,
        Ok(_) => ExitCode::SUCCESS,
        // Whoever reads our output may close it early, as `head` does.
        Err(why) if why.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("chengyan: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command and says how many files were analysed.
fn run(arguments: &Arguments, out: &mut impl Write) -> io::Result<usize> {
    let reading = Reading { encoding: arguments.encoding, columns: arguments.columns.as_deref() };
    let files = |paths| read_all(paths, reading);
    match &arguments.command {
        Command::Clean { receipt: Some(format), input, .. } => {
            print_receipt(&gathered(input, reading, &WordArguments::default())?.0, *format, out)
        }
        Command::Clean { json, input, .. } if input.workspace.is_some() => {
            let (corpus, _) = gathered(input, reading, &WordArguments::default())?;
            let documents = corpus.entries().iter().map(|entry| entry.document.clone());
            clean(documents.collect(), *json, out)
        }
        Command::Clean { json, input, .. } => {
            clean(files(&input.paths).iter().map(read).collect(), *json, out)
        }
        Command::Segment { raw, no_hmm, words, paths } if *raw || *no_hmm => {
            segment_by_dictionary(&files(paths), *raw, !no_hmm, &words.read()?, out)
        }
        Command::Segment { words, paths, .. } => segment(&files(paths), words, out),
        Command::Places { json, paths } => places(&files(paths), *json, out),
        Command::Phrases { words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            print_json(&phrases(&corpus, &view).map_err(io::Error::other)?, out)?;
            Ok(corpus.entries().len())
        }
        Command::Report { level, reprints, pos, leading, set_words, words, json, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let reprints = reprints.map_or(view.reprints, Reprints::from);
            let pos = pos.map_or(view.pos, PartOfSpeech::from);
            let view = set_words.over(View { reprints, pos, ..with_level(view, *level) });
            match leading {
                Some(n) => print_leading_words(&corpus, view, *n, out),
                None => print_report(&corpus, view, *json, out),
            }
        }
        Command::Concordance { word, lines, level, reprints, json, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let reprints = reprints.map_or(view.reprints, Reprints::from);
            let view = View { reprints, ..with_level(view, *level) };
            let found = concordance(&corpus, word, &view, &lines.query()).map_err(io::Error::other)?;
            if *json {
                print_json(&found, out)?
            } else {
                print_lines(&found, out)?
            }
            Ok(corpus.entries().len())
        }
        Command::Collocates { word, with, level, json, set_words, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let view = set_words.over(with_level(view, *level));
            match with {
                Some(other) => {
                    let found = collocate_sentences(&corpus, word, other, &view, None);
                    print_json(&found.map_err(io::Error::other)?, out)?
                }
                None => {
                    let found = collocates(&corpus, word, &view).map_err(io::Error::other)?;
                    if *json { print_json(&found, out)? } else { print_company(&found, out)? }
                }
            }
            Ok(corpus.entries().len())
        }
        Command::Dispersion { word, level, json, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let found = dispersion(&corpus, word, &with_level(view, *level)).map_err(io::Error::other)?;
            if *json {
                print_json(&found, out)?
            } else {
                print_strips(&found, out)?
            }
            Ok(corpus.entries().len())
        }
        Command::Compare { level, json, set_words, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            print_comparison(&corpus, set_words.over(with_level(view, *level)), *json, out)
        }
        Command::Robustness { level, json, set_words, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let view = set_words.over(View { lexicon: corpus.has_lexicon(), ..with_level(view, *level) });
            print_robustness(&corpus, view, *json, out)
        }
        Command::Themes { level, json, sheet, sentences, words, input } => {
            let (mut corpus, view) = gathered(input, reading, words)?;
            let view = with_level(view, *level);
            if let Some(path) = sheet {
                let themes = fs::read_to_string(path).map_err(|why| named(path, why))?;
                corpus.set_words(Words { themes, ..corpus.words().clone() });
                corpus.set_phrases(corpus.wants_phrases());
            }
            match sentences {
                Some(theme) => print_theme(&corpus, theme, &view, out)?,
                None => print_themes(&corpus, &view, *json, out)?,
            }
            Ok(corpus.entries().len())
        }
        Command::Passages { level, n, json, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let found = passages(&corpus, &with_level(view, *level), *n).map_err(io::Error::other)?;
            if *json {
                out.write_all(found.to_json().as_bytes())?
            } else {
                print_passages(&found, out)?
            }
            Ok(corpus.entries().len())
        }
        Command::Change { level, city, json, set_words, words, input } => {
            let (corpus, view) = gathered(input, reading, words)?;
            let view = set_words.over(with_level(view, *level));
            let found = over_time(&corpus, &view, city.as_deref()).map_err(io::Error::other)?;
            if *json {
                out.write_all(found.to_json().as_bytes())?
            } else {
                print_change(&found, out)?
            }
            Ok(corpus.entries().len())
        }
    }
}

fn read(file: &File) -> Document {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    // Only a damaged text asks, and only then is the dictionary loaded.
    let plausibility = |text: &str| DICTIONARY.get_or_init(Dictionary::built_in).plausibility(text);
    let document =
        intake::read_given(&file.name, &file.bytes, file.encoding, &file.given, Some(&plausibility));
    for notice in &document.notices {
        eprintln!("{}: {}", file.name, notice.message);
    }
    document
}

fn print_json(value: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Cleaned {
    file: String,
    encoding: Encoding,
    #[serde(rename = "encodingGuessed")]
    is_encoding_guessed: bool,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
    script: Script,
    blocks: Vec<CleanedBlock>,
    masks: Vec<Mask>,
    edits: Vec<Edit>,
    withheld: Vec<Withheld>,
    notices: Vec<Notice>,
}

#[derive(Serialize)]
struct CleanedBlock {
    text: String,
    role: Role,
    start: usize,
    end: usize,
}

fn clean(documents: Vec<Document>, json: bool, out: &mut impl Write) -> io::Result<usize> {
    let n_documents = documents.len();
    if json {
        let cleaned: Vec<Cleaned> = documents.into_iter().map(cleaned).collect();
        print_json(&cleaned, out)?;
        return Ok(n_documents);
    }
    for document in &documents {
        out.write_all(cleaned_text(document).as_bytes())?;
    }
    Ok(n_documents)
}

fn print_receipt(corpus: &Corpus, format: ReceiptFormat, out: &mut impl Write) -> io::Result<usize> {
    let receipt = receipt(corpus, None).map_err(io::Error::other)?;
    let text = match format {
        ReceiptFormat::Json => receipt.to_json(),
        ReceiptFormat::Csv => receipt.to_csv(),
    };
    out.write_all(text.as_bytes())?;
    Ok(corpus.entries().len())
}

fn cleaned(document: Document) -> Cleaned {
    let blocks = document.blocks.iter().map(|block| {
        let span = block.span();
        CleanedBlock { text: block.text().to_owned(), role: block.role, start: span.start, end: span.end }
    });
    Cleaned {
        blocks: blocks.collect(),
        masks: document.masks(),
        edits: document.edits(),
        withheld: document.withheld(),
        file: document.file,
        encoding: document.encoding,
        is_encoding_guessed: document.is_encoding_guessed,
        title: document.title,
        date: document.date,
        source: document.source,
        script: document.script,
        notices: document.notices,
    }
}

fn segment(files: &[File], words: &WordArguments, out: &mut impl Write) -> io::Result<usize> {
    let cutter = Cutter::new(Dictionary::built_in(), !words.no_lexicon, &words.read()?);
    for block in files.iter().flat_map(|file| read(file).blocks) {
        print_tokens(&cutter.tokens(block.text()), block.text(), out)?;
    }
    Ok(files.len())
}

/// For comparison with other segmenters: nothing of ours but the reader's words.
fn segment_by_dictionary(
    files: &[File],
    raw: bool,
    unknown_words: bool,
    words: &Words,
    out: &mut impl Write,
) -> io::Result<usize> {
    let cutter = Cutter::new(Dictionary::built_in(), false, words);
    let dictionary = cutter.dictionary();
    for file in files {
        if raw {
            for line in intake::original(&file.bytes, file.encoding).lines() {
                print_tokens(&dictionary.tokens(line, unknown_words), line, out)?;
            }
        } else {
            for block in &read(file).blocks {
                print_tokens(&dictionary.tokens(block.text(), unknown_words), block.text(), out)?;
            }
        }
    }
    Ok(files.len())
}

fn print_tokens(tokens: &[Token], text: &str, out: &mut impl Write) -> io::Result<()> {
    let words = tokens.iter().map(|token| token.span.of(text)).filter(|word| !word.trim().is_empty());
    writeln!(out, "{}", words.collect::<Vec<_>>().join(" "))
}

#[derive(Serialize)]
struct Placed {
    file: String,
    blocks: Vec<PlacedBlock>,
}

#[derive(Serialize)]
struct PlacedBlock {
    text: String,
    places: Vec<String>,
    suggested: Vec<String>,
    status: Status,
    reason: String,
}

fn places(files: &[File], json: bool, out: &mut impl Write) -> io::Result<usize> {
    let placed: Vec<Placed> = files.iter().map(|file| placed(read(file))).collect();
    if json {
        print_json(&placed, out)?;
        return Ok(files.len());
    }
    for document in &placed {
        writeln!(out, "{}", document.file)?;
        for block in &document.blocks {
            let head: String = block.text.chars().take(24).collect();
            let suggested = block.suggested.iter().map(|code| format!("{code}?"));
            let places = block.places.iter().cloned().chain(suggested).collect::<Vec<_>>().join(" ");
            writeln!(out, "  {:9} {places:13} {head}  ({})", name_of(block.status), block.reason)?;
        }
    }
    Ok(files.len())
}

fn name_of(status: Status) -> &'static str {
    match status {
        Status::About => "about",
        Status::Several => "several",
        Status::Province => "province",
        Status::Suggested => "suggested",
        Status::Unknown => "unknown",
    }
}

fn placed(document: Document) -> Placed {
    let blocks =
        attributions(&document).into_iter().zip(&document.blocks).map(|(attribution, block)| PlacedBlock {
            text: block.text().to_owned(),
            places: attribution.places.iter().map(ToString::to_string).collect(),
            suggested: attribution.suggested.iter().map(ToString::to_string).collect(),
            status: attribution.status,
            reason: attribution.reason.to_string(),
        });
    Placed { blocks: blocks.collect(), file: document.file }
}

/// Files or a workspace as a corpus, with the choices that the workspace holds.
fn gathered(input: &Input, reading: Reading, words: &WordArguments) -> io::Result<(Corpus, View)> {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::built_in());
    if let Some(path) = &input.workspace {
        let json = fs::read_to_string(path).map_err(|why| named(path, why))?;
        let mut workspace = Workspace::<View>::from_json(&json).map_err(|why| named(path, why))?;
        let view = workspace.view;
        workspace.words = words.read_over(workspace.words)?;
        corpus.set_lexicon(view.lexicon && !words.no_lexicon);
        for left_out in corpus.open(workspace, |_, _, _| {}) {
            eprintln!("{}: {}", left_out.file, left_out.error);
        }
        for document in corpus.entries().iter().map(|entry| &entry.document) {
            document.notices.iter().for_each(|notice| eprintln!("{}: {}", document.file, notice.message));
        }
        for id in corpus.awaited() {
            eprintln!("{}: decides about document {id}, which is not in it", path.display());
        }
        corpus.set_phrases(view.phrases && !words.no_phrases);
        return Ok((corpus, view));
    }
    corpus.set_lexicon(!words.no_lexicon);
    corpus.set_words(words.read()?);
    for file in read_all(&input.paths, reading) {
        if let Err(why) = corpus.add_given(&file.name, &file.bytes, file.encoding, &file.given) {
            eprintln!("{}: {why}", file.name);
        }
    }
    corpus.set_phrases(!words.no_phrases);
    Ok((corpus, View::default()))
}

/// The level that was asked for goes before that of a workspace.
fn with_level(view: View, level: Option<LevelArgument>) -> View {
    View { level: level.map_or(view.level, Level::from), ..view }
}

fn named(path: &Path, why: impl std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {why}", path.display()))
}

fn print_report(corpus: &Corpus, view: View, json: bool, out: &mut impl Write) -> io::Result<usize> {
    let report = report(corpus, &view).map_err(io::Error::other)?;
    if json {
        out.write_all(report.to_json().as_bytes())?;
    } else {
        print_summary(&report, out)?;
    }
    Ok(corpus.entries().len())
}

fn print_leading_words(corpus: &Corpus, view: View, n: usize, out: &mut impl Write) -> io::Result<usize> {
    let cities = leading(corpus, &view, n).map_err(io::Error::other)?;
    print_leading(&cities, &comparison(corpus, &view).map_err(io::Error::other)?, out)?;
    print_set_words(&report(corpus, &view).map_err(io::Error::other)?, out)?;
    Ok(corpus.entries().len())
}

fn print_comparison(corpus: &Corpus, view: View, json: bool, out: &mut impl Write) -> io::Result<usize> {
    let comparison = comparison(corpus, &view).map_err(io::Error::other)?;
    if json {
        out.write_all(comparison.to_json().as_bytes())?;
    } else {
        print_findings(&comparison, out)?;
    }
    Ok(corpus.entries().len())
}

/// What `robustness --json` prints.
#[derive(Serialize)]
struct Robustness {
    claims: Vec<Claim>,
    settings: Vec<Survival>,
}

fn print_robustness(corpus: &Corpus, view: View, json: bool, out: &mut impl Write) -> io::Result<usize> {
    let comparison = comparison(corpus, &view).map_err(io::Error::other)?;
    let claims = claims(&comparison);
    let tried = |setting| survival(corpus, &view, setting, &claims);
    let settings: Vec<Survival> =
        Setting::ALL.into_iter().map(tried).collect::<Result<_, _>>().map_err(io::Error::other)?;
    if json {
        print_json(&Robustness { claims, settings }, out)?;
    } else {
        print_survival(&comparison, &claims, &settings, out)?;
    }
    Ok(corpus.entries().len())
}

fn print_theme(corpus: &Corpus, theme: &str, view: &View, out: &mut impl Write) -> io::Result<()> {
    let keys: Vec<String> = theme_sheet(corpus).into_iter().map(|theme| theme.key).collect();
    if !keys.iter().any(|key| key == theme) {
        return Err(io::Error::other(format!("no theme {theme}; there are {}", keys.join(", "))));
    }
    print_json(&theme_sentences(corpus, theme, view, None).map_err(io::Error::other)?, out)
}

fn print_themes(corpus: &Corpus, view: &View, json: bool, out: &mut impl Write) -> io::Result<()> {
    let themes = themes(corpus, view).map_err(io::Error::other)?;
    if json { out.write_all(themes.to_json().as_bytes()) } else { print_emphasis(&themes, out) }
}
