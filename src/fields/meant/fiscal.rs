//! Fiscal years as people write them.

use super::meaning::Meant;
use crate::date::{Date, FiscalYear, NamedBy};

/// A fiscal year with `FY` or a word of its own.
pub(super) fn fiscal(numbers: &[(u32, usize)], fiscal_year: FiscalYear) -> Option<Meant> {
    match *numbers {
        [(year, 4)] => {
            Some(known(year, fiscal_year).unwrap_or_else(|| Meant::certainly(format!("FY{year}"))))
        }
        [(year, 4), (next, 2 | 4)] if (year + 1) % 100 == next % 100 => Some(of_two_years(year, fiscal_year)),
        [(year, 2)] => Some(known(2000 + year, fiscal_year).unwrap_or_else(|| {
            let why = format!("write a fiscal year with four digits: FY20{year:02}");
            Meant::perhaps(format!("FY20{year:02}"), why)
        })),
        _ => None,
    }
}

/// What to say where nobody wrote when fiscal years begin: they are calendar years then, so that every date that follows from one
/// would be months away from what is meant.
fn known(year: u32, fiscal_year: FiscalYear) -> Option<Meant> {
    (!fiscal_year.written)
        .then(|| Meant::unclear(format!("{}, and then FY{year} here", say_when_it_begins())))
}

fn say_when_it_begins() -> &'static str {
    "fiscal years are calendar years until content/plan.md says when they begin: write `fiscal-year-starts: 4` there if that is in April"
}

/// The year that a fiscal year is called by, when it begins in one year and ends in the next.
fn name_of(first: u32, fiscal_year: FiscalYear) -> u32 {
    first + u32::from(fiscal_year.named == NamedBy::Last)
}

/// A Japanese fiscal year, which begins in April and is named by its first year whatever the plan does.
pub(super) fn japanese_year(first: u32, fiscal_year: FiscalYear) -> Option<Meant> {
    let year = name_of(first, fiscal_year);
    match fiscal_year.starts {
        1 if !fiscal_year.written => known(year, fiscal_year),
        4 => Some(Meant::certainly(format!("FY{year}"))),
        _ => {
            let range = format!("{first}-04/{}-03", first + 1);
            Date::parse(&range, fiscal_year).ok()?;
            let why = format!(
                "年度 begins in April, and the fiscal years of this plan begin in another month: write {range}"
            );
            Some(Meant::perhaps(range, why))
        }
    }
}

/// Two years that follow each other, such as 2019/20, in the plan's way to name its fiscal years.
pub(super) fn of_two_years(first: u32, fiscal_year: FiscalYear) -> Meant {
    let (year, next) = (name_of(first, fiscal_year), first + 1);
    if !fiscal_year.written {
        return Meant::unclear(format!(
            "write {first}/{next} for two years; for one fiscal year, {}, and then FY{year} here",
            say_when_it_begins()
        ));
    }
    if fiscal_year.starts == 1 {
        return Meant::unclear(format!(
            "write {first}/{next} for two years, or FY{first} or FY{next} for one: the fiscal years of this plan are calendar years"
        ));
    }
    let end = match fiscal_year.named {
        NamedBy::First => "begins",
        NamedBy::Last => "ends",
    };
    Meant::perhaps(
        format!("FY{year}"),
        format!("a fiscal year? It is named by the year in which it {end}: FY{year}"),
    )
}

/// `2010/11`, which can be a month, too.
pub(super) fn month_or_two_years(first: u32, next: u32, fiscal_year: FiscalYear) -> Meant {
    let year = match fiscal_year.starts {
        1 => of_two_years(first, fiscal_year).why,
        _ => format!("write FY{} for a fiscal year", name_of(first, fiscal_year)),
    };
    Meant::unclear(format!("write {first}-{next:02} for a month; {year}"))
}
