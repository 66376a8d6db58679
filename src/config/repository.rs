//! The place where a book's files are kept: the addresses at which a code host lets people edit a file, begin one, or
//! write a note, with what is known filled in.

use crate::diag::{Diagnostic, code};
use crate::fields::Fields;
use crate::vocabulary::CodeHost;
use crate::web_address::{percent_encoded, repository_base, whole_address};

/// Where the content is kept, for the links to edit it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The repository's address, without a `/` at its end.
    pub url: String,
    /// What kind of host it is on.
    pub host: CodeHost,
    /// The branch that the site is built from.
    pub branch: String,
    /// The address of the editor for a file, with `{url}` and `{path}`.
    edit: String,
    /// The address of the form for a new file, with `{url}`, `{path}` and `{text}`.
    new: String,
    /// The address of the form for a note, with `{url}`, `{title}` and `{page}`.
    report: Option<String>,
}

/// Where a code host says that the files are, which knows better than the book: a copy of the repository has another address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepositoryAt {
    /// The repository's address, without a `/` at its end.
    pub url: String,
    /// What kind of host it is on, when that is not what `book.toml` says.
    pub host: Option<CodeHost>,
}

impl RepositoryAt {
    /// The repository at that address, with what the book says about it. The forms that a book sets are of its own host.
    pub fn of(&self, book: Option<Repository>) -> Repository {
        match book {
            Some(book) if self.host.is_none_or(|host| host == book.host) => {
                Repository { url: self.url.clone(), ..book }
            }
            other => {
                let branch = other.as_ref().map_or(BRANCH, |book| &book.branch);
                Repository::on(self.host.unwrap_or(CodeHost::GitHub), &self.url, branch)
            }
        }
    }
}

/// The branch that a site is built from when the book does not say.
const BRANCH: &str = "main";

/// What is written instead of an address that no page should have.
const NO_ADDRESS: &str = "none";

/// Where the forms of a code host are.
struct Forms {
    edit: &'static str,
    new: &'static str,
    report: &'static str,
}

/// GitLab ignores the text of a new file since its editor is filled by a script (issue 594214 of GitLab), so its address
/// has none, and the page shows the text to be copied.
fn forms(host: CodeHost) -> Forms {
    match host {
        CodeHost::GitHub => Forms {
            edit: "{url}/edit/{branch}/{path}",
            new: "{url}/new/{branch}?filename={path}&value={text}",
            report: "{url}/issues/new?template=report.yml&title={title}&page={page}",
        },
        CodeHost::GitLab => Forms {
            edit: "{url}/-/edit/{branch}/{path}",
            new: "{url}/-/new/{branch}?file_name={path}",
            report: "{url}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={page}",
        },
        CodeHost::Gitea => Forms {
            edit: "{url}/_edit/{branch}/{path}",
            new: "{url}/_new/{branch}?filename={path}&value={text}",
            report: "{url}/issues/new?title={title}&body={page}",
        },
    }
}

impl Repository {
    /// A repository on GitLab, whose pages have everything that those of any host have.
    pub fn on_gitlab(url: &str) -> Self {
        Self::on(CodeHost::GitLab, url, BRANCH)
    }

    fn on(host: CodeHost, url: &str, branch: &str) -> Self {
        let forms = forms(host);
        let pattern = |pattern: &str| fill(pattern, &[("branch", &percent_encoded(branch))]);
        let (edit, new, report) = (pattern(forms.edit), pattern(forms.new), Some(pattern(forms.report)));
        Self { url: url.to_owned(), host, branch: branch.to_owned(), edit, new, report }
    }

    /// The address at which the file at `path` is edited.
    pub fn edit_url(&self, path: &str) -> String {
        fill(&self.edit, &[("url", &self.url), ("path", &percent_encoded(path))])
    }

    /// The address at which a new file is written, with its path and its text filled in as far as the host takes them.
    pub fn new_url(&self, path: &str, text: &str) -> String {
        let (path, text) = (percent_encoded(path), percent_encoded(text));
        fill(&self.new, &[("url", &self.url), ("path", &path), ("text", &text)])
    }

    /// Whether the host fills in the text of a new file. Where it does not, the text has to be copied.
    pub fn takes_text(&self) -> bool {
        self.new.contains("{text}")
    }

    /// The address at which something is reported without editing, if there is one.
    pub fn report_url(&self, title: &str, page: &str) -> Option<String> {
        let (title, page) = (percent_encoded(title), percent_encoded(page));
        Some(fill(self.report.as_ref()?, &[("url", &self.url), ("title", &title), ("page", &page)]))
    }
}

/// Replaces each `{name}` once, so that what is filled in is never looked at again.
fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        let (before, after) = rest.split_at(at);
        filled.push_str(before);
        let named = values.iter().find_map(|(name, value)| {
            Some((*value, after.strip_prefix('{')?.strip_prefix(*name)?.strip_prefix('}')?))
        });
        (_, rest) = match named {
            Some((value, behind)) => (filled.push_str(value), behind),
            None => (filled.push('{'), &after[1..]),
        };
    }
    filled.push_str(rest);
    filled
}

/// Reads `[repository]`. An address that is none is reported, and no page leads to it: it may be `javascript:`.
pub(super) fn read(mut fields: Fields<'_>) -> Option<Repository> {
    let url = fields.required_text("url", "\"https://git.example/our/plan\"");
    let branch = fields.text("branch").map_or_else(|| BRANCH.to_owned(), |text| text.value);
    let host = fields.choice("host").map_or(CodeHost::GitHub, |host| host.value);
    let address = url.as_ref().and_then(|url| repository_base(&url.value));
    let mut repository = Repository::on(host, address.as_deref().unwrap_or_default(), &branch);
    if let Some(edit) = pattern(&mut fields, "edit", &branch) {
        repository.edit = edit;
    }
    if let Some(new) = pattern(&mut fields, "new", &branch) {
        repository.new = new;
    }
    match pattern(&mut fields, "report", &branch) {
        Some(none) if none == NO_ADDRESS => repository.report = None,
        Some(report) => repository.report = Some(report),
        None => {}
    }
    if let Some(url) = &url
        && let Some(page) = address.as_deref().and_then(repository_of_page)
    {
        let message = format!("`{}` is a page in the repository, not the repository", url.value);
        fields.report(Diagnostic::new(code::WRONG_TYPE, url.span, message).suggest(page));
    }
    if let Some(url) = url.as_ref().filter(|_| address.is_none()) {
        let message = format!("`{}` is not the URL of a repository's page", url.value);
        let problem = Diagnostic::new(code::WRONG_TYPE, url.span, message).help(
            "copy the address of the repository from the browser, with https:// and without a user or password",
        );
        fields.report(match page_of_clone(&url.value) {
            Some(page) => problem.suggest(page),
            None => problem,
        });
    }
    fields.finish();
    address.map(|_| repository)
}

/// The repository, from the address of one of its folders or files, as code hosts write them.
fn repository_of_page(address: &str) -> Option<&str> {
    let inside = ["/-/", "/tree/", "/blob/", "/src/branch/", "/edit/"];
    let at = inside.iter().filter_map(|part| address.find(part)).min()?;
    let repository = &address[..at];
    // The host, the owner and the repository: a folder of that name may be none of a host's.
    (repository.split('/').count() >= 5).then_some(repository)
}

/// The page of a repository, from the address at which git clones it over SSH.
fn page_of_clone(address: &str) -> Option<String> {
    let (_, place) = address.strip_prefix("ssh://").unwrap_or(address).split_once('@')?;
    let (host, path) = place.split_once([':', '/'])?;
    // The port of SSH is not that of the web.
    let path = path.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('/');
    repository_base(&format!("https://{host}/{path}"))
}

/// An address that the book writes itself, with the branch in it.
fn pattern(fields: &mut Fields<'_>, key: &'static str, branch: &str) -> Option<String> {
    let written = fields.text(key)?;
    let pattern = fill(&written.value, &[("branch", &percent_encoded(branch))]);
    let values =
        [("url", "https://git.example"), ("path", "x"), ("text", "x"), ("title", "x"), ("page", "x")];
    if whole_address(&fill(&pattern, &values)) || (key == "report" && pattern == NO_ADDRESS) {
        return Some(pattern);
    }
    let message = format!("`{key}` of the repository is not a URL");
    let help = "start it with `{url}` or https://, as in \"{url}/edit/main/{path}\"";
    fields.report(Diagnostic::new(code::WRONG_TYPE, written.span, message).help(help));
    Some("{url}".to_owned())
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn what_is_filled_in_is_not_looked_at_again() {
        let values = [("path", "{text}"), ("text", "x")];
        assert_eq!(fill("{path}/{text}/{other}{", &values), "{text}/x/{other}{");
    }
}
