//! Records in the words of schema.org.

use serde_json::{Value, json};

use super::linker::{Linker, iso, organization, terms};
use crate::date::{Date, Precision};
use crate::parse::{SeeAlso, Validity};
use crate::plan::{Agency, Forum, Index as _, Item, Ix, Named, RecordIx, Source, Update};
use crate::vocabulary::{ForumKind, MeetingState, RoleBasis, Status};

impl Linker<'_, '_> {
    pub(super) fn item(&self, ix: Ix<Item>) -> Value {
        let item = self.builder.plan().items.at(ix);
        let newest = self.builder.context.facts_of(ix).newest_report;
        let newest = newest.map(|ix| &self.builder.plan().updates.at(ix).document.date.value);
        json!({
            "@type": ["PlanAction", "CreativeWork"],
            "identifier": identifier(item),
            "agent": item.lead.iter().filter(|role| role.basis != RoleBasis::Inferred).map(|role| {
                organization(&self.builder.name(RecordIx::Agency(role.agency)))
            }).collect::<Vec<_>>(),
            "actionStatus": action_status(self.builder.context.current_status(ix).status),
            "startTime": iso(item.document.start.as_ref()),
            "scheduledTime": iso(self.builder.context.facts_of(ix).schedule.due()),
            "text": self.builder.texts().wording(ix),
            "keywords": self.builder.tags(ix).into_iter().map(|tag| tag.text).collect::<Vec<_>>(),
            "creativeWorkStatus": self.builder.status_of(self.builder.context.current_status(ix)).text,
            "contributor": self.builder.texts().partners(ix).iter().map(|name| organization(name)).collect::<Vec<_>>(),
            "subjectOf": item.document.see.iter().map(page).collect::<Vec<_>>(),
            "dateModified": iso(newest),
            "image": self.image(item),
            "hasPart": item.parts.iter().map(|part| self.named_item(*part)).collect::<Vec<_>>(),
        })
    }

    /// The picture of an item.
    fn image(&self, item: &Item) -> Value {
        let Some((image, file)) = item.document.image.as_ref().zip(item.image) else { return Value::Null };
        let address = &self.builder.plan().attachments.at(file).document.address;
        let base = self.builder.context.config.base_url.as_deref();
        json!({
            "@type": "ImageObject",
            "contentUrl": base.map(|base| format!("{base}{address}")),
            "description": image.alt,
            "caption": image.caption,
            "creditText": image.credit,
        })
    }

    /// A meeting is an event, all else a text about the items.
    pub(super) fn update(&self, ix: Ix<Update>) -> Value {
        let update = self.builder.plan().updates.at(ix);
        let document = &update.document;
        let about: Vec<Value> = update.items.iter().map(|item| self.named_item(*item)).collect();
        let Some((meeting, start)) = document.meeting.as_ref().zip(start(&document.date.value)) else {
            let evidence = document.evidence.iter().map(
                |evidence| json!({ "@type": "CreativeWork", "name": evidence.title, "url": evidence.url }),
            );
            let published = document.reported.as_ref().unwrap_or(&document.date.value);
            return json!({
                "@type": "Article",
                "identifier": document.id,
                "headline": self.builder.update_title(ix),
                "datePublished": iso(Some(published)),
                "about": about,
                "citation": evidence.collect::<Vec<_>>(),
            });
        };
        let state = match meeting.state.value {
            MeetingState::Planned | MeetingState::Held => "https://schema.org/EventScheduled",
            MeetingState::Postponed => "https://schema.org/EventPostponed",
            MeetingState::Cancelled => "https://schema.org/EventCancelled",
        };
        let forum = update.forum.map(|ix| self.builder.name(RecordIx::Forum(ix)));
        json!({
            "@type": "Event",
            "identifier": document.id,
            "startDate": start,
            "endDate": end(meeting.end.as_ref().unwrap_or(&document.date.value)),
            "eventStatus": state,
            "location": self.builder.texts().meeting_place(ix).map(|place| json!({ "@type": "Place", "name": place })),
            "superEvent": forum.map(|name| json!({ "@type": "EventSeries", "name": name })),
            "about": about,
        })
    }

    pub(super) fn forum(&self, ix: Ix<Forum>) -> Value {
        let forum = &self.builder.plan().forums.at(ix).document;
        let kind = match forum.kind {
            Some(ForumKind::Treaty) => "CreativeWork",
            Some(
                ForumKind::Mission | ForumKind::Commission | ForumKind::Committee | ForumKind::WorkingGroup,
            ) => "Organization",
            Some(_) => "EventSeries",
            None => "Thing",
        };
        let (from, to) = match kind {
            "Organization" => ("foundingDate", "dissolutionDate"),
            "EventSeries" => ("startDate", "endDate"),
            _ => ("", ""),
        };
        let mut node = json!({
            "@type": kind,
            "identifier": forum.id,
            "alternateName": self.alternates(ix),
            "sameAs": forum.url,
        });
        if let Some(node) = node.as_object_mut().filter(|_| !from.is_empty()) {
            let Validity { from: first, to: last } = &forum.valid;
            node.insert(from.to_owned(), json!(iso(first.as_ref())));
            node.insert(to.to_owned(), json!(iso(last.as_ref())));
        }
        node
    }

    pub(super) fn agency(&self, ix: Ix<Agency>) -> Value {
        let agency = self.builder.plan().agencies.at(ix);
        let parent = agency.parent.map(|ix| self.builder.name(RecordIx::Agency(ix)));
        json!({
            "@type": "Organization",
            "identifier": agency.document.id,
            "alternateName": self.alternates(ix),
            "sameAs": agency.document.url,
            "contactPoint": self.builder.texts().agency_contact(ix).map(contact_point),
            "foundingDate": iso(agency.document.valid.from.as_ref()),
            "dissolutionDate": iso(agency.document.valid.to.as_ref()),
            "parentOrganization": parent.map(|name| json!({ "@type": "Organization", "name": name })),
        })
    }

    pub(super) fn source(&self, ix: Ix<Source>) -> Value {
        let (source, texts) = (&self.builder.plan().sources.at(ix).document, self.builder.texts());
        json!({
            "@type": "CreativeWork",
            "identifier": source.id,
            "datePublished": iso(Some(&source.date)),
            "inLanguage": source.lang,
            "author": texts.adopted_by(ix).iter().map(|name| organization(name)).collect::<Vec<_>>(),
            "sameAs": source.url,
            "license": texts.source_licence(ix).map(terms),
        })
    }
}

impl Linker<'_, '_> {
    /// The other names of an agency or forum.
    fn alternates<T: Named>(&self, ix: Ix<T>) -> Vec<String> {
        let texts = self.builder.texts();
        let native = texts.native_name(ix).map(|name| name.text.as_str());
        texts.abbreviation(ix).into_iter().chain(native).map(str::to_owned).collect()
    }
}

/// A page that is about an item.
fn page(see: &SeeAlso) -> Value {
    json!({ "@type": "WebPage", "name": see.title, "url": see.url })
}

/// Whom to ask.
fn contact_point(contact: &str) -> Value {
    let (key, value) = match contact.split_once(':') {
        Some(("mailto", mailbox)) => ("email", mailbox),
        Some(("tel", number)) => ("telephone", number),
        _ => ("url", contact),
    };
    json!({ "@type": "ContactPoint", key: value })
}

/// The id of an item, and its code.
fn identifier(item: &Item) -> Value {
    let id = item.document.id.as_str();
    item.document.code.as_ref().map_or_else(|| json!(id), |code| json!([id, code.text]))
}

/// A status in the words of schema.org, which has no word for what nobody said, for what rests and for what was given up.
fn action_status(status: Option<Status>) -> Option<&'static str> {
    match status? {
        Status::NotStarted => Some("https://schema.org/PotentialActionStatus"),
        Status::InProgress | Status::Continuing => Some("https://schema.org/ActiveActionStatus"),
        Status::Completed => Some("https://schema.org/CompletedActionStatus"),
        _ => None,
    }
}

fn start(date: &Date) -> Option<String> {
    if date.precision == Precision::Range { Some(date.earliest.to_string()) } else { iso(Some(date)) }
}

fn end(date: &Date) -> Option<String> {
    if date.precision == Precision::Range { Some(date.latest.to_string()) } else { iso(Some(date)) }
}
