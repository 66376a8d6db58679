//! Logo, banner, menu, foot, files for the root and the policy: by settings, without a template.

use crate::book::Book;

const BOOK: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n";
const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
const PAGE: &str = "---\ntitle: Imprint\norder: 9\n---\nWho publishes this.\n";

fn with(settings: &str) -> Book {
    Book::new()
        .file("book.toml", [BOOK, settings].concat())
        .file("content/pages/imprint.md", PAGE)
        .file("content/static/logo.svg", LOGO)
}

#[test]
fn a_site_shows_whose_it_is() {
    let site = with("[site]\nbanner = \"Draft for comment\"\nlogo = {file = \"logo.svg\", alt = \"Harbour Authority\", dark = \"logo.svg\"}\n[footer]\ntext = \"Published by <the> Authority.\"\nlinks = [{title = \"Privacy\", url = \"https://harbour.example/privacy\"}, {title = \"Who we are\", page = \"imprint\"}]\n").build();
    let page = site.page("items/1.1/index.html");
    for part in [
        "<img src=\"../../logo.svg\" alt=\"Harbour Authority\">",
        "<source srcset=\"../../logo.svg\" media=\"screen and (prefers-color-scheme: dark)\">",
        "<p class=\"banner\">Draft for comment</p>",
        "<p>Published by &lt;the&gt; Authority.</p>",
        "<li><a href=\"https://harbour.example/privacy\" rel=\"noopener\">Privacy</a></li>",
        "<li><a href=\"../../imprint/index.html\">Who we are</a></li>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert_eq!(site.files["logo.svg"], LOGO.as_bytes());
}

/// The menu of a page: titles of groups, and in them the texts of the links.
fn menu(page: &str) -> Vec<String> {
    let menu = page.split("<ul class=\"site-groups\">").nth(1).unwrap().split("</nav>").next().unwrap();
    let of_group = |group: &str| {
        let title = group.split('<').next().unwrap();
        let texts =
            group.split("<a ").skip(1).map(|link| link.split_once('>').unwrap().1.split('<').next().unwrap());
        format!("{title}: {}", texts.collect::<Vec<_>>().join(", "))
    };
    menu.split("<span class=\"group\">").skip(1).map(of_group).collect()
}

#[test]
fn the_menu_has_the_order_and_the_links_that_the_settings_want() {
    let usual = menu(&with("").build().page("index.html"));
    assert_eq!(usual[0].split(':').next(), Some("Progress"), "{usual:?}");
    let settings = "[nav]\norder = [\"agencies\", \"items\"]\nhide = [\"glossary\", \"data\", \"calendar\"]\ngroups = [{title = \"Who and what\", lists = [\"items\", \"agencies\", \"areas\"]}]\nadd = [{title = \"Port news\", url = \"https://news.example/\", group = \"Who and what\"}, {title = \"Imprint\", page = \"imprint\"}]\n";
    let own = menu(&with(settings).build().page("index.html"));
    assert_eq!(own[0], "Who and what: Agencies, Items, Areas, Port news");
    assert!(own.contains(&"About and data: Imprint".to_owned()), "{own:?}");
    let all = own.concat();
    for hidden in ["Glossary", "Open data", "Calendar"] {
        assert!(!all.contains(hidden), "{hidden}: {own:?}");
    }
    // What no setting names is still there.
    assert!(all.contains("By status") && all.contains("Whole plan"), "{own:?}");
}

#[test]
fn a_wrong_setting_is_reported_at_its_place() {
    for (settings, message) in [
        (
            "[site]\nlogo = {file = \"log.svg\", alt = \"x\"}",
            "the file of the logo, content/static/log.svg, does not exist",
        ),
        (
            "[site]\nlogo = {file = \"CNAME\", alt = \"x\"}",
            "the file of the logo, content/static/CNAME, is not a picture",
        ),
        ("[site]\nlogo = {file = \"logo.svg\"}", "`logo` needs `alt`"),
        ("[site]\nlogo = \"logo.svg\"", "`logo` "),
        ("[site]\nbanner = [\"x\"]", "`banner`"),
        ("[nav]\nhide = [\"glosary\"]", "`glosary` is not a value of `hide`"),
        ("[nav]\nadd = [{title = \"x\", page = \"imprin\"}]", "there is no page `imprin`"),
        ("[nav]\nadd = [{url = \"https://a.example/\"}]", "`title`"),
        ("[nav]\nadd = [{title = \"x\"}]", "a link needs a target"),
        (
            "[nav]\nadd = [{title = \"x\", url = \"https://a.example/\", page = \"imprint\"}]",
            "this one has both",
        ),
        (
            "[nav]\nadd = [{title = \"x\", url = \"https://a.example/\", group = \"abuot\"}]",
            "the menu has no group `abuot`",
        ),
        (
            "[nav]\ngroups = [{title = \"a\", lists = [\"items\"]}, {title = \"b\", lists = [\"items\"]}]",
            "the list `items` is in two groups",
        ),
        (
            "[footer]\nlinks = [{title = \"x\", url = \"javascript:alert(1)\"}]",
            "`javascript:alert(1)` is not a full URL",
        ),
        (
            "[security]\nscript-src = [\"https://stats.example/script.js\"]",
            "is more than the origin of a site",
        ),
        ("[security]\nscript-src = [\"*\"]", "`*` is not the origin of a site"),
        ("[security]\nstyle-src = [\"https://stats.example\"]", "`style-src`"),
    ] {
        let book = with(settings).file("content/static/CNAME", "plan.example\n");
        let problems = book.checked();
        let found: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(found.len(), 1, "{settings}: {found:?}");
        assert!(book.problems()[0].contains(" book.toml:"), "{settings}: {:?}", book.problems());
        assert!(found[0].contains(message), "{settings}: {found:?}");
    }
}

/// What people and attackers write where an origin belongs.
const HOSTILE: &[&str] = &[
    "'unsafe-inline'",
    "'self'",
    "*",
    "https:",
    "https://*",
    "https://*.example",
    "data:",
    "blob:",
    "http://",
    "https://a.example; script-src *",
    "https://a.example 'unsafe-eval'",
    "https://a.example\\n",
    "https://a.example,https://b.example",
    "https://a.example\\\"><script>",
    "https://a.example/",
    "https://user@a.example",
    "//a.example",
    "javascript:alert(1)",
    "",
    "https://a.example;",
    "https://a_b.example\\u0000",
    "https://ａ.example'",
    "https://$http_host",
    "https://{env.secret}",
    "https://a=b",
    "https://a..b",
    "https://.",
    "https://[::1]",
];

#[test]
fn nothing_in_a_setting_opens_the_policy() {
    let strict = with("").build().page("index.html");
    let policy_of = |page: &str| {
        let rest = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let strict = policy_of(&strict);
    for hostile in HOSTILE {
        for key in ["script-src", "img-src", "connect-src", "frame-src"] {
            let book = with(&format!("[security]\n{key} = [\"{hostile}\"]\n"));
            assert!(!book.problems().is_empty(), "{key} = {hostile}");
        }
        // In other settings they are words.
        let quoted = format!("\"{hostile}\"");
        let book = with(&format!(
            "[site]\nbanner = {quoted}\nlogo = {{file = \"logo.svg\", alt = {quoted}}}\n[footer]\ntext = {quoted}\nlinks = [{{title = {quoted}, page = \"imprint\"}}]\n[nav]\nadd = [{{title = {quoted}, page = \"imprint\"}}]\n"
        ));
        if book.problems().is_empty() {
            let page = book.build().page("index.html");
            assert_eq!(policy_of(&page), strict, "{hostile}");
            assert!(!page.contains("<script>") && !page.contains("\"><script"), "{hostile}");
        }
    }
}

#[test]
fn an_origin_reaches_the_pages_the_headers_and_the_check() {
    let theme = "{% extends \"default/base.html\" %}\n{% block scripts %}<script src=\"https://stats.example/count.js\" defer></script>\n{% endblock scripts %}\n";
    let book = |settings: &str| {
        with(settings)
            .file("themes/harbour/theme.toml", "api = 2\n")
            .file("themes/harbour/templates/base.html", theme)
    };
    let blocked = book("[site]\ntheme = \"harbour\"\n").build().diagnostics;
    let found: Vec<_> = blocked.iter().map(|problem| (problem.code.name, problem.message.clone())).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "blocked-by-policy");
    assert!(found[0].1.contains("https://stats.example/count.js"), "{found:?}");
    let allowed = "[site]\ntheme = \"harbour\"\n[security]\nscript-src = [\"https://stats.example\"]\nconnect-src = [\"https://stats.example\"]\n";
    assert_eq!(book(allowed).problems(), Vec::<String>::new());
    let site = book(allowed).build();
    let part = "script-src 'self' https://stats.example; img-src 'self'; font-src 'self'; connect-src 'self' https://stats.example;";
    assert!(site.page("index.html").contains(part));
    assert!(String::from_utf8_lossy(&site.files["_headers"]).contains(part));
    let old = "{% extends \"default/base.html\" %}\n{% block head %}<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">{% endblock head %}";
    assert_eq!(
        book(allowed).file("themes/harbour/templates/base.html", old).problems(),
        Vec::<String>::new(),
        "the first policy of a page is the site's"
    );
}

#[test]
fn files_for_the_root_stand_there_and_never_over_a_page() {
    let site = with("")
        .file("content/static/CNAME", "plan.example\n")
        .file("content/static/.well-known/security.txt", "Contact: mailto:it@harbour.example\n")
        .file("content/static/google1.html", "google-site-verification: google1.html")
        .build();
    assert_eq!(site.files["CNAME"], b"plan.example\n");
    assert!(site.files.contains_key(".well-known/security.txt") && site.files.contains_key("google1.html"));
    for path in ["index.html", "robots.txt", "items/index.html", "_headers", "imprint/index.html"] {
        let text = if path.ends_with(".html") { "words" } else { "x" };
        let problems = with("").file(&format!("content/static/{path}"), text).problems();
        assert_eq!(problems, [format!("url-collision content/static/{path}:1")], "{path}");
    }
    for (path, text) in [
        ("page.html", "<script>alert(1)</script>"),
        ("count.js", "alert(1)"),
        ("a.svg", "<svg onload=\"x\"/>"),
        ("a.png", "no picture"),
    ] {
        let problems = with("").file(&format!("content/static/{path}"), text).problems();
        assert_eq!(problems, [format!("unsafe-file content/static/{path}:1")], "{path}");
    }
}

#[test]
fn settings_speak_the_languages_of_the_site() {
    let settings = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n[site]\nbanner = {en = \"Draft\", ja = \"案\"}\n[footer]\ntext = \"Published here.\"\nlinks = [{title = {en = \"Imprint\", ja = \"発行者\"}, page = \"imprint\"}]\n[nav]\nadd = [{title = {en = \"News\", ja = \"ニュース\"}, url = \"https://news.example/\"}]\n";
    let site = Book::new().file("book.toml", settings).file("content/pages/imprint.md", PAGE).build();
    let page = site.page("ja/items/1.1/index.html");
    for part in
        ["<p class=\"banner\">案</p>", ">発行者</a>", ">ニュース</a>", "lang=\"en\">Published here.</"]
    {
        assert!(page.contains(part), "{part}\n{page}");
    }
}
