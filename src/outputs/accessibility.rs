//! The accessibility statement: what the site is made to meet, how that is tested, and whom to tell of a barrier. A book
//! that has something else to say writes a page with the id `accessibility`, which stands in its place.

use super::view::AccessibilityPage;
use super::{Context, Output, OutputPage, ViewBuilder, page};
use crate::publish::PublishedPlan;
use crate::route::Route;

/// The accessibility statement.
pub(super) const OUTPUT: Output = Output { name: NAME, pages };

/// Its name in addresses, and the id of the page that replaces it.
pub(super) const NAME: &str = "accessibility";

/// Whether the site has the built-in statement.
pub(super) fn is_built_in(published: &PublishedPlan) -> bool {
    published.plan.pages.iter().all(|page| page.document.id != NAME)
}

fn pages(context: &Context) -> Vec<OutputPage> {
    if !is_built_in(&context.published) {
        return Vec::new();
    }
    vec![page(Route::list(NAME), "accessibility.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> AccessibilityPage {
    let mut head = builder.head(builder.word(NAME), NAME, builder.crumbs(Vec::new()), None);
    head.updated = None;
    head.description = builder.word("accessibility-aim");
    AccessibilityPage { head }
}
