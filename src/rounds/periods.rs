//! Which rounds there are: the plan's reporting interval cuts the years into periods.

use crate::date::{Date, Day, FiscalYear};
use crate::facts::last_day;
use crate::plan::Plan;

/// The newest rounds of a plan by a day, the newest first: the one that runs, and the one before. Rounds follow the reporting
/// interval of the plan; without one they are years. None is before the adoption or after the end of the plan.
pub fn latest(plan: &Plan, as_of: Day) -> Vec<Date> {
    let Some(about) = plan.about.as_ref().map(|about| &about.document) else { return Vec::new() };
    let months = about.reporting.as_ref().map_or(12, |reporting| reporting.every.months);
    let day = last_day(plan, as_of);
    let Some(running) = period_of(day, months, about.fiscal_year) else { return Vec::new() };
    let before = running.earliest.yesterday().ok().and_then(|day| period_of(day, months, about.fiscal_year));
    let adopted = about.adopted.value.earliest;
    [Some(running), before].into_iter().flatten().filter(|period| period.latest >= adopted).collect()
}

/// The period of so many months that a day is in, under its usual name.
fn period_of(day: Day, months: u32, fiscal_year: FiscalYear) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    let name = match months {
        1 => format!("{year:04}-{month:02}"),
        3 => format!("{year:04}-Q{}", (month - 1) / 3 + 1),
        6 => format!("{year:04}-H{}", (month - 1) / 6 + 1),
        2 | 4 => {
            let length = i8::try_from(months).ok()?;
            let first = (month - 1) / length * length + 1;
            format!("{year:04}-{first:02}/{year:04}-{:02}", first + length - 1)
        }
        _ if fiscal_year.starts == 1 => format!("{year:04}"),
        _ => return fiscal(day, fiscal_year),
    };
    Date::parse(&name, fiscal_year).ok()
}

/// The fiscal year that a day is in, by whichever of its two years it is called.
fn fiscal(day: Day, fiscal_year: FiscalYear) -> Option<Date> {
    let around = [day.year() - 1, day.year(), day.year() + 1].into_iter();
    let mut years = around.filter_map(|year| Date::parse(&format!("FY{year}"), fiscal_year).ok());
    years.find(|period| period.earliest <= day && day <= period.latest)
}

#[cfg(test)]
mod tests {
    use super::{FiscalYear, period_of};
    use crate::date::{Day, NamedBy};

    #[test]
    fn a_period_has_its_usual_name_and_the_day_in_it() {
        let day = Day::new(2026, 6, 30).unwrap();
        let july = FiscalYear { named: NamedBy::Last, ..7.into() };
        let calendar = FiscalYear::default();
        for (months, fiscal_year, name) in [
            (1, calendar, "2026-06"),
            (2, calendar, "2026-05/2026-06"),
            (3, calendar, "2026-Q2"),
            (4, calendar, "2026-05/2026-08"),
            (6, july, "2026-H1"),
            (12, FiscalYear { starts: 1, ..calendar }, "2026"),
            (12, july, "FY2026"),
            (24, FiscalYear { starts: 1, ..calendar }, "2026"),
        ] {
            let period = period_of(day, months, fiscal_year).unwrap();
            assert_eq!(period.text, name);
            assert!(period.earliest <= day && day <= period.latest, "{period:?}");
        }
    }
}
