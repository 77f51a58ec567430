//! The short form of an official name, by rule.

/// Endings that a short form goes without, longest first.
const ENDINGS: [&str; 10] = ["特别行政区", "地区", "林区", "特区", "省", "市", "县", "区", "盟", "旗"];

/// Endings of autonomous places, before which the names of ethnic groups stand.
const AUTONOMOUS: [&str; 4] = ["自治区", "自治州", "自治县", "自治旗"];

/// Ethnic groups as they stand in names of places; 族 follows all but a few of the longer ones.
const ETHNIC_GROUPS: [&str; 57] = [
    "汉",
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "高山",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "阿昌",
    "普米",
    "塔吉克",
    "怒",
    "乌孜别克",
    "俄罗斯",
    "鄂温克",
    "德昂",
    "保安",
    "裕固",
    "京",
    "塔塔尔",
    "独龙",
    "鄂伦春",
    "赫哲",
    "门巴",
    "珞巴",
    "基诺",
    "各",
];

/// The short form (德州市 → 德州, 延边朝鲜族自治州 → 延边); none where fewer than two characters would be left.
pub(super) fn short_form(name: &str) -> Option<&str> {
    if let Some(rest) = autonomous(name) {
        return Some(without_ethnic_groups(rest));
    }
    let rest = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending))?;
    has_two_characters(rest).then_some(rest)
}

/// The usual form of an autonomous prefecture or county (凉山彝族自治州 → 凉山州); none for other places, and where the
/// name of the people is all there is (东乡族自治县).
pub(super) fn usual_form(name: &str) -> Option<String> {
    autonomous(name)?;
    let kind = ["自治州", "自治县", "自治旗"].into_iter().find(|kind| name.ends_with(kind))?;
    let stem = short_form(name).filter(|stem| !stem.ends_with('族'))?;
    Some(format!("{stem}{}", kind.trim_start_matches("自治")))
}

/// What stands before the ending of an autonomous place; most names are too short for one.
fn autonomous(name: &str) -> Option<&str> {
    let may_be = name.len() > "自治区".len();
    AUTONOMOUS.iter().filter(|_| may_be).find_map(|ending| name.strip_suffix(ending))
}

fn without_ethnic_groups(name: &str) -> &str {
    let mut rest = name;
    while let Some(shorter) = without_last_group(rest) {
        rest = shorter;
    }
    rest
}

fn without_last_group(name: &str) -> Option<&str> {
    let bare = name.strip_suffix('族');
    ETHNIC_GROUPS
        .iter()
        .filter(|group| bare.is_some() || group.chars().count() > 1)
        .filter_map(|group| bare.unwrap_or(name).strip_suffix(group))
        .filter(|rest| has_two_characters(rest))
        .min_by_key(|rest| rest.len())
}

fn has_two_characters(text: &str) -> bool {
    text.chars().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::{short_form, usual_form};

    #[test]
    fn short_forms_follow_the_rule() {
        for (name, short) in [
            ("山东省", Some("山东")),
            ("内蒙古自治区", Some("内蒙古")),
            ("广西壮族自治区", Some("广西")),
            ("新疆维吾尔自治区", Some("新疆")),
            ("香港特别行政区", Some("香港")),
            ("延边朝鲜族自治州", Some("延边")),
            ("黔西南布依族苗族自治州", Some("黔西南")),
            ("克孜勒苏柯尔克孜自治州", Some("克孜勒苏")),
            ("积石山保安族东乡族撒拉族自治县", Some("积石山")),
            ("龙胜各族自治县", Some("龙胜")),
            ("鄂伦春自治旗", Some("鄂伦春")),
            ("东乡族自治县", Some("东乡族")),
            ("大兴安岭地区", Some("大兴安岭")),
            ("锡林郭勒盟", Some("锡林郭勒")),
            ("神农架林区", Some("神农架")),
            ("德城区", Some("德城")),
            ("莒县", None),
        ] {
            assert_eq!(short_form(name), short, "{name}");
        }
    }

    #[test]
    fn usual_forms_follow_the_rule() {
        for (name, usual) in [
            ("凉山彝族自治州", Some("凉山州")),
            ("海南藏族自治州", Some("海南州")),
            ("玉屏侗族自治县", Some("玉屏县")),
            ("鄂伦春自治旗", Some("鄂伦春旗")),
            ("东乡族自治县", None),
            ("广西壮族自治区", None),
            ("凉山市", None),
        ] {
            assert_eq!(usual_form(name).as_deref(), usual, "{name}");
        }
    }
}
