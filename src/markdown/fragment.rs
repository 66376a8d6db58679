//! HTML with placeholders for what only a page knows.

use std::ops::Range;

use super::{Excerpt, escape};
use crate::diag::{Diagnostic, Span};
use crate::language_marks::{END, ORIGINAL};

/// HTML has no headings below the sixth level.
const LOWEST_HEADING: usize = 6;

/// HTML with placeholders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fragment {
    pub(super) html: String,
    pub(super) placeholders: Vec<(usize, Placeholder)>,
    pub(super) references: Vec<Reference>,
    pub(super) site_links: Vec<SiteFileLink>,
    pub(super) plan_text: Vec<Span>,
    pub(super) headings: Vec<Heading>,
    pub(super) excerpt: Excerpt,
    pub(super) pictures: Vec<Picture>,
    pub(super) other_script: Option<Span>,
    pub(super) sign: Option<char>,
}

/// A link from a text to a file of the site, such as `/.well-known/security.txt`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteFileLink {
    /// The path of the file from the root of the site.
    pub path: String,
    /// What follows the `#`: an id where the file is a page.
    pub fragment: Option<String>,
    /// The place of the link.
    pub span: Span,
}

/// A picture of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Picture {
    /// The reference to its file; `None` when there cannot be one.
    pub(super) reference: Option<usize>,
    /// What it shows, in words.
    pub(super) alt: String,
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the first level is the page's own.
    pub level: usize,
    /// Its id, without the prefix of the page.
    pub id: String,
    /// Its words, without markup.
    pub words: Excerpt,
    /// The references in it, by number.
    pub(super) references: Range<usize>,
}

/// What is missing at a place of a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placeholder {
    /// `<a href="…">` when the reference leads somewhere.
    Open(usize),
    /// The name of what the reference leads to.
    Name(usize),
    /// `</a>` when the reference leads somewhere.
    Close(usize),
    /// The next so many bytes may be an abbreviation.
    Word(usize),
    /// What makes ids of this fragment differ from those of others on the page.
    IdPrefix,
    /// The level of a heading, counted on from where the page puts the text.
    Level(usize),
    /// A picture, or its words where the page must not show it.
    Picture(usize),
    /// The way from the page to the root of the site.
    WayToRoot,
    /// What says that a block is internal.
    InternalMark,
    /// The link of a heading to itself, unless it holds another: links cannot be nested.
    SelfLink(usize),
    /// Its end.
    SelfLinkEnd(usize),
}

/// A link from a text to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it names.
    pub target: Target,
    /// Its place.
    pub span: Span,
    /// The place of the id alone, or of the name of the file without its folder, where it stands there as it is.
    pub name: Option<Span>,
}

/// What a reference names, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// `[[id]]`.
    Id(String),
    /// A relative link to a `.md` file, resolved against the file it stands in; and the `#fragment`, if any.
    File {
        /// Path from the book's root.
        path: String,
        /// Without the `#`.
        fragment: Option<String>,
    },
    /// A relative link to any other file, resolved likewise.
    Attachment {
        /// Path from the book's root.
        path: String,
    },
}

/// Where a reference leads, for one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The address, not yet escaped.
    pub href: String,
    /// The record's name, not yet escaped.
    pub name: String,
}

/// The file of a picture, for one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// The address, not yet escaped.
    pub href: String,
    /// Width and height in pixels.
    pub size: (usize, usize),
}

/// What a page writes into the placeholders.
pub trait Resolver {
    /// Where the reference of that number leads; `None` when this page must not link to it.
    fn link(&mut self, reference: usize) -> Option<Link>;
    /// The picture that the reference of that number leads to; `None` when this page must not show it.
    fn picture(&mut self, reference: usize) -> Option<PictureFile>;
    /// What stands for a record that this page must not name, and that the text has no words for.
    fn unnamed(&self, reference: usize) -> String;
    /// The way from the page to the root of the site, such as `../../`.
    fn way_to_root(&self) -> &str;
    /// What says that a block is internal.
    fn internal_mark(&self) -> &str;
    /// What an abbreviation stands for, at the first call for it on the page.
    fn expansion(&mut self, word: &str) -> Option<String>;
    /// What ids of this fragment begin with.
    fn id_prefix(&self) -> &str;
    /// By how many levels the headings of this fragment stand lower than on a page of their own.
    fn lower_headings(&self) -> usize;
}

impl Fragment {
    /// The references, in order; a reference's number is its place in this list.
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// The links to files of the site, in order.
    pub fn site_links(&self) -> &[SiteFileLink] {
        &self.site_links
    }

    /// The places of the fenced blocks that hold the plan's own text.
    pub fn plan_text(&self) -> &[Span] {
        &self.plan_text
    }

    /// The first words in a script other than Latin whose language is not given.
    pub fn other_script(&self) -> Option<Span> {
        self.other_script
    }

    /// Says that it is not in the language of the pages that it stands on, or no longer what its original says. One without
    /// words has nothing to say it of.
    pub fn mark(&mut self, sign: char) {
        if self.is_empty() {
            return;
        }
        self.sign = Some(sign);
        self.excerpt.mark(sign);
        self.headings.iter_mut().for_each(|heading| heading.words.mark(sign));
    }

    /// Whether it stands in the language of the content, for want of a translation.
    pub fn is_untranslated(&self) -> bool {
        self.sign == Some(ORIGINAL)
    }

    /// Its headings, in order.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The beginning of the text without its markup, for descriptions.
    pub fn excerpt(&self) -> &Excerpt {
        &self.excerpt
    }

    /// How long the HTML is, before its placeholders are filled.
    pub fn bytes_of_html(&self) -> usize {
        self.html.len()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The HTML, with the placeholders filled.
    pub fn write(&self, out: &mut String, resolver: &mut impl Resolver) {
        out.reserve(self.html.len() + self.placeholders.len() * 32);
        out.extend(self.sign);
        self.fill(out, resolver);
        out.extend(self.sign.map(|_| END));
    }

    fn fill(&self, out: &mut String, resolver: &mut impl Resolver) {
        let mut written = 0;
        // Whether what is being written is a link: an abbreviation in it is not explained.
        let mut linked = false;
        for &(at, placeholder) in &self.placeholders {
            out.push_str(&self.html[written..at]);
            written = at;
            match placeholder {
                Placeholder::IdPrefix => out.push_str(resolver.id_prefix()),
                Placeholder::Level(level) => {
                    let level = (level + resolver.lower_headings()).min(LOWEST_HEADING);
                    out.push_str(&level.to_string());
                }
                Placeholder::Open(number) => {
                    if let Some(link) = resolver.link(number) {
                        linked = true;
                        out.push_str("<a href=\"");
                        escape(&link.href, out);
                        out.push_str("\">");
                    }
                }
                Placeholder::Close(number) => {
                    if std::mem::take(&mut linked) && resolver.link(number).is_some() {
                        out.push_str("</a>");
                    }
                }
                Placeholder::Name(number) => match resolver.link(number) {
                    Some(link) => escape(&link.name, out),
                    None => escape(&resolver.unnamed(number), out),
                },
                Placeholder::SelfLink(number) => {
                    if let Some(heading) = self.leads_to_itself(number, resolver) {
                        out.push_str("<a class=\"anchor\" href=\"#");
                        out.push_str(resolver.id_prefix());
                        escape(&heading.id, out);
                        out.push_str("\">");
                    }
                }
                Placeholder::SelfLinkEnd(number) => {
                    if self.leads_to_itself(number, resolver).is_some() {
                        out.push_str("</a>");
                    }
                }
                Placeholder::WayToRoot => escape(resolver.way_to_root(), out),
                Placeholder::InternalMark => escape(resolver.internal_mark(), out),
                Placeholder::Picture(number) => {
                    if let Some(picture) = self.pictures.get(number) {
                        picture.write(out, resolver);
                    }
                }
                Placeholder::Word(_) if linked => {}
                Placeholder::Word(length) => {
                    let word = &self.html[at..at + length];
                    if let Some(expansion) = resolver.expansion(word) {
                        out.push_str("<abbr title=\"");
                        escape(&expansion, out);
                        out.push_str("\">");
                        out.push_str(word);
                        out.push_str("</abbr>");
                        written = at + length;
                    }
                }
            }
        }
        out.push_str(&self.html[written..]);
    }

    /// The heading of that number, if none of its references is a link on this page.
    fn leads_to_itself(&self, number: usize, resolver: &mut impl Resolver) -> Option<&Heading> {
        let heading = self.headings.get(number)?;
        let links = heading.references.clone().any(|reference| resolver.link(reference).is_some());
        (!links).then_some(heading)
    }
}

impl Picture {
    fn write(&self, out: &mut String, resolver: &mut impl Resolver) {
        let Some(file) = self.reference.and_then(|reference| resolver.picture(reference)) else {
            return escape(&self.alt, out);
        };
        out.push_str("<img src=\"");
        escape(&file.href, out);
        out.push_str("\" alt=\"");
        escape(&self.alt, out);
        let (width, height) = file.size;
        out.push_str(&format!("\" width=\"{width}\" height=\"{height}\" loading=\"lazy\">"));
    }
}

/// What a text became, and its problems.
pub type Converted = (Fragment, Vec<Diagnostic>);
