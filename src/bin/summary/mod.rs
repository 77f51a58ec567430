//! Reports and comparisons in lines for a person to read.

use chengyan::corpus::Likeness;
use chengyan::places::{Code, Gazetteer};
use chengyan::report::{
    Answer, Change, CityLeads, Claim, Collocates, Comparison, Concordance, Dispersion, Emphasis, Figures,
    Lead, OverTime, Passages, Report, Reprints, Survival, ThemeCell, ThemeCity, Themes,
};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Which files are not counted since others print the same, then for each column its most frequent words, then how
/// many phrases of the texts are words and how many uses are set words, then the words that tell the places apart.
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
    print_set_words(report, out)?;
    writeln!(out, "words that tell the places apart")?;
    for row in report.rows.iter().take(30) {
        let counts: Vec<String> = row.cells.iter().map(|cell| cell.n.to_string()).collect();
        writeln!(out, "  {:10.1} {}  {}", row.g2.unwrap_or(0.0), row.word, counts.join(" "))?;
    }
    Ok(())
}

/// How much of all words the set words of reports are, and whether they are shown.
pub fn print_set_words(report: &Report, out: &mut impl Write) -> io::Result<()> {
    let set = &report.set_words;
    if set.n == 0 {
        return Ok(());
    }
    let shown = if set.is_in_use { "not shown (--set-words shows them)" } else { "shown" };
    let words: Vec<&str> = set.words.iter().map(|one| &*one.word).collect();
    let (named, n, n_all) = (words.join("、"), set.n, report.n_words);
    writeln!(out, "set words of reports ({named} …): {n} of {n_all} words, in all totals, {shown}")
}

/// For each place the words that it says more than the others do, with uses and log-likelihood, those that are beyond chance
/// marked, and where there is too little text to judge that.
pub fn print_leading(cities: &[CityLeads], comparison: &Comparison, out: &mut impl Write) -> io::Result<()> {
    for (city, compared) in cities.iter().zip(&comparison.cities) {
        let little = if city.is_enough { "" } else { "; too little text to be judged" };
        writeln!(out, "{} ({} words, {} blocks{little})", city.name, city.n_words, city.n_blocks)?;
        let is_sure = |word: &str| compared.distinctive.iter().any(|figures| figures.word == word);
        let shown = |lead: &Lead| {
            let mark = if is_sure(&lead.word) { "*" } else { "" };
            format!("{}{mark} {} ({:.1})", lead.word, lead.n, lead.g2)
        };
        let words: Vec<String> = city.words.iter().map(shown).collect();
        writeln!(out, "  {}", if words.is_empty() { "no word".to_owned() } else { words.join("  ") })?;
    }
    writeln!(out, "* beyond chance; all others may be chance and describe these texts only")
}

/// So many characters of each context are printed.
const N_CONTEXT: usize = 20;

/// One use a line, the word in the middle where each character is as wide as the others.
pub fn print_lines(found: &Concordance, out: &mut impl Write) -> io::Result<()> {
    for line in &found.lines {
        let place = place_name(&line.column);
        let n_before = line.before.chars().count();
        let before: String = line.before.chars().skip(n_before.saturating_sub(N_CONTEXT)).collect();
        let room = "\u{3000}".repeat(N_CONTEXT - n_before.min(N_CONTEXT));
        let after: String = line.after.chars().take(N_CONTEXT).collect();
        let date = line.date.as_deref().unwrap_or("-");
        writeln!(out, "{room}{before}  {}  {after}\t{place}\t{date}\t{}", line.keyword, line.file)?;
    }
    writeln!(out, "{} of {} uses of {}", found.lines.len(), found.n, found.word)
}

/// One word a line, with how often it stands with the other and in which places.
pub fn print_company(found: &Collocates, out: &mut impl Write) -> io::Result<()> {
    for one in &found.words {
        let figures = format!("{} of {} ({:.1} expected)", one.n, one.n_other, one.expected);
        write!(out, "{}\t{figures}\tlogDice {:.1}\t", one.word, one.log_dice)?;
        let cells = found.columns.iter().zip(&one.cells).filter(|(_, n)| **n > 0);
        let places: Vec<String> =
            cells.map(|(column, n)| format!("{} {n}", place_name(&column.key))).collect();
        writeln!(out, "{}", places.join("  "))?;
    }
    writeln!(out, "{} of {} clauses have {}", found.n, found.n_clauses, found.word)
}

/// The name of a place; of what is no place its key.
fn place_name(key: &str) -> &str {
    let place = key.parse::<Code>().ok().and_then(|code| Gazetteer::built_in().place(code));
    place.map_or(key, |place| place.name)
}

/// Cells of a printed strip.
const N_CELLS: usize = 48;

/// For each place its passages from beginning to end, the cells marked in which the word stands.
pub fn print_strips(found: &Dispersion, out: &mut impl Write) -> io::Result<()> {
    for city in &found.cities {
        let cell = |at: &u64| (*at as usize * N_CELLS / city.n_words.max(1) as usize).min(N_CELLS - 1);
        let marked: BTreeSet<usize> = city.uses.iter().map(cell).collect();
        let strip: String = (0..N_CELLS).map(|at| if marked.contains(&at) { '|' } else { '.' }).collect();
        let dispersion = city.dispersion.map_or("-".to_owned(), |value| format!("{value:.2}"));
        writeln!(out, "{strip}  {dispersion}  {} of {} words  {}", city.uses.len(), city.n_words, city.name)?;
    }
    writeln!(out, "{}: {} uses; 0 is even, 1 in one place", found.word, found.n)
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

/// For each finding whether it holds under all settings that were tried, and under which not.
pub fn print_survival(
    comparison: &Comparison,
    claims: &[Claim],
    settings: &[Survival],
    out: &mut impl Write,
) -> io::Result<()> {
    let n_all = (0..claims.len()).filter(|at| settings.iter().all(|tried| !tried.answers[*at].is_refuted()));
    writeln!(out, "{} of {} findings hold in all settings", n_all.count(), claims.len())?;
    let under = |at: usize, is: fn(Answer) -> bool| -> Vec<String> {
        let some = settings.iter().filter(|tried| is(tried.answers[at]));
        some.map(|tried| format!("{} ({})", tried.setting, tried.answers[at])).collect()
    };
    for city in comparison.cities.iter().filter(|city| claims.iter().any(|claim| claim.key == city.key)) {
        writeln!(out, "{}", city.name)?;
        for (at, claim) in claims.iter().enumerate().filter(|(_, claim)| claim.key == city.key) {
            let kind = if claim.direction == Emphasis::More { "distinctive" } else { "missing" };
            let (not, open) = (under(at, Answer::is_refuted), under(at, Answer::is_open));
            let holds =
                if not.is_empty() { "holds".to_owned() } else { format!("not with: {}", not.join(", ")) };
            let open = if open.is_empty() {
                String::new()
            } else {
                format!("; cannot be said with: {}", open.join(", "))
            };
            writeln!(out, "  {kind:11} {}  {holds}{open}", claim.word)?;
        }
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

/// How much of each place's text is its own, then the shared stretches with their places.
pub fn print_passages(found: &Passages, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "wording of {} letters or more that several places have; who had it first is not known",
        found.min_letters
    )?;
    for city in &found.cities {
        let (n_own, n_letters) = (city.n_letters - city.n_shared, city.n_letters);
        let share = 100.0 * n_own as f64 / n_letters.max(1) as f64;
        writeln!(
            out,
            "{}  {share:.1} % its own: {n_own} of {n_letters} letters in {} documents; {} shared, {} of them in set phrases",
            city.name, city.n_documents, city.n_shared, city.n_set
        )?;
    }
    let name = |key: &str| found.cities.iter().find(|city| city.key == key).map_or("", |city| city.name);
    writeln!(out, "{} of {} shared stretches, the longest first", found.runs.len(), found.n_runs)?;
    for run in &found.runs {
        let part = |is_whole| if is_whole { "" } else { " (in part)" };
        let places = run
            .places
            .iter()
            .map(|place| format!("{} {}{}", name(&place.key), place.n, part(place.is_whole)));
        let kind = if run.is_set { ", set phrase" } else { "" };
        let places: Vec<String> = places.collect();
        writeln!(
            out,
            "{} letters, {} places{kind}  {}  {}",
            run.n_letters,
            run.places.len(),
            places.join(", "),
            run.text
        )?;
        for one in &run.uses {
            writeln!(
                out,
                "  {}\t{}\t{}\t{}",
                name(&one.column),
                one.date.as_deref().unwrap_or("-"),
                one.file,
                one.text
            )?;
        }
    }
    Ok(())
}

/// The two periods of a place, and what became of its words.
pub fn print_change(found: &OverTime, out: &mut impl Write) -> io::Result<()> {
    for place in &found.places {
        let periods = if place.has_periods { "two periods" } else { "no two periods" };
        writeln!(
            out,
            "{} {}  {} documents, {} with a date: {periods}",
            place.key, place.name, place.n_documents, place.n_dated
        )?;
    }
    let Some(place) = &found.place else { return writeln!(out, "no place to be compared over time") };
    writeln!(out, "{}", place.name)?;
    for (name, period) in ["before", "now"].into_iter().zip(&place.periods) {
        let enough = if period.is_enough { "" } else { ", too little text: counts only" };
        writeln!(
            out,
            "  {name}  {} to {}: {} documents, {} words, {} blocks{enough}",
            period.from, period.until, period.n_documents, period.n_words, period.n_blocks
        )?;
    }
    for left_out in &place.left_out {
        writeln!(out, "  left out, {}: {}", left_out.date.as_deref().unwrap_or("no date"), left_out.file)?;
    }
    for word in &place.words {
        let kind = match word.change {
            Some(Change::New) => "new",
            Some(Change::More) => "more",
            Some(Change::Steady) => "steady",
            Some(Change::Less) => "less",
            Some(Change::Dropped) => "dropped",
            None => "-",
        };
        let [before, now] = &word.cells;
        let q = word.q.map_or(String::new(), |q| format!(", q {q:.3}"));
        writeln!(
            out,
            "  {kind:7} {}  {:.1} ({:.1} to {:.1}, n {}) : {:.1} ({:.1} to {:.1}, n {}){q}",
            word.word,
            before.rate,
            before.rate_interval[0],
            before.rate_interval[1],
            before.n,
            now.rate,
            now.rate_interval[0],
            now.rate_interval[1],
            now.n
        )?;
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
