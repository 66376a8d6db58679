//! Other editions of the plan: each on one page, with the items that continue it.

use std::collections::BTreeMap;

use super::view::{EditionArea, EditionItem, EditionPage, EditionsPage, LinkView};
use super::{Composer, Context, Output, OutputPage, page};
use crate::plan::{Edition, Index as _, Item, Ix, Links};
use crate::route::Route;

/// Editions.
pub(super) const OUTPUT: Output = Output { name: "editions", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let editions = &context.published.plan.editions;
    if editions.is_empty() {
        return Vec::new();
    }
    let mut pages = vec![page(Route::list("editions"), "editions.html", None, list)];
    pages.extend(editions.indexed().map(|(ix, edition)| {
        let owner = edition.about.as_ref().map(|about| about.record.span);
        page(Route::within("editions", &edition.name), "edition.html", owner, move |composer| {
            view(composer, ix)
        })
    }));
    pages
}

fn title(composer: &Composer<'_>, edition: &Edition) -> String {
    match &edition.about {
        Some(about) => format!("{} ({})", about.title, edition.name),
        None => format!("{} {}", composer.word("edition"), edition.name),
    }
}

fn list(composer: &mut Composer<'_>) -> EditionsPage {
    let editions = composer.plan().editions.iter().map(|edition| LinkView {
        href: composer.href(&Route::within("editions", &edition.name)),
        text: title(composer, edition),
    });
    EditionsPage {
        editions: editions.collect(),
        head: composer.head(composer.word("editions"), "editions", composer.crumbs(Vec::new()), None),
    }
}

fn view(composer: &mut Composer<'_>, ix: Ix<Edition>) -> EditionPage {
    let plan = composer.plan();
    let edition = plan.editions.at(ix);
    let mut continued: BTreeMap<usize, Vec<Ix<Item>>> = BTreeMap::new();
    for (item, record) in plan.items.indexed() {
        for link in record.continues.iter().filter(|link| link.edition == ix) {
            continued.entry(link.item).or_default().push(item);
        }
    }
    let areas = edition.areas.iter().map(|area| EditionArea {
        number: area.number.value.as_str().to_owned(),
        title: area.title.value.clone(),
        items: edition
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.id.area() == area.number.value.as_str())
            .map(|(index, item)| EditionItem {
                anchor: format!("item-{}", item.id.as_str()),
                number: item.id.number(composer.context.config.numbering),
                text: item.text.as_ref().unwrap_or(&item.title).value.clone(),
                depth: item.id.depth().saturating_sub(2),
                continued_by: composer.item_links(continued.get(&index).map_or(&[], Vec::as_slice)),
            })
            .collect(),
    });
    let title = title(composer, edition);
    let crumbs = composer.crumbs(vec![composer.list_link("editions", "editions")]);
    // An edition stands for itself: nothing is linked from its text.
    let links = Links::default();
    EditionPage {
        areas: areas.collect(),
        adopted: edition.about.as_ref().map(|about| composer.date(&about.adopted.value)),
        head: composer.head_from(
            title.clone(),
            "editions",
            crumbs,
            edition.about.as_ref().map(|about| (&about.record, &links)),
        ),
        title,
    }
}
