//! Where two texts differ.

use std::ops::Range;

/// Stretches of `want`, in characters, that `got` has not as they are. Stretches with fewer than three equal
/// characters between them are one. Empty stretches are widened by the characters around them.
pub fn differences(want: &str, got: &str) -> Vec<Range<usize>> {
    let (want, got): (Vec<char>, Vec<char>) = (want.chars().collect(), got.chars().collect());
    let n_common = common(&want, &got);
    let (mut i, mut j) = (0, 0);
    let mut found: Vec<Range<usize>> = Vec::new();
    while i < want.len() || j < got.len() {
        if i < want.len() && j < got.len() && want[i] == got[j] {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let is_more = i == want.len() || (j < got.len() && n_common[i][j + 1] >= n_common[i + 1][j]);
        let here = if is_more { i.saturating_sub(1)..(i + 1).min(want.len()) } else { i..i + 1 };
        if is_more {
            j += 1
        } else {
            i += 1
        }
        match found.last_mut() {
            Some(last) if here.start <= last.end + 2 => last.end = last.end.max(here.end),
            _ => found.push(here),
        }
    }
    found
}

/// Length of the longest common subsequence of what is left from each pair of positions on.
fn common(want: &[char], got: &[char]) -> Vec<Vec<u16>> {
    let mut n_common = vec![vec![0_u16; got.len() + 1]; want.len() + 1];
    for i in (0..want.len()).rev() {
        for j in (0..got.len()).rev() {
            n_common[i][j] = if want[i] == got[j] {
                n_common[i + 1][j + 1] + 1
            } else {
                n_common[i + 1][j].max(n_common[i][j + 1])
            };
        }
    }
    n_common
}
