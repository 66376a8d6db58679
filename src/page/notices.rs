//! What every page of a plan says above its own words.

use super::views::DateView;
use crate::config::Config;
use crate::date::Date;
use crate::facts::{ended, not_adopted};
use crate::publish::PublishedPlan;
use crate::render::Messages;
use crate::vocabulary::Audience;

/// All of it in words, for a file that no template makes.
pub(crate) fn notices(published: &PublishedPlan, config: &Config, words: &Messages) -> Vec<String> {
    let of_plan = [plan_not_adopted(published, words), plan_ended(published, words)];
    [internal(published, words), banner(config)].into_iter().chain(of_plan).flatten().collect()
}

/// That the site is not for the public.
pub(super) fn internal(published: &PublishedPlan, words: &Messages) -> Option<String> {
    (published.audience == Audience::Internal).then(|| words.get("internal-banner").to_owned())
}

/// What the book says on each page.
pub(super) fn banner(config: &Config) -> Option<String> {
    config.look.banner.as_ref().map(|banner| banner.own.clone())
}

/// That the plan was not adopted yet.
pub(super) fn plan_not_adopted(published: &PublishedPlan, words: &Messages) -> Option<String> {
    let day = DateView::new(&Date::day(published.as_of), words);
    not_adopted(&published.plan, published.as_of).map(|adopted| {
        let adopted = DateView::new(adopted, words);
        words.with("plan-not-adopted", &[("date", &day.text), ("adopted", &adopted.text)])
    })
}

/// That the plan has ended.
pub(super) fn plan_ended(published: &PublishedPlan, words: &Messages) -> Option<String> {
    ended(&published.plan, published.as_of).map(|day| {
        let date = DateView::new(&Date::day(day), words);
        words.with("plan-ended", &[("date", &date.text)])
    })
}
