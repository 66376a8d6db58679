//! The cells of a line with bars between them: `| No. | Action |`.

/// The cells of a line. A bar within a cell has a backslash before it.
pub(super) fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|');
    let inner = inner.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
    let mut cells = vec![String::new()];
    let mut signs = inner.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek() == Some(&'|') => {
                signs.next();
                cells.last_mut().into_iter().for_each(|cell| cell.push('|'));
            }
            '|' => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(sign)),
        }
    }
    // A line break within a cell.
    let broken = |cell: &String| {
        ["<br>", "<br/>", "<br />"].iter().fold(cell.clone(), |cell, br| cell.replace(br, "\n"))
    };
    cells.iter().map(broken).map(|cell| cell.trim().to_owned()).collect()
}

/// `|---|:-:|`
pub(super) fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.chars().all(|sign| ":- ".contains(sign)))
        && cells.iter().any(|cell| cell.contains('-'))
}
