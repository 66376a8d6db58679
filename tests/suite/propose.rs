//! The links that begin an update, edit a page or report something on the code host.

use crate::begin::{call, well};
use crate::book::Book;

fn hosted(settings: &str) -> Book {
    let toml = format!(
        "[book]\ntitle = \"Harbour plan\"\n[site]\nbase-url = \"https://plan.example/\"\n[repository]\nurl = \"https://git.example/our/plan\"\n{settings}"
    );
    Book::new().file("book.toml", toml).file("content/forums/big-table.md", "---\nname: Big Table\n---\n")
}

/// The address behind the words of a link.
fn address(page: &str, words: &str) -> String {
    let end = page.find(&format!(">{words}</a>")).unwrap_or_else(|| panic!("there is no link `{words}`"));
    let start = page[..end].rfind("href=\"").unwrap() + "href=\"".len();
    page[start..].split('"').next().unwrap().replace("&amp;", "&")
}

/// A value of an address's query, decoded.
fn value(address: &str, name: &str) -> String {
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let found = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let encoded = found.unwrap_or_else(|| panic!("{address} has no {name}"));
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        let hex: Vec<u8> = if byte == b'%' { rest.by_ref().take(2).collect() } else { vec![] };
        bytes.push(match hex.as_slice() {
            [] => byte,
            digits => u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap(),
        });
    }
    String::from_utf8(bytes).unwrap()
}

const PAGES: [(&str, &str); 5] = [
    ("items/1.1/index.html", "content/updates/2024/2024-06-30-1.1.md"),
    ("areas/1/index.html", "content/updates/2024/2024-06-30-area-1.md"),
    ("agencies/ar-trade/index.html", "content/updates/2024/2024-06-30-ar-trade.md"),
    ("forums/big-table/index.html", "content/updates/2024/2024-06-30-big-table.md"),
    ("index.html", "content/updates/2024/2024-06-30-update.md"),
];

#[test]
fn each_page_begins_an_update_that_is_right_once_it_is_filled_in() {
    let site = hosted("").build();
    for (page, path) in PAGES {
        let address = address(&site.page(page), "Propose an update");
        assert!(address.starts_with("https://git.example/our/plan/new/main?filename="), "{address}");
        assert!(address.len() < 2_000, "{} characters are too many for some hosts", address.len());
        assert_eq!(value(&address, "filename"), path);
        let text = value(&address, "value");
        let filled = text
            .replace("\ntitle:\n", "\ntitle: A meeting\n")
            .replace("- title:\n    url:\n", "- title: Minutes\n    url: https://plan.example/minutes\n")
            .replace("items: []", "items: [\"1.1\"]");
        assert_eq!(hosted("").file(path, &filled).problems(), Vec::<String>::new(), "{filled}");
    }
}

#[test]
fn an_update_that_nobody_filled_in_is_refused() {
    for (page, path) in PAGES {
        let text = value(&address(&hosted("").page(page), "Propose an update"), "value");
        let problems = hosted("").file(path, text).problems();
        assert!(problems.iter().any(|problem| problem.contains(path)), "{path}: {problems:?}");
    }
}

#[test]
fn a_host_that_fills_in_no_text_gets_one_to_copy() {
    let page = hosted("host = \"gitlab\"\nbranch = \"trunk\"\n").page("items/1.1/index.html");
    let proposed = address(&page, "Propose an update");
    assert_eq!(
        proposed,
        "https://git.example/our/plan/-/new/trunk?file_name=content/updates/2024/2024-06-30-1.1.md"
    );
    assert!(page.contains("items: [&quot;1.1&quot;]") || page.contains("items: [\"1.1\"]"), "{page}");
    let github = hosted("").page("items/1.1/index.html");
    assert!(!github.contains("The text of the new file"));
}

#[test]
fn what_is_wrong_is_reported_with_the_page() {
    let page = |settings| hosted(settings).page("items/1.1/index.html");
    let github = address(&page(""), "Report a problem");
    assert_eq!(value(&github, "page"), "https://plan.example/items/1.1/");
    assert_eq!(value(&github, "title"), "1.1 Hold talks");
    let gitlab = address(&page("host = \"gitlab\"\n"), "Report a problem");
    assert_eq!(value(&gitlab, "issue%5Bdescription%5D"), "https://plan.example/items/1.1/");
    let gitea = address(&page("host = \"gitea\"\n"), "Report a problem");
    assert_eq!(value(&gitea, "body"), "https://plan.example/items/1.1/");
    assert!(!page("report = \"none\"\n").contains("Report a problem"));
}

#[test]
fn a_page_leads_to_its_own_file() {
    let edited = |settings, page: &str| address(&hosted(settings).page(page), "Edit this page");
    let file = "content/areas/01-trade/1.1-talks.md";
    assert_eq!(edited("", "items/1.1/index.html"), format!("https://git.example/our/plan/edit/main/{file}"));
    assert_eq!(
        edited("host = \"gitea\"\n", "items/1.1/index.html"),
        format!("https://git.example/our/plan/_edit/main/{file}")
    );
    assert_eq!(
        edited("edit = \"{url}/src/{branch}/plans/{path}\"\n", "items/1.1/index.html"),
        format!("https://git.example/our/plan/src/main/plans/{file}")
    );
}

#[test]
fn an_unknown_host_is_told_with_those_that_are_known() {
    let report = hosted("host = \"githab\"\n").report();
    assert!(report.contains("book.toml:7:8"), "{report}");
    assert!(report.contains("githab"), "{report}");
    for host in ["github", "gitlab", "gitea"] {
        assert!(report.contains(host), "{report}");
    }
}

#[test]
fn a_book_without_a_repository_has_no_such_links() {
    let page = Book::new().page("items/1.1/index.html");
    for words in ["Propose an update", "Edit this page", "Report a problem"] {
        assert!(!page.contains(words), "{words}");
    }
}

/// Builds the example with those arguments, and returns the page of an item.
fn built_with(arguments: &[&str], settings: &str) -> Result<String, String> {
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", "harbour"]);
    let book = folder.path().join("harbour/book.toml");
    let text = std::fs::read_to_string(&book).unwrap();
    std::fs::write(&book, format!("{text}\n{settings}")).unwrap();
    let said = call(folder.path(), &[&["build", "--root", "harbour"], arguments].concat());
    match said.code {
        0 => Ok(std::fs::read_to_string(folder.path().join("harbour/public/items/1.2/index.html")).unwrap()),
        _ => Err(said.err),
    }
}

#[test]
fn a_code_host_says_where_the_repository_is() {
    let page = |arguments: &[&str], settings: &str| built_with(arguments, settings).unwrap();
    let file = "content/areas/01-clean-water/1.2-water-report.md";
    assert!(!page(&[], "").contains("Edit this page"));
    let at = ["--repository-url", "https://host.example/copy/plan.git"];
    assert!(page(&at, "").contains(&format!("href=\"https://host.example/copy/plan/edit/main/{file}\"")));

    // The rest of what the book says about its repository stays.
    let own = "[repository]\nurl = \"https://host.example/our/plan\"\nbranch = \"trunk\"\nedit = \"{url}/own/{branch}/{path}\"\n";
    assert!(page(&at, own).contains(&format!("href=\"https://host.example/copy/plan/own/trunk/{file}\"")));
    assert!(!page(&at, own).contains("our/plan"));

    // On another host there are other forms.
    let gitlab = [&at[..], &["--repository-host", "gitlab"]].concat();
    for settings in ["", own] {
        let branch = if settings.is_empty() { "main" } else { "trunk" };
        let address = format!("href=\"https://host.example/copy/plan/-/edit/{branch}/{file}\"");
        assert!(page(&gitlab, settings).contains(&address));
    }
    let same = format!("{own}host = \"gitlab\"\n");
    assert!(
        page(&gitlab, &same).contains(&format!("href=\"https://host.example/copy/plan/own/trunk/{file}\""))
    );
}

#[test]
fn what_is_no_repository_is_refused() {
    for (arguments, part) in [
        (&["--repository-url", "javascript:alert(1)"][..], "full URL of the repository"),
        (&["--repository-url", "https://user:word@host.example/plan"], "without a user"),
        (&["--repository-url", "https://host.example/plan", "--repository-host", "git"], "`gitlab`"),
        (&["--repository-host", "gitlab"], "--repository-url"),
    ] {
        let said = built_with(arguments, "").unwrap_err();
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
}
