//! Finding a place by what a reader types.

use super::code::{Code, Level};
use super::gazetteer::{Gazetteer, Place};
use crate::order::Order;

impl Gazetteer {
    /// The places that a reader may mean, at most `n`, the likeliest first: names that are what was typed, then names
    /// that begin with it, then names that hold it, of each the larger places first. White space parts the name from
    /// those of places around it (`临沂 河东`); digits are the beginning of a code.
    ///
    /// ```
    /// use chengyan::places::Gazetteer;
    /// let found = Gazetteer::built_in().find("临沂 河东", 5);
    /// assert_eq!(found.iter().map(|place| place.name).collect::<Vec<_>>(), ["河东区"]);
    /// ```
    pub fn find(&self, typed: &str, n: usize) -> Vec<&Place> {
        let mut words: Vec<&str> = typed.split_whitespace().collect();
        let Some(name) = words.pop() else { return Vec::new() };
        let mut found: Vec<(u8, Level, Code, &Place)> = self
            .places()
            .iter()
            .filter_map(|place| Some((rank(place, name)?, place.level, place.code, place)))
            .filter(|(.., place)| words.iter().all(|word| self.lies_in(place, word)))
            .collect();
        found.order_by_key(|(rank, level, code, _)| (*rank, *level, *code));
        found.into_iter().take(n).map(|(.., place)| place).collect()
    }

    /// The places in which a place lies, the smallest first.
    pub fn parents(&self, place: &Place) -> Vec<&Place> {
        let mut parents = Vec::new();
        let mut next = place.parent;
        while let Some(parent) = next.and_then(|code| self.place(code)) {
            parents.push(parent);
            next = parent.parent;
        }
        parents
    }

    fn lies_in(&self, place: &Place, word: &str) -> bool {
        self.parents(place).iter().any(|parent| parent.name.starts_with(word))
    }
}

/// How well a place fits, the best first; none where it does not.
fn rank(place: &Place, typed: &str) -> Option<u8> {
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return place.code.to_string().starts_with(typed).then_some(0);
    }
    if place.name == typed || place.short_name() == Some(typed) {
        return Some(0);
    }
    let at = place.name.find(typed)?;
    Some(if at == 0 { 1 } else { 2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(typed: &str) -> Vec<String> {
        let gazetteer = Gazetteer::built_in();
        let found = gazetteer.find(typed, 3);
        let name = |place: &&Place| {
            let parents: Vec<&str> = gazetteer.parents(place).iter().map(|parent| parent.name).collect();
            format!("{} {}", place.name, parents.join(" ")).trim_end().to_owned()
        };
        found.iter().map(name).collect()
    }

    #[test]
    fn the_likeliest_places_come_first() {
        for (typed, want) in [
            ("德州", vec!["德州市 山东省"]),
            ("3714", vec!["德州市 山东省", "德城区 德州市 山东省", "陵城区 德州市 山东省"]),
            ("河东", vec!["河东区 天津市", "河东区 临沂市 山东省"]),
            ("临沂 河东", vec!["河东区 临沂市 山东省"]),
            ("山东 德城", vec!["德城区 德州市 山东省"]),
            ("", vec![]),
            ("没有这个", vec![]),
        ] {
            assert_eq!(names(typed)[..want.len()], want, "{typed}");
        }
        assert_eq!(names("吉林")[..2], ["吉林省", "吉林市 吉林省"]);
    }
}
