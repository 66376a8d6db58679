//! Texts of records as HTML: links from the page, names of what they lead to, abbreviations explained at their first use.

use std::collections::{BTreeMap, BTreeSet};

use super::builder::ViewBuilder;
use super::context::Context;
use super::views::LinkView;
use crate::diag::Span;
use crate::markdown::{Fragment, Link, PictureFile, Resolver, Target};
use crate::plan::{Index as _, Links, RecordIx};

/// Where a text stands on its page: its headings go below those around it.
#[derive(Debug, Clone, Copy)]
pub enum Within<'a> {
    /// Below the title of the page.
    Page,
    /// In a section with a heading.
    Section,
    /// In a list below a heading, in an entry with a heading. What its ids begin with keeps them apart from others.
    List(&'a str),
}

impl ViewBuilder<'_> {
    /// The text of a record with its links and abbreviations; nothing for what has none.
    pub fn body(&mut self, record: impl Into<RecordIx>, within: Within<'_>) -> String {
        let body = self.texts().body(record);
        body.map(|(body, links)| self.text(body, links, within)).unwrap_or_default()
    }

    /// A text with its links and abbreviations.
    pub fn text(&mut self, body: &Fragment, links: &Links, within: Within<'_>) -> String {
        let mut html = String::new();
        let mut explained = std::mem::take(&mut self.explained);
        let shown = links.to.iter().map(|record| record.map(|record| self.link(record))).collect();
        let mut resolver =
            PageResolver { builder: self, body, links, shown, explained: &mut explained, within };
        body.write(&mut html, &mut resolver);
        self.explained = explained;
        html
    }
}

impl Context {
    /// Where the texts of all plans ask for an id of another page, or for a file of the site. Those of editions share theirs.
    pub fn asked_fragments_of_all(&self) -> BTreeMap<(String, String), Vec<Span>> {
        let mut asked = self.asked_fragments();
        for language in &self.languages {
            asked.extend(language.asked_fragments());
        }
        asked
    }

    /// Where the texts of records ask for an id of another page, by the path of the page and the id; or for a file of the site,
    /// with an empty id where the link names none.
    fn asked_fragments(&self) -> BTreeMap<(String, String), Vec<Span>> {
        let plan = &self.published.plan;
        let mut asked: BTreeMap<_, Vec<Span>> = BTreeMap::new();
        for record in plan.record_indices().chain([RecordIx::Plan]) {
            let Some((text, links)) = self.texts().body(record) else { continue };
            for link in text.site_links() {
                let fragment = link.fragment.clone().unwrap_or_default();
                asked.entry((link.path.clone(), fragment)).or_default().push(link.span);
            }
            for (reference, to) in text.references().iter().zip(&links.to) {
                if let (Target::File { fragment: Some(fragment), .. }, Some(to)) = (&reference.target, to) {
                    let page = self.base.file(&self.page_with(*to, fragment));
                    asked.entry((page, fragment.clone())).or_default().push(reference.span);
                }
            }
        }
        asked
    }
}

/// Fills the placeholders of one text.
struct PageResolver<'a, 'c> {
    builder: &'a ViewBuilder<'c>,
    body: &'a Fragment,
    links: &'a Links,
    /// Address and name of each reference, made once: a text asks for them several times.
    shown: Vec<Option<LinkView>>,
    explained: &'a mut BTreeSet<&'c str>,
    within: Within<'a>,
}

impl Resolver for PageResolver<'_, '_> {
    fn link(&mut self, reference: usize) -> Option<Link> {
        let LinkView { mut href, text: name } = self.shown.get(reference)?.clone()?;
        if let Some(Target::File { fragment: Some(fragment), .. }) =
            self.body.references().get(reference).map(|found| &found.target)
        {
            if let Some(item @ RecordIx::Item(_)) = self.links.to.get(reference).copied().flatten() {
                href = self.builder.href(&self.builder.context.page_with(item, fragment));
            }
            href.push('#');
            href.push_str(fragment);
        }
        Some(Link { href, name })
    }

    fn picture(&mut self, reference: usize) -> Option<PictureFile> {
        let Some(RecordIx::Attachment(ix)) = self.links.to.get(reference).copied().flatten() else {
            return None;
        };
        let size = self.builder.plan().attachments.at(ix).document.size?;
        Some(PictureFile { href: self.builder.record_href(RecordIx::Attachment(ix)), size })
    }

    fn unnamed(&self, reference: usize) -> String {
        self.builder.name_in_text(self.body, self.links, reference)
    }

    fn way_to_root(&self) -> &str {
        &self.builder.root
    }

    fn internal_mark(&self) -> &str {
        self.builder.messages().get("internal-mark")
    }

    fn expansion(&mut self, word: &str) -> Option<String> {
        let (word, expansion) = self.builder.context.abbreviations.get_key_value(word)?;
        self.explained.insert(word.as_str()).then(|| expansion.clone())
    }

    fn id_prefix(&self) -> &str {
        match self.within {
            Within::Page | Within::Section => "",
            Within::List(prefix) => prefix,
        }
    }

    fn lower_headings(&self) -> usize {
        match self.within {
            Within::Page => 0,
            Within::Section => 1,
            Within::List(_) => 2,
        }
    }
}
