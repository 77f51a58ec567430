//! Numbers and names that a text keeps back: 投资X亿元, ××个, □□市.
//!
//! They stay in the cleaned text and are marked, so that nobody takes X for a word. What is written with such
//! letters and means itself is not marked: X光, X+N, 3×3, a name such as 甲X7. A single letter in the place of a name
//! is marked only in a text that keeps back numbers, too.

use crate::text::{Block, Span, Withheld, WithheldKind, is_han};

/// With so many numbers kept back, a single X between ideographs is a name that is kept back.
const MIN_QUANTITIES: usize = 3;

/// What may follow a number.
const UNITS: &[&str] = &[
    "亿", "万", "千", "百", "十", "个", "名", "家", "项", "件", "次", "人", "户", "亩", "吨", "元", "年",
    "月", "日", "号", "天", "小时", "分钟", "%", "％", "‰", "倍", "届", "处", "条", "种", "类", "大", "场",
    "座", "台", "辆", "间", "套", "所", "公里", "千米", "米", "平方", "立方", "公顷", "位", "批", "轮", "期",
    "岁", "支", "层", "周", "季度", "成", "例", "篇", "多个", "余个", "多家", "余家", "多万", "余万", "多亿",
    "余亿", "多人", "余人", "美元", "千瓦", "床", "学时", "学分", "票", "块", "股", "颗", "棵", "头", "只",
    "艘",
];

/// Words that begin with a unit and make a name of what stands before them.
const NO_UNITS: &[&str] = &[
    "大学", "大桥", "大厦", "大队", "大道", "大街", "大会", "大厅", "大坝", "大爷", "大娘", "人民", "日报",
    "所长", "场长", "家园", "家庄", "百货", "成为", "年鉴", "月刊", "周刊", "号称", "位于", "条例", "块链",
    "处长", "家长", "种业", "台长", "户籍", "人大", "头条", "项目",
];

/// Words that are written with a letter.
const LETTER_WORDS: &[&str] = &[
    "光",
    "射线",
    "染色体",
    "轴",
    "线",
    "型",
    "因子",
    "因素",
    "形",
    "架",
    "片",
    "键",
    "档",
    "代",
    "波",
    "教",
];

/// Marks in all blocks what the text keeps back.
#[inline(never)]
pub(super) fn mark(blocks: &mut [Block]) {
    let runs: Vec<Vec<Run>> = blocks.iter().map(|block| runs(block.text())).collect();
    let quantities: Vec<Vec<bool>> =
        blocks.iter().zip(&runs).map(|(block, runs)| quantities(block.text(), runs)).collect();
    let n_quantities = quantities.iter().flatten().filter(|is_quantity| **is_quantity).count();
    for ((block, runs), quantities) in blocks.iter_mut().zip(&runs).zip(&quantities) {
        let text = block.draft.text();
        let kind = |(run, is_quantity): (&Run, &bool)| {
            let is_name = || is_name(text, run, n_quantities >= MIN_QUANTITIES);
            let kind = if *is_quantity {
                WithheldKind::Quantity
            } else if is_name() {
                WithheldKind::Name
            } else {
                return None;
            };
            Some(Withheld { kind, span: run.span })
        };
        block.withheld = runs.iter().zip(quantities).filter_map(kind).collect();
    }
}

/// Marks of one kind in a row, with the digits to which they belong: 20XX, X.X.
struct Run {
    span: Span,
    mark: char,
    n_marks: usize,
}

/// The mark that a character is a form of.
fn mark_of(c: char) -> Option<char> {
    match c {
        'X' | 'x' => Some('X'),
        '×' | '╳' | '✕' => Some('×'),
        '□' | '*' | '_' | '某' => Some(c),
        _ => None,
    }
}

#[inline(never)]
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    // Bytes with which the marks begin; most texts have none but that of 某.
    let may_be = |byte: &u8| matches!(byte, b'X' | b'x' | b'*' | b'_' | 0xc3 | 0xe2);
    if !text.as_bytes().iter().any(may_be) && !text.contains('某') {
        return runs;
    }
    for (at, c) in text.char_indices() {
        let Some(mark) = mark_of(c) else { continue };
        let end = at + c.len_utf8();
        if let Some(last) = runs.last_mut()
            && last.mark == mark
            && matches!(&text[last.span.end..at], "" | "." | ",")
        {
            last.span.end = end;
            last.n_marks += 1;
            continue;
        }
        let n_digits = text.as_bytes()[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        runs.push(Run { span: Span::new(at - n_digits, end), mark, n_marks: 1 });
    }
    runs
}

/// Which of the runs stand for numbers; from the last to the first, since X至X个 says so at its end.
#[inline(never)]
fn quantities(text: &str, runs: &[Run]) -> Vec<bool> {
    let mut quantities = vec![false; runs.len()];
    for index in (0..runs.len()).rev() {
        let run = &runs[index];
        let goes_on = runs.get(index + 1).is_some_and(|next| {
            quantities[index + 1]
                && matches!(
                    &text[run.span.end..next.span.start],
                    "-" | "—" | "~" | "～" | "至" | "到" | "、" | "/"
                )
        });
        quantities[index] = is_free(text, run) && (goes_on || is_quantity(text, run));
    }
    // Two asterisks are as often a mark of emphasis: then some of them stand before no unit.
    if runs.iter().zip(&quantities).any(|(run, is_quantity)| run.mark == '*' && !is_quantity) {
        let stars = runs.iter().zip(&mut quantities).filter(|(run, _)| run.mark == '*');
        stars.for_each(|(_, is_quantity)| *is_quantity = false);
    }
    quantities
}

/// Whether neither letters nor signs of arithmetic make something else of it.
fn is_free(text: &str, run: &Run) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '＋' | '=' | '\'' | '.');
    let before = text[..run.span.start].trim_end().chars().next_back();
    let after = text[run.span.end..].trim_start().chars().next();
    !before.is_some_and(is_part) && !after.is_some_and(is_part)
}

fn is_quantity(text: &str, run: &Run) -> bool {
    let after = text[run.span.end..].trim_start_matches(' ');
    let n_digits = run.span.of(text).bytes().take_while(u8::is_ascii_digit).count();
    if run.mark == '某' {
        return n_digits == 0 && is_some_number(after);
    }
    if n_digits > 0 {
        // 20XX年, 1X%: nothing else is written so.
        return ["年", "月", "日", "%", "％", "亿", "万"].iter().any(|unit| after.starts_with(unit));
    }
    let is_long_enough = !matches!(run.mark, '*' | '_') || run.n_marks > 1;
    let has_unit = UNITS.iter().any(|unit| after.starts_with(unit))
        && !NO_UNITS.iter().any(|word| after.starts_with(word) && !UNITS.contains(word));
    is_long_enough && (has_unit || (run.mark != '_' && text[..run.span.start].ends_with('第')))
}

/// 某亿元, 某万人; 某个 and 某年 are ordinary words.
fn is_some_number(after: &str) -> bool {
    ["亿", "万", "元", "%", "％", "亩", "吨", "公里", "平方"].iter().any(|unit| after.starts_with(unit))
}

#[inline(never)]
fn is_name(text: &str, run: &Run, is_withholding: bool) -> bool {
    let (before, after) = (&text[..run.span.start], &text[run.span.end..]);
    let is_mark = match run.mark {
        'X' | '×' => run.n_marks > 1 || (is_withholding && !run.span.of(text).starts_with('x')),
        '□' => run.n_marks > 1,
        _ => false,
    };
    let touches = before.ends_with(is_han) || after.starts_with(is_han);
    let has_digits = run.span.of(text).starts_with(|c: char| c.is_ascii_digit());
    is_mark
        && touches
        && !has_digits
        && is_free(text, run)
        && !LETTER_WORDS.iter().any(|word| after.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;

    fn marked(text: &str) -> Vec<(WithheldKind, String)> {
        let document = read("a.txt", text.as_bytes());
        let of = |block: &Block| {
            let shown = |held: &Withheld| (held.kind, held.span.of(block.text()).to_owned());
            block.withheld.iter().map(shown).collect::<Vec<_>>()
        };
        document.blocks.iter().flat_map(of).collect()
    }

    #[test]
    fn numbers_that_are_kept_back_are_marked() {
        for (text, want) in [
            ("总投资X亿元。", &["X"][..]),
            ("完成××个，占□%。", &["××", "□"]),
            ("其中X月X日开工。", &["X", "X"]),
            ("划定X至X平方公里，满足X-X天。", &["X", "X", "X", "X"]),
            ("增长X.X%，达到XX万人。", &["X.X", "XX"]),
            ("到20XX年，201×年。", &["20XX", "201×"]),
            ("投资**亿元，用地__亩。", &["**", "__"]),
            ("投资某亿元，用工某万人。", &["某", "某"]),
            ("列全省第X，前X名。", &["X", "X"]),
            ("投资ＸＸ亿元。", &["XX"]),
        ] {
            let marked = marked(text);
            assert!(marked.iter().all(|(kind, _)| *kind == WithheldKind::Quantity), "{text}: {marked:?}");
            let marked: Vec<&str> = marked.iter().map(|(_, text)| text.as_str()).collect();
            assert_eq!(marked, want, "{text}");
        }
    }

    #[test]
    fn what_means_itself_is_not_marked() {
        for text in [
            "购置X光机，X射线检查。",
            "构建“X+N”体系，“X+N+X”模式，“8+8”产业。",
            "地块长3×宽3，3×3米，3 × 3 米。",
            "甲X7上市，iPhone X发布，SpaceX公司。",
            "某个企业、某些人、某项工作、某年某月。",
            "**个**重点。",
            "□本报记者 某某",
            "X项目与XL号。",
            "GX新区。",
        ] {
            assert_eq!(marked(text), [], "{text}");
        }
    }

    #[test]
    fn names_are_marked_where_they_cannot_be_anything_else() {
        let held = "投资X亿元，用地X亩，用工X人。省委X书记到X调研，看了X光机。";
        let names = |text: &str| marked(text).iter().filter(|held| held.0 == WithheldKind::Name).count();
        assert_eq!(names(held), 2);
        assert_eq!(names("省委X书记到X调研。"), 0);
        assert_eq!(names("××市与XX县，□□镇。"), 3);
    }
}
