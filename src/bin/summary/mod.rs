//! Reports and comparisons in lines for a person to read.

use chengyan::corpus::Likeness;
use chengyan::places::{Code, Gazetteer};
use chengyan::report::{
    Comparison, Concordance, Emphasis, Figures, Report, Reprints, ThemeCell, ThemeCity, Themes,
};
use std::io::{self, Write};

/// Which files are not counted since others print the same, then for each column its most frequent words, then how
/// many phrases of the texts are words, then the words that tell the places apart.
pub fn print_summary(report: &Report, out: &mut impl Write) -> io::Result<()> {
    print_reprints(report, out)?;
    for column in &report.columns {
        let name = if column.name.is_empty() { column.kind } else { column.name };
        writeln!(out, "{name} ({} words, {} blocks)", column.n_words, column.n_blocks)?;
        let words: Vec<String> =
            column.cloud.iter().take(30).map(|word| format!("{} {}", word.word, word.cell.n)).collect();
        writeln!(out, "  {}", words.join("  "))?;
    }
    if report.phrases.n > 0 {
        let n = report.phrases;
        writeln!(out, "{} phrases of the texts count as words, in {} uses", n.n, n.n_uses)?;
    }
    writeln!(out, "words that tell the places apart")?;
    for row in report.rows.iter().take(30) {
        let counts: Vec<String> = row.cells.iter().map(|cell| cell.n.to_string()).collect();
        writeln!(out, "  {:10.1} {}  {}", row.g2.unwrap_or(0.0), row.word, counts.join(" "))?;
    }
    Ok(())
}

/// So many characters of each context are printed.
const N_CONTEXT: usize = 20;

/// One use a line, the word in the middle where each character is as wide as the others.
pub fn print_lines(found: &Concordance, out: &mut impl Write) -> io::Result<()> {
    let gazetteer = Gazetteer::built_in();
    for line in &found.lines {
        let place = line.column.parse::<Code>().ok().and_then(|code| gazetteer.place(code));
        let place = place.map_or(line.column.as_str(), |place| place.name);
        let n_before = line.before.chars().count();
        let before: String = line.before.chars().skip(n_before.saturating_sub(N_CONTEXT)).collect();
        let room = "\u{3000}".repeat(N_CONTEXT - n_before.min(N_CONTEXT));
        let after: String = line.after.chars().take(N_CONTEXT).collect();
        let date = line.date.as_deref().unwrap_or("-");
        writeln!(out, "{room}{before}  {}  {after}\t{place}\t{date}\t{}", line.keyword, line.file)?;
    }
    writeln!(out, "{} of {} uses of {}", found.lines.len(), found.n, found.word)
}

/// For each place what it says more than the others and what it does not say, then what they share.
pub fn print_findings(comparison: &Comparison, out: &mut impl Write) -> io::Result<()> {
    for city in &comparison.cities {
        writeln!(out, "{} ({} words, {} blocks)", city.name, city.n_words, city.n_blocks)?;
        if !city.is_enough {
            writeln!(out, "  too little text to be compared")?;
            continue;
        }
        let leading: Vec<&str> = city.leading.iter().map(|figures| figures.word.as_str()).collect();
        writeln!(out, "  leading, chance or not  {}", leading.join("  "))?;
        for (kind, list) in [("distinctive", &city.distinctive), ("missing", &city.missing)] {
            for Figures { word, n, n_blocks, rate, reference_rate, q, .. } in list {
                writeln!(
                    out,
                    "  {kind:11} {word}  {n} in {n_blocks} blocks, {rate:.1} : {reference_rate:.1}, q {q:.3}"
                )?;
            }
        }
    }
    let shared: Vec<String> = comparison.shared.iter().map(|shared| shared.word.clone()).collect();
    writeln!(out, "shared  {}", shared.join("  "))?;
    for pair in &comparison.pairs {
        let [a, b] = &pair.keys;
        writeln!(out, "alike {:.3}  {a} {b}  {}", pair.jensen_shannon, pair.words.join("  "))?;
    }
    Ok(())
}

/// For each theme its places, the highest rate first, with the ranks that each may have.
pub fn print_emphasis(themes: &Themes, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "emphasis in texts, never performance: uses per 10,000 words (95 % interval), share of all themes"
    )?;
    for theme in &themes.themes {
        writeln!(out, "{} {} ({} uses)", theme.key, theme.name, theme.n)?;
        let mut cells: Vec<(&ThemeCity, &ThemeCell)> = themes.cities.iter().zip(&theme.cells).collect();
        cells.sort_by(|(_, a), (_, b)| b.rate.total_cmp(&a.rate));
        for (city, cell) in cells {
            let [low, high] = cell.rate_interval;
            let rank = match cell.ranks {
                None if !city.is_enough => "not ranked, too little text".to_owned(),
                None => "not ranked, no other place has enough text".to_owned(),
                Some([best, worst]) if best == worst => format!("rank {best}"),
                Some([best, worst]) => format!("rank {best} to {worst}, not distinguishable"),
            };
            let sure = match cell.finding {
                Some(Emphasis::More) => ", more than the others beyond chance",
                Some(Emphasis::Less) => ", less than the others beyond chance",
                None => "",
            };
            let share = cell.share.map_or("-".to_owned(), |share| format!("{:.1} %", 100.0 * share));
            let terms: Vec<String> =
                cell.terms.iter().map(|term| format!("{} {}", term.term, term.n)).collect();
            let terms = terms.join("  ");
            let ThemeCell { rate, n, .. } = cell;
            writeln!(
                out,
                "  {}  {rate:.1} ({low:.1} to {high:.1}), {share}, n {n}, {rank}{sure}  {terms}",
                city.name
            )?;
        }
    }
    Ok(())
}

fn print_reprints(report: &Report, out: &mut impl Write) -> io::Result<()> {
    for document in &report.documents {
        let other = report.documents.iter().find(|other| Some(other.id) == document.reprint_of);
        let (Some(other), Some(likeness)) = (other, document.likeness) else { continue };
        let likeness = match likeness {
            Likeness::Same => "prints the same as",
            Likeness::Nearly => "prints nearly the same as",
            Likeness::Excerpt => "is an excerpt of",
        };
        let counted = if report.view.reprints == Reprints::Once { "; counted once" } else { "" };
        writeln!(out, "{} {likeness} {}{counted}", document.file, other.file)?;
    }
    Ok(())
}
