//! The engine as a command-line program, for batch work and for checking what the page shows.

use chengyan::corpus::{Corpus, attributions};
use chengyan::intake::{self, Document, Encoding};
use chengyan::places::{Level, Status};
use chengyan::report::{Report, View, phrases, report};
use chengyan::text::{Edit, Mask, Notice, Role, Script};
use chengyan::words::{Dictionary, StopWords};
use clap::{Parser, Subcommand, ValueEnum};
use serde::Serialize;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::OnceLock;

/// What Chinese cities say they will do, and how they differ.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    /// Read all files in this encoding, rather than in the one that each turns out to be in.
    #[arg(long, global = true, value_name = "LABEL")]
    encoding: Option<Encoding>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the cleaned text, one block a line.
    Clean {
        /// Blocks, masks, edits and notices with offsets in bytes of the decoded original.
        #[arg(long)]
        json: bool,
        /// Files, or folders with all files in them.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print the tokens separated by a space, one block a line.
    Segment {
        /// Cut the text as it is, line by line, without cleaning.
        #[arg(long)]
        raw: bool,
        /// Cut what the dictionary does not know by single characters.
        #[arg(long)]
        no_hmm: bool,
        /// Files, or folders with all files in them.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print which place each block is about, and why.
    Places {
        /// Blocks with codes, status and reason.
        #[arg(long)]
        json: bool,
        /// Files, or folders with all files in them.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print the phrases found in the texts as JSON, ranked: those taken without asking first.
    Phrases {
        /// Files, or folders with all files in them.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Print the report that the page draws.
    Report {
        /// Where results are rolled up to.
        #[arg(long, value_enum, default_value_t = LevelArgument::Prefecture)]
        level: LevelArgument,
        /// The same bytes as in the page; without it, a summary to read.
        #[arg(long)]
        json: bool,
        /// Files, or folders with all files in them.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum LevelArgument {
    County,
    Prefecture,
    Province,
}

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
    let files = |paths| read_all(paths, arguments.encoding);
    match &arguments.command {
        Command::Clean { json, paths } => clean(&files(paths), *json, out),
        Command::Segment { raw, no_hmm, paths } => segment(&files(paths), *raw, !no_hmm, out),
        Command::Places { json, paths } => places(&files(paths), *json, out),
        Command::Phrases { paths } => print_phrases(&files(paths), out),
        Command::Report { level, json, paths } => print_report(&files(paths), *level, *json, out),
    }
}

struct File {
    name: String,
    bytes: Vec<u8>,
    /// As the person said; none to find it out.
    encoding: Option<Encoding>,
}

/// Reads files, and all files in folders by name; what cannot be read is named on standard error.
fn read_all(paths: &[PathBuf], encoding: Option<Encoding>) -> Vec<File> {
    let mut files = Vec::new();
    for path in paths {
        let name = path
            .file_name()
            .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        read_into(&mut files, path, name, encoding);
    }
    files
}

fn read_into(files: &mut Vec<File>, path: &Path, name: String, encoding: Option<Encoding>) {
    if path.is_dir() {
        let mut entries: Vec<PathBuf> = match fs::read_dir(path) {
            Ok(entries) => entries.filter_map(|entry| Some(entry.ok()?.path())).collect(),
            Err(why) => return eprintln!("{}: {why}", path.display()),
        };
        entries.sort();
        for entry in entries {
            let inner =
                entry.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            if !inner.starts_with('.') {
                read_into(files, &entry, format!("{name}/{inner}"), encoding);
            }
        }
        return;
    }
    match fs::read(path) {
        Ok(bytes) => files.push(File { name, bytes, encoding }),
        Err(why) => eprintln!("{}: {why}", path.display()),
    }
}

fn read(file: &File) -> Document {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    // Only a damaged text asks, and only then is the dictionary loaded.
    let plausibility = |text: &str| DICTIONARY.get_or_init(Dictionary::built_in).plausibility(text);
    let document = intake::read_with(&file.name, &file.bytes, file.encoding, Some(&plausibility));
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
    notices: Vec<Notice>,
}

#[derive(Serialize)]
struct CleanedBlock {
    text: String,
    role: Role,
    start: usize,
    end: usize,
}

fn clean(files: &[File], json: bool, out: &mut impl Write) -> io::Result<usize> {
    let documents: Vec<Document> = files.iter().map(read).collect();
    if !json {
        for block in documents.iter().flat_map(|document| &document.blocks) {
            writeln!(out, "{}", block.text())?;
        }
        return Ok(files.len());
    }
    let cleaned: Vec<Cleaned> = documents.into_iter().map(cleaned).collect();
    print_json(&cleaned, out)?;
    Ok(files.len())
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

fn segment(files: &[File], raw: bool, unknown_words: bool, out: &mut impl Write) -> io::Result<usize> {
    let dictionary = Dictionary::built_in();
    for file in files {
        if raw {
            for line in intake::original(&file.bytes, file.encoding).lines() {
                print_tokens(&dictionary, line, unknown_words, out)?;
            }
        } else {
            for block in &read(file).blocks {
                print_tokens(&dictionary, block.text(), unknown_words, out)?;
            }
        }
    }
    Ok(files.len())
}

fn print_tokens(
    dictionary: &Dictionary,
    text: &str,
    unknown_words: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let tokens = dictionary.tokens(text, unknown_words);
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
            let places = block.places.join(" ");
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
            status: attribution.status,
            reason: attribution.reason.to_string(),
        });
    Placed { blocks: blocks.collect(), file: document.file }
}

/// A corpus of the files, and how many of them are in it.
fn corpus_of(files: &[File]) -> (Corpus, usize) {
    let mut corpus = Corpus::new(StopWords::built_in());
    corpus.set_dictionary(Dictionary::built_in());
    let mut n_read = 0;
    for file in files {
        match corpus.add_as(&file.name, &file.bytes, file.encoding) {
            Ok(_) => n_read += 1,
            Err(why) => eprintln!("{}: {why}", file.name),
        }
    }
    (corpus, n_read)
}

fn print_phrases(files: &[File], out: &mut impl Write) -> io::Result<usize> {
    let (corpus, n_read) = corpus_of(files);
    print_json(&phrases(&corpus, &View::default()).map_err(io::Error::other)?, out)?;
    Ok(n_read)
}

fn print_report(files: &[File], level: LevelArgument, json: bool, out: &mut impl Write) -> io::Result<usize> {
    let (corpus, n_read) = corpus_of(files);
    let level = match level {
        LevelArgument::County => Level::County,
        LevelArgument::Prefecture => Level::Prefecture,
        LevelArgument::Province => Level::Province,
    };
    let report = report(&corpus, &View { level, ..View::default() }).map_err(io::Error::other)?;
    if json {
        out.write_all(report.to_json().as_bytes())?;
    } else {
        print_summary(&report, out)?;
    }
    Ok(n_read)
}

/// For each column its most frequent words, then the words that tell the places apart.
fn print_summary(report: &Report, out: &mut impl Write) -> io::Result<()> {
    for column in &report.columns {
        let name = if column.name.is_empty() { column.kind } else { column.name };
        writeln!(out, "{name} ({} words, {} blocks)", column.n_words, column.n_blocks)?;
        let words: Vec<String> =
            column.cloud.iter().take(30).map(|word| format!("{} {}", word.word, word.cell.n)).collect();
        writeln!(out, "  {}", words.join("  "))?;
    }
    writeln!(out, "words that tell the places apart")?;
    for row in report.rows.iter().take(30) {
        let counts: Vec<String> = row.cells.iter().map(|cell| cell.n.to_string()).collect();
        writeln!(out, "  {:10.1} {}  {}", row.g2.unwrap_or(0.0), row.word, counts.join(" "))?;
    }
    Ok(())
}
