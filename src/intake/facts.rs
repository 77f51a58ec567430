//! Title, date, source and address: kept as facts, not counted as text.

use super::credits;
use super::front_matter::Head;
use super::page_facts::PageFacts;

/// What is known of the document itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub title: Option<String>,
    pub date: Option<String>,
    pub source: Option<String>,
    pub address: Option<String>,
}

impl Facts {
    /// What the front matter says. A site's name after the title's last `_` is not part of it.
    #[inline(never)]
    pub fn from_head(head: Head) -> Self {
        Facts {
            title: head.title.map(|title| without_site(&title).to_owned()),
            date: head.date.and_then(|date| find_date(&date)),
            source: head.source,
            address: head.address.filter(|address| is_address(address)),
        }
    }

    /// What a page says, where the front matter said nothing.
    #[inline(never)]
    pub fn or_of_page(self, page: PageFacts) -> Self {
        let title = page.title.map(|title| without_site(&title).to_owned());
        Facts {
            title: self.title.or(title),
            date: self.date.or_else(|| page.date.and_then(|date| find_date(&date))),
            source: self.source.or(page.source),
            address: self.address.or(page.address),
        }
    }

    /// Where the text was published on the web: as it is stated, or where an address stands for the source.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref().or(self.source.as_deref()).filter(|address| is_address(address))
    }
}

/// Whether a text is the full address of a page on the web, and nothing else.
pub(super) fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
    text.len() <= 2048
        && host.is_some_and(|host| host.starts_with(char::is_alphanumeric) && host.chars().all(is_plain))
}

/// `今年怎么干_某某频道` is the title `今年怎么干` and the name of a site. After a hyphen only what ends like such a
/// name is one.
pub(super) fn without_site(title: &str) -> &str {
    const SITES: &[&str] = &["网", "频道", "网站", "政府", "门户", "日报", "在线", "客户端", "新闻"];
    let is_short = |site: &str| site.trim().chars().count() <= 12;
    match title.rsplit_once('_') {
        Some((before, site)) if !before.trim().is_empty() && is_short(site) => {
            return without_site(before.trim());
        }
        _ => {}
    }
    match title.rsplit_once(['-', '|', '–', '—']) {
        Some((before, site))
            if !before.trim().is_empty()
                && is_short(site)
                && SITES.iter().any(|end| site.trim().ends_with(end)) =>
        {
            before.trim_end_matches(['-', '—', ' '])
        }
        _ => title,
    }
}

/// The first date in a text, as ISO: `2019-02-24- 07:16` is `2019-02-24`, `2019年2月` is `2019-02`. A year alone
/// counts only if `年` follows it or it is all there is.
pub(super) fn find_date(text: &str) -> Option<String> {
    if let Some(date) = written_date(text) {
        return Some(date);
    }
    text.char_indices()
        .filter(|(at, _)| !text[..*at].ends_with(|c: char| c.is_ascii_digit()))
        .find_map(|(at, _)| date_at(&text[at..]))
}

fn date_at(text: &str) -> Option<String> {
    let (year, rest) = number(text, 4, 4).filter(|(year, _)| (1900..=2100).contains(year))?;
    let separator = rest.chars().next();
    let month = separator
        .filter(|c| matches!(c, '-' | '/' | '.' | '年'))
        .and_then(|c| number(rest[c.len_utf8()..].trim_start(), 1, 2))
        .filter(|(month, _)| (1..=12).contains(month));
    let Some((month, rest)) = month else {
        return (separator.is_none() || separator == Some('年')).then(|| format!("{year:04}"));
    };
    let day = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '/' | '.' | '月'))
        .and_then(|c| number(rest[c.len_utf8()..].trim_start(), 1, 2))
        .filter(|(day, _)| (1..=31).contains(day));
    Some(match day {
        Some((day, _)) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("{year:04}-{month:02}"),
    })
}

/// 二〇一九年二月二十四日, if it is all there is.
fn written_date(text: &str) -> Option<String> {
    let (year, rest) = text.trim().split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let day = rest.strip_suffix('日')?;
    let digit = |c: char| {
        "零一二三四五六七八九".chars().position(|other| other == c || (other == '零' && "〇○".contains(c)))
    };
    let digits: Vec<usize> = year.chars().map(digit).collect::<Option<_>>()?;
    let [a, b, c, d] = digits[..] else { return None };
    let number = |text: &str| match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { tens.chars().next().and_then(digit)? };
            Some(10 * tens + if ones.is_empty() { 0 } else { ones.chars().next().and_then(digit)? })
        }
        None => text.chars().next().and_then(digit),
    };
    let (month, day) = (number(month)?, number(day)?);
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| format!("{a}{b}{c}{d}-{month:02}-{day:02}"))
}

/// A number of `min` to `max` digits at the beginning of a text, and what follows it.
fn number(text: &str, min: usize, max: usize) -> Option<(u32, &str)> {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if n_digits < min || n_digits > max {
        return None;
    }
    Some((text[..n_digits].parse().ok()?, &text[n_digits..]))
}

/// Whether a line holds a date of publication and nothing else but times, labels and names after labels.
#[inline(never)]
pub(super) fn is_date_line(line: &str) -> bool {
    const LABELS: &[&str] = &[
        "发布时间",
        "发布日期",
        "更新时间",
        "时间",
        "日期",
        "来源",
        "编辑",
        "责任编辑",
        "作者",
        "点击",
        "浏览",
        "阅读",
        "次数",
        "字号",
        "大",
        "中",
        "小",
    ];
    if line.len() > 240 || line.chars().count() > 60 || line.contains(['。', '；', '，', ',']) {
        return false;
    }
    if written_date(line).is_some() {
        return true;
    }
    let Some(date) = line.char_indices().find_map(|(at, _)| date_at(&line[at..]).map(|_| at)) else {
        return false;
    };
    let before = line[..date].trim_matches(|c: char| !c.is_alphanumeric());
    let is_label = before.is_empty() || LABELS.contains(&before) || credits::is_medium(before);
    let rest = line[date..]
        .trim_start_matches(|c: char| c.is_ascii_digit() || " \u{3000}-/.:：年月日时分秒T+".contains(c));
    let has_label = LABELS.iter().any(|label| rest.starts_with(label));
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    is_label && (rest.is_empty() || has_label || credits::is_medium(rest))
}

/// The value after a label such as `来源：`, up to the next white space.
pub(super) fn labelled<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let after = &line[line.find(label)? + label.len()..];
    let after = after.trim_start().strip_prefix([':', '：'])?.trim_start();
    let value = after.split(|c: char| c.is_whitespace() || c == '|' || c == '　').next()?.trim();
    (!value.is_empty() && !value.ends_with([':', '：'])).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_their_many_forms() {
        for (text, want) in [
            ("2019-02-24- 07:16", Some("2019-02-24")),
            ("发布时间:2020-08-25 来源", Some("2020-08-25")),
            ("2021年3月5日", Some("2021-03-05")),
            ("2021/3/5", Some("2021-03-05")),
            ("2018 年度", None),
            ("2019年工作", Some("2019")),
            ("2019", Some("2019")),
            ("2019年13月", Some("2019")),
            ("电话 053166661234", None),
            ("没有日期", None),
        ] {
            assert_eq!(find_date(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn a_line_with_a_date_and_labels_is_no_text() {
        for (line, want) in [
            ("2019-03-01 11:32:03", true),
            ("2019-02-18 编辑: 某某", true),
            ("发布时间:2020-08-25 来源: 某站 点击:", true),
            ("2019年全市工作会议召开", false),
            ("今年是2019年", false),
            ("2019-03-01，全市开会。", false),
        ] {
            assert_eq!(is_date_line(line), want, "{line}");
        }
    }

    #[test]
    fn an_address_is_a_whole_one_on_the_web() {
        for (text, want) in [
            ("https://example.org/2019/a.html", true),
            ("http://例子.中国/甲市", true),
            ("example.org/a.html", false),
            ("javascript:alert(1)//http://", false),
            ("https://", false),
            ("https:///a", false),
            ("https://example.org/a b", false),
            ("https://example.org/\"><b>", false),
        ] {
            assert_eq!(is_address(text), want, "{text}");
        }
    }

    #[test]
    fn the_value_of_a_label_ends_at_white_space() {
        assert_eq!(labelled("来源:某某日报 点击:", "来源"), Some("某某日报"));
        assert_eq!(labelled("来源： 点击:", "来源"), None);
        assert_eq!(labelled("资金来源广泛", "来源"), None);
    }
}
