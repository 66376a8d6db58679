//! Other editions of the plan: each on one page, with the items that continue it.

use std::collections::BTreeMap;

use super::output::{Output, OutputPage, page};
use crate::page::views::{EditionAreaView, EditionItemView, EditionPage, EditionsPage, LinkView};
use crate::page::{Context, ViewBuilder};
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
        page(Route::within("editions", &edition.name), "edition.html", owner, move |builder| {
            view(builder, ix)
        })
    }));
    pages
}

fn title(builder: &ViewBuilder<'_>, ix: Ix<Edition>) -> String {
    let edition = builder.plan().editions.at(ix);
    match builder.texts().edition_title(ix) {
        Some(title) => format!("{title} ({})", edition.name),
        None => format!("{} {}", builder.word("edition"), edition.name),
    }
}

fn list(builder: &mut ViewBuilder<'_>) -> EditionsPage {
    let editions = builder.plan().editions.indexed().map(|(ix, edition)| LinkView {
        href: builder.href(&Route::within("editions", &edition.name)),
        text: title(builder, ix),
    });
    EditionsPage {
        editions: editions.collect(),
        head: builder.head(builder.word("editions"), "editions", builder.crumbs(Vec::new()), None),
    }
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Edition>) -> EditionPage {
    let (plan, texts) = (builder.plan(), builder.texts());
    let edition = plan.editions.at(ix);
    let mut continued: BTreeMap<usize, Vec<Ix<Item>>> = BTreeMap::new();
    for (item, record) in plan.items.indexed() {
        for link in record.continues.iter().filter(|link| link.edition == ix) {
            continued.entry(link.item).or_default().push(item);
        }
    }
    let areas = edition.areas.iter().map(|area| EditionAreaView {
        number: area.number.value.as_str().to_owned(),
        title: texts.edition_area(area).to_owned(),
        items: edition
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.id.area() == area.number.value.as_str())
            .map(|(index, item)| EditionItemView {
                anchor: format!("item-{}", item.id.as_str()),
                number: item.shown_number(builder.context.config.numbering),
                text: texts.edition_wording(item).unwrap_or_else(|| texts.edition_item(item)).to_owned(),
                depth: item.id.depth().saturating_sub(2),
                continued_by: builder.item_links(continued.get(&index).map_or(&[], Vec::as_slice)),
            })
            .collect(),
    });
    let title = title(builder, ix);
    let crumbs = builder.crumbs(vec![builder.list_link("editions", "editions")]);
    // An edition stands for itself: nothing is linked from its text.
    let links = Links::default();
    EditionPage {
        areas: areas.collect(),
        adopted: edition.about.as_ref().map(|about| builder.date(&about.adopted.value)),
        head: builder.head_from(
            title.clone(),
            "editions",
            crumbs,
            edition.about.as_ref().map(|about| (&about.record, &links)),
        ),
        title,
    }
}
