//! What answers are held against: the plan, and what the files of the book say already.

use crate::page::Context;
use crate::plan::{Agency, Index as _, Item, Ix, Plan};
use crate::reporting_requests::wording;
use crate::source::Tree;
use crate::update_file::{UpdateFile, Wording};

/// What answers are held against.
pub struct Ground<'a> {
    /// The plan, with everything internal.
    pub plan: &'a Plan,
    /// The same plan as it was shown to who answered, on the day of receiving.
    pub context: &'a Context,
    /// That in the other languages of the site.
    pub languages: Vec<&'a Context>,
    /// The files of the book.
    pub tree: &'a Tree,
    /// Whether answers are taken although the plan changed after they were asked for.
    pub accept_changed: bool,
}

impl Ground<'_> {
    /// The words that answers are read with.
    pub fn wording(&self) -> Wording {
        wording(self.context, &self.languages)
    }

    pub(super) fn item(&self, id: &str) -> Option<Ix<Item>> {
        find(self.plan, id)
    }

    /// An agency in the plan as it is shown to who answered.
    pub(super) fn agency(&self, id: &str) -> Option<Ix<Agency>> {
        let agencies = &self.context.published.plan.agencies;
        agencies.indexed().find(|(_, agency)| agency.document.id == id).map(|(ix, _)| ix)
    }

    /// How an item is called in a letter.
    pub(super) fn title(&self, item: Ix<Item>, of: &Context) -> String {
        let id = self.plan.items.at(item).document.id.as_str();
        let Some(own) = find(&of.published.plan, id) else { return id.to_owned() };
        crate::page::ViewBuilder::new(of, crate::route::Route::home()).name(crate::plan::RecordIx::Item(own))
    }

    /// The same item in the plan as it is shown to who answered.
    pub(super) fn shown(&self, item: Ix<Item>) -> Option<Ix<Item>> {
        find(&self.context.published.plan, self.plan.items.at(item).document.id.as_str())
    }

    /// What the file of an update says that is there already.
    pub fn text_of(&self, update: &str) -> Option<&str> {
        self.file_of(update).map(|(_, text)| text)
    }

    /// Where the file of an update is.
    pub(super) fn path_of(&self, update: &str) -> Option<&str> {
        self.file_of(update).map(|(path, _)| path)
    }

    /// A file under a name that no update has: another one of the same day has other parts of the answer.
    pub(super) fn renamed(&self, mut file: UpdateFile) -> UpdateFile {
        let names = (2..).map(|n: u32| format!("{}-{n}", file.id));
        let is_taken = |name: &str| {
            self.text_of(name).is_some() || self.plan.updates.iter().any(|update| update.document.id == name)
        };
        let free = std::iter::once(file.id.clone()).chain(names).find(|name| !is_taken(name));
        if let Some(name) = free.filter(|name| *name != file.id) {
            file.path = file.path.replace(&format!("{}.md", file.id), &format!("{name}.md"));
            file.id = name;
        }
        file
    }

    fn file_of(&self, update: &str) -> Option<(&str, &str)> {
        let (folder, name) = (format!("{}updates/", self.plan.folder()), format!("{update}.md"));
        let is_its = |path: &str| path.rsplit('/').next() == Some(name.as_str());
        let (file, _) = self.tree.below(&folder).find(|(_, file)| is_its(&file.path))?;
        Some((self.tree.path(file), self.tree.text(file).unwrap_or("")))
    }
}

fn find(plan: &Plan, id: &str) -> Option<Ix<Item>> {
    plan.items.indexed().find(|(_, item)| item.document.id.as_str() == id).map(|(ix, _)| ix)
}
