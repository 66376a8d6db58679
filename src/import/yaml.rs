//! Texts as they are written into files: in YAML, TOML and Markdown, so that they mean what they say. Every text is quoted,
//! because a plan may say anything; a library would quote some and not others, and one file would look unlike the next.

use super::bars;
use crate::fields::double_quoted;

/// A text as a YAML value: between single quotes, or with escapes where it has several lines.
pub fn quoted(text: &str) -> String {
    let text = text.trim();
    if text.contains('\n') { double_quoted(text) } else { format!("'{}'", text.replace('\'', "''")) }
}

/// A list of texts as a YAML value.
pub(super) fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "))
}

/// Paragraphs as Markdown in which no sign means anything, except the bullet of a list.
pub fn paragraphs(texts: &[String]) -> String {
    texts.iter().map(|text| paragraph(text)).collect::<Vec<_>>().join("\n\n")
}

fn paragraph(text: &str) -> String {
    if is_table(text) {
        return table(text);
    }
    let lines: Vec<String> = text.lines().map(|line| plain(line.trim())).collect();
    match super::marker::is_bullet(text) {
        true => {
            let words =
                text.trim_start_matches(|sign: char| !sign.is_alphanumeric() && !sign.is_whitespace());
            format!("- {}", plain(&words.split_whitespace().collect::<Vec<_>>().join(" ")))
        }
        false => lines.join("\n"),
    }
}

/// Rows with bars at their ends, and a line drawn below the first.
fn is_table(text: &str) -> bool {
    let rule = text.lines().nth(1).map(bars::cells);
    text.lines().all(|line| line.starts_with('|')) && rule.is_some_and(|cells| bars::is_rule(&cells))
}

/// A table whose cells mean nothing but what they say. All rows have as many cells, or readers would leave some out.
fn table(text: &str) -> String {
    let rows: Vec<Vec<String>> = text.lines().map(bars::cells).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |(at, cells): (usize, &Vec<String>)| {
        let cell = |column: usize| cells.get(column).map(String::as_str).unwrap_or_default();
        let shown = |column: usize| match at {
            1 => "---".to_owned(),
            _ => plain(&cell(column).split_whitespace().collect::<Vec<_>>().join(" ")),
        };
        format!("| {} |", (0..width).map(shown).collect::<Vec<_>>().join(" | "))
    };
    rows.iter().enumerate().map(row).collect::<Vec<_>>().join("\n")
}

/// Escapes every sign that could mean something, wherever it stands: what is imported is read and changed by people next, and
/// must mean the same after their changes. Comments and letters (`diff`, `reporting_requests`) escape for code hosts instead.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let number = line.chars().take_while(char::is_ascii_digit).count();
    let mut before = None;
    let mut signs = line.chars().enumerate().peekable();
    while let Some((at, sign)) = signs.next() {
        let special = matches!(
            sign,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '#'
                | '|'
                | '~'
                | '&'
                | '$'
                | '^'
                | '{'
                | '}'
                | '!'
        );
        let at_start = (at == 0 && matches!(sign, '-' | '+' | '=' | ':'))
            || (at == number && number > 0 && matches!(sign, '.' | ')'));
        // Three colons begin or end an internal block, also behind other signs.
        let is_fence =
            sign == ':' && (before == Some(':') || signs.peek().is_some_and(|(_, next)| *next == ':'));
        if special || at_start || is_fence {
            out.push('\\');
        }
        out.push(sign);
        before = Some(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_mean_what_they_say() {
        assert_eq!(quoted("Japan's: #1"), "'Japan''s: #1'");
        assert_eq!(quoted("a\nb \"c\""), "\"a\\nb \\\"c\\\"\"");
        assert_eq!(
            paragraphs(&["1. [[x]] <b>".to_owned(), "- a *b*".to_owned()]),
            "1\\. \\[\\[x\\]\\] \\<b\\>\n\n- a \\*b\\*"
        );
        assert_eq!(
            paragraphs(&["| Year | Rain |\n|---|---|\n| 2022 | a\\|b | *c* |\n| - |".to_owned()]),
            "| Year | Rain |  |\n| --- | --- | --- |\n| 2022 | a\\|b | \\*c\\* |\n| \\- |  |  |"
        );
        assert_eq!(
            paragraphs(&[":::internal at 10:30 :::".to_owned()]),
            "\\:\\:\\:internal at 10:30 \\:\\:\\:"
        );
    }
}
