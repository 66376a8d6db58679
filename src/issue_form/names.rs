//! How items and agencies are called in a form, and which of them an answer means.

use super::outcome::Complaint;
use super::question::{Question, one_line};
use crate::item_code::fold_code;
use crate::outline::OutlineId;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Index as _, Item, Ix, Plan, RecordIx};
use crate::reporting_requests::agency_name;
use crate::route::Route;

/// The longest name in a list, in characters.
const LONGEST: usize = 120;

/// All items with their names in a list, which are distinct.
pub(super) fn items(builder: &ViewBuilder<'_>) -> Vec<(Ix<Item>, String)> {
    let items = builder.plan().items.indexed();
    let names = items.map(|(ix, item)| {
        (shortened(&builder.name(RecordIx::Item(ix))), item.document.id.as_str().to_owned())
    });
    builder.plan().items.indices().zip(distinct(names)).collect()
}

/// The same of agencies.
pub(super) fn agencies(builder: &ViewBuilder<'_>) -> Vec<(Ix<Agency>, String)> {
    let agencies = builder.plan().agencies.indexed();
    let names =
        agencies.map(|(ix, agency)| (shortened(&agency_name(builder, ix)), agency.document.id.clone()));
    builder.plan().agencies.indices().zip(distinct(names)).collect()
}

/// Names for a list, each once: one that is there already has its id too. "None" is what code hosts call no answer.
pub(super) fn distinct(names: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (name, id) in names {
        let is_taken = |name: &String| all.iter().any(|known| folded(known) == folded(name));
        let is_no_name = name.is_empty() || folded(&name) == "none" || is_taken(&name);
        all.push(if is_no_name { format!("{name} [{id}]").trim().to_owned() } else { name });
    }
    all
}

/// The id of the item that an answer means; `all` is the plan in each language.
pub(super) fn item<'a>(written: &str, all: &[&'a Context], plan: &Plan) -> Result<&'a str, Complaint> {
    let Some(context) = all.first().filter(|_| !written.is_empty()) else {
        return Err(Complaint::new(Question::Item, "form-no-item"));
    };
    let published = &context.published.plan;
    let id = |ix: Ix<Item>| published.items.at(ix).document.id.as_str();
    for context in all {
        let builder = ViewBuilder::new(context, Route::home());
        let known = items(&builder).into_iter().find(|(_, name)| folded(name) == folded(written));
        if let Some((ix, _)) = known {
            return Ok(id(ix));
        }
    }
    if let Some(ix) = numbered(published, written) {
        return Ok(id(ix));
    }
    let builder = ViewBuilder::new(context, Route::home());
    // The number is that of an item, and the words are not: the plan was changed, or somebody mixed two of them up.
    let is_numbered = |ix: &Ix<Item>| {
        let rest = folded(written).strip_prefix(&folded(&builder.number(*ix))).map(str::to_owned);
        rest.is_some_and(|rest| rest.starts_with(' '))
    };
    let meant = published.items.indices().filter(is_numbered).max_by_key(|ix| builder.number(*ix).len());
    let written = shortened(written);
    if let Some(ix) = meant {
        let now = shortened(&builder.name(RecordIx::Item(ix)));
        return Err(Complaint::new(Question::Item, "form-old-item")
            .with("written", written)
            .with("item", now));
    }
    let other = plan.editions.iter().find(|edition| numbered(&edition.plan, &written).is_some());
    Err(match other {
        Some(edition) => Complaint::new(Question::Item, "form-other-edition")
            .with("written", written)
            .with("edition", edition.name.clone()),
        None => Complaint::new(Question::Item, "form-unknown-item").with("written", written),
    })
}

/// The item of an id, a number as plans print it, the plan's own code, or an id that it had.
fn numbered(plan: &Plan, written: &str) -> Option<Ix<Item>> {
    let find = |is: &dyn Fn(&Item) -> bool| plan.items.indexed().find(|(_, item)| is(item)).map(|(ix, _)| ix);
    let id = OutlineId::from_shown(written);
    let id = id.as_ref().map_or(written, OutlineId::as_str);
    let code = fold_code(written);
    let is_code = |item: &Item| item.document.code.as_ref().is_some_and(|own| own.folded == code);
    find(&is_code)
        .or_else(|| find(&|item| item.document.id.as_str() == id))
        .or_else(|| find(&|item| item.document.record.aliases.iter().any(|alias| alias.value == written)))
}

/// The id of the agency that an answer means.
pub(super) fn agency<'a>(written: &str, all: &[&'a Context]) -> Result<&'a str, Complaint> {
    let Some(context) = all.first().filter(|_| !written.is_empty()) else {
        return Err(Complaint::new(Question::Agency, "form-no-agency"));
    };
    let published = &context.published.plan;
    let is = |text: &str| folded(text) == folded(written);
    for context in all {
        let builder = ViewBuilder::new(context, Route::home());
        if let Some((ix, _)) = agencies(&builder).into_iter().find(|(_, name)| is(name)) {
            return Ok(&published.agencies.at(ix).document.id);
        }
    }
    let texts = published.texts();
    let is_its = |ix: Ix<Agency>| {
        is(&published.agencies.at(ix).document.id)
            || is(texts.title(ix))
            || texts.abbreviation(ix).is_some_and(is)
    };
    let mut meant = published.agencies.indices().filter(|ix| is_its(*ix));
    match (meant.next(), meant.next()) {
        (Some(ix), None) => Ok(&published.agencies.at(ix).document.id),
        _ => Err(Complaint::new(Question::Agency, "form-unknown-agency").with("written", shortened(written))),
    }
}

fn shortened(name: &str) -> String {
    let name = one_line(name);
    match name.char_indices().nth(LONGEST) {
        None => name,
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
    }
}

/// A text as it is compared.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
