//! The file of an answer. In its text, what signs of an answer could mean is escaped, because an answer may say anything. Its keys
//! are plain texts.

use std::fmt::Write as _;

use super::answer::Field;
use super::language::{marked, other_language};
use super::one_word::is_one_word;
use super::said::{Said, SaidValue};
use super::statement::Statement;
use super::subject::{Subject, UpdateFile};
use super::values::Value;
use super::yaml::{Node, front_matter};
use crate::import::escaped;
use crate::plan::{Agency, Index as _, Item, Ix, Plan};
use crate::vocabulary::Audience;

/// The longest headline, in characters.
const LONGEST_TITLE: usize = 110;

pub(super) fn file(statement: &Statement, subject: &Subject<'_>) -> UpdateFile {
    let item = &subject.plan.items.at(subject.item).document;
    let item_id = item.id.as_str();
    // The file name begins with the first date of a range.
    let first = statement.date.split('/').next().unwrap_or("").to_lowercase();
    let id = format!("{first}-{item_id}-{}", subject.agency);
    let year: String = first.chars().filter(char::is_ascii_digit).take(4).collect();
    let path = format!("{}updates/{year}/{id}.md", subject.plan.folder());
    let mut text = format!("---\n{}---\n", front_matter(keys(statement, subject)));
    if !statement.happened.is_empty() {
        let _ = write!(text, "\n{}\n", body(&statement.happened, &subject.wording.languages));
    }
    UpdateFile {
        id,
        path,
        text,
        date: statement.date.clone(),
        is_nothing: statement.is_nothing,
        said: said(statement),
    }
}

/// What an answer says, to compare it with others.
fn said(statement: &Statement) -> Said {
    let value = |value: &Value| SaidValue {
        at: value.at,
        indicator: value.indicator.clone(),
        period: value.period.clone(),
        number: value.number.clone(),
    };
    let texts = [
        (Field::Happened, &statement.happened),
        (Field::Reason, &statement.reason),
        (Field::Challenges, &statement.challenges),
        (Field::NextSteps, &statement.next_steps),
    ];
    Said {
        status: statement.status,
        outlook: statement.outlook.map(|outlook| outlook.word()),
        meeting: statement.meeting.map(|meeting| meeting.word()),
        new_due: statement.new_due.clone(),
        values: statement.values.iter().map(value).collect(),
        evidence: statement.evidence.iter().map(|(_, url)| url.clone()).collect(),
        texts: texts.map(|(field, text)| (field, text.join("\n\n"))).into(),
    }
}

/// Whether the public must not see an answer: its item is internal, or who answers, or all that it says.
fn is_internal(statement: &Statement, subject: &Subject<'_>) -> bool {
    let (plan, item) = (subject.plan, plan_item(subject));
    let agency = |ix: Ix<Agency>| &plan.agencies.at(ix).document;
    let is_hidden = |audience: Audience| audience == Audience::Internal;
    let own = plan.agencies.iter().find(|agency| agency.document.id == subject.agency);
    let roles = item.lead.iter().chain(&item.supporting);
    let mut roles = roles.filter(|role| agency(role.agency).id == subject.agency).peekable();
    let has_hidden_role = roles.peek().is_some() && roles.all(|role| is_hidden(role.audience));
    let hidden = |id: &str| {
        item.document.measured.iter().any(|known| known.id.value == id && is_hidden(known.audience))
    };
    let says_hidden_only =
        statement.has_values_only() && statement.values.iter().all(|value| hidden(&value.indicator));
    is_internal_item(plan, subject.item)
        || own.is_some_and(|agency| is_hidden(agency.document.record.audience))
        || has_hidden_role
        || says_hidden_only
}

fn plan_item<'a>(subject: &Subject<'a>) -> &'a Item {
    subject.plan.items.at(subject.item)
}

/// Whether an item is internal, or something that it lies in.
fn is_internal_item(plan: &Plan, item: Ix<Item>) -> bool {
    let items = std::iter::successors(Some(item), |ix| plan.items.at(*ix).parent);
    let areas = std::iter::successors(Some(plan.items.at(item).area), |ix| plan.areas.at(*ix).parent);
    let of_items = items.map(|ix| plan.items.at(ix).document.record.audience);
    of_items
        .chain(areas.map(|ix| plan.areas.at(ix).document.record.audience))
        .any(|it| it == Audience::Internal)
}

/// What happened, as paragraphs.
fn body(happened: &[String], languages: &[String]) -> String {
    let one = |text: &String| {
        let plain = escaped(std::slice::from_ref(text));
        match other_language(text, languages) {
            Some(language) => marked(&plain, language),
            None => plain,
        }
    };
    happened.iter().map(one).collect::<Vec<_>>().join("\n\n")
}

fn keys(statement: &Statement, subject: &Subject<'_>) -> Vec<(&'static str, Node)> {
    let item_id = subject.plan.items.at(subject.item).document.id.as_str();
    let mut keys = vec![
        ("title", Node::Text(title(statement, subject))),
        ("date", Node::Text(statement.date.clone())),
        ("items", Node::Texts(vec![item_id.to_owned()])),
        ("by", Node::Texts(vec![subject.agency.to_owned()])),
    ];
    let kind = match statement {
        Statement { is_nothing: true, .. } => Some("no-change"),
        Statement { new_due: Some(_), .. } => Some("date-change"),
        Statement { meeting: Some(_), .. } => Some("meeting"),
        _ => None,
    };
    let texts = [&statement.reason, &statement.challenges, &statement.next_steps];
    // These keys are shown as they stand: in them, no sign means anything.
    let [reason, challenges, next_steps] = texts.map(|text| (!text.is_empty()).then(|| text.join("\n\n")));
    let words = [
        ("kind", kind.map(str::to_owned)),
        ("status", statement.status.map(str::to_owned)),
        ("outlook", statement.outlook.map(|outlook| outlook.word().to_owned())),
        ("new-due", statement.new_due.clone()),
        ("reason", reason),
        ("challenges", challenges),
        ("next-steps", next_steps),
        ("reported", statement.reported.clone()),
        ("audience", is_internal(statement, subject).then(|| Audience::Internal.word().to_owned())),
    ];
    keys.extend(words.into_iter().filter_map(|(key, text)| Some((key, Node::Text(text?)))));
    if let Some(meeting) = statement.meeting {
        keys.push(("meeting", Node::Map(vec![("state", meeting.word().to_owned())])));
    }
    if !statement.evidence.is_empty() {
        let one = |(title, url): &(String, String)| {
            let language = other_language(title, &subject.wording.languages);
            let language = language.map(|language| ("lang", language.to_owned()));
            [("title", title.clone()), ("url", url.clone())].into_iter().chain(language).collect()
        };
        keys.push(("evidence", Node::Maps(statement.evidence.iter().map(one).collect())));
    }
    if !statement.values.is_empty() {
        let one = |value: &Value| {
            vec![
                ("indicator", value.indicator.clone()),
                ("period", value.period.clone()),
                ("value", value.number.clone()),
            ]
        };
        keys.push(("values", Node::Maps(statement.values.iter().map(one).collect())));
    }
    keys
}

/// The headline: the first sentence of what happened that says what it was.
fn title(statement: &Statement, subject: &Subject<'_>) -> String {
    let wording = subject.wording;
    let says_nothing = |sentence: &str| is_one_word(sentence, wording);
    if statement.is_nothing {
        return wording.nothing_title.clone();
    }
    match (headline(&statement.happened, says_nothing), statement.status) {
        (Some(headline), _) => headline,
        (_, Some(status)) => wording.status_title.replace("{status}", &wording.label(Field::Status, status)),
        (_, None) => wording.other_title.clone(),
    }
}

/// The first sentence that says something, else the first one with words.
fn headline(paragraphs: &[String], says_nothing: impl Fn(&str) -> bool) -> Option<String> {
    let mut first = None;
    for paragraph in paragraphs {
        let text = words_of_links(paragraph);
        let mut rest = without_bullet(&text);
        while !rest.is_empty() {
            let (sentence, behind) = first_sentence(rest);
            if sentence.chars().any(char::is_alphanumeric) {
                if !says_nothing(sentence) {
                    return Some(shortened(sentence));
                }
                first.get_or_insert_with(|| sentence.to_owned());
            }
            rest = behind;
        }
    }
    first
}

/// The first sentence of a text, without its full stop, and what is behind it.
fn first_sentence(text: &str) -> (&str, &str) {
    let end = text.char_indices().find_map(|(at, sign)| {
        let after = at + sign.len_utf8();
        let ends = match sign {
            '。' | '！' | '？' => true,
            '.' => begins_sentence(&text[after..]) && is_end(&text[..at]),
            '!' | '?' => begins_sentence(&text[after..]),
            _ => false,
        };
        ends.then_some(after)
    });
    let (sentence, behind) = text.split_at(end.unwrap_or(text.len()));
    let sentence = sentence.trim();
    (sentence.strip_suffix(['.', '。']).unwrap_or(sentence), behind.trim_start())
}

fn shortened(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST_TITLE) {
        None => sentence.to_owned(),
        Some((end, _)) => {
            let cut = sentence[..end].rfind(' ').unwrap_or(end);
            format!("{}…", sentence[..cut].trim_end())
        }
    }
}

/// A line without what makes it one of a list, and without signs that say nothing at the beginning of a headline.
fn without_bullet(text: &str) -> &str {
    const MEANING: &str = "\"'“‘「『(（[【〔《〈«<@$€£¥§+~&";
    let trimmed =
        |text| str::trim_start_matches(text, |sign: char| !sign.is_alphanumeric() && !MEANING.contains(sign));
    let text = trimmed(text);
    let number = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let has_number = (1..=2).contains(&(text.len() - number.len()));
    match number.strip_prefix(['.', ')']).filter(|rest| has_number && rest.starts_with(' ')) {
        Some(rest) if rest.chars().any(char::is_alphabetic) => trimmed(rest),
        _ => text,
    }
}

/// A text with the words of its links in their places: `[words](https://…)`. A headline shows no address.
fn words_of_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(middle) = rest.find("](http") {
        let Some((start, end)) = rest[..middle].rfind('[').zip(rest[middle..].find(')')) else { break };
        plain.push_str(&rest[..start]);
        plain.push_str(&rest[start + 1..middle]);
        rest = &rest[middle + end + 1..];
    }
    plain + rest
}

/// Whether what stands behind a full stop begins a sentence: behind a short form, a small letter or a number follows.
fn begins_sentence(behind: &str) -> bool {
    let next = behind.strip_prefix(' ').and_then(|words| words.trim_start().chars().next());
    next.is_some_and(|sign| !sign.is_lowercase() && !sign.is_numeric())
}

/// Whether a full stop behind this ends a sentence: not behind a number or a short form such as "No.", "cf." and "e.g.".
fn is_end(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or(before);
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let is_short = is_initial || CAPITAL.contains(&word) || SHORT.contains(&word.to_lowercase().as_str());
    !is_short && !word.contains('.') && !word.chars().all(|sign| sign.is_ascii_digit())
}

/// Short forms that have no full stop within, in small letters.
const SHORT: [&str; 17] = [
    "cf", "vs", "pp", "vol", "ca", "approx", "est", "incl", "excl", "dept", "govt", "prof", "bzw", "resp",
    "para", "paras", "corp",
];

/// Short forms that are other words with a small letter, or none.
const CAPITAL: [&str; 34] = [
    "No", "Nos", "Nr", "Mr", "Mrs", "Ms", "Mx", "Dr", "Dra", "St", "Ste", "Mt", "Ft", "Art", "Arts", "Sec",
    "Ch", "Fig", "Gen", "Col", "Maj", "Lt", "Sgt", "Gov", "Sen", "Rep", "Amb", "Hon", "Rev", "Sr", "Jr",
    "Co", "Inc", "Ltd",
];

#[cfg(test)]
mod tests {
    use super::{first_sentence, headline};

    fn title_of(text: &str) -> String {
        headline(&[text.to_owned()], |_| false).unwrap_or_default()
    }

    #[test]
    fn a_headline_is_the_first_sentence() {
        for (text, title) in [
            ("We signed it. It holds for a year.", "We signed it"),
            ("The meeting with Dr. No. 3 ended. Good.", "The meeting with Dr. No. 3 ended"),
            ("署名しました。来年まで有効です。", "署名しました"),
            ("They met, cf. the annex. Then they left.", "They met, cf. the annex"),
            ("It is used in the USA. More follows.", "It is used in the USA"),
            ("- a bullet of a list", "a bullet of a list"),
            ("Was it held? Yes.", "Was it held?"),
            ("Approx. 3.5 km of pipe were laid. Good.", "Approx. 3.5 km of pipe were laid"),
            ("The Dept. Store opened. Good.", "The Dept. Store opened"),
            ("Work began in May. The ministry pays.", "Work began in May"),
            ("They moved it in. Art. IV of the treaty says so. Good.", "They moved it in"),
            (
                "J. Smith and Mr. Brown spoke, see para. IV of it. Good.",
                "J. Smith and Mr. Brown spoke, see para. IV of it",
            ),
            ("We met in the Bay. St. Mary opened. Good.", "We met in the Bay"),
            ("The answer was no. We go on.", "The answer was no"),
            ("1. We did A.", "We did A"),
            ("2) We did it. Good.", "We did it"),
            ("2026. was a good year", "2026. was a good year"),
            ("3. 5", "3. 5"),
            ("[The report](https://a.example/1) is out. Good.", "The report is out"),
            ("See [a] and [b](https://b.example). Then", "See [a] and b"),
            ("[draft]: see (https://a.example)", "[draft]: see (https://a.example)"),
            ("@user joined", "@user joined"),
            ("€ 5 million were paid", "€ 5 million were paid"),
            ("…", ""),
            ("", ""),
            ("...", ""),
        ] {
            assert_eq!(title_of(text), title);
        }
        let long = title_of(&"word ".repeat(60));
        assert!(long.ends_with("word…") && long.chars().count() <= 111, "{long}");
    }

    #[test]
    fn a_word_that_says_nothing_is_no_headline_where_a_sentence_follows() {
        let is_done = |sentence: &str| sentence == "Done" || sentence == "OK!";
        for (paragraphs, title) in [
            (
                &["Done. The contract was signed on 3 May. It holds."][..],
                Some("The contract was signed on 3 May"),
            ),
            (&["OK! Done.", "The pumps run."], Some("The pumps run")),
            (&["Done.", "…"], Some("Done")),
            (&["…"], None),
        ] {
            let paragraphs: Vec<String> = paragraphs.iter().map(|text| (*text).to_owned()).collect();
            assert_eq!(headline(&paragraphs, is_done).as_deref(), title);
        }
        assert_eq!(first_sentence("A! B"), ("A!", "B"));
    }
}
