//! Title, date, source and address as the head of a page states them: `<title>`, the `<meta>` of news and of government
//! sites (`ArticleTitle`, `PubDate`, `ContentSource`), `<link rel=canonical>`, and the comment of browsers that save pages.

use super::facts::is_address;
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
const ADDRESSES: &[&str] = &["og:url"];

/// What a page says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct PageFacts {
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    /// Where the page stands on the web.
    pub address: Option<String>,
    /// Where the text of `<title>` stands.
    pub title_span: Option<Span>,
}

/// Looks through the tags of a page.
pub(super) fn find(original: &str, markup: &[Markup]) -> PageFacts {
    let mut facts = PageFacts::default();
    let mut best = [usize::MAX; 4];
    let mut canonical = None;
    for (index, item) in markup.iter().enumerate() {
        let Some(tag) = Tag::of(item.span.of(original)).filter(|tag| !tag.is_end) else { continue };
        if tag.is("title") && facts.title_span.is_none() {
            let end = markup.get(index + 1).map_or(item.span.end, |next| next.span.start);
            facts.title_span =
                Some(Span::new(item.span.end, end)).filter(|span| !span.of(original).trim().is_empty());
        }
        if tag.is("link") && tag.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
            canonical = canonical.or_else(|| tag.attribute("href").map(plain));
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
        let lists = [
            (TITLES, &mut facts.title),
            (DATES, &mut facts.date),
            (SOURCES, &mut facts.source),
            (ADDRESSES, &mut facts.address),
        ];
        for ((names, field), best) in lists.into_iter().zip(&mut best) {
            if let Some(rank) = names.iter().position(|known| *known == name).filter(|rank| rank < best) {
                *best = rank;
                *field = Some(content.clone());
            }
        }
    }
    let addresses = [saved_from(original), canonical, facts.address.take()];
    facts.address = addresses.into_iter().flatten().find(|address| is_address(address));
    facts.title = facts.title.or_else(|| facts.title_span.map(|span| plain(span.of(original))));
    facts
}

/// The address in `<!-- saved from url=(0026)https://… -->`, which browsers write at the head of a page that they save.
fn saved_from(original: &str) -> Option<String> {
    let head = &original[..original.floor_char_boundary(1024)];
    let (_, after) = head.split_once("<!-- saved from url=(")?;
    let (_, after) = after.split_once(')')?;
    after.split_once(" -->").map(|(address, _)| address.to_owned())
}

fn plain(text: &str) -> String {
    let text = text.replace("&nbsp;", " ").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::intake::read;

    #[test]
    fn a_page_says_where_it_stands_on_the_web() {
        let page = |head: &str| {
            let body = "<body><p>甲市今年要抓产业，也要抓水利。</p><p>甲市的工人要培训。</p></body>";
            let document =
                read("a.html", format!("{head}<title>甲市的一年</title></head>{body}</html>").as_bytes());
            document.address.unwrap_or_default()
        };
        let canonical = "<html><head><link rel='canonical' href='https://example.org/a?b=1&amp;c=2'>";
        assert_eq!(page(canonical), "https://example.org/a?b=1&c=2");
        assert_eq!(
            page("<html><head><meta property='og:url' content='https://example.org/b'>"),
            "https://example.org/b"
        );
        let saved = "<!DOCTYPE html>\n<!-- saved from url=(0021)https://example.org/c -->\n";
        assert_eq!(page(&format!("{saved}{canonical}")), "https://example.org/c");
        assert_eq!(page("<html><head><link rel=canonical href='/a'>"), "");
    }
}
