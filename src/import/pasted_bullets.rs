//! Bullets that became letters when a text was copied out of Word: `o Buy a boat`, `§ Mark the channel`.

use super::lines::SourceLine;
use super::wrapping::is_wide;

/// What a sign of a symbol font is shown as where that font is missing.
const LETTERS: &[char] = &['o', '§', 'Ø', 'ü', 'v', 'q'];
/// Arrows and ticks that mark the lines of a list and are no part of them.
const ARROWS: &[char] = &['→', '➔', '➢', '➤', '►', '▶', '✓', '✔', '❖'];

/// Makes each a bullet that the text itself could have.
pub(super) fn restore(lines: &mut [SourceLine]) {
    let counts: Vec<usize> = LETTERS
        .iter()
        .map(|letter| lines.iter().filter(|line| after_letter(line, *letter).is_some()).count())
        .collect();
    for line in lines.iter_mut() {
        let letter = LETTERS
            .iter()
            .zip(&counts)
            .find_map(|(letter, count)| {
                let words = after_letter(line, *letter)?;
                // A small letter by itself may be a word of a sentence; a list is indented, or has several.
                (line.indent > 0 || *count > 1 || is_far(line)).then_some((*letter, words))
            })
            .map(|(letter, words)| (if letter == 'o' { '◦' } else { '▪' }, words));
        let found = letter.or_else(|| Some(('•', after_arrow(line)?)));
        if let Some((bullet, words)) = found {
            line.text = format!("{bullet} {words}");
            // Word draws them so on its second and third level, which the copy does not indent.
            line.indent = line.indent.max(match bullet {
                '◦' => 2,
                '▪' => 4,
                _ => 0,
            });
        }
    }
}

/// The words behind a letter that may be a bullet: they begin as a sentence does.
fn after_letter(line: &SourceLine, letter: char) -> Option<String> {
    let rest = line.text.strip_prefix(letter)?;
    let words = rest.trim_start();
    let begins = |sign: char| sign.is_uppercase() || is_wide(sign) || (letter == '§' && sign.is_alphabetic());
    (rest.len() > words.len() && words.starts_with(begins)).then(|| words.to_owned())
}

/// Whether more than one space stands behind the first sign, as between a bullet and its words.
fn is_far(line: &SourceLine) -> bool {
    let mut rest = line.text.chars().skip(1);
    let (first, second) = (rest.next(), rest.next());
    first == Some('\t') || (first == Some(' ') && second.is_some_and(char::is_whitespace))
}

/// The words behind an arrow or a tick.
fn after_arrow(line: &SourceLine) -> Option<String> {
    let rest = line.text.strip_prefix(ARROWS)?;
    let words = rest.trim_start();
    (!words.is_empty() && rest.len() > words.len()).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::restore;
    use crate::import::lines::split;

    #[test]
    fn letters_and_signs_of_symbol_fonts_are_bullets_where_a_list_is() {
        for (text, expected) in [
            ("  o Buy a boat", "◦ Buy a boat"),
            ("o\tBuy a boat", "◦ Buy a boat"),
            ("o   Buy a boat", "◦ Buy a boat"),
            ("o Buy a boat\no Mark it", "◦ Buy a boat|◦ Mark it"),
            ("o Comuni", "o Comuni"),
            ("o comuni\no province", "o comuni|o province"),
            ("§ Kaufen\n§ bauen", "▪ Kaufen|▪ bauen"),
            ("§ 4 Quellen\n§ 5 Wege", "§ 4 Quellen|§ 5 Wege"),
            ("\u{f0b7}\tBuy\n\u{f0a7} Mark", "•\tBuy|• Mark"),
            ("→ Buy\n→Mark", "• Buy|→Mark"),
            ("Ø Buy\nØ Mark", "▪ Buy|▪ Mark"),
            ("v\tBuy", "▪ Buy"),
        ] {
            let (mut lines, _) = split(text);
            restore(&mut lines);
            let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
            assert_eq!(said.join("|"), expected);
        }
    }
}
