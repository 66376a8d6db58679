//! The documentation as a whole: its pages are in the contents list of its site and in its index, and no link is broken.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::begin::listing;

/// Folders with Markdown files that are no pages: what programs read, what others copy, and the settings of the site.
const NO_PAGES: [&str; 4] = ["ci/", "schemas/", "site/", "template/"];

/// Where the list of the checks begins in the contents list.
const CHECKS: &str = "- [The checks](checks/README.md)\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The pages of the documentation, by their paths in docs/.
fn pages() -> BTreeSet<String> {
    let is_page = |path: &String| {
        path.ends_with(".md")
            && path != "SUMMARY.md"
            && !NO_PAGES.iter().any(|folder| path.starts_with(folder))
    };
    listing(&root().join("docs")).into_iter().filter(is_page).collect()
}

/// What a page links to, and the anchors of its headings, as code hosts and mdBook make them.
#[derive(Default)]
struct Links {
    targets: Vec<String>,
    anchors: BTreeSet<String>,
}

impl Links {
    fn of(markdown: &str) -> Self {
        let mut links = Self::default();
        let mut heading: Option<String> = None;
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    links.targets.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => {
                    let anchor = anchor(&heading.take().unwrap());
                    let before = seen.entry(anchor.clone()).or_default();
                    links.anchors.insert(if *before == 0 { anchor } else { format!("{anchor}-{before}") });
                    *before += 1;
                }
                Event::Text(text) | Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        links
    }

    /// The links that stay in the repository.
    fn inside(&self) -> impl Iterator<Item = &str> {
        let leaves = |target: &str| target.contains("://") || target.starts_with("mailto:");
        self.targets.iter().map(String::as_str).filter(move |target| !leaves(target))
    }
}

fn anchor(heading: &str) -> String {
    let kept = heading.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The path that a link of a file leads to, from the root of the repository.
fn resolve(file: &str, target: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => assert!(parts.pop().is_some(), "{file} links to {target}, outside the repository"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn no_link_of_the_documentation_is_broken() {
    let mut files: Vec<String> = pages().into_iter().map(|page| format!("docs/{page}")).collect();
    files.extend(
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "docs/SUMMARY.md"]
            .map(str::to_owned),
    );
    let mut anchors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut broken, mut count) = (Vec::new(), 0);
    for file in &files {
        for target in Links::of(&text(file)).inside() {
            count += 1;
            let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
            let whole = if path.is_empty() { file.clone() } else { resolve(file, path) };
            if !root().join(&whole).exists() {
                broken.push(format!("{file}: {target} does not exist"));
            } else if !fragment.is_empty() && whole.ends_with(".md") {
                let known = anchors.entry(whole.clone()).or_insert_with(|| Links::of(&text(&whole)).anchors);
                if !known.contains(fragment) {
                    broken.push(format!("{file}: {target} is no heading"));
                }
            }
        }
    }
    assert!(count > 500, "only {count} links were read");
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn the_index_of_the_documentation_links_to_every_page() {
    let links = Links::of(&text("docs/README.md"));
    let linked: BTreeSet<&str> = links.inside().map(|target| target.split('#').next().unwrap()).collect();
    let missing: Vec<String> = pages()
        .into_iter()
        .filter(|page| page != "README.md" && (!page.contains('/') || page == "checks/README.md"))
        .filter(|page| !linked.contains(page.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "docs/README.md does not link to them");
}

/// The list of the checks in docs/SUMMARY.md is made from docs/checks/README.md. When they differ, `PLANBOOK_UPDATE=1 cargo test
/// --test suite documentation` writes it.
#[test]
fn the_contents_list_of_the_site_has_every_page_once() {
    let mut summary = text("docs/SUMMARY.md");
    let (before, _) = summary.split_once(CHECKS).expect("a line for the checks at the end");
    let mut whole = before.to_owned() + CHECKS;
    for row in text("docs/checks/README.md").lines().filter_map(|line| line.strip_prefix("| [`")) {
        let code = row.split('`').next().unwrap();
        whole += &format!("  - [`{code}`](checks/{code}.md)\n");
    }
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::write(root().join("docs/SUMMARY.md"), &whole).unwrap();
        summary = whole.clone();
    }
    assert!(
        summary == whole,
        "the checks in docs/SUMMARY.md: PLANBOOK_UPDATE=1 cargo test --test suite documentation"
    );
    let listed = Links::of(&summary).targets;
    let (once, pages): (BTreeSet<String>, _) = (listed.iter().cloned().collect(), pages());
    let missing: Vec<&String> = pages.difference(&once).collect();
    let unknown: Vec<&String> = once.difference(&pages).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "docs/SUMMARY.md lacks {missing:?}, and has {unknown:?}"
    );
    assert_eq!(listed.len(), once.len(), "docs/SUMMARY.md has a page twice");
}

#[test]
fn links_and_anchors_are_read_as_code_hosts_read_them() {
    let links = Links::of(
        "# The `a.b` of [c](d.md)\n\n## Two\n\n## Two\n\n`[no](code.md)`\n\n```\n[no](fence.md)\n```\n",
    );
    assert_eq!(links.targets, ["d.md"]);
    assert_eq!(links.anchors.into_iter().collect::<Vec<_>>(), ["the-ab-of-c", "two", "two-1"]);
    assert_eq!(resolve("docs/checks/a.md", "../b.md"), "docs/b.md");
}

/// What `docs/site/links.py` makes of the page `checks/a.md` in a book with two pages.
fn preprocessed(content: &str, repository: &str) -> String {
    let chapter = |path: &str, content: &str| serde_json::json!({ "Chapter": { "source_path": path, "content": content, "sub_items": [] } });
    let items = [chapter("README.md", ""), chapter("checks/README.md", ""), chapter("checks/a.md", content)];
    let work = serde_json::json!([{}, { "items": items }]).to_string();
    let mut program = Command::new("python3")
        .arg(root().join("docs/site/links.py"))
        .env_remove("GITHUB_REPOSITORY")
        .env("PLANBOOK_DOCS_REPOSITORY", repository)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    program.stdin.take().unwrap().write_all(work.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success());
    let book: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    book["items"][2]["Chapter"]["content"].as_str().unwrap().to_owned()
}

#[test]
fn links_out_of_the_site_lead_to_the_repository() {
    let page = "[a](../../src/lib.rs) [b](../README.md#x) [c](../ci/file.yml) [d](../ci/form.md) [e](a.md) [f](../checks/) \
                [g](../schemas/) [h](https://h.example/README.md) [i](#i) `[j](../../j.md)`\n\n```\n[k](../../k.md)\n```\n";
    assert_eq!(
        preprocessed(page, "https://git.example/p/blob/main/"),
        "[a](https://git.example/p/blob/main/src/lib.rs) [b](../index.md#x) [c](../ci/file.yml) \
         [d](https://git.example/p/blob/main/docs/ci/form.md) [e](a.md) [f](../checks/index.md) \
         [g](https://git.example/p/blob/main/docs/schemas) [h](https://h.example/README.md) [i](#i) \
         `[j](../../j.md)`\n\n```\n[k](../../k.md)\n```\n"
    );
    assert_eq!(
        preprocessed("See [the *code*](../../src/lib.rs) and [e](a.md).", ""),
        "See the *code* and [e](a.md)."
    );
}
