//! The gate between what is written and what is shown: one audience, one day.
//!
//! A smaller plan is made by leaving documents out and putting the rest together anew, with the same code that put the
//! whole together. So nothing that is left out can be in a count, a list, a link or an address: the public plan is the
//! plan of a book in which the rest was never written.
//!
//! 1. What is internal within a record was left out when its file was read a second time, for the public
//!    ([`ParsedBook`]).
//! 2. [`views`] leaves out the records that are internal, once, and keeps both plans.
//! 3. [`publish`] takes the one that is asked for, and leaves out what was not there, or not known, by the day
//!    (`day`).

mod day;
mod gate;
mod left_out;

use std::sync::Arc;

pub use left_out::LeftOut;

use crate::date::Day;
use crate::diag::{Diagnostic, Span, code};
use crate::parse::{Documents, Internal, ParsedBook};
use crate::plan::{Last, Plan, assemble, assemble_again};
use crate::vocabulary::Audience;

/// What a build is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The day as of which the site tells the story.
    pub as_of: Day,
    /// Who may read it.
    pub audience: Audience,
    /// Where the site will stand, when that is not what `book.toml` says.
    pub base_url: Option<String>,
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
    /// How much the public version leaves out.
    pub left_out: LeftOut,
    /// Where the plan itself is marked internal: then there is no public version, and this one is empty.
    pub closed: Option<Span>,
}

/// A plan that may be shown.
#[derive(Debug, Clone)]
pub struct PublishedPlan {
    /// The plan of what may be shown.
    pub plan: Arc<Plan>,
    /// The day as of which it tells the story.
    pub as_of: Day,
    /// Who may read it.
    pub audience: Audience,
    /// Ids and paths of records that only the internal site has, so that it can say so.
    pub internal: Arc<Internal>,
}

/// Makes both versions of a book, and says what is wrong with the whole, and what the public version lacks in a way that
/// may not have been meant.
pub fn audience_views(parsed: ParsedBook) -> (AudienceViews, Vec<Diagnostic>) {
    audience_views_with(parsed, &mut Last::default())
}

/// The same, for a book that is read again and again: where only words changed, the last plan is taken.
pub fn audience_views_with(parsed: ParsedBook, last: &mut Last) -> (AudienceViews, Vec<Diagnostic>) {
    let whole = parsed.whole;
    let gate = gate::Gate::new(&whole, parsed.public);
    if gate.is_open() {
        let (plan, problems) = assemble_again(&whole, last);
        let version = AudienceView { documents: whole, plan };
        return (
            AudienceViews { public: version.clone(), internal: version, ..AudienceViews::default() },
            problems,
        );
    }
    *last = Last::default();
    let passed = gate.pass();
    // Neither plan needs the other. Both are put together on all threads of the pool, so neither may be waited for by one of
    // them that does nothing else meanwhile: `join` lets it work.
    let public = || match passed.closed {
        Some(_) => Default::default(),
        None => assemble(&passed.documents),
    };
    let ((plan, mut problems), (public_plan, mut found)) = rayon::join(|| assemble(&whole), public);
    // All else is reported for the whole.
    found.retain(|problem| problem.code == code::LINK_TO_INTERNAL);
    problems.extend(passed.problems);
    problems.extend(found);
    let internal = AudienceView { documents: whole, plan: Arc::new(plan) };
    let public = AudienceView { documents: passed.documents, plan: Arc::new(public_plan) };
    (AudienceViews { internal, public, left_out: passed.left_out, closed: passed.closed }, problems)
}

impl AudienceViews {
    /// The version for an audience.
    pub fn of(&self, audience: Audience) -> &AudienceView {
        match audience {
            Audience::Internal => &self.internal,
            Audience::Public => &self.public,
        }
    }
}

/// Makes the plan that one audience may see on one day. Problems were reported when the versions were made.
pub fn publish(views: &AudienceViews, options: &Options) -> PublishedPlan {
    let AudienceView { documents, plan } = views.of(options.audience);
    let plan = match day::as_of(documents, options.as_of) {
        None => Arc::clone(plan),
        Some(known) => Arc::new(assemble(&known).0),
    };
    let internal = Arc::clone(&views.public.documents.internal);
    PublishedPlan { plan, as_of: options.as_of, audience: options.audience, internal }
}
