//! What Japanese does not part at the end of a line, and browsers do: `2＋2` and numbers in a row such as `第3回`.

use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Elements that hold texts only, so that there can be no element around a part of one.
const TEXTS_ONLY: [&str; 8] = ["title", "script", "style", "option", "textarea", "text", "tspan", "desc"];
const BEGIN: &str = "<span class=\"unbroken\">";
const END: &str = "</span>";

static PLUS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("＋"));
static ORDINAL: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("第"));

/// A finished page in which such words are elements of their own.
pub(super) fn unbroken(page: String) -> String {
    let pluses = PLUS.find_iter(page.as_bytes()).filter_map(|at| around_plus(&page, at));
    let ordinals = ORDINAL.find_iter(page.as_bytes()).filter_map(|at| ordinal(&page, at));
    let mut found: Vec<(usize, usize)> =
        pluses.chain(ordinals).filter(|(start, _)| is_in_a_text(&page, *start)).collect();
    if found.is_empty() {
        return page;
    }
    found.sort_unstable();
    let mut html = String::with_capacity(page.len() + found.len() * (BEGIN.len() + END.len()));
    let mut copied = 0;
    for (start, end) in found {
        // What a longer one has already stands in it.
        if start < copied {
            continue;
        }
        html.extend([&page[copied..start], BEGIN, &page[start..end], END]);
        copied = end;
    }
    html.push_str(&page[copied..]);
    html
}

/// A sum of two numbers around a sign.
fn around_plus(page: &str, at: usize) -> Option<(usize, usize)> {
    let before = page[..at].trim_end_matches(is_digit).len();
    let rest = &page[at + "＋".len()..];
    let after = rest.len() - rest.trim_start_matches(is_digit).len();
    (before < at && after > 0).then_some((before, at + "＋".len() + after))
}

/// A number in a row, with what is counted.
fn ordinal(page: &str, at: usize) -> Option<(usize, usize)> {
    let rest = &page[at + "第".len()..];
    let counted = rest.trim_start_matches(is_digit);
    let is_number = counted.len() < rest.len();
    let unit = counted.chars().next().filter(|unit| is_number && is_ideograph(*unit))?;
    Some((at, page.len() - counted.len() + unit.len_utf8()))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Whether a place is in a text that may have elements: not in a tag, nor in an element of texts only.
fn is_in_a_text(page: &str, at: usize) -> bool {
    let Some(open) = page[..at].rfind('<') else { return false };
    let tag = &page[open + 1..at];
    let Some((tag, _)) = tag.split_once('>') else { return false };
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    !TEXTS_ONLY.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn sums_and_numbers_in_a_row_stay_in_one_line() {
        for (page, expected) in [
            ("<p>第3回「2＋2」</p>", "<p>[第3回]「[2＋2]」</p>"),
            ("<p>第１２条及び第１２</p>", "<p>[第１２条]及び第１２</p>"),
            ("<p>a＋b、1＋、＋1、第三回、第3</p>", "<p>a＋b、1＋、＋1、第三回、第3</p>"),
            ("<p>10＋<b>2</b> 2＋2＋3</p>", "<p>10＋<b>2</b> [2＋2]＋3</p>"),
            ("<title>2＋2</title><option>2＋2", "<title>2＋2</title><option>2＋2"),
            ("<a title=\"第3回 2＋2\" href=x>2＋2</a>", "<a title=\"第3回 2＋2\" href=x>[2＋2]</a>"),
            ("2＋2", "2＋2"),
        ] {
            let shown = unbroken(page.to_owned());
            let shown = shown.replace("<span class=\"unbroken\">", "[").replace("</span>", "]");
            assert_eq!(shown, expected, "{page}");
        }
    }
}
