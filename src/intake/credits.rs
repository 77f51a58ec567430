//! Lines that hold nothing but names and what they did: `记者张某李某 通讯员 王某`, `张某 摄`, `责编/李某`.
//!
//! A line is taken apart at its marks; each part must be a role, names after a role, or the medium before one.
//! What is left over makes it text: `记者走进车间` is no credit, since nobody is called 走进.

use crate::text::{MaskKind, is_han};

/// Surnames: those of nine in ten people, and 某 for all others.
const SURNAMES: &str = "某王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏\
吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤\
常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成\
苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷\
晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝";
/// What names may follow or precede; longer ones first.
const ROLES: &[&str] = &[
    "责任编辑",
    "值班编辑",
    "版面编辑",
    "美术编辑",
    "特约撰稿人",
    "特约评论员",
    "摄影报道",
    "摄影记者",
    "文字记者",
    "评论员",
    "通讯员",
    "特约记者",
    "见习记者",
    "实习记者",
    "首席记者",
    "实习生",
    "报道员",
    "撰稿人",
    "供稿人",
    "记者",
    "作者",
    "编辑",
    "责编",
    "主编",
    "校对",
    "审核",
    "审校",
    "编审",
    "初审",
    "复审",
    "终审",
    "监制",
    "统筹",
    "策划",
    "撰文",
    "撰稿",
    "供稿",
    "摄影",
    "摄像",
    "供图",
    "制图",
    "设计",
    "视频",
    "剪辑",
    "海报",
    "美编",
    "整理",
    "采写",
    "报道",
    "图文",
    "主播",
    "播音",
    "出品",
    "图片",
];
/// Roles of one character, which names may hold too: they count only beside a mark or at the end.
const SHORT_ROLES: &[&str] = &["文", "图", "摄", "编"];
/// Roles of those who do not write but edit.
const EDITORS: &[&str] = &["编", "校", "审", "监制", "统筹", "策划", "初", "复", "终", "责", "主编", "值班"];
/// What stands before 记者.
const BEFORE: &[&str] = &[
    "本报",
    "本网",
    "本刊",
    "本台",
    "本社",
    "全媒体",
    "融媒体",
    "融媒",
    "见习",
    "实习",
    "特约",
    "特派",
    "首席",
    "新闻",
    "通讯员",
];
/// How the name of a medium ends.
const MEDIA: &[&str] = &[
    "日报",
    "晚报",
    "晨报",
    "早报",
    "时报",
    "商报",
    "周报",
    "报",
    "网",
    "电视台",
    "广播电台",
    "台",
    "社",
    "客户端",
    "融媒",
    "周刊",
    "发布",
    "在线",
    "频道",
];
/// A line of credits is no longer than this many characters.
const MAX_LINE: usize = 80;
/// No name has more characters, and no more names than this run together.
const MAX_RUN: usize = 12;

/// Whether a line is made of credits, and of which kind.
#[inline(never)]
pub(super) fn kind_of(line: &str) -> Option<MaskKind> {
    if line.len() > MAX_LINE * 4 || line.chars().count() > MAX_LINE || line.contains(['。', '！', '？', '；'])
    {
        return None;
    }
    let mut names = Names::default();
    for part in line.split(is_separator).filter(|part| !part.is_empty()) {
        names.take(part)?;
    }
    let role = names.first_role.filter(|_| names.n_names > 0 && names.pending_surname.is_none())?;
    let is_editor = EDITORS.iter().any(|word| role.starts_with(word));
    Some(if is_editor { MaskKind::EditorCredit } else { MaskKind::Byline })
}

/// Whether a text is the name of a medium, by its end.
pub(super) fn is_medium(text: &str) -> bool {
    let n = text.chars().count();
    (3..=14).contains(&n)
        && text.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric())
        && MEDIA.iter().any(|end| text.ends_with(end))
}

/// Whether a text is one or a few names of persons.
pub(super) fn are_names(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    let n = characters.len();
    if !(2..=MAX_RUN).contains(&n) || !characters.iter().all(|c| is_han(*c)) {
        return false;
    }
    // By how many characters a row of names can be covered.
    let mut covered = vec![false; n + 1];
    covered[0] = true;
    for start in 0..n {
        let begins = covered[start] && SURNAMES.contains(characters[start]);
        for length in [2, 3].into_iter().filter(|length| begins && start + length <= n) {
            covered[start + length] = true;
        }
    }
    covered[n]
}

/// Whose journalist it is: a medium, a place with its medium's kind, a post.
fn is_employer(text: &str) -> bool {
    let bare = BEFORE.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    let is_short = text.chars().count() <= 8;
    is_medium(bare) || (bare.len() < text.len() && is_short) || (text.starts_with('驻') && is_short)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '/' | '／'
                | '|'
                | '｜'
                | '、'
                | '，'
                | ','
                | '：'
                | ':'
                | '·'
                | '('
                | ')'
                | '（'
                | '）'
                | '【'
                | '】'
                | '['
                | ']'
                | '□'
                | '■'
                | '◎'
                | '○'
                | '●'
                | '▲'
                | '△'
                | '◆'
                | '—'
                | '-'
                | '&'
                | '@'
        )
}

#[derive(Default)]
struct Names<'a> {
    first_role: Option<&'a str>,
    n_names: usize,
    /// A surname that stands apart from its name: 李 某.
    pending_surname: Option<char>,
}

impl<'a> Names<'a> {
    fn take(&mut self, part: &'a str) -> Option<()> {
        let mut rest = part;
        while let Some(word) = ROLES.iter().chain(BEFORE).find(|word| rest.starts_with(**word)) {
            if ROLES.contains(word) {
                self.role(&rest[..word.len()]);
            }
            rest = &rest[word.len()..];
        }
        let of_medium = ["记者", "通讯员"].iter().find_map(|word| rest.split_once(word));
        if let Some((before, after)) = of_medium.filter(|(before, _)| is_employer(before)) {
            self.role(&rest[before.len()..rest.len() - after.len()]);
            rest = after;
        }
        if let Some(word) = SHORT_ROLES.iter().find(|word| **word == rest) {
            self.role(&rest[..word.len()]);
            return Some(());
        }
        let end =
            ROLES.iter().chain(SHORT_ROLES).find(|word| rest.len() > word.len() && rest.ends_with(**word));
        if let Some(word) = end.filter(|word| !are_names(rest) || ROLES.contains(word) || **word == "摄") {
            let (before, role) = rest.split_at(rest.len() - word.len());
            self.names_or_medium(before)?;
            self.role(role);
            return Some(());
        }
        if rest.is_empty() { Some(()) } else { self.names_or_medium(rest) }
    }

    fn role(&mut self, role: &'a str) {
        self.first_role.get_or_insert(role);
    }

    fn names_or_medium(&mut self, text: &str) -> Option<()> {
        let mut characters = text.chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            return self.half_a_name(c);
        }
        if are_names(text) {
            self.n_names += 1;
            return Some(());
        }
        is_employer(text).then_some(())
    }

    fn half_a_name(&mut self, c: char) -> Option<()> {
        match self.pending_surname.take() {
            Some(_) => self.n_names += usize::from(is_han(c)),
            None if SURNAMES.contains(c) => self.pending_surname = Some(c),
            None => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_run_together_and_apart_are_credits() {
        for (line, want) in [
            ("记者张某李某某 通讯员王某", Some(MaskKind::Byline)),
            ("本报记者 张 某 李 某", Some(MaskKind::Byline)),
            ("甲市日报全媒体记者张某", Some(MaskKind::Byline)),
            ("（本报记者张某 实习生李某）", Some(MaskKind::Byline)),
            ("张某/文 李某/图", Some(MaskKind::Byline)),
            ("文/图 张某某", Some(MaskKind::Byline)),
            ("李某摄", Some(MaskKind::Byline)),
            ("责编：张某 审核：李某", Some(MaskKind::EditorCredit)),
            ("编辑 张某", Some(MaskKind::EditorCredit)),
            ("记者走进车间", None),
            ("记者 手记", None),
            ("编辑出版", None),
            ("张某、李某", None),
            ("设计先行 图纸上墙", None),
            ("策划项目 统筹资金", None),
        ] {
            assert_eq!(kind_of(line), want, "{line}");
        }
    }
}
