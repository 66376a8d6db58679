//! Links: to records, to headings, to other sites, and those that are refused.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::state::{OpenLink, Writer};
use crate::characters::percent_decoded;
use crate::diag::{Diagnostic, Span, closest, code};
use crate::direction;
use crate::language_codes;
use crate::markdown::address::{self, Address};
use crate::markdown::fragment::{Placeholder, Reference, SiteFileLink, Target};
use crate::markdown::{TextPlace, heading_id};
use crate::outline::OutlineId;

/// What the address of words in another language begins with.
const LANGUAGE: &str = "lang:";

/// Where the id or the name of the file stands in a link.
fn name_in(link: &str, target: &Target) -> Option<Range<usize>> {
    let (start, name) = match target {
        Target::Id(id) => {
            let inner = link.strip_prefix("[[")?;
            (link.len() - inner.trim_start().len(), id.as_str())
        }
        Target::File { path, .. } | Target::Attachment { path } => {
            let address = link.rfind("](")? + "](".len();
            let end = link[address..].find([')', ' ', '"', '#', '?', '<'])? + address;
            let start = link[..end].rfind('/').map_or(address, |at| (at + 1).max(address));
            (start, path.rsplit('/').next().filter(|name| link[start..end] == **name)?)
        }
    };
    link[start..].starts_with(name).then(|| start..start + name.len())
}

/// Where the name of a heading stands in a link.
fn fragment_in(link: &str) -> Option<Range<usize>> {
    let start = link.rfind("](#")? + "](#".len();
    let end = link[start..].find([')', ' ', '"'])? + start;
    Some(start..end)
}

impl Writer<'_> {
    pub(super) fn start_link(&mut self, link_type: LinkType, destination: &str, range: Range<usize>) {
        self.count_link(&range);
        self.look_for_unseen(&percent_decoded(destination), &range);
        let named = !matches!(
            link_type,
            LinkType::WikiLink { has_pothole: false } | LinkType::Autolink | LinkType::Email
        );
        let named = named && !destination.starts_with(LANGUAGE);
        self.begin_link_words(named.then(|| range.clone()));
        let open = match link_type {
            LinkType::Inline if destination.starts_with(LANGUAGE) => self.language(destination, range),
            _ if self.is_in_link() => self.link_in_link(link_type, destination, range),
            LinkType::WikiLink { has_pothole } => {
                // In a table cell the bar is written `\|`, and its backslash comes along.
                let id = destination.strip_suffix('\\').unwrap_or(destination).trim().to_owned();
                // A number is the plan's own word; any other id may be that of something internal.
                let is_number = OutlineId::parse_number(&id).is_some();
                let shown = id.clone();
                let number = self.reference(Target::Id(id), range);
                if !has_pothole {
                    self.output().placeholder(Placeholder::Name(number));
                    self.name_only = true;
                    self.note_name(number, is_number.then_some(shown));
                }
                OpenLink::Reference(number)
            }
            LinkType::Email => self.external(&format!("mailto:{destination}")),
            _ => self.address(destination, range),
        };
        self.links.push(open);
    }

    /// Whether what comes now stands in a link.
    pub(super) fn is_in_link(&self) -> bool {
        self.links.iter().any(|link| !matches!(link, OpenLink::Nothing | OpenLink::Language))
    }

    /// `[言葉](lang:ja)`: words in another language, which are no link.
    fn language(&mut self, destination: &str, range: Range<usize>) -> OpenLink {
        self.begin_language();
        let code = destination.strip_prefix(LANGUAGE).unwrap_or("");
        if language_codes::is_known(code) {
            self.push("<span lang=\"");
            self.push_escaped(code);
            if let Some(dir) = direction::dir(code) {
                self.push("\" dir=\"");
                self.push(dir);
            }
            self.push("\">");
        } else {
            let message = format!("`{code}` is not a language code");
            let help = match language_codes::meant(code) {
                Some(meant) => format!("the code of this language is `{meant}`: write `lang:{meant}`"),
                None => "write `lang:ja`, `lang:fr` or `lang:zh-Hans`".to_owned(),
            };
            self.report(code::UNKNOWN_VALUE, range, message, &help);
            self.push("<span>");
        }
        OpenLink::Language
    }

    /// A link within the words of another is its words only: a page cannot have both.
    fn link_in_link(&mut self, link_type: LinkType, destination: &str, range: Range<usize>) -> OpenLink {
        if let LinkType::WikiLink { has_pothole } = link_type {
            let id = destination.strip_suffix('\\').unwrap_or(destination).trim().to_owned();
            let number = self.note_reference(Target::Id(id), range);
            if !has_pothole {
                self.output().placeholder(Placeholder::Name(number));
                self.name_only = true;
            }
        }
        OpenLink::Nothing
    }

    /// Remembers the name of a record for the excerpt, or for the heading that it stands in.
    fn note_name(&mut self, reference: usize, number: Option<String>) {
        if self.in_note > 0 && self.heading.is_none() {
            return;
        }
        match &mut self.heading {
            Some(heading) => {
                heading.text.push_str(number.as_deref().unwrap_or(""));
                heading.words.push_name(reference);
            }
            None if self.table.is_none() => self.excerpt.push_name(reference),
            None => {}
        }
    }

    pub(super) fn external(&mut self, destination: &str) -> OpenLink {
        self.push("<a href=\"");
        // Percent-encodes what an address cannot hold; writing to a String does not fail.
        let _ = pulldown_cmark_escape::escape_href(&mut self.output().html, destination);
        // The other page gets no hold of this one, not even in a browser that is old.
        self.push("\" rel=\"noopener\">");
        OpenLink::Plain
    }

    /// A link to a file of the site. Whether the site has it is seen when all its files are known.
    fn link_to_site_file(&mut self, path: &str, fragment: Option<&str>, range: Range<usize>) -> OpenLink {
        let span = self.place.span(range);
        let link = SiteFileLink { path: path.to_owned(), fragment: fragment.map(str::to_owned), span };
        self.site_links.push(link);
        self.push("<a href=\"");
        self.output().placeholder(Placeholder::WayToRoot);
        self.push_escaped(path);
        if let Some(fragment) = fragment {
            self.push("#");
            self.push_escaped(fragment);
        }
        self.push("\">");
        OpenLink::Plain
    }

    /// A text with more links than the limit is a list of links, and every page that shows it looks each of them up.
    pub(super) fn count_link(&mut self, range: &Range<usize>) {
        self.link_count += 1;
        if self.link_count > self.limits.links {
            self.stop(
                range.clone(),
                format!("the text has more than {} links", self.limits.links),
                "divide the text; `links` below `[limits]` in book.toml allows more",
            );
        }
    }

    pub(super) fn address(&mut self, destination: &str, range: Range<usize>) -> OpenLink {
        match address::classify(destination) {
            Address::External => return self.external(destination),
            Address::OfSite(path, fragment) => return self.link_to_site_file(path, fragment, range),
            Address::Heading(heading) => {
                let heading = heading_id::of_link(heading);
                self.heading_links.push((heading.clone(), range));
                self.push("<a href=\"#");
                self.output().placeholder(Placeholder::IdPrefix);
                self.push_escaped(&heading);
                self.push("\">");
                return OpenLink::Plain;
            }
            Address::Record(path, fragment) => match address::join(self.path, path) {
                Some(path) => {
                    let target = Target::File { path, fragment: fragment.map(heading_id::of_link) };
                    return OpenLink::Reference(self.reference(target, range));
                }
                None => self.report(
                    code::DANGLING_REFERENCE,
                    range,
                    format!("`{destination}` is outside the book"),
                    "link to a file below content/, or write `[[id]]`",
                ),
            },
            Address::Attachment(path) => match address::join(self.path, path) {
                Some(path) => {
                    return OpenLink::Reference(self.reference(Target::Attachment { path }, range));
                }
                None => self.report(
                    code::DANGLING_REFERENCE,
                    range,
                    format!("`{destination}` is outside the book"),
                    "put the file into a folder `files` below content/",
                ),
            },
            Address::Refused(scheme) => self.report(
                code::UNSAFE_LINK,
                range,
                format!("`{scheme}` is not a type of URL that a page may link to"),
                "use https, http, mailto or tel",
            ),
            Address::OnAComputer => self.report(
                code::UNSAFE_LINK,
                range,
                format!("`{destination}` is a file on a computer or in an office network, so readers cannot open it"),
                "put the file into a folder `files` below content/ and link to it there, or link to a web page with https://",
            ),
            Address::WithoutScheme => self.report(
                code::UNSAFE_LINK,
                range,
                format!("`{destination}` does not say how to open it"),
                "write the URL with https:// at the start",
            ),
            Address::Other => self.report(
                code::DANGLING_REFERENCE,
                range,
                format!("`{destination}` is not a file of this book"),
                "write `[[id]]`, a relative link to a .md file, or a full URL with https://; a file in content/static/ has its address at the root of the site: `/CNAME`",
            ),
        }
        OpenLink::Nothing
    }

    pub(super) fn reference(&mut self, target: Target, range: Range<usize>) -> usize {
        let number = self.note_reference(target, range);
        self.output().placeholder(Placeholder::Open(number));
        number
    }

    pub(super) fn note_reference(&mut self, target: Target, range: Range<usize>) -> usize {
        let name = self.place_in(&range, |link| name_in(link, &target));
        self.references.push(Reference { target, span: self.place.span(range), name });
        self.references.len() - 1
    }

    /// The place of a part of a link. None where the text stands in the file in another form.
    fn place_in(&self, range: &Range<usize>, part: impl Fn(&str) -> Option<Range<usize>>) -> Option<Span> {
        match self.place {
            TextPlace::Value(_) => None,
            TextPlace::Body(..) | TextPlace::Public(..) => {
                let part = part(self.text.get(range.clone())?)?;
                Some(self.place.span(range.start + part.start..range.start + part.end))
            }
        }
    }

    pub(super) fn end_link(&mut self) {
        self.name_only = false;
        self.look_at_link_words();
        match self.links.pop() {
            Some(OpenLink::Language) => {
                self.end_language();
                self.push("</span>");
            }
            Some(OpenLink::Reference(number)) => self.output().placeholder(Placeholder::Close(number)),
            Some(OpenLink::Plain) => self.push("</a>"),
            Some(OpenLink::Nothing) | None => {}
        }
    }

    /// Reports links to headings that the text does not have.
    pub(super) fn check_heading_links(&mut self) {
        for (heading, range) in std::mem::take(&mut self.heading_links) {
            if !self.heading_ids.contains(&heading) {
                let known: Vec<&str> = self.heading_ids.iter().map(String::as_str).collect();
                let meant = closest(&heading, known);
                let name = self.place_in(&range, fragment_in);
                let close = meant.filter(|_| name.is_none()).map(|id| format!("did you mean `#{id}`? "));
                let help = format!(
                    "{}the id of a heading is its text in lower case, with `-` between the words, or the id in `{{#…}}` as it is written",
                    close.unwrap_or_default()
                );
                let message = format!("this text does not have a heading `#{heading}`");
                let problem = |span| Diagnostic::new(code::DANGLING_REFERENCE, span, message).help(help);
                let problem = match (meant, name) {
                    (Some(id), Some(name)) => problem(name).suggest(id),
                    _ => problem(self.place.span(range)),
                };
                self.diagnostics.push(problem);
            }
        }
    }
}
