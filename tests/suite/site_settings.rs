//! Logo, banner, menu, foot, files for the root and the policy: by settings, without a template.

use planbook::diag::{Diagnostic, Severity};

use crate::book::Book;

const BOOK: &str = "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n";
const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
const PAGE: &str = "---\ntitle: Imprint\norder: 9\n---\nWho publishes this.\n";

fn with(settings: &str) -> Book {
    Book::new()
        .file("book.toml", [BOOK, settings].concat())
        .file("content/static/words.svg", "<words/>")
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
        (
            "[site]\nlogo = {file = \"words.svg\", alt = \"x\"}",
            "the file of the logo, content/static/words.svg, is not a picture",
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
        (
            "[footer]\nlinks = [{title = \"x\", url = \"https://user:word@a.example/\"}]",
            "the URL names a user or has a password",
        ),
        ("[nav]\nadd = [{title = \"x\", url = \"https://user@a.example/\"}]", "the URL names a user"),
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

#[test]
fn what_was_meant_by_a_wrong_setting_is_offered() {
    for (settings, meant, help) in [
        ("[nav]\nadd = [{title = \"x\", page = \"imprint.md\"}]", Some("imprint"), "without .md"),
        (
            "[footer]\nlinks = [{title = \"x\", page = \"content/pages/imprint.md\"}]",
            Some("imprint"),
            "without .md",
        ),
        ("[footer]\nlinks = [{title = \"x\", page = \"/imprint/\"}]", Some("imprint"), "without .md"),
        (
            "[footer]\nlinks = [{title = \"x\", url = \"tel:+81312345678\"}]",
            None,
            "write the number into a page",
        ),
        ("[footer]\nlinks = [{title = \"x\", url = \"x.example\"}]", None, "`mailto:` for a mailbox"),
        ("[security]\nscript-src = [\"stats.example\"]", Some("https://stats.example"), "with https://"),
        ("[security]\nscript-src = [\"//stats.example:8443/x.js\"]", Some("https://stats.example:8443"), ""),
        ("[security]\nscript-src = [\"user@stats.example\"]", None, "with https://"),
        (
            "[security]\nscript-src = [\"'unsafe-inline'\"]",
            None,
            "never allowed: with it, browsers would run",
        ),
        ("[security]\nimg-src = [\"*.example\"]", None, "`*` is never allowed: anybody may"),
        ("[security]\nimg-src = [\"https://*.example\"]", None, "`*` is never allowed: anybody may"),
        ("[security]\nimg-src = [\"data:\"]", None, "a scheme alone is never allowed"),
        ("[security]\nimg-src = [\"'self'\"]", None, "remove it"),
    ] {
        let problems = with(settings).checked();
        assert_eq!(problems.len(), 1, "{settings}: {problems:?}");
        assert_eq!(problems[0].suggestion.as_deref(), meant, "{settings}");
        assert!(problems[0].help.iter().any(|found| found.contains(help)), "{settings}: {problems:?}");
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

/// Values that lead out of where they stand, each in a place of its own.
fn ways_out() -> Vec<String> {
    let mut values: Vec<String> = [
        "\"><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "\" onmouseover=\"alert(1)",
        "</p></header><h1>x",
        "<!--",
        "{{ site.title }}{% raw %}",
        "&lt;script&gt;&quot;",
        "a\nb\r\nSet-Cookie: x",
        "a; script-src *",
        "'unsafe-inline'",
        "*",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x.js",
        "https://evil.example/\"><script>",
        "https://evil.example/ onload=alert(1)",
        "mailto:a@b.example?body=\"><script>",
        "../../../etc/passwd",
        "logo.svg\" onload=\"alert(1)",
        "logo.svg 1x, https://evil.example/x.png",
        "\u{202e}gnp.ogol",
        "\u{2066}\u{200b}\u{feff}",
        "\u{0}",
        "\u{1b}[31m",
        "\u{ff1c}script\u{ff1e}",
        " ",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    values.push("long ".repeat(20_000));
    values.push("\"<".repeat(5_000));
    values
}

/// Settings that take any words, with `@` where the value stands.
const OF_WORDS: &str = "[site]\nbanner = @\nlogo = {file = \"logo.svg\", alt = @}\n[nav]\ngroups = [{title = @, lists = [\"items\"]}]\nadd = [{title = @, page = \"imprint\"}, {title = {en = @}, url = \"https://a.example/\"}]\n[footer]\ntext = @\nlinks = [{title = @, page = \"imprint\"}]\n";

/// Each setting that takes something certain.
const CERTAIN: &[&str] = &[
    "[site]\nlogo = {file = @, alt = \"x\"}",
    "[site]\nlogo = {file = \"logo.svg\", alt = \"x\", dark = @}",
    "[site]\ntheme = @",
    "[nav]\norder = [@]",
    "[nav]\nhide = [@]",
    "[nav]\ngroups = [{title = \"x\", lists = [@]}]",
    "[nav]\nadd = [{title = \"x\", page = @}]",
    "[nav]\nadd = [{title = \"x\", url = @}]",
    "[nav]\nadd = [{title = \"x\", page = \"imprint\", group = @}]",
    "[footer]\nlinks = [{title = \"x\", page = @}]",
    "[footer]\nlinks = [{title = \"x\", url = @}]",
    "[security]\nscript-src = [@]",
    "[security]\nimg-src = [@]",
    "[security]\nconnect-src = [@]",
    "[security]\nframe-src = [@]",
    "[security]\nscript-src = @",
];

/// What a browser makes of a page, but for its words and the values of its attributes.
fn structure(page: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, tag)) = rest.split_once('<') {
        let (mut name, mut quoted) = (String::new(), false);
        let end = tag.find(|c: char| {
            quoted ^= c == '"';
            if !quoted {
                name.push(c);
            }
            c == '>' && !quoted
        });
        tags.push(name);
        rest = &tag[end.unwrap_or(tag.len())..];
    }
    tags
}

/// A book with a value in the place of each `@`.
fn with_value(settings: &str, value: &str) -> Book {
    with(&settings.replace('@', &toml::Value::String(value.to_owned()).to_string()))
}

/// What is wrong with it: only ever something at a place in the settings.
#[track_caller]
fn errors(book: &Book, case: &str) -> usize {
    let (tree, _) = book.tree();
    let found = book.build().diagnostics;
    let errors = found.iter().filter(|problem| problem.severity == Severity::Error);
    let is_there =
        |problem: &&Diagnostic| problem.span.is_some_and(|span| tree.path(span.file) == "book.toml");
    let (there, elsewhere): (Vec<_>, Vec<_>) = errors.partition(is_there);
    assert!(elsewhere.is_empty(), "{case}: {elsewhere:?}");
    there.len()
}

fn case(settings: &str, value: &str) -> String {
    format!("{settings} with {:?}", value.chars().take(60).collect::<String>())
}

#[test]
fn words_in_a_setting_stay_words() {
    let usual = with_value(OF_WORDS, "x").build();
    assert_eq!(usual.places(), Vec::<String>::new());
    let (headers, usual) = (&usual.files["_headers"], structure(&usual.page("index.html")));
    let mut shown = 0;
    for value in ways_out() {
        let (book, case) = (with_value(OF_WORDS, &value), case("words", &value));
        if errors(&book, &case) > 0 {
            continue;
        }
        let site = book.build();
        assert_eq!(site.files["_headers"], *headers, "{case}");
        assert_eq!(structure(&site.page("index.html")), usual, "{case}");
        shown += 1;
    }
    assert!(shown > 15, "{shown}");
}

#[test]
fn what_a_setting_cannot_take_is_reported_and_opens_nothing() {
    let headers = with("").build().files["_headers"].clone();
    for settings in CERTAIN {
        for value in ways_out() {
            let case = case(settings, &value);
            let book = with_value(settings, &value);
            let (tree, _) = book.tree();
            let found = book.checked();
            let wrong = |problem: &&Diagnostic| problem.severity == Severity::Error;
            if let Some(problem) = found.iter().find(wrong) {
                let place = problem.span.map(|span| tree.path(span.file));
                assert_eq!(place, Some("book.toml"), "{case}: {problem:?}");
            } else if errors(&book, &case) == 0 {
                // A link may lead anywhere on the web; its address stays in its place.
                assert!(settings.contains("url = @") && !value.contains("javascript:"), "{case}");
                let site = book.build();
                assert_eq!(site.files["_headers"], headers, "{case}");
                let usual = structure(&with_value(settings, "https://a.example/").build().page("index.html"));
                let page = structure(&site.page("index.html"));
                let without_rel =
                    |tags: &[String]| tags.iter().map(|tag| tag.replace(" rel=", "")).collect::<Vec<_>>();
                assert_eq!(without_rel(&page), without_rel(&usual), "{case}");
            }
        }
    }
}

#[test]
fn the_help_for_a_wrong_setting_is_written_as_settings_are() {
    for (settings, help) in [
        ("[site]\nlogo = \"logo.svg\"", "logo = {file = \"logo.svg\", alt = \"Harbour Authority\"}"),
        ("[site]\nbanner = [\"x\"]", "banner = \"x\""),
        ("[site]\ntheme = {name = \"x\"}", "theme = \"…\""),
        ("[footer]\nlinks = [\"imprint\"]", "{title = \"Imprint\", url = \"https://…\"}"),
        ("[nav]\nadd = \"imprint\"", "{title = \"Imprint\", url = \"https://…\"}"),
        ("[nav]\ngroups = [\"items\"]", "lists = [\"agencies\", \"items\"]"),
        ("nav = \"x\"", "nav = {key = \"…\", …}"),
    ] {
        // What stands in no section comes first.
        let text = if settings.starts_with('[') {
            [BOOK, settings].concat()
        } else {
            [settings, "\n", BOOK].concat()
        };
        let problems = with("").file("book.toml", text).checked();
        let helps: Vec<String> = problems.iter().flat_map(|problem| problem.help.clone()).collect();
        assert!(helps.iter().any(|found| found.contains(help)), "{settings}: {helps:?}");
        assert!(helps.iter().all(|found| !found.contains("key: value")), "{settings}: {helps:?}");
    }
}

#[test]
fn a_style_sheet_of_a_theme_is_read_for_what_it_loads() {
    let book = |settings: &str, css: &str| {
        with(&format!("[site]\ntheme = \"harbour\"\n{settings}"))
            .file("themes/harbour/theme.toml", "api = 2\n")
            .file("themes/harbour/style/harbour.css", css)
    };
    let at = |line: usize| format!("blocked-by-policy themes/harbour/style/harbour.css:{line}");
    let css = "@import url(\"https://fonts.example/css?family=X\");\n@font-face { font-family: X;\n src: url(//fonts.example/x.woff2) }\np { background: url('https://i.example/a.png') }\nq { background: url(\"assets/a.png\") url(#a); content: \"https://no.example/\" }\ni { background: url('https://i.example/a.png') }\n/* url(https://no.example/) */\n";
    let all = [at(1), at(3), at(4)];
    assert_eq!(book("", css).problems(), all);
    let report = book("", css).check_theme();
    assert_eq!(report.places(), all);
    let messages: Vec<&str> = report.diagnostics.iter().map(|problem| problem.message.as_str()).collect();
    for (message, part) in messages.iter().zip([
        "another style sheet at https://fonts.example/css?family=X,",
        "a font at //fonts.example/x.woff2,",
        "a picture at https://i.example/a.png,",
    ]) {
        assert!(message.contains(part), "{message}");
    }
    // Pictures of another site can be allowed; sheets and fonts cannot.
    let allowed = "[security]\nimg-src = [\"https://i.example\", \"https://fonts.example\"]\nscript-src = [\"https://fonts.example\"]\n";
    assert_eq!(book(allowed, css).problems(), [at(1), at(3)]);
    // What stands in the sheet itself comes from no site.
    let data = "p { background: url(data:image/png;base64,AA) }\n@font-face { font-family: X; src: url(\"DATA:font/woff2;base64,AA\") }\n";
    assert_eq!(book(allowed, data).problems(), [at(1), at(2)]);
    // A sheet among the files of the theme, and the whole sheet of the look.
    for path in [
        "themes/harbour/static/print.css",
        "themes/harbour/static/style.css",
        "themes/harbour/static/a/b.css",
    ] {
        let problems = book("", "").file(path, "\n@IMPORT 'HTTPS://a.example/x.css';").problems();
        assert_eq!(problems, [format!("blocked-by-policy {path}:2")]);
    }
    // That of a theme that the book does not use is not read.
    let other =
        book("", "").file("themes/docks/style/a.css", css).file("themes/docks/theme.toml", "api = 2\n");
    assert_eq!(other.problems(), Vec::<String>::new());
}

#[test]
fn a_file_that_the_site_makes_itself_is_reported_with_what_to_do_instead() {
    let old = "---\ntitle: Old\norder: 8\naliases: [/node/1]\n---\nWords.\n";
    for (path, text, help) in [
        ("_headers", "/*\n  X: y\n", "`[security]` of book.toml"),
        ("robots.txt", "User-agent: *\n", "`[audience]` of book.toml"),
        ("404.html", "words", "the template 404.html"),
        ("index.html", "words", "give the file another name"),
        ("sitemap.xml", "<a/>", "lists all its pages"),
    ] {
        let book = with("[site]\nbase-url = \"https://plan.example/\"\n").file("content/pages/old.md", old);
        let problems = book.file(&format!("content/static/{path}"), text).build().diagnostics;
        assert_eq!(problems.len(), 1, "{path}: {problems:?}");
        assert!(problems[0].help.iter().any(|found| found.contains(help)), "{path}: {:?}", problems[0].help);
    }
}

#[test]
fn a_text_leads_to_a_file_of_the_site() {
    let text = "See [who to tell](/.well-known/security.txt), [the name](/CNAME) and [the numbers](/data/items.csv).\n";
    let book = |text: &str| {
        Book::new()
            .file("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n[site]\nbase-url = \"https://plan.example/harbour/\"\n")
            .file("content/pages/imprint.md", format!("{PAGE}{text}"))
            .file("content/static/CNAME", "plan.example\n")
            .file("content/static/.well-known/security.txt", "Contact: mailto:it@harbour.example\n")
    };
    let site = book(text).build();
    assert_eq!(site.places(), Vec::<String>::new());
    for (page, root) in [("imprint/index.html", "../"), ("ja/imprint/index.html", "../../")] {
        let page = site.page(page);
        for path in [".well-known/security.txt", "CNAME", "data/items.csv"] {
            assert!(page.contains(&format!("<a href=\"{root}{path}\">")), "{path}\n{page}");
        }
    }
    let missing = book("[a](/CNAMES)\n\n[b](/data/itmes.csv) [c](/CNAMES)\n").build();
    // The place of each link, once, although the page stands in two languages.
    let at = |line: usize| format!("broken-link content/pages/imprint.md:{line}");
    assert_eq!(missing.places(), [at(6), at(8), at(8)]);
    assert!(missing.diagnostics[0].message.contains("/CNAMES, which the site does not have"));
    // What follows the `#` is an id in a page alone.
    let place = |link: &str| {
        book(&format!("[a]({link})\n")).file("content/static/doc.pdf", "%PDF-1.7\n%%EOF\n").build()
    };
    let with_page = place("/doc.pdf#page=2&a=b");
    assert_eq!(with_page.places(), Vec::<String>::new());
    let page = with_page.page("ja/imprint/index.html");
    assert!(page.contains("<a href=\"../../doc.pdf#page=2&amp;a=b\">"), "{page}");
    for link in ["/data/items.csv#row=4", "/items/index.html#:~:text=plan", "/items/index.html#top"] {
        assert_eq!(place(link).places(), Vec::<String>::new(), "{link}");
    }
    for link in ["/no.pdf#page=2", "/items/index.html#gone"] {
        assert_eq!(place(link).places(), [at(6)], "{link}");
    }
    // A path to the folder of these files is told the address.
    for link in ["../static/.well-known/security.txt", "../static/CNAME"] {
        let outcome = book(&format!("[a]({link})\n")).build();
        assert_eq!(outcome.places(), ["dangling-reference content/pages/imprint.md:6"], "{link}");
        assert!(
            outcome.diagnostics[0].help.iter().any(|help| help.contains("at the root of the site")),
            "{link}"
        );
    }
    for link in ["/../x", "//evil.example", "/\\evil.example", "/a b", "/%2e%2e/x", "/items/1.1/"] {
        assert!(!book(&format!("[a](<{link}>)\n")).problems().is_empty(), "{link}");
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
fn a_page_without_the_policy_of_the_site_is_reported() {
    let book = |base: &str, settings: &str| {
        with(&format!("[site]\ntheme = \"harbour\"\n{settings}"))
            .file("themes/harbour/theme.toml", "api = 2\n")
            .file("themes/harbour/templates/base.html", base)
    };
    let built_in = std::fs::read_to_string("themes/default/templates/base.html").unwrap();
    let tag = "<meta http-equiv=\"Content-Security-Policy\" content=\"{{ site.policy_html | safe }}\">";
    assert!(built_in.contains(tag));
    let open = built_in.replace("{{ site.policy_html | safe }}", "default-src *");
    let none = built_in.replace(tag, "");
    for settings in ["", "[security]\nscript-src = [\"https://stats.example\"]\n"] {
        assert_eq!(book(&built_in, settings).problems(), Vec::<String>::new());
        for (base, words, line) in
            [(&open, "not the one of the site", 6), (&none, "no content security policy", 3)]
        {
            let report = book(base, settings).build();
            let place = format!("blocked-by-policy themes/harbour/templates/base.html:{line}");
            assert_eq!(report.places(), [place.as_str()], "{settings}");
            assert!(report.diagnostics[0].message.contains(words), "{:?}", report.diagnostics);
        }
    }
    assert_eq!(book(&none, "").check_theme().places().len(), 1);
    // A page that is a file of the book is not made by a template.
    assert_eq!(with("").file("content/static/google1.html", "google1").problems(), Vec::<String>::new());
}

#[test]
fn a_help_names_only_sites_that_a_setting_takes() {
    for (host, allowed) in [("stats.example", true), ("stats.example.", false), ("[::1]", false)] {
        let template = format!(
            "{{% extends \"default/base.html\" %}}{{% block scripts %}}<script src=\"https://{host}/x.js\"></script>{{% endblock scripts %}}"
        );
        let book = |settings: &str| {
            with(&format!("[site]\ntheme = \"harbour\"\n{settings}"))
                .file("themes/harbour/theme.toml", "api = 2\n")
                .file("themes/harbour/templates/base.html", &template)
        };
        let problems = book("").build().diagnostics;
        let help = problems[0].help.as_deref().unwrap();
        assert_eq!(help.contains("`script-src = "), allowed, "{host}: {help}");
    }
    // By `http:` a site may be loaded from by `https:` too.
    let template = "{% extends \"default/base.html\" %}{% block scripts %}<script src=\"https://stats.example:443/x.js\"></script>{% endblock scripts %}";
    for origin in ["http://stats.example", "https://stats.example"] {
        let book = with(&format!("[site]\ntheme = \"harbour\"\n[security]\nscript-src = [\"{origin}\"]\n"))
            .file("themes/harbour/theme.toml", "api = 2\n")
            .file("themes/harbour/templates/base.html", template);
        assert_eq!(book.problems(), Vec::<String>::new(), "{origin}");
    }
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

/// How a template may ask for what the policy of a site forbids, and the address that is marked.
const ASKING: &[(&str, &str)] = &[
    ("<script\n\tsrc=\"https://evil.example/x.js\"\n\tdefer></script>", "https://evil.example/x.js"),
    ("<SCRIPT SRC='https://evil.example/x.js'></SCRIPT>", "https://evil.example/x.js"),
    ("<script src = \"HTTPS://evil.example/x.js\" defer></script>", "HTTPS://evil.example/x.js"),
    (
        "<img alt=\"\" src=\"{{ page.head.root }}logo.svg\" srcset=\"{{ page.head.root }}logo.svg 1x, https://evil.example/2.png 2x\">",
        "https://evil.example/2.png",
    ),
    ("<video poster=\"https://evil.example/p.png\"></video>", "https://evil.example/p.png"),
    ("<object data=\"https://evil.example/o.svg\">x</object>", "https://evil.example/o.svg"),
    ("<link rel=\"icon\" href=\"https://evil.example/i.ico?a&amp;b\">", "https://evil.example/i.ico?a&amp;b"),
    ("<link\n rel=\"stylesheet\" href=\"//evil.example/s.css\">", "//evil.example/s.css"),
    ("<img alt=\"\" src=\"data:image/png;base64,AA\">", "data:image/png;base64,AA"),
    ("<iframe title=\"x\" src=\"{{ page.head.root }}items/index.html\"></iframe>", "items/index.html"),
    ("<video src=\"/logo.svg\"></video>", "logo.svg"),
    ("<form action=\"https://evil.example/\"><input type=\"hidden\"></form>", "https://evil.example/"),
    ("<link rel=\"manifest\" href=\"{{ page.head.root }}logo.svg\">", "logo.svg"),
];

#[test]
fn a_template_is_read_as_browsers_read_its_pages() {
    let book = |tag: &str, settings: &str| {
        let template = format!(
            "{{% extends \"default/base.html\" %}}\n{{% block scripts %}}{tag}\n{{% endblock scripts %}}\n"
        );
        with(&format!("[site]\ntheme = \"harbour\"\n{settings}"))
            .file("themes/harbour/theme.toml", "api = 2\n")
            .file("themes/harbour/templates/base.html", template)
    };
    for (at, (tag, address)) in ASKING.iter().enumerate() {
        let site = book(tag, "").build();
        assert_eq!(site.diagnostics.len(), 1, "{tag}: {:?}", site.diagnostics);
        let problem = &site.diagnostics[0];
        let span = problem.span.unwrap();
        assert_eq!(problem.code.name, "blocked-by-policy", "{tag}");
        assert_eq!(&site.tree.text(span.file).unwrap()[span.range()], *address, "{tag}");
        // A check of the theme, with its three plans, says it once. It takes longer, so some are enough.
        if at % 3 != 0 {
            continue;
        }
        let report = book(tag, "").check_theme();
        let blocked = report.places().into_iter().filter(|place| place.starts_with("blocked-by-policy"));
        assert_eq!(blocked.count(), 1, "{tag}: {:?}", report.places());
        assert!(!report.places().iter().any(|place| place.starts_with("inline-code")), "{tag}");
    }
    let allowed = "[security]\nscript-src = [\"https://evil.example\"]\n";
    for (tag, _) in &ASKING[..3] {
        assert_eq!(book(tag, allowed).problems(), Vec::<String>::new(), "{tag}");
    }
    // A script that stands in the page is one, however its tag is written.
    let inline = book("<SCRIPT\n\tdefer>count()</SCRIPT>", "").build();
    assert_eq!(inline.places(), ["inline-code themes/harbour/templates/base.html:3"]);
    // It weighs the same wherever it is found.
    let in_theme = book("<SCRIPT\n\tdefer>count()</SCRIPT>", "").check_theme();
    for problem in inline.diagnostics.iter().chain(&in_theme.diagnostics) {
        assert_eq!((problem.code.name, problem.severity), ("inline-code", Severity::Warning));
    }
    // A theme has one report for all the pages that ask for two files.
    let two =
        "<script src=\"https://a.example/x.js\"></script><script src=\"https://b.example/x.js\"></script>";
    let places = book(two, "").check_theme().places();
    assert_eq!(places.iter().filter(|place| place.starts_with("blocked-by-policy")).count(), 2, "{places:?}");
}
