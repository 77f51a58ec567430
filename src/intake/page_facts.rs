//! Title, date and source as the head of a page states them: `<title>`, and the `<meta>` of news and of government
//! sites (`ArticleTitle`, `PubDate`, `ContentSource`).

use super::markup::Markup;
use super::tree::Tag;
use crate::text::Span;

/// Names under which a page tells its title, its date and its source; the first that is there counts.
const TITLES: &[&str] = &["articletitle", "og:title", "twitter:title", "title"];
const DATES: &[&str] = &[
    "pubdate",
    "article:published_time",
    "og:release_date",
    "publishdate",
    "publish_time",
    "weibo:article:create_at",
    "date",
];
const SOURCES: &[&str] = &["contentsource", "source", "og:article:source", "mediaid", "article:source"];

/// What a page says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct PageFacts {
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    /// Where the text of `<title>` stands.
    pub title_span: Option<Span>,
}

/// Looks through the tags of a page.
pub(super) fn find(original: &str, markup: &[Markup]) -> PageFacts {
    let mut facts = PageFacts::default();
    let mut best = [usize::MAX; 3];
    for (index, item) in markup.iter().enumerate() {
        let Some(tag) = Tag::of(item.span.of(original)).filter(|tag| !tag.is_end) else { continue };
        if tag.is("title") && facts.title_span.is_none() {
            let end = markup.get(index + 1).map_or(item.span.end, |next| next.span.start);
            facts.title_span =
                Some(Span::new(item.span.end, end)).filter(|span| !span.of(original).trim().is_empty());
        }
        if !tag.is("meta") {
            continue;
        }
        let name = tag
            .attribute("name")
            .or_else(|| tag.attribute("property"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        let Some(content) = tag.attribute("content").map(plain).filter(|content| !content.is_empty()) else {
            continue;
        };
        let lists = [(TITLES, &mut facts.title), (DATES, &mut facts.date), (SOURCES, &mut facts.source)];
        for ((names, field), best) in lists.into_iter().zip(&mut best) {
            if let Some(rank) = names.iter().position(|known| *known == name).filter(|rank| rank < best) {
                *best = rank;
                *field = Some(content.clone());
            }
        }
    }
    facts.title = facts.title.or_else(|| facts.title_span.map(|span| plain(span.of(original))));
    facts
}

fn plain(text: &str) -> String {
    let text = text.replace("&nbsp;", " ").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
