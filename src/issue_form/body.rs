//! The text of an issue as the texts of its questions. Code hosts write a question as a heading, and the answer below it.

/// What a code host writes for a question that was left out.
const NO_ANSWER: &str = "_No response_";

/// What is wrong with a text, with the question, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unclear {
    /// There is no question of the form.
    NoForm,
    /// The question stands behind one that belongs after it.
    Order(usize),
    /// Two lines can be the question.
    Twice(usize),
    /// An answer hides a text.
    Hidden(usize),
}

/// The answer to each question. `labels` has the texts that are a label of each; the questions stand in this order.
///
/// An answer may have headings of its own. One that reads like a question is no question where only the other one keeps the order.
pub(super) fn answers(body: &str, labels: &[Vec<String>]) -> Result<Vec<Option<String>>, Unclear> {
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = body.split('\n').collect();
    let places: Vec<Vec<usize>> = labels.iter().map(|labels| headings(&lines, labels)).collect();
    let found: Vec<usize> = (0..labels.len()).filter(|question| !places[*question].is_empty()).collect();
    if found.is_empty() {
        return Err(Unclear::NoForm);
    }
    let chosen = chosen(&found, &places)?;
    let mut answers = vec![None; labels.len()];
    for (at, (question, line)) in chosen.iter().enumerate() {
        let end = chosen.get(at + 1).map_or(lines.len(), |(_, next)| *next);
        let text = lines[line + 1..end].join("\n");
        answers[*question] = Some(seen(&text).ok_or(Unclear::Hidden(*question))?);
    }
    Ok(answers)
}

/// The lines that are a heading with one of these labels.
fn headings(lines: &[&str], labels: &[String]) -> Vec<usize> {
    let label_of = |line: &str| {
        let label = line.strip_prefix("### ")?.trim();
        labels.iter().any(|known| known == label).then_some(())
    };
    (0..lines.len()).filter(|at| label_of(lines[*at]).is_some()).collect()
}

/// The line of each question, when there is one way only to choose them so that they keep their order: choosing the first from
/// the top, and the last from the bottom, then gives the same.
fn chosen(found: &[usize], places: &[Vec<usize>]) -> Result<Vec<(usize, usize)>, Unclear> {
    let mut top = Vec::new();
    let mut above: Option<usize> = None;
    for question in found {
        let line = places[*question].iter().copied().find(|line| above.is_none_or(|above| *line > above));
        above = Some(line.ok_or(Unclear::Order(*question))?);
        top.extend(line);
    }
    let mut below = usize::MAX;
    for (question, first) in found.iter().zip(&top).rev() {
        let line = places[*question].iter().copied().rfind(|line| *line < below);
        below = line.ok_or(Unclear::Order(*question))?;
        if below != *first {
            return Err(Unclear::Twice(*question));
        }
    }
    Ok(found.iter().copied().zip(top).collect())
}

/// An answer as whoever reads the issue sees it: without comments. `None` when one has no end, and hides what follows.
fn seen(answer: &str) -> Option<String> {
    let mut text = String::new();
    let mut rest = answer;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->")?.1;
    }
    text.push_str(rest);
    let text = text.trim();
    Some(if text == NO_ANSWER { String::new() } else { text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{Unclear, answers};

    fn read(body: &str) -> Result<Vec<Option<String>>, Unclear> {
        let labels = ["Item", "Status", "Text", "Next"];
        answers(body, &labels.map(|label| vec![label.to_owned(), format!("{label} / 他")]))
    }

    fn known(texts: [&str; 4]) -> Result<Vec<Option<String>>, Unclear> {
        Ok(texts.map(|text| Some(text.to_owned())).to_vec())
    }

    #[test]
    fn a_question_is_a_heading_and_its_answer_stands_below() {
        let body = "### Item\n\n1\n\n### Status\n\n_No response_\n\n### Text\n\na\n\nb\n\n### Next\n\nc\n";
        assert_eq!(read(body), known(["1", "", "a\n\nb", "c"]));
        assert_eq!(read(&body.replace('\n', "\r\n")), read(body));
        assert_eq!(read(&body.replace("### Text", "### Text / 他")), read(body));
        let hinted = body.replace("### Status\n", "### Status\n<!-- one of\nthese -->\n");
        assert_eq!(read(&hinted), read(body));
    }

    #[test]
    fn a_question_that_was_left_out_has_no_answer() {
        assert_eq!(read("### Item\n1").unwrap(), [Some("1".to_owned()), None, None, None]);
    }

    #[test]
    fn headings_of_an_answer_belong_to_it_where_one_reading_only_keeps_the_order() {
        let body = |text: &str| format!("### Item\n1\n### Status\ns\n### Text\n{text}\n### Next\nc");
        for text in ["### Mine\na", "### Item\n2", "### Status\nx", "#### Next", "###Next", " ### Next"] {
            assert_eq!(read(&body(text)), known(["1", "s", text.trim(), "c"]), "{text}");
        }
        assert_eq!(read(&body("a\n### Next\nb")), Err(Unclear::Twice(3)));
        assert_eq!(read("### Status\ns\n### Item\n1"), Err(Unclear::Order(1)));
        assert_eq!(read("### Items\n1"), Err(Unclear::NoForm));
        assert_eq!(read(""), Err(Unclear::NoForm));
    }

    #[test]
    fn what_a_reader_does_not_see_is_no_answer() {
        assert_eq!(read("### Item\n1<!-- 2 --><!--\n3\n-->\n### Text\na").unwrap()[0], Some("1".to_owned()));
        assert_eq!(read("### Item\n1 <!-- 2\n### Text\na -->"), Err(Unclear::Hidden(0)));
    }
}
