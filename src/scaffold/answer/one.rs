//! One value of an answer.

use super::meaning::{One, Unclear};
use super::number::area_number;
use super::reader::Reader;
use super::reference::Found;
use crate::config::whole_address;
use crate::date::FiscalYear;
use crate::diag::{Diagnostic, closest};
use crate::fields::{Reading, problem};
use crate::item_code::{fold_code, why_no_code};
use crate::plan::Item;
use crate::schema::Shape;
use crate::slug::slug;

/// How long a name of a file is at most that is made of another one.
const LONGEST_NAME: usize = 120;

impl Reader<'_> {
    /// Reads one value of a key.
    pub fn one(&self, key: &'static str, shape: &Shape, text: &str) -> One {
        let asked = |reading| of(problem(key, text, reading));
        match shape {
            Shape::OwnDate => match asked(Reading::Date(self.fiscal_year())) {
                One::Taken(value) if value == "ongoing" => no_end(),
                One::Right if text == "ongoing" => no_end(),
                one => one,
            },
            Shape::Date => asked(Reading::Date(self.fiscal_year())),
            Shape::Cadence => asked(Reading::Cadence),
            Shape::Number(least, most) => asked(Reading::Number(*least, *most)),
            Shape::Boolean => asked(Reading::Truth),
            Shape::Language => asked(Reading::Language),
            Shape::Name => asked(Reading::Name),
            Shape::Enum(words) => {
                let words: Vec<&str> = words().into_iter().map(|(word, _)| word).collect();
                asked(Reading::Word(&words))
            }
            Shape::Address if !whole_address(text) => One::Unclear(address(text)),
            Shape::Id => file_name(text),
            Shape::Code => self.code(text),
            Shape::Tag => self.tag(text),
            Shape::AreaNumber => area_number(text),
            Shape::Reference(target) => match self.find(*target, text) {
                Found::Own => One::Right,
                Found::Certain(id) => One::Taken(id),
                Found::Unclear(unclear) => One::Unclear(unclear),
            },
            _ => One::Right,
        }
    }

    /// A code that no item has yet.
    fn code(&self, text: &str) -> One {
        if let Some(why) = why_no_code(text) {
            return One::Unclear(Unclear::new(format!("`{text}` cannot be a code: {why}")));
        }
        let folded = fold_code(text);
        let has = |item: &&Item| item.document.code.as_ref().is_some_and(|code| code.folded == folded);
        match self.plan.items.iter().find(has) {
            Some(other) => {
                let id = other.document.id.as_str();
                One::Unclear(Unclear::new(format!("item {id} has the code `{text}` already")))
            }
            None => One::Right,
        }
    }

    /// A tag that the plan declares.
    fn tag(&self, text: &str) -> One {
        let names: Vec<&str> =
            self.plan.tags.iter().flat_map(|group| &group.tags).map(|tag| tag.name.as_str()).collect();
        if names.contains(&text) {
            return One::Right;
        }
        let why = if names.is_empty() {
            format!("the plan has no tag `{text}`; declare groups of tags with `tags` in content/plan.md")
        } else {
            format!("the plan has no tag `{text}`; write GROUP/TAG as content/plan.md declares them")
        };
        One::Unclear(Unclear { why, instead: closest(text, names).map(str::to_owned) })
    }

    fn fiscal_year(&self) -> FiscalYear {
        self.plan.about.as_ref().map_or_else(FiscalYear::default, |about| about.document.fiscal_year)
    }
}

fn no_end() -> One {
    One::Unclear(Unclear::new("write the day, month or year"))
}

/// What a problem says in a terminal, where no line of a file is shown.
fn of(problem: Option<Diagnostic>) -> One {
    let Some(problem) = problem else { return One::Right };
    match problem.suggestion {
        Some(value) if problem.certain => One::Taken(value),
        instead => {
            // The message says what to write already, and the guide is not at hand.
            let help = problem.help.filter(|help| !help.starts_with("see "));
            let help = help.map(|help| format!("\n  help: {help}")).unwrap_or_default();
            One::Unclear(Unclear { why: problem.message + &help, instead })
        }
    }
}

fn address(text: &str) -> Unclear {
    let whole = format!("https://{text}");
    let is_like_one = text.contains('.') && !text.contains("://") && whole_address(&whole);
    Unclear {
        why: "copy it from the browser's address bar, with https://".to_owned(),
        instead: is_like_one.then_some(whole),
    }
}

fn file_name(text: &str) -> One {
    match check_file_name(text) {
        Ok(()) => One::Right,
        Err(why) => {
            let instead = Some(slug(text, LONGEST_NAME)).filter(|name| !name.is_empty());
            One::Unclear(Unclear { why, instead })
        }
    }
}

/// Whether no file system takes a name for anything else.
///
/// # Errors
/// Why it cannot be the name of a file.
pub(in crate::scaffold) fn check_file_name(name: &str) -> Result<(), String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
    let starts_well = name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    if name.chars().all(plain) && starts_well && !name.ends_with('.') && name.len() <= LONGEST_NAME {
        return Ok(());
    }
    Err(format!(
        "`{name}` cannot be the name of a file\n  help: write it in lower case, with the letters a to z, digits and `-`"
    ))
}
