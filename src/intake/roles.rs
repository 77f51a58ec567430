//! Who speaks in a block: the text itself, a journalist who asks, the editors, or the words under a picture.
//!
//! Nothing is set aside here: such blocks stay in the cleaned text and carry a role. In an interview the names before
//! the colons are marked as well, since nobody says his own name at the beginning of each turn.

use crate::text::{Block, Role, Span, is_han};
use std::collections::BTreeMap;

/// Names under which journalists ask.
const ASKING: &[&str] = &["记者", "本报记者", "本刊记者", "主持人", "问", "提问", "编辑", "采访者"];
/// A name before a colon has no more characters than this.
const MAX_NAME: usize = 5;
/// Longer lines are no caption.
const MAX_CAPTION: usize = 80;

/// Gives every block its role and, in an interview, its speaker.
#[inline(never)]
pub(super) fn assign(blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.role == Role::Body) {
        block.role = role_of(block.text());
    }
    let labels: Vec<Option<Span>> = blocks.iter().map(|block| label(block.text())).collect();
    let mut n_turns: BTreeMap<String, usize> = BTreeMap::new();
    for (block, label) in blocks.iter().zip(&labels) {
        if let Some(label) = label {
            *n_turns.entry(name(block, *label).to_owned()).or_default() += 1;
        }
    }
    let is_interview = n_turns.keys().any(|name| ASKING.contains(&name.as_str()));
    for (block, label) in blocks.iter_mut().zip(labels) {
        let Some(label) = label.filter(|_| is_interview) else { continue };
        let is_asking = ASKING.contains(&name(block, label));
        let is_speaker = is_asking || name(block, label) == "答" || n_turns[name(block, label)] > 1;
        if is_speaker {
            block.speaker = label;
        }
        if is_asking && block.role == Role::Body {
            block.role = Role::Question;
        }
    }
}

/// Whether a line begins with the name under which a journalist asks.
pub(super) fn is_question(line: &str) -> bool {
    label(line).is_some_and(|label| ASKING.contains(&without_colon(label.of(line))))
}

fn name(block: &Block, label: Span) -> &str {
    without_colon(label.of(block.text()))
}

fn without_colon(label: &str) -> &str {
    label.trim_end_matches([':', '：'])
}

/// A short name and a colon at the beginning of a text.
fn label(text: &str) -> Option<Span> {
    let (colon, mark) = text.char_indices().take(MAX_NAME + 1).find(|(_, c)| matches!(c, ':' | '：'))?;
    let is_name = colon > 0 && text[..colon].chars().all(|c| is_han(c) || c == '·');
    let end = colon + mark.len_utf8();
    (is_name && end < text.len()).then(|| Span::new(0, end))
}

fn role_of(text: &str) -> Role {
    const NOTES: &[&str] = &[
        "编者按",
        "编者的话",
        "编者注",
        "编后",
        "【编者按】",
        "开栏的话",
        "开栏语",
        "[编者按]",
        "核心提示",
        "阅读提示",
        "内容提要",
    ];
    const CAPTIONS: &[&str] =
        &["图为", "图①", "图②", "图③", "图1", "图2", "图3", "▲", "△", "上图", "下图", "(图", "（图"];
    const CREDITS: &[&str] = &["摄", "摄影", "供图", "资料图", "资料图片"];
    let is_short = text.chars().count() <= MAX_CAPTION;
    // A medium that opens a series asks for attention at the end.
    let opens_series = text.trim_end_matches(['。', '.', '！', '!']).ends_with("敬请关注");
    if NOTES.iter().any(|note| text.starts_with(note)) || opens_series {
        return Role::EditorsNote;
    }
    let bare = text.trim_end_matches(['。', ')', '）', ' ']);
    if is_short
        && (CAPTIONS.iter().any(|mark| text.starts_with(mark))
            || CREDITS.iter().any(|mark| bare.ends_with(mark)))
    {
        return Role::Caption;
    }
    Role::Body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Draft;

    fn roles(text: &str) -> Vec<(Role, String)> {
        let mut blocks: Vec<Block> =
            text.lines().map(|line| Block::new(Draft::new(line, Span::new(0, line.len())))).collect();
        assign(&mut blocks);
        blocks.iter().map(|block| (block.role, block.speaker.of(block.text()).to_owned())).collect()
    }

    #[test]
    fn in_an_interview_questions_and_speakers_are_known() {
        let text = "记者：今年怎么干？\n王某某：抓项目。\n还要抓企业。\n记者：还有呢？\n王某某：抓服务。\n重点：抓落实。";
        assert_eq!(
            roles(text),
            [
                (Role::Question, "记者：".to_owned()),
                (Role::Body, "王某某：".to_owned()),
                (Role::Body, String::new()),
                (Role::Question, "记者：".to_owned()),
                (Role::Body, "王某某：".to_owned()),
                (Role::Body, String::new()),
            ]
        );
    }

    #[test]
    fn without_a_journalist_a_colon_names_no_speaker() {
        let text = "甲市：抓项目。\n甲市：抓企业。\n重点：抓落实。";
        assert!(roles(text).iter().all(|role| *role == (Role::Body, String::new())));
    }

    #[test]
    fn notes_and_captions_are_not_the_city_speaking() {
        for (text, want) in [
            ("编者按 今天起本报推出访谈，请看报道。", Role::EditorsNote),
            ("本报今日起推出专题访谈，与读者交流思路。敬请关注。", Role::EditorsNote),
            ("图为某企业的生产车间。", Role::Caption),
            ("某企业的生产车间。某某摄", Role::Caption),
            ("会议号召全市上下敬请关注的事项已经办好。", Role::Body),
            ("我们抓项目。", Role::Body),
        ] {
            assert_eq!(roles(text)[0].0, want, "{text}");
        }
    }
}
