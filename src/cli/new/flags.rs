//! The flags of a kind: one for each key of its front matter.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args as _, Command, FromArgMatches as _};

use super::{Root, from_form, own_fields};
use crate::cli::edition::WhichPlan;
use crate::scaffold::Values;
use crate::scaffold::templates::RecordTemplate;
use crate::schema::{EnumValue, Key, Shape};

/// The flag for the text below the front matter.
pub(super) const BODY: &str = "body";
/// The flag that writes to the terminal.
pub(super) const PRINT: &str = "print";
/// The flag that leaves the comments out.
pub(super) const BARE: &str = "bare";

/// A flag and the key that it fills.
pub(super) struct Flag {
    /// Its name: that of the key, or `evidence-url` for a key within the mapping of another.
    pub(super) name: String,
    /// The key.
    pub(super) key: &'static Key,
    /// What the key is about, where it stands in another.
    pub(super) within: Option<&'static Key>,
}

impl Flag {
    /// Whether it takes no value.
    pub(super) fn is_switch(&self) -> bool {
        matches!(self.key.shape, Shape::Boolean)
    }
}

/// The flags for the keys of a kind, in the order of the front matter.
pub(super) fn all(kind: &RecordTemplate) -> Vec<Flag> {
    let keys = kind.schema().into_iter().flat_map(|schema| schema.mapping.keys());
    keys.flat_map(of_key).collect()
}

fn of_key(key: &'static Key) -> Vec<Flag> {
    let single = || Flag { name: key.name.to_owned(), key, within: None };
    let inner = |skip: usize| {
        let keys = key.shape.mapping().into_iter().flat_map(|mapping| mapping.keys()).skip(skip);
        keys.map(|inner| Flag { name: format!("{}-{}", key.name, inner.name), key: inner, within: Some(key) })
    };
    match key.shape {
        // Updates are begun by themselves.
        Shape::Records(_) | Shape::Words(..) | Shape::Levels(_) => Vec::new(),
        Shape::Map(_) | Shape::Maps(_) => inner(0).collect(),
        // The first key of the mapping is what the single value says.
        Shape::ValueOrMap(..) => [single()].into_iter().chain(inner(1)).collect(),
        _ => vec![single()],
    }
}

/// The command of a kind.
pub(super) fn command(kind: &RecordTemplate) -> Option<Command> {
    let (id, about_id) = kind.id;
    let command = Command::new(kind.name)
        .about(kind.about)
        .after_help(format!(
            "Examples:\n  planbook new {}\n  {}\n\nIn a terminal, planbook asks for missing values. It checks the file before it writes it, and does not change a file that already exists.",
            kind.name, kind.examples
        ))
        .arg(Arg::new(id).long(id).value_name("NAME").help(about_id))
        .args(all(kind).iter().map(argument))
        .args(own_fields::has_fields(kind).then(field))
        .arg(
            Arg::new(BODY)
                .long(BODY)
                .value_name("TEXT")
                .allow_hyphen_values(true)
                .help("The text below the front matter, in Markdown"),
        )
        .arg(
            Arg::new(BARE)
                .long(BARE)
                .action(ArgAction::SetTrue)
                .help("Leave out the comments on unused keys"),
        )
        .arg(
            Arg::new(PRINT)
                .long(PRINT)
                .action(ArgAction::SetTrue)
                .help("Print the file instead of writing it"),
        );
    let command = if from_form::is_for(kind) { from_form::augment(command, &names(kind)) } else { command };
    // The words about the root and the plan are not those about the command.
    let command = if is_of_a_plan(kind) { WhichPlan::augment_args(command) } else { command };
    Some(Root::augment_args(command).about(kind.about))
}

/// The names of the flags that say what is in a record.
fn names(kind: &RecordTemplate) -> Vec<String> {
    let more =
        [kind.id.0, BODY, BARE].into_iter().chain(own_fields::has_fields(kind).then_some(own_fields::FIELD));
    all(kind).into_iter().map(|flag| flag.name).chain(more.map(str::to_owned)).collect()
}

/// Whether each plan of a book has records of that kind for itself; the others are those of the book.
fn is_of_a_plan(kind: &RecordTemplate) -> bool {
    matches!(kind.name, "area" | "item" | "update")
}

/// The plan that a record is for.
pub(super) fn plan(kind: &RecordTemplate, matches: &ArgMatches) -> Result<WhichPlan, clap::Error> {
    if is_of_a_plan(kind) { WhichPlan::from_arg_matches(matches) } else { Ok(WhichPlan::default()) }
}

fn field() -> Arg {
    Arg::new(own_fields::FIELD)
        .long(own_fields::FIELD)
        .value_name("NAME=VALUE")
        .action(ArgAction::Append)
        .help("A field that book.toml declares, such as budget=\"EUR 5\"")
}

fn argument(flag: &Flag) -> Arg {
    let key = flag.key;
    let meaning = match flag.within {
        Some(within) => format!("{}: {}", within.name, key.meaning),
        None => key.meaning.to_owned(),
    };
    let argument = Arg::new(flag.name.clone()).long(flag.name.clone()).help(sentence(&meaning));
    if flag.is_switch() {
        return argument.action(ArgAction::SetTrue);
    }
    let single = key.shape.single();
    let argument = argument.value_name(value_name(single)).allow_hyphen_values(true);
    let argument = match single {
        Some(Shape::Enum(words)) => argument.hide_possible_values(false).value_parser(Words(*words)),
        _ => argument,
    };
    match (key.shape.is_list(), single) {
        // A text may hold a comma.
        (true, Some(Shape::Text | Shape::Name)) => argument.action(ArgAction::Append),
        (true, _) => argument.action(ArgAction::Append).value_name(format!("{},…", value_name(single))),
        _ => argument,
    }
}

/// The words of a closed list: shown and completed, but any other is taken too, because the check of the record knows more
/// about what people mean.
#[derive(Debug, Clone, Copy)]
struct Words(fn() -> Vec<EnumValue>);

impl TypedValueParser for Words {
    type Value = String;

    fn parse_ref(&self, _: &Command, _: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        value.to_str().map(str::to_owned).ok_or_else(|| clap::Error::new(ErrorKind::InvalidUtf8))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let words = (self.0)().into_iter();
        Some(Box::new(words.map(|(word, meaning)| PossibleValue::new(word).help(meaning))))
    }
}

fn value_name(shape: Option<&Shape>) -> &'static str {
    match shape {
        Some(Shape::Number(..)) => "NUMBER",
        Some(Shape::Enum(_)) => "WORD",
        Some(Shape::Date | Shape::OwnDate) => "DATE",
        Some(Shape::Cadence) => "INTERVAL",
        Some(Shape::Address) => "URL",
        Some(Shape::Language) => "CODE",
        Some(Shape::Id | Shape::FormerId | Shape::Reference(_) | Shape::AreaNumber) => "ID",
        _ => "TEXT",
    }
}

fn sentence(meaning: &str) -> String {
    let mut letters = meaning.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What was given.
pub(super) fn values(kind: &RecordTemplate, matches: &ArgMatches) -> Values {
    let mut values = Values::new();
    let mut note = |name: &str| {
        let texts: Vec<String> = matches
            .get_many::<String>(name)
            .into_iter()
            .flatten()
            .map(|text| text.trim().to_owned())
            .collect();
        if !texts.is_empty() {
            values.insert(name.to_owned(), texts);
        }
    };
    note(kind.id.0);
    if own_fields::has_fields(kind) {
        note(own_fields::FIELD);
    }
    let flags = all(kind);
    flags.iter().filter(|flag| !flag.is_switch()).for_each(|flag| note(&flag.name));
    for flag in flags.iter().filter(|flag| flag.is_switch() && matches.get_flag(&flag.name)) {
        values.insert(flag.name.clone(), vec!["true".to_owned()]);
    }
    values
}
