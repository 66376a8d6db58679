//! Texts for programs, which are not to be read as the text of a plan: mails, YAML, LaTeX, AsciiDoc.

/// What a text is, and what to do with it; none when it can be the text of a plan.
pub(super) fn of(text: &str) -> Option<&'static str> {
    let text = text.trim_start_matches('\u{feff}');
    match () {
        () if is_mail(text) => {
            Some("a mail (.eml): save its text as .txt, or the plan that is attached to it")
        }
        () if is_latex(text) => Some(
            "a LaTeX document: convert it, for example with `pandoc plan.tex -o plan.docx`, and import plan.docx",
        ),
        () if is_asciidoc(text) => Some(
            "an AsciiDoc document: convert it to HTML with `asciidoctor plan.adoc`, and import plan.html",
        ),
        () if is_yaml(text) => Some("a YAML file: save it as a table (.csv), one row for each item"),
        () => None,
    }
}

/// Lines of a mail before its text, as programs write them.
fn is_mail(text: &str) -> bool {
    const HEADERS: &[&str] = &[
        "from:",
        "to:",
        "subject:",
        "date:",
        "message-id:",
        "received:",
        "return-path:",
        "mime-version:",
        "content-type:",
        "delivered-to:",
        "dkim-signature:",
    ];
    // A person who copies a mail into a text keeps some of them, but none of these.
    const OF_PROGRAMS: &[&str] =
        &["message-id:", "received:", "return-path:", "mime-version:", "delivered-to:", "dkim-signature:"];
    let head: Vec<String> =
        text.lines().take_while(|line| !line.trim().is_empty()).map(str::to_lowercase).collect();
    let has =
        |known: &[&str]| head.iter().filter(|line| known.iter().any(|name| line.starts_with(name))).count();
    let first = head.first().is_some_and(|line| HEADERS.iter().any(|name| line.starts_with(name)));
    first && has(HEADERS) > 1 && has(OF_PROGRAMS) > 0
}

fn is_latex(text: &str) -> bool {
    let mut said = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('%'));
    let begins =
        said.next().is_some_and(|line| line.starts_with("\\documentclass") || line.starts_with("\\begin{"));
    begins || text.lines().any(|line| line.trim_start().starts_with("\\begin{document}"))
}

/// `= Title` above `== Water`: two levels of headings that no other markup has.
fn is_asciidoc(text: &str) -> bool {
    let heading = |line: &str, signs: &str| {
        line.strip_prefix(signs).is_some_and(|rest| rest.starts_with(' ') && !rest.trim().is_empty())
    };
    let mut said = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("//"));
    said.next().is_some_and(|line| heading(line, "=")) && said.any(|line| heading(line, "=="))
}

/// Keys of small letters with values below them, and nothing else. Front matter has a text below.
fn is_yaml(text: &str) -> bool {
    let mut lines =
        text.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).peekable();
    lines.next_if(|line| line.trim_end() == "---");
    let (mut keys, mut above) = (0, 0);
    for line in lines {
        let inner = line.trim_start();
        let entry = inner.strip_prefix("- ").unwrap_or(inner);
        match key(entry) {
            Some("") => above += 1,
            Some(_) => keys += 1,
            // What stands above a second one is front matter.
            None if line.trim_end() == "---" => return false,
            // A value that goes on, or an entry of a list, is moved in.
            None if line.starts_with([' ', '-']) => {}
            None => return false,
        }
    }
    above > 0 && keys + above > 1
}

/// The value behind a key of small letters.
fn key(entry: &str) -> Option<&str> {
    let (key, value) = entry.split_once(':')?;
    let good = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '_' | '-');
    let is_key = key.starts_with(|sign: char| sign.is_ascii_lowercase()) && key.chars().all(good);
    (is_key && (value.is_empty() || value.starts_with(' '))).then(|| value.trim())
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn texts_for_programs_are_known_and_texts_of_plans_are_not_taken_for_them() {
        for (text, begins) in [
            (
                "From: a@b.example\nSubject: plan\nMIME-Version: 1.0\nContent-Type: text/plain\n\n1. Water\n",
                "a mail",
            ),
            ("Return-Path: <a@b.example>\nReceived: by x\n with y\n\n1. Water\n", "a mail"),
            ("% plan\n\\documentclass{article}\n\\begin{document}\n", "a LaTeX"),
            ("= Plan\n\n== Water\n\n. Protect\n", "an AsciiDoc"),
            ("title: x\nitems:\n  - a\n", "a YAML"),
            ("---\ntitle: x\nareas:\n- title: Water\n  items:\n  - text: Fence\n    goes on\n", "a YAML"),
        ] {
            assert!(of(text).is_some_and(|what| what.starts_with(begins)), "{text}: {:?}", of(text));
        }
        for text in [
            "From: the Water Office\nTo: the Council\n\n1. Water\n1.1 Fence.\n",
            "Water:\n  - Protect the springs\n  - Repair the mains\n",
            "---\ntitle: x\ntags:\n  - a\n---\n\n# Water\n",
            "= Plan =\n\n1. Water\n",
            "Lead: Water Office\nDue: 2027\n",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
