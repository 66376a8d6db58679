//! Made-up values for every part of the theme.

use crate::date::Date;
use crate::page::ViewBuilder;
use crate::page::views::{
    AgencyView, AreaRow, ContentsView, DateView, EvidenceView, ItemRow, LinkView, MeetingView, ShareView,
    StateView, StatusView, UpdateRow,
};
use crate::vocabulary::{
    Choice as _, Degree, EvidenceClass, Kind, MeetingState, Outcome, Status, UpdateKind,
};

/// Where links of the guide lead: to itself.
pub(super) const HERE: &str = "#page_content";

pub(super) fn link(builder: &ViewBuilder<'_>, key: &str) -> LinkView {
    LinkView { href: HERE.to_owned(), text: builder.word(key) }
}

pub(super) fn day(builder: &ViewBuilder<'_>) -> DateView {
    builder.date(&Date::day(builder.as_of()))
}

/// Titles that a layout must bear: short, long, without a place to break, and in Japanese.
pub(super) fn titles(builder: &ViewBuilder<'_>) -> [String; 4] {
    let long = format!("{} ", builder.context.config.title).repeat(5);
    let japanese = "日豪安全保障協力共同宣言を実施するための行動計画に基づく協力の現状".to_owned();
    [builder.word("title"), long.trim_end().to_owned(), "unbreakable".repeat(8), japanese]
}

pub(super) fn statuses(builder: &ViewBuilder<'_>) -> Vec<StatusView> {
    let plain = Status::CHOICES.iter().map(|(_, status)| (Some(*status), None, None));
    let degrees = Degree::CHOICES.iter().map(|(_, degree)| (Some(Status::InProgress), Some(*degree), None));
    let outcomes = Outcome::CHOICES.iter().map(|(_, outcome)| (Some(Status::Closed), None, Some(*outcome)));
    plain
        .chain(degrees)
        .chain(outcomes)
        .chain([(None, None, None)])
        .map(|(status, degree, outcome)| builder.status(status, degree, outcome))
        .collect()
}

pub(super) fn meetings(builder: &ViewBuilder<'_>) -> Vec<MeetingView> {
    let states = MeetingState::CHOICES.iter().map(|(word, _)| *word).chain(["planned-past"]);
    states
        .map(|key| MeetingView {
            key: key.to_owned(),
            text: builder.word(&format!("meeting-{key}")),
            number: Some(builder.messages().with("meeting-number", &[("n", "3")])),
            place: None,
        })
        .collect()
}

pub(super) fn states(builder: &ViewBuilder<'_>, family: &str, keys: &[&str]) -> Vec<StateView> {
    let date = day(builder).text;
    let age = builder.age(400);
    keys.iter()
        .map(|key| StateView {
            key: (*key).to_owned(),
            text: builder
                .messages()
                .with(&format!("{family}-{key}"), &[("date", &date), ("n", "40"), ("age", &age)]),
        })
        .collect()
}

/// Counts that grow from one status to the next.
pub(super) fn shares(builder: &ViewBuilder<'_>, statuses: Vec<Status>) -> Vec<ShareView> {
    let whole: usize = (1..=statuses.len()).sum();
    statuses
        .into_iter()
        .enumerate()
        .map(|(at, status)| {
            let StatusView { key, text, .. } = builder.status(Some(status), None, None);
            ShareView {
                key,
                text,
                count: at + 1,
                percent: (at + 1) * 100 / whole.max(1),
                href: Some(HERE.to_owned()),
            }
        })
        .collect()
}

pub(super) fn areas(builder: &ViewBuilder<'_>) -> Vec<AreaRow> {
    let rows = titles(builder).into_iter().enumerate().map(|(at, title)| {
        let all = Status::CHOICES.iter().map(|(_, status)| *status);
        let shares = shares(builder, all.skip(at * 2).take(3 - at).collect());
        AreaRow {
            depth: 0,
            verdicts: Vec::new(),
            href: HERE.to_owned(),
            number: (at + 9).to_string(),
            title,
            count: shares.iter().map(|share| share.count).sum(),
            shares,
            latest: (at != 1).then(|| day(builder)),
        }
    });
    rows.collect()
}

/// An item for each status, with titles, agencies and dates that come and go.
pub(super) fn items(builder: &ViewBuilder<'_>, statuses: &[StatusView]) -> Vec<ItemRow> {
    let titles = titles(builder);
    let rows = statuses.iter().enumerate().map(|(at, status)| {
        let (kind_key, _) = Kind::CHOICES[at % Kind::CHOICES.len()];
        ItemRow {
            href: HERE.to_owned(),
            id: format!("1.{}", at + 1),
            number: format!("1.{}", at + 1),
            title: titles[at % titles.len()].clone(),
            kind_key: kind_key.to_owned(),
            kind: builder.word(&format!("kind-{kind_key}")),
            outlook: None,
            status: status.clone(),
            lead: agencies(builder, at % 3),
            latest: (at % 4 != 3).then(|| day(builder)),
            tags: Vec::new(),
            fields: Vec::new(),
            updates: at,
            depth: usize::from(at % 5 == 4),
            inferred: at % 6 == 5,
            later: at % 6 == 4,
            role: None,
            person: None,
            since: None,
            source: None,
        }
    });
    rows.collect()
}

pub(super) fn agencies(builder: &ViewBuilder<'_>, most: usize) -> Vec<AgencyView> {
    let agency = |name: &str, short: &str, inferred| AgencyView {
        href: HERE.to_owned(),
        name: name.to_owned(),
        short: short.to_owned(),
        inferred,
        later: !inferred,
        role: None,
        person: None,
        since: None,
        source: None,
        internal: inferred,
        now: None,
    };
    let long = builder.context.config.title.clone();
    [agency("ABC", "ABC", true), agency(&long, &long, false)].into_iter().take(most).collect()
}

pub(super) fn updates(builder: &ViewBuilder<'_>) -> Vec<UpdateRow> {
    let titles = titles(builder);
    let mut meetings = meetings(builder).into_iter();
    UpdateKind::CHOICES
        .iter()
        .enumerate()
        .map(|(at, (kind, _))| UpdateRow {
            href: HERE.to_owned(),
            date: day(builder),
            title: titles[at % titles.len()].clone(),
            kind: builder.word(&format!("update-kind-{kind}")),
            meeting: meetings.next(),
            status: (at % 3 == 0).then(|| builder.status(Some(Status::Continuing), None, None)),
            items: vec![link(builder, "number"); at % 4],
            more_items: None,
            whole_plan: at == 1,
            baseline: at == 2,
            corrected: false,
        })
        .collect()
}

pub(super) fn evidence(builder: &ViewBuilder<'_>) -> Vec<EvidenceView> {
    let titles = titles(builder);
    EvidenceClass::CHOICES
        .iter()
        .enumerate()
        .map(|(at, (class, _))| {
            let japanese = at % titles.len() == 3;
            EvidenceView {
                title: titles[at % titles.len()].clone(),
                url: format!("https://site.example/{class}"),
                class: (at % 4 != 2).then(|| builder.word(&format!("evidence-{class}"))),
                lang: japanese.then(|| "ja".to_owned()),
                title_lang: japanese.then(|| "ja".to_owned()),
                lang_name: japanese.then(|| builder.language("ja")),
                date: (at % 2 == 0).then(|| day(builder)),
                archived: (at % 3 == 0).then(|| "https://archive.example/".to_owned()),
                internal: at == 1,
            }
        })
        .collect()
}

pub(super) fn contents(builder: &ViewBuilder<'_>) -> Vec<ContentsView> {
    let line = |level, key: &str| ContentsView { level, href: HERE.to_owned(), text: builder.word(key) };
    let years =
        (2010..2016).map(|year| ContentsView { level: 3, href: HERE.to_owned(), text: format!("{year}") });
    [line(2, "parts"), line(2, "history")].into_iter().chain(years).chain([line(2, "related")]).collect()
}
