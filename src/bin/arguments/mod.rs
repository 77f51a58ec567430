//! What can be said on the command line.

use super::named;
use chengyan::intake::Encoding;
use chengyan::places::Level;
use chengyan::report::{ConcordanceQuery, LineOrder, N_RUNS, PartOfSpeech, Reprints, View};
use chengyan::words::{Problem, Words};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::fs;
use std::io;
use std::path::PathBuf;

/// What Chinese cities say they will do, and how they differ.
#[derive(Parser)]
#[command(version, about)]
pub struct Arguments {
    /// Read all files in this encoding, rather than in the one that each turns out to be in.
    #[arg(long, global = true, value_name = "LABEL")]
    pub encoding: Option<Encoding>,
    /// Which columns of tables are what, e.g. text=正文,city=城市,date=日期,title=标题,source=来源: by name, letter or
    /// number. What is not said is guessed.
    #[arg(long, global = true, value_name = "NAMES")]
    pub columns: Option<String>,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Print the cleaned text, one block a line.
    Clean {
        /// Blocks, masks, edits and notices with offsets in bytes of the decoded original.
        #[arg(long)]
        json: bool,
        /// The cleaned text; so it is without any other choice.
        #[arg(long, conflicts_with = "json")]
        text: bool,
        /// Everything that was done, and whose words each block is.
        #[arg(long, value_enum, value_name = "FORMAT", conflicts_with_all = ["json", "text"])]
        receipt: Option<ReceiptFormat>,
        #[command(flatten)]
        input: Input,
    },
    /// Print the tokens separated by a space, one block a line.
    Segment {
        /// Cut the text as it is, line by line, without cleaning.
        #[arg(long)]
        raw: bool,
        /// Cut what the dictionary does not know by single characters.
        #[arg(long)]
        no_hmm: bool,
        #[command(flatten)]
        words: WordArguments,
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
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print the report that the page draws.
    Report {
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// How often a text counts that stands in several files.
        #[arg(long, value_enum)]
        reprints: Option<ReprintsArgument>,
        /// The same bytes as in the page; without it, a summary to read.
        #[arg(long)]
        json: bool,
        /// Words of which parts of speech are shown.
        #[arg(long, value_enum)]
        pos: Option<PosArgument>,
        /// For each place only so many words that it says more than the others do, whether by chance or not.
        #[arg(long, value_name = "NUMBER", conflicts_with = "json")]
        leading: Option<usize>,
        #[command(flatten)]
        set_words: SetWordArguments,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print the uses of a word, one a line, with what stands before and after it.
    Concordance {
        /// The word, as the report has it.
        word: String,
        #[command(flatten)]
        lines: LineArguments,
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// How often a text counts that stands in several files.
        #[arg(long, value_enum)]
        reprints: Option<ReprintsArgument>,
        /// All that is known of each use, for programs.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print the words that stand most with a word in one clause.
    Collocates {
        /// The word, as the report has it.
        word: String,
        /// Print the sentences in which both stand, as JSON.
        #[arg(long, value_name = "OTHER")]
        with: Option<String>,
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// All figures, for programs.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        set_words: SetWordArguments,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print where in each place's text a word stands, and how evenly.
    Dispersion {
        /// The word, as the report has it.
        word: String,
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// Each use by the words that stand before it; without it, a summary to read.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print what the texts allow to say about how places differ.
    Compare {
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// All figures; without it, a summary to read.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        set_words: SetWordArguments,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print which findings of `compare` hold under other reasonable settings, each tried alone.
    Robustness {
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// For programs; without it, a summary to read.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        set_words: SetWordArguments,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print what places speak about: themes by share and rate, with how sure, and ranks where they can be told apart.
    Themes {
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// All figures; without it, a summary to read.
        #[arg(long)]
        json: bool,
        /// A sheet of themes of your own, in the form of data/themes/themes.txt.
        #[arg(long, value_name = "FILE")]
        sheet: Option<PathBuf>,
        /// The sentences of one theme, by its key, as JSON.
        #[arg(long, value_name = "THEME", conflicts_with = "json")]
        sentences: Option<String>,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print wording that stands in passages of several places, and how much of each place's text is its own.
    Passages {
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// So many stretches at most, the longest first.
        #[arg(long, short, value_name = "NUMBER", default_value_t = N_RUNS)]
        n: usize,
        /// All that is known of each; without it, a summary to read.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
    /// Print what a place's later texts say anew, as before, and no more.
    Change {
        /// Where results are rolled up to.
        #[arg(long, value_enum)]
        level: Option<LevelArgument>,
        /// The place with this code; else the one with the most dated text.
        #[arg(long, value_name = "CODE")]
        city: Option<String>,
        /// All figures; without it, a summary to read.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        set_words: SetWordArguments,
        #[command(flatten)]
        words: WordArguments,
        #[command(flatten)]
        input: Input,
    },
}

/// Where texts come from.
#[derive(Args)]
pub struct Input {
    /// A workspace that the page saved: its texts, its decisions, its choices.
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub workspace: Option<PathBuf>,
    /// Files, or folders with all files in them.
    #[arg(required_unless_present = "workspace")]
    pub paths: Vec<PathBuf>,
}

/// Which uses of a word are printed, in which order.
#[derive(Args)]
pub struct LineArguments {
    /// By the text, by what follows the word, by what stands before it (from the word backwards), by place or by date.
    #[arg(long, value_enum, default_value = "text")]
    pub sort: SortArgument,
    /// Only of the place with this code, of `several` or of `unknown`.
    #[arg(long, value_name = "CODE")]
    pub city: Option<String>,
    /// Only of documents of this date or later: 2019, 2019-02, 2019-02-24.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Only of documents of this date or earlier.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Only of paragraphs that begin with this speaker's name.
    #[arg(long, value_name = "NAME")]
    pub speaker: Option<String>,
    /// So many lines at most.
    #[arg(long, short, value_name = "NUMBER", default_value_t = usize::MAX, hide_default_value = true)]
    pub n: usize,
}

impl LineArguments {
    /// The same as the engine is asked.
    pub fn query(&self) -> ConcordanceQuery {
        ConcordanceQuery {
            sort: self.sort.into(),
            column: self.city.clone(),
            speaker: self.speaker.clone(),
            from: self.from.clone(),
            until: self.until.clone(),
            n: self.n,
            ..ConcordanceQuery::default()
        }
    }
}

/// The order of lines.
#[derive(Clone, Copy, ValueEnum)]
pub enum SortArgument {
    Text,
    Right,
    Left,
    City,
    Date,
}

impl From<SortArgument> for LineOrder {
    fn from(sort: SortArgument) -> Self {
        match sort {
            SortArgument::Text => LineOrder::Text,
            SortArgument::Right => LineOrder::Right,
            SortArgument::Left => LineOrder::Left,
            SortArgument::City => LineOrder::City,
            SortArgument::Date => LineOrder::Date,
        }
    }
}

/// How a receipt is written.
#[derive(Clone, Copy, ValueEnum)]
pub enum ReceiptFormat {
    Json,
    Csv,
}

/// By which words texts are cut.
#[derive(Args, Default)]
pub struct WordArguments {
    /// A dictionary of your own in jieba's format: word, frequency, tag, one a line; the last two may be left out.
    #[arg(long, value_name = "FILE")]
    pub user_words: Option<PathBuf>,
    /// Cut without policy terms, numbered slogans and quantities, exactly as jieba-rs does.
    #[arg(long)]
    pub no_lexicon: bool,
    /// Count no phrases that were found in the texts as words.
    #[arg(long)]
    pub no_phrases: bool,
}

impl WordArguments {
    /// The words of the file; lines that cannot be taken are named on standard error.
    pub fn read(&self) -> io::Result<Words> {
        self.read_over(Words::default())
    }

    /// Other words, with the dictionary of the file, if there is one, in place of theirs.
    pub fn read_over(&self, words: Words) -> io::Result<Words> {
        let Some(path) = &self.user_words else { return Ok(words) };
        let dictionary = fs::read_to_string(path).map_err(|why| named(path, why))?;
        let words = Words { dictionary, ..words };
        for Problem { line, text, kind } in words.lines().1 {
            eprintln!("{}:{line}: bad {kind}: {text}", path.display());
        }
        Ok(words)
    }
}

/// Whether the set words of reports are shown.
#[derive(Args)]
pub struct SetWordArguments {
    /// Show the set words of reports (工作, 推进, 加强) too; without it they are in the totals only.
    #[arg(long, conflicts_with = "no_set_words")]
    pub set_words: bool,
    /// Leave them out, even if the workspace shows them.
    #[arg(long)]
    pub no_set_words: bool,
}

impl SetWordArguments {
    /// What was asked for goes before what a workspace has.
    pub fn over(&self, view: View) -> View {
        View { genre: self.no_set_words || view.genre && !self.set_words, ..view }
    }
}

/// Words of which parts of speech are shown.
#[derive(Clone, Copy, ValueEnum)]
pub enum PosArgument {
    All,
    Content,
    Nouns,
    Verbs,
}

/// Where results are rolled up to.
#[derive(Clone, Copy, ValueEnum)]
pub enum LevelArgument {
    County,
    Prefecture,
    Province,
}

impl From<LevelArgument> for Level {
    fn from(level: LevelArgument) -> Self {
        match level {
            LevelArgument::County => Level::County,
            LevelArgument::Prefecture => Level::Prefecture,
            LevelArgument::Province => Level::Province,
        }
    }
}

/// How often a text counts that stands in several files.
#[derive(Clone, Copy, ValueEnum)]
pub enum ReprintsArgument {
    Once,
    All,
}

impl From<PosArgument> for PartOfSpeech {
    fn from(pos: PosArgument) -> Self {
        match pos {
            PosArgument::All => PartOfSpeech::All,
            PosArgument::Content => PartOfSpeech::Content,
            PosArgument::Nouns => PartOfSpeech::Nouns,
            PosArgument::Verbs => PartOfSpeech::Verbs,
        }
    }
}

impl From<ReprintsArgument> for Reprints {
    fn from(reprints: ReprintsArgument) -> Self {
        match reprints {
            ReprintsArgument::Once => Reprints::Once,
            ReprintsArgument::All => Reprints::All,
        }
    }
}
