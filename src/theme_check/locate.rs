//! Which line of a template most likely made a line of a page.
//!
//! A template's line is what it always writes, with gaps. The line whose fixed pieces are found in the page's line, and
//! which has most of them, is the one. It is a guess, good enough to open the right file at the right place.

use crate::render::TemplateSource;

/// Fewer letters than this in common say nothing.
const LEAST: usize = 4;

/// The template (by its place among `sources`) and the line of it, from 1, that made a line of a page.
pub(super) fn locate<'a>(
    page: &str,
    line: usize,
    sources: impl Iterator<Item = (usize, &'a TemplateSource)>,
) -> Option<(usize, usize)> {
    let lines: Vec<&str> = page.lines().collect();
    let on_page = |at: usize| at.checked_sub(1).and_then(|index| lines.get(index)).copied().unwrap_or("");
    let mut best = ((LEAST, 0), None);
    for (index, source) in sources {
        let made_by: Vec<&str> = source.text.lines().collect();
        for (at, written) in made_by.iter().enumerate() {
            let like = likeness(on_page(line), written);
            if like < best.0.0 {
                continue;
            }
            // Many lines are alike; what is around them distinguishes them.
            let before = at.checked_sub(1).map_or(0, |before| likeness(on_page(line - 1), made_by[before]));
            let after = made_by.get(at + 1).map_or(0, |after| likeness(on_page(line + 1), after));
            // Of two that are as like, the theme's own: those come last.
            if (like, before + after) >= best.0 {
                best = ((like, before + after), Some((index, at + 1)));
            }
        }
    }
    best.1
}

/// How many bytes of a template's line are found in a page's line, in order, less those that are not.
fn likeness(line: &str, template: &str) -> usize {
    let (mut found, mut missing, mut rest) = (0_usize, 0_usize, line);
    for piece in pieces(template) {
        match rest.find(piece) {
            Some(at) => {
                found += piece.len();
                rest = &rest[at + piece.len()..];
            }
            None => missing += piece.len(),
        }
    }
    found.saturating_sub(missing)
}

/// What a template's line always writes: the text between `{{ … }}`, `{% … %}` and `{# … #}`.
fn pieces(template: &str) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), template);
    while let Some(start) = ["{{", "{%", "{#"].iter().filter_map(|opening| rest.find(opening)).min() {
        pieces.push(&rest[..start]);
        let ends = ["}}", "%}", "#}"].iter().filter_map(|end| rest[start..].find(end)).min();
        rest = ends.map_or("", |end| &rest[start + end + 2..]);
    }
    pieces.push(rest);
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(page: &str, line: usize, templates: &[&str]) -> Option<(usize, usize)> {
        let sources: Vec<TemplateSource> = templates
            .iter()
            .map(|text| TemplateSource { name: String::new(), text: (*text).to_owned(), file: None })
            .collect();
        locate(page, line, sources.iter().enumerate())
    }

    #[test]
    fn a_line_is_found_by_its_fixed_pieces() {
        let templates =
            ["<p>\n<li><a href=\"{{ a }}\">{{ b }}</a></li>", "{% if x %}<li>{{ b }}</li>{% else %}<b>"];
        assert_eq!(found("<li><a href=\"x.html\">X</a></li>", 1, &templates), Some((0, 2)));
        assert_eq!(found("<li>X</li>", 1, &templates), Some((1, 1)));
        assert_eq!((found("x", 1, &templates), found("", 7, &templates)), (None, None));
    }

    #[test]
    fn lines_that_are_alike_are_told_apart_by_those_around_them() {
        let templates = ["<nav>\n<em>x</em>\n<ul>", "<p>\n<em>x</em>\n</p>"];
        assert_eq!(found("<nav>\n<em>x</em>\n<ul>", 2, &templates), Some((0, 2)));
        assert_eq!(found("<em>x</em>", 1, &templates), Some((1, 2)));
    }
}
