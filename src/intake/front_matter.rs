//! The lines between `---` (YAML) or `+++` (TOML), or the `{…}` (JSON), at the head of a file.
//!
//! Real front matter is often not what it claims (`title: 专访: …`, `date: 2019-02-24- 07:16`), so each line is taken
//! for itself: a key, a sign, a value. Nothing is evaluated: a value that is an anchor, an alias, a tag or a block of
//! YAML is no fact. What does not end is front matter as far as its lines look so, and a notice says it.

use crate::text::{Notice, NoticeKind, Span};

/// Front matter longer than this many lines is taken for a rule of dashes above ordinary text.
const MAX_LINES: usize = 200;
/// JSON longer than this many bytes is taken for data and not for the head of a text.
const MAX_JSON: usize = 1 << 16;

/// What was found at the head.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The whole front matter with its fences; empty if there is none.
    pub span: Span,
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    pub address: Option<String>,
    pub notice: Option<Notice>,
}

/// How front matter is written.
#[derive(Clone, Copy)]
enum Format {
    Yaml,
    Toml,
    Json,
}

impl Format {
    fn of(first_line: &str) -> Option<Format> {
        match first_line.trim_end() {
            "---" => Some(Format::Yaml),
            "+++" => Some(Format::Toml),
            line => {
                let rest = line.strip_prefix('{')?.trim_start();
                (rest.is_empty() || rest.starts_with('"')).then_some(Format::Json)
            }
        }
    }

    fn closes(self, line: &str) -> bool {
        match (self, line.trim_end()) {
            (Format::Yaml, line) => line == "---" || line == "...",
            (Format::Toml, line) => line == "+++",
            (Format::Json, _) => false,
        }
    }

    /// Key and value of a line.
    fn field(self, line: &str) -> Option<(&str, &str)> {
        let (key, value) = match self {
            Format::Yaml => line.split_once(':')?,
            Format::Toml => line.split_once('=')?,
            Format::Json => line.trim_start().trim_start_matches('{').split_once(':')?,
        };
        let key = key.trim().trim_matches('"');
        let is_key = !key.is_empty()
            && key
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-') || crate::text::is_han(c));
        is_key.then_some((key, value))
    }

    /// Whether a line may go on what the line before began: an item, a table, a bracket, a comment.
    fn goes_on(self, line: &str) -> bool {
        let is_indented = line.starts_with([' ', '\t']);
        let bare = line.trim();
        match self {
            Format::Yaml => {
                (is_indented && !bare.is_empty()) || bare.starts_with("- ") || bare.starts_with('#')
            }
            Format::Toml => {
                bare.starts_with(['[', ']', '#']) || (is_indented && bare.starts_with(['"', '\'']))
            }
            Format::Json => bare.starts_with(['"', '[', ']', '}', '{']),
        }
    }
}

/// Finds front matter at the very beginning of a text.
#[inline(never)]
pub(super) fn find(original: &str) -> Head {
    let (title, date, source, address) = (None, None, None, None);
    let mut head = Head { span: Span::new(0, 0), title, date, source, address, notice: None };
    let Some((first, format)) = original.lines().next().and_then(|line| Some((line, Format::of(line)?)))
    else {
        return head;
    };
    if let Some(end) = closed(original, first, format) {
        let end = Span::new(0, end);
        take_fields(&mut head, end.of(original), format);
        head.span = end;
        return head;
    }
    head.span = unclosed(original, first, format);
    if !head.span.is_empty() {
        let text = head.span.of(original);
        take_fields(&mut head, text, format);
        let message = "front matter begins here and does not end".to_owned();
        head.notice = Some(Notice { kind: NoticeKind::UnclosedFrontMatter, span: head.span, message });
    }
    head
}

/// The end of front matter that is closed, its line break included.
fn closed(original: &str, first: &str, format: Format) -> Option<usize> {
    if let Format::Json = format {
        let end = json_end(original).filter(|_| original[1..].trim_start().starts_with('"'))?;
        let rest = &original[end..];
        let is_alone = rest.starts_with(['\n', '\r']) && !rest.trim().is_empty();
        return is_alone.then(|| line_end(original, end));
    }
    let mut at = line_end(original, first.len());
    for _ in 0..MAX_LINES {
        let line = original[at..].lines().next()?;
        at = line_end(original, at + line.len());
        if format.closes(line) {
            return Some(at);
        }
    }
    None
}

/// The end of the object with which a text begins; brackets are counted, so depth costs nothing.
fn json_end(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate().take(MAX_JSON) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Without an end only the lines that look like fields at the head are front matter.
fn unclosed(original: &str, first: &str, format: Format) -> Span {
    let start = line_end(original, first.len());
    let (mut end, mut n_fields) = (start, usize::from(format.field(first).is_some()));
    for line in original[start..].lines().take(MAX_LINES) {
        let is_field = format.field(line).is_some_and(|(key, value)| {
            // `甲市：` and `时间: …` are as often lines of the text.
            key.is_ascii() && (!matches!(format, Format::Json) || !value.is_empty())
        });
        if !is_field && (n_fields == 0 || !format.goes_on(line)) {
            break;
        }
        n_fields += usize::from(is_field);
        end = line_end(original, end + line.len());
    }
    // A file of nothing else is data. An object that ends was looked at before.
    let is_data = end == original.len() || (matches!(format, Format::Json) && json_end(original).is_some());
    if n_fields == 0 || is_data { Span::new(0, 0) } else { Span::new(0, end) }
}

fn take_fields(head: &mut Head, text: &str, format: Format) {
    let is_json = matches!(format, Format::Json);
    // JSON may stand in one line; outside of strings nothing but a comma ends a field.
    let lines: Vec<&str> = if is_json { json_fields(text) } else { text.lines().collect() };
    for (key, value) in lines.into_iter().filter_map(|line| format.field(line)) {
        let Some(value) = value_of(value, format) else { continue };
        let field = match key.to_ascii_lowercase().as_str() {
            "title" | "标题" | "標題" => &mut head.title,
            "date" | "published" | "publishdate" | "pubdate" | "日期" => &mut head.date,
            "source" | "publisher" | "来源" | "來源" => &mut head.source,
            "url" | "link" | "source_url" | "sourceurl" | "original_url" | "网址" | "链接" | "原文链接" => {
                &mut head.address
            }
            _ => continue,
        };
        field.get_or_insert(value);
    }
}

/// The fields of the outermost object.
fn json_fields(text: &str) -> Vec<&str> {
    let (mut fields, mut start, mut depth, mut in_string, mut is_escaped) =
        (Vec::new(), 0, 0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 1 => {
                fields.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    fields.push(text[start..].trim_end().trim_end_matches('}'));
    fields
}

/// A plain value without its quotes; nothing for what would have to be evaluated.
fn value_of(value: &str, format: Format) -> Option<String> {
    let value = value.trim().trim_end_matches(',');
    let is_plain = match format {
        Format::Yaml => !value.starts_with(['&', '*', '!', '|', '>', '{', '[']),
        Format::Toml | Format::Json => !value.starts_with(['{', '[', '\n']) && value != "null",
    };
    let bare = value.trim().trim_matches(['"', '\'']).trim();
    let text = if matches!(format, Format::Yaml) { bare.to_owned() } else { unescaped(bare) };
    (is_plain && !text.is_empty()).then_some(text)
}

/// Strings of TOML and JSON without their escapes.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('u') => {
                let code: String = rest.by_ref().take(4).collect();
                let c = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32);
                out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Some('n' | 't' | 'r') => out.push(' '),
            Some(c) => out.push(c),
            None => {}
        }
    }
    out
}

/// The offset after the line break that follows `at`, if one does.
fn line_end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    at + match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\n', ..] => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_in_the_value_stays() {
        let head = find("---\ntitle: 专访: 甲市\ndate: 2019-02-24- 07:16\n---\n正文");
        assert_eq!(head.title.as_deref(), Some("专访: 甲市"));
        assert_eq!(head.date.as_deref(), Some("2019-02-24- 07:16"));
        assert_eq!(head.span.end, "---\ntitle: 专访: 甲市\ndate: 2019-02-24- 07:16\n---\n".len());
    }

    #[test]
    fn without_a_closing_line_only_the_fields_are_taken_and_a_notice_says_so() {
        let head = find("---\ntitle: 甲\n正文第一段。\n正文第二段。");
        assert_eq!(head.title.as_deref(), Some("甲"));
        assert_eq!(head.span.end, "---\ntitle: 甲\n".len());
        assert!(head.notice.is_some());
    }

    #[test]
    fn a_text_that_begins_with_a_rule_has_none() {
        assert!(find("---\n正文：第一段。").span.is_empty());
        assert!(find("正文\n---\n").span.is_empty());
    }

    #[test]
    fn toml_and_json_tell_the_same() {
        for text in [
            "+++\ntitle = \"专访: 甲市\"\ndate = 2019-02-24T07:16:00Z\ntags = [\"a\"]\n[params]\nsource = '某某日报'\n+++\n",
            "{\n  \"title\": \"专访: 甲市\",\n  \"tags\": [\"a\", {\"title\": \"x\"}],\n  \"date\": \"2019-02-24\",\n  \"source\": \"某某日报\"\n}\n",
            "{\"title\":\"\\u4e13\\u8bbf: 甲市\",\"date\":\"2019-02-24\",\"source\":\"某某日报\"}\n",
            "---\ntitle: '专访: 甲市'\ndate: 2019-02-24\nsource: 某某日报\n---\n",
        ] {
            let head = find(&format!("{text}正文：{{第一}}段。"));
            assert_eq!(head.span.end, text.len(), "{text}");
            assert_eq!(head.title.as_deref(), Some("专访: 甲市"), "{text}");
            assert!(head.date.is_some_and(|date| date.starts_with("2019-02-24")), "{text}");
            assert_eq!(head.source.as_deref(), Some("某某日报"), "{text}");
            assert!(head.notice.is_none());
        }
    }

    #[test]
    fn without_an_end_each_takes_its_own_lines_only() {
        for text in [
            "+++\ntitle = \"甲市\"\ntags = [\n  \"a\",\n]\n",
            "{\n  \"title\": \"甲市\",\n  \"tags\": [\"a\",\n",
            "---\ntitle: 甲市\ntags:\n  - a\n",
        ] {
            let head = find(&format!("{text}正文第一段。\n正文：第二段。"));
            assert_eq!((head.span.end, head.title.as_deref()), (text.len(), Some("甲市")), "{text}");
            assert!(head.notice.is_some());
        }
    }

    #[test]
    fn nothing_is_evaluated() {
        let bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\ndate: !!timestamp 2019\nsource: >-\n  某某\n---\n正文。";
        let head = find(bomb);
        assert_eq!((head.title, head.date, head.source), (None, None, None));
        assert_eq!(head.span.end, bomb.len() - "正文。".len());
    }

    #[test]
    fn data_and_prose_in_braces_are_no_front_matter() {
        for text in [
            "{\"a\": 1}",
            "{正文}\n第二段。",
            "{\n正文\n}\n第二段。",
            "+++\n正文。",
            "{引文，正文。}\n第二段。",
        ] {
            assert!(find(text).span.is_empty(), "{text}");
        }
        let deep = format!("{{\"a\":{}", "[".repeat(1 << 20));
        assert!(find(&deep).span.is_empty());
    }
}
