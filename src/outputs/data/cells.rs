//! Values of records as cells of a table.

use super::types::{ContinuesData, DateData, IntervalData, ItemData, MilestoneData, RoleData};

/// A cell that no spreadsheet takes for a formula: such a one gets a `'` before it. Japanese versions take the wide signs
/// too.
pub(super) fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{cell}")
    } else {
        cell
    }
}

pub(super) fn text(text: &Option<String>) -> String {
    text.clone().unwrap_or_default()
}

pub(super) fn word(word: Option<&str>) -> String {
    word.unwrap_or_default().to_owned()
}

pub(super) fn date(date: &Option<DateData>) -> String {
    date.as_ref().map(|date| date.text.clone()).unwrap_or_default()
}

pub(super) fn number(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

pub(super) fn cadence(cadence: &Option<IntervalData>) -> String {
    cadence.as_ref().map(|cadence| cadence.text.clone()).unwrap_or_default()
}

pub(super) fn roles(roles: &[RoleData]) -> String {
    joined(roles.iter().map(|role| role.agency.as_str()))
}

/// What agencies do and who does it, as `AGENCY: ROLE, PERSON`; one that says neither is left out.
pub(super) fn role_details(item: &ItemData) -> String {
    let all = item.all_roles().filter_map(|role| {
        let said: Vec<&str> = [&role.role, &role.person].into_iter().flatten().map(String::as_str).collect();
        (!said.is_empty()).then(|| format!("{}: {}", role.agency, said.join(", ")))
    });
    all.collect::<Vec<_>>().join("; ")
}

/// On what the responsibility of each agency rests, as `AGENCY: BASIS`.
pub(super) fn role_basis<'a>(roles: impl Iterator<Item = &'a RoleData>) -> String {
    roles.map(|role| format!("{}: {}", role.agency, role.basis.word())).collect::<Vec<_>>().join("; ")
}

/// Since when agencies are responsible, as `AGENCY: DATE`; one of which nothing says it is left out.
pub(super) fn role_since<'a>(roles: impl Iterator<Item = &'a RoleData>) -> String {
    let since = |role: &RoleData| Some(format!("{}: {}", role.agency, role.since.as_ref()?.text));
    roles.filter_map(since).collect::<Vec<_>>().join("; ")
}

/// Items of other editions, each as `EDITION/ITEM`, with how it is continued where that is known.
pub(super) fn continues(continues: &[ContinuesData]) -> String {
    let one = |it: &ContinuesData| match &it.how {
        Some(how) => format!("{}/{}: {}", it.edition, it.item, how.word()),
        None => format!("{}/{}", it.edition, it.item),
    };
    continues.iter().map(one).collect::<Vec<_>>().join("; ")
}

pub(super) fn list(list: &[String]) -> String {
    joined(list.iter().map(String::as_str))
}

/// A list in one cell. Ids and addresses have no space in them.
pub(super) fn joined<'a>(entries: impl Iterator<Item = &'a str>) -> String {
    entries.collect::<Vec<_>>().join("; ")
}

/// The steps of an item, each as `ID: STATE` with the day on which it was done, or else is due.
pub(super) fn milestones(milestones: &[MilestoneData]) -> String {
    let step = |step: &MilestoneData| {
        let state = format!("{}: {}", step.id, step.state.word());
        let day = step.done.as_ref().or(step.due.as_ref());
        day.map_or(state.clone(), |day| format!("{state} {}", day.text))
    };
    milestones.iter().map(step).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, shown) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell.to_owned()), shown);
        }
    }
}
