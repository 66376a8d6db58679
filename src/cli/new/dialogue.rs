//! Questions in a terminal. Which question comes next, and what is a right answer, follows from the table of keys.

use std::io::IsTerminal as _;

use anyhow::Context as _;
use dialoguer::Select;
use dialoguer::theme::ColorfulTheme;

use super::{flags, line, missing};
use crate::plan::Plan;
use crate::scaffold::templates::RecordTemplate;
use crate::scaffold::{Values, answer};
use crate::schema::{Need, Shape};

/// Whether somebody is there to answer.
pub(super) fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// A question.
struct Question {
    name: String,
    shape: Shape,
    prompt: String,
    required: bool,
}

/// Asks for what must be there and is not, and for what most records of the kind have.
pub(super) fn ask(kind: &RecordTemplate, plan: &Plan, values: &mut Values) -> anyhow::Result<()> {
    eprint_line(&format!(
        "{}. Press Enter to skip what you do not need, Tab to complete an id or to see those that fit.",
        kind.about
    ));
    let mut wanted: Vec<String> = kind.asks.iter().map(|name| (*name).to_owned()).collect();
    wanted
        .extend(missing::flags(kind, values).into_iter().filter(|name| !kind.asks.contains(&name.as_str())));
    for name in wanted {
        put(kind, &name, plan, values)?;
    }
    // An answer may have asked for more.
    for name in missing::flags(kind, values) {
        put(kind, &name, plan, values)?;
    }
    Ok(())
}

fn put(kind: &RecordTemplate, name: &str, plan: &Plan, values: &mut Values) -> anyhow::Result<()> {
    if values.contains_key(name) || is_beside_the_point(name, values) {
        return Ok(());
    }
    let Some(question) = question(kind, name, values) else { return Ok(()) };
    let given = match question.shape.single() {
        Some(Shape::Enum(words)) if !question.shape.is_list() => choose(&question, &words())?,
        _ => type_in(&question, plan)?,
    };
    let texts = answer::values(&question.shape, &given);
    if !texts.is_empty() {
        values.insert(name.to_owned(), texts);
    }
    Ok(())
}

/// The rest of an entry that was left out.
fn is_beside_the_point(name: &str, values: &Values) -> bool {
    let rest_of_evidence = name.starts_with("evidence-") && name != "evidence-title";
    rest_of_evidence && !values.contains_key("evidence-title")
}

fn question(kind: &RecordTemplate, name: &str, values: &Values) -> Option<Question> {
    let flag = flags::all(kind).into_iter().find(|flag| flag.name == name);
    let required = missing::flags(kind, values).iter().any(|lacking| lacking == name)
        || flag.as_ref().is_some_and(|flag| {
            flag.within.is_some() && flag.key.need == Need::Required && values.contains_key("evidence-title")
        });
    let (shape, meaning) = match &flag {
        None if name == kind.id.0 => (Shape::Id, kind.id.1.to_owned()),
        None => return None,
        Some(flag) => (flag.key.shape, flag.key.meaning.to_owned()),
    };
    // A number such as 3.2 is no name of a file, but what may stand in one.
    let shape = if kind.name == "item" && name == "id" { Shape::Name } else { shape };
    let several = if shape.is_list() { ", separate several with commas" } else { "" };
    Some(Question { name: name.to_owned(), shape, prompt: format!("{name} ({meaning}{several})"), required })
}

fn type_in(question: &Question, plan: &Plan) -> anyhow::Result<String> {
    let mut line = line::Line::new(answer::completions(&question.shape, plan))?;
    loop {
        let text = line.ask(&question.prompt).with_context(|| format!("no answer for {}", question.name))?;
        let problem = match text.trim() {
            "" if question.required => Err(must(&question.name)),
            "" => Ok(()),
            _ => answer::check(&question.shape, &text, plan),
        };
        match problem {
            Ok(()) => return Ok(text),
            Err(why) => eprint_line(&format!("  {why}")),
        }
    }
}

/// What to say of an answer that cannot be left out.
fn must(name: &str) -> String {
    match name {
        "items" => "name an item; for areas or the whole plan, start again with --areas or --plan".to_owned(),
        _ => "this is required".to_owned(),
    }
}

fn choose(question: &Question, words: &[(&str, &str)]) -> anyhow::Result<String> {
    let mut choices: Vec<String> =
        words.iter().map(|(word, meaning)| format!("{word:16} {meaning}")).collect();
    if !question.required {
        choices.insert(0, "(skip)".to_owned());
    }
    let chosen = Select::with_theme(&ColorfulTheme::default())
        .with_prompt(&question.prompt)
        .items(&choices)
        .default(0)
        .interact()
        .with_context(|| format!("no answer for {}", question.name))?;
    let index = if question.required { Some(chosen) } else { chosen.checked_sub(1) };
    Ok(index.and_then(|index| words.get(index)).map_or_else(String::new, |(word, _)| (*word).to_owned()))
}

fn eprint_line(text: &str) {
    super::say_error(&format!("{text}\n"));
}
