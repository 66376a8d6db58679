//! What stands beside the text of a document: comments, and the heads and feet of its pages. It is not read, and counted.

use super::super::office::{Event, Events, Package};

/// A document has no more heads or feet than are looked for.
const MOST: usize = 12;

/// What is not read, each kind with how much there is and its first words.
pub(super) fn unread(package: &mut Package<'_>) -> Result<Vec<String>, String> {
    let mut remarks = Vec::new();
    let comments = words_of(package, "word/comments.xml", "comment")?;
    if let Some(first) = comments.first() {
        remarks.push(format!(
            "comments of the document are not read; it has {}, and the first is `{first}`",
            comments.len()
        ));
    }
    let mut margins: Vec<String> = Vec::new();
    for kind in ["header", "footer"] {
        for number in 1..=MOST {
            margins.extend(words_of(package, &format!("word/{kind}{number}.xml"), "p")?);
        }
    }
    margins.sort();
    margins.dedup();
    if let Some(first) = margins.first() {
        remarks.push(format!(
            "the heads and feet of the pages are not read; they have {} lines, and one is `{first}`",
            margins.len()
        ));
    }
    Ok(remarks)
}

/// The first words of each element of a part that has some.
fn words_of(package: &mut Package<'_>, part: &str, element: &str) -> Result<Vec<String>, String> {
    const LONGEST: usize = 60;
    let Some(text) = package.text(part)? else { return Ok(Vec::new()) };
    let (mut found, mut words, mut inside) = (Vec::new(), String::new(), false);
    for event in Events::of(&text) {
        match event? {
            Event::Open(name, _) => match name.as_str() {
                name if name == element => words.clear(),
                "t" => inside = true,
                _ => {}
            },
            Event::Text(more) if inside => words.push_str(&more),
            Event::Text(_) => {}
            Event::Close(name) => {
                inside &= name != "t";
                if name == element {
                    let said = words.split_whitespace().collect::<Vec<_>>().join(" ");
                    // A number of a page says nothing.
                    if said.chars().any(char::is_alphabetic) {
                        found.push(said.chars().take(LONGEST).collect());
                    }
                    words.clear();
                }
            }
        }
    }
    Ok(found)
}
