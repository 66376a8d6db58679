//! The plan for one audience on one day.
//!
//! A smaller plan is made by leaving documents out ([`visible`](crate::visible)) and putting the rest together again, with the
//! same code that put the whole together.
//!
//! 1. [`audience_views`] puts together the plan of everything and the plan for the public, once, and keeps both.
//! 2. [`publish`] takes the one that is asked for, as of the day that is asked for.

use std::sync::Arc;

use crate::config::RepositoryAt;
use crate::date::Day;
use crate::diag::{Diagnostic, Span, code};
use crate::parse::{Documents, Internal, ParsedBook};
use crate::plan::{Edition, Index as _, Ix, Plan, PlanCache, assemble, assemble_cached};
use crate::visible::{AudienceFilter, LeftOut, as_of};
use crate::vocabulary::Audience;

/// What a build is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The as-of date: the site shows the state as of this day.
    pub as_of: Day,
    /// Who may read it.
    pub audience: Audience,
    /// Where the site will stand, when that is not what `book.toml` says.
    pub base_url: Option<String>,
    /// Where the files of the book are kept, when that is not what `book.toml` says.
    pub repository: Option<RepositoryAt>,
}

/// A book for one audience, on no particular day.
#[derive(Debug, Clone, Default)]
pub struct AudienceView {
    /// Its records.
    pub documents: Documents,
    /// All of them, put together.
    pub plan: Arc<Plan>,
}

/// A book for each audience.
#[derive(Debug, Clone, Default)]
pub struct AudienceViews {
    /// Everything.
    pub internal: AudienceView,
    /// What is for everybody.
    pub public: AudienceView,
    /// How much the public view leaves out.
    pub left_out: LeftOut,
    /// Where the plan itself is marked internal: then there is nothing for the public, and its view is empty.
    pub internal_plan: Option<Span>,
}

/// A plan that may be shown.
#[derive(Debug, Clone)]
pub struct PublishedPlan {
    /// The plan of what may be shown.
    pub plan: Arc<Plan>,
    /// The as-of date: it shows the state as of this day.
    pub as_of: Day,
    /// Who may read it.
    pub audience: Audience,
    /// Ids and paths of records that only the internal site has, so that it can say so.
    pub internal: Arc<Internal>,
    /// The same of each edition.
    internal_of_editions: Arc<Vec<Arc<Internal>>>,
}

impl PublishedPlan {
    /// An edition of the plan, which the same audience may see on the same day.
    pub fn edition(&self, ix: Ix<Edition>) -> Self {
        let internal = self.internal_of_editions.get(ix.index());
        Self {
            plan: Arc::clone(&self.plan.editions.at(ix).plan),
            internal: internal.map(Arc::clone).unwrap_or_default(),
            internal_of_editions: Arc::default(),
            ..self.clone()
        }
    }
}

/// Makes both views of a book, and reports the problems of the whole, and what the public view lacks in a way that may
/// not have been meant.
pub fn audience_views(parsed: ParsedBook) -> (AudienceViews, Vec<Diagnostic>) {
    audience_views_with(parsed, &mut PlanCache::default())
}

/// The same, for a book that is read again and again: where only words changed, the last plan is taken.
pub fn audience_views_with(parsed: ParsedBook, cache: &mut PlanCache) -> (AudienceViews, Vec<Diagnostic>) {
    let whole = parsed.whole;
    let filter = AudienceFilter::new(&whole, parsed.public);
    if filter.hides_nothing() {
        let (plan, problems) = assemble_cached(&whole, cache);
        let view = AudienceView { documents: whole, plan };
        return (
            AudienceViews { public: view.clone(), internal: view, ..AudienceViews::default() },
            problems,
        );
    }
    *cache = PlanCache::default();
    let filtered = filter.apply();
    // Neither plan needs the other. Both are put together on all threads of the pool, so neither may be waited for by one of
    // them that does nothing else meanwhile: `join` lets it work.
    let public = || match filtered.internal_plan {
        Some(_) => Default::default(),
        None => assemble(&filtered.documents),
    };
    let ((plan, mut problems), (public_plan, mut found)) = rayon::join(|| assemble(&whole), public);
    // All else is reported for the whole.
    found.retain(|problem| problem.code == code::LINK_TO_INTERNAL);
    problems.extend(filtered.problems);
    problems.extend(found);
    let internal = AudienceView { documents: whole, plan: Arc::new(plan) };
    let public = AudienceView { documents: filtered.documents, plan: Arc::new(public_plan) };
    let (left_out, internal_plan) = (filtered.left_out, filtered.internal_plan);
    (AudienceViews { internal, public, left_out, internal_plan }, problems)
}

impl AudienceViews {
    /// The views of an edition; empty ones, where there is none of that name.
    #[must_use]
    pub fn of_edition(&self, name: &str) -> Self {
        let of = |view: &AudienceView| {
            let mut documents = view.documents.editions.iter();
            let documents = documents.find(|documents| documents.edition.as_deref() == Some(name));
            let edition = view.plan.editions.iter().find(|edition| edition.name == name);
            AudienceView {
                // Without a file that can be read there is no edition, but files that cannot.
                documents: documents.cloned().unwrap_or_else(|| Documents {
                    unreadable: view.documents.unreadable.clone(),
                    ..Documents::default()
                }),
                plan: edition.map(|edition| Arc::clone(&edition.plan)).unwrap_or_default(),
            }
        };
        Self { internal: of(&self.internal), public: of(&self.public), ..Self::default() }
    }

    /// The view of an audience.
    pub fn of(&self, audience: Audience) -> &AudienceView {
        match audience {
            Audience::Internal => &self.internal,
            Audience::Public => &self.public,
        }
    }
}

/// Makes the plan that one audience may see on one day. Problems were reported when the views were made.
pub fn publish(views: &AudienceViews, options: &Options) -> PublishedPlan {
    let AudienceView { documents, plan } = views.of(options.audience);
    let plan = match as_of(documents, options.as_of) {
        None => Arc::clone(plan),
        Some(known) => Arc::new(assemble(&known).0),
    };
    let internal = Arc::clone(&views.public.documents.internal);
    let of_editions = plan.editions.iter().map(|edition| internal_of(views, edition)).collect();
    PublishedPlan {
        plan,
        as_of: options.as_of,
        audience: options.audience,
        internal,
        internal_of_editions: Arc::new(of_editions),
    }
}

/// What only the internal site has of an edition: all of it, where the public has none.
fn internal_of(views: &AudienceViews, edition: &Edition) -> Arc<Internal> {
    let mut public = views.public.documents.editions.iter();
    if let Some(found) = public.find(|found| found.edition.as_deref() == Some(&edition.name)) {
        return Arc::clone(&found.internal);
    }
    let mut internal = Internal::clone(&views.public.documents.internal);
    internal.names.extend(edition.plan.records().map(|record| record.path.clone()));
    internal.names.extend(edition.plan.updates.iter().map(|update| update.document.id.clone()));
    Arc::new(internal)
}
