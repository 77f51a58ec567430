//! Which styles of a Word document are headings.

use crate::xml::{Node, walk};
use std::collections::BTreeMap;

/// Levels of headings by the styles' ids: 1 is the highest.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    levels: BTreeMap<String, usize>,
}

#[derive(Default)]
struct Style {
    id: String,
    level: Option<usize>,
    based_on: Option<String>,
}

impl Styles {
    /// Reads `word/styles.xml`.
    pub fn of(bytes: &[u8]) -> Self {
        let mut found: Vec<Style> = Vec::new();
        let mut current = Style::default();
        walk(bytes, |node| match node {
            Node::Start(tag) => match tag.name() {
                "style" => current = Style { id: tag.get("styleId").unwrap_or_default(), ..Style::default() },
                "name" => {
                    current.level = current.level.or_else(|| level_of(&tag.get("val").unwrap_or_default()))
                }
                "basedOn" => current.based_on = tag.get("val"),
                "outlineLvl" => {
                    current.level = current.level.or_else(|| outline(&tag.get("val").unwrap_or_default()))
                }
                _ => {}
            },
            Node::End("style") => found.push(std::mem::take(&mut current)),
            _ => {}
        });
        let by_id: BTreeMap<&str, &Style> = found.iter().map(|style| (style.id.as_str(), style)).collect();
        let levels = found.iter().filter_map(|style| Some((style.id.clone(), inherited(style, &by_id)?)));
        Styles { levels: levels.collect() }
    }

    /// The level of a style, if it is a heading's.
    pub fn level(&self, id: &str) -> Option<usize> {
        self.levels.get(id).copied()
    }
}

/// The level of a style or of the styles that it is based on; a circle of styles ends the search.
fn inherited(style: &Style, by_id: &BTreeMap<&str, &Style>) -> Option<usize> {
    const MAX_DEPTH: usize = 12;
    let mut current = style;
    for _ in 0..MAX_DEPTH {
        if current.level.is_some() {
            return current.level;
        }
        current = by_id.get(current.based_on.as_deref()?)?;
    }
    None
}

/// `heading 2` is a heading of level 2 in every language of Word; `Title` is the title.
fn level_of(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    if matches!(name.as_str(), "title" | "标题") {
        return Some(1);
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

/// `w:outlineLvl` counts from 0; 9 is body text.
pub(crate) fn outline(value: &str) -> Option<usize> {
    value.parse().ok().filter(|level| *level < 9).map(|level: usize| level + 1)
}
