//! The lines between `---` at the head of a file.
//!
//! Real front matter is often not YAML (`title: 专访: …`, `date: 2019-02-24- 07:16`), so each line is taken for
//! itself: a key, a colon, a value. Nothing is evaluated.

use crate::text::{Notice, NoticeKind, Span};

/// Front matter longer than this many lines is taken for a rule of dashes above ordinary text.
const MAX_LINES: usize = 200;

/// What was found at the head.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The whole front matter with its fences; empty if there is none.
    pub span: Span,
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    pub notice: Option<Notice>,
}

/// Finds front matter at the very beginning of a text.
pub(super) fn find(original: &str) -> Head {
    let mut head = Head { span: Span::new(0, 0), title: None, date: None, source: None, notice: None };
    let Some(first) = original.lines().next().filter(|line| line.trim_end() == "---") else {
        return head;
    };
    let mut at = line_end(original, first.len());
    let mut fields = Vec::new();
    for _ in 0..MAX_LINES {
        let Some(line) = original[at..].lines().next() else { break };
        let next = line_end(original, at + line.len());
        if line.trim_end() == "---" || line.trim_end() == "..." {
            head.span = Span::new(0, next);
            take_fields(&mut head, &fields);
            return head;
        }
        fields.push(line);
        at = next;
    }
    head.span = unclosed(original, line_end(original, first.len()));
    if !head.span.is_empty() {
        let lines: Vec<&str> = head.span.of(original).lines().skip(1).collect();
        take_fields(&mut head, &lines);
        let message = "front matter begins here and has no closing line ---".to_owned();
        head.notice = Some(Notice { kind: NoticeKind::UnclosedFrontMatter, span: head.span, message });
    }
    head
}

/// Without a closing fence only the lines that look like `key: value` at the head are front matter.
fn unclosed(original: &str, after_fence: usize) -> Span {
    let mut end = after_fence;
    while let Some(line) = original[end..].lines().next() {
        let is_field = line.split_once(':').is_some_and(|(key, _)| is_key(key));
        if !is_field {
            break;
        }
        end = line_end(original, end + line.len());
    }
    if end == after_fence { Span::new(0, 0) } else { Span::new(0, end) }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

fn take_fields(head: &mut Head, lines: &[&str]) {
    for (key, value) in lines.iter().filter_map(|line| line.split_once(':')) {
        let value = value.trim().trim_matches(['"', '\'']).trim();
        if value.is_empty() {
            continue;
        }
        let field = match key.trim().to_ascii_lowercase().as_str() {
            "title" | "标题" | "標題" => &mut head.title,
            "date" | "published" | "日期" => &mut head.date,
            "source" | "publisher" | "来源" | "來源" => &mut head.source,
            _ => continue,
        };
        field.get_or_insert_with(|| value.to_owned());
    }
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
}
