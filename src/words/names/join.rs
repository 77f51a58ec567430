//! Names put over the tokens of a text.

use super::{Name, NameKind};
use crate::text::Span;
use crate::words::{Class, Token};

/// The tokens of a text with its names: a name whose edges are edges of tokens is one word; else the tokens that it
/// touches are marked as parts of it. Both lists go from left to right.
pub fn tokens_with_names(tokens: &[Token], names: &[Name]) -> Vec<(Token, Option<NameKind>)> {
    let mut joined = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    for name in names {
        let n_before = rest.partition_point(|token| token.span.end <= name.span.start);
        let n_touched = rest[n_before..].partition_point(|token| token.span.start < name.span.end);
        joined.extend(rest[..n_before].iter().map(|token| (*token, None)));
        let touched = &rest[n_before..n_before + n_touched];
        match (touched.first(), touched.last()) {
            (Some(first), Some(last)) if Span::new(first.span.start, last.span.end) == name.span => {
                joined.push((Token { span: name.span, class: Class::Word }, Some(name.kind)));
            }
            _ => joined.extend(touched.iter().map(|token| (*token, Some(name.kind)))),
        }
        rest = &rest[n_before + n_touched..];
    }
    joined.extend(rest.iter().map(|token| (*token, None)));
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(ends: &[usize]) -> Vec<Token> {
        let starts = [0].into_iter().chain(ends.iter().copied());
        starts
            .zip(ends)
            .map(|(start, end)| Token { span: Span::new(start, *end), class: Class::Word })
            .collect()
    }

    fn joined(ends: &[usize], names: &[(usize, usize)]) -> Vec<(usize, usize, bool)> {
        let names: Vec<Name> = names
            .iter()
            .map(|(start, end)| Name { span: Span::new(*start, *end), kind: NameKind::Person })
            .collect();
        let joined = tokens_with_names(&tokens(ends), &names);
        joined.iter().map(|(token, kind)| (token.span.start, token.span.end, kind.is_some())).collect()
    }

    #[test]
    fn a_name_is_one_word_where_tokens_end_with_it_and_marks_what_it_touches_elsewhere() {
        assert_eq!(joined(&[3, 6, 9, 12], &[(3, 9)]), [(0, 3, false), (3, 9, true), (9, 12, false)]);
        assert_eq!(joined(&[3, 9, 12], &[(3, 6)]), [(0, 3, false), (3, 9, true), (9, 12, false)]);
        assert_eq!(joined(&[6, 12], &[(0, 6), (6, 12)]), [(0, 6, true), (6, 12, true)]);
        assert_eq!(joined(&[6], &[]), [(0, 6, false)]);
    }
}
