//! Two kinds of bullets as two levels, where a text does not indent them: `■ Water`, `► Protect the springs`.

use super::lines::SourceLine;

/// The signs that can be the bullets of two levels. A dash may stand for either.
const BULLETS: &[char] = &[
    '■', '□', '●', '○', '◆', '◇', '►', '▶', '▸', '▪', '•', '◦', '➢', '➤', '→', '➔', '❖', '✓', '✔', '・', '*',
    '+', '-', '–',
];
/// How far the second level is moved in.
const DEEPER: usize = 4;

/// Moves the lines of the second kind in. Returns what was decided.
pub(super) fn set(lines: &mut [SourceLine]) -> Option<String> {
    let found: Vec<(usize, char)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, bullet(line)?))).collect();
    let (first, upper) = *found.first()?;
    let lower = found.iter().map(|(_, sign)| *sign).find(|sign| *sign != upper)?;
    let is_one_of = |sign: char| sign == upper || sign == lower;
    let indent = lines[first].indent;
    let flat = found.iter().all(|(at, sign)| is_one_of(*sign) && lines[*at].indent == indent);
    let heads = found.iter().filter(|(_, sign)| *sign == upper).count();
    // Below each of the first kind stands the second: otherwise the signs alternate for another reason.
    let followed = found.windows(2).filter(|pair| pair[0].1 == upper && pair[1].1 == lower).count();
    if !flat || heads < 2 || followed != heads {
        return None;
    }
    found.iter().filter(|(_, sign)| *sign == lower).for_each(|(at, _)| lines[*at].indent += DEEPER);
    Some(format!(
        "lines with `{lower}` stand one level below those with `{upper}` (--outline to change that)"
    ))
}

/// The bullet that a line begins with.
fn bullet(line: &SourceLine) -> Option<char> {
    let sign = line.text.chars().next().filter(|sign| BULLETS.contains(sign))?;
    let rest = &line.text[sign.len_utf8()..];
    let apart = rest.starts_with(char::is_whitespace) || matches!(sign, '○' | '●' | '■' | '◆' | '・');
    (apart && rest.chars().any(char::is_alphanumeric)).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::set;
    use crate::import::lines;

    #[test]
    fn the_second_kind_of_bullet_is_a_level_below_the_first() {
        for (text, deep) in [
            ("■ A\n► b\n► c\n■ D\n► e", vec![1, 2, 4]),
            ("○水\n・源\n○道\n・橋", vec![1, 3]),
            ("• A\n- b\n\n• C\n- d\n- e", vec![1, 4, 5]),
            ("• A\n- b\n• C", vec![]),
            ("- a\n- b\n* c\n* d", vec![]),
            ("• A\n  - b\n• C\n  - d", vec![]),
            ("• A\n- b\n* c\n• D\n- e", vec![]),
            ("- a\n- b", vec![]),
        ] {
            let (mut lines, _) = lines::split(text);
            let decided = set(&mut lines).is_some();
            let found: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].indent >= 4).collect();
            assert_eq!((found, decided), (deep.clone(), !deep.is_empty()), "{text}");
        }
    }
}
