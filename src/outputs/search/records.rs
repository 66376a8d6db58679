//! Records, and lists of them, as entries of a search.

use super::filters::{self, By};
use super::kinds::KINDS;
use super::record_texts::{Texts, abbreviations, body, clean, in_other, own, title};
use crate::date::Date;
use crate::language_marks::{ORIGINAL, sign_of, unmarked};
use crate::page::{Context, ViewBuilder, lists};
use crate::plan::{Index as _, Item, Ix, Plan, RecordIx};
use crate::route::Route;
use crate::search::{Entry, Weight};

/// How much rather each kind is meant than another record with the same words: a plan is about its items, and an update or
/// a page of help names what it is not about. In the order of the kinds.
const LIKELY: [f32; KINDS.len()] = [1.4, 1.2, 1.2, 1.2, 1.2, 0.8, 0.9, 0.8];
/// The same for an item of another edition.
const OTHER_EDITION: f32 = 0.8;
/// A list says nothing itself.
const LIST: f32 = 0.9;

/// A plan whose records are looked for, with the same plan in other languages.
pub(super) struct Place<'c> {
    /// The plan.
    pub(super) context: &'c Context,
    /// The same in other languages.
    pub(super) others: &'c [&'c Context],
}

/// The records that can be found. What plans share is found with the one at the root.
pub(super) fn found(context: &Context) -> impl Iterator<Item = RecordIx> {
    let plan = &context.published.plan;
    let records = plan.record_indices().filter(|record| !plan.is_shared(*record));
    let about = plan.about.as_ref().map(|_| RecordIx::Plan);
    records.filter(|record| record.kind().is_some()).chain(about)
}

impl Place<'_> {
    /// A record.
    pub(super) fn entry(&self, record: RecordIx) -> Entry {
        let context = self.context;
        let builder = ViewBuilder::new(context, Route::home());
        let kind = kind(&context.published.plan, record);
        let (title, body) = (title(&builder, record), body(&builder, record));
        let mut texts = own(&builder, record, &title, &body);
        for other in self.others {
            texts.extend(in_other(context, other, record));
        }
        let edition = context.published.plan.edition.is_some();
        let [excerpt, original] = excerpts(&builder, record, &body);
        let marks = marks(context, record).into_iter().chain(self.edition_mark());
        Entry {
            address: self.address(&builder, record),
            file: context.published.plan.record(record).map(|(record, _)| record.path.clone()),
            kind,
            likely: LIKELY[kind] * if edition { OTHER_EDITION } else { 1.0 },
            number: number(&builder, record),
            title: unmarked(&title),
            status: status(&builder, record),
            place: standing(&builder, record).map(|text| unmarked(&text)),
            numbers: numbers(&context.published.plan, record),
            names: names(&texts, &builder, record).chain(self.dates(record)).collect(),
            is_title_original: is_original(&title),
            excerpt: after_title(&excerpt, &unmarked(&title)).to_owned(),
            original: after_title(&original, &unmarked(&title)).to_owned(),
            texts: clean(texts),
            marks: marks.map(|(by, value)| (by as usize, value)).collect(),
        }
    }

    /// The lists of the plan, by their titles.
    pub(super) fn lists(&self) -> Vec<Entry> {
        let context = self.context;
        let builder = ViewBuilder::new(context, Route::home());
        let plan = &context.published.plan;
        let shown = lists::of(&context.published, &context.config).filter(|_| plan.edition.is_none());
        let entry = |(name, key): (&str, &str)| {
            let title = builder.word(key);
            let mut texts = vec![(Weight::Title, title.clone())];
            if name == "glossary" {
                texts.extend(abbreviations(builder.texts(), plan));
            }
            let kind = KINDS.len() - 1;
            Entry {
                address: builder.href(&lists::route(plan, name)),
                file: None,
                kind,
                likely: LIST,
                number: None,
                status: None,
                place: None,
                numbers: Vec::new(),
                names: Vec::new(),
                excerpt: String::new(),
                texts: clean(texts),
                title: unmarked(&title),
                is_title_original: false,
                original: String::new(),
                marks: Vec::new(),
            }
        };
        shown.map(entry).collect()
    }

    /// Its date as the pages of each language write it.
    fn dates(&self, record: RecordIx) -> Vec<String> {
        let Some(date) = date(&self.context.published.plan, record) else { return Vec::new() };
        let languages = std::iter::once(&self.context).chain(self.others);
        languages.map(|context| unmarked(&ViewBuilder::new(context, Route::home()).date(date).text)).collect()
    }

    /// Its address from where the site of the language stands.
    fn address(&self, builder: &ViewBuilder<'_>, record: RecordIx) -> String {
        let base = &self.context.base;
        let own = base.as_str().strip_prefix(base.of_language()).unwrap_or_default();
        format!("{own}{}", builder.record_href(record))
    }

    fn edition_mark(&self) -> Option<(By, String)> {
        Some((By::Edition, filters::edition(self.context)))
    }
}

/// The place of its kind in the list of kinds.
fn kind(plan: &Plan, record: RecordIx) -> usize {
    let word = match record {
        RecordIx::Item(ix) if plan.items.at(ix).parent.is_some() => "part",
        record => record.kind().map_or("page", |kind| kind.word),
    };
    KINDS.iter().position(|(key, _)| *key == word).unwrap_or(KINDS.len() - 1)
}

/// What is shown as its number.
fn number(builder: &ViewBuilder<'_>, record: RecordIx) -> Option<String> {
    match record {
        RecordIx::Item(ix) => Some(builder.number(ix)),
        RecordIx::Area(ix) => Some(builder.plan().areas.at(ix).document.number.value.as_str().to_owned()),
        _ => None,
    }
}

fn status(builder: &ViewBuilder<'_>, record: RecordIx) -> Option<(String, String)> {
    let RecordIx::Item(ix) = record else { return None };
    let view = builder.status_of(builder.context.current_status(ix));
    Some((view.key, unmarked(&view.text)))
}

/// Where it belongs, in a few words.
fn standing(builder: &ViewBuilder<'_>, record: RecordIx) -> Option<String> {
    let plan = builder.plan();
    match record {
        RecordIx::Item(ix) => Some(builder.name(plan.items.at(ix).area)),
        RecordIx::Agency(ix) => builder.texts().party(ix).map(str::to_owned),
        record => date(plan, record).map(|date| builder.date(date).text),
    }
}

/// The day that it is of.
fn date(plan: &Plan, record: RecordIx) -> Option<&Date> {
    match record {
        RecordIx::Update(ix) => Some(&plan.updates.at(ix).document.date.value),
        RecordIx::Source(ix) => Some(&plan.sources.at(ix).document.date),
        _ => None,
    }
}

/// A date in numbers: its first day where it is of several.
fn day(date: &Date) -> String {
    date.machine_readable().unwrap_or_else(|| date.earliest.to_string())
}

/// The numbers and codes that lead to it.
fn numbers(plan: &Plan, record: RecordIx) -> Vec<String> {
    let of_item = |ix: Ix<Item>| {
        let document = &plan.items.at(ix).document;
        let code = document.code.as_ref().map(|code| code.text.clone());
        let former = document.record.aliases.iter().map(|alias| alias.value.clone());
        [document.id.as_str().to_owned()].into_iter().chain(code).chain(former).collect()
    };
    match record {
        RecordIx::Item(ix) => of_item(ix),
        RecordIx::Area(ix) => vec![plan.areas.at(ix).document.number.value.as_str().to_owned()],
        record => date(plan, record).map(day).into_iter().collect(),
    }
}

/// What else it is called, as a whole: abbreviations, names in other languages, its id, what pages write above its title.
fn names(texts: &Texts, builder: &ViewBuilder<'_>, record: RecordIx) -> impl Iterator<Item = String> {
    let plan = builder.plan();
    let numbered = match record {
        RecordIx::Area(_) => Some("numbered-area"),
        RecordIx::Item(_) => Some("numbered-item"),
        _ => None,
    };
    let label = numbered.zip(number(builder, record));
    let label = label.map(|(key, number)| builder.messages().with(key, &[("number", &number)]));
    let others = texts.iter().filter(|(weight, _)| *weight == Weight::OtherName);
    let is_body = matches!(record, RecordIx::Agency(_) | RecordIx::Forum(_) | RecordIx::Source(_));
    let id = plan.id(record).filter(|_| is_body).map(str::to_owned);
    others.map(|(_, name)| unmarked(name)).chain(id).chain(label.map(|it| unmarked(&it)))
}

/// The values of the filters.
fn marks(context: &Context, record: RecordIx) -> Vec<(By, String)> {
    let plan = &context.published.plan;
    match record {
        RecordIx::Item(ix) => filters::of_item(context, ix),
        RecordIx::Update(ix) => filters::of_update(context, ix),
        RecordIx::Area(ix) => {
            plan.area_and_above(ix).map(|ix| (By::Area, filters::area(context, ix))).collect()
        }
        RecordIx::Agency(ix) => vec![(By::Agency, plan.agencies.at(ix).document.id.clone())],
        RecordIx::Source(ix) => {
            vec![(By::Year, plan.sources.at(ix).document.date.earliest.year().to_string())]
        }
        _ => Vec::new(),
    }
}

/// What is shown to say why it was found: the summary, the plan's words, the text. First what is in the language of the
/// pages, then what is not translated.
fn excerpts(builder: &ViewBuilder<'_>, record: RecordIx, body: &str) -> [String; 2] {
    let wording = match record {
        RecordIx::Item(ix) => builder.texts().wording(ix),
        _ => None,
    };
    let is_body_original = builder.texts().body(record).is_some_and(|(body, _)| body.is_untranslated());
    let named = [builder.texts().summary(record), wording].into_iter().flatten();
    let parts = named.map(|text| (is_original(text), unmarked(text)));
    let parts: Vec<(bool, String)> = parts.chain([(is_body_original, unmarked(body))]).collect();
    [false, true].map(|original| {
        let parts = parts.iter().filter(|(of, text)| *of == original && !text.is_empty());
        joined(parts.map(|(_, text)| text)).split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

/// Whether a text is in the language that the plan was written in, on pages of another.
fn is_original(text: &str) -> bool {
    sign_of(text).0 == Some(ORIGINAL)
}

/// A text without the beginning that is its title: that is how an update without a headline is called.
fn after_title<'t>(text: &'t str, title: &str) -> &'t str {
    let said = title.trim_end_matches('…');
    let rest = text.strip_prefix(said.trim_end());
    // A title that is whole may be the beginning of a longer word.
    let rest = rest.filter(|rest| said != title || !rest.starts_with(char::is_alphanumeric));
    rest.map_or(text, |rest| rest.trim_start_matches(['.', '。', ' ']))
}

/// Texts one after the other: a point in the middle stands where a sentence does not end.
fn joined<'t>(parts: impl Iterator<Item = &'t String>) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(if text.ends_with(['.', '!', '?', '。', '…', '”', ')']) {
                " "
            } else {
                " · "
            });
        }
        text.push_str(part.trim());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::after_title;

    #[test]
    fn an_excerpt_goes_on_where_its_title_ends() {
        assert_eq!(after_title("Wells were dug. Water came.", "Wells were dug."), "Water came.");
        assert_eq!(after_title("Wells were dug in two towns.", "Wells were…"), "dug in two towns.");
        assert_eq!(after_title("協定が署名された。", "協定が…"), "署名された。");
        assert_eq!(after_title("Ports are open.", "Port"), "Ports are open.");
        assert_eq!(after_title("Ships", "Ships"), "");
        assert_eq!(after_title("Ships", "Boats…"), "Ships");
    }
}
