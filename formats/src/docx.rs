//! Word documents: paragraphs in their order, with marks before headings and items of lists, cells of tables with tabs
//! between them, text boxes after the paragraph that holds them, notes at the end.
//!
//! Left out: headers, footers, comments, what was deleted or moved away, hidden text, readings above characters, and
//! the second version that Word writes of a text box for older programs.

use crate::archive::Archive;
use crate::limits::Budget;
use crate::open::{Opened, Part};
use crate::refusal::Why;
use crate::styles::{Styles, outline};
use crate::xml::{Node, Tag, walk};

/// Text boxes and tables within one another are read down to this depth.
const MAX_DEPTH: usize = 16;

/// Reads a document that has `word/document.xml`.
pub(crate) fn read(name: &str, archive: &Archive, budget: &mut Budget, opened: &mut Opened) {
    let mut part = |path: &str| archive.find(path).map(|entry| archive.read(entry, budget));
    let styles = match part("word/styles.xml") {
        Some(Ok(bytes)) => Styles::of(&bytes),
        _ => Styles::default(),
    };
    let mut text = String::new();
    for path in ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"] {
        match part(path) {
            Some(Ok(bytes)) => {
                let (lines, is_whole) = lines(&bytes, &styles);
                text.push_str(&lines);
                if !is_whole {
                    opened.refuse(name, Why::Cut);
                }
            }
            Some(Err(why)) => return opened.refuse(name, why),
            None => {}
        }
    }
    if text.trim().is_empty() {
        return opened.refuse(name, Why::NoText);
    }
    let title = match part("docProps/core.xml") {
        Some(Ok(bytes)) => title(&bytes),
        _ => None,
    };
    opened.parts.push(Part::Text { name: name.to_owned(), text, title });
}

/// The title among the properties, unless it is one that programs put there.
fn title(bytes: &[u8]) -> Option<String> {
    let mut is_title = false;
    let mut title = String::new();
    walk(bytes, |node| match node {
        Node::Start(tag) => is_title = tag.name() == "title",
        Node::End(_) => is_title = false,
        Node::Text(text) if is_title => title.push_str(text),
        Node::Text(_) => {}
    });
    let title = title.trim();
    let is_empty_word = ["Microsoft Word", "Word Document", "PowerPoint", "文档", "无标题"];
    let is_real = !title.is_empty() && !is_empty_word.iter().any(|word| title.starts_with(word));
    is_real.then(|| title.to_owned())
}

/// A paragraph while it is read.
#[derive(Default)]
struct Paragraph {
    text: String,
    level: Option<usize>,
    is_item: bool,
    /// Paragraphs of text boxes within it.
    boxes: String,
}

/// A table while it is read: the cells of the row, each with its paragraphs.
#[derive(Default)]
struct Grid {
    cells: Vec<Vec<String>>,
}

struct Reader<'a> {
    styles: &'a Styles,
    out: String,
    /// The paragraph and those that its text boxes interrupt.
    paragraphs: Vec<Paragraph>,
    grids: Vec<Grid>,
    /// Open elements whose content is left out.
    n_skipped: usize,
    is_text: bool,
    in_paragraph_mark: bool,
    is_hidden_run: bool,
}

/// The lines of a part, and whether it was read to its end.
fn lines(bytes: &[u8], styles: &Styles) -> (String, bool) {
    let mut reader = Reader {
        styles,
        out: String::new(),
        paragraphs: Vec::new(),
        grids: Vec::new(),
        n_skipped: 0,
        is_text: false,
        in_paragraph_mark: false,
        is_hidden_run: false,
    };
    let is_whole = walk(bytes, |node| match node {
        Node::Start(tag) => reader.start(tag),
        Node::End(name) => reader.end(name),
        Node::Text(text) if reader.is_text && reader.n_skipped == 0 && !reader.is_hidden_run => {
            reader.push(text)
        }
        Node::Text(_) => {}
    });
    // What was open when a broken document ended.
    while !reader.paragraphs.is_empty() {
        reader.end_paragraph();
    }
    (reader.out, is_whole)
}

/// Elements whose content is not the text, or is there a second time.
fn is_left_out(tag: &Tag) -> bool {
    let is_separator = || tag.get("type").is_some_and(|kind| kind != "normal");
    match tag.name() {
        "del" | "moveFrom" | "Fallback" | "rt" | "instrText" | "delText" => true,
        "footnote" | "endnote" => is_separator(),
        _ => false,
    }
}

impl Reader<'_> {
    fn start(&mut self, tag: &Tag) {
        // `w:del` among the properties of a paragraph's mark says that the mark was deleted, and is empty.
        let is_too_deep = match tag.name() {
            "p" => self.paragraphs.len() >= MAX_DEPTH,
            "tbl" => self.grids.len() >= MAX_DEPTH,
            _ => false,
        };
        if self.n_skipped > 0 || is_too_deep || is_left_out(tag) {
            self.n_skipped += 1;
            return;
        }
        match tag.name() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.is_hidden_run = false,
            "vanish" if !self.in_paragraph_mark => self.is_hidden_run = tag.is_on(),
            "pPr" => self.in_paragraph_mark = true,
            "t" => self.is_text = true,
            "tab" if !self.in_paragraph_mark => self.push("\t"),
            "br" | "cr" if tag.get("type").is_none_or(|kind| kind == "textWrapping") => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "pStyle" => {
                let level = tag.get("val").and_then(|id| self.styles.level(&id));
                self.paragraph(|paragraph| paragraph.level = paragraph.level.or(level));
            }
            "outlineLvl" => {
                let level = tag.get("val").and_then(|value| outline(&value));
                self.paragraph(|paragraph| paragraph.level = level);
            }
            "numId" if tag.get("val").is_some_and(|id| id != "0") => {
                self.paragraph(|paragraph| paragraph.is_item = true);
            }
            "tbl" => self.grids.push(Grid::default()),
            "tr" => self.grid(|grid| grid.cells.clear()),
            "tc" => self.grid(|grid| grid.cells.push(Vec::new())),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.n_skipped > 0 {
            self.n_skipped -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_paragraph_mark = false,
            "r" => self.is_hidden_run = false,
            "t" => self.is_text = false,
            "tr" => self.end_row(),
            "tbl" => {
                self.grids.pop();
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        self.paragraph(|paragraph| paragraph.text.push_str(text));
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }

    fn grid(&mut self, change: impl FnOnce(&mut Grid)) {
        if let Some(grid) = self.grids.last_mut() {
            change(grid);
        }
    }

    /// A paragraph goes to the cell that it stands in, to the paragraph whose text box it stands in, or to the text.
    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let line = line(&paragraph);
        if let Some(around) = self.paragraphs.last_mut() {
            around.boxes.push_str(&line);
            around.boxes.push_str(&paragraph.boxes);
            return;
        }
        match self.grids.last_mut().and_then(|grid| grid.cells.last_mut()) {
            Some(cell) => cell.extend([line, paragraph.boxes].into_iter().filter(|text| !text.is_empty())),
            None => {
                self.out.push_str(&line);
                self.out.push_str(&paragraph.boxes);
            }
        }
    }

    /// A row of one cell is a frame around text; of more, a line with tabs.
    fn end_row(&mut self) {
        let Some(grid) = self.grids.last_mut() else { return };
        let cells = std::mem::take(&mut grid.cells);
        let n_filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let row = if n_filled <= 1 {
            cells.concat().concat()
        } else {
            let plain = |cell: &Vec<String>| {
                let words: Vec<String> =
                    cell.iter().map(|text| text.replace('\n', " ").trim().to_owned()).collect();
                words.join(" ")
            };
            cells.iter().map(plain).collect::<Vec<_>>().join("\t").trim_end().to_owned() + "\n"
        };
        let n_outer = self.grids.len() - 1;
        match self.grids[..n_outer].last_mut().and_then(|outer| outer.cells.last_mut()) {
            Some(cell) => cell.push(row),
            None => self.out.push_str(&row),
        }
    }
}

/// The paragraph with its mark; empty where there is nothing to read.
fn line(paragraph: &Paragraph) -> String {
    let text = paragraph.text.trim_matches(['\n', ' ']);
    if text.trim().is_empty() {
        return String::new();
    }
    match (paragraph.level, paragraph.is_item) {
        (Some(level), _) => format!("{} {}\n", "#".repeat(level.min(6)), text.trim()),
        (None, true) => format!("- {text}\n"),
        (None, false) => format!("{text}\n"),
    }
}
