//! The accessibility statement: what the site is made to meet, how that is tested, and whom to tell of a barrier. A book
//! that has something else to say writes a page with the id `accessibility`, which stands in its place.

use super::output::{Output, OutputPage, page};
use crate::page::views::AccessibilityPage;
use crate::page::{Context, ViewBuilder, lists};
use crate::route::Route;

/// The accessibility statement.
pub(super) const OUTPUT: Output = Output { name: "accessibility", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    if !lists::has_accessibility(&context.published) {
        return Vec::new();
    }
    vec![page(Route::list(Route::ACCESSIBILITY), "accessibility.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> AccessibilityPage {
    let mut head = builder.head(
        builder.word(Route::ACCESSIBILITY),
        Route::ACCESSIBILITY,
        builder.crumbs(Vec::new()),
        None,
    );
    head.updated = None;
    head.description = builder.word("accessibility-aim");
    AccessibilityPage { head }
}
