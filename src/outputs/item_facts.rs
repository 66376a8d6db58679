//! What an item's page says of its bodies, and what it leads to.

use crate::page::ViewBuilder;
use crate::page::views::{BodyStatusView, ImageView, LinkView, SeeView};
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
