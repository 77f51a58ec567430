//! Lines of a page around a text that no pattern can say: paths, rows of buttons, marks of a series.

use crate::text::MaskKind;

/// What stands on buttons and counters.
const BUTTONS: &[&str] = &[
    "打印",
    "关闭",
    "收藏",
    "分享",
    "分享到",
    "微信",
    "微博",
    "新浪微博",
    "QQ",
    "QQ空间",
    "朋友圈",
    "复制链接",
    "大",
    "中",
    "小",
    "字体",
    "字号",
    "点赞",
    "评论",
    "阅读",
    "浏览",
    "浏览次数",
    "浏览量",
    "阅读量",
    "转发",
    "纠错",
    "返回",
    "返回顶部",
    "次",
    "人气",
    "扫一扫",
    "在看",
    "A+",
    "A-",
    "我要纠错",
    "点击",
    "点击数",
    "打印本页",
    "关闭窗口",
    "关闭本页",
    "复制",
    "举报",
    "字体大小",
    "默认",
    "T",
    "赞",
    "网友评论",
    "我要评论",
    "手机看",
    "繁體",
    "繁体",
    "简体",
    "上一篇",
    "下一篇",
    "上一页",
    "下一页",
    "目录",
];
/// Lines of other kinds are longer.
const MAX_LINE: usize = 80;
/// A step of a path has no more characters than this.
const MAX_STEP: usize = 14;

/// The kind of such a line.
#[inline(never)]
pub(super) fn kind_of(line: &str) -> Option<MaskKind> {
    if line.len() > MAX_LINE * 3 || line.chars().count() > MAX_LINE {
        return None;
    }
    if is_series_mark(line) {
        Some(MaskKind::SeriesMark)
    } else if is_path(line) || is_menu(line) {
        Some(MaskKind::Breadcrumb)
    } else {
        is_row_of_buttons(line).then_some(MaskKind::Share)
    }
}

/// `政务公开 > 工作报告 > 正文`
fn is_path(line: &str) -> bool {
    let steps: Vec<&str> = line.split(['>', '＞', '»', '›']).map(str::trim).collect();
    let is_step = |step: &&str| !step.is_empty() && step.chars().count() <= MAX_STEP;
    steps.len() > 2 && steps.iter().all(is_step) && !line.contains(['。', '，', '；', '='])
}

/// `首页 新闻 政务 视频`
fn is_menu(line: &str) -> bool {
    let items: Vec<&str> = items(line).collect();
    let begins = items.first().is_some_and(|item| ["首页", "网站首页", "主页", "返回首页"].contains(item));
    begins && items.len() > 2 && items.iter().all(|item| item.chars().count() <= 6)
}

/// `【打印】【关闭】`, `阅读 1024`
fn is_row_of_buttons(line: &str) -> bool {
    let is_number = |item: &str| item.trim_end_matches(['次', '人']).bytes().all(|b| b.is_ascii_digit());
    let is_button = |item: &str| BUTTONS.contains(&item);
    let n_items = items(line).count();
    n_items > 1 && items(line).all(|item| is_button(item) || is_number(item)) && items(line).any(is_button)
}

fn items(line: &str) -> impl Iterator<Item = &str> {
    let is_mark = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '|' | '｜' | '【' | '】' | '[' | ']' | '（' | '）' | '(' | ')' | '：' | ':' | '/' | '·'
            )
    };
    line.split(is_mark).filter(|item| !item.is_empty())
}

/// `系列报道之三`, `——…系列评论②`, `（上）`, `（下转第二版）`, `（完）`
fn is_series_mark(line: &str) -> bool {
    const WHOLE: &[&str] =
        &["上", "中", "下", "上篇", "中篇", "下篇", "完", "全文完", "本文完", "未完待续", "待续", "未完"];
    let inner = line.trim_matches(['（', '(', '）', ')', '【', '】', '[', ']']);
    let is_bracketed = inner.len() < line.len();
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let is_part =
        |text: &str| text.strip_prefix('之').is_some_and(|n| !n.is_empty() && n.chars().all(is_numeral));
    let is_turn = ["上接", "下转", "紧接"].iter().any(|word| inner.starts_with(word))
        && inner.ends_with(['版', '页'])
        && inner.chars().count() <= 12;
    if is_bracketed && (WHOLE.contains(&inner) || is_part(inner)) || is_turn || line == "未完待续" {
        return true;
    }
    let bare = inner.trim_start_matches(['—', '-', '─', ' ']);
    let ends_in_number = bare.ends_with(|c| matches!(c, '①'..='⑳'))
        || bare.rfind('之').is_some_and(|at| is_part(bare[at..].trim_end_matches(['）', ')'])));
    let is_subtitle = bare.len() < inner.len();
    let names_series =
        ["系列", "连载", "述评", "评论", "报道", "访谈"].iter().any(|word| bare.contains(word));
    ends_in_number
        && (is_subtitle || names_series)
        && bare.chars().count() <= 40
        && !bare.contains(['。', '，'])
}
