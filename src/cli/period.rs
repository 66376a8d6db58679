//! The period of a command: what is written, and what it means in a plan.

use anyhow::bail;

use crate::date::{Date, FiscalYear, Precision};
use crate::page::Context;

/// In which month a fiscal year begins is known only when the plan was read, and the form does not depend on it.
pub(super) fn parse_period(text: &str) -> Result<String, String> {
    match Date::parse(text, 1) {
        Ok(date) if date.precision != Precision::Ongoing => Ok(date.text),
        Ok(_) => Err("a period needs an end: write for example 2026-H1".to_owned()),
        Err(problem) => Err(problem.0),
    }
}

/// The period in a plan.
pub(super) fn period_in(context: &Context, text: &str) -> anyhow::Result<Date> {
    let about = context.published.plan.about.as_ref();
    let fiscal_year = about.map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let period = match Date::parse(text, fiscal_year) {
        Ok(period) => period,
        Err(problem) => bail!("`{text}` is not a period: {}", problem.0),
    };
    if about.is_some_and(|about| period.latest < about.document.adopted.value.earliest) {
        bail!("the period {} ends before the plan was adopted\n  help: choose a later one", period.text);
    }
    Ok(period)
}
