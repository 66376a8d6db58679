//! The accessibility statement: what the site is made to meet, how that is tested, and whom to tell of a barrier. A book
//! that has something else to say writes a page with the id `accessibility`, which stands in its place.

use super::view::AccessibilityPage;
use super::{Composer, Context, Output, OutputPage, page};
use crate::publish::Published;
use crate::route::Route;

/// The accessibility statement.
pub(super) const OUTPUT: Output = Output { name: NAME, pages };

/// Its name in addresses, and the id of the page that replaces it.
pub(super) const NAME: &str = "accessibility";

/// Whether the site has the built-in statement.
pub(super) fn is_built_in(published: &Published) -> bool {
    published.plan.pages.iter().all(|page| page.document.id != NAME)
}

fn pages(context: &Context) -> Vec<OutputPage> {
    if !is_built_in(&context.published) {
        return Vec::new();
    }
    vec![page(Route::list(NAME), "accessibility.html", None, view)]
}

fn view(composer: &mut Composer<'_>) -> AccessibilityPage {
    let mut head = composer.head(composer.word(NAME), NAME, composer.crumbs(Vec::new()), None);
    head.updated = None;
    head.description = composer.word("accessibility-aim");
    AccessibilityPage { head }
}
