//! The style guide: every part of the theme in every state, for those who make a theme. A book asks for it.

mod history;

use super::composer::Within;
use super::view::{
    AgencyView, AreaRow, ContentsView, DateView, EvidenceView, ItemRow, LinkView, MeetingView, ShareView,
    StateView, StatusView, StyleGuidePage, UpdateRow,
};
use super::{Composer, Context, Output, OutputPage, page};
use crate::date::Date;
use crate::limits::Limits;
use crate::markdown::{Place, to_fragment};
use crate::plan::Links;
use crate::route::Route;
use crate::vocabulary::{
    Choice as _, Degree, EvidenceClass, Kind, MeetingState, Outcome, Status, UpdateKind,
};

/// The style guide.
pub(super) const OUTPUT: Output = Output { name: "style-guide", pages };

/// Text with every construct of Markdown.
const SPECIMEN: &str = include_str!("specimen.md");
/// Where links of the guide lead: to itself.
const HERE: &str = "#page_content";

fn pages(context: &Context) -> Vec<OutputPage> {
    if !context.config.style_guide {
        return Vec::new();
    }
    vec![page(Route::list("style"), "style.html", None, view)]
}

fn view(composer: &mut Composer<'_>) -> StyleGuidePage {
    let place = Place::Value(crate::diag::Span::new(crate::diag::FileId(0), 0..0));
    let (specimen, _) = to_fragment(SPECIMEN, "content/pages/style.md", place, &Limits::DEFAULT);
    let mut head = composer.head(composer.word("style-guide"), "style", composer.crumbs(Vec::new()), None);
    head.noindex = true;
    let statuses = statuses(composer);
    StyleGuidePage {
        head,
        specimen_html: composer.text(&specimen, &Links::default(), Within::Page),
        contents: contents(composer),
        meetings: meetings(composer),
        schedules: states(composer, "schedule", &["no-date", "not-due", "due-soon", "overdue", "done-late"]),
        freshness: states(composer, "freshness", &["never", "fresh", "due", "stale"]),
        shares: shares(composer, Status::CHOICES.iter().map(|(_, status)| *status).collect()),
        areas: areas(composer),
        items: items(composer, &statuses),
        updates: updates(composer),
        events: history::events(composer, &statuses),
        evidence: evidence(composer),
        links: vec![link(composer, "previous"), link(composer, "next")],
        statuses,
    }
}

fn link(composer: &Composer<'_>, key: &str) -> LinkView {
    LinkView { href: HERE.to_owned(), text: composer.word(key) }
}

fn day(composer: &Composer<'_>) -> DateView {
    composer.date(&Date::day(composer.as_of()))
}

/// Titles that a layout must bear: short, long, without a place to break, and in Japanese.
fn titles(composer: &Composer<'_>) -> [String; 4] {
    let long = format!("{} ", composer.context.config.title).repeat(5);
    let japanese = "日豪安全保障協力共同宣言を実施するための行動計画に基づく協力の現状".to_owned();
    [composer.word("title"), long.trim_end().to_owned(), "unbreakable".repeat(8), japanese]
}

fn statuses(composer: &Composer<'_>) -> Vec<StatusView> {
    let plain = Status::CHOICES.iter().map(|(_, status)| (Some(*status), None, None));
    let degrees = Degree::CHOICES.iter().map(|(_, degree)| (Some(Status::InProgress), Some(*degree), None));
    let outcomes = Outcome::CHOICES.iter().map(|(_, outcome)| (Some(Status::Closed), None, Some(*outcome)));
    plain
        .chain(degrees)
        .chain(outcomes)
        .chain([(None, None, None)])
        .map(|(status, degree, outcome)| composer.status(status, degree, outcome))
        .collect()
}

fn meetings(composer: &Composer<'_>) -> Vec<MeetingView> {
    let states = MeetingState::CHOICES.iter().map(|(word, _)| *word).chain(["planned-past"]);
    states
        .map(|key| MeetingView {
            key: key.to_owned(),
            text: composer.word(&format!("meeting-{key}")),
            number: Some(composer.words().with("meeting-number", &[("n", "3")])),
            place: None,
        })
        .collect()
}

fn states(composer: &Composer<'_>, family: &str, keys: &[&str]) -> Vec<StateView> {
    let date = day(composer).text;
    let age = composer.age(400);
    keys.iter()
        .map(|key| StateView {
            key: (*key).to_owned(),
            text: composer
                .words()
                .with(&format!("{family}-{key}"), &[("date", &date), ("n", "40"), ("age", &age)]),
        })
        .collect()
}

/// Counts that grow from one status to the next.
fn shares(composer: &Composer<'_>, statuses: Vec<Status>) -> Vec<ShareView> {
    let whole: usize = (1..=statuses.len()).sum();
    statuses
        .into_iter()
        .enumerate()
        .map(|(at, status)| {
            let StatusView { key, text, .. } = composer.status(Some(status), None, None);
            ShareView {
                key,
                text,
                count: at + 1,
                percent: (at + 1) * 100 / whole.max(1),
                href: HERE.to_owned(),
            }
        })
        .collect()
}

fn areas(composer: &Composer<'_>) -> Vec<AreaRow> {
    let rows = titles(composer).into_iter().enumerate().map(|(at, title)| {
        let all = Status::CHOICES.iter().map(|(_, status)| *status);
        let shares = shares(composer, all.skip(at * 2).take(3 - at).collect());
        AreaRow {
            href: HERE.to_owned(),
            number: (at + 9).to_string(),
            title,
            count: shares.iter().map(|share| share.count).sum(),
            shares,
            latest: (at != 1).then(|| day(composer)),
        }
    });
    rows.collect()
}

/// An item for each status, with titles, agencies and dates that come and go.
fn items(composer: &Composer<'_>, statuses: &[StatusView]) -> Vec<ItemRow> {
    let titles = titles(composer);
    let rows = statuses.iter().enumerate().map(|(at, status)| {
        let (kind_key, _) = Kind::CHOICES[at % Kind::CHOICES.len()];
        ItemRow {
            href: HERE.to_owned(),
            id: format!("1.{}", at + 1),
            number: format!("1.{}", at + 1),
            title: titles[at % titles.len()].clone(),
            kind_key: kind_key.to_owned(),
            kind: composer.word(&format!("kind-{kind_key}")),
            status: status.clone(),
            lead: agencies(composer, at % 3),
            latest: (at % 4 != 3).then(|| day(composer)),
            updates: at,
            depth: usize::from(at % 5 == 4),
            inferred: at % 6 == 5,
        }
    });
    rows.collect()
}

fn agencies(composer: &Composer<'_>, most: usize) -> Vec<AgencyView> {
    let agency = |name: &str, short: &str, inferred| AgencyView {
        href: HERE.to_owned(),
        name: name.to_owned(),
        short: short.to_owned(),
        inferred,
        internal: inferred,
        now: None,
    };
    let long = composer.context.config.title.clone();
    [agency("ABC", "ABC", true), agency(&long, &long, false)].into_iter().take(most).collect()
}

fn updates(composer: &Composer<'_>) -> Vec<UpdateRow> {
    let titles = titles(composer);
    let mut meetings = meetings(composer).into_iter();
    UpdateKind::CHOICES
        .iter()
        .enumerate()
        .map(|(at, (kind, _))| UpdateRow {
            href: HERE.to_owned(),
            date: day(composer),
            title: titles[at % titles.len()].clone(),
            kind: composer.word(&format!("update-kind-{kind}")),
            meeting: meetings.next(),
            status: (at % 3 == 0).then(|| composer.status(Some(Status::Continuing), None, None)),
            items: vec![link(composer, "number"); at % 4],
            whole_plan: at == 1,
            baseline: at == 2,
        })
        .collect()
}

fn evidence(composer: &Composer<'_>) -> Vec<EvidenceView> {
    let titles = titles(composer);
    EvidenceClass::CHOICES
        .iter()
        .enumerate()
        .map(|(at, (class, _))| {
            let japanese = at % titles.len() == 3;
            EvidenceView {
                title: titles[at % titles.len()].clone(),
                url: format!("https://site.example/{class}"),
                class: (at % 4 != 2).then(|| composer.word(&format!("evidence-{class}"))),
                lang: japanese.then(|| "ja".to_owned()),
                lang_name: japanese.then(|| composer.language("ja")),
                date: (at % 2 == 0).then(|| day(composer)),
                archived: (at % 3 == 0).then(|| "https://archive.example/".to_owned()),
                internal: at == 1,
            }
        })
        .collect()
}

fn contents(composer: &Composer<'_>) -> Vec<ContentsView> {
    let line = |level, key: &str| ContentsView { level, href: HERE.to_owned(), text: composer.word(key) };
    let years =
        (2010..2016).map(|year| ContentsView { level: 3, href: HERE.to_owned(), text: format!("{year}") });
    [line(2, "parts"), line(2, "history")].into_iter().chain(years).chain([line(2, "related")]).collect()
}
