//! Where the file of a new record goes, and what it is called.

use super::answer::check_file_name;
use super::record::Values;
use super::taken;
use crate::date::{Date, FiscalYear};
use crate::fields::{Reading, problem};
use crate::outline::OutlineId;
use crate::plan::{Area, Plan};
use crate::slug::slug;

/// How long the name of a file becomes at most.
const LONGEST_NAME: usize = 48;

/// The first value of a key, or nothing.
pub(super) fn first<'a>(values: &'a Values, name: &str) -> &'a str {
    values.get(name).and_then(|texts| texts.first()).map_or("", String::as_str)
}

/// A file named by `--id`, or else by the first of some keys that makes a name.
pub(super) fn named(values: &Values, folder: &str, from: &[&str]) -> Result<String, String> {
    let made = from.iter().map(|key| name_of(first(values, key))).find(|name| !name.is_empty());
    let name = match first(values, "id") {
        "" => made.ok_or_else(|| no_name("--id"))?,
        id => id.to_owned(),
    };
    Ok(format!("content/{folder}/{}.md", sound(&name, "--id")?))
}

fn no_name(flag: &str) -> String {
    format!(
        "the title has no letters that a file name can have\n  help: add {flag}, in the letters a to z, digits and `-`"
    )
}

/// A name that no file system takes for anything else.
fn sound<'a>(name: &'a str, flag: &str) -> Result<&'a str, String> {
    check_file_name(name).map(|()| name).map_err(|why| {
        let meant = name_of(name);
        let hint = if meant.is_empty() { String::new() } else { format!(": {flag} {meant}") };
        format!("{why}{hint}")
    })
}

pub(super) fn area(values: &Values, plan: &Plan) -> Result<String, String> {
    let number = first(values, "number");
    taken::area(number, plan)?;
    // An area in another goes into its folder; `1.2` is the second in 1.
    let around = OutlineId::parse(&number.to_lowercase()).and_then(|id| area_before(&id, plan));
    let step = number.rsplit('.').next().unwrap_or(number);
    let folder = match first(values, "folder") {
        "" if step.chars().all(|c| c.is_ascii_digit()) => {
            format!("{step:0>2}-{}", name_of(first(values, "title")))
        }
        "" => format!("{}-{}", step.to_lowercase(), name_of(first(values, "title"))),
        folder => return Ok(format!("content/areas/{}/area.md", path(folder)?)),
    };
    let folder = sound(folder.trim_end_matches('-'), "--folder")?.to_owned();
    match around {
        Some(around) => Ok(format!("content/areas/{}/{folder}/area.md", around.document.folder)),
        None => Ok(format!("content/areas/{folder}/area.md")),
    }
}

/// The folder of an area, which may be in that of another.
fn path(folder: &str) -> Result<&str, String> {
    folder.split('/').try_for_each(|name| sound(name, "--folder").map(|_| ()))?;
    Ok(folder)
}

/// The area whose number an id begins with; of several that with the most steps.
fn area_before<'p>(id: &OutlineId, plan: &'p Plan) -> Option<&'p Area> {
    let around = plan.areas.iter().filter(|area| area.document.number.value.is_before(id));
    around.max_by_key(|area| area.document.number.value.depth())
}

pub(super) fn item(values: &Values, plan: &Plan) -> Result<String, String> {
    let written = first(values, "id");
    let id = OutlineId::parse(written).filter(|id| id.depth() >= 2).ok_or_else(|| {
        format!(
            "`{written}` is not the number of an item\n  help: write it as 3.2, or 3.2.a for a part of 3.2"
        )
    })?;
    let area = area_before(&id, plan).ok_or_else(|| {
        let known: Vec<&str> = plan.areas.iter().map(|area| area.document.number.value.as_str()).collect();
        let there = match known.is_empty() {
            true => "the plan has no areas yet".to_owned(),
            false => format!("the areas are {}", known.join(", ")),
        };
        format!(
            "area {area} of item {written} does not exist\n  help: {there}; create it with `planbook new area --number {area}`",
            area = id.area()
        )
    })?;
    taken::item(&id, plan)?;
    let title = name_of(first(values, "title"));
    let name =
        [id.as_str(), &title].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("-");
    Ok(format!("content/areas/{}/{name}.md", area.document.folder))
}

pub(super) fn name_of(title: &str) -> String {
    slug(title, LONGEST_NAME)
}

pub(super) fn update(values: &Values, plan: &Plan) -> Result<String, String> {
    let written = first(values, "date");
    let starts = plan.about.as_ref().map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let date = Date::parse(written, starts).map_err(|why| {
        problem("date", written, Reading::Date(starts)).map_or(why.0, |problem| problem.message)
    })?;
    let first_day = date.text.split('/').next().unwrap_or("").to_lowercase();
    let title = name_of(first(values, "title"));
    let name = match first(values, "id") {
        "" if title.is_empty() => return Err(no_name(&format!("--id {first_day}-words"))),
        "" => format!("{first_day}-{title}"),
        id => id.to_owned(),
    };
    Ok(format!("content/updates/{}/{}.md", date.year(), sound(&name, "--id")?))
}
