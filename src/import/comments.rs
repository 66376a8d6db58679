//! Comments of Markdown, `<!-- so -->`: their writer meant them for nobody who reads the plan.

use super::lines::SourceLine;

const BEGINS: &str = "<!--";
const ENDS: &str = "-->";

/// Takes comments out of lines, and says where each begins and what it says. One that nothing ends is text.
pub(super) fn take_out(lines: &mut [SourceLine]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(begin) = lines[at].text.find(BEGINS) else {
            at += 1;
            continue;
        };
        let rest = lines[at].text[begin + BEGINS.len()..].to_owned();
        let within = rest.find(ENDS).map(|end| (at, end));
        let below = || (at + 1..lines.len()).find_map(|line| Some((line, lines[line].text.find(ENDS)?)));
        let Some((last, end)) = within.or_else(below) else {
            at += 1;
            continue;
        };
        let before = lines[at].text[..begin].to_owned();
        if last == at {
            found.push((at, rest[..end].trim().to_owned()));
            lines[at].text = joined(&before, &rest[end + ENDS.len()..]);
            continue;
        }
        let mut said = vec![rest];
        said.extend(lines[at + 1..last].iter_mut().map(|line| std::mem::take(&mut line.text)));
        said.push(lines[last].text[..end].to_owned());
        found.push((at, said.join(" ").trim().to_owned()));
        lines[at].text = before.trim().to_owned();
        lines[last].text = lines[last].text[end + ENDS.len()..].trim().to_owned();
        at = last;
    }
    found
}

/// What stands around a comment, without the gap that it leaves.
fn joined(before: &str, after: &str) -> String {
    let is_apart = before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
    let (before, after) = (before.trim_end(), after.trim());
    let apart = is_apart && !before.is_empty() && after.starts_with(|sign: char| !".,;:!?".contains(sign));
    format!("{before}{}{after}", if apart { " " } else { "" })
}

#[cfg(test)]
mod tests {
    use crate::import::lines;

    #[test]
    fn comments_are_taken_out_over_lines_and_reported() {
        for (text, left, said) in [
            ("- Test <!-- secret --> it.", vec!["- Test it."], vec![(0, "secret")]),
            ("- Test it<!-- a --><!-- b -->.", vec!["- Test it."], vec![(0, "a"), (0, "b")]),
            ("<!-- all -->\n- Dig", vec!["", "- Dig"], vec![(0, "all")]),
            (
                "- Dig <!-- one\ntwo\nthree --> here\n- Fill",
                vec!["- Dig", "", "here", "- Fill"],
                vec![(0, "one two three")],
            ),
            ("- Dig <!-- open", vec!["- Dig <!-- open"], vec![]),
            ("- Dig <-- here -->", vec!["- Dig <-- here -->"], vec![]),
        ] {
            let (mut lines, _) = lines::split(text);
            let found = super::take_out(&mut lines);
            let shown: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(shown, left, "{text}");
            let found: Vec<(usize, &str)> = found.iter().map(|(at, words)| (*at, words.as_str())).collect();
            assert_eq!(found, said, "{text}");
        }
    }
}
