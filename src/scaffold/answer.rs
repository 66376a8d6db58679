//! Whether an answer is one: what a dialogue says at once, before the whole record is checked.

use crate::config::whole_address;
use crate::date::{Cadence, Date, FiscalYear, Precision};
use crate::diag::closest;
use crate::plan::Plan;
use crate::schema::{Shape, Target};

/// The ids that an answer may name.
pub fn known(plan: &Plan, target: Target) -> Vec<String> {
    let mut ids: Vec<String> = match target {
        Target::Area => plan.areas.iter().map(|it| it.document.number.value.as_str().to_owned()).collect(),
        Target::Item => plan.items.iter().map(|it| it.document.id.as_str().to_owned()).collect(),
        Target::Update => plan.updates.iter().map(|it| it.document.id.clone()).collect(),
        Target::Agency => plan.agencies.iter().map(|it| it.document.id.clone()).collect(),
        Target::Forum => plan.forums.iter().map(|it| it.document.id.clone()).collect(),
        Target::Source => plan.sources.iter().map(|it| it.document.id.clone()).collect(),
        Target::Edition => plan.editions.iter().map(|it| it.name.clone()).collect(),
        Target::ItemOfEdition => Vec::new(),
    };
    ids.sort();
    ids
}

/// What can be completed while a value of this shape is typed.
pub fn completions(shape: &Shape, plan: &Plan) -> Vec<String> {
    match shape.single() {
        Some(Shape::Reference(target)) => known(plan, *target),
        Some(Shape::Enum(words)) => words().into_iter().map(|(word, _)| word.to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The values in an answer: of a list those between commas.
pub fn values(shape: &Shape, answer: &str) -> Vec<String> {
    let whole = answer.trim();
    let texts: Vec<&str> =
        if shape.is_list() { whole.split(',').map(str::trim).collect() } else { vec![whole] };
    texts.into_iter().filter(|text| !text.is_empty()).map(str::to_owned).collect()
}

/// Reports the problems of an answer.
///
/// # Errors
/// A sentence for whoever gave it.
pub fn check(shape: &Shape, answer: &str, plan: &Plan) -> Result<(), String> {
    let Some(single) = shape.single() else { return Ok(()) };
    values(shape, answer).iter().try_for_each(|text| check_one(single, text, plan))
}

fn check_one(shape: &Shape, text: &str, plan: &Plan) -> Result<(), String> {
    let starts = plan.about.as_ref().map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    match shape {
        Shape::Date | Shape::OwnDate => match Date::parse(text, starts) {
            Ok(date) if date.precision == Precision::Ongoing && matches!(shape, Shape::OwnDate) => {
                Err("write the day, month or year".to_owned())
            }
            Ok(_) => Ok(()),
            Err(why) => Err(why.0),
        },
        Shape::Cadence => Cadence::parse(text).map(|_| ()).map_err(|why| why.0),
        Shape::Address if !whole_address(text) => {
            Err("copy it from the browser's address bar, with https://".to_owned())
        }
        Shape::Number(least, most) => match text.parse::<i64>() {
            Ok(number) if (*least..=*most).contains(&number) => Ok(()),
            _ => Err(format!("write a whole number from {least} to {most}")),
        },
        Shape::Reference(_) | Shape::Enum(_) => {
            let ids = completions(shape, plan);
            if ids.iter().any(|id| id == text) {
                return Ok(());
            }
            Err(match closest(text, ids.iter().map(String::as_str)) {
                Some(meant) => format!("`{text}` does not exist; did you mean `{meant}`?"),
                None => format!("`{text}` does not exist; Tab completes the existing ids"),
            })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{Choice, Kind};

    fn kinds() -> Vec<(&'static str, &'static str)> {
        Kind::CHOICES.iter().map(|(word, _)| (*word, "")).collect()
    }

    #[test]
    fn answers_are_looked_at_by_what_is_asked() {
        let plan = Plan::default();
        let right = |shape: &Shape, answer: &str| check(shape, answer, &plan).is_ok();
        assert!(right(&Shape::OwnDate, "2024-05") && !right(&Shape::OwnDate, "ongoing"));
        assert!(right(&Shape::Date, "ongoing") && !right(&Shape::Date, "May"));
        assert!(right(&Shape::Cadence, "every year") && !right(&Shape::Cadence, "often"));
        assert!(right(&Shape::Address, "https://a.example/") && !right(&Shape::Address, "a.example"));
        assert!(right(&Shape::Number(1, 3), "3") && !right(&Shape::Number(1, 3), "4"));
        assert!(right(&Shape::Enum(kinds), "event") && !right(&Shape::Enum(kinds), "evnt"));
        assert_eq!(
            check(&Shape::Enum(kinds), "evnt", &plan),
            Err("`evnt` does not exist; did you mean `event`?".to_owned())
        );
        assert!(right(&Shape::List(&Shape::Text), "a, b") && !right(&Shape::Reference(Target::Item), "1.1"));
        assert_eq!(values(&Shape::List(&Shape::Text), " a, b ,"), ["a", "b"]);
        assert_eq!(values(&Shape::Text, " a, b "), ["a, b"]);
    }
}
