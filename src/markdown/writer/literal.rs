//! Signs of Markdown that were left as they stand. Each case is narrow: what may be meant so is not reported.

use std::ops::Range;

/// What one of the cases begins with.
const SIGNS: [char; 18] =
    ['［', '*', '[', ']', '|', '#', '-', '+', '•', '・', '‣', '●', '｜', '＊', '＃', '!', '?', '\t'];

/// Signs that stay.
pub(super) struct Slip {
    /// Where, in the text that was looked at.
    pub(super) place: Range<usize>,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// The first such signs of a piece of text as it was written, without what Markdown understood.
pub(super) fn find(text: &str, begins_line: bool, is_wide: impl Fn(char) -> bool) -> Option<Slip> {
    let may_be_one = text.contains(SIGNS) || begins_line && text.starts_with(is_wide_digit);
    if !may_be_one {
        return None;
    }
    at_line_start(text).filter(|_| begins_line).or_else(|| brackets(text)).or_else(|| stars(text, is_wide))
}

fn at_line_start(text: &str) -> Option<Slip> {
    let first = text.chars().next()?;
    let second = text[first.len_utf8()..].chars().next();
    let slip = |length, message, help| Some(Slip { place: 0..length, message, help });
    match first {
        '-' | '+' | '*' if second.is_some_and(char::is_alphabetic) && !closes_emphasis(text) => slip(
            1,
            "this line looks like an entry of a list, but Markdown does not read it as one",
            "put a space after the sign: `- text`",
        ),
        '•' | '‣' | '●' | '・' => slip(
            first.len_utf8(),
            "this line looks like an entry of a list, but Markdown does not read it as one",
            "start the line with `- ` instead of the dot",
        ),
        '＊' if second.is_some_and(char::is_alphabetic) && text.matches('＊').count() == 1 => slip(
            first.len_utf8(),
            "this line looks like an entry of a list, but Markdown does not read it as one",
            "start the line with `- `: the sign is full-width",
        ),
        '＃' => slip(
            text.len() - text.trim_start_matches('＃').len(),
            "this line looks like a heading, but Markdown does not read it as one",
            "write `## Heading` with the `#` of a keyboard and a space: the sign is full-width",
        ),
        '｜' if text.trim_end().ends_with('｜') && text.trim_end().len() > first.len_utf8() => slip(
            text.trim_end().len(),
            "this line looks like a row of a table, but Markdown does not read it as one",
            "write the bars as `|`, not as `｜`, and a line such as `|---|---|` below the first row",
        ),
        '０'..='９' => numbered_wide(text),
        '!' | '?' => box_of_another_tool(text),
        '#' => {
            let signs = text.len() - text.trim_start_matches('#').len();
            let words = text[signs..].starts_with(char::is_alphabetic);
            if !words || signs > 6 {
                return None;
            }
            slip(
                signs,
                "this line looks like a heading, but Markdown does not read it as one",
                "put a space after the signs: `## Heading`",
            )
        }
        '|' if text.trim_end().ends_with('|') && text.trim_end().len() > 1 => slip(
            text.trim_end().len(),
            "this line looks like a row of a table, but Markdown does not read it as one",
            "add a line such as `|---|---|` below the first row, with the same number of columns",
        ),
        _ => None,
    }
}

/// A line that begins as the line above does, with a number or a sign by which lists begin elsewhere: they run together.
pub(super) fn listed(text: &str, above: &str) -> Option<Slip> {
    // A break at the end of the line above keeps the two apart.
    if above.ends_with("  ") || above.ends_with('\\') {
        return None;
    }
    let (own, other) = (list_sign(text)?, list_sign(above)?);
    let follows = match (own.1, other.1) {
        (0, 0) => true,
        (own, other) => own == other + 1,
    };
    follows.then_some(Slip {
        place: 0..own.0,
        message: "this line looks like an entry of a list, but Markdown does not read it as one",
        help: "start each of the lines with `- ` or with `1. `",
    })
}

/// How long the sign is by which a line begins, and its number: `–`, `①`, `a.`.
fn list_sign(line: &str) -> Option<(usize, u32)> {
    let line = line.trim_end();
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let is_text = |rest: &str| rest.trim_start().starts_with(char::is_alphanumeric);
    match first {
        '–' | '—' | '―' if rest.starts_with(char::is_whitespace) && is_text(rest) => {
            Some((first.len_utf8(), 0))
        }
        '①'..='⑳' if is_text(rest) => Some((first.len_utf8(), u32::from(first) - u32::from('①') + 1)),
        'a'..='z' => {
            let rest = rest.strip_prefix(['.', ')'])?;
            (rest.starts_with(' ') && is_text(rest)).then(|| (2, u32::from(first) - u32::from('a') + 1))
        }
        _ => None,
    }
}

/// `１．words`: two such lines run together.
fn numbered_wide(text: &str) -> Option<Slip> {
    let after = text.trim_start_matches(is_wide_digit);
    let sign = after.chars().next().filter(|c| matches!(c, '．' | '）'))?;
    let words = after[sign.len_utf8()..].trim_start();
    words.starts_with(char::is_alphabetic).then(|| Slip {
        place: 0..text.len() - after.len() + sign.len_utf8(),
        message: "this line looks like an entry of a list, but Markdown does not read it as one",
        help: "start the line with `1. `: the number or the full stop is full-width",
    })
}

fn is_wide_digit(c: char) -> bool {
    matches!(c, '０'..='９')
}

/// `!!! note` and `??? note`, which other generators show as a box.
fn box_of_another_tool(text: &str) -> Option<Slip> {
    let rest = ["!!! ", "???+ ", "??? "].iter().find_map(|sign| text.strip_prefix(sign))?;
    rest.starts_with(char::is_alphabetic).then(|| Slip { place: 0..text.trim_end().len(), ..NO_BOX })
}

/// What to say of boxes that are written in another way.
const NO_BOX: Slip = Slip {
    place: 0..0,
    message: "this starts a box in other tools, but not in planbook, and the signs appear on the page",
    help: "write the box as a quotation: a line `> [!NOTE]`, then the text with `> ` before each line; the words are NOTE, TIP, IMPORTANT, WARNING and CAUTION",
};

/// `*word* …` is emphasis that Markdown did not understand: a case of [`stars`].
fn closes_emphasis(text: &str) -> bool {
    text.starts_with('*') && text[1..].contains('*')
}

/// `[[3.1`, `[words] (https://…)` and `[^note]`.
fn brackets(text: &str) -> Option<Slip> {
    let to_end_of = |start: usize| {
        let rest = &text[start..];
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        start..start + end
    };
    if let Some(kind) = text.trim_end().strip_prefix("[!").and_then(|rest| rest.strip_suffix(']'))
        && !kind.is_empty()
        && kind.chars().all(|c| c.is_ascii_alphabetic())
    {
        return Some(Slip { place: 0..text.trim_end().len(), ..NO_BOX });
    }
    for wide in ["［［", "］(http", "］（http", "](（http", "]（http", "！["] {
        if let Some(at) = unescaped(text, wide) {
            return Some(Slip {
                place: to_end_of(at),
                message: "this looks like a link, but Markdown does not read it as one: its brackets are full-width",
                help: "write `[[3.1]]`, `[words](https://…)` or `![words](files/map.png)` with the brackets of a keyboard",
            });
        }
    }
    if let Some(at) = unescaped(text, "![").filter(|at| text[*at..].contains("] (")) {
        return Some(Slip {
            place: at..text.trim_end().len(),
            message: "this looks like a picture, but Markdown does not read it as one",
            help: "write `![words](files/map.png)`, without a space between the brackets",
        });
    }
    if let Some(at) = unescaped(text, "[[") {
        let place = to_end_of(at);
        return Some(Slip {
            place,
            message: "this looks like a reference, but planbook does not read it as one",
            help: "end it with two brackets on the same line: `[[3.1]]`; write `\\[[` for two brackets",
        });
    }
    for spaced in ["](", "] (http", "] (../", "] (mailto:"] {
        if let Some(at) = unescaped(text, spaced) {
            return Some(Slip {
                place: to_end_of(at),
                message: "this looks like a link, but Markdown does not read it as one",
                help: "write `[words](https://…)`, without a space between the brackets or in the URL",
            });
        }
    }
    if let Some(at) = unescaped(text, "][") {
        let name = text[at + 2..].find(']').map(|length| at + 2 + length + 1);
        if let Some(name) =
            name.filter(|name| !text[at + 2..*name].contains(char::is_whitespace) && *name > at + 3)
        {
            return Some(Slip {
                place: at + 1..name,
                message: "this looks like the name of a link, but no link has this name",
                help: "write `[words](https://…)`, or define the name on a separate line: `[name]: https://…`",
            });
        }
    }
    let note = unescaped(text, "[^")?;
    let end = note + text[note..].find(']')? + 1;
    Some(Slip {
        place: note..end,
        message: "this looks like a note, but no note has this name",
        help: "write the note on a separate line: `[^1]: Why.`",
    })
    .filter(|_| !text[note..end].contains(char::is_whitespace) && end - note > 3)
}

/// Asterisks that Markdown did not take for emphasis: two together that touch a word, or a pair of single ones in a script
/// without spaces, where Markdown wants some beside signs such as `）` and `。`.
fn stars(text: &str, is_wide: impl Fn(char) -> bool) -> Option<Slip> {
    const MESSAGE: &str = "these asterisks have no effect and appear on the page";
    const HELP: &str = "start and end the emphasis in the same paragraph, without a space inside the asterisks; put brackets, quotation marks and full stops outside it: `**words**）`. Write `\\*` for an asterisk";
    let touches = |at: usize, length: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + length..].chars().next();
        (before, after)
    };
    let mut from = 0;
    while let Some(at) = unescaped(&text[from..], "**").map(|at| at + from) {
        let length = text[at..].len() - text[at..].trim_start_matches('*').len();
        let (before, after) = touches(at, length);
        let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
        let is_power = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if length == 2 && (is_word(before) || is_word(after)) && !(is_power(before) && is_power(after)) {
            let end = unescaped(&text[at + 2..], "**").map_or(at + 2, |end| at + 2 + end + 2);
            return Some(Slip { place: at..end, message: MESSAGE, help: HELP });
        }
        from = at + length;
    }
    let first = unescaped(text, "*")?;
    let second = first + 1 + unescaped(&text[first + 1..], "*")?;
    let beside_wide = |at| {
        let (before, after) = touches(at, 1);
        before.is_some_and(&is_wide) || after.is_some_and(&is_wide)
    };
    (second > first + 1 && beside_wide(first) && beside_wide(second)).then_some(Slip {
        place: first..second + 1,
        message: MESSAGE,
        help: HELP,
    })
}

/// Where signs stand that no `\` goes before.
fn unescaped(text: &str, signs: &str) -> Option<usize> {
    text.match_indices(signs).map(|(at, _)| at).find(|at| {
        let slashes = text[..*at].len() - text[..*at].trim_end_matches('\\').len();
        slashes.is_multiple_of(2)
    })
}
