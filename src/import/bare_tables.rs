//! Tables of Markdown whose rows have no bars at their ends: `No. | Action` above `--- | ---`.

use super::lines::SourceLine;

/// Gives their rows the bars, so that they are read like all others.
pub(super) fn close(lines: &mut [SourceLine]) {
    let mut at = 1;
    while at < lines.len() {
        let is_table = is_rule(&lines[at].text) && is_row(&lines[at - 1].text);
        if !is_table {
            at += 1;
            continue;
        }
        let end = (at..lines.len()).find(|end| !is_row(&lines[*end].text)).unwrap_or(lines.len());
        for line in &mut lines[at - 1..end] {
            line.text = format!("| {} |", line.text.trim_end_matches('|').trim_end());
        }
        at = end + 1;
    }
}

fn is_row(text: &str) -> bool {
    text.contains('|') && !text.starts_with('|')
}

/// `--- | :---:`
fn is_rule(text: &str) -> bool {
    let is_cell =
        |cell: &str| cell.contains('-') && cell.trim().trim_matches(':').chars().all(|sign| sign == '-');
    is_row(text) && text.trim_end_matches('|').split('|').all(is_cell)
}

#[cfg(test)]
mod tests {
    use super::super::lines;

    #[test]
    fn rows_get_the_bars_at_their_ends_and_text_does_not() {
        let (mut lines, _) = lines::split("Yes | no\n\nNo. | Action\n--- | :---:\n1 | Dig |\n\n2 | Fill");
        super::close(&mut lines);
        let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            said,
            ["Yes | no", "", "| No. | Action |", "| --- | :---: |", "| 1 | Dig |", "", "2 | Fill"]
        );
    }
}
