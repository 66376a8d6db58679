//! What the form asks: each question with its words and what can be answered.

use super::names;
use super::question::{Question, one_line};
use crate::language_marks::unmarked;
use crate::page::{Context, ViewBuilder};
use crate::render::Messages;
use crate::reporting_requests::list_label;
use crate::route::Route;
use crate::update_file::{Field, closed_lists};
use crate::vocabulary::Kind;

/// What stands between two languages on one line.
const BESIDE: &str = " / ";
/// The longest list that a form shows. Nobody finds an item in a longer one, and code hosts say of no length that they take it.
const LONGEST_LIST: usize = 100;

/// How a question is answered.
pub(super) enum Answered {
    /// By one of these.
    OneOf(Vec<String>),
    /// By a line.
    Line,
    /// By a text.
    Text,
}

/// A question as the form shows it.
pub(super) struct Shown {
    /// Its name among the questions.
    pub(super) id: &'static str,
    /// Its label, in all languages.
    pub(super) label: String,
    /// What belongs there, in all languages.
    pub(super) hint: String,
    pub(super) answered: Answered,
    /// Whether nobody can leave it out.
    pub(super) is_required: bool,
}

/// The words of all languages of the site, those of the book first.
pub(super) fn messages<'a>(all: &[&'a Context]) -> Vec<&'a Messages> {
    all.iter().map(|context| &context.theme.messages).collect()
}

/// The label of a question as a form has it: in all languages.
pub(super) fn label(question: Question, all: &[&Context]) -> String {
    in_all(all, BESIDE, |messages| question.label(messages))
}

/// Every text that is a label of a question: with all languages, and with each.
pub(super) fn labels(question: Question, all: &[&Context]) -> Vec<String> {
    let each = all.iter().map(|context| question.label(&context.theme.messages));
    each.chain([label(question, all)]).collect()
}

/// A sentence in each language, one below the other.
pub(super) fn words(key: &str, all: &[&Context]) -> String {
    in_all(all, "\n\n", |messages| messages.get(key).to_owned())
}

/// A short text in each language, on one line.
pub(super) fn beside(key: &str, all: &[&Context]) -> String {
    in_all(all, BESIDE, |messages| one_line(messages.get(key)))
}

/// The questions of the form of a plan; `all` is the plan in each language of the site, that of the book first.
pub(super) fn shown(all: &[&Context]) -> Vec<Shown> {
    let Some(context) = all.first() else { return Vec::new() };
    let items = &context.published.plan.items;
    let has_meetings = items.iter().any(|item| matches!(item.document.kind, Kind::Recurring | Kind::Event));
    let asked = Question::ALL.into_iter();
    let asked = asked.filter(|question| has_meetings || *question != Question::Part(Field::Meeting));
    asked.map(|question| one(question, context, all)).collect()
}

fn one(question: Question, context: &Context, all: &[&Context]) -> Shown {
    let builder = ViewBuilder::new(context, Route::home());
    let (id, answered, hint) = match question {
        Question::Item => {
            let names = names::items(&builder).into_iter().map(|(_, name)| name).collect();
            named("item", names, ["form-hint-item", "form-hint-item-number"], all)
        }
        Question::Agency => {
            let names = names::agencies(&builder).into_iter().map(|(_, name)| name).collect();
            named("agency", names, ["form-hint-agency", "form-hint-agency-id"], all)
        }
        Question::Part(field) => {
            let hint = words(&format!("reply-hint-{}", field.word()), all);
            (field.word(), answered(field, all), hint)
        }
    };
    let is_required = matches!(question, Question::Item | Question::Agency | Question::Part(Field::Date));
    Shown { id, label: label(question, all), hint, answered, is_required }
}

/// A list of names, or a line where there are too many.
fn named(
    id: &'static str,
    names: Vec<String>,
    [list, line]: [&str; 2],
    all: &[&Context],
) -> (&'static str, Answered, String) {
    match (1..=LONGEST_LIST).contains(&names.len()) {
        true => (id, Answered::OneOf(names), words(list, all)),
        false => (id, Answered::Line, words(line, all)),
    }
}

fn answered(field: Field, all: &[&Context]) -> Answered {
    let lists = closed_lists();
    if let Some((_, words)) = lists.iter().find(|(of, _)| *of == field) {
        let labels = words.iter().map(|word| one_line(&list_label(&messages(all), field, word)));
        return Answered::OneOf(names::distinct(labels.zip(words.iter().map(|word| (*word).to_owned()))));
    }
    match field {
        Field::Date | Field::NewDue => Answered::Line,
        _ => Answered::Text,
    }
}

fn in_all(all: &[&Context], between: &str, text: impl Fn(&Messages) -> String) -> String {
    let mut texts: Vec<String> = Vec::new();
    for text in all.iter().map(|context| unmarked(&text(&context.theme.messages))) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join(between)
}
