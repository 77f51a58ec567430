//! Radicals that stand for whole characters.
//!
//! Many programs write 工 into a PDF as the radical ⼯, which looks the same and is another character: no word with it
//! would be found.

/// What the Kangxi radicals U+2F00 to U+2FD5 stand for, in their order: their compatibility decompositions in
/// UnicodeData.txt, Unicode 15.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Of the radicals U+2E80 to U+2EF3 those that stand for whole characters, with what they stand for: from
/// EquivalentUnifiedIdeograph.txt, Unicode 15.
const SUPPLEMENT: &str = "\
    ⺁厂⺊卜⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺩王⺫目⺬示⺶羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞\
    ⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟";

/// The text with characters in place of radicals.
pub(crate) fn without_radicals(text: &str) -> String {
    text.chars().map(|c| character(c).unwrap_or(c)).collect()
}

fn character(c: char) -> Option<char> {
    match c {
        '\u{2f00}'..='\u{2fd5}' => KANGXI.chars().nth((c as usize) - 0x2f00),
        '\u{2e80}'..='\u{2ef3}' => SUPPLEMENT.chars().skip_while(|other| *other != c).nth(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_are_the_characters_that_they_look_like() {
        assert_eq!(KANGXI.chars().count(), 214);
        assert_eq!(without_radicals("⼀⼯⽔⼈⽬⿓⻓⻋⻅一"), "一工水人目龍长车见一");
    }
}
