//! One of the two states that are compared, and its records in one list.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::changes::{Kind, Named};
use crate::config::{self, Config};
use crate::diag::{Diagnostic, Spanned};
use crate::item_code::id_and_code;
use crate::markdown::{Reference, Target};
use crate::parse::{self, Record};
use crate::plan::{Index as _, Plan, RecordIx};
use crate::publish::{self, AudienceViews};
use crate::route::{Base, Route};
use crate::source::Tree;
use crate::stages::{self, Stage};
use crate::vocabulary::Audience;

/// A state of a book.
pub struct BookRevision<'a> {
    /// Its files.
    pub tree: &'a Tree,
    /// Its settings.
    pub config: Cow<'a, Config>,
    /// What it says to each audience.
    pub views: Cow<'a, AudienceViews>,
    /// For whom the two are compared.
    pub audience: Audience,
    /// The edition that is compared; `None` for the plan at the root of the book.
    pub edition: Option<String>,
}

/// A record of a state.
#[derive(Clone, Copy)]
pub(super) struct RevisionRecord<'a> {
    pub(super) kind: Kind,
    pub(super) id: &'a str,
    /// The plan's own code of an item.
    pub(super) code: Option<&'a str>,
    /// Nothing for a short update: its note stands for it.
    pub(super) title: Option<&'a str>,
    pub(super) record: &'a Record,
    pub(super) ix: RecordIx,
    pub(super) public: bool,
}

impl<'a> BookRevision<'a> {
    /// Reads a state of which no more is wanted than to compare it, with its problems.
    pub fn read(tree: &'a Tree, audience: Audience) -> (Self, Vec<Diagnostic>) {
        Self::read_with(tree, audience, &mut parse::Cache::default())
    }

    /// The same, for one of two states: files that both have are parsed once, when both have the same paths.
    pub fn read_with(
        tree: &'a Tree,
        audience: Audience,
        parsed: &mut parse::Cache,
    ) -> (Self, Vec<Diagnostic>) {
        let (config, mut diagnostics) = config::read(tree);
        let (parsed, problems) = stages::run(Stage::Parse, || parse::documents_with(tree, &config, parsed));
        diagnostics.extend(problems);
        let (views, problems) = stages::run(Stage::Assemble, || publish::audience_views(parsed));
        diagnostics.extend(problems);
        config.set_severities(&mut diagnostics);
        let (config, views) = (Cow::Owned(config), Cow::Owned(views));
        let revision = Self { tree, config, views, audience, edition: None };
        (revision, diagnostics)
    }

    /// The names of its editions.
    pub fn editions(&self) -> impl Iterator<Item = &str> {
        self.plan().editions.iter().map(|edition| edition.name.as_str())
    }

    /// The state of an edition; an empty one, where there is none of that name.
    pub fn of_edition(&self, name: &str) -> Self {
        let views = Cow::Owned(self.views.of_edition(name));
        let edition = Some(name.to_owned());
        Self { tree: self.tree, config: self.config.clone(), views, audience: self.audience, edition }
    }

    /// The plan that is compared.
    pub(super) fn plan(&self) -> &Plan {
        &self.views.of(self.audience).plan
    }

    /// Whether something of that name is there and could not be read.
    pub(super) fn is_unreadable(&self, id: &str, path: &str) -> bool {
        let unreadable = &self.views.internal.documents.unreadable;
        unreadable.contains(id) || unreadable.contains(path)
    }

    /// All records, kind by kind, each in the order of the plan.
    pub(super) fn entries(&self) -> Vec<RevisionRecord<'_>> {
        let plan = self.plan();
        let public = PublicNames::of(&self.views.public.plan);
        every_record(plan)
            .filter_map(|ix| {
                let (kind, (record, _)) = Kind::of(ix).zip(plan.record(ix))?;
                let id = plan.id(ix).unwrap_or(PLAN);
                let public = match ix {
                    RecordIx::Update(ix) => {
                        public.updates.contains(plan.updates.at(ix).document.written_id.as_str())
                    }
                    _ => public.others.contains(&(kind, id)),
                };
                let code = match ix {
                    RecordIx::Item(ix) => plan.items.at(ix).document.code.as_ref(),
                    _ => None,
                };
                let (title, code) = (plan.texts().title_of(ix), code.map(|code| code.text.as_str()));
                Some(RevisionRecord { kind, id, code, title, record, ix, public })
            })
            .collect()
    }

    /// The page of a record on the public site; a short update has none of its own.
    pub(super) fn address(&self, entry: &RevisionRecord<'_>) -> Option<String> {
        let own = match entry.ix {
            RecordIx::Update(ix) => self.plan().updates.at(ix).document.short_form_of.is_none(),
            RecordIx::Attachment(_) => false,
            _ => true,
        };
        (own && entry.public).then(|| self.path(&Route::record(self.plan(), entry.ix)))
    }

    /// The address of a page of the plan from the root of the site.
    pub(super) fn path(&self, route: &Route) -> String {
        Base::new(None, self.edition.as_deref()).path(route)
    }

    /// Whether a file belongs to the plan that is compared, and to none of the `editions`, which are compared by themselves.
    pub(super) fn holds(&self, path: &str, editions: &BTreeSet<&str>) -> bool {
        let of = parse::edition_of(path);
        match self.edition.as_deref() {
            None => of.is_none_or(|name| !editions.contains(name)),
            Some(name) => of == Some(name),
        }
    }
}

/// What stands for the id of the plan.
const PLAN: &str = "plan";

/// The plan, if the book has one, and every record of it, kind by kind. What an edition shares with all plans is compared
/// with the plan at the root, once.
fn every_record(plan: &Plan) -> impl Iterator<Item = RecordIx> {
    let all = plan.about.iter().map(|_| RecordIx::Plan).chain(plan.record_indices());
    all.filter(|record| !plan.is_shared(*record))
}

/// Which records the public sees.
#[derive(Default)]
struct PublicNames<'a> {
    others: BTreeSet<(Kind, &'a str)>,
    updates: BTreeSet<&'a str>,
}

impl<'a> PublicNames<'a> {
    fn of(plan: &'a Plan) -> Self {
        let named = |ix| Some((Kind::of(ix)?, plan.id(ix).unwrap_or(PLAN)));
        let others = every_record(plan).filter(|ix| !matches!(ix, RecordIx::Update(_))).filter_map(named);
        let others = others.collect();
        let updates = plan.updates.iter().map(|update| update.document.written_id.as_str()).collect();
        Self { others, updates }
    }
}

impl RevisionRecord<'_> {
    /// Its old ids.
    pub(super) fn aliases(&self) -> &[Spanned<String>] {
        &self.record.aliases
    }

    /// What a message calls it.
    pub(super) fn called(&self) -> String {
        id_and_code(self.id, self.code)
    }

    /// What it is called, for a list of changes.
    pub(super) fn named(&self) -> Named {
        Named {
            kind: self.kind,
            id: self.id.to_owned(),
            code: self.code.map(str::to_owned),
            title: self.title.map_or_else(|| note_of(self.record), str::to_owned),
            path: self.record.path.clone(),
            public: self.public,
        }
    }
}

/// How many letters of a note stand for it in a list.
const NOTE: usize = 100;

fn note_of(record: &Record) -> String {
    let words = record.body.excerpt().text(|reference| match record.body.references().get(reference) {
        Some(Reference { target: Target::Id(id), .. }) => id.clone(),
        _ => String::new(),
    });
    match words.char_indices().nth(NOTE) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}
