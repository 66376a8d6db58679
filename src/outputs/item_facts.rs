//! What an item's page says of its bodies, and of third parties.

use crate::page::ViewBuilder;
use crate::page::views::{BodyStatusView, ImageView, LinkView, OutlookView, SeeView, VerdictView};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::vocabulary::{Audience, Status};

/// The status of each body that has to do an item.
pub(super) fn bodies(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Vec<BodyStatusView> {
    let plan = builder.plan();
    let lead = &plan.items.at(ix).lead;
    let facts = builder.context.facts_of(ix);
    facts
        .by_body
        .iter()
        .filter_map(|body| {
            let role = lead.iter().find(|role| role.agency == body.agency)?;
            let day = |ix| builder.date(&plan.updates.at(ix).document.date.value);
            Some(BodyStatusView {
                agency: builder.agency(role),
                status: builder.status_of(&body.status),
                since: body.status.since.map(day),
            })
        })
        .collect()
}

/// "1 of 2 bodies: completed".
pub(super) fn bodies_note(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<String> {
    let bodies = &builder.context.facts_of(ix).by_body;
    let done = bodies.iter().filter(|body| body.status.status == Some(Status::Completed)).count();
    let numbers = [("n", done.to_string()), ("of", bodies.len().to_string())];
    let numbers = numbers.each_ref().map(|(key, value)| (*key, value.as_str()));
    (!bodies.is_empty()).then(|| builder.messages().with("bodies-completed", &numbers))
}

/// The newest verdict of a third party, where nobody claims a status.
pub(super) fn verdict(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<VerdictView> {
    let facts = builder.context.facts_of(ix);
    let unclaimed = matches!(facts.status.status, Some(Status::NotReported | Status::NotStated));
    let update = facts.verdict().filter(|_| unclaimed)?;
    let document = &builder.plan().updates.at(update).document;
    let assessment = document.assessment.as_ref()?;
    Some(VerdictView {
        assessor: assessment.assessor.clone(),
        verdict: builder.verdict(assessment),
        date: builder.date(&document.date.value),
        href: builder.record_href(RecordIx::Update(update)),
    })
}

/// The newest outlook that an update reports.
pub(super) fn outlook(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<OutlookView> {
    let (update, outlook) = builder.context.facts_of(ix).outlook?;
    let date = builder.date(&builder.plan().updates.at(update).document.date.value);
    let key = format!("outlook-{}-on", outlook.word());
    Some(OutlookView {
        key: outlook.word().to_owned(),
        text: builder.messages().with(&key, &[("date", &date.text)]),
        date,
        href: builder.record_href(RecordIx::Update(update)),
    })
}

/// The picture of an item.
pub(super) fn image(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<ImageView> {
    let item = builder.plan().items.at(ix);
    let (image, file) = (item.document.image.as_ref()?, item.image?);
    let (width, height) = builder.plan().attachments.at(file).document.size?;
    Some(ImageView {
        href: builder.record_href(RecordIx::Attachment(file)),
        alt: image.alt.clone(),
        width,
        height,
        caption: image.caption.clone(),
        credit: image.credit.clone(),
        internal: image.audience == Audience::Internal,
    })
}

/// The pages elsewhere that are about an item.
pub(super) fn see(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Vec<SeeView> {
    let see = builder.plan().items.at(ix).document.see.iter();
    see.map(|see| SeeView {
        title: see.title.clone(),
        url: see.url.clone(),
        class: see.class.map(|class| builder.word(&format!("see-{}", class.word()))),
        internal: see.audience == Audience::Internal,
    })
    .collect()
}

/// A contact as a link: the words are the address without what opens it.
pub(super) fn contact_link(contact: &str) -> LinkView {
    let words = contact.strip_prefix("mailto:").or_else(|| contact.strip_prefix("tel:")).unwrap_or(contact);
    LinkView { href: contact.to_owned(), text: words.to_owned() }
}
